"""Checks of counts in texts against the tables: times of a calculation, people of the total-cost table."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from model.checks.case import Case
from model.checks.finding import Fix
from model.checks.quoted import shortened, words_of
from model.checks.rule import Found, LineCheck, WholeCheck
from model.claims.counts import count_in, count_of_basis, people_in
from model.claims.line_names import line_totals_of, names_in
from model.claims.line_sentences import line_claims
from model.claims.paragraphs import sentences
from model.figures.figures import LineTotals
from model.request import place
from model.request.request import Request
from model.values import people

_SOURCE: Final = "備考・本文と積算の照合（財政課への想定問答）"
_PEOPLE: Final = "本文とトータルコストの人役の照合（財政課への想定問答）"


@LineCheck.rule(
    "text-count", "備考に書いた回数・台数は、その行の積算の回数・台数と同じ。", _SOURCE, "warning"
)
def counts_of_a_remark_are_those_of_the_basis(line: LineTotals) -> Iterator[Found]:
    """「年3回開催」 in the remark of a line whose calculation multiplies by 2回.

    Only one count in the remark and one of the same unit in the calculation are held against each other.
    """
    own = line.line
    if not own.basis or not own.remark:
        return
    found = [
        count for _, sentence in sentences(own.remark.replace("\n", "　")) if (count := count_in(sentence))
    ]
    if len(found) != 1:
        return
    (count,) = found
    worked_out = count_of_basis(line.basis, count.unit)
    if worked_out is not None and worked_out != count.number:
        yield Found(
            place.line(own.id, "remark"),
            f"「{words_of(own.text)}」の備考は{count.number}{count.unit}ですが、積算は{worked_out}{count.unit}です。"
            "どちらかを直してください。",
        )


@WholeCheck.rule(
    "text-count", "本文に書いた経費の開催・実施の回数は、その行の積算の回数と同じ。", _SOURCE, "warning"
)
def counts_of_a_text_are_those_of_the_basis(case: Case) -> Iterator[Found]:
    """「研修を年3回開催する」 below the heading of a line, or in a sentence that names it, whose calculation has ×2回."""
    names = names_in(case.request.groups, case.results)
    for section in case.request.sections:
        if section.stands_in != "content" or not section.text:
            continue
        for said in line_claims(section.text, names, case.standard.text_words, case.results).times:
            count = said.sentence.times
            if count is None:
                continue
            line = line_totals_of(case.totals, said.target)
            worked_out = count_of_basis(line.basis, count.unit)
            if worked_out is None or worked_out == count.number:
                continue
            where = place.section(section.id, "text")
            begin = said.offset + said.sentence.start
            start, end = begin + count.start, begin + count.end
            yield Found(
                where,
                f"本文「{section.heading}」に「{shortened(said.sentence.sentence, 60)}」とありますが、「{words_of(line.line.text)}」の積算は"
                f"{worked_out}{count.unit}です。どちらかを直してください。",
                fix=Fix(
                    f"文を{worked_out}{count.unit}に直す",
                    where,
                    section.text[:start] + str(worked_out) + section.text[end:],
                ),
            )


@WholeCheck.rule("text-people", "本文に書いた人役は、トータルコストの表の人役と同じ。", _PEOPLE, "warning")
def people_in_a_text_are_those_of_the_table(case: Case) -> Iterator[Found]:
    """「正職員1.9人」 in the narrative is what the total-cost table says of this year's request.

    Only a number with decimals is 人役, and only one in the whole text is of the project: several are its parts. One
    that stands anywhere in the table is of another row.
    """
    staff = {category.label: category.key for category in case.standard.staff_of(case.totals.form)}
    for section in case.request.sections:
        if section.stands_in != "content" or "人" not in section.text:
            continue
        found = people_in(section.text, tuple(staff))
        if len(found) != 1 or found[0].people in _counted(case.request):
            continue
        typed = case.request.headcount.request.get(staff[found[0].label], "")
        right = people.parse(typed)
        if right is None or case.standard.text_words.other.search(found[0].sentence):
            continue
        where = place.section(section.id, "text")
        yield Found(
            where,
            f"本文「{section.heading}」に「{found[0].label}{found[0].people}人」とありますが、トータルコストの表の"
            f"{found[0].label}は{typed}人です。どちらかを直してください。",
            fix=Fix(
                f"文を{typed}人に直す",
                where,
                section.text[: found[0].start] + typed + section.text[found[0].end :],
            ),
        )


def _counted(request: Request) -> set[Decimal]:
    """The counts of the table, with the sum of each row."""
    found: set[Decimal] = set()
    for row in (request.headcount.request, request.headcount.previous, request.headcount.assessed):
        counts = [count for count in map(people.parse, row.values()) if count is not None]
        found |= {*counts, sum(counts, Decimal(0))}
    return found
