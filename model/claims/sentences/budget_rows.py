"""Which budget a sentence speaks of where it is not the one that is asked for: 現計, 補正後, 査定後.

「国庫支出金は、現計5,000千円に15,000千円を加えて20,000千円となる」, 「査定後の財源は、国庫支出金6,000千円…」.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from model.claims.labels.sheet_labels import Signs
from model.request.place import Place
from model.standard.text_words import TextPatterns
from model.values.pattern import lazy_pattern

_S: Final = Signs  # short, for it stands in every pattern
_STANDING: Final = rf"{_S.STOOD}{{1,8}}(?:の?予算)?額?分?の?"
_WITH: Final = r"(?:加え|追加し|合わせ|足し|上積みし|上乗せし|積み増し|減額し|減らし|差し引い?)[てた]?"
"""What brings an amount that stands and one that is asked together."""
_ROWS: Final = (
    (
        "total",
        lazy_pattern(
            rf"(?:{_STANDING}|{_S.STANDING}){_S.QUANTITY}(?:に|と|から)[^。]{{0,30}}{_WITH}、?(?:合?計)?、?\Z"
            rf"|(?:{_STANDING}{_S.QUANTITY}(?:に|と)[^。{_S.QUANTITY[1:-1]}]{{0,30}}{_WITH}、?)?(?:補正|{_S.PROJECT})後(?:の?予算)?額?[はのがで:\s]*\Z"
        ),
    ),
    ("standing", lazy_pattern(rf"{_STANDING}[はがで:\s]*\Z")),
)
_STOOD: Final = rf"(?:{_STANDING}|{_S.STANDING})"
_AFTER: Final = rf"(?:(?:補正|{_S.PROJECT})後(?:の?予算)?額?|{_S.IN_TOTAL})"
_STAGE: Final = r"(?:の?(?:段階|時点))?"
_OF_ROW: Final = (
    (
        "total",
        lazy_pattern(
            rf"{_STOOD}{_S.MONEY}?(?:と|に)(?:合わせ|加え)た\Z|{_AFTER}{_STAGE}(?:での?|における|の)\Z"
        ),
    ),
    (
        "standing",
        lazy_pattern(rf"{_STOOD}{_STAGE}(?:での?|における|の)\Z"),
    ),
    ("", lazy_pattern(rf"(?P<component>{_S.COMPONENT}){_S.MONEY}?(?:での?|における|の)\Z")),
)
"""What stands right before a label: 「補正後の一般財源」, 「現計と合わせた人役」."""
_OTHER: Final = (
    f"[^{_S.OWN}{_S.PROJECT}{_S.ASKED[1:-1]}{_S.COMPONENT[1:-1]}{_S.STANDING[1:-1]}{_S.IN_TOTAL[1:-1]}]*"
)
_TOPIC: Final = (
    rf"{_S.MONEY}?{_STAGE}の?(?:財源|内訳)?(?:のうち|(?:に|で)?は|での?|における|において)、?{_OTHER}\Z"
)
_TOPICS: Final = (
    ("total", lazy_pattern(rf"\A(?:{_S.PEOPLE_LABEL}は、?)?{_AFTER}{_TOPIC}")),
    ("standing", lazy_pattern(rf"\A(?:{_S.PEOPLE_LABEL}は、?)?{_STOOD}{_TOPIC}")),
    ("", lazy_pattern(rf"\A(?:{_S.OWN}の)?(?P<component>{_S.COMPONENT}){_TOPIC}")),
)
"""What a sentence is about from its beginning: 「補正後は国庫支出金20,000千円を充て、…」, 「既整理額の段階で正職員3.4人」."""
IN_ALL: Final = lazy_pattern("の計(?:は|が|で)、?")
"""Behind the label of a column: 「人件費の計は」 is what stands and what is asked together."""
OF_GRANTED: Final = lazy_pattern(
    rf"\A{_S.GRANTED}後?では、|\A{_S.GRANTED}後は、?(?![^。]*{_S.ASKED})|{_S.GRANTED}後?{_S.MONEY}?の[^、。]{{0,6}}財源|{_S.GRANTED}は、?{_S.MONEY}(?:となり|であり|で)、(?![^。]*{_S.ASKED})"
)
"""Before the sources of what was granted."""


class Front(NamedTuple):
    """What stands before a quantity without the words that say of which budget it is, and that budget.

    The budget is a row of the tables of costs, people and sources (``place.cost``); "" for the one that is asked for.
    """

    signs: str
    row: str = ""


def front_of(signs: str, patterns: TextPatterns) -> Front:
    """What stands before a quantity, and the budget that it says."""
    marked = _marked(signs, patterns)
    for row, pattern in _ROWS:
        if match := pattern.search(marked):
            return Front(signs[: match.start()], row)
    return Front(signs)


def row_of_label(before: str, places: Mapping[str, Place], patterns: TextPatterns) -> str:
    """The budget that stands before a label, the signs with the places of their figures: 「補正後の一般財源」; "" for none."""
    marked = _marked(before, patterns)
    for row, pattern in (*_OF_ROW, *_TOPICS):
        if match := pattern.search(marked):
            return row or places[match["component"]].partition("/")[2]
    return ""


def _marked(signs: str, patterns: TextPatterns) -> str:
    """Signs of the same length with one for each letter of the words for what stands."""
    return patterns.standing.sub(lambda match: _S.STOOD * len(match.group()), signs)
