"""Recognises an amount in a text as a mistyped figure of the table: digits swapped, one digit wrong, ten times."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from model.basis.typing_errors import difference_hint

_FEW: Final = 4  # digits: of shorter figures another is too easily one digit away
_ROUND: Final = 2  # digits before the noughts of an amount that many others are near to


def typing_error(figure: int, claimed: Fraction) -> str:
    """The typing error that makes the claimed amount from the figure of the table; "" if the amount fits another figure.

    >>> typing_error(12_085, Fraction(12_058))
    '数字が入れ替わっていませんか。'
    """
    hint = difference_hint(Fraction(figure), claimed).partition("（計算では")
    if hint[0]:
        said = (
            hint[0]
            .replace("計算の", "表の額の")
            .replace("ないか、単価の桁が違いませんか。", "ありませんか。")
        )
        return said.removesuffix("。") + "。"
    if claimed.denominator != 1 or (claimed < 0) != (figure < 0):
        return ""
    right, written = str(abs(figure)), str(abs(int(claimed)))
    if len(right) != len(written) or len(right) < _FEW:
        return ""
    wrong = [index for index in range(len(right)) if right[index] != written[index]]
    return "数字が一つ違っていませんか。" if len(wrong) == 1 else ""


def telling_error(figure: Fraction, claimed: Fraction) -> str:
    """The typing error where it is no chance: round figures (30,000 and 31,000) are a digit apart too easily."""
    digits = (f"{abs(int(value))}".rstrip("0") for value in (figure, claimed))
    return typing_error(round(figure), claimed) if max(map(len, digits)) > _ROUND else ""
