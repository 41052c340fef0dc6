"""The real sheet with tables of its narrative that are no cost tables: a list of places, and a schedule."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from model.request.request import Request
from model.request.section_table import SectionTable, TableColumn, TableRow
from tests.samples import sample

SECTION = "section-1"
PLACES = SectionTable(
    "places",
    SECTION,
    "【箇所表】",
    "※延長は計画による。",
    (
        TableColumn("name", "路線名", total="合計"),
        TableColumn("town", "市町"),
        TableColumn("length", "延長", "km", summed=True),
        TableColumn("count", "箇所数", "箇所", summed=True),
    ),
    (
        TableRow("one", {"name": "国道9号", "town": "鳥浜市", "length": "1.5", "count": "3"}),
        TableRow("two", {"name": "県道山上線", "town": "山上町", "length": "0.75", "count": "1,200"}),
        TableRow("three", {"name": "市道", "length": "－"}),
    ),
)
SCHEDULE = SectionTable(
    "schedule",
    SECTION,
    columns=(TableColumn("when", "時期"), TableColumn("what", "内容")),
    rows=(
        TableRow("april", {"when": "4月", "what": "契約"}),
        TableRow("may", {"when": "5月", "what": "着手\n中間報告"}),
    ),
)


@cache
def with_tables() -> Request:
    """The real sheet with both tables."""
    return replace(sample(), tables=(PLACES, SCHEDULE))
