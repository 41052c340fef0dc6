"""What the words of a row say of it: a total, a subtotal, a sum carried to another page, or perhaps a sum (…計)."""

from __future__ import annotations

import re
from typing import Final

from model.standard.standard import Standard
from templates.readers.labels import compact
from templates.readers.tables.sums import Calling

_CALLED: Final = re.compile(r"(?:歳出|総|合|累|支出|要求)計(?:額)?|.*(?:合計|総計|総額)")
_SUBTOTAL: Final = re.compile(r".*(?:小計|中計)")
_PERHAPS: Final = re.compile(r".*(?<![設統会時家推集])計(?:[A-Z])?")
_OUT: Final = re.compile(r".*(?:次頁|次ページ|次葉|翌頁)(?:へ|に)?(?:繰越|続く)?.*")
_IN: Final = re.compile(r".*(?:前頁|前ページ|前葉)(?:より|から)?(?:繰越)?.*")
_LONGEST_CALLING: Final = 24
_BESIDE: Final = re.compile(r"[(\[][^()\[\]]{0,20}[)\]]|[①-⑳]|[※*].*")


def calling(text: str, standard: Standard) -> Calling:
    """What the words of a row say of it."""
    if not text or len(text) > _LONGEST_CALLING:
        return ""
    plain = _BESIDE.sub("", compact(text)).strip(":・")
    if _OUT.fullmatch(plain):
        return "carried_out"
    if _IN.fullmatch(plain):
        return "carried_in"
    if plain in standard.subtotal_labels or _SUBTOTAL.fullmatch(plain):
        return "subtotal"
    if plain in standard.total_labels or _CALLED.fullmatch(plain):
        return "total"
    return "perhaps" if _PERHAPS.fullmatch(plain) else ""
