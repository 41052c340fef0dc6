"""What texts say of the figures of a request, each claim with the figure that it is of, and whether the sheet contradicts it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from model.checks.case import Case
from model.checks.claims.read_texts import COMMENT, read_texts
from model.checks.finding import thousands
from model.claims.amounts import Money
from model.claims.figure_sentences import ClaimInText, Known, figure_claims, look_for_names
from model.claims.line_names import Names, Target, names_in
from model.claims.near_names import near_names_in
from model.claims.quantities import quantities_in
from model.claims.sentence_claims import FigureClaim
from model.claims.typing_errors import typing_error
from model.figures.figures import Totals
from model.incremental.results import Results
from model.names.figure_outline import SheetFigure, figure_outline
from model.names.spoken_labels import spoken_labels
from model.request import place
from model.request.place import Place
from model.request.request import Request
from model.standard.standard import Standard
from model.standard.text_words import TextWords
from model.values.amount import format_percent, round_exact

LAST_YEARS: Final = "前年度の額のままではありませんか。"
# 千円: of smaller figures too many others are a slip of the hand away.
_SURE: Final = 1_000
_ROUGHLY: Final = Fraction(1, 20)
"""How far an amount said to be rounded (約) may be from the figure, as a share of it."""
_ROUND: Final = 2  # figures before the zeros of an amount that many others are near to
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


class SaidFigure(NamedTuple):
    """A claim of a text with the figure that it is of.

    Attributes:
        where: the place of the text.
        text: the text.
        start: where the quantity begins in the text.
        claim: what it says.
        figure: the figure.
        wrong: what the sheet says instead; None where it agrees, or the claim may be of another figure.
        unit: the unit of the text, where it stands beside it.
    """

    where: Place
    text: str
    start: int
    claim: FigureClaim
    figure: SheetFigure
    wrong: Wrong | None
    unit: str = ""

    @property
    def is_of_line(self) -> bool:
        """Whether it is of a line or a table; else it is of the sheet itself."""
        return self.figure.place.startswith(("line/", "group/"))

    @property
    def money(self) -> Money | None:
        """The amount that it says; None where it says none."""
        return self.claim.quantity.money if self.claim.quantity else None

    @property
    def is_of_people(self) -> bool:
        """Whether it says how many people there are this year."""
        quantity = self.claim.quantity
        return quantity is not None and quantity.kind == "people" and self.claim.aspect == "value"

    def written(self, new: str) -> str:
        """The text with other words in the place of the quantity."""
        quantity = self.claim.quantity
        assert quantity is not None
        end = self.start + quantity.end - quantity.start
        return self.text[: self.start] + new.removesuffix(self.unit) + self.text[end:]


def figures_of(case: Case) -> dict[Place, SheetFigure]:
    """The figures of a request by their places, made once for all that ask in a run."""
    return case.results.of(_figures, case.request, case.totals, case.standard, case.results)


def said_figures(case: Case) -> tuple[SaidFigure, ...]:
    """What the texts of a request say of its figures, read once for all that ask in a run."""
    return case.results.of(_said, case.request, case.totals, case.standard, case.results)


def read_in_steps(case: Case) -> Iterator[None]:
    """Look for names in the texts, a paragraph for each item: where a line's words have changed, it is what takes longest."""
    results = case.results
    names = names_in(case.request, results)
    yield
    near = near_names_in(case.request, case.standard.text_words, results)
    yield
    for source in read_texts(case.request, case.standard):
        yield from look_for_names(source.read, names, near, case.standard.text_words, results)


def _figures(
    request: Request, totals: Totals, standard: Standard, results: Results
) -> dict[Place, SheetFigure]:
    return {figure.place: figure for figure in figure_outline(request, totals, standard, results)}


def _said(request: Request, totals: Totals, standard: Standard, results: Results) -> tuple[SaidFigure, ...]:
    words, names = standard.text_words, names_in(request, results)
    figures = results.of(_figures, request, totals, standard, results)
    labels = spoken_labels(request, totals, standard, figures, results)
    known = Known(names, near_names_in(request, words, results), labels)
    found: list[SaidFigure] = []
    linked = {(link.place, at) for link in request.links for at in range(link.start, link.end)}
    for source in read_texts(request, standard):
        where = source.place
        for said in figure_claims(source.read, known, words, results):
            claim, start = said.claim, said.offset + said.claim.start - source.begin
            if start < 0 or (where, start) in linked:  # of the words beside a cell; said by the writer
                continue
            figure = _figure(request, names, claim, figures)
            if figure is not None and claim.aspect == "change" and claim.place == "assessment/amount":
                asked = figures[place.REQUEST_AMOUNT]
                since = "previous" if words.year_before.search(claim.sentence) else "value"
                before = asked.previous_place if since == "previous" else asked.place
                figure = figure._replace(previous_place=before, previous=getattr(asked, since))
            if where == COMMENT and (
                claim.targets or claim.added or not claim.name or claim.aspect != "value"
            ):
                continue
            if figure is None or (claim.aspect == "previous" and figure.previous is None):
                continue
            wrong = _wrong(said, figure, words, figures[place.REQUEST_AMOUNT])
            found.append(SaidFigure(where, source.text, start, claim, figure, wrong, source.unit))
    return tuple(found)


