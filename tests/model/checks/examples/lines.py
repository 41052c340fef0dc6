"""Examples for the rules of lines by 節."""

from __future__ import annotations

from model.request import Line, Request
from tests.samples import with_lines


def _parts(amount: int) -> Request:
    parts = (Line("b", "一般負担金", None, 3), Line("c", "特別負担金", None, 4))
    return with_lines(Line("a", "負担金", None, amount, parts=parts))


BROKEN: dict[str, Request] = {
    "2": _parts(8),
}
SOUND: dict[str, Request] = {
    "2": _parts(7),
}
