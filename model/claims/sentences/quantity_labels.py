"""Which label a quantity of a sentence belongs to, and whether something makes it another figure.

The label is what stands before the quantity, or behind it, with words between that say nothing of their own (は, として, に係る経費は …);
where a sentence has none and nothing else stands before the quantity, it is 要求額. Any other word between the two makes it another
figure, and nothing is read.
"""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple, TypeAlias

from model.claims.labels.line_names import is_inner_letter
from model.claims.labels.sheet_labels import Signs
from model.claims.quantities.quantities import Quantity
from model.claims.sentences.certain_labels import BESIDE, PART_IN_BRACKET, is_certain_of, names_another
from model.claims.sentences.sentence_signs import SentenceSigns
from model.claims.sentences.signs_as_one import ARROW
from model.values.pattern import lazy_pattern

Aspect: TypeAlias = Literal[
    "value", "previous", "change", "new", "all", "used", "idle", "share", "part", "limit"
]
"""Which aspect of a figure a sentence states: its value this year, its value last year, the change between them; that a line is
new; that a source pays for all of the cost, for some, or for none; which share of it the figure is; a part of it; the limit of a commitment."""

_S: Final = Signs  # short, for it stands in every pattern

_NAMED: Final = lazy_pattern(rf"{_S.NAME}|{_S.LAST}")
_LABEL_BEHIND: Final = lazy_pattern(
    rf"(?:は|を|の|が|に|には|については|に?つ?いて)、?(?:全て|すべて|全額|[^、。\ue000-\uf8ff]{{1,8}}からの)?、?(?P<label>{_S.LABEL})(?:(?:での?|を|に|と|から)(?:措置|充|対応|賄|活用|見込|財源|ある|す|よる|より|なる|頼|依存|負担|支出|補[いう填]|求め|投じ)|[のが]負担)"
)
_LABEL_WITHOUT_FIGURE: Final = lazy_pattern(rf"{_S.LABEL}(?:及び|並びに|と|・)\Z")
"""「国庫支出金と基金繰入金で42,000千円」: neither is 42,000."""
_IN_BRACKET_AT_END: Final = lazy_pattern(r"\(\)。?\Z")
"""「往診車両は故障が多く、2台を更新する(4,300千円)。」"""
_OWN_BRACKET: Final = lazy_pattern(
    rf"\A\s*(?:は、?)?(?:{_S.MONEY})?\((?:{_S.BEFORE}[^()\ue000-\uf8ff]{{0,4}}|{_S.LAST}:?)?{_S.QUANTITY}(?:、{_S.QUANTITY})?\)"
)
"""The figure's own amounts in a bracket: 「900千円(前年度720千円)は、…180千円の増」."""
_WAS: Final = lazy_pattern(
    rf"(?<=[はをが])、?[{_S.BEFORE}{_S.LAST}]の?{_S.QUANTITY}(?:に対し|に比べ|と比べ|から|を)[^、。{_S.NAME[1:-1]}{_S.QUANTITY[1:-1]}]{{0,12}}、(?={_S.OWN})"
)
"""What a figure was, between its label and this year: 「会計年度任用職員は、前年度の1.5人から見直し、今年度は」."""
IN_ALL: Final = lazy_pattern(r"(?:合計|総額|全体|合わせて|計)(?:で|は)?\Z")
_WAS_BUDGETED: Final = lazy_pattern(
    r"を(?:予算)?(?:計上|要求|措置|予算化|お認め)(?:し|さ|いただ)|の予算|であった|だった|でした"
    rf"|(?:の規模で|をもって)(?:各[^、。を]{{1,8}}|本?事業|{_S.PROJECT})を"
)
_YEAR_BEFORE: Final = lazy_pattern(
    rf"{_S.BEFORE}(?:に?は|の{_S.PROJECT}費?は)?、?(?!.*補正予算)(?:[^、。\ue000-\uf8ff]{{0,8}}予算額?(?:で|として)?、?)?"
)
_WAS_ASKED: Final = lazy_pattern(
    rf"[{_S.BEFORE}{_S.LAST}]に(?:計上|要求|措置|予算化)(?:した|された|していた|いただいた)"
)
_ASKED_NOW: Final = lazy_pattern(rf"{_S.OWN}の?(?:当初)?(?:予算)?要求")
_IN_ALL_THIS_YEAR: Final = lazy_pattern(rf"{_S.OWN}(?:に?は)?、?(?:総額|合計|全体で)、?")
_OF_YEAR: Final = lazy_pattern(
    rf"(?:{_S.OWN}(?:の?(?:{_S.PROJECT}|補正)(?:予算)?)?[にで]?は|\A{_S.PROJECT}では?)、?{_S.QUANTITY}?.{{0,5}}(?:要求|要望|お願い)|\A[^。]*の予算を"
)
_PART_OF_IT: Final = lazy_pattern(
    rf"{_S.QUANTITY}の?うち|[増減]額?分?{_S.MONEY}の内訳|\Aの(?:うち)?約?{_S.PERCENT}"
)
"""「正職員2.4人のうち0.8人は電子書籍を、1.6人は」, 「要求額の14.2%に相当する」, 「要求額の増5,490千円の内訳は」."""
_NAMES_A_THING: Final = lazy_pattern(r"は、?[^、。]{0,8}[一-鿿]\Z")
_ADDED_UP: Final = lazy_pattern(
    rf"(?:、|と|及び)[^。は{_S.QUANTITY[1:-1]}]{{1,20}}{_S.MONEY}[^。は]{{0,60}}(?:を(?:合わせ|足し|加え)|の合?計|、計)"
)
"""「間伐の実施は、委託料64,800千円、工事費21,600千円を合わせて」: the amount is of the first thing, not of the whole."""
_OF_THE_WHOLE: Final = lazy_pattern(
    rf"{_S.QUANTITY}[^{_S.QUANTITY[1:-1]}]*、(?:(?:事業|予算)?全体|差し?引き?|(?:当初|最終)?予算額は)"
)
"""「印刷費を1,500千円に減らし、全体では7,100千円の減」, 「差引きでは」."""
_TOPIC: Final = lazy_pattern(
    rf"\A(?:財源の)?(?P<label>{_S.LABEL})(?:の(?:充当先|使途|内訳|対象|活用先))?(?:は、?|(?:\([^()]*\))?:\s*)(?={_S.LINE}|\Z|[^。{_S.QUANTITY[1:-1]}]{{0,30}}\Z)"
)
_REQUIRED: Final = "所要額"
_LINE_TOPIC: Final = lazy_pattern(
    rf"\A[・\s(]*(?P<line>{_S.LINE})(?:に?は|については|:)、?[^{_S.NAME[1:-1]}]*、\Z"
)
"""「修学資金貸付金は、50人に貸し付けるもので、所要額は60,000千円」: 所要額 is that of the line."""
_OF_THE_REST: Final = lazy_pattern(r"で、残[るり]|なく、")
"""Between a label and an amount that is not of it: 「34,880千円が一般財源で、残る7,350千円が」, 「その他の財源はなく、合計は」."""
_OF_NEXT_TOPIC: Final = lazy_pattern(rf"が(?:.*、[^、]*は、?|.*{_S.QUANTITY}.*(?:ことから|ため|結果)、)\Z")
"""Between a name and an amount of another: 「道路標識更新が4,700千円減額され、当初予算額は」, 「…に減額されたことから、」."""
_WAS_CUT: Final = lazy_pattern(r"[にを]?(?:減額|削減|圧縮|縮減|カット)され")
"""Behind what is left of a line that was cut: the sheet has no such figure."""
_TOPIC_OF: Final = lazy_pattern(
    rf"(?:は|については|としては)(?:[^{_S.MONEY[1:-1]}{_S.LINE[1:-1]}{_S.BEFORE}{_S.LAST}{_S.OTHER_YEAR}{_S.SPOILED}]*)"
)
_NEXT: Final = lazy_pattern(r"(?:については|として|では|に|は|が|を|も|、|:|\s|\(|約)*")
_WITH_IT: Final = lazy_pattern("との(?:合計|計|差)")
"""「人件費は38,990千円で、事業費との合計は」: the amount is of both."""
_IS: Final = ("は", "として", "は、")
_REST: Final = lazy_pattern(
    r"\A[^。\ue000-\ue4ff]*?(?:を除く|を除いた|不足する|残る|残りの|差し引いた|(?:事業|\ue603)全体では?)\Z"
    rf"|\A[^。{_S.QUANTITY[1:-1]}]*{_S.LABEL}{_S.MONEY}を(?:除いた|除く|差し引いた|充てた)(?:残り|残額|残余|[^、。\ue000-\uf8ff]{{0,5}}負担分?)?(?:、すなわち|の|のうち)?、?\Z"
)
"""What is left of the whole, or the whole: nothing before it makes it another."""
_LEFT: Final = lazy_pattern(
    rf"[^。{_S.LINE[1:-1]}{_S.BEFORE}{_S.LAST}{_S.OTHER_YEAR}{_S.SPOILED}]*(?:差し?引き?(?:残り?)?|残り|残る|残額|残余|不足する|不足|足りない|賄えない|[もて]なお)(?:額|分|部分)?[のは]?、?"
)
"""What other sources pay, and what is left: 「国庫支出金6,000千円を見込み、差引き」."""
_OF_SOURCES: Final = lazy_pattern("特定財源[はがも]")
"""特定財源 as a topic: its amount is the sum of several sources, which no cell of the sheet shows."""
_SOURCES_PAY: Final = lazy_pattern(rf"{_S.MONEY}|{_S.LABEL}(?:と|及び|や|、|・){_S.LABEL}")
"""Amounts or several sources that others pay: 「国費と県債で」."""
_IS_ASKED: Final = lazy_pattern(
    "(?:の(?:予算)?措置|の予算)?を(?:調整|追加|復活)?(?:計上|要求|要望|お願い|求め)(?:する|し(?!て)|した(?!が)|し?ている(?!が)|します|し?て(?:いる|います)。|。)"
)
_ASKED_IN_YEAR: Final = lazy_pattern(
    rf"(?:.*、)?{_S.OWN}(?:の?(?:{_S.PROJECT}|当初|補正)(?:予算)?)?(?:[にで]?は|において?は|として)、?[^。は{_S.NAME[1:-1]}{_S.QUANTITY[1:-1]}]*"
)
_ASKS_CHANGE: Final = lazy_pattern(
    rf"の(?:増額|減額)要求(?:。|\Z|で(?:ある|す)|とな)|を?(?:増額|減額|上積み|上乗せ)(?:し|して)、(?:{_S.OWN}(?:に?は|の{_S.ASKED}は)、?)?(?:総額)?{_S.MONEY}を?(?:要求|計上|お願い)"
)


