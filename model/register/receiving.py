"""Receiving: what came in files becomes versions of requests, or is refused with a reason. A batch is one transaction."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final, Literal, NamedTuple, TypeAlias, get_args

import msgspec
from sqlalchemy import Connection, Table, insert, select, update

from model.document import storage
from model.keys.request_keys import SheetKind
from model.register.entry import Entry
from model.register.key import Key, digest_of
from model.register.opening import Register, new_id, now
from model.register.tables import (
    about,
    acts,
    closings,
    contents,
    figures,
    hand_changes,
    multi_year,
    multi_year_amounts,
    questions,
    requests,
    stages,
    submissions,
    versions,
)
from model.request.request import Request
from model.values.amount import format_amount

OutcomeKind: TypeAlias = Literal["new", "changed", "unchanged", "duplicate", "refused"]
OUTCOME_LABELS: Final[dict[OutcomeKind, str]] = {
    "new": "新規",
    "changed": "変更",
    "unchanged": "変更なし",
    "duplicate": "重複",
    "refused": "受け付けず",
}
SameProject: TypeAlias = Literal["", "renamed", "separate"]
_LEVEL: Final = 3  # of compression: versions differ little in size by more, and much in time


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
        sender: who sent it.
        refusal: why it cannot be taken, as a Japanese sentence; "" where it can. Then there is no entry.
        content: the request as its file holds it.
        entry: the rows of the request.
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
        path: where it lay.
        kind: new, changed, unchanged, duplicate or refused.
        reason: a Japanese sentence; of a taken one, which version of what it is.
        request: the id of its request in the register; "" where it has none.
        version: the id of the version that it is, or is the same as.
    """

    path: str
    kind: OutcomeKind
    reason: str
    request: str = ""
    version: str = ""


def known_files(connection: Connection, digests: Collection[str]) -> dict[str, list[Outcome]]:
    """What became of files of these digests before; refused ones are left out, for the reason may be gone."""
    known: dict[str, list[Outcome]] = {}
    query = select(submissions).where(
        submissions.c.digest.in_(digests), submissions.c.outcome.in_(("new", "changed", "duplicate"))
    )
    for row in connection.execute(query.order_by(submissions.c.at)).mappings():
        known.setdefault(row["digest"], []).append(
            Outcome(row["path"], row["outcome"], row["reason"], row["request"] or "", row["version"] or "")
        )
    return known


def receive(register: Register, arrivals: Sequence[Arrival]) -> list[Outcome]:
    """Take a batch of files in; all of it is in the register afterwards, or, after an error, nothing.

    Returns:
        What became of each, in the order of the arrivals.
    """
    with register.writing() as connection:
        # One batch after the other: two that bring the same request would otherwise both be its first version.
        connection.execute(update(about).where(about.c.name == "schema").values(value=about.c.value))
        batch = _Batch(connection, register.actor, arrivals)
        outcomes = [batch.take(arrival) for arrival in arrivals]
        batch.write()
    return outcomes


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


class _Current(NamedTuple):
    """The version of a request at a stage that is in force."""

    version: str
    number: int
    modified: int
    path: str
    name: str
    amount: int | None


class _KnownRequest(NamedTuple):
    """A row of ``requests``."""

    id: str
    lineage: str
    year: int
    budget: str
    account: str
    kind: str
    named: str
    revision: int

    @property
    def has_project(self) -> bool:
        """Whether it is known by a 事業ID, and not by its names."""
        return self.lineage != self.named

    def is_named_as(self, key: Key) -> bool:
        """Whether it is of the same names, year, budget, account and kind."""
        own = (self.named, self.year, self.budget, self.account, self.kind)
        return own == (key.named, key.year, key.budget, key.account, key.kind)


