"""What is known of the open document's file: what it holds, the name to offer for it, and who may be asked about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel, QMainWindow

from model.document.storage import SUFFIX
from model.files.file_names import fitting, safe_stem
from model.files.files import FileError
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.widgets.labels import PlainLabel, plain_tip
from ui.window.files.recent_files import RecentFiles
from ui.window.files.saving import Kept, Known

if TYPE_CHECKING:
    from model.document.document import Document
    from model.standard.standard import Standard
    from ui.window.bars import Failure
    from ui.window.files.beside import Beside
    from ui.window.request_window import RequestWindow

Result = TypeVar("Result")
Said = Literal["opening", "saving", "export", "printing", "journal", "shared"]
SLOW_MS: Final = 10_000  # until work with a file that goes on is said to be slow
UNTITLED: Final = QT_TRANSLATE_NOOP("ui.window", "無題の要求書")
"""The name of a file is the same in every language, for it goes to others; in the title of the window it is translated."""


class FileState:
    """A line that stands as long as what it says is so; its label is made with the first."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._words: dict[Said, str] = {}
        self._label: QLabel | None = None

    @property
    def text(self) -> str:
        """The words that are shown."""
        return translate("ui.window", "　").join(self._words.values())

    def show(self, subject: Said, words: str) -> None:
        """Say something of a subject from now on; "" for nothing."""
        if self._words.get(subject, "") == words:
            return
        self._words.pop(subject, None)
        if words:
            self._words[subject] = words
        if self._label is None:
            self._label = PlainLabel(self._window)
            self._label.setAccessibleName(translate("ui.window", "保存の状態"))
            self._label.setContentsMargins(8, 0, 14, 0)
            self._window.statusBar().addPermanentWidget(self._label)
        self._label.setText(self.text)
        self._label.setToolTip(plain_tip(self.text))
        self._label.setVisible(bool(self._words))


