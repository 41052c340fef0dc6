"""The unit of a table against its calculations and its years: where these say another, it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from model.language import phrase
from templates.readers.tables.columns.calculations import calculated_unit
from templates.readers.tables.columns.relations import is_product, size
from templates.readers.tables.question import Question
from templates.readers.tables.understood import RawTable, Understood

_SCALED: Final = (300, 3_000)  # times one year's figure is the other's, where the units differ

_LEAST: Final = 2  # rows from which on a product is no chance
_THOUSAND: Final = 1_000
_APART: Final = 99  # times one year's sum is the other's, where their units may differ
_FEW: Final = 5  # the same, where the unit of one is that of the heading beside it


def questions_of_units(table: Understood, raw: RawTable) -> Iterator[Question]:
    """Ask where the figures of one year are some hundred times those of the other: one of them has another unit."""
    amount = table.year_columns[1]
    lines = [row for row in table.rows if row.summed.kind == "line"]
    if raw.choices.unit or amount is None or any(question.subject == "unit" for question in table.questions):
        return
    own = table.headings.units.get(amount, "") or table.unit
    rows = [row.row for row in lines]
    calculated = calculated_unit(table.grid, table.roles, rows, least=2) or _unit_of_prices(table, raw, rows)
    if calculated not in ("", own):
        yield _asked(
            raw,
            amount,
            phrase(
                "積算の言葉から計算した額は、{calculated}なら合います。{own}として読みました。",
                calculated=calculated,
                own=own,
            ),
            phrase("積算の言葉と額の単位が違います。"),
            (own, calculated),
        )
        return
    both = [figures for row in lines if all(figures := row.figures)]
    sizes = [(size(before or 0), size(now or 0)) for before, now in both]
    least, most = _SCALED
    is_scaled = any(
        2 * sum(least * one < other < most * one for one, other in of_years) > len(sizes)
        for of_years in (sizes, [(now, before) for before, now in sizes])
    )
    before, now = (
        abs(Fraction(own or whole or 0)) for own, whole in zip(table.sums, table.total, strict=True)
    )
    named = [table.headings.units.get(column, "") for column in table.year_columns if column]
    is_taken_over = len(set(named)) == 2 and "" in named and (before > _FEW * now or now > _FEW * before)
    is_apart = not all(named) and (before > _APART * now or now > _APART * before)
    if is_scaled or (before and now and (is_apart or is_taken_over)):
        yield _asked(
            raw,
            amount,
            phrase(
                "要求額と前年度の額の大きさが違いすぎ、単位が同じかどうか決められません。どちらも{own}として読みました。",
                own=own,
            ),
            phrase("二つの年度の額は、ふつう単位の違いほどには違いません。"),
            (own,),
        )


def _unit_of_prices(table: Understood, raw: RawTable, rows: list[int]) -> str:
    """千円 where 単価 × 数量 is a thousand times the amount, as where prices are 円; "" where it is not."""
    prices, counts, (_, amount) = table.of("unit_price"), table.of("quantity"), table.year_columns
    if len(rows) < _LEAST or not (prices and counts and amount):
        return ""
    figures = raw.figures(rows)
    factor = is_product(figures[prices[0]], [figures[column] for column in counts], figures[amount])
    named = table.headings.units.get(prices[0], "円")
    return "千円" if factor == _THOUSAND and named == "円" else ""


def _asked(raw: RawTable, amount: int, sentence: str, evidence: str, units: tuple[str, ...]) -> Question:
    row = raw.heading_row(amount)
    return Question(
        "unit", raw.grid.where(row, amount), sentence, units[0], units[1:], evidence, "amount",
        row=row, column=amount, answers=units if len(units) > 1 else (),
    )  # fmt: skip
