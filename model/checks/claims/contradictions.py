"""Whether a figure of the sheet contradicts what a text says of it, and what it is instead."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from model.checks.finding import thousands
from model.claims.quantities.amounts import Money
from model.claims.quantities.quantities import Quantity
from model.claims.quantities.typing_errors import telling_error, typing_error
from model.claims.sentences.figure_claim import FigureClaim
from model.claims.sentences.figure_sentences import ClaimInText
from model.names.figure_outline import SheetFigure
from model.request import place
from model.standard.text_words import TextWords
from model.values.amount import format_percent, round_exact
from model.values.pattern import lazy_pattern

LAST_YEARS: Final = "前年度の額のままではありませんか。"
SURE: Final = 1_000
"""千円: of smaller figures too many others are a slip of the hand away."""
_ROUGHLY: Final = Fraction(1, 20)
"""How far an amount said to be rounded (約) may be from the figure, as a share of it."""
_PART: Final = "うち"
_AT_A_PLACE: Final = lazy_pattern(
    r"[^、。は]*(?:センター|窓口|[所室館園校院局]|施設)(?:の[^、。はに]*)?に(?:は|も)?、?[^、。は\d]{0,8}\d"
)
"""People of one place, who may be others than those who do the work: 「窓口の相談には正職員1.0人が」."""
_THIS: Final = "今年度"
_GOES_ON: Final = lazy_pattern(rf"{_THIS}も|引き続き|継続(?:する|し|して)")
_WAYS: Final[Mapping[int, str]] = {1: "増", -1: "減", 0: "同額"}


class Wrong(NamedTuple):
    """What the sheet says in the place of a claim.

    Attributes:
        right: what the figure is, to be put behind its name: 「は 124,767千円」.
        value: the amount to be written, 千円; None where no amount is.
        hint: how the claim may have come about.
    """

    right: str
    value: int | None = None
    hint: str = ""


def contradiction(
    found: ClaimInText,
    figure: SheetFigure,
    words: TextWords,
    asked: SheetFigure,
    *,
    is_shown: bool = False,
) -> Wrong | None:
    """What the figure is in words, the amount to be written and a hint; None where the claim is right, or may be of another.

    ``is_shown``: what else the text says shows that the claim is of the figure (``evidence``).
    """
    claim, quantity = found.claim, found.claim.quantity
    is_plain = is_shown or (
        claim.is_certain and (bool(claim.targets or claim.added) or _is_of_all(found.under, words))
    )
    if claim.part is not None:
        return _wrong_part(claim, claim.part, figure) if is_plain else None
    if claim.aspect in ("new", "all", "used", "idle"):
        return _wrong_words(claim, figure, asked) if is_plain else None
    if claim.aspect == "share":
        return _wrong_share(claim, figure, asked) if is_plain else None
    if claim.aspect == "change":
        wrong = _wrong_change(claim, figure, is_plain=is_shown) if is_plain else None
        return wrong if not claim.is_since_unsaid or _is_slip_of_change(claim, figure) else None
    right = figure.previous if claim.aspect == "previous" else figure.value
    assert quantity is not None
    if quantity.kind == "people":
        is_right = (
            not isinstance(right, Decimal)
            or (
                _AT_A_PLACE.match(claim.sentence) is not None
                and not words.patterns.year_before.search(claim.sentence)
            )
            or Fraction(right) == quantity.value
            or (claim.aspect == "value" and _is_split(claim, quantity, Fraction(right), words))
            or (claim.aspect == "value" and _is_of_its_change(claim, figure, words))
        )
        label = "の前年度の人役は " if claim.aspect == "previous" else "は"
        is_more = isinstance(right, Decimal) and _is_more(quantity.value, right, figure)
        is_more = is_more and "ほか" not in claim.sentence
        return None if is_right or not (is_plain or is_more) else Wrong(f"{label}{right}人")
    money = quantity.money
    if claim.aspect == "previous" and right is None and money is not None and is_plain:
        return Wrong("の前年度予算額は空欄")
    if money is not None and right is None and claim.targets and _goes_on(claim, figure, words):
        return Wrong("は空欄")
    if money is None or not isinstance(right, int) or money.is_of(right):
        return None
    if right < 0 and money.is_of(-right) and words.patterns.says_fall(claim.sentence):
        return None  # 「減額する21,350千円は全額一般財源である」
    if claim.is_about and _is_nearly(money, Fraction(right)):
        return None
    if claim.aspect == "value" and _is_of_its_change(claim, figure, words):
        return None
    if claim.targets and _PART in claim.sentence and right in claim.alike:
        return None  # 「事業費は135,000千円で、うち県費45,000千円」: others pay the rest
    before = figure.previous if isinstance(figure.previous, int) else 0
    if money.whole == right + before and ("補正" in claim.sentence or right in claim.alike):
        return None  # what it comes to with what was budgeted before
    is_last_years = claim.aspect == "value" and figure.previous == money.whole
    is_of_last_year = is_last_years and words.patterns.year_before.search(claim.sentence) is not None
    if is_last_years and (claim.asks or not (claim.targets or is_of_last_year)):
        hint = LAST_YEARS
    else:
        hint = typing_error(right, money.value) if right >= SURE and not is_of_last_year else ""
    if not is_plain and not (
        hint and (not claim.label.is_far or telling_error(Fraction(right), money.value))
    ):
        return None
    label = "の前年度予算額" if claim.aspect == "previous" else ""
    return Wrong(f"{label}は {thousands(right)}", right, hint)


def _goes_on(claim: FigureClaim, figure: SheetFigure, words: TextWords) -> bool:
    """Whether a text says that a line that the sheet has for the year before alone goes on with the same amount: 「本年度も引き続き380千円」."""
    quantity = claim.quantity
    is_same = quantity is not None and figure.previous == quantity.value > 0
    return is_same and _GOES_ON.search(words.patterns.year_own.sub(_THIS, claim.sentence)) is not None


def _is_more(written: Fraction, right: Decimal, figure: SheetFigure) -> bool:
    """Whether a number of people, of a part or of all, is more than there are or were, yet not so many that others are meant."""
    before = Fraction(figure.previous) if isinstance(figure.previous, Decimal) else Fraction(0)
    most = max(Fraction(right), before)
    return most < written < 2 * most


def _is_of_its_change(claim: FigureClaim, figure: SheetFigure, words: TextWords) -> bool:
    """Whether a quantity is what a figure changed by, in a sentence that speaks of changes, or what it was, beside what it is.

    「作業道の開設は前年度の18,000千円に3,600千円を上積みし、21,600千円を計上する」 says the figure, what it was and the change.
    """
    quantity, value, previous = claim.quantity, figure.value, figure.previous
    assert quantity is not None
    if not isinstance(value, int | Decimal) or not isinstance(previous, int | Decimal):
        return False
    written, now, before = abs(quantity.value), Fraction(value), Fraction(previous)
    is_change = written == abs(now - before)
    if not is_change and written != before and "→" not in claim.sentence:
        return False
    behind = claim.sentence.partition(quantity.written)[2]
    speaks_of_change = quantity.sign != 0 or words.patterns.way.search(claim.sentence) is not None
    if is_change and speaks_of_change and not behind.startswith(("に", "へ")):  # 「0.5人から1.4人に増え」
        return True
    return now in claim.alike


def _is_split(claim: FigureClaim, quantity: Quantity, right: Fraction, words: TextWords) -> bool:
    """Whether all numbers of people of a sentence are parts of the one that it names: 「貸出に正職員0.4人、配送に2.0人」 of 2.4人."""
    parts = [one.value for one in claim.beside if one.kind == quantity.kind]
    named = [one for one in claim.named if isinstance(one, str) and one.startswith("headcount/")]
    is_moved = "から" in claim.sentence or words.patterns.way.search(claim.sentence) is not None
    return len(named) == 1 and not is_moved and sum(parts) == right


def _is_slip_of_change(claim: FigureClaim, figure: SheetFigure) -> bool:
    """Whether an amount is what a figure changed by, in the same direction, with a slip of the hand: 「5,000千円増」 may be since anything."""
    change, quantity = figure.change, claim.quantity
    if quantity is None or not isinstance(change, int) or not change:
        return False
    is_same_way = claim.direction == (1 if change > 0 else -1)
    return is_same_way and bool(typing_error(abs(change), abs(quantity.value)))


def _wrong_words(claim: FigureClaim, figure: SheetFigure, asked: SheetFigure) -> Wrong | None:
    """What is wrong where a text calls a line new, or says that a source pays for all, for some or for none; None where it is right."""
    if claim.aspect == "new":
        previous = figure.previous
        if not isinstance(previous, int) or previous <= 0:
            return None
        return Wrong(f"の前年度予算額は {thousands(previous)}")
    if not claim.place.startswith(("funding/request/", "funding/asked/")):
        return None
    value = figure.value if isinstance(figure.value, int) else 0
    is_right = (
        not value if claim.aspect == "idle" else value and (claim.aspect == "used" or value == asked.value)
    )
    if is_right:
        return None
    is_known = claim.aspect == "all" and isinstance(asked.value, int)
    whole = f"（{asked.label} {asked.value:,}千円）" if is_known else ""
    return Wrong(f"は {thousands(value)}{whole}")


def _wrong_change(claim: FigureClaim, figure: SheetFigure, *, is_plain: bool = False) -> Wrong | None:
    """The same of a change: an amount, a rate, a number of times, or only a direction; ``is_plain`` of one beside the figure's amount."""
    change, quantity = figure.change, claim.quantity
    if change is None or figure.previous is None:
        return None
    sign = (change > 0) - (change < 0)
    since = "要求額" if figure.previous_place == place.REQUEST_AMOUNT else "前年度"
    since = "現計" if figure.previous_place == figure.place else since
    way = f"の増減は {change}人"
    if isinstance(change, int):
        way = f"の{since}からの増減は {thousands(change)}"
    if quantity is None:
        is_nearly = claim.is_about and not claim.direction and _is_little(figure)
        return None if sign == claim.direction or is_nearly else Wrong(f"{way}（{_WAYS[sign]}）")
    if claim.direction is not None and sign != claim.direction and quantity.sign in (0, claim.direction):
        return Wrong(f"{way}（{_WAYS[sign]}）")
    if quantity.kind == "people":
        return None if abs(Fraction(change)) == abs(quantity.value) else Wrong(way)
    if quantity.kind == "money":
        money = quantity.money
        assert money is not None
        value = abs(int(change)) * (-1 if money.value < 0 else 1)
        if money.is_of(value) or (claim.is_about and _is_nearly(money, Fraction(value))):
            return None
        return Wrong(way, value)
    times, written = figure.times, abs(quantity.value)
    if times is None:
        return None
    shown = times if quantity.kind == "times" else abs(times - 1) * 100
    # 「2倍」 of 1.5 is none, where the figure is named by its own words or its amount stands beside it
    is_sharp = (
        quantity.kind == "times" and quantity.step == 1 and (is_plain or figure.label.endswith(claim.name))
    )
    step = quantity.step / 2 if is_sharp and not claim.is_about else quantity.step
    is_enough = claim.is_least and (quantity.kind == "times" or claim.direction is not None)
    if (
        shown >= written
        if is_enough
        else rounds_to(shown, written, step)
        or (claim.is_about and _is_roughly(written, shown, quantity.step / 2))
    ):
        return None
    if quantity.kind == "times":
        return Wrong(f"は前年度の {round_exact(times * 100, 'half_up') / 100:g}倍")
    if claim.direction is None and rounds_to(times * 100, written, quantity.step):
        return None  # 「前年度比 121.5％」
    if claim.direction is None and abs(written - times * 100) < abs(written - shown):
        return Wrong(f"は前年度の {format_percent(Decimal(round_exact(times * 1_000, 'half_up')) / 10)}％")
    return Wrong(f"の前年度からの増減率は {format_percent(figure.percent)}％")


