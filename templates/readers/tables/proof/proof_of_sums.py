"""The rows of a table against its sums: what is read though it is hidden or blank, what is left out, what does not tie."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from model.language import phrase
from model.values.amount import Exact
from templates.readers.tables.cell_amount import plain, written
from templates.readers.tables.columns.columns import Role, label_of
from templates.readers.tables.headings import OF_FIGURES
from templates.readers.tables.question import Question, asked_of_cell
from templates.readers.tables.rows import TableRows
from templates.readers.tables.sums.figures import Figures
from templates.readers.tables.understood import FoundRow, RawTable, Said, year_columns

_MOST_YEARS: Final = 60  # words of a column that may name years, each in many rows
_SUMS: Final = ("total", "subtotal")
_BLANK: Final = phrase("空欄")


def checked(table: RawTable, roles: Mapping[int, Role], rows: TableRows) -> Iterator[Said]:
    """What is said and asked of the rows of a table, before its figures are accounted for."""
    years = year_columns(roles)
    for found in rows.rows:
        if found.row in table.grid.sheet.hidden_rows and found.summed.kind != "left_out":
            yield table.said(found.row, phrase("隠れている行も読みました。"))
        yield from _cells(table, found, [column for column in years if column])
        yield from _merged(table, found, years)
        yield from _sum(table, found)
    if rows.total[1] is None or rows.total[1] != rows.sums[1]:
        yield from _no_costs(table, rows.rows)
    yield from _blank_year(table, years, rows.rows)
    yield from _several_years(table, roles, rows.rows)


def _cells(table: RawTable, found: FoundRow, years: Sequence[int]) -> Iterator[Question]:
    """Ask where a number format shows another unit than the heading, and where a formula has no stored value."""
    grid = table.grid
    for column in years:
        named, own = table.headings.units.get(column, ""), grid.unit(found.row, column)
        if named and own not in ("", "%", named) and grid.is_number(found.row, column):
            where = grid.where(found.row, column)
            yield Question(
                "unit",
                where,
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
    missing = [column for column in years if grid.is_missing(found.row, column)]
    if missing and found.summed.kind not in _SUMS:
        yield asked_of_cell(
            grid,
            (found.row, missing[-1]),
            "value",
            phrase(
                "計算式の結果がファイルに保存されていないため、空欄として読みました。Excelで開いて保存し直してから読み込むか、額を入力してください。"
            ),
            _BLANK,
            evidence=grid.sheet.formulas.get((found.row, missing[-1]), ""),
            field="amount",
        )


def _merged(table: RawTable, found: FoundRow, years: Sequence[int | None]) -> Iterator[Question]:
    """Ask where the cell of one year's amount is merged over rows that have amounts of their own in the other year."""
    grid, columns = table.grid, [column for column in years if column]
    for column in columns:
        last = found.row + grid.sheet.row_spans.get((found.row, column), 1) - 1
        below = range(found.row + 1, last + 1)
        if any(written(grid, row, other) for row in below for other in columns):
            yield asked_of_cell(
                grid,
                (found.row, column),
                "value",
                phrase(
                    "この額のセルは{where}まで結合されています。上の行だけの額として読みました。",
                    where=grid.where(last),
                ),
                phrase("上の行の額"),
                evidence=phrase("結合された下の行にも、ほかの年度の額があります。"),
                field="amount",
            )


