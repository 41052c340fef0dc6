"""What a later version or a hand wrote into a request's file and this version does not know: kept, said, shown nowhere."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from model.checks.finding import Fix
from model.differences.differences import compare
from model.differences.merge import decide, in_words, merge
from model.differences.outline import outline_of, request_of
from model.document import storage, unknown_fields
from model.document.document import Document
from model.document.history import dump_history, load_history
from model.document.storage import FileError, dumps, loads
from model.document.unsaved import Unsaved, dump_unsaved, load_unsaved
from model.edits.links import link
from model.edits.repair import repaired
from model.edits.structure import delete_lines
from model.files.files import digest
from model.next_year import next_year
from model.request.linked_figure import LinkedFigure
from model.request.part import UnknownField
from model.request.request import Request
from model.values.identity import Identity
from templates.page.html import render
from templates.readers.sources import read_source
from templates.workbook import excel
from tests.examples import examples
from tests.samples import ROOT, findings, sample, set_values, snapshot, standard

TOTTORI = ROOT / "templates" / "standards" / "tottori"
PIECE = "秘密の値4711"
LINE = "line-1-1"
NUMBERS = ("1.50", "1e999", "9" * 5000, "12345678901234567890123")


def file_with(**fields: str) -> bytes:
    """The real sheet's file with more fields, as JSON: of a line of costs, of its head, of the file itself."""
    text = dumps(sample()).decode()
    for mark, field in (
        (f'{{"id": "{LINE}", ', fields.get("line")),
        ('"header": {', fields.get("header")),
        ("{", fields.get("root")),
    ):
        assert mark in text
        if field:
            text = text.replace(mark, f"{mark}{field}, ", 1)
    return text.encode()


def with_one(value: str = '"青"') -> Request:
    """The real sheet with a field of a later version in its first line."""
    return loads(file_with(line=f'"colour": {value}'), "x")


def values(request: Request) -> dict[tuple[str, str, str], str]:
    """The fields that are not known."""
    return {(field.part, field.path, field.name): field.value for field in request.unknown}


def fix_of(request: Request) -> Fix:
    """The repair of the finding about a field that is not known."""
    (found,) = findings(request, "unknown-field")
    assert found.fix
    return found.fix


def test_they_are_kept_where_they_stood() -> None:
    """A field of the file, of its head and of a line come back from a save as they stood, and nothing else is touched."""
    data = file_with(
        root='"approval": {"route": ["課長", {"by": null}]}', header='"colour": "青"', line='"memo": [1, 2]'
    )
    request = loads(data, "x")
    assert json.loads(dumps(request)) == json.loads(data) | {"format": storage.FORMAT}
    assert replace(request, unknown=()) == sample()
    assert loads(dumps(request), "x") == loads(storage.dumps_compact(request), "x") == request
    assert request_of(outline_of(request)) == replace(request, identity=Identity())


@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: number[:12])
def test_a_number_of_theirs_stays_as_it_is_written(number: str) -> None:
    """Nobody here knows whether 1.50 is an amount or a version: not a digit of it changes."""
    request = with_one(number)
    assert values(request) == {(LINE, "", "colour"): number}
    assert f'"colour": {number}'.encode() in dumps(loads(dumps(request), "x"))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def objects(raw: Any, path: str = "") -> list[dict[str, Any]]:
    """The objects of the file in which fields have names; not the tables whose keys are columns."""
    if isinstance(raw, list):
        return [found for each in raw for found in objects(each, path)]
    if not isinstance(raw, dict):
        return []
    tables = {"headcount", "funding", "declared", "bases", "prices", "cells", "sources", "printed"}
    inner = [found for name, each in raw.items() if name not in tables for found in objects(each, name)]
    return [raw, *inner]


