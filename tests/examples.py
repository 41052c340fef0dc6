"""How many made-up examples a property is tried on: half in the suite, EXAMPLES times as many in a long run."""

from __future__ import annotations

import math
import os
from fractions import Fraction
from typing import Final

TIMES: Final = Fraction(os.environ.get("EXAMPLES", "1/2"))


def examples(count: int) -> int:
    """The number of examples where EXAMPLES=1 tries ``count``."""
    return math.ceil(count * TIMES)
