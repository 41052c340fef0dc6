"""What every part of a request is made as: a frozen value."""

from __future__ import annotations

import msgspec


class Part(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """What every part of a request is: a value, never changed; a field that is not known is an error when read."""
