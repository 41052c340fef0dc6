"""The value of a calculation: money and counts, names, tax, results that stand for what they are written for."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest

from model.basis.evaluating import evaluate
from model.basis.printing import print_basis
from model.basis.reading import parse
from model.basis.results import Outcome, Surroundings
from model.basis.terms import Basis

F = Fraction
PRICES = {
    "普通旅費": "12千円",
    "会場使用料": "2,500円",
    "講師謝金": "8,000円(税抜)",
    "水道料金": "20円/m3",
    "普通旅費(県内)": "1,200円",
    "ＡＢ単価": "1.5千円",
    "往復": "1,200円×2",
    "壊れた単価": "1,23円",
    "別の名前": "普通旅費×2",
    "実績": "1,805千円×1/2=903千円",
}
TAX = Surroundings(PRICES, F(10, 100), F(8, 100), "経過措置", frozenset({F(8, 100), F(10, 100)}))


def worked_out(text: str, surroundings: Surroundings = TAX) -> Outcome:
    """The outcome of a text that has to be a calculation."""
    basis = parse(text)
    assert isinstance(basis, Basis), basis
    return evaluate(basis, surroundings)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("(3+2)×5千円", 25),
        ("(3人+2人)×5千円", 25),
        ("(3千円+2)×5", 25),
        ("(130+31)×2", 322),
        ("20×100施設", 2_000),
        ("20千円x3", 60),
        ("20千円＊3回", 60),
        ("3人×2回×5千円", 30),
        ("5千円×1/2", F(5, 2)),
        ("5千円÷2人", F(5, 2)),
        ("1,000千円×30千円÷60千円", 500),
        ("30千円×(1,000千円÷60千円)", 500),
        ("5千円×2割5分", F(5, 4)),
        ("5千円÷80%", F(25, 4)),
        ("2割×50千円", 10),
        ("¥500×4", 2),
        ("￥500円×4", 2),
        ("@8,000円×4箇所", 32),
        ("5千円-△3千円", 8),
        ("5千円×-2", -10),
        ("-5千円-3千円", -8),
        ("▲5千円", -5),
        ("5千円△3千円", 2),
        ("=5千円×2", 10),
        ("＝5千円×2", 10),
        ("46,296,354/1000", F("46296.354")),
        ("1億円+1百万円+1万円+1千円+1円", F("101011.001")),
        ("5千円×3年分", 15),
        ("5千円程度×3", 15),
        ("「会場使用料」×2", 5),
        ("①10千円×3回", 30),
        ("(1)10千円×3回\n（２） 5千円×2回", 40),
        ("・10千円×3回\n・5千円×2回", 40),
        ("\\1,234×3", F("3.702")),  # what the key of ¥ gives on many keyboards
        ("普通旅費 x 3回", 36),
        ("×".join(["1千円", *["2"] * 30]), 2**30),
    ],
)
def test_values(text: str, value: Fraction | int) -> None:
    """A product has money once; bare numbers without any money beside them are the line's unit, 千円."""
    outcome = worked_out(text)
    assert outcome.trouble is None
    assert outcome.exact == value


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ("5千円×3千円", 4, "金額に金額が掛けられています"),
        ("20円×3円×2人", 4, "金額に金額が掛けられています"),
        ("普通旅費×3千円", 5, "金額に金額が掛けられています"),
        ("5÷3千円", 0, "金額で割っています"),
        ("5千円÷0", 4, "0で割っています"),
        ("5千円÷(2人-2人)", 4, "0で割っています"),
        ("3人×2回", 0, "単価がありません"),
        ("5千円×2+3人", 6, "単価がありません"),
        ("80%", 0, "単価がありません"),
        ("1/2", 0, "単価がありません"),
        ("1/2補助", 0, "単価がありません"),
        ("国 1/2", 2, "単価がありません"),
        ("3人×1/2", 0, "単価がありません"),
        ("(5千円+3人)×2", 5, "単価がありません"),
        ("5千円+出張旅費×3回", 4, "「出張旅費」"),
        ("5千円\n3千円×(2+未知)", 11, "「未知」"),
        ("壊れた単価×2", 0, "単価表の「壊れた単価」が読めません"),
        ("別の名前×2", 0, "単価表の「別の名前」が計算できません"),
        ("999999999999999億円", 0, "大きすぎます"),
        (
            "A=99円" + "".join(f";{b}={a}×{a}÷1円" for a, b in pairwise("ABCDEFGHIJKLMNOPQRSTUVWYZ")),
            73,
            "大きすぎます",
        ),
    ],
)
def test_troubles_point_at_the_operand(text: str, at: int, words: str) -> None:
    """Money times money, a number without a price, division by zero and an unknown name are pointed at."""
    outcome = worked_out(text)
    assert outcome.exact is None
    assert outcome.trouble is not None
    assert outcome.trouble.at == at
    assert words in outcome.trouble.message


