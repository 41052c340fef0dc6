"""The command ``publish``: the public site of a stage out of the register."""

from __future__ import annotations

from argparse import Namespace

from model.language import translate
from model.register.opening import open_register
from model.standard.standard import Standard
from templates.commands import console
from templates.commands.console import GOOD
from templates.commands.progress import Progress
from templates.site.publishing import Publication, publish


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
