"""Calculations (積算) in print: their words with the result, what Excel works them out from, how the result was rounded."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Literal

from model import explain, place
from model.amount import ROUNDING_WORDS, format_amount
from model.basis import Outcome, Trouble, parse, print_basis
from model.basis.written_totals import ends_with_total
from model.document import Snapshot
from model.figures import Figure, LineTotals
from model.request import FundingRowKey, Line
from model.working import surroundings
from templates.blocks import UNIT, Calculation

_MINUS: Final = "-"  # in a calculation, as people write it
_SUM: Final = "計"


def printed_basis(basis: str, figure: Figure) -> str:
    """A calculation as the published pages print it, with its figure as the result: 「20,845円×11か月＝230千円」.

    No result is added where the writer wrote one, where a typed figure stands against it, or where it is no calculation.
    """
    if not basis:
        return ""
    text, wants = _printed(basis)
    if wants == "nothing" or figure.derived is None or figure.is_declared:
        return text
    result = f"{format_amount(figure.derived, _MINUS)}{UNIT}"
    return f"{text}＝{result}" if wants == "result" else f"{text}\n{_SUM} {result}"


def calculation(basis: str, snapshot: Snapshot, lines: tuple[Line, ...] = ()) -> Calculation | None:
    """A calculation with what it is evaluated with; None where there is none that can be read.

    Args:
        basis: as typed.
        snapshot: the request.
        lines: its line, and those that is a part of.
    """
    parsed = parse(basis) if basis else None
    if parsed is None or isinstance(parsed, Trouble):
        return None
    return Calculation(parsed, surroundings(basis, snapshot.totals.reckoning, lines))


def rounding_notes(figure: Figure, outcome: Outcome | None) -> str:
    """How a worked-out figure and the results written in its calculation were rounded, a line for each."""
    results = explain.results(outcome) if outcome is not None else []
    return "\n".join(filter(None, (explain.of_figure(figure), *results)))


def rounding_legend(lines: Iterable[LineTotals], snapshot: Snapshot) -> str:
    """The words below a table in which a line was rounded: 「※積算の千円未満は切上げ」; "" where none was."""
    mode = snapshot.totals.reckoning.rounding.line
    if not any(map(_was_rounded, lines)):
        return ""
    return snapshot.standard.printing.rounding_note.replace("{rounding}", ROUNDING_WORDS[mode])


def source_notes(snapshot: Snapshot, row: FundingRowKey) -> tuple[str, ...]:
    """The calculations behind the sources of a funding row: 「要求額の国庫支出金: 42,433千円×1/2＝21,216千円（切捨て）」."""
    figures, standard = snapshot.totals.funding_rows[row], snapshot.standard
    notes = []
    for source in standard.funding_sources:
        basis = snapshot.request.bases.get(place.funding(row, source.key), "")
        if basis:
            figure = figures.sources[source.key]
            text = printed_basis(basis, figure).replace("\n", "、")
            rounded = figure.mode is not None and figure.exact != figure.derived and not figure.is_declared
            how = f"（{ROUNDING_WORDS[figure.mode]}）" if rounded and figure.mode else ""
            notes.append(f"{standard.funding_rows[row]}の{source.label}: {text}{how}")
    return tuple(notes)


def _was_rounded(line: LineTotals) -> bool:
    if line.parts:
        return any(map(_was_rounded, line.parts))
    amount = line.amount
    return line.outcome is not None and not amount.is_declared and amount.exact != amount.derived


@lru_cache(maxsize=1024)
def _printed(text: str) -> tuple[str, Literal["result", "sum", "nothing"]]:
    """A basis in its printed form, and whether the figure is printed after it, as its sum, or not at all."""
    basis = parse(text)
    if isinstance(basis, Trouble):
        return text, "nothing"
    printed = print_basis(basis)
    if len(basis.statements) > 1:
        return printed, "nothing" if ends_with_total(basis) else "sum"
    (statement,) = basis.statements
    items = statement.items
    has_result = items[-1].printed is not None or statement.total is not None
    is_figure = len(items) == 1 and len(items[0].terms) == 1 and len(items[0].terms[0].factors) == 1
    return printed, "nothing" if has_result or is_figure else "result"
