"""The cost tables of a section: found by their headings, understood by the engine of all tables, or left as text and listed.

Of a text each way in which the cells may have stood (``text_layouts``) is understood; that whose sums are the printed ones is
taken. Where two of them tie and give other lines, or none is sure, the table stays text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from model.claims.quantities.commitment_year_words import worded_in
from model.language import phrase
from model.request.multi_year import Commitment
from model.request.request import CostGroup
from model.request.request import Line as CostLine
from model.standard.form import fill_year
from model.standard.standard import Standard
from model.values.fiscal_year import FiscalYear
from model.values.identity import new_id
from templates.readers.labels import compact
from templates.readers.page.costs.cost_grids import Asked, Found, understood
from templates.readers.page.costs.table_headings import Opening, PageLabels, openings
from templates.readers.page.costs.table_like import table_like
from templates.readers.page.costs.text_layouts import rows_of_cells, rows_on_lines
from templates.readers.page.pieces import Grid, Line, Piece, unread
from templates.readers.page.previous_figures import is_figures
from templates.readers.reading import Unread
from templates.readers.tables.calling import calling
from templates.readers.tables.columns.units import is_unit_note, unit_in

_OF_HEADINGS: Final = 10  # empty cells that are likelier than one heading more that is not known
_LONGEST_TITLE: Final = 60
NOTE: Final = ("※", "＊", "(注", "（注", "注)", "注）", "注:", "注：")
"""What a note below a table opens with."""
_LEGEND: Final = re.compile(r"[(\[][^)\]]{0,3}[)\]](?:内)?(?:書き?)?(?:の数字|の額|の金額)?は")
AS_TEXT: Final = phrase("本文の中に文字のまま残しました。")
"""The sentence about a table that is kept as text."""
_OTHER: Final = phrase("所要経費の表として読めない表です。{kept}", kept=AS_TEXT)
_BROKEN: Final = phrase("所要経費の表のようですが、行と額の並びを読み取れません。{kept}", kept=AS_TEXT)
_BESIDE: Final = phrase("要求額の内訳にならない別の表なので、{kept}", kept=AS_TEXT)
LIKE_TABLE: Final = phrase("表のようですが、列が分からないので、{kept}", kept=AS_TEXT)
_BELOW: Final = phrase("表の合計より下の行なので、{kept}", kept=AS_TEXT)
_NO_TITLE_ENDS: Final = re.compile(r".*[。、，,]|(?:.*\s)?[(（]?[-△▲]?[\d,]+(?:千円)?[)）]?")


def read_costs(
    pieces: Sequence[Piece],
    heading: str,
    asked: Asked,
    labels: PageLabels,
    beside: frozenset[int] = frozenset(),
) -> tuple[list[Found], list[Piece], list[Unread]]:
    """Read the cost tables of a section; the tables, the pieces that are in none, and the places that could not be read.

    Args:
        pieces: what stands in the section.
        heading: the words of its heading, which may name the unit.
        asked: the request's fiscal year and its amounts as printed elsewhere.
        labels: what headings say.
        beside: lines of the headings of tables that are to stay text, since they are no part of the 要求額.
    """
    return _Section(pieces, heading, asked, labels, beside).read()


def with_grids(pieces: Sequence[Piece], asked: Asked, labels: PageLabels) -> list[Piece]:
    """The pieces with a grid in place of the lines of each table that its sums prove."""
    return _Section(pieces, "", asked, labels, frozenset()).with_grids()


class _Way(NamedTuple):
    """A way to understand some lines: the table, the index of the piece after them, and their cells."""

    table: Found
    end: int
    rows: tuple[tuple[str, ...], ...] = ()


class _Section:
    def __init__(
        self, pieces: Sequence[Piece], heading: str, asked: Asked, labels: PageLabels, beside: frozenset[int]
    ) -> None:
        self._pieces, self._asked, self._labels, self._beside = pieces, asked, labels, beside
        self._standard = labels.standard
        self._unit = unit_in(heading)
        self._tables: list[Found] = []
        self._rest: list[Piece] = []
        self._unread: list[Unread] = []
        self._tried: dict[tuple[int, str], list[_Way]] = {}
        self._said: set[int] = set()  # lines of the tables that stay text
        self._openings = {
            index: found for index in range(len(pieces)) if (found := openings(pieces, index, labels))
        }

    def read(self) -> tuple[list[Found], list[Piece], list[Unread]]:
        index = 0
        while index < len(self._pieces):
            piece = self._pieces[index]
            if isinstance(piece, Line) and (index not in self._openings or self._is_above(index)):
                self._rest.append(piece)
                index += 1
            elif piece.number in self._beside:
                self._unread.append(unread(piece, _BESIDE))
                index = self._keep(index)
            else:
                index = self._table(index)
        listed = {entry.where for entry in self._unread}
        self._unread += [
            entry
            for line in table_like(self._rest, self._labels, frozenset(self._said))
            if (entry := unread(line, LIKE_TABLE)).where not in listed
        ]
        return self._tables, self._rest, self._unread

    def with_grids(self) -> list[Piece]:
        """The pieces with a grid in place of the lines of each table that its sums prove."""
        index = 0
        while index < len(self._pieces):
            piece = self._pieces[index]
            is_opening = index in self._openings and not self._is_above(index)
            best = _chosen(self._of_lines(index, self._unit_above()[1])) if is_opening else None
            table = best.table if best else None
            # of a plain one a total may be wrong in one year: that is found when the grid is read
            is_proven = table is not None and (table.is_tied or (table.is_tied_once and not table.cost))
            self._rest.append(Grid(piece.number, best.rows) if best and is_proven else piece)
            index = best.end if best and is_proven else index + 1
        return self._rest

    def _is_above(self, index: int) -> bool:
        """Whether a line that may be a heading, though it is not known, stands above the headings, for they have a table alone."""
        below = index + 1
        while below < len(self._pieces) and self._pieces[below].is_blank:
            below += 1
        if self._labels.of(self._openings[index][0].headings[0]).kind or below not in self._openings:
            return False
        unit = self._unit_above()[1]
        alone = _chosen(self._of_lines(below, unit))
        if alone is not None and alone.table.is_tied and not alone.table.cost:
            return True
        own = _chosen(self._of_lines(index, unit))
        if own is None or alone is None:
            return own is None
        return (alone.table.is_tied, -alone.table.cost) > (own.table.is_tied, -own.table.cost)

    def _keep(self, index: int) -> int:
        """Leave the headings of a table as text."""
        end = min((opening.end for opening in self._openings.get(index, ())), default=index + 1)
        self._rest += self._pieces[index:end]
        last = max((opening.end for opening in self._openings.get(index, ())), default=end)
        self._said.update(piece.number for piece in self._pieces[index:last])
        return end

    def _table(self, index: int) -> int:
        """Read the table whose headings stand at a piece; the index after it."""
        piece = self._pieces[index]
        above, unit = self._unit_above()
        if isinstance(piece, Grid):
            found = understood(piece.rows, piece.number, unit, self._asked, self._standard)
            ways = [_Way(found, index + 1)] if found is not None else []
        else:
            ways = self._of_lines(index, unit)
        best = _chosen(ways)
        if best is None:
            why = _OTHER if isinstance(piece, Grid) and not ways else _BROKEN
            self._unread.append(unread(piece, why))
            return self._keep(index)
        table = best.table
        note, after = self._note(best.end)
        if _LEGEND.search(compact(note)) and table.has_both_years and not re.search("年|予算", note):
            self._unread.append(unread(piece, _BROKEN))  # its brackets hold something else
            return self._keep(index)
        del self._rest[above:]
        self._add(table, unit, note)
        return after

    def _add(self, table: Found, unit: str, note: str) -> None:
        """Take a table; what stands below it in its own grid may be another."""
        self._rest += table.above
        title = table.group.title
        if not title and (above := title_above(self._rest, _is_title)):
            title = above.text.strip()
        group, commitments = _with_commitments(
            replace(table.group, title=title, note=note), self._asked.year, self._standard
        )
        self._tables.append(replace(table, group=group, commitments=commitments))
        self._unread += table.unread
        below = table.below
        if below is None:
            return
        another = understood(below.rows, below.number, unit, self._asked, self._standard)
        if another is not None and another.is_tied and below.number not in self._beside:
            self._add(another, unit, "")
            return
        self._rest.append(below)
        if any(any(map(str.isdigit, cell)) for row in below.rows for cell in row):
            self._unread.append(unread(below, _BELOW))

    def _of_lines(self, index: int, unit: str) -> list[_Way]:
        """Each way to understand the lines below some headings."""
        if (index, unit) not in self._tried:
            self._tried[index, unit] = self._try_lines(index, unit)
        return self._tried[index, unit]

    def _try_lines(self, index: int, unit: str) -> list[_Way]:
        ways: list[_Way] = []
        number = self._pieces[index].number
        for opening in self._openings[index]:
            lines = self._lines(opening)
            of_unit = unit or self._unit_at(opening.end + len(lines))
            if opening.on_one_line:
                layouts = rows_on_lines(lines, opening.kinds, self._standard)
            else:
                layouts = rows_of_cells(lines, opening.kinds, self._standard, apart=opening.is_apart)
            for layout in layouts:
                for rows in layout.ways():
                    of_lines = [row for row in rows if not calling(row[0], self._standard)]
                    if not all(any(row[column] for row in of_lines) for column in opening.guessed):
                        continue  # no figure at all in a column that was taken for one of figures
                    table = understood(
                        [opening.headings, *rows], number, of_unit, self._asked, self._standard
                    )
                    if table is not None:
                        cost = layout.cost + _OF_HEADINGS * opening.cost
                        is_whole = layout.is_whole and table.is_whole
                        ways.append(
                            _Way(
                                replace(table, cost=cost, is_whole=is_whole),
                                opening.end + layout.end,
                                (opening.headings, *rows),
                            )
                        )
                if any(way.table.is_tied and not way.table.cost for way in ways):
                    return ways  # nothing was filled in and the sums are the printed ones
        return ways

    def _lines(self, opening: Opening) -> list[Line]:
        """What can belong to a table: up to a note, another table with its title, a grid, the section's end."""
        lines: list[Line] = []
        for index in range(opening.end, len(self._pieces)):
            piece = self._pieces[index]
            if isinstance(piece, Grid) or piece.text.lstrip().startswith(NOTE) or is_unit_note(piece.text):
                break
            if index > opening.end and index in self._openings:
                while lines and lines[-1].is_blank:
                    lines.pop()
                if lines and _is_title(lines[-1]):
                    lines.pop()
                break
            lines.append(piece)
        return lines

    def _unit_above(self) -> tuple[int, str]:
        """The index of a line above the table that only names the unit, and the unit that it, the title or the heading names."""
        last = next(
            (index for index in range(len(self._rest) - 1, -1, -1) if not self._rest[index].is_blank), -1
        )
        piece = self._rest[last] if last >= 0 else None
        if not isinstance(piece, Line):
            return len(self._rest), self._unit
        unit = unit_in(piece.text)
        if unit and is_unit_note(piece.text):
            return last, unit
        return len(self._rest), (unit if unit and _is_title(piece) else "") or self._unit

    def _unit_at(self, index: int) -> str:
        """The unit that a note below a table names."""
        piece = self._pieces[index] if index < len(self._pieces) else None
        text = piece.text if isinstance(piece, Line) else ""
        return (
            unit_in(text) if is_unit_note(text) or (text.lstrip().startswith(NOTE) and "単位" in text) else ""
        )

    def _note(self, start: int) -> tuple[str, int]:
        """The legend below a table, "" for the Standard's own, and the index after it."""
        note, end = note_below(self._pieces, start)
        usual = fill_year(self._standard.printing.cost_note, self._asked.year)
        return ("" if compact(note) == compact(usual) else note), end


