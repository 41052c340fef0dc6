"""Which budget a sentence speaks of where it is not the one that is asked for: 現計, 補正後, 査定後.

「国庫支出金は、現計5,000千円に15,000千円を加えて20,000千円となる」, 「査定後の財源は、国庫支出金6,000千円…」.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from model.claims.labels.sheet_labels import Signs
from model.values.pattern import lazy_pattern

_S: Final = Signs  # short, for it stands in every pattern
_STANDING: Final = r"(?:現計|補正前|現行|既定|既決)(?:の?予算)?額?分?の?"
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
_OF_LABEL: Final = (
    (
        "total",
        lazy_pattern(
            rf"(?:{_STANDING}|{_S.STANDING}){_S.MONEY}?(?:と|に)(?:合わせ|加え)た\Z|(?:補正|{_S.PROJECT})後の\Z"
            rf"|{_S.IN_TOTAL}(?:での?|における|の)\Z"
        ),
    ),
    ("standing", lazy_pattern(r"(?:現計|補正前)(?:の?予算)?額?の\Z")),
)
_TOPICS: Final = (
    (
        "total",
        lazy_pattern(
            rf"\A(?:(?:補正|{_S.PROJECT})後(?:の?予算)?額?の?(?:財源)?(?:に|で)?は|{_S.IN_TOTAL}(?:での|における|では))、?[^{_S.OWN}{_S.PROJECT}]*\Z"
        ),
    ),
    ("standing", lazy_pattern(rf"\A{_STANDING}(?:財源)?(?:に|で)?は、?[^{_S.OWN}{_S.PROJECT}]*\Z")),
)
"""What a sentence is about from its beginning: 「補正後は国庫支出金20,000千円を充て、…」."""
_OF_GRANTED: Final = lazy_pattern(
    rf"\A{_S.GRANTED}後?では、|\A{_S.GRANTED}後は、?(?![^。]*{_S.ASKED})|{_S.GRANTED}後?{_S.MONEY}?の[^、。]{{0,6}}財源|{_S.GRANTED}は、?{_S.MONEY}(?:となり|であり|で)、(?![^。]*{_S.ASKED})"
)


class Front(NamedTuple):
    """What stands before a quantity without the words that say of which budget it is, and that budget.

    The budget is a row of the tables of costs, people and sources (``place.cost``); "" for the one that is asked for.
    """

    signs: str
    row: str = ""


def front_of(signs: str) -> Front:
    """What stands before a quantity, and the budget that it says."""
    for row, pattern in _ROWS:
        if match := pattern.search(signs):
            return Front(signs[: match.start()], row)
    return Front(signs)


def row_of_label(before: str) -> str:
    """The budget that stands right before a label: 「補正後の一般財源」, 「現計と合わせた人役」; "" for none."""
    return next((row for row, pattern in (*_OF_LABEL, *_TOPICS) if pattern.search(before)), "")


def is_of_granted(before: str) -> bool:
    """Whether the sources that are named behind some signs are those of what was granted."""
    return _OF_GRANTED.search(before) is not None
