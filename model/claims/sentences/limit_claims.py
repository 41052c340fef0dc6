"""What a sentence says of the limit of a commitment (債務負担行為): 「限度額27,540千円の債務負担行為」."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from model.claims.labels.sheet_labels import Signs
from model.claims.quantities.commitment_year_words import COMMITMENT_WORD
from model.claims.sentences.figure_claim import FigureClaim, claim_of
from model.claims.sentences.quantity_labels import QuantityLabel
from model.claims.sentences.sentence_signs import SentenceSigns
from model.claims.sentences.signs_as_one import YEAR_SIGNS
from model.values.pattern import lazy_pattern

_S: Final = Signs  # short, for it stands in every pattern
_LIMIT: Final = rf"(?P<label>(?:債務負担行為の?)?限度額|{_S.OTHER_LABEL})"
_WHOLE: Final = rf"(?<!年度)(?<!年額)(?P<limit>{_S.MONEY})"
"""An amount that is not said to be of each year."""
_BARE: Final = rf"(?<![{YEAR_SIGNS}])(?<![{YEAR_SIGNS}][にはが])(?<!それぞれ)(?<!年)(?<!度)(?<!ずつ)(?<!{_S.MONEY}[、と])(?P<limit>{_S.MONEY})の(?P<label>債務負担行為)を"
"""An amount that nothing but 債務負担行為 says to be of it, and nothing to be of one year or one of several."""
_LIMITS: Final = tuple(
    map(
        lazy_pattern,
        (
            rf"{_LIMIT}(?:は|を|が)、?(?:毎年度?|各年度?|年額|1年(?:度|間)?(?:当たり|につき)?)、?{_S.MONEY}、?(?:で、?)?(?:総額|合計|計|[^、。]{{0,6}}年(?:間|分)の?(?:総額|合計|計)?)で?、?(?P<limit>{_S.MONEY})",
            rf"{_LIMIT}(?:は|を|が|として|:)?、?(?:\d{{1,2}}[かヶカ]年分の)?(?:約)?(?P<limit>{_S.MONEY})",
            rf"(?P<label>債務負担行為)の?{_S.ASKED}(?:は|を|が|として|:)、?(?P<limit>{_S.MONEY})",
            rf"(?P<label>後年度負担)(?:額|分)?(?:は|が|として)、?(?:\d{{1,2}}[かヶカ]?年間?で)?、?(?:合計|計|総額)で?、?(?P<limit>{_S.MONEY})",
            rf"{_WHOLE}を{_LIMIT}と(?:する|し|した|して)",
            rf"{_WHOLE}の(?:{_LIMIT}|債務を負)",
            rf"(?:計|総額)、?(?P<limit>{_S.MONEY})を(?P<label>債務負担行為)(?:により|で|として|に)",
            rf"(?:計|総額)、?(?P<limit>{_S.MONEY})の(?P<label>債務負担行為)を",
            rf"(?<![{YEAR_SIGNS}]){_WHOLE}を(?P<label>限度)と(?:する|し|した|して)",
            _BARE,
        ),
    )
)
"""The ways to say the limit of a commitment: 「限度額27,540千円の債務負担行為」, 「19,200千円を限度額とする債務負担行為」."""
_LINE: Final = lazy_pattern(_S.LINE)
_OF_YEARS: Final = lazy_pattern(
    rf"翌年度?(?:以降)?|後年度|\d{{1,2}}年間|\d{{0,2}}[かヶカヵ箇]年(?:間|度)?|{COMMITMENT_WORD}(?:行為)?|総額"
)
"""What a sentence about a commitment says of its years by nature, and other sentences of other years."""
_WAS_SET: Final = lazy_pattern(
    "設定(?:していた|した(?!い)|済|されている|された)|であった|だった|終了|満了|現契約|現行"
)


def limit_claims(sentence: SentenceSigns) -> Iterator[FigureClaim]:
    """The limit of a commitment, in a sentence that speaks of one."""
    if "債務" not in sentence.text:
        return
    for match in islice((found for pattern in _LIMITS if (found := pattern.search(sentence.signs))), 1):
        sign = match["label"] or "債務"
        if sign in sentence.label_of and sentence.label_of[sign] not in sentence.words.limits:
            continue
        front, back = sentence.signs[: match.start()], sentence.signs[match.end() :]
        is_other: object = _WAS_SET.search(front + back) or sentence.patterns.elsewhere.search(
            _OF_YEARS.sub("", front)
        )
        is_bare = match.re.pattern == _BARE
        is_other = is_other or (is_bare and not sentence.patterns.is_filler(_LINE.sub("", front)))
        label = QuantityLabel(sign, front, "", is_certain=not is_other)
        claim = claim_of(sentence, label, "limit", sentence.quantities[match["limit"]], None, front, back)
        lines = tuple(mention.targets for mention in sentence.mentions.values())
        yield claim._replace(
            name=claim.name or sign,
            targets=lines[0] if len(lines) == 1 else (),
            place="",
            is_about=sentence.patterns.about.search(sentence.signs[: match.start("limit")]) is not None,
        )
