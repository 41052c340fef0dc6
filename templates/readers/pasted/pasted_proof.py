"""What of a pasted block is not proven, as questions: where there is one, nothing is put in until it is answered."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from model.checks.quoted import shortened
from model.language import phrase
from model.standard.standard import Standard
from model.values.amount import parse_written
from templates.readers.pasted.block_headings import names_columns
from templates.readers.pasted.pasted_cells import LONGEST
from templates.readers.pasted.read_block import ReadBlock
from templates.readers.tables.calling import calling
from templates.readers.tables.cell_amount import plain
from templates.readers.tables.columns.relations import size
from templates.readers.tables.headings import OF_FIGURES
from templates.readers.tables.income import IncomeHeadings, is_table_of_income
from templates.readers.tables.question import Question, Subject
from templates.readers.tables.table_unit import THOUSAND
from templates.readers.tables.understood import FoundRow, Understood

_SCALED: Final = 1_000_000_000  # as many 円 and more, all of them whole thousands of 千円, were written in 円
_LINE, _TOTAL = phrase("経費の行"), phrase("計の行（除く）")


def asked_of(block: ReadBlock) -> tuple[Question, ...]:
    """The questions about a block, those of the engine first."""
    table = block.understood
    placed = block.placed.questions if block.placed is not None else ()
    return (
        *(question for question in table.questions if _still_open(block, question)),
        *placed,
        *_about_the_place(block),
        *_about_columns(block),
        *_about_unit(block),
        *_about_rows(block),
    )


def is_called_total(label: str, standard: Standard) -> bool:
    """Whether words are plainly those of a total: 「合計」, 「人件費計」, no 「基本設計」."""
    return calling(label, standard) in ("total", "subtotal", "perhaps")


def says_previous(block: ReadBlock) -> bool:
    """Whether the total of the previous year is the sum of its lines, or the printed differences agree with it."""
    table = block.understood
    if block.placed is not None and block.placed.left:
        return True
    total = table.total[0]
    return (total is not None and total == table.sums[0]) or (bool(block.changes) and not block.differing)


def _still_open(block: ReadBlock, question: Question) -> bool:
    """Whether a question of the engine is asked for a pasted block too.

    The unit only where the amounts look like 円; a total that differs from its lines and a blank cell are not asked.
    """
    if question.subject == "unit":
        return _looks_scaled(block, 0)
    return question.subject not in ("row", "value")  # a blank cell of a block is meant


# --- place and columns ---


def _about_the_place(block: ReadBlock) -> Iterator[Question]:
    """Whether a block is one of lines, which of several tables it is, and which of its rows are the table."""
    table, first = block.understood, block.first_row
    is_named = any(row.label and any(row.figures) for row in table.rows)
    if not block.target.is_line and not block.headings and not is_named:
        sentence = phrase(
            "※や合計の行に貼り付ける{count}行が、経費の行かどうかを決められません。", count=len(block.rows)
        )
        yield _question("row", table, first, sentence, _LINE, phrase("貼り付けない"))
    if is_table_of_income(table, IncomeHeadings(table.grid, block.standard), block.standard):
        sentence = phrase("収入の表のようなので、経費の行かどうかを決められません。")
        yield _question("tab", table, first, sentence, _LINE, phrase("貼り付けない"))
    if len(block.headings) > 1:
        sentence = phrase(
            "横に並んだ{count}つの表があり、どれを貼り付けるかを決められません。", count=len(block.headings)
        )
        yield _question("tab", table, first - 1, sentence, phrase("左の表"), phrase("右の表"))
    above = range(1, block.headings[0].rows[0]) if block.headings else ()
    below = [row for row in table.grid.rows if row > table.last_row and row >= first]
    for where, rows in ((phrase("見出しの上"), above), (phrase("表の下"), below)):
        if figures := [row for row in rows if any(_is_figure(cell) for cell in block.texts(row))]:
            sentence = phrase(
                "{where}に額のある行が{count}行あり、表の行かどうかを決められません。",
                where=where,
                count=len(figures),
            )
            yield _question("row", table, figures[0], sentence, phrase("表の外の行（除く）"), _LINE)
    if not block.headings:
        yield from _perhaps_headings(block)


def _perhaps_headings(block: ReadBlock) -> Iterator[Question]:
    """Whether a row of a block without headings names columns: the first one, or another below figures."""
    if names := _unknown_names(block):
        row = block.first_row
        sentence = phrase(
            "{first_row}行目の「{names}」は列の名前のようですが、どの列が要求額で、どれが前年度の額かを決められません。",
            first_row=row,
            names="」「".join(names),
        )
    else:
        rows = enumerate(block.rows[block.first_row - 1 :], start=block.first_row)
        row = next(
            (
                row
                for row, cells in rows
                if len(cells) > 1 and names_columns(cells, [], block.year, block.standard)
            ),
            0,
        )
        sentence = phrase(
            "{row}行目は見出しのようですが、その上の行にも額があり、表がどこから始まるかを決められません。",
            row=row,
        )
    if row:
        yield _question("row", block.understood, row, sentence, _LINE, phrase("見出しの行"))


def _unknown_names(block: ReadBlock) -> list[str]:
    """The words of the first row that stand over columns of figures alone, where two or more do: names of columns nobody knows."""
    rows = block.rows[block.first_row - 1 :]
    first, others = rows[0] if rows else (), rows[1:]
    names: list[str] = []
    for column, word in enumerate(first):
        below = [row[column].strip() for row in others if column < len(row) and row[column].strip()]
        if word.strip() and not _is_figure(word) and len(below) > 1 and all(map(_is_figure, below)):
            names.append(word.strip())
    return names if len(names) > 1 else []


def _is_figure(cell: str) -> bool:
    return parse_written(cell) is not None


def _about_columns(block: ReadBlock) -> Iterator[Question]:
    """Which column is the year's where headings do not say it, and whether the printed 増減 are those of the years."""
    table = block.understood
    if not block.headings:
        return
    money = [
        table.raw.heading_text(column)
        for column, label in table.headings.labels.items()
        if label.kind in OF_FIGURES
    ]
    if money and not any(table.year_columns):
        sentence = phrase(
            "見出し「{names}」のどれが{label}の要求額で、どれが前年度の額かを決められません。",
            names="」「".join(money),
            label=block.year.label,
        )
        yield _question("year", table, block.first_row - 1, sentence, "", *money)
    if block.changes and not block.has_agreeing:
        row, _, printed, change = block.changes[0]
        sentence = phrase(
            "増減の列が、要求額と前年度の差になっていません（{printed}と書かれ、差は{change}）。列の読み方を確かめてください。",
            printed=plain(printed),
            change=plain(change),
        )
        yield _question("column", table, row, sentence, phrase("見出しのとおり"), phrase("ほかの列"))


