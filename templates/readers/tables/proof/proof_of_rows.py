"""The rows of a table at the end of its understanding: those that may be no lines, and lines whose names are none, are asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from model.language import phrase
from templates.readers.labels import compact, request_labels, source_labels
from templates.readers.reading import cut
from templates.readers.tables.calling import calling, is_proposal
from templates.readers.tables.question import Question
from templates.readers.tables.sums import RowKind
from templates.readers.tables.understood import FoundRow, RawTable, Understood

_NEAR: Final = (
    Fraction(85, 100),
    Fraction(115, 100),
)  # of the sum of the other lines: a total with a mistake in it
_LEAST: Final = 3  # lines from which on one may be the sum of the others


def questions_of_rows(table: Understood, raw: RawTable) -> Iterator[Question]:
    """What is asked of the rows of a table."""
    return _Rows(table, raw).questions()


def question_of_names(table: Understood, nameless: Sequence[tuple[int, str]]) -> Question:
    """The question of lines whose names are blank, or no words."""
    (row, text), columns = nameless[0], table.of("text")
    column = columns[0] if columns else 0
    return Question(
        "value",
        table.grid.where(row, column),
        phrase(
            "{count}行の名前が言葉ではありません（「{text}」）。そのまま読みました。",
            count=len(nameless),
            text=cut(text, 30),
        ),
        phrase("そのまま"),
        (),
        phrase("内容の列に、行の名前になる言葉がありません。"),
        row=row,
        column=column,
    )


class _Rows:
    def __init__(self, table: Understood, raw: RawTable) -> None:
        self._table, self._raw, self._grid = table, raw, table.grid
        self._amount = table.year_columns[1]
        self._lines = [row for row in table.rows if row.summed.kind == "line"]

    def questions(self) -> Iterator[Question]:
        """Ask of rows that may be no lines, and of lines whose names are none."""
        if self._amount is None:
            return
        decided = self._raw.choices.kinds
        is_proven = self._table.total[1] is not None and self._table.total == self._table.sums
        for found, sentence, evidence in (
            *self._more_than_asked(),
            *self._perhaps_sums(is_proven),
            *self._near_sums(is_proven),
            *self._after_the_whole(is_proven),
            *self._sources(is_proven),
            *self._proposals(is_proven),
        ):
            if found.row not in decided:
                yield self._row_question(found, sentence, evidence)
                break

    def _near_sums(self, is_proven: bool) -> Iterator[tuple[FoundRow, str, str]]:
        """The first or the last line, where its figure is nearly the sum of all the others, or last year's is it: a total with a mistake in it."""
        lines = [
            (row, figure)
            for row in self._lines
            if not row.summed.depth and (figure := row.figures[1]) is not None
        ]
        if is_proven or len(lines) <= _LEAST:
            return
        whole = sum(Fraction(figure) for _, figure in lines)
        has_total = any(row.summed.kind == "total" for row in self._table.rows)
        for row, figure in lines[-1:] if has_total else (lines[-1], lines[0]):
            rest = whole - figure
            before = row.figures[0]
            others = [other.figures[0] for other, _ in lines if other is not row and other.figures[0]]
            is_sum_of_last_year = bool(before) and len(others) > 1 and sum(map(Fraction, others)) == before
            if is_sum_of_last_year or (rest > 0 and _NEAR[0] * rest <= figure <= _NEAR[1] * rest):
                yield (
                    row,
                    phrase(
                        "「{label}」の額は、ほかの行の和に近い額です。経費の行として足しました。",
                        label=cut(row.label, 30),
                    ),
                    phrase("計の行で、額が上の行の和と違うのかもしれません。"),
                )

    def _more_than_asked(self) -> Iterator[tuple[FoundRow, str, str]]:
        """The total where labour cost is in it, or a sum above it is called what is asked for: トータルコスト, 「要求額」 beside 事業費計."""
        standard = self._raw.around.standard
        asked = request_labels(standard)
        total = next((row for row in self._table.rows if row.summed.kind == "total"), None)
        if total is None:
            return
        named = [
            row
            for row in self._table.rows
            if row.summed.kind == "subtotal"
            and any(
                compact(self._grid.text(row.row, column)) in asked for column in self._table.headings.columns
            )
        ]
        if named or compact(standard.words.total_cost) in compact(total.label):
            yield (
                total,
                phrase(
                    "「{label}」には、要求額ではないもの（人件費など）も入っているようです。すべて経費の行として足しました。",
                    label=cut(total.label, 30),
                ),
                phrase("計の名前か、小計の横の言葉が、要求額は一部だけだと言っています。"),
            )

    def _perhaps_sums(self, is_proven: bool) -> Iterator[tuple[FoundRow, str, str]]:
        """The last line, where its words end like those of a sum, and no total proves that it is none."""
        if not is_proven and self._lines and self._called(self._lines[-1]) == "perhaps":
            yield (
                self._lines[-1],
                phrase(
                    "「{label}」の行は、計の行かもしれません。経費の行として足しました。",
                    label=cut(self._lines[-1].label, 30),
                ),
                phrase("名前は計のようですが、額は上の行の和ではありません。"),
            )

    def _after_the_whole(self, is_proven: bool) -> Iterator[tuple[FoundRow, str, str]]:
        """The line that stands behind a sum of all lines above it, where no total follows."""
        if is_proven or self._table.total[1] is not None:
            return
        sums = [index for index, row in enumerate(self._table.rows) if row.summed.kind == "subtotal"]
        if len(sums) != 1:
            return
        found = self._table.rows[sums[0]]
        behind = [row for row in self._table.rows[sums[0] + 1 :] if row.summed.kind == "line"]
        if behind and self._called(found) != "subtotal":
            yield (
                behind[0],
                phrase(
                    "「{label}」の行は、上の行すべての和の下にあります。経費の行として足しました。",
                    label=cut(behind[0].label, 30),
                ),
                phrase("下に計の行がなく、要求額に入るかどうか分かりません。"),
            )

    def _called(self, found: FoundRow) -> str:
        standard = self._raw.around.standard
        texts = (self._grid.text(found.row, column) for column in self._table.headings.columns)
        return next((said for text in texts if (said := calling(text, standard))), "")

    def _sources(self, is_proven: bool) -> Iterator[tuple[FoundRow, str, str]]:
        """The first line that is named after a source of funds, among costs that no total proves."""
        if is_proven:
            return
        standard = self._raw.around.standard
        sources = source_labels(standard)
        rests = set(map(compact, standard.workbook_reading.rest_rows))
        named = [row for row in self._lines if compact(row.label).strip("()うち") in sources]
        if named and any(compact(row.label).strip("()うち") in rests for row in named):
            yield (
                named[0],
                phrase(
                    "「{label}」の行は財源のようです。経費の行として足しました。",
                    label=cut(named[0].label, 30),
                ),
                phrase("財源の名前の行が、経費の行と並んでいます。"),
            )

    def _proposals(self, is_proven: bool) -> Iterator[tuple[FoundRow, str, str]]:
        """The second of the lines that are each called one of several choices (A案, B案), where no total adds them up."""
        if is_proven:
            return
        standard, columns = self._raw.around.standard, self._table.headings.columns
        found: dict[str, FoundRow] = {}
        for row in self._lines:
            for text in (self._grid.text(row.row, column) for column in columns):
                if is_proposal(text, standard, is_row=True):
                    found.setdefault(compact(text), row)
        if len(found) > 1:
            second = list(found.values())[1]
            yield (
                second,
                phrase(
                    "「{label}」の行は、いくつかの案のうちの一つのようです。経費の行として足しました。",
                    label=cut(second.label, 30),
                ),
                phrase("案の名前の行が並んでいて、足した額の計がありません。"),
            )

    def _row_question(self, found: FoundRow, sentence: str, evidence: str) -> Question:
        answers: tuple[RowKind, ...] = ("line", "left_out") if found.summed.kind == "line" else ()
        return Question(
            "row", self._grid.where(found.row), sentence, phrase("経費の行") if answers else phrase("すべて足す"), (phrase("除く"),) if answers else (), evidence,
            row=found.row, column=self._table.headings.columns[0], answers=answers,
        )  # fmt: skip
