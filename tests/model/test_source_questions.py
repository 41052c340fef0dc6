"""What a reader could not prove of a source is asked in the request itself, until it is confirmed, typed otherwise or acknowledged."""

from __future__ import annotations

import json

import msgspec
import pytest
from msgspec.structs import replace

from model.document import storage
from model.document.document import Document
from model.edits import structure
from model.edits.basis import set_basis
from model.edits.declared import release_agreeing
from model.edits.fields import set_value, type_text
from model.edits.grounds import answer
from model.edits.repair import repaired
from model.next_year import next_year
from model.request.request import Request
from model.request.source_question import SourceQuestion
from tests.model.checks.examples.unknown import asked_of
from tests.samples import declared_sample, findings, fixed, only, sample, snapshot, standard

RULE = "source-question"
AMOUNT = "line/line-1-1/amount"


def document(*places: str, request: Request | None = None) -> Document:
    """An open request with a question at each place."""
    return Document(asked_of(request or sample(), *places), standard())


def open_places(request: Request) -> list[str]:
    """Where something is still asked."""
    return [asked.place for asked in request.source_questions]


def test_a_question_is_an_error_at_its_field() -> None:
    """The finding says where it stands in the source, what was assumed, what else it may be, and what to do."""
    found = only(asked_of(sample(), AMOUNT), RULE)
    assert (found.place, found.severity) == (AMOUNT, "error")
    assert found.message == (
        "取り込んだ内訳!C4: 単位の書かれていない列を千円と読みました。読み方:「千円」。ほかの読み方:「円」「百万円」。"
        "根拠: 合計が要求額と合う。元の資料と見比べ、よければ「この読み方でよい」を選び、違えば値を直してください。"
    )


def test_confirming_removes_the_question_alone() -> None:
    """この読み方でよい changes nothing but the question, as one step of undo."""
    open_document = document(AMOUNT, "header/fiscal_year")
    before = open_document.request
    (found, other) = sorted(findings(before, RULE), key=lambda finding: finding.place, reverse=True)
    assert found.fix is not None
    open_document.edit(found.fix.label, repaired(before, found.fix))
    assert open_places(open_document.request) == [other.place]
    assert replace(open_document.request, source_questions=()) == sample()
    open_document.undo()
    assert open_document.request is before


def test_acknowledged_with_a_reason() -> None:
    """As any 誤り a question can be acknowledged; it then stands among the acknowledged ones."""
    request = asked_of(sample(), AMOUNT)
    known = snapshot(answer(request, only(request, RULE), "課に確かめました。")).findings
    assert [finding.acknowledged for finding in known.acknowledged if finding.rule == RULE] == [
        "課に確かめました。"
    ]
    assert RULE not in {finding.rule for finding in known.all}


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("", "header/name"),
        ("line/gone/amount", "header/name"),
        ("group/gone", "header/name"),
        ("owed/gone/amount", "header/name"),
        ("line/line-1-1", AMOUNT),
        ("group/group-1", "group/group-1/amount"),
        ("funding/request/national", "funding/request/national"),
    ],
)
def test_where_a_question_is_shown(place: str, shown: str) -> None:
    """One about the whole request, or whose place is gone, at the name; one about a whole table or line at its amount."""
    assert only(asked_of(sample(), place), RULE).place == shown


def test_typing_another_value_answers() -> None:
    """Who types another value into the field has answered; one undo brings back the value and the question."""
    open_document = document(AMOUNT, "header/fiscal_year")
    before = open_document.request
    for text in ("7", "70", "700"):
        open_document.edit("金額の入力", type_text(open_document.request, AMOUNT, text), AMOUNT)
    assert open_places(open_document.request) == ["header/fiscal_year"]
    open_document.undo()
    assert open_document.request is before
    open_document.redo()
    assert open_places(open_document.request) == ["header/fiscal_year"]


def test_typing_back_answers_nothing() -> None:
    """A figure that is typed back to what it was was only looked at; so was one that Esc brought back."""
    open_document = document(AMOUNT)
    before, was = open_document.request, str(sample().groups[0].lines[0].amount)
    for text in ("7", was):
        open_document.edit("金額の入力", type_text(open_document.request, AMOUNT, text), AMOUNT)
    assert open_document.request is before
    open_document.edit("金額の入力", type_text(before, AMOUNT, "7"), AMOUNT)
    open_document.cancel(AMOUNT)
    assert open_document.request is before


