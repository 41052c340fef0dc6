"""What a writer does with linked figures in a text: take an offer, choose from the list, go to the source, unlink."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from model.document.document import Document
from model.edits.links import certain_links, insert_linked, link, links_in, text_at
from model.incremental.results import Results
from model.links.figure_values import LinkChoice, choices, holds_links, source_of
from model.links.offer import may_say_a_figure, offer
from model.names.figure_outline import SheetFigure, figure_outline
from model.request.linked_figure import LinkedFigure
from model.request.parts import delete_part
from model.request.place import Place
from model.values.identity import new_id
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.links.figure_list import FigureList
from ui.tables.sheet_table import table_around
from ui.widgets.editing.editors import TextEditor
from ui.widgets.editing.enclosing import enclosing
from ui.widgets.fields import FieldRow
from ui.widgets.labels import PlainLabel

OFFER_AFTER_MS: Final = 250
"""A pause in which the words before the caret are looked up: no key waits for it."""
_NO_TEXT: Final = QT_TRANSLATE_NOOP(
    "ui.links",
    "数字をつなげるのは、本文・注・処理欄などの文の中です。文の中にカーソルを置いてから選んでください。",
)
_NO_LINK: Final = QT_TRANSLATE_NOOP("ui.links", "カーソルの所に、つないだ数字はありません。")


class Linking(QObject):
    """Follows the text that has the focus; everything it changes is one step of undo."""

    def __init__(
        self,
        document: Document,
        view: QWidget,
        go_to: Callable[[Place], object],
    ) -> None:
        """Follow the texts of a view, over which hint and list stand."""
        super().__init__(view)
        self._document, self._view, self._go_to = document, view, go_to
        self._results = Results()  # of the figures, from one offer to the next
        self._editor: TextEditor | None = None
        self._offer: tuple[LinkChoice, int] | None = None
        self._hint: PlainLabel | None = None
        self.list: FigureList | None = None
        self._pause = QTimer(self, singleShot=True, interval=OFFER_AFTER_MS)
        self._pause.timeout.connect(self._look)
        document.subscribe(lambda _: self._withdraw())  # also of an undo, which is no key of the text
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)
        self._follow_focus(None, QApplication.focusWidget())

    @property
    def hint(self) -> str:
        """The offer that is in sight; "" for none."""
        return self._hint.text() if self._hint is not None and self._hint.isVisible() else ""

    def link_or_list(self) -> str:
        """Take the offer that is in sight, else open the list of figures at the caret; what is to be said of it."""
        area = self._area()
        if area is None:
            return translate("ui.links", _NO_TEXT)
        if self._offer is None:
            self._open_list(area)
            return ""
        choice, caret = self._offer
        self._take_offer(area, choice, caret)
        return translate("ui.links", "「{words}」を{label}とつなぎました。").format(
            words=choice.words, label=choice.figure.label
        )

    def count_certain(self) -> int:
        """How many words of the texts certainly are figures of the sheet and not linked yet."""
        return len(self._certain())

    def link_certain(self) -> str:
        """Link all words that certainly are figures of the sheet, as one step of undo; what is to be said of it."""
        found = self._certain()
        if not found:
            return translate(
                "ui.links", "文の中に、要求書の数字と確かめられてまだつながっていない数字はありません。"
            )
        self._document.edit(
            translate("ui.links", "確かな数字をつなぐ"), reduce(link, found, self._document.request)
        )
        return translate(
            "ui.links",
            "文の数字{count}か所をつなぎました。つないだ数字には下線が付きます（Ctrl+Zで戻せます）。",
        ).format(count=len(found))

    def _certain(self) -> tuple[LinkedFigure, ...]:
        return certain_links(self._document.request, self._figures())

    def go_to_source(self) -> str:
        """Go to the figure of the link at the caret; what is to be said where there is none."""
        linked = self._link_at_caret()
        if linked is None:
            return translate("ui.links", _NO_LINK if self._area() is not None else _NO_TEXT)
        self._go_to(source_of(linked.figure))
        return ""

    def unlink(self) -> str:
        """Make the words of the link at the caret ordinary words; what is to be said of it."""
        linked = self._link_at_caret()
        if linked is None:
            return translate("ui.links", _NO_LINK if self._area() is not None else _NO_TEXT)
        self._document.edit(
            translate("ui.links", "つながりを外す"),
            delete_part(self._document.request, LinkedFigure, linked.id),
        )
        return translate("ui.links", "「{shown}」はただの文字になりました。").format(shown=linked.shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go to the source of a linked figure that is clicked with Ctrl; an offer goes when the writer goes on."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            area = self._area()
            if area is not None and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                linked = self._link_at(area.position_at(event.position().toPoint()))
                if linked is not None:
                    self._go_to(source_of(linked.figure))
                    return True
        elif _goes_on(event):
            self._withdraw()
        return super().eventFilter(watched, event)

    def _area(self) -> TextEditor | None:
        """The text that has the focus and can hold linked figures."""
        editor = self._editor
        return editor if editor is not None and isValid(editor) and editor.hasFocus() else None

    @property
    def _place(self) -> Place:
        """The place of that text; "" where it can hold none."""
        if (row := enclosing(self._editor, FieldRow)) is not None:
            where: Place | None = row.place
        else:
            table = table_around(self._editor)
            where = table.cells.place_at(table.currentIndex()) if table is not None else None
        return where if where is not None and holds_links(where) else ""

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._withdraw()
        if self._editor is not None and isValid(self._editor):
            self._editor.typed.disconnect(self._pause.start)
            self._editor.removeEventFilter(self)
            self._editor.viewport().removeEventFilter(self)
        self._editor = new if isinstance(new, TextEditor) and self._view.isAncestorOf(new) else None
        if self._editor is not None and not self._place:
            self._editor = None
        if self._editor is not None:
            self._editor.typed.connect(self._pause.start)
            self._editor.installEventFilter(self)
            self._editor.viewport().installEventFilter(self)

    def _figures(self) -> tuple[SheetFigure, ...]:
        now = self._document.snapshot
        self._results.begin()
        return figure_outline(now.request, now.totals, now.standard, self._results)

    def _look(self) -> None:
        """Offer the figure that the words before the caret say, unless they are linked to one already."""
        area = self._area()
        if area is None or area.is_composing:
            return
        caret, text = area.caret, area.text()
        if not may_say_a_figure(text, caret) or self._link_at(caret) is not None:
            return
        found = offer(text, caret, self._figures())
        if found is not None:
            self._offer = found, caret
            self._show_hint(
                area,
                translate("ui.links", "{words} ＝ {label}　Ctrl+K でつなぐ").format(
                    words=found.words, label=found.figure.label
                ),
            )

    def _take_offer(self, area: TextEditor, choice: LinkChoice, caret: int) -> None:
        self._withdraw()
        self._put(
            translate("ui.links", "数字をつなぐ"), area, self._place, caret - len(choice.words), caret, choice
        )

    def _open_list(self, area: TextEditor) -> None:
        self._withdraw()
        begin, end = area.selected_span
        linked = self._link_at_caret() if begin == end else None
        if linked is not None:
            begin, end = linked.start, linked.end
        where = self._place
        now = linked.figure if linked is not None else None
        self.list = FigureList(
            list(choices(self._figures())),
            now,
            lambda choice: self._insert(area, where, begin, end, choice),
            lambda: self._close_list(area, where),
            self._view,
        )
        self.list.move(self._beside(area, self.list))
        self.list.show()
        self.list.raise_()
        self.list.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def _insert(self, area: TextEditor, where: Place, begin: int, end: int, choice: LinkChoice) -> None:
        self._close_list(area, where)
        self._put(translate("ui.links", "数字を入れる"), area, where, begin, end, choice)

    def _put(
        self, label: str, area: TextEditor, where: Place, begin: int, end: int, choice: LinkChoice
    ) -> None:
        """Put linked words in place of a stretch of a text, as one step of undo; the editor of a cell shows them too."""
        linked = LinkedFigure(new_id(), where, begin, choice.words, choice.figure.place, choice.form)
        self._document.edit(label, insert_linked(self._document.request, linked, end))
        if isValid(area):
            area.show_text(text_at(self._document.request, where))
            area.go_to(begin + len(choice.words))

    def _close_list(self, area: TextEditor, where: Place) -> None:
        """Close the list; the focus returns to the text, or to the cell whose editor was closed."""
        shown, self.list = self.list, None
        if shown is not None:
            had_focus = shown.search.hasFocus()
            shown.hide()
            shown.deleteLater()
            if had_focus and isValid(area) and area.isVisible():
                area.setFocus(Qt.FocusReason.PopupFocusReason)
            elif had_focus:
                self._go_to(where)

    def _link_at_caret(self) -> LinkedFigure | None:
        area = self._area()
        return self._link_at(area.caret) if area is not None else None

    def _link_at(self, position: int) -> LinkedFigure | None:
        found = links_in(self._document.request, self._place)
        return next((linked for linked in found if linked.start <= position <= linked.end), None)

    def _show_hint(self, area: TextEditor, words: str) -> None:
        if self._hint is None:
            self._hint = PlainLabel("", self._view, kind="cellHint")
            self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._hint.setText(words)
        self._hint.adjustSize()
        self._hint.move(self._beside(area, self._hint))
        self._hint.show()
        self._hint.raise_()

    def _withdraw(self) -> None:
        """The offer goes: it holds for the text as it is and the caret where it is."""
        self._offer = None
        self._pause.stop()
        if self._hint is not None:
            self._hint.hide()

    def _beside(self, area: TextEditor, shown: QWidget) -> QPoint:
        """Below the caret, or above it where the view ends; within the view."""
        caret = area.cursorRect()
        below = area.viewport().mapTo(self._view, caret.bottomLeft()) + QPoint(0, 4)
        top = below.y()
        if top + shown.height() > self._view.height():
            top = area.viewport().mapTo(self._view, caret.topLeft()).y() - shown.height() - 4
        left = max(0, min(below.x(), self._view.width() - shown.width()))
        return QPoint(left, max(0, top))


def _goes_on(event: QEvent) -> bool:
    """Whether the writer goes on with a key, a click or what is composed, whose keys come to no editor.

    Ctrl alone is none: it may become the Ctrl+K that takes an offer.
    """
    if isinstance(event, QInputMethodEvent):
        return bool(event.preeditString())
    if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
        return event.key() != Qt.Key.Key_Control
    return event.type() == QEvent.Type.MouseButtonPress
