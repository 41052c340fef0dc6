"""Made-up pages of 令和5年度 around a body, and what was read of them in short."""

from __future__ import annotations

from model.request.request import Line, Request
from model.request.section_table import SectionTable
from model.totals.section_tables import total_text, total_words
from templates.readers.page import read_html, read_text
from templates.readers.reading import Reading
from tests.cases import foreign_html
from tests.samples import standard

ASKED = "要求額:5,142千円 (前年度予算額 2,000千円) 財源:単県"
_HEAD = """現在の位置: 予算編成過程の公開 の 令和5年度予算 の 総務部の新しい事業
令和5年度
当初予算  一般事業(公共事業以外)  {stage}      支出科目  款:総務費 項:企画費 目:計画調査費
事業名:

新しい事業

もどる  もどる

総務部 情報政策課 企画担当

事業費

{asked}

事業内容

{body}
"""
COSTS = "1 事業の目的・概要\n\n本文。\n\n2 主な事業内容\n\n{}\n\n3 その他\n\n終わり。\n"


def page(body: str = "1 概要\n\n本文。", asked: str = ASKED, stage: str = "一般事業要求") -> str:
    """The text of a page."""
    return _HEAD.format(body=body, asked=asked, stage=stage)


def read(body: str = "1 概要\n\n本文。", asked: str = ASKED, stage: str = "一般事業要求") -> Reading:
    """What is read of a page."""
    return read_text(page(body, asked, stage), standard())


def with_table(table: str) -> Reading:
    """What is read of a page with an HTML table in its second section."""
    text = foreign_html(page(COSTS.format("TABLE")))
    return read_html(text.replace("<FONT SIZE=2>TABLE</FONT><BR>", table), standard())


def with_lines(lines: str) -> Reading:
    """What is read of a page with lines in its second section."""
    return read(COSTS.format(lines))


def shown(lines: tuple[Line, ...]) -> list[tuple[object, ...]]:
    """Lines in short: text, previous year, amount, remark, and the parts where there are any."""
    return [
        (line.text, line.previous, line.amount, line.remark, *([shown(line.parts)] if line.parts else []))
        for line in lines
    ]


def cells(table: SectionTable) -> list[list[str]]:
    """The headings of a table with their units, its rows, and its row of totals."""
    words = total_words(standard())
    headings = [
        f"{column.heading}({column.unit})" if column.unit else column.heading for column in table.columns
    ]
    rows = [[row.cells.get(column.id, "") for column in table.columns] for row in table.rows]
    totals = [total_text(table, column, words, "△") for column in table.columns]
    return [headings, *rows, *([totals] if table.has_total else [])]


def sections(request: Request) -> list[tuple[str, str, bool]]:
    """Heading, text, and whether the form leaves the heading alone."""
    return [(section.heading, section.text, section.unnumbered) for section in request.sections]
