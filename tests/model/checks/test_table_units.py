"""The unit that stands around a cost table."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.edits.fields import set_value
from model.request.request import CostGroup, Line, Section
from tests.model.checks.examples.characters import written
from tests.samples import findings, one_line, only


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("運営費(単位:円)", "円"),
        ("運営費（単位：百万円）", "百万円"),
        ("運営費 【単位；億円】", "億円"),
        ("運営費(単位:件、円)", "円"),
        ("運営費　単位は万円", "万円"),
    ],
)
@pytest.mark.parametrize("field", ["title", "note"])
def test_table_in_another_unit(title: str, unit: str, field: str) -> None:
    """The cells are 千円, so a table headed 円 or 百万円 is read a thousand times too small or too large."""
    found = only(set_value(one_line(), f"group/table/{field}", title), "74")
    assert (found.severity, found.place, found.fix) == ("warning", f"group/table/{field}", None)
    assert f"「単位:{unit}」" in found.message


@pytest.mark.parametrize(
    "title",
    [
        "運営費",
        "運営費(単位:千円)",
        "運営費（単位；千円）",
        "運営費(単位:件、千円)",
        "運営費(単位:人)",
        "単価の内訳(単位:円/人)",
        "運営費（単価の単位：円）",
        "単位費用（円）",
        "運営費(千円)",
    ],
)
def test_table_in_order(title: str) -> None:
    """千円, no unit at all (the form prints it), a count, and a price per piece contradict nothing."""
    assert findings(set_value(one_line(), "group/table/title", title), "74") == []


def test_caption_in_the_text_above() -> None:
    """A last line 「(単位:円)」 of the text is the caption of the table below it; further up it is of the writer's own table."""
    assert only(written("経費は次のとおり。\n　　（単位：円）\n"), "74").place == "section/costs/text"
    assert findings(written("(単位:円)\n区分 金額\nA 5,000\n\n経費は次のとおり。"), "74") == []


def test_caption_is_of_the_first_table_below_it() -> None:
    """Of two tables below one text the caption heads the first; a table of another section has its own text."""
    other = Section("other", heading="参考", text="(単位:円)")
    tables = (
        CostGroup("first", "1", lines=(Line("a", "a", 1, 1),)),
        CostGroup("second", "2", lines=(Line("b", "b", 1, 1),), section="other"),
    )
    request = replace(one_line(), sections=(*one_line().sections, other), groups=tables)
    assert "「2」の表" in only(request, "74").message


def test_text_without_a_table_is_not_looked_at() -> None:
    """A narrative about yen without any cost table below it is the writer's own business."""
    assert findings(replace(written("(単位:円)"), groups=()), "74") == []


def test_caption_in_the_heading_above() -> None:
    """「3 所要経費(単位:円)」 right above the table, as published sheets have it."""
    heading = f"section/{one_line().sections[0].id}/heading"
    found = only(set_value(one_line(), heading, "3 所要経費(単位:円)"), "74")
    assert found.place == heading
    assert findings(set_value(one_line(), heading, "3 所要経費(単位:千円)"), "74") == []
