"""What can be found in a request, and where some words or a figure stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal, NamedTuple, TypeAlias

from model.differences.differences import order_of
from model.differences.outline import REFERENCES, ROOT, Field, Row, Value, outline_of
from model.differences.wording import Wording
from model.figures.figures import Totals
from model.names.place_names import SECTIONS, PlaceNames
from model.request.grounds import Answer
from model.request.place import Place
from model.request.request import Request
from model.request.source_question import SourceQuestion
from model.request.sticky_note import StickyNote
from model.search.folding import folded
from model.standard.standard import Standard
from model.values.amount import format_amount

Kind: TypeAlias = Literal["text", "figure", "derived", "answer"]
"""A text (also a calculation or a count of people); an amount that a person typed; a calculated one; the text of 了解 or of an
answer to a question."""

_CONTEXT: Final = 24  # characters that are shown on either side
_KEYS: Final = frozenset(
    {("mark",), ("status",), ("source",), ("bond_class",), ("frame",), ("header", "sheet")}
)
"""Fields that hold the key of a choice."""
_NOT_ON_THE_FORM: Final = frozenset(
    {"printed", "standard", "prices", "carried_previous", "previous_basis", "unknown"}
)
"""Fields that stand nowhere on the form: words of the sheet, unit prices as they were taken from their file, last year's calculation,
what this version does not know."""


class Entry(NamedTuple):
    """One value of a request that can be found.

    Attributes:
        row: the id of its row in the outline.
        section: the part of the sheet: 「所要経費 ＞ 1.運営費」.
        name: what it is: 「「通信運搬費」の備考」.
        text: what stands there; amounts with their commas.
    """

    place: Place
    row: str
    section: str
    name: str
    text: str
    kind: Kind


class Match(NamedTuple):
    """The value in which the wanted words stand, and where they begin and end: once in a text, all that is wanted in a figure."""

    entry: Entry
    spans: tuple[tuple[int, int], ...]

    @property
    def context(self) -> tuple[str, str, str]:
        """What stands before the words, the words, and what stands behind them, on one line."""
        start, end = self.spans[0][0], self.spans[-1][1]
        text = self.entry.text
        before, after = text[max(start - _CONTEXT, 0) : start], text[end : end + _CONTEXT]
        cut = "…" * (start > _CONTEXT), "…" * (len(text) > end + _CONTEXT)
        return cut[0] + _on_one_line(before), _on_one_line(text[start:end]), _on_one_line(after) + cut[1]


def entries_of(request: Request, totals: Totals, standard: Standard) -> list[Entry]:
    """Every value of a request that can be found, in the order of the sheet."""
    wording = Wording(request, outline_of(request), standard)
    derived = {where: figure.value for where, figure in totals.by_place.items()}
    minus = standard.printing.minus_on_screen
    entries: list[Entry] = []
    for row_id, row in wording.outline.rows.items():
        for field, value in row.values.items():
            if not _can_be_found(row, field):
                continue
            place = wording.place(row_id, field)
            kind: Kind = "answer" if row.kind is Answer else "text" if isinstance(value, str) else "figure"
            if value is None and derived.get(place) is not None:
                value, kind = derived[place], "derived"
            text = _text_of(value, minus)
            if text:
                section, name = wording.section(row_id, field), wording.what(row_id, field)
                entries.append(Entry(place, row_id, section, name, text, kind))
    names, known = PlaceNames(request, standard), {entry.place for entry in entries}
    entries += _calculated(names, derived, known, minus)
    return sorted(entries, key=lambda entry: order_of(entry.section))


class Searched:
    """The values of a request as they are searched: folded once, however often words are looked for in them."""

    def __init__(self, entries: Iterable[Entry], *, ignores_width: bool = True) -> None:
        """Fold the values.

        Where width is ignored, capital and small letters are the same too.
        """
        self._ignores_width = ignores_width
        self._entries = [(entry, folded(entry.text, ignores_width=ignores_width)) for entry in entries]

    def matches(self, wanted: str) -> list[Match]:
        """Where some words stand, or a figure with or without its commas; nowhere for no words."""
        words = folded(wanted, ignores_width=self._ignores_width).text
        found: list[Match] = []
        for entry, text in self._entries if words else ():
            spans = text.spans(words)
            if entry.kind in ("text", "answer"):
                found += [Match(entry, (span,)) for span in spans]
            elif spans:
                found.append(Match(entry, tuple(spans)))
        return found


def _can_be_found(row: Row, field: Field) -> bool:
    if row.kind is Answer:
        return field == ("text",)
    return (
        row.kind not in (SourceQuestion, StickyNote, str)
        and field not in REFERENCES | _KEYS
        and field[0] not in _NOT_ON_THE_FORM
    )


def _calculated(
    names: PlaceNames, derived: dict[Place, int | None], known: set[Place], minus: str
) -> Iterator[Entry]:
    """The calculated figures that stand in no row: 要求額, the tables of the total cost and of the funds."""
    for place, value in derived.items():
        if place not in known and value is not None and not place.startswith(("line/", "group/")):
            section = SECTIONS[place.partition("/")[0]]
            yield Entry(place, ROOT, section, names.name_of(place), format_amount(value, minus), "derived")


def _text_of(value: Value, minus: str) -> str:
    """A value as it is searched; "" for what is no text and no amount."""
    if isinstance(value, str):
        return value
    return format_amount(value, minus) if isinstance(value, int) and not isinstance(value, bool) else ""


def _on_one_line(text: str) -> str:
    return " ".join(text.split("\n"))
