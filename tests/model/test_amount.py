"""Amounts of 千円 as people type them."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.values.amount import MAX_DIGITS, format_amount, half_width, is_too_large, parse, round_exact

amounts = st.integers(-(10**MAX_DIGITS) + 1, 10**MAX_DIGITS - 1)
typed_characters = st.text("0123456789０１２９,，.．-−△▲‐–+＋()（）¥￥円千百万億 　\t\n約e²①½x", max_size=16)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("124767", 124_767),
        ("124,767", 124_767),
        ("1,234,567", 1_234_567),
        ("0", 0),
        ("-0", 0),
        ("007", 7),
        ("１２４，７６７", 124_767),
        ("１,２３４", 1_234),
        ("　１２３　", 123),
        ("\t5\n", 5),
        ("+5", 5),
        ("＋５", 5),
    ],
)
def test_plain_and_full_width_figures(typed: str, expected: int) -> None:
    """全角 and 半角 digits, commas in threes and surrounding blanks are all one figure."""
    assert parse(typed) == expected


@pytest.mark.parametrize("sign", ["-", "−", "△", "▲", "‐", "–", "－", "△ ", "▲　"])
@pytest.mark.parametrize("figure", ["1,234", "１，２３４", "1234千円", "¥1,234,000"])
def test_every_minus_mark_is_a_minus(sign: str, figure: str) -> None:
    """△ and ▲ of the 議案説明資料, the hyphen of the page and the minus of a word processor are the same sign."""
    assert parse(sign + figure) == -1_234


@pytest.mark.parametrize("typed", ["(1,234)", "（1,234）", "( 1,234 )", "(1,234千円)", "(1,234)千円"])
def test_brackets_are_negative_but_in_the_column_of_the_previous_year(typed: str) -> None:
    """In Excel (1,234) is below zero; on the published sheet 「(16,943)」 is the previous year's figure."""
    assert parse(typed) == -1_234
    assert parse(typed, brackets_mean_previous_year=True) == 1_234


def test_negative_amount_of_the_previous_year_in_brackets() -> None:
    """「(△5)」 is a previous year's decrease: below zero in either column, once."""
    assert parse("(△5)", brackets_mean_previous_year=True) == -5
    assert parse("(△5)") == -5


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1,234千円", 1_234),
        ("1,234 千円", 1_234),
        ("1,234,000円", 1_234),
        ("¥1,234,000", 1_234),
        ("￥1,234,000", 1_234),
        ("¥1,234,000円", 1_234),
        ("5万円", 50),
        ("0.5万円", 5),
        ("210百万円", 210_000),
        ("970.0百万円", 970_000),
        ("1億円", 100_000),
        ("1.2億円", 120_000),
        ("2億3,000万円", 230_000),
        ("△1億50万円", -100_500),
        ("５０万円", 500),
        ("12.0", 12),
        ("12.000千円", 12),
        ("△1.5百万円", -1_500),
    ],
)
def test_units_are_turned_into_thousands_exactly(typed: str, expected: int) -> None:
    """円, 千円, 万円, 百万円 and 億円 are read into the sheet's unit, with decimals and without loss."""
    assert parse(typed) == expected


@pytest.mark.parametrize("blank", ["", " ", "　", "\n\t "])
def test_blank_is_not_zero(blank: str) -> None:
    """An empty cell is blank; only a typed 0 is 0."""
    assert parse(blank) is None


@pytest.mark.parametrize(
    "typed",
    [
        "1,23", "12,34", "1234,567", "1,2345", ",123", "1,,234", "1,234,", "1、234",
        "1e5", "0x10", "1_000", "1 234", "１２ ３", "1/2", "5%", "12/31",
        "約3百", "3百", "三百", "百万円", "千円", "若干", "なし", "未定", "-", "−", "△", "¥", "()", "( )",
        "--5", "-+5", "△-5", "5-", "5△", "(5", "5)", "((5))", "-(5)", "（5)千", "[5]",
        "1.5", "0.5千円", "1円", "1,234円", "1.2345万円", ".5", "5.", "1.2.3", "1．5",
        "5千", "5千円円", "5円千円", "5万", "5千円千円", "5ドル", "$5",
        "5²", "10³", "⑴", "①", "½", "㊄", "٣", "१२", "Ⅴ", "五",
        "1" * (MAX_DIGITS + 1), "9" * 40, "1億1億1億", "0." + "0" * 40 + "億円",
        "(16,943)\n16,943", "16,943\n16,943", "=SUM(A1)", "#REF!", "1,234※", "NaN", "inf", "None",
    ],
)  # fmt: skip
def test_unreadable_text_stays_as_typed(typed: str) -> None:
    """What is no amount of whole 千円 is kept, never taken for a number that it is not, and never for 0."""
    assert parse(typed) == typed


