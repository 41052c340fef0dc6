"""Derived figures: sums, labour cost, general funds, change and cut."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from model.edits.fields import set_value
from model.figures.figures import Figure, LineTotals, figure
from model.incremental.results import Results
from model.request.request import CostGroup, Line, Request
from model.totals import totals as totals_module
from model.totals.total_cost import labour_cost
from model.totals.totals import totals
from tests.samples import (
    big,
    declared_sample,
    empty,
    one_line,
    sample,
    set_values,
    snapshot,
    standard,
    with_lines,
)


@pytest.mark.parametrize(
    ("derived", "typed", "value", "declared", "differs", "shown"),
    [
        (None, None, None, False, False, None),
        (10, None, 10, False, False, 10),
        (None, 7, 7, False, False, 7),
        (10, 10, 10, True, False, 10),
        (10, 7, 7, True, True, 7),
        (0, 0, 0, True, False, 0),
        (10, 0, 0, True, True, 0),
        (10, "約3百", 10, True, True, "約3百"),
        (None, "約3百", None, False, False, "約3百"),
    ],
)
def test_figure(
    derived: int | None,
    typed: int | str | None,
    value: int | None,
    declared: bool,
    differs: bool,
    shown: int | str | None,
) -> None:
    """A typed figure is in force over the derived one, 0 is a figure, and text that is no figure changes no sum."""
    found = figure(derived, typed)
    assert (found.value, found.is_declared, found.differs, found.shown) == (value, declared, differs, shown)


def line_totals(request: Request, line_id: str) -> LineTotals:
    """The totals of a line or part."""

    def search(lines: tuple[LineTotals, ...]) -> LineTotals | None:
        for line in lines:
            found = line if line.line.id == line_id else search(line.parts)
            if found:
                return found
        return None

    found = search(tuple(line for group in snapshot(request).totals.groups for line in group.lines))
    assert found is not None
    return found


def test_blank_lines_have_no_sum() -> None:
    """A table of blank lines has a blank 合計: blank is not 0."""
    found = snapshot(with_lines(Line("a"), Line("b"))).totals
    assert found.groups[0].amount == Figure(None)
    assert found.amount.value is None
    assert found.cost_rows["request"].expense.value is None
    assert found.funding_rows["request"].general.value is None


def test_blank_beside_a_figure_adds_nothing() -> None:
    """第三次LGWAN接続機器リース料 has (16) and no figure this year: the sums of both years are those of the others."""
    group = snapshot(sample()).totals.groups[2]
    assert (group.previous.value, group.amount.value) == (34_309, 34_445)


def test_zero_is_a_figure() -> None:
    """A table whose only figure is 0 has the sum 0."""
    assert snapshot(one_line(0, None)).totals.groups[0].amount.value == 0
    assert snapshot(one_line(0, None)).totals.groups[0].previous.value is None


def test_parts_give_the_line_only_where_they_have_figures() -> None:
    """システム保守運用経費: 3,488 + 3,552 give 7,040 this year; the bracketed 6,651 is the line's own."""
    line = line_totals(sample(), "line-4-1")
    assert line.amount == Figure(7_040, 7_040, None)
    assert line.previous == Figure(6_651, None, 6_651)


def test_parts_nest_to_three_levels() -> None:
    """うち… of a part goes into the part, the line and the table."""
    bottom = Line("c", "うち旅費", None, 30)
    request = with_lines(Line("a", parts=(Line("b", parts=(bottom, Line("d", "うち印刷費", None, 12))),)))
    assert line_totals(request, "b").amount.value == 42
    assert snapshot(request).totals.amount.value == 42


def test_declared_sum_is_what_the_next_sum_adds_up() -> None:
    """A checker adds up the paper: 合計 typed as 500 goes into 要求額 as 500, whatever its lines say."""
    request = set_value(one_line(400), "group/table/amount", 500)
    assert snapshot(request).totals.amount.derived == 500


