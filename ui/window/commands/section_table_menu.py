"""The menu of the table of a section that is worked in: what is done to its rows and columns, and to the table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from ui.language import QT_TRANSLATE_NOOP, translate
from ui.tables.sheet_table import table_around

TITLE = QT_TRANSLATE_NOOP("ui.window", "本文の表")


class SectionTableMenu(QMenu):
    """Offers the actions of the table that is worked in, as they can be done now; none where it is no such table."""

    def __init__(self, parent: QMenu, worked_in: Callable[[], QWidget | None]) -> None:
        super().__init__(translate("ui.window", TITLE), parent)
        self._worked_in = worked_in
        self.aboutToShow.connect(self._offer)
        parent.aboutToShow.connect(self._offer)

    def _offer(self) -> None:
        from ui.section_tables.section_table import SectionTableView  # no start of the window pays for it

        self.clear()
        table = table_around(self._worked_in())
        if isinstance(table, SectionTableView):
            table.fill_menu(self)
        self.menuAction().setEnabled(not self.isEmpty())
