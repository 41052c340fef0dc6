"""Numbers that a sentence says of a cost line beside its amount: 「50人への貸付けに要する経費として60,000千円」, 「補助率1/2」."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from model.basis.units import canonical
from model.claims.quantities.amounts import Money
from model.claims.quantities.counts import SHARE, Counted, numbers_counted, share_of
from model.standard.text_words import TextWords
from model.values.amount import half_width
from model.values.pattern import lazy_pattern

_NO_COUNTS: Final = frozenset(
    ("か月", "年", "日", "時間", "月", "回", "年目", "号", "条", "項", "節", "款", "目")
)
"""Of times and of what is numbered a text has many of its own; 回 is read where something is done so often."""
_COUNTED_FOR: Final = lazy_pattern(r"(?:分(?:の|を|に|で|として)?|への?|を|の|に|で)[^。はが円]{0,40}")
"""Between the number and the amount that is for so many: 「人分の貸付けに要する」."""
_AMOUNT_OF: Final = lazy_pattern(r"は、?[^、。は\d]{0,14}")
"""Between an amount and the number that it is for: 「64,800千円は、」."""
_IS_OF: Final = lazy_pattern(
    r"[^、。はが]{0,30}(?:もの|経費|費用|補助|助成|額|貸付け?|委託)(?=である|です|。|で、|を)"
)
_IN_CLAUSE: Final = lazy_pattern(r"(?:\A|[、。円)])[^、。はが円]*\Z|(?:は|には|円は)、?[^、。はが円]*\Z")
"""Before a number of a clause that is about nothing else: 「…円を計上し、延長」; not 「待機児童が」."""
_OF_SOME: Final = lazy_pattern("新た|追加|増員|減員|試行|を[^、。]{0,20}に充て")
"""Of a clause whose number is of some: 「4業務を追加し」, 「3,000冊を学校への貸出しに充てる」."""
_FAR: Final = 3  # times: a number that is further from the line's counts something else
_IS_CHANGED: Final = lazy_pattern(r"から\Z|→\Z")
_LESS: Final = ("△", "▲", "-", "−")
"""Before a number by which something went down: 「300千円×△10頭」."""
_IS_CHANGED_TO: Final = lazy_pattern(r"(?:→|から)\d")
_TO: Final = lazy_pattern(r"[にへ](?!分|関|つ)|とな[るりっ]|\)")
"""「面積を200haから180haに縮小」: the second number is this year's."""
_NOT_ALL: Final = lazy_pattern(
    r"うち|これまで|過去|実績|累計|延べ|約|程度|以上|以内|以下|未満|超|余|ほか|など|等(?![級号])(?=[^、。]{0,12}\d)|平均|ずつ|各|それぞれ|毎|当初|見込まれ|同額|\d倍"
)


class OwnNumbers(NamedTuple):
    """What the remark and the calculation of a line say of it.

    Attributes:
        counts: of each counter its one number.
        before: of a counter what its one number was: 60 of 「60頭→50頭」.
        rate: its 補助率.
    """

    counts: dict[str, Fraction]
    before: dict[str, Fraction]
    rate: Fraction | None


def own_numbers(texts: tuple[str, ...], words: TextWords) -> OwnNumbers:
    """What the texts of a line count; a counter that has several numbers is left out, and so are several rates.

    What they changed by and what they were the year before is not counted: 「120件→160件」, 「11,200人(前年度10,400人)」.
    """
    found: dict[str, list[Fraction]] = {}
    before: dict[str, list[Fraction]] = {}
    plain = [half_width(text) for text in texts]
    was = re.compile(rf"(?:{words.patterns.year_before.pattern})[はの:]*\Z")
    for text in plain:
        for counted in numbers_counted(text):
            if text[: counted.start].endswith(_LESS):
                continue
            is_before = _IS_CHANGED_TO.match(text, counted.end) or was.search(text[: counted.start])
            if is_before:
                before.setdefault(_unit(counted), []).append(counted.number)
            if not is_before and not words.patterns.way.search(text[counted.start : counted.end + 3]):
                found.setdefault(_unit(counted), []).append(counted.number)
    for unit in sorted(found, key=len, reverse=True):  # 業務選定 of 「10業務選定し」
        shorter = next((other for other in found if other != unit and unit.startswith(other)), "")
        if shorter:
            found[shorter] += found.pop(unit)
    named = rf"(?:{words.patterns.subsidy_rate.pattern})\s?:?\s?{SHARE}"
    rates = {share_of(match) for text in plain for match in re.finditer(named, text)}
    counts = {
        unit: numbers[0]
        for unit, numbers in found.items()
        if len(set(numbers)) == 1 and numbers[0] != 1 and unit not in _NO_COUNTS  # 「1台300千円」 is a price
    }
    was_one = {unit: numbers[0] for unit, numbers in before.items() if len(set(numbers)) == 1}
    return OwnNumbers(counts, was_one, rates.pop() if len(rates) == 1 else None)


