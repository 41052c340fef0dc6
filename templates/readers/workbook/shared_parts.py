"""What the sheets of a workbook share: the list of tabs, where their members lie, the texts that cells refer to."""

from __future__ import annotations

import re
from typing import Final

_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescape(text: str) -> str:
    """Text without the 「_x000D_」 by which Excel writes characters that XML cannot hold; one kind of line break."""
    if "_x" in text:
        text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


class Tabs:
    """The tabs: title, relation, state."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, str]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if name == "sheet":
            relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            self.sheets.append((attributes.get("name", ""), relation, attributes.get("state", "visible")))

    def end(self, name: str) -> None:
        """Nothing to close."""

    def text(self, text: str) -> None:
        """No text here."""


class Targets:
    """The members that relations lead to."""

    def __init__(self) -> None:
        self.members: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            self.members[attributes.get("Id", "")] = (
                target[1:] if target.startswith("/") else f"xl/{target.removeprefix('./')}"
            )

    def end(self, name: str) -> None:
        """Nothing to close."""

    def text(self, text: str) -> None:
        """No text here."""


class Strings:
    """The shared texts, without furigana."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._parts: list[str] = []
        self._takes = self._in_phonetic = False

    def start(self, name: str, _: dict[str, str]) -> None:
        """An element begins."""
        if name == "si":
            self._parts = []
        elif name == "rPh":
            self._in_phonetic = True
        elif name == "t":
            self._takes = not self._in_phonetic

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "si":
            self.texts.append(unescape("".join(self._parts)))
        elif name == "rPh":
            self._in_phonetic = False
        elif name == "t":
            self._takes = False

    def text(self, text: str) -> None:
        """Text of an element."""
        if self._takes:
            self._parts.append(text)
