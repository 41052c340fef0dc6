"""The tables of the register. All amounts are 千円; all times are UTC as ISO 8601 text.

    contents      a request as it was received, whole, by its digest; the file it came from where the request alone is not all
    requests      one request of one budget; ``revision`` counts what happened to it, so that no update is lost
    stages        the stages (段階) of a budget in their order; closings: those that are closed
    versions      what was received of a request at a stage: 1, 2, 3 …; the highest number is the one in force
    figures       the 財源内訳 of a version: row, source, amount; 事業費 is no source
    multi_year    its 債務負担行為 and 継続費; multi_year_amounts: what each fiscal year owes, by source
    hand_changes  what a person changed in the workbook, and what could not be read of it
    checks        which versions were checked, and what the rulebook found
    findings      each finding and question of a version
    questions     what the desk asks a section; answers: what was said to it
    decisions     査定: result, comment; decided: 計上, 保留, 別途 by source; cuts: what the cut is made of, by line
    submissions   every file that came: taken, the same, double or refused, and why
    acts          the audit trail: who did what, and when; on PostgreSQL with the login of the server, which nobody can choose
    members       the sections of a login, for the role of a section on PostgreSQL (``roles``)

Every table but ``requests`` (its revision) only grows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

SCHEMA: Final = 1
"""The number of this layout of tables; a register of a later one is not opened."""

metadata: Final = MetaData()


def _texts(*names: str) -> Iterator[Column[str]]:
    return (Column(name, Text, nullable=False) for name in names)


about = Table(
    "about", metadata, Column("name", String(40), primary_key=True), Column("value", Text, nullable=False)
)

contents = Table(
    "contents",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)

requests = Table(
    "requests",
    metadata,
    Column("id", String(20), primary_key=True),
    Column("lineage", String(64), nullable=False),
    Column("year", Integer, nullable=False),
    *_texts("budget", "account"),
    Column("kind", String(12), nullable=False),  # expenditure, commitment, continuing, carry_over
    Column("named", String(20), nullable=False),  # by the names of 部局, 課 and 事業
    Column("revision", Integer, nullable=False),
    UniqueConstraint("lineage", "year", "budget", "account", "kind"),
    Index("requests_by_name", "named"),
)

stages = Table(
    "stages",
    metadata,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("budget", Text, primary_key=True),
    Column("stage", Text, primary_key=True),
    Column("position", Integer, nullable=False),
)

closings = Table(
    "closings",
    metadata,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("budget", Text, primary_key=True),
    Column("stage", Text, primary_key=True),
    Column("at", String(32), nullable=False),
    Column("actor", Text, nullable=False),
)

versions = Table(
    "versions",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("request", String(20), ForeignKey("requests.id"), nullable=False),
    Column("year", Integer, nullable=False),
    *_texts("budget", "stage"),
    Column("number", Integer, nullable=False),
    Column("document", String(64), nullable=False),
    Column("content", String(64), ForeignKey("contents.digest"), nullable=False),
    *_texts(
        "bureau_code", "bureau", "section_code", "section", "name", "business_class", "kan", "kou", "moku"
    ),
    # The four kinds are columns of their own, so that no sum mixes them.
    Column("expenditure", BigInteger),  # 歳出要求額
    Column("commitment", BigInteger),  # 債務負担行為の限度額
    Column("continuing", BigInteger),  # 継続費の総額
    Column("carry_over", BigInteger),  # 繰越明許費
    Column("previous", BigInteger),
    Column("people", Integer, nullable=False),  # 人役 of the request in thousandths of a person
    Column("declared", Integer, nullable=False),  # how many typed totals differ from their parts
    Column("sender", Text, nullable=False),
    Column("received_at", String(32), nullable=False),
    Column("source", Text, nullable=False),
    Column("source_digest", String(64), nullable=False),
    Column("source_modified", BigInteger, nullable=False),
    Column("source_kept", String(64), ForeignKey("contents.digest")),
    UniqueConstraint("request", "stage", "number"),
    Index("versions_by_stage", "year", "budget", "stage"),
)

figures = Table(
    "figures",
    metadata,
    Column("version", String(32), ForeignKey("versions.id"), primary_key=True),
    Column("row", String(20), primary_key=True),
    Column("source", String(40), primary_key=True),
    Column("amount", BigInteger, nullable=False),
)

multi_year = Table(
    "multi_year",
    metadata,
    Column("version", String(32), ForeignKey("versions.id"), primary_key=True),
    Column("kind", String(12), primary_key=True),  # commitment 債務負担行為, continuing 継続費
    Column("item", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("status", String(12), nullable=False),
    Column("period", Text, nullable=False),
    Column("whole", BigInteger),  # 限度額, 総額
    Column("paid_period", Text, nullable=False),
    Column("paid", BigInteger),
)

multi_year_amounts = Table(
    "multi_year_amounts",
    metadata,
    Column("version", String(32), ForeignKey("versions.id"), primary_key=True),
    Column("kind", String(12), primary_key=True),
    Column("item", String(64), primary_key=True),
    Column("year", Integer, primary_key=True, autoincrement=False),  # 0: of years that cannot be told apart
    Column("source", String(40), primary_key=True),
    Column("amount", BigInteger, nullable=False),
)

hand_changes = Table(
    "hand_changes",
    metadata,
    Column("version", String(32), ForeignKey("versions.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(8), nullable=False),  # changed, unread
    *_texts("place_words", "what", "before", "after", "place"),
)

checks = Table(
    "checks",
    metadata,
    Column("version", String(32), ForeignKey("versions.id"), primary_key=True),
    Column("at", String(32), nullable=False),
    Column("errors", Integer, nullable=False),
    Column("warnings", Integer, nullable=False),
    Column("questions", Integer, nullable=False),  # of the 質問票 that are not answered
)

findings = Table(
    "findings",
    metadata,
    Column("version", String(32), ForeignKey("versions.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("rule", String(40), nullable=False),
    Column("severity", String(10), nullable=False),
    *_texts("place", "place_words", "message", "source", "acknowledged"),
)

questions = Table(
    "questions",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("request", String(20), ForeignKey("requests.id"), nullable=False),
    Column("version", String(32), ForeignKey("versions.id"), nullable=False),
    Column("kind", String(8), nullable=False),  # source (取り込みの確認), officer, finding (質問票)
    *_texts("place", "place_words", "question", "assumed", "alternatives"),
    Column("at", String(32), nullable=False),
    Column("actor", Text, nullable=False),
    Index("questions_by_request", "request"),
)

answers = Table(
    "answers",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("question", String(32), ForeignKey("questions.id"), nullable=False),
    Column("text", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Column("actor", Text, nullable=False),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("request", String(20), ForeignKey("requests.id"), nullable=False),
    Column("version", String(32), ForeignKey("versions.id"), nullable=False),
    Column("year", Integer, nullable=False),
    *_texts("budget", "stage"),
    Column("number", Integer, nullable=False),
    Column("revision", Integer, nullable=False),  # of the request, that this decision made
    *_texts("result", "comment"),
    Column("assessed", BigInteger),
    Column("held", BigInteger),
    Column("separate", BigInteger),
    Column("at", String(32), nullable=False),
    Column("actor", Text, nullable=False),
    UniqueConstraint("request", "stage", "number"),
    Index("decisions_by_stage", "year", "budget", "stage"),
)

decided = Table(
    "decided",
    metadata,
    Column("decision", String(64), ForeignKey("decisions.id"), primary_key=True),
    Column("row", String(10), primary_key=True),  # assessed 計上, held 保留, separate 別途
    Column("source", String(40), primary_key=True),
    Column("amount", BigInteger, nullable=False),
)

cuts = Table(
    "cuts",
    metadata,
    Column("decision", String(64), ForeignKey("decisions.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("line", String(64), nullable=False),
    Column("amount", BigInteger, nullable=False),
    Column("reason", Text, nullable=False),
)

submissions = Table(
    "submissions",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("path", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("outcome", String(10), nullable=False),
    Column("reason", Text, nullable=False),
    Column("request", String(20)),
    Column("version", String(32)),
    Column("sender", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Column("actor", Text, nullable=False),
    Index("submissions_by_digest", "digest"),
)

acts = Table(
    "acts",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("at", String(32), nullable=False),
    Column("actor", Text, nullable=False),
    Column("act", String(12), nullable=False),  # received, decided, closed, asked, answered
    Column("request", String(20)),
    Column("revision", Integer),
    Column("subject", String(64), nullable=False),
    Column("words", Text, nullable=False),
    UniqueConstraint("request", "revision"),
)

members = Table(
    "members",
    metadata,
    Column("login", String(63), primary_key=True),
    Column("section", Text, primary_key=True),
)
