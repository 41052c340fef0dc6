"""The command ``check``: the findings of request files and of whole folders, as text or as JSON.

A folder of a finance division holds thousands of requests: each is read and reported before the next one is read.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import msgspec

from model.checks.loose_figures import loose_figures
from model.document import storage
from model.document.document import Snapshot, take_snapshot
from model.document.storage import FileError
from model.language import gettext_noop, spoken, translate
from model.names.place_names import PlaceNames
from model.standard.parts import Severity
from model.standard.standard import Standard
from model.totals import prices
from model.totals.prices import PriceTable
from templates.commands import console
from templates.commands.check_report import Failure, FileReport, file_report
from templates.commands.console import FAILED, FINDINGS, GOOD
from templates.commands.named_files import REQUESTS, Given, named_files
from templates.commands.progress import Progress

_SEVERITIES: Final[Mapping[Severity, str]] = {
    "error": gettext_noop("【誤り】"),
    "warning": gettext_noop("【注意】"),
    "info": gettext_noop("【参考】"),
}


def check(options: Namespace, in_force: Standard) -> int:
    """Check request files and print their findings."""
    files = named_files(options.files, REQUESTS)
    progress = Progress(len(files))
    listing = _Listing() if options.json else None
    worst = GOOD
    for path, snapshot in _snapshots(progress.over(files), in_force):
        if isinstance(snapshot, str):
            worst = FAILED
            progress.clear()
            console.say(snapshot)
            if listing:
                listing.add(Failure(path, snapshot))
            continue
        worst = max(worst, code(snapshot))
        if listing:
            listing.add(file_report(path, snapshot))
        else:
            progress.clear()
            _print_findings(path, snapshot)
            if options.figures:
                _print_figures(snapshot)
    if listing:
        listing.close()
    return worst


def code(snapshot: Snapshot) -> int:
    """The exit code for a request: whether a 誤り is open."""
    return FINDINGS if snapshot.findings.errors else GOOD


def _snapshots(files: Iterable[Given], in_force: Standard) -> Iterator[tuple[str, Snapshot | str]]:
    """Each file with everything that is true of it, or why it cannot be read; a folder's price table is read once.

    A price table of which something cannot be read comes with that, before the request it is beside.
    """
    tables: dict[Path, PriceTable] = {}
    for path, error in files:
        if error:
            yield str(path), error
            continue
        try:
            request = storage.load(path)
        except FileError as why:
            yield str(path), str(why)
            continue
        if path.parent not in tables:
            tables[path.parent] = prices.beside(path)
            if unread := tables[path.parent].unread_words:
                yield str(path.with_name(prices.FILE_NAME)), spoken(unread)
        yield str(path), take_snapshot(request, in_force, shared_prices=tables[path.parent])


def _print_findings(path: str, snapshot: Snapshot) -> None:
    findings = snapshot.findings.all
    names = PlaceNames(snapshot.request, snapshot.standard)
    said = translate("指摘 {count}件") if findings else translate("指摘はありません")
    console.print_line(f"{path}: {said.format(count=len(findings))}")
    for finding in findings:
        console.print_line(
            translate("  {severity}{message}（{where}）").format(
                severity=translate(_SEVERITIES[finding.severity]),
                message=finding.message,
                where=names.where(finding.place),
            )
        )
    if empty := snapshot.empty_fields:
        console.print_line(
            translate("  未記入 {count}か所: {names}").format(
                count=len(empty), names=translate("、").join(field.where for field in empty)
            )
        )


def _print_figures(snapshot: Snapshot) -> None:
    """The figures in the texts, each with what it means, equals and contradicts."""
    names = PlaceNames(snapshot.request, snapshot.standard)
    for figure in loose_figures(snapshot.request, snapshot.totals, snapshot.standard):
        means: list[str] = []
        if figure.meant and figure.meant not in figure.equals:
            means.append(translate("{meant}と読めます").format(meant=figure.meant))
        if figure.equals:
            means.append(translate("{equals}と同じ").format(equals=translate("、").join(figure.equals)))
        if figure.contradicts:
            means.append(translate("{contradicts} です").format(contradicts=figure.contradicts))
        console.print_line(
            translate("  {where}: {written}（{said}）").format(
                where=names.where(figure.where),
                written=figure.written,
                said=translate("。").join(means)
                or translate("要求書の額・率・人役・年度のどれでもありません"),
            )
        )


class _Listing:
    """A JSON array on stdout, written one by one."""

    def __init__(self) -> None:
        self._count = 0

    def add(self, report: FileReport | Failure) -> None:
        """Write the next one."""
        lines = console.as_json(msgspec.to_builtins(report)).replace("\n", "\n  ")
        print("[" if self._count == 0 else ",", end="\n  ")
        print(lines, end="")
        self._count += 1

    def close(self) -> None:
        """Write the end."""
        print("\n]" if self._count else "[]")
