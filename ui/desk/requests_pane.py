"""The table of requests with its search and choices above, and below it the sums of what is shown, and what is filled in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QPushButton,
    QWidget,
)

from model.edits.paste import Block
from model.register.listing import RegisterRow
from model.register.views import CeilingUse, Group, groups_of, matching
from ui.desk.charts_pane import Pictured
from ui.desk.choices import GroupOf, groupings, stage_words, states
from ui.desk.desk_columns import NAME, columns_of
from ui.desk.desk_data import DeskData
from ui.desk.desk_model import DeskModel, Entry
from ui.desk.desk_table import DeskTable
from ui.desk.sums_in_words import ceilings_in_words, sums_in_words
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.review.report_pane import Entry as ListEntry
from ui.review.report_pane import EntryList, entry_place
from ui.widgets.editing.keyed_line import SearchLine
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import lay_column, lay_row

_KEYS: Final = QT_TRANSLATE_NOOP(
    "ui.desk",
    "Enter 要求書を開く（読むだけ）　F2 決定へ　F6 右へ・表へ　Ctrl+Enter 決定　Ctrl+1〜6 見るもの　Ctrl+F 検索　F5 読み直す",
)
_KEYS_OF_DECIDING: Final = QT_TRANSLATE_NOOP(
    "ui.desk",
    "打てば入力　Ctrl+Enter その行を決定　Ctrl+Shift+Enter 入力中をすべて決定　Ctrl+C・Ctrl+V Excelへ・から　Ctrl+O 要求書を開く",
)
_REFUSALS_HEIGHT: Final = 120  # pixels


class Refusal(NamedTuple):
    """A request for which what was filled in was refused: its name, the reason, and its version; "" where nothing says which it is."""

    name: str
    reason: str
    version: str


class RequestsPane(QWidget):
    """The table and what belongs to it.

    Attributes:
        head: search and choices; they hold for the pictures too, so that the window shows them above both.
        keys: which keys do what, for the foot of the window.
    """

    shown_changed = Signal(object)  # the requests that are shown

    def __init__(self, data: DeskData, parent: QWidget) -> None:
        super().__init__(parent)
        self._data = data
        self._view = "list"
        self._sorted: tuple[str, bool] | None = None
        self.model = DeskModel(data)
        self.table = DeskTable(self.model, data, self)
        self.table.horizontalHeader().sectionClicked.connect(self._sort)
        self.search = SearchLine(
            parent,
            translate("ui.desk", "検索（事業名・部局・課・款項目）"),
            translate("ui.desk", "要求の検索"),
            self.table.take_focus,
        )
        self.search.textChanged.connect(lambda _: self.show_rows())
        self.stage = self._choice(translate("ui.desk", "予算と段階"), [])
        self._states, self._groupings = states(), groupings(data)
        self._ceilings: Sequence[CeilingUse] = ()
        self.state = self._choice(translate("ui.desk", "状態"), list(self._states))
        no_groups = translate("ui.desk", "まとめない")
        self.grouping = self._choice(translate("ui.desk", "まとめ方"), [no_groups, *self._groupings])
        self.head = lay_row(None, self.search, self.stage, self.state, self.grouping, wide=self.search)
        self.sums = self._label(translate("ui.desk", "表示中の計"))
        self.ceilings = self._label(translate("ui.desk", "シーリング"))
        self.copy = QPushButton(translate("ui.desk", "表示中をすべて写す(&K)"), self)
        self.copy.setToolTip(
            translate("ui.desk", "財源別の欄と行の控えを付けて写します。Excelに貼って書けます。")
        )
        self.paste = QPushButton(translate("ui.desk", "貼り付け(&V)"), self)
        self.decide_all = QPushButton(self)
        self.decide_all.setToolTip("Ctrl+Shift+Enter")
        self.refusals = EntryList(translate("ui.desk", "受け付けなかった行"), (), self)
        self.refusals.setFixedHeight(_REFUSALS_HEIGHT)
        self.refusals.itemActivated.connect(lambda item: self._go_to_version(entry_place(item)))
        self.refusals.hide()
        self.keys = PlainLabel(translate("ui.desk", _KEYS), self, kind="hint")
        self._lay_out()

    def shown(self) -> list[RegisterRow]:
        """The requests that are shown, whatever the groups."""
        stage = self.stage.currentData()
        fits = self._states[self.state.currentText()]
        return matching(
            self._data.read.rows,
            self.search.text(),
            lambda row: fits(row) and stage in (None, row.at),
        )

    def pictured(self, found: Sequence[RegisterRow]) -> Pictured:
        """What the pictures show of requests: by 部局 where they are in no groups."""
        chosen = self.grouping.currentText()
        caption = chosen if chosen in self._groupings else next(iter(self._groupings))
        return Pictured(found, caption, _named(found, self._groupings[caption]), self._ceilings)

    def show_head(self, is_wanted: bool) -> None:
        """Show the search and the choices, or hide them where they choose nothing."""
        for widget in (self.search, self.stage, self.state, self.grouping):
            widget.setVisible(is_wanted)

    def show_view(self, view: str) -> None:
        """Show a set of columns."""
        if view != self._view:
            self._view = view
            self.show_rows()

    def show_read(self) -> None:
        """Show the register as it was read."""
        stages = list(dict.fromkeys(row.at for row in self._data.read.rows))
        known = [self.stage.itemData(index) for index in range(self.stage.count())]
        if known != [None, *stages]:
            before = self.stage.currentData()
            self.stage.blockSignals(True)
            self.stage.clear()
            self.stage.addItem(translate("ui.desk", "すべての段階"), None)
            for at in stages:
                self.stage.addItem(stage_words(at), at)
            # the last stage is what is worked on
            self.stage.setCurrentIndex(1 + stages.index(before) if before in stages else len(stages))
            self.stage.blockSignals(False)
        self.show_rows()

    def show_rows(self) -> None:
        """Show the rows that match, in their groups, and keep the chosen one and the place in the table."""
        chosen, key = self.table.current, self._key_of_current()
        scrolled = self.table.verticalScrollBar().value()
        found = self.shown()
        columns = columns_of(
            self._view,
            self._data,
            all_stages=self.stage.currentData() is None,
            all_kinds=any(row.kind != "expenditure" for row in found),
        )
        rows = found
        if self._sorted is not None:
            of, is_turned = self._sorted
            orders = [each.order for each in columns if each.key == of]
            rows = sorted(found, key=orders[0], reverse=is_turned) if orders else found
        grouping = self._groupings.get(self.grouping.currentText())
        entries: list[Entry] = []
        if grouping is None:
            entries += rows
        else:
            for group in _named(rows, grouping):
                entries += [group, *group.rows]
        self.model.show(columns, entries)
        self._mark_sorted()
        self._show_sums(found)
        self.show_pending(None)
        if chosen is not None:
            self.table.verticalScrollBar().setValue(scrolled)
            if (number := self.model.number_of(chosen)) is not None:
                self.table.go_to(number, key)
        self.shown_changed.emit(found)

    def show_pending(self, row: RegisterRow | None) -> None:
        """Show what is filled in for a request, or for any, and how much waits to be decided."""
        if row is not None:
            self.model.refresh(row)
        else:
            self.table.viewport().update()
        count = len(self._data.pending)
        words = translate("ui.desk", "入力中の{count:,}件を決定する(&S)")
        self.decide_all.setText(words.format(count=count))
        self.decide_all.setEnabled(count > 0)
        for widget in (self.copy, self.paste):
            widget.setVisible(self.model.fills_in)
        self.decide_all.setVisible(self.model.fills_in or count > 0)
        self.show_keys(is_wanted=bool(self.keys.text()))

    def show_keys(self, *, is_wanted: bool) -> None:
        """Say which keys do what in the set of columns that is shown, or say nothing."""
        words = translate("ui.desk", _KEYS_OF_DECIDING if self.model.fills_in else _KEYS)
        self.keys.setText(words if is_wanted else "")

    def show_refusals(self, refused: Sequence[Refusal]) -> None:
        """Say of which requests what was filled in was refused, and why; nothing where none was."""
        entries = [ListEntry(f"{each.name}: {each.reason}", each.version) for each in refused]
        self.refusals.show_entries(entries)
        self.refusals.setVisible(bool(refused))

    def selected_text(self) -> str:
        """The selected cells as they are shown; "" where whole rows are to be copied with what can be filled in."""
        cells = self.table.selectionModel().selectedIndexes()
        if self.model.fills_in and len({index.row() for index in cells}) != 1:
            return ""
        rows: dict[int, list[str]] = {}
        for index in sorted(cells, key=lambda index: (index.row(), index.column())):
            if not self.table.isColumnHidden(index.column()):
                rows.setdefault(index.row(), []).append(self.model.words_at(index.row(), index.column()))
        return "\n".join("\t".join(words) for words in rows.values())

    def paste_cells(self, block: Block) -> bool:
        """Fill one row of copied cells into the current cell and those right of it; False where there are more rows."""
        index = self.table.currentIndex()
        if len(block) != 1 or not index.isValid():
            return False
        for offset, words in enumerate(block[0]):
            cell = index.siblingAtColumn(index.column() + offset)
            if cell.isValid() and cell.flags() & Qt.ItemFlag.ItemIsEditable:
                self.model.setData(cell, words)
            else:
                self.model.refused.emit(
                    translate(
                        "ui.desk", "「{text}」を貼り付ける欄がありません。黄色になる欄を選んでください。"
                    ).format(text=words)
                )
                break
        return True

    def go_to_undecided(self, at: int) -> None:
        """Go on to the next request without a decision, below first."""
        entries = self.model.entries
        for number in (*range(at + 1, len(entries)), *range(at + 1)):
            entry = entries[number]
            if isinstance(entry, RegisterRow) and not entry.is_decided:
                self.table.go_to(number, self._key_of_current())
                break
        self.table.setFocus()

    # --- private ---

    def _choice(self, name: str, words: list[str]) -> QComboBox:
        choice = QComboBox(self.parentWidget())
        choice.setAccessibleName(name)
        choice.addItems(words)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        choice.currentIndexChanged.connect(lambda _: self.show_rows())
        return choice

    def _label(self, name: str) -> PlainLabel:
        label = PlainLabel(self, wraps=True)
        label.setAccessibleName(name)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _lay_out(self) -> None:
        buttons = lay_row(None, None, self.copy, self.paste, self.decide_all)
        parts = (self.table, self.refusals, self.sums, self.ceilings, buttons)
        lay_column(self, *parts, margins=(0, 6, 0, 0), wide=self.table)

    def _key_of_current(self) -> str:
        """The key of the current column; that of the name where there is none."""
        column = self.table.currentIndex().column()
        return self.model.columns[column].key if 0 <= column < len(self.model.columns) else NAME

    def _go_to_version(self, version: str) -> None:
        """Go to the row of a version, where it is shown."""
        for number, entry in enumerate(self.model.entries):
            if isinstance(entry, RegisterRow) and entry.version == version:
                self.table.go_to(number, self._key_of_current())
                self.table.setFocus()

    def _sort(self, column: int) -> None:
        key = self.model.columns[column].key
        self._sorted = (key, self._sorted == (key, False))
        self.show_rows()

    def _mark_sorted(self) -> None:
        header, keys = self.table.horizontalHeader(), [column.key for column in self.model.columns]
        is_shown = self._sorted is not None and self._sorted[0] in keys
        header.setSortIndicatorShown(is_shown)
        if self._sorted is not None and is_shown:
            down = Qt.SortOrder.DescendingOrder if self._sorted[1] else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(keys.index(self._sorted[0]), down)

    def _show_sums(self, found: Sequence[RegisterRow]) -> None:
        self.sums.setText(sums_in_words(self._data, found))
        self._ceilings = self._data.ceilings(self.stage.currentData())
        self.ceilings.setText(ceilings_in_words(self._data, self._ceilings))
        self.ceilings.setVisible(bool(self._ceilings))


def _named(rows: Sequence[RegisterRow], of: GroupOf) -> list[Group]:
    """The rows in groups, each with a name."""
    return [
        group._replace(name=group.name or translate("ui.desk", "（なし）")) for group in groups_of(rows, of)
    ]
