"""The bar below the form that searches the whole request (Ctrl+F) and replaces what is found (Ctrl+H). No dialog: the work goes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QGridLayout, QWidget

from model.document.document import Document, Snapshot
from model.request.place import Place
from model.request.request import Request
from model.search.replacing import replace_matches
from model.search.searching import Entry, Match, Searched, entries_of
from ui.language import translate
from ui.tables.sheet_table import SheetTable, table_around
from ui.widgets.buttons import push_button
from ui.widgets.editing.choices import ChoiceField
from ui.widgets.editing.editors import LineField, TextEditor, select_text
from ui.widgets.editing.keyed_line import KeyActs, KeyedLine
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import lay_row
from ui.window.search.match_list import MatchList

_PAUSE_MS: Final = 150  # after a letter, or an edit
_LONGEST: Final = 60  # characters of a selection that is taken as what is searched
Step = Literal[-1, 0, 1]


class SearchBar(QFrame):
    """What is searched and found, by section with its surroundings, and what it would be replaced by.

    Attributes:
        words: what is searched.
        other: what takes its place.
        ignores_width: the option, on by default.
        state: how many were found, and which of them is shown.
        matches: the list of what was found.
        replacing: the button that replaces what is checked.
    """

    said = Signal(str)

    def __init__(self, document: Document, go: Callable[[Place], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("searchBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._document = document
        self._go = go
        self._searched: tuple[Request, str, bool] | None = None
        self._entries: tuple[Request, list[Entry], dict[bool, Searched]] | None = None
        self._origin: Place | None = None  # where the writer was when the search began
        self._left: QWidget | None = None
        self._pointed: SheetTable | None = None
        self._is_shown_in_form = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.search)
        keys: KeyActs = {
            Qt.Key.Key_Return: self._step_by_key,
            Qt.Key.Key_Escape: lambda _: self.close_bar(),
            Qt.Key.Key_Down: lambda _: self.matches.take_focus(),
        }
        self.words, self.other = KeyedLine(self, keys), KeyedLine(self, keys)
        self.ignores_width = QCheckBox(translate("ui.window", "全角・半角、大文字・小文字を区別しない"), self)
        self.ignores_width.setChecked(True)
        self.ignores_width.toggled.connect(lambda _: self.search())
        self.state = PlainLabel(self)
        self.matches = MatchList(self)
        self.replacing = push_button(translate("ui.window", "置き換える(&A)"), self.replace, self)
        self._only_replacing: list[QWidget] = [self.other, self.replacing]
        self._lay_out()
        for field, name in (
            (self.words, translate("ui.window", "探す言葉・金額")),
            (self.other, translate("ui.window", "置き換える言葉・金額")),
        ):
            field.setAccessibleName(name)
            field.typed.connect(self._pause.start)
        self.matches.wanted.connect(lambda index: self._show(index, stays=False))
        self.matches.left.connect(lambda: self.words.setFocus(Qt.FocusReason.OtherFocusReason))
        self.matches.checked.connect(self._count)
        document.subscribe(self._follow)

    def open_bar(self, where: Place | None, *, replaces: bool) -> None:
        """Show the bar, with what is selected in the form as what is searched.

        Args:
            where: the place that has the focus; the search begins there.
            replaces: whether what is found is to be replaced.
        """
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self._origin, self._left = where, focus
            self._searched = None
            if selected := _selected_text(focus):
                self.words.setText(selected)
        for widget in self._only_replacing:
            widget.setVisible(replaces)
        self.matches.replaces = replaces
        self.matches.fit(self.window().height())
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self.search()

    def close_bar(self) -> None:
        """Hide the bar; the writer goes on at what was found, or where the search began."""
        self._pause.stop()
        match = self.matches.current if self._is_shown_in_form else None
        self.hide()
        self._point_at(None)
        if match is not None:
            self._go(match.entry.place)
            _select(match)
        elif self._left is not None:
            self._left.setFocus(Qt.FocusReason.OtherFocusReason)

    def search(self) -> None:
        """Search for what stands in the field, in the request as it is now."""
        self._pause.stop()
        asked = self._document.request, self.words.text(), self.ignores_width.isChecked()
        if asked != self._searched:
            self._searched = asked
            self._is_shown_in_form = False
            found = self._folded(ignores_width=asked[2]).matches(asked[1])
            self.matches.show_matches(found, self.other.text(), self._first_of(found))
        else:
            self.matches.show_matches(self.matches.matches, self.other.text(), self.matches.index)
        self._count()

    def step(self, step: Step) -> None:
        """Go to the next match, or the one before; the first time, to the first from where the writer was."""
        is_first = not self._is_shown_in_form
        self.search()
        is_first = is_first or not self._is_shown_in_form
        count = len(self.matches.matches)
        if not count:
            if self.words.text():
                self.said.emit(
                    translate("ui.window", "「{text}」は見つかりません。").format(text=self.words.text())
                )
            return
        to = self.matches.index + (0 if is_first and step > 0 else step)
        focus = QApplication.focusWidget()
        self._show(to % count, stays=focus is not None and self.isAncestorOf(focus))
        if not 0 <= to < count:
            self.said.emit(
                translate("ui.window", "終わりまで来たので、始めに戻りました。")
                if step > 0
                else translate("ui.window", "始めまで来たので、終わりに移りました。")
            )

    def replace(self) -> None:
        """Replace what is checked, as one step of undo."""
        self.search()
        wanted = self.matches.wanted_matches
        if not wanted or self._document.is_locked:
            return
        request = replace_matches(self._document.request, wanted, self.other.text())
        self._document.edit(translate("ui.window", "置換（{count}か所）").format(count=len(wanted)), request)
        self.search()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        said = (
            translate("ui.window", "{count}か所を置き換えました。Ctrl+Z で、まとめて元に戻せます。")
            if self.other.text()
            else translate("ui.window", "{count}か所から消しました。Ctrl+Z で、まとめて元に戻せます。")
        )
        self.said.emit(said.format(count=len(wanted)))

    # --- private ---

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 8, 14, 8)
        grid.setSpacing(6)
        before = push_button(
            translate("ui.window", "前へ"),
            lambda: self.step(-1),
            self,
            tip=translate("ui.window", "Shift+Enter・Shift+F3"),
        )
        after = push_button(
            translate("ui.window", "次へ"),
            lambda: self.step(1),
            self,
            tip=translate("ui.window", "Enter・F3"),
        )
        close = push_button(translate("ui.window", "閉じる"), self.close_bar, self, tip="Esc")
        for button in (before, after):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the field
        for row, (words, field) in enumerate(
            ((translate("ui.window", "検索"), self.words), (translate("ui.window", "置換"), self.other))
        ):
            label = PlainLabel(words, self, kind="hint")
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            if field is self.other:
                self._only_replacing.append(label)
        grid.addWidget(self.ignores_width, 0, 2)
        grid.addWidget(self.state, 0, 3)
        grid.addLayout(lay_row(None, before, after, close), 0, 4)
        grid.addWidget(self.replacing, 1, 2, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.matches, 2, 0, 1, 5)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(
            3, self.fontMetrics().horizontalAdvance(translate("ui.window", "999 / 9999件"))
        )

    def _step_by_key(self, event: QKeyEvent) -> None:
        self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)

    def _all_entries(self) -> list[Entry]:
        snapshot = self._document.snapshot
        if self._entries is None or self._entries[0] is not snapshot.request:
            entries = entries_of(snapshot.request, snapshot.totals, snapshot.standard)
            self._entries = snapshot.request, entries, {}
        return self._entries[1]

    def _folded(self, *, ignores_width: bool) -> Searched:
        entries = self._all_entries()
        assert self._entries is not None
        known = self._entries[2]
        if ignores_width not in known:
            known[ignores_width] = Searched(entries, ignores_width=ignores_width)
        return known[ignores_width]

    def _first_of(self, found: list[Match]) -> int:
        """The first match from where the writer was on."""
        places = [entry.place for entry in self._all_entries()]
        begin = places.index(self._origin) if self._origin in places else 0
        entries = {id(entry): number for number, entry in enumerate(self._all_entries())}
        later = (index for index, match in enumerate(found) if entries[id(match.entry)] >= begin)
        return next(later, 0)

    def _show(self, index: int, *, stays: bool) -> None:
        """Show a match in the form; the focus comes back into the bar where it ``stays``."""
        focus = QApplication.focusWidget()
        self.matches.index = index
        match = self.matches.current
        if match is None:
            return
        self._origin = match.entry.place
        self._go(match.entry.place)
        target = QApplication.focusWidget()
        _select(match, target)  # with the focus a text scrolls the page to it
        if stays and focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
            _select(match, target)  # a line without the focus has dropped it
        self._point_at(table_around(target) if stays else None)
        self._is_shown_in_form = True
        self._count()

    def _point_at(self, table: SheetTable | None) -> None:
        """Show the current cell of a table as if it had the focus, and no longer that of the one before."""
        for changed in {self._pointed, table} - {None}:
            assert changed is not None
            changed.point_at_current_cell(changed is table)
        self._pointed = table

    def _count(self) -> None:
        count, index = len(self.matches.matches), self.matches.index + 1
        where = f"{index} / " if self._is_shown_in_form and count else ""
        self.state.setText(
            translate("ui.window", "{where}{count}件").format(where=where, count=count)
            if self.words.text()
            else ""
        )
        wanted = len(self.matches.wanted_matches)
        act = (
            translate("ui.window", "{count}か所を置き換える(&A)")
            if self.other.text()
            else translate("ui.window", "{count}か所から消す(&A)")
        )
        self.replacing.setText(act.format(count=wanted))
        self.replacing.setEnabled(bool(wanted) and not self._document.is_locked)
        if self._document.is_locked:
            self.replacing.setToolTip(translate("ui.window", "読むだけで開いているので、置き換えません。"))

    def _follow(self, _snapshot: Snapshot) -> None:
        if self.isVisible():
            self._pause.start()


def _select(match: Match, target: QWidget | None = None) -> None:
    """Select a match in the field that shows it; cells of tables are shown whole."""
    field = target or QApplication.focusWidget()
    line = field.line if isinstance(field, ChoiceField) else field
    if isinstance(line, LineField | TextEditor) and line.text() == match.entry.text:
        select_text(line, *match.spans[0])


def _selected_text(widget: QWidget | None) -> str:
    """What is selected in a field, where it is a few words on one line; not a whole value, which a field selects by itself."""
    line = widget.line if isinstance(widget, ChoiceField) else widget
    if isinstance(line, LineField):
        return "" if line.selectedText() == line.text() else line.selectedText()[:_LONGEST]
    if isinstance(line, TextEditor):
        text = line.textCursor().selectedText()
        return text if len(text) <= _LONGEST and "\u2029" not in text else ""
    return ""
