"""The menu of editing: undo, what is done to selected cells, search, links, tables and sections of the texts."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from model.document.document import Document
from ui.language import translate
from ui.widgets.buttons import fill
from ui.window.files.request_files import RequestFiles
from ui.window.menus.actions import Act, Actions, CellActions
from ui.window.on_demand import OnDemand


class EditMenu:
    """The menu of editing of a window.

    Attributes:
        cells: what is done to selected cells.
    """

    def __init__(
        self,
        actions: Actions,
        cells: CellActions,
        files: RequestFiles,
        parts: OnDemand,
        release_totals: Act,
    ) -> None:
        """Add the menu to the bar of the window; ``release_totals`` has typed totals that are right be calculated again."""
        self.cells = cells
        self._window, self._parts = files.window, parts
        in_section = parts.in_section
        keys = QKeySequence.StandardKey
        self._undo = actions.make(translate("ui.window", "元に戻す"), lambda: parts.panes.undo(), keys.Undo)
        self._redo = actions.make(
            translate("ui.window", "やり直す"), lambda: parts.panes.redo(), keys.Redo, "Ctrl+Y"
        )
        for_document, for_edit = actions.for_document, actions.for_edit
        self._section_actions = [
            for_edit(
                translate("ui.window", "項目を上へ移す"),
                in_section(lambda card: card.move_section(-1)),
            ),
            for_edit(
                translate("ui.window", "項目を下へ移す"),
                in_section(lambda card: card.move_section(1)),
            ),
            for_edit(
                translate("ui.window", "項目を削除"),
                in_section(lambda card: card.delete_section()),
            ),
        ]
        menu = files.window.menuBar().addMenu(translate("ui.window", "編集(&E)"))
        self.offer_in(menu)
        fill(
            menu,
            self._undo,
            self._redo,
            None,
            *self.cells.all,
            None,
            for_document(
                translate("ui.window", "検索…"),
                lambda: parts.panes.open_search(replaces=False),
                "Ctrl+F",
            ),
            for_document(
                translate("ui.window", "置換…"),
                lambda: parts.panes.open_search(replaces=True),
                "Ctrl+H",
            ),
            for_document(translate("ui.window", "次を検索"), lambda: parts.panes.search_on(1), "F3"),
            for_document(translate("ui.window", "前を検索"), lambda: parts.panes.search_on(-1), "Shift+F3"),
            None,
            for_document(
                translate("ui.window", "所要経費の絞り込みと並べ替え"),
                lambda: parts.panes.narrow_costs(),
                "Ctrl+Shift+L",
            ),
            for_edit(
                translate("ui.window", "文の数字をつなぐ・入れる…"),
                lambda: parts.panes.link(lambda links: links.link_or_list()),
                "Ctrl+K",
            ),
            for_edit(
                translate("ui.window", "文の確かな数字をまとめてつなぐ"),
                lambda: parts.panes.link(lambda links: links.link_certain()),
            ),
            for_document(
                translate("ui.window", "つないだ数字の元へ"),
                lambda: parts.panes.link(lambda links: links.go_to_source()),
                "Ctrl+Shift+K",
            ),
            for_edit(
                translate("ui.window", "つながりを外す"),
                lambda: parts.panes.link(lambda links: links.unlink()),
            ),
            for_edit(
                translate("ui.window", "合っている合計を計算値に戻す"),
                release_totals,
            ),
            None,
            for_edit(
                translate("ui.window", "付せんを書く・直す"),
                lambda: parts.panes.write_sticky(),
                "Shift+F2",
            ),
            None,
            for_edit(
                translate("ui.window", "本文に表を入れる"),
                in_section(lambda card: card.add_table()),
                "Ctrl+Alt+T",
            ),
            for_edit(
                translate("ui.window", "写した範囲を本文の表として貼り付け"),
                lambda: parts.acts.paste_table(),
                "Ctrl+Alt+V",
            ),
            None,
            *self._section_actions,
        )

    def name_steps(self, document: Document | None) -> None:
        """Name the steps that can be undone and done again; None for no document in sight."""
        is_locked = document is not None and document.is_locked
        undo, redo = (
            (document.undo_label, document.redo_label) if document and not is_locked else (None, None)
        )
        self._undo.setEnabled(undo is not None)
        self._undo.setText(
            translate("ui.window", "元に戻す: {undo}").format(undo=undo)
            if undo
            else translate("ui.window", "元に戻す")
        )
        self._redo.setEnabled(redo is not None)
        self._redo.setText(
            translate("ui.window", "やり直す: {redo}").format(redo=redo)
            if redo
            else translate("ui.window", "やり直す")
        )

    def offer_in(self, menu: QMenu) -> None:
        """Enable in a menu, for as long as it is open, what would do something now."""
        menu.aboutToShow.connect(self._offer_what_is_possible)
        self.cells.return_after(menu)

    def _offer_what_is_possible(self) -> None:
        """Enable what would do something now, for as long as a menu is open."""
        document = self._window.document
        self.cells.offer(has_document=document is not None)
        card = self._parts.acts.section_in_focus()
        for action in self._section_actions if document and not document.is_locked else ():
            action.setEnabled(card is not None)
