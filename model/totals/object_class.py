"""節 (object class): what a writer's text means in the year's list, and the subtotals by 節.

On a line a 節 stands as the year's list names it, with the section's own 細節 behind 「/」: 「12 委託料」,
「10 需用費/消耗品費」. What people type (a number, part of a name or of its reading) becomes that where it is
unambiguous. A number that does not go with its name is never changed here: 「13 委託料」 is right to FY2019, so after it
somebody has to look (rule 40). The lists are the Standard's; 細節 are each section's own (rules.md B1).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import msgspec

from model.figures.commitments import add
from model.figures.figures import GroupTotals, LineTotals
from model.request.place import YEARS
from model.request.request import Line
from model.standard.parts import ObjectClass
from model.standard.standard import Standard
from model.standard.wording import sound_form
from model.values.pattern import lazy_pattern

_NUMBER: Final = lazy_pattern(r"第?(?P<number>\d{1,3})節?[.:、]?(?P<name>.*)")


class Typed(NamedTuple):
    """A typed 節 taken apart: its number as digits, the rest of it as a key for comparison, and the 細節 as typed."""

    number: str
    name: str
    sub: str


class SubObjectTotal(msgspec.Struct, frozen=True):
    """The figures of one 細節 in 千円; the name "" is what has none beside others that have one."""

    name: str
    previous: int | None
    amount: int | None


class ObjectClassTotal(msgspec.Struct, frozen=True):
    """The figures of one 節 in 千円, None where all its lines are blank.

    Attributes:
        label: 「12 委託料」, a text that no list has, or the Standard's word for no 節.
        object_class: the 節; None for the latter two.
        subs: by 細節, in the order of the sheet; empty where no line has one.
    """

    label: str
    object_class: ObjectClass | None
    previous: int | None
    amount: int | None
    subs: tuple[SubObjectTotal, ...] = ()


def take_apart(text: str) -> Typed:
    """A typed 節 as its number, name and 細節; each may be "".

    >>> take_apart("１０ 需用費／消耗品費")
    Typed(number='10', name='需用費', sub='消耗品費')
    """
    head, _, sub = text.replace("／", "/").partition("/")
    key = sound_form(head)
    match = _NUMBER.fullmatch(key)
    if match is None:
        return Typed("", key, sub.strip())
    return Typed(match["number"].lstrip("0") or "0", match["name"], sub.strip())


def matches(typed: str, year: int, standard: Standard) -> list[ObjectClass]:
    """The 節 of a year that a completing field offers for what was typed so far, the likeliest first.

    They are found by number (「12」), by any part of the name (「委託」) or of its reading in either kana (「イタク」), and
    by number and name together; where those contradict each other (「13 委託料」), by the name. Nothing typed: all.
    """
    classes = standard.object_classes_in(year)
    number, name, _ = take_apart(typed)
    if number and not name:
        found = [object_class for object_class in classes if str(object_class.number).startswith(number)]
        return sorted(found, key=lambda object_class: str(object_class.number) != number)
    ranked = [
        (rank, object_class)
        for object_class in classes
        if (rank := _rank(name, _sounds(object_class, standard))) is not None
    ]
    ranked.sort(key=lambda pair: pair[0])
    named = [object_class for _, object_class in ranked]
    return [object_class for object_class in named if str(object_class.number) == number] or named


def like(typed: str, year: int, standard: Standard) -> list[ObjectClass]:
    """The 節 of a year that a text no list has may have meant: those that hold it, else those of similar names."""
    found = matches(typed, year, standard)
    if found:
        return found
    sounds = standard.word_tables.sounds
    by_name = {sounds[object_class.name]: object_class for object_class in standard.object_classes_in(year)}
    import difflib  # only where a word is not known

    names = difflib.get_close_matches(take_apart(typed).name, by_name)  # 「委託費」 is like 「委託料」
    return [by_name[name] for name in names]


def canonical(typed: str, year: int, standard: Standard) -> str:
    """A typed 節 as the year's list names it, with its 細節; the text as typed where it is not one 節 of the year."""
    found = of_line(typed, year, standard)
    return typed.strip() if found is None else label(found, sub_object(typed))


def label(object_class: ObjectClass, sub: str) -> str:
    """How a 節 and its 細節 are written on a line: 「10 需用費/消耗品費」."""
    return f"{object_class.label}/{sub}" if sub else object_class.label


