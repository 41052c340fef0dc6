"""The unit of a table against its calculations and its years: where these say another, it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from model.language import phrase
from templates.readers.tables.columns.calculations import calculated_unit
from templates.readers.tables.columns.relations import size
from templates.readers.tables.question import Question, asked_of_cell
from templates.readers.tables.table_unit import unit_of_products
from templates.readers.tables.understood import FoundRow, Understood

_SCALED: Final = (300, 3_000)  # times one year's figure is the other's, where the units differ

_LEAST: Final = 2  # rows from which on a product is no chance
_APART: Final = 99  # times one year's sum is the other's, where their units may differ
_FEW: Final = 5  # the same, where the unit of one is that of the heading beside it


def questions_of_units(table: Understood) -> Iterator[Question]:
    """Ask where the figures of one year are some hundred times those of the other: one of them has another unit."""
    raw, amount = table.raw, table.year_columns[1]
    lines = table.of_kind("line")
    if raw.choices.unit or amount is None or any(question.subject == "unit" for question in table.questions):
        return
    own = table.headings.units.get(amount, "") or table.unit
    rows = [row.row for row in lines]
    calculated = calculated_unit(table.grid, table.roles, rows, least=_LEAST) or (
        unit_of_products(raw, table.roles, rows) if len(rows) >= _LEAST else ""
    )
    if calculated not in ("", own):
        sentence = phrase(
            "積算の言葉から計算した額は、{calculated}なら合います。{own}として読みました。",
            calculated=calculated,
            own=own,
        )
        evidence = phrase("積算の言葉と額の単位が違います。")
        answers: tuple[str, ...] = (own, calculated)
    elif _years_are_apart(table, lines):
        sentence = phrase(
            "要求額と前年度の額の大きさが違いすぎ、単位が同じかどうか決められません。どちらも{own}として読みました。",
            own=own,
        )
        evidence = phrase("二つの年度の額は、ふつう単位の違いほどには違いません。")
        answers = ()
    else:
        return
    cell = raw.heading_cell(amount)
    yield asked_of_cell(raw.grid, cell, "unit", sentence, own, answers[1:], evidence, "amount", answers)


def _years_are_apart(table: Understood, lines: Sequence[FoundRow]) -> bool:
    """Whether one year's figures are so many times the other's that their units may differ: in most lines, or in all."""
    sizes = [(size(before), size(now)) for before, now in (row.figures for row in lines) if before and now]
    least, most = _SCALED
    if any(
        2 * sum(least * one < other < most * one for one, other in of_years) > len(sizes)
        for of_years in (sizes, [(now, before) for before, now in sizes])
    ):
        return True
    whole = [size(own or total or 0) for own, total in zip(table.sums, table.total, strict=True)]
    before, now = map(sum, zip(*sizes, strict=True)) if sizes else whole  # new lines make no difference
    if not before or not now:
        return False
    named = [table.headings.units.get(column, "") for column in table.year_columns if column]
    is_taken_over = len(set(named)) == 2 and "" in named and max(before, now) > _FEW * min(before, now)
    return is_taken_over or (not all(named) and max(before, now) > _APART * min(before, now))
