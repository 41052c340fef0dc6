"""Every kind of linked figure, in every form in which it can be written: edits, undo, new names, deletions, next year, all faces."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from main import STANDARD_FOLDER
from model.document import storage
from model.document.document import Document
from model.edits.fields import set_value, type_text
from model.edits.links import link, texts_that_hold_links
from model.edits.structure import delete_lines
from model.links.figure_values import LinkChoice, choices, values_of
from model.links.forms import FigureValue, shown
from model.names.figure_outline import figure_outline
from model.next_year import next_year
from model.request.linked_figure import LinkedFigure
from model.request.multi_year import Commitment
from model.request.parts import delete_part
from model.request.place import Place
from model.request.request import Request
from model.totals.totals import totals
from templates.page import html
from templates.paper.layout import paper
from templates.readers.sources import read_source
from templates.workbook import excel
from tests.commitment_requests import dam, facilities
from tests.samples import findings, sample, snapshot, standard

RULE = "linked-figure"


def with_years() -> Request:
    """The real sheet with the commitments of 指定管理 and the continuing expense of a dam, year by year."""
    request = sample()
    return replace(
        request,
        commitments=(*request.commitments, *facilities().commitments),
        continuing=dam().continuing,
    )


REQUESTS = {"sample": sample, "with years": with_years}
KINDS = pytest.mark.parametrize("made", REQUESTS.values(), ids=REQUESTS)


class Said(NamedTuple):
    """A request whose first section says figures of it, one in each line."""

    request: Request
    place: Place

    def words(self, request: Request) -> list[str]:
        """What the text says in a request."""
        section = next(each for each in request.sections if f"section/{each.id}/text" == self.place)
        return [line.partition("：")[2].removesuffix("。") for line in section.text.split("\n")]


def outline(request: Request) -> dict[Place, FigureValue | None]:
    """The figures of a request by their places."""
    return values_of(figure_outline(request, totals(request, standard()), standard()))


def kind_of(choice: LinkChoice) -> tuple[str, str, str]:
    """What tells links apart: the kind of the place, its field, and how it is written."""
    first, *_, last = choice.figure.place.split("/")
    return first, last, choice.form


def all_kinds(request: Request) -> list[LinkChoice]:
    """One figure of each kind of place in each form, as Ctrl+K offers them."""
    found = choices(figure_outline(request, totals(request, standard()), standard()))
    return list({kind_of(choice): choice for choice in found}.values())


def said(made: Callable[[], Request]) -> Said:
    """A request that says one figure of each kind in each form."""
    request = made()
    where = f"section/{request.sections[0].id}/text"
    kinds = all_kinds(request)
    lines = [f"{number}：{choice.words}。" for number, choice in enumerate(kinds)]
    request = set_value(replace(request, links=()), where, "\n".join(lines))
    start = 0
    for number, (choice, line) in enumerate(zip(kinds, lines, strict=True)):
        at = start + line.index("：") + 1
        linked = LinkedFigure(f"k{number}", where, at, choice.words, choice.figure.place, choice.form)
        request = link(request, linked)
        start += len(line) + 1
    assert len(request.links) == len(kinds)
    return Said(request, where)


def sources(request: Request) -> Iterator[tuple[Place, str]]:
    """Every place in which a figure is typed, with another figure to type there."""
    for group in request.groups:
        for line in group.lines:
            if not line.parts:
                yield f"line/{line.id}/amount", "7,654"
                yield f"line/{line.id}/previous", "6,543"
    for category in ("regular", "part_time"):
        yield f"headcount/request/{category}", "2.7"
    for source in ("national", "other"):
        yield f"funding/request/{source}", "12"
    yield "assessment/amount", "4,321"
    for commitment in request.commitments:
        yield f"commitment/{commitment.id}/period", "R9〜R11"


def follow(request: Request) -> int:
    """Hold that each linked figure says what its figure is now; how many cannot, for their figure has no words."""
    now = outline(request)
    silent = {linked.id for linked in request.links if shown(now.get(linked.figure), linked.form) is None}
    for linked in request.links:
        if linked.id not in silent:
            assert linked.shown == shown(now[linked.figure], linked.form), linked
    return len(silent)


def test_every_kind_of_figure_is_among_them() -> None:
    """The requests have figures of every kind of which the window offers links, in every form."""
    forms = {choice.form for made in REQUESTS.values() for choice in all_kinds(made())}
    assert forms >= {
        "thousands",
        "digits",
        "about_ten_thousands",
        "percent",
        "people",
        "period",
        "raise_or_cut",
    }
    kinds = {kind_of(choice)[:2] for made in REQUESTS.values() for choice in all_kinds(made())}
    wanted = {
        *(("request", field) for field in ("amount", "previous", "change", "percent")),
        *(("line", field) for field in ("amount", "previous", "change", "percent")),
        *(("group", field) for field in ("amount", "previous", "change", "percent")),
        *(("cost", field) for field in ("labour", "total")),
        *(("headcount", "regular"), ("funding", "general"), ("assessment", "amount")),
        *(("commitment", "period"), ("commitment", "limit")),
    }
    assert wanted <= kinds


@KINDS
def test_links_follow_every_edit_and_its_undo(made: Callable[[], Request]) -> None:
    """After each figure that is typed anew all links say what their figures are; undone one by one, all is as it was."""
    request = said(made).request
    document = Document(request, standard())
    follow(request)
    steps = 0
    for where, text in sources(request):
        before = document.request
        document.edit("入力", type_text(before, where, text), where)
        document.seal()
        steps += document.request is not before
        follow(document.request)
    assert steps > 4
    assert len(findings(document.request, RULE)) == follow(document.request)
    assert document.request.sections[0].text != request.sections[0].text
    for _ in range(steps):
        document.undo()
    assert document.request == request


@KINDS
def test_links_outlive_new_names(made: Callable[[], Request]) -> None:
    """Lines, tables and the request called otherwise: every link stays, and follows the figure under its new name."""
    start = said(made)
    request = start.request
    for group in request.groups:
        request = type_text(request, f"group/{group.id}/title", f"改題 {group.title}")
        for line in group.lines:
            request = type_text(request, f"line/{line.id}/text", f"改名 {line.text}")
    request = type_text(request, "header/name", "改めた事業")
    document = Document(start.request, standard())
    document.edit("改名", request)
    assert document.request.links == start.request.links
    assert start.words(document.request) == start.words(start.request)
    line = next(line for group in request.groups for line in group.lines if not line.parts)
    document.edit("入力", type_text(document.request, f"line/{line.id}/amount", "3,210"))
    follow(document.request)


@KINDS
def test_links_outlive_what_is_deleted(made: Callable[[], Request]) -> None:
    """All lines and commitments deleted: the words of their figures stay, each has a 誤り, and undo brings all back."""
    start = said(made)
    request = start.request
    document = Document(request, standard())
    request = delete_lines(request, [line.id for group in request.groups for line in group.lines])
    for commitment in start.request.commitments:
        request = delete_part(request, Commitment, commitment.id)
    document.edit("削除", request)
    gone = [linked for linked in document.request.links if linked.figure.startswith(("line/", "commitment/"))]
    assert gone
    words = dict(zip((linked.id for linked in start.request.links), start.words(start.request), strict=True))
    assert all(linked.shown == words[linked.id] for linked in gone)
    assert len(findings(document.request, RULE)) == follow(document.request) >= len(gone)
    document.undo()
    assert document.request == start.request


@KINDS
def test_links_go_to_the_new_year(made: Callable[[], Request]) -> None:
    """The draft of next year keeps every link; each whose figure has a value already says it, the others a finding names."""
    start = said(made)
    draft = next_year(start.request, standard())
    assert {linked.figure for linked in draft.links} <= {linked.figure for linked in start.request.links}
    assert len(draft.links) == len(start.request.links)
    now = outline(draft)
    for linked in draft.links:
        words = shown(now.get(linked.figure), linked.form)
        assert words is None or linked.shown == words, linked
    previous = next(linked for linked in draft.links if linked.figure == "request/previous")
    assert previous.shown == shown(now["request/previous"], previous.form)


@KINDS
def test_all_faces_say_the_words(made: Callable[[], Request], tmp_path: Path) -> None:
    """Page, workbook and paper have every linked figure as plain words; file, page's data and hidden sheet keep the links."""
    start = said(made)
    taken = snapshot(start.request)
    lines = [line for line in start.request.sections[0].text.split("\n") if line]
    page = html.render(taken, STANDARD_FOLDER)
    path = tmp_path / "a.xlsx"
    path.write_bytes(excel.workbook_bytes(taken))
    cells = "\n".join(
        str(cell.value)
        for sheet in load_workbook(path).worksheets
        if sheet.sheet_state == "visible"
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    )
    printed = str(paper(taken))
    for line in lines:
        assert line in page
        assert line in cells
        assert line in printed
    assert read_source(path, standard(), STANDARD_FOLDER).request.links == start.request.links
    assert storage.loads(storage.dumps(start.request), "a.yosan").links == start.request.links


@KINDS
def test_a_link_stands_in_every_kind_of_text(made: Callable[[], Request], tmp_path: Path) -> None:
    """Narrative, remark, note and the words of the finance division: 要求額 said in each follows in all at one key."""
    request = replace(made(), links=())
    amount = shown(outline(request)["request/amount"], "thousands")
    assert amount is not None
    kinds = {
        (place.partition("/")[0], place.rpartition("/")[2]): place
        for place, _ in texts_that_hold_links(request)
    }
    for number, where in enumerate(kinds.values()):
        request = set_value(request, where, f"総額{amount}のうち")
        request = link(request, LinkedFigure(f"t{number}", where, 2, amount, "request/amount"))
    assert len(request.links) == len(kinds) >= 3
    document = Document(request, standard())
    line = next(line for group in request.groups for line in group.lines if not line.parts)
    document.edit("入力", type_text(request, f"line/{line.id}/amount", "98,765"))
    now = shown(outline(document.request)["request/amount"], "thousands")
    assert now != amount
    assert [linked.shown for linked in document.request.links] == [now] * len(kinds)
