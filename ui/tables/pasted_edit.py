"""The one edit of a paste, whichever table takes it, and the sentence that says what it replaced."""

from __future__ import annotations

from collections.abc import Sequence

from model.document.document import Document
from model.request.request import Request
from ui.language import translate


def edit_pasted(document: Document, request: Request, replaced: Sequence[str]) -> str:
    """Take a request with what was pasted, as one step of undo; what it ``replaced``, in a sentence, "" for nothing."""
    document.edit(translate("ui.tables", "貼り付け"), request)
    if not replaced:
        return ""
    sentence = translate("ui.tables", "{replaced}は前の内容を置き換えました（Ctrl+Z で戻ります）。")
    return sentence.format(replaced=translate("ui.tables", "と").join(replaced))


def cells(count: int) -> list[str]:
    """A number of cells in words; none for 0."""
    return [translate("ui.tables", "{count}個のセル").format(count=count)] if count else []
