"""A name with its code before it, as the budget system prints those of offices: 「070040企業支援課」."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from model.values.amount import half_width

# Codes have five digits and more; four are a year (2025年国際博覧会推進課).
_NUMBERED: Final = re.compile(r"([0-9]{5,12})[ _:-]?(?=\D)")


class NumberedName(NamedTuple):
    """A name, and the code that stood before it; "" for none."""

    code: str
    name: str


def numbered_name(text: str) -> NumberedName:
    """A name as typed, parted from its code: ("070040", "企業支援課").

    >>> numbered_name("070040企業支援課")
    NumberedName(code='070040', name='企業支援課')
    """
    stripped = text.strip()
    plain = half_width(stripped).replace("\u3000", " ")
    found = _NUMBERED.match(plain)
    if found is None:
        return NumberedName("", stripped)
    return NumberedName(found[1], stripped[found.end() :].strip())
