"""Errors in the text of a published page, as a slip of the hand leaves them: a figure, a year, a row, two columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tests.seeded.figures import KINDS

_FIGURE = re.compile(r"(?<![\d,.])-?\d[\d,]*(?=千円)")
_CELL = re.compile(r"(?<=\s)-?\d[\d,]*(?=\s|$)")
_PEOPLE = re.compile(r"(?<![\d.])\d+\.\d+(?=人)")
_YEAR = re.compile(r"(平成|令和|[RH])?(元|\d{1,2})(?=年度)")
_ERA = re.compile(r"(平成|令和|[RH])(?=(元|\d{1,2})年度)")
_ERAS = {"令和": "平成", "平成": "令和", "R": "H", "H": "R"}


class WrongPage(NamedTuple):
    """The text of a page with one error, of what kind, and what was done."""

    kind: str
    text: str
    what: str


def wrong_pages(text: str) -> Iterator[WrongPage]:
    """Every error of every kind; below 事業内容 the prose of the cases is a filler, and only tables of funds are read."""
    lines = text.split("\n")
    body, tables = _body(lines)
    for at, line in enumerate(lines):
        if body <= at < tables:
            continue
        for kind, wrong in _wrong_lines(line, is_table=at >= tables):
            yield WrongPage(kind, "\n".join([*lines[:at], wrong, *lines[at + 1 :]]), f"{line} → {wrong}")


def _body(lines: list[str]) -> tuple[int, int]:
    """Where the narrative begins and where the tables of funds below it do."""
    body = next(
        (at for at, line in enumerate(lines) if line.strip() in ("事業内容", "要求内容:")), len(lines)
    )
    tables = next((at for at, line in enumerate(lines) if line.startswith("区分 事業費")), len(lines))
    return body, tables


def _wrong_lines(line: str, *, is_table: bool) -> Iterator[tuple[str, str]]:
    for found in (_CELL if is_table else _FIGURE).finditer(line):
        value = int(found[0].replace(",", ""))
        for kind, ways in KINDS.items():
            for wrong in ways(value):
                if wrong != value:
                    yield kind, f"{line[: found.start()]}{wrong:,}{line[found.end() :]}"
    for found in _PEOPLE.finditer(line):
        for at in (at for at, digit in enumerate(found[0]) if digit != "."):
            wrong_count = found[0][:at] + str((int(found[0][at]) + 1) % 10) + found[0][at + 1 :]
            yield "人役", line[: found.start()] + wrong_count + line[found.end() :]
    for found in _YEAR.finditer(line):
        number = 1 if found[2] == "元" else int(found[2])
        for other in (number - 1, number + 1):
            if other > 0:
                yield "年度の1違い", line[: found.start(2)] + str(other) + line[found.end(2) :]
    for found in _ERA.finditer(line):
        yield "元号の違い", line[: found.start()] + _ERAS[found[0]] + line[found.end() :]
    cells = list((_CELL if is_table else re.compile(r"(?<=\s)-?\d[\d,]*千円(?=\s|$)")).finditer(line))
    for one, other in pairwise(cells):
        if one[0] != other[0]:
            swapped = line[: one.start()] + other[0] + line[one.end() : other.start()] + one[0]
            yield "隣の列との入れ替え", swapped + line[other.end() :]
    if len(cells) > 1:
        yield "行の落ち", ""
    if "千円" in line and not is_table:
        for found in re.finditer("千円", line):
            yield "単位の違い", line[: found.start()] + "円" + line[found.end() :]
