"""The questions that need a judgement (rules 57 to 71): where they are asked, and above all where they are not."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.checks.case import Case
from model.checks.form.occasions import OCCASIONS
from model.checks.rulebook import RULES, every_check
from model.incremental.results import Results
from model.request.multi_year import Commitment, CommitmentYear
from model.request.request import CostGroup, Line, Request, Section
from model.standard.parts import Rule
from model.standard.questions import LinesAsked, Question
from model.standard.standard import Standard
from model.totals.prices import NO_PRICES
from model.totals.totals import totals
from tests.model.checks.examples.questions import (
    END,
    answered,
    asked_line,
    continued,
    new,
    supplementary,
    told,
)
from tests.samples import (
    empty,
    findings,
    one_line,
    sample,
    set_values,
    snapshot,
    standard,
    with_lines,
)


def asked(request: Request, under: Standard | None = None) -> list[str]:
    """The rules of what the Standard's list asks about a request; other rooms of the rulebook ask too."""
    force = under or standard()
    listed = {question.rule for question in force.questions}
    return [
        question.rule for question in snapshot(request, force).findings.questions if question.rule in listed
    ]


def test_continued_project_is_asked_five_questions() -> None:
    """終期, 根拠法令, 指標, 指摘 and 優先順位: an ordinary request gets no long list."""
    assert asked(continued()) == ["58", "59", "60", "64", "71"]


def test_new_project_is_asked_what_it_replaces_and_costs_later() -> None:
    """A new 事業 is asked what is given up for it, why nothing else will do, and what it costs later."""
    assert asked(new()) == ["57", "58", "59", "60", "61", "62", "71"]


def test_small_request_is_asked_less() -> None:
    """For 500千円 nobody wants an indicator or a list of points raised."""
    assert asked(continued(500)) == ["58", "59", "71"]


@pytest.mark.parametrize("amount", [None, 0, -500])
def test_nobody_is_asked_before_there_is_money(amount: int | None) -> None:
    """A writer who has typed no amount is not nagged, and a decrease needs no reasons of this kind."""
    assert asked(set_values(one_line(amount, 900), [("funding_words", "国1/2")])) == []
    assert asked(empty()) == []


@pytest.mark.parametrize(
    "head",
    [
        {"header/business_class": "特別会計(公債管理)"},
        {"header/business_class": "企業会計"},
        {"header/stage": "一般事業調整"},
        {"header/stage": "知事要求"},
        {"header/budget": "11月補正予算", "header/stage": "その他調整"},
        {"header/sheet": "commitment"},
        {"header/sheet": "carry_over"},
    ],
)
def test_other_accounts_and_later_stages_are_asked_nothing(head: dict[str, str]) -> None:
    """公債 and enterprises are bound by their purpose; at a later stage the first one has been answered."""
    assert asked(set_values(continued(), head.items())) == []


def test_supplementary_request_is_asked_why_now() -> None:
    """The whole year's need is asked for in the 当初予算; a 補正 says why it was not."""
    assert asked(supplementary()) == ["66"]
    assert asked(told(supplementary(), "補正理由")) == []
    assert asked(set_values(supplementary(), [("funding_words", "国10/10")])) == ["63", "66"]


@pytest.mark.parametrize(
    ("rule", "heading", "text"),
    [
        ("57", "スクラップする事業", ""),
        ("58", "事業期間", "令和9年度〜令和11年度"),
        ("58", "2 事業の終期", ""),
        ("59", "事業概要", "（根拠法令）\n健康増進法第17条"),
        ("59", "根拠法令", ""),
        ("60", "達成度", ""),
        ("60", "取組", "成果目標：来場者 1,000人"),
        ("61", "類似事業との違い", ""),
        ("62", "事業概要", "総事業費 30百万円（R9〜R11）"),
        ("71", "優先順位", "1"),
    ],
)
def test_what_the_narrative_says_is_not_asked(rule: str, heading: str, text: str) -> None:
    """A section of that heading, or a paragraph with the words, has answered the question; the others stay."""
    before, after = asked(new()), asked(told(new(), heading, text))
    assert rule in before
    assert after == [each for each in before if each != rule]


def test_heading_alone_of_another_subject_answers_nothing() -> None:
    """Narrative about the work itself leaves all questions open."""
    text = "県民の暮らしを支えるため、相談窓口を置く。\n前年度は300件の相談があった。"
    assert asked(told(continued(), "事業概要", text)) == asked(continued())


