"""Browsing the versions of the open file that were saved over, and going back to one as an edit."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from model.differences.changes import count_changes
from model.document.document import Document
from model.document.storage import loads
from model.files.files import FileError
from model.files.process import called
from model.files.versions import Saver, Versions
from model.request.request import Request
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.review.versions_page import VersionsPage
from ui.window.files.comparing import Comparing
from ui.window.files.document_file import DocumentFile
from ui.window.files.sharing import REFUSED

_DAMAGED: Final = QT_TRANSLATE_NOOP(
    "ui.window", "この版の控えは壊れていて読めません。ほかの版を選んでください。"
)


def show_versions(file: DocumentFile, chosen: int = 0) -> None:
    """Show the versions of the open file before the form, beginning at one of them; a sentence where there is none."""
    view = file.window.open_view
    document = view.document
    view.finish_typing()
    if document.path is None or file.kept is None:
        _show(file, document, [], chosen)
        return
    find = partial(_found, file.kept.versions, document.path, document.request)
    file.read_beside(document.path.name, find, lambda found: _show(file, document, found, chosen))


def _show(file: DocumentFile, document: Document, found: list[_Found], chosen: int) -> None:
    window, view = file.window, file.window.view
    if document is not window.document or view is None:
        return
    if not found or document.path is None:
        window.show_message(
            translate(
                "ui.window",
                "前の版はまだありません。あなたが保存し直すたびに、その前の内容を10回分まで残します。ほかの人がした保存は、ここには残りません。",
            ),
            lasting=True,
        )
        return
    page = VersionsPage(document.path.name, [version.words for version in found], chosen=chosen)

    def restore(index: int) -> None:
        saved, request, _ = found[index]
        if request is None:
            window.show_message(translate("ui.window", _DAMAGED))
        elif document.is_locked:
            window.show_message(translate("ui.window", REFUSED))
        if request is None or document.is_locked:
            return
        window.leave_review()
        document.edit(translate("ui.window", "前の版に戻す"), request)
        window.show_message(
            translate(
                "ui.window",
                "{saved:%m月%d日 %H:%M} に保存した版に戻しました。ファイルは保存するまで変わりません。「元に戻す」で取り消せます。",
            ).format(saved=saved),
            lasting=True,
        )
        view.focus_place("header/name")

    def compare(index: int) -> None:
        saved, request, _ = found[index]
        if request is None:
            window.show_message(translate("ui.window", _DAMAGED))
        else:
            name = translate("ui.window", "{saved:%m月%d日 %H:%M} に保存した版").format(saved=saved)
            Comparing(file).show(request, name, lambda: show_versions(file, index))

    page.restored.connect(restore)
    page.compared.connect(compare)
    page.refused.connect(window.leave_review)
    page.open.setEnabled(not document.is_locked)
    window.show_review(page)


class _Found(NamedTuple):
    """A version: when it was saved, its request (None where it cannot be read), and how it is listed."""

    saved: datetime
    request: Request | None
    words: str


def _found(versions: Versions, path: Path, now: Request) -> list[_Found]:
    """The versions of a file, the latest first."""
    found = []
    for version in versions.of(path):
        try:
            content = versions.content_of(version)
            request = loads(content.data, path.name)
        except FileError:
            words = translate("ui.window", "{when}保存\n{damaged}").format(
                when=_when(version.saved), damaged=translate("ui.window", _DAMAGED)
            )
            found.append(_Found(version.saved, None, words))
        else:
            found.append(_Found(version.saved, request, _words(version.saved, content.saver, request, now)))
    return found


def _when(saved: datetime) -> str:
    return translate("ui.window", "{year}年{month}月{day}日 {saved:%H:%M:%S} に").format(
        year=saved.year, month=saved.month, day=saved.day, saved=saved
    )


def _words(saved: datetime, saver: Saver | None, request: Request, now: Request) -> str:
    if saver is None:
        when = translate(
            "ui.window", "{when}保存（ほかの人かほかのパソコンなど、だれが保存したかの記録がありません）"
        ).format(when=_when(saved))
    else:
        is_more = saver.name and saver.machine  # else the machine is said already, or not known
        where = translate("ui.window", "（{machine}）").format(machine=saver.machine) if is_more else ""
        when = translate("ui.window", "{when} {saver}{where}が保存").format(
            when=_when(saved), saver=called(saver.name, saver.machine), where=where
        )
    differences = count_changes(request, now)
    far = (
        translate("ui.window", "いまの内容と {count} か所違います").format(count=differences)
        if differences
        else translate("ui.window", "いまの内容と同じです")
    )
    return translate("ui.window", "{when}\n{name}　{far}").format(
        when=when, name=request.header.name or translate("ui.window", "事業名なし"), far=far
    )
