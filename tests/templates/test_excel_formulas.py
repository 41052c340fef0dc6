"""The formulas of the printed sheet: what they add up, and that a recalculation changes no figure."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from msgspec.structs import replace
from openpyxl.utils import column_index_from_string

from model.request import place
from model.request.request import CostGroup, Line, Request
from templates.workbook.excel import FORM_TITLE
from templates.workbook.formulas.formula import MAX_FORMULA
from tests import samples
from tests.examples import costly_examples
from tests.requests import requests
from tests.templates.workbooks import FORM_MEMBER, Page, data_sheets, export, grid, grids


@pytest.fixture(scope="module")
def sample_page() -> Page:
    """The printed sheet of the real request, with its formulas."""
    return Page(export(samples.sample()), values=False)


def _formula(page: Page, row: int, column: int) -> object:
    return page.sheet.cell(row, column).value


def test_derived_figures_are_live(sample_page: Page) -> None:
    """A finance officer who changes a line sees the 合計, the 要求額 and 一般財源 follow."""
    page = sample_page
    request_row = page.row("要求額(千円)") + 1
    total = page.row("合計")
    first = page.row("地方公共団体情報システム機構", after=page.row("2 所要経費"))
    assert _formula(page, total, 5) == f"=SUM(E{first}:E{total - 1})"
    assert str(_formula(page, request_row, 1)).startswith(f"=SUM(E{total},")
    assert _formula(page, request_row, 3) == f"=A{request_row}-B{request_row}"
    funding = page.row("要求額", after=page.row("要求額の財源内訳"))
    assert _formula(page, funding, 2) == f"=A{request_row}"
    assert _formula(page, funding, 10) == f"=B{funding}-SUM(C{funding}:I{funding})"


def test_labour_cost_is_people_times_their_price(sample_page: Page) -> None:
    """人件費 of 平成31年度 is 人役 × 7,938千円, rounded half up; the price stands below the table, that of 平成30年度 in its own row."""
    this_year, last_year = sample_page.row("31年度の単価"), sample_page.row("30年度の単価")
    found = re.fullmatch(r"=ROUND\(([A-J])14\*\1(\d+),0\)", str(_formula(sample_page, 14, 4)))
    assert found is not None
    assert int(found[2]) == this_year
    column = column_index_from_string(found[1])
    assert (_formula(sample_page, this_year, column), _formula(sample_page, last_year, column)) == (
        7938,
        7945,
    )


def test_a_total_adds_lines_and_not_their_parts(sample_page: Page) -> None:
    """システム保守運用経費 is the sum of its two half-years; the 合計 adds it once and not the half-years again."""
    row = sample_page.row("システム保守運用経費")
    assert _formula(sample_page, row, 5) == f"=SUM(E{row + 1}:E{row + 2})"
    assert _formula(sample_page, row + 4, 5) == f"=E{row}+E{row + 3}"


def test_a_sum_runs_over_blank_lines(sample_page: Page) -> None:
    """A line that is blank this year is within the sum, so that a figure filled in later counts."""
    row = sample_page.row(
        "合計", after=sample_page.row("5.中間サーバーシステム", after=sample_page.row("2 所要経費"))
    )
    assert _formula(sample_page, row, 5) == f"=SUM(E{row - 2}:E{row - 1})"


def test_two_lines_of_which_one_has_blank_lines_beside_it() -> None:
    """A line with parts and a single one before a blank line are added by SUM: + takes no range in a spreadsheet."""
    parts = (Line("b", amount=1), Line("c", amount=2))
    request = samples.with_lines(Line("a", parts=parts), Line("d", amount=4), Line("e"))
    page = Page(export(request), values=False)
    row = page.row("合計")
    assert page.sheet.cell(row, 5).value == f"=SUM(E{row - 5},E{row - 2}:E{row - 1})"


def test_the_change_of_a_line_is_its_own(sample_page: Page) -> None:
    """増減 of a half-year, whose last year is blank, takes its own two cells and not the blank lines around."""
    row = sample_page.row("4月〜9月")
    assert _formula(sample_page, row, 6) == f"=E{row}-D{row}"


def test_declared_figures_are_plain_numbers() -> None:
    """A total that a person typed stands as typed; a formula would change it in silence."""
    request = replace(samples.one_line(1_000), declared={place.REQUEST_AMOUNT: 999})
    page = Page(export(request), values=False)
    assert page.sheet.cell(page.row("要求額(千円)") + 1, 1).value == 999


def test_figures_past_a_declared_one_come_from_its_root() -> None:
    """財源内訳's 事業費 follows the cost tables, not the 要求額 typed over them: one slip is one finding."""
    request = replace(samples.one_line(1_000), declared={place.REQUEST_AMOUNT: 999})
    page = Page(export(request), values=False)
    row = page.row("要求額", after=page.row("要求額の財源内訳"))
    assert page.sheet.cell(row, 2).value == f"=E{page.row('合計')}"