def test_question_about_the_whole_stands_at_the_name() -> None:
    """It is asked at the name of the 事業, with its source, in one sentence that no figure changes."""
    listed = {question.rule for question in standard().questions}
    found = [question for question in snapshot(continued()).findings.questions if question.rule in listed]
    assert {finding.place for finding in found} == {"header/name"}
    assert all(finding.source and finding.severity == "question" for finding in found)
    assert [finding.message for finding in found] == [
        question.message
        for question in snapshot(continued(6_789)).findings.questions
        if question.rule in listed
    ]


def test_answer_stays_with_its_question() -> None:
    """The answer is kept by the sentence; a change of the amounts does not open the question again."""
    request = answered(continued(), "58", END, "令和4年度末")
    for set_value in (request, set_values(request, [("line/only/amount", 7_000)])):
        (end,) = [found for found in snapshot(set_value).findings.questions if found.rule == "58"]
        assert end.acknowledged == "令和4年度末"


@pytest.mark.parametrize(
    ("text", "amount", "is_asked"),
    [
        ("県道改良工事", 10_000, True),
        ("県道改良工事", 9_999, False),
        ("システム開発委託", 20_000, True),
        ("システム運用保守業務", 20_000, False),
        ("工事費負担金", 20_000, False),
        ("庁舎清掃業務委託", 20_000, False),
        ("", 20_000, False),
    ],
)
def test_work_of_weight_is_asked_for_its_course(text: str, amount: int, is_asked: bool) -> None:
    """Works and developments of some weight may not be done by March; services of the whole year are."""
    found = findings(asked_line(text, amount), "65")
    assert [finding.place for finding in found] == (["line/only/text"] if is_asked else [])


def test_line_question_is_asked_once_at_the_first_line() -> None:
    """Ten works are asked after once, also where they stand below headings and in other tables."""
    works = tuple(Line(f"w{at}", "護岸工事", 1, 20_000) for at in range(9))
    request = with_lines(Line("heading", "県内各所", parts=works))
    request = replace(
        request, groups=(*request.groups, CostGroup("second", lines=(replace(works[0], id="z"),)))
    )
    assert [finding.place for finding in findings(request, "65")] == ["line/w0/text"]


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("市町村交付金", True),
        ("全国協議会負担金", True),
        ("補助金申請システム", True),
        ("負担軽減事業", False),
    ],
)
def test_subsidies_are_asked_for_their_shares(text: str, is_asked: bool) -> None:
    """Who runs it, who bears what and what the state makes good is asked where subsidies or shares are paid."""
    assert bool(findings(asked_line(text), "70")) is is_asked


@pytest.mark.parametrize(
    ("request_", "is_asked"),
    [
        (asked_line("保守", remark="単価は未確定"), True),
        (asked_line("保守", remark="単価改定による増"), False),
        (asked_line("未定の行"), False),
        (told(continued(), "概要", "参加者の増加が見込まれる。"), False),
        (told(continued(), "概要", "国の補助基準が未公表のため仮に置く。"), True),
    ],
)
def test_what_is_not_fixed_is_asked_after(request_: Request, is_asked: bool) -> None:
    """Standards that are not fixed yet, in the narrative or in a remark; what is merely expected is no such thing."""
    assert bool(findings(request_, "67")) is is_asked


@pytest.mark.parametrize(
    ("basis", "is_asked"),
    [
        ("100千円×12月", True),
        ("1,200千円", False),
        ("10,000円×12月", False),
        ("12,000千円×1/2", False),
        ("100千円×", False),
    ],
)
def test_unit_prices_are_compared(basis: str, is_asked: bool) -> None:
    """A unit price behind at least 1,000千円 is worth a look at what others pay; a share or a sum has none."""
    assert bool(findings(asked_line("保守委託", basis=basis), "68")) is is_asked


@pytest.mark.parametrize("text", ["市町村補助金", "報酬", "全国協議会負担金", "会計年度任用職員の手当"])
def test_prices_that_are_set_elsewhere_are_not_compared(text: str) -> None:
    """Subsidies, shares and pay have no market to look at."""
    assert findings(asked_line(text, basis="300千円×10人"), "68") == []


@pytest.mark.parametrize(
    ("commitment", "is_asked"),
    [
        (Commitment("owed", "only", "R2〜R5"), True),
        (Commitment("owed", "only", "R2〜R5", "set"), False),
        (Commitment("owed", "only", "R2〜R5", years=(CommitmentYear("y", "R2", 5),)), False),
    ],
)
def test_later_years_of_a_commitment(commitment: Commitment, is_asked: bool) -> None:
    """What it costs later is asked where a commitment is asked for without its years."""
    assert bool(findings(replace(continued(), commitments=(commitment,)), "62")) is is_asked


