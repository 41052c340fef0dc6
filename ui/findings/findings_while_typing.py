"""Which findings the screen shows while the writer types: a half-typed word is no slip yet, and nothing blinks.

No keystroke runs the rulebook. What the writer corrects in the place of a finding disappears at a short pause; all else
waits until the field is left, or for a longer pause. A long request is then checked in steps between the keys, so that no key waits
for it. Nothing is decided here: exports, checks and the summary before an export take the findings themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer

from model.checks import Finding, Findings
from model.document.document import Document, Snapshot
from model.request.place import Place
from model.request.request import Request
from ui.language import QT_TRANSLATE_NOOP
from ui.widgets.idle_steps import IdleSteps

PAUSE_MS: Final = 900
SHORT_PAUSE_MS: Final = 150
CHECKING: Final = QT_TRANSLATE_NOOP("ui.findings", "検査中です…")
"""What the panes say until the first check."""
_LINES_AT_ONCE: Final = 300
_LETTERS_AT_ONCE: Final = 12_000
"""The longest request that is checked while the writer waits; it takes some 15 ms."""


class FindingsWhileTyping(QObject):
    """The findings of a document as the screen shows them: while keystrokes are being merged, as they were before."""

    def __init__(self, document: Document, show: Callable[[Snapshot], None], parent: QObject) -> None:
        """Follow a document; ``show`` shows a snapshot when all of its findings are to be seen."""
        super().__init__(parent)
        self._document = document
        self._show = show
        self._shown = Findings()
        self._checked: Snapshot | None = None  # whose findings are shown, all of them
        self._steps: IdleSteps | None = None  # of the check that is under way
        self._looked_at = document.snapshot  # by it, or as soon as it is over
        self._show_it: Callable[[Snapshot], None] = self._show_all_of
        self._shows_typed_place = False  # with the next snapshot
        self._has_begun = False
        self.is_checked = False  # whether anything was shown yet
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.show_all)
        self._short_pause = QTimer(self, singleShot=True, interval=SHORT_PAUSE_MS)
        self._short_pause.timeout.connect(self._show_soon)
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
        if not self._has_begun or snapshot is self._checked:
            return self._shown
        if self._shows_typed_place and typed is not None:
            self._shown = _with_findings_of(typed, self._shown, snapshot.findings)
        elif typed is None:
            self._stop()
            if _is_long(snapshot.request):
                self._look_in_steps(snapshot, self._show_all_of)
            else:
                self._drop_steps()
                self._take(snapshot)
        else:
            self._pause.start()
            if _is_answer(typed) or any(
                finding.place == typed for finding in (*self._shown.all, *self._shown.questions)
            ):
                self._short_pause.start()
        return self._shown

    def show_all(self) -> None:
        """Show what is found now, of a long request as soon as it is found: the writer left the field, or pauses."""
        self._stop()
        snapshot = self._document.snapshot
        if not self._has_begun or snapshot is self._checked:
            return
        if _is_long(snapshot.request):
            self._look_in_steps(snapshot, self._show_all_of)
        else:
            self._drop_steps()
            self._show_all_of(snapshot)

    def finish(self) -> None:
        """Show at once what a check is under way for, or the first time what is found now."""
        if self._steps is not None or not self.is_checked:
            snapshot = self._document.snapshot if self._steps is None else self._looked_at
            self._stop()
            self._drop_steps()
            self._show_all_of(snapshot)

    def _look_in_steps(self, snapshot: Snapshot, show: Callable[[Snapshot], None]) -> None:
        """Look for what is found in a snapshot between the writer's keys, then show it.

        A check that is under way is finished first: one that is given up each time leaves its results to pile up.
        """
        self._looked_at, self._show_it = snapshot, show
        if self._steps is None:
            self._steps = IdleSteps(self._look(), self)
            self._steps.start()

    def _look(self) -> Iterator[object]:
        seen = None
        while seen is not self._looked_at:
            seen, show = self._looked_at, self._show_it
            yield from seen.check_in_steps()
            yield seen.findings
            if seen is self._looked_at:  # the field was left meanwhile: then more of it is shown
                show = self._show_it
            show(seen)
        self._drop_steps()

    def _show_all_of(self, snapshot: Snapshot) -> None:
        """Show what is found in a snapshot; where the writer has typed on meanwhile, it is what stood there before that."""
        is_new = not self.is_checked or snapshot.findings != self._shown
        self._take(snapshot)
        if is_new:
            self._show(self._document.snapshot)

    def _take(self, snapshot: Snapshot) -> None:
        """Take the findings of a snapshot as those that are shown."""
        self._shown, self._checked, self.is_checked = snapshot.findings, snapshot, True

    def _show_soon(self) -> None:
        """Show what is found of the typed place, as soon as it is found."""
        snapshot = self._document.snapshot
        if _is_long(snapshot.request):
            self._look_in_steps(snapshot, self._show_typed_place)
        else:
            self._show_typed_place(snapshot)

    def _show_typed_place(self, snapshot: Snapshot) -> None:
        if snapshot is not self._document.snapshot:  # typed on: another short pause follows
            return
        self._shows_typed_place = True
        self._show(snapshot)
        self._shows_typed_place = False

    def _stop(self) -> None:
        self._pause.stop()
        self._short_pause.stop()

    def _drop_steps(self) -> None:
        if self._steps is not None:
            self._steps.stop()
            self._steps.deleteLater()
            self._steps = None


def _is_long(request: Request) -> bool:
    """Whether a check after an edit may take longer than a key may wait."""
    return (
        sum(len(group.lines) for group in request.groups) > _LINES_AT_ONCE
        or sum(len(section.text) for section in request.sections) > _LETTERS_AT_ONCE
    )


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
