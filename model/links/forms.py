"""How a figure is written in a sentence: 「124,767千円」, 「約1億2,477万円」, 「5.2％増」, 「H32〜H35」, 「減額」."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal, TypeAlias

from model.request.linked_figure import LinkForm
from model.values.amount import SENTENCE_MINUS, format_amount, format_percent, round_exact
from model.values.fiscal_year import Period

LinkKind: TypeAlias = Literal["amount", "change", "percent", "people", "period"]
"""What a figure is: 千円, 増減 (千円), 増減率 (%), 人, fiscal years."""
FigureValue: TypeAlias = int | Decimal | Period

_TEN_THOUSAND: Final = 10  # 千円 in 1万円
_HUNDRED_MILLION: Final = 100_000  # 千円 in 1億円


def shown(value: FigureValue | None, form: LinkForm) -> str | None:
    """The words of a value; None where the form has none for it: a blank, 「増額」 of 0, 「約…万円」 of 300円."""
    words: str | None = None
    if isinstance(value, Period):
        words = _PERIODS[form](value) if form in _PERIODS else None
    elif isinstance(value, int):
        words = _AMOUNTS[form](value) if form in _AMOUNTS else None
    elif value is not None:
        words = _DECIMALS[form](value) if form in _DECIMALS else None
    return words


def forms_of(kind: LinkKind) -> tuple[LinkForm, ...]:
    """The forms in which a figure of a kind can be written, the most usual one first."""
    return _FORMS[kind]


def _about_ten_thousands(value: int) -> str | None:
    """「約1億2,477万円」: rounded half up to whole 万円."""
    amount = round_exact(Fraction(abs(value), _TEN_THOUSAND), "half_up") * _TEN_THOUSAND
    return f"約{_in_mixed_units(amount, value < 0)}" if amount else None


def _in_mixed_units(amount: int, is_negative: bool) -> str:
    hundred_millions, rest = divmod(amount, _HUNDRED_MILLION)
    ten_thousands, thousands = divmod(rest, _TEN_THOUSAND)
    parts = (
        f"{hundred_millions:,}億" if hundred_millions else "",
        f"{ten_thousands:,}万" if ten_thousands else "",
        f"{thousands}千" if thousands else "",
    )
    return f"{SENTENCE_MINUS if is_negative else ''}{''.join(parts)}円"


def _by_sign(up: str, down: str) -> Callable[[int | Decimal], str | None]:
    """One of two words by the sign; there is no word for 0, for the sentence would break."""
    return lambda value: up if value > 0 else down if value < 0 else None


_UP_OR_DOWN: Final = _by_sign("増", "減")
_WORDS: Final[Mapping[LinkForm, Callable[[int | Decimal], str | None]]] = {
    "raise_or_cut": _by_sign("増額", "減額"),
    "more_or_less": _by_sign("増加", "減少"),
    "up_or_down": _UP_OR_DOWN,
    "new_or_ended": _by_sign("新規", "終了"),
}
_AMOUNTS: Final[Mapping[LinkForm, Callable[[int], str | None]]] = {
    **_WORDS,
    "thousands": lambda value: f"{format_amount(value)}千円",
    # 増額 or 減額 stands beside it
    "thousands_without_sign": lambda value: f"{format_amount(abs(value))}千円",
    "digits": format_amount,
    "about_ten_thousands": _about_ten_thousands,
    "mixed_units": lambda value: _in_mixed_units(abs(value), value < 0) if value else None,
    "thousands_up_or_down": lambda value: (
        f"{format_amount(abs(value))}千円{_UP_OR_DOWN(value)}" if value else None
    ),
}
_DECIMALS: Final[Mapping[LinkForm, Callable[[Decimal], str | None]]] = {
    **_WORDS,
    "percent": lambda value: f"{format_percent(abs(value))}％",  # likewise
    "percent_up_or_down": lambda value: (
        f"{format_percent(abs(value))}％{_UP_OR_DOWN(value)}" if value else None
    ),
    "people": lambda value: f"{value}人",
}
_PERIODS: Final[Mapping[LinkForm, Callable[[Period], str]]] = {
    "period": lambda years: years.short,
    "period_in_words": lambda years: (
        f"{years.first.label}から{years.last.label}まで" if years.first != years.last else years.first.label
    ),
}
_FORMS: Final[Mapping[LinkKind, tuple[LinkForm, ...]]] = {
    "amount": ("thousands", "about_ten_thousands", "mixed_units", "digits"),
    "change": (
        "thousands_without_sign",
        "thousands_up_or_down",
        "thousands",
        "raise_or_cut",
        "more_or_less",
        "up_or_down",
        "new_or_ended",
    ),
    "percent": ("percent_up_or_down", "percent"),
    "people": ("people",),
    "period": ("period", "period_in_words"),
}
ENDINGS: Final[Mapping[LinkForm, tuple[str, ...]]] = {
    "thousands": ("千円",),
    "thousands_without_sign": ("千円",),
    "digits": tuple("0123456789"),
    "about_ten_thousands": ("万円", "億円"),
    "mixed_units": ("万円", "億円", "千円"),
    "thousands_up_or_down": ("円増", "円減"),
    "percent": ("%",),
    "percent_up_or_down": ("%増", "%減"),
    "people": ("人",),
    "period": tuple("0123456789"),
    "period_in_words": ("度", "まで"),
    "raise_or_cut": ("増額", "減額"),
    "more_or_less": ("増加", "減少"),
    "up_or_down": ("増", "減"),
    "new_or_ended": ("新規", "終了"),
}
"""What the words of each form end in, in half-width letters."""
WORDS: Final[frozenset[LinkForm]] = frozenset(_WORDS)
"""The forms that are a word by the sign of a figure."""
