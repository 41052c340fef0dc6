"""Reading and setting one value at a place."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.edits.fields import clean_text, holds_amount, read, set_heading, set_value, type_text, value_at
from model.request import place
from model.request.lines import find
from model.request.place import Place
from model.request.request import AsPrinted, Line
from tests.samples import declared_sample, one_line, sample, set_values, snapshot, with_lines

AMOUNT_PLACES = [
    "line/line-2-1-2/previous", "line/line-1-1/amount", "group/group-1/previous", "group/group-1/amount",
    "request/amount", "request/previous", "cost/assessed/expense", "cost/previous/labour", "cost/request/total",
    "funding/previous/national", "funding/request/bonds", "funding/held/general", "funding/separate/expense",
    "assessment/amount", "assessment/held", "assessment/separate",
]  # fmt: skip
TEXT_PLACES = [
    "header/fiscal_year", "header/name", "header/subtitle", "contact/phone", "contact/email", "funding_words",
    "assessment/result", "assessment/comment", "line/line-2-1-2/text", "line/line-1-1/remark", "group/group-1/title",
    "group/group-1/note", "section/section-1/heading", "section/section-3/text", "commitment/commitment-1/period",
    "headcount/previous/regular", "headcount/request/temporary",
]  # fmt: skip
GONE = ["line/gone/amount", "line/gone/text", "group/gone/title", "group/gone/amount", "section/gone/text",
        "commitment/gone/period"]  # fmt: skip


@pytest.mark.parametrize("where", [*AMOUNT_PLACES, *TEXT_PLACES])
def test_typed_value_stands_at_its_place(where: Place) -> None:
    """What is typed at a place is found there, and nowhere else on the sheet."""
    request = type_text(sample(), where, "77")
    assert value_at(request, where) == (77 if where in AMOUNT_PLACES else "77")
    others = [amount_place for amount_place in (*AMOUNT_PLACES, *TEXT_PLACES) if amount_place != where]
    assert [value_at(request, each) for each in others] == [value_at(sample(), each) for each in others]


@pytest.mark.parametrize("where", [*AMOUNT_PLACES, *TEXT_PLACES])
def test_cleared_place_is_blank(where: Place) -> None:
    """Clearing makes an amount blank, which is not 0, and a text empty, which is still text."""
    for nothing in (None, ""):
        request = set_value(set_value(sample(), where, "x"), where, nothing)
        assert value_at(request, where) == (None if where in AMOUNT_PLACES else "")


@pytest.mark.parametrize("where", [*AMOUNT_PLACES, *TEXT_PLACES])
def test_same_value_is_no_edit(where: Place) -> None:
    """Setting what is there already gives back the same request, so that there is nothing to undo."""
    assert set_value(declared_sample(), where, value_at(declared_sample(), where)) is declared_sample()


@pytest.mark.parametrize("where", GONE)
def test_place_that_is_gone(where: Place) -> None:
    """A field whose line was deleted takes nothing in and loses nothing."""
    assert set_value(sample(), where, 5 if holds_amount(where) else "x") is sample()
    assert set_value(sample(), where, None) is sample()
    assert value_at(sample(), where) is None


@pytest.mark.parametrize("where", ["", "nonsense", "nonsense/x", "line", "line//text"])
def test_place_that_never_was(where: Place) -> None:
    """A place that no sheet has changes nothing."""
    assert set_value(sample(), where, "x") is sample()


@pytest.mark.parametrize("where", AMOUNT_PLACES)
def test_amounts_are_read(where: Place) -> None:
    """Every cell of 千円 reads figures; the rest is text as typed."""
    assert read(where, "１，２３４千円") == 1_234
    assert read(where, "約3百") == "約3百"
    assert read(where, "") is None


@pytest.mark.parametrize("where", TEXT_PLACES)
def test_texts_are_no_amounts(where: Place) -> None:
    """「1,234」 in a text stays a text."""
    assert read(where, "1,234") == "1,234"


@pytest.mark.parametrize("where", AMOUNT_PLACES)
def test_brackets_in_the_columns_of_the_previous_year(where: Place) -> None:
    """「(16,943)」 is a figure of the previous year in its columns, and below zero in the others."""
    of_previous_year = "previous" in where
    assert read(where, "(16,943)") == (16_943 if of_previous_year else -16_943)


def test_headcount_is_kept_in_its_stored_form() -> None:
    """「１．９人」 is kept as 「1.9」; a blank removes the cell, which is not 0.0."""
    request = type_text(sample(), "headcount/request/regular", "１．９人")
    assert request.headcount.request["regular"] == "1.9"
    cleared = type_text(request, "headcount/request/regular", " ")
    assert "regular" not in cleared.headcount.request


def test_cleared_declared_figure_returns_to_the_derived_one() -> None:
    """A figure typed over a derived one is held; cleared, nothing of it is left."""
    request = set_value(sample(), "request/amount", 5)
    assert request.declared == {"request/amount": 5}
    assert set_value(request, "request/amount", None) == sample()


def test_zero_is_kept() -> None:
    """A typed 0 is a figure, in every table."""
    request = set_values(sample(), [(where, 0) for where in AMOUNT_PLACES])
    assert [value_at(request, where) for where in AMOUNT_PLACES] == [0] * len(AMOUNT_PLACES)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("一行\r\n二行\r三行\n", "一行\n二行\n三行\n"),
        ("表\tの中", "表\tの中"),
        ("見え\x00ない\x0b字\x1b", "見えない字"),
        ("半\ud800分\uffff", "半分"),
        ("　字下げ　", "　字下げ　"),
        ("𠮟る👪", "𠮟る👪"),
    ],
)
def test_text_as_it_is_kept(typed: str, kept: str) -> None:
    """One kind of line break and no characters that a workbook cannot hold; blanks and rare characters stay."""
    assert clean_text(typed) == kept
    assert value_at(type_text(sample(), "section/section-1/text", typed), "section/section-1/text") == kept


def test_untouched_parts_keep_their_identity() -> None:
    """An edit of a part's figure leaves every other part of the request the very same object."""
    before = sample()
    after = set_value(before, "line/line-4-1-1/amount", 1)
    assert [new is old for new, old in zip(after.groups, before.groups, strict=True)] == [
        True,
        True,
        True,
        False,
        True,
    ]
    lines, lines_before = after.groups[3].lines, before.groups[3].lines
    assert lines[1] is lines_before[1]
    assert lines[0].parts[1] is lines_before[0].parts[1]
    for name in (
        "header",
        "contact",
        "headcount",
        "sections",
        "commitments",
        "assessment",
        "funding",
        "declared",
    ):
        assert getattr(after, name) is getattr(before, name)


