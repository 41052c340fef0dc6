"""The first page: new, from the sample, open, and the files of last time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.widgets.labels import PlainLabel, plain_tip
from ui.window.files.request_files import RequestFiles


class StartPage(QWidget):
    """Three choices, and recent files below them."""

    def __init__(self, files: RequestFiles, make_next_year: Callable[[Path], None]) -> None:
        """Make the page.

        Args:
            files: what is done to files, and those of last time.
            make_next_year: makes the next year's request of a file.
        """
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = layout = QVBoxLayout(self)
        layout.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.setSpacing(10)
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
        self.new = self._choice("新しい要求書を書く", files.new)
        self.sample = self._choice("見本から始める（公表された要求書）", files.open_sample)
        self.open = self._choice("開く…（保存した要求書・公表ページ・Excel）", files.ask_and_open)
        recent, unsaved_copies = files.recent.paths(), files.recovery.unsaved_copies()
        if unsaved_copies:
            self._add_words("前回、保存されないまま終わった書きかけがあります")
        for copy in unsaved_copies[:3]:
            self._choice(copy.words.replace("&", "&&"), partial(files.open_unsaved_copy, copy))
        if recent:
            self._add_words("最近使った要求書")
        for path in recent[:6]:
            button = QPushButton(path.name.replace("&", "&&"))
            button.setToolTip(plain_tip(str(path)))
            button.setFlat(True)
            button.clicked.connect(lambda _=False, path=path: files.open(path))
            later = QPushButton("翌年度の要求書を作る")
            tip = f"{path.name} をもとに、次の年度の要求書を作ります。元のファイルは変わりません。"
            later.setToolTip(plain_tip(tip))
            later.setFlat(True)
            later.clicked.connect(lambda _=False, path=path: make_next_year(path))
            row = QHBoxLayout()
            row.addStretch()
            row.addWidget(button)
            row.addWidget(later)
            row.addStretch()
            layout.addLayout(row)
        self.new.setFocus()

    def _choice(self, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setMinimumSize(340, 44)
        button.setAutoDefault(True)  # Enter presses it, as well as the space bar
        button.clicked.connect(lambda: act())
        self._column.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
        return button

    def _add_words(self, words: str) -> None:
        self._column.addSpacing(12)
        label = PlainLabel(words)
        label.setObjectName("hint")
        self._column.addWidget(label, alignment=Qt.AlignmentFlag.AlignHCenter)
