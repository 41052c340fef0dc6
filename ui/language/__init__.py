"""The languages of the interface: which there are, and each text of ui in the one in use.

Texts stand in Japanese where they are used. The folder en has two files for each room of ui with its texts in
English: one that people edit (.ts, Qt Linguist), and the one made of it that is read (.qm); ``python3 -m tests.texts`` makes both
anew. What model and templates say is in model/language. What belongs to the sheet (labels of the form, findings, words of cells) is
Japanese in every language, and is not translated here.

Every room of ui may use it. One file, since the first paint waits for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

JAPANESE: Final = "ja"
LANGUAGES: Final[Mapping[str, str]] = {JAPANESE: "日本語", "en": "English"}
"""The languages by their codes, each called as those who read it call it."""
_LANGUAGE: Final = "language"  # property of the application


def translate(room: str, text: str) -> str:
    """A text of the interface in the language in use.

    Args:
        room: the room of ui that the text stands in, as 「ui.window」; written out in each call, for lupdate reads it.
        text: the Japanese text, written out too; what is put into it has a name in braces and comes by ``format`` afterwards.
    """
    return QCoreApplication.translate(room, text)


def help_in_use(text: str) -> str:
    """A sentence of help, which the model has beside the label of its field, in the language in use."""
    app = QCoreApplication.instance()
    if app is None or app.property(_LANGUAGE) in (None, JAPANESE):  # a start in Japanese does without gettext
        return text
    from model.language import phrase, spoken

    return spoken(phrase(text))


def QT_TRANSLATE_NOOP(room: str, text: str) -> str:  # noqa: ARG001 - lupdate reads the room
    """The Japanese text itself, marked for lupdate: for what is made before the language is known, and translated at its use."""
    return text


def install(language: str) -> None:
    """Have the application speak a language from now on: its own texts, those of the model, and Qt's (menus of fields, dialogs of files).

    A language that is not known is as Japanese. What was made before keeps its texts.
    """
    app = QCoreApplication.instance()
    if app is None:
        return
    spoken_before = app.property(_LANGUAGE)
    if (
        spoken_before is not None
    ):  # else nobody asks: to look among Qt's objects takes the start some milliseconds
        for translator in app.findChildren(QTranslator):
            app.removeTranslator(translator)
            translator.deleteLater()
    app.setProperty(_LANGUAGE, language)
    if language == JAPANESE or language not in LANGUAGES:
        _add(app, "qtbase_ja", Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)))
    else:  # Qt speaks English by itself
        folder = Path(__file__).parent / language
        for file in sorted(folder.glob("*.qm")):
            _add(app, file.stem, folder)
    if language != JAPANESE or spoken_before not in (None, JAPANESE):
        from model.language import speak  # a start in Japanese does without it

        speak(language)


def _add(app: QCoreApplication, name: str, folder: Path) -> None:
    translator = QTranslator(app)
    if translator.load(name, str(folder)):
        app.installTranslator(translator)
