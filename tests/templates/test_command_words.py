"""The words of the commands in each language: what gettext reads is what people write in the .po file beside it, and none is missing."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Final

import pytest

from templates.commands.command_line import parse
from templates.commands.language import JAPANESE, LANGUAGES
from tests.command_texts import OURS, SOURCES, WORDS, compiled, marked_calls, read_po, source_texts
from tests.texts import JAPANESE_WORDS, unmarked_in

_FILES: Final = sorted(WORDS.rglob("*.po"))
_OTHERS: Final = [WORDS / language / OURS for language in LANGUAGES if language != JAPANESE]
_FILE_NAME: Final = "the names of files are the same in every language, for they go to others"
_TYPE: Final = "written into the user's settings of Windows, where Japanese programs read it"
KEPT: Final[dict[str, dict[str, str]]] = {
    "main.py": {"*": "said where nothing of ours could be imported"},
    "demo.py": {"見本": _FILE_NAME},
    "desk_acts.py": {"確認のお願い": _FILE_NAME},
    "export.py": {"-債務負担行為": _FILE_NAME},
    "file_type.py": {"予算要求書": _TYPE, "予算帖で開く": _TYPE},
    "rules_page.py": {"*": "the rulebook is a Japanese document"},
}
"""By files, the Japanese texts that are the same in every language, each with the reason; 「*」 for all of a file."""


@pytest.mark.parametrize("path", _FILES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_compiled_words_are_those_of_the_text(path: Path) -> None:
    """The .mo file holds the words of the .po file; ``python3 -m tests.texts`` makes it anew."""
    assert path.with_suffix(".mo").read_bytes() == compiled(path)


@pytest.mark.parametrize("path", _OTHERS, ids=lambda path: path.parts[-3])
def test_every_text_of_the_commands_is_translated(path: Path) -> None:
    """A .po file has exactly the texts of the sources, each translated, with the same placeholders and no other Japanese."""
    words = {text: other for text, other in read_po(path).items() if text}
    assert list(words) == list(source_texts())
    assert [text for text, other in words.items() if not other] == []
    names = re.compile(r"\{(\w+)")
    assert [
        text for text, other in words.items() if set(names.findall(text)) != set(names.findall(other))
    ] == []
    pairs = words.items()
    assert [
        other for text, other in pairs if any(word not in text for word in JAPANESE_WORDS.findall(other))
    ] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_text_of_a_command_is_left_in_japanese_alone(path: Path) -> None:
    """A Japanese text of the commands is translated, or listed with the reason why it is the same in every language."""
    kept = KEPT.get(path.name, {})
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [
        text for text in unmarked_in(tree, marked_calls(tree)) if text not in kept and "*" not in kept
    ] == []


def test_help_is_in_the_language_that_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever --language stands, the help and what is wrong with a line are in that language; Japanese where none is named."""
    monkeypatch.setenv("LANGUAGE", JAPANESE)  # and as it was afterwards
    said = {}
    for words in (["check", "--help"], ["--language", "en", "check", "--help"], ["check", "--language=en"]):
        with pytest.raises(SystemExit):
            parse(words)
        printed = capsys.readouterr()
        said[" ".join(words)] = JAPANESE_WORDS.findall(printed.out + printed.err)
    japanese, *english = said.values()
    assert japanese
    assert [set(words) for words in english] == [{"誤り"}, set()]  # the severity, as findings have it
