"""The printed sheet 「要求書」 of our own workbook read back: cells, texts over several rows, inserted and deleted rows."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from model.document.document import take_snapshot
from model.edits.fields import clean_text, set_value, type_text, value_at
from model.language import phrase
from model.request.columns import WORD_FIELDS
from model.request.place import Place
from model.request.request import Request
from model.standard.standard import Standard
from model.values.amount import Amount
from templates.readers.books.cells import At, plain
from templates.readers.workbook import parts
from templates.readers.workbook.cost_rows import CostRows
from templates.readers.workbook.figures_now import ask_of_formulas
from templates.readers.workbook.number_formats import as_meant, ask_of_formats
from templates.readers.workbook.page_now import Difference, PageNow
from templates.readers.workbook.report import NOT_CALCULATED, Report
from templates.readers.workbook.section_tables import TableRows, ask_of_totals
from templates.readers.workbook.text_rows import Piece, inner, rejoined
from templates.readers.workbook.typed_cells import Cells
from templates.sheet.sheet import figures_of
from templates.workbook.memory import AGAIN

_GONE_COLUMN: Final = phrase("列が消されているため、この列の内容は書き出したときのままにしました。")
_OUTSIDE: Final = phrase("様式の欄の外に書かれているため、「読み取れなかった表」に残しました。")
_NO_FIELD: Final = phrase("様式のどの欄にもあたらない行なので、「読み取れなかった表」に残しました。")
_COMMENT: Final = "assessment/comment"
# places whose text may take several rows
_TEXT: Final = re.compile(
    rf"line/.+/(?:{'|'.join(WORD_FIELDS)})|group/.+/(?:title|note)|section/.+|header/(?:name|subtitle|stage)|contact/.+"
    r"|funding_words|assessment/(?:comment|result)|table/.+|column/.+/heading|cell/.+"
)


class Taken(NamedTuple):
    """The request after the printed sheet.

    Attributes:
        strays: the rows outside all parts of the form, which become text.
        new_lines: the lines that were inserted: their table, text and figures.
        places: the places that were changed.
    """

    request: Request
    strays: Sequence[tuple[At, str]] = ()
    new_lines: Sequence[tuple[str, str, Amount, Amount]] = ()
    places: Collection[Place] = ()


class OwnPage:
    """Reads the printed sheet once."""

    def __init__(self, request: Request, standard: Standard, page: PageNow, report: Report) -> None:
        self._request, self._standard, self._page, self._report = request, standard, page, report
        self._texts: dict[Place, list[tuple[int, int]]] = {}  # written row and column by place
        for row, cells in page.memory.page.items():
            for cell in cells:
                if cell.place and cell.kind in ("s", "") and _TEXT.fullmatch(cell.place):
                    self._texts.setdefault(cell.place, []).append((row, cell.column))
        self._parts = set(parts.order_now(page))
        self._inserted: dict[Place, list[tuple[int, Piece]]] = {}
        self._strays: list[tuple[At, str]] = []

    def read(self) -> Taken:
        """The request with what was changed on the sheet."""
        page, report = self._page, self._report
        differences = page.differences()
        frozen = [difference for difference in differences if difference.is_frozen]
        cells = Cells(self._request, self._standard, report)
        texts: dict[Place, Difference] = {}
        for difference in differences:
            if difference.is_frozen:
                continue
            if difference.formula and difference.value is None:
                # no program that computes has saved the workbook since
                report.unread(*difference.address, "", NOT_CALCULATED)
                continue
            difference = as_meant(difference, page.sheet, report)
            if difference.written.place in self._texts:
                texts.setdefault(difference.written.place, difference)
            else:
                cells.take(difference)
        retyped = {difference.address for difference in differences if not difference.is_frozen}
        ask_of_formats(self._request, page, retyped, report)
        cost_rows = CostRows(self._request, self._standard, page, report)
        table_rows = TableRows(self._request, page, report)
        self._walk(cost_rows, table_rows)
        self._take_texts(cells, texts)
        for column in page.gone_columns:
            written = (cell for row in page.memory.page.values() for cell in row if cell.kind == "s")
            words = dict.fromkeys(
                plain(cell.text) for cell in written if (cell.column, cell.place) == (column, "")
            )
            report.unread(1, column, "、".join(words).replace("\n", ""), _GONE_COLUMN)
        request = table_rows.rebuilt(cost_rows.rebuilt(cells.request))
        request = parts.taken(request, self._standard, page, report)
        for index, value in page.strays():
            self._strays.append((index, str(value)))
            report.unread(*index, str(value), _OUTSIDE)
        request = self._frozen(request, frozen)
        if request != self._request or self._strays:
            ask_of_formulas(request, self._standard, page, report)
            ask_of_totals(request, self._standard, page, report)
        lines = ((group, found.line) for group, of in cost_rows.found.items() for found in of if found.is_new)
        new = [(group, line.text, line.previous, line.amount) for group, line in lines]
        return Taken(request, self._strays, new, {change.place for change in report.changes})

    def _walk(self, cost_rows: CostRows, table_rows: TableRows) -> None:
        """Go down the rows and see which lines and inserted rows stand where."""
        state: tuple[str, str] = ("", "")
        for row, written in self._page.rows.items():
            if not written:
                if state[0] == "table":
                    table_rows.insert(row, state[1])
                else:
                    self._take_inserted(row, state, cost_rows)
                continue
            if written[0].place == AGAIN:
                continue
            for cell in written:
                kind, _, rest = cell.place.partition("/")
                part, _, field = rest.rpartition("/")
                if kind == "line" and field == "amount":
                    cost_rows.keyed(part, state[1] if state[0] == "lines" else "", row)
                table = table_rows.table_at(cell.place)
                state = ("table", table) if table else _state(state, cell.place)
                if not cell.place and cell is written[0]:
                    state = ("", "")

    def _take_inserted(self, row: int, state: tuple[str, str], cost_rows: CostRows) -> None:
        texts = self._page.texts(row)
        if not texts:
            return
        match state:
            case ("lines", group) if group in cost_rows.found:
                cost_rows.inserted(row, group)
            case ("text", place):
                words = clean_text(" ".join(str(texts[column]) for column in sorted(texts)))
                indent = self._page.indent(row, 1) or 0
                self._inserted.setdefault(place, []).append((row, Piece(None, words, indent)))
            case _:
                words = "\t".join(str(texts[column]) for column in sorted(texts))
                self._strays.append(((row, 1), words))
                self._report.unread(row, 0, words, _NO_FIELD)

    def _take_texts(self, cells: Cells, changed: dict[Place, Difference]) -> None:
        gone = set(self._page.gone())
        for place, index in self._texts.items():
            if not (
                place in changed
                or place in self._inserted
                or any(row in gone for row, _ in index)
                or not self._is_in_order(index)
            ):
                continue
            if all(row in gone for row, _ in index) and place not in self._inserted:
                cells.request = self._cleared(cells.request, place, index)
            else:
                self._take_text(cells, place, index, changed.get(place))
        for place in self._inserted.keys() - self._texts.keys():
            self._take_text(cells, place, [], None)

    def _is_in_order(self, cells: list[tuple[int, int]]) -> bool:
        now = [self._page.stands[row] for row, _ in cells if row in self._page.stands]
        return now == sorted(now)

    def _cleared(self, request: Request, place: Place, cells: list[tuple[int, int]]) -> Request:
        """A text all of whose rows were deleted; a line or a section that is gone as a whole is listed elsewhere."""
        kind, _, rest = place.partition("/")
        if kind == "line" or (kind in ("section", "group") and rest.partition("/")[0] not in self._parts):
            return request
        if kind not in ("section", "group") and place != _COMMENT:
            return request  # the row is listed as one of the form
        before = value_at(request, place)
        self._report.change(cells[0][0], 0, self._report.names.name_of(place), str(before or ""), "")
        return set_value(request, place, "")

    def _take_text(
        self, cells: Cells, place: Place, written_cells: list[tuple[int, int]], first: Difference | None
    ) -> None:
        page, request = self._page, cells.request
        written = [
            next(cell.text for cell in page.memory.page[row] if cell.column == column)
            for row, column in written_cells
        ]
        pieces = list(self._inserted.get(place, []))
        for number, (row, column) in enumerate(written_cells):
            if (stands := page.stands.get(row)) is not None:
                text = written[number] if column in page.gone_columns else self._now(stands, column)
                pieces.append((stands, Piece(number, text)))
        pieces.sort(key=lambda piece: piece[0])
        kind, _, rest = place.partition("/")
        part, _, field = rest.rpartition("/")
        held = value_at(request, place)
        whole = clean_text(held) if isinstance(held, str) else ""
        before = rejoined(whole, written, [Piece(number, text) for number, text in enumerate(written)])
        now = rejoined(whole, written, [piece for _, piece in pieces])
        row = pieces[0][0] if pieces else written_cells[0][0]
        at_cell = first or Difference((row, 1), page.memory.page[1][0], now)
        if kind == "line":
            cells.line_words(part, field, before, now, at_cell)
            return
        cells.request = type_text(request, place, inner(before, whole, now))
        if cells.request is not request:
            self._report.change(*at_cell.address, self._report.names.name_of(place), before, now, place)

    def _now(self, row: int, column: int) -> str:
        value = self._page.value(row, column)
        return "" if value is None else plain(str(value))

    def _frozen(self, request: Request, frozen: list[Difference]) -> Request:
        """Numbers that stand where a formula stood: declared where the request now derives another figure."""
        if not frozen:
            return request
        figures = figures_of(take_snapshot(request, self._standard))
        for difference in frozen:
            figure = figures.get(difference.written.place)
            if figure is None or figure.derived is None or not isinstance(difference.value, int):
                continue
            if figure.derived != difference.value:
                place = difference.written.place
                request = set_value(request, place, difference.value)
                name, was = self._report.names.name_of(place), str(figure.derived)
                self._report.change(*difference.address, name, was, difference.after, place)
        return request


def _state(state: tuple[str, str], place: Place) -> tuple[str, str]:
    """What an inserted row below a cell of a place would belong to."""
    kind, _, rest = place.partition("/")
    part, _, field = rest.rpartition("/")
    if kind == "section":
        return ("text", f"section/{part}/text")
    if place in (_COMMENT, "words/title/comment"):
        return ("text", _COMMENT)
    if kind == "group":
        return ("lines", part) if field == "columns" else ("", "")
    if kind == "line":
        return state if state[0] == "lines" else ("", "")
    return ("", "") if place else state
