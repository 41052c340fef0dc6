"""Calculations for hypothesis: any that the grammar can say, in the form the parser gives them."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from model.basis.terms import (
    Atom,
    Basis,
    Factor,
    Group,
    Item,
    Name,
    Number,
    Printed,
    Statement,
    Term,
    is_amount,
)

MONEY = ("円", "千円", "万円", "百万円", "億円")
COUNTS = ("か月", "人", "回", "箇所", "施設", "年", "m2", "m3", "人役", "km", "人・日")

words = st.sampled_from(
    ["報酬", "月額", "期末手当", "通勤割増", "普通旅費", "会場・機材使用料", "A", "X線", "アルバイト"]
)
remarks = st.sampled_from(
    [
        "",
        "",
        "",
        "税抜",
        "税抜、経過措置",
        "R8〜R10",
        "国1/2",
        "うち(県)",
        "本人負担分 1,805千円×8/1000=14千円",
        "＋5",
    ]
).map(lambda text: text.replace("＋", "+"))

# Made once: a strategy that is made anew for each calculation costs more than what is drawn from it.
_decimals = st.integers(0, 4)
_digits = st.integers(1, 10).flatmap(lambda most: st.integers(0, 10**most - 1))
_units = st.one_of(
    st.sampled_from(["", "", "%", "割", "円/m3", "千円/人", "m3/日", "円/人/回"]),
    st.sampled_from(MONEY),
    st.sampled_from(COUNTS),
)
_booleans = st.booleans()
_labels = st.sampled_from(["", "", "共済費", "(1)非常勤人件費", "R8〜R10分", "期末手当(夏)"])
_one_or_two = st.integers(1, 2)


@st.composite
def _values(draw: st.DrawFn) -> tuple[Fraction, int]:
    """A value that is written with at most fifteen digits, and the zeros at its end."""
    decimals = draw(_decimals)
    digits = draw(_digits)
    value = Fraction(digits, 10**decimals)
    written = f"{digits:0{decimals + 1}}"
    zeros = len(written[-decimals:]) - len(written[-decimals:].rstrip("0")) if decimals else 0
    return value, zeros


@st.composite
def numbers(draw: st.DrawFn) -> Number:
    """A figure with any unit of the language."""
    value, zeros = draw(_values())
    return Number(value, draw(_units), draw(_booleans), zeros)


amounts = st.builds(
    lambda value, unit: Number(value[0], unit, zeros=value[1]), _values(), st.sampled_from(["", *MONEY])
)
names = st.one_of(words, st.sampled_from(["普通旅費(県内)", "2号単価", "R8 単価"])).map(Name)


def _factors(atom: st.SearchStrategy[Atom]) -> st.SearchStrategy[tuple[Factor, ...]]:
    first = st.builds(Factor, atom, remark=remarks)
    more = st.lists(st.builds(Factor, atom, st.booleans(), remarks), max_size=2)
    return st.tuples(first, more).map(lambda pair: (pair[0], *pair[1]))


def _terms(atom: st.SearchStrategy[Atom], most: int) -> st.SearchStrategy[tuple[Term, ...]]:
    term = st.builds(Term, _factors(atom), st.booleans(), st.one_of(st.just(""), words))
    return st.lists(term, min_size=1, max_size=most).map(tuple)


def _deeper(inner: st.SearchStrategy[Atom]) -> st.SearchStrategy[Atom]:
    return _terms(inner, 2).map(Group)


leaves: st.SearchStrategy[Atom] = st.one_of(numbers(), numbers(), names)
atoms: st.SearchStrategy[Atom] = st.recursive(leaves, _deeper, max_leaves=3)


@st.composite
def printed_results(draw: st.DrawFn) -> Printed:
    """A result as a writer puts it after 「＝」 or 「≒」."""
    number = draw(amounts)
    if number.value and draw(_booleans):
        number = Number(-number.value, number.unit, zeros=number.zeros)
    return Printed(number, draw(_booleans), draw(remarks))


_printed = printed_results()
_totals = st.one_of(st.none(), _printed)
_asked_terms = _terms(atoms, 2).filter(lambda terms: not is_amount(terms))


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """A line; where the same text has two readings, the one that the parser gives."""
    items: list[Item] = []
    for position in range(count := draw(_one_or_two)):
        terms = draw(_asked_terms)
        last = position == count - 1
        items.append(Item(terms, draw(_printed) if not last or draw(_booleans) else None))
    total = draw(_totals)
    label = draw(_labels)
    first = items[0].terms[0]
    if not (label or total or first.negative or isinstance(first.factors[0].atom, Number)):
        # Words before a line that begins with no number are the line's own.
        items[0] = Item((Term(first.factors, first.negative), *items[0].terms[1:]), items[0].printed)
    return Statement(tuple(items), label, total)


bases = st.lists(statements(), min_size=1, max_size=2).map(lambda lines: Basis(tuple(lines)))
