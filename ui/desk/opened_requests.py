"""The requests that are opened from the desk: in the writer's window, where nothing of them can be changed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from model.register.contents import request_of
from model.register.listing import RegisterRow
from model.register.opening import Register
from model.register.timeline import ReceivedVersion
from model.request.request import Request
from model.standard.standard import Standard
from ui.language import translate
from ui.window.files.beside import Beside
from ui.window.main_window import MainWindow


class OpenedRequests(QObject):
    """The windows."""

    said = Signal(str)  # why one cannot be opened

    def __init__(self, register: Register, standard: Standard, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._register, self._standard, self._folder = register, standard, folder
        self.windows: list[MainWindow] = []
        self._reading: Beside[list[Request]] | None = None

    def open(self, row: RegisterRow, place: str = "", before: ReceivedVersion | None = None) -> None:
        """Show the version in force of a request.

        The focus goes to the place, or to where the form begins. With another version ``before`` it is compared at once.
        """
        other = before if before is not None and before.version != row.version else None
        work = partial(_read, self._register, [row.version, *([other.version] if other is not None else [])])
        show, fail = partial(self._show, place, other), lambda error: self.said.emit(str(error))
        self._reading = Beside(work, show, self, fail)
        self._reading.wait()

    def _show(self, place: str, before: ReceivedVersion | None, found: list[Request]) -> None:
        window = MainWindow(self._standard, self._folder)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.show_request(found[0], None)
        assert window.document is not None
        window.document.lock(True)
        window.show()
        self.windows.append(window)
        window.destroyed.connect(lambda: self.windows.remove(window) if window in self.windows else None)
        if before is not None:
            words = translate("ui.desk", "{stage} 第{number}版（{file}）")
            name = words.format(stage=before.stage, number=before.number, file=before.source)
            window.parts.comparing.show(found[1], name)
        elif place and window.view is not None:
            window.view.focus_place(place)

    def close_all(self) -> None:
        """Close every window; one whose request is still being read is not opened."""
        if self._reading is not None:
            self._reading.forget()
        for window in list(self.windows):
            window.close()


def _read(register: Register, versions: Sequence[str]) -> list[Request]:
    with register.reading() as connection:
        return [request_of(connection, version) for version in versions]
