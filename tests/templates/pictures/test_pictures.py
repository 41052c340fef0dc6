"""The pictures show the figures of the sheet and no others, in words too, and are told apart without colour."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from model.document.document import Snapshot, take_snapshot
from model.request.multi_year import Commitment, CommitmentYear
from model.request.request import CostGroup, Line, Request
from model.standard.standard import Standard
from model.values.amount import format_amount
from templates.page.html import render_shown
from templates.pictures.drawing import TONES, Box, Drawing, Words
from templates.pictures.pictures import pictures
from templates.pictures.svg import svg
from templates.readers.page import read_text
from templates.sheet.blocks import PeopleCell
from templates.sheet.sheet import cells_of, lay_out
from tests import cases
from tests.templates.published_page import with_lines

LAST_FIGURE = re.compile(r"(△?\d[\d,]*(?:\.\d+)?)人?\Z")


def pictures_of(snapshot: Snapshot) -> dict[str, Drawing]:
    """The pictures of a request."""
    return pictures(snapshot, lay_out(snapshot))


def words_of(drawing: Drawing) -> list[str]:
    """The words on a picture, in order."""
    return [mark.text for mark in drawing.marks if isinstance(mark, Words)]


def test_the_real_sheet(sample: Request, standard: Standard) -> None:
    """The real sheet has four pictures; its cost tables stand from the largest, each with last year and the change."""
    drawn = pictures_of(take_snapshot(sample, standard))
    assert list(drawn) == ["total_cost", "headcount", "costs", "funding"]
    assert words_of(drawn["costs"])[2:10] == [
        *("1.住民基本台帳ネットワークシステム", "48,889", "平成30年度 49,804", "増減 △915"),
        *("3.総合行政ネットワーク", "34,445", "平成30年度 34,309", "増減 +136"),
    ]
    assert words_of(drawn["headcount"])[2:6] == [
        *("31年度当初予算額", "正職員 1.9人", "31年度当初予算要求額", "正職員 1.9人"),
    ]
    assert drawn["funding"].alternative == (
        "要求額の財源内訳（単位:千円）。前年度予算 118,656（その他 2,159、一般財源 116,497）。"
        "要求額 124,767（その他 2,159、一般財源 122,608）。"
    )


@pytest.mark.parametrize("number", cases.cases())
def test_every_figure_is_one_of_the_sheet(number: str, standard: Standard) -> None:
    """On no picture of a published sheet stands a figure that its sheet or its totals do not have."""
    snapshot = take_snapshot(read_text(cases.page(number), standard).request, standard)
    sheet = lay_out(snapshot)
    known = {
        f"{cell.printed}" if isinstance(cell, PeopleCell) else format_amount(cell.printed, "△")
        for cell in cells_of(sheet)
    } | {"0"}
    tables = [table for frame in sheet.frames for part in frame.sections for table in part.costs]
    names = {row.text for table in tables for row in table.rows} | {table.title for table in tables}
    for row in (row for table in tables for row in table.rows if row.change is not None):
        known |= {format_amount(row.change, "△")}
    for drawing in pictures_of(snapshot).values():
        if drawing.key == "commitments":
            continue  # by year, as the totals have them: below
        for text in words_of(drawing):
            found = LAST_FIGURE.search(text) if text not in names else None
            assert found is None or found[1] in known, text


@pytest.mark.parametrize("number", [*cases.cases()][::8])
def test_all_marks_stand_on_the_picture(number: str, standard: Standard) -> None:
    """No box reaches over an edge, whatever is below zero, and no words begin outside."""
    snapshot = take_snapshot(read_text(cases.page(number), standard).request, standard)
    for drawing in pictures_of(snapshot).values():
        for box in (mark for mark in drawing.marks if isinstance(mark, Box)):
            assert -0.01 <= box.x <= box.x + box.width <= drawing.width + 0.01
            assert 0 <= box.y <= box.y + box.height <= drawing.height
        assert all(0 <= mark.y <= drawing.height for mark in drawing.marks if isinstance(mark, Words))


def test_lengths_are_those_of_the_figures(standard: Standard) -> None:
    """Bars of one picture have one scale from one zero; what is below zero goes to the other side."""
    snapshot = take_snapshot(
        with_lines(
            Line("a", text="研修", previous=100, amount=300), Line("b", text="返納", previous=0, amount=-150)
        ),
        standard,
    )
    boxes = [mark for mark in pictures_of(snapshot)["costs"].marks if isinstance(mark, Box) and mark.says]
    this_year, last_year, below = boxes
    assert this_year.width == pytest.approx(3 * last_year.width)
    assert below.width == pytest.approx(this_year.width / 2)
    assert below.x + below.width == pytest.approx(this_year.x)


def test_a_table_that_cannot_be_read_has_no_picture(sample: Request, standard: Standard) -> None:
    """Where an amount is no amount the picture of its table is left out: half of it would mislead."""
    lines = (Line("a", text="研修", amount="約3百"), Line("b", text="会場", amount=5))
    request = replace(sample, groups=(CostGroup("g", "表", lines=lines),), commitments=())
    assert "costs" not in pictures_of(take_snapshot(request, standard))


def test_commitments_by_year(sample: Request, standard: Standard) -> None:
    """Each fiscal year shows what was asked and what was set for it, as the picture's words say."""
    years = tuple(CommitmentYear(f"y{number}", f"H{number}", 100 * number) for number in (32, 33))
    commitments = (
        Commitment("a", period="H32〜H33", status="requested", years=years),
        Commitment("b", period="H32〜H33", status="set", years=years[:1]),
    )
    snapshot = take_snapshot(replace(sample, commitments=commitments), standard)
    drawing = pictures_of(snapshot)["commitments"]
    assert words_of(drawing)[2:] == [
        *("要求額", "要求", "設定済"),
        *("平成31年度", "124,767"),
        *("平成32年度", "3,200 / 3,200"),
        *("平成33年度", "3,300"),
    ]
    assert (
        "平成32年度 3,200 / 3,200（要求 3,200、設定済 3,200）。平成33年度 3,300（要求 3,300）。"
        in drawing.alternative
    )


