"""Whole parts of the printed sheet that were deleted or moved: sections, cost tables, rows of the fixed tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeVar

from msgspec.structs import replace

from model.language import phrase
from model.request.request import CostGroup, Request, Section
from model.standard.standard import Standard
from templates.readers.workbook.page_now import PageNow
from templates.readers.workbook.report import Report
from templates.readers.workbook.section_tables import KINDS
from templates.workbook.memory import Written

_STAYS: Final = phrase("様式の行なので、消されていても残しました。")


_Part = TypeVar("_Part", Section, CostGroup)


def parts_of(cells: Iterable[Written]) -> list[str]:
    """The ids of the sections and tables that stand in some cells."""
    found: list[str] = []
    for cell in cells:
        kind, _, rest = cell.place.partition("/")
        if kind in ("section", "group"):
            found.append(rest.partition("/")[0])
    return found


def order_now(page: PageNow) -> list[str]:
    """The ids of sections and tables in the order in which they stand now."""
    return list(dict.fromkeys(part for written in page.rows.values() for part in parts_of(written)))


def taken(request: Request, standard: Standard, page: PageNow, report: Report) -> Request:
    """The request without the parts whose rows are gone, in the order in which they stand now."""
    rows: dict[str, int] = {}  # the first written row of each section and table, in the order of the sheet
    for row, cells in page.memory.page.items():
        for part in parts_of(cells):
            rows.setdefault(part, row)
    was, now = list(rows), order_now(page)
    removed = set(was) - set(now) - {section.id for section in request.sections if section.costs}
    request = _without_rows(request, standard, page, report, removed)
    for part in was:
        if part in removed:
            name = report.names.part_name(part)
            report.change(rows[part], 0, phrase("消された{name}", name=name), name, "")
    stayed = [part for part in was if part in now]
    request = replace(
        request,
        sections=tuple(section for section in request.sections if section.id not in removed),
        groups=tuple(group for group in request.groups if group.id not in removed),
    )
    if stayed == now:
        return request
    sections, groups = _sorted(request.sections, stayed, now), _sorted(request.groups, stayed, now)
    if (sections, groups) != (request.sections, request.groups):
        names = ["、".join(report.names.part_name(part) for part in ids) for ids in (stayed, now)]
        report.change(1, 0, phrase("項目と表の並べ替え"), *names)
    return replace(request, sections=sections, groups=groups)


def _sorted(parts: tuple[_Part, ...], was: list[str], now: list[str]) -> tuple[_Part, ...]:
    """The parts that stand on the sheet in their new order, in the seats that they had; the others stay."""
    seats = [index for index, part in enumerate(parts) if part.id in now]
    before = [part for part in was if any(known.id == part for known in parts)]
    after = [part for part in now if part in before]
    if before == after:
        return parts
    by_id = {part.id: part for part in parts}
    new = list(parts)
    for seat, part in zip(seats, after, strict=True):
        new[seat] = by_id[part]
    return tuple(new)


def _without_rows(
    request: Request, standard: Standard, page: PageNow, report: Report, removed: set[str]
) -> Request:
    form = standard.form_of(request)
    finance = {plan.row for plan in form.finance_rows}
    dropped: list[str] = []
    for row in page.gone():
        cells = page.memory.page[row]
        places = [cell.place for cell in cells if cell.place]
        kinds = {where.partition("/")[0] for where in places}
        said = "\t".join(cell.gave or cell.text for cell in cells if cell.kind)
        if kinds & {"line", "section", *KINDS} or any(part in removed for part in parts_of(cells)):
            continue
        if kinds & {"cost", "funding"} and len(kinds - {"words", "headcount"}) == 1:
            table, key = next(where for where in places if not where.startswith("words/")).split("/")[:2]
            table = "finance" if table == "funding" and key in finance else table
            dropped.append(f"{table}/{key}")
            report.change(row, 0, phrase("消された行"), said, "")
        elif kinds == {"commitment"} and "commitment/columns" not in places:
            gone = places[0].split("/")[1]
            request = replace(
                request,
                commitments=tuple(commitment for commitment in request.commitments if commitment.id != gone),
            )
            report.change(row, 0, phrase("消された債務負担行為"), said, "")
        elif (kinds <= {"assessment"} and places and places[0] == "assessment/comment") or (
            kinds == {"group"} and places[0].endswith(("/title", "/note"))
        ):
            continue
        else:
            report.unread(row, 0, said, _STAYS)
    if not dropped:
        return request
    without = tuple(dict.fromkeys([*request.printed.without, *dropped]))
    return replace(request, printed=replace(request.printed, without=without))
