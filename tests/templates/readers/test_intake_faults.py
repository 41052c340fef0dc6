"""Small sources that came in wrong: each is right now, or asked, or refused in a sentence that says what it is.

Their copies stand in tests/data/intake. What is pasted stands in tests/templates/test_pasted_table.py.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

import msgspec
import pytest

from main import STANDARD_FOLDER, run
from model.document.document import take_snapshot
from model.document.storage import FileError, load
from model.request.lines import walk
from model.values import fiscal_year
from templates.readers.page import read_text
from templates.readers.reading import Reading
from templates.readers.sources import read_source
from tests import samples
from tests.templates.readers.layouts.expected import Expected, Wanted
from tests.templates.readers.layouts.outcome import compared, errors, plain, questions

INTAKE: Final = Path(__file__).parents[2] / "data" / "intake"
SHARED: Final = Path(__file__).parents[4] / "shared" / "faults" / "intake"


@cache
def reading_of(name: str) -> Reading:
    """What comes in of one of the sources."""
    return read_source(INTAKE / name, samples.standard(), STANDARD_FOLDER)


def wanted(*lines: tuple[str, int | None] | tuple[str, int | None, int | None]) -> tuple[Wanted, ...]:
    """Lines in 千円: words, 要求額 and 前年度."""

    def yen(amount: int | None) -> int | None:
        return None if amount is None else amount * 1_000

    return tuple(
        Wanted((text,), yen(amount), yen(rest[0] if rest else None)) for text, amount, *rest in lines
    )


def expected(
    year: int, *readings: tuple[Wanted, ...], any_previous: bool = False, words: tuple[str, ...] = ()
) -> Expected:
    """What has to come back: the year in 令和, the lines (one of several readings), and their totals."""
    lines = readings[0]
    amount = sum(line.amount or 0 for line in lines)
    has_previous = any(line.previous is not None for line in lines)
    previous = sum(line.previous or 0 for line in lines) if has_previous else None
    return Expected(year, readings, amount, previous, amount, "", any_previous, words=words)


SMALL_BOOK: Final = expected(8, wanted(("消耗品費", 1_000), ("委託料", 2_000)))
RIGHT: Final = {
    "formula_no_value.xlsx": expected(8, wanted(("消耗品費", 120), ("委託料", 100))),
    "formula_zero_value.xlsx": expected(8, wanted(("消耗品費", 120), ("委託料", 100))),
    "year_from_headings.xlsx": expected(8, wanted(("消耗品費", 1_200, 1_000), ("委託料", 3_500, 3_000))),
    "year_from_period.xlsx": expected(8, wanted(("a", 120))),
    "two_row_headings.xlsx": expected(8, wanted(("消耗品費", 1_000, 900))),
    "existing_budget_as_request.xlsx": expected(8, wanted(("a", 100)), any_previous=True),
    "budget_and_request.xlsx": expected(8, wanted(("a", 100)), any_previous=True),
    "request_line_yen_note.xlsx": expected(8, wanted(("消耗品費", 12_345)), any_previous=True),
    "request_line_yen_text.xlsx": expected(8, wanted(("消耗品費", 12_345))),
    "unit_of_other_column.xlsx": expected(8, wanted(("消耗品", 300))),
    "two_units_columns.xlsx": expected(8, wanted(("a", 1_235))),
    "unit_in_number_format.xlsx": expected(8, wanted(("a", 5_000), ("b", 5_000), ("c", 5), ("d", 5_000))),
    "yen_number_format.xlsx": expected(8, wanted(("消耗品費", 1_234), ("委託料", 5_000))),
    "unit_note_yen_percent.xlsx": expected(8, wanted(("a", 3_000))),
    "unit_note_million_percent.xlsx": expected(8, wanted(("a", 3_000_000_000))),
    "unit_note_angle.xlsx": expected(8, wanted(("a", 3_000))),
    "unit_under_heading.xlsx": expected(8, wanted(("a", 1_200, 1_000))),
    "total_saishutsu_goukei.xlsx": expected(8, wanted(("消耗品費", 1_000), ("委託料", 2_000))),
    "summary_and_detail_tabs.xlsx": expected(
        8,
        wanted(("需用費", 300)),
        wanted(("消耗品", 100), ("印刷", 200)),
        wanted(("需用費", 300), ("消耗品", 100), ("印刷", 200)),
    ),
    "shared_strings_case.xlsx": SMALL_BOOK,
    "workbook22.xlsx": SMALL_BOOK,
    "backslash_names.xlsx": SMALL_BOOK,
    "subtotal_inside_word.xlsx": expected(
        8, wanted(("集中計装設備保守", 1_000), ("大小計12台の更新", 2_000), ("委託料", 500))
    ),
    "year_heading_by_format.xlsx": expected(8, wanted(("消耗品費", 1_200, 1_000))),
    "title_R8.xlsx": expected(8, wanted(("a", 120, 100))),
    "year_both_calendars.xlsx": expected(8, wanted(("a", 120, 100))),
    "blank_row_ends_table.xlsx": expected(8, wanted(("a", 100), ("b", 200), ("c", 300))),
    "triangle_by_format.xlsx": expected(8, wanted(("a", 100), ("執行残の減", -30))),
    "html_table.xls": expected(8, wanted(("消耗品費", 1_000))),
    "pages/04_groups.txt": expected(
        -6,
        wanted(
            ("ヒラメ種苗放流", 3_000, 2_880), ("アワビ種苗放流", 3_300, 3_150), ("養殖技術開発試験費", 1_260, 1_420),
            ("水質調査委託費", 567, 530), ("標準事務費", 190, 205),
        ),
    ),
    "pages/05_supplementary.txt": expected(
        -6,
        wanted(
            ("優良品種への更新補助", 0), ("果樹棚の復旧補助", 6_300), ("苗木購入補助", 2_160), ("追加防除の薬剤費補助", 1_200)
        ),
        any_previous=True,
    ),
    "pages/11_years.txt": expected(
        -3,
        wanted(
            ("間伐事業費", 33_600, 31_200), ("作業道補修費", 3_640, 4_160), ("森林国営保険料", 1_870, 1_930),
            ("境界巡視委託費", 1_296, 1_296),
        ),
        words=("280千円/ha×120ha", "1,300円/m×2,800m"),
    ),
    "pages/13_grounds.txt": expected(
        -2,
        wanted(
            ("資機材整備補助金", 9_000, 8_000), ("防災リーダー研修委託費", 3_240, 3_150),
            ("地区防災計画作成支援アドバイザー派遣", 1_800, 1_350), ("啓発用冊子の作成", 486, 540), ("標準事務費", 198, 210),
        ),
        words=("県1/2、上限300千円×30組織", "162円×3,000部"),
    ),
    "pages/26_blank_total.txt": expected(
        5,
        wanted(
            ("相談窓口の運営", 10_200, 9_600), ("ピアサポート交流会", 1_080, 810), ("家事支援ヘルパー派遣", 5_280, 2_640),
            ("関係機関研修", 440, 550),
        ),
        words=("8回×135千円", "2,750円×2時間×960回"),
    ),
}  # fmt: skip
"""What each source says."""

SAYS: Final = {
    "html_table.xls": "HTML",
    "backslash_names.xlsx": "Excelで",
    "shared_strings_case.xlsx": "Excelで",
}
"""A word of the sentence with which a source may be refused."""
WRONG_REASONS: Final = ("「事業費」や「要求額」がありません", "Word", "壊れている", "途中で切れて")


def read_or_refusal(name: str) -> Reading | str:
    """What comes in of a source, or the sentence with which it is refused."""
    try:
        return reading_of(name)
    except FileError as error:
        return str(error)


@pytest.mark.parametrize("name", RIGHT)
def test_it_comes_in_right_or_is_asked(name: str) -> None:
    """Lines, both years, unit, totals and the fiscal year are what the source says, or the reader asks.

    A few kinds of file may be refused instead, in a sentence that says what the file is and how to save it.
    """
    reading = read_or_refusal(name)
    if isinstance(reading, str):
        assert SAYS.get(name, "never refused") in reading
        assert not any(wrong in reading for wrong in WRONG_REASONS), reading
        return
    found = compared(reading, RIGHT[name], samples.standard())
    assert found.kind in ("right", "asked"), f"{found.kind}: {found.why}"


def test_two_projects_are_asked() -> None:
    """Two 事業 are two requests."""
    reading = read_or_refusal("tabs_two_projects.xlsx")
    assert not isinstance(reading, str)
    assert questions(reading)


def test_the_json_of_an_import_lists_what_was_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``import --json`` lists what was asked of a source, and the request keeps it until it is answered."""
    source = INTAKE / "tabs_two_projects.xlsx"
    assert run(["import", str(source), "-o", str(tmp_path), "--json"]) == 1  # a question is a 誤り
    (report,) = json.loads(capsys.readouterr().out)
    assert report["asked"]
    for asked in report["asked"]:
        assert {"place", "where", "question", "assumed", "alternatives", "evidence"} <= set(asked)
    assert getattr(load(Path(report["file"])), "source_questions", ())


