"""The merge of two requests that were made from one: what does not collide is taken, what does is listed to be decided.

The unit is the field: two writers may change the words and the amount of one line. Rows that either of them added stay;
a row that one deleted and the other touched is a collision, as is a column in whose cells the other typed, and so is
what both changed otherwise. Where it is not known from which request both were made, everything in which they differ is a collision but for the rows of one side.

What becomes of the rows stands in ``merged_rows.py``, in which lists and in which order in ``merged_lists.py``,
and of the cells of deleted columns in ``merged_cells.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

import msgspec
from msgspec import UNSET

from model.differences.differences import Difference, compare, order_of
from model.differences.linked import with_merged_links, with_words_of
from model.differences.merged_cells import side_of_cell, without_gone_columns
from model.differences.merged_lists import nesting_collides, ordered_lists, settled_slots
from model.differences.merged_rows import Fate, fates
from model.differences.outline import COSTS, ROOT, Field, Outline, Row, Slot, Value, outline_of, request_of
from model.differences.sides import NESTING, Choices, Decision, Key, Sides, sides_of
from model.differences.texts import differing_parts, merged_text
from model.differences.wording import Wording
from model.request.place import Place
from model.request.request import Request, Section
from model.standard.standard import Standard

_DELETED: Final = "（削除）"
_UNKNOWN: Final = "（分かりません）"


class Collision(NamedTuple):
    """What both changed, each otherwise.

    Attributes:
        key: what it is; a choice is made for it.
        base: the value before both; of a row, UNSET where it was not there or what both began with is not known.
    """

    key: Key
    base: Value = UNSET
    mine: Value = UNSET
    theirs: Value = UNSET


class Merged(msgspec.Struct, frozen=True):
    """Two requests as one.

    Attributes:
        request: both as one, with mine where they collide; it can be saved and opened.
        base: the request both were made from; None where it is not known.
    """

    request: Request
    collisions: tuple[Collision, ...]
    base: Request | None
    mine: Request
    theirs: Request


class CollisionWords(NamedTuple):
    """A collision as one reads it; the attributes are those of a ``Difference``, with the value of each side.

    Attributes:
        both: the differing parts of a text with the changes of both sides; "" where it cannot be had.
    """

    key: Key
    section: str
    what: str
    base: str
    mine: str
    theirs: str
    place: Place
    both: str = ""


def merge(base: Request | None, mine: Request, theirs: Request) -> Merged:
    """Merge two requests.

    ``base`` is the request both were made from; None where it is not known. ``mine`` is the one that is open here.
    """
    origin = base or mine
    mine, theirs = with_words_of(origin, mine), with_words_of(origin, theirs)
    sides = sides_of(base, mine, theirs)
    result, collisions = _merged(sides, {})
    return Merged(_whole(base, mine, theirs, result), collisions, base, mine, theirs)


def decide(merged: Merged, choices: Choices) -> Request:
    """The request in which collisions are decided; mine where nothing is chosen."""
    base, mine, theirs = merged.base, merged.mine, merged.theirs
    return _whole(base, mine, theirs, _merged(sides_of(base, mine, theirs), choices)[0])


def _whole(base: Request | None, mine: Request, theirs: Request, merged: Request) -> Request:
    """A merged request with what is no value of a row: its linked figures, what is not known of them, and its ids."""
    ids = mine.identity if mine.identity.is_whole else theirs.identity
    whole = with_merged_links(base, mine, theirs, merged)
    gone = {link.id for link in (*mine.links, *theirs.links)} - {link.id for link in whole.links}
    unknown = tuple(field for field in whole.unknown if field.part not in gone)
    return msgspec.structs.replace(whole, identity=ids, unknown=unknown)


def taken(merged: Merged, standard: Standard) -> tuple[Difference, ...]:
    """What of theirs is in the result without a question."""
    return compare(merged.mine, merged.request, standard).differences


def in_words(merged: Merged, standard: Standard) -> tuple[CollisionWords, ...]:
    """The collisions as one reads them, in the order of the sheet."""
    requests = {"base": merged.base or merged.mine, "mine": merged.mine, "theirs": merged.theirs}
    wordings = {side: Wording(request, outline_of(request), standard) for side, request in requests.items()}
    base, mine, theirs = wordings.values()
    words = [
        _words(collision, base, mine, theirs, is_base_known=merged.base is not None)
        for collision in merged.collisions
    ]
    return tuple(sorted(words, key=lambda collision: order_of(collision.section)))


def _merged(sides: Sides, choices: Choices) -> tuple[Request, tuple[Collision, ...]]:
    fate_of, collisions = fates(sides, choices)
    found = [Collision(key) for key in collisions]
    shown, costs = _costs(sides, fate_of, choices)
    rows: dict[str, dict[Field, Value]] = {}
    for row_id in fate_of:
        rows[row_id], collided = _values(sides, row_id, fate_of, choices)
        found += collided
    rows[ROOT][COSTS] = shown
    found += costs
    collides = nesting_collides(sides)
    if collides:
        found.append(Collision(NESTING))
    slots = settled_slots(sides, fate_of, choices, in_one_way=collides)
    lists, in_other_order = ordered_lists(sides, slots, choices)
    found += [Collision(key) for key in in_other_order]
    outline = Outline({}, lists)
    for row_id, slot in slots.items():
        outline.rows[row_id] = Row(sides.kind_of(row_id), slot, rows[row_id])
    return request_of(outline), tuple(found)


def _costs(sides: Sides, fate_of: dict[str, Fate], choices: Choices) -> tuple[Value, list[Collision]]:
    """Which section shows the cost tables: one that is there, also where its row was to go."""
    values, found = _values(sides, ROOT, fate_of, choices, only=COSTS)
    wanted = [values[COSTS], *(side.rows[ROOT].values[COSTS] for side in (sides.mine, sides.theirs))]
    for row_id in wanted:
        if row_id in fate_of:
            return row_id, found
    for row_id in fate_of:
        if sides.kind_of(row_id) is Section:
            return row_id, found
    shown = str(wanted[1])
    if shown in sides.mine.rows:
        fate_of[shown] = "mine"
    return shown, found


def _values(
    sides: Sides, row_id: str, fate_of: Mapping[str, Fate], choices: Choices, only: Field | None = None
) -> tuple[dict[Field, Value], list[Collision]]:
    """The values of a row, and what of them is to be decided."""
    fate = fate_of[row_id]
    if fate != "both":
        return without_gone_columns(sides, sides.of(fate).rows[row_id].values, fate_of), []
    base, mine, theirs = (
        side.rows[row_id].values if row_id in side.rows else {}
        for side in (sides.base, sides.mine, sides.theirs)
    )
    values: dict[Field, Value] = {}
    found: list[Collision] = []
    for field in (only,) if only else dict.fromkeys((*mine, *theirs, *base)):
        if field == COSTS and not only:
            continue
        was, here, there = (side.get(field, UNSET) for side in (base, mine, theirs))
        side = side_of_cell(sides, field, fate_of)
        value = here
        if side is not None:
            value = {"base": was, "mine": here, "theirs": there}[side]
        elif here != there:
            if here == was:
                value = there
            elif there != was:
                key = Key("value", row_id, field)
                found.append(Collision(key, was, here, there))
                value = _chosen(choices.get(key, "mine"), was, here, there, is_cell=len(field) > 1)
        values[field] = value
    return values, found


def _chosen(choice: Decision, base: Value, mine: Value, theirs: Value, *, is_cell: bool) -> Value:
    if choice == "both":
        both = _both(base, mine, theirs)
        return mine if both is None else both
    if choice == "base" and base is UNSET and not is_cell:
        return mine  # what both began with is not known
    return {"base": base, "mine": mine, "theirs": theirs}[choice]


def _both(base: Value, mine: Value, theirs: Value) -> str | None:
    """A text with the changes of both sides; None where they changed the same lines, or it is no text of several."""
    if not (isinstance(base, str) and isinstance(mine, str) and isinstance(theirs, str) and "\n" in base):
        return None
    return merged_text(base, mine, theirs)


def _words(
    collision: Collision, base: Wording, mine: Wording, theirs: Wording, *, is_base_known: bool
) -> CollisionWords:
    key, wordings = collision.key, (base, mine, theirs)
    there, row, what, both = mine, key.row, "", ""
    field = key.field if key.aspect == "value" else ()
    if key.aspect == "value":
        values = zip(wordings, (collision.base, collision.mine, collision.theirs), strict=True)
        said = [
            wording.value(field, value) if row in wording.outline.rows else _UNKNOWN
            for wording, value in values
        ]
        if collision.base is UNSET and not is_base_known:
            said[0] = _UNKNOWN
        joined = _both(collision.base, collision.mine, collision.theirs)
        said[1], said[2], said[0], both = _differing(said[1], said[2], said[0], joined)
    elif key.aspect == "row":
        there = mine if row in mine.outline.rows else theirs
        said = [wording.whole(row) if row in wording.outline.rows else _DELETED for wording in wordings]
    else:
        if key.aspect == "order":
            slot = Slot(key.row, key.field)
            row, what = mine.outline.lists[slot][0], f"{mine.list_name(slot)}の順序"
            said = [_order(wording, slot) for wording in wordings]
        else:
            moved = _moved(base, mine, theirs)
            row, what = moved[0], "行の置き場所"
            said = [_nesting(wording, moved) for wording in wordings]
        if not is_base_known:
            said[0] = _UNKNOWN
    what = what or there.what(row, field)
    place = there.place(row, field)
    return CollisionWords(key, there.section(row, field), what, said[0], said[1], said[2], place, both)


def _differing(mine: str, theirs: str, base: str, both: str | None) -> tuple[str, str, str, str]:
    """The parts of the texts in which mine and theirs differ, and those that differ from mine in the others."""
    here, there = differing_parts(mine, theirs)
    if both is None:
        return here, there, differing_parts(base, mine)[0], ""
    was, joined = differing_parts(base, both)
    return here, there, was, joined


def _order(wording: Wording, slot: Slot) -> str:
    return "、".join(
        f"{number} {wording.name(row_id) or '（空欄）'}"
        for number, row_id in enumerate(wording.outline.lists.get(slot, ()), start=1)
    )


def _moved(base: Wording, mine: Wording, theirs: Wording) -> list[str]:
    """The rows of both that do not stand in one list in all of the requests that have them."""
    both = (row_id for row_id in mine.outline.rows if row_id in theirs.outline.rows)
    return [row_id for row_id in both if _differs(row_id, base, mine, theirs)]


def _nesting(wording: Wording, moved: list[str]) -> str:
    """The rows that both moved, with the list in which a request has them."""
    return "\n".join(
        f"{wording.name(row_id)} … {wording.list_name(wording.outline.rows[row_id].slot)}"
        for row_id in moved
        if row_id in wording.outline.rows
    )


def _differs(row_id: str, *wordings: Wording) -> bool:
    return (
        len({wording.outline.rows[row_id].slot for wording in wordings if row_id in wording.outline.rows}) > 1
    )
