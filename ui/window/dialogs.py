"""The few questions that must stop the work: which file, and what becomes of unsaved work. Replaced in tests.

Qt's dialogs are imported by the questions: Python makes their classes and enums then, and not at the start.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from model.document.storage import SUFFIX
from ui.language import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QFileDialog

_PATIENCE_S: Final = 1.0
_SIZE_COLUMN: Final = 1  # of the list of files
_KIND_COLUMN: Final = 2  # in English words
_SOURCES: Final = "*.html *.htm *.mhtml *.mht *.txt *.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv"

_TABLES: Final[Mapping[str, str]] = {
    QT_TRANSLATE_NOOP("ui.window", "Excelブック (*.xlsx)"): ".xlsx",
    QT_TRANSLATE_NOOP("ui.window", "印刷用のページ (*.html)"): ".html",
}


def ask_about_changes(
    parent: QWidget, name: str, was_saved: bool = True
) -> Literal["save", "discard", "cancel"]:
    """Ask what to do with changes that are not in the file; without ``was_saved`` there is no file yet."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(translate("ui.window", "予算帖"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(translate("ui.window", "「{name}」の変更を保存しますか。").format(name=name))
    box.setInformativeText(
        translate("ui.window", "保存しないと、前に保存したあとの入力は失われます。")
        if was_saved
        else translate(
            "ui.window", "まだ一度も保存していません。保存しないと、この要求書への入力は残りません。"
        )
    )
    save = box.addButton(translate("ui.window", "保存する"), QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(translate("ui.window", "保存しない"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(translate("ui.window", "戻る"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.exec()
    clicked = box.clickedButton()
    return "save" if clicked is save else "discard" if clicked is discard else "cancel"


def ask_open_path(parent: QWidget, folder: str) -> Path | None:
    """Ask which request file to open."""
    from PySide6.QtWidgets import QFileDialog

    sources = translate("ui.window", "要求書・公表ページ・Excel・CSV ({endings})").format(
        endings=f"*{SUFFIX} {_SOURCES}"
    )
    dialog = _dialog(
        parent, translate("ui.window", "要求書を開く"), Path(folder), f"{sources};;{_requests()}"
    )
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return Path(dialog.selectedFiles()[0]) if dialog.exec() else None


def ask_save_path(parent: QWidget, suggestion: str) -> Path | None:
    """Ask under which name to save; the dialog asks before an old file is replaced."""
    return _ask_new_path(
        parent, translate("ui.window", "名前を付けて保存"), suggestion, {_requests(): SUFFIX}
    )


def ask_table_path(parent: QWidget, suggestion: str) -> Path | None:
    """Ask under which name to write the table of a comparison; the dialog asks before an old file is replaced."""
    return _ask_new_path(
        parent,
        translate("ui.window", "比較の表を書き出す"),
        suggestion,
        {translate("ui.window", kind): ending for kind, ending in _TABLES.items()},
    )


def _requests() -> str:
    """The kind of a request's own files, as dialogs name it."""
    return translate("ui.window", "予算要求書 ({endings})").format(endings=f"*{SUFFIX}")


def _ask_new_path(parent: QWidget, title: str, suggestion: str, kinds: Mapping[str, str]) -> Path | None:
    """Ask for a name to write under; ``kinds`` are the kinds of file to choose from, with their endings."""
    from PySide6.QtWidgets import QFileDialog

    dialog = _dialog(parent, title, Path(suggestion).parent, ";;".join(kinds))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(
        next(iter(kinds.values()))
    )  # added by the dialog, so that it asks about that name
    dialog.selectFile(Path(suggestion).name)
    while dialog.exec():
        path = Path(dialog.selectedFiles()[0])
        if path.suffix.lower() in kinds.values():
            return path
        # 「要求書R8.4」 has an ending; the dialog has asked about that name only
        path = path.with_name(path.name + kinds.get(dialog.selectedNameFilter(), dialog.defaultSuffix()))
        is_there = _soon(path.exists)
        if is_there is False:
            return path
        words = (
            translate("ui.window", "{title}（{name} はすでにあります）")
            if is_there
            else translate(
                "ui.window", "{title}（{name} があるか確かめられません。別の名前か場所を選んでください）"
            )
        )
        dialog.setWindowTitle(words.format(title=title, name=path.name))
        dialog.selectFile(path.name)
    return None


def ask_export_folder(parent: QWidget, folder: str) -> Path | None:
    """Ask into which folder the page and the workbook go."""
    return _ask_folder(parent, translate("ui.window", "書き出すフォルダー"), folder)


def ask_letter_paths(parent: QWidget, folder: str) -> list[Path]:
    """Ask for the letters that sections sent back to the finance division; none where it is left."""
    from PySide6.QtWidgets import QFileDialog

    dialog = _dialog(parent, translate("ui.window", "返ってきた確認を選ぶ"), Path(folder), "Excel (*.xlsx)")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return [Path(name) for name in dialog.selectedFiles()] if dialog.exec() else []


def ask_shelf_folder(parent: QWidget, folder: str) -> Path | None:
    """Ask for the folder whose requests are listed."""
    return _ask_folder(parent, translate("ui.window", "要求書を一覧にするフォルダー"), folder)


def ask_watched_folder(parent: QWidget, folder: str) -> Path | None:
    """Ask for the folder that is watched for requests."""
    return _ask_folder(parent, translate("ui.window", "要求書を取り込むフォルダー"), folder)


def _ask_folder(parent: QWidget, title: str, folder: str) -> Path | None:
    from PySide6.QtWidgets import QFileDialog

    dialog = _dialog(parent, title, Path(folder))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setLabelText(QFileDialog.DialogLabel.FileName, translate("ui.window", "フォルダー(&N):"))
    return Path(dialog.selectedFiles()[0]) if dialog.exec() else None


def ask_printer(parent: QWidget, name: str) -> QPrinter | None:
    """Ask for a printer, which pages, and how many copies; ``name`` is what the printer's list shows."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(translate("ui.window", "印刷"))
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    return printer if dialog.exec() else None


def _dialog(parent: QWidget, title: str, folder: Path, kinds: str = "") -> QFileDialog:
    """A dialog that begins in a folder; where its drive does not answer, at home, which its title says."""
    from PySide6.QtWidgets import QFileDialog, QHeaderView, QTreeView

    if not _soon(folder.is_dir):  # Qt asks for it in the window's own thread
        title, folder = (
            translate(
                "ui.window", "{title}（「{folder}」が応えないか、ないので、ほかの場所から選んでください）"
            ).format(title=title, folder=folder),
            Path.home(),
        )
    dialog = QFileDialog(parent, title, str(folder), kinds)
    # What Qt's own translation lacks; the dialog of Windows or macOS has its own words.
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, translate("ui.window", "場所(&P):"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, translate("ui.window", "種類(&T):"))
    for view in dialog.findChildren(QTreeView):
        view.hideColumn(_KIND_COLUMN)
        view.header().setSectionResizeMode(
            _SIZE_COLUMN, QHeaderView.ResizeMode.ResizeToContents
        )  # else it is cut
    return dialog


def _soon(ask: Callable[[], bool]) -> bool | None:
    """What a drive answers, asked in another thread; None where that takes too long, or it refuses to say."""
    found: list[bool] = []

    def attempt() -> None:
        with suppress(OSError):
            found.append(ask())

    asking = Thread(target=attempt, daemon=True)
    asking.start()
    asking.join(_PATIENCE_S)
    return found[0] if found else None


def show_in_browser(page: Path) -> bool:
    """Hand a page to the browser of the machine; False when there is none."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(page)))
