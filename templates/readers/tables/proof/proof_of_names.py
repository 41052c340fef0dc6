"""The names of the lines of a table: what its headings or its words alone say names them, or it is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from model.language import phrase
from model.values.amount import half_width, parse_written
from templates.readers.labels import compact
from templates.readers.tables.cell_amount import is_name, is_nothing, written
from templates.readers.tables.columns.units import unit_alone
from templates.readers.tables.question import Question
from templates.readers.tables.understood import Understood

_LEAST: Final = 2  # lines from which on words in each of them may be their names
_COUNTED: Final = re.compile(
    r"[0-9](?:人|名|件|個|回|箇所|か所|台|日|月|か月|部|枚|本|式|組|校|戸|世帯|時間|m|㎡|ha|km|年|週|円|千円|%|点|棟|基|冊|紙|誌)|[×@*＠~～]|^[0-9,.]+$"
)  # 「2人×70日」, 「10,000部」
_WORD: Final = re.compile("[\u4e00-\u9fff]")  # 「橋」; no mark (○, A)
_LONGEST: Final = 20  # characters of words that may be a name


def questions_of_names(table: Understood) -> Iterator[Question]:
    """The question where another column may name the lines as well as the one that was taken."""
    if len(table.of("text")) == 1 and "text" not in table.raw.choices.roles.values():
        yield from _Names(table).questions()


def names_in_two(table: Understood) -> tuple[int, ...]:
    """The columns beside each other that name each line together, each with a heading (学校名, 修繕内容); none where they do not."""
    if len(table.of("text")) != 1 or table.raw.choices.roles:
        return ()
    return _Names(table).together()


class _Names:
    def __init__(self, table: Understood) -> None:
        raw = table.raw
        self._table, self._raw, self._grid = table, raw, raw.grid
        self._words = raw.around.standard.workbook_reading
        labels = self._words.labels
        self._subjects = {
            compact(word) for key in ("kan", "kou", "moku") for word in labels[f"header/subject_{key}"]
        }
        (self._own,) = table.of("text")
        self._lines = [row.row for row in table.of_kind("line") if any(row.figures)]
        self._names = self._texts(self._own)
        years = [column for column in table.year_columns if column]
        self._is_behind = any(year < self._own for year in years)
        self._end = len(table.headings.columns) + self._own if self._is_behind else min(years, default=0)
        classes = raw.around.standard.word_tables.object_class_names
        self._are_classes = all(compact(name) in classes for name in self._names)
        self._is_headed = raw.names_lines(self._own) and len(set(self._names)) == len(self._names)

    def together(self) -> tuple[int, ...]:
        """The column of names and those beside it that may be it as well, where each has a heading and words in each line."""
        columns = tuple(sorted((self._own, *(self._rivals() or self._explained()))))
        has_words = all(
            column in self._raw.labels and all(map(_is_words, self._texts(column))) for column in columns
        )
        is_before = not self._is_behind and columns[-1] < self._end
        is_one_of_several = len(columns) > 1 and (is_before or len(columns) == columns[-1] - columns[0] + 1)
        return columns if is_one_of_several and has_words else ()

    def _rivals(self) -> list[int]:
        if len(self._lines) < _LEAST:
            return []
        return [column for column in self._table.headings.columns if self._may_name(column)]

    def _explained(self) -> list[int]:
        """The column just behind that of 細節 which says in each line, otherwise in each, what of it is bought: 「消耗品費｜証明用紙」."""
        column, words = self._own + 1, self._words.headings_of_groups
        texts = self._texts(column)
        is_full = self._table.roles.get(column) == "remark" and self._names_each(texts)
        is_of_all = len(self._lines) >= _LEAST and len(set(texts)) == len(texts)
        return [column] if is_full and is_of_all and self._raw.heading(self._own) in words else []

    def questions(self) -> Iterator[Question]:
        """The question of the column that names the lines; none where nothing else may."""
        if rivals := self._rivals():
            sentence = phrase(
                "行の名前になる列が{count}つあり、決められません。{taken}を内容として読みました。"
            )
            evidence = phrase("どちらの列にも、行の名前になる言葉があります。")
            yield self._raw.choice((self._own, *rivals), "text", sentence, evidence)

    def _may_name(self, column: int) -> bool:
        """Whether a column may name the lines: in words of its own in each, or where the one that was taken is blank."""
        own, role = self._raw.labels.get(self._own), self._table.roles.get(column)
        is_unnamed = own is None or (not own.kind and not self._raw.names_lines(self._own))
        is_explained = role != "other" and not (
            (role in ("remark", "basis") and own is None and not self._are_classes)
            or (role == "object_class" and is_unnamed)
        )
        if column == self._own or column >= self._end or is_explained:
            return False
        texts, label = self._texts(column), self._raw.labels.get(column)
        if set(texts) <= set(self._words.statuses) or self._raw.heading(column) in self._subjects:
            return False  # 継続, 新規; 款, 項, 目
        counted = sum(_COUNTED.search(half_width(text)) is not None for text in texts)
        if 3 * counted > len(texts) and all(self._names) and len(set(self._names)) == len(self._names):
            return False  # how much of what the other column names
        if label is not None and label.kind not in ("", "text", "remark", "basis", "object_class"):
            if any(written(self._grid, row, column) is not None for row in self._lines):
                return False
            label = None  # a title over words
        if own is not None and own.kind in ("remark", "basis") and label is not None:
            names, is_full = (
                tuple(map(compact, self._words.labels["header/name"])),
                all(map(_is_words, texts)),
            )
            return label.kind == "text" and is_full and not self._raw.heading(column).endswith(names)
        if own is None and column == self._own - 1 and label is not None and all(map(is_name, texts)):
            return True  # the name may go on in the column without a heading
        goes_on = any(not name and _is_words(text) for name, text in zip(self._names, texts, strict=True))
        if goes_on and not self._raw.names_lines(self._own):
            return True
        is_group = own is None or self._raw.heading(self._own) in self._words.headings_of_groups
        is_half = is_group and 2 * sum(map(_is_words, texts)) >= len(texts) == len(set(texts))
        if is_half and self._raw.names_lines(column) and not self._raw.names_lines(self._own):
            return True
        is_named = self._raw.names_lines(column) or (label is None and column == self._own + 1)
        return self._names_each(texts) and (not self._is_headed or is_named)

    def _texts(self, column: int) -> list[str]:
        return [self._grid.text(row, column) for row in self._lines]

    def _names_each(self, texts: list[str]) -> bool:
        """Whether a column has words in each line, as many other ones as the one that was taken, or other words in most."""
        counted = sum(_COUNTED.search(half_width(text)) is not None for text in texts)
        return (
            (3 * len(set(texts)) >= 2 * len(texts) or len(set(texts)) >= len(set(self._names)) > 1)
            and 3 * counted <= len(texts)
            and all(_is_words(text) and parse_written(text) is None for text in texts)
        )


def _is_words(text: str) -> bool:
    is_long = len(text) > 1 or _WORD.fullmatch(text) is not None
    return (
        is_name(text) and is_long and len(text) <= _LONGEST and not is_nothing(text) and not unit_alone(text)
    )
