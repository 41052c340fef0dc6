"""Where the places of a request stand on its paper: a place is found there, and what is clicked leads back to it."""

from __future__ import annotations

import pytest

from templates.paper.layout import paper
from templates.paper.press import Pages, Press
from templates.paper.spots import spot_at, spot_of
from tests.samples import ROOT, sample, snapshot
from tests.templates.paper.printed import Printed

FOLDER = ROOT / "templates" / "standards" / "tottori"


@pytest.fixture(scope="module")
def press() -> Press:
    """A press."""
    return Press(FOLDER)


@pytest.fixture(scope="module")
def pages(press: Press) -> Pages:
    """The pages of the real sheet."""
    return press.pages(paper(snapshot(sample())))


@pytest.mark.parametrize(
    ("place", "printed"),
    [
        ("header/business_class", "一般事業(公共事業以外)"),
        ("contact/phone", "0857-26-8319"),
        ("line/line-1-3/text", "住基ネット保守管理費"),
        ("line/line-1-3/amount", "13,023"),
        ("line/line-1-3/previous", "11,564"),
        ("group/group-4/amount", "11,628"),
        ("funding/request/general", "122,608"),
        ("headcount/previous/regular", "0.5人"),
    ],
)
def test_a_click_on_what_is_printed_leads_to_its_place(
    press: Press, pages: Pages, place: str, printed: str
) -> None:
    """The middle of a printed word belongs to the place that it is the value of, wherever its cell is."""
    word = Printed(press.pdf(paper(snapshot(sample())))).find(printed)
    found = spot_at(word.page, (word.left + word.right) / 2, (word.top + word.bottom) / 2, pages.spots)
    assert found is not None
    assert found.place == place
    spot = spot_of(place, pages.spots)
    assert spot is not None
    assert (spot.page, spot.place) == (word.page, place)
    assert abs(spot.y - word.top) < 12


@pytest.mark.parametrize(
    ("place", "instead"),
    [
        ("line/line-1-3/basis", "line/line-1-3/text"),
        ("header/subject_moku", "header/name"),
        ("section/section-1/unnumbered", "section/section-1/heading"),
    ],
)
def test_a_place_that_is_not_printed(pages: Pages, place: str, instead: str) -> None:
    """Where a value is not printed itself, its row or text is found; where nothing of it is, nothing."""
    spot = spot_of(place, pages.spots)
    assert spot is not None
    assert spot.place == instead
    assert spot_of("price/時給", pages.spots) is None
    assert spot_at(0, 300, 0, pages.spots) is None


def test_the_pages_are_those_of_the_pdf(press: Press, pages: Pages) -> None:
    """As many pages, as large, and as many characters drawn on each as the PDF has; the same again for the same request."""
    pdf = Printed(press.pdf(paper(snapshot(sample())))).file
    assert [(round(page.width), round(page.height)) for page in pages.pages] == [
        (round(page.rect.width), round(page.rect.height)) for page in pdf
    ]
    for page, own in zip(pages.pages, pdf, strict=True):
        signs = sum(len(span["chars"]) - sum(c["c"].isspace() for c in span["chars"]) for block in own.get_text("rawdict")["blocks"] for line in block.get("lines", ()) for span in line["spans"])  # fmt: skip
        assert abs(page.svg.count(b"<use ") - signs) <= signs // 20  # a blank is drawn as a sign, or not
    assert press.pages(paper(snapshot(sample()))) == pages
