"""Files that were damaged or made to do harm: each is read, checked, exported and carried over, or refused with a sentence.

A few from a fixed number are tried with the suite; ``HOSTILE_TRIALS=10000 HOSTILE_SEED=7 python3 -m pytest
tests/test_hostile_files.py`` tries as many others, some ten a second.
"""

from __future__ import annotations

import os
from pathlib import Path
from random import Random
from typing import Final

import pytest

from main import STANDARD_FOLDER, run
from model.differences.differences import compare, differences
from model.differences.merge import merge
from model.document import storage
from model.document.document import take_snapshot
from model.document.storage import FileError
from model.next_year import next_year
from model.request.request import Line
from model.standard.standard import Standard
from templates.page import html
from templates.readers.page import read_html
from templates.readers.sources import read_source
from templates.workbook import excel
from tests import cases
from tests.mutations import changed
from tests.samples import SAMPLE_FILE, sample, with_lines

TRIALS: Final = int(os.environ.get("HOSTILE_TRIALS", "40"))
SEED: Final = int(os.environ.get("HOSTILE_SEED", "1"))
DATA: Final = Path(__file__).parent / "data"


@pytest.fixture(scope="module")
def inputs(in_force: Standard) -> dict[str, bytes]:
    """Real files of every kind, by name."""
    snapshot = take_snapshot(sample(), in_force)
    found = {"sample.yosan": SAMPLE_FILE.read_bytes(), "old.yosan": (DATA / "format1.yosan").read_bytes()}
    found["book.xlsx"] = excel.workbook_bytes(snapshot)
    found["own.html"] = html.render(snapshot, STANDARD_FOLDER).encode()
    for number in list(cases.cases())[::9]:
        found[f"{number}.txt"] = cases.page(number).encode()
        found[f"{number}.html"] = cases.foreign_html(cases.page(number)).encode()
    for path in sorted(DATA.glob("*.html")):
        found[path.name] = path.read_bytes()
    return found


def test_damaged_files_end_in_a_sentence(
    inputs: dict[str, bytes], tmp_path: Path, in_force: Standard
) -> None:
    """Whatever became of a file, it is read with all its findings, page, workbook and next year, or refused in words."""
    random = Random(SEED)  # noqa: S311 - the same files every time
    read = 0
    refusals: list[str] = []
    for trial in range(TRIALS):
        name = random.choice(("sample.yosan", "book.xlsx", random.choice(list(inputs))))
        path = tmp_path / f"input{Path(name).suffix}"
        path.write_bytes(changed(name, inputs[name], random))
        try:
            try:
                request = read_source(path, in_force, STANDARD_FOLDER).request
            except FileError as refusal:
                refusals.append(str(refusal))
                continue
            read += 1
            snapshot = take_snapshot(request, in_force)
            assert snapshot.findings is not None
            storage.loads(storage.dumps(request), "x")
            html.render(snapshot, STANDARD_FOLDER)
            take_snapshot(next_year(request, in_force), in_force)
            assert compare(sample(), request, in_force).is_same == (
                not differences(request, sample(), in_force)
            )
            merged = merge(None, sample(), request).request
            assert storage.loads(storage.dumps(merged), "x") == merged
            if trial % 5 == 0:
                excel.workbook_bytes(snapshot)
        except Exception as error:
            error.add_note(f"trial {trial} of HOSTILE_SEED={SEED}: {name}")
            raise
    assert read > TRIALS // 10
    assert all(refusal.startswith("「") for refusal in refusals)


@pytest.mark.parametrize("amount", ["1" + "0" * 400, "7" * 5_000, "1e308", "-99999999999999"])
def test_enormous_amount_goes_through_every_command(
    amount: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A figure of 400 or 5,000 digits is a finding: it is checked, exported and carried over as the text that it is."""
    data = storage.dumps(with_lines(Line("a", "旅費", 12_345_678, 12_345_678)))
    path = tmp_path / "x.yosan"
    path.write_bytes(data.replace(b"12345678", amount.encode()))
    assert run(["check", str(path)]) == 1
    assert amount[:12] in capsys.readouterr().out
    assert run(["export", str(path), "--html", "--xlsx", "--json", "-o", str(tmp_path / "out")]) == 1
    assert amount in (tmp_path / "out" / "x.html").read_text(encoding="utf-8")
    assert run(["next-year", str(path), "-o", str(tmp_path / "next.yosan")]) == 0
    assert run(["import", str(tmp_path / "out" / "x.html"), "-o", str(tmp_path / "back")]) == 1
    assert storage.load(tmp_path / "back" / "x.yosan").groups[0].lines[0].amount == amount


def test_page_that_nests_without_end_is_refused(in_force: Standard) -> None:
    """A part of a page that lies too deep is not left out in silence: the page is refused."""
    nested = "<div>" * 300 + "深い" + "</div>" * 300
    with pytest.raises(FileError, match="入れ子が深すぎて"):
        read_html(nested, in_force)
