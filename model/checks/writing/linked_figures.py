"""The check of linked figures (つないだ数字): the figure is there, and the words of the text say it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from model.checks.case import Case
from model.checks.finding import Fix
from model.checks.rule import Found, WholeCheck
from model.checks.texts import texts_beside_tables, texts_in_table
from model.links.anchors import stands
from model.links.figure_values import values_of
from model.links.forms import WORDS, shown
from model.names.figure_outline import figure_outline
from model.names.place_names import PlaceNames
from model.request.linked_figure import LinkedFigure
from model.request.place import Place

_SOURCE = "要求書の数字と文の一致"


@WholeCheck.rule(
    "linked-figure",
    "本文のつないだ数字は、つないだ先の数字と同じ。先の数字がなくなったら、文を確かめる。",
    _SOURCE,
    "error",
)
def linked_words_say_their_figure(case: Case) -> Iterator[Found]:
    """The words of a linked figure say what it is; one whose figure is gone or blank keeps its last words until they are looked at."""
    links = case.request.links
    if not links:
        return
    groups = chain.from_iterable(map(texts_in_table, case.request.groups))
    texts = dict(chain(texts_beside_tables(case.request), groups))
    values = values_of(figure_outline(case.request, case.totals, case.standard, case.results))
    names = PlaceNames(case.request, case.standard)
    for link in links:
        unlink = Fix("つながりを外す", link.place, link=link.id)
        words = shown(values.get(link.figure), link.form)
        if not stands(link, texts.get(link.place, "")):
            yield Found(
                link.place,
                f"つないだ数字「{link.shown}」が、文の元の場所にありません。文を確かめて、つながりを外してください。",
                fix=unlink,
            )
        elif link.figure not in values:
            yield Found(
                link.place,
                f"文の「{link.shown}」がつながっていた数字は、要求書からなくなりました。文を直すか、つながりを外してください。",
                fix=unlink,
            )
        elif words is None:
            yield Found(link.place, _cannot_say(link, names.where(link.figure)), fix=unlink)
        elif words != link.shown:
            yield Found(
                link.place,
                f"文の「{link.shown}」は{names.where(link.figure)}とつながっていますが、そこは今「{words}」です。文を今の数字にするか、つながりを外してください。",
                fix=Fix(f"文を「{words}」にする", link.place, words, link=link.id),
            )


def _cannot_say(link: LinkedFigure, figure: Place) -> str:
    """The sentence of words for which the figure has no value: blank, or 0 where the word says a direction."""
    if link.form in WORDS:
        return f"文の「{link.shown}」は{figure}とつながっていますが、そこは増えても減ってもいません。文を直してください。"
    return f"文の「{link.shown}」は{figure}とつながっていますが、そこは空欄です。額を入れると、文の数字も変わります。"
