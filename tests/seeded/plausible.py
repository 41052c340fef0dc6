"""Made-up sheets of every kind with figures that agree, as a section would write them: for published ones not at hand."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from msgspec.structs import replace

from model.request.multi_year import AnnualAmount, Commitment, CommitmentYear, ContinuingExpense
from model.request.request import Assessment, Component, Funding, Headcount, Request
from model.values.amount import Amount
from tests.samples import standard
from tests.seeded import parts
from tests.seeded.sources import declared


def initial(random: Random, **words: str) -> Request:
    """An initial budget, before the 査定."""
    label, year = parts.fiscal_year(random)
    request = replace(parts.headed(Request(), fiscal_year=label, **words), groups=parts.groups(random, year))
    return _with_money(random, request, year)


def _with_money(random: Random, request: Request, year: int) -> Request:
    figures = declared(request).declared
    amount, previous = figures.get("request/amount"), figures.get("request/previous")
    staff = [category.key for category in standard().staff_of(standard().form_of(request))]
    return replace(
        request,
        headcount=Headcount(request=parts.people(random, staff), previous=parts.people(random, staff)),
        funding=Funding(
            request=parts.shares(random, amount if isinstance(amount, int) else 0),
            previous=parts.shares(random, previous) if isinstance(previous, int) else {},
        ),
    )


def assessed(random: Random) -> Request:
    """An initial budget after the 査定: part of it granted, part held back, part separate."""
    request = initial(random)
    asked = declared(request).declared["request/amount"]
    assert isinstance(asked, int)
    held, separate = asked * random.randint(1, 20) // 100, asked * random.randint(1, 20) // 100
    granted = asked - held - separate  # nothing is cut, so nothing has to be explained
    funding = replace(
        request.funding,
        assessed=parts.shares(random, granted),
        held=parts.shares(random, held),
        separate=parts.shares(random, separate),
    )
    people = replace(request.headcount, assessed=request.headcount.request)
    comment = "経費を精査しました。"
    return replace(
        request,
        assessment=Assessment("計上", granted, held, separate, comment),
        funding=funding,
        headcount=people,
    )


def special(random: Random) -> Request:
    """A special account, whose rest is 繰入金."""
    return initial(
        random,
        business_class="特別会計",
        account="県営林事業",
        subject_kan="",
        subject_kou="",
        subject_moku="",
    )


def later(random: Random, **words: str) -> Request:
    """A later stage: what stands, and what was held back, is asked again or added, or only some of these."""
    label, _ = parts.fiscal_year(random)
    request = _asked_again(
        random, parts.headed(Request(), fiscal_year=label, **{"stage": "一般事業調整", **words})
    )
    staff = [category.key for category in standard().staff_of(standard().form_of(request))]
    people = parts.people(random, staff)
    none = {**people, "regular": "0.0"}
    return replace(request, headcount=Headcount(standing=people, request=none, total=people))


def _asked_again(random: Random, request: Request) -> Request:
    keys: tuple[Component, ...] = ("deferred", "revived", "added")
    asked = {
        key: parts.amount(random) for key in sorted(random.sample(keys, random.randint(1, 3)), key=keys.index)
    }
    stands = parts.amount(random)
    shares = {key: parts.shares(random, money) for key, money in asked.items()}
    return replace(
        request,
        components=dict(asked),
        declared={"cost/standing/expense": stands, "funding/standing/expense": stands},
        funding=Funding(standing=parts.shares(random, stands), **shares),
    )


def later_assessed(random: Random) -> Request:
    """A later stage after the 査定: the rows of the total-cost table are those of the final amount."""
    request = later(random)
    figures = declared(request)
    asked = figures.declared["request/amount"]
    assert isinstance(asked, int)
    staff = [category.key for category in standard().staff_of(standard().form_of(request))]
    people = parts.people(random, staff)
    request = replace(
        request,
        assessment=Assessment("計上", asked, comment="要求のとおり計上します。"),
        headcount=Headcount(assessed=people, previous=people),
        funding=replace(request.funding, assessed=parts.shares(random, asked)),
    )
    rows = [plan.row for plan in standard().form_of(request).page.cost_rows]
    stood = request.declared["funding/standing/expense"]
    assert isinstance(stood, int)
    expense = {"assessed": stood + asked, "previous": parts.amount(random)}
    kept: dict[str, Amount] = {f"cost/{row}/expense": expense[row] for row in rows if row in expense}
    headcount = replace(request.headcount, previous=people if "previous" in rows else {})
    return replace(request, declared={"funding/standing/expense": stood, **kept}, headcount=headcount)


def supplementary_later(random: Random) -> Request:
    """A supplementary budget at a later stage: 既査定額, what is added, 計, with the components in the funding table."""
    request = _asked_again(
        random,
        parts.headed(
            Request(), fiscal_year=parts.fiscal_year(random)[0], stage="その他調整", budget="9月補正予算"
        ),
    )
    people = Headcount(standing=parts.people(random, ["regular"]), request=parts.people(random, ["regular"]))
    return replace(request, headcount=people)


def supplementary(random: Random) -> Request:
    """A supplementary budget: what stands, what is added or taken away, and both together."""
    label, year = parts.fiscal_year(random)
    budget = random.choice(["6月補正予算", "9月補正予算", "2月補正予算"])
    request = replace(
        parts.headed(Request(), fiscal_year=label, budget=budget),
        groups=parts.groups(random, year, has_previous=False),
    )
    amount = declared(request).declared["request/amount"]
    assert isinstance(amount, int)
    stands = parts.amount(random)
    return replace(
        request,
        declared={"cost/standing/expense": stands},
        headcount=Headcount(
            standing=parts.people(random, ["regular"]), request=parts.people(random, ["regular"])
        ),
        funding=Funding(standing=parts.shares(random, stands), request=parts.shares(random, amount)),
    )


def _era_year(year: int, own: int) -> str:
    """A year beside a sheet of a fiscal year: 「32」 in 平成31."""
    return str(year - 1988 if own < 2020 else year - 2018)


def _rows(random: Random, first: int, own: int, count: int, mark: str) -> tuple[CommitmentYear, ...]:
    rows = []
    for at in range(count):
        amount = parts.amount(random)
        shares = {
            key: value
            for key, value in parts.shares(random, amount).items()
            if key in ("national", "bonds", "other")
        }
        rows.append(CommitmentYear(f"{mark}-{at}", f"{_era_year(first + at, own)}年度", amount, shares))
    return tuple(rows)


def _commitment(random: Random, own: int, mark: str, line: str = "") -> Commitment:
    count = random.randint(2, 6)
    first, last = _era_year(own + 1, own), _era_year(own + count, own)
    letter = "H" if own < 2020 else "R"
    period = f"{first}年度から{last}年度まで" if random.random() < 0.5 else f"{letter}{first}〜{letter}{last}"
    return Commitment(mark, line, period, name="機器賃借料", years=_rows(random, own + 1, own, count, mark))


def commitment(random: Random) -> Request:
    """A sheet of a commitment (債務負担行為) with its years and their funds."""
    label, year = parts.fiscal_year(random)
    request = parts.headed(Request(), fiscal_year=label, sheet="commitment")
    return replace(request, commitments=(_commitment(random, year, "owed"),))


def changed_contract(random: Random) -> Request:
    """A sheet of a commitment that changes a contract: what it was, what it is, and the difference."""
    label, own = parts.fiscal_year(random)
    request = parts.headed(Request(), fiscal_year=label, sheet="commitment")
    rows = []
    count = random.randint(2, 5)
    for at in range(count):
        before = parts.amount(random)
        year = f"{_era_year(own + 1 + at, own)}年度"
        rows.append(
            CommitmentYear(f"owed-{at}", year, contracted=before, changed=before + random.randint(1, 99))
        )
    period = f"{_era_year(own + 1, own)}年度から{_era_year(own + count, own)}年度まで"
    return replace(
        request, commitments=(Commitment("owed", period=period, name="機器賃借料", years=tuple(rows)),)
    )


def with_commitments(random: Random) -> Request:
    """An initial budget with a commitment that it asks and one that was set before."""
    request = initial(random)
    own = standard().form_of(request).year.year
    line = request.groups[0].lines[0].id
    letter = "H" if own < 2020 else "R"
    first, last = _era_year(own - 1, own), _era_year(own + 2, own)
    before = Commitment("set", line, f"{letter}{first}〜{letter}{last}", "set", set_in=f"{letter}{first}当初")
    return replace(request, commitments=(_commitment(random, own, "owed", line), before))


def continuing(random: Random) -> Request:
    """A sheet of a continuing expense (継続費) whose annual amounts are changed."""
    label, own = parts.fiscal_year(random)
    rows = []
    for at in range(random.randint(2, 4)):
        money = [random.randint(100, 9_999) * 10 for _ in range(2)]
        sides = [{"expense": amount, "national": amount // 2, "bonds": amount // 5} for amount in money]
        rows.append(AnnualAmount(f"annual-{at}", f"{_era_year(own + at, own)}年度", *sides))
    request = parts.headed(
        Request(), fiscal_year=label, sheet="continuing", budget="2月補正予算", stage="一般事業調整"
    )
    return replace(request, continuing=(ContinuingExpense("work", "ダム本体工事", years=tuple(rows)),))


KINDS: dict[str, Callable[[Random], Request]] = {
    "当初": initial,
    "当初（査定後）": assessed,
    "特別会計": special,
    "調整": later,
    "調整（査定後）": later_assessed,
    "補正": supplementary,
    "補正の調整": supplementary_later,
    "当初と債務負担行為": with_commitments,
    "債務負担行為": commitment,
    "契約の変更": changed_contract,
    "継続費": continuing,
}


def sheet(kind: str, random: Random) -> Request:
    """A sheet of a kind with every figure printed."""
    return declared(KINDS[kind](random))
