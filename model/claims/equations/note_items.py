"""A note of a list cut into its quantities: what each is called, what joins it to the one before, and what a bracket behind it holds.

「工事費 980,000 → 990,000千円(+10,000、1.0%増)」 is two amounts that an arrow joins, and behind the second a bracket of a change and a rate.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from model.claims.equations.marked_sentences import (
    AMOUNT,
    NUMBER,
    PEOPLE,
    PERCENT,
    SIGNS,
    TIMES,
    MarkedSentence,
    Term,
)
from model.values.fiscal_year import ERA_YEAR, parse
from model.values.pattern import lazy_pattern

_TOKEN: Final = lazy_pattern(
    rf"(?P<each>(?<=[{AMOUNT}])/[^\s、。()/{SIGNS}]{{1,4}}(?=[)、\s]|\Z))|(?P<sign>[{SIGNS}])|(?P<open>[(\[〔])|(?P<close>[)\]〕])|(?P<joint>[→+=×])|(?P<colon>:)|(?P<stop>[、。;/・])|(?P<words>[^{SIGNS}()\[\]〔〕→+=×、。;/・:]+)"
)
_AT_ITS_QUANTITY: Final = lazy_pattern(r"\s*+(?:分|の?[増減])?(?:とした|とする)?\s*+")
_LETTER: Final = lazy_pattern(r"\s*[A-Za-z]\s*")
"""What stands for a size: 「V=89,000m3」."""
_MINUS: Final = frozenset("△▲−-")
_YEAR: Final = lazy_pattern(rf"{ERA_YEAR}|(?<!\d)\d{{1,2}}(?=年度)")


class Item(NamedTuple):
    """A quantity of a note.

    Attributes:
        term: the quantity.
        label: the words before it, from the last comma or quantity.
        joint: what joins it to the one before: →, +, =, ×, or nothing.
        behind: the words right behind it.
        sign: 1 or -1 where + or △ stands before it, else 0.
        inside: the quantities of the brackets behind it.
        remarks: the words of these brackets.
    """

    term: Term
    label: str
    joint: str
    sign: int
    behind: list[str]
    inside: list[Item]
    remarks: list[str]

    def is_like(self, other: Item) -> bool:
        """Whether it counts the same as another."""
        return self.term.kind == other.term.kind and self.term.counter == other.term.counter

    @property
    def is_figure(self) -> bool:
        """Whether it is an amount or a number, and no rate."""
        return self.term.kind in (AMOUNT, PEOPLE, NUMBER)

    @property
    def is_ratio(self) -> bool:
        """Whether it is a rate or a number of times."""
        return self.term.kind in (PERCENT, TIMES)

    @property
    def year(self) -> int | None:
        """The western year that its label names; None where it names none."""
        match = _YEAR.search(self.label)
        year = parse(match.group()) if match else None
        return year.year if year else None


class Group(NamedTuple):
    """The quantities of a note, or of one of its brackets, with the one that the bracket stands behind."""

    items: list[Item]
    host: Item | None
    above: list[Item]


def groups_of(marked: MarkedSentence) -> list[Group]:
    """The quantities of a note with those of each bracket, the outermost last."""
    found: list[Group] = []
    terms = iter(marked.terms)
    open_groups: list[tuple[Group, str, str]] = []
    group, label, joint = Group([], None, []), "", ""
    is_first = True
    for token in _TOKEN.finditer(marked.text):
        kind, written = token.lastgroup, token.group()
        if kind == "each":
            group.items[-1].behind.append(written)
        elif kind == "sign":
            term = next(terms)
            written = marked.sentence[max(term.start - 1, 0) : term.start + 1]
            sign = 1 if "+" in written and joint != "+" else -1 if set(written) & _MINUS else 0
            group.items.append(Item(term, label, joint, sign, [], [], []))
            label = joint = ""
        elif kind == "open":
            is_its = group.items and _AT_ITS_QUANTITY.fullmatch(label)
            open_groups.append((group, label, joint))
            host = group.items[-1] if is_its else None
            group, label, joint = Group([] if host is None else host.inside, host, group.items), "", ""
        elif kind == "close" and open_groups:
            found.append(group)
            group, label, joint = open_groups.pop()
        elif kind == "joint":
            is_joint = not is_first if written == "+" else bool(group.items) and not _LETTER.fullmatch(label)
            is_change = written == "+" and joint == "→" and not label.strip()  # 「前年度 204,900 → +26,186」
            label, joint = "", written if is_joint and not is_change else ""
        elif kind == "colon":
            label += written
        elif kind == "stop":
            label = ""
        elif kind == "words":
            if group.items and not label:
                written = written.removeprefix(group.items[-1].term.counter)
            if group.items and not label and not joint:
                group.items[-1].behind.append(written)
            if group.host is not None:
                group.host.remarks.append(written)
            label += written
        is_first = kind in ("open", "stop", "colon")
    return [*found, *(outer for outer, _, _ in open_groups), group]
