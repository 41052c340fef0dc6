"""Two processes that edit and save one file at the same time: each edit is in the file, or its collision was shown."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from model.document import storage
from model.files.versions import Versions
from tests.samples import ROOT, one_line

ROUNDS: Final = 500 if int(os.environ.get("TORTURE", "4")) >= 100 else 25

_SCRIPT: Final = """
import json, random, sys, time
from pathlib import Path
from model.document import storage
from model.edits.fields import set_value, value_at
from model.files.undo_files import UndoFiles
from model.files.versions import Versions
from ui.window.files.saving import Changed, Kept, Known, Written, write_request
path, mine, rounds = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
kept = Kept(Versions(Path(sys.argv[4])), UndoFiles(Path(sys.argv[4]) / 'undo'))
shown = refused = 0
for number in range(rounds):
    edit = f"{mine}{number} "
    opened = storage.open_file(path)
    request = set_value(opened.request, "header/name", str(value_at(opened.request, "header/name")) + edit)
    known = Known(opened.content)
    time.sleep(random.random() / 200)
    while True:
        outcome = write_request(request, path, known, kept, replaces=False)
        if isinstance(outcome, Written):
            break
        if isinstance(outcome, Changed):
            shown += 1  # the writer sees it, takes the file as it is now and edits again
            opened = storage.open_file(path)
            known = Known(opened.content)
            request = set_value(opened.request, "header/name", str(value_at(opened.request, "header/name")) + edit)
        else:
            refused += 1
print(json.dumps([shown, refused]))
"""


@pytest.mark.torture
def test_no_edit_is_lost_without_being_shown(tmp_path: Path) -> None:
    """After all rounds the file holds every edit that was reported as saved, in the order in which each process made its own."""
    path = tmp_path / "a.yosan"
    storage.save(one_line(), path)
    start = storage.load(path).header.name
    running = [
        subprocess.Popen(
            [sys.executable, "-c", _SCRIPT, str(path), name, str(ROUNDS), str(tmp_path / "versions")],
            cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8",
        )
        for name in "ab"
    ]  # fmt: skip
    said = [process.communicate(timeout=600)[0] for process in running]
    edits = storage.load(path).header.name.removeprefix(start).split()
    for name in "ab":
        assert [edit for edit in edits if edit.startswith(name)] == [
            f"{name}{number}" for number in range(ROUNDS)
        ]
    shown, refused = map(sum, zip(*map(json.loads, said), strict=True))
    print(f"{2 * ROUNDS} saves, {shown} collisions shown, {refused} refused")
    assert shown > 0
    assert len(Versions(tmp_path / "versions").of(path)) <= 10
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["a.yosan"]
