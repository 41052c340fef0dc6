"""The words of argparse: what gettext reads is what people write in the .po file beside it."""

from __future__ import annotations

import os
import re
import struct

from tests.samples import ROOT

WORDS = ROOT / "templates" / "commands" / "words"
COMPILED = WORDS / "ja" / "LC_MESSAGES" / "messages.mo"


def compiled(text: str) -> bytes:
    """The file that gettext reads (.mo) of the text that people write (.po): tables of lengths and offsets, then the words."""
    pairs = re.findall(r'^msgid "(.*)"\nmsgstr "(.*)"$', text, re.MULTILINE)
    words = [[word.replace("\\n", "\n").encode() for word in pair] for pair in sorted(pairs)]
    start = 28 + 16 * len(words)
    tables, body = b"", b""
    for side in (0, 1):
        for pair in words:
            tables += struct.pack("<II", len(pair[side]), start + len(body))
            body += pair[side] + b"\0"
    return struct.pack("<7I", 0x950412DE, 0, len(words), 28, 28 + 8 * len(words), 0, 0) + tables + body


def test_compiled_words_are_those_of_the_text() -> None:
    """The .mo file holds the words of the .po file; UPDATE_GOLDENS=1 makes it anew."""
    made = compiled((WORDS / "argparse.po").read_text(encoding="utf-8"))
    if os.environ.get("UPDATE_GOLDENS"):
        COMPILED.write_bytes(made)
    assert COMPILED.read_bytes() == made
