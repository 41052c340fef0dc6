"""What texts say of figures: each claim with the figure of the sheet that it is of."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from model.checks.claims.contradictions import Wrong
from model.checks.claims.read_texts import ReadText
from model.claims.labels.line_names import Names, Target, line_of
from model.claims.quantities.amounts import Money
from model.claims.quantities.commitment_year_words import COMMITMENT_WORD
from model.claims.quantities.typing_errors import typing_error
from model.claims.sentences.figure_claim import FigureClaim
from model.claims.sentences.figure_sentences import ClaimInText
from model.names.figure_outline import SheetFigure
from model.request import place
from model.request.place import Place
from model.request.request import Request
from model.standard.text_words import TextWords
from model.values.pattern import lazy_pattern

_OWN_ROW: Final = lazy_pattern(r"/(?:request|asked)\b")
"""The row of what is asked in the place of a figure, of people and costs, and of sources where several rows come to it."""
OF_TABLES: Final = ("line/", "group/")


class SaidFigure(NamedTuple):
    """A claim of a text with the figure that it is of.

    Attributes:
        source: the text, as it is read.
        said: what it says, and where.
        figure: the figure.
        wrong: what the sheet says instead; None where it agrees, or the claim may be of another figure.
    """

    source: ReadText
    said: ClaimInText
    figure: SheetFigure
    wrong: Wrong | None = None

    @property
    def where(self) -> Place:
        """The place of the text."""
        return self.source.place

    @property
    def claim(self) -> FigureClaim:
        """What it says."""
        return self.said.claim

    @property
    def start(self) -> int:
        """Where the quantity begins in the text; below 0 where it stands in the words beside a cell."""
        return self.said.offset + self.claim.start - self.source.begin

    @property
    def is_of_line(self) -> bool:
        """Whether it is of a line or a table; else it is of the sheet itself."""
        return self.figure.place.startswith(OF_TABLES)

    @property
    def money(self) -> Money | None:
        """The amount that it says; None where it says none."""
        return self.claim.quantity.money if self.claim.quantity else None

    @property
    def right(self) -> object:
        """What the sheet has for it: the figure of the year that it speaks of."""
        return self.figure.previous if self.claim.aspect == "previous" else self.figure.value

    def written(self, new: str) -> str:
        """The text with other words in the place of the quantity."""
        quantity, text = self.claim.quantity, self.source.text
        assert quantity is not None
        end = self.start + quantity.end - quantity.start
        return text[: self.start] + new.removesuffix(self.source.unit) + text[end:]


def meant_figure(
    request: Request, names: Names, claim: FigureClaim, figures: dict[Place, SheetFigure], words: TextWords
) -> SheetFigure | None:
    """The figure that a claim is of; None where its name is of several, or a figure that it needs is blank."""
    figure = _named(request, names, claim, figures)
    if figure is None:
        return None
    if claim.aspect == "change" and claim.place == "assessment/amount":
        asked = figures[place.REQUEST_AMOUNT]
        since = "previous" if words.patterns.year_before.search(claim.sentence) else "value"
        before = asked.previous_place if since == "previous" else asked.place
        return figure._replace(previous_place=before, previous=getattr(asked, since))
    is_added = claim.aspect == "change" and place.cost("standing", "expense") in figures
    if (
        is_added
        and not figure.previous_place
        and figure.place.startswith(("funding/request/", "headcount/request", place.REQUEST_AMOUNT))
    ):
        return figure._replace(previous_place=figure.place, previous=0)  # 「今回の補正で正職員0.5人の増」
    if (
        claim.aspect == "previous"
        and figure.previous is None
        and not _is_new(request, claim, figure, figures)
    ):
        return None
    return figure


def of_its_line(
    request: Request, names: Names, claim: FigureClaim, figures: dict[Place, SheetFigure]
) -> FigureClaim:
    """A claim of 前年度予算額 in a sentence that names one line and says both its years' amounts, or that of the year before with a slip: it is of that line.

    「就職フェア開催委託料は2,400千円であり、前年度予算額の3,200千円と比べて800千円の減」.
    """
    lines = {one for one in claim.named if isinstance(one, Target)}
    is_of_year_before = claim.aspect in ("previous", "change") and claim.place == place.REQUEST_AMOUNT
    if not is_of_year_before or claim.targets or len(lines) != 1:
        return claim
    line = figures.get(place_of(request, names, next(iter(lines))))
    said = {one.value for one in claim.beside if one.kind == "money"}
    if line is None or not isinstance(line.previous, int) or not line.previous or line.value not in said:
        return claim
    is_slip = (
        claim.aspect == "previous" and claim.quantity and typing_error(line.previous, claim.quantity.value)
    )
    if line.previous not in said and not is_slip:
        return claim
    return claim._replace(targets=tuple(lines), place="", name=line.label, is_certain=True)


def _named(
    request: Request, names: Names, claim: FigureClaim, figures: dict[Place, SheetFigure]
) -> SheetFigure | None:
    """The figure that a claim names."""
    if claim.added:
        alone = [figures.get(place_of(request, names, one)) for one in claim.added]
        parts = [of_row(one, claim.row, figures) if one and claim.row else one for one in alone]
        values = [part.value for part in parts if part is not None and isinstance(part.value, int | Decimal)]
        if len(values) != len(parts) or parts[0] is None or len({part.kind for part in parts if part}) > 1:
            return None
        return SheetFigure(parts[0].place, claim.name, (), parts[0].kind, sum(values, start=values[0] * 0))
    if claim.aspect == "limit":
        lines = {names.id_of(target) for target in claim.targets}
        own = [one for one in request.commitments if not lines or one.line in lines]
        asked = figures[place.REQUEST_AMOUNT]
        if not request.commitments and COMMITMENT_WORD in asked.label:
            return asked  # a sheet of its own for what is asked of commitments
        return figures.get(place.commitment(own[0].id, "limit")) if len(own) == 1 else None
    if len(claim.targets) > 1:
        return None
    figure = figures.get(place_of(request, names, claim.targets[0]) if claim.targets else claim.place)
    return of_row(figure, claim.row, figures) if figure and claim.row else figure


def of_row(figure: SheetFigure, row: str, figures: dict[Place, SheetFigure]) -> SheetFigure | None:
    """The same figure of another budget; None where the sheet has none.

    In a 補正 the figure of the year before is what is budgeted (現計), and both together are what it comes to (補正後).
    """
    if figure.place.startswith(OF_TABLES):
        standing = figure.previous if place.cost("standing", "expense") in figures else None
    else:
        where = place.cost("request", "expense") if figure.place == place.REQUEST_AMOUNT else figure.place
        before, other = (figures.get(_OWN_ROW.sub(f"/{one}", where, 1)) for one in ("standing", row))
        if figure.place == place.REQUEST_AMOUNT:
            other = other or figures.get(f"component/{row}")
        if other is not None:
            return other
        standing = before.value if before else None
    if row == "assessed" or not isinstance(standing, int):
        return None
    asked = figure.value if isinstance(figure.value, int) else 0
    return figure._replace(value=standing + asked if row == "total" else standing, previous=None)


def whole_of(
    request: Request, names: Names, claim: FigureClaim, figures: dict[Place, SheetFigure]
) -> SheetFigure:
    """The figure that a share is of: what is asked, where the claim names no other."""
    where = place_of(request, names, claim.whole) if claim.whole else place.REQUEST_AMOUNT
    figure = figures.get(where) or figures[place.REQUEST_AMOUNT]
    return (claim.row and of_row(figure, claim.row, figures)) or figure


def place_of(request: Request, names: Names, target: Target | Place) -> Place:
    """The place of the figure of a line or a table; of a figure of the sheet its own."""
    if isinstance(target, str):
        return target
    if target.path:
        return f"line/{names.id_of(target)}/amount"
    return place.group(request.groups[target.group].id, "amount")


def _is_new(
    request: Request, claim: FigureClaim, figure: SheetFigure, figures: dict[Place, SheetFigure]
) -> bool:
    """Whether a claim of the year before is of a whole line that the sheet has for this year alone, and its lines say all of that year."""
    line = line_of(request.groups, claim.targets[0]) if len(claim.targets) == 1 else None
    written = claim.quantity.value if claim.quantity else None
    is_whole = line is not None and len(claim.targets[0].path) == 1 and not line.parts
    if not (is_whole and claim.is_certain and figure.value and figure.value != written):
        return False
    before = [figures.get(f"line/{line.id}/amount") for group in request.groups for line in group.lines]
    known = [one.previous for one in before if one and isinstance(one.previous, int)]
    return figures[place.REQUEST_AMOUNT].previous == sum(known)
