"""Every regular expression of the program, also of those made of the Standard's words at work, and texts made of repeated pieces of each."""

from __future__ import annotations

import ast
import importlib
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Final, NamedTuple

import pytest

from model.values.pattern import lazy_pattern
from tests.samples import ROOT

_MOST_PIECES: Final = 12
_MOST_OF_A_LINE: Final = 3
_OF_MANY: Final = "model.standard.text_words"  # a line of it makes those of all its properties
_IN_FUNCTIONS: Final = {"search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
_CALL: Final = re.compile(rf"\bre\.(?:{'|'.join(_IN_FUNCTIONS)})\(")
_AT_THE_BEGIN: Final = ("match", "fullmatch")


class Used(NamedTuple):
    """A regular expression and how it is used.

    Attributes:
        where: the file, and its name in it.
        is_searched: whether a match may begin anywhere, not at the beginning of the text only.
    """

    where: str
    pattern: re.Pattern[str]
    is_searched: bool


def patterns(rooms: Iterable[str]) -> list[Used]:
    """The expressions of all modules of some rooms: those of their names, and those written where they are used."""
    found: dict[tuple[str, int, bool], Used] = {}
    for room in rooms:
        for path in sorted((ROOT / room).rglob("*.py")):
            source = path.read_text(encoding="utf-8")
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            for used in (*_of_names(name, source), *_of_calls(name, source)):
                found.setdefault((used.pattern.pattern, used.pattern.flags, used.is_searched), used)
    return list(found.values())


def _of_names(module: str, source: str) -> Iterator[Used]:
    for name, value in vars(importlib.import_module(module)).items():
        for pattern in _held(value):
            uses = set(re.findall(rf"\b{re.escape(name)}(?:\[[^\]]*\])?\.(\w+)\(", source))
            yield Used(
                f"{module}.{name}",
                re.compile(pattern.pattern, pattern.flags),
                not uses or not uses <= {*_AT_THE_BEGIN},
            )


class _Watched:
    """An expression that was made at work, whose uses are noted."""

    def __init__(self, pattern: re.Pattern[str], uses: set[str]) -> None:
        self.pattern, self._expression, self._uses = pattern.pattern, pattern, uses

    def __getattr__(self, name: str) -> Any:
        if name in _IN_FUNCTIONS:
            self._uses.add(name)
        return getattr(self._expression, name)


def made_at_work(work: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> list[Used]:
    """The expressions that functions of the program make while they do some work; of a line that makes many the shortest."""
    real = re._compile  # type: ignore[attr-defined]
    found: dict[str, dict[tuple[str, int], set[str]]] = defaultdict(dict)

    def compiled(text: Any, flags: Any) -> Any:
        if isinstance(text, _Watched):
            return text._expression
        made = real(text, flags)
        by, asked = sys._getframe(2), sys._getframe(1).f_code.co_name
        module = by.f_globals.get("__name__", "")
        is_ours = module.split(".")[0] in ("model", "templates", "ui") and module != lazy_pattern.__module__
        if not is_ours or by.f_code.co_name == "<module>" or not isinstance(text, str):
            return made
        uses = found[f"{module}:{by.f_lineno}"].setdefault((text, int(flags)), set())
        if asked == "compile":
            return _Watched(made, uses)
        uses.add(asked)
        return made

    with monkeypatch.context() as patch:
        patch.setattr(re, "_compile", compiled)
        work()
    return [
        Used(where, re.compile(text, flags), not uses <= {*_AT_THE_BEGIN})
        for where, each in found.items()
        for (text, flags), uses in sorted(each.items(), key=lambda one: len(one[0][0]))[
            : None if where.startswith(_OF_MANY) else _MOST_OF_A_LINE
        ]
    ]


def is_bounded(pattern: re.Pattern[str]) -> bool:
    """Whether nothing in an expression repeats without end, so that it looks at some characters from each place only."""
    return not re.search(r"[*+]|\{[0-9]*,\}", re.sub(r"\\.|\[[^\]]*\]", "", pattern.pattern))


def _held(value: object) -> Iterator[re.Pattern[str]]:
    """The expressions that are a value or stand in it."""
    if isinstance(value, type(lazy_pattern(""))) and "pattern" in vars(value):
        yield re.compile(value.pattern, value.flags)
    elif isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, dict | list | tuple | set | frozenset):
        for inner in (*value, *(value.values() if isinstance(value, dict) else ())):
            yield from _held(inner)


def _of_calls(module: str, source: str) -> Iterator[Used]:
    for node in ast.walk(ast.parse(source)) if _CALL.search(source) else ():
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="re"), attr=name),
                args=[ast.Constant(value=str() as text), *_],
            ) if name in _IN_FUNCTIONS:
                yield Used(f"{module}:{node.lineno}", re.compile(text), name not in _AT_THE_BEGIN)


def pumps(pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    """What stands in front of a repeated piece, and the piece: for each part of an expression and each of its repeated parts."""
    found = dict.fromkeys(_pumps(parser.parse(pattern.pattern, pattern.flags), ""))
    return [pump for pump in found if pump[1]][:_MOST_PIECES]


def _pumps(parts: Iterable[Any], before: str) -> Iterator[tuple[str, str]]:
    for part in parts:
        code, value = part
        piece = _sample([part])
        yield before, piece
        yield "", piece
        for inner in _inner(code, value):
            yield "", _sample(inner)
            yield before, _sample(inner)
            yield from _pumps(inner, before)
        before += piece
    yield "", before


def _inner(code: Any, value: Any) -> list[Any]:
    """The sequences in a part."""
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        return [value[2]]
    if code is codes.SUBPATTERN:
        return [value[3]]
    if code is codes.BRANCH:
        return list(value[1])
    if code is codes.ATOMIC_GROUP:
        return [value]
    return []


def _sample(parts: Iterable[Any]) -> str:
    """A short text that parts of an expression match, without what stands before and behind it."""
    text = ""
    for code, value in parts:
        if code is codes.LITERAL:
            text += chr(value)
        elif code is codes.NOT_LITERAL:
            text += "x" if value != ord("x") else "y"
        elif code is codes.ANY:
            text += "x"
        elif code is codes.IN:
            text += _one_of(value)
        elif inner := _inner(code, value):
            times = (
                max(1, value[0])
                if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
                else 1
            )
            text += _sample(inner[0]) * min(times, 5)
    return text


def _one_of(items: list[Any]) -> str:
    """A character of a class."""
    is_negated = items[0][0] is codes.NEGATE
    candidates = [
        chr(value) if code is codes.LITERAL else chr(value[0])
        for code, value in items
        if code in (codes.LITERAL, codes.RANGE)
    ]
    named = {
        codes.CATEGORY_DIGIT: "1", codes.CATEGORY_SPACE: " ", codes.CATEGORY_WORD: "a",
        codes.CATEGORY_NOT_DIGIT: "x", codes.CATEGORY_NOT_SPACE: "x", codes.CATEGORY_NOT_WORD: "-",
    }  # fmt: skip
    candidates += [named[value] for code, value in items if code is codes.CATEGORY]
    if not is_negated:
        return candidates[0]
    ranges = [value for code, value in items if code is codes.RANGE]
    return next(
        character for character in "x1 あ漢-,\n\0"
        if character not in candidates and not any(low <= ord(character) <= high for low, high in ranges)
    )  # fmt: skip
