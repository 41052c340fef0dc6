"""Fiscal years in words, read with the tests' own eyes (元号 and western)."""

from __future__ import annotations

import re
import unicodedata

from model.request.request import Request

_OFFSETS = {"令和": 2018, "平成": 1988, "昭和": 1925, "R": 2018, "H": 1988, "S": 1925}
_ERA_YEAR = re.compile(r"(令和|平成|昭和|[RHS])\s*(元|\d{1,2})")
_NUMBER = re.compile(r"(?<![\d.])(元|\d{1,2})\s*年度")
_LEGEND = re.compile(r"[(（]\s*[)）]内[^。\n]*?((?:令和|平成|R|H)\s*(?:元|\d{1,2})\s*年度)")


def _one(era: str, number: str) -> int:
    return _OFFSETS[era] + (1 if number == "元" else int(number))


def read(text: str, base: str = "") -> int | None:
    """One fiscal year as a western one; a bare number is one of the era of ``base``."""
    plain = unicodedata.normalize("NFKC", text).strip()
    found = _ERA_YEAR.match(plain)
    if found:
        return _one(found[1], found[2])
    if re.match(r"(19|20)\d\d", plain):
        return int(plain[:4])
    bare = re.match(r"元|\d{1,2}", plain)
    era = _ERA_YEAR.match(unicodedata.normalize("NFKC", base).strip())
    return _one(era[1], bare[0]) if bare and era else None


def own(request: Request) -> int | None:
    """The fiscal year of the sheet."""
    return read(request.header.fiscal_year)


def span(text: str, request: Request) -> tuple[int, int] | None:
    """The first and the last year of a period (「H32〜H35」, 「5年度から10年度まで」, 「R8」); None where it is none."""
    words = [each for each in re.split(r"[〜~\u301c-]|から|まで", text) if each.strip()]
    if not words:
        return None
    first = read(words[0], request.header.fiscal_year)
    era = _ERA_YEAR.match(unicodedata.normalize("NFKC", words[0]).strip())
    last = read(words[-1], era[0] if era else request.header.fiscal_year)
    return None if first is None or last is None or last < first else (first, last)


def every(text: str, request: Request) -> list[int]:
    """Every year of a period."""
    found = span(text, request)
    return list(range(found[0], found[1] + 1)) if found else []


def last(text: str, request: Request) -> int | None:
    """The last year of a period."""
    found = span(text, request)
    return found[1] if found else None


def of_legend(note: str) -> int | None:
    """The year of 「( )内の数字は平成30年度予算額」."""
    found = _LEGEND.search(unicodedata.normalize("NFKC", note))
    return read(found[1]) if found else None


def candidates(label: str) -> set[int]:
    """The years that a row's name or a breadcrumb may mean: 「31年度」 is of 平成 or 令和."""
    plain = unicodedata.normalize("NFKC", label)
    found = _ERA_YEAR.search(plain)
    if found:
        return {_one(found[1], found[2])}
    bare = _NUMBER.search(plain)
    return {_one(era, bare[1]) for era in ("平成", "令和")} if bare else set()
