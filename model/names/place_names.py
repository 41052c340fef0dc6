"""A place in words that a person finds it by: 「所要経費 ＞ 「通信運搬費」の金額」.

The labels of fields are those of ``model/names/fields``; the rows and columns of the tables are named as the form names
them, lines and tables by their own words, cut short.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, cast

from model.names.fields import ROWS, label_of
from model.request.lines import lines_in
from model.request.place import EXPENSE, GENERAL, Place
from model.request.request import FundingRowKey, Request, SheetRow
from model.standard.standard import Standard
from model.totals.ledger import name_of as commitment_name

_LONGEST: Final = 30
_NAMELESS: Final = "内容が空欄の行"
_YEARS: Final[Mapping[str, str]] = {"amount": "要求額", "previous": "前年度予算額"}
_SIDES: Final[Mapping[str, str]] = {"before": "変更前の", "after": "変更後の"}
SECTIONS: Final[Mapping[str, str]] = {
    "header": "基本情報",
    "contact": "基本情報",
    "headcount": "トータルコスト",
    "cost": "トータルコスト",
    "request": "事業費",
    "component": "事業費",
    "funding_words": "事業費",
    "assessment": "査定",
    "section": "本文",
    "group": "所要経費",
    "line": "所要経費",
    "price": "単価",
    "commitment": "債務負担行為",
    "owed": "債務負担行為",
    "continuing": "継続費",
    "annual": "継続費",
    "funding": "財源内訳",
    "term": "財源の根拠",
    "cut": "減額の内訳",
    "table": "本文",
    "column": "本文",
    "cell": "本文",
}
"""The part of the sheet that a place belongs to, by the first word of the place."""


def short(text: str) -> str:
    """A name on one line; a long one ends in 「…」."""
    text = text.replace("\n", "")
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


class PlaceNames:
    """Names the places of one request."""

    def __init__(self, request: Request, standard: Standard) -> None:
        form = self._form = standard.form_of(request)
        sources = (*standard.funding_sources, *standard.sources_of(form))
        self._columns = {source.key: source.label for source in sources}
        self._columns |= {EXPENSE: standard.words.expense, GENERAL: form.general}
        self._standard = standard
        # those of other years have a name, too
        staff = (*standard.staff_categories, *standard.staff_columns(form))
        self._staff = {category.key: category.label for category in staff}
        self._lines = {line.id: line.text for line in lines_in(request)}
        self._groups = {group.id: group.title for group in request.groups}
        self._sections = {section.id: section.heading for section in request.sections}
        owed = {commitment.id: commitment_name(request, commitment) for commitment in request.commitments}
        self._parts = {
            "group": self._groups,
            "section": self._sections,
            "commitment": owed,
            "continuing": {expense.id: expense.name for expense in request.continuing},
            "term": {term.id: term.name for term in request.funding_terms},
            "cut": {cut.id: self._lines.get(cut.line, "") for cut in request.cuts},
            "table": {table.id: table.title for table in request.tables},
        }
        self._years = {
            row.id: (owed[commitment.id], row.year)
            for commitment in request.commitments
            for row in (*commitment.years, *commitment.granted)
        } | {row.id: (expense.name, row.year) for expense in request.continuing for row in expense.years}
        self._columns_of_tables = {
            column.id: (table.title, column.heading) for table in request.tables for column in table.columns
        }
        self._rows_of_tables = {row.id: table.row_name(row) for table in request.tables for row in table.rows}

    def where(self, place: Place) -> str:
        """The part of the sheet and the name of a place: 「所要経費 ＞ 「通信運搬費」の要求額」."""
        section = SECTIONS.get(place.partition("/")[0])
        return f"{section} ＞ {self.name_of(place)}" if section else self.name_of(place)

    def name_of(self, place: Place) -> str:
        """A place in words: 「「集約センター経費」の要求額」."""
        kind, _, rest = place.partition("/")
        part, _, field = rest.rpartition("/")
        match kind:
            case "line":
                label = _YEARS.get(field) or label_of(place)
                name = self.line_name(part)
                return _named(name, label) if name else f"{_NAMELESS}の{label}"
            case "group" | "section" | "commitment" | "continuing" | "term" | "cut" | "table":
                return _named(self._parts[kind].get(part, ""), label_of(place))
            case "headcount":
                return f"{self._cost_row(part)}の{self._staff.get(field, label_of(place))}"
            case "cost":
                return f"{self._cost_row(part)}の{label_of(place)}"
            case "funding":
                row = self._form.funding_label(cast(FundingRowKey, part)) or ROWS.get(part, part)
                return f"{row}の{self._columns.get(field, label_of(place))}"
            case "owed" | "annual":
                row, _, column = part.partition("/")
                name, year = self._years.get(row, ("", ""))
                source = self._columns.get(field) or self._standard.source_label(field)
                label = source if column else label_of(place)
                return _named(name, "の".join(filter(None, (year, _SIDES.get(column, "") + label))))
            case "column":
                title, heading = self._columns_of_tables.get(part, ("", ""))
                return _named(
                    title, _named(heading, f"列の{label_of(place)}" if heading else label_of(place))
                )
            case "cell":
                title, heading = self._columns_of_tables.get(field, ("", ""))
                row = self._rows_of_tables.get(part, "")
                return _named(title, _named(row, f"「{short(heading)}」" if heading else label_of(place)))
            case "price":
                return f"「{short(rest)}」の単価"
            case "unknown":
                return f"知らない項目「{short(field)}」"
            case "words":
                return "様式の言葉"
        return label_of(place)

    def _cost_row(self, row: str) -> str:
        """A row of the total-cost table, named plainly where the form does not have it."""
        return self._form.cost_label(cast(SheetRow, row)) or ROWS.get(row, row)

    def line_name(self, line_id: str) -> str:
        """The 内容 of a line, short."""
        return short(self._lines.get(line_id, ""))

    def part_name(self, part: str) -> str:
        """A section or a table, short."""
        if part in self._sections:
            return f"項目「{short(self._sections[part])}」"
        return f"表「{self.group_name(part)}」"

    def group_name(self, group_id: str) -> str:
        """The title of a table, short."""
        return short(self._groups.get(group_id, ""))


def _named(name: str, label: str) -> str:
    """A label with the name of what it belongs to, where that has one."""
    name = short(name)
    return f"「{name}」の{label}" if name else label
