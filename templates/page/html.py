"""The published page: the sheet as one self-contained HTML file, written by a government's own template.

Order, labels and figures come from ``sheet.lay_out``; the look and the words between them stand in the Standard's
folder (``sheet.html.j2``, ``sheet.css``), or in the nearest one that it builds on. Everything a person typed is
escaped, so nothing typed becomes markup. What the page shows of its request stands in it once more as data
(``page_data``), from which ``own_page`` reads it back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

import jinja2
from markupsafe import Markup

from model.document import storage
from model.document.document import Snapshot, take_snapshot
from model.request.request import Request
from model.standard_folder.files import folders_of
from model.values.amount import format_amount
from templates.narrative.structure import structure
from templates.page.links import Link, mail, page_links, telephone
from templates.page.page_data import DIGEST, ID, PublishedPage
from templates.page.published_part import published_part
from templates.pictures.pictures import pictures
from templates.pictures.svg import svg
from templates.sheet.heading import column_groups, heading
from templates.sheet.sheet import Sheet, lay_out

TEMPLATE: Final = "sheet.html.j2"
GENERATOR: Final = "予算帖"
"""What a page says of who wrote it; pages with a number behind it carry no data and are read by what they show."""

# What HTML cannot hold: control characters but tab and line feed, halves of surrogate pairs, non-characters.
# Edits never let them in, but a file written by another program may hold them.
_NO_CHARACTERS: Final = "\x7f-\x9f\ufdd0-\ufdef" + "".join(
    chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
_NOT_TEXT: Final = re.compile(f"[\x00-\x08\x0b-\x1f\ud800-\udfff{_NO_CHARACTERS}]")
# And signs that could end the data or be changed where text is markup; in JSON they stand inside strings only.
_UNSAFE: Final = re.compile(f"[<>&\u00a0\u2028\u2029{_NO_CHARACTERS}]|(?<= ) ")


def render(snapshot: Snapshot, folder: Path, files: Sequence[Link] = ()) -> str:
    """The whole published page of a request: one text without scripts and without anything fetched from elsewhere.

    Template and style lie in the Standard's ``folder``; ``files`` are links to what is written beside the page.
    """
    sheet = lay_out(snapshot)
    published = published_part(snapshot, sheet)
    return _with_data(_shown(snapshot, sheet, published, folder, files), published)


def render_shown(snapshot: Snapshot, folder: Path) -> str:
    """Write the page as ``render`` does, without its data."""
    sheet = lay_out(snapshot)
    return _shown(snapshot, sheet, published_part(snapshot, sheet), folder)


def _shown(
    snapshot: Snapshot, sheet: Sheet, published: Request, folder: Path, files: Sequence[Link] = ()
) -> str:
    template = _environment(folder).get_template(TEMPLATE)
    page = template.render(
        sheet=sheet,
        standard=snapshot.standard,
        minus=snapshot.standard.printing.minus_on_page,
        generator=GENERATOR,
        pictures=_pictures(snapshot, sheet, published),
        links=[*page_links(snapshot.standard.public_page), *files],
    )
    return clean(page)


def _pictures(snapshot: Snapshot, sheet: Sheet, published: Request) -> dict[str, Markup]:
    """The pictures that the Standard wants on the page, as SVG by their key; none of what the page does not print."""
    wanted = set(snapshot.standard.public_page.pictures)
    if not snapshot.totals.form.page.commitments:
        wanted -= {"commitments"}
    elif "commitments" in wanted and published.commitments:
        # a year of a changed contract has amounts that no table of the page prints
        snapshot = take_snapshot(published, snapshot.standard)
    drawings = pictures(snapshot, sheet, minus=snapshot.standard.printing.minus_on_page) if wanted else {}
    return {key: Markup(svg(drawing)) for key, drawing in drawings.items() if key in wanted}  # noqa: S704  (svg escapes)


def clean(text: str) -> str:
    """The text with one kind of line end and without the characters that HTML cannot hold."""
    return _NOT_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _with_data(page: str, published: Request) -> str:
    """The page with what it shows of its request as data, and the digest of both."""
    data = clean(
        _UNSAFE.sub(_escaped, json.dumps(storage.plain(published), ensure_ascii=False, separators=(",", ":")))
    )
    digest = PublishedPage(page).digest_with(data)
    above, end, below = page.rpartition("</body>")
    return f'{above}<template id="{ID}" {DIGEST}="{digest}">{data}</template>\n{end}{below}'


def _escaped(sign: re.Match[str]) -> str:
    """A sign as JSON may write it without the sign itself."""
    units = sign[0].encode("utf-16-be").hex()
    return "".join(f"\\u{units[index : index + 4]}" for index in range(0, len(units), 4))


def environment_of(folders: Sequence[Path]) -> jinja2.Environment:
    """The environment of the page templates in some folders, the first that has one before the others; all text is escaped."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(folders),
        autoescape=True,
        undefined=jinja2.StrictUndefined,  # a misspelt name in a prefecture's template is an error, not a blank
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


# Kept by its folder: to compile a template takes longer than ten pages; jinja reads it again when its file changes.
@cache
def _environment(folder: Path) -> jinja2.Environment:
    environment = environment_of(folders_of(folder))
    environment.filters["column_groups"] = column_groups
    environment.filters["heading"] = heading
    environment.filters["amount"] = format_amount
    environment.filters["structure"] = lambda text: structure(clean(text))
    environment.filters["telephone"] = telephone
    environment.filters["mail"] = mail
    return environment
