"""How long it takes to read a page back, and whether many take their multiple. Figures are read by people."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

import pytest

import main
from main import STANDARD_FOLDER
from model.document import storage
from model.document.document import take_snapshot
from model.standard.standard import Standard
from templates.page.html import render
from templates.readers.sources import read_source

COUNTS = (500, 1_000)


def test_one_page(tmp_path: Path, in_force: Standard, capsys: pytest.CaptureFixture[str]) -> None:
    """The page of the sample from file to request, beside writing it."""
    snapshot = take_snapshot(storage.load(STANDARD_FOLDER / "sample.yosan"), in_force)
    path = tmp_path / "page.html"
    path.write_text(render(snapshot, STANDARD_FOLDER), encoding="utf-8")
    reading, writing = [], []
    for _ in range(20):
        started = time.perf_counter()
        read_source(path, in_force, STANDARD_FOLDER)
        read = time.perf_counter()
        render(snapshot, STANDARD_FOLDER)
        reading.append(read - started)
        writing.append(time.perf_counter() - read)
    ours, written = statistics.median(reading), statistics.median(writing)
    with capsys.disabled():
        print(f"\n  read a page: {ours * 1e3:.1f} ms; write it: {written * 1e3:.1f} ms", end="")


def test_many_pages(tmp_path: Path, in_force: Standard, capsys: pytest.CaptureFixture[str]) -> None:
    """Twice the pages take twice the time."""
    snapshot = take_snapshot(storage.load(STANDARD_FOLDER / "sample.yosan"), in_force)
    page = render(snapshot, STANDARD_FOLDER)
    sources = [tmp_path / f"{at}.html" for at in range(max(COUNTS))]
    for source in sources:
        source.write_text(page, encoding="utf-8")
    times = []
    for count in COUNTS:
        started = time.perf_counter()
        main.run(["import", *map(str, sources[:count]), "-o", str(tmp_path / f"out-{count}")])
        times.append(time.perf_counter() - started)
        assert len(list((tmp_path / f"out-{count}").iterdir())) == count
    with capsys.disabled():
        said = ", ".join(f"{count:,} pages {each:.1f} s" for count, each in zip(COUNTS, times, strict=True))
        print(f"\n  import: {said}; ratio {times[1] / times[0]:.2f} (linear: 2)", end="")
