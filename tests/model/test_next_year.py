"""The draft for the next year: what moves, what stays, what falls away, and that all of it is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from model.checks.finding import Finding
from model.document import storage
from model.edits.fields import set_value, value_at
from model.next_year import next_year
from model.next_year.years import following, in_real_years
from model.request import place
from model.request.carried import Carried
from model.request.grounds import Answer, Cut, FundingTerm
from model.request.lines import find, walk
from model.request.multi_year import (
    AnnualAmount,
    Commitment,
    CommitmentStatus,
    CommitmentYear,
    ContinuingExpense,
)
from model.request.request import AsPrinted, Assessment, Funding, Headcount, Header, Line, Request, Section
from model.standard.parts import Rule
from model.values import fiscal_year
from tests.examples import costly_examples
from tests.requests import requests
from tests.samples import findings, one_line, sample, set_values, snapshot, standard, with_lines, with_rule
from tests.section_tables import with_tables

DATA = Path(__file__).parent.parent / "data"
SUPPLEMENTARY = Header("平成21年度", "9月補正予算", "一般事業", "課長要求")
LATER = Header("令和3年度", "当初予算", "一般事業(公共事業以外)", "一般事業調整")


def draft(request: Request) -> Request:
    """The next year's draft of a request."""
    return next_year(request, standard())


def headed(request: Request, header: Header) -> Request:
    """The request with another head."""
    return replace(request, header=header)


def told(found: Request, what: str) -> Carried:
    """The one change of the list that is called so."""
    (only,) = [change for change in found.carried if change.what == what]
    return only


def errors(request: Request) -> list[Finding]:
    """The findings that are 誤り."""
    return [finding for finding in findings(request) if finding.severity == "error"]


def as_text(changes: tuple[Carried, ...]) -> str:
    """The list of changes as it is read: a block for each."""
    return "".join(
        f"{change.what}\n  前: {_flat(change.before)}\n  後: {_flat(change.after)}\n  {change.why}\n  {change.place}\n"
        for change in changes
    )


def _flat(text: str) -> str:
    return " / ".join(text.splitlines())


# ---- the real sheet


def test_draft_of_the_real_sheet() -> None:
    """The sheet of 平成31年度 gives the draft from which its section would have started in 令和2年度."""
    found = replace(draft(sample()), carried=())  # which the next test looks at
    assert storage.dumps(found).decode() == (DATA / "next_year_sample.yosan").read_text("utf-8")


def test_list_of_changes_of_the_real_sheet() -> None:
    """Every change is in the list with its reason, in the order of the sheet."""
    expected = (DATA / "next_year_sample_changes.txt").read_text("utf-8")
    assert as_text(next_year(sample(), standard()).carried) == expected


def test_draft_of_the_real_sheet_has_no_error() -> None:
    """The draft opens without 誤り; that 479 are to be taken off lines is the one 注意."""
    (found,) = findings(draft(sample()))
    assert (found.rule, found.place, found.severity) == ("5-granted", "request/previous", "warning")
    assert "479千円" in found.message


def test_previous_year_of_the_real_sheet() -> None:
    """124,288 was granted, of which その他 2,159 and 一般財源 122,129; 1.9 people cost 15,082 at the price of 平成31年度."""
    figures = snapshot(draft(sample())).totals
    row = figures.funding_rows["previous"]
    assert (row.expense.value, row.sources["other"].value, row.general.value) == (124_288, 2_159, 122_129)
    cost = figures.cost_rows["previous"]
    assert (cost.expense.value, cost.labour.value, cost.total.value) == (124_288, 15_082, 139_370)
    assert figures.cost_rows["request"].labour.value == 14_953  # 1.9 × 7,870
    assert figures.amount.value is None


def test_reasons_of_the_finance_division_are_quoted() -> None:
    """Which lines were cut stands in 財政課処理欄 only, so the list quotes it and guesses nothing."""
    why = told(next_year(sample(), standard()), "前年度予算額").why
    assert "479千円の差" in why
    assert "セキュリティ研修開催経費については、過去の決算額を勘案し" in why
    assert value_at(draft(sample()), "line/line-1-4/previous") == 370


