"""What a reader of a published page can follow: a telephone number, an address of mail, and the pages and files around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import msgspec
from markupsafe import Markup, escape

from model.standard.parts import PublicPage
from model.values.amount import half_width
from model.values.pattern import lazy_pattern

_TELEPHONE: Final = lazy_pattern("[0０][0-9０-９]{1,4}[-－ー‐(（][0-9０-９]{1,4}[-－ー‐)）][0-9０-９]{3,4}")
_MAIL: Final = lazy_pattern(
    r"(?<![\w.%+-])[A-Za-z0-9_%+-][\w.%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}(?![\w@.-])"
)


class Link(msgspec.Struct, frozen=True):
    """A link of a page: its words, and where it leads."""

    words: str
    address: str


def page_links(public: PublicPage) -> tuple[Link, ...]:
    """The links that the Standard gives every page: the list of all requests, the form for questions."""
    found = (("一覧へもどる", public.index), ("この事業へのご質問・ご意見", public.questions))
    return tuple(Link(words, address) for words, address in found if address)


def file_links(public: PublicPage, *, workbook: str = "", data: str = "") -> tuple[Link, ...]:
    """The links to the files that are written beside a page, where the Standard publishes them; the name of none is ""."""
    from urllib.parse import quote  # read only where a file is linked

    found = (
        ("要求書（Excel）", workbook, public.links_workbook),
        ("要求書のデータ（JSON）", data, public.links_data),
    )
    return tuple(Link(words, f"./{quote(name)}") for words, name, is_public in found if name and is_public)


def _linked(typed: str, pattern: re.Pattern[str], scheme: str, dialled: Callable[[str], str]) -> Markup:
    """Typed words with the first match of a pattern as a link; the rest is text, whatever stands in it."""
    found = pattern.search(typed)
    if found is None:
        return escape(typed)
    before, words, behind = typed[: found.start()], found[0], typed[found.end() :]
    return Markup('{}<a href="{}{}">{}</a>{}').format(before, scheme, dialled(words), words, behind)


def telephone(typed: str) -> Markup:
    """A typed telephone number with what can be dialled as a link."""
    return _linked(typed, _TELEPHONE, "tel:", lambda number: "".join(filter(str.isdigit, half_width(number))))


def mail(typed: str) -> Markup:
    """A typed address of mail with what can be written to as a link."""
    return _linked(typed, _MAIL, "mailto:", str)