def test_a_csv_is_read_or_said() -> None:
    """A CSV with 要求額 is a table with one line of 1,000千円, or the sentence says that it is a CSV."""
    reading = read_or_refusal("table.csv")
    if isinstance(reading, str):
        assert "CSV" in reading
        assert not any(wrong in reading for wrong in WRONG_REASONS), reading
        return
    (line,) = reading.request.groups[0].lines
    assert line.text == "消耗品費"
    assert line.amount == 1_000 or questions(reading)


def test_a_page_saved_as_one_file_is_a_page() -> None:
    """An .mhtml that Edge or Chrome saved is read as its page, or the sentence says to save it as .html."""
    reading = read_or_refusal("saved_page.mhtml")
    assert ".html" in reading if isinstance(reading, str) else reading.request.groups[0].lines


def test_dates_of_1904_are_those_that_excel_shows() -> None:
    """A date of a workbook that counts from 1904 is kept as the day that Excel shows."""
    held = _held(reading_of("date1904.xlsx"))
    assert "2022" not in held
    assert any(day in held for day in ("2026-04-01", "2026/4/1", "2026年4月1日", "令和8年4月1日", "R8.4.1"))


def test_a_flat_table_is_no_form() -> None:
    """The first data row of a flat list of 目 is no field of a form: every cell of it stands somewhere, as what it is."""
    reading = reading_of("flat_table_first_row.xlsx")
    snapshot = take_snapshot(reading.request, samples.standard())
    assert reading.request.header.subject_moku != "本年度予算額"
    assert snapshot.totals.previous.value != 499_446
    held = _held(reading).replace(",", "")
    for word in (
        "本年度予算額",
        "前年度予算額",
        "議会費",
        "総務管理費",
        "1一般管理費",
        "488451",
        "499446",
        "1000000",
        "900000",
    ):
        assert plain(word) in held, word


