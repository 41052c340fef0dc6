"""What a table is: its columns, its unit, the kind of each row, and what of it could not be proven.

Everything that a person may decide otherwise (the role of a column, the kind of a row, the unit, the year) is in
``Choices``; what they hold is taken as decided, and the rest is found again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from model.language import phrase
from model.request.place import YEARS
from model.values import fiscal_year
from model.values.amount import Exact, half_width
from templates.readers.reading import Unread, cut
from templates.readers.tables.body import body_rows, title_of
from templates.readers.tables.calling import calling
from templates.readers.tables.cell_amount import plain, yen_of
from templates.readers.tables.columns.columns import Role, label_of, with_next_year
from templates.readers.tables.decisions import Choices
from templates.readers.tables.grid import Grid
from templates.readers.tables.headings import OF_FIGURES, Headings
from templates.readers.tables.proof.proof import accounted
from templates.readers.tables.question import Question
from templates.readers.tables.roles import roles_of
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
from templates.readers.tables.table_unit import unit_of
from templates.readers.tables.understood import FoundRow, RawTable, Surroundings, Understood

_STEP: Final = 10  # how much further in words stand in the next of several columns of names
_MOST_YEARS: Final = 60  # words of a column that may name years, each in many rows
_KINDS: Final = {"line": phrase("経費の行"), "left_out": phrase("除く")}
_OF_WHICH: Final = re.compile(r"[\s　(（]*(?:うち|内、|内訳[:：])")


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
    labels = with_next_year(headings.labels)
    return _Reader(RawTable(grid, headings, labels, around, choices or Choices())).read(body)


class _Reader:
    def __init__(self, table: RawTable) -> None:
        self._table = table
        self._grid, self._headings, self._choices = table.grid, table.headings, table.choices
        self._questions: list[Question] = []
        self._notes: list[Unread] = []

    def read(self, known: Sequence[int] | None) -> Understood:
        table = self._table
        title = title_of(table.grid, table.headings)
        body, pages = body_rows(table) if known is None else (list(known), [])
        self._notes += [
            self._said(row, phrase("次のページの題名なので、行には入れませんでした。")) for row in pages
        ]
        roles, asked = roles_of(table, body)
        if (chosen := table.choices.unit) and not table.choices.keeps_units:
            named = {column: chosen for column in table.headings.units if roles.get(column) in YEARS}
            self._headings = table.headings._replace(units={**table.headings.units, **named})
            table = table._replace(headings=self._headings)
        unit = unit_of(table, roles, body, title.unit)
        self._questions += [*asked, *([unit.question] if unit.question else [])]
        self._notes += [unit.note] if unit.note else []
        rows = self._kinds(roles, unit.unit, body)
        sums, total = self._checked(roles, rows)
        found = Understood(
            table.grid, table.headings, roles, unit.unit, unit.evidence, tuple(rows), title.text, (*title.cells, *unit.cells),
            tuple(self._questions), tuple(self._notes), total, sums,
        )  # fmt: skip
        return (
            found if table.choices.keeps_units else accounted(found, table)
        )  # a page is proven by its own figures

    # --- rows ---

    def _amount(self, row: int, column: int | None, unit: str, *, is_previous: bool) -> Exact | None:
        """A figure in 円, exact; None for a blank and for what cannot be read."""
        if column is None:
            return None
        named = self._headings.units.get(column, "")
        return yen_of(self._grid, row, column, named, unit, is_previous=is_previous)

    def _kinds(self, roles: dict[int, Role], unit: str, body: Sequence[int]) -> list[FoundRow]:
        grid = self._grid
        years = [next((column for column, role in roles.items() if role == year), None) for year in YEARS]
        words = [
            column
            for column in self._headings.columns
            if roles[column] in ("text", "object_class", "number", "basis", "other")
            and (
                roles[column] != "other"
                or column not in self._headings.labels
                or not self._headings.labels[column].kind
                or self._headings.labels[column].kind == "text"
            )
        ]
        texts = [column for column in self._headings.columns if roles[column] == "text"]
        nodes = [column for column in self._headings.columns if roles[column] == "object_class"]
        are_sums = not any(
            grid.text(row, text) and grid.text(row, node) for row in body for text in texts for node in nodes
        )  # each 節 stands on a row of its own, below its lines
        rows: list[FigureRow] = []
        labels: list[str] = []
        for row in body:
            figures = tuple(
                self._amount(row, column, unit, is_previous=year == "previous")
                for column, year in zip(years, YEARS, strict=True)
            )
            label = next((text for column in (*texts, *words) if (text := grid.text(row, column))), "")
            called: Calling = next(
                (
                    said
                    for column in words
                    if (said := calling(grid.text(row, column), self._table.around.standard))
                ),
                "",
            )
            first = next((column for column in texts if grid.text(row, column)), None)
            labels.append(label)
            rows.append(
                FigureRow(
                    figures,
                    called
                    or (
                        ""
                        if (label and not (are_sums and label in [grid.text(row, node) for node in nodes]))
                        or not texts
                        else "perhaps"
                    ),
                    grid.indent(row, first) + _STEP * texts.index(first) if first is not None else 0,
                    bool(_OF_WHICH.match(label)),
                    bool(label),
                )
            )
        kinds = self._left_out(body, rows, row_kinds(rows, *self._around))
        for index, row in enumerate(body):
            if kinds[index].kind == "heading" and self._is_of_rates(row, years):
                kinds[index] = Summed("left_out")
                self._notes.append(self._said(row, phrase("率の行なので、行には入れませんでした。")))
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
        self._rows_of_figures, self._body = rows[:end], body[:end]
        found = [
            FoundRow(row, kind, label, of_row.figures)
            for row, kind, label, of_row in zip(body, kinds, labels, rows, strict=True)
        ]
        return found[:end]

    def _is_of_rates(self, row: int, years: Sequence[int | None]) -> bool:
        """Whether a row has rates where the others have amounts: 「前年比　105%」."""
        texts = [text for column in years if column and (text := half_width(self._grid.text(row, column)))]
        return bool(texts) and all(text.endswith("%") for text in texts)

    @property
    def _around(self) -> tuple[Sequence[Figures], Sequence[Figures]]:
        return self._table.around.printed, self._table.around.above

    def _left_out(self, body: Sequence[int], rows: Sequence[FigureRow], kinds: list[Summed]) -> list[Summed]:
        """The kinds of the rows where the total leaves out rows that are hidden, or called 参考 or 再掲: they are no lines."""
        if _is_proven(kinds) or not any(summed.kind in ("total", "subtotal") for summed in kinds):
            return kinds
        words = self._table.around.standard.workbook_reading.rows.not_counted
        hidden = {index for index, row in enumerate(body) if row in self._grid.sheet.hidden_rows}
        named = {
            index
            for index, row in enumerate(body)
            if any(
                word in self._grid.text(row, column) for column in self._headings.columns for word in words
            )
        }
        for apart in (hidden, named, hidden | named):
            if not apart or not any(any(rows[index].figures) for index in apart):
                continue
            kept = [index for index in range(len(rows)) if index not in apart]
            found = row_kinds([rows[index] for index in kept], *self._around)
            if _is_proven(found):
                if apart is hidden and self._is_filtered(body):
                    self._ask_row(
                        body[min(hidden)],
                        phrase(
                            "フィルターで隠れている{count}行は計に入っていないので、行には入れませんでした。",
                            count=len(hidden),
                        ),
                        phrase("計は、表示されている行だけの和です。"),
                        ("left_out", "line"),
                    )
                by_index = dict(zip(kept, found, strict=True))
                self._notes += [
                    self._said(body[index], phrase("計に入っていない行なので、行には入れませんでした。"))
                    for index in sorted(apart)
                ]
                return [by_index.get(index, Summed("left_out")) for index in range(len(rows))]
        return kinds

    def _is_filtered(self, body: Sequence[int]) -> bool:
        """Whether a total adds up only what a filter shows."""
        formulas = self._grid.sheet.formulas
        return any(
            "SUBTOTAL" in formulas.get((row, column), "").upper()
            for row in body
            for column in self._headings.columns
        )

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

    def _checked(self, roles: dict[int, Role], rows: list[FoundRow]) -> tuple[Figures, Figures]:
        """What the lines give and the total says, by year; what does not fit is asked, what is left out is said."""
        grid = self._grid
        figure_rows = self._rows_of_figures
        years = [next((column for column, role in roles.items() if role == year), None) for year in YEARS]
        lines = counted(figure_rows, [found.summed for found in rows])
        sums = added((figure_rows[index].figures for index in lines), len(YEARS))
        total: Figures = (None, None)
        for found, row in zip(rows, figure_rows, strict=True):
            summed = found.summed
            if found.row in grid.sheet.hidden_rows and summed.kind != "left_out":
                self._notes.append(self._said(found.row, phrase("隠れている行も読みました。")))
            missing = [
                column
                for column in (*years, *(column for column, role in roles.items() if role == "change"))
                if column and grid.is_missing(found.row, column)
            ]
            if summed.kind == "total":
                total = row.figures
            self._ask_units(found.row, years)
            if any(column in years for column in missing) and summed.kind not in ("total", "subtotal"):
                self._ask_missing(found.row, [column for column in missing if column in years])
            if (
                summed.kind in ("total", "subtotal")
                and not summed.is_certain
                and found.row not in self._choices.kinds
            ):
                self._ask_row(
                    found.row,
                    phrase(
                        "「{label}」の行は、上の行の和と同じ額なので、計の行として除きました。",
                        label=cut(found.label, 30),
                    ),
                    phrase("額は上の行の和ですが、行の名前は計ではありません。"),
                    (summed.kind, "line"),
                )
            if summed.kind == "subtotal":
                why = (
                    phrase("小計の行は上の行の和なので、行には入れませんでした。")
                    if summed.is_proven
                    else phrase("小計の行は上の行の和と違いますが、行には入れませんでした。")
                )
                self._notes.append(self._said(found.row, why))
                if not summed.is_proven:
                    self._ask_sum(found, row)
            if summed.kind == "left_out" and summed.sums:
                self._notes.append(
                    self._said(found.row, phrase("上の表も合わせた計なので、行には入れませんでした。"))
                )
            if summed.kind == "carried":
                why = phrase("前後のページへ繰り越した額なので、行には入れませんでした。")
                self._notes.append(self._said(found.row, why))
                if not summed.is_proven:
                    self._ask_sum(found, row)
        if total[1] is None or total[1] != sums[1]:
            self._ask_others(rows)
        self._ask_blank(years, figure_rows)
        self._ask_years(roles)
        return sums, total

    def _ask_row(self, row: int, sentence: str, evidence: str, answers: tuple[RowKind, RowKind]) -> None:
        """Ask whether a row is what it was taken for, or the other of two kinds."""
        words = [_KINDS.get(kind) or phrase("計の行（除く）") for kind in answers]
        self._questions.append(
            Question(
                "row", self._grid.where(row), sentence, words[0], (words[1],), evidence,
                row=row, column=self._headings.columns[0], answers=answers,
            )
        )  # fmt: skip

    def _ask_others(self, rows: Sequence[FoundRow]) -> None:
        """Ask of lines that their words give for something else than a cost, where no total proves them: 前年度, 差引, 一般財源."""
        standard = self._table.around.standard
        for found in rows:
            if found.summed.kind != "line" or found.row in self._choices.kinds:
                continue
            label = label_of(found.label, self._table.around.year, standard)
            is_other = label.kind in ("change", "rate") or (
                label.kind in ("request", "budget", "year", "existing", "settled", "assessed")
                and (label.year is not None or label.relative is not None)
            )
            if is_other or not found.label:
                self._ask_row(
                    found.row,
                    phrase(
                        "「{label}」の行は、経費ではないかもしれません。経費の行として足しました。",
                        label=cut(found.label, 30),
                    )
                    if found.label
                    else phrase("名前のない行に額があります。経費の行として足しました。"),
                    phrase("行の名前からは経費と分からず、計の行とも比べられません。"),
                    ("line", "left_out"),
                )

    def _ask_years(self, roles: dict[int, Role]) -> None:
        """Ask where a column holds another year in each row: the rows of all years were added."""
        own, standard = self._table.around.year, self._table.around.standard
        for column in self._headings.columns:
            if roles[column] not in ("text", "other", "object_class"):
                continue
            texts = [
                text for row in self._body if not (text := self._grid.text(row, column)).isdigit() and text
            ]
            alone = {year.year for text in texts if (year := fiscal_year.parse(text)) is not None}
            words = set(texts) if len(set(texts)) <= _MOST_YEARS else ()
            labels = [label for text in words if (label := label_of(text, own, standard)).kind in OF_FIGURES]
            named = {(label.year, label.relative) for label in labels} - {(None, None)}
            is_of_years = len(alone) > 1 and len(texts) > 1 and (own is None or own.year in alone)
            is_named = bool(named & {(None, 0), (own.year if own else None, None)})
            if is_of_years or (is_named and len(named) > 1):
                self._questions.append(
                    Question(
                        "row",
                        self._grid.where(self._table.heading_row(column), column),
                        phrase("行によって年度が違います。すべての行を今年度の要求額として足しました。"),
                        phrase("すべて今年度"),
                        (phrase("ほかの年度の行を除く"),),
                        phrase("この列に{count}つの年度があります。", count=max(len(alone), len(named))),
                        row=self._table.heading_row(column),
                        column=column,
                    )
                )

    def _ask_blank(self, years: Sequence[int | None], rows: Sequence[FigureRow]) -> None:
        """Ask where the column of this year's amounts is blank to the end beside one that is filled."""
        column = years[1]
        if (
            column is None
            or any(row.figures[1] is not None for row in rows)
            or all(row.figures[0] is None for row in rows)
            or any(self._grid.text(row, column) or self._grid.is_missing(row, column) for row in self._body)
        ):
            return
        row = self._table.heading_row(column)
        self._questions.append(
            Question(
                "value",
                self._grid.where(row, column),
                phrase("要求額の列に額が一つもありません。空欄のまま読みました。"),
                phrase("空欄"),
                (),
                phrase("前年度の列には額があります。"),
                "amount",
                row=row,
                column=column,
            )
        )

    def _ask_units(self, row: int, columns: Sequence[int | None]) -> None:
        """Ask where the number format of a cell shows another unit than the heading of its column."""
        for column in columns:
            named = self._headings.units.get(column, "") if column else ""
            if not column or not named or not self._grid.is_number(row, column):
                continue
            own = self._grid.unit(row, column)
            if own not in ("", "%", named):
                self._questions.append(
                    Question(
                        "unit",
                        self._grid.where(row, column),
                        phrase(
                            "見出しの単位は{named}ですが、このセルは{own}と表示されています。{named}として読みました。",
                            named=named,
                            own=own,
                        ),
                        named,
                        (own,),
                        phrase("見出しと表示形式の単位が違います。"),
                        "amount",
                    )
                )

    def _ask_missing(self, row: int, columns: Sequence[int]) -> None:
        self._questions.append(
            Question(
                "value",
                self._grid.where(row, columns[-1]),
                phrase(
                    "計算式の結果がファイルに保存されていないため、空欄として読みました。Excelで開いて保存し直してから読み込むか、額を入力してください。"
                ),
                phrase("空欄"),
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
        self._ask_row(
            found.row,
            phrase(
                "「{label}」の{own}千円は、上の行の和{meant}千円と合いません。計の行として除きました。",
                label=cut(found.label, 30),
                own=plain(own),
                meant=plain(meant),
            ),
            phrase("行の名前は計ですが、額が上の行の和と違います。"),
            (found.summed.kind, "line"),
        )

    def _said(self, row: int, why: str) -> Unread:
        columns = [column for column in self._grid.columns(row) if column in self._headings.columns]
        return Unread(
            self._grid.where(row), cut("\t".join(self._grid.text(row, column) for column in columns)), why
        )


def _is_proven(kinds: Sequence[Summed]) -> bool:
    """Whether the rows have a total, and its figures are what their lines give."""
    return any(summed.kind == "total" and summed.is_proven for summed in kinds)
