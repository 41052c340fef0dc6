"""The unit of an amount in a table: by its cell, its heading, a note in any wording, or the arithmetic of the table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from model.values.amount import Written, half_width, parse_written
from templates.readers.labels import compact
from templates.readers.tables.grid import Grid

MONEY: Final = "千円|百万円|万円|億円|円"
_MONEY: Final = frozenset(MONEY.split("|"))
_OPEN, _CLOSE = r"[(\[{<〔【〈《＜「]", r"[)\]}>〕】〉》＞」]"
_TAX: Final = "税(?:抜|込|別)[きみ]?"
_NOT_ROUNDED: Final = "(?!(?:に|で|へ|未満)?を?(?:整理|切|四捨五入|丸|調整|そろ|揃))"  # 「十万円単位に整理」 is no unit of the table
_SAID: Final = re.compile(
    rf"(?:単位|金額)(?:は|[:;/=・])?(?:すべて|全て|いずれも)?(?:[^・、,/0-9千百万億円()]{{1,3}}[・、,/])*({MONEY})|(?<![0-9十百])({MONEY})単位{_NOT_ROUNDED}|{_OPEN}(?:税抜|税込|税別|[^()\[\]]{{1,40}}(?=[・、,/]))?[・、,/]?({MONEY})(?:[・、,/](?:%|人|件|千円|円|税抜き?|税込み?|税別))?(?:です)?{_CLOSE}|(?:[※*]|注[):])({MONEY})\Z"
)
_NOTE: Final = re.compile(
    rf"(?:[※*]|注[):])?{_OPEN}?(?:(?:[^・、,/0-9と及]{{1,4}}(?:[・、,と]|及び)){{0,3}}(?:金額|予算額)|表示)?[のは:]?(?:単位(?:は|[:;/=・])?)?(?:すべて|全て|いずれも)?(?:[^・、,/0-9千百万億円()]{{1,3}}[・、,/])*(?:{MONEY})(?:単位)?(?:[・、,/](?:%|人|件|率|税抜き?|税込み?|税別))*"
    rf"(?:です)?{_CLOSE}?(?:{_OPEN}?(?:税抜|税込|税別)(?:み|き)?{_CLOSE}?)?{_CLOSE}?"
)
_ENDS: Final = re.compile(
    rf"[※*]?[^0-9()]{{0,12}}(?:は|すべて|全て|いずれも)({MONEY})(?:単位)?(?:です|とする)?。?"
)  # 「数量以外は千円」
_BEHIND: Final = re.compile(
    rf"(?<!\s)\s*+[(\[{{<〔【〈《（［＜](?:金額|単位|{MONEY})[^)\]}}>〕】〉》）］＞]{{0,20}}[)\]}}>〕】〉》）］＞]\s*+。?\s*$"
)
_IN_SENTENCE: Final = re.compile(rf"単位[はを:](?:{MONEY})")  # 「（注）1　金額の単位は千円。2　…」
NOTES: Final = ("※", "＊", "*", "（注", "(注", "注）", "注)", "注:", "注：")
"""How a note begins."""
_LONGEST_NOTE: Final = 80
_AMOUNT: Final = re.compile(rf"(?<![0-9,.])[0-9][0-9,]*(?:\.[0-9]+)?\s?(?:{MONEY})(?![0-9])")
_ALONE: Final = re.compile(
    rf"{_OPEN}?(?:{_TAX}[・、,/])?({MONEY}|%|人|件|個|回|箇所|か所|台|人日|日|月|か月|名|部|枚|本|式|組|校|戸|世帯|時間|m|㎡|ha|km)(?:[・、,/]{_TAX}|{_OPEN}{_TAX}{_CLOSE})?{_CLOSE}?"
)


def unit_in(text: str) -> str:
    """The unit of money that words name: 「単位：千円」, 「要求額(円)」, 「＜単位／円＞」; "" for none."""
    plain = compact(text) if "円" in text else ""
    found = _SAID.search(plain) or _ENDS.fullmatch(plain)
    return next(filter(None, found.groups()), "") if found else ""


def without_unit(text: str) -> str:
    """A title without the unit in brackets behind it: 「所要経費（単位：千円）」 is 「所要経費」."""
    return _BEHIND.sub("", text)


def unit_alone(text: str) -> str:
    """The unit where a cell holds nothing else: 「円」, 「(千円)」, 「％」; "" where it holds more."""
    found = _ALONE.fullmatch(compact(text))
    return found[1] if found else ""


def is_unit_note(text: str) -> bool:
    """Whether a text says the unit of a table and nothing else: 「（単位：千円）」, 「※単位は円」, 「（単位：円・％）」."""
    plain = compact(text)
    return _ENDS.fullmatch(plain) is not None or (
        len(plain) < 30
        and _NOTE.fullmatch(plain) is not None
        and ("単位" in plain or "金額は" in plain or plain[0] in "([{<〔【〈《＜「※*注")
    )


def is_title_with_unit(text: str) -> bool:
    """Whether words other than a note stand before a unit in brackets: 「修繕実績（単位：円）」."""
    return bool(0 < len(without_unit(text)) < len(text)) and not text.startswith(NOTES)


def unit_note(grid: Grid, row: int, first: int, last: int) -> tuple[str, str]:
    """The unit that a note gives for a table, and where the note stands; both "" where none does.

    A note just above or below the table, within its columns, is nearer than any other on the sheet; where several
    others differ, none of them is the table's. The table's headings begin in ``row``, from the first column to the last.
    """
    notes = _notes(grid)
    above = [note for note in notes if note[0] < row]
    beside = [note for note in above if note[0] >= row - 3 and first <= note[1] <= last + 2]
    for near in (beside, above, notes):
        if len({unit for *_, unit in near}) == 1:
            return near[-1][2], grid.where(near[-1][0], near[-1][1])
    return "", ""


def amounts_written(grid: Grid) -> list[tuple[int, Written]]:
    """The amounts that cells write with their unit (「要求額：1,850千円（前年度1,700千円）」), each with its row; they are looked for once for all tables of a sheet."""
    if grid.amounts is None:
        grid.amounts = [
            (row, amount)
            for row, _, text in grid.cells(grid.rows)
            if "円" in text
            for found in _AMOUNT.finditer(half_width(text))
            if (amount := parse_written(found[0])) is not None
        ]
    return grid.amounts


def unit_beside(grid: Grid, row: int, first: int, last: int) -> tuple[str, list[tuple[int, int]]]:
    """The unit that stands alone just above a table (「千円」), or behind its title (「要求額積算（円）」), and the cells of those alone.

    The table is given as for ``unit_note``.
    """
    texts = {
        (index, column): text
        for index, column, text in grid.cells(range(row - 3, row))
        if first <= column <= last + 2 and not grid.is_taken(index, column)
    }
    alone = {cell: unit for cell, text in texts.items() if (unit := unit_alone(text)) in _MONEY}
    behind = [unit_in(text) for text in texts.values() if _BEHIND.search(text) and not unit_alone(text)]
    unit = agreed(filter(None, (*alone.values(), *behind)))
    return unit, list(alone) if unit else []


def said_units(
    grid: Grid, rows: Iterable[int], columns: Iterable[int] | None = None
) -> dict[tuple[int, int], str]:
    """The units of money that cells of some rows and columns (None: all) say of a table: notes, titles, a unit alone that stands behind no figure."""
    wanted = None if columns is None else set(columns)
    found: dict[tuple[int, int], str] = {}
    for row in rows:
        has_figure = any(grid.is_number(row, column) for column in grid.columns(row))
        for column in grid.columns(row):
            text = grid.text(row, column)
            if has_figure and not is_unit_note(text):
                continue  # the label of the figure beside it
            if (wanted is not None and column not in wanted) or len(text) > _LONGEST_NOTE:
                continue
            if (unit := unit_alone(text)) not in _MONEY:
                unit = unit_in(text) if "。" not in text or _IN_SENTENCE.search(compact(text)) else ""
            if unit:
                found[row, column] = unit
    return found


def sheet_unit(grid: Grid) -> str:
    """The unit that the notes of a sheet give; "" where there is none or several differ."""
    return agreed(unit for *_, unit in _notes(grid))


def _notes(grid: Grid) -> list[tuple[int, int, str]]:
    """The notes of a sheet that give a unit, by row and column; they are looked for once for all its tables."""
    if grid.unit_notes is None:
        grid.unit_notes = [
            (row, column, unit)
            for row, column, text in grid.cells(grid.rows)
            if len(text) <= _LONGEST_NOTE and (unit := _unit_of_note(text))
        ]
    return grid.unit_notes


def _unit_of_note(text: str) -> str:
    """The unit that a cell gives for figures elsewhere: a note, or a title that ends in one; no heading of a column."""
    if not (unit := unit_in(text)):
        return ""
    plain = compact(text)
    return unit if is_unit_note(text) or "単位" in plain or f"金額:{unit}" in plain else ""


def agreed(units: Iterable[str]) -> str:
    """The unit that all of several are; "" where there is none or they differ."""
    found = set(units)
    return found.pop() if len(found) == 1 else ""
