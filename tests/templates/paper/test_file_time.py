"""When a request was saved, as the foot of a paper and a workbook say it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from model.files.files import FileError
from templates.paper.file_time import saved_at, saved_words


def test_a_file_that_is_gone_was_not_saved(tmp_path: Path) -> None:
    """A request without a file, or whose file was taken away, is said to be not saved yet."""
    assert saved_words(None) == saved_words(tmp_path / "gone.yosan") == "保存前"


def test_a_drive_that_does_not_say_is_no_file_that_was_never_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the time cannot be read nothing is written without it: the sentence says of which file and what to do."""
    path = tmp_path / "要求書.yosan"
    path.write_bytes(b"{}")
    assert saved_at(path) is not None

    def refused(*_: object, **__: object) -> os.stat_result:
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr(Path, "stat", refused)
    with pytest.raises(
        FileError,
        match="保存日時が読めないため、何も書き出しませんでした（開いているファイルが多すぎます）",
    ):
        saved_words(path)
