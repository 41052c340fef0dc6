"""The equations of tables of years: commitments (債務負担行為), continuing expenses (継続費), and the years a sheet names."""

from __future__ import annotations

from collections.abc import Iterator

from model.request.request import Request
from tests.seeded import years
from tests.seeded.equation import Equation, add, at, equal, number


def commitments(request: Request) -> Iterator[Equation]:
    """Σ years = 限度額 = what the sheet asks; funds of a year = its amount; changed − contracted (rules 11, 33)."""
    asked: list[int | None] = []
    for commitment in request.commitments:
        own = years.own(request)
        amounts = []
        for row in (*commitment.years, *commitment.granted):
            where = f"owed/{row.id}/amount"
            amount, general = number(row.amount), number(row.sources.get("general"))
            before, after = number(row.contracted), number(row.changed)
            if before is not None and after is not None:
                yield from equal(f"{where}=差引", amount, after - before, where)
                in_ordinary = own is not None and (years.last(row.year, request) or 0) <= own
                if in_ordinary:  # asked with the ordinary budget
                    continue
                amount = after - before if amount is None else amount
            if general is not None:
                specific = add(number(value) for key, value in row.sources.items() if key != "general") or 0
                sums = where, f"owed/{row.id}/source/general"
                yield from equal(f"{where}=Σ", amount, general + specific, *sums)
            if row in commitment.years:
                amounts.append(amount)
        whole = add(amounts)
        limit = f"commitment/{commitment.id}/limit"
        yield from equal(f"{limit}=Σ", number(commitment.limit), whole, limit)
        if commitment.status == "requested":
            asked.append(whole if commitment.limit is None else number(commitment.limit))
    if request.header.sheet == "commitment":
        yield from equal(
            "commitments=Σ", at(request, "request/amount"), (add(asked) or 0) if request.commitments else None, "request/amount",
            *(f"commitment/{commitment.id}/limit" for commitment in request.commitments),
        )  # fmt: skip


def continuing(request: Request) -> Iterator[Equation]:
    """Σ 年割額 = 総額 before and after a change; the funds of a year = its 事業費 (rules 11, 37)."""
    for each in request.continuing:
        for field, side in (("total", "after"), ("total_before", "before")):
            whole = add(number(getattr(row, side).get("expense")) for row in each.years)
            where = f"continuing/{each.id}/{field}"
            yield from equal(where, number(getattr(each, field)), whole, where)
        for row in each.years:
            for side in ("before", "after"):
                cells = getattr(row, side)
                expense, general = number(cells.get("expense")), number(cells.get("general"))
                if general is not None:
                    rest = (
                        add(
                            number(value) for key, value in cells.items() if key not in ("expense", "general")
                        )
                        or 0
                    )
                    sums = f"annual/{row.id}/{side}/expense", f"annual/{row.id}/{side}/general"
                    yield from equal(f"annual/{row.id}/{side}", expense, general + rest, *sums)


def years_agree(request: Request) -> Iterator[Equation]:
    """The year of the head = that of the breadcrumb and of the rows' names, the legend's + 1; the years of commitments."""
    own = years.own(request)
    if own is None:
        yield Equation("year", False, frozenset({"header/fiscal_year"}))
        return
    yield Equation("year", True, frozenset())
    head = "header/fiscal_year"
    for group in request.groups:
        named = years.of_legend(group.note)
        if named is not None:
            yield Equation(
                f"group/{group.id}/note", named == own - 1, frozenset({f"group/{group.id}/note", head})
            )
    for where, text in request.printed.words.items():
        row = where.removeprefix("cost/") if where.startswith("cost/") else ""
        named = years.candidates(text) if row or where == "header/breadcrumb" else set()
        if named:
            right = own - (row == "previous")
            sums = {f"cost/{row}/expense", where, head} if row else {where, head}
            yield Equation(f"words/{where}", right in named, frozenset(sums))
    for commitment in request.commitments:
        span = years.span(commitment.period, request)
        where = f"commitment/{commitment.id}/period"
        if span is None:
            yield Equation(f"{where}=年度", False, frozenset({where}))
            continue
        yield Equation(f"{where}=年度", True, frozenset())
        begins = commitment.status == "set" or span[0] == own + 1
        yield Equation(f"{where}>", begins, frozenset({where, head}))
        rows = [
            row for row in commitment.years if row.contracted is None or years.last(row.year, request) != own
        ]
        owed = [year for row in rows for year in years.every(row.year, request)]
        if owed:
            places = {f"owed/{row.id}/year" for row in rows}
            right = sorted(owed) == list(range(span[0], span[1] + 1))
            yield Equation(f"{where}=各年度", right, frozenset({where, *places}))
