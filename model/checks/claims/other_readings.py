"""Whether a quantity that contradicts the figure it seems to be of is right of another that its sentence may speak of as well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, permutations
from typing import Final

from model.checks.claims.contradictions import rounds_to
from model.checks.claims.meant_figures import OF_TABLES, of_row
from model.claims.equations.breakdowns import breakdowns
from model.claims.labels.line_names import Target
from model.claims.quantities.quantities import Quantity
from model.claims.sentences.figure_claim import FigureClaim
from model.incremental.results import Results
from model.names.figure_outline import SheetFigure
from model.request import place
from model.request.place import Place
from model.request.request import SheetRow
from model.standard.standard import Standard
from model.standard.text_words import TextWords
from model.values.pattern import lazy_pattern

_TOTAL_COST: Final = place.cost("request", "total")
_OF_ALL: Final = (place.REQUEST_AMOUNT, _TOTAL_COST)
"""Figures that a sentence may speak of without their name, the second where it names a cost of people."""
_BRACKET: Final = lazy_pattern(r"(?<=円)[(（][^()（）]*[)）]")
_OF_WHOLE: Final = lazy_pattern("差し?引|全体|計|合わせ|総|要求|事業費")
"""Words by which a change may be that of all: 「差引きでは4,000千円の増」."""
_ROWS: Final[Mapping[SheetRow, re.Pattern[str]]] = {
    "assessed": lazy_pattern("計上|査定"),
    "standing": lazy_pattern("当初"),
    "total": lazy_pattern("補正後|合わせ|加え|積み増し|要求総額|の計"),
}
"""Words by which a sentence speaks of another budget than the one that is asked for; of what stands those of the Standard too."""


def is_right_otherwise(
    claim: FigureClaim,
    figure: SheetFigure,
    named: Sequence[Place],
    figures: dict[Place, SheetFigure],
    words: TextWords,
    before: str,
    results: Results,
) -> bool:
    """Whether what a claim says is true of other figures that its sentence names, of the whole sheet's, or of another budget.

    「差引きでは4,000千円の増」 behind a part may be of the whole line, 「前年度の240,572千円から」 behind 人件費 of トータルコスト, 「約0.9倍」
    be how many times another source. An amount of this year that is another line's is a slip all the same.

    Args:
        claim: the claim.
        figure: the figure that it seems to be of.
        named: the places of all figures that its sentence names.
        figures: all figures of the sheet.
        words: the words by which texts are read.
        before: what its paragraph says before the sentence.
        results: what was computed before.
    """
    quantity = claim.quantity
    if quantity is None or claim.aspect not in ("value", "previous", "change"):
        return False
    has_cost = any(where.startswith("cost/") for where in named)
    if _ROWS["assessed"].search(claim.sentence):  # 「計上された680,000千円は、前年度より30,000千円多い」
        named = [*named, place.REQUEST_AMOUNT, place.ASSESSED_AMOUNT]
    others, of_all = (
        [figures[where] for where in dict.fromkeys(places) if where in figures and where != figure.place]
        for places in (named, _OF_ALL[: 1 + has_cost])
    )
    written = abs(quantity.value)
    if claim.aspect == "previous":
        is_after_cut = _ROWS["assessed"].search(claim.sentence) or _after_cut(figure, figures) in claim.alike
        was_asked = written == _number(figure.value) and bool(is_after_cut)
        return was_asked or any(written == _number(one.previous) for one in of_all)
    if claim.aspect == "value":
        of_budget = [figure, *others] if figure.place == place.ASSESSED_AMOUNT else [figure]
        said = _without_brackets(before, claim, quantity)
        is_of_budget = not claim.row and written in _of_other_budgets(said, claim, of_budget, figures, words)
        return (
            is_of_budget
            or _is_part_of_other(claim, quantity, figures, results)
            or written in _of_columns(figure, named, figures)
            or _is_granted(said, claim, figure, figures)
            or (
                quantity.kind == "money"
                and words.patterns.way.search(claim.sentence) is not None
                and written in _apart([figure, *others])
            )
        )
    if quantity.kind in ("money", "people"):
        is_added = place.cost("standing", "expense") in figures and claim.direction == 1
        if written == _number(figure.value) and (is_added or not claim.direction):
            return True  # 「今回の補正で店舗復旧補助金を30,000千円増額する」
        is_of_all = _OF_WHOLE.search(claim.sentence) is not None
        return _is_other_change(claim, written, figure, [*others, *(of_all if is_of_all else ())])
    if figure.place == place.ASSESSED_AMOUNT:  # 「計上額でみると29.3％の減」
        asked = figures[place.REQUEST_AMOUNT]
        others.append(asked._replace(value=asked.previous))
    is_since = words.patterns.year_before.search(claim.sentence) is not None
    return not is_since and _is_ratio(claim, quantity, [figure, *others])


def is_right_with_tax(claim: FigureClaim, figure: SheetFigure, standard: Standard) -> bool:
    """Whether a sentence says of its amounts that they are with tax, and a claim is its figure with tax: 「税込みで見ると、装置が203,500千円」."""
    money, value = claim.quantity and claim.quantity.money, _number(figure.value)
    if not money or value is None or not any(word in claim.sentence for word in standard.tax_words.included):
        return False
    rates = (Fraction(rate.percent, 100) for rate in standard.tax_rates)
    return claim.aspect == "value" and any(money.is_of(round(value * (1 + rate))) for rate in rates)


def _is_part_of_other(
    claim: FigureClaim, quantity: Quantity, figures: dict[Place, SheetFigure], results: Results
) -> bool:
    """Whether an amount is one of the parts of a whole that its sentence breaks down rightly, which its own figure is no part of.

    「読書フォーラムの開催費1,250千円の内訳は会場費900千円、講師謝金350千円」 is not of the line 講師謝金. What is asked, a table and
    the line that a line stands below have the lines of the sheet as their parts.
    """
    if quantity.kind != "money" or any(
        target.is_below(one) for target in claim.targets for one in claim.named if isinstance(one, Target)
    ):
        return False
    found = {one.whole for one in results.of(breakdowns, claim.sentence) if quantity.value in one.parts}
    return bool(found) and not found <= {
        _number(one.value) for one in figures.values() if not one.place.startswith("line/")
    }


def _is_other_change(
    claim: FigureClaim, written: Fraction, figure: SheetFigure, others: list[SheetFigure]
) -> bool:
    """Whether an amount is what the figure was, what another changed by, or how much two of them are apart."""
    if written == _number(figure.previous):
        return True
    changes = [change for one in others if (change := _number(one.change))]
    if claim.direction:
        changes = [change for change in changes if (change > 0) == (claim.direction > 0)]
    return written in map(abs, changes) or written in _apart([figure, *others])


def _apart(figures: list[SheetFigure]) -> set[Fraction]:
    """How much each two of some figures are apart, and each from what was budgeted for all the year before."""
    known = [(one.place, number) for one in figures if (number := _number(one.value)) is not None]
    for one in figures:
        before = _number(one.previous) if one.place == place.REQUEST_AMOUNT else None
        known += [(place.REQUEST_AMOUNT, before)] if before else []
    return {abs(one - other) for (where, one), (beside, other) in combinations(known, 2) if where != beside}


def _is_ratio(claim: FigureClaim, quantity: Quantity, figures: list[SheetFigure]) -> bool:
    """Whether a rate or a number of times is that of two figures, or amounts of its sentence."""
    values = {number for one in figures if (number := _number(one.value))}
    values.update(one.value for one in claim.beside if one.kind == "money" and one.value)
    return any(
        rounds_to(
            one / other if quantity.kind == "times" else abs(one / other - 1) * 100,
            abs(quantity.value),
            quantity.step,
        )
        for one, other in permutations(values, 2)
    )


def _without_brackets(before: str, claim: FigureClaim, quantity: Quantity) -> str:
    """A sentence and what stands before, without the brackets behind other quantities: 「国庫 15,000千円(現計 5,000)、一般財源 7,500千円」."""
    own = re.sub(rf"(?<!{re.escape(quantity.written)})\([^()]*\)", "", claim.sentence)
    return _BRACKET.sub("", before) + own


def _of_other_budgets(
    text: str,
    claim: FigureClaim,
    named: list[SheetFigure],
    figures: dict[Place, SheetFigure],
    words: TextWords,
) -> Iterator[Fraction]:
    """What some figures are in the other budgets that a text speaks of.

    「0.8人から1.3人に増える」 says what stands and what it comes to; where nothing is asked both are one: 「1.0人のままである」.
    """
    said = claim.alike
    for figure in named:
        others = {row: of_row(figure, row, figures) for row in _ROWS}
        values = {row: _number(other.value) for row, other in others.items() if other}
        for row, number in values.items():
            is_said = row == "total" and values.get("standing") in said
            is_said = is_said or _ROWS[row].search(text) is not None
            if number is not None and (
                is_said or (row == "standing" and words.patterns.standing.search(text))
            ):
                yield number


def _of_columns(
    figure: SheetFigure, named: Sequence[Place], figures: dict[Place, SheetFigure]
) -> Iterator[Fraction]:
    """What the row of a figure says in the columns that a sentence names: 「トータルコストは、現計予算額が18,810千円」."""
    kind, row, column = "cost", "request", "expense"
    if figure.place != place.REQUEST_AMOUNT:
        kind, _, rest = figure.place.partition("/")
        row, _, column = rest.partition("/")
    for where in named if (kind, column) == ("cost", "expense") else ():
        other, _, rest = where.partition("/")
        if other in ("cost", "headcount", "funding"):
            beside = figures.get(f"{other}/{row}/{rest.partition('/')[2]}")
            number = _number(beside.value) if beside else None
            if number is not None:
                yield number


def _is_granted(
    text: str, claim: FigureClaim, figure: SheetFigure, figures: dict[Place, SheetFigure]
) -> bool:
    """Whether an amount is what was granted of a line: the line less all that was cut, or less than what was asked, which the sentence says too.

    「12,500千円から10,700千円に減額され、計上額は62,550千円となった」.
    """
    asked, quantity = _number(figure.value), claim.quantity
    if not figure.place.startswith(OF_TABLES) or claim.asks or asked is None or quantity is None:
        return False
    is_less = asked in claim.alike and quantity.value < asked
    return quantity.value == _after_cut(figure, figures) or (
        is_less and _ROWS["assessed"].search(text) is not None
    )


def _after_cut(figure: SheetFigure, figures: dict[Place, SheetFigure]) -> Fraction | None:
    """What is left of a figure where all that was cut is of it; None before the 査定, or where nothing was cut."""
    granted = figures.get(place.ASSESSED_AMOUNT)
    number, asked = _number(figure.value), _number(figures[place.REQUEST_AMOUNT].value)
    left = _number(granted.value) if granted else None
    if number is None or asked is None or left is None or left == asked:
        return None
    return number - (asked - left)


def _number(value: object) -> Fraction | None:
    return Fraction(value) if isinstance(value, int | Decimal) else None
