"""Amounts that sentences ask for (「印刷に3,850千円（前年度3,620千円）、郵送料に9,480千円（前年度9,120千円）を要求します。」), as a list.

They are one where the sentences say what they come to, and they do, in both years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final, NamedTuple

from model.claims.quantities.amounts import money_in
from model.standard.standard import Standard
from model.values.amount import half_width
from model.values.fiscal_year import years_named
from templates.readers.labels import compact, request_labels
from templates.readers.tables.cell_amount import is_name
from templates.readers.tables.columns.years import year_in_heading

_CUT: Final = re.compile("[、。:：「」]|内訳は|及び|並びに|、?(?:また|さらに|このほか)[、は]?")
_BEHIND_NAME: Final = re.compile("(?:に?(?:要する|係る)(?:経費|費用))?(?:として|について|[にがはを])?$")
_INSIDE: Final = re.compile(
    r"\((?P<label>[^0-9()]*|[^()]*年度?[^0-9()]*)(?P<figure>[0-9][0-9,]*[^0-9()]*円)\)"
)
_IN_BRACKETS: Final = re.compile(r"\([^()]*\)")
_SAME: Final = "同"
_LONGEST: Final = 40  # characters of a name
_LEAST: Final = 2  # amounts


class _Asked(NamedTuple):
    """An amount of a sentence, with that of the year before in brackets behind it, and what it is for."""

    name: str
    label: str
    written: tuple[str, str]
    values: tuple[Fraction | None, Fraction]

    def line(self, name: str, label: str) -> str:
        """It as an item of a list."""
        amount, previous = self.written
        return f"{name}　{amount}{f'（{label}{previous}）' if previous else ''}"


def with_lists(text: str, standard: Standard) -> str:
    """The text with the amounts that its sentences ask for as a list below the last of them; itself where these are not proven."""
    lines = text.splitlines()
    of_lines = {number: found for number, line in enumerate(lines) if (found := [*_asked(line)])}
    said = [year_in_heading(_IN_BRACKETS.sub("", half_width(lines[number])), None) for number in of_lines]
    latest = max((year.year for year in years_named(text)), default=None)
    if any(year.relative or year.year not in (None, latest) for year in said):
        return text  # of another year
    every = [asked for found in of_lines.values() for asked in found]
    ends = (*standard.word_tables.total_labels, *request_labels(standard))
    wholes = [asked for asked in every if compact(asked.name).endswith(ends)]
    parts = [asked for asked in every if asked not in wholes]
    labels = {asked.label for asked in every} - {_SAME}
    if len(wholes) != 1 or len(parts) < _LEAST or len(labels) != 1 or not _is_sum(wholes[0], parts):
        return text
    (label,) = labels
    items = [f"・{part.line(part.name, label)}" for part in parts]
    items.append(wholes[0].line(max(filter(compact(wholes[0].name).endswith, ends), key=len), label))
    last = max(of_lines) + 1
    return "\n".join([*lines[:last], "", *items, "", *lines[last:]])


def _asked(line: str) -> Iterator[_Asked]:
    """The amounts of the sentences of a line; none of a line that is no sentence."""
    text = half_width(line).strip()
    end = 0
    for money in money_in(text) if "。" in text else ():
        if money.start < end:
            continue  # in the brackets behind the one before
        name = _BEHIND_NAME.sub("", _CUT.split(text[end : money.start])[-1].strip())
        inside = _INSIDE.match(text, money.end)
        previous = money_in(inside["figure"])[0] if inside else None
        end = inside.end() if inside else money.end
        yield _Asked(
            name.strip(),
            inside["label"].strip() if inside else "",
            (text[money.start : money.end], previous.written if previous else ""),
            (previous.value if previous else None, money.value),
        )


def _is_sum(whole: _Asked, parts: list[_Asked]) -> bool:
    """Whether each part has a name and the same years as the whole, and they come to it."""
    years = list(zip(*(part.values for part in parts), strict=True))
    return all(is_name(part.name) and len(part.name) <= _LONGEST for part in parts) and all(
        (None in of_parts and of_whole is None and not any(of_parts))
        or (None not in of_parts and sum(of_parts) == of_whole)
        for of_whole, of_parts in zip(whole.values, years, strict=True)
    )