@settings(max_examples=examples(12))
@given(st.data())
def test_any_field_anywhere_is_kept(data: st.DataObject) -> None:
    """Whatever stands under whatever name in whatever part of a file, a save writes it again, and so does the save of that."""
    raw = json.loads(dumps(sample()))
    for each in data.draw(st.lists(st.sampled_from(range(len(objects(raw)))), max_size=4)):
        name = data.draw(st.text(min_size=1, max_size=8).filter(lambda name: name not in storage_names()))
        objects(raw)[each][name] = data.draw(JSON)
    request = loads(json.dumps(raw).encode(), "x")
    assert json.loads(dumps(request)) | {"format": 0} == raw | {"format": 0}
    assert loads(dumps(request), "x") == request


def storage_names() -> set[str]:
    """Every name of a field that this version knows, somewhere."""
    defs = storage.schema()["$defs"].values()
    return {name for each in defs for name in each.get("properties", {})} | {"format"}


def test_our_own_list_of_them_is_no_field_of_a_file() -> None:
    """A file that pretends to be this program's memory of such fields only has one more of them."""
    forged = '[{"part": "", "path": "", "name": "x", "value": "{{{"}]'
    request = loads(file_with(root=f'"unknown": {forged}'), "x")
    assert list(values(request)) == [("", "", "unknown")]
    assert json.loads(dumps(request))["unknown"] == json.loads(forged)


@pytest.mark.parametrize(
    "field",
    [
        f'"{"n" * (unknown_fields.LONGEST_NAME + 1)}": 1',
        f'"deep": {"[" * unknown_fields.DEEPEST}1{"]" * unknown_fields.DEEPEST}',
        f'"long": "{"あ" * (unknown_fields.MOST_BYTES // 3 + 1)}"',
        ", ".join(f'"many{number}": 1' for number in range(unknown_fields.MOST_NAMES + 1)),
    ],
    ids=["name", "depth", "size", "number"],
)
def test_more_than_can_be_kept(field: str) -> None:
    """Beyond what a later version can need nothing is opened, and the file is left alone."""
    with pytest.raises(FileError, match="知らない項目が多すぎるか大きすぎる"):
        loads(file_with(root=field), "要求.yosan")


def test_a_later_format_is_still_refused() -> None:
    """What the number of the format says is known to be otherwise is left to the version that wrote it."""
    data = file_with(root='"colour": 1').replace(b'"format": 5', f'"format": {storage.FORMAT + 1}'.encode())
    with pytest.raises(FileError, match="新しい版の予算帖で保存されています"):
        loads(data, "x")


def test_they_live_through_edits_and_undo() -> None:
    """Another amount in the line keeps its field; a line that is deleted takes it along, and undo brings both back."""
    document = Document(with_one(), standard())
    document.edit("金額", set_values(document.request, [(f"line/{LINE}/amount", 1)]))
    assert b'"colour": ' in dumps(document.request)
    document.edit("削除", delete_lines(document.request, [LINE]))
    assert b"colour" not in dumps(document.request)
    assert not findings(document.request, "unknown-field")
    document.undo()
    assert b'"colour": ' in dumps(document.request)


def test_they_are_in_the_copy_of_unsaved_work_and_in_the_steps() -> None:
    """A program that is killed, and undo after it was started again, lose none."""
    document = Document(with_one(), standard())
    document.edit("金額", set_values(document.request, [(f"line/{LINE}/amount", 1)]))
    document.edit("消す", repaired(document.request, fix_of(document.request)))
    now, before = document.request, document.history[-1].before
    work, _ = load_unsaved(dump_unsaved(Unsaved(now, base=before), None), "x")  # type: ignore[arg-type]
    assert (work.request, work.base) == (now, before)
    content = digest(dumps(now))
    history = load_history(dump_history(document.history, content), content)
    assert history
    assert history.take_back(now) == before


