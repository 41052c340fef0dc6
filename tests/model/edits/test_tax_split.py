"""「消費税率の改正で分ける」: one line becomes the lines for the months before and after the change."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from model.basis.evaluating import evaluate
from model.basis.reading import parse
from model.basis.results import Surroundings
from model.basis.terms import Basis
from model.edits.fields import set_value
from model.edits.tax_split import split_by_tax_change
from model.request.lines import find, path_to, walk
from model.request.multi_year import Commitment
from model.request.request import Line, Request
from model.standard.parts import TaxPolicy
from tests.requests import requests
from tests.samples import findings, sample, snapshot, standard, with_lines

R2 = "令和2年度"


def split(line: Line, year: str = "平成31年度") -> Line:
    """The line after the split, alone in its table."""
    request = set_value(with_lines(line), "header/fiscal_year", year)
    return split_by_tax_change(request, line.id, standard()).groups[0].lines[0]


def bases(line: Line) -> list[str]:
    """The calculations of the two parts."""
    return [part.basis for part in split(line).parts]


def test_the_line_of_the_real_sheet() -> None:
    """システム保守運用経費 as one calculation without tax comes out as published: 7,040 with 3,488 and 3,552."""
    before = find(sample(), "line-4-1")
    assert before is not None
    typed = replace(before, parts=(), basis="538,150円(税抜)×12月")
    request = with_lines(typed)
    assert [finding.rule for finding in findings(request)] == ["tax-split"]
    after = split_by_tax_change(request, typed.id, standard())
    taken = snapshot(after)
    (line,) = taken.totals.groups[0].lines
    assert (line.amount.value, line.previous.value) == (7_040, 6_651)
    assert [(part.line.text, part.line.remark, part.amount.value) for part in line.parts] == [
        ("4月〜9月", "", 3_488),
        ("10月〜3月", "消費増税分含む", 3_552),
    ]
    assert [part.line.basis for part in line.parts] == ["538,150円×6か月×1.08", "538,150円×6か月×1.10"]
    assert taken.findings.all == ()
    printed = [(part.text, part.remark) for part in before.parts]
    assert printed == [(part.line.text, part.line.remark) for part in line.parts]


def test_line_keeps_what_is_not_this_years_amount() -> None:
    """The line itself stays: its id, words, last year's figure, 節 and mark; amount and calculation are the parts'."""
    line = Line("a", "保守", 6_651, 7_000, "3社見積", "580千円×12月", "13 委託料", "continued")
    after = split(line)
    assert replace(after, parts=()) == replace(line, amount=None, basis="")
    assert len({part.id for part in after.parts} | {"a"}) == 3


@pytest.mark.parametrize(
    ("basis", "before", "after"),
    [
        ("538,150円(税抜)×12月", "538,150円×6か月×1.08", "538,150円×6か月×1.10"),
        ("538,150円(税抜、A社見積)×12ヶ月", "538,150円(A社見積)×6か月×1.08", "538,150円(A社見積)×6か月×1.10"),
        ("538,150円(税込)×12月", "538,150円(税込)×6か月", "538,150円(税込)×6か月×110/108"),
        ("580千円×12月", "580千円×6か月", "580千円×6か月×110/108"),
        ("580千円×12月×1.08", "580千円×6か月×1.08", "580千円×6か月×1.10"),
        ("580千円(税抜)×12月×1.08", "580千円×6か月×1.08", "580千円×6か月×1.10"),
        ("(5千円(税抜)+1千円)×12月×1.08", "(5千円＋1千円)×6か月×1.08", "(5千円＋1千円)×6か月×1.10"),
        ("580千円×12月×110/100", "580千円×6か月×108/100", "580千円×6か月×110/100"),
        ("580千円×12月＝6,960千円", "580千円×6か月", "580千円×6か月×110/108"),
        ("6,960千円＝580千円×12月", "580千円×6か月", "580千円×6か月×110/108"),
        ("7,000千円", "7,000千円×6/12", "7,000千円×6/12×110/108"),
        ("5千円(税抜)×20回", "5千円×20回×6/12×1.08", "5千円×20回×6/12×1.10"),
        (
            "保守 50千円(税抜)×12月 + 通信 3千円×12月",
            "保守 50千円×6か月×1.08＋通信 3千円×6か月",
            "保守 50千円×6か月×1.10＋通信 3千円×6か月×110/108",
        ),
        (
            "(10千円(税抜)×12月+5千円(税抜))×2台",
            "(10千円×6か月×1.08＋5千円×6/12×1.08)×2台",
            "(10千円×6か月×1.10＋5千円×6/12×1.10)×2台",
        ),
        ("(10千円+5千円)×12月", "(10千円＋5千円)×6か月", "(10千円＋5千円)×6か月×110/108"),
        (
            "報酬 100千円×12月\n共済費: 報酬×8/1000",
            "報酬 100千円×6か月\n共済費：報酬×8/1000",
            "報酬 100千円×6か月×110/108\n共済費：報酬×8/1000",
        ),
        ("保守 580千円×12月\n計 6,960千円", "保守 580千円×6か月", "保守 580千円×6か月×110/108"),
        ("△5千円×12月", "△5千円×6か月", "△5千円×6か月×110/108"),
    ],
)
def test_calculation_of_each_part(basis: str, before: str, after: str) -> None:
    """Months are those of the part, else its share; tax is that of the part, else a price is one of before the change."""
    assert bases(Line("a", "保守", basis=basis)) == [before, after]


def test_typed_amount_becomes_shares_of_it() -> None:
    """An amount without a calculation is shared by months, and the later share raised with the rate."""
    assert bases(Line("a", "保守", amount=7_000)) == ["7,000千円×6/12", "7,000千円×6/12×110/108"]
    assert bases(Line("a", "保守", amount=-7_000)) == ["△7,000千円×6/12", "△7,000千円×6/12×110/108"]
    assert bases(Line("a", "保守")) == ["", ""]


def test_months_that_the_line_names_are_parted() -> None:
    """A line for 7月〜12月 is parted within these months, three and three."""
    after = split(Line("a", "保守（7月〜12月）", basis="10千円(税抜)×6月"))
    assert [(part.text, part.basis) for part in after.parts] == [
        ("7月〜9月", "10千円×3か月×1.08"),
        ("10月〜12月", "10千円×3か月×1.10"),
    ]


def test_part_of_a_line_is_parted_where_it_stands() -> None:
    """A line at the second level is parted into a third; the lines beside it and its commitments stay."""
    inner = Line("b", "機器", basis="10千円(税抜)×12月")
    request = replace(
        with_lines(Line("a", "保守", parts=(inner, Line("c", "他", amount=1)))),
        commitments=(Commitment("x", "b", "H32"),),
    )
    after = split_by_tax_change(request, "b", standard())
    assert [line.id for line in path_to(after, "b")] == ["b", "a"]
    assert [part.text for part in path_to(after, "b")[0].parts] == ["4月〜9月", "10月〜3月"]
    assert find(after, "c") is find(request, "c")
    assert after.commitments is request.commitments


def test_unit_price_without_tax_takes_the_rate_of_its_part() -> None:
    """A price of the section's table that is 税抜 is raised where it is looked up, not a second time."""
    request = replace(
        with_lines(Line("a", "講習", basis="講師謝金×12月")), prices={"講師謝金": "10千円(税抜)"}
    )
    (line,) = split_by_tax_change(request, "a", standard()).groups[0].lines
    assert [part.basis for part in line.parts] == ["講師謝金×6か月"] * 2
    taxed = replace(request, prices={"講師謝金": "10千円"})
    (line,) = split_by_tax_change(taxed, "a", standard()).groups[0].lines
    assert [part.basis for part in line.parts] == ["講師謝金×6か月", "講師謝金×6か月×110/108"]


