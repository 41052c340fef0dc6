"""The commands without a screen: sample, export, import, next-year, rules. They print and write, and give an exit code.

Each does the same work as the window, file by file: a bad file is named on stderr and the others are still done.
Its options are declared in ``command_line``; ``check`` and ``demo`` stand in files of their own.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Collection
from pathlib import Path
from typing import Final, TypeAlias

import msgspec
from msgspec.structs import replace

from model.document import storage
from model.document.document import Snapshot, take_snapshot
from model.edits.declared import release_agreeing
from model.edits.identity import identified
from model.files.file_names import TakenNames
from model.files.files import FileError, OtherContentError, reason, write_files
from model.language import gettext_noop, spoken, translate
from model.names.other_standard import other_standard
from model.request.carried import Carried, by_reason
from model.request.request import Request
from model.standard.standard import Standard
from model.standard_folder.files import found_in, samples_in
from model.totals import prices
from model.totals.totals import totals
from templates.commands import console
from templates.commands.check import FINDINGS, GOOD, code
from templates.commands.check_report import asked, checked
from templates.commands.console import FAILED
from templates.commands.named_files import REQUESTS, SOURCES, is_plain, named_files
from templates.commands.progress import Progress
from templates.paper.blocks import PARTS
from templates.paper.file_time import saved_at, saved_words
from templates.readers.reading import Reading, turned

SAMPLE: Final = "sample.yosan"
"""The real sheet of 平成31年度, in the folder of the Standard."""


def sample(options: Namespace, standard_folder: Path) -> int:
    """Write a sample as a request file."""
    if options.kind is None:
        write({options.output: sample_bytes(standard_folder)}, options)
        return GOOD
    further = samples_in(standard_folder, storage.SUFFIX)
    if options.kind not in further:
        console.say(
            translate("見本「{kind}」はありません。ある見本: {names}。").format(
                kind=options.kind, names=translate("、").join(further) or translate("なし")
            )
        )
        return FAILED
    write({options.output: further[options.kind].read_bytes()}, options)
    return GOOD


def sample_bytes(standard_folder: Path) -> bytes:
    """The real sheet of a Standard as a request file; FileError where neither it nor what it builds on has one."""
    path = found_in(standard_folder, SAMPLE)
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileError(
            translate(
                "様式の設定「{folder}」に見本（{file}）が置かれていないか、読めません（{reason}）。"
            ).format(folder=standard_folder, file=SAMPLE, reason=reason(error))
        ) from error


def export(options: Namespace, in_force: Standard, standard_folder: Path) -> int:
    """Write page, workbook, paper and JSON of request files into a folder; requests of one name have files of their own.

    Page and workbook where no kind is named. What the PDF has with the sheets (``pictures``, ``ledger``, ``questions``) asks
    for it.
    """
    from templates.commands.export import (  # jinja2 and openpyxl are read only here
        BookChoices,
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

        printing = Printing(Press(standard_folder), parts)
    make_folder(options.output)
    files = named_files(options.files, REQUESTS)
    sources = {_identity(path) for path, _ in files}
    worst = GOOD
    names = TakenNames()
    progress = Progress(len(files))
    for path, error in progress.over(files):
        if error:
            progress.clear()
            worst = _failed(FileError(error))
            continue
        contents: Collection[str] = endings(
            **kinds, paper=pdf
        )  # a request that cannot be read keeps its names, too
        try:
            snapshot = _read(path, in_force)
            _say_of_standard(path, snapshot)
            paper = printing and printing._replace(time=saved_words(path))
            contents = file_endings(snapshot, **kinds, paper=pdf)
        except FileError as why:
            progress.clear()
            worst = _failed(why)
            continue
        finally:
            stem = next(names.free(path.stem, contents))
            names.take(stem, contents)
        try:
            book = BookChoices(saved_at(path), with_copy=not options.without_copy)
            rendered = render_files(snapshot, standard_folder, stem, paper=paper, book=book, **kinds)
            write(named(rendered, options.output, stem), options, sources)
        except FileError as why:
            progress.clear()
            worst = _failed(why)
            continue
        if stem != path.stem:
            progress.clear()
            console.print_line(f"{path} → {options.output / stem}.*")
            console.print_line(
                translate("  同じ名前になるものがほかにあるか、名前が長いため、この名前にしました。")
            )
        worst = max(worst, code(snapshot))
    return worst


def import_files(options: Namespace, in_force: Standard, standard_folder: Path) -> int:
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
            reading = read_source(source, in_force, standard_folder)
            if options.computed:
                reading = replace(reading, request=_computed(reading.request, in_force))
            target = _save_beside(reading.request, options.output, source.stem, names)
        except FileError as why:
            progress.clear()
            worst = _failed(why)
            reports.append({"source": str(source), "error": str(why)})
            continue
        snapshot = take_snapshot(reading.request, in_force)
        _say_of_standard(source, snapshot)
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


def _computed(request: Request, in_force: Standard) -> Request:
    """The request whose totals that agree with their parts follow them."""
    return release_agreeing(request, totals(request, in_force), in_force)


_PARTED: Final = gettext_noop("この二つは、フォルダーの同期や複写のときに分かれた、一つの要求書のようです。")


def compare_files(options: Namespace, in_force: Standard, standard_folder: Path) -> int:
    """Print what two requests differ in, and write it as a workbook or page where a file is named.

    Returns:
        0 where they are the same, 1 where they differ.
    """
    from model.differences.differences import (
        compare,  # what compares and reads is imported only when it is needed
    )
    from model.document.conflict_copies import are_copies, is_same_request
    from templates.comparison.comparison_file import file_bytes
    from templates.comparison.comparison_table import ComparisonTable
    from templates.comparison.comparison_text import as_data, text_lines
    from templates.readers.sources import read_source

    if options.before is None or options.after is None:
        raise FileError(translate("比べる二つのファイルか、台帳（--register）を指定してください。"))
    sources = (options.before, options.after)
    requests = []
    for source in sources:
        reading = read_source(source, in_force, standard_folder)
        if reading.unread:
            console.say(
                translate(
                    "{source}: 読み取れなかった箇所が{count}件あります（「import」で見られます）。"
                ).format(source=source, count=len(reading.unread))
            )
        if sentence := other_standard(reading.request, in_force):
            console.say(f"{source}: {spoken(sentence)}")
        requests.append(reading.request)
    before, after = requests
    if are_copies(*sources) and is_same_request(before, after):
        console.say(
            translate("{parted}「{name}」を画面で開くと、変更を合わせられます。").format(
                parted=translate(_PARTED), name=options.before.name
            )
        )
    comparison = compare(before, after, in_force)
    table = ComparisonTable(str(options.before), str(options.after), comparison)
    if options.output is not None:
        write({options.output: file_bytes(table, options.output)}, options, set(map(_identity, sources)))
    if options.json:
        print(console.as_json(as_data(table)))
    else:
        for line in text_lines(table):
            console.print_line(line)
    return GOOD if comparison.is_same else FINDINGS


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
    sources = {_identity(path) for path, _ in files}
    worst = GOOD
    names = TakenNames()
    progress = Progress(len(files))
    for path, error in progress.over(files):
        progress.clear()
        try:
            if error:
                raise FileError(error)
            stem = next(names.free(path.stem, (storage.SUFFIX,)))
            names.take(stem, (storage.SUFFIX,))
            _carry(path, options.output / f"{stem}{storage.SUFFIX}", options, in_force, sources)
        except FileError as why:
            worst = _failed(why)
    return worst


def _carry(
    path: Path,
    target: Path,
    options: Namespace,
    in_force: Standard,
    sources: Collection[_Identity] = (),
) -> None:
    from model.next_year import next_year  # no start of the window pays for it

    draft = next_year(storage.load(path), in_force)
    _say_of_standard(path, take_snapshot(draft, in_force))
    write({target: storage.dumps(draft)}, options, sources)
    console.print_line(
        translate("{path} → {target}: 変更 {count}件").format(
            path=path, target=target, count=len(draft.carried)
        )
    )
    for why, changes in by_reason(draft.carried).items():
        console.print_line(f"  {why}")
        for change in changes:
            console.print_line(f"    {_change_line(change)}")


def rules(in_force: Standard) -> int:
    """Print the rulebook as docs/rules.ja.md has it."""
    from templates.commands.rules_page import rules_page

    print(rules_page(in_force), end="")
    return GOOD


def _change_line(change: Carried) -> str:
    after = change.after or translate("（なし）")
    return f"{change.what}: {_one_line(change.before) or translate('（空欄）')} → {_one_line(after)}"


def _read(path: Path, in_force: Standard) -> Snapshot:
    """A request file with everything that is true of it, beside the price table of its folder."""
    return take_snapshot(storage.load(path), in_force, shared_prices=prices.beside(path))


def _say_of_standard(path: Path, snapshot: Snapshot) -> None:
    """Print a sentence where a request was begun under another government's Standard."""
    if sentence := other_standard(snapshot.request, snapshot.standard):
        console.say(f"{path}: {spoken(sentence)}")


