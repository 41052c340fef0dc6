"""Made-up sheets of every kind with figures that agree, as a section would write them: for published ones not at hand."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Final

from msgspec.structs import replace

from model.amount import Amount
from model.multi_year import AnnualAmount, Commitment, CommitmentYear, ContinuingExpense
from model.request import (
    Assessment,
    Component,
    Contact,
    CostGroup,
    Funding,
    Headcount,
    Header,
    Line,
    Request,
    Section,
)
from tests.samples import standard
from tests.seeded import calculations
from tests.seeded.sources import declared

_SOURCES: Final = [source.key for source in standard().funding_sources if source.is_usual]
_NAMES: Final = (
    "システム保守委託料",
    "研修会開催経費",
    "普及啓発経費",
    "施設修繕費",
    "機器リース料",
    "補助金",
    "調査委託料",
)
_WORK: Final = ("総務費", "企画費", "計画調査費", "地域交流推進事業")


def _amount(random: Random) -> int:
    return random.choice(
        [random.randint(11, 99), random.randint(101, 9_999), random.randint(10_001, 999_999)]
    )


def _year(random: Random) -> tuple[str, int]:
    year = random.randint(2010, 2026)
    label = f"平成{year - 1988}年度" if year < 2020 else f"令和{year - 2018}年度"
    return label, year


def _calculation(random: Random, year: int) -> str:
    price, times = random.randint(1_001, 98_765), random.randint(2, 12)
    percent = 5 if year < 2014 else 8 if year < 2019 else 10
    is_taxed = year != 2019  # two rates in one year
    tax = f"×1.{percent:02}" if is_taxed else ""
    plain = f"{price:,}円×{times}か月"
    raised = -(-price * times * (100 + percent * is_taxed) // 100_000)
    half = random.randint(1_001, 9_999)
    return random.choice(
        [
            plain,
            f"{plain}{tax}",
            f"{plain}{tax}＝{raised:,}千円",
            f"{half:,}千円×1/2＝{-(-half // 2):,}千円",
            f"{plain}＋{half:,}円×{times + 1}人",
        ]
    )


def _line(random: Random, mark: str, year: int) -> Line:
    """A line that is new, or near what it was last year: a large change would want a reason."""
    name, is_new = random.choice(_NAMES), random.random() < 0.2
    way = random.random()
    if way < 0.25:
        parts = tuple(
            Line(f"{mark}-{at}", word, *_two_years(random, is_new=is_new))
            for at, word in enumerate(("4月〜9月", "10月〜3月"))
        )
        return Line(mark, name, mark="new" if is_new else "", parts=parts, heading=random.random() < 0.3)
    previous, amount = _two_years(random, is_new=is_new)
    if way < 0.55:
        basis = _calculation(random, year)
        worked_out = calculations.amount(basis)
        assert worked_out is not None
        previous = None if is_new else worked_out + random.randint(0, worked_out // 20)
        return Line(mark, name, previous, None, basis=basis, mark="new" if is_new else "")
    return Line(mark, name, previous, amount, mark="new" if is_new else "")


def _two_years(random: Random, *, is_new: bool) -> tuple[int | None, int]:
    amount = _amount(random)
    return None if is_new else amount + random.randint(-amount // 20, amount // 20), amount


def _groups(random: Random, year: int, *, has_previous: bool = True) -> tuple[CostGroup, ...]:
    groups = []
    for at in range(random.randint(1, 3)):
        lines = tuple(_line(random, f"line-{at}-{each}", year) for each in range(random.randint(1, 5)))
        if not has_previous:
            lines = tuple(
                replace(
                    line,
                    previous=None,
                    mark="",
                    parts=tuple(replace(part, previous=None) for part in line.parts),
                )
                for line in lines
            )
        groups.append(CostGroup(f"group-{at}", f"{at + 1}.{random.choice(_NAMES)}", lines=lines))
    return tuple(groups)


def _shares(random: Random, whole: int) -> dict[str, Amount]:
    """Some sources that together stay below the whole."""
    rest, shares = abs(whole), dict.fromkeys(_SOURCES, 0)
    for key in random.sample(_SOURCES, random.randint(1, 3)):
        part = random.randint(0, rest // 2)
        shares[key], rest = (part if whole >= 0 else -part), rest - part
    return dict(shares)


def _people(random: Random, staff: list[str]) -> dict[str, str]:
    return {key: f"{random.randint(0, 59) / 10:.1f}" if key == "regular" else "0.0" for key in staff}


def _head(request: Request, **words: str) -> Request:
    kan, kou, moku, name = _WORK
    header = Header(
        budget="当初予算", business_class="一般事業(公共事業以外)", stage="一般事業要求",
        subject_kan=kan, subject_kou=kou, subject_moku=moku, name=name,
    )  # fmt: skip
    section = Section("section-1", heading="所要経費", costs=True)
    return replace(
        request,
        header=replace(header, **words),
        contact=Contact("総務部", "企画課", "企画担当"),
        sections=(section,),
        funding_words="" if words.get("sheet") else "国1/2",
    )


def initial(random: Random, **words: str) -> Request:
    """An initial budget, before the 査定."""
    label, year = _year(random)
    request = replace(_head(Request(), fiscal_year=label, **words), groups=_groups(random, year))
    return _with_money(random, request, year)


def _with_money(random: Random, request: Request, year: int) -> Request:
    figures = declared(request).declared
    amount, previous = figures.get("request/amount"), figures.get("request/previous")
    staff = [each.key for each in standard().staff_of(standard().form_of(request))]
    return replace(
        request,
        headcount=Headcount(request=_people(random, staff), previous=_people(random, staff)),
        funding=Funding(
            request=_shares(random, amount if isinstance(amount, int) else 0),
            previous=_shares(random, previous) if isinstance(previous, int) else {},
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
        assessed=_shares(random, granted),
        held=_shares(random, held),
        separate=_shares(random, separate),
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
    label, _ = _year(random)
    request = _asked_again(random, _head(Request(), fiscal_year=label, **{"stage": "一般事業調整", **words}))
    staff = [each.key for each in standard().staff_of(standard().form_of(request))]
    people = _people(random, staff)
    none = {**people, "regular": "0.0"}
    return replace(request, headcount=Headcount(standing=people, request=none, total=people))


def _asked_again(random: Random, request: Request) -> Request:
    keys: tuple[Component, ...] = ("deferred", "revived", "added")
    asked = {
        key: _amount(random) for key in sorted(random.sample(keys, random.randint(1, 3)), key=keys.index)
    }
    stands = _amount(random)
    shares = {key: _shares(random, money) for key, money in asked.items()}
    return replace(
        request,
        components=dict(asked),
        declared={"cost/standing/expense": stands, "funding/standing/expense": stands},
        funding=Funding(standing=_shares(random, stands), **shares),
    )


def later_assessed(random: Random) -> Request:
    """A later stage after the 査定: the rows of the total-cost table are those of the final amount."""
    request = later(random)
    figures = declared(request)
    asked = figures.declared["request/amount"]
    assert isinstance(asked, int)
    staff = [each.key for each in standard().staff_of(standard().form_of(request))]
    people = _people(random, staff)
    request = replace(
        request,
        assessment=Assessment("計上", asked, comment="要求のとおり計上します。"),
        headcount=Headcount(assessed=people, previous=people),
        funding=replace(request.funding, assessed=_shares(random, asked)),
    )
    rows = [plan.row for plan in standard().form_of(request).page.cost_rows]
    stood = request.declared["funding/standing/expense"]
    assert isinstance(stood, int)
    expense = {"assessed": stood + asked, "previous": _amount(random)}
    kept: dict[str, Amount] = {f"cost/{row}/expense": expense[row] for row in rows if row in expense}
    headcount = replace(request.headcount, previous=people if "previous" in rows else {})
    return replace(request, declared={"funding/standing/expense": stood, **kept}, headcount=headcount)


def supplementary_later(random: Random) -> Request:
    """A supplementary budget at a later stage: 既査定額, what is added, 計, with the components in the funding table."""
    request = _asked_again(
        random, _head(Request(), fiscal_year=_year(random)[0], stage="その他調整", budget="9月補正予算")
    )
    people = Headcount(standing=_people(random, ["regular"]), request=_people(random, ["regular"]))
    return replace(request, headcount=people)


def supplementary(random: Random) -> Request:
    """A supplementary budget: what stands, what is added or taken away, and both together."""
    label, year = _year(random)
    budget = random.choice(["6月補正予算", "9月補正予算", "2月補正予算"])
    request = replace(
        _head(Request(), fiscal_year=label, budget=budget), groups=_groups(random, year, has_previous=False)
    )
    amount = declared(request).declared["request/amount"]
    assert isinstance(amount, int)
    stands = _amount(random)
    return replace(
        request,
        declared={"cost/standing/expense": stands},
        headcount=Headcount(standing=_people(random, ["regular"]), request=_people(random, ["regular"])),
        funding=Funding(standing=_shares(random, stands), request=_shares(random, amount)),
    )


def _era_year(year: int, own: int) -> str:
    """A year beside a sheet of a fiscal year: 「32」 in 平成31."""
    return str(year - 1988 if own < 2020 else year - 2018)


def _rows(random: Random, first: int, own: int, count: int, mark: str) -> tuple[CommitmentYear, ...]:
    rows = []
    for at in range(count):
        amount = _amount(random)
        shares = {
            key: value
            for key, value in _shares(random, amount).items()
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
    label, year = _year(random)
    request = _head(Request(), fiscal_year=label, sheet="commitment")
    return replace(request, commitments=(_commitment(random, year, "owed"),))


def changed_contract(random: Random) -> Request:
    """A sheet of a commitment that changes a contract: what it was, what it is, and the difference."""
    label, own = _year(random)
    request = _head(Request(), fiscal_year=label, sheet="commitment")
    rows = []
    count = random.randint(2, 5)
    for at in range(count):
        before = _amount(random)
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
    label, own = _year(random)
    rows = []
    for at in range(random.randint(2, 4)):
        money = [random.randint(100, 9_999) * 10 for _ in range(2)]
        sides = [{"expense": each, "national": each // 2, "bonds": each // 5} for each in money]
        rows.append(AnnualAmount(f"annual-{at}", f"{_era_year(own + at, own)}年度", *sides))
    request = _head(
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