@pytest.mark.parametrize(
    ("line", "year"),
    [
        (Line("a", "保守", amount=7_000), R2),
        (Line("a", "保守（4月〜9月）", amount=7_000), "平成31年度"),
        (Line("a", "保守", amount=7_000, parts=(Line("b"),)), "平成31年度"),
        (Line("a", "保守", amount="約3百"), "平成31年度"),
        (Line("a", "保守", basis="5千円×("), "平成31年度"),
        (Line("a", "保守（下半期）", amount=7_000), "平成31年度"),
        (Line("a", "土地借上料", amount=7_000, remark="非課税"), "平成31年度"),
        (Line("a", "リース料", amount=7_000, remark="経過措置の契約"), "平成31年度"),
    ],
)
def test_nothing_to_part(line: Line, year: str) -> None:
    """One rate, parts already, a figure that cannot be read, a contract that keeps its rate: the request stays as it is."""
    request = set_value(with_lines(line), "header/fiscal_year", year)
    assert split_by_tax_change(request, "a", standard()) is request


def test_lowest_level_and_lost_lines_are_not_parted() -> None:
    """The sheet nests to three levels, and a line that is gone has nothing to part."""
    request = with_lines(Line("a", parts=(Line("b", parts=(Line("c", amount=1),)),)))
    assert split_by_tax_change(request, "c", standard()) is request
    assert split_by_tax_change(request, "gone", standard()) is request


