"""Publishing: the site of a stage of a budget out of the register, wholly written or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import quote

import msgspec
from sqlalchemy import Connection

from model.files.file_names import safe_stem
from model.files.files import FileError, not_opened, reason
from model.files.new_folder import new_folder, put_back
from model.files.regular_file import read_regular
from model.register.contents import content_of
from model.register.deciding import kept_decisions
from model.register.listing import Selection, StageRow, rows, stage_rows
from model.register.opening import Register
from model.standard.standard import Standard
from model.values import fiscal_year
from templates.page.html import clean
from templates.page.links import Link
from templates.site import open_data
from templates.site.entries import PAGES, AtStage, Entry, entries_of
from templates.site.lists import INDEX, Heading, list_files
from templates.site.pages import AT_ONCE, PageToWrite, write_pages

SITE: Final = "公表"
_OURS: Final = '<meta name="generator" content="予算帖（公表の一覧）">'
_LARGEST: Final = 50_000_000  # bytes of a first page


class EarlierSiteError(FileError):
    """A site stands where one is to be written, and nobody said that it may be replaced."""

    def __init__(self, output: Path) -> None:
        super().__init__(
            "「{output}」には前の公表ページがあります。別のフォルダーを指定するか、置き換えてください（命令では --replace）。",
            output=output,
        )
        self.output = output


class Publication(msgspec.Struct, frozen=True):
    """What is to be published.

    Attributes:
        stage: the stage up to which it is published; "" for the last one.
        last_year: the folder of last year's site, which its pages are linked to; None for none.
        address: where the site will be served (https://…/), for the sitemap; "" for no sitemap.
        full_text: whether the texts can be searched where the site is served, if Pagefind is installed.
    """

    year: int
    budget: str
    stage: str = ""
    last_year: Path | None = None
    address: str = ""
    full_text: bool = True


class Published(msgspec.Struct, frozen=True):
    """What was published.

    Attributes:
        count: how many requests, each once.
        undecided: how many of them without a decision on the version in force at their last stage.
        has_full_text: whether the texts of the pages can be searched where the site is served.
    """

    stage: str
    count: int
    undecided: int
    has_full_text: bool


def publish(
    register: Register,
    wanted: Publication,
    standard: Standard,
    folder: Path,
    output: Path,
    *,
    replaces: bool = False,
    done: Callable[[int, int], None] = lambda _done, _of: None,
) -> Published:
    """Write the site.

    A site that stands there is replaced only where ``replaces`` says so. ``done`` is given the number of pages written so
    far, and of all.

    Raises:
        FileError: when there is nothing to publish, or the site cannot be written.
    """
    put_back(output)
    _refuse_other_folder(output, replaces=replaces)
    with register.reading() as connection:
        stages = _stages(connection, wanted)
        stage = stages[-1].stage
        found = rows(connection, Selection(wanted.year, wanted.budget))
        entries = entries_of(found, stages, _last_year(wanted.last_year, output))
        if not entries:
            raise FileError(
                "台帳の「{stage}」に要求がありません。collect で集めてから公表してください。", stage=stage
            )
        came = [(entry, at) for entry in entries for at in entry.came]
        with new_folder(output) as made:
            (made / PAGES).mkdir()
            written = 0
            for more in write_pages(_pages(connection, came, made / PAGES), len(came), folder, standard):
                written += more
                done(written, len(came))
            has_full_text = wanted.full_text and _add_full_text(made)
            heading = Heading(
                government=standard.government,
                year=fiscal_year.official(wanted.year).label,
                budget=wanted.budget,
                stage=stage,
                stages=[each.stage for each in stages],
                minus=standard.printing.minus_on_page,
                full_text=has_full_text,
            )
            _write_files(made, list_files(entries, heading, folder))
            data = made / open_data.FOLDER
            data.mkdir()
            _write_files(
                data,
                {
                    open_data.CSV: open_data.csv_bytes(entries),
                    open_data.WORKBOOK: open_data.workbook_bytes(entries),
                },
            )
            if wanted.address:
                _write_files(made, {"sitemap.xml": _sitemap(made, wanted.address)})
    undecided = sum(not entry.row.is_decided for entry in entries)
    return Published(stage, len(entries), undecided, has_full_text)


def _refuse_other_folder(output: Path, *, replaces: bool) -> None:
    """Refuse to write over anything but an earlier site, and over that too unless it may be replaced."""
    if not output.exists():
        return
    try:
        is_ours = _OURS.encode() in read_regular(output / INDEX, _LARGEST)
    except OSError:
        is_ours = output.is_dir() and not any(output.iterdir())
    if not is_ours:
        raise FileError(
            "「{output}」には予算帖の公表ページでないものがあります。別のフォルダーを指定してください。",
            output=output,
        )
    if not replaces and any(output.iterdir()):
        raise EarlierSiteError(output)


def site_name(year: int, budget: str, stage: str = "") -> str:
    """What the folder of a site is called beside those of other years; without a stage, how all names of that budget begin."""
    return safe_stem(f"{SITE} {fiscal_year.official(year).label} {budget} {stage}".rstrip())


def site_of_last_year(folder: Path, year: int, budget: str) -> Path | None:
    """The site of the year before in a folder, the one that was written last where it has several stages; None where there is none."""
    begin = site_name(year - 1, budget)
    try:
        found = [
            (each.stat().st_mtime, each)
            for each in folder.iterdir()
            if f"{each.name} ".startswith(f"{begin} ") and (each / open_data.FOLDER).is_dir()
        ]
    except OSError as error:
        raise not_opened(folder, error) from error
    return max(found)[1] if found else None


def _stages(connection: Connection, wanted: Publication) -> list[StageRow]:
    """The stages of the budget up to the one that is published: what comes after it is not public yet."""
    every = stage_rows(connection)
    stages = [each for each in every if (each.year, each.budget) == (wanted.year, wanted.budget)]
    if not stages:
        known = "、".join(dict.fromkeys(f"{each.year}年度の{each.budget}" for each in every))
        raise FileError(
            "台帳に{year}年度の「{budget}」がありません。台帳にあるもの: {known}。",
            year=wanted.year,
            budget=wanted.budget,
            known=known or "なし",
        )
    stage = wanted.stage or stages[-1].stage
    names = [each.stage for each in stages]
    if stage not in names:
        known = "、".join(names)
        raise FileError(
            "「{budget}」に段階「{stage}」がありません。ある段階: {known}。",
            budget=wanted.budget,
            stage=stage,
            known=known,
        )
    return stages[: names.index(stage) + 1]


def _last_year(site: Path | None, output: Path) -> dict[str, str]:
    """The addresses of last year's pages, from a list of this site; the two folders stay as they lie to each other."""
    if site is None:
        return {}
    try:
        pages = open_data.pages_of(site)
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else str(error)
        raise FileError(
            "前年度の公表ページ「{site}」の {folder}/{csv} が読めません（{why}）。公表ページのフォルダーを指定してください。",
            site=site,
            folder=open_data.FOLDER,
            csv=open_data.CSV,
            why=why,
        ) from error
    at = output.absolute()
    return {
        lineage: quote(Path(os.path.relpath(page.absolute(), at)).as_posix())
        for lineage, page in pages.items()
    }


def _pages(
    connection: Connection, came: Sequence[tuple[Entry, AtStage]], folder: Path
) -> Iterator[PageToWrite]:
    """The pages that are to be written, one for each stage that a request came to, read from the register a few at a time."""
    for start in range(0, len(came), AT_ONCE):
        batch = came[start : start + AT_ONCE]
        decided = kept_decisions(connection, [at.row.decision for _, at in batch if at.row.is_decided])
        for entry, at in batch:
            kept = decided.get(at.row.decision)
            yield PageToWrite(
                *content_of(connection, at.row.version),
                kept.decision if kept else None,
                folder / at.page,
                tuple(
                    Link(f"{other.row.stage}のページへ", other.page) for other in entry.came if other != at
                ),
            )


def _add_full_text(site: Path) -> bool:
    """Have Pagefind, where it is installed, make its index of the pages; whether it did."""
    import shutil
    import subprocess
    import sys
    from importlib.util import find_spec

    if find_spec("pagefind") is not None and not getattr(sys, "frozen", False):
        command = [sys.executable, "-m", "pagefind"]
    elif program := shutil.which("pagefind"):
        command = [program]
    else:
        return False
    words = ["--site", str(site), "--glob", f"{PAGES}/*.html", "--force-language", "ja", "--silent"]
    ended = subprocess.run([*command, *words], capture_output=True, check=False)  # noqa: S603 - our own words
    return ended.returncode == 0 and (site / "pagefind" / "pagefind.js").is_file()


def _write_files(folder: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        (folder / name).write_bytes(data)


def _sitemap(site: Path, address: str) -> bytes:
    """The addresses of all pages for the machines that search the web."""
    from xml.sax.saxutils import escape

    base = address if address.endswith("/") else f"{address}/"
    names = sorted(page.relative_to(site).as_posix() for page in site.rglob("*.html"))
    places = "".join(f"<url><loc>{escape(base + quote(name))}</loc></url>\n" for name in names)
    return clean(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{places}</urlset>\n'
    ).encode()
