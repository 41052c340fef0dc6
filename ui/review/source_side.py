"""The right half of the review page: what is asked, the fields of the table that is looked at, and what comes in, live."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QTabBar, QWidget

from model.language import spoken
from model.values import fiscal_year
from templates.readers.review import UNITS, Review
from templates.readers.tables.decisions import Spot
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.review.report_pane import Entry, EntryList
from ui.review.source_lines import LinesView, SumsPane, rows_of
from ui.review.source_questions import QuestionCard
from ui.widgets.editing.choices import ChoiceList
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import lay_column, lay_row

_NO_TABLE: Final = QT_TRANSLATE_NOOP(
    "ui.review",
    "経費の表が見つかりません。見出しの行のセルを選び、Alt+↓ で列の役割を選ぶと、その下を表として読みます。"
    "そのまま取り込むと、文字として残ります。",
)
_LISTS: Final = (
    QT_TRANSLATE_NOOP("ui.review", "取り込む行"),
    QT_TRANSLATE_NOOP("ui.review", "読み方の根拠"),
    QT_TRANSLATE_NOOP("ui.review", "読み取れない箇所"),
)
_MOST_REASONS: Final = 300
_YEARS_AROUND: Final = 6


class SourceSide(QWidget):
    """What is asked of a source, what is chosen in fields, and what comes in."""

    year_chosen = Signal(str)
    unit_chosen = Signal(str)
    table_taken = Signal(bool)

    def __init__(self, parent: QWidget, *, has_year: bool) -> None:
        """Make it; without a year where the source goes into a request that has one."""
        super().__init__(parent)
        self.questions = QuestionCard(self)
        self.year = ChoiceList(self)
        self.year.setAccessibleName(translate("ui.review", "年度"))
        self.year.activated.connect(lambda _: self.year_chosen.emit(self.year.currentText()))
        self.unit = ChoiceList(self)
        self.unit.setAccessibleName(translate("ui.review", "金額の単位"))
        self.unit.addItems(list(UNITS))
        self.unit.activated.connect(lambda _: self.unit_chosen.emit(self.unit.currentText()))
        self.is_taken = QCheckBox(translate("ui.review", "この表を取り込む"), self)
        self.is_taken.clicked.connect(self.table_taken)
        self.why_not = PlainLabel(self, kind="hint", wraps=True)
        self.sums = SumsPane(self)
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(translate("ui.review", "取り込む行と根拠"))
        self.lines = LinesView(self)
        self.reasons, self.unread = (
            EntryList(translate("ui.review", words), [], self) for words in _LISTS[1:]
        )
        self._lists = QStackedWidget(self)
        for words, shown in zip(_LISTS, (self.lines, self.reasons, self.unread), strict=True):
            self.tabs.addTab(translate("ui.review", words))
            self._lists.addWidget(shown)
        self.tabs.currentChanged.connect(self._lists.setCurrentIndex)
        self._lay_out(has_year=has_year)

    @property
    def in_order(self) -> list[QWidget]:
        """What Tab goes through."""
        fields = (self.year, self.unit, self.is_taken, self.tabs, self.lines, self.reasons, self.unread)
        return [*self.questions.in_order, *fields]

    def show_review(self, review: Review) -> None:
        """Show what comes in."""
        self.lines.lines.show_rows(rows_of(review.snapshot))
        unread = review.reading.unread
        self._count(2, len(unread))
        self.unread.show_entries(
            [Entry("\n".join(filter(None, (entry.where, entry.text, spoken(entry.why))))) for entry in unread]
        )
        self._show_year(review.found.year)

    def show_table(self, review: Review, spot: Spot | None) -> None:
        """Show what is said of the table that is looked at."""
        table = review.table(spot)
        for widget in (self.unit, self.is_taken):
            widget.setEnabled(table is not None)
        why = translate("ui.review", _NO_TABLE)
        if table is not None:
            self.unit.setCurrentText(table.unit)
            is_taken = review.is_taken(table.spot)
            self.is_taken.setChecked(is_taken)
            where = table.grid.where(table.headings.rows[0], table.headings.columns[0])
            left_out = next((entry.why for entry in review.reading.unread if entry.where == where), "")
            why = "" if is_taken else left_out
        self.why_not.setText(spoken(why))
        self.why_not.setVisible(bool(why))
        self.sums.show_sums(review.sums(spot))
        given = review.reasons(spot) if spot is not None else ()
        entries = [
            Entry(f"{reason.where}　{spoken(reason.what)}\n{spoken(reason.evidence)}")
            for reason in given[:_MOST_REASONS]
        ]
        if len(given) > _MOST_REASONS:
            entries.append(
                Entry(translate("ui.review", "ほか {count} 件").format(count=len(given) - _MOST_REASONS))
            )
        self.reasons.show_entries(entries)
        self._count(1, len(given))

    def _count(self, index: int, count: int) -> None:
        words = translate("ui.review", _LISTS[index])
        self.tabs.setTabText(index, f"{words} {count}")

    def _show_year(self, label: str) -> None:
        now = fiscal_year.parse(label)
        if now is None:
            return
        around = range(now.year - _YEARS_AROUND, now.year + _YEARS_AROUND + 1)
        years = [label if year == now.year else fiscal_year.official(year).label for year in around]
        if [self.year.itemText(index) for index in range(self.year.count())] != years:
            self.year.clear()
            self.year.addItems(years)
        self.year.setCurrentText(label)

    def _lay_out(self, *, has_year: bool) -> None:
        fields = lay_row(None)
        if has_year:
            fields.addWidget(PlainLabel(translate("ui.review", "年度"), self))
            fields.addWidget(self.year)
        self.year.setVisible(has_year)
        fields.addWidget(PlainLabel(translate("ui.review", "単位"), self))
        fields.addWidget(self.unit)
        fields.addStretch()
        fields.addWidget(self.is_taken)
        parts = (self.questions, fields, self.why_not, self.sums, self.tabs, self._lists)
        lay_column(self, *parts, margins=(8, 0, 0, 0), spacing=8, wide=self._lists)
