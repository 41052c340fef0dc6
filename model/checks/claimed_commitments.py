"""Commitments (債務負担行為) that a text speaks of, and contracts longer than the year (rule 31)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from model import fiscal_year, place
from model.checks.finding import Finding, Fix
from model.checks.rule import Rule, checks
from model.claims.contracts import Contract, contract_in
from model.claims.kept_lines import KeptLines
from model.claims.line_names import line_of, names_in
from model.claims.owed_words import OWED, Spoken, spoken, worded_in
from model.figures import Totals
from model.fiscal_year import FiscalYear, Period, counted_from
from model.multi_year import Commitment
from model.request import Line, Request
from model.standard import Standard

_SOURCE: Final = "公表された要求書の備考（「別途債務負担行為を要求」「債務負担行為設定済」）"
_LAW: Final = "地方自治法214条（債務負担行為）・212条（継続費）・234条の3（長期継続契約）"


class _Said(NamedTuple):
    """A line whose words speak of a commitment or a contract.

    Attributes:
        line: the line.
        family: ids of the whole line at the top of which it is a part, its own among them.
    """

    line: Line
    family: frozenset[str]


@checks(
    Rule("text-commitment", "備考や本文で言う債務負担行為は、債務負担行為の一覧に入っている。", _SOURCE),
    reads="groups commitments continuing sections form",
)
def commitments_spoken_of_are_entered(
    request: Request, totals: Totals, standard: Standard
) -> Iterator[Finding]:
    """「H32〜H35について別途債務負担行為を要求」 in a remark, or in the narrative, has its entry in the list of commitments.

    The list gives the 調書 and the sheet of its own (rule 39). A sentence of the narrative is told of only where the
    sheet has no commitment at all: it may be of any line. What a text says that is over, or not needed, is none.
    """
    if totals.form.page.sheet:
        return
    bound = {each.line for each in request.commitments}
    told = False
    for said in _owed_lines(request):
        if said.family & bound or "" in bound:
            continue
        found = spoken(said.line.remark, standard.text_words) or spoken(said.line.text, standard.text_words)
        if not found or _is_over(found[0], totals.year):
            continue
        told = True
        yield Finding(
            "text-commitment",
            place.line(said.line.id, "remark"),
            f"「{_words(said.line.text)}」に「{_short(found[0].sentence)}」とありますが、この行の債務負担行為が入っていません。"
            "債務負担行為の一覧に入れてください（備考の文は一覧から印字されます）。",
            _SOURCE,
            fix=_entered(request, said.line, standard, totals.year),
        )
    if told or request.commitments or request.continuing:
        return
    for section in request.sections:
        if section.frame != "content":
            continue
        sentences = [
            each for each in spoken(section.text, standard.text_words) if not _is_over(each, totals.year)
        ]
        if sentences:
            yield Finding(
                "text-commitment",
                place.section(section.id, "text"),
                f"本文「{section.heading}」に「{_short(sentences[0].sentence)}」とありますが、債務負担行為が一つも入っていません。"
                "債務負担行為の一覧に、期間と対象の経費を入れてください。",
                _SOURCE,
            )
            return


@checks(
    Rule("text-period", "備考や本文に書いた債務負担行為の期間は、一覧の期間と同じ。", _SOURCE),
    reads="groups commitments sections form",
)
def periods_spoken_of_are_those_of_the_list(
    request: Request, totals: Totals, standard: Standard
) -> Iterator[Finding]:
    """The years that a remark or the narrative tells of a commitment are those of the list.

    A sentence of the narrative that names no line may be of any commitment of its kind, so it has to differ from all.
    """
    if not request.commitments or totals.form.page.sheet:
        return
    for said in _owed_lines(request):
        own = [each for each in request.commitments if each.line in said.family]
        for each in spoken(said.line.remark, standard.text_words):
            if not own or _fits(each, own, totals.year):
                continue
            rest = worded_in(said.line.remark, standard.commitments, totals.year)
            where = place.line(said.line.id, "remark")
            yield Finding(
                "text-period",
                where,
                f"「{_words(said.line.text)}」の備考に「{_short(each.sentence)}」とありますが、債務負担行為の期間は"
                f"「{own[0].period}」です。備考の文は一覧から印字されるので、備考からは消してください。",
                _SOURCE,
                fix=Fix("備考の文を消す", where, rest.rest) if rest.said else None,
            )
    for section in request.sections:
        if section.frame != "content" or OWED not in section.text:
            continue
        for each in spoken(section.text, standard.text_words):
            named = _named_lines(request, each.sentence)
            own = [one for one in request.commitments if not named or one.line in named]
            if not own or _fits(each, own, totals.year):
                continue
            where = place.section(section.id, "text")
            periods = list(dict.fromkeys(one.period for one in own if one.status == each.status))
            end = each.start + len(each.period)
            yield Finding(
                "text-period",
                where,
                f"本文「{section.heading}」に「{_short(each.sentence)}」とありますが、債務負担行為の期間は"
                f"「{'」「'.join(periods)}」です。どちらかを直してください。",
                _SOURCE,
                fix=Fix(
                    f"文の期間を{periods[0]}に直す",
                    where,
                    section.text[: each.start] + periods[0] + section.text[end:],
                )
                if len(periods) == 1
                else None,
            )


@checks(
    Rule(
        "31",
        "年度をまたぐ契約には、債務負担行為・継続費・長期継続契約のどれか一つがある。",
        _LAW,
        why="契約期間を内容・備考・積算に書いた行で検査する。",
    ),
    reads="groups commitments continuing sections form",
)
def contracts_of_years_are_bound_once(
    request: Request, totals: Totals, standard: Standard
) -> Iterator[Finding]:
    """Rule 31: a contract longer than the year needs a commitment, a continuing expense or 長期継続契約, and only one.

    The contract is read from the line's own words (契約期間 R3.4〜R5.3, 3年契約). Where the narrative speaks of
    commitments or of 長期継続契約 it may be of this line, and nothing is said. The last year of a contract binds no more.
    """
    words = standard.text_words
    if totals.form.page.sheet:
        return
    for said in _CONTRACTS.said(request.groups):
        for each in said:
            told = (contract_in(text, words, totals.year) for text in _texts(each.line) if text)
            found = next(filter(None, told), None)
            if found is None:
                continue
            own = [one for one in request.commitments if one.line in each.family]
            texts = "".join(_texts(each.line))
            if own and words.long_term in texts:
                message = (
                    f"「{_words(each.line.text)}」は{words.long_term}と書いていますが、債務負担行為も入っています。"
                    "どちらか一つにしてください。"
                )
                yield Finding("31", place.line(each.line.id, "remark"), message, _LAW)
            elif not own and not request.continuing and words.long_term not in texts and OWED not in texts:
                if any(
                    word in section.text for section in request.sections for word in (OWED, words.long_term)
                ):
                    continue
                message = (
                    f"「{_words(each.line.text)}」に「{_short(found.said)}」とあり、翌年度より後も払う契約ですが、"
                    f"債務負担行為・継続費・{words.long_term}のどれもありません。債務負担行為を入れるか、"
                    f"{words.long_term}であれば備考にそう書いてください。"
                )
                fix = _bound(request, each.line, found, totals.year)
                yield Finding("31", place.line(each.line.id, "remark"), message, _LAW, fix=fix)


def _owed_lines(request: Request) -> Iterator[_Said]:
    for of_line in _OWED.said(request.groups):
        yield from of_line


def _texts(line: Line) -> tuple[str, str, str]:
    return line.text, line.remark, line.basis


def _family(line: Line) -> Iterator[Line]:
    yield line
    for part in line.parts:
        yield from _family(part)


def _that_say(*words: str) -> KeptLines[tuple[_Said, ...]]:
    """The lines whose words have one of some words."""

    def read(line: Line) -> tuple[_Said, ...]:
        lines = list(_family(line)) if line.parts else [line]
        family = frozenset(each.id for each in lines)
        return tuple(
            _Said(each, family)
            for each in lines
            if any(word in text for text in (each.text, each.remark, each.basis) if text for word in words)
        )

    return KeptLines(read)


_OWED: Final = _that_say(OWED)
_CONTRACTS: Final = _that_say("契約", "期間", "リース", "賃貸借", "レンタル")


def _is_over(said: Spoken, year: FiscalYear) -> bool:
    """Whether the period of a sentence ended before the sheet's year."""
    period = fiscal_year.parse_period(said.period, year) if said.period else None
    return period is not None and period.last.year < year.year


