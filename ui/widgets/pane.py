"""The contract of everything the window is made of: it shows Snapshots and can take the focus to a place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from model.checks import Finding
from model.document.document import Snapshot
from model.request.place import Place

EDITS = "edits"
"""The property of widgets that change the document: where it is only read they are locked."""

FindingsByPlace = Mapping[Place, Sequence[Finding]]


class Pane(Protocol):
    """What every part of the form does: show a Snapshot (idempotent), and take the focus to a place it holds."""

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot; the field being typed in is left alone while it already means the value."""

    def focus_place(self, place: Place) -> bool:
        """Take the focus to a place; False when it is not here."""


class PaneGroup:
    """A widget that holds panes.

    Attributes:
        panes: each shows what the whole is shown.
    """

    panes: Sequence[Pane]

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot in every pane."""
        for pane in self.panes:
            pane.show_snapshot(snapshot, findings)

    def focus_place(self, place: Place) -> bool:
        """Take the focus to a place of one of the panes."""
        return any(pane.focus_place(place) for pane in self.panes)
