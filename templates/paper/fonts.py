"""Where the fonts of the paper come from: on Linux the font packages and nothing else, elsewhere the system's."""

from __future__ import annotations

import sys
from importlib.resources import files
from typing import Final, NamedTuple

_PACKAGES: Final = ("noto_cjk_sans_jp_regular", "noto_cjk_sans_jp_bold")


class Fonts(NamedTuple):
    """What Typst is told of fonts.

    Attributes:
        folders: the folders that it looks through.
        system: whether it uses the fonts of the system too.
    """

    folders: tuple[str, ...]
    system: bool


def fonts() -> Fonts:
    """The fonts of this machine; where the packages are there, the same pages come out on every machine."""
    if sys.platform != "linux":
        return Fonts((), system=True)
    found: list[str] = []
    for package in _PACKAGES:
        try:
            found.append(str(files(package)))
        except ModuleNotFoundError:
            continue  # without the package the system's fonts must do
    return Fonts(tuple(found), system=not found)
