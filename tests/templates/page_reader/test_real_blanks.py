"""Made-up sheets whose tables have empty cells as the published pages print them: 人 alone, or nothing at all."""

from __future__ import annotations

import random
from collections import Counter
from fractions import Fraction
from typing import Final, Literal, NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from model.request import place
from model.request.place import EXPENSE, GENERAL
from model.request.request import Assessment, Header, Request
from model.standard.form import SheetForm, fill_year
from model.values.amount import format_amount, round_exact
from templates.readers.page import read_html, read_text
from templates.readers.reading import Reading
from tests.cases import foreign_html
from tests.samples import standard

_Layout = Literal["rows", "cells", "html"]
_COSTS: Final = ("expense", "labour", "total")
_KINDS: Final = (
    ("平成20年度予算", "当初予算", "一般事業", "課長要求", True),
    ("平成23年度", "当初予算", "一般事業(公共事業以外)", "一般事業要求", True),
    ("平成30年度", "当初予算", "一般事業(公共事業以外)", "一般事業調整", True),
    ("平成31年度", "当初予算", "一般事業(公共事業以外)", "一般事業要求", True),
    ("令和5年度", "当初予算", "一般事業(公共事業以外)", "一般事業要求", True),
    ("令和5年度", "当初予算", "一般事業(公共事業以外)", "一般事業要求", False),
    ("令和4年度", "当初予算", "一般事業(公共事業以外)", "一般事業調整", False),
    ("令和3年度", "2月補正予算", "一般事業(公共事業以外)", "一般事業要求", False),
)  # fmt: skip
_HEAD: Final = """現在の位置: 予算編成過程の公開 の {year} の 総務部の新しい事業
{line}
{budget}  {kind}  {stage}      支出科目  款:総務費 項:企画費 目:計画調査費
事業名:

新しい事業

もどる  もどる

総務部 情報政策課 企画担当

{costs}

事業費

{asked}

事業内容

1 概要

本文。

{funding}
"""


class _Row(NamedTuple):
    """A row as it is on the page: its key in the request, its label ("" where it is not printed) and its cells."""

    key: str
    label: str
    cells: list[str]


class _Sheet(NamedTuple):
    """A made-up page: its text above and between the tables, its rows, and its form."""

    head: dict[str, str]
    form: SheetForm
    costs: list[_Row]
    funding: list[_Row]


def _sheet(chance: random.Random) -> _Sheet:
    """A sheet of any form whose figures are right, with cells emptied."""
    line, budget, kind, stage, is_assessed = chance.choice(_KINDS)
    header = Header(
        line.removesuffix("予算"), budget, kind, stage, "総務費", "企画費", "計画調査費", "新しい事業"
    )
    assessment = Assessment("計上", 1) if is_assessed else Assessment()
    form = standard().form_of(Request(header=header, assessment=assessment))
    costs = _cost_rows(chance, form)
    asked = next((row.cells[0] for row in costs if row.key == "request"), "5,000千円")
    previous = next((row.cells[0] for row in costs if row.key == "previous"), "")
    before = f" (前年度予算額 {previous})" if previous and form.page.has_previous else ""
    funding = _funding_rows(chance, form)
    head = {
        "year": line if line.endswith("予算") else f"{line}予算",
        "line": line,
        "budget": budget,
        "kind": kind,
        "stage": stage,
        "asked": f"要求額:{asked}{before} 財源:単県" + (f"\n\n{form.actor}:計上" if is_assessed else ""),
    }
    how = chance.choice(("people", "people", "zeros", "any"))
    return _Sheet(
        head,
        form,
        [_emptied(chance, row, how) for row in costs],
        [_emptied(chance, row, "zeros" if how == "people" else how) for row in funding],
    )


