"""The rows of a table at the end of its understanding: those that may be no lines, and lines whose names are none, are asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Final

from model.language import phrase
from model.request.place import YEARS
from model.values.amount import Exact, in_yen
from templates.readers.labels import compact, request_labels, rest_labels, source_labels
from templates.readers.reading import cut
from templates.readers.tables.calling import calling, is_proposal
from templates.readers.tables.columns.calculations import worked_out
from templates.readers.tables.columns.units import amounts_written
from templates.readers.tables.question import Question, asked_of_cell
from templates.readers.tables.understood import FoundRow, RawTable, Understood

_NEAR: Final = (Fraction(85, 100), Fraction(115, 100))
"""Of the sum of the other lines, where a figure may be a total with a mistake in it."""
_LEAST: Final = 3  # lines from which on one may be the sum of the others


def questions_of_rows(table: Understood) -> Iterator[Question]:
    """The question of the first row that may be no line, of those that no person decided."""
    if table.year_columns[1] is None:
        return
    rows = _Rows(table)
    for find, sentence, evidence in _DOUBTS:
        for found in find(rows):
            if found.row not in table.raw.choices.kinds:
                yield _question(table.raw, found, sentence, evidence)
                return


def question_of_names(table: Understood, nameless: Sequence[tuple[int, str]]) -> Question:
    """The question of lines whose names are blank, or no words."""
    (row, text), columns = nameless[0], table.of("text")
    return asked_of_cell(
        table.grid,
        (row, columns[0] if columns else 0),
        "value",
        phrase(
            "{count}行の名前が言葉ではありません（「{text}」）。そのまま読みました。",
            count=len(nameless),
            text=cut(text, 30),
        ),
        phrase("そのまま"),
        evidence=phrase("内容の列に、行の名前になる言葉がありません。"),
    )


def _question(raw: RawTable, found: FoundRow, sentence: str, evidence: str) -> Question:
    """The question whether a line is one; of a total, which only can be confirmed, whether all of it is asked for."""
    question = raw.asked_of_row(found.row, found.label, sentence, evidence, ("line", "left_out"))
    if found.summed.kind == "line":
        return question
    return question._replace(assumed=phrase("すべて足す"), alternatives=(), answers=())


class _Rows:
    """Finds the rows that may be no lines."""

    def __init__(self, table: Understood) -> None:
        self._table, self._grid, self._standard = table, table.grid, table.raw.around.standard
        self._lines = table.of_kind("line")
        carried = table.of_kind("carried")  # 次頁へ繰越, which ends a page
        self._is_proven = (
            (table.total[1] is not None and table.total == table.sums)
            or any(row.figures == table.sums for row in carried)
            or self._says_the_sums()
        )

    def _says_the_sums(self) -> bool:
        """Whether another row says the sums of both years: 「要求額　23,460千円（前年度　24,110千円）」."""
        wanted = {figure for figure in self._table.sums if figure}
        inside = {row.row for row in self._table.rows}
        said: dict[int, set[int | Fraction]] = {}
        for row, amount in amounts_written(self._grid) if len(wanted) == len(YEARS) else ():
            if row not in inside:
                said.setdefault(row, set()).add(in_yen(amount))
        return any(wanted <= amounts for amounts in said.values())

    def _texts(self, found: FoundRow) -> list[str]:
        return [self._grid.text(found.row, column) for column in self._table.headings.columns]

    def _called(self, found: FoundRow) -> str:
        return next((said for text in self._texts(found) if (said := calling(text, self._standard))), "")

    def more_than_asked(self) -> list[FoundRow]:
        """The total where labour cost is in it, or a sum above it is called what is asked for: トータルコスト, 「要求額」 beside 事業費計."""
        asked = request_labels(self._standard)
        named = any(
            compact(text) in asked for row in self._table.of_kind("subtotal") for text in self._texts(row)
        )
        word = compact(self._standard.words.total_cost)
        totals = self._table.of_kind("total")[:1]
        return [total for total in totals if named or word in compact(total.label)]

    def perhaps_sums(self) -> list[FoundRow]:
        """The last line, where its words end like those of a sum, and no total proves that it is none."""
        lines = [] if self._is_proven else self._lines[-1:]
        return [line for line in lines if self._called(line) == "perhaps"]

    def near_sums(self) -> Iterator[FoundRow]:
        """The first or the last line, where its figure is nearly the sum of all the others, or last year's is it: a total with a mistake in it."""
        lines = [
            (row, figure)
            for row in self._lines
            if not row.summed.depth and (figure := row.figures[1]) is not None
        ]
        if self._is_proven or len(lines) <= _LEAST:
            return
        whole = sum(Fraction(figure) for _, figure in lines)
        has_total = bool(self._table.of_kind("total"))
        for row, figure in lines[-1:] if has_total else (lines[-1], lines[0]):
            rest, before = whole - figure, row.figures[0]
            others = [other.figures[0] for other, _ in lines if other is not row and other.figures[0]]
            is_sum_of_last_year = bool(before) and len(others) > 1 and sum(map(Fraction, others)) == before
            is_near = rest > 0 and _NEAR[0] * rest <= figure <= _NEAR[1] * rest
            if (is_sum_of_last_year or is_near) and not self._is_worked_out(row, figure):
                yield row

    def _is_worked_out(self, row: FoundRow, figure: Exact) -> bool:
        """Whether a calculation in a row gives its figure, 円: 「20万円×150戸」."""
        return any(worked_out(text) == Fraction(figure) / 1_000 for text in self._texts(row))

    def after_the_whole(self) -> list[FoundRow]:
        """The line that stands behind a sum of all lines above it, where no total follows."""
        sums = self._table.of_kind("subtotal")
        if self._table.total[1] is not None or len(sums) != 1 or self._called(sums[0]) == "subtotal":
            return []
        return [line for line in self._lines if line.row > sums[0].row][:1]

    def sources(self) -> list[FoundRow]:
        """The first line that is named after a source of funds, among costs that no total proves."""
        if self._is_proven:
            return []
        sources = source_labels(self._standard)
        rests = rest_labels(self._standard)
        named = [
            (name, row) for row in self._lines if (name := compact(row.label).strip("()うち")) in sources
        ]
        return [row for _, row in named[:1]] if any(name in rests for name, _ in named) else []

    def proposals(self) -> list[FoundRow]:
        """The second of the lines that are each called one of several choices (A案, B案), where no total adds them up."""
        found: dict[str, FoundRow] = {}
        for row in () if self._is_proven else self._lines:
            for text in self._texts(row):
                if is_proposal(text, self._standard, is_row=True):
                    found.setdefault(compact(text), row)
        return list(found.values())[1:2]


