"""What each column of a table holds, chosen among those that claim it; what is not proven is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from model.language import phrase
from model.request.place import YEARS, Year
from model.values.amount import Exact, half_width
from templates.readers.labels import compact
from templates.readers.tables.calling import calling
from templates.readers.tables.cell_amount import is_name, written
from templates.readers.tables.columns.columns import (
    Claim,
    Role,
    chosen,
    claims,
    clean,
    simple_role,
)
from templates.readers.tables.columns.relations import Relations
from templates.readers.tables.columns.units import unit_alone
from templates.readers.tables.question import Question
from templates.readers.tables.understood import RawTable

_NO_WORDS: Final = re.compile(r"[0-9.,/:%()△▲+-]*")  # 「103.8%」, 「08」
_FIGURES: Final = (*YEARS, "change", "unit_price", "quantity")
TITLES: Final = {"amount": "要求額", "previous": "前年度"}


def roles_of(table: RawTable, body: Sequence[int]) -> tuple[dict[int, Role], list[Question]]:
    """What each column holds, and what is asked of it.

    Args:
        table: the table.
        body: its rows.
    """
    return _Roles(table).find(body)


def _only(relations: Relations, column: int) -> Exact | None:
    """The one figure of a column, which its total may repeat; None where it holds others, or none."""
    figures = {figure for figure in relations.figures.get(column, ()) if figure is not None}
    return figures.pop() if len(figures) == 1 else None


def _adds_up(figures: Sequence[Exact | None], whole: Exact | None) -> bool:
    """Whether several figures of a column, without its total, come to a whole."""
    given = [figure for figure in figures if figure is not None]
    if len(given) > 2 and given[-1] == whole:
        given.pop()
    return len(given) > 1 and sum(given) == whole and whole not in given


class _Roles:
    def __init__(self, table: RawTable) -> None:
        self._table = table
        self._questions: list[Question] = []

    def find(self, body: Sequence[int]) -> tuple[dict[int, Role], list[Question]]:
        grid, labels = self._table.grid, self._table.labels
        year = self._table.around.year.year if self._table.around.year else None
        amounts, before = claims(labels, year)
        initial = self._table.around.standard.workbook_reading.initial
        before = [
            claim._replace(
                strength=claim.strength + any(word in self._table.heading(claim.column) for word in initial)
            )
            for claim in before
        ]
        before.sort(key=lambda claim: -claim.strength)
        if self._table.asks_again:
            amounts.sort(key=lambda claim: not self._table.is_asked_again(claim.column))
            amounts = [claim._replace(strength=len(amounts) - place) for place, claim in enumerate(amounts)]

        def of_kind(kind: str) -> list[int]:
            return [column for column, label in labels.items() if label.kind == kind]

        relations = Relations(
            self._table.figures(body),
            changes=of_kind("change"),
            prices=of_kind("unit_price"),
            counts=of_kind("quantity"),
            rates=self._table.rates(body),
        )

        def where(column: int) -> str:
            return grid.where(self._table.heading_row(column), column)

        found: dict[int, Role] = {}
        for column in self._table.headings.columns:
            found[column] = simple_role(labels.get(column))
        of_years: tuple[tuple[Year, list[Claim]], ...] = (("amount", amounts), ("previous", before))
        for part, all_claims in of_years:
            claimed = [claim for claim in all_claims if found.get(claim.column) == "other"]
            shown = [claim for claim in claimed if claim.column not in grid.sheet.hidden_columns]
            if shown and shown[0].strength == claimed[0].strength:
                claimed = shown  # of equal ones, what the section shows
            best, question = chosen(
                claimed, relations, part, labels, where, TITLES, is_supplementary=self._table.is_supplementary
            )
            if best is not None:
                found[best] = part
            if question is not None and best is not None and part not in self._table.choices.roles.values():
                self._questions.append(question._replace(row=self._table.heading_row(best), column=best))
        if "previous" not in found.values():
            self._find_previous(found, relations, year)
        if "amount" not in found.values():
            self._find_amount(found, relations, year)
        self._find_finer(found, relations)
        self._find_words(found, body)
        found.update({column: role for column, role in self._table.choices.roles.items() if column in found})
        return found, self._questions

    def _find_finer(self, found: dict[int, Role], relations: Relations) -> None:
        """The amounts of the rows, where the column that claims them holds the whole alone: 本年度 of a 目 beside 節 and 金額."""
        whole = {role: _only(relations, column) for column, role in found.items() if role in YEARS}
        if whole.get("amount") is None:
            return
        finer = [
            column
            for column, figures in relations.figures.items()
            if found.get(column) == "other" and _adds_up(figures, whole["amount"])
        ]
        if len(finer) != 1:
            return
        for column, role in list(found.items()):
            if role == "previous" and column in relations.figures:
                row = self._table.heading_row(column)
                self._questions.append(
                    Question(
                        "value",
                        self._table.grid.where(row, column),
                        phrase(
                            "前年度の額は表全体のものだけで、行ごとの額がありません。空欄のまま読みました。"
                        ),
                        phrase("空欄"),
                        (),
                        phrase("要求額には行ごとの額の列があります。"),
                        "previous",
                        row=row,
                        column=column,
                    )
                )
            if role in YEARS:
                found[column] = "number"
        found[finer[0]] = "amount"

    def _find_previous(self, found: dict[int, Role], relations: Relations, year: int | None) -> None:
        """The previous year by arithmetic: the one column from which 要求額 differs by 増減, if its heading names nothing else."""
        labels = self._table.labels
        before = {
            pair.previous
            for pair in relations.differences
            if found.get(pair.amount) == "amount"
            and (
                (label := labels.get(pair.previous)) is None
                or (
                    label.kind in ("", "amount", "budget", "request", "existing")
                    and (label.year is None or year is None or label.year == year - 1)
                    and label.relative in (None, -1)
                )
            )
        }
        standing = [
            column for column, label in labels.items() if label == (label.text, None, None, "existing")
        ]
        if not before and len(standing) == 1 and not self._table.is_supplementary:
            amount = next((column for column, role in found.items() if role == "amount"), None)
            if (
                amount is not None
                and (labels[amount].kind == "request" or labels[amount].relative == 0)
                and relations.is_alike(standing[0], amount)
                and relations.figures[standing[0]][-1]
            ):
                before = set(standing)  # 現計 beside what is asked for, with a total of its own
        if len(before) == 1:
            found[before.pop()] = "previous"

    def _find_amount(self, found: dict[int, Role], relations: Relations, year: int | None) -> None:
        """This year's amount where no heading names it: the sum of the columns beside it, or what 増減 is reckoned from; else asked."""
        before = [column for column, role in found.items() if role == "previous"]
        unnamed = [
            column
            for column in self._unexplained(found, relations)
            if (label := self._table.labels.get(column)) is not None
            and label.year in (None, year)
            and not label.relative
        ]
        proven = {pair.amount for pair in relations.differences if pair.previous in before}
        sums = [column for column in unnamed if column in proven or relations.parts_of(column)]
        if len(sums) == 1:
            found[sums[0]] = "amount"
        elif unnamed and before:
            found[unnamed[0]] = "amount"
            self._ask(
                unnamed,
                "amount",
                phrase("要求額の列が見出しからは決められません。{column}を要求額として読みました。"),
                phrase("前年度の額はありますが、要求額の見出しがありません。"),
            )

    def _unexplained(self, found: dict[int, Role], relations: Relations) -> list[int]:
        """The columns of figures whose headings say nothing, that are no part of a sum."""
        parts = {part for column in relations.figures for part in relations.parts_of(column)}
        return [
            column
            for column in relations.figures
            if found.get(column) == "other"
            and column not in parts
            and (
                (label := self._table.labels.get(column)) is None
                or (not label.kind and label.relative in (None, 0, -1))
            )
        ]

    def _ask(self, columns: list[int], part: Year, sentence: str, evidence: str) -> None:
        if part in self._table.choices.roles.values():
            return
        labels = self._table.labels
        names = [
            f"「{clean(labels[column].text)}」" if column in labels else phrase("見出しのない列")
            for column in columns
        ]
        row = self._table.heading_row(columns[0])
        self._questions.append(
            Question(
                "column",
                self._table.grid.where(row, columns[0]),
                phrase(sentence, column=names[0]),
                names[0] if part == "amount" else "備考",
                tuple(names[1:]) if part == "amount" else ("前年度",),
                evidence,
                part,
                row=row,
                column=columns[0],
                answers=tuple(columns) if part == "amount" else (),
            )
        )

    def _find_words(self, found: dict[int, Role], body: Sequence[int]) -> None:
        """The column of 内容: of several that are headed so the one that has most words; where none is, one that has."""
        if stairs := self._stairs(found, body):
            found.update(dict.fromkeys(stairs, "text"))
            return
        years = [column for column, role in found.items() if role in YEARS]
        grid, every = self._table.grid, body
        body = [
            row for row in body if any(grid.text(row, year) or grid.is_missing(row, year) for year in years)
        ] or body
        lines = [row for row in body if not self._is_sum(row)] or body
        texts = {
            column: [
                text
                for row in lines
                if (text := grid.text(row, column))
                and not _NO_WORDS.fullmatch(compact(text))
                and written(grid, row, column) is None
                and calling(text, self._table.around.standard) in ("", "perhaps")
                and not _is_calculation(half_width(text))
                and not unit_alone(text)
            ]
            for column, role in found.items()
            if role not in _FIGURES
        }
        headed = [column for column, role in found.items() if role == "text"] or [
            column
            for column, role in found.items()
            if role == "other" and len(texts[column]) * 2 >= max(self._filled(column, body), 1)
        ]
        if whole := self._whole_names(found, texts, body):
            headed = [whole] if not any(found[column] == "text" for column in headed) else headed
        headed += self._names_before(headed, found, texts, body)
        classes = self._table.around.standard.object_class_names
        statuses = set(self._table.around.standard.workbook_reading.statuses)
        best = max(
            headed,
            key=lambda column: (
                not statuses.issuperset(texts[column]),
                len(set(texts[column])),
                len(texts[column]),
                self._table.names_lines(column) or found[column] != "text",
                not all(compact(text).replace("、", "") in classes for text in texts[column]),
                -column,
            ),
            default=None,
        )
        beside = [
            column
            for column in (index + 1 for index in headed)
            if found.get(column) == "other"
            and column not in self._table.labels
            and len(texts[column]) > len(texts[column - 1])
        ]  # below a heading that is merged over both, which a page does not say
        for column in (*headed, *beside):  # a finer one: it goes on where the one before it is blank
            if best is not None and column > best and self._goes_on(best, column, body):
                best = column
        if best is not None and (before := self._named_before(best, found, every)):
            headed.append(before)
            best = before
        if best is not None:
            found.update(dict.fromkeys(headed, "other"))
            keys = [column for column, role in found.items() if role == "object_class"]
            key = max(keys, key=lambda column: len(set(texts[column])), default=best)
            if finer := self._finer_names(best, found, texts, body):
                best = finer
            elif self._is_nameless(best, found, body) and len(set(texts[key])) > len(set(texts[best])):
                found[best], best = "remark", key  # 節 names each line, and 内容 explains some
            found[best] = "text"
            return
        rows = sum(
            any(written(self._table.grid, row, column) for column, role in found.items() if role in YEARS)
            for row in body
        )
        are_finer = self._are_finer("remark", "object_class", found, texts)
        for role, least in (
            ("remark", rows // 2 if are_finer else rows * 2 // 3),
            ("basis", rows * 2 // 3),
            ("object_class", 1),
            ("remark", 1),
            ("basis", 1),
        ):
            for column in self._table.headings.columns:
                if (
                    found[column] == role
                    and not (least > 1 and self._says_why(column))
                    and len(texts[column]) >= max(least, 1)
                    and len(texts[column]) * 2 >= self._filled(column, body)
                ):
                    found[column] = "text"
                    return

    def _named_before(self, behind: int, found: dict[int, Role], body: Sequence[int]) -> int:
        """The column before the amounts that names each, where words behind them go on below (説明 with its own figures); 0 for none."""
        grid = self._table.grid
        years = [column for column, role in found.items() if role in YEARS]
        filled = [row for row in body if any(written(grid, row, year) for year in years)]
        if not years or behind < min(years) or all(row in filled for row in body if grid.text(row, behind)):
            return 0
        named = [
            column
            for column, role in found.items()
            if column < min(years)
            and role in ("text", "other", "object_class")
            and all(is_name(grid.text(row, column)) for row in filled)
        ]
        return max(named, default=0)

    def _stairs(self, found: dict[int, Role], body: Sequence[int]) -> list[int]:
        """The columns before the amounts that name each row in one of them, further right the deeper it is; none where they do not."""
        grid = self._table.grid
        first = min((column for column, role in found.items() if role in YEARS), default=0)
        named = [
            column
            for column, role in found.items()
            if column < first and role in ("text", "other", "object_class")
            and any(grid.text(row, column) for row in body)
        ]  # fmt: skip
        rows = [[column for column in named if grid.text(row, column)] for row in body]
        if len(named) < 2 or any(
            len(columns) != 1 or grid.is_number(row, columns[0])
            for row, columns in zip(body, rows, strict=True)
        ):
            return []
        lines = [columns[0] for row, columns in zip(body, rows, strict=True) if not self._is_called(row)]
        steps = [named.index(column) for column in lines]
        is_deeper = all(below - above < 2 for above, below in pairwise([-1, *steps]))
        return named if is_deeper and set(lines) == set(named) and steps[-1:] != [0] else []

    def _names_before(
        self, headed: Sequence[int], found: dict[int, Role], texts: dict[int, list[str]], body: Sequence[int]
    ) -> list[int]:
        """The column before 内容 under other words that names each line apart: 「業務」; none where there is none."""
        known, rows = (
            self._table.around.standard.head_labels,
            [row for row in body if not self._is_called(row)],
        )
        return [
            column
            for column, label in self._table.labels.items()
            if headed and column < min(headed) and found.get(column) == "other"
            and not label.kind and label.year is label.relative is None and compact(label.text) not in known
            and len(texts[column]) == len(set(texts[column])) >= len(rows) > 1
            and len(set(texts[column])) >= max(len(set(texts[index])) for index in headed)
        ][:1]  # fmt: skip

    def _whole_names(self, found: dict[int, Role], texts: dict[int, list[str]], body: Sequence[int]) -> int:
        """The column before the amounts that has words of its own in each line, where headings name none; 0 for none."""
        first = min((column for column, role in found.items() if role in YEARS), default=0)
        rows = [row for row in body if not self._is_called(row)]
        whole = [
            column
            for column, role in found.items()
            if column < first and role in ("other", "remark", "basis", "object_class") and not self._says_why(column)
            and len(texts[column]) >= len(rows) > 0
        ]  # fmt: skip
        return max(
            whole,
            key=lambda column: (len(set(texts[column])), found[column] != "object_class", -column),
            default=0,
        )

    def _says_why(self, column: int) -> bool:
        """Whether the words of a column are reasons, and no names: 「補正の理由」."""
        whys = self._table.around.standard.workbook_reading.headings_of_reasons
        return self._table.heading(column).endswith(tuple(whys))

    def _finer_names(
        self, best: int, found: dict[int, Role], texts: dict[int, list[str]], body: Sequence[int]
    ) -> int:
        """The column beside the names, before the amounts, that names lines which they do not; 0 for none."""
        grid = self._table.grid
        first = min((column for column, role in found.items() if role in YEARS), default=0)
        blank = [row for row in body if not grid.text(row, best) and not self._is_called(row)]
        finer = [
            column
            for column in range(best + 1, first)
            if found.get(column) in ("other", "basis", "remark")
            and len(texts[column]) >= len(texts[best])
            and (
                any(grid.text(row, column) in texts[column] for row in blank)
                or len(set(texts[best])) == 1 < len(set(texts[column])) - (found[column] == "remark")
            )
        ]
        return finer[0] if finer else 0

    def _are_finer(
        self, role: Role, other: Role, found: dict[int, Role], texts: dict[int, list[str]]
    ) -> bool:
        """Whether the words of the columns of a role are more than those of another."""
        counts = [
            max((len(set(texts[column])) for column, own in found.items() if own == of), default=0)
            for of in (role, other)
        ]
        return counts[0] > counts[1]

    def _is_sum(self, row: int) -> bool:
        """Whether the words of a row call it a sum of others."""
        grid, standard = self._table.grid, self._table.around.standard
        texts = (grid.text(row, column) for column in self._table.headings.columns)
        return any(calling(text, standard) for text in texts if text)

    def _is_called(self, row: int) -> bool:
        """Whether the words of a row say that it is a sum; a row without words is none of a line either."""
        texts = [
            text
            for column in self._table.headings.columns
            if (text := self._table.grid.text(row, column)) and written(self._table.grid, row, column) is None
        ]
        standard = self._table.around.standard
        return not texts or any(calling(text, standard) not in ("", "perhaps") for text in texts)

    def _is_nameless(self, column: int, found: dict[int, Role], body: Sequence[int]) -> bool:
        """Whether a row with an amount has no words in a column."""
        years = [year for year, role in found.items() if role in YEARS]
        grid = self._table.grid
        return any(
            not grid.text(row, column) and any(written(grid, row, year) for year in years) for row in body
        )

    def _goes_on(self, column: int, finer: int, body: Sequence[int]) -> bool:
        below = [
            bool(self._table.grid.text(row, column)) for row in body if self._table.grid.text(row, finer)
        ]
        return any(below) and not all(below)

    def _filled(self, column: int, body: Sequence[int]) -> int:
        return sum(bool(self._table.grid.text(row, column)) for row in body)


def _is_calculation(text: str) -> bool:
    """Whether a text multiplies: 「2人×70日」, 「@3,600円」."""
    digits = [index for index, letter in enumerate(text) if letter.isdecimal()]
    return text.startswith("@") or any(sign in text[digits[0] : digits[-1]] for sign in "×@" if digits)
