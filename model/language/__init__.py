"""The language that the program speaks to its user: which there are, the one in use, and each sentence in it.

What the program says (``phrase``) stands in Japanese where it is made and stays Japanese as a value, so that what is kept in a
file or a register is the same whoever works with it; ``spoken`` says it in the language in use, where it is shown. The folder
``words`` has the other languages: for each room a .po file that people edit, and the .mo files made of them that gettext
reads, one of the commands and one of all other rooms; ``python3 -m tests.texts`` makes both anew. What belongs to the sheet (labels of the form, findings, names of places) is
Japanese in every language. Imports nothing of ours; gettext is imported when another language is first spoken.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

JAPANESE: Final = "ja"
LANGUAGES: Final = (JAPANESE, "en")
"""The languages by their codes: those of the interface (ui/language)."""
WORDS: Final = Path(__file__).parent / "words"
_PHRASES: Final = "yosancho"
_COMMANDS: Final = "commands"  # a word of theirs may have another sense: a heading, a name of an argument
_IN_USE: Final = "YOSANCHO_LANGUAGE"  # processes that this one starts speak it too


class Phrase(str):
    """A Japanese text of the program that keeps what it was made of, so that it can be said in another language.

    Attributes:
        template: the text with a name in braces for what is put in; "" for several texts in a row.
        fields: what is put in, by name; of texts in a row "" is what stands between them in other languages.
    """

    template: str
    fields: Mapping[str, object]


def phrase(template: str, **fields: object) -> Phrase:
    """A text of the program; the template is written out in the call, or where it is marked so, for xgettext reads it."""
    text = Phrase(template.format(**fields) if fields else template)
    text.template, text.fields = template, fields
    return text


def joined(texts: Iterable[str]) -> Phrase:
    """Sentences in a row, with a space between them in languages that write one."""
    return _row(texts, "", " ")


def listed(texts: Iterable[str]) -> Phrase:
    """Words side by side: 「変更 2・追加 1」."""
    return _row(texts, "・", ", ")


def side_by_side(texts: Iterable[str]) -> Phrase:
    """Words with a wide space between them: 「令和9年度　12件」."""
    return _row(texts, "\u3000", "   ")


def _row(texts: Iterable[str], between: str, between_others: str) -> Phrase:
    found = [text for text in texts if text]
    row = Phrase(between.join(found))
    row.template, row.fields = "", {"": between_others} | {str(at): text for at, text in enumerate(found)}
    return row


def spoken(text: str) -> str:
    """A text in the language in use; what is no phrase of ours, or nobody translated, as it is."""
    if not text or not isinstance(text, Phrase) or os.environ.get(_IN_USE, JAPANESE) == JAPANESE:
        return str(text)
    fields = {name: spoken(value) if isinstance(value, str) else value for name, value in text.fields.items()}
    if not text.template:
        return str(fields.pop("")).join(map(str, fields.values()))
    template = _looked_up(text.template, _PHRASES)
    return template.format(**fields).rstrip(" ") if fields else template


def translate(text: str) -> str:
    """A text of the commands, written out in the call, in the language in use; what is put into it comes by ``format``."""
    return _looked_up(text, _COMMANDS)


def _looked_up(text: str, domain: str) -> str:
    language = os.environ.get(_IN_USE, JAPANESE)
    if (
        language == JAPANESE or not text
    ):  # gettext would look for a file each time; "" is the head of its file
        return text
    from gettext import translation

    return translation(domain, WORDS, [language], fallback=True).gettext(text)


def gettext_noop(text: str) -> str:
    """The Japanese text itself, marked for translation at its use: for what is made before the language is known."""
    return text


def speak(language: str) -> None:
    """Have this process, and those that it starts, speak a language from now on; one that is not known is as Japanese."""
    os.environ[_IN_USE] = language if language in LANGUAGES else JAPANESE
