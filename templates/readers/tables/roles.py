"""What each column of a table holds: the amounts of the years, chosen among those that claim them; what is not proven is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from model.language import phrase
from model.request.place import YEARS, Year
from model.values.amount import Exact
from templates.readers.tables.columns.columns import (
    OF_REQUEST,
    Claims,
    Role,
    claims,
    names_of,
    simple_role,
    strongest_first,
)
from templates.readers.tables.columns.years import year_in_heading
from templates.readers.tables.name_columns import with_names
from templates.readers.tables.question import Question, asked_of_cell
from templates.readers.tables.understood import RawTable

TITLES: Final[Mapping[Year, str]] = {"amount": "要求額", "previous": "前年度"}


def roles_of(table: RawTable, body: Sequence[int]) -> tuple[dict[int, Role], list[Question]]:
    """What each column of a table with these rows holds, and what is asked of it."""
    years = _Years(table, body)
    found = with_names(table, years.find(), body)
    found.update({column: role for column, role in table.choices.roles.items() if column in found})
    return found, years.questions


class _Years:
    """Finds the columns of the two years."""

    def __init__(self, table: RawTable, body: Sequence[int]) -> None:
        self._table, self._labels = table, table.labels
        self._year = table.around.year.year if table.around.year else None
        self._relations = table.relations(body)
        self._found = {column: simple_role(table.labels.get(column)) for column in table.headings.columns}
        self.questions: list[Question] = []

    def find(self) -> dict[int, Role]:
        """The roles by headings and arithmetic; a column of words is not known yet where its heading does not say it."""
        amounts, before = self._claims()
        if not any(strength >= OF_REQUEST for strength in amounts.values()):
            self._find_named_alike()
        if not self._of("amount"):
            self._choose("amount", amounts)
        self._choose("previous", before)
        if not self._of("previous"):
            self._find_previous()
        if not self._of("amount"):
            self._find_amount()
        self._find_finer()
        return self._found

    def _of(self, role: Role) -> list[int]:
        return [column for column, own in self._found.items() if own == role]

    def _claims(self) -> tuple[Claims, Claims]:
        """What claims to be a year's amount: of last year's those first that say 当初, of this year's what is asked again."""
        table = self._table
        amounts, before = claims(self._labels, self._year)
        initial = table.around.standard.workbook_reading.initial
        for column in before:
            before[column] += any(word in table.heading(column) for word in initial)
        if table.asks_again:
            order = sorted(amounts, key=lambda column: not table.is_asked_again(column))
            amounts = {column: len(order) - place for place, column in enumerate(order)}
        return amounts, strongest_first(before)

    def _choose(self, part: Year, strengths: Claims) -> None:
        """Take the column that claims a year most strongly; ask where words and arithmetic do not decide it."""
        claimed = [column for column in strengths if self._found.get(column) == "other"]
        if not claimed:
            return
        labels, strength = self._labels, strengths[claimed[0]]
        says_no_year = not labels[claimed[0]].is_dated
        standing = any(label.kind == "existing" for label in labels.values())
        if part == "previous" and says_no_year and standing and self._table.is_supplementary:
            return  # 当初予算額 of the year that 補正 is asked in, beside its 現計予算額
        shown = [column for column in claimed if column not in self._table.grid.sheet.hidden_columns]
        if shown and strengths[shown[0]] == strength:
            claimed = shown  # of equal ones, what the section shows
        pairs = self._relations.differences
        proven = {getattr(pair, part) for pair in pairs}
        best = [column for column in claimed if strengths[column] == strength]
        best = [column for column in best if not self._table.heading(column).startswith("うち")] or best
        best = list(self._relations.whole_of(best, proven))
        column = best[0]
        self._found[column] = part
        others = [column for column in claimed if column in proven]
        if len(best) > 1:
            sentence = phrase(
                "{title}の列の候補が{count}つあり、決められません。{taken}を{title}として読みました。"
            )
            evidence = phrase("見出しの言葉でも計算でも区別できません。")
            self._ask(part, best, sentence, evidence, names_of(best, labels))
        elif not strength and column not in proven and self._table.is_supplementary:
            if not self._is_decided(part):
                self.questions.append(self._undated(column, part))
        elif part == "amount" and others and column not in {*proven, *(pair.previous for pair in pairs)}:
            sentence = phrase(
                "見出しでは{taken}が{title}ですが、表の増減は{other}から計算されています。{taken}を{title}として読みました。"
            )
            evidence = phrase("増減の列が{names}と合います。", names=self._table.name_of(others[0]))
            self._ask(part, [column, others[0]], sentence, evidence)

    def _find_previous(self) -> None:
        """The previous year by arithmetic: the one column from which 要求額 differs by 増減, if its heading names nothing else."""
        labels, relations = self._labels, self._relations
        amounts = self._of("amount")
        before = {
            pair.previous
            for pair in relations.differences
            if pair.amount in amounts and self._may_be_previous(pair.previous)
        }
        standing = [
            column for column, label in labels.items() if label == (label.text, None, None, "existing")
        ]
        if (
            not before
            and amounts
            and len(standing) == 1
            and standing[0] in relations.figures
            and not self._table.is_supplementary
            and (labels[amounts[0]].kind == "request" or labels[amounts[0]].relative == 0)
            and relations.is_alike(standing[0], amounts[0])
            and relations.figures[standing[0]][-1]
        ):
            before = set(standing)  # 現計 beside what is asked for, with a total of its own
        before = before or {column for column in labels if self._says_the_same(column, amounts)}
        if len(before) == 1:
            self._found[before.pop()] = "previous"

    def _find_named_alike(self) -> None:
        """This year's amounts where the only other column of the same heading is said to be last year's: 「県費」, 「前年度県費」."""
        pairs = [
            (column, before)
            for before in self._labels
            for column, label in self._labels.items()
            if not label.is_dated and self._table.heading(column) == self._words_of_last_year(before)
        ]
        if len(pairs) == 1:
            self._found |= dict(zip(pairs[0], ("amount", "previous"), strict=True))

    def _says_the_same(self, column: int, amounts: Sequence[int]) -> bool:
        """Whether a heading is that of the amounts, but for its year: 「県負担（要求額）」, 「前年度県負担」."""
        words = self._words_of_last_year(column)
        return bool(words) and any(words in self._table.heading(amount) for amount in amounts)

    def _words_of_last_year(self, column: int) -> str:
        """The words of a heading of last year that names no known kind of figures, without its year; "" for any other."""
        label = self._labels[column]
        if label.offset(self._year) != -1 or label.kind or self._found.get(column) != "other":
            return ""
        words = year_in_heading(label.text, self._table.around.year).rest
        for word in self._table.around.standard.workbook_reading.reference_titles:
            words = words.replace(f"({word})", "")  # 「(参考)R7県補助金」
        return words if len(words) > 1 else ""

    def _may_be_previous(self, column: int) -> bool:
        """Whether the heading of a column names no other year, and no other figures."""
        label = self._labels.get(column)
        if label is None:
            return True
        offset = label.offset(self._year)
        if label.kind == "assessed":
            return offset == -1  # 「令和7年度交付決定額」, from which 増減 is reckoned
        return offset in (None, -1) and label.kind in ("", "amount", "budget", "request", "existing")

    def _find_amount(self) -> None:
        """This year's amount where no heading names it: the sum of the columns beside it, or what 増減 is reckoned from; else asked."""
        relations, before = self._relations, self._of("previous")
        parts = {part for column in relations.figures for part in relations.parts_of(column)}
        unnamed = [
            column
            for column in relations.figures
            if self._found.get(column) == "other"
            and column not in parts
            and (label := self._labels.get(column)) is not None
            and not label.kind
            and label.may_be_of(self._year)
        ]
        proven = {pair.amount for pair in relations.differences if pair.previous in before}
        sums = [column for column in unnamed if column in proven or relations.parts_of(column)]
        if len(sums) == 1:
            self._found[sums[0]] = "amount"
        elif unnamed and before:
            self._found[unnamed[0]] = "amount"
            sentence = phrase("要求額の列が見出しからは決められません。{taken}を要求額として読みました。")
            evidence = phrase("前年度の額はありますが、要求額の見出しがありません。")
            self._ask("amount", unnamed, sentence, evidence)

    def _find_finer(self) -> None:
        """The amounts of the rows, where the column that claims them holds the whole alone: 本年度 of a 目 beside 節 and 金額."""
        figures = self._relations.figures
        wholes = [_only(figures[column]) for column in self._of("amount") if column in figures]
        finer = [
            column
            for column in self._of("other")
            if wholes and wholes[-1] is not None and _adds_up(figures.get(column, ()), wholes[-1])
        ]
        if len(finer) != 1:
            return
        for column in self._of("previous"):
            if column in figures:
                question = asked_of_cell(
                    self._table.grid,
                    self._table.heading_cell(column),
                    "value",
                    phrase("前年度の額は表全体のものだけで、行ごとの額がありません。空欄のまま読みました。"),
                    phrase("空欄"),
                    evidence=phrase("要求額には行ごとの額の列があります。"),
                    field="previous",
                )
                self.questions.append(question)
        self._found |= {column: "number" for column, role in self._found.items() if role in YEARS}
        self._found[finer[0]] = "amount"

    def _ask(
        self, part: Year, columns: Sequence[int], sentence: str, evidence: str, names: Sequence[str] = ()
    ) -> None:
        """Ask which of some columns holds a year's amount, unless a person decided it; the first is what was assumed."""
        if not self._is_decided(part):
            question = self._table.choice(columns, part, sentence, evidence, names=names, title=TITLES[part])
            self.questions.append(question)

    def _is_decided(self, part: Year) -> bool:
        return part in self._table.choices.roles.values()

    def _undated(self, column: int, part: Year) -> Question:
        """The question whether a heading without a year names the budget before the request."""
        name, title, cell = self._table.name_of(column), TITLES[part], self._table.heading_cell(column)
        return asked_of_cell(
            self._table.grid,
            cell,
            "column",
            phrase(
                "{name}の列には年度がありません。要求額の前の予算とみて、{titles}として読みました。",
                name=name,
                titles=title,
            ),
            title,
            (phrase("備考"),),
            phrase("見出しに年度がなく、計算でも確かめられません。"),
            part,
            (part, "other"),
        )


def _only(figures: Sequence[Exact | None]) -> Exact | None:
    """The one figure of a column, which its total may repeat; None where it holds others, or none."""
    given = {figure for figure in figures if figure is not None}
    return given.pop() if len(given) == 1 else None


def _adds_up(figures: Sequence[Exact | None], whole: Exact) -> bool:
    """Whether several figures of a column, without its total, come to a whole."""
    given = [figure for figure in figures if figure is not None]
    if len(given) > 2 and given[-1] == whole:
        given.pop()
    return len(given) > 1 and sum(given) == whole and whole not in given
