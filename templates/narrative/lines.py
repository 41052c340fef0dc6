"""The lines of a text, each with the number or mark that it opens with."""

from __future__ import annotations

from typing import Final

from model.values.pattern import lazy_pattern
from templates.narrative.blocks import TextLine

BLANKS: Final = " \t\u3000\u00a0"
_NUMBER: Final = "[0-9０-９]{1,2}"
_LETTER: Final = "[a-zａ-ｚＡ-Ｚ]"
_KANA: Final = "[ア-ン]"
_SPACES: Final = f"[{BLANKS}]"
_KINDS: Final = tuple(
    (kind, lazy_pattern(pattern))
    for kind, pattern in (
        ("1.", f"{_NUMBER}(?:[.．、](?![0-9０-９])|[)）])"),
        ("1", f"{_NUMBER}(?={_SPACES})"),
        ("(1)", rf"[(（]{_NUMBER}[)）]"),
        ("①", "[①-⑳]"),
        ("(ア)", rf"[(（](?:{_KANA}|{_LETTER})[)）]"),
        ("ア", f"{_KANA}(?:[.．、)）]|(?={_SPACES}))"),
        ("a", f"{_LETTER}[.．)）]"),
        ("※", "※[0-9０-９]{0,2}"),
        ("mark", "[・○●◎◯■□◆◇★☆▼▽▶▷►➢✓•‣]"),
        ("-", f"[-－‐–—＊*](?={_SPACES})"),
    )
)
_BRACKETED: Final = lazy_pattern(
    "【[^【】]{1,40}】|＜[^＜＞]{1,40}＞|<[^<>]{1,40}>|〈[^〈〉]{1,40}〉|《[^《》]{1,40}》"
)
BRACKETED: Final = "【】"
NOTE: Final = "※"
NUMBERED: Final = frozenset(("1.", "1", "(1)", "①", "(ア)", "ア", "a"))
HEADING_MARKS: Final = NUMBERED | frozenset("○●◎◯■□◆◇★☆▼▽▶▷►") | {BRACKETED}
"""The kinds of marks that titles open with; lists open with them too, and with others (・, -)."""


def lines_of(text: str) -> tuple[list[TextLine], str]:
    """The lines of a text that are not blank, and the blanks at its end."""
    lines: list[TextLine] = []
    above = ""
    for number, line in enumerate(text.split("\n")):
        above += "\n" if number else ""
        words = line.lstrip(BLANKS)
        if not words:
            above += line
            continue
        lead = line[: len(line) - len(words)]
        length = len(marker_of(words))
        lines.append(TextLine(above, lead, words[:length], words[length:]))
        above = ""
    return lines, above


def marker_of(words: str) -> str:
    """The number or mark that a line opens with, with the blanks behind it; "" where it has none or nothing follows it."""
    for _, pattern in _KINDS:
        if found := pattern.match(words):
            rest = words[found.end() :].lstrip(BLANKS)
            return words[: len(words) - len(rest)] if rest else ""
    return ""


def kind_of(line: TextLine) -> str:
    """The kind of a line's mark, the mark itself where each is a kind of its own; 「【】」 for a line in brackets, "" for none."""
    if not line.marker:
        return BRACKETED if _BRACKETED.fullmatch(line.words.rstrip(BLANKS)) else ""
    kind = next(kind for kind, pattern in _KINDS if pattern.match(line.marker + line.words))
    return line.marker[0] if kind == "mark" else kind


def width(blanks: str) -> int:
    """How far blanks indent, in half widths."""
    return sum(4 if sign == "\t" else 2 if sign == "\u3000" else 1 for sign in blanks)
