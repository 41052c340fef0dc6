"""Which column of a table names its lines: by its heading, else by the words that stand in each of its rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from math import inf
from typing import Final

from model.request.place import YEARS
from model.values.amount import half_width
from templates.readers.labels import compact
from templates.readers.tables.calling import calling
from templates.readers.tables.cell_amount import is_name, written
from templates.readers.tables.columns.columns import Role
from templates.readers.tables.columns.units import unit_alone
from templates.readers.tables.understood import RawTable

_BEFORE: Final = "(?:延べ?|約|各|全|計|年間?|月)?"
_COUNTS: Final = re.compile(  # 「延べ2,050時間」, 「3人・2回」; what stands between two numbers is not tried in other ways
    rf"{_BEFORE}(?:[0-9][0-9,.]*+(?!号|期|丁目|次|番)(?>[^0-9,.]{{1,3}}(?:\Z|[・、/×]?{_BEFORE}(?=[0-9]))))+"
)
_SIZES: Final = re.compile(  # 「ほ場6ha」, 「学生20人」: what there is of it, behind a few words
    r"[^0-9]{0,6}[0-9][0-9,.]*+(?!号|期|丁目|次|番|型)[^0-9,.]{1,3}"
)
_WORDS_BEFORE: Final = re.compile(r"[^0-9０-９@＠×\s　]{2,}(?=[\s　:：@＠]|\Z)")
_FIGURES: Final = (*YEARS, "change", "unit_price", "quantity")
_MAY_NAME: Final = ("text", "other", "object_class")


def with_names(table: RawTable, found: dict[int, Role], body: Sequence[int]) -> dict[int, Role]:
    """The roles of the columns, the years' among them, with that of 内容: one column, or several that name each row in one of them."""
    return _Names(table, found, body).with_names()