# ---- the head


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("平成31年度", "令和2年度"),
        ("令和元年度", "令和2年度"),
        ("平成30年度", "平成31年度"),
        ("昭和63年度", "平成元年度"),
        ("Ｈ３１", "R2"),
        ("R8", "R9"),
        ("平成32年度", "令和3年度"),
        ("2026", "2027"),
        ("2026年度", "2027年度"),
    ],
)
def test_year_after_in_the_same_notation(typed: str, after: str) -> None:
    """A year is followed by one that came, written as the sheet writes years."""
    assert draft(headed(one_line(), Header(typed))).header.fiscal_year == after


def test_year_that_cannot_be_read() -> None:
    """Where last year is unknown the draft is of the year that a new request has, and says so."""
    found = next_year(headed(one_line(), Header("来年")), standard())
    assert found.header.fiscal_year == standard().new_request.fiscal_year
    assert "読めない" in told(found, "年度").why


@pytest.mark.parametrize(
    ("header", "after"),
    [
        (SUPPLEMENTARY, ("当初予算", "一般事業", "課長要求")),
        (LATER, ("当初予算", "一般事業(公共事業以外)", "一般事業要求")),
        (
            Header("平成22年度", "当初予算", "一般事業", "課長要求"),
            ("当初予算", "一般事業(公共事業以外)", "一般事業要求"),
        ),
        (
            Header("平成23年度", "当初予算", "公共事業", "政策戦略事業要求"),
            ("当初予算", "公共事業", "政策戦略事業要求"),
        ),
        (
            Header("平成19年度", "当初予算", "一般事業", "部長要求 No.33"),
            ("当初予算", "一般事業", "課長要求"),
        ),
    ],
)
def test_head_is_of_the_next_initial_budget(header: Header, after: tuple[str, str, str]) -> None:
    """Whatever last year's request was, the next one is of the initial budget, in the words of its year."""
    head = draft(headed(one_line(), header)).header
    assert (head.budget, head.business_class, head.stage) == after


def test_names_subject_and_account_stay() -> None:
    """事業名, 支出科目, the account, the contact and 財源 in words are the same every year."""
    request = replace(sample(), header=replace(sample().header, account="県営林事業", subtitle="副題"))
    after = draft(request)
    for field in ("subject_kan", "subject_kou", "subject_moku", "name", "subtitle", "account"):
        assert getattr(after.header, field) == getattr(request.header, field)
    assert (after.contact, after.funding_words) == (request.contact, request.funding_words)


def test_what_belongs_to_last_years_page_is_dropped() -> None:
    """The 査定, 保留・復活・追加, typed totals and words of last year's page are not the new year's, and are told."""
    request = replace(
        set_values(
            sample(), [("cost/request/total", 1), ("request/amount", 124_767), ("component/revived", 5)]
        ),
        printed=AsPrinted({"header/year_line": "平成31年"}, ("funding",)),
    )
    found = next_year(request, standard())
    after = found
    assert (after.assessment, after.components, after.printed) == (Assessment(), {}, AsPrinted())
    assert after.declared == {place.REQUEST_PREVIOUS: 124_288}
    assert not after.is_assessed
    for what in (
        "一般事業査定",
        "財政課処理欄",
        "要求額の内訳",
        "手で入力した合計",
        "前年度のページだけの言葉と行",
    ):
        assert told(found, what).why


# ---- what was granted


def test_nothing_is_declared_where_the_lines_add_up() -> None:
    """A request that was granted in full needs no typed 前年度予算額: the lines give it."""
    after = draft(set_values(one_line(1_000, 900), [("assessment/amount", 1_000)]))
    assert (after.declared, after.carried_previous) == ({}, None)
    assert snapshot(after).totals.previous.value == 1_000


def test_request_without_assessment_takes_what_was_asked() -> None:
    """Where no 計上額 is written the 要求額 is taken, and the list says so."""
    found = next_year(one_line(1_000, 900), standard())
    assert snapshot(found).totals.previous.value == 1_000
    assert "計上額が書かれていない" in told(found, "前年度予算額").why


