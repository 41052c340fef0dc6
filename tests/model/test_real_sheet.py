"""The published sheet of 平成31年度: every figure on it is held by at least one other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from model.edits.fields import set_value, value_at
from model.request import place
from model.request.lines import walk
from model.request.place import Place
from model.request.request import Line
from model.standard.standard import Standard
from model.values.amount import Amount
from tests.samples import (
    COST_COLUMNS,
    OF_THE_REAL_SHEET,
    declared_sample,
    facts,
    findings,
    funding_columns,
    rule_and_kind,
    sample,
    snapshot,
    standard,
)
from tests.sheet_rows import FUNDING_ROWS, SHEET_ROWS

# A figure that is on the sheet, its place, and the places of the sums it goes into.
Figure = tuple[str, int, Place, list[Place]]


def printed_lines() -> Iterator[tuple[Line, str, int | None, int | None, list[str]]]:
    """Each line of the sample with the text and both figures that the page prints, and the ids above it."""
    for group, table in zip(sample().groups, facts()["cost_tables"], strict=True):
        printed = [row for entry in table["lines"] for row in _rows(entry)]
        above = {part.id: line.id for line in group.lines for part, _ in walk(line.parts)}
        for (line, _), (text, previous, amount) in zip(walk(group.lines), printed, strict=True):
            yield line, text, previous, amount, [*filter(None, [above.get(line.id)]), group.id]


def _rows(
    entry: list[object] | dict[str, list[list[object]]],
) -> Iterator[tuple[str, int | None, int | None]]:
    if isinstance(entry, dict):
        for heading, parts in entry.items():
            yield heading, None, None
            for part in parts:
                yield part[0], part[1], part[2]  # type: ignore[misc]
        return
    amount = None if isinstance(entry[-1], dict) else entry[2]
    yield entry[0], entry[1], amount  # type: ignore[misc]
    if isinstance(entry[-1], dict):
        for part in entry[-1]["parts"]:
            yield part[0], None, part[1]


def printed_figures() -> Iterator[Figure]:
    """Every figure of the page: cost rows, request line, 査定, lines, parts, 合計, both funding tables."""
    for row, (label, *figures) in zip(SHEET_ROWS, facts()["total_cost"]["rows"], strict=True):
        for column, figure in zip(COST_COLUMNS, figures, strict=False):
            yield f"{label} {column}", figure, f"cost/{row}/{column}", [f"cost/{row}/total"]
    yield "要求額", facts()["request"]["要求額"], place.REQUEST_AMOUNT, []
    yield "前年度予算額", facts()["request"]["前年度予算額"], place.REQUEST_PREVIOUS, []
    yield "計上額", facts()["assessment"]["計上額"], place.ASSESSED_AMOUNT, ["funding/assessed/expense"]
    for line, text, *figures, above in printed_lines():
        for year, figure in zip(place.YEARS, figures, strict=True):
            if figure is not None:
                sums = [place.line(each, year) for each in above[:-1]] + [place.group(above[-1], year)]
                yield f"{text} {year}", figure, place.line(line.id, year), sums
    yield "システム保守運用経費 amount", 7_040, place.line("line-4-1", "amount"), []
    for group, table in zip(sample().groups, facts()["cost_tables"], strict=True):
        for year, total in zip(place.YEARS, table["合計"], strict=True):
            yield f"{group.title} 合計 {year}", total, place.group(group.id, year), []
    rows = facts()["funding"]["rows"] + facts()["finance"]["rows"]
    for key, (label, *figures) in zip(FUNDING_ROWS, rows, strict=True):
        for column, figure in zip(funding_columns(), figures, strict=True):
            yield f"{label} {column}", figure, place.funding(key, column), [place.funding(key, place.GENERAL)]


FIGURES = list(printed_figures())
PEOPLE = [
    (row, category, count)
    for row, (*_, regular, part_time, temporary) in zip(
        SHEET_ROWS, facts()["total_cost"]["rows"], strict=True
    )
    for category, count in (("regular", regular), ("part_time", part_time), ("temporary", temporary))
]


def test_facts_are_those_of_the_page() -> None:
    """The copied figures are told in 9 cells of cost, 9 of people, 3 lines, 28 of tables, 10 totals and 45 of funding."""
    assert len(FIGURES) == 9 + 3 + 28 + 10 + 45
    assert len(PEOPLE) == 9


@pytest.mark.parametrize(("name", "figure", "where", "sums"), FIGURES, ids=[each[0] for each in FIGURES])
def test_sample_holds_the_printed_figure(name: str, figure: int, where: Place, sums: list[Place]) -> None:
    """The declared sample has at each place the figure that the page prints there."""
    assert value_at(declared_sample(), where) == figure


@pytest.mark.parametrize(("name", "figure", "where", "sums"), FIGURES, ids=[each[0] for each in FIGURES])
def test_no_figure_can_be_wrong_by_one_unseen(
    name: str, figure: int, where: Place, sums: list[Place]
) -> None:
    """A figure of the fully typed sheet that is off by 1千円 is found at its place or at the sum it goes into.

    What is copied from last year's sheet is 注意, everything else 誤り.
    """
    severity = "warning" if where in ("cost/previous/labour", "cost/previous/total") else "error"
    for wrong in (figure + 1, figure - 1):
        found = findings(set_value(declared_sample(), where, wrong))
        assert {finding.place for finding in found if finding.severity == severity} & {where, *sums}


@pytest.mark.parametrize("by", ["+0.1", "+1"])
@pytest.mark.parametrize(("row", "category", "count"), PEOPLE)
def test_no_count_of_people_can_be_wrong_unseen(row: str, category: str, count: str, by: str) -> None:
    """One person, or a tenth, too many is found: by 人件費 for 正職員, by the note of rule 9 for those without a price."""
    where = f"headcount/{row}/{category}"
    wrong = f"{float(count) + float(by):.1f}"
    found = findings(set_value(declared_sample(), where, wrong))
    expected = f"cost/{row}/labour" if category == "regular" else where
    assert expected in {finding.place for finding in found}


def with_unit_cost(year: int, price: int) -> Standard:
    """The Standard with another price of a 正職員 in a year."""
    regular, *others = standard().staff_categories
    assert regular.unit_costs[str(year)] != price
    changed = replace(regular, unit_costs={**regular.unit_costs, str(year): price})
    return replace(standard(), staff_categories=[changed, *others])


@pytest.mark.parametrize(
    ("year", "price", "rows"),
    [
        (2019, 7_937, {"assessed", "request"}),
        (2019, 7_939, {"assessed", "request"}),
        (2018, 7_944, {"previous"}),
    ],
)
def test_no_unit_labour_cost_can_be_wrong_by_one_unseen(year: int, price: int, rows: set[str]) -> None:
    """With a price off by 1千円 the printed 人件費 no longer fit (7,946 alone also gives 3,973 for 0.5人)."""
    found = [
        each
        for each in findings(declared_sample(), under=with_unit_cost(year, price))
        if each.rule in ("8", "8-copied")
    ]
    assert {finding.place for finding in found} == {f"cost/{row}/labour" for row in rows}


def test_unit_labour_costs_are_those_of_the_page() -> None:
    """平成31年度 7,938千円 and 平成30年度 7,945千円, rounded 四捨五入."""
    known = facts()["unit_labour_cost"]
    regular = standard().staff_in(2019)[0]
    assert regular.label == "正職員"
    assert regular.unit_cost(2019) == known["平成31年度 正職員"]
    assert regular.unit_cost(2018) == known["平成30年度 正職員"]
    assert (standard().rounding_in(2019).labour_cost, known["rounding"]) == ("half_up", "四捨五入")


def test_sheet_as_shipped_has_no_finding() -> None:
    """The real sheet's figures are right; what is to be said of it is said of its 査定, and is no more than 注意."""
    found = snapshot(sample()).findings.all
    assert set(map(rule_and_kind, found)) == OF_THE_REAL_SHEET
    assert [finding.severity for finding in found] == ["warning", "warning"]
    assert findings(sample()) == []


