"""Moving lines with their parts: together by one step, or to another spot of the sheet."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from msgspec.structs import replace

from model.edits.structure import Step, move_line
from model.request.lines import change_line, height, path_to, rewrite, walk, without_lines
from model.request.part import by_id, inserted
from model.request.parts import change_part
from model.request.request import MAX_DEPTH, CostGroup, Line, Request


class Spot(NamedTuple):
    """Where lines can go: the group, or the line whose parts they become, and the line before which they stand.

    That line is None for after the last.
    """

    parent: str
    before: str | None


def outermost(request: Request, line_ids: Collection[str]) -> list[Line]:
    """Some lines in the order of the sheet, without those that are parts of another of them."""
    wanted, found = frozenset(line_ids), []
    for group in request.groups:
        below = 0  # the depth from which on lines belong to the one found last
        for line, depth in walk(group.lines):
            if below and depth >= below:
                continue
            below = 0
            if line.id in wanted:
                found.append(line)
                below = depth + 1
    return found


def move_lines(request: Request, line_ids: Collection[str], step: Step) -> Request:
    """Move lines one step up or down, each past its neighbour; those that stand at an edge hold back the ones behind.

    From the edge of a group, top lines go on into the next group.
    """
    lines = outermost(request, line_ids)
    moved = frozenset(line.id for line in lines)
    for line in lines if step == -1 else reversed(lines):
        if _neighbour(request, line.id, step) not in moved:
            request = move_line(request, line.id, step)
    return request


def move_lines_to(request: Request, line_ids: Collection[str], spot: Spot) -> Request:
    """Move lines to a spot; the same request where they stand there, or would nest too deep or into themselves."""
    lines = outermost(request, line_ids)
    moved = frozenset(line.id for line in lines)
    group, path = by_id(request.groups, spot.parent), path_to(request, spot.parent)
    if not lines or not (group or path) or any(line.id in moved for line in path):
        return request
    if len(path) + max(map(height, lines)) > MAX_DEPTH:
        return request
    before = spot.before
    if before in moved:  # the spot is before one that leaves it: before the next that stays
        siblings = [line.id for line in (group.lines if group else path[0].parts)]
        rest = siblings[siblings.index(before) if before in siblings else len(siblings) :]
        before = next((sibling for sibling in rest if sibling not in moved), None)
    edited = without_lines(request, moved)
    if group:
        edited = change_part(
            edited, CostGroup, group.id, lambda own: replace(own, lines=inserted(own.lines, lines, before))
        )
    else:
        edited = change_line(
            edited, spot.parent, lambda line: replace(line, parts=inserted(line.parts, lines, before))
        )
    return request if edited == request else edited


def _neighbour(request: Request, line_id: str, step: Step) -> str | None:
    """The sibling past which a line would move; None at an edge."""
    found: str | None = None

    def note(lines: tuple[Line, ...], index: int) -> tuple[Line, ...]:
        nonlocal found
        if 0 <= index + step < len(lines):
            found = lines[index + step].id
        return lines

    rewrite(request, line_id, note)
    return found
