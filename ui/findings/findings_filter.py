"""Which findings are listed: those of some severities, those that were acknowledged, those of one section."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QToolButton, QWidget

from model.checks import SEVERITY_LABELS, Finding, Findings
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.widgets.editing.choices import ChoiceList
from ui.widgets.labels import plain_tip
from ui.widgets.layouts import lay_column, lay_row
from ui.widgets.severity_mark import MARK_LETTERS, severity_word

_ACKNOWLEDGED: Final = "acknowledged"
_MOST_ROWS: Final = 3
_GAP: Final = 4  # pixels between two buttons
_EVERYWHERE: Final = QT_TRANSLATE_NOOP("ui.findings", "すべての項目")


class FindingsFilter(QWidget):
    """A button for each severity and for 了解済み, and a list of the form's sections."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QToolButton] = {}
        self.section = ChoiceList(self)
        self.section.setAccessibleName(translate("ui.findings", "指摘の項目"))
        self.section.addItem(translate("ui.findings", _EVERYWHERE), "")
        self.section.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.section.setMinimumContentsLength(6)
        for key, word in _words().items():
            button = self.buttons[key] = QToolButton(self)
            button.setObjectName("filter")
            button.setText(word)
            button.setCheckable(True)
            button.setChecked(key != _ACKNOWLEDGED)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolTip(
                plain_tip(translate("ui.findings", "{word}を一覧に出す・出さない").format(word=word))
            )
            button.toggled.connect(lambda _: self.changed.emit())
        self.section.currentIndexChanged.connect(lambda _: self.changed.emit())
        self._rows = [lay_row(None, spacing=_GAP) for _ in range(_MOST_ROWS)]
        lay_column(self, *self._rows, spacing=6)
        self._arranged: list[Sequence[QWidget]] = []
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the buttons the rows that they need in this width."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the severities into one row, or into two where they do not fit beside each other."""
        *severities, acknowledged = self.buttons.values()
        room = sum(button.sizeHint().width() + _GAP for button in severities) - _GAP
        wanted: list[Sequence[QWidget]] = [severities, [self.section, acknowledged]]
        if room > self.width():
            wanted = [severities[:2], [*severities[2:], acknowledged], [self.section]]
        if wanted == self._arranged:
            return
        self._arranged = wanted
        for row in self._rows:
            while row.takeAt(0) is not None:
                pass
        for row, widgets in zip(self._rows, wanted, strict=False):
            for widget in widgets:
                row.addWidget(widget, int(widget is self.section))
            if self.section not in widgets:
                row.addStretch()

    @property
    def chosen_section(self) -> str:
        """The key of the section whose findings alone are listed; "" for all."""
        return str(self.section.currentData() or "")

    def lists(self, finding: Finding) -> bool:
        """Whether a finding is among the severities that are listed; its section is not asked."""
        key = _ACKNOWLEDGED if finding.acknowledged else finding.severity
        return self.buttons[key].isChecked()

    def show_counts(self, findings: Findings) -> None:
        """Say on the buttons how many findings there are of each kind."""
        counts: dict[str, int] = dict.fromkeys(self.buttons, 0)
        for finding in findings.all:
            counts[finding.severity] += 1
        counts[_ACKNOWLEDGED] = len(findings.acknowledged)
        for key, word in _words().items():
            mark = next((letter for severity, letter in MARK_LETTERS.items() if severity == key), "")
            text = f"{mark}{word} {counts[key]}"
            if text != self.buttons[key].text():
                self.buttons[key].setText(text)
        self._arrange()

    def offer_sections(self, titles: Mapping[str, str]) -> None:
        """Offer the sections of the form; the chosen one stays chosen while it is there."""
        wanted = [("", translate("ui.findings", _EVERYWHERE)), *titles.items()]
        index = range(self.section.count())
        if wanted == [(str(self.section.itemData(i) or ""), self.section.itemText(i)) for i in index]:
            return
        chosen = self.chosen_section
        with QSignalBlocker(self.section):
            self.section.clear()
            for key, title in wanted:
                self.section.addItem(title, key)
            self.section.setCurrentIndex(
                max(0, [key for key, _ in wanted].index(chosen) if chosen in titles else 0)
            )


def _words() -> dict[str, str]:
    """The words of the buttons by their keys."""
    severities = {str(severity): severity_word(severity) for severity in SEVERITY_LABELS}
    return severities | {_ACKNOWLEDGED: translate("ui.findings", "了解済み")}
