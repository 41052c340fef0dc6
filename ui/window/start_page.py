"""The first page: new, from the sample, open; the folder of the section; unsaved work that was left behind, the files of last time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.language import translate
from ui.widgets.labels import PlainLabel, plain_tip
from ui.widgets.layouts import lay_row
from ui.window import dialogs
from ui.window.files.journal import UnsavedCopy
from ui.window.files.request_files import RequestFiles
from ui.window.shelf.shelf import Shelf
from ui.window.shelf.shelf_pane import ShelfPane

_BELOW: Final = 168  # pixels at most: what stands below the table of the folder
_LEAST_BELOW: Final = 72  # pixels: a file of last time with its words
_WIDTH: Final = 340
_HEIGHT: Final = 44
_COPIES_IN_SIGHT: Final = 3.5  # half a button says that there are more
_LONGEST_FOLDER: Final = 40  # characters


class StartPage(QScrollArea):
    """The choices, the requests of the section's folder where one was chosen, and below them what was open last time.

    Tab and the arrow keys go through all.
    """

    def __init__(self, files: RequestFiles, shelf: Shelf, make_next_year: Callable[[Path], None]) -> None:
        super().__init__()
        self._files, self._shelf, self._make_next_year = files, shelf, make_next_year
        self.shelf: ShelfPane | None = None
        self._page, self._column = _scrolled(self)
        self.new = _choice(translate("ui.window", "新しい要求書を書く"), files.new)
        self.sample = _choice(translate("ui.window", "見本から始める（公表された要求書）"), files.open_sample)
        self.open = _choice(
            translate("ui.window", "開く…（保存した要求書・公表ページ・Excel）"), files.ask_and_open
        )
        if shelf.folder is None:
            self._lay_out_choices()
        else:
            self._lay_out_shelf()

    def _lay_out_choices(self) -> None:
        """The choices one below the other, where no folder was chosen yet."""
        self._column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = PlainLabel(translate("ui.window", "予算帖"))
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 2.2)
        font.setBold(True)
        title.setFont(font)
        self._column.addWidget(title, alignment=Qt.AlignmentFlag.AlignHCenter)
        words = PlainLabel(
            translate(
                "ui.window", "予算要求書を書き、合計を確かめ、公表用のHTMLと財政課に出すExcelを作ります。"
            ),
            kind="hint",
        )
        self._column.addWidget(words, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(12)
        folder = _choice(translate("ui.window", "課のフォルダーを一覧にする…"), self._ask_folder)
        for choice in (self.new, self.sample, self.open, folder):
            _add_large(choice, self._column)
        self._add_last_time()

    def _lay_out_shelf(self) -> None:
        """The choices in a line, the requests of the folder, and below them what was open last time."""
        self._column.setContentsMargins(16, 12, 16, 8)
        self._column.addLayout(lay_row(None, self.new, self.sample, self.open, None))
        self.shelf = ShelfPane(self._shelf, self._page)
        self.shelf.opened.connect(self._files.open)
        self.shelf.carried.connect(self._make_next_year)
        self._column.addWidget(self.shelf, 1)
        area = QScrollArea(self._page)
        outer = self._column
        below, self._column = _scrolled(area)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._add_last_time()
        if self._column.count():
            high = min(_BELOW, below.sizeHint().height())
            area.setMaximumHeight(high)
            area.setMinimumHeight(min(_LEAST_BELOW, high))
            outer.addWidget(area)
        else:
            area.hide()
        self._shelf.read()

    def take_focus(self) -> None:
        """Take the focus to the requests of the folder, or to the first choice."""
        if self.shelf is not None:
            self.shelf.take_focus()
        else:
            self.new.setFocus()

    def _add_last_time(self) -> None:
        """Unsaved work that was left behind, and the files of last time."""
        if copies := self._files.recovery.unsaved_copies():
            self._add_copies(copies)
        if recent := self._files.recent.paths():
            self._add_recent(recent)

    def _add_copies(self, copies: Sequence[UnsavedCopy]) -> None:
        more = translate("ui.window", "（{count}件）").format(count=len(copies)) if len(copies) > 1 else ""
        self._add_words(
            translate("ui.window", "前回、保存されないまま終わった書きかけがあります{more}").format(more=more)
        )
        layout = self._column
        high = _HEIGHT + self.fontMetrics().lineSpacing()  # of a button with two lines
        if len(copies) > _COPIES_IN_SIGHT:
            area = QScrollArea()
            area.setAccessibleName(translate("ui.window", "書きかけ"))
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setFixedHeight(int(_COPIES_IN_SIGHT * (high + layout.spacing())))
            _, inside = _scrolled(area)
            layout.addWidget(area)
            layout = inside
        for copy in copies:
            words = copy.words.replace("&", "&&").replace(
                "　", "\n　", 1
            )  # in two lines, for a narrow window
            button = _choice(words, partial(self._files.open_unsaved_copy, copy))
            button.setToolTip(plain_tip(str(copy.work.file or "")))
            _add_large(button, layout, high)

    def _add_recent(self, recent: Sequence[Path]) -> None:
        self._add_words(translate("ui.window", "最近使った要求書"))
        known = self._files.recent.about()
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        for row, path in enumerate(recent):
            button = _choice(path.name.replace("&", "&&"), partial(self._files.open, path))
            button.setToolTip(plain_tip(str(path)))
            about = known.get(str(path))
            details = translate("ui.window", "　").join(
                (*((about.words,) if about else ()), _folder_words(path.parent))
            )
            button.setAccessibleDescription(details)
            label = PlainLabel(details, kind="hint")
            label.setToolTip(plain_tip(str(path)))
            later = _choice(
                translate("ui.window", "翌年度の要求書を作る"), partial(self._make_next_year, path)
            )
            tip = translate(
                "ui.window", "{name} をもとに、次の年度の要求書を作ります。元のファイルは変わりません。"
            ).format(name=path.name)
            later.setToolTip(plain_tip(tip))
            for column, widget in enumerate((button, label, later)):
                grid.addWidget(widget, row, column)
        grid.setColumnStretch(1, 1)  # the buttons are as wide as their words
        self._column.addLayout(grid)

    def _ask_folder(self) -> None:
        folder = dialogs.ask_shelf_folder(self, str(self._files.last_folder()))
        if folder is not None:
            self._shelf.choose_folder(folder)
            self._files.window.show_start()

    def _add_words(self, words: str) -> None:
        self._column.addSpacing(12)
        label = PlainLabel(words, kind="hint")
        self._column.addWidget(label, alignment=Qt.AlignmentFlag.AlignHCenter)


def _scrolled(area: QScrollArea) -> tuple[QWidget, QVBoxLayout]:
    """The page in an area that scrolls, and its layout."""
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    page = QWidget()
    page.setObjectName("page")
    area.setWidget(page)
    layout = QVBoxLayout(page)
    layout.setSpacing(10)
    return page, layout


def _choice(text: str, act: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(True)  # Enter presses it, as well as the space bar
    button.clicked.connect(lambda: act())
    return button


def _add_large(choice: QPushButton, layout: QVBoxLayout, high: int = _HEIGHT) -> None:
    """Put a choice into a column of large ones."""
    choice.setMinimumSize(_WIDTH, high)
    layout.addWidget(choice, alignment=Qt.AlignmentFlag.AlignHCenter)


def _folder_words(folder: Path) -> str:
    """A folder by its name, or the end of it where that is long."""
    words = str(folder)
    return words if len(words) <= _LONGEST_FOLDER else f"…{words[-_LONGEST_FOLDER:]}"
