"""Words, amounts and tables of the Standard by which the rules of lines by 節 know their lines (``[line_words]``).

A 節 is named here without its number, which changed with 令和2年度.
"""

from __future__ import annotations

from fractions import Fraction

from model.standard.form import Dated
from model.standard.setting import Count, Percent, Setting
from model.standard.wording import Wording


class CostKind(Wording, frozen=True, kw_only=True):
    """A kind of cost and how its lines are known.

    Attributes:
        object_classes: the 節 that its lines have; a line of another 節 is none of the kind, whatever its words.
        by_class: whether the 節 alone tells it, without a word.
        at_least: from what amount on a line is worth a word, 千円.
    """

    object_classes: tuple[str, ...] = ()
    by_class: bool = False
    at_least: Count = 1


class Frame(Setting, frozen=True):
    """標準事務費: the frame per department; requests beyond it are assessed separately.

    Attributes:
        mark: key of the mark of lines outside it (枠外).
        kinds: the kinds of cost that it is for.
    """

    mark: str = ""
    kinds: tuple[CostKind, ...] = ()


class Honoraria(CostKind, frozen=True, kw_only=True):
    """Words for 報償費; ``details`` are those of a remark that gives the number of lectures, or where the lecturer travels from."""

    details: Wording = Wording()


class Utilities(CostKind, frozen=True, kw_only=True):
    """光熱水費; ``rise_percent`` is how much more than last year needs no reason yet."""

    rise_percent: Percent = 0


class Repair(CostKind, frozen=True, kw_only=True):
    """修理: work alone is a fee (手数料), with parts it is 修繕料."""

    parts: Wording = Wording()
    without_parts: Wording = Wording()
    with_class: tuple[str, str] = ("", "")
    without_class: tuple[str, str] = ("", "")


class Goods(Dated, frozen=True):
    """From what price on a thing that lasts is an asset (備品), 円 a piece, tax included; below it is a consumable.

    Between the two amounts nothing is said: the bodies' own rules differ.

    Attributes:
        asset: the 節 of assets.
        consumable: the 節 and 細節 of consumables.
        asset_from: a thing of this price or more is an asset.
        consumable_below: a thing below this price is a consumable.
        pieces: units of things that are counted one by one.
        always_assets: words for things that are assets whatever they cost.
        always_consumables: words for things that are used up whatever they cost.
    """

    asset: str
    consumable: tuple[str, str]
    asset_from: Count
    consumable_below: Count
    pieces: tuple[str, ...]
    always_assets: Wording = Wording()
    always_consumables: Wording = Wording()


class Misplaced(Wording, frozen=True, kw_only=True):
    """Words that often land in the wrong 節."""

    wrong: tuple[str, ...]
    right: tuple[str, str]
    at_most: Count | None = None


class InsuranceRate(Dated, frozen=True):
    """事業主負担 of 共済費 in the years from ``first`` to ``last``, in thousandths (「142.53」)."""

    per_mille: str

    @property
    def value(self) -> Fraction:
        """The rate as a number: 142.53."""
        return Fraction(self.per_mille)


class Pay(Setting, frozen=True):
    """The pay of people who are paid in 事業費; ``rates`` are those of 共済費 where they are known."""

    staff: Wording = Wording()
    pay_class: str = ""
    insurance_class: str = ""
    no_insurance: Wording = Wording()
    part_year: Wording = Wording()
    rates: tuple[InsuranceRate, ...] = ()


class Lease(CostKind, frozen=True, kw_only=True):
    """Leases, costly from ``at_least`` on; ``settled`` are words that say how one is contracted."""

    settled: Wording = Wording()


class LineWords(Setting, frozen=True):
    """All of them, each key explained in ``templates/standards``."""

    frame: Frame = Frame()
    honoraria: Honoraria = Honoraria()
    fuel: CostKind = CostKind()
    fuels: Wording = Wording()
    utilities: Utilities = Utilities()
    food: CostKind = CostKind()
    repair: Repair = Repair()
    goods: tuple[Goods, ...] = ()
    misplaced: tuple[Misplaced, ...] = ()
    pay: Pay = Pay()
    lease: Lease = Lease()
