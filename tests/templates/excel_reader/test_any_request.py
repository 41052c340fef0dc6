"""What holds for every request: out into a workbook and back, also through LibreOffice, is the same request."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.document import storage
from model.document.document import take_snapshot
from model.request.request import Request
from templates.readers.books import read_book
from templates.readers.reading import Reading
from templates.readers.workbook import read_cells, read_workbook
from templates.workbook.excel import workbook_bytes
from tests import samples
from tests.examples import costly_examples
from tests.requests import requests
from tests.templates.excel_reader.edited_books import Hands
from tests.templates.excel_reader.libreoffice import needs_libreoffice, resaved
from tests.templates.excel_reader.test_answers import answered


def _written(request: Request, folder: Path, name: str = "book") -> Path:
    path = folder / f"{name}.xlsx"
    path.write_bytes(workbook_bytes(samples.snapshot(request)))
    return path


@settings(max_examples=costly_examples(25), suppress_health_check=[HealthCheck.too_slow])
@given(requests())
def test_any_request_comes_back(request: Request) -> None:
    """An untouched workbook is exactly its request, with no change and nothing unread, by its seal as cell by cell."""
    with tempfile.TemporaryDirectory() as folder:
        path = _written(request, Path(folder))
        assert read_workbook(path, samples.standard()) == Reading(request)
        assert read_cells(read_book(path), path.name, samples.standard()) == Reading(request)


def test_the_same_request_gives_the_same_workbook() -> None:
    """The hidden sheet carries no clock and no chance."""
    snapshot = take_snapshot(samples.sample(), samples.standard())
    assert workbook_bytes(snapshot) == workbook_bytes(snapshot)


_steps = st.lists(
    st.tuples(
        st.sampled_from(["type", "erase", "insert", "delete", "move"]),
        st.integers(1, 60),
        st.integers(1, 60),
        st.sampled_from("ABDEFGJK"),
        st.sampled_from([0, 7, -3, "文", "約3百", "【新規】甲", "1,234千円", ""]),
    ),
    max_size=4,
)


@settings(max_examples=costly_examples(25), suppress_health_check=[HealthCheck.too_slow])
@given(requests(), _steps)
def test_any_work_of_hands_gives_a_request(
    request: Request, steps: list[tuple[str, int, int, str, int | str]]
) -> None:
    """Whatever people do to the rows and cells, what is read is a request that a file can hold."""
    hands = Hands(request)
    for step, at, other, column, value in steps:
        match step:
            case "type":
                hands.type_anywhere(f"{column}{at}", value)
            case "erase":
                hands.type_anywhere(f"{column}{at}", None)
            case "insert":
                hands.insert(at, {column: value})
            case "delete":
                hands.delete(at)
            case "move" if at != other:
                hands.move(at, at, other)
    with tempfile.TemporaryDirectory() as folder:
        found = hands.read(Path(folder)).request
    assert storage.loads(storage.dumps_compact(found), "x") == found


@needs_libreoffice
def test_any_request_comes_back_from_libreoffice(tmp_path: Path) -> None:
    """Saved again by LibreOffice a workbook still is its request, with no change listed and each answer whole."""
    found: list[Request] = [samples.sample(), answered()]

    @settings(max_examples=costly_examples(6), database=None, suppress_health_check=[HealthCheck.too_slow])
    @given(requests())
    def collect(request: Request) -> None:
        found.append(request)

    collect()
    paths = [_written(request, tmp_path, str(number)) for number, request in enumerate(found)]
    for path, request in zip(resaved(paths, tmp_path / "out"), found, strict=True):
        assert read_workbook(path, samples.standard()) == Reading(request)
