"""What cannot be seen or read in the texts of a request: unseen characters, sentences that are too long to be checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from model.checks.case import Case, LineContext
from model.checks.finding import Fix
from model.checks.quoted import shortened
from model.checks.rule import Found, GroupCheck, LineCheck, WholeCheck
from model.checks.sources import INPUT as _SOURCE
from model.checks.texts import in_lines, name_of, texts_beside_tables, texts_of_line, texts_of_table
from model.claims.texts.paragraphs import LONGEST_SENTENCE, has_long_sentence
from model.figures.figures import GroupTotals, LineTotals
from model.request import place
from model.request.place import CommitmentField, Place
from model.request.request import Request
from model.values.unseen_characters import code_of, kind_of_unseen, unseen_characters, without_unseen

_SHOWN: Final = 3
_HEADER: Final = (
    *("fiscal_year", "budget", "business_class", "stage", "account"),
    *("subject_kan", "subject_kou", "subject_moku"),
)
_PERIODS: Final[tuple[CommitmentField, ...]] = ("period", "contract_period", "set_in", "paid_period")


@WholeCheck.rule(
    "unseen",
    "目に見えない文字（制御文字、文字の向きを変える印、幅のない文字）を使わない。",
    _SOURCE,
    "warning",
)
def texts_have_no_unseen_characters(case: Case) -> Iterator[Found]:
    """A text has no invisible characters, which would change how it reads; one action removes them."""
    for where, text in _texts(case.request):
        if case.results.of(unseen_characters, text):
            yield from _unseen_characters(where, text, name_of(where, case.request))


@GroupCheck.rule("unseen", "所要経費の表の題と注にも、目に見えない文字を使わない。", _SOURCE, "warning")
def tables_have_no_unseen_characters(group: GroupTotals, _context: LineContext) -> Iterator[Found]:
    """The same of the title and the note of a cost table."""
    name = f"「{shortened(without_unseen(group.group.title))}」の表"
    for where, text in texts_of_table(group.group):
        yield from _unseen_characters(where, text, name)


@LineCheck.rule("unseen", "経費の行にも、目に見えない文字を使わない。", _SOURCE, "warning")
def lines_have_no_unseen_characters(line: LineTotals) -> Iterator[Found]:
    """The same of the words, the remark and the 節 of a cost line; a calculation with them cannot be read anyway."""
    own = line.line
    name = f"「{shortened(without_unseen(own.text))}」の行"
    for where, text in (*texts_of_line(own), (place.line(own.id, "object_class"), own.object_class)):
        yield from _unseen_characters(where, text, name)


@WholeCheck.rule(
    "long-sentence",
    f"文は「。」か改行で分ける。{LONGEST_SENTENCE:,}字を超える文の額・年度・回数は、表と照らし合わせない。",
    _SOURCE,
    "warning",
)
def sentences_can_be_read(case: Case) -> Iterator[Found]:
    """A sentence has at most a thousand characters; a longer one is not compared with the tables, which the finding says."""
    yield from _long(texts_beside_tables(case.request), case.request)


@LineCheck.rule(
    "long-sentence", "所要経費の表の題・注・内容・備考の文も、「。」か改行で分ける。", _SOURCE, "warning"
)
def sentences_of_a_line_can_be_read(line: LineTotals) -> Iterator[Found]:
    """The same of the words and the remark of a cost line."""
    yield from _long(texts_of_line(line.line), None)


def _texts(request: Request) -> Iterator[tuple[Place, str]]:
    """Every text of a request outside of the cost tables."""
    yield from texts_beside_tables(request)
    header = request.header
    for field in _HEADER:
        yield f"header/{field}", getattr(header, field)
    yield "assessment/result", request.assessment.result
    for commitment in request.commitments:
        for period in _PERIODS:
            yield place.commitment(commitment.id, period), getattr(commitment, period)
        for owed in (*commitment.years, *commitment.granted):
            yield place.owed(owed.id, "year"), owed.year
    for continuing in request.continuing:
        for year in continuing.years:
            yield place.annual_year(year.id), year.year
    for term in request.funding_terms:
        yield place.term(term.id, "name"), term.name
        yield place.term(term.id, "rate"), term.rate
    for cut in request.cuts:
        yield place.cut(cut.id, "reason"), cut.reason


def _unseen_characters(where: Place, text: str, name: str) -> Iterator[Found]:
    seen = tuple(in_lines(unseen_characters, text))
    if not seen:
        return
    characters = tuple(dict.fromkeys(character for _, character in seen))
    shown = "、".join(
        f"{kind_of_unseen(character)} {code_of(character)}" for character in characters[:_SHOWN]
    )
    more = f"ほか{len(characters) - _SHOWN}種" if len(characters) > _SHOWN else ""
    line = f"の{seen[0][0]}行目" if "\n" in text else ""
    yield Found(
        where,
        f"{name}{line}に目に見えない文字（{shown}{more}）があります。"
        "見える文と違う文になるので、消してください。",
        fix=Fix("見えない文字を消す", where, without_unseen(text)),
    )


def _long(texts: Iterable[tuple[Place, str]], request: Request | None) -> Iterator[Found]:
    for where, text in texts:
        if len(text) <= LONGEST_SENTENCE:
            continue
        long = (index for index, line in enumerate(text.split("\n"), 1) if has_long_sentence(line))
        if number := next(long, 0):
            name = name_of(where, request) if request else f"「{shortened(text)}」の行"
            yield Found(
                where,
                f"{name}の{number}行目に、{LONGEST_SENTENCE:,}字を超える文があります。長い文の額・年度・回数は表と照らし合わせて"
                "いません。「。」か改行で文を分けてください。",
            )
