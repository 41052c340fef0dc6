"""What of the findings is told while the writer types: a half-typed word is no slip yet, and nothing blinks.

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


class ToldFindings(QObject):
    """The findings of a document as they are told: while keystrokes are being merged, as they were before."""

    def __init__(self, document: Document, tell: Callable[[Snapshot], None], parent: QObject) -> None:
        """Follow a document.

        Args:
            document: what is typed in.
            tell: shows a snapshot when all of its findings are to be told.
            parent: what it belongs to.
        """
        super().__init__(parent)
        self._document = document
        self._tell = tell
        self._told = Findings()
        self._is_due = True
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.tell_all)
        document.when_sealed(self.tell_all)

    def of(self, snapshot: Snapshot) -> Snapshot:
        """The snapshot with the findings that are told now; those of half-typed words are not even looked for."""
        typed = self._document.typed_place
        if typed is None or self._is_due:
            self._told, self._is_due = snapshot.findings, False
            self._pause.stop()
            return snapshot
        self._pause.start()
        told = self._told
        is_answer = typed.startswith("answer/")  # it is counted, and stands in its box
        if is_answer or any(question.place == typed for question in (*told.all, *told.questions)):
            found = snapshot.findings
            now = {
                _key(finding): finding for finding in (*found.all, *found.questions) if finding.place == typed
            }
            self._told = replace(
                told,
                all=_as_before(told.all, typed, now),
                questions=found.questions if is_answer else _as_before(told.questions, typed, now),
            )
        return replace(snapshot, told=self._told)

    def tell_all(self) -> None:
        """The writer left the field, or pauses: tell what is found now."""
        self._pause.stop()
        found, told = self._document.snapshot.findings, self._told
        if (found.all, found.acknowledged, found.questions) != (told.all, told.acknowledged, told.questions):
            self._is_due = True
            self._tell(self._document.snapshot)


def _as_before(
    told: tuple[Finding, ...], typed: Place, now: Mapping[tuple[str, Place], Finding]
) -> tuple[Finding, ...]:
    """What was told before, but for what stood at the typed place: that is as it is now, or gone."""
    if all(each.place != typed for each in told):
        return told
    kept = (each if each.place != typed else now.get(_key(each)) for each in told)
    return tuple(each for each in kept if each is not None)


def _key(finding: Finding) -> tuple[str, Place]:
    return finding.rule, finding.place
