"""How the sheets of the workbook are printed: A4, the page number and the 事業名 below; data are not printed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from model.document.document import Snapshot
from model.edits.fields import clean_text
from model.values.one_line import one_line

_A4: Final = 9
_A3: Final = 8
_LEGIBLE: Final = 0.6  # the smallest scale at which a table is read on paper
_LONG, _SHORT = 841.9, 595.3  # pt, its sides
_INCH: Final = 72.0
_SIDE, _TOP, _BOTTOM, _FOOTER = 0.45, 0.4, 0.55, 0.25  # inches
_SLACK: Final = 0.98  # of a page: fonts and printers differ by a little
_LONGEST_FOOT: Final = 60  # characters at the foot
_FOOT_SIZE: Final = 9


class Paper(NamedTuple):
    """A sheet of A4, and what stands at its foot beside the page number."""

    orientation: Literal["portrait", "landscape"]
    foot: str

    @property
    def width(self) -> float:
        """What it holds from side to side, pt."""
        side = _SHORT if self.orientation == "portrait" else _LONG
        return (side - 2 * _SIDE * _INCH) * _SLACK

    @property
    def height(self) -> float:
        """What it holds from top to foot, pt."""
        side = _LONG if self.orientation == "portrait" else _SHORT
        return (side - (_TOP + _BOTTOM) * _INCH) * _SLACK


def foot_of(snapshot: Snapshot) -> str:
    """What stands at the foot of every page, for pages that come apart: 事業名, year and budget."""
    header = snapshot.request.header
    name, budget = (one_line(clean_text(text)) for text in (header.name, header.budget))
    return f"{name or '（事業名なし）'}　{snapshot.totals.year.label} {budget}".strip()


def print_on_pages(sheet: Worksheet, paper: Paper, scale: float, breaks: Sequence[int]) -> None:
    """Print a sheet on pages that end behind the rows ``breaks``, with page numbers.

    A sheet that is fitted to a width would ignore the breaks, so it is printed at a scale.
    """
    setup = sheet.page_setup
    setup.orientation = paper.orientation
    setup.paperSize = _A4
    setup.scale = int(scale * 100)
    for row in breaks:
        sheet.row_breaks.append(Break(id=row))
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = _SIDE
    margins.top, margins.bottom, margins.header, margins.footer = _TOP, _BOTTOM, _FOOTER, _FOOTER
    footer = HeaderFooterItem()
    foot = clean_text(paper.foot)  # openpyxl writes it as it is, and cannot write control characters
    name = foot if len(foot) <= _LONGEST_FOOT else f"{foot[:_LONGEST_FOOT]}…"
    footer.left.text, footer.right.text = name.replace("&", "&&"), "&P / &N"
    footer.left.size = footer.right.size = _FOOT_SIZE
    sheet.oddFooter = footer


def print_on_widths(sheet: Worksheet, width: float) -> None:
    """Print a table ``width`` pt wide as long as it is, with page numbers.

    It goes across one A4 page, or as many of A3 as its letters stay legible on.
    """
    paper = Paper("landscape", "")
    print_on_pages(sheet, paper, 1.0, ())
    smallest = width * _LEGIBLE
    widths = 1
    if smallest > paper.width:
        sheet.page_setup.paperSize = _A3
        widths = math.ceil(smallest / (paper.width * math.sqrt(2)))
    sheet.page_setup.scale = None
    sheet.page_setup.fitToWidth = widths
    sheet.page_setup.fitToHeight = 0  # as many pages as it takes
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
