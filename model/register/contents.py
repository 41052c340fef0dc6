"""Contents: requests and files as they were received, whole, by the digest of their bytes."""

from __future__ import annotations

import hashlib
import zlib
from typing import Final

from sqlalchemy import Connection, select

from model.document import storage
from model.register.tables import contents, versions
from model.request.request import Request

LEVEL: Final = 3  # of compression: versions differ little in size by more, and much in time


def content_digest(data: bytes) -> str:
    """The digest of some bytes, by which they are stored."""
    return hashlib.sha256(data).hexdigest()


def request_of(connection: Connection, version: str) -> Request:
    """The request of a version, as it was received."""
    data, source = content_of(connection, version)
    return storage.loads(data, source)


def content_of(connection: Connection, version: str) -> tuple[bytes, str]:
    """The request of a version as the bytes of its file, and the name of the file that it came in."""
    query = select(contents.c.packed, versions.c.source).select_from(
        versions.join(contents, versions.c.content == contents.c.digest)
    )
    packed, source = connection.execute(query.where(versions.c.id == version)).one()
    return zlib.decompress(packed), source
