"""Fiscal years and periods in every notation."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.claims.quantities import commitment_year_words
from model.totals import consumption_tax
from model.values import contract_period
from model.values.fiscal_year import (
    ERA_YEAR,
    YEAR,
    FiscalYear,
    Period,
    in_figures,
    official,
    parse,
    parse_period,
    years_named,
)
from templates.readers.tables.columns.columns import role_of
from tests.samples import ROOT, standard

H31 = FiscalYear(2019, "平成", 31)


@pytest.mark.parametrize(
    ("typed", "year"),
    [
        *[
            (typed, 2019)
            for typed in (
                "平成31年度",
                "平成３１年度",
                "平成31年",
                "平31",
                "H31",
                "h31",
                "Ｈ３１",
                "H.31",
                "H 31",
            )
        ],
        *[
            (typed, 2019)
            for typed in ("令和元年度", "令和元年", "令元", "令和1年度", "R1", "r1", "R元", "Ｒ１年度")
        ],
        *[(typed, 2019) for typed in ("2019", "2019年度", "２０１９年", " 2019 ")],
        *[(typed, 2020) for typed in ("H32", "平成32年度", "R2", "令和2年度", "2020")],
        ("㍻31年度", 2019),
        ("H21", 2009),
        ("平成元年度", 1989),
        ("昭和63年度", 1988),
        ("S50", 1975),
        ("令和９年度", 2027),
        ("R12", 2030),
    ],
)
def test_every_notation(typed: str, year: int) -> None:
    """平成31 = 令和元 = H31 = R1 = 2019, and H32, which never came, is the year that became 令和2."""
    found = parse(typed)
    assert found is not None
    assert found.year == year


@pytest.mark.parametrize(
    "typed",
    ["", " ", "31", "31年度", "元年度", "平成", "年度", "H", "H0", "令和0年度", "平成131年度", "H311", "1900", "2200",
     "20199", "201", "平成31年度予算", "来年度", "平成三十一年度", "A31", "明治元年", "H31〜H35", "-2019", "2019.5", "FY2019"],
)  # fmt: skip
def test_what_is_no_year(typed: str) -> None:
    """A bare number, a year 0, an era that is not known or words around it are no fiscal year."""
    assert parse(typed) is None


@pytest.mark.parametrize(
    ("typed", "label", "letter", "figure", "previous"),
    [
        ("H31", "平成31年度", "H", "31", "平成30年度"),
        ("R1", "令和元年度", "R", "1", "平成30年度"),
        ("R2", "令和2年度", "R", "2", "令和元年度"),
        ("H1", "平成元年度", "H", "1", "昭和63年度"),
        ("H32", "平成32年度", "H", "32", "平成31年度"),
        ("2019", "2019年度", "", "2019", "2018年度"),
    ],
)
def test_labels_keep_the_era_as_typed(
    typed: str, label: str, letter: str, figure: str, previous: str
) -> None:
    """A header of 平成31年度 stays 平成31年度, and the year before the first of an era is the last of the one before."""
    year = parse(typed)
    assert year is not None
    assert (year.label, year.letter, str(year.number), year.previous.label) == (
        label,
        letter,
        figure,
        previous,
    )


@pytest.mark.parametrize(
    ("typed", "came"),
    [
        ("H31", True),
        ("H32", False),
        ("平成40年度", False),
        ("S63", True),
        ("S64", False),
        ("R1", True),
        ("2020", True),
    ],
)
def test_years_that_came(typed: str, came: bool) -> None:
    """The last fiscal year that began in 平成 is its 31st, in 昭和 its 63rd; a western year always comes."""
    year = parse(typed)
    assert year is not None
    assert year.came is came


@pytest.mark.parametrize(
    ("year", "label"),
    [
        (2027, "令和9年度"),
        (2019, "令和元年度"),
        (2018, "平成30年度"),
        (1989, "平成元年度"),
        (1988, "昭和63年度"),
    ],
)
def test_official_year(year: int, label: str) -> None:
    """The budget of 2019 was published below 令和元年度, that of 2018 below 平成30年度."""
    assert official(year).label == label
    assert official(year).came


@given(st.integers(1926, 2117))
def test_official_label_reads_back(year: int) -> None:
    """A year's official label, its letter form and its western form are the same year."""
    found = official(year)
    assert parse(found.label) == parse(f"{found.letter}{found.number}") == found
    western = parse(str(year))
    assert western is not None
    assert western.year == year


@given(st.integers(1927, 2117))
def test_year_before(year: int) -> None:
    """The year before is one less in western count, in whatever era."""
    assert official(year).previous.year == year - 1


@st.composite
def spellings(draw: st.DrawFn) -> tuple[str, FiscalYear]:
    """A fiscal year with its era as running text writes it, without 年度, and the year."""
    year = official(draw(st.integers(1927, 2060)))
    sign = draw(st.sampled_from((year.era, year.letter, chr(ord(year.letter) + 0xFEE0))))
    number = draw(st.sampled_from((str(year.number), str(year.number).translate(FULL_WIDTH))))
    if year.number == 1:
        number = draw(st.sampled_from((number, "元")))
    return sign + draw(st.sampled_from(("", " ", ".", "　"))) + number, year


FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


