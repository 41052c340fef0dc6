"""Adding, removing, moving, indenting: edits that change the shape of a request."""

from __future__ import annotations

from collections.abc import Collection
from operator import is_
from typing import Literal, TypeVar

from msgspec.structs import replace

from model.request.lines import find, group_of, height, replace_group, rewrite, walk
from model.request.multi_year import Commitment
from model.request.request import MAX_DEPTH, CostGroup, Frame, Line, Request, Section
from model.values.identity import new_id

Step = Literal[-1, 1]
_Part = TypeVar("_Part")


def append_line(request: Request, group_id: str, line: Line) -> Request:
    """Add a line at the end of a group."""
    return append_lines(request, group_id, (line,))


def append_lines(request: Request, group_id: str, lines: tuple[Line, ...]) -> Request:
    """Add lines at the end of a group."""
    for index, group in enumerate(request.groups):
        if group.id == group_id and lines:
            return replace_group(request, index, replace(group, lines=group.lines + lines))
    return request


def insert_line(request: Request, line_id: str, new: Line, *, below: bool = False) -> Request:
    """Insert a line above (or below) another, at its level."""
    return rewrite(
        request, line_id, lambda lines, index: (*lines[: index + below], new, *lines[index + below :])
    )


def delete_lines(request: Request, line_ids: Collection[str]) -> Request:
    """Delete lines, with their parts and the commitments of all of them."""
    doomed = frozenset(line_ids)
    gone: set[str] = set()

    def kept(lines: tuple[Line, ...]) -> tuple[Line, ...]:
        gone.update(line.id for top in lines if top.id in doomed for line, _ in walk((top,)))
        rest = tuple(
            replace(line, parts=parts) if (parts := kept(line.parts)) is not line.parts else line
            for line in lines
            if line.id not in doomed
        )
        return lines if len(rest) == len(lines) and all(map(is_, rest, lines)) else rest

    groups = tuple(
        replace(group, lines=lines) if (lines := kept(group.lines)) is not group.lines else group
        for group in request.groups
    )
    if not gone:
        return request
    commitments = tuple(commitment for commitment in request.commitments if commitment.line not in gone)
    return replace(
        request,
        groups=groups,
        commitments=commitments if len(commitments) != len(request.commitments) else request.commitments,
    )


def move_line(request: Request, line_id: str, step: Step) -> Request:
    """Move a line up or down among its siblings; from the edge of a group, a top line goes on into the next group."""
    for at, group in enumerate(request.groups):
        index = next((i for i, line in enumerate(group.lines) if line.id == line_id), None)
        if index is None:
            continue
        if 0 <= index + step < len(group.lines):
            return replace_group(request, at, replace(group, lines=_moved(group.lines, index, step)))
        if not 0 <= at + step < len(request.groups):
            return request
        line, target = group.lines[index], request.groups[at + step]
        lines = (line, *target.lines) if step == 1 else (*target.lines, line)
        request = replace_group(
            request, at, replace(group, lines=group.lines[:index] + group.lines[index + 1 :])
        )
        return replace_group(request, at + step, replace(target, lines=lines))
    return rewrite(request, line_id, lambda lines, index: _moved(lines, index, step))


def indent_line(request: Request, line_id: str) -> Request:
    """Make a line a part of the line above it, as far as the sheet nests (three levels)."""
    depth = _depth(request, line_id)
    line = find(request, line_id)
    if depth is None or line is None or depth + 1 + height(line) > MAX_DEPTH:
        return request

    def into_upper(lines: tuple[Line, ...], at: int) -> tuple[Line, ...]:
        if at == 0:
            return lines
        upper = replace(lines[at - 1], parts=(*lines[at - 1].parts, lines[at]))
        return (*lines[: at - 1], upper, *lines[at + 1 :])

    return rewrite(request, line_id, into_upper)


