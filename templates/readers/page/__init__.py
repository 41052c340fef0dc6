"""Published pages read: the text of a page as copied or saved, or its HTML as a browser saved it, as a request.

From pieces (lines and grids) to a request: ``cutting`` finds the parts, ``head``, ``total_cost``, ``request_lines``,
``funding_tables`` and ``narrative`` read one each, cost tables are read in ``costs``, tables of years in ``years``; tables whose
headings a form has are cut out by ``figure_tables``, and ``assembly`` puts all together. What differs from the words of the form
is kept in ``Request.printed``; what was not understood stays as text and is listed. Files, encodings and pages that this program
wrote itself are not its subject.

Imports model, ``sheet`` and, of the readers, ``labels``, ``reading``, ``tables`` and the cells of ``books``. Read ``assembly.read_pieces`` first.
"""

from __future__ import annotations

from msgspec.structs import replace

from model.standard.standard import Standard
from templates.readers.page.assembly import read_pieces
from templates.readers.page.cutting import NotAPage
from templates.readers.page.text_pieces import text_pieces
from templates.readers.reading import Reading, struck_out

__all__ = ["NotAPage", "read_html", "read_text"]


def read_text(text: str, standard: Standard) -> Reading:
    """Read the text of a published page, a table row on a line or every cell on its own.

    Raises:
        NotAPage: where it is no such page.
    """
    return read_pieces(text_pieces(text), standard)


def read_html(html: str, standard: Standard) -> Reading:
    """Read the HTML of a published page, whatever its markup; not for pages that this program wrote.

    Raises:
        NotAPage: where it is no such page.
    """
    from templates.readers.page.html_pieces import html_pieces  # lxml is read only when it is needed

    pieces, struck, title = html_pieces(html)
    reading = read_pieces(pieces, standard, title)
    return replace(reading, unread=(*reading.unread, *struck_out(struck)))
