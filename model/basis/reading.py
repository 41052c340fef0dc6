"""Read a basis: limits and brackets first, then the grammar; a text that is none gives a trouble that can be shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from model.basis.building import Builder
from model.basis.terms import Basis, MisreadError, Trouble
from model.basis.unconverted import unconverted_trouble
from model.values.amount import half_width
from model.values.pattern import lazily, lazy_pattern

if TYPE_CHECKING:
    from lark import Lark

LONGEST: Final = 2_000  # characters
DEEPEST: Final = 30  # brackets in brackets

_BRACKETS = lazy_pattern(r"[()「」\n\r]")
_COMMA_OF_PROSE = lazy_pattern(r"[0-9](、)[0-9]{3}")
_WORDS_OF_PIECES: Final[
    Mapping[str, str]
] = {  # what may stand at a place, in the words of the message; in their order
    "DIGITS": "数字",
    "NAME": "単価の名前",
    "OPEN": "「(」",
    "UNIT": "単位",
    "TIMES": "演算記号（×÷＋－）",
    "PLUS": "演算記号（×÷＋－）",
    "EQUALS": "「＝」",
    "CLOSE": "閉じる「)」",
}

# What follows each kind of piece is made ready when the first of its kind is met.
_MARKS_TYPED_FOR_OTHERS: Final[Mapping[str, str]] = {  # marks that are typed for others
    **dict.fromkeys("ー―—─━", "引き算であれば「－」と書いてください"),
    **dict.fromkeys("〜~～", "期間の見出しであれば後に「：」を付け、幅のある数は一つにしてください"),
    **dict.fromkeys("→⇒⇨", "計算の結果であれば「＝」と書いてください"),
    **dict.fromkeys("☓╳✗✘Ⅹ", "掛け算であれば「×」と書いてください"),
    "・": "割り算であれば「÷」か「/」、掛け算であれば「×」と書いてください",  # the input method makes it of 「/」
    **dict.fromkeys("。，", "計算を並べるときは「、」か改行で区切ってください"),
    **dict.fromkeys("【[<", "見出しであれば括弧を付けずに、後に「：」を付けてください"),
}

_ONE_OF_EACH: Final = (
    "=報酬：C=@¥5円 例(内)(外)×-3÷2(日)(例)＝△1千円(例)＋月額 △80%(例)－旅費：-(+「例」(例)×例(例)＋-1)(例)≒1；1\n",
    "1 1",
)


def parse(text: str) -> Basis | Trouble:
    """Read a calculation as it was typed.

    >>> parse("20,845円×11か月＝230千円").statements[0].items[0].printed.number.unit
    '千円'
    """
    if len(text) > LONGEST:
        return Trouble(LONGEST, f"積算が{LONGEST:,}字を超えています。行を分けてください。")
    plain = half_width(text)
    trouble = _brackets_trouble(plain)
    if trouble:
        return trouble
    prose = _COMMA_OF_PROSE.search(plain)
    if prose:
        return Trouble(
            prose.start(1),
            "数字の間に「、」があります。3桁の区切りなら「,」に、別の計算なら改行にしてください。",
        )
    unconverted = unconverted_trouble(plain)
    if unconverted:
        return unconverted
    from lark import UnexpectedCharacters, UnexpectedToken  # 80 ms: only when a text is read

    try:
        return cast(Basis, _GRAMMAR.parse(plain))
    except MisreadError as error:
        return error.trouble
    except UnexpectedCharacters as error:
        return _unexpected(plain, error.pos_in_stream or 0, error.allowed or set())
    except UnexpectedToken as error:
        index = len(plain) if error.token.type == "$END" else error.token.start_pos
        return _unexpected(plain, index or 0, error.expected)


def prepare() -> None:
    """Read the grammar ahead, some tenths of a second: for a moment in which nobody waits, before the first text."""
    for text in _ONE_OF_EACH:
        parse(text)


def _read_grammar() -> Lark:
    from lark import Lark

    source = Path(__file__).with_name("grammar.lark").read_text(encoding="utf-8")
    return Lark(source, start="basis", parser="lalr", lexer="contextual", transformer=cast(Any, Builder()))


_GRAMMAR: Final = lazily(_read_grammar)  # a file of the program, and a parser has no state


def piece_pattern(piece: str) -> re.Pattern[str]:
    """The characters of a piece of the grammar, by its name there."""
    return re.compile(_GRAMMAR.get_terminal(piece).pattern.to_regexp())


def _brackets_trouble(text: str) -> Trouble | None:
    """What is wrong with the brackets, which the grammar would only see at the end of the text."""
    if "(" not in text and ")" not in text and "「" not in text:
        return None
    opened: list[int] = []
    quote = -1
    for match in _BRACKETS.finditer(text + "\n"):
        mark, index = match[0], match.start()
        if quote >= 0:
            if mark == "」":
                quote = -1
            elif mark in "\n\r":
                return Trouble(quote, "「「」が閉じられていません。名前の終わりに「」」を書いてください。")
        elif mark == "「":
            quote = index
        elif mark == "(":
            opened.append(index)
            if len(opened) > DEEPEST:
                return Trouble(index, f"括弧が{DEEPEST}重を超えています。行を分けてください。")
        elif mark == ")":
            if not opened:
                return Trouble(index, "閉じる「)」に合う「(」がありません。")
            opened.pop()
        elif mark in "\n\r" and opened:
            return Trouble(
                opened[-1], "「(」が閉じられていません。同じ行の閉じるところに「)」を書いてください。"
            )
    return None


def _unexpected(text: str, at: int, allowed: Container[str]) -> Trouble:
    if at >= len(text.rstrip()):
        at = len(text)
        if not text.strip("= \t\n\r\u00a0"):
            return Trouble(
                at, "積算が書かれていません。「20,845円×11か月」のように単価と数量を書いてください。"
            )
        return Trouble(at, f"積算が途中で終わっています。続きに{_expected(allowed)}を書いてください。")
    mark = text[at]
    return Trouble(at, _why(mark, at) or f"「{mark}」が読めません。ここには{_expected(allowed)}が入ります。")


def _why(mark: str, at: int) -> str:
    """The sentence for a mark that is known to be a slip; blank for others."""
    if unicodedata.category(mark) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
        return f"目に見えない文字（U+{ord(mark):04X}）が混じっています。消してください。"
    if mark in _MARKS_TYPED_FOR_OTHERS:
        return f"「{mark}」は計算の記号として読めません。{_MARKS_TYPED_FOR_OTHERS[mark]}。"
    if mark.isnumeric() and mark not in "0123456789":
        return f"「{mark}」は計算する数字として読めません。0から9の数字で書いてください。"
    if mark in "0123456789" and at:
        return (
            f"「{mark}」の前に演算記号（×÷＋－）がありません。"
            "一つの数字なら空白を消し、見出しの数字なら見出しの後に「：」を付けてください。"
        )
    if mark in ",.":
        return f"「{mark}」が数字の間にありません。消すか、数字を確かめてください。"
    return ""


def _expected(allowed: Container[str]) -> str:
    words = dict.fromkeys(word for piece, word in _WORDS_OF_PIECES.items() if piece in allowed)
    return "か".join(words) or "数字"
