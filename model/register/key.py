"""The key of a request in the register: what tells one request from another, and one stage of it from the next."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec
from sqlalchemy import Table

from model.document.document import Snapshot
from model.keys.request_keys import SheetKind, request_keys


class FiledUnder(msgspec.Struct, frozen=True, kw_only=True):
    """Under what a request is filed in the register: the columns by which its rows are found, grouped and distinguished.

    Attributes:
        named: by the names of 部局, 課 and 事業, the same through years: what a request without ids is known by.
        account: 会計; "" for the general one.
        kind: what its amounts are: 歳出, 債務負担行為 ….
        bureau_code: the code of the 部局; "" where there is none.
        bureau: 部局.
        section_code: the code of the 課; "" where there is none.
        section: 課.
    """

    named: str
    year: int
    budget: str
    account: str
    kind: SheetKind
    stage: str
    bureau_code: str
    bureau: str
    section_code: str
    section: str

    @property
    def at(self) -> tuple[int, str, str]:
        """The stage of a budget that it is at: year, budget, stage."""
        return self.year, self.budget, self.stage


class Key(FiledUnder, frozen=True, kw_only=True):
    """The key of a received request.

    Attributes:
        project: its 事業ID; "" for a request that was never saved with one (a page, a workbook of others, an old file).
        document: its 文書ID; "" likewise.
    """

    project: str
    document: str

    def columns(self, table: Table) -> dict[str, Any]:
        """What it is filed under, of the columns that a table of the register has."""
        return {name: getattr(self, name) for name in self.__struct_fields__ if name in table.c}

    @property
    def lineage(self) -> str:
        """What is the same through years and stages: the 事業ID, or the names where there is none."""
        return self.project or self.named

    @property
    def request(self) -> str:
        """The id of the request in the register: the same for all its stages and versions of one budget."""
        return digest_of(self.lineage, str(self.year), self.budget, self.account, self.kind)


def key_of(snapshot: Snapshot) -> Key:
    """The key of a request."""
    request = snapshot.request
    keys = request_keys(request, snapshot.standard)
    names = (keys.department.name, keys.section.name, keys.name, request.header.subtitle)
    return Key(
        project=request.identity.project,
        document=request.identity.document,
        named=digest_of(*map(_plain, names)),
        year=keys.western_year,
        budget=_plain(keys.budget),
        account=_plain(keys.account),
        kind=keys.kind,
        stage=_plain(keys.stage),
        bureau_code=keys.department.code,
        bureau=_plain(keys.department.name),
        section_code=keys.section.code,
        section=_plain(keys.section.name),
    )


def digest_of(*words: str) -> str:
    """An id of 20 letters that follows from words."""
    return hashlib.sha256("\0".join(words).encode()).hexdigest()[:20]


def _plain(text: str) -> str:
    return "".join(text.split())
