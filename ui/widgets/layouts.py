"""Layouts made in one call: parts below or beside each other, with their margins and spacing."""

from __future__ import annotations

from typing import TypeAlias, TypeVar

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

Part: TypeAlias = QWidget | QLayout | None
Margins: TypeAlias = int | tuple[int, int, int, int]
"""Pixels on all sides, or left, above, right and below."""
_Box = TypeVar("_Box", bound=QBoxLayout)


def lay_column(
    parent: QWidget | None,
    *parts: Part,
    margins: Margins = 0,
    spacing: int | None = None,
    wide: QWidget | QLayout | None = None,
) -> QVBoxLayout:
    """Lay parts out below each other.

    Args:
        parent: the widget they stand in; None for a part of another layout.
        parts: widgets and layouts from the top down; None is empty room that grows.
        margins: the room around them.
        spacing: pixels between two of them; None for the usual.
        wide: the part that takes the room that is left.
    """
    return _filled(QVBoxLayout(parent) if parent else QVBoxLayout(), parts, margins, spacing, wide)


def lay_row(
    parent: QWidget | None,
    *parts: Part,
    margins: Margins = 0,
    spacing: int | None = None,
    wide: QWidget | QLayout | None = None,
) -> QHBoxLayout:
    """Lay parts out beside each other; the arguments are those of ``lay_column``."""
    return _filled(QHBoxLayout(parent) if parent else QHBoxLayout(), parts, margins, spacing, wide)


def _filled(
    box: _Box,
    parts: tuple[Part, ...],
    margins: Margins,
    spacing: int | None,
    wide: QWidget | QLayout | None,
) -> _Box:
    box.setContentsMargins(*((margins,) * 4 if isinstance(margins, int) else margins))
    if spacing is not None:
        box.setSpacing(spacing)
    for part in parts:
        if part is None:
            box.addStretch()
        elif isinstance(part, QLayout):
            box.addLayout(part, int(part is wide))
        else:
            box.addWidget(part, int(part is wide))
    return box
