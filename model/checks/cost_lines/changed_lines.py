"""Lines that changed much since last year, that are new, or that fell away, and whether anything says why (rule 55)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple, TypeAlias

from model.checks.case import Case
from model.checks.finding import thousands
from model.checks.quoted import shortened
from model.checks.rule import Found, WholeCheck
from model.checks.sources import CHANGES as _SOURCE
from model.figures.figures import LineTotals, Totals
from model.request import place
from model.request.request import Line, Section
from model.standard.parts import LineMark
from model.standard.rule_words import LastYearWords
from model.standard.standard import Standard

_Way: TypeAlias = Literal["changed", "new", "gone"]
_AROUND: Final = re.compile(
    r"【[^】]{0,300}】|\([^)]{0,300}\)|（[^）]{0,300}）|^\s*+(?:[0-9０-９]++[.．、)]|[ア-ン][.．、)]|[・○●◆■※])\s*+"
)
_LEAST_NAME: Final = 3  # characters by which a line is known in the text


class _Change(NamedTuple):
    """A line whose amount changed much and that does not say why itself.

    Attributes:
        line: the line.
        ids: its id and those of the lines it is a part of.
        by: this year's amount less last year's, 千円.
        way: changed, new this year, or gone.
        is_blank: whether this year's amount was not written, so that it may still come.
    """

    line: Line
    ids: frozenset[str]
    by: int
    way: _Way
    is_blank: bool


def _changes(line: LineTotals, standard: Standard, above: tuple[Line, ...]) -> Iterator[_Change]:
    if _gives_a_reason(line.line, standard):
        return
    if line.parts and any(part.has_previous for part in line.parts):
        for part in line.parts:
            yield from _changes(part, standard, (line.line, *above))
        return
    by, before = line.change, line.previous.value or 0
    if (line.amount.value or 0) < 0 or before < 0:
        return  # what takes from the others is no cost of its own
    words = standard.last_year
    if by is None or abs(by) < words.change_amount:
        return
    if any(own.outcome is not None for own in (line, *line.parts)):  # a calculation shows how it comes about
        return
    if any(part.line.remark.strip() for part in line.parts):
        return
    way: _Way = "new" if not before else "changed" if line.amount.value else "gone"
    least = words.rise_percent if by > 0 else words.fall_percent
    if way == "changed" and abs(by) * 100 < least * abs(before):
        return
    if _mark_gives_the_reason(line.line, way, standard):
        return
    ids = frozenset(own.id for own in (line.line, *above))
    yield _Change(line.line, ids, by, way, line.amount.shown is None)


def _gives_a_reason(line: Line, standard: Standard) -> bool:
    return bool(line.remark.strip()) or any(word in line.text for word in standard.last_year.reasons_of_line)


def _mark_gives_the_reason(line: Line, way: _Way, standard: Standard) -> bool:
    """Whether the line's mark says that the line is new or has ended."""
    mark = next((line_mark for line_mark in standard.line_marks if _is_marked(line, line_mark)), None)
    if mark is None:
        return False
    return mark.once or (mark.no_previous and way == "new") or (mark.no_amount and way == "gone")


def _is_marked(line: Line, mark: LineMark) -> bool:
    """Whether a line has a mark, also one that stands in its text, as on sheets that were read from a page."""
    return line.mark == mark.key if line.mark else bool(mark.label) and mark.label in line.text


