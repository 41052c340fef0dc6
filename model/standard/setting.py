"""What every table of the Standard is made as, and the numbers in it: bounded, so that a slip of the key is refused."""

from __future__ import annotations

from typing import Annotated, Final, TypeAlias

import msgspec


class Setting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What every table of the Standard is: a value, never changed; a key that is not known is an error when read."""


WesternYear: TypeAlias = Annotated[int, msgspec.Meta(ge=0, le=9999, description="西暦の年度")]
"""A fiscal year; 0 and 9999 stand for any year before and after."""

Percent: TypeAlias = Annotated[int, msgspec.Meta(ge=0, le=1000, description="0から1000までの割合（%）")]

Count: TypeAlias = Annotated[int, msgspec.Meta(ge=0, le=9_999_999_999_999, description="0以上、13桁までの数")]
"""An amount (円, 千円) or a number of things; amounts have thirteen digits everywhere in the program."""

AT_LEAST_ONE: Final = msgspec.Meta(min_length=1)
