"""What two requests differ in: nothing is missing, each thing stands there once, in the words of the sheet."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import UNSET
from msgspec.structs import replace

from model.differences.changes import changes
from model.differences.differences import Comparison, Difference, compare, differences
from model.differences.matching import with_ids
from model.differences.outline import Outline, outline_of, request_of
from model.differences.texts import differing_parts
from model.edits import section_tables, structure
from model.edits.fields import set_value
from model.request.grounds import Answer, Cut, FundingTerm
from model.request.lines import find, walk
from model.request.multi_year import AnnualAmount, Commitment, CommitmentYear, ContinuingExpense
from model.request.parts import delete_part
from model.request.place import Place
from model.request.request import AsPrinted, CostGroup, Line, Request, Section
from model.request.section_table import TableRow
from model.values.amount import Amount
from tests.examples import examples
from tests.requests import edited, requests
from tests.samples import sample, set_values, standard
from tests.section_tables import with_tables


def compared(before: Request, after: Request) -> Comparison:
    """The comparison of two requests under the Standard of 鳥取県."""
    return compare(before, after, standard())


def only(before: Request, after: Request) -> Difference:
    """The one thing in which two requests differ."""
    (difference,) = differences(before, after, standard())
    return difference


def with_other_ids(request: Request) -> Request:
    """The same request as another import gives it: every row has another id."""
    outline = outline_of(request)
    return request_of(with_ids(outline, {row_id: f"other-{row_id}" for row_id in outline.rows if row_id}))


# --- nothing is missing ---


@settings(max_examples=examples(20))
@given(requests())
def test_a_request_and_its_outline_say_the_same(request: Request) -> None:
    """A request that is taken apart and put together again is the same request."""
    assert request_of(outline_of(request)) == request


@settings(max_examples=examples(20))
@given(requests(), requests(), st.data())
def test_there_is_a_difference_wherever_two_requests_differ(
    before: Request, other: Request, data: st.DataObject
) -> None:
    """Nothing is listed where, and only where, two requests are equal: any two, and one after an edit."""
    for after in (other, data.draw(edited(before)), before):
        found = compared(before, after)
        assert (found.is_same and not found.by_words) == (before == after)


@settings(max_examples=examples(20))
@given(requests(), st.data())
def test_the_changes_of_values_make_the_second_request_of_the_first(
    before: Request, data: st.DataObject
) -> None:
    """Where no row came, went or moved, the listed values put into the first request give the second."""
    outline = outline_of(before)
    rows = {
        row_id: row._replace(
            values={
                field: data.draw(st.sampled_from([value, 1, 2])) if isinstance(value, int | None) else value
                for field, value in row.values.items()
                if field not in (("heading",), ("unnumbered",), ("carried",))
            }
            | {field: value for field, value in row.values.items() if isinstance(value, bool)}
        )
        for row_id, row in outline.rows.items()
    }
    after = outline_of(request_of(Outline(rows, outline.lists)))
    applied = outline_of(before)
    for change in changes(outline, after):
        assert change.way == "changed"
        applied.rows[change.row].values[change.field] = change.after
    assert request_of(applied) == request_of(after)


_FULL = replace(
    sample(),
    declared={"request/amount": 5},
    bases={"funding/request/national": "5千円×2"},
    prices={"会場": "3,000円"},
    components={"added": 3},
    printed=AsPrinted({"cost/request": "要求"}, ("finance",)),
    carried_previous=7,
    commitments=(
        Commitment(
            "owed-1", "line-1-1", "R2〜R3",
            years=(CommitmentYear("year-1", "R2", 5, {"national": 2}),), granted=(CommitmentYear("year-2", "R2", 4),),
        ),
    ),
    continuing=(ContinuingExpense("work-1", "改築", years=(AnnualAmount("annual-1", "R1", {"expense": 1}, {"expense": 2}),)),),
    funding_terms=(FundingTerm("term-1", "national", "補助金", "1/2"),),
    cuts=(Cut("cut-1", "line-1-1", 3, "単価の減"),),
    answers=(Answer("12", "request/amount", "なぜ増えましたか。", "件数が増えた"),),
)  # fmt: skip
_VALUES = [
    (row_id, field, value)
    for row_id, row in outline_of(_FULL).rows.items()
    if row.kind is not str
    and row_id not in [line.id for group in _FULL.groups[1:] for line, _ in walk(group.lines)]
    for field, value in row.values.items()
    if field not in (("costs",), ("rule",), ("about",)) and (row.kind is not Answer or field == ("text",))
]


@pytest.mark.parametrize(
    ("row_id", "field", "value"),
    _VALUES,
    ids=lambda part: "/".join(part) if isinstance(part, tuple) else str(part)[:12],
)
def test_every_field_of_a_request_counts(row_id: str, field: tuple[str, ...], value: Amount | bool) -> None:
    """A change of any single field is one difference, with words for it and a section of the sheet."""
    outline = outline_of(_FULL)
    other: Amount | bool = (
        not value
        if isinstance(value, bool)
        else value + 1
        if isinstance(value, int)
        else 9
        if value is None
        else "set"
        if field == ("status",)
        else f"{value}別"
    )
    outline.rows[row_id].values[field] = other
    found = only(_FULL, request_of(outline))
    assert found.what
    assert "値" not in found.what
    assert found.section
    assert found.was != found.now


# --- in the words of the sheet ---


@pytest.mark.parametrize(
    ("where", "value", "section", "what", "was", "now", "by"),
    [
        ("header/name", "新しい名前", "基本情報", "事業名", "総合行政・住基ネットワーク運営事業", "新しい名前", None),
        ("line/line-1-1/amount", 16_950, "所要経費 ＞ 1.住民基本台帳ネットワークシステム",
         "「地方公共団体情報システム機構への負担金」の要求額", "16,943千円", "16,950千円", 7),
        ("line/line-1-1/remark", "増員", "所要経費 ＞ 1.住民基本台帳ネットワークシステム",
         "「地方公共団体情報システム機構への負担金」の備考", "（空欄）", "増員", None),
        ("headcount/request/regular", "2.5", "トータルコスト", "31年度当初予算要求額の正職員", "1.9", "2.5", None),
        ("funding/request/national", 100, "財源内訳", "要求額の国庫支出金", "（空欄）", "100千円", 100),
        ("request/amount", 124_000, "事業費", "要求額（入力した額）", "計算値 124,767千円", "124,000千円", -767),
        ("assessment/comment", "要求どおり", "査定", "財政課処理欄", "（空欄）", "要求どおり", None),
    ],
)  # fmt: skip
def test_words_of_a_field(
    where: Place, value: Amount, section: str, what: str, was: str, now: str, by: int | None
) -> None:
    """A field is named as the sheet names it, amounts are in 千円 with what they grew by, a blank with what is calculated."""
    before = set_values(sample(), [("assessment/comment", "")])
    assert only(before, set_values(before, [(where, value)])) == Difference(
        section, what, "changed", was, now, by, where
    )


def test_a_calculation_says_by_how_much() -> None:
    """Another calculation is a difference of its words, and of what it comes to."""
    before = structure.append_lines(sample(), "group-1", Line("trip", "旅費", basis="20千円×11"))
    found = only(before, set_values(before, [("line/trip/basis", "20千円×12")]))
    assert (found.what, found.was, found.now, found.by) == ("「旅費」の積算", "20千円×11", "20千円×12", 20)


def test_what_the_differences_come_to() -> None:
    """The derived figures that differ stand for themselves: the 合計 of the table and the 要求額."""
    found = compared(sample(), set_values(sample(), [("line/line-1-1/amount", 16_950)])).figures
    assert [
        (figure.what, figure.by) for figure in found if "合計" in figure.what or figure.what == "要求額"
    ] == [
        ("要求額", 7),
        ("「1.住民基本台帳ネットワークシステム」の合計", 7),
    ]


def test_an_added_line_is_one_difference_with_what_is_in_it() -> None:
    """A line that was added with its parts is listed once, with all that stands in it and this year's amount."""
    new = Line("new", "新しい行", 5, None, "備考の文", parts=(Line("inner", "内訳の行", None, 10),))
    found = only(sample(), structure.append_lines(sample(), "group-1", new))
    assert (found.way, found.what, found.was, found.by) == ("added", "「新しい行」の行", "", 10)
    assert all(words in found.now for words in ("新しい行", "5千円", "備考の文", "内訳の行", "10千円"))
    assert found.place == "line/new/text"


