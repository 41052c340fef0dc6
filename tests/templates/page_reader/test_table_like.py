"""Tables in plain text that cannot be split for sure stay text, and the writer is told of them."""

from __future__ import annotations

import pytest

from templates.readers.page.costs import table_like as module
from templates.readers.page.costs.table_headings import PageLabels
from templates.readers.page.pieces import Line
from tests.samples import standard
from tests.templates.page_reader.pages import shown, with_lines

REIWA = "細事業名 内容 要求額 前年度予算額 前年度からの変更点"


@pytest.mark.parametrize(
    "rows",
    [
        "捕獲 奨励金 一式 3,000 0 新規\n研修 講師謝金 2,142 2,000 増\n合計 5,142 2,000",
        "奨励金 3,000 0 新規\n研修 講師謝金 2,142 2,000 増\n合計 5,142 2,000",
        "捕獲 機器 10 台 3,000 0 新規\n研修 講師謝金 2,142 2,000 増\n合計 5,142 2,000",
    ],
    ids=["a word too many", "a word too few", "a figure among the words"],
)
def test_rows_that_cannot_be_split_stay_text(rows: str) -> None:
    """Which word of a row belongs to 細事業名 and which to 内容 cannot be told: the whole table stays as it was."""
    reading = with_lines(f"{REIWA}\n{rows}")
    assert reading.request.groups == ()
    assert reading.request.sections[1].text == f"{REIWA}\n{rows}"
    assert [entry.text for entry in reading.unread] == [REIWA]


def test_cells_of_several_lines_stay_text() -> None:
    """With every cell on a line, a cell of two lines moves all others: the table stays as it was."""
    rows = "捕獲 奨励金 3,000 0 新規 研修 講師謝金 2,142 2,000 講師を 増やす 合計 5,142 2,000".replace(
        " ", "\n"
    )
    cells = REIWA.replace(" ", "\n") + "\n" + rows
    reading = with_lines(cells)
    assert reading.request.groups == ()
    assert reading.request.sections[1].text == cells
    assert len(reading.unread) == 1


def test_words_with_spaces_in_full_cells() -> None:
    """With every cell on a line, spaces inside a cell are no matter."""
    cells = REIWA.replace(" ", "\n") + "\n捕獲\n奨励金 一式\n3,000\n0\n新規 の もの\n合計\n3,000\n0"
    (group,) = with_lines(cells).request.groups
    assert shown(group.lines) == [("捕獲", 0, 3_000, "奨励金 一式\n新規 の もの")]


@pytest.mark.parametrize(
    "lines",
    [
        "圏域 件数 単価 額\n東部 3 100 300\n中部 4 100 400\n西部 五 100 500",
        "区分 要求額 財政課長査定額 部長復活要求額\n旅費 300 200 100",
        "区分\n要求額\n査定額\n差引き\n旅費\n300\n200\n100",
        "事業名\n金額\n財源の内訳\n理由\n道路改良\n4,000\n用地の交渉に日数を要した。\n合計\n4,001",
    ],
)
def test_other_tables_are_listed(lines: str) -> None:
    """A table whose columns are not known stays text; three rows of figures, or words of headings, show that it is one."""
    reading = with_lines(f"次のとおり。\n\n{lines}\n\n以上。")
    assert reading.request.groups == ()
    assert lines in reading.request.sections[1].text
    assert [entry.text for entry in reading.unread] == [lines.split("\n")[0]]


@pytest.mark.parametrize(
    "lines",
    [
        "平成29年度に 3 件、30年度に 4 件を行った。\n要求額は 300 千円。",
        "内容\n要求額のとおり。",
        "旅費 300\n需用費 200\n委託料 100",
    ],
)
def test_prose_with_figures_is_no_table(lines: str) -> None:
    """Sentences with figures, and a list with one figure a line, are text and nothing to be told of."""
    reading = with_lines(lines)
    assert reading.unread == ()
    assert lines in reading.request.sections[1].text


def test_a_long_text_is_looked_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of twice as many short lines without a figure, twice as many words are looked at, not four times."""
    looked: list[int] = []
    for count in (200, 400):
        words: list[str] = []
        monkeypatch.setattr(module, "is_quantity", lambda word, words=words: bool(words.append(word)))
        lines = [Line(number, text) for number, text in enumerate(["区分", "要求額"] * count, 1)]
        module.table_like(lines, PageLabels(standard().default_year, standard()))
        looked.append(len(words))
    assert 0 < looked[1] < 3 * looked[0]
