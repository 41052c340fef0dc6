"""What model, templates and commands say, in each language: what gettext reads is what people write in the .po files, and none is missing."""

from __future__ import annotations

import ast
import pickle
import re
from pathlib import Path
from typing import Final

import pytest

from model.document.storage import FileError, loads
from model.language import JAPANESE, LANGUAGES, WORDS, joined, phrase, speak, spoken
from templates.commands.command_line import parse
from tests.said_texts import (
    COMMANDS,
    SOURCES,
    compiled,
    made_of,
    marked_calls,
    po_of,
    read_po,
    room_of,
    source_texts,
)
from tests.samples import ROOT
from tests.texts import JAPANESE_WORDS, unmarked_in

_OTHERS: Final = [language for language in LANGUAGES if language != JAPANESE]
_ROOMS: Final = [
    (language, path.stem)  # by its files: each process that collects tests would read all sources for it
    for language in _OTHERS
    for path in sorted(po_of(language, "").parent.glob("*.*.po"))
]
_COMMANDS: Final = [path for path in (*SOURCES, ROOT / "main.py") if room_of(path) == COMMANDS]
_FILE_NAME: Final = "the names of files are the same in every language, for they go to others"
_TYPE: Final = "written into the user's settings of Windows, where Japanese programs read it"
KEPT: Final[dict[str, dict[str, str]]] = {
    "main.py": {"*": "said where nothing of ours could be imported"},
    "demo.py": {"見本": _FILE_NAME},
    "desk_acts.py": {"確認のお願い": _FILE_NAME},
    "exported_files.py": {"-債務負担行為": _FILE_NAME},
    "file_type.py": {"予算要求書": _TYPE, "予算帖で開く": _TYPE},
    "rules_page.py": {"*": "the rulebook is a Japanese document"},
}
"""By files of the commands, the Japanese texts that are the same in every language, each with the reason; 「*」 for all of a file."""

