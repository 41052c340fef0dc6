"""Cut, copy, paste, empty and fill: what the menus do to the table or the field that is worked in, and whether it would do something."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal, TypeAlias

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.tables.selected_cells import SelectedCells
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
            _acts_on_table(field)[act]()
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
        return has_text and SelectedCells(field).can_do(act)
    if isinstance(field, LineField | TextEditor) and act in ("cut", "copy", "paste", "clear"):
        is_selected = act == "paste" or field.has_selection
        return has_text and is_selected and (act in _READS or not field.isReadOnly())
    return False


def _worked_in(act: CellAct, target: QWidget | None) -> QWidget | None:
    """The table or the field that an act is for: filling is the table's, also from the editor of a cell."""
    if act in _FILLS:
        return table_around(target)
    return target.line if isinstance(target, ChoiceField) else target


def _acts_on_table(table: SheetTable) -> dict[CellAct, Callable[[], object]]:
    selected = SelectedCells(table)
    return {
        "cut": selected.cut,
        "copy": selected.copy,
        "copy_with_headings": lambda: selected.copy(with_headings=True),
        "paste": selected.paste,
        "clear": table.clear_selection_cells,
        "fill_down": selected.fill_down,
        "take_previous": selected.take_previous,
    }
