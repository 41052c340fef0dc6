"""What the commands print: results on stdout, sentences on stderr; neither is lost in silence, nor ends in a traceback.

A text of a file may hold escape sequences, marks of direction or line breaks: nothing of it reaches a terminal raw, so that
no file can rewrite what was printed or pretend a finding.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final, TextIO

from model.files.files import reason
from model.values.unseen_characters import json_without_unseen, one_visible_line

GOOD: Final = 0
FINDINGS: Final = 1
FAILED: Final = 2
"""The exit code where something could not be read or written."""


def program() -> str:
    """How the commands of this program are called in a terminal: from the source, or by the built application."""
    if not getattr(sys, "frozen", False):
        return "python3 main.py"
    return "yosancho-console" if sys.platform == "win32" else "yosancho"


def is_unseen() -> bool:
    """Whether nobody sees what is printed: the built application was started by an icon, not in a terminal."""
    return bool(getattr(sys, "frozen", False)) and not (sys.stderr is not None and sys.stderr.isatty())


def guarded(work: Callable[[], int]) -> int:
    """The exit code of a command's work; FAILED, with a sentence, where its results could not be printed to the end."""
    _prepare()
    try:
        try:
            return work()
        finally:
            sys.stdout.flush()  # here, where a full disk can still be reported; at the interpreter's end it cannot
    except BrokenPipeError:  # 「check … | head」: nobody reads on, and nothing is to be reported
        _discard_output(sys.stdout)
    except OSError as error:
        from model.language import translate  # no start of the window pays for it

        _discard_output(sys.stdout)
        what = (
            translate("「{filename}」を読み書き").format(filename=error.filename)
            if error.filename
            else translate("結果を最後まで出力")
        )
        say(
            translate("{what}できません（{reason}）。出力先を確かめて、もう一度実行してください。").format(
                what=what, reason=reason(error)
            )
        )
    return FAILED


def print_line(text: str) -> None:
    """Print one line of the results; a character that nobody sees is printed as its number."""
    print(one_visible_line(text))


def as_json(value: object) -> str:
    """A value as indented JSON without a character that a terminal would obey; read again it is the same value."""
    import json

    return json_without_unseen(json.dumps(value, ensure_ascii=False, indent=2))


def say(sentence: str) -> None:
    """Print a sentence on stderr; if stderr is closed, only the exit code reports the failure."""
    draw("".join(f"{one_visible_line(line)}\n" for line in sentence.splitlines()))


def draw(text: str) -> None:
    """Put text on stderr as it is."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        _discard_output(sys.stderr)


class _Closed(io.TextIOBase):
    """Replaces a stdout that was closed before the start, so that printing fails instead of losing text."""

    def write(self, text: str) -> int:  # noqa: ARG002
        """Refuse the text as the system refuses it."""
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def _prepare() -> None:
    if sys.stdout is None or sys.stderr is None:
        # A file that is opened next would get the number of the closed stream, and what is printed there would be written into it.
        while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
            pass
        os.close(number)
    if sys.stdout is None:
        sys.stdout = _Closed()
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - print(file=None) means stdout
    for stream in (
        sys.stdout,
        sys.stderr,
    ):  # a Windows console may not speak UTF-8; no message may fail on that
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _discard_output(stream: TextIO) -> None:
    """Send what a stream still holds nowhere, so that the interpreter's end does not fail on it again."""
    with suppress(OSError, ValueError):  # a stream that is no file holds nothing
        number = os.open(os.devnull, os.O_WRONLY)
        os.dup2(number, stream.fileno())
        os.close(number)
