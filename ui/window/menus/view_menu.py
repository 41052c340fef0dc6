"""The menu of the view: what is shown beside the form, how large, with which hints, in which language."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from ui.language import LANGUAGES, translate
from ui.widgets.buttons import fill
from ui.window.files.recent_files import kept_language
from ui.window.files.request_files import RequestFiles
from ui.window.menus.actions import Actions, tick
from ui.window.on_demand import OnDemand


class ViewMenu:
    """The menu of the view of a window.

    Attributes:
        menu: the menu.
        outside_tables: the actions whose keys are a table's own inside of one.
    """

    def __init__(self, actions: Actions, files: RequestFiles, parts: OnDemand) -> None:
        """Make the menu; the bar of the window takes it in behind others."""
        self._actions, self._parts, recent = actions, parts, files.recent
        self._bar = files.window.menuBar()
        action, for_document = actions.make, actions.for_document
        self._preview = for_document(translate("ui.window", "紙のプレビューを表示する"), lambda: None, "F9")
        tick(
            self._preview, recent.shows("paper_shown"), lambda is_wanted: parts.papers.show_preview(is_wanted)
        )
        parts.preview_closed.connect(self._follow_preview)
        finance = action(translate("ui.window", "財政課の欄も表示する"), lambda: None)
        tick(finance, recent.shows("finance_view"), lambda is_wanted: parts.acts.show_finance(is_wanted))
        pictures = action(translate("ui.window", "図を脇に表示する"), lambda: None, "Ctrl+Alt+G")
        tick(pictures, recent.shows("pictures"), lambda is_wanted: parts.acts.show_pictures(is_wanted))
        larger = for_document(
            translate("ui.window", "大きく表示"),
            lambda: parts.acts.zoom_by(1),
            "Ctrl+Alt++",
            "Ctrl+Alt+;",
            "Ctrl+Alt+Shift++",
        )
        smaller = for_document(
            translate("ui.window", "小さく表示"), lambda: parts.acts.zoom_by(-1), "Ctrl+Alt+-"
        )
        self.menu = QMenu(translate("ui.window", "表示(&V)"), self._bar)
        fill(
            self.menu,
            self._preview,
            finance,
            pictures,
            None,
            larger,
            smaller,
            for_document(
                translate("ui.window", "もとの大きさで表示"), lambda: parts.acts.zoom_by(0), "Ctrl+0"
            ),
            None,
            for_document(translate("ui.window", "項目のヒントを出す"), lambda: parts.acts.bring_hints_back()),
            for_document(
                translate("ui.window", "項目のヒントをすべて閉じる"), lambda: parts.acts.close_hints()
            ),
            None,
            self._languages(),
        )
        # In a table Ctrl++ and Ctrl+- are rows, as in Excel.
        self.outside_tables = [
            action(
                translate("ui.window", "大きく表示"), larger.trigger, "Ctrl++", "Ctrl+Shift++", "Ctrl+Shift+;"
            ),
            action(translate("ui.window", "小さく表示"), smaller.trigger, "Ctrl+-"),
        ]
        # One by one: PySide would make a class of lists of actions for all in one call.
        for outside in self.outside_tables:
            files.window.addAction(outside)

    def end(self) -> None:
        """Follow the preview no more: another menu is made in the place of this one."""
        self._parts.preview_closed.disconnect(self._follow_preview)

    def _follow_preview(self) -> None:
        self._preview.setChecked(False)

    def _languages(self) -> QMenu:
        """The languages of the interface, the chosen one ticked; its title can be read in each."""
        menu = QMenu(translate("ui.window", "言語 / Language"), self._bar)
        one_of = QActionGroup(menu)
        chosen = kept_language()
        for language, name in LANGUAGES.items():
            entry = self._actions.make(name, partial(self._choose_language, language))
            entry.setCheckable(True)
            entry.setChecked(language == chosen)
            menu.addAction(one_of.addAction(entry))
        return menu

    def _choose_language(self, language: str) -> None:
        self._parts.acts.choose_language(language)
