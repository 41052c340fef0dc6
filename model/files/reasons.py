"""Why the system refused a file, and what is there now, in words."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from model.files.regular_file import NotRegularFileError
from model.language import Phrase, phrase

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
}
NO_FOLDER: Final = phrase("保存先のフォルダーが見つかりません")
NOTHING_ELSE: Final = phrase("ほかのファイルも書いていません。")


def words_of(error: OSError | ValueError) -> str:
    """Why the system refused, in Japanese words."""
    match error:
        case FileNotFoundError():
            return phrase("見つかりません")
        case PermissionError():
            return phrase("読み書きの権限がないか、他の人が開いています")
        case IsADirectoryError():
            return phrase("フォルダーです")
        case NotADirectoryError():
            return phrase("フォルダーではない所です")
        case NotRegularFileError():
            return phrase("ふつうのファイルではありません")
        case OSError():
            return _REASONS.get(error.errno or 0, error.strerror or type(error).__name__)
    return phrase("名前に使えない文字があります")


def left_changed(path: Path, old: Path) -> str:
    """What to say where the old content could not be put back."""
    return phrase("「{path}」は新しい内容に変わり、前の内容は「{old}」にあります。", path=path, old=old)


def left_written(path: Path) -> str:
    """What to say where a new file could not be taken away again."""
    return phrase("「{path}」は新しく書かれたまま残っています。", path=path)
