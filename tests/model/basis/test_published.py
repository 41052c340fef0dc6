"""Every calculation that forms.md section 5 and the bodies of the cases show: what it is, and what was printed for it.

The number in brackets is the page. 千円 throughout.
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from model.basis.evaluating import evaluate
from model.basis.printing import print_basis
from model.basis.reading import parse
from model.basis.results import Outcome
from model.basis.terms import Basis, Trouble
from model.basis.typing_errors import coarse_step, difference_hint

F = Fraction

# (text as on the page, value with the printed results in place, its one printed form)
VALUES: list[tuple[str, str, str]] = [
    # forms.md section 5, the table
    ("2,063千円×0.25", "515.75", "2,063千円×0.25"),  # 002
    ("2,063×0.10", "206.3", "2,063×0.10"),  # 003
    ("1,805千円×142.53/1000", "257.26665", "1,805千円×142.53/1000"),  # 002-004
    ("1,805千円×8/1000", "14.44", "1,805千円×8/1000"),  # 004
    ("24,900円×89人", "2216.1", "24,900円×89人"),  # 149
    ("46,296,354円", "46296.354", "46,296,354円"),  # 207
    ("14,600,499円", "14600.499", "14,600,499円"),  # 211
    ("20,845円×11か月", "229.295", "20,845円×11か月"),  # 121
    ("20,845円×1か月", "20.845", "20,845円×1か月"),
    ("7,692.5千円×59か月", "453857.5", "7,692.5千円×59か月"),  # 118
    ("7,692.5千円 × 60月", "461550", "7,692.5千円×60か月"),
    ("4,855千円×1.1人役", "5340.5", "4,855千円×1.1人役"),  # 150
    ("418,149×0.015", "6272.235", "418,149×0.015"),  # 005
    ("3,442,422÷54", "573737/9", "3,442,422÷54"),  # 100: 63,748.555…
    ("3,442,422÷54≒400,000", "400000", "3,442,422÷54≒400,000"),
    ("42,433,704円", "42433.704", "42,433,704円"),  # 152
    ("42,433×1/2", "21216.5", "42,433×1/2"),
    ("13,761,051円×1/2", "6880.5255", "13,761,051円×1/2"),  # 211
    ("77,314×80%", "61851.2", "77,314×80%"),  # 212
    # forms.md section 5, forms to parse
    ("@8,000千円×4箇所", "32000", "@8,000千円×4箇所"),  # 153
    ("@29,798千円×3年(R8〜R10)", "89394", "@29,798千円×3年(R8〜R10)"),  # 093
    ("66,000千円×(145/100)", "95700", "66,000千円×(145/100)"),
    ("2,000(m3/日)×15(日)×20(円/m3) = 600千円", "600", "2,000(m3/日)×15日×20(円/m3)＝600千円"),  # 201
    ("C=21,000千円", "21000", "C：21,000千円"),  # 017
    ("C=75,000(千円)", "75000", "C：75,000千円"),  # 067
    ("C=210百万円", "210000", "C：210百万円"),  # 069
    ("970.0百万円", "970000", "970.0百万円"),  # 096
    # bodies of the cases
    ("(1)非常勤人件費: 2,063千円×0.25=515千円", "515", "(1)非常勤人件費：2,063千円×0.25＝515千円"),  # 002
    (
        "報酬 1,805千円 = 月額 130千円×12月=1,560千円 + 期末手当 31千円+34千円=65千円 + 通勤割増 15千円×12月=180千円",
        "1805",
        "報酬 1,805千円＝月額 130千円×12か月＝1,560千円＋期末手当 31千円＋34千円＝65千円＋通勤割増 15千円×12か月＝180千円",
    ),  # 002
    ("共済費 258千円 = 1,805千円×142.53/1000", "258", "共済費 258千円＝1,805千円×142.53/1000"),  # 002
    ("(2)標準事務費 150千円", "150", "(2)標準事務費 150千円"),  # 002
    (
        "130千円×12月=1,560千円; 31千円+34千円=65千円; 15千円×12月=180千円",
        "1805",
        "130千円×12か月＝1,560千円\n31千円＋34千円＝65千円\n15千円×12か月＝180千円",
    ),  # 004
    (
        "共済費 1,805千円 × 142.53/1000 =258千円 (本人負担分 1,805千円×8/1000=14千円)",
        "258",
        "共済費 1,805千円×142.53/1000＝258千円(本人負担分 1,805千円×8/1000=14千円)",
    ),  # 004
    ("418,149(千円)×0.015=6,272(千円)", "6272", "418,149千円×0.015＝6,272千円"),  # 005
    (
        "前年度予算 C=6,759千円 = 5,327千円 人件費(公共事業で要求) + 1,432千円 事務費(一般事業で要求)",
        "6759",
        "前年度予算 C 6,759千円＝5,327千円(人件費、公共事業で要求)＋1,432千円(事務費、一般事業で要求)",
    ),  # 005
    (
        "△14,142千円 (= △3,600千円 + △10,542千円)",
        "-14142",
        "△14,142千円(= △3,600千円 + △10,542千円)",
    ),  # 020
    ("△3,600千円 + △10,542千円", "-14142", "△3,600千円－10,542千円"),  # 020
    ("補助金 600 (1/2)", "600", "補助金 600(1/2)"),  # 022
    (
        "営業収益 403,456 (鳥取 119,768 + 日野川 283,688)",
        "403456",
        "営業収益 403,456(鳥取 119,768 + 日野川 283,688)",
    ),  # 044
    ("587,465 + 313,535 = 901,000", "901000", "587,465＋313,535＝901,000"),  # 060
    ("84,000+75,000 = 159,000", "159000", "84,000＋75,000＝159,000"),  # 067
    ("C=114,000(千円)", "114000", "C：114,000千円"),  # 067
    ("全体事業費:C=210百万円(R8:40,000千円)", "210000", "全体事業費 C：210百万円(R8:40,000千円)"),  # 069
    ("83,239 + 177,000 + 113,400 = 373,639", "373639", "83,239＋177,000＋113,400＝373,639"),  # 082
    ("27,154 + 4,562 + 6,023 = 37,739", "37739", "27,154＋4,562＋6,023＝37,739"),  # 089
    ("24,900円×89人=2,217千円", "2217", "24,900円×89人＝2,217千円"),  # 149
    ("東部 4,855千円(1.0人役) + 742千円", "5597", "東部 4,855千円(1.0人役)＋742千円"),  # 150
    ("4,855x0.8 = 3,884.0", "3884", "4,855×0.8＝3,884.0"),  # 150
    (
        "8,673,096円 + 0円 + 374,352円 + 31,274,976円 + 2,111,280円 + 0円 = 42,433,704円",
        "42433.704",
        "8,673,096円＋0円＋374,352円＋31,274,976円＋2,111,280円＋0円＝42,433,704円",
    ),  # 152
    ("235,000 x 10% = 23,500", "23500", "235,000×10%＝23,500"),  # 180
    ("5,014 + 1,444 + 474 = 6,932; ", "6932", "5,014＋1,444＋474＝6,932"),  # 199
    ("2,630+2,384 = 5,014; 562+945 = 1,507", "6521", "2,630＋2,384＝5,014\n562＋945＝1,507"),  # 199
    (
        "42,328,358円 + 98,384円 + 2,962,548円 + 907,064円 = 計 46,296,354円",
        "46296.354",
        "42,328,358円＋98,384円＋2,962,548円＋907,064円＝46,296,354円",
    ),  # 207
    ("77,314千円 x 80% = 61,850千円", "61850", "77,314千円×80%＝61,850千円"),  # 212
    (
        "872千円 (前年度予算 876千円 ) + 290千円 (前年度予算 248千円 ) = 1,162",
        "1162",
        "872千円(前年度予算 876千円)＋290千円(前年度予算 248千円)＝1,162",
    ),  # 214
    # typing faults that are amounts all the same
    ("8600", "8600", "8,600"),  # 113
    ("1,461円", "1.461", "1,461円"),  # 006, for 1,461千円
    ("1,461千円+1,461", "2922", "1,461千円＋1,461"),  # 216: one with 千円 and the next without
    # Osaka, 平成31年度
    ("25,000円*4本*1.08", "108", "25,000円×4本×1.08"),
    ("25,000円*4本*1.08 + 25,000円*3本*1.10", "190.5", "25,000円×4本×1.08＋25,000円×3本×1.10"),
]


def worked_out(text: str) -> Outcome:
    """The outcome of a text that has to be a calculation."""
    basis = parse(text)
    assert isinstance(basis, Basis), basis
    return evaluate(basis)


@pytest.mark.parametrize(("text", "value", "printed"), VALUES)
def test_every_calculation_of_the_pages(text: str, value: str, printed: str) -> None:
    """A calculation of a published page has the value its figures give, exactly, and one printed form."""
    outcome = worked_out(text)
    assert outcome.trouble is None
    assert outcome.exact == F(value)
    assert outcome.notes == ()
    basis = parse(text)
    assert isinstance(basis, Basis)
    assert print_basis(basis) == printed
    assert parse(printed) == basis


@pytest.mark.parametrize(
    ("text", "exact", "printed", "rounding"),
    [
        ("2,063千円×0.25=515千円", "515.75", "515", "down"),  # 002
        ("2,063千円×0.10＝207千円", "206.3", "207", "up"),  # 003: the sister that keeps the total
        ("1,805千円×142.53/1000=258千円", "257.26665", "258", "up"),  # 002-004
        ("258千円＝1,805千円×142.53/1000", "257.26665", "258", "up"),
        ("1,805千円×8/1000=14千円", "14.44", "14", "down"),  # 004
        ("24,900円×89人=2,217千円", "2216.1", "2217", "up"),  # 149
        ("46,296,354円=46,297千円", "46296.354", "46297", "up"),  # 207
        ("14,600,499円=14,601千円", "14600.499", "14601", "up"),  # 211
        ("20,845円×11か月＝230千円", "229.295", "230", "up"),  # 121
        ("20,845円×1か月＝21千円", "20.845", "21", "up"),  # 121
        ("7,692.5千円×59か月=453,857千円", "453857.5", "453857", "down"),  # 118
        ("4,855千円×1.1人役=5,341千円", "5340.5", "5341", "up"),  # 150
        ("4,855千円×0.8人役=3,884.0千円", "3884", "3884", "exact"),  # 150
        ("418,149×0.015=6,272", "6272.235", "6272", "down"),  # 005
        ("3,442,422÷54=63,748", "573737/9", "63748", "down"),  # 100
        ("42,433,704円=42,433千円", "42433.704", "42433", "down"),  # 152
        ("42,433×1/2=21,216", "21216.5", "21216", "down"),  # 152
        ("42,433×1/2=21,217", "21216.5", "21217", "up"),  # 152
        ("13,761,051円×1/2=6,880,525円", "6880.5255", "6880.525", "down"),  # 211: yen cut off
        ("130千円×12月=1,560千円", "1560", "1560", "exact"),  # 002
        ("77,314×80%=61,850", "61851.2", "61850", None),  # 212: to a lending unit
        ("20千円×100施設=20,000千円", "2000", "20000", None),  # 015
        ("24,900円×89人=2,217,000円", "2216.1", "2217", "up"),  # 千円 written in yen
        ("24,900円×89人=2,216,000円", "2216.1", "2216", "down"),
        ("24,900円×89人=2,218,000円", "2216.1", "2218", None),
        ("24,900円×89人=2,216,200円", "2216.1", "2216.2", None),
        ("969,951千円=970.0百万円", "969951", "970000", "up"),  # 096: to 0.1百万円
    ],
)
def test_how_the_printed_result_was_rounded(
    text: str, exact: str, printed: str, rounding: str | None
) -> None:
    """A printed result was cut down or raised at its own last digit, or no rounding gives it."""
    (result,) = worked_out(text).results
    assert (result.exact, result.printed, result.rounding) == (F(exact), F(printed), rounding)
    assert result.is_wrong == (rounding is None)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("229,295円=230千円", F(1)),
        ("229,295円=229,295円", F(1, 1000)),
        ("229,295円=230,000円", F(1)),
        ("970,000千円=970.0百万円", F(100)),
        ("970,000千円=970百万円", F(1000)),
        ("3,884千円=3,884.0", F(1, 10)),
        ("3,884.5千円=3,884.50", F(1, 100)),
        ("1億円=1億円", F(100_000)),
        ("5万円=50千円", F(1)),
    ],
)
def test_the_last_digit_of_a_result_is_that_of_its_unit(text: str, step: Fraction) -> None:
    """「970.0百万円」 says hundreds of 千円, 「229,295円」 every yen."""
    (result,) = worked_out(text).results
    assert result.step == step


def test_a_half_fits_both_ways_up() -> None:
    """5,340.5 → 5,341 is 切上げ and 四捨五入; 14.44 → 14 is 切捨て and 四捨五入: each rule can be asked about."""
    (half,) = worked_out("4,855千円×1.1人役=5,341千円").results
    (low,) = worked_out("1,805千円×8/1000=14千円").results
    assert [half.agrees_with(mode) for mode in ("down", "up", "half_up")] == [False, True, True]
    assert [low.agrees_with(mode) for mode in ("down", "up", "half_up")] == [True, False, True]


def test_pair_of_shares_keeps_the_total() -> None:
    """002 and 003: 515 + 207 = 722 = 2,063 × 0.35; each is rounded another way, both stand."""
    outcome = worked_out("2,063千円×0.25=515千円\n2,063千円×0.10=207千円")
    assert outcome.exact == 722
    assert [result.rounding for result in outcome.results] == ["down", "up"]


def test_approximate_result_is_the_writers_own() -> None:
    """≒: 63,748 was raised to 400,000 by a judgement (100); the typed figure stands and is not wrong."""
    outcome = worked_out("3,442,422÷54≒400,000")
    (result,) = outcome.results
    assert outcome.exact == 400_000
    assert result.approximate
    assert result.rounding is None
    assert not result.is_wrong


def test_015_is_ten_times_too_much() -> None:
    """20千円×100施設=20,000千円 (015): ten times the product; the price may be meant to be 200千円."""
    outcome = worked_out("20千円×100施設=20,000千円")
    (result,) = outcome.results
    assert outcome.exact == 20_000  # the author's arithmetic stands until he changes it
    hint = difference_hint(result.exact, result.printed, result.text)
    assert "10倍" in hint
    assert "20千円でなく200千円" in hint
    assert "10倍" in difference_hint(result.exact, result.printed)


def test_212_is_rounded_to_a_lending_unit() -> None:
    """77,314×80% = 61,851.2 is asked for as 61,850, whole 10千円 (212)."""
    (result,) = worked_out("77,314千円 x 80% = 61,850千円").results
    assert coarse_step(result.exact, result.printed) == 10


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ("補助金 1,200千円(R3のみ", 11, "閉じられていません"),  # 032, 033, 176
        ("報償費 2,500円×3回(講師\n旅費 20千円", 13, "閉じられていません"),
        ("（130千円＋15千円×12月", 0, "閉じられていません"),
        ("10,786,百万円", 6, "カンマ"),  # 048
        ("-167,0000", 8, "カンマ"),  # 113
        ("167,0000", 7, "3桁ではありません"),
    ],
)
def test_typing_faults_of_the_pages(text: str, at: int, words: str) -> None:
    """A bracket left open and a comma in the wrong place are pointed at, and never read as a figure."""
    trouble = parse(text)
    assert isinstance(trouble, Trouble)
    assert trouble.at == at
    assert words in trouble.message
    assert trouble.message.endswith("。")


def test_006_is_a_thousandth() -> None:
    """1,461円 where 1,461千円 is meant (006): the two are a thousand apart, which is said."""
    exact = worked_out("1,461円").exact
    assert exact is not None
    assert "円" in difference_hint(exact, F(1_461))


def test_remarks_with_results_are_checked_and_count_for_nothing() -> None:
    """004: the employee's own share stands in brackets after the employer's; both results are checked."""
    outcome = worked_out("1,805千円×142.53/1000=258千円 (本人負担分 1,805千円×8/1000=14千円)")
    assert outcome.exact == 258
    assert [(result.text, result.printed) for result in outcome.results] == [
        ("本人負担分 1,805千円×8/1000", 14),
        ("1,805千円×142.53/1000", 258),
    ]
