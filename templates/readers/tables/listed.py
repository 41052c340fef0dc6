"""A list whose items each end in an amount (「・備品　1,200千円（R6：1,100千円）」), as the rows of a table.

It is one where a sum is printed that proves it or is found wrong: the 計 below the items, or the 要求額 above them or elsewhere; and
each item that is divided is what its parts give. Any other list stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import takewhile
from typing import Final, NamedTuple

from model.claims.quantities.amounts import Money, money_in
from model.language import phrase
from model.request.columns import COST_COLUMNS
from model.standard.standard import Standard
from model.values.amount import half_width, in_yen, parse_written
from templates.readers.books.cells import At
from templates.readers.books.delimited import put
from templates.readers.labels import compact, request_labels, source_labels
from templates.readers.tables.calling import calling
from templates.readers.tables.cell_amount import is_name
from templates.readers.tables.columns.years import year_in_heading
from templates.readers.tables.grid import Grid
from templates.readers.tables.parted import says_previous
from templates.readers.tables.turned import with_cells_moved

_MARK: Final = re.compile(
    r"\s*(?:[・●○◆◇■□*]|[(\[]?[0-9]{1,2}[)\].]|[0-9]{1,2}(?=\s)|[①-⑳]|\(?[ア-ン][).]|[ア-ン](?=\s)|\(?[a-zA-Z][).])\s*"
)
_BRACKET: Final = re.compile(r"[(\[](?P<inside>[^()\[\]]*+)[)\]]\Z")
_WORDS: Final = re.compile(
    r"[(\[【<](?P<inside>[^0-9()\[\]【】<>]{0,40})[)\]】>]\Z"
)  # 「【新規】」 behind the amounts
_FIGURE: Final = re.compile(r"(?<![0-9,])[0-9][0-9,]*+\Z")
_SPACES: Final = re.compile(r"[\s　]+")
_BEHIND_NAME: Final = " :=…‥・.-→"
_SUM: Final = re.compile(r"(?:(?<=[\s・])|(?<=費))(?:小計|計)\Z")
_BASIS: Final = re.compile(r"(?P<name>[^0-9@]*[^0-9@\s:(])[\s:(]+(?P<basis>.+)\Z")
READ: Final = phrase("箇条書きの額を表として読みました。")
"""What is said of a list that was read as a table."""
_LEAST: Final = 2  # items
_LONGEST: Final = 120  # characters of an item
_LEAD: Final = 3  # lines above a list that say what it is
_HEADINGS: Final[Mapping[str, str]] = {column.key: column.label for column in COST_COLUMNS}
_IN_BRACKETS: Final = _HEADINGS["previous"]


class Item(NamedTuple):
    """A line that ends in an amount, or a heading of some.

    Attributes:
        line: its number.
        last: the number of the last line that belongs to it.
        style: how it is marked: 「(1)」 for 「(2)」, "" for no mark.
        name: its words.
        amount: 千円; None for a heading.
        previous: that of the year before, 千円; None where it has none.
        label: what stands before that in the brackets: 「R6」, 「前年度」.
        notes: other words of it, and lines below it.
    """

    line: int
    last: int
    style: str
    name: str
    amount: Fraction | None = None
    previous: Fraction | None = None
    label: str = ""
    notes: tuple[str, ...] = ()


class Listed(NamedTuple):
    """A list: its items with how deep each stands, its last line, its total where it has one, and the heading of last year's amounts."""

    items: tuple[tuple[int, Item], ...]
    last: int
    total: Item | None
    previous: str

    def rows(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """The line of each row and its cells: 内容, 金額, 前年度 where it has that, 備考."""
        every = (*self.items, *([(0, self.total)] if self.total else []))
        for depth, item in every:
            figures = [item.amount, *([item.previous] if self.previous else [])]
            name = "　" * depth + item.name
            yield item.line, (name, *map(_written, figures), "\n".join(item.notes))

    def headings(self) -> tuple[str, ...]:
        """The headings over them."""
        of_previous = [self.previous] if self.previous else []
        return (_HEADINGS["text"], _HEADINGS["amount"], *of_previous, _HEADINGS["remark"])


def _written(amount: Fraction | None) -> str:
    if amount is None:
        return ""
    return f"{int(amount)}千円" if amount.denominator == 1 else f"{int(amount * 1_000)}円"


def find_list(
    lines: Sequence[str | None],
    standard: Standard,
    printed: tuple[Fraction | int | None, ...] | None = None,
) -> Listed | None:
    """The list of some lines (None for what is no line of text), whose sum is its 計, or 前年度 and 要求額 as ``printed``, 千円."""
    return next(
        (
            found
            for found in _lists(lines, standard)
            if _is_proven(found, printed or _request_above(lines, found, standard))
            and _says_what(lines, found)
        ),
        None,
    )


def _list_of_costs(lines: Sequence[str | None], standard: Standard) -> Listed | None:
    """The only list of some lines whose words ask for amounts, be its sum proven or found wrong."""
    found = find_list(lines, standard) or _with_another_sum(lines, standard)
    return found if found is not None and _asks(lines, found, standard) else None


def _with_another_sum(lines: Sequence[str | None], standard: Standard) -> Listed | None:
    """The only list of some lines, where it does not come to what is printed for it: this is found wrong when it is a table."""
    every = [*_lists(lines, standard)]
    if len(every) != 1 or _sums(every[0].items, 0) is None or not _says_what(lines, every[0]):
        return None
    return every[0] if every[0].total or _request_above(lines, every[0], standard) else None


def listed(grid: Grid, standard: Standard) -> Grid:
    """The sheet with such a list as a table, where it is the only one and words above it ask for amounts; else the sheet itself."""
    rows = range(1, max(grid.rows, default=0) + 1)
    lines = [_only_text(grid, row) for row in rows]
    if (found := _list_of_costs(lines, standard)) is None:
        return grid
    first = found.items[0][1].line + 1
    column = grid.columns(first)[0]

    def moved(place: At) -> At:
        return place[0] + (place[0] >= first), place[1]

    sheet = with_cells_moved(grid.sheet, moved)
    for row in range(first + 1, found.last + 3):
        sheet.rows.pop(row, None)
    for line, cells in ((first - 2, found.headings()), *found.rows()):
        for offset, text in enumerate(cells):
            if text:
                put(sheet, line + 2, column + offset, text)
                sheet.origin[line + 2, column + offset] = (line + 1, column)
    sheet.rows = dict(sorted(sheet.rows.items()))
    return Grid(sheet)


def lists_amounts(text: str, standard: Standard) -> bool:
    """Whether a text has such a list alone."""
    return _list_of_costs(text.splitlines(), standard) is not None


def _only_text(grid: Grid, row: int) -> str | None:
    """The text of a row that holds nothing else; None for another row, "" for a blank one."""
    columns = grid.columns(row)
    if not columns:
        return ""
    is_text = len(columns) == 1 and not grid.is_number(row, columns[0])
    return str(grid.value(row, columns[0])) if is_text else None


def _asks(lines: Sequence[str | None], found: Listed, standard: Standard) -> bool:
    """Whether words above a list of costs ask for amounts, those just above it say of no others, and no cost stands elsewhere."""
    words, first, sources = standard.workbook_reading, found.items[0][1].line, source_labels(standard)
    above = [line for line in lines[:first] if line]
    others = [word for figures in words.figures if figures.kind == "settled" for word in figures.within]
    costs = [
        item
        for item in _items(lines).values()
        if compact(item.name) not in sources
        and not _is_request(item, standard)
        and not _names_funds(item, standard)
    ]
    inside = [
        first <= item.line <= found.last for item in costs if item.style or first <= item.line <= found.last
    ]
    return (
        any(word in line for line in above for word in words.requests)
        and not any(word in line for line in above[-_LEAD:] for word in others)
        and all(inside)
        and any(compact(item.name) not in sources for _, item in found.items)
    )


# --- items ---


def _items(lines: Sequence[str | None]) -> dict[int, Item]:
    """The items of some lines by their numbers."""
    of_yen = ((number, line) for number, line in enumerate(lines) if line and "円" in line)
    return {number: item for number, line in of_yen if (item := _item(number, line))}


def _item(number: int, line: str) -> Item | None:
    """The item that a line is; None for another line."""
    text = half_width(line).strip()
    mark = _MARK.match(text)
    rest, _, note = (text[mark.end() :] if mark else text).partition("※")
    if len(rest) > _LONGEST or "。" in rest or text.startswith(("※", ">")):
        return None
    rest, notes = _without_words(rest.rstrip(), [note])
    label, previous = "", None
    if bracket := _BRACKET.search(rest):
        inside = bracket["inside"].strip()
        before, notes = _without_words(rest[: bracket.start()].rstrip(), notes)
        of_before = _last(before)
        if of_before is None:
            return None
        if of_inside := _last(inside):
            label, previous = inside[: of_inside.start].strip(" :"), of_inside.value
        elif alone := _FIGURE.search(inside):
            figure = parse_written(f"{alone.group()}{of_before.unit}")
            if figure is None:
                return None
            label, previous = inside[: alone.start()].rstrip(" :"), Fraction(in_yen(figure)) / 1_000
        else:
            return None
        rest = before
    amount = _last(rest)
    if amount is None:
        return None
    name = rest[: amount.start].rstrip(_BEHIND_NAME)
    if (result := _last(name)) is not None and not (
        result.value == amount.value and name[: result.start].rstrip().endswith("=")
    ):
        return None  # a row of a table with two amounts, and not 「3,500円×40人＝140,000円　140千円」
    if money_in(name) and (parts := _BASIS.fullmatch(name)):
        name, basis = parts["name"], parts["basis"]
        notes.insert(0, basis.rstrip(")"))
    elif mark is None and money_in(name):
        return None  # 「講師謝金100千円、会場使用料90千円、チラシ60千円」, which explains the item above it
    if not is_name(name) or name.endswith("約"):
        return None
    return Item(number, number, _style(mark), name, amount.value, previous, label, tuple(filter(None, notes)))


def _without_words(text: str, notes: list[str]) -> tuple[str, list[str]]:
    """A text without the words in brackets with which it ends (【新規】), and the notes with these."""
    while words := _WORDS.search(text):
        text, notes = text[: words.start()].rstrip(), [words["inside"].strip(), *notes]
    return text, notes


def _last(text: str) -> Money | None:
    """The amount with which a text ends; None where it ends otherwise."""
    found = money_in(text)
    return found[-1] if found and found[-1].end == len(text.rstrip()) else None


def _style(mark: re.Match[str] | None) -> str:
    plain = compact(mark[0]) if mark else ""
    for signs, sign in (("[0-9]+", "1"), ("[①-⑳]", "①"), ("[ア-ン]", "ア"), ("[a-zA-Z]", "a")):
        plain = re.sub(signs, sign, plain)
    return plain


# --- lists ---


def _lists(lines: Sequence[str | None], standard: Standard) -> Iterator[Listed]:
    """The lists of some lines: words that follow an item are its notes, words behind a blank line end the list, and so does its total."""
    if len(items := _items(lines)) < _LEAST:
        return
    styles = {item.style for item in items.values()} - {""} | _styles_above(lines, items, standard)
    found: list[tuple[int, Item]] = []
    above: list[str] = []  # the styles of the levels
    below: list[str] = []  # the lines below the last item
    is_below_blank = False
    for number, line in enumerate((*lines, None)):
        text = (line or "").strip()
        item = items.get(number) or (_heading(number, text) if text else None)
        total = item if item and _is_total(item, standard) else None
        if item and _names_funds(item, standard):
            item, line = None, None  # what follows is of the sources
        if line is not None and not text:
            is_below_blank = True
            continue
        if item and not total and (number in items or item.style in styles):
            _note(found, below)
            del above[above.index(item.style) if item.style in above else len(above) :]
            above.append(item.style)
            found.append((len(above) - 1, item._replace(name=_SUM.sub("", item.name).strip() or item.name)))
        elif found and line and not total and not is_below_blank:
            below.append(line)
        elif found:
            _note(found, below if total else [*takewhile(_is_below, below)])
            yield from _listed(found, total)
            found, above, below = [], [], []
        is_below_blank = False


def _styles_above(lines: Sequence[str | None], items: Mapping[int, Item], standard: Standard) -> set[str]:
    """How the lines are marked each of which stands over one item without a mark, where all these stand so."""
    plain = [number for number, item in items.items() if not item.style and not _is_total(item, standard)]
    above = {_heading(number - 1, lines[number - 1] or "").style if number else "" for number in plain}
    return above - {""} if len(plain) > 1 and len(above) == 1 else set()


def _heading(number: int, text: str) -> Item:
    """A line without an amount as the heading of the items below it."""
    mark = _MARK.match(half_width(text))
    return Item(number, number, _style(mark), half_width(text)[mark.end() if mark else 0 :])


def _note(found: list[tuple[int, Item]], below: list[str]) -> None:
    """Give the lines below the last item to it."""
    if found and below:
        depth, item = found[-1]
        found[-1] = (
            depth,
            item._replace(notes=(*item.notes, *map(str.strip, below)), last=item.last + len(below)),
        )
    below.clear()


def _listed(found: Sequence[tuple[int, Item]], total: Item | None) -> Iterator[Listed]:
    """The list of some items; none where there are few, or their brackets say different things."""
    if sum(depth == 0 for depth, _ in found) == 1 and found[0][1].amount is None:
        found = [(depth - 1, item) for depth, item in found[1:]]  # 「■内訳」 over all of them
    every = [item for _, item in found] + ([total] if total else [])
    labels = {compact(item.label) for item in every if item.previous is not None}
    if sum(item.amount is not None for _, item in found) >= _LEAST and len(labels) < 2:
        yield Listed(tuple(found), every[-1].last, total, labels.pop() or _IN_BRACKETS if labels else "")


def _is_below(line: str) -> bool:
    """Whether a line is set in, or marked, so that it belongs to the item above it."""
    return line[0] in " 　" or _MARK.match(half_width(line)) is not None


def _is_total(item: Item, standard: Standard) -> bool:
    return calling(item.name, standard) == "total" or _is_request(item, standard)


def _is_request(item: Item, standard: Standard) -> bool:
    """Whether an item says what is asked for in all: 「令和8年度当初要求額」."""
    plain = year_in_heading(item.name, None).rest
    asked = request_labels(standard)
    last = compact((_SPACES.split(item.name.strip()) or [""])[-1])
    return bool(asked & {plain, last}) or standard.heading_roles.get(plain) == "amount"


def _names_funds(item: Item, standard: Standard) -> bool:
    """Whether an item says what the costs are paid from, by the form's own label: 「財源　一般財源」."""
    return any(form.funding_label and form.funding_label in item.name for form in standard.forms)


def _is_proven(found: Listed, printed: tuple[Fraction | int | None, ...] | None) -> bool:
    """Whether the items make up what is printed, else their total; and their parts each that is divided."""
    whole = _sums(found.items, 0)
    if whole is None:
        return False
    wanted = [printed] if printed else []
    if found.total:
        wanted.append((found.total.previous, found.total.amount))
    return bool(wanted) and all(
        amount == whole[1] and (whole[0] is None or previous in (None, whole[0]))
        for previous, amount in wanted
    )


def _sums(items: Sequence[tuple[int, Item]], level: int) -> tuple[Fraction | None, Fraction] | None:
    """What the items of a level give, of last year and this; None where one is not what its parts give."""
    previous: Fraction | None = None
    amount = Fraction(0)
    for index, (depth, item) in enumerate(items):
        if depth != level:
            continue
        below = index + 1
        while below < len(items) and items[below][0] > level:
            below += 1
        own = item.previous, item.amount
        if below > index + 1:
            parts = _sums(items[index + 1 : below], level + 1)
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
    """The 前年度 and 要求額 that a line above a list says; None where none does."""
    above = lines[: found.items[0][1].line]
    said = [item for item in _items(above).values() if _is_request(item, standard)]
    return (said[-1].previous, said[-1].amount) if said else None


def _says_what(lines: Sequence[str | None], found: Listed) -> bool:
    """Whether words say that the amounts in brackets are last year's: in the brackets, or in a note."""
    if found.previous != _IN_BRACKETS or any(item.label for _, item in found.items):
        return True
    texts = [half_width(line) for line in lines if line]
    return any(says_previous(text, texts) for text in texts)
