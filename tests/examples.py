"""How many examples a property is tried on, and which of many cases: a part in the suite, EXAMPLES times as many in a long run."""

from __future__ import annotations

import math
import os
from collections.abc import Iterable
from fractions import Fraction
from itertools import islice
from typing import Final, TypeVar

_Case = TypeVar("_Case")

_ASKED_FOR: Final = os.environ.get("EXAMPLES")
TIMES: Final = Fraction(_ASKED_FOR or "1/3")
_TIMES_OF_COSTLY: Final = Fraction(_ASKED_FOR or "1/5")


def examples(count: int) -> int:
    """The number of examples where EXAMPLES=1 tries ``count``."""
    return math.ceil(count * TIMES)


def costly_examples(count: int) -> int:
    """The same of a property whose examples cost much (a workbook, a page, a file, many documents of each): a fifth in the suite."""
    return math.ceil(count * _TIMES_OF_COSTLY)


def every_third(cases: Iterable[_Case], start: int = 0) -> list[_Case]:
    """Every third of many cases, from one on, where each is a variation of the others; with EXAMPLES all of them."""
    return list(cases) if _ASKED_FOR else list(islice(cases, start % 3, None, 3))


def every_ninth(cases: Iterable[_Case], start: int = 0) -> list[_Case]:
    """Every ninth of very many cases that were right for long, from one on; with EXAMPLES all of them."""
    return every_third(every_third(cases, start), start // 3)
