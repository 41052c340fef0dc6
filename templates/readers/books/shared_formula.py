"""Formulas that cells share: written once in a file, they move with the cell."""

from __future__ import annotations

from openpyxl.formula.translate import Translator, TranslatorError

from templates.readers.books.cells import At, address


class SharedFormula(Translator):
    """A formula of a cell, to be written out for others; taken apart once, since thousands of cells may share it.

    Raises:
        TokenizerError: when it cannot be read.
    """

    def __init__(self, formula: str, first: At) -> None:
        super().__init__(formula, address(*first))

    def at(self, place: At) -> str:
        """The formula in another cell."""
        return str(self.translate_formula(address(*place)))

    @classmethod
    def translate_range(cls, range_str: str, rdelta: int, cdelta: int) -> str:
        """A range in another cell; 「#REF!」 where it leaves the sheet."""
        try:
            return str(Translator.translate_range(range_str, rdelta, cdelta))  # type: ignore[no-untyped-call]
        except TranslatorError:
            return "#REF!"