def test_nothing_granted() -> None:
    """査定「ゼロ」 without a 計上額 means that 0 was granted, not that nothing is known."""
    after = draft(set_values(one_line(1_000, 900), [("assessment/result", "ゼロ")]))
    assert after.declared == {place.REQUEST_PREVIOUS: 0}
    assert errors(after) == []


def test_final_budget_is_the_previous_year() -> None:
    """On 12 of 49 pages later stages changed the 計上額: the 当初予算額 row is what the next year calls 前年度."""
    request = set_values(
        one_line(1_000, 900), [("assessment/amount", 700), ("cost/assessed/expense", 21_000)]
    )
    found = next_year(request, standard())
    assert snapshot(found).totals.previous.value == 21_000
    assert "計上額は700千円" in told(found, "前年度予算額").why
    assert errors(found) == []


@pytest.mark.parametrize(("given", "whole"), [(None, 394_758), (175_434, 394_758), (137_586, 356_910)])
def test_supplementary_request(given: int | None, whole: int) -> None:
    """現計 219,324 and the 補正 of 175,434, as far as it was granted, are what last year had in the end."""
    request = headed(one_line(175_434, None), SUPPLEMENTARY)
    request = set_values(request, [("cost/standing/expense", 219_324), ("assessment/amount", given)])
    request = replace(request, headcount=Headcount(standing={"regular": "7.5"}, request={"regular": "0.2"}))
    after = draft(request)
    figures = snapshot(after).totals
    assert figures.previous.value == figures.cost_rows["previous"].expense.value == whole
    assert after.headcount.previous == {"regular": "7.7"}
    assert errors(after) == []


def test_later_request_takes_the_final_row() -> None:
    """An assessed sheet of a later stage prints the final amount, which is not that of the stage."""
    request = set_values(
        headed(one_line(2_673, None), LATER),
        [("assessment/amount", 759), ("cost/assessed/expense", 700_699)],
    )
    assert snapshot(draft(request)).totals.previous.value == 700_699


def test_later_request_that_is_not_assessed_takes_the_sum() -> None:
    """既整理額 and 調整要求額 together are what was asked of last year's budget."""
    request = set_values(headed(one_line(882, None), LATER), [("cost/standing/expense", 15_367)])
    assert snapshot(draft(request)).totals.previous.value == 16_249


def test_lines_of_a_supplementary_sheet_do_not_end() -> None:
    """Its other column is 現計 and not the year before: a line without a change goes on."""
    request = headed(with_lines(Line("a", "報酬", 500, None), Line("b", "旅費", 300, 20)), SUPPLEMENTARY)
    assert [line.id for line in draft(request).groups[0].lines] == ["a", "b"]


# ---- lines


def test_amounts_move_and_typed_ones_wait() -> None:
    """This year's amount is the previous year's now; a typed one is asked anew, a calculation stays and gives its own."""
    after = draft(
        with_lines(
            Line("typed", "委託料", 900, 1_000),
            Line("worked", "通信費", 200, None, basis="20,845円×11か月"),
            Line("chosen", "旅費", 10, 20, basis="6千円×3回"),
            Line("unread", "未定", None, "約3百"),
        )
    )
    lines = {line.id: (line.previous, line.amount, line.basis) for line in after.groups[0].lines}
    assert lines == {
        "typed": (1_000, None, ""),
        "worked": (230, None, "20,845円×11か月"),
        "chosen": (20, None, "6千円×3回"),
        "unread": ("約3百", None, ""),
    }
    assert snapshot(after).totals.amount.value == 230 + 18


def test_line_with_parts_adds_up_its_parts() -> None:
    """A sum that last year's sheet printed otherwise than its parts stays typed; one that agrees is left to the program."""
    parts = (Line("b", "4月〜9月", None, 3_488), Line("c", "10月〜3月", None, 3_552))
    agrees = draft(with_lines(Line("a", "保守", 6_651, 7_040, parts=parts)))
    line = agrees.groups[0].lines[0]
    assert (line.previous, [part.previous for part in line.parts]) == (None, [3_488, 3_552])
    differs = draft(with_lines(Line("a", "保守", 6_651, 15_000, parts=parts)))
    assert differs.groups[0].lines[0].previous == 15_000


