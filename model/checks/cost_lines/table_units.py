"""The unit of a cost table (rule 74): its cells are 千円, whatever the words around it say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from model.checks.case import Case
from model.checks.quoted import shortened
from model.checks.rule import Found, WholeCheck
from model.checks.texts import texts_of_table
from model.request import place
from model.request.place import Place
from model.request.request import CostGroup, Section
from model.standard.character_words import TableWords
from model.values.amount import half_width

_SOURCE: Final = "総務省 機械判読可能なデータの表記方法（単位を書く）、公表された要求書の様式（金額は千円）"
_MONEY: Final = re.compile(r"[千百万億]*円")
_OURS: Final = "千円"


def _caption(words: TableWords) -> re.Pattern[str]:
    """「(単位:円)」 as it stands above or below a table; ``;`` is a slip for ``:`` (forms.md section 8)."""
    unit = "|".join(map(re.escape, words.unit)) or r"(?!)"
    other = "".join(rf"(?<!{re.escape(word)})(?<!{re.escape(word)}の)" for word in words.not_of_table)
    return re.compile(rf"{other}(?:{unit})\s*(?:[:;]|は)\s*(?P<unit>[^)）\]】>。\n]{{1,20}})")


@WholeCheck.rule("74", "表の単位を書くときは千円と書く。表の金額は千円単位。", _SOURCE, "warning")
def unit_of_a_table_is_thousands(case: Case) -> Iterator[Found]:
    """Rule 74: a cost table whose title, note or the line of text right above it says 円 or 百万円 contradicts its cells.

    The form prints 千円 by itself, so a table that says nothing is in order, as is one that names 千円 beside others
    (「単位:件、千円」). A price per piece (「単位:円/人」) and the tables that a writer typed into the text are left alone.
    """
    sections = {section.id: section for section in case.request.sections}
    of_costs = next((section.id for section in case.request.sections if section.costs), "")
    for group in case.totals.groups:
        # the words of a section are those of its first table
        section = sections.pop(group.group.section or of_costs, None)
        for where, text in _around(group.group, section):
            unit = case.results.of(_other_unit, text, case.standard.cost_tables)
            if unit:
                title = group.group.title
                yield Found(
                    where,
                    f"「{shortened(title) if title else '所要経費'}」の表に「単位:{unit}」とありますが、表の金額は千円です。"
                    "金額が千円であれば単位の言葉を直し、そうでなければ金額を千円に直してください。",
                )
                break


def _around(group: CostGroup, above: Section | None) -> Iterator[tuple[Place, str]]:
    """The words around a table: its title, its note, the heading above it and the last line of the text there."""
    yield from texts_of_table(group)
    if above is not None:
        yield place.section(above.id, "heading"), above.heading.rstrip().rpartition("\n")[2]
        yield place.section(above.id, "text"), above.text.rstrip().rpartition("\n")[2]


def _other_unit(text: str, words: TableWords) -> str:
    """The unit of money that a caption names in the place of 千円; "" where it names none, or 千円 too."""
    for match in _caption(words).finditer(half_width(text)):
        units = [unit for unit in re.split(r"[、,・\s]+", match["unit"]) if _MONEY.fullmatch(unit)]
        if units and _OURS not in units:
            return units[0]
    return ""
