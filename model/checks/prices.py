"""Unit prices that have changed in the section's shared table since the request took them over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from model import place
from model.amount import round_exact
from model.basis import Surroundings
from model.checks.finding import Finding, Fix, thousands
from model.figures import LineTotals, Totals
from model.prices import PriceTable, changes
from model.request import Line, Request
from model.working import work_out

_SOURCE: Final = "課で共有する単価表"


def prices_are_those_of_the_shared_table(
    request: Request, totals: Totals, table: PriceTable
) -> Iterator[Finding]:
    """A price in use that the shared table gives otherwise: what each line that uses it would become."""
    changed = {change.name: change for change in changes(request, table)}
    if not changed:
        return
    new = {**request.prices, **{name: change.after for name, change in changed.items()}}
    after = msgspec.structs.replace(totals.reckoning, prices=new, surroundings=Surroundings(new))
    for line, above in (each for group in totals.groups for top in group.lines for each in _walk(top)):
        for name in () if line.outcome is None else line.outcome.names:
            if name not in changed:
                continue
            change = changed[name]
            exact = work_out(line.line.basis, after, (line.line, *above)).exact
            would_be = None if exact is None else round_exact(exact, after.rounding.line)
            yield Finding(
                "price",
                place.line(line.line.id, "amount"),
                f"「{name}」の単価が単価表では {change.before} から {change.after} に変わっています。取り入れると、"
                f"「{line.line.text}」は {thousands(line.amount.value)} から {thousands(would_be)} になります。",
                _SOURCE,
                fix=Fix(f"「{name}」の新しい単価を取り入れる", f"price/{name}", change.after),
            )


def _walk(line: LineTotals, above: tuple[Line, ...] = ()) -> Iterator[tuple[LineTotals, tuple[Line, ...]]]:
    """Each line with the lines it is a part of."""
    yield line, above
    for part in line.parts:
        yield from _walk(part, (line.line, *above))
