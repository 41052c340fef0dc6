"""The first page: new, from the sample, open; the folder of the section with its requests; the files of last time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.labels import PlainLabel, plain_tip
from ui.window import dialogs
from ui.window.files.request_files import RequestFiles
from ui.window.shelf.shelf import Shelf
from ui.window.shelf.shelf_pane import ShelfPane

_BELOW: Final = 168  # pixels: what stands below the table of the folder


class StartPage(QWidget):
    """The choices, the requests of the section's folder where one was chosen, and below them what was open last time."""

    def __init__(self, files: RequestFiles, shelf: Shelf, make_next_year: Callable[[Path], None]) -> None:
        """Make the page.

        Args:
            files: what is done to files, and those of last time.
            shelf: the folder of the section.
            make_next_year: makes the next year's request of a file.
        """
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._files, self._shelf, self._make_next_year = files, shelf, make_next_year
        self.shelf: ShelfPane | None = None
        self._column = QVBoxLayout(self)
        self._column.setSpacing(10)
        self.new = _choice("新しい要求書を書く", files.new)
        self.sample = _choice("見本から始める（公表された要求書）", files.open_sample)
        self.open = _choice("開く…（保存した要求書・公表ページ・Excel）", files.ask_and_open)
        if shelf.folder is None:
            self._lay_out_choices()
        else:
            self._lay_out_shelf()

    def _lay_out_choices(self) -> None:
        """The choices one below the other, where no folder was chosen yet."""
        layout = self._column
        layout.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = PlainLabel("予算帖")
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 2.2)
        font.setBold(True)
        title.setFont(font)
        layout.addWidget(title, alignment=Qt.AlignmentFlag.AlignHCenter)
        words = PlainLabel("予算要求書を書き、合計を確かめ、公表用のHTMLと財政課に出すExcelを作ります。")
        words.setObjectName("hint")
        layout.addWidget(words, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(12)
        folder = _choice("課のフォルダーを一覧にする…", self._ask_folder)
        for choice in (self.new, self.sample, self.open, folder):
            choice.setMinimumSize(340, 44)
            layout.addWidget(choice, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._add_last_time()

    def _lay_out_shelf(self) -> None:
        """The choices in a line, the requests of the folder, and below them what was open last time."""
        self._column.setContentsMargins(16, 12, 16, 8)
        row = QHBoxLayout()
        for choice in (self.new, self.sample, self.open):
            row.addWidget(choice)
        row.addStretch()
        self._column.addLayout(row)
        self.shelf = ShelfPane(self._shelf, self)
        self.shelf.opened.connect(self._files.open)
        self.shelf.carried.connect(self._make_next_year)
        self._column.addWidget(self.shelf, 1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        below = QWidget(area)
        below.setObjectName("page")
        outer, self._column = self._column, QVBoxLayout(below)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._add_last_time()
        if self._column.count():
            area.setWidget(below)
            area.setFixedHeight(min(_BELOW, below.sizeHint().height()))
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
        files, layout = self._files, self._column
        recent, unsaved_copies = files.recent.paths(), files.recovery.unsaved_copies()
        if unsaved_copies:
            self._add_words("前回、保存されないまま終わった書きかけがあります")
        for copy in unsaved_copies[:3]:
            choice = _choice(copy.words.replace("&", "&&"), partial(files.open_unsaved_copy, copy))
            choice.setMinimumSize(340, 44)
            layout.addWidget(choice, alignment=Qt.AlignmentFlag.AlignHCenter)
        if recent:
            self._add_words("最近使った要求書")
        for path in recent[:6]:
            button = QPushButton(path.name.replace("&", "&&"))
            button.setToolTip(plain_tip(str(path)))
            button.setFlat(True)
            button.setAutoDefault(True)  # Enter presses it, as well as the space bar
            button.clicked.connect(lambda _=False, path=path: files.open(path))
            later = QPushButton("翌年度の要求書を作る")
            tip = f"{path.name} をもとに、次の年度の要求書を作ります。元のファイルは変わりません。"
            later.setToolTip(plain_tip(tip))
            later.setFlat(True)
            later.setAutoDefault(True)
            later.clicked.connect(lambda _=False, path=path: self._make_next_year(path))
            row = QHBoxLayout()
            row.addStretch()
            row.addWidget(button)
            row.addWidget(later)
            row.addStretch()
            layout.addLayout(row)

    def _ask_folder(self) -> None:
        folder = dialogs.ask_shelf_folder(self, str(self._files.last_folder()))
        if folder is not None:
            self._shelf.choose_folder(folder)
            self._files.window.show_start()

    def _add_words(self, words: str) -> None:
        self._column.addSpacing(12)
        label = PlainLabel(words)
        label.setObjectName("hint")
        self._column.addWidget(label, alignment=Qt.AlignmentFlag.AlignHCenter)


def _choice(text: str, act: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(True)  # Enter presses it, as well as the space bar
    button.clicked.connect(lambda: act())
    return button
