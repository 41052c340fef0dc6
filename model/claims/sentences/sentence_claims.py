"""What a sentence says of the figures of the sheet: 「要求額は前年度から6,111千円増の124,767千円である」.

A statement is a label (``quantity_labels``) with an amount, a rate, a number of times or of people, or a direction (増額, 同額):
phrasing does not decide, content does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from model.claims.labels.sheet_labels import Signs
from model.claims.quantities.quantities import Kind, Quantity
from model.claims.sentences.budget_rows import IN_ALL, OF_GRANTED, front_of, row_of_label
from model.claims.sentences.certain_labels import PAST_CLAUSE, SAYS_MORE
from model.claims.sentences.claims_without_figure import directions, newness
from model.claims.sentences.figure_claim import FigureClaim, claim_of
from model.claims.sentences.limit_claims import limit_claims
from model.claims.sentences.open_quantities import is_open
from model.claims.sentences.part_claims import (
    fraction_claims,
    last_year_claims,
    named_behind,
    share_claims,
    sum_claims,
    supplement_claims,
)
from model.claims.sentences.quantity_labels import (
    Aspect,
    QuantityLabel,
    asks_change,
    label_of_quantity,
)
from model.claims.sentences.sentence_signs import SentenceSigns
from model.claims.sentences.signs_as_one import ARROW
from model.claims.sentences.source_claims import fund_claims, idle_claims, paying_claims
from model.request import place
from model.values.pattern import lazy_pattern

_S: Final = Signs  # short, for it stands in every pattern
_CALCULATED_BEFORE: Final = lazy_pattern(r"[×*÷/+＋→~〜=@]\s*\Z")
_CALCULATED_BEHIND: Final = lazy_pattern(r"\s*[×xX*÷/+＋→~〜=@\-]")
_COMPARES: Final = lazy_pattern(f"[{_S.COMPARED}{_S.BEFORE}{_S.LAST}]")
_OF_YEAR_BEFORE: Final = lazy_pattern(rf"{_S.BEFORE}[の(:は]*+(?:当初)?(?:予算)?額?[はの(:]*+\s*+\Z")
_OF_THAT_YEAR: Final = lazy_pattern(
    rf"[^。、{_S.QUANTITY[1:-1]}]{{1,20}}た[{_S.BEFORE}{_S.LAST}{_S.COMPARED}]"
)
"""Behind what was so the year before: 「正職員3.0人を配置していた前年度」."""
_BUDGET_BEFORE: Final = (f"{_S.BEFORE}の", f"{_S.LAST}の")
_TIMES_OF: Final = lazy_pattern(rf"[{_S.COMPARED}{_S.BEFORE}{_S.LAST}]の?(?:約|およそ|おおよそ|ほぼ)?\Z")
_TIMES_THAT: Final = lazy_pattern(rf"{_S.MONEY}?の")
"""Between a label and how many times that another figure is: 「県債は国費の0.9倍である」."""
_AS_MUCH: Final = lazy_pattern(
    "に(?:増|膨ら|なる|なって|なった|達)|にとどま|に抑え|となる|となっ|である|に当たる|に相当|の(?:増|要求|規模|水準)"
)
_SAYS_RATE: Final = lazy_pattern(r"(?:とした|とする|となる|となった|である|です)?(?:。|\Z|\()")
_IS_ADDED: Final = lazy_pattern("を(?:加え|足し|追加し|合わせ)|に")
_BEHIND_AMOUNT: Final = lazy_pattern(rf"\A{_S.LABEL}[は:\s]*{_S.MONEY}(?:、|から|が|で、|に対し、?)\s*\Z")
_MORE_THAN: Final = lazy_pattern(rf"{_S.COMPARED}(?:大きく|大幅に)?[上下]回る\Z")
_SAID: Final = ("は", "は、", "が", "を", "も")
_OF_CHANGE: Final = lazy_pattern(
    "(?:増減|増額|減額|増加|減少|増|減)(?:額|分)?の(?:主な)?(?:理由|要因|原因|内訳|内容)(?:は|として)|主な(?:増減|増額|減額|増|減)(?:理由|要因|内容)?は"
)
"""「増額の理由は」: the changes that follow are those since the year before."""
_IN_YEAR_BEFORE: Final = lazy_pattern(
    rf"{_S.BEFORE}(?:に?は|中に|度?末に|において|の)[^。{_S.OWN}{_S.LAST}{_S.COMPARED}{_S.QUANTITY[1:-1]}]*\Z"
)
"""「昨年度は9月補正で大規模園分を」: what was changed in the course of that year."""
_WAS_BUDGETED: Final = lazy_pattern("を(?:予算)?(?:計上|要求|措置|予算化)し(?:てい)?た(?!い)")
_WAS_THEN: Final = lazy_pattern(rf"\A{_S.BEFORE}(?:に?は|の|に|まで)、?[^。{_S.OWN}]*")
_IN_THAT_YEAR: Final = lazy_pattern(rf"[はがを]、?{_S.BEFORE}(?:に?は|に|まで)?、?")
_WAS_AT_WORK: Final = lazy_pattern(rf"[^。{_S.OWN}別他]*(?:てい|配置し|従事し|であっ|だっ)た")
"""「前年度は正職員5.0人と非常勤職員1.0人を配置していた」."""
_SINCE: Final = lazy_pattern(r"(?:から|より|に(?:対して?|対する|比べて?)|と比べて?)、?\Z")
_IS_EXCEEDED: Final = lazy_pattern("を(?:大きく|大幅に|やや|わずかに)?(?:[上下]回|超え)")
"""Behind an amount that another is more or less than: 「前年度予算額の58,200千円を上回る」."""
_TO_DIRECTION: Final = lazy_pattern(
    rf"(?:[、と・]|及び|並びに)?(?:(?:{_S.NAME}[はがも]?、?{_S.MONEY}[、と・]?){{0,8}}が?、?(?:それぞれ|ずつ){_S.COMPARED}?"
    rf"|(?:{_S.NAME}[がも]?{_S.MONEY}[、と・]?){{0,8}})"
    rf"(?:、(?:率に?(?:して|で)、?)?約?{_S.PERCENT})?(?:\([^()]*\))?(?:程度|以上)?[のがも]?\)?の?"
)
"""What may stand between a quantity and its direction: others that changed the same way, the rate, a bracket."""


_AND_RATE: Final = lazy_pattern(rf"\A、約?{_S.PERCENT}")
"""Between an amount and its direction the rate of the same change: 「前年度から約2,100万円、21.5%の増」."""


def claims_of(sentence: SentenceSigns) -> Iterator[FigureClaim]:
    """What the sentence says of the figures of the sheet; nothing of what it only supposes."""
    supposed = [match.span() for match in sentence.patterns.supposed.finditer(sentence.text)]
    for claim in _claims_of(sentence):
        at = claim.quantity.start if claim.quantity else -1
        if not any(start <= at < end for start, end in supposed):
            yield claim


def _claims_of(sentence: SentenceSigns) -> Iterator[FigureClaim]:
    apart = [
        *sum_claims(sentence),
        *fraction_claims(sentence),
        *limit_claims(sentence),
        *last_year_claims(sentence),
        *supplement_claims(sentence),
        *named_behind(sentence),
        *fund_claims(sentence),
    ]
    known: set[tuple[str, str, Kind]] = set()
    for at, sign in enumerate(sentence.signs):
        quantity = sentence.quantities.get(sign)
        if quantity is None or any(quantity == claim.quantity for claim in apart):
            continue
        claim = _of_quantity(sentence, quantity, sentence.signs[:at], sentence.signs[at + 1 :])
        if claim is None:
            continue
        key = (claim.name or claim.place, claim.aspect + claim.row, quantity.kind)
        if key not in known:
            yield claim
        known.add(key)
    yield from directions(sentence)
    yield from newness(sentence)
    yield from paying_claims(sentence)
    yield from idle_claims(sentence)
    yield from apart
    yield from share_claims(sentence)


def _of_quantity(sentence: SentenceSigns, quantity: Quantity, front: str, back: str) -> FigureClaim | None:
    """What a quantity is of, from what stands before and behind it; None where that is not plain."""
    if _CALCULATED_BEFORE.search(front) or _CALCULATED_BEHIND.match(back):
        return None
    front, row = front_of(front, sentence.patterns)
    if not re.search(_S.NAME, front):
        front = _MORE_THAN.sub("", front)
    label = label_of_quantity(sentence, quantity, front, back)
    if label is None and row and quantity.kind == "money" and sentence.patterns.is_sheet_filler(front):
        label = QuantityLabel("", front, "", is_certain=sentence.is_first)
    if label is None:
        return None
    of_label = sentence.places.get(label.sign, "")
    if (
        row
        and "/" in of_label
        and not of_label.startswith(("request/", "line/"))
        and "/request" not in of_label
    ):
        if not (row == "total" and _BEHIND_AMOUNT.search(front)):
            return None  # 「補正後の予算額は、現計の12,500千円に」
        label = QuantityLabel(
            "", "", "", is_certain=sentence.is_first
        )  # 「補正前 12,500千円、補正後 44,500千円」
        of_label = ""
    before = label.before or front
    row = row or ("" if _IS_ADDED.match(back) else row_of_label(before, sentence.places, sentence.patterns))
    has_rows = place.cost("standing", "expense") in sentence.labels.places.values()
    if has_rows and of_label.startswith(("cost/", "headcount/", "funding/")) and IN_ALL.fullmatch(label.gap):
        row = "total"
    if of_label.startswith("funding/") and OF_GRANTED.search(before):
        row = "assessed"
    near = re.split(_S.QUANTITY, front)[-1]
    if ARROW in label.gap or back.startswith(ARROW):
        label = label._replace(is_certain=False)
    is_cut = of_label.startswith("assessment/")
    is_since_standing = of_label == place.cost("standing", "expense") and _SINCE.search(near) is not None
    is_compared = (
        is_cut
        or is_since_standing
        or near.endswith((_S.COMPARED, f"{_S.LAST}に", f"{_S.BEFORE}に"))
        or (label.sign == _S.LAST and bool(label.gap.strip()))
    )
    is_added = is_compared or (near == "に" and label.sign)  # 「24,000千円に6,000千円を上積みし」
    back_of_way = back.removeprefix("を") if is_added and not _IS_EXCEEDED.match(back) else back
    if sentence.patterns.about.sub("", near).endswith(_S.COMPARED):
        back_of_way = _AND_RATE.sub("", back_of_way)
    direction = _direction_behind(sentence, back_of_way)
    if is_cut and direction is None and sentence.patterns.cut_before.search(near):
        direction = -1
    is_of_result = _is_said_of_result(sentence, label, back)
    if is_of_result and quantity.kind == "money" and direction is not None:
        label = label._replace(is_certain=False)
    is_since_unsaid = is_of_result or _is_only_change(sentence, label, back)
    aspect = _aspect(sentence, quantity, label, near, back, direction, is_since_unsaid=is_since_unsaid)
    if aspect is None or not is_open(sentence, label, aspect, front, back, row):
        return None
    if aspect == "change" and direction is None and quantity.sign:
        direction = quantity.sign
    claim = claim_of(sentence, label, aspect, quantity, direction, front, back)
    if aspect == "change" and is_since_standing:
        return claim._replace(name="", place=place.REQUEST_AMOUNT)  # what is asked is what it changes by
    if aspect == "previous" and of_label.startswith("cost/standing/"):
        return claim._replace(aspect="value")
    if aspect == "value":
        return claim._replace(row=row)
    return claim._replace(is_since_unsaid=is_since_unsaid and quantity.kind == "money")


def _aspect(
    sentence: SentenceSigns,
    quantity: Quantity,
    label: QuantityLabel,
    near: str,
    back: str,
    direction: int | None,
    *,
    is_since_unsaid: bool,
) -> Aspect | None:
    """Whether a quantity is of this year, of the year before, or of the change; None where it is neither."""
    if quantity.kind in ("percent", "times"):
        return "change" if _is_of_change(sentence, quantity, label, near, direction, back) else None
    if quantity.sign and near.rstrip().endswith((_S.COMPARED, _S.BEFORE)):  # 「(対前年度 +8,200千円)」
        return "change"
    if direction is not None and _IN_YEAR_BEFORE.search(label.before + label.gap):
        return None
    if direction is not None or sentence.patterns.change_label.search(near):
        # 「標準事務費は5,000千円増の…」 may be more than anything
        is_against = (
            label.sign not in sentence.mentions
            or _COMPARES.search(label.gap + label.before)
            or "を" in label.gap
            or (_OF_CHANGE.search(label.before) and not sentence.has_reason)
            or is_since_unsaid
        )
        return "change" if is_against else None
    if (
        label.sign == _S.LAST
        or _OF_YEAR_BEFORE.search(near)
        or _OF_THAT_YEAR.match(back)
        or (near.endswith(f"{_S.BEFORE}に") and _WAS_BUDGETED.match(back))
        or (
            quantity.kind == "people"
            and _WAS_AT_WORK.match(back)
            and (_WAS_THEN.fullmatch(label.before) or _IN_THAT_YEAR.fullmatch(label.gap))
        )
        or (
            label.before.endswith(_BUDGET_BEFORE)
            and (label.sign not in sentence.mentions or "予算" in label.gap)
        )
    ):
        return "previous"
    if re.match(
        rf"(?:から|{ARROW})(?![^{_S.QUANTITY[1:-1]}]*(?:除|差し?引|控除))[^{_S.NAME[1:-1]}{_S.QUANTITY[1:-1]}]*{_S.QUANTITY}(?!を(?:控除|除|差し?引|引))",
        back,
    ) and not near.endswith("から"):
        return "previous"
    if quantity.kind == "money" and quantity.sign and label.sign:  # 「木材運搬費 △1,200千円」
        return "change"
    if _OF_CHANGE.search(label.before):
        return None
    before = SAYS_MORE.sub("", PAST_CLAUSE.sub("", label.before))
    if _S.BEFORE in before + near or (not label.sign and _S.COMPARED in near):
        return None
    return "value"


def _is_said_of_result(sentence: SentenceSigns, label: QuantityLabel, back: str) -> bool:
    """Whether a change stands between a name and what it comes to: 「木材運搬費は1,200千円減の8,200千円」; nothing says since when."""
    return label.gap in _SAID and sentence.patterns.way_to_result.match(back) is not None


def _is_only_change(sentence: SentenceSigns, label: QuantityLabel, back: str) -> bool:
    """Whether a sentence says of a name only that it changes: 「木材運搬費は1,200千円の増。」, 「1,200千円の増額要求」; nothing says since when."""
    if not label.sign:
        return asks_change(label.before, back)
    is_end = sentence.patterns.way_at_end.match(back) is not None
    return is_end and label.gap in _SAID and label.sign in sentence.mentions


def _is_of_change(
    sentence: SentenceSigns,
    quantity: Quantity,
    label: QuantityLabel,
    near: str,
    direction: int | None,
    back: str,
) -> bool:
    """Whether a rate or a number of times tells how much more or less than the year before."""
    if quantity.kind == "times":
        is_of_another = _TIMES_THAT.fullmatch(sentence.patterns.about.sub("", label.gap)) is not None
        return _TIMES_OF.search(near) is not None or (not is_of_another and _AS_MUCH.match(back) is not None)
    is_compared = quantity.kind == "percent" and (
        sentence.patterns.about.sub("", near).rstrip().endswith(_S.COMPARED)
        or (_TIMES_OF.search(near) is not None and _AS_MUCH.match(back) is not None)
    )
    is_signed = quantity.sign != 0 and near.endswith("は") and _SAYS_RATE.match(back)
    return (
        direction is not None
        or is_compared
        or bool(is_signed)
        or sentence.patterns.rate_label.search(near) is not None
    )


def _direction_behind(sentence: SentenceSigns, back: str) -> int | None:
    """The direction right behind a quantity: 「6,111千円の増」, 「5.2%(…)増加」; not 「に増額」."""
    between = _TO_DIRECTION.match(back)
    way = sentence.patterns.way.match(back, between.end() if between else 0)
    return None if way is None else sentence.patterns.direction_of(way.group())
