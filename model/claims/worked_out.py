"""What a sentence works out of its own quantities: sums, differences, rests, parts, tax, products, shares, rates.

「12,500千円に32,000千円を加えた補正後の額は44,500千円」, 「月額800千円の12か月分、年間9,600千円」, 「117,600千円のうち47,000千円で、全体の40.0%」.
The quantities say by themselves whether it is right, whatever they are of. Each form of words states an equation; what it may come to in
any reading is in order.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import accumulate, chain
from typing import Final, NamedTuple, TypeAlias

from model.claims.marked_sentences import (
    AMOUNT,
    FRACTION,
    PEOPLE,
    PERCENT,
    SIGNS,
    TIMES,
    MarkedSentence,
    Term,
    WrongEquation,
)
from model.claims.paragraphs import sentences
from model.claims.typing_errors import typing_error
from model.claims.worded_products import wrong_products_in_words
from model.standard.parts import TaxWords
from model.standard.text_words import TextWords, any_of
from model.values.fiscal_year import ERA_YEAR
from model.values.pattern import lazy_pattern

_UNITS: Final[Mapping[str, str]] = {PEOPLE: "人", PERCENT: "％", TIMES: "倍"}
_A: Final = f"[{AMOUNT}{PEOPLE}]"
"""What can be added up."""
_NOTE: Final = rf"(?:\([^(){AMOUNT}{PEOPLE}]{{0,20}}\))?"
"""A bracket right behind an amount: 「1,800千円(税抜)」."""
_W: Final = f"[^、。はがを{SIGNS}]"  # of what an amount is of, and no more
_ADDED: Final = "分?を(?:加え|足[しす]|合わせ|合計[しす]|追加[しす]|上乗せ[しす]|増額[しす])"
_IN_ALL: Final = "(?:合計|総額|総計|計(?![画上])|合わせ(?:て|ると?|た)|締めて)"
_COMES_TO: Final = "(?:と(?:し(?!て)|する|な)|にな|を(?:要求|計上|要望|見込|要))"
_CLOSE: Final = (
    rf"{_NOTE}(?:(?:の|、|と?を、?|、これらを?){_IN_ALL}{_W}{{0,12}}(?:は|が|で|として|、)?、?"
    rf"|{_ADDED}(?:た|る?と|て)、?{_W}{{0,16}}(?:は|が|で|として)?、?"
    rf"|{_ADDED}(?:て)?、{_W}{{0,6}}(?:{_IN_ALL}|後の|後は|トータル|コスト){_W}{{0,8}}(?:は|が|で|を)?、?)\s?"
)
"""Between the last amount of a list and their sum: 「の計」, 「を加えた補正後の額は、」."""
_WITHOUT: Final = (
    rf"{_NOTE}(?:分?を)(?:除い|差し?引い|控除し|減じ)(?:た|て|ると)、?{_W}{{0,12}}(?:は|が)?、?\s?"
)
"""Between what is taken off and what is left: 「を差し引いた一般財源は」."""
_FRACTION_OF: Final = rf"{_NOTE}の(?:うち)?{FRACTION}(?:に当たる|にあたる|に相当する|相当の?|の)"
_MOVED_TO: Final = (
    r"(?:\(|(?:へと|[へにとでを])?(?:[ぁ-ん一-鿿]{0,6}(?:[しりえげなっ]|って|て|で|る|た))?、?)"
)
"""Between the second of two amounts and their difference: 「へと、」, 「に引き上げ、」."""
_DIFFERENCE: Final = "(?:差し?引き?|(?:その)?(?:差額?|増加額|減少額|増減額))(?:は|が|で|の)?、?"
"""Right before a difference."""
_WITH_SHEET: Final = lazy_pattern(
    rf"{AMOUNT}(?:{_NOTE}(?:、|,|及び|並びに|と)[^。、{SIGNS}]{{0,24}}{AMOUNT})*(?:(?P<without>{_WITHOUT})|{_NOTE}と?を?合わせ(?:て|た|ると){_W}{{0,8}}(?:は|が)?、?){AMOUNT}"
)
"""What is worked out with an amount that stands in no words before."""
_OPEN: Final = lazy_pattern("ほか|など|他|等(?![級号]|によ|に伴|のため)|約|程度|余|当たり|あたり|うち")
"""Of amounts with one of these between them the result may be another."""


class WrongResult(NamedTuple):
    """What a text works out and writes otherwise: its words from the first figure to the last, what it comes to, and in which unit.

    ``unit`` is "" for 千円.
    """

    written: str
    value: Fraction
    unit: str = ""


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


_Values: TypeAlias = Callable[[Sequence[Fraction]], Sequence[Fraction]]


class _Form(NamedTuple):
    """Words that state an equation.

    Attributes:
        pattern: the marked words, from the first quantity to the last, which is what the others come to.
        values: what the others may come to, the plainest last.
        may_be_of_part: 「うち」 is part of the form.
    """

    pattern: str
    values: _Values
    may_be_of_part: bool = False


def wrong_results(
    paragraph: str, words: TextWords, tax_words: TaxWords, rates: tuple[Fraction, ...]
) -> tuple[WrongResult, ...]:
    """The sums, differences, products, shares and amounts with tax of a paragraph that are not what its own quantities come to.

    ``rates`` are the rates of consumption tax where the text names none.
    """
    if "円" not in paragraph and "人" not in paragraph:
        return ()
    return tuple(_wrong(paragraph, words, tax_words, rates))


def with_sheet(paragraph: str) -> tuple[WithSheet, ...]:
    """What a paragraph works out with a figure that it does not write: 「現計640,000千円と合わせて1,052,500千円」, 「国費98,143千円を除いた44,943千円」."""
    if "合わせ" not in paragraph and "除い" not in paragraph and "差" not in paragraph:
        return ()
    return tuple(_with_sheet(paragraph))


def _with_sheet(paragraph: str) -> Iterator[WithSheet]:
    for _, sentence in sentences(paragraph):
        marked = MarkedSentence(sentence)
        amounts = marked.of_kind(AMOUNT)
        if len(amounts) < 2 or len(amounts) != len(marked.terms) or _OPEN.search(marked.text):
            continue
        match = _WITH_SHEET.search(marked.text)
        *others, result = amounts
        if match and marked.within(match) == amounts and (match["without"] or len(others) == 1):
            added = sum((term.value for term in others), Fraction(0)) * (-1 if match["without"] else 1)
            yield WithSheet(sentence[others[0].start : result.end], added, result.value)


def _wrong(
    paragraph: str, words: TextWords, tax_words: TaxWords, rates: tuple[Fraction, ...]
) -> Iterator[WrongResult]:
    for _, sentence in sentences(paragraph):
        if sentence.count("円") + sentence.count("人") < 2 and "単位" not in sentence:
            continue
        marked = MarkedSentence(sentence)
        if sum(term.kind in _A for term in marked.terms) < 2:
            continue
        told: set[int] = set()
        for equation in chain(
            _by_words(marked, _forms(words, tax_words, rates)),
            wrong_products_in_words(marked, rates),
            _nearly(marked),
        ):
            if equation.result.start not in told:
                told.add(equation.result.start)
                written = sentence[equation.first.start : equation.last.end]
                yield WrongResult(written, equation.value, _UNITS.get(equation.result.kind, ""))


def _by_words(marked: MarkedSentence, forms: tuple[_Form, ...]) -> Iterator[WrongEquation]:
    """Yield each equation that the words of a form state and that does not close."""
    for form in forms:
        for match in re.finditer(form.pattern, marked.text):
            *others, result = terms = marked.within(match)
            if len({term.kind for term in terms if term.kind in _A}) > 1:
                continue
            if _OPEN.search(match.group().replace("うち", "") if form.may_be_of_part else match.group()):
                continue
            values = form.values([term.value for term in others])
            if values and not any(_says(result, value, others) for value in values):
                yield WrongEquation(others[0], result, result, values[-1])


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


def _forms(words: TextWords, tax_words: TaxWords, rates: tuple[Fraction, ...]) -> tuple[_Form, ...]:
    """The words that state an equation, with what it may come to."""
    before = any_of(words.before)
    next_ = rf"{_NOTE}(?:、|,|及び|並びに|と|に|[がは]?[をで]、)(?!{_IN_ALL})(?![^。、{SIGNS}]{{0,10}}(?:{before}))[^。、{SIGNS}]{{0,24}}"
    year = rf"(?:{words.year_before.pattern}|{words.year_own.pattern}|{ERA_YEAR}年?度?)の?(?:当初|補正)?(?:予算|要求)?額?"
    and_of_year = (
        rf"{_NOTE}(?:に対し(?:て)?|と比べ(?:て)?|に比べ(?:て)?|で|であり|から|に|、)?、?{year}[はがの]?、?"
    )
    way = rf"\s?(?:[のがも]|だけ)?(?:{words.direction}){words.direction_end}"
    risen, fallen = any_of([*words.rises, "追加", "引き上げ"]), any_of([*words.falls, "減じ", "引き下げ"])
    moving = r"(?:を|の|だけ)?(?:{moved})(?:の|し|え|やし|らし|げ|り)?(?:て)?、?(?:総額|合計|計)?"
    compared = "(?:から|に対し(?:て)?|に比べ(?:て)?|と比べ(?:て)?|より)"
    tax = (
        rf"[にへ、]、?(?:{any_of(tax_words.names)})(?:相当額|分)?(?:\(?{PERCENT}?\)?)?(?:相当額|分)?"
        rf"(?:を(?:加え|上乗せし|足し|含め)(?:た|て|ると)|込み(?:で|の))、?{_W}{{0,16}}(?:は|が)?、?\s?"
    )
    difference = (
        rf"{_MOVED_TO}(?:{_DIFFERENCE}{_A}|(?:(?:その)?(?:増額|減額)(?:は|が|で|の)?)?、?{_A}(?={way}))"
    )
    return (
        _Form(rf"{_A}(?:{next_}{_A})*{_CLOSE}{_A}", _sums),
        _Form(rf"{_A}(?:{next_}{_A})+{_NOTE}{_ADDED}て?、{_A}(?={_COMES_TO})", _sums),
        _Form(rf"{AMOUNT}{_NOTE}{tax}{AMOUNT}", lambda values: _taxed(values, rates)),
        _Form(rf"{_A}{_NOTE}から、?{_W}{{0,12}}{_A}(?:{next_}{_A})*{_WITHOUT}{_A}", _rest),
        _Form(rf"{AMOUNT}{_FRACTION_OF}{AMOUNT}", _part, may_be_of_part=True),
        _Form(
            rf"(?:{_A}{_NOTE}から、?{_W}{{0,8}}|{year}[はがの]?、?{_A}{and_of_year}){_A}{difference}",
            _difference,
        ),
        _Form(rf"{_A}{_NOTE}{compared}[^。{SIGNS}]{{0,40}}{_A}{moving.format(moved=risen)}{_A}", _risen),
        _Form(rf"{_A}{_NOTE}{compared}[^。{SIGNS}]{{0,40}}{_A}{moving.format(moved=fallen)}{_A}", _fallen),
        _Form(
            rf"{AMOUNT}[^。、{SIGNS}]{{0,12}}のうち[^。{SIGNS}]{{0,24}}{AMOUNT}[^。{SIGNS}]{{0,16}}{PERCENT}(?=を占め|に当た|に相当|である|です|となる|。|の割合|\Z)",
            _share,
            may_be_of_part=True,
        ),
        _Form(
            rf"{_A}{_NOTE}{compared}、?[^。{SIGNS}]{{0,16}}{_A}[^。、{SIGNS}]{{0,8}}、?[^。、{SIGNS}]{{0,8}}{PERCENT}(?={way})",
            _rate,
        ),
        _Form(rf"{_A}{_NOTE}から、?{_W}{{0,8}}{_A}[^。、{SIGNS}]{{0,8}}、?{_W}{{0,6}}{TIMES}", _times),
    )


def _sums(values: Sequence[Fraction]) -> Sequence[Fraction]:
    """The sum of all and of the last of them."""
    return list(accumulate(reversed(values)))[1:]


def _rest(values: Sequence[Fraction]) -> Sequence[Fraction]:
    return (values[0] - sum(values[1:], Fraction(0)),)


def _taxed(values: Sequence[Fraction], rates: tuple[Fraction, ...]) -> Sequence[Fraction]:
    """The price with the tax that is named, else with any."""
    price, *own = values
    return [price * (1 + rate) for rate in ([own[0] / 100] if own else rates)]


def _part(values: Sequence[Fraction]) -> Sequence[Fraction]:
    value = values[0] * values[1]
    return Fraction(math.ceil(value)), Fraction(math.floor(value)), value


def _difference(values: Sequence[Fraction]) -> Sequence[Fraction]:
    return (abs(values[1] - values[0]),)


def _risen(values: Sequence[Fraction]) -> Sequence[Fraction]:
    return (values[0] + values[1],)


def _fallen(values: Sequence[Fraction]) -> Sequence[Fraction]:
    return (values[0] - values[1],)


def _share(values: Sequence[Fraction]) -> Sequence[Fraction]:
    whole, part = values
    return [part / whole * 100] if whole else ()


def _rate(values: Sequence[Fraction]) -> Sequence[Fraction]:
    """The rate of change of two amounts; the second may be the change itself, and the rate that of the whole."""
    one, other = values
    return (
        (other / one * 100, one / other * 100, abs(other - one) / other * 100, abs(other - one) / one * 100)
        if one and other
        else ()
    )


def _times(values: Sequence[Fraction]) -> Sequence[Fraction]:
    one, other = values
    return (other / one,) if one else ()


_WORKED: Final = lazy_pattern("加え|追加|上乗せ|増額|増や|増え|減|除|差し?引|残り|[^、。]増")
"""What tells that two amounts of a sentence make up the third."""
_LISTED: Final = lazy_pattern(rf"\A[^{SIGNS}]*{AMOUNT}(?:\(|の?内訳は)|{_IN_ALL}")
"""What tells that all but one add up to that."""


def _nearly(marked: MarkedSentence) -> Iterator[WrongEquation]:
    """Yield an amount of a sentence whose largest is the sum of all others but for a slip of the hand.

    「1,180,000千円に対し、77,000千円を増額し、1,250,000千円」: what is added and what is taken off is the same seen from the largest.
    """
    amounts = marked.of_kind(AMOUNT)
    if len(amounts) < 3 or len(amounts) != len(marked.terms) or _OPEN.search(marked.text):
        return
    listed = _LISTED.search(marked.text)
    if listed is None and (
        len(amounts) > 3 or not _WORKED.search(marked.text) or "は" in marked.between(*amounts[1:])
    ):
        return
    first, *_, last = amounts
    largest = max(amounts, key=lambda term: term.value)
    rest = sum((term.value for term in amounts if term is not largest), Fraction(0))
    result = first if listed and largest is first else last
    digits = f"{max(largest.value, rest)}".rstrip("0")
    # of amounts with fewer digits than three before the noughts any is too easily like another
    if len(digits) > 2 and not largest.says(rest) and typing_error(round(rest), largest.value):
        value = rest if largest is result else result.value + largest.value - rest
        yield WrongEquation(first, last, result, value)
