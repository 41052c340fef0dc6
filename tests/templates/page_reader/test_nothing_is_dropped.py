"""Whatever a page has otherwise, every line of it is printed again or listed as not understood."""

from __future__ import annotations

import re
from functools import cache

import msgspec
import pytest
from lxml import html

from model.request.request import Request
from model.values.amount import half_width
from templates.page.html import render
from templates.readers.page import read_html, read_text
from templates.readers.reading import Reading
from tests.cases import LAYOUTS, cases, foreign_html, page, with_numbered_ids
from tests.examples import every_third
from tests.samples import ROOT, snapshot, standard
from tests.templates.page_reader.variants import CHANGES, LAYOUT

FOLDER = ROOT / "templates" / "standards" / "tottori"
NUMBERS = ["004", "034", "045", "104", "107", "115", "180"]
_LINKS = re.compile(r"(?:もどる)+|\(この事業に対するご質問・ご意見は.*\)")
_ASKED = re.compile(r"[^:]*(?:要求額|査定):")
_HEADINGS = re.compile(
    r"(?:区分|事業費|人件費|トータルコスト|財源内訳|従事人役|正職員|非常勤職員|臨時的任用職員|会計年度任用職員|特別職非常勤職員"
    r"|国庫支出金|使用料・手数料|寄附金|分担金・負担金|起債|財産収入|その他|一般財源|繰入金|\(A\+B\)|\([AB]\))+"
)


def plain(text: str) -> str:
    """Text by which it is compared: full-width signs plain, one sign for minus, no spaces, no commas in figures."""
    text = re.sub(r"[−△▲]", "-", half_width(text))
    return re.sub(r"[\s,]|(?:部局|課名|係名):", "", text)


def visible(source: str) -> str:
    """The text of a page as it is seen."""
    root = html.document_fromstring(source)
    for hidden in root.xpath("//head|//*[contains(concat(' ', @class, ' '), ' unseen ')]"):
        hidden.drop_tree()
    return plain(root.text_content())


@cache
def printed(request: str) -> str:
    """The text of the page of a request, given as JSON: many changes of a page leave its request as it is."""
    return visible(render(snapshot(msgspec.json.decode(request, type=Request)), FOLDER))


def dropped(text: str, reading: Reading) -> list[str]:
    """The lines of a page that are neither printed nor listed."""
    shown = printed(with_numbered_ids(reading.request))
    listed = [plain(each.text).rstrip("…") for each in reading.unread]
    lost = []
    for line in re.split(r"\r?\n", text):
        words = plain(line)
        if not words or _LINKS.fullmatch(words) or _HEADINGS.fullmatch(words) or words in shown:
            continue
        if _ASKED.match(words) and all(plain(word) in shown for word in line.split()):
            continue  # what stands behind the 財源 is printed in the order of the form
        if not any(words in entry or (entry and words.startswith(entry)) for entry in listed):
            lost.append(line)
    return lost


@pytest.mark.parametrize(
    ("number", "name"),
    [(number, name) for at, number in enumerate(NUMBERS) for name in every_third(CHANGES, at)],
)
def test_every_line_is_printed_or_listed(number: str, name: str) -> None:
    """Other stages, accounts, lines, labels, spaces and gaps: nothing of a page is lost, in text or in HTML."""
    for layout in LAYOUTS:
        text = CHANGES[name](page(number, layout))
        assert dropped(text, read_text(text, standard())) == []
    if name not in LAYOUT:
        text = CHANGES[name](page(number)).replace("\r", "")
        assert dropped(text, read_html(foreign_html(text), standard())) == []


@pytest.mark.parametrize("number", sorted(cases()))
def test_no_published_line_is_dropped(number: str) -> None:
    """Every line of the 87 published sheets is printed again."""
    reading = read_text(page(number), standard())
    assert reading.unread == ()
    assert dropped(page(number), reading) == []
