"""A PostgreSQL server of the tests' own, where one is installed: it listens in a folder of its own, and on no port."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

_PLACES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
_NAMES = iter(range(1_000_000))


class NoServerError(Exception):
    """No server can be started here; the message says what is missing."""


@contextmanager
def running_server() -> Iterator[str]:
    """The address of a server without a database's name, while it runs.

    Raises:
        NoServerError: where PostgreSQL, its driver or a user to run it as is missing.
    """
    initdb, control = _program("initdb"), _program("pg_ctl")
    if not initdb or not control:
        raise NoServerError("PostgreSQL (initdb, pg_ctl) is not installed")
    if find_spec("psycopg") is None:
        raise NoServerError("psycopg is not installed")
    is_root = os.geteuid() == 0  # the server refuses to run as root
    if is_root and not shutil.which("runuser"):
        raise NoServerError("PostgreSQL does not run as root, and runuser is not installed")
    as_user = ["runuser", "-u", "nobody", "--"] if is_root else []
    folder = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
    if is_root:
        shutil.chown(folder, "nobody")
    data = folder / "data"

    def run(*words: str) -> None:
        subprocess.run([*as_user, *words], check=True, cwd=folder, capture_output=True)

    run(initdb, "-D", str(data), "-U", "tests", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off -c max_connections=60"
    run(control, "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start")
    try:
        yield f"postgresql+psycopg://tests@/{{}}?host={folder}"
    finally:
        run(control, "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def new_database(server: str) -> str:
    """The address of a new, empty database."""
    name = f"register{os.getpid()}_{next(_NAMES)}"
    _order(server, f"CREATE DATABASE {name}")
    return server.format(name)


def login(server: str, address: str, role: str) -> str:
    """The address of a register for a new login that has a role."""
    name = f"login{os.getpid()}_{next(_NAMES)}"
    _order(server, f"CREATE ROLE {name} LOGIN IN ROLE {role}")
    return address.replace("tests@", f"{name}@")


def _order(server: str, statement: str) -> None:
    import psycopg

    folder = server.rpartition("host=")[2]
    with psycopg.connect(f"host={folder} user=tests dbname=postgres", autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[arg-type]


def _program(name: str) -> str | None:
    found = [place / name for place in _PLACES if (place / name).exists()]
    return str(found[0]) if found else shutil.which(name)
