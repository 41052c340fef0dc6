"""Findings are listed as the sheet is read, from above, whichever rule found them."""

from __future__ import annotations

from msgspec.structs import replace

from model.checks.sheet_order import SheetOrder
from model.edits.fields import type_text
from model.request import place
from tests.samples import sample, snapshot
from tests.section_tables import with_tables


def test_findings_stand_as_the_sheet_is_read() -> None:
    """A slip in each part of the sheet: the list goes from the head through sections and costs to the funding."""
    slips = {
        "line/line-1-2/amount": "約6百",
        "line/line-3-1/amount": "約3百",
        "section/section-1/text": "要求額は999千円です。",
        "header/fiscal_year": "平成",
        "headcount/request/regular": "1.9a",
        "assessment/amount": "約1億",
        "funding/request/other": "約2",
    }
    request = sample()
    for where, text in slips.items():
        request = type_text(request, where, text)
    listed = list(dict.fromkeys(finding.place for finding in snapshot(request).findings.all))

    assert [where for where in listed if where in slips] == [
        "header/fiscal_year",
        "headcount/request/regular",
        "assessment/amount",
        "section/section-1/text",
        "line/line-1-2/amount",
        "line/line-3-1/amount",
        "funding/request/other",
    ]


def test_sections_are_in_the_order_the_writer_gave_them() -> None:
    """A section that is moved below the costs is listed below them, with its tables."""
    request = with_tables()
    table = request.tables[0]
    costs = place.line(request.groups[0].lines[0].id, "amount")
    text, cell = place.section(table.section, "text"), place.table_cell(table.rows[0].id, table.columns[0].id)
    order = SheetOrder(request)
    assert order.of(text) == order.of(cell) < order.of(costs) < order.of("assessment/comment")

    first, *others = request.sections
    assert first.id == table.section
    moved = replace(request, sections=(*others, first))
    order = SheetOrder(moved)
    assert order.of(text) == order.of(cell) > order.of(costs)
