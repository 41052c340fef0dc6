"""「・」 between digits: the input method of Japanese makes it of the key 「/」."""

from __future__ import annotations

import re
from typing import Final

STROKES_FOR_DOTS: Final = "数字の間の「・」を「/」にする"
"""What the button of the repair says."""
_DOT: Final = re.compile("(?<=[0-9０-９])[・･](?=[0-9０-９])")


def with_strokes(text: str) -> str:
    """The text with 「/」 in place of each dot between digits."""
    return _DOT.sub("/", text)
