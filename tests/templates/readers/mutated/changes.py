"""The ways in which a good table is changed. What it means stays the same, but for what ``Change.truth`` says."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from tests.templates.readers.fresh_tables import Item, Truth
from tests.templates.readers.mutated.cells import Cells

Made = Truth | None
Maker = Callable[[Cells, Truth, random.Random], Made]


@dataclass(frozen=True)
class Change:
    """A change of a table.

    Attributes:
        name: what is done.
        make: does it, and gives the truth of the table that it makes; None where the table is not of that kind.
        is_plain: whether a person who reads the table is in no doubt, so that nothing may be asked.
    """

    name: str
    make: Maker
    is_plain: bool


CHANGES: Final[list[Change]] = []


def change_of(*, plain: bool) -> Callable[[Maker], Maker]:
    """Adds a change to the list; ``plain`` where a person is in no doubt of what it makes."""

    def add(make: Maker) -> Maker:
        CHANGES.append(Change(make.__name__, make, plain))
        return make

    return add


def _scale(cells: Cells, factor: float) -> None:
    rows = [*cells.lines, *([cells.total] if cells.total else [])]
    for row in rows:
        for column in cells.figures:
            value = cells.values.get((row, column))
            if isinstance(value, int | float):
                cells.values[row, column] = round(value * factor)


# --- places ---


@change_of(plain=True)
def shifted(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """The table stands elsewhere on its sheet."""
    cells.shift(rng.randint(0, 3), rng.randint(1, 3))
    return truth


@change_of(plain=True)
def blank_column(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """An empty column stands within the table."""
    cells.put_column(rng.randint(cells.first + 1, cells.last), "", lambda _row: None)
    return truth


@change_of(plain=True)
def reordered(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """The columns stand in another order."""
    if any(row in cells.heads for row, *_ in cells.merged) or len(cells.heads) > 1:
        return None
    columns = list(range(cells.first, cells.last + 1))
    moved = columns[:]
    rng.shuffle(moved)
    cells.move_columns(dict(zip(columns, moved, strict=True)))
    return truth


@change_of(plain=True)
def total_first(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """The total stands above the lines."""
    if not cells.total or cells.lines != list(range(cells.lines[0], cells.lines[0] + len(cells.lines))):
        return None
    if cells.total != cells.lines[-1] + 1:
        return None
    moved = {row: row + 1 for row in cells.lines}
    cells.move_rows({**moved, cells.total: cells.lines[0]})
    return truth


@change_of(plain=True)
def blank_rows(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """Empty rows stand within the table."""
    cells.put_row(rng.choice(cells.lines[1:]), {})
    if cells.total:
        cells.put_row(cells.total, {})
    return truth


@change_of(plain=False)
def side_by_side(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """The lower half of the table stands at the right of the upper one, below the same headings."""
    if len(cells.lines) < 4 or not cells.total or len(cells.heads) > 1 or cells.merged:
        return None
    half = cells.lines[len(cells.lines) // 2 :]
    width = cells.last - cells.first + 1 + rng.randint(0, 1)
    up = half[0] - cells.lines[0]
    for row in (*cells.heads, *half, cells.total):
        for column in range(cells.first, cells.last + 1):
            value = cells.values.get((row, column))
            to = row if row in cells.heads else row - up
            if value is not None:
                cells.values[to, column + width] = value
                if row not in cells.heads:
                    del cells.values[row, column]
    return truth


# --- names ---


@change_of(plain=True)
def group_column(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """A column of groups stands before the names, each given once."""
    groups = iter(("運営", "整備", "普及", "調査", "広報"))
    at = set(cells.lines[:: rng.choice((2, 3))])
    heading = rng.choice(("区分", "大区分", "分類", "", "施策"))
    cells.put_column(cells.name, heading, lambda row: next(groups, None) if row in at else None)
    return truth


@change_of(plain=False)
def group_in_each_row(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """A column of groups stands before the names, given in each row."""
    heading = rng.choice(("区分", "大区分", "分類", "", "所属", "施設"))
    words = rng.choice((("A館", "B館"), ("運営費", "整備費"), ("東部", "西部")))
    half = cells.lines[len(cells.lines) // 2]
    cells.put_column(cells.name, heading, lambda row: None if row == cells.total else words[row >= half])
    return truth


@change_of(plain=False)
def name_in_two_columns(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """The words of a name go on in the column behind it."""
    cut = {row: str(cells.values.get((row, cells.name), "")) for row in cells.lines}
    if any(len(text) < 4 for text in cut.values()) or any(
        first <= cells.name < last for _, first, _, last in cells.merged
    ):
        return None
    cells.put_column(cells.name + 1, "", lambda row: cut.get(row, "    ")[2:].strip() or None)
    for row, text in cut.items():
        cells.values[row, cells.name] = text[:2]
    return truth


@change_of(plain=False)
def blank_heading_of_names(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """The column of names has no heading."""
    for row in cells.heads:
        cells.values.pop((row, cells.name), None)
    return truth


@change_of(plain=False)
def odd_heading_of_names(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """The column of names is headed by a word that is in no list."""
    cells.values[cells.heads[-1], cells.name] = rng.choice(
        ("もの", "主な取組", "対象", "備考", "使いみち", "積算", "説明", "行事")
    )
    return truth


@change_of(plain=False)
def words_before(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """A column of other words stands before the names, another in each row."""
    words = iter(
        rng.sample(
            (
                "山田",
                "鈴木",
                "佐藤",
                "本庁",
                "北支所",
                "南支所",
                "港支所",
                "A社",
                "B社",
                "C社",
                "市民課",
                "税務課",
            ),
            12,
        )
    )
    heading = rng.choice(("担当", "所属", "見積先", "会場", "地区", "", "相手方"))
    cells.put_column(cells.name, heading, lambda row: None if row == cells.total else next(words, None))
    return truth


@change_of(plain=False)
def words_behind(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """A column of other words stands behind the names, another in each row."""
    words = iter(
        rng.sample(
            (
                "4月契約",
                "公募",
                "随意契約",
                "通年",
                "秋実施",
                "春実施",
                "隔年",
                "3年目",
                "新規分",
                "拡充",
                "縮小",
                "更新",
            ),
            12,
        )
    )
    heading = rng.choice(("内容説明", "時期", "方法", "", "詳細", "概要"))
    cells.put_column(cells.name + 1, heading, lambda row: None if row == cells.total else next(words, None))
    return truth


@change_of(plain=True)
def numbered(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """A column of numbers stands before the names."""
    heading = rng.choice(("No", "番号", "№", "整理番号", ""))
    first = rng.choice((1, 101, 2001))
    cells.put_column(
        cells.name, heading, lambda row: None if row == cells.total else first + cells.lines.index(row)
    )
    return truth


@change_of(plain=True)
def names_merged_over_two(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """The cells of names are merged over two columns."""
    cells.put_column(cells.name + 1, "", lambda _row: None)
    for row in (*cells.heads[-1:], *cells.lines, *([cells.total] if cells.total else [])):
        cells.merged.append((row, cells.name, row, cells.name + 1))
    return truth


# --- figures ---

_FOREIGN: Final = (
    ("R6決算", 0.9), ("令和6年度決算額", 0.9), ("執行見込", 0.95), ("査定額", 0.9), ("うち一般財源", 0.5), ("一般財源", 0.5), ("単価", 0.1),
    ("延長(m)", 1.3), ("面積（㎡）", 2.0), ("人数", 0.01), ("令和9年度見込", 1.1), ("限度額", 3.0), ("県", 0.5), ("市町村", 0.5), ("X", 0.8),
    ("参考値", 0.8), ("その1", 0.8), ("A案", 0.8), ("最終", 0.97), ("調整後", 0.97), ("見積額", 1.02), ("税抜", 0.91), ("契約額", 0.97), ("内示", 0.9),
    ("繰越", 0.2), ("復活要求額", 0.1), ("現計", 1.05), ("9月補正後", 1.05), ("実績", 0.9), ("課長査定", 0.9), ("", 0.8), ("要望額", 1.1), ("配当額", 1.0),
)  # fmt: skip


@change_of(plain=False)
def foreign_figures(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """A column of other figures stands among the amounts, with its sum."""
    heading, factor = rng.choice(_FOREIGN)
    others = {
        row: round(cells.number(row, cells.amount) * factor * rng.uniform(0.9, 1.1)) for row in cells.lines
    }
    at = rng.choice(
        [cells.amount, cells.amount + 1, cells.last + 1, *([cells.previous] if cells.previous else [])]
    )
    if any((row, at) in cells.values and (row, at - 1) in cells.values for row in cells.heads[:-1]):
        return None
    cells.put_column(at, heading, lambda row: others.get(row, sum(others.values())))
    return truth


@change_of(plain=False)
def this_year_renamed(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """The amounts are headed by other words."""
    words = (
        "金額",
        "数字",
        "要求",
        f"{truth.year}年度",
        f"R{truth.year}",
        "今回",
        "見積額",
        "予算額",
        "所要額",
        "本年",
        "要求見込",
        "予定額",
        "執行予定",
    )
    cells.values[cells.heads[-1], cells.amount] = rng.choice(words)
    return truth


@change_of(plain=False)
def last_year_renamed(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """Last year's amounts are headed by other words."""
    if not cells.previous:
        return None
    words = (
        "昨年",
        "前回",
        f"{truth.year - 1}年度",
        f"R{truth.year - 1}",
        "現行",
        "既決",
        "前年度計上",
        "比較",
        "前",
        f"R{truth.year - 1}当初計上",
    )
    cells.values[cells.heads[-1], cells.previous] = rng.choice(words)
    return truth


