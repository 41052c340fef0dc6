"""The equations between the printed figures of a sheet, written from what published sheets hold, not from the rulebook.

Each is known by a name and says whether it holds, and where a reader would look when it does not: its sum, or the copy.
Figures are read where a person put them, never derived by the program; an equation of which a member is not printed is
left out. What published pages refute is no equation (計上額 against the row of the final budget, 人役 of 要求総額).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from model.request.place import Place
from model.request.request import Line, Request
from tests.samples import standard
from tests.seeded import calculations, years
from tests.seeded.equation import Equation, add, at, equal, number
from tests.seeded.oracle_years import commitments, continuing, years_agree

_SOURCES = tuple(source.key for source in standard().funding_sources)
_COST_ROWS = ("standing", "assessed", "request", "total", "previous")
_FUNDING_ROWS = (
    "previous", "standing", "request", "deferred", "revived", "added", "asked", "total", "assessed", "held", "separate",
)  # fmt: skip
_FIRST_PRICE = 2009


def equations(request: Request) -> dict[str, Equation]:
    """Every equation whose members the sheet prints, by name."""
    found = (
        *_cost_tables(request),
        *_request_line(request),
        *_total_cost(request),
        *_funding(request),
        *_assessment(request),
        *commitments(request),
        *continuing(request),
        *years_agree(request),
    )
    return {each.name: each for each in found}


def _cost_tables(request: Request) -> Iterator[Equation]:
    """合計 = Σ lines; a line = Σ its parts; an amount = its calculation; a result written after 「＝」 (rules 1, 3, 15)."""
    for group in request.groups:
        for year in ("previous", "amount"):
            where = f"group/{group.id}/{year}"
            sum_of_lines = add(_printed(line, year) for line in group.lines)
            yield from equal(where, number(getattr(group, year)), sum_of_lines, where)
        for line in group.lines:
            yield from _line(line)


def _line(line: Line) -> Iterator[Equation]:
    where = f"line/{line.id}/amount"
    if line.parts:
        for year in ("previous", "amount"):
            # a year of which no part tells is printed on the line alone
            parts = add(_printed(part, year) for part in line.parts)
            yield from equal(
                f"line/{line.id}/{year}", number(getattr(line, year)), parts, f"line/{line.id}/{year}"
            )
        for part in line.parts:
            yield from _line(part)
    elif line.basis:
        yield from equal(
            f"basis/{line.id}", number(line.amount), calculations.amount(line.basis), where, _basis(line)
        )
        right = calculations.results_are_right(line.basis)
        if right is not None:
            yield Equation(f"result/{line.id}", right, frozenset({where, _basis(line)}))


def _basis(line: Line) -> Place:
    return f"line/{line.id}/basis"


def _printed(line: Line, year: str) -> int | None:
    """What stands on a line: what was typed, else what its parts or its calculation give."""
    typed = number(getattr(line, year))
    if typed is not None:
        return typed
    if line.parts:
        return add(_printed(part, year) for part in line.parts)
    return calculations.amount(line.basis) if line.basis and year == "amount" else None


def _request_line(request: Request) -> Iterator[Equation]:
    """要求額 and 前年度予算額 = Σ 合計, and the same wherever they stand; 要求額 = 保留 + 復活 + 追加 (rules 4, 5, 6, 13)."""
    for year in ("amount", "previous"):
        whole = f"request/{year}"
        tables = add(_table(group, year) for group in request.groups)
        yield from equal(f"{whole}=Σ", at(request, whole), tables, whole)
    amount = at(request, "request/amount")
    parts = add(number(component) for component in request.components.values())
    components = [f"component/{key}" for key in request.components]
    yield from equal("components", amount, parts, "request/amount", *components)
    for copy in ("cost/request/expense", "funding/request/expense", "funding/asked/expense"):
        yield from equal(copy, amount, at(request, copy), copy)
    for copy in ("cost/previous/expense", "funding/previous/expense"):
        yield from equal(copy, at(request, "request/previous"), at(request, copy), copy)
    for key in request.components:
        copy = f"funding/{key}/expense"
        yield from equal(copy, number(request.components[key]), at(request, copy), copy)


def _table(group: object, year: str) -> int | None:
    typed = number(getattr(group, year))
    return typed if typed is not None else add(_printed(line, year) for line in group.lines)  # type: ignore[attr-defined]


def _total_cost(request: Request) -> Iterator[Equation]:
    """A + B = A+B; B = 人役 × the year's price; 現計 + 補正 = 計 (rules 7, 8, 9; forms.md section 10)."""
    added = any(word in request.header.budget for word in ("補正", "専決"))
    for row in _COST_ROWS:
        expense, labour, total = (at(request, f"cost/{row}/{key}") for key in ("expense", "labour", "total"))
        where = f"cost/{row}/total"
        if expense is not None and labour is not None:
            yield from equal(where, total, expense + labour, where)
        if not (added and row == "total"):
            where = f"cost/{row}/labour"
            yield from equal(where, labour, _labour(request, row), where)
    above = ("standing", "request")
    for column in ("expense", "labour") if added else ("expense",):
        where = f"cost/total/{column}"
        stood, asked = (at(request, f"cost/{row}/{column}") for row in above)
        if column == "expense" and stood is None and asked is not None:
            stood = 0  # nobody works out what stood
        whole = None if stood is None or asked is None else stood + asked
        yield from equal(f"{where}=Σ", at(request, where), whole, where)
    for key in request.headcount.total if added else ():
        where = f"headcount/total/{key}"
        counts = [_people(getattr(request.headcount, row).get(key, "")) for row in above]
        known = [count for count in counts if count is not None]
        yield from equal(where, _people(request.headcount.total[key]), sum(known) if known else None, where)


