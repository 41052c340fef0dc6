"""Costs that stand each with its labelled amounts (「講師謝金」, below it 「要求額：250千円」, 「前年度：240千円」), as the rows of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final, NamedTuple

from model.standard.standard import Standard
from model.values.amount import half_width
from templates.readers.tables.cell_amount import is_name
from templates.readers.tables.columns.columns import HEADINGS, WORDS, label_of
from templates.readers.tables.grid import Grid
from templates.readers.tables.headings import FIGURE_KINDS
from templates.readers.tables.lists.items import MARK
from templates.readers.tables.lists.lists import with_rows

_BETWEEN: Final = re.compile(r"[\s:、/;…‥→()]+")
_AMOUNT: Final = re.compile(
    r"(?<![0-9,.△▲-])[-△▲]?[0-9][0-9,]*+(?:\.[0-9]++)?(?:百万|千|万)?円?\Z|(?<![0-9,.△▲-])[-－―]\Z"
)  # at the end of words
_LEAST: Final = 2  # records, and amounts of each
_OF_A_FIELD: Final = 2  # cells
_LONGEST: Final = 120  # characters of a line
_LONGEST_LABEL: Final = 24
_BUDGETS: Final = ("request", "budget")


class _Line(NamedTuple):
    """A row: its words, and its amounts by their labels."""

    row: int
    words: str
    amounts: dict[str, str]


class _Record(NamedTuple):
    """A cost: the rows of its name and of the last of its amounts, its name, the amounts by their labels, and other words of it."""

    row: int
    last: int
    name: str
    amounts: dict[str, str]
    notes: tuple[str, ...] = ()


def recorded(grid: Grid, standard: Standard) -> Grid:
    """The sheet with the first such costs as a table; the sheet itself where it has none."""
    lines = [_line(grid, row, standard) for row in grid.rows]
    runs = ([line for line in run if line] for is_one, run in groupby(lines, bool) if is_one)
    found = next((records for run in runs if (records := _records(run, standard))), [])
    if not found:
        return grid
    labels = list(found[0].amounts)
    rows = ((one.row, [one.name, *(one.amounts[of] for of in labels), "\n".join(one.notes)]) for one in found)
    head = (found[0].row, [HEADINGS["text"], *labels, HEADINGS["remark"]])
    return with_rows(grid, found[-1].last, [head, *rows])


def _records(lines: Sequence[_Line], standard: Standard) -> list[_Record]:
    """The costs in some rows; none where they have not the same labels each, two at least, or it is not plain what they are called."""
    found: list[_Record] = []
    above: list[_Line] = []
    for line in lines:
        is_total = line.words in standard.word_tables.total_labels  # and its amounts stand on several lines
        goes_on = found and not above and (not line.words or (is_total and line.words == found[-1].name))
        if not line.amounts:
            above.append(line)
        elif goes_on and not found[-1].amounts.keys() & line.amounts.keys():
            amounts = {**found[-1].amounts, **line.amounts}
            found[-1] = found[-1]._replace(last=line.row, amounts=amounts)
        else:
            *notes, name = [*above, line] if line.words else above or [line]
            if found and not all(_explains(note.words, standard) for note in notes):
                return []
            found[-1:] = [one._replace(notes=tuple(note.words for note in notes)) for one in found[-1:]]
            words = _without_label(name.words, standard)
            is_of_project = name.words.split(" ")[0] in standard.word_tables.head_labels
            if not is_name(words) or is_of_project:
                return []
            found.append(_Record(name.row, line.row, words, line.amounts))
            above = []
    labels = found[0].amounts.keys() if found else set()
    if found and found[-1].name in standard.word_tables.total_labels and found[-1].amounts.keys() != labels:
        found.pop()  # a total in other words stays a line
    is_alike = len(labels) >= _LEAST and all(one.amounts.keys() == labels for one in found)
    are_budgets = any(label_of(label, None, standard).kind in _BUDGETS for label in labels)
    is_of_money = are_budgets or all("円" in "".join(one.amounts.values()) for one in found)
    costs = [one for one in found if one.name not in standard.word_tables.total_labels]
    return found if is_alike and is_of_money and len(costs) >= _LEAST else []


def _line(grid: Grid, row: int, standard: Standard) -> _Line | None:
    """A row in words, without the mark before them, and labelled amounts; None for one with figures that have no label."""
    text = half_width("\t".join(grid.text(row, column) for column in grid.columns(row)))
    text = text[mark.end() :] if (mark := MARK.match(text)) else text
    if len(text) > _LONGEST or "。" in text:
        return _Line(row, text, {})
    words: list[str] = []
    amounts: dict[str, str] = {}
    label = ""
    # beside more cells than a label and its amount it is the row of a table, whose cells have their label in them
    is_table = len(grid.columns(row)) > _OF_A_FIELD
    parts = [*filter(None, text.split("\t") if is_table else _BETWEEN.split(text))]
    if is_table and any(_AMOUNT.match(part) and not _is_label(part, standard) for part in parts):
        return None  # as in most rows of a long table, whose words are asked for nothing else
    for part in parts:
        is_label = _is_label(part, standard)
        amount = None if is_label else _AMOUNT.search(part)
        own = part[: amount.start()].strip(" :=") if amount else part
        if amount and not own and (is_table or not label):
            return None
        if own and not (is_label or (amount and _is_label(own, standard))):
            words += [*filter(None, [label]), part]
            label = ""
        elif amount:
            key, whole = _without_total(label + own, standard)
            words += [whole] if whole and not words else []
            if key in amounts:
                return None
            amounts[key], label = amount[0], ""
        else:
            label += part
    return _Line(row, " ".join([*words, *filter(None, [label])]), amounts)


def _is_label(text: str, standard: Standard) -> bool:
    """Whether words are those of a heading of figures: 「要求額」, 「要求額合計」."""
    plain, _ = _without_total(text, standard)
    return 0 < len(plain) <= _LONGEST_LABEL and label_of(plain, None, standard).kind in FIGURE_KINDS


def _without_total(label: str, standard: Standard) -> tuple[str, str]:
    """A label without the word of a total with which it ends, and that word: 「要求額合計」."""
    ends = (end for end in standard.word_tables.total_labels if label.endswith(end) and label != end)
    end = max(ends, key=len, default="")
    return label.removesuffix(end), end


def _explains(words: str, standard: Standard) -> bool:
    """Whether words explain the cost above them: a sentence, or behind a label that says so (「内容　県内全域」)."""
    return "。" in words or _without_label(words, standard) != words


def _without_label(words: str, standard: Standard) -> str:
    """The words without the label of words before them: 「経費：会場借上」."""
    first, *rest = words.split(" ")
    return " ".join(rest) if rest and label_of(first, None, standard).kind in WORDS else words
