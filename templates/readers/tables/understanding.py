"""What a table is: its columns, its unit, the kind of each row, and what of it could not be proven.

Everything that a person may decide otherwise (the role of a column, the kind of a row, the unit, the year) is in
``Choices``; what they hold is taken as decided, and the rest is found again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple, TypeAlias

from model.edits.fields import clean_text
from model.request.place import YEARS, Year
from model.standard.standard import Standard
from model.values.amount import UNITS, Exact, Written, exact, format_exact, half_width, in_yen, parse_written
from model.values.fiscal_year import FiscalYear
from templates.readers.labels import compact
from templates.readers.reading import Unread, cut
from templates.readers.tables.columns import (
    Claim,
    Label,
    Role,
    chosen,
    claims,
    clean,
    differences,
    is_product,
    simple_role,
    with_next_year,
)
from templates.readers.tables.grid import Grid
from templates.readers.tables.headings import Headings, find_headings, same_headings
from templates.readers.tables.question import Question
from templates.readers.tables.sums import (
    Calling,
    FigureRow,
    Figures,
    RowKind,
    Summed,
    added,
    counted,
    row_kinds,
)
from templates.readers.tables.units import agreed, is_unit_note, unit_alone, unit_in, unit_note, without_unit

TITLES: Final = {"amount": "要求額", "previous": "前年度"}
THOUSAND: Final = "千円"
_MOST_GAP: Final = 3  # blank rows inside a table
_PLAIN_UNIT: Final = 100_000  # figures all below it are 千円: as 円 they would be no budget
_ROUND_YEN: Final = 1_000
_LONGEST_TITLE: Final = 60
_NOTHING: Final = frozenset({"", "-", "－", "―", "—", "–", "ー", "‐", "−", "皆減", "皆増", "0", "なし"})
_CALLED: Final = re.compile(r"(?:歳出|総|合|累|支出|要求)計(?:額)?|.*(?:合計|総計|総額)")
_SUBTOTAL: Final = re.compile(r".*(?:小計|中計)")
_PERHAPS: Final = re.compile(r".*(?<![設統会時家推集])計(?:[A-Z])?")
_OUT: Final = re.compile(r".*(?:次頁|次ページ|次葉|翌頁)(?:へ|に)?(?:繰越|続く)?.*")
_IN: Final = re.compile(r".*(?:前頁|前ページ|前葉)(?:より|から)?(?:繰越)?.*")
_OF_WHICH: Final = re.compile(r"[\s　(（]*(?:うち|内、|内訳[:：])")
_LONGEST_CALLING: Final = 24
_LETTER: Final = re.compile(r"[(\[](?:[A-Z]|[ア-ン]|[①-⑳a-z])?[)\]]|[①-⑳]|[※*].*")


class Choices(NamedTuple):
    """What a person decided about a table.

    Attributes:
        roles: of columns.
        kinds: of rows.
        depths: of rows: 1 for a part of the line above; 0 for all others.
        unit: of the amounts; "" where it is not decided.
    """

    roles: dict[int, Role] = {}  # noqa: RUF012  (never changed)
    kinds: dict[int, RowKind] = {}  # noqa: RUF012
    depths: dict[int, int] = {}  # noqa: RUF012
    unit: str = ""


Spot: TypeAlias = tuple[str, int, int]
"""Which table of a book: its tab, the first row of its headings, its first column."""


class Decisions(NamedTuple):
    """What a person decided about a book.

    Attributes:
        year: the fiscal year; "" where it is not decided.
        project: which 事業 is read where the tabs name several; "" where it is not decided.
        tables: what was decided about its tables.
        taken: whether a table is taken, where that was decided.
    """

    year: str = ""
    project: str = ""
    tables: dict[Spot, Choices] = {}  # noqa: RUF012  (never changed)
    taken: dict[Spot, bool] = {}  # noqa: RUF012


class FoundRow(NamedTuple):
    """A row of the table and what it was found to be."""

    row: int
    summed: Summed
    label: str


class Understood(NamedTuple):
    """A table.

    Attributes:
        grid: the sheet on which it stands.
        headings: its headings.
        roles: what each column holds.
        unit: the unit of its amounts where neither cell nor heading has one.
        unit_evidence: why, in words; "" where nothing says it.
        rows: its rows, in order.
        title: the words above it.
        title_cells: the cells of these words and of its notes of the unit.
        questions: what could not be proven.
        notes: what is said of it.
        total: the figures of its total as printed, by year; blank where it has none.
        sums: what its lines give, by year, 円.
    """

    grid: Grid
    headings: Headings
    roles: dict[int, Role]
    unit: str
    unit_evidence: str
    rows: tuple[FoundRow, ...]
    title: str
    title_cells: tuple[tuple[int, int], ...]
    questions: tuple[Question, ...]
    notes: tuple[Unread, ...]
    total: Figures
    sums: Figures

    @property
    def spot(self) -> Spot:
        """Which table of the book it is."""
        return (self.grid.sheet.title, self.headings.rows[0], self.headings.columns[0])

    @property
    def last_row(self) -> int:
        """The last row that belongs to it."""
        return self.rows[-1].row if self.rows else self.headings.rows[-1]

    def of(self, role: str) -> list[int]:
        """The columns of a role, from the left."""
        return [column for column in self.headings.columns if self.roles.get(column) == role]

    @property
    def year_columns(self) -> tuple[int | None, ...]:
        """The columns of 前年度 and 要求額."""
        return tuple(next(iter(self.of(year)), None) for year in YEARS)


class Surroundings(NamedTuple):
    """What is known beside a table.

    Attributes:
        year: the fiscal year of the request; None where it is not known yet.
        standard: the words.
        unit: the unit that the book gives elsewhere, where the sheet gives none.
        printed: 前年度 and 要求額 as they are printed apart from the tables, 円.
        above: the sums of the tables above on the sheet, of the last one first, then of the last two …
    """

    year: FiscalYear | None
    standard: Standard
    unit: str = ""
    printed: tuple[Figures, ...] = ()
    above: tuple[Figures, ...] = ()


def understand(
    grid: Grid,
    headings: Headings,
    around: Surroundings,
    choices: Choices | None = None,
    body: Sequence[int] | None = None,
) -> Understood:
    """What the table below some headings is.

    Args:
        grid: the sheet.
        headings: its headings.
        around: what is known beside it.
        choices: what a person decided.
        body: its rows where they are known, as those of a block without headings; None finds where it ends.
    """
    return _Reader(grid, headings, around, choices or Choices()).read(body)


def written(
    grid: Grid, row: int, column: int, heading_unit: str = "", *, brackets_mean_previous_year: bool = False
) -> Written | None:
    """The number of a cell with its unit: of its text, else of the heading, else of its number format; None for no number.

    Args:
        grid: the sheet.
        row: its row.
        column: its column.
        heading_unit: the unit that its heading names; "" for none.
        brackets_mean_previous_year: as for ``parse_written``.
    """
    value = grid.value(row, column)
    if value is None:
        return None
    unit = heading_unit or grid.unit(row, column).replace("%", "")
    if unit not in UNITS:
        return None  # dollars
    if isinstance(value, int | Decimal):
        return Written(value if isinstance(value, int) else exact(Fraction(value)), unit)
    found = parse_written(value, brackets_mean_previous_year=brackets_mean_previous_year)
    return found and Written(found.number, found.unit or unit)


def calling(text: str, standard: Standard) -> Calling:
    """What the words of a row say of it."""
    if not text or len(text) > _LONGEST_CALLING:
        return ""
    plain = _LETTER.sub("", compact(text)).strip(":・")
    if _OUT.fullmatch(plain):
        return "carried_out"
    if _IN.fullmatch(plain):
        return "carried_in"
    if plain in standard.subtotal_labels or _SUBTOTAL.fullmatch(plain):
        return "subtotal"
    if plain in standard.total_labels or _CALLED.fullmatch(plain):
        return "total"
    return "perhaps" if _PERHAPS.fullmatch(plain) else ""


class _Reader:
    def __init__(self, grid: Grid, headings: Headings, around: Surroundings, choices: Choices) -> None:
        self._grid, self._headings, self._around, self._choices = grid, headings, around, choices
        self._standard = around.standard
        self._labels = with_next_year(headings.labels)
        self._questions: list[Question] = []
        self._notes: list[Unread] = []
        self._title, self._title_unit = "", ""
        self._title_cells: list[tuple[int, int]] = []

    def read(self, known: Sequence[int] | None) -> Understood:
        self._find_title()
        body = self._body() if known is None else list(known)
        roles = self._roles(body)
        unit, evidence = self._unit(roles, body)
        rows = self._kinds(roles, unit, body)
        return self._checked(roles, unit, evidence, rows)

    # --- where it ends ---

    def _find_title(self) -> None:
        """The words above the headings, and the unit beside them."""
        grid = self._grid
        first, last = self._headings.columns[0], self._headings.columns[-1]
        for row in (self._headings.rows[0] - 1, self._headings.rows[0] - 2):
            cells = [column for column in grid.free(row) if first <= column <= last]
            if not cells or len(cells) > 2 or any(grid.is_number(row, cell) for cell in cells):
                break
            for column in cells:
                text = grid.text(row, column)
                if is_unit_note(text):
                    self._title_cells.append((row, column))
                elif not self._title and len(text) <= _LONGEST_TITLE and "\n" not in text and unit_in(text):
                    self._title, self._title_unit = clean_text(without_unit(text)), unit_in(text)
                    self._title_cells.append((row, column))
                elif not self._title and len(text) <= _LONGEST_TITLE and "\n" not in text:
                    self._title = clean_text(text)
                    self._title_cells.append((row, column))
            if self._title:
                break

    def _body(self) -> list[int]:
        """The rows below the headings that belong to the table, those of repeated headings not."""
        grid, columns = self._grid, self._headings.columns
        wanted = set(columns)
        body: list[int] = []
        last = self._headings.rows[-1]
        rows = [row for row in grid.rows if row > last]
        index = 0
        while index < len(rows):
            row = rows[index]
            cells = [
                column for column in grid.columns(row) if column in wanted and not grid.is_taken(row, column)
            ]
            missing = [column for column in columns if grid.is_missing(row, column)]
            if not cells and not missing:
                index += 1
                continue
            gap = row - max(body[-1] if body else last, last) - 1
            texts = {column: grid.text(row, column) for column in cells}
            is_repeated = same_headings(self._headings, texts) and not self._ended(body)
            if is_repeated or (row == last + 1 and cells and all(map(unit_alone, texts.values()))):
                last = row
                index += 1
                continue
            if gap and not self._goes_on(row, gap):
                break
            if len(cells) == 1 and self._is_note(texts[cells[0]]):
                break
            others = find_headings(grid, row, self._around.year, self._standard)
            if any(wanted.intersection(other.columns) for other in others):
                if not all(
                    other.words == self._headings.words
                    for other in others
                    if wanted.intersection(other.columns)
                ):
                    break
                if self._ended(body):
                    break
                index += len(others[0].rows)
                last = others[0].rows[-1]
                continue
            if (
                len(cells) == 1
                and not missing
                and row + 1 in grid.row_set
                and self._is_title_of_next(row + 1, wanted, body)
            ):
                break
            body.append(row)
            index += 1
        below = body[-1] if body else last
        return body + [row for row in sorted(self._choices.kinds) if row > below and row in grid.row_set]

    def _ended(self, body: Sequence[int]) -> bool:
        """Whether a total stands last, so that the same headings below it begin a table of their own."""
        return any(
            calling(self._grid.text(row, column), self._standard) == "total"
            for row in body[-1:]
            for column in self._headings.columns
        )

    def _goes_on(self, row: int, gap: int) -> bool:
        """Whether the table goes on below blank rows: with words and a figure in the same columns."""
        grid = self._grid
        figures = [
            column
            for column, label in self._labels.items()
            if label.kind in ("request", "budget", "amount", "year")
            and (grid.is_missing(row, column) or written(grid, row, column))
        ]
        words = [
            column
            for column in self._headings.columns
            if column not in self._labels or self._labels[column].kind in ("text", "object_class", "")
        ]
        has_words = any(grid.text(row, column) for column in words)
        below = [index for index in grid.rows if index > row][:1]
        if not figures and has_words and below == [row + 1]:  # a heading over the rows below it
            return self._goes_on(row + 1, gap) and not find_headings(
                grid, row + 1, self._around.year, self._standard
            )
        return gap <= _MOST_GAP and bool(figures) and (has_words or self._has_figures_alone(row))

    def _has_figures_alone(self, row: int) -> bool:
        grid = self._grid
        return all(
            written(grid, row, column) or "%" in half_width(grid.text(row, column))
            for column in grid.columns(row)
        )

    def _is_title_of_next(self, row: int, wanted: set[int], body: Sequence[int]) -> bool:
        """Whether other headings stand in a row, so that words above them are the title of their table."""
        others = find_headings(self._grid, row, self._around.year, self._standard)
        return any(
            wanted.intersection(other.columns) and (other.words != self._headings.words or self._ended(body))
            for other in others
        )

    def _is_note(self, text: str) -> bool:
        return text.startswith(("※", "＊", "*", "（注", "(注", "注）", "注)", "注:", "注："))

    # --- columns ---

    def _figures(self, body: Sequence[int]) -> dict[int, list[Exact | None]]:
        return {
            column: [(found.number if (found := written(self._grid, row, column)) else None) for row in body]
            for column in self._headings.columns
        }

    def _roles(self, body: Sequence[int]) -> dict[int, Role]:
        grid, labels = self._grid, self._labels
        figures = self._figures(body)
        year = self._around.year.year if self._around.year else None
        amounts, before = claims(labels, year)
        changes = [column for column, label in labels.items() if label.kind == "change"]
        money = [
            column
            for column, label in labels.items()
            if label.kind in ("request", "budget", "amount", "year", "existing", "settled", "assessed")
        ]
        pairs = differences(money, changes, figures.__getitem__)

        def where(column: int) -> str:
            return grid.where(self._heading_row(column), column)

        found: dict[int, Role] = {}
        for column in self._headings.columns:
            found[column] = simple_role(labels.get(column))
        of_years: tuple[tuple[Year, list[Claim]], ...] = (("amount", amounts), ("previous", before))
        for part, all_claims in of_years:
            claimed = [claim for claim in all_claims if found.get(claim.column) == "other"]
            if part == "amount":
                claimed = self._by_product(claimed, labels, figures)
            best, question = chosen(claimed, pairs, part, labels, figures.__getitem__, where, TITLES)
            if best is not None:
                found[best] = part
            if question is not None and best is not None and part not in self._choices.roles.values():
                self._questions.append(question._replace(row=self._heading_row(best), column=best))
        self._find_words(found, body)
        found.update({column: role for column, role in self._choices.roles.items() if column in found})
        return found

    def _heading_row(self, column: int) -> int:
        """The row of the last of the headings that has words over a column."""
        rows = [row for row in self._headings.rows if self._grid.text(row, column)]
        return rows[-1] if rows else self._headings.rows[-1]

    def _by_product(
        self, claimed: list[Claim], labels: dict[int, Label], figures: dict[int, list[Exact | None]]
    ) -> list[Claim]:
        """The claims where one of several equal ones is 単価 × 数量: that one first."""
        best = [claim for claim in claimed if claim.strength == claimed[0].strength]
        if len(best) < 2:
            return claimed
        prices = [column for column, label in labels.items() if label.kind == "unit_price"]
        counts = [figures[column] for column, label in labels.items() if label.kind == "quantity"]
        for claim in best:
            if (
                prices
                and counts
                and is_product(figures[prices[0]], counts, figures[claim.column]) is not None
            ):
                return [claim, *(other for other in claimed if other.strength < claim.strength)]
        return claimed

    def _find_words(self, found: dict[int, Role], body: Sequence[int]) -> None:
        """The column of 内容: of several that are headed so the one that has most words; where none is, one that has."""
        texts = {
            column: [
                text
                for row in body
                if (text := self._grid.text(row, column))
                and written(self._grid, row, column) is None
                and calling(text, self._standard) in ("", "perhaps")
            ]
            for column in self._headings.columns
        }
        headed = [column for column, role in found.items() if role == "text"]
        best = max(
            headed, key=lambda column: (len(texts[column]), len(set(texts[column])), -column), default=None
        )
        if best is not None:
            found.update({column: "other" for column in headed if column != best})
            return
        rows = sum(
            any(written(self._grid, row, column) for column, role in found.items() if role in YEARS)
            for row in body
        )
        for role, least in (
            ("other", 1),
            ("remark", rows * 2 // 3),
            ("basis", rows * 2 // 3),
            ("object_class", 1),
            ("remark", 1),
            ("basis", 1),
        ):
            for column in self._headings.columns:
                if (
                    found[column] == role
                    and len(texts[column]) >= max(least, 1)
                    and len(texts[column]) * 2 >= self._filled(column, body)
                ):
                    found[column] = "text"
                    return

    def _filled(self, column: int, body: Sequence[int]) -> int:
        return sum(bool(self._grid.text(row, column)) for row in body)

    # --- unit ---

    def _unit(self, roles: dict[int, Role], body: Sequence[int]) -> tuple[str, str]:
        """The unit of the amounts without one of their own, and the words that say so."""
        if self._choices.unit:
            return self._choices.unit, "選ばれた単位"
        years = [column for column, role in roles.items() if role in YEARS]
        named = {
            column: unit
            for column in years
            if (unit := self._headings.units.get(column, "")) in ("円", "千円", "万円", "百万円", "億円")
        }
        own = agreed(named.values())
        if named and len(named) == len(years) and own:
            return own, "見出しの単位"
        bare = [
            (row, column)
            for row in body
            for column in years
            if column not in named
            and (found := written(self._grid, row, column)) is not None
            and not found.unit
            and found.number
        ]
        if not bare:
            return own or THOUSAND, "セルの単位"
        if self._title_unit:
            return self._title_unit, "表の題名の単位"
        columns = self._headings.columns
        note, place = unit_note(self._grid, self._headings.rows[0], columns[0], columns[-1])
        if note:
            return note, f"{place}の単位"
        if own:
            return own, "となりの列の見出しの単位"
        if by_price := self._unit_of_products(roles, body):
            return by_price, "単価×数量と金額"
        if printed := self._unit_of_printed(roles, body):
            return printed, "別に書かれた要求額との一致"
        if self._around.unit:
            return self._around.unit, "ほかのシートの単位"
        figures = [
            abs(Fraction(found.number))
            for row, column in bare
            if (found := written(self._grid, row, column)) is not None
        ]
        is_round = max(figures) >= 10 * _ROUND_YEN and all(figure % _ROUND_YEN == 0 for figure in figures)
        if max(figures) >= _PLAIN_UNIT or is_round:
            first = self._headings.rows[-1]
            self._questions.append(
                Question(
                    "unit",
                    self._grid.where(first, years[-1]),
                    "金額の単位が書かれていないため、千円として読みました。",
                    THOUSAND,
                    ("円", "百万円"),
                    f"最も大きい額は{format(int(max(figures)), ',')}です。",
                    row=first,
                    column=years[-1],
                    answers=(THOUSAND, "円", "百万円"),
                )
            )
        else:
            self._notes.append(
                Unread(
                    self._grid.where(self._headings.rows[0]),
                    "",
                    "金額の単位が書かれていないため、千円として読みました。",
                )
            )
        return THOUSAND, ""

    def _unit_of_products(self, roles: dict[int, Role], body: Sequence[int]) -> str:
        prices = [
            column
            for column, role in roles.items()
            if role == "unit_price" and self._headings.units.get(column)
        ]
        counts = [column for column, role in roles.items() if role == "quantity"]
        amounts = [column for column, role in roles.items() if role == "amount"]
        if not (prices and counts and amounts):
            return ""
        figures = self._figures(body)
        factor = is_product(figures[prices[0]], [figures[column] for column in counts], figures[amounts[0]])
        unit = self._headings.units[prices[0]]
        return {1: unit, 1000: THOUSAND if unit == "円" else ""}.get(int(factor) if factor else 0, "")

    def _unit_of_printed(self, roles: dict[int, Role], body: Sequence[int]) -> str:
        """The unit in which the last total, or any row, is the 要求額 that is printed elsewhere; "" where none or several are."""
        amounts = [column for column, role in roles.items() if role == "amount"]
        printed = {figures[1] for figures in self._around.printed if figures[1]}
        found = {
            unit
            for row in body
            for column in amounts
            if (cell := written(self._grid, row, column)) is not None and not cell.unit
            for unit in ("円", THOUSAND, "百万円")
            if in_yen(cell, unit) in printed
        }
        return found.pop() if len(found) == 1 else ""

    # --- rows ---

    def _amount(self, row: int, column: int | None, unit: str, *, is_previous: bool) -> Exact | None:
        """A figure in 円, exact; None for a blank and for what cannot be read."""
        if column is None:
            return None
        named = self._headings.units.get(column, "")
        return _in_yen(self._grid, row, column, named, unit, is_previous=is_previous)

    def _kinds(self, roles: dict[int, Role], unit: str, body: Sequence[int]) -> list[FoundRow]:
        grid = self._grid
        years = [next((column for column, role in roles.items() if role == year), None) for year in YEARS]
        words = [
            column
            for column in self._headings.columns
            if roles[column] in ("text", "object_class", "number", "basis")
        ]
        texts = [column for column in self._headings.columns if roles[column] == "text"]
        rows: list[FigureRow] = []
        labels: list[str] = []
        for row in body:
            figures = tuple(
                self._amount(row, column, unit, is_previous=year == "previous")
                for column, year in zip(years, YEARS, strict=True)
            )
            label = next((text for column in (*texts, *words) if (text := grid.text(row, column))), "")
            called: Calling = next(
                (said for column in words if (said := calling(grid.text(row, column), self._standard))), ""
            )
            first = next((column for column in texts if grid.text(row, column)), None)
            labels.append(label)
            rows.append(
                FigureRow(
                    figures,
                    called
                    or ("" if label or not texts else "perhaps"),  # a figure without words is no line's
                    grid.indent(row, first) if first is not None else 0,
                    bool(_OF_WHICH.match(label)),
                    bool(label),
                )
            )
        kinds = row_kinds(rows, self._around.printed, self._around.above)
        decided = [index for index, row in enumerate(body) if row in self._choices.kinds]
        for index in decided:
            row = body[index]
            kinds[index] = Summed(self._choices.kinds[row], self._choices.depths.get(row, 0))
        end = self._end(rows, kinds)
        while (
            end > 1
            and not labels[end - 1]
            and kinds[end - 1].kind == "line"
            and body[end - 1] > body[end - 2] + 1
        ):
            end -= 1  # figures without words apart from the table, and no sum of it
        end = max(end, *(index + 1 for index in decided), 0)
        self._rows_of_figures = rows[:end]
        found = [FoundRow(row, kind, label) for row, kind, label in zip(body, kinds, labels, strict=True)]
        return found[:end]

    def _end(self, rows: Sequence[FigureRow], kinds: Sequence[Summed]) -> int:
        """How many rows the table has: what stands below its last total is none of it."""
        totals = [index for index, summed in enumerate(kinds) if summed.kind == "total"]
        if not totals:
            return len(rows)
        below = [
            index for index in range(totals[-1] + 1, len(rows)) if kinds[index].kind in ("line", "subtotal")
        ]
        is_top = not any(kinds[index].kind == "line" for index in range(totals[-1]))
        return len(rows) if is_top and below else totals[-1] + 1

    # --- proof ---

    def _checked(self, roles: dict[int, Role], unit: str, evidence: str, rows: list[FoundRow]) -> Understood:
        grid = self._grid
        figure_rows = self._rows_of_figures
        years = [next((column for column, role in roles.items() if role == year), None) for year in YEARS]
        lines = counted(figure_rows, [found.summed for found in rows])
        sums = added((figure_rows[index].figures for index in lines), len(YEARS))
        total: Figures = (None, None)
        for found, row in zip(rows, figure_rows, strict=True):
            summed = found.summed
            if found.row in grid.sheet.hidden_rows:
                self._notes.append(self._said(found.row, "隠れている行も読みました。"))
            missing = [
                column
                for column in (*years, *(column for column, role in roles.items() if role == "change"))
                if column and grid.is_missing(found.row, column)
            ]
            if summed.kind == "total":
                total = row.figures
            self._ask_units(found.row, years)
            if any(column in years for column in missing):
                self._ask_missing(found.row, [column for column in missing if column in years])
            if (
                summed.kind in ("total", "subtotal")
                and not summed.is_certain
                and found.row not in self._choices.kinds
            ):
                self._questions.append(
                    Question(
                        "row",
                        grid.where(found.row),
                        f"「{cut(found.label, 30)}」の行は、上の行の和と同じ額なので、計の行として除きました。",
                        "計の行（除く）",
                        ("経費の行",),
                        "額は上の行の和ですが、行の名前は計ではありません。",
                        row=found.row,
                        column=self._headings.columns[0],
                        answers=(summed.kind, "line"),
                    )
                )
            if summed.kind == "subtotal":
                why = (
                    "小計の行は上の行の和なので、行には入れませんでした。"
                    if summed.is_proven
                    else "小計の行は上の行の和と違いますが、行には入れませんでした。"
                )
                self._notes.append(self._said(found.row, why))
                if not summed.is_proven:
                    self._ask_sum(found, row)
            if summed.kind == "carried":
                why = "前後のページへ繰り越した額なので、行には入れませんでした。"
                self._notes.append(self._said(found.row, why))
                if not summed.is_proven:
                    self._ask_sum(found, row)
        return Understood(
            grid, self._headings, roles, unit, evidence, tuple(rows), self._title, tuple(self._title_cells),
            tuple(self._questions), tuple(self._notes), total, sums,
        )  # fmt: skip

    def _ask_units(self, row: int, columns: Sequence[int | None]) -> None:
        """Ask where the number format of a cell shows another unit than the heading of its column."""
        for column in columns:
            named = self._headings.units.get(column, "") if column else ""
            own = self._grid.unit(row, column) if column and self._grid.is_number(row, column) else ""
            if column and named and own not in ("", "%", named):
                self._questions.append(
                    Question(
                        "unit",
                        self._grid.where(row, column),
                        f"見出しの単位は{named}ですが、このセルは{own}と表示されています。{named}として読みました。",
                        named,
                        (own,),
                        "見出しと表示形式の単位が違います。",
                        "amount",
                    )
                )

    def _ask_missing(self, row: int, columns: Sequence[int]) -> None:
        self._questions.append(
            Question(
                "value",
                self._grid.where(row, columns[-1]),
                "計算式の結果がファイルに保存されていないため、空欄として読みました。Excelで開いて保存し直してから読み込むか、額を入力してください。",
                "空欄",
                (),
                self._grid.sheet.formulas.get((row, columns[-1]), ""),
                "amount",
                row=row,
                column=columns[-1],
            )
        )

    def _ask_sum(self, found: FoundRow, row: FigureRow) -> None:
        own = next((figure for figure in reversed(row.figures) if figure is not None), 0)
        meant = next((figure for figure in reversed(found.summed.sums) if figure is not None), 0)
        self._questions.append(
            Question(
                "row",
                self._grid.where(found.row),
                f"「{cut(found.label, 30)}」の{plain(own)}千円は、上の行の和{plain(meant)}千円と合いません。計の行として除きました。",
                "計の行（除く）",
                ("経費の行",),
                "行の名前は計ですが、額が上の行の和と違います。",
                row=found.row,
                column=self._headings.columns[0],
                answers=(found.summed.kind, "line"),
            )
        )

    def _said(self, row: int, why: str) -> Unread:
        columns = [column for column in self._grid.columns(row) if column in self._headings.columns]
        return Unread(
            self._grid.where(row), cut("\t".join(self._grid.text(row, column) for column in columns)), why
        )


def figures_of(table: Understood, row: int) -> Figures:
    """前年度 and 要求額 of a row in 円, exact; None for a blank and for what cannot be read."""
    units = table.headings.units
    return tuple(
        _in_yen(table.grid, row, column, units.get(column, ""), table.unit, is_previous=year == "previous")
        if column
        else None
        for column, year in zip(table.year_columns, YEARS, strict=True)
    )


def _in_yen(grid: Grid, row: int, column: int, named: str, unit: str, *, is_previous: bool) -> Exact | None:
    """The figure of a cell; ``named`` is the unit of its column, ``unit`` that of the table."""
    found = written(grid, row, column, named, brackets_mean_previous_year=is_previous)
    if found is None:
        text = compact(grid.text(row, column))
        return 0 if text and text in _NOTHING else None
    return in_yen(found, unit)


def plain(yen: Exact) -> str:
    """A figure of 円 in 千円 as one reads it: 「1,234」, 「1,234.5」."""
    return format_exact(Fraction(yen) / 1_000)


def heading_text(understood: Understood, column: int) -> str:
    """The heading of a column on one line; "" where it has none."""
    label = understood.headings.labels.get(column)
    return clean(label.text) if label else ""
