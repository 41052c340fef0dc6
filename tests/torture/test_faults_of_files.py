"""Every system call of saving, the copy of unsaved work, and the exports refused in turn, and the process killed at each.

``TORTURE=2000 python3 -m pytest tests/torture -n 0`` tries every call with every error.
"""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from model.files import leftovers
from tests.faults import failing
from tests.samples import ROOT
from tests.torture.actions import ACTIONS, Place, begin, contents, start_again, wrong

ALL: Final = int(os.environ.get("TORTURE", "4")) >= 100
ERRORS: Final = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT)
TRIALS: Final = 40  # of each action, where not all are tried
KILLS: Final = 3  # the same


@pytest.mark.torture
@pytest.mark.parametrize("action", ACTIONS)
def test_a_call_that_fails(action: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever call fails, what is reported as done is done, what is not is as before, and after the next start nothing is left over."""
    act = ACTIONS[action]

    def place(trial: int) -> Place:
        return Place(tmp_path / str(trial) / "shared", tmp_path / str(trial) / "own")

    begin(action, place(-1))
    act(place(-1))  # what is imported and read once is there from now on
    before = begin(action, place(0))
    with failing(0, 0) as faults:
        assert act(place(0))
    new, calls = contents(place(0).shared), len(faults.calls)
    tried = [(number, error) for number in range(1, calls + 1) for error in ERRORS]
    if not ALL:
        step = max(1, len(tried) // TRIALS)
        tried = tried[:: step if step % len(ERRORS) else step + 1]
    monkeypatch.setattr(
        leftovers, "is_running", lambda _: False
    )  # the next start comes when the program has ended
    for trial, (number, error) in enumerate(tried, start=1):
        begin(action, place(trial))
        with failing(number, error) as faults:
            done = act(place(trial))
        what = f"{action}: call {number} of {calls}, {faults.calls[number - 1 : number]}, {errno.errorcode[error]}"
        start_again(place(trial))
        assert list(wrong(action, place(trial), done, before, new)) == [], what
    print(f"{action}: {len(tried)} faults at {calls} calls")


@pytest.mark.torture
@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has neither fork nor SIGKILL")
def test_a_kill_at_a_call(tmp_path: Path) -> None:
    """At whatever call the process is killed, the files are old or new, a copy of unsaved work is whole, and the next start leaves nothing over."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.torture.killed_calls", str(tmp_path), "0" if ALL else str(KILLS)],
        cwd=ROOT, capture_output=True, encoding="utf-8", timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    print(*found, sep="\n")
    assert [line["action"] for line in found] == list(ACTIONS)
    assert all(line["kills"] > 0 for line in found)
    assert [line["wrong"] for line in found] == [[]] * len(found)
