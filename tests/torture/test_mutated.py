"""Changed inputs through every reader: some with the suite, ``python3 -m tests.torture.mutated 100000`` as many as one likes."""

from __future__ import annotations

import os
from typing import Final

import pytest

from tests.torture.mutated import READERS, tried

COUNT: Final = int(os.environ.get("MUTATED", "4"))


@pytest.mark.torture
@pytest.mark.parametrize("reader", READERS)
def test_no_input_harms_a_reader(reader: str) -> None:
    """Whatever became of an input: it is read, and what was read can be saved and checked, or refused in a sentence; soon, in bounded memory."""
    found = tried(reader, COUNT)
    print(found)
    assert found["fallen"] == {}
    assert found["read"] + found["refused"] == COUNT
