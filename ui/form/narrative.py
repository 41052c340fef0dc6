"""The narrative sections on the page: heading and text of each, with the cost tables where their section is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from model.document.document import Document, Snapshot
from model.edits import structure
from model.edits.paste import Block
from model.edits.section_tables import blank_table
from model.names import explain
from model.names.fields import Field
from model.request import place
from model.request.parts import add_part
from model.request.place import Place
from model.request.request import Frame, Section
from model.request.section_table import SectionTable
from model.totals import object_class
from model.totals.outlook import outlook, unshown
from model.totals.section_tables import tables_of
from model.values.identity import new_id
from ui.commitments.commitment_chart import CommitmentChart
from ui.commitments.commitment_detail import CommitmentDetail
from ui.commitments.commitment_table import CommitmentTable
from ui.costs.cost_table import CostTable
from ui.costs.view_bar import ViewBar
from ui.language import translate
from ui.tables.table_pane import TablePane
from ui.widgets.buttons import push_button
from ui.widgets.cards import Card
from ui.widgets.editing.editors import TextArea
from ui.widgets.fields import FieldRow
from ui.widgets.labels import PlainLabel, WordsNote
from ui.widgets.layouts import lay_column
from ui.widgets.pane import FindingsByPlace
from ui.widgets.tab_order import put_before, tab_stops

if TYPE_CHECKING:
    from ui.section_tables.table_card import TableCards


class SectionCard(Card):
    """A narrative section: heading, text; a section of the writer's own can be moved and deleted."""

    tables_changed = Signal()  # tables below the text came, went or were moved

    def __init__(self, document: Document, section: Section, parent: QWidget) -> None:
        super().__init__("見出し", "", parent)
        self._document = document
        self.key = section.id
        heading = FieldRow(
            document,
            Field(
                place.section(section.id, "heading"), "見出し", translate("ui.form", "番号は自動で付きます。")
            ),
            self,
        )
        self.head.insertWidget(1, heading, 1)
        self.panes.append(heading)
        self._carried = PlainLabel(translate("ui.form", "昨年度の文のまま"), self, kind="carried")
        self._carried.setToolTip(
            translate("ui.form", "前の年度の要求書から引き継いだ文です。直すと消えます。")
        )
        self._carried.hide()
        self.head.insertWidget(2, self._carried)
        self.add_button(
            translate("ui.form", "＋表"),
            translate("ui.form", "この項目に箇所表・年度別実績などの表を加える（Ctrl+Alt+T）"),
            self.add_table,
        )
        self.add_button("↑", translate("ui.form", "この項目を上へ移す"), lambda: self.move_section(-1))
        self.add_button("↓", translate("ui.form", "この項目を下へ移す"), lambda: self.move_section(1))
        if not section.costs:
            self.add_button(
                "✕", translate("ui.form", "この項目を削除する（元に戻せます）"), self.delete_section
            )
        text = FieldRow(
            document, Field(place.section(section.id, "text"), "本文"), self, area=1 if section.costs else 4
        )
        if section.costs and isinstance(text.editor, TextArea):
            text.editor.setPlaceholderText(translate("ui.form", "表の前に置く文（なければ空欄のまま）"))
        self.add(text)
        self._text = text
        self.table: CostTable | None = None
        self._tables: TableCards | None = None

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot; text that is last year's is marked until it is touched."""
        if self._tables is None and tables_of(snapshot.request, self.key):
            self._make_tables()
        super().show_snapshot(snapshot, findings)
        is_carried = any(section.id == self.key and section.carried for section in snapshot.request.sections)
        if is_carried == self._carried.isHidden():
            self._carried.setVisible(is_carried)

    def _make_tables(self) -> None:
        """Make room for tables below the text; most sections have none."""
        from ui.section_tables.table_card import TableCards

        self._tables = TableCards(self._document, self.key, self)
        self._tables.arranged.connect(self.tables_changed)
        self.body.insertWidget(self.body.indexOf(self._text) + 1, self._tables)
        self.panes.insert(self.panes.index(self._text) + 1, self._tables)

    def add_table(self) -> None:
        """Add a blank table to the section and go to its first heading."""
        table = blank_table(self.key)
        self._put_table(table)

    def paste_table(self, block: Block) -> None:
        """Add a block of cells, the headings first, as a table of the section."""
        from templates.readers.section_table import section_table

        self._put_table(section_table(block, self.key, self._document.snapshot.standard))

    def _put_table(self, table: SectionTable) -> None:
        self._document.edit(translate("ui.form", "表の追加"), add_part(self._document.request, table))
        self.focus_place(place.table_column(table.columns[0].id, "heading"))

    def focus_body(self) -> None:
        """Take the focus to the cost table, or the text: not to the heading, which a keystroke would replace."""
        (self.table or self._text.editor).setFocus(Qt.FocusReason.TabFocusReason)

    def move_section(self, step: structure.Step) -> None:
        """Move the section up or down within its frame."""
        self._document.edit(
            translate("ui.form", "項目の移動"), structure.move_section(self._document.request, self.key, step)
        )

    def delete_section(self) -> None:
        """Delete the section."""
        self._document.edit(
            translate("ui.form", "項目の削除"), structure.delete_section(self._document.request, self.key)
        )


