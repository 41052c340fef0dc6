"""The commands of the desk by which something goes out of the register to people, and comes back.

Each takes the options that it is declared with in ``desk_commands``, and gives an exit code.
"""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Final

from msgspec.structs import replace

from model.files.files import FileError
from model.language import gettext_noop, translate
from model.register.asking import ask
from model.register.closing import UnfinishedError, close_stage, unfinished
from model.register.exporting import exported_files
from model.register.filling import FilledKind
from model.register.listing import Selection, in_last_stage, latest_year, rows
from model.register.opening import Register, open_register
from model.register.roles import ROLES, install_roles
from model.standard.standard import Standard
from model.values.amount import format_amount, format_change
from templates.commands import console
from templates.commands.collect import collect_files
from templates.commands.console import FINDINGS, GOOD
from templates.commands.progress import Progress
from templates.commands.writing import make_folder, print_counts, print_outcome, write
from templates.desk.comparing import Compared, as_data, compare_selections, compare_versions, compared_bytes
from templates.desk.consolidating import consolidated_bytes
from templates.desk.grid import grid_bytes
from templates.desk.grid_back import take_grid
from templates.desk.letters import letter_files, letter_template, letters, take_answers
from templates.desk.notices import NOTICE, notices
from templates.site.publishing import Publication, publish

_KINDS: Final[Mapping[FilledKind, str]] = {
    "decided": gettext_noop("決定"),
    "untouched": gettext_noop("そのまま"),
    "refused": gettext_noop("受け付けず"),
}


def selection(options: Namespace) -> Selection:
    """The requests that a command is about."""
    return Selection(options.year, options.budget, options.stage, options.bureau, options.section)


def _meant(register: Register, options: Namespace) -> Selection:
    """The requests that a command is about, each once; where no year or stage is named, takes the latest year and the last stage and prints which."""
    chosen = selection(options)
    with register.reading() as connection:
        year = chosen.year or latest_year(connection, chosen.budget)
    chosen = in_last_stage(replace(chosen, year=year))
    budget = chosen.budget or translate("すべての予算")
    stage = chosen.stage or translate("それぞれの最後の段階")
    where = " ".join(filter(None, (chosen.bureau, chosen.section)))
    console.print_line(
        " ".join(filter(None, (translate("{year}年度").format(year=year), budget, stage, where)))
    )
    return chosen


def ask_section(options: Namespace, _in_force: Standard) -> int:
    """Ask the section of one request something."""
    with open_register(options.register, actor=options.actor) as register:
        chosen = _meant(register, options)
        with register.reading() as connection:
            found = [row for row in rows(connection, chosen) if options.name in row.name]
        if len(found) != 1:
            names = translate("、").join(
                translate("{section}「{name}」").format(section=row.section, name=row.name)
                for row in found[:5]
            )
            raise FileError(
                translate(
                    "「{name}」に合う要求が{count}件あります（{names}）。--name や --section で一つに決めてください。"
                ).format(name=options.name, count=len(found), names=names)
                if found
                else translate("事業名に「{name}」のある要求がありません。事業名を確かめてください。").format(
                    name=options.name
                )
            )
        (row,) = found
        ask(register, row.request, row.version, options.question)
    console.print_line(
        translate("{section}「{name}」に質問しました。letters で課に渡します。").format(
            section=row.section, name=row.name
        )
    )
    return GOOD


