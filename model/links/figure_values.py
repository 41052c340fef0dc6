"""The figures that words can be linked to: each value by its place, and how each can be written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from model.links.forms import FigureValue, LinkKind, forms_of, shown
from model.names.fields import label_of
from model.names.figure_outline import SheetFigure
from model.request import place
from model.request.columns import PRINTED_WORDS
from model.request.linked_figure import LinkForm
from model.request.place import Place

_CHANGE: Final = "/change"
_PERCENT: Final = "/percent"
LINE_TEXTS: Final = tuple(column.fields[0] for column in PRINTED_WORDS)
"""The texts of a line that can have linked figures."""
_TEXTS: Final = frozenset(
    (
        ("section", "text"),
        ("group", "note"),
        ("assessment", "comment"),
        ("commitment", "note"),
        ("continuing", "note"),
        *(("line", field) for field in LINE_TEXTS),
    )
)
_KINDS: Final[Mapping[str, LinkKind]] = {"amount": "amount", "people": "people", "years": "period"}


class LinkedValue(NamedTuple):
    """A figure that words can be linked to.

    Attributes:
        place: where it stands; ``…/change`` and ``…/percent`` for 増減 and 増減率.
        label: what it is called in a list: 「集約センター経費の増減」.
        value: 千円, %, 人, or fiscal years; None for a blank.
    """

    place: Place
    label: str
    names: tuple[str, ...]
    kind: LinkKind
    value: FigureValue | None


class LinkChoice(NamedTuple):
    """A way to write a figure: what is offered to be linked or inserted."""

    figure: LinkedValue
    form: LinkForm
    words: str


def linkable(figures: Iterable[SheetFigure]) -> Iterator[LinkedValue]:
    """The figures of a request that words can be linked to, with those of the year before, 増減 and 増減率 behind each."""
    for figure in figures:
        kind = _KINDS.get(figure.kind)
        if kind is None:
            continue
        yield LinkedValue(figure.place, figure.label, figure.names, kind, figure.value)
        if not figure.previous_place:
            continue
        label, names = f"前年度の{figure.label}", tuple(f"前年度{name}" for name in figure.names)
        if figure.previous_place == place.REQUEST_PREVIOUS:  # it has words of its own
            label = label_of(place.REQUEST_PREVIOUS)
            names = (label, f"前年度当初{label.removeprefix('前年度')}", *names)
        yield LinkedValue(figure.previous_place, label, names, kind, figure.previous)
        if kind == "amount":
            stem, change = figure.place.removesuffix("/amount"), figure.change
            own = None if change is None else int(change)
            yield LinkedValue(f"{stem}{_CHANGE}", f"{figure.label}の増減", figure.names, "change", own)
            rate = figure.percent
            yield LinkedValue(f"{stem}{_PERCENT}", f"{figure.label}の増減率", figure.names, "percent", rate)


def values_of(figures: Iterable[SheetFigure]) -> dict[Place, FigureValue | None]:
    """The values of the figures that words can be linked to, by their places."""
    return {figure.place: figure.value for figure in linkable(figures)}


def choices(figures: Iterable[SheetFigure]) -> Iterator[LinkChoice]:
    """Each way to write each figure that has a value, in the order of the sheet."""
    for figure in linkable(figures):
        for form in forms_of(figure.kind):
            if (words := shown(figure.value, form)) is not None:
                yield LinkChoice(figure, form, words)


def holds_links(where: Place) -> bool:
    """Whether a place is a text that can have linked figures: the narrative and its tables, remarks, notes, 財政課処理欄."""
    kind, _, rest = where.partition("/")
    return kind == "cell" or (kind, rest.rpartition("/")[2]) in _TEXTS


def source_of(figure: Place) -> Place:
    """The place to go to for a figure: that of this year's amount for 増減 and 増減率."""
    for ending in (_CHANGE, _PERCENT):
        if figure.endswith(ending):
            return f"{figure.removesuffix(ending)}/amount"
    return figure
