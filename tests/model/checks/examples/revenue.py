"""Examples for the rules of revenues, stages, and what binds later years beside this year's request."""

from __future__ import annotations

from msgspec.structs import replace

from model.request.grounds import Answer, FundingTerm
from model.request.multi_year import Commitment, CommitmentYear
from model.request.request import Request
from tests.commitment_requests import dam, heritage
from tests.samples import one_line, set_values


def funded(*terms: FundingTerm, words: str = "", **sources: int) -> Request:
    """A request of 1,000千円 with revenues in the funding table and their grounds."""
    values = [(f"funding/request/{key}", amount) for key, amount in sources.items()]
    return replace(set_values(one_line(), values), funding_terms=terms, funding_words=words)


def later(*answers: Answer, heading: str = "調整理由", **components: int) -> Request:
    """A request of 平成31年度 at a later stage, with what it is made of."""
    values = [(f"component/{key}", amount) for key, amount in components.items()]
    request = set_values(one_line(sum(components.values())), [("header/stage", "一般事業調整"), *values])
    section = replace(request.sections[0], heading=heading)
    return replace(request, sections=(section,), answers=answers)


def owing(*commitments: Commitment, amount: int | None = 1_000, basis: str = "") -> Request:
    """A request of 平成31年度 with one line and commitments."""
    return replace(set_values(one_line(amount), [("line/only/basis", basis)]), commitments=commitments)


def assessed_later(final: int) -> Request:
    """Published page 001: 25,338 stood, 5,142 were asked, 2,571 granted, 27,909 is the final budget."""
    return set_values(
        later(added=5_142),
        [
            ("funding/standing/expense", 25_338),
            ("assessment/amount", 2_571),
            ("cost/assessed/expense", final),
        ],
    )


CUT_BEFORE = "復活は、前の段階の要求額と計上額がそれぞれ何千円だったものですか。"
HELD_BEFORE = "前の段階で保留とされた額はありますか（あれば何千円ですか）。"
ASKED = Commitment("asked", "only", "H32〜H35")
KNOWN = Commitment("known", "only", "H29〜H31", "set")


def known(amount: int | None, year: str = "H31", changed: int | None = None) -> Commitment:
    """A commitment that was set, with what it owes in a year."""
    row = CommitmentYear("row", year, amount, contracted=None if changed is None else amount, changed=changed)
    return replace(KNOWN, period="H29〜H33", years=(row,))


def bond(rate: str = "", bond_class: str = "public_works", line: str = "") -> FundingTerm:
    """The ground of a bond."""
    return FundingTerm("bond", "bonds", "県債", rate, None, None, bond_class, line)


SUBSIDY = FundingTerm("subsidy", "national", "補助金", "1/2", 800)

BROKEN: dict[str, Request] = {
    "26": funded(SUBSIDY, national=402),
    "26-rounding": funded(replace(SUBSIDY, eligible=801), national=401),
    "26-unread": funded(replace(SUBSIDY, rate="半額"), national=400),
    "26-words": funded(words="国1/2", national=502),
    "26-rate": funded(words="国庫、単県", national=400),
    "27": funded(bond(), national=500, bonds=451),
    "27-class": funded(bonds=400),
    "28": set_values(funded(bond(), bonds=400), [("line/only/object_class", "9 旅費")]),
    "29": funded(words="単県", other=100),
    "30": funded(fees=100),
    "revenue-sum": funded(replace(SUBSIDY, amount=400), national=300),
    "eligible": funded(replace(SUBSIDY, eligible=1_001), national=400),
    "revenue-line": funded(FundingTerm("share", "shares", line="only", amount=1_001), shares=1_001),
    "17": set_values(one_line(), [("line/only/text", "特別会計への繰出金")]),
    "14": assessed_later(27_990),
    "20": set_values(one_line(), [("component/revived", 1_000)]),
    "20-asked": later(revived=600),
    "20-limit": later(
        Answer("20-asked", "component/revived", CUT_BEFORE, "要求額1,000千円、計上額500千円"), revived=600
    ),
    "21": later(heading="復活理由", added=600),
    "21-asked": later(added=600),
    "22": set_values(
        one_line(), [("headcount/request/regular", "2.0"), ("headcount/previous/regular", "1.0")]
    ),
    "23": later(added=600),
    "23-held": later(Answer("23", "component/deferred", HELD_BEFORE, "300千円が保留"), added=600),
    "32-set": owing(ASKED, replace(KNOWN, period="H29〜H32")),
    "34": owing(ASKED, amount=0),
    "35": owing(known(998)),
    "36": owing(known(900, "H32", 990)),
    "38": heritage(),
    "39": owing(ASKED),
}

SOUND: dict[str, Request] = {
    "26": funded(SUBSIDY, national=400),
    "26-rounding": funded(replace(SUBSIDY, eligible=801), national=400),
    "26-unread": funded(replace(SUBSIDY, rate="５割"), national=400),
    "26-words": funded(words="国1/2", national=501),
    "26-rate": funded(words="国定額、単県", national=400),
    "27": funded(bond(), national=500, bonds=450),
    "27-class": funded(bond(), bonds=400),
    "28": set_values(funded(bond(), bonds=400), [("line/only/object_class", "15 工事請負費")]),
    "29": funded(words="基金繰入金", other=100),
    "30": funded(fees=0),
    "revenue-sum": funded(replace(SUBSIDY, amount=400), national=400),
    "eligible": funded(replace(SUBSIDY, eligible=1_000), national=400),
    "revenue-line": funded(FundingTerm("share", "shares", line="only", amount=1_000), shares=1_000),
    "17": set_values(one_line(), [("line/only/text", "特別会計の事務費")]),
    "14": assessed_later(27_909),
    "20": later(revived=1_000),
    "20-asked": later(added=600),
    "20-limit": later(
        Answer("20-asked", "component/revived", CUT_BEFORE, "要求額1,000千円、計上額400千円"), revived=600
    ),
    "21": later(heading="復活理由", revived=600),
    "21-asked": later(revived=600),
    "22": set_values(
        one_line(), [("headcount/request/regular", "1.9"), ("headcount/previous/regular", "1.0")]
    ),
    "23": later(deferred=600),
    "23-held": later(Answer("23", "component/deferred", HELD_BEFORE, "300千円が保留"), deferred=300),
    "32-set": owing(ASKED, KNOWN),
    "34": owing(ASKED),
    "35": owing(known(1_000)),
    "36": owing(known(990, "H31", 1_000)),
    "38": dam(),
    "39": owing(replace(ASKED, years=(CommitmentYear("row", "H32", 500),))),
}
