"""Writes tracebacks to a log file that the writer can send; the writer sees a sentence."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths

from ui.language import translate

if TYPE_CHECKING:
    import logging

LOGGER_NAME: Final = "yosancho"


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
        logger().error(translate("ui.window", "思わぬ誤り"), exc_info=(kind, error, trace))
        show(
            translate(
                "ui.window",
                "思わぬ誤りが起きました。入力した内容は残っています。記録 {path} を担当に送ってください。",
            ).format(path=log_path())
        )

    sys.excepthook = caught


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
