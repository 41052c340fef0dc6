"""What a text says of commitments (債務負担行為): asked or set, and for which years."""

from __future__ import annotations

import re
from functools import partial
from typing import Final, NamedTuple

from model.claims.quantities.amounts import Money, money_in
from model.claims.texts.paragraphs import paragraphs, sentences
from model.request.multi_year import CommitmentStatus
from model.standard.multi_year_words import Commitments
from model.standard.text_words import TextWords, any_of
from model.values import fiscal_year
from model.values.amount import half_width
from model.values.fiscal_year import ERA_NAME, ERA_YEAR, NUMBER, TO, YEAR, FiscalYear, Period
from model.values.pattern import lazy_pattern

COMMITMENT_WORD: Final = "債務負担"
_PERIOD: Final = r"(?<![^\s、。（(])(?P<period>[^\s、。（(]+)"
_END: Final = r"(?:。|(?=\s)|\Z)"  # 「を要求しない」 says another thing
_YEARS: Final = lazy_pattern(
    rf"(?<![\d.]){ERA_YEAR}(?:年度|年)?\s*{TO}\s*{YEAR}(?:年度|年)?(?![\d.]|年?\d{{1,2}}月)"
    rf"|(?<![\d.]){ERA_NAME}\s*+{NUMBER}年度(?!以[降後])"  # 「令和5年度以降」 tells no end
)

_GOES_ON: Final = lazy_pattern(rf"\n(?=[ 　・○]{{0,8}}{ERA_YEAR})")
_OF_OTHERS: Final = lazy_pattern(
    "うち|一部|(?<!契)約|程度|見込み|前回|設定(?:し(?!たい|、)|済)|のほか|以外|とは別"
)
_YEAR_OF_AMOUNT: Final = lazy_pattern(rf"(?P<year>{ERA_YEAR})(?:年度|年)?(?:分)?(?:の額)?[はにが:]?\s*")
_EACH_OF_YEARS: Final = lazy_pattern(
    rf"(?P<period>{ERA_YEAR}(?:年度|年)?\s?{TO}\s?{YEAR}(?:年度|年)?)(?:まで)?[のはがに、]?(?:各|毎)年度?[はがに]?\s*"
)
_EACH_LISTED: Final = lazy_pattern(
    rf"{ERA_YEAR}(?:年度|年)?(?:(?:、|・|及び|と){ERA_YEAR}(?:年度|年)?){{1,10}}(?:の(?:各|毎)年度|のいずれ)?(?:とも|も)?[はがに]?\s*(?=\d)"
)
"""「令和9年度、令和10年度、令和11年度の各年度とも9,180千円」."""
_LIMIT_OF_EACH: Final = lazy_pattern(r"(?:各|毎)年度\s*(?=[\d,]{1,20}[千百]?万?円を(?:上限|限度))")
"""「各年度9,180千円を上限とする債務負担行為を令和9年度から令和11年度まで」."""
_LIMIT_IN_BRACKET: Final = lazy_pattern(rf"(?<={COMMITMENT_WORD}行為)\([^()]*円[^()]*\)")
"""「債務負担行為(限度額18,400千円)を要求する」."""
_ONE_YEAR: Final = lazy_pattern(rf"{ERA_NAME}\s*+{NUMBER}年度")
_MOST_YEARS: Final = 30
_LISTED_BEFORE: Final = lazy_pattern(rf"{ERA_YEAR}(?:年度|年)?(?:、|・|及び|と|並びに)\Z")


class CommitmentWordings(NamedTuple):
    """A remark without the Standard's wordings of commitments, and what these say: asked or set, and the period as written."""

    rest: str
    said: tuple[tuple[CommitmentStatus, str], ...]


class CommitmentClaim(NamedTuple):
    """A sentence that speaks of a commitment.

    Attributes:
        start: where the period begins in the text; where the sentence does, if it tells none.
        sentence: the sentence.
        status: asked or set.
        period: the period as it is written; "" where it tells none.
        is_stated: it says that the commitment is asked or set; else it only tells its years.
        is_of_contract: the years are those of its contract (「契約期間は…」), which may begin earlier.
    """

    start: int
    sentence: str
    status: CommitmentStatus
    period: str
    is_stated: bool = True
    is_of_contract: bool = False


def worded_in(remark: str, words: Commitments, base: FiscalYear) -> CommitmentWordings:
    """Take the Standard's wordings out of a remark: 「H32〜H35について別途債務負担行為を要求」.

    A bare year is read in the era of ``base``.
    """
    if COMMITMENT_WORD not in remark:
        return CommitmentWordings(remark, ())
    said: list[tuple[CommitmentStatus, str]] = []

    def take(status: CommitmentStatus, match: re.Match[str]) -> str:
        if fiscal_year.parse_period(match["period"], base) is None:
            return match.group()
        said.append((status, match["period"]))
        return ""

    rest = remark
    templates: tuple[tuple[CommitmentStatus, str], ...] = (("requested", words.requested), ("set", words.set))
    for status, template in templates:
        pattern = re.escape(template).replace(re.escape("{period}"), _PERIOD) + _END
        rest = re.sub(pattern, partial(take, status), rest)
    if not said:
        return CommitmentWordings(remark, ())
    return CommitmentWordings(
        "\n".join(filter(None, (splitline.strip() for splitline in rest.splitlines()))), tuple(said)
    )


