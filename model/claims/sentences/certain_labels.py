"""Whether a quantity is certainly of the label that it stands with: nothing else in the sentence could make it another figure.

A line is known by its name alone; a label of the sheet may be of a part of the project, of another year or another body.
"""

from __future__ import annotations

import re
from typing import Final

from model.claims.labels.sheet_labels import Signs
from model.claims.sentences.sentence_signs import SentenceSigns
from model.request import place
from model.values.pattern import lazy_pattern

_S: Final = Signs  # short, for it stands in every pattern
PAST_CLAUSE: Final = lazy_pattern(
    rf"\A.*(?:[ただ](?:が|ところ、?|のに対して?)|{_S.QUANTITY}から{_S.QUANTITY}[^、]*"
    rf"|[{_S.BEFORE}{_S.LAST}]の?{_S.QUANTITY}(?:に対し|に比べ|と比べ|から|を)[^、。{_S.QUANTITY[1:-1]}]{{0,12}})、"
)
"""What was, before a sentence comes to what is: 「前年度は正職員のみで対応していたが、」."""
SAYS_MORE: Final = lazy_pattern(rf"(?<={_S.QUANTITY})\([^()]*\)")
"""A bracket that says more of the quantity before it, and nothing of those behind: 「国庫 31,000千円(前年度 28,000)、」."""
PART_IN_BRACKET: Final = lazy_pattern(r"\s*[(【\[〔]")
"""A bracket right behind a name says of which part of it an amount is: 「防護柵整備(国補正分) 20,000千円」."""
_AND_ANOTHER: Final = lazy_pattern(rf"[一-鿿ァ-ヺー{_S.PROJECT}{_S.LINE[1:-1]}](?:及び|並びに|と)\Z")
"""Behind other things, 「図書館資料の充実と」, a name is part of what they are together."""
_BESIDE_PEOPLE: Final = lazy_pattern(rf"{_S.LABEL}{_S.PEOPLE}のほか(?:、|に)?")
_BEFORE_THIS: Final = lazy_pattern(rf"\A[^{_S.QUANTITY[1:-1]}]*、(?={_S.OWN}の?(?:{_S.PROJECT}|補正))")
"""「審査に当たる職員として、今回の補正で正職員0.5人を」: all that the 補正 asks."""
OF_SHEET: Final = (
    place.REQUEST_AMOUNT,
    place.cost("request", "total"),
    place.cost("total", "expense"),
    "assessment/amount",
)
_BEHIND_CLAUSE: Final = ("、", _S.OWN, f"{_S.OWN}の")
_NOTHING: Final = lazy_pattern(rf"{_S.LAST}[:\s]*{_S.MONEY}、|[\s。{_S.OWN}]")
_SAYS: Final = lazy_pattern(r"[はがをにで]|として")
BESIDE: Final = lazy_pattern(
    rf"\A\([^(){_S.BEFORE}{_S.LAST}{_S.COMPARED}]*+[{_S.BEFORE}{_S.LAST}{_S.COMPARED}][^()]*+\)"
)
"""What an amount is compared with: 「66,500千円(前年度57,400千円)を要求する」."""
_OF_UNNAMED: Final = lazy_pattern(
    rf"\A[^。{_S.NAME[1:-1]}{_S.OWN}{_S.PROJECT}{_S.BEFORE}{_S.LAST}{_S.QUANTITY[1:-1]}]*{_S.MONEY}は、"
)
"""「フォーラムの経費1,250千円は、会場借上げ450千円に」: what is named behind is a part of that."""
_OF_IT: Final = lazy_pattern(r"のうち、?\Z")
_LISTED: Final = lazy_pattern(rf"(?:、|及び|と){_S.LABEL}(?:は|が|で)?\s?{_S.QUANTITY}")
"""Another label with its figure: 「財源は、起債30,000千円、一般財源5,000千円である」."""


def is_certain_of(sentence: SentenceSigns, sign: str, before: str, gap: str, back: str) -> bool:
    """Whether a quantity is plainly of its label: of a line by its name alone, else nothing else stands in the sentence."""
    is_sentence = (
        _SAYS.search(gap)
        or _S.COMPARED in gap
        or _LISTED.match(back)
        or sentence.patterns.predicate.match(back)
        or (gap.endswith("(") and back.startswith(")"))
    )
    if mention := sentence.mentions.get(sign):
        is_plain = not (names_another(before) or "うち" in gap or _OF_UNNAMED.match(before))
        is_alone = not mention.is_near or sentence.patterns.is_filler(re.split(r"[、。]|は", before)[-1])
        return is_plain and is_alone and bool(is_sentence or not mention.is_near)
    label = sentence.label_of.get(sign, "")
    is_of_line = label in sentence.words.limits or sentence.places.get(sign, "").startswith("line/")
    if is_of_line and re.search(_S.LINE, before):
        before = _OF_IT.sub("", before)  # 「電子書籍利用料のうち、10月〜3月は」
        return bool(is_sentence) and not names_another(before) and "うち" not in before + gap
    beside = [sentence.places.get(other, "") for other in re.findall(_S.LABEL, before)]
    if not is_of_line and any(where.startswith("line/") for where in beside):
        return False  # 「事務費の現計予算額は」: of a line with few letters
    before = SAYS_MORE.sub("", PAST_CLAUSE.sub("", before))
    rest = re.sub(_S.NAME if is_of_line else _S.LABEL, "", before)
    if sentence.places.get(sign, "").startswith("headcount/"):
        rest = _BEFORE_THIS.sub("", _BESIDE_PEOPLE.sub("", before))
        return sentence.patterns.is_sheet_filler(re.sub(_S.LABEL, "", rest)) and not PART_IN_BRACKET.match(
            BESIDE.sub("", back)
        )
    # labels that only this sheet's figures have may follow a clause about other things
    is_of_sheet = sentence.places.get(sign, "") in OF_SHEET and before.endswith(_BEHIND_CLAUSE)
    if not (is_of_sheet or sentence.patterns.is_sheet_filler(rest)):
        return False
    if sign == _S.LAST:
        return True
    is_own = label in sentence.words.asked_labels or sign in (_S.OF_YEAR, _S.TOTAL_COST)
    is_own = is_own and not (_NOTHING.sub("", before) or BESIDE.sub("", back).strip("。 "))
    is_line_of_its_own = is_own and ("…" in gap or ":" in gap or before.endswith(_S.OWN))
    return bool(
        is_sentence or is_line_of_its_own or _S.PROJECT in before or label in sentence.words.whole_labels
    )


def names_another(before: str) -> bool:
    """Whether another name comes before it, of which the sentence claims nothing: 「集約センター経費及び標準事務費 18,553千円」."""
    return _AND_ANOTHER.search(before) is not None
