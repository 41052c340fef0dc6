"""The findings and questions of the chosen request, and a field below them: what an officer asks its section, or was answered by it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from model.checks.quoted import SENTENCE, shortened
from model.register.asking import Asked, answer, ask
from model.register.listing import RegisterRow
from model.register.opening import Register
from model.register.timeline import KeptFinding
from model.standard.parts import Severity
from ui.language import translate
from ui.review.report_pane import Entry, EntryList
from ui.widgets.buttons import push_button
from ui.widgets.editing.editors import LineField
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import lay_column, lay_row
from ui.widgets.severity_mark import MARK_LETTERS, severity_word
from ui.window.files.beside import Beside


class Wanted(NamedTuple):
    """What is to be written about a request.

    Attributes:
        row: the request.
        text: the question, or the answer.
        about: the finding or question that is chosen, None for the whole request.
    """

    row: RegisterRow
    text: str
    about: KeptFinding | Asked | None


class AskingPane(QWidget):
    """The list, and the field. What was typed for a request stays with it until it is asked."""

    asked = Signal(object)  # what is Wanted as a question
    answered = Signal(object)  # what is Wanted as the answer to a question

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row: RegisterRow | None = None
        self._entries: Sequence[KeptFinding | Asked] = ()
        self._drafts: dict[str, str] = {}
        self.list = EntryList(translate("ui.desk", "指摘と質問"), (), self)
        self.list.itemSelectionChanged.connect(self._show_subject)
        self.subject = PlainLabel(self, kind="hint", wraps=True)
        self.field = LineField(self)
        self.field.setAccessibleName(translate("ui.desk", "課への質問、または課から聞いた答え"))
        self.field.setPlaceholderText(translate("ui.desk", "課に聞くこと"))
        self.field.typed.connect(self._keep)
        self.field.returnPressed.connect(lambda: self._send(self.asked.emit))
        self.ask = push_button(
            translate("ui.desk", "課に質問する(&Q)"), lambda: self._send(self.asked.emit), self, tip="Enter"
        )
        tip = translate("ui.desk", "選んだ質問への答えとして、電話などで聞いたことを台帳に書きます。")
        self.answer = push_button(
            translate("ui.desk", "聞いた答えを書く(&W)"),
            lambda: self._send(self.answered.emit),
            self,
            tip=tip,
        )
        buttons = lay_row(None, None, self.answer, self.ask)
        foot = lay_column(None, self.subject, self.field, buttons, margins=(8, 4, 8, 8), spacing=4)
        lay_column(self, self.list, foot, wide=self.list)
        self.setFocusProxy(self.list)
        self._show_subject()

    @property
    def has_drafts(self) -> bool:
        """Whether something was typed and neither asked nor written."""
        return bool(self._drafts)

    def show_request(self, row: RegisterRow | None) -> None:
        """Show what was typed for a request; its findings and questions are shown by ``show_entries``."""
        if row is not None and self._row is not None and row.request == self._row.request:
            self._row = row
            return
        self._row = row
        self.field.setText(self._drafts.get(row.request, "") if row is not None else "")
        self._show_subject()

    def show_entries(self, findings: Sequence[KeptFinding], questions: Sequence[Asked]) -> None:
        """Show the findings and questions of the request."""
        entries: Sequence[KeptFinding | Asked] = (*findings, *questions)
        if entries == self._entries:
            return
        self._entries = entries
        self.list.show_entries([*map(_of_finding, findings), *map(_of_question, questions)])
        self.list.clearSelection()  # a question is about the whole request until something is chosen
        self._show_subject()

    def show_written(self, wanted: Wanted) -> None:
        """Forget what was typed for a request: it is in the register."""
        self._drafts.pop(wanted.row.request, None)
        if self._row is not None and self._row.request == wanted.row.request:
            self.field.clear()

    def _chosen(self) -> KeptFinding | Asked | None:
        selected = self.list.selectedIndexes()
        return self._entries[selected[0].row()] if len(selected) == 1 else None

    def _show_subject(self) -> None:
        """Say what a question would be about, and offer an answer where a question is chosen."""
        chosen = self._chosen()
        words = ""
        if chosen is not None:
            words = shortened(chosen.question, SENTENCE) if isinstance(chosen, Asked) else chosen.place_words
        self.subject.setText(
            translate("ui.desk", "「{place}」について").format(place=words)
            if words
            else translate("ui.desk", "この要求の全体について")
        )
        for widget in (self.field, self.ask):
            widget.setEnabled(self._row is not None)
        self.answer.setEnabled(isinstance(chosen, Asked))

    def _keep(self) -> None:
        assert self._row is not None
        if (text := self.field.text()).strip():
            self._drafts[self._row.request] = text
        else:
            self._drafts.pop(self._row.request, None)

    def _send(self, emit: Callable[[Wanted], object]) -> None:
        if self._row is not None:
            emit(Wanted(self._row, self.field.text(), self._chosen()))


class Asking(QObject):
    """Writes questions and answers into the register, beside the window."""

    said = Signal(str)  # what came of it
    changed = Signal()  # the register

    def __init__(self, register: Register, pane: AskingPane, parent: QObject) -> None:
        super().__init__(parent)
        self._register, self._pane = register, pane
        self.work: Beside[object] | None = None
        pane.asked.connect(self._ask)
        pane.answered.connect(self._answer)

    def _ask(self, wanted: Wanted) -> None:
        row, about = wanted.row, wanted.about
        place, words = (about.place, about.place_words) if about is not None else ("", "")
        self._write(
            partial(ask, self._register, row.request, row.version, wanted.text, place, words),
            wanted,
            translate(
                "ui.desk", "{section}「{name}」への質問を台帳に書きました。次の「課への確認」に載ります。"
            ),
        )

    def _answer(self, wanted: Wanted) -> None:
        if isinstance(wanted.about, Asked):
            self._write(
                partial(answer, self._register, wanted.about.id, wanted.text),
                wanted,
                translate("ui.desk", "{section}「{name}」の答えを台帳に書きました。"),
            )

    def _write(self, work: Callable[[], object], wanted: Wanted, words: str) -> None:
        if self.work is not None and not self.work.is_over:
            self.said.emit(translate("ui.desk", "前の質問を書き込んでいます。"))
            return

        def then(_: object) -> None:
            self._pane.show_written(wanted)
            self.changed.emit()
            self.said.emit(words.format(section=wanted.row.section, name=wanted.row.name))

        self.work = Beside(work, then, self, lambda error: self.said.emit(str(error)))
        self.work.wait()


def _of_finding(finding: KeptFinding) -> Entry:
    head = f"{_severity(finding.severity)}　{finding.place_words}"
    said = translate("ui.desk", "了解: {reason}").format(reason=finding.acknowledged)
    return Entry(
        "\n".join(filter(None, (head, finding.message, finding.acknowledged and said))), finding.place
    )


def _severity(severity: Severity) -> str:
    """The mark of a finding and its word; a question of the 質問票 is none of the severities."""
    if severity in MARK_LETTERS:
        return f"{MARK_LETTERS[severity]} {severity_word(severity)}"
    return translate("ui.desk", "？ 質問")


def _of_question(question: Asked) -> Entry:
    head = translate("ui.desk", "？ {asker} から　{place}").format(
        asker=question.asked_by, place=question.place_words
    )
    answered = translate("ui.desk", "答え（{who}）: {text}").format(
        who=question.answered_by, text=question.answer
    )
    none = translate("ui.desk", "答えはまだありません。")
    return Entry(
        "\n".join((head.rstrip(), question.question, answered if question.answer else none)), question.place
    )