def test_ended_lines_fall_away_and_are_told() -> None:
    """A line that asked nothing last year and stood there for the year before, or that is marked 終了, is over."""
    parts = (Line("d", "前期", 30, None), Line("e", "後期", 40, None))
    request = with_lines(
        Line("a", "リース料", 16, None),
        Line("b", "保守", 76, 0),
        Line("c", "運用", 70, None, parts=parts),
        Line("f", "終わり", None, None, mark="ended"),
        Line("g", "【終了】整備", 5, None),
        Line("h", "続く", 5, 6),
        Line("i", "見出しだけ"),
        Line("j", "ゼロ", 0, 0),
    )
    found = next_year(request, standard())
    assert [line.id for line in found.groups[0].lines] == ["h", "i", "j"]
    gone = [change.what for change in found.carried if change.what.endswith("の行")]
    assert gone == [
        "「リース料」の行",
        "「保守」の行",
        "「運用」の行",
        "「終わり」の行",
        "「【終了】整備」の行",
    ]


def test_line_that_waits_for_its_figure_has_not_ended() -> None:
    """A calculation that gives no figure yet, an amount that cannot be read, a commitment: the line goes on."""
    request = with_lines(
        Line("a", "委託料", 5, None, basis="2千円×("),
        Line("b", "旅費", 5, "約3百"),
        Line("c", "賃借料", 5, None),
    )
    request = replace(request, commitments=(Commitment("owed", "c", "R2〜R3", "set"),))
    after = draft(replace(request, groups=(*request.groups, *one_line().groups[:0])))
    assert [line.id for line in after.groups[0].lines] == ["a", "b", "c"]


def test_marks() -> None:
    """新規 goes on, also where a page has it in the text; 臨時 stays and is to be looked at."""
    found = next_year(
        with_lines(
            Line("a", "研修", None, 5, mark="new"),
            Line("b", "【新規】改修", None, 5),
            Line("c", "調査", None, 5, mark="temporary"),
            Line("d", "枠外", None, 5, mark="outside_frame"),
        ),
        standard(),
    )
    lines = [(line.text, line.mark) for line in found.groups[0].lines]
    assert lines == [
        ("研修", "continued"),
        ("改修", "continued"),
        ("調査", "temporary"),
        ("枠外", "outside_frame"),
    ]
    assert "かぎりの行" in told(found, "「調査」の印").why
    assert errors(found) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("13 委託料", "12 委託料"),
        ("11 需用費/消耗品費", "10 需用費/消耗品費"),
        ("1 報酬", "1 報酬"),
        ("7 賃金", "1 報酬"),
        ("委託料", "委託料"),
        ("雑費", "雑費"),
    ],
)
def test_object_classes_are_those_of_the_new_year(before: str, after: str) -> None:
    """From 令和2年度 there is no 賃金, so every 節 behind it has one number less."""
    found = next_year(with_lines(Line("a", "経費", None, 5, object_class=before)), standard())
    line = find(found, "a")
    assert line is not None
    assert line.object_class == after
    assert ("「経費」の節" in [change.what for change in found.carried]) == (before != after)
    assert findings(found, "40") == []


def test_years_without_new_numbers() -> None:
    """From 令和2年度 to 令和3年度 nothing is renumbered: 12 is 委託料 in both."""
    request = headed(with_lines(Line("a", "経費", None, 5, object_class="12 委託料")), Header("令和2年度"))
    assert value_at(draft(request), "line/a/object_class") == "12 委託料"


def test_tax_of_another_year_is_told() -> None:
    """A calculation with ×1.08 was right in 平成30年度 and straddles the change of 平成31年度 no longer in 令和2年度."""
    request = with_lines(Line("a", "委託料", None, None, basis="100千円×12月×1.08"))
    assert findings(request, "51") == []
    change = told(next_year(request, standard()), "消費税")
    assert (change.before, change.place) == ("100千円×12月×1.08", "line/a/amount")


