"""Commitments (債務負担行為) and continuing expenses (継続費): periods, sums, funds (rules 11, 32, 33, 37; rules.md B2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from model.checks.case import Case
from model.checks.declared import mismatch, unreadable
from model.checks.finding import Fix, thousands
from model.checks.rule import Found, WholeCheck
from model.checks.sources import COMMITMENT_LAW as _LAW
from model.checks.sources import INPUT as _INPUT
from model.checks.sources import PUBLISHED_COMMITMENTS as _PUBLISHED
from model.checks.sources import PUBLISHED_SHEETS
from model.figures.commitments import CommitmentTotals, CommitmentYearTotals
from model.figures.figures import Totals
from model.request import place
from model.request.lines import find
from model.request.multi_year import Commitment
from model.request.place import EXPENSE, GENERAL, Place
from model.standard.standard import Standard
from model.totals.ledger import ledger, name_of
from model.values import contract_period
from model.values.amount import Amount
from model.values.fiscal_year import counted_from

_CONTINUING_LAW: Final = "地方自治法212条（継続費の総額と年割額）"


@WholeCheck.rule("amount", "債務負担行為と継続費の額は、千円単位の整数。", _INPUT, "error")
def commitment_amounts_are_readable(case: Case) -> Iterator[Found]:
    """Amounts of commitments and of continuing expenses are whole 千円."""
    for commitment in case.request.commitments:
        for where, typed, what in _amounts(commitment, case.standard, case.totals):
            if isinstance(typed, str):
                yield from unreadable(typed, where, f"「{name_of(case.request, commitment)}」の{what}")
    for continuing in case.request.continuing:
        name = continuing.name or "継続費"
        for field, typed in (("total", continuing.total), ("total_before", continuing.total_before)):
            yield from unreadable(typed, f"continuing/{continuing.id}/{field}", f"「{name}」の総額")
        for year in continuing.years:
            what = f"「{name}」の{year.year or '（年度が空欄の行）'}"
            for side, cells in (("before", year.before), ("after", year.after)):
                for key, typed in cells.items():
                    where = f"annual/{year.id}/{side}/{key}"
                    yield from unreadable(typed, where, f"{what}の{_label(key, case.standard, case.totals)}")


@WholeCheck.rule("year", "債務負担行為の行の年度は、年度として読める。", _INPUT, "error")
def commitment_years_are_readable(case: Case) -> Iterator[Found]:
    """A row of a commitment names its fiscal year, or several (「32〜50」)."""
    next_year = counted_from(case.totals.year, case.totals.year.year + 1)
    for commitment in case.totals.commitments:
        for row in (*commitment.years, *commitment.granted):
            if row.period is None:
                typed = row.row.year.strip()
                what = f"年度「{typed}」が読めません" if typed else "年度が空欄の行があります"
                yield Found(
                    place.owed(row.row.id, "year"),
                    f"{case.called(commitment)}の{what}。「{next_year.short}」「{next_year.number}年度」のように入力してください。",
                )


@WholeCheck.rule("33", "債務負担行為の各年度の額の和は、限度額と同じ。", PUBLISHED_SHEETS, "error")
def years_add_up_to_the_limit(case: Case) -> Iterator[Found]:
    """Rule 33: the years' amounts of a commitment add up to its 限度額 (on all published pages)."""
    for commitment in case.totals.commitments:
        if not commitment.limit.differs:  # the name is looked for among all lines, so only where it is said
            continue
        yield from mismatch(
            commitment.limit,
            place.commitment(commitment.commitment.id, "limit"),
            f"{case.called(commitment)}の限度額",
            "各年度の額の和",
        )


@WholeCheck.rule(
    "11", "債務負担行為・継続費の年度ごとに、財源の和はその額と同じ。", PUBLISHED_SHEETS, "error"
)
def funds_of_a_year_add_up(case: Case) -> Iterator[Found]:
    """Rule 11 for a year of a commitment or a continuing expense: the funds add up to its amount."""
    for commitment in case.totals.commitments:
        for row in (*commitment.years, *commitment.granted):
            if not row.general.differs:
                continue
            where = place.commitment_year_source(row.row.id, GENERAL)
            what = f"「{name_of(case.request, commitment.commitment)}」の{row.row.year}の{case.totals.form.general}"
            yield from mismatch(row.general, where, what, "額から他の財源を引いた残り")
    for expense in case.totals.continuing:
        for year in expense.years:
            for side, figures in (("before", year.before), ("after", year.after)):
                where = f"annual/{year.row.id}/{side}/{GENERAL}"
                what = f"「{expense.continuing.name}」の{year.row.year}の{case.totals.form.general}"
                yield from mismatch(figures[GENERAL], where, what, "事業費から他の財源を引いた残り")


