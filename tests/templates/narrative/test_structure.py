"""How a narrative is built is read from its own numbers and marks, and no character of it is lost."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.request.request import Request
from templates.narrative.blocks import Block, ItemList, Paragraph, Structure, TextLine, TextTable, Title
from templates.narrative.structure import structure


def shape(blocks: tuple[Block, ...]) -> list[object]:
    """The blocks in short: titles with their depth, paragraphs as their first letters, lists as lists, tables as rows."""
    short: list[object] = []
    for block in blocks:
        match block:
            case Title(line, depth):
                short.append(f"{'#' * (depth + 1)} {line.marker}{line.words}")
            case Paragraph(lines):
                short.append("/".join(line.marker + line.words for line in lines))
            case ItemList(items):
                short.append([[item.lines[0].words, *shape(item.blocks)] for item in items])
            case TextTable(rows):
                short.append(tuple(tuple(cell.words for cell in row.cells) for row in rows))
    return short


def written(structure: Structure) -> str:
    """All that stands in a structure, to the character."""
    return "".join(map(_written, structure.blocks)) + structure.end


def _written(block: Block) -> str:
    match block:
        case Title(line):
            return _line(line)
        case Paragraph(lines):
            return "".join(map(_line, lines))
        case ItemList(items):
            return "".join("".join((*map(_line, item.lines), *map(_written, item.blocks))) for item in items)
        case TextTable(rows):
            return "".join(
                row.above + row.lead + "".join(cell.words + cell.gap for cell in row.cells) for row in rows
            )


def _line(line: TextLine) -> str:
    return f"{line.above}{line.lead}{line.marker}{line.words}"


WRITTEN = [
    pytest.param(
        "１ 目的\n　県民の福祉。\n(1)背景\n 災害の増加。\n(2)課題\n 職員の不足。\n２ 効果\n　安心。",
        ["# １ 目的", "県民の福祉。", "## (1)背景", "災害の増加。", "## (2)課題", "職員の不足。", "# ２ 効果", "安心。"],
        id="numbered titles over two levels",
    ),
    pytest.param(
        "【現状】\n・道路の老朽化\n・橋の老朽化\n【課題】\n予算の不足。",
        ["# 【現状】", [["道路の老朽化"], ["橋の老朽化"]], "# 【課題】", "予算の不足。"],
        id="titles in brackets over a list",
    ),
    pytest.param(
        "ア 研修の開催\nイ 教材の作成\nウ 講師の派遣", [[["研修の開催"], ["教材の作成"], ["講師の派遣"]]], id="letters of a list"
    ),
    pytest.param(
        "○研修\n　・初任者\n　・管理者\n○教材",
        [[["研修", [["初任者"], ["管理者"]]], ["教材"]]],
        id="a list in a list where most entries head nothing",
    ),
    pytest.param(
        "・市町村が行う避難所の環境の整備に要する経費に対して補助する\n　もの（上限あり）\n・県が行うもの\n以上を実施する。",
        [
            [["市町村が行う避難所の環境の整備に要する経費に対して補助する"], ["県が行うもの"]],
            "以上を実施する。",
        ],
        id="a line that goes on, and what follows a list",
    ),
    pytest.param(
        "箇所\t事業費\t備考\n国道9号\t3,800\t継続\n県道\t120",
        [(("箇所", "事業費", "備考"), ("国道9号", "3,800", "継続"), ("県道", "120"))],
        id="a table with tabs",
    ),
    pytest.param(
        "令和2年度　52箇所　560,000千円\n令和3年度　61箇所　610,000千円\n令和4年度　58箇所　590,000千円",
        [
            (
                ("令和2年度", "52箇所", "560,000千円"),
                ("令和3年度", "61箇所", "610,000千円"),
                ("令和4年度", "58箇所", "590,000千円"),
            )
        ],
        id="a table with blanks",
    ),
    pytest.param(
        "平成30年度の 実績は 3件\n令和元年度は 実施せず\n来年度 に期待",
        ["平成30年度の 実績は 3件", "令和元年度は 実施せず", "来年度 に期待"],
        id="blanks in sentences make no table",
    ),
    pytest.param("2019年に始めた。\n3.5倍になった。\n-5千円", ["2019年に始めた。", "3.5倍になった。", "-5千円"], id="figures are no numbers"),
    pytest.param("※1 国の制度\n（注）県の制度", ["※1 国の制度", "（注）県の制度"], id="notes"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WRITTEN)
def test_what_a_writer_means(text: str, expected: list[object]) -> None:
    """Numbers and marks make titles where most of them head something, lists else; columns of figures make tables."""
    assert shape(structure(text).blocks) == expected


def test_a_column_is_headed_by_words() -> None:
    """The first row of a table is its heading where it has words and the rows below have figures."""
    tables = [structure(text).blocks[0] for text in ("箇所\t件数\n東部\t3", "東部\t3\n西部\t4")]
    assert [isinstance(table, TextTable) and table.has_heading for table in tables] == [True, False]


def test_the_real_sheet(sample: Request) -> None:
    """The narrative of the real sheet: five titles, four of them with titles of their own, and a list under the second."""
    short = shape(structure(sample.sections[0].text).blocks)
    titles = [each for each in short if isinstance(each, str) and each.startswith("#")]
    assert [title for title in titles if title.startswith("# ")] == [
        "# 1.住民基本台帳ネットワークシステム",
        "# 2.公的個人認証サービス",
        "# 3.総合行政ネットワーク",
        "# 4.統合宛名システム",
        "# 5.中間サーバーシステム",
    ]
    assert len(titles) == 11
    assert [["コンビニ交付"], ["e-Tax(国税電子申告・納税システム) 等"]] in short


_PIECES = st.sampled_from(
    [
        "\n",
        "\n\n",
        " ",
        "　",
        "\t",
        "1.",
        "(1)",
        "①",
        "ア ",
        "・",
        "○",
        "※",
        "【題】",
        "- ",
        "3,800",
        "|",
        "本文。",
        "語",
        "\x0b",
    ]
)


@given(st.lists(_PIECES, max_size=40).map("".join) | st.text(max_size=80))
def test_no_character_is_lost(text: str) -> None:
    """A text is its structure, written one after the other, to the character."""
    assert written(structure(text)) == text


def test_a_thousand_marks_in_each_other() -> None:
    """A text that opens ever new marks nests no deeper than there are kinds of marks."""
    text = "\n".join(f"{' ' * depth}{mark}語" for depth, mark in enumerate("・○●◎□■◇◆★☆" * 100))
    assert written(structure(text)) == text


@pytest.mark.parametrize(
    "piece",
    ["語 語 語\n", "a|b\nx\n", "語\t語\n", "(1)　語\n　本文。\n", "・語\n○語\n", "語 語 3\n語 語 語\n"],
)
def test_a_long_text_costs_what_it_is_long(piece: str) -> None:
    """A text of four times as many lines costs some four times as much, whatever its lines look like."""

    def cost(times: int) -> float:
        text = piece * times
        start = process_time()
        structure(text)
        return process_time() - start

    long, short = (min(cost(times) for _ in range(3)) for times in (4_000, 1_000))
    assert long < 10 * short
