"""The quiet row above the cost tables: words that narrow them down, a choice of order, and what is being shown."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.costs.cost_rows import Order, RowView
from ui.costs.cost_table import CostTable
from ui.costs.row_actions import NO_MOVES
from ui.language import translate
from ui.widgets.buttons import push_button
from ui.widgets.editing.choices import ChoiceList
from ui.widgets.editing.enclosing import enclosing
from ui.widgets.editing.keyed_line import KeyActs, KeyedLine
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import lay_column, lay_row

_PAUSE_MS: Final = (
    150  # after a letter: thousands of rows are laid out for a word, not for each of its letters
)


class WordsField(KeyedLine):
    """The words that lines are to have; Esc takes them away, Enter and ↓ go on to the table."""

    def __init__(self, bar: ViewBar) -> None:
        acts: KeyActs = {
            Qt.Key.Key_Escape: lambda _: bar.clear(),
            Qt.Key.Key_Return: lambda _: bar.go_on(),
            Qt.Key.Key_Down: lambda _: bar.go_on(),
        }
        super().__init__(bar, acts)
        self._bar = bar
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def focusNextPrevChild(self, next_child: bool) -> bool:
        """Tab goes on to the choice of an order."""
        if not next_child:
            return super().focusNextPrevChild(next_child)
        self._bar.order.setFocus(Qt.FocusReason.TabFocusReason)
        return True


class OrderChoice(ChoiceList):
    """The choice of an order; the page scrolls over it."""

    def __init__(self, bar: ViewBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.addItems([translate("ui.costs", order.value) for order in Order])

    def focusNextPrevChild(self, next_child: bool) -> bool:
        """Tab goes on to the lines, Shift+Tab back to the words."""
        if next_child:
            self._bar.go_on()
        else:
            self._bar.take_focus()
        return True


class ViewBar(QWidget):
    """Narrows the cost tables down and orders them, on the screen alone.

    Tab passes it by on the way through the form, in which one writes; Ctrl+Shift+L leads to it.
    """

    def __init__(self, table: CostTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self._page: QScrollArea | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.apply)
        self.words = WordsField(self)
        self.words.setPlaceholderText(translate("ui.costs", "内容・備考の言葉"))
        self.words.setAccessibleName(translate("ui.costs", "所要経費の絞り込み"))
        self.words.setMaximumWidth(320)
        self.words.typed.connect(self._pause.start)
        self.order = OrderChoice(self)
        self.order.setAccessibleName(translate("ui.costs", "所要経費の並べ替え"))
        self.order.activated.connect(self.apply)
        self.state = PlainLabel(self, wraps=True)
        self._clear = push_button(
            translate("ui.costs", "解除"),
            self.clear,
            self,
            tip=translate("ui.costs", "表をもとの順に、すべての行を表示します"),
        )
        self._line = QFrame(self)
        self._line.setObjectName("viewWords")
        self._lay_out()
        table.view_changed.connect(self._show)
        table.refused.connect(lambda: self._show(translate("ui.costs", NO_MOVES)))
        self._show()

    def take_focus(self) -> None:
        """Make the words ready to be typed."""
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self._keep_in_sight()

    def apply(self) -> None:
        """Show what is asked for."""
        self._pause.stop()
        self._table.choose_view(RowView(self.words.text(), list(Order)[self.order.currentIndex()]))

    def clear(self) -> None:
        """Show the sheet as it is."""
        self._pause.stop()
        self.words.clear()
        self.order.setCurrentIndex(0)
        self.apply()

    def go_on(self) -> None:
        """Go to the first line that is shown."""
        self.apply()
        self._table.go_to_first_line()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the page from now on: tables are as high as their lines, and fewer of them move it."""
        super().showEvent(event)
        page = enclosing(self, QScrollArea)
        if self._page is None and page is not None:
            self._page = page
            page.verticalScrollBar().rangeChanged.connect(self._keep_in_sight)

    # --- private ---

    def _keep_in_sight(self) -> None:
        """Have the row and what it shows in sight while one types in it."""
        focus = self.focusWidget()
        if self._page is not None and focus is not None and focus.hasFocus():
            self._page.ensureWidgetVisible(self, 0, 120)

    def _lay_out(self) -> None:
        choices = lay_row(None)
        for words, widget in (
            (translate("ui.costs", "絞り込み"), self.words),
            (translate("ui.costs", "並べ替え"), self.order),
        ):
            label = PlainLabel(words, self, kind="hint")
            label.setBuddy(widget)
            choices.addWidget(label)
            choices.addWidget(widget, int(widget is self.words))
            choices.addSpacing(12)
        choices.addStretch(1)
        lay_row(self._line, self.state, self._clear, margins=(10, 4, 6, 4), wide=self.state)
        lay_column(self, choices, self._line, spacing=6)

    def _show(self, reason: str = "") -> None:
        """Show the table's view, which may have ended for a hidden cell, and why what was asked for is not done in it."""
        view = self._table.view
        self._line.setVisible(view.is_active)
        if not self._pause.isActive() and view.words != self.words.text() and not view.is_active:
            self.words.clear()
        self.order.setCurrentIndex(list(Order).index(view.order))
        if view.is_active:
            shown, lines = self._table.model_of_costs.counts
            what = (
                translate("ui.costs", "絞り込み中") if view.filters else translate("ui.costs", "並べ替え中")
            )
            how_many = (
                translate("ui.costs", "{lines:,}行のうち{shown:,}行").format(lines=lines, shown=shown)
                if view.filters
                else translate("ui.costs", view.order.value)
            )
            self.state.setText(
                translate(
                    "ui.costs",
                    "{what}: {how_many}。並べ替えと絞り込みは画面だけで、要求書は変わりません。{reason}",
                ).format(what=what, how_many=how_many, reason=reason)
            )
