"""Unit prices (単価): the table of named prices that a section shares in one file, and what has changed since.

The file is a CSV that Excel opens and writes: 名前, 単価, 備考. A request keeps the prices it uses (``Request.prices``),
so that its figures never change behind the writer's back; this room says where the shared table has gone on.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Final

import msgspec

from model.basis.digits import MOST_DIGITS
from model.basis.evaluating import evaluate
from model.basis.reading import parse
from model.basis.results import Surroundings
from model.basis.terms import Trouble
from model.files.files import FileError, not_opened
from model.files.regular_file import TooLargeError, read_regular
from model.request.request import Request

FILE_NAME: Final = "単価表.csv"
"""The name under which the table is looked for beside a request."""

_HEADINGS: Final = ("名前", "単価", "備考")
_EXAMPLES: Final = (
    ("普通旅費", "2,500円", "1人1回。例です。書き換えてください"),
    ("会場使用料", "12,000円", "1日"),
    ("講師謝金", "30千円", "1回"),
)
_ANY_RATE: Final = Fraction(1, 10)
_LARGEST: Final = 2_000_000  # bytes


class PriceTable(msgspec.Struct, frozen=True):
    """The shared prices by name, as typed, and the rows that could not be read, each as a sentence."""

    prices: dict[str, str] = {}
    unread: tuple[str, ...] = ()

    @property
    def unread_words(self) -> str:
        """The first row that could not be read, and how many others there are; "" where all were read."""
        first, others = next(iter(self.unread), ""), len(self.unread) - 1
        if others < 1:
            return first
        from model.language import phrase  # few tables have any

        return phrase("{first}（ほかに{others}件）", first=first, others=others)


class PriceChange(msgspec.Struct, frozen=True):
    """A price that a request uses and that has another value in the shared table."""

    name: str
    before: str
    after: str


NO_PRICES: Final = PriceTable()


def load(path: Path) -> PriceTable:
    """Read a price file, in UTF-8 or as a Japanese Excel writes CSV (Shift_JIS).

    Raises:
        FileError: with a sentence for the user when there is no such file or it is no table of prices.
    """
    try:
        data = read_regular(path, _LARGEST)
    except TooLargeError as error:
        raise FileError(
            "「{name}」は単価表としては大きすぎるため、読めません。ファイルを確かめてください。",
            name=path.name,
        ) from error
    except OSError as error:
        raise not_opened(path, error) from error
    return read(data, path.name)


def beside(request_file: Path) -> PriceTable:
    """The table in the folder of a request file; an empty one where there is none that can be read."""
    path = request_file.parent / FILE_NAME
    try:
        return load(path) if path.exists() else NO_PRICES
    except FileError as error:
        return PriceTable({}, (str(error),))


def read(data: bytes, name: str) -> PriceTable:
    """Read the bytes of a price file called ``name``; raises FileError as ``load`` does."""
    import csv

    try:
        text = _decode(data)
        rows = list(csv.reader(io.StringIO(text, newline="")))
    except (UnicodeDecodeError, csv.Error) as error:
        raise FileError(
            "「{name}」は単価表として読めません。Excelで「CSV（コンマ区切り）」として保存してください。",
            name=name,
        ) from error
    head = [cell.strip() for cell in rows[0]] if rows else []
    if not {"名前", "単価"} <= set(head):
        raise FileError(
            "「{name}」の1行目に「名前」「単価」の見出しがありません。単価表を確かめてください。", name=name
        )
    named, priced = head.index("名前"), head.index("単価")
    prices: dict[str, str] = {}
    unread: list[str] = []
    for number, row in enumerate(rows[1:], start=2):
        cells = [*row, *[""] * (len(head) - len(row))]
        key, price = cells[named].strip(), cells[priced].strip()
        if not key and not price:
            continue
        problem = _problem(key, price, prices)
        if problem:
            from model.language import phrase

            unread.append(
                phrase("単価表「{name}」の{number}行目: {problem}", name=name, number=number, problem=problem)
            )
        else:
            prices[key] = price
    return PriceTable(prices, tuple(unread))


def template() -> bytes:
    """A price file to begin with, in the form that Excel opens without asking."""
    import csv

    out = io.StringIO(newline="")
    csv.writer(out).writerows((_HEADINGS, *_EXAMPLES))
    return out.getvalue().encode("utf-8-sig")


def changes(request: Request, table: PriceTable) -> Iterator[PriceChange]:
    """The prices in use that the shared table gives otherwise; ``missing`` has those that are not in use yet."""
    for name, before in request.prices.items():
        after = table.prices.get(name)
        if after is not None and after != before and _value(after) != _value(before):
            yield PriceChange(name, before, after)


def missing(bases: Iterable[str], request: Request, table: PriceTable) -> dict[str, str]:
    """The prices that calculations name, that the shared table has, and the request does not: they came later."""
    found: dict[str, str] = {}
    for basis in bases if table.prices else ():
        found |= used_in(basis, request, table)
    return found


def used_in(basis: str, request: Request, table: PriceTable) -> dict[str, str]:
    """The prices that a basis names and the request does not have yet, from the shared table."""
    parsed = parse(basis)
    if isinstance(parsed, Trouble) or not table.prices:
        return {}
    outcome = evaluate(parsed, Surroundings({**table.prices, **request.prices}))
    return {
        name: table.prices[name]
        for name in outcome.names
        if name not in request.prices and name in table.prices
    }


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp932")


def _problem(name: str, price: str, known: dict[str, str]) -> str:
    if name and name not in known and _value(price) is not None:
        return ""
    from model.language import phrase

    if not name:
        return phrase("名前がありません。")
    if name in known:
        return phrase("「{name}」が二度あります。上の行を使います。", name=name)
    if _value(price) is None:
        if sum(character.isdecimal() for character in price) > MOST_DIGITS:
            return phrase(
                "「{name}」の単価「{price}」は大きすぎます。数字は{most}桁までです。",
                name=name,
                price=price,
                most=MOST_DIGITS,
            )
        return phrase(
            "「{name}」の単価「{price}」が金額として読めません。「2,500円」のように書いてください。",
            name=name,
            price=price,
        )
    return ""


def _value(price: str) -> object:
    """The value by which two prices are compared; None if the text is no price."""
    parsed = parse(price)
    # With some rate of tax: 「8,000円(税抜)」 is a price, to which each line adds the tax of its own months.
    if isinstance(parsed, Trouble) or evaluate(parsed, Surroundings({}, _ANY_RATE, _ANY_RATE)).exact is None:
        return None
    return parsed.statements
