"""What came of a layout: right, asked, told by a 誤り, refused, or wrong without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal
from unicodedata import normalize

import msgspec

from model.document.document import Snapshot, take_snapshot
from model.document.storage import FileError
from model.figures.figures import GroupTotals, LineTotals
from model.standard.standard import Standard
from model.values import amount as amounts
from model.values import fiscal_year
from templates.readers.reading import Reading
from templates.readers.sources import read_source
from tests import samples
from tests.templates.readers.layouts.expected import Expected, Wanted

Kind = Literal["right", "alarm", "asked", "told", "kept", "refused", "guessed", "SILENT", "crashed"]
_YEN_IN: Final = (("百万円", 1_000_000), ("億円", 100_000_000), ("万円", 10_000), ("千円", 1_000), ("円", 1))
_REIWA: Final = 2018  # the year before 令和元年
_PLACES: Final = ("group/", "line/", "request/", "cost/")


@dataclass(frozen=True)
class Outcome:
    """What came of a layout.

    Attributes:
        kind: ``alarm`` is right, with a 誤り that is false; ``told`` is wrong, with a 誤り at a figure of the costs;
            ``kept`` is a table that was left as text and listed, with no figure taken from it; ``guessed`` is right where nobody could know.
        why: what differs, or what was asked or said.
    """

    kind: Kind
    why: str = ""


@dataclass(frozen=True)
class Line:
    """A line as it came in, 円; a figure that is no number as its text."""

    text: str
    amount: int | str | None
    previous: int | str | None


def outcome(path: Path, expected: Expected, standard: Standard, folder: Path, must: str = "right") -> Outcome:
    """Read a file and compare it with what has to come back."""
    try:
        reading = read_source(path, standard, folder)
    except FileError as error:
        return Outcome("refused", str(error))
    except Exception as error:  # the measure goes on; the test shows it
        return Outcome("crashed", repr(error))
    return compared(reading, expected, standard, must)


def compared(reading: Reading, expected: Expected, standard: Standard, must: str = "right") -> Outcome:
    """What came of a reading."""
    snapshot = take_snapshot(reading.request, standard, kept=samples.kept())
    asked = questions(reading)
    wrong = differences(snapshot, expected) or _lost(reading, expected)
    if not wrong:
        if must == "finding" and not errors(snapshot):
            return Outcome("SILENT", "printed total differs, and no 誤り says so")
        if must == "asked" and not asked:
            return Outcome("guessed", "right by chance")
        if said := errors(snapshot) if must != "finding" and not expected.may_alarm else []:
            return Outcome("alarm", said[0])
        return Outcome("asked" if asked else "right", "; ".join(asked))
    if asked:
        return Outcome("asked", f"{'; '.join(asked)} | {wrong}")
    said = errors(snapshot)
    if said:
        return Outcome("told", f"{said[0]} | {wrong}")
    kept = reading.unread and not any(lines(snapshot)) and _has_no_other_figure(snapshot, expected)
    return Outcome("kept" if kept else "SILENT", wrong)


def _has_no_other_figure(snapshot: Snapshot, expected: Expected) -> bool:
    """Whether year and totals are blank, or those of the source (a page has them beside its table)."""
    year = fiscal_year.parse(snapshot.request.header.fiscal_year)
    amounts, previous = {0, expected.printed}, {0, expected.previous}
    found = [(figure.value or 0) * 1_000 for figure in (snapshot.totals.amount, snapshot.totals.previous)]
    return (
        found[0] in amounts and found[1] in previous and (year is None or year.year - _REIWA == expected.year)
    )


def questions(reading: Reading) -> list[str]:
    """What the reader asked of the source."""
    asked: Sequence[object] = getattr(reading.request, "source_questions", ())
    return [str(getattr(question, "question", question)) for question in asked]


def errors(snapshot: Snapshot) -> list[str]:
    """The 誤り at figures of the costs, but for the questions of the source."""
    return [
        found.message
        for found in snapshot.findings.errors
        if str(found.place).startswith(_PLACES) and found.rule != "source-question"
    ]


def differences(snapshot: Snapshot, expected: Expected) -> str:
    """What a request has otherwise than it was meant; "" where it is the same."""
    header = snapshot.request.header
    year = fiscal_year.parse(header.fiscal_year)
    if year is None or year.year - _REIWA != expected.year:
        return f"year {header.fiscal_year!r}, not 令和{expected.year}年度"
    if expected.name and plain(header.name) != plain(expected.name):
        return f"name {header.name!r}, not {expected.name!r}"
    totals = snapshot.totals
    for word, found, meant in (
        ("amount", totals.amount.value, {expected.amount, expected.printed}),
        ("previous", totals.previous.value, {expected.previous}),
    ):
        if word == "previous" and expected.any_previous:
            continue
        yen = None if found is None else found * 1_000
        if yen not in meant and not (word == "previous" and not yen and not expected.previous):
            return f"total {word} {yen}, not {sorted(meant, key=str)} | {_said(lines(snapshot))}"
        of_lines = sum(_of_lines(group, word) for group in totals.groups) * 1_000
        right = expected.amount if word == "amount" else expected.previous or 0
        if of_lines != right and (word == "amount" or totals.previous.value is not None):
            return f"the lines add up to {word} {of_lines}, not {right} | {_said(lines(snapshot))}"
    found_lines = list(lines(snapshot))
    wrong = [_lines_differ(found_lines, reading, expected) for reading in expected.readings]
    if not all(wrong):
        return ""
    return f"{wrong[0]} | {_said(found_lines)}"


def _lost(reading: Reading, expected: Expected) -> str:
    """The first word of the source that stands nowhere in what came in; "" for none."""
    held = plain(str(msgspec.to_builtins(reading.request)) + "".join(entry.text for entry in reading.unread))
    return next((f"{word!r} is lost" for word in expected.words if plain(word) not in held), "")


def lines(snapshot: Snapshot) -> Iterator[Line]:
    """Every line with what it comes to, parents before their parts, 円."""

    def walk(found: LineTotals) -> Iterator[Line]:
        line = found.line
        yield Line(
            line.text, _figure(line.amount, found.amount.value), _figure(line.previous, found.previous.value)
        )
        for part in found.parts:
            yield from walk(part)

    for group in snapshot.totals.groups:
        for line in group.lines:
            yield from walk(line)


def _of_lines(group: GroupTotals, word: str) -> int:
    """What the lines of a table add up to, 千円, whatever 合計 is typed below them."""
    return sum(int(getattr(line, word).value or 0) for line in group.lines)


def _figure(typed: object, value: int | None) -> int | str | None:
    if isinstance(typed, str) and typed.strip(" 　－-―—‐0０皆増"):
        return yen_of(typed)
    return None if value is None else value * 1_000


def yen_of(text: str) -> int | str:
    """A figure that was kept as text, in 円; the text where it is none."""
    plain_text = normalize("NFKC", text).replace(",", "").strip()
    for word, yen in _YEN_IN:
        found = re.fullmatch(rf"(-?[\d.]+){word}", plain_text)
        if found:
            return round(float(found[1]) * yen)
    parsed = amounts.parse(text)
    return parsed * 1_000 if isinstance(parsed, int) else text


def plain(text: str) -> str:
    """A text as it is compared: without blanks, in one width."""
    return re.sub(r"\s", "", normalize("NFKC", text))


def _lines_differ(found: Sequence[Line], wanted: Sequence[Wanted], expected: Expected) -> str:
    """The first line that differs; "" for none. Optional lines may be missing, and have no figures to compare."""
    rest = list(found)
    for want in wanted:
        texts = {plain(text) for text in want.texts}
        if not rest or plain(rest[0].text) not in texts:
            if want.optional:
                continue
            return f"line {want.texts[0]!r} wanted, {rest[0].text if rest else 'nothing'!r} came"
        line = rest.pop(0)
        if want.optional:
            continue
        if (line.amount or 0) != (want.amount or 0):
            return f"{want.texts[0]!r}: amount {line.amount}, not {want.amount}"
        if expected.any_previous:
            continue
        if expected.previous is not None and (line.previous or 0) != (want.previous or 0):
            return f"{want.texts[0]!r}: previous {line.previous}, not {want.previous}"
        if expected.previous is None and line.previous:
            return f"{want.texts[0]!r}: previous {line.previous}, and there was none"
    return f"line {rest[0].text!r} more ({rest[0].amount})" if rest else ""


def _said(found: Iterator[Line] | Sequence[Line]) -> str:
    return ", ".join(f"{line.text}={line.amount}/{line.previous}" for line in list(found)[:4])
