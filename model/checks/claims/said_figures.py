"""What texts say of the figures of a request, each claim with the figure that it is of, and whether the sheet contradicts it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from model.checks.case import Case
from model.checks.claims.contradictions import Wrong, contradiction
from model.checks.claims.read_texts import COMMENT, read_texts
from model.claims.amounts import Money
from model.claims.figure_claim import FigureClaim
from model.claims.figure_sentences import Known, figure_claims, look_for_names
from model.claims.line_names import Names, Target, names_in
from model.claims.near_names import near_names_in
from model.figures.figures import Totals
from model.incremental.results import Results
from model.names.figure_outline import SheetFigure, figure_outline
from model.names.spoken_labels import spoken_labels
from model.request import place
from model.request.place import Place
from model.request.request import Request
from model.standard.standard import Standard


class SaidFigure(NamedTuple):
    """A claim of a text with the figure that it is of.

    Attributes:
        where: the place of the text.
        text: the text.
        start: where the quantity begins in the text.
        claim: what it says.
        figure: the figure.
        wrong: what the sheet says instead; None where it agrees, or the claim may be of another figure.
        unit: the unit of the text, where it stands beside it.
    """

    where: Place
    text: str
    start: int
    claim: FigureClaim
    figure: SheetFigure
    wrong: Wrong | None
    unit: str = ""

    @property
    def is_of_line(self) -> bool:
        """Whether it is of a line or a table; else it is of the sheet itself."""
        return self.figure.place.startswith(("line/", "group/"))

    @property
    def money(self) -> Money | None:
        """The amount that it says; None where it says none."""
        return self.claim.quantity.money if self.claim.quantity else None

    @property
    def is_of_people(self) -> bool:
        """Whether it says how many people there are this year."""
        quantity = self.claim.quantity
        return quantity is not None and quantity.kind == "people" and self.claim.aspect == "value"

    def written(self, new: str) -> str:
        """The text with other words in the place of the quantity."""
        quantity = self.claim.quantity
        assert quantity is not None
        end = self.start + quantity.end - quantity.start
        return self.text[: self.start] + new.removesuffix(self.unit) + self.text[end:]


def figures_of(case: Case) -> dict[Place, SheetFigure]:
    """The figures of a request by their places, made once for all that ask in a run."""
    return case.results.of(_figures, case.request, case.totals, case.standard, case.results)


def said_figures(case: Case) -> tuple[SaidFigure, ...]:
    """What the texts of a request say of its figures, read once for all that ask in a run."""
    return case.results.of(_said, case.request, case.totals, case.standard, case.results)


def read_in_steps(case: Case) -> Iterator[None]:
    """Look for names in the texts, a paragraph for each item: where a line's words have changed, it is what takes longest."""
    results = case.results
    names = names_in(case.request, results)
    yield
    near = near_names_in(case.request, case.standard.text_words, results)
    yield
    for source in read_texts(case.request, case.standard):
        yield from look_for_names(source.read, names, near, case.standard.text_words, results)


def _figures(
    request: Request, totals: Totals, standard: Standard, results: Results
) -> dict[Place, SheetFigure]:
    return {figure.place: figure for figure in figure_outline(request, totals, standard, results)}


def _said(request: Request, totals: Totals, standard: Standard, results: Results) -> tuple[SaidFigure, ...]:
    words, names = standard.text_words, names_in(request, results)
    figures = results.of(_figures, request, totals, standard, results)
    labels = spoken_labels(request, totals, standard, figures, results)
    known = Known(names, near_names_in(request, words, results), labels)
    found: list[SaidFigure] = []
    linked = {(link.place, at) for link in request.links for at in range(link.start, link.end)}
    for source in read_texts(request, standard):
        where = source.place
        for said in figure_claims(source.read, known, words, results):
            claim, start = said.claim, said.offset + said.claim.start - source.begin
            if start < 0 or (where, start) in linked:  # of the words beside a cell; said by the writer
                continue
            figure = _figure(request, names, claim, figures)
            if figure is not None and claim.aspect == "change" and claim.place == "assessment/amount":
                asked = figures[place.REQUEST_AMOUNT]
                since = "previous" if words.year_before.search(claim.sentence) else "value"
                before = asked.previous_place if since == "previous" else asked.place
                figure = figure._replace(previous_place=before, previous=getattr(asked, since))
            if where == COMMENT and (
                claim.targets or claim.added or not claim.name or claim.aspect != "value"
            ):
                continue
            if figure is None or (claim.aspect == "previous" and figure.previous is None):
                continue
            wrong = contradiction(said, figure, words, figures[place.REQUEST_AMOUNT])
            found.append(SaidFigure(where, source.text, start, claim, figure, wrong, source.unit))
    return tuple(found)


def _figure(
    request: Request, names: Names, claim: FigureClaim, figures: dict[Place, SheetFigure]
) -> SheetFigure | None:
    """The figure that a claim is of; None where its name is of several, or a figure that is added is blank."""
    if claim.added:
        parts = [figures.get(_place_of(request, names, target)) for target in claim.added]
        values = [part.value for part in parts if part is not None and isinstance(part.value, int)]
        if len(values) != len(parts) or parts[0] is None:
            return None
        return SheetFigure(parts[0].place, claim.name, (), "amount", sum(values))
    if claim.aspect == "limit":
        lines = {names.id_of(target) for target in claim.targets}
        own = [one for one in request.commitments if not lines or one.line in lines]
        return figures.get(place.commitment(own[0].id, "limit")) if len(own) == 1 else None
    if len(claim.targets) > 1:
        return None
    return figures.get(_place_of(request, names, claim.targets[0]) if claim.targets else claim.place)


def _place_of(request: Request, names: Names, target: Target) -> Place:
    if target.path:
        return f"line/{names.id_of(target)}/amount"
    return place.group(request.groups[target.group].id, "amount")
