"""The list of the form's sections, with a mark where a section has findings."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.language import translate
from ui.widgets.labels import plain_tip
from ui.widgets.style import INK, SEVERITY_COLOURS, ink


class Navigator(QListWidget):
    """Sections in the order of the sheet; choosing one scrolls to it."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("navigator")
        self.setAccessibleName(translate("ui.form", "要求書の項目"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemClicked.connect(lambda item: self.wanted.emit(self.row(item)))
        self.itemActivated.connect(lambda item: self.wanted.emit(self.row(item)))

    def showEvent(self, event: QShowEvent) -> None:
        """Lay the rows out again: their height is known only once the list is styled."""
        super().showEvent(event)
        self.scheduleDelayedItemsLayout()

    def show_sections(self, titles: list[str], marks: list[tuple[int, int, int]], empty: list[int]) -> None:
        """Show the sections with (誤り, 注意, 参考) and the fields 未記入 of each; in words, not by colour alone."""
        texts = []
        for title, (errors, warnings, notes), blanks in zip(titles, marks, empty, strict=True):
            mark = (
                translate("ui.form", "●誤り{errors}").format(errors=errors)
                if errors
                else translate("ui.form", "▲注意{warnings}").format(warnings=warnings)
                if warnings
                else translate("ui.form", "○参考{notes}").format(notes=notes)
                if notes
                else ""
            )
            # beside a mark there is no room for the word: its tip says it
            missing = f"□{blanks}" if mark else translate("ui.form", "□未記入{blanks}").format(blanks=blanks)
            counts = " ".join(filter(None, (mark, missing if blanks else "")))
            texts.append(
                f"{title}\n　{counts}" if counts else title
            )  # below: the title keeps the whole width
        while self.count() > len(texts):
            self.takeItem(self.count() - 1)
        while self.count() < len(texts):
            self.addItem(QListWidgetItem())
        for index, (text, (errors, warnings, notes)) in enumerate(zip(texts, marks, strict=True)):
            item = self.item(index)
            if item.text() != text:
                item.setText(text)
                item.setToolTip(
                    plain_tip(
                        translate("ui.form", "{text}（□は未記入の欄の数）").format(text=text)
                        if empty[index]
                        else text
                    )
                )
                colour = SEVERITY_COLOURS["error" if errors else "warning" if warnings else "info"]
                item.setData(
                    Qt.ItemDataRole.ForegroundRole, ink(colour if errors or warnings or notes else INK)
                )
