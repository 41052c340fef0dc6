"""The style of one cell: everything the delegate needs to paint it, asked of the model in one call.

Qt's own way asks a Python model some ten times for each cell; with a screen full of cells that is felt in every
keystroke.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from model.standard.parts import Severity
from model.values.pattern import lazy_pattern
from ui.widgets.style import INK

INDENT: Final = 18  # pixels for each level of parts
GRIP: Final = 16  # pixels at the left of a line's 内容, by which it is dragged
PADDING: Final = 5  # pixels left and right of the text of a cell


_LONG_WORD: Final = lazy_pattern(r"[!-~]{14,}")
_AT_WORDS: Final = int(Qt.TextFlag.TextWordWrap)
_ANYWHERE: Final = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)


def wrapping(text: str) -> int:
    """How words are broken into lines: never inside a number (1,／800), but a long address anywhere."""
    return _ANYWHERE if _LONG_WORD.search(text) else _AT_WORDS


class CellState(StrEnum):
    """Whether a figure was typed, is derived, or is declared (typed over a derived one)."""

    TYPED = "typed"
    DERIVED = "derived"
    DECLARED = "declared"


class CellStyle(msgspec.Struct, frozen=True):
    """How a cell looks."""

    text: str
    is_words: bool  # left, wrapped; figures stand right, in the middle
    colour: QColor = INK
    fill: QColor | None = None
    is_bold: bool = False
    depth: int = 0
    margin: int = 0  # pixels kept free before the text
    severity: Severity | None = None
    state: CellState = CellState.TYPED
