"""The merge of two requests that were made from one: nothing of either is lost, and what collides is asked."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from model.differences.changes import Change, changes
from model.differences.merge import Merged, decide, in_words, merge, taken
from model.differences.outline import Outline, column_of, outline_of
from model.differences.sides import NESTING, Choice, Key
from model.differences.texts import merged_text
from model.document import storage
from model.edits import section_tables, structure
from model.edits.fields import set_value, value_at
from model.request.grounds import Answer
from model.request.lines import find, walk
from model.request.parts import add_part, delete_part
from model.request.place import Place
from model.request.request import Line, Request, Section
from model.request.section_table import TableRow
from model.values.amount import Amount
from tests.examples import examples
from tests.requests import edited, requests
from tests.samples import sample, set_values, standard
from tests.section_tables import with_tables

CHOICES: tuple[Choice, ...] = ("mine", "theirs", "base")
AMOUNT = "line/line-1-1/amount"


def keys(merged: Merged) -> set[Key]:
    """What is to be decided."""
    return {collision.key for collision in merged.collisions}


def all_for(merged: Merged, choice: Choice) -> Request:
    """The request where the same is chosen everywhere."""
    return decide(merged, dict.fromkeys(keys(merged), choice))


def texts(request: Request, group: int = 0) -> list[str]:
    """The words of a table's top lines."""
    return [line.text for line in request.groups[group].lines]


def typed(*values: tuple[Place, Amount]) -> Request:
    """The real sheet with other values."""
    return set_values(sample(), list(values))


@st.composite
def writings(draw: st.DrawFn) -> tuple[Request, Request, Request]:
    """A request, and what two writers made of it by a few edits each."""
    base = draw(requests())

    def written() -> Request:
        request = base
        for _ in range(draw(st.integers(0, 4))):
            after = draw(edited(request))
            ids = [line.id for group in after.groups for line, _ in walk(group.lines)]
            ids += [group.id for group in after.groups]
            ids += [part.id for table in after.tables for part in (*table.columns, *table.rows)]
            request = after if len(set(ids)) == len(ids) else request  # made-up ids may be the same twice
        return request

    return base, written(), written()


triples = writings() | st.tuples(requests(), requests(), requests())


# --- what always holds ---


@settings(max_examples=examples(15))
@given(triples)
def test_who_alone_wrote_is_taken_whole(three: tuple[Request, Request, Request]) -> None:
    """Where one side alone wrote, or both wrote the same, that is the result and nothing is asked."""
    base, mine, theirs = three
    for first, second, result in ((mine, base, mine), (base, theirs, theirs), (mine, mine, mine)):
        merged = merge(base, first, second)
        assert merged.request == result
        assert merged.collisions == ()


@settings(max_examples=examples(15))
@given(triples, st.data())
def test_the_result_can_be_saved_and_opened(
    three: tuple[Request, Request, Request], data: st.DataObject
) -> None:
    """Whatever collides and whatever is chosen, also without a base, the result is a request that a file can hold."""
    base, mine, theirs = three
    for merged in (merge(base, mine, theirs), merge(None, mine, theirs)):
        choices = {key: data.draw(st.sampled_from((*CHOICES, "both"))) for key in keys(merged)}
        for request in (merged.request, decide(merged, choices)):
            assert storage.loads(storage.dumps(request), "x") == request
        assert len(in_words(merged, standard())) == len(merged.collisions)


@settings(max_examples=examples(15))
@given(triples)
def test_it_does_not_matter_who_is_first(three: tuple[Request, Request, Request]) -> None:
    """With the sides exchanged the same collides, and the choice of the other side gives the same request."""
    base, mine, theirs = three
    for was in (base, None):
        merged, exchanged = merge(was, mine, theirs), merge(was, theirs, mine)
        assert keys(merged) == keys(exchanged)
        assert all_for(exchanged, "theirs") == merged.request


