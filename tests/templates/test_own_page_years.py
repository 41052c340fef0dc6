"""Pages of commitments (債務負担行為) and continuing expenses (継続費) are read back: years, funds, periods, what was granted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from model.document import take_snapshot
from model.multi_year import AnnualAmount, Commitment, CommitmentYear, ContinuingExpense
from model.place import GENERAL
from model.request import CostGroup, Line, Request
from templates.html import render
from templates.own_page import read_own_page
from tests.owed_requests import dam, facilities, heritage, risen, twenty_years
from tests.samples import ROOT, sample, set_values, standard


def page_of(request: Request) -> str:
    """The published page of a request."""
    return render(take_snapshot(request, standard()), ROOT / "templates" / "tottori")


def read(request: Request) -> Request:
    """What is read of the page of a request; nothing of it is unread, and it prints the same page."""
    page = page_of(request)
    reading = read_own_page(page, standard())
    assert reading.unread == ()
    assert page_of(reading.request) == page
    return reading.request


def printed(owed: Commitment, request: Request) -> Commitment:
    """A commitment with each figure typed that its page prints."""
    figures = next(
        each for each in take_snapshot(request, standard()).totals.commitments if each.commitment == owed
    )

    def rows(years: tuple[CommitmentYear, ...], *, is_asked: bool) -> tuple[CommitmentYear, ...]:
        totals = figures.years if is_asked else figures.granted
        return tuple(
            row
            if each.is_in_ordinary_budget
            else replace(row, amount=each.amount.value, sources={**row.sources, GENERAL: each.general.value})
            for row, each in zip(years, totals, strict=True)
        )

    return replace(
        owed,
        limit=figures.limit.value,
        years=rows(owed.years, is_asked=True),
        granted=rows(owed.granted, is_asked=False),
    )


@pytest.mark.parametrize("sheet", [facilities, twenty_years, risen])
def test_a_commitment_comes_back(sheet: Callable[[], Request]) -> None:
    """事項, 期間, 説明, each year, 契約額の変更 and 査定額 are what was typed, with the printed figures typed."""
    request = replace(sheet(), header=replace(sheet().header, name="賃借事業"))
    (owed,) = request.commitments
    assert read(request).commitments == (printed(owed, request),)


def test_a_continuing_expense_comes_back() -> None:
    """年割額 before and after a change come back with 一般財源 and both totals typed; what asks 0千円 asks it again."""
    found = read(dam())
    (work,), (shipped,) = found.continuing, dam().continuing

    def told(cells: dict[str, int | str | None], general: int) -> dict[str, int | str | None]:
        return {**cells, GENERAL: general}

    first, second = shipped.years
    years = (
        replace(first, before=told(first.before, 100_000), after=told(first.after, 36_373)),
        replace(second, before=told(second.before, 60_000), after=told(second.after, 58_373)),
    )
    assert work == replace(shipped, years=years, total=800_000, total_before=800_000)
    assert found.declared["request/amount"] == 0


def test_a_carry_over_comes_back() -> None:
    """A 繰越明許費 has no table of years; its own tables come back."""
    found = read(heritage())
    assert (found.commitments, found.continuing) == ((), ())
    assert found.declared["request/amount"] == 4_326


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
    assert (owed.contract_period, owed.limit, owed.note) == ("R4.10〜R11.3", 80_000, "賃借料\n保守料")
    assert {key: each for key, each in owed.years[0].sources.items() if each is not None} == {
        "national": 5_000, GENERAL: 11_000,
    }  # fmt: skip
    assert owed.years[1].sources == {"fees": 100, GENERAL: 15_411}
    assert owed.years[2].amount == "約15百万"


def test_a_blank_of_an_old_form_is_not_0() -> None:
    """Up to 平成20年度 a blank fund prints nothing, so a printed 0 was typed."""
    typed = set_values(twenty_years(), [("owed/owed-21/source/national", 0)])
    (owed,) = read(typed).commitments
    assert owed.years[0].sources == {"national": 0, GENERAL: 19_440}
    assert owed.years[1].sources == {GENERAL: 19_440}


def test_a_name_that_is_the_project_s_is_left_to_it() -> None:
    """事項 that repeats 事業名 is not typed twice; another name is."""
    (owed,) = facilities().commitments
    unnamed = replace(facilities(), commitments=(replace(owed, name=""),))
    assert read(unnamed).commitments[0].name == ""
    renamed = replace(facilities(), commitments=(replace(owed, name="営繕工事"),))
    assert read(renamed).commitments[0].name == "営繕工事"


def test_a_commitment_of_a_line_is_one_commitment() -> None:
    """On a sheet of its own the remark of the line and the table tell of the same commitment."""
    (owed,) = facilities().commitments
    tied = replace(owed, line="l", name="", status="set", set_in="R3.11", contract_period="R3.12〜R11.3")
    group = CostGroup("g", lines=(Line("l", "機器賃借料", amount=5),))
    found = read(replace(facilities(), groups=(group,), commitments=(tied,)))
    (line,) = found.groups[0].lines
    (both,) = found.commitments
    assert (both.line, both.name, both.status, both.set_in) == (line.id, "", "set", "R3.11")
    assert (both.period, both.contract_period) == ("5年度から10年度まで", "R3.12〜R11.3")


@pytest.mark.parametrize(
    "owed",
    [
        Commitment("a", period="H32〜H35"),
        Commitment("a", period="H31〜H35", status="set"),
        Commitment("a", period="R4", status="set", contract_period="R3.4〜R5.3", set_in="R2.11"),
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


def test_a_row_added_by_hand_is_listed() -> None:
    """A year that someone wrote into a table of the page has no place, and is listed with its table."""
    page = page_of(facilities())
    end = page.index("</tbody>", page.index('data-part="asked"'))
    page = f"{page[:end]}<tr><th>11年度</th><td>100</td></tr>{page[end:]}"
    (unread,) = read_own_page(page, standard()).unread
    assert (unread.where, unread.text) == ("債務負担行為要求書(単位:千円)", "11年度100")


def test_a_copied_remark_is_a_commitment_of_its_own() -> None:
    """A row that someone copied on the page gives two commitments with ids of their own."""
    owed = Commitment("owed", "line-1", "H32〜H35")
    group = CostGroup("g", lines=(Line("line-1", "機器賃借料", amount=5),))
    page = page_of(replace(sample(), groups=(group,), commitments=(owed,)))
    at = page.index('<span class="commitment')
    start, end = page.rindex("<tr", 0, at), page.index("</tr>", at) + len("</tr>")
    found = read_own_page(page[:end] + page[start:end] + page[end:], standard()).request
    first, second = found.commitments
    assert first.id != second.id
    assert first.line != second.line
    assert first.period == second.period == "H32〜H35"


def test_a_new_continuing_expense_with_its_words() -> None:
    """A work without earlier amounts has one table; its name and the words below come back."""
    years = (AnnualAmount("y", "28年度", {}, {"expense": 900, "fees": 100}),)
    work = ContinuingExpense("w", "庁舎建設", 1_000, years=years, note="議会の議決を経る。")
    (found,) = read(replace(dam(), continuing=(work,))).continuing
    after = {"expense": 900, "fees": 100, GENERAL: 800}
    assert found == replace(work, years=(replace(years[0], after=after),))
