"""LibreOffice, where it is installed: opening workbooks, working on them by a Basic macro, saving them again."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

import pytest

PROGRAM = shutil.which("soffice")
needs_libreoffice = pytest.mark.skipif(PROGRAM is None, reason="LibreOffice (soffice) is not installed")
_TIMEOUT = 180  # seconds


def resaved(paths: list[Path], folder: Path) -> list[Path]:
    """The workbooks as LibreOffice saves them again, in another folder."""
    return converted(paths, "xlsx", folder)


def converted(paths: list[Path], kind: str, folder: Path) -> list[Path]:
    """The workbooks as LibreOffice saves them as files of another kind, in another folder."""
    with tempfile.TemporaryDirectory() as profile:
        _run(profile, "--convert-to", kind, "--outdir", str(folder), *map(str, paths))
    return [folder / f"{path.stem}.{kind}" for path in paths]


class Work(NamedTuple):
    """What is done to a workbook.

    Attributes:
        steps: lines of a Basic macro, in which ``sheet`` is the printed sheet, unprotected.
        target: where it is saved afterwards.
    """

    path: Path
    steps: str
    target: Path


def work_on(works: Iterable[Work], profile: Path) -> None:
    """Work on workbooks one after the other in one run of LibreOffice, for which ``profile`` is an empty folder."""
    subs = [_sub(number, *work) for number, work in enumerate(works)]
    calls = "\n".join(f"    Work{number}" for number in range(len(subs)))
    macro = "\n".join((f"Sub Main\n{calls}\n    StarDesktop.terminate()\nEnd Sub", *subs))
    _run(str(profile), "--terminate_after_init")  # the first start puts an empty library of macros into it
    library = profile / "user" / "basic" / "Standard"
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    names = 'xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"'
    (library / "Hands.xba").write_text(
        f'{head}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Hands"'
        f' script:language="StarBasic">{escape(macro)}</script:module>',
        encoding="utf-8",
    )
    (library / "script.xlb").write_text(
        f'{head}<library:library {names} library:name="Standard" library:readonly="false"'
        ' library:passwordprotected="false"><library:element library:name="Hands"/></library:library>',
        encoding="utf-8",
    )
    (library.parent / "script.xlc").write_text(
        f'{head}<library:libraries {names}><library:library library:name="Standard"'
        ' xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>'
        "</library:libraries>",
        encoding="utf-8",
    )
    _run(str(profile), "macro:///Standard.Hands.Main")


def _sub(number: int, path: Path, steps: str, target: Path) -> str:
    return f"""Sub Work{number}
    Dim hidden(0) As New com.sun.star.beans.PropertyValue
    hidden(0).Name = "Hidden" : hidden(0).Value = True
    document = StarDesktop.loadComponentFromURL("{path.as_uri()}", "_blank", 0, hidden())
    sheet = document.Sheets.getByIndex(0)
    sheet.unprotect("")
{steps}
    Dim kind(0) As New com.sun.star.beans.PropertyValue
    kind(0).Name = "FilterName" : kind(0).Value = "Calc MS Excel 2007 XML"
    document.storeToURL("{target.as_uri()}", kind())
    document.close(True)
End Sub"""


def _run(profile: str, *arguments: str) -> None:
    assert PROGRAM is not None
    subprocess.run(
        [PROGRAM, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore", *arguments],
        check=True,
        capture_output=True,
        timeout=_TIMEOUT,
    )