def _fits(said: Spoken, commitments: list[Commitment], year: FiscalYear) -> bool:
    """Whether a sentence tells no period, or that of one of some commitments, its contract's or a year of it."""
    period = fiscal_year.parse_period(said.period, year) if said.period else None
    if period is None or _is_over(said, year):
        return True
    known = [each for each in commitments if each.status == said.status]
    if not known:
        return True
    return any(
        other is None or _years(other) == _years(period)
        for each in known
        for other in (
            fiscal_year.parse_period(each.period, year),
            *((fiscal_year.parse_period(each.contract_period, year),) if each.contract_period else ()),
        )
    )


def _years(period: Period) -> tuple[int, int]:
    return period.first.year, period.last.year


def _named_lines(request: Request, sentence: str) -> set[str]:
    """The ids of the lines that a sentence names, with their parts."""
    lines = (
        line_of(request.groups, target)
        for mention in names_in(request.groups).mentions(sentence)
        for target in mention.targets
    )
    return {each.id for line in lines if line is not None for each in _family(line)}


def _entered(request: Request, line: Line, standard: Standard, year: FiscalYear) -> Fix | None:
    """Enter the commitments that a remark tells in the Standard's words, and take these out of it."""
    rest, said = worded_in(line.remark, standard.commitments, year)
    if not said:
        return None
    new = tuple(
        Commitment(_new_id(request, line, at), line.id, period, status)
        for at, (status, period) in enumerate(said)
    )
    return Fix(
        "債務負担行為の一覧に入れる",
        place.commitment(new[0].id, "period"),
        also=((place.line(line.id, "remark"), rest),),
        adds=new,
    )


def _bound(request: Request, line: Line, contract: Contract, year: FiscalYear) -> Fix | None:
    """Enter a commitment for the years of a contract after this one; set already where the contract began earlier."""
    if contract.period is None:
        return None
    first, last = max(contract.period.first, year.year + 1), contract.period.last
    names = [counted_from(year, each).short for each in dict.fromkeys((first, last))]
    period = "〜".join(names)
    new = Commitment(
        _new_id(request, line, 0),
        line.id,
        period,
        "set" if contract.period.first < year.year else "requested",
    )
    return Fix(f"債務負担行為（{period}）を入れる", place.commitment(new.id, "period"), adds=(new,))


def _new_id(request: Request, line: Line, at: int) -> str:
    taken = {each.id for each in request.commitments}
    number = next(
        each for each in range(at + 1, at + len(taken) + 2) if f"{line.id}-owed-{each}" not in taken
    )
    return f"{line.id}-owed-{number}"


def _words(text: str) -> str:
    return text.replace("\n", "").strip() or "（内容が空欄の行）"


def _short(sentence: str) -> str:
    plain = _words(sentence).removesuffix("。")
    return plain if len(plain) <= 40 else f"{plain[:39]}…"
