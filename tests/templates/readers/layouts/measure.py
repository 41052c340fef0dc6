"""Prints what comes of every layout: ``python -m tests.templates.readers.layouts.measure [--random N] [--seed N] [--show] [WORD]``.

Right, asked, told by a 誤り, refused, or SILENT: wrong without a word. The silent ones are listed with what came in.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import process_time
from typing import Final

from main import STANDARD_FOLDER
from model.standard.standard import Standard
from model.standard_folder.load import load
from tests.templates.readers.layouts.laying import lay
from tests.templates.readers.layouts.layout import Layout
from tests.templates.readers.layouts.named import named
from tests.templates.readers.layouts.outcome import Outcome, outcome
from tests.templates.readers.layouts.random_layouts import random_layout
from tests.templates.readers.layouts.writers import write

KINDS: Final = ("right", "alarm", "asked", "told", "kept", "refused", "guessed", "SILENT", "crashed")


def seed_of(layout: Layout) -> int:
    """The seed of a named layout's request: its name, so that a new layout changes no other."""
    return sum(number * ord(sign) for number, sign in enumerate(layout.name, start=1))


def came(
    layout: Layout, folder: Path, standard: Standard, seed: int | None = None, ending: str = ""
) -> Outcome:
    """What comes of a layout that is written as a file and read."""
    book, expected = lay(layout, seed_of(layout) if seed is None else seed)
    path = write(book, folder / f"{layout.name}{ending or layout.ending}", layout.formulas)
    return outcome(path, expected, standard, STANDARD_FOLDER, layout.must)


def _all(options: argparse.Namespace) -> Iterator[tuple[Layout, int | None]]:
    for layout in named():
        if not options.word or any(word in layout.name for word in options.word):
            yield layout, None
    for seed in range(options.seed, options.seed + options.random):
        yield random_layout(seed), seed


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def measure(layouts: Iterable[tuple[Layout, int | None]], ending: str, listed: set[str]) -> None:
    """Print the outcomes by kind of layout, and those that are wrong without a word."""
    standard = load(STANDARD_FOLDER)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    shown: list[str] = []
    missed = 0
    start = process_time()
    with tempfile.TemporaryDirectory() as folder:
        for layout, seed in layouts:
            found = came(layout, Path(folder), standard, seed, ending)
            counts[layout.kind][found.kind] += 1
            missed += layout.must == "right" and found.kind != "right"
            if found.kind in listed:
                shown.append(
                    f"{found.kind} {layout.name} [{layout.must}] ({layout.about}): {found.why[:400]}"
                )
    _print(f"{'':14}" + "".join(f"{kind:>9}" for kind in KINDS))
    for kind, of_kind in counts.items():
        _print(f"{kind:14}" + "".join(f"{of_kind[key] or '':>9}" for key in KINDS))
    every = sum(counts.values(), Counter[str]())
    _print(f"{'all':14}" + "".join(f"{every[key]:>9}" for key in KINDS))
    _print(f"{every.total()} layouts, {process_time() - start:.1f} s; must be right and are not: {missed}\n")
    for line in shown:
        _print(line)


def show(layout: Layout, seed: int) -> None:
    """Print a layout as its tabs look, and what has to come back."""
    book, expected = lay(layout, seed)
    _print(f"{layout.name}: {layout.about} [{layout.must}]")
    for tab in book.tabs:
        _print(f"--- {tab.title}" + (f", hidden rows {sorted(tab.hidden)}" if tab.hidden else ""))
        for number, row in enumerate(tab.table(), start=1):
            _print(f"{number:3} " + " | ".join(text.replace("\n", "⏎") for text in row))
    _print(
        f"令和{expected.year}年度, {expected.amount:,}円, before {expected.previous}, printed {expected.printed:,}円"
    )
    for reading in expected.readings:
        _print(
            "; ".join(
                f"{line.texts[0]} {line.amount} {line.previous}" + "?" * line.optional for line in reading
            )
        )


def main() -> None:
    """Measure the named layouts, and as many random ones as are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("word", nargs="*", help="only layouts with one of these in their name")
    parser.add_argument("--random", type=int, default=0, help="random layouts beside the named ones")
    parser.add_argument("--seed", type=int, default=0, help="the first seed of the random ones")
    parser.add_argument(
        "--ending", default="", help="write every layout as .xlsx, .csv, .cp932.csv, .tsv or .html"
    )
    parser.add_argument(
        "--list",
        default="SILENT,guessed,crashed,alarm",
        help="outcomes that are listed, parted by commas; all: every one",
    )
    parser.add_argument("--show", action="store_true", help="print the layouts themselves, and read nothing")
    options = parser.parse_args()
    if options.show:
        for layout, seed in _all(options):
            show(layout, seed_of(layout) if seed is None else seed)
        return
    measure(_all(options), options.ending, set(KINDS if options.list == "all" else options.list.split(",")))


if __name__ == "__main__":
    main()