@given(spellings())
def test_every_reader_of_texts_reads_every_notation(spelling: tuple[str, FiscalYear]) -> None:
    """「令和5」「R5」「Ｒ.５」 are the same year for each reader: of contracts, of months, of commitments, of headings."""
    written, year = spelling
    assert re.fullmatch(ERA_YEAR, written)
    assert re.fullmatch(YEAR, written)
    assert years_named(f"前は{written}年度の額") == [year]
    last = f"令和{year.year + 2 - 2018}年3月" if year.year > 2018 else f"{year.year + 2}年3月"
    contract = contract_period.parse(f"{written}年4月〜{last}", year)
    assert contract == contract_period.ContractPeriod(year.year, year.year + 1)
    months = consumption_tax.months_in(f"{written}年10月〜3月", year.year)
    assert months is not None
    assert months.label == "10月〜3月"
    periods = commitment_year_words.spoken(f"{written}〜から債務負担行為を要求", standard().text_words)
    assert len(periods) == 1
    heading = role_of(f"{written}年度予算額", year, standard())
    assert heading == "amount"


def test_an_era_is_spelled_out_in_one_place() -> None:
    """A new era is one line in the list of eras: no other module types the names or the letters into a pattern."""
    typed = re.compile(r"令和\|平成|平成\|令和|令和平成|平成令和|\[[RHSＲＨＳ]{2,6}[a-z令平昭]*\]")
    modules = [path for room in ("model", "templates", "ui") for path in (ROOT / room).rglob("*.py")]
    assert [str(path) for path in modules if typed.search(path.read_text(encoding="utf-8"))] == []


PERIOD = Period(FiscalYear(2020, "平成", 32), FiscalYear(2023, "平成", 35))


@pytest.mark.parametrize(
    "typed",
    ["H32〜H35", "H32～H35", "H32~H35", "H32-H35", "H32－H35", "H32−H35", "H32ーH35", "H32―H35", "H32–H35", "H32—H35",
     "Ｈ３２〜Ｈ３５", "H32 〜 H35", "H32〜35", "平成32年度〜平成35年度", "平成32年度から平成35年度まで",
     "平成32年度から 35年度まで", "平成32年度〜35年度", "H32から35まで"],
)  # fmt: skip
def test_every_way_to_write_a_period(typed: str) -> None:
    """「H32〜H35」, with any dash, から…まで, full width, or the era said once, is 2020 to 2023."""
    assert parse_period(typed) == PERIOD


def test_bare_numbers_take_the_sheets_own_era() -> None:
    """A sheet of 平成31年度 writes 「32年度から 35年度まで」 and means 平成; without a sheet a bare number is no year."""
    assert parse_period("32年度から 35年度まで", H31) == PERIOD
    assert parse_period("32〜35", H31) == PERIOD
    assert parse_period("32〜35") is None
    assert parse_period("32〜35", FiscalYear(2019, "", 2019)) is None


def test_era_of_the_first_year_is_that_of_the_second() -> None:
    """On a sheet of 平成31年度 「R8〜12」 is 令和8 to 令和12, not 平成12."""
    assert parse_period("R8〜12", H31) == Period(FiscalYear(2026, "令和", 8), FiscalYear(2030, "令和", 12))


def test_period_across_the_change_of_era() -> None:
    """H31〜R5 is 2019 to 2023."""
    assert parse_period("H31〜R5") == Period(H31, FiscalYear(2023, "令和", 5))


def test_single_year_is_a_period() -> None:
    """A commitment of one year begins and ends in it."""
    assert parse_period("令和8年度") == Period(official(2026), official(2026))
    assert parse_period("R8〜R8") == Period(official(2026), official(2026))
    assert parse_period("32", H31) == Period(FiscalYear(2020, "平成", 32), FiscalYear(2020, "平成", 32))


@pytest.mark.parametrize(
    "typed",
    ["", "〜", "H32〜", "〜H35", "H35〜H32", "H32〜H35〜H38", "H32、H35", "5年間", "H32〜未定", "H0〜H3"],
)
def test_what_is_no_period(typed: str) -> None:
    """A period has two ends, the first before the last; what has not is no period."""
    assert parse_period(typed, H31) is None


@given(st.text("HRS平成令和元0123456789〜~-から年度まで .Ａ", max_size=14))
def test_no_text_raises(text: str) -> None:
    """Any text is a year or none and a period or none, and a period never ends before it begins."""
    year = parse(text)
    assert year is None or 1900 < year.year < 2200
    period = parse_period(text, H31)
    assert period is None or period.first.year <= period.last.year


def test_years_in_running_text() -> None:
    """A legend names its year inside a sentence; H31 without 年度 in a text is no name of a year."""
    text = "※( )内は平成30年度予算額、令和元年度は見込み。H31の契約"
    assert [year.label for year in years_named(text)] == ["平成30年度", "令和元年度"]
    assert years_named("前年度予算額") == []


def test_years_in_kanji() -> None:
    """An old form writes its year in kanji; what has no era, or no 年 behind it, stays as it is."""
    assert in_figures("令和九年度、令和八年度") == "令和9年度、令和8年度"
    assert in_figures("昭和六十三年度と平成十年") == "昭和63年度と平成10年"
    assert in_figures("令和九、九年度") == "令和九、九年度"
