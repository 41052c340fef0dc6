"""What texts say of the figures of a request, each claim with the figure that it is of, and whether the sheet contradicts it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from model.checks.case import Case
from model.checks.claims.contradictions import Wrong, contradiction
from model.checks.claims.evidence import Evidence, Meant
from model.checks.claims.meant_figures import OF_TABLES, meant_figure, of_its_line, place_of, whole_of
from model.checks.claims.other_readings import is_right_otherwise
from model.checks.claims.read_texts import COMMENT, ReadText, read_texts
from model.claims.labels.line_names import names_in
from model.claims.labels.near_names import near_names_in
from model.claims.quantities.amounts import Money
from model.claims.sentences.figure_claim import FigureClaim
from model.claims.sentences.figure_sentences import Known, figure_claims, look_for_names
from model.figures.figures import Totals
from model.incremental.results import Results
from model.names.figure_outline import SheetFigure, figure_outline
from model.names.spoken_labels import spoken_labels
from model.request import place
from model.request.place import Place
from model.request.request import Request
from model.standard.standard import Standard

_ROWS: Final[Mapping[str, str]] = {
    "standing": "現計予算の",
    "total": "補正後の",
    "assessed": "査定後の",
    "deferred": "保留要求の",
    "revived": "復活要求の",
    "added": "追加要求の",
}


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
        return self.figure.place.startswith(OF_TABLES)

    @property
    def of_row(self) -> str:
        """The words for the budget that it is of; none for what is asked."""
        return _ROWS.get(self.claim.row, "")

    @property
    def money(self) -> Money | None:
        """The amount that it says; None where it says none."""
        return self.claim.quantity.money if self.claim.quantity else None

    @property
    def is_of_people(self) -> bool:
        """Whether it says how many people there are, or were the year before."""
        quantity = self.claim.quantity
        return quantity is not None and quantity.kind == "people" and self.claim.aspect != "change"

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
    meant: list[tuple[ReadText, int, Meant]] = []
    linked = {(link.place, at) for link in request.links for at in range(link.start, link.end)}
    for source in read_texts(request, standard):
        for said in figure_claims(source.read, known, words, results):
            claim = of_its_line(request, names, said.claim, figures)
            start = said.offset + claim.start - source.begin
            if start < 0 or (source.place, start) in linked:  # of the words beside a cell; said by the writer
                continue
            is_of_part = claim.targets or claim.added or not claim.name or claim.aspect != "value"
            if source.place == COMMENT and is_of_part:
                continue
            figure = meant_figure(request, names, claim, figures, words)
            if figure is not None:
                meant.append((source, start, Meant(source.place, said._replace(claim=claim), figure)))
    evidence = Evidence([one for _, _, one in meant], figures)
    found: list[SaidFigure] = []
    asked = figures[place.REQUEST_AMOUNT]
    for source, start, one in meant:
        said, figure, claim = one.said, one.figure, one.said.claim
        whole = whole_of(request, names, claim, figures)
        wrong = contradiction(said, figure, words, whole, is_shown=evidence.shows(one))
        if wrong and claim.may_be_of_all and contradiction(said, asked, words, asked) is None:
            wrong = None
        if wrong is not None:
            named = [place_of(request, names, one) for one in claim.named]
            before = source.read[said.offset : start + source.begin]
            if is_right_otherwise(claim, figure, named, figures, words, before, results):
                wrong = None
        found.append(SaidFigure(source.place, source.text, start, claim, figure, wrong, source.unit))
    return tuple(found)