class QuantityLabel(NamedTuple):
    """The name or label to which a quantity in a sentence belongs.

    Attributes:
        sign: the sign of a name or a label; "" where the sentence has none.
        before: the signs before it.
        gap: the signs between it and the quantity.
        is_certain: nothing stands in the sentence that could make it another figure.
        is_far: other words stand between it and the quantity.
    """

    sign: str
    before: str
    gap: str
    is_certain: bool
    is_far: bool = False

    @property
    def is_topic(self) -> bool:
        """Whether the clause that ends in the quantity is about it, and names nothing else that has an amount."""
        return bool(self.sign) and _TOPIC_OF.fullmatch(self.gap) is not None

    @property
    def is_next(self) -> bool:
        """Whether nothing but particles stands between it and the quantity."""
        return bool(self.sign) and _NEXT.fullmatch(self.gap) is not None


def label_of_quantity(
    sentence: SentenceSigns, quantity: Quantity, front: str, back: str
) -> QuantityLabel | None:
    """The label of a quantity: the name or label before it, or behind it, or 要求額 where nothing is named; None where it is unclear."""
    front = _REST.sub("", front)
    is_rest = _SOURCES_PAY.search(front) and _LEFT.fullmatch(front) and _LABEL_BEHIND.match(back)
    front = "" if is_rest else front
    named = list(_NAMED.finditer(front))
    if quantity.kind != "people":  # 「人件費は正職員1.4人分で11,040千円」
        named = [name for name in named if not sentence.places.get(name.group(), "").startswith("headcount/")]
    if named and not is_rest:
        return _named(sentence, named[-1], front, back)
    if _OF_SOURCES.search(front):
        return None
    if quantity.kind == "money" and _is_last_years(sentence, front, back):
        return QuantityLabel(_S.LAST, front, "", is_certain=sentence.is_first)
    if not sentence.patterns.is_sheet_filler(front):
        return _unsaid_far(front, back)
    if behind := _LABEL_BEHIND.match(back):
        return QuantityLabel(behind["label"], front, "", is_certain=True)
    return _unsaid(sentence, quantity, front, back)


