"""What binds later years: commitments (債務負担行為) and continuing expenses (継続費), as a person decided them.

Nothing here is computed; what each year owes is in model/figures/commitments.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from model.request.part import Part
from model.values.amount import Amount

CommitmentStatus: TypeAlias = Literal["requested", "set"]
"""要求 (asked with this budget) or 設定済 (set by an earlier one)."""


class CommitmentYear(Part, frozen=True):
    """What one fiscal year of a commitment owes, 千円.

    Attributes:
        year: the fiscal year as typed (「5年度」, 「R8」).
        amount: what is asked for the year; where a contract is changed, only the change (今回要求額).
        sources: the specific funds by source key; 一般財源 is the rest.
        contracted: 契約額, what was set before a change of the contract.
        changed: 変更後, what the contract is after it.
    """

    id: str
    year: str = ""
    amount: Amount = None
    sources: dict[str, Amount] = {}
    contracted: Amount = None
    changed: Amount = None


class Commitment(Part, frozen=True):
    """A commitment over several years (債務負担行為) tied to a cost line; its period stays as typed (H32〜H35).

    Attributes:
        line: id of the cost line it belongs to; "" for none.
        period: the committed period (設定期間): fiscal years after this one, as typed.
        status: asked with this budget, or set by an earlier one.
        name: 事項; "" for the words of its line.
        contract_period: 契約期間 as typed; its first year may lie in the ordinary budget (forms.md section 6).
        set_in: the budget that set it (「R2.11」, 「R3当初」), as typed.
        limit: 限度額 where declared over the sum of the years, 千円.
        note: 説明.
        years: what each year owes.
        granted: the same after the 査定 (査定額), where the finance division wrote it.
        paid_period: the years paid so far (前年度末までの支出見込額の期間), as typed.
        paid: 前年度末までの支出（見込）額, 千円.
    """

    id: str
    line: str = ""
    period: str = ""
    status: CommitmentStatus = "requested"
    name: str = ""
    contract_period: str = ""
    set_in: str = ""
    limit: Amount = None
    note: str = ""
    years: tuple[CommitmentYear, ...] = ()
    granted: tuple[CommitmentYear, ...] = ()
    paid_period: str = ""
    paid: Amount = None


class AnnualAmount(Part, frozen=True):
    """One fiscal year of a continuing expense (年割額), 千円 by source key and ``expense``, before and after the change."""

    id: str
    year: str = ""
    before: dict[str, Amount] = {}
    after: dict[str, Amount] = {}


class ContinuingExpense(Part, frozen=True):
    """A continuing expense (継続費): its total and annual amounts are fixed for several years.

    Attributes:
        name: the work (事業名).
        total: 総額 after the change where declared over the sum of the years, 千円.
        total_before: 総額 before it, likewise.
        years: the annual amounts in their order.
        note: 説明.
    """

    id: str
    name: str = ""
    total: Amount = None
    total_before: Amount = None
    years: tuple[AnnualAmount, ...] = ()
    note: str = ""
