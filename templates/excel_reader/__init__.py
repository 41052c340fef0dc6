"""Reading the workbook that the program wrote."""

from __future__ import annotations

from pathlib import Path

from model.standard import Standard
from model.storage import FileError
from templates.reading import Reading


def read_workbook(path: Path, standard: Standard) -> Reading:  # noqa: ARG001
    """Read a workbook; raises FileError."""
    raise FileError(
        f"「{path.name}」のようなExcelのブックはまだ読めません。要求書のファイルを選んでください。"
    )