def _named(sentence: SentenceSigns, name: re.Match[str], front: str, back: str) -> QuantityLabel | None:
    """The label of a quantity whose nearest name before it is given; None where the quantity is not plainly of it."""
    sign, before, gap = name.group(), front[: name.start()], front[name.end() :]
    mention = sentence.mentions.get(sign)
    if front.endswith("分") and re.search(_S.QUANTITY, gap):
        return None  # 「一般財源4,064千円は前年度と変わらず、増額分2,546千円は」
    if mention is None and sentence.patterns.of_another_body.search(before):
        return None
    if sentence.label_of.get(sign) == _REQUIRED and (topic := _LINE_TOPIC.match(before)) and gap in _IS:
        return QuantityLabel(topic["line"], "", "", is_certain=not sentence.mentions[topic["line"]].is_near)
    if mention is None and _LABEL_WITHOUT_FIGURE.search(before):
        return None
    topic = _TOPIC.match(before + sign) if mention else None
    if topic and sentence.places.get(topic["label"], "").startswith("funding/"):
        return None  # 「国庫支出金は、診療所の運営分として24,000千円」: a part of it
    if (mention and _OF_THE_WHOLE.search(gap)) or _PART_OF_IT.search(gap):
        return None
    if _NAMES_A_THING.match(gap) and _ADDED_UP.match(back):
        return None
    if mention is None and (_OF_THE_REST.search(gap) or _WITH_IT.match(gap)):
        return None
    if mention and (
        _OF_NEXT_TOPIC.match(gap) or (_WAS_CUT.match(back) and re.search(_S.GRANTED, sentence.signs))
    ):
        return None
    gap = _WAS.sub("", gap)
    is_filler = sentence.patterns.is_filler if mention else sentence.patterns.is_sheet_filler
    if is_filler(_OWN_BRACKET.sub("", gap).replace(ARROW, "")):
        return QuantityLabel(sign, before, gap, is_certain_of(sentence, sign, before, gap, back))
    if mention is None and is_inner_letter(gap[:1] or "、"):
        return None  # 「起債残高」 is no 起債
    if PART_IN_BRACKET.match(gap):
        return None
    if (names_another(before) or gap.startswith(("及び", "並びに", "と"))) and (
        far := _unsaid_far(front, back)
    ):
        return far
    if (
        gap.startswith(("は", "を"))
        and not re.search(_S.QUANTITY, front)
        and _IN_BRACKET_AT_END.match(gap[-1] + back)
    ):
        return QuantityLabel(sign, before, gap[0], is_certain=len(sentence.mentions) == 1)
    moneys = sum(other.kind == "money" for other in sentence.quantities.values())
    is_only = mention and not mention.is_near and len(sentence.mentions) == moneys == 1
    is_listed = (
        is_only and gap.startswith("は") and is_filler(gap.rpartition("、")[2]) and _IS_ASKED.match(back)
    )
    return QuantityLabel(sign, before, gap, is_certain=bool(is_listed), is_far=not is_only)


