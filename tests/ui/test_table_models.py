"""The models of the tables keep Qt's own rules, through edits that add and remove their rows and columns."""

from __future__ import annotations

import pytest
from pytestqt.modeltest import ModelTester

from model.document import storage
from model.document.document import Document
from model.edits import structure
from model.edits.fields import set_value
from model.request.multi_year import Commitment
from model.request.parts import add_part
from model.request.request import Line
from templates.sheet.figure_tables import finance_table, funding_table, total_cost_table
from tests.samples import sample, standard
from ui.commitments.commitment_table import commitment_rows
from ui.commitments.year_rows import commitment_years
from ui.costs.cost_model import CostModel
from ui.form.figure_table import FigureModel
from ui.form.grounds_card import cut_rows, term_rows
from ui.tables.offering_model import OfferingModel
from ui.tables.table_model import CellModel

BUILDS = {
    "costs": CostModel,
    "commitments": lambda document: OfferingModel(document, commitment_rows),
    "grounds": lambda document: OfferingModel(document, term_rows),
    "cuts": lambda document: OfferingModel(document, cut_rows),
    "years": lambda document: OfferingModel(document, lambda each: commitment_years(each, "late")),
    "total cost": lambda document: FigureModel(document, lambda each: total_cost_table(each, every_row=True)),
    "funding": lambda document: FigureModel(document, funding_table),
    "finance": lambda document: FigureModel(document, finance_table),
}


@pytest.mark.parametrize("name", BUILDS)
def test_the_model_keeps_qts_rules(name: str, qtmodeltester: ModelTester) -> None:
    """Qt's model tester finds nothing, while lines, tables, commitments and years come and go and are undone."""
    document = Document(sample(), standard())
    model: CellModel = BUILDS[name](document)
    document.subscribe(lambda snapshot: model.show_snapshot(snapshot, {}))
    qtmodeltester.check(model)
    request = document.request
    document.edit("a", structure.insert_line(request, "line-1-2", Line("new")))
    document.edit("b", structure.delete_lines(document.request, ["line-1-1", "line-1-5", "line-2-1"]))
    document.edit("c", structure.move_group(document.request, "group-1", 1))
    document.edit("d", structure.delete_group(document.request, "group-3"))
    document.edit("e", add_part(document.request, Commitment("late", "line-1-3")))
    document.edit("f", set_value(document.request, "header/fiscal_year", "令和9年度"))
    while document.undo_label is not None:
        document.undo()
    while document.redo_label is not None:
        document.redo()
    document.edit("g", storage.loads(storage.dumps(document.request), "x"))

    assert document.request != request
