"""The menu of files: requests opened, saved, carried over, compared, and written for others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from ui.language import translate
from ui.widgets.buttons import fill
from ui.widgets.labels import plain_tip
from ui.window.files.request_files import RequestFiles
from ui.window.menus.actions import Actions, tick
from ui.window.on_demand import OnDemand

if TYPE_CHECKING:
    from templates.paper.blocks import Part


class FileMenu:
    """The first menu of a window."""

    def __init__(self, actions: Actions, files: RequestFiles, parts: OnDemand) -> None:
        """Add the menu to the bar of the window."""
        self._actions, self._files, self._parts, self._window = actions, files, parts, files.window
        bar = self._window.menuBar()
        self._recent = QMenu(translate("ui.window", "最近使った要求書"), bar)
        self._recent.aboutToShow.connect(self._fill_recent)
        self._samples = actions.make(translate("ui.window", "ほかの見本から始める"), lambda: None)
        menu = bar.addMenu(translate("ui.window", "ファイル(&F)"))
        menu.aboutToShow.connect(self._offer_samples)
        self._fill(menu)

    def _fill(self, menu: QMenu) -> None:
        keys, parts, files = QKeySequence.StandardKey, self._parts, self._files
        action, for_document, for_edit = (
            self._actions.make,
            self._actions.for_document,
            self._actions.for_edit,
        )
        fill(
            menu,
            action(translate("ui.window", "新しい要求書"), files.new, keys.New),
            action(translate("ui.window", "見本から始める"), files.open_sample),
            self._samples,
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
            action(translate("ui.window", "終了"), self._window.close, "Ctrl+Q"),
        )

    def _fill_recent(self) -> None:
        """Offer unsaved work that was left behind, and the files of last time."""
        menu, files = self._recent, self._files
        menu.clear()
        menu.setToolTipsVisible(True)
        for copy in files.recovery.unsaved_copies():
            menu.addAction(_plain(copy.words), partial(files.open_unsaved_copy, copy))
        known = files.recent.about()
        for path in files.recent.paths():
            entry = menu.addAction(_plain(str(path)), partial(files.open, path))
            if (about := known.get(str(path))) is not None:
                entry.setToolTip(plain_tip(about.words))

    def _offer_samples(self) -> None:
        """Offer the further samples of the Standard, one for each kind of request."""
        if self._samples.menu() is None:
            menu = QMenu(self._window)
            for name, path in self._files.samples().items():
                menu.addAction(_plain(name), partial(self._files.open_sample, path))
            self._samples.setMenu(menu)
            self._samples.setEnabled(not menu.isEmpty())

    def _show_versions(self) -> None:
        from ui.window.files.restoring import show_versions

        show_versions(self._files)

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


def _plain(words: str) -> str:
    """Words of a menu in which no letter is taken for a key."""
    return words.replace("&", "&&")
