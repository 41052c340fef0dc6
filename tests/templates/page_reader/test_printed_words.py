"""Words that a page prints otherwise than its form come back on its page, also after our own page was read back."""

from __future__ import annotations

import pytest

from templates.page.html import render
from templates.readers.own_page import read_own_page
from templates.readers.page import read_text
from tests.cases import page as case
from tests.samples import ROOT, snapshot, standard
from tests.templates.page_reader.copied import copied
from tests.templates.page_reader.pages import page
from tests.templates.page_reader.test_lines_and_headings import OLDEST

FOLDER = ROOT / "templates" / "standards" / "tottori"
HELD = page(asked="要求額:0千円 財源:単県\n\n一般事業査定:保留 (保留額536,900千円)")
WORKS = page().replace("総務部の新しい事業", "総務部公共の新しい事業")
EMPTY = page("1 概要\n\n本文。\n\n財政課処理欄\n\n")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (HELD, "一般事業査定:保留 (保留額536,900千円)"),
        (WORKS, "現在の位置: 予算編成過程の公開 の 令和5年度予算 の 総務部公共の新しい事業"),
        (OLDEST, "トータルコスト要求額1,234千円"),
        (OLDEST, "要求内容:"),
        (EMPTY, "財政課処理欄"),
        (page(asked=""), "事業費"),
    ],
    ids=["048", "public works", "oldest form", "its body", "empty comment", "nothing asked"],
)
def test_line_is_printed_as_it_was(text: str, printed: str) -> None:
    """048 brackets its 保留額, public works put 公共 into the breadcrumb, the oldest form has a line for its total cost."""
    reading = read_text(text, standard())
    assert reading.unread == ()
    own = render(snapshot(reading.request), FOLDER)
    assert printed in copied(own, "rows").split("\n")
    assert render(snapshot(read_own_page(own, standard(), FOLDER).request), FOLDER) == own


def test_words_of_the_form_are_not_kept() -> None:
    """A page that prints what its form prints has no words of its own."""
    request = read_text(page(), standard()).request
    assert request.printed.words == {}


@pytest.mark.parametrize(("unit", "told"), [("円", 1), ("百万円", 1), ("千円", 0)])
def test_fixed_table_in_another_unit_is_told(unit: str, told: int) -> None:
    """The tables of the form are in 千円; a title that names 円 is listed beside what was not understood."""
    text = case("002").replace("要求額の財源内訳(単位:千円)", f"要求額の財源内訳(単位:{unit})")
    assert sum("千円ではありません" in entry.why for entry in read_text(text, standard()).unread) == told
