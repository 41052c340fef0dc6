"""Parts against wholes in the cost tables, and 要求額 against every table that repeats it (rules 2 to 7, 15)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from model.checks.case import Case, LineContext
from model.checks.declared import mismatch
from model.checks.finding import thousands
from model.checks.quoted import words_of
from model.checks.rule import Found, GroupCheck, LineInYearCheck, WholeCheck
from model.checks.sources import PUBLISHED_SHEETS
from model.figures.figures import Figure, GroupTotals, LineTotals, Totals
from model.request import place
from model.request.place import YEARS, Year
from model.request.request import FundingRowKey, SheetRow
from model.totals.consumption_tax import months_in

YEAR_WORDS: Final[Mapping[Year, str]] = {"previous": "前年度", "amount": "要求額"}


@LineInYearCheck.rule(
    "2",
    "内訳のある行の額は、内訳の和と同じ（様式の端数処理による）。前年度の額も同じ。",
    PUBLISHED_SHEETS,
    "error",
)
def parts_add_up_to_line(line: LineTotals, context: LineContext) -> Iterator[Found]:
    """Rule 2: a line's parts (内訳) add up to the line, in each year; of parts of the year it is rule 15.

    The sum is taken as the rounding profile says (of the shown 千円, or of exact 円).
    """
    if line.parts and not _is_split_by_months(line, context):
        yield from _against_parts(line)


@LineInYearCheck.rule(
    "15",
    "内訳（4月〜9月と10月〜3月など）の和は、その行の額と同じ。前年度の額も同じ。",
    PUBLISHED_SHEETS,
    "error",
)
def months_add_up_to_line(line: LineTotals, context: LineContext) -> Iterator[Found]:
    """Rule 15: the parts of a line that are parts of the year (4月〜9月 and 10月〜3月) add up to it, in each year."""
    if line.parts and _is_split_by_months(line, context):
        yield from _against_parts(line)


def _against_parts(line: LineTotals) -> Iterator[Found]:
    """What a line says against the sum of its parts, in each year."""
    name = words_of(line.line.text)
    for year in YEARS:
        where = place.line(line.line.id, year)
        yield from mismatch(line.of(year), where, f"「{name}」の{YEAR_WORDS[year]}", "内訳の和")


def _is_split_by_months(line: LineTotals, context: LineContext) -> bool:
    """Whether a part of the line is a part of the year."""
    return any(months_in(part.line.text, context.year) is not None for part in line.parts)


@GroupCheck.rule("3", "表の合計は各行の和と同じ。今年度と前年度を別々に見る。", PUBLISHED_SHEETS, "error")
def lines_add_up_to_group(group: GroupTotals, _context: LineContext) -> Iterator[Found]:
    """Rule 3: the 合計 of a cost table is the sum of its lines, for this year and the bracketed year separately."""
    name = group.group.title or "（題のない表）"
    for year in YEARS:
        yield from mismatch(
            group.of(year),
            place.group(group.group.id, year),
            f"「{name}」の合計（{YEAR_WORDS[year]}）",
            "各行の和",
        )


@WholeCheck.rule(
    "4",
    "要求額は、すべての表の合計の和と同じ。別の用紙では、その用紙に挙げたものの和と同じ。",
    PUBLISHED_SHEETS,
    "error",
)
def groups_add_up_to_request(case: Case) -> Iterator[Found]:
    """Rule 4: 要求額 is the sum of the 合計 of all cost tables; on a sheet of its own, of what that sheet lists."""
    page = case.totals.form.page
    if page.components and all(group.amount.value is None for group in case.totals.groups):
        return  # rule 13 speaks
    derivation = "所要経費の合計の和"
    if page.commitments or page.continuing:
        derivation = "要求する債務負担行為の限度額の和" if page.commitments else "継続費の総額の変更"
    yield from mismatch(case.totals.amount, place.REQUEST_AMOUNT, "要求額", derivation)
    asked = case.totals.amount.value
    if page.commitments and case.request.commitments and case.totals.amount.derived is None and asked:
        if any(commitment.status == "requested" for commitment in case.request.commitments):
            return  # asked, but its years are not typed
        yield Found(
            place.REQUEST_AMOUNT,
            f"要求額は {thousands(asked)} ですが、債務負担行為がどれも「設定済」で、要求するものがありません。"
            "区分か要求額を直してください。",
        )


@WholeCheck.rule("13", "保留・復活・追加の和は要求額と同じ。", PUBLISHED_SHEETS, "error")
def components_make_up_the_request(case: Case) -> Iterator[Found]:
    """Rule 13: 保留 + 復活 + 追加 = 要求額 (50 of 50 published pages that have them)."""
    parts = [component.value for component in case.totals.components.values() if component.value is not None]
    amount = case.totals.amount.value
    if not parts or amount is None or sum(parts) == amount:
        return
    known = [key for key, component in case.totals.components.items() if component.value is not None]
    said = "・".join(getattr(case.standard.words, key) for key in known)
    yield Found(
        place.component(known[0]),
        f"{said}の和は {thousands(sum(parts))} ですが、要求額は {thousands(amount)} です。"
        "要求額の内訳か、所要経費を直してください。",
    )


@WholeCheck.rule(
    "6",
    "現計予算額・既査定額・既整理額は、トータルコストの表と財源内訳の表で同じ。",
    PUBLISHED_SHEETS,
    "error",
)
def standing_is_the_same_in_both_tables(case: Case) -> Iterator[Found]:
    """Rule 6: 現計予算額・既査定額・既整理額 is the same in the total-cost table and the funding table."""
    row, form = case.totals.funding_rows.get("standing"), case.totals.form
    if row is not None:
        where = place.funding("standing", place.EXPENSE)
        table = f"財源内訳の表の「{form.funding_label('standing')}」の事業費"
        other = f"トータルコストの表の「{form.cost_label('standing')}」の事業費"
        yield from mismatch(row.expense, where, table, other)


@WholeCheck.rule("5", "前年度予算額は、すべての表の前年度の合計の和と同じ。", PUBLISHED_SHEETS, "error")
def previous_groups_add_up(case: Case) -> Iterator[Found]:
    """Rule 5: 前年度予算額 is the sum of the bracketed 合計 of all cost tables."""
    if not _is_between(case.totals.previous, case.request.carried_previous):
        yield from mismatch(case.totals.previous, place.REQUEST_PREVIOUS, "前年度予算額", "前年度の合計の和")


@WholeCheck.rule(
    "5-granted", "翌年度に引き継いだ行の前年度の額は、計上された額に直す。", PUBLISHED_SHEETS, "warning"
)
def carried_lines_are_what_was_granted(case: Case) -> Iterator[Found]:
    """In a draft made from last year's request the lines hold what was asked, and 前年度予算額 what was granted.

    A sheet does not print the 査定 by line. While the writer brings the lines from the one to the other, the gap is 注意.
    """
    figure = case.totals.previous
    if not _is_between(figure, case.request.carried_previous):
        return
    declared, derived = figure.value or 0, figure.derived or 0
    yield Found(
        place.REQUEST_PREVIOUS,
        f"前年度予算額は {thousands(declared)} ですが、前年度の要求額を引き継いだ行の前年度の和は {thousands(derived)} で、"
        f"{thousands(abs(derived - declared))}{'多く' if derived > declared else '少なく'}なっています。"
        "査定などで変わった行の前年度の額を直してください。",
    )


def _is_between(figure: Figure, carried: int | None) -> bool:
    """Whether the lines add up to something from what they were taken over with to the declared figure, short of it."""
    if carried is None or not figure.differs or not isinstance(figure.typed, int) or figure.derived is None:
        return False
    return min(figure.typed, carried) <= figure.derived <= max(figure.typed, carried)


@WholeCheck.rule(
    "6",
    "要求額と前年度予算額は、要求額の行・トータルコストの表・財源内訳の表で同じ。",
    PUBLISHED_SHEETS,
    "error",
)
def request_is_the_same_everywhere(case: Case) -> Iterator[Found]:
    """Rule 6: 要求額 and 前年度予算額 are the same in the request line, the total-cost table and the funding table."""
    rows: tuple[tuple[SheetRow, FundingRowKey, str], ...] = (
        ("request", "request", "要求額"),
        ("previous", "previous", "前年度予算額"),
    )
    for row, funding_row, word in rows:
        derivation = f"経費の積み上げによる{word}"
        cost, funding = case.totals.cost_rows.get(row), case.totals.funding_rows.get(funding_row)
        if cost is not None and cost.plan.expense == row:
            where = place.cost(row, "expense")
            yield from mismatch(cost.expense, where, "トータルコストの表の事業費(A)", derivation)
        if funding is not None:
            where = place.funding(funding_row, place.EXPENSE)
            table = f"財源内訳の表の「{case.totals.form.funding_label(funding_row)}」の事業費"
            yield from mismatch(funding.expense, where, table, derivation)


@WholeCheck.rule(
    "7", "どの行でも、事業費(A)と人件費(B)の和がトータルコスト(A+B)と同じ。", PUBLISHED_SHEETS, "error"
)
def cost_rows_add_across(case: Case) -> Iterator[Found]:
    """Rule 7: 事業費(A) + 人件費(B) = トータルコスト(A+B), in each row of this year."""
    for row in case.totals.cost_rows:
        if row != "previous":
            yield from _across(row, case.totals)


@WholeCheck.rule(
    "7-previous",
    "前年度の行でも同じ。写した額なので、誤りも写ることがある。",
    PUBLISHED_SHEETS,
    "warning",
)
def previous_row_adds_across(case: Case) -> Iterator[Found]:
    """The row of the previous year is copied from last year's sheet, slips included, and is only to be looked at."""
    if "previous" in case.totals.cost_rows:
        yield from _across("previous", case.totals)


def _across(row: SheetRow, totals: Totals) -> Iterator[Found]:
    """What トータルコスト(A+B) of a row says against 事業費(A) and 人件費(B)."""
    name = f"「{totals.form.cost_label(row)}」のトータルコスト"
    yield from mismatch(
        totals.cost_rows[row].total, place.cost(row, "total"), name, "事業費(A)と人件費(B)の和"
    )


@WholeCheck.rule(
    "sum-row", "計・要求総額の事業費（補正では人件費も）は、上の行の和と同じ。", PUBLISHED_SHEETS, "error"
)
def total_rows_add_up(case: Case) -> Iterator[Found]:
    """現計 + 補正 = 計, 既整理額 + 調整要求額 = 要求総額 in 事業費, and where people are added too in 人件費."""
    for row, figures in case.totals.cost_rows.items():
        name = f"「{case.totals.form.cost_label(row)}」の"
        if figures.plan.expense == "sum":
            yield from mismatch(figures.expense, place.cost(row, "expense"), f"{name}事業費(A)", "上の行の和")
        if figures.plan.people == "sum":
            yield from mismatch(figures.labour, place.cost(row, "labour"), f"{name}人件費(B)", "上の行の和")
