"""The rows of the ordinary sheet of an initial budget, as the published sheet of facts.json has them."""

from __future__ import annotations

from typing import Final

from model.request.request import FundingRowKey, SheetRow

SHEET_ROWS: Final[tuple[SheetRow, ...]] = ("assessed", "request", "previous")
FUNDING_ROWS: Final[tuple[FundingRowKey, ...]] = ("previous", "request", "assessed", "held", "separate")
