"""The items of a list: lines of text that end in an amount, 「・備品　1,200千円（R6：1,100千円）」."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from model.claims.quantities.amounts import Money, money_in
from model.standard.standard import Standard
from model.values.amount import half_width, in_yen, parse_written
from templates.readers.labels import compact, request_labels
from templates.readers.tables.calling import calling
from templates.readers.tables.cell_amount import is_name
from templates.readers.tables.columns.columns import label_of
from templates.readers.tables.columns.units import MONEY, agreed, unit_in
from templates.readers.tables.columns.years import year_in_heading
from templates.readers.tables.headings import FIGURE_KINDS

MARK: Final = re.compile(
    r"\s*(?:[・●○◆◇■□*]|#{1,6}|={2,6}|[(\[]?[0-9]{1,2}[)\].]|[0-9]{1,2}(?=\s)|[①-⑳]|\(?[ア-ン][).]|[ア-ン](?=\s)|\(?[a-zA-Z][).])\s*"
)
_BRACKET: Final = re.compile(r"[(\[](?P<inside>[^()\[\]]*+)[)\]]\Z")
_WORDS: Final = re.compile(
    r"[(\[【<](?P<inside>[^0-9()\[\]【】<>]{0,40})[)\]】>]\Z"
)  # 「【新規】」 behind the amounts
_FIGURE: Final = re.compile(r"(?<![0-9,])[0-9][0-9,]*+\Z")
_PARTICLES: Final = re.compile("[のは]|で\\Z")
_SPACES: Final = re.compile(r"[\s　]+")
_BEHIND_NAME: Final = " :=…‥・.-→"
_BASIS: Final = re.compile(r"(?P<name>[^0-9@]*[^0-9@\s:(])[\s:(]+(?P<basis>.+)\Z")
_LEAST_OTHERS: Final = 2  # lines without a mark that end in a figure
_LEAD: Final = 2  # lines above them that may be the headings of a table
_LEADER: Final = re.compile(r"(?<![\s.…‥・─―━_])\s*+[.…‥・─―━_]{2,}+\s*+(?=[△▲-]?[0-9])")
_PAIR: Final = rf"(?P<{{0}}>(?![0-9,])[^\s:()]*[^\s:()0-9,])[\s:]*(?P<{{0}}_amount>[0-9][0-9,]*+(?:{MONEY})?)"
_LABELLED: Final = re.compile(
    rf"(?P<name>.*[^\s:])[\s:]+{_PAIR.format('one')}[\s、,/・]+{_PAIR.format('two')}"
)
_WIKI: Final = re.compile(r"(\*\*|__|'{3})(.+?)\1")
_UNNAMED: Final = "額"  # stands for the name of an amount that has none in its line
_LONGEST: Final = 120  # characters of an item


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
        depth: how deep it stands in its list.
    """

    line: int
    last: int
    style: str
    name: str
    amount: Fraction | None = None
    previous: Fraction | None = None
    label: str = ""
    notes: tuple[str, ...] = ()
    depth: int = 0


def items_of(lines: Sequence[str | None], standard: Standard) -> dict[int, Item]:
    """The items of some lines by their numbers; several that have no name, or 要求額 for one, are named by the words before that or the line above."""
    plain = {number: _without_signs(half_width(line).strip()) for number, line in enumerate(lines) if line}
    texts = {number: _with_bracket(text, standard) for number, text in plain.items()}
    of_yen = [(number, text) for number, text in texts.items() if "円" in text]
    found = {number: item for number, text in of_yen if (item := item_of(number, text))}
    unnamed = [item for item in found.values() if is_request(item, standard)]
    bare = (item_of(number, f"{_UNNAMED} {text}") for number, text in of_yen if number not in found)
    unnamed += [item for item in bare if item and item.name == _UNNAMED]
    marked = _marked_above(unnamed, found, texts, standard)
    for item in unnamed if len(unnamed) > 1 else ():
        name = heading_of(item.line, " ".join(_SPACES.split(item.name)[:-1]).rstrip(_BEHIND_NAME))
        above = marked.get(item.line, item.line - 1)
        if not year_in_heading(name.name, None).rest and above not in found and above in texts:
            name = heading_of(above, texts[above])
        if item.name == _UNNAMED and not item.notes and not is_name(name.name):
            return {}  # an amount below another: of a table
        if is_name(name.name) and "。" not in name.name:
            found.pop(item.line, None)
            style = name.style or item.style
            between = (texts[line] for line in range(name.line + 1, item.line) if line in texts)
            notes = (*between, *item.notes)
            found[name.line] = item._replace(line=name.line, style=style, name=name.name, notes=notes)
    others = {} if any(not is_request(of, standard) for of in found.values()) else texts
    return dict(sorted({**_items_without_unit(lines, others, standard), **found}.items()))


