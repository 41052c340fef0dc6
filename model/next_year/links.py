"""The linked figures of the draft: they stand for the same figures, of the new year."""

from __future__ import annotations

from model.edits.links import carried_along, refreshed
from model.figures.figures import Totals
from model.names.figure_outline import figure_outline
from model.next_year.carried import YearChange
from model.request.carried import Carried
from model.request.request import Request


def carry(year_change: YearChange, draft: Request, figures: Totals) -> Request:
    """The draft whose texts say the new year's figures where they are linked to one that is there already."""
    if not draft.links:
        return draft
    outline = figure_outline(draft, figures, year_change.standard)
    return refreshed(carried_along(year_change.request, draft), outline)


def changes_of(year_change: YearChange, draft: Request) -> list[Carried]:
    """The words that say another figure now, each by itself."""
    before = {link.id: link for link in year_change.request.links}
    return [
        Carried(
            "本文のつないだ数字",
            before[link.id].shown,
            link.shown,
            f"{year_change.this.label}の額とつながっています。額を入れると、文の数字も変わります。",
            link.place,
        )
        for link in draft.links
        if before[link.id].shown != link.shown
    ]
