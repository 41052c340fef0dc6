"""Unsaved work of the open file that an earlier session left behind: offered in a line above the form."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from model.differences.changes import count_changes
from ui.language import translate
from ui.widgets.choice_bar import Choice
from ui.window.files.beside import Beside
from ui.window.files.comparing import Comparing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from model.document.document import Document
    from model.request.request import Request
    from ui.window.files.document_file import DocumentFile
    from ui.window.files.journal import UnsavedCopy


def offer_unsaved_work(
    file: DocumentFile,
    left: Callable[[], list[UnsavedCopy]],
    take_up: Callable[[UnsavedCopy], object],
) -> None:
    """Look for copies of the open file's unsaved work, in a thread, and show them one after the other, the latest first.

    Args:
        file: what is known of the document's file.
        left: finds the copies that earlier sessions left behind.
        take_up: opens a copy in place of the document.
    """
    document = file.window.document
    if document is not None and document.path is not None:
        find = partial(_copies_of, document.path, document.request, left)
        Beside(find, partial(_offer, file, document, take_up), file)


def _offer(
    file: DocumentFile,
    document: Document,
    take_up: Callable[[UnsavedCopy], object],
    found: list[tuple[UnsavedCopy, int]],
) -> None:
    window = file.window
    if window.document is not document or document.path is None:
        return
    window.hide_bar("unsaved")
    if not found:
        return
    (copy, differences), *rest = found
    more = translate("ui.window", "ほかに{count}件あります。").format(count=len(rest)) if rest else ""

    def leave() -> None:
        window.show_message(
            translate(
                "ui.window",
                "書きかけはそのまま残してあります。このファイルを開いたときと、始めのページから開けます。",
            )
        )
        _offer(file, document, take_up, rest)

    window.bars.show(
        "unsaved",
        translate(
            "ui.window",
            "「{name}」には、保存されないまま終わった書きかけがあります: {work}　{written:%m月%d日 %H:%M} まで　いま開いている内容と {count} か所違います。{more}どちらを選んでも、ファイルは保存するまで変わりません。",
        ).format(
            name=document.path.name,
            work=copy.name,
            written=copy.written,
            count=differences,
            more=more,
        ),
        (
            Choice(
                translate("ui.window", "書きかけを開く"),
                translate(
                    "ui.window",
                    "書きかけを、保存していない変更として開きます。ファイルがそのあと変わっていれば、保存するときに確かめます。",
                ),
                lambda: take_up(copy),
            ),
            Choice(
                translate("ui.window", "違いを見る"),
                translate("ui.window", "書きかけを開くと、いまの要求書がどう変わるかを表で見ます。"),
                lambda: Comparing(file).show(
                    copy.work.request,
                    translate("ui.window", "書きかけ（{written:%m月%d日 %H:%M} まで）").format(
                        written=copy.written
                    ),
                    is_later=True,
                ),
            ),
            Choice(
                translate("ui.window", "開かない"),
                translate("ui.window", "書きかけは消えません。次に開いたときに、もう一度尋ねます。"),
                leave,
            ),
        ),
    )


def _copies_of(
    path: Path, request: Request, copies: Callable[[], list[UnsavedCopy]]
) -> list[tuple[UnsavedCopy, int]]:
    """The copies of a file's unsaved work that say something else than the request, with in how many places."""
    found = []
    for copy in copies():
        file = copy.work.file
        if file is not None and file.name == path.name and _is_same_file(file, path):
            differences = count_changes(request, copy.work.request)
            if differences:
                found.append((copy, differences))
    return found


def _is_same_file(one: Path, other: Path) -> bool:
    """Whether two names lead to one file, however its folder is named."""
    return os.path.normcase(os.path.realpath(one)) == os.path.normcase(os.path.realpath(other))