def test_policy_of_one_rate_leaves_nothing_to_part() -> None:
    """Where the year's policy orders the current rate, the rise is the compilation's."""
    under = replace(standard(), tax_policies=[TaxPolicy(first=2019, last=2019, percent=8)])
    request = with_lines(Line("a", "保守", amount=7_000))
    assert split_by_tax_change(request, "a", standard()) is not request
    assert split_by_tax_change(request, "a", under) is request


@given(
    st.integers(1, 10**6), st.sampled_from(["", "(税抜)"]), st.sampled_from(["×12月", "×20回", "×12か月×2台", ""]),
    st.sampled_from(["", "×1.08", "×1.10"]),
)  # fmt: skip
def test_parts_are_the_line_at_two_rates(price: int, remark: str, number: str, factor: str) -> None:
    """Whatever the calculation, the first part is half the year at 8 %, and the second the same at 10 %."""
    if remark and factor:
        return
    first, second = (_exact(basis) for basis in bases(Line("a", basis=f"{price}円{remark}{number}{factor}")))
    assert second == first * Fraction(110, 108)
    without_tax = _exact(f"{price}円{number}")
    assert first == without_tax / 2 * (Fraction(108, 100) if remark or factor else 1)


def _exact(basis: str) -> Fraction:
    parsed = parse(basis)
    assert isinstance(parsed, Basis)
    exact = evaluate(parsed, Surroundings()).exact
    assert exact is not None
    return exact


@given(requests(), st.data())
def test_any_line_of_any_request(request_: Request, data: st.DataObject) -> None:
    """The split never fails, leaves one part per rate, can be read again, and a second time there is nothing to part."""
    request = set_value(request_, "header/fiscal_year", "平成31年度")
    ids = [line.id for group in request.groups for line, _ in walk(group.lines)]
    if not ids:
        return
    line_id = data.draw(st.sampled_from(ids))
    after = split_by_tax_change(request, line_id, standard())
    assert split_by_tax_change(after, line_id, standard()) is after
    if after is not request:
        line = find(after, line_id)
        assert line is not None
        assert len(line.parts) == 2
        assert all(not part.basis or isinstance(parse(part.basis), Basis) for part in line.parts)
        for part in line.parts:
            assert split_by_tax_change(after, part.id, standard()) is after


@pytest.mark.parametrize("basis", ["20,845円×11か月", "(3千円×2月+1千円)×12月"])
def test_months_that_are_not_the_lines_are_not_parted_by_guess(basis: str) -> None:
    """「×11か月」 of a line for the whole year does not say which month is missing: the line stays as it is."""
    request = with_lines(Line("l", "保守", basis=basis))
    assert split_by_tax_change(request, "l", standard()) is request
