"""Rules 72 and 73, and years that cannot be read."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.edits.fields import set_value
from model.request.multi_year import Commitment
from model.request.request import AsPrinted, Request
from tests.samples import findings, fixed, one_line, only, sample


def of_year(year: str, period: str | None = None, note: str = "") -> Request:
    """A request of a year, with a commitment of a period, and with a note below its table."""
    request = set_value(set_value(one_line(), "header/fiscal_year", year), "group/table/note", note)
    if period is None:
        return request
    # Set before, so that it may run in the sheet's own year too.
    return replace(request, commitments=(Commitment("owed", "only", period, "set"),))


@pytest.mark.parametrize(
    ("typed", "words"),
    [("来年度", "「来年度」が読めません"), ("", "空欄"), (" ", "空欄"), ("31", "「31」が読めません")],
)
def test_fiscal_year_that_cannot_be_read(typed: str, words: str) -> None:
    """Without a fiscal year there are no prices and labels: an error that shows how to write one."""
    found = only(of_year(typed), "year")
    assert (found.place, found.severity) == ("header/fiscal_year", "error")
    assert words in found.message


@pytest.mark.parametrize("typed", ["平成31年度", "R9", "2027", "令和元年度", "Ｈ３０"])
def test_fiscal_year_in_any_notation(typed: str) -> None:
    """Any notation of a year is in order."""
    assert findings(of_year(typed)) == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [("", "期間が空欄"), ("5年間", "「5年間」が読めません"), ("R12〜R8", "「R12〜R8」が読めません")],
)
def test_period_of_a_commitment_that_cannot_be_read(typed: str, words: str) -> None:
    """債務負担行為 has a first and a last year, in this order."""
    found = only(of_year("R9", typed), "year")
    assert (found.place, found.severity) == ("commitment/owed/period", "error")
    assert words in found.message


@pytest.mark.parametrize("typed", ["R9〜R12", "9〜12", "令和9年度から令和12年度まで", "R10", "2027-2030"])
def test_period_of_a_commitment_in_any_notation(typed: str) -> None:
    """Any notation of a span, or a single year, is in order."""
    assert findings(of_year("R9", typed)) == []


@pytest.mark.parametrize(
    ("own", "period", "years"),
    [
        ("R9", "H39", 1),
        ("R1", "H32〜H35", 2),
        ("R2", "H31〜H35", 1),
        ("2019", "R1〜H32", 1),
        ("令和元年度", "R2〜S99", 1),
    ],
)
def test_era_year_that_never_came(own: str, period: str, years: int) -> None:
    """Rule 72: 平成32 was 令和2; a sheet written in 令和 says so, each wrong year once."""
    found = findings(of_year(own, period), "72")
    assert len(found) == years
    assert {(finding.place, finding.severity) for finding in found} == {("commitment/owed/period", "warning")}


def test_sentence_gives_the_real_year() -> None:
    """The finding says what to write instead."""
    assert "令和2年度（R2）" in only(of_year("R1", "H32"), "72").message


@pytest.mark.parametrize("own", ["H31", "平成30年度", "平成28年度"])
def test_sheet_of_heisei_speaks_rightly_of_heisei_32(own: str) -> None:
    """Before the change of era 「H32〜H35」 was how everybody wrote it, as on the real sheet."""
    assert findings(of_year(own, "H32〜H35")) == []
    assert [commitment.period for commitment in sample().commitments] == ["H32〜H35", "H31〜H35"]


def test_head_of_a_year_that_never_came() -> None:
    """A head of 平成32年度 is 令和2年度."""
    found = only(of_year("平成32年度"), "72")
    assert found.place == "header/fiscal_year"
    assert "令和2年度" in found.message


@pytest.mark.parametrize(("own", "period"), [("平成31年度", "R1〜R5"), ("令和元年度", "H31〜R5")])
def test_one_year_in_two_eras(own: str, period: str) -> None:
    """Rule 72: one sheet does not call 2019 both 平成31 and 令和元."""
    found = only(of_year(own, period), "72")
    assert found.place == "commitment/owed/period"
    assert "平成31年度" in found.message
    assert "令和元年度" in found.message


@pytest.mark.parametrize(
    ("own", "period"),
    [("平成31年度", "H31〜R5"), ("令和元年度", "R1〜R5"), ("令和2年度", "H31〜R5"), ("2019", "H31")],
)
def test_one_style_of_one_year(own: str, period: str) -> None:
    """The same notation throughout, or another year's own notation, is in order."""
    assert findings(of_year(own, period)) == []


@pytest.mark.parametrize(
    ("own", "note", "named"),
    [
        ("平成31年度", "※金額の( )内の数字は平成29年度予算額", "平成29年度"),
        ("平成31年度", "※金額の(  )内の数字は平成31年度予算額", "平成31年度"),
        ("令和2年度", "※（　）内は平成30年度予算額", "平成30年度"),
        ("平成31年度", "※カッコ内は29年度ではなく平成29年度", "平成29年度"),
    ],
)
def test_legend_of_another_year(own: str, note: str, named: str) -> None:
    """Rule 73: a legend copied from last year's sheet is an error; the program's own legend replaces it."""
    request = of_year(own, note=note)
    found = only(request, "73")
    assert (found.place, found.severity) == ("group/table/note", "error")
    assert named in found.message
    assert findings(fixed(request, found)) == []


@pytest.mark.parametrize(
    ("own", "note"),
    [
        ("平成31年度", "※金額の(  )内の数字は平成30年度予算額"),
        ("平成31年度", "※( )内はH30年度"),
        ("令和元年度", "※( )内の数字は平成30年度予算額"),
        ("令和2年度", "※( )内の数字は令和元年度予算額"),
        ("令和2年度", "※( )内の数字は平成31年度予算額"),
        ("平成31年度", "※( )内は前年度予算額"),
        ("平成31年度", ""),
        ("平成31年度", "※平成28年法律第1号による。"),
        ("平成31年度", "※( )内の数字は平成30年度予算額\n※平成29年度の決算額は1,000千円"),
        ("平成31年度", "※( )内の数字は平成30年度予算額。平成27年度に開始"),
        ("来年度", "※( )内の数字は平成30年度予算額"),
    ],
)
def test_legend_of_the_previous_year(own: str, note: str) -> None:
    """A legend of the year before, in whatever era, or a note about something else is in order."""
    assert findings(of_year(own, note=note), "73") == []


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("31年度当初予算額", ["cost/previous/expense"]),
        ("30年度6月補正後予算額", []),
        ("H30年度当初予算額", []),
        ("前年度当初予算額", []),
        ("R2年度当初予算額", ["cost/previous/expense"]),
    ],
)
def test_row_label_names_the_year_of_its_row(label: str, found: list[str]) -> None:
    """092, 124 and 126 print this year's number on the row of the previous year; another notation of it is in order."""
    request = replace(one_line(), printed=AsPrinted({"cost/previous": label}))
    assert [finding.place for finding in findings(request, "row-year")] == found