@settings(max_examples=examples(15))
@given(triples)
def test_no_edit_is_lost(three: tuple[Request, Request, Request]) -> None:
    """Every change of either side since the base is in the result, or is asked."""
    assert lost(*three, merge(*three)) == []


def lost(base: Request, mine: Request, theirs: Request, merged: Merged) -> list[Change]:
    """The changes of either side that are neither in a merged request nor asked."""
    was, here, there, result = map(outline_of, (base, mine, theirs, merged.request))
    return [
        change
        for side, other in ((here, there), (there, here))
        for change in changes(was, side)
        if not _is_kept(change, was, side, other, result, keys(merged))
    ]


def _is_kept(
    change: Change, base: Outline, side: Outline, other: Outline, result: Outline, asked: set[Key]
) -> bool:
    """Whether a change of a side is in the result or asked, for itself or with a row or column that it stands in."""
    around = [*_around(change.row, side), *_around(change.row, base), *_around(change.row, other)]
    if change.field and (column := column_of(change.field)):
        around.append(column)
    if any(Key("row", row_id) in asked for row_id in around):
        return True
    match change.way:
        case "added":
            return change.row in result.rows
        case "deleted":
            return change.row not in result.rows
        case "changed":
            value = result.rows[change.row].values.get(change.field)
            return (
                value == side.rows[change.row].values.get(change.field)
                or Key("value", change.row, change.field) in asked
            )
    slot = side.rows[change.row].slot
    if slot != base.rows[change.row].slot:
        return result.rows[change.row].slot == slot or NESTING in asked
    if Key("order", slot.parent, slot.field) in asked or result.rows[change.row].slot != slot:
        return True
    if slot.field in (("answers",), ("printed", "without")):
        return True  # their order shows nowhere
    lists = [outline.lists.get(slot, []) for outline in (base, other, side, result)]
    stay = set(lists[0]).intersection(*lists[1:])
    was, _, here, merged = ([row for row in own if row in stay] for own in lists)
    return merged == here or here == was  # it was only moved past rows that are gone


def _around(row_id: str, outline: Outline) -> list[str]:
    """A row and the rows that it stands in."""
    path = []
    while row_id in outline.rows and row_id:
        path.append(row_id)
        row_id = outline.rows[row_id].slot.parent
    return path


# --- what two writers do ---


def test_two_fields_of_one_line() -> None:
    """One writer changes the amount of a line, the other its remark: both are taken."""
    merged = merge(sample(), typed((AMOUNT, 5)), typed(("line/line-1-1/remark", "見積り")))
    assert merged.collisions == ()
    line = find(merged.request, "line-1-1")
    assert line is not None
    assert (line.amount, line.remark) == (5, "見積り")
    assert [found.what for found in taken(merged, standard())] == [
        "「地方公共団体情報システム機構への負担金」の備考"
    ]


def test_one_field_changed_by_both() -> None:
    """An amount that both changed otherwise is asked with what it was; each choice gives its value."""
    merged = merge(sample(), typed((AMOUNT, 5)), typed((AMOUNT, 7), ("header/name", "別の名前")))
    (words,) = in_words(merged, standard())
    assert (words.what, words.base, words.mine, words.theirs, words.place) == (
        "「地方公共団体情報システム機構への負担金」の要求額", "16,943千円", "5千円", "7千円", AMOUNT,
    )  # fmt: skip
    assert [value_at(all_for(merged, choice), AMOUNT) for choice in CHOICES] == [5, 7, 16_943]
    assert merged.request.header.name == "別の名前"


def test_both_added_rows_stay() -> None:
    """Both add a line behind the same one: both lines are there, and nothing is asked."""
    mine, theirs = (
        structure.insert_line(sample(), "line-1-1", Line(name, name), below=True) for name in ("私", "相手")
    )
    merged = merge(sample(), mine, theirs)
    assert merged.collisions == ()
    assert set(texts(merged.request)[1:3]) == {"私", "相手"}