class _Names:
    def __init__(self, table: RawTable, found: dict[int, Role], body: Sequence[int]) -> None:
        self._table, self._grid, self._found, self._every = table, table.grid, found, body
        self._standard = table.around.standard
        self._years = [column for column, role in found.items() if role in YEARS]
        self._end = min(self._years, default=0)
        filled = [
            row
            for row in body
            if any(self._grid.text(row, year) or self._grid.is_missing(row, year) for year in self._years)
        ]
        self._body = filled or body
        self._callings = {row: self._callings_in(row) for row in body}
        self._lines = [row for row in self._body if not self._is_called(row)]
        named = [row for row in self._body if not self._callings[row]] or self._body
        self._texts = {
            column: [text for row in named if (text := self._words(row, column))]
            for column, role in found.items()
            if role not in _FIGURES
        }

    # --- rows and cells ---

    def _words(self, row: int, column: int) -> str:
        """The text of a cell where it may be a name: no figure, no calculation, no unit, and no word of a total."""
        text = self._grid.text(row, column)
        may_name = (
            is_name(text)
            and written(self._grid, row, column) is None
            and calling(text, self._standard) in ("", "perhaps")
            and not _is_calculation(half_width(text))
            and not unit_alone(text)
        )
        return text if may_name else ""

    def _callings_in(self, row: int) -> set[str]:
        """What the words of a row call it, where they call it a sum of others."""
        texts = (self._grid.text(row, column) for column in self._table.headings.columns)
        return {called for text in texts if (called := calling(text, self._standard))}

    def _is_called(self, row: int) -> bool:
        """Whether the words of a row say plainly that it is a sum; a row without words is none of a line either."""
        return bool(self._callings[row] - {"perhaps"}) or all(
            written(self._grid, row, column) is not None
            for column in self._table.headings.columns
            if self._grid.text(row, column)
        )

    def _has_amount(self, row: int) -> bool:
        return any(written(self._grid, row, year) for year in self._years)

    def _of(self, *roles: Role) -> list[int]:
        return [column for column, role in self._found.items() if role in roles]

    def _distinct(self, column: int) -> int:
        """How many different names stand in a column."""
        return len(set(self._texts[column]))

    def _is_of_words(self, column: int) -> bool:
        """Whether at least half of the filled cells of a column may be names."""
        filled = sum(bool(self._grid.text(row, column)) for row in self._body)
        return len(self._texts[column]) * 2 >= max(filled, 1)

    # --- columns ---

    def _stairs(self) -> list[int]:
        """The columns before the amounts that name each row in one of them, further right the deeper it is; none where they do not."""
        grid = self._grid
        named = [
            column
            for column in self._of(*_MAY_NAME)
            if column < self._end and any(grid.text(row, column) for row in self._every)
        ]
        of_rows = {row: [column for column in named if grid.text(row, column)] for row in self._every}
        if len(named) < 2 or any(
            len(columns) != 1 or grid.is_number(row, columns[0]) for row, columns in of_rows.items()
        ):
            return []
        lines = [columns[0] for row, columns in of_rows.items() if not self._is_called(row)]
        is_deeper = lines[:1] == named[:1] != lines[-1:]
        return named if is_deeper and set(lines) == set(named) else []

    def with_names(self) -> dict[int, Role]:
        """The roles with the columns that are stairs, else with one column of names; of several the one that has most words."""
        if stairs := self._stairs():
            return self._found | dict.fromkeys(stairs, "text")
        headed = self._headed()
        if not headed:
            return self._found | dict.fromkeys(self._named_by_others(), "text")
        best = self._best(headed)
        explaining: tuple[int, ...] = ()
        if before := self._named_before(best):
            headed.append(before)
            explaining, best = (best,) if best < self._end else (), before
        self._found |= dict.fromkeys((*self._of("text"), *headed), "other")
        self._found |= dict.fromkeys(explaining, "remark")
        key = max(self._of("object_class"), key=self._distinct, default=best)
        if finer := self._finer(best):
            best = finer
        elif self._is_common(best) and self._distinct(key) > self._distinct(best):
            label = self._table.labels.get(best)
            self._found[best] = "remark" if label is None or label.kind else "other"
            best = key  # 節 names each line, and 内容 explains some, or all of them are of one 事業
        return self._found | {best: "text"}

    def _headed(self) -> list[int]:
        """The columns that may hold the names: those that are headed so, else one with words in each line, else all of words."""
        statuses = set(self._standard.workbook_reading.statuses)
        headed = [column for column in self._of("text") if not statuses.issuperset(self._texts[column])]
        if not headed and (whole := self._whole()):
            headed = [whole]
        headed = headed or [column for column in self._of("other") if self._is_of_words(column)]
        known = self._standard.word_tables.head_labels
        before = [
            column
            for column, label in self._table.labels.items()
            if headed
            and column < min(headed)
            and self._found.get(column) == "other"
            and (label.kind, label.year, label.relative) == ("", None, None)
            and (compact(label.text) not in known or min(headed) > self._end)
            and len(self._texts[column]) == self._distinct(column) >= len(self._lines) > 1
        ]
        # 「業務」 before 内容, or 「区分」 before the amounts and 内容 behind, which names each line apart.
        headed += before[:1]
        if any(map(self._says_how_many, headed)):
            unnamed = [column for column in self._of("other") if column not in self._table.labels]
            every = [column for column in (*headed, *unnamed) if not self._says_how_many(column)]
            headed = [column for column in every if self._distinct(column) >= len(self._lines)] or headed
        of_classes = [column for column in headed if self._names_classes(column)]
        rest = [column for column in headed if column not in of_classes]
        if rest and min(map(self._distinct, rest)) >= len(self._lines):
            self._found |= dict.fromkeys(of_classes, "object_class")  # 科目 beside what is bought
            return rest
        return headed

    def _says_how_many(self, column: int) -> bool:
        """Whether words of a column say how many there are of what another names (「延べ620件」), or most how much."""
        texts = list(map(compact, self._texts[column]))
        sizes = [text for text in texts if _SIZES.fullmatch(text)]
        return any(map(_COUNTS.fullmatch, texts)) or len(sizes) * 2 > len(texts)

    def _names_classes(self, column: int) -> bool:
        """Whether the words of a column are all names of 節, whole or begun (使用料)."""
        classes = self._standard.word_tables.object_class_names
        words = {compact(text).replace("、", "") for text in self._texts[column]}
        return len(words) > 1 and all(
            any(name.startswith(word) for name in classes) for word in words if word
        )

    def _best(self, headed: Sequence[int]) -> int:
        """The column that names most lines apart, or one behind it that goes on where it is blank."""
        statuses = set(self._standard.workbook_reading.statuses)
        classes = self._standard.word_tables.object_class_names
        best = max(
            headed,
            key=lambda column: (
                not statuses.issuperset(self._texts[column]),
                self._distinct(column),
                len(self._texts[column]),
                column < self._end,  # what stands behind the amounts explains
                self._table.names_lines(column) or self._found[column] != "text",
                not all(compact(text).replace("、", "") in classes for text in self._texts[column]),
                -column,
            ),
        )
        beside = [
            column
            for column in (index + 1 for index in headed)
            if self._found.get(column) == "other"
            and column not in self._table.labels
            and len(self._texts[column]) > len(self._texts[column - 1])
        ]  # below a heading that is merged over both, which a page does not say
        for column in (*headed, *beside):
            if column > best and self._goes_on(best, column):
                best = column
        return best

    def _goes_on(self, column: int, finer: int) -> bool:
        """Whether a column stands beside another in some rows, and alone in others."""
        beside = {bool(self._grid.text(row, column)) for row in self._body if self._grid.text(row, finer)}
        return beside == {True, False}

    def _named_before(self, best: int) -> int:
        """The column before the amounts that names each, where other words go on below: 説明 behind them, or what 節 is made up of; 0 for none."""
        grid = self._grid
        filled = [row for row in self._every if self._has_amount(row)]
        below = [row for row in self._every if grid.text(row, best) and not self._has_amount(row)]
        if not below or (best < self._end and not self._is_made_up(filled, below)):
            return 0
        named = [
            column
            for column in self._of(*_MAY_NAME)
            if column < self._end
            and all(is_name(grid.text(row, column)) for row in filled)
            and (best > self._end or not any(grid.text(row, column) for row in below))
        ]
        return max(named, default=0)

    def _is_made_up(self, filled: Sequence[int], below: Sequence[int]) -> bool:
        """Whether each amount is that of all rows down to the next: its cell is merged over them, or figures beside them add up to it."""
        grid, year = self._grid, max(self._years, key=lambda column: self._found[column] == "amount")
        spans = grid.sheet.row_spans
        if all(any(row + spans.get((row, year), 1) > under > row for row in filled) for under in below):
            return True
        lines = [row for row in filled if not self._is_called(row)]
        groups = [
            [row for row in (first, *below) if first <= row < end]
            for first, end in zip(lines, [*lines[1:], inf], strict=False)
        ]
        return bool(groups) and any(
            all(self._sum(column, group) == self._sum(year, group[:1]) for group in groups)
            for column in self._found
            if column not in self._years
        )

    def _sum(self, column: int, rows: Sequence[int]) -> Fraction:
        """What the figures of a column come to in some rows."""
        figures = (written(self._grid, row, column) for row in rows)
        return sum((Fraction(figure.number) for figure in figures if figure), Fraction())

    def _whole(self) -> int:
        """The column before the amounts that has words of its own in each line, where headings name none; 0 for none."""
        whole = [
            column
            for column in self._of("other", "remark", "basis", "object_class")
            if column < self._end
            and not self._says_why(column)
            and len(self._texts[column]) >= len(self._lines) > 0
        ]
        return max(
            whole,
            key=lambda column: (self._distinct(column), self._found[column] != "object_class", -column),
            default=0,
        )

    def _finer(self, best: int) -> int:
        """The column beside the names, before the amounts, that names lines which they do not; 0 for none."""
        texts = self._texts
        blank = [row for row in self._lines if not self._grid.text(row, best)]
        classes = self._of("object_class")
        if blank and all(any(self._grid.text(row, column) for column in classes) for row in blank):
            return 0  # 節 without 細節 are named by it
        finer = [
            column
            for column in self._of("other", "basis", "remark")
            if best < column < self._end
            and len(texts[column]) >= len(texts[best])
            and (
                any(self._grid.text(row, column) in texts[column] for row in blank)
                or self._distinct(best) == 1 < self._distinct(column) - (self._found[column] == "remark")
            )
        ]
        return min(finer, default=0) or self._named_in_calculations(best)

    def _named_in_calculations(self, best: int) -> int:
        """The column of 積算 whose words before the figures name each line apart, where one of 節 does not: 「審査員　20千円×6人」; 0 for none."""
        if not self._names_classes(best) or self._distinct(best) >= len(self._lines):
            return 0
        for column in self._of("basis"):
            begins = [_WORDS_BEFORE.match(self._grid.text(row, column)) for row in self._lines]
            if len({begin[0] for begin in begins if begin}) == len(self._lines) and best < column < self._end:
                self._found[best] = "object_class"
                return column
        return 0

    def _is_common(self, column: int) -> bool:
        """Whether a row with an amount has no words in a column, or all have the same."""
        is_blank = any(not self._grid.text(row, column) and self._has_amount(row) for row in self._body)
        return is_blank or self._distinct(column) == 1

    def _named_by_others(self) -> list[int]:
        """The column of 備考, 積算 or 節 that names the lines where no other does: with words in most of them, else in any."""
        rows = sum(map(self._has_amount, self._body))
        words = {
            role: max(map(self._distinct, self._of(role)), default=0) for role in ("remark", "object_class")
        }
        of_roles: tuple[tuple[Role, int], ...] = (
            ("remark", rows // 2 if words["remark"] > words["object_class"] else rows * 2 // 3),
            ("basis", rows * 2 // 3),
            ("object_class", 1),
            ("remark", 1),
            ("basis", 1),
        )
        return [
            column
            for role, least in of_roles
            for column in self._of(role)
            if not (least > 1 and self._says_why(column))
            and len(self._texts[column]) >= max(least, 1)
            and self._is_of_words(column)
        ][:1]

    def _says_why(self, column: int) -> bool:
        """Whether the words of a column are reasons, and no names: 「補正の理由」."""
        whys = self._standard.workbook_reading.headings_of_reasons
        return self._table.heading(column).endswith(tuple(whys))


def _is_calculation(text: str) -> bool:
    """Whether a text multiplies: 「2人×70日」, 「@3,600円」."""
    if "×" not in text and "@" not in text:
        return False
    digits = [index for index, letter in enumerate(text) if letter.isdecimal()]
    return text.startswith("@") or any(sign in text[digits[0] : digits[-1]] for sign in "×@" if digits)
