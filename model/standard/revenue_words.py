"""What the Standard says of revenues: words of the rates of national money, bonds (起債) and ceilings (シーリング)."""

from __future__ import annotations

from model.standard.form import Dated
from model.standard.setting import Count, Percent, Setting, WesternYear


class BondClass(Dated, frozen=True):
    """A class of bonds (起債の区分) in some fiscal years; one whose rate changes stands twice.

    Attributes:
        key: its key in a ground of revenue.
        label: its name.
        percent: 充当率, the share of the prefecture's own part that may be borrowed, in percent.
        source: where the rate comes from.
    """

    key: str
    label: str
    percent: Percent
    source: str


class Ceiling(Setting, frozen=True):
    """The most of 一般財源 that a department (部局) may request in a fiscal year (シーリング), 千円.

    Attributes:
        department: its name as on the sheet.
        year: the western fiscal year.
        amount: 千円.
        budget: words of the budget that it holds for.
    """

    department: str
    year: WesternYear
    amount: Count
    budget: str = "当初予算"


class RevenueWords(Setting, frozen=True):
    """Words, 節 and keys of sources for the rules on revenues, each explained in ``templates/standards``."""

    national: tuple[str, ...]
    fillers: tuple[str, ...]
    flat: str
    open_rates: tuple[str, ...]
    bonds: str
    bond_rate: str
    before_bonds: tuple[str, ...]
    investments: tuple[str, ...]
    fees: str
    other: str
    revenue_names: tuple[str, ...]
    transfers: tuple[str, ...]
    transfer_funds: str
