"""Sentences that name a line or a label and whose figure is of something else: more than it, another project, a later year."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.request.request import CostGroup, Line, Request, Section
from tests.samples import one_line, set_values, snapshot


def request(text: str) -> Request:
    """A request of 15,000千円 (国庫 4,000, その他 500) with three lines and a narrative."""
    lines = (
        Line("a", "広報の実施", 4_000, 5_000),
        Line("b", "委託料の支払", 9_000, 7_000),
        Line("c", "車両の更新", None, 3_000),
    )
    base = set_values(
        one_line(1, 1),
        [
            ("header/fiscal_year", "令和8年度"),
            ("header/budget", "当初予算"),
            ("funding/request/national", 4_000),
            ("funding/request/other", 500),
        ],
    )
    return replace(
        base,
        groups=(CostGroup("g", "1.運営費", lines=lines),),
        sections=(*base.sections, Section("t", "content", "補足", text)),
    )


def said(text: str) -> list[str]:
    """What is said of a narrative, but for what is no contradiction."""
    found = snapshot(request(text)).findings
    assert found is not None
    return [one.message for one in found.all if str(one.place) == "section/t/text" and one.severity != "info"]


@pytest.mark.parametrize(
    "sound",
    [
        "広報の実施など8,000千円を要求する。",
        "広報の実施、委託料の支払などに15,000千円を要求する。",
        "委託料の支払は広報の実施より2,000千円多い7,000千円である。",
        "車両の更新は広報の実施に比べて2,000千円少ない3,000千円である。",
        "下流の河川改修事業(要求額16,000千円)と併せて行う。",
        "令和8年度以降の要求額は16,000千円とする。",
        "令和8年度以降の広報の実施は5,500千円とする。",
        "広報の実施に充てる収入は4,500千円である。",
        "約12,000千円の内訳は、旅費5,000千円、需用費6,000千円である。",
        "委託12,000千円(約@1,200千円×9人)",
    ],
)
def test_a_figure_of_something_else_is_left_alone(sound: str) -> None:
    """Nothing is said of it."""
    assert said(sound) == []


@pytest.mark.parametrize(
    ("slip", "right"),
    [
        ("【要求額】16,000千円", "15,000"),
        ("(要求額) 16,000千円", "15,000"),
        ("【一般財源】 10,600千円", "10,500"),
        ("広報の実施5,500千円を計上していた前年度に比べて増額する。", "4,000"),
        ("広報の実施は5,500千円である。", "5,000"),
        ("12,000千円の内訳は、旅費5,000千円、需用費6,000千円である。", "11,000"),
    ],
)
def test_a_slip_is_told(slip: str, right: str) -> None:
    """With the figure that is right."""
    assert any(right in message for message in said(slip))
