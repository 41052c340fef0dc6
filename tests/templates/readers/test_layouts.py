"""A request that is laid out as sections do it comes back, or the reader asks; nothing comes in wrong without a word."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from main import STANDARD_FOLDER
from tests import samples
from tests.examples import examples
from tests.templates.readers.layouts.laying import lay
from tests.templates.readers.layouts.layout import Layout
from tests.templates.readers.layouts.measure import came, seed_of
from tests.templates.readers.layouts.named import named
from tests.templates.readers.layouts.outcome import Outcome, outcome
from tests.templates.readers.layouts.random_layouts import random_layout

OLDER = Path(__file__).parents[2] / "data" / "older_workbooks"
"""Layouts that LibreOffice saved as .xls and .ods (tests/templates/readers/layouts/older.py)."""
LAYOUTS = {layout.name: layout for layout in named()}
MUST_BE_RIGHT = [name for name, layout in LAYOUTS.items() if layout.must in ("right", "finding")]
MUST_BE_ASKED = [name for name, layout in LAYOUTS.items() if layout.must == "asked"]


@cache
def _came(name: str) -> Outcome:
    with tempfile.TemporaryDirectory() as folder:
        return came(LAYOUTS[name], Path(folder), samples.standard())


def test_there_are_many_layouts() -> None:
    """At least 150 layouts, each with a name and a line of description of its own."""
    assert len(named()) == len(LAYOUTS) >= 150
    assert all(layout.about for layout in LAYOUTS.values())


@pytest.mark.parametrize("name", LAYOUTS)
def test_no_layout_comes_in_wrong_without_a_word(name: str) -> None:
    """The lines, both years, the totals, the unit and the fiscal year come back, or a question or 誤り says what may not be."""
    found = _came(name)
    assert found.kind not in ("SILENT", "crashed"), f"{LAYOUTS[name].about}: {found.why}"


@pytest.mark.parametrize("name", MUST_BE_RIGHT)
def test_a_plain_layout_comes_back(name: str) -> None:
    """Where labels and arithmetic leave nothing open, the request comes back and nothing is asked."""
    found = _came(name)
    assert found.kind == "right", f"{LAYOUTS[name].about}: {found.kind}: {found.why}"


@pytest.mark.parametrize("name", MUST_BE_ASKED)
def test_what_nobody_could_know_is_asked(name: str) -> None:
    """Where two readings tie, or a figure is not there, the reader asks (or says in a sentence that it cannot read it)."""
    found = _came(name)
    assert found.kind in ("asked", "refused"), f"{LAYOUTS[name].about}: {found.kind}: {found.why}"


@pytest.mark.parametrize("path", sorted(OLDER.iterdir()), ids=lambda path: path.name)
def test_older_kinds_of_workbook(path: Path) -> None:
    """A book saved as .xls or .ods is read as the .xlsx that it was; where only its formats say the unit, it may be asked."""
    layout = LAYOUTS[path.stem]
    found = outcome(path, lay(layout, seed_of(layout))[1], samples.standard(), STANDARD_FOLDER)
    assert found.kind in (("right", "asked") if "円" in layout.number_format else ("right",)), found.why


@settings(max_examples=examples(40))
@given(st.integers(0, 10**6))
def test_no_mixture_of_choices_comes_in_wrong_without_a_word(seed: int) -> None:
    """The choices of the named layouts, made together: the request comes back, or it is asked."""
    layout: Layout = random_layout(seed)
    with tempfile.TemporaryDirectory() as folder:
        found = came(layout, Path(folder), samples.standard(), seed)
    assert found.kind not in ("SILENT", "crashed"), f"{layout.about}: {found.why}"
