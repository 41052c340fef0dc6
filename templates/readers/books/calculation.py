"""What the formulas of a sheet give with what stands in its cells now: sums, products and roundings, exactly.

A program that only writes cells stores no values of formulas, or leaves those of before, which prove nothing.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from model.values.amount import RoundingMode, parse_written, round_exact
from templates.readers.books.cells import At, Sheet, column_number

_DEEPEST: Final = 40  # formulas that rest on one another
_WIDEST: Final = 100  # columns of a range
_MOST_DIGITS: Final = 15
_OURS: Final = re.compile(r"[A-Z0-9$:.,()*/+-]{1,10000}")  # what our formulas are written with
REFERENCE: Final = re.compile(
    r"(?<![A-Za-z0-9_.])\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?(?![A-Za-z0-9_(.])"
)
_CELLS: Final = "_cells"
_ROUND: Final[Mapping[str, RoundingMode]] = {"ROUND": "half_up", "ROUNDDOWN": "down", "ROUNDUP": "up"}
_OPERATIONS: Final[Mapping[type[ast.operator], Callable[[Fraction, Fraction], Fraction]]] = {
    ast.Add: lambda left, right: left + right,
    ast.Sub: lambda left, right: left - right,
    ast.Mult: lambda left, right: left * right,
    ast.Div: lambda left, right: left / right,
}


class Calculation:
    """Calculates formulas of one sheet."""

    def __init__(
        self, sheet: Sheet, formulas: Mapping[At, str], known: Mapping[At, int | None] | None = None
    ) -> None:
        """Prepare to calculate the formulas of a sheet, given by cell; ``known`` has the values of cells that replace those of the sheet."""
        self._sheet, self._formulas, self._known = sheet, formulas, known or {}
        self._found: dict[At, Fraction | None] = {}
        self._depth = 0

    def formula(self, text: str) -> Fraction | None:
        """What a formula gives; None for one of another kind than those that the program writes."""
        text = text.removeprefix("=").replace(" ", "")
        if self._depth > _DEEPEST or not _OURS.fullmatch(text):
            return None
        self._depth += 1
        try:
            tree = ast.parse(REFERENCE.sub(_call, text), mode="eval")
            return self._value(tree.body)
        except (SyntaxError, ValueError, ZeroDivisionError, RecursionError, MemoryError):
            return None
        finally:
            self._depth -= 1

    def cell(self, at: At) -> Fraction | None:
        """What the formula of a cell gives; None for one that cannot be calculated."""
        try:
            return self._cell(at)
        except ValueError:
            return None

    def _cell(self, at: At) -> Fraction | None:
        """The figure of a cell; None for a blank or words; ValueError for an error, a figure that is text, and a formula that cannot be calculated."""
        if at in self._known:
            known = self._known[at]
            return None if known is None else Fraction(known)
        value = self._sheet.value(*at)
        text = self._formulas.get(at)
        if text is None:
            if isinstance(value, str) and (value.startswith("#") or parse_written(value)):
                raise ValueError(value)  # a spreadsheet leaves out figures that are text
            return None if value is None or isinstance(value, str) else Fraction(value)
        if at not in self._found:
            self._found[at] = None  # what refers to itself gives nothing
            self._found[at] = self.formula(text)
        if self._found[at] is None:
            raise ValueError(text)
        return self._found[at]

    def _value(self, node: ast.expr) -> Fraction:
        match node:
            case ast.Constant(value=int() | float() as number):
                return Fraction(str(number))
            case ast.BinOp(left, operator, right) if type(operator) in _OPERATIONS:
                return _OPERATIONS[type(operator)](self._value(left), self._value(right))
            case ast.UnaryOp(ast.USub(), operand):
                return -self._value(operand)
            case ast.Call(ast.Name("ABS"), [operand]):
                return abs(self._value(operand))
            case ast.Call(ast.Name("SUM"), operands):
                return sum((figure for operand in operands for figure in self._figures(operand)), Fraction(0))
            case ast.Call(ast.Name(name), [operand, digits]) if name in _ROUND:
                places = int(self._value(digits))
                if abs(places) > _MOST_DIGITS:
                    raise ValueError(places)
                scale = Fraction(10) ** places
                return round_exact(self._value(operand) * scale, _ROUND[name]) / scale
            case ast.Call(ast.Name(called), bounds) if called == _CELLS:
                return self._only(*(int(self._value(bound)) for bound in bounds))
        raise ValueError(node)

    def _only(self, top: int, left: int, bottom: int, right: int) -> Fraction:
        """The figure of the one cell of a range, 0 for a blank; ValueError for a text and for several."""
        found = self._cell((top, left))
        if (top, left) != (bottom, right) or (found is None and self._sheet.value(top, left) is not None):
            raise ValueError(top, left)
        return found or Fraction(0)

    def _figures(self, node: ast.expr) -> list[Fraction]:
        """The figures of a range, or the one of another expression."""
        match node:
            case ast.Call(ast.Name(called), bounds) if called == _CELLS:
                top, left, bottom, right = (int(self._value(bound)) for bound in bounds)
                found = (self._cell(index) for index in self._range(top, left, bottom, right))
                return [figure for figure in found if figure is not None]
        return [self._value(node)]

    def _range(self, top: int, left: int, bottom: int, right: int) -> Iterator[At]:
        rows, columns = range(top, bottom + 1), range(left, right + 1)
        if len(columns) > _WIDEST:
            raise ValueError(columns)
        for row in rows if len(rows) <= len(self._sheet.rows) else self._sheet.rows:
            if row in rows:
                yield from ((row, column) for column in columns)


def calculated(sheet: Sheet) -> Sheet:
    """The sheet with what those formulas give whose values are not stored; itself where none can be calculated."""
    calculation = Calculation(sheet, {at: sheet.formulas.get(at, "") for at in sheet.without_value})
    given = {at: figure for at in sorted(sheet.without_value) if (figure := calculation.cell(at)) is not None}
    values = {at: value for at, figure in given.items() if (value := _decimal(figure)) is not None}
    return sheet.with_values(values) if values else sheet


def _decimal(figure: Fraction) -> int | Decimal | None:
    """A figure as a cell holds it; None for one without end."""
    found = Decimal(figure.numerator) / Decimal(figure.denominator)
    if Fraction(found) != figure:
        return None
    return int(found) if figure.denominator == 1 else found


def _call(found: re.Match[str]) -> str:
    """A reference as a call with its bounds: 「E86:E90」 is 「_cells(86,5,90,5)」."""
    rows, columns = zip(*ends_of(found), strict=True)
    return f"{_CELLS}({min(rows)},{min(columns)},{max(rows)},{max(columns)})"


def ends_of(found: re.Match[str]) -> list[tuple[int, int]]:
    """Row and column of the cell that a reference names, or of the first and the last one of its range."""
    pairs = [(found[1], found[2]), (found[3], found[4])]
    return [(int(row), column_number(letters)) for letters, row in pairs if letters]
