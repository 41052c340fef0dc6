"""The shelf on the start page: search, filter, the table with the sums of its years, and what is done to one request or to many."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QTableView,
    QWidget,
)

from model.language import spoken
from model.shelf.listed import Listed, year_lines
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.widgets.buttons import push_button
from ui.widgets.editing.keyed_line import SearchLine
from ui.widgets.labels import PlainLabel, plain_tip
from ui.widgets.layouts import lay_column, lay_row
from ui.window import dialogs
from ui.window.shelf.shelf import Look, Shelf
from ui.window.shelf.shelf_model import COLUMNS, NAME, shown_rows

# Pixels of the columns, of that of the names at least; a year of 平成 is the longest.
_WIDTHS: Final = (98, 104, 240, 92, 92, 92, 58, 84, 92, 110, 150)
_GIVE_WAY: Final = (
    8,
    10,
    9,
)  # 最終変更, ファイル and 開いている人: in a narrow window they go, in this order
_ROWS_IN_SIGHT: Final = 6  # at least
_BAR_WIDTH: Final = 200  # pixels
_ROW_HEIGHT: Final = 28  # pixels
_KEYS: Final = QT_TRANSLATE_NOOP(
    "ui.window", "Enter 開く　　N 翌年度の要求書を作る　　Ctrl+F 検索　　F5 読み直す　　Ctrl+A すべて選ぶ"
)
_FITS: Final[Mapping[str, Callable[[Listed], bool]]] = {
    QT_TRANSLATE_NOOP("ui.window", "すべての状態"): lambda _: True,
    QT_TRANSLATE_NOOP("ui.window", "未記入のあるもの"): lambda row: row.empty > 0,
    QT_TRANSLATE_NOOP("ui.window", "誤りのあるもの"): lambda row: row.errors > 0,
    QT_TRANSLATE_NOOP("ui.window", "注意のあるもの"): lambda row: row.warnings > 0,
    QT_TRANSLATE_NOOP("ui.window", "開いている人がいるもの"): lambda row: bool(row.owner),
    QT_TRANSLATE_NOOP("ui.window", "開けないもの"): lambda row: bool(row.error),
}


class ShelfPane(QWidget):
    """The requests of the folder."""

    opened = Signal(object)  # the Path of a request
    carried = Signal(object)  # the Path of the request whose next year is wanted

    def __init__(self, shelf: Shelf, parent: QWidget) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self.shown = shown_rows(shelf.model)
        self.search = SearchLine(
            self,
            translate("ui.window", "検索（事業名・年度・予算・課・ファイル名）"),
            translate("ui.window", "要求書の検索"),
            self.take_focus,
        )
        self.year = self._combo(translate("ui.window", "年度"), [translate("ui.window", "すべての年度")])
        self.state = self._combo(
            translate("ui.window", "状態"), [translate("ui.window", words) for words in _FITS]
        )
        self.table = ShelfTable(shelf, self)
        self._folder = PlainLabel(self, kind="cardTitle")
        self._choose_folder = self._button(
            translate("ui.window", "フォルダーを変える(&D)…"),
            translate("ui.window", "一覧にするフォルダーを選びます。"),
            self._ask_folder,
        )
        self.check = self._button(
            translate("ui.window", "すべて検査(&T)"),
            translate("ui.window", "フォルダーの要求書をすべて読み直し、検査します。"),
            lambda: shelf.read(anew=True),
        )
        self.next_years = self._button(
            translate("ui.window", "翌年度を作る(&Y)"),
            translate(
                "ui.window",
                "選んだ（選ばなければ表示中の）要求書の翌年度の案を、それぞれの隣に書きます。置き換えはしません。",
            ),
            lambda: shelf.write_next_years(self.wanted()),
        )
        self.export = self._button(
            translate("ui.window", "書き出す(&X)…"),
            translate("ui.window", "選んだ（選ばなければ表示中の）要求書のHTMLとExcelを書き出します。"),
            self._export,
        )
        self.sums = PlainLabel(self, wraps=True)
        self.sums.setAccessibleName(translate("ui.window", "年度ごとの計"))
        self.sums.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()
        shelf.progressed.connect(self._show_progress)
        self._look_as_before(shelf.look)
        self.search.textChanged.connect(lambda: self._choose())
        for combo in (self.year, self.state):
            combo.currentIndexChanged.connect(lambda: self._choose())
        self.table.horizontalHeader().sortIndicatorChanged.connect(lambda *_: self._keep_look())
        self.table.selectionModel().selectionChanged.connect(lambda: self._name_buttons())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._keep_look())
        for keys, act in {"Ctrl+F": self.search.begin, "F5": shelf.read}.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda act=act: act())
        self._choose()
        self._show_progress()

    def take_focus(self) -> None:
        """Take the focus to the rows."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def wanted(self) -> list[Path]:
        """The files that a work on many is about: those that are selected where they are several, else all that are shown."""
        rows = self._selected()
        rows = rows if len(rows) > 1 else self._shelf.model.shown
        return [row.path for row in rows if not row.error]

    # --- private ---

    def _lay_out(self) -> None:
        widgets = (self._folder, self.search, self.year, self.state, self._choose_folder)
        head = lay_row(None, *widgets, wide=self.search)
        self._progress_words = PlainLabel(self)
        self.bar = QProgressBar(self)
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("ui.window", "進み具合"))
        self.stop = self._button(
            translate("ui.window", "やめる(&Z)"),
            translate("ui.window", "ここまでにします。済んだものはそのまま残ります。"),
            self._shelf.stop,
        )
        progress = (self._progress_words, self.bar, self.stop)
        acts = lay_row(None, self.check, self.next_years, self.export, None, *progress)
        hints = (translate("ui.window", _KEYS), translate("ui.window", "単位:千円"))
        keys, unit = (PlainLabel(words, self, kind="hint") for words in hints)
        foot = lay_row(None, keys, None, unit)
        lay_column(self, head, self.table, self.sums, acts, foot, wide=self.table)

    def _combo(self, name: str, words: list[str]) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.addItems(words)
        return combo

    def _button(self, words: str, tip: str, act: Callable[[], object]) -> QPushButton:
        button = push_button(words, act, self, tip=tip)
        button.setAutoDefault(True)
        return button

    def _look_as_before(self, look: Look) -> None:
        """Search, choose and sort as it was when the page was last left."""
        self._refresh()  # offers the years
        self.search.setText(look.words)
        self.year.setCurrentIndex(0 if look.year is None else max(self.year.findData(look.year), 0))
        self.state.setCurrentIndex(look.state)
        order = Qt.SortOrder.AscendingOrder if look.is_ascending else Qt.SortOrder.DescendingOrder
        self.table.sortByColumn(look.column, order)
        if look.path is not None:
            self.table.choose(look.path)

    def _keep_look(self) -> None:
        header = self.table.horizontalHeader()
        self._shelf.look = Look(
            self.search.text(),
            self.year.currentData(),
            self.state.currentIndex(),
            header.sortIndicatorSection(),
            header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder,
            self.table.chosen,
        )

    def _choose(self) -> None:
        year, fits = self.year.currentData(), list(_FITS.values())[self.state.currentIndex()]
        self._shelf.model.choose(
            self.search.text(), lambda row: fits(row) and (year is None or row.western_year == year)
        )
        self._refresh()
        self._keep_look()

    def _refresh(self) -> None:
        folder = self._shelf.folder
        self._folder.setText(folder.name or str(folder) if folder else "")
        self._folder.setToolTip(plain_tip(str(folder or "")))
        rows = self._shelf.model.rows
        years = {row.western_year: row.year for row in rows if row.western_year}
        if list(years) != [self.year.itemData(index) for index in range(1, self.year.count())]:
            self._offer_years(dict(sorted(years.items(), reverse=True)))
        shown = self._shelf.model.shown
        hidden = len(rows) - len(shown)
        lines = [spoken(line) for line in year_lines(shown)]
        if hidden:
            lines.append(
                translate("ui.window", "（{count}件のうち{shown}件を表示しています）").format(
                    count=len(rows), shown=len(shown)
                )
            )
        self.sums.setText("\n".join(lines))
        self._name_buttons()
        self.table.choose_first()

    def _offer_years(self, years: dict[int, str]) -> None:
        chosen = self.year.currentData()
        with QSignalBlocker(self.year):
            while self.year.count() > 1:
                self.year.removeItem(1)
            for western, label in years.items():
                self.year.addItem(label, western)
            self.year.setCurrentIndex(max(self.year.findData(chosen), 0) if chosen is not None else 0)

    def _name_buttons(self) -> None:
        """Say of how many requests each button is about."""
        count, is_selection = len(self.wanted()), len(self._selected()) > 1
        which = (
            translate("ui.window", "選んだ{count}件").format(count=count)
            if is_selection
            else translate("ui.window", "表示中の{count}件").format(count=count)
        )
        self.next_years.setText(translate("ui.window", "翌年度を作る（{which}）(&Y)").format(which=which))
        self.export.setText(translate("ui.window", "書き出す（{which}）(&X)…").format(which=which))
        for button in (self.next_years, self.export):
            button.setEnabled(count > 0)

    def _selected(self) -> list[Listed]:
        return [self._shelf.model.row_at(index) for index in self.table.selectionModel().selectedRows()]

    def _show_progress(self) -> None:
        words, done, of = self._shelf.progress
        for widget in (self._progress_words, self.bar, self.stop):
            widget.setVisible(self._shelf.is_busy)
        self._progress_words.setText(
            translate("ui.window", "{words}　{done}／{of}").format(words=words, done=done, of=of)
            if of
            else f"{words}…"
            if words
            else ""
        )
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        self._refresh()

    def open_row(self, row: Listed) -> None:
        """Open a request; of a file that cannot be read, say why."""
        if row.error:
            self._shelf.say(row.error)
        else:
            self.opened.emit(row.path)

    def carry_row(self, row: Listed) -> None:
        """Make the next year of a request, or of all that are selected."""
        if len(self._selected()) > 1:
            self._shelf.write_next_years(self.wanted())
        elif row.error:
            self._shelf.say(row.error)
        else:
            self.carried.emit(row.path)

    def _export(self) -> None:
        folder = dialogs.ask_export_folder(self, str(self._shelf.folder or Path.home()))
        if folder is not None:
            self._shelf.export(self.wanted(), folder)

    def _ask_folder(self) -> None:
        folder = dialogs.ask_shelf_folder(self, str(self._shelf.folder or Path.home()))
        if folder is not None:
            self._shelf.choose_folder(folder)
            self._refresh()


