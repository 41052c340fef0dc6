"""The Standard: what 鳥取県 decided, year by year, and what happens when its file is wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from model.request.request import Assessment, Header, Request, SheetRow
from model.standard.form import fill_year
from model.standard_folder.load import StandardError, load
from model.values.fiscal_year import parse
from tests.samples import standard
from tests.sheet_rows import SHEET_ROWS
from tests.standard_files import file_with, replaced

# forms.md section 2: the rows of an assessed page from the top, as far back as H21.
ASSESSED_PAGES = {
    "H21": ("21年度当初予算額(最終)", "21年度当初予算要求額", "20年度当初予算額"),
    "H22": ("22年度当初予算額(最終)", "22年度当初予算要求額", "21年度当初予算額"),
    "H23": ("23年度当初予算額(最終)", "23年度当初予算要求額", "22年度当初予算額"),
    "H24": ("24年度当初予算額", "24年度当初予算要求額", "23年度6月補正後予算額"),
    "H25": ("25年度当初予算額", "25年度当初予算要求額", "24年度当初予算額"),
    "H26": ("26年度当初予算額", "26年度当初予算要求額", "25年度当初予算額"),
    "H27": ("27年度当初予算額", "27年度当初予算要求額", "26年度当初予算額"),
    "H28": ("28年度当初予算額", "28年度当初予算要求額", "27年度当初予算額"),
    "H29": ("29年度当初予算額", "29年度当初予算要求額", "28年度当初予算額"),
    "H30": ("30年度当初予算額", "30年度当初予算要求額", "29年度当初予算額"),
    "H31": ("31年度当初予算額", "31年度当初予算要求額", "30年度当初予算額"),
    "R2": ("令和2年度当初予算額", "令和2年度当初予算要求額", "R1年度6月補正後予算額"),
    "R3": ("令和3年度当初予算額", "令和3年度当初予算要求額", "R2年度当初予算額"),
    "R4": ("令和4年度当初予算額", "令和4年度当初予算要求額", "R3年度当初予算額"),
    "R5": ("令和5年度当初予算額", "令和5年度当初予算要求額", "R4年度当初予算額"),
    "R6": ("当初予算額", "当初予算要求額", "前年度当初予算額"),
    "R7": ("当初予算額", "当初予算要求額", "前年度当初予算額"),
    "R8": ("当初予算額", "当初予算要求額", "前年度当初予算額"),
    "R9": ("当初予算額", "当初予算要求額", "前年度当初予算額"),
}
REQUEST_PAGES = {
    "H21": ("21年度予算要求額", "20年度当初予算額"),
    "H22": ("22年度予算要求額", "21年度当初予算額"),
    "H23": ("23年度予算要求額", "22年度当初予算額"),
    "H24": ("24年度予算要求額", "23年度6月補正後予算額"),  # H23 began with a skeleton budget
    "H25": ("25年度当初予算要求額", "24年度当初予算額"),
    "H28": ("28年度当初予算要求額", "27年度当初予算額"),
    "H31": ("31年度当初予算要求額", "30年度当初予算額"),
    "R2": ("R2年度当初予算要求額", "H31年度6月補正後予算額"),  # and so did H31
    "R3": ("R3年度当初予算要求額", "R2年度当初予算額"),
    "R8": ("R8年度当初予算要求額", "R7年度当初予算額"),
    "R9": ("R9年度当初予算要求額", "R8年度当初予算額"),
}


def label(year: str, row: SheetRow, *, assessed: bool) -> str:
    """The label of a row in a year."""
    known = parse(year)
    assert known is not None
    assessment = Assessment(result="計上") if assessed else Assessment()
    request = Request(
        Header(fiscal_year=known.label, budget="当初予算", stage="一般事業要求"), assessment=assessment
    )
    return standard().form_of(request).cost_label(row)


@pytest.mark.parametrize(("year", "labels"), ASSESSED_PAGES.items())
def test_row_labels_of_assessed_pages(year: str, labels: tuple[str, str, str]) -> None:
    """The labels of the total-cost rows of a page after the 査定 are those published in that year."""
    assert tuple(label(year, row, assessed=True) for row in SHEET_ROWS) == labels


@pytest.mark.parametrize(("year", "labels"), REQUEST_PAGES.items())
def test_row_labels_of_request_pages(year: str, labels: tuple[str, str]) -> None:
    """A page of requests alone has two rows, named as published in that year."""
    assert tuple(label(year, row, assessed=False) for row in ("request", "previous")) == labels


@pytest.mark.parametrize("row", SHEET_ROWS)
def test_every_row_of_an_assessed_page_has_a_label_in_any_year(row: SheetRow) -> None:
    """Also a year before the first known labels names its rows."""
    assert label("H18", row, assessed=True)


def test_unit_labour_costs_of_regular_staff() -> None:
    """One price of a 正職員 per year, H21 to R8, as every published sheet gives it; R9 takes that of R8."""
    prices = [
        8285,
        8068,
        7988,
        8046,
        7944,
        7739,
        7765,
        7798,
        7948,
        7945,
        7938,
        7870,
        7921,
        7886,
        7797,
        7825,
        7887,
        8029,
    ]
    (regular,) = [
        staff_category for staff_category in standard().staff_categories if staff_category.label == "正職員"
    ]
    assert [regular.unit_cost(year) for year in range(2009, 2027)] == prices
    assert regular.unit_cost(2027) == 8029
    assert regular.unit_cost(2008) is None


def test_unit_labour_costs_of_fiscal_year_appointed_staff() -> None:
    """会計年度任用職員 have had a price since R2; that of R7 and later is not published."""
    (appointed,) = [
        staff_category
        for staff_category in standard().staff_categories
        if staff_category.label == "会計年度任用職員"
    ]
    assert [appointed.unit_cost(year) for year in range(2019, 2026)] == [
        None,
        2788,
        2832,
        2844,
        2874,
        2947,
        None,
    ]


@pytest.mark.parametrize("year", range(2009, 2028))
def test_staff_columns_by_year(year: int) -> None:
    """Three staff columns up to H31, three others since R2, 正職員 first in both."""
    until_h31 = ["正職員", "非常勤職員", "臨時的任用職員"]
    since_r2 = ["正職員", "会計年度任用職員", "特別職非常勤職員"]
    assert [category.label for category in standard().staff_in(year)] == (
        until_h31 if year <= 2019 else since_r2
    )


@pytest.mark.parametrize(
    ("category", "costed"),
    [("regular", True), ("part_time", False), ("temporary", False), ("fiscal_year_appointed", True), ("special_part_time", False)],
)  # fmt: skip
def test_who_counts_into_labour_cost(category: str, costed: bool) -> None:
    """非常勤, 臨時的任用 and 特別職非常勤 cost nothing in 人件費(B); their pay stands in 事業費."""
    (found,) = [
        staff_category for staff_category in standard().staff_categories if staff_category.key == category
    ]
    assert found.is_costed_in(2020) is costed


@pytest.mark.parametrize(
    ("year", "line", "business_class", "stage", "actor"),
    [
        (2009, "平成21年度予算", "一般事業", "課長要求", "課長査定"),
        (2012, "平成24年度予算", "一般事業(公共事業以外)", "一般事業要求", "一般事業査定"),
        (2013, "平成25年度", "一般事業(公共事業以外)", "一般事業要求", "一般事業査定"),
        (2027, "令和9年度", "一般事業(公共事業以外)", "一般事業要求", "一般事業査定"),
    ],
)
def test_words_of_the_head_by_year(year: int, line: str, business_class: str, stage: str, actor: str) -> None:
    """The year line lost 「予算」 with H25; class and stage have had their present names since H23."""
    words = standard().words_in(year)
    known = parse(line.removesuffix("予算"))
    assert known is not None
    assert fill_year(words.year_line, known) == line
    assert (words.business_classes[0], words.stages[0]) == (business_class, stage)
    request = Request(Header(fiscal_year=known.label, stage=stage))
    assert standard().form_of(request).actor == actor


def test_breadcrumb_of_the_year_of_two_eras() -> None:
    """The sheet of 平成31年度 was published below 令和元年度予算."""
    year = parse("平成31年度")
    assert year is not None
    assert fill_year(standard().printing.breadcrumb, year) == "令和元年度予算"
    assert fill_year(standard().printing.cost_note, year) == "※金額の( )内の数字は平成30年度予算額"


@pytest.mark.parametrize("year", [2009, 2019, 2020, 2027])
def test_one_section_shows_the_cost_tables(year: int) -> None:
    """A new request of any year has exactly one place for its cost tables."""
    assert [plan.costs for plan in standard().sections_in(year)].count(True) == 1


def test_unreadable_year_is_that_of_a_new_request() -> None:
    """Where the head's year cannot be read, the sheet is shown in the year of a new request."""
    assert standard().year_of("平成31年度").year == 2019
    assert standard().year_of("来年") == standard().default_year == parse("令和9年度")


