"""No regular expression of the program takes more than linear time, on texts made of repeated pieces of itself.

What is measured is a ratio within one run: a text 16 times as long may cost some 16 times as much, not 256 times.
"""

from __future__ import annotations

import re
from time import process_time
from typing import Final

import pytest

from tests.conftest import MISSING
from tests.patterns import Used, is_bounded, patterns, pumps

LENGTHS: Final = (24, 96, 384)  # characters; what grows faster than by squares is found before it takes long
TIMES: Final = 16
MOST: Final = 48  # times the cost of the short text: linear is 16, quadratic 256
TOO_QUICK: Final = 0.001  # seconds: the longest text, if it costs less, says nothing of its growth
TOO_LONG: Final = 0.05  # seconds: where a text costs more, no longer one is tried


def cost(used: Used, before: str, piece: str, length: int) -> float:
    """Processor time of finding all that matches in a text of repeated pieces, in seconds."""
    text = before + piece * (length // len(piece) + 1) + "\0"
    start = process_time()
    if used.is_searched:
        used.pattern.sub("", text)
    else:
        used.pattern.match(text)
        used.pattern.fullmatch(text)
    return process_time() - start


def is_slow(used: Used, before: str, piece: str) -> bool:
    """Whether the time grows faster than the text."""
    for length in LENGTHS:
        longer = length * TIMES
        if cost(used, before, piece, longer) < (TOO_QUICK if length == LENGTHS[-1] else TOO_LONG):
            continue
        long, short = (min(cost(used, before, piece, size) for _ in range(3)) for size in (longer, length))
        if long > MOST * short:
            return True
    return False


@pytest.mark.parametrize("room", ["model", "templates", "ui"])
def test_no_expression_is_slow(room: str) -> None:
    """Each expression, on each of its parts repeated, alone and behind what stands before it in the expression."""
    if room == "ui" and MISSING:
        pytest.skip(f"Qt is missing: {MISSING}")
    found = [used for used in patterns([room]) if not is_bounded(used.pattern)]
    assert len(found) > (0 if room == "ui" else 20)
    slow = {
        used.where for used in found for before, piece in pumps(used.pattern) if is_slow(used, before, piece)
    }
    assert slow == set()


@pytest.mark.parametrize("text", [r"[0-9]+円", r"\s*:", "\\(.*\\)\\Z"])
def test_a_slow_expression_is_found(text: str) -> None:
    """What takes squares or more of its text's length is seen as slow."""
    used = Used("x", re.compile(text), is_searched=True)
    assert any(is_slow(used, *pump) for pump in pumps(used.pattern))
