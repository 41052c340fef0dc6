"""Labels and tooltips that show their text as it is: what stands in a request or a file is never taken for markup, which loads pictures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from model.document.document import Snapshot
from model.request.place import Place
from ui.widgets.pane import FindingsByPlace


class PlainLabel(QLabel):
    """A label that shows its text as it is; ``kind`` is how the style sheet has it look."""

    def __init__(
        self,
        text: str | QWidget | None = None,
        parent: QWidget | None = None,
        *,
        kind: str = "",
        wraps: bool = False,
    ) -> None:
        words, owner = (text, parent) if isinstance(text, str) else ("", text or parent)
        super().__init__(owner)
        self.setObjectName(kind)
        self.setWordWrap(wraps)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)


class WordsNote(PlainLabel):
    """Lines of words below a table that follow from its figures (how 人件費 comes about, the subtotals by 節); it takes no focus."""

    def __init__(self, words: Callable[[Snapshot], str], name: str, parent: QWidget) -> None:
        """Make the note; ``words`` gives what to say of a snapshot, "" for nothing."""
        super().__init__(parent, kind="hint", wraps=True)
        self._words = words
        self.setAccessibleName(name)
        self.hide()

    def show_snapshot(self, snapshot: Snapshot, _findings: FindingsByPlace) -> None:
        """Show a snapshot."""
        text = self._words(snapshot)
        if text != self.text():
            self.setText(text)
            self.setVisible(bool(text))

    def focus_place(self, _place: Place) -> bool:
        """Words hold no place."""
        return False


def plain_tip(text: str) -> str:
    """A text as a tooltip that shows it as it is."""
    if "<" not in text and "&" not in text:
        return text
    from html import escape  # with the names of all its entities: no start of the window pays for it

    return f"<p style='white-space:pre-wrap'>{escape(text)}</p>"
