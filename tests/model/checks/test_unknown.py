"""A request that was written under another Standard, or on a form that was changed since: nothing of it is lost."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from model.document import storage
from model.document.document import take_snapshot
from model.document.storage import FileError
from model.names.place_names import PlaceNames
from model.next_year import next_year
from model.request import place
from model.request.multi_year import AnnualAmount, Commitment, CommitmentYear, ContinuingExpense
from model.request.request import FundingRowKey, Request
from model.standard_folder.load import load
from model.totals.totals import totals
from templates.page.html import render
from templates.readers.own_page import read_own_page
from templates.readers.sources import read_source
from templates.sheet.sheet import lay_out
from templates.workbook import excel
from tests.examples import costly_examples
from tests.samples import ROOT, findings, fixed, only, sample, set_values, snapshot, standard

TOTTORI = ROOT / "templates" / "standards" / "tottori"
ROWS: tuple[FundingRowKey, ...] = ("previous", "request", "assessed")
KEYS = st.sampled_from(["tobacco", "received", "市町村負担金", "x y", "<b>", "=1+1", "national2"])
AMOUNTS = st.integers(min_value=-9_999_999, max_value=9_999_999)


def raw_sample() -> dict[str, Any]:
    """The real sheet as its file holds it."""
    found: dict[str, Any] = json.loads(storage.dumps(sample()))
    return found


def opened(raw: dict[str, Any]) -> Request:
    """A request from what a file holds."""
    return storage.loads(json.dumps(raw).encode(), "要求書.yosan")


@given(key=KEYS, row=st.sampled_from(ROWS), amount=AMOUNTS)
def test_unknown_source_counts_as_a_known_one(key: str, row: FundingRowKey, amount: int) -> None:
    """5,000千円 under a source of no form raise 特定財源 by 5,000 and leave 一般財源 as その他 would, in every row."""
    unknown = totals(set_values(sample(), [(place.funding(row, key), amount)]), standard())
    known = totals(set_values(sample(), [(place.funding(row, "bonds"), amount)]), standard())
    before = totals(sample(), standard())
    for each, figures in before.funding_rows.items():
        raised = amount if each == row else 0
        assert unknown.funding_rows[each].specific == figures.specific + raised
        assert unknown.funding_rows[each].general == known.funding_rows[each].general
        assert unknown.funding_rows[each].expense == figures.expense
        assert unknown.funding_rows[each].total == figures.total
    assert (unknown.amount, unknown.cost_rows, unknown.cut) == (before.amount, before.cost_rows, before.cut)


@settings(max_examples=costly_examples(60))
@given(
    cells=st.dictionaries(st.tuples(st.sampled_from(ROWS), KEYS), AMOUNTS.filter(bool), min_size=1, max_size=4),
    people=st.dictionaries(st.tuples(st.sampled_from(ROWS), st.sampled_from(["guard", "part 2", "fiscal_year_appointed"])), st.integers(0, 99), max_size=3),
)  # fmt: skip
def test_page_and_file_come_back_whole(
    cells: dict[tuple[FundingRowKey, str], int], people: dict[tuple[str, str], int]
) -> None:
    """The published page prints every column more, and is read back with it; the file is the same after a save."""
    request = set_values(
        sample(), [(place.funding(row, key), amount) for (row, key), amount in cells.items()]
    )
    request = set_values(
        request, [(f"headcount/{row}/{key}", f"{count}.5") for (row, key), count in people.items()]
    )
    assert storage.loads(storage.dumps(request), "x") == request
    back = read_own_page(render(snapshot(request), TOTTORI), standard(), TOTTORI).request
    assert back.headcount == request.headcount
    now, then = totals(back, standard()), totals(request, standard())
    for row in then.funding_rows:
        assert {key: figure.value or 0 for key, figure in now.funding_rows[row].sources.items()} == {
            key: figure.value or 0 for key, figure in then.funding_rows[row].sources.items()
        }
        assert now.funding_rows[row].specific == then.funding_rows[row].specific
        assert now.funding_rows[row].general.value == then.funding_rows[row].general.value


def test_0_opens_no_column() -> None:
    """A sheet that was changed to a 補正 keeps 「0.0」 of the categories that went, and no column comes of it."""
    request = set_values(sample(), [("funding/request/tobacco", 0), ("header/budget", "6月補正予算")])
    form = totals(request, standard()).form
    assert (form.more_sources, form.more_staff) == ((), ())
    assert not findings(request, "unknown-column")


def test_workbook_comes_back_whole(tmp_path: Path) -> None:
    """The workbook has the column in its form and in its data, formulas take it in, and an amount typed there is read."""
    request = set_values(sample(), [("funding/request/tobacco", 5_000), ("headcount/request/guard", "1.0")])
    path = tmp_path / "要求書.xlsx"
    path.write_bytes(excel.workbook_bytes(snapshot(request)))
    assert read_source(path, standard(), TOTTORI).request == request

    book = openpyxl.load_workbook(path)
    form = book["要求書"]
    (cell,) = [cell for row in form.iter_rows() for cell in row if cell.value == 5_000]
    assert any(
        str(each.value).replace("\n", "") == "（不明な財源 tobacco）"
        for each in form[cell.row - 1] + form[cell.row - 2] + form[cell.row - 3]
    )
    general = [each for each in form[cell.row] if isinstance(each.value, str) and each.value.startswith("=")][
        -1
    ]
    assert cell.coordinate in general.value
    headings, *rows = book["財源内訳"].iter_rows(values_only=True)
    (row,) = [row for row in rows if "tobacco" in row]
    assert row[headings.index("要求額(千円)")] == 5_000
    assert any("guard" in row for row in book["人役"].iter_rows(values_only=True))

    cell.value = 6_000
    out = io.BytesIO()
    book.save(out)
    path.write_bytes(out.getvalue())
    assert read_source(path, standard(), TOTTORI).request.funding.request["tobacco"] == 6_000


def test_finding_says_where_what_and_what_to_do() -> None:
    """A column of no form is a 誤り at the amount, whose place is named in words."""
    request = set_values(sample(), [("funding/request/tobacco", 5_000), ("headcount/request/guard", "1.0")])
    people, money = findings(request, "unknown-column")
    assert (people.place, money.place) == ("headcount/request/guard", "funding/request/tobacco")
    assert (people.severity, money.severity) == ("error", "error")
    assert "職員区分「（不明な職員区分 guard）」" in people.message
    assert "（不明な財源 tobacco）" in money.message
    names = PlaceNames(request, standard())
    assert names.where(money.place) == "財源内訳 ＞ 要求額の（不明な財源 tobacco）"
    assert names.where(people.place).endswith("の（不明な職員区分 guard）")


def test_source_of_another_form_has_its_label() -> None:
    """The Standard has 既収入特財 for 繰越明許費 only; on the ordinary form it stands in a column under that name."""
    request = set_values(sample(), [("funding/request/received", 700)])
    table = lay_out(snapshot(request)).funding
    assert table is not None
    assert [column.label for column in table.columns][-2:] == ["既収入特財", "一般財源"]
    assert "「既収入特財」" in only(request, "unknown-column").message


def test_calculation_of_an_unknown_source_is_worked_out() -> None:
    """Where only a calculation stands under the source, its amount counts."""
    request = replace(sample(), bases={"funding/request/tobacco": "100千円×3"})
    figures = totals(request, standard()).funding_rows["request"]
    assert figures.sources["tobacco"].value == 300
    assert only(request, "unknown-column").place == "funding/request/tobacco"
    wrong = replace(request, bases={"funding/request/tobacco": "100千円×"})
    assert "tobacco" in only(wrong, "basis").message


def test_what_a_sum_row_adds_under_an_unknown_source() -> None:
    """Of a later stage, 要求総額 takes the column in as it does the others, and a wrong sum is named."""
    later = replace(sample(), header=replace(sample().header, stage="一般事業調整"))
    request = set_values(later, [("funding/standing/tobacco", 100), ("funding/revived/tobacco", 20)])
    assert totals(request, standard()).funding_rows["total"].sources["tobacco"].value == 120
    wrong = set_values(request, [("funding/total/tobacco", 5)])
    assert any("tobacco" in finding.message for finding in findings(wrong, "13-rows"))


def test_people_of_another_years_category() -> None:
    """The year of a sheet of 平成31年度 is changed to 令和9年度: its 非常勤職員 stay in sight, and cost what they cost."""
    request = set_values(
        sample(), [("headcount/request/part_time", "0.5"), ("header/fiscal_year", "令和9年度")]
    )
    found = totals(request, standard())
    assert found.form.more_staff == ("part_time",)
    assert standard().staff_columns(found.form)[-1].label == "非常勤職員"
    assert "非常勤職員" in only(request, "unknown-column").message


def test_years_and_grounds_under_an_unknown_source() -> None:
    """Funds of commitments and continuing expenses and grounds of revenue are said once for each unknown source."""
    request = replace(
        sample(),
        commitments=(Commitment("c", "line-1-1", "R2〜R3", years=(CommitmentYear("y", "R2", 10, {"levy": 4}),)),),
        continuing=(ContinuingExpense("k", "堤", years=(AnnualAmount("a", "H31", {}, {"expense": 9, "toll": 4, "levy": 1}),)),),
    )  # fmt: skip
    assert [finding.place for finding in findings(request, "unknown-column")] == [
        "owed/y/source/levy",
        "annual/a/after/toll",
    ]


def test_hidden_row_is_erased_by_its_repair() -> None:
    """Amounts of 復活 that stay behind on a first request are in no sum; one action takes them away."""
    request = set_values(
        sample(),
        [("funding/revived/other", 100), ("funding/revived/tobacco", 5), ("headcount/standing/regular", "2.0"), ("component/added", 7), ("cost/standing/labour", 9)],
    )  # fmt: skip
    assert totals(request, standard()).funding_rows == totals(sample(), standard()).funding_rows
    found = findings(request, "hidden-row")
    assert [finding.place for finding in found] == [
        "headcount/standing/regular", "cost/standing/labour", "component/added", "funding/revived/other",
    ]  # fmt: skip
    assert "その他 100千円、（不明な財源 tobacco） 5千円" in found[-1].message
    for finding in found:
        request = fixed(request, finding)
    assert request == sample()


@pytest.mark.parametrize(
    ("change", "where", "words"),
    [
        (lambda raw: raw["sections"][0].update(frame="appendix"), "section/", "「appendix」"),
        (lambda raw: raw["groups"][0].update(section="gone"), "group/", "置く項目が要求書にありません"),
        (lambda raw: raw["groups"][0]["lines"][0].update(mark="priority"), "line/", "印「priority」"),
        (lambda raw: raw["header"].update(sheet="abolition"), "header/sheet", "用紙「abolition」"),
        (lambda raw: raw.update(funding_terms=[{"id": "t", "source": "bonds", "bond_class": "canal"}]), "term/t/bond_class", "区分「canal」"),
        (lambda raw: raw.update(funding_terms=[{"id": "t", "source": "national", "name": "交付金", "line": "gone"}]), "term/t/line", "根拠「交付金」の対象の行が要求書にありません"),
        (lambda raw: raw.update(declared={"cost/nowhere/total": 5}), "cost/nowhere/total", "欄「cost/nowhere/total」"),
        (lambda raw: raw.update(declared={"nonsense": 5}), "nonsense", "欄「nonsense」"),
        (lambda raw: raw.update(declared={"funding/request/bonds": 5}), "funding/request/bonds", "欄「funding"),
        (lambda raw: raw.update(bases={"funding/no/bonds": "1円"}), "funding/no/bonds", "積算「1円」"),
    ],
)  # fmt: skip
def test_words_of_a_file_that_name_nothing(change: Any, where: str, words: str) -> None:
    """A file of another program or Standard opens, is shown, and goes back as it was; what is strange in it is said."""
    raw = raw_sample()
    change(raw)
    request = opened(raw)
    assert json.loads(storage.dumps(request)) == raw
    found = only(request, "unknown-word")
    assert found.place.startswith(where)
    assert words in found.message
    assert PlaceNames(request, standard()).where(found.place)
    assert totals(request, standard()).amount == totals(sample(), standard()).amount
    page = render(snapshot(request), TOTTORI)
    back = read_own_page(page, standard(), TOTTORI).request
    assert [each.frame for each in back.sections] == [each.frame for each in request.sections]
    assert [line.mark for group in back.groups for line in group.lines] == [
        line.mark for group in request.groups for line in group.lines
    ]
    assert all(section.text.split("\n")[0] in page for section in request.sections)


@pytest.mark.parametrize(
    "table",
    [
        {"funding": {"request": {"a/b": 1}}},
        {"funding": {"request": {"": 1}}},
        {"funding": {"request": {"general": 1}}},
        {"headcount": {"request": {"a/b": "1"}}},
    ],
)
def test_key_that_no_place_can_name_is_refused(table: dict[str, Any]) -> None:
    """A column whose key is blank or has a slash cannot be shown: such a file is damaged."""
    with pytest.raises(FileError, match="壊れている"):
        opened({**raw_sample(), **table})


def test_next_year_keeps_what_it_does_not_know() -> None:
    """The draft of the next year has last year's unknown source and people, and the finding with them."""
    request = set_values(sample(), [("funding/assessed/tobacco", 50), ("headcount/assessed/guard", "1.0")])
    draft = next_year(request, standard())
    assert draft.funding.previous["tobacco"] == 50
    assert draft.headcount.previous["guard"] == "1.0"
    assert {finding.place.rpartition("/")[2] for finding in findings(draft, "unknown-column")} == {
        "tobacco",
        "guard",
    }


def test_rows_are_named_where_no_form_has_them() -> None:
    """People of the 査定 on a sheet of another Standard, which has no such row, are named in words, in finding and place."""
    other = load(ROOT / "templates" / "standards" / "example")
    request = set_values(sample(), (("headcount/assessed/regular", "1.9"),))
    found = [
        each for each in take_snapshot(request, other).findings.all if "headcount/assessed" in each.place
    ]
    assert found
    for each in found:
        words = each.message + PlaceNames(request, other).where(each.place)
        assert "査定（計上）" in words
        assert "assessed" not in words
        assert "＞ の" not in words
