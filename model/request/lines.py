"""Finding and rewriting lines in the tree of a cost group, on which every edit of lines rests."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from operator import is_

from msgspec.structs import replace

from model.request.request import MAX_DEPTH, CostGroup, Line, Request
from model.values.amount import Amount


def walk(lines: tuple[Line, ...], depth: int = 0) -> Iterator[tuple[Line, int]]:
    """Every line with its depth (0 at the top), in the order of the sheet."""
    for line in lines:
        yield line, depth
        if line.parts:
            yield from walk(line.parts, depth + 1)


def lines_in(request: Request) -> Iterator[Line]:
    """Every line of a request with its parts, in the order of the sheet."""
    return (line for group in request.groups for line, _ in walk(group.lines))


def nested(lines: Sequence[tuple[int, Line]], room: int = MAX_DEPTH) -> tuple[Line, ...]:
    """Lines with their levels as a tree of ``room`` levels: what is set in further, and nothing else, is a part of the line above."""
    found: list[Line] = []
    index = 0
    while index < len(lines):
        level, line = lines[index]
        end = index + 1
        while room > 1 and end < len(lines) and lines[end][0] > level:
            end += 1
        parts = nested(lines[index + 1 : end], room - 1)
        found.append(replace(line, parts=parts) if parts or line.parts else line)
        index = end
    return tuple(found)


def find(request: Request, line_id: str) -> Line | None:
    """The line with the id."""
    for group in request.groups:
        for line in group.lines:
            if line.id == line_id:
                return line
            if line.parts:
                for part, _ in walk(line.parts):
                    if part.id == line_id:
                        return part
    return None


def path_to(request: Request, line_id: str) -> list[Line]:
    """The line with the id, then the line it is a part of, and so on to the top; empty where it is gone."""

    def path(lines: tuple[Line, ...]) -> list[Line]:
        for line in lines:
            if line.id == line_id:
                return [line]
            if line.parts and (found := path(line.parts)):
                return [*found, line]
        return []

    return next((found for group in request.groups if (found := path(group.lines))), [])


def rewrite(
    request: Request, line_id: str, change: Callable[[tuple[Line, ...], int], tuple[Line, ...]]
) -> Request:
    """Replace the siblings among which a line stands by what ``change`` makes of them and its index, the same for no change."""
    for index, group in enumerate(request.groups):
        lines = rewrite_siblings(group.lines, line_id, change)
        if lines is group.lines:
            return request
        if lines is not None:
            return replace_group(request, index, replace(group, lines=lines))
    return request


def rewrite_siblings(
    lines: tuple[Line, ...], line_id: str, change: Callable[[tuple[Line, ...], int], tuple[Line, ...]]
) -> tuple[Line, ...] | None:
    """Like ``rewrite`` within some lines; None when the line is not below them."""
    for index, line in enumerate(lines):
        if line.id == line_id:
            return change(lines, index)
        if line.parts:
            parts = rewrite_siblings(line.parts, line_id, change)
            if parts is line.parts:
                return lines
            if parts is not None:
                return (*lines[:index], replace(line, parts=parts), *lines[index + 1 :])
    return None


def change_line(request: Request, line_id: str, change: Callable[[Line], Line]) -> Request:
    """Replace one line by what ``change`` makes of it."""
    return rewrite(
        request, line_id, lambda lines, index: (*lines[:index], change(lines[index]), *lines[index + 1 :])
    )


def change_lines(request: Request, changes: Mapping[str, Mapping[str, Amount]]) -> Request:
    """Set fields of many lines, by their ids, in one pass over the request."""

    def changed(line: Line) -> Line:
        new = replace(line, **changes[line.id]) if line.id in changes else line
        return line if new == line else new

    return _each_line(request, changed)


def without_lines(request: Request, line_ids: Collection[str]) -> Request:
    """The request without some lines and their parts; what they did not stand in is the same object."""
    return _each_line(request, lambda line: None if line.id in line_ids else line)


def _each_line(request: Request, change: Callable[[Line], Line | None]) -> Request:
    """The request with what ``change`` makes of each line, its parts first, None for nothing; what stays is the same object."""

    def changed(lines: tuple[Line, ...]) -> tuple[Line, ...]:
        found = [
            change(line if (parts := changed(line.parts)) is line.parts else replace(line, parts=parts))
            for line in lines
        ]
        new = tuple(line for line in found if line is not None)
        return lines if len(new) == len(lines) and all(map(is_, new, lines)) else new

    groups = tuple(
        group if (lines := changed(group.lines)) is group.lines else replace(group, lines=lines)
        for group in request.groups
    )
    return request if all(map(is_, groups, request.groups)) else replace(request, groups=groups)


def replace_group(request: Request, index: int, group: CostGroup) -> Request:
    """The request with another group at an index."""
    return replace(request, groups=(*request.groups[:index], group, *request.groups[index + 1 :]))


def height(line: Line) -> int:
    """How many levels a line takes: 1 without parts."""
    return 1 + max((height(part) for part in line.parts), default=0)
