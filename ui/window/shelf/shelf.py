"""The folder of a section: its requests are read, checked, carried into the next year and exported, one work at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal

from model.shelf.listed import Listed, listed, request_files
from model.totals import prices
from model.totals.prices import PriceTable
from ui.language import translate
from ui.window.files.document_file import DocumentFile
from ui.window.shelf.piece_work import PieceWork, Result
from ui.window.shelf.shelf_model import ShelfModel

if TYPE_CHECKING:
    from model.shelf.next_years import Written

_NAMED: Final = 3  # of files that could not be written, in a sentence


class Look(NamedTuple):
    """How the rows are looked at.

    Attributes:
        words: what is searched for.
        year: the fiscal year that is chosen; None for all.
        state: the number of the state that is chosen.
        column: by which column the rows are sorted.
        is_ascending: whether they are sorted upwards.
        path: the row that the user chose; None before.
    """

    words: str = ""
    year: int | None = None
    state: int = 0
    column: int = 0
    is_ascending: bool = False
    path: Path | None = None


class Shelf(QObject):
    """What is known of the folder; it outlives the page that shows it, so that a work goes on while a request is open.

    Attributes:
        model: the rows.
        look: how they were last looked at: who comes back from a request finds them as they were.
    """

    progressed = Signal()

    def __init__(self, file: DocumentFile) -> None:
        super().__init__(file)
        self._window, self._recent = file.window, file.recent
        self._standard, self._standard_folder = file.standard, file.standard_folder
        self.model = ShelfModel()
        self.look = Look()
        self._work: PieceWork[object] | None = None
        self._doing = ""
        self._writes = False  # whether the work writes files; no other one is begun until it ends
        app = QCoreApplication.instance()
        assert app is not None
        app.aboutToQuit.connect(
            self.stop
        )  # no further file; the one that is being written is whole or not there

    @property
    def folder(self) -> Path | None:
        """The folder of last time; None where none was chosen."""
        return self._recent.shelf_folder

    def choose_folder(self, folder: Path) -> None:
        """Show another folder from now on."""
        self._recent.choose_shelf_folder(folder)
        self.model.keep(())
        self.read()

    def say(self, sentence: str) -> None:
        """Say something at the foot of the window."""
        self._window.show_message(sentence, lasting=True)

    @property
    def is_busy(self) -> bool:
        """Whether a work goes on."""
        return self._work is not None

    @property
    def progress(self) -> tuple[str, int, int]:
        """What is being done, how many are done, of how many; 0 of 0 while that is not known."""
        return (self._doing, self._work.done, self._work.of) if self._work is not None else ("", 0, 0)

    def read(self, *, anew: bool = False) -> None:
        """Read the folder; files that were not written since are not read again, unless all are to be read anew."""
        folder = self.folder
        if folder is None or self._refuses(says=anew):
            return
        known = {} if anew else {row.path: row for row in self.model.rows}
        tables: dict[Path, PriceTable] = {}

        def work(path: Path) -> Listed:
            if path.parent not in tables:
                tables[path.parent] = prices.beside(path)
            return listed(path, self._standard, tables[path.parent], known.get(path))

        def then(why: str) -> None:
            if why:
                self.model.keep(())
                self.say(why)
            elif anew:
                self.say(self._summary())

        self._begin(
            translate("ui.window", "要求書を検査しています")
            if anew
            else translate("ui.window", "要求書を読んでいます"),
            partial(request_files, folder),
            work,
            self.model.show,
            then,
            self.model.keep,
        )

    def write_next_years(self, paths: Sequence[Path]) -> None:
        """Write the draft of the next year of requests beside each; no file is replaced."""
        from model.shelf.next_years import write_next_year

        work = partial(write_next_year, standard=self._standard)
        self._write(
            translate("ui.window", "翌年度の要求書を作っています"),
            paths,
            work,
            translate("ui.window", "翌年度の要求書を作りました"),
        )

    def export(self, paths: Sequence[Path], folder: Path) -> None:
        """Write the page and the workbook of requests into a folder; no file of other content is replaced."""
        from model.files.file_names import TakenNames

        names = TakenNames()

        def work(path: Path) -> Written:
            from templates.commands.exported_files import (
                export_file,  # jinja2 and openpyxl are read only here
            )

            return export_file(path, folder, names, self._standard, self._standard_folder)

        self._recent.add_folder(folder)
        self._write(
            translate("ui.window", "HTMLとExcelを書き出しています"),
            paths,
            work,
            translate("ui.window", "「{name}」に書き出しました").format(name=folder.name),
        )

    def stop(self) -> None:
        """Go no further; what is done stays."""
        if self._work is not None:
            work, self._work, self._writes = self._work, None, False
            work.stop()
            self.say(translate("ui.window", "やめました（{done}件は済んでいます）。").format(done=work.done))
            self.progressed.emit()

    def _write(self, doing: str, paths: Sequence[Path], work: Callable[[Path], Written], done: str) -> None:
        if self._refuses(says=True):
            return
        written: list[Written] = []

        def then(_why: str) -> None:
            self.read()  # what was written stands in the folder
            self.say(_words_of(written, done))

        self._begin(doing, lambda: list(paths), work, written.extend, then)
        self._writes = True

    def _refuses(self, *, says: bool) -> bool:
        """Whether files are being written, so that nothing else is begun; the reason can be said."""
        if self._writes and says:
            self.say(
                translate("ui.window", "{doing}。終わってから選んでください。").format(doing=self._doing)
            )
        return self._writes

    def _begin(
        self,
        doing: str,
        find: Callable[[], Sequence[Path]],
        work: Callable[[Path], Result],
        take: Callable[[Sequence[Result]], None],
        then: Callable[[str], None],
        begin: Callable[[Sequence[Path]], None] = lambda _: None,
    ) -> None:
        """Begin a work in place of one that goes on."""
        if self._work is not None:
            self._work.stop()

        def take_and_tell(results: Sequence[Result]) -> None:
            take(results)
            self.progressed.emit()

        def end(why: str) -> None:
            self._work, self._writes = None, False
            then(why)
            self.progressed.emit()

        self._doing = doing
        self._work = PieceWork(find, work, take_and_tell, end, self, begin)  # type: ignore[arg-type]
        self.progressed.emit()

    def _summary(self) -> str:
        rows = self.model.rows
        errors, warnings, empty = (
            sum(getattr(row, field) > 0 for row in rows) for field in ("errors", "warnings", "empty")
        )
        damaged = sum(bool(row.error) for row in rows)
        more = translate("ui.window", "、開けないもの {count}件").format(count=damaged) if damaged else ""
        return translate(
            "ui.window",
            "{count}件を検査しました。誤りのあるもの {errors}件、注意のあるもの {warnings}件、未記入のあるもの {empty}件{more}。",
        ).format(count=len(rows), errors=errors, warnings=warnings, empty=empty, more=more)


def _words_of(written: Sequence[Written], done: str) -> str:
    """What became of many files, in a sentence or two."""
    failed = [one for one in written if one.error]
    words = translate("ui.window", "{done}（{count}件）。").format(
        done=done, count=len(written) - len(failed)
    )
    if not failed:
        return words
    named = translate("ui.window", "　").join(f"{one.path.name}: {one.error}" for one in failed[:_NAMED])
    more = (
        translate("ui.window", "　ほか{count}件").format(count=len(failed) - _NAMED)
        if len(failed) > _NAMED
        else ""
    )
    return translate("ui.window", "{words}できなかったもの {count}件　{named}{more}").format(
        words=words, count=len(failed), named=named, more=more
    )
