"""予算帖: write a budget request (予算要求書), every total checked while typing.

The tour of the data flow:

    keys in ui/widgets/fields, ui/tables/sheet_table               「=20,845円×11か月」 is read by model/basis
      -> document.edit("金額の入力", type_text(request, place, text), merge=place)   model/edits, model/document/document
      -> Snapshot(request, totals(request), check(request, totals))                 model/totals/totals, model/checks
      -> every pane .show_snapshot(snapshot)                                        ui/*
    書き出し -> templates/sheet/sheet: Sheet(blocks, tables, cells)
      -> html.render(snapshot) | excel.workbook_bytes(snapshot) -> write_files       templates/*
    取り込み -> templates/readers/sources: read_source(path) -> Reading(request, 読み取れなかった箇所)

The command line and the headless commands stand in templates/commands.

Run without a command it opens the window (where there is no screen, it does what ``demo`` does); with one it does the
same work without a screen. Exit codes: 0 good,
1 findings of severity 誤り, 2 something could not be read or written.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

gc.disable()  # nothing that is imported is garbage
try:
    from model.document.storage import FileError
    from model.standard.standard import Standard
    from model.standard_folder.cache import through_cache, user_folder
    from model.standard_folder.files import DEFAULT, SHIPPED, folders_of
    from templates.commands import console
    from templates.commands.console import FAILED
    from ui.widgets import screen
except ModuleNotFoundError as missing:  # the first start, before the set-up
    print(
        f"部品「{missing.name}」がまだ入っていません。「python3 .ci/start.py」を実行すると、必要なものを入れてから始めます。",
        file=sys.stderr,
    )
    sys.exit(2)
finally:
    gc.enable()

STANDARD_FOLDER: Final = SHIPPED / DEFAULT


def run(arguments: list[str] | None = None) -> int:
    """Run the window or a headless command; the exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    return console.guarded(lambda: _run(words))


def _run(words: list[str]) -> int:
    try:
        if not words:
            return _told(lambda: _window(STANDARD_FOLDER, None, None))
        if len(words) == 1 and Path(words[0]).is_file():
            return _told(lambda: _window(STANDARD_FOLDER, Path(words[0]), None))
        from templates.commands import command_line  # no start of the window pays for the commands

        options = command_line.parse(words)
        if options.command is None:
            return _told(lambda: _window(options.standard, options.file, options.language))
        if options.command == "desk":
            return _told(lambda: _desk(options.standard, options.register, options.actor, options.language))
        return command_line.run_command(options)
    except FileError as error:
        console.say(str(error))
        return FAILED


def _told(open_window: Callable[[], int]) -> int:
    """The exit code of a window; why it cannot be opened is said in a small window where nobody sees what the program prints."""
    try:
        return open_window()
    except FileError as error:
        console.say(str(error))
        if console.is_unseen() and screen.has_display() and not screen.missing_library():
            from ui.window.app import tell_not_started

            tell_not_started(str(error))
        return FAILED


def _window(folder: Path, file: Path | None, language: str | None) -> int:
    in_force = through_cache(folder, lambda: _read_standard(folder), folders_of, user_folder())
    if not screen.has_display():
        from argparse import Namespace

        from model.language import translate
        from templates.commands.demo import demo

        print(translate("画面がないため、窓の代わりに、画面なしでできることをします。"))
        code = demo(Namespace(file=file, output=None, standard=folder), in_force)
        start = " python3 .ci/start.py " if not getattr(sys, "frozen", False) else translate("このプログラム")
        print(
            translate(
                "\n窓を開くには、画面のあるパソコンで{start}を実行してください（ほかの命令は {program} --help）。"
            ).format(start=start, program=console.program())
        )
        return code
    gc.disable()  # nothing of what the start makes is garbage; ui/window/after_paint enables it again
    _import_model()
    if library := screen.missing_library():
        console.say(screen.missing_sentence(library))
        return FAILED
    from ui.window import app  # Qt is read only when a window is wanted

    return app.open_window(in_force, folder, file, language)


def _desk(folder: Path, address: str, actor: str, language: str | None) -> int:
    from model.language import translate
    from model.register.opening import open_register

    if not screen.has_display():
        console.say(
            translate(
                "画面がないため、財政課の机は開けません。collect・assess・consolidate などの命令を使ってください。"
            )
        )
        return FAILED
    if library := screen.missing_library():
        console.say(screen.missing_sentence(library))
        return FAILED
    from ui.desk.app import open_desk

    standard = _read_standard(folder)  # first: a register that was opened is closed by the window alone
    return open_desk(open_register(address, actor=actor), standard, folder, language)


def _read_standard(folder: Path) -> Standard:
    from model.standard_folder.load import load  # reads the rulebook too: not where a copy holds

    return load(folder)


def _import_model() -> None:
    """Import what the window needs of the other rooms before Qt: PySide reads the source of all that comes after it."""
    from model.edits import basis, form_fields  # noqa: F401
    from model.files import file_names  # noqa: F401
    from model.names import explain, fields, other_standard  # noqa: F401
    from model.values import common_ends  # noqa: F401
    from templates.sheet import figure_tables  # noqa: F401


if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # a process that this one starts is this program again
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(run())
