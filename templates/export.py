"""Writing both faces of a request into a folder: the published page (.html) and the workbook (.xlsx)."""

from __future__ import annotations

from pathlib import Path

from model.document import Snapshot
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
        path = folder / f"{stem}.html"
        write_aside(path, html.render(snapshot, standard_folder).encode())
        written.append(path)
    if workbook:
        path = folder / f"{stem}.xlsx"
        excel.write(snapshot, path)
        written.append(path)
    return written
