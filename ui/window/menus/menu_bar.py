"""The bar of menus: its order, its small menus, and what the open document lets one choose."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from model.document.document import Document
from ui.language import translate
from ui.tables.sheet_table import table_around
from ui.widgets.buttons import fill
from ui.window.files.request_files import RequestFiles
from ui.window.menus.actions import Actions, CellActions
from ui.window.menus.edit_menu import EditMenu
from ui.window.menus.file_menu import FileMenu
from ui.window.menus.view_menu import ViewMenu
from ui.window.on_demand import OnDemand

if TYPE_CHECKING:
    from ui.costs.cost_table import CostTable
    from ui.window.commands.basis_actions import BasisActions
    from ui.window.commands.command_palette import CommandPalette
    from ui.window.price_files import PriceFiles


class Menus:
    """The menus of a window.

    Attributes:
        edit: the menu of editing, with what is done to selected cells.
    """

    def __init__(self, files: RequestFiles, parts: OnDemand, worked_in: Callable[[], QWidget | None]) -> None:
        self._files, self._window = files, files.window
        self._parts = parts
        self._worked_in = worked_in
        files.saved.connect(self.look_for_prices)  # in another folder there may be another table
        self._actions = Actions(self._window)
        self._bar = self._window.menuBar()  # what the menus are made of goes with it
        self._rows = QMenu(translate("ui.window", "行(&R)"), self._bar)
        self._basis = QMenu(translate("ui.window", "積算(&B)"), self._bar)
        self._basis.aboutToShow.connect(lambda: self.basis_actions.fill())
        self._findings = self._findings_menu()
        self._file = FileMenu(self._actions, files, parts)
        self._view = ViewMenu(self._actions, files, parts)
        cells = CellActions(self._actions, worked_in, self._view.outside_tables)
        self.edit = EditMenu(self._actions, cells, files, parts, lambda: self.basis_actions.release_totals())
        for menu in (
            self._rows,
            self._basis,
            self._findings,
            self._places_menu(),
            self._view.menu,
            self._help_menu(),
        ):
            self._bar.addMenu(menu)

    @cached_property
    def basis_actions(self) -> BasisActions:
        """What the 積算 menu does; made when it is first opened."""
        from ui.window.commands.basis_actions import BasisActions

        return BasisActions(self._window, self.prices, self._basis)

    @cached_property
    def prices(self) -> PriceFiles:
        """The table of unit prices beside the request's file; made when the form is painted."""
        from ui.window.price_files import PriceFiles

        return PriceFiles(self._files)

    @cached_property
    def _table_menu(self) -> QMenu:
        """What can be done to the table of a section that is worked in; empty where it is no such table."""
        menu = QMenu(translate("ui.window", "本文の表"), self._rows)
        for opened in (menu, self._rows):
            opened.aboutToShow.connect(self._fill_table_menu)
        return menu

    def _fill_table_menu(self) -> None:
        from ui.section_tables.section_table import SectionTableView  # no start of the window pays for it

        self._table_menu.clear()
        table = table_around(self._worked_in())
        if isinstance(table, SectionTableView):
            table.fill_menu(self._table_menu)
        self._table_menu.menuAction().setEnabled(not self._table_menu.isEmpty())

    @cached_property
    def palette(self) -> CommandPalette:
        """What the window can do, to be searched; made when it is first asked for."""
        from ui.window.commands.command_palette import CommandPalette

        palette = CommandPalette(self._window)
        palette.left.connect(self._return_focus)
        return palette

    def has_palette(self) -> bool:
        """Whether the palette of commands was made."""
        return "palette" in vars(self)

    def end(self) -> None:
        """Take the menus away: others are made in their place."""
        self._files.saved.disconnect(self.look_for_prices)
        self._view.end()
        if self.has_palette():
            self.palette.deleteLater()
        self._window.setMenuBar(QMenuBar(self._window))

    def look_for_prices(self) -> None:
        """Read the prices beside the file again where they were changed since they were read."""
        if "prices" in vars(self):
            self.prices.refresh()

    def offer_rows(self, costs: CostTable) -> None:
        """Offer what can be done to the rows of the cost table, and look for prices beside the file anew."""
        self.prices.forget()
        self.prices.refresh()
        costs.more_menu = self._basis
        self._rows.clear()
        costs.row_actions.fill_menu(self._rows)
        fill(self._rows, None, self._table_menu)

    def enable(self, document: Document | None) -> None:
        """Enable what the open document allows, and name the steps that can be undone; None for no document in sight."""
        self.edit.name_steps(document)
        self._actions.enable(document)
        for menu in (self._rows, self._basis, self._findings):
            menu.menuAction().setEnabled(document is not None)

    def _findings_menu(self) -> QMenu:
        menu = QMenu(translate("ui.window", "指摘(&K)"), self._bar)
        for_document, for_edit, parts = self._actions.for_document, self._actions.for_edit, self._parts
        fill(
            menu,
            for_edit(translate("ui.window", "直す"), lambda: parts.panes.repair(), "Ctrl+."),
            for_edit(
                translate("ui.window", "理由を付けて了解する…"),
                lambda: parts.panes.acknowledge(),
                "Ctrl+,",
            ),
            None,
            for_document(
                translate("ui.window", "文の中の数字を一覧にする"),
                lambda: parts.panes.list_loose_figures(),
            ),
            for_document(
                translate("ui.window", "質問票に答える"),
                lambda: parts.panes.to_questions(),
                "Ctrl+Shift+Q",
            ),
        )
        return menu

    def _places_menu(self) -> QMenu:
        menu = QMenu(translate("ui.window", "移動(&G)"), self._bar)
        for_document, parts = self._actions.for_document, self._parts
        fill(
            menu,
            for_document(translate("ui.window", "次の指摘へ"), lambda: parts.panes.walk(1), "F8"),
            for_document(translate("ui.window", "前の指摘へ"), lambda: parts.panes.walk(-1), "Shift+F8"),
            for_document(
                translate("ui.window", "次の項目へ"),
                lambda: parts.panes.next_section(1),
                "Ctrl+PgDown",
            ),
            for_document(
                translate("ui.window", "前の項目へ"),
                lambda: parts.panes.next_section(-1),
                "Ctrl+PgUp",
            ),
            for_document(translate("ui.window", "脇の一覧へ"), lambda: parts.panes.to_side(), "F6"),
        )
        return menu

    def _help_menu(self) -> QMenu:
        menu = QMenu(translate("ui.window", "ヘルプ(&H)"), self._bar)
        fill(
            menu,
            self._actions.make(
                translate("ui.window", "キーの一覧"), lambda: self.palette.show_keys(self._menus()), "F1"
            ),
            self._actions.make(translate("ui.window", "コマンドを探す…"), self.open_palette, "Ctrl+Shift+P"),
        )
        return menu

    def _menus(self) -> list[QMenu]:
        """The menus that can be opened now."""
        menus = [action.menu() for action in self._bar.actions() if action.isEnabled()]
        return [menu for menu in menus if isinstance(menu, QMenu)]

    def open_palette(self) -> None:
        """Search all that the window can do, and the sections of the form where it is in sight."""
        view = self._window.view
        sections = list(view.form.section_titles.values()) if view is not None and view.isVisible() else ()
        self.palette.open_commands(
            self._menus(), sections, lambda index: view.go_to_section(index) if view is not None else None
        )

    def _return_focus(self) -> None:
        if (widget := self._worked_in()) is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
