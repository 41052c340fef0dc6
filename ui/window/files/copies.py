"""Copies that have parted from the open file, as a program that keeps folders alike leaves them: offered for merging."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from model.document.conflict_copies import ConflictCopy, conflict_copies
from ui.language import translate
from ui.widgets.choice_bar import Choice
from ui.window.files.beside import Beside
from ui.window.files.comparing import Comparing
from ui.window.files.document_file import DocumentFile

if TYPE_CHECKING:
    from model.document.document import Document


def offer_copies(file: DocumentFile) -> None:
    """Look for such copies beside the open file, in a thread (its drive may not answer), and show them one after the other."""
    document = file.window.document
    if document is not None and document.path is not None:
        versions = file.kept.versions if file.kept is not None else None
        find = partial(conflict_copies, document.path, document.request, versions)
        Beside(find, partial(_offer, file, document), file)


def _offer(file: DocumentFile, document: Document, found: list[ConflictCopy]) -> None:
    if file.window.document is not document:
        return
    file.window.hide_bar("copies")
    found = [copy for copy in found if not file.recent.is_settled(copy.content.hex())]
    if not found:
        return
    copy, *rest = found
    more = translate("ui.window", "ほかに{count}件あります。").format(count=len(rest)) if rest else ""

    def settle(words: str) -> None:
        file.recent.settle(copy.content.hex())
        file.window.show_message(words, lasting=True)
        _offer(file, document, rest)

    def merge() -> None:
        Comparing(file).merge(
            copy.base,
            copy.request,
            copy.path.name,
            lambda: settle(
                translate(
                    "ui.window",
                    "「{name}」と合わせました。保存するまで、どちらのファイルも変わりません。保存したあとは、その写しを消してかまいません。",
                ).format(name=copy.path.name)
            ),
        )

    def show_differences() -> None:
        Comparing(file).show(
            copy.request, translate("ui.window", "写し「{name}」").format(name=copy.path.name)
        )

    choices = [
        Choice(
            translate("ui.window", "違いを見る"),
            translate("ui.window", "写しからいまの要求書までに、どこが変わったかを表で見ます。"),
            show_differences,
        ),
        Choice(
            translate("ui.window", "そのままにする"),
            translate("ui.window", "この内容の写しは、もう尋ねません。ファイルは両方とも残ります。"),
            lambda: settle(
                translate("ui.window", "「{name}」はそのまま残してあります。").format(name=copy.path.name)
            ),
        ),
    ]
    if not document.is_locked:
        tip = translate("ui.window", "ぶつからない変更は両方を取り入れ、ぶつかるところだけを選びます。")
        choices.insert(0, Choice(translate("ui.window", "変更を合わせる"), tip, merge))
    file.window.bars.show(
        "copies",
        translate(
            "ui.window",
            "「{name}」は、フォルダーの同期や複写のときに分かれた、この要求書の写しのようです（違うところ {count}か所）。{more}どちらのファイルも変わっていません。",
        ).format(name=copy.path.name, count=copy.differences, more=more),
        choices,
    )
