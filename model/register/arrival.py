"""Files that came to the desk, and what became of each in the register."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

import msgspec

from model.language import phrase
from model.register.entry import Entry

OutcomeKind: TypeAlias = Literal["new", "changed", "unchanged", "duplicate", "refused"]
OUTCOME_LABELS: Final[Mapping[OutcomeKind, str]] = {
    "new": phrase("新規"),
    "changed": phrase("変更"),
    "unchanged": phrase("変更なし"),
    "duplicate": phrase("重複"),
    "refused": phrase("受け付けず"),
}
SameProject: TypeAlias = Literal["", "renamed", "separate"]


class HandNote(msgspec.Struct, frozen=True):
    """What a person changed in the source by hand (changed), or what could not be read of it (unread), in words."""

    kind: Literal["changed", "unread"]
    place_words: str
    what: str
    before: str = ""
    after: str = ""
    place: str = ""


class Arrival(msgspec.Struct, frozen=True):
    """A file that came.

    Attributes:
        path: where it lay.
        digest: of its bytes.
        modified: when it was last written, in nanoseconds.
        refusal: why it cannot be taken, as a Japanese sentence; "" where it can. Then there is no entry.
        content: the request as its file holds it.
        notes: what was changed by hand and what was unread.
        same_project: what a file is that has the 事業ID of a request and another name: the request renamed, or another one
            that was copied from it (separate); "" where nobody said so.
        original: the bytes of the file, where the request alone does not say all that stood in it.
    """

    path: str
    digest: str
    modified: int
    sender: str
    refusal: str = ""
    content: bytes = b""
    entry: Entry | None = None
    notes: tuple[HandNote, ...] = ()
    original: bytes = b""
    same_project: SameProject = ""


class Outcome(msgspec.Struct, frozen=True):
    """What became of a file.

    Attributes:
        reason: a Japanese sentence; of a taken one, which version of what it is.
        request: the id of its request in the register; "" where it has none.
        version: the id of the version that it is, or is the same as.
        is_renamed_or_separate: whether it is refused until a person says which of both it is (``Arrival.same_project``).
    """

    path: str
    kind: OutcomeKind
    reason: str
    request: str = ""
    version: str = ""
    is_renamed_or_separate: bool = False
