"""No text, however made, costs more than linear time, whichever door it comes through.

What is measured is a ratio within one run: a text four times as long may cost some four times as much. Four times that, as
comparing everything with everything would, is a failure. Nothing is said of seconds.
"""

from __future__ import annotations

import gc
import itertools
from collections.abc import Callable
from time import process_time
from typing import Final

import pytest
from msgspec.structs import replace

from main import STANDARD_FOLDER
from model.basis.recognizing import looks_like_basis
from model.claims.equations.products import typing_error_in_product, wrong_products
from model.claims.equations.worked_out import wrong_results
from model.claims.labels.line_names import Names
from model.differences.differences import compare
from model.document import storage
from model.document.document import take_snapshot
from model.document.new_request import new_request
from model.document.storage import FileError
from model.edits.paste import LINE_COLUMNS, parse_block, paste_tables
from model.incremental.results import Results
from model.next_year import next_year
from model.request.grounds import Cut, FundingTerm
from model.request.multi_year import Commitment, CommitmentYear
from model.request.request import Assessment, CostGroup, Line, Request, Section
from model.standard.standard import Standard
from model.totals import funding_rates, prices
from model.values import amount, contract_period, fiscal_year
from model.values.unseen_characters import one_visible_line
from templates.comparison.comparison_table import ComparisonTable
from templates.comparison.comparison_text import text_lines
from templates.page import html
from templates.readers.books.cells import Book
from templates.readers.books.delimited import read_delimited
from templates.readers.clipboard import read_copied
from templates.readers.encodings import decode
from templates.readers.foreign.foreign import BookReading
from templates.readers.pasted.pasted_table import understand
from templates.readers.pasted.read_block import Target
from templates.readers.tables.lines import cost_group
from templates.readers.tables.tabs.related import related
from templates.readers.workbook import read_cells
from templates.workbook.text import break_label, pieces, wrap
from tests.examples import TIMES, every_ninth
from tests.pasted_rows import pasted_rows
from tests.samples import standard, with_lines

SHORT: Final = 1_000  # characters
GROWTH: Final = 4
MOST: Final = 10  # times the cost of the short text: linear is 4, quadratic 16
TOO_QUICK: Final = 0.03  # a text that costs less processor time than this tells nothing of its growth

PUMPS: Final = (
    *("1円×", "1円×1円=", "1円× ", "1円(", "(1円×", "9", "9,999,", "1.", "1/", "1-", "5%", "1割"),
    *(" ", "　", "\t", "\n", "(", "（", ")", "()", "【", "「", "※", "※( )内", "・", "①", "ｱ", "\u202e"),
    *("漢", "あ", "、", "。", "1,234千円", "1,234千円。", "約1千円", "標準事務費 1円", "要求額 1千円"),
    *("令和6年", "R6〜", "H31年4月", "契約期間 R3.4〜", "4月〜", "第 ", "1.あ\n", "1円\n", "、1\n"),
    *(
        "年3回",
        "1.9人",
        "別途債務負担行為を要求。",
        "款:",
        "項:",
        "電話番号:",
        "a@b.",
        "[[",
        "<b>",
        "&#",
        '"',
    ),
)


def request_of(text: str) -> Request:
    """A request that has a text at most of its places."""
    line = Line("x", text=text, remark=text, amount=5, basis=text, object_class=text)
    group = CostGroup("g", title=text, note=text, amount=text, lines=(line, replace(line, id="y", basis="")))
    commitment = Commitment(
        "c",
        *("x", text),
        name=text,
        contract_period=text,
        set_in=text,
        note=text,
        years=(CommitmentYear("o", year=text),),
    )
    base = new_request(standard())
    return replace(
        base,
        header=replace(base.header, name=text, subtitle=text),
        groups=(*base.groups, group),
        sections=(
            *base.sections,
            Section("s", heading=text, text=text),
            Section("r", "results", "実績", text),
        ),
        commitments=(*base.commitments, commitment),
        funding_words=text,
        assessment=Assessment("計上", 5, comment=text),
        funding_terms=(FundingTerm("t", source="national", name=text, rate=text),),
        cuts=(Cut("u", "x", 5, text),),
    )


def refused(door: Callable[[], object]) -> None:
    """Go through a door that may refuse with a sentence."""
    try:
        door()
    except FileError:
        return


PAGE: Final = "事業名: 試験\n事業費(A) 要求額: 1千円 財源: 単県\n事業内容\n"
YEAR: Final = fiscal_year.FiscalYear(2019, "平成", 31)