# ---- commitments


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("H32〜H35", "R2〜R5"),
        ("H31〜H35", "H31〜R5"),
        ("32〜35", "R2〜R5"),
        ("32年度から 35年度まで", "令和2年度から 令和5年度まで"),
        ("平成32年度から平成35年度まで", "令和2年度から令和5年度まで"),
        ("R2〜R5", "R2〜R5"),
        ("2020〜2023", "2020〜2023"),
        ("5年間", "5年間"),
    ],
)
def test_years_that_never_came(typed: str, after: str) -> None:
    """A sheet of 平成31年度 speaks of H32, one of 令和2年度 of R2; what is no period of years is left alone."""
    last = fiscal_year.official(2019)
    base = replace(last, era="平成", number=31)
    assert in_real_years(typed, base, following(base)) == after


def owing(status: CommitmentStatus = "requested", period: str = "H32〜H35", **others: object) -> Request:
    """A request of 平成31年度 whose line has a commitment."""
    request = headed(one_line(1_000, 900), Header("平成31年度", "当初予算"))
    return replace(request, commitments=(Commitment("owed", "only", period, status, **others),))  # type: ignore[arg-type]


def test_asked_commitment_is_set() -> None:
    """What was asked last year was set by last year's budget, and its years are called by their names."""
    (after,) = draft(owing()).commitments
    assert (after.status, after.set_in, after.period, after.line) == ("set", "H31当初", "R2〜R5", "only")


def test_set_commitment_keeps_the_budget_that_set_it() -> None:
    """A commitment that was set before is still one of that budget."""
    (after,) = draft(owing("set", "H30〜H33", set_in="H29.11")).commitments
    assert (after.set_in, after.period) == ("H29.11", "H30〜R3")


def test_commitment_that_is_over_falls_away() -> None:
    """A commitment whose last year was last year binds the new year no more."""
    found = next_year(owing("set", "H29〜H31"), standard())
    assert found.commitments == ()
    assert "期間が平成31年度までに終わりました" in told(found, "「委託料」の債務負担行為").why


def test_commitment_pays_its_year() -> None:
    """The year's annual amount is what the line asks; what last year paid is added to what was paid before."""
    years = (CommitmentYear("y1", "H31", 50), CommitmentYear("y2", "H32", 60, changed=65))
    request = owing("set", "H30〜H32", years=years, paid_period="H30", paid=40)
    after = draft(request)
    (owed,) = after.commitments
    assert value_at(after, "line/only/amount") == 65
    assert (owed.paid, owed.paid_period) == (90, "H30〜H31")
    assert [year.year for year in owed.years] == ["H31", "R2"]


def test_commitment_pays_what_was_granted() -> None:
    """Where the finance division wrote other annual amounts, theirs bind."""
    request = owing(
        "requested",
        "H32〜H33",
        limit=200,
        years=(CommitmentYear("y1", "H32", 100), CommitmentYear("y2", "H33", 100)),
        granted=(CommitmentYear("g1", "H32", 80), CommitmentYear("g2", "H33", 80)),
    )
    after = draft(request)
    (owed,) = after.commitments
    assert ([year.amount for year in owed.years], owed.granted, owed.limit) == ([80, 80], (), None)
    assert value_at(after, "line/only/amount") == 80


@pytest.mark.parametrize(
    ("remark", "rest", "period"),
    [
        ("端末等のリース料等\nH32〜H35について別途債務負担行為を要求", "端末等のリース料等", "R2〜R5"),
        ("H31〜H35について債務負担行為設定済", "", "H31〜R5"),
        ("リース料 H32〜H35について別途債務負担行為を要求。5年", "リース料 5年", "R2〜R5"),
    ],
)
def test_wording_of_a_remark_becomes_a_commitment(remark: str, rest: str, period: str) -> None:
    """A page has commitments as words in remarks; in the draft they are commitments of their lines."""
    found = next_year(with_lines(Line("a", "標準事務費", 5, 6, remark)), standard())
    (owed,) = found.commitments
    assert (owed.line, owed.period, owed.status) == ("a", period, "set")
    assert value_at(found, "line/a/remark") == rest
    assert told(found, "「標準事務費」の備考").before == remark
    assert told(found, "「標準事務費」の債務負担行為").after == f"{period}について債務負担行為設定済"


