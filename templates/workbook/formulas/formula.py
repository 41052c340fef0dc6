"""Live formulas: a derived figure of the sheet as the formula that gives it, from the addresses of its terms.

A formula is written only where it gives the figure: it is evaluated here with what the cells hold, and where that is
something else (a declared figure in between, a place that is not on the sheet, a list too long for Excel) the figure
stands as a value. So the number in the file and the number after a recalculation cannot differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import Final, NamedTuple

from openpyxl.utils import get_column_letter

from model.request.place import Place
from model.values.amount import RoundingMode, round_exact
from templates.sheet.blocks import Cell, PeopleCell, Sum, Term, UnitLabourCost
from templates.workbook.formulas.basis import arithmetic
from templates.workbook.formulas.rounding import rounded

MAX_FORMULA: Final = 8_192  # characters, with the 「=」
MAX_ARGUMENTS: Final = 255
_ROUND: Final[Mapping[RoundingMode, str]] = {
    "half_up": "ROUND({ref}*{factor},0)",
    # The inner ROUND takes away the binary rest of e.g. 0.7×10, which would otherwise be cut or raised.
    "down": "ROUNDDOWN(ROUND({ref}*{factor},4),0)",
    "up": "ROUNDUP(ROUND({ref}*{factor},4),0)",
}


class Address(NamedTuple):
    """A cell of the sheet: column and row from 1."""

    column: int
    row: int

    @property
    def letter(self) -> str:
        """The letter of the column."""
        return get_column_letter(self.column)

    def __str__(self) -> str:
        return f"{self.letter}{self.row}"


class _Operand(NamedTuple):
    """A term resolved to a cell that is on the sheet."""

    address: Address
    factor: int
    value: Fraction | None
    price: Address | None = None  # the cell that holds the factor


class Addresses:
    """Where the figures of the request stand on the sheet."""

    def __init__(self) -> None:
        self._cells: dict[Place, Cell | PeopleCell] = {}
        self._at: dict[Place, Address] = {}
        self._siblings: dict[Address, str] = {}
        self._blank_rows: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
        self._unit_costs: dict[UnitLabourCost, Address] = {}

    def place_unit_cost(self, unit_cost: UnitLabourCost, address: Address) -> None:
        """Note the cell of a 人件費単価: the products with it take it from there."""
        self._unit_costs[unit_cost] = address

    def place(self, cell: Cell | PeopleCell, address: Address, siblings: str = "") -> None:
        """A figure stands at an address.

        Args:
            cell: the figure.
            address: where it stands.
            siblings: names the lines that are added up together with it; a range may run over their blank cells,
                so that a figure filled in later counts.
        """
        self._cells[cell.place] = cell
        self._at[cell.place] = address
        if siblings:
            self._siblings[address] = siblings
            if isinstance(cell, Cell) and cell.printed is None:
                self.pass_over(address, siblings)

    def pass_over(self, address: Address, siblings: str) -> None:
        """A cell with words stands between figures that are added up together: a range may run over it."""
        self._blank_rows[address.column, siblings].append(address.row)

    def leave_blank(self, cell: Cell, address: Address, siblings: str) -> None:
        """A heading line prints no figure at an address; the terms of its figure stand for it."""
        self._cells[cell.place] = cell
        self.pass_over(address, siblings)

    def formula(self, cell: Cell, mode: RoundingMode) -> str | None:
        """The formula of a derived figure with its 「=」; None where it has to stand as a value."""
        if cell.figure.is_declared or cell.figure.value is None:
            return None
        if cell.calculation is not None:
            return _basis_formula(cell)
        if cell.sum is None:
            return None
        for past_declared in (False, True):
            operands = self._resolve(cell.sum.terms, 1, past_declared)
            if (
                operands
                and _is_plain(operands, cell.sum)
                and _evaluate(operands, cell.sum, mode) == cell.figure.value
            ):
                text = "=" + self._print(operands, cell.sum, mode)
                return text if len(text) <= MAX_FORMULA else None
        return None

    def _resolve(
        self, terms: tuple[Term, ...], factor: int, past_declared: bool, depth: int = 0
    ) -> list[_Operand] | None:
        """The terms as cells of the sheet; None when one has none.

        Args:
            terms: what is added up.
            factor: by which all of them are multiplied.
            past_declared: take the terms of a declared figure instead of it, as the totals do from their roots.
            depth: guards against a circle.
        """
        found: list[_Operand] = []
        for term in terms:
            cell, address = self._cells.get(term.place), self._at.get(term.place)
            if cell is None or depth > 8:
                return None
            if isinstance(cell, Cell) and cell.sum is not None:
                through = address is None or (past_declared and cell.figure.is_declared)
                if through:
                    below = self._resolve(cell.sum.terms, factor * term.factor, past_declared, depth + 1)
                    if below is None:
                        return None
                    found += below
                    continue
            if address is None:
                return None
            price = self._unit_costs.get(term.unit_cost) if term.unit_cost and factor == 1 else None
            found.append(_Operand(address, factor * term.factor, _written(cell), price))
        return found

    def _print(self, operands: list[_Operand], total: Sum, mode: RoundingMode) -> str:
        if total.rounded:
            return "+".join(
                _ROUND[mode].format(ref=operand.address, factor=operand.price or operand.factor)
                for operand in operands
            )
        taken = [operand for operand in operands if operand.factor < 0]
        if not taken:
            return self._print_sum(operands, over_blanks=True)
        added = self._print_sum([operand for operand in operands if operand.factor > 0])
        bracketed = self._print_sum(taken)
        return f"{added}-({bracketed})" if "+" in bracketed else f"{added}-{bracketed}"

    def _print_sum(self, operands: list[_Operand], *, over_blanks: bool = False) -> str:
        readable = all(operand.value is not None for operand in operands)
        arguments = self._ranges([operand.address for operand in operands], over_blanks)
        if len(operands) == 1 and readable and ":" not in arguments[0]:
            return arguments[0]
        # A text in one of the cells makes + an error, where SUM passes over it.
        if len(operands) == 2 and len(arguments) == 2 and readable and ":" not in "".join(arguments):
            return "+".join(arguments)
        while len(arguments) > MAX_ARGUMENTS:
            arguments = [
                f"SUM({','.join(arguments[start : start + MAX_ARGUMENTS])})"
                for start in range(0, len(arguments), MAX_ARGUMENTS)
            ]
        return f"SUM({','.join(arguments)})"

    def _ranges(self, addresses: list[Address], over_blanks: bool) -> list[str]:
        """The addresses as ranges, down a column (over blank siblings where asked for), else along a row."""
        wanted = set(addresses)
        families = {
            (address.column, self._siblings[address])
            for address in wanted
            if over_blanks and address in self._siblings
        }
        blanks = {Address(column, row) for column, name in families for row in self._blank_rows[column, name]}
        down: list[tuple[Address, Address]] = []
        for run in runs(sorted(wanted | blanks)):
            if any(address in wanted for address in run):
                down.append((run[0], run[-1]))
        singles = [first for first, last in down if first == last]
        ranges = [(first, last) for first, last in down if first != last]
        ranges += [
            (run[0], run[-1])
            for run in runs(sorted(singles, key=lambda single: (single.row, single.column)), along_row=True)
        ]
        return [area(span) for span in sorted(ranges, key=lambda span: (span[0].row, span[0].column))]


def _basis_formula(cell: Cell) -> str | None:
    """The formula of a figure that comes from a basis (積算), rounded as the figure was."""
    calculation, figure = cell.calculation, cell.figure
    if calculation is None or figure.exact is None or figure.mode is None:
        return None
    for live in (True, False):
        body = arithmetic(calculation.basis, calculation.surroundings, live=live)
        text = rounded(body, figure.exact, figure.mode) if body is not None else None
        if text is not None and len(text) < MAX_FORMULA:
            return f"={text}"
    return None


def area(run: Sequence[Address]) -> str:
    """Cells that follow each other as a range: 「C5:C8」; 「C5」 for a single one."""
    return str(run[0]) if run[0] == run[-1] else f"{run[0]}:{run[-1]}"


def runs(addresses: Iterable[Address], *, along_row: bool = False) -> list[list[Address]]:
    """Sorted cells cut where the next one does not follow, down a column or along a row."""

    def key(numbered: tuple[int, Address]) -> tuple[int, int]:
        index, address = numbered
        return (address.row, address.column - index) if along_row else (address.column, address.row - index)

    return [[address for _, address in run] for _, run in groupby(enumerate(addresses), key)]


def _written(cell: Cell | PeopleCell) -> Fraction | None:
    """What a formula finds in the cell: its number, 0 for a blank, None for a text."""
    held = cell.printed if isinstance(cell, Cell) else (cell.value if cell.value is not None else cell.typed)
    if held is None or held == "":
        return Fraction(0)
    return Fraction(held) if isinstance(held, int | Decimal) else None


def _is_plain(operands: list[_Operand], total: Sum) -> bool:
    """Whether the operands can be printed: each cell once and, where it is no price, with a sign only."""
    once = len({operand.address for operand in operands}) == len(operands)
    return once and (total.rounded or all(abs(operand.factor) == 1 for operand in operands))


def _evaluate(operands: list[_Operand], total: Sum, mode: RoundingMode) -> Fraction:
    values = [(operand.value or Fraction(0)) * operand.factor for operand in operands]
    return (
        Fraction(sum(round_exact(value, mode) for value in values))
        if total.rounded
        else sum(values, Fraction(0))
    )
