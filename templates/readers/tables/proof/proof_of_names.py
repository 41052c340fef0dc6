"""The names of the lines of a table: what its headings or its words alone say names them, or it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from model.language import phrase
from templates.readers.labels import compact
from templates.readers.tables.cell_amount import is_name, is_nothing, written
from templates.readers.tables.columns.columns import clean
from templates.readers.tables.columns.units import unit_alone
from templates.readers.tables.question import Question
from templates.readers.tables.understood import RawTable, Understood

_LEAST: Final = 2  # lines from which on words in each of them may be their names
_LONGEST: Final = 20  # characters of words that may be a name


def questions_of_names(table: Understood, raw: RawTable) -> Iterator[Question]:
    """The question where another column may name the lines as well as the one that was taken."""
    if len(table.of("text")) == 1 and "text" not in raw.choices.roles.values():
        yield from _Names(table, raw).questions()


class _Names:
    def __init__(self, table: Understood, raw: RawTable) -> None:
        self._table, self._raw, self._grid = table, raw, raw.grid
        self._words = raw.around.standard.workbook_reading
        (self._own,) = table.of("text")
        self._lines = [row.row for row in table.rows if row.summed.kind == "line" and any(row.figures)]

    def questions(self) -> Iterator[Question]:
        """The question of the column that names the lines; none where nothing else may."""
        first = min((column for column in self._table.year_columns if column), default=0)
        rivals = [
            column for column in self._table.headings.columns if column < first and self._may_name(column)
        ]
        if len(self._lines) < _LEAST or not rivals:
            return
        row = self._raw.heading_row(self._own)
        names = [self._name(column) for column in (self._own, *rivals)]
        yield Question(
            "column",
            self._grid.where(row, self._own),
            phrase(
                "行の名前になる列が{count}つあり、決められません。{names}を内容として読みました。",
                count=len(names),
                names=names[0],
            ),
            names[0],
            tuple(names[1:]),
            phrase("どちらの列にも、行の名前になる言葉があります。"),
            "text",
            row,
            self._own,
            (self._own, *rivals),
        )

    def _may_name(self, column: int) -> bool:
        """Whether a column may name the lines: in words of its own in each, or where the one that was taken is blank."""
        label = self._raw.labels.get(column)
        if column == self._own or self._table.roles.get(column) != "other":
            return False
        if label is not None and label.kind not in ("", "text"):
            return False
        own, texts = self._texts(self._own), self._texts(column)
        is_behind = any(year and year < self._own for year in self._table.year_columns)
        is_own_headed = self._raw.names_lines(self._own) and len(set(own)) == len(own) and not is_behind
        if is_own_headed and self._raw.heading(column) in self._words.headings_of_groups:
            return False
        own_label = self._raw.labels.get(self._own)
        names = tuple(map(compact, self._words.labels["header/name"]))
        if own_label is not None and own_label.kind in ("remark", "basis") and label is not None:
            return label.kind == "text" and all(texts) and not self._raw.heading(column).endswith(names)
        if own_label is None and column == self._own - 1 and label is not None and all(texts):
            return True  # the name may go on in the column without a heading
        if not self._raw.names_lines(self._own) and any(
            not name and _is_words(text) for name, text in zip(own, texts, strict=True)
        ):
            return True
        if not self._names_each(column, texts):
            return False
        return (
            not is_own_headed or self._raw.names_lines(column) or (label is None and column == self._own + 1)
        )

    def _texts(self, column: int) -> list[str]:
        return [self._grid.text(row, column) for row in self._lines]

    def _names_each(self, column: int, texts: list[str]) -> bool:
        """Whether a column has words in each line, other words in most."""
        counted = sum(any(sign.isdecimal() for sign in text) for text in texts)  # 「2人×70日」, 「10,000部」
        return (
            3 * len(set(texts)) >= 2 * len(texts)
            and 3 * counted <= len(texts)
            and not set(texts) <= set(self._words.statuses)
            and all(
                _is_words(text) and written(self._grid, row, column) is None
                for row, text in zip(self._lines, texts, strict=True)
            )
        )

    def _name(self, column: int) -> str:
        label = self._raw.labels.get(column)
        where = self._grid.where(self._raw.heading_row(column), column)
        return f"「{clean(label.text)}」" if label else phrase("見出しのない列（{where}）", where=where)


def _is_words(text: str) -> bool:
    return is_name(text) and 1 < len(text) <= _LONGEST and not is_nothing(text) and not unit_alone(text)
