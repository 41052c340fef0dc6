"""What a cut (減額) is made of: its parts, as typed or as read from 財政課処理欄, and what none of them explains."""

from __future__ import annotations

import msgspec


class CutPart(msgspec.Struct, frozen=True):
    """A part of 要求額 − 計上額.

    Attributes:
        line: id of the cost line that was cut; "" for none.
        amount: by how much, 千円; None where the sentence names the line and no amount.
        sentence: the sentence of 財政課処理欄 that explains it; "" where there is none.
        is_typed: typed in the request (減額の内訳), not read from the sentence.
        cut: id of the typed part; "" for one that was read.
    """

    line: str
    amount: int | None
    sentence: str
    is_typed: bool
    cut: str = ""


class ExplainedCut(msgspec.Struct, frozen=True):
    """What 要求額 − 計上額 is made of, 千円.

    Attributes:
        parts: the typed parts, then what 財政課処理欄 says of other lines; empty without a cut.
        explained: what the parts come to; None without a cut.
        unexplained: what no part explains; below 0 where the parts are more than the cut, None without a cut.
    """

    parts: tuple[CutPart, ...] = ()
    explained: int | None = None
    unexplained: int | None = None
