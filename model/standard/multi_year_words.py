"""What the Standard says of commitments, continuing expenses and their 調書: one struct for each table of the file."""

from __future__ import annotations

from model.standard.form import Dated
from model.standard.setting import Setting


class Commitments(Setting, frozen=True):
    """How a commitment is worded; see the comments in ``templates/standards``.

    Attributes:
        requested: the words in the remark (備考) of its line while it is asked; ``{period}`` is the period as typed.
        set: the words once it is set, where the budget that set it is not told.
        set_in: the words where it is: ``{set_in}``, and ``{contract}``, the contract's period, else the committed one.
        ordinary_budget: stands in a changed year that is asked in the ordinary budget.
        reason_heading: the section of a sheet of its own that says why.
        initial_budget: the word of a budget by which what was set has begun (当初).
    """

    initial_budget: str
    requested: str
    set: str
    set_in: str
    requested_label: str
    set_label: str
    title: str
    granted_title: str
    item: str
    period: str
    contract_period: str
    row: str
    year: str
    total: str
    limit: str
    note: str
    change_title: str
    contracted: str
    changed: str
    difference: str
    asked_now: str
    ordinary_budget: str
    reason_heading: str


class SourceColumn(Setting, frozen=True):
    """A column of specific funds under the words of a table of its own (国庫)."""

    key: str
    label: str


class SourceColumns(Dated, frozen=True):
    """The columns of specific funds of a table in some fiscal years.

    Attributes:
        blank_prints_zero: whether a blank cell prints 0.
    """

    columns: list[SourceColumn]
    blank_prints_zero: bool = True


class Continuing(Setting, frozen=True):
    """The words of the tables of continuing expenses (継続費)."""

    title: str
    annual: str
    before: str
    after: str
    change: str
    year: str
    total: str
    columns: list[SourceColumn]


class LedgerColumn(Setting, frozen=True):
    """A column of specific funds of the 調書: the sources it adds up; one that names none takes all the others."""

    key: str
    label: str
    sources: list[str] = []


class Ledger(Setting, frozen=True):
    """The words and columns of the 債務負担行為調書."""

    title: str
    full_title: str
    item: str
    limit: str
    paid: str
    planned: str
    period: str
    amount: str
    funds: str
    specific: str
    general: str
    columns: list[LedgerColumn]
