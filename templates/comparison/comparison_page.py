"""A comparison as a page that is read and printed: one HTML file with its own style, nothing fetched, all text escaped."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from templates.comparison.comparison_table import COLUMNS, ComparisonTable, sides, signed, way_label
from templates.page.html import clean, environment_of

_TEMPLATE: Final = "comparison.html.j2"


def page_bytes(table: ComparisonTable) -> bytes:
    """The page of a comparison."""
    environment = environment_of([Path(__file__).parent])
    environment.filters |= {"sides": sides, "signed": signed, "way_label": way_label}
    page = environment.get_template(_TEMPLATE).render(table=table, columns=COLUMNS)
    return clean(page).encode()
