"""What is written of a request: the published page (.html), the workbook (.xlsx), the paper (.pdf), and the JSON for other programs (.json)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec.structs import replace

from model.document import storage
from model.document.document import Snapshot, take_snapshot
from model.edits.commitments import separate_ids, separate_sheet
from model.files.file_names import TakenNames, fitting
from model.files.files import FileError, reason, write_files
from model.language import translate
from model.shelf.next_years import Written
from model.standard.standard import Standard
from model.totals import prices
from templates.commands import console
from templates.commands.check_report import checked
from templates.page import html
from templates.page.links import file_links
from templates.paper.blocks import ENDING as PAPER
from templates.workbook import excel

if TYPE_CHECKING:
    from templates.paper.printing import Printing

_PAGE: Final = ".html"
_WORKBOOK: Final = ".xlsx"
_JSON: Final = ".json"


def export_request(
    snapshot: Snapshot,
    standard_folder: Path,
    folder: Path,
    stem: str,
    *,
    page: bool = True,
    workbook: bool = True,
    json: bool = False,
    replace: bool = False,
) -> list[Path]:
    """Write the kinds that are wanted into a folder; all are new afterwards, or all are as they were.

    ``stem`` is the files' name without its ending, cut where it is too long. Each commitment that is asked year by year has
    a page of its own.
    Files with other content may be replaced only where ``replace`` says so: else one of them keeps all from being written.

    Returns:
        The paths, the published page first.

    Raises:
        OtherContentError: when a file may not be replaced.
        FileError: with a sentence for the user when a file cannot be written.
    """
    stem = fitting(stem, file_endings(snapshot, page=page, workbook=workbook, json=json))
    contents = render_files(snapshot, standard_folder, stem, page=page, workbook=workbook, json=json)
    return write_files(named(contents, folder, stem), replace=replace)


def render_files(
    snapshot: Snapshot,
    standard_folder: Path,
    stem: str,
    *,
    page: bool = True,
    workbook: bool = True,
    json: bool = False,
    paper: Printing | None = None,
    saved: datetime | None = None,
    with_copy: bool = True,
) -> dict[str, bytes]:
    """The contents of the files that ``export_request`` writes, by what stands behind the stem: 「.html」, 「-債務負担行為1.html」.

    ``paper`` is how ``.pdf`` is printed, None for none. Of the workbook: ``saved`` is when the request's file was, and without
    ``with_copy`` the request does not lie in it, hidden, to be read back.

    Raises:
        FileError: when the page's template cannot be read, or a workbook or the paper does not come out whole.
    """
    contents: dict[str, bytes] = {}
    beside = file_links(
        snapshot.standard.public_page,
        workbook=stem + _WORKBOOK if workbook else "",
        data=stem + _JSON if json else "",
    )
    try:
        if page:
            contents[_PAGE] = html.render(snapshot, standard_folder, beside).encode()
            for mark, separate in _separate(snapshot):
                contents[mark + _PAGE] = html.render(separate, standard_folder, beside).encode()
        if workbook:
            contents[_WORKBOOK] = excel.workbook_bytes(snapshot, saved=saved, with_copy=with_copy)
        if paper is not None:
            contents[PAPER] = paper.pdf(snapshot)
    except OSError as error:
        raise FileError(
            translate(
                "書き出しに要るファイル「{path}」が読めません（{reason}）。予算帖を入れ直してください。"
            ).format(path=error.filename or error, reason=reason(error))
        ) from error
    if json:
        contents[_JSON] = (console.as_json(_as_json(snapshot)) + "\n").encode()
    return contents


def export_file(
    path: Path, folder: Path, names: TakenNames, standard: Standard, standard_folder: Path
) -> Written:
    """Write the page and the workbook of a request file into a folder; no file of other content is replaced.

    ``names`` are those that are taken already.
    """
    kinds = endings(page=True, workbook=True, json=False)
    stem = next(names.free(path.stem, kinds))
    names.take(stem, kinds)
    try:
        snapshot = take_snapshot(storage.load(path), standard, shared_prices=prices.beside(path))
        first, *_ = export_request(snapshot, standard_folder, folder, stem)
    except FileError as error:
        return Written(path, error=str(error))
    return Written(path, first)


def endings(*, page: bool, workbook: bool, json: bool, paper: bool = False) -> list[str]:
    """The endings of the kinds that are wanted, of any request."""
    kinds = ((_PAGE, page), (_WORKBOOK, workbook), (PAPER, paper), (_JSON, json))
    return [ending for ending, wanted in kinds if wanted]


def file_endings(
    snapshot: Snapshot,
    *,
    page: bool = True,
    workbook: bool = True,
    json: bool = False,
    paper: bool = False,
) -> list[str]:
    """What stands behind the stem of each file that ``render_files`` makes of a request."""
    separate = [mark + _PAGE for mark, _ in _separate(snapshot)] if page else []
    return [*endings(page=page, workbook=workbook, json=json, paper=paper), *separate]


def named(contents: dict[str, bytes], folder: Path, stem: str) -> dict[Path, bytes]:
    """The contents by the paths they are written to."""
    return {folder / f"{stem}{ending}": data for ending, data in contents.items()}


def _separate(snapshot: Snapshot) -> Iterator[tuple[str, Snapshot]]:
    """The sheets of their own of an ordinary request, with what stands behind the stem of their files."""
    for number, commitment in enumerate(separate_ids(snapshot.totals), start=1):
        own = separate_sheet(snapshot.request, commitment, snapshot.standard)
        yield f"-債務負担行為{number}", take_snapshot(own, snapshot.standard)


def _exact(value: object) -> str:
    """An exact figure (千円) as a fraction, 「45859/200」: a calculation seldom comes to whole 千円."""
    if isinstance(value, Fraction):
        return str(value)
    raise NotImplementedError


def _as_json(snapshot: Snapshot) -> dict[str, object]:
    """The request with its totals (千円) and findings, for other programs."""
    totals = {
        key: value
        for key, value in msgspec.to_builtins(snapshot.totals, enc_hook=_exact).items()
        if key not in ("groups",)  # the lines are in the request; their sums follow
    }
    totals["groups"] = [
        {"id": group.group.id, "previous": group.previous.value, "amount": group.amount.value}
        for group in snapshot.totals.groups
    ]
    return {
        "request": msgspec.to_builtins(replace(snapshot.request, unknown=())),
        "totals": totals,
        **msgspec.to_builtins(checked(snapshot)),
    }