_DOCUMENT: Final = "a document that goes to others is Japanese, as the sheet is"
_OF_THE_SHEET: Final = "findings, and what the sheet prints, are Japanese in every language"
_KEPT_IN_FILE: Final = "kept in the request's file, where colleagues read it"
_FOR_STANDARDS: Final = "said to who writes a Standard, whose words are Japanese"
_READ: Final = "read in a source, not said"
JAPANESE_SENTENCES: Final = {
    "model/basis": _OF_THE_SHEET,
    "model/checks": _OF_THE_SHEET,
    "model/claims": _OF_THE_SHEET,
    "model/names": _OF_THE_SHEET,
    "model/totals/evaluate_basis.py": _OF_THE_SHEET,
    "model/next_year": _KEPT_IN_FILE,
    "model/register/earlier.py": _DOCUMENT,
    "model/standard": _FOR_STANDARDS,
    "model/standard_folder": _FOR_STANDARDS,
    "templates/desk/consolidated_lists.py": _DOCUMENT,
    "templates/desk/consolidated_years.py": _DOCUMENT,
    "templates/desk/consolidating.py": _DOCUMENT,
    "templates/desk/grid.py": _DOCUMENT,
    "templates/desk/letters.py": _DOCUMENT,
    "templates/desk/notices.py": _DOCUMENT,
    "templates/desk/statutory.py": _DOCUMENT,
    "templates/readers/page": _READ,
    "templates/readers/tables/columns/units.py": _READ,
    "templates/readers/tables/lists/sentences.py": _READ,
    "templates/readers/tables/noted.py": _READ,
    "templates/readers/workbook/figures_now.py": _KEPT_IN_FILE,
    "templates/readers/workbook/number_formats.py": _KEPT_IN_FILE,
    "templates/readers/workbook/section_tables.py": _KEPT_IN_FILE,
    "model/totals/prices.py": "an example in a table that colleagues share",
    "templates/workbook/memory.py": _DOCUMENT,
    "templates/workbook/typing_rules.py": _DOCUMENT,
    "templates/workbook/questions.py": _DOCUMENT,
}
"""Where sentences are the same in every language, by files or rooms, and why."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiled_words_are_those_of_the_text(language: str) -> None:
    """The .mo files hold the words of the .po files; ``python3 -m tests.texts`` makes them anew."""
    made = made_of(language)
    assert sorted(made) == sorted((WORDS / language).rglob("*.mo"))
    assert [path.name for path, written in made.items() if path.read_bytes() != compiled(written)] == []


@pytest.mark.parametrize(("language", "room"), _ROOMS)
def test_every_text_of_a_room_is_translated(language: str, room: str) -> None:
    """A .po file has exactly the texts of its room, each translated, with the same placeholders and no other Japanese."""
    words = {text: other for text, other in read_po(po_of(language, room)).items() if text}
    assert list(words) == list(source_texts()[room])
    assert [text for text, other in words.items() if not other] == []
    names = re.compile(r"\{(\w+)")
    assert [
        text for text, other in words.items() if set(names.findall(text)) != set(names.findall(other))
    ] == []
    pairs = words.items()
    assert [
        other for text, other in pairs if any(word not in text for word in JAPANESE_WORDS.findall(other))
    ] == []


@pytest.mark.parametrize("language", _OTHERS)
def test_one_text_is_translated_alike_in_all_rooms(language: str) -> None:
    """All rooms but the commands are read as one: a text that two of them have has one translation, and no room is left over."""
    paths = [po_of(language, room) for room in source_texts()]
    assert sorted(paths) == sorted(po_of(language, "").parent.glob("*.*.po"))
    known: dict[str, str] = {}
    for path in paths:
        for text, other in read_po(path).items() if path.stem != COMMANDS else ():
            assert known.setdefault(text, other) == other


@pytest.mark.parametrize("path", _COMMANDS, ids=lambda path: path.name)
def test_no_text_of_a_command_is_left_in_japanese_alone(path: Path) -> None:
    """A Japanese text of the commands is translated, or listed with the reason why it is the same in every language."""
    kept = KEPT.get(path.name, {})
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [
        text for text in unmarked_in(tree, marked_calls(tree)) if text not in kept and "*" not in kept
    ] == []


def test_no_sentence_is_left_in_japanese_alone() -> None:
    """A sentence that model or templates say is translated, or stands where they are the same in every language, each place with its reason."""
    left, used = [], set()
    for path in SOURCES:
        name = path.relative_to(ROOT).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if found := [text for text in unmarked_in(tree, marked_calls(tree)) if "。" in text]:
            listed = [place for place in JAPANESE_SENTENCES if f"{name}/".startswith(f"{place}/")]
            used.update(listed)
            left += [(name, text) for text in found if not listed and room_of(path) != COMMANDS]
    assert left == []
    assert used == set(JAPANESE_SENTENCES)


def test_a_sentence_stays_japanese_until_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence is a Japanese value, also between processes; it is said in the language in use, what is put in too, but for the words of others."""
    monkeypatch.setenv("YOSANCHO_LANGUAGE", JAPANESE)  # and as it was afterwards
    sheet = phrase("「{name}」の表", name="表の計")  # called so by somebody
    table = pickle.loads(pickle.dumps(phrase("{name}と一致します。", name=phrase("表の計"))))  # noqa: S301
    whole = joined((sheet, "", table))
    assert (whole, spoken(whole)) == ("「表の計」の表表の計と一致します。",) * 2
    speak("en")
    assert spoken(whole) == "the table of “表の計” Agrees with total of the table."
    assert (whole, spoken("表の計")) == ("「表の計」の表表の計と一致します。", "表の計")
    with pytest.raises(FileError) as refused:
        loads(b"{", "a.yosan")
    assert str(refused.value).startswith("“a.yosan” is damaged or cut off.")
    assert refused.value.sentence.startswith("「a.yosan」は壊れているか")
    speak("fr")
    assert spoken(table) == table


def test_help_is_in_the_language_that_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever --language stands, the help and what is wrong with a line are in that language; Japanese where none is named."""
    for name in ("LANGUAGE", "YOSANCHO_LANGUAGE"):
        monkeypatch.setenv(name, JAPANESE)  # and as it was afterwards
    said = {}
    for words in (["check", "--help"], ["--language", "en", "check", "--help"], ["check", "--language=en"]):
        with pytest.raises(SystemExit):
            parse(words)
        printed = capsys.readouterr()
        said[" ".join(words)] = JAPANESE_WORDS.findall(printed.out + printed.err)
    japanese, *english = said.values()
    assert japanese
    assert [set(words) for words in english] == [{"誤り"}, set()]  # the severity, as findings have it
