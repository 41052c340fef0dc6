"""A file that is damaged: said, with the offer to go on from what it held before, where that was kept."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from model.document.storage import loads
from model.files.files import Digest, FileError, digest_of
from model.files.versions import Versions
from model.request.request import Request
from ui.language import translate
from ui.widgets.choice_bar import Choice
from ui.window.files.document_file import DocumentFile


class LastSound(NamedTuple):
    """The last version of a damaged file that can be read.

    Attributes:
        request: the version.
        saved: when the file was saved with it.
        damaged: the digest of what the file holds now.
    """

    request: Request
    saved: datetime
    damaged: Digest | None


def say_damaged(
    file: DocumentFile, path: Path, why: str, open_sound: Callable[[Path, LastSound], object]
) -> None:
    """Say that a file is damaged, and offer its last version that can be read, which is looked for in a thread.

    Args:
        file: what is known of files here.
        path: the damaged one.
        why: the sentence that says so.
        open_sound: opens a version as unsaved work in the file.
    """

    def say(last: LastSound | None) -> None:
        if last is None:
            file.window.show_failure("opening", why)
            return
        file.window.show_failure(
            "opening",
            translate(
                "ui.window",
                "{why}このパソコンには、{saved:%m月%d日 %H:%M} に保存した版が残っています。「前の版から続ける」でそれを開けます。",
            ).format(why=why, saved=last.saved),
            Choice(
                translate("ui.window", "前の版から続ける"),
                translate("ui.window", "壊れたファイルは、保存するまでそのまま残ります。"),
                partial(open_sound, path, last),
            ),
        )

    if file.kept is None:
        say(None)
    else:
        file.read_beside(path.name, partial(_last_sound, file.kept.versions, path), say)


def _last_sound(versions: Versions, path: Path) -> LastSound | None:
    """The last version of a file that can be read; None where there is none."""
    for version in versions.of(path):
        with suppress(FileError):
            return LastSound(
                loads(versions.content_of(version).data, path.name), version.saved, _digest(path)
            )
    return None


def _digest(path: Path) -> Digest | None:
    try:
        return digest_of(path)
    except FileError:
        return None
