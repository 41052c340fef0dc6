"""An officer in a process of its own, who decides until nothing is undecided, and is killed at any moment.

What the register said is decided is written into a file at once: whatever stands there must be in the register for ever.
"""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

from model.register.deciding import Decision, decide
from model.register.listing import RegisterRow, Selection, rows
from model.register.opening import ChangedMeanwhileError, new_id, open_register

_AT_A_LOOK = 200
"""Decisions before an officer looks at the list again."""


def granted(amount: int, name: str) -> int:
    """What every officer grants of a request: the same, so that the sum does not depend on who was first."""
    return amount - int(name[-5:]) % 7


def work(address: str, told: Path, number: int, chosen: Selection) -> None:
    """Decide, a few at a time, until all is decided."""
    random = Random(number)  # noqa: S311 - who takes which request is no secret
    with open_register(address, actor=f"査定係{number}") as register, told.open("ab", buffering=0) as file:
        while True:
            with register.reading() as connection:
                left = [row for row in rows(connection, chosen) if not row.is_decided]
            if not left:
                return
            random.shuffle(left)
            if len(left) > _AT_A_LOOK:
                del left[_AT_A_LOOK:]
            while left:
                some = [left.pop() for _ in range(min(len(left), random.randint(1, 3)))]
                made = [_decision(row) for row in some]
                try:
                    decide(register, made)
                except ChangedMeanwhileError:
                    continue  # somebody was first: the next ones
                file.write("".join(f"{decision.id}\n" for decision in made).encode())
                os.fsync(file.fileno())


def _decision(row: RegisterRow) -> Decision:
    return Decision(
        id=new_id(), request=row.request, stage=row.stage, version=row.version, revision=row.revision,
        result="一部計上", assessed=granted(row.amount or 0, row.name),
    )  # fmt: skip
