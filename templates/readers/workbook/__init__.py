"""Reads workbooks: our own exactly, with hand changes; any other by its labels.

Our own gives back the request that it carries, with each cell that was changed by hand (``own``); any other is read by the
words of its headings (``foreign``). Nothing here writes a file, runs a macro or follows a link.

Imports model, ``sheet``, templates' own ``workbook`` and, of the readers, ``books``, ``labels``, ``reading`` and the questions and units of ``tables``. Read ``own.read_own`` first.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from msgspec.structs import replace

from model.language import phrase
from model.standard.standard import Standard
from templates.readers.books import read_book
from templates.readers.books.cells import Book, Progress
from templates.readers.foreign.foreign import read_foreign
from templates.readers.reading import Reading, Unread, struck_out
from templates.readers.workbook.own import looks_like_ours, read_own, remembered
from templates.readers.workbook.sealed import sealed_request

_MACROS: Final = phrase("マクロが入っています。実行せず、セルの値だけを読みました。")
_LINKS: Final = phrase("ほかのブックへのリンクがあります。たどらず、保存されていた値を読みました。")
_NO_MEMORY: Final = phrase(
    "予算帖が書き出した印はありますが、読み戻すための控えが消えているか壊れているため、見出しを頼りに読みました。"
)


def read_workbook(path: Path, standard: Standard, progress: Progress | None = None) -> Reading:
    """Read a workbook of any kind; what ``progress`` raises ends the reading.

    Returns:
        The request; for our own workbook exactly the one that was written, with every change made by hand listed.

    Raises:
        FileError: with a sentence for the user, where it cannot be read at all.
        Stopped: when ``progress`` stops the reading.
    """
    request = sealed_request(path)
    if request is not None:
        return Reading(request)
    return read_cells(read_book(path, progress), path.name, standard)


def read_cells(book: Book, name: str, standard: Standard) -> Reading:
    """Read a book of cells, of a workbook or of whatever was laid out as one; ``name`` is the file's, for the notes."""
    notes: list[Unread] = []
    parts = [part.lower() for part in book.parts]
    if any(part.endswith("vbaproject.bin") for part in parts):
        notes.append(Unread(name, "", _MACROS))
    if any(part.startswith("xl/externallinks/") for part in parts):
        notes.append(Unread(name, "", _LINKS))
    if book.missing:
        notes.append(Unread(name, "", book.missing))
    found = remembered(book)
    if found is not None:
        reading = read_own(book, *found, standard)
    else:
        if looks_like_ours(book):
            notes.append(Unread(name, "", _NO_MEMORY))
        reading = read_foreign(book, standard)
    return replace(reading, unread=(*notes, *reading.unread, *struck_out(book.struck)))
