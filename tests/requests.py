"""Made-up requests and edits for the properties that hold for any of them."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from model.amount import MAX_DIGITS, Amount
from model.edits import structure
from model.edits.fields import set_value, type_text
from model.edits.lines import walk
from model.edits.paste import LINE_COLUMNS, paste_lines
from model.multi_year import Commitment
from model.request import Assessment, Contact, CostGroup, Funding, Headcount, Header, Line, Request, Section
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
    ]
)
_object_classes = st.sampled_from(["", "", "12 委託料", "10 需用費/消耗品費", "7 賃金", "工事"])
_marks = st.sampled_from(["", "", "new", "ended"])
_counts = st.sampled_from(["", "0.0", "0.5", "1.9", "62", "二人"])
_staff = [category.key for category in standard().staff_categories]
_sources = [source.key for source in standard().funding_sources]
_years = st.sampled_from(["平成31年度", "R1", "R9", "2020", "H20", "来年"])


@st.composite
def requests(draw: st.DrawFn, *, tables_only: bool = False) -> Request:
    """Any request that a file can hold: ids are unique, lines nest to three levels, one section shows the tables."""
    text = st.just("文") if tables_only else texts
    amount: st.SearchStrategy[Amount] = st.just(1) if tables_only else amounts
    number = iter(range(1_000))

    def line(levels: int) -> Line:
        parts = tuple(line(levels - 1) for _ in range(draw(st.integers(0, 2) if levels > 1 else st.just(0))))
        line_id, heading = f"line-{next(number)}", draw(st.just(False) if tables_only else st.booleans())
        basis, object_class, mark = (
            ("", "", "") if tables_only else (draw(bases), draw(_object_classes), draw(_marks))
        )
        return Line(
            line_id, draw(text), draw(amount), draw(amount), draw(text), basis,
            object_class, mark, heading, parts,
        )  # fmt: skip

    groups = tuple(
        CostGroup(
            f"group-{index}", draw(text), draw(text), draw(amount), draw(amount),
            tuple(line(3) for _ in range(draw(st.integers(0, 3)))),
        )
        for index in range(draw(st.integers(0, 3)))
    )  # fmt: skip
    lines = [each.id for group in groups for each, _ in walk(group.lines)]
    commitments = tuple(
        Commitment(
            f"owed-{index}",
            draw(st.sampled_from([*lines, ""])),
            draw(text),
            draw(st.sampled_from(["requested", "set"])),
        )
        for index in range(draw(st.integers(0, 2)))
    )
    if tables_only:
        return Request(sections=(Section("costs", costs=True),), groups=groups, commitments=commitments)
    frames = st.sampled_from(["content", "results"])
    sections = [
        Section(f"section-{index}", draw(frames), draw(texts), draw(texts))
        for index in range(draw(st.integers(0, 3)))
    ]
    sections.insert(
        draw(st.integers(0, len(sections))), Section("costs", draw(frames), draw(texts), costs=True)
    )
    people = st.dictionaries(st.sampled_from(_staff), _counts, max_size=3)
    money = st.dictionaries(st.sampled_from(_sources), amounts, max_size=3)
    return Request(
        Header(draw(_years), draw(texts), name=draw(texts), subtitle=draw(texts)),
        Contact(draw(texts), phone=draw(texts)),
        Headcount(*(draw(people) for _ in SHEET_ROWS)),
        draw(texts),
        tuple(sections),
        groups,
        commitments,
        Assessment(draw(texts), draw(amounts), draw(amounts), draw(amounts), draw(texts)),
        Funding(*(draw(money) for _ in FUNDING_ROWS)),
        draw(
            st.dictionaries(
                st.sampled_from(["request/amount", "cost/request/labour", "funding/held/general"]),
                amounts,
                max_size=2,
            )
        ),
    )


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
        lambda: structure.append_line(request, group, Line(new, amount=draw(amounts))),
        lambda: structure.delete_lines(request, draw(st.sets(st.sampled_from(lines), max_size=3))),
        lambda: structure.move_line(request, line, step),
        lambda: structure.indent_line(request, line),
        lambda: structure.outdent_line(request, line),
        lambda: structure.add_group(request, CostGroup(new), after=group),
        lambda: structure.delete_group(request, group),
        lambda: structure.move_group(request, group, step),
        lambda: paste_lines(
            request, group, lines[: draw(st.integers(0, 2))], draw(st.sampled_from(LINE_COLUMNS)), draw(cells)
        ),
    ]
    return draw(st.sampled_from(edits))()