def _cost_rows(chance: random.Random, form: SheetForm) -> list[_Row]:
    staff = standard().staff_of(form)
    rows: list[tuple[str, str, list[int], list[float]]] = []
    for plan in form.page.cost_rows:
        year = form.year.year - (plan.row == "previous")
        counts = [chance.choice((0.0, 0.0, 0.1, 0.5, 1.0, 1.9, 12.4)) for _ in staff]
        expense = chance.choice((0, 0, 794, 5_000, chance.randrange(1, 3_000_000)))
        prices = [category.unit_cost(year) if category.is_costed_in(year) else 0 for category in staff]
        labour = sum(
            round_exact(Fraction(str(count)) * (8_000 if price is None else price), "half_up")
            for count, price in zip(counts, prices, strict=True)
        )
        figures = [expense, labour, expense + labour]
        if plan.people == "sum":
            figures = [sum(row[2][at] for row in rows) for at in range(3)]
            counts = [round(sum(row[3][at] for row in rows), 1) for at in range(len(staff))]
        rows.append((plan.row, fill_year(plan.label, form.year), figures, counts))
    decimals = form.page.people_decimals
    return [
        _Row(key, "" if label == "計" else label, [*(f"{format_amount(figure)}千円" for figure in figures),
             *(f"{count:.{decimals}f}人" for count in counts)])
        for key, label, figures, counts in rows
    ]  # fmt: skip


def _funding_rows(chance: random.Random, form: SheetForm) -> list[_Row]:
    width = len(standard().sources_of(form)) + 1
    found: dict[str, list[int]] = {}
    rows: list[_Row] = []
    for plan in form.page.funding_rows:
        parts = [chance.choice((0, 0, 0, chance.randrange(1, 90_000))) for _ in range(width)]
        cells = [sum(parts), *parts]
        if plan.adds:
            cells = [sum(found[add][at] for add in plan.adds) for at in range(width + 1)]
        found[plan.row] = cells
        rows.append(_Row(plan.row, plan.label, [f"{cell:,}" for cell in cells]))
    return rows


def _emptied(chance: random.Random, row: _Row, how: str) -> _Row:
    """A row with some of its cells empty: those of nobody (人 or nothing), all zeros, or any amount besides.

    A published sheet leaves no cell empty in which somebody is counted.
    """
    cells = list(row.cells)
    if chance.random() < 0.3:
        return row
    alone = chance.choice(("人", ""))
    for at, cell in enumerate(cells):
        is_person, is_zero = cell.endswith("人"), cell.strip("千円人") in ("0", "0.0", "0.00")
        wanted = {"people": is_person and is_zero, "zeros": is_zero, "any": is_zero or not is_person}[how]
        if wanted and chance.random() < (0.25 if how == "any" else 0.6):
            cells[at] = alone if is_person else ""
    return row._replace(cells=cells)


def _text(sheet: _Sheet, layout: _Layout) -> str:
    between = "\n" if layout == "cells" else " "
    staff = [category.label for category in standard().staff_of(sheet.form)]
    head = ["事業費(A)", "人件費(B)", "トータルコスト"]
    costs = [between.join(head), "(A+B)", between.join(staff)] if len(staff) > 1 else [
        between.join(["事業費(A)", "人件費(B)", "トータルコスト(A+B)", *staff])
    ]  # fmt: skip
    costs += [_line(row, between) for row in sheet.costs]
    funding = ""
    if sheet.funding:
        sources = [source.label for source in standard().sources_of(sheet.form)]
        lines = [
            "要求額の財源内訳(単位:千円)\n",
            between.join(["区分", "事業費", "財源内訳"]),
            between.join([*sources, sheet.form.general_label]),
            *(_line(row, between) for row in sheet.funding),
        ]
        funding = "\n".join(lines)
    return _HEAD.format(costs="\n".join(costs), funding=funding, **sheet.head)


def _line(row: _Row, between: str) -> str:
    return between.join(filter(None, (row.label, *row.cells)))


def _read(sheet: _Sheet, layout: _Layout) -> Reading:
    if layout == "html":
        rows = [[row.label, *row.cells] for row in (*sheet.costs, *sheet.funding)]
        return read_html(foreign_html(_text(sheet, "rows"), rows), standard())
    return read_text(_text(sheet, layout), standard())


