"""Only rules whose inputs an edit changed are run again, and that never changes what is found."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model import checks as rulebook
from model.checks import CHECKS, Check, WholeCheck, check
from model.checks.inputs import INPUTS
from model.edits.fields import set_value
from model.figures.figures import Totals
from model.request.request import Request
from model.totals.totals import totals
from tests.model.checks.examples import BROKEN
from tests.owed_requests import dam, facilities
from tests.requests import edited, requests
from tests.samples import declared_sample, sample, standard


class Watched:
    """A request or its totals that note which of their attributes are looked at."""

    def __init__(self, watched: Request | Totals, seen: set[str]) -> None:
        self._watched, self._seen = watched, seen

    def __getattr__(self, name: str) -> object:
        self._seen |= {
            "year": {"form"},
            "is_assessed": {"assessment", "headcount"},
            "explained_cut": {"cut", "unexplained_cut"},
            "asked_funds": {"funding_rows"},
        }.get(name, {name})
        return getattr(self._watched, name)


@pytest.mark.parametrize("each", CHECKS, ids=lambda each: each.__name__)
def test_check_reads_what_it_names(each: WholeCheck) -> None:
    """A check of the whole looks at no input that it does not name; else an edit of that would not run it again."""
    seen: set[str] = set()
    for request in (*BROKEN.values(), sample(), declared_sample(), facilities(), dam()):
        figures = totals(request, standard())
        watched = Watched(request, seen), Watched(figures, seen)
        list(each(*watched, standard()))  # type: ignore[arg-type]
    assert seen <= each.reads <= set(INPUTS)


@given(st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_check_reads_what_it_names_of_any_request(data: st.DataObject) -> None:
    """The same for made-up requests of every form."""
    request = data.draw(requests())
    figures = totals(request, standard())
    for each in CHECKS:
        seen: set[str] = set()
        list(each(Watched(request, seen), Watched(figures, seen), standard()))  # type: ignore[arg-type]
        assert seen <= each.reads, each.__name__


@given(st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_rules_run_again_find_what_all_rules_find(data: st.DataObject) -> None:
    """After any edit the findings are those of a check of everything afresh, though only what it touched is run again."""
    request = data.draw(requests())
    figures = totals(request, standard())
    before = check(request, figures, standard())
    after = data.draw(edited(request))
    figures = totals(after, standard(), figures)
    again, afresh = (
        check(after, figures, standard(), before),
        check(after, totals(after, standard()), standard()),
    )
    assert (again.all, again.acknowledged, again.questions) == (
        afresh.all,
        afresh.acknowledged,
        afresh.questions,
    )


def test_edit_runs_only_rules_whose_inputs_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Typing a telephone number runs the rules that read the contact, and none of the rules of figures."""
    ran: list[str] = []

    def noted(each: WholeCheck) -> WholeCheck:
        def function(*given: object) -> object:
            ran.append(each.__name__)
            return each.function(*given)  # type: ignore[arg-type]

        return Check(function, each.rules, each.reads)  # type: ignore[arg-type]

    monkeypatch.setattr(rulebook, "CHECKS", tuple(map(noted, CHECKS)))
    request = declared_sample()
    figures = totals(request, standard())
    before = check(request, figures, standard())
    assert sorted(ran) == sorted(each.__name__ for each in CHECKS)
    ran.clear()
    edited = set_value(request, "contact/phone", "0857-26-0000")
    check(edited, totals(edited, standard(), figures), standard(), before)
    assert sorted(ran) == sorted(each.__name__ for each in CHECKS if "contact" in each.reads)


def test_findings_are_of_the_rules_that_their_check_declares() -> None:
    """A check speaks only for the rules it declares, with their sources, so that the printed rulebook is true."""
    for request in (*BROKEN.values(), sample(), declared_sample()):
        figures = totals(request, standard())
        for each in CHECKS:
            declared = {(rule.id, rule.source) for rule in each.rules}
            assert {(found.rule, found.source) for found in each(request, figures, standard())} <= declared