def test_backward_a_row_that_came_is_one_that_would_go() -> None:
    """Seen from the second request, a new line would be deleted and an amount that rose would fall; the place is still its own."""
    before = sample()
    after = structure.append_lines(
        set_values(before, [("line/line-1-1/amount", 17_000)]),
        before.groups[0].id,
        Line("new", "看板", amount=5),
    )
    raised, came = (
        next(each for each in compared(before, after).backward.differences if each.place.startswith(place))
        for place in ("line/line-1-1", "line/new")
    )
    assert (raised.was, raised.now, raised.by) == ("17,000千円", "16,943千円", -57)
    assert (came.way, came.now, came.by) == ("deleted", "", -5)
    assert came.was


def test_a_deleted_table_is_one_difference() -> None:
    """A table that was deleted is listed once with its lines, and leads nowhere."""
    request = replace(sample(), commitments=())
    found = only(request, structure.delete_group(request, "group-2"))
    assert (found.way, found.now, found.place) == ("deleted", "", "")
    assert "(1)一般負担金" in found.was
    assert found.by == -24_220


def test_a_moved_line_is_one_difference() -> None:
    """A line that was moved by one is one moved row, whichever of the two it is said of."""
    found = only(sample(), structure.move_line(sample(), "line-1-3", 1))
    assert found.way == "moved"
    assert {found.was[-3:], found.now[-3:]} == {"3番目", "4番目"}


