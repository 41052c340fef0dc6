"""節: what people type for one, and the subtotals by 節."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.request.request import Line, Request
from model.totals.object_class import canonical, like, matches, of_line, sub_object, subtotals
from tests.requests import requests, texts
from tests.samples import big, sample, snapshot, standard, with_lines

H31, R2 = 2019, 2020


def names(typed: str, year: int = R2) -> list[str]:
    """What the completing field offers."""
    return [match.label for match in matches(typed, year, standard())]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("12", "12 委託料"),
        ("１２", "12 委託料"),
        ("012", "12 委託料"),
        ("12節", "12 委託料"),
        ("第12節", "12 委託料"),
        ("1", "1 報酬"),
        ("委託", "12 委託料"),
        ("いたく", "12 委託料"),
        ("イタク", "12 委託料"),
        ("ｲﾀｸ", "12 委託料"),
        ("ちんしゃく", "13 使用料及び賃借料"),
        ("12 委託料", "12 委託料"),
        ("12委託", "12 委託料"),
        ("12．委託料", "12 委託料"),
        ("12 いたく", "12 委託料"),
        ("10 需用費／消耗品費", "10 需用費"),
        ("負担金､補助及び交付金", "18 負担金、補助及び交付金"),
        ("13 委託料", "12 委託料"),
    ],
)
def test_object_class_is_found(typed: str, first: str) -> None:
    """A 節 is found by number, name or reading in any width and kana, or by number and name together."""
    assert names(typed)[0] == first


def test_several_are_offered_in_order_of_likeness() -> None:
    """The number itself stands before those that begin with it; whole names before beginnings before middles."""
    assert names("2") == [
        *("2 給料", "20 貸付金", "21 補償、補填及び賠償金", "22 償還金、利子及び割引料"),
        *("23 投資及び出資金", "24 積立金", "25 寄附金", "26 公課費", "27 繰出金"),
    ]
    assert names("報") == ["1 報酬", "7 報償費"]
    assert names("補償") == ["21 補償、補填及び賠償金", "5 災害補償費"]
    assert len(names("")) == 27
    assert len(names("", H31)) == 28
    assert names("消耗品") == names("28") == []


@pytest.mark.parametrize(
    ("typed", "year", "kept"),
    [
        ("12", R2, "12 委託料"),
        ("12", H31, "12 役務費"),
        ("委託料", R2, "12 委託料"),
        ("委託料", H31, "13 委託料"),
        ("いたくりょう", R2, "12 委託料"),
        ("イタク", R2, "12 委託料"),
        ("12委託料", R2, "12 委託料"),
        (" 12 委託料 ", R2, "12 委託料"),
        ("１０　需用費／ 消耗品費 ", R2, "10 需用費/消耗品費"),
        ("需用費/消耗品費/紙", R2, "10 需用費/消耗品費/紙"),
        ("12 委託料/", R2, "12 委託料"),
        ("報酬", R2, "1 報酬"),
        ("きゅうりょう", R2, "2 給料"),
        ("", R2, ""),
        ("  ", R2, ""),
    ],
)
def test_unambiguous_text_becomes_the_label(typed: str, year: int, kept: str) -> None:
    """What means one 節 of the year is kept as its list names it; the section's own 細節 stays behind it."""
    assert canonical(typed, year, standard()) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "13委託料",
        "13 委託料",
        "13 委託料/保守",
        "7 賃金",
        "賃金",
        "報",
        "補償",
        "費",
        "28",
        "0",
        "工事等",
        "/紙",
    ],
)
def test_other_text_stays_as_typed(typed: str) -> None:
    """A number that is not that of its name, an ambiguous part of a name, or free text is nobody's to rewrite."""
    assert canonical(typed, R2, standard()) == typed
    assert of_line(typed, R2, standard()) is None


def test_the_same_text_means_another_object_class_after_2019() -> None:
    """With 賃金 gone, 委託料 went from 13 to 12 in 令和2年度."""
    found = [of_line("13 委託料", year, standard()) for year in (H31, R2)]
    assert [each and each.name for each in found] == ["委託料", None]
    assert sub_object("10 需用費／消耗品費") == "消耗品費"
    assert sub_object("12 委託料") == ""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("委託費", ["12 委託料"]), ("13 委託料", ["12 委託料"]), ("報", ["1 報酬", "7 報償費"]), ("〇△", [])],
)
def test_what_an_unknown_text_may_have_meant(typed: str, meant: list[str]) -> None:
    """「委託費」 is near to 委託料; what is near to nothing is offered nothing."""
    assert [each.label for each in like(typed, R2, standard())] == meant


@pytest.mark.parametrize("year", [H31, R2])
def test_every_object_class_is_found_by_each_of_its_names(year: int) -> None:
    """Number, name, reading and label of each 節 of a year mean that 節."""
    for object_class in standard().object_classes_in(year):
        for typed in (
            str(object_class.number),
            object_class.name,
            object_class.reading,
            object_class.label,
            f"{object_class.number}{object_class.name}",
        ):
            assert of_line(typed, year, standard()) == object_class
            assert canonical(f"{typed}/細", year, standard()) == f"{object_class.label}/細"


