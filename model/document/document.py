"""The open document: edit, undo, redo, the saved mark, and its subscribers.

History is a list of values (label, before, after) of the last steps, so undo cannot be wrong; ``modified`` is a comparison of identity.
Every change makes one Snapshot, the only thing panes and templates receive. No Qt here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

import msgspec
from msgspec.structs import replace

from model.checks import Findings
from model.figures.figures import Totals
from model.incremental.results import Results
from model.request.place import Place
from model.request.request import Request
from model.standard.standard import Standard
from model.totals.prices import NO_PRICES, PriceTable
from model.totals.totals import totals
from model.values.identity import Identity

if TYPE_CHECKING:
    from model.empty.empty_fields import EmptyField
    from model.figures.cut_part import ExplainedCut


class Kept(msgspec.Struct, frozen=True):
    """The results of one request that is being edited: of its totals and of its findings."""

    totals: Results
    findings: Results


class Snapshot(msgspec.Struct, frozen=True):
    """A request with everything that is true of it at one moment.

    Attributes:
        results: of the checks of its document: they decide how fast its findings come, never which. It keeps nothing itself.
    """

    request: Request
    totals: Totals
    standard: Standard
    shared_prices: PriceTable
    results: Results

    @property
    def findings(self) -> Findings:
        """What the rulebook finds; it is run when this is first asked for, for few who take a snapshot ask."""
        from model.checks.run import check  # no start of the window pays for the rulebook

        return self.results.of(
            check, self.request, self.totals, self.standard, self.shared_prices, self.results
        )

    def check_in_steps(self) -> Iterator[None]:
        """Do the work of the check a little at a time, so that ``findings`` then takes no longer than after an edit of an amount."""
        from model.checks.case import Case  # nor for this
        from model.checks.run import rehearse

        return rehearse(Case(self.request, self.totals, self.standard, self.shared_prices, self.results))

    @property
    def explained_cut(self) -> ExplainedCut:
        """What 要求額 − 計上額 is made of."""
        from model.totals.read_cut import explained_cut  # reads 財政課処理欄: nor for this

        return self.results.of(explained_cut, self.request, self.totals, self.results)

    @property
    def empty_fields(self) -> tuple[EmptyField, ...]:
        """What the form needs and the request does not have yet (未記入)."""
        from model.empty.empty_fields import empty_fields  # nor for this

        return self.results.of(empty_fields, self.request, self.totals, self.standard)


def take_snapshot(
    request: Request,
    standard: Standard,
    *,
    kept: Kept | None = None,
    shared_prices: PriceTable = NO_PRICES,
) -> Snapshot:
    """Derive everything; it is checked when the findings are asked for.

    ``kept`` are the results of the snapshots before, ``shared_prices`` the section's table of unit prices as it is now.
    """
    kept = Kept(Results(), Results()) if kept is None else kept
    return Snapshot(request, totals(request, standard, kept.totals), standard, shared_prices, kept.findings)


class Change(msgspec.Struct, frozen=True):
    """One step of the history.

    Attributes:
        merge: the field whose keystrokes belong to the same step.
        size: the memory that the step keeps from being freed, in bytes.
    """

    label: str
    before: Request
    after: Request
    merge: Place | None
    size: int


class Earlier(Protocol):
    """Steps of the same day that were done before the document was opened."""

    @property
    def label(self) -> str | None:
        """What the last of them did; None where none is left."""

    def take_back(self, request: Request) -> Request | None:
        """The request before the last of them, which led to ``request``; None where that cannot be read any more."""


MOST_STEPS: Final = 500
"""Steps that can be undone; nobody goes back further step by step."""
MOST_BYTES: Final = 25_000_000
"""Memory of the steps. One keeps what it changed and the row of its neighbours: some 2 kB in a sheet of 1,000 lines, 80 kB with a
narrative of 40,000 characters, a megabyte where a thousand lines are pasted."""

Subscriber = Callable[[Snapshot], None]


class Document:
    """A request that is being written.

    Attributes:
        path: the file it was read from or saved to; None before the first save.
        snapshot: the request as it is now.
        is_locked: whether it is only read: no edit, undo or redo changes it.
    """

    def __init__(
        self, request: Request, standard: Standard, path: Path | None = None, *, is_saved: bool = True
    ) -> None:
        """Open a request.

        ``is_saved`` is false for work that is in no file, as after a session that was cut off.
        """
        self.path = path
        self._kept = Kept(Results(), Results())
        self.snapshot = take_snapshot(request, standard, kept=self._kept)
        self._saved = request if is_saved else None
        self._read: Request | None = None
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self.earlier: Earlier | None = None
        self._open_merge: Place | None = None
        self._subscribers: list[Subscriber] = []
        self._seal_listeners: list[Callable[[], None]] = []
        self.is_locked = False
        self._refusal_listeners: list[Callable[[], None]] = []

    @property
    def request(self) -> Request:
        """The request as it is now."""
        return self.snapshot.request

    @property
    def is_modified(self) -> bool:
        """Whether there is something that is not in the file."""
        return self.request is not self._saved

    @property
    def has_work_to_lose(self) -> bool:
        """Whether leaving it would lose something: it is in no file, nor as a page or workbook that was read says it."""
        return self.is_modified and self.request is not self._read

    @property
    def undo_label(self) -> str | None:
        """What undo would take back; None when there is nothing."""
        if self._done:
            return self._done[-1].label
        return self.earlier.label if self.earlier is not None else None

    @property
    def history(self) -> tuple[Change, ...]:
        """The steps that can be undone, the oldest first."""
        return tuple(self._done)

    @property
    def redo_label(self) -> str | None:
        """What redo would do again; None when there is nothing."""
        return self._undone[-1].label if self._undone else None

    def forget_listeners(self) -> None:
        """Tell nobody any more: what showed the document is made anew."""
        for listeners in (self._subscribers, self._seal_listeners, self._refusal_listeners):
            listeners.clear()

    def subscribe(self, subscriber: Subscriber) -> None:
        """Tell ``subscriber`` every snapshot from now on."""
        self._subscribers.append(subscriber)

    def use_prices(self, table: PriceTable) -> None:
        """The section's shared table of unit prices was read: what the request uses is compared with it."""
        self._become(self.request, table)

    def edit(self, label: str, request: Request, merge: Place | None = None) -> None:
        """Replace the request as one step of undo, which ends the typing in a field unless it is of that field.

        What was asked of a field that it gave another value is answered, and the entry of 引継ぎ about a line that gets its
        amount. The same value is no edit. ``label`` are the words of the menu (「金額の入力」), ``merge`` is the field being typed
        in, whose keystrokes become one step until ``seal``.
        """
        before = self.request
        if before.identity.is_whole and not request.identity.is_whole:  # a version from before it had ids
            request = replace(request, identity=before.identity)
        if request == before or self._refuses():
            if merge is None:
                self.seal()
            return
        from model.document.shared_parts import added_bytes  # no start of the window pays for them
        from model.edits.source_questions import without_answered

        last = self._done[-1] if self._done else None
        if merge is not None and merge == self._open_merge and last and last.merge == merge:
            before = last.before
            self._done.pop()
            if request.source_questions is not before.source_questions:  # it may be typed back
                request = replace(request, source_questions=before.source_questions)
            if request.carried is not before.carried:
                request = replace(request, carried=before.carried)
        request = without_answered(before, request)
        if request.links:
            request = self._with_followed_words(request)
        if request.carried and before.carried:
            from model.edits.carried import tick_filled

            request = tick_filled(before, request)
        if request == before:  # typed back to what it was: nothing was done
            request = before
        else:
            self._done.append(Change(label, before, request, merge, added_bytes(request, before)))
            self._drop_oldest()
        self._open_merge = merge
        self._undone.clear()
        self._become(request)

    def _with_followed_words(self, request: Request) -> Request:
        """An edited request whose linked figures stand where their words are now, and say what the figures are now."""
        from model.edits.links import carried_along, following
        from model.names.figure_outline import figure_outline

        now, kept = self.snapshot, self._kept.totals
        moved = carried_along(now.request, request)
        old = figure_outline(now.request, now.totals, now.standard, kept)
        new = figure_outline(moved, totals(moved, now.standard, kept), now.standard, kept)
        return following(now.request, old, moved, new)

    def _drop_oldest(self) -> None:
        size = sum(change.size for change in self._done)
        while len(self._done) > MOST_STEPS or (size > MOST_BYTES and len(self._done) > 1):
            size -= self._done.pop(0).size
            self.earlier = None  # what was before cannot be gone back to over a gap

    @property
    def typed_place(self) -> Place | None:
        """Where the writer is typing: the place whose keystrokes are being merged into one step; None between."""
        return self._open_merge

    def when_sealed(self, listener: Callable[[], None]) -> None:
        """Tell ``listener`` from now on when the typing in a place has ended."""
        self._seal_listeners.append(listener)

    def seal(self) -> None:
        """End the merging of keystrokes: the focus left the field."""
        if self._open_merge is not None:
            self._open_merge = None
            for listener in self._seal_listeners:
                listener()

    def cancel(self, merge: Place) -> None:
        """Drop the keystrokes of the field being typed in, as Esc does; nothing is left to redo."""
        if self._done and merge == self._open_merge == self._done[-1].merge:
            self._open_merge = None
            self._become(self._done.pop().before)

    def undo(self) -> None:
        """Take back the last step."""
        if self._refuses():
            return
        if self._done:
            change = self._done.pop()
            self._undone.append(change)
            self._open_merge = None
            self._become(change.before)
        elif self.earlier is not None and (label := self.earlier.label) is not None:
            before = self.earlier.take_back(self.request)
            if before is None:
                self.earlier = None
                self._notify()
            else:
                self._undone.append(Change(label, before, self.request, None, 0))
                self._open_merge = None
                self._become(before)

    def redo(self) -> None:
        """Do the last undone step again."""
        if self._undone and not self._refuses():
            change = self._undone.pop()
            self._done.append(change)
            self._open_merge = None
            self._become(change.after)

    def lock(self, is_locked: bool) -> None:
        """Only read it from now on, or let it be edited again."""
        if is_locked != self.is_locked:
            self.seal()
            self.is_locked = is_locked
            self._notify()

    def when_refused(self, listener: Callable[[], None]) -> None:
        """Tell ``listener`` from now on that something was to be changed while the document is only read."""
        self._refusal_listeners.append(listener)

    def _refuses(self) -> bool:
        for listener in self._refusal_listeners if self.is_locked else ():
            listener()
        return self.is_locked

    @property
    def saved_request(self) -> Request | None:
        """The request as it is in the file; None where it is in none."""
        return self._saved

    def take_identity(self, identity: Identity) -> None:
        """The request is known by these ids from now on: no edit, so every step of its history has them.

        A step of another document (before the draft of the next year was made) keeps its own.
        """
        was = self.request.identity
        if identity == was:
            return
        taken: dict[int, Request] = {}

        def with_ids(request: Request) -> Request:
            if request.identity != was:
                return request
            return taken.setdefault(id(request), replace(request, identity=identity))

        def of_change(change: Change) -> Change:
            return replace(change, before=with_ids(change.before), after=with_ids(change.after))

        self._done = list(map(of_change, self._done))
        self._undone = list(map(of_change, self._undone))
        self._saved = with_ids(self._saved) if self._saved is not None else None
        self._read = with_ids(self._read) if self._read is not None else None
        if not was.is_whole:
            self.earlier = None  # what is kept of it is where the bytes of a file without ids differ
        self._become(with_ids(self.request))

    def mark_saved(self, path: Path, request: Request | None = None) -> None:
        """The request is in the file: as it is now, or as it was when the saving began."""
        self.path = path
        self._saved = self.request if request is None else request
        self.seal()
        self._notify()

    def continue_history(self, earlier: Earlier) -> None:
        """The steps that led to the request as it was opened can be undone too."""
        self.earlier = earlier
        self._notify()

    def mark_read(self) -> None:
        """The request as it is now was read from a page or a workbook, which is still there and can be read again."""
        self._read = self.request

    def begin_from(self, base: Request | None) -> None:
        """The request is unsaved work that began from what its file is known to hold; None where that is not known, or it is in no file."""
        self._saved = base

    def leave_file(self) -> None:
        """Go on without the file, which stays as it is: the next save asks for a name."""
        self.path = None
        self.seal()

    def _become(self, request: Request, prices: PriceTable | None = None) -> None:
        before = self.snapshot
        self.snapshot = take_snapshot(
            request,
            before.standard,
            kept=self._kept,
            shared_prices=before.shared_prices if prices is None else prices,
        )
        self._notify()

    def _notify(self) -> None:
        for subscriber in self._subscribers:
            subscriber(self.snapshot)
