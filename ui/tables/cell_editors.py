"""Editors inside table cells: they send each keystroke, keep Excel's keys, and are never rewritten while typed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from shiboken6 import isValid

from ui.tables.table_model import CellModel, Index
from ui.widgets.cell_style import INDENT, PADDING, CellState, wrapping
from ui.widgets.editing.editors import LineField, TextEditor, WindowMenuKeys
from ui.widgets.severity_mark import CELL_MARK_SIZE, paint_mark
from ui.widgets.style import ACCENT, SELECTION, SELECTION_LEFT, bold, ink, paper

if TYPE_CHECKING:
    from ui.widgets.editing.cell_text import CellTextEditor
    from ui.widgets.editing.figure_editor import FigureEditor

MARK_WIDTH = 20  # the ↺ at the left of a declared figure, in pixels


_FIGURES: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_WIDEST_DIGIT: Final = (
    12 / 10.5
)  # pixels for each point of the font; a shorter text surely fits and is not measured
_SMALLEST: Final = 0.72  # of the font's size
_CENTRED: Final = int(Qt.AlignmentFlag.AlignCenter)
_WORDS: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class CellDelegate(QStyledItemDelegate):
    """Opens the editor that a cell needs, and paints cells from their style.

    The editors are imported when one is first opened: the first paint does without them.

    Attributes:
        figure_editor: kept between cells, since making and styling one costs a good part of the keystroke that opens a
            cell; None before the first.
    """

    figure_editor: FigureEditor | None = None
    _bold: QFont | None = None
    _figure_index: QPersistentModelIndex | None = None

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor of a cell, filled once; from then on only the writer changes it."""
        editor = self._editor(parent, index)
        editor.setAccessibleName(_cell_name(index))
        return editor

    def _editor(self, parent: QWidget, index: Index) -> QWidget:
        model = _model(index)
        persistent = QPersistentModelIndex(index)
        if choices := model.choices(index):
            combo = QComboBox(parent)
            combo.addItems([label for _, label in choices])
            keys, typed = [key for key, _ in choices], model.typed_text(index)
            combo.setCurrentIndex(keys.index(typed) if typed in keys else -1)
            combo.installEventFilter(WindowMenuKeys(combo))
            combo.activated.connect(lambda index: self._typed(persistent, choices[index][0]))
            return combo
        editor: LineField | CellTextEditor
        if model.completes(index):
            from ui.widgets.editing.completing_editor import CompletingEditor

            editor = CompletingEditor(parent, lambda typed: model.completions(persistent, typed))
        elif model.is_text(index):
            from ui.widgets.editing.cell_text import CellTextEditor

            editor = CellTextEditor(parent)
        elif model.takes_basis(index):
            return self._figure_editor(parent, model, persistent)
        else:
            editor = LineField(parent)
            editor.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        editor.setText(model.typed_text(index))
        editor.selectAll()
        editor.typed.connect(lambda: self._typed(persistent, editor.text()))
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Keep the editor of figures for the next cell."""
        if editor is not self.figure_editor:
            super().destroyEditor(editor, index)

    def _figure_editor(self, parent: QWidget, model: CellModel, index: QPersistentModelIndex) -> FigureEditor:
        """The editor of figures, filled with the text of a cell, all of it selected."""
        from ui.widgets.editing.figure_editor import FigureEditor

        editor = self.figure_editor
        if editor is None or not isValid(editor) or editor.isVisible():
            editor = self.figure_editor = FigureEditor(parent)
            editor.typed.connect(self._figure_typed)
        self._figure_index = index
        editor.begin(model.typed_text(index))
        return editor

    def _figure_typed(self) -> None:
        if self.figure_editor is not None and self._figure_index is not None:
            self._typed(self._figure_index, self.figure_editor.text())
            _show_hint(self.figure_editor, self._figure_index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Does nothing: the editor was filled when it opened, and its text is in the document already."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """End the typing: every keystroke is in the document already."""
        if isinstance(model, CellModel):
            model.seal()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Fill the cell; a text editor may be higher than its row."""
        rect = QRect(option.rect)
        if self.figure_editor is not None and editor is self.figure_editor:
            self.figure_editor.stand_in(rect)
            _show_hint(self.figure_editor, index)
            return
        if isinstance(editor, TextEditor):
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
        """Paint the cell from its style: fill, text, the ↺ of a declared figure, the corner of a finding, the cursor."""
        table = self.parent()
        if not isinstance(table, QAbstractItemView):
            return
        cell_style, rect = _model(index).style_at(index), option.rect
        if table.selectionModel().isSelected(_plain(index)):
            painter.fillRect(rect, paper(SELECTION_LEFT if getattr(table, "is_left", False) else SELECTION))
        elif cell_style.fill is not None:
            painter.fillRect(rect, paper(cell_style.fill))
        painter.setFont(self._bold_font(table) if cell_style.is_bold else table.font())
        painter.setPen(ink(cell_style.colour))
        within = rect.adjusted(PADDING + cell_style.margin + cell_style.depth * INDENT, 0, -PADDING, 0)
        if cell_style.is_words:
            painter.drawText(within, _WORDS | wrapping(cell_style.text), cell_style.text)
        else:
            painter.drawText(within, _FIGURES, fitting_figure(painter, cell_style.text, within.width()))
        if linked := _model(index).linked_at(index):
            from ui.widgets.editing.linked_marks import paint_linked  # few requests have any

            paint_linked(painter, within, cell_style.text, linked, is_wrapped=cell_style.is_words)
        if cell_style.state is CellState.DECLARED:
            painter.setPen(ink(ACCENT))
            painter.drawText(QRect(rect.left(), rect.top(), MARK_WIDTH, rect.height()), _CENTRED, "↺")
        if cell_style.severity is not None:
            # In the corner where the text does not begin: words stand left, figures right.
            left = rect.right() - CELL_MARK_SIZE - 1 if cell_style.is_words else rect.left() + 2
            paint_mark(painter, cell_style.severity, left, rect.top() + 2, CELL_MARK_SIZE)
        if _model(index).sticky_at(index):
            from ui.widgets.sticky_mark import paint_sticky  # few requests have any

            paint_sticky(painter, rect)
        if index == table.currentIndex() and (table.hasFocus() or getattr(table, "is_pointed_at", False)):
            painter.setPen(QPen(ink(ACCENT), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _bold_font(self, table: QWidget) -> QFont:
        font = table.font()
        if self._bold is None or (self._bold.family(), self._bold.pointSizeF()) != (
            font.family(),
            font.pointSizeF(),
        ):
            self._bold = bold(font)
        return self._bold

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """One click on ↺ returns a declared figure to the derived one."""
        if (
            event.type() == QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and isinstance(model, CellModel)
            and model.state_at(index) is CellState.DECLARED
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


def _show_hint(editor: FigureEditor, index: Index) -> None:
    """Show below the editor what its expression gives, or where it cannot be read."""
    model = index.model()
    if isinstance(model, CellModel) and index.isValid():
        outcome = model.outcome_at(index)
        editor.show_hint(model.hint_at(index))
        editor.mark(outcome.trouble.at if outcome and outcome.trouble else None)


def _cell_name(index: Index) -> str:
    """What a screen reader says of a cell: the words of its row and its heading."""
    model = index.model()
    row = model.index(index.row(), 0).data()
    heading = model.headerData(index.column(), Qt.Orientation.Horizontal) or model.headerData(
        index.row(), Qt.Orientation.Vertical
    )
    return " ".join(" ".join(filter(None, (str(row or ""), str(heading or "")))).split())


def _plain(index: Index) -> QModelIndex:
    """The index itself: Qt passes plain ones when it paints."""
    assert isinstance(index, QModelIndex)
    return index


def fitting_figure(painter: QPainter, text: str, width: int) -> str:
    """The text of a figure as the width allows: smaller where need be, 「####」 where even that is cut off.

    A figure that loses its first digits would be read as another figure.
    """
    if len(text) * _WIDEST_DIGIT * painter.font().pointSizeF() <= width:
        return text
    needed = painter.fontMetrics().horizontalAdvance(text)
    if needed <= width:
        return text
    font = QFont(painter.font())
    font.setPointSizeF(font.pointSizeF() * max(_SMALLEST, width / needed * 0.98))
    painter.setFont(font)
    return text if painter.fontMetrics().horizontalAdvance(text) <= width else "####"
