"""The section's table of unit prices (単価表.csv) beside the request: read when it has changed, begun, taken over."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from model.edits.prices import take_over
from model.files.files import Digest, FileError, OtherContentError, digest_of, write_files
from model.totals import prices
from model.totals.prices import NO_PRICES, PriceTable
from ui.language import translate

if TYPE_CHECKING:
    from ui.window.files.document_file import DocumentFile


class _Seen(msgspec.Struct, frozen=True):
    """A table that was read: the file, what it held, the prices, whether it is there, and why it cannot be read."""

    path: Path
    state: tuple[Path, Digest | str | None]
    table: PriceTable
    is_there: bool
    refusal: str


class PriceFiles:
    """Which price table the open request is compared with."""

    def __init__(self, file: DocumentFile) -> None:
        """Watch no table yet; it lies beside the request's file, for a request that is in none beside the last one."""
        self._file, self._window = file, file.window
        self._read: tuple[Path, Digest | str | None] | None = None
        self._looking: Path | None = None

    def refresh(self, *, always: bool = False, then: Callable[[], object] = lambda: None) -> None:
        """Read the table beside the request, when it is another one or was changed since.

        Args:
            always: read it in any case, and report what was read.
            then: called when that is done.
        """
        path = self._path()
        if path is None or path == self._looking:
            return
        self._looking = path

        def take(seen: _Seen | None) -> None:
            self._looking = None if self._looking == path else self._looking
            self._take(seen, always)
            then()

        self._file.read_beside(path.name, partial(_look, path, None if always else self._read), take)

    def _take(self, seen: _Seen | None, always: bool) -> None:
        """Use what was read; None where it is what was read before."""
        document = self._window.document
        if seen is None or document is None or seen.path != self._path():
            return
        self._read, table, path = seen.state, seen.table, seen.path
        if table != document.snapshot.shared_prices:
            document.use_prices(table)
        self._window.hide_bar("prices")
        if seen.refusal:
            self._window.show_failure("prices", seen.refusal)
        elif always and not seen.is_there:
            self._window.show_message(
                translate("ui.window", "{path} がありません。「単価表のひな形を作る」で作れます。").format(
                    path=path
                ),
                lasting=True,
            )
        elif table.unread:
            from model.language import spoken  # few tables have any

            self._window.show_failure("prices", spoken(table.unread_words))
        elif always and table.prices:
            self._window.show_message(
                translate("ui.window", "{path} から単価を{count}件読みました。").format(
                    path=path, count=len(table.prices)
                )
            )

    def forget(self) -> None:
        """Another request is open."""
        self._read = None

    def begin(self) -> None:
        """Write a table to begin with beside the request, unless there is one."""
        path = self._path()
        if path is None:
            return

        def note(is_new: bool) -> None:
            words = (
                translate(
                    "ui.window", "{path} を作りました。Excelで開いて書き換えると、積算の式で名前が使えます。"
                )
                if is_new
                else translate("ui.window", "{path} はすでにあります。Excelで開いて書き足してください。")
            )
            self._window.show_message(words.format(path=path), lasting=True)
            if is_new:
                self.refresh()

        self._file.read_beside(path.name, partial(_begun, path), note)

    def take_over_all(self) -> None:
        """Take over every price that has changed, as one step of undo."""
        self.refresh(then=self._take_over_all)

    def _take_over_all(self) -> None:
        document = self._window.document
        if document is None:
            return
        table = document.snapshot.shared_prices
        request = take_over(document.request, table)
        names = [
            name for name in table.prices if request.prices.get(name) != document.request.prices.get(name)
        ]
        if not names:
            self._window.show_message(
                translate("ui.window", "取り入れる単価はありません。使っている単価は単価表と同じです。")
            )
            return
        document.edit(translate("ui.window", "単価の取り入れ"), request)
        self._window.show_message(
            translate("ui.window", "{names} の単価を取り入れました。").format(
                names=translate("ui.window", "、").join(names)
            )
        )

    def _path(self) -> Path | None:
        document = self._window.document
        if document is None:
            return None
        folder = document.path.parent if document.path else self._file.last_folder()
        return folder / prices.FILE_NAME


def _begun(path: Path) -> bool:
    """Whether a table to begin with was written; False where one of other content is there."""
    try:
        write_files({path: prices.template()}, replace=False)
    except OtherContentError:
        return False
    return True


def _look(path: Path, read: tuple[Path, Digest | str | None] | None) -> _Seen | None:
    """What a table holds; None where it is what was ``read``."""
    try:
        content: Digest | str | None = digest_of(path)
    except FileError as error:
        content = str(error)
    state = (path, content)
    if state == read:
        return None
    if content is None:
        return _Seen(path, state, NO_PRICES, False, "")
    try:
        return _Seen(path, state, prices.load(path), True, "")
    except FileError as error:
        return _Seen(path, state, NO_PRICES, True, str(error))