def spoken(text: str, words: TextWords) -> tuple[CommitmentClaim, ...]:
    """The sentences of a text that speak of a commitment; not those that state that none is needed.

    Of one that does not state that it is requested or set, but tells one period (「…までの債務負担行為により委託する」), that.
    """
    if COMMITMENT_WORD not in text:
        return ()
    asked, set_, unbound, of_contract = _patterns(words)
    found: list[CommitmentClaim] = []
    for start, paragraph in paragraphs(half_width(text)):
        if COMMITMENT_WORD not in paragraph:
            continue
        for index, sentence in sentences(paragraph):
            sentence = _LIMIT_IN_BRACKET.sub("", sentence)
            match = set_.search(sentence) or asked.search(sentence)
            if unbound.search(sentence):
                continue
            status: CommitmentStatus = "set" if match and match.re is set_ else "requested"
            end = match.start() if match else len(sentence)
            periods = list(_YEARS.finditer(sentence[:end]))
            period = periods[-1] if periods else None
            is_one_of_several = len(periods) > 1 and all(_ONE_YEAR.fullmatch(one.group()) for one in periods)
            if period is not None and (
                is_one_of_several
                or _LISTED_BEFORE.search(sentence[: period.start()])
                or (sentence.startswith("まで", period.end()) and _ONE_YEAR.fullmatch(period.group()))
            ):
                period = None  # the last year of a list, or of a period, is not the whole
            if match is None and (COMMITMENT_WORD not in sentence or len(periods) != 1):
                continue
            found.append(
                CommitmentClaim(
                    start + index + (period.start() if period else 0),
                    sentence.strip(),
                    status,
                    period.group() if period else "",
                    match is not None,
                    period is not None and of_contract.search(sentence, 0, period.start()) is not None,
                )
            )
    return tuple(found)


def stated_limits(text: str, limit: str) -> tuple[tuple[str, str], ...]:
    """The lines of a text that tell a commitment's years beside its limit: 「期間:R6年度〜R8年度 限度額:17,280千円」, with the years."""
    if limit not in text:
        return ()
    return tuple(
        (paragraph.strip(), years[0].group())
        for _, paragraph in paragraphs(half_width(text))
        if limit in paragraph and len(years := list(_YEARS.finditer(paragraph))) == 1
    )


def owed_in(text: str) -> tuple[tuple[str, tuple[tuple[str, Money], ...]], ...]:
    """The sentences of a text that give amounts of a commitment by year, each with the years and their amounts.

    A sentence goes on over lines that begin with a year. One that is of a part, of what was set before, or that names a year without its
    amount is none.
    """
    if COMMITMENT_WORD not in text:
        return ()
    joined = (_GOES_ON.sub(" ", part) for part in half_width(text).split("。"))
    return tuple(
        (sentence.strip(), owed)
        for part in joined
        for _, sentence in sentences(part)
        if COMMITMENT_WORD in sentence and not _OF_OTHERS.search(sentence) and (owed := _owed(sentence))
    )


def _each_year(period: Period, money: Money) -> tuple[tuple[str, Money], ...]:
    """The years of a period, each with the same amount."""
    years = range(period.first.year, min(period.last.year, period.first.year + _MOST_YEARS) + 1)
    named = (fiscal_year.counted_from(period.first, year).label for year in years)
    return tuple((year.removesuffix("年度"), money) for year in named)


def _owed(sentence: str) -> tuple[tuple[str, Money], ...]:
    """The years of a sentence, each with the amount right behind it; empty where a year has none."""
    found: list[tuple[str, Money]] = []
    behind = {money.start: money for money in money_in(sentence)}
    if (limit := _LIMIT_OF_EACH.search(sentence)) and limit.end() in behind:
        periods = list(_YEARS.finditer(sentence))
        period = fiscal_year.parse_period(periods[0].group()) if len(periods) == 1 else None
        return _each_year(period, behind[limit.end()]) if period else ()
    begun = 0
    for each in _EACH_OF_YEARS.finditer(sentence):
        period, money = fiscal_year.parse_period(each["period"]), behind.get(each.end())
        if period is None or money is None:
            return ()
        found += _each_year(period, money)
        begun = each.end()
    if (listed := _EACH_LISTED.search(sentence, begun)) and listed.end() in behind:
        found += ((year["year"], behind[listed.end()]) for year in _YEAR_OF_AMOUNT.finditer(listed.group()))
        begun = listed.end()
    for year in _YEAR_OF_AMOUNT.finditer(sentence, begun):
        money = behind.get(year.end())
        if money is None:
            return ()
        found.append((year["year"], money))
    return tuple(found)


def _patterns(words: TextWords) -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(f"(?:{any_of(words.asked)})(?![書額調表欄])"),  # 債務負担行為要求書 is a sheet
        re.compile(any_of(words.set)),
        re.compile(any_of(words.unbound)),
        re.compile(rf"(?:{any_of([*words.contracts, *words.contract_periods])})(?:は|を|\(|の?期間は)、?\Z"),
    )
