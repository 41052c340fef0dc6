"""The actions of the 積算 menu: marks of lines, the tax split, templates, the column of 節, unit prices."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from model.edits.declared import release_agreeing
from model.edits.fields import set_value
from model.edits.prices import adopt_used
from model.edits.structure import append_lines, insert_line, line_from
from model.edits.tax_split import split_by_tax_change
from model.request import place
from model.request.lines import path_to
from model.standard.parts import LineTemplate
from ui.costs.cost_rows import RowKind
from ui.costs.cost_table import CostTable
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.window.price_files import PriceFiles
from ui.window.request_window import RequestWindow

_NO_LINE: Final = QT_TRANSLATE_NOOP("ui.window", "所要経費の行にカーソルを置いてから選んでください。")


class BasisActions:
    """What the 積算 menu does to the cost table of the open document."""

    def __init__(self, window: RequestWindow, prices: PriceFiles, menu: QMenu) -> None:
        self._window = window
        self.prices = prices
        self.menu = menu
        self._marks = QMenu(translate("ui.window", "行の印"), self.menu)
        self._templates = QMenu(translate("ui.window", "内訳のひな形を入れる"), self.menu)

    @property
    def _table(self) -> CostTable | None:
        view = self._window.view
        return view.form.content.costs if view else None

    def split_by_tax(self) -> None:
        """Part the current line by the tax rates of its months."""
        table, document = self._table, self._window.document
        if table is None or document is None:
            return
        table.finish_typing()
        row = table.rows.current_row()
        if row is None or row.kind is not RowKind.LINE:
            self._window.show_message(translate("ui.window", _NO_LINE))
            return
        request = split_by_tax_change(document.request, row.id, document.snapshot.standard)
        if request is document.request:
            year = document.snapshot.totals.year.label
            self._window.show_message(
                translate(
                    "ui.window",
                    "{year}のこの行は分けられません。期間に消費税率の改正がないか、式の月数が行の期間（内容に「5月〜3月」のように書きます）と合いません。",
                ).format(year=year)
            )
            return
        document.edit(translate("ui.window", "消費税率の改正で分ける"), request)
        table.focus_place(place.line(row.id, "text"))

    def release_totals(self) -> None:
        """Return every typed total that agrees with its parts to the calculated one, as one step of undo."""
        view = self._window.open_view
        document = view.document
        view.finish_typing()
        snapshot = document.snapshot
        request = release_agreeing(document.request, snapshot.totals, snapshot.standard)
        if request is document.request:
            self._window.show_message(translate("ui.window", "計算値と合っている手入力の合計はありません。"))
            return
        document.edit(translate("ui.window", "合計を計算値に戻す"), request)
        self._window.show_message(
            translate("ui.window", "合っている合計を計算値に戻しました。額は変わりません。")
        )

    def mark(self, key: str) -> None:
        """Mark the selected lines, or take their marks away."""
        table, document = self._table, self._window.document
        if table is None or document is None:
            return
        table.finish_typing()
        request = document.request
        lines = [row for row in table.rows.selected() if row.kind is RowKind.LINE]
        if not lines:
            self._window.show_message(translate("ui.window", _NO_LINE))
            return
        for row in lines:
            request = set_value(request, place.line(row.id, "mark"), key)
        document.edit(translate("ui.window", "行の印"), request)

    def begin_from(self, template: LineTemplate) -> None:
        """Put a line with the template's parts below the current one."""
        table, document = self._table, self._window.document
        if table is None or document is None:
            return
        table.finish_typing()
        row, line, request = table.rows.current_row(), line_from(template), document.request
        if row is not None and row.kind is RowKind.LINE:
            request = insert_line(request, path_to(request, row.id)[-1].id, line, below=True)
        else:
            group = row.group_id if row is not None and row.kind is not RowKind.NEW_GROUP else ""
            groups = [group.id for group in request.groups]
            request = (
                append_lines(request, group if group in groups else groups[-1], line) if groups else request
            )
        prices = document.snapshot.shared_prices
        document.edit(template.label, adopt_used(request, [part.basis for part in line.parts], prices))
        if any(part.object_class for part in line.parts):
            table.show_object_classes(True)
        table.focus_place(place.line(line.id, "text"))

    def toggle_object_classes(self) -> None:
        """Show or hide the column of 節."""
        if self._table is not None:
            self._table.show_object_classes(not self._table.shows_object_classes)

    def fill(self) -> None:
        """Fill the menu as the open document has it."""
        self.menu.clear()
        document, table = self._window.document, self._table
        if document is None or table is None:
            return
        standard, year = document.snapshot.standard, document.snapshot.totals.year.year
        self._marks.clear()
        for mark in standard.line_marks:
            self._marks.addAction(mark.label, partial(self.mark, mark.key))
        self._marks.addAction(translate("ui.window", "印を外す"), partial(self.mark, ""))
        self.menu.addMenu(self._marks)
        self._marks.setEnabled(not document.is_locked)
        self._templates.clear()
        for template in standard.line_templates:
            if template.holds_in(year):
                self._templates.addAction(template.label, partial(self.begin_from, template))
        self._templates.setEnabled(not self._templates.isEmpty() and not document.is_locked)
        self.menu.addMenu(self._templates)
        self.menu.addAction(translate("ui.window", "消費税率の改正で分ける"), self.split_by_tax).setEnabled(
            not document.is_locked
        )
        self.menu.addSeparator()
        column = QAction(
            translate("ui.window", "節の列を出す"),
            self.menu,
            checkable=True,
            checked=table.shows_object_classes,
        )
        column.triggered.connect(self.toggle_object_classes)
        self.menu.addAction(column)
        self.menu.addSeparator()
        take_over = self.menu.addAction(
            translate("ui.window", "変わった単価をすべて取り入れる"), self.prices.take_over_all
        )
        take_over.setEnabled(not document.is_locked)
        self.menu.addAction(
            translate("ui.window", "単価表を読み直す"), partial(self.prices.refresh, always=True)
        )
        self.menu.addAction(translate("ui.window", "単価表のひな形を作る"), self.prices.begin)