def test_repeated_figures_derive_from_their_root() -> None:
    """要求額 typed wrongly on the request line leaves the total-cost and funding tables as they are."""
    request = set_value(sample(), "request/amount", 999)
    found = snapshot(request).totals
    assert found.amount.value == 999
    assert found.cost_rows["request"].expense.value == 124_767
    assert found.funding_rows["request"].expense.value == 124_767


def test_request_line_without_tables() -> None:
    """Where no table gives 要求額, the figure typed on the request line stands in every table."""
    found = snapshot(set_value(empty(), "request/amount", 800)).totals
    assert found.cost_rows["request"].expense.value == 800
    assert found.funding_rows["request"].general.value == 800


@pytest.mark.parametrize(
    ("year", "people", "cost"),
    [
        ("H27", {"regular": "0.1"}, 777),  # 776.5
        ("H27", {"regular": "2.5"}, 19_413),  # 19,412.5
        ("H21", {"regular": "0.1"}, 829),  # 828.5
        ("H30", {"regular": "0.5"}, 3_973),  # 3,972.5
        ("R6", {"regular": "0.1"}, 783),  # 782.5
        ("H31", {"regular": "1.9"}, 15_082),
        ("H31", {"regular": "5.2"}, 41_278),
        (
            "R3",
            {"regular": "39.5", "fiscal_year_appointed": "62.0", "special_part_time": "0.4"},
            488_464,
        ),  # 488,463.5
        (
            "R4",
            {"regular": "38.6", "fiscal_year_appointed": "62.0", "special_part_time": "0.4"},
            480_728,
        ),  # 480,727.6
        ("R3", {"regular": "6.2", "fiscal_year_appointed": "1.0"}, 51_942),
        ("R6", {"regular": "6.8", "fiscal_year_appointed": "3.0"}, 62_051),
        ("H22", {"regular": "0.2", "part_time": "0.5"}, 1_614),
        ("H22", {"regular": "1.0", "temporary": "1.0"}, 8_068),
        ("H31", {"regular": "4.6", "part_time": "5.4"}, 36_515),
        ("H31", {"regular": "0.0", "part_time": "3.0"}, 0),
        ("H31", {"regular": "", "part_time": "3.0"}, 0),
    ],
)
def test_published_labour_costs(year: str, people: dict[str, str], cost: int) -> None:
    """人件費(B) = 人役 × the year's price, 四捨五入, as published: halves go up, and those without a price cost nothing."""
    request = set_value(one_line(), "header/fiscal_year", year)
    request = set_values(request, ((f"headcount/request/{key}", count) for key, count in people.items()))
    assert snapshot(request).totals.cost_rows["request"].labour == Figure(cost, cost)


def test_previous_row_takes_the_previous_years_price() -> None:
    """On the sheet of 平成31年度 the 0.5人 of 30年度 cost 7,945 each."""
    row = snapshot(sample()).totals.cost_rows["previous"]
    assert (row.year, row.labour.derived) == (2018, 3_973)


@pytest.mark.parametrize(
    ("year", "people"),
    [("H20", {"regular": "1.0"}), ("R7", {"regular": "1.0", "fiscal_year_appointed": "2.0"}), ("H31", {"regular": "約2", "part_time": "0.0"})],
)  # fmt: skip
def test_labour_cost_without_a_price_has_to_be_typed(year: str, people: dict[str, str]) -> None:
    """Where a price or a readable count is missing, 人件費 is not guessed from the rest; a typed one is in force."""
    request = set_value(one_line(), "header/fiscal_year", year)
    request = set_values(request, ((f"headcount/request/{key}", count) for key, count in people.items()))
    assert snapshot(request).totals.cost_rows["request"].labour == Figure(None)
    typed = snapshot(set_value(request, "cost/request/labour", 9_000)).totals.cost_rows["request"]
    assert (typed.labour.value, typed.total.value) == (9_000, 10_000)


