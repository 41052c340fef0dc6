"""Checks of what texts say of the figures of the sheet: amounts, rates, people, 増額 and 同額, however far off they are."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from model.checks.case import Case
from model.checks.claims.contradictions import LAST_YEARS, Wrong
from model.checks.claims.read_texts import COMMENT
from model.checks.claims.said_figures import SaidFigure, figures_of, said_figures
from model.checks.finding import Fix
from model.checks.quoted import narrative
from model.checks.rule import Found, WholeCheck
from model.checks.sources import TEXTS_AND_TABLES as _SOURCE
from model.claims.labels.known_figures import KnownFigures
from model.claims.sentences.figure_claim import FigureClaim
from model.names.figure_outline import SheetFigure
from model.request.part import by_id
from model.request.place import Place
from model.request.request import Request

_LONGEST_QUOTE: Final = 40
_TEXTS: Final = ("section/", "cell/", COMMENT)
"""Where labels of the sheet mean its figures: a remark or a title speaks of its own line or table."""
_CLOSING: Final = (")", "）", "】", "」")
_PEOPLE: Final = "本文とトータルコストの人役の照合（財政課への想定問答）"


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
    that stands anywhere else on the sheet, last year's where nothing says that the sentence is of this one, and a sentence about other years, results, prices or limits, is another figure; the
    frame これまでの取組と成果 is about the past.
    """
    for said in _told_of_lines(case):
        assert said.wrong is not None
        yield Found(
            said.where,
            f"{_of(case.request, said.where)}に「{_around(said.claim)}」とありますが、所要経費の表の{said.of_row}「{said.figure.label}」"
            f"{said.wrong.right} です。{said.wrong.hint}どちらかを直してください。",
            fix=_fix(said, said.wrong),
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
    below no heading of a part; elsewhere only a slip of the hand is reported. An amount that is that of a line or a table is theirs, but
    for one that is plainly said of a source.
    """
    for said in _told_of_sheet(case):
        assert said.wrong is not None
        money = said.money
        label = said.claim.name or said.figure.label
        is_change = said.claim.aspect in ("change", "part") or money is None
        quoted = _around(said.claim) if is_change or money is None else f"{label} {money.written}"
        yield Found(
            said.where,
            f"{_of(case.request, said.where)}に「{quoted}」とありますが、要求書の{said.of_row}{label}{said.wrong.right} です。"
            f"{said.wrong.hint}どちらかを直してください。",
            fix=_fix(said, said.wrong),
        )


@WholeCheck.rule("text-people", "本文に書いた人役は、トータルコストの表の人役と同じ。", _PEOPLE, "warning")
def people_in_a_text_are_those_of_the_table(case: Case) -> Iterator[Found]:
    """「正職員1.9人」 in the narrative is what the total-cost table says of this year's request.

    Only a number with decimals, or of 人役, is read. One that stands anywhere in the table is of another row, but where the
    sentence is plainly about this year.
    """
    for said in _told_of_people(case):
        quantity = said.claim.quantity
        assert said.wrong is not None
        assert quantity is not None
        label = said.claim.name or said.figure.label
        right = said.figure.previous if said.claim.aspect == "previous" else said.figure.value
        unit = quantity.written.lstrip("0123456789.")
        yield Found(
            said.where,
            f"{_of(case.request, said.where)}に「{label}{quantity.written}」とありますが、トータルコストの表の"
            f"{said.of_row}{label}{said.wrong.right}です。どちらかを直してください。",
            fix=Fix(f"文を{right}人に直す", said.where, said.written(f"{right}{unit}")),
        )


def told_figures(case: Case) -> Iterator[SaidFigure]:
    """Yield what the three checks tell: what texts say of figures otherwise than the sheet."""
    yield from _told_of_lines(case)
    yield from _told_of_sheet(case)
    yield from _told_of_people(case)


def _told_of_lines(case: Case) -> Iterator[SaidFigure]:
    """Yield what texts say of lines and tables otherwise than the table of costs, where no other figure of the sheet is meant."""
    known: KnownFigures | None = None
    of_this_year = {
        (said.where, said.claim.sentence) for said in said_figures(case) if _is_this_years_amount(said)
    }
    words = case.standard.text_words

    def is_of_this_year(said: SaidFigure) -> bool:
        """Whether the sentence names this year, or gives this year's amount of another line beside it."""
        sentence = said.claim.sentence
        is_said = said.claim.is_of_own_year or (said.where, sentence) in of_this_year
        return is_said and said.claim.is_certain and not words.patterns.year_before.search(sentence)

    for said in said_figures(case):
        if said.wrong is None or not said.is_of_line or said.where.endswith("/heading"):
            continue
        money = said.money
        if money is not None and said.claim.aspect == "value" and said.wrong.hint != LAST_YEARS:
            known = known or KnownFigures(case.request, case.totals, case.results)
            is_remark = said.where.endswith("/remark")
            is_last_years = money.whole is not None and money.whole == said.figure.previous
            if (is_last_years and not is_of_this_year(said)) or known.have(
                money, in_remark=is_remark, is_sure=said.claim.is_certain
            ):
                continue
        yield said


def _told_of_sheet(case: Case) -> Iterator[SaidFigure]:
    """Yield what texts say of the figures of the sheet itself otherwise than it has them, where no line is meant."""
    of_lines: frozenset[object] | None = None
    for said in said_figures(case):
        if said.wrong is None or said.is_of_line or said.is_of_people or not said.where.startswith(_TEXTS):
            continue
        money = said.money
        if money is not None and said.claim.aspect == "value":
            of_lines = of_lines or frozenset(
                figure.value
                for where, figure in figures_of(case).items()
                if where.startswith(("group/", "line/"))
            )
            is_of_source = said.claim.is_certain and said.figure.place.startswith("funding/")
            if money.whole is not None and money.whole in of_lines and not is_of_source:
                continue
        yield said


def _told_of_people(case: Case) -> Iterator[SaidFigure]:
    """Yield the numbers of people that texts give otherwise than the table of the total cost, where no other row is meant."""
    for said in said_figures(case):
        quantity = said.claim.quantity
        if said.wrong is None or quantity is None or not said.is_of_people:
            continue
        is_sure = said.figure.place.count("/") > 1
        if not said.where.startswith(_TEXTS) or (
            not is_sure and quantity.value in _counted(case, said.figure)
        ):
            continue
        yield said


def _is_this_years_amount(said: SaidFigure) -> bool:
    """Whether a text gives the amount of a line or a table as it is this year and was not the year before."""
    money = said.money
    return (
        money is not None
        and said.is_of_line
        and said.wrong is None
        and said.claim.aspect == "value"
        and money.whole == said.figure.value != said.figure.previous
    )


def _counted(case: Case, named: SheetFigure) -> set[Fraction]:
    """The counts of people of the table, in all years: of a category that a text names its own, else all."""
    *_, category = named.place.split("/")
    is_named = named.place.count("/") > 1
    return {
        Fraction(count)
        for figure in figures_of(case).values()
        if figure.kind == "people" and (not is_named or figure.place.endswith(f"/{category}"))
        for count in (figure.value, figure.previous)
        if isinstance(count, Decimal)
    }


def _of(request: Request, where: Place) -> str:
    if where == COMMENT:
        return "財政課処理欄"
    kind, _, rest = where.partition("/")
    part_id = rest.rpartition("/")[0]
    if kind == "cell":
        row_id = rest.partition("/")[0]
        title = next((table.title for table in request.tables if by_id(table.rows, row_id)), "")
        return f"本文の表「{title}」" if title else "本文の表"
    if kind == "section":
        section = by_id(request.sections, part_id)
        return narrative(section.heading if section else "")
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


def _fix(said: SaidFigure, wrong: Wrong) -> Fix | None:
    """Write the amount of the sheet into the text."""
    money, value = said.money, wrong.value
    new = money.with_value(value) if money is not None and value is not None else None
    return None if new is None else Fix(f"文の額を{new}に直す", said.where, said.written(new))