def test_remark_of_a_commitment_that_is_known() -> None:
    """A sheet that has the commitment and the words has it once."""
    request = replace(
        with_lines(Line("a", "標準事務費", 5, 6, "H32〜H35について別途債務負担行為を要求")),
        commitments=(Commitment("owed", "a", "H32〜H35"),),
    )
    after = draft(request)
    assert [owed.id for owed in after.commitments] == ["owed"]
    assert value_at(after, "line/a/remark") == ""


def test_sheet_of_a_commitment() -> None:
    """A 債務負担行為要求書 asks for later years: its amounts are no previous year's budget, and its first year is asked now."""
    years = (CommitmentYear("y1", "R5", 60), CommitmentYear("y2", "R6", 70))
    request = headed(
        with_lines(Line("a", "指定管理料", None, 130)),
        Header("令和4年度", "当初予算", "一般事業(公共事業以外)", "一般事業要求", sheet="commitment"),
    )
    request = replace(request, commitments=(Commitment("owed", "a", "R5〜R6", years=years),))
    after = draft(request)
    assert after.header.sheet == ""
    assert value_at(after, "line/a/amount") == 60
    assert snapshot(after).totals.previous.value is None


def test_line_of_a_commitment_that_had_none() -> None:
    """A 債務負担行為要求書 has no cost lines; the year that comes is asked in the budget, on a line of its own."""
    request = headed(
        sample(), Header("令和4年度", "当初予算", stage="一般事業要求", name="指定管理", sheet="commitment")
    )
    years = (CommitmentYear("y1", "5年度", 60), CommitmentYear("y2", "6年度", 70))
    request = replace(
        request, groups=(), commitments=(Commitment("owed", "", "5年度から6年度まで", years=years),)
    )
    found = next_year(request, standard())
    (owed,) = found.commitments
    line = find(found, owed.line)
    assert line is not None
    assert (line.text, line.amount, line.previous) == ("指定管理", 60, None)
    assert told(found, "「指定管理」の行").place == place.line(line.id, "amount")


def test_paid_amount_that_nobody_typed() -> None:
    """Without a typed figure the rows of the years that are over say what was paid: none is typed."""
    request = owing(
        "set", "H30〜H32", years=(CommitmentYear("y1", "H31", 50), CommitmentYear("y2", "H32", 60))
    )
    (owed,) = draft(request).commitments
    assert (owed.paid, owed.paid_period, len(owed.years)) == (None, "", 2)


def test_annual_amounts_are_fixed() -> None:
    """A 継続費 that was changed last year is fixed as it was changed, and the list tells this year's 年割額."""
    years = (
        AnnualAmount("y1", "H31", {"expense": 100}, {"expense": 90}),
        AnnualAmount("y2", "H32", {"expense": 100}, {"expense": 110}),
    )
    request = replace(one_line(), continuing=(ContinuingExpense("work", "整備", 200, 200, years),))
    found = next_year(request, standard())
    (work,) = found.continuing
    assert [(row.year, row.before, row.after) for row in work.years] == [
        ("H31", {}, {"expense": 90}),
        ("R2", {}, {"expense": 110}),
    ]
    assert "今年度の年割額は110千円" in told(found, "継続費「整備」").why


# ---- people


def test_people_of_categories_that_are_gone() -> None:
    """非常勤職員 and 臨時的任用職員 are 会計年度任用職員 from 令和2年度, together, and the list says so."""
    people = {"regular": "1.0", "part_time": "0.5", "temporary": "1.0"}
    found = next_year(replace(one_line(), headcount=Headcount(request=people)), standard())
    expected = {"regular": "1.0", "fiscal_year_appointed": "1.5", "special_part_time": "0.0"}
    assert found.headcount == Headcount(request=expected, previous=expected)
    assert "非常勤職員 0.5人は令和2年度の会計年度任用職員に" in told(found, "要求の人役").why


