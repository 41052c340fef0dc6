"""How the sheets of the workbook are printed: A4, one page wide, the page number below."""

from __future__ import annotations

from typing import Final, Literal

from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

_A4: Final = 9


def print_on_one_width(sheet: Worksheet, orientation: Literal["portrait", "landscape"]) -> None:
    """Print a sheet as wide as one A4 page and as long as it is, with page numbers."""
    setup = sheet.page_setup
    setup.orientation = orientation
    setup.paperSize = _A4
    setup.fitToWidth = 1
    setup.fitToHeight = 0  # as many pages as it takes
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = orientation == "portrait"
    margins = sheet.page_margins
    margins.left = margins.right = 0.5
    margins.top, margins.bottom, margins.header, margins.footer = 0.55, 0.65, 0.3, 0.3
    footer = HeaderFooterItem()
    footer.center.text = "&P / &N"
    footer.center.size = 9
    sheet.oddFooter = footer
