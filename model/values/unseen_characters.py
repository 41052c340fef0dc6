"""Invisible characters that change how text reads: controls, marks of direction, marks without width.

A mark of direction (bidi override, isolate) shows 「1,000円」 as another figure; an escape sequence rewrites a terminal; two
names that differ by a mark without a width look the same. None of them is written in a Japanese request. Left alone are the
joiner of emoji and the variation selectors of kanji, which belong to the character before them.
"""

from __future__ import annotations

import re
from typing import Final

from model.values.pattern import lazy_pattern

_CONTROL: Final = "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f"
_DIRECTION: Final = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069"
_NO_WIDTH: Final = "\\u200b\\u200c\\u2060-\\u2064\\ufeff\\ufff9-\\ufffb\\u00ad\\u180e"
_UNSEEN: Final = lazy_pattern(f"[{_CONTROL}{_DIRECTION}{_NO_WIDTH}]")
_NAMES: Final = (
    (lazy_pattern(f"[{_DIRECTION}]"), "文字の並ぶ向きを変える印"),
    (lazy_pattern(f"[{_CONTROL}]"), "制御文字"),
    (lazy_pattern(f"[{_NO_WIDTH}]"), "幅のない文字"),
)
_FOR_JSON: Final = lazy_pattern(f"[{_CONTROL}{_DIRECTION}{_NO_WIDTH}\\u2028\\u2029]")
# In what is printed for a terminal a line is a line: also what breaks one elsewhere is told.
_FOR_A_TERMINAL: Final = lazy_pattern(
    f"[{_CONTROL}{_DIRECTION}{_NO_WIDTH}\\n\\r\\t\\u2028\\u2029\\ud800-\\udfff]"
)


def unseen_characters(text: str) -> tuple[str, ...]:
    """The characters of a text that nobody sees, each once, in their order; a line break and a tab are none."""
    return tuple(dict.fromkeys(_UNSEEN.findall(text)))


def without_unseen(text: str) -> str:
    """The text without them."""
    return _UNSEEN.sub("", text)


def kind_of_unseen(character: str) -> str:
    """What such a character is, in words."""
    return next(name for pattern, name in _NAMES if pattern.match(character))


def code_of(character: str) -> str:
    """The number of a character: 「U+202E」."""
    return f"U+{ord(character):04X}"


def one_visible_line(text: str) -> str:
    """A text on one line for a terminal, invisible characters replaced by their numbers: 「委託料[U+001B][31m」."""
    return _FOR_A_TERMINAL.sub(_shown, text)


def _shown(match: re.Match[str]) -> str:
    character = match.group()
    return " " if character in "\n\r\t" else f"[{code_of(character)}]"


def json_without_unseen(written: str) -> str:
    """JSON text with such characters, and the breaks of lines that JSON does not know, as their escapes; read again it is the same value."""
    return _FOR_JSON.sub(lambda match: f"\\u{ord(match.group()):04x}", written)
