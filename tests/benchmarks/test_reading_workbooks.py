"""Speed of reading a workbook back, printed for people to read: python3 -m pytest tests/benchmarks -s."""

from __future__ import annotations

import time
import tracemalloc
from pathlib import Path

import pytest

from model.document.document import take_snapshot
from model.standard.standard import Standard
from templates.readers.reading import Reading
from templates.readers.workbook import read_workbook
from templates.workbook.excel import workbook_bytes
from tests import samples


@pytest.mark.parametrize("lines", [35, 300, 1_000])
def test_reading_a_workbook_back(lines: int, in_force: Standard, tmp_path: Path) -> None:
    """Writing and reading a workbook of 35, 300 and 1,000 lines, and the memory that reading takes."""
    request = samples.big(lines)
    snapshot = take_snapshot(request, in_force)
    start = time.perf_counter()
    path = tmp_path / "book.xlsx"
    path.write_bytes(workbook_bytes(snapshot))
    written = time.perf_counter()
    assert read_workbook(path, in_force) == Reading(request)
    read = time.perf_counter()
    tracemalloc.start()
    read_workbook(path, in_force)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    print(
        f"\n{lines:>6} lines: written in {(written - start) * 1000:,.0f} ms, read back in"
        f" {(read - written) * 1000:,.0f} ms with {peak / 1e6:,.0f} MB, {path.stat().st_size / 1000:,.0f} kB"
    )
