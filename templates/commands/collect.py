"""The command ``collect``: puts the files of folders into the register and prints for each what became of it."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from pathlib import Path
from typing import Any, Final

import msgspec

from model.language import gettext_noop, spoken, translate
from model.register.arrival import OUTCOME_LABELS, Outcome
from model.register.listing import years_of
from model.register.opening import open_register
from model.standard.parts import Office
from model.standard.standard import Standard
from templates.commands import console
from templates.commands.console import FAILED, FINDINGS, GOOD
from templates.commands.named_files import Kinds, is_plain, named_files
from templates.commands.progress import Progress
from templates.commands.writing import print_counts, print_outcome
from templates.desk.collecting import RECEIVED, came_from, check_new, collect, missing_offices

_RECEIVED: Final = Kinds(
    RECEIVED,
    gettext_noop("要求書のファイル（.xlsx・.html・{suffix}）"),
    says_others=True,
)


def collect_files(options: Namespace, in_force: Standard) -> int:
    """Take the files of folders into the register.

    Returns:
        1 where a file was refused, 2 where a folder or the register cannot be read.
    """
    worst = GOOD
    paths: list[tuple[Path, Path]] = []
    for name in options.folders:
        if is_plain(name) and not name.exists():
            console.say(
                translate(
                    "「{name}」がありません。フォルダーかファイルの名前と場所を確かめてください。"
                ).format(name=name)
            )
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
        for batch in collect(register, files, in_force, options.standard):
            outcomes += batch
            progress.clear()
            if not options.json:
                for outcome in batch:
                    if outcome.kind != "unchanged":
                        print_outcome(spoken(OUTCOME_LABELS[outcome.kind]), outcome.path, outcome.reason)
            progress.show(len(outcomes))
        progress.end()
        for _ in check_new(register, in_force):
            pass
        with register.reading() as connection:
            years = years_of(connection, {outcome.request for outcome in outcomes})
            missing = {year: missing_offices(connection, in_force, year) for year in years}
    counts = Counter(outcome.kind for outcome in outcomes)
    if options.json:
        print(console.as_json(_as_data(outcomes, counts, missing)))
    else:
        print_counts({spoken(label): counts[kind] for kind, label in OUTCOME_LABELS.items()})
        for year, offices in missing.items():
            if offices:
                names = translate("、").join(f"{office.department} {office.name}" for office in offices)
                console.print_line(
                    translate("{year}年度の要求がまだ来ていない課 {count}課: {names}").format(
                        year=year, count=len(offices), names=names
                    )
                )
    return max(worst, FINDINGS if counts["refused"] else GOOD)


def _as_data(
    outcomes: list[Outcome], counts: Counter[Any], missing: dict[int, list[Office]]
) -> dict[str, Any]:
    return {
        "files": msgspec.to_builtins(outcomes, enc_hook=str),
        "counts": {kind: counts[kind] for kind in OUTCOME_LABELS},
        "missing": [
            {"year": year, "code": office.code, "bureau": office.department, "section": office.name}
            for year, offices in missing.items()
            for office in offices
        ],
    }
