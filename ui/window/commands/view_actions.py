"""What the menus do with the open request and its panes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

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
        self._window, self._recent = files.window, files.recent
        self._worked_in = worked_in

    @property
    def _view(self) -> RequestView | None:
        return self._window.view

    def show_finance(self, is_wanted: bool) -> None:
        """Show the form as the finance division sees it from now on, or as the section does."""
        self._recent.show("finance_view", is_wanted)
        if self._view is not None:
            self._view.show_finance(is_wanted)

    def show_pictures(self, is_wanted: bool) -> None:
        """Show the pictures beside the form from now on, or not."""
        self._recent.show("pictures", is_wanted)
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
        self._recent.keep("language", language)
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
            self._recent.keep("zoom", percent)
            zoom_to(percent)
            self._window.show_message(
                translate("ui.window", "表示の大きさ {percent}％").format(percent=percent)
            )