@pytest.mark.parametrize(
    ("text", "value", "names"),
    [
        ("普通旅費×3回", 36, ("普通旅費",)),
        ("会場使用料×2日+普通旅費×3人+会場使用料", F("43.5"), ("会場使用料", "普通旅費")),
        ("「普通旅費(県内)」×5回", 6, ("普通旅費(県内)",)),
        ("普通旅費(県内)×5回", 60, ("普通旅費",)),
        ("「AB単価」×2", 3, ("AB単価",)),
        ("往復×3人", F("7.2"), ("往復",)),
        ("水道料金×300m3", 6, ("水道料金",)),
        ("実績×2", 1_806, ("実績",)),
    ],
)
def test_names_of_the_price_table(text: str, value: Fraction, names: tuple[str, ...]) -> None:
    """A name is its price, an expression itself; 全角 and 半角 names are the same; each is listed once."""
    outcome = worked_out(text)
    assert (outcome.exact, outcome.names, outcome.notes) == (value, names, ())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("報酬 130千円×12月\n期末手当 65千円\n共済費 (報酬+期末手当)×142.53/1000", F("1856.61125")),
        ("報酬：130千円×12月\n共済費：報酬×10%", 1_716),
        ("(1)報酬: 130千円×12月=1,560千円\n(2)共済費: 報酬×10%", 1_716),
        ("報酬 130千円×12月+期末手当 31千円+34千円\n期末手当×2", 1_755),
        ("①報酬 10千円\n・手当 5千円+報酬×2", 35),
        ("手当 31千円+34千円=70千円\n手当×2", 210),
        ("報酬 258千円＝1,805千円×142.53/1000\n報酬", 516),
        ("報酬 10千円\n共済費 報酬×15%", F("11.5")),
        ("普通旅費 20千円\n普通旅費×2", 60),  # the label of this line is nearer than the price table
    ],
)
def test_labels_are_names_further_on(text: str, value: Fraction) -> None:
    """報酬 of an earlier line is its amount, as printed where a result is printed; a label runs to the next one."""
    assert worked_out(text).exact == value


@pytest.mark.parametrize(
    ("text", "value", "results"),
    [
        ("130千円×12月=1,560千円 + 31千円+34千円=65千円 + 15千円×12月=180千円", 1_805, 3),
        ("130千円×12月=1,560千円 + 31千円+34千円=65千円 = 1,625千円", 1_625, 3),
        ("130千円×12月=1,560千円 + 31千円+34千円=1,625千円", 1_625, 2),
        ("20,845円×11か月＝230千円＋20,845円＝21千円", 251, 2),
        ("130千円×12月=1,560千円 - 本人負担 1,805千円×8/1000=14千円", 1_546, 2),
        ("100千円×2=200千円 － 10千円×2=20千円", 180, 2),
        ("5千円×3=20千円", 20, 1),
        ("5千円=5千円=6千円", 6, 2),
    ],
)
def test_results_stand_for_what_they_are_written_for(text: str, value: int, results: int) -> None:
    """A checker adds up the paper: the printed result counts, also where it is wrong."""
    outcome = worked_out(text)
    assert outcome.exact == value
    assert len(outcome.results) == results


