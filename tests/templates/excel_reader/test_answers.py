"""Answers that people type into the 質問票 of our own workbook, or into 検査結果."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from model.checks import Finding
from model.document.document import take_snapshot
from model.edits.grounds import answer
from model.edits.identity import identified
from model.request.grounds import Answer
from model.request.request import Line, Request
from templates.readers.reading import Reading
from templates.sheet.question_rows import question_rows
from tests import samples
from tests.samples import standard
from tests.templates.excel_reader.edited_books import Hands

LONG = "経費の内訳は別紙のとおりで、過去3年の実績に基づいて積算しました。" * 40


def slips() -> Request:
    """Two 誤り: amounts that cannot be read."""
    return samples.with_lines(Line("a", "甲", 1, "約3百"), Line("b", "乙", 2, "約4百"))


def answered() -> Request:
    """Both answered, one in several rows and one in several lines; LibreOffice has it, too (test_any_request)."""
    return answer(answer(slips(), _finding(), LONG), _finding(1), "一行目\n　二行目 =1+1")


def _finding(at: int = 0) -> Finding:
    found = take_snapshot(slips(), standard()).findings
    return found.errors[at]


def _answered(text: str, at: int = 0) -> Answer:
    each = _finding(at)
    return Answer(each.rule, each.place, each.message, text)


def _printed(request: Request) -> Hands:
    return Hands(request, "質問票")


def _row(hands: Hands, at: int = 0) -> int:
    """The row of a 誤り in the 質問票: it is known by its place, whatever else is asked."""
    found = question_rows(take_snapshot(hands.request, standard()))
    number = next(finding.number for finding in found if finding.finding.message == _finding(at).message)
    return hands.row(str(number), after=hands.row("番号"))


def _cell(hands: Hands, at: int = 0, column: str = "D") -> str:
    return f"{column}{_row(hands, at)}"


def test_an_answer_is_taken(tmp_path: Path) -> None:
    """What is typed into 「答え」 becomes the reason of the finding, and is listed with what it answers."""
    hands = _printed(slips())
    hands.type(cell := _cell(hands), " 見積りを待っています。 ")
    reading = hands.read(tmp_path)
    assert reading.request == replace(
        identified(hands.request), answers=(_answered("見積りを待っています。"),)
    ), "also where it had no ids, it is the request that was written"
    (change,) = reading.changes
    assert (change.where, change.before, change.after) == (f"質問票!{cell}", "", "見積りを待っています。")
    assert _finding().message[:20] in change.what
    assert change.what.endswith("への了解の理由")
    assert reading.unread == ()


def test_an_answer_is_changed_and_taken_away(tmp_path: Path) -> None:
    """An answer that was there can be written anew; an emptied cell takes it back."""
    request = answer(slips(), _finding(), "前の理由。")
    hands = _printed(request)
    hands.type(_cell(hands), "新しい理由。")
    assert hands.read(tmp_path).request.answers == (_answered("新しい理由。"),)
    hands = _printed(request)
    hands.type(_cell(hands), None)
    reading = hands.read(tmp_path)
    assert reading.request.answers == ()
    assert [(change.before, change.after) for change in reading.changes] == [("前の理由。", "")]


@pytest.mark.parametrize("step", ["move", "insert", "delete"])
def test_rows_are_known_by_their_number(tmp_path: Path, step: str) -> None:
    """Rows may be moved, put apart and deleted; the answer belongs to its number."""
    hands = _printed(slips())
    first, second = _row(hands), _row(hands, 1)
    hands.type(f"D{second}", "二つめの理由。")
    if step == "move":
        hands.move(second, second, first)
    elif step == "insert":
        hands.insert(first, {})
    else:
        hands.delete(first)
    reading = hands.read(tmp_path)
    assert reading.request.answers == (_answered("二つめの理由。", 1),)
    assert reading.unread == ()


def test_the_question_is_a_copy(tmp_path: Path) -> None:
    """What is changed in a question or at the head, and a row that was added, is listed; nothing is dropped."""
    hands = _printed(slips())
    hands.type(_cell(hands, column="C"), "別の質問")
    hands.type(f"A{hands.row('質問票')}", "照会票")
    last = max(int(row.get("r")) for row in hands.rows()) + 1
    hands.type_anywhere(f"C{last}", "追加の質問です。")
    hands.type_anywhere(f"D{last}", "追加の答えです。")
    reading = hands.read(tmp_path)
    assert reading.request == hands.request
    assert [entry.text for entry in reading.unread] == [
        "照会票",
        "別の質問",
        "追加の質問です。",
        "追加の答えです。",
    ]


def test_a_number_that_stands_twice(tmp_path: Path) -> None:
    """A copied row is no second answer."""
    hands = _printed(slips())
    first, second = _row(hands), _row(hands, 1)
    number = next(hands.value(cell) for row in hands.rows() for cell in row if cell.get("r") == f"A{first}")
    hands.type(f"D{first}", "一つめ。")
    hands.type(f"A{second}", int(number))
    hands.type(f"D{second}", "二つめ。")
    reading = hands.read(tmp_path)
    assert reading.request.answers == (_answered("一つめ。"),)
    assert [entry.text for entry in reading.unread] == ["二つめ。"]


def test_an_answer_in_the_flat_sheet(tmp_path: Path) -> None:
    """An answer typed in 検査結果 is taken too; where both say something, the 質問票 is right."""
    hands = Hands(slips(), "検査結果")
    row = hands.row(_finding(1).place)
    hands.type(hands.column("了解の理由・答え", row), "表の理由。")
    reading = hands.read(tmp_path)
    assert reading.request.answers == (_answered("表の理由。", 1),)
    assert [change.where.partition("!")[0] for change in reading.changes] == ["検査結果"]
    printed = hands.turn_to("質問票")
    printed.type(_cell(printed, 1), "票の理由。")
    reading = printed.read(tmp_path)
    assert reading.request.answers == (_answered("票の理由。", 1),)
    assert [entry.text for entry in reading.unread] == ["表の理由。"]


def _piece(hands: Hands, at: int, text: str) -> None:
    hands.type(f"D{_row(hands) + at}", text)


@pytest.mark.parametrize(
    ("work", "text"),
    [
        (lambda hands: _piece(hands, 0, "初めを直した。"), "初めを直した。"),
        (lambda hands: hands.insert(_row(hands) + 1, {"D": "書き足した。"}), "\n書き足した。"),
    ],
)
def test_a_long_answer_stands_in_several_rows(
    tmp_path: Path, work: Callable[[Hands], None], text: str
) -> None:
    """An answer longer than a row can show goes on below; untouched it comes back exactly, and each row can be changed."""
    request = answer(slips(), _finding(), LONG)
    request = answer(request, _finding(1), LONG)
    hands = _printed(request)
    assert hands.read(tmp_path) == Reading(request)
    work(hands)
    reading = hands.read(tmp_path)
    first, second = reading.request.answers
    assert text in first.text
    assert first.text.endswith(LONG[-200:])
    assert second.text == LONG
    assert reading.unread == ()


def test_without_the_memory_answers_do_not_get_into_the_narrative(tmp_path: Path) -> None:
    """Where the hidden sheet is lost, nobody knows what an answer belongs to; it is said, and never published."""
    hands = _printed(slips())
    hands.type(_cell(hands), "内部の理由。")
    hands.drop_memory()
    reading = hands.read(tmp_path)
    assert "内部の理由" not in str(reading.request)
    assert [entry.where for entry in reading.unread if "答え" in entry.why] == ["質問票"]