class _Batch:
    """The rows of a batch before they are written."""

    def __init__(self, connection: Connection, actor: str, arrivals: Iterable[Arrival]) -> None:
        self._connection = connection
        self._actor = actor
        self._at = now()
        self._rows: dict[Table, list[dict[str, Any]]] = {}
        entries = [arrival.entry for arrival in arrivals if arrival.entry is not None]
        self._known: dict[str, _KnownRequest] = {}
        query = select(requests).where(
            requests.c.id.in_({request for entry in entries for request in _ids(entry.key)})
            | requests.c.named.in_({entry.key.named for entry in entries})
        )
        for row in connection.execute(query).mappings():
            self._known[row["id"]] = _KnownRequest(**row)
        self._revisions = {request: known.revision for request, known in self._known.items()}
        self._before = dict(self._revisions)
        ids = set(self._known)
        self._current: dict[tuple[str, str], _Current] = {}
        self._numbers: dict[tuple[str, str, str], int] = {}
        received = select(versions).where(versions.c.request.in_(ids)).order_by(versions.c.number)
        for row in connection.execute(received).mappings():
            at = row["request"], row["stage"]
            for digest in (row["content"], row["source_digest"]):
                self._numbers[*at, digest] = row["number"]
            self._current[at] = _Current(
                row["id"],
                row["number"],
                row["source_modified"],
                row["source"],
                row["name"],
                _amount(row),
            )
        asked = select(questions.c.request, questions.c.place_words, questions.c.question)
        self._asked = {tuple(row) for row in connection.execute(asked.where(questions.c.request.in_(ids)))}
        self._kept = set(
            self._connection.scalars(
                select(contents.c.digest).where(contents.c.digest.in_(_digests(arrivals)))
            )
        )
        self._closed = {
            tuple(row)
            for row in connection.execute(select(closings.c.year, closings.c.budget, closings.c.stage))
        }
        self._stages = {
            tuple(row) for row in connection.execute(select(stages.c.year, stages.c.budget, stages.c.stage))
        }

    def take(self, arrival: Arrival) -> Outcome:
        """Decide what becomes of a file, and note the rows that it brings."""
        outcome = self._outcome(arrival)
        if outcome.kind != "unchanged":
            self._add(
                submissions,
                id=new_id(),
                path=arrival.path,
                digest=arrival.digest,
                outcome=outcome.kind,
                reason=outcome.reason,
                request=outcome.request or None,
                version=outcome.version or None,
                sender=arrival.sender,
                at=self._at,
                actor=self._actor,
            )
        return outcome

    def write(self) -> None:
        """Write what was noted."""
        new = [row for row in self._rows.pop(requests, []) if row["id"] not in self._before]
        if new:
            self._connection.execute(
                insert(requests), [{**row, "revision": self._revisions[row["id"]]} for row in new]
            )
        for request, before in sorted(self._before.items()):  # in the order in which decisions hold them
            if self._revisions[request] != before:
                self._connection.execute(
                    update(requests).where(requests.c.id == request).values(revision=self._revisions[request])
                )
        for table in (
            contents, stages, versions, figures, multi_year, multi_year_amounts, hand_changes, questions, submissions, acts,
        ):  # fmt: skip
            if rows := self._rows.get(table):
                self._connection.execute(insert(table), rows)

    def _add(self, table: Table, **row: Any) -> None:
        self._rows.setdefault(table, []).append(row)

    def _outcome(self, arrival: Arrival) -> Outcome:
        entry = arrival.entry
        if entry is None or arrival.refusal:
            return Outcome(arrival.path, "refused", arrival.refusal)
        key = entry.key
        request = self._request_of(key, arrival.same_project)
        at = request, key.stage
        current = self._current.get(at)
        content = storage_digest(arrival.content)
        # A workbook of others has lines of new ids each time that it is read: the file itself says that it is the same.
        number = self._numbers.get((*at, content)) or self._numbers.get((*at, arrival.digest))
        if current is not None and number == current.number:
            same = current.path == arrival.path
            reason = (
                f"第{current.number}版と同じです。"
                if same
                else f"「{current.path}」（第{current.number}版）と同じ内容です。"
            )
            return Outcome(
                arrival.path, "unchanged" if same else "duplicate", reason, request, current.version
            )
        if current is not None and number is not None:
            reason = f"第{number}版と同じ内容で、いまは第{current.number}版です。前の版に戻すときは、保存し直して出してください。"
            return Outcome(arrival.path, "duplicate", reason, request, current.version)
        if (key.year, key.budget, key.stage) in self._closed:
            reason = f"段階「{key.stage}」は締め切られています。次の段階として出してもらってください。"
            return Outcome(arrival.path, "refused", reason, request)
        if current is not None and arrival.modified < current.modified:
            reason = (
                f"いまの第{current.number}版（「{current.path}」）より前に保存されたファイルで、内容が違います。"
                "こちらが正しければ、保存し直して出してもらってください。"
            )
            return Outcome(arrival.path, "refused", reason, request)
        if (
            current is not None
            and arrival.same_project != "renamed"
            and self._is_another(key, current, entry)
        ):
            reason = (
                f"「{current.path}」の「{current.name}」（第{current.number}版）と同じ事業IDですが、事業名が違います。"
                "名前を変えた新しい版なら --renamed を、写して作った別の事業なら --separate を付けて、このファイルを集めてください。"
            )
            return Outcome(arrival.path, "refused", reason, request)
        version = self._take(arrival, entry, request, current.number + 1 if current else 1, content)
        amount = _amount(entry.labels)
        name = f"{key.section}「{entry.labels['name']}」"
        if current is None:
            kind: OutcomeKind = "new"
            reason = f"{name} {_thousands(amount)}{self._namesakes(request, key)}"
        else:
            kind = "changed"
            reason = f"{name} 第{current.number + 1}版: {_thousands(current.amount)} → {_thousands(amount)}"
        self._current[at] = _Current(
            version,
            current.number + 1 if current else 1,
            arrival.modified,
            arrival.path,
            entry.labels["name"],
            amount,
        )
        for digest in (content, arrival.digest):
            self._numbers[*at, digest] = self._current[at].number
        return Outcome(arrival.path, kind, reason, request, version)

    def _request_of(self, key: Key, same_project: SameProject) -> str:
        """The request in the register that a key means: by its 事業ID; by its names where one side has no ids."""
        shared, own = _ids(key)
        if same_project == "separate" or own in self._known:
            return own
        if shared in self._known:
            return shared
        namesakes = [
            known
            for known in self._known.values()
            if known.is_named_as(key) and not (key.project and known.has_project)
        ]
        return namesakes[0].id if len(namesakes) == 1 else key.request

    def _is_another(self, key: Key, current: _Current, entry: Entry) -> bool:
        """Whether a file with the 事業ID of a request may be a copy that was made into another 事業: it has another name and place."""
        known = self._known.get(key.request)
        return bool(key.project) and known is not None and current.name != entry.labels["name"]

    def _namesakes(self, request: str, key: Key) -> str:
        """A warning where another request of the same names is in the register; both have ids, so that they are two."""
        others = [known for known in self._known.values() if known.id != request and known.is_named_as(key)]
        return (
            "（同じ名前の要求が、別の事業IDでもう一つあります。二重でないか確かめてください）"
            if others
            else ""
        )

    def _take(self, arrival: Arrival, entry: Entry, request: str, number: int, content: str) -> str:
        """Note the rows of a new version; its id."""
        key, version = entry.key, new_id()
        revision = self._revisions.get(request, 0) + 1
        if request not in self._known:
            lineage = key.lineage if request == key.request else request  # of one that was told apart
            known = _KnownRequest(request, lineage, key.year, key.budget, key.account, key.kind, key.named, 0)
            self._known[request] = known
            self._add(requests, **known._asdict())
        self._revisions[request] = revision
        self._keep(arrival.content)
        stage = key.year, key.budget, key.stage
        if stage not in self._stages:
            position = 1 + sum(known[:2] == stage[:2] for known in self._stages)
            self._stages.add(stage)
            self._add(stages, year=key.year, budget=key.budget, stage=key.stage, position=position)
        self._add(
            versions,
            id=version,
            request=request,
            year=key.year,
            budget=key.budget,
            stage=key.stage,
            number=number,
            document=key.document,
            content=content,
            bureau_code=key.bureau_code,
            bureau=key.bureau,
            section_code=key.section_code,
            section=key.section,
            **entry.labels,
            sender=arrival.sender,
            received_at=self._at,
            source=arrival.path,
            source_digest=arrival.digest,
            source_modified=arrival.modified,
            source_kept=self._keep(arrival.original) if arrival.original else None,
        )
        for row, source, amount in entry.figures:
            self._add(figures, version=version, row=row, source=source, amount=amount)
        for item in entry.multi_year:
            self._add(multi_year, version=version, **item)
        for kind, item_id, year, source, amount in entry.amounts:
            self._add(
                multi_year_amounts,
                version=version, kind=kind, item=item_id, year=year, source=source, amount=amount,
            )  # fmt: skip
        for index, note in enumerate(arrival.notes, start=1):
            self._add(hand_changes, version=version, number=index, **msgspec.structs.asdict(note))
        for question in entry.questions:
            asked = request, question["place_words"], question["question"]
            if asked not in self._asked:
                self._asked.add(asked)
                self._add(
                    questions,
                    id=new_id(), request=request, version=version, kind="source", at=self._at, actor=self._actor, **question,
                )  # fmt: skip
        self._add(
            acts,
            id=new_id(),
            at=self._at,
            actor=self._actor,
            act="received",
            request=request,
            revision=revision,
            subject=version,
            words=f"{key.stage} 第{number}版 {arrival.path}",
        )
        return version

    def _keep(self, data: bytes) -> str:
        digest = storage_digest(data)
        if digest not in self._kept:
            self._kept.add(digest)
            self._add(contents, digest=digest, size=len(data), packed=zlib.compress(data, _LEVEL))
        return digest


def _ids(key: Key) -> tuple[str, str]:
    """The id of the request that has a 事業ID, and that of one of other names which was told apart from it."""
    return key.request, digest_of(key.request, key.named)


def storage_digest(data: bytes) -> str:
    """By what a content is stored."""
    import hashlib

    return hashlib.sha256(data).hexdigest()


def _digests(arrivals: Iterable[Arrival]) -> list[str]:
    return [
        storage_digest(data) for arrival in arrivals for data in (arrival.content, arrival.original) if data
    ]


def _amount(row: Any) -> int | None:
    """The one amount that was asked, whatever its kind."""
    return next((row[kind] for kind in get_args(SheetKind) if row[kind] is not None), None)


def _thousands(amount: int | None) -> str:
    return "要求額なし" if amount is None else f"{format_amount(amount, '△')}千円"
