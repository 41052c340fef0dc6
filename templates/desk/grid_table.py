"""The grid of decisions as a table: its headings, the key of a row, and what stands in the rows of one that came back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from msgspec.structs import replace

from model.language import phrase
from model.register.deciding import DECIDED_LABELS, DecidedRow
from model.register.filled import Filled, RefusedDecisionError
from model.register.listing import RegisterRow
from model.values.amount import parse as parse_amount
from templates.desk.table_book import KEY_HEADING
from templates.readers.books.cells import Sheet, address

GRID_TITLE: Final = "査定"
LINES_TITLE: Final = "行別"
AMOUNT: Final = "要求額(千円)"
RESULT: Final = "結果"
COMMENT: Final = "財政課処理欄"
_WORDS: Final[Mapping[str, str]] = {"result": RESULT, "comment": COMMENT}
GRANTED: Final = "計上額(千円)"
REASON: Final = "減額の理由"
NO_KEY: Final = phrase(
    "「{key_heading}」が空欄のため、どの要求の行か分かりません。表を出し直し、その行に入れてください。",
    key_heading=KEY_HEADING,
)


def input_headings(sources: Mapping[str, str]) -> dict[tuple[DecidedRow, str], str]:
    """The headings of the amounts that are filled in: of 計上, 保留 and 別途 the whole (""), then each source, by their labels."""
    return {
        (row, source): f"{label} {sources[source]}(千円)" if source else f"{label}額(千円)"
        for row, label in DECIDED_LABELS.items()
        for source in ("", *sources)
    }


class RowKey(NamedTuple):
    """What a row says it was filled in on; ``shown`` is the digest of what stood in it."""

    request: str
    version: str
    revision: int
    shown: str

    @classmethod
    def of(cls, row: RegisterRow, filled: Filled) -> RowKey:
        """The key of a row of the register."""
        return cls(row.request, row.version, row.revision, filled.digest)

    @classmethod
    def read(cls, text: str) -> RowKey:
        """The key of a row that came back; of one that was changed by hand, one that no row of the register has."""
        request, version, revision, shown = (*text.split(" "), "", "", "", "")[:4]
        return cls(request, version, int(revision) if revision.isdecimal() else -1, shown)

    def __str__(self) -> str:
        """The key as it stands in a cell."""
        return f"{self.request} {self.version} {self.revision} {self.shown}"


class GridTable:
    """A table that came back.

    Attributes:
        keys: the number and the key of each row that has one.
        without_key: the numbers of the rows that hold something and have none.
    """

    def __init__(self, sheet: Sheet, heading: int, columns: dict[str, int]) -> None:
        self._sheet = sheet
        self._columns = columns
        self.keys: list[tuple[int, str]] = []
        self.without_key: list[int] = []
        for index, row in sorted(sheet.rows.items()):
            if key := str(row.get(columns[KEY_HEADING]) or "").strip() if index > heading else "":
                self.keys.append((index, key))
            elif index > heading and row:
                self.without_key.append(index)

    @staticmethod
    def of(sheet: Sheet | None) -> GridTable | None:
        """The table of a sheet; None where no row of it has the heading of the keys."""
        for index, row in sorted(sheet.rows.items()) if sheet is not None else ():
            columns = {str(value): column for column, value in row.items()}
            if sheet is not None and KEY_HEADING in columns:
                return GridTable(sheet, index, columns)
        return None

    def name(self, row: int) -> str:
        """The request of a row in words: its 課 and its name."""
        return f"{self.text(row, '課')}「{self.text(row, '事業名')}」"

    def has(self, heading: str) -> bool:
        """Whether it has a column."""
        return heading in self._columns

    def text(self, row: int, heading: str) -> str:
        """The text of a cell; "" where it is blank, or there is no such column."""
        value = self._sheet.value(row, self._columns.get(heading, 0))
        return "" if value is None else str(value).strip()

    def amount(self, row: int, heading: str) -> int | None:
        """The amount of a cell, 千円; None where it is blank.

        Raises:
            RefusedDecisionError: where it is none.
        """
        if heading not in self._columns:
            return None
        text = self.text(row, heading)
        value = parse_amount(text) if text else None
        if isinstance(value, str):
            where = address(row, self._columns[heading])
            raise RefusedDecisionError(
                "{title}!{where} の「{text}」は額として読めません。千円の整数を入れてください。",
                title=self._sheet.title,
                where=where,
                text=text,
            )
        return value

    def filled(self, row: int, sources: Mapping[str, str], before: Filled) -> Filled:
        """What was filled into a row.

        ``sources`` are the labels of the specific funds by their keys. What the table has no column of stays as it was ``before``.

        Raises:
            RefusedDecisionError: where an amount cannot be read.
        """
        filled = before
        for (of_row, source), heading in input_headings(sources).items():
            if heading in self._columns:
                filled = filled.with_amount(of_row, source, self.amount(row, heading))
        words = {name: self.text(row, heading) for name, heading in _WORDS.items() if self.has(heading)}
        return replace(filled, **words)
