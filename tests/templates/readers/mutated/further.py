"""Further ways in which a good table is changed: pages, marks, columns that are derived, odd rows."""

from __future__ import annotations

import random
from dataclasses import replace

from tests.templates.readers.fresh_tables import Item, Truth
from tests.templates.readers.mutated.cells import Cells
from tests.templates.readers.mutated.changes import CHANGES, Made, change_of

__all__ = ["CHANGES"]


def _sums(cells: Cells, rows: list[int]) -> dict[int, float]:
    return {column: sum(cells.number(row, column) for row in rows) for column in cells.figures}


def _are_whole(cells: Cells) -> bool:
    """Whether all amounts are numbers, those of the total too."""
    rows = [*cells.lines, *([cells.total] if cells.total else [])]
    return all(
        isinstance(cells.values.get((row, column), 0), int) for row in rows for column in cells.figures
    )


def _is_in_thousands(cells: Cells, truth: Truth) -> bool:
    """Whether the amounts stand in the table as the truth has them."""
    return _are_whole(cells) and sum(cells.number(row, cells.amount) for row in cells.lines) == truth.total


# --- pages ---


@change_of(plain=True)
def page_number(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """The number of a page stands within the table."""
    at = rng.choice(cells.lines[1:])
    cells.put_row(at, {cells.amount: rng.choice(("－ 1 －", "- 1 -", "1頁", "1ページ"))})
    return truth


@change_of(plain=True)
def headings_again(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """The headings are printed again within the table."""
    if len(cells.heads) > 1:
        return None
    head = {
        column: cells.values[cells.heads[0], column]
        for column in range(cells.first, cells.last + 1)
        if (cells.heads[0], column) in cells.values
    }
    cells.put_row(rng.choice(cells.lines[1:]), head)
    return truth


@change_of(plain=True)
def carried_over(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """A sum is carried to the next page, where the headings stand again."""
    if len(cells.heads) > 1 or len(cells.lines) < 3 or not _are_whole(cells) or not cells.total:
        return None
    half = cells.lines[len(cells.lines) // 2]
    sums = _sums(cells, [row for row in cells.lines if row < half])
    head = {
        column: cells.values[cells.heads[0], column]
        for column in range(cells.first, cells.last + 1)
        if (cells.heads[0], column) in cells.values
    }
    out, in_ = rng.choice((("次頁へ繰越", "前頁から繰越"), ("次ページへ", "前ページより")))
    cells.put_row(half, {cells.name: in_, **sums})
    cells.put_row(half, head)
    cells.put_row(half, {cells.name: out, **sums})
    return truth


# --- headings ---


@change_of(plain=True)
def letters_below_headings(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """Letters stand below the headings of the amounts."""
    marks = dict(zip(cells.figures, rng.choice((("A", "B"), ("(A)", "(B)"), ("①", "②"))), strict=False))
    cells.put_row(cells.heads[-1] + 1, dict(marks))
    return truth


@change_of(plain=False)
def note_of_another_unit(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """A note above the table names another unit than the one that stands there."""
    cells.put_row(cells.heads[0], {cells.last: "（単位：百万円）"})
    return replace(truth, must="any")


@change_of(plain=False)
def another_title(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """Words that name another year stand above the table."""
    words = (
        f"令和{truth.year - 2}年度決算の資料から",
        f"（R{truth.year - 1}要求時の様式）",
        f"令和{truth.year + 1}年度以降は別に協議",
    )
    cells.put_row(cells.heads[0], {cells.first: rng.choice(words)})
    return truth


# --- columns ---


@change_of(plain=False)
def difference_and_rate(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """The difference of the years stands behind them, and its rate."""
    if not cells.previous or not _are_whole(cells):
        return None

    def difference(row: int) -> float:
        return cells.number(row, cells.amount) - cells.number(row, cells.previous)

    rates = {
        row: f"{100 * cells.number(row, cells.amount) / before:.1f}%"
        for row in (*cells.lines, cells.total)
        if row and (before := cells.number(row, cells.previous))
    }
    cells.put_column(cells.last + 1, rng.choice(("増減", "差引", "比較", "増△減")), difference)
    cells.put_column(cells.last + 1, rng.choice(("増減率", "前年比", "％")), rates.get)
    return truth


@change_of(plain=False)
def difference_from_another_year(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """A settlement stands beside the years, and the difference is that from it."""
    if not _are_whole(cells):
        return None
    settled = {row: round(cells.number(row, cells.amount) * rng.uniform(0.7, 1.2)) for row in cells.lines}
    settled[cells.total] = sum(settled.values())
    cells.put_column(cells.last + 1, f"R{truth.year - 2}", settled.get)
    cells.put_column(
        cells.last + 1, "増減", lambda row: cells.number(row, cells.amount) - settled.get(row, 0)
    )
    return truth


@change_of(plain=False)
def rate_and_share(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """A rate stands behind the amounts, and what it gives of them."""
    if not _are_whole(cells):
        return None
    two, one = rng.choice(
        (("補助率", "補助額"), ("負担率", "県負担"), ("国費率", "国費"), ("率", "市町村分"))
    )
    cells.put_column(cells.last + 1, two, lambda row: None if row == cells.total else "1/2")
    cells.put_column(cells.last + 1, one, lambda row: cells.number(row, cells.amount) / 2)
    return replace(truth, must="any")


@change_of(plain=False)
def tax_beside(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """The tax that is in the amounts stands beside them."""
    if not _are_whole(cells):
        return None
    heading = rng.choice(("消費税", "うち消費税", "内税", "税"))
    cells.put_column(cells.last + 1, heading, lambda row: round(cells.number(row, cells.amount) / 11))
    return truth


@change_of(plain=False)
def both_years_together(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """A column adds up the two years."""
    if not cells.previous or not _are_whole(cells):
        return None
    heading = rng.choice(("2か年計", "計", "合計", "総額"))
    cells.put_column(
        cells.last + 1, heading, lambda row: sum(cells.number(row, column) for column in cells.figures)
    )
    return truth


@change_of(plain=True)
def figures_in_remarks(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """The last column is 備考 and has a figure in some row."""
    words = dict.fromkeys(cells.lines[::2], rng.choice((3, 12, "2回", "見積あり", "R6から")))
    cells.put_column(cells.last + 1, rng.choice(("備考", "摘要")), words.get)
    return truth


# --- rows ---


@change_of(plain=False)
def names_with_codes(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """Each name begins with a code."""
    first = rng.choice((1, 11, 101))
    width = rng.choice((2, 3))
    for number, row in enumerate(cells.lines):
        cells.values[row, cells.name] = f"{first + number:0{width}} {cells.values.get((row, cells.name), '')}"
    return truth


@change_of(plain=True)
def other_words_of_the_total(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """The total is called so with more words."""
    if not cells.total:
        return None
    for column in range(cells.first, cells.last + 1):
        if isinstance(cells.values.get((cells.total, column)), str) and column not in cells.figures:
            cells.values[cells.total, column] = rng.choice(
                ("合　計（A）", "計①", "総　計", "合計（税込）", "【合計】")
            )
    return truth


@change_of(plain=True)
def word_of_the_total_elsewhere(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """The word of the total stands in the first column."""
    if not cells.total or cells.name == cells.first or cells.merged:
        return None
    word = cells.values.pop((cells.total, cells.name), None)
    if not isinstance(word, str) or (cells.total, cells.first) in cells.values:
        return None
    cells.values[cells.total, cells.first] = word
    return truth


@change_of(plain=True)
def line_of_nothing(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """A line has a dash for each amount."""
    cells.put_row(
        cells.lines[-1],
        {cells.name: "要求なし", **dict.fromkeys(cells.figures, rng.choice(("－", "-", "―")))},
    )
    return truth


@change_of(plain=True)
def line_taken_off(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """A line is negative, and taken off from the total."""
    if not cells.total or not _is_in_thousands(cells, truth) or not cells.number(cells.total, cells.amount):
        return None
    at, off = cells.lines[-1] + 1, round(truth.total * 0.05) + 1
    cells.put_row(at, {cells.name: "参加費充当", cells.amount: -off})
    cells.values[cells.total, cells.amount] = cells.number(cells.total, cells.amount) - off
    lines: tuple[Item, ...] = (*truth.lines, ("参加費充当", -off, 0))
    return replace(truth, lines=lines, total=truth.total - off)


@change_of(plain=False)
def parts_below(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """Below a line stand its parts, set in."""
    if not _are_whole(cells):
        return None
    row = rng.choice(cells.lines)
    first = {column: round(cells.number(row, column) * 0.4) for column in cells.figures}
    rest = {column: cells.number(row, column) - first[column] for column in cells.figures}
    cells.put_row(row + 1, {cells.name: "　その２", **rest})
    cells.put_row(row + 1, {cells.name: "　その１", **first})
    return truth
