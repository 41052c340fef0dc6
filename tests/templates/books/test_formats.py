"""What a number format makes of a number: the figure, its unit and its sign as Excel shows them."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.readers.books.formats import BUILT_IN, Format, Number, Seen

DAY_0 = datetime.date(1899, 12, 30)


def seen(code: str, value: Number, day_0: datetime.date = DAY_0) -> Seen:
    """What a cell with a format shows."""
    return Format(code).of(value, day_0)


@pytest.mark.parametrize(
    ("code", "value", "figure", "unit"),
    [
        ('"¥"#,##0', 1_234_000, 1_234_000, "円"),
        ('"¥"#,##0;[Red]"¥"\\-#,##0', -1_234_000, -1_234_000, "円"),
        ("[$¥-411]#,##0", 500, 500, "円"),
        ("[$￥-411]#,##0;[Red]-[$￥-411]#,##0", -500, -500, "円"),
        ("[$JPY] #,##0", 500, 500, "円"),
        ('"\\"#,##0', 500, 500, "円"),
        ("\\¥#,##0", 500, 500, "円"),
        ("¥#,##0", 500, 500, "円"),
        ('_ "¥"* #,##0_ ;_ "¥"* \\-#,##0_ ;_ "¥"* "-"_ ;_ @_ ', -500, -500, "円"),
        ('#,##0"円"', 5_000_000, 5_000_000, "円"),
        ("#,##0\\円", 5_000, 5_000, "円"),
        ("#,##0!円", 5_000, 5_000, "円"),
        ("#,##0円", 5_000, 5_000, "円"),
        ('General"円"', 5_000, 5_000, "円"),
        ('G/標準"円"', 5_000, 5_000, "円"),
        ('0"千円"', 5, 5, "千円"),
        ('#,##0,"千円"', 5_000_000, 5_000, "千円"),
        ('#,##0.0,"千円"', 5_500, Decimal("5.5"), "千円"),
        ('#,##0"千円";"△"#,##0"千円"', -7, -7, "千円"),
        ('#,##0,,"百万円"', 5_000_000, 5, "百万円"),
        ('0"百万円"', 5, 5, "百万円"),
        ('#,##0"万円"', 500, 500, "万円"),
        ('0.00"億円"', Decimal("1.25"), Decimal("1.25"), "億円"),
        ('0"千万円"', 3, 3_000, "万円"),
        ('0"十億円"', 2, 20, "億円"),
        ('"("#,##0"千円)"', 9, 9, "千円"),
        ('"@"#,##0"円"', 1_500, 1_500, "円"),
        ('[>=1000000]#,##0,,"百万円";[>=1000]#,##0,"千円";0"円"', 5_000_000, 5, "百万円"),
        ('[>=1000000]#,##0,,"百万円";[>=1000]#,##0,"千円";0"円"', 5_000, 5, "千円"),
        ('[>=1000000]#,##0,,"百万円";[>=1000]#,##0,"千円";0"円"', 5, 5, "円"),
        ('[$$-409]#,##0', 5, 5, "$"),
        ("0.0%", Decimal("0.125"), "12.5%", "%"),
        ('0"％"', 12, "12%", "%"),
        ("0%", Decimal("1.1"), "110%", "%"),
        ("#,##0,", 3_000_000, 3_000, ""),
        ("#,##0", 12, 12, ""),
        ('#,##0"月"', 12, 12, ""),
        ('0"人"', 3, 3, ""),
        ('"@"#,##0', 1_500, 1_500, ""),
        ("General", 7, 7, ""),
        ("G/標準", 7, 7, ""),
        ("[DBNum3]0", 7, 7, ""),
        ("000-0000", 6_800_001, 6_800_001, ""),
        ("# ?/?", Decimal("0.5"), Decimal("0.5"), ""),
        ("[h]:mm", Decimal("1.25"), Decimal("1.25"), ""),
        ("0.00E+00", 12, 12, ""),
        (";;;", 12, 12, ""),
        ("@", 12, 12, ""),
    ],
)  # fmt: skip
def test_the_unit_of_a_figure(code: str, value: Number, figure: object, unit: str) -> None:
    """A format names the unit of its figure, and scales it; words that are no unit leave a figure one."""
    assert seen(code, value) == (figure, unit)


@pytest.mark.parametrize(
    ("code", "value", "figure"),
    [
        ('"△"#,##0', 30, -30),
        ('"▲ "#,##0', 30, -30),
        ('#,##0;"△"#,##0', 30, 30),
        ('#,##0;"△"#,##0', -30, -30),
        ('#,##0;"▲ "#,##0;"-"', 0, 0),
        ("-#,##0", 30, -30),
        ("#,##0_ ;[Red]\\-#,##0\\ ", -30, -30),
        ("#,##0;[Red]#,##0", -30, -30),
        ("#,##0_);(#,##0)", -30, -30),
        ("(#,##0)", 30, 30),
        ('"△"#,##0;#,##0', -30, 30),
        ('"△"#,##0;#,##0', 30, -30),
        ('"△"#,##0,"千円"', 30_000, -30),
        ('[<0]"△"#,##0;#,##0', -30, -30),
    ],
)
def test_the_sign_of_a_figure(code: str, value: Number, figure: Number) -> None:
    """A figure shown with △ is negative, whatever sign the number has; red and brackets leave it as it is."""
    assert seen(code, value).value == figure


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        ('"令和"0"年度"', 7, "令和7年度"),
        ('"令和"0"年度予算額(千円)"', 7, "令和7年度予算額(千円)"),
        ('"R"0', 8, "R8"),
        ('"R"General', 8, "R8"),
        ('0"年度"', 2026, "2026年度"),
        ('"第"0"号"', 3, "第3号"),
        ('[=1]"有";[=2]"無";0', 2, "無"),
        ("yyyy/mm/dd", 46_113, "2026-04-01"),
        ('[$-411]ggge"年"m"月"d"日"', 46_113, "2026-04-01"),
        ('[$-411]ggge"年度"', 46_113, "2026-04-01"),
        ("m/d", 1, "1900-01-01"),
    ],
)
def test_the_text_of_a_number(code: str, value: Number, text: str) -> None:
    """Words before a number make a heading or a name of it; a date is one."""
    assert seen(code, value) == (text, "")


def test_dates_of_1904() -> None:
    """A workbook of an old Macintosh counts its days from 1904."""
    assert seen("yyyy/mm/dd", 44_651, datetime.date(1904, 1, 1)).value == "2026-04-01"


@given(st.text('0#,.;"\\_*[]()-△¥円千百万%年度ymdGE+/@! $<>=r', max_size=40), st.integers(-(10**13), 10**13))
def test_any_format_is_read(code: str, value: int) -> None:
    """No format, however odd, is refused, and none rounds: a figure is the number, of either sign, moved by whole places."""
    figure, _ = seen(code, value)
    if not isinstance(figure, str):
        assert (
            Decimal(abs(figure)).normalize().as_tuple().digits
            == Decimal(abs(value)).normalize().as_tuple().digits
        )


@pytest.mark.parametrize("number", sorted(BUILT_IN))
def test_formats_of_a_number_alone(number: int) -> None:
    """The formats that a file names by their number alone are read; the money of 5 to 8 is yen, as in Excel in Japan."""
    shown = seen(BUILT_IN[number], 1_234)
    assert shown.unit == ("円" if number in (5, 6, 7, 8, 42, 44) else "%" if number in (9, 10) else "")
