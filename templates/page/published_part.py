"""Which part of a request its published page shows: all that may stand on the page as data.

Every struct is made anew from the fields that are printed, so that a field which is added to the model stays unpublished
until it is named here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import fields, replace

from model.document.document import Snapshot, take_snapshot
from model.edits.fields import set_value
from model.figures.figures import every_line
from model.request import place
from model.request.columns import PRINTED_WORDS
from model.request.multi_year import Commitment, CommitmentYear, ContinuingExpense
from model.request.place import Place
from model.request.request import (
    AsPrinted,
    Assessment,
    CostGroup,
    Funding,
    Headcount,
    Header,
    Line,
    Request,
    Section,
)
from model.request.section_table import SectionTable
from model.standard.form import (
    ACTOR,
    BREADCRUMB,
    BREADCRUMB_TAIL,
    COMMENT_TITLE,
    FINANCE_TITLE,
    GENERAL_LABEL,
    REQUEST_LABEL,
    WHOLE,
    YEAR_LINE,
)
from model.values import fiscal_year
from model.values.amount import Amount, half_width
from templates.sheet.blocks import Cell, PeopleCell
from templates.sheet.cost_tables import commitment_template
from templates.sheet.section_tables import is_printed, printed_part
from templates.sheet.sheet import Sheet, cells_of, lay_out

_WORDS = ("text", *(column.fields[0] for column in PRINTED_WORDS))  # of a line
_Key = TypeVar("_Key", bound=str)
_Value = TypeVar("_Value")
_Part = TypeVar("_Part", bound=Struct)


def published_part(snapshot: Snapshot, sheet: Sheet) -> Request:
    """The request with nothing but what its page shows, which prints the same page; amounts are 千円, headcount 人.

    Words, figures and calculations (積算) that are printed are as they were typed, with the unit prices that the
    calculations name; so are the choices that decide what is printed (Standard, form, frames, heading lines, 要求 or 設定済) and
    all ids of what is shown. Everything else is left out: 節, marks without a word, calculations and figures of the
    year before's draft, 財源の根拠, 減額の内訳, answers, source questions, unused prices, rows and columns that the form does not print,
    figures of heading lines, fields of a commitment that its remark does not print, commitments and continuing expenses that
    the sheet does not list. Where something left out counted in a printed figure, that figure is declared.
    """
    return _declared(_Published(snapshot, sheet).request(), snapshot, sheet)


def _declared(published: Request, snapshot: Snapshot, sheet: Sheet) -> Request:
    """The published part with the printed figures typed that it would derive otherwise."""
    whole = list(cells_of(sheet))
    found = _with_typed(published, snapshot, [cell for cell in whole if not _is_rest(cell)])
    # What the sources leave is looked at behind them: it follows from what was typed there, and may have too many digits to be typed.
    return _with_typed(found, snapshot, [cell for cell in whole if _is_rest(cell)])


def _is_rest(cell: Cell | PeopleCell) -> bool:
    return cell.place.endswith(f"/{place.GENERAL}")


def _with_typed(published: Request, snapshot: Snapshot, cells: Sequence[Cell | PeopleCell]) -> Request:
    derived = {
        cell.place: cell.printed for cell in cells_of(lay_out(take_snapshot(published, snapshot.standard)))
    }
    for cell in cells:
        if derived.get(cell.place) != cell.printed:
            published = set_value(published, cell.place, cell.printed)
    return published


class _Published:
    """Makes the published part of one request."""

    def __init__(self, snapshot: Snapshot, sheet: Sheet) -> None:
        self._all = snapshot.request
        self._snapshot = snapshot
        self._standard = snapshot.standard
        self._form = snapshot.totals.form
        self._sheet = sheet
        self._places = {cell.place for cell in cells_of(sheet)}
        sections = [section for frame in sheet.frames for section in frame.sections if section.is_printed]
        self._sections = {section.id for section in sections}
        self._tables = {table.id: table for section in sections for table in section.costs}
        rows = [row for table in self._tables.values() for row in table.rows]
        self._lines = {row.id for row in rows}
        self._headings = {row.id for row in rows if row.kind == "heading"}  # printed without figures

    def request(self) -> Request:
        """The parts together."""
        request, sheet = self._all, self._sheet
        has_funding = sheet.has_request_line and sheet.funding_label
        published = Request(
            header=self._header(),
            contact=request.contact,
            headcount=Headcount(**self._rows("headcount", request.headcount)),
            funding_words=request.funding_words if has_funding else "",
            sections=tuple(map(self._section, request.sections)),
            groups=tuple(
                self._group(group)
                for group in request.groups
                if (table := self._tables.get(group.id)) and (table.rows or table.title.strip())
            ),
            commitments=tuple(self._commitments()),
            assessment=self._assessment(),
            funding=Funding(**self._rows("funding", request.funding)),
            declared=self._shown(request.declared),
            bases=self._shown(request.bases),
            prices=self._prices(),
            components=self._shown(request.components, "component/"),
            continuing=tuple(map(self._work, request.continuing)) if self._form.page.continuing else (),
            printed=self._printed(),
            standard=request.standard,
            tables=tuple(self._section_table(table) for table in request.tables if is_printed(table)),
        )
        if request.is_assessed and not published.is_assessed:  # its page has the blank fields of the 査定
            blank = {self._standard.staff_categories[0].key: ""}
            published = replace(published, headcount=replace(published.headcount, assessed=blank))
        return published

    def _shown(self, values: dict[_Key, _Value], opening: str = "") -> dict[_Key, _Value]:
        """The values that are printed; ``opening`` and the key of one are its place."""
        return {key: value for key, value in values.items() if f"{opening}{key}" in self._places}

    def _rows(self, kind: str, table: Headcount | Funding) -> dict[str, dict[str, Any]]:
        """The cells of a table that are printed, by row."""
        return {
            row.name: self._shown(getattr(table, row.name), f"{kind}/{row.name}/") for row in fields(table)
        }

    def _if_shown(self, value: _Value, where: Place) -> _Value | None:
        return value if where in self._places else None

    def _header(self) -> Header:
        header = self._all.header
        is_year = fiscal_year.parse(header.fiscal_year) is not None  # else the page prints another one
        is_known = any(form.sheet == header.sheet for form in self._standard.forms)
        return replace(
            header,
            fiscal_year=header.fiscal_year if is_year else "",
            sheet=header.sheet if is_known else "?",
        )

    def _section(self, section: Section) -> Section:
        """A section; one that is not printed still counts in the numbers of those below it."""
        is_printed = section.id in self._sections
        return replace(
            _only(section, "id", "frame", "costs", "unnumbered"),
            heading=section.heading if is_printed and section.heading.strip() else "",
            text=section.text if is_printed else "",
        )

    def _group(self, group: CostGroup) -> CostGroup:
        return CostGroup(
            id=group.id,
            title=group.title if group.title.strip() else "",
            note=group.note if self._tables[group.id].rows else "",
            previous=self._if_shown(group.previous, place.group(group.id, "previous")),
            amount=self._if_shown(group.amount, place.group(group.id, "amount")),
            lines=tuple(map(self._line, group.lines)),
            section=group.section if group.section in self._sections else "",
        )

    def _section_table(self, table: SectionTable) -> SectionTable:
        shown = printed_part(table)
        return replace(
            _only(shown, "id", "title", "note"),
            section=shown.section if shown.section in self._sections else "",
            columns=tuple(
                _only(column, "id", "heading", "unit", "summed", "total") for column in shown.columns
            ),
            rows=tuple(_only(row, "id", "cells") for row in shown.rows),
        )

    def _line(self, line: Line) -> Line:
        is_bare = line.id in self._headings
        return replace(
            _only(line, "id", "basis", "mark", "heading", *_WORDS),
            previous=_of_heading(line.previous) if is_bare else line.previous,
            amount=_of_heading(line.amount) if is_bare else line.amount,
            parts=tuple(map(self._line, line.parts)),
        )

    def _commitments(self) -> Iterator[Commitment]:
        """The commitments that a table of years lists, and of the others the fields that the remark of their line prints."""
        for owed in self._all.commitments:
            line = owed.line if owed.line in self._lines else ""
            said = commitment_template(owed, self._standard) if line and owed.period else ""
            contract = owed.contract_period if "{contract}" in said else ""
            told = Commitment(
                id=owed.id,
                line=line,
                period=owed.period if "{period}" in said or not contract.strip() else contract,
                status=owed.status,
                contract_period=contract,
                set_in=owed.set_in if "{set_in}" in said else "",
            )
            if self._form.page.commitments:
                yield replace(
                    told,
                    period=owed.period,
                    name=owed.name if owed.name.strip() else "",
                    contract_period=owed.contract_period,
                    limit=self._if_shown(owed.limit, place.commitment(owed.id, "limit")),
                    note=owed.note,
                    years=tuple(map(self._year, owed.years)),
                    granted=tuple(map(self._year, owed.granted)),
                )
            elif said:
                yield told

    def _year(self, row: CommitmentYear) -> CommitmentYear:
        return replace(
            _only(row, "id", "year"),
            amount=self._if_shown(row.amount, place.owed(row.id, "amount")),
            sources=self._shown(row.sources, place.commitment_year_source(row.id, "")),
            contracted=self._if_shown(row.contracted, place.owed(row.id, "contracted")),
            changed=self._if_shown(row.changed, place.owed(row.id, "changed")),
        )

    def _work(self, work: ContinuingExpense) -> ContinuingExpense:
        return replace(
            _only(work, "id", "note"),
            name=work.name if work.name.strip() else "",
            total=self._if_shown(work.total, place.continuing(work.id, "total")),
            total_before=self._if_shown(work.total_before, place.continuing(work.id, "total_before")),
            years=tuple(_only(row, "id", "year", "before", "after") for row in work.years),
        )

    def _assessment(self) -> Assessment:
        typed = self._all.assessment
        return Assessment(
            result=typed.result if self._sheet.has_assessment_line else "",
            amount=self._if_shown(typed.amount, place.ASSESSED_AMOUNT),
            held=self._if_shown(typed.held, "assessment/held"),
            separate=self._if_shown(typed.separate, "assessment/separate"),
            comment=typed.comment if self._sheet.comment_title else "",
        )

    def _prices(self) -> dict[str, str]:
        """The unit prices that the printed calculations name."""
        prices = self._all.prices
        outcomes = [
            line.outcome for group in self._snapshot.totals.groups for line in every_line(group.lines)
        ]
        for row in self._snapshot.totals.funding_rows.values():
            outcomes += self._shown(row.outcomes, place.funding(row.plan.row, "")).values()
        names = {
            name for outcome in outcomes if outcome and outcome.exact is not None for name in outcome.names
        }
        known = {half_width(name).strip(): name for name in reversed(prices)}
        used = {name if name in prices else known.get(name) for name in names}
        return {name: price for name, price in prices.items() if name in used}

    def _printed(self) -> AsPrinted:
        """The words that the page prints otherwise than its form, and what it leaves out of it."""
        sheet, page = self._sheet, self._form.page
        words = {YEAR_LINE, BREADCRUMB, BREADCRUMB_TAIL}
        words |= {REQUEST_LABEL} if sheet.has_request_line else set()
        words |= {"title/components"} if sheet.has_request_line and sheet.components else set()
        words |= {WHOLE} if sheet.whole else set()
        words |= {ACTOR} if sheet.has_assessment_line else set()
        words |= {COMMENT_TITLE} if self._form.word(COMMENT_TITLE, "") == sheet.comment_title else set()
        words |= {FINANCE_TITLE} if sheet.finance else set()
        words |= {GENERAL_LABEL} if sheet.funding or sheet.finance or sheet.year_tables else set()
        frames = zip(self._standard.printing.frames, sheet.frames, strict=True)
        words |= {
            f"title/{key}" for key, frame in frames if any(section.is_printed for section in frame.sections)
        }
        words |= {f"cost/{row.key}" for row in (sheet.total_cost.rows if sheet.total_cost else ())}
        for table in (sheet.funding, sheet.finance):
            words |= {f"funding/{row.key}" for row in (table.rows if table else ())}
        words |= {figure.cell.place for figure in sheet.assessment_line if sheet.has_assessment_line}
        without = {"cost", "funding", "finance", "comment"}
        without |= {f"cost/{plan.row}" for plan in page.cost_rows}
        without |= {f"funding/{plan.row}" for plan in page.funding_rows}
        without |= {f"finance/{plan.row}" for plan in page.finance_rows}
        without |= set() if sheet.has_request_line else {"request"}
        without |= set() if sheet.has_assessment_line else {"assessment"}
        printed = self._all.printed
        return AsPrinted(
            {where: word for where, word in printed.words.items() if where in words},
            tuple(part for part in printed.without if part in without),
        )


def _only(part: _Part, *names: str) -> _Part:
    """A part of a request made anew from some of its fields; the others are as they are by themselves."""
    return type(part)(**{name: getattr(part, name) for name in names})


def _of_heading(amount: Amount) -> Amount:
    """The amount to publish for a heading line, which prints none: None, or a mark for text that is no amount and keeps sums unknown."""
    return "?" if isinstance(amount, str) else None
