"""Answers to findings and questions, grounds of revenue and parts of a cut, as edits."""

from __future__ import annotations

from msgspec.structs import replace

from model.edits.fields import holds_amount, set_value, type_text, value_at
from model.edits.grounds import answer
from model.request.grounds import Answer, Cut, FundingTerm
from model.request.parts import add_part, delete_part
from model.standard.parts import Rule
from tests.samples import findings, one_line, only, snapshot, with_rule

WRONG = set_value(one_line(), "request/amount", 1_100)


def test_what_is_acknowledged_is_silent_and_kept() -> None:
    """了解 with its reason takes a finding off the list, and both stand in the request for the finance division."""
    found = only(WRONG, "4")
    request = answer(WRONG, found, " 端数は別に要求します。 ")
    assert findings(request, "4") == []
    (told,) = snapshot(request).findings.acknowledged
    assert (told.message, told.acknowledged) == (found.message, "端数は別に要求します。")
    assert request.answers == (Answer("4", "request/amount", found.message, "端数は別に要求します。"),)


def test_acknowledgement_holds_for_its_figures_only() -> None:
    """Another figure is another slip: the finding is open again; the old figure is acknowledged as it was."""
    request = answer(WRONG, only(WRONG, "4"), "端数")
    other = set_value(request, "request/amount", 1_101)
    assert [finding.place for finding in findings(other, "4")] == ["request/amount"]
    assert findings(set_value(other, "request/amount", 1_100), "4") == []


def test_acknowledged_error_no_longer_counts() -> None:
    """A 誤り that was acknowledged with a reason is not one of the errors that a check reports."""
    assert snapshot(WRONG).findings.errors
    assert not snapshot(answer(WRONG, only(WRONG, "4"), "端数")).findings.errors


def test_acknowledgement_is_taken_back() -> None:
    """A blank reason takes it back, and the request is as it was."""
    found = only(WRONG, "4")
    assert answer(answer(WRONG, found, "端数"), found, "  ") == WRONG
    assert answer(WRONG, found, "") is WRONG


def test_reason_is_replaced() -> None:
    """Another reason for the same finding takes the place of the first."""
    found = only(WRONG, "4")
    request = answer(answer(WRONG, found, "端数"), found, "別紙")
    assert [each.text for each in request.answers] == ["別紙"]
    assert answer(request, found, "別紙") is request


def test_question_is_no_finding_and_keeps_its_answer() -> None:
    """A rule that the Standard calls a question stands in the 質問票 with its answer, not in the list of findings."""
    asked = with_rule("4", Rule("question"))
    found = snapshot(WRONG, asked).findings
    assert "4" not in {finding.rule for finding in found.all}
    (question,) = (each for each in found.questions if each.rule == "4")
    assert question.acknowledged == ""
    answered = snapshot(answer(WRONG, question, "端数"), asked).findings
    assert [each.acknowledged for each in answered.questions if each.rule == "4"] == ["端数"]
    assert answered.acknowledged == ()


def test_ground_of_revenue_is_added_typed_and_deleted() -> None:
    """A ground of revenue (財源の根拠) has amounts of 千円 and words, each at its place."""
    request = add_part(one_line(), FundingTerm("t", "national"))
    request = type_text(request, "term/t/eligible", "１，０００")
    request = type_text(request, "term/t/rate", "1/2")
    assert request.funding_terms == (FundingTerm("t", "national", rate="1/2", eligible=1_000),)
    assert value_at(request, "term/t/eligible") == 1_000
    assert [holds_amount(f"term/t/{field}") for field in ("amount", "eligible", "rate", "line")] == [
        True,
        True,
        False,
        False,
    ]
    assert delete_part(request, FundingTerm, "t") == one_line()
    assert delete_part(request, FundingTerm, "gone") is request


def test_part_of_a_cut_is_added_typed_and_deleted() -> None:
    """A part of the cut (減額の内訳) has an amount and the sentence that explains it."""
    request = add_part(one_line(), Cut("c", "only"))
    request = type_text(type_text(request, "cut/c/amount", "370"), "cut/c/reason", "見送り")
    assert request.cuts == (Cut("c", "only", 370, "見送り"),)
    assert delete_part(request, Cut, "c") == one_line()
    assert delete_part(request, Cut, "gone") is request


def test_two_findings_of_a_place_are_answered_apart() -> None:
    """Two slips of one rule on one line are two findings, each with its own reason."""
    twice = set_value(one_line(), "line/only/basis", "2千円×3＝7千円\n4千円×5＝21千円")
    first, second = findings(twice, "1-printed")
    both = answer(answer(twice, first, "一"), second, "二")
    told = [
        finding.acknowledged
        for finding in snapshot(both).findings.acknowledged
        if finding.rule == "1-printed"
    ]
    assert told == ["一", "二"]
    assert replace(both, answers=()) == twice
