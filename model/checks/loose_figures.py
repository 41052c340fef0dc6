"""Every amount, rate, number and year in the texts of a request: what it seems to mean, what it equals, what contradicts it.

For the list that a writer asks for. Findings come from the rules alone: what stands here without a contradiction may be right or of
something that the sheet does not have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import chain
from typing import Final, Literal, NamedTuple, TypeAlias

from model.checks.case import Case
from model.checks.claims.meant_figures import SaidFigure
from model.checks.claims.said_figures import figures_of, said_figures
from model.checks.texts import texts_beside_tables, texts_in_table
from model.claims.labels.sheet_labels import YEARS
from model.claims.quantities.quantities import Kind, quantities_in
from model.claims.texts.paragraphs import paragraphs, sentences
from model.figures.figures import Totals
from model.incremental.results import Results
from model.names.figure_outline import SheetFigure
from model.request import place
from model.request.linked_figure import LinkedFigure
from model.request.place import Place
from model.request.request import Request
from model.standard.standard import Standard
from model.totals.prices import NO_PRICES
from model.values.amount import half_width
from model.values.exact_number import parse_number
from model.values.fiscal_year import FiscalYear, Period, official, parse
from model.values.pattern import lazy_pattern

LooseKind: TypeAlias = Literal[Kind, "count", "year"]
_MOST: Final = 3  # figures that an amount is said to equal; of more, none is meant
_COUNT: Final = lazy_pattern(
    r"(?<![\d.,第])\d{1,3}(?:,\d{3})*\s?(?:[かカヶケヵ箇]所|団体|種類|言語|路線|[人名回台校件団館社者戸冊部枚本基棟頭種]|世帯|施設|事業|項目|会場|地区|市町村|つ)"
    r"(?![間目以])"
)
_SKIPPED: Final = ("contact/", "header/", "funding_words")
_WORDS_OF: Final[Mapping[str, str]] = {"previous": "の前年度予算額", "change": "の増減", "share": "の割合"}


class LooseFigure(NamedTuple):
    """A figure that a writer typed into a text.

    Attributes:
        where: the place of the text.
        start: where it begins in the text.
        end: where it ends.
        written: as it is written.
        kind: an amount, a rate, a number of times, of people or of things, a year.
        meant: the figure of the sheet that the words around it name; "" where they name none.
        equals: the figures of the sheet that have its value, three at most.
        contradicts: what the named figure is instead: 「要求額は 124,767千円」; "" where nothing contradicts it.
    """

    where: Place
    start: int
    end: int
    written: str
    kind: LooseKind
    meant: str = ""
    equals: tuple[str, ...] = ()
    contradicts: str = ""


def loose_figures(
    request: Request, totals: Totals, standard: Standard, results: Results | None = None
) -> tuple[LooseFigure, ...]:
    """The figures of all texts that are not linked, in the order of the sheet; not those of the head, of whom to ask, and of the words of 財源."""
    case = Case(request, totals, standard, NO_PRICES, Results() if results is None else results)
    said = {(said.where, said.start): said for said in said_figures(case) if said.claim.quantity is not None}
    known = _known(figures_of(case).values())
    links: dict[Place, list[LinkedFigure]] = {}
    for link in request.links:
        links.setdefault(link.place, []).append(link)
    texts = chain(texts_beside_tables(request), *(texts_in_table(group) for group in request.groups))
    units = {
        place.table_cell(row.id, column.id): column.unit.strip()
        for table in request.tables
        for column in table.columns
        for row in table.rows
    }
    return tuple(
        _explained(found, said.get((found.where, found.start)), known, totals.year)
        for where, text in texts
        if not where.startswith(_SKIPPED)
        for found in _in_text(where, text, units.get(where, ""))
        if not any(found.start < link.end and link.start < found.end for link in links.get(where, ()))
    )


def _in_text(where: Place, text: str, unit: str) -> Iterator[LooseFigure]:
    """The figures of a text in their order; of those that overlap the first kind: an amount has no number in it.

    A number alone in a cell is read with the unit that stands above its column.
    """
    longest = len(text)
    if unit and parse_number(text) is not None:
        text += unit
    for offset, paragraph in paragraphs(text):
        found: list[LooseFigure] = []
        for start, sentence in sentences(paragraph):
            begin = offset + start
            numbers: Iterator[tuple[int, int, LooseKind]] = chain(
                ((quantity.start, quantity.end, quantity.kind) for quantity in quantities_in(sentence)),
                ((match.start(), match.end(), "year") for match in YEARS.finditer(sentence)),
                ((match.start(), match.end(), "count") for match in _COUNT.finditer(sentence)),
            )
            for first, last, kind in numbers:
                if not any(begin + first < other.end and other.start < begin + last for other in found):
                    written = text[begin + first : begin + last]
                    found.append(LooseFigure(where, begin + first, min(begin + last, longest), written, kind))
        yield from sorted(found, key=lambda one: one.start)


_Values: TypeAlias = dict[tuple[str, Fraction], list[str]]


def _known(figures: Iterable[SheetFigure]) -> _Values:
    """What the figures of the sheet are called, by kind and value: both years, the change, its rate, how many times."""
    found: _Values = {}

    def add(kind: str, value: object, label: str) -> None:
        if isinstance(value, (int, Decimal, Fraction)) and value:
            found.setdefault((kind, Fraction(value)), []).append(label)

    for figure in figures:
        kind = "money" if figure.kind == "amount" else figure.kind
        if isinstance(figure.value, Period):
            for end in figure.value:
                add("year", end.year, figure.label)
            continue
        add(kind, figure.value, figure.label)
        before = f"{figure.label}の前年度予算額" if kind == "money" else f"前年度の{figure.label}"
        add(kind, figure.previous, before)
        add(kind, abs(figure.change or 0), f"{figure.label}の増減")
        add("percent", abs(figure.percent or 0), f"{figure.label}の増減率")
        add("times", round(figure.times or Fraction(0), 2), f"{figure.label}の前年度との比")
    return found


def _explained(found: LooseFigure, said: SaidFigure | None, known: _Values, year: FiscalYear) -> LooseFigure:
    """A figure with what it seems to mean, what it equals and what contradicts it."""
    value = _value(found, year)
    equals = [] if value is None else known.get((found.kind, value), [])
    if found.kind == "year" and value is not None:
        own = {year.year: "今年度", year.year - 1: "前年度"}.get(int(value))
        equals = [*([own] if own else []), *equals]
    meant = contradicts = ""
    if said is not None:
        meant = f"{said.figure.label}{_WORDS_OF.get(said.claim.aspect, '')}"
        contradicts = f"{said.figure.label}{said.wrong.right}" if said.wrong else ""
    return found._replace(
        meant=meant, equals=tuple(equals) if len(equals) <= _MOST else (), contradicts=contradicts
    )


def _value(found: LooseFigure, year: FiscalYear) -> Fraction | None:
    """What a figure is: 千円, %, people, a western year; None where it cannot be read."""
    if found.kind == "year":
        words = found.written.removesuffix("度").removesuffix("年")
        named = parse(words, year) or parse(words, official(year.year))
        return Fraction(named.year) if named else None
    if found.kind == "count":
        return Fraction(re.sub(r"\D", "", half_width(found.written)))
    quantity = next(iter(quantities_in(half_width(found.written))), None)
    return abs(quantity.value) if quantity else None
