"""One figure of the sheet as a value, 千円: derived, typed, shown."""

from __future__ import annotations

from fractions import Fraction

import msgspec

from model.values.amount import Amount, RoundingMode, round_exact


class Figure(msgspec.Struct, frozen=True, gc=False):
    """One figure of the sheet.

    Attributes:
        value: what stands on the sheet, 千円: the typed figure, else the derived one; None for a blank.
        derived: the figure as computed, None where nothing derives it.
        exact: what the derived figure was rounded from, 千円; None where nothing had to be rounded.
    """

    value: int | None
    derived: int | None = None
    typed: Amount = None
    exact: Fraction | None = None
    mode: RoundingMode | None = None

    @property
    def is_declared(self) -> bool:
        """Whether a person typed a figure where one is derived."""
        return self.derived is not None and self.typed is not None

    @property
    def differs(self) -> bool:
        """Whether the declared figure is not the derived one."""
        return self.is_declared and self.typed != self.derived

    @property
    def is_unknown(self) -> bool:
        """Whether something was typed that cannot be read, and nothing derives the figure."""
        return self.value is None and self.typed is not None

    @property
    def shown(self) -> Amount:
        """What stands in the cell: also text that could not be read."""
        return self.typed if self.typed is not None else self.derived


def figure(derived: int | None, typed: Amount) -> Figure:
    """A figure from what derives it and what was typed; unreadable text leaves the derived value in force."""
    return Figure(typed if isinstance(typed, int) else derived, derived, typed)


def rounded_figure(exact: Fraction | None, typed: Amount, mode: RoundingMode) -> Figure:
    """A figure derived by rounding an exact one, 千円; it remembers from what and how."""
    if exact is None:
        return figure(None, typed)
    derived = round_exact(exact, mode)
    return Figure(typed if isinstance(typed, int) else derived, derived, typed, exact, mode)
