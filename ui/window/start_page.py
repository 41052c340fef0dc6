"""The first page: new, from the sample, open, unsaved work that was left behind, and the files of last time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.labels import PlainLabel, plain_tip
from ui.window.files.journal import UnsavedCopy
from ui.window.files.request_files import RequestFiles

_HEIGHT: Final = 44
_COPIES_IN_SIGHT: Final = 3.5  # half a button says that there are more
_LONGEST_FOLDER: Final = 40  # characters


class StartPage(QScrollArea):
    """Three choices, and unsaved work and recent files below them; Tab and the arrow keys go through all."""

    def __init__(self, files: RequestFiles, make_next_year: Callable[[Path], None]) -> None:
        """Make the page.

        Args:
            files: what is done to files, and those of last time.
            make_next_year: makes the next year's request of a file.
        """
        super().__init__()
        self._files = files
        column, self._column = _scrolled(self)
        self._column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = PlainLabel("予算帖", column)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 2.2)
        font.setBold(True)
        title.setFont(font)
        self._column.addWidget(title, alignment=Qt.AlignmentFlag.AlignHCenter)
        words = PlainLabel(
            "予算要求書を書き、合計を確かめ、公表用のHTMLと財政課に出すExcelを作ります。", column
        )
        words.setObjectName("hint")
        self._column.addWidget(words, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(12)
        self.new = _choice("新しい要求書を書く", files.new, self._column)
        self.sample = _choice("見本から始める（公表された要求書）", files.open_sample, self._column)
        self.open = _choice("開く…（保存した要求書・公表ページ・Excel）", files.ask_and_open, self._column)
        if copies := files.recovery.unsaved_copies():
            self._add_copies(copies)
        if recent := files.recent.paths():
            self._add_recent(recent, make_next_year)
        self.new.setFocus()

    def _add_copies(self, copies: Sequence[UnsavedCopy]) -> None:
        more = f"（{len(copies)}件）" if len(copies) > 1 else ""
        self._add_words(f"前回、保存されないまま終わった書きかけがあります{more}")
        layout = self._column
        if len(copies) > _COPIES_IN_SIGHT:
            area = QScrollArea()
            area.setAccessibleName("書きかけ")
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setFixedHeight(int(_COPIES_IN_SIGHT * (_HEIGHT + layout.spacing())))
            _, inside = _scrolled(area)
            layout.addWidget(area)
            layout = inside
        for copy in copies:
            button = _choice(
                copy.words.replace("&", "&&"), partial(self._files.open_unsaved_copy, copy), layout
            )
            button.setToolTip(plain_tip(str(copy.work.file or "")))

    def _add_recent(self, recent: Sequence[Path], make_next_year: Callable[[Path], None]) -> None:
        self._add_words("最近使った要求書")
        known = self._files.recent.about()
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        for row, path in enumerate(recent):
            button = QPushButton(path.name.replace("&", "&&"))
            button.setToolTip(plain_tip(str(path)))
            button.clicked.connect(lambda _=False, path=path: self._files.open(path))
            about = known.get(str(path))
            details = "　".join((*((about.words,) if about else ()), _folder_words(path.parent)))
            button.setAccessibleDescription(details)
            label = PlainLabel(details)
            label.setObjectName("hint")
            label.setToolTip(plain_tip(str(path)))
            later = QPushButton("翌年度の要求書を作る")
            tip = f"{path.name} をもとに、次の年度の要求書を作ります。元のファイルは変わりません。"
            later.setToolTip(plain_tip(tip))
            later.clicked.connect(lambda _=False, path=path: make_next_year(path))
            for place, widget in enumerate((button, label, later)):
                grid.addWidget(widget, row, place)
            for flat in (button, later):
                flat.setFlat(True)
                flat.setAutoDefault(True)
        self._column.addLayout(grid)

    def _add_words(self, words: str) -> None:
        self._column.addSpacing(12)
        label = PlainLabel(words)
        label.setObjectName("hint")
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


def _choice(text: str, act: Callable[[], object], layout: QVBoxLayout) -> QPushButton:
    button = QPushButton(text)
    button.setMinimumSize(340, _HEIGHT)
    button.setAutoDefault(True)  # Enter presses it, as well as the space bar
    button.clicked.connect(lambda: act())
    layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
    return button


def _folder_words(folder: Path) -> str:
    """A folder by its name, or the end of it where that is long."""
    words = str(folder)
    return words if len(words) <= _LONGEST_FOLDER else f"…{words[-_LONGEST_FOLDER:]}"