def test_unpriced_category_without_people_does_no_harm() -> None:
    """0.0 会計年度任用職員 in R7, whose price is not published, cost 0."""
    request = set_values(
        one_line(),
        [("header/fiscal_year", "R7"), ("headcount/request/regular", "1.0"), ("headcount/request/fiscal_year_appointed", "0.0")],
    )  # fmt: skip
    assert snapshot(request).totals.cost_rows["request"].labour.derived == 7_887


def test_labour_cost_is_exact_before_it_is_rounded() -> None:
    """0.1 × 7,765 is exactly 776.5, never a float near it."""
    assert labour_cost(Decimal("0.1"), 7_765, "half_up") == 777
    assert labour_cost(Decimal("0.1"), 7_765, "down") == 776
    assert labour_cost(Decimal("0.1"), 7_764, "up") == 777


def test_total_cost_adds_what_is_there() -> None:
    """事業費 without people is the whole cost, and so is labour without 事業費; a row of blanks stays blank."""
    assert snapshot(one_line()).totals.cost_rows["request"].total.value == 1_000
    people_only = set_value(with_lines(), "headcount/request/regular", "1.0")
    assert snapshot(people_only).totals.cost_rows["request"].total.value == 7_938
    assert snapshot(with_lines()).totals.cost_rows["request"].total.value is None


def test_general_funds_are_the_rest() -> None:
    """一般財源 = 事業費 − the other sources; a source that cannot be read is not taken for a figure."""
    request = set_values(one_line(), [("funding/request/national", 300), ("funding/request/bonds", "約百")])
    row = snapshot(request).totals.funding_rows["request"]
    assert (row.specific, row.general.value) == (300, 700)


@pytest.mark.parametrize(
    ("amount", "previous", "change", "percent"),
    [
        (1_000, 900, 100, "11.1"),
        (900, 1_000, -100, "-10"),
        (1_005, 1_000, 5, "0.5"),
        (20_001, 20_000, 1, "0"),
        (20_010, 20_000, 10, "0.1"),
        (19_990, 20_000, -10, "-0.1"),
        (0, 1_000, -1_000, "-100"),
        (-500, -1_000, 500, "50"),
        (1_000, 0, 1_000, None),
        (1_000, None, None, None),
        (None, 1_000, None, None),
    ],
)
def test_change_from_the_previous_year(
    amount: int | None, previous: int | None, change: int | None, percent: str | None
) -> None:
    """The change in 千円 and in percent to one decimal, halves away from zero; none against a blank or a 0."""
    found = snapshot(one_line(amount, previous)).totals
    assert found.change == change
    assert found.change_percent == (None if percent is None else Decimal(percent))


@pytest.mark.parametrize(
    ("amount", "held", "separate", "cut"),
    [(1_000, None, None, 0), (600, 300, 50, 50), (1_200, None, None, -200), (0, None, None, 1_000), (None, 300, None, None),
     ("約百", None, None, None)],
)  # fmt: skip
def test_cut(amount: int | str | None, held: int | None, separate: int | None, cut: int | None) -> None:
    """What the 査定 cut is 要求額 − (計上 + 保留 + 別途); before a 計上額 there is no cut."""
    request = set_values(
        one_line(),
        [("assessment/amount", amount), ("assessment/held", held), ("assessment/separate", separate)],
    )
    assert snapshot(request).totals.cut == cut


