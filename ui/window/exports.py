"""What is written of the open request for others: page and workbook, or the PDF, in a folder; and the page in the browser."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from model.document.document import Document, Snapshot, take_snapshot
from model.files.file_names import fitting
from model.files.files import Digest, FileError, digest, digest_of, reason, write_files
from model.files.leftovers import folder_prefix
from ui.language import translate
from ui.widgets.choice_bar import Choice
from ui.window import dialogs
from ui.window.files.beside import Beside
from ui.window.files.request_files import RequestFiles

if TYPE_CHECKING:
    from datetime import datetime

    from ui.window.paper.paper_order import PaperOrder


Kind: TypeAlias = Literal["usual", "paper", "passed_on"]
"""What is written: page and workbook; the PDF; or a workbook that has nothing but what can be seen, for passing it on."""
_PASSED_ON: Final = "（配布用）"


class _Wanted(NamedTuple):
    """What is to be written of a document, and into which folder."""

    document: Document
    folder: Path
    kind: Kind


class Exports(QObject):
    """The exports of a window."""

    def __init__(self, files: RequestFiles, order: Callable[[Document], PaperOrder]) -> None:
        super().__init__(files)
        self._order = order
        self._files, self._window = files, files.window
        self._exported: dict[Path, Digest] = {}  # what this session has written of pages and workbooks
        self._preview: Path | None = None

    def end(self) -> None:
        """Remove what was written for the browser."""
        if self._preview is not None:
            shutil.rmtree(self._preview, ignore_errors=True)

    def export(self, kind: Kind = "usual") -> None:
        """Write the page and the workbook, the PDF, or a workbook to pass on; where something is open, after a look at it."""
        view = self._window.open_view
        document = view.document
        view.finish_typing()
        from ui.review.export_page import ExportPage, needs_review

        findings, empty = document.snapshot.findings, len(document.snapshot.empty_fields)
        if not needs_review(findings):
            self._export(kind)
            return
        page = ExportPage(findings, empty, view.form.section_titles, view.form.section_of)

        back = self._window.way_back()

        def to(place: str) -> None:
            self._window.leave_review()
            view.focus_place(place)

        def go_on() -> None:
            back()
            self._export(kind)

        page.accepted.connect(go_on)
        page.refused.connect(back)
        page.chosen.connect(to)
        self._window.show_review(page)

    def _export(self, kind: Kind) -> None:
        """Write the page and the workbook, the PDF, or a workbook without its copy, into a folder."""
        document = self._window.document
        if document is None:
            return
        folder = dialogs.ask_export_folder(
            self._window,
            str(document.path.parent if document.path else self._files.last_folder()),
        )
        if folder is not None:
            self._write(_Wanted(document, folder, kind))

    def _write(self, wanted: _Wanted) -> None:
        """Write into the folder; the drive of the request is asked when it was saved."""
        path = wanted.document.path
        if wanted.kind == "paper" or path is None or wanted.document.is_modified:
            self._write_as(wanted, None)
            return
        from templates.paper.file_time import saved_at

        self._files.read_beside(
            path.name, lambda: saved_at(path), partial(self._write_as, wanted), "exporting"
        )

    def _write_as(self, wanted: _Wanted, saved: datetime | None) -> None:
        """Write into the folder what its drive has no other files for; ``saved`` is when the request was, where it is as saved."""
        from templates.commands.exported_files import (  # jinja2 and openpyxl are read only here
            file_endings,
            named,
        )

        document, folder, kind = wanted
        endings = file_endings(
            document.snapshot, page=kind == "usual", workbook=kind != "paper", paper=kind == "paper"
        )
        mark = _PASSED_ON if kind == "passed_on" else ""
        stem = fitting(self._files.stem(document), [mark + ending for ending in endings]) + mark
        made = (
            self._order(document).files
            if kind == "paper"
            else partial(
                _contents,
                document.snapshot,
                self._files.standard_folder,
                stem,
                kind,
                None if document.is_modified else saved,
            )
        )
        exported = dict(self._exported)

        def rendered() -> tuple[dict[Path, bytes], list[str]]:
            """What is to be written, and the names of the files there that this session has not written."""
            files = named(made(), folder, stem)
            return files, _others(files, exported)

        def go_on(found: tuple[dict[Path, bytes], list[str]]) -> None:
            files, others = found
            if others:
                self._say_standing(wanted, files, others)
            else:
                self._begin(wanted, files)

        self._files.read_beside(folder.name, rendered, go_on, "exporting", partial(self._say_failed, wanted))

    def _say_standing(self, wanted: _Wanted, files: dict[Path, bytes], others: list[str]) -> None:
        """Say which files would be replaced, and offer to; nothing is written until then."""
        if self._window.document is not wanted.document:
            return

        def replace() -> None:
            self._window.hide_bar("replacing")
            self._begin(wanted, files)

        def elsewhere() -> None:
            self._window.hide_bar("replacing")
            self._export(wanted.kind)

        self._window.bars.show(
            "replacing",
            translate(
                "ui.window",
                "「{folder}」に {others} がすでにあり、この画面から書き出したものではありません。まだ何も書いていません。置き換えると、前の内容は失われます。",
            ).format(
                folder=wanted.folder.name or wanted.folder, others=translate("ui.window", "、").join(others)
            ),
            (
                Choice(
                    translate("ui.window", "別のフォルダーへ"),
                    translate("ui.window", "書き出すフォルダーを選び直します。"),
                    elsewhere,
                ),
                Choice(
                    translate("ui.window", "置き換える"),
                    translate("ui.window", "前の内容は失われます。"),
                    replace,
                ),
                Choice(
                    translate("ui.window", "書き出さない"),
                    translate("ui.window", "ファイルはそのまま残ります。"),
                    lambda: self._window.hide_bar("replacing"),
                ),
            ),
        )

    def _begin(self, wanted: _Wanted, files: dict[Path, bytes]) -> None:
        self._files.recent.add_folder(wanted.folder)
        writing = Beside(
            partial(write_files, files),
            lambda _: self._note_written(wanted, files),
            self,
            partial(self._say_failed, wanted),
        )
        if not writing.wait():
            self._files.state.show(
                "export",
                translate("ui.window", "「{name}」に書き出しています…").format(name=wanted.folder.name),
            )
            writing.over.connect(lambda: self._files.state.show("export", ""))
            self._files.say_when_slow(writing, wanted.folder.name, "exporting")

    def _note_written(self, wanted: _Wanted, files: dict[Path, bytes]) -> None:
        self._window.hide_bar("exporting")
        self._exported |= {path: digest(data) for path, data in files.items()}
        now = wanted.document.snapshot
        unanswered = sum(not question.acknowledged for question in now.findings.questions)
        counts = (
            (len(now.findings.errors), translate("ui.window", "　誤りが{count}件残っています。")),
            (len(now.empty_fields), translate("ui.window", "　未記入の欄が{count}か所あります。")),
            (unanswered, translate("ui.window", "　質問票に未回答が{count}問あります。")),
        )
        self._window.show_message(
            translate("ui.window", "{folder} に {names} を書き出しました。{warning}").format(
                folder=wanted.folder,
                names=translate("ui.window", "、").join(path.name for path in files),
                warning="".join(words.format(count=count) for count, words in counts if count),
            ),
            lasting=True,
        )

    def _say_failed(self, wanted: _Wanted, why: FileError) -> None:
        again = Choice(
            translate("ui.window", "もう一度"),
            translate("ui.window", "同じフォルダーにもう一度書き出します。"),
            partial(self._export_again, wanted),
        )
        elsewhere = Choice(
            translate("ui.window", "別のフォルダーへ"),
            translate("ui.window", "書き出すフォルダーを選び直します。"),
            partial(self._export, wanted.kind),
        )
        self._window.show_failure(
            "exporting",
            translate("ui.window", "書き出していません。{why}").format(why=why),
            again,
            elsewhere,
        )

    def _export_again(self, wanted: _Wanted) -> None:
        if wanted.document is self._window.document:
            self._write(wanted)

    def preview(self) -> None:
        """Open the page as it will be published in the browser, from where it can also be printed."""
        view = self._window.open_view
        view.finish_typing()
        snapshot, stem = view.document.snapshot, self._files.stem(view.document)

        def write(folder: Path) -> Path:
            from templates.commands.exported_files import (
                export_request,  # jinja2 is read only when it is needed
            )

            page, *_ = export_request(
                _apart(snapshot), self._files.standard_folder, folder, stem, workbook=False, replace=True
            )
            return page

        self._show_page(translate("ui.window", "公表ページ"), write)

    def print_carried(self) -> None:
        """Open the list of what was changed for this year (引継ぎ) in the browser, to be printed there."""
        request = self._window.open_view.document.request
        if not request.carried:
            self._window.show_message(
                translate("ui.window", "この要求書には、翌年度への引継ぎの一覧がありません。")
            )
            return

        def write(folder: Path) -> Path:
            from templates.page.carried_page import carried_page

            page = folder / "引継ぎ.html"
            write_files({page: carried_page(request).encode()}, private=True)
            return page

        self._show_page(translate("ui.window", "引継ぎの一覧"), write)

    def _show_page(self, name: str, write: Callable[[Path], Path]) -> None:
        """Write a page for this user's eyes only, beside the window, and open it in the browser; why that fails is said."""
        try:
            if self._preview is None or not self._preview.is_dir():
                self._preview = Path(tempfile.mkdtemp(prefix=folder_prefix()))
        except OSError as error:
            self._window.show_failure(
                "exporting",
                translate(
                    "ui.window",
                    "{name}を置くフォルダーが作れません（{reason}）。要求書は何も変わっていません。「{folder}」の空きと権限を確かめてください。",
                ).format(name=name, reason=reason(error), folder=tempfile.gettempdir()),
            )
        else:
            self._files.read_beside(
                name, partial(write, self._preview), partial(self._open_page, name), "exporting"
            )

    def _open_page(self, name: str, page: Path) -> None:
        if dialogs.show_in_browser(page):
            self._window.hide_bar("exporting")
            self._window.show_message(
                translate(
                    "ui.window", "{name}をブラウザーで開きました。印刷はブラウザーからもできます。"
                ).format(name=name)
            )
        else:
            copy = Choice(
                translate("ui.window", "場所を写す"),
                translate("ui.window", "ページの場所をクリップボードに写します。"),
                lambda: QGuiApplication.clipboard().setText(page.as_uri()),
            )
            self._window.show_failure(
                "exporting",
                translate(
                    "ui.window",
                    "ブラウザーを開けません。{name}は作ってあり、この窓を閉じるまで残ります。場所を写して、ブラウザーの住所の欄に貼り付けてください。",
                ).format(name=name),
                copy,
            )


def _apart(snapshot: Snapshot) -> Snapshot:
    """A snapshot made anew, for another thread: the document goes on with what it keeps of its own."""
    return take_snapshot(snapshot.request, snapshot.standard, shared_prices=snapshot.shared_prices)


def _contents(
    snapshot: Snapshot, standard_folder: Path, stem: str, kind: Kind, saved: datetime | None
) -> dict[str, bytes]:
    """Page and workbook by what stands behind the stem of their files; ``saved`` is when the request was, as it is now."""
    from templates.commands.exported_files import render_files

    is_usual = kind == "usual"
    return render_files(
        _apart(snapshot), standard_folder, stem, page=is_usual, saved=saved, with_copy=is_usual
    )


def _others(files: dict[Path, bytes], exported: dict[Path, Digest]) -> list[str]:
    """The names of the files that hold what this session has not written.

    Raises:
        FileError: when a file that is there cannot be read.
    """
    return [
        path.name
        for path, data in files.items()
        if digest_of(path) not in (None, digest(data), exported.get(path))
    ]
