"""Next year's draft of a request file, written beside it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from model.document import storage
from model.files.file_names import fitting
from model.files.files import FileError, OtherContentError, write_files
from model.language import phrase
from model.next_year import next_year
from model.standard.standard import Standard


class Written(NamedTuple):
    """What became of one file of many.

    Attributes:
        target: the first file that was written; None where nothing was.
        error: why nothing was written, as a Japanese sentence; "" where it was.
    """

    path: Path
    target: Path | None = None
    error: str = ""


def write_next_year(path: Path, standard: Standard) -> Written:
    """Write the draft of a request's next year beside it: 「事業（令和3年度）.yosan」; no file is ever replaced."""
    try:
        request = storage.load(path)
        draft = next_year(request, standard)
        year, last = (standard.year_of(each.header.fiscal_year).label for each in (draft, request))
        mark = f"（{year}）"
        stem = fitting(path.stem.removesuffix(f"（{last}）"), (mark + storage.SUFFIX,))
        target = path.with_name(f"{stem}{mark}{storage.SUFFIX}")
        write_files({target: storage.dumps(draft)}, replace=False)
    except OtherContentError:
        return Written(
            path, error=phrase("「{name}」がすでにあります。置き換えていません。", name=target.name)
        )
    except FileError as error:
        return Written(path, error=str(error))
    return Written(path, target)
