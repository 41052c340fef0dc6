"""Saves, keeps and exports on a disk that is really full, and with a full folder for temporary files, and looks at what is left.

``unshare --user --map-root-user --mount python3 -m tests.torture.full_disk FOLDER [EVERY]`` mounts small disks in the folder, which nobody
else sees, and prints a line of JSON for each action: how often it was done and how often not, and what was wrong
afterwards. ``EVERY``: 5 tries every fifth size of what is free.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from model.files import leftovers
from tests.torture.actions import ACTIONS, Contents, Place, begin, contents, start_again, wrong

SIZE: Final = 1_024  # kB of a disk
FREE: Final = (0, 4, 8, 12, 16, 20, 24, 32, 48, 64, 96, 128, 192)  # kB that are left of it


@contextmanager
def disk(folder: Path) -> Iterator[Path]:
    """A small disk at a folder."""
    folder.mkdir(parents=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}k", "none", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def fill(folder: Path, free: int) -> None:
    """Fill a disk until so many kB are free."""
    with (folder / "filling").open("wb", buffering=0) as file:
        state = os.statvfs(folder)
        file.write(bytes(max(0, state.f_bavail * state.f_frsize - free * 1_024)))


def on(full: str, action: str, folder: Path, free: int | None) -> tuple[bool, Place, Contents, list[str]]:
    """Do an action where a disk is full; whether it was done, where, what the files held, and what was said that nobody should see.

    Args:
        full: which disk: of the "target", of the user's "own" files, or the "temporary" one.
        action: its name.
        folder: where; the files of the action stay there.
        free: how many kB are free on that disk; None for all.
    """
    ordinary, small = folder / "ordinary", folder / "small"
    place = Place(
        (small if full == "target" else ordinary) / "a", (small if full == "own" else ordinary) / "b"
    )
    before = begin(action, place)
    temporary = small if full == "temporary" else folder / "temporary"
    temporary.mkdir(exist_ok=True)
    tempfile.tempdir = str(temporary)
    os.environ["TMPDIR"] = str(temporary)
    if free is not None:
        fill(small, free)
    done = ACTIONS[action](place)
    start_again(place)
    over = [path.name for path in temporary.iterdir() if path.name not in ("filling", "a", "b")]
    return done, place, before, over


def main() -> None:
    """Try each action with each disk full to each degree."""
    folder, every = Path(sys.argv[1]), int((*sys.argv[2:], "1")[0])
    leftovers.is_running = lambda _: False  # the next start comes when the program has ended
    for action in ACTIONS:
        with disk(folder / action / "whole" / "small"):
            _, place, _, _ = on("target", action, folder / action / "whole", None)
            new = contents(place.shared)
        count = {True: 0, False: 0}
        found: list[str] = []
        for full in ("target", "own", "temporary"):
            for free in FREE[::every]:
                where = folder / action / full / str(free)
                with disk(where / "small"):
                    done, place, before, over = on(full, action, where, free)
                    bad = [
                        *wrong(action, place, done, before, new),
                        *(f"{name} is left over" for name in over),
                    ]
                count[done] += 1
                found += [f"{full} with {free} kB: {what}" for what in bad]
        print(json.dumps({"action": action, "done": count[True], "not_done": count[False], "wrong": found}))


if __name__ == "__main__":
    main()
