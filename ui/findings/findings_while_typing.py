"""Which findings the screen shows while the writer types: a half-typed word is no slip yet, and nothing blinks.

No keystroke runs the rulebook. What the writer corrects in the place of a finding disappears at a short pause; all else
waits until the field is left, or for a longer pause. Nothing is decided here: exports, checks and the summary before an export take the findings themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer

from model.checks import Finding, Findings
from model.document.document import Document, Snapshot
from model.request.place import Place
from ui.language import QT_TRANSLATE_NOOP

PAUSE_MS: Final = 900
SHORT_PAUSE_MS: Final = 150
CHECKING: Final = QT_TRANSLATE_NOOP("ui.findings", "検査中です…")
"""What the panes say until the first check."""


class FindingsWhileTyping(QObject):
    """The findings of a document as the screen shows them: while keystrokes are being merged, as they were before."""

    def __init__(self, document: Document, show: Callable[[Snapshot], None], parent: QObject) -> None:
        """Follow a document.

        Args:
            document: what is typed in.
            show: shows a snapshot when all of its findings are to be seen.
            parent: what it belongs to.
        """
        super().__init__(parent)
        self._document = document
        self._show = show
        self._shown = Findings()
        self._shows_all = False  # with the next snapshot
        self._shows_typed_place = False
        self._has_begun = False
        self.is_checked = False  # whether anything was shown yet
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.show_all)
        self._short_pause = QTimer(self, singleShot=True, interval=SHORT_PAUSE_MS)
        self._short_pause.timeout.connect(self._show_typed_place)
        document.when_sealed(self.show_all)

    def begin(self) -> None:
        """Look for findings from now on; where the writer is typing already, from the next pause on."""
        self._has_begun = True
        if self._document.typed_place is None:
            self.show_all()
        else:
            self._pause.start()

    def next_shown(self, snapshot: Snapshot) -> Findings:
        """Decide which findings are shown with a snapshot, and remember them for the next one.

        Between keystrokes of a place they are those that were shown before. Timers start, after which first the findings
        of that place, where it has some, and then all findings are shown as they are now.
        """
        typed = self._document.typed_place
        if not self._has_begun:
            return self._shown
        if typed is None or self._shows_all:
            self._shown, self.is_checked = snapshot.findings, True
            self._stop()
        elif self._shows_typed_place:
            self._shown = _with_findings_of(typed, self._shown, snapshot.findings)
        else:
            self._pause.start()
            if _is_answer(typed) or any(
                finding.place == typed for finding in (*self._shown.all, *self._shown.questions)
            ):
                self._short_pause.start()
        return self._shown

    def show_all(self) -> None:
        """Show what is found now: the writer left the field, or pauses."""
        self._stop()
        if not self._has_begun:
            return
        if not self.is_checked or self._document.snapshot.findings != self._shown:
            self._shows_all = True
            self._show(self._document.snapshot)
            self._shows_all = False

    def _show_typed_place(self) -> None:
        self._shows_typed_place = True
        self._show(self._document.snapshot)
        self._shows_typed_place = False

    def _stop(self) -> None:
        self._pause.stop()
        self._short_pause.stop()


def _with_findings_of(typed: Place, shown: Findings, found: Findings) -> Findings:
    """What was shown, but with the findings of the typed place, and of an answer its question, as they are now."""
    now = {_key(finding): finding for finding in (*found.all, *found.questions) if finding.place == typed}
    questions = found.questions if _is_answer(typed) else _as_before(shown.questions, typed, now)
    return replace(shown, all=_as_before(shown.all, typed, now), questions=questions)


def _is_answer(place: Place) -> bool:
    """Whether a place is the answer to a question, which is counted and shown in its box."""
    return place.startswith("answer/")


def _as_before(
    before: tuple[Finding, ...], typed: Place, now: Mapping[tuple[str, Place], Finding]
) -> tuple[Finding, ...]:
    """The findings of before, those of the typed place as they are now, or without them where they are gone."""
    kept = (finding if finding.place != typed else now.get(_key(finding)) for finding in before)
    return tuple(finding for finding in kept if finding is not None)


def _key(finding: Finding) -> tuple[str, Place]:
    return finding.rule, finding.place
