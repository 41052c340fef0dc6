"""The order of the sheet, by which findings are listed: cards from above, sections and rows as the writer has put them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

from model.request.lines import walk
from model.request.place import Place
from model.request.request import Request

Position: TypeAlias = tuple[int, int, int, int]

_SECTIONS: Final = ("section", "table", "column", "cell")
_COSTS: Final = ("group", "line")
_BELOW_COSTS: Final = ("commitment", "owed", "continuing", "annual")
_KINDS: Final = (
    ("header", "contact"),
    ("headcount", "cost"),
    ("request", "component", "funding_words", "assessment"),
    (*_SECTIONS, *_COSTS, *_BELOW_COSTS),
    ("assessment/comment",),
    ("cut",),
    ("funding",),
    ("term",),
)
_RANKS: Final[Mapping[str, tuple[int, int]]] = {
    kind: (rank, within) for rank, kinds in enumerate(_KINDS) for within, kind in enumerate(kinds)
}
_NARRATIVE: Final = _RANKS["section"][0]


class SheetOrder:
    """Where the places of a request stand on its sheet."""

    def __init__(self, request: Request) -> None:
        sections = request.sections
        self._sections = {section.id: index for index, section in enumerate(sections)}
        self._costs = next((i for i, section in enumerate(sections) if section.costs), len(sections))
        for table in request.tables:
            index = self._sections.get(table.section, self._costs)
            parts = (table.id, *(column.id for column in table.columns), *(row.id for row in table.rows))
            self._sections |= dict.fromkeys(parts, index)
        rows = (
            row_id
            for group in request.groups
            for row_id in (group.id, *(line.id for line, _ in walk(group.lines)))
        )
        self._rows = {row_id: index for index, row_id in enumerate(rows)}

    def of(self, place: Place) -> Position:
        """What a place is sorted by: its card and its kind; in the narrative its section, whether it is text, costs or below them, and its row."""
        kind, _, rest = place.partition("/")
        rank, within = _RANKS.get(place) or _RANKS.get(kind, (0, 0))
        if rank != _NARRATIVE:
            return rank, within, 0, 0
        part = rest.partition("/")[0]
        if kind in _SECTIONS:
            return rank, self._sections.get(part, self._costs), 0, 0
        return rank, self._costs, 1 if kind in _COSTS else 2, self._rows.get(part, 0)
