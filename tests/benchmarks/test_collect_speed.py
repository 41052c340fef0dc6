"""Collecting workbooks beside an openpyxl loop that reads the same cells: python3 -m pytest tests/benchmarks/test_collect_speed.py -s -n 0."""

from __future__ import annotations

import resource
import time
from pathlib import Path

import openpyxl
import pytest

import main
from model.standard.standard import Standard
from tests.desk import prefecture

COUNTS = (100, 200)


def test_collecting(tmp_path: Path, in_force: Standard, capsys: pytest.CaptureFixture[str]) -> None:
    """Twice the workbooks take twice the time; a loop that only reads their cells takes many times that."""
    books = [
        prefecture.write(tmp_path / "in", request, in_force) for request in prefecture.requests(max(COUNTS))
    ]
    main.run(
        ["collect", str(books[0]), "--register", str(tmp_path / "first.db")]
    )  # what is read once is read
    times = []
    for count in COUNTS:
        for at, book in enumerate(books[:count]):
            target = tmp_path / f"{count}" / f"{at}.xlsx"
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(book.read_bytes())
        began = time.process_time()
        assert (
            main.run(["collect", str(tmp_path / f"{count}"), "--register", str(tmp_path / f"{count}.db")])
            == 0
        )
        times.append(time.process_time() - began)
    began = time.process_time()
    for book in books[: COUNTS[0]]:
        for sheet in openpyxl.load_workbook(book, data_only=True):
            assert [[cell.value for cell in row] for row in sheet.iter_rows()]
    loop = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    with capsys.disabled():
        print(
            f"\n  collect: {COUNTS[0]} workbooks {times[0]:.2f} s, {COUNTS[1]} {times[1]:.2f} s of processor time"
            f" (ratio {times[1] / times[0]:.2f}; linear: 2), {peak} MB; openpyxl reading the same cells of {COUNTS[0]}:"
            f" {loop:.2f} s, {loop / times[0]:.1f} times"
        )