class Narrative(QWidget):
    """The sections of one frame (事業内容, これまでの取組と成果), in their order, and the button for one more."""

    costs_made = Signal(object)  # the CostTable

    def __init__(self, document: Document, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._frame = frame
        self._cards: dict[str, SectionCard] = {}
        self.costs: CostTable | None = None
        self.view_bar: ViewBar | None = None
        self._add = push_button(translate("ui.form", "＋ 項目を追加"), self._add_section, self, edits=True)
        self._layout = lay_column(self, self._add, spacing=12)
        self._order: list[str] = []

    def make_cards(self, snapshot: Snapshot) -> Iterator[SectionCard]:
        """Make the cards of a snapshot one after the other, each when the next one is asked for; a large one in pieces."""
        for section in snapshot.request.sections:
            if section.stands_in == self._frame:
                for card in self._pieces(section):
                    if section.id not in self._cards:
                        self._cards[section.id] = card
                        self._layout.insertWidget(len(self._order), card)
                        self._order.append(section.id)
                        card.tables_changed.connect(self._order_tabs)
                    yield card
        self._order_tabs()

    @property
    def cards(self) -> list[SectionCard]:
        """The cards in their order."""
        return [self._cards[section_id] for section_id in self._order]

    def focus_place(self, where: Place) -> bool:
        """Take the focus to a place of a section."""
        return any(card.focus_place(where) for card in self.cards)

    def arrange(self, snapshot: Snapshot) -> None:
        """Make and drop cards as sections come and go, and put them in their order."""
        sections = [section for section in snapshot.request.sections if section.stands_in == self._frame]
        order = [section.id for section in sections]
        if order == self._order:
            return
        focus, vacated = QApplication.focusWidget(), None
        for gone in set(self._cards) - set(order):
            card = self._cards.pop(gone)
            if focus is not None and card.isAncestorOf(focus):
                vacated = self._order.index(gone)
            self._layout.removeWidget(card)
            card.deleteLater()
        for index, section in enumerate(sections):
            if section.id not in self._cards:
                *_, self._cards[section.id] = self._pieces(section)
                self._cards[section.id].tables_changed.connect(self._order_tabs)
            self._layout.removeWidget(self._cards[section.id])
            self._layout.insertWidget(index, self._cards[section.id])
        self._order = order
        self._order_tabs()
        if vacated is not None:  # the focus goes on to the section that took the place
            if order:
                self.focus_place(place.section(order[min(vacated, len(order) - 1)], "heading"))
            else:
                self._add.setFocus()

    def _order_tabs(self) -> None:
        """Have Tab go through the sections in their order, each from its hint on, and then to the button for one more."""
        stops: list[QWidget] = []
        for card in self.cards:
            hint = [] if card.hint is None else list(tab_stops(card.hint))
            stops += [*hint, *(stop for stop in tab_stops(card) if stop not in hint)]
        put_before(stops, self._add)

    def _pieces(self, section: Section) -> Iterator[SectionCard]:
        """Make the card of a section; with the cost tables it is given three times, whole the last time."""
        card = SectionCard(self._document, section, self)
        if section.costs:
            card.is_whole = False
            card.hide()  # until all of it is there
            yield card
            costs = TablePane(lambda pane: CostTable(self._document, pane), card)
            self.costs = card.table = costs.table
            self.view_bar = ViewBar(costs.table, card)
            self.view_bar.stackUnder(costs)  # it is read out before the table too
            card.body.addWidget(self.view_bar)
            card.add(costs)
            card.add(WordsNote(_object_class_words, translate("ui.form", "節別の計"), card))
            yield card
            hint = PlainLabel(
                translate(
                    "ui.form",
                    "金額は「=」か式（20,845円×11か月）でも入力できます。"
                    "Enter 下へ・Tab 右へ・F2 編集・Alt+Shift+→ 内訳にする・Ctrl+- 行の削除・左端の点をつかんで移動。"
                    "ほかの操作は右クリックか［行］［積算］メニューから。Excelの範囲をそのまま貼り付けられます。",
                ),
                card,
                kind="hint",
                wraps=True,
            )
            card.body.addWidget(hint)
            title = PlainLabel("債務負担行為", card, kind="cardTitle")
            card.body.addWidget(title)
            commitments = TablePane(lambda pane: CommitmentTable(self._document, pane), card)
            card.add(commitments)
            card.add(CommitmentDetail(self._document, commitments.table, card))
            card.add(CommitmentChart(card))
            card.add(WordsNote(_unshown_words, translate("ui.form", "図にない債務負担行為"), card))
            self.costs.commitment_wanted.connect(commitments.table.write_for)
            card.is_whole = True
            card.show()
            self.costs_made.emit(self.costs)
        yield card

    def _add_section(self) -> None:
        section_id = new_id()
        request = structure.add_section(self._document.request, self._frame, section_id)
        self._document.edit(translate("ui.form", "項目の追加"), request)
        self.focus_place(place.section(section_id, "heading"))


def _object_class_words(snapshot: Snapshot) -> str:
    totals, standard = snapshot.totals, snapshot.standard
    found = object_class.subtotals(totals.groups, totals.year.year, standard)
    return explain.object_classes(found, standard.printing.minus_on_screen)


def _unshown_words(snapshot: Snapshot) -> str:
    picture = outlook(snapshot.request, snapshot.totals)
    sentences = unshown(picture, snapshot.standard.printing.minus_on_screen) if picture else []
    return "".join(f"{sentence}。" for sentence in sentences)
