"""What texts call the figures of one request beside the names of its lines and tables: labels, short names, the project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

from model.claims.labels.line_names import Target, names_of
from model.claims.labels.sheet_labels import STROKES_AS_ONE, Part, SheetLabels
from model.figures.figures import GroupTotals, LineTotals, Totals, every_line
from model.incremental.results import Results
from model.names.figure_outline import SheetFigure
from model.request import place
from model.request.place import Place
from model.request.request import Request
from model.standard.standard import Standard
from model.values.amount import half_width
from model.values.one_line import one_line
from model.values.pattern import lazy_pattern

_MOST: Final = 200  # such words that are read: of more, most stand in each line
_MONTHS: Final = lazy_pattern(r"(\d{1,2})月?〜(\d{1,2})月")
_HALVES: Final[Mapping[tuple[str, str], tuple[str, str]]] = {
    ("4", "9"): ("上半期", "上期"),
    ("10", "3"): ("下半期", "下期"),
}
_SHORT: Final = 3  # letters of the words of a line by which a text may mean it
_OF_LINES: Final = ("group/", "line/", "commitment/")


def spoken_labels(
    request: Request, totals: Totals, standard: Standard, figures: dict[Place, SheetFigure], results: Results
) -> SheetLabels:
    """The labels of the sheet's own figures, of the limit of its one commitment, and of lines whose words are too short for a name.

    The figures are the outline of the sheet by place; the same labels are the same object.
    """
    # what a row of this sheet is called comes before what the words are elsewhere: 要求総額
    own = [
        (figure.label, where)
        for where, figure in figures.items()
        if figure.label in figure.names and not where.startswith(_OF_LINES)
    ]
    limits: list[Place] = []
    people: Place = ""
    for where, figure in figures.items():
        if figure.kind == "people" and where.startswith("headcount/request"):
            people = where
        if where.startswith("commitment/") and figure.kind == "amount":
            limits.append(where)
        elif figure.kind in ("amount", "people") and not where.startswith(_OF_LINES):
            own += [(name, where) for name in figure.names]
    words, year = standard.text_words, totals.year
    if "assessment/amount" in figures:
        own.append((f"{totals.form.actor}査定", "assessment/amount"))
    if len(limits) == 1:
        own += [(label, limits[0]) for label in words.limits]
    if people:
        own += [(label, people) for label in words.people_labels]
    other = place.funding("request", standard.revenue.other)
    bonds = place.funding("request", standard.revenue.bonds)
    own += [(name, other) for name in _of_other_source(request.funding_words, words.other_revenue)]
    # what this sheet does not have is of another: 査定 before there is one
    own += [(name, "") for name in (*(total.label for total in words.totals), *words.other_revenue)]
    parts = list(islice(_short(totals, results), _MOST))
    classes = (
        {object_class.name for object_class in standard.object_classes_in(year.year)} if parts else set()
    )
    header, contact = request.header, request.contact
    budget = "" if words.patterns.is_filler(header.budget) else header.budget
    above = (words for group in totals.groups for words in results.of(_above_short, group))
    project = (*above, header.name, budget, contact.section, contact.team)
    return results.of(
        SheetLabels,
        tuple(own),
        tuple(part for part in parts if part.words not in classes) if len(parts) < _MOST else (),
        (*words.patterns.labels.get("previous", ()), standard.words.previous),
        tuple(filter(None, project)),
        (year.era, year.number, year.year),
        people,
        bonds if getattr(figures.get(bonds), "value", None) else "",
        tuple((figure.label, where) for where, figure in figures.items() if where.startswith("component/")),
    )


def _of_other_source(funding_words: str, names: list[str]) -> list[str]:
    """What the source その他 is called: the one of its names that the words of 財源 have, with the shorter names in it."""
    written = [name for name in names if name in funding_words]
    longest = max(written, key=len, default="")
    return written if all(name in longest for name in written) else []


def _short(totals: Totals, results: Results) -> Iterator[Part]:
    """The lines and parts whose words are no name: 「堤体工」, 「4月〜9月」, each as texts call it."""
    for at, group in enumerate(totals.groups):
        for path, line_id, words in results.of(_short_of_table, group, results):
            yield Part(words, Target(at, path), f"line/{line_id}/amount")


def _short_of_table(group: GroupTotals, results: Results) -> tuple[tuple[tuple[int, ...], str, str], ...]:
    """Those of one table: the path of each, its id and its words."""
    return tuple(
        [
            (path, line.line.id, words)
            for path, line in _with_paths(group.lines, ())
            for words in results.of(_short_words, line.line.text)
        ]
    )


def _short_words(text: str) -> tuple[str, ...]:
    """What texts call a line whose words are no name; nothing of any other."""
    if names_of(text):
        return ()
    label = half_width(one_line(text)).translate(STROKES_AS_ONE)
    return tuple(words for words in _months(label) if len(words) >= _SHORT)


def _with_paths(
    lines: tuple[LineTotals, ...], above: tuple[int, ...]
) -> Iterator[tuple[tuple[int, ...], LineTotals]]:
    for at, line in enumerate(lines):
        yield (*above, at), line
        yield from _with_paths(line.parts, (*above, at))


def _months(label: str) -> tuple[str, ...]:
    """A label as it stands; of one of months (4月〜9月) also as sentences say it."""
    match = _MONTHS.fullmatch(label)
    if match is None:
        return (label,)
    first, last = match.groups()
    return (
        f"{first}月〜{last}月",
        f"{first}〜{last}月",
        f"{first}月から{last}月",
        f"{first}月から{last}月まで",
        *_HALVES.get((first, last), ()),
    )


def _above_short(group: GroupTotals) -> tuple[str, ...]:
    """The words of a table's lines above those that are called by months: 「10月〜3月分の保守運用経費」 is a part of システム保守運用経費."""
    return tuple(
        line.line.text
        for line in every_line(group.lines)
        if line.parts and not any(names_of(part.line.text) for part in line.parts)
    )
