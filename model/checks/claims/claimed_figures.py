"""Checks of what texts say of the figures of the sheet: amounts, rates, people, 増額 and 同額, however far off they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from model.checks.case import Case
from model.checks.finding import Fix, thousands
from model.checks.rule import Found, WholeCheck
from model.claims.figure_sentences import ClaimInText, FigureClaim, figure_claims
from model.claims.known_figures import KnownFigures
from model.claims.line_names import Names, Target, names_in, names_of
from model.claims.quantities import Quantity
from model.claims.sheet_labels import STROKES_AS_ONE, SheetLabels
from model.claims.typing_errors import typing_error
from model.figures.figures import every_line
from model.names.figure_outline import SheetFigure, figure_outline
from model.request import place
from model.request.lines import walk
from model.request.place import Place
from model.request.request import Request
from model.standard.text_words import TextWords
from model.values.amount import format_percent, round_exact

_LONGEST_QUOTE: Final = 40
_CLOSING: Final = (")", "）", "】", "」")
_SOURCE: Final = "本文と所要経費の表の照合（財政課への想定問答、公表ページ）"
_PEOPLE: Final = "本文とトータルコストの人役の照合（財政課への想定問答）"
_LAST_YEARS: Final = "前年度の額のままではありませんか。"
# 千円: of smaller figures too many others are a slip of the hand away.
_SURE: Final = 1_000
_ROUGHLY: Final = Fraction(1, 20)
"""How far an amount said to be rounded (約) may be from the figure, as a share of it."""
_SHORT: Final = 3  # letters of the words of a line by which a text may mean it
_WAYS: Final = {1: "増", -1: "減", 0: "同額"}


class Contradiction(NamedTuple):
    """A claim that the sheet contradicts.

    Attributes:
        where: the place of the text.
        text: the text.
        start: where the quantity begins in the text.
        claim: what it says.
        figure: the figure that it is said of.
        right: what the figure is, in words.
        value: the amount to be written in its place, 千円; None where no amount is.
        hint: how the amount may have come about.
    """

    where: Place
    text: str
    start: int
    claim: FigureClaim
    figure: SheetFigure
    right: str
    value: int | None
    hint: str


@WholeCheck.rule(
    "text-amount",
    "本文・備考・注で名前を挙げた経費の額・増減は、所要経費の表と同じ。",
    _SOURCE,
    "warning",
)
def amounts_in_texts_are_those_of_the_lines(case: Case) -> Iterator[Found]:
    """An amount that a text gives for a line (「標準事務費として12,085千円を要求」) is that of the table, and so is its change.

    Held against the table where the sentence names one line by its full words and only words that say nothing of their own
    stand between, or where it has that one name and one amount and the amount is the line's with a slip of the hand. An amount
    that stands anywhere else on the sheet, and a sentence about other years, results, prices or limits, is another figure; the
    frame これまでの取組と成果 is about the past.
    """
    known: KnownFigures | None = None
    for wrong in _contradictions(case, _is_of_line, _texts(case.request, case.standard.text_words)):
        money = wrong.claim.quantity.money if wrong.claim.quantity else None
        if money is not None and wrong.claim.aspect == "value" and wrong.hint != _LAST_YEARS:
            known = known or KnownFigures(case.request, case.totals, case.results)
            is_remark = wrong.where.endswith("/remark")
            if money.whole == wrong.figure.previous or known.have(
                money, in_remark=is_remark, is_sure=wrong.claim.is_certain
            ):
                continue
        said = f"{_of(case.request, wrong.where)}に「{_around(wrong.claim)}」とありますが、"
        yield Found(
            wrong.where,
            f"{said}所要経費の表の「{wrong.figure.label}」{wrong.right} です。{wrong.hint}どちらかを直してください。",
            fix=_fix(wrong),
        )


@WholeCheck.rule(
    "text-total",
    "本文に書いた要求額・前年度予算額・増減・財源・人件費・トータルコスト・計上額は、要求書と同じ。",
    _SOURCE,
    "warning",
)
def totals_in_texts_are_those_of_the_sheet(case: Case) -> Iterator[Found]:
    """「要求額 124,767千円」 in the narrative is the sheet's, and so are 前年度比 5.2％増 and a source by its name.

    A part of the project may have its own 要求額: a label is the sheet's where the sentence speaks of nothing else and stands
    below no heading of a part; elsewhere only a slip of the hand is told. An amount that is that of a line or a table is theirs.
    """
    groups = {figure.value for figure in _outline(case) if figure.place.startswith(("group/", "line/"))}
    for wrong in _contradictions(
        case,
        lambda claim: not _is_of_line(claim) and not (claim.quantity and claim.quantity.kind == "people"),
        _texts_of_sections(case.request, case.standard.text_words),
    ):
        money = wrong.claim.quantity.money if wrong.claim.quantity else None
        if money is not None and wrong.claim.aspect == "value" and money.whole in groups:
            continue
        label = wrong.claim.name or wrong.figure.label
        quoted = (
            _around(wrong.claim)
            if wrong.claim.aspect == "change" or not money
            else f"{label} {money.written}"
        )
        yield Found(
            wrong.where,
            f"{_of(case.request, wrong.where)}に「{quoted}」とありますが、要求書の{label}{wrong.right} です。"
            f"{wrong.hint}どちらかを直してください。",
            fix=_fix(wrong),
        )


@WholeCheck.rule("text-people", "本文に書いた人役は、トータルコストの表の人役と同じ。", _PEOPLE, "warning")
def people_in_a_text_are_those_of_the_table(case: Case) -> Iterator[Found]:
    """「正職員1.9人」 in the narrative is what the total-cost table says of this year's request.

    Only a number with decimals, or of 人役, is read. One that stands anywhere in the table is of another row.
    """
    counted = {
        Fraction(count)
        for figure in _outline(case)
        if figure.kind == "people"
        for count in (figure.value, figure.previous)
        if isinstance(count, Decimal)
    }
    for wrong in _contradictions(
        case,
        lambda claim: claim.quantity is not None and claim.quantity.kind == "people",
        _texts_of_sections(case.request, case.standard.text_words),
    ):
        quantity = wrong.claim.quantity
        assert quantity is not None
        if wrong.claim.aspect != "value" or quantity.value in counted:
            continue
        label = wrong.claim.name or wrong.figure.label
        yield Found(
            wrong.where,
            f"{_of(case.request, wrong.where)}に「{label}{quantity.written}」とありますが、トータルコストの表の"
            f"{label}は{wrong.figure.value}人です。どちらかを直してください。",
            fix=Fix(
                f"文を{wrong.figure.value}人に直す",
                wrong.where,
                _replaced(wrong, f"{wrong.figure.value}{quantity.written.lstrip('0123456789.')}"),
            ),
        )


def _is_of_line(claim: FigureClaim) -> bool:
    return bool(claim.targets) or claim.place.startswith("line/")


def _contradictions(
    case: Case, is_read: Callable[[FigureClaim], bool], texts: Iterator[tuple[Place, str]]
) -> Iterator[Contradiction]:
    """The claims of texts that the sheet contradicts."""
    words, figures = case.standard.text_words, {figure.place: figure for figure in _outline(case)}
    names, labels = names_in(case.request.groups, case.results), _labels(case, tuple(figures.values()))
    for where, text in texts:
        for found in figure_claims(text, names, labels, words, case.results):
            claim = found.claim
            if not is_read(claim) or len(claim.targets) > 1:
                continue
            figure = figures.get(_place_of(case.request, names, claim))
            if figure is None or (claim.aspect == "previous" and figure.previous is None):
                continue
            wrong = _wrong(found, figure, words, figures[place.REQUEST_AMOUNT])
            if wrong is not None:
                right, value, hint = wrong
                yield Contradiction(
                    where, text, found.offset + claim.start, claim, figure, right, value, hint
                )


def _wrong(
    found: ClaimInText, figure: SheetFigure, words: TextWords, asked: SheetFigure
) -> tuple[str, int | None, str] | None:
    """What the figure is in words, the amount to be written and a hint; None where the claim is right, or may be of another."""
    claim, quantity = found.claim, found.claim.quantity
    is_plain = claim.is_certain and (bool(claim.targets) or _is_of_all(found.under, words))
    if claim.aspect in ("new", "all", "used"):
        return _wrong_words(claim, figure, asked) if is_plain else None
    if claim.aspect == "change":
        return _wrong_change(claim, figure) if is_plain else None
    right = figure.previous if claim.aspect == "previous" else figure.value
    assert quantity is not None
    if quantity.kind == "people":
        return (
            ("", None, "")
            if isinstance(right, Decimal) and is_plain and Fraction(right) != quantity.value
            else None
        )
    money = quantity.money
    if money is None or not isinstance(right, int) or money.is_of(right):
        return None
    if claim.is_about and abs(money.value - right) <= abs(right) * _ROUGHLY:
        return None
    is_last_years = (
        claim.aspect == "value" and figure.previous == money.whole and (claim.asks or not claim.targets)
    )
    hint = _LAST_YEARS if is_last_years else typing_error(right, money.value) if right >= _SURE else ""
    if not hint and not is_plain:
        return None
    label = "の前年度予算額" if claim.aspect == "previous" else ""
    return f"{label}は {thousands(right)}", right, hint


def _wrong_words(
    claim: FigureClaim, figure: SheetFigure, asked: SheetFigure
) -> tuple[str, int | None, str] | None:
    """The same of a line that is said to be new, and of a source that is said to pay for all or for some."""
    if claim.aspect == "new":
        previous = figure.previous
        if not isinstance(previous, int) or previous <= 0:
            return None
        return f"の前年度予算額は {thousands(previous)}", None, ""
    if not claim.place.startswith("funding/request/"):
        return None
    value = figure.value if isinstance(figure.value, int) else 0
    if value and (claim.aspect == "used" or value == asked.value):
        return None
    whole = (
        f"（{asked.label} {asked.value:,}千円）"
        if claim.aspect == "all" and isinstance(asked.value, int)
        else ""
    )
    return f"は {thousands(value)}{whole}", None, ""


def _wrong_change(claim: FigureClaim, figure: SheetFigure) -> tuple[str, int | None, str] | None:
    """The same of a change: an amount, a rate, a number of times, or only a direction."""
    change, quantity = figure.change, claim.quantity
    if change is None or figure.previous is None:
        return None
    sign = (change > 0) - (change < 0)
    way = (
        f"の前年度からの増減は {thousands(int(change))}"
        if isinstance(change, int)
        else f"の増減は {change}人"
    )
    if quantity is None or (claim.direction is not None and sign != claim.direction and quantity.value > 0):
        return None if sign == claim.direction else (f"{way}（{_WAYS[sign]}）", None, "")
    if quantity.kind == "money":
        money = quantity.money
        assert money is not None
        value = abs(int(change)) if claim.direction is not None or money.value > 0 else int(change)
        if money.is_of(value) or (claim.is_about and abs(money.value - value) <= abs(value) * _ROUGHLY):
            return None
        return way, value, ""
    exact = figure.times if quantity.kind == "times" else _rate(figure)
    if exact is None:
        return None
    written = abs(quantity.value)
    shown = exact if quantity.kind == "times" else abs(exact)
    if _rounds_to(shown, written, quantity.step) or (
        claim.is_about and abs(shown - written) <= max(quantity.step / 2, shown * _ROUGHLY)
    ):
        return None
    if quantity.kind == "times":
        return f"は前年度の {round_exact(exact * 100, 'half_up') / 100:g}倍", None, ""
    return f"の前年度からの増減率は {format_percent(figure.percent, '△')}％", None, ""


def _rate(figure: SheetFigure) -> Fraction | None:
    times = figure.times
    return None if times is None else (times - 1) * 100


def _rounds_to(exact: Fraction, written: Fraction, step: Fraction) -> bool:
    """Whether a number is written as precisely as it is written: rounded or cut off."""
    return abs(exact - written) * 2 <= step or 0 <= exact - written < step


def _is_of_all(under: str, words: TextWords) -> bool:
    """Whether the headings above a sentence are of no part of the project."""
    return all(any(word in name for word in words.of_all) for name in under.split(" ") if name)


def _place_of(request: Request, names: Names, claim: FigureClaim) -> Place:
    if not claim.targets:
        return claim.place
    target: Target = claim.targets[0]
    if target.path:
        return f"line/{names.id_of(target)}/amount"
    return place.group(request.groups[target.group].id, "amount")


def _outline(case: Case) -> tuple[SheetFigure, ...]:
    return figure_outline(case.request, case.totals, case.standard, case.results)


def _labels(case: Case, figures: tuple[SheetFigure, ...]) -> SheetLabels:
    """The labels of the sheet's own figures, of the limit of its one commitment, and of lines whose words are too short for a name."""
    request, standard, year = case.request, case.standard, case.totals.year
    limits = [
        figure.place
        for figure in figures
        if figure.place.startswith("commitment/") and figure.kind == "amount"
    ]
    people = [figure.place for figure in figures if figure.place.startswith("headcount/request")]
    own = (
        *(
            (name, figure.place)
            for figure in figures
            if figure.kind in ("amount", "people")
            and not figure.place.startswith(("group/", "line/", "commitment/"))
            for name in figure.names
        ),
        *((label, limits[0]) for label in standard.text_words.limits if len(limits) == 1),
        *(("人役", people[-1]) for _ in people[:1]),
        *_short_names(case, figures),
    )
    previous = (*standard.text_words.labels.get("previous", ()), standard.words.previous)
    project = (
        request.header.name,
        request.header.budget,
        *(getattr(request.contact, key) for key in ("section", "team")),
    )
    return case.results.of(
        SheetLabels,
        own,
        previous,
        tuple(filter(None, project)),
        (year.era, year.number, year.year),
        people[-1] if people else "",
    )


