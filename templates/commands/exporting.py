"""The command ``export``: page, workbook, paper and JSON of request files."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Collection
from pathlib import Path

from model.document import storage
from model.document.document import take_snapshot
from model.files.file_names import TakenNames
from model.language import translate
from model.standard.standard import Standard
from model.totals import prices
from templates.commands import console
from templates.commands.check import code
from templates.commands.named_files import REQUESTS, named_files
from templates.commands.progress import Progress
from templates.commands.writing import identity_of, make_folder, say_of_standard, write, write_each
from templates.paper.blocks import PARTS
from templates.paper.file_time import saved_at, saved_words


def export(options: Namespace, in_force: Standard) -> int:
    """Write page, workbook, paper and JSON of request files into a folder; requests of one name have files of their own.

    Page and workbook where no kind is named. What the PDF has with the sheets (``pictures``, ``ledger``, ``questions``) asks
    for it.
    """
    from templates.commands.exported_files import (  # jinja2 and openpyxl are read only here
        endings,
        file_endings,
        named,
        render_files,
    )

    parts = tuple(part for part in PARTS if getattr(options, part))
    pdf = options.pdf or bool(parts)
    every = not (options.html or options.xlsx or pdf or options.json)
    kinds = {"page": options.html or every, "workbook": options.xlsx or every, "json": options.json}
    printing = None
    if pdf:
        from templates.paper.press import Press  # and typst only here
        from templates.paper.printing import Printing

        printing = Printing(Press(options.standard), parts)
    make_folder(options.output)
    files = named_files(options.files, REQUESTS)
    sources = {identity_of(path) for path, _ in files}
    names = TakenNames()

    def export_one(path: Path, progress: Progress) -> int:
        # A request that cannot be read keeps its names, too.
        contents: Collection[str] = endings(**kinds, paper=pdf)
        try:
            snapshot = take_snapshot(storage.load(path), in_force, shared_prices=prices.beside(path))
            say_of_standard(path, snapshot)
            paper = printing and printing._replace(time=saved_words(path))
            contents = file_endings(snapshot, **kinds, paper=pdf)
        finally:
            stem = next(names.free(path.stem, contents))
            names.take(stem, contents)
        with_copy = not options.without_copy
        rendered = render_files(
            snapshot, options.standard, stem, paper=paper, saved=saved_at(path), with_copy=with_copy, **kinds
        )
        write(named(rendered, options.output, stem), options, sources)
        if stem != path.stem:
            progress.clear()
            console.print_line(f"{path} → {options.output / stem}.*")
            console.print_line(
                translate("  同じ名前になるものがほかにあるか、名前が長いため、この名前にしました。")
            )
        return code(snapshot)

    return write_each(files, export_one)
