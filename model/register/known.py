"""What the register knows already of the requests that a batch of files brings: by it the desk tells new, changed and double apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from model.keys.request_keys import KIND_LABELS
from model.language import phrase
from model.register.arrival import Arrival, Outcome, SameProject
from model.register.contents import content_digest
from model.register.entry import Entry
from model.register.key import Key, digest_of
from model.register.listing import closed_stages, stage_rows
from model.register.tables import contents, questions, requests, submissions, versions


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


class CurrentVersion(NamedTuple):
    """The version of a request at a stage that is in force."""

    version: str
    number: int
    modified: int
    path: str
    name: str
    amount: int | None


class KnownRequest(NamedTuple):
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
        return self.named == key.named and key.columns(requests).items() <= self._asdict().items()


class Known:
    """What the register has of the requests of some arrivals, as it was read; what a batch adds is noted here too.

    Attributes:
        requests: the rows of ``requests`` by their ids.
        current: the version in force of each request and stage.
        numbers: which version it was, by request, stage and the digest of its content or of its file.
        asked: the questions that were asked of a request, by place and words.
        kept: the digests of contents that are stored.
    """

    def __init__(self, connection: Connection, arrivals: Iterable[Arrival]) -> None:
        entries = [arrival.entry for arrival in arrivals if arrival.entry is not None]
        self.requests: dict[str, KnownRequest] = {}
        query = select(requests).where(
            requests.c.id.in_({request for entry in entries for request in possible_ids(entry.key)})
            | requests.c.named.in_({entry.key.named for entry in entries})
        )
        for row in connection.execute(query).mappings():
            self.requests[row["id"]] = KnownRequest(**row)
        ids = set(self.requests)
        self.current: dict[tuple[str, str], CurrentVersion] = {}
        self.numbers: dict[tuple[str, str, str], int] = {}
        received = select(versions).where(versions.c.request.in_(ids)).order_by(versions.c.number)
        for row in connection.execute(received).mappings():
            at = row["request"], row["stage"]
            for digest in (row["content"], row["source_digest"]):
                self.numbers[*at, digest] = row["number"]
            self.current[at] = CurrentVersion(
                row["id"],
                row["number"],
                row["source_modified"],
                row["source"],
                row["name"],
                amount_asked(row),
            )
        asked = select(questions.c.request, questions.c.place_words, questions.c.question)
        self.asked = {tuple(row) for row in connection.execute(asked.where(questions.c.request.in_(ids)))}
        sent = (data for arrival in arrivals for data in (arrival.content, arrival.original) if data)
        stored = select(contents.c.digest).where(contents.c.digest.in_([*map(content_digest, sent)]))
        self.kept = set(connection.scalars(stored))
        self.closed = closed_stages(connection)
        self.stages = {stage[:3] for stage in stage_rows(connection)}

    def request_of(self, key: Key, same_project: SameProject) -> str:
        """The request in the register that a key means: by its 事業ID; by its names where one side has no ids."""
        shared, own = possible_ids(key)
        if same_project == "separate" or own in self.requests:
            return own
        if shared in self.requests:
            return shared
        namesakes = [
            known
            for known in self.requests.values()
            if known.is_named_as(key) and not (key.project and known.has_project)
        ]
        return namesakes[0].id if len(namesakes) == 1 else key.request

    def is_another(self, entry: Entry, current: CurrentVersion) -> bool:
        """Whether a file with the 事業ID of a request may be a copy that was made into another 事業: it has another name."""
        has_project = bool(entry.key.project) and entry.key.request in self.requests
        return has_project and current.name != entry.labels["name"]

    def namesakes_words(self, request: str, key: Key) -> str:
        """A warning where another request of the same names is in the register; both have ids, so that they are two."""
        others = [known for known in self.requests.values() if known.id != request and known.is_named_as(key)]
        return (
            phrase("（同じ名前の要求が、別の事業IDでもう一つあります。二重でないか確かめてください）")
            if others
            else ""
        )


def possible_ids(key: Key) -> tuple[str, str]:
    """Return the id of the request that has a 事業ID, and the id of one with that 事業ID that was recorded as another request."""
    return key.request, digest_of(key.request, key.named)


def amount_asked(row: Any) -> int | None:
    """The one amount that was asked, whatever its kind."""
    return next((row[kind] for kind in KIND_LABELS if row[kind] is not None), None)
