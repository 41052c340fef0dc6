"""A source that is read beside the window: while it takes long, a bar at the foot says how far it is, and can stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QObject, QTimerEvent
from PySide6.QtWidgets import QMainWindow, QProgressBar, QWidget

from model.document.storage import FileError
from templates.readers.books.cells import Progress, Stopped
from ui.language import translate
from ui.widgets.buttons import push_button
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import lay_row
from ui.window.files.beside import Beside

Result = TypeVar("Result")
_LOOK_MS: Final = 100
_BAR_WIDTH: Final = 160  # pixels


class SourceReading(QObject, Generic[Result]):
    """One source, or one pasted block, that is being read."""

    def __init__(
        self,
        name: str,
        read: Callable[[Progress], Result],
        then: Callable[[Result], object],
        failed: Callable[[FileError], object],
        stopped: Callable[[], object],
        window: QMainWindow,
    ) -> None:
        """Begin to read; what is read within a moment shows no bar.

        Args:
            name: what the source is called.
            read: reads it, calls what it is given now and then, and takes nothing of the window.
            then: receives what was read, in the window's thread.
            failed: receives why it cannot be read.
            stopped: called where the writer stops it.
            window: at whose foot the bar stands.
        """
        super().__init__(window)
        self._name = name
        self._stopped_by_writer = stopped
        self._window = window
        self._rows = (0, 0)  # read, and all; 0 of 0 until that is known
        self._is_stopped = False
        self._bar: ReadingBar | None = None
        self._timer = 0
        self._work = Beside(lambda: read(self._note), then, self, failed)
        self._work.over.connect(self._end)
        if not self._work.wait():
            self._bar = ReadingBar(self._name, self._stop_for_writer)
            window.statusBar().addPermanentWidget(self._bar)
            self._timer = self.startTimer(_LOOK_MS)

    def stop(self) -> None:
        """Read no further and report nothing; where nothing asks whether to go on, what is read is not used."""
        if not self._work.is_over:
            self._is_stopped = True
            self._work.forget()
            self._end()

    def _stop_for_writer(self) -> None:
        if not self._work.is_over:
            self.stop()
            self._stopped_by_writer()

    def timerEvent(self, event: QTimerEvent) -> None:
        """Show how far it is."""
        if self._bar is not None:
            self._bar.show_rows(*self._rows)

    def _note(self, read: int, every: int) -> None:
        """Take in how far the reading is, in its thread."""
        if self._is_stopped:
            raise Stopped
        self._rows = (read, every)

    def _end(self) -> None:
        if self._bar is not None:
            self.killTimer(self._timer)
            self._window.statusBar().removeWidget(self._bar)
            self._bar.deleteLater()
            self._bar = None
        self.deleteLater()


class ReadingBar(QWidget):
    """What is being read, how far it is, and a button to stop it."""

    def __init__(self, name: str, stop: Callable[[], None]) -> None:
        super().__init__()
        self._name = name
        self.words = PlainLabel(
            translate("ui.window", "「{name}」を読み込んでいます…").format(name=name), self
        )
        self.bar = QProgressBar(self)
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(translate("ui.window", "読み込みの進み具合"))
        self.button = push_button(
            translate("ui.window", "やめる(&Y)"),
            stop,
            self,
            tip=translate("ui.window", "読み込みをやめます。開いている要求書は変わりません。"),
        )
        lay_row(self, self.words, self.bar, self.button, margins=(8, 0, 8, 0))

    def show_rows(self, read: int, every: int) -> None:
        """Show how many rows of how many are read; once all are, that their tables are being looked at."""
        if 0 < read < every:
            self.words.setText(
                translate("ui.window", "「{name}」を読み込んでいます　{read:,}／{every:,}行").format(
                    name=self._name, read=read, every=every
                )
            )
        elif read:
            self.words.setText(
                translate("ui.window", "「{name}」の表を調べています…").format(name=self._name)
            )
        self.bar.setRange(0, every if read < every else 0)
        self.bar.setValue(read)
