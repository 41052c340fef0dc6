"""Books of several tabs: a summary with its details, the same table twice, last year's, another 事業, instructions."""

from __future__ import annotations

from dataclasses import replace

from tests.templates.readers.layouts.book import Book, Tab
from tests.templates.readers.layouts.expected import Expected, Wanted
from tests.templates.readers.layouts.known import Group, Known, Row, known, total
from tests.templates.readers.layouts.laying import Table, words_of
from tests.templates.readers.layouts.layout import Layout


def add_tabs(layout: Layout, request: Known, book: Book, expected: Expected) -> tuple[Book, Expected]:
    """The book with the tabs that the layout names."""
    main = book.tabs[0]
    kinds = layout.tabs.split("+")
    for kind in kinds:
        if kind == "instructions":
            book.tabs.insert(0, _words("記入要領", layout, request, _INSTRUCTIONS))
        elif kind == "empty":
            book.tabs.append(Tab("Sheet2"))
        elif kind == "unit":
            book.tabs.insert(
                0, _words("共通事項", layout, request, f"この様式の金額は、すべて{layout.unit}単位です。")
            )
        elif kind == "unit_note":
            book.tabs.insert(0, _words("表紙", layout, request, f"{{d}}　{{s}}\n（単位：{layout.unit}）"))
        elif kind == "cover":
            main.title = "内訳"
            book.tabs.insert(
                0, _words("表紙", layout, request, "令和{y}年度当初予算要求書\n事業名|{n}\n担当課|{s}")
            )
        elif kind == "twice":
            book.tabs.append(replace(main, title="提出用"))
        elif kind == "last_year":
            old = replace(request, year=request.year - 1, groups=tuple(map(_year_before, request.groups)))
            main.title = f"R{request.year}"
            book.tabs.append(Table(layout, old, f"R{request.year - 1}").tab)
        elif kind in ("two_projects", "two_projects_unnamed"):
            other = known(request.year * 11 + len(request.name), layout.groups)
            while other.name == request.name:
                other = known(total(other.rows), layout.groups)
            other = replace(other, year=request.year)
            main.title, title = (request.name, other.name) if kind == "two_projects" else ("1", "2")
            book.tabs.append(Table(layout, other, title).tab)
        elif kind in ("summary_first", "summary_last"):
            expected = _with_summary(layout, request, book, expected, first=kind == "summary_first")
        elif kind == "details":
            expected = _with_details(layout, request, book, expected)
        elif kind == "detail_of_one":
            expected = _with_details(layout, request, book, expected, only=1)
            printed = {str(cell.value) for tab in book.tabs for cell in tab.cells.values()}
            expected = replace(expected, words=tuple(word for word in expected.words if word in printed))
    return book, expected


_INSTRUCTIONS = (
    "記入要領\n1|要求額は千円単位で記入してください。\n2|前年度予算額には当初予算額を記入してください。\n"
    "3|合計欄には計算式が入っています。\n例|会場借上料|1,200千円"
)


def _words(title: str, layout: Layout, request: Known, text: str) -> Tab:
    tab = Tab(title)
    for row, line in enumerate(words_of(text, request).split("\n"), start=1):
        for column, word in enumerate(line.split("|"), start=1):
            tab.put(row, column, word)
    return tab


def _year_before(group: Group) -> Group:
    """The lines as last year's request had them, with figures of their own for the year before that."""
    rows = [row for row in group.rows if row.previous is not None]
    return replace(
        group, rows=tuple(Row(row.text, row.previous, (row.previous or 0) // 4_000 * 1_000) for row in rows)
    )


def _summed(group: Group) -> Row:
    name = group.object_class.split(" ", 1)[1]
    return Row(name, total(group.rows), total(group.rows, "previous"))


def _with_summary(layout: Layout, request: Known, book: Book, expected: Expected, *, first: bool) -> Expected:
    """A tab with a line for each 節, whose lines are the table of the other tab."""
    rows = tuple(_summed(group) for group in request.groups)
    summary = replace(request, groups=(Group(request.groups[0].object_class, rows),))
    table = Table(replace(layout, tabs="", subtotal=None, group_heading="", parts=""), summary, "総括")
    book.tabs[0].title = "内訳"
    book.tabs.insert(0 if first else 1, table.tab)
    lines = list(expected.readings[0])
    nested: list[Wanted] = []
    for group, line in zip(request.groups, table.wanted, strict=True):
        nested.append(replace(line, optional=True))
        nested += [lines.pop(0) for _ in group.rows]
    return replace(expected, readings=(tuple(table.wanted), tuple(nested)))


def _with_details(
    layout: Layout, request: Known, book: Book, expected: Expected, only: int | None = None
) -> Expected:
    """The first tab has a line for each 節, and each of them (or one) has a tab with its lines."""
    rows = tuple(_summed(group) for group in request.groups)
    summary = replace(request, groups=(Group(request.groups[0].object_class, rows),))
    plain = replace(layout, tabs="", subtotal=None, group_heading="", parts="")
    first = Table(plain, summary, "総括")
    book.tabs[0] = first.tab
    nested: list[Wanted] = []
    details: list[Wanted] = []
    for index, (group, row) in enumerate(zip(request.groups, rows, strict=True)):
        line = Wanted((row.text,), row.amount, row.previous)
        if only is not None and index != only:
            nested.append(line)
            details.append(line)
            continue
        own = Table(
            replace(plain, title="", request_line=""),
            replace(request, groups=(group,)),
            f"{row.text}内訳"[:31],
        )
        book.tabs.append(own.tab)
        nested += [line, *own.wanted]
        details += own.wanted
    return replace(expected, readings=(tuple(first.wanted), tuple(nested), tuple(details)))
