"""What the words of a row say of it: a total, a subtotal, a sum carried to another page, or perhaps a sum (…計)."""

from __future__ import annotations

import re
from typing import Final

from model.standard.standard import Standard
from templates.readers.labels import compact
from templates.readers.tables.sums import Calling

_LONGEST_CALLING: Final = 24
_LETTER_BEHIND: Final = re.compile(r"[A-Z]$")  # 「計A」
_BESIDE: Final = re.compile(r"[(\[][^()\[\]]{0,20}[)\]]|[①-⑳]|[※*].*")


def calling(text: str, standard: Standard) -> Calling:
    """What the words of a row say of it."""
    if not text or len(text) > _LONGEST_CALLING:
        return ""
    plain = _BESIDE.sub("", compact(text)).strip(":・")
    words = standard.workbook_reading.rows
    if any(word in plain for word in words.carried_out):
        return "carried_out"
    if any(word in plain for word in words.carried_in):
        return "carried_in"
    if plain.endswith(tuple(standard.subtotal_labels)):
        return "subtotal"
    if plain in standard.total_labels or plain in words.totals or plain.endswith(tuple(words.total_ends)):
        return "total"
    ending = _LETTER_BEHIND.sub("", plain)
    return (
        "perhaps" if ending.endswith(tuple(words.sums)) and not ending.endswith(tuple(words.no_sums)) else ""
    )
