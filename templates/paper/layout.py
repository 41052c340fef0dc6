"""A request laid out for paper: the Sheet in the published order, then the parts that go with it.

Order, labels and figures are those of ``templates.sheet``, as on the page and in the workbook.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from model.document.document import Snapshot, take_snapshot
from model.edits.commitments import separate_ids, separate_sheet
from model.names.place_names import short
from model.request import place
from model.request.place import Place
from model.standard.standard import Standard
from templates.paper.blocks import (
    Block,
    Framed,
    Head,
    Heading,
    Pairs,
    Paper,
    PaperCell,
    PaperPart,
    PaperRow,
    Part,
    Picture,
    Pictures,
    Table,
    Text,
)
from templates.paper.narrative import text_blocks
from templates.paper.tables import Tables, made
from templates.pictures.drawing import Drawing
from templates.pictures.pictures import pictures
from templates.pictures.svg import svg
from templates.sheet.blocks import CostTable, Narrative, YearTable
from templates.sheet.head import HeadValue, first_line, head_rows
from templates.sheet.ledger_table import ledger_table
from templates.sheet.question_rows import ANSWER, NUMBER, SAID, SOURCE, TITLE_WORDS, WHERE, question_rows
from templates.sheet.sheet import Sheet, lay_out

_NAMELESS: Final = "（事業名なし）"
_QUESTION_SHARES: Final = (0.0, 22.0, 48.0, 43.0, 27.0)
_ROOM: Final = 36.0  # pt of a question: three lines written by hand


def paper(snapshot: Snapshot, parts: Iterable[Part] = (), time: str = "") -> Paper:
    """Lay a request out for paper: its sheet, the sheets of their own of its commitments, and the parts that are wanted.

    A part that the request has nothing for is left out. ``time`` are the words at the foot on when the file was written.
    """
    wanted = set(parts)
    sheet = lay_out(snapshot)
    header = snapshot.request.header
    drawings = pictures(snapshot, sheet) if "pictures" in wanted else {}
    printed = [PaperPart(tuple(_sheet(sheet, snapshot.standard, drawings)))]
    for commitment in separate_ids(snapshot.totals):
        own = take_snapshot(
            separate_sheet(snapshot.request, commitment, snapshot.standard), snapshot.standard
        )
        printed.append(PaperPart(tuple(_sheet(lay_out(own), snapshot.standard, {}))))
    if "ledger" in wanted and snapshot.request.commitments:
        ledger = ledger_table(snapshot)
        table = Tables(snapshot.standard).years(ledger, is_wide=True)
        printed.append(PaperPart((*_part_head(snapshot, sheet, ledger.title), table), wide=True))
    if "questions" in wanted and (questions := _question_table(snapshot)):
        printed.append(PaperPart((*_part_head(snapshot, sheet, TITLE_WORDS), questions), wide=True))
    name = sheet.name.strip() or _NAMELESS
    return Paper(
        title=f"{name}（{sheet.year_line} {header.budget}）",
        author=first_line(sheet, snapshot.standard)[1],
        name=short(name),
        year=f"{sheet.year_line} {header.budget}",
        time=time,
        parts=tuple(printed),
    )


def _sheet(sheet: Sheet, standard: Standard, drawings: Mapping[str, Drawing]) -> Iterator[Block]:
    """The blocks of a sheet from its head to the finance division's table, with the pictures at what they show."""
    tables = Tables(standard)

    def drawn(*keys: str) -> Iterator[Pictures]:
        found = [drawings[key] for key in keys if key in drawings]
        if found:
            yield Pictures(tuple(Picture(svg(each), each.width, each.alternative) for each in found))

    title, side = first_line(sheet, standard)
    yield Head(title, side, sheet.name.strip() or _NAMELESS, sheet.request.header.subtitle)
    yield Pairs(
        tuple(
            tuple(map(_head_cell, row))
            for row in head_rows(sheet)
            if any(value.text.strip() for value in row)
        )
    )
    if sheet.total_cost is not None:
        yield tables.figures(sheet.total_cost)
        yield from drawn("total_cost", "headcount")
    if sheet.whole is not None:
        yield Text((f"{sheet.whole.label}　{tables.amount(sheet.whole.cell.printed)}千円",))
    yield Heading(standard.words.expense, 2)
    if sheet.has_request_line:
        yield tables.request_line(sheet)
    if sheet.has_assessment_line:
        yield tables.assessment_line(sheet)
    with_costs = [section for frame in sheet.frames for section in frame.sections if section.costs]
    costs = with_costs[-1] if with_costs else None
    for frame in sheet.frames:
        printed = [section for section in frame.sections if section.is_printed]
        if printed:
            yield Heading(frame.title, 2)
        for section in printed:
            yield from _section(tables, section)
            if section is costs:
                yield from drawn("costs")
    yield from _year_tables(tables, sheet.year_tables)
    yield from drawn("commitments")
    if sheet.comment_title:
        yield Heading(sheet.comment_title, 2)
        yield Framed(tuple(text_blocks(sheet.request.assessment.comment, "assessment/comment", 3)))
    yield from _year_tables(tables, sheet.granted_tables)
    for table in (sheet.funding, sheet.finance):
        if table is not None:
            yield Heading(table.caption, 2)
            yield tables.figures(table, has_title=True)
            yield from drawn(table.key)


