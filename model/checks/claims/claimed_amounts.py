"""Checks of amounts in texts against the tables; ambiguous sentences are skipped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from model.checks.case import Case
from model.checks.finding import Fix, thousands
from model.checks.rule import Found, WholeCheck
from model.claims.amounts import Money
from model.claims.known_figures import KnownFigures
from model.claims.line_names import called, figure_of, names_in
from model.claims.named_amounts import NamedAmount, named_amounts
from model.claims.total_amounts import total_amounts
from model.claims.typing_errors import typing_error
from model.figures.figures import Totals
from model.request import place
from model.request.lines import walk
from model.request.place import Place
from model.request.request import Request
from model.standard.text_words import TextWords
from model.values.fiscal_year import ERA_YEAR, YEAR, FiscalYear, official, parse

_LONGEST_QUOTE: Final = 40
_CLOSING: Final = (")", "）", "】", "」")
_SOURCE: Final = "本文と所要経費の表の照合（財政課への想定問答、公表ページ）"
_LAST_YEARS: Final = "前年度の額のままではありませんか。"
# 千円: of smaller figures too many others are a slip of the hand away.
_SURE: Final = 1_000
_YEARS: Final = re.compile(rf"(?P<year>{YEAR})\s*年(?!間|目|契約)|(?P<era_year>{ERA_YEAR})")


@WholeCheck.rule(
    "text-amount", "本文・備考・注で名前を挙げた経費の額は、所要経費の表の額と同じ。", _SOURCE, "warning"
)
def amounts_in_texts_are_those_of_the_lines(case: Case) -> Iterator[Found]:
    """An amount that a text gives for a line (「標準事務費として12,085千円を要求」) is that of the table.

    Held against the table where the sentence names one line by its full words and says its amount plainly, or where it
    has that one name and one amount and the amount is the line's with a slip of the hand. An amount that stands
    anywhere else on the sheet (but for the previous year's that is asked for), and a sentence about other years, results, prices or limits, is another figure; the
    frame これまでの取組と成果 is about the past.
    """
    words = case.standard.text_words
    known: KnownFigures | None = None
    names = names_in(case.request.groups, case.results)
    for where, text in _texts(case.request, words):
        for begin, claim, under in named_amounts(text, names, words, case.results):
            target = claim.targets[0]
            right = (
                case.totals.groups[target.group].lines[target.path[0]].amount.value
                if len(target.path) == 1
                else figure_of(case.totals, target).value
            )
            if right is None or right == claim.money.whole:  # nearly all are right, at every keystroke
                continue
            if claim.money.is_of(right) or len(claim.targets) > 1:
                continue
            is_last_years = claim.asks and claim.money.whole == _previous_of(case.totals, claim)
            hint = _LAST_YEARS if is_last_years else case.results.of(typing_error, right, claim.money.value)
            if not claim.is_plain and not (hint and right >= _SURE):
                continue
            if words.other.search(under) or _names_other_year(f"{under} {claim.said}", case.totals.year):
                continue
            known = known or KnownFigures(case.request, case.totals, case.results)
            if not is_last_years and known.have(claim.money, in_remark=where.endswith("/remark")):
                continue
            name = called(case.request.groups, claim.targets[0])
            yield Found(
                where,
                f"{_of(case.request, where)}に「{_around(claim)}」とありますが、所要経費の表の「{name}」は {thousands(right)} です。"
                f"{hint}どちらかを直してください。",
                fix=_written(where, text, begin + claim.start, claim.money, right),
            )


@WholeCheck.rule(
    "text-total", "本文に書いた要求額・前年度予算額・財源の額は、要求書の額と同じ。", _SOURCE, "warning"
)
def totals_in_texts_are_those_of_the_sheet(case: Case) -> Iterator[Found]:
    """「要求額 124,767千円」 in the narrative is the sheet's.

    A part of the project may have its own 要求額, so an amount is told of only where it is the sheet's with a slip of
    the hand, or where the sentence says 本事業の要求額; never where it stands anywhere else on the sheet.
    """
    known: KnownFigures | None = None
    words = case.standard.text_words
    for where, text in _texts_of_sections(case.request, words):
        for begin, claim in total_amounts(text, words, case.results):
            right = _total(case.totals, claim.figure)
            if right is None or claim.money.is_of(right):
                continue
            is_last_years = "要求" in claim.label and claim.money.whole == case.totals.previous.value
            hint = (
                _LAST_YEARS
                if is_last_years
                else typing_error(right, claim.money.value)
                if right >= _SURE
                else ""
            )
            if not (hint or claim.is_of_whole) or _names_other_year(claim.said, case.totals.year):
                continue
            if names_in(case.request.groups, case.results).mentions(claim.sentence):
                continue
            known = known or KnownFigures(case.request, case.totals, case.results)
            if not is_last_years and known.have(claim.money):
                continue
            yield Found(
                where,
                f"{_of(case.request, where)}に「{claim.label} {claim.money.written}」とありますが、要求書の"
                f"{claim.label}は {thousands(right)} です。{hint}どちらかを直してください。",
                fix=_written(where, text, begin + claim.start, claim.money, right),
            )


def _texts(request: Request, words: TextWords) -> Iterator[tuple[Place, str]]:
    """The texts that speak of this year's costs, with their places.

    The narrative but for sections about other figures (「財政課長査定結果」), titles and notes of tables, remarks with money.
    """
    for where, text in _texts_of_sections(request, words):
        if "円" in text and not where.endswith("/heading"):
            yield where, text
    for group in request.groups:
        if "円" in group.title:
            yield place.group(group.id, "title"), group.title
        if "円" in group.note:
            yield place.group(group.id, "note"), group.note
    for group in request.groups:
        for line, _ in walk(group.lines):
            if "円" in line.remark:
                yield place.line(line.id, "remark"), line.remark


def _texts_of_sections(request: Request, words: TextWords) -> Iterator[tuple[Place, str]]:
    """The headings and texts of the narrative but for sections about other figures."""
    for section in request.sections:
        if section.stands_in != "content":
            continue
        if "円" in section.heading:
            yield place.section(section.id, "heading"), section.heading
        if section.text and not words.other.search(section.heading):
            yield place.section(section.id, "text"), section.text


def _previous_of(totals: Totals, claim: NamedAmount) -> int | None:
    return figure_of(totals, claim.targets[0], "previous").value


def _total(totals: Totals, figure: str) -> int | None:
    if figure == "amount":
        return totals.amount.value
    if figure == "previous":
        return totals.previous.value
    for key, component in totals.components.items():
        if key == figure:
            return component.value
    row = totals.funding_rows.get("request")
    if row is None:
        return None
    if figure == "general":
        return row.general.value
    return row.sources[figure].value if figure in row.sources else None


def _names_other_year(sentence: str, year: FiscalYear) -> bool:
    """Whether a sentence names a year that is not the sheet's, in whatever notation.

    A number alone is of the sheet's era or, for 平成31 was 令和元, of the one in which its year ended.
    """
    for match in _YEARS.finditer(sentence):
        written = match["year"] or match["era_year"]
        if all(parse(written, base) != year for base in (year, official(year.year))):
            return True
    return False


def _of(request: Request, where: Place) -> str:
    kind, _, rest = where.partition("/")
    part_id = rest.rpartition("/")[0]
    if kind == "section":
        heading = next((section.heading for section in request.sections if section.id == part_id), "")
        return f"本文「{heading}」" if heading else "本文"
    if kind == "group":
        return "表の注" if where.endswith("/note") else "表の題"
    return "備考"


def _around(claim: NamedAmount) -> str:
    """The words of a sentence up to its amount and its name: the quote stays while its end is typed."""
    text = claim.sentence
    end = text.find(claim.money.written) + len(claim.money.written)
    end += text[end : end + 1] in _CLOSING
    if len(text[:end]) > _LONGEST_QUOTE:
        return f"…{text[end - _LONGEST_QUOTE : end]}"
    return text[: max(end, min(text.find(claim.name) + len(claim.name), _LONGEST_QUOTE))]


def _written(where: Place, text: str, start: int, money: Money, right: int) -> Fix | None:
    """Write the amount of the table into the text."""
    new = money.with_value(right)
    if new is None:
        return None
    return Fix(
        f"文の額を{new}に直す",
        where,
        text[:start] + new + text[start + money.end - money.start :],
    )
