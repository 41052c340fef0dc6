"""The one way of not computing again: what is kept changes no result, stays small, and belongs to its document alone."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from model.checks import Findings, run
from model.checks.claims import claimed_spans
from model.checks.form import judgement
from model.checks.run import check
from model.claims.labels import lines_with_words
from model.claims.sentences import figure_sentences, line_sentences
from model.document.document import Document
from model.edits.fields import set_value
from model.figures.figures import LineTotals
from model.incremental.results import Results
from model.request.request import CostGroup, Line, Request
from model.totals import totals as room
from model.totals.prices import NO_PRICES
from model.totals.totals import totals
from tests.examples import costly_examples
from tests.model.checks.examples.texts import with_text
from tests.requests import edited, requests
from tests.samples import big, declared_sample, sample, standard, with_lines


def _joined(words: str, numbers: list[int]) -> str:
    return words + "".join(map(str, numbers))


def test_result_is_computed_once_for_the_same_arguments() -> None:
    """Texts are known by what they say, every other argument by which object it is."""
    results, computed = Results(), []

    def join(words: str, numbers: list[int]) -> str:
        computed.append(words)
        return _joined(words, numbers)

    numbers = [1, 2]
    assert results.of(join, "甲", numbers) == results.of(join, "".join(["甲"]), numbers) == "甲12"
    assert computed == ["甲"]
    assert results.of(join, "甲", [1, 2]) == "甲12"
    assert computed == ["甲", "甲"]


def test_arguments_live_as_long_as_their_result() -> None:
    """An object that nobody else holds cannot give its identity to another while its result is kept."""
    results = Results()
    assert [results.of(_joined, "甲", [number]) for number in range(500)] == [f"甲{n}" for n in range(500)]


def test_what_a_run_does_not_use_is_forgotten() -> None:
    """The size is that of two runs, however many there are; a result taken over brings those that it was made of."""
    results, computed = Results(), []

    def part(number: int) -> int:
        computed.append(number)
        return number

    def whole(first: int, own: Results) -> int:
        return own.of(part, first) + own.of(part, first + 1)

    for number in range(100):
        results.begin()
        results.of(part, 1_000 + number)
        assert results.of(whole, 1, results) == 3
        assert len(results) <= 5
    assert computed[:3] == [1_000, 1, 2]
    assert len(computed) == 102
    results.begin()
    assert results.of(part, 2) == 2  # the whole brought it along
    assert len(computed) == 102


def test_failed_computation_leaves_nothing_behind() -> None:
    """After an error the next result is computed as if nothing had been."""
    results = Results()
    with pytest.raises(ZeroDivisionError):
        results.of(divmod, 1, 0)
    assert len(results) == 0
    assert results.of(divmod, 7, 2) == (3, 1)


@given(st.data())
@settings(max_examples=costly_examples(60), suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_kept_results_find_what_a_first_look_finds(data: st.DataObject) -> None:
    """Through any edits the totals and findings are those of the request looked at afresh."""
    request = data.draw(requests())
    of_totals, of_findings = Results(), Results()
    for _ in range(3):
        figures = totals(request, standard(), of_totals)
        assert figures == totals(request, standard())
        assert check(request, figures, standard(), NO_PRICES, of_findings) == check(
            request, figures, standard()
        )
        request = data.draw(edited(request))


def test_two_documents_do_not_disturb_each_other() -> None:
    """Typing in one of two open requests in turn gives each its own figures and findings, and neither grows."""
    one, other = Document(declared_sample(), standard()), Document(big(100), standard())
    sizes: list[tuple[int, int]] = []
    for step in range(30):
        for document, where in ((one, "line/line-1-1/amount"), (other, "line/line-7/amount")):
            document.edit("入力", set_value(document.request, where, step + 1), where)
            afresh = Document(document.request, standard())
            assert document.snapshot.totals == afresh.snapshot.totals
            assert document.snapshot.findings == afresh.snapshot.findings
        sizes.append((len(one.snapshot.results), len(other.snapshot.results)))
    assert max(sizes[2:]) == min(sizes[2:])


def test_findings_of_a_moment_are_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks for the findings of a request as it is gets those of the one check; those of a moment before are still its own."""
    runs: list[object] = []
    real = run.check

    def counted(*given: object) -> Findings:
        runs.append(given)
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(run, "check", counted)
    document = Document(sample(), standard())
    before = document.snapshot
    document.edit("入力", set_value(document.request, "line/line-1-1/amount", 1), None)
    assert document.snapshot.findings is document.snapshot.findings
    assert document.snapshot.empty_fields is not None
    assert document.snapshot.explained_cut is not None
    found = document.snapshot.findings
    assert len(runs) == 1
    assert before.findings == Document(sample(), standard()).snapshot.findings != found
    assert document.snapshot.findings == found