def _section(tables: Tables, section: Narrative) -> Iterator[Block]:
    has_heading = bool(section.heading.strip())
    if has_heading:
        yield Heading(section.heading.strip(), 3, place.section(section.id, "heading"))
    level = 4 if has_heading else 3
    yield from text_blocks(section.text, place.section(section.id, "text"), level)
    for own in section.tables:
        if own.full_caption != own.title:
            yield Heading(own.full_caption, level, place.table(own.id, "title"))
        yield tables.years(own, has_title=True)
    for table in section.costs:
        yield from _costs(tables, table, level)


def _costs(tables: Tables, table: CostTable, level: int) -> Iterator[Block]:
    if table.title.strip():
        yield Heading(table.title.strip(), level, place.group(table.id, "title"))
    if table.rows:
        yield tables.costs(table)


def _year_tables(tables: Tables, years: Iterable[YearTable]) -> Iterator[Block]:
    for table in years:
        if table.title:
            yield Heading(table.title, 2)
        yield tables.years(table)


def _part_head(snapshot: Snapshot, sheet: Sheet, title: str) -> tuple[Block, ...]:
    """The head of a part of its own: whose it is, and its name."""
    _, side = first_line(sheet, snapshot.standard)
    header = snapshot.request.header
    year = " ".join(filter(None, (sheet.year_line, header.budget, header.stage)))
    return (Head(year, side, title, sheet.name.strip() or _NAMELESS),)


def _question_table(snapshot: Snapshot) -> Table | None:
    """The 質問票 with the answers; None where nothing is asked."""
    rows = [row for row in question_rows(snapshot) if row.number]
    if not rows:
        return None
    labels = (NUMBER, WHERE, SAID, ANSWER, SOURCE)
    return made(
        _QUESTION_SHARES,
        [tuple(map(PaperCell, labels))],
        [
            PaperRow(
                (
                    PaperCell(str(row.number), kind="number"),
                    PaperCell(row.where, row.finding.place),
                    PaperCell(row.said, row.finding.place),
                    PaperCell(row.finding.acknowledged, row.finding.place),
                    PaperCell(row.finding.source),
                ),
                room=_ROOM,
            )
            for row in rows
        ],
    )


_FIELDS: Final[Mapping[Place, Place]] = {
    "head/class": "header/business_class",
    "head/subject": "header/subject_kan",
    "head/section": "contact/section",
}
"""The field of the form that a value of the head which several fields make up leads to."""


def _head_cell(value: HeadValue) -> PaperCell:
    """A value of the head with its label; nothing where there is no value."""
    text = value.text.strip()
    where = _FIELDS.get(value.place, value.place)
    return PaperCell(text, where, quiet=value.label if text else "")
