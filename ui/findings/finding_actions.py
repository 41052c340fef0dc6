"""The actions for the chosen finding: its repair (直す), or 了解 with a reason typed in the same line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QPushButton, QStackedWidget, QWidget

from model.checks import Finding
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.widgets.buttons import push_button
from ui.widgets.editing.keyed_line import KeyedLine
from ui.widgets.labels import plain_tip
from ui.widgets.pane import EDITS

_BORDERS: Final = 30  # pixels left and right of the label of a button
_CLOSING: Final = "」』）】、。"
_BETWEEN: Final = 6  # pixels between two buttons
_REASON: Final = QT_TRANSLATE_NOOP("ui.findings", "理由（Enter で決定・Esc でやめる）")
_NO_REASON: Final = QT_TRANSLATE_NOOP("ui.findings", "理由を入力してください")


class FindingActions(QStackedWidget):
    """The buttons, or in their place the reason while it is typed."""

    repaired = Signal()
    acknowledged = Signal(object, str)  # a Finding, the reason; "" takes it back

    def __init__(self, parent: QWidget, earlier: Callable[[Finding], str]) -> None:
        """Make the line.

        Args:
            parent: the widget it stands in.
            earlier: the reason that was given for a finding while its figures were others; "" for none.
        """
        super().__init__(parent)
        self._earlier = earlier
        self._finding: Finding | None = None
        self._asked: Finding | None = None  # whose reason is typed
        self._from: QWidget | None = None  # where the focus was before
        buttons = QWidget(self)
        self.fix = WrappedButton(buttons)
        self.fix.setProperty(EDITS, True)
        self.fix.clicked.connect(self.repaired)
        self.acknowledge = push_button(
            translate("ui.findings", "了解…"), self._acknowledge, buttons, edits=True
        )
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, buttons)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_BETWEEN)
        self._row.addWidget(self.fix)
        self._row.addWidget(self.acknowledge, alignment=Qt.AlignmentFlag.AlignLeft)
        self._row.addStretch()
        self.reason = KeyedLine(
            self,
            {
                Qt.Key.Key_Return: lambda _: self._store_reason(),
                Qt.Key.Key_Escape: lambda _: self._end(),
            },
        )
        self.reason.setAccessibleName(translate("ui.findings", "了解の理由"))
        self.reason.setPlaceholderText(translate("ui.findings", _REASON))
        self.addWidget(buttons)
        self.addWidget(self.reason)
        self.offer(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus; no key is one of the list that the buttons stand in."""
        button = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QPushButton):
            button.click()
        event.accept()

    def fit(self, width: int) -> int:
        """Set the buttons beside or below each other, as a width has room for; the height that they need."""
        acknowledge = self.acknowledge.sizeHint()
        self.fix.fit(width)
        height = max(acknowledge.height(), self.reason.sizeHint().height())
        is_narrow = self.fix.isVisibleTo(self) and self.fix.whole + _BETWEEN + acknowledge.width() > width
        if is_narrow:
            self._row.setDirection(QBoxLayout.Direction.TopToBottom)
            height = self.fix.sizeHint().height() + _BETWEEN + acknowledge.height()
        else:
            self._row.setDirection(QBoxLayout.Direction.LeftToRight)
        return height

    def offer(self, finding: Finding | None) -> None:
        """Offer what can be done with a finding."""
        self._finding = finding
        fix = finding.fix if finding is not None and not finding.acknowledged else None
        self.fix.setVisible(fix is not None)
        if fix is not None:
            self.fix.set_label(
                fix.label, translate("ui.findings", "直す: {label}（Ctrl+.）").format(label=fix.label)
            )
        self.acknowledge.setVisible(finding is not None)
        if finding is not None and finding.acknowledged:
            self.acknowledge.setText(translate("ui.findings", "了解を取り消す"))
            self.acknowledge.setToolTip(translate("ui.findings", "この指摘をまた一覧に出します。"))
        else:
            self.acknowledge.setText(translate("ui.findings", "了解…"))
            self.acknowledge.setToolTip(
                translate(
                    "ui.findings",
                    "理由を付けて、いまの値のままでよいことにします。値が変わると、また出ます。（Ctrl+,）",
                )
            )

    def ask_reason(self, finding: Finding) -> None:
        """Have the reason typed for which a finding is acknowledged."""
        self._asked = finding
        self._from = QApplication.focusWidget()
        self.reason.setText(self._earlier(finding))  # often it still holds, and is only confirmed
        self.reason.selectAll()
        self.reason.setPlaceholderText(translate("ui.findings", _REASON))
        self.setCurrentWidget(self.reason)
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _acknowledge(self) -> None:
        if self._finding is None:
            return
        if self._finding.acknowledged:
            self.acknowledged.emit(self._finding, "")
        else:
            self.ask_reason(self._finding)

    def _store_reason(self) -> None:
        reason, finding = self.reason.text().strip(), self._asked
        if not reason or finding is None:
            self.reason.clear()
            self.reason.setPlaceholderText(translate("ui.findings", _NO_REASON))
            return
        self._end()
        self.acknowledged.emit(finding, reason)

    def _end(self) -> None:
        """Leave the finding open, and go back."""
        back, self._from, self._asked = self._from, None, None
        had_focus = self.reason.hasFocus()
        self.setCurrentIndex(0)
        if had_focus and back is not None:
            back.setFocus(Qt.FocusReason.OtherFocusReason)


class WrappedButton(QPushButton):
    """A button whose label stands in as many lines as it needs: no label widens the pane, and none is cut."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = ""

    def set_label(self, label: str, tip: str) -> None:
        """Set what the button is labelled with and its tooltip."""
        self._label = label
        self.setText(label)
        self.setToolTip(plain_tip(tip))
        self.setAccessibleName(label)

    def fit(self, width: int) -> None:
        """Break the label into lines that a width has room for."""
        room, lines = width - _BORDERS, [""]
        for letter in self._label:
            if lines[-1] and self.fontMetrics().horizontalAdvance(lines[-1] + letter) > room:
                taken = lines[-1][-1] if letter in _CLOSING else ""  # none of these begins a line
                lines[-1] = lines[-1].removesuffix(taken)
                lines.append(taken)
            lines[-1] += letter
        self.setText("\n".join(lines))

    @property
    def whole(self) -> int:
        """The width that the label needs to stand in one line."""
        return self.fontMetrics().horizontalAdvance(self._label) + _BORDERS
