"""The commands ``letters``, ``assess``, ``notices`` and ``close-stage``: what goes out of the register to people, and what comes back."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from typing import Final

from model.files.files import FileError
from model.register.closing import close_stage
from model.register.listing import Selection
from model.register.opening import open_register
from model.standard.standard import Standard
from templates.commands import console
from templates.commands.check import FINDINGS, GOOD
from templates.commands.file_commands import make_folder, write
from templates.desk.grid import GridKind, grid_bytes, take_grid
from templates.desk.letters import letter_bytes, letter_page, letters, take_answers
from templates.desk.notices import NOTICE, notices

_LETTER: Final = "確認のお願い"
_KINDS: Final[dict[GridKind, str]] = {"decided": "決定", "untouched": "変更なし", "refused": "受け付けず"}


def selection(options: Namespace) -> Selection:
    """The requests that a command is about."""
    return Selection(options.year, options.budget, options.stage, options.bureau, options.section)


def write_letters(options: Namespace) -> int:
    """Write a letter to each section, as a workbook and a page; or take the answers of letters that came back.

    Args:
        options: ``answers`` (workbooks that came back), ``output``, ``register``, ``actor``, ``replace``, and the selection.
    """
    with open_register(options.register, actor=options.actor) as register:
        for path in options.answers:
            count = take_answers(register, path)
            console.print_line(f"{path}: 答え {count}件")
        if options.output is None:
            if not options.answers:
                raise FileError("書く先のフォルダー（-o）か、返ってきたファイルを指定してください。")
            return GOOD
        made = letters(register, selection(options))
    make_folder(options.output)
    for letter in made:
        path = options.output / letter.section.file_stem(_LETTER)
        files = {
            path.with_name(f"{path.name}.xlsx"): letter_bytes(letter),
            path.with_name(f"{path.name}.html"): letter_page(letter),
        }
        write(files, options)
        counts = f"要求 {len(letter.rows)}件、指摘 {len(letter.found)}件、質問 {len(letter.questions)}件"
        console.print_line(f"{letter.section.bureau} {letter.section.name}: {counts}")
    return GOOD


def assess(options: Namespace, in_force: Standard) -> int:
    """Write the grid of decisions, or take one that came back into the register.

    Args:
        options: ``grid`` (the workbook that came back), ``output``, ``register``, ``actor``, ``replace``, and the selection.
        in_force: the Standard.

    Returns:
        1 where a row was refused.
    """
    worst = GOOD
    with open_register(options.register, actor=options.actor) as register:
        if options.grid is not None:
            outcomes = take_grid(register, options.grid, in_force)
            for outcome in outcomes:
                if outcome.kind != "untouched":
                    console.print_line(f"{_KINDS[outcome.kind]}\t{outcome.name}: {outcome.reason}")
            counts = Counter(outcome.kind for outcome in outcomes)
            said = "、".join(f"{label} {counts[kind]}件" for kind, label in _KINDS.items())
            console.print_line(f"{len(outcomes)}件: {said}")
            worst = FINDINGS if counts["refused"] else GOOD
        elif options.output is None:
            raise FileError("書く先（-o）か、返ってきた査定表を指定してください。")
        if options.output is not None:
            write({options.output: grid_bytes(register, selection(options), in_force)}, options)
    return worst


def write_notices(options: Namespace, in_force: Standard) -> int:
    """Write the notice of decisions for each section.

    Args:
        options: ``output``, ``register``, ``actor``, ``replace``, and the selection.
        in_force: the Standard.
    """
    with open_register(options.register, actor=options.actor) as register:
        made = notices(register, selection(options), in_force)
    make_folder(options.output)
    for section, data in made.items():
        path = options.output / f"{section.file_stem(NOTICE)}.xlsx"
        write({path: data}, options)
        console.print_line(f"{section.bureau} {section.name} → {path.name}")
    return GOOD


def close(options: Namespace) -> int:
    """Close a stage.

    Args:
        options: ``year``, ``budget``, ``stage``, ``unfinished``, ``register`` and ``actor``.
    """
    with open_register(options.register, actor=options.actor) as register:
        count = close_stage(
            register, options.year, options.budget, options.stage, with_unfinished=options.unfinished
        )
    console.print_line(f"{options.budget} {options.stage}: {count}件を締め切りました。")
    return GOOD
