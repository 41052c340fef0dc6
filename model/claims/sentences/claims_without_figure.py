"""What a sentence says of a figure without one of its own: that it goes up or down or stays, that a line is new."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from model.claims.labels.sheet_labels import Signs
from model.claims.sentences.certain_labels import names_another
from model.claims.sentences.figure_claim import FigureClaim, claim_of
from model.claims.sentences.quantity_labels import QuantityLabel
from model.claims.sentences.sentence_signs import SentenceSigns
from model.claims.sentences.signs_as_one import YEAR_SIGNS
from model.values.pattern import lazy_pattern

_S: Final = Signs  # short, for it stands in every pattern
_MOST: Final = 20  # directions of a sentence that are read
_OF_MONEY: Final = lazy_pattern("増額|減額|同額|[上下]回(?=る額)")
_AS_ANOTHER: Final = lazy_pattern(r"(?:の[増減][^、。はと]{0,3})?と")
"""Between a name and 同額: another figure is as much as that one, 「一般財源の増は診療所運営費補助金の増加額と同額」."""
_OWN_AMOUNT: Final = lazy_pattern(
    rf"\A\s*(?:{_S.MONEY}\(?|\({_S.MONEY}\)|は、?{_S.QUANTITY}(?:であり|で)、?)"
)
_SAID_ALONE: Final = lazy_pattern(rf"は[^、。{_S.QUANTITY[1:-1]}{YEAR_SIGNS}]*")
_NEW_IS: Final = lazy_pattern(
    rf"として?は?、?{_S.NAME}|(?:し|した|する|している)?(?:もの|の)は、?{_S.NAME}|{_S.NAME}(?=[をは])|は、?{_S.NAME}(?=(?:\({_S.MONEY}\))?(?:である|であり|です|のみ))"
    rf"|に?[^、。は\ue000-\uf8ff]{{0,20}}(?:である|です|する)\({_S.NAME}(?={_S.MONEY}\))"
)
"""「新規事業は診療所運営費補助金であり」: the name behind is what is new."""
_OF_SOME_LINES: Final = lazy_pattern("(?:とな[るっ]た?|する|した|している|で、)?(?:経費|費目|項目|もの|の)は")
"""Behind a direction that only some lines have: 「前年度から増額する経費は3つ」."""
_OF_OTHER_YEARS: Final = lazy_pattern(f"[{_S.COMPARED}{_S.BEFORE}{_S.OTHER_YEAR}]")
_NOT_BEFORE: Final = lazy_pattern(
    rf"[{_S.BEFORE}{_S.LAST}](?:に?は|の)?(?:予算)?(?:の?(?:計上|措置))?額?(?:は|が|も)?(?:なく|ない(?:ため|ことから|が)?|なかった(?:ため|ことから|が)?|(?:して|されて)い(?:ない|なかった)(?:ため|ことから|が)?|せず)、?"
)
"""「前年度の予算措置がなく、」: that is what makes it new."""
_NEW_MARK: Final = lazy_pattern(
    rf"(?:\A|\s|[・○])[【〔\[(<〈《]新規[】〕\])>〉》]\s*(?P<name>{_S.LINE})|\A新規:\s*(?P<first>{_S.LINE})"
)
_GOES_ON: Final = ("者", "所", "主")
"""Behind 新規事業 letters of another word: 「新設する事業所」."""
_EACH: Final = lazy_pattern(rf"(?:{_S.NAME}(?:、|及び|並びに|と|・|や)){{1,12}}\Z")
_ALL_OF_THEM: Final = (
    "については、いずれも",
    "については、ともに",
    "はいずれも",
    "は、いずれも",
    "はともに",
    "は、ともに",
    "はそれぞれ",
    "は、それぞれ",
)


def directions(sentence: SentenceSigns) -> Iterator[FigureClaim]:
    """Directions that no quantity stands beside: 「標準事務費は前年度と同額とする」."""
    for match in islice(sentence.patterns.way_said.finditer(sentence.signs), _MOST):
        front = sentence.signs[: match.start()]
        before, sign, gap = _last_name(front)
        gap = _OWN_AMOUNT.sub("", gap)
        if (
            (sign and "全体" in gap)
            or re.search(_S.QUANTITY, gap)
            or _S.OTHER_YEAR in front
            or sentence.patterns.elsewhere.search(front)
            or (not sign and _OF_SOME_LINES.match(sentence.signs, match.end()))
            or (sign and _AS_ANOTHER.fullmatch(sentence.patterns.about.sub("", gap)))
        ):
            continue
        if _OF_MONEY.match(sentence.signs, match.start()) and gap.startswith("は") and _S.COMPARED in gap:
            gap = gap.rpartition("、")[2]  # 「…は、対象者の増加を見込み、前年度から増額した」
        if not sentence.patterns.is_filler(gap) or (not sign and _S.COMPARED not in front):
            continue
        each = _EACH.search(before) if gap.startswith(_ALL_OF_THEM) else None
        if sign in sentence.mentions and each is None and names_another(before):
            continue
        is_of_line = sentence.places.get(sign, "").startswith("line/")
        if sign in sentence.mentions or is_of_line or sentence.patterns.is_filler(before):
            label = QuantityLabel(sign, before, gap, is_certain=bool(sign) or sentence.is_first)
            for one in (*re.findall(_S.NAME, each.group() if each else ""), sign):
                way = sentence.patterns.direction_of(match["word"] or match["aim"])
                about = front.removesuffix(_S.COMPARED)  # 「ほぼ前年度並み」
                yield claim_of(sentence, label._replace(sign=one), "change", None, way, about, "")


def _last_name(front: str) -> tuple[str, str, str]:
    """What stands before the last name of some signs, the name, and what stands behind it; all behind "" where none is named."""
    named = list(re.finditer(_S.NAME, front))
    if not named:
        return "", "", front
    return front[: named[-1].start()], named[-1].group(), front[named[-1].end() :]


def newness(sentence: SentenceSigns) -> Iterator[FigureClaim]:
    """Lines that are said to be new: 「電子書籍利用料は新規に要求する」, 「【新規】電子書籍利用料」."""
    if mark := _NEW_MARK.search(sentence.signs):
        label = QuantityLabel(mark["name"] or mark["first"], "", "", is_certain=True)
        yield claim_of(sentence, label, "new", None, None, "", "")
    for match in sentence.patterns.newness.finditer(sentence.signs):
        named = _NEW_IS.match(sentence.signs, match.end())
        front = named.group() if named else sentence.signs[: match.start()]
        before, sign, gap = _last_name(front)
        if sign in sentence.mentions or sentence.places.get(sign, "").startswith("line/"):
            label = QuantityLabel(sign, before, gap, is_certain=True)
            gap = _NOT_BEFORE.sub("", gap)
            if _OF_OTHER_YEARS.search(gap):
                continue  # 「昨年度から新たに計上した」
            is_said = sentence.patterns.is_filler(gap) or _SAID_ALONE.fullmatch(gap)
            is_longer = sentence.signs.startswith(_GOES_ON, match.end())
            if is_said and not names_another(before) and not is_longer:
                yield claim_of(sentence, label, "new", None, None, front, "")
