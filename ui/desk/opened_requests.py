"""The requests that are opened from the desk: in the writer's window, where nothing of them can be changed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt

from model.register.contents import request_of
from model.register.listing import RegisterRow
from model.register.opening import Register
from model.register.timeline import ReceivedVersion
from model.standard.standard import Standard
from ui.language import translate
from ui.window.main_window import MainWindow


class OpenedRequests(QObject):
    """The windows."""

    def __init__(self, register: Register, standard: Standard, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._register, self._standard, self._folder = register, standard, folder
        self.windows: list[MainWindow] = []

    def open(self, row: RegisterRow, place: str = "", before: ReceivedVersion | None = None) -> None:
        """Show the version in force of a request.

        Args:
            row: the request.
            place: where the focus goes; "" for where the form begins.
            before: another version, against which it is compared at once; that in force itself is only shown.
        """
        with self._register.reading() as connection:
            request = request_of(connection, row.version)
            is_other = before is not None and before.version != row.version
            earlier = request_of(connection, before.version) if before is not None and is_other else None
        window = MainWindow(self._standard, self._folder)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.show_request(request, None)
        assert window.document is not None
        window.document.lock(True)
        window.show()
        self.windows.append(window)
        window.destroyed.connect(lambda: self.windows.remove(window) if window in self.windows else None)
        if earlier is not None and before is not None:
            words = translate("ui.desk", "{stage} 第{number}版（{file}）")
            name = words.format(stage=before.stage, number=before.number, file=before.source)
            window.show_comparison(earlier, name)
        elif place and window.view is not None:
            window.view.focus_place(place)

    def close_all(self) -> None:
        """Close every window."""
        for window in list(self.windows):
            window.close()
