"""Rules 8 to 10, and people whom the Standard cannot price."""

from __future__ import annotations

import pytest

from model.edits.fields import set_value
from model.request.request import Request
from tests.samples import declared_sample, empty, findings, fixed, one_line, only, set_values, snapshot
from tests.sheet_rows import SHEET_ROWS


def with_people(
    year: str = "平成31年度", row: str = "request", labour: int | None = None, **people: str
) -> Request:
    """A request with people in one row."""
    values = [
        ("header/fiscal_year", year),
        *((f"headcount/{row}/{key}", count) for key, count in people.items()),
    ]
    return set_values(one_line(), [*values, (f"cost/{row}/labour", labour)])


@pytest.mark.parametrize(
    ("row", "label"),
    [("assessed", "31年度当初予算額"), ("request", "31年度当初予算要求額"), ("previous", "30年度当初予算額")],
)
def test_labour_cost_that_is_not_people_times_price(row: str, label: str) -> None:
    """Rule 8: a 人件費 that is not 人役 × the year's price is told with both figures."""
    derived = {"assessed": 15_082, "request": 15_082, "previous": 3_973}[row]
    request = set_value(declared_sample(), f"cost/{row}/labour", derived + 13)
    rule, severity = ("8-copied", "warning") if row == "previous" else ("8", "error")
    found = only(request, rule)
    assert (found.place, found.severity) == (f"cost/{row}/labour", severity)
    assert all(
        text in found.message
        for text in (f"「{label}」", f"{derived + 13:,}千円", f"{derived:,}千円", "13千円違います")
    )
    assert findings(fixed(request, found), rule) == []


def test_stale_price_of_the_year_before() -> None:
    """Three published sheets took last year's price: 1.9 × 7,945 = 15,096 on a sheet of 平成31年度 is found, and why."""
    found = only(with_people(labour=15_096, regular="1.9"), "8-stale")
    assert "15,096千円 は前年度の単価" in found.message
    assert "15,082千円 になります" in found.message
    assert findings(with_people(labour=15_096, regular="1.9"), "8") == []


@pytest.mark.parametrize(("people", "found"), [("5.1", []), ("5.0", ["headcount/total/regular"]), ("", [])])
def test_people_of_a_supplementary_total(people: str, found: list[str]) -> None:
    """On a supplementary sheet 計 counts the people of 現計 and 補正 together; a blank count is not looked at."""
    request = set_values(
        one_line(),
        [
            ("header/budget", "6月補正予算"),
            ("headcount/standing/regular", "5.0"),
            ("headcount/request/regular", "0.1"),
            ("headcount/total/regular", people),
        ],
    )
    assert [finding.place for finding in findings(request, "sum-row")] == found


def test_same_people_in_every_row_of_an_adjustment() -> None:
    """On an adjustment the same people stand in all rows of four published sheets: worth a look, never an error."""
    rows = ("standing", "request", "total")
    request = set_values(
        one_line(),
        [("header/stage", "一般事業調整"), *((f"headcount/{row}/regular", "6.4") for row in rows)],
    )
    found = only(request, "people-not-added")
    assert (found.place, found.severity) == ("cost/total/labour", "info")


def test_blank_people_of_the_final_row_are_usual_at_later_stages() -> None:
    """Rule 10 leaves adjustment sheets alone: their row of the final amount names only 正職員."""
    typed = [("headcount/request/regular", "1.0"), ("headcount/request/temporary", "0.0")]
    assert findings(set_values(one_line(), typed), "10")
    assert findings(set_values(one_line(), [*typed, ("header/stage", "一般事業調整")]), "10") == []


def test_years_without_a_price_have_no_rule_of_nobody() -> None:
    """Before 平成21年度 there is no single price, and 0.00人 may stand beside a 人件費 (76千円 on a published sheet)."""
    assert findings(with_people("平成20年度", labour=76, regular="0.00"), "9") == []


