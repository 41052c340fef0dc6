"""Every figure of a request in one list: where it stands, what texts call it, and its value this year and the year before.

What reads figures in texts, what offers them to be inserted and what lists them all start here. A figure of a change (増減,
率, 倍) has no entry of its own: it follows from the two years of its entry.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias

from model.claims.labels.line_names import joins, names_of
from model.figures.figures import FundingRowTotals, GroupTotals, LineTotals, Totals
from model.incremental.results import Results
from model.request import place
from model.request.place import CostColumn, Place
from model.request.request import Request, SheetRow
from model.standard.form import SheetForm
from model.standard.standard import Standard
from model.totals.ledger import name_of as commitment_name
from model.values import people
from model.values.amount import change_percent
from model.values.fiscal_year import Period
from model.values.one_line import one_line

FigureKind: TypeAlias = Literal["amount", "people", "years", "count"]
"""千円; people (人); fiscal years from and to; how many there are."""
FigureValue: TypeAlias = int | Decimal | Period | None


class SheetFigure(NamedTuple):
    """A figure of the request.

    Attributes:
        place: where this year's value stands; of a count the place of what is counted.
        label: what it is called in a list: 「集約センター経費」.
        names: what texts call it: its full words, and others that mean it; empty where nothing names it alone.
        value: this year's; None for a blank.
        previous_place: where the value of the year before stands; "" where the form has none.
        previous: that value.
    """

    place: Place
    label: str
    names: tuple[str, ...]
    kind: FigureKind
    value: FigureValue
    previous_place: Place = ""
    previous: FigureValue = None

    @property
    def change(self) -> int | Decimal | None:
        """増減: this year's value less that of the year before, a blank as nothing; None where both are, or for years."""
        one, other = _number(self.value), _number(self.previous)
        return None if not self.previous_place or one is other is None else (one or 0) - (other or 0)

    @property
    def percent(self) -> Decimal | None:
        """The change in percent of the year before, to one decimal; None where that is blank or 0."""
        if not self.previous_place or isinstance(self.previous, (Decimal, Period)):
            return None
        value = self.value if isinstance(self.value, int) else None
        return change_percent(0 if value is None else value, self.previous)

    @property
    def times(self) -> Fraction | None:
        """How many times the year before this year is (倍); None where that is blank or 0."""
        one, other = _number(self.value), _number(self.previous)
        return Fraction(one) / Fraction(other) if one is not None and other else None


def figure_outline(
    request: Request, totals: Totals, standard: Standard, results: Results | None = None
) -> tuple[SheetFigure, ...]:
    """Every figure of a request in the order of the sheet; of lines and rows that stay they are kept in ``results``."""
    results = Results() if results is None else results
    return (
        *_of_head(request, totals, standard),
        *_of_people(request, totals, standard),
        *_of_funds(totals, standard, results, is_assessed=request.is_assessed),
        SheetFigure("groups", "所要経費の表の数", (), "count", len(totals.groups)),
        *(found for group in totals.groups for found in results.of(_of_group, group, results)),
        *_of_commitments(request, totals),
        *_of_continuing(totals),
    )


def _of_head(request: Request, totals: Totals, standard: Standard) -> Iterator[SheetFigure]:
    """The 要求額 line, its components, the total-cost table and the 査定."""
    form, words, labels = totals.form, standard.words, standard.text_words.patterns.labels
    has_previous = form.page.has_previous
    asked = [label for label in labels.get("amount", ()) if label != form.cost_label("total")]  # 要求総額
    yield SheetFigure(
        place.REQUEST_AMOUNT,
        form.request_label or words.request,
        _names(form.request_label, words.request, *asked, form.cost_label("request")),
        "amount",
        totals.amount.value,
        place.REQUEST_PREVIOUS if has_previous else "",
        totals.previous.value if has_previous else None,
    )
    for key, component in totals.components.items():
        if key in form.page.components:
            own, names = getattr(words, key), _names(*labels.get(key, ()))
            yield SheetFigure(place.component(key), own, names, "amount", component.value)
    for row in totals.cost_rows:
        if row != "previous" and (row != "assessed" or request.is_assessed):
            yield from _of_cost_row(row, totals, standard)
    for field, label in (("amount", words.assessed), ("held", words.held), ("separate", words.separate)):
        value = getattr(request.assessment, field)
        if request.is_assessed and (isinstance(value, int) or field == "amount"):
            own = value if isinstance(value, int) else None
            more = labels.get("granted", ()) if field == "amount" else ()
            yield SheetFigure(f"assessment/{field}", label, _names(label, *more), "amount", own)


