"""The flat sheet 経費明細 read back beside the printed one, and what is said of the other flat sheets."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from model.request.request import Line, Request
from templates.readers.reading import Reading
from tests import samples
from tests.templates.excel_reader.edited_books import Hands

LINES = (Line("a", "甲", 1, 10), Line("b", "乙", 2, 20), Line("c", "丙", 3, 30))


def _flat(request: Request | None = None, title: str = "経費明細") -> Hands:
    return Hands(request or samples.with_lines(*LINES), title)


def test_a_change_of_the_flat_sheet_is_taken(tmp_path: Path) -> None:
    """Words, amounts, 積算, 節, 印 and 備考 that were changed only in 経費明細 are taken."""
    hands = _flat()
    row = hands.row("b")
    for heading, value in (
        ("要求額(千円)", 25),
        ("備考", "見直し"),
        ("節番号", 12),
        ("節", "委託料"),
        ("印", "【新規】"),
    ):
        hands.type(hands.column(heading, row), value)
    reading = hands.read(tmp_path)
    changed = replace(LINES[1], amount=25, remark="見直し", object_class="12 委託料", mark="new")
    assert reading.request.groups[0].lines == (LINES[0], changed, LINES[2])
    assert [change.what for change in reading.changes] == [
        f"「乙」の{name}" for name in ("要求額(千円)", "節", "印", "備考")
    ]
    assert reading.unread == ()


def test_the_printed_sheet_wins(tmp_path: Path) -> None:
    """The same cell changed in both sheets is as the printed sheet has it, and the other is listed."""
    hands = Hands(samples.with_lines(*LINES))
    hands.type(f"E{hands.row('乙')}", 21)
    book = hands.turn_to("経費明細")
    book.type(book.column("要求額(千円)", book.row("b")), 22)
    reading = book.read(tmp_path)
    assert reading.request.groups[0].lines[1].amount == 21
    assert [(entry.text, "違う書き換え" in entry.why) for entry in reading.unread] == [("22", True)]


def test_rows_of_the_flat_sheet(tmp_path: Path) -> None:
    """A deleted row takes its line away, a row without an ID is a new line; sorting the sheet says nothing."""
    hands = _flat()
    hands.delete(hands.row("b"))
    assert [line.id for line in hands.read(tmp_path).request.groups[0].lines] == ["a", "c"]
    hands = _flat()
    row = hands.row("c")
    hands.insert(row, {})
    for heading, value in (("内容", "丁"), ("要求額(千円)", 40)):
        hands.type(hands.column(heading, row), value)
    assert [line.text for line in hands.read(tmp_path).request.groups[0].lines] == ["甲", "乙", "丁", "丙"]
    hands = _flat()
    hands.move(hands.row("c"), hands.row("c"), 2)
    assert hands.read(tmp_path) == Reading(hands.request)


def test_a_line_inserted_in_both_sheets_is_one(tmp_path: Path) -> None:
    """The same new line in 要求書 and in 経費明細 is not taken twice."""
    hands = Hands(samples.with_lines(*LINES))
    hands.insert(hands.row("丙"), {"A": "丁", "E": 40})
    book = hands.turn_to("経費明細")
    row = book.row("c")
    book.insert(row, {})
    for heading, value in (("内容", "丁"), ("要求額(千円)", 40)):
        book.type(book.column(heading, row), value)
    assert [line.text for line in book.read(tmp_path).request.groups[0].lines] == ["甲", "乙", "丁", "丙"]


def test_the_other_flat_sheets_are_copies(tmp_path: Path) -> None:
    """A change in 財源内訳 is not taken over, for it is a copy; it is listed."""
    hands = _flat(samples.sample(), "財源内訳")
    hands.type(hands.column("要求額(千円)", 2), 5)
    reading = hands.read(tmp_path)
    assert reading.request == hands.request
    assert [(entry.where.split("!")[0], entry.text) for entry in reading.unread] == [("財源内訳", "5")]
