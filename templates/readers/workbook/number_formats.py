"""Amounts of our own workbook that show something else than they hold, for their number format was changed: both are said."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal, InvalidOperation
from math import log
from typing import Final, NamedTuple

from model.edits.fields import holds_amount
from model.request.lines import walk
from model.request.place import Place
from model.request.request import Request
from model.values.amount import UNITS, Written, in_yen
from templates.readers.books.cells import At, Sheet
from templates.readers.workbook.page_now import Difference, PageNow
from templates.readers.workbook.report import Report

_AS_WRITTEN: Final = "値は書き出したときのままで、表示形式だけが変わっています。"


class Shown(NamedTuple):
    """The number that a cell holds, and what it shows of it: the words, and the same in 千円; None where it is no amount."""

    held: int | Decimal
    words: str
    amount: int | Decimal | None


def shown_otherwise(sheet: Sheet, index: At) -> Shown | None:
    """What a cell shows where that is not its number in 千円; None where it is, or there is no number."""
    value = sheet.value(*index)
    if value is None or isinstance(value, str):
        return None
    shown, unit = sheet.shown.get(index, value), getattr(sheet, "units", {}).get(index, "")
    if isinstance(shown, str):
        return Shown(value, shown, None)
    amount = shown * Decimal(int(in_yen(Written(1, unit if unit in UNITS else "")))) / 1_000
    if amount == value:
        return None
    return Shown(value, f"{shown:,}{unit}", int(amount) if amount == int(amount) else amount.normalize())


def as_meant(difference: Difference, sheet: Sheet, report: Report) -> Difference:
    """A retyped amount as it is taken: of what its cell holds and shows, what is nearer to the amount that was written."""
    place = difference.written.place
    shown = shown_otherwise(sheet, difference.address) if holds_amount(place) else None
    if shown is None:
        return difference
    try:
        before = Decimal(difference.before or 0)
    except InvalidOperation:
        return difference  # words were written there
    is_shown = shown.amount is not None and _distance(shown.amount, before) < _distance(shown.held, before)
    why = f"書き出した額は {before:,}千円 です。"
    ask(report, difference.address, place, shown, is_shown=is_shown, why=why)
    return difference._replace(value=shown.amount) if is_shown else difference


def ask_of_formats(request: Request, page: PageNow, retyped: Collection[At], report: Report) -> None:
    """Ask of the amounts that nobody retyped and that show something else: once for each column of a table."""
    tables = {line.id: group.id for group in request.groups for line, _ in walk(group.lines)}
    columns: dict[tuple[Place, int], list[tuple[At, Place, Shown]]] = {}
    for place, index in page.figure_cells().items():
        shown = shown_otherwise(page.sheet, index)
        if shown is not None and holds_amount(place) and index not in retyped:
            kind, part = place.split("/")[:2]
            table = f"group/{tables.get(part, part)}" if kind in ("line", "group") else ""
            columns.setdefault((table, index[1]), []).append((index, place, shown))
    for (table, _), [(index, place, shown), *others] in columns.items():
        more = f"（同じ列にほかに {len(others)} か所）" if others else ""
        ask(report, index, table if others else place, shown, more, why=_AS_WRITTEN)


def ask(
    report: Report, index: At, place: Place, shown: Shown, more: str = "", *, is_shown: bool = False, why: str
) -> None:
    """Ask whether an amount is what its cell holds or what it shows, which was taken where ``is_shown``; ``more`` tells of further cells of the kind."""
    readings = (f"{shown.held:,}千円", shown.words if shown.amount is None else f"{shown.amount:,}千円")
    taken, other = reversed(readings) if is_shown else readings
    said = f"セルの値 {shown.held:,} が、表示形式のために「{shown.words}」と表示されています{more}。{taken}と読みました。"
    report.ask(*index, place, said, taken, other, why)


def _distance(value: int | Decimal, before: Decimal) -> float:
    """How many times an amount is another one, as a logarithm."""
    return abs(log((abs(Decimal(value)) + 1) / (abs(before) + 1)))
