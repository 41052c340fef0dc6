"""What the menus do in the panes of the open request: undo, the next finding, search, links, notes for colleagues."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtWidgets import QApplication

from model.differences.changed_place import changed_place
from model.names.place_names import PlaceNames
from model.request.ids import has_place
from ui.language import translate
from ui.links.linking import Linking
from ui.review.report_pane import loose_report
from ui.tables.sheet_table import table_around
from ui.window.request_view import RequestView
from ui.window.side_pane import SidePane


class PaneActions:
    """Acts on the panes of one request."""

    def __init__(self, view: RequestView) -> None:
        self._view = view

    def open_search(self, *, replaces: bool) -> None:
        """Search the request from the place that has the focus on, or replace in it."""
        place = self._view.place_in_focus()
        self._view.finish_typing()
        self._view.search_bar.open_bar(place, replaces=replaces)

    def search_on(self, step: Literal[-1, 1]) -> None:
        """Go to the next match of the last search, or the one before; without a search, begin one."""
        if self._view.search_bar.words.text():
            self._view.search_bar.step(step)
        else:
            self.open_search(replaces=False)

    def narrow_costs(self) -> None:
        """Go to the field above the cost tables that narrows them down."""
        if (bar := self._view.form.content.view_bar) is not None:
            self._view.finish_typing()
            bar.take_focus()

    def undo(self) -> None:
        """Undo the last step, and show what changed."""
        self._view.finish_typing()
        document = self._view.document
        self._show_what_changed(translate("ui.window", "元に戻しました"), document.undo_label, document.undo)

    def redo(self) -> None:
        """Redo the step that was undone last, and show what changed."""
        self._view.finish_typing()
        document = self._view.document
        self._show_what_changed(translate("ui.window", "やり直しました"), document.redo_label, document.redo)

    def _show_what_changed(self, done: str, label: str | None, act: Callable[[], None]) -> None:
        """Do ``act``, go to what it changed, and say what was ``done`` (元に戻しました) and where."""
        before = self._view.document.request
        act()
        changed = changed_place(before, self._view.document.request, self._view.document.snapshot.standard)
        if changed is None:
            return
        here = self._view.place_in_focus() or ""
        is_moved_row = not changed.moved.isdisjoint(
            here.split("/")[1:2]
        )  # the row that one moves has the focus
        table = table_around(QApplication.focusWidget())
        is_selected = table is not None and table.selects(changed.place)
        if changed.place not in ("", here) and not is_moved_row and not is_selected:
            self._view.form.focus_place(changed.place)
        counts = (
            (changed.others, translate("ui.window", " ほか{count:,}か所")),
            (changed.deleted, translate("ui.window", "、{count:,}行がなくなりました")),
            (changed.added, translate("ui.window", "、{count:,}行が加わりました")),
        )
        others = "".join(words.format(count=count) for count, words in counts if count)
        self._say(
            translate("ui.window", "{done}: {label}（{where}{others}）").format(
                done=done, label=label, where=changed.where, others=others
            )
        )

    def walk(self, step: Literal[-1, 1]) -> None:
        """Go to the next finding or the one before, with the list of findings in front."""
        if self._view.findings.walk(step):
            self._view.side.bring_to_front(self._view.side.findings)
        else:
            self._say(translate("ui.window", "指摘はありません。"))

    def repair(self) -> None:
        """Repair what is found where the focus is, or the chosen finding."""
        place = self._view.place_in_focus()
        self._view.finish_typing()
        if not self._view.findings.repair_at(place):
            self._say(translate("ui.window", "ここには、ひとつの操作で直せる指摘がありません。"))

    def acknowledge(self) -> None:
        """Have a reason typed for what is found where the focus is, or for the chosen finding."""
        place = self._view.place_in_focus()
        self._open_side().bring_to_front(self._view.findings)
        if not self._view.findings.acknowledge_at(place):
            self._say(
                translate(
                    "ui.window", "ここには指摘がありません。右の一覧で選んでから了解することもできます。"
                )
            )

    def to_side(self) -> None:
        """Take the focus to the lists beside the form; from one on to the next."""
        self._open_side().take_focus()

    def list_loose_figures(self) -> None:
        """List the figures of the texts that are not linked: what each seems to mean, equals and contradicts."""
        from model.checks.loose_figures import loose_figures

        side = self._open_side()
        now = self._view.document.snapshot
        figures = loose_figures(now.request, now.totals, now.standard)
        side.show_report(loose_report(figures, PlaceNames(now.request, now.standard)))
        side.take_focus()

    def write_sticky(self) -> None:
        """Write a note for colleagues on the field or cell that has the focus.

        What has no place of its own yet (the offered row, a calculated cell) has its note on what stands around it, and that
        is said: were it refused, the words of the note would be typed into the form.
        """
        request = self._view.document.request
        if self._view.document.is_locked:
            self._say(translate("ui.window", "読むだけで開いているので、付せんは付けられません。"))
            return
        place = self._view.place_in_focus()
        if place is None or not has_place(request, place):
            place = self._view.form.place_around(request)
            where = PlaceNames(request, self._view.document.snapshot.standard).where(place)
            self._say(
                translate(
                    "ui.window", "ここはまだ書き込みのない欄か計算の欄なので、付せんは「{where}」に付けます。"
                ).format(where=where)
            )
        side = self._open_side()
        box = side.sticky.begin_at(place)
        side.bring_to_front(side.sticky)
        box.take_focus()

    def to_questions(self) -> None:
        """Take the focus to the first question that has no answer."""
        self._open_side().bring_to_front(self._view.questions)
        self._view.questions.take_focus()

    def next_section(self, step: int) -> None:
        """Go to the next section of the form, or the one before."""
        index = min(max(self._view.navigator.currentRow() + step, 0), self._view.navigator.count() - 1)
        self._view.navigator.setCurrentRow(index)
        self._view.go_to_section(index)

    def link(self, act: Callable[[Linking], str]) -> None:
        """Do something with the links between the texts and the figures, and say what came of it."""
        self._say(act(self._view.linking))

    def _open_side(self) -> SidePane:
        """What stands beside the form, in sight; what is being typed is in the document."""
        self._view.finish_typing()
        self._view.panes.show_beside()
        return self._view.side

    def _say(self, sentence: str) -> None:
        """Say something at the foot of the window; "" for nothing."""
        if sentence:
            self._view.said.emit(sentence)