@WholeCheck.rule("33-funds", "債務負担行為の年度の特定財源の和は、その額を超えない。", _PUBLISHED, "warning")
def funds_fit_into_a_year(case: Case) -> Iterator[Found]:
    """The specific funds of a year are not above its amount (unless that is itself a decrease)."""
    for commitment in case.totals.commitments:
        for row in (*commitment.years, *commitment.granted):
            amount = row.amount.value
            if amount is not None and amount >= 0 and row.specific > amount:
                yield Found(
                    place.owed(row.row.id, "amount"),
                    f"{case.called(commitment)}の{row.row.year}は、特定財源の和 "
                    f"{thousands(row.specific)} が額 {thousands(amount)} を超えています。財源か額を確かめてください。",
                )


@WholeCheck.rule("33-years", "債務負担行為の年度は、期間の中にある。", _LAW, "warning")
def years_are_in_the_period(case: Case) -> Iterator[Found]:
    """A year with an amount lies within the committed period, except this year's part of a change."""
    for commitment in case.totals.commitments:
        for row in commitment.years:
            whole, own = commitment.period, row.period
            if whole is None or own is None or row.is_in_ordinary_budget:
                continue
            if own.first.year < whole.first.year or own.last.year > whole.last.year:
                yield Found(
                    place.owed(row.row.id, "year"),
                    f"{case.called(commitment)}の{row.row.year}は、期間「{commitment.commitment.period}」"
                    "に入っていません。期間か年度を確かめてください。",
                )


@WholeCheck.rule("32", "要求する債務負担行為の期間は、翌年度から始まる。", _LAW, "warning")
def requested_period_begins_after_this_year(case: Case) -> Iterator[Found]:
    """Rule 32: what is asked is of the years after this one; the first year of the contract is in the ordinary budget."""
    for commitment in case.totals.commitments:
        if commitment.commitment.status != "requested" or commitment.period is None:
            continue
        if commitment.period.first.year <= case.totals.year.year:
            yield Found(
                place.commitment(commitment.commitment.id, "period"),
                f"要求する{case.called(commitment)}の期間「{commitment.commitment.period}」に"
                f"{case.totals.year.label}かそれより前の年度が入っています。今年度の分は歳出予算で要求し、期間は翌年度からにしてください。",
            )


@WholeCheck.rule(
    "32-contract", "債務負担行為の期間は、契約期間のうち翌年度からの年度。", _PUBLISHED, "warning"
)
def period_is_that_of_the_contract(case: Case) -> Iterator[Found]:
    """The committed period is the contract's years after this one (forms.md 121: of a contract of 12 months, 11)."""
    for commitment in case.totals.commitments:
        contract = contract_period.parse(commitment.commitment.contract_period, case.totals.year)
        if contract is None or commitment.period is None:
            continue
        first, last = commitment.period.first, commitment.period.last
        if first.year < contract.first or last.year > contract.last:
            said = "契約期間の外の年度を含んでいます"
        elif last.year < contract.last:
            said = "契約期間の終わりの年度まで届いていません"
        elif (  # what is asked begins later than the contract's first year after this one
            commitment.commitment.status == "requested"
            and first.year > max(contract.first, case.totals.year.year + 1)
        ):
            said = "翌年度からの年度がそろっていません"
        else:
            continue
        yield Found(
            place.commitment(commitment.commitment.id, "contract_period"),
            f"{case.called(commitment)}の期間「{commitment.commitment.period}」は、"
            f"契約期間「{commitment.commitment.contract_period}」と比べて、{said}。どちらかを確かめてください。",
        )


@WholeCheck.rule("owed-line", "債務負担行為には、対象の経費の行がある。", _INPUT, "warning")
def commitment_has_a_line(case: Case) -> Iterator[Found]:
    """On an ordinary sheet a commitment belongs to a cost line, whose remark (備考) tells of it."""
    if case.totals.form.page.sheet or not any(group.lines for group in case.request.groups):
        return
    for commitment in case.request.commitments:
        if (commitment.line and find(case.request, commitment.line) is None) or (
            not commitment.line and commitment.status == "requested"
        ):
            yield Found(
                place.commitment(commitment.id, "line"),
                f"債務負担行為「{name_of(case.request, commitment)}」の対象の経費が選ばれていません。備考に出すには、経費の行を選んでください。",
            )


