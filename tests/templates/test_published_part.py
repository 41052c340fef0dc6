"""Nothing stands in a published page that it does not show: what is kept from the page is kept from its data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import count
from typing import Any, Final

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from model.request.grounds import Answer, Cut, FundingTerm
from model.request.multi_year import Commitment, CommitmentYear, ContinuingExpense
from model.request.request import AsPrinted, CostGroup, Headcount, Header, Line, Request, Section
from model.request.source_question import SourceQuestion
from templates.page.html import render
from templates.page.page_data import PublishedPage
from templates.readers.own_page import read_own_page
from tests.commitment_requests import dam, facilities, heritage, risen, twenty_years
from tests.examples import costly_examples
from tests.requests import requests
from tests.samples import ROOT, sample, snapshot, standard

FOLDER = ROOT / "templates" / "standards" / "tottori"
KEPT_WORD: Final = "ないしょ"
_CHOICES: Final = (
    "id",
    "line",
    "section",
    "frame",
    "status",
    "sheet",
    "fiscal_year",
    "budget",
    "business_class",
    "stage",
    "standard",
)
"""Fields that are no words: ids, and what decides which Standard and form a request has."""

_LETTERS: Final = str.maketrans("0123456789", "あいうえおかきくけこ")  # a calculation reads digits as figures


def page_of(request: Request) -> str:
    """The published page of a request."""
    return render(snapshot(request), FOLDER)


def planted(request: Request) -> Request:
    """The request with a word and a figure of its own wherever a person typed one."""
    number = count(1)

    def grown(value: Any, field: str) -> Any:
        if isinstance(value, dict):
            return {key: grown(each, key) for key, each in value.items()}
        if isinstance(value, list | tuple) and field != "without":
            return [grown(each, field) for each in value]
        if isinstance(value, bool) or field in (*_CHOICES, "without"):
            return value
        if isinstance(value, int):
            return 1_111_111_000 + next(number)
        return (
            f"{KEPT_WORD}{next(number):04}".translate(_LETTERS) if isinstance(value, str) and value else value
        )

    raw = json.loads(msgspec.json.encode(request))
    return msgspec.convert(grown(raw, ""), Request)


def leaves(value: Any) -> Iterator[Any]:
    """The values in plain data."""
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from leaves(each)
    else:
        yield value


def hidden(page: str) -> list[Any]:
    """The planted words and figures that stand in the source of a page and are not shown."""
    found = PublishedPage(page)
    shown = "\n".join(block.text for block in found.blocks)
    figures = {int(each.replace(",", "")) for each in re.findall(r"\d{1,3}(?:,\d{3})+", shown)}
    assert found.data is not None
    told = [
        leave
        for leave in leaves(json.loads(found.data))
        if isinstance(leave, int) and leave > 1_111_111_000 and not {leave, -leave} & figures
    ]
    return told + [word for word in set(re.findall(f"{KEPT_WORD}[あ-こ]+", page)) if word not in shown]


@pytest.mark.parametrize("sheet", [sample, facilities, twenty_years, risen, dam, heritage])
def test_sheets(sheet: Any) -> None:
    """Of no sheet, ordinary or of its own, a word or figure is published that its page does not show."""
    assert hidden(page_of(planted(sheet()))) == []


@given(requests().map(planted))
@settings(
    max_examples=costly_examples(60),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    deadline=None,
)
def test_any_request(request: Request) -> None:
    """Nor of any request, whatever its form leaves out."""
    assert hidden(page_of(request)) == []


KEPT: Final[dict[str, Request]] = {
    "object class": replace(sample(), groups=(CostGroup("g", lines=(Line("l", "経費", amount=1, object_class=KEPT_WORD),)),)),
    "last year's basis": replace(sample(), groups=(CostGroup("g", lines=(Line("l", amount=1, previous_basis=KEPT_WORD),)),)),
    "note without a table": replace(sample(), groups=(CostGroup("g", "題", KEPT_WORD), CostGroup("h", " ", KEPT_WORD))),
    "answer": replace(sample(), answers=(Answer("3", KEPT_WORD, KEPT_WORD, KEPT_WORD),)),
    "source question": replace(sample(), source_questions=(SourceQuestion("q", "line/line-1-1/amount", KEPT_WORD, KEPT_WORD, KEPT_WORD, (KEPT_WORD,), KEPT_WORD),)),
    "ground": replace(sample(), funding_terms=(FundingTerm("t", "other", KEPT_WORD, KEPT_WORD, bond_class=KEPT_WORD),)),
    "cut": replace(sample(), cuts=(Cut("c", "line-1-1", 1, KEPT_WORD),)),
    "price": replace(sample(), prices={"会場": KEPT_WORD, KEPT_WORD: "3,000円"}),
    "fiscal year": replace(sample(), header=Header(fiscal_year=KEPT_WORD, name="事業")),
    "sheet": replace(sample(), header=replace(sample().header, sheet=KEPT_WORD)),
    "declared": replace(sample(), declared={"cost/standing/expense": KEPT_WORD, KEPT_WORD: 1}),
    "basis of a hidden source": replace(sample(), bases={"funding/standing/national": KEPT_WORD, KEPT_WORD: "1円"}),
    "staff": replace(sample(), headcount=Headcount(standing={"regular": KEPT_WORD})),
    "words": replace(sample(), printed=AsPrinted({KEPT_WORD: "x", "cost/standing": KEPT_WORD, "request/whole": KEPT_WORD}, (KEPT_WORD,))),
    "part that the sheet leaves out": replace(
        sample(), assessment=replace(sample().assessment, comment=KEPT_WORD), printed=AsPrinted(without=("comment",))
    ),
    "ordinary commitment": replace(
        sample(),
        commitments=(
            Commitment(
                "c", "line-1-5", "H32〜H35", "requested", KEPT_WORD, KEPT_WORD, KEPT_WORD, 1, KEPT_WORD,
                (CommitmentYear("y", KEPT_WORD, KEPT_WORD, {KEPT_WORD: 1}, KEPT_WORD, KEPT_WORD),),
                (CommitmentYear("z", KEPT_WORD, KEPT_WORD),), KEPT_WORD, KEPT_WORD,
            ),
            Commitment("d", "", KEPT_WORD, name=KEPT_WORD),
            Commitment("e", "gone", KEPT_WORD, name=KEPT_WORD),
            Commitment("f", "line-3-2", KEPT_WORD, "set", contract_period="R3.4〜R5.3", set_in="R2.11"),
        ),
    ),
    "paid": replace(facilities(), commitments=(replace(facilities().commitments[0], paid_period=KEPT_WORD, paid=KEPT_WORD, set_in=KEPT_WORD),)),
    "continuing": replace(sample(), continuing=(ContinuingExpense("w", KEPT_WORD, note=KEPT_WORD),)),
    "section": replace(sample(), sections=(*sample().sections, Section("s", heading="　"))),
}  # fmt: skip


@pytest.mark.parametrize("kind", KEPT)
def test_field_that_is_not_printed(kind: str) -> None:
    """What the finance division, the file or another form alone knows stands nowhere in the bytes of the page."""
    page = page_of(KEPT[kind])
    assert KEPT_WORD not in page
    assert page_of(read_own_page(page, standard(), FOLDER).request) == page


def test_last_year_s_sum() -> None:
    """What the lines added up to when the draft was made is no part of the page; the figure that it led to is declared."""
    request = replace(sample(), carried_previous=118_656, declared={"request/previous": 100})
    page = page_of(request)
    assert "carried" not in page
    found = read_own_page(page, standard(), FOLDER).request
    assert found.declared["funding/previous/expense"] == 100
    assert page_of(found) == page


def test_figure_that_only_its_heading_carries() -> None:
    """A figure of a heading that no part carries is printed, and comes back; the 合計 follows from it."""
    heading = Line("h", "見出し", amount=40, heading=True)
    page = page_of(
        replace(sample(), groups=(CostGroup("g", "表", lines=(heading, Line("l", "経費", amount=2))),))
    )
    (group,) = read_own_page(page, standard(), FOLDER).request.groups
    assert (group.amount, group.lines[0].amount) == (None, 40)


def test_draft_s_marks() -> None:
    """That a text is last year's and untouched is not published."""
    section = Section("s", heading="効果", text="去年の文", carried=True)
    assert "carried" not in page_of(replace(sample(), sections=(*sample().sections, section)))
