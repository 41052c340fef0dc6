"""A sentence in each section of the form that tells a newcomer what it is for, until it is closed for good."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from model.request.request import Request
from ui.form.sections import HEAD
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.widgets.buttons import small_button
from ui.widgets.cards import Card
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import lay_row

_COSTS: Final = "costs"
WORDS: Final[Mapping[str, str]] = {
    HEAD: QT_TRANSLATE_NOOP(
        "ui.form", "年度・予算・段階に合わせて様式が決まり、事業名は公表ページの題になります。"
    ),
    "total_cost": QT_TRANSLATE_NOOP(
        "ui.form", "ここには人役だけを入れ、人件費とトータルコストは計算に任せます。"
    ),
    "request": QT_TRANSLATE_NOOP(
        "ui.form", "要求額は下の経費の表から計算されるので、経費を書けばここに合計が入ります。"
    ),
    "content": QT_TRANSLATE_NOOP(
        "ui.form", "何をする事業なのかを、公表を読む人に分かる言葉で項目ごとに書きます。"
    ),
    _COSTS: QT_TRANSLATE_NOOP(
        "ui.form", "経費を1行ずつ書くと計が出て、金額の欄には =20,845円×11か月 のような式も書けます。"
    ),
    "continuing": QT_TRANSLATE_NOOP("ui.form", "継続費を設定する事業だけ、年度ごとの額を書きます。"),
    "results": QT_TRANSLATE_NOOP("ui.form", "これまでに取り組んだことと、その成果や課題を書きます。"),
    "comment": QT_TRANSLATE_NOOP("ui.form", "財政課が、査定の考え方を書きます。"),
    "cuts": QT_TRANSLATE_NOOP("ui.form", "財政課が、減額した経費とその額を書きます。"),
    "funding": QT_TRANSLATE_NOOP("ui.form", "国庫支出金や県債などの額を入れると、残りが一般財源になります。"),
    "terms": QT_TRANSLATE_NOOP("ui.form", "国庫支出金などの補助率や根拠を書きます。"),
    "finance": QT_TRANSLATE_NOOP("ui.form", "財政課が、計上する額とその財源を書きます。"),
}
"""What each section is for; of the narrative sections the first of each frame has one, and the one with the cost tables."""


class HintLine(QWidget):
    """A hint and the small button that closes it, which Tab reaches before the first field of the section."""

    def __init__(self, words: str, close: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        label = PlainLabel(words, self, kind="hint", wraps=True)
        tip = translate("ui.form", "このヒントを閉じる（［表示］→［項目のヒントを出す］で戻せます）")
        # no ✕: above it one deletes the section
        self.button = small_button(translate("ui.form", "閉じる"), close, self, tip=tip)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.setAccessibleName(translate("ui.form", "ヒントを閉じる: {words}").format(words=words))
        lay_row(self, label, wide=label).addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)


def show_hints(
    cards: Iterable[Card], request: Request, closed: Collection[str], close: Callable[[str], object]
) -> None:
    """Put the hints that are not closed below the titles of cards, where they are not yet.

    Args:
        cards: the cards of the form that are made.
        request: has the narrative sections.
        closed: the names of the hints that were closed.
        close: keeps the name of one that is closed now.
    """
    names = {name: name for name in WORDS} | _narrative_names(request)
    for card in cards:
        name = names.get(card.key, "")
        if name in WORDS and name not in closed and card.is_whole and card.hint is None:
            _put_hint(card, name, close)


def hide_hints(cards: Iterable[Card]) -> None:
    """Take the hints of cards away."""
    for card in cards:
        card.show_hint(None)


def _put_hint(card: Card, name: str, close: Callable[[str], object]) -> None:
    def close_line() -> None:
        had_focus = line.button.hasFocus()
        card.show_hint(None)
        close(name)
        if had_focus:
            card.focus_body()

    first = card.first_typed_in()
    line = HintLine(translate("ui.form", WORDS[name]), close_line, card)
    card.show_hint(line)
    if first is not None:
        # Not by asking Qt for what is reached before: a form whose chain was asked for is never let go of.
        QWidget.setTabOrder(first, line.button)
        QWidget.setTabOrder(line.button, first)


def _narrative_names(request: Request) -> dict[str, str]:
    """The names of the hints of narrative sections, by the keys of their cards."""
    found: dict[str, str] = {}
    for section in request.sections:
        name = _COSTS if section.costs else section.stands_in
        if name not in found.values():
            found[section.id] = name
    return found