def test_fully_typed_sheet_has_no_finding() -> None:
    """The figures that the page prints are those that the program derives."""
    assert findings(declared_sample()) == []


def test_every_derivable_figure_is_declared() -> None:
    """In the fully typed sheet no figure of the tables is left to the program but the heading line's."""
    totals = snapshot(declared_sample()).totals
    figures = [totals.amount, totals.previous]
    figures += [group.of(year) for group in totals.groups for year in place.YEARS]
    figures += [row.of(column) for row in totals.cost_rows.values() for column in COST_COLUMNS]
    figures += [row.general for row in totals.funding_rows.values()]
    assert all(figure.is_declared and not figure.differs for figure in figures)


@pytest.mark.parametrize(("name", "figure", "where", "sums"), FIGURES, ids=[each[0] for each in FIGURES])
def test_shipped_sheet_derives_the_printed_figure(
    name: str, figure: int, where: Place, sums: list[Place]
) -> None:
    """Without any total typed, the program shows what the page prints; 保留 and 別途 stay blank until typed."""
    expected: Amount = figure
    if where.startswith(("funding/held", "funding/separate")) or (
        figure == 0 and where.startswith("funding/")
    ):
        expected = None
    assert _shown(where) == expected


def _shown(where: Place) -> Amount:
    totals = snapshot(sample()).totals
    kind, part, *rest = where.split("/")
    match kind, rest:
        case "request", []:
            return (totals.amount if part == "amount" else totals.previous).shown
        case "cost", [column]:
            return totals.cost_rows[part].of(column).shown  # type: ignore[index,arg-type]
        case "funding", ["expense" | "general" as column]:
            figures = totals.funding_rows[part]  # type: ignore[index]
            return (figures.expense if column == "expense" else figures.general).shown
        case "group", [year]:
            return next(each for each in totals.groups if each.group.id == part).of(year).shown  # type: ignore[arg-type]
        case "line", [year]:
            (line,) = (
                each
                for group in totals.groups
                for top in group.lines
                for each in (top, *top.parts)
                if each.line.id == part
            )
            return line.of(year).shown  # type: ignore[arg-type]
        case _:
            return value_at(sample(), where)


