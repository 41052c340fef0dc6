"""Where a step of undo changed the request: the place to look at, in the words of the form."""

from __future__ import annotations

from typing import NamedTuple

from model.differences.changes import Change, changes_of
from model.differences.differences import order_of
from model.differences.outline import ROOT, outline_of
from model.differences.wording import Wording
from model.request.place import Place
from model.request.request import Request
from model.standard.standard import Standard


class ChangedPlace(NamedTuple):
    """The first place that a step changed.

    Attributes:
        place: where it stands now; of a row that is gone, its neighbour; "" for nowhere on the form.
        where: the part of the sheet and what it is: 「所要経費 ＞ 1.運営費 ＞ 「通信運搬費」の要求額」.
        others: how many other places it changed.
    """

    place: Place
    where: str
    others: int


def changed_place(before: Request, after: Request, standard: Standard) -> ChangedPlace | None:
    """The first place in the order of the sheet in which two requests differ; None where they are equal."""
    found = changes_of(before, after)
    if not found:
        return None
    old, new = (Wording(request, outline_of(request), standard) for request in (before, after))

    def section_of(change: Change) -> str:
        return (old if change.way == "deleted" else new).section(change.row, change.field)

    first = min(found, key=lambda change: order_of(section_of(change)))
    if first.way == "deleted":
        place, what = _neighbour(first.row, old, new), old.what(first.row)
    else:
        place, what = new.place(first.row, first.field), new.what(first.row, first.field)
    return ChangedPlace(place, f"{section_of(first)} ＞ {what}", len(found) - 1)


def _neighbour(row_id: str, old: Wording, new: Wording) -> Place:
    """The place of the row above one that is gone, else of the one below it, else of the row that it stood in."""
    slot = old.outline.rows[row_id].slot
    rows = old.outline.lists[slot]
    index = rows.index(row_id)
    near = (*reversed(rows[:index]), *rows[index + 1 :], slot.parent)
    found = next((row for row in near if row in new.outline.rows), ROOT)
    return new.place(found) if found != ROOT else ""
