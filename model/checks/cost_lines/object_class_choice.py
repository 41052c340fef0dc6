"""Whether a line stands in the 節 that its words and prices tell: repairs, goods, words that often land wrong (rules 46 to 48)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from model.basis.terms import Basis
from model.checks.case import LineContext
from model.checks.cost_lines.cost_kind import is_of_kind, object_class_of, texts_of
from model.checks.finding import Fix
from model.checks.quoted import words_of
from model.checks.rule import Found, LineInYearCheck
from model.checks.sources import ESTIMATES_AND_CLASSES
from model.figures.figures import LineTotals
from model.request import place
from model.standard.line_words import Goods
from model.standard.unit_price import unit_prices
from model.totals import object_class

_GUIDE: Final = "自治体の支出科目の手引（需用費・役務費・委託料・備品購入費の区分）"
_GOODS: Final = "自治体の物品の区分の手引（備品と消耗品）"


@LineInYearCheck.rule(
    "46",
    "部品を伴わない修理は役務費（手数料）、部品を伴う修理は需用費（修繕料）。",
    ESTIMATES_AND_CLASSES,
    "warning",
    state="data",
    why="節のある修理の行で、部品の有無が書かれているものを検査します。",
)
def repair_is_in_the_class_of_its_parts(line: LineTotals, context: LineContext) -> Iterator[Found]:
    """Rule 46: a repair without parts is a fee (役務費, 手数料), one with parts 修繕料 (需用費).

    Only a contradiction is reported: a 節 of one kind beside words of the other. A repair that says nothing of parts, and one
    in any third 節 (工事請負費 for large ones, 委託料 for maintenance), is left alone.
    """
    repair = context.standard.line_words.repair
    if not line.line.object_class or not is_of_kind(line, context, repair):
        return
    of_line = object_class_of(line, context)
    text = texts_of(line)
    without = repair.without_parts.is_in(text)
    if without and of_line and of_line.name == repair.with_class[0]:
        right, said = repair.without_class, "部品を伴わない修理"
    elif not without and repair.parts.is_in(text) and of_line and of_line.name == repair.without_class[0]:
        right, said = repair.with_class, "部品を取り替える修理"
    else:
        return
    yield _other_class(
        line, context, right, f"「{words_of(line.line.text)}」は{said}なので、節は{_named(right)}になります"
    )


@LineInYearCheck.rule(
    "47",
    "備品か消耗品かは、1個の値段の基準で分ける。",
    _GOODS,
    "warning",
    state="data",
    why="節のある行の積算に、1個（台、脚など）の単価があるときに検査します。",
)
def goods_are_in_the_class_of_their_price(line: LineTotals, context: LineContext) -> Iterator[Found]:
    """Rule 47: what lasts and costs at least so much a piece is an asset (備品), what costs less a consumable (消耗品).

    The prices are the Standard's table; only a basis that counts pieces (台, 脚 …) has a price of one. Furniture, books and
    works of art are assets whatever they cost, ink and chemicals consumables.
    """
    if not line.line.object_class or not line.line.basis:
        return
    goods = next((good for good in context.standard.line_words.goods if good.holds_in(context.year)), None)
    of_line = object_class_of(line, context)
    if goods is None or of_line is None:
        return
    text, prices = texts_of(line), _prices(line.basis, goods)
    sub = (object_class.sub_object(line.line.object_class), line.line.text)
    if not prices:
        return
    if of_line.name == goods.asset:
        price, right = max(prices), goods.consumable
        if price >= goods.consumable_below or goods.always_assets.is_in(text):
            return
        rule = f"{goods.consumable_below:,}円未満の物は{_named(right)}です"
    elif of_line.name == goods.consumable[0] and goods.consumable[1] in sub:
        price, right = min(prices), (goods.asset, "")
        if price < goods.asset_from or goods.always_consumables.is_in(text):
            return
        rule = f"{goods.asset_from:,}円以上の長く使う物は{_named(right)}です"
    else:
        return
    said = f"「{words_of(line.line.text)}」は1個 {int(price):,}円で、{rule}"
    yield _other_class(line, context, right, said)


def _prices(basis: Basis | None, goods: Goods) -> list[Fraction]:
    """The prices of one piece in a basis, 円; none where anything in it is not counted in pieces."""
    found = unit_prices(basis)
    of_pieces = [
        price * 1_000
        for price, counts in found
        if price is not None and len(counts) == 1 and counts[0] in goods.pieces
    ]
    return of_pieces if len(of_pieces) == len(found) else []


@LineInYearCheck.rule(
    "48",
    "節を取り違えやすい経費は、言葉から節を確かめる（測量・鑑定は委託料など）。",
    _GUIDE,
    "info",
    state="data",
    why="節のある行を、様式の設定の言葉の表で検査します。",
)
def words_are_in_their_class(line: LineTotals, context: LineContext) -> Iterator[Found]:
    """Rule 48: costs whose words often land in the wrong 節, by the Standard's table: 測量 belongs to 委託料, 切手 to 役務費.

    A word says something only in the 節 where it is likely wrong; in any other it may well be right.
    """
    if not line.line.object_class:
        return
    of_line = object_class_of(line, context)
    if of_line is None:
        return
    said = f"{line.line.text}\n{object_class.sub_object(line.line.object_class)}"
    for row in context.standard.line_words.misplaced:
        if of_line.name not in row.wrong or not row.is_in(said):
            continue
        if row.at_most is not None and (line.amount.value or 0) > row.at_most:
            continue
        yield _other_class(
            line,
            context,
            row.right,
            f"「{words_of(line.line.text)}」のような経費は、多くは{_named(row.right)}です（節は{of_line.name}になっています）",
        )
        return


def _named(right: tuple[str, str]) -> str:
    """「需用費（修繕料）」."""
    return f"{right[0]}（{right[1]}）" if right[1] else right[0]


def _other_class(line: LineTotals, context: LineContext, right: tuple[str, str], said: str) -> Found:
    """The finding of a line in the wrong 節, with the repair that puts it into the right one of the year."""
    where = place.line(line.line.id, "object_class")
    fix = None
    for of_year in context.standard.object_classes_in(context.year):
        if of_year.name == right[0]:
            value = object_class.label(of_year, right[1])
            fix = Fix(f"「{value}」に直す", where, value)
    return Found(where, f"{said}。節を確かめてください。", fix=fix)
