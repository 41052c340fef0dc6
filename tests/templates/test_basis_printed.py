"""Calculations (積算) on the page and in the workbook: their words, their results, live formulas and comments."""

from __future__ import annotations

from io import BytesIO

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from model.document.document import take_snapshot
from model.request.request import Header, Line, Request
from templates.page import html
from templates.sheet.cost_tables import shown_remark
from tests import samples
from tests.samples import ROOT, set_value, standard, with_lines
from tests.templates.workbooks import Page, export, records


def page(request: Request) -> str:
    """The published page of a request."""
    return html.render(samples.snapshot(request), ROOT / "templates" / "standards" / "tottori")


def line(basis: str, amount: int | None = None) -> Request:
    """A request of one line with a basis."""
    return with_lines(Line("l", "研修会場", 200, amount, "3会場", basis))


@pytest.mark.parametrize(
    ("basis", "amount", "printed"),
    [
        ("20845円*11か月", None, "20,845円×11か月＝230千円"),
        ("24,900円×89人=2,217千円", None, "24,900円×89人＝2,217千円"),
        ("2,063千円×0.25", 515, "2,063千円×0.25"),  # the figure stands against it: no result is claimed
        ("46,296,354円", None, "46,296,354円"),
        (
            "報酬 130千円×12月\n手当 31千円+34千円",
            None,
            "報酬 130千円×12か月＝1,560千円\n手当 31千円＋34千円＝65千円\n計 1,625千円",
        ),
        (
            "報酬 5千円×2\n手当 3千円\n計13千円",
            None,
            "報酬 5千円×2\n手当 3千円\n計 13千円",
        ),  # the writer's own total
        (  # written, a lone figure, or not whole 円: no result of its own
            "報酬 130千円×12月=1,560千円\n手当 31千円\n報酬÷7",
            None,
            "報酬 130千円×12か月＝1,560千円\n手当 31千円\n報酬÷7\n計 1,814千円",
        ),
        ("報酬 20,845円×11月\n手当 1円", None, "報酬 20,845円×11か月＝229.295千円\n手当 1円\n計 230千円"),
        ("報酬 130千円×12月\n手当 31千円+34千円", 9, "報酬 130千円×12か月\n手当 31千円＋34千円"),
        ("△20,000円×3", None, "△20,000円×3＝△60千円"),
        ("5千円+5千円\n△20,000円×3", None, "5千円＋5千円＝10千円\n△20,000円×3＝△60千円\n計 △50千円"),
        ("20千円×", None, "20千円×"),  # what cannot be read is printed as typed
    ],
)
def test_basis_is_printed_as_the_published_pages_print_it(
    basis: str, amount: int | None, printed: str
) -> None:
    """The calculation stands above the remark with the figure of its line as its result."""
    text = page(line(basis, amount))
    assert f'<span class="basis typed">{printed}</span><br><span class="typed">3会場</span>' in text


def test_mark_stands_before_the_words() -> None:
    """A line's mark is printed before its words, and apart from them for a reader of the page."""
    request = set_value(line("5千円"), "line/l/mark", "new")
    assert '<span class="mark">【新規】</span><span class="typed">研修会場</span>' in page(request)


def form_cell(request: Request, words: str) -> tuple[object, object, str]:
    """Formula, cached value and comment of the amount in the row of a word on the printed sheet."""
    data = export(request)
    formulas = load_workbook(BytesIO(data))["要求書"]
    values = load_workbook(BytesIO(data), data_only=True)["要求書"]
    (row,) = (cell.row for cell in formulas["A"] if cell.value == words)
    comment = formulas.cell(row, 5).comment
    return formulas.cell(row, 5).value, values.cell(row, 5).value, comment.text if comment else ""


@pytest.mark.parametrize(
    ("basis", "formula", "value", "comment"),
    [
        ("20,845円×11か月", "=ROUNDUP(ROUND(20845*11/1000,6),0)", 230, "229.295 → 230（切上げ）"),
        ("20千円×100施設", "=20*100", 2_000, ""),
        (
            "2,063千円×0.25=515千円",
            "=ROUNDDOWN(ROUND(2063*0.25,6),0)",
            515,
            "515.75 → 515（切捨て）",
        ),
        ("24,900円×89人=2,217千円", "=ROUNDUP(ROUND(24900*89/1000,6),0)", 2_217, "2,216.1 → 2,217（切上げ）"),
        ("2,063千円×0.25≒515千円", "=515", 515, "515.75 → 515（切捨て）"),
    ],
)
def test_live_formula_with_its_value(basis: str, formula: str, value: int, comment: str) -> None:
    """Excel works the line out by itself; the file carries the value, and a comment says how it was rounded."""
    assert form_cell(line(basis), "研修会場") == (formula, value, comment)


