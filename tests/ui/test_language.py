"""The languages of the interface: every text of a converted room is translated, and what the program reads is what people wrote."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Final

import pytest

from tests.texts import (
    JAPANESE_WORDS,
    OTHERS,
    ROOMS,
    UI,
    files_of,
    marked,
    read_words,
    release,
    unmarked,
    words_of,
)
from ui.language import LANGUAGES

CONVERTED: Final = ("language", "window")
"""The rooms of ui in which every text is translated."""

_FILE_NAME: Final = "the names of files are the same in every language, for they go to others"
KEPT: Final[dict[str, dict[str, str]]] = {
    "language/__init__.py": {"日本語": "a language is called as those who read it call it"},
    "window/commands/compare_actions.py": {"の比較.xlsx": _FILE_NAME},
    "window/commands/romaji.py": {"*": "the readings of Japanese words"},
    "window/exports.py": {"（配布用）": _FILE_NAME, "引継ぎ.html": _FILE_NAME},
    "window/files/document_file.py": {"（写し）": _FILE_NAME, "（": _FILE_NAME, "）": _FILE_NAME},
}
"""By files of ui, the Japanese texts that are the same in every language, each with the reason; 「*」 for all of a file."""

_PLACEHOLDER: Final = re.compile(r"\{(\w+)")
_BOTH: Final = [(language, room) for language in OTHERS for room in ROOMS]


@pytest.mark.parametrize("room", CONVERTED)
def test_no_text_of_a_converted_room_is_left_in_japanese_alone(room: str) -> None:
    """A Japanese text of the interface is translated, or listed with the reason why it is the same in every language."""
    left = {}
    for path in files_of(room):
        kept = KEPT.get(path.relative_to(UI).as_posix(), {})
        left[path.name] = [text for text in unmarked(path) if text not in kept and "*" not in kept]
    assert {name: texts for name, texts in left.items() if texts} == {}


@pytest.mark.parametrize("room", ROOMS)
def test_a_text_names_its_own_room(room: str) -> None:
    """The texts of a room stand in the room's own file: no call names another."""
    assert {named for path in files_of(room) for named, _ in marked(path)} <= {f"ui.{room}"}


@pytest.mark.parametrize(("language", "room"), _BOTH)
def test_every_text_is_translated(language: str, room: str) -> None:
    """The file of a room has exactly the texts of its sources, each finished; ``python3 -m tests.texts`` adds what is missing."""
    words = read_words(words_of(language, room))
    assert set(words) == {text for path in files_of(room) for _, text in marked(path)}
    assert [text for text, translation in words.items() if not translation] == []


@pytest.mark.parametrize(("language", "room"), _BOTH)
def test_translation_says_the_same_values(language: str, room: str) -> None:
    """A translation has the placeholders of its text, and no Japanese but words of the sheet that the text has too."""
    words = read_words(words_of(language, room)).items()
    assert [
        text for text, other in words if set(_PLACEHOLDER.findall(text)) != set(_PLACEHOLDER.findall(other))
    ] == []
    assert [
        other for text, other in words if any(word not in text for word in JAPANESE_WORDS.findall(other))
    ] == []


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_read_is_what_was_written(language: str, tmp_path: Path) -> None:
    """The .qm files are those of the .ts files as they are; ``python3 -m tests.texts`` makes them anew."""
    written = [path for room in ROOMS if (path := words_of(language, room)).exists()]
    copies = [Path(shutil.copy(path, tmp_path)) for path in written]
    release(copies)
    read = sorted(written[0].parent.glob("*.qm"))
    assert [path.name for path in read] == [path.with_suffix(".qm").name for path in written]
    assert [path.name for path in read if path.read_bytes() != (tmp_path / path.name).read_bytes()] == []


def test_the_command_line_knows_the_languages() -> None:
    """Each language of the interface can be named on the command line."""
    from templates.commands.command_line import parse

    assert [parse(["--language", language]).language for language in LANGUAGES] == list(LANGUAGES)
