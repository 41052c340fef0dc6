"""Adding, removing, moving, indenting: edits that change the shape of a request."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, TypeVar

from msgspec.structs import replace

from model.request.lines import (
    height,
    lines_in,
    path_to,
    replace_group,
    rewrite,
    walk,
    without_lines,
)
from model.request.part import WithId, by_id, index_of, without
from model.request.parts import change_part
from model.request.request import MAX_DEPTH, CostGroup, Frame, Line, Request, Section
from model.standard.parts import LineTemplate
from model.values.identity import new_id

Step = Literal[-1, 1]
_Part = TypeVar("_Part")
_P = TypeVar("_P", bound=WithId)


def append_lines(request: Request, group_id: str, *lines: Line) -> Request:
    """Add lines at the end of a group."""
    return change_part(request, CostGroup, group_id, lambda group: replace(group, lines=group.lines + lines))


def line_from(template: LineTemplate) -> Line:
    """A new line with a template's parts (内訳のひな形) and their calculations; names in them wait for their prices."""
    parts = tuple(
        Line(new_id(), part.text, basis=part.basis, object_class=part.object_class) for part in template.parts
    )
    return Line(new_id(), template.text, parts=parts)


def insert_line(request: Request, line_id: str, new: Line, *, below: bool = False) -> Request:
    """Insert a line above (or below) another, at its level."""
    return rewrite(
        request, line_id, lambda lines, index: (*lines[: index + below], new, *lines[index + below :])
    )


def delete_lines(request: Request, line_ids: Collection[str]) -> Request:
    """Delete lines, with their parts and the commitments of all of them."""
    lines = [line for line in lines_in(request) if line.id in line_ids]
    if not lines:
        return request
    gone = {line.id for line, _ in walk(tuple(lines))}
    commitments = tuple(commitment for commitment in request.commitments if commitment.line not in gone)
    rest = without_lines(request, gone)
    return rest if len(commitments) == len(rest.commitments) else replace(rest, commitments=commitments)


def move_line(request: Request, line_id: str, step: Step) -> Request:
    """Move a line up or down among its siblings; from the edge of a group, a top line goes on into the next group."""
    for number, group in enumerate(request.groups):
        index = index_of(group.lines, line_id)
        if index is None:
            continue
        if 0 <= index + step < len(group.lines):
            return replace_group(request, number, replace(group, lines=_moved(group.lines, index, step)))
        if not 0 <= number + step < len(request.groups):
            return request
        line, target = group.lines[index], request.groups[number + step]
        lines = (line, *target.lines) if step == 1 else (*target.lines, line)
        request = replace_group(request, number, replace(group, lines=without(group.lines, line_id)))
        return replace_group(request, number + step, replace(target, lines=lines))
    return rewrite(request, line_id, lambda lines, index: _moved(lines, index, step))


def indent_line(request: Request, line_id: str) -> Request:
    """Make a line a part of the line above it, as far as the sheet nests (three levels)."""
    path = path_to(request, line_id)
    if not path or len(path) + height(path[0]) > MAX_DEPTH:
        return request

    def into_upper(lines: tuple[Line, ...], index: int) -> tuple[Line, ...]:
        if index == 0:
            return lines
        upper = replace(lines[index - 1], parts=(*lines[index - 1].parts, lines[index]))
        return (*lines[: index - 1], upper, *lines[index + 1 :])

    return rewrite(request, line_id, into_upper)


def outdent_line(request: Request, line_id: str) -> Request:
    """Raise a part to its parent's level; parts below it become its own, so that the order of rows stays."""
    path = path_to(request, line_id)
    if len(path) < 2:
        return request
    part, parent = path[:2]
    position = parent.parts.index(part)
    raised = replace(part, parts=part.parts + parent.parts[position + 1 :])
    shorter = replace(parent, parts=parent.parts[:position])
    return rewrite(
        request, parent.id, lambda lines, index: (*lines[:index], shorter, raised, *lines[index + 1 :])
    )


def add_group(request: Request, group: CostGroup, *, after: str | None = None) -> Request:
    """Add a cost group after another, or at the end."""
    index = next((i + 1 for i, group in enumerate(request.groups) if group.id == after), len(request.groups))
    return replace(request, groups=(*request.groups[:index], group, *request.groups[index:]))


def delete_group(request: Request, group_id: str) -> Request:
    """Delete a cost group with its lines and their commitments."""
    group = by_id(request.groups, group_id)
    if group is None:
        return request
    request = delete_lines(request, [line.id for line in group.lines])
    return replace(request, groups=without(request.groups, group_id))


def move_group(request: Request, group_id: str, step: Step) -> Request:
    """Move a cost group up or down."""
    groups = moved_part(request.groups, group_id, step)
    return request if groups is request.groups else replace(request, groups=groups)


def add_section(request: Request, frame: Frame, section_id: str) -> Request:
    """Add a section of the writer's own at the end of a frame."""
    frames = [section.stands_in for section in request.sections]
    index = len(frames) - frames[::-1].index(frame) if frame in frames else len(frames)
    return replace(
        request,
        sections=(*request.sections[:index], Section(section_id, frame), *request.sections[index:]),
    )


def delete_section(request: Request, section_id: str) -> Request:
    """Delete a section with its tables of its own; the one that shows the cost tables stays."""
    section = by_id(request.sections, section_id)
    if section is None or section.costs:
        return request
    return replace(
        request,
        sections=without(request.sections, section_id),
        tables=tuple(table for table in request.tables if table.section != section_id),
    )


def move_section(request: Request, section_id: str, step: Step) -> Request:
    """Move a section up or down within its frame."""
    sections = request.sections
    index = index_of(sections, section_id)
    if index is None:
        return request
    beyond = range(index + step, len(sections) if step > 0 else -1, step)
    to = next((i for i in beyond if sections[i].stands_in == sections[index].stands_in), None)
    if to is None:
        return request
    order = list(sections)
    order[index], order[to] = order[to], order[index]
    return replace(request, sections=tuple(order))


def moved_part(parts: tuple[_P, ...], part_id: str, step: Step) -> tuple[_P, ...]:
    """The parts with one of them a step further up or down; as they are where it is gone or at the edge."""
    index = index_of(parts, part_id)
    return parts if index is None else _moved(parts, index, step)


def _moved(parts: tuple[_Part, ...], index: int, step: Step) -> tuple[_Part, ...]:
    to = index + step
    if not 0 <= to < len(parts):
        return parts
    order = list(parts)
    order[index], order[to] = order[to], order[index]
    return tuple(order)
