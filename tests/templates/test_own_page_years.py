"""Pages of commitments (債務負担行為) and continuing expenses (継続費) are read back: years, funds, periods, what was granted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from model.request.multi_year import AnnualAmount, Commitment, ContinuingExpense
from model.request.place import GENERAL
from model.request.request import CostGroup, Line, Request
from templates.page.html import render
from templates.readers.own_page import read_own_page
from tests.commitment_requests import dam, facilities, heritage, risen, twenty_years
from tests.samples import ROOT, sample, set_values, snapshot, standard

FOLDER = ROOT / "templates" / "standards" / "tottori"


def page_of(request: Request) -> str:
    """The published page of a request."""
    return render(snapshot(request), FOLDER)


def read(request: Request) -> Request:
    """What is read of the page of a request; nothing of it is unread, and it prints the same page."""
    page = page_of(request)
    reading = read_own_page(page, standard(), FOLDER)
    assert (reading.unread, reading.changes) == ((), ())
    assert page_of(reading.request) == page
    return reading.request


@pytest.mark.parametrize("sheet", [facilities, twenty_years, risen])
def test_a_commitment_comes_back(sheet: Callable[[], Request]) -> None:
    """事項, 期間, 説明, each year, 契約額の変更 and 査定額 are what was typed, with their ids."""
    request = replace(sheet(), header=replace(sheet().header, name="賃借事業"))
    assert read(request) == request


def test_a_continuing_expense_comes_back() -> None:
    """年割額 before and after a change, and the words of the work, come back as they were typed."""
    assert read(dam()) == dam()


def test_a_carry_over_comes_back() -> None:
    """A 繰越明許費 has no table of years; its own tables come back."""
    assert read(heritage()) == heritage()


def test_funds_periods_and_limit_of_a_commitment() -> None:
    """A typed 一般財源, a fund without a column of its own, the 契約期間 and a 限度額 beside the sum are read as they stand."""
    typed = set_values(
        facilities(),
        [
            ("owed/owed-5/source/national", 5_000),
            ("owed/owed-5/source/general", 11_000),
            ("owed/owed-6/source/fees", 100),
            ("owed/owed-7/amount", "約15百万"),
            ("commitment/owed/contract_period", "R4.10〜R11.3"),
            ("commitment/owed/limit", 80_000),
            ("commitment/owed/note", "賃借料\n保守料"),
        ],
    )
    (owed,) = read(typed).commitments
    assert (owed,) == typed.commitments
    assert (owed.contract_period, owed.limit, owed.note) == ("R4.10〜R11.3", 80_000, "賃借料\n保守料")
    assert (owed.years[0].sources["national"], owed.years[0].sources[GENERAL]) == (5_000, 11_000)
    assert owed.years[1].sources["fees"] == 100
    assert owed.years[2].amount == "約15百万"


def test_a_blank_of_an_old_form_is_not_0() -> None:
    """Up to 平成20年度 a blank fund prints nothing, so a printed 0 was typed."""
    typed = set_values(twenty_years(), [("owed/owed-21/source/national", 0)])
    (owed,) = read(typed).commitments
    assert owed.years[0].sources == {"national": 0}
    assert owed.years[1].sources == {}


@pytest.mark.parametrize("name", ["", "営繕工事", "教育施設営繕費"])
def test_a_name_is_as_it_was_typed(name: str) -> None:
    """事項 that was left to 事業名 is still left to it, also where a typed one would say the same."""
    (owed,) = facilities().commitments
    assert read(replace(facilities(), commitments=(replace(owed, name=name),))).commitments[0].name == name


def test_a_commitment_of_a_line_is_one_commitment() -> None:
    """On a sheet of its own the remark of the line and the table tell of the same commitment."""
    (owed,) = facilities().commitments
    tied = replace(owed, line="l", name="", status="set", set_in="R3.11", contract_period="R3.12〜R11.3")
    group = CostGroup("g", lines=(Line("l", "機器賃借料", amount=5),))
    found = read(replace(facilities(), groups=(group,), commitments=(tied,)))
    assert (found.groups, found.commitments) == ((group,), (tied,))


@pytest.mark.parametrize(
    "owed",
    [
        Commitment("a", period="H32〜H35"),
        Commitment("a", period="H31〜H35", status="set"),
        Commitment("a", period="R4、R5", status="set", set_in="R3、R4当初"),
        Commitment("a", period="{set_in}", status="set", set_in="{contract}"),
    ],
)
def test_the_words_of_a_remark_come_back(owed: Commitment) -> None:
    """備考 tells period, contract's period and the budget that set it; each comes back to its own field."""
    tied = replace(owed, line="line-1-1")
    group = CostGroup("g", lines=(Line("line-1-1", "機器賃借料", amount=5, remark="賃借料"),))
    found = read(replace(sample(), groups=(group,), commitments=(tied,)))
    assert found.commitments == (tied,)
    assert found.groups[0].lines[0].remark == "賃借料"


def test_a_period_that_no_word_tells_is_not_published() -> None:
    """備考 may tell the contract's period in the place of the commitment's; that is then what the page says of it."""
    owed = Commitment("a", "l", "R4", "set", contract_period="R3.4〜R5.3", set_in="R2.11")
    group = CostGroup("g", lines=(Line("l", "機器賃借料", amount=5),))
    (found,) = read(replace(sample(), groups=(group,), commitments=(owed,))).commitments
    assert found == replace(owed, period="R3.4〜R5.3")


def test_a_row_added_by_hand_is_listed() -> None:
    """A year that someone wrote into a table of the page is listed, and read as the table shows it."""
    page = page_of(facilities()).replace('rowspan="7"', 'rowspan="8"')
    end = page.index("</tbody>", page.index("owed-owed-caption"))
    cells = "<td>100</td>" + "<td>0</td>" * 4 + "<td>100</td>"
    reading = read_own_page(f"{page[:end]}<tr><th>11年度</th>{cells}</tr>{page[end:]}", standard(), FOLDER)
    assert ("", "11年度") in [(change.before, change.after) for change in reading.changes]
    assert reading.request.commitments[0].years[-1].year == "11年度"


def test_a_new_continuing_expense_with_its_words() -> None:
    """A work without earlier amounts has one table; its name and the words below come back."""
    years = (AnnualAmount("y", "28年度", {}, {"expense": 900, "fees": 100}),)
    work = ContinuingExpense("w", "庁舎建設", 1_000, years=years, note="議会の議決を経る。")
    assert read(replace(dam(), continuing=(work,))).continuing == (work,)
