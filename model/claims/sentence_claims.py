"""What a sentence says of the figures of the sheet: 「要求額は前年度から6,111千円増の124,767千円である」.

A statement is a label (``quantity_labels``) with an amount, a rate, a number of times or of people, or a direction (増額, 同額):
phrasing does not decide, content does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import islice
from typing import Final, NamedTuple

from model.claims.commitment_year_words import COMMITMENT_WORD
from model.claims.line_names import Target
from model.claims.paired_amounts import paired_amounts
from model.claims.quantities import Kind, Quantity
from model.claims.quantity_labels import (
    ABOUT,
    PAST_CLAUSE,
    Aspect,
    QuantityLabel,
    is_open,
    label_of_quantity,
    names_another,
)
from model.claims.sentence_signs import YEAR_SIGNS, SentenceSigns
from model.claims.sheet_labels import Signs
from model.request.place import Place
from model.values.pattern import lazy_pattern

_MOST: Final = 20  # directions of a sentence that are read
_S: Final = Signs  # short, for it stands in every pattern
_CALCULATED_BEFORE: Final = lazy_pattern(r"[×*÷/+＋→~〜=@]\s*\Z")
_CALCULATED_BEHIND: Final = lazy_pattern(r"\s*[×xX*÷/+＋→~〜=@\-]")
_COMPARES: Final = lazy_pattern(f"[{_S.COMPARED}{_S.BEFORE}{_S.LAST}]")
_OF_YEAR_BEFORE: Final = lazy_pattern(rf"{_S.BEFORE}[の(:は]*+(?:当初)?(?:予算)?額?[はの(:]*+\s*+\Z")
_BUDGET_BEFORE: Final = (f"{_S.BEFORE}の", f"{_S.LAST}の")
_TIMES_OF: Final = lazy_pattern(rf"[{_S.COMPARED}{_S.BEFORE}{_S.LAST}]の?(?:約|およそ|おおよそ|ほぼ)?\Z")
_AS_MUCH: Final = lazy_pattern(
    "に(?:増|膨ら|なる|なって|なった|達)|にとどま|に抑え|となる|となっ|である|に当たる|に相当|の(?:増|要求|規模|水準)"
)
_OF_MONEY: Final = lazy_pattern("増額|減額|同額|[上下]回(?=る額)")
_IN_YEAR_BEFORE: Final = lazy_pattern(
    rf"{_S.BEFORE}(?:に?は|中に|度?末に|において|の)[^。{_S.OWN}{_S.LAST}{_S.COMPARED}{_S.QUANTITY[1:-1]}]*\Z"
)
"""「昨年度は9月補正で大規模園分を」: what was changed in the course of that year."""
_OWN_AMOUNT: Final = lazy_pattern(rf"\A(?:{_S.MONEY}|\({_S.MONEY}\))")
_SAID_ALONE: Final = lazy_pattern(rf"は[^、。{_S.QUANTITY[1:-1]}{YEAR_SIGNS}]*")
_NEW_IS: Final = lazy_pattern(
    rf"として?は?、?{_S.NAME}|は、?{_S.NAME}(?=(?:\({_S.MONEY}\))?(?:である|であり|です|のみ))"
)
"""「新規事業は診療所運営費補助金であり」: the name behind is what is new."""
_EACH: Final = lazy_pattern(rf"(?:{_S.NAME}(?:、|及び|並びに|と|・|や)){{1,12}}\Z")
_ALL_OF_THEM: Final = ("はいずれも", "は、いずれも", "はともに", "は、ともに", "はそれぞれ", "は、それぞれ")
_LINE: Final = lazy_pattern(_S.LINE)
_SUM: Final = lazy_pattern(
    rf"(?P<names>(?:{_S.LINE}(?:、|及び|並びに|と|・|に)){{1,8}}{_S.LINE})(?:の|を|だけ)?"
    rf"(?:合計|計|総額|(?:足し)?合わせ(?:[たて]|ると|(?=、))|足し[たて]|足すと|加え(?:[たて]|ると))?、?の?(?:合計|計|総額|予算|経費)?額?(?:は|で|として|が|と)?、?(?P<sum>{_S.MONEY})"
)
"""Lines and tables with the amount that they come to: 「韓国市場情報発信と香港市場情報発信の合計は42,000千円」."""


_WHOLE: Final = rf"(?:{_S.ASKED}|{_S.PROJECT}?(?:事業費|補正|予算|要求)?(?:全体|総額|額))(?:全体|のうち)?"
_ITS_AMOUNT: Final = rf"(?:{_S.MONEY}|\({_S.MONEY}\))?"
_SHARE: Final = rf"(?:約|およそ|おおよそ|ほぼ)?(?P<share>{_S.PERCENT})"
_OF_LABEL: Final = rf"(?P<label>{_S.NAME})"
_SHARES: Final = tuple(
    map(
        lazy_pattern,
        (
            rf"{_OF_LABEL}(?:{_ITS_AMOUNT}(?:は|が)|(?:は|が){_S.MONEY}(?:であり|となり|で|と))、?{_WHOLE}{_ITS_AMOUNT}の{_SHARE}",
            rf"{_OF_LABEL}(?:は|が)?、?{_S.MONEY}\({_WHOLE}の{_SHARE}\)",
            rf"{_WHOLE}のうち、?{_OF_LABEL}(?:は|が)、?{_SHARE}",
            rf"{_OF_LABEL}[がの]、?{_WHOLE}に(?:占める|対する)(?:割合|比率|割合い|構成比)は、?{_SHARE}",
            rf"{_WHOLE}に占める{_OF_LABEL}の(?:割合|比率|構成比)は、?{_SHARE}",
            rf"{_WHOLE}{_ITS_AMOUNT}(?:の|のうち)?{_SHARE}(?:程度|弱|強)?(?:は|を|が|に|に当たる)、?{_OF_LABEL}(?:で|が|に|を)",
        ),
    )
)
"""The ways to say a share: 「国庫支出金は要求額の5割」, 「要求額に占める国庫支出金の割合は50％」, 「要求額の50％を国庫支出金で」."""
_OF_ALL: Final = lazy_pattern(rf"{_S.ASKED}{_S.MONEY}の(?:うち|内訳は)、?\Z")
_PAID_BY: Final = lazy_pattern(rf"\A{_S.LABEL}は、?\Z")
_PART: Final = r"(?:(?P<of>\d{1,3})分の(?P<parts>\d{1,3})|(?P<above>\d{1,3})/(?P<below>\d{1,3})|半分|半額)"
_FRACTION: Final = lazy_pattern(
    rf"(?P<label>{_S.LINE}|{_S.ASKED})の(?:うち)?{_PART}(?:に当たる|にあたる|に相当する|相当の?|である|となる|の|、|は|を)?(?P<part>{_S.MONEY})"
)
"""An amount said to be a fraction of a figure: 「事業費の2分の1に当たる642,300千円」."""
_OF_LAST_YEAR: Final = lazy_pattern(
    rf"{_S.BEFORE}(?:の予算)?[にはで]?、?(?P<amount>{_S.MONEY})を?(?:予算)?(?:計上|要求|措置)して(?:いた|いる|あった)(?P<label>{_S.LINE})"
)
"""「前年度に5,000千円を計上していた二次交通実証運行」."""
_LIMIT: Final = rf"(?P<label>(?:債務負担行為の?)?限度額|{_S.OTHER_LABEL})"
_LIMITS: Final = tuple(
    map(
        lazy_pattern,
        (
            rf"{_LIMIT}(?:は|を|が|として|:)?、?(?:\d{{1,2}}[かヶカ]年分の)?(?:約)?(?P<limit>{_S.MONEY})",
            rf"(?P<limit>{_S.MONEY})を{_LIMIT}と(?:する|し|した|して)",
            rf"(?P<limit>{_S.MONEY})の(?:{_LIMIT}|(?P<debt>債務)を負)",
            rf"(?<![{YEAR_SIGNS}])(?P<limit>{_S.MONEY})を(?P<label>限度)と(?:する|し|した|して)",
        ),
    )
)
"""The ways to say the limit of a commitment: 「限度額27,540千円の債務負担行為」, 「19,200千円を限度額とする債務負担行為」."""
_OF_YEARS: Final = lazy_pattern(
    rf"翌年度?(?:以降)?|後年度|\d{{1,2}}年間|\d{{0,2}}[かヶカヵ箇]年(?:間|度)?|{COMMITMENT_WORD}(?:行為)?|総額"
)
"""What a sentence about a commitment says of its years by nature, and other sentences of other years."""
_WAS_BUDGETED: Final = lazy_pattern("を(?:予算)?(?:計上|要求|措置|予算化)し(?:てい)?た(?!い)")
_WAS_SET: Final = lazy_pattern(
    "設定(?:していた|した(?!い)|済|されている|された)|であった|だった|終了|満了|現契約|現行"
)


_DIRECTION_BEHIND: Final = (
    rf"(?:[、と・]|及び|並びに)?(?:(?:{_S.NAME}[はがも]?、?{_S.MONEY}[、と・]?){{0,8}}が?、?(?:それぞれ|ずつ){_S.COMPARED}?"
    rf"|(?:{_S.NAME}[がも]?{_S.MONEY}[、と・]?){{0,8}})"
    rf"(?:、(?:率に?(?:して|で)、?)?約?{_S.PERCENT})?(?:\([^()]*\))?(?:程度)?[のがも]?\)?の?"
)
"""What may stand between a quantity and its direction: others that changed the same way, the rate, a bracket."""


class FigureClaim(NamedTuple):
    """What a sentence says of a figure.

    Attributes:
        start: where the quantity begins in its paragraph; of a direction the word.
        sentence: the sentence.
        name: the label as it is written; "" where none is.
        targets: the lines and tables that bear the name; empty for a figure of the sheet.
        place: the place of the figure of the sheet; "" for a line.
        aspect: what is said of it.
        quantity: how much; None for a direction alone.
        direction: 1 for 増, -1 for 減, 0 for 同額; None where none is said.
        is_certain: nothing stands in the sentence that could make it another figure.
        is_about: it is said to be rounded (約).
        asks: the sentence goes on to ask for it (を要求する).
        added: the lines and tables whose sum it is; empty of any other figure.
        is_far: other words stand between the label and the amount: only a slip of the hand makes them one.
        part: which part of the figure it is; None where it is the figure.
        beside: the amount beside it, of the same figure (``paired_amounts``); None where it stands alone.
    """

    start: int
    sentence: str
    name: str
    targets: tuple[Target, ...]
    place: Place
    aspect: Aspect
    quantity: Quantity | None
    direction: int | None
    is_certain: bool
    is_about: bool
    asks: bool
    added: tuple[Target, ...] = ()
    is_far: bool = False
    part: Fraction | None = None
    beside: Fraction | None = None


def claims_of(sentence: SentenceSigns) -> Iterator[FigureClaim]:
    """What the sentence says of the figures of the sheet."""
    apart = [
        *_sums(sentence),
        *_parts(sentence),
        *_limits(sentence),
        *_before(sentence),
        *_pairs(sentence),
    ]
    known: set[tuple[str, Aspect, Kind]] = set()
    for at, sign in enumerate(sentence.signs):
        quantity = sentence.quantities.get(sign)
        if quantity is None or any(quantity == claim.quantity for claim in apart):
            continue
        claim = _of_quantity(sentence, quantity, sentence.signs[:at], sentence.signs[at + 1 :])
        if claim is None:
            continue
        key = (claim.name or claim.place, claim.aspect, quantity.kind)
        if key not in known:
            yield claim
        known.add(key)
    yield from _directions(sentence)
    yield from _newness(sentence)
    yield from _sources(sentence)
    yield from apart
    yield from _shares(sentence)


def _of_quantity(sentence: SentenceSigns, quantity: Quantity, front: str, back: str) -> FigureClaim | None:
    """What a quantity is of, from what stands before and behind it; None where that is not plain."""
    if _CALCULATED_BEFORE.search(front) or _CALCULATED_BEHIND.match(back):
        return None
    label = label_of_quantity(sentence, quantity, front, back)
    if label is None:
        return None
    near = re.split(_S.QUANTITY, front)[-1]
    is_cut = sentence.places.get(label.sign, "").startswith("assessment/")
    is_compared = (
        is_cut
        or near.endswith((_S.COMPARED, f"{_S.LAST}に", f"{_S.BEFORE}に"))
        or (label.sign == _S.LAST and bool(label.gap.strip()))
    )
    direction = _direction_behind(sentence, back.removeprefix("を") if is_compared else back)
    if is_cut and direction is None and sentence.words.cut_before.search(near):
        direction = -1
    aspect = _aspect(sentence, quantity, label, near, back, direction)
    if aspect is None or not is_open(sentence, label, aspect, front, back):
        return None
    if aspect == "change" and direction is None and quantity.sign:
        direction = quantity.sign
    return _claim(sentence, label, aspect, quantity, direction, front, back)


def _aspect(
    sentence: SentenceSigns,
    quantity: Quantity,
    label: QuantityLabel,
    near: str,
    back: str,
    direction: int | None,
) -> Aspect | None:
    """Whether a quantity is of this year, of the year before, or of the change; None where it is neither."""
    if quantity.kind in ("percent", "times"):
        return "change" if _is_of_change(sentence, quantity, near, direction, back) else None
    if label.sign == _S.LAST and direction is not None and label.gap == "に":
        return "change"
    if re.fullmatch(rf"の?(?:{sentence.words.direction})\(", near):  # 「14.3％の増(+8,200千円)」
        return "change"
    if quantity.sign and near.rstrip().endswith((_S.COMPARED, _S.BEFORE)):  # 「(対前年度 +8,200千円)」
        return "change"
    if direction is not None and _IN_YEAR_BEFORE.search(label.before + label.gap):
        return None
    if direction is not None or sentence.words.change_label.search(near):
        # 「標準事務費は5,000千円増の…」 may be more than anything
        is_against = (
            label.sign not in sentence.mentions
            or _COMPARES.search(label.gap + label.before)
            or "を" in label.gap
        )
        return "change" if is_against else None
    if (
        label.sign == _S.LAST
        or _OF_YEAR_BEFORE.search(near)
        or (near.endswith(f"{_S.BEFORE}に") and _WAS_BUDGETED.match(back))
        or (
            label.before.endswith(_BUDGET_BEFORE)
            and (label.sign not in sentence.mentions or "予算" in label.gap)
        )
    ):
        return "previous"
    if re.match(rf"から[^{_S.NAME[1:-1]}]*{_S.QUANTITY}", back) and not near.endswith("から"):
        return "previous"
    if _S.BEFORE in PAST_CLAUSE.sub("", label.before) + near or (not label.sign and _S.COMPARED in near):
        return None
    return "value"


def _is_of_change(
    sentence: SentenceSigns, quantity: Quantity, near: str, direction: int | None, back: str
) -> bool:
    """Whether a rate or a number of times tells how much more or less than the year before."""
    if quantity.kind == "times":
        return _TIMES_OF.search(near) is not None or _AS_MUCH.match(back) is not None
    is_compared = quantity.kind == "percent" and (
        ABOUT.sub("", near).rstrip().endswith(_S.COMPARED)
        or (_TIMES_OF.search(near) is not None and _AS_MUCH.match(back) is not None)
    )
    return direction is not None or is_compared or sentence.words.rate_label.search(near) is not None


def _direction_behind(sentence: SentenceSigns, back: str) -> int | None:
    """The direction right behind a quantity: 「6,111千円の増」, 「5.2%(…)増加」; not 「に増額」."""
    match = re.match(rf"{_DIRECTION_BEHIND}(?P<word>{sentence.words.direction})", back)
    return None if match is None else sentence.words.direction_of(match["word"])


def _directions(sentence: SentenceSigns) -> Iterator[FigureClaim]:
    """Directions that no quantity stands beside: 「標準事務費は前年度と同額とする」."""
    found = re.finditer(
        rf"(?:(?P<word>{sentence.words.direction}){sentence.words.direction_end}|(?<={_S.COMPARED})(?P<aim>{sentence.words.direction})(?=を図))",
        sentence.signs,
    )
    for match in islice(found, _MOST):
        front = sentence.signs[: match.start()]
        before, sign, gap = _last_name(front)
        gap = _OWN_AMOUNT.sub("", gap)
        if (
            (sign and "全体" in gap)
            or re.search(_S.QUANTITY, gap)
            or _S.OTHER_YEAR in front
            or sentence.words.elsewhere.search(front)
        ):
            continue
        if _OF_MONEY.match(sentence.signs, match.start()) and gap.startswith("は") and _S.COMPARED in gap:
            gap = gap.rpartition("、")[2]  # 「…は、対象者の増加を見込み、前年度から増額した」
        if not sentence.words.is_filler(gap) or (not sign and _S.COMPARED not in front):
            continue
        each = _EACH.search(before) if gap.startswith(_ALL_OF_THEM) else None
        if sign in sentence.mentions and each is None and names_another(before):
            continue
        is_of_line = sentence.places.get(sign, "").startswith("line/")
        if sign in sentence.mentions or is_of_line or sentence.words.is_filler(before):
            label = QuantityLabel(sign, before, gap, is_certain=bool(sign) or sentence.is_first)
            for one in (*re.findall(_S.NAME, each.group() if each else ""), sign):
                way = sentence.words.direction_of(match["word"] or match["aim"])
                yield _claim(sentence, label._replace(sign=one), "change", None, way, front, "")


def _last_name(front: str) -> tuple[str, str, str]:
    """What stands before the last name of some signs, the name, and what stands behind it; all behind "" where none is named."""
    named = list(re.finditer(_S.NAME, front))
    if not named:
        return "", "", front
    return front[: named[-1].start()], named[-1].group(), front[named[-1].end() :]


def _newness(sentence: SentenceSigns) -> Iterator[FigureClaim]:
    """Lines that are said to be new: 「電子書籍利用料は新規に要求する」."""
    for match in sentence.words.newness.finditer(sentence.signs):
        named = _NEW_IS.match(sentence.signs, match.end())
        front = named.group() if named else sentence.signs[: match.start()]
        before, sign, gap = _last_name(front)
        if sign in sentence.mentions or sentence.places.get(sign, "").startswith("line/"):
            label = QuantityLabel(sign, before, gap, is_certain=True)
            is_said = sentence.words.is_filler(gap) or _SAID_ALONE.fullmatch(gap)
            is_of_people = sentence.signs.startswith("者", match.end())
            if is_said and not names_another(before) and not is_of_people:
                yield _claim(sentence, label, "new", None, None, front, "")


def _sources(sentence: SentenceSigns) -> Iterator[FigureClaim]:
    """Sources that are said to pay, in a sentence without figures: 「全額国庫支出金を財源とする」, 「財源の一部に起債を充てる」."""
    if re.search(_S.QUANTITY, sentence.signs):
        return
    for match in sentence.words.paying.finditer(sentence.signs):
        front = sentence.signs[: match.start()]
        if sentence.words.is_filler(front):
            label = QuantityLabel(match["label"] or match["only"], front, "", is_certain=True)
            aspect: Aspect = "all" if match["all"] or match["only"] else "used"
            yield _claim(sentence, label, aspect, None, None, "", "")


def _sums(sentence: SentenceSigns) -> Iterator[FigureClaim]:
    """Lines and tables that are said to come to an amount together."""
    for match in _SUM.finditer(sentence.signs):
        signs = [sign for sign in match["names"] if _LINE.match(sign)]
        quantity, front = sentence.quantities[match["sum"]], sentence.signs[: match.start("sum")]
        targets = [sentence.mentions[sign].targets for sign in signs]
        label = QuantityLabel("", sentence.signs[: match.start()], "", is_certain=True)
        if all(len(one) == 1 for one in targets) and is_open(
            sentence, label, "value", front, sentence.signs[match.end() :]
        ):
            claim = _claim(sentence, label, "value", quantity, None, front, "")
            yield claim._replace(
                name=sentence.text[sentence.spans[signs[0]][0] : sentence.spans[signs[-1]][1]],
                added=tuple(one for (one,) in targets),
            )


def _parts(sentence: SentenceSigns) -> Iterator[FigureClaim]:
    """Amounts that are said to be a fraction of a figure: 「事業費の2分の1に当たる642,300千円」."""
    for match in _FRACTION.finditer(sentence.signs):
        below = int(match["of"] or match["below"] or 2)
        front, back = sentence.signs[: match.start()], sentence.signs[match.end() :]
        before = _PAID_BY.sub("", front)
        label = QuantityLabel(match["label"], front, "", is_certain=sentence.words.is_sheet_filler(before))
        if below and is_open(sentence, label, "part", front, back):
            part = Fraction(int(match["parts"] or match["above"] or 1), below)
            claim = _claim(sentence, label, "part", sentence.quantities[match["part"]], None, front, back)
            yield claim._replace(part=part)


def _before(sentence: SentenceSigns) -> Iterator[FigureClaim]:
    """Amounts of the year before, in front of the line that they were budgeted for."""
    for match in _OF_LAST_YEAR.finditer(sentence.signs):
        front = sentence.signs[: match.start()]
        label = QuantityLabel(match["label"], front, "", is_certain=True)
        yield _claim(sentence, label, "previous", sentence.quantities[match["amount"]], None, front, "")


def _pairs(sentence: SentenceSigns) -> Iterator[FigureClaim]:
    """Amounts of one figure, each beside the other: what it was and is, what it comes to with what was budgeted."""
    for one in paired_amounts(sentence.signs):
        front = sentence.signs[: sentence.signs.index(one.label)] if one.label else ""
        label = QuantityLabel(one.label, front, "", is_certain=not names_another(front))
        claim = _claim(sentence, label, one.aspect, sentence.quantities[one.sign], None, front, "")
        yield claim._replace(beside=sentence.quantities[one.beside].value)


def _limits(sentence: SentenceSigns) -> Iterator[FigureClaim]:
    """The limit of a commitment, in a sentence that speaks of one."""
    if "債務" not in sentence.text:
        return
    for match in islice((found for pattern in _LIMITS if (found := pattern.search(sentence.signs))), 1):
        sign = match["label"] or "債務"
        if sign in sentence.label_of and sentence.label_of[sign] not in sentence.words.limits:
            continue
        front, back = sentence.signs[: match.start()], sentence.signs[match.end() :]
        is_other = _WAS_SET.search(front + back) or sentence.words.elsewhere.search(_OF_YEARS.sub("", front))
        label = QuantityLabel(sign, front, "", is_certain=not is_other)
        claim = _claim(sentence, label, "limit", sentence.quantities[match["limit"]], None, front, back)
        lines = tuple(mention.targets for mention in sentence.mentions.values())
        yield claim._replace(
            name=claim.name or sign,
            targets=lines[0] if len(lines) == 1 else (),
            place="",
            is_about=ABOUT.search(sentence.signs[: match.start("limit")]) is not None,
        )


def _shares(sentence: SentenceSigns) -> Iterator[FigureClaim]:
    """Figures that are said to be a share of what is asked: 「国庫支出金は要求額の55％を占める」."""
    for pattern in _SHARES:
        for match in pattern.finditer(sentence.signs):
            front = _OF_ALL.sub("", sentence.signs[: match.start()])
            back = sentence.signs[match.end("share") :]
            label = QuantityLabel(match["label"], front, "", is_certain=sentence.words.is_filler(front))
            if is_open(sentence, label, "share", front, back):
                quantity, near = sentence.quantities[match["share"]], sentence.signs[: match.start("share")]
                yield _claim(sentence, label, "share", quantity, None, near, back)


def _claim(
    sentence: SentenceSigns, label: QuantityLabel, aspect: Aspect, quantity: Quantity | None, direction: int | None, front: str, back: str
) -> FigureClaim:  # fmt: skip
    mention, name = sentence.mentions.get(label.sign), sentence.label_of.get(label.sign, "")
    span = sentence.spans.get(label.sign) if mention or name else None
    unsaid = sentence.labels.people if quantity and quantity.kind == "people" else "request/amount"
    return FigureClaim(
        sentence.start + (quantity.start if quantity else 0),
        sentence.text.strip(),
        sentence.text[span[0] : span[1]] if span else "",
        mention.targets if mention else (),
        "" if mention else sentence.places.get(label.sign, unsaid),
        aspect,
        quantity,
        direction,
        label.is_certain,
        ABOUT.search(front) is not None or back.startswith(("程度", "弱", "強")),
        bool(quantity and sentence.words.asking.match(sentence.text[quantity.end :])),
        is_far=label.is_far,
    )
