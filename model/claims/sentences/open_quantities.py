"""Whether a quantity may be of the figure that it is named with, or something makes it another: a limit, a price, a result of another year."""

from __future__ import annotations

import re
from typing import Final

from model.claims.labels.sheet_labels import Signs
from model.claims.quantities.counts import SHARE
from model.claims.sentences.certain_labels import OF_SHEET
from model.claims.sentences.quantity_labels import IN_ALL, Aspect, QuantityLabel
from model.claims.sentences.sentence_signs import SentenceSigns
from model.claims.sentences.signs_as_one import YEAR_SIGNS
from model.values.pattern import lazy_pattern

_S: Final = Signs  # short, for it stands in every pattern
_OF_ANOTHER: Final = lazy_pattern(
    "の(?!予算|経費|費用|事業費|要求|支出|負担|計上|補助|委託|見込|範囲|ほか|増|減|差|伸|計|うち|内)"
)
"""Behind an amount the thing that it is of: 「研修で1,200千円の手当を節減」."""
_ITS_WHOLE: Final = lazy_pattern("の(?:総額|合計)は、?")
"""「図書資料購入費の総額は」: that of the line."""
_LIST_OF: Final = lazy_pattern(r"(?P<topic>[^。、は]*+)は(?=[^。は\d]*+\d)[^。は]*+(?<=、)\Z")
"""The topic of a list of figures, which are figures of that topic: 「全体計画は延長2,860m、事業費2,140,000千円である」."""
_TAKEN_IN: Final = lazy_pattern("を(?:繰り?入れ|取り?崩)")
_BASE: Final = lazy_pattern(
    rf"の(?:{SHARE}|半分|半額|{_S.PERCENT})(?:である|で|の|、|に当たる|に相当する)、?(?:約)?{_S.MONEY}"
)
"""Behind an amount of which the next is a part: 「国庫は補助対象経費12,000千円の1/2で6,000千円」."""
_FROM: Final = lazy_pattern(rf"(?<={_S.QUANTITY})から\Z")


def is_open(
    sentence: SentenceSigns, label: QuantityLabel, aspect: Aspect, front: str, back: str, row: str = ""
) -> bool:
    """Whether nothing says that the quantity is another: a limit, a price, a part, a result of another year.

    ``row`` is the budget that it is of; what stood or was granted is written in the past tense.
    """
    rest = sentence.patterns.about.sub("", front.rstrip())
    mention = sentence.mentions.get(label.sign)
    if mention is not None and aspect == "value" and (_OF_ANOTHER.match(back) or _TAKEN_IN.match(back)):
        return False
    if aspect == "value" and label.gap and _BASE.match(back):
        return False
    is_sum = mention is None or not any(target.path for target in mention.targets)
    rest = IN_ALL.sub("", rest) if is_sum or _ITS_WHOLE.fullmatch(label.gap) else rest
    rest = _FROM.sub("", rest)
    if sentence.patterns.open_amount.search(rest):
        return False
    is_sure = label.is_certain or label.sign not in sentence.mentions
    clause = label.before + label.gap + re.split("[、。]", back)[0]
    if not is_sure and (_S.BEFORE in clause or sentence.patterns.elsewhere.search(clause)):
        return False
    is_granted = sentence.places.get(label.sign, "").startswith("assessment/")
    if (
        aspect == "value"
        and not (is_granted or row in ("standing", "assessed"))
        and sentence.patterns.opened_amount.match(back)
        and not sentence.patterns.asking.match(back)
        and not (_FROM.search(front) and back.startswith("に"))  # 「7,400千円から10,000千円に増やす」
    ):
        return False
    if aspect != "value" and re.match(
        r"\s*(?:以(?!上(?:の?増|の?減|上回|下回|多|少))|未満|[×/]|程度以)", back
    ):
        return False
    is_of_sheet = sentence.places.get(label.sign, "") in OF_SHEET and label.before.endswith("、")
    is_whole_line = mention is not None and _ITS_WHOLE.fullmatch(label.gap) and label.before.endswith("、")
    listed = None if label.gap else _LIST_OF.match(label.before)
    if listed and not (_S.OWN in listed["topic"] or sentence.patterns.is_sheet_filler(listed["topic"])):
        return False
    before = label.gap if is_of_sheet or is_whole_line else label.before + label.gap
    year = (label.before + label.gap).rpartition(_S.OWN)[2]
    if _S.OTHER_YEAR in year or sentence.patterns.elsewhere.search(before):
        return False
    if "その他" in sentence.label_of.get(label.sign, "") and not (
        "財源" in label.before + label.gap or "財源" in back or re.search(_S.LABEL, label.before)
    ):
        return False
    bracket = re.match(r"\s*\([^()]*\)", back)
    inside = "" if bracket is None or re.search(_S.QUANTITY, bracket.group()) else bracket.group()
    return not (
        inside and (sentence.patterns.elsewhere.search(inside) or re.search(f"[{YEAR_SIGNS}]", inside))
    )
