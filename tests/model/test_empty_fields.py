"""未記入: what the form needs and a request does not have yet."""

from __future__ import annotations

from collections import Counter

import pytest

from model.document.document import take_snapshot
from model.document.new_request import new_request
from model.edits.fields import set_value
from model.request.request import Line, Request
from model.standard_folder.load import load
from templates.readers.clipboard import read_copied
from tests import cases
from tests.samples import ROOT, one_line, sample, set_values, snapshot, standard, with_lines


def empty(request: Request) -> list[str]:
    """The places that are 未記入."""
    return [field.place for field in snapshot(request).empty_fields]


def test_a_new_request_lacks_nearly_all_in_the_order_of_the_sheet() -> None:
    """Of a new request the head, 人役, the words of 財源, each text and the lines are listed, as the sheet has them from above."""
    request = new_request(standard())
    fields = snapshot(request).empty_fields
    texts = [f"section/{section.id}/text" for section in request.sections if not section.costs]
    group = request.groups[0].id
    assert [field.place for field in fields] == [
        "header/name", "header/subject_kan", "header/subject_kou", "header/subject_moku",
        "contact/department", "contact/section", "contact/team", "contact/phone", "contact/email",
        "headcount/request/regular", "funding_words", texts[0], f"group/{group}/title", *texts[1:],
    ]  # fmt: skip
    assert fields[0].where == "基本情報 ＞ 事業名"
    assert "所要経費 ＞ 経費の行" in [field.where for field in fields]


def test_the_real_sheet_lacks_nothing() -> None:
    """The sheet that was published is complete: its two lines that ended are blank this year and need no amount."""
    assert empty(sample()) == []


@pytest.mark.parametrize("number", [*cases.cases()][::4])
def test_published_sheets_lack_only_what_their_text_leaves_out(number: str) -> None:
    """Of a published sheet no cost, text or 人役 is 未記入."""
    request = read_copied(cases.page(number), "", standard()).request
    kinds = Counter(place.partition("/")[0] for place in empty(request))
    assert set(kinds) <= {"contact", "funding_words", "commitment"}


def test_a_line_needs_its_amount() -> None:
    """A new line needs an amount; one with a calculation, of 0, or with parts does not; a blank one needs its 内容."""
    lines = (
        Line("new", "印刷費"),
        Line("zero", "旅費", None, 0),
        Line("worked", "委託料", basis="5千円×3"),
        Line("whole", "負担金", parts=(Line("part", "分担金"), Line("other", "会費", None, 3))),
        Line("blank"),
    )
    found = [place for place in empty(with_lines(*lines)) if place.startswith("line/")]
    assert found == ["line/new/amount", "line/part/amount", "line/blank/text"]


def test_what_is_written_is_no_longer_listed() -> None:
    """Each field that is filled leaves the list, and one count of people is enough; 0.0 is a count."""
    request = one_line()
    for where, value in (
        ("contact/section", "情報政策課"),
        ("headcount/request/regular", "0.0"),
        ("funding_words", "単県"),
    ):
        assert where in empty(request)
        request = set_value(request, where, value)
        assert where not in empty(request)


def test_each_form_decides_what_it_needs() -> None:
    """A supplementary sheet has no 前年度; an account of its own has a name and no 款項目; the sheet of 債務負担行為 needs one."""
    account = set_values(one_line(), [("header/business_class", "特別会計")])
    assert "header/account" in empty(account)
    assert "header/subject_kan" not in empty(account)
    commitment = set_value(one_line(), "header/sheet", "commitment")
    assert "commitment//name" in empty(commitment)
    assert "funding_words" not in empty(commitment)
    other = load(ROOT / "templates" / "standards" / "example")
    found = take_snapshot(commitment, other).empty_fields
    assert [field.place for field in found] == ["contact/section", "commitment//name"]


def test_a_blank_year_has_no_change_in_percent() -> None:
    """A line of a draft that waits for its amount has not fallen by △100 %; nor has its table."""
    (group,) = snapshot(one_line(None, 900)).totals.groups
    assert group.change_percent is group.lines[0].change_percent is None
    (group,) = snapshot(one_line(0, 900)).totals.groups
    assert group.change_percent == group.lines[0].change_percent == -100
