"""Where a table of costs may begin in the lines of a section: the words of its headings, on one line or each on its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from model.standard.standard import Standard
from model.values.fiscal_year import FiscalYear
from templates.readers.labels import compact
from templates.readers.page.costs.placed_words import Kind
from templates.readers.page.costs.text_layouts import GROUP
from templates.readers.page.pieces import Line, Piece
from templates.readers.page.previous_figures import is_figures, plain_heading
from templates.readers.tables.columns.columns import Label, label_of
from templates.readers.tables.columns.units import is_unit_note, unit_alone

LONGEST: Final = 40  # characters of a heading
_MOST_COLUMNS: Final = 16
_UNNAMED: Final = 2  # headings before the first that is known
_UNKNOWN: Final = 4  # cells below the known headings that may be headings too
OF_AMOUNTS: Final = frozenset(
    {"request", "budget", "amount", "year", "existing", "settled", "assessed", "change"}
)
_LONGEST_UNKNOWN: Final = 12  # characters of a heading that is not known
_SAYS_MONEY: Final = ("額", "費", "要求", "予算", "年度", "計", "当初", "金")


class Opening(msgspec.Struct, frozen=True):
    """Headings as they may be.

    Attributes:
        end: the index of the piece after them.
        on_one_line: whether they stand on one line, and the rows too.
        is_apart: whether blank lines stand between them.
        cost: how many of them are not known.
        guessed: the columns that are not known and are taken for figures.
    """

    headings: tuple[str, ...]
    kinds: tuple[Kind, ...]
    end: int
    on_one_line: bool
    is_apart: bool = False
    cost: int = 0
    guessed: tuple[int, ...] = ()


def openings(pieces: Sequence[Piece], start: int, labels_of: PageLabels) -> list[Opening]:
    """The headings that may begin at a piece; none where it begins no table of costs."""
    piece = pieces[start]
    if (
        not isinstance(piece, Line)
        or piece.is_blank
        or "。" in piece.text
        or is_figures(piece.text)
        or is_unit_note(piece.text)
    ):
        return []
    words = piece.text.split()
    if len(words) > 1:
        found = [
            opening
            for of in _with_joined(words, labels_of)
            if (opening := _on_one_line(pieces, start, of, labels_of))
        ]
        if found:
            return _with_unknown_figures(found, labels_of)
    return _cells(pieces, start, labels_of) if len(piece.text) <= LONGEST else []


class PageLabels:
    """What the headings of a page say, each found out once; below some pages explain a row that are other columns elsewhere."""

    def __init__(self, year: FiscalYear, standard: Standard) -> None:
        self.year, self.standard = year, standard
        self._found: dict[str, Label] = {}

    def of(self, text: str) -> Label:
        """What a heading says."""
        label = self._found.get(text)
        if label is None:
            label = label_of(plain_heading(text), self.year, self.standard)
            if compact(text) in self.standard.word_tables.remark_headings:
                label = label._replace(kind="remark")
            if label.kind == "amount" and text.endswith("経費"):
                label = label._replace(kind="text" if label.text != "所要経費" else "amount")
            self._found[text] = label
        return label


def kind_of_column(label: Label) -> Kind:
    """What stands below a heading."""
    if label.kind in OF_AMOUNTS:
        return "figure"
    if label.kind == "rate":
        return "rate"
    return "count" if label.kind in ("unit_price", "quantity", "number") else "words"


def _names_a_table(labels: Sequence[Label]) -> bool:
    kinds = [label.kind for label in labels]
    return (
        any(kind in ("request", "budget", "amount", "year") for kind in kinds)
        and kinds[0] not in OF_AMOUNTS
        and sum(map(bool, kinds)) > 1
    )


def _with_joined(words: list[str], labels_of: PageLabels) -> list[list[str]]:
    """The words, and again with 「令和4年度 当初予算額」 and 「比較 増減」 as one heading."""
    joined: list[str] = []
    last = Label("", None, None, "")
    for word in words:
        label = labels_of.of(word)
        is_one = (
            label.year is None
            and label.relative is None
            and label.kind in ("request", "budget", "amount", "settled")
        )
        if (last.kind == "year" and is_one) or (last.kind == label.kind == "change"):
            joined[-1] += word
        else:
            joined.append(word)
        last = label
    return [words] if joined == words else [words, joined]


def _on_one_line(
    pieces: Sequence[Piece], start: int, words: list[str], labels_of: PageLabels
) -> Opening | None:
    if (
        len(words) > _MOST_COLUMNS
        or max(map(len, words)) > LONGEST
        or not any(word in words_of for words_of in words for word in _SAYS_MONEY)
        or any(is_figures(word) for word in words)
    ):
        return None
    end = start + 1
    below = pieces[end] if end < len(pieces) else None
    units = below.text.split() if isinstance(below, Line) else []
    labels = [labels_of.of(word) for word in words]
    if units and all(map(unit_alone, units)):
        columns = [index for index, label in enumerate(labels) if kind_of_column(label) != "words"]
        if len(units) not in (1, len(columns)):
            return None
        for index, unit in zip(columns, units * len(columns) if len(units) == 1 else units, strict=False):
            words[index] += f"({unit_alone(unit)})"
        end += 1
    if not _names_a_table(labels):
        return None
    return Opening(tuple(words), tuple(map(kind_of_column, labels)), end, on_one_line=True)


def _cells(pieces: Sequence[Piece], start: int, labels_of: PageLabels) -> list[Opening]:
    first = pieces[start]
    assert isinstance(first, Line)
    words: list[str] = []
    labels: list[Label] = []
    ends: list[int] = []
    gaps: list[bool] = []
    gap = False
    unknown = 0
    for index in range(start, len(pieces)):
        piece = pieces[index]
        if not isinstance(piece, Line) or len(piece.text) > LONGEST or len(words) == _MOST_COLUMNS:
            break
        if piece.is_blank:
            gap = True
            continue
        text = piece.text.strip()
        if words and unit_alone(text):
            words[-1] += f"({unit_alone(text)})"
            ends[-1] = index + 1
            continue
        if len(text.split()) > 2:
            break
        if any(gaps) and not gap:  # a heading of two lines
            words[-1] += text
            labels[-1] = labels_of.of(words[-1])
            ends[-1] = index + 1
            continue
        label = labels_of.of(text)
        if not words and label.kind in OF_AMOUNTS:
            return []
        if label.kind:
            unknown = 0
        elif (unknown := unknown + 1) > _UNKNOWN or not _may_head(text):
            break
        if len(words) == _UNNAMED and not label.kind and not any(one.kind for one in labels):
            break
        words.append(text)
        labels.append(label)
        ends.append(index + 1)
        gaps.append(gap and bool(gaps))
        gap = False
    if len(words) < 2:
        return []
    found: list[Opening] = []
    for count in range(2, len(words) + 1):
        if not _names_a_table(labels[:count]):
            continue
        is_cut = (
            count < len(words)
            and compact(words[count]).lower() in labels_of.standard.word_tables.table_headings
        )
        for headings in _with_joined(words[:count], labels_of):
            of = [labels_of.of(heading) for heading in headings]
            found.append(
                Opening(
                    tuple(headings), tuple(map(kind_of_column, of)), ends[count - 1], on_one_line=False,
                    is_apart=any(gaps[1:count]), cost=sum(not label.kind for label in of[1:]) + 2 * is_cut,
                )
            )  # fmt: skip
    return _with_unknown_figures(found, labels_of)


def _may_head(text: str) -> bool:
    """Whether a line may be a heading that is not known: a short one that is no figure, no bullet and begins no group."""
    plain = compact(text)
    return (
        0 < len(plain) <= _LONGEST_UNKNOWN
        and "。" not in plain
        and not plain[0].isdigit()
        and not any(map(is_figures, text.split()))
        and not GROUP.match(plain)
    )


def _with_unknown_figures(found: list[Opening], labels_of: PageLabels) -> list[Opening]:
    """The headings, and again with figures below those that are not known behind the first column of figures."""
    others: list[Opening] = []
    for opening in found:
        first = next(column for column, kind in enumerate(opening.kinds) if kind != "words")
        guessed = tuple(
            column
            for column, heading in enumerate(opening.headings)
            if column > first and not labels_of.of(heading).kind
        )
        if guessed:
            kinds = tuple(
                "figure" if column in guessed else kind for column, kind in enumerate(opening.kinds)
            )
            others.append(
                msgspec.structs.replace(opening, kinds=kinds, cost=opening.cost + 1, guessed=guessed)
            )
    return sorted(found + others, key=lambda opening: opening.cost)
