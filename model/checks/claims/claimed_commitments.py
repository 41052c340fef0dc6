"""Commitments (債務負担行為) that a text speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from model.checks.case import Case
from model.checks.finding import Fix
from model.checks.narrative import contradicted, mended, narrative
from model.checks.quoted import SENTENCE, shortened, words_of
from model.checks.rule import Found, WholeCheck
from model.claims.labels.line_names import line_of, names_in
from model.claims.labels.lines_with_words import lines_with_words
from model.claims.quantities.commitment_year_words import (
    COMMITMENT_WORD,
    CommitmentClaim,
    spoken,
    stated_limits,
    worded_in,
)
from model.incremental.results import Results
from model.request import place
from model.request.ids import free_id
from model.request.lines import walk
from model.request.multi_year import Commitment
from model.request.request import Line, Request
from model.standard.standard import Standard
from model.values import fiscal_year
from model.values.fiscal_year import FiscalYear, Period

_OF_LINE: Final = (
    "とありますが、この行の債務負担行為が入っていません。債務負担行為の一覧に入れてください（備考の文は一覧から印字されます）。",
    "とあります。債務負担行為の一覧に入れると、期間と今年度の額を検査します（備考の文は一覧から印字されます）。",
)
_OF_TEXT: Final = (
    "とありますが、債務負担行為が一つも入っていません。債務負担行為の一覧に、期間と対象の経費を入れてください。",
    "とあります。債務負担行為の一覧に入れると、期間と額を検査し、要求書の表を印字します。",
)
"""The end of the finding about a commitment that the list lacks: of one that is still to be asked for, and of one that was settled."""
_SOURCE: Final = "公表された要求書の備考（「別途債務負担行為を要求」「債務負担行為設定済」）"


@WholeCheck.rule(
    "text-commitment",
    "備考や本文で言う債務負担行為は、債務負担行為の一覧に入っている。",
    _SOURCE,
    "warning",
)
def commitments_of_texts_are_entered(case: Case) -> Iterator[Found]:
    """「H32〜H35について別途債務負担行為を要求」 in a remark, or in the narrative, has its entry in the list of commitments.

    The list gives the 調書 and the sheet of its own (rule 39). A sentence of the narrative is reported only where the
    sheet has no commitment at all: it may be of any line. What a text says that is over, or not needed, is none.
    """
    return (found for found, is_settled in _not_entered(case) if not is_settled)


@WholeCheck.rule(
    "text-commitment-told",
    "設定済の債務負担行為と、本文に限度額まで書いた債務負担行為も、一覧に入れると検査できる。",
    _SOURCE,
    "info",
)
def settled_commitments_can_be_entered(case: Case) -> Iterator[Found]:
    """A sheet that says what was set before, or that asks in its narrative with 限度額 and period, has nothing wrong.

    Published sheets have such tables there: the list would only let the program check it, so that is 参考.
    """
    return (found for found, is_settled in _not_entered(case) if is_settled)


def _not_entered(case: Case) -> Iterator[tuple[Found, bool]]:
    """The commitments that texts speak of and the list does not have; with each, whether it was set before or is asked with all that the list would say.

    Of every line that speaks of a commitment and has none; where there is none at all, of the first section.
    """
    if case.totals.form.page.sheet:
        return
    bound = {commitment.line for commitment in case.request.commitments}
    is_found = False
    for said in lines_with_words(case.request.groups, (COMMITMENT_WORD,), case.results):
        if said.family & bound or "" in bound:
            continue
        line, words = said.line, case.standard.text_words
        found = [
            claim for claim in (*spoken(line.remark, words), *spoken(line.text, words)) if claim.is_stated
        ]
        if found and not _is_over(found[0], case.totals.year):
            is_found = True
            quoted = f"「{words_of(line.text)}」に「{shortened(found[0].sentence, SENTENCE)}」"
            is_settled = found[0].status == "set"
            fix = _entered(case.request, line, case.standard, case.totals.year)
            yield Found(place.line(line.id, "remark"), quoted + _OF_LINE[is_settled], fix), is_settled
    if is_found or case.request.commitments or case.request.continuing:
        return
    for section in case.content:
        for claim in case.results.of(spoken, section.text, case.standard.text_words):
            if claim.is_stated and not _is_over(claim, case.totals.year):
                quoted = f"{narrative(section.heading)}に「{shortened(claim.sentence, SENTENCE)}」"
                is_settled = claim.status == "set" or _has_limit(case)
                yield Found(place.section(section.id, "text"), quoted + _OF_TEXT[is_settled]), is_settled
                return


@WholeCheck.rule(
    "text-period", "備考や本文に書いた債務負担行為の期間は、一覧の期間と同じ。", _SOURCE, "warning"
)
def periods_of_texts_are_those_of_the_list(case: Case) -> Iterator[Found]:
    """The years that a remark or the narrative tells of a commitment are those of the list.

    A sentence of the narrative that names no line may be of any commitment of its kind, so it has to differ from all. A
    line with years and 限度額 is reported where one end of its period is that of an entry and the other is not.
    """
    if not case.request.commitments or case.totals.form.page.sheet:
        return
    for said in lines_with_words(case.request.groups, (COMMITMENT_WORD,), case.results):
        own = [commitment for commitment in case.request.commitments if commitment.line in said.family]
        for claim in spoken(said.line.remark, case.standard.text_words):
            if not own or _fits(claim, own, case.totals.year):
                continue
            rest = worded_in(said.line.remark, case.standard.commitments, case.totals.year)
            where = place.line(said.line.id, "remark")
            yield Found(
                where,
                f"「{words_of(said.line.text)}」の備考に「{shortened(claim.sentence, SENTENCE)}」とありますが、債務負担行為の期間は"
                f"「{own[0].period}」です。一覧の期間を確かめて、備考の文は消してください（一覧から印字されます）。",
                fix=Fix("備考の文を消す", where, rest.rest) if rest.said else None,
            )
    for section in case.content:
        if COMMITMENT_WORD not in f"{section.heading}{section.text}":
            continue
        for paragraph, written in stated_limits(section.text, case.standard.commitments.limit):
            period = fiscal_year.parse_period(written, case.totals.year)
            near = _nearly(period, case.request.commitments, case.totals.year) if period else None
            if near is not None:
                instead = f"債務負担行為の期間は「{near.period}」"
                yield contradicted(section, shortened(paragraph, SENTENCE), instead)
        for claim in case.results.of(spoken, section.text, case.standard.text_words):
            named = _named_lines(case.request, claim.sentence, case.results)
            own = [one for one in case.request.commitments if not named or one.line in named]
            if not own or _fits(claim, own, case.totals.year, is_named=bool(named)):
                continue
            periods = list(dict.fromkeys(one.period for one in own if one.status == claim.status))
            label, instead = (
                f"文の期間を{periods[0]}に直す",
                f"債務負担行為の期間は「{'」「'.join(periods)}」",
            )
            fix = mended(section, claim.start, claim.period, periods[0], label) if len(periods) == 1 else None
            yield contradicted(section, shortened(claim.sentence, SENTENCE), instead, fix=fix)


def _has_limit(case: Case) -> bool:
    """Whether the narrative asks for a commitment in full, with its 限度額."""
    return any(
        COMMITMENT_WORD in f"{section.heading}{section.text}"
        and case.standard.commitments.limit in section.text
        for section in case.content
    )


def _is_over(said: CommitmentClaim, year: FiscalYear) -> bool:
    """Whether the period of a sentence ended before the sheet's year."""
    period = fiscal_year.parse_period(said.period, year) if said.period else None
    return period is not None and period.last.year < year.year