def _sum(table: RawTable, found: FoundRow) -> Iterator[Said]:
    """Say which sums are no lines; ask where a sum is called none, or is none."""
    summed = found.summed
    if summed.kind in _SUMS and not summed.is_certain and found.row not in table.choices.kinds:
        yield table.asked_of_row(
            found.row,
            found.label,
            phrase("「{label}」の行は、上の行の和と同じ額なので、計の行として除きました。"),
            phrase("額は上の行の和ですが、行の名前は計ではありません。"),
            (summed.kind, "line"),
        )
    if summed.kind == "line" and not summed.is_certain and found.row not in table.choices.kinds:
        yield table.asked_of_row(
            found.row,
            found.label,
            phrase(
                "「{label}」の額は、その下の行の和と同じです。下の行が内訳か、別の経費かを決められません。"
            ),
            phrase("字下げも計の行もなく、額だけからは偶然かもしれません。"),
            ("line", "left_out"),
        )._replace(assumed=phrase("内訳のある行"), alternatives=(phrase("経費の行"),), answers=())
    if summed.kind == "subtotal":
        yield table.said(
            found.row,
            phrase("小計の行は上の行の和なので、行には入れませんでした。")
            if summed.is_proven
            else phrase("小計の行は上の行の和と違いますが、行には入れませんでした。"),
        )
    if summed.kind == "left_out" and summed.sums:
        yield table.said(found.row, phrase("上の表も合わせた計なので、行には入れませんでした。"))
    if summed.kind == "carried":
        yield table.said(found.row, phrase("前後のページへ繰り越した額なので、行には入れませんでした。"))
    if summed.kind in ("subtotal", "carried") and not summed.is_proven:
        yield table.asked_of_row(
            found.row,
            found.label,
            phrase("「{label}」の{own}千円は、上の行の和{meant}千円と合いません。計の行として除きました。"),
            phrase("行の名前は計ですが、額が上の行の和と違います。"),
            (summed.kind, "line"),
            own=plain(_last(found.figures)),
            meant=plain(_last(summed.sums)),
        )


def _last(figures: Figures) -> Exact:
    """The figure of the latest year that has one."""
    return next((figure for figure in reversed(figures) if figure is not None), 0)


def _no_costs(table: RawTable, rows: Sequence[FoundRow]) -> Iterator[Question]:
    """Ask of lines that their words give for something else than a cost, where no total proves them: 前年度, 差引, 一般財源."""
    for found in rows:
        if found.summed.kind != "line" or found.row in table.choices.kinds:
            continue
        label = label_of(found.label, table.around.year, table.around.standard)
        if not found.label:
            sentence = phrase("名前のない行に額があります。経費の行として足しました。")
        elif label.kind in ("change", "rate") or (
            label.is_dated and label.kind in OF_FIGURES and label.kind != "amount"
        ):
            sentence = phrase("「{label}」の行は、経費ではないかもしれません。経費の行として足しました。")
        else:
            continue
        evidence = phrase("行の名前からは経費と分からず、計の行とも比べられません。")
        yield table.asked_of_row(found.row, found.label, sentence, evidence, ("line", "left_out"))


def _blank_year(table: RawTable, years: Sequence[int | None], rows: Sequence[FoundRow]) -> Iterator[Question]:
    """Ask where the column of this year's amounts is blank to the end beside one that is filled."""
    grid, column = table.grid, years[1]
    if (
        column is not None
        and all(found.figures[1] is None for found in rows)
        and any(found.figures[0] is not None for found in rows)
        and not any(grid.text(found.row, column) or grid.is_missing(found.row, column) for found in rows)
    ):
        yield asked_of_cell(
            grid,
            table.heading_cell(column),
            "value",
            phrase("要求額の列に額が一つもありません。空欄のまま読みました。"),
            _BLANK,
            evidence=phrase("前年度の列には額があります。"),
            field="amount",
        )


def _several_years(
    table: RawTable, roles: Mapping[int, Role], rows: Sequence[FoundRow]
) -> Iterator[Question]:
    """Ask where a column holds another year in each row: the rows of all years were added."""
    own, standard = table.around.year, table.around.standard
    for column in table.headings.columns:
        if roles[column] not in ("text", "other", "object_class"):
            continue
        texts = {table.grid.text(found.row, column) for found in rows}
        words = [text for text in texts if text and not text.isdigit()] if len(texts) <= _MOST_YEARS else []
        labels = [label for text in words if (label := label_of(text, own, standard)).kind in OF_FIGURES]
        named = {(label.year, label.relative) for label in labels if label.is_dated}
        if len(named) > 1 and not named.isdisjoint({(None, 0), (own.year if own else None, None)}):
            yield asked_of_cell(
                table.grid,
                table.heading_cell(column),
                "row",
                phrase("行によって年度が違います。すべての行を今年度の要求額として足しました。"),
                phrase("すべて今年度"),
                (phrase("ほかの年度の行を除く"),),
                phrase("この列に{count}つの年度があります。", count=len(named)),
            )