def test_new_line_of_a_continued_project_is_asked_for_later_years() -> None:
    """【新規】 of 1,000千円 and more may go on; it is asked there."""
    assert [finding.place for finding in findings(asked_line("相談員", mark="new"), "62")] == [
        "line/only/text"
    ]
    assert findings(asked_line("相談員", 900, mark="new"), "62") == []
    assert findings(asked_line("相談員", mark="continued"), "62") == []


@pytest.mark.parametrize(
    ("words", "is_national"),
    [
        ("国1/2", True),
        ("単県、国", True),
        ("単県、国1/2等", True),
        ("農地 国50%〜、農業用施設65%〜", True),
        ("国庫10/10", True),
        ("国定額・国1/2", True),
        ("国", True),
        ("全国市町村振興協会助成金", False),
        ("国際交流基金", False),
        ("単県", False),
        ("", False),
    ],
)
def test_words_of_national_money(words: str, is_national: bool) -> None:
    """The words of 財源 are free text; the state is named by 国 with a rate, 国庫, or 国 alone."""
    assert bool(findings(set_values(continued(), [("funding_words", words)]), "63")) is is_national


def test_national_money_is_seen_in_the_table_too() -> None:
    """国庫支出金 in the funding table asks for the state's plans, whatever the words of 財源 say."""
    request = set_values(continued(), [("funding/request/national", 100)])
    assert [finding.place for finding in findings(request, "63")] == ["header/name"]
    assert findings(set_values(continued(), [("funding/request/other", 100)]), "63") == []


@pytest.mark.parametrize(
    ("heading", "text", "is_asked"),
    [
        ("成果指標", "利用者アンケートの満足度", True),
        ("評価", "目標値はアンケートで「満足」80%", True),
        ("評価", "アンケートでは好評だった。\n成果指標：来場者数", False),
        ("成果指標", "来場者数", False),
    ],
)
def test_survey_as_outcome(heading: str, text: str, is_asked: bool) -> None:
    """A survey beside the words for an indicator is asked for its reason, at its section; a survey alone is work done."""
    found = findings(told(continued(), heading, text), "60-survey")
    assert [finding.place for finding in found] == (["section/told/text"] if is_asked else [])


def test_survey_in_the_answer_to_the_question() -> None:
    """Who answers the question for the indicator with a survey is asked the next one."""
    (indicator,) = findings(continued(), "60")
    assert findings(answered(continued(), "60", indicator.message, "満足度 80%"), "60-survey")
    assert not findings(answered(continued(), "60", indicator.message, "来場者 1,000人"), "60-survey")
    assert not findings(answered(continued(), "58", END, "満足度を見て決める"), "60-survey")


@pytest.mark.parametrize(
    "text",
    [
        "令和7年度",
        "R7",
        "令和2〜7年度",
        "2025年度",
        "令和8年4月",
        "10年間",
        "令和7年度\n（法の期限）",
        "令和7年度末まで（6年間）",
    ],
)
def test_end_that_is_far(text: str) -> None:
    """More than five years after 平成31年度 is long, in whatever notation; the finding stands where the answer does."""
    (found,) = findings(answered(continued(), "58", END, text), "58-long")
    assert (found.place, found.severity) == ("header/name", "warning")
    assert text.splitlines()[0] in found.message
    assert "\n" not in found.message


@pytest.mark.parametrize(
    "text",
    [
        "令和6年度",
        "R6",
        "平成31年度",
        "令和7年3月",
        "5年間",
        "なし",
        "法律に基づくため定めない",
        "未定",
        "6か月",
        "H36",
    ],
)
def test_end_that_is_near_or_none(text: str) -> None:
    """Five years are in order, March belongs to the year before, and an answer without a year is an answer."""
    assert findings(answered(continued(), "58", END, text), "58-long") == []


@pytest.mark.parametrize(
    ("heading", "text", "is_far"),
    [
        ("終期", "令和20年度", True),
        ("3 終期", "未定\n（令和20年度を目途）", True),
        ("終期", "令和5年度", False),
        ("概要", "終期：令和20年度", True),
        ("概要", "総合計画の終期（令和20年度）に合わせる。", False),
        ("概要", "債務負担行為の終期は令和20年度", False),
        ("契約の終期", "令和20年度", False),
        ("概要", "令和20年度まで続く人口減少への対応。", False),
    ],
)
def test_end_of_the_project_and_of_other_things(heading: str, text: str, is_far: bool) -> None:
    """Only the 終期 of the 事業 itself is looked at, not that of a plan, a contract or a loan."""
    assert bool(findings(told(continued(), heading, text), "58-long")) is is_far


