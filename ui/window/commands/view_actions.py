"""What the menus do with the open request and its panes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.form.narrative import SectionCard
from ui.language import LANGUAGES, translate
from ui.widgets.editing.enclosing import enclosing
from ui.widgets.style import zoom_to
from ui.window.files.recent_files import FULL_SIZE, ZOOMS
from ui.window.files.request_files import RequestFiles
from ui.window.request_view import RequestView


class ViewActions:
    """Acts on the view of the open request; without one nothing happens."""

    def __init__(self, files: RequestFiles, worked_in: Callable[[], QWidget | None]) -> None:
        """Make what the menus call.

        Args:
            files: has the window and the user's settings.
            worked_in: gives the last widget with the focus that is no menu.
        """
        self._window, self._recent = files.window, files.recent
        self._worked_in = worked_in

    @property
    def _view(self) -> RequestView | None:
        return self._window.view

    def undo(self) -> None:
        """Undo the last step, and show what changed."""
        if (view := self._view) is not None:
            view.finish_typing()
            document = view.document
            view.show_what_changed(
                translate("ui.window", "元に戻しました"), document.undo_label, document.undo
            )

    def redo(self) -> None:
        """Redo the step that was undone last, and show what changed."""
        if (view := self._view) is not None:
            view.finish_typing()
            document = view.document
            view.show_what_changed(
                translate("ui.window", "やり直しました"), document.redo_label, document.redo
            )

    def show_finance(self, is_wanted: bool) -> None:
        """Show the form as the finance division sees it from now on, or as the section does."""
        self._recent.show_finance(is_wanted)
        if self._view is not None:
            self._view.show_finance(is_wanted)

    def show_pictures(self, is_wanted: bool) -> None:
        """Show the pictures beside the form from now on, or not."""
        self._recent.show_pictures(is_wanted)
        if self._view is not None:
            self._view.show_pictures(is_wanted)

    def show_hints(self) -> None:
        """Show the hints that are not closed in the sections of the form that are made."""
        if self._view is not None:
            from ui.form.section_hints import show_hints  # no first paint pays for it

            request = self._view.document.request
            show_hints(
                self._view.form.made_cards(), request, self._recent.closed_hints, self._recent.close_hint
            )

    def bring_hints_back(self) -> None:
        """Show the hints of all sections, also those that were closed."""
        self._recent.bring_hints_back()
        self.show_hints()

    def close_hints(self) -> None:
        """Close the hints of all sections for good."""
        from ui.form.section_hints import WORDS, hide_hints

        for name in WORDS:
            self._recent.close_hint(name)
        if self._view is not None:
            hide_hints(self._view.form.made_cards())

    def with_section(self, act: Callable[[SectionCard], None]) -> None:
        """Do something with the narrative section that has the focus."""
        card = self.section_in_focus()
        if card is not None:
            act(card)
        else:
            self._window.show_message(
                translate("ui.window", "本文の項目の中にカーソルを置いてから選んでください。")
            )

    def add_table(self) -> None:
        """Add a blank table to the narrative section that has the focus, and go to it."""
        self.with_section(lambda card: card.add_table())

    def paste_table(self) -> None:
        """Add the copied block of cells to the narrative section that has the focus, as a table with headings."""
        from ui.tables.cell_clipboard import copied_block

        block = copied_block()
        if not block:
            self._window.show_message(
                translate(
                    "ui.window", "貼り付ける範囲がありません。Excelで表の範囲を見出しからコピーしてください。"
                )
            )
            return
        self.with_section(lambda card: card.paste_table(block))

    def section_in_focus(self) -> SectionCard | None:
        """The narrative section that is worked in."""
        from ui.form.narrative import SectionCard  # no start of the window pays for it

        return enclosing(self._worked_in(), SectionCard)

    def choose_language(self, language: str) -> None:
        """Have the interface in a language from now on; where something waits for an answer, that is said first."""
        self._recent.keep_language(language)
        if self._window.waits_for_answer:
            self._window.show_message(
                translate(
                    "ui.window",
                    "表示の言葉は、いまの確かめごとを終えてもう一度選ぶか、次に始めたときに {language} になります。",
                ).format(language=LANGUAGES[language])
            )
        else:  # once the menu, which is made anew too, is closed
            QTimer.singleShot(0, partial(self._window.speak, language))

    def zoom_by(self, step: int) -> None:
        """Show the request one step larger or smaller; 0 for its full size."""
        now = self._recent.zoom
        larger = [percent for percent in ZOOMS if percent > now][:1]
        smaller = [percent for percent in ZOOMS if percent < now][-1:]
        percent = next(iter(larger if step > 0 else smaller if step < 0 else [FULL_SIZE]), now)
        if self._view is not None:
            self._recent.keep_zoom(percent)
            zoom_to(percent)
            self._window.show_message(
                translate("ui.window", "表示の大きさ {percent}％").format(percent=percent)
            )

    def search(self, *, replaces: bool) -> None:
        """Search the request from where one works on, or replace in it."""
        if self._view is not None:
            self._view.open_search(replaces=replaces)

    def search_on(self, step: Literal[-1, 1]) -> None:
        """Go to the next match of the last search, or the one before; without a search, begin one."""
        if self._view is None:
            return
        if self._view.search_bar.words.text():
            self._view.search_bar.step(step)
        else:
            self.search(replaces=False)

    def filter(self) -> None:
        """Go to the field above the cost tables that narrows them down."""
        if self._view is not None and self._view.form.content.view_bar is not None:
            self._view.finish_typing()
            self._view.form.content.view_bar.take_focus()

    def link(self, act: Literal["link_or_list", "link_certain", "go_to_source", "unlink"]) -> None:
        """Do something with the linked figures of the text that has the focus, and say what was done."""
        if self._view is not None and (sentence := getattr(self._view.linking, act)()):
            self._window.show_message(sentence)

    def to_side(self) -> None:
        """Take the focus to the lists beside the form; from one on to the next."""
        if self._view is not None:
            self._view.finish_typing()
            self._view.show_side()
            self._view.side.take_focus()

    def repair(self) -> None:
        """Repair what is found where the focus is."""
        if self._view is not None and not self._view.repair():
            self._window.show_message(
                translate("ui.window", "ここには、ひとつの操作で直せる指摘がありません。")
            )

    def acknowledge(self) -> None:
        """Have a reason typed for what is found where the focus is."""
        if self._view is not None and not self._view.acknowledge():
            self._window.show_message(
                translate(
                    "ui.window", "ここには指摘がありません。右の一覧で選んでから了解することもできます。"
                )
            )

    def list_loose_figures(self) -> None:
        """List the figures of the texts beside the form."""
        if self._view is not None:
            self._view.list_loose_figures()

    def write_sticky(self) -> None:
        """Write a note for colleagues on the field or cell that has the focus."""
        if self._view is not None and not self._view.write_sticky():
            self._window.show_message(
                translate("ui.window", "読むだけで開いているので、付せんは付けられません。")
            )

    def to_questions(self) -> None:
        """Take the focus to the first question of the 質問票 without an answer."""
        if self._view is not None:
            self._view.to_questions()

    def next_finding(self, step: Literal[-1, 1]) -> None:
        """Go to the next finding, or the one before."""
        if self._view is not None and not self._view.walk(step):
            self._window.show_message(translate("ui.window", "指摘はありません。"))

    def go_to_section(self, index: int) -> None:
        """Go to a section of the form by its number."""
        if self._view is not None:
            self._view.navigator.wanted.emit(index)

    def next_section(self, step: int) -> None:
        """Go to the next section of the form, or the one before."""
        if self._view is not None:
            navigator = self._view.navigator
            index = min(max(navigator.currentRow() + step, 0), navigator.count() - 1)
            navigator.setCurrentRow(index)
            navigator.wanted.emit(index)
