"""The command ``list``: a section's shelf without a screen, as a table or as JSON."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any, Final

from model.language import gettext_noop, spoken, translate
from model.shelf.listed import Listed, listed, year_lines, year_sums
from model.standard.standard import Standard
from model.totals import prices
from model.totals.prices import PriceTable
from model.values.amount import format_amount
from model.values.display_width import display_width
from templates.commands import console
from templates.commands.console import FAILED, GOOD
from templates.commands.named_files import REQUESTS, named_files
from templates.commands.progress import Progress

_HEADINGS: Final = (
    gettext_noop("年度"), gettext_noop("予算"), gettext_noop("事業名"), gettext_noop("要求額"), gettext_noop("前年度"), gettext_noop("増減"), gettext_noop("未記入"), gettext_noop("誤り"), gettext_noop("注意"), gettext_noop("最終変更"), gettext_noop("開いている人"), gettext_noop("ファイル"),
)  # fmt: skip
_KEYS: Final = (
    "year",
    "western_year",
    "budget",
    "kind",
    "section",
    "name",
    "amount",
    "previous",
    "change",
    "empty",
    "errors",
    "warnings",
)
"""What ``--json`` says of a request, in this order."""
_FIGURES: Final = range(3, 9)  # the columns that stand at the right


def list_files(options: Namespace, in_force: Standard) -> int:
    """Print a row for each request and the sums of each year."""
    files = named_files(options.files, REQUESTS)
    tables: dict[Path, PriceTable] = {}
    rows: list[Listed] = []
    for path, error in Progress(len(files)).over(files):
        if path.parent not in tables:
            tables[path.parent] = prices.beside(path)
        rows.append(Listed(path, error) if error else listed(path, in_force, tables[path.parent]))
    if options.json:
        years = [{**year._asdict(), "change": year.change} for year in year_sums(rows)]
        print(console.as_json({"requests": list(map(_as_data, rows)), "years": years}))
    else:
        _print_table(rows)
    for row in rows:
        if row.error:
            console.say(f"{row.path}: {row.error}")
    return FAILED if any(row.error for row in rows) else GOOD


def _as_data(row: Listed) -> dict[str, Any]:
    """A row for other programs; amounts are 千円."""
    if row.error:
        return {"file": str(row.path), "error": row.error}
    changed = row.changed
    return {
        "file": str(row.path),
        **{key: getattr(row, key) for key in _KEYS},
        "changed": changed.isoformat(timespec="seconds") if changed else None,
        "owner": row.owner_words,
    }


def _print_table(rows: list[Listed]) -> None:
    cells = [tuple(map(translate, _HEADINGS)), *(_cells(row) for row in rows if not row.error)]
    widths = [max(display_width(row[column]) for row in cells) for column in range(len(_HEADINGS))]
    for row in cells:
        padded = [
            " " * (width - display_width(cell)) + cell
            if column in _FIGURES
            else cell + " " * (width - display_width(cell))
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        console.print_line("  ".join(padded).rstrip())
    for line in year_lines(rows):
        console.print_line(spoken(line))


def _cells(row: Listed) -> tuple[str, ...]:
    changed = row.changed
    name = " ".join(row.name.split())
    figures = map(format_amount, (row.amount, row.previous, row.change))
    counts = (str(row.empty), str(row.errors), str(row.warnings))
    when = f"{changed:%Y-%m-%d %H:%M}" if changed else ""
    return (row.year, row.budget, name, *figures, *counts, when, spoken(row.owner), str(row.path))
