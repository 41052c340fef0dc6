"""How many made-up examples a property is tried on: a part of them in the suite, EXAMPLES times as many in a long run."""

from __future__ import annotations

import math
import os
from fractions import Fraction
from typing import Final

_ASKED_FOR: Final = os.environ.get("EXAMPLES")
TIMES: Final = Fraction(_ASKED_FOR or "1/2")
_TIMES_OF_COSTLY: Final = Fraction(_ASKED_FOR or "1/5")


def examples(count: int) -> int:
    """The number of examples where EXAMPLES=1 tries ``count``."""
    return math.ceil(count * TIMES)


def costly_examples(count: int) -> int:
    """The same of a property whose examples cost much (a workbook, a page, a file, many documents of each): a fifth in the suite."""
    return math.ceil(count * _TIMES_OF_COSTLY)
