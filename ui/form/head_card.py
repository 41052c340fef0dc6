"""基本情報: the head of the sheet, where the form is chosen (年度, 予算, 区分, 会計, 段階, 用紙), and who answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QWidget

from model.document.document import Document, Snapshot
from model.edits.form_fields import accounts_of, sheets_of, use_form_words
from model.names import explain
from model.names.fields import CONTACT_FIELDS, HEADER_FIELDS
from model.request.place import Place
from model.standard.parts import HeaderWords
from ui.language import translate
from ui.widgets.buttons import push_button
from ui.widgets.cards import Card, FieldGrid
from ui.widgets.fields import FieldRow, KeyChoice
from ui.widgets.labels import PlainLabel, WordsNote
from ui.widgets.layouts import lay_row
from ui.widgets.pane import FindingsByPlace

_LINES: Final = (
    ("header/name",),
    ("header/subtitle",),
    ("header/fiscal_year", "header/budget", "header/stage"),
    ("header/business_class", "header/account", "header/sheet"),
    ("header/subject_kan", "header/subject_kou", "header/subject_moku"),
    ("contact/department", "contact/section", "contact/team"),
    ("contact/phone", "contact/email"),
)


class HeadCard(Card):
    """The fields of the head, and beside the title which form they choose."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__("基本情報", "", parent)
        form = WordsNote(
            lambda snapshot: translate("ui.form", "様式: {label}").format(
                label=snapshot.totals.form.page.label
            ),
            translate("ui.form", "様式"),
            self,
        )
        form.setWordWrap(False)
        self.head.insertWidget(1, form)
        self.panes.append(form)
        self.add(PrintedNote(document, self))
        self.add(self._grid(document))

    def _grid(self, document: Document) -> FieldGrid:
        grid = FieldGrid(self)

        def words(snapshot: Snapshot) -> HeaderWords:
            return snapshot.standard.words_in(snapshot.totals.year.year)

        choices: dict[str, Callable[[Snapshot], list[str]]] = {
            "header/budget": lambda snapshot: words(snapshot).budgets,
            "header/business_class": lambda snapshot: words(snapshot).business_classes,
            "header/account": lambda snapshot: accounts_of(snapshot.request, snapshot.standard),
            "header/stage": lambda snapshot: words(snapshot).stages,
        }
        fields = {field.place: field for field in (*HEADER_FIELDS, *CONTACT_FIELDS)}

        def row(name: str) -> FieldRow | KeyChoice:
            if name == "header/sheet":
                return KeyChoice(
                    document,
                    fields[name],
                    grid,
                    lambda snapshot: sheets_of(snapshot.request, snapshot.standard),
                )
            return FieldRow(document, fields[name], grid, choices=choices.get(name))

        grid.arrange([[row(name) for name in line] for line in _LINES])
        return grid


class PrintedNote(QWidget):
    """What of a published page's own words is kept, and a button that takes the form's words instead."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self.words = PlainLabel(self, kind="hint")
        self.button = push_button(
            translate("ui.form", "様式の言葉に戻す"),
            self._use_form_words,
            self,
            tip=translate("ui.form", "行の名前と表を、年度と段階の様式のとおりにします（元に戻せます）。"),
            edits=True,
        )
        lay_row(self, self.words, self.button, None)
        self.hide()

    def show_snapshot(self, snapshot: Snapshot, _findings: FindingsByPlace) -> None:
        """Show a snapshot."""
        text = explain.as_printed(snapshot.request.printed)
        if text != self.words.text():
            self.words.setText(text)
            self.setVisible(bool(text))

    def focus_place(self, _place: Place) -> bool:
        """Words hold no place."""
        return False

    def _use_form_words(self) -> None:
        self._document.edit(translate("ui.form", "様式の言葉に戻す"), use_form_words(self._document.request))
