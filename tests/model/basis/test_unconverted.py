"""Kana behind a number that stand for money, a number or a rate: refused with a sentence, never a unit that scales the figure."""

from __future__ import annotations

import unicodedata
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.basis.evaluating import evaluate
from model.basis.reading import parse
from model.basis.terms import Basis, Trouble
from model.checks import Finding
from model.request.request import Line
from model.values.amount import parse as parse_amount
from tests.samples import findings, with_lines

_HALF_KATAKANA = str.maketrans({
    "エ": "ｴ", "ン": "ﾝ", "セ": "ｾ", "マ": "ﾏ", "ヒ": "ﾋ", "ャ": "ｬ", "ク": "ｸ", "オ": "ｵ", "ジ": "ｼﾞ", "ュ": "ｭ", "ウ": "ｳ",
})  # fmt: skip


def katakana(text: str) -> str:
    """Hiragana in katakana."""
    return "".join(chr(ord(letter) + 0x60) if "ぁ" <= letter <= "ゖ" else letter for letter in text)


def worked_out(text: str) -> Fraction:
    """What a calculation comes to, 千円."""
    basis = parse(text)
    assert isinstance(basis, Basis), basis
    outcome = evaluate(basis)
    assert outcome.exact is not None, outcome.trouble
    return outcome.exact


def basis_finding(text: str) -> list[Finding]:
    """What is found about a line's calculation."""
    return findings(with_lines(Line("a", text="印刷", basis=text)), "basis")


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("２０８４５えん＊１１", 5),
        ("20,845えん×11", 6),
        ("20,845 エン×11", 7),
        ("20,845ｴﾝ×11", 6),
        ("20845en*11", 5),
        ("２０８４５ｙｅｎ×11", 5),
        ("20,845yenx11", 6),
        ("20,845JPY×11", 6),
        ("21せんえん×11", 2),
        ("21千えん×11", 2),
        ("3まんえん×11", 1),
        ("3ひゃくまんえん×2", 1),
        ("1おくえん×2", 1),
        ("20,845えん分×11", 6),
        ("20,845えん(税込)×11", 6),
        ("20,845(えん)×11", 7),
        ("20(千えん)×11", 3),
        ("20,845えん/人×3人×2", 6),
        ("20,845円×11×1.1えん", 14),
        ("5せんえん 旅費: 3千円", 1),
        ("3まん×2", 1),
        ("3セン×2", 1),
        ("3せんにん×2", 1),
        ("3せん人×2", 1),
        ("100千円×2わり", 7),
    ],
)
def test_unconverted_words_are_refused(typed: str, at: int) -> None:
    """A calculation with えん, せんえん, まん … behind a number is refused at the word, and is an error of the line."""
    trouble = parse(typed)
    assert isinstance(trouble, Trouble)
    assert (trouble.at, "変換されていません" in trouble.message) == (at, True)
    (finding,) = basis_finding(typed)
    assert finding.severity == "error"
    assert trouble.message in finding.message


@given(
    st.integers(1, 10**7),
    st.lists(st.sampled_from(["じゅう", "ひゃく", "せん", "まん", "おく", "千", "百万"]), max_size=3),
    st.sampled_from([str, katakana, lambda text: katakana(text).translate(_HALF_KATAKANA)]),
    st.sampled_from(["{}{}", "{} {}", "{}({})"]),
    st.integers(2, 99),
)
def test_money_in_kana_never_scales(number, powers, script, form, count) -> None:  # type: ignore[no-untyped-def]
    """Whatever the power, the script and the brackets, a number with えん behind it is no figure of its own."""
    word = script("".join(powers) + "えん")
    assert (
        unicodedata.normalize("NFKC", word) == unicodedata.normalize("NFKC", katakana(word)) or script is str
    )
    assert isinstance(parse(f"{form.format(number, word)}×{count}"), Trouble)


@pytest.mark.parametrize(
    "counter",
    [
        "か月", "ヶ月", "ヵ月", "かげつ", "か所", "かしょ", "にん", "つ", "こ", "まい", "はこ", "ほん", "センター", "センチ",
        "マンション", "エンジン", "えんぴつ", "ライセンス", "グループ", "セット", "ちょう", "ha", "km", "box", "人", "園",
    ],
)  # fmt: skip
def test_counters_in_kana_go_on_to_work(counter: str) -> None:
    """Things are counted in kana and Latin letters too."""
    assert worked_out(f"2千円×3{counter}") == 6


@pytest.mark.parametrize("typed", ["80パーセント", "80ﾊﾟｰｾﾝﾄ", "80ぱーせんと", "８０パーセント以内"])
def test_percent_in_kana_is_percent(typed: str) -> None:
    """「80パーセント」 is 80 %, not eighty times."""
    assert worked_out(f"100千円×{typed}") == 80


@pytest.mark.parametrize("typed", ["20(百万)×3", "20(千)×3"])
def test_a_number_in_brackets_is_no_remark(typed: str) -> None:
    """「20(百万)×3」 is refused, not read as 60千円."""
    trouble = parse(typed)
    assert isinstance(trouble, Trouble)
    assert "単位として読めません" in trouble.message


@pytest.mark.parametrize("typed", ["円20,845×11", "万円 3×2", "えん 20,845×11", "yen 20,845×11"])
def test_a_unit_before_its_number_is_no_label(typed: str) -> None:
    """A unit of money before the number is refused, not taken for the name of the term."""
    trouble = parse(typed)
    assert isinstance(trouble, Trouble)
    assert "数字の後に" in trouble.message


def test_a_stroke_that_the_input_method_made_a_dot() -> None:
    """「1・2」, which the input method makes of 「1/2」, is refused with the sign to write."""
    trouble = parse("100千円×１・２")
    assert isinstance(trouble, Trouble)
    assert "割り算であれば「÷」か「/」" in trouble.message


@pytest.mark.parametrize("typed", ["１２００えん", "1200エン", "1200ｴﾝ", "1200yen", "3せんえん", "3まん"])
def test_an_amount_in_kana_is_kept_as_text(typed: str) -> None:
    """An amount whose unit was not converted is no figure: it is kept as typed and found."""
    assert parse_amount(typed) == typed
    assert findings(with_lines(Line("a", text="印刷", amount=typed)), "amount")
