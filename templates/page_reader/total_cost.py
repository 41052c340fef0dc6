"""The total-cost table (事業費, 人件費, トータルコスト, people) as declared figures of its form's rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from model import people, place
from model.amount import Amount, half_width, parse
from model.form import CostRowPlan, SheetForm, fill_year
from model.place import CostColumn, Place
from model.request import Headcount, SheetRow
from model.standard import Standard
from templates.page_reader.matching import likeness, match_rows
from templates.page_reader.pieces import Line, Piece, compact, unread
from templates.page_reader.rows import Table, read_table
from templates.reading import Unread

_AMOUNT: Final = re.compile(r"[-−△▲+]?[\d,]*千円")
_PEOPLE: Final = re.compile(r"[-−△▲]?[\d.,]*人")
_FIGURES: Final[tuple[CostColumn, ...]] = ("expense", "labour", "total")
_NO_ROW: Final = "この行は様式のトータルコストの表にない行です。取り込んでいません。"
_NO_STAFF: Final = "この職員の列（{columns}）は様式のトータルコストの表にない列で、取り込んでいません。"
_NO_CELL: Final = "トータルコストの表の行として読めません。取り込んでいません。"


class TotalCost(msgspec.Struct, frozen=True):
    """What was read of the table: figures in 千円 by place, people as typed, and where it differs from its form."""

    declared: dict[Place, Amount] = {}
    headcount: Headcount = Headcount()
    words: dict[Place, str] = {}
    without: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()


def read_total_cost(pieces: Sequence[Piece], form: SheetForm, standard: Standard) -> TotalCost:
    """Read the table.

    Args:
        pieces: the part of the page with the table; none where the page has no such table.
        form: the form of the page.
        standard: the staff categories and words.
    """
    plans = form.page.cost_rows
    if not pieces:
        return TotalCost(without=("cost",) if plans else ())
    table = _table(pieces, standard)
    keys = match_rows([row.label for row in table.rows], _labels(plans, form))
    categories = _categories(table.heading, form, standard)
    declared: dict[Place, Amount] = {}
    headcount: dict[str, dict[str, str]] = {}
    words: dict[Place, str] = {}
    missed = [unread(line, _NO_CELL) for line in table.rest]
    usual = dict(_labels(plans, form))
    allowed = {category.key for category in standard.staff_of(form)}
    names = {category.key: category.label for category in standard.staff_categories}
    for row, key in zip(table.rows, keys, strict=True):
        if key is None:
            missed.append(unread(Line(row.number, " ".join((row.label, *row.cells))), _NO_ROW))
            continue
        for column, cell in zip(_FIGURES, row.cells, strict=False):
            amount = parse(cell) if cell != "千円" else None
            if amount is not None:
                declared[place.cost(key, column)] = amount
        counts = {
            category: count
            for category, cell in zip(categories, row.cells[len(_FIGURES) :], strict=False)
            if (count := people.clean(half_width(cell).removesuffix("人").strip()))
        }
        headcount[key] = {category: count for category, count in counts.items() if category in allowed}
        if other := [names[category] for category in counts if category not in allowed]:
            line = Line(row.number, " ".join((row.label, *row.cells)))
            missed.append(unread(line, _NO_STAFF.format(columns="、".join(other))))
        if more := row.cells[len(_FIGURES) + len(categories) :]:
            missed.append(unread(Line(row.number, " ".join((row.label, *more))), _NO_CELL))
        if row.label and row.label != usual[key]:
            words[f"cost/{key}"] = row.label
    without = tuple(f"cost/{plan.row}" for plan in plans if plan.row not in keys)
    return TotalCost(
        declared,
        Headcount(**headcount),
        words,
        without if any(keys) else ("cost",),
        tuple(missed),
    )


def is_assessed_by_rows(
    pieces: Sequence[Piece], plain: SheetForm, assessed: SheetForm, standard: Standard
) -> bool:
    """Whether the rows of a page without a 査定 line are rather those of an assessed one."""
    if not pieces or not any(plan.row == "assessed" for plan in assessed.page.cost_rows):
        return False
    labels = [row.label for row in _table(pieces, standard).rows]
    fits = [likeness(labels, _labels(form.page.cost_rows, form)) for form in (plain, assessed)]
    return fits[1] > fits[0]


def _labels(plans: Sequence[CostRowPlan], form: SheetForm) -> list[tuple[SheetRow, str]]:
    return [(plan.row, fill_year(plan.label, form.year)) for plan in plans]


def _table(pieces: Sequence[Piece], standard: Standard) -> Table:
    words = standard.words
    known = [
        compact(word)
        for word in (
            words.total_ab,
            words.expense_a,
            words.labour_b,
            words.total_cost,
            "(A+B)",
            words.staff,
            "区分",
            *_staff_labels(standard),
        )
    ]

    def place_of(word: str, cells: int) -> int:
        if word.endswith("人"):
            return max(cells, len(_FIGURES))
        return cells if cells < len(_FIGURES) else 0

    return read_table(
        pieces,
        sorted(known, key=len, reverse=True),
        lambda word: bool(_AMOUNT.fullmatch(half_width(word)) or _PEOPLE.fullmatch(half_width(word))),
        place_of,
    )


def _staff_labels(standard: Standard) -> dict[str, str]:
    """The headings of the staff columns of all years and forms, and the category that each counts."""
    labels = {compact(category.label): category.key for category in standard.staff_categories}
    for form in standard.forms:
        if form.staff_label and form.staff:
            labels[compact(form.staff_label)] = form.staff[0]
    return labels


def _categories(heading: str, form: SheetForm, standard: Standard) -> list[str]:
    """The staff categories of the columns as the headings name them; as the form has them where they name none."""
    labels = _staff_labels(standard)
    found: list[str] = []
    at = 0
    while at < len(heading):  # the longest first: 特別職非常勤職員 is not 非常勤職員
        label = max((each for each in labels if heading.startswith(each, at)), key=len, default="")
        found += [labels[label]] if label else []
        at += len(label) or 1
    return found or [category.key for category in standard.staff_of(form)]
