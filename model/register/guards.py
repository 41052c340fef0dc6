"""What the database itself refuses: to change or delete what was received or decided, and anything new of a closed stage.

So a program with a fault, or a hand at the database, cannot overwrite either. The triggers differ between SQLite and
PostgreSQL, and nothing else does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection

from model.register.tables import metadata

OVERWRITTEN: Final = "register: nothing is overwritten"
CLOSED: Final = "register: the stage is closed"
_CHANGING: Final = frozenset({"about", "members", "requests"})
_OF_A_STAGE: Final = ("versions", "decisions")


def install(connection: Connection) -> None:
    """Make the triggers of a new register."""
    statements = _sqlite() if connection.dialect.name == "sqlite" else _postgresql()
    for statement in statements:
        connection.exec_driver_sql(statement)


def _growing() -> list[str]:
    return [name for name in metadata.tables if name not in _CHANGING]


def _sqlite() -> Iterator[str]:
    for table in _growing():
        for act in ("UPDATE", "DELETE"):
            yield (
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{OVERWRITTEN}'); END"
            )
    yield (
        "CREATE TRIGGER requests_no_delete BEFORE DELETE ON requests "
        f"BEGIN SELECT RAISE(ABORT, '{OVERWRITTEN}'); END"
    )
    for table in _OF_A_STAGE:
        yield (
            f"CREATE TRIGGER {table}_open_stage BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM closings "  # noqa: S608 - our own names
            "WHERE year = NEW.year AND budget = NEW.budget AND stage = NEW.stage) "
            f"BEGIN SELECT RAISE(ABORT, '{CLOSED}'); END"
        )


def _postgresql() -> Iterator[str]:
    yield (
        "CREATE FUNCTION refuse_overwriting() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{OVERWRITTEN}'; END $$"
    )
    yield (
        "CREATE FUNCTION refuse_closed_stage() RETURNS trigger LANGUAGE plpgsql AS "  # noqa: S608 - our own names
        "$$ BEGIN IF EXISTS (SELECT 1 FROM closings WHERE year = NEW.year AND budget = NEW.budget "
        f"AND stage = NEW.stage) THEN RAISE EXCEPTION '{CLOSED}'; END IF; RETURN NEW; END $$"
    )
    yield "ALTER TABLE acts ADD COLUMN login text NOT NULL DEFAULT session_user"
    for table in _growing():
        yield (
            f"CREATE TRIGGER {table}_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_overwriting()"
        )
    yield (
        "CREATE TRIGGER requests_stay BEFORE DELETE OR TRUNCATE ON requests "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_overwriting()"
    )
    for table in _OF_A_STAGE:
        yield (
            f"CREATE TRIGGER {table}_open_stage BEFORE INSERT ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION refuse_closed_stage()"
        )