@WholeCheck.rule(
    "55", "増減の大きい行、新しい行、なくなった行には、備考か本文に理由を書く。", _SOURCE, "warning"
)
def large_changes_have_a_reason(case: Case) -> Iterator[Found]:
    """Rule 55: what the finance division asks first: why is this so much more, or less, than last year?

    One finding for the request; it names the largest. A reason is a remark, a calculation, a commitment, words such as
    増 or 改修 in the line's text, or a sentence of the narrative that speaks of the line with such a word; of a new line the
    narrative need only speak. A text that nobody touched since last year gives no reasons. Left alone: sheets without a
    column of last year and new projects (their whole text is the reason), and what is small: in percent, in 千円 and
    beside 前年度予算額, by the Standard's thresholds. A blank amount is gone only where most lines have theirs.
    """
    previous = case.totals.previous.value
    if not case.totals.form.page.has_previous or not previous:
        return
    words = case.standard.last_year
    found: list[_Change] = []
    for group in case.totals.groups:
        if group.has_previous:
            for line in group.lines:
                if line.parts or line.amount.value != line.previous.value:  # few lines of most tables
                    found += _changes(line, case.standard, ())
    found = [finding for finding in found if abs(finding.by) * 100 >= words.change_share * abs(previous)]
    if case.request.carried_previous is None and case.totals.previous.differs:
        found = [
            finding for finding in found if finding.way != "new"
        ]  # a blank may be an amount that is missing
    if any(finding.is_blank for finding in found) and _is_being_written(case.totals):
        found = [finding for finding in found if not finding.is_blank]
    if not found:
        return
    bound = {commitment.line for commitment in case.request.commitments}
    found = [finding for finding in found if bound.isdisjoint(finding.ids)]
    own = [section for section in case.request.sections if not section.carried]
    if any(_is_about_changes(section, words.change_headings) for section in own):
        return
    found = [
        finding for finding in found if not any(_speaks_of(section.text, finding, words) for section in own)
    ]
    if found:
        yield _found(found, case.standard)


def _found(found: list[_Change], standard: Standard) -> Found:
    found.sort(key=lambda change: -abs(change.by))
    named = [
        f"「{shortened(finding.line.text)}」（{_how(finding)}）"
        for finding in found[: standard.last_year.named]
    ]
    more = len(found) - len(named)
    names = "、".join(named) + (f"ほか{more}行" if more > 0 else "")
    return Found(
        place.line(found[0].line.id, "remark"),
        f"{names}は前年度からの増減が大きいのに、理由が見当たりません。備考か本文に理由を書いてください。",
    )


def _how(change: _Change) -> str:
    if change.way == "changed":
        return f"{'+' if change.by > 0 else ''}{thousands(change.by)}"
    return f"{'新規' if change.way == 'new' else '皆減'} {thousands(abs(change.by))}"


def _is_being_written(totals: Totals) -> bool:
    """Whether many lines that had an amount last year wait for this year's: a draft that is being filled."""
    had = [line for group in totals.groups for line in group.lines if line.previous.value]
    waiting = sum(line.amount.shown is None for line in had)
    return waiting * 4 > len(had) - waiting


def _is_about_changes(section: Section, words: tuple[str, ...]) -> bool:
    return any(word in section.heading or word in section.text for word in words)


def _speaks_of(text: str, change: _Change, words: LastYearWords) -> bool:
    """Whether a text gives a reason for a line that changed, or speaks of one that is new."""
    for name in _names(change.line.text, words.name_endings):
        index = text.find(name)
        while index >= 0:
            passage = _passage(text, index, len(name))
            if change.way == "new" or any(word in passage for word in words.reasons):
                return True
            index = text.find(name, index + len(name))
    return False


def _passage(text: str, index: int, length: int) -> str:
    """The line in which a name stands without the name itself, and the one after it."""
    begin = text.rfind("\n", 0, index) + 1
    end = text.find("\n", index)
    after = text.find("\n", end + 1) if end >= 0 else -1
    stop = len(text) if end < 0 or after < 0 else after
    return text[begin:index] + text[index + length : stop]


def _names(text: str, endings: tuple[str, ...]) -> tuple[str, ...]:
    """The words by which the narrative may call a line: its text without marks and numbers, and that without its ending.

    >>> _names("(1)集約センター経費", ("経費",))
    ('集約センター経費', '集約センター')
    """
    name = _AROUND.sub("", text.replace("\n", "")).strip()
    names = [name, *(name.removesuffix(ending) for ending in endings if name.endswith(ending))]
    return tuple(dict.fromkeys(name for name in names if len(name) >= _LEAST_NAME))
