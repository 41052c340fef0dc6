"""Good tables that are changed in the ways in which sections' tables differ come in right, or are asked, or said."""

from __future__ import annotations

from pathlib import Path

import pytest

from main import STANDARD_FOLDER
from templates.readers.foreign.foreign import BookReading
from templates.readers.sources import read_source
from tests import samples
from tests.templates.readers.mutated.cells import cells_of
from tests.templates.readers.mutated.measure import CHANGES, changed, outcome
from tests.templates.readers.test_fresh_tables import EVERY

_TABLES = ("n07_reference_previous", "b6_11_ten_thousands", "b4_18_facilities_across")


@pytest.mark.parametrize("name", _TABLES)
def test_no_changed_table_is_wrong_in_silence(name: str, tmp_path: Path) -> None:
    """Whatever is changed of a table, no figure and no name comes in wrong without a word."""
    fresh = next(fresh for fresh in EVERY if fresh.name == name)
    path = tmp_path / "table.xlsx"
    fresh.write(path)
    reading = read_source(path, samples.standard(), STANDARD_FOLDER)
    assert isinstance(reading, BookReading)
    cells = cells_of(path, reading.found.tables[0])
    assert cells is not None
    made = [table for change in CHANGES if (table := changed(fresh, cells, [change], 0))]
    silent = {
        table.name: came for table, _ in made if (came := outcome(table, tmp_path)).startswith("SILENT")
    }
    assert len(made) > len(CHANGES) / 2
    assert silent == {}
