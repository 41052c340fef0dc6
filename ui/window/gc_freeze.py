"""What is open is taken out of the rounds of Python's garbage collector, else one keystroke in a hundred waits for it."""

from __future__ import annotations

import gc


def settle() -> None:
    """Count all that is there now as there to stay."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
