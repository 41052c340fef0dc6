"""The words at the foot of a paper on when its request was saved: the time of the file, never the clock."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from model.files.files import FileError, reason


def saved_at(path: Path | None) -> datetime | None:
    """When the file of a request was saved; None where it has none, or where it is gone.

    Raises:
        FileError: when its drive does not say, so that no paper or workbook says that it was never saved.
    """
    try:
        return None if path is None else datetime.fromtimestamp(path.stat().st_mtime)
    except (FileNotFoundError, NotADirectoryError):  # gone since it was opened
        return None
    except OSError as error:
        raise FileError(
            "「{path}」の保存日時が読めないため、何も書き出しませんでした（{reason}）。もう一度書き出してください。",
            path=path,
            reason=reason(error),
        ) from error


def saved_words(path: Path | None, *, is_changed: bool = False) -> str:
    """When a request was saved: 「2026年11月29日 8:05 保存」; ``is_changed`` where what is printed was changed since."""
    saved = saved_at(path)
    if saved is None:
        return "保存前"
    words = f"{saved.year}年{saved.month}月{saved.day}日 {saved.hour}:{saved.minute:02} 保存"
    return f"{words}（その後に変更あり）" if is_changed else words
