"""The window: menus as one table, files, title, and the view of the open document."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget
from shiboken6 import isValid

from model.document.document import Document, Snapshot
from model.names.other_standard import other_standard
from model.request.request import Request
from model.standard.standard import Standard
from ui.tables.cell_line import CellLine
from ui.tables.selection_sum import SelectionSum
from ui.tables.sheet_table import SheetTable, table_around
from ui.widgets.editing.file_drop import dropped_file
from ui.widgets.page_stack import PageStack
from ui.widgets.style import zoom_to
from ui.window.commands.actions import PASSES, Actions, CellActions, clicked_table, fill, open_cell_menu, tick
from ui.window.files.document_file import UNTITLED
from ui.window.files.journal import Journal
from ui.window.files.recent_files import FULL_SIZE
from ui.window.files.request_files import RequestFiles
from ui.window.price_files import PriceFiles
from ui.window.request_view import RequestView

if TYPE_CHECKING:
    from templates.paper.blocks import Part
    from ui.costs.cost_table import CostTable
    from ui.widgets.choice_bar import Choice
    from ui.widgets.cover_page import CoverPage
    from ui.window.bars import Bars, Failure
    from ui.window.commands.basis_actions import BasisActions
    from ui.window.commands.command_palette import CommandPalette
    from ui.window.commands.compare_actions import CompareActions
    from ui.window.commands.import_actions import ImportActions
    from ui.window.commands.view_actions import ViewActions
    from ui.window.exports import Exports
    from ui.window.files.offered_files import OfferedFiles
    from ui.window.files.restoring import Restoring
    from ui.window.long_message import LongMessage
    from ui.window.paper.papers import Papers
    from ui.window.shelf.shelf import Shelf
    from ui.window.start_page import StartPage

_SAVED_MESSAGE_MS: Final = 8000
_PAPER_AFTER_MS: Final = 300  # behind the first paint of the form


class MainWindow(QMainWindow):
    """One window, one document."""

    def __init__(
        self,
        standard: Standard,
        folder: Path,
        journal: Journal | None = None,
        kept: Path | None = None,
    ) -> None:
        """Make the window with the start page.

        Args:
            standard: the Standard in force.
            folder: its folder, with the sample and the page's template.
            journal: where copies of unsaved work are kept.
            kept: the user's folder in which versions of files and the steps of the day are kept.
        """
        super().__init__()
        self._standard = standard
        self._folder = folder
        self.files = RequestFiles(self, standard, folder, journal, kept, self)
        if (percent := self.files.recent.zoom) != FULL_SIZE:
            zoom_to(percent)
        self.files.source_chosen.connect(lambda path: self.imports.open(path))
        self._prices = PriceFiles(self, self.files)
        self.files.saved.connect(self._prices.refresh)  # in another folder there may be another table
        self.view: RequestView | None = None
        self._long_message: LongMessage | None = None
        self._stack = PageStack()
        self.setCentralWidget(self._stack)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().messageChanged.connect(self._fit_message)
        self._sum = SelectionSum(self)
        self.statusBar().addPermanentWidget(self._sum)
        self._cell = CellLine(self)
        self.statusBar().addWidget(self._cell, 1)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)
        self._actions = Actions(self)
        self._undo = self._actions.make("元に戻す", lambda: self.acts.undo(), QKeySequence.StandardKey.Undo)
        self._redo = self._actions.make(
            "やり直す", lambda: self.acts.redo(), QKeySequence.StandardKey.Redo, "Ctrl+Y"
        )
        self._row_menu = QMenu("行(&R)", self)
        self._basis_menu = QMenu("積算(&B)", self)
        self._basis_menu.aboutToShow.connect(lambda: self.basis_actions.fill())
        self._finding_menu = QMenu("指摘(&K)", self)
        self._recent_menu = QMenu("最近使った要求書", self)
        self._recent_menu.aboutToShow.connect(lambda: self.offered.fill_recent())
        self._last_focus: QWidget | None = None
        self._outside_tables: list[QAction] = []
        self._cells = CellActions(self._actions, lambda: self._worked_in, self._outside_tables)
        self._build_menus()
        self.setAcceptDrops(True)
        self.resize(1440, 900)

    @cached_property
    def basis_actions(self) -> BasisActions:
        """What the 積算 menu does; made when it is first opened."""
        from ui.window.commands.basis_actions import BasisActions

        return BasisActions(self, self._prices, self._basis_menu)

    @cached_property
    def offered(self) -> OfferedFiles:
        """The files that the file menu offers by name; made when they are first looked at."""
        from ui.window.files.offered_files import OfferedFiles

        return OfferedFiles(self.files, self._recent_menu, self)

    @cached_property
    def _table_menu(self) -> QMenu:
        from ui.window.commands.section_table_menu import SectionTableMenu

        return SectionTableMenu(self._row_menu, lambda: self._worked_in)

    @cached_property
    def acts(self) -> ViewActions:
        """What the menus do with the open request; made with the first of them."""
        from ui.window.commands.view_actions import ViewActions

        return ViewActions(self, self.files.recent, lambda: self._worked_in)

    @cached_property
    def palette_of_commands(self) -> CommandPalette:
        """What the window can do, to be searched; made when it is first asked for."""
        from ui.window.commands.command_palette import CommandPalette

        palette = CommandPalette(self)
        palette.left.connect(
            lambda: self._worked_in and self._worked_in.setFocus(Qt.FocusReason.OtherFocusReason)
        )
        return palette

    @cached_property
    def imports(self) -> ImportActions:
        """The ways into the window that are not a request file; made when one is first taken."""
        from ui.window.commands.import_actions import ImportActions

        return ImportActions(self, self.files, self._standard, self._folder, self)

    @cached_property
    def shelf(self) -> Shelf:
        """The folder of the section with its requests; made with the start page."""
        from ui.window.shelf.shelf import Shelf

        return Shelf(self, self.files.recent, self._standard, self._folder, self)

    @cached_property
    def comparing(self) -> CompareActions:
        """What compares the open request with another and makes one of both; made when it is first wanted."""
        from ui.window.commands.compare_actions import CompareActions

        return CompareActions(self, self.files, self._standard, self._folder, self)

    @cached_property
    def restoring(self) -> Restoring:
        """The versions of the open file; made when they are first asked for."""
        from ui.window.files.restoring import Restoring

        return Restoring(self.files)

    @cached_property
    def exports(self) -> Exports:
        """What is written of the open request for others; made when it is first asked for."""
        from ui.window.exports import Exports

        return Exports(self, self.files, self._folder, lambda document: self.papers.order(document), self)

    @cached_property
    def papers(self) -> Papers:
        """The open request on paper; made when it is first asked for."""
        from ui.window.paper.papers import Papers

        papers = Papers(self, self.files, self._folder, self)
        papers.preview_closed.connect(lambda: self._preview.setChecked(False))
        return papers

    @cached_property
    def lines(self) -> Bars:
        """The lines above a page that is not the form, which has lines of its own; made with the first of them."""
        from ui.window.bars import Bars

        return Bars(self._stack.column, self._stack)

    @property
    def document(self) -> Document | None:
        """The open document."""
        return self.view.document if self.view else None

    # --- what the window shows ---

    def show_start(self) -> None:
        """Show the three choices."""
        from ui.window.start_page import StartPage

        carry = partial(self.files.open, then=lambda: self.imports.make_next_year())
        self._replace_page(page := StartPage(self.files, self.shelf, carry))
        self.view = None
        self._refresh_actions()
        page.take_focus()

    def show_request(self, request: Request, path: Path | None, *, is_saved: bool = True) -> None:
        """Show a request in the form."""
        document = Document(request, self._standard, path, is_saved=is_saved)
        recent = self.files.recent
        self.view = RequestView(
            document, self._stack, finance=recent.shows_finance, pictures=recent.shows_pictures
        )
        self.view.said.connect(self.show_message)
        self.view.form.zoom_wanted.connect(lambda step: self.acts.zoom_by(step))
        document.subscribe(self._after_change)
        document.when_refused(self._say_refused)
        self.view.form.keep_room_for_hints(recent.closed_hints)
        self.view.cards_made.connect(lambda: self.acts.show_hints())
        self.view.carried_print_wanted.connect(lambda: self.exports.print_carried())
        self._replace_page(self.view)
        self._row_menu.clear()
        self.view.form.costs_made.connect(self._offer_rows)
        self._after_change(document.snapshot)
        self._prices.forget()
        self._prices.refresh()
        self.view.form.focus_place("header/name")
        if self.files.recent.shows_paper:
            QTimer.singleShot(_PAPER_AFTER_MS, lambda: self.papers.add_preview())
        if sentence := other_standard(request, self._standard):
            self.show_message(sentence, lasting=True)

    def show_review(self, page: CoverPage) -> None:
        """Show what is to be read before a document is opened or exported; the one that is open stays behind it."""
        self._stack.cover(page)
        self._refresh_actions()
        page.take_focus()

    def leave_review(self) -> None:
        """Back to what was shown before the review."""
        self._stack.uncover()
        if self.view is not None:
            self._clear_lines()  # they stand above the form
        self._refresh_actions()

    def show_comparison(self, before: Request, name: str, then: Callable[[], object] | None = None) -> None:
        """Show what the open request differs in from another one, called ``name``; ``then`` is called when it is closed."""
        self.comparing.show(before, name, then)

    def merge_with_file(self, path: Path, then: Callable[[], object]) -> None:
        """Show the page on which the open request and what its file holds by now become one; ``then`` saves both."""
        self.comparing.merge_with_file(path, then)

    def show_merge(
        self, base: Request | None, theirs: Request, who: str, then: Callable[[], object] = lambda: None
    ) -> None:
        """Show the page on which the open request and another become one; ``then`` is called when they are."""
        self.comparing.merge(base, theirs, who, then)

    def show_message(self, message: str, *, lasting: bool = False) -> None:
        """Show a sentence in the line at the foot of the window."""
        self.statusBar().setProperty(PASSES, not lasting)
        self.statusBar().showMessage(message, 0 if lasting else _SAVED_MESSAGE_MS)

    def show_failure(self, subject: Failure, sentence: str, *choices: Choice) -> None:
        """Say what failed in a line above the page that is in sight, and above the form, until it is dealt with."""
        view = self.view
        if view is None or self._stack.is_covered:
            self.lines.show_failure(subject, sentence, choices, partial(self.hide_failure, subject))
        if view is not None:
            view.show_failure(subject, sentence, choices, partial(self.hide_failure, subject))

    def hide_failure(self, subject: Failure) -> None:
        """Take the lines of a failure away: it is dealt with."""
        if "lines" in vars(self):
            self.lines.hide(subject)
        if self.view is not None:
            self.view.hide_bar(subject)

    def _clear_lines(self) -> None:
        if "lines" in vars(self):
            self.lines.clear()

    def _fit_message(self, message: str) -> None:
        """Show a sentence in several lines where it is too long for one."""
        if self._long_message is not None:
            self._long_message.follow(message)
        elif self.fontMetrics().horizontalAdvance(message) > self.width() // 2:
            from ui.window.long_message import LongMessage  # no start of the window pays for it

            self._long_message = LongMessage(self.statusBar())
            self._long_message.follow(message)

    def event(self, event: QEvent) -> bool:
        """A menu that is opened has no words of its own, and takes none away from the foot."""
        return event.type() == QEvent.Type.StatusTip or super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the start page where no file was named."""
        if self._stack.currentWidget() is None:
            self.show_start()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Back from Excel: the section's prices may have changed, and a colleague may have opened or closed the file."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._prices.refresh()
            self.files.look_around()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before changes are lost."""
        self.leave_review()
        event.setAccepted(self.files.may_close())
        if event.isAccepted() and "exports" in vars(self):
            self.exports.end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file can be dropped anywhere on the window."""
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file once the program it came from has been answered."""
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            QTimer.singleShot(0, lambda: self.files.open(path))

    # --- private ---

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        # A menu or a question of its own may be open: the table is still the one that is worked in.
        if (
            new is not None
            and new.window() is self
            and new is not self.menuBar()
            and not ("palette_of_commands" in vars(self) and self.palette_of_commands.isAncestorOf(new))
        ):
            self._last_focus = new
            self._follow(table_around(new))
            if old is not self.menuBar():  # else the entry that was chosen is still to be run
                self._cells.enable_keys()

    @property
    def _worked_in(self) -> QWidget | None:
        """The last widget with the focus that is no menu; None where it is gone."""
        return self._last_focus if self._last_focus is not None and isValid(self._last_focus) else None

    def _follow(self, table: SheetTable | None) -> None:
        self._sum.follow(table)
        self._cell.follow(table)
        if "papers" in vars(self):
            self.papers.follow(table)

    def _replace_page(self, page: StartPage | RequestView) -> None:
        self._follow(None)
        self._last_focus = None
        if self._stack.currentWidget() is not None:  # else it says why the file that was named is not open
            self.statusBar().clearMessage()  # it spoke of what was shown before
            self._clear_lines()
        self._stack.replace(page)

    def _after_change(self, _snapshot: Snapshot) -> None:
        self.files.note_change()
        self._sum.refresh()
        self._cell.clear_message()
        self._cell.refresh()
        self._refresh_actions()

    def _refresh_actions(self) -> None:
        document = None if self._stack.is_covered else self.document
        is_locked = document is not None and document.is_locked
        undo, redo = (
            (document.undo_label, document.redo_label) if document and not is_locked else (None, None)
        )
        self._undo.setEnabled(undo is not None)
        self._undo.setText(f"元に戻す: {undo}" if undo else "元に戻す")
        self._redo.setEnabled(redo is not None)
        self._redo.setText(f"やり直す: {redo}" if redo else "やり直す")
        self._actions.enable(document)
        for menu in (self._row_menu, self._basis_menu, self._finding_menu):
            menu.menuAction().setEnabled(document is not None)
        if document is None:
            self.setWindowTitle("予算帖")
            self.setWindowModified(False)
            return
        name = document.path.name if document.path else document.request.header.name or UNTITLED
        title = f"{name}{'（読むだけ）' if is_locked else ''}[*] - 予算帖"
        if title != self.windowTitle():
            self.setWindowTitle(title)
        if document.is_modified != self.isWindowModified():
            self.setWindowModified(document.is_modified)

    def _say_refused(self) -> None:
        from ui.window.files.sharing import REFUSED

        self.show_message(REFUSED)

    def _offer_rows(self, costs: CostTable) -> None:
        costs.more_menu = self._basis_menu
        costs.row_actions.fill_menu(self._row_menu)
        fill(self._row_menu, None, self._table_menu)
        costs.model_of_costs.asks_about.connect(lambda block: self.imports.review_block(block))

    def _offer_what_is_possible(self) -> None:
        """Enable what would do something now, for as long as a menu is open."""
        self._cells.offer(has_document=self.document is not None)
        card = self.acts.section_in_focus()
        for action in self._section_actions if self.document and not self.document.is_locked else ():
            action.setEnabled(card is not None)

    def _offer_in(self, menu: QMenu) -> None:
        menu.aboutToShow.connect(self._offer_what_is_possible)
        self._cells.return_after(menu)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done in a table where one was clicked, on the cell below the mouse."""
        table = clicked_table(self, event)
        if table is None or self.view is None or not self.view.form.isAncestorOf(table):
            return
        menu = QMenu(self)
        self._offer_in(menu)
        menu.addActions(self._cells.all)
        table.fill_menu(menu)
        open_cell_menu(menu, table, event)

    def _build_menus(self) -> None:
        keys, actions, recent = QKeySequence.StandardKey, self._actions, self.files.recent
        action, for_document, for_edit = actions.make, actions.for_document, actions.for_edit
        samples = action("ほかの見本から始める", lambda: None)
        file_menu = self.menuBar().addMenu("ファイル(&F)")
        file_menu.aboutToShow.connect(lambda: self.offered.offer_samples(samples))
        fill(
            file_menu,
            action("新しい要求書", self.files.new, keys.New),
            action("見本から始める", self.files.open_sample),
            samples,
            action("開く…", self.files.ask_and_open, keys.Open),
            self._recent_menu,
            action("要求書の一覧", self.files.close_request, "Ctrl+Shift+O"),
            action("公表ページの文を貼り付けて読む", lambda: self.imports.read_clipboard()),
            for_document("読み込んだ表の読み方を見る", lambda: self.imports.review_again()),
            None,
            for_document("翌年度の要求書を作る", lambda: self.imports.make_next_year()),
            None,
            for_document("保存したものと比べる", lambda: self.comparing.compare_with_saved()),
            for_document("ほかの要求書と比べる…", lambda: self.comparing.compare_with_other()),
            for_edit("ほかの要求書と合わせる…", lambda: self.comparing.merge_with_other()),
            None,
            for_document("上書き保存", lambda: self.files.saves.save(), keys.Save),
            for_document("名前を付けて保存…", lambda: self.files.saves.save_as(), "Ctrl+Shift+S"),
            for_document("前に保存した版…", lambda: self.restoring.show()),
            for_document("HTMLとExcelを書き出す…", lambda: self.exports.export(), "Ctrl+E"),
            for_document("PDFを書き出す…", lambda: self.exports.export("paper"), "Ctrl+Shift+E"),
            for_document("人に渡すExcelを書き出す（控えなし）…", lambda: self.exports.export("passed_on")),
            for_document("公表ページを見る", lambda: self.exports.preview(), "Ctrl+Shift+H"),
            for_document("印刷…", lambda: self.papers.print_out(), keys.Print),
            *self._paper_parts(),
            for_document("引継ぎの一覧を印刷する", lambda: self.exports.print_carried()),
            None,
            action("終了", self.close, "Ctrl+Q"),
        )
        self._section_actions = [
            for_edit("項目を上へ移す", lambda: self.acts.with_section(lambda card: card.move_section(-1))),
            for_edit("項目を下へ移す", lambda: self.acts.with_section(lambda card: card.move_section(1))),
            for_edit("項目を削除", lambda: self.acts.with_section(lambda card: card.delete_section())),
        ]
        edit_menu = self.menuBar().addMenu("編集(&E)")
        self._offer_in(edit_menu)
        fill(
            edit_menu,
            self._undo,
            self._redo,
            None,
            *self._cells.all,
            None,
            for_document("検索…", lambda: self.acts.search(replaces=False), "Ctrl+F"),
            for_document("置換…", lambda: self.acts.search(replaces=True), "Ctrl+H"),
            for_document("次を検索", lambda: self.acts.search_on(1), "F3"),
            for_document("前を検索", lambda: self.acts.search_on(-1), "Shift+F3"),
            None,
            for_document("所要経費の絞り込みと並べ替え", lambda: self.acts.filter(), "Ctrl+Shift+L"),
            for_edit("文の数字をつなぐ・入れる…", lambda: self.acts.link("link_or_list"), "Ctrl+K"),
            for_edit("文の確かな数字をまとめてつなぐ", lambda: self.acts.link("link_certain")),
            for_document("つないだ数字の元へ", lambda: self.acts.link("go_to_source"), "Ctrl+Shift+K"),
            for_edit("つながりを外す", lambda: self.acts.link("unlink")),
            for_edit("合っている合計を計算値に戻す", lambda: self.basis_actions.release_totals()),
            None,
            for_edit("付せんを書く・直す", lambda: self.acts.write_sticky(), "Shift+F2"),
            None,
            for_edit("本文に表を入れる", lambda: self.acts.add_table(), "Ctrl+Alt+T"),
            for_edit("写した範囲を本文の表として貼り付け", lambda: self.acts.paste_table(), "Ctrl+Alt+V"),
            None,
            *self._section_actions,
        )
        fill(
            self._finding_menu,
            for_edit("直す", lambda: self.acts.repair(), "Ctrl+."),
            for_edit("理由を付けて了解する…", lambda: self.acts.acknowledge(), "Ctrl+,"),
            None,
            for_document("文の中の数字を一覧にする", lambda: self.acts.list_loose_figures()),
            for_document("質問票に答える", lambda: self.acts.to_questions(), "Ctrl+Shift+Q"),
        )
        for menu in (self._row_menu, self._basis_menu, self._finding_menu):
            self.menuBar().addMenu(menu)
        fill(
            self.menuBar().addMenu("移動(&G)"),
            for_document("次の指摘へ", lambda: self.acts.next_finding(1), "F8"),
            for_document("前の指摘へ", lambda: self.acts.next_finding(-1), "Shift+F8"),
            for_document("次の項目へ", lambda: self.acts.next_section(1), "Ctrl+PgDown"),
            for_document("前の項目へ", lambda: self.acts.next_section(-1), "Ctrl+PgUp"),
            for_document("脇の一覧へ", lambda: self.acts.to_side(), "F6"),
        )
        self._preview = for_document("紙のプレビューを表示する", lambda: None, "F9")
        tick(self._preview, recent.shows_paper, lambda is_wanted: self.papers.show_preview(is_wanted))
        finance = action("財政課の欄も表示する", lambda: None)
        tick(finance, recent.shows_finance, lambda is_wanted: self.acts.show_finance(is_wanted))
        pictures = action("図を脇に表示する", lambda: None, "Ctrl+Alt+G")
        tick(pictures, recent.shows_pictures, lambda is_wanted: self.acts.show_pictures(is_wanted))
        larger = for_document(
            "大きく表示", lambda: self.acts.zoom_by(1), "Ctrl+Alt++", "Ctrl+Alt+;", "Ctrl+Alt+Shift++"
        )
        smaller = for_document("小さく表示", lambda: self.acts.zoom_by(-1), "Ctrl+Alt+-")
        fill(
            self.menuBar().addMenu("表示(&V)"),
            self._preview,
            finance,
            pictures,
            None,
            larger,
            smaller,
            for_document("もとの大きさで表示", lambda: self.acts.zoom_by(0), "Ctrl+0"),
            None,
            for_document("項目のヒントを出す", lambda: self.acts.bring_hints_back()),
            for_document("項目のヒントをすべて閉じる", lambda: self.acts.close_hints()),
        )
        fill(
            self.menuBar().addMenu("ヘルプ(&H)"),
            action("キーの一覧", lambda: self.palette_of_commands.show_keys(self._menus()), "F1"),
            action("コマンドを探す…", self._find_command, "Ctrl+Shift+P"),
        )
        # In a table Ctrl++ and Ctrl+- are rows, as in Excel.
        self._outside_tables += [
            action("大きく表示", larger.trigger, "Ctrl++", "Ctrl+Shift++", "Ctrl+Shift+;"),
            action("小さく表示", smaller.trigger, "Ctrl+-"),
        ]
        self.addActions(self._outside_tables)

    def _paper_parts(self) -> list[QAction]:
        """What is printed and written as PDF behind the sheets, to be ticked."""
        titles: tuple[tuple[Part, str], ...] = (
            ("pictures", "印刷とPDFに図を入れる"),
            ("ledger", "印刷とPDFに債務負担行為調書を付ける"),
            ("questions", "印刷とPDFに質問票を付ける"),
        )
        ticks = []
        for part, title in titles:
            ticks.append(entry := self._actions.make(title, lambda: None))
            tick(entry, part in self.files.recent.paper_parts, partial(self._keep_paper_part, part))
        return ticks

    def _keep_paper_part(self, part: Part, is_wanted: bool) -> None:
        self.files.recent.keep_paper_part(part, is_wanted)
        if self.files.recent.shows_paper:
            self.papers.add_preview()

    def _menus(self) -> list[QMenu]:
        """The menus that can be opened now."""
        menus = [action.menu() for action in self.menuBar().actions() if action.isEnabled()]
        return [menu for menu in menus if isinstance(menu, QMenu)]

    def _find_command(self) -> None:
        """Search all that the window can do, and the sections of the form."""
        view = None if self._stack.is_covered else self.view
        sections = list(view.form.section_titles().values()) if view is not None else ()
        self.palette_of_commands.open_commands(
            self._menus(), sections, lambda index: self.acts.go_to_section(index)
        )
