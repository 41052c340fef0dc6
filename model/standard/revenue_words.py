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
    """Words and lists of the rules on revenues; see the comments in ``templates/standards``.

    Attributes:
        national: words for national money in 財源 and beside a rate.
        fillers: words beside a rate that say nothing of other money.
        flat: the word for a sum that is no share of the cost (定額).
        open_rates: words by which a rate is no upper limit (定額, 等).
        bonds: key of the source 起債.
        bond_rate: the word before the share that may be borrowed.
        before_bonds: keys of the sources that are taken off before 充当率 is applied (控除財源).
        investments: names of the 節 whose costs may be borrowed for.
        fees: key of the source 使用料・手数料.
        other: key of the source その他.
        revenue_names: words in 財源 that name a revenue item of その他 (繰入金, 雑入).
        transfers: names of the 節, or words of a line, that pay into another account (繰出金).
        transfer_funds: the label of the column of the rest that another account pays (繰入金).
    """

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
