"""The body of a page: the sections in their order, and what was added to the page by hand.

The tables below a section are read in costs.py.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from model.form import fill_year
from model.multi_year import Commitment
from model.request import CostGroup, Request, Section
from model.standard import Standard
from templates.own_page.costs import Costs
from templates.own_page.markup import Element, Page, child, has_class, text
from templates.reading import Unread
from templates.sheet import printed_heading

_LONGEST: Final = 60
_KNOWN: Final = ("asked", "comment", "note", "scroll")
"""Classes of the parts of a page outside its sections."""


class Body(NamedTuple):
    """What stands between the head and the finance division's part.

    Attributes:
        bases: the printed calculation of each line that has one, by its id.
        unread: parts that the program did not write.
    """

    sections: tuple[Section, ...]
    groups: tuple[CostGroup, ...]
    commitments: tuple[Commitment, ...]
    bases: dict[str, str]
    unread: tuple[Unread, ...]


def body(page: Page, request: Request, standard: Standard) -> Body:
    """The sections and cost tables of a page whose head was read."""
    assert page.main is not None
    legend = fill_year(standard.printing.cost_note, standard.year_of(request.header.fiscal_year))
    costs = Costs(standard, legend)
    sections: list[Section] = []
    added: list[tuple[str, str]] = []
    number = 0
    has_costs = False
    for element in page.main:
        if element.tag != "section":
            if element.tag not in ("header", "h2") and not any(has_class(element, each) for each in _KNOWN):
                added.append(("本文の外", text(element)))
            continue
        section_id = f"section-{len(sections) + 1}"
        frame = element.get("data-frame") or "content"
        shows = element.get("data-costs") is not None and not has_costs
        has_costs = has_costs or shows
        strays = costs.read(element, "" if shows else section_id)
        section, number = _section(element, section_id, frame, number, costs=shows)
        added += [(section.heading or "見出しのない項", each) for each in strays]
        sections.append(section)
    if not has_costs:
        sections.append(Section(f"section-{len(sections) + 1}", costs=True))
    kept = [each for _, each in added if each.strip()]
    if kept:
        sections.append(Section(f"section-{len(sections) + 1}", text="\n".join(kept), unnumbered=True))
    return Body(
        tuple(sections),
        tuple(costs.groups),
        tuple(costs.commitments),
        costs.bases,
        tuple(
            Unread(
                where,
                words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…",
                "予算帖が書いたものではない部分です。本文の最後に、そのままの文字で入れました。",
            )
            for where, words in added
            if words.strip()
        ),
    )


def _section(
    element: Element, section_id: str, frame: str, number: int, *, costs: bool
) -> tuple[Section, int]:
    """A section, and the number of its frame after it; ``number`` is the one before."""
    title = next((each for each in element if each.tag == "h3" and not has_class(each, "title")), None)
    words = child(element, "text", "typed")
    printed = "" if title is None else text(title)
    section = Section(
        section_id,
        frame,
        printed,
        "" if words is None else text(words),
        costs,
        title is not None and has_class(title, "unnumbered"),
    )
    if frame == "results" or section.unnumbered:
        return section, number
    bare = Section(section_id, frame, printed.partition(" ")[2], section.text, costs)
    if printed and printed_heading(bare, number + 1) == printed and bare.heading:
        return bare, number + 1
    opening = printed[:1]
    counts = not opening or opening.isdigit()
    return section, number + counts
