"""Whatever stands in the cost tables: all of it copied and pasted where it stood is the same request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QTableView
from shiboken6 import delete

from model.document.document import Document
from model.request.lines import walk
from model.request.request import CostGroup, Line, Request
from model.values.amount import Amount
from tests.samples import standard, with_lines
from ui.costs.cost_model import CostModel
from ui.costs.cost_rows import RowKind
from ui.tables.cell_clipboard import copy_cells, paste_cells

pytestmark = pytest.mark.usefixtures("qapp")

texts = st.text('旅費a0 -=\n「"\t【新規】計', max_size=5)
amounts: st.SearchStrategy[Amount] = st.none() | st.integers(-300, 300) | st.sampled_from(["約3百", "1.5"])
bases = st.sampled_from(["", "", "5千円×3", "1÷0", "旅費×3回"])


@st.composite
def tables(draw: st.DrawFn) -> Request:
    """Cost tables with anything in them: parts, typed sums, calculations, marks, headings, titles, legends."""
    number = iter(range(1_000))

    def line(levels: int) -> Line:
        parts = tuple(line(levels - 1) for _ in range(draw(st.integers(0, 2 if levels > 1 else 0))))
        return Line(
            f"line-{next(number)}", draw(texts), draw(amounts), draw(amounts), draw(texts), draw(bases),
            draw(st.sampled_from(["", "12 委託料"])), draw(st.sampled_from(["", "new"])), draw(st.booleans()), parts,
        )  # fmt: skip

    groups = tuple(
        CostGroup(
            f"group-{at}", draw(texts), draw(texts), draw(amounts), draw(amounts),
            tuple(line(3) for _ in range(draw(st.integers(0, 3)))),
        )
        for at in range(draw(st.integers(1, 3)))
    )  # fmt: skip
    return replace(with_lines(), groups=groups)


@contextmanager
def view_of(document: Document, *, shows_classes: bool = True) -> Iterator[tuple[QTableView, CostModel]]:
    """The cost tables of a document in a view, until it is done with."""
    model = CostModel(document)
    view = QTableView()
    view.setModel(model)
    model.hidden = frozenset() if shows_classes else frozenset({"object_class"})
    view.setColumnHidden(model.columnCount() - 1, not shows_classes)
    yield view, model
    view.setModel(None)  # type: ignore[arg-type]  # the stubs do not know that None takes it away
    delete(view)
    delete(model)


def select(view: QTableView, rows: Iterable[int], columns: Iterable[int]) -> None:
    """Select cells."""
    for row, column in product(rows, columns):
        view.selectionModel().select(
            view.model().index(row, column), QItemSelectionModel.SelectionFlag.Select
        )


@given(tables(), st.booleans())
def test_everything_pastes_back(request: Request, shows_classes: bool) -> None:
    """All cells copied and pasted at the first are no edit."""
    document = Document(request, standard())
    with view_of(document, shows_classes=shows_classes) as (view, model):
        view.selectAll()
        copy_cells(view, model)
        view.clearSelection()
        view.setCurrentIndex(model.index(0, 0))
        paste_cells(view, model)
    assert document.request == request


@given(tables(), st.data())
def test_any_block_pastes_back(request: Request, data: st.DataObject) -> None:
    """Any block of cells of lines pasted where it stood is no edit, whichever columns it has."""
    document = Document(request, standard())
    with view_of(document) as (view, model):
        lines = [at for at, row in enumerate(model.rows) if row.kind is RowKind.LINE]
        top = data.draw(st.sampled_from(lines or [0]))
        group = [at for at in lines if at >= top and model.rows[at].group_id == model.rows[top].group_id]
        bottom, left = data.draw(st.sampled_from(group or [0])), data.draw(st.integers(0, 6))
        select(view, range(top, bottom + 1), range(left, data.draw(st.integers(left, 6)) + 1))
        copy_cells(view, model)
        paste_cells(view, model)
    assert document.request == request


@given(tables())
def test_a_table_is_pasted_as_it_is(request: Request) -> None:
    """The rows of a table pasted on the offered title are that table: its words, parts, and the sum of its lines."""
    document = Document(request, standard())
    with view_of(document) as (view, model):
        rows = [at for at, row in enumerate(model.rows) if row.group_id == "group-0"]
        select(view, rows, range(model.columnCount()))
        copy_cells(view, model)
        view.clearSelection()
        view.setCurrentIndex(model.index(model.rowCount() - 1, 0))
        paste_cells(view, model)

    old, new = document.request.groups[0], document.request.groups[-1]
    assert len(document.request.groups) == len(request.groups) + 1
    assert (new.title, new.note) == (old.title, old.note)
    assert [
        (line.text, line.remark, line.mark, line.heading, line.object_class, line.basis, depth)
        for line, depth in walk(new.lines)
    ] == [
        (line.text, line.remark, line.mark, line.heading, line.object_class, line.basis, depth)
        for line, depth in walk(old.lines)
    ]
    before, after = document.snapshot.totals.groups[0], document.snapshot.totals.groups[-1]
    assert (after.amount.derived, after.previous.derived) == (before.amount.derived, before.previous.derived)