def _fits(
    said: CommitmentClaim, commitments: list[Commitment], year: FiscalYear, *, is_named: bool = False
) -> bool:
    """Whether a sentence says no period, or that of one of some commitments, its contract's or a year of it.

    Where a sentence names the line of a contract that begins this year, contract and commitment end in the same year.
    """
    period = fiscal_year.parse_period(said.period, year) if said.period else None
    if period is None or _is_over(said, year):
        return True
    if (said.is_of_contract or not said.is_stated) and period.first.year <= year.year:
        if period.first.year < year.year or not is_named:  # of a contract that began before
            return True
        ends = [fiscal_year.parse_period(one.period, year) for one in commitments]
        return any(end is None or end.last.year == period.last.year for end in ends)
    known = [years for one in commitments if one.status == said.status for years in _years_of(one, year)]
    return not known or None in known or _years(period) in known


def _nearly(period: Period, commitments: Iterable[Commitment], year: FiscalYear) -> Commitment | None:
    """The first commitment that shares one end with a period of years; None where one has both, or the text has one year."""
    own, near = _years(period), None
    if own[0] == own[1]:
        return None
    for commitment in commitments:
        first, *others = _years_of(commitment, year)
        if own in (first, *others):
            return None
        if near is None and first is not None and commitment.status == "requested":
            near = commitment if (first[0] == own[0]) != (first[1] == own[1]) else None
    return near


def _years_of(commitment: Commitment, year: FiscalYear) -> Iterator[tuple[int, int] | None]:
    """The years of a commitment and of its contract, where one is written; None for what cannot be read."""
    for text in (commitment.period, *filter(None, (commitment.contract_period,))):
        period = fiscal_year.parse_period(text, year)
        yield None if period is None else _years(period)


def _years(period: Period) -> tuple[int, int]:
    return period.first.year, period.last.year


def _named_lines(request: Request, sentence: str, results: Results) -> set[str]:
    """The ids of the lines that a sentence names, with their parts."""
    lines = (
        line_of(request.groups, target)
        for mention in names_in(request, results).mentions(sentence)
        for target in mention.targets
    )
    return {member.id for line in lines if line is not None for member, _ in walk((line,))}


def _entered(request: Request, line: Line, standard: Standard, year: FiscalYear) -> Fix | None:
    """Enter the commitments that a remark tells in the Standard's words, and take these out of it."""
    rest, said = worded_in(line.remark, standard.commitments, year)
    if not said:
        return None
    taken = {commitment.id for commitment in request.commitments}
    new = tuple(
        Commitment(free_id(f"{line.id}-owed", taken), line.id, period, status) for status, period in said
    )
    return Fix(
        "債務負担行為の一覧に入れる",
        place.commitment(new[0].id, "period"),
        also=((place.line(line.id, "remark"), rest),),
        adds=new,
    )
