"""Reading a Standard: the files of a folder and of those that it builds on, and one sentence for whatever is wrong in them.

The files are strict. What they hold and the program would not use is refused: a key, a rule, a column or a 節 that does
not exist, a value of another type, a key that stands twice. The sentence names the file, the line and the right word.
How folders are laid over each other is said in ``merge``.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec

from model.checks.rulebook import RULES
from model.standard.standard import Standard
from model.standard_folder.fault import Fault
from model.standard_folder.files import BUILDS_ON, parsed, read_texts  # what a wrong file raises
from model.standard_folder.files import StandardError as StandardError
from model.standard_folder.merge import Table, lay_over, spread, with_places
from model.standard_folder.references import reference_faults


def load(folder: Path) -> Standard:
    """Read the Standard of a folder.

    Raises:
        StandardError: with a sentence for the user when a file is missing or wrong.
    """
    return standard_of(read_texts(folder))


def standard_of(texts: Mapping[Path, str]) -> Standard:
    """The Standard that files hold; ``texts`` is what ``read_texts`` returns. Raises StandardError as ``load`` does."""
    merged = merged_of(texts)
    try:
        standard = msgspec.convert(merged, Standard)
    except msgspec.ValidationError as error:
        faults = _type_faults(merged) or [Fault((), f"項目が正しくありません（{error}）。")]
    else:
        faults = list(reference_faults(standard, RULES))
    if faults:
        raise _error(texts, merged, faults)
    return standard


def merged_of(texts: Mapping[Path, str]) -> Table:
    """The values of all files, each folder laid over the one before. Raises StandardError as ``load`` does."""
    merged: Table | None = None
    for _, paths in groupby(texts, key=lambda path: path.parent):
        folder, *others = (with_places(path, parsed(path, texts[path])) for path in paths)
        faults = [fault for other in others for fault in spread(folder, other)]
        folder.pop(BUILDS_ON, None)  # the texts are in the order that it asks for
        if not faults:
            merged, faults = lay_over(merged, folder)
        if faults:
            raise _error(texts, folder, faults)
    assert merged is not None
    return merged


def _error(texts: Mapping[Path, str], merged: Table, faults: list[Fault]) -> StandardError:
    from model.standard_folder.message import message_of

    return StandardError(message_of(texts, merged, faults))


def _type_faults(data: dict[str, Any]) -> list[Fault]:
    from model.standard_folder.types import (
        type_faults,  # reads all types once more: only when something is wrong
    )

    return list(type_faults(data, Standard))
