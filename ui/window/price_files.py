"""The section's table of unit prices (単価表.csv) beside the request: read when it has changed, begun, taken over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from model.edits.prices import take_over
from model.files.files import Digest, FileError, OtherContentError, digest_of, write_files
from model.totals import prices
from model.totals.prices import NO_PRICES, PriceTable
from ui.window.request_window import RequestWindow


class PriceFiles:
    """Which price table the open request is compared with."""

    def __init__(self, window: RequestWindow, last_folder: Callable[[], Path]) -> None:
        """Watch no table yet.

        Args:
            window: shows the request.
            last_folder: gives the folder of the last file, for a request that is in none.
        """
        self._window = window
        self._last_folder = last_folder
        self._read: tuple[Path, Digest | str | None] | None = None

    def refresh(self, *, always: bool = False) -> None:
        """Read the table beside the request, when it is another one or was changed since.

        Args:
            always: read it in any case, and report what was read.
        """
        document, path = self._window.document, self._path()
        if document is None or path is None:
            return
        state = (path, _content(path))
        if state == self._read and not always:
            return
        self._read = state
        table = self._load(path, reports=always)
        if table != document.snapshot.shared_prices:
            document.use_prices(table)
        if table.unread:
            rest = f"（ほかに{len(table.unread) - 1}件）" if len(table.unread) > 1 else ""
            self._window.show_message(f"{table.unread[0]}{rest}", lasting=True)
        elif always and table.prices:
            self._window.show_message(f"{path} から単価を{len(table.prices)}件読みました。")

    def forget(self) -> None:
        """Another request is open."""
        self._read = None

    def begin(self) -> None:
        """Write a table to begin with beside the request, unless there is one."""
        path = self._path()
        if path is None:
            return
        try:
            write_files({path: prices.template()}, replace=False)
        except OtherContentError:
            self._window.show_message(
                f"{path} はすでにあります。Excelで開いて書き足してください。", lasting=True
            )
            return
        except FileError as error:
            self._window.show_message(str(error), lasting=True)
            return
        self._window.show_message(
            f"{path} を作りました。Excelで開いて書き換えると、積算の式で名前が使えます。", lasting=True
        )
        self.refresh()

    def take_over_all(self) -> None:
        """Take over every price that has changed, as one step of undo."""
        document = self._window.document
        if document is None:
            return
        self.refresh()
        table = document.snapshot.shared_prices
        request = take_over(document.request, table)
        names = [
            name for name in table.prices if request.prices.get(name) != document.request.prices.get(name)
        ]
        if not names:
            self._window.show_message("取り入れる単価はありません。使っている単価は単価表と同じです。")
            return
        document.seal()
        document.edit("単価の取り入れ", request)
        self._window.show_message(f"{'、'.join(names)} の単価を取り入れました。")

    def _load(self, path: Path, *, reports: bool) -> PriceTable:
        if not path.exists():
            if reports:
                self._window.show_message(
                    f"{path} がありません。「単価表のひな形を作る」で作れます。", lasting=True
                )
            return NO_PRICES
        try:
            return prices.load(path)
        except FileError as error:
            self._window.show_message(str(error), lasting=True)
            return NO_PRICES

    def _path(self) -> Path | None:
        document = self._window.document
        if document is None:
            return None
        folder = document.path.parent if document.path else self._last_folder()
        return folder / prices.FILE_NAME


def _content(path: Path) -> Digest | str | None:
    """What a table holds now, to see whether it is another one; None where there is none, else why it cannot be read."""
    try:
        return digest_of(path)
    except FileError as error:
        return str(error)
