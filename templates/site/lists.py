"""The lists of the site: the first page with the sums of each 部局 and 款, a page for each of them, and what the search looks through."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import msgspec
from markupsafe import Markup

from model.standard_folder.files import found_in
from model.values.amount import format_amount
from model.values.grouped import grouped
from templates.page.html import clean, environment_of
from templates.pictures.bars import draw
from templates.pictures.group_charts import GroupFigures, groups_chart
from templates.pictures.svg import svg
from templates.site.entries import PAGES, Entry, Total, total_of

INDEX: Final = "index.html"
_CHART_WIDTH: Final = 640  # units of a drawing
STYLE: Final = "site.css"
SEARCH: Final = "search.js"
SEARCHED: Final = "searched.js"
_HERE: Final = Path(__file__).parent
_NONE: Final = "（なし）"


class Group(msgspec.Struct, frozen=True):
    """Requests that a list shows together.

    Attributes:
        name: of the 部局 or 款.
        file: its page.
    """

    name: str
    file: str
    entries: list[Entry]
    total: Total

    @property
    def by_section(self) -> list[Group]:
        """Its requests by 課, on the same page."""
        sections = grouped(self.entries, lambda entry: entry.row.section)
        return [Group(name or _NONE, self.file, found, total_of(found)) for name, found in sections.items()]


class Heading(msgspec.Struct, frozen=True):
    """What every list says of what is published.

    Attributes:
        government: whose requests they are.
        year: the fiscal year in the words of the Standard (令和8年度).
        stages: the stages of the budget up to the published one, in their order.
        minus: how a negative amount is marked.
        full_text: whether the site has a search in the texts of the pages (Pagefind).
    """

    government: str
    year: str
    budget: str
    stage: str
    stages: list[str]
    minus: str
    full_text: bool

    @property
    def title(self) -> str:
        """「令和8年度 当初予算 一般事業要求」."""
        return f"{self.year} {self.budget} {self.stage}"


def list_files(entries: Sequence[Entry], heading: Heading, folder: Path) -> dict[str, bytes]:
    """The lists of the site, by the names of their files.

    The requests stand in the order in which they are listed; the folder is the Standard's, whose style the lists have too.
    """
    bureaus = _groups(entries, "bureau", lambda entry: entry.row.bureau)
    chapters = _groups(entries, "chapter", lambda entry: entry.row.kan)
    ways = {"部局": bureaus, "款": chapters}
    environment = environment_of([_HERE])
    environment.filters["amount"] = format_amount
    template = environment.get_template("list.html.j2")
    of_all = {"heading": heading, "ways": ways, "pages": PAGES}
    chart = _chart("部局", bureaus, heading)
    pages = {INDEX: template.render(of_all, group=None, total=total_of(entries), way="", chart=chart)}
    for way, groups in ways.items():
        for group in groups:
            chart = _chart("課", group.by_section, heading)
            pages[group.file] = template.render(of_all, group=group, total=group.total, way=way, chart=chart)
    files = {name: clean(page).encode() for name, page in pages.items()}
    style = found_in(folder, "sheet.css").read_text(encoding="utf-8")
    files[STYLE] = f"{style}\n{(_HERE / STYLE).read_text(encoding='utf-8')}".encode()
    files[SEARCH] = (_HERE / SEARCH).read_bytes()
    files[SEARCHED] = _searched(entries, heading).encode()
    return files


def _chart(caption: str, groups: Sequence[Group], heading: Heading) -> Markup:
    """The picture of groups, whose words ``svg`` escapes; "" where there is none."""
    sums = [GroupFigures(group.name, group.total.asked, group.total.previous) for group in groups]
    chart = groups_chart(f"{caption}ごとの要求額と前年度", sums, heading.minus)
    return Markup(svg(draw(chart, _CHART_WIDTH)) if chart is not None else "")  # noqa: S704


def _searched(entries: Sequence[Entry], heading: Heading) -> str:
    """What the search looks through, as a script: a page that was opened as a file may not read other files."""
    rows = [
        [
            " ".join(entry.row.name.split()),
            entry.row.bureau,
            entry.row.section,
            f"{PAGES}/{entry.page}",
            format_amount(entry.first.amount, heading.minus),
        ]
        for entry in entries
    ]
    return f"const searched = {clean(json.dumps(rows, ensure_ascii=True, separators=(',', ':')))};\n"


def _groups(entries: Sequence[Entry], kind: str, of: Callable[[Entry], str]) -> list[Group]:
    return [
        Group(name or _NONE, f"{kind}-{number}.html", found, total_of(found))
        for number, (name, found) in enumerate(grouped(entries, of).items(), start=1)
    ]
