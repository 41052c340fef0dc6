"""How the requests of the made-up prefecture come to the desk: in files, some twice, late, wrong, or changed by hand."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import openpyxl
from msgspec.structs import replace

from model.document import storage
from model.document.document import take_snapshot
from model.request.place import REQUEST_AMOUNT
from model.request.request import Funding, Request
from model.standard.standard import Standard
from templates.workbook.excel import workbook_bytes
from tests.desk import prefecture
from tests.templates.excel_reader import libreoffice

SECOND_STAGE: Final = "一般事業調整"
EARLIER_YEARS: Final = tuple(range(prefecture.YEAR - 4, prefecture.YEAR))
RAISED: Final = 1_000
"""千円 by which a person raises the first line of a workbook by hand."""
GAP: Final = 30
"""千円 by which a typed 要求額 differs from the sum of its lines."""
_CHANGED_BELOW: Final = 1_600
"""Of more requests no more are changed by hand: LibreOffice takes longer than the program."""
_IN_LIBREOFFICE: Final = 6
"""Workbooks that are changed in LibreOffice itself, which is started for each; the others are only saved by it."""


class Fact(NamedTuple):
    """What the tests know of a request, 千円: of which kind its amount is, and its sources.

    Attributes:
        kind: "" for 歳出, else the key of its sheet.
        gap: by how much a 要求額 that was typed is more than its lines, and so than its sources.
        funds: the specific funds of 歳出 by source.
        owed: what its 債務負担行為 owe by fiscal year, on whichever sheet they stand.
    """

    year: int
    budget: str
    stage: str
    number: int
    name: str
    bureau: str
    section: str
    kan: str
    kind: str
    amount: int
    previous: int
    gap: int
    funds: dict[str, int]
    owed: dict[int, int]


def fact_of(number: int, made: Request, *, raised: int = 0) -> Fact:
    """What is known of a request; ``raised`` is added where a person changed it by hand."""
    year = 2018 + int(made.header.fiscal_year.removeprefix("令和").removesuffix("年度"))
    office = prefecture.office_of(number)
    funds = {**made.funding.request, **made.funding.revived}
    return Fact(
        year,
        made.header.budget,
        made.header.stage,
        number,
        made.header.name,
        office.bureau,
        office.name,
        made.header.subject_kan,
        made.header.sheet,
        (made.components.get("revived") or prefecture.amount_of(made)) + raised,  # type: ignore[operator]
        sum(line.previous for group in made.groups for line in group.lines if isinstance(line.previous, int)),
        GAP if made.declared else 0,
        {source: amount for source, amount in funds.items() if isinstance(amount, int) and amount},
        {
            year + 1 + at: row.amount
            for owed in made.commitments
            for at, row in enumerate(owed.years)
            if isinstance(row.amount, int)
        },
    )


def as_sent(number: int, made: Request) -> Request:
    """A request as its section sends it: some write the code before their name, some type a total that is not the sum."""
    if number % 9 == 4:
        office = prefecture.office_of(number)
        made = replace(made, contact=replace(made.contact, section=f"{office.code}{office.name}"))
    if number % 17 == 12 and not made.header.sheet:
        made = replace(made, declared={REQUEST_AMOUNT: prefecture.amount_of(made) + GAP})
    return made


def is_changed_by_hand(number: int, made: Request) -> bool:
    """Whether somebody changes an amount in the workbook of a request."""
    is_plain = not made.header.sheet and not made.declared and made.header.budget == prefecture.INITIAL
    return number % 25 == 8 and number < _CHANGED_BELOW and is_plain


def is_sent_twice(number: int) -> bool:
    """Whether a request comes a second time, as a copy of its file."""
    return number % 13 == 5


class Writer:
    """Writes the files of a season below a folder.

    Attributes:
        folder: where.
        standard: the Standard in force.
        workbooks: how many of the requests are sent as workbooks, the others as request files.
    """

    def __init__(self, folder: Path, standard: Standard, workbooks: int) -> None:
        self.folder, self.standard, self.workbooks = folder, standard, workbooks

    def write_year(self, count: int) -> Iterator[Fact]:
        """Write the requests of the year: 当初予算, and a quarter as many of 補正予算; what is known of each."""
        edited: list[tuple[Path, int]] = []
        written: list[tuple[int, Path]] = []
        for budget, of in ((prefecture.INITIAL, count), (prefecture.SUPPLEMENTARY, count // 4)):
            for number, plain in enumerate(prefecture.requests(of, budget=budget)):
                made = as_sent(number, plain)
                by_hand = is_changed_by_hand(number, made)
                copy = "（補正）" if budget != prefecture.INITIAL else ""
                suffix = ".xlsx" if by_hand or number < self.workbooks else storage.SUFFIX
                path = self._write("in", number, made, suffix=suffix, copy=copy)
                if by_hand and isinstance(first := plain.groups[0].lines[0].amount, int):
                    edited.append((path, first))
                written.append((number, path))
                yield fact_of(number, made, raised=RAISED * by_hand)
        _change_by_hand(edited)
        for number, path in written:
            _age(path, 0)
            if is_sent_twice(number):
                twin = path.with_name(f"{path.stem} - コピー{path.suffix}")
                twin.write_bytes(path.read_bytes())
                _age(twin, 1)
        (self.folder / "in" / "壊れた要求書.yosan").write_bytes(b'{"format": 5')
        nameless = prefecture.request(0)
        nameless = replace(nameless, header=replace(nameless.header, name=""))
        (self.folder / "in" / "名前のない要求書.yosan").write_bytes(storage.dumps(nameless))

    def write_earlier(self, count: int, years: Sequence[int]) -> Iterator[Fact]:
        """Write the requests of years before; what is known of each."""
        for year in years:
            for number, made in enumerate(prefecture.requests(count, year=year)):
                self._write(f"earlier/{year}", number, made)
                yield fact_of(number, made)

    def write_late(self, count: int) -> Iterator[Fact]:
        """Write later versions of some requests, and one that is older than what is in force; what is known of the later ones."""
        for number in range(0, count, 9):
            made = as_sent(number, prefecture.request(number, version=2))
            if not made.header.sheet:
                _age(self._write("late", number, made), 100)
                yield fact_of(number, made)
        outdated = prefecture.request(0, version=3)
        _age(self._write("outdated", 0, outdated), -100)

    def write_copied(self) -> Fact:
        """Write a request that somebody made from a copy of another one, whose 事業ID it still has; what is known of it."""
        made = prefecture.request(1)
        made = replace(made, header=replace(made.header, name="写して作った事業99991"))
        _age(self._write("copied", 1, made), 200)
        return fact_of(1, made)._replace(number=99_991)

    def write_second_stage(self, granted: dict[str, tuple[Fact, int]]) -> Iterator[Fact]:
        """Write the requests of the second stage: those of which something was cut ask for it again (復活).

        Args:
            granted: what was granted by name, 千円.
        """
        for fact, amount in granted.values():
            if (cut := fact.amount - amount) and not fact.kind and fact.number < 99_000:
                plain = prefecture.request(fact.number)
                funds = Funding(standing={"national": amount}, revived={"national": cut})
                if plain.header.business_class == prefecture.ENTERPRISE:
                    funds = Funding(request={"national": cut})  # its form has no other row
                again = replace(
                    plain,
                    header=replace(plain.header, stage=SECOND_STAGE),
                    groups=(),
                    commitments=(),
                    components={"revived": cut},
                    funding=funds,
                )
                _age(self._write("second", fact.number, again), 300)
                yield fact_of(fact.number, again)

    def _write(
        self, where: str, number: int, made: Request, *, suffix: str = storage.SUFFIX, copy: str = ""
    ) -> Path:
        office = prefecture.office_of(number)
        path = self.folder / where / office.bureau / office.name / f"{made.header.name}{copy}{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        if suffix == storage.SUFFIX:
            path.write_bytes(storage.dumps(made))
        else:
            path.write_bytes(workbook_bytes(take_snapshot(made, self.standard)))
        return path


def _change_by_hand(edited: list[tuple[Path, int]]) -> None:
    """Raise the first amount of workbooks: some in LibreOffice, the others by openpyxl and then saved by LibreOffice, if it is there."""
    in_office = edited[:_IN_LIBREOFFICE] if libreoffice.PROGRAM and len(edited) > _IN_LIBREOFFICE else []
    for path, amount in edited:
        book = openpyxl.load_workbook(path)
        (cell, *_) = (
            cell
            for row in book["要求書"].iter_rows()
            for cell in row
            if cell.value == amount and cell.column > 1
        )
        cell.value = amount + RAISED
        if all(path != other for other, _ in in_office):
            book.save(path)
            continue
        with tempfile.TemporaryDirectory() as folder:
            profile = libreoffice.start_once(Path(folder) / "profile")
            step = f"    sheet.getCellByPosition({cell.column - 1}, {cell.row - 1}).Value = {amount + RAISED}"
            shutil.move(libreoffice.worked_on(path, Path(folder) / "book.xlsx", step, profile), path)
    others = [path for path, _ in edited[len(in_office) :]]
    if in_office and others:
        with tempfile.TemporaryDirectory() as folder:
            by_stem = {path.stem: path for path in others}
            for saved in libreoffice.resaved(others, Path(folder)):
                shutil.move(saved, by_stem[saved.stem])


def _age(path: Path, seconds: int) -> None:
    os.utime(path, (1_800_000_000 + seconds,) * 2)
