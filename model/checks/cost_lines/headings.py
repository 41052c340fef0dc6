"""Headings (見出しの行) that hold figures: a heading is printed without, for its parts carry them."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.cost_lines.arithmetic import YEAR_WORDS
from model.checks.finding import Fix, return_to_derived, thousands
from model.checks.quoted import words_of
from model.checks.rule import Found, LineCheck
from model.checks.sources import INPUT as _SOURCE
from model.figures.figures import LineTotals
from model.request import place
from model.request.place import YEARS, Year


@LineCheck.rule("heading-amount", "見出しの行には額を入れない。額は内訳の行に入れる。", _SOURCE, "warning")
def headings_hold_no_figures(line: LineTotals) -> Iterator[Found]:
    """A heading holds no figure of its own: one that its parts do not carry is printed."""
    if not line.line.heading:
        return
    # of a figure that is not the sum of its parts rule 2 speaks
    carried = [year for year in YEARS if line.carries(year) and not line.of(year).differs]
    if carried:
        yield Found(
            place.line(line.line.id, carried[0]),
            f"「{words_of(line.line.text)}」は見出しの行ですが、{figure_words(line, carried)}が入っているので、額も印字します。"
            "普通の行に戻すか、額を内訳の行に移してください。",
            fix=Fix("普通の行に戻す", place.line(line.line.id, "heading"), False),
        )


@LineCheck.rule("heading-sum", "見出しの行の額は、内訳の和に任せる。", _SOURCE, "info")
def headings_leave_their_sum_to_the_parts(line: LineTotals) -> Iterator[Found]:
    """A figure of a heading that its parts carry too is not printed."""
    for year in YEARS if line.line.heading and line.parts else ():
        own = line.of(year)
        if own.is_declared and not own.differs:
            where = place.line(line.line.id, year)
            yield Found(
                where,
                f"「{words_of(line.line.text)}」は見出しの行で、入力した{figure_words(line, [year])}は印字しません（内訳の和と同じ額です）。"
                "計算値に戻すと、内訳を直したときに食い違いません。",
                fix=return_to_derived(where),
            )


def figure_words(line: LineTotals, years: list[Year]) -> str:
    """「前年度 5千円・要求額 6,200千円」 of a line."""
    return "・".join(f"{YEAR_WORDS[year]} {thousands(line.of(year).shown)}" for year in years)


def why_no_heading(line: LineTotals) -> str:
    """Why a line cannot be made a heading, as a sentence for the writer; "" where it can."""
    carried = [year for year in YEARS if line.carries(year)]
    if not carried:
        return ""
    return (
        f"「{words_of(line.line.text)}」には{figure_words(line, carried)}があるので、見出しにしませんでした（見出しの額は印字されません）。"
        "額を内訳の行に移すか消してから、もう一度選んでください。"
    )
