"""The page on which two writers' changes of one request become one: what collides is decided, row by row, by the keys."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QWidget

from model.differences.merge import CollisionWords, decide, in_words, merge, taken
from model.differences.sides import Decision, Key
from model.request.request import Request
from model.standard.standard import Standard
from templates.comparison.comparison_table import sides, way_label
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.review.report_pane import Entry, EntryList
from ui.review.word_table import WordTable
from ui.widgets.buttons import push_button
from ui.widgets.cover_page import CoverPage
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import lay_row
from ui.widgets.style import DECLARED_FILL, paper

_WIDTH: Final = 1_500
_COLUMN_OF: Final[Mapping[Decision, int]] = {"mine": 1, "theirs": 2, "base": 3, "both": 4}
_CHOICE_KEYS: Final[Mapping[int, Decision]] = {
    Qt.Key.Key_1.value: "mine",
    Qt.Key.Key_2.value: "theirs",
    Qt.Key.Key_3.value: "base",
    Qt.Key.Key_4.value: "both",
}
_KEY_WORDS: Final[Mapping[Decision, str]] = {
    "mine": QT_TRANSLATE_NOOP("ui.review", "1 自分"),
    "theirs": QT_TRANSLATE_NOOP("ui.review", "2 相手"),
    "base": QT_TRANSLATE_NOOP("ui.review", "3 もと"),
    "both": QT_TRANSLATE_NOOP("ui.review", "4 両方"),
}
_HINT: Final = QT_TRANSLATE_NOOP(
    "ui.review",
    "「{who}」にも変更があります。両方の変更を一つに合わせます。"
    "合わせるまで、あなたの入力もファイルも変わりません（Esc でやめます）。",
)
_HINT_WITHOUT_BASE: Final = QT_TRANSLATE_NOOP(
    "ui.review",
    "「{who}」と一つに合わせます。もとの要求書が分からないので、違うところはすべて尋ね、片方にだけある行は残します。"
    "合わせるまで、あなたの入力もファイルも変わりません（Esc でやめます）。",
)


class MergePage(CoverPage):
    """Collisions with a choice for each; what does not collide is taken already and is listed below them.

    Attributes:
        table: the collisions; None where there are none.
        state: how many are decided, and the keys that decide.
    """

    decided = Signal(object)  # the merged Request

    def __init__(
        self, base: Request | None, mine: Request, theirs: Request, standard: Standard, who: str = ""
    ) -> None:
        """Make the page of the request that is open here (``mine``) and as the file has it now.

        ``base`` is as this writer opened or last saved it; None where it is not known. ``who`` is the other writer, or the name of
        the file; "" where neither is known.
        """
        self.merged = merge(base, mine, theirs)
        self._collisions = in_words(self.merged, standard)
        self._choices: dict[Key, Decision] = {}
        count = len(self._collisions)
        super().__init__(
            translate("ui.review", "変更を合わせる: 決めるところが{count}か所あります").format(count=count) if count else translate("ui.review", "変更を合わせる: ぶつかるところはありません"),
            translate("ui.review", _HINT_WITHOUT_BASE if base is None else _HINT).format(who=who or translate("ui.review", "相手")),
            translate("ui.review", "合わせる"), translate("ui.review", "やめる"),
        )  # fmt: skip
        self._is_base_known = base is not None
        self.card.setMaximumWidth(_WIDTH)
        self.table: CollisionTable | None = self._make_table() if count else None
        self.state = PlainLabel(self.card, kind="hint")
        if self.table is not None:
            self.inner.addWidget(self.state)
        entries = [
            Entry(
                f"【{way_label(difference)}】{difference.section}　{difference.what}\n{' → '.join(sides(difference))}"
            )
            for difference in taken(self.merged, standard)
        ]
        self.taken_sentence = (
            translate("ui.review", "相手の変更 {count}か所は、ぶつからないのでそのまま取り入れます。").format(
                count=len(entries)
            )
            if entries
            else translate("ui.review", "ほかに取り入れる相手の変更はありません。")
        )
        self.add_words(
            translate("ui.review", "{taken_sentence}あなたの変更は残ります。").format(
                taken_sentence=self.taken_sentence
            ),
            "cardTitle",
        )
        if entries:
            self.taken_list = EntryList(translate("ui.review", "取り入れる相手の変更"), entries, self.card)
            self.taken_list.clearSelection()  # the table has the focus
            self.inner.addWidget(self.taken_list, 1 if count else 3)
        else:
            self.inner.addStretch(1)
        self.accepted.connect(self._finish)
        self._say_state()

    @property
    def undecided(self) -> list[int]:
        """The rows of the collisions that are not decided."""
        return [row for row, collision in enumerate(self._collisions) if collision.key not in self._choices]

    def take_focus(self) -> None:
        """Begin at the first collision; where there is none, at the button that goes on."""
        widget: QWidget = self.open if self.table is None else self.table
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, row: int, choice: Decision) -> None:
        """Decide a collision; what cannot be chosen there is left alone."""
        self._choose([row], choice)

    def _choose(self, rows: Iterable[int], choice: Decision) -> None:
        assert self.table is not None
        for row in rows:
            if choice in self._choosable(self._collisions[row]):
                self._choices[self._collisions[row].key] = choice
                self.table.show_choice(row, choice)
        self._say_state()

    def _choosable(self, collision: CollisionWords) -> tuple[Decision, ...]:
        """What can be chosen for a collision."""
        base: tuple[Decision, ...] = ("base",) if self._is_base_known else ()
        both: tuple[Decision, ...] = ("both",) if collision.both else ()
        return ("mine", "theirs", *base, *both)

    def _choose_and_go_on(self, row: int, choice: Decision) -> None:
        """Decide a collision by a key, and go to the next one that is not decided."""
        self.choose(row, choice)
        if self.undecided and self._collisions[row].key in self._choices:
            self._go_to_undecided()

    def _make_table(self) -> CollisionTable:
        every = {choice for collision in self._collisions for choice in self._choosable(collision)}
        self._keys = translate("ui.review", "、").join(
            translate("ui.review", words) for choice, words in _KEY_WORDS.items() if choice in every
        )
        table = CollisionTable(self._collisions, every, self.card)
        table.choice_made.connect(self._choose_and_go_on)
        table.entered.connect(lambda _: self._finish())
        mine = push_button(
            translate("ui.review", "残りはすべて自分"), lambda: self._choose_rest("mine"), self.card
        )
        theirs = push_button(
            translate("ui.review", "残りはすべて相手"), lambda: self._choose_rest("theirs"), self.card
        )
        self.inner.addWidget(table, 3)
        self.inner.addLayout(lay_row(None, mine, theirs, None))
        return table

    def _choose_rest(self, choice: Decision) -> None:
        self._choose(self.undecided, choice)
        self.take_focus()

    def _finish(self) -> None:
        """Give the merged request; while something is not decided, go to that instead."""
        if not self.undecided:
            self.decided.emit(decide(self.merged, self._choices))
            return
        self._go_to_undecided()
        self.take_focus()

    def _go_to_undecided(self) -> None:
        assert self.table is not None
        rows, here = self.undecided, self.table.currentRow()
        column = max(self.table.currentColumn(), _COLUMN_OF["mine"])
        self.table.setCurrentCell(next((row for row in rows if row > here), rows[0]), column)

    def _say_state(self) -> None:
        if self.table is not None:
            rest = len(self.undecided)
            self.state.setText(
                translate(
                    "ui.review",
                    "あと{rest}か所を決めてください。キー: {keys}（または ← → で選んで Space）。"
                    "決まったら Enter。",
                ).format(rest=rest, keys=self._keys)
                if rest
                else translate("ui.review", "すべて決まりました。Enter で合わせます。")
            )


class CollisionTable(WordTable):
    """The collisions: what was changed, and its value on each side, of which one is chosen."""

    choice_made = Signal(int, str)  # the row and the choice

    def __init__(
        self, collisions: Sequence[CollisionWords], choosable: Collection[Decision], parent: QWidget
    ) -> None:
        headings = [
            (translate("ui.review", "欄"), 260),
            (translate("ui.review", "自分（1）"), 0),
            (translate("ui.review", "相手（2）"), 0),
            (translate("ui.review", "もと（3）"), 0),
            (translate("ui.review", "両方（4）"), 0),
        ]
        super().__init__(translate("ui.review", "決めるところ"), headings, parent)
        for choice, column in _COLUMN_OF.items():
            self.setColumnHidden(column, choice not in choosable)
        self._said = [
            (collision.mine, collision.theirs, collision.base, collision.both) for collision in collisions
        ]
        for collision, said in zip(collisions, self._said, strict=True):
            self.add_row((f"{collision.section}\n{collision.what}", *said))
        self.setCurrentCell(0, _COLUMN_OF["mine"])

    def show_choice(self, row: int, choice: Decision) -> None:
        """Mark the value that was chosen."""
        font = QFont(self.font())
        for other, column in _COLUMN_OF.items():
            item = self.item(row, column)
            assert item is not None
            is_chosen = other == choice
            font.setBold(is_chosen)
            item.setFont(font)
            item.setText(f"{'● ' * is_chosen}{self._said[row][column - 1]}")
            item.setBackground(paper(DECLARED_FILL) if is_chosen else self.palette().base())
        self.words_changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 4 choose a value; Space chooses that of the current cell."""
        choice = _CHOICE_KEYS.get(event.key())
        if event.key() == Qt.Key.Key_Space:
            choice = next(
                (choice for choice, column in _COLUMN_OF.items() if column == self.currentColumn()), None
            )
        if choice is None or self.currentRow() < 0:
            super().keyPressEvent(event)
        else:
            self.choice_made.emit(self.currentRow(), choice)
