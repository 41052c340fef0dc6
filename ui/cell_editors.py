"""Editors inside table cells: they send each keystroke, keep Excel's keys, and are never rewritten while typed in."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.editors import LineField, UndoBelongsToDocument
from ui.style import ACCENT, SEVERITY_COLOURS
from ui.table_model import CellModel, CellRole, CellState

Index: TypeAlias = QModelIndex | QPersistentModelIndex
MARK_WIDTH = 20  # the ↺ at the left of a declared figure, in pixels


class CellTextEditor(QPlainTextEdit):
    """Text of a cell, of several lines where it wraps; Alt+Enter breaks the line, as in Excel."""

    textEdited = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_composing = False
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(1)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.installEventFilter(UndoBelongsToDocument(self))
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def text(self) -> str:
        """What stands in the editor."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Put text in without telling that it was typed."""
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note whether text is being composed; tell of it only when it is committed."""
        self.is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if not self.is_composing:
            self._changed()

    def _changed(self) -> None:
        if not self.is_composing:
            self.textEdited.emit(self.toPlainText())

    def _grow(self) -> None:
        lines = int(self.document().documentLayout().documentSize().height())
        wanted = lines * self.fontMetrics().lineSpacing() + 8
        if wanted > self.height():
            self.resize(self.width(), wanted)


class CellDelegate(QStyledItemDelegate):
    """Opens the editor that a cell needs and paints what a plain cell cannot: ↺, a finding's corner, indents."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor of a cell, filled once; from then on only the writer changes it."""
        model = _model(index)
        choices = model.choices(index)
        if choices:
            combo = QComboBox(parent)
            combo.addItems([label for _, label in choices])
            typed = model.typed_text(index)
            combo.setCurrentIndex(next((i for i, (key, _) in enumerate(choices) if key == typed), -1))
            persistent = QPersistentModelIndex(index)
            combo.installEventFilter(UndoBelongsToDocument(combo))
            combo.activated.connect(lambda at: self._typed(persistent, choices[at][0]))
            return combo
        editor: LineField | CellTextEditor
        if model.is_text(index):
            editor = CellTextEditor(parent)
        else:
            editor = LineField(parent)
            editor.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        editor.setText(model.typed_text(index))
        if isinstance(editor, LineField):
            editor.selectAll()
        else:
            cursor = editor.textCursor()
            cursor.select(cursor.SelectionType.Document)
            editor.setTextCursor(cursor)
        persistent = QPersistentModelIndex(index)
        signal = editor.typed if isinstance(editor, LineField) else editor.textEdited
        signal.connect(lambda: self._typed(persistent, editor.text()))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Leave the editor alone: it was filled when it opened, and what is typed in it is already in the document."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """End the typing: every keystroke is in the document already."""
        if isinstance(model, CellModel):
            model.seal()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Fill the cell; a text editor may be higher than its row."""
        rect = QRect(option.rect)
        if isinstance(editor, CellTextEditor):
            rect.setHeight(max(rect.height(), editor.height() if editor.isVisible() else 0))
        editor.setGeometry(rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Tab, arrows and Esc mean in an editor what they mean in Excel; the table decides where to go."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QWidget)
        ):
            table = self.parent()
            handle = getattr(table, "key_in_editor", None)
            if handle is not None and handle(watched, event):
                return True
        return super().eventFilter(watched, event)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell, then the mark of a declared figure and the corner of a finding."""
        indent = int(index.data(CellRole.INDENT) or 0)
        if indent:
            option = QStyleOptionViewItem(option)
            option.rect.setLeft(option.rect.left() + indent * 18)
        super().paint(painter, option, index)
        severity = index.data(CellRole.SEVERITY)
        if index.data(CellRole.STATE) == CellState.DECLARED:
            painter.save()
            painter.setPen(QPen(ACCENT))
            painter.drawText(
                QRect(option.rect.left(), option.rect.top(), MARK_WIDTH, option.rect.height()),
                Qt.AlignmentFlag.AlignCenter,
                "↺",
            )
            painter.restore()
        table = self.parent()
        if isinstance(table, QAbstractItemView) and table.hasFocus() and index == table.currentIndex():
            painter.save()
            painter.setPen(QPen(ACCENT, 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
            painter.restore()
        if severity:
            painter.save()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(SEVERITY_COLOURS[severity])
            corner = option.rect.topRight()
            painter.drawPolygon([corner, corner + QPoint(-8, 0), corner + QPoint(0, 8)])
            painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """One click on ↺ returns a declared figure to the derived one."""
        if (
            event.type() == QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and isinstance(model, CellModel)
            and index.data(CellRole.STATE) == CellState.DECLARED
            and event.position().x() - option.rect.left() < MARK_WIDTH
        ):
            model.return_to_derived(index)
            return True
        return super().editorEvent(event, model, option, index)

    def _typed(self, index: QPersistentModelIndex, text: str) -> None:
        model = index.model()
        if isinstance(model, CellModel):
            model.type_text(index, text)


def _model(index: Index) -> CellModel:
    model = index.model()
    assert isinstance(model, CellModel)
    return model