@pytest.mark.parametrize(("labour", "right"), [(777, True), (776, False)])
def test_half_goes_up(labour: int, right: bool) -> None:
    """0.1人 × 7,765千円 = 776.5 is 777, as published; 776, cut off or to the even side, is found."""
    found = findings(with_people("平成27年度", labour=labour, regular="0.1"), "8")
    assert (found == []) is right


@pytest.mark.parametrize("row", SHEET_ROWS)
def test_nobody_costs_nothing(row: str) -> None:
    """Rule 9: where 人役 is 0.0, a 人件費 of 1,584 is an error, and rule 8 does not repeat it."""
    request = with_people(row=row, labour=1_584, regular="0.0", part_time="0.0", temporary="0.0")
    found = only(request, "9")
    assert (found.place, found.severity) == (f"cost/{row}/labour", "error")
    assert "1,584千円" in found.message
    assert findings(request, "8") == []
    assert findings(fixed(request, found)) == []


def test_nobody_among_those_with_a_price() -> None:
    """3.0 非常勤職員 and 0.0 正職員 cost nothing in 人件費(B) either."""
    assert only(with_people(labour=100, regular="0.0", part_time="3.0"), "9").place == "cost/request/labour"
    assert findings(with_people(labour=0, regular="0.0", part_time="3.0"), "9") == []


def test_labour_cost_without_people_typed() -> None:
    """A 人件費 typed before any 人役 is nobody's error yet."""
    assert findings(with_people(labour=1_584)) == []


@pytest.mark.parametrize(
    "people", [{"regular": "二人", "part_time": "0.0"}, {"regular": "0.0", "fiscal_year_appointed": "二人"}]
)
def test_unreadable_count_is_not_taken_for_nobody(people: dict[str, str]) -> None:
    """Where a count cannot be read, rules 8 and 9 keep silent: the count is the error."""
    year = "令和3年度" if "fiscal_year_appointed" in people else "平成31年度"
    request = with_people(year, labour=15_082, **people)
    assert {finding.rule for finding in findings(request) if finding.severity == "error"} == {"people"}


def test_blank_and_zero_in_one_table() -> None:
    """Rule 10: one table writes either 0.0 or nothing; 0.0 is put into the blank by one click."""
    request = set_value(declared_sample(), "headcount/request/temporary", None)
    found = only(request, "10")
    assert (found.place, found.severity) == ("headcount/request/temporary", "warning")
    assert "空欄（1か所）" in found.message
    assert "0.0（5か所）" in found.message
    assert fixed(request, found) == declared_sample()


def test_each_blank_is_filled_in_its_turn() -> None:
    """Two blanks among zeros are settled by two clicks, in the order of the table."""
    request = with_people(regular="0.0")
    for where in ("part_time", "temporary"):
        found = only(request, "10")
        assert found.place == f"headcount/request/{where}"
        request = fixed(request, found)
    assert findings(request) == []


@pytest.mark.parametrize(
    "people",
    [{"regular": "1.9"}, {"regular": "1.9", "part_time": "1.0", "temporary": "2.0"}, {"regular": "0.0", "part_time": "0.0", "temporary": "0"}],
)  # fmt: skip
def test_one_style_in_one_table(people: dict[str, str]) -> None:
    """Only blanks, only counts, or zeros everywhere are one style; rows without anybody do not count."""
    assert findings(with_people(**people), "10") == []


@pytest.mark.parametrize("typed", ["二人", "-1", "1,9", "1.9.0"])
def test_count_that_cannot_be_read(typed: str) -> None:
    """人役 that is no number is an error at its cell, with the words as typed."""
    found = only(with_people(regular=typed), "people")
    assert (found.place, found.severity) == ("headcount/request/regular", "error")
    assert f"「{typed}」" in found.message


@pytest.mark.parametrize("typed", ["1.9", "１．９人", "0", "", " "])
def test_count_that_can_be_read(typed: str) -> None:
    """A number, with 人 and in full width too, or a blank is no error."""
    assert findings(with_people(regular=typed), "people") == []


