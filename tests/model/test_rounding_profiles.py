"""Both rounding profiles of the Standard against the figures that were published under them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.figures.figures import GroupTotals, Totals
from model.incremental.results import Results
from model.names import explain
from model.request.request import Line
from model.standard.standard import Standard
from model.totals.totals import totals
from tests.samples import set_values, standard, with_lines


def osaka() -> Standard:
    """The Standard with 大阪府's rounding."""
    return replace(standard(), rounding="osaka")


def table(*bases: str, under: Standard | None = None) -> GroupTotals:
    """A cost table of lines with these bases."""
    lines = [Line(f"l{at}", f"経費{at}", basis=basis) for at, basis in enumerate(bases)]
    return totals(with_lines(*lines), under or standard()).groups[0]


def figures(group: GroupTotals) -> tuple[list[int | None], int | None]:
    """What stands on the lines, and the 合計, 千円."""
    return [line.amount.value for line in group.lines], group.amount.value


@pytest.mark.parametrize(
    ("basis", "printed"),
    [
        ("24,900円×89人", 2_217),  # page 149
        ("46,296,354円", 46_297),  # page 207
        ("14,600,499円", 14_601),  # page 211
        ("20,845円×11か月", 230),  # page 121
        ("20,845円×1か月", 21),  # page 121
        ("4,855千円×1.1人役", 5_341),  # page 150
        ("1,805千円×142.53/1000", 258),  # pages 002 to 004
        ("2,063千円×0.10", 207),  # page 003
        ("7,692.5千円", 7_693),  # page 118: the year's part
    ],
)
def test_expense_goes_up_in_tottori(basis: str, printed: int) -> None:
    """鳥取県 raises expense that was worked out in 円 to the next 千円."""
    assert figures(table(basis)) == ([printed], printed)


def test_total_is_the_sum_of_shown_figures_in_tottori() -> None:
    """鳥取県's 合計 adds up the 千円 that stand on the sheet, not the 円 behind them."""
    assert figures(table("20,845円×11か月", "20,845円×11か月", "20,845円×11か月")) == ([230] * 3, 690)


def source(basis: str, expense: int, under: Standard) -> Totals:
    """A request of one line whose 国庫支出金 is worked out."""
    request = replace(
        with_lines(Line("l", "経費", amount=expense)), bases={"funding/request/national": basis}
    )
    return totals(request, under)


@pytest.mark.parametrize(
    ("basis", "expense", "national", "general"),
    [
        ("42,433千円×1/2", 42_433, 21_216, 21_217),  # page 152: 一般財源 takes the odd 千円
        ("13,761,051円×1/2", 13_762, 6_880, 6_882),  # page 211
        ("1,805千円×8/1000", 1_805, 14, 1_791),  # page 004: 本人負担分
        ("418,149千円×0.015", 418_149, 6_272, 411_877),  # page 005: a ceiling
    ],
)
def test_revenue_goes_down_and_general_funds_take_the_rest(
    basis: str, expense: int, national: int, general: int
) -> None:
    """Revenue and ceilings are cut off to 千円; the odd 千円 is left to 一般財源, in both profiles."""
    for under in (standard(), osaka()):
        row = source(basis, expense, under).funding_rows["request"]
        assert row.sources["national"].value == national
        assert row.general.value == general


@pytest.mark.parametrize(
    ("basis", "printed"),
    [
        ("-77,000円", -77),
        ("-77,999円", -77),  # toward zero
        ("1,200円", 1),
        ("-1,000円", -1),
        ("25,000円*4本*1.08", 108),
        ("25,000円*3本*1.10", 82),
        ("12,345円×142.53/1000", 1),
    ],
)
def test_lines_are_cut_off_in_osaka(basis: str, printed: int) -> None:
    """大阪府 cuts each line off toward zero: 44 of 44 recomputed lines of its published pages."""
    assert figures(table(basis, under=osaka()))[0] == [printed]


def test_heading_is_the_ceiling_of_exact_yen_in_osaka() -> None:
    """大阪府 adds up the exact 円 within a heading and raises the sum: 30 of 30 headings, 19 with a fraction."""
    group = table("20,845円×11か月", "20,845円×11か月", "20,845円×11か月", under=osaka())
    assert figures(group) == ([229, 229, 229], 688)  # 687.885, not 687
    assert explain.of_figure(group.amount) == "687.885 → 688（切上げ）"