@pytest.mark.parametrize("value", [0, None, "約3百"])
def test_any_other_value_answers(value: int | str | None) -> None:
    """A nought, a blank and words are other values too."""
    open_document = document(AMOUNT)
    open_document.edit("入力", set_value(open_document.request, AMOUNT, value))
    assert open_places(open_document.request) == []


def test_a_calculation_answers() -> None:
    """A calculation typed in the field is another value."""
    open_document = document("funding/request/national")
    typed = set_basis(open_document.request, "funding/request/national", "10千円×2回")
    open_document.edit("積算の入力", typed)
    assert open_places(open_document.request) == []


def test_an_edit_elsewhere_answers_nothing() -> None:
    """Another field, a line that moves, a deleted line and a blank title of its table leave a question open."""
    open_document = document(AMOUNT, "group/group-1", "")
    for edit in (
        lambda request: type_text(request, "line/line-1-2/amount", "9"),
        lambda request: structure.move_line(request, "line-1-1", 1),
        lambda request: type_text(request, "group/group-1/title", "別の題"),
        lambda request: type_text(request, "group/group-1/amount", "9"),
        lambda request: structure.delete_lines(request, ["line-1-1"]),
    ):
        open_document.edit("編集", edit(open_document.request))
        assert open_places(open_document.request) == [AMOUNT, "group/group-1", ""]
    assert [finding.place for finding in findings(open_document.request, RULE)] == [
        "header/name",
        "header/name",
        "group/group-1/amount",
    ]


def test_a_question_that_comes_with_its_value_is_open() -> None:
    """What an edit brings together with its question, as pasting may, is asked; an undo takes both away."""
    open_document = document()
    pasted = asked_of(set_value(sample(), AMOUNT, 5), AMOUNT)
    open_document.edit("貼り付け", pasted)
    assert open_places(open_document.request) == [AMOUNT]
    open_document.undo()
    assert open_document.request == sample()


def test_a_total_that_follows_its_parts_again_answers_nothing() -> None:
    """合っている合計を計算値に戻す changes no figure, so that what was asked of a total is asked still."""
    places = ("request/amount", "group/group-1/amount", "cost/request/total")
    open_document = document(*places, request=declared_sample())
    before = open_document.request
    open_document.edit("計算値", release_agreeing(before, open_document.snapshot.totals, standard()))
    assert open_document.request.declared != before.declared
    assert open_places(open_document.request) == list(places)
    open_document.edit("入力", set_value(open_document.request, "request/amount", 5))
    assert open_places(open_document.request) == list(places[1:])


def test_format_6_holds_the_questions() -> None:
    """A file with questions is of format 6 and comes back; one without is format 5, byte for byte as ever."""
    asked = asked_of(sample(), AMOUNT, "")
    data = storage.dumps(asked)
    assert json.loads(data)["format"] == 6
    assert storage.loads(data, "x") == asked
    assert json.loads(
        storage.dumps(fixed(fixed(asked, findings(asked, RULE)[0]), findings(asked, RULE)[1]))
    ) == (json.loads(storage.dumps(sample())))
    assert json.loads(storage.dumps(sample()))["format"] == 5


def test_ids_of_questions_are_unique_in_a_file() -> None:
    """A file whose question has the id of a line is damaged."""
    twice = replace(sample(), source_questions=(SourceQuestion("line-1-1", "", "A1", "問い。", "甲"),))
    with pytest.raises(storage.FileError, match="壊れている"):
        storage.loads(storage.dumps(twice), "x")


def test_next_year_asks_nothing() -> None:
    """The questions of a source are of the year that it was for."""
    assert next_year(asked_of(sample(), AMOUNT), standard()).source_questions == ()


def test_a_question_is_plain_data() -> None:
    """A question without further readings or evidence takes three words less in the file."""
    assert msgspec.to_builtins(SourceQuestion("q", "", "A1", "問い。", "甲")) == {
        "id": "q",
        "place": "",
        "where": "A1",
        "question": "問い。",
        "assumed": "甲",
    }