# --- unit ---


def _about_unit(block: ReadBlock) -> Iterator[Question]:
    """Whether figures without a unit look like 円: of a block with headings the engine asks that."""
    if not block.headings and _looks_scaled(block, _SCALED):
        sentence = phrase("額が大きいので、円か千円かを決められません。")
        yield _question("unit", block.understood, block.first_row, sentence, THOUSAND, "円")


def _looks_scaled(block: ReadBlock, least: int) -> bool:
    """Whether all of several figures are whole thousands of 千円, or too large for them; the largest has to be ``least`` 円."""
    figures = [size(figure) for row in block.understood.of_kind("line") for figure in row.figures if figure]
    if len(figures) < 2 or max(figures) < least:
        return False
    return all(figure % 1_000_000 == 0 for figure in figures) or max(figures) >= 10 * _SCALED


# --- rows ---


def _about_rows(block: ReadBlock) -> Iterator[Question]:
    """Whether a row that is the sum of others is a total, and whether rows below one are its parts."""
    table = block.understood
    for index, found in enumerate(table.rows):
        if found.summed.kind not in ("total", "subtotal", "carried"):
            continue
        on_line = found.row - block.first_row < len(block.target.lines)
        is_above = index == 0 and not is_called_total(found.label, block.standard) and len(table.rows) > 1
        if not found.summed.is_certain or is_above or (not found.label and on_line):
            figure = next((one for one in reversed(found.figures) if one is not None), 0)
            sentence = phrase(
                "{name}の{figure}千円は{what}の行の和と同じ額です。経費の行か計の行かを決められません。",
                name=f"「{shortened(found.label, LONGEST)}」" if found.label else f"{found.row}行目",
                figure=plain(figure),
                what=phrase("下") if is_above else phrase("上"),
            )
            yield _question("row", table, found.row, sentence, _TOTAL, _LINE)
    if not block.target.lines and (parent := _made_up(block)) is not None:
        sentence = phrase(
            "「{label}」の額は、その下の行の和と同じです。下の行が内訳か、別の経費かを決められません。",
            label=shortened(parent.label, LONGEST),
        )
        yield _question("row", table, parent.row, sentence, phrase("内訳のある行"), _LINE)


def _made_up(block: ReadBlock) -> FoundRow | None:
    """The first row whose parts are known by their figures alone, where no total of the table confirms it."""
    rows, texts = block.understood.rows, block.understood.of("text")
    if not texts or block.understood.of_kind("total"):
        return None
    for row, below in pairwise(rows):
        is_set_in = block.rows[below.row - 1][texts[0] - 1][:1].isspace() or below.label.startswith("うち")
        if below.summed.depth > row.summed.depth and not is_set_in and any(row.figures):
            return row
    return None


def differing_changes(block: ReadBlock) -> list[tuple[int, str]]:
    """The rows whose printed 増減 is not the difference, where others are, and a sentence of each."""
    if not block.has_agreeing:
        return []
    labels = {row.row: row.label for row in block.understood.rows}
    return [
        (
            row,
            phrase(
                "「{labels}」の増減 {printed}は、要求額と前年度の差 {change}と合いません。",
                labels=shortened(labels[row], LONGEST),
                printed=plain(printed),
                change=plain(change),
            ),
        )
        for row, _, printed, change in block.differing
    ]


def _question(
    subject: Subject, table: Understood, row: int, sentence: str, assumed: str, *others: str
) -> Question:
    return Question(subject, table.grid.where(row), sentence, assumed, others)
