"""A bar on stderr for work over many files, where a person sits before it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from templates.commands import console

_WIDTH: Final = 30
_File = TypeVar("_File")


class Progress:
    """Shows how many of the files are done; nothing for one file, and where stderr is no terminal."""

    def __init__(self, of: int) -> None:
        self._of = of
        self._is_shown = of > 1 and sys.stderr.isatty()
        self._drawn = ""

    def over(self, files: Iterable[_File]) -> Iterator[_File]:
        """The files, each shown while it is dealt with."""
        for number, file in enumerate(files, start=1):
            self.show(number)
            yield file
        self.end()

    def show(self, done: int) -> None:
        """So many files are done or being done."""
        if not self._is_shown:
            return
        filled = _WIDTH * done // self._of
        self._drawn = f"[{'#' * filled}{'.' * (_WIDTH - filled)}] {done}/{self._of}"
        console.draw(f"\r{self._drawn}")

    def clear(self) -> None:
        """Take the bar away, before something is printed on the same terminal."""
        if self._drawn:
            console.draw(f"\r{' ' * len(self._drawn)}\r")
            self._drawn = ""

    def end(self) -> None:
        """All is done: the whole bar stays."""
        if self._is_shown:
            self.show(self._of)
            console.draw("\n")
