"""The published page: the sheet as one self-contained HTML file, written by a government's own template.

Order, labels and figures come from ``sheet.lay_out``; the look and the words between them stand in the Standard's
folder (``sheet.html.j2``, ``sheet.css``). Everything a person typed is escaped, so nothing typed becomes markup.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

import jinja2

from model.amount import format_amount
from model.document import Snapshot
from templates.html_heading import column_groups, heading
from templates.sheet import lay_out

TEMPLATE: Final = "sheet.html.j2"
GENERATOR: Final = "予算帖 1"
"""What a page says of who wrote it; the number is that of its markup, which templates/own_page reads back."""

# What HTML cannot hold: control characters but tab and line feed, halves of surrogate pairs, non-characters.
# Edits never let them in, but a file written by another hand may hold them.
_NOT_TEXT: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)


def render(snapshot: Snapshot, folder: Path) -> str:
    """Write the published page of a request.

    Args:
        snapshot: the request with its totals; its amounts are 千円, its headcount 人.
        folder: the Standard's folder, in which the template and its style lie.

    Returns:
        The whole page: one UTF-8 text without scripts and without anything fetched from elsewhere.
    """
    page = (
        _environment(folder)
        .get_template(TEMPLATE)
        .render(sheet=lay_out(snapshot), minus=snapshot.standard.printing.minus_on_page, generator=GENERATOR)
    )
    return clean(page)


def clean(text: str) -> str:
    """The text with one kind of line end and without the characters that HTML cannot hold."""
    return _NOT_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


@cache
def _environment(folder: Path) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,  # a misspelt name in a prefecture's template is an error, not a blank
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["column_groups"] = column_groups
    environment.filters["heading"] = heading
    environment.filters["amount"] = format_amount
    return environment
