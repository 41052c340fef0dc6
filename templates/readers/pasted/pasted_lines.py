"""A block that was read, as lines of a cost table with the sentence of what was left out and whether the total agrees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from model.basis.recognizing import looks_like_basis
from model.checks.quoted import shortened
from model.edits.basis import read_figure
from model.edits.paste import LINE_COLUMNS, PastedTable
from model.language import phrase
from model.request.columns import LineField
from model.request.place import YEARS
from model.values.amount import parse_written
from model.values.exact_number import is_nothing
from templates.readers.labels import split_mark
from templates.readers.pasted.pasted_cells import LONGEST, lost_cells
from templates.readers.pasted.pasted_proof import differing_changes, is_called_total
from templates.readers.pasted.read_block import ReadBlock
from templates.readers.tables.cell_amount import plain
from templates.readers.tables.question import Question
from templates.readers.tables.sums.figures import Figures, added
from templates.readers.tables.table_unit import THOUSAND
from templates.readers.tables.understood import FoundRow

_FIELDS: Final[Mapping[str, LineField]] = {field: field for field in (*LINE_COLUMNS, "basis")}
_LEFT_OUT: Final = ("change", "number")
_YEAR_WORDS: Final = ("前年度の", "")


class PastedLines:
    """Makes the lines of a block, and says what becomes of the rest."""

    def __init__(self, block: ReadBlock) -> None:
        self._block, self._table = block, block.understood
        self._kept = self._table.of_kind("line", "heading", "of_which")
        self._sums = self._table.of_kind("total", "subtotal")
        self._fields = self._fields_of_columns()
        columns = {field for field in self._fields.values() if field is not None}
        self._shares = self._shares_of_lines()
        if "basis" in columns or self._shares:
            columns.add("remark")
        self._columns: tuple[LineField, ...] = (
            *(field for field in (*LINE_COLUMNS, "basis") if field in columns),
            *(("mark",) if "text" in columns else ()),
        )

    def table(self) -> PastedTable:
        """The lines."""
        shares = {share.row for below in self._shares.values() for share in below}
        kept = [found for found in self._kept if found.row not in shares]
        depths = self._depths(kept)
        rows = [self._cells(found) for found in kept]
        return PastedTable(self._columns, rows, depths, self._title())

    def _shares_of_lines(self) -> dict[int, list[FoundRow]]:
        """The rows with うち below a line that they do not make up, by its row: they are said in its remark, no further cost."""
        below: list[tuple[FoundRow, list[FoundRow]]] = []
        for found in self._kept if not self._block.target.lines else ():
            if not found.summed.depth:
                below.append((found, []))
            elif below:
                below[-1][1].append(found)
        return {
            line.row: parts
            for line, parts in below
            if parts
            and all(part.label.lstrip("(（").startswith("うち") for part in parts)
            and line.figures != added((part.figures for part in parts), len(YEARS))
        }

    def _in_words(self, share: FoundRow) -> str:
        """A share as words: 「うち旅費 1,000千円(前年900千円)」."""
        previous, amount = share.figures
        this_year = f" {plain(amount)}千円" if amount is not None else ""
        last_year = f"(前年{plain(previous)}千円)" if previous is not None else ""
        remark = dict(zip(self._columns, self._cells(share), strict=True)).get("remark")
        return f"{share.label}{this_year}{last_year} {remark or ''}".strip()

    def _depths(self, kept: list[FoundRow]) -> list[int]:
        """How far the rows are set in: lines that are there keep their places; without headings a name alone has no parts."""
        if self._block.target.lines or not self._table.of("text"):
            return [0] * len(kept)
        column = self._table.of("text")[0] - 1
        depths: list[int] = []
        has_figures = False
        for found in kept:
            depth = found.summed.depth
            if not depth:
                has_figures = any(figure is not None for figure in found.figures)
            is_set_in = self._block.rows[found.row - 1][column][:1].isspace()
            depths.append(depth if self._block.headings or has_figures or is_set_in else 0)
        return depths

    def _title(self) -> str | None:
        if not self._block.target.has_title:
            return None
        if self._block.headings:
            return self._table.title or None
        return self._block.rows[0][0] if self._block.rows and self._block.rows[0] else ""

    # --- cells ---

    def _fields_of_columns(self) -> dict[int, LineField | None]:
        """What each column fills; 備考 for one without a field of its own, None for one that is left out."""
        found: dict[int, LineField | None] = {}
        for column in self._table.headings.columns:
            role = self._table.roles[column]
            if role in _LEFT_OUT or (role == "object_class" and role not in self._block.target.screen):
                found[column] = None
            elif self._is_own(column):
                found[column] = _FIELDS[role]
            else:
                found[column] = "remark"
        return found

    def _is_own(self, column: int) -> bool:
        """Whether a column is the one of its field; every other adds to 備考 with its heading."""
        role = self._table.roles[column]
        return role in _FIELDS and (role == "remark" or self._table.of(role)[0] == column)

    def _cells(self, row: FoundRow) -> list[str | None]:
        """The cells of a row in the order of the fields that it fills."""
        found: dict[str, str | None] = dict.fromkeys(self._columns)
        remarks: list[str] = []
        for column, field in self._fields.items():
            cell = self._block.rows[row.row - 1][column - 1]
            if field == "text":
                text = cell.strip() if row.summed.depth and not self._block.target.lines else cell
                mark, found["text"] = split_mark(text, self._block.standard)
                found["mark"] = mark or None
            elif field == "basis" and looks_like_basis(cell.strip()):
                found["basis"] = read_figure(cell)[1]
            elif field in ("remark", "basis"):
                is_own = self._is_own(column)
                name = "" if is_own or not (said := self._table.raw.heading_text(column)) else f"{said}:"
                remarks.extend([f"{name}{cell}"] if (field == "remark" and is_own) or cell.strip() else [])
            elif field is not None:
                found[field] = self._figure(column, cell) if field in YEARS else cell
        remarks += [self._in_words(share) for share in self._shares.get(row.row, ())]
        if "remark" in found and remarks:
            found["remark"] = "\n".join(filter(None, remarks))
        return [found[field] for field in self._columns]

    def _figure(self, column: int, cell: str) -> str:
        """A figure with the unit that it has by its heading; a dash below a heading is no figure."""
        if self._block.headings and is_nothing(cell) and cell.strip() != "…":
            return ""
        unit = self._unit(column)
        bare = unit != THOUSAND and (amount := parse_written(cell)) is not None and not amount.unit
        return f"{cell}{unit}" if bare else cell

    def _unit(self, column: int) -> str:
        return self._table.headings.units.get(column, "") or self._table.unit

    # --- what is said ---

    def said(self) -> Iterator[str]:
        """What was left out and read otherwise, in whole sentences; some are ""."""
        if rows := self._left_rows():
            yield phrase(
                "{names}を除いて{count:,}行を貼り付けました。", names="と".join(rows), count=len(self._kept)
            )
        if columns := self._left_columns():
            yield phrase("{names}の列は貼り付けませんでした。", names="・".join(columns))
        if any(self._fields[column] is None for column in self._table.of("object_class")):
            yield phrase("節の列は貼り付けませんでした（［積算］メニューで列を出してから貼り付けます）。")
        if kept := self._kept_in_remarks():
            yield phrase("「{names}」の列は備考に入れました。", names="」「".join(kept))
        for unit in dict.fromkeys(self._unit(column) for column in self._table.year_columns if column):
            if unit not in ("", THOUSAND):
                yield phrase("{unit}の額は千円に直しました。", unit=unit)
        yield from (sentence for _, sentence in differing_changes(self._block))
        for _, sentence in self._wrong_sums():
            yield phrase("{sentence}行を確かめてください。", sentence=sentence)
        yield self._agreeing_sum()
        yield lost_cells(self._lost())

    def doubts(self) -> tuple[Question, ...]:
        """What the source says of the lines and is not so: they come in as they are, and that is asked of the table they are in."""
        grid = self._table.grid
        return tuple(
            Question(
                "value",
                grid.where(row),
                sentence,
                phrase("行の額のとおり"),
                evidence=phrase("計の行と増減の列は貼り付けていません。"),
            )
            for row, sentence in (*self._wrong_sums(), *differing_changes(self._block))
        )

    def _left_rows(self) -> list[str]:
        table, first = self._table, self._block.headings[0].rows[0] if self._block.headings else 0
        found: list[str] = []
        if first:
            body = {found.row for found in table.rows}
            repeated = [row for row in table.grid.rows if first <= row <= table.last_row and row not in body]
            if count := len(repeated) - self._block.target.adds_headings:
                found.append(phrase("見出し{count}行", count=count))
        if self._sums:
            names = [
                f"「{shortened(row.label, LONGEST)}」"
                for row in self._sums
                if row.label and not is_called_total(row.label, self._block.standard)
            ]
            found.append(
                phrase("計{count}行", count=len(self._sums)) + (f"（{''.join(names)}）" if names else "")
            )
        if others := self._table.of_kind("carried", "left_out"):
            found.append(phrase("繰越などの{count}行", count=len(others)))
        return found

    def _left_columns(self) -> list[str]:
        if self._block.placed is not None:
            return list(self._block.placed.left)
        return [
            self._table.raw.heading_text(column)
            for column, role in self._table.roles.items()
            if role in _LEFT_OUT and self._table.raw.heading_text(column)
        ]

    def _kept_in_remarks(self) -> list[str]:
        return [
            name
            for column, field in self._fields.items()
            if field == "remark"
            and not self._is_own(column)
            and (name := self._table.raw.heading_text(column))
            if any(self._block.rows[found.row - 1][column - 1].strip() for found in self._kept)
        ]

    def _wrong_sums(self) -> list[tuple[int, str]]:
        """The totals of the source that are not the sums of its lines: the row of each, and a sentence with both figures."""
        if not self._sums or self._has_unreadable():
            return []
        wrong = [
            (row.row, sentence)
            for row in self._sums
            if row.summed.kind == "subtotal" and not row.summed.is_proven
            for sentence in _differences(f"「{shortened(row.label, LONGEST)}」", row.figures, row.summed.sums)
        ]
        total = _differences(phrase("計"), self._table.total, self._table.sums)
        return wrong + [(self._sums[-1].row, sentence) for sentence in total]

    def _agreeing_sum(self) -> str:
        """That the total of the source is the sum of its lines, or why that is not known; "" where it is not so."""
        if not self._sums:
            return ""
        if self._has_unreadable():
            return phrase("読めない額や計算のある行があるため、写し元の計とは照合できません。")
        total = self._table.total
        shown = next((index for index in (1, 0) if total[index] is not None), None)
        if shown is None or _differences(phrase("計"), total, self._table.sums):
            return ""
        return phrase(
            "{year_words}合計 {total}千円は写し元と一致します。",
            year_words=_YEAR_WORDS[shown],
            total=plain(total[shown] or 0),
        )

    def comes_to(self) -> str:
        """What the lines come to, in a sentence, where the source has no total; "" of one alone, and where that is not known."""
        sums = self._table.sums
        shown = next((index for index in (1, 0) if sums[index] is not None), None)
        if self._sums or len(self._kept) < 2 or shown is None or self._has_unreadable():
            return ""
        return phrase(
            "貼り付けた行の{year_words}合計は {total}千円です。",
            year_words=_YEAR_WORDS[shown],
            total=plain(sums[shown] or 0),
        )

    def _has_unreadable(self) -> bool:
        """Whether the amount of a line is no figure: then no sum of it is known."""
        years = [(index, column) for index, column in enumerate(self._table.year_columns) if column]
        return any(
            found.figures[index] is None and self._block.rows[found.row - 1][column - 1].strip()
            for found in self._kept
            for index, column in years
        )

    def _lost(self) -> list[str]:
        """Cells that fit nowhere: beside and above the table, and below it."""
        block, table, grid = self._block, self._table, self._table.grid
        lost: list[str] = []
        if block.headings:
            above = {cell[:2] for cell in grid.cells(range(1, block.headings[0].rows[0]))}
            title = {cell for cell in table.title_cells if grid.text(*cell) == table.title}
            taken = {*table.title_cells} - (set() if block.target.has_title else title)
            lost += [grid.text(*cell) for cell in sorted(above - taken)]
        elif block.target.has_title:
            lost += block.rows[0][1:]
        if block.placed is not None:
            columns = [column for column in table.of("number") if block.placed.roles.get(column) == "number"]
            lost += [row[column - 1] for row in block.rows[block.first_row - 1 :] for column in columns]
        below = [row for row in grid.rows if row > table.last_row]
        return lost + [cell for row in below for cell in block.texts(row)]


def _differences(name: str, own: Figures, sums: Figures) -> list[str]:
    """The sentences of the figures of a total that are not the sums."""
    return [
        phrase(
            "写し元の{year}{name} {figure}千円は、行の和 {total}千円と合いません。",
            year=year,
            name=name,
            figure=plain(figure),
            total=plain(total),
        )
        for year, figure, total in zip(_YEAR_WORDS, own, (total or 0 for total in sums), strict=True)
        if figure is not None and figure != total
    ]