def write_letters(options: Namespace, _in_force: Standard) -> int:
    """Write a letter to each section that has a finding or a question, as a workbook and a page; or take answers that came back."""
    with open_register(options.register, actor=options.actor) as register:
        for path in options.answers:
            count = take_answers(register, path)
            console.print_line(translate("{path}: 答え {count}件").format(path=path, count=count))
        if options.output is None:
            if not options.answers:
                raise FileError(
                    translate("書く先のフォルダー（-o）か、返ってきたファイルを指定してください。")
                )
            return GOOD
        made = letters(register, _meant(register, options))
    make_folder(options.output)
    template = letter_template()
    for letter in made:
        whom = f"{letter.section.bureau} {letter.section.name}"
        if letter.is_empty:
            said = translate("{whom}: 要求 {requests}件。指摘も質問もないため、確認を書きません。")
            console.print_line(said.format(whom=whom, requests=len(letter.rows)))
            continue
        write({options.output / name: data for name, data in letter_files(letter, template).items()}, options)
        counts = translate("要求 {requests}件、指摘 {findings}件、質問 {questions}件").format(
            requests=len(letter.rows), findings=len(letter.found), questions=len(letter.questions)
        )
        console.print_line(f"{whom}: {counts}")
    return GOOD


def assess(options: Namespace, in_force: Standard) -> int:
    """Write the grid of decisions, or take one that came back into the register.

    Returns:
        1 where a row was refused.
    """
    worst = GOOD
    with open_register(options.register, actor=options.actor) as register:
        if options.grid is not None:
            outcomes = take_grid(register, options.grid, in_force)
            for outcome in outcomes:
                if outcome.kind != "untouched":
                    print_outcome(translate(_KINDS[outcome.kind]), outcome.name, outcome.reason)
            counts = Counter(outcome.kind for outcome in outcomes)
            print_counts({translate(label): counts[kind] for kind, label in _KINDS.items()})
            worst = FINDINGS if counts["refused"] else GOOD
        elif options.output is None:
            raise FileError(translate("書く先（-o）か、返ってきた査定表を指定してください。"))
        if options.output is not None:
            chosen = selection(options)
            write({options.output: grid_bytes(register, chosen, in_force)}, options)
            with register.reading() as connection:
                console.print_line(
                    translate("{output}: {count}件の査定表を書きました。").format(
                        output=options.output, count=len(rows(connection, chosen))
                    )
                )
    return worst


def write_notices(options: Namespace, in_force: Standard) -> int:
    """Write the notice of decisions for each section."""
    with open_register(options.register, actor=options.actor) as register:
        chosen = _meant(register, options)
        made = notices(register, chosen, in_force)
        with register.reading() as connection:
            left = len(unfinished(rows(connection, chosen)))
    if left:
        console.print_line(translate("決定のない要求 {count}件は、内示に入っていません。").format(count=left))
    if not made:
        raise FileError(translate("決定した要求がありません。査定してから内示を書いてください。"))
    make_folder(options.output)
    for section, data in made.items():
        path = options.output / f"{section.file_stem(NOTICE)}.xlsx"
        write({path: data}, options)
        console.print_line(f"{section.bureau} {section.name} → {path.name}")
    return GOOD


def close(options: Namespace, _in_force: Standard) -> int:
    """Close a stage."""
    key = options.year, options.budget, options.stage
    with open_register(options.register, actor=options.actor) as register:
        try:
            count = close_stage(register, *key, with_unfinished=options.unfinished)
        except UnfinishedError as error:
            how = translate("決定するか、決定のないまま締め切るなら --unfinished を付けてください。")
            raise FileError(f"{error}{how}") from error
    console.print_line(
        translate("{budget} {stage}: {count}件を締め切りました。").format(
            budget=options.budget, stage=options.stage, count=count
        )
    )
    return GOOD


def publish_site(options: Namespace, in_force: Standard) -> int:
    """Write the site of a stage."""
    wanted = Publication(options.year, options.budget, options.stage, options.last_year, options.address)
    progress: Progress | None = None

    def show(written: int, of: int) -> None:
        nonlocal progress
        progress = progress or Progress(of)
        progress.show(written)

    with open_register(options.register, actor=options.actor) as register:
        published = publish(
            register, wanted, in_force, options.standard, options.output, replaces=options.replace, done=show
        )
    if progress is not None:
        progress.end()
    console.print_line(
        translate("{stage} {count}件 → {output}（最初のページは index.html）").format(
            stage=published.stage, count=published.count, output=options.output
        )
    )
    if published.undecided:
        console.print_line(
            translate("決定のない要求 {undecided}件は、計上額のないページになっています。").format(
                undecided=published.undecided
            )
        )
    if not published.has_full_text:
        console.print_line(
            translate("本文の検索は付いていません（pagefind を入れると付きます）。名前の検索は使えます。")
        )
    return GOOD


