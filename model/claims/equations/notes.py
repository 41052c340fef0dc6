"""What a note of a list says of its own quantities by how they stand, where that is not so: changes, rates, sums, parts, unit prices.

「15,600 → 14,400千円(▲2,200)」, 「現計 6.0 + 補正 3.0 → 計 8.0人」, 「900千円(うち謝金 600、旅費 400)」, 「60,000千円(@1,200千円×60人)」.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate, combinations, pairwise, permutations
from math import prod
from typing import Final

from model.claims.equations.marked_sentences import (
    AMOUNT,
    FRACTION,
    NUMBER,
    PERCENT,
    SIGNS,
    TIMES,
    MarkedSentence,
    WrongEquation,
)
from model.claims.equations.note_items import Group, Item, groups_of
from model.claims.quantities.typing_errors import typing_error
from model.standard.text_words import TextWords
from model.values.pattern import lazy_pattern

_OPEN: Final = lazy_pattern("ほか|など|等(?![級号])|(?<!の)他|主[なに]|ずつ|一部")
_TOTAL: Final = lazy_pattern(r"(?:合計|総計|小計|計|総額|補正後|実質)(?:予算)?額?[:\s]*\Z")
_DIFFERENCE: Final = lazy_pattern(r"(?:差し?引き?|増減|比較?|差|(?P<rise>増)|(?P<fall>減))額?[:は\s]*\Z")
_SAME: Final = lazy_pattern("増減(?:なし|無し?)|変わらず|変更な|同額|据え?置")
_WITHIN: Final = lazy_pattern(r"\A\s*+(?:うち|内(?!訳))")
_REST: Final = lazy_pattern(r"(?:その他|残り?|残額|残余)\s*\Z")
_NO_PART: Final = lazy_pattern(
    r"上限|下限|最[大小高低]|平均|単価|実績|決算|予算|計画|見込|契約|事業費|総|全|目標|年度|当たり|負担|現計|補正|計\s*\Z|前年|昨年|前回|うち"
)
_PRICE: Final = lazy_pattern(r"(?:@|単価[^\s、]{0,4})\s*\Z")
_EACH: Final = lazy_pattern(r"/\s*(?P<counter>[^\s、()/]{1,4})")
_OTHER_FACTOR: Final = lazy_pattern(rf"[×*]\s*[^{SIGNS}\s@]")
_MOST: Final = 5  # quantities that are tried in every way
_NEAR: Final = Fraction(1, 5)
"""How far the sum of a list may be from the amount before its bracket, as a share, for the list to be all of its parts."""


def wrong_in_note(
    marked: MarkedSentence, words: TextWords, rates: tuple[Fraction, ...]
) -> Iterator[WrongEquation]:
    """Yield each quantity of a note that is not what those that it stands with come to.

    Args:
        marked: the note.
        words: the words for the year before, for changes and their ways.
        rates: rates of consumption tax that a product may contain.
    """
    for group in groups_of(marked):
        for at, item in enumerate(group.items):
            yield from _wrong_change(group, at, item, words)
            yield from _wrong_total(group, at, item, words)
            if item.term.kind == AMOUNT and not _OTHER_FACTOR.search(marked.text):
                yield from _wrong_product(group, at, item, words, rates)
        if group.host is not None:
            yield from _wrong_parts(group.items, group.host, words)


def _wrong_change(group: Group, at: int, item: Item, words: TextWords) -> Iterator[WrongEquation]:
    """Yield a change or a rate that is not that of the two quantities that it stands behind, or goes the other way."""
    pairs = [pair for pair in _pairs(group, at, item, words) if not _is_rough(words, *pair, item)]
    is_one_of_several = any(
        one is not item and one.is_like(item) and _is_derived(one, words) for one in group.items
    )
    if pairs and _is_derived(item, words) and not is_one_of_several:
        said = _way_of(item, words)
        if not any(_is_change(item, *pair, said) for pair in pairs):
            is_other_way = _is_change(item, *pairs[0], 0)
            if is_other_way or not _closes_otherwise(item, [*_beside(group), *group.items[:at]], pairs[0]):
                yield _wrong(item, *_change_of(item, *pairs[0]), *pairs[0])
    elif (
        item.joint == "→" and at and not item.inside and _SAME.search("".join((*item.remarks, *item.behind)))
    ):
        pair = group.items[at - 1], item
        value, way = _change_of(item, *pair)
        if item.is_like(pair[0]) and value:
            yield _wrong(item, value, way, *pair)


def _pairs(group: Group, at: int, item: Item, words: TextWords) -> Iterator[tuple[Item, Item]]:
    """Yield the two quantities of which an item may be the change: 「A → B(C)」, 「B(前年度 A、C)」, 「R2 A、R3 B、増減 C」."""
    inside, outside = (
        [one for one in row if not _is_derived(one, words)] for row in (group.items[:at], _beside(group))
    )
    *row, here = inside or outside or [item]
    if here is item:  # 「▲1,600千円(28,640 → 27,040)」
        others = [(one, other) for one, other in pairwise(item.inside) if other.joint == "→"]
    elif inside and group.host is not None and (here.year or _is_before(here, words)):
        others = [(here, group.host)]
    else:
        others = [
            (one, here) for one in here.inside if one is not item and (one.year or _is_before(one, words))
        ]
        if row and (here.joint == "→" or _is_before(row[-1], words) or _DIFFERENCE.search(item.label)):
            others.append((row[-1], here))
    for one, other in others:
        if one.is_like(other) and one.is_figure and (item.is_ratio or item.is_like(one)):
            is_later = one.year and other.year and one.year > other.year
            is_other_before = _is_before(other, words) and not _is_before(one, words)
            yield (other, one) if is_later or is_other_before else (one, other)


def _is_before(item: Item, words: TextWords) -> bool:
    """Whether the words before a quantity say that it is of the year before, or of the budget as it stands."""
    return words.patterns.standing_label.search(item.label) is not None or any(
        word in item.label for word in words.before
    )


def _is_derived(item: Item, words: TextWords) -> bool:
    """Whether a quantity is a change or a rate, by its sign, its label or the words behind it."""
    return (
        item.term.kind == TIMES
        or (not item.joint and _way_of(item, words) != 0)
        or _DIFFERENCE.search(item.label) is not None
    )


def _way_of(item: Item, words: TextWords) -> int:
    """1 or -1 of a change that says its direction, else 0."""
    label = _DIFFERENCE.search(item.label)
    if label and (label["rise"] or label["fall"]):
        return 1 if label["rise"] else -1
    behind = "".join(item.behind[:1])
    if item.sign or not words.patterns.way_of_change.match(behind):
        return item.sign
    way = words.patterns.way.search(behind)
    return words.patterns.direction_of(way.group()) if way else 0


def _is_change(item: Item, before: Item, after: Item, said: int) -> bool:
    """Whether a change or a rate is that of two quantities, in the direction that it says."""
    value, way = _change_of(item, before, after)
    is_whole = item.term.kind == PERCENT and not said and before.term.value != 0  # 「前年度比 121.5%」
    if is_whole and item.term.says(after.term.value / before.term.value * 100):
        return True
    return item.term.comes_to(value) and (not said or not way or said == way)


def _closes_otherwise(item: Item, others: Sequence[Item], pair: tuple[Item, Item]) -> bool:
    """Whether other quantities than a pair come to a change or a rate: 「事業費 65,600、国庫 31,000、基金 11,000、差引 23,600」."""
    figures = [one for one in others if one.is_figure and (item.is_ratio or one.is_like(item))][-_MOST:]
    if item.is_ratio:
        two = [
            (one, other)
            for one, other in permutations(figures, 2)
            if other is not pair[1] and not (one in pair and other in pair)
        ]
        shares = [100 * abs(one.term.value / other.term.value) for one, other in two if other.term.value]
        return any(item.term.says(value) for share in shares for value in (share, share - 100))
    return item.term.is_made_of([abs(one.term.value) for one in figures])


def _beside(group: Group) -> list[Item]:
    """The quantities up to the one that a bracket stands behind."""
    end = next((index + 1 for index, one in enumerate(group.above) if one is group.host), 0)
    return group.above[:end]


def _change_of(item: Item, before: Item, after: Item) -> tuple[Fraction, int]:
    """The change from one quantity to another as an item gives it, as an amount, a rate or a number of times, and its direction."""
    one, other = abs(before.term.value), abs(after.term.value)
    way = (other > one) - (other < one)
    if item.is_figure:
        return abs(other - one), way
    if not one:
        return Fraction(0), 0
    return (other / one, 0) if item.term.kind == TIMES else (abs(other - one) / one * 100, way)


def _wrong_total(group: Group, at: int, item: Item, words: TextWords) -> Iterator[WrongEquation]:
    """Yield a total that is not the sum of what stands before it: 「A、B 計 C」, 「A + B → 計 C」, 「A(既計上 B、計 C)」."""
    is_behind = item.joint == "→" and at > 0 and _TOTAL.search(group.items[at - 1].label) is not None
    if not item.is_figure or not (is_behind or item.joint == "=" or _TOTAL.search(item.label)):
        return
    added = group.items[: at - is_behind]
    if item.joint == "=":
        first = next((index for index in range(at - 1, 0, -1) if added[index].joint != "+"), 0)
        added = added[first if at > 1 and added[-1].joint == "+" else at :]
        if at and not added:
            return  # 「9,180千円(R7:月720千円×12月=8,640千円)」: no sum stands before it
    chains = _chains(added)
    own = _chains(group.items[at - is_behind :])[0]
    host = [group.host] if group.host is not None else []
    if not chains and host:  # 「A、B(計 C)」
        chains, host = _chains(_beside(group)), []
    if is_behind or (len(own) > 1 and item.joint != "→"):  # 「計 A → B」
        rows = [[chain[-1 if is_behind else 0] for chain in chains if len(chain) == len(own)]]
    else:
        rows = [[one for chain in chains for one in chain], [chain[-1] for chain in chains]]
    known = [list(reversed([one for one in row if one.is_like(item)])) for row in rows]
    if any(one.joint == "×" for one in group.items) or len(known[0]) + len(host) < 2:
        return
    sums: list[Fraction] = []
    for row in known:
        values = [one.term.value for one in row]
        sums += list(accumulate(values))[not host :]
        sums += [value + host[0].term.value for value in accumulate(values) if host]
    every = [*known[0], *host, item]
    tolerance = item.term.step * len(known[0]) / 2
    if any(abs(value - item.term.value) <= tolerance for value in sums) or _is_rough(words, *every):
        return
    if not any(_OPEN.search(one.label) for one in every) and not any("×" in one.label for one in every):
        start = known[-1][-1] if known[-1] else host[0]
        yield _wrong(item, sums[-1], 0, start)


def _chains(items: Sequence[Item]) -> list[list[Item]]:
    """Quantities with those that an arrow leads to from each."""
    found: list[list[Item]] = []
    for item in items:
        if found and item.joint == "→":
            found[-1].append(item)
        else:
            found.append([item])
    return found


def _wrong_parts(items: list[Item], host: Item, words: TextWords) -> Iterator[WrongEquation]:
    """Yield an amount that the parts in the bracket behind it do not come to, or are more than."""
    parts = [chain[-1] for chain in _chains(items)]
    if not parts or not all(one.is_like(host) and not one.sign for one in parts):
        return
    if any(one.joint not in ("", "→", "+") for one in items) or _is_rough(words, *parts, host):
        return
    whole, total = host.term.value, sum((one.term.value for one in parts), Fraction(0))
    off = abs(total - whole)
    is_within = _WITHIN.match(parts[0].label) is not None
    names = [_WITHIN.sub("", one.label) for one in parts]
    if _REST.search(names[-1]) and len(parts) > 1:
        is_wrong = True
    elif any(_OPEN.search(name) or _NO_PART.search(name) or not name.strip() for name in names):
        is_wrong = False
    elif is_within:
        is_wrong = total > whole or (len(parts) > 1 and bool(typing_error(round(total), whole)))
    else:
        is_near = whole and off / whole < _NEAR
        is_wrong = len(parts) > 1 and (is_near or bool(typing_error(round(total), whole)))
    if is_wrong and off > host.term.step * len(parts) / 2:
        yield WrongEquation(host.term, parts[-1].term, host.term, total)


def _wrong_product(
    group: Group, at: int, price: Item, words: TextWords, rates: tuple[Fraction, ...]
) -> Iterator[WrongEquation]:
    """Yield an amount that a price of one and a number of them beside it do not come to: 「60,000千円(@1,200千円×60人)」, 「@800千円×4回 2,400千円」."""
    each = _EACH.match("".join(price.behind[:1]).strip())
    row = group.items
    if any(one.joint == "=" for one in row) or not (_PRICE.search(price.label) or each):
        return
    factors = [
        one
        for index, one in enumerate(row)
        if one.term.kind == NUMBER
        and (
            (each and one.term.counter.startswith(each["counter"]))
            or one.joint == "×"
            or (index + 1 == at and price.joint == "×")
        )
    ]
    behind = [one for one in row[at + 1 :] if one.term.kind == AMOUNT]
    is_own = bool(behind) and not behind[0].label.strip() and not behind[0].joint
    result = group.host or (behind[0] if is_own and not each else None)
    if (
        not factors
        or result is None
        or result.term.kind != AMOUNT
        or _is_rough(words, price, *factors, result)
    ):
        return
    if any(
        _OPEN.search(one.label) or _WITHIN.match(one.label) or "限" in one.label for one in (price, *factors)
    ):
        return
    parts = [one.term.value for one in row if one.term.kind == FRACTION]
    parts += [one.term.value / 100 for one in row if one.term.kind == PERCENT]
    plain = price.term.value * prod(one.term.value for one in factors)
    values = [
        price.term.value * prod(one.term.value for one in some) * part
        for count in range(1, len(factors) + 1)
        for some in combinations(factors, count)
        for part in (Fraction(1), *parts, *(1 + rate for rate in rates))
    ]
    if not any(map(result.term.says, values)) and not result.term.comes_to(plain):
        first, *_, last = sorted([price.term, result.term, *(one.term for one in factors)])
        yield WrongEquation(first, last, result.term, plain)


def _is_rough(words: TextWords, *items: Item) -> bool:
    """Whether words beside one of some quantities (約, 程度, 以上) show that it is no exact figure."""
    about, inexact = words.patterns.about, words.patterns.inexact
    return any(
        about.search(one.label.rstrip(" @")) or inexact.match("".join(one.behind[:1]).strip())
        for one in items
    )


def _wrong(item: Item, value: Fraction, way: int, *others: Item) -> WrongEquation:
    terms = [item.term, *(one.term for one in others)]
    return WrongEquation(min(terms), max(terms), item.term, value, way)