def test_last_years_labour_cost_without_a_price() -> None:
    """会計年度任用職員 have no price of 平成31年度, but last year's sheet says what its people cost."""
    people = {"regular": "1.0", "part_time": "0.5", "temporary": "0.0"}
    after = draft(replace(one_line(), headcount=Headcount(request=people)))
    assert snapshot(after).totals.cost_rows["previous"].labour.value == 7_938


def test_blank_people_stay_blank() -> None:
    """An empty cell is not 0.0: categories that nobody counted are not counted in the draft."""
    after = draft(replace(one_line(), headcount=Headcount(request={"regular": "1.0"})))
    assert after.headcount.request == {"regular": "1.0"}


def test_people_that_cannot_be_read() -> None:
    """A count that cannot be read is carried to be seen, also where two categories become one."""
    people = {"part_time": "二人", "temporary": "1.0"}
    after = draft(replace(one_line(), headcount=Headcount(request=people)))
    assert after.headcount.request == {"fiscal_year_appointed": "二人+1.0"}


# ---- narrative and funding


def test_texts_are_kept_and_marked() -> None:
    """Texts stay word for word, years too, and are marked as last year's; an empty section is not."""
    request = replace(
        one_line(),
        sections=(
            Section("a", heading="事業概要", text="平成31年度は…"),
            Section("b", heading="所要経費", costs=True),
            Section("c", heading="その他"),
        ),
    )
    sections = draft(request).sections
    assert [(section.heading, section.text, section.carried) for section in sections] == [
        ("事業の目的・概要", "平成31年度は…", True),
        ("主な事業内容", "", False),
        ("その他", "", False),
    ]


@pytest.mark.parametrize(
    ("note", "after"),
    [
        ("※金額の( )内の数字は平成30年度予算額", ""),
        ("※補助率1/2 ※金額の( )内の数字は平成30年度予算額", "※補助率1/2"),
        ("※平成30年度に改正された法律による", "※平成30年度に改正された法律による"),
    ],
)
def test_legend_of_the_bracketed_year(note: str, after: str) -> None:
    """The Standard prints the legend of the new year; other notes stay."""
    request = one_line()
    noted = replace(request, groups=(replace(request.groups[0], note=note),))
    assert draft(noted).groups[0].note == after
    assert findings(draft(noted), "73") == []


def test_sources_without_a_finance_table() -> None:
    """Many pages print no 財政課使用欄: the sources that were asked are what is known."""
    request = replace(one_line(1_000, 900), funding=Funding(request={"national": 500}))
    request = set_values(request, [("assessment/amount", 1_000)])
    after = draft(replace(request, bases={"funding/request/national": "1,000千円×1/2"}))
    assert after.funding == Funding(previous={"national": 500})
    assert after.bases == {"funding/request/national": "1,000千円×1/2"}


def test_figures_beyond_what_can_be_typed_stay_as_text() -> None:
    """What stood and what was asked may come to more than thirteen digits: the file says the same after it is read again."""
    request = set_values(headed(one_line(9_999_999_999_999, None), LATER), [("cost/standing/expense", 1)])
    after = draft(request)
    assert after.declared == {"request/previous": "10000000000000"}
    assert storage.loads(storage.dumps(after), "draft") == after


# ---- any request


@settings(max_examples=costly_examples(60))
@given(requests())
def test_draft_of_any_request(request: Request) -> None:
    """A draft is a sound file, names only places that are there, is the same every time, and can be drafted from again."""
    found = next_year(request, standard())
    after = found
    assert storage.loads(storage.dumps(after), "draft") == after
    assert found == next_year(request, standard())
    assert next_year(after, standard()).header.sheet == ""
    known = {line.id for group in after.groups for line, _ in walk(group.lines)}
    known |= {part.id for parts in (after.sections, after.groups, after.commitments) for part in parts}
    for change in found.carried:
        kind, _, rest = change.place.partition("/")
        if kind in ("line", "section", "group", "commitment"):
            assert rest.rpartition("/")[0] in known
        assert change.what
        assert change.why.endswith("。")