def _is_little(figure: SheetFigure) -> bool:
    """Whether a figure changed so little that it is 「ほぼ前年度並み」."""
    times = figure.times
    return times is not None and abs(times - 1) <= _ROUGHLY


def _wrong_share(claim: FigureClaim, figure: SheetFigure, asked: SheetFigure) -> Wrong | None:
    """The same of a share of what is asked."""
    quantity = claim.quantity
    is_asked = figure.place.startswith(("funding/request/", "line/", "group/", "cost/request/"))
    if not (is_asked and quantity and isinstance(figure.value, int) and isinstance(asked.value, int)):
        return None
    if asked.value <= 0:
        return None
    share = Fraction(figure.value * 100, asked.value)
    if rounds_to(share, quantity.value, quantity.step) or (
        claim.is_about and _is_roughly(quantity.value, share, quantity.step)
    ):
        return None
    whole = f"（{asked.label}の {format_percent(Decimal(round_exact(share * 10, 'half_up')) / 10)}％）"
    return Wrong(f"は {thousands(figure.value)}{whole}")


def _wrong_part(claim: FigureClaim, part: Fraction, figure: SheetFigure) -> Wrong | None:
    """What is wrong with an amount that a text gives as a part of the figure; None where it is right, rounded up or down."""
    money = claim.quantity.money if claim.quantity else None
    if money is None or not isinstance(figure.value, int):
        return None
    right = figure.value * part
    if any(money.is_of(whole) for whole in (math.floor(right), math.ceil(right))):
        return None
    if claim.is_about and _is_nearly(money, right):
        return None
    return Wrong(
        f"は {thousands(figure.value)}で、その{part.denominator}分の{part.numerator}は {thousands(math.floor(right))}",
        math.floor(right),
    )


def _is_roughly(written: Fraction, exact: Fraction, least: Fraction = Fraction(0)) -> bool:
    """Whether a number is within 5 % of the exact one, or within ``least`` of it: how a number behind 約 is judged."""
    return abs(written - exact) <= max(least, abs(exact) * _ROUGHLY)


def _is_nearly(money: Money, exact: Fraction) -> bool:
    """Whether an amount behind 約 is near the exact one, as nearly as its last digit says: 「約6,520万円」 is not 6,250万円."""
    digits = str(abs(int(money.value)))
    last = 10 ** (len(digits) - len(digits.rstrip("0")))
    return abs(money.value - exact) <= 2 * last and _is_roughly(money.value, exact)


def rounds_to(exact: Fraction, written: Fraction, step: Fraction) -> bool:
    """Whether a number is written as precisely as it is written: rounded or cut off."""
    return abs(exact - written) * 2 <= step or 0 <= exact - written < step


def _is_of_all(under: str, words: TextWords) -> bool:
    """Whether the headings above a sentence are of no part of the project."""
    return all(any(word in name for word in words.of_all) for name in under.split(" ") if name)