def test_unreadable_text_loses_only_the_blanks_around_it() -> None:
    """「 約3百 」 is kept as 「約3百」, in the width in which it was typed."""
    assert parse("　約３百 ") == "約３百"


def test_a_flood_of_digits_is_text() -> None:
    """A figure of a million digits is kept as typed, and nothing tries to count with it."""
    assert parse("1" * 1_000_000) == "1" * 1_000_000


def test_many_blanks_are_read_in_no_time() -> None:
    """A pasted cell of blanks in brackets is refused at once, not after minutes of trying."""
    assert parse("(" + " " * 100_000 + "x") == "(" + " " * 100_000 + "x"


def test_largest_amount_has_thirteen_digits() -> None:
    """Thirteen digits of 千円 stay exact in Excel's fifteen; one more is refused rather than rounded."""
    largest = 10**MAX_DIGITS - 1
    assert parse(f"{largest:,}") == largest
    assert parse(f"{largest + 1:,}") == f"{largest + 1:,}"
    assert parse(f"{largest}000円") == largest


@given(amounts, st.sampled_from(["-", "△"]))
def test_what_is_printed_is_read_back(amount: int, minus: str) -> None:
    """An amount printed with 「-」 or 「△」 reads as the same amount."""
    assert parse(format_amount(amount, minus)) == amount


@given(st.one_of(st.text(), typed_characters))
def test_no_text_raises_and_no_number_comes_from_nothing(text: str) -> None:
    """Any text is an amount, blank, or itself; an amount that is not 0 was typed with a digit other than 0."""
    read = parse(text)
    if read is None:
        assert not text.strip()
    elif isinstance(read, str):
        assert read == text.strip()
    else:
        digits = re.findall("[0-9]", half_width(text))
        assert digits
        assert set(digits) >= set(str(abs(read))) - {"0"}


@given(typed_characters)
def test_bare_figures_are_those_digits(text: str) -> None:
    """Without a unit or a decimal point the amount's digits are the typed digits, in their order."""
    read = parse(text)
    if isinstance(read, int) and not re.search("[円.．¥￥]", text):
        assert abs(read) == int("".join(re.findall("[0-9]", half_width(text))))


@pytest.mark.parametrize(
    ("amount", "minus", "printed"),
    [
        (124_767, "-", "124,767"),
        (-1_234, "-", "-1,234"),
        (-1_234, "△", "△1,234"),
        (0, "△", "0"),
        (None, "-", ""),
        ("約3百", "△", "約3百"),
    ],
)
def test_printed_form(amount: int | str | None, minus: str, printed: str) -> None:
    """Commas in threes, the face's own minus mark, blank for blank, unreadable text as typed."""
    assert format_amount(amount, minus) == printed


@pytest.mark.parametrize(
    ("value", "down", "up", "half_up"),
    [
        ("7765/10", 776, 777, 777),
        ("-7765/10", -776, -777, -777),
        ("2063/10", 206, 207, 206),
        ("25727/100", 257, 258, 257),
        ("5/2", 2, 3, 3),
        ("7/2", 3, 4, 4),
        ("1/3", 0, 1, 0),
        ("2/3", 0, 1, 1),
        ("5", 5, 5, 5),
        ("-5", -5, -5, -5),
        ("0", 0, 0, 0),
    ],
)
def test_roundings(value: str, down: int, up: int, half_up: int) -> None:
    """切捨て, 切上げ and 四捨五入 act on the magnitude; a half goes away from zero, never to the even neighbour."""
    exact = Fraction(value)
    assert [round_exact(exact, mode) for mode in ("down", "up", "half_up")] == [down, up, half_up]


@given(st.fractions())
def test_roundings_stay_within_one(value: Fraction) -> None:
    """切捨て is never above the magnitude, 切上げ never below, 四捨五入 never more than a half away."""
    assert abs(round_exact(value, "down")) <= abs(value) < abs(round_exact(value, "down")) + 1
    assert abs(round_exact(value, "up")) - 1 < abs(value) <= abs(round_exact(value, "up"))
    assert abs(round_exact(value, "half_up") - value) <= Fraction(1, 2)


@pytest.mark.parametrize(
    ("typed", "is_so"),
    [
        ("9999999999999", False),
        ("10000000000000", True),
        ("△12,345,678,901,234", True),
        ("１" + "0" * 40, True),
        ("99999999999億円", True),
        ("0000000000000000005円", False),
        ("0.00000000000000001", False),
        ("12.5", False),
        ("約3百", False),
    ],
)
def test_what_has_too_many_digits(typed: str, is_so: bool) -> None:
    """A figure beyond 13 digits of 千円 is told from what is no figure, and from one that is not whole."""
    assert is_too_large(typed) == is_so
