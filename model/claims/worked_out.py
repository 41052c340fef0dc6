"""What a sentence works out of its own amounts in words: sums, differences, rests, fractions, tax.

「12,500千円に32,000千円を加えた補正後の額は44,500千円」, 「2,400千円から1,500千円へと、900千円の減」, 「1,800千円に消費税10%を加えた1,980千円」.
The amounts say by themselves whether it is right, whatever they are of.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from model.claims.amounts import Money, money_in
from model.claims.paragraphs import sentences
from model.standard.parts import TaxWords
from model.standard.text_words import TextWords, any_of
from model.values.fiscal_year import ERA_YEAR
from model.values.pattern import lazy_pattern

_NOTE: Final = r"(?:\([^()円]{0,20}\))?"
"""A bracket right behind an amount: 「1,800千円(税抜)」."""
_WORDS: Final = "[^、。はがを円]"  # of what an amount is of, and no more
_ADDED: Final = "分?を(?:加え|足[しす]|合わせ|合計[しす]|追加[しす]|上乗せ[しす]|増額[しす])"
_IN_ALL: Final = "(?:合計|総額|総計|計|後の|後は|トータル|コスト)"
_SUM_BEFORE: Final = lazy_pattern(
    rf"{_NOTE}(?:(?:の|、)(?:合計|計|合わせて)(?:で|は)?|{_ADDED}(?:た|る?と|て)、?{_WORDS}{{0,16}}(?:は|が|で|として)?、?"
    rf"|{_ADDED}(?:て)?、{_WORDS}{{0,6}}{_IN_ALL}{_WORDS}{{0,8}}(?:は|が|で|を)?、?)\s?"
)
"""Between the last amount of a list and their sum: 「の計」, 「を加えた補正後の額は、」."""
_ADDED_UP: Final = lazy_pattern(rf"{_NOTE}{_ADDED}て?、")
"""Between the last amount and their sum, where it is followed by ``_COMES_TO``."""
_COMES_TO: Final = lazy_pattern("と(?:し(?!て)|する|な)|にな|を(?:要求|計上|要望|見込)")
_NEXT_OF_LIST: Final = lazy_pattern(rf"{_NOTE}(?:、|,|及び|と|に)[^。、はがをでに円]{{0,20}}")
_OPEN: Final = lazy_pattern("ほか|他|等|約|程度|余|当たり|あたり|うち")
_FRACTION_OF: Final = lazy_pattern(
    rf"{_NOTE}の(?:うち)?(?:(?P<of>\d{{1,3}})分の(?P<parts>\d{{1,3}})|(?P<above>\d{{1,3}})/(?P<below>\d{{1,3}}))(?:に当たる|にあたる|に相当する|相当の?|の)"
)
"""Between an amount and its fraction: 「の2分の1に当たる」."""
_FROM: Final = lazy_pattern(rf"{_NOTE}から、?[^、。はがを円\d]{{0,12}}")
_WITHOUT: Final = lazy_pattern(
    rf"{_NOTE}(?:分?を)(?:除い|差し?引い|控除し|減じ)(?:た|て|ると)、?{_WORDS}{{0,12}}(?:は|が)?、?\s?"
)
"""Between what is taken off and what is left: 「を差し引いた一般財源は」."""
_FROM_TO: Final = lazy_pattern(rf"{_NOTE}から、?{_WORDS}{{0,8}}")
_DIFFERENCE_BEFORE: Final = lazy_pattern(
    r"(?:\(|(?:へと|[へにとでを])?(?:[ぁ-ん一-鿿]{0,6}(?:[しりえげなっ]|って|て|で|る|た))?、?)"
    r"(?:差し?引き?(?:で|は|が)?|(?:その)?(?:差額?|増加額|減少額|増減額|増額|減額)(?:は|が|で|の)?)?、?"
)
"""Between the second of two amounts and their difference: 「へと、」, 「となり、差引き」, 「に引き上げ、」."""
_SAYS_DIFFERENCE: Final = lazy_pattern(r"(?:差し?引き?|差額?|増加額|減少額|増減額)(?:は|が|で|の)?、?\Z")
_BEHIND: Final = r"\s?(?:[のがも]|だけ)?"
"""Between a difference and its direction: 「5,490千円の増」."""


class WrongResult(NamedTuple):
    """What a text works out and writes otherwise: its words from the first figure to the last, and what it comes to, 千円."""

    written: str
    value: Fraction


def wrong_results(
    paragraph: str, words: TextWords, tax_words: TaxWords, rates: tuple[Fraction, ...]
) -> tuple[WrongResult, ...]:
    """The sums, differences and amounts with tax of a paragraph that are not what its own amounts come to.

    ``rates`` are the rates of consumption tax where the text names none.
    """
    return tuple(_wrong(paragraph, words, tax_words, rates)) if "円" in paragraph else ()


def _wrong(
    paragraph: str, words: TextWords, tax_words: TaxWords, rates: tuple[Fraction, ...]
) -> Iterator[WrongResult]:
    for _, sentence in sentences(paragraph):
        amounts = money_in(sentence)
        if len(amounts) > 1:
            between = [sentence[one.end : other.start] for one, other in pairwise(amounts)]
            yield from _wrong_sums(sentence, amounts, between)
            yield from _wrong_taxed(sentence, amounts, between, tax_words, rates)
            yield from _wrong_rests(sentence, amounts, between)
            yield from _wrong_fractions(sentence, amounts, between)
            yield from _wrong_differences(sentence, amounts, between, words)


def _wrong_sums(sentence: str, amounts: tuple[Money, ...], between: list[str]) -> Iterator[WrongResult]:
    """Yield each sum behind a list of amounts that no run of them comes to: 「A 18,500千円、B 22,500千円の計40,000千円」."""
    first = 0
    for at, words in enumerate(between):
        listed, result = amounts[first : at + 1], amounts[at + 1]
        if _SUM_BEFORE.fullmatch(words) or (
            _ADDED_UP.fullmatch(words) and _COMES_TO.match(sentence, result.end)
        ):
            sums = list(accumulate(one.value for one in reversed(listed)))[1:]
            if sums and not any(_is(value, result) for value in sums):
                is_rounded = any(one.unit != result.unit for one in listed) and result.is_of(round(sums[-1]))
                is_open = _OPEN.search(sentence, listed[0].start, result.start) is not None
                if not is_rounded and not is_open:
                    yield WrongResult(sentence[listed[0].start : result.end], sums[-1])
            first = at + 2
        elif not _NEXT_OF_LIST.fullmatch(words):
            first = at + 1


def _wrong_taxed(
    sentence: str,
    amounts: tuple[Money, ...],
    between: list[str],
    tax_words: TaxWords,
    rates: tuple[Fraction, ...],
) -> Iterator[WrongResult]:
    """Yield each amount with tax that is not the price before it with that tax: 「1,800千円に消費税10%を加えた1,890千円」."""
    taxed = (
        rf"{_NOTE}[にへ、]、?(?:{any_of(tax_words.names)})(?:相当額|分)?(?:\(?(?P<percent>\d{{1,2}})%\)?)?(?:相当額|分)?"
        rf"(?:を(?:加え|上乗せし|足し|含め)(?:た|て|ると)|込み(?:で|の))、?{_WORDS}{{0,16}}(?:は|が)?、?\s?"
    )
    for price, result, words in zip(amounts, amounts[1:], between, strict=False):
        if match := re.fullmatch(taxed, words):
            own = (Fraction(int(match["percent"]), 100),) if match["percent"] else rates
            values = [price.value * (1 + rate) for rate in own]
            if values and not any(_is(value, result) for value in values):
                yield WrongResult(sentence[price.start : result.end], values[-1])


def _wrong_rests(sentence: str, amounts: tuple[Money, ...], between: list[str]) -> Iterator[WrongResult]:
    """Yield each rest that is not the first amount less the others: 「32,000千円から国庫支出金15,000千円を差し引いた16,000千円」."""
    first: int | None = None
    for at, words in enumerate(between):
        if first is not None and at > first and _WITHOUT.fullmatch(words):
            whole, *less = amounts[first : at + 1]
            value, result = whole.value - sum(one.value for one in less), amounts[at + 1]
            if not _is(value, result) and not _OPEN.search(sentence, whole.start, result.start):
                yield WrongResult(sentence[whole.start : result.end], value)
            first = None
        elif _FROM.fullmatch(words):
            first = at
        elif first is not None and not _NEXT_OF_LIST.fullmatch(words):
            first = None


def _wrong_fractions(sentence: str, amounts: tuple[Money, ...], between: list[str]) -> Iterator[WrongResult]:
    """Yield each amount that is not the named fraction of the one before it: 「30,000千円の2分の1に当たる16,000千円」."""
    for whole, result, words in zip(amounts, amounts[1:], between, strict=False):
        match = _FRACTION_OF.fullmatch(words)
        below = int(match["of"] or match["below"] or 0) if match else 0
        if match and below:
            value = whole.value * int(match["parts"] or match["above"]) / below
            if not any(_is(Fraction(end), result) for end in (math.floor(value), math.ceil(value))):
                yield WrongResult(sentence[whole.start : result.end], value)


def _wrong_differences(
    sentence: str, amounts: tuple[Money, ...], between: list[str], words: TextWords
) -> Iterator[WrongResult]:
    """Yield each difference that is not that of the two amounts before it: 「2,400千円から1,500千円へと、1,100千円の減」."""
    year = rf"(?:{words.year_before.pattern}|{words.year_own.pattern}|{ERA_YEAR}年?度?)の?(?:当初|補正)?(?:予算|要求)?額?"
    of_year = rf"{year}[はがの]?、?\Z"
    and_of_year = (
        rf"{_NOTE}(?:に対し(?:て)?|と比べ(?:て)?|に比べ(?:て)?|で|であり|から|に|、)?、?{year}[はがの]?、?"
    )
    for at in range(len(amounts) - 2):
        one, other, result = amounts[at : at + 3]
        before = sentence[amounts[at - 1].end if at else 0 : one.start]
        is_pair = _FROM_TO.fullmatch(between[at]) or (
            re.search(of_year, before) and re.fullmatch(and_of_year, between[at])
        )
        if not is_pair or not _DIFFERENCE_BEFORE.fullmatch(between[at + 1]):
            continue
        way = re.match(rf"{_BEHIND}(?P<way>{words.direction}){words.direction_end}", sentence[result.end :])
        if way is None and not _SAYS_DIFFERENCE.search(between[at + 1]):
            continue
        if not _is(abs(other.value - one.value), result):
            yield WrongResult(sentence[one.start : result.end], abs(other.value - one.value))


def _is(value: Fraction, result: Money) -> bool:
    """Whether an amount says a value, as exactly as it is written."""
    return abs(abs(value) - abs(result.value)) < result.step
