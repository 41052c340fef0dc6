"""What Excel says to a person who types: which cells hold amounts, which words can be chosen, which cells are calculated.

Nothing is refused: what is typed otherwise is warned of, for the program keeps what is no amount as text too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from model.values.amount import LARGEST_AMOUNT
from templates.workbook.formulas.formula import Address, area, runs

_LONGEST_LIST: Final = 250  # characters; Excel keeps 255
_AMOUNT: Final = "額は、千円の整数で書いてください（コンマと△は要りません）。"
_CHOICE: Final = "一覧にない言葉です。このまま入れますか。"


def expect_amounts(sheet: Worksheet, addresses: Iterable[Address]) -> None:
    """Whole numbers of 千円 are expected in some cells."""
    if ranges := _ranges(addresses):
        limit = str(LARGEST_AMOUNT)
        rule = DataValidation("whole", operator="between", formula1=f"-{limit}", formula2=limit)
        _add(sheet, rule, ranges, "千円の額", _AMOUNT)


def expect_words(sheet: Worksheet, addresses: Iterable[Address], words: Sequence[str]) -> None:
    """One of some words is expected, and can be chosen; none is where the list is longer than Excel takes."""
    listed = ",".join(words)
    ranges = _ranges(addresses)
    if (
        ranges
        and words
        and len(listed) <= _LONGEST_LIST
        and not any("," in word or '"' in word for word in words)
    ):
        _add(sheet, DataValidation("list", formula1=f'"{listed}"'), ranges, "選ぶ言葉", _CHOICE)


def protect_formulas(sheet: Worksheet) -> None:
    """Let the calculated cells of a sheet not be typed over by mistake; there is no password, and all else is allowed."""
    protection = sheet.protection
    protection.sheet = True
    for allowed in (
        *("formatCells", "formatColumns", "formatRows", "insertColumns", "insertRows", "deleteColumns"),
        *("deleteRows", "sort", "autoFilter", "objects", "scenarios"),
    ):
        setattr(protection, allowed, False)


def _add(sheet: Worksheet, rule: DataValidation, ranges: str, title: str, words: str) -> None:
    rule.allow_blank, rule.showErrorMessage, rule.errorStyle = True, True, "warning"
    rule.errorTitle, rule.error = title, words
    rule.sqref = ranges
    sheet.add_data_validation(rule)


def _ranges(addresses: Iterable[Address]) -> str:
    """Cells as ranges down their columns: 「D5:D9 E5」."""
    return " ".join(map(area, runs(sorted(set(addresses)))))
