"""Writing both faces of a request into a folder: the published page (.html) and the workbook (.xlsx)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from model.document import Snapshot, take_snapshot
from model.edits.commitments import separate_ids, separate_sheet
from model.storage import write_aside
from templates import excel, html


def export_request(
    snapshot: Snapshot,
    standard_folder: Path,
    folder: Path,
    stem: str,
    *,
    page: bool = True,
    workbook: bool = True,
) -> list[Path]:
    """Write the faces that are wanted as ``stem.html`` and ``stem.xlsx``; each is put in place whole or not at all.

    A commitment that is asked year by year is published as a page of its own, ``stem-債務負担行為1.html``.

    Args:
        snapshot: the request.
        standard_folder: the folder of the Standard, with the page's template.
        folder: where the files go; made when it is missing.
        stem: the files' name without its ending.
        page: whether to write the published page.
        workbook: whether to write the workbook.

    Returns:
        The paths written.

    Raises:
        FileError: with a sentence for the user when a file cannot be written.
    """
    written: list[Path] = []
    if page:
        for name, each in ((stem, snapshot), *_separate(snapshot, stem)):
            path = folder / f"{name}.html"
            write_aside(path, html.render(each, standard_folder).encode())
            written.append(path)
    if workbook:
        path = folder / f"{stem}.xlsx"
        excel.write(snapshot, path)
        written.append(path)
    return written


def _separate(snapshot: Snapshot, stem: str) -> Iterator[tuple[str, Snapshot]]:
    """The sheets of their own of an ordinary request, with the names of their files."""
    for at, each in enumerate(separate_ids(snapshot.totals), start=1):
        own = separate_sheet(snapshot.request, each, snapshot.standard)
        yield f"{stem}-債務負担行為{at}", take_snapshot(own, snapshot.standard)
