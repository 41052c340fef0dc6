"""Cells of the tables of fiscal years as amounts by source key; sums that have no place of their own are compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from model.amount import Amount, parse
from model.multi_year_words import SourceColumn
from model.place import GENERAL
from model.standard import Standard
from templates.page_reader.pieces import Line as TextLine
from templates.page_reader.pieces import compact, unread
from templates.page_reader.year_rows import YearRow
from templates.reading import Unread

_SUM = "「{label}」の行の「{column}」は各年度の和（{derived}）と違います。様式に入れる場所がなく、取り込んでいません。"
_SHORT = "表のこの行は列の数と合わず、空欄の場所が分かりません。額を取り込んでいません。"
_NO_COLUMN = "表の列「{column}」は様式にない列で、額を取り込んでいません。"


def source_labels(standard: Standard) -> dict[str, str]:
    """Every word that heads a column of funds in such tables, without spaces, and its source key or ``general``."""
    columns: list[SourceColumn] = [
        *(column for plan in standard.commitment_columns for column in plan.columns),
        *standard.continuing.columns,
        *(SourceColumn(each.key, each.label) for each in standard.funding_sources),
    ]
    labels = {compact(each.label): each.key for each in columns}
    labels |= {label.replace("・", ""): key for label, key in labels.items()}
    return labels | {compact(each.label): GENERAL for each in standard.general_funds}


def spread(row: YearRow, columns: Sequence[str], rest: str) -> dict[str, Amount] | None:
    """A row's figures by the words of its columns, blank ones left out; None where blank cells were lost.

    Args:
        row: the row.
        columns: the words of its columns.
        rest: the key of the last column of funds, which a row with two equal figures has beside its first.
    """
    cells = list(row.cells)
    if len(cells) == 2 < len(columns) and cells[0] == cells[1] and rest in columns:
        values = {columns[0]: parse(cells[0]), rest: parse(cells[1])}
        return {key: value for key, value in values.items() if value is not None}
    if len(cells) == 1:
        cells += [""] * (len(columns) - 1)
    if len(cells) != len(columns):
        return None
    return {
        column: amount
        for column, cell in zip(columns, cells, strict=True)
        if (amount := None if cell in ("-", "−", "―") else parse(cell)) is not None
    }


def by_key(
    values: dict[str, Amount], labels: dict[str, str], row: YearRow
) -> tuple[dict[str, Amount], list[Unread]]:
    """Figures by the words of their columns as figures by source key, and those whose column is none of the form."""
    found = {labels[column]: amount for column, amount in values.items() if column in labels}
    missed = [
        entry_of(row, _NO_COLUMN.format(column=column))
        for column, amount in values.items()
        if column not in labels and amount
    ]
    return found, missed


def without_rest(sources: dict[str, Amount], amount: Amount) -> dict[str, Amount]:
    """Funds without the 一般財源 that is what they leave of the amount."""
    rest = total([amount]) - total(value for key, value in sources.items() if key != GENERAL)
    return {key: value for key, value in sources.items() if key != GENERAL or value != rest}


def total(values: Iterable[Amount]) -> int:
    """The sum of what is known, 千円."""
    return sum(value for value in values if isinstance(value, int))


def wrong_sum(row: YearRow, column: str, printed: Amount, derived: int) -> list[Unread]:
    """The entry of a printed sum that has no place where it is not the derived one."""
    if printed is None or printed == derived:
        return []
    why = _SUM.format(label=row.label, column=column, derived=f"{derived:,}千円")
    return [Unread(f"{row.number}行目", f"{row.label} {printed}", why)]


def short(row: YearRow) -> Unread:
    """The entry of a row whose blank cells were lost."""
    return entry_of(row, _SHORT)


def entry_of(row: YearRow, why: str) -> Unread:
    """The entry of a row."""
    return unread(TextLine(row.number, " ".join((*row.before, row.label, *row.cells, *row.after))), why)
