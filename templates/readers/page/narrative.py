"""The two frames of a page as sections, with the cost tables that stand in them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import Final

import msgspec
from msgspec.structs import replace

from model.request.lines import walk
from model.request.multi_year import Commitment
from model.request.request import CostGroup, Frame, Section
from model.request.section_table import SectionTable
from model.standard.standard import Standard
from model.values.amount import Amount, number_of
from model.values.identity import new_id
from templates.readers.page.costs.cost_grids import Asked, Found
from templates.readers.page.costs.cost_tables import read_costs
from templates.readers.page.costs.table_headings import PageLabels
from templates.readers.page.headings import heading_lines, opens_numbered
from templates.readers.page.pieces import Grid, Line, Piece, block, lines_of
from templates.readers.page.section_tables import parts_of, said_of_tables
from templates.readers.reading import Unread
from templates.readers.tables.lists.listed import READ, find_list
from templates.readers.tables.question import Question
from templates.sheet.sheet import printed_heading, takes_number

_MOST_TABLES: Final = 8  # of which the ones of the request are sought by trying


class Body(msgspec.Struct, frozen=True):
    """The narrative as a request holds it."""

    tables: tuple[Found, ...]
    sections: tuple[Section, ...]
    groups: tuple[CostGroup, ...]
    commitments: tuple[Commitment, ...]
    unread: tuple[Unread, ...]
    asked: tuple[Question, ...] = ()
    own_tables: tuple[SectionTable, ...] = ()


def read_narrative(
    content: Sequence[Piece],
    results: Sequence[Piece],
    kept: Sequence[Line],
    asked: Asked,
    standard: Standard,
) -> Body:
    """Read both frames; lines of other parts that have no field (``kept``) are put at the end of the content.

    Where some of the tables make up the 要求額, the others are of another kind and stay text.
    """
    labels = PageLabels(asked.year, standard)
    body = _read(content, results, kept, frozenset(), asked, labels)
    if not body.tables and (listed := _with_list(content, asked, standard)):
        of_list = _read(listed, results, kept, frozenset(), asked, labels)
        said = tuple(Unread(f"{table.number}行目", "", READ) for table in of_list.tables if table.is_tied)
        return replace(of_list, unread=(*of_list.unread, *said)) if said else body
    beside = _not_of_the_request(body.tables, asked.amount)
    return _read(content, results, kept, beside, asked, labels) if beside else body


def _with_list(content: Sequence[Piece], asked: Asked, standard: Standard) -> list[Piece]:
    """The pieces with a list whose items make up the 要求額 as a table; none where there is none."""
    lines = [piece.text if isinstance(piece, Line) else None for piece in content]
    printed = (number_of(asked.previous), number_of(asked.amount))
    found = find_list(lines, standard, printed) if printed[1] is not None else None
    if found is None:
        return []
    first = found.items[0].line
    rows = (found.headings(), *(cells for _, cells in found.rows()))
    return [*content[:first], Grid(content[first].number, rows), *content[found.last + 1 :]]


def _not_of_the_request(tables: Sequence[Found], asked: Amount) -> frozenset[int]:
    """The tables that do not belong to the 要求額: those without which the others make it up, else those that may be any."""
    figures = [_figures(table) for table in tables]
    if isinstance(asked, int) and asked in _sums(figures):
        return frozenset()
    unsure = frozenset(table.number for table in tables if not table.is_sure)
    if not isinstance(asked, int) or not 1 < len(tables) <= _MOST_TABLES:
        return unsure
    fits = [
        chosen
        for count in range(len(tables) - 1, 0, -1)
        for chosen in combinations(range(len(tables)), count)
        if asked in _sums([figures[index] for index in chosen])
    ]
    if not fits:
        return unsure
    best = max(fits, key=lambda chosen: min(_likeness(tables[index]) for index in chosen))
    return frozenset(table.number for index, table in enumerate(tables) if index not in best)


def _likeness(table: Found) -> tuple[bool, bool]:
    """How like the table of the request one is: sure by its headings, and with figures of the year before."""
    return table.is_sure, any(line.previous is not None for line, _ in walk(table.group.lines))


def _sums(figures: Sequence[tuple[int, int]]) -> set[int]:
    """What tables come to together, by their 合計 and by their lines."""
    return {sum(totals) for totals in zip(*figures, strict=True)}


def _figures(table: Found) -> tuple[int, int]:
    """The 合計 of a table, or the sum of its lines where it has none; and the sum of its lines."""
    group = table.group
    lines = sum(line.amount for line in group.lines if isinstance(line.amount, int))
    return (group.amount if isinstance(group.amount, int) else lines), lines


def _read(
    content: Sequence[Piece],
    results: Sequence[Piece],
    kept: Sequence[Line],
    beside: frozenset[int],
    asked: Asked,
    labels: PageLabels,
) -> Body:
    standard = labels.standard
    passages = _cut("content", content, heading_lines(content)) or (
        [_Passage("content", "", ())] if kept else []
    )
    last = len(passages) - 1
    passages += _result_passages(results, standard)
    sections: list[Section] = []
    tables: list[tuple[str, Found]] = []
    own_tables: list[SectionTable] = []
    missed: list[Unread] = []
    number = 1
    for index, passage in enumerate(passages):
        found, rest, unread = read_costs(passage.pieces, passage.heading, asked, labels, beside)
        heading, unnumbered = _numbered_heading(passage.heading, number, passage.frame)
        parts = parts_of(rest, standard)
        for at, part in enumerate(parts):
            text = block(lines_of(part.lines)).lstrip("\n")
            if not at:
                section = Section(new_id(), passage.frame, heading, text, unnumbered=unnumbered)
                number += takes_number(section)
                sections.append(section)
                tables += [(section.id, table) for table in found]
            elif text:  # what stands below a table goes on without a heading
                sections.append(Section(new_id(), passage.frame, "", text, unnumbered=True))
            if part.table is not None:
                own_tables.append(replace(part.table, section=sections[-1].id))
        if kept and index == last:  # no table is looked for among them: they are rows of several
            sections += _with_kept(sections.pop(), own_tables, block(lines_of(kept)))
        missed += said_of_tables(unread, parts)
    chosen = tables[0][0] if tables else _likely(sections, standard)
    if chosen == "":
        chosen = new_id()
        sections.insert(0, Section(chosen))
    return Body(
        tuple(table for _, table in tables),
        tuple(replace(section, costs=True) if section.id == chosen else section for section in sections),
        tuple(replace(table.group, section="" if where == chosen else where) for where, table in tables),
        tuple(commitment for _, table in tables for commitment in table.commitments),
        tuple(missed),
        tuple(
            question._replace(place=f"group/{table.group.id}")
            for _, table in tables
            for question in table.questions
        ),
        tuple(own_tables),
    )


def _with_kept(section: Section, tables: Sequence[SectionTable], text: str) -> list[Section]:
    """The last section of the content with lines of other parts below its text; below its table they are a section without heading."""
    if any(table.section == section.id for table in tables):
        return [section, Section(new_id(), section.frame, "", text.lstrip("\n"), unnumbered=True)]
    return [replace(section, text="\n\n".join(filter(None, (section.text, text.strip("\n")))))]


def _likely(sections: Sequence[Section], standard: Standard) -> str:
    """The section of a page without cost tables that most likely has the costs; "" where there is no section."""
    own = [section for section in sections if section.stands_in == "content"]
    words = standard.page_reading.cost_sections
    named = [section for word in words for section in own if section.heading.strip() == word]
    named += [section for word in words for section in own if word in section.heading]
    return next((section.id for section in (*named, *own[-1:])), "")


class _Passage(msgspec.Struct, frozen=True):
    """A section that was found: its heading as it stands on the page ("" for none) and its pieces."""

    frame: Frame
    heading: str
    pieces: tuple[Piece, ...]


def _result_passages(pieces: Sequence[Piece], standard: Standard) -> list[_Passage]:
    """The sections of これまでの取組と成果, which begin with the headings that the form gives it."""
    known = {plan.heading for plan in standard.sections if plan.frame == "results"}
    lines = ((index, piece) for index, piece in enumerate(pieces) if isinstance(piece, Line))
    return _cut("results", pieces, [index for index, line in lines if _opens_with(line.text, known)])


def _numbered_heading(heading: str, number: int, frame: Frame) -> tuple[str, bool]:
    """A printed heading as a section holds it, and whether the form must not number it, which it would with ``number``."""
    if frame == "results":  # its headings are never numbered
        return heading, False
    if opens_numbered(heading):
        bare = heading.lstrip("0123456789").strip()
        if printed_heading(Section("", heading=bare), number) == heading:
            return bare, False
    return heading, not heading or printed_heading(Section("", heading=heading), number) != heading


def _cut(frame: Frame, pieces: Sequence[Piece], headings: Sequence[int]) -> list[_Passage]:
    starts = [*headings, len(pieces)]
    first = tuple(pieces[: starts[0]])
    found = [_Passage(frame, "", first)] if any(not piece.is_blank for piece in first) else []
    for start, end in pairwise(starts):
        piece = pieces[start]
        assert isinstance(piece, Line)
        found.append(_Passage(frame, piece.text.strip(), tuple(pieces[start + 1 : end])))
    return found


def _opens_with(text: str, known: set[str]) -> bool:
    """Whether a line is one of some headings, but for a remark in brackets."""
    rests = [text.strip().removeprefix(word) for word in known if text.strip().startswith(word)]
    return any(not rest or (rest[0] in " 　(（<＜[［:：" and "。" not in rest) for rest in rests)
