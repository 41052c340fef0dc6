"""What texts say of the figures of a request, each claim with the figure that it is of, and whether the sheet contradicts it."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.case import Case
from model.checks.claims.contradictions import contradiction
from model.checks.claims.evidence import Evidence
from model.checks.claims.meant_figures import SaidFigure, meant_figure, of_its_line, place_of, whole_of
from model.checks.claims.other_readings import is_right_otherwise, is_right_with_tax
from model.checks.claims.read_texts import COMMENT, read_texts
from model.claims.labels.line_names import names_in
from model.claims.labels.near_names import near_names_in
from model.claims.sentences.figure_sentences import figure_claims, look_for_names
from model.figures.figures import Totals
from model.incremental.results import Results
from model.names.figure_outline import SheetFigure, figure_outline
from model.names.spoken_labels import spoken_labels
from model.request import place
from model.request.place import Place
from model.request.request import Request
from model.standard.standard import Standard


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
    near = near_names_in(request, words, results)
    meant: list[SaidFigure] = []
    linked = {(link.place, at) for link in request.links for at in range(link.start, link.end)}
    for source in read_texts(request, standard):
        for said in results.of(figure_claims, source.read, names, near, labels, words, results):
            claim = of_its_line(request, names, said.claim, figures)
            is_of_part = claim.targets or claim.added or not claim.name or claim.aspect != "value"
            if source.place == COMMENT and is_of_part:
                continue
            figure = meant_figure(request, names, claim, figures, words)
            if figure is not None:
                one = SaidFigure(source, said._replace(claim=claim), figure)
                if one.start >= 0 and (one.where, one.start) not in linked:  # else said by the writer
                    meant.append(one)
    evidence = Evidence(meant, figures)
    asked = figures[place.REQUEST_AMOUNT]

    def is_right(one: SaidFigure) -> bool:
        """Whether a claim that contradicts its figure is right of another that it may be of."""
        claim = one.claim
        if claim.may_be_of_all and contradiction(one.said, asked, words, asked) is None:
            return True
        if is_right_with_tax(claim, one.figure, standard):
            return True
        named = [place_of(request, names, other) for other in claim.named]
        before = one.source.read[one.said.offset : one.start + one.source.begin]
        return is_right_otherwise(claim, one.figure, named, figures, words, before, results)

    found: list[SaidFigure] = []
    for one in meant:
        whole = whole_of(request, names, one.claim, figures)
        wrong = contradiction(one.said, one.figure, words, whole, is_shown=evidence.shows(one))
        found.append(one if wrong is None or is_right(one) else one._replace(wrong=wrong))
    return tuple(found)
