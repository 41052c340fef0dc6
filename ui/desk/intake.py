"""The folder that is watched for requests: a process of its own reads it and sends what became of each file."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from model.register.arrival import SameProject
from templates.desk.watching import Again, Checked, Failed, Looked, Message, Took, watch
from ui.language import translate
from ui.window.files.recent_files import settings

_LISTEN_MS: Final = 100
EVERY_S: Final = 5.0
"""Seconds between two looks at the folder."""
PATIENCE_S: Final = 20.0
"""How long the process may be silent before it is said that the folder does not answer: it looks at it every few seconds."""
_END_S: Final = 1.0
"""How long it is waited for the end of a process that was killed."""


class Intake(QObject):
    """Watches one folder for one register.

    Attributes:
        said: the state of the watching, in a sentence.
    """

    took = Signal(object)  # the outcomes of files
    missing = Signal(object)  # the sections from which nothing has come
    said_changed = Signal()

    def __init__(self, address: str, actor: str, standard_folder: Path, parent: QObject) -> None:
        """Make it; nothing is watched yet. The address has a password where the register has one."""
        super().__init__(parent)
        self._address, self._actor, self._standard_folder = address, actor, standard_folder
        self.folder: Path | None = None
        self.said = translate(
            "ui.desk",
            "要求書の届くフォルダーを一度選ぶと、この台帳を開いている間、新しいものと変わったものを見つけて集めます。",
        )
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._heard_at = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.listen)

    def resume(self) -> None:
        """Watch the folder that was chosen for this register before, if there is one."""
        if kept := str(settings().value(self._key, "") or ""):
            self.watch(Path(kept))

    def watch(self, folder: Path) -> None:
        """Watch a folder from now on, and whenever this register is opened."""
        self.stop()
        settings().setValue(self._key, str(folder))
        self.folder = folder
        here, there = get_context("spawn").Pipe()
        self._connection = here
        self._process = get_context("spawn").Process(
            target=watch,
            args=(there, self._address, self._actor, self._standard_folder, folder, EVERY_S),
            daemon=True,
        )
        self._process.start()
        there.close()
        self._heard_at = time.monotonic()
        self._timer.start(_LISTEN_MS)
        self._say(translate("ui.desk", "フォルダーを見に行っています。"))

    def stop(self) -> None:
        """Watch nothing any more; a process that hangs in the folder is ended."""
        self._timer.stop()
        if self._connection is not None:
            self._connection.close()
        if self._process is not None:
            self._process.kill()
            self._process.join(_END_S)
        self._connection = self._process = self.folder = None

    def forget(self) -> None:
        """Watch nothing any more, nor when this register is opened the next time."""
        self.stop()
        settings().remove(self._key)
        self._say(translate("ui.desk", "フォルダーを見ていません。"))

    def take_again(self, name: str, same_project: SameProject) -> None:
        """Have a file that was refused read again, as what a person says it is."""
        if self._connection is not None:
            with suppress(OSError):  # the process has ended, which ``listen`` finds and says
                self._connection.send(Again(name, same_project))

    def listen(self) -> None:
        """Take what the process has said since the last time."""
        connection = self._connection
        try:
            while connection is not None and connection.poll():
                self._take(connection.recv())
        except (EOFError, OSError):
            self.stop()
            self._say(
                translate(
                    "ui.desk", "フォルダーを見る処理が終わりました。フォルダーを選び直すと、また始まります。"
                )
            )
            return
        if connection is not None and time.monotonic() - self._heard_at > PATIENCE_S:
            self._say(
                translate(
                    "ui.desk",
                    "フォルダーが応答しません。つながり次第、続きから集めます。この窓のほかの仕事はそのまま続けられます。",
                )
            )

    @property
    def _key(self) -> str:
        return f"desk_folders/{sha256(self._address.encode()).hexdigest()[:16]}"

    def _take(self, message: Message) -> None:
        self._heard_at = time.monotonic()
        match message:
            case Looked(files, closed):
                said = translate(
                    "ui.desk", "{count:,}件のファイルがあります。新しいものを待っています。"
                ).format(count=files)
                self._say(" ".join((said, *closed)))
            case Took(outcomes, left):
                self.took.emit(outcomes)
                if left:
                    self._say(translate("ui.desk", "集めています。残り {count:,}件。").format(count=left))
                else:
                    self._say(translate("ui.desk", "集めました。検査しています。"))
            case Checked(missing):
                self.missing.emit(missing)
                self._say(translate("ui.desk", "新しいものを待っています。"))
            case Failed(sentence):
                self.stop()
                self._say(sentence)

    def _say(self, sentence: str) -> None:
        if sentence != self.said:
            self.said = sentence
            self.said_changed.emit()


def folder_in_words(folder: Path | None, missing: Sequence[str]) -> str:
    """The folder, and which sections have sent nothing yet."""
    where = translate("ui.desk", "フォルダーが選ばれていません。") if folder is None else str(folder)
    if not missing:
        return where
    return (
        where
        + "\n"
        + translate("ui.desk", "要求がまだ来ていない課 {count}課: {names}").format(
            count=len(missing), names="、".join(missing)
        )
    )
