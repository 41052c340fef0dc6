"""財源の根拠 and 減額内訳 as people change them in our own workbook."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from model.request.grounds import Cut, FundingTerm
from model.request.request import Line, Request
from templates.readers.reading import Reading
from tests import samples
from tests.templates.excel_reader.edited_books import Hands

TERMS = (FundingTerm("t", "national", "整備交付金", "1/2", 1_000, 500, line="a"), FundingTerm("u", "bonds"))


def _request() -> Request:
    return replace(
        samples.with_lines(Line("a", "甲", 1, 10), Line("b", "乙", 2, 20)),
        funding_terms=TERMS,
        cuts=(Cut("c", "a", 5, "実績による。"),),
    )


def _type(hands: Hands, heading: str, row: int, value: int | str | None) -> None:
    hands.type(hands.column(heading, row), value)


def test_what_was_changed_is_taken(tmp_path: Path) -> None:
    """Figures, rates and words; a source and a cost line also by their words."""
    hands = Hands(_request(), "財源の根拠")
    assert hands.read(tmp_path) == Reading(hands.request)
    row = hands.row("t")
    for heading, value in (
        ("補助率・充当率", "1/3"),
        ("収入の額(千円)", 333),
        ("財源", "その他"),
        ("充てる経費", "乙"),
        ("収入の名前", None),
    ):
        _type(hands, heading, row, value)
    reading = hands.read(tmp_path)
    changed = replace(TERMS[0], rate="1/3", amount=333, source="other", line="b", name="")
    assert reading.request.funding_terms == (changed, TERMS[1])
    assert ("財源の根拠の補助率・充当率", "1/2", "1/3") in [
        (change.what, change.before, change.after) for change in reading.changes
    ]
    assert reading.unread == ()


def test_rows_come_and_go(tmp_path: Path) -> None:
    """A row without an ID is a new ground, a deleted one is gone; sorted rows say nothing."""
    hands = Hands(_request(), "財源の根拠")
    hands.move(hands.row("u"), hands.row("u"), 2)
    assert hands.read(tmp_path) == Reading(hands.request)
    hands.delete(hands.row("t"))
    last = hands.row("u") + 1
    hands.insert(last, {})
    for heading, value in (("財源コード", "other"), ("収入の名前", "広告料"), ("収入の額(千円)", 70)):
        _type(hands, heading, last, value)
    reading = hands.read(tmp_path)
    kept, new = reading.request.funding_terms
    assert kept == TERMS[1]
    assert replace(new, id="") == FundingTerm("", "other", "広告料", amount=70)
    assert any("消された行" in change.what for change in reading.changes)


def test_what_nobody_knows_is_listed(tmp_path: Path) -> None:
    """A line that is not there, words for an amount, a changed key column: each is said."""
    hands = Hands(_request(), "減額内訳")
    row = hands.row("c")
    for heading, value in (
        ("減額した経費", "丙"),
        ("減額(千円)", "約5"),
        ("減額の理由", "見直し。"),
        ("事業名", "別の事業"),
    ):
        _type(hands, heading, row, value)
    reading = hands.read(tmp_path)
    assert reading.request.cuts == (Cut("c", "a", "約5", "見直し。"),)
    assert sorted(entry.text for entry in reading.unread) == sorted(["丙", "約5", "別の事業"])


def test_parts_of_the_cut_that_were_read_are_copies(tmp_path: Path) -> None:
    """What 財政課処理欄 says stands beside what was typed; it is changed there, not here, and no line is made of it."""
    hands = Hands(samples.sample(), "減額内訳")
    assert hands.read(tmp_path) == Reading(hands.request)
    row = hands.row("財政課処理欄の文")
    _type(hands, "減額(千円)", row, 5)
    reading = hands.read(tmp_path)
    assert reading.request == hands.request
    assert [(entry.text, "財政課処理欄" in entry.why) for entry in reading.unread] == [("5", True)]


def test_a_class_of_bonds_by_its_words(tmp_path: Path) -> None:
    """起債の区分 is chosen by its label as well."""
    hands = Hands(_request(), "財源の根拠")
    _type(hands, "起債の区分", hands.row("u"), "一般単独事業債")
    assert hands.read(tmp_path).request.funding_terms[1].bond_class == "prefecture_alone"