def test_a_long_name_goes_on_below(sample: Request, standard: Standard) -> None:
    """In a narrow pane a title and a name that are wider than it stand on two lines, whole; the bar is below both."""
    of = take_snapshot(sample, standard)
    narrow = pictures(of, lay_out(of), 190)["costs"]
    words = [mark for mark in narrow.marks if isinstance(mark, Words) and not mark.ends]
    assert not [mark.text for mark in words if "…" in mark.text]
    first, second = next(
        pair
        for pair in pairwise(words)
        if pair[0].text + pair[1].text == "1.住民基本台帳ネットワークシステム"
    )
    assert first.y < second.y
    below = min(mark.y for mark in narrow.marks if isinstance(mark, Box))
    assert second.y <= below


def test_svg_stands_alone_and_says_all(sample: Request, standard: Standard) -> None:
    """A picture is well-formed XML by itself, with its title and its text for who does not see it; typed words are text."""
    lines = (Line("a", text='<b>"研修"&', previous=1, amount=2), Line("b", text="会場", amount=5))
    snapshot = take_snapshot(with_lines(*lines), standard)
    for key, drawing in pictures_of(snapshot).items():
        root = ElementTree.fromstring(svg(drawing))
        space = "{http://www.w3.org/2000/svg}"
        assert root.get("role") == "img"
        assert [root.findtext(f"{space}{tag}") for tag in ("title", "desc")] == [
            drawing.title,
            drawing.alternative,
        ]
        assert not list(root.iter(f"{space}b"))
        assert root.get("aria-labelledby") == f"picture-{key}-title picture-{key}-text"
    assert svg(pictures_of(snapshot)["costs"]) == svg(pictures_of(snapshot)["costs"])


def test_tones_differ_without_colour() -> None:
    """No two areas look alike in grey: their lightness differs, or their pattern."""
    greys = [
        sum(int(tone.fill[at : at + 2], 16) * share for at, share in ((1, 0.2126), (3, 0.7152), (5, 0.0722)))
        for tone in TONES
    ]
    assert len({tone.pattern for tone in TONES}) == len(TONES)
    assert all(abs(one - other) > 10 for one, other in combinations(greys, 2))


def test_each_can_be_switched_off(sample: Request, standard: Standard, folder: object) -> None:
    """The Standard says which pictures stand on the page."""
    public = replace(standard.public_page, pictures=("funding",))
    page = render_shown(take_snapshot(sample, replace(standard, public_page=public)), folder)  # type: ignore[arg-type]
    assert re.findall(r'<desc id="picture-(\w+)-text">', page) == ["funding"]
