"""What a number format makes of a number: a date, a percentage, 千円 of 円.

A section's own workbook often holds 円 and shows 千円 by a format; taken bare, every figure would be a thousandfold.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Final

from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.datetime import from_excel

# built-in formats that openpyxl does not know
_JAPANESE_DATES: Final = frozenset({*range(27, 37), *range(50, 59)})
_ERA: Final = re.compile(r"[ge]+", re.IGNORECASE)  # a format of the era year alone, as 「ggge"年"」
_QUOTED: Final = re.compile(r'"[^"]{0,255}"|\\.|_.|\*.|\[[^\]]{0,255}\]')
_THOUSANDS: Final = re.compile(r"[0#?](,+)[ _)]*$")
_LAST_DAY: Final = 2_958_465


def shown(
    value: int | Decimal, format_id: int, format_code: str, first_day: datetime.datetime
) -> int | Decimal | str:
    """What a cell shows of its number: a date as ISO, 「12%」, a number in thousands; the number itself in any other format.

    Args:
        value: the number.
        format_id: the number of its format.
        format_code: the format.
        first_day: the day from which the workbook counts dates.
    """
    first = _QUOTED.sub("", format_code.partition(";")[0])
    if format_id in _JAPANESE_DATES or is_date_format(format_code) or _ERA.fullmatch(first.strip()):
        date = from_excel(int(value), first_day) if 1 <= value <= _LAST_DAY else None
        return date.date().isoformat() if isinstance(date, datetime.datetime) else value
    if "%" in first:
        return f"{_whole(Decimal(value).scaleb(2))}%"
    if found := _THOUSANDS.search(first):
        return _whole(Decimal(value).scaleb(-3 * len(found[1])))
    return value


def _whole(value: Decimal) -> int | Decimal:
    return int(value) if value == value.to_integral_value() else value.normalize()
