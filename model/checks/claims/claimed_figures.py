"""Checks of what texts say of the figures of the sheet: amounts, rates, people, 増額 and 同額, however far off they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from model.checks.case import Case
from model.checks.claims.contradictions import LAST_YEARS
from model.checks.claims.known_figures import KnownFigures
from model.checks.claims.meant_figures import OF_TABLES, SaidFigure
from model.checks.claims.read_texts import COMMENT
from model.checks.claims.said_figures import figures_of, said_figures
from model.checks.finding import Fix
from model.checks.narrative import narrative
from model.checks.rule import Found, WholeCheck
from model.checks.sources import TEXTS_AND_TABLES as _SOURCE
from model.claims.sentences.figure_claim import FigureClaim
from model.figures.figures import Totals
from model.incremental.results import Results
from model.request.part import by_id
from model.request.place import Place
from model.request.request import Request
from model.standard.standard import Standard
from model.totals.prices import NO_PRICES

_LONGEST_QUOTE: Final = 40
_TEXTS: Final = ("section/", "cell/", COMMENT)
"""Where labels of the sheet mean its figures: a remark or a title speaks of its own line or table."""
_CLOSING: Final = (")", "）", "】", "」")
_ROWS: Final[Mapping[str, str]] = {
    "standing": "現計予算の",
    "total": "補正後の",
    "assessed": "査定後の",
    "deferred": "保留要求の",
    "revived": "復活要求の",
    "added": "追加要求の",
}
"""The words for the budget that a claim is of; none for what is asked."""
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
    for said in told_figures(case):
        if said.is_of_line:
            yield _found(case, said, _around(said.claim), "所要経費の表の", f"「{said.figure.label}」")


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
    for said in told_figures(case):
        if not said.is_of_line and not _is_of_people(said):
            label = said.claim.name or said.figure.label
            is_value = said.money is not None and said.claim.aspect not in ("change", "part")
            quoted = f"{label} {said.money.written}" if is_value and said.money else _around(said.claim)
            yield _found(case, said, quoted, "要求書の", label)


@WholeCheck.rule("text-people", "本文に書いた人役は、トータルコストの表の人役と同じ。", _PEOPLE, "warning")
def people_in_a_text_are_those_of_the_table(case: Case) -> Iterator[Found]:
    """「正職員1.9人」 in the narrative is what the total-cost table says of this year's request.

    Only a number with decimals, or of 人役, is read. One that stands anywhere in the table is of another row, but where the
    sentence is plainly about this year.
    """
    for said in told_figures(case):
        quantity, label = said.claim.quantity, said.claim.name or said.figure.label
        if quantity is not None and _is_of_people(said):
            found = _found(case, said, f"{label}{quantity.written}", "トータルコストの表の", label)
            unit = quantity.written.lstrip("0123456789.")
            fix = Fix(f"文を{said.right}人に直す", said.where, said.written(f"{said.right}{unit}"))
            yield found._replace(fix=fix)


def told_figures(case: Case) -> tuple[SaidFigure, ...]:
    """What the three checks tell: what texts say of figures otherwise than the sheet, where no other figure is meant."""
    return case.results.of(_told, case.request, case.totals, case.standard, case.results)


def _told(request: Request, totals: Totals, standard: Standard, results: Results) -> tuple[SaidFigure, ...]:
    case = Case(request, totals, standard, NO_PRICES, results)
    found = [said for said in said_figures(case) if said.wrong is not None]
    return tuple(filter(_Others(case).leave, found)) if found else ()


class _Others:
    """The other figures that a text may mean by a quantity: those of the tables, what lines say, and people."""

    def __init__(self, case: Case) -> None:
        self._words = case.standard.text_words
        self._known = KnownFigures(case)
        self._figures = figures_of(case)
        self._of_lines = {
            figure.value for where, figure in self._figures.items() if where.startswith(OF_TABLES)
        }
        self._of_this_year = {
            (said.where, said.claim.sentence) for said in said_figures(case) if _is_this_years_amount(said)
        }

    def leave(self, said: SaidFigure) -> bool:
        """Whether a claim that the sheet contradicts is reported: its quantity is none of these other figures."""
        quantity, money = said.claim.quantity, said.money
        is_value = money is not None and said.claim.aspect == "value"
        if said.is_of_line:
            return not (said.where.endswith("/heading") or (is_value and self._is_known(said)))
        if not said.where.startswith(_TEXTS):
            return False
        if _is_of_people(said):
            assert quantity is not None
            return said.figure.place.count("/") > 1 or quantity.value not in self._counted()
        is_of_source = said.claim.is_certain and said.figure.place.startswith("funding/")
        whole = money.whole if money and is_value else None
        return whole is None or whole not in self._of_lines or is_of_source

    def _is_known(self, said: SaidFigure) -> bool:
        """Whether the amount that a text gives for a line is what it was the year before, or another figure of the sheet."""
        money = said.money
        assert money is not None
        assert said.wrong is not None
        if said.wrong.hint == LAST_YEARS:
            return False
        sentence, is_certain = said.claim.sentence, said.claim.is_certain
        is_of_this_year = (
            is_certain
            and (said.claim.is_of_own_year or (said.where, sentence) in self._of_this_year)
            and not self._words.patterns.year_before.search(sentence)
        )
        if money.whole is not None and money.whole == said.figure.previous and not is_of_this_year:
            return True
        return self._known.have(money, in_remark=said.where.endswith("/remark"), is_sure=is_certain)

    def _counted(self) -> set[Fraction]:
        """The counts of people of the table, in all years."""
        return {
            Fraction(count)
            for figure in self._figures.values()
            if figure.kind == "people"
            for count in (figure.value, figure.previous)
            if isinstance(count, Decimal)
        }


def _is_of_people(said: SaidFigure) -> bool:
    """Whether a text says how many people there are, or were the year before."""
    quantity = said.claim.quantity
    return quantity is not None and quantity.kind == "people" and said.claim.aspect != "change"


def _is_this_years_amount(said: SaidFigure) -> bool:
    """Whether a text gives the amount of a line or a table as it is this year and was not the year before."""
    if said.money is None or said.wrong is not None or not said.is_of_line or said.claim.aspect != "value":
        return False
    return said.money.whole == said.figure.value != said.figure.previous


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


def _found(case: Case, said: SaidFigure, quoted: str, whose: str, label: str) -> Found:
    """The finding of words that the sheet contradicts, with the amount of the sheet as their repair."""
    money, wrong = said.money, said.wrong
    assert wrong is not None
    new = money.with_value(wrong.value) if money is not None and wrong.value is not None else None
    row, end = _ROWS.get(said.claim.row, ""), "です" if _is_of_people(said) else " です"
    return Found(
        said.where,
        f"{_of(case.request, said.where)}に「{quoted}」とありますが、{whose}{row}{label}{wrong.right}{end}。"
        f"{wrong.hint}どちらかを直してください。",
        fix=None if new is None else Fix(f"文の額を{new}に直す", said.where, said.written(new)),
    )