def test_a_deleted_column_hides_no_change_of_our_workbook() -> None:
    """An amount typed over in our own workbook is listed with both figures, though a column was deleted beside it."""
    reading = reading_of("own_book_column_deleted.xlsx")
    assert any(
        "6468" in change.before.replace(",", "") and "9999" in change.after.replace(",", "")
        for change in reading.changes
    )
    assert not any("シートが見つからない" in entry.why for entry in reading.unread)


@pytest.mark.parametrize("name", sorted(path.name for path in (INTAKE / "pages").glob("*.txt")))
def test_a_page_whose_figures_tie_has_no_false_error(name: str) -> None:
    """Subtotals, columns of a 補正, years as headings, a blank cell of the total row: no finding of severity 誤り."""
    snapshot = take_snapshot(reading_of(f"pages/{name}").request, samples.standard())
    assert [found.message for found in snapshot.findings.errors] == []


def test_a_wrong_row_of_a_page_becomes_the_finding() -> None:
    """A table with one figure typed over is read, and the total that does not fit any more is the 誤り."""
    text = (INTAKE / "pages" / "13_grounds.txt").read_text(encoding="utf-8").replace("\n3,240\n", "\n3,420\n")
    reading = read_text(text, samples.standard())
    amounts = [line.amount for group in reading.request.groups for line, _ in walk(group.lines)]
    assert amounts == [9_000, 3_420, 1_800, 486, 198]
    assert errors(take_snapshot(reading.request, samples.standard()))


SOUND: Final[dict[str, Any]] = json.loads((INTAKE / "sound.json").read_text(encoding="utf-8"))


ASKED: Final = {
    "c12_formats.xlsx": ("source-question",),  # 百万円 in the number format below a heading of 千円
}


@pytest.mark.parametrize("name", SOUND)
def test_what_was_right_stays_right(name: str) -> None:
    """The lines, their figures, remarks and 節, the totals and the year of sources that always came in right."""
    folder = next((folder for folder in (INTAKE, SHARED) if (folder / "sound" / name).exists()), None)
    if folder is None:
        pytest.skip(f"{name} is not here: it is too large to be copied")
    came = summary(read_source(folder / "sound" / name, samples.standard(), STANDARD_FOLDER))
    known = dict(SOUND[name])
    assert set(came.pop("errors")) <= {*known.pop("errors"), *ASKED.get(name, ())}
    assert came == known


def summary(reading: Reading) -> dict[str, Any]:
    """What is compared of a source that was right: the lines and totals in 千円, the year, and the rules of its 誤り."""
    snapshot = take_snapshot(reading.request, samples.standard())
    year = fiscal_year.parse(reading.request.header.fiscal_year)
    return {
        "year": year.label if year else "",
        "name": reading.request.header.name,
        "lines": [
            [depth, line.text, line.amount, line.previous, line.remark, line.object_class, line.basis]
            for group in reading.request.groups
            for line, depth in walk(group.lines)
        ],
        "tables": [
            [group.amount.value, group.amount.derived, group.previous.value, group.previous.derived]
            for group in snapshot.totals.groups
        ],
        "totals": [snapshot.totals.amount.value, snapshot.totals.previous.value],
        "errors": sorted(str(found.rule) for found in snapshot.findings.errors),
    }


def _held(reading: Reading) -> str:
    """Everything that came in, as one text without blanks."""
    return plain(
        str(msgspec.to_builtins(reading.request))
        + "".join(f"{entry.where}{entry.text}" for entry in reading.unread)
    )