@WholeCheck.rule(
    "owed-paid", "前年度末までの支出見込額と当該年度以降の支出予定額の和は、限度額以下。", _LAW, "error"
)
def paid_and_planned_fit_into_the_limit(case: Case) -> Iterator[Found]:
    """What was paid up to last year and what is planned from this year on stay within the limit (rules.md B2)."""
    if all(commitment.paid.value is None for commitment in case.totals.commitments):
        return
    for row in ledger(case.request, case.totals):
        limit, paid, planned = row.limit.value, row.paid.value, row.planned
        if limit is None or paid is None or planned is None or paid + planned <= limit:
            continue
        yield Found(
            place.commitment(row.commitment_id, "paid"),
            f"債務負担行為「{row.name}」は、前年度末までの支出見込額 {thousands(paid)} と当該年度以降の支出予定額 "
            f"{thousands(planned)} の和が限度額 {thousands(limit)} を超えています。額を確かめてください。",
        )


@WholeCheck.rule("37", "継続費の年割額の和は総額と同じ。変更の前も後も見る。", PUBLISHED_SHEETS, "error")
def annual_amounts_add_up_to_total(case: Case) -> Iterator[Found]:
    """Rule 37: 年割額 add up to 総額 of a continuing expense, before and after a change."""
    for expense in case.totals.continuing:
        name = expense.continuing.name or "継続費"
        where = place.continuing(expense.continuing.id, "total")
        yield from mismatch(expense.total, where, f"「{name}」の総額", "年割額の和")
        where = place.continuing(expense.continuing.id, "total_before")
        yield from mismatch(expense.total_before, where, f"「{name}」の変更前の総額", "変更前の年割額の和")


@WholeCheck.rule("37-change", "総額の変わらない継続費では、年割額の変更の和は0。", _CONTINUING_LAW, "warning")
def unchanged_total_only_moves_between_years(case: Case) -> Iterator[Found]:
    """Where 総額 is declared unchanged, 年割変更部分 adds up to 0 (forms.md 092, 113)."""
    for expense in case.totals.continuing:
        before, after = expense.continuing.total_before, expense.continuing.total
        if before is None or before != after or not expense.change.get(EXPENSE):
            continue
        yield Found(
            place.continuing(expense.continuing.id, "total"),
            f"「{expense.continuing.name or '継続費'}」の総額は変わらないのに、年割額の変更の和が "
            f"{thousands(expense.change[EXPENSE])} です。0になるように年割額を確かめてください。",
        )


@WholeCheck.rule("32-gap", "要求する債務負担行為の期間は、翌年度から始まり、間を空けない。", _LAW, "warning")
def requested_period_leaves_no_gap(case: Case) -> Iterator[Found]:
    """Rule 32: the period begins in the year after this one (all published sheets); H33〜 in H31 leaves H32 out.

    Where the contract is said, rule 32-contract compares with it.
    """
    own = case.totals.year
    for figures in case.totals.commitments:
        commitment, period = figures.commitment, figures.period
        if commitment.status != "requested" or period is None or period.first.year <= own.year + 1:
            continue
        if contract_period.parse(commitment.contract_period, own) is not None:
            continue
        yield Found(
            place.commitment(commitment.id, "period"),
            f"要求する{case.called(figures)}の期間「{commitment.period}」は、"
            f"翌年度（{counted_from(own, own.year + 1).label}）から始まっていません。期間を確かめてください。",
        )


@WholeCheck.rule(
    "32-begun",
    "当初予算の要求書では、設定済の債務負担行為の期間は今年度までに始まっている。",
    _LAW,
    "warning",
)
def set_period_has_begun(case: Case) -> Iterator[Found]:
    """What an earlier budget set begins in the year after that budget, so by this year; H32〜 in H31 is still asked.

    A supplementary budget follows one of the same year, and where the budget that set it is said, the writer knows.
    """
    if case.standard.commitments.initial_budget not in case.request.header.budget:
        return
    for figures in case.totals.commitments:
        commitment, period = figures.commitment, figures.period
        if commitment.status != "set" or commitment.set_in.strip() or period is None:
            continue
        if period.first.year > case.totals.year.year:
            where = place.commitment(commitment.id, "status")
            yield Found(
                where,
                f"「設定済」の{case.called(figures)}の期間「{commitment.period}」は翌年度から始まります。"
                "この要求書で要求するものなら「要求」に、設定済なら設定した予算を入力してください。",
                fix=Fix("要求にする", where, "requested"),
            )