def test_a_row_that_one_deleted() -> None:
    """A line that one deleted and the other left alone goes; with it goes nothing else."""
    merged = merge(sample(), structure.delete_lines(sample(), ["line-1-2"]), typed((AMOUNT, 5)))
    assert merged.collisions == ()
    assert find(merged.request, "line-1-2") is None
    assert value_at(merged.request, AMOUNT) == 5


@pytest.mark.parametrize("is_mine_deleted", [True, False])
def test_a_row_that_one_deleted_and_the_other_edited(is_mine_deleted: bool) -> None:
    """A heading line that one deleted while the other edited one of its parts is asked as a whole."""
    base = replace(sample(), commitments=())
    inside = base.groups[1].lines[0].parts[0].id
    sides = (
        structure.delete_lines(base, ["line-2-1"]),
        set_values(base, [(f"line/{inside}/amount", 9)]),
    )
    mine, theirs = sides if is_mine_deleted else sides[::-1]
    merged = merge(base, mine, theirs)
    (words,) = in_words(merged, standard())
    assert words.key == Key("row", "line-2-1")
    assert "（削除）" in (words.mine, words.theirs)
    edited_by: Choice = "theirs" if is_mine_deleted else "mine"
    deleted_by: Choice = "mine" if is_mine_deleted else "theirs"
    assert value_at(all_for(merged, edited_by), f"line/{inside}/amount") == 9
    assert find(all_for(merged, deleted_by), "line-2-1") is None
    assert all_for(merged, "base") == base


def test_a_line_that_a_new_commitment_is_for() -> None:
    """A line that one deleted while the other promised money for it in later years is asked, too."""
    from model.request.multi_year import Commitment

    base = replace(sample(), commitments=())
    mine = structure.delete_lines(base, ["line-1-1"])
    theirs = add_part(base, Commitment("owed", "line-1-1", "R2〜R3"))
    merged = merge(base, mine, theirs)
    assert Key("row", "line-1-1") in keys(merged)
    assert find(all_for(merged, "theirs"), "line-1-1") is not None


def test_one_reorders_and_the_other_adds() -> None:
    """One moves a line up, the other adds one behind it: it is moved, and the new one stands behind it."""
    mine = structure.move_line(sample(), "line-1-2", -1)
    theirs = structure.insert_line(sample(), "line-1-2", Line("new", "新しい"), below=True)
    merged = merge(sample(), mine, theirs)
    assert merged.collisions == ()
    assert [line.id for line in merged.request.groups[0].lines][:3] == ["line-1-2", "new", "line-1-1"]


def test_a_line_moved_past_one_that_goes() -> None:
    """One moves a line past another that the other writer deletes: what the other did with the order stands, unasked."""
    lines = tuple(Line(name, name) for name in "abc")
    base = Request(sections=(Section("s", costs=True),), groups=(replace(sample().groups[0], lines=lines),))
    mine = structure.move_line(base, "c", -1)
    theirs = structure.move_line(structure.delete_lines(base, ["b"]), "c", -1)
    for merged in (merge(base, mine, theirs), merge(base, theirs, mine)):
        assert lost(base, mine, theirs, merged) == []
        assert merged.collisions or texts(merged.request) == ["c", "a"]


def test_both_reorder_otherwise() -> None:
    """A table whose lines both put in another order is asked as one order."""
    mine, theirs = structure.move_line(sample(), "line-1-1", 1), structure.move_line(sample(), "line-1-3", -1)
    merged = merge(sample(), mine, theirs)
    (words,) = in_words(merged, standard())
    assert words.key.aspect == "order"
    assert "順序" in words.what
    assert [all_for(merged, choice) for choice in CHOICES] == [mine, theirs, sample()]


def test_lines_that_would_stand_in_each_other() -> None:
    """One makes the second line a part of the first, the other the first a part of the second: that is asked."""
    base = Request(
        sections=(Section("s", costs=True),),
        groups=(replace(sample().groups[0], lines=(Line("a", "A"), Line("b", "B"))),),
    )
    mine = structure.indent_line(base, "b")
    theirs = structure.indent_line(structure.move_line(base, "a", 1), "a")
    merged = merge(base, mine, theirs)
    assert keys(merged) == {NESTING}
    (words,) = in_words(merged, standard())
    assert "「A」の内訳" in words.mine
    assert [all_for(merged, choice) for choice in ("mine", "theirs")] == [mine, theirs]