def test_figure_typed_against_its_basis_is_a_value() -> None:
    """A typed figure is what the sheet says; no formula gives it, and its comment is of the calculation."""
    assert form_cell(line("2,063千円×0.25", 515), "研修会場") == (515, 515, "計算では 515.75 → 516（切上げ）")


def test_flat_sheet_has_basis_value_and_rounding() -> None:
    """経費明細 holds the calculation, what it gives before the rounding, and how it was rounded; 単価 the prices used."""
    request = replace(line("普通旅費×11回"), prices={"普通旅費": "20,845円"})
    (row,) = records(export(request), "経費明細")
    assert (row["積算"], row["積算の値(千円)"], row["端数処理"]) == ("普通旅費×11回", 229.295, "切上げ")
    assert row["要求額の由来"] == "積算"
    assert [(record["名前"], record["単価"]) for record in records(export(request), "単価")] == [
        ("普通旅費", "20,845円")
    ]


def test_flat_sheet_names_no_rounding_of_a_typed_figure() -> None:
    """515 typed against 515.75 is the writer's figure: no rule of rounding gave it."""
    (row,) = records(export(line("2,063千円×0.25", 515)), "経費明細")
    assert (row["要求額(千円)"], row["積算の値(千円)"], row["端数処理"]) == (515, 515.75, "")


def test_labour_cost_says_how_it_came_about() -> None:
    """The cell of 人件費 carries people × price and the rounding as its comment."""
    book = load_workbook(BytesIO(export(samples.sample())))["要求書"]
    comments = [cell.comment.text for row in book.iter_rows() for cell in row if cell.comment]
    assert "正職員 1.9人×7,938千円＝15,082.2 → 15,082（四捨五入）" in comments


def test_table_says_how_its_calculations_were_rounded() -> None:
    """Below a table in which a calculation did not come out in whole 千円 the rule is named, once; else nothing is."""
    assert page(line("20,845円×11か月")).count("※積算の千円未満は切上げ") == 1
    assert "※積算の千円未満" not in page(line("20千円×11か月"))
    assert "※積算の千円未満" not in page(line("20,845円×11か月", 229))  # typed against it


@pytest.mark.parametrize("other", ["2,063千円×0.25=515千円", "969,950千円+1円＝969.9百万円"])
def test_a_table_with_another_rounding_names_no_rule(other: str) -> None:
    """The rule is not claimed for a table in which a writer rounded a line, or a part of one, by another."""
    live = Line("l", "研修会場", 200, basis="20,845円×11か月")
    cut = Line("m", "清掃", basis=other)
    assert "※積算の千円未満" not in page(with_lines(live, cut))
    assert "※積算の千円未満" not in page(with_lines(live, Line("n", "管理", parts=(cut,))))
    by_the_rule = Line("m", "清掃", basis="2,063千円×0.25=516千円")
    assert page(with_lines(live, by_the_rule)).count("※積算の千円未満は切上げ") == 1


PRICES = {"普通旅費": "3000円", "講師謝金": "8,000円(税抜)"}