def outdent_line(request: Request, line_id: str) -> Request:
    """Raise a part to its parent's level; parts below it become its own, so that the order of rows stays."""
    group = group_of(request, line_id)
    if group is None or any(line.id == line_id for line in group.lines):
        return request

    def out_of(lines: tuple[Line, ...]) -> tuple[Line, ...]:
        for index, parent in enumerate(lines):
            at = next((i for i, part in enumerate(parent.parts) if part.id == line_id), None)
            if at is not None:
                part = parent.parts[at]
                raised = replace(part, parts=part.parts + parent.parts[at + 1 :])
                return (*lines[:index], replace(parent, parts=parent.parts[:at]), raised, *lines[index + 1 :])
            parts = out_of(parent.parts)
            if parts is not parent.parts:
                return (*lines[:index], replace(parent, parts=parts), *lines[index + 1 :])
        return lines

    return replace_group(request, request.groups.index(group), replace(group, lines=out_of(group.lines)))


def add_group(request: Request, group: CostGroup, *, after: str | None = None) -> Request:
    """Add a cost group after another, or at the end."""
    index = next((i + 1 for i, group in enumerate(request.groups) if group.id == after), len(request.groups))
    return replace(request, groups=(*request.groups[:index], group, *request.groups[index:]))


def delete_group(request: Request, group_id: str) -> Request:
    """Delete a cost group with its lines and their commitments."""
    group = next((group for group in request.groups if group.id == group_id), None)
    if group is None:
        return request
    request = delete_lines(request, [line.id for line in group.lines])
    return replace(request, groups=tuple(group for group in request.groups if group.id != group_id))


def move_group(request: Request, group_id: str, step: Step) -> Request:
    """Move a cost group up or down."""
    index = next((i for i, group in enumerate(request.groups) if group.id == group_id), None)
    return request if index is None else replace(request, groups=_moved(request.groups, index, step))


def add_section(request: Request, frame: Frame, *, after: str | None = None, section_id: str = "") -> Request:
    """Add a section of the writer's own after another, or at the end of the frame."""
    section = Section(section_id or new_id(), frame)
    frames = [section.stands_in for section in request.sections]
    index = next(
        (i + 1 for i, section in enumerate(request.sections) if section.id == after),
        len(frames) - frames[::-1].index(frame) if frame in frames else len(frames),
    )
    return replace(request, sections=(*request.sections[:index], section, *request.sections[index:]))


def delete_section(request: Request, section_id: str) -> Request:
    """Delete a section; the one that shows the cost tables stays."""
    return replace(
        request,
        sections=tuple(section for section in request.sections if section.id != section_id or section.costs),
    )


def move_section(request: Request, section_id: str, step: Step) -> Request:
    """Move a section up or down within its frame."""
    sections = request.sections
    index = next((i for i, section in enumerate(sections) if section.id == section_id), None)
    if index is None:
        return request
    to = next(
        (
            i
            for i in range(index + step, len(sections) if step > 0 else -1, step)
            if sections[i].stands_in == sections[index].stands_in
        ),
        None,
    )
    if to is None:
        return request
    order = list(sections)
    order[index], order[to] = order[to], order[index]
    return replace(request, sections=tuple(order))


def add_commitment(request: Request, commitment: Commitment) -> Request:
    """Add a commitment (債務負担行為)."""
    return replace(request, commitments=(*request.commitments, commitment))


def delete_commitment(request: Request, commitment_id: str) -> Request:
    """Delete a commitment."""
    return replace(
        request,
        commitments=tuple(commitment for commitment in request.commitments if commitment.id != commitment_id),
    )


def _moved(parts: tuple[_Part, ...], at: int, step: Step) -> tuple[_Part, ...]:
    to = at + step
    if not 0 <= to < len(parts):
        return parts
    order = list(parts)
    order[at], order[to] = order[to], order[at]
    return tuple(order)


def _depth(request: Request, line_id: str) -> int | None:
    def depth_in(lines: tuple[Line, ...], depth: int) -> int | None:
        for line in lines:
            found = depth if line.id == line_id else depth_in(line.parts, depth + 1)
            if found is not None:
                return found
        return None

    return next((found for group in request.groups if (found := depth_in(group.lines, 0)) is not None), None)