def test_lines_that_would_nest_too_deep() -> None:
    """One puts a line with parts into another, the other gives its part a part: four levels are asked, not written."""
    base = Request(
        sections=(Section("s", costs=True),),
        groups=(
            replace(
                sample().groups[0],
                lines=(Line("a", "A"), Line("b", "B", parts=(Line("c", "C"), Line("d", "D")))),
            ),
        ),
    )
    mine, theirs = structure.indent_line(base, "b"), structure.indent_line(base, "d")
    merged = merge(base, mine, theirs)
    assert keys(merged) == {NESTING}
    for choice in CHOICES:
        lines = all_for(merged, choice).groups[0].lines
        assert sorted(line.id for line, _ in walk(lines)) == ["a", "b", "c", "d"]
        assert max(depth for _, depth in walk(lines)) < 3


TEXT = "section/section-1/text"
LINES = [f"{number}行目の文です。" for number in range(1, 7)]


def written(**changes: str) -> Request:
    """The real sheet with a text of six lines, some of which are others: ``line2="…"``."""
    lines = [changes.get(f"line{number}", text) for number, text in enumerate(LINES, start=1)]
    return typed((TEXT, "\n".join(lines)))


def test_a_text_of_which_each_changed_another_line() -> None:
    """A text of which each changed another line is asked; both changes can be chosen, and only what differs is shown."""
    merged = merge(written(), written(line2="私の文。"), written(line5="相手の文。"))
    (words,) = in_words(merged, standard())
    assert ("私の文。" in words.mine, "相手の文。" in words.theirs) == (True, True)
    assert "私の文。" in words.both
    assert "相手の文。" in words.both
    both = decide(merged, {words.key: "both"})
    assert both == written(line2="私の文。", line5="相手の文。")


@pytest.mark.parametrize("line", ["line2", "line3"])
def test_a_text_of_which_both_changed_one_place(line: str) -> None:
    """Lines that are the same or neighbours may hang together: there both cannot be chosen."""
    merged = merge(written(), written(line2="私の文。"), written(**{line: "相手の文。"}))
    (words,) = in_words(merged, standard())
    assert words.both == ""
    assert decide(merged, {words.key: "both"}) == merged.request


@settings(max_examples=examples(60))
@given(st.data())
def test_both_changes_of_a_text_are_in_it(data: st.DataObject) -> None:
    """Whichever lines of a text each rewrites, drops or adds: where both can be had, each line of either is there."""
    lines = [f"l{number}" for number in range(8)]

    def rewritten(side: str) -> list[str]:
        start = data.draw(st.integers(0, 8))
        end = data.draw(st.integers(start, min(start + 2, 8)))
        new = [f"{side}{number}" for number in range(data.draw(st.integers(0, 2)))]
        return [*lines[:start], *new, *lines[end:]]

    mine, theirs = rewritten("m"), rewritten("t")
    both = merged_text("\n".join(lines), "\n".join(mine), "\n".join(theirs))
    if both is not None:
        own = both.split("\n")
        assert [line for line in own if line[0] != "t"] == [
            line for line in mine if line in own or line[0] == "m"
        ]
        assert {line for line in lines if line in mine and line in theirs} == {
            line for line in own if line[0] == "l"
        }
        assert merged_text("\n".join(lines), "\n".join(theirs), "\n".join(mine)) == both


def test_answers_to_different_findings() -> None:
    """Each answers another question: both answers are there."""
    mine, theirs = (
        replace(sample(), answers=(Answer(rule, "request/amount", "問い", "答え"),)) for rule in ("1", "2")
    )
    merged = merge(sample(), mine, theirs)
    assert merged.collisions == ()
    assert {answer.rule for answer in merged.request.answers} == {"1", "2"}


