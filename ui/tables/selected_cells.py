"""Cut, copy, paste, empty and fill: what the menus do to the table or the field that is worked in, and whether it would do something."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, Literal, TypeAlias

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.tables.cell_clipboard import copy_cells, paste_cells
from ui.tables.selection import selected_blocks
from ui.tables.sheet_table import SheetTable, table_around
from ui.widgets.editing.choices import ChoiceField
from ui.widgets.editing.editors import LineField, TextEditor

CellAct: TypeAlias = Literal[
    "cut", "copy", "copy_with_headings", "paste", "clear", "fill_down", "take_previous"
]
_READS: Final = ("copy", "copy_with_headings")
_FILLS: Final = ("fill_down", "take_previous")


def run(act: CellAct, target: QWidget | None) -> None:
    """Do it to a table or a field; nothing while the input method composes there, or to what is neither."""
    field = _worked_in(act, target)
    if isinstance(field, SheetTable):
        if act in _FILLS:
            field.finish_typing()
        if not getattr(field.open_editor(), "is_composing", False):
            field.is_read = True
            _ON_TABLE[act](field)
    elif isinstance(field, LineField | TextEditor) and not field.is_composing:
        acts: dict[CellAct, Callable[[], object]] = {
            "cut": field.cut,
            "copy": field.copy,
            "paste": field.paste,
            "clear": field.delete_selection,
        }
        acts.get(act, lambda: None)()


def is_possible(act: CellAct, target: QWidget | None) -> bool:
    """Whether it would do something now."""
    field = _worked_in(act, target)
    has_text = act != "paste" or bool(QGuiApplication.clipboard().text())
    if isinstance(field, SheetTable):
        return has_text and _can_do(act, field)
    if isinstance(field, LineField | TextEditor) and act in ("cut", "copy", "paste", "clear"):
        is_selected = act == "paste" or field.has_selection
        return has_text and is_selected and (act in _READS or not field.isReadOnly())
    return False


def _worked_in(act: CellAct, target: QWidget | None) -> QWidget | None:
    """The table or the field that an act is for: filling is the table's, also from the editor of a cell."""
    if act in _FILLS:
        return table_around(target)
    return target.line if isinstance(target, ChoiceField) else target


def _can_do(act: CellAct, table: SheetTable) -> bool:
    """Whether an act on the selected cells of a table would do something."""
    cells = table.cells
    if not table.currentIndex().isValid():
        return False
    if act in _READS:
        return True
    if cells.is_locked:
        return False
    if act == "fill_down":
        return any(bottom > 0 for _, _, bottom, _ in _blocks(table))
    if act == "take_previous":
        return any(cells.has_previous(*block) for block in _blocks(table))
    holds = cells.holds_something if act in ("cut", "clear") else cells.place_at
    return any(holds(cells.index(row, column)) for top, left, bottom, right in _blocks(table)
               for row in range(top, bottom + 1) for column in range(left, right + 1))  # fmt: skip


def _blocks(table: SheetTable) -> list[tuple[int, int, int, int]]:
    """The blocks as (top, left, bottom, right), without hidden columns at their right."""
    blocks = []
    for block in selected_blocks(table):
        right = block.right()
        while table.isColumnHidden(right):
            right -= 1
        blocks.append((block.top(), block.left(), block.bottom(), right))
    return blocks


def _cut(table: SheetTable) -> None:
    copy_cells(table, table.cells)
    table.clear_selection_cells()


def _fill_down(table: SheetTable) -> None:
    """Copy the top cells into those below them; a single cell takes what stands above it."""
    for block in _blocks(table):
        table.cells.fill_down(*block)


def _take_previous(table: SheetTable) -> None:
    """Take last year's amounts into the cells of this year, and say what came of it."""
    for block in _blocks(table):
        table.show_message(table.cells.take_previous(*block))


_ON_TABLE: Final[Mapping[CellAct, Callable[[SheetTable], object]]] = {
    "cut": _cut,
    "copy": lambda table: copy_cells(table, table.cells),
    "copy_with_headings": lambda table: copy_cells(table, table.cells, with_headings=True),
    "paste": lambda table: table.show_message(paste_cells(table, table.cells)),
    "clear": lambda table: table.clear_selection_cells(),
    "fill_down": _fill_down,
    "take_previous": _take_previous,
}
