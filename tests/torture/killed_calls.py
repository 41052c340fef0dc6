"""Kills the process at every system call of saving, the copy of unsaved work, and the exports, and looks at what is left.

``python3 -m tests.torture.killed_calls FOLDER [MOST]`` prints a line of JSON for each action: how often the process was killed, at how
many calls, and what was wrong afterwards. ``MOST``: how many kills of each action; 0, or nothing, for one at every call.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from tests.faults import failing
from tests.torture.actions import ACTIONS, Place, begin, contents, start_again, wrong


def killed(action: str, place: Place, number: int) -> bool:
    """Begin an action in a process that is killed at the call of a number; whether it came so far."""
    child = os.fork()
    if child == 0:
        try:
            with failing(number, 0, kills=True):
                ACTIONS[action](place)
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def main() -> None:
    """Kill at every call of every action."""
    folder, most = Path(sys.argv[1]), int((*sys.argv[2:], "0")[0])
    for action, act in ACTIONS.items():

        def place(trial: int, of: str = action) -> Place:
            return Place(folder / of / str(trial) / "shared", folder / of / str(trial) / "own")

        begin(action, place(-1))
        act(place(-1))  # what is imported and read once is there from now on
        before = begin(action, place(0))
        with failing(0, 0) as faults:
            act(place(0))
        new, calls = contents(place(0).shared), len(faults.calls)
        numbers = range(1, calls + 1)[:: max(1, calls // most) if most else 1]
        found: list[str] = []
        for number in numbers:
            begin(action, place(number))
            if not killed(action, place(number), number):
                found.append(f"call {number} did not come")
            start_again(place(number))
            found += [
                f"call {number} ({faults.calls[number - 1]}): {what}"
                for what in wrong(action, place(number), None, before, new)
            ]
        print(
            json.dumps(
                {"action": action, "kills": len(numbers), "calls": calls, "wrong": found}, ensure_ascii=False
            )
        )


if __name__ == "__main__":
    main()