@given(
    st.one_of(texts, st.from_regex(r"[0-9０-９]{0,3}[ 節]?(委託料|報|ひ|需用費)?[/／]?.?", fullmatch=True))
)
def test_canonical_text_is_canonical(typed: str) -> None:
    """Whatever is typed, taking it in twice is taking it in once, and nothing typed is lost without being a 節."""
    once = canonical(typed, R2, standard())
    assert canonical(once, R2, standard()) == once
    assert once == typed.strip() or of_line(once, R2, standard()) is not None
    assert of_line(typed, R2, standard()) == of_line(once, R2, standard())


def rows(request: Request, year: int = H31) -> list[tuple[str, int | None, int | None]]:
    """The subtotals as (節, previous year, this year)."""
    found = subtotals(snapshot(request).totals.groups, year, standard())
    return [(each.label, each.previous, each.amount) for each in found]


def test_subtotals_are_in_the_order_of_the_numbers() -> None:
    """Known 節 by number, then texts that no list has, then what has none; two ways to write one 節 are one row."""
    request = with_lines(
        Line("a", "保守", 1, 10),
        Line("b", "改修", 2, 20, object_class="13 委託料"),
        Line("c", "運用", 4, 40, object_class="委託料"),
        Line("d", "謎", 8, 80, object_class="雑費"),
        Line("e", "紙", None, 160, object_class="11 需用費/消耗品費"),
        Line("f"),
    )
    assert rows(request) == [
        *(("11 需用費", None, 160), ("13 委託料", 6, 60), ("雑費", 8, 80), ("節なし", 1, 10))
    ]


def test_subtotals_have_rows_by_sub_object() -> None:
    """細節 are shown where a line has one, with what has none beside them."""
    request = with_lines(
        Line("a", "紙", 1, 10, object_class="11 需用費/消耗品費"),
        Line("b", "冊子", 2, 20, object_class="11 需用費/印刷製本費"),
        Line("c", "ペン", 4, 40, object_class="11 需用費／消耗品費"),
        Line("d", "他", None, 80, object_class="11 需用費"),
        Line("e", "保守", 0, 5, object_class="13 委託料"),
    )
    supplies, contract = subtotals(snapshot(request).totals.groups, H31, standard())
    assert [(sub.name, sub.previous, sub.amount) for sub in supplies.subs] == [
        *(("消耗品費", 5, 50), ("印刷製本費", 2, 20), ("", None, 80))
    ]
    assert supplies.amount == 150
    assert contract.subs == ()


def test_object_class_of_a_line_holds_for_its_parts() -> None:
    """Parts without their own count by their line's figure, also a declared one; a part's own 節 takes its figure."""
    parts = (Line("x", "上期", None, 3), Line("y", "下期", None, 4))
    own = (parts[0], Line("y", "下期", None, 4, object_class="9 旅費"))
    assert rows(with_lines(Line("a", "保守", object_class="13 委託料", parts=parts))) == [
        ("13 委託料", None, 7)
    ]
    declared = Line("a", "保守", None, 10, object_class="13 委託料", parts=parts)
    assert rows(with_lines(declared)) == [("13 委託料", None, 10)]
    split = Line("a", "見出し", object_class="13 委託料", heading=True, parts=own)
    assert rows(with_lines(split)) == [("9 旅費", None, 4), ("13 委託料", None, 3)]
    assert rows(with_lines(Line("a", "見出し", heading=True, parts=own))) == [
        ("9 旅費", None, 4),
        ("節なし", None, 3),
    ]


def test_what_a_declared_line_adds_to_its_parts_stays_with_it() -> None:
    """A line typed as 10千円 over parts of 7千円 leaves 3千円 in its own 節: the subtotals add up to 要求額."""
    own = (
        Line("x", "旅費", None, 3, object_class="9 旅費"),
        Line("y", "紙", None, 4, object_class="11 需用費"),
    )
    declared = Line("a", "研修", None, 10, object_class="13 委託料", parts=own)
    assert rows(with_lines(declared)) == [("9 旅費", None, 3), ("11 需用費", None, 4), ("13 委託料", None, 3)]


def test_no_object_class_no_subtotals() -> None:
    """A sheet whose writers leave the 節 out has no table of them."""
    assert rows(sample()) == []
    assert rows(big(10)) == []


@given(requests())
def test_subtotals_add_up_to_the_lines(request_: Request) -> None:
    """Whatever has a 節, its own or an inherited one, every 千円 of the lines is counted once."""
    groups = snapshot(request_).totals.groups
    found = subtotals(groups, H31, standard())
    lines = [line for group in groups for line in group.lines]
    if found:
        assert sum(each.amount or 0 for each in found) == sum(line.amount.value or 0 for line in lines)
        assert sum(each.previous or 0 for each in found) == sum(line.previous.value or 0 for line in lines)
        for each in found:
            assert not each.subs or sum(sub.amount or 0 for sub in each.subs) == (each.amount or 0)
    else:
        assert not any(line.has_object_class for line in lines)