@pytest.mark.parametrize(
    ("where", "part"),
    [
        ("header/name", "header"), ("contact/phone", "contact"), ("headcount/request/regular", "headcount"),
        ("funding_words", "funding_words"), ("section/section-1/text", "sections"), ("group/group-2/note", "groups"),
        ("commitment/commitment-1/period", "commitments"), ("assessment/held", "assessment"),
        ("funding/held/other", "funding"), ("cost/request/total", "declared"),
    ],
)  # fmt: skip
def test_edit_touches_its_part_only(where: Place, part: str) -> None:
    """Of the request's parts an edit replaces one."""
    after = type_text(sample(), where, "7")
    assert [
        name for name in sample().__struct_fields__ if getattr(after, name) is not getattr(sample(), name)
    ] == [part]


def test_heading() -> None:
    """A line becomes a heading and an ordinary line again; to be what it is already is no edit."""
    only, gone = (
        snapshot(with_lines(Line(line_id))).totals.groups[0].lines[0] for line_id in ("only", "gone")
    )
    request = set_heading(one_line(), only, True)
    line = find(request, "only")
    assert line is not None
    assert line.heading
    assert set_heading(request, only, True) is request
    assert set_heading(request, gone, True) is request
    assert set_heading(request, only, False) == one_line()


def test_values_are_set_in_their_order() -> None:
    """Of two values for one place the last stands."""
    assert (
        value_at(
            set_values(one_line(), [("line/only/amount", 1), ("line/only/amount", 2)]), "line/only/amount"
        )
        == 2
    )


def test_amounts_are_told_from_texts_by_their_place() -> None:
    """The two lists of places above are all kinds there are."""
    assert all(holds_amount(where) for where in AMOUNT_PLACES)
    assert not any(holds_amount(where) for where in TEXT_PLACES)
    assert holds_amount(place.line("x", "amount"))


def test_what_is_typed_in_a_table_that_was_left_out_is_printed() -> None:
    """A page read in without its funding table has it again once a source is typed; other tables stay left out."""
    printed = AsPrinted(without=("funding", "finance", "comment", "cost/previous"))
    request = replace(sample(), printed=printed)
    assert set_value(request, "funding/request/bonds", None).printed is printed
    typed = set_value(request, "funding/request/bonds", 30)
    assert typed.printed.without == ("finance", "comment", "cost/previous")
    typed = set_value(set_value(typed, "assessment/comment", "文"), "headcount/previous/regular", "2.0")
    assert typed.printed.without == ("finance",)
