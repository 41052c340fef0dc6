"""A sentence with one sign in the place of each quantity, so that a pattern can read how its words connect them.

「委託料18,500千円、工事費21,500千円、計40,000千円」 is 「委託料M、工事費M、計M」, where M is the sign of an amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from operator import mul
from typing import Final, NamedTuple

from model.claims.quantities.amounts import Money
from model.claims.quantities.counts import SHARE, numbers_counted, share_of
from model.claims.quantities.quantities import bare_numbers, quantities_in
from model.values.fiscal_year import ERA_YEAR, TO, parse_period
from model.values.pattern import lazy_pattern

# Letters for private use: no text has them.
AMOUNT: Final = "\ue000"
PEOPLE: Final = "\ue001"
PERCENT: Final = "\ue002"
TIMES: Final = "\ue003"
FRACTION: Final = "\ue004"
NUMBER: Final = "\ue005"
"""The number of a count, 「12,000」 of 「12,000冊」: what it counts stays in the sentence."""
PADDING: Final = "\ue00f"
"""What stands for nothing, so that words that are left out leave the rest in its place."""
SIGNS: Final = AMOUNT + PEOPLE + PERCENT + TIMES + FRACTION + NUMBER

_CLAUSE_END: Final = lazy_pattern(rf"[。、{AMOUNT}{PEOPLE}{PERCENT}{TIMES}{FRACTION}]")
_SIGN: Final = lazy_pattern(f"[{SIGNS}]")
_KINDS: Final[Mapping[str, str]] = {"money": AMOUNT, "people": PEOPLE, "percent": PERCENT, "times": TIMES}
_FRACTION: Final = lazy_pattern(rf"(?<![\d,.]){SHARE}(?![\d/])|半分|半額")
_NO_COUNT: Final = lazy_pattern(r"月(?!分)|号|時|割|分の|人役|千|億|万")
"""Behind a number that counts nothing: 「3月」."""
_NO_SUM: Final = lazy_pattern(rf"年|日|か月|[ヶカヵ箇ケ]月|目|期|歳|条|項|度|{_NO_COUNT.pattern}")
"""Behind a number that is not added up to another: 「令和2年」, 「3期」."""
_CHANGED: Final = lazy_pattern(r"(?<=.)[増減].*")
"""「2名増」 counts 名."""
_DATE: Final = lazy_pattern(rf"{ERA_YEAR}|(?:{ERA_YEAR}年|\d月)\d{{1,2}}[月日]?")
_YEARS: Final = lazy_pattern(
    rf"(?P<period>{ERA_YEAR}(?:年度|年)?\s?{TO}\s?{ERA_YEAR}(?:年度|年)?)(?=(?:まで)?[のは、が]{{0,2}}(?:各|毎)年度)"
)


class Term(NamedTuple):
    """A quantity of a sentence.

    Attributes:
        start: where it begins in the sentence.
        end: where it ends, with its unit; of a count without what it counts.
        kind: the sign that stands in its place.
        value: how much, an amount in 千円.
        step: the smallest difference that its notation tells.
        money: the amount, where it is one.
        counter: what stands behind a number: 「冊」.
    """

    start: int
    end: int
    kind: str
    value: Fraction
    step: Fraction
    money: Money | None = None
    counter: str = ""

    def says(self, value: Fraction) -> bool:
        """Whether it is this value, as exactly as it is written: a rate or a number of times rounded or cut off."""
        if self.kind in (AMOUNT, PEOPLE, NUMBER):
            return abs(abs(value) - abs(self.value)) < self.step
        off = abs(value) - abs(self.value)
        return abs(off) * 2 <= self.step or 0 <= off < self.step

    def comes_to(self, value: Fraction) -> bool:
        """Whether it is this value as exactly as it is written, or as prose rounds an amount."""
        return self.says(value) or (self.money is not None and self.money.is_of(round(value)))

    def is_made_of(self, values: Sequence[Fraction], least: int = 2) -> bool:
        """Whether some values, no fewer than ``least``, come to it, added up or taken off."""
        return any(
            sum(map(abs, signs)) >= least and self.says(sum(map(mul, signs, values), Fraction(0)))
            for signs in product((1, 0, -1), repeat=len(values))
        )


class WrongEquation(NamedTuple):
    """Quantities of a sentence, from the first to the last, of which one is not what the others come to, and what they do.

    ``way`` is 1 or -1 where they come to an increase or a decrease.
    """

    first: Term
    last: Term
    result: Term
    value: Fraction
    way: int = 0


class MarkedSentence:
    """The quantities of a sentence in its order, and its words with a sign in the place of each.

    The numbers of one counter (箇所) may be taken as what is added up, as people are.
    """

    def __init__(self, sentence: str, counter: str = "") -> None:
        self.sentence = _SIGN.sub(" ", sentence).replace("⇒", "→")
        found: list[Term] = []
        for term in sorted(_terms(self.sentence), key=lambda one: (one.start, -one.end)):
            if not found or found[-1].end <= term.start:
                is_counted = counter and term.kind == NUMBER and term.counter.startswith(counter)
                found.append(_added_up(term, counter) if is_counted else term)
        self.terms = tuple(found)
        pieces, end = [], 0
        for term in found:
            pieces += [self.sentence[end : term.start], term.kind]
            end = term.end
        self.text = "".join((*pieces, self.sentence[end:])).replace(PADDING, "")
        self._at = [match.start() for match in _SIGN.finditer(self.text)]

    def within(self, match: re.Match[str]) -> list[Term]:
        """The quantities of a match in the marked words."""
        return [
            term for at, term in zip(self._at, self.terms, strict=True) if match.start() <= at < match.end()
        ]

    def between(self, one: Term, other: Term) -> str:
        """The marked words between two quantities."""
        first, last = (self._at[self.terms.index(term)] for term in (one, other))
        return self.text[first + 1 : last]

    def before(self, term: Term) -> str:
        """The marked words before a quantity."""
        return self.text[: self._at[self.terms.index(term)]]

    def behind(self, term: Term) -> str:
        """The marked words behind a quantity."""
        return self.text[self._at[self.terms.index(term)] + 1 :]

    def label(self, term: Term) -> str:
        """The words of its clause before a quantity."""
        return _CLAUSE_END.split(self.before(term))[-1]

    def of_kind(self, kind: str) -> list[Term]:
        """The quantities of one kind."""
        return [term for term in self.terms if term.kind == kind]


def counters_of_several(sentence: str) -> list[str]:
    """What at least three numbers of a sentence count: 箇所 of 「72箇所、42箇所の計114箇所」."""
    counted = [one.counter for one in numbers_counted(sentence) if not _NO_SUM.match(one.counter)]
    return [
        counter
        for counter in dict.fromkeys(counted)
        if sum(other.startswith(counter) for other in counted) > 2
        and not any(counter != other and counter.startswith(other) for other in counted)
    ]


def _added_up(term: Term, counter: str) -> Term:
    """The number of a count as what is added up, with what it counts."""
    return term._replace(end=term.end + len(counter), kind=PEOPLE, counter=counter)


def _terms(sentence: str) -> Iterator[Term]:
    quantities = quantities_in(sentence)
    for one in quantities:
        yield Term(one.start, one.end, _KINDS[one.kind], one.value, one.step, one.money)
    for match in _FRACTION.finditer(sentence):
        if (value := share_of(match)) is not None:
            yield Term(match.start(), match.end(), FRACTION, value, Fraction(0))
    for match in _YEARS.finditer(sentence):
        period = parse_period(match["period"])
        if period is not None and period.first.year < period.last.year:
            years = Fraction(period.last.year - period.first.year + 1)
            yield Term(match.start(), match.end(), NUMBER, years, Fraction(1), counter="年")
    taken = {one.start for one in quantities}  # 「監理 38,850 計 40,000」 counts no 計
    dates = [range(match.start(), match.end()) for match in _DATE.finditer(sentence)]
    for counted in numbers_counted(sentence):
        if counted.start in taken or _NO_COUNT.match(counted.counter):
            continue
        if not any(counted.start in date for date in dates):
            end = sentence.index(counted.counter, counted.start)
            counter = _CHANGED.sub("", counted.counter)
            yield Term(counted.start, end, NUMBER, counted.number, Fraction(1), counter=counter)
    for bare in bare_numbers(sentence, quantities):
        yield Term(bare.start, bare.end, NUMBER, Fraction(bare.number), Fraction(1), counter=bare.unit)
