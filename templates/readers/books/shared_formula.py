"""Formulas that cells share: written once in a file, they move with the cell."""

from __future__ import annotations

from typing import Final

from templates.readers.books.cells import At

_LOST: Final = "#REF!"


class SharedFormula:
    """A formula of a cell, to be written out for others; taken apart once, since thousands of cells may share it."""

    def __init__(self, formula: str, first: At) -> None:
        self._formula = formula
        self._first = first
        self._pieces: list[tuple[str, bool]] = []  # each with whether it is a range, which moves

    def at(self, place: At) -> str:
        """The formula in another cell; 「=」 where it cannot be read."""
        from openpyxl.formula.tokenizer import (  # read only where cells share a formula
            Token,
            Tokenizer,
            TokenizerError,
        )

        if not self._pieces:
            self._pieces = [("=", False)]
            try:
                tokens = Tokenizer(self._formula).items
            except TokenizerError:
                tokens = []
            self._pieces += [
                (token.value, token.type == Token.OPERAND and token.subtype == Token.RANGE)
                for token in tokens
            ]
        down, right = place[0] - self._first[0], place[1] - self._first[1]
        return "".join(_moved(piece, down, right) if moves else piece for piece, moves in self._pieces)


def _moved(text: str, down: int, right: int) -> str:
    from openpyxl.formula.translate import Translator, TranslatorError

    sheet, mark, cells = text.rpartition("!")
    try:
        moved = Translator.translate_range(cells, down, right)  # type: ignore[no-untyped-call]
    except TranslatorError:
        moved = _LOST
    return f"{sheet}{mark}{moved}"
