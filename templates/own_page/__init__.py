"""Reading back the published page that this program wrote: every word, figure and table where it stood.

The page says where its values stand (``data-place``) and which words are the form's (``data-word``), so nothing here
knows a government's wording. Every figure it prints becomes a typed one, also where the program derives it: what was
published stands, and the checks say where it disagrees. What a page does not show is blank: the 節, calculations
behind hidden figures, commitments that neither a line nor a table of years speaks of.

Pages of other programs are for templates/page_reader. No request is changed and nothing is written here.
"""

from __future__ import annotations

from msgspec.structs import replace

from model.form import SheetForm
from model.request import Request
from model.standard import Standard
from model.storage import FileError
from templates.html import GENERATOR
from templates.own_page.calculations import with_bases
from templates.own_page.figures import with_figures
from templates.own_page.head import head
from templates.own_page.markup import Page
from templates.own_page.narrative import body
from templates.own_page.words import as_printed, assessed_as_on
from templates.own_page.years import with_years
from templates.reading import Reading

_GENERATOR_NAME = GENERATOR.partition(" ")[0]


def is_own_page(html: str) -> bool:
    """Whether the text is a page that this program wrote: it says so in its head."""
    start = html[:20_000]
    return f'<meta name="generator" content="{_GENERATOR_NAME} ' in start


def read_own_page(html: str, standard: Standard) -> Reading:
    """Read a page that this program wrote.

    Args:
        html: the page; its amounts are 千円, its headcount 人.
        standard: the Standard whose template wrote it.

    Returns:
        The request with every printed figure declared, and what was not understood: parts that someone added to the
        page by hand.

    Raises:
        FileError: when the page holds no sheet.
    """
    page = Page(html)
    if page.main is None:
        raise FileError(
            "予算帖が書き出したページですが、要求書の部分がありません。書き出したときのページを選んでください。"
        )
    request = _named(assessed_as_on(page, head(page), standard), standard)
    request = replace(request, printed=as_printed(page, request, standard))
    found = body(page, request, standard)
    request = replace(request, sections=found.sections, groups=found.groups, commitments=found.commitments)
    request, added = with_years(page, request, standard)
    request = with_figures(page, request, standard)
    request, unread = with_bases(page, request, found.bases, standard)
    return Reading(request, (*found.unread, *added, *unread))


def _named(request: Request, standard: Standard) -> Request:
    """The request without the word that a sheet of its own prints before the name ([債務負担行為])."""
    form: SheetForm = standard.form_of(request)
    name = request.header.name.removeprefix(form.page.name_prefix)
    return replace(request, header=replace(request.header, name=name))