def _unsaid_far(front: str, back: str) -> QuantityLabel | None:
    """要求額, where an amount is asked for whatever the sentence names; only a slip of the hand makes it that."""
    is_asked = not re.search(_S.QUANTITY, front) and _IS_ASKED.match(back)
    return QuantityLabel("", front, "", is_certain=False, is_far=True) if is_asked else None


def _is_last_years(sentence: SentenceSigns, front: str, back: str) -> bool:
    """Whether a quantity that no label stands before is what was budgeted the year before."""
    return bool(
        (re.search(rf"{_S.BEFORE}[の(:]*\Z", front) and sentence.patterns.is_sheet_filler(front))
        or (_YEAR_BEFORE.fullmatch(front) and _WAS_BUDGETED.match(back))
        or _WAS_ASKED.fullmatch(front)
    )


def _unsaid(sentence: SentenceSigns, quantity: Quantity, front: str, back: str) -> QuantityLabel | None:
    """要求額, or the year before, where a sentence names no figure and speaks of nothing else."""
    unsaid = QuantityLabel("", front, "", is_certain=sentence.is_first)
    if quantity.kind == "people":
        return unsaid if quantity.written.endswith("役") and "うち" not in front else None
    is_change = sentence.patterns.change_label.search(front) and not front.endswith("分")
    is_change = is_change or asks_change(front, back)
    if quantity.kind != "money" or _S.COMPARED in front or is_change:
        return unsaid
    if _S.BEFORE in front:
        return None
    is_of_all = sentence.patterns.sums.search(front) and (
        _S.PROJECT in front or sentence.patterns.own_project.search(front) or _ASKED_NOW.search(front)
    )
    if is_of_all:
        return None if "補正前" in sentence.text else unsaid
    if _IN_ALL_THIS_YEAR.fullmatch(front) and back.startswith("を投じ"):
        return unsaid._replace(is_certain=False)
    back = BESIDE.sub("", back)
    is_of_year = _ASKED_IN_YEAR.fullmatch(front) and _IS_ASKED.match(back)
    is_first_word = not front and sentence.is_first and back.startswith("を要求し、")
    if (
        not (is_of_year or is_first_word or sentence.patterns.asks_for.match(back))
        or "補正前" in sentence.text
    ):
        return None
    is_whole = not sentence.has_reason or IN_ALL.search(front) or _OF_YEAR.search(front + back)
    return unsaid._replace(is_certain=sentence.is_first and bool(is_whole))


def asks_change(front: str, back: str) -> bool:
    """Whether an amount that no name stands before is how much more or less is asked for: 「7,100千円の減額要求です」."""
    return not front and _ASKS_CHANGE.match(back) is not None
