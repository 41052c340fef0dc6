"""What stands behind the figures as tables of cells: 財源の根拠 (grounds of revenue) and 減額の内訳 (parts of the cut)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple, TypeAlias

from PySide6.QtCore import QModelIndex, Qt

from model.document.document import Document, Snapshot
from model.edits.fields import value_at
from model.edits.grounds import add_cut, add_term
from model.request.grounds import Cut, FundingTerm
from model.request.lines import walk
from model.request.place import Place
from model.request.request import Request
from model.values.figure import Figure, figure
from templates.sheet.sheet import line_text
from ui.tables.offering_model import OfferingModel
from ui.tables.table_model import Index
from ui.widgets.look import Look
from ui.widgets.pane import FindingsByPlace
from ui.widgets.style import MUTED

Choices: TypeAlias = Callable[[Snapshot], list[tuple[str, str]]]


class Column(NamedTuple):
    """A column: the field of the place, its label, and what it holds; for a choice, among what one chooses."""

    field: str
    label: str
    holds: Literal["words", "amount", "choice"] = "words"
    choices: Choices | None = None


class GroundsModel(OfferingModel):
    """The parts of one list of the request, and a row that offers the next."""

    columns: Sequence[Column]
    kind: str  # the first word of their places
    offer: str  # what the offered row says

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._parts = self.parts_of(document.request)
        self.ids = tuple(part.id for part in self._parts)

    def parts_of(self, request: Request) -> tuple[FundingTerm, ...] | tuple[Cut, ...]:
        """The parts of a request."""
        raise NotImplementedError

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot; the offered row keeps its place when it comes to be."""
        parts = self.parts_of(snapshot.request)
        if parts is not self._parts:
            self._parts = parts

            def take() -> None:
                self._snapshot = snapshot

            self.take_rows(tuple(part.id for part in parts), take)
        super().show_snapshot(snapshot, findings)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The columns of the list."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' labels."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].label
        return None

    def place_in(self, row_id: str, column: int) -> Place | None:
        """The place of a cell."""
        return f"{self.kind}/{row_id}/{self.columns[column].field}"

    def figure_at(self, index: Index) -> Figure | None:
        """The amount of a cell; nothing derives it."""
        if self.columns[index.column()].holds != "amount":
            return None
        return figure(None, self.typed_value(index))

    def is_text(self, index: Index) -> bool:
        """All but amounts are words."""
        return self.columns[index.column()].holds != "amount"

    def text_at(self, index: Index) -> str:
        """What a cell shows."""
        column = self.columns[index.column()]
        if column.holds == "amount":
            return super().text_at(index)
        if self.is_offered(index.row()):
            return self.offer if index.column() == 0 else ""
        where = self.place_at(index)
        value = str(value_at(self._snapshot.request, where) or "") if where else ""
        if not value or column.choices is None:
            return value
        if column.field == "line":
            return line_text(self._snapshot, value)
        return dict(column.choices(self._snapshot)).get(value, value)

    def choices(self, index: Index) -> list[tuple[str, str]]:
        """What one chooses from."""
        column = self.columns[index.column()]
        return column.choices(self._snapshot) if column.choices is not None else []

    def look_at(self, index: Index) -> Look:
        """The offered row stays back."""
        look = super().look_at(index)
        return look._replace(colour=MUTED) if self.is_offered(index.row()) else look


def line_choices(snapshot: Snapshot) -> list[tuple[str, str]]:
    """No line, and the lines of the cost tables, parts behind their line."""
    return [
        ("", "―"),
        *(
            (line.id, f"{'　' * depth}{line.text}".replace("\n", ""))
            for group in snapshot.request.groups
            for line, depth in walk(group.lines)
        ),
    ]


def source_choices(snapshot: Snapshot) -> list[tuple[str, str]]:
    """The specific funds of the form."""
    return [(source.key, source.label) for source in snapshot.standard.sources_of(snapshot.totals.form)]


def bond_choices(snapshot: Snapshot) -> list[tuple[str, str]]:
    """No class, and the classes of bonds (起債の区分) of the year."""
    classes = snapshot.standard.bond_classes_in(snapshot.totals.year.year)
    return [("", "―"), *((object_class.key, object_class.label) for object_class in classes)]


class TermModel(GroundsModel):
    """財源の根拠."""

    kind = "term"
    offer = "（財源を選ぶ）"
    columns = (
        Column("source", "財源", "choice", source_choices),
        Column("name", "収入の名前"),
        Column("rate", "補助率・\n充当率"),
        Column("eligible", "対象経費\n(千円)", "amount"),
        Column("amount", "収入の額\n(千円)", "amount"),
        Column("bond_class", "起債の区分", "choice", bond_choices),
        Column("line", "充てる経費", "choice", line_choices),
    )

    def parts_of(self, request: Request) -> tuple[FundingTerm, ...]:
        """The grounds of this year's revenues."""
        return request.funding_terms

    def add_row(self, request: Request, row_id: str) -> Request:
        """Add a blank ground."""
        return add_term(request, FundingTerm(row_id))


class CutModel(GroundsModel):
    """減額の内訳."""

    kind = "cut"
    offer = "（経費を選ぶ）"
    columns = (
        Column("line", "減額した経費", "choice", line_choices),
        Column("amount", "減額\n(千円)", "amount"),
        Column("reason", "理由"),
    )

    def parts_of(self, request: Request) -> tuple[Cut, ...]:
        """The parts of the cut."""
        return request.cuts

    def add_row(self, request: Request, row_id: str) -> Request:
        """Add a blank part."""
        return add_cut(request, Cut(row_id))
