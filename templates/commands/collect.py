"""The command ``collect``: the files of folders into the register, each told with what became of it."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from pathlib import Path
from typing import Any, Final

import msgspec

from model.document.storage import SUFFIX
from model.register.arrival import OUTCOME_LABELS, Outcome
from model.register.listing import rows
from model.register.opening import open_register
from model.standard.parts import Office
from model.standard.standard import Standard
from templates.commands import console
from templates.commands.check import FINDINGS, GOOD
from templates.commands.console import FAILED
from templates.commands.named_files import Kinds, is_plain, named_files
from templates.commands.progress import Progress
from templates.desk.collecting import RECEIVED, came_from, check_new, collect
from templates.desk.missing import missing_offices

_RECEIVED: Final = Kinds(
    RECEIVED,
    f"要求書のファイル（.xlsx・.html・{SUFFIX}）",
    says_others=True,
)


def collect_files(options: Namespace, in_force: Standard, standard_folder: Path) -> int:
    """Take the files of folders into the register.

    Args:
        options: ``folders`` (folders, files and patterns), ``register``, ``sender``, ``same_project``, ``actor`` and ``json``.
        in_force: the Standard.
        standard_folder: its folder.

    Returns:
        1 where a file was refused, 2 where a folder or the register cannot be read.
    """
    worst = GOOD
    paths: list[tuple[Path, Path]] = []
    for name in options.folders:
        if is_plain(name) and not name.exists():
            console.say(f"「{name}」がありません。フォルダーかファイルの名前と場所を確かめてください。")
            worst = FAILED
            continue
        for path, error in named_files([name], _RECEIVED):
            if error:
                console.say(error)
                worst = FAILED
            else:
                paths.append((path, name if name.is_dir() else path.parent))
    outcomes: list[Outcome] = []
    with open_register(options.register, actor=options.actor, makes=True) as register:
        progress = Progress(len(paths))
        files = came_from(paths, options.sender, options.same_project)
        for batch in collect(register, files, in_force, standard_folder):
            outcomes += batch
            progress.clear()
            if not options.json:
                _print(batch)
            progress.show(len(outcomes))
        progress.end()
        for _ in check_new(register, in_force):
            pass
        with register.reading() as connection:
            there = rows(connection)
    now = {outcome.request for outcome in outcomes}
    years = {row.year for row in there if row.request in now}
    missing = {year: missing_offices(there, in_force, year) for year in sorted(years)}
    counts = Counter(outcome.kind for outcome in outcomes)
    if options.json:
        print(console.as_json(_as_data(outcomes, counts, missing)))
    else:
        said = "、".join(f"{label} {counts[kind]}件" for kind, label in OUTCOME_LABELS.items())
        console.print_line(f"{len(outcomes)}件: {said}")
        for year, offices in missing.items():
            if offices:
                names = "、".join(f"{office.department} {office.name}" for office in offices)
                console.print_line(f"{year}年度の要求がまだ来ていない課 {len(offices)}課: {names}")
    return max(worst, FINDINGS if counts["refused"] else GOOD)


def _print(outcomes: list[Outcome]) -> None:
    for outcome in outcomes:
        if outcome.kind != "unchanged":
            console.print_line(f"【{OUTCOME_LABELS[outcome.kind]}】{outcome.path}: {outcome.reason}")


def _as_data(
    outcomes: list[Outcome], counts: Counter[Any], missing: dict[int, list[Office]]
) -> dict[str, Any]:
    return {
        "files": msgspec.to_builtins(outcomes),
        "counts": {kind: counts[kind] for kind in OUTCOME_LABELS},
        "missing": [
            {"year": year, "code": office.code, "bureau": office.department, "section": office.name}
            for year, offices in missing.items()
            for office in offices
        ],
    }