def test_end_in_the_narrative() -> None:
    """A paragraph that names the 終期 is looked at too; plans and periods of other things are not."""
    far = told(continued(), "概要", "事業の終期は令和15年度とする。")
    assert [finding.place for finding in findings(far, "58-long")] == ["section/told/text"]
    assert findings(told(continued(), "概要", "総合計画（令和元〜15年度）に位置付ける。"), "58-long") == []
    assert findings(answered(continued(), "59", "根拠は。", "令和15年度までの時限法"), "58-long") == []


def test_years_of_an_end_are_the_standards() -> None:
    """Another finance division gives ten years."""
    under = replace(standard(), judgement=replace(standard().judgement, end_within=10))
    assert findings(answered(continued(), "58", END, "令和11年度"), "58-long", under) == []
    assert findings(answered(continued(), "58", END, "令和12年度"), "58-long", under)


def test_finance_division_adds_its_own_question_as_data() -> None:
    """A question is a sentence with its conditions; no code and no entry in [rules] is needed."""
    own = Question(
        "own-1",
        "情報政策課と協議しましたか。",
        when=("initial",),
        lines=LinesAsked(words=("システム",), at_least=500),
    )
    under = replace(standard(), questions=[*standard().questions, own])
    request = asked_line("相談システムの保守", 600)
    (found,) = findings(request, "own-1", under)
    assert (found.severity, found.place) == ("question", "line/only/text")
    assert found.source
    assert "own-1" not in asked(asked_line("相談システムの保守", 400), under)
    assert "own-1" not in asked(set_values(request, [("header/stage", "一般事業調整")]), under)
    off = replace(under, rules={**under.rules, "own-1": Rule(on=False)})
    assert "own-1" not in asked(request, off)


def test_standard_without_questions_asks_none() -> None:
    """A finance division that sends no lists takes them out."""
    assert asked(continued(), replace(standard(), questions=[])) == []


def test_every_question_has_its_rule_and_every_rule_its_question() -> None:
    """The rules that are declared as questions of the finance division are those that the Standard asks."""
    declared = {
        rule.id
        for check in every_check()
        if check.__name__ == "questions_of_the_finance_division"
        for rule in check.rules
    }
    assert declared == {question.rule for question in standard().questions}
    assert all(RULES[question.rule].severity == "question" for question in standard().questions)
    assert all(question.ask.endswith(("か。", "。")) for question in standard().questions)
    assert {word for question in standard().questions for word in question.when} == set(OCCASIONS)


def test_entries_of_one_rule_ask_the_same() -> None:
    """Where a rule has several entries they differ in when they are asked, so that an answer stays an answer."""
    sentences: dict[str, set[str]] = {}
    for question in standard().questions:
        sentences.setdefault(question.rule, set()).add(question.ask)
    assert all(len(sentence) == 1 for sentence in sentences.values())


def test_real_sheet_is_asked_little() -> None:
    """The real sheet of 平成31年度 names the law and its 監査; it pays shares, and asks for a commitment."""
    assert asked(sample()) == ["58", "60", "62", "64", "71", "70"]
    assert len(snapshot(sample()).findings.questions) <= 10


def test_lines_are_sifted_again_where_they_changed() -> None:
    """What is kept of lines never changes what is asked: a word comes and goes with the typing."""
    request = asked_line("庁舎改修工事")
    for text in ("庁舎改修工事", "庁舎清掃", "庁舎改修工事"):
        now = set_values(request, [("line/only/text", text)])
        assert bool(findings(now, "65")) is ("工事" in text)


def test_occasions_of_the_real_sheet() -> None:
    """当初, 一般会計, continued, no national money: as the page of 平成31年度 says."""
    case = Case(sample(), totals(sample(), standard()), standard(), NO_PRICES, Results())
    true = {name for name, holds in OCCASIONS.items() if holds(case)}
    assert true >= {"initial", "continued", "general_account"}
    assert not true & {"new", "supplementary", "national_money"}


def test_headings_with_costs_are_no_narrative() -> None:
    """A request without any text is asked all the same."""
    assert asked(replace(continued(), sections=(Section("costs", costs=True),))) == asked(continued())
