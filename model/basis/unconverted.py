"""Words behind a number that the input method left in kana or Latin letters though they mean money, a number or a rate.

「20,845えん×11」 is not eleven times 20,845 things called えん, which would be 千円. Words that count (か月, にん, まい, センター)
stay what they are.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final

from model.basis import units
from model.basis.terms import Trouble
from model.values.pattern import lazy_pattern

# Right behind a number or in brackets behind it: a word of kana or of Latin letters, where 「x」 before a number multiplies.
_WORD: Final = lazy_pattern(
    r"[0-9][ \t\u00a0]*(?:\([ \t\u00a0]*)?"
    r"([十百千万億兆]*(?:[ぁ-ゖァ-ヺーｦ-ﾟ]+|[A-Za-z]+?(?=[xX][ \t]*[0-9@¥(]|[^A-Za-z]|\Z)|圓))"
)
_NUMBER: Final = r"(?:[十百千万億兆]|じゅう|ひゃく|びゃく|ぴゃく|せん|ぜん|まん|おく|ちょう|juu|hyaku|byaku|pyaku|sen|zen|man|oku|chou)"
_MONEY: Final = lazy_pattern(rf"{_NUMBER}*(?:えん|圓|y?en|jpy)")
_COUNTED: Final = lazy_pattern(
    rf"(?!ちょう\Z){_NUMBER}+(?:にん|めい|かしょ|かい|まい|ほん|さつ|けん|だい|こ)?"
)
_RATE: Final = lazy_pattern(r"わり(?:びき)?|percent")
_TO_HIRAGANA: Final[Mapping[int, int]] = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}


def unconverted_trouble(text: str) -> Trouble | None:
    """The first word of a calculation that stands for money, a number or a rate and was not converted; None for none.

    >>> trouble = unconverted_trouble("20845えん×11")
    >>> trouble.at, trouble.message
    (5, '「えん」は金額の単位に読めますが、変換されていません。「円」や「千円」に変換してください。')
    """
    for match in _WORD.finditer(text):
        word, reading = match[1], _reading(match[1])
        if _MONEY.fullmatch(reading):
            what = "金額の単位に読めますが、変換されていません。「円」や「千円」に変換してください。"
        elif _COUNTED.fullmatch(reading):
            what = "数に読めますが、変換されていません。千や百は数字で書きます（3千人は3,000人）。ほかの言葉であれば漢字にしてください。"
        elif _RATE.fullmatch(reading):
            what = "割合に読めますが、変換されていません。「割」や「%」に変換してください。"
        else:
            continue
        return Trouble(match.start(1), f"「{word}」は{what}")
    return None


def is_money(word: str) -> bool:
    """Whether a word is a unit of money, also where it was not converted: 円, 百万円, えん, yen."""
    return word in units.MONEY or bool(_MONEY.fullmatch(_reading(word)))


def _reading(word: str) -> str:
    """A word in hiragana and small letters, whatever width it was typed in."""
    return unicodedata.normalize("NFKC", word).translate(_TO_HIRAGANA).lower().rstrip("ー")
