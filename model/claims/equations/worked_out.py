"""What a sentence works out of its own quantities: sums, differences, rests, parts, tax, products, shares, rates.

「12,500千円に32,000千円を加えた補正後の額は44,500千円」, 「月額800千円の12か月分、年間9,600千円」, 「117,600千円のうち47,000千円で、全体の40.0%」.
The quantities say by themselves whether it is right, whatever they are of. Each form of words states an equation; what it may come to in
any reading is in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain, islice, pairwise
from typing import Final, NamedTuple

from model.claims.equations.equation_forms import WITH_SHEET, Form, forms
from model.claims.equations.marked_sentences import (
    AMOUNT,
    PADDING,
    PEOPLE,
    PERCENT,
    SIGNS,
    TIMES,
    MarkedSentence,
    Term,
    WrongEquation,
    counters_of_several,
)
from model.claims.equations.notes import wrong_in_note
from model.claims.equations.relations import wrong_relations, wrong_sums
from model.claims.equations.worded_products import wrong_products_in_words
from model.claims.quantities.unsaid_units import may_have_bare
from model.claims.texts.paragraphs import sentences
from model.standard.parts import TaxWords
from model.standard.text_words import TextWords
from model.values.amount import half_width
from model.values.fiscal_year import ERA_YEAR
from model.values.pattern import lazy_pattern

_ADDED_UP: Final = (AMOUNT, PEOPLE)
_UNITS: Final[Mapping[str, str]] = {PEOPLE: "人", PERCENT: "％", TIMES: "倍"}
_OPEN: Final = lazy_pattern(
    rf"ほか|など|(?<!その)他|その他(?![^、。{SIGNS}]{{0,10}}{AMOUNT})|(?<=[{SIGNS}])等|等(?![級号]|によ|に伴|のため|(?![^。、{SIGNS}]{{0,16}}[計合総])[^。、{SIGNS}]{{1,16}}{AMOUNT})|約|程度|余|ずつ|主[なに]|主として|当たり|あたり|うち|延べ"
)
"""Of amounts with one of these between them the result may be another."""
_OF_EACH: Final = lazy_pattern(r"(?:ともに|いずれも|どちらも)、?\Z")
"""Right before an amount that is counted more than once: 「Aの増とBの増はともに4,000千円」."""
_END: Final = lazy_pattern(
    r"(?:で(?:ある|あった|す|した)|だった|と(?:する|した|なる|なった)|を(?:計上|要求|予定)(?:する|した|している|していた)|を見込(?:む|んだ|んでいる))?。\Z"
)
"""The end of a sentence that the next goes on from."""
_GOES_ON: Final = lazy_pattern(
    rf"(?:これ|この|その|うち|合計|総額|計(?![上画])|[合あ]わせ|差し?引|両者|全体|残|税込|したがって|よって|[本今前昨]年度?|{ERA_YEAR}年)"
)
"""The beginning of a sentence that goes on from the one before."""
_OF_CHANGE: Final = lazy_pattern(rf"\([^(){SIGNS}]{{0,8}}[増減]額?[:\s]{{0,2}}{AMOUNT}\Z")
"""A bracket that says that its amount is a change: 「(査定による減 662千円」."""
_WITH_SHEET: Final = lazy_pattern("合わせ|除[いく]|差|含め|加え|追加|上乗せ|増額|減額|削減")
_NUMBER: Final = lazy_pattern(r"\d[\d,]*")
_CHANGED: Final = "+△▲-−"
_MOST: Final = 5  # amounts that are tried in every way


class WrongResult(NamedTuple):
    """What a text works out and writes otherwise: its words from the first figure to the last, what it comes to, and in which unit.

    ``unit`` is "" for 千円; ``way`` is 1 or -1 of an increase or a decrease.
    """

    written: str
    value: Fraction
    unit: str = ""
    way: int = 0


class _Stretch(NamedTuple):
    """A sentence, or two as one.

    Attributes:
        start: where it begins in its paragraph.
        text: its words, of two sentences with 「、」 in the place of 「である。」.
        written: its words as they are written.
        second: where the second begins in them; 0 where it is one.
    """

    start: int
    text: str
    written: str
    second: int = 0


class WithSheet(NamedTuple):
    """Amounts of a sentence that come to the last of them together with one that it does not write: what it asks for, as a rule.

    Attributes:
        written: the words from the first of them to the last.
        added: the sum of all but the last, below 0 where they are taken off, 千円.
        result: what is written as the result, 千円.
    """

    written: str
    added: Fraction
    result: Fraction


def wrong_results(
    paragraph: str, words: TextWords, tax_words: TaxWords, rates: tuple[Fraction, ...]
) -> tuple[WrongResult, ...]:
    """The sums, differences, products, shares and amounts with tax of a paragraph that are not what its own quantities come to.

    ``rates`` are the rates of consumption tax where the text names none.
    """
    is_plain = any(sign in paragraph for sign in "円人残計") or len(_NUMBER.findall(paragraph)) > 2
    if not is_plain and not may_have_bare(half_width(paragraph)):
        return ()
    return tuple(_wrong(paragraph, words, tax_words, rates))


def with_sheet(paragraph: str) -> tuple[WithSheet, ...]:
    """What a paragraph works out with a figure that it does not write: 「現計640,000千円と合わせて1,052,500千円」, 「国費98,143千円を除いた44,943千円」."""
    found: list[WithSheet] = []
    is_said = paragraph.count("円") > 1 and _WITH_SHEET.search(paragraph)
    for _, sentence in sentences(paragraph) if is_said else ():
        marked = MarkedSentence(sentence)
        amounts = marked.of_kind(AMOUNT)
        if len(amounts) < 2 or len(amounts) != len(marked.terms) or _OPEN.search(marked.text):
            continue
        match = WITH_SHEET.search(marked.text)
        *others, result = amounts
        if match and marked.within(match) == amounts and (match["without"] or len(others) == 1):
            added = sum((term.value for term in others), Fraction(0)) * (-1 if match["without"] else 1)
            found.append(WithSheet(sentence[others[0].start : result.end], added, result.value))
    return tuple(found)


def _wrong(
    paragraph: str, words: TextWords, tax_words: TaxWords, rates: tuple[Fraction, ...]
) -> Iterator[WrongResult]:
    stated = forms(words, tax_words, rates)
    told: set[tuple[int, int]] = set()
    for stretch in _stretches(paragraph):
        marked = MarkedSentence(stretch.text)
        if len(marked.terms) < 2:
            continue
        equations = chain(
            wrong_relations(marked, words), _by_words(marked, stated, words), wrong_sums(marked, words)
        )
        if not stretch.second and ("→" in marked.text or not stretch.text.endswith("。")):
            equations = chain(wrong_in_note(marked, words, rates), equations)
        if not stretch.second:
            equations = chain(equations, wrong_products_in_words(marked, rates))
        for equation in equations:
            where = {
                (stretch.start + start, stretch.start + end)
                for start, end in (
                    (equation.result.start, equation.result.end),
                    (equation.first.start, equation.last.end),
                )
            }
            if where & told or (
                stretch.second and not equation.first.start < stretch.second <= equation.last.start
            ):
                continue
            told |= where
            written = stretch.written[equation.first.start : equation.last.end]
            unit = _UNITS.get(equation.result.kind, equation.result.counter)
            yield WrongResult(written, equation.value, unit, equation.way)
    for _, text in sentences(paragraph):
        for counter in counters_of_several(text):
            marked = MarkedSentence(text, counter)
            equations = chain(_by_words(marked, stated, words), wrong_relations(marked, words))
            for wrong in islice((one for one in equations if one.result.counter == counter), 1):
                yield WrongResult(text[wrong.first.start : wrong.last.end], wrong.value, counter)


def _stretches(paragraph: str) -> Iterator[_Stretch]:
    """The sentences of a paragraph that work something out, and each two of them that stand behind each other."""
    every = sentences(paragraph)
    for start, text in every:
        is_note = not text.endswith("。") and ("計" in text or may_have_bare(text))
        if is_note or text.count("円") + text.count("人") > 1 or "単位" in text or "残" in text:
            yield _Stretch(start, text, text)
    for one, other in pairwise(every):
        end = _END.search(one.text)
        is_next = one.start + len(one.text) == other.start and _GOES_ON.match(other.text)
        if end and is_next and "円" in one.text and "円" in other.text:
            joined = f"{one.text[: end.start()]}、{PADDING * (len(end.group()) - 1)}{other.text}"
            yield _Stretch(one.start, joined, one.text + other.text, len(one.text))


def _by_words(marked: MarkedSentence, stated: tuple[Form, ...], words: TextWords) -> Iterator[WrongEquation]:
    """Yield each equation that the words of a form state and that does not close."""
    way = words.patterns.way_of_change
    for form in stated:
        for match in re.finditer(form.pattern, marked.text):
            terms = marked.within(match)
            result = terms[form.result]
            others = [term for term in terms if term is not result]
            if form.is_change and not _is_change(marked, result, match, way):
                continue
            if len({term.kind for term in terms if term.kind in _ADDED_UP}) > 1:
                continue
            if _OPEN.search(match.group()):
                continue
            if _OF_EACH.search(marked.text, 0, match.start()):
                continue
            values = form.values([term.value for term in others])
            if not values or any(_says(result, value, others) for value in values):
                continue
            if not _closes_otherwise(marked, result):
                yield WrongEquation(terms[0], terms[-1], result, values[-1])


def _is_change(marked: MarkedSentence, result: Term, match: re.Match[str], way: re.Pattern[str]) -> bool:
    """Whether a sign, a word of a change before it or a direction behind it tells that a quantity is a change."""
    return (
        marked.sentence[result.start] in _CHANGED
        or _OF_CHANGE.search(match.group()) is not None
        or way.match(marked.text, match.end()) is not None
    )


def _closes_otherwise(marked: MarkedSentence, result: Term) -> bool:
    """Whether other amounts of the sentence, added up or taken off, come to a result: 「Aのほかに、BとCがあり、計…」."""
    if result.kind == PERCENT:
        return sum(term.value for term in marked.of_kind(PERCENT)) == 100
    others = [
        term.value for term in marked.of_kind(result.kind) if term is not result and result.kind in _ADDED_UP
    ]
    return 1 < len(others) <= _MOST and result.is_made_of(others, least=1)


def _says(result: Term, value: Fraction, others: Sequence[Term]) -> bool:
    """Whether a result is a value as exactly as it is written; in another unit than the others also as prose rounds it."""
    if result.says(value):
        return True
    money = result.money
    return (
        money is not None
        and any(term.money is not None and term.money.unit != money.unit for term in others)
        and money.is_of(round(value))
    )
