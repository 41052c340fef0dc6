"""Places in the words that a person finds them by."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from model.names.place_names import SECTIONS, PlaceNames
from model.request.grounds import Cut, FundingTerm
from model.request.multi_year import AnnualAmount, Commitment, CommitmentYear, ContinuingExpense
from model.request.request import Line
from tests import samples
from tests.model.checks.examples import BROKEN
from tests.samples import findings, standard


@pytest.fixture
def known() -> PlaceNames:
    """The names of a request that has something of everything."""
    request = replace(
        samples.with_lines(Line("a", "機器の\nリース料", 1, 2)),
        commitments=(Commitment("o", "a", years=(CommitmentYear("y", "R2"),)),),
        continuing=(ContinuingExpense("w", "ダム建設", years=(AnnualAmount("z", "R3"),)),),
        funding_terms=(FundingTerm("t", name="整備交付金"),),
        cuts=(Cut("c", "a"), Cut("d")),
    )
    return PlaceNames(request, standard())


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("header/name", "基本情報 ＞ 事業名"),
        ("contact/phone", "基本情報 ＞ 電話番号"),
        ("funding_words", "事業費 ＞ 財源"),
        ("line/a/amount", "所要経費 ＞ 「機器のリース料」の要求額"),
        ("headcount/request/regular", "トータルコスト ＞ 31年度当初予算要求額の正職員"),
        ("cost/request/labour", "トータルコスト ＞ 31年度当初予算要求額の人件費(B)"),
        ("funding/request/national", "財源内訳 ＞ 要求額の国庫支出金"),
        ("commitment/o/period", "債務負担行為 ＞ 「機器のリース料」の債務負担行為の期間"),
        ("owed/y/amount", "債務負担行為 ＞ 「機器のリース料」のR2の債務負担行為の年度の額"),
        ("owed/y/source/bonds", "債務負担行為 ＞ 「機器のリース料」のR2の起債"),
        ("continuing/w/total", "継続費 ＞ 「ダム建設」の継続費の総額"),
        ("annual/z/year", "継続費 ＞ 「ダム建設」のR3の年割額の年度"),
        ("annual/z/before/expense", "継続費 ＞ 「ダム建設」のR3の変更前の事業費"),
        ("term/t/rate", "財源の根拠 ＞ 「整備交付金」の補助率・充当率"),
        ("cut/c/amount", "減額の内訳 ＞ 「機器のリース料」の減額"),
        ("cut/d/amount", "減額の内訳 ＞ 減額"),
        ("price/普通旅費", "単価 ＞ 「普通旅費」の単価"),
    ],
)
def test_a_place_is_named(known: PlaceNames, place: str, words: str) -> None:
    """The part of the sheet, then the field with the name of its row and column."""
    assert known.where(place) == words


@pytest.mark.parametrize("rule", BROKEN)
def test_every_finding_has_a_part_of_the_sheet(rule: str) -> None:
    """Whatever a rule finds, its place is named in Japanese words."""
    for finding in findings(BROKEN[rule]):
        where = PlaceNames(BROKEN[rule], standard()).where(finding.place)
        assert where.startswith(tuple(f"{name} ＞ " for name in SECTIONS.values()))
        assert not re.search(r"[a-z_]+/", where)
