"""The head of a page: 年度, 予算, 区分, 段階, 款・項・目, names and contact; the 財源 and the finance division's words."""

from __future__ import annotations

from model import place
from model.amount import Amount
from model.request import COMPONENTS, Assessment, Component, Contact, Header, Request
from templates.own_page.markup import Page

_HEADER = (
    "budget", "business_class", "stage", "subject_kan", "subject_kou", "subject_moku", "name", "subtitle", "account",
)  # fmt: skip
_CONTACT = ("department", "section", "team", "phone", "email")
RESULT = "assessment/result"


def head(page: Page) -> Request:
    """A request with what stands above the tables and in the finance division's words; the name still has its prefix."""
    return Request(
        header=Header(
            fiscal_year=page.attribute("data-fiscal-year"),
            sheet=page.attribute("data-sheet"),
            **{name: page.value(f"header/{name}") for name in _HEADER},
        ),
        contact=Contact(**{name: page.value(f"contact/{name}") for name in _CONTACT}),
        funding_words=page.value("funding_words"),
        assessment=Assessment(
            page.value(RESULT),
            page.amount(place.ASSESSED_AMOUNT),
            page.amount("assessment/held"),
            page.amount("assessment/separate"),
            page.value("assessment/comment"),
        ),
        components=_components(page),
    )


def _components(page: Page) -> dict[Component, Amount]:
    places = {key: place.component(key) for key in COMPONENTS}
    return {key: page.amount(where) for key, where in places.items() if page.has(where)}
