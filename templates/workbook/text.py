"""Text for a workbook: what a cell may hold, how wide it prints, and where a long one is cut into rows.

Excel shows a row of at most 409 pt and hides what does not fit, so heights are computed here and kept on the safe
side: half-width characters are taken a little wider than a Windows font draws them, and one character of every line
is left to the rules that keep 「、」 and 「）」 from opening a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from templates.sheet.text_width import em_width

MAX_CELL_UNITS: Final = 32_767  # UTF-16 units Excel keeps in a cell
LINE_HEIGHT: Final = 1.45  # of the font size; Noto CJK needs 1.45, Windows fonts 1.33
INDENT: Final = 10.0  # pt of one step of a cell's indent: Excel takes 7, LibreOffice 10
POINTS: Final = 5.25  # of one unit of column width: 7 pixels at 96 dpi
MAX_LINES: Final = 6  # printed lines of one row: far below 409 pt, and a page is filled in small steps
_CUT_MARK: Final = "…（以下略）"

# Excel, or a person pressing F2 and Enter, would take a text that opens so for a formula; a Japanese Excel also the
# full-width ones.
_FORMULA_MARKS: Final = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")
_WORDS: Final = re.compile(r"[!-~]+|.", re.DOTALL)
_SENTENCE_ENDS: Final = "。！？」）"


class Paragraph(NamedTuple):
    """A row of narrative: its text without the leading half-width spaces, which became an indent."""

    text: str
    indent: int


def fit_cell(text: str) -> str:
    """The text, cut with a visible mark where it is longer than a cell can hold."""
    if len(text) * 2 <= MAX_CELL_UNITS or _units(text) <= MAX_CELL_UNITS:
        return text
    kept = text.encode("utf-16-le")[: (MAX_CELL_UNITS - len(_CUT_MARK)) * 2]
    return kept.decode("utf-16-le", "ignore") + _CUT_MARK


def chunks(text: str) -> Iterator[str]:
    """The text in pieces that each fit one cell; joined they are the text."""
    step = MAX_CELL_UNITS // 2  # characters outside the basic plane take two units
    for start in range(0, max(len(text), 1), step):
        yield text[start : start + step]


def opens_a_formula(text: str) -> bool:
    """Whether the text has to be marked as text (quotePrefix) so that it never becomes a formula."""
    return text.startswith(_FORMULA_MARKS)


def width(text: str, size: float) -> float:
    """The printed width of one line of text in pt."""
    return em_width(text) * size


def wrap(text: str, available: float, size: float) -> list[str]:
    """Break the text into printed lines as a spreadsheet does: between Japanese characters, not inside a word."""
    room = max(available - size, size * 2)
    lines: list[str] = []
    for line in text.split("\n"):
        if width(line, size) <= available - 1:
            lines.append(line)
            continue
        used, start = 0.0, len(lines)
        lines.append("")
        for word in _WORDS.findall(line):
            taken = (em_width(word) * size) if len(word) == 1 else width(word, size)
            if used and used + taken > room:
                lines.append("")
                used = 0.0
            if taken > room:  # a word longer than the line is broken anywhere
                fitting = max(1, int(room / (size * 0.56)))
                broken = [word[begin : begin + fitting] for begin in range(0, len(word), fitting)]
                lines[-1] += broken[0]
                lines += broken[1:]
                used = width(broken[-1], size)
            else:
                lines[-1] += word
                used += taken
        if not lines[-1] and len(lines) - start > 1:
            lines.pop()
    return lines


def pieces(text: str, available: float, size: float) -> list[str]:
    """Cut a text that one row cannot show into rows, after a sentence where there is one near; nothing is lost."""
    if ("\n" not in text and width(text, size) <= available - 1) or len(
        wrap(text, available, size)
    ) <= MAX_LINES:
        return [text]
    found: list[str] = []
    start = 0
    while start < len(text):
        head = _opening(text, start, available, size)
        found.append(head)
        start += len(head)
        start += text.startswith("\n", start)
    return found


def paragraphs(text: str, available: float, size: float) -> Iterator[Paragraph]:
    """The rows of a narrative: one per paragraph, long ones cut, so that a page can break between any two.

    Leading half-width spaces are a writer's indent and become one. The width of the cell and the size of the letters are pt.
    """
    for line in text.split("\n"):
        stripped = line.lstrip(" ")
        indent = min((len(line) - len(stripped) + 1) // 2, 15)
        for piece in pieces(stripped.rstrip(), available - indent * INDENT, size):
            yield Paragraph(piece, indent)


def break_label(label: str, available: float, size: float) -> str:
    """A column heading on lines that fit: broken before a bracket or after 「・」, else into even halves."""
    if width(label, size) <= available or "\n" in label:
        return label
    fits_twice = width(label, size) <= 2 * available
    for mark in re.finditer(r"(?<=・)|(?=[(（])", label) if fits_twice else ():
        head, tail = label[: mark.start()], label[mark.start() :]
        if head and max(width(head, size), width(tail, size)) <= available:
            return f"{head}\n{tail}"
    middle = (len(label) + 1) // 2
    return f"{label[:middle]}\n{label[middle:]}"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _opening(text: str, start: int, available: float, size: float) -> str:
    """As much of the text from an index on as one row shows."""
    # Twice what one row can hold at most is enough to look at.
    looked_at = text[start : start + int(available / (size * 0.56) + 1) * MAX_LINES * 2]
    lines = wrap(looked_at, available, size)
    if len(lines) <= MAX_LINES:
        return looked_at
    length = 0
    for line in lines[:MAX_LINES]:
        length += len(line)
        if looked_at[length : length + 1] == "\n":
            length += 1
    head = looked_at[:length].removesuffix("\n")
    end = max(head.rfind(mark) for mark in _SENTENCE_ENDS) + 1
    end = max(end, head.rfind("\n"))
    return head[:end] if end > length // 2 else head
