"""Years in the notation of the new year: the year after one, and periods that name years which never came."""

from __future__ import annotations

import re
from typing import Final

from model.values import fiscal_year
from model.values.amount import half_width
from model.values.fiscal_year import NUMBER, TYPED_ERA, FiscalYear, official

_TOKEN: Final = re.compile(
    rf"(?:(?P<sign>{TYPED_ERA})\s*+(?:\.\s*+)?)?(?P<number>{NUMBER})(?P<suffix>年度|年)?", re.IGNORECASE
)
_WESTERN: Final = re.compile("[0-9]{4}")


def following(year: FiscalYear) -> FiscalYear:
    """The fiscal year after one: 平成30 -> 平成31 as the sheets of that year say, 平成31 -> 令和2, 2026 -> 2027."""
    after = FiscalYear(year.year + 1, year.era, year.number + 1)
    return after if after.came else official(after.year)


def written_like(year: FiscalYear, typed: str) -> str:
    """A year in the notation of a typed one: 「平成31年度」 -> 「令和2年度」, 「R8」 -> 「R9」, 「2026」 -> 「2027」."""
    plain = half_width(typed).strip()
    suffix = next((ending for ending in ("年度", "年") if plain.endswith(ending)), "")
    if not year.era:
        return f"{year.year}{suffix}"
    if plain[:1].isascii():
        return f"{year.letter}{year.number}{suffix}"
    return f"{year.era}{'元' if year.number == 1 else year.number}{suffix}"


def in_real_years(period: str, last: FiscalYear, this: FiscalYear) -> str:
    """A period as the new year's sheet names it: 「H32〜H35」 is 「R2〜R5」 once 令和 has come, 「32〜35年度」 likewise.

    Years that came stay as typed (H31〜), and so does what is no period of years.

    Bare numbers mean the era of last year's sheet (``last``), and would be read in that of the new year now.
    """
    plain = half_width(period)
    if fiscal_year.parse_period(period, last) is None or _WESTERN.search(plain):
        return period
    base = last
    kanji = "年" in plain
    changed = False

    def real(match: re.Match[str]) -> str:
        nonlocal base, changed
        sign = match["sign"] or ""
        year = fiscal_year.parse(f"{sign or base.era}{match['number']}")
        if year is None:
            return match.group()
        base = year
        if year.came and (sign or year.era == this.era):
            return match.group()
        changed = True
        right = official(year.year)
        name = f"{right.letter}{right.number}" if sign.isascii() and not (kanji and not sign) else right.era
        if name == right.era:
            name += "元" if right.number == 1 else str(right.number)
        return name + (match["suffix"] or "")

    written = _TOKEN.sub(real, plain)
    return written if changed else period
