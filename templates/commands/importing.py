"""The command ``import``: a request file from each published page, workbook or request file, and what was read of it how."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import msgspec
from msgspec.structs import replace

from model.document import storage
from model.document.document import Snapshot, take_snapshot
from model.edits.declared import release_agreeing
from model.edits.identity import identified
from model.files.file_names import TakenNames
from model.files.files import FileError, OtherContentError, write_files
from model.language import spoken, translate
from model.request.request import Request
from model.standard.standard import Standard
from model.totals.totals import totals
from templates.commands import console
from templates.commands.check import code
from templates.commands.check_report import asked, checked
from templates.commands.console import GOOD
from templates.commands.named_files import SOURCES, named_files
from templates.commands.progress import Progress
from templates.commands.writing import failed, make_folder, one_line, say_of_standard
from templates.readers.reading import Reading, turned


def import_files(options: Namespace, in_force: Standard) -> int:
    """Read published pages, workbooks and request files, and write a request file for each into a folder.

    A file that is there already is never replaced by another one: the new one gets 「-2」 behind its name.
    """
    from templates.readers.sources import read_source  # the readers are read only when they are needed

    make_folder(options.output)
    worst = GOOD
    names = TakenNames()
    reports: list[dict[str, object]] = []
    files = named_files(options.sources, SOURCES, options.output)
    progress = Progress(len(files))
    for source, error in progress.over(files):
        try:
            if error:
                raise FileError(error)
            reading = read_source(source, in_force, options.standard)
            if options.computed:
                request = reading.request  # whose totals that agree with their parts follow them
                request = release_agreeing(request, totals(request, in_force), in_force)
                reading = replace(reading, request=request)
            target = _save_beside(reading.request, options.output, source.stem, names)
        except FileError as why:
            progress.clear()
            worst = failed(why)
            reports.append({"source": str(source), "error": str(why)})
            continue
        snapshot = take_snapshot(reading.request, in_force)
        say_of_standard(source, snapshot)
        worst = max(worst, code(snapshot))
        if options.json:
            reports.append(
                {
                    "source": str(source),
                    "file": str(target),
                    "unread": [msgspec.to_builtins(entry, enc_hook=str) for entry in reading.unread],
                    "changes": [msgspec.to_builtins(change, enc_hook=str) for change in reading.changes],
                    "asked": msgspec.to_builtins(asked(reading.request)),
                    **msgspec.to_builtins(checked(snapshot)),
                }
            )
        else:
            progress.clear()
            _print_reading(source, target, reading, snapshot)
    if options.json:
        print(console.as_json(reports))
    return worst


def _save_beside(request: Request, folder: Path, stem: str, names: TakenNames) -> Path:
    """Write a request under a name that is free, or holds the same request since an earlier run; the path.

    So sources read again give the same files, nobody's work is replaced, and every source has a file of its own.
    """
    data = storage.dumps(identified(request))
    for name in names.free(stem, (storage.SUFFIX,)):
        path = folder / f"{name}{storage.SUFFIX}"
        try:
            write_files({path: data}, replace=False)
        except OtherContentError:
            continue
        names.take(name, (storage.SUFFIX,))
        return path
    raise AssertionError("numbers do not end")


def _print_reading(source: Path, target: Path, reading: Reading, snapshot: Snapshot) -> None:
    console.print_line(f"{source} → {target}")
    if target.stem != source.stem:
        console.print_line(
            translate("  同じ名前のファイルがあるため、「{name}」にしました。").format(name=target.name)
        )
    if reading.unread:
        console.print_line(translate("  読み取れなかった箇所 {count}件").format(count=len(reading.unread)))
        for part in reading.unread:
            console.print_line(
                translate("    {where}: 「{text}」 {why}").format(
                    where=one_line(part.where), text=one_line(part.text), why=spoken(part.why)
                )
            )
    if reading.changes:
        console.print_line(translate("  手で変えられた箇所 {count}件").format(count=len(reading.changes)))
        for change in reading.changes:
            before, after = map(one_line, turned(change))
            console.print_line(
                translate("    {where} {what}: 「{before}」→「{after}」").format(
                    where=change.where, what=spoken(change.what), before=before, after=after
                )
            )
    if questions := reading.request.source_questions:
        console.print_line(translate("  取り込みの確認 {count}件").format(count=len(questions)))
        for question in questions:
            console.print_line(f"    {one_line(question.where)}: {one_line(question.question)}")
            others = "".join(
                translate("「{text}」").format(text=one_line(other)) for other in question.alternatives
            )
            console.print_line(
                translate("      読み方「{assumed}」 ほかの読み方{others}").format(
                    assumed=one_line(question.assumed), others=others or translate("なし")
                )
            )
    findings = snapshot.findings
    if findings.all:
        console.print_line(
            translate("  指摘 {count}件（うち誤り {errors}件）").format(
                count=len(findings.all), errors=len(findings.errors)
            )
        )
