"""What a request holds and its form or the Standard does not have."""

from __future__ import annotations

from msgspec.structs import replace

from model.request.request import Request
from tests.samples import one_line, sample, set_values

BROKEN: dict[str, Request] = {
    "other-standard": replace(one_line(), standard="島根県"),
    "unknown-column": set_values(sample(), [("funding/request/tobacco", 5_000)]),
    "hidden-row": set_values(sample(), [("funding/revived/other", 100), ("funding/revived/bonds", 50)]),
    "unknown-word": set_values(one_line(), [("line/only/mark", "priority")]),
}
SOUND: dict[str, Request] = {
    "other-standard": replace(one_line(), standard="鳥取県"),
    "unknown-column": set_values(sample(), [("funding/request/bonds", 5_000)]),
    "hidden-row": set_values(
        replace(sample(), header=replace(sample().header, stage="一般事業調整")),
        [("funding/request/other", None), ("funding/revived/other", 100), ("funding/revived/bonds", 50)],
    ),
    "unknown-word": set_values(one_line(previous=None), [("line/only/mark", "new")]),
}