def _of_cost_row(row: SheetRow, totals: Totals, standard: Standard) -> Iterator[SheetFigure]:
    """事業費, 人件費 and トータルコスト of a row; beside this request's those of the year before."""
    form, words, figures = totals.form, standard.words, totals.cost_rows[row]
    is_plain = row == _plain_row(totals)
    before = totals.cost_rows.get("previous") if row == "request" else None
    label = form.cost_label(row) or row
    if row != "request":
        more = {"standing": "standing", "total": "after"}.get(row, "")
        names = () if row == "assessed" else (label, *standard.text_words.patterns.labels.get(more, ()))
        yield SheetFigure(place.cost(row, "expense"), label, _names(*names), "amount", figures.expense.value)
    columns: tuple[tuple[CostColumn, str], ...] = (("labour", words.labour_b), ("total", words.total_ab))
    keys = {"labour": "labour", "total": "total_cost"}
    for column, heading in columns:
        bare = heading.partition("(")[0]
        spoken = (heading, bare, *standard.text_words.patterns.labels.get(keys[column], ()))
        yield SheetFigure(
            place.cost(row, column),
            bare if row == "request" else f"{label}の{bare}",
            _names(
                *(spoken if is_plain else ()),
                *(
                    ()
                    if row == "request"
                    else (f"{label}{of}{word}" for word in spoken for of in ("の", "での"))
                ),
            ),
            "amount",
            figures.of(column).value,
            place.cost("previous", column) if before else "",
            before.of(column).value if before else None,
        )


def _plain_row(totals: Totals) -> SheetRow:
    """The row whose costs and people a text means by their label alone: what is asked, or with what stands where no row is that alone."""
    return "request" if "request" in totals.cost_rows else "total"


def _of_people(request: Request, totals: Totals, standard: Standard) -> Iterator[SheetFigure]:
    """人役 of each staff category and of all together, in each row of the total-cost table."""
    form = totals.form
    columns = standard.staff_columns(form)
    usual = {category.key: category.label for category in standard.staff_categories}
    before = request.headcount.previous if "previous" in totals.cost_rows else None
    plain = _plain_row(totals)
    for row in totals.cost_rows:
        if row == "previous" or (row == "assessed" and not request.is_assessed):
            continue
        typed = getattr(request.headcount, row)
        together = totals.cost_rows[row].people
        of_row = "" if row == "request" else f"{form.cost_label(row) or row}の"
        known: list[Decimal] = []
        was: list[Decimal] = []
        for column in columns:
            called = (column.label, usual.get(column.key, column.label))
            count = together.get(column.key) if together else people.parse(typed.get(column.key, ""))
            known += [] if count is None else [count]
            was += [people.parse((before or {}).get(column.key, "")) or Decimal(0)]
            yield SheetFigure(
                place.headcount(row, column.key),
                f"{of_row}{column.label}",
                _names(*(f"{of_row}{word}" for word in called), *(called if row == plain else ())),
                "people",
                count,
                place.headcount("previous", column.key) if before is not None and not of_row else "",
                people.parse(before.get(column.key, "")) if before is not None and not of_row else None,
            )
        if len(columns) > 1 and known:
            had = any(was) and not of_row
            yield SheetFigure(
                f"headcount/{row}",
                f"{of_row}従事する職員",
                (),
                "people",
                sum(known, Decimal(0)),
                "headcount/previous" if had else "",
                sum(was, Decimal(0)) if had else None,
            )


def _of_funds(
    totals: Totals, standard: Standard, results: Results, *, is_assessed: bool
) -> Iterator[SheetFigure]:
    """Every source and 一般財源 of every row of the funding tables; beside this request's those of the year before."""
    form, rows = totals.form, totals.funding_rows
    asked = "request" if "request" in rows else "asked"
    finance = {plan.row for plan in (*form.page.finance_rows, *form.whole.finance_rows)}
    for key, row in rows.items():
        if key == asked:
            yield from results.of(_of_funding_row, row, True, rows.get("previous"), form, standard)
        elif key != "previous" and (is_assessed or key not in finance):
            yield from results.of(_of_funding_row, row, False, None, form, standard)


