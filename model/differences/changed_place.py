"""Where a step of undo changed the request: the place to look at, in the words of the form."""

from __future__ import annotations

from typing import NamedTuple

from model.differences.changes import Change, changes_of
from model.differences.differences import order_of
from model.differences.outline import ROOT, outline_of
from model.differences.wording import Wording
from model.request.multi_year import Commitment
from model.request.place import Place, commitment
from model.request.request import Line, Request
from model.standard.standard import Standard


class ChangedPlace(NamedTuple):
    """The first place that a step changed.

    Attributes:
        place: where it stands now; of a row that is gone, its neighbour; "" for nowhere on the form.
        moved: the rows of the lists whose order alone changed; empty where anything else did.
        where: the part of the sheet and what it is: 「所要経費 ＞ 1.運営費 ＞ 「通信運搬費」の要求額」.
        others: how many other places it changed, lines that came or went apart.
        added, deleted: how many other lines came, and went.
    """

    place: Place
    where: str
    moved: frozenset[str]
    others: int
    added: int = 0
    deleted: int = 0


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
        place, what = _place_of(first, new), new.what(first.row, first.field)
    slots = {new.outline.rows[change.row].slot for change in found if change.way == "moved"}
    only_moved = all(change.way == "moved" for change in found)
    moved = frozenset(row for slot in slots for row in new.outline.lists[slot]) if only_moved else frozenset()
    others = [change for change in found if change is not first]
    added = sum(change.way == "added" and new.outline.rows[change.row].kind is Line for change in others)
    deleted = sum(change.way == "deleted" and old.outline.rows[change.row].kind is Line for change in others)
    return ChangedPlace(
        place, f"{section_of(first)} ＞ {what}", moved, len(others) - added - deleted, added, deleted
    )


def _neighbour(row_id: str, old: Wording, new: Wording) -> Place:
    """The place of the row above one that is gone, else of the one below it, else of the row that it stood in."""
    slot = old.outline.rows[row_id].slot
    rows = old.outline.lists[slot]
    index = rows.index(row_id)
    near = (*reversed(rows[:index]), *rows[index + 1 :], slot.parent)
    found = next((row for row in near if row in new.outline.rows), ROOT)
    return _place_of(Change("changed", found), new) if found != ROOT else ""


def _place_of(change: Change, wording: Wording) -> Place:
    """Where a change is looked at; of a whole commitment its row in the table of them."""
    if not change.field and wording.outline.rows[change.row].kind is Commitment:
        return commitment(change.row, "line")
    return wording.place(change.row, change.field)
