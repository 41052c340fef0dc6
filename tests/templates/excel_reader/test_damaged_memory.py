"""What the hidden sheet of our own workbook remembers, where somebody changed it: it is not believed, or compared with what stands."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from templates.readers.books import read_book
from templates.readers.reading import Reading
from templates.readers.workbook import read_cells
from templates.readers.workbook.own import remembered
from templates.workbook.memory import Memory, Written
from tests.samples import one_line, standard
from tests.templates.excel_reader.edited_books import remember
from tests.templates.workbooks import export


def read_with(folder: Path, change: object) -> Reading:
    """Read a workbook whose memory is another one: some bytes, or what a function makes of it."""
    path = folder / "a.xlsx"
    path.write_bytes(export(one_line()))
    book = read_book(path)
    found = remembered(book)
    assert found is not None
    remember(book, change if isinstance(change, bytes) else msgspec.json.encode(change(found[0])))  # type: ignore[operator]
    return read_cells(book, path.name, standard())


def with_short_rows(memory: Memory) -> Memory:
    """The memory with rows of flat sheets that have a cell less than there are headings."""
    flat = [msgspec.structs.replace(table, rows=[row[:-1] for row in table.rows]) for table in memory.flat]
    return msgspec.structs.replace(memory, flat=flat)


def with_far_column(memory: Memory) -> Memory:
    """The memory with its hidden column far beyond the last one of a sheet."""
    return msgspec.structs.replace(memory, key_column=10**13)


def with_empty_row(memory: Memory) -> Memory:
    """The memory with a row of the printed sheet in which nothing was written."""
    return msgspec.structs.replace(memory, page={row: [] for row in memory.page})


@pytest.mark.parametrize(
    "change",
    [
        b'{"request":{},"title":"\xbf"}',
        b"[" * 9_000,
        b"",
        with_short_rows,
        with_far_column,
        with_empty_row,
    ],
    ids=["text", "depth", "nothing", "rows", "column", "empty"],
)
def test_a_damaged_memory_is_not_used(change: object, tmp_path: Path) -> None:
    """A memory that is no text, too deep or of short or empty rows or a far column is said to be damaged, and the sheet is read by its headings."""
    reading = read_with(tmp_path, change)
    assert any("控えが消えているか壊れている" in entry.why for entry in reading.unread)
    assert reading.request.groups[-1].lines[0].amount == 1_000


@pytest.mark.parametrize("number", ["一", "9" * 400, "nan", ""])
def test_a_number_that_is_none_was_changed(number: str, tmp_path: Path) -> None:
    """Where the memory has no number for a cell that holds one, the cell counts as changed by hand."""

    def change(memory: Memory) -> Memory:
        page = {
            row: [
                Written(cell.column, cell.place, "n", number) if cell.kind == "n" else cell for cell in cells
            ]
            for row, cells in memory.page.items()
        }
        return msgspec.structs.replace(memory, page=page)

    assert read_with(tmp_path, change).request.groups[0].lines[0].amount == 1_000


def test_a_table_that_the_request_does_not_have(tmp_path: Path) -> None:
    """Where the memory puts a line into a table that there is not, the line stays in its own."""

    def change(memory: Memory) -> Memory:
        page = {
            row: [
                msgspec.structs.replace(cell, place=cell.place.replace("group/table", "group/x"))
                for cell in cells
            ]
            for row, cells in memory.page.items()
        }
        assert page != memory.page
        return msgspec.structs.replace(memory, page=page)

    assert [line.text for line in read_with(tmp_path, change).request.groups[0].lines] == ["委託料"]


def test_a_place_that_no_request_has(tmp_path: Path) -> None:
    """A cell remembered in a row of the form that no request has is listed as not taken, and the rest is read."""

    def change(memory: Memory) -> Memory:
        page = {
            row: [
                Written(cell.column, cell.place.replace("headcount/request", "headcount/next"), "n", "9")
                if cell.place.startswith("headcount/request")
                else cell
                for cell in cells
            ]
            for row, cells in memory.page.items()
        }
        assert page != memory.page
        return msgspec.structs.replace(memory, page=page)

    reading = read_with(tmp_path, change)
    assert reading.request.groups == one_line().groups
    assert any("書き換えは取り込みませんでした" in entry.why for entry in reading.unread)


@pytest.mark.parametrize("column", range(17, 39))
def test_a_heading_of_a_flat_sheet_that_was_not_written(column: int, tmp_path: Path) -> None:
    """Where the memory knows a column of 経費明細 by another name, no line is doubled and none is lost: without IDs the sheet is listed."""

    def change(memory: Memory) -> Memory:
        flat = [
            msgspec.structs.replace(
                table,
                headings=[f"?{text}" if at == column else text for at, text in enumerate(table.headings)],
            )
            for table in memory.flat
        ]
        assert flat != memory.flat
        return msgspec.structs.replace(memory, flat=flat)

    lines = read_with(tmp_path, change).request.groups[0].lines
    assert [(line.text, line.amount) for line in lines] == [("委託料", 1_000)]


def test_words_in_place_of_an_amount(tmp_path: Path) -> None:
    """Where the memory has words for an amount, what its cell shows in another unit is compared with nothing."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(export(one_line()))
    book = read_book(path)
    found = remembered(book)
    assert found is not None
    memory, place = found[0], "line/only/amount"
    row, column = next(
        (int(row), cell.column) for row, cells in memory.page.items() for cell in cells if cell.place == place
    )
    page = {
        number: [Written(cell.column, place, "s", "一式") if cell.place == place else cell for cell in cells]
        for number, cells in memory.page.items()
    }
    remember(book, msgspec.json.encode(msgspec.structs.replace(memory, page=page)))
    sheet = book.sheet(memory.title)
    assert sheet is not None
    sheet.shown[row, column] = 1
    assert read_cells(book, path.name, standard()).request.groups[0].lines[0].amount == 1_000
