"""The key of a request in the register: what tells one request from another, and one stage of it from the next."""

from __future__ import annotations

import hashlib
import re
from typing import Final

import msgspec

from model.document.document import Snapshot

_NUMBER: Final = re.compile(r"[0-9]+")


class Key(msgspec.Struct, frozen=True):
    """The key of a received request.

    Attributes:
        lineage: the lasting id, the same through years and stages.
        document: the id of the document; two copies made by hand have two.
        year: the western fiscal year.
        budget: 予算.
        account: 会計; "" for the general one.
        form: the sheet of its own (債務負担行為 …); "" for the ordinary one.
        stage: 段階.
        bureau_code: the number of the 部局; "" where there is none.
        bureau: 部局.
        section_code: the number of the 課; "" where there is none.
        section: 課.
    """

    lineage: str
    document: str
    year: int
    budget: str
    account: str
    form: str
    stage: str
    bureau_code: str
    bureau: str
    section_code: str
    section: str

    @property
    def request(self) -> str:
        """The id of the request in the register: the same for all its stages and versions of one budget."""
        return digest_of(self.lineage, str(self.year), self.budget, self.account, self.form)


def key_of(snapshot: Snapshot) -> Key:
    """The key of a request."""
    header, contact = snapshot.request.header, snapshot.request.contact
    bureau_code, bureau = code_and_name(contact.department)
    section_code, section = code_and_name(contact.section)
    lineage = digest_of(bureau, section, _plain(header.name), _plain(header.subtitle))
    return Key(
        lineage=lineage,
        document=lineage,
        year=snapshot.totals.year.year,
        budget=_plain(header.budget),
        account=_plain(header.account),
        form=header.sheet,
        stage=_plain(header.stage),
        bureau_code=bureau_code,
        bureau=bureau,
        section_code=section_code,
        section=section,
    )


def code_and_name(written: str) -> tuple[str, str]:
    """The number before a name, and the name: 「070040企業支援課」 and 「企業支援課」 are one section."""
    text = _plain(written)
    number = _NUMBER.match(text)
    return (number[0], text[number.end() :]) if number and number.end() < len(text) else ("", text)


def digest_of(*words: str) -> str:
    """An id of 20 letters that follows from words."""
    return hashlib.sha256("\0".join(words).encode()).hexdigest()[:20]


def _plain(text: str) -> str:
    return "".join(text.split())
