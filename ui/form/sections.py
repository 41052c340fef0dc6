"""Which sections the form of a request has, and what they are called: decided by the request, before any card is made."""

from __future__ import annotations

from model.document.document import Snapshot
from model.names.fields import COMMENT_FIELD
from model.request.request import Frame
from templates.sheet.figure_tables import finance_title

HEAD = "head"
"""The section that every form has."""
_NO_HEADING = "（見出しなし）"


def form_sections(snapshot: Snapshot) -> dict[str, str]:
    """The titles of the sections by their keys, in the order of the page; a narrative section's key is its id."""
    request, totals, words = snapshot.request, snapshot.totals, snapshot.standard.words
    page = totals.form.page

    def narrative(frame: Frame) -> dict[str, str]:
        sections = (section for section in request.sections if section.stands_in == frame)
        return {section.id: section.heading or _NO_HEADING for section in sections}

    titles = {
        HEAD: "基本情報",
        "total_cost": words.total_cost if totals.form.every_cost_row else "",
        "request": "事業費・査定",
        **narrative("content"),
        "continuing": "継続費" if page.continuing else "",
        **narrative("results"),
        "comment": COMMENT_FIELD.label,
        "cuts": "減額の内訳" if totals.cut or request.cuts else "",
        "funding": words.funding if page.funding_rows else "",
        "terms": "財源の根拠" if page.funding_rows else "",
        "finance": finance_title(snapshot) if totals.form.whole.finance_rows else "",
    }
    return {key: title for key, title in titles.items() if title}
