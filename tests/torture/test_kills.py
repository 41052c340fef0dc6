"""The real window killed while it edits and saves: ``TORTURE=2000 python3 -m pytest tests/torture -n 0`` kills it two thousand times."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Final

import pytest

from tests.samples import ROOT

KILLS: Final = int(os.environ.get("TORTURE", "4"))


@pytest.mark.torture
@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has neither fork nor SIGKILL")
def test_a_killed_window_loses_at_most_a_second() -> None:
    """Whenever it is killed the file is a saved state, the work is in the file or its copy but for the last second, nothing is left over."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.torture.killed_window", str(KILLS)],
        cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60 + 20 * KILLS,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    print(found)
    assert found["keys"] > KILLS
    assert (found["torn"], found["left"]) == (0, 0), found
    if KILLS >= 100:  # in the suite the machine may be busy with anything
        assert found["oldest_lost_ms"] <= 1_000, found
