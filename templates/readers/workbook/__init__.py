"""Reads workbooks: our own exactly, with hand changes; any other by its labels.

Our own gives back the request that it carries, with each cell that was changed by hand (``own``); any other is read by the
words of its headings (``foreign``). Nothing here writes a file, runs a macro or follows a link.

Imports model, ``sheet``, templates' own ``workbook`` and, of the readers, ``labels`` and ``reading``. Read ``own.read_own`` first.
"""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from model.standard.standard import Standard
from templates.readers.reading import Reading, Unread
from templates.readers.workbook.cells import read_book
from templates.readers.workbook.foreign import read_foreign
from templates.readers.workbook.own import looks_like_ours, read_own, remembered


def read_workbook(path: Path, standard: Standard) -> Reading:
    """Read a workbook (.xlsx, .xlsm) that ``check_workbook`` let through.

    Args:
        path: the workbook.
        standard: the government's words: labels, staff, funding columns.

    Returns:
        The request; for our own workbook exactly the one that was written, with every change made by hand listed.

    Raises:
        FileError: with a sentence for the user, where it cannot be read at all.
    """
    notes: list[Unread] = []
    book = read_book(path)
    if any(part.endswith("vbaProject.bin") for part in book.parts):
        notes.append(Unread(path.name, "", "マクロが入っています。実行せず、セルの値だけを読みました。"))
    if any(part.startswith("xl/externalLinks/") for part in book.parts):
        notes.append(
            Unread(
                path.name, "", "ほかのブックへのリンクがあります。たどらず、保存されていた値を読みました。"
            )
        )
    found = remembered(book)
    if found is not None:
        reading = read_own(book, *found, standard)
    else:
        if looks_like_ours(book):
            notes.append(
                Unread(
                    path.name,
                    "",
                    "予算帖が書き出した印はありますが、読み戻すための控えが消えているか壊れているため、見出しを頼りに読みました。",
                )
            )
        reading = read_foreign(book, standard)
    return replace(reading, unread=(*notes, *reading.unread))
