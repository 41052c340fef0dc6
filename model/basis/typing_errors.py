"""What a written result that is wrong looks like: the guess of someone who has checked many of them."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from model.basis import units
from model.basis.printing import print_number
from model.basis.reading import parse
from model.basis.results import MODES
from model.basis.terms import Basis, Number
from model.values.amount import format_amount, round_exact

_WORDS_OF_POWERS: Final[Mapping[int, str]] = {1: "10", 2: "100", 4: "1万", 5: "10万", 6: "100万"}


def difference_hint(exact: Fraction, printed: Fraction, text: str = "") -> str:
    """Name the typing error that explains a difference; "" if none does.

    Args:
        exact: what the calculation comes to, 千円.
        printed: what is written, 千円.
        text: the calculation in its printed form; names the unit price that would explain a power of ten.

    >>> difference_hint(Fraction(2_000), Fraction(20_000), "20千円×100施設")
    '書かれた額は計算の10倍です。桁が一つ多くないか、単価が20千円でなく200千円ではありませんか。'
    """
    if exact == printed or not exact or not printed or any(_rounded(exact, 1, printed)):
        return ""
    if exact == -printed:
        return "符号（△）が逆です。"
    for power in (3, -3):
        if _is_times(exact, printed, power):
            return "書かれた額は計算の" + (
                "1,000倍です。円の数字に千円と書いていませんか。"
                if power > 0
                else "1,000分の1です。千円の数字に円と書いていませんか。"
            )
    for power, word in _WORDS_OF_POWERS.items():
        digits = {1: "一つ", 2: "二つ"}.get(power, "いくつも")
        if _is_times(exact, printed, power):
            return f"書かれた額は計算の{word}倍です。桁が{digits}多くないか{_price(text, power)}"
        if _is_times(exact, printed, -power):
            return f"書かれた額は計算の{word}分の1です。桁が{digits}足りなくないか{_price(text, -power)}"
    return _digits_hint(exact, printed)


def coarse_step(exact: Fraction, printed: Fraction) -> int | None:
    """10 or 100 (千円) when the written figure is the exact one rounded to that, within 1 %; else None.

    A lending programme asks for whole 10千円 (page 212: 61,851.2 → 61,850). Rounding to a whole 千円 is no such case.
    """
    if abs(exact - printed) < 1 or abs(exact - printed) * 100 > abs(exact):
        return None
    return next((step for step in (10, 100) if any(_rounded(exact, step, printed))), None)


def _rounded(exact: Fraction, step: int, printed: Fraction) -> list[bool]:
    return [round_exact(exact / step, mode) * step == printed for mode in MODES]


def _is_times(exact: Fraction, printed: Fraction, power: int) -> bool:
    """Whether a figure is the other moved by digits, each rounded to a whole 千円 or not."""
    moved = exact * Fraction(10) ** power
    if moved == printed:
        return True
    # Half a per cent, and a 千円 on either side, is what rounding before the slip can do.
    return abs(moved - printed) < max(Fraction(1), Fraction(10) ** power) and abs(
        moved - printed
    ) * 200 < abs(moved)


def _price(text: str, power: int) -> str:
    """The end of the sentence: the price that would explain a power of ten."""
    basis = parse(text) if text else None
    if (
        isinstance(basis, Basis)
        and len(basis.statements) == 1
        and len(basis.statements[0].items[0].terms) == 1
    ):
        for factor in basis.statements[0].items[0].terms[0].factors:
            price = factor.atom
            if isinstance(price, Number) and price.unit in units.MONEY:
                other = Number(price.value * Fraction(10) ** power, price.unit)
                return f"、単価が{print_number(price)}でなく{print_number(other)}ではありませんか。"
    return "、単価の桁が違いませんか。"


def _digits_hint(exact: Fraction, printed: Fraction) -> str:
    if printed.denominator != 1 or (exact < 0) != (printed < 0):
        return ""
    written = str(abs(int(printed))) if abs(printed) < 10**30 else ""
    for mode in MODES:
        whole = round_exact(exact, mode)
        right = str(abs(whole)) if abs(whole) < 10**30 else ""
        if not right or not written:
            continue
        shown = format_amount(whole)
        different = [
            index for index in range(min(len(right), len(written))) if right[index] != written[index]
        ]
        if len(right) == len(written):
            if len(different) == 2 and sorted(right) == sorted(written):
                return f"数字が入れ替わっていませんか（計算では{shown}）。"
        elif _without_one(written, right):
            return f"数字が一つ多くありませんか（計算では{shown}）。"
        elif len(right) > 2 and _without_one(right, written):
            return f"数字が一つ抜けていませんか（計算では{shown}）。"
    return ""


def _without_one(longer: str, shorter: str) -> bool:
    return len(longer) == len(shorter) + 1 and any(
        longer[:index] + longer[index + 1 :] == shorter for index in range(len(longer))
    )