def _falls(sheet: _Sheet, layout: _Layout) -> Counter[str]:
    """How the cells of a sheet come in: right, asked (listed, and the row's text kept), or wrong in silence."""
    reading = _read(sheet, layout)
    request = reading.request
    narrative = "\n".join(section.text for section in request.sections)
    listed = {entry.text for entry in reading.unread}
    found: Counter[str] = Counter()
    keys = [category.key for category in standard().staff_of(sheet.form)]
    sources = [EXPENSE, *(source.key for source in standard().sources_of(sheet.form)), GENERAL]
    for row in sheet.costs:
        counts: dict[str, str] = getattr(request.headcount, row.key)
        amounts = [request.declared.get(place.cost(row.key, column)) for column in _COSTS]  # type: ignore[arg-type]
        read = [*("" if amount is None else f"{amount:,}千円" for amount in amounts),
                *(f"{counts[key]}人" if counts.get(key) else "" for key in keys)]  # fmt: skip
        found += _compared(row, read, listed, narrative)
    for row in sheet.funding:
        cells: dict[str, object] = getattr(request.funding, row.key, {})
        values = [
            request.declared.get(place.funding(row.key, key)) if key in (EXPENSE, GENERAL) else cells.get(key)  # type: ignore[arg-type]
            for key in sources
        ]
        found += _compared(
            row, ["" if value is None else f"{value:,}" for value in values], listed, narrative
        )
    return found


def _compared(row: _Row, read: list[str], listed: set[str], narrative: str) -> Counter[str]:
    text = _line(row, " ")
    is_asked = any(text in entry or entry.startswith(text[:70]) for entry in listed) and text in narrative
    found: Counter[str] = Counter()
    for printed, now in zip(row.cells, read, strict=True):
        cell = "" if printed == "人" else printed
        found["right" if now == cell else "asked" if is_asked and not now else f"wrong {row} {read}"] += 1
    return found


def _read_costs(*rows: str, line: str = "平成31年度", asked: str = "", staff: str = "") -> Reading:
    """What is read of an assessed page of 当初予算 with some rows of the total-cost table."""
    staff = staff or "正職員 非常勤職員 臨時的任用職員"
    costs = "\n".join(["事業費(A) 人件費(B) トータルコスト", "(A+B)", staff, *rows])
    text = _HEAD.format(
        year="平成31年度予算", line=line, budget="当初予算", kind="一般事業(公共事業以外)", stage="一般事業要求",
        costs=costs, asked=f"要求額:{asked or '5千円'} 財源:単県\n\n一般事業査定:計上", funding="",
    )  # fmt: skip
    return read_text(text, standard())


def _row(reading: Reading) -> list[object]:
    """The row of the request: its amounts in 千円 and its people; None for an empty cell."""
    request = reading.request
    return [
        *(request.declared.get(place.cost("request", column)) for column in _COSTS),
        *(request.headcount.request.get(key) for key in ("regular", "part_time", "temporary")),
    ]


@pytest.mark.parametrize(
    ("cells", "row"),
    [
        ("124,767千円 15,082千円 139,849千円 1.9人 人 人", [124_767, 15_082, 139_849, "1.9", None, None]),
        ("124,767千円 15,082千円 139,849千円 1.9人", [124_767, 15_082, 139_849, "1.9", None, None]),
        ("124,767千円 139,849千円 1.9人 0.0人 0.0人", [124_767, None, 139_849, "1.9", "0.0", "0.0"]),
        ("124,767千円 15,082千円 1.9人 0.0人 0.0人", [124_767, 15_082, None, "1.9", "0.0", "0.0"]),
        ("794千円 794千円 0.0人 0.0人 0.0人", [794, None, 794, "0.0", "0.0", "0.0"]),
        ("794千円 0千円 794千円", [794, 0, 794, None, None, None]),
    ],
)
def test_arithmetic_proves_which_cell_is_empty(cells: str, row: list[object]) -> None:
    """1.9人 × 7,938千円 = 15,082千円 (平成31年度) says which column is which; nobody costs nothing."""
    reading = _read_costs(f"31年度当初予算要求額 {cells}", asked=f"{cells.split()[0]}")
    assert _row(reading) == row
    assert reading.unread == ()


