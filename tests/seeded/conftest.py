"""Whether all seeded errors are tried, or every so manieth; and how their tables are shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Show = Callable[[str, str], None]


@pytest.fixture
def whole(pytestconfig: pytest.Config) -> bool:
    """True where the tables are asked for: ``python3 -m pytest tests/seeded -s -n 0`` tries every error."""
    return bool(pytestconfig.getoption("capture") == "no")


@pytest.fixture
def show(whole: bool, capsys: pytest.CaptureFixture[str]) -> Show:
    """Print a table for people to read, where all errors are tried."""

    def printed(title: str, table: str) -> None:
        if whole:
            with capsys.disabled():
                print(f"\n\n{title}\n\n{table}")

    return printed
