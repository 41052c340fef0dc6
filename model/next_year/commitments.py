"""The commitments of the draft: requested ones become set, ended ones go, wordings in remarks become commitments."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from model.checks.quoted import words_of
from model.claims.quantities.commitment_year_words import worded_in
from model.next_year import settled
from model.next_year.carried import YearChange
from model.next_year.years import in_real_years
from model.request import place
from model.request.carried import Carried
from model.request.ids import unused_id
from model.request.lines import change_lines, find, walk
from model.request.multi_year import Commitment
from model.request.parts import part_ids
from model.request.request import Request
from model.values import fiscal_year
from model.values.amount import format_amount, kept
from model.values.fiscal_year import Period


class DraftCommitments(NamedTuple):
    """The commitments of the draft, which bind the new year or later ones.

    With what they owe in the new year by the id of their line (千円, where it is known), the ids of the lines that have one, and
    what was changed.
    """

    commitments: tuple[Commitment, ...]
    amounts: dict[str, int]
    bound: frozenset[str]
    changes: list[Carried]


def from_remarks(year_change: YearChange, request: Request) -> tuple[Request, list[Carried]]:
    """Last year's request with the commitments that stand in its remarks as text.

    A request that was read from a published page says 「H32〜H35について別途債務負担行為を要求」 in a remark, in the words of
    the Standard. It becomes a commitment of its line, so that rules and tables know it; the sheet prints the same words
    from there.
    """
    found: list[Commitment] = []
    remarks: dict[str, dict[str, str]] = {}
    changes: list[Carried] = []
    known = {(commitment.line, commitment.period) for commitment in request.commitments}
    taken = set(part_ids(request))
    for group in request.groups:
        for line, _ in walk(group.lines):
            rest, said = worded_in(line.remark, year_change.standard.commitments, year_change.last)
            if not said:
                continue
            for status, period in said:
                if (line.id, period) in known:  # the sheet says twice what it has once
                    continue
                known.add((line.id, period))
                found.append(Commitment(unused_id(f"{line.id}-owed", taken), line.id, period, status))
            remarks[line.id] = {"remark": rest}
            changes.append(
                Carried(
                    f"「{words_of(line.text)}」の備考",
                    line.remark,
                    rest,
                    "備考の文を債務負担行為の一覧に移しました。印字は一覧から出ます。",
                    place.line(line.id, "remark"),
                )
            )
    if not remarks:
        return request, []
    changed = change_lines(request, remarks)
    return replace(changed, commitments=(*request.commitments, *found)), changes


def carry(year_change: YearChange, request: Request) -> DraftCommitments:
    """The commitments of the draft.

    One that was asked last year is set now, by last year's budget; one whose last year is over falls away; years that
    never came are called by the years that did (H32 is R2); what last year paid is added to what was paid.
    """
    kept: list[Commitment] = []
    amounts: dict[str, int] = {}
    changes: list[Carried] = []
    for old in request.commitments:
        line = find(request, old.line)
        what = (
            f"「{words_of(line.text)}」の債務負担行為"
            if line
            else f"債務負担行為「{old.name or old.period}」"
        )
        period = fiscal_year.parse_period(old.period, year_change.last)
        before = _wording(year_change, old)
        if period is not None and period.last.year < year_change.this.year:
            changes.append(Carried(what, before, "", f"期間が{year_change.last.label}までに終わりました。"))
            continue
        new, reasons = _carried(year_change, old, period)
        kept.append(new)
        draft_commitments = settled.amount_of(new.years, year_change.this, year_change.this)
        if line is not None and period is not None and draft_commitments is not None:
            amounts[line.id] = amounts.get(line.id, 0) + draft_commitments
        if reasons:
            where = place.commitment(old.id, "period")
            changes.append(Carried(what, before, _wording(year_change, new), "".join(reasons), where))
    return DraftCommitments(tuple(kept), amounts, frozenset(commitment.line for commitment in kept), changes)


def _carried(year_change: YearChange, old: Commitment, period: Period | None) -> tuple[Commitment, list[str]]:
    """One commitment as the draft has it, and why it was changed."""
    new, reasons = old, []
    if old.status == "requested":
        new = replace(new, status="set", set_in=_budget(year_change))
        reasons.append(f"{year_change.last.label}に要求したので、設定済（{new.set_in}）にしました。")
    new = settled.years_of(year_change, new)
    if old.granted:
        reasons.append("各年度の額は査定額にしました。")
    elif [row.amount for row in new.years] != [row.amount for row in old.years]:
        reasons.append("各年度の額は変更後の契約額にしました。")
    named = in_real_years(new.period, year_change.last, year_change.this)
    if named != new.period:
        new = replace(new, period=named)
        reasons.append("実在する元号の年度に直しました。")
    new = replace(
        new,
        paid_period=in_real_years(new.paid_period, year_change.last, year_change.this),
        contract_period=in_real_years(new.contract_period, year_change.last, year_change.this),
    )
    if period is not None and period.first.year <= year_change.last.year:
        paid = _paid(year_change, new, period)
        if paid is not None:
            new, reason = paid
            reasons.append(reason)
    return new, reasons


def _paid(year_change: YearChange, new: Commitment, period: Period) -> tuple[Commitment, str] | None:
    """The commitment with last year's amount added to what was paid (前年度末までの支出見込額), where both are known.

    Where nothing was typed it comes from the rows of the earlier years, which stay.
    """
    amount = settled.amount_of(new.years, year_change.last, year_change.this)
    if amount is None or not isinstance(new.paid, int):
        return None
    paid = new.paid + amount
    begin = (fiscal_year.parse_period(new.paid_period, year_change.this) or period).first
    written = (
        year_change.last.short
        if begin.year >= year_change.last.year
        else f"{begin.short}〜{year_change.last.short}"
    )
    reason = (
        f"{year_change.last.label}の{format_amount(amount)}千円を前年度末までの支出見込額に加えました"
        f"（{format_amount(paid)}千円）。"
    )
    return replace(new, paid=kept(paid), paid_period=written), reason


def _wording(year_change: YearChange, commitment: Commitment) -> str:
    words = year_change.standard.commitments
    template = words.set if commitment.status == "set" else words.requested
    return template.replace("{period}", commitment.period)


def _budget(year_change: YearChange) -> str:
    """The budget that set what was asked last year, as sheets write it: 「H31当初」, 「R2年度2月補正」."""
    budget = year_change.request.header.budget.strip().removesuffix("予算")
    return f"{year_change.last.short}{'年度' if budget[:1].isdecimal() else ''}{budget}"