def test_files_leave_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hundreds of files (with EXAMPLES a thousand) are each checked as if alone: a file's results go with it, and the next one finds the same."""
    alive: set[int] = set()
    made: list[int] = []
    real = Results.__init__

    def noted(self: Results) -> None:
        real(self)
        made.append(id(self))
        alive.add(id(self))

    monkeypatch.setattr(Results, "__init__", noted)
    monkeypatch.setattr(Results, "__del__", lambda self: alive.discard(id(self)), raising=False)
    first = check(sample(), totals(sample(), standard()), standard())
    count = costly_examples(1_000)
    for number in range(count):
        request = with_lines(Line("line", f"経費{number}", number, number, basis=f"{number + 1}千円×2回"))
        check(request, totals(request, standard()), standard())
    assert len(made) == 2 * count + 2
    gc.collect()
    assert not alive
    assert check(sample(), totals(sample(), standard()), standard()) == first


def test_keystroke_computes_the_line_that_it_is_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """An amount typed in a table of a hundred lines works out one line and checks one line."""
    worked_out: list[str] = []
    checked: list[str] = []
    line_figures, line_findings = room._line, run._check_line
    monkeypatch.setattr(
        room,
        "_line",
        lambda line, by: worked_out.append(line.id) or line_figures(line, by),
    )
    monkeypatch.setattr(
        run,
        "_check_line",
        lambda line, context: checked.append(line.line.id) or line_findings(line, context),
    )
    document = Document(big(100), standard())
    assert document.snapshot.findings.all is not None
    assert (len(worked_out), len(checked)) == (100, 100)
    worked_out.clear()
    checked.clear()
    for step in range(5):
        document.edit("入力", set_value(document.request, "line/line-42/amount", step + 7))
        assert document.snapshot.findings.all is not None
    assert worked_out == checked == ["line-42"] * 5


def test_keystroke_in_a_table_reads_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """With an amount typed, no paragraph is read; with a letter typed in a text, the one paragraph it is in."""
    text = "\n".join(f"経費{number}として{number}千円を要求し、事業を実施する。" for number in range(1, 200))
    read: list[str] = []
    for module, name in ((line_sentences, "_of"), (figure_sentences, "_read")):
        monkeypatch.setattr(module, name, _noting(getattr(module, name), read))
    document = Document(with_text(_of_names(200), text), standard())
    assert document.snapshot.findings.all is not None
    assert len(read) == 2 * 199
    read.clear()
    document.edit("入力", set_value(document.request, "line/line-7/amount", 8))
    assert document.snapshot.findings.all is not None
    assert read == []
    again = text.replace("経費9として", "経費9として、")
    document.edit("入力", set_value(document.request, "section/costs/text", again))
    assert document.snapshot.findings.all is not None
    assert set(read) == {"経費9として、9千円を要求し、事業を実施する。"}


def test_periods_and_ends_are_read_in_the_paragraph_that_was_typed_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A period and its number of years, and the 終期, are looked for in the one paragraph that a letter changed."""
    text = "\n".join(
        f"第{number}に、令和6年度から令和10年度まで(5年間)実施する。" for number in range(1, 200)
    )
    read: list[str] = []
    for module, name in ((claimed_spans, "_spans"), (judgement, "_naming")):
        monkeypatch.setattr(module, name, _noting(getattr(module, name), read))
    document = Document(with_text(_of_names(20), text), standard())
    assert document.snapshot.findings.all is not None
    assert len(read) >= 2 * 199
    read.clear()
    document.edit("入力", set_value(document.request, "line/line-7/amount", 8))
    assert document.snapshot.findings.all is not None
    assert read == []
    again = text.replace("第9に、", "第9には、")
    document.edit("入力", set_value(document.request, "section/costs/text", again))
    assert document.snapshot.findings.all is not None
    assert read == ["第9には、令和6年度から令和10年度まで(5年間)実施する。"] * 2


def test_letter_in_a_text_looks_at_no_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which lines raise a question, and which speak of a contract, is found again in a table that was changed alone."""
    looked: list[object] = []
    for module, name in ((judgement, "_raised_by"), (lines_with_words, "_in_group")):
        monkeypatch.setattr(module, name, _noting(getattr(module, name), looked))
    document = Document(with_text(_of_names(100), "事業を実施する。"), standard())
    assert document.snapshot.findings.all is not None
    assert len(looked) > 99
    looked.clear()
    document.edit("入力", set_value(document.request, "section/costs/text", "事業を行う。"))
    assert document.snapshot.findings.all is not None
    assert looked == []
    document.edit("入力", set_value(document.request, "line/line-7/amount", 8))
    assert document.snapshot.findings.all is not None
    lines = [one.line.id for one in looked if isinstance(one, LineTotals)]
    assert lines == ["line-7"]


def _of_names(lines: int) -> Request:
    group = CostGroup(
        "table",
        "1.表",
        lines=tuple(
            Line(f"line-{number}", f"事業の経費{number}", number, number) for number in range(1, lines)
        ),
    )
    return replace(with_lines(), groups=(group,))


def _noting(read_paragraph: Callable[..., object], read: list[Any]) -> Callable[..., object]:
    """The function, which notes the paragraphs, or what else it is given first."""

    def noted(paragraph: object, *rest: object) -> object:
        read.append(paragraph)
        return read_paragraph(paragraph, *rest)

    return noted