@pytest.mark.parametrize(
    ("year", "row", "category", "words"),
    [
        ("平成20年度", "request", "regular", "正職員の平成20年度の単価"),
        ("平成21年度", "previous", "regular", "正職員の平成20年度の単価"),
        ("令和7年度", "request", "fiscal_year_appointed", "会計年度任用職員の令和7年度の単価"),
    ],
)
def test_people_without_a_price(year: str, row: str, category: str, words: str) -> None:
    """Where the year's price is not known the sheet says so, as 参考, until a 人件費 is typed."""
    assert findings(with_people(year, row, 8_000, **{category: "1.0"})) == []
    request = with_people(year, row, **{category: "1.0"})
    (found,) = findings(request)
    assert (found.rule, found.place, found.severity) == (
        "no-unit-cost",
        f"headcount/{row}/{category}",
        "info",
    )
    assert words in found.message


def test_people_of_the_year_before_a_category_cost_nothing() -> None:
    """A sheet of 令和2年度 shows the 非常勤職員 of 平成31年度 as 会計年度任用職員; 1.1 正職員 alone cost 8,732 (page 177)."""
    request = with_people("令和2年度", "previous", 8_732, regular="1.1", fiscal_year_appointed="0.3")
    assert findings(request, "8-copied") == []
    wrong = set_value(request, "headcount/previous/regular", "1.2")
    assert [finding.place for finding in findings(wrong, "8-copied")] == ["cost/previous/labour"]


@pytest.mark.parametrize(
    ("year", "category"),
    [("平成21年度", "regular"), ("令和9年度", "regular"), ("令和6年度", "fiscal_year_appointed")],
)
def test_people_with_a_price(year: str, category: str) -> None:
    """正職員 since H21 and 会計年度任用職員 of R2 to R6 have a price; nobody needs none."""
    assert findings(with_people(year, **{category: "1.0"})) == []
    assert findings(with_people("平成20年度", regular="0.0"), "no-unit-cost") == []


@pytest.mark.parametrize(
    ("year", "category", "label"),
    [
        ("平成31年度", "part_time", "非常勤職員"),
        ("平成31年度", "temporary", "臨時的任用職員"),
        ("令和2年度", "special_part_time", "特別職非常勤職員"),
    ],
)
def test_people_paid_in_expense(year: str, category: str, label: str) -> None:
    """Their pay stands in 事業費(A): the sheet reminds of it, as 参考."""
    (found,) = findings(with_people(year, **{category: "0.5"}))
    assert (found.rule, found.place, found.severity) == (
        "uncosted-staff",
        f"headcount/request/{category}",
        "info",
    )
    assert f"{label} 0.5人" in found.message


def test_same_people_are_told_of_once() -> None:
    """The 1.0 非常勤職員 of last year and of this year are one reminder, at what is asked; another count is told too."""
    people = {"headcount/assessed/part_time": "1.0", "headcount/request/part_time": "1.0"}
    same = set_values(one_line(), [*people.items(), ("headcount/previous/part_time", "1.0")])
    assert [finding.place for finding in findings(same, "uncosted-staff")] == ["headcount/request/part_time"]
    other = set_value(same, "headcount/previous/part_time", "2.0")
    assert [finding.place for finding in findings(other, "uncosted-staff")] == [
        "headcount/request/part_time",
        "headcount/previous/part_time",
    ]


def test_nobody_is_paid_in_expense() -> None:
    """The 0.0 非常勤職員 of the real sheet are no reason for a word."""
    assert findings(declared_sample(), "uncosted-staff") == []


def test_columns_of_another_year_are_not_counted() -> None:
    """People left in a column that the year's sheet has not do not go into 人件費, and are said."""
    request = set_value(empty(), "headcount/request/part_time", "3.0")
    assert snapshot(request).totals.cost_rows["request"].labour.derived is None
    assert [finding.rule for finding in findings(request)] == ["unknown-column"]


def test_unreadable_labour_cost_of_nobody() -> None:
    """A 人件費 that cannot be read is one error, not a second one of rule 9."""
    request = set_value(
        with_people(regular="0.0", part_time="0.0", temporary="0.0"), "cost/request/labour", "約百"
    )
    assert [finding.rule for finding in findings(request)] == ["amount"]
