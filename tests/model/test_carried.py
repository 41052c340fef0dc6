"""引継ぎ: the list of what was changed for the next year is part of the draft and of its file."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from model.differences.differences import compare
from model.differences.merge import merge
from model.document import storage
from model.document.document import Document, take_snapshot
from model.document.unsaved import Unsaved, dump_unsaved, load_unsaved
from model.edits.carried import tick
from model.edits.fields import set_value, type_text
from model.next_year import next_year
from model.request.carried import Carried
from model.request.request import Request
from model.values.grouped import grouped
from model.values.identity import Identity
from templates.page import html
from tests.samples import ROOT, sample, snapshot, standard

DRAFT = next_year(sample(), standard())
FIRST = DRAFT.carried[0].id


def test_the_list_is_saved_and_opened_again() -> None:
    """A draft is a file of format 8 (7 without its lasting ids) and comes back with its list and its ticks; also from a copy of unsaved work."""
    ticked = tick(DRAFT, FIRST, done=True)
    data = storage.dumps(ticked)
    assert json.loads(data)["format"] == 8
    assert json.loads(storage.dumps(replace(ticked, identity=Identity())))["format"] == 7
    assert storage.loads(data, "x") == ticked
    assert [entry.done for entry in ticked.carried][:2] == [True, False]
    work, _ = load_unsaved(dump_unsaved(Unsaved(ticked), None), "x")  # type: ignore[arg-type]
    assert work.request == ticked


def test_a_request_without_the_list_is_written_as_before() -> None:
    """The shipped sample is its own bytes, and a draft whose list was put away is of format 5, but for its lasting ids."""
    shipped = (ROOT / "templates" / "standards" / "tottori" / "sample.yosan").read_bytes()
    assert storage.dumps(sample()) == shipped
    assert json.loads(storage.dumps(replace(DRAFT, carried=(), identity=Identity())))["format"] == 5


def test_ids_of_the_list_are_unique_in_a_file() -> None:
    """A file whose entry has the id of a line is damaged."""
    twice = replace(sample(), carried=(Carried("年度", "", "", "", id="line-1-1"),))
    with pytest.raises(storage.FileError, match="壊れている"):
        storage.loads(storage.dumps(twice), "x")


def test_each_reason_is_said_once() -> None:
    """The list of the real sheet says each reason once; nothing is lost by it and the order stays that of the sheet."""
    groups = grouped(DRAFT.carried, lambda entry: entry.why)
    assert len(groups) == len({entry.why for entry in DRAFT.carried})
    assert sum(len(group) for group in groups.values()) == len(DRAFT.carried)
    assert max(len(group) for group in groups.values()) > len(DRAFT.carried) / 4
    assert next(iter(groups.values()))[0] == DRAFT.carried[0]


def test_the_list_is_never_published() -> None:
    """Neither the page nor the data that it carries has a word of the list."""
    words = "内部の段取りの覚え"
    request = replace(DRAFT, carried=(*DRAFT.carried, Carried(words, words, words, words, id="x-1")))
    page = html.render(take_snapshot(request, standard()), ROOT / "templates" / "standards" / "tottori")
    assert words not in page
    assert "carried-" not in page


def test_the_next_draft_has_a_list_of_its_own() -> None:
    """The draft of a draft lists what was changed in it, not what was changed a year before."""
    again = next_year(tick(DRAFT, FIRST, done=True), standard())
    assert not any(entry.done for entry in again.carried)
    assert again.carried[0].before == DRAFT.header.fiscal_year


def test_two_writers_tick_different_entries() -> None:
    """What one dealt with and what the other dealt with are both dealt with after the merge."""
    second = DRAFT.carried[1].id
    mine, theirs = tick(DRAFT, FIRST, done=True), tick(DRAFT, second, done=True)
    merged = merge(DRAFT, mine, theirs)
    assert merged.collisions == ()
    assert [entry.done for entry in merged.request.carried][:3] == [True, True, False]
    assert len(merged.request.carried) == len(DRAFT.carried)


def test_a_comparison_says_what_was_ticked() -> None:
    """Between two states of a draft a tick is a difference; against last year's request the list is none."""
    (found,) = compare(DRAFT, tick(DRAFT, FIRST, done=True), standard()).differences
    assert (found.section, found.was, found.now) == ("引継ぎ", "いいえ", "はい")
    assert "年度" in found.what
    sections = {difference.section for difference in compare(sample(), DRAFT, standard()).differences}
    assert "引継ぎ" not in sections


def blanks(request: Request) -> list[str]:
    """The lines of a request that are 未記入."""
    return [field.place for field in snapshot(request).empty_fields if field.place.startswith("line/")]


def test_the_lines_of_a_draft_wait_for_their_amounts() -> None:
    """A line of a draft is 未記入 until it has an amount, or until its entry is ticked off: then it has ended."""
    before = blanks(DRAFT)
    assert "line/line-1-2/amount" in before
    filled = set_value(DRAFT, "line/line-1-2/amount", 100)
    assert blanks(filled) == [place for place in before if place != "line/line-1-2/amount"]
    entry = next(entry for entry in DRAFT.carried if entry.place.startswith("line/line-1-2/"))
    assert blanks(tick(DRAFT, entry.id, done=True)) == blanks(filled)


def test_an_amount_ticks_its_entry() -> None:
    """Typing the amount of a line ticks its entry in the same step; typed back, cleared or undone, the tick goes."""
    document = Document(DRAFT, standard())
    entry = next(entry for entry in DRAFT.carried if entry.place == "line/line-1-2/previous")

    def is_done() -> bool:
        return next(one.done for one in document.request.carried if one.id == entry.id)

    where = "line/line-1-2/amount"
    for typed in ("1", "12"):
        document.edit("入力", type_text(document.request, where, typed), merge=where)
    assert is_done()
    document.edit("入力", type_text(document.request, where, ""), merge=where)
    assert document.request is DRAFT, "typed back, nothing was done"
    document.edit("入力", type_text(document.request, where, "12"), merge=where)
    document.seal()
    document.edit("消去", set_value(document.request, where, None))
    assert not is_done()
    document.undo()
    assert is_done()
    document.undo()
    assert document.request == DRAFT
    assert sum(one.done for one in document.request.carried) == 0


def test_the_draft_itself_ticks_nothing() -> None:
    """Amounts that the draft of a draft brings with it are to be looked at."""
    document = Document(DRAFT, standard())
    again = next_year(DRAFT, standard())
    document.edit("翌年度の要求書の作成", again)
    assert document.request == again