def _failed(error: FileError) -> int:
    console.say(str(error))
    return FAILED


def make_folder(folder: Path) -> None:
    """Make a folder that is written into, with those above it; FileError where it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(
            translate("フォルダー「{folder}」が作れません（{reason}）。別の場所を指定してください。").format(
                folder=folder, reason=reason(error)
            )
        ) from error


_Identity: TypeAlias = tuple[int, int] | None
"""What tells whether two paths are one file; None where there is no file."""


def _identity(path: Path) -> _Identity:
    try:
        state = path.stat()
    except (OSError, ValueError):
        return None
    return state.st_dev, state.st_ino


def write(files: dict[Path, bytes], options: Namespace, sources: Collection[_Identity] = ()) -> None:
    """Write what a command was asked for; what it reads (``sources``) is never replaced by it."""
    for path in files:
        if (there := _identity(path)) and there in sources:
            raise FileError(
                translate(
                    "「{path}」は書き出すもとのファイルなので、置き換えません。別のフォルダーを指定してください。"
                ).format(path=path)
            )
    try:
        write_files(files, replace=options.replace)
    except OtherContentError as error:
        raise FileError(
            translate("{error}置き換えるときは --replace を付けてください。").format(error=error)
        ) from error


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
                    where=_one_line(part.where), text=_one_line(part.text), why=spoken(part.why)
                )
            )
    if reading.changes:
        console.print_line(translate("  手で変えられた箇所 {count}件").format(count=len(reading.changes)))
        for change in reading.changes:
            before, after = map(_one_line, turned(change))
            console.print_line(
                translate("    {where} {what}: 「{before}」→「{after}」").format(
                    where=change.where, what=spoken(change.what), before=before, after=after
                )
            )
    if questions := reading.request.source_questions:
        console.print_line(translate("  取り込みの確認 {count}件").format(count=len(questions)))
        for question in questions:
            console.print_line(f"    {_one_line(question.where)}: {_one_line(question.question)}")
            others = "".join(
                translate("「{text}」").format(text=_one_line(other)) for other in question.alternatives
            )
            console.print_line(
                translate("      読み方「{assumed}」 ほかの読み方{others}").format(
                    assumed=_one_line(question.assumed), others=others or translate("なし")
                )
            )
    findings = snapshot.findings
    if findings.all:
        console.print_line(
            translate("  指摘 {count}件（うち誤り {errors}件）").format(
                count=len(findings.all), errors=len(findings.errors)
            )
        )


def _one_line(text: str) -> str:
    return " ".join(text.split())
