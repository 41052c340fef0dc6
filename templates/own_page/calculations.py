"""The calculations (積算) of a page back behind their figures, where they print again exactly what the page prints.

A page prints a calculation with its result, its prices and its tax: 「旅費×3回＝9千円（旅費 3千円）」. What the writer
typed is found by trying: the shortest calculation that prints the same words and gives the same figure. One that
cannot be found is kept in the remark as it stands, and listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec.structs import replace

from model import place
from model.amount import ROUNDING_WORDS, Amount
from model.document import Snapshot, take_snapshot
from model.figures import Figure, rounded_figure
from model.place import Place
from model.request import Line, Request
from model.standard import Standard
from model.working import work_out
from templates.blocks import UNIT
from templates.own_page.markup import Page, has_class, text
from templates.printed_basis import printed_basis, source_notes
from templates.reading import Unread

_RESULT: Final = re.compile(rf"＝△?[0-9,]+(?:\.[0-9]+)?{UNIT}$", re.MULTILINE)
_SUM: Final = re.compile(rf"\n計 △?[0-9,]+{UNIT}$")
_TAIL: Final = re.compile(r"（(?P<said>[^（）]*(?:（[^（）]*）[^（）]*)*)）$")
_HOW: Final = re.compile(f"（(?:{'|'.join(ROUNDING_WORDS.values())})）$")


def with_bases(
    page: Page, request: Request, bases: dict[str, str], standard: Standard
) -> tuple[Request, tuple[Unread, ...]]:
    """The request with the calculations of its lines and of its sources (財源), and those that were not found.

    Args:
        page: the page.
        request: the request with all figures of the page.
        bases: the printed calculation of lines, by id.
        standard: the Standard that wrote the page.
    """
    notes = _notes(page)
    if not bases and not notes:
        return request, ()
    sources = _by_source(notes, request, standard)
    request = replace(request, prices=_prices([*bases.values(), *sources.values()]))
    snapshot = take_snapshot(request, standard)
    unread: list[Unread] = []
    groups = tuple(
        replace(group, lines=tuple(_with_basis(line, (), bases, snapshot, unread) for line in group.lines))
        for group in request.groups
    )
    request = replace(request, groups=groups) if bases else request
    for where, printed in sources.items():
        request = _with_source(request, where, printed, page.amount(where), standard, unread)
    return request, tuple(unread)


def _with_basis(
    line: Line, above: tuple[Line, ...], bases: dict[str, str], snapshot: Snapshot, unread: list[Unread]
) -> Line:
    printed = bases.get(line.id)
    if printed is not None:
        found = next(
            (each for each in _typed(line, printed) if _prints(each, above, printed, line.amount, snapshot)),
            None,
        )
        if found is None:
            unread.append(Unread(line.text, printed, "積算として読み戻せないため、備考に入れました。"))
            found = replace(line, remark="\n".join(filter(None, (printed, line.remark))))
        line = found
    if line.parts:
        parts = tuple(_with_basis(part, (line, *above), bases, snapshot, unread) for part in line.parts)
        line = replace(line, parts=parts)
    return line


def _typed(line: Line, printed: str) -> Iterator[Line]:
    """What may have been typed: a figure that the calculation gives is left to it."""
    amounts: tuple[Amount, ...] = (line.amount,) if line.parts else (None, line.amount)
    for amount in dict.fromkeys(amounts):
        for basis in _candidates(printed):
            yield replace(line, basis=basis, amount=amount)


def _prints(line: Line, above: tuple[Line, ...], printed: str, amount: Amount, snapshot: Snapshot) -> bool:
    """Whether the line's calculation is printed so, and its figure is the amount that was read."""
    reckoning = snapshot.totals.reckoning
    outcome = work_out(line.basis, reckoning, (line, *above))
    if line.parts or line.heading:
        figure = Figure(None)
    else:
        figure = rounded_figure(outcome.exact, line.amount, reckoning.rounding.line)
        if figure.shown != amount:
            return False
    return printed_basis(line.basis, figure, outcome, snapshot, (line, *above)) == printed


def _candidates(printed: str) -> Iterator[str]:
    """What may have been typed where a calculation is printed so, the shortest first."""
    bare = _TAIL.sub("", printed)
    seen = dict.fromkeys(
        form
        for words in (bare, printed)
        for form in (_RESULT.sub("", _SUM.sub("", words)), _SUM.sub("", words), _RESULT.sub("", words), words)
    )
    yield from seen


def _prices(printed: Iterable[str]) -> dict[str, str]:
    """The unit prices that printed calculations name at their end: 「（旅費 3千円、消費税10%を加算）」."""
    prices: dict[str, str] = {}
    for words in printed:
        tail = _TAIL.search(words)
        for said in tail["said"].split("、") if tail else ():
            spaces = [at for at, sign in enumerate(said) if sign == " "]
            for at in reversed(spaces):
                if tail and said[:at] in words[: tail.start()]:
                    prices.setdefault(said[:at], said[at + 1 :])
                    break
    return prices


def _notes(page: Page) -> list[str]:
    """The calculations that stand below the funding tables."""
    return [] if page.main is None else [text(each) for each in page.main if has_class(each, "basis")]


def _by_source(notes: list[str], request: Request, standard: Standard) -> dict[Place, str]:
    """The note of each source, by the place of its figure."""
    form = standard.form_of(request)
    found: dict[Place, str] = {}
    for note in notes:
        for plan in (*form.funding_rows, *form.finance_rows):
            for source in standard.sources_of(form):
                opening = f"{form.funding_label(plan.row)}の{source.label}: "
                where = place.funding(plan.row, source.key)
                if note.startswith(opening) and where not in found:
                    found[where] = note.removeprefix(opening)
                    break
            else:
                continue
            break
    return found


def _with_source(
    request: Request,
    where: Place,
    printed: str,
    amount: Amount,
    standard: Standard,
    unread: list[Unread],
) -> Request:
    _, row, source = where.split("/")
    form = standard.form_of(request)
    plan = next(each for each in (*form.funding_rows, *form.finance_rows) if each.row == row)
    note = f"{form.funding_label(plan.row)}の{standard.source_label(source)}: {printed}"
    bare = _HOW.sub("", printed)
    forms = dict.fromkeys(
        each
        for words in dict.fromkeys((bare, printed))
        for lines in dict.fromkeys((words, words.replace("、", "\n")))
        for each in _candidates(lines)
    )
    cells: dict[str, Amount] = getattr(request.funding, row)
    for typed in (None, amount):
        money = {key: value for key, value in {**cells, source: typed}.items() if value is not None}
        for basis in forms:
            attempt = replace(
                request,
                bases={**request.bases, where: basis},
                funding=replace(request.funding, **{row: money}),
            )
            snapshot = take_snapshot(attempt, standard)
            shown = snapshot.totals.funding_rows[plan.row].sources[source].shown
            if (shown or 0) == (amount or 0) and note in source_notes(snapshot, plan.row):
                return attempt
    unread.append(
        Unread(
            note.partition(":")[0],
            printed,
            "積算として読み戻せないため、書かれていたとおりの文字で積算に入れました。",
        )
    )
    return replace(request, bases={**request.bases, where: printed})
