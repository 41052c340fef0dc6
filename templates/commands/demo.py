"""The command ``demo``: the main job on the real sheet without a screen, from the request file to its exports.

It is also what ``main.py`` does where there is no screen to open a window on.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import Final

from model.document import storage
from model.files.files import FileError, reason, write_files
from model.language import gettext_noop, translate
from model.standard.standard import Standard
from templates.commands import check, exporting, samples
from templates.commands.console import FAILED

_FOLDER: Final = Path("demo")
_SAMPLE_COPY: Final = f"見本{storage.SUFFIX}"
_KINDS: Final[Mapping[str, str]] = {
    storage.SUFFIX: gettext_noop("要求書のファイル（予算帖で開けます）"),
    ".html": gettext_noop("公表用のページ"),
    ".xlsx": gettext_noop("財政課用のExcelブック"),
    ".pdf": gettext_noop("印刷用のPDF"),
    ".json": gettext_noop("要求書・合計・指摘のデータ"),
}


def demo(options: Namespace, in_force: Standard) -> int:
    """Check a request, write all exports into a new folder, and print the findings and files.

    The folder gets 「-2」 behind its name where there is one already. Without a file the real sheet is taken.

    Returns:
        The exit code: that of the check, or 2 where something could not be written.
    """
    folder, file = _make_new(options.output or _FOLDER), options.file
    if file is None:
        file = folder / _SAMPLE_COPY
        write_files({file: samples.sample_bytes(options.standard)}, replace=False)
        print(translate("実際に公表された要求書（見本）を検査して、書き出します。"))
    print(translate("\n検査"))
    found = check.check(Namespace(files=[file], json=False, figures=False), in_force)
    if found == FAILED:
        folder.rmdir()  # nothing was written: the file that was given could not be read
        return FAILED
    kinds = dict.fromkeys(("html", "xlsx", "pdf", "pictures", "ledger", "questions", "json"), True)
    given = Namespace(
        files=[file], output=folder, standard=options.standard, without_copy=False, replace=False
    )
    written = exporting.export(Namespace(**vars(given), **kinds), in_force)
    print(translate("\n書き出し先: {folder}").format(folder=folder.resolve()))
    for path in sorted(folder.iterdir()):
        print(f"  {path.name}  {translate(_KINDS[path.suffix]) if path.suffix in _KINDS else ''}")
    return max(found, written)


def _make_new(folder: Path) -> Path:
    """Make a folder that was not there before: under its name, or with 「-2」, 「-3」 … behind it; its path."""
    for number in count(1):
        path = folder if number == 1 else folder.with_name(f"{folder.name}-{number}")
        try:
            path.mkdir(parents=True)
        except FileExistsError:
            continue
        except OSError as error:
            raise FileError(
                translate(
                    "フォルダー「{path}」が作れません（{reason}）。「demo -o フォルダー」で別の場所を指定してください。"
                ).format(path=path, reason=reason(error))
            ) from error
        return path
    raise AssertionError("count() does not end")
