"""The language that the commands speak, Japanese or another: argparse's words and our own, both by gettext.

Our texts stand in Japanese where they are used. ``words`` has their translations: the .po files that people edit, and the .mo
made of each that gettext reads; ``python3 -m tests.texts`` makes both anew. What belongs to the sheet (findings, labels of the
form, names of places) is Japanese in every language.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

JAPANESE: Final = "ja"
LANGUAGES: Final = (JAPANESE, "en")
"""The languages by their codes: those of the interface (ui/language)."""
_WORDS: Final = Path(__file__).parent / "words"
_SPOKEN: Final = "LANGUAGE"  # where gettext looks first for the languages of the reader
_ARGPARSE: Final = "messages"  # gettext's own domain, which argparse asks
_OURS: Final = "commands"


def speak(language: str) -> None:
    """Set the language of this process from now on; before, and in Japanese, our texts are as they are written."""
    import gettext  # no start of the window pays for it

    os.environ[_SPOKEN] = language
    for domain in (_ARGPARSE, _OURS):
        gettext.bindtextdomain(domain, _WORDS)


def translate(text: str) -> str:
    """A text of the commands in the language that is spoken; what is put into it has a name in braces and comes by ``format``."""
    if os.environ.get(_SPOKEN, JAPANESE) == JAPANESE:
        return text  # gettext would look for a file each time, and some commands print tens of thousands of lines
    from gettext import dgettext

    return dgettext(_OURS, text)


def gettext_noop(text: str) -> str:
    """The Japanese text itself, marked for translation at its use: for what is made before the language is known."""
    return text
