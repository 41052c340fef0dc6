"""How many made-up examples a property is tried on: few in the suite, EXAMPLES times as many in a long run."""

from __future__ import annotations

import os
from typing import Final

TIMES: Final = int(os.environ.get("EXAMPLES", "1"))


def examples(count: int) -> int:
    """The number of examples where the suite tries ``count``."""
    return count * TIMES