@pytest.mark.parametrize(
    ("basis", "amount", "printed"),
    [
        ("20,000円(税抜)×6か月", None, "20,000円(税抜)×6か月＝130千円（消費税8%を加算）"),
        ("20,000円(税抜)×6か月=130千円", None, "20,000円(税抜)×6か月＝130千円（消費税8%を加算）"),
        ("20,000円(税抜)×6か月", 120, "20,000円(税抜)×6か月"),  # no result, nothing added to it
        ("20,000円(税込)×6か月", None, "20,000円(税込)×6か月＝120千円"),
        ("(20,000円(税抜)+1円)×2", None, "(20,000円(税抜)＋1円)×2＝44千円（消費税8%を加算）"),
        ("普通旅費×12回", None, "普通旅費×12回＝36千円（普通旅費 3,000円）"),
        ("普通旅費×12回", 40, "普通旅費×12回（普通旅費 3,000円）"),
        (
            "講師謝金×3回+普通旅費",
            None,
            "講師謝金×3回＋普通旅費＝29千円（講師謝金 8,000円(税抜)、普通旅費 3,000円、消費税8%を加算）",
        ),
        (
            "旅費：普通旅費×2回\n謝金：講師謝金×2",
            None,
            "旅費：普通旅費×2回＝6千円\n謝金：講師謝金×2＝17.28千円\n計 24千円（普通旅費 3,000円、講師謝金 8,000円(税抜)、消費税8%を加算）",
        ),
    ],
)
def test_tax_and_prices_are_told_after_the_result(basis: str, amount: int | None, printed: str) -> None:
    """What is not in the words of a calculation stands after it: on the page, on the screen, in the workbook."""
    inner = Line("l", "研修会場", None, amount, "", basis)
    request = replace(with_lines(Line("w", "4月〜9月", parts=(inner,))), prices=PRICES)
    snapshot = take_snapshot(request, standard())
    assert f'<span class="basis typed">{printed}</span>' in page(request)
    assert shown_remark(snapshot.totals.groups[0].lines[0].parts[0], snapshot) == printed
    book = load_workbook(BytesIO(export(request)))["要求書"]
    assert printed in [cell.value for row in book.iter_rows() for cell in row]


@pytest.mark.parametrize(
    ("words", "basis", "printed"),
    [
        ("10月〜3月", "20,000円(税抜)×6か月", "＝132千円（消費税10%を加算）"),
        ("10月〜3月", "20,000円(税抜、経過措置)×6か月", "＝130千円（消費税8%を加算）"),
        ("10月〜3月（経過措置）", "20,000円(税抜)×6か月", "＝130千円（消費税8%を加算）"),
        (
            "10月〜3月",
            "10,000円(税抜)+20,000円(税抜、経過措置)",
            "＝33千円（消費税10%・8%を加算）",
        ),
    ],
)
def test_the_rate_is_that_of_the_months(words: str, basis: str, printed: str) -> None:
    """The rate told is the one the figure was worked out with, that of transitional contracts where it is kept."""
    assert f"{printed}</span>" in page(with_lines(Line("l", words, basis=basis)))


def test_change_is_blank_where_a_calculation_gives_nothing() -> None:
    """A calculation that cannot be worked out is not 0: the workbook claims no 増減, as the window does not."""
    request = with_lines(Line("l", "研修会場", 1, basis="未知×3"), Line("m", "清掃", 5, basis="2千円×2"))
    for values, changes in ((True, [None, -1]), (False, [None, "=E{row}-D{row}"])):
        form = Page(export(request), values=values)
        for words, change in zip(("研修会場", "清掃"), changes, strict=True):
            row = form.row(words)
            wanted = change.format(row=row) if isinstance(change, str) else change
            assert form.sheet.cell(row, 6).value == wanted


def test_calculation_of_a_funding_source_is_printed_below_its_table() -> None:
    """A worked-out source names its calculation below the 財源内訳, and Excel works it out in its cell."""
    request = replace(line("42,433千円"), bases={"funding/request/national": "42,433千円×1/2"})
    note = "要求額の国庫支出金: 42,433千円×1/2＝21,216千円（切捨て）"
    assert note in page(request)
    book = load_workbook(BytesIO(export(request)))["要求書"]
    cells = [cell.value for row in book.iter_rows() for cell in row]
    assert note in cells
    assert "=ROUNDDOWN(ROUND(42433*1/2,6),0)" in cells


def test_tax_that_is_a_factor_is_not_said_again() -> None:
    """「(税抜)」 alone says which rate was added; beside 「×1.10」 the calculation says it itself."""
    request = replace(line("20,000円(税抜)×6月"), header=Header(fiscal_year="令和3年度"))
    assert "20,000円(税抜)×6か月＝132千円（消費税10%を加算）" in page(request)
    request = replace(line("20,000円(税抜)×6月×1.10"), header=Header(fiscal_year="令和3年度"))
    assert "20,000円(税抜)×6か月×1.10＝132千円<" in page(request)