def _wrong(found: ClaimInText, figure: SheetFigure, words: TextWords, asked: SheetFigure) -> Wrong | None:
    """What the figure is in words, the amount to be written and a hint; None where the claim is right, or may be of another."""
    claim, quantity = found.claim, found.claim.quantity
    is_plain = claim.is_certain and (bool(claim.targets or claim.added) or _is_of_all(found.under, words))
    if claim.part is not None:
        return _wrong_part(claim, claim.part, figure) if is_plain else None
    if claim.aspect in ("new", "all", "used"):
        return _wrong_words(claim, figure, asked) if is_plain else None
    if claim.aspect == "share":
        return _wrong_share(claim, figure, asked) if is_plain else None
    if claim.aspect == "change":
        return _wrong_change(claim, figure) if is_plain else None
    if claim.beside is not None:
        return _wrong_pair(claim, claim.beside, figure) if is_plain else None
    right = figure.previous if claim.aspect == "previous" else figure.value
    assert quantity is not None
    if quantity.kind == "people":
        is_right = (
            not isinstance(right, Decimal)
            or Fraction(right) == quantity.value
            or (claim.aspect == "value" and _is_of_its_change(claim, figure, words))
        )
        return None if is_right or not is_plain else Wrong(f"は {right}人")
    money = quantity.money
    if money is None or not isinstance(right, int) or money.is_of(right):
        return None
    if claim.is_about and _is_roughly(money.value, Fraction(right)):
        return None
    if claim.aspect == "value" and _is_of_its_change(claim, figure, words):
        return None
    before = figure.previous if isinstance(figure.previous, int) else 0
    if "補正" in claim.sentence and money.whole == right + before:
        return None  # what it comes to with what was budgeted before
    is_last_years = claim.aspect == "value" and figure.previous == money.whole
    is_of_last_year = is_last_years and words.year_before.search(claim.sentence) is not None
    if is_last_years and (claim.asks or not (claim.targets or is_of_last_year)):
        hint = LAST_YEARS
    else:
        hint = typing_error(right, money.value) if right >= _SURE and not is_of_last_year else ""
    if not is_plain and not (hint and (not claim.is_far or _is_telling(right, money.value))):
        return None
    label = "の前年度予算額" if claim.aspect == "previous" else ""
    return Wrong(f"{label}は {thousands(right)}", right, hint)


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
    behind = claim.sentence.partition(quantity.written)[2]
    speaks_of_change = quantity.sign != 0 or re.search(words.direction, claim.sentence) is not None
    if is_change and speaks_of_change and not behind.startswith(("に", "へ")):  # 「0.5人から1.4人に増え」
        return True
    said = {one.value for one in quantities_in(claim.sentence) if one.kind == quantity.kind}
    return (is_change or written == before) and now in said


def _is_telling(right: int, written: Fraction) -> bool:
    """Whether a slip of the hand is no chance: round figures (30,000 and 31,000) are a digit apart too easily."""
    return any(len(str(abs(int(value))).rstrip("0")) > _ROUND for value in (right, written))


def _wrong_words(claim: FigureClaim, figure: SheetFigure, asked: SheetFigure) -> Wrong | None:
    """What is wrong where a text calls a line new, or says that a source pays for all or for some; None where it is right."""
    if claim.aspect == "new":
        previous = figure.previous
        if not isinstance(previous, int) or previous <= 0:
            return None
        return Wrong(f"の前年度予算額は {thousands(previous)}")
    if not claim.place.startswith("funding/request/"):
        return None
    value = figure.value if isinstance(figure.value, int) else 0
    if value and (claim.aspect == "used" or value == asked.value):
        return None
    is_known = claim.aspect == "all" and isinstance(asked.value, int)
    whole = f"（{asked.label} {asked.value:,}千円）" if is_known else ""
    return Wrong(f"は {thousands(value)}{whole}")


