"""A fault in a Standard's file: the path of the value, the message, the accepted words.

Below the value stand the faults that any list of words or parts can have: a word that names nothing, a key that stands twice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path as FilePath
from typing import Any, TypeAlias

import msgspec

from model.standard.form import Dated

Path: TypeAlias = tuple[str | int, ...]
"""The keys, and the numbers of items from 0, that lead to a value: ``("forms", 3, "label")``."""


class Fault(msgspec.Struct, frozen=True):
    """One thing that is wrong.

    Attributes:
        path: which value.
        message: what is wrong with it and what to do; whole sentences in Japanese.
        word: the word that is not known, where it is one.
        known: the words of which it could be a misspelling.
        file: the file in which it stands at ``path``; None where ``path`` is that in the whole of all files.
    """

    path: Path
    message: str
    word: str = ""
    known: Collection[str] = ()
    file: FilePath | None = None


def is_digits(text: str, count: int = 0) -> bool:
    """Whether a text is some of the digits 0 to 9, or so many."""
    return text.isascii() and text.isdigit() and (not count or len(text) == count)


def unknown_words(path: Path, words: Iterable[str], known: Collection[str], what: str) -> Iterator[Fault]:
    """A fault for each word of an array that is not known; ``what`` says where it should stand."""
    for number, word in enumerate(words):
        if word not in known:
            yield unknown_fault((*path, number), word, known, what)


def unknown_word(path: Path, word: str, known: Collection[str], what: str) -> Iterator[Fault]:
    """A fault where a word is not known; "" means none."""
    if word and word not in known:
        yield unknown_fault(path, word, known, what)


def unknown_fault(path: Path, word: str, known: Collection[str], what: str) -> Fault:
    """The fault of a word that names nothing."""
    return Fault(path, f"「{word}」は{what}にありません。", word, tuple(known))


def written_twice(path: Path, parts: Sequence[Any], field: str) -> Iterator[Fault]:
    """A fault for each part whose key is that of one before it, in the same years where the parts are dated."""
    before: dict[object, list[Any]] = {}
    for number, part in enumerate(parts):
        key = getattr(part, field)
        same = before.setdefault(key, [])
        if any(not isinstance(part, Dated) or overlap(part, earlier) for earlier in same):
            yield Fault((*path, number, field), f"「{key}」が2回あります。どちらかを消すか、直してください。")
        same.append(part)


def overlap(one: Dated, other: Dated) -> bool:
    """Whether there is a fiscal year in which both hold."""
    return one.first <= other.last and other.first <= one.last


def key_faults(path: Path, parts: Sequence[Any], reserved: Collection[str] = ()) -> Iterator[Fault]:
    """Keys and labels of a list of columns, categories or marks: given, written once, and usable in a place."""
    yield from written_twice(path, parts, "key")
    yield from written_twice(path, parts, "label")
    for number, part in enumerate(parts):
        if not part.key or "/" in part.key or part.key in reserved:
            yield Fault(
                (*path, number, "key"),
                f"「{part.key}」は key に使えません。「/」のない、別の言葉にしてください。",
            )


def keys_of(parts: Iterable[Any]) -> list[str]:
    """The keys of columns, categories or marks."""
    return [part.key for part in parts]
