"""The roles of a register on PostgreSQL: what a section, an officer, an approver and a reader may do, held by the server itself.

    yosancho_reader    reads everything, writes nothing
    yosancho_officer   reads everything, takes requests in, asks, answers and decides
    yosancho_approver  an officer who may also close a stage
    yosancho_section   reads the requests of its own sections alone, and the decisions on them once their stage is closed

Who has which role is granted by the server's own ``GRANT yosancho_officer TO login``; the sections of a login stand in the table
``members``. The rules can be installed again; they only add.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from model.register.opening import Register, RegisterError
from model.register.tables import metadata

ROLES: Final = ("yosancho_reader", "yosancho_officer", "yosancho_approver", "yosancho_section")
_EVERYBODY: Final = frozenset({"about", "stages", "closings"})
_NOT_FOR_SECTIONS: Final = frozenset({"submissions", "acts"})
"""What a section does not see: who sent what to the desk, and who did what there."""
_OWNED: Final[Mapping[str, str]] = {
    "versions": "section IN (SELECT section FROM members WHERE login = current_user)",
    "members": "login = current_user",
    "requests": "id IN (SELECT request FROM versions)",
    "contents": "digest IN (SELECT content FROM versions)",
    "figures": "version IN (SELECT id FROM versions)",
    "multi_year": "version IN (SELECT id FROM versions)",
    "multi_year_amounts": "version IN (SELECT id FROM versions)",
    "hand_changes": "version IN (SELECT id FROM versions)",
    "checks": "version IN (SELECT id FROM versions)",
    "findings": "version IN (SELECT id FROM versions)",
    "questions": "request IN (SELECT id FROM requests)",
    "answers": "question IN (SELECT id FROM questions)",
    "decisions": (
        "request IN (SELECT id FROM requests) AND EXISTS (SELECT 1 FROM closings c WHERE c.year = decisions.year"
        " AND c.budget = decisions.budget AND c.stage = decisions.stage)"
    ),
    "decided": "decision IN (SELECT id FROM decisions)",
    "cuts": "decision IN (SELECT id FROM decisions)",
}
"""Which rows a section sees of each table; what one table hides, those that point to it hide too."""


def install_roles(register: Register) -> None:
    """Make the roles of the server where they are not there, and give them their rights in this register.

    Raises:
        RegisterError: where the register is a file, which knows no roles, or the login may not make roles.
    """
    with register.writing() as connection:
        if connection.dialect.name != "postgresql":
            raise RegisterError(
                "ファイルの台帳に役割はありません。役割を分けるときは、PostgreSQLの台帳を使ってください。"
            )
        for statement in _statements():
            connection.exec_driver_sql(statement)


def _statements() -> Iterator[str]:
    for role in ROLES:
        yield (
            f"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{role}') "  # noqa: S608 - our own names
            f"THEN CREATE ROLE {role} NOLOGIN; END IF; END $$"
        )
    reader, officer, approver, section = ROLES
    readers = f"{reader}, {officer}, {approver}"
    for table in metadata.tables:
        yield f"GRANT SELECT ON {table} TO {readers}"
        if table not in _NOT_FOR_SECTIONS:
            yield f"GRANT SELECT ON {table} TO {section}"
        if table not in ("about", "closings", "members"):
            columns = ", ".join(f'"{column.name}"' for column in metadata.tables[table].columns)
            yield f"GRANT INSERT ({columns}) ON {table} TO {officer}, {approver}"
    yield f"GRANT UPDATE (revision) ON requests TO {officer}, {approver}"
    # to hold them for the length of a transaction; their triggers let nothing be changed
    yield f"GRANT UPDATE (position) ON stages TO {officer}, {approver}"
    yield f"GRANT UPDATE (value) ON about TO {officer}, {approver}"
    yield f"GRANT INSERT ON closings TO {approver}"
    for table in metadata.tables:
        if table in _EVERYBODY or table in _NOT_FOR_SECTIONS:
            continue
        yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
        yield f"DROP POLICY IF EXISTS of_the_desk ON {table}"
        yield f"CREATE POLICY of_the_desk ON {table} TO {readers} USING (true) WITH CHECK (true)"
        yield f"DROP POLICY IF EXISTS of_the_section ON {table}"
        yield f"CREATE POLICY of_the_section ON {table} FOR SELECT TO {section} USING ({_OWNED[table]})"