def test_missing_file(tmp_path: Path) -> None:
    """A folder without standard.toml is told in a sentence that names the file."""
    with pytest.raises(StandardError, match=r"standard\.toml が読めません"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('government = "鳥取県"', 'government = "鳥取県'),
        ('government = "鳥取県"', ""),
        ("people_decimals = 1", 'people_decimals = "1"'),
        ('like = "initial-2011"', 'like = "inicial"'),
        ('expense = "sum"', 'expense = "all"'),
        ('labour_cost = "half_up"', 'labour_cost = "nearest"'),
        ("[sources]", 'rules.3 = { severity = "fatal" }\n[sources]'),
        ("2019 = 7938", "2019 = 7938.5"),
        ('label = "{number}年度当初予算要求額"', 'label = "{nummer}年度当初予算要求額"'),
        ('label = "{number}年度当初予算要求額"', 'label = "{number年度当初予算要求額"'),
        ('breadcrumb = "{official}予算"', 'breadcrumb = "{}予算"'),
        ('stages = ["課長要求", "課長調整1", "課長調整2", "部長要求", "知事要求"]', "stages = []"),
    ],
)
def test_slip_in_the_file_is_told_in_japanese(tmp_path: Path, old: str, new: str) -> None:
    """A finance division edits the file by hand: a slip is told when it is read, with the file's name."""
    name = re.escape(file_with(old).partition("/")[2])
    with pytest.raises(StandardError, match=rf"^様式の設定 .*{name} .*。$"):
        load(replaced(tmp_path, (old, new)))


def test_file_that_is_no_text(tmp_path: Path) -> None:
    """A workbook saved under the file's name is refused with a sentence."""
    (tmp_path / "standard.toml").write_bytes(b"PK\x03\x04\xff\xfe")
    with pytest.raises(StandardError, match="書き方に誤り"):
        load(tmp_path)


def test_another_prefecture_changes_a_copy(tmp_path: Path) -> None:
    """A price or a word changed in a copy of the file is in force without any change of the program."""
    other = load(
        replaced(tmp_path, ("2019 = 7938", "2019 = 8000"), ('government = "鳥取県"', 'government = "島根県"'))
    )
    assert other.government == "島根県"
    assert other.staff_in(2019)[0].unit_cost(2019) == 8000
