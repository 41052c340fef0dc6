"""Where the words and boxes of the picture of commitments stand; nothing is painted here."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Literal, NamedTuple, TypeAlias

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from model.totals.outlook import CommitmentBar, Outlook
from model.values.amount import format_amount
from ui.language import QT_TRANSLATE_NOOP

Kind: TypeAlias = Literal["request", "requested", "set", "own", "line"]
"""What a box stands for: this year's 要求額, 要求, 設定済, the column of this year, the line below the stacks."""

_GAP: Final = 8.0
_STACKS: Final = 96.0  # pixels from the line to the top of the highest stack
_LEAST: Final = 2.0  # pixels of an amount that is small beside the others
_ROW: Final = 26.0
_WIDEST_NAME: Final = 0.26  # of the whole width; over many years the figures need the room
_WIDEST_BESIDE_MANY: Final = 0.14
_MANY: Final = 12
_UNITS: Final = (
    (1, QT_TRANSLATE_NOOP("ui.commitments", "千円")),
    (1_000, QT_TRANSLATE_NOOP("ui.commitments", "百万円")),
    (100_000, QT_TRANSLATE_NOOP("ui.commitments", "億円")),
)


class Words(NamedTuple):
    """Words in their box."""

    box: QRectF
    text: str
    align: Literal["left", "centre"] = "centre"
    strong: bool = False


class Box(NamedTuple):
    """A box of the picture."""

    box: QRectF
    kind: Kind


class Plan(NamedTuple):
    """The picture laid out: boxes below, words above them; the rows of the commitments for who points at one."""

    height: float
    unit: str
    boxes: list[Box]
    words: list[Words]
    rows: list[tuple[QRectF, CommitmentBar]]


def in_unit(amount: int, thousands: int, minus: str) -> str:
    """An amount of 千円 in a larger unit with one decimal, rounded half up: 19,440 in 1,000千円 is 「19.4」."""
    if thousands == 1:
        return format_amount(amount, minus)
    rounded = (Decimal(amount) / thousands).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{'' if rounded >= 0 else minus}{abs(rounded):,}"


def plan(picture: Outlook, width: float, metrics: QFontMetricsF, minus: str) -> Plan:
    """Lay the picture out: above the line of years what each owes together, below it a bar a commitment.

    Args:
        picture: what is to be shown, 千円.
        width: the width that there is, pixels.
        metrics: of the font that it will be painted in.
        minus: the mark of a negative figure.
    """
    return _Planner(picture, width, metrics, minus).plan()


def height_of(picture: Outlook, metrics: QFontMetricsF) -> float:
    """The height of the picture, pixels; it does not depend on its figures."""
    return _line(metrics) + _row(metrics) * (len(picture.bars) + 1)


def _row(metrics: QFontMetricsF) -> float:
    """The height of a row, pixels."""
    return max(_ROW, metrics.height() + _GAP)


def _line(metrics: QFontMetricsF) -> float:
    return metrics.height() + _STACKS + _GAP


class _Planner:
    def __init__(self, picture: Outlook, width: float, metrics: QFontMetricsF, minus: str) -> None:
        self._picture = picture
        self._metrics = metrics
        self._minus = minus
        self._width = width
        self._row = _row(metrics)
        names = max(metrics.horizontalAdvance(bar.name) for bar in picture.bars)
        share = _WIDEST_NAME if len(picture.years) <= _MANY else _WIDEST_BESIDE_MANY
        self._left = min(names + 2 * _GAP, width * share)
        self._step = (width - self._left) / len(picture.years)
        self._line = _line(metrics)
        self._stacks = self._sums()
        amounts = [amount for bar in picture.bars for amount in bar.amounts.values()]
        amounts += [sum(stack.values()) for stack in self._stacks.values()]
        self._thousands, self._unit = next(
            (
                unit
                for unit in _UNITS
                if all(self._fits(in_unit(amount, unit[0], minus)) for amount in amounts)
            ),
            _UNITS[-1],
        )
        self._boxes: list[Box] = []
        self._words: list[Words] = []

    def plan(self) -> Plan:
        height = height_of(self._picture, self._metrics)
        self._boxes.append(Box(QRectF(self._at(self._picture.own.year), 0, self._step, height), "own"))
        for year, stack in self._stacks.items():
            self._put_stack(year, stack)
        self._boxes.append(Box(QRectF(self._left, self._line, self._width - self._left, 1), "line"))
        for column in self._picture.years:
            label = column.label if self._fits(column.label) else column.short
            box = QRectF(self._at(column.year), self._line + 1, self._step, self._row - 1)
            self._words.append(Words(box, label, strong=column.year == self._picture.own.year))
        rows = [(self._put_bar(index, bar), bar) for index, bar in enumerate(self._picture.bars)]
        return Plan(height, self._unit, self._boxes, self._words, rows)

    def _at(self, year: int) -> float:
        return self._left + self._step * (year - self._picture.years[0].year)

    def _fits(self, text: str) -> bool:
        return self._metrics.horizontalAdvance(text) <= self._step - 2

    def _figure(self, amount: int) -> str:
        return in_unit(amount, self._thousands, self._minus)

    def _sums(self) -> dict[int, dict[Kind, int]]:
        """The segments of each year's bar from bottom to top, 千円: this year's 要求額, set, requested."""
        own = self._picture.own.year
        stacks: dict[int, dict[Kind, int]] = {
            sums.year.year: {"set": sums.set, "requested": sums.requested} for sums in self._picture.sums
        }
        if self._picture.this_year is not None:
            # What was committed for this year is asked in the ordinary budget: it is in the 要求額 already.
            stacks[own] = {"request": self._picture.this_year}
        return {year: stack for year, stack in stacks.items() if any(stack.values())}

    def _put_stack(self, year: int, stack: dict[Kind, int]) -> None:
        most = max(sum(max(amount, 0) for amount in other.values()) for other in self._stacks.values())
        foot = self._line
        for kind, amount in stack.items():
            if amount > 0 and most > 0:
                high = max(_STACKS * amount / most, _LEAST)
                foot -= high
                inset = min(self._step * 0.2, 24.0)
                self._boxes.append(
                    Box(QRectF(self._at(year) + inset, foot, self._step - 2 * inset, high), kind)
                )
        height = self._metrics.height()
        box = QRectF(self._at(year), foot - height - 1, self._step, height)
        self._words.append(Words(box, self._figure(sum(stack.values())), strong=True))

    def _put_bar(self, number: int, bar: CommitmentBar) -> QRectF:
        top = self._line + self._row * (number + 1)
        self._words.append(Words(QRectF(0, top, self._left - _GAP, self._row), bar.name, "left"))
        first, last = self._at(bar.first), self._at(bar.last)
        self._boxes.append(
            Box(QRectF(first + 2, top + 3, last - first + self._step - 4, self._row - 6), bar.status)
        )
        for year, amount in bar.amounts.items():
            self._words.append(
                Words(QRectF(self._at(year), top, self._step, self._row), self._figure(amount))
            )
        return QRectF(0, top, self._width, self._row)