@change_of(plain=False)
def no_heading_of_figures(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """A column of amounts has no heading."""
    column = rng.choice(cells.figures)
    for row in cells.heads:
        cells.values.pop((row, column), None)
    return truth


@change_of(plain=False)
def years_exchanged(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """Last year's amounts stand before this year's, or behind them."""
    if not cells.previous or cells.merged or len(cells.heads) > 1:
        return None
    cells.move_columns({cells.amount: cells.previous, cells.previous: cells.amount})
    return truth


@change_of(plain=True)
def as_text(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """Amounts are text with commas, half or full width."""
    if any("," in shown.rstrip("0#")[-1:] for shown in cells.formats.values()):
        return None  # a format that divides by a thousand
    full = str.maketrans("0123456789,", "０１２３４５６７８９，")
    is_full = rng.random() < 0.5
    for row in (*cells.lines, *([cells.total] if cells.total else [])):
        for column in cells.figures:
            value = cells.values.get((row, column))
            if isinstance(value, int):
                text = f"{value:,}" if value >= 0 else f"△{-value:,}"
                cells.values[row, column] = text.translate(full) if is_full else text
    return truth


@change_of(plain=False)
def other_unit_in_a_row(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """One line is written in another unit, with it."""
    row = rng.choice(cells.lines)
    value = cells.number(row, cells.amount)
    item = next((item for item in truth.lines if item[1] == value), None)
    if item is None or not value:
        return None
    cells.values[row, cells.amount] = f"{int(value * 1000):,}円"
    return truth


@change_of(plain=False)
def unit_in_each_row(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """The unit stands beside each amount, in a column of its own."""
    notes = [place for place, value in cells.values.items() if isinstance(value, str) and "千円" in value]
    if len(notes) != 1 or notes[0][0] in cells.heads:
        return None
    del cells.values[notes[0]]
    cells.put_column(cells.amount + 1, rng.choice(("", "単位")), lambda _row: "千円")
    return truth


@change_of(plain=False)
def in_yen(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """The amounts are 円 and the note says so, or says nothing."""
    notes = [place for place, value in cells.values.items() if isinstance(value, str) and "千円" in value]
    if len(notes) != 1 or any(isinstance(cells.values.get((row, cells.amount)), str) for row in cells.lines):
        return None
    text = str(cells.values[notes[0]])
    scaled = {item[1] for item in truth.lines} <= {cells.number(row, cells.amount) for row in cells.lines}
    if not scaled or any(
        column not in (cells.name, *cells.figures) for column in range(cells.first, cells.last + 1)
    ):
        return None
    _scale(cells, 1000)
    if rng.random() < 0.7:
        cells.values[notes[0]] = text.replace("千円", "円")
    else:
        del cells.values[notes[0]]
    return truth


@change_of(plain=False)
def one_year_in_yen(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """One year's amounts are 円 and nothing says so."""
    if not cells.previous:
        return None
    column = rng.choice(cells.figures)
    if any(isinstance(cells.values.get((row, column)), str) for row in cells.lines):
        return None
    for row in (*cells.lines, *([cells.total] if cells.total else [])):
        if (row, column) in cells.values:
            cells.values[row, column] = cells.number(row, column) * 1000
    return truth


@change_of(plain=False)
def without_unit(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """Nothing says the unit."""
    of_table = {*cells.heads, *cells.lines, cells.total}
    for place, value in list(cells.values.items()):
        if isinstance(value, str) and "千円" in value and len(value) < 12 and place[0] not in of_table:
            del cells.values[place]
    return truth


@change_of(plain=False)
def running_sums(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """A column adds up the amounts line by line."""
    sums: dict[int, float] = {}
    for row in cells.lines:
        sums[row] = sum(sums.values() and [list(sums.values())[-1]]) + cells.number(row, cells.amount)
    cells.put_column(cells.amount + rng.randint(0, 1), rng.choice(("累計", "計", "", "年間計")), sums.get)
    return truth


@change_of(plain=False)
def halves(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """The amounts stand in two halves of the year, with their sum or without."""
    amounts = {
        row: cells.number(row, cells.amount)
        for row in (*cells.lines, *([cells.total] if cells.total else []))
    }
    if any(isinstance(cells.values.get((row, cells.amount)), str) for row in amounts) or len(cells.heads) > 1:
        return None
    first = {row: round(value * 0.4) for row, value in amounts.items() if row != cells.total}
    first[cells.total] = sum(first.values())
    one, two = rng.choice(
        (
            ("上半期", "下半期"),
            ("4～9月", "10～3月"),
            ("前期", "後期"),
            ("県負担", "国負担"),
            ("本所", "支所"),
        )
    )
    at = cells.amount
    cells.put_column(at, two, lambda row: amounts[row] - first[row])
    cells.put_column(at, one, first.get)
    if rng.random() < 0.5:
        for row in (*cells.heads, *amounts):
            cells.values.pop((row, at + 2), None)
    return truth


@change_of(plain=False)
def second_request(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """What was assessed and what is asked for again stand beside the request."""
    rows = list(cells.lines)
    assessed = {row: round(cells.number(row, cells.amount) * 0.8) for row in rows}
    again = {row: round((cells.number(row, cells.amount) - assessed[row]) / 2) for row in rows}
    cells.put_column(
        cells.last + 1,
        rng.choice(("査定額", "内示額", "一次査定")),
        lambda row: assessed.get(row, sum(assessed.values())),
    )
    cells.put_column(
        cells.last + 1,
        rng.choice(("復活要求額", "復活要求", "再要求")),
        lambda row: again.get(row, sum(again.values())),
    )
    return replace(truth, must="asked")


# --- rows ---


@change_of(plain=False)
def without_total(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """The table has no total."""
    if not cells.total or sum(before or 0 for *_, before in truth.lines) != (truth.previous or 0):
        return None
    cells.drop_row(cells.total)
    return truth


@change_of(plain=False)
def wrong_total(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """The total is not the sum of the lines."""
    if not cells.total or not isinstance(cells.values.get((cells.total, cells.amount)), int):
        return None
    off = rng.choice((1, -1, 9, 100, 1000, -270))
    cells.values[cells.total, cells.amount] = cells.number(cells.total, cells.amount) + off
    return replace(truth, must="finding")


@change_of(plain=False)
def nameless_total(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """The total has no words, or others."""
    if not cells.total:
        return None
    for column in range(cells.first, cells.last + 1):
        if isinstance(cells.values.get((cells.total, column)), str) and column not in cells.figures:
            cells.values[cells.total, column] = rng.choice(("", "要求額", "全体", "歳出", "Σ", "今回要求"))
    cells.values = {place: value for place, value in cells.values.items() if value != ""}
    return truth


@change_of(plain=False)
def a_line_is_wrong(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """A figure of a line was changed, and not its total: what is printed no longer ties."""
    if not cells.total:
        return None
    row = rng.choice(cells.lines)
    value = cells.values.get((row, cells.amount))
    item = next((item for item in truth.lines if item[1] == value), None)
    if (
        not isinstance(value, int)
        or item is None
        or any(other != item and other[1] == value for other in truth.lines)
    ):
        return None
    cells.values[row, cells.amount] = value + 7
    lines: list[Item] = [
        (text, (amount or 0) + 7, before) if (text, amount, before) == item else (text, amount, before)
        for text, amount, before in truth.lines
    ]
    return replace(truth, lines=tuple(lines), total=truth.total + 7, must="finding")


@change_of(plain=True)
def subtotals(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """A subtotal stands below each half of the lines."""
    if (
        len(cells.lines) < 4
        or not cells.total
        or any((cells.total, column) not in cells.values for column in cells.figures)
    ):
        return None
    half = len(cells.lines) // 2
    word = rng.choice(("小計", "(小計)", "運営費計", "小　計"))
    for rows in (cells.lines[half:], cells.lines[:half]):
        sums = {column: sum(cells.number(row, column) for row in rows) for column in cells.figures}
        cells.put_row(rows[-1] + 1, {cells.name: word, **sums})
    return truth


@change_of(plain=True)
def group_headings(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """A row of words alone stands above the lines of each half."""
    half = len(cells.lines) // 2
    for number, row in ((2, cells.lines[half]), (1, cells.lines[0])):
        cells.put_row(
            row, {cells.name: rng.choice((f"（{number}）運営に係るもの", f"{number} 事業費", "【継続分】"))}
        )
    return truth


@change_of(plain=False)
def group_sums_above(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """A row with the sum of its lines stands above each half."""
    if len(cells.lines) < 4 or not cells.total:
        return None
    half = len(cells.lines) // 2
    for word, rows in (("設備費", cells.lines[half:]), ("運営費", cells.lines[:half])):
        sums = {column: sum(cells.number(row, column) for row in rows) for column in cells.figures}
        cells.put_row(rows[0], {cells.name: word, **sums})
    return truth


@change_of(plain=True)
def note_row(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """A note stands within the table or below it."""
    text = rng.choice(("※単価は税込", "（注）R5から実施", "※財政課と協議済み", "＊時間外は含まない"))
    at = rng.choice((cells.lines[1], cells.end + 1))
    cells.put_row(at, {cells.name: text})
    return truth


@change_of(plain=False)
def note_with_a_figure(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """A row that is no cost has a figure in the column of amounts."""
    words = (
        ("参加人数（人）", 120),
        ("開催回数", 12),
        ("（参考）R6実績", 900),
        ("前年比（％）", 103),
        ("うち国庫", 300),
        ("差引一般財源", 500),
        ("箇所数", 8),
    )
    text, figure = rng.choice(words)
    cells.put_row(
        rng.choice((cells.lines[1], cells.end + 1, *([cells.total] if cells.total else []))),
        {cells.name: text, cells.amount: figure},
    )
    return replace(truth, must="any")


@change_of(plain=False)
def sources_below(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """Below the total stands what the costs are paid from."""
    if not cells.total:
        return None
    total = cells.number(cells.total, cells.amount)
    fund = round(total / 2)
    words = rng.choice(
        (
            ("国庫支出金", "一般財源"),
            ("財源：国", "　　　県"),
            ("（国費）", "（県費）"),
            ("負担金収入", "差引"),
        )
    )
    at = cells.total
    cells.put_row(at + 1, {cells.name: words[0], cells.amount: fund})
    cells.put_row(at + 2, {cells.name: words[1], cells.amount: total - fund})
    return truth


@change_of(plain=False)
def of_which(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """A share of a line stands below it."""
    row = rng.choice(cells.lines)
    share = {column: round(cells.number(row, column) * 0.3) for column in cells.figures}
    cells.put_row(
        row + 1,
        {cells.name: rng.choice(("うち委託分", "　うち報酬", "（うち県単独）", "（内数）職員旅費")), **share},
    )
    return truth


@change_of(plain=False)
def a_second_line_of_words(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """The words of a line go on in the row below it."""
    row = rng.choice(cells.lines)
    cells.put_row(row + 1, {cells.name: rng.choice(("（5年間の継続契約）", "ほか3件", "　消費税込み"))})
    return truth


@change_of(plain=False)
def without_headings(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """The rows of the headings are missing."""
    for row in cells.heads:
        for column in range(cells.first, cells.last + 1):
            cells.values.pop((row, column), None)
    return replace(truth, must="any")


# --- tabs ---


@change_of(plain=False)
def tab_of_last_year(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """Another tab has last year's table."""
    other = cells.copied()
    if not other.previous:
        return None
    for row in (*other.lines, *([other.total] if other.total else [])):
        other.values[row, other.amount] = other.values.get((row, other.previous), 0)
        other.values.pop((row, other.previous), None)
    cells.more.append((rng.choice(("R7", "昨年度", "前年", "Sheet2")), other))
    return replace(truth, must="any")


@change_of(plain=False)
def tab_of_another_version(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """Another tab has the table with another figure."""
    other = cells.copied()
    row = other.lines[0]
    value = other.values.get((row, other.amount))
    if not isinstance(value, int):
        return None
    other.values[row, other.amount] = value + 100
    if other.total and isinstance(other.values.get((other.total, other.amount)), int):
        other.values[other.total, other.amount] = other.number(other.total, other.amount) + 100
    cells.more.append((rng.choice(("10月版", "案", "Sheet2", "修正前")), other))
    return replace(truth, must="asked")


@change_of(plain=True)
def the_same_tab_twice(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """Another tab repeats the table."""
    cells.more.append((rng.choice(("控え", "Sheet2", "提出用")), cells.copied()))
    return truth


@change_of(plain=False)
def tab_of_the_rest(cells: Cells, truth: Truth, rng: random.Random) -> Made:
    """The lower half of the lines stands on another tab, each with its own sum."""
    if len(cells.lines) < 4 or not cells.total or cells.merged:
        return None
    other = cells.copied()
    half = len(cells.lines) // 2
    for row in reversed(cells.lines[half:]):
        cells.drop_row(row)
    for row in reversed(other.lines[:half]):
        other.drop_row(row)
    for part in (cells, other):
        for column in part.figures:
            if (part.total, column) in part.values:
                part.values[part.total, column] = sum(part.number(row, column) for row in part.lines)
    cells.more.append((rng.choice(("その2", "Sheet2", "次頁")), other))
    return truth
