"""Sentences about the figures of made-up requests, half of them sound: how many slips are told, how many sound ones disturbed.

python3 -m tests.loose_sentences [table …]   prints both by kind, then what was missed and what was told for nothing.
python3 -m tests.loose_sentences --whole [table …]   the same with each sentence in the midst of a narrative of all sound ones.
"""

from __future__ import annotations

import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from msgspec.structs import replace

from model.checks import Finding
from model.claims.texts.headings import headings
from model.document import storage
from model.document.document import take_snapshot
from model.request.request import Request, Section
from model.standard.standard import Standard
from model.standard_folder.load import load
from templates.readers.page import read_text
from tests import cases
from tests.samples import ROOT, SAMPLE_FILE, kept, standard
from tests.seeded import pages_at_hand

FOLDER: Final = Path(__file__).parent / "data" / "loose_figures"
TABLES: Final = tuple(sorted(FOLDER.glob("*.tsv")))
NEWEST: Final = tuple(
    FOLDER / f"{name}.tsv" for name in (*(f"stranger{number}" for number in range(33, 39)), "sound_five")
)
"""The tables that were read last as they fell."""
TRICKY: Final = tuple(FOLDER / f"{name}.tsv" for name in ("stranger37", "stranger38"))
"""Those of them by hands that chose their sentences to be hard to read."""
_CASE: Final = "case_"


class Sentence(NamedTuple):
    """A sentence of a table.

    Attributes:
        request: the name of the request that it is said of.
        kind: what it speaks of: asked, group, rate …
        right: what the finding has to say, as 「124,767」; "" where the sentence is sound.
        text: the sentence, or a few lines.
    """

    request: str
    kind: str
    right: str
    text: str

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is told of it, in a section of its own behind the others of its request."""
        return tuple(found for found in _found(self.request, self.text) if found not in before(self.request))

    @property
    def findings_in_whole(self) -> tuple[Finding, ...]:
        """What is told of it in a narrative that says all sound sentences of its request, behind the first half of them."""
        around = [other for other in narrative(self.request) if other != self.text]
        half = len(around) // 2
        told = _found(self.request, "\n".join((*around[:half], self.text, *around[half:])))
        known = {finding.message for finding in _found(self.request, "\n".join(around))}
        return tuple(finding for finding in told if finding.message not in known)


def read(table: Path) -> tuple[Sentence, ...]:
    """The sentences of a table."""
    rows = (row.split("\t") for row in table.read_text(encoding="utf-8").splitlines()[1:])
    return tuple(Sentence(*row[:3], row[3].replace("\\n", "\n")) for row in rows)


@cache
def base(name: str) -> tuple[Request, Standard]:
    """A request by its name, or that of a made-up page or a published sheet, with the Standard that it was begun under."""
    if name.startswith(_CASE):
        return read_text(cases.page(name.removeprefix(_CASE)), standard()).request, standard()
    path = SAMPLE_FILE if name == "sample" else FOLDER / f"{name}.yosan"
    if not path.exists():
        return pages_at_hand.read(pages_at_hand.text(name)), standard()
    return storage.load(path), _example() if name == "dam" else standard()


@cache
def before(name: str) -> tuple[Finding, ...]:
    """What is told of a request without the sentence."""
    found = take_snapshot(*base(name)).findings
    assert found is not None
    return found.all


@cache
def narrative(name: str) -> tuple[str, ...]:
    """The sound sentences of all tables about a request, but for those of several lines that head what stands below them."""
    every = (sentence for table in TABLES for sentence in read(table))
    return tuple(
        one.text for one in every if one.request == name and not one.right and not headings(one.text)
    )


@cache
def _found(name: str, text: str) -> tuple[Finding, ...]:
    """What is told of a request with a section more."""
    request, under = base(name)
    section = Section("loose", "content", "補足", text)
    with_section = replace(request, sections=(*request.sections, section))
    found = take_snapshot(with_section, under, kept=kept()).findings
    assert found is not None
    return found.all


@cache
def _example() -> Standard:
    return load(ROOT / "templates" / "standards" / "example")


def say(words: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{words}\n")


def main(tables: list[Path], *, whole: bool = False) -> None:
    """Print the table by kind, and every sentence that came out wrong; of each alone, or in a whole narrative."""
    slips: Counter[str] = Counter()
    told: Counter[str] = Counter()
    named: Counter[str] = Counter()
    sound: Counter[str] = Counter()
    disturbed: Counter[str] = Counter()
    wrong: list[str] = []
    for table in tables:
        for sentence in read(table):
            told_of = sentence.findings_in_whole if whole else sentence.findings
            found = [finding for finding in told_of if finding.severity != "info"]
            said = " / ".join(finding.message for finding in found)
            if sentence.right:
                slips[sentence.kind] += 1
                told[sentence.kind] += bool(found)
                named[sentence.kind] += sentence.right in said
                if sentence.right not in said:
                    wrong.append(
                        f"{'OTHER ' if found else 'MISSED'} {sentence.request}: {sentence.text} [{sentence.right}] {said}"
                    )
            else:
                sound[sentence.kind] += 1
                disturbed[sentence.kind] += bool(found)
                if found:
                    wrong.append(f"FALSE  {sentence.request}: {sentence.text} {said}")
    say(f"{'kind':14}{'slips':>7}{'told':>7}{'figure':>8}{'sound':>8}{'false':>7}")
    for kind in sorted({*slips, *sound}):
        say(f"{kind:14}{slips[kind]:7}{told[kind]:7}{named[kind]:8}{sound[kind]:8}{disturbed[kind]:7}")
    say(
        f"{'all':14}{slips.total():7}{told.total():7}{named.total():8}{sound.total():8}{disturbed.total():7}"
        f"   {told.total() / max(slips.total(), 1):.0%} told, {disturbed.total() / max(sound.total(), 1):.1%} false"
    )
    say("\n".join(wrong))


if __name__ == "__main__":
    named = [FOLDER / f"{name}.tsv" for name in sys.argv[1:] if not name.startswith("-")]
    main(named or list(TABLES), whole="--whole" in sys.argv)
