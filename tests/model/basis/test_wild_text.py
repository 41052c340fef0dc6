"""No text, however wild, raises, hangs, or is read as a number that it is not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.basis.evaluating import evaluate
from model.basis.reading import DEEPEST, LONGEST, parse
from model.basis.recognizing import looks_like_basis
from model.basis.results import Outcome, Surroundings
from model.basis.terms import Basis, Number, Trouble
from tests.examples import examples
from tests.model.basis.strategies import bases
from tests.model.basis.test_published import VALUES

CHARACTERS = "0123456789０１９,，.．()（）×÷*/+-−△▲=＝≒@＠%％割円千万百億月人m3²①二xX 　\n;；、「」：:¥\u200f\u202e\x00\x07\ud800\u3000税抜"
wild_text = st.one_of(st.text(max_size=80), st.text(CHARACTERS, max_size=80))
surroundings = st.builds(
    Surroundings,
    st.dictionaries(
        st.sampled_from(["普通旅費", "報酬", "円"]),
        st.one_of(st.just("2,500円(税抜)"), wild_text),
        max_size=2,
    ),
    st.one_of(st.none(), st.fractions(0, 1)),
    st.one_of(st.none(), st.fractions(0, 1)),
)


@settings(max_examples=examples(400), deadline=None)
@given(wild_text, surroundings)
def test_any_text_is_read_or_refused(text: str, around: Surroundings) -> None:
    """A text is a calculation with an outcome, or a trouble that says in a sentence where and what."""
    read = parse(text)
    looks_like_basis(text)
    if isinstance(read, Basis):
        assert isinstance(evaluate(read, around), Outcome)
    else:
        assert 0 <= read.at <= len(text)
        assert read.message.endswith("。")


@settings(max_examples=examples(200), deadline=None)
@given(
    st.sampled_from([text for text, _, _ in VALUES]),
    st.lists(st.tuples(st.integers(0, 200), st.sampled_from(CHARACTERS)), max_size=4),
)
def test_a_published_text_with_slips_never_fails(text: str, slips: list[tuple[int, str]]) -> None:
    """Characters put in anywhere give another calculation or a trouble inside the text."""
    for at, character in slips:
        text = text[: at % (len(text) + 1)] + character + text[at % (len(text) + 1) :]
    read = parse(text)
    if isinstance(read, Trouble):
        assert 0 <= read.at <= len(text)
    else:
        outcome = evaluate(read)
        assert outcome.trouble is None or 0 <= outcome.trouble.at < len(text)


@settings(max_examples=examples(100), deadline=None)
@given(bases, surroundings)
def test_any_basis_has_an_outcome(basis: Basis, around: Surroundings) -> None:
    """A value, or what is in its way: a trouble of the text or a tax rate that cannot be told."""
    outcome = evaluate(basis, around)
    unknown_tax = any(note.kind == "tax-unknown" for note in outcome.notes)
    assert (outcome.exact is None) == (outcome.trouble is not None or unknown_tax)


@pytest.mark.parametrize(
    "text",
    ["1 234", "1e4", "5²", "①", "５²円", "1,23", "1,2345", "12,34,567", "1.2.3", ".5", "5.", "٣", "५円", "1e400",
     "1_000", "1'000", "5千", "5百円", "3千人×2円", "1億2千万円", "1、234円", "20円余り", "½", "Ⅷ", "1234567890123456",
     "3割引", "1００\u200f0", "1\x000", "A4×3,000部×120円", "R8×5千円", "H31-5", "A1*2", "ー5千円", "10千円ー5千円"],
)  # fmt: skip
def test_what_is_no_number_is_never_read_as_one(text: str) -> None:
    """Digits of other scripts, powers of ten, footnotes, kanji, wrong commas and codes are refused, and pointed at."""
    trouble = parse(text)
    assert isinstance(trouble, Trouble)
    assert 0 <= trouble.at <= len(text)


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ("ー5千円", 0, "「－」と書いて"),
        ("10千円―5千円", 4, "「－」と書いて"),
        ("4月〜9月末 5千円×6月", 2, "「：」を付け"),
        ("229,295円→230千円", 8, "「＝」と書いて"),
        ("5千円☓3", 3, "「×」と書いて"),
        ("10千円×3。5千円×2", 6, "「、」か改行"),
        ("【内訳】10千円×3", 0, "「：」を付け"),
    ],
)
def test_a_mark_typed_for_another_is_named(text: str, at: int, words: str) -> None:
    """The lengthening mark for a minus, an arrow for 「＝」: what was meant is said, and nothing is guessed."""
    trouble = parse(text)
    assert isinstance(trouble, Trouble)
    assert trouble.at == at
    assert words in trouble.message


@pytest.mark.parametrize("text", ["二十", "約", "一式", "八重"])
def test_numbers_in_kanji_are_words(text: str) -> None:
    """「二十」 is a name like any other: it has a value only if the price table says so."""
    basis = parse(text)
    assert isinstance(basis, Basis)
    (factor,) = basis.statements[0].items[0].terms[0].factors
    assert not isinstance(factor.atom, Number)
    trouble = evaluate(basis).trouble
    assert trouble is not None
    assert f"「{text}」" in trouble.message


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("1" * 10_000_000, LONGEST),
        ("(" * 10_000, LONGEST),
        ("(" * 500 + "1" + ")" * 500, DEEPEST),
        ("1+" * 5_000, LONGEST),
        ("20千円×3\u200f回", 6),
        ("20千円\x07×3回", 4),
        ("20千円×\ud800", 5),
        ("\ufeff20千円", 0),
        ("20千円÷0", 5),
        ("20千円÷(3-3)", 5),
    ],
    ids=["10 MB", "10,000 brackets", "500 brackets", "10,000 signs", "RTL mark", "bell", "surrogate", "BOM", "÷0", "÷(3-3)"],
)  # fmt: skip
def test_the_wildest_are_refused_at_their_place(text: str, at: int) -> None:
    """Length, depth, characters one cannot see and division by zero are each a trouble at their place."""
    read = parse(text)
    trouble = evaluate(read).trouble if isinstance(read, Basis) else read
    assert trouble is not None
    assert trouble.at == at
    assert trouble.message.endswith("。")


def test_brackets_may_be_nested_to_the_limit() -> None:
    """Thirty brackets in each other are worked out, in any case of the sentence."""
    text = "(" * DEEPEST + "5千円" + ")" * DEEPEST
    basis = parse(text)
    assert isinstance(basis, Basis)
    assert evaluate(basis).exact == 5


def seconds_per_character(text: str) -> float:
    """The shortest of three runs, reading and working out."""
    runs = []
    for _ in range(3):
        begin = time.process_time()
        read = parse(text)
        if isinstance(read, Basis):
            evaluate(read)
        runs.append(time.process_time() - begin)
    return min(runs) / len(text)


@pytest.mark.parametrize(
    "text",
    ["1+" * 999 + "1", "1×" * 999 + "1", "1;" * 999 + "1", "a+" * 999 + "a", "1-" * 999 + "1", "7÷" * 600 + "7", "a:" * 900,
     "a " * 999, "1 " * 999, "1," * 999, "(a)" * 600, "((1))+" * 333 + "1", "a(b-b-b" * 25, "「a」" * 600, "999999999999999×" * 124,
     "1円÷7777777777777+" * 105 + "1円", "旅費" * 999, "1(" + "(" * 28 + "a" * 1900, "月額 5千円=5千円+" * 120 + "1", "=" * 1999,
     "5(m/" * 28, "a・" * 999, "1:" * 999, "(1=1)" * 399, "1(1=1(1=1))+" * 150 + "1"],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_no_text_takes_long(text: str) -> None:
    """The worst texts take no more for a character than a few times an ordinary long calculation does."""
    ordinary = "20,845円×11か月＝230千円+" * 100 + "1千円"
    assert seconds_per_character(text[:LONGEST]) < 8 * seconds_per_character(ordinary)
