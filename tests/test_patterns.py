"""No regular expression of the program takes more than linear time, on texts made of repeated pieces of itself.

What is measured is a ratio within one run: a text 16 times as long may cost some 16 times as much, not 256 times.
"""

from __future__ import annotations

import re
from contextlib import suppress
from time import process_time
from typing import Final

import pytest
from msgspec.structs import replace

from main import STANDARD_FOLDER
from model.claims.texts.paragraphs import LONGEST_SENTENCE
from model.document.document import take_snapshot
from model.document.storage import FileError
from model.request.request import Section
from model.standard_folder.load import load
from templates.readers.sources import read_source
from tests.conftest import MISSING
from tests.loose_sentences import TABLES, base, read
from tests.patterns import Used, is_bounded, made_at_work, patterns, pumps
from tests.samples import ROOT

LENGTHS: Final = (24, 96, 384)  # characters; what grows faster than by squares is found before it takes long
STEPS: Final = range(
    8, LENGTHS[-1], 8
)  # before these: a text that takes twice as long with each piece is not waited for
TIMES: Final = 16
MOST: Final = 48  # times the cost of the short text: linear is 16, quadratic 256
TOO_QUICK: Final = 0.001  # seconds: the longest text, if it costs less, says nothing of its growth
TOO_LONG: Final = 0.05  # seconds: where a text costs more, no longer one is tried
OF_A_TABLE: Final = 3  # sentences
OF_SENTENCES: Final = ("model.standard.text_words", "model.claims.sentences")


def cost(used: Used, before: str, piece: str, length: int) -> float:
    """Processor time of finding all that matches in a text of repeated pieces, in seconds."""
    text = before + piece * (length // len(piece) + 1) + "\0"
    start = process_time()
    if used.is_searched:
        used.pattern.sub("", text)
    else:
        used.pattern.match(text)
        used.pattern.fullmatch(text)
    return process_time() - start


def is_slow(used: Used, before: str, piece: str) -> bool:
    """Whether the time grows faster than the text."""
    if any(cost(used, before, piece, length) > TOO_LONG for length in STEPS):
        return True
    for length in LENGTHS:
        longer = length * TIMES
        if cost(used, before, piece, longer) < (TOO_QUICK if length == LENGTHS[-1] else TOO_LONG):
            continue
        long, short = (min(cost(used, before, piece, size) for _ in range(3)) for size in (longer, length))
        if long > MOST * short:
            return True
    return False


@pytest.mark.parametrize("room", ["model", "templates", "ui"])
def test_no_expression_is_slow(room: str) -> None:
    """Each expression, on each of its parts repeated, alone and behind what stands before it in the expression."""
    if room == "ui" and MISSING:
        pytest.skip(f"Qt is missing: {MISSING}")
    found = [used for used in patterns([room]) if not is_bounded(used.pattern)]
    assert len(found) > (0 if room == "ui" else 20)
    slow = {
        used.where for used in found for before, piece in pumps(used.pattern) if is_slow(used, before, piece)
    }
    assert slow == set()


def read_and_check() -> None:
    """What makes expressions of the Standard's words: sentences held against their sheet, and sources of every kind."""
    in_force = load(STANDARD_FOLDER)  # one of its own, whose expressions are not made yet
    for table in TABLES:
        for sentence in read(table)[:OF_A_TABLE]:
            request, _ = base(sentence.request)
            section = Section("loose", "content", "補足", sentence.text)
            assert take_snapshot(replace(request, sections=(*request.sections, section)), in_force).findings
    for path in sorted((ROOT / "tests" / "data").rglob("*")):
        if path.suffix in (".html", ".xlsx", ".xls", ".csv"):
            with suppress(FileError):
                read_source(path, in_force, STANDARD_FOLDER)


def test_no_expression_that_is_made_at_work_is_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same of those made of the Standard's words; one that looks at a sentence alone may take a moment for the longest."""
    made = made_at_work(read_and_check, monkeypatch)
    assert len({used.where for used in made}) > 60
    found = [used for used in made if not is_bounded(used.pattern)]
    slow = {
        (used.where, before, piece)
        for used in found
        for before, piece in pumps(used.pattern)
        if is_slow(used, before, piece)
        and not (
            used.where.startswith(OF_SENTENCES) and cost(used, before, piece, LONGEST_SENTENCE) < TOO_LONG
        )
    }
    assert slow == set()


@pytest.mark.parametrize("text", [r"[0-9]+円", r"\s*:", "\\(.*\\)\\Z", "(?:予算|要求|予算)*円"])
def test_a_slow_expression_is_found(text: str) -> None:
    """What takes squares or more of its text's length is seen as slow."""
    used = Used("x", re.compile(text), is_searched=True)
    assert any(is_slow(used, *pump) for pump in pumps(used.pattern))