class WrongNumber(NamedTuple):
    """A number as a sentence writes it, and as the line has it: 「55人」 and 「50人」."""

    written: str
    right: str


def wrong_number(
    sentence: str, name_end: int, own: OwnNumbers, amount: Money | None, words: TextWords
) -> WrongNumber | None:
    """The number that a sentence says of a line otherwise than the line itself: its 補助率, or of how many its amount is.

    The sentence is in half-width figures, names the line, up to ``name_end``, and nothing else; ``amount`` is the line's
    amount in it, without which only a number that the line had before is known by what it is now. A number that may be of a part, of another year or of why it is done is left alone.
    """
    named = rf"[のは(、]{{0,2}}(?:{words.patterns.subsidy_rate.pattern})(?:は|が|を|:)?、?\s?{SHARE}(?!以内|以下|又は|または|、\d)"
    rate = re.compile(named).match(sentence, name_end)
    if rate is not None and own.rate is not None and share_of(rate) != own.rate:
        return WrongNumber(rate.group().lstrip("のは(、"), f"{own.rate.numerator}/{own.rate.denominator}")
    if _NOT_ALL.search(sentence):
        return None
    for unit, number in own.counts.items():
        every = [one for one in numbers_counted(sentence) if _unit(one) == unit]
        said = every if len(every) == 2 else [one for one in every if one.number != 1]
        if (
            len(said) == 2
            and _IS_CHANGED.match(sentence[said[0].end : said[1].start])
            and _TO.match(sentence, said[1].end)
        ):
            was = own.before.get(unit)
            is_of_line = amount is not None or was == said[0].number
            is_told = was is not None and not words.patterns.year_before.search(sentence[: said[0].start])
            if said[1].number == number and is_told and was != said[0].number:
                return WrongNumber(sentence[said[0].start : said[0].end], f"{_plain(own.before[unit])}{unit}")
            if said[1].number != number and is_of_line:
                return WrongNumber(sentence[said[1].start : said[1].end], f"{_plain(number)}{unit}")
            continue
        if amount is None or len(said) != 1 or said[0].number == number:
            continue
        before_name = sentence[said[0].end : name_end].replace("として、", "")
        behind = re.split("[、。]", sentence[said[0].end :])[0]
        is_of_another = (said[0].start < name_end and "、" in before_name) or _OF_SOME.search(behind)
        is_alike = number < said[0].number * _FAR and said[0].number < number * _FAR
        if (not is_of_another and _is_of_amount(sentence, said[0], amount, words)) or (
            is_alike and _is_alone(sentence, name_end, said[0])
        ):
            return WrongNumber(sentence[said[0].start : said[0].end], f"{_plain(number)}{unit}")
    return None


def _is_of_amount(sentence: str, counted: Counted, amount: Money, words: TextWords) -> bool:
    """Whether a number stands before an amount as what it is for, or behind it as what it pays for."""
    if counted.end <= amount.start:
        parts = "分" if counted.counter.endswith("分") else ""
        between = f"{parts}{sentence[counted.end : amount.start]}"
        return _COUNTED_FOR.fullmatch(between) is not None and not words.patterns.reason.search(between)
    between = sentence[amount.end : counted.start]
    return _AMOUNT_OF.fullmatch(between) is not None and _IS_OF.match(sentence, counted.end) is not None


def _is_alone(sentence: str, name_end: int, counted: Counted) -> bool:
    """Whether the clause of a number speaks of nothing else than what is named before it, and of all of it."""
    clause = sentence[max(name_end, sentence.rfind("、", 0, counted.start) + 1) : counted.start]
    behind = re.split("[、。]", sentence[counted.end :])[0]
    return (
        counted.start > name_end
        and _IN_CLAUSE.search(clause) is not None
        and not _OF_SOME.search(clause + behind)
    )


def _plain(number: Fraction) -> str:
    return f"{Decimal(number.numerator) / number.denominator:,}"


def _unit(counted: Counted) -> str:
    """What a number counts, in its one form: 人 of 「50人分」."""
    return canonical(counted.counter) or counted.counter
