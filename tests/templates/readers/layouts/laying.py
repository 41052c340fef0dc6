"""Lays a known request out as a layout says, and says what has to come back."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tests.templates.readers.layouts.book import Book, Cell, Tab
from tests.templates.readers.layouts.expected import Expected, Wanted
from tests.templates.readers.layouts.known import Group, Known, Row, known, total
from tests.templates.readers.layouts.layout import Layout

YEN: Final = {"円": 1, "千円": 1_000, "百万円": 1_000_000}
_FULL: Final = str.maketrans("0123456789", "０１２３４５６７８９")
_FIELD: Final = re.compile(r"\{(pp|[ypYPzqnds])\}")
_MONEY: Final = ("previous", "amount", "standing", "settled", "before", "change", "assessed", "rival", "next")
_WORDS: Final = ("text", "group", "class", "number", "measure", "remark", "basis", "blank")


def words_of(text: str, request: Known) -> str:
    """A text of a layout with the words of a request."""
    y, p = request.year, request.year - 1
    words = {
        "y": y, "p": p, "pp": p - 1, "Y": y + 2018, "P": p + 2018, "z": str(y).translate(_FULL), "q": str(p).translate(_FULL),
        "n": request.name, "d": request.department, "s": request.section,
    }  # fmt: skip
    return _FIELD.sub(lambda found: str(words[found[1]]), text)


def lay(layout: Layout, seed: int) -> tuple[Book, Expected]:
    """A request made up from a seed, laid out; and what has to come back."""
    request = known(seed, layout.groups)
    if layout.no_previous:
        request = _without_previous(request)
    if layout.cut:
        last = request.groups[-1]
        cut = Row("執行残の見込みによる減", -(total(last.rows) // 7_000) * 1_000, None)
        request = replace(request, groups=(*request.groups[:-1], replace(last, rows=(*last.rows, cut))))
    book = Book([], request)
    main = Table(layout, request)
    book.tabs.append(main.tab)
    expected = main.expected()
    if layout.tabs:
        from tests.templates.readers.layouts.tabs import add_tabs

        return add_tabs(layout, request, book, expected)
    return book, expected


def _without_previous(request: Known) -> Known:
    def bare(row: Row) -> Row:
        return replace(row, previous=None, parts=tuple(bare(part) for part in row.parts))

    return replace(
        request, groups=tuple(replace(group, rows=tuple(map(bare, group.rows))) for group in request.groups)
    )


class Table:
    """The table of one request on a tab of its own, with what stands above and below it."""

    def __init__(self, layout: Layout, request: Known, title: str = "要求") -> None:
        self.layout, self.request = layout, request
        self.tab = Tab(title)
        self.row = 0
        self.roles, self.wanted = layout.roles, list[Wanted]()
        self.number, self.printed_rows = 0, 0
        self.so_far: list[Row] = []
        self.words: set[str] = set()
        self._lay()

    def expected(self) -> Expected:
        """What has to come back of this table."""
        rows, layout = self.request.rows, self.layout
        has_previous = bool({"previous", "both"} & set(self.roles)) and not layout.no_previous
        amount = total(rows)
        off = layout.total_off * 1_000 if layout.total is not None else 0
        previous = total(rows, "previous") if has_previous else None
        return Expected(
            self.request.year, (tuple(self.wanted),), amount, previous, amount + off,
            name=self.request.name if "事業名" in layout.title else "",
            any_previous=not has_previous and bool({"standing", "settled", "before"} & set(self.roles)),
            may_alarm=layout.blank_as not in ("", "0") or layout.wrong_change is not None,
            words=tuple(sorted(self.words)),
        )  # fmt: skip

    def _lay(self) -> None:
        layout, request = self.layout, self.request
        for line in filter(None, words_of(layout.title, request).split("\n")):
            self._words(line)
        scale = YEN[layout.request_unit]
        sums = {"A": total(request.rows) // scale, "B": total(request.rows, "previous") // scale}
        if layout.request_line:
            self.row += 1
            for line in words_of(layout.request_line, request).split("\n"):
                self._words(line, sums)
        self.row += 1
        if layout.note:
            self.row += 1
            last = layout.left + len(self.roles)
            column = {"last": last, "outside": last + 1, "apart": last, "first": layout.left + 1}[
                layout.note_at
            ]
            self.tab.put(self.row, column, layout.note)
            self.row += layout.note_at == "apart"
        if not layout.split:
            self._headings()
        if layout.total is not None and layout.total_at == "above":
            self._total(layout.total)
        for number, group in enumerate(request.groups, start=1):
            if layout.split:
                self.row += number > 1
                self._words(f"（{number}）{group.object_class.split(' ', 1)[1]}")
                self._headings()
            self._group(group)
        if layout.total is not None and layout.total_at == "below":
            self._total(layout.total)
        for line in words_of(layout.below, request).split("\n"):
            self._words(line, sums)

    def _words(self, line: str, sums: dict[str, int] | None = None) -> None:
        self.row += 1
        for index, word in enumerate(line.split("|")):
            if sums and word in ("{A}", "{B}"):
                self.tab.put(self.row, self.layout.left + 1 + index, sums[word[1]], "#,##0")
            elif sums and "{" in word:
                self.tab.put(self.row, self.layout.left + 1 + index, word.format(**sums))
            elif word:
                self.tab.put(self.row, self.layout.left + 1 + index, word)

    def _headings(self) -> None:
        layout = self.layout
        columns = [[words_of(word, self.request) for word in heading] for heading in layout.headings]
        depth = max(map(len, columns))
        top = self.row + 1
        for index, words in enumerate(columns):
            column = layout.left + 1 + index
            for level, word in enumerate(words):
                same = (
                    index and level < len(words) - 1 and columns[index - 1][: level + 1] == words[: level + 1]
                )
                if same:
                    continue
                if word.startswith("#"):
                    year = self.request.year - (word[1] == "p")
                    self.tab.put(top + level, column, year, f'"令和"0"年度{word[2:]}"')
                elif word:
                    self.tab.put(top + level, column, word)
                width = 1
                while (
                    level < len(words) - 1
                    and index + width < len(columns)
                    and columns[index + width][: level + 1] == words[: level + 1]
                ):
                    width += 1
                if width > 1:
                    self.tab.merged.append((top + level, column, top + level, column + width - 1))
            if len(words) < depth and words[-1]:
                self.tab.merged.append((top + len(words) - 1, column, top + depth - 1, column))
        self.row += depth
        if layout.unit_row:
            self.row += 1
            for index, role in enumerate(self.roles):
                if role in _MONEY or role in ("rate", "price"):
                    unit = "％" if role == "rate" else "円" if role == "price" else layout.unit
                    self.tab.put(self.row, layout.left + 1 + index, unit)

    def _group(self, group: Group) -> None:
        layout = self.layout
        name = group.object_class.split(" ", 1)[1]
        if layout.group_heading:
            self._page()
            sums = Row("", total(group.rows), total(group.rows, "previous")) if layout.group_sums else None
            heading = layout.group_heading.format(g=name)
            self._line(sums, text=heading)
            self.wanted.append(Wanted((heading, name, group.object_class), None, None, optional=True))
        for index, row in enumerate(group.rows):
            self._page()
            self._line(row, group.object_class if index == 0 or "class" in self.roles else "")
            parts = row.parts if layout.parts else ()
            if layout.parts == "uchi":
                parts = parts[:1]
            self._want(row, name, group.object_class)
            for part in parts:
                self._part(part)
            self.so_far.append(row)
        if layout.subtotal is not None:
            sums = Row("", total(group.rows), total(group.rows, "previous"))
            self._line(sums, text=layout.subtotal.format(g=name))
        if layout.blank_rows:
            self.row += 1

    def _want(self, row: Row, name: str, object_class: str) -> None:
        texts: tuple[str, ...] = (row.text,)
        if {"group", "class"} & set(self.roles):
            texts += tuple(f"{prefix}{row.text}" for prefix in (name, object_class))
        self.wanted.append(Wanted(texts, row.amount, row.previous))

    def _part(self, part: Row) -> None:
        layout = self.layout
        spaces = "　" if layout.parts == "space" else ""
        marker = layout.marker or ("うち" if layout.parts == "uchi" else "")
        self._line(part, text=f"{spaces}{marker}{part.text}", indent=int(layout.parts == "indent"))
        self.wanted.append(
            Wanted(
                (part.text, f"{marker}{part.text}"),
                part.amount,
                part.previous,
                layout.parts == "uchi",
                is_part=True,
            )
        )

    def _page(self) -> None:
        """End the page where it is full: the sum so far, the heading again, the sum brought forward."""
        layout = self.layout
        if not layout.page_of or self.printed_rows < layout.page_of:
            return
        sums = Row("", total(self.so_far), total(self.so_far, "previous"))
        if layout.carried:
            self._line(sums, text=layout.carried[0])
        self._headings()
        if layout.carried:
            self._line(sums, text=layout.carried[1])
        self.printed_rows = 0

    def _total(self, word: str) -> None:
        rows = self.request.rows
        off = self.layout.total_off * 1_000
        self._line(Row("", total(rows) + off, total(rows, "previous")), text=word, is_total=True)

    def _line(
        self, row: Row | None, object_class: str = "", text: str = "", indent: int = 0,
        is_total: bool = False,
    ) -> None:  # fmt: skip
        layout = self.layout
        self.row += 1
        self.printed_rows += 1
        is_line = not text and row is not None and bool(row.text)
        if is_line:
            self.number += 1
            if layout.hidden == self.number:
                self.tab.hidden.add(self.row)
        words = {
            "text": row.text if is_line and row else text, "group": object_class if is_line else "",
            "class": object_class, "number": self.number if is_line else None,
            "measure": "式" if is_line else "", "remark": row.remark if row and is_line else "",
            "basis": f"{row.price:,}円×{row.count}" if row and is_line else "", "blank": "",
        }  # fmt: skip
        if not words["text"] and "text" not in self.roles:
            words["group"] = text
        for index, role in enumerate(self.roles):
            column = layout.left + 1 + index
            if role in _WORDS:
                if words[role] not in ("", None):
                    if role in ("remark", "class", "group", "basis"):
                        self.words.add(str(words[role]))
                    self.tab.put(self.row, column, words[role], indent=indent if role == "text" else 0)
            elif row is not None:
                self._figure(row, role, column, is_line, is_total)

    def _figure(self, row: Row, role: str, column: int, is_line: bool, is_total: bool) -> None:
        layout = self.layout
        if role in ("price", "count"):
            if row.price:
                self.tab.put(self.row, column, getattr(row, role), "#,##0")
            return
        if role == "both":
            before = f"\n({row.previous // 1_000:,})" if row.previous else ""
            self.tab.put(self.row, column, f"{(row.amount or 0) // 1_000:,}{before}")
            return
        value = None if role == "rate" else _value(row, role)
        if role == "change" and is_line and layout.wrong_change == self.number and value is not None:
            value += 7_000
        if role == "rate":
            if row.previous and row.amount is not None:
                heading = layout.headings[column - layout.left - 1][-1]
                less = 0 if "比" in heading or "／" in heading else 1
                self.tab.put(self.row, column, round(row.amount / row.previous - less, 3), "0.0%")
        elif value is None:
            if layout.blank_as:
                self.tab.put(self.row, column, layout.blank_as)
        else:
            cell = self._money(self.row, column, value)
            self._formula(cell, role, column, is_line, is_total, row)

    def _money(self, row: int, column: int, value: int) -> Cell:
        layout = self.layout
        exact = value / YEN[layout.shown or layout.unit]
        number = int(exact) if exact == int(exact) else exact
        if value < 0 and layout.cut == "triangle" and layout.number_format == "#,##0":
            return self.tab.put(row, column, f"△{(layout.amount_text or '{:,}').format(-number)}")
        if layout.amount_text:
            return self.tab.put(row, column, layout.amount_text.format(number))
        shown = layout.number_format
        if value < 0 and layout.cut in ("format", "triangle"):
            shown = f'{shown};"△"{shown}'
        elif value < 0 and layout.cut == "brackets":
            shown = f"{shown};({shown})"
        return self.tab.put(row, column, number, shown)

    def _formula(self, cell: Cell, role: str, column: int, is_line: bool, is_total: bool, row: Row) -> None:
        layout = self.layout
        if not layout.formulas or not isinstance(cell.value, int | float):
            return
        here = {
            name: f"{_letter(layout.left + 1 + index)}{self.row}" for index, name in enumerate(self.roles)
        }
        if role == "change" and "previous" in here:
            cell.formula = f"{here['amount']}-{here['previous']}"
        elif role == "amount" and is_line and row.price and "price" in here:
            cell.formula = f"{here['price']}*{here['count']}/{YEN[layout.unit]}"
        elif is_total:
            own = _letter(column)
            rows = [line for line, at in self.tab.cells if at == column and line < self.row]
            cell.formula = f"SUM({own}{min(rows)}:{own}{self.row - 1})"
        if layout.formulas == "zero" and cell.formula:
            cell.value = 0


def _value(row: Row, role: str) -> int | None:
    amount, previous = row.amount or 0, row.previous or 0
    if role in ("amount", "previous"):
        return amount if role == "amount" else row.previous
    if role == "change":
        return amount - previous
    if role == "assessed":
        return amount * 4 // 5_000 * 1_000
    if role == "rival":
        return amount * 9 // 10_000 * 1_000
    if role == "next":
        return amount * 6 // 5_000 * 1_000
    if row.previous is None:
        previous = amount * 4 // 5
    return (
        {"standing": previous * 11, "settled": previous * 9, "before": previous * 8}[role] // 10_000 * 1_000
    )


def _letter(column: int) -> str:
    return chr(64 + column)