class ShelfTable(QTableView):
    """The rows; a key opens one, or makes its next year."""

    def __init__(self, shelf: Shelf, pane: ShelfPane) -> None:
        super().__init__(pane)
        self._shelf, self._pane = shelf, pane
        self._shown, self._model = pane.shown, shelf.model
        self._first: Path | None = None  # the row that was chosen by itself
        self.setObjectName("rows")
        self.setAccessibleName(translate("ui.window", "要求書の一覧"))
        self.setModel(self._shown)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSortingEnabled(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = self.horizontalHeader()
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(50)
        frame = 2 * self.frameWidth()
        self.setMinimumHeight(header.sizeHint().height() + _ROWS_IN_SIGHT * _ROW_HEIGHT + frame)
        self.doubleClicked.connect(lambda index: pane.open_row(self._model.row_at(index)))
        assert len(_WIDTHS) == len(COLUMNS)

    @property
    def chosen(self) -> Path | None:
        """The file of the row that the user chose; None where the first is chosen by itself."""
        path = self._model.row_at(self.currentIndex()).path if self.currentIndex().isValid() else None
        return None if path == self._first else path

    def choose(self, path: Path) -> None:
        """Choose the row of a file, where it is shown."""
        for number in range(self._shown.rowCount()):
            if self._model.row_at(self._shown.index(number, 0)).path == path:
                self.selectRow(number)

    def choose_first(self) -> None:
        """Choose the first row, until the user has chosen one; that which follows a chosen one that is no longer shown."""
        if not self._shown.rowCount():
            return
        index = self.currentIndex()
        if not index.isValid() or self._model.row_at(index).path == self._first:
            self._first = self._model.row_at(self._shown.index(0, 0)).path
            self.selectRow(0)
        elif not self.selectionModel().hasSelection():
            self.selectRow(index.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide columns until the names have room."""
        super().resizeEvent(event)
        lacks = sum(_WIDTHS) - self.viewport().width()
        for column in _GIVE_WAY:
            self.setColumnHidden(column, lacks > 0)
            lacks -= _WIDTHS[column]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the shelf."""
        index, key, modifiers = self.currentIndex(), event.key(), event.modifiers()
        is_plain = not modifiers & ~Qt.KeyboardModifier.KeypadModifier
        if index.isValid() and is_plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pane.open_row(self._model.row_at(index))
        elif index.isValid() and is_plain and key == Qt.Key.Key_N:
            self._pane.carry_row(self._model.row_at(index))
        else:
            super().keyPressEvent(event)
