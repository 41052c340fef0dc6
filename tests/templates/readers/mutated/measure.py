"""Prints what comes of good tables that were changed: ``python -m tests.templates.readers.mutated.measure [--times N] [--seed N] [WORD]``.

Right, asked, said, or wrong without a word, by change; of changes that leave no doubt, how many were asked needlessly.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from main import STANDARD_FOLDER
from templates.readers.foreign.foreign import BookReading
from templates.readers.sources import read_source
from tests import samples
from tests.templates.readers.fresh_tables import Fresh, Truth
from tests.templates.readers.mutated import further
from tests.templates.readers.mutated.cells import Cells, cells_of
from tests.templates.readers.mutated.changes import Change
from tests.templates.readers.test_fresh_tables import EVERY, GIVES, came

CHANGES: Final = further.CHANGES
"""Every change, in order."""


def bases(folder: Path) -> Iterator[tuple[Fresh, Cells]]:
    """The fresh workbooks of one plain table that come in right, with their cells."""
    for fresh in EVERY:
        if fresh.ending != ".xlsx" or fresh.name in GIVES or fresh.truth.must != "right":
            continue
        path = folder / f"{fresh.name}.xlsx"
        fresh.write(path)
        reading = read_source(path, samples.standard(), STANDARD_FOLDER)
        if not isinstance(reading, BookReading) or len(reading.found.tables) != 1:
            continue
        cells = cells_of(path, reading.found.tables[0])
        if cells is not None:
            yield fresh, cells


def changed(fresh: Fresh, cells: Cells, changes: list[Change], seed: int) -> tuple[Fresh, Cells] | None:
    """A table after changes; None where one does not fit it."""
    rng = random.Random(f"{fresh.name} {seed}")  # noqa: S311
    made, truth = cells.copied(), fresh.truth
    for change in changes:
        found: Truth | None = change.make(made, truth, rng)
        if found is None:
            return None
        truth = found
    name = f"{fresh.name}-{'-'.join(change.name for change in changes)}-{seed}"
    return Fresh(name, ".xlsx", made.save, truth), made


def outcome(fresh: Fresh, folder: Path) -> str:
    """What comes of a changed table: right, asked, said, kept, or silent."""
    came_in = came(fresh, folder)
    if fresh.truth.must == "any" and came_in.startswith("wrong: nothing"):
        return "right"
    return "SILENT" + came_in.removeprefix("wrong") if came_in.startswith("wrong") else came_in


def _main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--times", type=int, default=1)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--pairs", action="store_true")
    options.add_argument("words", nargs="*")
    given = options.parse_args()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    silent: list[str] = []
    needless: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for fresh, cells in list(bases(folder)):
            for seed in range(given.seed, given.seed + given.times):
                for change in CHANGES:
                    if given.words and not any(
                        word in change.name or word in fresh.name for word in given.words
                    ):
                        continue
                    chosen = [change]
                    if given.pairs:
                        chosen.append(random.Random(f"{seed}{fresh.name}{change.name}").choice(CHANGES))  # noqa: S311
                    made = changed(fresh, cells, chosen, seed)
                    if made is None:
                        continue
                    try:
                        came_in = outcome(made[0], folder)
                    except Exception as error:  # the measure goes on
                        came_in = f"SILENT crash {error!r}"
                    kind = came_in.split(":")[0].split(" ")[0]
                    counts[change.name][kind] += 1
                    if kind == "SILENT":
                        silent.append(f"{made[0].name}: {came_in}")
                    elif kind != "right" and all(change.is_plain for change in chosen):
                        needless.append(f"{made[0].name}: {came_in}")
    out = sys.stdout.write
    for change in CHANGES:
        if counts[change.name]:
            out(f"{change.name:28}{'plain ' if change.is_plain else '      '}{dict(counts[change.name])}\n")
    whole = sum(map(Counter.total, counts.values()))
    out("".join(f"{line}\n" for line in (*sorted(silent), "-- needless", *sorted(needless))))
    plain = sum(counts[change.name].total() for change in CHANGES if change.is_plain)
    out(f"{whole} tables, {len(silent)} silent, {1000 * len(silent) / max(whole, 1):.1f} of a thousand; ")
    out(f"{len(needless)} of {plain} plain ones asked or said\n")


if __name__ == "__main__":
    _main()
