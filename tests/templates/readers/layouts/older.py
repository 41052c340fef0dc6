"""Writes tests/data/older_workbooks again: ``python -m tests.templates.readers.layouts.older``; it takes LibreOffice."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from typing import Final

from tests.templates.excel_reader.libreoffice import PROGRAM
from tests.templates.readers.layouts.laying import lay
from tests.templates.readers.layouts.measure import seed_of
from tests.templates.readers.layouts.named import named
from tests.templates.readers.layouts.writers import write

NAMES: Final = (
    "words-both_calendars", "headings-two_rows", "total-subtotals_kei", "unit-note_percent", "unit-format_yen", "tabs-details",
)  # fmt: skip
FOLDER: Final = Path(__file__).parents[3] / "data" / "older_workbooks"


def main() -> None:
    """Write the layouts as .xlsx and have LibreOffice save each as .xls and .ods."""
    assert PROGRAM, "soffice is not installed"
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as profile:
        books = [
            str(write(lay(layout, seed_of(layout))[0], Path(folder) / f"{layout.name}.xlsx"))
            for layout in named()
            if layout.name in NAMES
        ]
        for ending in ("xls", "ods"):
            command = [
                PROGRAM,
                f"-env:UserInstallation=file://{profile}",
                "--headless",
                "--convert-to",
                ending,
            ]
            subprocess.run([*command, "--outdir", str(FOLDER), *books], check=True, capture_output=True)


if __name__ == "__main__":
    main()
