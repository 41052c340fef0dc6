"""The fields of a head that stand in one text, 「事業名：広報広聴事業　　担当課：秘書広報課」, and a value without the code before it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from model.edits.fields import clean_text
from model.request.place import Place
from templates.readers.labels import compact

_CLOSE: Final = re.compile("[)）]")
_COLON: Final = re.compile(r"\s*[:：]\s*")
_LABEL: Final = re.compile(
    r"(?P<gap>\A|(?<![\s/／|｜、，,；;])[\s/／|｜、，,；;]++|[（(])"
    r"(?P<label>\S(?:\s++[^\s:：]){1,5}(?=\s*+[:：])|[^\s:：/／|｜、，,；;（）()]{1,10}(?=\s*+[:：]|\s++\S))"
)
_GROUPS: Final = r"[0-9A-Z]+(?:-[0-9]+){2,}|0[0-9]{3,}"
_CODE: Final = re.compile(
    rf"(?:(?:{_GROUPS})[\s:_-]*|(?:0[0-9]+|(?!(?:19|20)[0-9]{{2}}\s)[0-9]{{3,}}|[0-9]+-[0-9]+)[\s:：_]+"
    rf"|[\[(（［【<][0-9-]{{3,}}[\])）］】>]\s*)(?=[^0-9\s])|\s*[\[(（［](?:{_GROUPS})[\])）］]\Z"
)
_LONGEST: Final = 120


class Field(NamedTuple):
    """A label, its place in the request where it is known, and what stands behind it."""

    label: str
    place: Place | None
    value: str


def label_words(text: str) -> str:
    """The words of a label: 「【事業名】」, 「事業名：」 is 「事業名」."""
    return compact(text).strip("【】[]〔〕<>■●○◆・:→⇒＞")


def fields_in(text: str, known: Mapping[str, Place]) -> list[Field]:
    """The fields that stand in a text, each a label with a colon: the first at its beginning, others behind a gap or in brackets.

    Behind a single sign only a label that is known begins another one, and one of who answers also without a colon.
    """
    if ":" not in text and "：" not in text:
        return []
    marks: list[tuple[re.Match[str], int, Place | None]] = []
    for mark in _LABEL.finditer(text):
        words = label_words(mark["label"])
        place = known.get(words) or known.get(f"{words}名")
        colon = _COLON.match(text, mark.end())
        is_wide = not mark.start() or len(mark["gap"]) > 1
        if (is_wide or place) if colon else (mark["gap"].isspace() and (place or "").startswith("contact/")):
            marks.append((mark, colon.end() if colon else mark.end(), place))
    found = [Field("", None, text[: marks[0][0].start()].strip())] if marks else []  # what stands before them
    ends = [*(mark.start() for mark, *_ in marks), len(text)][1:]
    for (mark, start, place), end in zip(marks, ends, strict=True):
        inside = mark["gap"] in ("(", "（") and _CLOSE.search(text, start, end)
        value = text[start : inside.start() if inside else end].strip()
        if len(value) <= _LONGEST:
            found.append(Field(label_words(mark["label"]), place, value_at(place, value)))
    return [field for field in found if field.value]


def value_at(place: Place | None, text: str) -> str:
    """What is typed at a place of the head: clean, and without a code, unless it is a number that one calls."""
    return clean_text(text) if place in ("contact/phone", "contact/email") else without_code(clean_text(text))


def without_code(text: str) -> str:
    """A name without the code of an accounting system before it or in brackets behind it: 「10-05-02-0114 公民館講座事業」."""
    found = _CODE.match(text) or (_CODE.search(text) if text.endswith(("]", ")", "）", "］")) else None)
    return (text[: found.start()] + text[found.end() :]).strip() if found else text
