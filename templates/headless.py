"""The commands without a screen: export, import, next-year, rules. They print and write, and give an exit code.

Each does the same work as the window, file by file: a bad file is named on stderr and the others are still done.
The command line itself is read in main.py; ``check`` stands in headless_check.
"""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from model import prices, storage
from model.document import Snapshot, take_snapshot
from model.request import Request
from model.standard import Standard
from model.storage import FileError
from templates.check_report import checked
from templates.headless_check import FAILED, GOOD, code
from templates.progress import Progress
from templates.reading import Reading, turned

if TYPE_CHECKING:
    from model.next_year import Carried


def export(options: Namespace, in_force: Standard, standard_folder: Path) -> int:
    """Write page, workbook and JSON of request files into a folder.

    Args:
        options: ``files``, ``output``, and the kinds ``html``, ``xlsx``, ``json``; page and workbook where none is named.
        in_force: the Standard.
        standard_folder: its folder, with the page's template.
    """
    from templates.export import export_request  # jinja2 and openpyxl are read only when they are needed

    every = not (options.html or options.xlsx or options.json)
    _make(options.output)
    worst = GOOD
    progress = Progress(len(options.files))
    for at, path in enumerate(options.files, start=1):
        progress.show(at)
        try:
            snapshot = _read(path, in_force)
            export_request(
                snapshot,
                standard_folder,
                options.output,
                path.stem,
                page=options.html or every,
                workbook=options.xlsx or every,
            )
            if options.json:
                data = json.dumps(_as_json(snapshot), ensure_ascii=False, indent=2) + "\n"
                storage.write_aside(options.output / f"{path.stem}.json", data.encode())
        except FileError as error:
            progress.clear()
            worst = _failed(error)
            continue
        worst = max(worst, code(snapshot))
    progress.end()
    return worst


def take_in(options: Namespace, in_force: Standard, standard_folder: Path) -> int:
    """Read published pages, workbooks and request files, and write a request file for each into a folder.

    A file that is there already is never replaced by another one: the new one gets 「-2」 behind its name.

    Args:
        options: ``sources``, ``output`` and ``json``.
        in_force: the Standard.
        standard_folder: its folder, with the page's template.
    """
    from templates.sources import read_source  # the readers are read only when they are needed

    _make(options.output)
    worst = GOOD
    written: set[Path] = set()
    reports: list[dict[str, object]] = []
    progress = Progress(len(options.sources))
    for at, source in enumerate(options.sources, start=1):
        progress.show(at)
        try:
            reading = read_source(source, in_force, standard_folder)
            target = _save_beside(reading.request, options.output, source.stem, written)
        except FileError as error:
            progress.clear()
            worst = _failed(error)
            reports.append({"source": str(source), "error": str(error)})
            continue
        written.add(target)
        snapshot = take_snapshot(reading.request, in_force)
        worst = max(worst, code(snapshot))
        if options.json:
            reports.append(
                {
                    "source": str(source),
                    "file": str(target),
                    "unread": [msgspec.to_builtins(each) for each in reading.unread],
                    "changes": [msgspec.to_builtins(each) for each in reading.changes],
                    **msgspec.to_builtins(checked(snapshot)),
                }
            )
        else:
            progress.clear()
            _print_reading(source, target, reading, snapshot)
    progress.end()
    if options.json:
        _print_json(reports)
    return worst


def carry_over(options: Namespace, in_force: Standard) -> int:
    """Write the draft of the next year and print what was changed.

    Args:
        options: ``file`` and ``output``.
        in_force: the Standard.
    """
    from model.next_year import next_year  # no start of the window pays for it

    draft = next_year(storage.load(options.file), in_force)
    storage.save(draft.request, options.output)
    print(f"{options.file} → {options.output}: 変更 {len(draft.changes)}件")
    for change in draft.changes:
        print(f"  {_change_line(change)}")
    return GOOD


def rules(in_force: Standard) -> int:
    """Print the rulebook as docs/rules.ja.md has it."""
    from templates.rules_page import rules_page

    print(rules_page(in_force), end="")
    return GOOD


def _change_line(change: Carried) -> str:
    after = change.after or "（なし）"
    return f"{change.what}: {_one_line(change.before) or '（空欄）'} → {_one_line(after)}（{change.why}）"


def _read(path: Path, in_force: Standard) -> Snapshot:
    """A request file with everything that is true of it, beside the price table of its folder."""
    return take_snapshot(storage.load(path), in_force, shared_prices=prices.beside(path))


def _failed(error: FileError) -> int:
    print(error, file=sys.stderr)
    return FAILED


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(
            f"フォルダー「{folder}」が作れません（{error.strerror}）。別の場所を指定してください。"
        ) from error


def _save_beside(request: Request, folder: Path, stem: str, written: set[Path]) -> Path:
    """Write a request under a name that is free, or holds the same request since an earlier run; the path.

    So sources read again give the same files, nobody's work is replaced, and every source has a file of its own.
    """
    data = storage.dumps(request)
    number = 1
    while True:
        path = folder / f"{stem}{f'-{number}' if number > 1 else ''}{storage.SUFFIX}"
        if path not in written and _holds(path, data):
            return path
        if path not in written and not path.exists():
            storage.write_aside(path, data)
            return path
        number += 1


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _print_reading(source: Path, target: Path, reading: Reading, snapshot: Snapshot) -> None:
    print(f"{source} → {target}")
    if target.stem != source.stem:
        print(f"  同じ名前のファイルがあるため、「{target.name}」にしました。")
    if reading.unread:
        print(f"  読み取れなかった箇所 {len(reading.unread)}件")
        for part in reading.unread:
            print(f"    {_one_line(part.where)}: 「{_one_line(part.text)}」 {part.why}")
    if reading.changes:
        print(f"  手で変えられた箇所 {len(reading.changes)}件")
        for change in reading.changes:
            before, after = map(_one_line, turned(change))
            print(f"    {change.where} {change.what}: 「{before}」→「{after}」")
    findings = snapshot.findings
    if findings.all:
        print(f"  指摘 {len(findings.all)}件（うち誤り {len(findings.errors)}件）")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def _as_json(snapshot: Snapshot) -> dict[str, object]:
    """The request with its totals (千円) and findings, for other programs."""
    totals = {
        key: value
        for key, value in msgspec.to_builtins(snapshot.totals).items()
        if key not in ("groups",)  # the lines are in the request; their sums follow
    }
    totals["groups"] = [
        {"id": each.group.id, "previous": each.previous.value, "amount": each.amount.value}
        for each in snapshot.totals.groups
    ]
    return {
        "request": msgspec.to_builtins(snapshot.request),
        "totals": totals,
        **msgspec.to_builtins(checked(snapshot)),
    }
