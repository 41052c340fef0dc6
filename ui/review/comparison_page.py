"""The page that shows what two requests differ in: by section what was, what is and by how much; Enter goes to the field."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal

from model.language import joined, spoken
from model.request.place import Place
from model.values.amount import format_change
from templates.comparison.comparison_table import COLUMNS, ComparisonTable, sides, way_label
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.review.word_table import WordTable
from ui.widgets.cover_page import CoverPage

_HINT: Final = QT_TRANSLATE_NOOP(
    "ui.review",
    "行を選んで Enter を押すか、ダブルクリックすると、いまの要求書のその欄へ移ります。Esc で閉じます。",
)
_WIDTH: Final = 1_500
_COLUMN_WIDTHS: Final = (300, 60, 0, 0, 110)
_BY: Final = len(COLUMNS) - 1


class ComparisonPage(CoverPage):
    """The table of a comparison; ``accepted`` asks for it as a file, ``refused`` closes it."""

    chosen = Signal(str)  # a place of the second request; "" for a row that it does not have

    def __init__(self, table: ComparisonTable) -> None:
        hint = "" if table.comparison.is_same else translate("ui.review", _HINT)
        super().__init__(
            spoken(table.title),
            spoken(joined((table.comparison.summary, hint))),
            translate("ui.review", "表を書き出す（Excel・印刷用）…"),
            translate("ui.review", "閉じる"),
        )
        self.compared = table
        self.card.setMaximumWidth(_WIDTH)
        self._places: dict[int, Place] = {}
        self.table = WordTable(
            translate("ui.review", "違うところ"),
            list(zip(map(spoken, COLUMNS), _COLUMN_WIDTHS, strict=True)),
            self.card,
            right=(_BY,),
        )
        self.table.setSelectionBehavior(WordTable.SelectionBehavior.SelectRows)
        self.table.entered.connect(self._choose)
        self.inner.addWidget(self.table, 1)
        for section in table.sections:
            self.table.add_heading(spoken(section.title))
            for difference in section.differences:
                words = (
                    difference.what,
                    spoken(way_label(difference)),
                    *sides(difference),
                    format_change(difference.by),
                )
                self._places[self.table.add_row(words)] = difference.place
        if self._places:
            self.table.setCurrentCell(min(self._places), 0)
        else:
            self.table.hide()
            self.inner.addStretch(1)
            self.open.hide()

    def take_focus(self) -> None:
        """Begin in the table; at the button where nothing differs."""
        widget = self.table if self._places else self.leave
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, row: int) -> None:
        if row in self._places:
            self.chosen.emit(self._places[row])
