"""The flat sheets of costs: every cost line (経費明細), and their subtotals by 節 (節別)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeAlias

from model.document.document import Snapshot
from model.figures.figures import Figure, LineTotals
from model.keys.request_keys import sheet_kind
from model.request.columns import COST_COLUMNS, LineField, column_of
from model.request.place import YEARS
from model.standard.parts import ObjectClass
from model.totals import object_class
from model.values.amount import ROUNDING_WORDS, round_exact
from model.values.one_line import one_line
from templates.workbook.style import Value

_DECIMALS: Final = 6

Columns: TypeAlias = tuple[tuple[str, ...], list[tuple[Value, ...]]]
"""A flat table's headings and rows."""
Row: TypeAlias = dict[str, Value]
"""The cells of a row by their headings."""


CLASS_HEADINGS: Final = ("節番号", "節", "細節")
BASIS_HEADING: Final = "積算"
COUNTED_HEADING: Final = "歳出の合計に入る(1=入る)"
MARK_HEADING: Final = "印"
_PLAIN: Final = tuple(column for column in COST_COLUMNS if column.fields and column.key != "object_class")
_BESIDE: Final = tuple(column for column in _PLAIN if column.holds == "words" and column.key != "text")
FIELD_OF: Final[Mapping[str, LineField]] = {
    **{column.full_heading: column.fields[0] for column in _PLAIN},
    BASIS_HEADING: "basis",
    MARK_HEADING: "mark",
}
"""The headings of 経費明細 below which a field of a line stands as it is held."""


def cost_lines(snapshot: Snapshot) -> Columns:
    """Every line and part with figures of its own; a part without a 節 of its own has that of the line it is a part of.

    What stands above lines as their heading is a column; 歳出の合計に入る says which rows add up to the 合計, for a line and
    its parts both have their amounts.
    """
    text, *years = (column_of(field).full_heading for field in ("text", *YEARS))
    is_expenditure = sheet_kind(snapshot.totals.form.page, snapshot.standard) == "expenditure"
    headings = (
        *("表の順", "表", "見出し", "行の順", "段", text, "種別", COUNTED_HEADING, *years),
        *("前年度予算額の由来", "要求額の由来", BASIS_HEADING, "積算の値(千円)", "端数処理"),
        *(*CLASS_HEADINGS, MARK_HEADING, *(column.label for column in _BESIDE), "行ID"),
    )
    rows: list[tuple[Value, ...]] = []
    for index, group in enumerate(snapshot.totals.groups, start=1):
        title = one_line(group.group.title)
        for number, (line, level, of_class, above) in enumerate(_walk(group.lines), start=1):
            kind = "内訳あり" if line.parts else "行"
            is_counted = is_expenditure and len(above) == level - 1
            rows.append(
                (
                    *(index, title, "／".join(above), number, level, one_line(line.line.text), kind),
                    int(is_counted),
                    *(line.of(year).shown for year in YEARS),
                    *(_origin(line, line.of(year)) for year in YEARS),
                    *_basis(line),
                    *_object_class(of_class, snapshot),
                    snapshot.standard.mark_label(line.line.mark),
                    *(getattr(line.line, column.fields[0]) for column in _BESIDE),
                    line.line.id,
                )
            )
    return headings, rows


def prices(snapshot: Snapshot) -> Columns:
    """The unit prices (単価) that the calculations use, as typed."""
    return ("名前", "単価"), [(name, price) for name, price in snapshot.request.prices.items()]


def object_classes(snapshot: Snapshot) -> Columns:
    """The subtotals by 節 (段 1, which add up to the lines) and by 細節 below them (段 2); none where no line has one."""
    found = object_class.subtotals(snapshot.totals.groups, snapshot.totals.year.year, snapshot.standard)
    rows: list[tuple[Value, ...]] = []
    for subtotal in found:
        number, name = _number_and_name(subtotal.object_class, subtotal.label)
        rows.append((1, number, name, None, subtotal.previous, subtotal.amount, None, None))
        rows += [(2, number, name, sub.name, None, None, sub.previous, sub.amount) for sub in subtotal.subs]
    of_classes = ("前年度予算額(千円)", "要求額(千円)")
    return ("段", "節番号", "節", "細節", *of_classes, *(f"細節の{words}" for words in of_classes)), rows


def _walk(
    lines: tuple[LineTotals, ...], level: int = 1, inherited: str = "", above: tuple[str, ...] = ()
) -> Iterator[tuple[LineTotals, int, str, tuple[str, ...]]]:
    """Every line that is no heading with its level, the text of its 節, and the headings right above it."""
    for line in lines:
        of_class = line.line.object_class or inherited
        below = above
        if line.is_printed_as_heading:
            below = (*above, one_line(line.line.text))
        else:
            yield line, level, of_class, above
        yield from _walk(line.parts, level + 1, of_class, below)


def _object_class(text: str, snapshot: Snapshot) -> tuple[Value, Value, Value]:
    """Number, name and 細節 of a line's text; what is no 節 of the year stays as typed, without a number."""
    found = object_class.of_line(text, snapshot.totals.year.year, snapshot.standard)
    return *_number_and_name(found, text.partition("/")[0].strip()), object_class.sub_object(text)


def _number_and_name(found: ObjectClass | None, text: str) -> tuple[Value, Value]:
    return (found.number, found.name) if found else (None, text)


def _basis(line: LineTotals) -> tuple[Value, Value, Value]:
    """The calculation of a line, what it gives before the rounding, and how that was rounded."""
    outcome, figure = line.outcome, line.amount
    if outcome is None:
        return None, None, None
    exact = None if outcome.exact is None else _decimal(outcome.exact)
    rounded = figure.mode is not None and figure.exact != figure.derived == figure.value
    return line.line.basis, exact, ROUNDING_WORDS[figure.mode] if rounded and figure.mode else None


def _decimal(value: Fraction) -> Decimal:
    """An exact value as a cell can hold it: six decimals at most, as a spreadsheet computes with."""
    millionths = Decimal(round_exact(value * 10**_DECIMALS, "half_up"))
    return millionths.scaleb(-_DECIMALS).normalize() + 0


def _origin(line: LineTotals, figure: Figure) -> str:
    """Where a figure comes from: typed, derived from parts or a basis, or typed over a derived one."""
    if figure.shown is None:
        return "空欄"
    if figure.is_declared:
        return "手入力(計算値あり)"
    if figure.derived is None:
        return "入力"
    return "計算" if line.parts or line.outcome is None else "積算"
