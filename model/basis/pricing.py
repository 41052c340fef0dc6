"""Names of prices and labels, and the consumption tax on a price that is given without it."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction
from typing import Final

from model.basis.results import Note, Surroundings
from model.basis.terms import Factor, Number
from model.values.amount import half_width
from model.values.pattern import lazy_pattern

TAX_UNKNOWN: Final = Note(
    "tax-unknown",
    "税抜の金額に掛ける消費税率が決まりません。期間を税率の変わる月で分けるか、税込の金額を書いてください。",
)

# 税抜, 税込 and 税 are words of the calculation language, as 千円 and ≒ are; what the law calls the tax is the Standard's.
_BEFORE_TAX = lazy_pattern(r"(?:税抜|税別|外税)(?![^0-9、,・]{0,60}¥?[0-9][0-9,.]*(?:千|万|百万|億)?円)")
_OF_TAX: Final = ("税", "tax", "TAX")  # in the remark of a factor
_HUNDRED: Final = Fraction(100)
_MARKER = lazy_pattern(r"(?:\([0-9]{1,2}\)|[①-⑳]|[・○●◎■□◆◇※])\s*")


def label_name(label: str) -> str:
    """The name by which a label is spoken of later: 報酬 for 「(1)報酬」."""
    return _MARKER.sub("", label, count=1) if not label[0].isalpha() else label


def find_price(surroundings: Surroundings, name: str) -> str | None:
    """The price of a name as typed; 全角 and 半角 are the same."""
    prices = surroundings.prices
    if name in prices:
        return prices[name]
    return next((price for known, price in prices.items() if half_width(known).strip() == name), None)


def is_before_tax(remark: str) -> bool:
    """Whether a remark says that the price before it is without consumption tax.

    「110千円(税抜100千円)」 says what another amount is.
    """
    return bool(_BEFORE_TAX.search(remark)) and "税込" not in remark and "内税" not in remark


def tax_rate(surroundings: Surroundings, remark: str) -> Fraction | None:
    """The rate for a price without tax: the one of transitional contracts where the remark says so (経過措置)."""
    word = surroundings.kept_rate
    return surroundings.tax_before if word is not None and word in remark else surroundings.tax


def has_tax_factor(factors: tuple[Factor, ...], rates: Collection[Fraction]) -> bool:
    """Whether a product has a factor that adds the tax: 「20,000円(税抜)×3回×1.10」 needs no more."""
    return bool(rates) and any(rate_at(factors, position, rates) for position in range(len(factors)))


def rate_at(factors: tuple[Factor, ...], position: int, rates: Collection[Fraction]) -> Fraction | None:
    """The rate that a factor of a product adds; None for another factor, such as one that says what else it is (伸び率)."""
    factor = factors[position]
    number = factor.atom
    if factor.divides or not isinstance(number, Number) or number.unit not in ("", "%"):
        return None
    below = factors[position + 1] if position + 1 < len(factors) else None
    of_hundred = number.unit == "%" or (below is not None and _divides_by_hundred(below))
    says = factor.remark or (below.remark if of_hundred and below is not None else "")
    if says and not any(word in says for word in _OF_TAX):
        return None
    rate = (number.value / _HUNDRED if of_hundred else number.value) - 1
    return rate if rate in rates else None


def _divides_by_hundred(factor: Factor) -> bool:
    return factor.divides and isinstance(factor.atom, Number) and factor.atom == Number(_HUNDRED)
