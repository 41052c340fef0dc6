"""Errors put into the text of published pages, read and checked: from what stands on paper to what is found."""

from __future__ import annotations

from collections.abc import Iterator

from templates.readers.page import read_text
from tests.cases import cases, page
from tests.samples import ROOT, standard
from tests.seeded.conftest import Show
from tests.seeded.detection import Tally, outcomes
from tests.seeded.mutation import Mutation
from tests.seeded.pages import wrong_pages

_AIM = 0.99


def _texts() -> dict[str, str]:
    seed = (ROOT / "tests" / "data" / "seed.txt").read_text(encoding="utf-8")
    return {"seed": seed, **{number: page(number) for number in cases()}}


def test_errors_on_pages_are_seen(whole: bool, show: Show) -> None:
    """A page with one wrong figure, year or row: what breaks an equation of what was read is found, 99 of 100."""
    counts = Tally()
    for at, (number, text) in enumerate(_texts().items()):
        request = read_text(text, standard()).request

        def read(text: str = text, first: int = at) -> Iterator[Mutation]:
            step = 5 if whole else 50
            for index, wrong in enumerate(wrong_pages(text)):
                if index % step == first % step:
                    yield Mutation(
                        wrong.kind, frozenset(), read_text(wrong.text, standard()).request, wrong.what
                    )

        for outcome in outcomes(request, read()):
            counts.add(number, outcome)
    show("公表ページの文字に入れた誤り（5つに1つ）", counts.table())
    assert counts.made.total() > (3_000 if whole else 300)
    assert counts.rate() >= _AIM, counts.missed[:5]