def test_a_line_that_became_a_part_says_where_it_stands() -> None:
    """A line that became a part of the line above it is one moved row with both places."""
    above = sample().groups[0].lines[0]
    found = only(sample(), structure.indent_line(sample(), "line-1-2"))
    assert found.way == "moved"
    assert "の内訳の1番目" in found.now
    assert above.text in found.now


def test_people_of_a_category_that_the_year_does_not_have() -> None:
    """A count of people in a category that the second year's form no longer has is named by the category."""
    after = set_values(sample(), [("header/fiscal_year", "令和2年度"), ("headcount/request/part_time", "")])
    names = [
        found.what for found in differences(sample(), after, standard()) if found.section == "トータルコスト"
    ]
    assert len(names) == 1
    assert names[0].endswith("の非常勤職員")


def test_the_order_of_differences_is_that_of_the_sheet() -> None:
    """The head comes before the narrative, the narrative before the cost tables, and those before the funds."""
    after = set_values(
        sample(),
        [("funding/request/national", 1), ("line/line-1-1/amount", 1), ("section/section-1/text", "x"), ("header/name", "x")],
    )  # fmt: skip
    sections = [found.section.partition(" ＞ ")[0] for found in differences(sample(), after, standard())]
    assert sections == ["基本情報", "本文", "所要経費", "財源内訳"]


def test_values_that_look_alike_are_told_apart() -> None:
    """The number 5 and the text 5千円, which is no number to the program, are not shown as the same."""
    before, after = (set_values(sample(), [("line/line-1-1/amount", 5)]) for _ in range(2))
    line = find(after, "line-1-1")
    assert line is not None
    group = replace(after.groups[0], lines=(replace(line, amount="5千円"), *after.groups[0].lines[1:]))
    found = only(before, replace(after, groups=(group, *after.groups[1:])))
    assert found.was != found.now


# --- the same row under another id ---


