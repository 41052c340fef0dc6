"""The editor of a cell of the desk's table: a list for a result, a line for an amount or a comment."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QValidator
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from model.register.filled import RefusedDecisionError
from model.standard.standard import Standard
from ui.desk.desk_data import amount_of
from ui.desk.desk_model import DeskModel, Index
from ui.language import translate
from ui.widgets.editing.editors import LineField

_ENDS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class _Amount(QValidator):
    """Leaves an editor open while what stands in it is no amount, so that it is not lost."""

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Whether it is an amount."""
        try:
            amount_of(text)
        except RefusedDecisionError:
            return QValidator.State.Intermediate, text, place
        return QValidator.State.Acceptable, text, place


class LineEditor(QStyledItemDelegate):
    """Edits every cell in a line that knows of the input method."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor of a cell."""
        return LineField(parent)


class CellEditor(LineEditor):
    """Makes the editors."""

    refused = Signal(str)  # what was typed and is not taken

    def __init__(self, standard: Standard, parent: QWidget) -> None:
        super().__init__(parent)
        self._standard = standard

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor of a cell."""
        model = index.model()
        assert isinstance(model, DeskModel)
        column = model.columns[index.column()]
        field = column.field
        if field is not None and field.kind == "result":
            choice = QComboBox(parent)
            choice.setLineEdit(LineField(choice))  # so that 「計上」 can be typed, as in every other cell
            choice.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            choice.addItems(["", *self._standard.results])
            choice.setAccessibleName(column.heading)
            return choice
        line = LineField(parent)
        line.setAccessibleName(column.heading)
        if field is not None and field.kind == "amount":
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
            line.setValidator(_Amount(line))
            line.setToolTip(translate("ui.desk", "千円の整数"))
        return line

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Say what is not taken: where an editor is left, or Enter is pressed, with text that is no amount."""
        is_left = event.type() == QEvent.Type.FocusOut
        is_entered = (
            isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENDS
        )
        if (is_left or is_entered) and isinstance(editor, QLineEdit) and not editor.hasAcceptableInput():
            said = translate(
                "ui.desk",
                "「{text}」は額として読めないので、入力されていません。千円の整数を入れてください。",
            )
            self.refused.emit(said.format(text=editor.text()))
        return super().eventFilter(editor, event)

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Begin with what stands in the cell."""
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentText(text)
            if (line := editor.lineEdit()) is not None:
                line.selectAll()  # what is typed takes its place
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Take what stands in the editor."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())
