"""A list whose items each end in an amount (「・備品　1,200千円（R6：1,100千円）」), as the rows of a table.

It is one where a sum is printed that proves it or is found wrong: the 計 below the items, or the 要求額 above them or elsewhere; and
each item that is divided is what its parts give. Any other list stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from model.claims.quantities.amounts import money_in
from model.language import phrase
from model.standard.standard import Standard
from model.values.amount import half_width
from templates.readers.labels import compact, source_labels
from templates.readers.tables.calling import asks
from templates.readers.tables.columns.units import unit_in
from templates.readers.tables.grid import Grid
from templates.readers.tables.lists.items import Item, is_request, item_of, items_of, names_funds
from templates.readers.tables.lists.lists import IN_BRACKETS, Listed, lists_of, with_rows
from templates.readers.tables.parted import says_previous

READ: Final = phrase("箇条書きの額を表として読みました。")
"""What is said of a list that was read as a table."""
_OF_THOUSANDS: Final = re.compile("[0-9],[0-9]{3}(?![0-9])")
_ENDS: Final = re.compile("(?:です|でした|(?:に|と)なります|を要求します)\\Z")
BRACKETS: Final = re.compile(r"\([^()]*\)")
"""Words in brackets, with these."""
_LEAD: Final = 3  # lines above a list that say what it is


def find_list(
    lines: Sequence[str | None],
    standard: Standard,
    printed: tuple[Fraction | int | None, ...] | None = None,
) -> Listed | None:
    """The list of some lines (None for what is no line of text), whose sum is its 計, or 前年度 and 要求額 as ``printed``, 千円."""
    return _proven(lists_of(lines, items_of(lines, standard), standard), lines, standard, printed)


def _proven(
    every: Iterable[Listed],
    lines: Sequence[str | None],
    standard: Standard,
    printed: tuple[Fraction | int | None, ...] | None = None,
) -> Listed | None:
    """The first of the lists of some lines whose sum is what is printed for it; None where no sum proves one."""
    for found in every:
        said = printed or _request_above(lines, found, standard)
        wanted = [said] if said or found.total else _amounts_above(lines, found, standard)
        if any(_is_proven(found, one) for one in wanted) and _says_what(lines, found, standard):
            return found
    return None


def _list_of_costs(
    lines: Sequence[str | None], standard: Standard, printed: tuple[Fraction | None, ...] | None = None
) -> Listed | None:
    """The only list of some lines whose words ask for amounts, be its sum proven or found wrong; 前年度 and 要求額 may be ``printed`` elsewhere."""
    items = items_of(lines, standard)
    every = [*lists_of(lines, items, standard)]
    found = (
        _proven(every, lines, standard)
        or (printed and _proven(every, lines, standard, printed))
        or _proven(lists_of(lines, items, standard, goes_on=True), lines, standard)
        or _with_another_sum(every, lines, standard)
    )
    return found if found is not None and _is_of_costs(lines, items, found, standard) else None


def _with_another_sum(
    every: Sequence[Listed], lines: Sequence[str | None], standard: Standard
) -> Listed | None:
    """The only list of some lines, where it does not come to what is printed for it: this is found wrong when it is a table."""
    if len(every) != 1 or sums_of(every[0].items, 0) is None or not _says_what(lines, every[0], standard):
        return None
    return every[0] if every[0].total or _request_above(lines, every[0], standard) else None


def listed(grid: Grid, standard: Standard) -> Grid:
    """The sheet with such a list as a table, where it is the only one and words above it ask for amounts; else the sheet itself."""
    rows = range(1, max(grid.rows, default=0) + 1)
    lines = [_only_text(grid, row) for row in rows]
    if (found := _list_of_costs(lines, standard, _printed_in_fields(grid, standard))) is None:
        return grid
    head = (found.items[0].line + 1, found.headings())
    return with_rows(grid, found.last + 1, [head, *((line + 1, cells) for line, cells in found.rows())])


def _printed_in_fields(grid: Grid, standard: Standard) -> tuple[Fraction | None, ...] | None:
    """前年度 and 要求額 of the first row that is a field with them: 「要求額｜68,535千円（前年度61,070千円）」; None where there is none."""
    rows = (" ".join(grid.text(row, column) for column in grid.columns(row)[:3]) for row in grid.rows)
    fields = (item for row in rows if "円" in row and (item := item_of(0, half_width(row))))
    return next(((item.previous, item.amount) for item in fields if is_request(item, standard)), None)


def lists_amounts(text: str, standard: Standard) -> bool:
    """Whether a text has such a list alone."""
    return _list_of_costs(text.splitlines(), standard) is not None


def mentions_amounts(text: str, standard: Standard) -> bool:
    """Whether a text that is no such list asks for amounts in several of its lines: a person has to look at them."""
    return asks(text, standard) and sum(map(says_amount, text.splitlines())) > 1


def says_amount(line: str) -> bool:
    """Whether a line that is no sentence writes an amount, with its unit or of thousands."""
    plain = "" if "。" in line else half_width(line)
    return bool(_OF_THOUSANDS.search(plain) or ("円" in plain and money_in(plain)))


def _only_text(grid: Grid, row: int) -> str | None:
    """The text of a row that holds nothing else; None for another row, "" for a blank one."""
    columns = grid.columns(row)
    if not columns:
        return ""
    is_text = len(columns) == 1 and not grid.is_number(row, columns[0])
    return str(grid.value(row, columns[0])) if is_text else None


def _is_of_costs(
    lines: Sequence[str | None], items: Mapping[int, Item], found: Listed, standard: Standard
) -> bool:
    """Whether words above a list of costs ask for amounts, those just above it say of no others, and no cost stands elsewhere."""
    first, sources = found.items[0].line, source_labels(standard)
    above = [line for line in lines[:first] if line]
    of_figures = standard.workbook_reading.figures
    others = [word for figures in of_figures if figures.kind == "settled" for word in figures.within]
    outside = [item for item in items.values() if item.style and not first <= item.line <= found.last]
    costs_outside = [
        item
        for item in outside
        if compact(item.name) not in sources
        and not is_request(item, standard)
        and not names_funds(item, standard)
    ]
    return (
        any(asks(line, standard) for line in above)
        and not any(word in line for line in above[-_LEAD:] for word in others)
        and not costs_outside
        and any(compact(item.name) not in sources for item in found.items)
    )


def _is_proven(found: Listed, printed: tuple[Fraction | int | None, ...] | None) -> bool:
    """Whether the items make up what is printed, else their total; and their parts each that is divided."""
    whole = sums_of(found.items, 0)
    if whole is None:
        return False
    wanted = [printed] if printed else []
    if found.total:
        wanted.append((found.total.previous, found.total.amount))
    return bool(wanted) and all(
        amount == whole[1] and (whole[0] is None or previous in (None, whole[0]))
        for previous, amount in wanted
    )


def sums_of(items: Sequence[Item], level: int) -> tuple[Fraction | None, Fraction] | None:
    """What the items of a level give, of last year and this; None where one is not what its parts give."""
    previous: Fraction | None = None
    amount = Fraction(0)
    for index, item in enumerate(items):
        if item.depth != level:
            continue
        below = index + 1
        while below < len(items) and items[below].depth > level:
            below += 1
        own = item.previous, item.amount
        if below > index + 1:
            parts = sums_of(items[index + 1 : below], level + 1)
            if parts is None or (own[1] is not None and own[1] != parts[1]):
                return None
            if own[0] is not None and own[0] != (parts[0] or 0):
                return None
            own = parts
        elif own[1] is None:
            return None  # a heading of nothing
        amount += own[1] or 0
        previous = previous if own[0] is None else (previous or Fraction(0)) + own[0]
    return previous, amount


def _request_above(
    lines: Sequence[str | None], found: Listed, standard: Standard
) -> tuple[Fraction | None, Fraction | None] | None:
    """The 前年度 and 要求額 that a line above a list says, or a sentence there; None where none does."""
    clauses = [_ENDS.sub("", clause) for _, clause in _clauses_above(lines, found)]
    said = [item for item in items_of(clauses, standard).values() if is_request(item, standard)]
    return (said[-1].previous, said[-1].amount) if said else None


def _amounts_above(
    lines: Sequence[str | None], found: Listed, standard: Standard
) -> Iterator[tuple[None, Fraction]]:
    """The amounts beside words above a list that ask: the items are proven where they come to one of them."""
    past = standard.workbook_reading.past_requests
    for line, clause in _clauses_above(lines, found):
        if asks(line, standard) and not any(word in clause for word in past):
            yield from ((None, money.value) for money in money_in(BRACKETS.sub("", clause)))


def _clauses_above(lines: Sequence[str | None], found: Listed) -> list[tuple[str, str]]:
    """The sentences above a list, each as the second of a pair, whose first is the line in which it stands."""
    above = [half_width(line) for line in lines[: found.items[0].line] if line]
    return [(line, clause) for line in above for clause in line.split("。")]


def _says_what(lines: Sequence[str | None], found: Listed, standard: Standard) -> bool:
    """Whether it is said what the amounts are: costs, by their unit or words above; and those in brackets last year's, by words in them or a note."""
    first = found.items[0].line
    has_unit = any("円" in line for line in lines[first : found.last + 1] if line)
    if not (has_unit or _names_costs(lines[:first], standard)):
        return False
    if found.previous != IN_BRACKETS or any(item.label for item in found.items):
        return True
    texts = [half_width(line) for line in lines if line]
    return any(says_previous(text, texts) for text in texts)


def _names_costs(above: Sequence[str | None], standard: Standard) -> bool:
    """Whether the last of the lines above a list gives a unit of money, asks for amounts, or is the name of a 事業: what is counted, 「参加者数」, is no cost."""
    words, last = standard.workbook_reading, compact(next((line for line in reversed(above) if line), ""))
    return bool(unit_in(last)) or asks(last, standard) or last.endswith((*words.name_ends, *words.title_ends))