def test_the_last_result_may_be_that_of_the_line() -> None:
    """「… ＝1,560千円＋31千円＋34千円＝1,625千円」: 1,625 is no sum of 31 and 34, but the sum of the line."""
    results = worked_out("130千円×12月=1,560千円 + 31千円+34千円=1,625千円").results
    assert [result.rounding for result in results] == ["exact", "exact"]
    assert results[1].text == "130千円×12か月＋31千円＋34千円"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("20,000円(税抜)×3回", 66),
        ("20,000円（税抜）×3回", 66),
        ("20,000円(税抜・経過措置)×3回", F("64.8")),
        ("20,000円(税込)×3回", 60),
        ("20,000円(税抜)×3回+20,000円", 86),
        ("(20,000円+5,000円)(税抜)", F("27.5")),
        ("20,000円（外税）×3回", 66),
        ("20,000円(消費税抜き)×3回", 66),
        ("22,000円(税抜20,000円)×3回", 66),
        ("22,000円(税抜価格 20千円)×3回", 66),
        ("20,000円(税抜、上限30千円)×3回", 66),
        ("講師謝金×2", F("17.6")),
        ("会場使用料(税抜)×2", F("5.5")),
        ("20,000円(税抜)×3回×1.10", 66),
        ("20,000円(税抜)×3回×108/100", F("64.8")),
        ("(20,000円(税抜)+5,000円(税抜))×1.1", F("27.5")),
        ("講師謝金×2×1.10", F("17.6")),
        ("20,000円(税抜)×1.10(諸経費)", F("24.2")),
        ("20,000円(税抜)×1.1人役", F("24.2")),
    ],
)
def test_prices_without_tax(text: str, value: Fraction) -> None:
    """(税抜) adds the tax in force to its operand, (税抜、経過措置) the rate that transitional contracts keep.

    A factor ×1.10 beside it is that tax, and it is not added twice.
    """
    assert worked_out(text).exact == value


@pytest.mark.parametrize("text", ["20,000円(税抜)×3回", "講師謝金×2", "5千円+20,000円(税抜、経過措置)"])
def test_a_rate_that_cannot_be_told(text: str) -> None:
    """A period that straddles a change of the rate has no tax: no value, and a note instead of a trouble."""
    outcome = worked_out(text, Surroundings(PRICES))
    assert (outcome.exact, outcome.trouble) == (None, None)
    assert [note.kind for note in outcome.notes] == ["tax-unknown"]


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("20円/m3×300m3", False),
        ("20円/m3×300㎥", False),
        ("2,000m3/日×15日×20円/m3", False),
        ("(2,000m3+300m3)×20円/m3", False),
        ("5千円/人×3名", False),
        ("3,442,422÷54施設", False),
        ("2千円/人・日×3人×2日", False),
        ("20円/m3×300", True),
        ("水道料金×300", True),
        ("2,000m3/日×20円/m3", True),
        ("20円/m3÷300m3", True),
        ("(20円/m3+3円/m3)×5人", True),
    ],
)
def test_a_price_per_something_wants_it(text: str, noted: bool) -> None:
    """円/m3 has to be multiplied by m3; other units that are left over vanish without a word."""
    outcome = worked_out(text)
    assert outcome.trouble is None
    assert ["per-unit" for _ in outcome.notes] == ["per-unit"] * noted


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        *[
            (f"5千円×3{unit}", "5千円×3か月")
            for unit in ("月", "か月", "ヶ月", "ヵ月", "カ月", "箇月", "ヶ月分")
        ],
        *[(f"5千円×3{unit}", "5千円×3箇所") for unit in ("箇所", "カ所", "か所", "ヶ所")],
        *[(f"5千円×3{unit}", "5千円×3m2") for unit in ("m2", "㎡", "m²", "ｍ２")],
        *[(f"5千円×3{unit}", "5千円×3m3") for unit in ("m3", "㎥", "m³")],
        ("５千円＊３", "5千円×3"),
        ("5千円×８０％", "5千円×80%"),
        ("5千円✕3", "5千円×3"),
        ("5千円÷(1/2)", "5千円÷(1/2)"),
        ("5千円/3", "5千円÷3"),
        ("R8分: 5千円 ; H30分: 6千円", "R8分：5千円\nH30分：6千円"),
        ("5千円×3(R8)(R9)", "5千円×3(R8、R9)"),
        ("合計=5千円×3", "合計：5千円×3"),
        ("5千円×年4回", "5千円×4回(年)"),
        ("5千円×月 2回×12月", "5千円×2回(月)×12か月"),
        ("月 5千円×延べ20人(県内)", "月 5千円×20人(延べ、県内)"),
        ("5千円×2社×各3人", "5千円×2社×3人(各)"),
    ],
)
def test_one_form_for_each_unit_and_sign(typed: str, canonical: str) -> None:
    """ヶ月, カ月 and 箇月 are か月; ㎡ is m2; full-width signs are the page's own."""
    basis = parse(typed)
    assert isinstance(basis, Basis)
    assert print_basis(basis) == canonical
