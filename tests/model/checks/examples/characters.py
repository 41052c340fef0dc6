"""Examples for the rules of what stands in the texts: characters, personal data, the unit of a table, small lines."""

from __future__ import annotations

from msgspec.structs import replace

from model.edits.fields import set_value
from model.request.request import Line, Request
from tests.samples import one_line, set_values, with_lines


def written(text: str) -> Request:
    """A request whose section of costs has this text."""
    return set_value(one_line(), "section/costs/text", text)


def adjusted(by: int) -> Request:
    """A table of two lines and one that takes up what their roundings left."""
    return with_lines(
        Line("a", "報酬", None, 1_200), Line("b", "旅費", None, 300), Line("c", "端数調整", None, by)
    )


BROKEN: dict[str, Request] = {
    "16": adjusted(-3),
    "74": set_value(one_line(), "group/table/title", "1.運営費（単位：円）"),
    "75": set_values(written("前年度から△5千円"), [("line/only/remark", "委託の見直し▲300千円")]),
    "76": written("担当は\ue000田"),
    "76-plain": written("①端末の更新"),
    "77": written("申込先 taro@gmail.com"),
    "unseen": written("委託料\u202e円千000,1"),
    "long-sentence": written("端末を更新する、" * 126),
}

SOUND: dict[str, Request] = {
    "16": adjusted(-2),
    "74": set_value(one_line(), "group/table/title", "1.運営費（単位：件、千円）"),
    "75": set_values(written("前年度から△5千円"), [("line/only/remark", "▲は未着手を示す")]),
    "76": written("担当は﨑田、森鷗外、𠮟責、～－―"),
    "76-plain": written("(1)端末の更新、德島、≒"),
    "unseen": written("委託料\t1,000千円\n葛\U000e0100城、\U0001f468\u200d\U0001f33e"),
    "long-sentence": written("端末を更新する。" * 200),
    "77": replace(
        written("申込先 kikaku@pref.tottori.lg.jp 0857-26-7000"),
        contact=replace(one_line().contact, phone="0857-26-8319", email="jouhou@pref.tottori.lg.jp"),
    ),
}
