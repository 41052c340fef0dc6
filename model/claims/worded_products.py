"""Products that a sentence says in words: 「1冊当たり2,200円で12,000冊を見込み、計26,400千円」, 「月額800千円の12か月分、年間9,600千円」."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import combinations
from math import prod
from typing import Final

from model.claims.amounts import Money, money_in
from model.claims.counts import numbers_counted
from model.claims.paragraphs import sentences
from model.claims.worked_out import WrongResult
from model.standard.text_words import TextWords
from model.values.pattern import lazy_pattern

_COUNTER: Final = r"(?!千|百|万|億|割|年度|人役)[a-zA-Z一-鿿ァ-ヺー㎡]{1,4}?"
_PRICE: Final = lazy_pattern(
    rf"1\s?(?P<counter>{_COUNTER})(?:当たり|あたり|につき|の単価は?)(?:の?(?:単価|費用|経費|額))?[、はを]?(?:年額|月額|日額)?(?=\d)|(?:平均|予定|見込)?単価(?:は|を)?(?=\d)|(?P<each>月額|毎月|月々|年額|毎年|日額)(?=\d)"
)
"""What stands before the price of one: 「1ha当たり」, 「月額」."""
_COUNTERS: Final[Mapping[str, tuple[str, ...]]] = {
    "月": ("か月", "ヶ月", "カ月", "ヵ月", "箇月", "月"),
    "年": ("年", "か年", "ヵ年", "カ年", "ヶ年"),
    "日": ("日",),
}
"""How often a price of each month, year or day (月額, 毎年, 日額) is counted."""
_TOTAL: Final = lazy_pattern(
    r"(?:計|合計|総額|全体|全部|年間|所要額|経費|費用|合わせて)(?:額)?(?:は|で|として|の|が)?、?\Z|分(?:として|で|の)?、?\Z"
)
"""Right before the result."""
_COUNTED_ALONE: Final = lazy_pattern(
    r"\d[^\d、。は]{1,24}(?:(?:もの|こと)とし(?:て)?|[をと]見込み|[をと]見込んで)、?\Z"
)
"""The number and what is done with so many, and nothing else: 「180haを実施するものとして」."""
_OPEN: Final = lazy_pattern(
    r"ほか|など|等(?![級号])|約|およそ|程度|余|前後|以内|以下|以上|上限|超|平均(?!単価)|のうち|一部|差し?引|減額|増額|[%×=+]|分の\d|税"
)
"""Of a sentence with one of these the result may be another."""
_MOST: Final = 4  # numbers of a sentence that are tried as factors


def wrong_worded_products(
    paragraph: str, words: TextWords, rates: tuple[Fraction, ...]
) -> tuple[WrongResult, ...]:
    """The sentences of a paragraph that give a price, one number that it is multiplied by, and another result."""
    return tuple(_wrong(paragraph, words, rates)) if "円" in paragraph else ()


def _wrong(paragraph: str, words: TextWords, rates: tuple[Fraction, ...]) -> Iterator[WrongResult]:
    for _, sentence in sentences(paragraph):
        price = _PRICE.search(sentence)
        moneys = money_in(sentence) if price else ()
        if price is None or len(moneys) != 2 or moneys[0].start != price.end():
            continue
        if _OPEN.search(sentence) or words.subsidy_rate.search(sentence):
            continue
        first, result = moneys
        between = sentence[first.end : result.start]
        factors = [
            (counted.number, counted.counter)
            for text in (sentence[: price.start()], between)
            for counted in numbers_counted(text)
        ]
        own = next(
            (counters for span, counters in _COUNTERS.items() if span in (price["each"] or "")),
            (price["counter"] or "",),
        )
        known = [number for number, counter in factors if counter.startswith(own)]  # 12か月分 too
        if (
            len(known) != 1
            or len(factors) > _MOST
            or not (_TOTAL.search(between) or _COUNTED_ALONE.search(between))
        ):
            continue
        if not _comes_to(first.value, [number for number, _ in factors], result, rates):
            yield WrongResult(sentence[price.start() : result.end], first.value * known[0])


def _comes_to(price: Fraction, numbers: list[Fraction], result: Money, rates: tuple[Fraction, ...]) -> bool:
    """Whether a price times some of the numbers is the result, with or without tax."""
    values = [
        price * prod(some) for count in range(1, len(numbers) + 1) for some in combinations(numbers, count)
    ]
    return any(result.is_of(round(value)) for value in values) or any(
        abs(value * (1 + rate) - result.value) < result.step for value in values for rate in rates
    )
