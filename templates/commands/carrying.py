"""The command ``next-year``: the drafts of the next year, and what was changed in them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Collection
from pathlib import Path

from model.document import storage
from model.document.document import take_snapshot
from model.files.file_names import TakenNames
from model.language import translate
from model.standard.standard import Standard
from model.values.grouped import grouped
from templates.commands import console
from templates.commands.console import GOOD
from templates.commands.named_files import REQUESTS, is_plain, named_files
from templates.commands.progress import Progress
from templates.commands.writing import (
    Identity,
    identity_of,
    make_folder,
    one_line,
    say_of_standard,
    write,
    write_each,
)


def carry_over(options: Namespace, in_force: Standard) -> int:
    """Write the drafts of the next year and print what was changed.

    One file gives the file ``output``; of several, a folder or a pattern, each gives a file of its name in the folder
    ``output``.
    """
    if len(options.files) == 1 and is_plain(options.files[0]) and not options.output.is_dir():
        _carry(options.files[0], options.output, options, in_force)
        return GOOD
    make_folder(options.output)
    files = named_files(options.files, REQUESTS)
    sources = {identity_of(path) for path, _ in files}
    names = TakenNames()

    def carry(path: Path, progress: Progress) -> int:
        progress.clear()
        stem = next(names.free(path.stem, (storage.SUFFIX,)))
        names.take(stem, (storage.SUFFIX,))
        _carry(path, options.output / f"{stem}{storage.SUFFIX}", options, in_force, sources)
        return GOOD

    return write_each(files, carry)


def _carry(
    path: Path,
    target: Path,
    options: Namespace,
    in_force: Standard,
    sources: Collection[Identity] = (),
) -> None:
    from model.next_year import next_year  # no start of the window pays for it

    draft = next_year(storage.load(path), in_force)
    say_of_standard(path, take_snapshot(draft, in_force))
    write({target: storage.dumps(draft)}, options, sources)
    console.print_line(
        translate("{path} → {target}: 変更 {count}件").format(
            path=path, target=target, count=len(draft.carried)
        )
    )
    for why, changes in grouped(draft.carried, lambda entry: entry.why).items():
        console.print_line(f"  {why}")
        for change in changes:
            before = one_line(change.before) or translate("（空欄）")
            after = one_line(change.after or translate("（なし）"))
            console.print_line(f"    {change.what}: {before} → {after}")
