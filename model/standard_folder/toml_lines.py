"""On which line of a TOML text a table, a key or an item of an array stands.

``tomllib`` gives values without their places. This reads a text that tomllib has read, so it need not find what is
wrong in it; it is done only when something is to be said of a value.
"""

from __future__ import annotations

import re
import tomllib
from typing import Final, NamedTuple

from model.standard_folder.fault import Path

_TOKENS: Final = re.compile(
    r"""
    (?P<comment>\#[^\n]*)
  | (?P<text>\"{3}(?:\\[\s\S]|\"{1,2}(?!\")|[^\"\\])*\"{3,5}
           | '{3}(?:'{1,2}(?!')|[^'])*'{3,5}
           | \"(?:\\.|[^\"\\\n])*\"
           | '[^'\n]*')
  | (?P<mark>[\[\]{}=,.\n])
  | (?P<bare>[^\s\[\]{}=,.\#\"']+)
    """,
    re.VERBOSE,
)


class _Token(NamedTuple):
    word: str
    line: int
    is_mark: bool


class TomlLines:
    """The lines of everything in a text, by path."""

    def __init__(self, text: str) -> None:
        self._found: dict[Path, int] = {}
        self._tokens = []
        line = 1
        for match in _TOKENS.finditer(text):
            if match.lastgroup != "comment":
                self._tokens.append(_Token(match[0], line, match.lastgroup == "mark"))
            line += match[0].count("\n")
        self._next = 0
        self._items: dict[Path, int] = {}  # how many tables an array of tables has so far
        table: Path = ()
        while self._next < len(self._tokens):
            if self._is("\n"):
                self._next += 1
            elif self._is("["):
                table = self._header()
            else:
                self._pair(table)

    def line_of(self, path: Path) -> int | None:
        """The line of a value, from 1; where it is not written, that of the innermost table around it that is."""
        whole = (path[:end] for end in range(len(path), 0, -1))
        return next((self._found[outer] for outer in whole if outer in self._found), None)

    def _is(self, *marks: str) -> bool:
        if self._next >= len(self._tokens):
            return False
        token = self._tokens[self._next]
        return token.is_mark and token.word in marks

    def _note(self, path: Path, line: int) -> None:
        for end in range(1, len(path) + 1):
            self._found.setdefault(path[:end], line)

    def _keys(self, *ends: str) -> list[str]:
        """The parts of a dotted key up to a mark, which is passed."""
        keys = []
        while self._next < len(self._tokens) and not self._is(*ends):
            token = self._tokens[self._next]
            if not token.is_mark:
                quoted = token.word[0] in "\"'"
                keys.append(tomllib.loads(f"key = {token.word}")["key"] if quoted else token.word)
            self._next += 1
        self._next += 1
        return keys

    def _header(self) -> Path:
        """A header: the path of its table."""
        line = self._tokens[self._next].line
        self._next += 1
        is_array = self._is("[")
        self._next += is_array
        *outer, last = self._keys("]")
        self._next += is_array
        path: Path = ()
        for key in outer:
            path = (*path, key)
            if path in self._items:  # a table inside the array's last one
                path = (*path, self._items[path] - 1)
        path = (*path, last)
        if is_array:
            number = self._items.get(path, 0)
            self._items[path] = number + 1
            path = (*path, number)
        self._note(path, line)
        return path

    def _pair(self, table: Path) -> None:
        line = self._tokens[self._next].line
        path = (*table, *self._keys("="))
        self._note(path, line)
        self._value(path)

    def _value(self, path: Path) -> None:
        if self._is("["):
            self._next += 1
            number = 0
            while self._next < len(self._tokens) and not self._is("]"):
                if self._is("\n", ","):
                    self._next += 1
                    continue
                self._note((*path, number), self._tokens[self._next].line)
                self._value((*path, number))
                number += 1
            self._next += 1
        elif self._is("{"):
            self._next += 1
            while self._next < len(self._tokens) and not self._is("}"):
                if self._is("\n", ","):
                    self._next += 1
                else:
                    self._pair(path)
            self._next += 1
        else:
            while self._next < len(self._tokens) and not self._is("]", "}", ",", "\n"):
                self._next += 1
