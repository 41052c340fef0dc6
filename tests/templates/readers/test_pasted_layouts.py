"""A table that is copied in Excel and pasted comes in as it was meant, or it is asked; nothing goes wrong without a word."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from model.edits.paste import format_block, parse_block, paste_tables
from templates.readers.pasted.pasted_table import Pasted, understand
from templates.readers.pasted.read_block import Target
from tests.examples import every_third, examples
from tests.samples import snapshot, standard, with_lines
from tests.templates.readers.layouts.layout import Layout
from tests.templates.readers.layouts.measure import seed_of
from tests.templates.readers.layouts.named import named
from tests.templates.readers.layouts.outcome import Outcome
from tests.templates.readers.layouts.random_layouts import random_layout
from tests.templates.readers.pasted_layouts import SCREEN, Start, pasted

STARTS: tuple[Start, ...] = ("sheet", "note", "headings")


@cache
def came(name: str, start: Start) -> Outcome:
    """What comes of a named layout."""
    return pasted(LAYOUTS[name], seed_of(LAYOUTS[name]), start)


LAYOUTS = {
    layout.name: layout for layout in named() if layout.formulas != "zero"
}  # Excel copies what it calculates


@pytest.mark.parametrize("name", every_third(LAYOUTS))
def test_no_pasted_layout_comes_in_wrong_without_a_word(name: str) -> None:
    """From whichever row it is copied, a table comes in right, or is asked, or both figures of a total are told."""
    for start in STARTS[:2]:
        found = came(name, start)
        assert found.kind not in ("SILENT", "crashed"), f"{start}: {LAYOUTS[name].about}: {found.why}"


def test_plain_layouts_are_seldom_asked() -> None:
    """Of the tables that leave nothing open, copied with the note of their unit, nine of ten go in at once."""
    kinds = [came(name, "note").kind for name, layout in LAYOUTS.items() if layout.must == "right"]
    assert kinds.count("asked") * 10 < len(kinds)


@settings(max_examples=examples(40))
@given(st.integers(0, 10**6), st.sampled_from(STARTS))
def test_no_mixture_is_pasted_wrong_without_a_word(seed: int, start: Start) -> None:
    """The choices of the named layouts, made together: the lines come in as they were meant, or it is asked."""
    layout: Layout = random_layout(seed)
    found = pasted(layout, seed, start)
    assert found.kind not in ("SILENT", "crashed"), f"{layout.about}: {found.why}"


class Row(NamedTuple):
    """A line as it is meant."""

    text: str
    previous: int | None
    amount: int | None
    remark: str


def _has_chance_sum(rows: list[Row]) -> bool:
    """Whether a line is, in either year, the sum of lines beside it: it could be taken for their total or its parts."""
    for year in (1, 2):
        amounts = [row[year] or 0 for row in rows]
        spans = {sum(amounts[start:end]) for end in range(len(rows) + 1) for start in range(end - 1)}
        if spans.intersection(filter(None, amounts)):
            return True
    return False


names = st.text("旅費委託料印刷会場研修", min_size=2, max_size=6)
figures = st.none() | st.integers(1, 99_999)
known_rows = st.lists(
    st.builds(Row, names, figures, figures, st.sampled_from(["", "毎年", "R8まで", "5市町"])),
    min_size=1,
    max_size=8,
).filter(lambda rows: not _has_chance_sum(rows))


_YEARS: Final = ["区分", "要求額", "前年度"]


def _text(figure: int | None) -> str:
    return "" if figure is None else f"{figure:,}".replace("-", "△")


def _pasted(block: list[list[str]]) -> Pasted:
    year = snapshot(with_lines()).totals.year
    return understand(parse_block(format_block(block)), Target(SCREEN), standard(), year)


def _came(found: Pasted) -> list[Row]:
    request = paste_tables(with_lines(), "table", [found.table], lambda _: [], standard())
    return [
        Row(line.text, figure.previous.value, figure.amount.value, line.remark)
        for figure in snapshot(request).totals.groups[0].lines
        for line in [figure.line]
    ]


def _cells(row: Row, columns: list[str]) -> list[str]:
    change = (row.amount or 0) - (row.previous or 0)
    cells = {
        "text": row.text,
        "previous": _text(row.previous),
        "amount": _text(row.amount),
        "change": "" if row.previous is row.amount is None else _text(change),
        "remark": row.remark,
    }
    return [cells[column] for column in columns]


HEADINGS = {
    "text": ["内容", "事項", "経費名"],
    "previous": ["前年度予算額", "平成30年度当初予算額(千円)", "前年"],
    "amount": ["要求額", "平成31年度要求額(千円)", "要求"],
    "change": ["増減", "比較", "差引増減額"],
    "remark": ["備考", "説明"],
}


@settings(max_examples=examples(60))
@given(known_rows, st.data())
def test_headings_in_any_order_with_a_total(rows: list[Row], data: st.DataObject) -> None:
    """Known lines below headings in any order, with 増減 and 計 where the section has them: these lines, or a question."""
    columns = data.draw(st.permutations(["text", "previous", "amount", "remark"]))
    if data.draw(st.booleans()):
        columns.insert(data.draw(st.integers(0, 4)), "change")
    rows = [
        row for row in rows if row.previous is not None or row.amount is not None
    ]  # others head what is below them
    assume(rows)
    block = [[data.draw(st.sampled_from(HEADINGS[column])) for column in columns]]
    block += [_cells(row, columns) for row in rows]
    if data.draw(st.booleans()):
        total = Row("計", *(sum(row[year] or 0 for row in rows) for year in (1, 2)), "")
        block.append(_cells(total, columns))
    found = _pasted(block)
    assert found.questions or _came(found) == rows


@settings(max_examples=examples(60))
@given(known_rows, st.booleans(), st.sampled_from([None, "計", "合計", ""]))
def test_without_headings_in_the_order_of_the_table(
    rows: list[Row], has_change: bool, word: str | None
) -> None:
    """Known lines in the table's order, 増減 and a total among them, whatever it is called: these lines, or a question."""
    columns = ["text", "previous", "amount", *(["change"] if has_change else []), "remark"]
    block = [_cells(row, columns) for row in rows]
    if word is not None:
        block.append(
            _cells(Row(word, *(sum(row[year] or 0 for row in rows) for year in (1, 2)), ""), columns)
        )
    found = _pasted(block)
    filled = sum(row.previous is not None or row.amount is not None for row in rows)
    meant = rows if word or word is None or filled > 1 else None  # one line and its like: nobody can know
    assert found.questions or meant is None or _came(found) == rows