_DOUBTS: Final[tuple[tuple[Callable[[_Rows], Iterable[FoundRow]], str, str], ...]] = (
    (
        _Rows.more_than_asked,
        phrase("「{label}」には、要求額ではないもの（人件費など）も入っているようです。すべて経費の行として足しました。"),
        phrase("計の名前か、小計の横の言葉が、要求額は一部だけだと言っています。"),
    ),
    (
        _Rows.perhaps_sums,
        phrase("「{label}」の行は、計の行かもしれません。経費の行として足しました。"),
        phrase("名前は計のようですが、額は上の行の和ではありません。"),
    ),
    (
        _Rows.near_sums,
        phrase("「{label}」の額は、ほかの行の和に近い額です。経費の行として足しました。"),
        phrase("計の行で、額が上の行の和と違うのかもしれません。"),
    ),
    (
        _Rows.after_the_whole,
        phrase("「{label}」の行は、上の行すべての和の下にあります。経費の行として足しました。"),
        phrase("下に計の行がなく、要求額に入るかどうか分かりません。"),
    ),
    (
        _Rows.sources,
        phrase("「{label}」の行は財源のようです。経費の行として足しました。"),
        phrase("財源の名前の行が、経費の行と並んでいます。"),
    ),
    (
        _Rows.proposals,
        phrase("「{label}」の行は、いくつかの案のうちの一つのようです。経費の行として足しました。"),
        phrase("案の名前の行が並んでいて、足した額の計がありません。"),
    ),
)  # fmt: skip
"""The rows that may be no lines, what is asked of the first of them, and why."""
