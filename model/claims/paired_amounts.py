"""Amounts that a sentence says of one figure beside another: what it was and is (「A → B」), what it comes to with what was budgeted (現計)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from model.claims.sheet_labels import Signs
from model.values.pattern import lazy_pattern

_S: Final = Signs  # short, for it stands in every pattern
_NO_QUANTITY: Final = rf"[^、。{_S.QUANTITY[1:-1]}]"
_NOTE: Final = rf"(?:\([^(){_S.QUANTITY[1:-1]}]{{0,8}}\))?"
_STANDING: Final = "(?:現計|既決|既定|既計上|補正前)の?(?:予算)?額?[:はの]?"
_ARROW: Final = lazy_pattern(
    rf"(?:(?P<label>{_S.NAME})[\s:は、…]{{0,3}}|\A[\s・(]{{0,3}}(?={_S.BEFORE}))(?:{_S.BEFORE}(?:当初|要求)?(?:予算)?額?[:の]?\s?)?"
    rf"(?P<before>{_S.MONEY}){_NOTE}\s?→\s?(?:{_S.OWN}(?:要求|当初)?(?:予算)?額?[:の]?\s?)?(?P<now>{_S.MONEY}){_NOTE}(?!\s?→)"
)
"""「就職フェア開催委託料 3,200千円 → 2,400千円」."""
_AFTER: Final = lazy_pattern(
    rf"(?P<label>{_S.NAME})(?:の(?:予算|経費)?額?)?[はが]?、?{_STANDING}\s?(?P<standing>{_S.MONEY})"
    rf"(?:と(?:今回の?)?{_NO_QUANTITY}{{0,10}}合わせ(?:て|ると)|に、?{_NO_QUANTITY}{{0,16}}を(?:加え|足[しす]|追加し|上乗せし)(?:て|ると|た)?)、?{_NO_QUANTITY}{{0,10}}(?P<after>{_S.MONEY})"
)
"""「国庫支出金は、現計5,000千円に今回の補正分を加えて20,000千円」: what is added is the sheet's."""


class PairedAmount(NamedTuple):
    """An amount, the sign of its label ("" for what is asked), what it is of that figure, and the one beside it.

    Attributes:
        label: the sign of the label.
        aspect: which aspect of the figure it is.
        sign: the sign of the amount.
        beside: the sign of the other amount.
    """

    label: str
    aspect: Literal["value", "previous", "after"]
    sign: str
    beside: str


def paired_amounts(signs: str) -> Iterator[PairedAmount]:
    """The amounts that a sentence in signs says of one figure beside another."""
    for match in _ARROW.finditer(signs):
        label = match["label"] or ""
        yield PairedAmount(label, "value", match["now"], match["before"])
        yield PairedAmount(label, "previous", match["before"], match["now"])
    for match in _AFTER.finditer(signs):
        yield PairedAmount(match["label"], "after", match["after"], match["standing"])
