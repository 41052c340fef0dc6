"""What the desk shows beside its table of the chosen request: its decision, its findings and questions, its versions and decisions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from model.register.asking import Asked, asked
from model.register.deciding import DECIDED_LABELS, KeptDecision, history
from model.register.listing import RegisterRow
from model.register.opening import Register
from model.register.timeline import KeptFinding, ReceivedVersion, findings_of, versions_of
from model.standard.standard import Standard
from templates.desk.naming import grantable_lines
from ui.desk.asking import AskingPane
from ui.desk.decision_pane import DecisionPane
from ui.desk.desk_data import DeskData
from ui.desk.lines_table import GrantableLine
from ui.language import translate
from ui.review.report_pane import Entry, EntryList, entry_place


class AboutRequest(NamedTuple):
    """What the register knows of one request besides its row."""

    row: RegisterRow
    lines: Sequence[GrantableLine]
    findings: Sequence[KeptFinding]
    questions: Sequence[Asked]
    versions: Sequence[ReceivedVersion]
    decisions: Sequence[KeptDecision]


def read_about(register: Register, row: RegisterRow, standard: Standard) -> AboutRequest:
    """What the register knows of a request, its cost lines those of the version in force."""
    with register.reading() as connection:
        return AboutRequest(
            row,
            grantable_lines(connection, row.version, standard) if row.kind == "expenditure" else (),
            findings_of(connection, row.version),
            asked(connection, row.request),
            versions_of(connection, row.request),
            history(connection, row.request),
        )


class RequestTabs(QTabWidget):
    """The decision on the chosen request, and the lists of its findings and of its versions."""

    place_opened = Signal(str)  # a place of the request
    version_opened = Signal(object)  # the ReceivedVersion that the request is to be compared with

    def __init__(self, data: DeskData, parent: QWidget) -> None:
        super().__init__(parent)
        self._data = data
        self.setDocumentMode(True)
        for widget in (self, self.tabBar()):
            widget.setAccessibleName(translate("ui.desk", "選んだ要求"))
        self.decision = DecisionPane(data, self)
        self.asking = AskingPane(self)
        self.findings = self.asking.list
        self.findings.itemActivated.connect(lambda item: self.place_opened.emit(entry_place(item)))
        self.versions = EntryList(translate("ui.desk", "版と決定"), (), self)
        self.versions.itemActivated.connect(lambda item: self._open_version(entry_place(item)))
        self._about: AboutRequest | None = None
        self.addTab(self.decision, "")
        self.addTab(self.asking, "")
        self.addTab(self.versions, "")
        self._name_tabs()

    def show_request(self, row: RegisterRow | None) -> None:
        """Show a request; what must be read of the register for it is shown by ``show_about``."""
        self.decision.show_request(row)
        self.asking.show_request(row)
        if self._about is not None and (row is None or row.version != self._about.row.version):
            self._about = None
            self.asking.show_entries((), ())
            self.versions.show_entries(())
            self._name_tabs()

    def show_about(self, about: AboutRequest) -> None:
        """Show what was read of the request."""
        self._about = about
        self.decision.show_lines(about.lines)
        self.asking.show_entries(about.findings, about.questions)
        self.versions.show_entries(_timeline(about, self._data))
        self._name_tabs()

    def _name_tabs(self) -> None:
        about = self._about
        found = len(about.findings) + len(about.questions) if about is not None else 0
        self.setTabText(0, translate("ui.desk", "査定"))
        self.setTabText(1, translate("ui.desk", "指摘・質問 {count}").format(count=found or "").rstrip())
        versions = len(about.versions) if about is not None else 0
        self.setTabText(2, translate("ui.desk", "版・決定 {count}").format(count=versions or "").rstrip())

    def _open_version(self, identity: str) -> None:
        for version in self._about.versions if self._about is not None else ():
            if version.version == identity:
                self.version_opened.emit(version)


def _timeline(about: AboutRequest, data: DeskData) -> list[Entry]:
    """Versions and decisions in the order of time, the latest first; a version is known by its id."""
    found: list[tuple[str, Entry]] = []
    before: ReceivedVersion | None = None
    for version in about.versions:
        amount = data.figure(version.amount)
        if before is not None:
            amount = f"{data.figure(before.amount)} → {amount}"
        head = translate("ui.desk", "{when}　{stage} 第{number}版　{amount}千円").format(
            when=_when(version.received_at), stage=version.stage, number=version.number, amount=amount
        )
        if version.version == about.row.version:
            head += translate("ui.desk", "　（いまの版）")
        found.append((version.received_at, Entry(f"{head}\n{version.source}", version.version)))
        before = version
    for kept in about.decisions:
        wholes = kept.decision.wholes.items()
        parts = [f"{DECIDED_LABELS[row]}{data.figure(amount)}" for row, amount in wholes]
        head = translate("ui.desk", "{when}　{stage} 決定{number}　{actor}").format(
            when=_when(kept.at), stage=kept.decision.stage, number=kept.number, actor=kept.actor
        )
        words = " ".join((kept.decision.result, *parts)).strip()
        found.append((kept.at, Entry("\n".join(filter(None, (head, words, kept.decision.comment))))))
    return [entry for _, entry in sorted(found, key=lambda each: each[0], reverse=True)]


def _when(at: str) -> str:
    """A moment of the register on the clock of the desk."""
    return f"{datetime.fromisoformat(at).astimezone():%m/%d %H:%M}"
