"""Which sections the form of a request has, and what they are called: decided by the request, before any card is made."""

from __future__ import annotations

from typing import Final

from model.document.document import Snapshot
from model.request.place import Place
from model.request.request import Frame, Request
from templates.sheet.figure_tables import finance_title
from ui.language import QT_TRANSLATE_NOOP, translate

HEAD = "head"
"""The section that every form has."""
_NO_HEADING = QT_TRANSLATE_NOOP("ui.form", "（見出しなし）")


_FINANCE_ROWS: Final = ("assessed", "held", "separate")  # of the funding tables
_FINANCE_PLACES: Final = (
    "assessment/",
    "cut/",
    "headcount/assessed/",
    "cost/assessed/",
    *(f"funding/{row}/" for row in _FINANCE_ROWS),
)


def is_finance_place(place: Place) -> bool:
    """Whether a place is of the finance division's part (査定, 計上額, 財政課の欄)."""
    return place.startswith(_FINANCE_PLACES)


def has_finance_part(request: Request) -> bool:
    """Whether anything stands in the finance division's part of a request, so that it is shown in either view."""
    return (
        request.is_assessed
        or bool(request.cuts)
        or any(getattr(request.funding, row) for row in _FINANCE_ROWS)
        or any(map(is_finance_place, (*request.declared, *request.bases)))
    )


def form_sections(snapshot: Snapshot, *, finance: bool) -> dict[str, str]:
    """The titles of the sections by their keys, in the order of the page; a narrative section's key is its id.

    Args:
        snapshot: the request.
        finance: whether the finance division's part is shown.
    """
    request, totals, words = snapshot.request, snapshot.totals, snapshot.standard.words
    page = totals.form.page

    def narrative(frame: Frame) -> dict[str, str]:
        sections = (section for section in request.sections if section.stands_in == frame)
        return {section.id: section.heading or translate("ui.form", _NO_HEADING) for section in sections}

    titles = {
        HEAD: "基本情報",
        "total_cost": words.total_cost if totals.form.every_cost_row else "",
        "request": "事業費・査定" if finance else "事業費",
        **narrative("content"),
        "continuing": "継続費" if page.continuing else "",
        **narrative("results"),
        "comment": words.comment if finance else "",
        "cuts": "減額の内訳" if finance and (totals.cut or request.cuts) else "",
        "funding": words.funding if page.funding_rows else "",
        "terms": "財源の根拠" if page.funding_rows else "",
        "finance": finance_title(snapshot) if finance and totals.form.whole.finance_rows else "",
    }
    return {key: title for key, title in titles.items() if title}
