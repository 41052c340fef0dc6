"""What is open is taken out of the rounds of Python's garbage collector, else one keystroke in a hundred waits for it.

While the program starts there are no rounds at all: almost nothing of what it makes then is garbage.
"""

from __future__ import annotations

import gc


def settle() -> None:
    """Count all that is there now as there to stay."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    gc.enable()
