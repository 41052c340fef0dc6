"""The review of a book: each decision of a person gives what the engine gives by it, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.request.request import Line, Request
from templates.readers.foreign.foreign import read_decided
from templates.readers.remembered import RememberedMappings
from templates.readers.review import UNITS, Review
from templates.readers.tables.columns.columns import Role
from templates.readers.tables.decisions import Decisions
from templates.readers.tables.proof.reasons import ROLE_WORDS
from tests.samples import standard
from tests.sheets import AMBIGUOUS, BROKEN, CLEAN, Rows, book, sheet

Lines = list[tuple[str, object, object]]


def review_of(*rows: Rows) -> Review:
    """The review of a book with a tab for each of some tables."""
    return Review(book(*(sheet(one, f"表{number}") for number, one in enumerate(rows, start=1))), standard())


def lines_of(request: Request) -> Lines:
    """The words and figures of every line that comes in."""

    def walk(lines: tuple[Line, ...]) -> Lines:
        return [
            entry for line in lines for entry in ((line.text, line.previous, line.amount), *walk(line.parts))
        ]

    return [entry for group in request.groups for entry in walk(group.lines)]


def asked(review: Review) -> list[str]:
    """The subjects of the open questions."""
    return [asked.question.subject for asked in review.questions]


def test_a_clean_sheet_is_proven() -> None:
    """Where the lines give the total and nothing is asked, there is nothing to review."""
    review = review_of(CLEAN)
    assert review.is_proven
    assert [row.verdict for row in review.sums(review.found.tables[0].spot)] == ["", "表の計と一致します。"]


def test_a_total_that_is_not_the_sum_is_said() -> None:
    """A total that is not the sum of its lines is told with the difference of each year."""
    review = review_of(BROKEN)
    assert not review.is_proven
    (_, total) = review.sums(review.found.tables[0].spot)
    assert total.verdict == "要求額は行の和が表の計より5,000千円少ない。"
    assert total.ties is False


def test_an_answer_is_what_the_engine_takes() -> None:
    """The column that is chosen as 要求額 comes in, the other goes to 備考; what is answered is asked no more."""
    review = review_of(AMBIGUOUS)
    assert asked(review) == ["column", "unit"]
    by_department = review.answered(review.questions[0], 1)
    assert asked(by_department) == ["unit"]
    assert lines_of(by_department.reading.request)[0] == ("講師謝金", 120000, 140000)
    in_yen = by_department.answered(by_department.questions[0], 1)
    assert asked(in_yen) == []
    assert lines_of(in_yen.reading.request)[0] == ("講師謝金", 120, 140)
    assert in_yen.reading.request.source_questions == ()
    assert review.reading.request.source_questions != (), "the review before is as it was"


def test_what_was_assumed_may_be_confirmed() -> None:
    """The first answer is what was assumed: the reading stays, the question goes."""
    review = review_of(AMBIGUOUS)
    confirmed = review.answered(review.questions[0], 0)
    assert lines_of(confirmed.reading.request) == lines_of(review.reading.request)
    assert asked(confirmed) == ["unit"]


def test_a_year_has_one_column() -> None:
    """要求額 put on another column leaves the one that it was; nothing is taken from the leftmost of two."""
    review = review_of(AMBIGUOUS)
    spot = review.found.tables[0].spot
    moved = review.with_role(spot, 4, "amount")
    table = moved.table(spot)
    assert table is not None
    assert (table.of("amount"), table.roles[3]) == ([4], "other")


def test_a_column_of_words_headed_as_a_sum() -> None:
    """「合計」 above the names of lines makes them no amounts: the table comes to a reading, whatever it gives."""
    rows: Rows = [
        ["令和8年度 予算要求書"],
        ["合計", "前年度予算額", "備考"],
        ["委託料", 1_200, 1_500],
        ["工事", 3_000, 2_800],
    ]
    assert review_of(rows).reading.request is not None


@pytest.mark.parametrize("rows", [CLEAN, AMBIGUOUS, BROKEN], ids=["clean", "ambiguous", "broken"])
@pytest.mark.parametrize("role", ROLE_WORDS)
def test_every_column_may_be_given_every_role(rows: Rows, role: Role) -> None:
    """Whatever a person makes of a column, also of one of words the amounts, the review goes on and says what comes of it."""
    review = review_of(rows)
    spot = review.found.tables[0].spot
    for column in range(1, 1 + max(map(len, rows))):
        decided = review.with_role(spot, column, role)
        assert decided.reading.request is not None
        assert all(asked.question.sentence for asked in decided.questions)


def test_rows_are_decided() -> None:
    """A row that is left out is no cost, one below the total can be made one, and one can be a part of the line above."""
    rows = [*CLEAN, ["追加の備品", 0, 90, "", ""]]
    review = review_of(rows)
    spot = review.found.tables[0].spot
    without = review.with_kind(spot, 4, "left_out")
    assert [text for text, _, _ in lines_of(without.reading.request)] == ["パンフレット印刷"]
    more = review.with_kind(spot, 7, "line")
    assert [text for text, _, _ in lines_of(more.reading.request)] == [
        "案内所の人件費",
        "パンフレット印刷",
        "追加の備品",
    ]
    part = review.with_kind(spot, 5, "line", 1)
    (line,) = part.reading.request.groups[0].lines
    assert [below.text for below in line.parts] == ["パンフレット印刷"]


def test_tables_are_taken_or_not() -> None:
    """Of tabs that nothing relates, one can be taken alone; all of them can be confirmed as costs of their own."""
    other = [[cell if not isinstance(cell, int) else cell * 7 for cell in row] for row in CLEAN]
    other[3][0], other[4][0] = "機器の借上げ", "通信費"
    review = review_of(CLEAN, other)
    (tab,) = [question for question in review.questions if question.question.subject == "tab"]
    assert len(review.found.taken) == 2
    second = review.answered(tab, 2)
    assert [spot[0] for spot in second.found.taken] == ["表2"]
    both = review.answered(tab, 0)
    assert (asked(both), len(both.found.taken)) == ([], 2)


def test_the_project_of_a_book_is_decided() -> None:
    """Of a book with a tab for each 事業, the one that is chosen comes in."""
    first, second = ([["事業名", name], *CLEAN] for name in ("道の駅事業", "観光事業"))
    review = review_of(first, second)
    (asked_project,) = review.questions
    chosen = review.answered(asked_project, 1)
    assert chosen.reading.request.header.name == "観光事業"
    assert [spot[0] for spot in chosen.found.taken] == ["表2"]
    assert asked(chosen) == []
    assert [grid.sheet.title for grid in chosen.found.grids] == ["表1", "表2"], "the tabs stay in their order"


def test_a_pasted_block_is_a_book_of_one_sheet() -> None:
    """A pasted block has the year of the request it goes into, which is not asked."""
    review = Review.of_sheet(sheet(CLEAN[2:]), standard(), "令和8年度")
    assert review.is_proven
    assert lines_of(review.reading.request) == [
        ("案内所の人件費", 2000, 2300),
        ("パンフレット印刷", 1200, 1400),
    ]


def test_each_decision_has_its_evidence() -> None:
    """Columns proven by 増減 say so; a total says that it is the sum; what a person chose says that."""
    review = review_of(CLEAN)
    spot = review.found.tables[0].spot
    said = {(reason.where, reason.what): reason.evidence for reason in review.reasons(spot)}
    assert said["表1!C3", "要求額の列"] == "見出し「要求額」。要求額－前年度＝増減が3行で合います。"
    assert said["表1!6行目", "「合計」は計の行"] == "上の行の和と一致します。"
    assert said["表1!3行目", "単位は千円"] != ""
    chosen = review.with_role(spot, 5, "basis")
    assert ("表1!E3", "積算の列", "この画面で選ばれました。") in [
        reason[1:] for reason in chosen.reasons(spot)
    ]


@given(st.data())
def test_every_series_of_choices_is_what_the_engine_gives(data: st.DataObject) -> None:
    """Whatever is chosen in whichever order, what comes in is what the engine reads by the same decisions."""
    source = book(sheet(data.draw(st.sampled_from([CLEAN, AMBIGUOUS, BROKEN]))))
    review = Review(source, standard())
    spot = review.found.tables[0].spot
    for _ in range(data.draw(st.integers(1, 4))):
        match data.draw(st.sampled_from(["role", "kind", "unit", "answer", "taken", "year"])):
            case "role":
                role = data.draw(st.sampled_from(sorted(ROLE_WORDS)))
                review = review.with_role(spot, data.draw(st.integers(1, 5)), role)
            case "kind":
                kind = data.draw(st.sampled_from(["line", "heading", "total", "subtotal", "left_out"]))
                review = review.with_kind(
                    spot, data.draw(st.integers(4, 7)), kind, data.draw(st.integers(0, 1))
                )
            case "unit":
                review = review.with_unit(spot, data.draw(st.sampled_from(UNITS)))
            case "taken":
                review = review.taking(spot, data.draw(st.booleans()))
            case "year":
                review = review.with_year(data.draw(st.sampled_from(["令和7年度", "令和9年度"])))
            case _ if review.questions:
                question = data.draw(st.sampled_from(review.questions))
                review = review.answered(question, data.draw(st.integers(0, 2)))
    read = read_decided(source, standard(), review.decisions)
    assert lines_of(review.reading.request) == lines_of(read.reading.request)
    assert [table.roles for table in review.found.tables] == [table.roles for table in read.tables]
    assert review.found.taken == read.taken
    assert review.reading.request.header == read.reading.request.header


# --- what is remembered ---


@pytest.fixture
def mappings(tmp_path: Path) -> RememberedMappings:
    """A file for mappings that is not there yet, nor its folder."""
    return RememberedMappings(tmp_path / "settings" / "choices.json")


def answered_all(review: Review, index: int) -> Review:
    """The review with each question answered by the same number."""
    while any(asked.question.answers for asked in review.questions):
        review = review.answered(next(one for one in review.questions if one.question.answers), index)
    return review


def test_a_mapping_is_used_for_the_same_headings(mappings: RememberedMappings) -> None:
    """What was confirmed for a sheet answers the same questions of the next sheet with its headings, wherever it stands."""
    review = review_of(AMBIGUOUS)
    assert mappings.used(review) is None
    mappings.keep(answered_all(review, 1))
    moved = [[None, *row] for row in [*AMBIGUOUS[:2], [], *AMBIGUOUS[2:]]]
    used = mappings.used(review_of(moved))
    assert used is not None
    assert asked(used) == []
    assert lines_of(used.reading.request)[0] == ("講師謝金", 120, 140)
    assert mappings.used(review_of(CLEAN)) is None


def test_a_unit_is_remembered_only_for_sheets_that_say_none(mappings: RememberedMappings) -> None:
    """A sheet that says 円 is in 円, whatever was chosen for the last one with these headings."""
    mappings.keep(review_of(AMBIGUOUS).with_unit(("表1", 3, 1), "百万円"))
    in_yen = [AMBIGUOUS[0], ["（単位：円）"], *AMBIGUOUS[2:]]
    used = mappings.used(review_of(in_yen)) or review_of(in_yen)
    assert used.found.tables[0].unit == "円"


def test_a_mapping_never_goes_against_the_total(mappings: RememberedMappings) -> None:
    """A mapping by which a table would no longer give its own total is not used."""
    wrong = [
        [*row[:2], *(cell + 1 if isinstance(cell, int) else cell for cell in row[2:3]), *row[3:]]
        for row in AMBIGUOUS
    ]
    mappings.keep(answered_all(review_of(AMBIGUOUS), 0))
    swapped = [*AMBIGUOUS[:6], ["合計", 630000, 730000, 680001, ""]]
    mappings.keep(answered_all(review_of(AMBIGUOUS), 1))
    assert wrong != swapped
    assert mappings.used(review_of(swapped)) is None


def test_a_mapping_is_forgotten(mappings: RememberedMappings) -> None:
    """A sheet that is taken without any choice forgets what was remembered for its headings."""
    mappings.keep(answered_all(review_of(AMBIGUOUS), 1))
    mappings.keep(review_of(AMBIGUOUS))
    assert mappings.used(review_of(AMBIGUOUS)) is None


def test_a_damaged_file_of_mappings_stops_nobody(tmp_path: Path) -> None:
    """What cannot be read remembers nothing, and is replaced with the next mapping."""
    path = tmp_path / "choices.json"
    path.write_text('{"a": {"roles": {"x": 3', encoding="utf-8")
    mappings = RememberedMappings(path)
    assert mappings.all() == {}
    mappings.keep(answered_all(review_of(AMBIGUOUS), 1))
    assert len(mappings.all()) == 1


def test_a_decided_book_is_read_twice_alike() -> None:
    """Reading changes nothing of the book: the second reading is the first."""
    source = book(sheet(AMBIGUOUS))
    first, second = (read_decided(source, standard(), Decisions()) for _ in range(2))
    assert lines_of(first.reading.request) == lines_of(second.reading.request)
    assert first.reading.unread == second.reading.unread
