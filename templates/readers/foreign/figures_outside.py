"""Figures beside the tables of a book that name a total: each is what was taken, or it is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate
from typing import Final, NamedTuple

from model.language import phrase
from model.request.place import YEARS
from model.standard.standard import Standard
from model.values.amount import Exact, Written, format_exact, half_width, in_yen, parse_written
from model.values.fiscal_year import ERA_YEAR, FiscalYear
from templates.readers.labels import compact, fund_labels, rest_labels
from templates.readers.reading import cut
from templates.readers.tables.calling import asks, calling
from templates.readers.tables.cell_amount import plain, written, year_figures
from templates.readers.tables.columns.columns import label_of
from templates.readers.tables.columns.units import MONEY, unit_alone
from templates.readers.tables.grid import Grid
from templates.readers.tables.lines import Table
from templates.readers.tables.question import Question, asked_of_cell
from templates.readers.tables.sums.figures import added
from templates.readers.tables.understood import Understood

_IN_WORDS: Final = re.compile(
    rf"(?P<label>(?:{ERA_YEAR}(?:年度?)?)?[^0-9,:・、()]{{2,20}})[\s:]*(?:約)?(?P<figure>[0-9][0-9,]*(?:\.[0-9]+)?)\s*(?P<unit>{MONEY})(?![0-9]|の?(?:うち[^0-9]{{1,10}}分|内数))"
)  # 「総額33,000千円のうち本市分」 is of a whole of which the table has a part
_OF_ONE: Final = re.compile("月額|日額|年額|時給|単価|当たり|あたり|につき")
"""In front of a figure in words: it is the price of one, 「報酬は月額232,000円（前年度225,000円）」."""
_FIGURE: Final = re.compile(rf"(?<![0-9,.])[0-9][0-9,]*(?:{MONEY})?")
_QUOTED: Final = ">"  # before a line of an earlier letter
_LONGEST: Final = 60  # characters of a text that gives a total
_NEAR_BELOW: Final = 4  # rows below a total in which a figure belongs to its table
_PART: Final = Fraction(1, 20)  # of a total, from which on a figure may be what is asked for
_OF_OTHERS: Final = ("change", "rate", "unit_price", "quantity", "counted", "settled", "existing", "assessed")
_UNITS: Final = ("円", "千円", "百万円")


class Named(NamedTuple):
    """A figure outside of the tables that words name as a total: as it is written, with its own unit, "" for none."""

    row: int
    column: int
    label: str
    figure: Exact
    unit: str
    is_previous: bool


def asked_of_figures(
    grids: list[Grid], tables: list[Table], taken: Sequence[Table], year: FiscalYear, standard: Standard
) -> Iterator[Question]:
    """The question about each figure that names a total and is none of what was taken of the cost tables of a book."""
    if not taken:
        return
    whole = added((table.understood.sums for table in taken), len(YEARS))
    so_far = [
        set(accumulate(table.understood.sums[year] or 0 for table in taken)) for year in range(len(YEARS))
    ]
    known = tuple(figures_of_year(tables, year) | {whole[year], *so_far[year]} for year in range(len(YEARS)))
    units = {table.understood.unit for table in taken}
    for grid in grids:
        inside = {
            (row, column)
            for table in tables
            if table.understood.grid is grid
            for row in range(table.understood.headings.rows[0], table.understood.last_row + 1)
            for column in table.understood.headings.columns
        }
        for table in taken:
            if table.understood.grid is grid:
                yield from _below_total(table.understood, known[1], year, standard)
        if len(taken) > 1:
            yield from _asked_of_rest(grid, inside, taken, standard)
        for named in _named(grid, inside, year, standard):
            figures = known[0] if named.is_previous else known[0] | known[1]
            if not is_known(Written(named.figure, named.unit), figures, units):
                yield _question(grid, named, whole[0 if named.is_previous else 1])


def _asked_of_rest(
    grid: Grid, inside: set[tuple[int, int]], taken: Sequence[Table], standard: Standard
) -> Iterator[Question]:
    """Yield a question for each table that may be income: a rest beside the tables is the amount of the others less its own (「差引一般財源　19,200千円」)."""
    rests = rest_labels(standard)
    sums = [Fraction(table.understood.sums[1] or 0) for table in taken]
    for row in grid.rows:
        outside = " ".join(
            grid.text(row, column) for column in grid.columns(row) if (row, column) not in inside
        )
        text = compact(outside)
        figures = _FIGURE.finditer(text) if any(word in text for word in rests) else ()
        for rest in filter(None, (parse_written(found[0]) for found in figures)):
            for table, own in zip(taken, sums, strict=True):
                if own and is_known(rest, {sum(sums) - 2 * own}, {table.understood.unit}):
                    yield asked_of_cell(
                        table.understood.grid,
                        table.understood.first_cell,
                        "tab",
                        phrase(
                            "「{text}」は、ほかの表の額からこの表の額を引いた額です。経費として足しました。",
                            text=cut(outside, 30),
                        ),
                        phrase("経費の表"),
                        (phrase("収入の表"),),
                        phrase("この表は収入の表かもしれません。"),
                    )
                    return


def _below_total(
    table: Understood, known: set[Exact | None], year: FiscalYear, standard: Standard
) -> Iterator[Question]:
    """The question about a figure below the total of a table that may be what is asked for: 「うち県負担（1/2）」."""
    grid, column, whole = table.grid, table.year_columns[1] or 0, table.total[1]
    below: list[tuple[int, str, Fraction]] = []
    for row in range(table.last_row + 1, table.last_row + 1 + _NEAR_BELOW) if whole else ():
        label = next(
            (text for of in table.headings.columns if of < column and (text := grid.text(row, of))), ""
        )
        figure = year_figures(grid, row, table.year_columns, table.headings.units, table.unit)[1]
        if not label or figure is None or grid.is_taken(row, column):
            break
        below.append((row, label, Fraction(figure)))
    if not below or sum(figure for *_, figure in below) == whole:
        return  # what the costs are paid from
    words = standard.workbook_reading
    classes = tuple(standard.word_tables.object_class_names)
    of_sources = {*words.source_rows, *words.source_titles, *fund_labels(standard)}
    for row, label, figure in below:
        if calling(label, standard) or any(word in label for word in words.rows.not_counted):
            continue  # a total that is named, a part that is said again
        said = label_of(label, year, standard)
        is_other = said.kind in _OF_OTHERS or not said.may_be_of(year.year)
        is_source = any(word in compact(label) for word in of_sources)
        if compact(label).endswith(classes):
            continue  # 「うち委託料」 is a part of the costs
        if (
            not is_other
            and not is_source
            and whole
            and figure not in known
            and _PART * whole < abs(figure) < 2 * whole
        ):
            named = Named(row, column, label, figure / 1_000, "千円", is_previous=False)
            yield _question(grid, named, whole)
            return


def figures_of_year(tables: Sequence[Table], index: int) -> set[Exact | None]:
    """The figures of a year that stand in the rows of the tables, and what their lines give, 円."""
    found: set[Exact | None] = set()
    for table in tables:
        found |= {row.figures[index] for row in table.understood.rows}
        found |= {table.understood.sums[index], table.understood.total[index]}
    return found - {None}


def is_known(found: Written, figures: set[Exact | None], units: set[str]) -> bool:
    """Whether a figure, in its own unit or else in a usual one, is one of some figures, 円, rounded."""
    for unit in (found.unit,) if found.unit else (*units, *_UNITS):
        own, step = Fraction(in_yen(found._replace(unit=""), unit)), Fraction(in_yen(Written(1, ""), unit))
        if any(figure is not None and abs(Fraction(figure) - own) < step for figure in figures):
            return True
    return False


def _named(grid: Grid, inside: set[tuple[int, int]], year: FiscalYear, standard: Standard) -> Iterator[Named]:
    for row in grid.rows:
        columns = [column for column in grid.columns(row) if (row, column) not in inside]
        for column in columns:
            text = half_width(grid.text(row, column))
            is_quoted = text.startswith(_QUOTED)
            if not is_quoted and not grid.is_number(row, column) and parse_written(text) is None:
                for match in _figures_in(text, standard):
                    label = match["label"].strip().removesuffix("は" if "。" in text else "")
                    if _OF_ONE.search(match.string, 0, match.start("figure")):
                        continue
                    if (is_previous := _names_total(label, year, standard)) is not None:
                        figure = parse_written(match["figure"])
                        if figure is not None:
                            yield Named(row, column, label, figure.number, match["unit"], is_previous)
        numbers = [column for column in columns if written(grid, row, column) is not None]
        numbers = [
            column
            for column in numbers
            if not grid.is_taken(row, column)
            and not any(
                written(grid, row + step, column) is not None and (row + step, column) not in inside
                for step in (-1, 1)
            )
        ]  # others are of a list
        if not numbers:
            continue
        column = numbers[0]
        label = next((grid.text(row, before) for before in reversed(columns) if before < column), "")
        figure = written(grid, row, column)
        if figure is not None and (is_previous := _names_total(label, year, standard)) is not None:
            behind = unit_alone(grid.text(row, column + grid.span(row, column)))
            unit = figure.unit or (behind if behind.endswith("円") else "")
            yield Named(row, column, label, figure.number, unit, is_previous)


def _figures_in(text: str, standard: Standard) -> Iterator[re.Match[str]]:
    """The figures in the words of a short text, and of each sentence that says what is asked for; none of what was asked for before."""
    past = standard.workbook_reading.past_requests
    for sentence in text.split("。"):
        is_past = any(word in sentence for word in past)
        if len(sentence) <= _LONGEST and ("。" not in text or (asks(sentence, standard) and not is_past)):
            yield from _IN_WORDS.finditer(sentence)


def _names_total(text: str, year: FiscalYear, standard: Standard) -> bool | None:
    """Whether words name a total of last year; False for this year's, None where they name none of the two."""
    label = label_of(text, year, standard)
    is_total = calling(text, standard) == "total" or compact(text) == compact(standard.words.expense)
    offset = label.offset(year.year)
    if not (
        label.kind == "request"
        or (label.kind in ("budget", "amount", "year") and offset is not None)
        or is_total
    ):
        return None
    return None if offset not in (None, 0, -1) else offset == -1


def _question(grid: Grid, named: Named, whole: Exact | None) -> Question:
    what = phrase("前年度の計") if named.is_previous else phrase("計")
    return asked_of_cell(
        grid,
        (named.row, named.column),
        "value",
        phrase(
            "表の外に「{label} {figure}{unit}」とありますが、取り込んだ表の{what}{whole}千円と合いません。表の額で読みました。",
            label=cut(named.label, 30),
            figure=format_exact(Fraction(named.figure)),
            unit=named.unit,
            what=what,
            whole=plain(whole or 0),
        ),
        phrase("表の額"),
        (phrase("表の外の額"),),
        phrase("表の行にも計にも、この額がありません。"),
        "previous" if named.is_previous else "amount",
    )
