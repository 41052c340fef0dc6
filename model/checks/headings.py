"""Headings (見出しの行) that hold figures: a heading is printed without, for its parts carry them."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.arithmetic import YEAR_WORDS
from model.checks.finding import Finding, Fix, return_to_derived, thousands
from model.checks.rule import Rule, checks
from model.figures.figures import LineTotals
from model.request import place
from model.request.place import YEARS, Year

_SOURCE = "入力の決まり"


@checks(
    Rule("heading-amount", "見出しの行には額を入れない。額は内訳の行に入れる。", _SOURCE, "warning"),
    Rule("heading-sum", "見出しの行の額は、内訳の和に任せる。", _SOURCE, "info"),
)
def headings_hold_no_figures(line: LineTotals) -> Iterator[Finding]:
    """A heading holds no figure of its own: one that its parts do not carry is printed, and one they do carry is not."""
    if not line.line.heading:
        return
    carried = [
        year for year in YEARS if line.carries(year) and not line.of(year).differs
    ]  # else rule 2 speaks
    name = line.line.text or "（内容が空欄の行）"
    if carried:
        yield Finding(
            "heading-amount",
            place.line(line.line.id, carried[0]),
            f"「{name}」は見出しの行ですが、{figures_said(line, carried)}が入っているので、額も印字します。"
            "普通の行に戻すか、額を内訳の行に移してください。",
            _SOURCE,
            fix=Fix("普通の行に戻す", place.line(line.line.id, "heading"), False),
        )
    for year in YEARS:
        own = line.of(year)
        if line.parts and own.is_declared and not own.differs:
            yield Finding(
                "heading-sum",
                place.line(line.line.id, year),
                f"「{name}」は見出しの行で、入力した{figures_said(line, [year])}は印字しません（内訳の和と同じ額です）。"
                "計算値に戻すと、内訳を直したときに食い違いません。",
                _SOURCE,
                fix=return_to_derived(place.line(line.line.id, year)),
            )


def figures_said(line: LineTotals, years: list[Year]) -> str:
    """「前年度 5千円・要求額 6,200千円」 of a line."""
    return "・".join(f"{YEAR_WORDS[year]} {thousands(line.of(year).shown)}" for year in years)


def why_no_heading(line: LineTotals) -> str:
    """Why a line cannot be made a heading, as a sentence for the writer; "" where it can."""
    carried = [year for year in YEARS if line.carries(year)]
    if not carried:
        return ""
    name = line.line.text or "（内容が空欄の行）"
    return (
        f"「{name}」には{figures_said(line, carried)}があるので、見出しにしませんでした（見出しの額は印字されません）。"
        "額を内訳の行に移すか消してから、もう一度選んでください。"
    )