@pytest.fixture
def derived(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the lines that are derived from now on."""
    ids: list[str] = []
    derive = totals_module._line
    monkeypatch.setattr(
        totals_module, "_line", lambda line, by, above=(): ids.append(line.id) or derive(line, by, above)
    )
    return ids


def test_edit_of_one_line_in_a_thousand_derives_one_line(derived: list[str]) -> None:
    """In a sheet of 1,000 lines the typing of one amount derives that line anew and no other."""
    request, results = big(1_000), Results()
    before = totals(request, standard(), results)
    assert len(derived) == 1_000
    derived.clear()
    after = totals(set_value(request, "line/line-500/amount", 0), standard(), results)
    assert derived == ["line-500"]
    assert after.amount.value == 1_000 * 1_001 // 2 - 500
    untouched = [(new, old) for new, old in zip(after.groups, before.groups, strict=True) if new is not old]
    assert len(untouched) == 1
    assert [new is old for new, old in zip(*(group.lines for group in untouched[0]), strict=True)].count(
        False
    ) == 1


def test_edit_of_one_line_in_one_long_table_derives_one_line(derived: list[str]) -> None:
    """Also in a single table of 1,000 lines."""
    lines = tuple(line for group in big(1_000).groups for line in group.lines)
    request, results = replace(one_line(), groups=(CostGroup("table", lines=lines),)), Results()
    totals(request, standard(), results)
    derived.clear()
    totals(set_value(request, "line/line-500/amount", 0), standard(), results)
    assert derived == ["line-500"]


def test_edit_of_the_narrative_derives_no_line(derived: list[str]) -> None:
    """Typing in the text of the sheet takes over every cost table as it was."""
    results = Results()
    before = totals(declared_sample(), standard(), results)
    derived.clear()
    after = totals(set_value(declared_sample(), "section/section-1/text", "概要"), standard(), results)
    assert derived == []
    assert all(new is old for new, old in zip(after.groups, before.groups, strict=True))


@pytest.mark.parametrize(
    ("amount", "previous", "change"),
    [(370, 0, 370), (370, None, 370), (None, 16, -16), (12_085, 14_585, -2_500), (None, None, None), (0, 0, 0)],
)  # fmt: skip
def test_change_of_a_line_and_its_table(
    amount: int | str | None, previous: int | None, change: int | None
) -> None:
    """増減 of a new line is its whole amount, of a line that is gone its whole previous amount; of a blank line none."""
    (group,) = snapshot(one_line(amount, previous)).totals.groups
    assert group.change == group.lines[0].change == change


def test_change_of_a_figure_that_cannot_be_read_is_not_known() -> None:
    """「約百」 beside 5 last year is no decrease of 5: what cannot be read is not 0."""
    (group,) = snapshot(one_line("約百", 5)).totals.groups
    assert group.lines[0].change is None


@pytest.mark.parametrize(
    ("values", "total", "gap"),
    [
        ({}, 1_000, 0),
        ({"national": 300}, 1_000, 0),
        ({"national": 300, "general": 700}, 1_000, 0),
        ({"national": 300, "general": 650}, 950, 50),
        ({"general": 1_200}, 1_200, -200),
        ({"expense": 900}, 900, 100),
    ],
)
def test_sum_of_the_sources(values: dict[str, int], total: int, gap: int) -> None:
    """財源計 is the special sources and 一般財源; what they leave open against 要求額 is the 差額."""
    request = set_values(one_line(), ((f"funding/request/{key}", value) for key, value in values.items()))
    totals = snapshot(request).totals
    assert totals.asked_funds is not None
    assert (totals.asked_funds.total, totals.funding_gap) == (total, gap)


def test_gap_is_to_the_figure_beside_it() -> None:
    """A 要求額 that was typed wrong is not covered by its sources: the bar shows both, and their difference."""
    totals = snapshot(set_value(one_line(), "request/amount", 900)).totals
    assert (totals.amount.value, totals.funding_gap) == (900, -100)


def test_sum_of_the_sources_of_a_blank_row() -> None:
    """Without 事業費 there is no 差額; the sources typed so far are summed, and a row of blanks has no sum."""
    blank = snapshot(one_line()).totals.funding_rows["held"]
    assert blank.total is None
    assert snapshot(one_line(None, None)).totals.funding_gap is None
    begun = snapshot(set_value(one_line(), "funding/held/bonds", 40)).totals.funding_rows["held"]
    assert begun.total == 40
