"""What a sentence says of sources of money without their labels: which pays, and what is taken out of a fund."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from model.claims.labels.sheet_labels import Signs
from model.claims.sentences.figure_claim import FigureClaim, claim_of
from model.claims.sentences.open_quantities import is_open
from model.claims.sentences.quantity_labels import Aspect, QuantityLabel
from model.claims.sentences.sentence_signs import SentenceSigns
from model.values.pattern import lazy_pattern

_S: Final = Signs  # short, for it stands in every pattern
_LABEL: Final = lazy_pattern(_S.LABEL)
_AMOUNT: Final = rf"(?:{_S.ASKED}|{_S.COMPONENT})(?:の?(?:総額|全額|[増減]額分?))?(?:、?{_S.MONEY})?"
_WHOLE: Final = lazy_pattern(
    rf"{_AMOUNT}(?:(?:、|と|及び|並びに){_AMOUNT}){{0,3}}(?=(?:に係る|に要する)?の?(?:財源|全額)|は、)"
)
"""The amount that is asked, of which a source pays all: 「要求額86,932千円の財源は、その全額を国庫支出金で」."""
_FUND: Final = "基金"
_TAKEN_IN: Final = "繰入金"
_OUT_OF_FUND: Final = lazy_pattern(
    rf"{_FUND}(?:から|より|を|は)、?(?:約)?(?P<amount>{_S.MONEY})を?(?:繰り?入れ|取り?崩|充当|充て|活用)(?!てい?た|てきた|した|た。)"
)
"""What a fund pays: 「県の基金から30,000千円を繰り入れ」."""
_OF_ANOTHER: Final = lazy_pattern(rf"[{_S.BEFORE}{_S.LAST}]|{_S.LINE}|うち|分として")
"""Before a fund: another year, what it pays for, a part."""


def paying_claims(sentence: SentenceSigns) -> Iterator[FigureClaim]:
    """Sources that are said to pay, in a sentence without figures: 「全額国庫支出金を財源とする」, 「財源の一部に起債を充てる」."""
    whole = _WHOLE.search(sentence.signs)
    signs = _WHOLE.sub("", sentence.signs)
    if re.search(_S.QUANTITY, signs):
        return
    asked = re.findall(_S.COMPONENT, whole.group() if whole else signs)
    row = sentence.places[asked[0]].partition("/")[2] if len(asked) == 1 else ""
    for match in sentence.patterns.paying.finditer(signs):
        front = signs[: match.start()]
        if sentence.patterns.is_filler(front):
            label = QuantityLabel(match["label"] or match["only"], front, "", is_certain=True)
            aspect: Aspect = "all" if match["all"] or match["only"] else "used"
            yield claim_of(sentence, label, aspect, None, None, "", "")._replace(row=row)


def idle_claims(sentence: SentenceSigns) -> Iterator[FigureClaim]:
    """Sources that are said not to pay: 「一般財源の負担は生じない」."""
    for match in sentence.patterns.not_paying.finditer(sentence.signs):
        front = sentence.signs[: match.start()]
        is_of_change = "分" in front or sentence.patterns.way.search(front)
        if not is_of_change and sentence.patterns.is_sheet_filler(_LABEL.sub("", front)):
            label = QuantityLabel(match["label"], front, "", is_certain=True)
            yield claim_of(sentence, label, "idle", None, None, "", "")


def fund_claims(sentence: SentenceSigns) -> Iterator[FigureClaim]:
    """The amount that is taken out of a fund, where the sheet's other sources are that: 「県の基金から30,000千円を繰り入れ」."""
    if sentence.text.count(_FUND) != 1:
        return
    places = sentence.labels.places
    called = [
        label for label in sentence.words.other_revenue if label.endswith(_TAKEN_IN) and label in places
    ]
    for match in _OUT_OF_FUND.finditer(sentence.signs) if called else ():
        front, back = sentence.signs[: match.start()], sentence.signs[match.end("amount") :]
        label = QuantityLabel("", front, "", is_certain=True)
        is_other = _OF_ANOTHER.search(front) or sentence.patterns.of_another_body.search(front)
        is_taken = places[called[0]].endswith("/other") and not is_other
        if is_taken and is_open(sentence, label, "value", front, back):
            claim = claim_of(
                sentence, label, "value", sentence.quantities[match["amount"]], None, front, back
            )
            yield claim._replace(place=places[called[0]], name=called[0])