@settings(max_examples=costly_examples(60))
@given(requests())
def test_amounts_are_moved_not_lost(request: Request) -> None:
    """Every line of the draft has last year's figure as its previous one; none that asked something is gone.

    What a 債務負担行為要求書 and the like ask is spent in other years and is no previous year's budget.
    """
    if not snapshot(request).totals.form.page.has_funding_words:
        assert all(
            line.previous.value is None
            for group in snapshot(draft(request)).totals.groups
            for line in _flat_lines(group.lines)
        )
        return
    before = {
        line.line.id: line.amount.value
        for group in snapshot(request).totals.groups
        for line in _flat_lines(group.lines)
    }
    after = {
        line.line.id: line.previous.value
        for group in snapshot(draft(request)).totals.groups
        for line in _flat_lines(group.lines)
    }
    # a sum of 0 is blank where the parts of 0 it came from have ended
    assert all((after[key] or 0) == (before[key] or 0) for key in after)
    assert not any(before[key] for key in before.keys() - after.keys())


def _flat_lines(lines):  # type: ignore[no-untyped-def]
    for line in lines:
        yield line
        yield from _flat_lines(line.parts)


def test_draft_that_nobody_wrote_loses_nothing_in_the_next_year() -> None:
    """In a draft that asks for nothing yet a blank amount says nothing: no line is taken for ended."""
    first = draft(sample())
    second = draft(first)
    assert [line.id for group in second.groups for line, _ in walk(group.lines)] == [
        line.id for group in first.groups for line, _ in walk(group.lines)
    ]
    assert second.header.fiscal_year == "令和3年度"


# ---- what stands behind the figures


def test_grounds_of_revenue_last_and_their_amounts_do_not() -> None:
    """The subsidy and its rate are asked for again; what it comes to is decided anew, and a line that ended is not paid for."""
    terms = (
        FundingTerm("a", "national", "地域情報化補助金", "1/2", 4_000, 2_000, line="line-1-1"),
        FundingTerm("b", "other", "雑入", line="line-3-3"),
    )
    after = draft(replace(sample(), funding_terms=terms)).funding_terms
    assert after == (
        FundingTerm("a", "national", "地域情報化補助金", "1/2", line="line-1-1"),
        FundingTerm("b", "other", "雑入"),
    )


def test_parts_of_the_cut_are_over() -> None:
    """What was cut from last year's request explains that year's figures only."""
    assert draft(replace(sample(), cuts=(Cut("c", "line-1-4", 370, "見送り"),))).cuts == ()


def test_answers_to_questions_last_and_acknowledgements_do_not() -> None:
    """What was acknowledged was about last year's figures; the answer to a question of the 質問票 may hold again."""
    asked = with_rule("4", Rule("question"))
    answers = (
        Answer("4", "request/amount", "質問", "答え"),
        Answer("3", "group/table-1/amount", "違います。", "端数"),
    )
    assert next_year(replace(sample(), answers=answers), asked).answers == answers[:1]


def test_last_years_calculation_is_kept_to_compare_with() -> None:
    """A line keeps last year's calculation beside this year's, so that a jump of a unit price can be seen."""
    request = set_value(sample(), "line/line-1-2/basis", "20,845円×11か月")
    line = find(draft(request), "line-1-2")
    assert line is not None
    assert (line.basis, line.previous_basis) == ("20,845円×11か月", "20,845円×11か月")


def test_tables_of_the_narrative_stay_and_that_is_said() -> None:
    """箇所表 and スケジュール of last year come along unchanged; the list names them, for their years and numbers are last year's."""
    found = next_year(with_tables(), standard())
    assert found.tables == with_tables().tables
    change = told(found, "本文の表「【箇所表】」、「題のない表」")
    assert (change.turned, change.place) == ("平成31年度の表 → 同じ表", "table/places/title")