class DocumentFile(QObject):
    """The file of a window's document, from which it is opened and to which it is saved.

    Attributes:
        window: shows the request.
        standard: the Standard in force.
        standard_folder: its folder, with the samples and the templates of page and paper.
        recent: the files of last time.
        known: what the file is known to hold.
        state: what is said of the files at the foot of the window.
    """

    def __init__(
        self, window: RequestWindow, standard: Standard, standard_folder: Path, kept: Path | None
    ) -> None:
        super().__init__(window)
        self.window = window
        self.standard = standard
        self.standard_folder = standard_folder
        self.recent = RecentFiles()
        self.known = Known()
        self.state = FileState(window)
        self._kept_folder = kept
        self._awaited: list[str] = []  # what is being done for a while, in words
        self._suggestion: Path | None = None  # where a document without a file would best be saved
        self._suggested_year = ""  # the year the suggestion is for; "" for whatever the request's is

    @cached_property
    def kept(self) -> Kept | None:
        """What is kept of files in the user's own folder; None where nothing is."""
        from model.files.undo_files import UndoFiles
        from model.files.versions import Versions

        folder = self._kept_folder
        return Kept(Versions(folder / "versions"), UndoFiles(folder / "undo")) if folder is not None else None

    def read_beside(
        self,
        name: str,
        read: Callable[[], Result],
        then: Callable[[Result], object],
        subject: Failure = "opening",
        failed: Callable[[FileError], object] | None = None,
    ) -> None:
        """Read a file beside the event loop: its drive may not answer.

        Args:
            name: what is being read, for the foot of the window.
            read: reads it, in a thread.
            then: receives what was read.
            subject: what it is read for.
            failed: receives a FileError; None has it shown until it is dealt with.
        """
        from ui.window.files.beside import Beside

        doing = (
            translate("ui.window", "書き出しています（{name}）…")
            if subject == "exporting"
            else translate("ui.window", "「{name}」を開いています…")
        ).format(name=name)

        work = Beside(
            read, then, self, failed or (lambda error: self.window.show_failure(subject, str(error)))
        )
        if not work.wait():
            self._awaited.append(doing)
            self._say_awaited()
            work.over.connect(partial(self._end_awaited, doing))
            self.say_when_slow(work, name, subject)

    def read_again(self, path: Path, read: Callable[[], Result], then: Callable[[Result], object]) -> None:
        """Read the file of the open request once more; where it cannot be, what was typed is said not to be lost with it."""

        def say(why: FileError) -> None:
            words = (
                translate(
                    "ui.window", "{why}あなたの入力は、この画面に残っています。保存すると、新しく作ります。"
                )
                if isinstance(why.__cause__, FileNotFoundError)
                else translate("ui.window", "{why}あなたの入力は、この画面に残っています。")
            )
            self.window.show_failure("comparing", words.format(why=why))

        self.read_beside(path.name, read, then, "comparing", say)

    def say_when_slow(self, work: Beside[Result], name: str, subject: Failure) -> None:
        """Say in a line that a drive has not answered for a while; it goes when the work is over."""

        def say() -> None:
            if work.is_over:
                return
            words = (
                translate(
                    "ui.window",
                    "書き出し（{name}）がまだ終わっていません（共有フォルダーなどが応えないようです）。書き終わるまで、前からあるファイルはそのまま残ります。このまま待ちながら、続けて書けます。",
                )
                if subject == "exporting"
                else translate(
                    "ui.window",
                    "「{name}」がまだ開けません（置いてある所が応えません）。ファイルも、いまの画面の内容も変わっていません。このまま待ちながら、ほかのことができます。",
                )
            )
            self.window.show_failure(subject, words.format(name=name))
            work.over.connect(partial(self.window.hide_bar, subject))

        QTimer.singleShot(SLOW_MS, work, say)

    def _end_awaited(self, doing: str) -> None:
        self._awaited.remove(doing)
        self._say_awaited()

    def _say_awaited(self) -> None:
        self.state.show("opening", self._awaited[-1] if self._awaited else "")

    def is_still(self, document: Document | None, name: str) -> bool:
        """Whether the same document is open as when a file began to be read; where not, that is said of the file."""
        is_same = self.window.document is document
        if not is_same:
            self.window.show_message(
                translate(
                    "ui.window", "「{name}」は、先にほかの要求書を開いたので、開きませんでした。"
                ).format(name=name),
                lasting=True,
            )
        return is_same

    def begin_unsaved(self, suggestion: Path | None) -> None:
        """The document is in no file; the first save asks for a name and offers this one."""
        self.known = Known()
        self.suggest(suggestion)

    def suggest(self, suggestion: Path | None, year: str = "") -> None:
        """Offer a name at the first save.

        Args:
            suggestion: the file; None for one made of 事業名.
            year: the fiscal year it is for; "" for whatever the request's is.
        """
        self._suggestion, self._suggested_year = suggestion, year

    def leave_year(self, document: Document) -> None:
        """The open request becomes that of another year: its file stays, and the name offered follows the year."""
        if not self._suggested_year or document.path is not None:
            self.suggest(document.path or self._suggestion, document.snapshot.totals.year.label)
        self.leave(document)

    def leave(self, document: Document) -> None:
        """Go on without the file, which stays as it is."""
        self.known = Known()
        document.lock(False)
        document.leave_file()

    def suggested(self, document: Document) -> Path:
        """The file to offer when a name is asked for."""
        if document.path is not None:
            return copy_of(document.path) if document.is_locked else document.path
        return self._suggested(document) or self.last_folder() / f"{self.stem(document)}{SUFFIX}"

    def suggest_name_of_year(self, document: Document) -> None:
        """Offer a name of 事業名 and year: last year's file may have that of 事業名 alone."""
        year = document.snapshot.totals.year.label
        name = fitting(self.stem(document), (f"（{year}）{SUFFIX}",))
        self.suggest(self.last_folder() / f"{name}（{year}）{SUFFIX}", year)

    def _suggested(self, document: Document) -> Path | None:
        """The name for a document without a file: 「…（令和2年度）」 where it is no longer of the year it was."""
        path, year = self._suggestion, document.snapshot.totals.year.label
        if path is None or self._suggested_year in ("", year):
            return path
        stem = path.stem.removesuffix(f"（{self._suggested_year}）")
        return path.with_name(f"{stem}（{year}）{SUFFIX}")

    def stem(self, document: Document) -> str:
        """The name of the files of a document without their endings: its own, or one made of 事業名."""
        if document.path is not None:
            return document.path.stem
        return fitting(safe_stem(document.request.header.name)[:80], (SUFFIX,)) or UNTITLED

    def last_folder(self) -> Path:
        """The folder of the last file, where dialogs begin."""
        recent = self.recent.paths()
        return recent[0].parent if recent else Path.home()


def copy_of(path: Path) -> Path:
    """The name that is offered for a copy of a file: 「要求書（写し）.yosan」."""
    mark = "（写し）"
    return path.with_name(f"{fitting(path.stem, (mark + SUFFIX,))}{mark}{SUFFIX}")