def _wrong_change(claim: FigureClaim, figure: SheetFigure) -> Wrong | None:
    """The same of a change: an amount, a rate, a number of times, or only a direction."""
    change, quantity = figure.change, claim.quantity
    if change is None or figure.previous is None:
        return None
    sign = (change > 0) - (change < 0)
    since = "要求額" if figure.previous_place == place.REQUEST_AMOUNT else "前年度"
    way = f"の増減は {change}人"
    if isinstance(change, int):
        way = f"の{since}からの増減は {thousands(change)}"
    if quantity is None:
        return None if sign == claim.direction else Wrong(f"{way}（{_WAYS[sign]}）")
    if claim.direction is not None and sign != claim.direction and quantity.sign in (0, claim.direction):
        return Wrong(f"{way}（{_WAYS[sign]}）")
    if quantity.kind == "people":
        return None if abs(Fraction(change)) == abs(quantity.value) else Wrong(way)
    if quantity.kind == "money":
        money = quantity.money
        assert money is not None
        value = abs(int(change)) * (-1 if money.value < 0 else 1)
        if money.is_of(value) or (claim.is_about and _is_roughly(money.value, Fraction(value))):
            return None
        return Wrong(way, value)
    times, written = figure.times, abs(quantity.value)
    if times is None:
        return None
    shown = times if quantity.kind == "times" else abs(times - 1) * 100
    if _rounds_to(shown, written, quantity.step) or (
        claim.is_about and _is_roughly(written, shown, quantity.step / 2)
    ):
        return None
    if quantity.kind == "times":
        return Wrong(f"は前年度の {round_exact(times * 100, 'half_up') / 100:g}倍")
    if claim.direction is None and _rounds_to(times * 100, written, quantity.step):
        return None  # 「前年度比 121.5％」
    if claim.direction is None and abs(written - times * 100) < abs(written - shown):
        return Wrong(f"は前年度の {format_percent(Decimal(round_exact(times * 1_000, 'half_up')) / 10)}％")
    return Wrong(f"の前年度からの増減率は {format_percent(figure.percent)}％")


def _wrong_pair(claim: FigureClaim, beside: Fraction, figure: SheetFigure) -> Wrong | None:
    """What is wrong with one of two amounts of the figure; None where it is right, or the other is not of it."""
    money = claim.quantity.money if claim.quantity else None
    value, previous = figure.value, figure.previous
    if money is None or not isinstance(value, int):
        return None
    if claim.aspect == "after":
        after = math.floor(value + beside)
        is_right = money.is_of(after) or money.is_of(value)
        return None if is_right else Wrong(f"は {thousands(value)}で、合わせると {thousands(after)}", after)
    right, other = (previous, value) if claim.aspect == "previous" else (value, previous)
    if not isinstance(right, int) or beside != other or money.is_of(right):
        return None
    label = "の前年度予算額" if claim.aspect == "previous" else ""
    return Wrong(f"{label}は {thousands(right)}", right)


def _wrong_share(claim: FigureClaim, figure: SheetFigure, asked: SheetFigure) -> Wrong | None:
    """The same of a share of what is asked."""
    quantity = claim.quantity
    is_asked = figure.place.startswith(("funding/request/", "line/", "group/"))
    if not (is_asked and quantity and isinstance(figure.value, int) and isinstance(asked.value, int)):
        return None
    if asked.value <= 0:
        return None
    share = Fraction(figure.value * 100, asked.value)
    if _rounds_to(share, quantity.value, quantity.step) or (
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
    if claim.is_about and _is_roughly(money.value, right):
        return None
    return Wrong(
        f"は {thousands(figure.value)}で、その{part.denominator}分の{part.numerator}は {thousands(math.floor(right))}",
        math.floor(right),
    )


def _is_roughly(written: Fraction, exact: Fraction, least: Fraction = Fraction(0)) -> bool:
    """Whether a number is within 5 % of the exact one, or within ``least`` of it: how a number behind 約 is judged."""
    return abs(written - exact) <= max(least, abs(exact) * _ROUGHLY)


def _rounds_to(exact: Fraction, written: Fraction, step: Fraction) -> bool:
    """Whether a number is written as precisely as it is written: rounded or cut off."""
    return abs(exact - written) * 2 <= step or 0 <= exact - written < step


def _is_of_all(under: str, words: TextWords) -> bool:
    """Whether the headings above a sentence are of no part of the project."""
    return all(any(word in name for word in words.of_all) for name in under.split(" ") if name)


def _figure(
    request: Request, names: Names, claim: FigureClaim, figures: dict[Place, SheetFigure]
) -> SheetFigure | None:
    """The figure that a claim is of; None where its name is of several, or a figure that is added is blank."""
    if claim.added:
        parts = [figures.get(_place_of(request, names, target)) for target in claim.added]
        values = [part.value for part in parts if part is not None and isinstance(part.value, int)]
        if len(values) != len(parts) or parts[0] is None:
            return None
        return SheetFigure(parts[0].place, claim.name, (), "amount", sum(values))
    if claim.aspect == "limit":
        lines = {names.id_of(target) for target in claim.targets}
        own = [one for one in request.commitments if not lines or one.line in lines]
        return figures.get(place.commitment(own[0].id, "limit")) if len(own) == 1 else None
    if len(claim.targets) > 1:
        return None
    return figures.get(_place_of(request, names, claim.targets[0]) if claim.targets else claim.place)


def _place_of(request: Request, names: Names, target: Target) -> Place:
    if target.path:
        return f"line/{names.id_of(target)}/amount"
    return place.group(request.groups[target.group].id, "amount")