def test_cut_is_what_the_page_leaves_unsaid() -> None:
    """要求額 − 計上額 = 479: 370 is named in 財政課処理欄, 109 of the システム改修経費 is printed nowhere."""
    cuts = facts()["finance"]["cuts"]
    named = cuts["named in 財政課処理欄"]["セキュリティ研修開催経費"]
    assert snapshot(sample()).totals.cut == cuts["total"] == named + 109


def test_texts_are_those_of_the_page() -> None:
    """Head, contact, table titles, line texts and results are the words of the page."""
    header, contact, printed = sample().header, sample().contact, facts()["header"]
    assert (header.fiscal_year, header.budget, header.business_class, header.stage, header.name) == (
        printed["fiscal_year"],
        printed["budget"],
        printed["class"],
        printed["stage"],
        printed["事業名"],
    )
    assert (header.subject_kan, header.subject_kou, header.subject_moku) == (
        printed["款"],
        printed["項"],
        printed["目"],
    )
    assert (contact.department, contact.section, contact.team, contact.phone, contact.email) == (
        printed["部局"],
        printed["課"],
        printed["担当"],
        printed["電話番号"],
        printed["E-mail"],
    )
    assert [group.title for group in sample().groups] == [table["title"] for table in facts()["cost_tables"]]
    assert all(line.text == text for line, text, *_ in printed_lines())
    assert (sample().funding_words, sample().assessment.result) == (
        facts()["request"]["財源"],
        facts()["assessment"]["結果"],
    )
