"""How long ``check`` takes over a folder of a finance division, and whether twice the requests take twice the time.

Figures are read by people. Every request of the second kind has calculations of its own, so that nothing is known from
the one before.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

import pytest
from msgspec.structs import replace

import main
from main import STANDARD_FOLDER
from model.document import storage
from model.request.lines import walk
from model.request.request import CostGroup, Line, Request
from templates.readers.page import read_text
from tests.cases import cases, page
from tests.samples import ROOT, standard

COUNTS = (500, 1_000)
LINES = 35
_PEAK = """
import sys, main
main.run(["check", sys.argv[1], "--json"])
lines = open("/proc/self/status").read().splitlines()
print(next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024, file=sys.stderr)
"""


def published(count: int) -> list[Request]:
    """So many requests: the published sheets and the real sheet, over and over."""
    found = [read_text(page(number), standard()).request for number in cases()]
    found.append(storage.load(STANDARD_FOLDER / "sample.yosan"))
    return list(islice(cycle(found), count))


def calculated(count: int) -> list[Request]:
    """So many requests: the real sheet with 35 lines, each with a calculation that no other has."""
    sample = storage.load(STANDARD_FOLDER / "sample.yosan")

    def line(request: int, at: int) -> Line:
        basis = f"{request * LINES + at + 1:,}円×{at % 12 + 1}か月×1.1"
        return Line(f"l{at}", f"経費の行 {at}", at, None, f"備考 {request}", basis)

    return [
        replace(
            sample,
            groups=(CostGroup("g", "表", lines=tuple(line(request, at) for at in range(LINES))),),
            commitments=(),
        )
        for request in range(count)
    ]


@pytest.mark.parametrize("make", [published, calculated])
def test_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], make: Callable[[int], list[Request]]
) -> None:
    """Processor time a request and a line, twice the requests, and the peak of memory in a process of its own."""
    times: list[float] = []
    lines = 0
    for count in COUNTS:
        folder = tmp_path / str(count)
        folder.mkdir()
        requests = make(count)
        for at, request in enumerate(requests):
            (folder / f"{at:04}.yosan").write_bytes(storage.dumps_compact(request))
        lines = sum(1 for request in requests for group in request.groups for _ in walk(group.lines))
        del requests
        started = time.process_time()
        main.run(["check", str(folder), "--json"])
        times.append(time.process_time() - started)
        capsys.readouterr()
    whole, most = times[-1], COUNTS[-1]
    peaks = [
        float(
            subprocess.run(
                [sys.executable, "-c", _PEAK, str(tmp_path / str(count))],
                capture_output=True, text=True, check=True, cwd=ROOT,
            ).stderr.split()[-1]
        )
        for count in COUNTS
    ]  # fmt: skip
    with capsys.disabled():
        print(
            f"\n  check of {most:,} requests ({make.__name__}, {lines:,} lines): {whole:.2f} s of processor time,"
            f" {whole / most * 1e3:.2f} ms a request, {whole / lines * 1e3:.3f} ms a line;"
            f" ratio {times[1] / times[0]:.2f} (linear: 2);"
            f" peak {peaks[1]:.0f} MB ({COUNTS[0]}: {peaks[0]:.0f} MB)",
            end="",
        )
