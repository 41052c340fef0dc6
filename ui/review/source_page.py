"""The review page of a source: its grid at the left, what comes in of it at the right, and what is asked, before anything is opened.

It decides nothing: each choice gives another ``Review``, which is shown. ``taken`` sends the review whose reading comes in,
``refused`` says that all stays as it was. For a pasted block: ``SourcePage(name, Review.of_sheet(sheet, standard, year))``;
what comes in are the cost groups of ``review.reading.request``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QMenu, QSplitter, QWidget

from model.language import spoken
from templates.readers.review import Asked, Review
from templates.readers.tables.columns.columns import Role
from templates.readers.tables.decisions import Spot
from templates.readers.tables.grid import Grid
from templates.readers.tables.proof.reasons import KIND_WORDS, PART, ROLE_WORDS, row_word
from templates.readers.tables.question import Subject
from templates.readers.tables.sums.figures import RowKind
from templates.readers.tables.understood import Understood
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.review.source_grid import PAGES, GridView
from ui.review.source_questions import Answer, Key, key_of
from ui.review.source_side import SourceSide
from ui.review.source_tabs import SourceTabs
from ui.widgets.buttons import push_button
from ui.widgets.cover_page import CoverPage
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import lay_column, lay_row

_HINT: Final = QT_TRANSLATE_NOOP(
    "ui.review",
    "左は元の表、右は取り込まれる内容です。Enter で取り込み（答えなかったことは誤りとして残ります）、Esc で何も変えずにもどります。",
)
_HINT_OF_BLOCK: Final = QT_TRANSLATE_NOOP(
    "ui.review",
    "左は写した表、右は入る内容です。Enter で{go_on}（答えなかったことは仮の読み方のまま入ります）、Esc で何も変えずにもどります。",
)
_KEYS: Final = QT_TRANSLATE_NOOP(
    "ui.review",
    "F6 表へ　Ctrl+PgDn 次のシート　Alt+↓ 列の役割　Alt+→ 行の種類　数字 読み方　F8 次の確認　Ctrl+Z 戻す",
)
_REMEMBERED: Final = QT_TRANSLATE_NOOP(
    "ui.review", "同じ見出しの表について、前に確かめた読み方を使いました。"
)
_WIDEST: Final = 16_777_215  # as Qt has it
_LARGE: Final = 1_000  # rows from which reading again takes long enough to be shown
KINDS: Final[tuple[tuple[RowKind, int], ...]] = (
    ("line", 0), ("line", 1), ("heading", 0), ("total", 0), ("subtotal", 0), ("carried", 0), ("left_out", 0),
)  # fmt: skip
"""What a row may be chosen to be, with its depth."""


class _State(NamedTuple):
    """What may be gone back to."""

    review: Review
    answers: dict[Key, Answer]
    is_remembered: bool


class SourcePage(CoverPage):
    """A source before it comes in; Enter takes it as it is read, Esc leaves all as it was."""

    taken = Signal(object)  # the Review

    def __init__(
        self, name: str, review: Review, remembered: Review | None = None, *, go_on: str = ""
    ) -> None:
        """Make the page of a source, as it is read, and as it is by what was decided about such sheets before (``remembered``).

        ``go_on`` are the words of the button that takes a block that was copied; "" for a file.
        """
        hint = (
            translate("ui.review", _HINT_OF_BLOCK).format(go_on=go_on)
            if go_on
            else translate("ui.review", _HINT)
        )
        super().__init__(
            translate("ui.review", "「{name}」の読み方を確かめる").format(name=name),
            hint,
            go_on or translate("ui.review", "取り込む"),
            translate("ui.review", "やめる"),
        )
        self.card.setMaximumWidth(_WIDEST)
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(8, 8, 8, 8)
        self._plain = review
        self._state = _State(remembered or review, {}, remembered is not None)
        self._before: list[_State] = []
        self._asked: list[Asked] = []
        self._spot: Spot | None = None
        self.remembered = self._remembered_strip()
        self.tabs = SourceTabs(self.card)
        self.tabs.currentChanged.connect(self._show_tab)
        self.grid = GridView(self.card)
        self.grid.role_wanted.connect(self.choose_role)
        self.grid.kind_wanted.connect(self.choose_kind)
        self.grid.cell_chosen.connect(self._follow_cell)
        self.side = SourceSide(self.card, has_year=not review.decisions.year)
        self.side.year_chosen.connect(self._set_year)
        self.side.unit_chosen.connect(self._set_unit)
        self.side.table_taken.connect(self._set_taken)
        self.questions = self.side.questions
        self.questions.chosen.connect(self._answer)
        self.questions.typed.connect(self._type_value)
        self.questions.shown.connect(self._show_asked)
        self.questions.made.connect(self._order_tabs)
        self._lay_out()
        self.accepted.connect(lambda: self.taken.emit(self.review))
        self._show_review()
        self._order_tabs()
        self._begin()

    @property
    def review(self) -> Review:
        """How the source is read now."""
        return self._state.review

    @property
    def is_remembered(self) -> bool:
        """Whether it is read by what was decided about such sheets before."""
        return self._state.is_remembered

    def take_focus(self) -> None:
        """Begin at the first question, else at the button that takes all."""
        if not self.questions.take_focus():
            super().take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the whole, Esc leaves; a digit chooses a reading, F8 goes to the next question, F6 to the grid, Ctrl+Z back, Ctrl+PgDn to the next sheet."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.go_back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in PAGES:
            self.tabs.go(1 if event.key() == Qt.Key.Key_PageDown else -1)
        elif event.key() == Qt.Key.Key_F6:
            if self.grid.hasFocus():
                self.take_focus()
            else:
                self.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.key() == Qt.Key.Key_F8:
            self.questions.go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.text().isdecimal() and event.text() != "0":
            if self.questions.choose(int(event.text()) - 1) and not self.questions.go_to_open():
                super().take_focus()
        else:
            super().keyPressEvent(event)

    def go_back(self) -> None:
        """Take the last choice back."""
        if self._before:
            self._state = self._before.pop()
            self._show_review()

    def forget_remembered(self) -> None:
        """Read the source as if such sheets had not been read before."""
        self._change(self._plain, {}, is_remembered=False)
        self.take_focus()

    # --- choices at the heads and sides ---

    def choose_role(self, column: int) -> None:
        """Offer the roles of a column of the table that is looked at, right below its head."""
        table = self.review.table(self._spot)
        if table is None:
            self._spot = self._pointed()
        elif column not in table.headings.columns:
            return
        heads = self.grid.heads
        at = QPoint(heads.sectionViewportPosition(column - 1), heads.height())
        now = table.roles.get(column, "other") if table is not None else ""
        words = [(ROLE_WORDS[role], role == now) for role in ROLE_WORDS]
        roles: list[Role] = list(ROLE_WORDS)
        menu = self._menu(words, lambda index: self._set_role(column, roles[index]))
        menu.popup(heads.mapToGlobal(at))

    def choose_kind(self, row: int) -> None:
        """Offer the kinds of a row of the table that is looked at, right beside it."""
        table = self.review.table(self._spot)
        if table is None or row not in table.grid.row_set:
            return
        sides = self.grid.sides
        at = QPoint(sides.width(), sides.sectionViewportPosition(row - 1))
        found = next((found for found in table.rows if found.row == row), None)
        if found is None and row <= table.last_row:
            return  # a heading, printed again perhaps
        now = row_word(found) if found is not None else ""
        named = [PART if depth else KIND_WORDS[kind] for kind, depth in KINDS]
        menu = self._menu(
            [(word, word == now) for word in named], lambda index: self._set_kind(row, *KINDS[index])
        )
        menu.popup(sides.mapToGlobal(at))

    def _menu(self, words: Sequence[tuple[str, bool]], choose: Callable[[int], None]) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for index, (word, is_now) in enumerate(words):
            action = QAction(spoken(word), menu, checkable=True, checked=is_now)
            action.triggered.connect(lambda _checked=False, index=index: choose(index))
            group.addAction(action)
            menu.addAction(action)
            if is_now:
                menu.setActiveAction(action)
        return menu

    def _set_role(self, column: int, role: Role) -> None:
        if self._spot is not None:
            self._change(
                self.review.with_role(self._spot, column, role), self._answers_but("column", self._spot)
            )

    def _set_kind(self, row: int, kind: RowKind, depth: int) -> None:
        if self._spot is not None:
            self._change(
                self.review.with_kind(self._spot, row, kind, depth), self._answers_but("row", self._spot, row)
            )

    def _pointed(self) -> Spot | None:
        """The table that would begin at the row of the current cell."""
        grid, row = self.grid.cells.grid, self.grid.currentIndex().row() + 1
        columns = grid.columns(row) if grid is not None else []
        return (self.tabs.title, row, columns[0]) if columns else None

    def _set_unit(self, unit: str) -> None:
        if self._spot is not None:
            self._change(self.review.with_unit(self._spot, unit), self._answers_but("unit", self._spot))

    def _set_taken(self, is_taken: bool) -> None:
        if self._spot is not None:
            self._change(self.review.taking(self._spot, is_taken), self._answers_but("tab", None))

    def _set_year(self, year: str) -> None:
        self._change(self.review.with_year(year), self._answers_but("year", None))

    def _answers_but(self, subject: Subject, spot: Spot | None, row: int = 0) -> dict[Key, Answer]:
        """The answers without those to questions about what is chosen otherwise now."""
        return {
            key: index
            for key, index in self._state.answers.items()
            if not (key[:2] == (spot, subject) and row in (0, key[3]))
        }

    # --- what is shown ---

    def _change(
        self, review: Review, answers: dict[Key, Answer], *, is_remembered: bool | None = None
    ) -> None:
        """Show the source as it is read by another choice."""
        is_large = any(len(grid.rows) > _LARGE for grid in self.review.found.grids)
        if is_large:
            QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            _ = review.found
        finally:
            if is_large:
                QGuiApplication.restoreOverrideCursor()
        self._before.append(self._state)
        self._state = _State(
            review,
            answers,
            self._state.is_remembered if is_remembered is None else is_remembered,
        )
        self._show_review()

    def _answer(self, asked: Asked, index: int) -> None:
        key = key_of(asked)
        if self._state.answers.get(key) != index:
            self._change(self.review.answered(asked, index), {**self._state.answers, key: index})

    def _type_value(self, asked: Asked, text: str) -> None:
        key = key_of(asked)
        if self._state.answers.get(key) == text:
            return
        review = self.review.with_value(asked, text)
        if review is None:
            self.questions.show_no_amount(text)
            return
        self._change(review, {**self._state.answers, key: text})
        if not self.questions.go_to_open():
            super().take_focus()

    def _show_review(self) -> None:
        """Show the review as it is now; where one looked at stays."""
        review, answers, is_remembered = self._state
        self.remembered.setVisible(is_remembered)
        self.hint.setVisible(not is_remembered)
        spots = [
            table.spot for table in review.found.tables if self.tabs.title in ("", table.grid.sheet.title)
        ]
        if self._spot not in spots:
            self._spot = next((spot for spot in spots if review.is_taken(spot)), next(iter(spots), None))
        open_keys = [key_of(asked) for asked in review.questions]
        kept = [asked for asked in self._asked if key_of(asked) in answers or key_of(asked) in open_keys]
        shown = [key_of(asked) for asked in kept]
        self._asked = kept + [asked for asked in review.questions if key_of(asked) not in shown]
        self._show_tabs()
        self._show_grid()
        self.questions.show_questions(self._asked, answers)
        self.side.show_review(review)
        self.side.show_table(review, self._spot)

    def _begin(self) -> None:
        """Look at the first question, else at the first table."""
        asked = self.questions.asked
        if asked is not None:
            self._show_asked(asked)
        elif (table := self.review.table(self._spot)) is not None:
            self._look_at(table.grid.sheet.title, table.headings.rows[0], table.headings.columns[0])

    def _grids(self) -> dict[str, Grid]:
        return {grid.sheet.title: grid for grid in self.review.found.grids}

    def _show_tabs(self) -> None:
        unanswered = (asked.spot for asked in self._asked if key_of(asked) not in self._state.answers)
        self.tabs.show_sheets(
            self.review.found.grids, Counter(spot[0] for spot in unanswered if spot is not None)
        )

    def _show_grid(self) -> None:
        grid = self._grids().get(self.tabs.title)
        if grid is not None:
            self.grid.show_grid(grid, self.review.tables_of(self.tabs.title), self.review.table(self._spot))

    def _show_tab(self, _index: int) -> None:
        tables = self.review.tables_of(self.tabs.title)
        if self._spot is None or self._spot[0] != self.tabs.title:
            self._spot = tables[0].spot if tables else None
        self._show_grid()
        self.side.show_table(self.review, self._spot)

    def _look_at(self, title: str, row: int, column: int) -> None:
        """Show a cell of a sheet."""
        titles = list(self._grids())
        if title in titles:
            self.tabs.setCurrentIndex(titles.index(title))
            self.grid.look_at(row, column)

    def _show_asked(self, asked: Asked) -> None:
        """Show the cell that a question is about."""
        question, spot = asked.question, asked.spot
        if spot is not None:
            self._spot = spot
            self._look_at(spot[0], question.row, question.column)
        elif question.row:
            self._look_at(question.where.rpartition("!")[0], question.row, question.column)
        elif question.where in self._grids():
            self._look_at(question.where, 1, 1)

    def _follow_cell(self, row: int, column: int) -> None:
        """The table that is looked at is the one of the current cell."""
        found = next(
            (table for table in self.review.tables_of(self.tabs.title) if _holds(table, row, column)), None
        )
        if found is not None and found.spot != self._spot:
            self._spot = found.spot
            self.grid.cells.show_current(found)
            self.side.show_table(self.review, self._spot)

    # --- the layout ---

    def _order_tabs(self) -> None:
        """Let Tab go from the questions over the fields and lists to the buttons, and to the grid last."""
        order = [*self.side.in_order, self.open, self.leave, self.forget, self.tabs, self.grid]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _remembered_strip(self) -> QFrame:
        strip = QFrame(self.card)
        strip.setObjectName("viewWords")
        words = PlainLabel(translate("ui.review", _REMEMBERED), strip, wraps=True)
        self.forget = push_button(translate("ui.review", "使わずに読み直す"), self.forget_remembered, strip)
        self.forget.setAutoDefault(True)  # Enter on it is no word to take all
        lay_row(strip, words, self.forget, margins=(12, 4, 8, 4), wide=words)
        return strip

    def _lay_out(self) -> None:
        left = QWidget(self.card)
        keys = PlainLabel(translate("ui.review", _KEYS), left, kind="hint", wraps=True)
        lay_column(left, self.tabs, self.grid, keys, spacing=4, wide=self.grid)
        splitter = QSplitter(Qt.Orientation.Horizontal, self.card)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self.side)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([600, 420])
        self.inner.addWidget(self.remembered)
        self.inner.addWidget(splitter, 1)


def _holds(table: Understood, row: int, column: int) -> bool:
    return table.headings.rows[0] <= row <= table.last_row and column in table.headings.columns
