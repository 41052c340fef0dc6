"""The seal of our own workbook: it holds as long as no part was written anew, and only then are no cells compared."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from model.document.document import take_snapshot
from templates.readers.reading import Reading
from templates.readers.workbook import read_workbook, sealed
from templates.workbook.excel import workbook_bytes
from templates.workbook.seal import PART
from tests import samples


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The workbook of the real sheet."""
    path = tmp_path / "book.xlsx"
    path.write_bytes(workbook_bytes(take_snapshot(samples.sample(), samples.standard())))
    return path


def test_an_untouched_workbook_is_not_compared(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the program wrote is read by its seal: no sheet but the hidden one is read."""
    monkeypatch.setattr("templates.readers.workbook.read_book", lambda *_: pytest.fail("every cell was read"))
    assert read_workbook(book, samples.standard()) == Reading(samples.sample())


def test_a_workbook_that_was_saved_anew_is_compared(book: Path) -> None:
    """openpyxl, like Excel and LibreOffice, keeps the properties and writes other bytes: the seal no longer holds."""
    saved = load_workbook(book)
    saved["要求書"]["A2"] = "別の名前の事業"
    saved.save(book)
    assert sealed.sealed_request(book) is None
    reading = read_workbook(book, samples.standard())
    assert [change.after for change in reading.changes] == ["別の名前の事業"]


def test_a_part_that_was_changed_alone_breaks_the_seal(book: Path, tmp_path: Path) -> None:
    """One sheet changed within the archive, everything else as it was: every cell is read."""
    changed = tmp_path / "changed.xlsx"
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(
                name,
                data.replace("集約センター経費".encode(), "集約センターの費".encode())
                if "sheet1.xml" in name
                else data,
            )
    assert sealed.sealed_request(changed) is None
    assert read_workbook(changed, samples.standard()).changes


def test_a_workbook_without_a_seal_is_compared(book: Path, tmp_path: Path) -> None:
    """The workbooks of earlier versions have none: they come back as they always did."""
    plain = tmp_path / "plain.xlsx"
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(plain, "w") as new:
        for name in old.namelist():
            if name != PART:
                new.writestr(name, old.read(name))
    assert sealed.sealed_request(plain) is None
    assert read_workbook(plain, samples.standard()) == Reading(samples.sample())
