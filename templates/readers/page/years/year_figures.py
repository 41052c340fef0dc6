"""Cells of the tables of fiscal years as amounts by source key; sums that have no place of their own are compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from model.language import phrase
from model.request.place import EXPENSE, GENERAL
from model.standard.standard import Standard
from model.values.amount import Amount, parse
from templates.readers.labels import compact, fund_labels
from templates.readers.page.figure_tables import Plan, Row, Table
from templates.readers.page.placement import agreed, number, placements
from templates.readers.reading import Unread

_SUM = phrase(
    "「{label}」の行の「{column}」は各年度の和（{derived}）と違います。様式に入れる場所がなく、取り込んでいません。"
)


def source_labels(standard: Standard) -> dict[str, str]:
    """Every word that heads a column of funds in such tables, without spaces, and its source key or ``general``."""
    columns = [column for plan in standard.commitment_columns for column in plan.columns]
    columns += standard.continuing.columns
    labels = {compact(column.label): column.key for column in columns} | fund_labels(standard)
    return labels | {label.replace("・", ""): key for label, key in labels.items()}


def column_words(standard: Standard) -> dict[str, str]:
    """What the column of each key is called."""
    words = {key: label for label, key in reversed(source_labels(standard).items())}
    return {**words, EXPENSE: standard.words.expense}


def placed(table: Table, plan: Plan) -> Table:
    """The table with the figures of its rows by the keys of their columns, as far as each has one place."""
    return replace(table, rows=tuple(_placed(row, table.keys, plan) for row in table.rows))


def _placed(row: Row, columns: Sequence[str], plan: Plan) -> Row:
    ways = placements(row.cells, len(columns))
    if len(ways) > 1:
        ways = [cells for cells in ways if _fits(dict(zip(columns, cells, strict=True)), plan)] or ways
    found = dict(zip(columns, agreed(ways), strict=False))
    is_whole = bool(ways) and None not in found.values()
    if len(row.cells) == 1 and plan.whole:
        found[plan.whole] = row.cells[0]  # the sum is that figure, wherever it stands
    figures = {
        column: amount
        for column, cell in found.items()
        if cell not in (None, "-", "−", "―") and (amount := parse(cell)) is not None
    }
    return replace(row, figures=figures, is_whole=is_whole)


def _fits(cells: Mapping[str, str], plan: Plan) -> bool:
    """Whether cells agree with the arithmetic of their table, an empty source being 0."""
    if plan.whole:
        return number(cells[plan.whole]) * 2 == sum(map(number, cells.values()))
    before, after, difference = (cells.get(key, "") for key in plan.change)
    return "" in (before, after, difference) or number(after) - number(before) == number(difference)


def without_rest(sources: Mapping[str, Amount], amount: Amount) -> dict[str, Amount]:
    """Funds without the 一般財源 that is what they leave of the amount."""
    rest = total([amount]) - total(value for key, value in sources.items() if key not in (EXPENSE, GENERAL))
    return {key: value for key, value in sources.items() if key != GENERAL or value != rest}


def total(values: Iterable[Amount]) -> int:
    """The sum of what is known, 千円."""
    return sum(value for value in values if isinstance(value, int))


def wrong_sum(row: Row, column: str, printed: Amount, derived: int) -> list[Unread]:
    """The entry of a printed sum that has no place where it is not the derived one."""
    if printed is None or printed == derived:
        return []
    why = phrase(_SUM, label=row.label, column=column, derived=f"{derived:,}千円")
    return [Unread(f"{row.number}行目", f"{row.label} {printed}", why)]
