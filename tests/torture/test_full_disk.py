"""A disk that is really full, for the files, for the user's own folder, and for temporary files."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.samples import ROOT
from tests.torture.actions import ACTIONS

ALL: Final = int(os.environ.get("TORTURE", "4")) >= 100
_ALONE: Final = ("unshare", "--user", "--map-root-user", "--mount")


def cannot_mount(folder: Path) -> str:
    """Why no small disk can be mounted here; "" where one can."""
    if shutil.which("unshare") is None:
        return "there is no unshare (Linux only)"
    mount = f"mount -t tmpfs -o size=64k none {folder}"
    tried = subprocess.run([*_ALONE, "sh", "-c", mount], capture_output=True, encoding="utf-8")
    return f"no disk may be mounted: {tried.stderr.strip()}" if tried.returncode else ""


@pytest.mark.torture
def test_a_full_disk(tmp_path: Path) -> None:
    """With 0 to 192 kB free on each disk: done or not done, as it is reported; the old files whole where not, and nothing left over."""
    if why := cannot_mount(tmp_path):
        pytest.skip(why)
    done = subprocess.run(
        [*_ALONE, sys.executable, "-m", "tests.torture.full_disk", tmp_path, "1" if ALL else "13"],
        cwd=ROOT, capture_output=True, encoding="utf-8", timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    print(*found, sep="\n")
    assert [line["action"] for line in found] == list(ACTIONS)
    assert [line["wrong"] for line in found] == [[]] * len(found)
    assert all(line["not_done"] > 0 for line in found if line["action"] != "notice")
