"""What the commands print: for a person at a terminal, and as JSON for other programs.

A text of a file may hold escape sequences, marks of direction or line breaks: nothing of it reaches a terminal raw, so that
no file can rewrite what was printed or pretend a finding.
"""

from __future__ import annotations

import json
import sys
from typing import TextIO

from model.unseen_characters import json_without_unseen, one_visible_line


def say(text: str, stream: TextIO | None = None) -> None:
    """Print one line, to standard output where no stream is named; what nobody sees is told by its number."""
    print(one_visible_line(text), file=stream or sys.stdout)


def as_json(value: object) -> str:
    """A value as indented JSON without a character that a terminal would obey; read again it is the same value."""
    return json_without_unseen(json.dumps(value, ensure_ascii=False, indent=2))