def export_register(options: Namespace, _in_force: Standard) -> int:
    """Write everything that a register holds into a folder."""
    count = 0
    with open_register(options.register, actor=options.actor) as register:
        for name, data in exported_files(register):
            path = options.output / name
            make_folder(path.parent)
            write({path: data}, options)
            count += 1
    console.print_line(
        translate("{output} に {count}個のファイルを書きました。").format(output=options.output, count=count)
    )
    return GOOD


def make_roles(options: Namespace, _in_force: Standard) -> int:
    """Make the roles of a register on PostgreSQL; a new register is made where there is none."""
    with open_register(options.register, actor=options.actor, makes=True) as register:
        install_roles(register)
    console.print_line(translate("役割を作りました: {roles}").format(roles=translate("、").join(ROLES)))
    return GOOD


def consolidate(options: Namespace, in_force: Standard) -> int:
    """Write the consolidated workbook."""
    with open_register(options.register, actor=options.actor) as register:
        chosen = _meant(register, options)
        write({options.output: consolidated_bytes(register, chosen, in_force)}, options)
    console.print_line(translate("{output} を書きました。").format(output=options.output))
    return GOOD


def compare_register(options: Namespace, in_force: Standard) -> int:
    """Compare two stages, two years, or versions of the register.

    Returns:
        0 where they are the same, 1 where they differ.
    """
    after = selection(options)
    with open_register(options.register) as register:
        if options.with_stage or options.with_year:
            before = replace(
                after, year=options.with_year or after.year, stage=options.with_stage or after.stage
            )
            title = f"{_words(before)} → {_words(after)}"
            found = compare_selections(register, before, after, in_force, options.name)
        else:
            title = translate("{chosen} 一つ前の版 → 今の版").format(chosen=_words(after))
            found = compare_versions(register, after, in_force, options.name)
        if options.output is not None:
            whole = after if (options.with_stage or options.with_year) and not options.name else None
            write({options.output: compared_bytes(register, found, title, in_force, whole)}, options)
    if options.json:
        print(console.as_json(as_data(found)))
    else:
        console.print_line(title)
        for one in found:
            if not one.is_same:
                console.print_line(_line(one))
    return GOOD if all(one.is_same for one in found) else FINDINGS


def _words(chosen: Selection) -> str:
    year = translate("{year}年度").format(year=chosen.year) if chosen.year else ""
    words = (year, chosen.budget, chosen.stage, chosen.bureau, chosen.section)
    return " ".join(filter(None, words)) or translate("すべて")


def _line(one: Compared) -> str:
    before, after = (
        translate("なし")
        if side is None
        else translate("{amount}千円").format(amount=format_amount(side.amount))
        for side in (one.before, one.after)
    )
    count = (
        translate(" 違うところ{count}か所").format(count=len(one.differences.differences))
        if one.differences is not None
        else ""
    )
    return translate("{section}「{name}」 {kind} {before} → {after}（{change}）{count}").format(
        section=one.section,
        name=one.name,
        kind=one.kind,
        before=before,
        after=after,
        change=format_change(one.change),
        count=count,
    )


ACTS: Final[Mapping[str, Callable[[Namespace, Standard], int]]] = {
    "collect": collect_files,
    "letters": write_letters,
    "ask": ask_section,
    "assess": assess,
    "notices": write_notices,
    "close-stage": close,
    "consolidate": consolidate,
    "publish": publish_site,
    "register-roles": make_roles,
    "export-register": export_register,
}
"""What carries out each command of the desk."""