def of_line(text: str, year: int, standard: Standard) -> ObjectClass | None:
    """The 節 of the year that a line's text means; None where it is blank, ambiguous or not of the year's list."""
    head = text.partition("/")[0].strip()
    exact = standard.word_tables.object_classes.get(head, ())
    for object_class in exact:
        if object_class.holds_in(year):
            return object_class
    number, name, _ = take_apart(text)
    if exact or not (number or name):
        return None
    found = matches(text, year, standard)
    if number:
        found = [object_class for object_class in found if str(object_class.number) == number]
    same = [object_class for object_class in found if name in _sounds(object_class, standard)]
    one = same or found
    return one[0] if len(one) == 1 else None


def in_force(lines: Iterable[Line], year: int, standard: Standard) -> ObjectClass | None:
    """The 節 that holds for a line: its own, else that of the line it is a part of; None for none or an unknown one.

    The lines are the line, then the line it is a part of, and so on to the top.
    """
    text = next((line.object_class for line in lines if line.object_class), "")
    return of_line(text, year, standard) if text else None


def sub_object(text: str) -> str:
    """The 細節 of a line's text, "" for none."""
    return take_apart(text).sub


def named(name: str, standard: Standard) -> list[ObjectClass]:
    """Every 節 of any year whose name or reading is the text's, the newest list first."""
    wanted = take_apart(name).name
    found = [
        object_class for object_class in standard.object_classes if wanted in _sounds(object_class, standard)
    ]
    return sorted(found, key=lambda object_class: object_class.first, reverse=True)


def subtotals(groups: tuple[GroupTotals, ...], year: int, standard: Standard) -> list[ObjectClassTotal]:
    """The figures by 節: in the order of the numbers, then texts that no list has, then lines without one.

    A line's 節 holds for its parts unless a part has its own. Where no part has, the line's figure on the sheet counts,
    else those of its parts; what the line's figure differs from them stays with the line's own 節, so that the
    subtotals always add up to the sum of the lines. No subtotals where no line has a 節.
    """
    if not any(group.has_object_class for group in groups):
        return []
    by_text: dict[str, list[_Pair]] = {}
    for group in groups:
        for line in group.lines:
            for text, pair in _entries(line, ""):
                by_text.setdefault(text, []).append(pair)
    by_label: dict[str, dict[str, list[_Pair]]] = {}
    classes: dict[str, ObjectClass | None] = {}
    for text, pairs in by_text.items():
        if not text and not any(amount is not None for pair in pairs for amount in pair):
            continue  # only empty lines: not worth a row
        found = of_line(text, year, standard)
        name = found.label if found else text.partition("/")[0].strip() or standard.words.no_object_class
        classes[name] = found
        by_label.setdefault(name, {}).setdefault(sub_object(text), []).extend(pairs)
    last = len(standard.object_classes) + 1
    totals = [_total(name, classes[name], subs) for name, subs in by_label.items()]
    totals.sort(
        key=lambda total: (
            total.object_class.number if total.object_class else last,
            total.label == standard.words.no_object_class,
        )
    )
    return totals


_Pair = tuple[int | None, int | None]
"""The figures of both years."""


def _entries(line: LineTotals, inherited: str) -> Iterator[tuple[str, _Pair]]:
    """What a line brings into the subtotals: texts with the figures of both years."""
    text = line.line.object_class or inherited
    pair = (line.previous.value, line.amount.value)
    if not any(part.has_object_class for part in line.parts):
        yield text, pair
        return
    for part in line.parts:
        yield from _entries(part, text)
    rest = tuple(
        None if whole is None else whole - (add(part.of(year).value for part in line.parts) or 0)
        for whole, year in zip(pair, YEARS, strict=True)
    )
    if any(rest):
        yield text, (rest[0] or None, rest[1] or None)


def _total(name: str, found: ObjectClass | None, subs: dict[str, list[_Pair]]) -> ObjectClassTotal:
    rows = tuple(
        SubObjectTotal(sub, add(pair[0] for pair in pairs), add(pair[1] for pair in pairs))
        for sub, pairs in subs.items()
    )
    return ObjectClassTotal(
        name,
        found,
        add(row.previous for row in rows),
        add(row.amount for row in rows),
        rows if any(subs) else (),
    )


def _sounds(object_class: ObjectClass, standard: Standard) -> tuple[str, str]:
    """The name and the reading of a 節 as typed names are compared with them."""
    sounds = standard.word_tables.sounds
    return sounds[object_class.name], sounds[object_class.reading]


def _rank(name: str, sounds: tuple[str, str]) -> int | None:
    """How well a typed name fits one of the sounds of a 節: 0 whole, 1 beginning, 2 within; None not at all."""
    if name in sounds:
        return 0
    if any(sound.startswith(name) for sound in sounds):
        return 1
    return 2 if any(name in sound for sound in sounds) else None
