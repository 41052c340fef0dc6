"""The command ``associate``: a double click on a request file opens it in this program, for this user alone (Windows).

What is written stands below ``HKEY_CURRENT_USER``, which needs no administrator; ``--remove`` takes it away again.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from subprocess import list2cmdline
from typing import Final

from model.document.storage import SUFFIX
from model.language import translate
from model.standard.standard import Standard
from templates.commands import console
from templates.commands.console import FAILED, GOOD

_CLASSES: Final = r"Software\Classes"
_TYPE: Final = "Yosancho.Request"
_TYPE_NAME: Final = "予算要求書"


def associate(options: Namespace, _in_force: Standard) -> int:
    """Have Windows open request files in this program for this user, or no longer; the exit code."""
    if sys.platform == "win32":
        import winreg

        if options.remove:
            for key, _ in reversed(entries(window_command())):
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)
            print(translate("{suffix} をこのプログラムで開く設定を外しました。").format(suffix=SUFFIX))
            return GOOD
        for key, value in entries(window_command()):
            winreg.SetValue(winreg.HKEY_CURRENT_USER, key, winreg.REG_SZ, value)
        print(
            translate(
                "{suffix} をダブルクリックすると、このプログラムで開くようにしました（このユーザーだけの設定です）。"
            ).format(suffix=SUFFIX)
        )
        return GOOD
    console.say(
        translate(
            "associate は Windows の命令です。ここでは、ファイルの種類の設定はデスクトップの設定から行ってください。"
        )
    )
    return FAILED


def entries(command: str) -> list[tuple[str, str]]:
    """The keys below HKEY_CURRENT_USER with their values; a key stands behind those above it.

    Args:
        command: the line that opens a file, in which 「"%1"」 stands for it.
    """
    kind = rf"{_CLASSES}\{_TYPE}"
    return [
        (rf"{_CLASSES}\{SUFFIX}", _TYPE),
        (kind, _TYPE_NAME),
        (rf"{kind}\shell", "open"),
        (rf"{kind}\shell\open", "予算帖で開く"),
        (rf"{kind}\shell\open\command", command),
    ]


def window_command() -> str:
    """The line that opens a file in the window of this program, built or from its source, on Windows."""
    program = Path(sys.executable)
    if getattr(sys, "frozen", False):  # the program of the window stands beside that of the commands
        words = [str(program.with_name("yosancho.exe"))]
    else:
        words = [str(program.with_name("pythonw.exe")), str(Path(__file__).parents[2] / "main.py")]
    return f'{list2cmdline(words)} "%1"'
