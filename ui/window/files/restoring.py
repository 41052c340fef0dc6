"""Browsing the versions of the open file that were saved over, and going back to one as an edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.document.changes import count_changes
from model.document.document import Document
from model.document.storage import loads
from model.files.files import FileError
from model.files.versions import Version, Versions
from model.request.request import Request
from ui.review.versions_page import VersionsPage
from ui.window.request_window import RequestWindow

if TYPE_CHECKING:
    from datetime import datetime


class Restoring:
    """The versions of the open request's file."""

    def __init__(self, window: RequestWindow, versions: Versions | None) -> None:
        self._window = window
        self._versions = versions

    def show(self) -> None:
        """Show the versions before the form; a sentence where there is none."""
        document, view = self._window.document, self._window.view
        if document is None or view is None:
            return
        view.finish_typing()
        found = self._found(document)
        if not found or document.path is None:
            self._window.show_message(
                "前の版はまだありません。保存し直すたびに、その前の内容を10回分まで残します。", lasting=True
            )
            return
        page = VersionsPage(
            document.path.name, [_words(saved, request, document) for saved, request in found]
        )

        def restore(index: int) -> None:
            saved, request = found[index]
            if request is None:
                return
            self._window.leave_review()
            document.seal()
            document.edit("前の版に戻す", request)
            self._window.show_message(
                f"{saved:%m月%d日 %H:%M} に保存した版に戻しました。ファイルは保存するまで変わりません。「元に戻す」で取り消せます。",
                lasting=True,
            )
            view.focus_place("header/name")

        page.restored.connect(restore)
        page.refused.connect(self._window.leave_review)
        self._window.show_review(page)

    def _found(self, document: Document) -> list[tuple[datetime, Request | None]]:
        """The versions, the latest first; None for one that cannot be read."""
        if self._versions is None or document.path is None:
            return []
        name = document.path.name
        return [(version.saved, self._request(version, name)) for version in self._versions.of(document.path)]

    def _request(self, version: Version, name: str) -> Request | None:
        assert self._versions is not None
        try:
            return loads(self._versions.read(version), name)
        except FileError:
            return None


def _words(saved: datetime, request: Request | None, document: Document) -> str:
    when = f"{saved.year}年{saved.month}月{saved.day}日 {saved:%H:%M:%S} に保存"
    if request is None:
        return f"{when}\nこの版の控えは壊れていて読めません"
    differences = count_changes(request, document.request)
    far = f"いまの内容と {differences} か所違います" if differences else "いまの内容と同じです"
    return f"{when}\n{request.header.name or '事業名なし'}　{far}"
