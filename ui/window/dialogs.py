"""The few questions that must stop the work: functions that return plain values, replaced in tests.

Qt's dialogs are imported by the questions: Python makes their classes and enums then, and not at the start.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QWidget

from model.document.storage import SUFFIX

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

_FILTER = f"予算要求書 (*{SUFFIX})"
_SOURCES = (
    f"要求書・公表ページ・Excel・CSV (*{SUFFIX} *.html *.htm *.mhtml *.mht *.txt *.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv)"
    f";;{_FILTER}"
)

_TABLES = {"Excelブック (*.xlsx)": ".xlsx", "印刷用のページ (*.html)": ".html"}


def ask_about_changes(
    parent: QWidget, name: str, was_saved: bool = True
) -> Literal["save", "discard", "cancel"]:
    """Ask what to do with changes that are not in the file; without ``was_saved`` there is no file yet."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("予算帖")
    box.setText(f"「{name}」の変更を保存しますか。")
    box.setInformativeText(
        "保存しないと、前に保存したあとの入力は失われます。"
        if was_saved
        else "まだ一度も保存していません。保存しないと、この要求書への入力は残りません。"
    )
    save = box.addButton("保存する", QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton("保存しない", QMessageBox.ButtonRole.DestructiveRole)
    box.addButton("戻る", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.exec()
    clicked = box.clickedButton()
    return "save" if clicked is save else "discard" if clicked is discard else "cancel"


def ask_to_overwrite_newer(parent: QWidget, name: str) -> Literal["", "merge", "overwrite"]:
    """Ask what becomes of a file that someone else has changed since it was opened: made one with this, replaced, or left."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("予算帖")
    box.setText(f"「{name}」は、開いたあとに他の人が保存したようです。")
    box.setInformativeText(
        "「変更を合わせる」では、ぶつからない変更は両方を取り入れ、ぶつかるところだけを選びます。"
        "上書きすると、その人の変更はこのファイルから消えます（［ファイル］→［前に保存した版］には残ります）。"
        "「名前を付けて保存」を使うと両方が残ります。"
    )
    merge = box.addButton("変更を合わせる", QMessageBox.ButtonRole.AcceptRole)
    overwrite = box.addButton("上書きする", QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton("戻る", QMessageBox.ButtonRole.RejectRole))
    box.exec()
    clicked = box.clickedButton()
    return "merge" if clicked is merge else "overwrite" if clicked is overwrite else ""


def ask_to_replace(parent: QWidget, names: str) -> bool:
    """Ask whether to replace files of the same name that stand in the folder that was chosen."""
    from PySide6.QtWidgets import QMessageBox

    text = f"選んだフォルダーに、{names} がすでにあります。"
    loss = "置き換えると、前の内容は失われます。"
    return _ask_to_destroy(parent, QMessageBox.Icon.Question, text, loss, "置き換える")


def _ask_to_destroy(parent: QWidget, icon: QMessageBox.Icon, text: str, loss: str, action: str) -> bool:
    """Ask with a button for the action and one, which Enter presses, to go back."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setIcon(icon)
    box.setWindowTitle("予算帖")
    box.setText(text)
    box.setInformativeText(loss)
    destroy = box.addButton(action, QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton("戻る", QMessageBox.ButtonRole.RejectRole))
    box.exec()
    return box.clickedButton() is destroy


def ask_open_path(parent: QWidget, folder: str) -> Path | None:
    """Ask which request file to open."""
    from PySide6.QtWidgets import QFileDialog

    name, _ = QFileDialog.getOpenFileName(parent, "要求書を開く", folder, _SOURCES)
    return Path(name) if name else None


def ask_save_path(parent: QWidget, suggestion: str) -> Path | None:
    """Ask under which name to save."""
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent, "名前を付けて保存", suggestion, _FILTER)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(SUFFIX)  # added by the dialog, so that it asks before an old file is replaced
    dialog.selectFile(suggestion)
    if not dialog.exec():
        return None
    path = Path(dialog.selectedFiles()[0])
    if path.suffix == SUFFIX:
        return path
    # 「要求書R8.4」 has an ending; the dialog has asked about that name only
    path = path.with_name(path.name + SUFFIX)
    return None if path.exists() and not ask_to_replace(parent, path.name) else path


def ask_table_path(parent: QWidget, suggestion: str) -> Path | None:
    """Ask under which name to write the table of a comparison; the dialog asks before an old file is replaced."""
    from PySide6.QtWidgets import QFileDialog

    name, chosen = QFileDialog.getSaveFileName(parent, "比較の表を書き出す", suggestion, ";;".join(_TABLES))
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower() in _TABLES.values():
        return path
    path = path.with_name(path.name + _TABLES.get(chosen, ".xlsx"))
    return None if path.exists() and not ask_to_replace(parent, path.name) else path


def ask_export_folder(parent: QWidget, folder: str) -> Path | None:
    """Ask into which folder the page and the workbook go."""
    from PySide6.QtWidgets import QFileDialog

    name = QFileDialog.getExistingDirectory(parent, "書き出すフォルダー", folder)
    return Path(name) if name else None


def show_in_browser(page: Path) -> bool:
    """Hand a page to the browser of the machine; False when there is none."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(page)))
