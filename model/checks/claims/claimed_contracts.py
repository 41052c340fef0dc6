"""Contracts longer than the year that a line's words tell (rule 31)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from model.checks.case import Case
from model.checks.finding import Fix
from model.checks.quoted import SENTENCE, shortened, words_of
from model.checks.rule import Found, WholeCheck
from model.checks.sources import PUBLISHED_COMMITMENTS as _PUBLISHED
from model.claims.labels.lines_with_words import LineWithWords, lines_with_words, texts
from model.claims.quantities.commitment_year_words import COMMITMENT_WORD
from model.claims.quantities.contracts import Contract, contract_in
from model.request import place
from model.request.ids import free_id
from model.request.multi_year import Commitment, CommitmentStatus
from model.request.request import Line, Request
from model.values.fiscal_year import FiscalYear, counted_from

_LAW: Final = "地方自治法214条（債務負担行為）・212条（継続費）・234条の3（長期継続契約）"


def _contracts(case: Case) -> Iterator[tuple[LineWithWords, Contract]]:
    """The lines that tell a contract, each with the first that it tells; on a sheet of its own none is looked for."""
    words = case.standard.text_words
    of_contracts = (*words.contracts, *words.contract_periods)
    if case.totals.form.page.sheet:
        return
    for line in lines_with_words(case.request.groups, of_contracts, case.results):
        contracts = (contract_in(text, words, case.totals.year) for text in texts(line.line) if text)
        if (found := next(filter(None, contracts), None)) is not None:
            yield line, found


@WholeCheck.rule(
    "31",
    "年度をまたぐ契約には、債務負担行為・継続費・長期継続契約のどれか一つがある。",
    _LAW,
    "warning",
    why="契約期間を内容・備考・積算に書いた行で検査する。",
)
def contracts_of_years_are_bound_once(case: Case) -> Iterator[Found]:
    """Rule 31: a contract longer than the year needs a commitment, a continuing expense or 長期継続契約, and only one.

    The contract is read from the line's own words (契約期間 R3.4〜R5.3, 3年契約). Where the narrative speaks of
    commitments or of 長期継続契約 it may be of this line, and nothing is said. The last year of a
    contract binds no more, and an insurance of years is paid at once.
    """
    words = case.standard.text_words
    for line, found in _contracts(case):
        written, where = "".join(texts(line.line)), place.line(line.line.id, "remark")
        if any(word in written for word in words.paid_at_once):
            continue
        own = any(one.line in line.family for one in case.request.commitments)
        if own and words.long_term in written:
            yield Found(
                where,
                f"「{words_of(line.line.text)}」は{words.long_term}と書いていますが、債務負担行為も入っています。"
                "どちらか一つにしてください。",
            )
        spoken_of = (written, *(section.text for section in case.request.sections))
        is_bound = own or bool(case.request.continuing)
        if not is_bound and not any(
            word in text for text in spoken_of for word in (COMMITMENT_WORD, words.long_term)
        ):
            yield Found(
                where,
                f"「{words_of(line.line.text)}」に「{shortened(found.said, SENTENCE)}」とあり、翌年度以降も払う契約ですが、"
                f"債務負担行為・継続費・{words.long_term}のどれもありません。債務負担行為を入れるか、"
                f"{words.long_term}であれば備考にそう書いてください。",
                fix=_bound(case.request, line.line, found, case.totals.year),
            )


@WholeCheck.rule(
    "32-contract",
    "行に書いた契約期間の終わりの年度は、その行の債務負担行為の期間の終わりと同じ。",
    _PUBLISHED,
    "warning",
)
def commitment_reaches_the_end_of_its_contract(case: Case) -> Iterator[Found]:
    """Rule 32: a line whose words tell its contract (契約期間 R9.4〜R13.3) is bound to the contract's last year.

    Only where one commitment belongs to the line and its own 契約期間 is blank: else rule 32-contract of the list speaks.
    """
    lines = [commitment.commitment.line for commitment in case.totals.commitments]
    owed = {line: commitment for line, commitment in zip(lines, case.totals.commitments, strict=True) if line}
    for line, found in _contracts(case) if owed else ():
        commitment = owed.get(line.line.id)
        if commitment is None or lines.count(line.line.id) > 1:
            continue
        period, contract = commitment.period, found.period
        if commitment.commitment.contract_period.strip() or period is None or contract is None:
            continue
        if period.last.year == contract.last:
            continue
        said = "届いていません" if period.last.year < contract.last else "合っていません"
        yield Found(
            place.commitment(commitment.commitment.id, "period"),
            f"債務負担行為の期間「{commitment.commitment.period}」は、「{words_of(line.line.text)}」に書いた"
            f"「{shortened(found.said, SENTENCE)}」の終わりの年度に{said}。どちらかを確かめてください。",
        )


def _bound(request: Request, line: Line, contract: Contract, year: FiscalYear) -> Fix | None:
    """Enter a commitment for the years of a contract after this one; set already where the contract began earlier."""
    if contract.period is None:
        return None
    first, last = max(contract.period.first, year.year + 1), contract.period.last
    period = "〜".join(counted_from(year, end).short for end in dict.fromkeys((first, last)))
    new_id = free_id(f"{line.id}-owed", {commitment.id for commitment in request.commitments})
    status: CommitmentStatus = "set" if contract.period.first < year.year else "requested"
    new = Commitment(new_id, line.id, period, status)
    return Fix(f"債務負担行為（{period}）を入れる", place.commitment(new_id, "period"), adds=(new,))
