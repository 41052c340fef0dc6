"""Errors in what a text says beside the tables: an amount, a year, a period, a state (no equation: claims, not sums)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain
from random import Random

from msgspec.structs import replace

from model.edits.fields import set_value
from model.request.lines import walk
from model.request.place import Place
from model.request.request import Line, Request
from model.totals.totals import totals
from tests.samples import standard
from tests.seeded.figures import KINDS
from tests.seeded.mutation import Mutation

_AMOUNT = re.compile(r"(?<![\d,.])\d[\d,]*(?=千円)")
_YEAR = re.compile(r"(令和|平成)(元|\d{1,2})(?=年度)")
_PERIOD = re.compile(r"[RH]\d{1,2}〜[RH]\d{1,2}")
_STATES = (("設定済", "を要求"), ("を要求", "設定済"))
_FIGURE_KINDS = ("1多い", "10倍", "1000倍", "隣の数字の入れ替え", "数字一つの違い", "末尾の数字の落ち")


def with_prose(request: Request, random: Random) -> Request:
    """The request with a narrative and remarks that say what its tables say, in the words of published sheets."""
    figures = totals(request, standard())
    own = figures.year
    said: list[str] = []
    if figures.amount.value is not None:
        amount = f"{figures.amount.value:,}千円"
        ways = (f"{own.label}の要求額は{amount}である。", f"要求額は{amount}である。", f"要求額 {amount}")
        said.append(random.choice(ways))
    if figures.previous.value is not None and figures.form.page.has_previous:
        amount, before = f"{figures.previous.value:,}千円", own.previous.label
        ways = (
            f"{before}の予算額は{amount}である。",
            f"前年度予算額は{amount}である。",
            f"前年度予算額 {amount}",
        )
        said.append(random.choice(ways))
    lines = [each for group in figures.groups for each in group.lines]
    names = [each.line.text for each in lines]
    for each in lines:
        if names.count(each.line.text) == 1 and each.amount.value is not None:
            said.append(f"{each.line.text}として{each.amount.value:,}千円を要求する。")
    remarks = {}
    for owed in figures.commitments:
        if owed.commitment.line and owed.period is not None:
            period = f"{owed.period.first.short}〜{owed.period.last.short}"
            state = "債務負担行為設定済" if owed.commitment.status == "set" else "債務負担行為を要求"
            remarks[owed.commitment.line] = f"({period}の{state})"
    random.shuffle(said)
    section = replace(request.sections[0], text="\n".join(said))
    groups = tuple(
        replace(group, lines=tuple(_remarked(line, remarks) for line in group.lines))
        for group in request.groups
    )
    return replace(request, sections=(section, *request.sections[1:]), groups=groups)


def _remarked(line: Line, remarks: dict[str, str]) -> Line:
    return replace(line, remark=remarks.get(line.id, line.remark))


def wrong_texts(request: Request) -> Iterator[Mutation]:
    """Every amount, year, period and state that a text says, wrong in every way."""
    for where, text in _texts(request):
        for kind, wrong in chain(_wrong_amounts(text), _wrong_years(text), _wrong_states(text)):
            edited = set_value(request, where, wrong)
            yield Mutation(kind, frozenset({where}), edited, f"{where}: {_difference(text, wrong)}")


def _difference(text: str, wrong: str) -> str:
    """The line of a text that was changed, before and after."""
    changed = zip(text.split("\n"), wrong.split("\n"), strict=True)
    return next((f"{one} → {other}" for one, other in changed if one != other), "")


def _texts(request: Request) -> Iterator[tuple[Place, str]]:
    for section in request.sections:
        yield f"section/{section.id}/text", section.text
    for group in request.groups:
        for line, _ in walk(group.lines):
            yield f"line/{line.id}/remark", line.remark
            yield f"line/{line.id}/text", line.text


def _replaced(text: str, pattern: re.Pattern[str], ways: Callable[[str], Iterator[str]]) -> Iterator[str]:
    for found in pattern.finditer(text):
        for other in ways(found[0]):
            if other != found[0]:
                yield text[: found.start()] + other + text[found.end() :]


def _wrong_amounts(text: str) -> Iterator[tuple[str, str]]:
    def ways(figure: str) -> Iterator[str]:
        value = int(figure.replace(",", ""))
        return (f"{wrong:,}" for kind in _FIGURE_KINDS for wrong in KINDS[kind](value))

    return (
        (
            "文の総額"
            if "算額" in _difference(text, wrong) or "要求額" in _difference(text, wrong)
            else "文の経費の額",
            wrong,
        )
        for wrong in _replaced(text, _AMOUNT, ways)
    )


def _wrong_years(text: str) -> Iterator[tuple[str, str]]:
    def off(year: str) -> Iterator[str]:
        number = 1 if year[2:] == "元" else int(year[2:])
        return (f"{year[:2]}{other}" for other in (number - 1, number + 1) if other > 0)

    def shifted(period: str) -> Iterator[str]:
        first, last = (int(each[1:]) for each in period.split("〜"))
        letter = period[0]
        yield f"{letter}{first + 1}〜{letter}{last}"
        yield f"{letter}{first}〜{letter}{last + 1}"

    yield from (("文の年度", wrong) for wrong in _replaced(text, _YEAR, off))
    yield from (("文の期間", wrong) for wrong in _replaced(text, _PERIOD, shifted))


def _wrong_states(text: str) -> Iterator[tuple[str, str]]:
    for one, other in _STATES:
        if f"債務負担行為{one}" in text:
            yield "文の設定済・要求", text.replace(f"債務負担行為{one}", f"債務負担行為{other}", 1)