def _people(text: str) -> Decimal | None:
    return Decimal(text) if text.replace(".", "", 1).isdigit() else None


def _labour(request: Request, row: str) -> int | None:
    """人役 × price, 四捨五入 to 千円; None where a count or a price is not known."""
    year = years.own(request)
    if year is None:
        return None
    year -= row == "previous"
    cost, known = Decimal(0), False
    for category in standard().staff_categories:
        text = getattr(request.headcount, row).get(category.key, "")
        count = _people(text)
        if not text or not category.unit_costs:
            continue
        price = category.unit_costs.get(str(year))
        if count is None or year < _FIRST_PRICE or (count and price is None):
            return None
        known = True
        cost += (count * (price or 0)).quantize(Decimal(1), ROUND_HALF_UP)
    return int(cost) if known else None


def _funding(request: Request) -> Iterator[Equation]:
    """事業費 = Σ sources + 一般財源; what stood + what is asked = 要求総額 in every column (rules 6, 11, 13)."""
    table = {row: cells for row in _FUNDING_ROWS if (cells := _funding_row(request, row))}
    for row, cells in table.items():
        if "general" in cells:
            whole = sum(value for column, value in cells.items() if column != "expense")
            sums = f"funding/{row}/expense", f"funding/{row}/general"
            yield from equal(f"funding/{row}", cells.get("expense"), whole, *sums)
    both = at(request, "cost/standing/expense"), table.get("standing", {}).get("expense")
    yield from equal("standing", *both, "funding/standing/expense")
    parts = [row for row in ("deferred", "revived", "added") if row in table]
    asked = "asked" if parts or "asked" in table else "request"
    rows_of = {"asked": parts, "total": ["standing", asked] if asked in table else []}
    for total, rows in rows_of.items():
        for column, value in table.get(total, {}).items():
            where = f"funding/{total}/{column}"
            cells_above = [table.get(row, {}).get(column) for row in rows]
            # a blank cell of a source holds nothing; another one, and a sum, would be worked out
            is_blank_nothing = column in _SOURCES and "asked" not in rows
            known = None if None in cells_above and not is_blank_nothing else add(cells_above)
            yield from equal(f"{where}=Σ", value, known, where)


def _funding_row(request: Request, row: str) -> dict[str, int]:
    """What is printed of a row by column."""
    cells = {
        "expense": request.declared.get(f"funding/{row}/expense"),
        **getattr(request.funding, row),
        "general": request.declared.get(f"funding/{row}/general"),
    }
    return {column: value for column, value in cells.items() if isinstance(value, int)}


def _assessment(request: Request) -> Iterator[Equation]:
    """計上額, 保留額 and 別途額 of the 査定 line = 事業費 in 財政課使用欄 (rule 18, as corrected)."""
    for field, row in (("amount", "assessed"), ("held", "held"), ("separate", "separate")):
        copy = f"funding/{row}/expense"
        yield from equal(f"{copy}=査定", at(request, f"assessment/{field}"), at(request, copy), copy)
