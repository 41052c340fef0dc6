"""A request of a folder as one row: what it asks for, what it lacks, what is found in it, and who has it open."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

import msgspec
from msgspec.structs import replace

from model.document import storage
from model.document.document import take_snapshot
from model.files.below import LEFT_BEHIND, files_below
from model.files.files import FileError, reason
from model.files.notice import owner_of
from model.files.process import machine
from model.keys.request_keys import KIND_LABELS, SheetKind, sheet_kind
from model.language import Phrase, phrase, side_by_side
from model.standard.standard import Standard
from model.totals.prices import PriceTable
from model.values import fiscal_year
from model.values.amount import format_amount
from model.values.grouped import grouped

_KINDS: Final = tuple(KIND_LABELS)


class Stamp(NamedTuple):
    """What tells whether a file was written since: the time of its last change in nanoseconds, and its size in bytes."""

    changed: int
    size: int


class Listed(msgspec.Struct, frozen=True):
    """A row of the shelf.

    Attributes:
        error: why it cannot be read, as a Japanese sentence; "" where it can. Then only ``path``, ``stamp`` and ``owner`` say something.
        western_year: the fiscal year; 0 where it cannot be read.
        year: the same in words, or as it was typed.
        budget: 予算.
        kind: what its amounts are: of 歳出, or on a sheet of their own.
        section: 課.
        name: 事業名.
        amount: 要求額, 千円; None where there is none.
        previous: 前年度予算額, 千円; None likewise.
        change: 増減, 千円; None where either is blank.
        empty: how many fields are 未記入.
        errors: how many 誤り are open.
        warnings: how many 注意 are open.
        owner: the name of who has it open; "" for nobody but this very process.
        owner_words: the same in a sentence: 「tanaka さん（PC-07）が 09:30 から開いています」.
        stamp: what the file was when it was read; None where it could not be looked at.
        document_id: 文書ID, which copies of a file share; "" for none.
    """

    path: Path
    error: str = ""
    western_year: int = 0
    year: str = ""
    budget: str = ""
    kind: SheetKind = "expenditure"
    section: str = ""
    name: str = ""
    amount: int | None = None
    previous: int | None = None
    change: int | None = None
    empty: int = 0
    errors: int = 0
    warnings: int = 0
    owner: str = ""
    owner_words: str = ""
    stamp: Stamp | None = None
    document_id: str = ""

    @property
    def changed(self) -> datetime | None:
        """When the file was last written."""
        return None if self.stamp is None else datetime.fromtimestamp(self.stamp.changed / 10**9)


class YearSum(NamedTuple):
    """The requests of one fiscal year and one kind together.

    Attributes:
        year: the fiscal year; "" for requests whose year cannot be read.
        kind: what their amounts are; those of two kinds are never added to one another.
        amount: the sum of the 要求額, 千円.
        previous: the sum of the 前年度予算額 of the requests that have a 要求額, 千円.
        without_amount: how many have no 要求額 yet; they are in neither sum, else their 事業 would seem to have ended.
        copies: how many of those with a 要求額 have the 文書ID of another of them: what they ask for is in the sums twice.
    """

    year: str
    kind: SheetKind
    requests: int
    amount: int
    previous: int
    without_amount: int
    copies: int = 0

    @property
    def change(self) -> int:
        """増減, 千円."""
        return self.amount - self.previous

    @property
    def words(self) -> str:
        """The sum without its year: 「12件　要求額 123,456千円　前年度 …」, 「債務負担行為　1件　要求額 …」."""
        counted = self.requests - self.without_amount
        said: list[str] = []
        figures = [(phrase("要求額"), self.amount)]
        if self.kind == "expenditure":
            figures += [(phrase("前年度"), self.previous), (phrase("増減"), self.change)]
        else:
            said.append(KIND_LABELS[self.kind])
        if counted:
            said += [
                phrase("{count}件", count=counted),
                *(
                    phrase("{label} {amount}千円", label=label, amount=format_amount(amount))
                    for label, amount in figures
                ),
            ]
        if self.without_amount and counted:
            said.append(phrase("ほかに要求額のないもの {count}件", count=self.without_amount))
        elif self.without_amount:
            said.append(phrase("要求額のないもの {count}件", count=self.without_amount))
        if self.copies:
            said.append(phrase("（同じ要求書の写し {count}件も足しています）", count=self.copies))
        return side_by_side(said)


def request_files(folder: Path) -> list[Path]:
    """The request files below a folder, by their paths.

    Raises:
        FileError: where the folder cannot be opened.
    """
    closed: list[OSError] = []
    files = files_below(folder, closed.append)
    if closed and not files:
        raise FileError(
            "フォルダー「{folder}」が開けません（{reason}）。場所と権限を確かめてください。",
            folder=folder,
            reason=reason(closed[0]),
        )
    return sorted(
        file
        for file in files
        if file.suffix.lower() == storage.SUFFIX and not file.name.startswith(LEFT_BEHIND)
    )


def listed(path: Path, standard: Standard, prices: PriceTable, known: Listed | None = None) -> Listed:
    """The row of a request file; a file that cannot be read is a row that says so.

    ``known`` is the row as it was: where the file was not written since, only who has it open is looked at anew.
    """
    stamp, (owner, owner_words) = _stamp(path), _owner(path)
    if known is not None and stamp is not None and known.stamp == stamp:
        return replace(known, owner=owner, owner_words=owner_words)
    try:
        request = storage.load(path)
    except FileError as error:
        return Listed(path, str(error), owner=owner, owner_words=owner_words, stamp=stamp)
    snapshot = take_snapshot(request, standard, shared_prices=prices)
    totals, header, findings = snapshot.totals, request.header, snapshot.findings
    severities = [finding.severity for finding in findings.all]
    year = fiscal_year.parse(header.fiscal_year)
    return Listed(
        path,
        western_year=year.year if year else 0,
        year=year.label if year else header.fiscal_year.strip(),
        budget=header.budget,
        kind=sheet_kind(standard.form_of(request).page, standard),
        section=request.contact.section,
        name=header.name,
        amount=totals.amount.value,
        previous=totals.previous.value,
        change=totals.change,
        empty=len(snapshot.empty_fields),
        errors=severities.count("error"),
        warnings=severities.count("warning"),
        owner=owner,
        owner_words=owner_words,
        stamp=stamp,
        document_id=request.identity.document,
    )


def year_sums(rows: Iterable[Listed]) -> list[YearSum]:
    """The sums of each fiscal year, the latest first, those of 歳出 before those of other kinds; files that cannot be read are in none."""
    readable = [row for row in rows if not row.error]
    years = {row.western_year: row.year if row.western_year else "" for row in reversed(readable)}
    by_year = grouped(readable, lambda row: (-row.western_year, _KINDS.index(row.kind)))
    return [
        YearSum(
            years[-before],
            _KINDS[kind],
            len(alike),
            sum(row.amount or 0 for row in alike),
            sum(row.previous or 0 for row in alike if row.amount is not None),
            sum(row.amount is None for row in alike),
            _copies(row for row in alike if row.amount is not None),
        )
        for (before, kind), alike in sorted(by_year.items())
    ]


def year_lines(rows: Iterable[Listed]) -> list[Phrase]:
    """The sums in words, a line for each year: 「令和9年度　12件　要求額 123,456千円　…　債務負担行為　1件　要求額 …」."""
    by_year = grouped(year_sums(rows), lambda of_kind: of_kind.year)
    return [
        side_by_side([year or phrase("年度のないもの"), *(of_kind.words for of_kind in of_year)])
        for year, of_year in by_year.items()
    ]


def _copies(rows: Iterable[Listed]) -> int:
    """How many of the requests are a copy of another."""
    ids = [row.document_id for row in rows if row.document_id]
    return len(ids) - len(set(ids))


def _stamp(path: Path) -> Stamp | None:
    try:
        state = path.stat()
    except (OSError, ValueError):
        return None
    return Stamp(state.st_mtime_ns, state.st_size)


def _owner(path: Path) -> tuple[str, str]:
    owner = owner_of(path)
    if owner is None or (owner.machine, owner.process) == (machine(), os.getpid()):
        return "", ""
    return owner.shown_name, owner.words
