"""The detail of the commitment that is chosen in the table above: 事項, 契約期間, 限度額, 説明, and its years."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from model.document.document import Document, Snapshot
from model.edits.commitments import raise_tax, spread_years
from model.figures.commitments import CommitmentTotals
from model.names.fields import Field
from model.request import place
from model.request.place import CommitmentField, Place
from model.request.request import Request
from model.totals.ledger import name_of
from model.values.figure import Figure
from ui.commitments.commitment_table import LINE, CommitmentTable
from ui.commitments.year_rows import YEAR_WIDTHS, commitment_of, commitment_years
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.tables.offering_model import Rows
from ui.tables.offering_table import OfferingTable
from ui.tables.table_pane import TablePane
from ui.widgets.buttons import push_button
from ui.widgets.cards import FieldGrid
from ui.widgets.fields import FieldRow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import lay_column, lay_row
from ui.widgets.pane import FindingsByPlace

_FIELDS: Final[tuple[tuple[CommitmentField, str, str], ...]] = (
    ("name", "事項", QT_TRANSLATE_NOOP("ui.commitments", "空欄なら、対象の経費の内容が入ります。")),
    (
        "contract_period",
        "契約期間",
        QT_TRANSLATE_NOOP(
            "ui.commitments", "「R8.4〜R13.3」など。初めの年度は、今年度の予算に入ることがあります。"
        ),
    ),
    (
        "set_in",
        "設定した予算",
        QT_TRANSLATE_NOOP("ui.commitments", "「R2.11」「R3当初」など、設定済のときに書きます。"),
    ),
    ("limit", "限度額", QT_TRANSLATE_NOOP("ui.commitments", "年度ごとの額の和が入ります。")),
    (
        "paid_period",
        "支出済みの期間",
        QT_TRANSLATE_NOOP("ui.commitments", "前年度末までに支出する（した）年度です。"),
    ),
    ("paid", "支出済みの額", QT_TRANSLATE_NOOP("ui.commitments", "前年度末までの支出見込額です。")),
    ("note", "説明", ""),
)
_LINES: Final[tuple[tuple[CommitmentField, ...], ...]] = (
    ("name",),
    ("contract_period", "set_in", "limit"),
    ("paid_period", "paid"),
    ("note",),
)
_NO_YEARS: Final = QT_TRANSLATE_NOOP("ui.commitments", "期間が読めないか、その年度はもう並んでいます。")
_RAISED: Final = QT_TRANSLATE_NOOP(
    "ui.commitments",
    "年度ごとの額を改正前の税率の契約額とみて、変更後の額と、差引の今回要求額を入れました（Ctrl+Zで戻ります）。",
)
_NO_RISE: Final = QT_TRANSLATE_NOOP(
    "ui.commitments", "年度ごとの額があり、税率が上がる年度にかかるときに使えます。"
)


class CommitmentDetail(QWidget):
    """A line that opens and closes, and what it opens: fields, years and two acts on them."""

    def __init__(self, document: Document, table: CommitmentTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._table = table
        self._id = ""
        self._on_own_sheet = False
        self._findings: FindingsByPlace = {}
        self.toggle = QToolButton(self)
        self.toggle.setObjectName("derive")
        self.toggle.setCheckable(True)
        self.toggle.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.toggle.toggled.connect(self._open)
        self._body = QWidget(self)
        self._title = PlainLabel(self._body, kind="cardTitle")
        self._grid = self._fields()
        label = translate("ui.commitments", "年度の行の削除")
        self.years = TablePane(
            lambda pane: OfferingTable(
                document, self._rows, "債務負担行為の年度ごとの額", pane, label, YEAR_WIDTHS
            ),
            self._body,
        )
        self._summary = PlainLabel(self._body, kind="hint")
        lay_column(self._body, self._title, self._grid, self.years, self._buttons())
        lay_column(self, lay_row(None, self.toggle, None), self._body)
        table.selectionModel().currentChanged.connect(self._follow)
        commitments = document.request.commitments
        self.toggle.setChecked(
            any(commitment.years or commitment.name or commitment.note for commitment in commitments)
        )
        self._open(self.toggle.isChecked())
        self.hide()

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show the chosen commitment; closed, nothing is done."""
        self._findings = findings
        self.setVisible(bool(snapshot.request.commitments))
        on_own_sheet = snapshot.totals.form.page.commitments
        if on_own_sheet != self._on_own_sheet:
            self._on_own_sheet = on_own_sheet
            if on_own_sheet:
                self.toggle.setChecked(True)
        self._choose(snapshot)
        if not self.toggle.isChecked() or not self._id:
            return
        found = commitment_of(snapshot, self._id)
        if found is not None:
            title = f"「{name_of(snapshot.request, found.commitment)}」"
            if title != self._title.text():
                self._title.setText(title)
        self._grid.show_snapshot(snapshot, findings)
        self.years.show_snapshot(snapshot, findings)

    def focus_place(self, where: Place) -> bool:
        """Take the focus to a place of any commitment, which is chosen for it."""
        kind, part_id, *_ = (*where.split("/"), "")
        owner = next(
            (
                commitment.id
                for commitment in self._document.request.commitments
                if (kind == "commitment" and commitment.id == part_id)
                or (kind == "owed" and any(row.id == part_id for row in commitment.years))
            ),
            None,
        )
        if owner is None:
            return False
        self.toggle.setChecked(True)
        self._table.go(self._table.offering.ids.index(owner), LINE)
        return self._grid.focus_place(where) or self.years.focus_place(where)

    # --- what it is made of ---

    def _fields(self) -> FieldGrid:
        grid = FieldGrid(self._body)
        figures: dict[str, Callable[[CommitmentTotals], Figure]] = {
            "limit": lambda commitment: commitment.limit,
            "paid": lambda commitment: commitment.paid,
        }

        def figure(name: str) -> Callable[[Snapshot], Figure] | None:
            if name not in figures:
                return None
            return lambda snapshot: (
                figures[name](found) if (found := commitment_of(snapshot, self._id)) else Figure(None)
            )

        rows = {
            name: FieldRow(
                self._document,
                Field(place.commitment("", name), label, translate("ui.commitments", tip)),
                grid,
                area=2 if name == "note" else 0,
                unit="千円" if name in figures else "",
                figure=figure(name),
            )
            for name, label, tip in _FIELDS
        }
        grid.arrange([[rows[name] for name in line] for line in _LINES])
        return grid

    def _rows(self, snapshot: Snapshot) -> Rows:
        return commitment_years(snapshot, self._id)

    def _buttons(self) -> QHBoxLayout:
        spread = push_button(
            translate("ui.commitments", "期間の年度を並べる"),
            self.spread,
            self._body,
            tip=translate("ui.commitments", "設定期間の年度の行を作り、対象の経費と同じ額を入れます。"),
            edits=True,
        )
        raised = push_button(
            translate("ui.commitments", "税率の改正で変更する"),
            self.raise_tax,
            self._body,
            tip=translate(
                "ui.commitments",
                "年度ごとの額を契約額とし、税率の改正後の額と差を求めます。設定済のものは、増える分を別に要求します。",
            ),
            edits=True,
        )
        return lay_row(None, spread, raised, self._summary, None)

    # --- acts ---

    def spread(self) -> None:
        """Put the years of the period below each other."""
        totals = self._document.snapshot.totals
        self._act(
            translate("ui.commitments", "年度を並べる"),
            spread_years(self._document.request, self._id, totals),
            translate("ui.commitments", _NO_YEARS),
        )

    def raise_tax(self) -> None:
        """Ask what a rise of the consumption tax adds."""
        standard = self._document.snapshot.standard
        self._act(
            translate("ui.commitments", "税率の改正による変更"),
            raise_tax(self._document.request, self._id, standard),
            translate("ui.commitments", _NO_RISE),
            translate("ui.commitments", _RAISED),
        )

    def _act(self, label: str, request: Request, otherwise: str, done: str = "") -> None:
        self._summary.setText(otherwise if request is self._document.request else done)
        self._document.edit(label, request)

    # --- which commitment ---

    def _choose(self, snapshot: Snapshot) -> None:
        """Choose the commitment of the table's current row, else the one that was chosen, else the first."""
        ids = [commitment.id for commitment in snapshot.request.commitments]
        current = self._table.offering.row_id(self._table.currentIndex().row())
        chosen = current if current in ids else self._id if self._id in ids else ids[0] if ids else ""
        if chosen != self._id:
            self._id = chosen
            self._summary.clear()
            for name, row in zip((field[0] for field in _FIELDS), self._grid.rows, strict=True):
                assert isinstance(row, FieldRow)
                row.stand_for(place.commitment(chosen, name))

    def _follow(self) -> None:
        self.show_snapshot(self._document.snapshot, self._findings)

    def _open(self, is_open: bool) -> None:
        words = translate("ui.commitments", "年度ごとの額・契約期間・説明")
        self.toggle.setText(f"{'▾' if is_open else '▸'} {words}")
        self._body.setVisible(is_open)
        if is_open:
            self._follow()
