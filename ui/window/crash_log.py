"""Writes tracebacks to a log file that the writer can send; the writer sees a sentence.

The log holds nothing of a request: the words of an error may have what was typed or read, or the name of a file, which is
that of a 事業.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths

from ui.language import translate

if TYPE_CHECKING:
    import logging

LOGGER_NAME: Final = "yosancho"
_NAME_NO_VALUE: Final = (
    AttributeError,
    IndexError,
    MemoryError,
    NameError,
    RecursionError,
    TypeError,
    UnboundLocalError,
    ZeroDivisionError,
)
"""Python's own errors whose words name types, attributes and the like, and never a value."""


def log_path() -> Path:
    """The log file, in the user's own folder for application data."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    return Path(folder) / "yosancho.log"


def start(show: Callable[[str], None]) -> None:
    """Log uncaught exceptions, and show the writer a sentence with the path of the log.

    Args:
        show: shows a sentence in the window.
    """

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        del kind, trace  # the error has both
        logger().error("%s\n%s", translate("ui.window", "思わぬ誤り"), "".join(_lines(error)))
        show(
            translate(
                "ui.window",
                "思わぬ誤りが起きました。入力した内容は残っています。記録 {path} を担当に送ってください。",
            ).format(path=log_path())
        )

    sys.excepthook = caught


def _lines(error: BaseException) -> Iterator[str]:
    """The traceback of an error and of those that led to it, the first first, without the words that may hold a value."""
    from traceback import format_tb  # no start of the window pays for it

    chain: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in chain:
        chain.append(link)
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    for each in reversed(chain):
        yield "Traceback (most recent call last):\n"
        yield from format_tb(each.__traceback__)
        yield f"{type(each).__module__}.{type(each).__qualname__}: {_plain_words(each)}\n"


def _plain_words(error: BaseException) -> str:
    """What can be written of an error's words; of a refused call its number alone, for the rest names the file."""
    if type(error) in _NAME_NO_VALUE:
        return str(error)
    if isinstance(error, OSError):
        return errno.errorcode.get(error.errno or 0, "?")
    return f"({len(str(error))} characters)"


def logger() -> logging.Logger:
    """What writes into the log file, which is opened for the first line."""
    import logging  # no start of the window pays for it
    from logging.handlers import RotatingFileHandler

    log = logging.getLogger(LOGGER_NAME)
    if not log.handlers:
        path = log_path()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handler = RotatingFileHandler(
                path, maxBytes=1_000_000, backupCount=1, encoding="utf-8", delay=True
            )
            handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
            log.addHandler(handler)
        except OSError:  # a profile that cannot be written to: the program still runs
            log.addHandler(logging.NullHandler())
    return log
