"""The relations that a sentence states between its own quantities, in any words: how many times, which share, how much more, made up of what.

「要求額4,500千円は、前年度予算額3,000千円の1.5倍に当たる」, 「164,000千円で、昨年度の120,000千円から44,000千円の増」, 「4,800千円で、内訳はA3,300千円、B1,500千円」.
A relation is in order where any of the quantities give it. It is wrong where its operands all stand in the sentence, as the
words between them tell, and none do.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations
from typing import Final

from model.claims.equations.marked_sentences import (
    AMOUNT,
    FRACTION,
    NUMBER,
    PEOPLE,
    PERCENT,
    SIGNS,
    TIMES,
    MarkedSentence,
    Term,
    WrongEquation,
)
from model.claims.quantities.typing_errors import telling_error
from model.standard.text_words import TextWords
from model.values.fiscal_year import ERA_YEAR
from model.values.pattern import lazy_pattern

_MOST: Final = 5  # quantities of a sentence that are tried in every way
_NOTE: Final = rf"(?:\([^(){SIGNS}]{{0,20}}\))?"
_OF_IT: Final = lazy_pattern(
    rf"{_NOTE}(?:の(?:うち)?|に対する|に対し(?:て)?|[にと]比べ(?:て|ると)?|[とに]比較(?:して|すると)|を|より|から)、?"
)
"""Right between what a ratio is taken of and the ratio: 「3,150千円の23.7倍」."""
_IS: Final = lazy_pattern(
    r"\s?(?:[)、。]|\Z|に(?:当た|あた|相当|拡|増|膨|引|達|上[りる]|のぼ|な[りるっ]|等し|とどま|及|も)|と(?:な|す|し|大)|で(?:あ|す|し|、)|だ|を(?:占|賄|要)"
    r"|の(?:規模|水準|額|伸|割合|大))"
)
"""Right behind a ratio where the sentence says nothing but that it is so."""
_RESULT: Final = lazy_pattern(
    rf"(?:に(?:当たる|あたる|相当する|上る|のぼる|達する)|相当(?:額)?の?|となる|[のはが、])+(?:もの|額)?(?:であ[りる]|として|で|は)?、?{AMOUNT}"
)
"""Behind a ratio where what it comes to follows: 「2分の1に当たる額として、642,300千円」."""
_NAMED: Final = lazy_pattern(
    r"(?P<name>[一-鿿ァ-ヺー]{2,12})(?:の(?:うち)?|に対する|に占める割合(?:は|が))、?\Z"
)
_OF_OTHER: Final = lazy_pattern(r"[一-鿿]に(?:占める|対する)|[一-鿿]の(?<!全体の)(?<!年度の)(?<!年の)\Z")
"""What says that a ratio is taken of something whose amount is not stated: 「要望額に占める割合は」."""
_ENDS: Final = ("", "は", "が", "の", "で", "は、")
_SHARE: Final = lazy_pattern("うち|割合は|占め|比率|構成比")
_FROM: Final = lazy_pattern(r"\A(?:を(?![一-鿿]{1,2}[ぁ-ん]{0,2}、)|から|より|に対し|[にと]比べ|だった)")
"""Words right behind the first of two quantities that are compared: 「120,000千円から」; 「650万円を見込み、」 compares nothing."""
_SINCE: Final = lazy_pattern(
    r"(?:から|より|を|比|に対し(?:て)?|[にと]比べ(?:て)?|[とに]比較して|対[^、]{2,8})、?\Z"
)
_CHANGE: Final = lazy_pattern(
    r"(?:差額?|増減|増[加減]?額|減少?額|[増減][加少額]?幅)(?:は|が|で|の)?[、:\s]?\Z"
)
_OPEN: Final = lazy_pattern(
    rf"ほか|など|(?<!その)他|(?<=[{SIGNS}])等|(?<![一-鿿])約|程度|余|ずつ|主[なに]|うち|一部|延べ|全体|単価"
)
_MOVED: Final = lazy_pattern("[をの]?(?:(?P<up>追加|引き?上げ)|減じ|引き?下げ|削減)")
"""Behind a change, besides the words of a direction."""
_OF_CHANGE: Final = lazy_pattern(r"\Aを(?![上下]回)")
"""Between a change and its direction: 「6,000千円を減額」; 「21,000千円を下回る」 compares with the amount."""
_REASON: Final = lazy_pattern(
    rf"[はが]?、?[^。はが{SIGNS}]{{0,40}}(?:によ[るり]|に伴[いう]|ため|から|ので|こと[でか]ら?|し)、?\Z"
)
_COUNT: Final = lazy_pattern(rf"{NUMBER}[一-鿿ァ-ヺー]{{1,4}}")
_YEAR: Final = lazy_pattern(rf"{ERA_YEAR}年?度?")
_PLAIN: Final = lazy_pattern(
    rf"当初|{_YEAR.pattern}|率に?(?:して|で)|差し?引き?|(?:補正|査定)後|執行見込額|見込|幅|割合|比率|構成比|倍率|[()]|(?<![一-鿿])[一-鿿](?=[りしえけせれめべきいみ])"
)
"""Besides the words of a sheet what names nothing else between two quantities."""
_TAKEN_OFF: Final = lazy_pattern(
    rf"[{AMOUNT}{PEOPLE}]から、?[^、。{SIGNS}]{{0,12}}[{AMOUNT}{PEOPLE}][^。]{{0,40}}を(?:除|差し?引|控除)"
)
_WORKED: Final = lazy_pattern(
    r"[計+]|総|合わせ|加え|足|追加|上乗せ|積み増|増額|除|引|残|削減|減|不足|内訳|財源|から[成な]|によ|月から|半期"
)
"""What tells that some amounts of a sentence make up another."""
_PART: Final = lazy_pattern("(?:この|その)?うち")
_REST: Final = lazy_pattern(rf"(?:残|除|不足|差し?引)[^{SIGNS}]{{0,24}}[{AMOUNT}{PEOPLE}]")
"""Of a sentence that says what is left, what is 「うち」 is all that is taken off."""
_SIGNS: Final = "+△▲-−"


def wrong_relations(marked: MarkedSentence, words: TextWords) -> Iterator[WrongEquation]:
    """Yield each relation that a sentence states of its own quantities and that none of them give."""
    for kind in (AMOUNT, PEOPLE):
        operands = marked.of_kind(kind)
        if 1 < len(operands) <= _MOST:
            for ratio in marked.terms:
                if ratio.kind in (TIMES, PERCENT, FRACTION):
                    yield from _wrong_ratio(marked, ratio, operands, words)
        if len(operands) == 3 and not _OPEN.search(marked.text):
            yield from _wrong_difference(marked, operands, words)


def wrong_sums(marked: MarkedSentence, words: TextWords) -> Iterator[WrongEquation]:
    """Yield one of the quantities of a sentence of which the largest is the sum of all others but for a slip of the hand, and no other sum is right.

    What is left of an amount from which others are taken off needs no slip.
    """
    text = _PART.sub("", marked.text) if _REST.search(marked.text) else marked.text
    operands = marked.of_kind(marked.terms[0].kind)
    if not 2 < len(operands) == len(marked.terms) <= _MOST or _OPEN.search(text) or not _WORKED.search(text):
        return
    if operands[0].kind not in (AMOUNT, PEOPLE) or any(_is_moved(marked, one, words) for one in operands):
        return
    largest = max(operands, key=lambda term: abs(term.value))
    off = 2 * abs(largest.value) - sum((abs(term.value) for term in operands), Fraction(0))
    values = {one: abs(one.value) + (-off if one is largest else off) for one in operands}
    wrong = [one for one in reversed(operands) if telling_error(values[one], abs(one.value))]
    if not wrong and largest is operands[0] and _TAKEN_OFF.search(text):
        wrong = [operands[-1]]
    if off and wrong and values[wrong[0]] > 0 and not any(_closes(one, operands) for one in operands):
        yield WrongEquation(operands[0], operands[-1], wrong[0], values[wrong[0]])


def _wrong_ratio(
    marked: MarkedSentence, ratio: Term, operands: Sequence[Term], words: TextWords
) -> Iterator[WrongEquation]:
    """Yield a rate, share or number of times that two quantities beside it do not have, or an amount that the rate of another does not give."""
    before, behind = ([one for one in operands if (one < ratio) is is_before] for is_before in (True, False))
    text = marked.behind(ratio)
    if not before:
        return
    gap = marked.between(before[-1], ratio)
    is_rough = words.patterns.about.search(gap) is not None
    gap = words.patterns.about.sub("", gap)
    if (is_rough and ratio.kind != TIMES) or words.patterns.inexact.match(text):
        return
    base = before[-1] if _OF_IT.fullmatch(gap) else _named_base(marked, before, gap)
    if base is not None and ratio.kind != TIMES and behind and _RESULT.match(text):
        plain = base.value * ratio.value / (1 if ratio.kind == FRACTION else 100)
        if not behind[0].comes_to(plain) and not _is_rounded(ratio, base, behind[0], plain):
            yield WrongEquation(base, behind[0], behind[0], plain)
        return
    way = words.patterns.way_of_change.match(text)
    is_change = ratio.kind == PERCENT and (way or words.patterns.rate_label.search(gap)) is not None
    if not way and not _IS.match(text):
        return
    pair = None
    others = [one for one in before if one is not base] or behind[:1]
    if base is not None and len(others) == 1:
        pair = others[0].value, base.value
    elif base is None and len(before) == 2 and _is_link(gap, words) and not _OF_OTHER.search(gap):
        pair = _implied(marked, before, words, is_change=is_change)
    if pair is None or not pair[1] or ratio.kind == FRACTION:
        return
    value = abs(abs(pair[0] / pair[1]) - is_change)
    shown = value if ratio.kind == TIMES else value * 100
    every = (pair,) if base is None and is_change else permutations([one.value for one in operands], 2)
    gives = _is_near if is_rough else _gives
    if not any(gives(ratio, *pair) for pair in every):
        rounded = math.floor(shown / ratio.step + Fraction(1, 2)) * ratio.step
        first, last = min(*before, *others[:1]), max(ratio, *others[:1])
        yield WrongEquation(first, last, ratio, rounded if rounded != abs(ratio.value) else shown)


def _named_base(marked: MarkedSentence, before: Sequence[Term], gap: str) -> Term | None:
    """The quantity whose name stands right before a ratio, as what it is taken of."""
    match = _NAMED.search(gap)
    ends = tuple(f"{match['name']}{end}" for end in _ENDS) if match else ()
    return next((one for one in before if ends and marked.before(one).endswith(ends)), None)


def _implied(
    marked: MarkedSentence, before: Sequence[Term], words: TextWords, *, is_change: bool
) -> tuple[Fraction, Fraction] | None:
    """What a ratio behind two quantities is of, and what it is taken of; None where the words do not tell."""
    one, other = before
    stood = [_is_before(marked, term, words) for term in before]
    if stood[1] and _SINCE.search(marked.label(other)):  # 「102,800千円で、前年度に比べ17,620千円、」
        moved = -abs(other.value) if words.patterns.says_fall(marked.behind(other)) else abs(other.value)
        return (one.value, one.value - moved) if is_change else None
    if not is_change and _SHARE.search(marked.text):
        return min(one.value, other.value), max(one.value, other.value)
    if stood == [False, True]:
        return one.value, other.value
    return (other.value, one.value) if stood[0] or _FROM.match(marked.behind(one)) else None


def _gives(ratio: Term, value: Fraction, base: Fraction) -> bool:
    """Whether a ratio is that of two quantities, or of how far they are apart."""
    if not base:
        return False
    share = abs(value / base)
    if ratio.kind == TIMES:  # 「3倍」 of 3.3 is none
        return ratio._replace(step=ratio.step / 4 if ratio.step == 1 else ratio.step).says(share)
    return ratio.says(share * 100) or ratio.says((share - 1) * 100)


def _is_near(ratio: Term, value: Fraction, base: Fraction) -> bool:
    """Whether a rounded number of times is within its last digit, or a twentieth, of that of two quantities: 「約10倍」 is not 12."""
    share = abs(value / base) if base else Fraction(0)
    most = max(ratio.step, abs(ratio.value) / 20)
    return any(abs(one - abs(ratio.value)) <= most for one in (share, share - 1))


def _is_rounded(ratio: Term, base: Term, result: Term, value: Fraction) -> bool:
    """Whether a share is that of two amounts as it is written, and no slip of the hand is seen in them."""
    if ratio.kind != PERCENT or not _gives(ratio, result.value, base.value):
        return False
    return value.denominator != 1 or not telling_error(value, result.value)


def _is_before(marked: MarkedSentence, term: Term, words: TextWords) -> bool:
    """Whether the clause before a quantity says that it is of the year before, or of the budget as it stands."""
    label = marked.label(term)
    is_named = words.patterns.year_before.search(label) or words.patterns.standing.search(label)
    return is_named is not None or "当初" in label


def _is_link(gap: str, words: TextWords) -> bool:
    """Whether words between two quantities name nothing else."""
    plain = _REASON.sub("", gap)
    for pattern in (words.patterns.year_before, words.patterns.standing, words.patterns.year_own, _PLAIN):
        plain = pattern.sub("", plain)
    return words.patterns.is_sheet_filler(plain)


def _wrong_difference(
    marked: MarkedSentence, operands: Sequence[Term], words: TextWords
) -> Iterator[WrongEquation]:
    """Yield the wrong one of three quantities where one is called the difference of the other two and is not."""
    ways = {one: way for one in operands if (way := _way_of(marked, one, words)) is not None}
    if len(ways) != 1:
        return
    ((change, way),) = ways.items()
    one, other = (term for term in operands if term is not change)
    first, second, third = operands
    gaps = [marked.between(first, second), marked.between(second, third)]
    if change.counter:  # 「45河川78箇所で、前年度の40河川70箇所から」
        gaps = [_COUNT.sub("", gap) for gap in gaps]
    is_link = [_is_link(gap, words) for gap in gaps]
    if not all(link or "は" not in gap for link, gap in zip(is_link, gaps, strict=True)):
        return
    is_from = _FROM.match(marked.behind(one)) is not None
    stood = [_is_before(marked, term, words) for term in (one, other)]
    if stood == [False, True]:
        one, other = other, one
    is_since = is_from or any(stood) or all(_YEAR.search(marked.label(term)) for term in (one, other))
    rise = other.value - one.value
    turned = 1 if rise > 0 else -1
    moved = abs(change.value) * (way or turned)
    if change.says(rise) and (not is_since or moved * rise >= 0):
        return
    values = {change: abs(rise), other: one.value + moved, one: other.value - moved}
    slips = [term for term in (third, change, one) if telling_error(values[term], abs(term.value))]
    if (is_since and all(is_link)) or (slips and len(marked.terms) == len(operands)):
        if change.value and values[change] != abs(change.value):
            result = third if change is third or not slips else slips[0]
            yield WrongEquation(first, third, result, values[result])
        else:  # the amount is right, and the direction is not
            yield WrongEquation(first, third, change, values[change], turned)


def _is_moved(marked: MarkedSentence, term: Term, words: TextWords) -> bool:
    """Whether a quantity is a change, or of the year before."""
    is_change = _way_of(marked, term, words) is not None
    return is_change or words.patterns.year_before.search(marked.label(term)) is not None


def _way_of(marked: MarkedSentence, term: Term, words: TextWords) -> int | None:
    """The direction that a quantity changes in, 0 of a difference; None where nothing says that it is a change."""
    text = marked.behind(term)
    if moved := _MOVED.match(text):
        return 1 if moved["up"] else -1
    way = words.patterns.way_of_change.match(_OF_CHANGE.sub("", text)) or words.patterns.way_to_result.match(
        text
    )
    if way:
        word = words.patterns.way.search(way.group())
        return words.patterns.direction_of(word.group()) if word else 0
    is_signed = marked.sentence[term.start] in _SIGNS
    return 0 if is_signed or _CHANGE.search(marked.before(term)) else None


def _closes(whole: Term, operands: Sequence[Term]) -> bool:
    """Whether some of the other quantities, added up or taken off, come to one."""
    others = [abs(one.value) for one in operands if one is not whole]
    return len(others) <= _MOST and whole.is_made_of(others)