def title_above(lines: list[Piece], is_title: Callable[[Piece], bool]) -> Line | None:
    """The title just above a table, taken from the lines with the blank ones below it; None where there is none."""
    last = next((at for at in reversed(range(len(lines))) if not lines[at].is_blank), -1)
    title = lines[last] if last >= 0 else None
    if not isinstance(title, Line) or not is_title(title):
        return None
    del lines[last:]
    return title


def note_below(pieces: Sequence[Piece], start: int) -> tuple[str, int]:
    """The notes below a table, and the index after them."""
    index = start
    notes: list[str] = []
    for piece in pieces[start:]:
        if not isinstance(piece, Line) or not (
            piece.text.lstrip().startswith(NOTE) or (piece.is_blank and not notes)
        ):
            break
        index += 1
        notes += [] if piece.is_blank else [piece.text.strip()]
    return ("\n".join(notes), index) if notes else ("", start)


def _chosen(ways: Sequence[_Way]) -> _Way | None:
    """The way that is proven, or, where none is, the only one that fits; None where several give other lines."""
    pool = [way for way in ways if way.table.is_tied] or [way for way in ways if way.table.is_whole]
    least = min((way.table.cost for way in pool), default=0)
    best = [way for way in pool if way.table.cost == least]
    return best[0] if len({way.table.shown for way in best}) == 1 else None


def _with_commitments(
    group: CostGroup, year: FiscalYear, standard: Standard
) -> tuple[CostGroup, tuple[Commitment, ...]]:
    """A group without the wordings of commitments in its remarks, and these as commitments."""
    commitments: list[Commitment] = []

    def taken(line: CostLine) -> CostLine:
        remark, said = worded_in(line.remark, standard.commitments, year)
        commitments.extend(Commitment(new_id(), line.id, period, status) for status, period in said)
        return replace(line, remark=remark, parts=tuple(map(taken, line.parts)))

    return replace(group, lines=tuple(map(taken, group.lines))), tuple(commitments)


def _is_title(piece: Piece) -> bool:
    if not isinstance(piece, Line) or piece.is_blank:
        return False
    text = piece.text.strip()
    return (
        len(text) <= _LONGEST_TITLE
        and not text.startswith("※")
        and not _NO_TITLE_ENDS.fullmatch(text)
        and not any(map(is_figures, text.split()))
    )