def test_they_are_a_finding_that_names_them_and_can_be_erased() -> None:
    """The finding says the name, at the line; 「消す」 takes the field out of the file and leaves the rest."""
    request = loads(file_with(line='"colour": "青"', header='"colour": 1'), "x")
    head, line = findings(request, "unknown-field")
    assert (head.place, line.place) == ("header/name", f"line/{LINE}/text")
    assert "「header.colour」" in head.message
    assert "「colour」" in line.message
    assert line.fix
    assert values(repaired(request, line.fix)) == {("", "header", "colour"): "1"}
    assert repaired(repaired(request, line.fix), head.fix or line.fix) == sample()


def test_a_name_that_would_change_how_the_finding_reads() -> None:
    """What nobody sees in a name (a mark of direction, an escape sequence) is told by its number, and a long name is cut."""
    name = json.dumps("\x1b[31m\u202e" + "長" * 90)
    (found,) = findings(loads(file_with(root=f"{name}: 1"), "x"), "unknown-field")
    assert "「[U+001B][31m[U+202E]長長" in found.message
    assert len(found.message) < 200


def test_neither_page_nor_workbook_shows_them(tmp_path: Path) -> None:
    """The published page does not hold them at all; the workbook brings them back and shows them in no cell."""
    request = with_one(f'"{PIECE}"')
    page = render(snapshot(request), TOTTORI)
    assert "colour" not in page.partition("</style>")[2]
    assert PIECE not in page
    path = tmp_path / "book.xlsx"
    path.write_bytes(excel.workbook_bytes(snapshot(request)))
    with zipfile.ZipFile(path) as files:
        assert not any(PIECE.encode() in files.read(name) for name in files.namelist())
    assert read_source(path, standard(), TOTTORI).request == request


def test_next_year_leaves_them_behind_and_says_so() -> None:
    """Nobody can say what they mean for another year; the list of the draft names them."""
    draft = next_year(with_one(), standard())
    assert draft.unknown == ()
    (entry,) = [entry for entry in draft.carried if entry.what == "知らない項目"]
    assert "「colour」" in entry.before
    assert "引き継いでいません" in entry.why


def test_who_alone_has_them_is_taken() -> None:
    """A colleague's later version added a field while here the amount of that line was typed: both are in the merge."""
    mine = set_values(sample(), [(f"line/{LINE}/amount", 1)])
    merged = merge(sample(), mine, with_one())
    assert merged.collisions == ()
    assert values(merged.request) == values(with_one())
    (said,) = compare(mine, merged.request, standard()).differences
    assert said.what.endswith("の行の知らない項目「colour」")
    assert said.now == '"青"'


def test_a_linked_figure_keeps_its_own() -> None:
    """What is not known of a linked figure stays with it in a merge, and goes with it where it is taken away."""
    where = f"section/{sample().sections[0].id}/text"
    said = set_values(sample(), [(where, "総額124,767千円。")])
    linked = link(said, LinkedFigure("linked", where, 2, "124,767千円", "request/amount"))
    theirs = replace(linked, unknown=(UnknownField("linked", "", "colour", "1"),))
    assert loads(dumps(theirs), "x") == theirs
    taken = merge(said, set_values(said, [(f"line/{LINE}/amount", 1)]), theirs).request
    assert (taken.links, taken.unknown) == (theirs.links, theirs.unknown)
    away = merge(theirs, replace(theirs, links=()), theirs).request
    assert (away.links, away.unknown) == ((), ())


@pytest.mark.parametrize("theirs", [with_one('"赤"'), delete_lines(with_one(), [LINE])], ids=["value", "row"])
def test_what_both_did_otherwise_is_asked(theirs: Request) -> None:
    """Two values of one field, and a field changed in a line that the other deleted, are for a person to decide."""
    mine = with_one('"緑"')
    merged = merge(with_one(), mine, theirs)
    (collision,) = merged.collisions
    (words,) = in_words(merged, standard())
    assert '"緑"' in words.mine
    assert decide(merged, {collision.key: "mine"}).unknown == mine.unknown
    chosen = decide(merged, {collision.key: "theirs"})
    assert loads(dumps(chosen), "x") == loads(dumps(theirs), "x")
