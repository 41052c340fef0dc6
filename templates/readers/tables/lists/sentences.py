"""Amounts that sentences ask for (「印刷に3,850千円（前年度3,620千円）、郵送料に9,480千円（前年度9,120千円）を要求します。」), as a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from model.claims.quantities.amounts import money_in
from model.standard.standard import Standard
from model.values.amount import half_width
from model.values.fiscal_year import years_named
from templates.readers.labels import compact, request_labels, source_labels
from templates.readers.tables.columns.years import year_in_heading
from templates.readers.tables.lists.items import item_of
from templates.readers.tables.lists.listed import BRACKETS, sums_of

_CUT: Final = re.compile("[、。:：「」]|内訳は|及び|並びに|また|さらに|このほか")
_BEHIND_NAME: Final = re.compile("(?:に?(?:要する|係る)(?:経費|費用))?(?:として|について|[にがはを])?$")
_SAME: Final = "(同"
_LEAST: Final = 2  # amounts


def with_lists(text: str, standard: Standard) -> str:
    """The text with the amounts of its sentences as a list below them, where they come to the sum that these say; else the text itself."""
    lines = text.splitlines()
    of_lines = {number: items for number, line in enumerate(lines) if (items := [*_written(line)])}
    said = [year_in_heading(BRACKETS.sub("", half_width(lines[number])), None) for number in of_lines]
    latest = max((year.year for year in years_named(text)), default=None)
    if any(year.relative or year.year not in (None, latest) for year in said):
        return text  # of another year
    sources = source_labels(standard)
    found = [(line, item_of(0, line)) for written in of_lines.values() for line in written]
    written = [line for line, item in found if item is None or compact(item.name) not in sources]
    every = [item for line, item in found if item is not None and line in written]
    ends = (*standard.word_tables.total_labels, *request_labels(standard))
    wholes = [item for item in every if compact(item.name).endswith(ends)]
    parts = [item for item in every if item not in wholes]
    if len(every) < len(written) or len(wholes) != 1 or len(parts) < _LEAST:
        return text
    (whole,) = wholes
    if sums_of(parts, 0) != (whole.previous, whole.amount):
        return text
    written.append(written.pop(every.index(whole)))
    name = max(filter(compact(whole.name).endswith, ends), key=len)
    written[-1] = written[-1].replace(f"・{whole.name}", name)
    last, label = max(of_lines) + 1, next((item.label for item in every if f"({item.label}" != _SAME), "")
    below = [line.replace(_SAME, f"({label}") for line in written]
    return "\n".join([*lines[:last], "", *below, "", *lines[last:]])


def _written(line: str) -> Iterator[str]:
    """The amounts of the sentences of a line, each behind what it is for and before what brackets say of it; none of a line that is no sentence."""
    text = half_width(line)
    end = 0
    for money in money_in(text) if "。" in text else ():
        if money.start >= end:  # and not in the brackets behind the one before
            name = _BEHIND_NAME.sub("", _CUT.split(text[end : money.start])[-1].strip())
            inside = BRACKETS.match(text, money.end)
            end = inside.end() if inside else money.end
            yield f"・{name} {text[money.start : end]}"
