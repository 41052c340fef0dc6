"""What texts call the figures of one request beside the names of its lines and tables: labels, short names, the project."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from model.claims.sheet_labels import STROKES_AS_ONE, SheetLabels
from model.figures.figures import Totals, every_line
from model.incremental.results import Results
from model.names.figure_outline import SheetFigure
from model.request.place import Place
from model.request.request import Request
from model.standard.standard import Standard

_SHORT: Final = 3  # letters of the words of a line by which a text may mean it
_OF_LINES: Final = ("group/", "line/", "commitment/")


def spoken_labels(
    request: Request, totals: Totals, standard: Standard, figures: dict[Place, SheetFigure], results: Results
) -> SheetLabels:
    """The labels of the sheet's own figures, of the limit of its one commitment, and of lines whose words are too short for a name.

    Args:
        request: the request.
        totals: its totals.
        standard: has the labels.
        figures: the outline of its figures, by place.
        results: those of the run; the same labels are the same object.
    """
    own: list[tuple[str, Place]] = []
    limits, short = [], []
    people: Place = ""
    for where, figure in figures.items():
        if figure.kind == "people" and where.startswith("headcount/request"):
            people = where
        if where.startswith("commitment/") and figure.kind == "amount":
            limits.append(where)
        elif where.startswith("line/"):
            if not figure.names:
                short.append((figure.label.translate(STROKES_AS_ONE), where))
        elif figure.kind in ("amount", "people") and not where.startswith(_OF_LINES):
            own += [(name, where) for name in figure.names]
    words, year = standard.text_words, totals.year
    if "assessment/amount" in figures:
        own.append((f"{totals.form.actor}査定", "assessment/amount"))
    if len(limits) == 1:
        own += [(label, limits[0]) for label in words.limits]
    if people:
        own.append(("人役", people))
    own += (
        _alone(short, {object_class.name for object_class in standard.object_classes_in(year.year)})
        if short
        else []
    )
    header, contact = request.header, request.contact
    budget = "" if words.is_filler(header.budget) else header.budget
    project = (*_above_short(totals, figures), header.name, budget, contact.section, contact.team)
    return results.of(
        SheetLabels,
        tuple(own),
        (*words.labels.get("previous", ()), standard.words.previous),
        tuple(filter(None, project)),
        (year.era, year.number, year.year),
        people,
    )


def _alone(short: list[tuple[str, Place]], classes: set[str]) -> Iterator[tuple[str, Place]]:
    """Words of lines that are no name, but stand once on the sheet: 「堤体工」, 「4月〜9月」; not the words of a 節."""
    labels = [label for label, _ in short]
    once = {label for label in labels if labels.count(label) == 1} if len(labels) < 100 else set()
    return ((label, where) for label, where in short if len(label) >= _SHORT and label in once - classes)


def _above_short(totals: Totals, figures: dict[Place, SheetFigure]) -> Iterator[str]:
    """The words of the lines above those that are called by months: 「10月〜3月分の保守運用経費」 is a part of システム保守運用経費."""
    for group in totals.groups:
        for line in every_line(group.lines):
            if line.parts and not any(figures[f"line/{part.line.id}/amount"].names for part in line.parts):
                yield line.line.text
