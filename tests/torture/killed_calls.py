"""Kills the process at every system call of saving, the copy of unsaved work, and the exports, and looks at what is left.

``python3 -m tests.torture.killed_calls FOLDER [MOST]`` prints a line of JSON for each action: how often the process was killed, at how
many calls, and what was wrong afterwards. ``MOST``: how many kills of each action; 0, or nothing, for one at every call.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from tests.faults import failing
from tests.torture.actions import ACTIONS, Place, begin, contents, start_again, wrong


def in_a_process(act: Callable[[], object]) -> int:
    """Do something in a process of its own, forked from this one; how it ended, as ``waitpid`` says it."""
    child = os.fork()
    if child == 0:
        try:
            act()
        finally:
            os._exit(0)
    return os.waitpid(child, 0)[1]


def acted(action: str, warm: Place, place: Place, number: int = 0) -> list[str]:
    """Do an action a second time, and be killed at the call of a number, 0 for none; its calls.

    The first time, in another place, imports and reads what is imported and read once. Both times are in one process, and never
    in the one that is forked: Typst has threads, which a fork leaves behind.
    """
    begin(action, warm)
    ACTIONS[action](warm)
    with failing(number, 0, kills=bool(number)) as faults:
        ACTIONS[action](place)
    return list(faults.calls)


def main() -> None:
    """Kill at every call of every action."""
    folder, most = Path(sys.argv[1]), int((*sys.argv[2:], "0")[0])
    for action in ACTIONS:

        def place(trial: int, of: str = action) -> Place:
            return Place(folder / of / str(trial) / "shared", folder / of / str(trial) / "own")

        before = begin(action, place(0))
        listed = folder / action / "calls.json"
        in_a_process(lambda: listed.write_text(json.dumps(acted(action, place(-1), place(0)))))  # noqa: B023  run at once
        calls: list[str] = json.loads(listed.read_text())
        new = contents(place(0).shared)
        numbers = range(1, len(calls) + 1)[:: max(1, len(calls) // most) if most else 1]
        found: list[str] = []
        for number in numbers:
            begin(action, place(number))
            ended = in_a_process(lambda: acted(action, place(-1 - number), place(number), number))  # noqa: B023  run at once
            if not os.WIFSIGNALED(ended):
                found.append(f"call {number} did not come")
            start_again(place(number))
            found += [
                f"call {number} ({calls[number - 1]}): {what}"
                for what in wrong(action, place(number), None, before, new)
            ]
        print(
            json.dumps(
                {"action": action, "kills": len(numbers), "calls": len(calls), "wrong": found},
                ensure_ascii=False,
            )
        )


if __name__ == "__main__":
    main()
