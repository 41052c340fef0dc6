"""The window in English: all that it says itself is English; the sheet and what is found in it stay Japanese."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from model.document import storage
from model.totals.outlook import in_words, outlook
from tests.samples import ROOT, sample, snapshot
from tests.texts import JAPANESE_WORDS
from tests.ui.hands import settle
from tests.ui.languages import choose_language, japanese_afterwards, words_of
from tests.ui.test_language import KEPT
from ui.language import LANGUAGES, install
from ui.window.commands.pane_actions import PaneActions
from ui.window.main_window import MainWindow

__all__ = ["japanese_afterwards"]


def strings_of(path: Path) -> Iterator[str]:
    """The texts that a file of Python writes."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@pytest.fixture(scope="module")
def of_the_sheet() -> str:
    """All that belongs to the sheet: the Standards, the sample, what model says of requests, what is found, labels that stand in ui, names of languages."""
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "templates/standards").rglob("*.toml")]
    texts += [text for path in (ROOT / "model").rglob("*.py") for text in strings_of(path)]
    texts += [text for kept in KEPT.values() for text in kept]
    made = snapshot(sample())
    texts += [finding.message for finding in made.findings.all]
    texts.append(in_words(outlook(made.request, made.totals), "△"))
    texts += [storage.dumps(sample()).decode(), *LANGUAGES.values(), "言語"]
    return "\n".join(texts)


@pytest.fixture
def english(japanese_afterwards: None) -> None:
    """Windows that are made speak English."""
    install("en")


def left_in_japanese(said: set[str], of_the_sheet: str) -> dict[str, list[str]]:
    """The Japanese words that do not belong to the sheet, by what is said."""
    found = {
        text: [word for word in JAPANESE_WORDS.findall(text) if word not in of_the_sheet] for text in said
    }
    return {text: words for text, words in found.items() if words}


def test_all_that_the_window_says_is_english(english: None, window: MainWindow, of_the_sheet: str) -> None:
    """No Japanese is left in menus, on the start page and around the form but words of the sheet."""
    assert left_in_japanese(words_of(window), of_the_sheet) == {}
    window.show_request(sample(), None)
    assert window.view is not None
    window.view.complete()
    PaneActions(window.view).open_search(replaces=True)
    window.menus.open_palette()
    settle()
    said = words_of(window)
    assert "&File" in said
    letters = [action.text().partition("&")[2][:1].lower() for action in window.menuBar().actions()]
    assert len(set(letters) - {""}) == len(letters)  # each menu opens by a letter of its own
    assert left_in_japanese(said, of_the_sheet) == {}


def test_half_a_screen_is_enough(english: None, window: MainWindow) -> None:
    """English words are longer: the window of the real sheet is as narrow beside Excel as in Japanese, 940 pixels."""
    window.show_request(sample(), None)
    assert window.view is not None
    window.view.complete()
    window.show()
    for _ in range(2):  # the panes fold, then there is room to be narrower
        window.resize(940, 900)
        settle()
    assert window.width() == 940
    assert window.view.form.horizontalScrollBar().maximum() == 0


@pytest.mark.usefixtures("japanese_afterwards")
def test_on_the_start_page_too(window: MainWindow, qtbot: QtBot) -> None:
    """Where no request is open, the start page is made anew; the language is ticked in the menu."""
    window.show()
    choose_language(window, "en")
    qtbot.waitUntil(lambda: "&File" in words_of(window))
    english = next(action for action in window.findChildren(QAction) if action.text() == LANGUAGES["en"])
    assert english.isChecked()