def test_unreadable_text_in_a_sum_does_not_break_it() -> None:
    """「約3百」 among the lines is passed over by the sum, as it is by the program."""
    request = samples.with_lines(Line("a", amount="約3百"), Line("b", amount=5))
    page = Page(export(request))
    assert page.sheet.cell(page.row("合計"), 5).value == 5


def test_a_table_of_a_thousand_lines_has_one_short_sum() -> None:
    """The 合計 of 1,000 lines is one range; every line is there with its figure."""
    lines = tuple(Line(f"x{number}", text="経費", amount=number) for number in range(1_000))
    rows = grid(export(samples.with_lines(*lines)), values=False)
    row = next(number for number, each in enumerate(rows, start=1) if each[0] == "合計")
    first = next(number for number, each in enumerate(rows, start=1) if each[0] == "経費")
    assert rows[row - 1][4] == f"=SUM(E{first}:E{row - 1})", "over the headings that are written on each page"
    figures = [each[4] for each in rows[first - 1 : row - 1] if each[0] == "経費"]
    assert figures == list(range(1_000))


@pytest.mark.parametrize(("count", "is_formula"), [(300, True), (1_500, False)])
def test_a_sum_never_exceeds_what_excel_takes(count: int, is_formula: bool) -> None:
    """Lines with parts leave gaps: 300 are added in chunks of 255; 1,500 would not fit a formula and stand as a value."""
    lines = tuple(Line(f"x{number}", parts=(Line(f"y{number}", amount=2),)) for number in range(count))
    data = export(samples.with_lines(*lines))
    carried = next(row[4] for row in grid(data) if row[0] == "合計")
    formula = str(next(row[4] for row in grid(data, values=False) if row[0] == "合計"))
    assert carried == 2 * count
    assert formula.startswith("=SUM(SUM(") is is_formula
    if is_formula:
        assert len(formula) <= MAX_FORMULA
        assert all(each.count(",") < 255 for each in re.findall(r"\(([^()]*)\)", formula))


def _made_up(count: int) -> list[Request]:
    found: list[Request] = []

    @given(requests())
    @settings(
        max_examples=count, deadline=None, database=None, derandomize=True, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    def collect(request: Request) -> None:
        found.append(request)

    collect()
    return found


def _without_values(data: bytes, path: Path) -> None:
    """Write a workbook whose formula cells have lost their values, so that a program has to compute them."""
    path.write_bytes(data)
    with zipfile.ZipFile(path) as old:
        members = {name: old.read(name) for name in old.namelist()}
    members[FORM_MEMBER] = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", members[FORM_MEMBER])
    with zipfile.ZipFile(path, "w") as new:
        for name, member in members.items():
            new.writestr(name, member)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice Calc recalculates the workbook")
def test_a_recalculation_changes_no_figure(tmp_path: Path) -> None:
    """Calc, which reads the formulas without their values, arrives at every number that the workbook carries."""
    deep = Line(
        "d", heading=True, parts=(Line("e", parts=(Line("f", amount=3), Line("g"))), Line("h", amount=-9))
    )
    told = [
        samples.sample(),
        samples.declared_sample(),
        samples.empty(),
        samples.big(120),
        samples.with_lines(Line("a", amount=1), Line("b"), deep, Line("i", amount="約3百")),
        replace(
            samples.sample(),
            groups=tuple(CostGroup(f"t{at}", lines=(Line(f"u{at}", amount=at),)) for at in range(300)),
        ),
    ]
    books = {
        f"book{number}": export(request)
        for number, request in enumerate([*told, *_made_up(costly_examples(4))])
    }
    for name, data in books.items():
        _without_values(data, tmp_path / f"{name}.xlsx")
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx", "--outdir",
         str(tmp_path / "out"), *(str(tmp_path / f"{name}.xlsx") for name in books)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    compared = 0
    for name, data in books.items():
        titles = [FORM_TITLE, *data_sheets(data)]
        recalculated = grids((tmp_path / "out" / f"{name}.xlsx").read_bytes(), titles)
        for title, rows in grids(data, titles).items():
            for number, row in enumerate(rows):
                for column, carried in enumerate(row):
                    if isinstance(carried, int | float):
                        found = recalculated[title][number][column]
                        assert found == pytest.approx(carried, abs=1e-9, rel=1e-14), (name, number, column)
                        compared += 1
    assert compared > 2_000