def _of_funding_row(
    row: FundingRowTotals,
    is_asked: bool,
    before: FundingRowTotals | None,
    form: SheetForm,
    standard: Standard,
) -> tuple[SheetFigure, ...]:
    """Every source and 一般財源 of a row; of what is asked beside those of the row of the year before."""
    label = "" if is_asked else f"{form.funding_label(row.plan.row) or row.plan.row}の"
    found: list[SheetFigure] = []
    columns = [(source.key, source.label, source.label) for source in standard.sources_of(form)]
    for column, name, usual in (*columns, (place.GENERAL, form.general, form.general_label)):
        words = (name, usual, *standard.text_words.patterns.labels.get(column, ()))
        figure = SheetFigure(
            place.funding(row.plan.row, column),
            f"{label}{name}",
            _names(*(f"{label}{word}" for word in words)),
            "amount",
            row.of(column).value,
        )
        if before is not None:
            figure = figure._replace(
                previous_place=place.funding("previous", column), previous=before.of(column).value
            )
        found.append(figure)
    return tuple(found)


def _of_group(group: GroupTotals, results: Results) -> tuple[SheetFigure, ...]:
    """The 合計 of a table, how many lines it has, and its lines with their parts."""
    own, titled = group.group, names_of(group.group.title)
    return (
        SheetFigure(
            place.group(own.id, "amount"),
            one_line(own.title),
            titled,
            "amount",
            group.amount.value,
            place.group(own.id, "previous"),
            group.previous.value,
        ),
        SheetFigure(
            f"group/{own.id}/lines", f"{one_line(own.title)}の経費の数", (), "count", len(group.lines)
        ),
        *(found for line in group.lines for found in results.of(_of_line, line, titled)),
    )


def _of_line(line: LineTotals, above: tuple[str, ...]) -> tuple[SheetFigure, ...]:
    """The figure of a line of a table with these names, and those of its parts."""
    own = names_of(line.line.text)
    joined = tuple(word for first in above for name in own for word in joins(first, name))
    figure = SheetFigure(
        place.line(line.line.id, "amount"),
        one_line(line.line.text),
        tuple(dict.fromkeys((*own, *joined))),
        "amount",
        line.amount.value,
        place.line(line.line.id, "previous"),
        line.previous.value,
    )
    return (figure, *(found for part in line.parts for found in _of_line(part, above)))


def _of_commitments(request: Request, totals: Totals) -> Iterator[SheetFigure]:
    """The years and the limit of each commitment, and what each of its years owes."""
    for owed in totals.commitments:
        own, name = owed.commitment, commitment_name(request, owed.commitment)
        names = names_of(name)
        where = place.commitment(own.id, "period")
        yield SheetFigure(where, f"{name}の債務負担行為の期間", names, "years", owed.period)
        where = place.commitment(own.id, "limit")
        yield SheetFigure(where, f"{name}の限度額", names, "amount", owed.limit.value)
        for year in owed.years:
            label = f"{name}の{year.row.year}の額"
            yield SheetFigure(place.owed(year.row.id, "amount"), label, (), "amount", year.amount.value)


def _of_continuing(totals: Totals) -> Iterator[SheetFigure]:
    """総額 of each continuing expense, and its annual amounts."""
    for expense in totals.continuing:
        own, total = expense.continuing, expense.total.value
        yield SheetFigure(place.continuing(own.id, "total"), f"{own.name}の総額", (), "amount", total)
        for year in expense.years:
            figure = year.after.get(place.EXPENSE)
            label = f"{own.name}の{year.row.year}の年割額"
            value = figure.value if figure else None
            yield SheetFigure(place.annual(year.row.id, "after", place.EXPENSE), label, (), "amount", value)


def _names(*words: str) -> tuple[str, ...]:
    """Words as texts write them, without blanks and each once; 「使用料・手数料」 also as 使用料及び手数料."""
    plain = ["".join(word.split()) for word in words]
    return tuple(dict.fromkeys(filter(None, (*plain, *(word.replace("・", "及び") for word in plain)))))


def _number(value: FigureValue) -> int | Decimal | None:
    return None if isinstance(value, Period) else value