def test_two_imports_of_one_page_are_the_same() -> None:
    """Two imports of one page differ in the ids of their rows alone: nothing is listed, and that is said."""
    found = compared(sample(), with_other_ids(sample()))
    assert found.is_same
    assert found.by_words > 10
    assert "言葉が同じものどうし" in found.summary


def test_lines_are_recognized_by_their_words() -> None:
    """In a request of other ids a changed amount is a change of the line of the same words, and what is new is added."""
    after = set_values(with_other_ids(sample()), [("line/other-line-1-1/amount", 16_950)])
    after = structure.append_lines(after, "other-group-1", Line("new", "新しい行"))
    found = compared(sample(), after)
    assert [(difference.way, difference.by) for difference in found.differences] == [
        ("changed", 7),
        ("added", None),
    ]


@settings(max_examples=examples(15))
@given(requests())
def test_any_request_under_other_ids_is_recognized(request: Request) -> None:
    """Whatever stands in a request: rows of other ids whose words are all different are found again, each by its own."""
    outline = outline_of(request)
    for number, (row_id, row) in enumerate(outline.rows.items()):
        for field in (("text",), ("title",), ("heading",), ("name",), ("year",), ("reason",)):
            if row_id and field in row.values and row.kind not in (str, Answer):
                row.values[field] = f"{number}番"
    request = request_of(outline)
    assert compared(request, with_other_ids(request)).is_same


def test_a_commitment_of_no_line_is_not_taken_for_one_of_a_line() -> None:
    """Where a line of other ids is recognized, a commitment that named no line at all still differs, seen from either side."""
    commitment = Commitment("owed", "x", "R2〜R3", name="借上げ")
    before = Request(
        sections=(Section("a", costs=True),),
        groups=(CostGroup("g", lines=(Line("x", "賃借料", 1, 1),)),),
        commitments=(commitment,),
    )
    after = replace(before, groups=(CostGroup("g", lines=(Line("y", "賃借料", 1, 1),)),))
    for one, other in ((before, after), (after, before)):
        assert only(one, other).what == "「借上げ」の債務負担行為の経費"


def test_tables_without_words_are_told_by_their_order() -> None:
    """Of tables and lines of the same words the first goes with the first."""
    before = Request(
        sections=(Section("a", costs=True),),
        groups=(CostGroup("g", lines=(Line("x", "旅費", 1, 1), Line("y", "旅費", 2, 2))),),
    )
    found = only(before, set_values(with_other_ids(before), [("line/other-y/amount", 3)]))
    assert (found.was, found.now) == ("2千円", "3千円")


# --- texts ---


def test_of_a_long_text_the_differing_part_is_shown() -> None:
    """Of a long text only the lines that differ are shown, long ones around what differs."""
    before = "\n".join(f"{number}行目の文です。" * 5 for number in range(30))
    after = before.replace("7行目の文です。7行目", "7行目の言葉です。7行目", 1).replace(
        "29行目", "三十行目", 1
    )
    was, now = differing_parts(before, after)
    assert "の文で" in was
    assert "の言葉で" in now
    assert "三十行目" in now
    assert max(len(was), len(now)) < 200


def test_a_paragraph_that_was_added() -> None:
    """A paragraph behind a long text is shown alone, against nothing."""
    text = "長い文です。" * 30
    assert differing_parts(text, f"{text}\n加えた文。") == ("（なし）", "加えた文。")


@settings(max_examples=examples(100))
@given(st.text("あい\n", max_size=300), st.text("あい\n", max_size=300))
def test_texts_that_differ_are_shown_differing(before: str, after: str) -> None:
    """Of two texts that differ, the parts that are shown differ."""
    was, now = differing_parts(before, after)
    assert (was == now) == (before == after)


def test_a_cell_that_is_blank_is_not_one_that_is_not_there() -> None:
    """A blank cell and no cell look alike; where a file holds the one and another the other, that is said."""
    before, after = sample(), replace(sample(), components={"added": None})
    found = only(before, after)
    assert (found.was, found.now) == ("（空欄）〔欄なし〕", "（空欄）〔値なし〕")
    assert outline_of(before).rows[""].values.get(("components", "added"), UNSET) is UNSET


