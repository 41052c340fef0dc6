"""The seal of a workbook: a digest of its parts as the program wrote them, so that an untouched one need not be compared cell by cell.

It stands in the document's own properties. A program that saves the workbook anew writes other bytes, and the seal no longer
holds; then every cell is read. It says that nothing was changed since, not who wrote it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from typing import Final

NAME: Final = "yosancho"
PART: Final = "docProps/custom.xml"
OPEN: Final = "0" * 64
"""What stands in its place until all parts are there."""
_SEAL: Final = re.compile(rb'name="yosancho"[^>]*><vt:lpwstr[^>]*>([0-9a-f]{64})</vt:lpwstr>')


def seal_of(names: Iterable[str], read: Callable[[str], bytes]) -> str:
    """The digest of the parts of a workbook, but for the one with the seal itself; ``read`` gives the bytes of one."""
    digest = hashlib.sha256()
    for name in sorted(names):
        if name != PART:
            data = read(name)
            digest.update(f"{name}\0{len(data)}\0".encode())
            digest.update(data)
    return digest.hexdigest()


def sealed_as(properties: bytes) -> str:
    """The seal that stands in the part of the properties; "" where there is none."""
    found = _SEAL.search(properties)
    return found[1].decode() if found else ""