@settings(max_examples=examples(40))
@given(
    st.lists(st.builds(Row, names, figures, st.integers(1, 99_999), st.just("")), min_size=2, max_size=6),
    st.integers(0, 3),
)
@example([Row("会", 1, 1, ""), Row("計画", 1, 1, "")], 1)  # 1 as the rate of 1 against 1,007
def test_a_further_column_of_amounts_is_asked(rows: list[Row], place: int) -> None:
    """Without headings, a column of 現計 or 査定 among those of the table is never taken for another: it is asked."""
    columns = ["text", "previous", "amount", "remark"]
    block = [_cells(row, columns) for row in rows]
    for number, cells in enumerate(block, start=1):
        cells.insert(place, _text(number * 1_007))
    assert _pasted(block).questions


@pytest.mark.parametrize(
    "block",
    [
        [["歳入", "", ""], _YEARS, ["使用料", "8,200", "7,900"], ["雑入", "460", "440"]],
        [_YEARS, ["使用料", "8,200", "7,900"], ["雑入", "460", "440"], ["歳入計", "8,660", "8,340"]],
    ],
)
def test_a_table_of_income_is_asked(block: list[list[str]]) -> None:
    """What comes in is no cost: a block below 「歳入」, or with its total, goes in only where a person says so."""
    assert any("収入の表" in question.sentence for question in _pasted(block).questions)