def _with_short_parts(case: Case) -> Iterator[str]:
    """The words of the lines above those that are called by months: 「10月〜3月分の保守運用経費」 is a part of システム保守運用経費."""
    for group in case.totals.groups:
        for line in every_line(group.lines):
            if line.parts and not any(names_of(part.line.text) for part in line.parts):
                yield line.line.text


def _short_names(case: Case, figures: tuple[SheetFigure, ...]) -> Iterator[tuple[str, Place]]:
    """Lines whose words are no name, but stand once on the sheet: 「堤体工」, 「4月〜9月」; not the words of a 節."""
    short = [
        (figure.label.translate(STROKES_AS_ONE), figure.place)
        for figure in figures
        if figure.place.startswith("line/") and not figure.names
    ]
    classes = {object_class.name for object_class in case.standard.object_classes_in(case.totals.year.year)}
    labels = [label for label, _ in short]
    return (
        (label, where)
        for label, where in short
        if len(label) >= _SHORT and labels.count(label) == 1 and label not in classes
    )


def _texts(request: Request, words: TextWords) -> Iterator[tuple[Place, str]]:
    """The texts that speak of this year's costs, with their places.

    The narrative but for sections about other figures (「財政課長査定結果」), titles and notes of tables, remarks with money.
    """
    for where, text in _texts_of_sections(request, words):
        if not where.endswith("/heading"):
            yield where, text
    for group in request.groups:
        if "円" in group.title:
            yield place.group(group.id, "title"), group.title
        if "円" in group.note:
            yield place.group(group.id, "note"), group.note
    for group in request.groups:
        for line, _ in walk(group.lines):
            if "円" in line.remark:
                yield place.line(line.id, "remark"), line.remark


