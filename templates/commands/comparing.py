"""The command ``compare``: what two requests differ in."""

from __future__ import annotations

from argparse import Namespace
from typing import Final

from model.files.files import FileError
from model.language import gettext_noop, spoken, translate
from model.names.other_standard import other_standard
from model.standard.standard import Standard
from templates.commands import console
from templates.commands.console import FINDINGS, GOOD
from templates.commands.writing import identity_of, write

_PARTED: Final = gettext_noop("この二つは、フォルダーの同期や複写のときに分かれた、一つの要求書のようです。")


def compare_files(options: Namespace, in_force: Standard) -> int:
    """Print what two requests differ in, and write it as a workbook or page where a file is named; or compare in a register.

    Returns:
        0 where they are the same, 1 where they differ.
    """
    # what compares and reads is imported only when it is needed
    if options.register:
        from templates.commands.desk_acts import compare_register

        return compare_register(options, in_force)
    from model.differences.differences import compare
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
        reading = read_source(source, in_force, options.standard)
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
        write({options.output: file_bytes(table, options.output)}, options, set(map(identity_of, sources)))
    if options.json:
        print(console.as_json(as_data(table)))
    else:
        for line in text_lines(table):
            console.print_line(line)
    return GOOD if comparison.is_same else FINDINGS
