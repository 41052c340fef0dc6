"""Rules 14, 20, 21, 22 and 23: stages and 査定."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.request.grounds import Answer
from model.request.request import Section
from tests.model.checks.examples.revenue import CUT_BEFORE, HELD_BEFORE, assessed_later, later
from tests.samples import findings, fixed, one_line, only, set_values


def test_final_budget_of_a_later_stage() -> None:
    """25,338 + 2,571 = 27,909 (001); later stages may change it, so a difference is 参考 with a repair."""
    found = only(assessed_later(28_000), "14")
    assert found.severity == "info"
    assert fixed(assessed_later(28_000), found).declared["cost/assessed/expense"] == 27_909


def test_final_budget_where_nothing_is_known() -> None:
    """Without what stood before, or on a first-stage sheet, nothing can be said."""
    assert findings(set_values(assessed_later(1), [("funding/standing/expense", None)]), "14") == []
    first = set_values(assessed_later(1), [("header/stage", "一般事業要求")])
    assert findings(first, "14") == []


def test_revival_before_any_assessment() -> None:
    """復活 typed before the stage was changed back is no part of the request; it can be cleared."""
    request = set_values(one_line(), [("component/revived", 5)])
    assert findings(fixed(request, only(request, "20")), "20") == []
    assert findings(set_values(one_line(), [("component/added", 1_000)]), "20") == []
    for stage in ("部長要求", "知事要求", "課長調整2", "その他調整"):
        assert (
            findings(set_values(request, [("header/stage", stage), ("header/fiscal_year", "H20")]), "20")
            == []
        )


@pytest.mark.parametrize(
    ("answer", "is_above"),
    [
        ("要求額 1,000千円、計上額 400千円", False),
        ("1,000千円 → 401千円", True),
        ("要求1,000、計上401", True),
        ("全額認められなかった", False),
        ("1,000千円", False),
        ("計上額 400千円、要求額 1,000千円", False),
        ("1,000千円、400千円、うち復活700千円", False),
        ("", False),
    ],
)
def test_revival_against_the_answer(answer: str, *, is_above: bool) -> None:
    """600 of 復活 beside what the answer says was asked and granted; an answer without two amounts says nothing."""
    answers = (Answer("20-asked", "component/revived", CUT_BEFORE, answer),) if answer else ()
    assert bool(findings(later(*answers, revived=600), "20-limit")) is is_above


def test_answer_to_another_question_is_not_read() -> None:
    """Only the answer to this question, at this place, counts."""
    other = Answer("20-asked", "component/revived", "何千円ですか。", "1,000千円、900千円")
    assert findings(later(other, revived=600), "20-limit") == []


@pytest.mark.parametrize(
    ("heading", "key", "is_wrong"),
    [
        ("復活理由", "added", True),
        ("復活要求額", "added", True),
        ("追加要求理由", "revived", True),
        ("復活の背景と理由", "added", False),
        ("中心市街地の復活", "added", False),
        ("復活・追加要求の内容", "added", False),
        ("復活・追加要求の内容", "revived", False),
        ("調整要求理由", "added", False),
        ("追加要求理由", "added", False),
        ("財政課長査定と復活内容", "revived", False),
    ],
)
def test_heading_and_amount(heading: str, key: str, *, is_wrong: bool) -> None:
    """A heading that surely speaks of the one while only the other has an amount."""
    assert bool(findings(later(heading=heading, **{key: 600}), "21")) is is_wrong


def test_amount_is_moved_to_what_the_heading_says() -> None:
    """The repair moves the amount; what is asked stays the same."""
    request = later(heading="復活理由", added=600)
    assert fixed(request, only(request, "21")).components == {"revived": 600}


def test_headings_of_both_or_amounts_of_both() -> None:
    """014 has 復活 and 追加 on one page; then each heading has its amount."""
    assert findings(later(heading="復活理由", added=300, revived=300), "21") == []
    request = later(heading="復活理由", added=300)
    both = replace(request, sections=(*request.sections, Section("two", heading="追加要求理由")))
    assert findings(both, "21") == []


@pytest.mark.parametrize(
    ("before", "now", "asked"),
    [
        ("0.5", "1.9", True),
        ("0.0", "1.0", True),
        ("1.4", "1.9", False),
        ("2.0", "1.0", False),
        ("", "2.0", False),
        ("二人", "9.0", False),
    ],
)
def test_more_regular_staff(before: str, now: str, *, asked: bool) -> None:
    """A whole post more is asked about; a shift of half a person, a decrease, and an unknown year before are not."""
    values = [("headcount/request/regular", now), ("headcount/previous/regular", before)]
    assert bool(findings(set_values(one_line(), values), "22")) is asked


def test_other_staff_and_supplementary_sheets_are_not_posts() -> None:
    """Part-time staff have no posts, and a supplementary sheet does not have the year before."""
    part_time = [("headcount/request/part_time", "3.0"), ("headcount/previous/part_time", "1.0")]
    assert findings(set_values(one_line(), part_time), "22") == []
    more = [
        ("header/budget", "6月補正予算"),
        ("headcount/request/regular", "3.0"),
        ("headcount/previous/regular", "1.0"),
    ]
    assert findings(set_values(one_line(), more), "22") == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("正職員の新規配置", True),
        ("職員の増員に伴う備品", True),
        ("委員の増員", False),
        ("AEDの新規配置", False),
        ("会場の配置図", False),
        ("増車", False),
    ],
)
def test_line_that_speaks_of_posts(text: str, *, asked: bool) -> None:
    """新規配置 and 増員 in a line or its remark; without an amount it is nothing."""
    assert bool(findings(set_values(one_line(), [("line/only/remark", text)]), "22")) is asked
    assert findings(set_values(one_line(None), [("line/only/text", text)]), "22") == []


@pytest.mark.parametrize(
    ("answer", "is_missing"),
    [("300千円", True), ("300", True), ("なし", False), ("0", False), ("ありません", False)],
)
def test_what_was_held_is_taken_up(answer: str, *, is_missing: bool) -> None:
    """The answer names what was held; the repair puts it into 保留."""
    request = later(Answer("23", "component/deferred", HELD_BEFORE, answer), added=600)
    found = findings(request, "23-held")
    assert bool(found) is is_missing
    if found:
        assert fixed(request, found[0]).components["deferred"] == 300


def test_first_stage_is_not_asked_about_earlier_ones() -> None:
    """The questions about the stage before are asked at later stages only, and not of a blank sheet."""
    asked = ("20-asked", "20-limit", "21", "21-asked", "23", "23-held")
    for request in (one_line(), set_values(one_line(), [("component/added", 1)]), later()):
        assert not [finding for rule in asked for finding in findings(request, rule)]