DOORS: Final[dict[str, Callable[[str, Standard], object]]] = {
    "check": lambda text, standard: take_snapshot(request_of(text), standard).findings,
    "next year": lambda text, standard: next_year(request_of(text), standard),
    "page": lambda text, standard: html.render(take_snapshot(request_of(text), standard), STANDARD_FOLDER),
    "file": lambda text, _: storage.loads(storage.dumps(request_of(text)), "x"),
    "price list": lambda text, _: refused(lambda: prices.read(f"名前,単価\n{text},{text}\n".encode(), "x")),
    "text of a page": lambda text, standard: refused(lambda: read_copied(PAGE + text, "", standard)),
    "table of a page": lambda text, standard: refused(
        lambda: read_copied("", f"<table><tr><td>{PAGE}<td>1<tr><td>{text}<td>{text}</table>{text}", standard)
    ),
    "pasted block": lambda text, standard: understand(
        parse_block(f"{text}\t({text}\n{text}\t5"), Target(LINE_COLUMNS), standard, YEAR
    ),
    "table of a file": lambda text, standard: read_cells(
        read_delimited(f"内容,前年度,要求額\n{text},5,{text}\n計,5,7\n", "x"), "x", standard
    ),
    "comparison": lambda text, standard: tuple(
        text_lines(ComparisonTable(text, text, compare(request_of(text), request_of(f"{text}x"), standard)))
    ),
    "amount": lambda text, _: amount.parse(text),
    "key in an amount": lambda text, _: looks_like_basis(text),
    "period": lambda text, _: fiscal_year.parse_period(text, YEAR),
    "years named": lambda text, _: fiscal_year.years_named(text),
    "contract": lambda text, _: contract_period.parse(text, YEAR),
    "rates": lambda text, standard: funding_rates.of_words(text, standard.revenue),
    "product": lambda text, _: wrong_products(text, ()),
    "product in words": lambda text, standard: wrong_results(
        f"1回当たり5千円で{text}、計6円", standard.text_words, standard.tax_words, ()
    ),
    "sum in words": lambda text, standard: wrong_results(
        f"5千円から{text}6千円に{text}7千円を加えた{text}9千円", standard.text_words, standard.tax_words, ()
    ),
    "product of a remark": lambda text, _: typing_error_in_product(text, 5, ()),
    "encoding": lambda text, _: refused(lambda: decode(text.encode("euc_jp", "replace"), "x")),
    "printed lines": lambda text, _: (wrap(text, 300, 9), pieces(text, 300, 9), break_label(text, 30, 9)),
    "terminal": lambda text, _: one_visible_line(text),
}
_fresh = itertools.count()


def cost(door: Callable[[str, Standard], object], pump: str, length: int, standard: Standard) -> float:
    """Processor time of a text that was never seen before, in seconds."""
    text = f"{pump * (length // len(pump))}{next(_fresh)}"
    start = process_time()
    door(text, standard)
    return process_time() - start


@pytest.mark.parametrize("name", DOORS)
def test_text_four_times_as_long_costs_about_four_times_as_much(name: str, in_force: Standard) -> None:
    """Brackets, digits, products, blanks, marks and words without end are read in linear time.

    Each door has a ninth of the texts in the suite, the next door another ninth.
    """
    door = DOORS[name]
    cost(door, "あ", SHORT, in_force)  # what is read once only
    least = min(cost(door, "あ", 1, in_force) for _ in range(3))  # which no short text is below
    for pump in every_ninth(PUMPS, [*DOORS].index(name)):
        long = cost(door, pump, SHORT * GROWTH, in_force)
        if long < max(TOO_QUICK, MOST * least) or long < MOST * cost(door, pump, SHORT, in_force):
            continue
        # Once more: another program may have taken the memory's speed just then.
        long, short = (
            min(cost(door, pump, length, in_force) for _ in range(3)) for length in (SHORT * GROWTH, SHORT)
        )
        assert long < MOST * short, f"「{pump}」 in {name}"


