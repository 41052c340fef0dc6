"""The menus of the window: each entry with its words and keys, and when it can be chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from model.document.document import Document
from ui.language import LANGUAGES, translate
from ui.tables.sheet_table import table_around
from ui.tables.table_acts import fill
from ui.window.commands.actions import Actions, CellActions, tick
from ui.window.files.recent_files import kept_language
from ui.window.files.request_files import RequestFiles
from ui.window.on_demand import OnDemand
from ui.window.request_view import RequestView

if TYPE_CHECKING:
    from templates.paper.blocks import Part
    from ui.costs.cost_table import CostTable
    from ui.window.commands.basis_actions import BasisActions
    from ui.window.commands.command_palette import CommandPalette
    from ui.window.price_files import PriceFiles


class Menus:
    """The menus of a window.

    Attributes:
        cells: what is done to selected cells.
    """

    def __init__(self, files: RequestFiles, parts: OnDemand, worked_in: Callable[[], QWidget | None]) -> None:
        self._files, self._window, self._parent = files, files.window, files.dialog_parent
        self._parts = parts
        self._worked_in = worked_in
        files.saved.connect(self.look_for_prices)  # in another folder there may be another table
        self._actions = Actions(self._parent)
        keys = QKeySequence.StandardKey
        self._undo = self._actions.make(
            translate("ui.window", "元に戻す"), self._in_view(RequestView.undo), keys.Undo
        )
        self._redo = self._actions.make(
            translate("ui.window", "やり直す"), self._in_view(RequestView.redo), keys.Redo, "Ctrl+Y"
        )
        bar = self._parent.menuBar()  # what the menus are made of goes with it
        self._rows = QMenu(translate("ui.window", "行(&R)"), bar)
        self._basis = QMenu(translate("ui.window", "積算(&B)"), bar)
        self._basis.aboutToShow.connect(lambda: self.basis_actions.fill())
        self._findings = QMenu(translate("ui.window", "指摘(&K)"), bar)
        self._recent = QMenu(translate("ui.window", "最近使った要求書"), bar)
        self._recent.aboutToShow.connect(self._fill_recent)
        self._outside_tables: list[QAction] = []
        self.cells = CellActions(self._actions, worked_in, self._outside_tables)
        self._build()

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

    def _in_view(self, act: Callable[[RequestView], object]) -> Callable[[], object]:
        """Does something with the panes of the open request; such an entry is enabled only where there is one."""
        return lambda: act(self._window.view) if self._window.view is not None else None

    def _fill_recent(self) -> None:
        from ui.window.files.offered_files import fill_recent  # no start of the window pays for it

        fill_recent(self._recent, self._files)

    def _offer_samples(self, entry: QAction) -> None:
        from ui.window.files.offered_files import offer_samples

        if entry.menu() is None:
            offer_samples(entry, self._files, self._parent)

    def _show_versions(self) -> None:
        from ui.window.files.restoring import show_versions

        show_versions(self._files)

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

        palette = CommandPalette(self._parent)
        palette.left.connect(self._return_focus)
        return palette

    def has_palette(self) -> bool:
        """Whether the palette of commands was made."""
        return "palette" in vars(self)

    def end(self) -> None:
        """Take the menus away: others are made in their place."""
        self._files.saved.disconnect(self.look_for_prices)
        self._parts.preview_closed.disconnect(self._follow_preview)
        if self.has_palette():
            self.palette.deleteLater()
        self._parent.setMenuBar(QMenuBar(self._parent))

    def _follow_preview(self) -> None:
        self._preview.setChecked(False)

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

    def _offer_what_is_possible(self) -> None:
        """Enable what would do something now, for as long as a menu is open."""
        document = self._window.document
        self.cells.offer(has_document=document is not None)
        card = self._parts.acts.section_in_focus()
        for action in self._section_actions if document and not document.is_locked else ():
            action.setEnabled(card is not None)

    def offer_in(self, menu: QMenu) -> None:
        """Enable in a menu, for as long as it is open, what would do something now."""
        menu.aboutToShow.connect(self._offer_what_is_possible)
        self.cells.return_after(menu)

    def enable(self, document: Document | None) -> None:
        """Enable what the open document allows, and name the steps that can be undone; None for no document in sight."""
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
        self._actions.enable(document)
        for menu in (self._rows, self._basis, self._findings):
            menu.menuAction().setEnabled(document is not None)

    def _build(self) -> None:
        keys, actions = QKeySequence.StandardKey, self._actions
        parts, files, recent = self._parts, self._files, self._files.recent
        action, for_document, for_edit = actions.make, actions.for_document, actions.for_edit
        in_view = self._in_view
        samples = action(translate("ui.window", "ほかの見本から始める"), lambda: None)
        file_menu = self._parent.menuBar().addMenu(translate("ui.window", "ファイル(&F)"))
        file_menu.aboutToShow.connect(lambda: self._offer_samples(samples))
        fill(
            file_menu,
            action(translate("ui.window", "新しい要求書"), files.new, keys.New),
            action(translate("ui.window", "見本から始める"), files.open_sample),
            samples,
            action(translate("ui.window", "開く…"), files.ask_and_open, keys.Open),
            self._recent,
            action(translate("ui.window", "要求書の一覧"), files.close_request, "Ctrl+Shift+O"),
            action(
                translate("ui.window", "公表ページの文を貼り付けて読む"),
                lambda: parts.imports.read_clipboard(),
            ),
            for_document(
                translate("ui.window", "読み込んだ表の読み方を見る"), lambda: parts.imports.review_again()
            ),
            None,
            for_document(
                translate("ui.window", "翌年度の要求書を作る"), lambda: parts.imports.make_next_year()
            ),
            None,
            for_document(
                translate("ui.window", "保存したものと比べる"), lambda: parts.comparing.compare_with_saved()
            ),
            for_document(
                translate("ui.window", "ほかの要求書と比べる…"), lambda: parts.comparing.compare_with_other()
            ),
            for_edit(
                translate("ui.window", "ほかの要求書と合わせる…"), lambda: parts.comparing.merge_with_other()
            ),
            None,
            for_document(translate("ui.window", "上書き保存"), lambda: files.saves.save(), keys.Save),
            for_document(
                translate("ui.window", "名前を付けて保存…"), lambda: files.saves.save_as(), "Ctrl+Shift+S"
            ),
            for_document(translate("ui.window", "前に保存した版…"), self._show_versions),
            for_document(
                translate("ui.window", "HTMLとExcelを書き出す…"), lambda: parts.exports.export(), "Ctrl+E"
            ),
            for_document(
                translate("ui.window", "PDFを書き出す…"),
                lambda: parts.exports.export("paper"),
                "Ctrl+Shift+E",
            ),
            for_document(
                translate("ui.window", "人に渡すExcelを書き出す（控えなし）…"),
                lambda: parts.exports.export("passed_on"),
            ),
            for_document(
                translate("ui.window", "公表ページを見る"), lambda: parts.exports.preview(), "Ctrl+Shift+H"
            ),
            for_document(translate("ui.window", "印刷…"), lambda: parts.papers.print_out(), keys.Print),
            *self._paper_parts(),
            for_document(
                translate("ui.window", "引継ぎの一覧を印刷する"), lambda: parts.exports.print_carried()
            ),
            None,
            action(translate("ui.window", "終了"), self._parent.close, "Ctrl+Q"),
        )
        self._section_actions = [
            for_edit(
                translate("ui.window", "項目を上へ移す"),
                lambda: parts.acts.with_section(lambda card: card.move_section(-1)),
            ),
            for_edit(
                translate("ui.window", "項目を下へ移す"),
                lambda: parts.acts.with_section(lambda card: card.move_section(1)),
            ),
            for_edit(
                translate("ui.window", "項目を削除"),
                lambda: parts.acts.with_section(lambda card: card.delete_section()),
            ),
        ]
        edit_menu = self._parent.menuBar().addMenu(translate("ui.window", "編集(&E)"))
        self.offer_in(edit_menu)
        fill(
            edit_menu,
            self._undo,
            self._redo,
            None,
            *self.cells.all,
            None,
            for_document(
                translate("ui.window", "検索…"),
                in_view(lambda view: view.open_search(replaces=False)),
                "Ctrl+F",
            ),
            for_document(
                translate("ui.window", "置換…"),
                in_view(lambda view: view.open_search(replaces=True)),
                "Ctrl+H",
            ),
            for_document(translate("ui.window", "次を検索"), in_view(lambda view: view.search_on(1)), "F3"),
            for_document(
                translate("ui.window", "前を検索"), in_view(lambda view: view.search_on(-1)), "Shift+F3"
            ),
            None,
            for_document(
                translate("ui.window", "所要経費の絞り込みと並べ替え"),
                in_view(RequestView.narrow_costs),
                "Ctrl+Shift+L",
            ),
            for_edit(
                translate("ui.window", "文の数字をつなぐ・入れる…"),
                in_view(lambda view: view.say(view.linking.link_or_list())),
                "Ctrl+K",
            ),
            for_edit(
                translate("ui.window", "文の確かな数字をまとめてつなぐ"),
                in_view(lambda view: view.say(view.linking.link_certain())),
            ),
            for_document(
                translate("ui.window", "つないだ数字の元へ"),
                in_view(lambda view: view.say(view.linking.go_to_source())),
                "Ctrl+Shift+K",
            ),
            for_edit(
                translate("ui.window", "つながりを外す"),
                in_view(lambda view: view.say(view.linking.unlink())),
            ),
            for_edit(
                translate("ui.window", "合っている合計を計算値に戻す"),
                lambda: self.basis_actions.release_totals(),
            ),
            None,
            for_edit(
                translate("ui.window", "付せんを書く・直す"), in_view(RequestView.write_sticky), "Shift+F2"
            ),
            None,
            for_edit(
                translate("ui.window", "本文に表を入れる"),
                lambda: parts.acts.with_section(lambda card: card.add_table()),
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
        fill(
            self._findings,
            for_edit(translate("ui.window", "直す"), in_view(RequestView.repair), "Ctrl+."),
            for_edit(
                translate("ui.window", "理由を付けて了解する…"), in_view(RequestView.acknowledge), "Ctrl+,"
            ),
            None,
            for_document(
                translate("ui.window", "文の中の数字を一覧にする"), in_view(RequestView.list_loose_figures)
            ),
            for_document(
                translate("ui.window", "質問票に答える"), in_view(RequestView.to_questions), "Ctrl+Shift+Q"
            ),
        )
        for menu in (self._rows, self._basis, self._findings):
            self._parent.menuBar().addMenu(menu)
        fill(
            self._parent.menuBar().addMenu(translate("ui.window", "移動(&G)")),
            for_document(translate("ui.window", "次の指摘へ"), in_view(lambda view: view.walk(1)), "F8"),
            for_document(
                translate("ui.window", "前の指摘へ"), in_view(lambda view: view.walk(-1)), "Shift+F8"
            ),
            for_document(
                translate("ui.window", "次の項目へ"),
                in_view(lambda view: view.next_section(1)),
                "Ctrl+PgDown",
            ),
            for_document(
                translate("ui.window", "前の項目へ"), in_view(lambda view: view.next_section(-1)), "Ctrl+PgUp"
            ),
            for_document(translate("ui.window", "脇の一覧へ"), in_view(RequestView.to_side), "F6"),
        )
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
        fill(
            self._parent.menuBar().addMenu(translate("ui.window", "表示(&V)")),
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
        fill(
            self._parent.menuBar().addMenu(translate("ui.window", "ヘルプ(&H)")),
            action(translate("ui.window", "キーの一覧"), lambda: self.palette.show_keys(self._menus()), "F1"),
            action(translate("ui.window", "コマンドを探す…"), self.open_palette, "Ctrl+Shift+P"),
        )
        # In a table Ctrl++ and Ctrl+- are rows, as in Excel.
        self._outside_tables += [
            action(
                translate("ui.window", "大きく表示"), larger.trigger, "Ctrl++", "Ctrl+Shift++", "Ctrl+Shift+;"
            ),
            action(translate("ui.window", "小さく表示"), smaller.trigger, "Ctrl+-"),
        ]
        self._parent.addActions(self._outside_tables)

    def _languages(self) -> QMenu:
        """The languages of the interface, the chosen one ticked; its title can be read in each."""
        menu = QMenu(translate("ui.window", "言語 / Language"), self._parent.menuBar())
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

    def _paper_parts(self) -> list[QAction]:
        """What is printed and written as PDF behind the sheets, to be ticked."""
        titles: tuple[tuple[Part, str], ...] = (
            ("pictures", translate("ui.window", "印刷とPDFに図を入れる")),
            ("ledger", translate("ui.window", "印刷とPDFに債務負担行為調書を付ける")),
            ("questions", translate("ui.window", "印刷とPDFに質問票を付ける")),
        )
        ticks = []
        for part, title in titles:
            ticks.append(entry := self._actions.make(title, lambda: None))
            tick(entry, part in self._files.recent.paper_parts, partial(self._keep_paper_part, part))
        return ticks

    def _keep_paper_part(self, part: Part, is_wanted: bool) -> None:
        self._files.recent.keep_paper_part(part, is_wanted)
        if self._files.recent.shows("paper_shown"):
            self._parts.papers.add_preview()

    def _menus(self) -> list[QMenu]:
        """The menus that can be opened now."""
        menus = [action.menu() for action in self._parent.menuBar().actions() if action.isEnabled()]
        return [menu for menu in menus if isinstance(menu, QMenu)]

    def open_palette(self) -> None:
        """Search all that the window can do, and the sections of the form where it is in sight."""
        view = self._window.view
        sections = list(view.form.section_titles().values()) if view is not None and view.isVisible() else ()
        self.palette.open_commands(
            self._menus(), sections, lambda index: view.go_to_section(index) if view is not None else None
        )

    def _return_focus(self) -> None:
        if (widget := self._worked_in()) is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
