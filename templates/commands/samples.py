"""The command ``sample``: the real sheet, and further samples of a Standard, as request files."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Final

from model.document import storage
from model.files.files import FileError, reason
from model.language import translate
from model.standard.standard import Standard
from model.standard_folder.files import found_in, samples_in
from templates.commands import console
from templates.commands.console import FAILED, GOOD
from templates.commands.writing import write

SAMPLE: Final = "sample.yosan"
"""The real sheet of 平成31年度, in the folder of the Standard."""


def sample(options: Namespace, _in_force: Standard) -> int:
    """Write a sample as a request file."""
    if options.kind is None:
        write({options.output: sample_bytes(options.standard)}, options)
        return GOOD
    further = samples_in(options.standard, storage.SUFFIX)
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