def _texts_of_sections(request: Request, words: TextWords) -> Iterator[tuple[Place, str]]:
    """The headings and texts of the narrative but for sections about other figures."""
    for section in request.sections:
        if section.stands_in != "content":
            continue
        if "円" in section.heading:
            yield place.section(section.id, "heading"), section.heading
        if section.text and not words.other.search(section.heading):
            yield place.section(section.id, "text"), section.text


def _of(request: Request, where: Place) -> str:
    kind, _, rest = where.partition("/")
    part_id = rest.rpartition("/")[0]
    if kind == "section":
        heading = next((section.heading for section in request.sections if section.id == part_id), "")
        return f"本文「{heading}」" if heading else "本文"
    if kind == "group":
        return "表の注" if where.endswith("/note") else "表の題"
    return "備考"


def _around(claim: FigureClaim) -> str:
    """The words of a sentence up to its quantity and its name: the quote stays while its end is typed."""
    text, written = claim.sentence, claim.quantity.written if claim.quantity else ""
    if not written:
        return text if len(text) <= _LONGEST_QUOTE else f"{text[: _LONGEST_QUOTE - 1]}…"
    end = text.find(written) + len(written)
    end += text[end : end + 1] in _CLOSING
    if len(text[:end]) > _LONGEST_QUOTE:
        return f"…{text[end - _LONGEST_QUOTE : end]}"
    return text[: max(end, min(text.find(claim.name) + len(claim.name), _LONGEST_QUOTE))]


def _fix(wrong: Contradiction) -> Fix | None:
    """Write the amount of the sheet into the text."""
    quantity = wrong.claim.quantity
    money = quantity.money if quantity else None
    new = money.with_value(wrong.value) if money is not None and wrong.value is not None else None
    return None if new is None else Fix(f"文の額を{new}に直す", wrong.where, _replaced(wrong, new))


def _replaced(wrong: Contradiction, new: str) -> str:
    quantity = wrong.claim.quantity
    assert isinstance(quantity, Quantity)
    return wrong.text[: wrong.start] + new + wrong.text[wrong.start + quantity.end - quantity.start :]
