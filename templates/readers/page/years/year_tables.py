"""The tables of fiscal years of a page: found in its parts, read, and taken out of them where the form prints them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal, TypeAlias

from msgspec.structs import replace

from model.language import phrase
from model.request.multi_year import Commitment
from model.request.request import Header
from model.standard.form import SheetForm
from model.standard.standard import Standard
from model.values.fiscal_year import FiscalYear
from templates.readers.labels import compact
from templates.readers.page.cutting import Parts
from templates.readers.page.figure_tables import Table, find_table
from templates.readers.page.pieces import Grid, Line, Piece, unread
from templates.readers.page.years.annual_tables import (
    AnnualTable,
    annual_plan,
    continuing_of,
    read_annual,
    titled,
)
from templates.readers.page.years.commitment_year_tables import (
    change_plan,
    commitment_plan,
    read_commitments,
    with_change,
    with_granted,
)
from templates.readers.page.years.year_figures import placed, source_labels
from templates.readers.reading import Unread
from templates.readers.tables.columns.units import is_unit_note

Kind: TypeAlias = Literal["owed", "change", "annual"]

_SHORT: Final = phrase(
    "表のこの行は列の数と合わず、空欄の場所が分かりません。列の決まる額だけを取り込み、行を本文の終わりに残しました。"
)
_UNIT: Final = re.compile(r"[(]?単位[:;][^)]*[)]?")
_BRACKETS: Final = "<>〈〉《》≪≫【】[]:■○◆"


class YearTables:
    """債務負担行為要求書, 査定額, the change of a contract and 年割額, read from the parts of a page.

    On a sheet that is no 債務負担行為要求書 or 継続費要求書 of its own they are read too, and stay in the text besides.

    Attributes:
        parts: the parts without the tables that their form prints again.
        kept: rows of these tables that were not wholly understood, to be kept in the narrative.
    """

    def __init__(self, parts: Parts, header: Header, form: SheetForm, standard: Standard) -> None:
        self.commitments: list[Commitment] = []
        self._annual: list[AnnualTable] = []
        self.kept: list[Line] = []
        self.unread: list[Unread] = []
        self._header = header
        self._form = form
        self._standard = standard
        sources = source_labels(standard)
        self._plans = {
            "owed": commitment_plan(standard, sources),
            "change": change_plan(standard),
            "annual": annual_plan(standard, sources),
        }
        content, results = self._read(parts.content), self._read(parts.results)
        comment = self._read(parts.comment, is_granted=True)
        self.parts = replace(parts, content=content, results=results, comment=comment)
        self.continuing, missed = continuing_of(self._annual, standard)
        self.unread += missed

    def _read(self, pieces: Sequence[Piece], *, is_granted: bool = False) -> list[Piece]:
        """What is left of a part when its tables are read; ``is_granted`` where they are those of 査定額, in 財政課処理欄."""
        kept: list[Piece] = []
        index = 0
        while index < len(pieces):
            kind, table = self._find(pieces, index)
            title = _above(kept) if table else ""
            if table is None or not self._take(kind, table, title, is_granted=is_granted):
                kept.append(pieces[index])
                index += 1
                continue
            short = [row for row in table.rows if not row.is_whole]
            self.unread += [unread(row.line, _SHORT) for row in short]
            page = self._form.page
            if page.continuing if kind == "annual" else page.commitments:
                self._drop_title(kept, kind, title)
                self.kept += [row.line for row in short]
            else:
                kept += pieces[index : table.end]
            index = table.end
        return kept

    def _find(self, pieces: Sequence[Piece], index: int) -> tuple[Kind, Table | None]:
        kinds: tuple[Kind, ...] = ("owed", "change", "annual")
        for kind in kinds:
            table = find_table(pieces, index, self._plans[kind], tuple(self._plans.values()))
            if table is not None:
                return kind, placed(table, self._plans[kind])
        return "owed", None

    def _take(self, kind: Kind, table: Table, title: str, *, is_granted: bool) -> bool:
        """Add the content of a table to what was read; false where it is no table of this kind."""
        year: FiscalYear = self._form.year
        if kind == "annual":
            named = titled(title, self._standard)
            if named is None:
                return False
            self._annual.append(read_annual(table, *named))
            return True
        if kind == "change":
            self.commitments, missed = with_change(self.commitments, table, year, self._standard)
        else:
            found, missed = read_commitments(table, self._header, self._standard)
            is_granted = is_granted or compact(title).startswith(
                compact(self._standard.commitments.granted_title)
            )
            if is_granted and not self.commitments:
                return False
            if is_granted:
                self.commitments, more = with_granted(self.commitments, found, table.rows[0])
                missed += more
            else:
                self.commitments += found
        self.unread += missed
        return True

    def _drop_title(self, kept: list[Piece], kind: Kind, title: str) -> None:
        """Take the words above a table out of the text where the form prints them itself."""
        words, annual = self._standard.commitments, self._standard.continuing
        own = {
            "owed": [words.title, words.granted_title],
            "change": [words.change_title],
            "annual": [annual.before, annual.after, annual.change, annual.annual],
        }[kind]
        printed = _bare(title)
        if kind == "annual":  # the work stands before the word
            printed = next((word for word in own if printed.endswith(word)), "")
        if printed not in {compact(word) for word in own}:
            return
        while kept and (kept[-1].is_blank or _is_unit(kept[-1])):
            kept.pop()
        if kept:
            kept.pop()
        while kept and kept[-1].is_blank:
            kept.pop()
        last = kept[-1] if kept else None
        if kind == "annual" and isinstance(last, Line) and _bare(last.text) == compact(annual.title):
            kept.pop()


def _above(kept: Sequence[Piece]) -> str:
    """The line just above a table; "" where there is none."""
    for piece in reversed(kept):
        if isinstance(piece, Grid):
            return ""
        if not piece.is_blank and not _is_unit(piece):
            return piece.text.strip()
    return ""


def _bare(text: str) -> str:
    return _UNIT.sub("", compact(text)).strip(_BRACKETS)


def _is_unit(piece: Piece) -> bool:
    return isinstance(piece, Line) and is_unit_note(piece.text)