@WholeCheck.rule("33-each", "債務負担行為の行は、期間の各年度に1行ずつある。", PUBLISHED_SHEETS, "warning")
def each_year_has_one_row(case: Case) -> Iterator[Found]:
    """A year stands in one row; and where the rows make up the declared 限度額, they reach over the whole period.

    While the rows are being typed the sum is short of what was declared, and a year without a row is no slip yet.
    """
    for commitment in case.totals.commitments:
        yield from _past_changes(case, commitment)
        rows = [row for row in commitment.years if not row.is_in_ordinary_budget]
        if commitment.period is None or any(row.period is None for row in rows):
            continue
        name, owed = case.called(commitment), [year for row in rows for year in _span(row)]
        double = [row for row in rows if any(owed.count(year) > 1 for year in _span(row))]
        if double:
            yield Found(
                place.owed(double[-1].row.id, "year"),
                f"{name}に、{double[-1].row.year}の行が重なっています。年度を確かめてください。",
            )
            continue
        period = range(commitment.period.first.year, commitment.period.last.year + 1)
        missing = [year for year in period if year not in owed]
        has_gap = any(min(owed) < year < max(owed) for year in missing) if owed else False
        if owed and missing and (has_gap or _is_complete(commitment, case.totals)):
            yield Found(
                place.commitment(commitment.commitment.id, "period"),
                f"{name}の期間「{commitment.commitment.period}」のうち、"
                f"{counted_from(case.totals.year, missing[0]).label}の行がありません。期間か行の年度を確かめてください。",
            )


@WholeCheck.rule(
    "33-change",
    "契約を変更する債務負担行為の年度の額は、変更後と契約額の差と同じ。",
    PUBLISHED_SHEETS,
    "warning",
)
def change_of_a_year_is_the_difference(case: Case) -> Iterator[Found]:
    """Where a contract is changed, a year asks 変更後 − 契約額 (published page 110: 2,333 − 2,268 = 65)."""
    for commitment in case.totals.commitments:
        for row in commitment.years:
            what = f"{case.called(commitment)}の{row.row.year}の額"
            where = place.owed(row.row.id, "amount")
            yield from mismatch(row.amount, where, what, "変更後と契約額の差")


def _amounts(
    commitment: Commitment, standard: Standard, totals: Totals
) -> Iterator[tuple[Place, Amount, str]]:
    """Every amount of a commitment with its place and its words."""
    yield place.commitment(commitment.id, "limit"), commitment.limit, "限度額"
    yield place.commitment(commitment.id, "paid"), commitment.paid, "支出見込額"
    for row in (*commitment.years, *commitment.granted):
        year = row.year or "（年度が空欄の行）"
        yield place.owed(row.id, "amount"), row.amount, f"{year}の額"
        yield place.owed(row.id, "contracted"), row.contracted, f"{year}の契約額"
        yield place.owed(row.id, "changed"), row.changed, f"{year}の変更後の額"
        for key, typed in row.sources.items():
            yield place.commitment_year_source(row.id, key), typed, f"{year}の{_label(key, standard, totals)}"


def _label(key: str, standard: Standard, totals: Totals) -> str:
    """The name of a column by its key."""
    own = {EXPENSE: standard.words.expense, GENERAL: totals.form.general}
    return own.get(key) or standard.source_label(key)


def _past_changes(case: Case, commitment: CommitmentTotals) -> Iterator[Found]:
    """A contract is changed from this year on; a row of an earlier one has its year wrong."""
    for row in commitment.years:
        is_past = row.period is not None and row.period.last.year < case.totals.year.year
        if row.is_in_ordinary_budget and is_past:
            yield Found(
                place.owed(row.row.id, "year"),
                f"契約を変更する{case.called(commitment)}の{row.row.year}は、"
                "今年度より前の年度です。年度を確かめてください。",
            )


def _span(row: CommitmentYearTotals) -> range:
    assert row.period is not None
    return range(row.period.first.year, row.period.last.year + 1)


def _is_complete(commitment: CommitmentTotals, totals: Totals) -> bool:
    """Whether the rows make up what was declared for the commitment, or for the sheet that has no other."""
    if commitment.limit.is_declared:
        return not commitment.limit.differs
    alone = totals.form.page.commitments and len(totals.commitments) == 1
    return alone and totals.amount.is_declared and not totals.amount.differs
