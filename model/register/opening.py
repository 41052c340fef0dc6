"""Opening a register by its address: the path of a file, or the address of a PostgreSQL server."""

from __future__ import annotations

import getpass
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    Table,
    create_engine,
    event,
    insert,
    inspect,
    make_url,
    select,
    update,
)
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from model.files.files import FileError, reason
from model.files.regular_file import open_regular
from model.register import guards
from model.register.refusals import refusal
from model.register.tables import SCHEMA, about, metadata

_WAIT: Final = 60
"""Seconds that a writer waits for another one."""
_NO_RIGHT: Final = "42501"  # insufficient_privilege of PostgreSQL
_SQLITE: Final = b"SQLite format 3\x00"


class RegisterError(FileError):
    """The register cannot be read or written; the message is a Japanese sentence: what, where, what to do."""


class ChangedMeanwhileError(RegisterError):
    """Somebody else wrote to the request since it was read; nothing was written."""


class ClosedStageError(RegisterError):
    """The stage is closed; nothing was written."""


class Register:
    """An open register.

    Attributes:
        address: where it is, for a sentence; without a password.
        actor: who works with it, for the audit trail.
    """

    def __init__(self, engine: Engine, address: str, actor: str) -> None:
        self.address = address
        self.actor = actor
        self._engine = engine

    @property
    def whole_address(self) -> str:
        """Where it is, with a password where it has one: by which another process opens it."""
        return self._engine.url.render_as_string(hide_password=False)

    def __enter__(self) -> Register:
        return self

    def __exit__(self, *_: tuple[type[BaseException], BaseException, TracebackType] | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of its connections."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the register."""
        with _in_words(self.address), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose writes all stand at its end, or, after an error, none."""
        with _in_words(self.address), self._engine.connect() as connection:
            connection = connection.execution_options(writes=True)
            with connection.begin():
                yield connection


def open_register(address: str, *, actor: str = "", makes: bool = False) -> Register:
    """Open a register.

    Args:
        address: the path of a file, or ``postgresql+psycopg://…``.
        actor: who works with it; the user of the system where it is blank.
        makes: whether one that is not there yet is made.

    Raises:
        RegisterError: when it is not there, is none, or is of a later version of the program.
    """
    url = _url(address)
    shown = url.database or address if url.drivername.startswith("sqlite") else url.render_as_string()
    is_new_file = url.drivername.startswith("sqlite") and not _look_at(Path(shown), makes=makes)
    try:
        engine = _engine(url)
    except (ImportError, NoSuchModuleError) as error:
        raise RegisterError(
            "台帳「{shown}」に使うデータベースの部品が入っていません（{error}）。pip install 'yosancho[postgres]' で入れてください。",
            shown=shown,
            error=error,
        ) from error
    register = Register(engine, shown, actor or getpass.getuser())
    try:
        _prepare(register, makes=makes)
    except BaseException:
        register.close()
        if is_new_file:
            _take_away_empty(Path(shown))
        raise
    return register


def now() -> str:
    """This moment as it is kept in the register."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def new_id() -> str:
    """A new id of a row."""
    return secrets.token_hex(12)


def signed(actor: str, **values: Any) -> dict[str, Any]:
    """A row that says who wrote it and when, with an id of its own."""
    return {"id": new_id(), "at": now(), "actor": actor, **values}


def write_signed(connection: Connection, table: Table, actor: str, **values: Any) -> dict[str, Any]:
    """Write a row that says who wrote it and when; the row."""
    row = signed(actor, **values)
    connection.execute(insert(table).values(row))
    return row


def hold(connection: Connection) -> None:
    """Have everything else that holds the register wait until the transaction ends: batches of files, the end of a stage."""
    connection.execute(update(about).where(about.c.name == "schema").values(value=about.c.value))


def _url(address: str) -> URL:
    if "://" not in address:
        return URL.create("sqlite+pysqlite", database=str(Path(address).absolute()))
    try:
        return make_url(address)
    except ArgumentError as error:
        raise RegisterError(
            "台帳の所在「{address}」が読めません。ファイルの名前か、postgresql+psycopg://利用者@サーバー/名前 の形で指定してください。",
            address=address,
        ) from error


def _look_at(path: Path, *, makes: bool) -> bool:
    """Whether the file is there; one that is no register is refused before SQLite would write into it."""
    try:
        with open_regular(path) as file:
            head = file.read(len(_SQLITE))
    except FileNotFoundError as error:
        if not makes:
            raise RegisterError(
                "台帳「{path}」がありません。名前を確かめるか、collect で要求書を集めて作ってください。",
                path=path,
            ) from error
        if not path.parent.is_dir():
            raise RegisterError(
                "台帳を作るフォルダー「{parent}」がありません。場所を確かめてください。", parent=path.parent
            ) from error
        return False
    except OSError as error:
        raise RegisterError(
            "台帳「{path}」が開けません（{reason}）。場所と権限を確かめてください。",
            path=path,
            reason=reason(error),
        ) from error
    if head and head != _SQLITE:
        raise RegisterError("「{path}」は予算帖の台帳ではありません。ファイルを確かめてください。", path=path)
    return True


def _take_away_empty(path: Path) -> None:
    """Remove the file of a register that could not be made; SQLite makes it, empty, before it writes.

    Another one who has just begun with the same file loses nothing: SQLite refuses to write to a file that is gone.
    """
    with suppress(OSError):
        if not path.stat().st_size:
            path.unlink()


def _engine(url: URL) -> Engine:
    if not url.drivername.startswith("sqlite"):
        return create_engine(url, pool_pre_ping=True)
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": _WAIT})

    @event.listens_for(engine, "connect")
    def connect(driver: Any, _: object) -> None:
        driver.isolation_level = None  # the transactions are ours to begin
        driver.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A writer takes the lock at once: one that read first would have to give up when another writes in between.
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _prepare(register: Register, *, makes: bool) -> None:
    """Make the tables of a new register; refuse what is none, or a later one."""
    with register.reading() as connection:
        there = set(inspect(connection).get_table_names())
    if not there & set(metadata.tables) and makes:
        with register.writing() as connection:
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7203)")  # two may start at once
            if not inspect(connection).has_table("about"):
                metadata.create_all(connection)
                guards.install(connection)
                connection.execute(insert(about).values(name="schema", value=str(SCHEMA)))
                connection.execute(insert(about).values(name="made", value=now()))
    elif "about" not in there:
        raise RegisterError(
            "「{address}」は予算帖の台帳ではありません。名前を確かめてください。", address=register.address
        )
    with register.reading() as connection:
        schema = connection.scalar(select(about.c.value).where(about.c.name == "schema"))
    if schema != str(SCHEMA):
        raise RegisterError(
            "台帳「{address}」は別の版の予算帖のものです（形式{schema}、この版は形式{schema2}）。同じ版の予算帖で開いてください。",
            address=register.address,
            schema=schema,
            schema2=SCHEMA,
        )


@contextmanager
def _in_words(address: str) -> Iterator[None]:
    """Errors of the database as sentences."""
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig)
        if guards.CLOSED in said:
            raise ClosedStageError(
                "この段階は締め切られているため、書き込めません。次の段階として出してください。"
            ) from error
        if guards.OVERWRITTEN in said:
            raise RegisterError(
                "台帳に記録したものは、書き換えも削除もできません。新しい版か決定を加えてください。"
            ) from error
        if getattr(error.orig, "sqlstate", "") == _NO_RIGHT:
            raise RegisterError(
                "台帳「{address}」で、この操作をする権限がありません。財政課の台帳の管理者に確かめてください。",
                address=address,
            ) from error
        why, remedy = refusal(error.orig)
        raise RegisterError(
            "台帳「{address}」を読み書きできません（{why}）。この操作では何も書き込んでいません。{remedy}",
            address=address,
            why=why or _first_line(said),
            remedy=remedy,
        ) from error
    except SQLAlchemyError as error:
        raise RegisterError(
            "台帳「{address}」を読み書きできません（{error}）。",
            address=address,
            error=_first_line(str(error)),
        ) from error


def _first_line(text: str) -> str:
    return text.strip().splitlines()[0] if text.strip() else "わけは分かりません"
