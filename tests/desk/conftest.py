"""Registers for the tests: a file of SQLite, and a PostgreSQL server of the tests' own where one is installed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk.database import NoServerError, new_database, running_server


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server without a database's name."""
    try:
        with running_server() as address:
            yield address
    except NoServerError as missing:
        pytest.skip(str(missing))


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a register that is not there yet, on each of the databases."""
    if request.param == "sqlite":
        return str(tmp_path / "register.db")
    return new_database(request.getfixturevalue("server"))
