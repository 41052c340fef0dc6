"""The ids of requests: where they have none, of a copy, of the next year's draft (model/values/identity says when which is new)."""

from __future__ import annotations

from hashlib import blake2b
from typing import Final

import msgspec
from msgspec.structs import replace

from model.request.request import Request
from model.values.identity import Identity, new_id

_BYTES: Final = 8  # two of a hundred million documents are alike once in four thousand prefectures


def new_identity() -> Identity:
    """Ids that nothing else has."""
    return Identity(new_id(_BYTES), new_id(_BYTES))


def identified(request: Request) -> Request:
    """The request with its ids; where it has none, with ids that follow from what it holds."""
    known = request.identity
    if known.is_whole:
        return request
    held = msgspec.json.encode(replace(request, identity=Identity()))
    own = Identity(known.project or _of(b"project", held), known.document or _of(b"document", held))
    return replace(request, identity=own)


def copied(request: Request) -> Request:
    """The request as a document of its own: the same 事業 in another file."""
    return replace(request, identity=replace(identified(request).identity, document=new_id(_BYTES)))


def of_next_year(request: Request) -> Identity:
    """The ids of the draft that is made from a request: the same 事業, and always the same new document."""
    last = identified(request).identity
    return Identity(last.project, _of(b"next year", last.document.encode()))


def _of(kind: bytes, held: bytes) -> str:
    return blake2b(held, digest_size=_BYTES, person=kind).hexdigest()