def test_rounding_line_of_osaka() -> None:
    """端数調整 is a negative line of its own inside a heading: 1,200 − 1,000 = 200円 make 1千円."""
    assert figures(table("1,200円", "-1,000円", under=osaka())) == ([1, -1], 1)


def test_headings_are_added_up_as_shown_in_osaka() -> None:
    """大阪府 adds up the headings in 千円: two headings of 0.5千円 make 2千円, not 1."""
    lines = [Line(f"h{at}", "報償費", parts=(Line(f"l{at}", "謝金", basis="500円"),)) for at in range(2)]
    group = totals(with_lines(*lines), osaka()).groups[0]
    assert [line.amount.value for line in group.lines] == [1, 1]
    assert group.amount.value == 2


def test_labour_cost_is_rounded_half_up() -> None:
    """1.9人 × 7,938千円 = 15,082.2 → 15,082, and H27 0.1人 × 7,765千円 = 776.5 → 777 (page 191)."""
    request = set_values(with_lines(), [("headcount/request/regular", "1.9")])
    row = totals(request, standard()).cost_rows["request"]
    assert explain.labour(row.labour_by_category, standard()) == [
        "正職員 1.9人×7,938千円＝15,082.2 → 15,082（四捨五入）"
    ]
    half = set_values(request, [("header/fiscal_year", "H27"), ("headcount/request/regular", "0.1")])
    assert totals(half, standard()).cost_rows["request"].labour.value == 777


def test_rounded_figure_explains_itself() -> None:
    """A figure that was rounded says from what and how; one that came out whole says nothing."""
    rounded, whole = table("20,845円×11か月", "20千円×100施設").lines
    assert explain.of_figure(rounded.amount) == "229.295 → 230（切上げ）"
    assert explain.of_figure(whole.amount) == ""


def test_typed_amount_stands_against_its_basis() -> None:
    """The author's arithmetic: 2,063千円×0.25 is 516 by the rule, but the sheet says 515 so that a pair keeps its total."""
    line = (
        totals(with_lines(Line("l", "報酬", amount=515, basis="2,063千円×0.25")), standard())
        .groups[0]
        .lines[0]
    )
    assert (line.amount.value, line.amount.derived, line.amount.differs) == (515, 516, True)


def test_printed_result_is_the_authors_figure() -> None:
    """A result written in the basis is what the line gives: a checker adds up the paper."""
    assert figures(table("2,063千円×0.25=515千円", "2,063千円×0.10=207千円")) == ([515, 207], 722)


def test_broken_basis_gives_no_figure() -> None:
    """A basis that cannot be read leaves the amount blank; it is never taken for 0."""
    group = table("20,845円×", "5千円")
    assert [line.amount.value for line in group.lines] == [None, 5]
    assert group.lines[0].change is None


def test_price_is_the_one_the_request_keeps() -> None:
    """A name in a basis is a unit price of the request."""
    request = replace(with_lines(Line("l", "旅費", basis="普通旅費×12回")), prices={"普通旅費": "2,500円"})
    results = Results()
    assert totals(request, standard(), results).amount.value == 30
    dearer = replace(request, prices={"普通旅費": "2,800円"})
    assert totals(dearer, standard(), results).amount.value == 34  # 33.6


@pytest.mark.parametrize(
    ("year", "text", "basis", "amount"),
    [
        ("令和2年度", "保守", "1,000千円(税抜)", 1_100),
        ("平成30年度", "保守", "1,000千円(税抜)", 1_080),
        ("平成31年度", "保守（4月〜9月）", "1,000千円(税抜)", 1_080),
        ("平成31年度", "10月〜3月", "1,000千円(税抜)", 1_100),
        ("平成31年度", "10月〜3月", "1,000千円(税抜・経過措置)", 1_080),
        ("平成31年度", "保守", "1,000千円(税抜)", None),  # the year straddles the change
        ("令和2年度", "保守", "1,000千円(税込)", 1_000),
    ],
)
def test_tax_is_added_at_the_rate_of_the_months(year: str, text: str, basis: str, amount: int | None) -> None:
    """「税抜」 adds the consumption tax of the months that the line names, or of the whole year."""
    request = set_values(with_lines(Line("l", text, basis=basis)), [("header/fiscal_year", year)])
    assert totals(request, standard()).amount.value == amount
