"""What a sentence says of several figures together, or of a part of one: sums of lines, fractions, shares of what is asked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from model.claims.labels.line_names import Target
from model.claims.labels.sheet_labels import Signs
from model.claims.quantities.counts import SHARE, share_of
from model.claims.sentences.budget_rows import OF_GRANTED, row_of_label
from model.claims.sentences.figure_claim import FigureClaim, claim_of
from model.claims.sentences.open_quantities import is_open
from model.claims.sentences.quantity_labels import QuantityLabel
from model.claims.sentences.sentence_signs import SentenceSigns
from model.claims.sentences.signs_as_one import YEAR_SIGNS
from model.request import place
from model.request.place import Place
from model.values.pattern import lazy_pattern

_S: Final = Signs  # short, for it stands in every pattern
_NAME: Final = lazy_pattern(_S.NAME)
_NAME_OF_SHEET: Final = lazy_pattern(_S.LABEL)
_NAMES: Final = rf"(?P<names>(?:{_S.NAME}(?:、|及び|並びに|と|・|に)){{1,8}}{_S.NAME})"
_COMES_TO: Final = lazy_pattern(
    rf"(?P<sum>{_S.MONEY})(?:は|(?:で|であり)、)、?{_NAMES}(?:の(?:合計|計)(?:で|額|と)|から[成な]|で構成|を(?:合わせた|足した|合計した)もの)"
)
"""An amount with the lines and tables that it is made of: 「計1,120,600千円で、堤体工と取付道路工から成る」."""
_OF_OTHER: Final = lazy_pattern(rf"[{_S.BEFORE}{_S.LAST}]|[増減][^、。]{{0,6}}\Z")
"""Before a sum that is of the year before, or of what the lines changed by."""
_SUM: Final = lazy_pattern(
    rf"{_NAMES}(?:と?[のを]|だけ)?"
    rf"(?P<word>合計|計|総額|(?:足し)?合わせ(?:[たて]|ると|(?=、))|足し[たて]|足すと|加え(?:[たて]|ると))?、?の?(?:合計|計|総額|予算|経費|費用|特定財源|財源)?額?(?:は|で|として|が|と)?、?(?P<sum>{_S.MONEY}|{_S.PEOPLE})"
)
"""Lines and tables with the amount that they come to: 「韓国市場情報発信と香港市場情報発信の合計は42,000千円」."""


_WHOLE: Final = rf"(?:(?P<whole>{_S.NAME})(?:に係る経費|に要する経費|の経費)?|{_S.PROJECT}?(?:事業費|補正|予算|要求)?(?:全体|総額|額)|(?:補正|{_S.PROJECT})(?:要求|予算)|財源)(?:全体|のうち)?"
_ITS_AMOUNT: Final = rf"(?:{_S.MONEY}|\({_S.MONEY}\))?"
_SHARE: Final = rf"(?:約|およそ|おおよそ|ほぼ)?(?P<share>{_S.PERCENT})"
_OF_LABEL: Final = rf"(?P<label>{_S.NAME})"
_SHARES: Final = tuple(
    map(
        lazy_pattern,
        (
            rf"{_OF_LABEL}(?:に係る経費|に要する経費|の経費)?(?:{_ITS_AMOUNT}(?:は|が)|(?:は|が){_S.MONEY}(?:であり|となり|で|と))、?{_WHOLE}{_ITS_AMOUNT}の{_SHARE}",
            rf"{_OF_LABEL}(?:は|が|を)?、?{_S.MONEY}\({_WHOLE}の{_SHARE}\)",
            rf"{_WHOLE}のうち、?{_OF_LABEL}(?:の割合|[がの]占める(?:割合|比率))?(?:は|が)、?{_SHARE}",
            rf"(?P<label>{_S.LABEL})の(?:割合|比率|構成比)は、?(?:{_WHOLE}の)?{_SHARE}",
            rf"{_OF_LABEL}{_ITS_AMOUNT}[がの]、?{_WHOLE}{_ITS_AMOUNT}に(?:占める|対する)(?:割合|比率|割合い|構成比)は、?{_SHARE}",
            rf"{_OF_LABEL}(?:の占める|が占める)(?:割合|比率)(?:は|が)、?(?:{_WHOLE}の)?{_SHARE}",
            rf"{_OF_LABEL}(?:であり|で)、{_WHOLE}{_ITS_AMOUNT}の{_SHARE}を(?:占め|使)",
            rf"{_OF_LABEL}(?:は|が)、?{_S.MONEY}(?:と|で|であり|となり)、{_WHOLE}に(?:占める|対する)(?:割合|比率|構成比)は、?{_SHARE}",
            rf"{_WHOLE}{_ITS_AMOUNT}に占める{_OF_LABEL}{_ITS_AMOUNT}の(?:割合|比率|構成比)は、?{_SHARE}",
            rf"{_WHOLE}{_ITS_AMOUNT}(?:の|のうち)?{_SHARE}(?:程度|弱|強)?(?:は|を|が|に|に当たる)、?{_OF_LABEL}(?:で|が|に|を|、)",
            rf"{_WHOLE}の{_S.PERCENT}[はをが]{_S.LABEL}(?:、|と|で、){_SHARE}[はをが](?P<label>{_S.LABEL})(?:で|が|を|に)",
        ),
    )
)
"""The ways to say a share: 「国庫支出金は要求額の5割」, 「要求額に占める国庫支出金の割合は50％」, 「要求額の50％を国庫支出金で」."""
_LISTED_SHARE: Final = lazy_pattern(
    rf"(?P<label>{_S.LABEL})(?P<whole>(?!))?(?:が|は|:)?\s?{_SHARE}(?=、|と|で|。|\Z|\()"
)
_SOURCES_ARE: Final = lazy_pattern(
    rf"\A(?:{_S.OWN}の?|本事業の)?財源(?:の)?(?:構成比?|内訳|割合|構成割合)(?:は|:|については)?、?(?:{_S.LABEL}(?:が|は|:)?\s?{_S.PERCENT}(?:、|と|で、?)){{0,8}}\Z"
)
"""What a list of the sources by their shares begins with: 「財源構成は、国庫支出金が40.0%、」."""
_OF_NEXT: Final = lazy_pattern(rf"(?:程度|弱|強)?に(?:当たる|あたる|相当する)、?約?{_S.MONEY}")
"""Behind a share that is of the amount that follows: 「国庫支出金は6,000千円で、要求額の69%に当たる13,200千円を」."""
_WITH_AMOUNT: Final = lazy_pattern(rf"{_S.NAME}[はが]?、?{_S.MONEY}")
"""A figure with its own amount."""
_OF_YEAR_BEFORE: Final = lazy_pattern(rf"[{_S.BEFORE}{_S.LAST}{_S.OTHER_YEAR}][^{_S.OWN}]*\Z")
_OF_ALL: Final = lazy_pattern(
    rf"{_S.ASKED}{_S.MONEY}の(?:うち|内訳は)、?\Z|\A財源のうち、?\Z|\A(?:本事業|事業|経費|財源)の[^、。\ue000-\uf8ff]{{1,8}}は、?\Z"
)
_PAID_BY: Final = lazy_pattern(rf"\A{_S.LABEL}は、?\Z")
_FRACTION: Final = lazy_pattern(
    rf"(?P<label>{_S.LINE}|{_S.ASKED})の(?:うち)?(?:{SHARE}|半分|半額)(?:に当たる|にあたる|に相当する|相当の?|である|となる|の|、|は|を)?(?:もの|額)?(?:として|であり|で)?、?(?P<part>{_S.MONEY})"
)
"""An amount said to be a fraction of a figure: 「事業費の2分の1に当たる642,300千円」."""
_IS_OF: Final = lazy_pattern(
    rf"(?P<amount>{_S.MONEY})が、?(?P<label>{_S.NAME})(?:である|であり|です|で、|に要する|に係る|の分)"
)
"""「補正額の9割強に当たる30,000千円が店舗復旧補助金である」."""
_OF_PART: Final = lazy_pattern(f"{_S.BEFORE}|うち")
"""Before an amount that is a part of the figure, or of the year before."""
_SUPPLEMENTED: Final = lazy_pattern(
    rf"(?P<amount>{_S.MONEY})[をの](?:増額|追加|積み増|上積み|減額)の?(?:す|し(?!て)|とす|(?:補正|{_S.PROJECT})(?!(?:予算)?を?(?:し|行っ|実施し)(?:てい)?た))"
)
"""「4,900千円を減額補正する」, 「32,000千円を追加し、」; not what was done."""
_FROM_STANDING: Final = lazy_pattern(rf"{_S.STANDING}の?{_S.MONEY}(?:から|に|より)、?")
_OF_OTHER_YEARS: Final = lazy_pattern(f"[{YEAR_SIGNS}]")
_OF_LAST_YEAR: Final = lazy_pattern(
    rf"{_S.BEFORE}(?:の予算)?[にはで]?、?(?P<amount>{_S.MONEY})を?(?:予算)?(?:計上|要求|措置)して(?:いた|いる|あった)(?P<label>{_S.LINE})"
)
"""「前年度に5,000千円を計上していた二次交通実証運行」."""


def sum_claims(sentence: SentenceSigns) -> Iterator[FigureClaim]:
    """Lines and tables that are said to come to an amount together."""
    for match in chain(_SUM.finditer(sentence.signs), _COMES_TO.finditer(sentence.signs)):
        signs = _NAME.findall(match["names"])
        quantity, front = sentence.quantities[match["sum"]], sentence.signs[: match.start("sum")]
        named = [one for sign in signs if (one := _named(sentence, sign))]
        label = QuantityLabel("", sentence.signs[: match.start()], "", is_certain=True)
        # 「国費と県債577,000千円」 is of the last alone
        is_sum = (
            match.groupdict().get("word", "") is not None or _NAME_OF_SHEET.search(match["names"]) is None
        )
        is_known = is_sum and len(named) == len(signs) and not _OF_OTHER.search(label.before)
        if is_known and is_open(sentence, label, "value", front, sentence.signs[match.end() :]):
            claim = claim_of(sentence, label, "value", quantity, None, front, "")
            yield claim._replace(
                name=sentence.text[sentence.spans[signs[0]][0] : sentence.spans[signs[-1]][1]],
                added=tuple(named),
                row=row_of_label(label.before, sentence.places, sentence.patterns),
            )


def _named(sentence: SentenceSigns, sign: str) -> Target | Place:
    """What the sign of a name means; "" where it is not one thing."""
    if sign not in sentence.spans:
        return ""
    if mention := sentence.mentions.get(sign):
        return mention.targets[0] if len(mention.targets) == 1 else ""
    return sentence.places.get(sign, "")


def _is_part(part: Target | Place, whole: Target | Place) -> bool:
    """Whether a share may be of a whole: a line of its table, people of the whole cost, anything of what is asked."""
    if isinstance(whole, Target):
        return part.is_below(whole) if isinstance(part, Target) else part.startswith("line/")
    return whole == place.REQUEST_AMOUNT or (
        whole == place.cost("request", "total") and "/labour" in str(part)
    )


def fraction_claims(sentence: SentenceSigns) -> Iterator[FigureClaim]:
    """Amounts that are said to be a fraction of a figure: 「事業費の2分の1に当たる642,300千円」."""
    for match in _FRACTION.finditer(sentence.signs):
        front, back = sentence.signs[: match.start()], sentence.signs[match.end() :]
        before = _PAID_BY.sub("", front)
        label = QuantityLabel(match["label"], front, "", is_certain=sentence.patterns.is_sheet_filler(before))
        part = share_of(match)
        if part is not None and is_open(sentence, label, "part", front, back):
            claim = claim_of(sentence, label, "part", sentence.quantities[match["part"]], None, front, back)
            yield claim._replace(part=part)


def named_behind(sentence: SentenceSigns) -> Iterator[FigureClaim]:
    """Amounts in front of the figure that they are: 「30,000千円が店舗復旧補助金である」."""
    for match in _IS_OF.finditer(sentence.signs):
        front, back = sentence.signs[: match.start()], sentence.signs[match.end() :]
        label = QuantityLabel(match["label"], "", "", is_certain=True)
        if is_open(sentence, label, "value", front, back) and not _OF_PART.search(front):
            claim = claim_of(
                sentence, label, "value", sentence.quantities[match["amount"]], None, front, back
            )
            is_of_source = claim.place.startswith("funding/")
            row = (
                "assessed"
                if OF_GRANTED.search(front)
                else row_of_label(front, sentence.places, sentence.patterns)
            )
            yield claim._replace(row=row) if is_of_source else claim


def supplement_claims(sentence: SentenceSigns) -> Iterator[FigureClaim]:
    """Amounts by which a supplementary budget raises or lowers what is budgeted: 「今回の補正で32,000千円を減額する」, 「4,900千円を減額補正する」."""
    if place.cost("standing", "expense") not in sentence.labels.places.values():
        return
    for match in _SUPPLEMENTED.finditer(sentence.signs):
        front = _FROM_STANDING.sub("", sentence.signs[: match.start()])
        if sentence.patterns.is_sheet_filler(front) and not _OF_OTHER_YEARS.search(front):
            way = -1 if "減額" in match.group() else 1
            is_certain = _S.OWN in front or (sentence.is_first and not sentence.has_reason)
            label = QuantityLabel("", front, "", is_certain=is_certain)
            yield claim_of(sentence, label, "change", sentence.quantities[match["amount"]], way, front, "")


def last_year_claims(sentence: SentenceSigns) -> Iterator[FigureClaim]:
    """Amounts of the year before, in front of the line that they were budgeted for."""
    for match in _OF_LAST_YEAR.finditer(sentence.signs):
        front = sentence.signs[: match.start()]
        label = QuantityLabel(match["label"], front, "", is_certain=True)
        yield claim_of(sentence, label, "previous", sentence.quantities[match["amount"]], None, front, "")


def share_claims(sentence: SentenceSigns) -> Iterator[FigureClaim]:
    """Figures that are said to be a share of what is asked: 「国庫支出金は要求額の55％を占める」."""
    for pattern in (*_SHARES, _LISTED_SHARE):
        for match in pattern.finditer(sentence.signs):
            front = _OF_ALL.sub("", sentence.signs[: match.start()])
            back = sentence.signs[match.end("share") :]
            is_listed = _SOURCES_ARE.search(front) is not None
            is_of_next = _OF_NEXT.match(back) and _WITH_AMOUNT.match(sentence.signs, match.start("label"))
            if is_of_next or (pattern is _LISTED_SHARE and not is_listed):
                continue
            is_certain = is_listed or sentence.patterns.is_filler(front)
            label = QuantityLabel(match["label"], front, "", is_certain=is_certain)
            whole = _named(sentence, match["whole"]) if match["whole"] else ""
            if _OF_YEAR_BEFORE.search(front) or (
                match["whole"] and not _is_part(_named(sentence, match["label"]), whole)
            ):
                continue
            if is_open(sentence, label, "share", front, back):
                quantity, near = sentence.quantities[match["share"]], sentence.signs[: match.start("share")]
                claim = claim_of(sentence, label, "share", quantity, None, near, back)
                yield claim._replace(whole=whole)
