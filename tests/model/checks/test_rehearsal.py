"""The checks that are run beforehand, a few at a time, between the keys of a writer who begins at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from model.checks import run
from model.checks.case import Case
from model.checks.finding import Finding
from model.claims.labels.line_names import Mention
from model.claims.labels.near_names import NearNames
from model.claims.sentences import figure_sentences
from model.document.document import Document
from model.edits.fields import set_value
from model.figures.figures import LineTotals
from model.incremental.results import Results
from model.request.request import Section
from model.totals.prices import NO_PRICES
from model.totals.totals import totals
from tests.samples import big, standard

LINES = 120
AT_ONCE = 25  # lines that one step checks


def test_a_step_checks_a_few_lines_and_the_check_that_follows_none_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """However long a request is, no step before its first check goes through all of its lines, nor does that check."""
    checked: list[str] = []

    def counted(line: LineTotals) -> Iterator[Finding]:
        checked.append(line.line.id)
        return iter(())

    in_force, request, results = standard(), big(LINES), Results()
    plain = run.check(request, totals(request, in_force), in_force)
    monkeypatch.setattr(run, "LINE_CHECKS", (*run.LINE_CHECKS, counted))
    found = totals(request, in_force, Results())
    steps, before = 0, 0
    for _ in run.rehearse(Case(request, found, in_force, NO_PRICES, results)):
        assert len(checked) - before <= AT_ONCE
        steps, before = steps + 1, len(checked)
    assert steps > LINES // AT_ONCE
    assert len(checked) == len(set(checked)) == LINES
    assert run.check(request, found, in_force, NO_PRICES, results) == plain
    assert len(checked) == LINES


def test_a_step_looks_for_names_in_one_paragraph(monkeypatch: pytest.MonkeyPatch) -> None:
    """However long the narrative, no step after a line's words were changed reads more than a paragraph of it for names."""
    read: list[str] = []
    near = figure_sentences.near_mentions_in

    def counted(paragraph: str, names: NearNames, results: Results) -> tuple[tuple[Mention, ...], ...]:
        read.append(paragraph)
        return near(paragraph, names, results)

    monkeypatch.setattr(figure_sentences, "near_mentions_in", counted)
    words = "".join(f"　第{at}回の会議に{at}千円を見込む。\n" for at in range(100, 150))
    request = replace(big(30), sections=(Section("long", "purpose", "事業の目的", words),))
    document = Document(request, standard())
    assert document.snapshot.findings is not None
    document.edit("入力", set_value(request, "line/line-7/text", "会議の開催"))
    read.clear()
    before = 0
    for _ in document.snapshot.check_in_steps():
        assert len(read) - before <= 1
        before = len(read)
    assert len(read) == 50
    assert document.snapshot.findings is not None
    assert len(read) == 50