@pytest.mark.parametrize(
    ("cells", "row"),
    [
        ("794千円 0千円 794千円 0.0人", [794, 0, 794, None, None, None]),
        ("5千円 5千円", [5, None, None, None, None, None]),
        ("15,087千円 15,082千円 15,087千円 1.9人 0.5人", [15_087, 15_082, 15_087, "1.9", None, None]),
        ("5千円 0千円 5千円 7千円 0.0人 0.0人 0.0人", [None] * 6),
        ("5千円 0千円 5千円 0.0人 0.0人 0.0人 0.0人", [None] * 6),
    ],
)
def test_where_two_places_are_possible_the_row_is_asked(cells: str, row: list[object]) -> None:
    """Only what is the same in every possible way is taken; the row is listed and stands at the end of the narrative."""
    reading = _read_costs(f"31年度当初予算要求額 {cells}")
    taken = _row(reading)
    assert [entry.text for entry in reading.unread] == [f"31年度当初予算要求額 {cells}"]
    assert reading.request.sections[-1].text.endswith(f"31年度当初予算要求額 {cells}")
    assert all(now in (None, known) for now, known in zip(taken, row, strict=True))


def test_columns_are_those_of_the_headings() -> None:
    """A table whose headings leave 人件費(B) out has its amounts below the others."""
    text = "事業費(A) トータルコスト\n(A+B)\n正職員"
    reading = _read_costs("31年度当初予算要求額 5千円 5千円 0.0人")
    page = _HEAD.format(
        year="平成31年度予算", line="平成31年度", budget="当初予算", kind="一般事業(公共事業以外)", stage="一般事業要求",
        costs=f"{text}\n31年度当初予算要求額 5千円 5千円 0.0人", asked="要求額:5千円\n\n一般事業査定:計上", funding="",
    )  # fmt: skip
    assert reading.unread
    assert _row(read_text(page, standard())) == [5, None, 5, "0.0", None, None]


_LATER: Final = """要求額の財源内訳(単位:千円)

区分 事業費 財源内訳
国庫支出金 使用料・手数料 寄附金 分担金・負担金 起債 財産収入 その他 一般財源
既整理額 100 10 0 0 0 0 0 0 90
保留要求額 3 0 0 0 0 0 0 0 3
復活要求額 {revived}
追加要求額 0 0 0 0 0 0 0 0 0
保留・復活・追加 要求額 210 7 0 0 0 100 0 0 103
要求総額 310 17 0 0 0 100 0 0 193
"""


@pytest.mark.parametrize(
    ("revived", "bonds", "unread"),
    [("207 7 100 100", 100, 0), ("207 7 0 100 100", None, 1), ("207 107 100", None, 1)],
)
def test_rows_that_are_summed_prove_a_source(revived: str, bonds: int | None, unread: int) -> None:
    """復活 is what 保留・復活・追加 leaves of each source; where a 0 has several places the row is asked."""
    text = _HEAD.format(
        year="令和4年度予算", line="令和4年度", budget="当初予算", kind="一般事業(公共事業以外)", stage="一般事業調整",
        costs="", asked="要求額:210千円", funding=_LATER.format(revived=revived),
    )  # fmt: skip
    reading = read_text(text, standard())
    assert reading.request.funding.revived.get("bonds") == bonds
    assert len(reading.unread) == unread
    assert not unread or reading.request.sections[-1].text.endswith(f"復活要求額 {revived}")


@example(2055, "rows")  # three rows of two tables are kept: together they are no table of the narrative
@example(821, "html")
@given(st.integers(0, 10**9), st.sampled_from(("rows", "cells", "html")))
def test_no_figure_is_shifted_in_silence(seed: int, layout: _Layout) -> None:
    """Of any sheet each cell stands in its own column, or its row is listed and kept; as HTML every cell is right."""
    falls = _falls(_sheet(random.Random(seed)), layout)  # noqa: S311
    assert falls.keys() <= ({"right"} if layout == "html" else {"right", "asked"})


@pytest.mark.parametrize("layout", ["rows", "cells"])
def test_most_cells_are_proven(layout: _Layout) -> None:
    """Of 40 such sheets more than two thirds of the cells are right although their rows have lost others."""
    falls: Counter[str] = Counter()
    for seed in range(40):
        falls += _falls(_sheet(random.Random(seed)), layout)  # noqa: S311
    assert falls.keys() == {"right", "asked"}
    assert falls["right"] > 2 * falls["asked"]