def test_without_a_base_all_that_differs_is_asked() -> None:
    """Of two copies of which nobody knows where they parted, what differs is asked and the rows of both stay."""
    mine = structure.append_lines(typed((AMOUNT, 5)), "group-1", Line("new", "新しい"))
    merged = merge(None, mine, typed((AMOUNT, 7)))
    (words,) = in_words(merged, standard())
    assert (words.base, words.mine, words.theirs) == ("（分かりません）", "5千円", "7千円")
    assert find(merged.request, "new") is not None


def test_every_choice_of_every_collision_stands_for_itself() -> None:
    """Two collisions are decided apart: each of the nine pairs of choices gives its pair of values."""
    merged = merge(
        sample(),
        typed((AMOUNT, 5), ("header/name", "私")),
        typed((AMOUNT, 7), ("header/name", "相手")),
    )
    amount, name = Key("value", "line-1-1", ("amount",)), Key("value", "", ("header", "name"))
    assert keys(merged) == {amount, name}
    found = {
        (value_at(request, AMOUNT), request.header.name)
        for first, second in product(CHOICES, CHOICES)
        for request in [decide(merged, {amount: first, name: second})]
    }
    assert found == set(product((5, 7, 16_943), ("私", "相手", sample().header.name)))


def in_tables(change: Callable[[Request], Request]) -> tuple[Request, Request]:
    """The real sheet with tables in its narrative, and what a writer made of it."""
    return with_tables(), change(with_tables())


@pytest.mark.parametrize("is_mine_deleted", [True, False])
def test_a_column_that_one_deleted_and_the_other_typed_in(is_mine_deleted: bool) -> None:
    """A column of a section's table that one deleted while the other typed in a cell of it is asked with its cells."""
    base, deleted = in_tables(lambda request: section_tables.delete_column(request, "length"))
    edits = (deleted, set_value(base, "cell/two/length", "8.5"))
    merged = merge(base, *(edits if is_mine_deleted else edits[::-1]))
    (words,) = in_words(merged, standard())
    assert words.key == Key("row", "length")
    typed, gone = (words.theirs, words.mine) if is_mine_deleted else (words.mine, words.theirs)
    assert gone == "（削除）"
    assert "県道山上線 8.5" in typed
    assert "県道山上線 0.75" in words.base
    deleted_by, typed_by = CHOICES[:2] if is_mine_deleted else CHOICES[1::-1]
    assert [all_for(merged, choice) for choice in (deleted_by, typed_by, "base")] == [*edits, base]


def test_a_column_that_one_deleted_while_the_other_added_a_row() -> None:
    """A new row with something in the column that the other deleted makes the column one to be decided, too."""
    base, deleted = in_tables(lambda request: section_tables.delete_column(request, "town"))
    row = TableRow("four", {"name": "市道2", "town": "鳥浜市"})
    added = section_tables.add_rows(base, "places", [row])
    merged = merge(base, deleted, added)
    assert keys(merged) == {Key("row", "town")}
    assert [table_row(all_for(merged, choice), "four") for choice in CHOICES[:2]] == [
        replace(row, cells={"name": "市道2"}),
        row,
    ]


def test_a_column_that_one_deleted_and_the_other_left_alone() -> None:
    """It goes with its cells, also where the other deleted a row that has one or typed in another column."""
    base, deleted = in_tables(lambda request: section_tables.delete_column(request, "length"))
    typed = set_value(delete_part(base, TableRow, "two"), "cell/one/town", "山上町")
    merged = merge(base, deleted, typed)
    assert merged.collisions == ()
    assert table_row(merged.request, "one").cells == {"name": "国道9号", "town": "山上町", "count": "3"}
    assert merged.request == section_tables.delete_column(typed, "length")


def table_row(request: Request, row_id: str) -> TableRow:
    """A row of a section's table."""
    table = section_tables.table_of(request, row_id)
    assert table is not None
    return next(row for row in table.rows if row.id == row_id)
