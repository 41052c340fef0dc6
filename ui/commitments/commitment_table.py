"""The commitments (債務負担行為) as rows: which line, period as typed, 要求 or 設定済, and the wording of the remark; and their table."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from model.document.document import Document, Snapshot
from model.request import place
from model.request.multi_year import Commitment
from model.request.parts import add_part
from model.values.fiscal_year import example_period
from model.values.identity import new_id
from templates.sheet.cost_tables import commitment_wording, line_text
from ui.language import translate
from ui.tables.offering_model import Column, Rows, line_choices
from ui.tables.offering_table import OfferingTable

LINE, PERIOD, STATUS = range(3)


def commitment_rows(snapshot: Snapshot) -> Rows:
    """The commitments of a request."""
    commitments = {commitment.id: commitment for commitment in snapshot.request.commitments}
    words = snapshot.standard.commitments

    def line(row_id: str) -> str:
        commitment = commitments.get(row_id, Commitment(row_id))  # a row about to be removed is still shown
        return (
            line_text(snapshot, commitment.line)
            or commitment.name
            or translate("ui.commitments", "（経費を選んでください）")
        )

    def wording(row_id: str) -> str:
        commitment = commitments.get(row_id, Commitment(row_id))
        return commitment_wording(commitment, snapshot.standard) if commitment.period else ""

    columns = (
        Column(
            "対象の経費",
            lambda row_id: place.commitment(row_id, "line"),
            choices=lambda: (
                line_choices(snapshot) or [("", translate("ui.commitments", "（経費の行がありません）"))]
            ),
            shown=line,
        ),
        Column(
            f"期間（{example_period(snapshot.totals.year)} など）",
            lambda row_id: place.commitment(row_id, "period"),
        ),
        Column(
            "区分",
            lambda row_id: place.commitment(row_id, "status"),
            choices=lambda: [("requested", words.requested_label), ("set", words.set_label)],
        ),
        Column(translate("ui.commitments", "備考に入る文"), lambda _: None, shown=wording),
    )
    return Rows(
        tuple(commitments),
        columns,
        translate("ui.commitments", "（経費を選ぶか、期間を入力）"),
        Commitment,
    )


class CommitmentTable(OfferingTable):
    """債務負担行為: one row each, and one to type the next in."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(
            document,
            commitment_rows,
            "債務負担行為",
            parent,
            translate("ui.commitments", "債務負担行為の削除"),
            {PERIOD: 170, STATUS: 90},
        )

    def write_for(self, line_id: str) -> None:
        """Add a commitment for a line and go to its period."""
        commitment = Commitment(new_id(), line_id)
        self._document.edit(
            translate("ui.commitments", "債務負担行為の追加"),
            add_part(self._document.request, commitment),
        )
        self.focus_place(place.commitment(commitment.id, "period"))
