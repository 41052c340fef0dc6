"""What the narrative announces against the cost tables: lines that are not paid for (rule 24), parts without a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from model.checks.case import Case
from model.checks.quoted import shortened
from model.checks.rule import Found, WholeCheck
from model.claims.labels.line_names import Target, called, line_totals_of, names_in
from model.claims.sentences.line_sentences import line_claims
from model.claims.texts.headings import heading, headings
from model.figures.figures import LineTotals, Totals
from model.request import place
from model.request.lines import walk
from model.request.request import CostGroup, Section
from model.standard.standard import Standard

_SOURCE: Final = "公表された要求書の本文と所要経費"
_NUMBERED: Final = ("dot", "bracket", "circle")


@WholeCheck.rule(
    "24", "額が0になった経費や査定で全額減額された経費を、本文で実施すると書かない。", _SOURCE, "warning"
)
def promises_have_an_amount(case: Case) -> Iterator[Found]:
    """Rule 24: a line that came to nothing, in the request or in the 査定, and a text that still promises it.

    The published sheet of 平成31年度 describes the security training of 370 that the 査定 put off wholly. A blank cell
    is one that came to nothing only where the year before has an amount and a line further down has been filled in.
    """
    whole = {
        cut_part.line: cut_part.amount
        for cut_part in case.explained_cut.parts
        if cut_part.line and cut_part.amount
    }
    reported: set[Target] = set()
    names = names_in(case.request, case.results)
    for section in case.content:
        words = case.standard.text_words
        claims = case.results.of(line_claims, section.text, names, words, case.results)
        for target, said in claims.promised.items():
            line = line_totals_of(case.totals, target)
            amount = line.amount.value
            if (amount and line.line.id not in whole) or target in reported or line.parts:
                continue
            if amount and whole[line.line.id] >= amount > 0:
                how = f"査定で全額（{amount:,}千円）減額されました"
                what = "実施しないなら文を直し、ほかの予算で行うならそう書いてください"
            elif not amount and _is_reduced_to_nothing(line, case.totals, target, case.standard):
                how = "今年度の額がありません"
                what = "実施しないなら文を直し、実施するなら額を入れてください"
            else:
                continue
            reported.add(target)
            yield Found(
                place.section(section.id, "text"),
                f"「{called(case.request.groups, target)}」は{how}が、本文「{section.heading}」には"
                f"「{shortened(said.sentence, 60)}」とあります。{what}。",
            )


@WholeCheck.rule(
    "text-section", "本文で番号を付けて説明した事業には、同じ名前の所要経費の表がある。", _SOURCE, "info"
)
def parts_of_the_narrative_have_their_table(case: Case) -> Iterator[Found]:
    """Where the numbered parts of the narrative are those of the cost tables, each part has its table and each table its part.

    Told of only where most parts and tables match by name; a part that a line or another table names is in order, and
    so is one about the project as a whole (スケジュール, 効果).
    """
    tables = [
        (found.name, group)
        for group in case.request.groups
        if (found := heading(group.title.strip())) is not None
    ]
    if len(tables) < 2:
        return
    of_all = case.standard.text_words.of_all
    for section in case.content:
        parts = [] if section.costs else _series(section)
        missing = [part for part in parts if not any(_is_same(part, name) for name, _ in tables)]
        if len(parts) - len(missing) < 2:
            continue
        without = [(name, group) for name, group in tables if not any(_is_same(name, part) for part in parts)]
        if not missing and len(without) * 2 < len(tables):
            for name, group in without:
                if name not in section.text and not any(word in name for word in of_all):
                    yield Found(
                        place.group(group.id, "title"),
                        f"所要経費の表「{group.title.strip()}」の説明が、本文「{section.heading}」の番号を付けた説明の中に"
                        "ありません。説明を加えるか、表の題を確かめてください。",
                    )
        names = names_in(case.request, case.results)
        for part in missing if len(missing) * 2 < len(parts) else ():
            is_named = names.mentions(part) or _is_in_a_line(part, case.request.groups)
            if not is_named and not any(word in part for word in of_all):
                yield Found(
                    place.section(section.id, "text"),
                    f"本文「{section.heading}」の「{part}」に当たる所要経費の表がありません。"
                    "表を加えるか、表の題と本文の見出しをそろえてください。",
                )


def _is_reduced_to_nothing(line: LineTotals, totals: Totals, target: Target, standard: Standard) -> bool:
    if any(mark.key == line.line.mark and mark.no_amount for mark in standard.line_marks):
        return True
    if not line.previous.value or line.amount.is_unknown or line.outcome is not None:
        return False
    if line.is_printed_as_heading:
        return False
    return line.amount.value == 0 or (line.amount.value is None and _has_amount_below(totals, target))


def _has_amount_below(totals: Totals, target: Target) -> bool:
    """Whether a line further down has been filled in, so that a blank is no cell still to be typed."""
    below = totals.groups[target.group].lines[target.path[0] + 1 :]
    return any(line.amount.value for line in below) or any(
        group.amount.value for group in totals.groups[target.group + 1 :]
    )


def _series(section: Section) -> list[str]:
    """The names of the parts of a section: its headings of the first numbering, where they run 1, 2, 3."""
    found = [title for title in headings(section.text) if title.kind in _NUMBERED]
    series = [title for title in found if title.kind == found[0].kind]
    is_whole = [title.number for title in series] == list(range(1, len(series) + 1))
    return [title.name for title in series] if is_whole else []


def _is_same(one: str, other: str) -> bool:
    """Whether two headings are of the same thing: one holds the words of the other."""
    first, second = "".join(one.split()), "".join(other.split())
    return first in second or second in first


def _is_in_a_line(name: str, groups: tuple[CostGroup, ...]) -> bool:
    """Whether a line's words begin with a heading's: 「運転手確保対策」 and the line 運転手確保対策補助金."""
    start = "".join(name.split())
    return any(
        "".join(line.text.split()).startswith(start) for group in groups for line, _ in walk(group.lines)
    )
