"""Products that a sentence says in words: 「1冊当たり2,200円で12,000冊を見込み、計26,400千円」, 「月額800千円の12か月分、年間9,600千円」."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import combinations
from math import prod
from typing import Final

from model.claims.equations.marked_sentences import (
    AMOUNT,
    FRACTION,
    NUMBER,
    PERCENT,
    SIGNS,
    MarkedSentence,
    Term,
    WrongEquation,
)
from model.claims.quantities.typing_errors import typing_error
from model.values.pattern import lazy_pattern

_COUNTER: Final = r"[かヶ]?(?!千|百|万|億|割|年度|人役)[a-zA-Z一-鿿ァ-ヺー㎡0-9]{1,4}?"
_PRICE: Final = lazy_pattern(
    rf"{NUMBER}\s?(?P<counter>{_COUNTER})(?:当たり|あたり|につき|の単価は?)?(?:の?(?:単価|費用|経費|額))?[、はを]?(?:年額?|月額?|日額)?{AMOUNT}"
    rf"|(?:単価(?:は|を)?|@){AMOUNT}|(?P<each>月額|毎月|月々|年額|毎年度?|各年度|日額){AMOUNT}"
    rf"|{AMOUNT}(?:の|で|が|を|、)(?=[^。、{SIGNS}]{{0,12}}{NUMBER}[^。、{SIGNS}]{{1,6}}分)|{AMOUNT}に(?=[^。、{SIGNS}]{{0,12}}{NUMBER}[^。、{SIGNS}]{{1,6}}を(?:乗じ|掛け|かけ))"
)
"""The price of one with what stands before it: 「1ha当たり2,200円」, 「月額800千円」, 「75千円の92件分」."""
_COUNTERS: Final[Mapping[str, tuple[str, ...]]] = {
    "月": ("か月", "ヶ月", "カ月", "ヵ月", "箇月", "月"),
    "年": ("年", "か年", "ヵ年", "カ年", "ヶ年"),
    "日": ("日",),
}
"""How often a price of each month, year or day (月額, 毎年, 日額) is counted."""
_TOTAL: Final = lazy_pattern(
    r"(?:計|合計|総額|全体|全部|年間|所要額|経費|費用|合わせて)(?:額)?(?:は|で|として|の|が)?、?\Z|分(?:として|で|の)?、?\Z|\A(?:として|で)、?\Z"
    r"|を(?:乗じ|掛け|かけ)(?:る|た|て)?(?:得た|と)?(?:額|金額)?(?:は|が|の|である)?、?\Z"
)
"""Right before the result."""
_COUNTED_ALONE: Final = lazy_pattern(
    rf"{NUMBER}[^{SIGNS}、。は]{{1,24}}(?:(?:もの|こと)とし(?:て)?|[をと]見込み|[をと]見込んで)、?\Z|{NUMBER}[^{SIGNS}、。は]{{1,4}}とし(?:て)?、\Z|{NUMBER}[^{SIGNS}、。は]{{1,4}}で\Z"
)
"""The number and what is done with so many, and nothing else: 「180haを実施するものとして」."""
_OPEN: Final = lazy_pattern(
    rf"ほか|など|[{SIGNS}][^、。{SIGNS}]{{0,4}}等|約|およそ|程度|余|前後|以上|超|平均(?!単価)|のうち|一部|差し?引|減額|増額|[×=+]"
)
"""Of a sentence with one of these the result may be another."""
_OF_A_YEAR: Final = lazy_pattern("年間|年額|通年|1年分|年分")
"""What tells that a price of each month is paid twelve times: 「1か所につき月額100千円、年間で7,200千円」."""
_LIMIT: Final = lazy_pattern(
    rf"上限|以内|以下|限度(?!額[はを]?、?(?:年額|月額|毎年度?|各年度|{AMOUNT}[はをが]))"
)
"""A limit of the price; 「債務負担行為の限度額は、年額49,500千円の3年分として」 says what the limit comes to."""
_FACTOR: Final = lazy_pattern(
    rf"{AMOUNT}(?:\([^(){SIGNS}]{{0,10}}\))?に、?[^、。\d{SIGNS}]{{0,12}}(?P<factor>\d\.\d{{1,3}})を、?(?:乗じ|掛け|かけ)[^、。{SIGNS}]{{0,12}}、?[^、。{SIGNS}]{{0,12}}{AMOUNT}"
)
"""「37,000千円に消費税分の1.05を乗じた38,850千円」."""
_MOST: Final = 4  # numbers of a sentence that are tried as factors
_DIGITS: Final = 1_000  # a price that is no average has fewer digits, or ends in noughts


def wrong_products_in_words(marked: MarkedSentence, rates: tuple[Fraction, ...]) -> Iterator[WrongEquation]:
    """Yield the result of a price of one and a number of them that they do not come to: 「1基当たり2,100千円、44基で94,200千円」.

    Any of the numbers of the sentence may be factors, and so may its rates, parts and tax. A price that is a limit says only what the
    result cannot be above.
    """
    amounts = marked.of_kind(AMOUNT)
    if len(amounts) != 2 or _OPEN.search(marked.text):
        return
    if factor := _FACTOR.search(marked.text):
        price, result = amounts
        plain = price.value * Fraction(factor["factor"])
        if not result.comes_to(plain):
            yield WrongEquation(price, result, result, plain)
        return
    prices = ((match, marked.within(match)) for match in _PRICE.finditer(marked.text))
    found = next(((match, terms) for match, terms in prices if len(terms) == 1 or terms[0].value == 1), None)
    if found is None:
        return
    match, (*ones, price) = found
    numbers = [number for number in marked.of_kind(NUMBER) if number not in ones]
    (result,) = (amount for amount in amounts if amount is not price)
    own = next(
        (counters for span, counters in _COUNTERS.items() if span in (match["each"] or "")),
        (match["counter"] or "",),
    )
    known = [number for number in numbers if number.counter.startswith(own)]  # 12か月分 too
    if len(known) != 1 or len(numbers) > _MOST:
        return
    between = marked.between(price if price.start < result.start else known[0], result)
    parts = [term.value for term in marked.of_kind(FRACTION)] + [
        term.value / 100 for term in marked.of_kind(PERCENT)
    ]
    taxes = [1 + part for part in parts] or [1 + rate for rate in rates]
    if "月" in match.group() and not any(number.counter.startswith(_COUNTERS["月"]) for number in numbers):
        if not _OF_A_YEAR.search(marked.text):
            return  # of how many months is not said
        price = price._replace(value=price.value * 12)
    values = [
        prod((number.value for number in some), start=price.value)
        for count in range(1, len(numbers) + 1)
        for some in combinations(numbers, count)
    ]
    plain = price.value * known[0].value * (taxes[0] if parts and "税" in marked.text else Fraction(1))
    is_limit = _LIMIT.search(marked.text) is not None
    if (is_limit and result.value < max(values)) or any(
        result.comes_to(value)
        or any(result.says(value * part) for part in (*parts, *taxes))
        or _is_average(price, value, result)
        for value in values
    ):
        return
    if _TOTAL.search(between) or _COUNTED_ALONE.search(between) or typing_error(round(plain), result.value):
        first, *_, last = sorted((price, known[0], result))
        yield WrongEquation(first, last, result, plain)


def _is_average(price: Term, value: Fraction, result: Term) -> bool:
    """Whether a price is what one of so many comes to, rounded: 「1人当たり2,406千円、41人で98,640千円」."""
    written = price.value / price.step
    is_worked_out = written >= _DIGITS and written % 10 != 0
    return is_worked_out and abs(value - result.value) * price.value * 2 <= price.step * value
