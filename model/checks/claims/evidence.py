"""What else a text says that shows an amount to be of the figure whose label stands before it, and of no part of it or other matter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeAlias

from model.checks.claims.contradictions import SURE
from model.checks.claims.meant_figures import SaidFigure
from model.claims.sentences.figure_claim import FigureClaim
from model.names.figure_outline import SheetFigure
from model.request import place
from model.request.place import Place

_Sentence: TypeAlias = tuple[Place, int, str, str]
_OF_SOURCES: Final = "funding/request/"


class Evidence:
    """What the texts of a request give rightly, and the sources of its sheet."""

    def __init__(self, found: Iterable[SaidFigure], figures: Mapping[Place, SheetFigure]) -> None:
        """Take all claims with their figures, and the figures of the sheet by their places."""
        self._named: set[tuple[_Sentence, str]] = set()
        self._of_sheet: dict[_Sentence, set[Place]] = {}
        for one in filter(_is_right, found):
            self._named.add((_sentence(one), one.claim.name))
            if not one.is_of_line:
                self._of_sheet.setdefault(_sentence(one), set()).add(one.figure.place)
        self._sources = [figure for where, figure in figures.items() if where.startswith(_OF_SOURCES)]

    def shows(self, one: SaidFigure) -> bool:
        """Whether a claim is of its figure: the sentence gives that or another of the sheet rightly, or it can be no part of it."""
        claim, figure, sentence = one.claim, one.figure, _sentence(one)
        if (sentence, claim.name) in self._named and not claim.label.is_far:
            return True
        if claim.aspect == "change" and not claim.name and claim.quantity and isinstance(figure.change, int):
            return abs(claim.quantity.value) == abs(figure.change) >= SURE  # all that it says is which way
        if one.is_of_line or claim.aspect not in ("value", "previous"):
            return False
        is_value = claim.aspect == "value"
        if is_value and (claim.label.is_next or claim.label.is_topic) and _is_more(claim, figure):
            return True
        is_beside = bool(self._of_sheet.get(sentence, set()) - {figure.place})
        return claim.label.is_next and (is_beside or (is_value and self._is_of_another(claim, figure)))

    def _is_of_another(self, claim: FigureClaim, figure: SheetFigure) -> bool:
        """Whether the amount that a text gives for a source is that of another: a slip between two cells, and no part of it."""
        money = claim.quantity.money if claim.quantity else None
        if money is None or money.value < SURE or not figure.place.startswith(_OF_SOURCES):
            return False
        others = (one for one in self._sources if one.place != figure.place and one.place not in claim.named)
        return any(money.whole == one.value for one in others)


def _sentence(one: SaidFigure) -> _Sentence:
    """The sentence, and the budget that the claim is of: what is right in it is of the same."""
    return one.where, one.said.offset, one.claim.sentence, one.claim.row


def _is_right(one: SaidFigure) -> bool:
    """Whether the text gives an amount or a number of people as the sheet has it."""
    claim, right = one.claim, one.right
    if claim.quantity is None or claim.aspect not in ("value", "previous") or "査定" in claim.sentence:
        return False
    if not claim.name or not isinstance(right, int | Decimal):
        return False
    is_sure = claim.quantity.kind == "people" or right >= SURE or claim.label.is_next
    return is_sure and claim.quantity.value == Fraction(right)


def _is_more(claim: FigureClaim, figure: SheetFigure) -> bool:
    """Whether an amount is more than the figure is and was, so that it is no part of it, yet not so much that it is other matter.

    Of 要求額 other projects have their own, which may be any.
    """
    money, value = claim.quantity.money if claim.quantity else None, figure.value
    if money is None or not isinstance(value, int) or figure.place == place.REQUEST_AMOUNT:
        return False
    most = max(value, figure.previous if isinstance(figure.previous, int) else 0)
    return most < money.value < 2 * most or money.value in (10 * value, 100 * value)
