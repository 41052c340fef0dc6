"""Which findings the screen shows while the writer types: a half-typed word is no slip yet, and nothing blinks.

What the writer mends in the place of a finding goes at once; all else waits until the field is left, or for a pause.
Nothing is decided here: exports, checks and the summary before an export take the findings themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer

from model.checks import Finding, Findings
from model.document.document import Document, Snapshot
from model.request.place import Place

PAUSE_MS: Final = 900
CHECKING: Final = "検査中です…"
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
        self._is_due = False
        self._has_begun = False
        self.is_checked = False  # whether anything was shown yet
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.show_all)
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

        Between keystrokes of a place they are those that were shown before, but for what stands at that place: that is
        as it is now, or gone. Where nothing stands there, the rulebook is not even run. A timer starts, after which
        all is shown.
        """
        typed = self._document.typed_place
        if not self._has_begun:
            return self._shown
        if typed is None or self._is_due:
            self._shown, self._is_due, self.is_checked = snapshot.findings, False, True
            self._pause.stop()
            return self._shown
        self._pause.start()
        before = self._shown
        is_answer = typed.startswith("answer/")  # it is counted, and stands in its box
        if is_answer or any(finding.place == typed for finding in (*before.all, *before.questions)):
            found = snapshot.findings
            now = {
                _key(finding): finding for finding in (*found.all, *found.questions) if finding.place == typed
            }
            self._shown = replace(
                before,
                all=_as_before(before.all, typed, now),
                questions=found.questions if is_answer else _as_before(before.questions, typed, now),
            )
        return self._shown

    def show_all(self) -> None:
        """The writer left the field, or pauses: show what is found now."""
        self._pause.stop()
        if not self._has_begun:
            return
        if not self.is_checked or self._document.snapshot.findings != self._shown:
            self._is_due = True
            self._show(self._document.snapshot)


def _as_before(
    before: tuple[Finding, ...], typed: Place, now: Mapping[tuple[str, Place], Finding]
) -> tuple[Finding, ...]:
    """What was shown before, but for what stood at the typed place: that is as it is now, or gone."""
    if all(finding.place != typed for finding in before):
        return before
    kept = (finding if finding.place != typed else now.get(_key(finding)) for finding in before)
    return tuple(finding for finding in kept if finding is not None)


def _key(finding: Finding) -> tuple[str, Place]:
    return finding.rule, finding.place
