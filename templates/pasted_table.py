"""A block of cells pasted into a cost table: which columns and rows of it are the table's, and what is left out.

Only what is proven is left out: a row of headings by its words, a total and a column of 増減 or its rate by arithmetic or
by their heading. Everything that is left out, and every sign that was read from brackets, is said in a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from model.amount import Amount, format_amount, half_width, parse
from model.basis import looks_like_basis
from model.edits.basis import read_figure
from model.edits.fields import clean_text
from model.edits.paste import LINE_COLUMNS, Block, PastedTable
from model.figures import LineTotals
from model.fiscal_year import FiscalYear
from model.place import YEARS, LineField
from model.standard import Standard
from templates.calculated_columns import ScreenColumn, is_change, is_rate, names_of_calculated
from templates.excel_reader.headings import Role, column_words, role_of, unit_in
from templates.labels import compact, is_total, split_mark
from templates.pasted_cells import bracketed, lost_cells, read_brackets, shortened
from templates.summed_rows import FigureRow, TotalRow, total_rows

_FIELDS: Final[dict[Role, LineField]] = {
    "text": "text",
    "previous": "previous",
    "amount": "amount",
    "remark": "remark",
    "object_class": "object_class",
    "basis": "basis",
}
# The published page prints both years in one cell: 「(16,943)」 above 「16,943」.
_TWO_YEARS: Final = re.compile(
    r"\s*+[(（](?P<previous>[^()（）]*+)[)）](?=[^\S\n]*\n)\s*+(?P<amount>(?:\S(?:[^\n]*\S)?)?)\s*+"
)


def understand(
    block: Block,
    screen: Sequence[ScreenColumn],
    lines: Sequence[LineTotals],
    standard: Standard,
    year: FiscalYear,
    *,
    has_title: bool = False,
) -> tuple[PastedTable, str]:
    """Read a block that another program copied, as lines and the sentences of what was left out.

    Args:
        block: rows of cells.
        screen: the columns of the table from the one that the block is pasted in, as they stand on the screen.
        lines: the lines that take the first rows.
        standard: the words of headings and totals.
        year: the year of the request.
        has_title: whether the first row is the title of a table, where it is no row of headings.
    """
    return _Reader(block, screen, lines, standard, year).read(has_title=has_title)


class _Column(NamedTuple):
    """A column of the block: what it fills (None for nothing), its unit, and what stands before its words in 備考."""

    field: LineField | None
    unit: str = ""
    before: str = ""
    is_own: bool = True  # else a column that only adds to 備考


class _Reader:
    def __init__(
        self,
        block: Block,
        screen: Sequence[ScreenColumn],
        lines: Sequence[LineTotals],
        standard: Standard,
        year: FiscalYear,
    ) -> None:
        self._rows = [[clean_text(cell) for cell in row] for row in block]
        self._screen, self._lines, self._standard, self._year = screen, lines, standard, year
        self._words = column_words(standard)
        self._left_rows: list[str] = []
        self._left_columns: list[str] = []
        self._more: list[str] = []  # whole sentences
        self._lost: list[str] = []  # cells that fit nowhere

    def read(self, *, has_title: bool) -> tuple[PastedTable, str]:
        title = None
        if has_title and self._rows and not self._heads(self._rows[0]):
            first, *self._rows = self._rows
            title = first[0] if first else ""
            self._lost += first[1:]
        headings = self._rows[0] if self._rows and self._heads(self._rows[0]) else []
        if headings:
            kept = [row for row in self._rows if row != headings]
            self._left_rows.append(f"見出し{len(self._rows) - len(kept)}行")
            self._rows = kept
        self._width = max(map(len, self._rows), default=0)
        columns = self._named(self._part_named(headings)) if headings else self._placed()
        for year in YEARS:
            self._read_units(columns, year)
        self._read_brackets(columns)
        depths = self._depths(columns)
        totals = self._totals(columns, depths)
        fields = self._fields(columns)
        dropped = {each.row for each in totals}
        rows = [self._cells(row, columns, fields) for at, row in enumerate(self._rows) if at not in dropped]
        depths = [depth for at, depth in enumerate(depths) if at not in dropped]
        for row, depth in zip(rows, depths, strict=True):
            if depth and "text" in fields:
                text = row[fields.index("text")]
                row[fields.index("text")] = text.strip() if text else text
        left_out = "・".join((*self._left_rows, *self._left_columns))
        said = [f"{left_out}は貼り付けませんでした。"] if left_out else []
        said += [*dict.fromkeys(self._more), lost_cells(self._lost)]
        return PastedTable(fields, rows, depths, title), "".join(said)

    # --- columns ---

    def _heads(self, row: list[str]) -> bool:
        """Whether a row holds headings: no amount, and at least two names of columns, one of them of figures."""
        cells = [cell for cell in row if cell.strip()]
        if any(isinstance(parse(cell), int) for cell in cells):
            return False
        roles = [each for cell in cells if (each := role_of(cell, self._year, self._words)) != "other"]
        figures = {"amount", "previous", "change"}.intersection(roles)
        if len(cells) == 1 and len(row) == 1:  # one column, and figures below its name
            below = [parse(each[0]) for each in self._rows[1:] if each and each[0].strip()]
            return bool(figures) and bool(below) and all(isinstance(each, int) for each in below)
        return len(roles) > 1 and bool(figures)

    def _cell(self, row: list[str], at: int) -> str:
        return row[at] if at < len(row) else ""

    def _column(self, at: int) -> list[str]:
        return [self._cell(row, at) for row in self._rows]

    def _part_years(self, fields: Sequence[str | None]) -> int | None:
        """Part the column whose cells hold both years, as on the published page, into one for each year.

        Args:
            fields: what the columns hold.

        Returns:
            The column that holds the previous year now; None where there is none.
        """
        for at in range(min(self._width, len(fields))):
            if fields[at] in YEARS and any(map(_TWO_YEARS.fullmatch, self._column(at))):
                self._rows = [
                    [*row[:at], *_years_of(row[at]), *row[at + 1 :]] if at < len(row) else row
                    for row in self._rows
                ]
                self._width += 1
                return at
        return None

    def _part_named(self, headings: list[str]) -> list[str]:
        """The headings where a column of both years was parted: one for each year."""
        at = self._part_years([role_of(each, self._year, self._words) for each in headings])
        if at is None:
            return headings
        years = [next(word for word, role in self._words.items() if role == year) for year in YEARS]
        return [*headings[:at], *years, *headings[at + 1 :]]

    def _named(self, headings: list[str]) -> list[_Column]:
        """The columns by their headings; a column without a field of its own goes into 備考 with its heading."""
        width = max(self._width, len(headings))
        labels = [
            clean_text(headings[at]).replace("\n", "") if at < len(headings) else "" for at in range(width)
        ]
        roles: list[Role] = [role_of(each, self._year, self._words) if each else "other" for each in labels]
        if "text" not in roles:
            self._take_names(labels, roles)
        columns: list[_Column] = []
        calculated: list[str] = []
        kept: list[str] = []
        for at, (label, role) in enumerate(zip(labels, roles, strict=True)):
            field = _FIELDS.get(role)
            if role in ("change", "number"):
                calculated.append(label)
                columns.append(_Column(None))
            elif field is not None and (field == "remark" or at == self._best(role, labels, roles)):
                columns.append(_Column(field, unit_in(label)))
            else:
                kept.extend([label] if label and any(each.strip() for each in self._column(at)) else [])
                columns.append(_Column("remark", before=f"{label}:" if label else "", is_own=False))
        if "object_class" not in self._screen:
            hidden = [each for each in columns if each.field == "object_class"]
            columns = [each._replace(field=None) if each in hidden else each for each in columns]
            self._left_columns.extend(
                ["節の列（［積算］メニューで列を出してから貼り付けます）"] if hidden else []
            )
        if calculated:
            self._left_columns.append(f"{'・'.join(calculated)}の列")
        if kept:
            self._more.append(f"「{'」「'.join(kept)}」の列は備考に入れました。")
        return [
            each if labels[at] or each.is_own else self._unnamed(at, columns)
            for at, each in enumerate(columns)
        ]

    def _take_names(self, labels: list[str], roles: list[Role]) -> None:
        """Take the first column without a heading for the words of the lines, where it holds words."""
        for at, label in enumerate(labels):
            cells = [each for each in self._column(at) if each.strip()]
            if not label and cells and not any(isinstance(parse(each), int) for each in cells):
                roles[at] = "text"
                return

    def _best(self, role: Role, labels: list[str], roles: list[Role]) -> int:
        """Which of several columns of a kind holds it: one whose heading the Standard lists, else the first."""
        among = [at for at, each in enumerate(roles) if each == role]
        return next((at for at in among if self._words.get(compact(labels[at]).lower()) == role), among[0])

    def _unnamed(self, at: int, columns: list[_Column]) -> _Column:
        """A column without a heading: 増減 by arithmetic, else words for 備考."""
        found = self._calculated(at, columns)
        if found:
            self._left_columns.append(f"{found}の列")
        return _Column(None) if found else columns[at]

    def _placed(self) -> list[_Column]:
        """The columns by their place: from the first cell on, in the order in which one types."""
        parted = self._part_years([each for each in self._screen if each is not None])
        if parted is not None and self._screen[0] == "amount":  # both years were pasted in this year's column
            self._screen = ["previous", *self._screen]
        fields = [each for each in self._screen if each is not None]
        if self._width > len(fields) or None in self._screen[: min(self._width, 1)]:
            as_on_screen = self._as_on_screen()
            if as_on_screen is not None:
                return as_on_screen
        columns: list[_Column] = []
        for at in range(self._width):
            found = self._calculated(at, columns)
            if found:
                self._left_columns.append(f"{found}の列")
                columns.append(_Column(None))
            else:
                columns.append(_Column(fields.pop(0) if fields else None))
                if columns[-1].field is None:
                    self._lost += self._column(at)
        return columns

    def _as_on_screen(self) -> list[_Column] | None:
        """The columns as they stand on the screen, where the calculated ones hold what the program calculates."""
        screen = [*self._screen, *[None] * (self._width - len(self._screen))]
        columns = [_Column(each) for each in screen[: self._width]]
        if self._screen[0] is None:  # pasted on a calculated column: its cells cannot be anything else
            end = next((at for at, each in enumerate(screen) if each is not None), self._width)
            self._lost += [cell for row in self._rows for cell in row[:end]]
            self._lost += [cell for row in self._rows for cell in row[len(self._screen) :]]
            return columns
        calculated = [at for at, each in enumerate(screen[: self._width]) if each is None]
        if self._width > len(self._screen) or not calculated:
            return None
        if not all(self._calculated(at, columns, may_be_blank=True) for at in calculated):
            return None
        names = names_of_calculated(self._screen)
        filled = [names[at] for at in calculated if any(map(str.strip, self._column(at)))]
        if filled:
            self._left_columns.append(f"{'・'.join(filled)}の列")
        return columns

    def _calculated(self, at: int, columns: list[_Column], *, may_be_blank: bool = False) -> str:
        """「増減」 or 「増減率」 where every filled row of a column is that of its years; "" where it is not."""
        cells = self._column(at)
        fields = [each.field for each in columns]
        if "amount" not in fields:
            return ""
        years = self._years(columns)
        has_previous = [bool(previous) and isinstance(previous, int) for previous, _ in years]
        if "previous" not in fields and not any(has_previous) and not may_be_blank:
            return ""
        numbers = [re.search("[0-9]", half_width(cell)) is not None for cell in cells]
        if not may_be_blank and not any(numbers):
            return ""
        if all(is_change(cell, *each) for cell, each in zip(cells, years, strict=True)):
            return "増減"
        is_proven = may_be_blank or any(map(all, zip(numbers, has_previous, strict=True)))
        if is_proven and all(is_rate(cell, *each) for cell, each in zip(cells, years, strict=True)):
            return "増減率"
        return ""

    def _years(self, columns: list[_Column]) -> list[tuple[Amount, Amount]]:
        """前年度 and 要求額 of each row: as pasted, else what stands in its line; a calculation is no figure yet."""
        found: list[list[Amount]] = []
        for year in YEARS:
            at = next((at for at, each in enumerate(columns) if each.field == year), None)
            if at is None:
                missing = max(0, len(self._rows) - len(self._lines))
                found.append([*[line.of(year).shown for line in self._lines], *[None] * missing])
            elif year == "previous":
                cells = read_brackets(self._column(at))[0]
                found.append([parse(cell, brackets_mean_previous_year=True) for cell in cells])
            else:
                figures = map(read_figure, self._column(at))
                found.append([basis or amount for amount, basis in figures])
        return [(previous, amount) for previous, amount, _ in zip(*found, self._rows, strict=False)]

    # --- figures ---

    def _read_units(self, columns: list[_Column], year: str) -> None:
        """Put the unit of a heading behind the figures of its column: 「1,234,000」 below 「要求額(円)」 is 1,234千円."""
        at = next((at for at, each in enumerate(columns) if each.field == year), None)
        if at is None or columns[at].unit in ("", "千円"):
            return
        unit = columns[at].unit
        for row in self._rows:
            if isinstance(parse(self._cell(row, at)), int) and "円" not in self._cell(row, at):
                row[at] += unit
        self._more.append(f"見出しに単位のある列の額は、{unit}から千円に直しました。")

    def _read_brackets(self, columns: list[_Column]) -> None:
        """Read brackets in the column of the previous year: in every row they are the sheet's, in some a minus sign."""
        at = next((at for at, each in enumerate(columns) if each.field == "previous"), None)
        if at is None:
            return
        cells = [self._cell(row, at) for row in self._rows]
        signed, said = read_brackets(cells)
        for row, cell, new in zip(self._rows, cells, signed, strict=True):
            if new != cell:
                row[at] = new
        self._more.extend([said] if said else [])

    def _depths(self, columns: list[_Column]) -> list[int]:
        """How far the rows are set in, where spaces say so and the figures agree: a line is the sum of its parts."""
        at = next((at for at, each in enumerate(columns) if each.field == "text"), None)
        depths = [0] * len(self._rows)
        if at is None or self._lines:  # lines that are there keep their places
            return depths
        indents = [
            0 if self._is_called_total(text.strip()) else len(text) - len(text.lstrip(" 　"))
            for text in self._column(at)
        ]
        figures = self._years(columns)
        for number, indent in enumerate(indents):
            end = next(
                (below for below in range(number + 1, len(indents)) if indents[below] <= indent), len(indents)
            )
            below = indents[number + 1 : end]
            parts = [figures[number + 1 + each] for each, one in enumerate(below) if one == min(below)]
            sums = [
                sum(each for each in column if isinstance(each, int)) for column in zip(*parts, strict=True)
            ]
            own = figures[number]
            if (
                parts
                and any(own)
                and all(one is None or one == whole for one, whole in zip(own, sums, strict=True))
            ):
                for each in range(number + 1, end):
                    depths[each] += 1
        return depths

    def _totals(self, columns: list[_Column], depths: list[int]) -> list[TotalRow]:
        """The rows that are totals; each is named in what is said."""
        text = next((at for at, each in enumerate(columns) if each.field == "text"), None)
        if len(self._rows) < 2:  # one row alone is meant as it is
            return []
        labels = [self._cell(row, text).strip() if text is not None else "" for row in self._rows]
        pasted = [year for year in YEARS if year in [each.field for each in columns]]
        rows = []
        for number, (years, label) in enumerate(zip(self._years(columns), labels, strict=True)):
            rows.append(
                FigureRow(
                    tuple(figure for year, figure in zip(YEARS, years, strict=True) if year in pasted),
                    has_words=bool(label) or text is not None,
                    is_called_total=self._is_called_total(label),
                    is_part=depths[number] > 0,
                    is_new=number >= len(self._lines),
                )
            )
        found = total_rows(rows)
        if found:
            names = [f"「{shortened(labels[each.row])}」" for each in found if labels[each.row]]
            self._left_rows.append(f"計{len(found)}行" + (f"（{''.join(names)}）" if names else ""))
        for each in found:
            own = rows[each.row].figures
            if not each.is_proven and any(one is not None for one in own):
                sums = each.sums or (0,) * len(own)
                wrong = max((at for at, one in enumerate(own) if one not in (None, sums[at])), default=0)
                self._more.append(
                    f"「{shortened(labels[each.row])}」の{format_amount(own[wrong], '△')}は、上の行の和"
                    f"{format_amount(sums[wrong], '△')}と合いません。行を確かめてください。"
                )
        return found

    def _is_called_total(self, label: str) -> bool:
        subtotals = {compact(word) for word in self._standard.workbook_reading.subtotals}
        return bool(label) and (is_total(label, self._standard) or compact(label) in subtotals)

    # --- cells ---

    def _fields(self, columns: list[_Column]) -> tuple[LineField, ...]:
        fields = {each.field for each in columns if each.field is not None}
        found: list[LineField] = [
            each for each in LINE_COLUMNS if each in fields or (each == "remark" and "basis" in fields)
        ]
        if "basis" in fields:
            found.append("basis")
        if "text" in fields:
            found.append("mark")
        return tuple(found)

    def _cells(
        self, row: list[str], columns: list[_Column], fields: tuple[LineField, ...]
    ) -> list[str | None]:
        """The cells of a row in the order of the fields it fills."""
        found: dict[str, str | None] = dict.fromkeys(fields)
        remarks: list[str] = []
        for at, column in enumerate(columns):
            cell = self._cell(row, at)
            if column.field is None or at >= len(row):
                continue
            if column.field == "text":
                mark, found["text"] = split_mark(cell, self._standard)
                found["mark"] = mark or None
            elif column.field == "basis" and looks_like_basis(cell.strip()):
                found["basis"] = read_figure(cell)[1]
            elif column.field in ("remark", "basis"):
                own = column.field == "remark" and column.is_own
                remarks.extend([f"{column.before}{cell}"] if own or cell.strip() else [])
            else:
                found[column.field] = cell
        if remarks:
            found["remark"] = "\n".join(filter(None, remarks))
        return [found[field] for field in fields]


def _years_of(cell: str) -> tuple[str, str]:
    """前年度 and 要求額 of a cell of the published page: brackets are the previous year's."""
    if both := _TWO_YEARS.fullmatch(cell):
        return both["previous"].strip(), both["amount"]
    if (before := bracketed(cell)) is not None:
        return before, ""
    return "", cell