def test_texts_of_very_many_lines() -> None:
    """Of more lines than are compared the part that differs is shown; of equal texts nothing."""
    text = "行\n" * 1_200
    assert differing_parts(text, text) == ("", "")
    around = "行\n" * 6
    assert differing_parts(f"{text}前{text}", f"{text}後{text}") == (
        f"…{around}前{around}…",
        f"…{around}後{around}…",
    )


def test_several_places_of_one_long_sentence() -> None:
    """Of a paragraph without a line break each place that differs is shown, and what is the same between them is not repeated."""
    before = (
        "本事業は、県と市町村をつなぐ行政ネットワークの運営に必要な経費を負担し、住民基本台帳ネットワークシステムを安定して動かすためのものであり、"
        "令和7年度は機器の更新を行うとともに、市町村の担当者を対象に操作の研修を年3回行い、費用は1,200千円を見込む。"
        "また、障害のときの連絡体制を見直し、夜間と休日にも対応できるようにする。"
    )
    after = before.replace("令和7年度", "令和8年度").replace("年3回", "年4回").replace("夜間", "早朝")
    was, now = differing_parts(before, after)
    assert (
        was
        == "…すためのものであり、令和7年度は機器の更新を行うと…者を対象に操作の研修を年3回行い、費用は1,200…ときの連絡体制を見直し、夜間と休日にも対応できるよう…"
    )
    assert now == was.replace("7年度", "8年度").replace("年3回", "年4回").replace("夜間", "早朝")


@settings(max_examples=examples(100))
@given(st.text("あい、。…", min_size=90, max_size=300), st.data())
def test_each_part_that_is_shown_stands_in_its_text(before: str, data: st.DataObject) -> None:
    """Whatever is replaced where, what is shown are pieces of the texts in their order, and they differ."""
    places = data.draw(st.lists(st.integers(0, len(before)), max_size=4))
    after = before
    for where in places:
        after = f"{after[:where]}{data.draw(st.text('うえ、', max_size=5))}{after[where + 2 :]}"
    was, now = differing_parts(before, after)
    assert (was == now) == (before == after)
    for text, shown in ((before, was), (after, now)):
        if text != shown and "…" not in text:
            begin = 0
            for part in shown.strip("…").split("…"):
                begin = text.index(part, begin)


def test_an_edited_row_of_a_table_under_other_ids_is_one_change() -> None:
    """A row with one other cell is the same row; one that shares no more than a word with a deleted row is a new one."""
    before = with_tables()
    edited = set_value(before, "cell/two/length", "8.5")
    difference = only(with_other_ids(before), edited)
    assert (difference.way, difference.was, difference.now) == ("changed", "0.75", "8.5")
    assert difference.place == "cell/two/length"
    other = TableRow("four", {"name": "林道", "town": "山上町", "length": "3", "count": "7"})
    replaced = section_tables.add_rows(delete_part(before, TableRow, "two"), "places", [other])
    ways = [difference.way for difference in differences(with_other_ids(before), replaced, standard())]
    assert sorted(ways) == ["added", "deleted"]


def test_edited_rows_with_the_same_cells_are_matched_by_their_position() -> None:
    """Of rows that share as many cells, those that stand nearest are the same: four months of one content, each counted anew."""
    rows = [TableRow(f"row{at}", {"name": "国道", "town": "鳥浜市", "count": str(at)}) for at in range(4)]
    before = section_tables.add_rows(with_tables(), "places", rows)
    after = with_other_ids(before)
    for at in range(4):
        after = set_value(after, f"cell/other-row{at}/other-count", str(at + 10))
    found = differences(before, after, standard())
    assert [(one.way, one.was, one.now) for one in found] == [
        ("changed", str(at), str(at + 10)) for at in range(4)
    ]
