"""One thing that a sentence says of a figure of the sheet."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from model.claims.labels.line_names import Target
from model.claims.quantities.quantities import Quantity
from model.claims.sentences.quantity_labels import Aspect, QuantityLabel
from model.claims.sentences.sentence_signs import SentenceSigns
from model.request.place import Place


class FigureClaim(NamedTuple):
    """What a sentence says of a figure.

    Attributes:
        start: where the quantity begins in its paragraph; of a direction the word.
        sentence: the sentence.
        label: how its quantity stands with its label.
        name: the label as it is written; "" where none is.
        targets: the lines and tables that bear the name; empty for a figure of the sheet.
        place: the place of the figure of the sheet; "" for a line.
        aspect: what is said of it.
        quantity: how much; None for a direction alone.
        direction: 1 for 増, -1 for 減, 0 for 同額; None where none is said.
        beside: all quantities of the sentence.
        named: all lines, tables and figures of the sheet that the sentence names.
        is_certain: nothing stands in the sentence that could make it another figure.
        is_about: it is said to be rounded (約).
        asks: the sentence goes on to ask for it (を要求する).
        added: the lines, tables and figures of the sheet whose sum it is; empty of any other figure.
        part: which part of the figure it is; None where it is the figure.
        row: the budget that it is of, as a row of the tables (standing, total, assessed); "" for what is asked.
        is_least: it is said to be no less (以上).
        is_since_unsaid: nothing says since when it changed: 「1,200千円減の8,200千円」.
        whole: what a share is of; "" for what is asked.
        is_of_own_year: its sentence names this year, or what is asked, and no other year.
    """

    start: int
    sentence: str
    label: QuantityLabel
    name: str
    targets: tuple[Target, ...]
    place: Place
    aspect: Aspect
    quantity: Quantity | None
    direction: int | None
    beside: tuple[Quantity, ...]
    named: tuple[Target | Place, ...]
    is_certain: bool
    is_about: bool
    asks: bool
    added: tuple[Target | Place, ...] = ()
    part: Fraction | None = None
    row: str = ""
    is_least: bool = False
    whole: Target | Place = ""
    is_since_unsaid: bool = False
    is_of_own_year: bool = False

    @property
    def alike(self) -> set[Fraction]:
        """The quantities of its sentence that are of the kind of its own."""
        return {one.value for one in self.beside if self.quantity and one.kind == self.quantity.kind}

    @property
    def may_be_of_all(self) -> bool:
        """Whether its sentence names nothing and follows one about a line: it may be of what is asked too."""
        return bool(self.targets) and not self.name


def claim_of(
    sentence: SentenceSigns, label: QuantityLabel, aspect: Aspect, quantity: Quantity | None, direction: int | None, front: str, back: str
) -> FigureClaim:  # fmt: skip
    """The claim of a sentence that a label stands with a quantity, or with a direction alone."""
    mention, name = sentence.mentions.get(label.sign), sentence.label_of.get(label.sign, "")
    span = sentence.spans.get(label.sign) if mention or name else None
    unsaid = sentence.labels.people if quantity and quantity.kind == "people" else "request/amount"
    return FigureClaim(
        sentence.start + (quantity.start if quantity else 0),
        sentence.text.strip(),
        label,
        sentence.text[span[0] : span[1]] if span else "",
        mention.targets if mention else (),
        "" if mention else sentence.places.get(label.sign, unsaid),
        aspect,
        quantity,
        direction,
        tuple(sentence.quantities.values()),
        sentence.named,
        label.is_certain,
        bool(sentence.patterns.about.search(front) or sentence.patterns.about_behind.match(back)),
        bool(quantity and sentence.patterns.asking.match(sentence.text[quantity.end :])),
        is_least=back.startswith("以上"),
        is_of_own_year=sentence.is_of_own_year,
    )