def _marked_above(
    unnamed: Sequence[Item], found: Mapping[int, Item], texts: Mapping[int, str], standard: Standard
) -> dict[int, int]:
    """For the line of each amount without a name the first marked line between it and the amount before; none where their marks differ."""
    amounts = sorted({*found, *(item.line for item in unnamed)})
    before = dict(zip(amounts, [-1, *amounts], strict=False))
    above: dict[int, list[int]] = {}
    for item in unnamed:
        lines = [line for line in range(before[item.line] + 1, item.line) if MARK.match(texts.get(line, ""))]
        if lines or calling(item.name, standard) != "total":
            above[item.line] = lines
    styles = {heading_of(lines[0], texts[lines[0]]).style if lines else "" for lines in above.values()}
    return {line: of[0] for line, of in above.items() if of} if len(styles) == 1 else {}


def _items_without_unit(
    lines: Sequence[str | None], texts: Mapping[int, str], standard: Standard
) -> dict[int, Item]:
    """The items of lines of which none has a unit of money, in that of another line; none where a table stands beside."""
    unit = agreed(filter(None, map(unit_in, texts.values())))
    if not unit or any(line is None or "\t" in line for line in lines):
        return {}
    named = {number: own for number, text in texts.items() if (own := _with_unit(text, unit)) != text}
    plain = [number for number, text in named.items() if not (MARK.match(text) or _BRACKET.search(text))]
    above = [text for number, text in texts.items() if number < min(named, default=0)][-_LEAD:]
    heads = (label_of(word, None, standard) for text in above for word in text.split())
    is_table = len(plain) >= _LEAST_OTHERS and any(label.kind in FIGURE_KINDS for label in heads)
    every = () if is_table else named.items()
    return {number: item for number, text in every if (item := item_of(number, text))}


def _without_signs(text: str) -> str:
    """A line with a blank for the dots that lead to its amount, and without the signs of a wiki around its words."""
    return _WIKI.sub(r"\2", _LEADER.sub(" ", text)).rstrip("= ")


def _with_bracket(text: str, standard: Standard) -> str:
    """A line of 要求額 and 前年度, each before its amount, with the latter in brackets: 「(1)郵便料:要求額 7,200 前年度 6,900」."""
    if (found := _LABELLED.fullmatch(text)) is None:
        return text
    pairs = [(label_of(found[of], None, standard), found[of], found[f"{of}_amount"]) for of in ("one", "two")]
    (asked, _, amount), (before, label, previous) = sorted(pairs, key=lambda pair: pair[0].kind != "request")
    is_of_two = asked.kind == "request" != before.kind and before.is_dated
    return f"{found['name']} {amount}({label} {previous})" if is_of_two else text


def _with_unit(text: str, unit: str) -> str:
    """A line with the unit that another line says behind its amount: 「・郵便料　1,860（前年度 1,740）」 below 「単位は千円です」."""
    bracket = _BRACKET.search(text)
    before = text[: bracket.start() if bracket else len(text)].rstrip()
    figure = _FIGURE.search(before) if "円" not in text else None
    is_amount = figure is not None and before[: figure.start()].endswith(tuple(" :=…→"))
    return f"{before}{unit}{text[len(before) :]}" if is_amount else text


def item_of(number: int, text: str) -> Item | None:
    """The item that a line is; None for another line."""
    mark = MARK.match(text)
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
        if year_in_heading(basis, None)[:2] != (None, None):
            return None  # 「R7 1,100千円 → R8 1,200千円」: amounts of two years
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


def heading_of(number: int, text: str) -> Item:
    """A line without an amount as the heading of the items below it."""
    mark = MARK.match(half_width(text))
    return Item(number, number, _style(mark), half_width(text)[mark.end() if mark else 0 :])


def is_total(item: Item, standard: Standard) -> bool:
    """Whether an item is the total of those above it, by its words."""
    return calling(item.name, standard) == "total" or is_request(item, standard)


def is_request(item: Item, standard: Standard) -> bool:
    """Whether an item says what is asked for in all: 「令和8年度当初要求額」, 「夏まつり開催事業の要求額は総額」."""
    plain = year_in_heading(item.name, None).rest
    asked = request_labels(standard)
    parts = [part for part in _PARTICLES.split(plain) if part and calling(part, standard) != "total"]
    last = compact((_SPACES.split(item.name.strip()) or [""])[-1])
    return (
        bool(asked & {plain, last, *parts[-1:]}) or standard.word_tables.heading_roles.get(plain) == "amount"
    )


def names_funds(item: Item, standard: Standard) -> bool:
    """Whether an item says what the costs are paid from, by the form's own label: 「財源　一般財源」."""
    return any(form.funding_label and form.funding_label in item.name for form in standard.forms)