@pytest.mark.parametrize("has_headings", [True, False])
def test_four_times_as_many_pasted_rows_cost_about_four_times_as_much(
    has_headings: bool, in_force: Standard
) -> None:
    """A block of 3,000 rows is understood and becomes lines in linear time, with headings and without."""

    def paste(count: int) -> float:
        text = pasted_rows(count, next(_fresh))
        start = process_time()
        block = parse_block(text)[0 if has_headings else 1 :]
        found = understand(
            block, Target(("text", "previous", "amount", None, None, "remark")), in_force, YEAR
        )
        after = paste_tables(with_lines(), "table", [found.table], lambda _: [], in_force)
        spent = process_time() - start
        assert len(after.groups[0].lines) > count // 2
        return spent

    paste(200)
    gc.disable()  # what the tests before it have left costs the longer block more than once
    try:
        long, short = (paste(count) for count in (3_000, 750))
        if long >= MOST * short:  # another program may have taken the memory's speed just then
            long, short = (min(paste(count) for _ in range(3)) for count in (3_000, 750))
    finally:
        gc.enable()
    assert long < MOST * short


HEADINGS: Final = "内容,前年度,要求額,備考\n"
TABLE: Final = f"{HEADINGS}委託料,100,200,\n旅費,30,40,\n計,130,240,\n"
SHEETS: Final[dict[str, Callable[[int], str]]] = {
    "fields of a head": lambda count: "事業名,道路事業\n" * count + TABLE,
    "headings": lambda count: HEADINGS * count + TABLE,
    "words below a table": lambda count: f"{TABLE}\n" + "説明の言葉,,,\n" * count,
    "tables": lambda count: TABLE * count,
    "tables with wrong totals": lambda count: TABLE.replace("130", "131") * count,
    "tables without an amount": lambda count: (
        TABLE + ",内容,備考要求額前年度,\n委託料,100,200,三年目\n" * count
    ),
    "lines": lambda count: TABLE + "委託料,100,200,\n" * count,
    "totals": lambda count: TABLE + "計,130,240,\n" * count,
}


@pytest.mark.parametrize("name", SHEETS)
def test_four_times_as_many_rows_of_a_sheet_cost_about_four_times_as_much(
    name: str, in_force: Standard
) -> None:
    """A sheet of many heads, headings, notes, tables or lines is read in linear time; in the suite 200 of each, else 400."""
    most = 200 if TIMES < 1 else 400

    def read(count: int) -> float:
        book = read_delimited(SHEETS[name](count), "x")
        start = process_time()
        read_cells(book, "x", in_force)
        return process_time() - start

    read(1)
    long, short = (read(count) for count in (most, most // 4))
    assert long < max(TOO_QUICK, MOST * short)


@pytest.mark.parametrize("name", ["fields of a head", "words below a table"])
def test_no_row_of_a_sheet_costs_a_call_within_a_call(name: str, in_force: Standard) -> None:
    """What is said of a row by the row below it is said of 1,500 rows, too."""
    assert read_cells(read_delimited(SHEETS[name](1_500), "x"), "x", in_force).request.groups[0].lines


def test_four_times_as_many_lines_on_another_tab_cost_about_four_times_as_much(in_force: Standard) -> None:
    """Whether the lines of one tab make up those of another is found in linear time, also where they do not."""

    def cost_of(count: int) -> float:
        whole = "内容,前年度予算額,要求額\n甲,1,1000000001\n乙,2,1000000003\n"
        detail = "内容,要求額\n" + "".join(f"経費{next(_fresh)},{row}\n" for row in range(1, count + 1))
        sheets = [
            read_delimited(text, title).sheets[0] for text, title in ((whole, "総括"), (detail, "明細"))
        ]
        reading = read_cells(Book(sheets), "x", in_force)
        assert isinstance(reading, BookReading)
        tables = [cost_group(table, in_force) for table in reading.found.tables]
        assert [len(table.group.lines) for table in tables] == [2, count]
        start = process_time()
        related(tables, (), standard(), {})
        return process_time() - start

    long, short = (min(cost_of(count) for _ in range(2)) for count in (2_000, 500))
    assert long < MOST * short


def test_four_times_as_many_lines_of_one_name_cost_about_four_times_as_much() -> None:
    """Names are gathered in linear time also where all lines have the same one (消耗品費): each Enter after words waits for it."""

    def gather(count: int) -> float:
        lines = tuple((f"line-{number}", "消耗品費の購入", ()) for number in range(count))
        results = Results()
        Names((("表", lines),), results)  # what a line's words say is known then
        start = process_time()
        names = Names((("表", lines),), results)
        spent = process_time() - start
        assert len(names.mentions("消耗品費の購入")[0].targets) == count
        return spent

    long, short = (min(gather(count) for _ in range(5)) for count in (4_000, 1_000))
    assert long < MOST * short
