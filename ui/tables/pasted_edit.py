"""The one edit of a paste, whichever table takes it, and the sentence that says what it added and replaced."""

from __future__ import annotations

from collections.abc import Sequence

from model.document.document import Document
from model.request.request import Request
from ui.language import translate


def edit_pasted(document: Document, request: Request, replaced: Sequence[str], added: int = 0) -> str:
    """Take a request with what was pasted, as one step of undo.

    Returns:
        How many rows it ``added`` and what it ``replaced``, in a sentence; "" for nothing.
    """
    document.edit(translate("ui.tables", "貼り付け"), request)
    if replaced and added:
        sentence = translate(
            "ui.tables",
            "{added:,}行を加え、{replaced}は前の内容を置き換えました（Ctrl+Z で戻ります）。",
        )
    elif replaced:
        sentence = translate("ui.tables", "{replaced}は前の内容を置き換えました（Ctrl+Z で戻ります）。")
    elif added:
        sentence = translate("ui.tables", "{added:,}行を加えました（Ctrl+Z で戻ります）。")
    else:
        return ""
    return sentence.format(added=added, replaced=translate("ui.tables", "と").join(replaced))


def cells(count: int) -> list[str]:
    """A number of cells in words; none for 0."""
    return [translate("ui.tables", "{count:,}個のセル").format(count=count)] if count else []
