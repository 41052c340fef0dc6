"""Digits with commas and points as people type them: their value, or which comma is wrong (pages 048, 113)."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from model.basis.terms import MisreadError
from model.values.pattern import lazy_pattern

MOST_DIGITS: Final = 15
_NUMBER = lazy_pattern(r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.([0-9]+))?")


def read_digits(text: str, at: int) -> tuple[Fraction, int]:
    """The value of digits with their commas, which begin at some place of the typed text, and how many zeros end its decimals.

    Raises:
        MisreadError: that points at the comma or the point that is wrong.
    """
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise _wrong_digits(text, at)
    whole, decimals = match[1].replace(",", ""), match[2] or ""
    if len(whole) + len(decimals) > MOST_DIGITS:
        raise MisreadError(at, f"「{_short(text)}」は長すぎます。数字は{MOST_DIGITS}桁までです。")
    if not decimals:
        return Fraction(int(whole)), 0
    return Fraction(int(whole + decimals), 10 ** len(decimals)), len(decimals) - len(decimals.rstrip("0"))


def _wrong_digits(text: str, begins: int) -> MisreadError:
    """Point at the comma or the point that is wrong."""
    right = _NUMBER.match(text)
    good = right.end() if right else 0
    # 「167,0000」: three digits fit, the fourth does not; 「1,23」: the comma itself does not.
    wrong = good if good < len(text) else len(text) - 1
    index = begins + wrong
    if "." in text[: wrong + 1] and text[wrong] == ".":
        what = "小数点「.」は一つだけ、両側を数字にしてください"
    elif text[wrong] == ",":
        after = len(text) - wrong - 1 if "," not in text[wrong + 1 :] else text[wrong + 1 :].index(",")
        what = f"カンマの後の数字が{after}桁です。カンマは右から3桁ごとに入れてください"
        if text.endswith(","):
            what = "カンマの後に数字がありません。カンマを消すか、続きの3桁を書いてください"
    else:
        what = "カンマの後の数字が3桁ではありません。桁を確かめてください"
    return MisreadError(index, f"「{_short(text)}」は数字として読めません。{what}。")


def _short(text: str) -> str:
    return text if len(text) <= 20 else text[:20] + "…"
