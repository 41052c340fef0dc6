"""Why the system refused a file, and what is there now, in words."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from model.files.regular_file import NotRegularFileError
from model.language import Phrase, phrase

_CUT_OFF: Final = (
    *(errno.ENOTCONN, errno.ETIMEDOUT, errno.EHOSTDOWN, errno.EHOSTUNREACH, errno.ENETDOWN),
    *(errno.ENETUNREACH, errno.ENETRESET, errno.ECONNREFUSED, errno.ECONNRESET, errno.ECONNABORTED),
    *(errno.ENODEV, errno.ENXIO, errno.ESTALE),
)
"""What the system says of a network drive or a stick that is gone."""
_REASONS: Final[Mapping[int, Phrase]] = {
    errno.ENOSPC: phrase("空き容量がありません"),
    errno.EDQUOT: phrase("割り当てられた容量を使い切っています"),
    errno.EROFS: phrase("書き込めない場所です"),
    errno.EIO: phrase("装置の読み書きに失敗しました"),
    errno.EMFILE: phrase("開いているファイルが多すぎます"),
    errno.ENFILE: phrase("開いているファイルが多すぎます"),
    errno.ENAMETOOLONG: phrase("名前が長すぎます"),
    errno.EEXIST: phrase("同じ名前のものがあります"),
    errno.EBADF: phrase("閉じられています"),
    errno.EAGAIN: phrase("他の人が保存しているところです"),
    errno.ELOOP: phrase("リンクがたがいを指しています"),
    errno.EFBIG: phrase("この保存先には大きすぎます"),
    errno.EBUSY: phrase("ほかのプログラムが使っています"),
    **dict.fromkeys(_CUT_OFF, phrase("共有フォルダーか装置とのつながりが切れています")),
}
NO_FOLDER: Final = phrase("保存先のフォルダーが見つかりません")
NOTHING_ELSE: Final = phrase("ほかのファイルも書いていません。")


def words_of(error: OSError | ValueError) -> str:
    """Why the system refused, in Japanese words."""
    match error:
        case FileNotFoundError():
            return phrase("見つかりません")
        case PermissionError():
            return phrase("読み書きの権限がないか、Excelなどほかのプログラムか他の人が開いています")
        case IsADirectoryError():
            return phrase("フォルダーです")
        case NotADirectoryError():
            return phrase("フォルダーではない所です")
        case NotRegularFileError():
            return phrase("ふつうのファイルではありません")
        case OSError():
            return _REASONS.get(error.errno or 0, error.strerror or type(error).__name__)
    return phrase("名前に使えない文字があります")


def remedy(path: Path, error: OSError | ValueError) -> str:
    """What to do where a file cannot be opened."""
    if isinstance(error, FileNotFoundError) and not _is_folder(path.parent):
        return phrase(
            "置いてあったフォルダーも見つかりません。共有フォルダーにつながっているか、確かめてください。"
        )
    if isinstance(error, PermissionError):
        return phrase(
            "ほかで開いていれば閉じてから、開き直してください。権限がないときは、担当者に頼んでください。"
        )
    if isinstance(error, OSError) and error.errno in (errno.EIO, errno.EBUSY, *_CUT_OFF):
        return phrase(
            "ファイルには手を加えていません。少し待って開き直し、続くときは担当者に知らせてください。"
        )
    return phrase("場所と名前を確かめてください。")


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # its drive refuses to say
        return False


def remedy_of_writing(error: OSError | ValueError) -> str:
    """What to do where a file cannot be written."""
    number = error.errno if isinstance(error, OSError) else None
    if isinstance(error, PermissionError):
        return phrase("ほかで開いていれば閉じてもう一度するか、別の場所か名前を選んでください。")
    if isinstance(error, FileNotFoundError):
        return phrase("共有フォルダーにつながっているか確かめてもう一度するか、別の場所を選んでください。")
    if number in (errno.ENOSPC, errno.EDQUOT):
        return phrase("空きを増やしてもう一度するか、別の場所を選んでください。")
    if number in (errno.EIO, errno.EBUSY, errno.EAGAIN, *_CUT_OFF):
        return phrase("少し待ってもう一度するか、別の場所を選んでください。")
    return phrase("別の場所か名前を選んでください。")


def left_changed(path: Path, old: Path) -> str:
    """What to say where the old content could not be put back."""
    return phrase("「{path}」は新しい内容に変わり、前の内容は「{old}」にあります。", path=path, old=old)


def left_written(path: Path) -> str:
    """What to say where a new file could not be taken away again."""
    return phrase("「{path}」は新しく書かれたまま残っています。", path=path)
