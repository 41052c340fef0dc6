"""Checks of counts in texts against the calculations of the tables: how often, how many; things listed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from model.checks.case import Case
from model.checks.narrative import contradicted, mended
from model.checks.quoted import shortened, words_of
from model.checks.rule import Found, LineCheck, WholeCheck
from model.claims.labels.line_names import (
    Mention,
    Names,
    Target,
    called,
    line_totals_of,
    mentions_in,
    names_in,
)
from model.claims.quantities.amounts import money_in
from model.claims.quantities.counts import count_in, count_of_basis
from model.claims.quantities.line_numbers import WrongNumber, own_numbers, wrong_number
from model.claims.quantities.listed_things import items_counted, items_counted_of, lines_moved, wrong_counts
from model.claims.sentences.line_sentences import line_claims
from model.claims.texts.paragraphs import in_paragraphs, paragraphs, sentences
from model.figures.figures import GroupTotals, LineTotals, Totals, every_line
from model.incremental.results import Results
from model.request import place
from model.standard.text_words import TextWords
from model.values.fiscal_year import years_named

_ASKED: Final = re.compile(r"」?(?:として|に|で)(?:要求|計上)")
_NEW: Final = "新規"
_LONGEST: Final = 60  # characters of a sentence that is quoted
_SOURCE: Final = "備考・本文と積算の照合（財政課への想定問答）"


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
    names, words = names_in(case.request, case.results), case.standard.text_words
    for section in case.content:
        claims = case.results.of(line_claims, section.text, names, words, case.results)
        for target, said in claims.times:
            count = said.times
            if count is None:
                continue
            line = line_totals_of(case.totals, target)
            worked_out = count_of_basis(line.basis, count.unit)
            if worked_out is None or worked_out == count.number:
                continue
            written = section.text[said.start + count.start : said.start + count.end]
            right, label = str(worked_out), f"文を{worked_out}{count.unit}に直す"
            yield contradicted(
                section,
                shortened(said.sentence, _LONGEST),
                f"「{words_of(line.line.text)}」の積算は{worked_out}{count.unit}",
                fix=mended(section, said.start + count.start, written, right, label),
            )


@WholeCheck.rule(
    "text-count",
    "本文で経費の額に添えた人数・数量と補助率は、その行の備考・積算と同じ。",
    _SOURCE,
    "warning",
)
def numbers_beside_an_amount_are_those_of_the_line(case: Case) -> Iterator[Found]:
    """「55人への貸付けに要する経費として60,000千円」 of a line whose remark is 50人, and 「店舗復旧補助金(補助率2/3)」 of one with 補助率1/2.

    Read where the sentence names that line alone; a number of people or things only where it also has the line's amount.
    """
    names, words = names_in(case.request, case.results), case.standard.text_words
    for section in case.content:
        for said in case.results.of(_named_alone, section.text, names, case.results):
            if not said.target.path:
                continue
            line = line_totals_of(case.totals, said.target)
            wrong = case.results.of(_wrong_beside, said, line, case.totals.year.year, words)
            if wrong is not None:
                instead = f"「{words_of(line.line.text)}」の備考・積算は「{wrong.right}」"
                yield contradicted(section, wrong.written, instead)


@WholeCheck.rule(
    "text-listed", "本文で並べた物の数と、「計3施設」「次の3つ」と書いた数は同じ。", _SOURCE, "warning"
)
def things_listed_are_counted(case: Case) -> Iterator[Found]:
    """「空港、駅、港の計3か所」 lists three, and below 「次の3つの事業を行う。」 stand three; 所要経費の5項目 are five lines, 5つの表 five tables.

    A list that is open (等), and a number that may be of each of them, are left alone.
    """
    for section in case.request.sections:
        for wrong in wrong_counts(section.text, case.results):
            yield contradicted(section, wrong.written, f"並べてあるのは{wrong.listed}")
    for section in case.content:
        for written, number in in_paragraphs(case.results, items_counted, section.text):
            if right := _other_count(written, number, case.totals):
                yield contradicted(section, written, right)


@WholeCheck.rule(
    "text-listed", "本文で表の名前とともに書いた経費の件数は、その表の経費の数と同じ。", _SOURCE, "warning"
)
def items_of_a_table_are_counted(case: Case) -> Iterator[Found]:
    """「診療所の運営支援」として計上したのは、次の2件である names a table of three lines.

    A table has as many items as it has lines, or lines that have an amount this year, or lines with their parts.
    """
    names = names_in(case.request, case.results)
    for section in case.content:
        for sentence, target, behind in case.results.of(_named_alone, section.text, names, case.results):
            number = None if target.path else items_counted_of(behind)
            if number is None or case.standard.text_words.patterns.year_before.search(sentence):
                continue
            lines = case.totals.groups[target.group].lines
            paid = [line for line in lines if line.amount.value]
            shown = () if _ASKED.match(behind) else (len(lines), len(list(every_line(lines))))
            if lines and number not in (len(paid), *shown):
                instead = f"所要経費の表「{called(case.request.groups, target)}」の経費は{len(paid)}件"
                yield contradicted(section, shortened(sentence, _LONGEST), instead)


@WholeCheck.rule(
    "text-listed",
    "本文に書いた、前年度から増額・減額・同額・新規の経費の数は、所要経費の表と同じ。",
    _SOURCE,
    "warning",
)
def lines_that_changed_are_counted(case: Case) -> Iterator[Found]:
    """「前年度から増額する経費は5つ、同額の経費は2つ」 of a sheet on which four lines rise.

    A line that is new may be counted among those that rise, one that ended among those that fall; lines and tables are both counted.
    """
    if "standing" in case.totals.cost_rows:
        return  # what 増額 is since there is said otherwise
    tops = [line for group in case.totals.groups for line in group.lines]
    every = [line for group in case.totals.groups for line in every_line(group.lines)]
    for section in case.content:
        for written, way, number in in_paragraphs(
            case.results, lines_moved, section.text, case.standard.text_words
        ):
            direction = None if way == _NEW else case.standard.text_words.patterns.direction_of(way)
            known = [
                count for counted in (tops, every, case.totals.groups) for count in _moved(counted, direction)
            ]
            if tops and number not in known:
                instead = f"所要経費の表では{way}の経費は{known[0]}"
                yield contradicted(section, shortened(written, _LONGEST), instead)


def _moved(counted: Sequence[LineTotals | GroupTotals], direction: int | None) -> tuple[int, int]:
    """How many lines or tables go a way, without those that are new or ended and with them; of None the new ones."""
    pairs = [(one.amount.value or 0, one.previous.value or 0) for one in counted]
    if direction is None:
        count = sum(now > 0 and not before for now, before in pairs)
        return count, count
    ways = [((now > before) - (now < before), bool(now and before)) for now, before in pairs if now or before]
    return (
        sum(way == direction and is_whole for way, is_whole in ways),
        sum(way == direction for way, _ in ways),
    )


def _other_count(written: str, number: int, totals: Totals) -> str:
    """How many lines or tables there are, in words; "" where it is as many as written, or there are none."""
    lines = [line for group in totals.groups for line in group.lines]
    if "表" in written:
        return "" if number == len(totals.groups) or not lines else f"所要経費の表は{len(totals.groups)}つ"
    paid = [line for line in lines if line.amount.value]
    if ("要求" in written or "計上" in written) and len(paid) < len(lines):
        return "" if number in (len(paid), len(totals.groups)) else f"今年度の額がある経費は{len(paid)}"
    if not lines or number in (len(lines), len(totals.groups), len(list(every_line(lines)))):
        return ""
    return f"所要経費の表の経費は{len(lines)}"


class _Alone(NamedTuple):
    """A sentence that names one line or table and nothing else, with what it names and its words behind the name."""

    sentence: str
    target: Target
    behind: str


def _named_alone(text: str, names: Names, results: Results) -> tuple[_Alone, ...]:
    """The sentences of a text that name one line or table and nothing else."""
    found: list[_Alone] = []
    for _, paragraph in paragraphs(text):
        mentions = results.of(mentions_in, paragraph, names, results)
        if any(mentions):
            found += results.of(_alone_in, paragraph, mentions)  # what is found of them is kept by these
    return tuple(found)


def _alone_in(paragraph: str, mentions: tuple[tuple[Mention, ...], ...]) -> tuple[_Alone, ...]:
    return tuple(
        _Alone(sentence.text, named[0].targets[0], sentence.text[named[0].end :])
        for sentence, named in zip(sentences(paragraph), mentions, strict=True)
        if named and all(_is_in(other, named[0]) for other in named)
    )


def _is_in(part: Mention, whole: Mention) -> bool:
    """Whether what is named is the same one thing, or a line of that table."""
    one, other = part.targets[0], whole.targets[0]
    is_line = not other.path and one.is_below(other)
    return len(part.targets) == len(whole.targets) == 1 and (part is whole or is_line)


def _wrong_beside(said: _Alone, line: LineTotals, year: int, words: TextWords) -> WrongNumber | None:
    """The number that a sentence of this year says of the line that it names otherwise than the line itself."""
    sentence = said.sentence
    others = {named.year for named in years_named(sentence)} - {year}
    if words.patterns.year_before.search(words.patterns.since_before.sub("", sentence)) or others:
        return None
    amounts = [one for one in money_in(sentence) if one.whole == line.amount.value]
    amount = amounts[0] if len(amounts) == 1 else None
    own = own_numbers((line.line.remark, line.line.basis), words)
    return wrong_number(sentence, len(sentence) - len(said.behind), own, amount, words)
