"""Made-up requests and edits for the properties that hold for any of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from hypothesis import strategies as st
from msgspec.structs import fields, replace

from model.edits import section_tables as tables_of_text
from model.edits import structure
from model.edits.fields import set_value, type_text
from model.edits.paste import LINE_COLUMNS, paste_lines
from model.request.grounds import Answer, Cut, FundingTerm
from model.request.lines import walk
from model.request.multi_year import AnnualAmount, Commitment, CommitmentYear, ContinuingExpense
from model.request.parts import delete_part
from model.request.request import (
    COMPONENTS,
    AsPrinted,
    Assessment,
    Contact,
    CostGroup,
    Funding,
    Headcount,
    Header,
    Line,
    Request,
    Section,
)
from model.request.section_table import SectionTable, TableColumn, TableRow
from model.request.source_question import SourceQuestion
from model.request.sticky_note import StickyNote
from model.values.amount import MAX_DIGITS, Amount
from tests.samples import funding_columns, standard
from tests.sheet_rows import FUNDING_ROWS, SHEET_ROWS

# What a file can hold: any character but lone surrogates, which are no text.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
amounts: st.SearchStrategy[Amount] = st.one_of(
    st.none(), st.integers(-(10**MAX_DIGITS) + 1, 10**MAX_DIGITS - 1), st.sampled_from(["約3百", "1.5"])
)
bases = st.sampled_from(
    [
        "",
        "",
        "20,845円×11か月",
        "5千円×3=15千円",
        "3,488千円",
        "1÷0",
        "2千円×(",
        "(税抜)×",
        "旅費×3回",
        "報酬 5千円×2\n手当 1千円",
        "会場×2回",
        "20,000円×3（税抜）",
    ]
)
_object_classes = st.sampled_from(["", "", "12 委託料", "10 需用費/消耗品費", "7 賃金", "工事"])
_marks = st.sampled_from(["", "", "new", "ended"])
_counts = st.sampled_from(["", "0.0", "0.5", "1.9", "62", "二人"])
_staff = [category.key for category in standard().staff_categories]
_sources = [source.key for source in standard().funding_sources]
_years = st.sampled_from(["平成31年度", "R1", "R9", "2020", "H20", "H24", "来年"])
_budgets = st.sampled_from(["", "当初予算", "2月補正予算", "10月専決予算"])
_classes = st.sampled_from(["", "一般事業", "特別会計", "企業会計"])
_stages = st.sampled_from(["", "課長要求", "一般事業調整", "その他調整", "知事要求"])
_sheets = st.sampled_from(["", "", "", "oldest", "commitment", "continuing", "carry_over"])
_owed_years = st.sampled_from(["5年度", "R8", "", "来年"])
_COST_ROWS: Final = [field.name for field in fields(Headcount)]
_MONEY_ROWS: Final = [field.name for field in fields(Funding)]
_DECLARED: Final = [
    "request/amount", "request/previous",
    *(f"cost/{row}/{column}" for row in _COST_ROWS for column in ("expense", "labour", "total")),
    *(f"funding/{row}/{column}" for row in _MONEY_ROWS for column in ("expense", "general")),
]  # fmt: skip
_WORDS: Final = [
    "header/year_line", "header/breadcrumb", "assessment/actor", "request/label", "funding/general",
    "title/comment", "title/finance", "title/components",
    *(f"cost/{row}" for row in _COST_ROWS), *(f"funding/{row}" for row in _MONEY_ROWS),
]  # fmt: skip
_LEFT_OUT: Final = [
    "cost", "funding", "finance", "comment", *(f"cost/{row}" for row in _COST_ROWS),
    *(f"{table}/{row}" for table in ("funding", "finance") for row in _MONEY_ROWS),
]  # fmt: skip


class _Kinds(NamedTuple):
    """What lines and commitments are drawn from. Made once, as all below: to make a strategy costs more than to draw from it."""

    text: st.SearchStrategy[str]
    amount: st.SearchStrategy[Amount]
    heading: st.SearchStrategy[bool]
    period: st.SearchStrategy[str]
    contract: st.SearchStrategy[str]
    decided: st.SearchStrategy[str]


def _kinds(
    text: st.SearchStrategy[str], amount: st.SearchStrategy[Amount], heading: st.SearchStrategy[bool]
) -> _Kinds:
    period = text | st.sampled_from(["H32〜H35", "5年度から10年度まで"])
    contract = st.sampled_from(["", "R3.4〜R5.3"]) | text
    return _Kinds(text, amount, heading, period, contract, st.sampled_from(["", "R2.11"]) | text)


_booleans = st.booleans()
_ANY: Final = _kinds(texts, amounts, _booleans)
_PLAIN: Final = _kinds(st.just("文"), st.just(1), st.just(False))
_up_to: Final = {most: st.integers(0, most) for most in (1, 2, 3, 4)}
_money = st.dictionaries(st.sampled_from(_sources), amounts, max_size=3)
_owed_money = st.dictionaries(st.sampled_from([*_sources, "general"]), amounts, max_size=3)
_annual_money = st.dictionaries(st.sampled_from(["expense", *_sources, "general"]), amounts, max_size=3)
_commitment_kinds = st.sampled_from(["requested", "set"])
_frames = st.sampled_from(["content", "results"])
_headings = texts | st.sampled_from(["事業概要", "1 概要", "2 概要", "(1)概要", " 概要"])
_people = st.dictionaries(st.sampled_from(_staff), _counts, max_size=3)
_declared = st.dictionaries(st.sampled_from(_DECLARED), amounts, max_size=3)
_source_bases = st.dictionaries(
    st.sampled_from([f"funding/{row}/{key}" for row in ("request", "assessed") for key in _sources]),
    bases.filter(bool),
    max_size=2,
)
_prices = st.sampled_from([{}, {}, {"会場": "3,000円"}, {"会場": "2千円（税抜）", "旅費": "5千円"}])
_components = st.dictionaries(st.sampled_from(COMPONENTS), amounts, max_size=2)
_printed_words = st.dictionaries(st.sampled_from(_WORDS), texts, max_size=3)
_left_out = st.sets(st.sampled_from(_LEFT_OUT), max_size=2)
_term_sources = st.sampled_from(["", *_sources])
_rates = st.sampled_from(["", "1/2", "5割", "定額"])
_rules = st.sampled_from(["3", "12"])
_alternatives = st.lists(texts, max_size=2)


@st.composite
def requests(draw: st.DrawFn, *, tables_only: bool = False) -> Request:
    """Any request that a file can hold: ids are unique, lines nest to three levels, one section shows the tables."""
    text, amount, headings, periods, contracts, decided = _PLAIN if tables_only else _ANY
    number = iter(range(1_000))

    def line(levels: int) -> Line:
        parts = tuple(line(levels - 1) for _ in range(draw(_up_to[2]) if levels > 1 else 0))
        line_id, heading = f"line-{next(number)}", draw(headings)
        basis, object_class, mark = (
            ("", "", "") if tables_only else (draw(bases), draw(_object_classes), draw(_marks))
        )
        return Line(
            line_id, draw(text), draw(amount), draw(amount), draw(text), basis,
            object_class, mark, heading, parts, "" if tables_only else draw(bases),
        )  # fmt: skip

    groups = tuple(
        CostGroup(
            f"group-{index}", draw(text), draw(text), draw(amount), draw(amount),
            tuple(line(3) for _ in range(draw(_up_to[3]))),
        )
        for index in range(draw(_up_to[3]))
    )  # fmt: skip
    lines = [each.id for group in groups for each, _ in walk(group.lines)]

    def owed_years() -> tuple[CommitmentYear, ...]:
        return tuple(
            CommitmentYear(
                f"year-{next(number)}",
                draw(_owed_years),
                draw(amounts),
                draw(_owed_money),
                draw(amounts),
                draw(amounts),
            )
            for _ in range(0 if tables_only else draw(_up_to[2]))
        )

    commitments = tuple(
        Commitment(
            f"owed-{index}",
            draw(st.sampled_from([*lines, ""])),
            draw(periods),
            draw(_commitment_kinds),
            draw(text),
            draw(contracts),
            draw(decided),
            draw(amounts),
            draw(text),
            owed_years(),
            owed_years(),
        )
        for index in range(draw(_up_to[2]))
    )
    if tables_only:
        return Request(sections=(Section("costs", costs=True),), groups=groups, commitments=commitments)
    sections = [
        Section(
            f"section-{index}",
            draw(_frames),
            draw(_headings),
            draw(texts),
            unnumbered=draw(_booleans),
            carried=draw(_booleans),
        )
        for index in range(draw(_up_to[3]))
    ]
    sections.insert(
        draw(st.integers(0, len(sections))),
        Section("costs", draw(_frames), draw(_headings), costs=True, unnumbered=draw(_booleans)),
    )
    places = st.sampled_from(["", *(section.id for section in sections)])
    groups = tuple(replace(group, section=draw(places)) for group in groups)
    header = Header(
        draw(_years), draw(_budgets), draw(_classes), draw(_stages), draw(texts), name=draw(texts),
        subtitle=draw(texts), account=draw(texts), sheet=draw(_sheets),
    )  # fmt: skip
    continuing = tuple(
        ContinuingExpense(
            f"work-{index}", draw(texts), draw(amounts), draw(amounts),
            tuple(
                AnnualAmount(f"annual-{index}-{at}", draw(_owed_years), draw(_annual_money), draw(_annual_money))
                for at in range(draw(_up_to[2]))
            ),
            draw(texts),
        )
        for index in range(draw(_up_to[1]))
    )  # fmt: skip
    return Request(
        header,
        Contact(draw(texts), phone=draw(texts)),
        Headcount(**{row: draw(_people) for row in _COST_ROWS}),
        draw(texts),
        tuple(sections),
        groups,
        commitments,
        Assessment(draw(texts), draw(amounts), draw(amounts), draw(amounts), draw(texts)),
        Funding(**{row: draw(_money) for row in _MONEY_ROWS}),
        draw(_declared),
        draw(_source_bases),
        draw(_prices),
        draw(_components),
        continuing,
        AsPrinted(
            draw(_printed_words),
            tuple(draw(_left_out)),
        ),
        funding_terms=tuple(
            FundingTerm(
                f"term-{at}", draw(_term_sources), draw(texts), draw(_rates),
                draw(amounts), draw(amounts), draw(texts), draw(st.sampled_from([*lines, ""])),
            )
            for at in range(draw(_up_to[1]))
        ),
        cuts=tuple(
            Cut(f"cut-{at}", draw(st.sampled_from([*lines, ""])), draw(amounts), draw(texts))
            for at in range(draw(_up_to[1]))
        ),
        answers=tuple(
            Answer(draw(_rules), draw(texts), draw(texts), "理由")
            for _ in range(draw(_up_to[1]))
        ),
        source_questions=tuple(
            SourceQuestion(
                f"asked-{at}", draw(st.sampled_from(["", "header/name", *(f"line/{line}/amount" for line in lines)])), draw(texts),
                draw(texts), draw(texts), tuple(draw(_alternatives)), draw(texts),
            )
            for at in range(draw(_up_to[1]))
        ),
        tables=draw(section_tables(places)),
        sticky_notes=tuple(
            StickyNote(f"note-{at}", draw(st.sampled_from(["header/name", *(f"line/{line}/amount" for line in lines)])), draw(texts), draw(texts), draw(texts), draw(_booleans))
            for at in range(draw(_up_to[1]))
        ),
    )  # fmt: skip


_cells = st.sampled_from(["", "", "3", "1,200", "△4.5", "未定", "－", "小計", "計"])


@st.composite
def section_tables(draw: st.DrawFn, sections: st.SearchStrategy[str]) -> tuple[SectionTable, ...]:
    """Any tables of the narrative that a file can hold."""
    tables = []
    for at in range(draw(_up_to[1])):
        columns = tuple(
            TableColumn(
                f"column-{at}-{index}", draw(texts), draw(st.sampled_from(["", "km"])), draw(_booleans), draw(_cells)
            )
            for index in range(draw(_up_to[2]))
        )  # fmt: skip
        rows = tuple(
            TableRow(f"row-{at}-{index}", {column.id: text for column in columns if (text := draw(_cells))})
            for index in range(draw(_up_to[2]))
        )
        tables.append(SectionTable(f"table-{at}", draw(sections), draw(texts), draw(texts), columns, rows))
    return tuple(tables)


Edit = Callable[[Request], Request]


@st.composite
def edited(draw: st.DrawFn, request: Request) -> Request:
    """The request after one edit as a writer makes it: a field, a line, a table, a paste."""
    lines = [line.id for group in request.groups for line, _ in walk(group.lines)] or ["gone"]
    groups = [group.id for group in request.groups] or ["gone"]
    line, group, step = (
        draw(st.sampled_from(lines)),
        draw(st.sampled_from(groups)),
        draw(st.sampled_from([-1, 1])),
    )
    new = f"new-{draw(st.integers(0, 10**9))}"
    typed = st.sampled_from(
        ["", "0", "5", "△1,234", "(9)", "約3百", "1.9", "平成31年度", "R9", "※( )内は平成29年度"]
    )
    places = [
        f"line/{line}/amount", f"line/{line}/previous", f"line/{line}/text", f"group/{group}/amount", f"group/{group}/note",
        "header/fiscal_year", "funding_words", "assessment/amount", "assessment/comment", "section/costs/text",
        *(f"headcount/{row}/{key}" for row in SHEET_ROWS for key in _staff),
        *(f"funding/{row}/{key}" for row in FUNDING_ROWS for key in funding_columns()),
        "request/amount", "request/previous", "cost/request/total", "cost/previous/labour",
    ]  # fmt: skip
    cells = st.lists(st.lists(typed, max_size=3), max_size=3)
    edits: list[Callable[[], Request]] = [
        lambda: type_text(request, draw(st.sampled_from(places)), draw(typed)),
        lambda: set_value(
            request, f"line/{line}/{draw(st.sampled_from(['previous', 'amount']))}", draw(amounts)
        ),
        lambda: structure.insert_line(request, line, Line(new, "新規", 1, 2), below=draw(st.booleans())),
        lambda: structure.append_lines(request, group, Line(new, amount=draw(amounts))),
        lambda: structure.delete_lines(request, draw(st.sets(st.sampled_from(lines), max_size=3))),
        lambda: structure.move_line(request, line, step),
        lambda: structure.indent_line(request, line),
        lambda: structure.outdent_line(request, line),
        lambda: structure.add_group(request, CostGroup(new), after=group),
        lambda: structure.delete_group(request, group),
        lambda: structure.move_group(request, group, step),
        lambda: paste_lines(
            request,
            group,
            lines[: draw(st.integers(0, 2))],
            LINE_COLUMNS[draw(st.integers(0, 4)) :],
            draw(cells),
        ),
    ]
    if request.tables:
        edits += [lambda: draw(_table_edited(request))] * 4
    return draw(st.sampled_from(edits))()


@st.composite
def _table_edited(draw: st.DrawFn, request: Request) -> Request:
    """The request after one edit in a table of its narrative."""
    table = draw(st.sampled_from(request.tables))
    column = draw(st.sampled_from([*(column.id for column in table.columns), "gone"]))
    row = draw(st.sampled_from([*(row.id for row in table.rows), "gone"]))
    new, step = f"new-{draw(st.integers(0, 10**9))}", draw(st.sampled_from([-1, 1]))
    edits: list[Callable[[], Request]] = [
        lambda: set_value(request, f"cell/{row}/{column}", draw(_cells)),
        lambda: set_value(request, f"column/{column}/heading", draw(texts)),
        lambda: tables_of_text.delete_column(request, column),
        lambda: delete_part(request, TableRow, row),
        lambda: tables_of_text.add_rows(request, table.id, [TableRow(f"row-{new}", {column: "5"} if column != "gone" else {})]),
        lambda: tables_of_text.add_columns(request, table.id, [TableColumn(f"column-{new}")], before=column),
        lambda: tables_of_text.move_row(request, row, step),
        lambda: tables_of_text.move_column(request, column, step),
        lambda: delete_part(request, SectionTable, table.id),
    ]  # fmt: skip
    return draw(st.sampled_from(edits))()
