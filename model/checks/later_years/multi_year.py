"""What binds later years beside this year's request (rules 32, 34, 35, 36, 38, 39)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from model.checks.case import Case
from model.checks.finding import Fix, thousands
from model.checks.rule import Found, Rule, WholeCheck
from model.checks.sources import COMMITMENT_LAW as _LAW
from model.figures.commitments import CommitmentTotals
from model.request import place
from model.request.place import EXPENSE
from model.totals.commitment_lines import (
    clash,
    commitments_by_line,
    committed_in,
    increase_of,
    is_raised_after,
)

_RAISED: Final = "債務負担行為の解説（税率の改正で契約額が増えるときは、増額分の債務負担行為が要る）"
_SPENDING: Final = "債務負担行為の解説（支出は、年度ごとに歳出予算に計上する）"
_ZERO: Final = "ゼロ債務（初年度に支出のない債務負担行為）の解説"
_CARRY: Final = "地方自治法213条（繰越明許費は翌年度に限り、財源を付けて繰り越す）"
_RULES: Final = "予算規則（継続費・繰越明許費・債務負担行為・地方債の要求書を添える）"
_SHEETS: Final = Rule(
    "39",
    "債務負担行為・継続費・地方債には、それぞれの要求書を添える。",
    _RULES,
    "question",
    state="question",
    why="要求書が別のファイルのことがあるので、この要求書に年度ごとの額がないとき、起債があるときに尋ねます。",
)


@WholeCheck.rule(
    "32-set",
    "要求する債務負担行為の期間は、同じものの設定済の期間と、重ならず間も空かない。",
    _LAW,
    "warning",
)
def periods_follow_what_is_set(case: Case) -> Iterator[Found]:
    """Rule 32, second half: on one line and 事項, the requested period begins where the set one ends.

    A change of a contract runs beside what was set, and what ended before this year was taken up by the ordinary
    budget; two contracts of one line are distinguished by their names.
    """
    for _, already, requested in commitments_by_line(case.totals):
        for asked in requested:
            for known in already:
                found = clash(asked, known, case.totals.year.year)
                if found is None or asked.commitment.name.strip() != known.commitment.name.strip():
                    continue
                said = "重なっています" if found == "overlap" else "間が空いています"
                yield Found(
                    place.commitment(asked.commitment.id, "period"),
                    f"{case.called(asked)}の期間「{asked.commitment.period}」は、設定済の期間"
                    f"「{known.commitment.period}」と{said}。期間を確かめ、別の契約なら事項の名前を分けてください。",
                )


@WholeCheck.rule("34", "今年度の支出のない債務負担行為（ゼロ債務）は、そのことを書く。", _ZERO, "info")
def no_spending_this_year_is_marked(case: Case) -> Iterator[Found]:
    """Rule 34: a commitment is asked for a line of 0 (or blank) this year, and no word says that this is meant."""
    words = case.standard.stages.no_spending
    if not words:
        return
    for line, _, requested in commitments_by_line(case.totals):
        if line.amount.shown not in (None, 0) or line.outcome is not None:
            continue
        for asked in requested:
            own, where = asked.commitment, place.commitment(asked.commitment.id, "note")
            said = "\n".join((own.name, own.note, line.line.text, line.line.remark))
            if asked.period is None or any(word in said for word in words):
                continue
            yield Found(
                where,
                f"{case.called(asked)}の行には今年度の額がありません。ゼロ債務であれば、説明に"
                "そのことを書いてください。",
                fix=None if own.note.strip() else Fix(f"説明に「{words[0]}」と書く", where, words[0]),
            )


@WholeCheck.rule(
    "35",
    "今年度の支出は、設定済の債務負担行為の今年度の額以下。",
    _SPENDING,
    "warning",
    state="data",
    why="設定済の債務負担行為に今年度の行があるときに調べます。行には契約の外の経費もありうるので、注意にとどめます。",
)
def spending_is_within_what_is_set(case: Case) -> Iterator[Found]:
    """Rule 35: the line of set commitments asks more than they owe for this year together.

    A 千円 a contract may come from rounding (forms.md 118: the year's part is taken up); a line with parts pays for more
    than the contract; where a commitment is asked on the same line, the excess may be what is asked.
    """
    year = case.totals.year
    for line, known, requested in commitments_by_line(case.totals):
        owed, amount = committed_in(known, year.year), line.amount.value
        if owed is None or amount is None or requested or line.parts:
            continue
        if amount > owed + len(known):
            yield Found(
                place.line(line.line.id, "amount"),
                f"行「{line.line.text}」の額 {thousands(amount)} が、設定済の債務負担行為の{year.label}の額 "
                f"{thousands(owed)} を超えています。契約の外の経費は行を分け、契約の変更なら債務負担行為を要求してください。",
            )


@WholeCheck.rule(
    "36",
    "税率や内容の変更で設定済の契約額が増えるときは、増額分の債務負担行為を要求する。",
    _RAISED,
    "warning",
    state="data",
    why="設定済の債務負担行為に契約額と変更後の額を入れたときに調べます。",
)
def raise_of_a_contract_is_asked(case: Case) -> Iterator[Found]:
    """Rule 36: 変更後 > 契約額 in a later year of a set commitment, and no commitment is asked for its line or name."""
    year = case.totals.year.year
    for commitment in case.totals.commitments:
        own = commitment.commitment
        if own.status != "set" or not is_raised_after(commitment, year):
            continue
        asked = [one.commitment for one in case.totals.commitments if one.commitment.status == "requested"]
        if any((own.line and one.line == own.line) or (own.name and one.name == own.name) for one in asked):
            continue
        yield Found(
            place.commitment(own.id, "status"),
            f"設定済の{case.called(commitment)}の契約額が翌年度から増えますが、増額分の債務負担行為が要求されていません。"
            "増額分の債務負担行為を加えてください。",
            fix=_ask_for_the_increase(commitment, case),
        )


@WholeCheck.rule(
    "38",
    "繰越明許費は翌年度に限り、財源を付けて繰り越す。",
    _CARRY,
    "question",
    why="いつ終わるか、未収入の財源が確かかは、人の判断なので尋ねます。",
)
def carry_over_ends_next_year(case: Case) -> Iterator[Found]:
    """Rule 38: a carry-over goes over one year only, and its funds are sure; the sheet has the funds but no dates."""
    sheet = case.standard.stages.carry_over_sheet
    if sheet and case.totals.form.page.sheet == sheet and (case.totals.amount.value or 0) > 0:
        yield Found(
            place.REQUEST_AMOUNT, "繰り越す事業は翌年度のうちに終わり、未収入の財源は確保されていますか。"
        )


@WholeCheck.of(_SHEETS)
def commitment_has_a_sheet(case: Case) -> Iterator[Found]:
    """Rule 39: a commitment is asked on an ordinary sheet without any year's amount, so its own sheet is elsewhere."""
    if case.totals.form.page.commitments:
        return
    for commitment in case.totals.commitments:
        own = commitment.commitment
        if own.status == "requested" and commitment.period is not None and not commitment.has_years:
            yield Found(
                place.commitment(own.id, "period"),
                "この債務負担行為の要求書（限度額と各年度の額）は、別に作っていますか。",
            )


@WholeCheck.of(_SHEETS)
def continuing_expense_has_annual_amounts(case: Case) -> Iterator[Found]:
    """Rule 39: a continuing expense is named without any annual amount."""
    for expense in case.totals.continuing:
        if expense.continuing.name.strip() and all(
            year.after[EXPENSE].shown is None for year in expense.years
        ):
            yield Found(
                place.continuing(expense.continuing.id, "total"),
                "この継続費の要求書（総額と年割額）は、別に作っていますか。",
            )


@WholeCheck.of(_SHEETS)
def bonds_have_a_sheet(case: Case) -> Iterator[Found]:
    """Rule 39: 起債 above 0 goes into the 地方債 of the budget."""
    if (where := case.asked_of(case.standard.revenue.bonds)) is not None:
        yield Found(where, "この起債は、地方債の要求書（限度額・起債の方法）に入れていますか。")


def _ask_for_the_increase(commitment: CommitmentTotals, case: Case) -> Fix | None:
    """A commitment of the increase is entered; it belongs to what is set by its line or its name."""
    added = increase_of(commitment, case.totals.year.year)
    ids = {one.commitment.id for one in case.totals.commitments}
    if added is None or added.id in ids or not (added.line or added.name):
        return None
    return Fix("増額分の債務負担行為を加える", place.commitment(added.id, "period"), adds=(added,))
