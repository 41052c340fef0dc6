"""Formulas that cells share: written once in a file, they move with the cell."""

from __future__ import annotations

import re
from typing import Final

from templates.readers.books.cells import MOST_COLUMNS, MOST_ROWS, At, address, column_name, column_number

_CELL: Final = re.compile(
    r"(?<![A-Za-z0-9_.$\]])(\$?)([A-Za-z]{1,3})(\$?)([1-9][0-9]{0,6})(?![A-Za-z0-9_.(])"
)
_LOST: Final = "#REF!"


class SharedFormula:
    """A formula of a cell, to be written out for others; taken apart once, since thousands of cells may share it."""

    def __init__(self, formula: str, first: At) -> None:
        self._formula = formula
        self._first = first
        self._pieces: list[str | tuple[str, int, str, int]] = []
        self._is_plain = True

    def at(self, place: At) -> str:
        """The formula in another cell; 「=」 where it cannot be read."""
        from openpyxl.formula.tokenizer import (  # read only where cells share a formula
            Token,
            Tokenizer,
            TokenizerError,
        )
        from openpyxl.formula.translate import Translator

        if not self._pieces:
            self._pieces = ["="]
            try:
                tokens = Tokenizer(self._formula).items
            except TokenizerError:
                tokens = []
            for token in tokens:
                if token.type == Token.OPERAND and token.subtype == Token.RANGE:
                    self._take_range(token.value)
                else:
                    self._pieces.append(token.value)
        if not self._is_plain:
            moved: str = Translator(self._formula, address(*self._first)).translate_formula(address(*place))
            return moved
        down, right = place[0] - self._first[0], place[1] - self._first[1]
        return "".join(
            piece if isinstance(piece, str) else _moved(piece, down, right) for piece in self._pieces
        )

    def _take_range(self, text: str) -> None:
        sheet, mark, cells = text.rpartition("!")
        self._pieces.append(sheet + mark)
        place = 0
        for found in _CELL.finditer(cells):
            self._pieces.append(cells[place : found.start()])
            self._pieces.append((found[1], column_number(found[2].upper()), found[3], int(found[4])))
            place = found.end()
        self._pieces.append(cells[place:])
        if not place and ":" in cells:  # whole rows or columns
            self._is_plain = False


def _moved(cell: tuple[str, int, str, int], down: int, right: int) -> str:
    fixed_column, column, fixed_row, row = cell
    column += 0 if fixed_column else right
    row += 0 if fixed_row else down
    if not (1 <= column <= MOST_COLUMNS and 1 <= row <= MOST_ROWS):
        return _LOST
    return f"{fixed_column}{column_name(column)}{fixed_row}{row}"
