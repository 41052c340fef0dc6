"""Linking words of a text to a figure of the sheet, and having them follow it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from model.edits.fields import set_value, value_at
from model.links import anchors
from model.links.figure_values import LINE_TEXTS, choices, values_of
from model.links.forms import FigureValue, shown
from model.links.offer import certain
from model.names.figure_outline import SheetFigure
from model.request.lines import walk
from model.request.linked_figure import LinkedFigure
from model.request.part import by_id
from model.request.parts import change_part
from model.request.place import Place, table_cell
from model.request.request import Request, Section
from model.values.grouped import grouped
from model.values.identity import new_id


def text_at(request: Request, where: Place) -> str:
    """The text at a place; "" where there is none."""
    text = value_at(request, where)
    return text if isinstance(text, str) else ""


def link(request: Request, linked: LinkedFigure) -> Request:
    """The request where the words at a place are a linked figure; links that they overlap are none any more.

    The words have to stand in the text already: else nothing changes.
    """
    if not anchors.stands(linked, text_at(request, linked.place)):
        return request
    rest = (other for other in request.links if not other.overlaps(linked))
    return replace(request, links=(*rest, linked))


def insert_linked(request: Request, linked: LinkedFigure, end: int) -> Request:
    """The request where the words of a linked figure stand in place of the text from its start to ``end``, and follow."""
    text = text_at(request, linked.place)
    written = set_value(request, linked.place, f"{text[: linked.start]}{linked.shown}{text[end:]}")
    return link(carried_along(request, written), linked)


def certain_links(request: Request, figures: Iterable[SheetFigure]) -> tuple[LinkedFigure, ...]:
    """The words of the texts, not linked yet, of which their sentence says which figure of the sheet they are."""
    known = list(choices(figures))
    found: list[LinkedFigure] = []
    for where, text in texts_that_hold_links(request):
        taken = [(kept.start, kept.end) for kept in links_in(request, where)]
        for start, choice in certain(text, known):
            end = start + len(choice.words)
            is_as_written = text.startswith(choice.words, start)
            if is_as_written and not any(begin < end and start < last for begin, last in taken):
                link_id = new_id()
                found.append(
                    LinkedFigure(link_id, where, start, choice.words, choice.figure.place, choice.form)
                )
    return tuple(found)


def texts_that_hold_links(request: Request) -> Iterator[tuple[Place, str]]:
    """The texts that can have linked figures, with their places, in the order of the sheet."""
    for section in request.sections:
        yield f"section/{section.id}/text", section.text
    for table in request.tables:
        for row in table.rows:
            yield from ((table_cell(row.id, column), text) for column, text in row.cells.items())
    for group in request.groups:
        for line, _ in walk(group.lines):
            yield from ((f"line/{line.id}/{field}", getattr(line, field)) for field in LINE_TEXTS)
        yield f"group/{group.id}/note", group.note
    yield from ((f"commitment/{owed.id}/note", owed.note) for owed in request.commitments)
    yield from ((f"continuing/{work.id}/note", work.note) for work in request.continuing)
    yield "assessment/comment", request.assessment.comment


def carried_along(before: Request, after: Request) -> Request:
    """The request after an edit, where its links stand where their words are now; those of edited words are gone."""
    links: list[LinkedFigure] = []
    for where, some in grouped(after.links, lambda kept: kept.place).items():
        old, new = text_at(before, where), text_at(after, where)
        of_before = tuple(kept for kept in some if by_id(before.links, kept.id) == kept)
        links += [kept for kept in some if kept not in of_before]
        links += of_before if old == new else anchors.moved(of_before, old, new)
    order = {kept.id: index for index, kept in enumerate(after.links)}
    found = tuple(sorted(links, key=lambda kept: order[kept.id]))
    return after if found == after.links else replace(after, links=found)


def following(
    before: Request, old: Iterable[SheetFigure], request: Request, new: Iterable[SheetFigure]
) -> Request:
    """The request after an edit, where the words of its links say what their figures are now.

    Words that did not say their figure before are left as they are, and the rulebook speaks of them; but what had no
    figure to say, as in the draft of a new year, takes it as soon as there is one.

    ``old`` are the figures before the edit, ``new`` those after it.
    """
    values = values_of(old)
    words = {kept.id: kept.shown for kept in before.links}
    waits_or_says = {
        kept.id
        for kept in request.links
        if shown(values.get(kept.figure), kept.form) in (None, words.get(kept.id, kept.shown))
    }
    return _rewritten(request, values_of(new), waits_or_says)


def refreshed(request: Request, figures: Iterable[SheetFigure]) -> Request:
    """The request where the words of all its links say what their figures are now; those without a figure stay."""
    return _rewritten(request, values_of(figures), {kept.id for kept in request.links})


def _rewritten(request: Request, values: Mapping[Place, FigureValue | None], some: set[str]) -> Request:
    words = ((kept, shown(values.get(kept.figure), kept.form)) for kept in request.links if kept.id in some)
    return say(request, {kept.id: now for kept, now in words if now is not None and now != kept.shown})


def say(request: Request, words: Mapping[str, str]) -> Request:
    """The request where the texts say other words for linked figures, given by their ids."""
    if not words:
        return request
    places = {kept.place for kept in request.links if kept.id in words}
    changed: dict[str, LinkedFigure] = {}
    for where, some in grouped(request.links, lambda kept: kept.place).items():
        if where in places:
            text = text_at(request, where)
            pieces, links, end, shift = [], [], 0, 0
            for kept in sorted(some, key=lambda one: one.start):
                if not anchors.stands(kept, text) or kept.start < end:
                    continue
                now = words.get(kept.id, kept.shown)
                pieces += [text[end : kept.start], now]
                links.append(replace(kept, start=kept.start + shift, shown=now))
                end, shift = kept.end, shift + len(now) - len(kept.shown)
            request = _with_text(request, where, "".join([*pieces, text[end:]]))
            changed |= {kept.id: kept for kept in links}
    return replace(request, links=tuple(changed.get(kept.id, kept) for kept in request.links))


def _with_text(request: Request, where: Place, text: str) -> Request:
    """The request with a text whose linked figures were rewritten: no work of the writer, so a carried text stays one."""
    kind, _, rest = where.partition("/")
    section_id, _, field = rest.rpartition("/")
    if kind != "section":
        return set_value(request, where, text)
    return change_part(request, Section, section_id, lambda section: replace(section, **{field: text}))


def links_in(request: Request, where: Place) -> Iterator[LinkedFigure]:
    """The links of a text whose words stand where they say."""
    text = text_at(request, where) if request.links else ""
    return (kept for kept in request.links if kept.place == where and anchors.stands(kept, text))
