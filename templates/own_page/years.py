"""The tables of years of a page: 債務負担行為要求書, 契約額の変更, 査定額 and 継続費 back to what a person typed.

A cell that prints 0 for a blank is read as blank. What a line's remark told of a commitment is read in costs.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple, TypeAlias

from msgspec.structs import replace

from model import place
from model.amount import Amount
from model.commitments import commitment_totals, continuing_totals
from model.edits.lines import find, walk
from model.figure import Figure
from model.fiscal_year import FiscalYear
from model.multi_year import AnnualAmount, Commitment, CommitmentStatus, CommitmentYear, ContinuingExpense
from model.multi_year_words import SourceColumns
from model.place import EXPENSE, GENERAL, Place
from model.request import Request
from model.standard import Standard
from templates.own_page.markup import Element, Page, has_class, printed_amount, text
from templates.reading import Unread

Side: TypeAlias = Literal["before", "after"]
_STATUSES: Final[dict[str, CommitmentStatus]] = {"requested": "requested", "set": "set"}


class _Table(NamedTuple):
    """A table of years.

    Attributes:
        words: the text at each place of it, line by line.
        rows: the text at each place of a row of figures, by the place of its label.
    """

    status: CommitmentStatus
    words: dict[Place, str]
    rows: dict[Place, dict[Place, str]]


def with_years(page: Page, request: Request, standard: Standard) -> tuple[Request, tuple[Unread, ...]]:
    """The request with what the page's tables of years tell, and the rows that someone added to them by hand.

    Args:
        page: the page; its amounts are 千円.
        request: the request with its lines, and the commitments that their remarks speak of.
        standard: the Standard that wrote the page.
    """
    tables: dict[str, dict[str, _Table]] = {}
    unread: list[Unread] = []
    for element in () if page.main is None else page.main.iter("table"):
        if (part := element.get("data-part")) and (of := element.get("data-of")) is not None:
            tables.setdefault(of, {}).setdefault(part, _table(element, unread))
    base = standard.year_of(request.header.fiscal_year)
    columns = standard.commitment_columns_in(base.year)
    remarked = {each.id: each for each in request.commitments}
    owed = {
        of: _commitment(remarked.get(of) or Commitment(of), parts, request, base, columns)
        for of, parts in tables.items()
        if "asked" in parts
    }
    continuing = tuple(
        _continuing(of, parts, page, base, {each.key for each in standard.continuing.columns})
        for of, parts in tables.items()
        if "after" in parts
    )
    others = (each for each in request.commitments if each.id not in owed)
    return replace(request, commitments=(*owed.values(), *others), continuing=continuing), tuple(unread)


def _table(element: Element, unread: list[Unread]) -> _Table:
    rows: dict[Place, dict[Place, str]] = {}
    for row in element.iterfind("tbody/tr"):
        label = row.find("th")
        where = None if label is None else label.get("data-place")
        if where:
            rows.setdefault(where, _texts(row))
        elif not has_class(row, "total"):
            caption = element.find("caption")
            unread.append(
                Unread(
                    ""
                    if caption is None
                    else "".join(map(str, caption.itertext())),  # also where only read aloud
                    text(row),
                    "予算帖が書いたものではない行です。年度と金額を画面で入力してください。",
                )
            )
    return _Table(_STATUSES.get(element.get("data-status") or "", "requested"), _texts(element), rows)


def _texts(element: Element) -> dict[Place, str]:
    found: dict[Place, list[str]] = {}
    for each in element.iter():
        if where := each.get("data-place"):
            found.setdefault(where, []).append(text(each))
    return {where: "\n".join(lines) for where, lines in found.items()}


def _commitment(
    told: Commitment, parts: dict[str, _Table], request: Request, base: FiscalYear, columns: SourceColumns
) -> Commitment:
    """A commitment from its tables and from what the remark of its line told."""
    asked = parts["asked"]

    def word(field: place.CommitmentField) -> str:
        return asked.words.get(place.commitment(told.id, field), "")

    line, name = _named(word("name"), told.line, word("period"), request)
    blank = _Table("requested", {}, {})
    contract, granted = parts.get("contract", blank), parts.get("granted", blank)
    commitment = replace(
        told,
        line=line,
        name=name,
        period=word("period"),
        status=asked.status,
        contract_period=word("contract_period"),
        limit=printed_amount(word("limit")),
        note=word("note"),
        years=tuple(_owed({**contract.rows, **asked.rows}, contract, columns)),
        granted=tuple(_owed(granted.rows, blank, columns)),
    )
    (figures,) = commitment_totals((commitment,), base)
    zero = columns.blank_prints_zero

    def rest(row: CommitmentYear, table: _Table, general: Figure) -> CommitmentYear:
        printed = table.words.get(place.owed_source(row.id, GENERAL), "")
        return replace(row, sources={**row.sources, **_rest(printed, general, zero=zero)})

    return replace(
        commitment,
        years=tuple(rest(each.row, asked, each.general) for each in figures.years),
        granted=tuple(rest(each.row, granted, each.general) for each in figures.granted),
    )


def _named(printed: str, line_id: str, period: str, request: Request) -> tuple[str, str]:
    """The line and the name (事項) of a commitment: a name that is its line's or the project's is left to that one."""
    line = find(request, line_id) if line_id else None
    if printed in ((line.text if line else "").replace("\n", ""), request.header.name.replace("\n", "")):
        return line_id, ""
    if not line_id and not period:  # with a period the line's remark would tell of it
        for group in request.groups:
            for each, _ in walk(group.lines):
                if each.text.replace("\n", "") == printed:
                    return each.id, ""
    return line_id, printed


def _owed(
    rows: dict[Place, dict[Place, str]], contract: _Table, columns: SourceColumns
) -> Iterator[CommitmentYear]:
    """The years of a commitment without 一般財源."""
    opened = {each.key for each in columns.columns}
    for label, cells in rows.items():
        row_id = label.removeprefix("owed/").removesuffix("/year")
        funds = _funds(cells, place.owed_source(row_id, ""), opened, zero=columns.blank_prints_zero)
        opened |= funds.keys()
        yield CommitmentYear(
            row_id,
            cells[label],
            printed_amount(cells.get(place.owed(row_id, "amount"), "")),
            funds,
            printed_amount(contract.words.get(place.owed(row_id, "contracted"), "")),
            printed_amount(contract.words.get(place.owed(row_id, "changed"), "")),
        )


def _continuing(
    of: str, parts: dict[str, _Table], page: Page, base: FiscalYear, usual: set[str]
) -> ContinuingExpense:
    """A continuing expense from its tables."""
    after, before = parts["after"], parts.get("before")
    continuing = ContinuingExpense(
        of,
        after.words.get(place.continuing(of, "name"), ""),
        years=tuple(_annual(after, before, usual)),
        note=page.value(place.continuing(of, "note")),
    )
    if before is not None and not any(each.before for each in continuing.years):
        first, *others = continuing.years
        continuing = replace(continuing, years=(replace(first, before={EXPENSE: None}), *others))
    (figures,) = continuing_totals((continuing,), base)

    def rest(row: AnnualAmount, side: Side, general: Figure) -> dict[str, Amount]:
        table = before if side == "before" else after
        printed = "" if table is None else table.words.get(place.annual(row.id, side, GENERAL), "")
        return _rest(printed, general, zero=True)

    years = tuple(
        replace(
            each.row,
            before={**each.row.before, **rest(each.row, "before", each.before[GENERAL])},
            after={**each.row.after, **rest(each.row, "after", each.after[GENERAL])},
        )
        for each in figures.years
    )
    total = after.words.get(place.continuing(of, "total"), "")
    total_before = "" if before is None else before.words.get(place.continuing(of, "total_before"), "")
    return replace(
        continuing,
        years=years,
        total=_declared(total, figures.total, zero=True),
        total_before=_declared(total_before, figures.total_before, zero=True),
    )


def _annual(after: _Table, before: _Table | None, usual: set[str]) -> Iterator[AnnualAmount]:
    """The years of a continuing expense without 一般財源."""
    opened = {EXPENSE, *usual}
    for label, cells in after.rows.items():
        row_id = label.removeprefix("annual/").removesuffix("/year")
        earlier = {} if before is None else before.rows.get(label, {})
        old = _funds(earlier, place.annual(row_id, "before", ""), opened, zero=True)
        opened |= old.keys()
        new = _funds(cells, place.annual(row_id, "after", ""), opened, zero=True)
        opened |= new.keys()
        yield AnnualAmount(row_id, cells[label], old, new)


def _funds(cells: dict[Place, str], opening: Place, opened: set[str], *, zero: bool) -> dict[str, Amount]:
    """The figures of a row by the key of their column, without 一般財源; a column that no row has opened is opened."""
    funds: dict[str, Amount] = {}
    for where, printed in cells.items():
        key = where.removeprefix(opening)
        if not where.startswith(opening) or key == GENERAL:
            continue
        value = printed_amount(printed)
        value = None if zero and value == 0 else value
        if value is not None or key not in opened:
            funds[key] = value
    return funds


def _rest(printed: str, general: Figure, *, zero: bool) -> dict[str, Amount]:
    value = _declared(printed, general, zero=zero)
    return {} if value is None else {GENERAL: value}


def _declared(printed: str, figure: Figure, *, zero: bool) -> Amount:
    """A printed figure as a typed one; a 0 that also a blank would print is left blank."""
    value = printed_amount(printed)
    return None if value == 0 and zero and figure.derived is None else value
