"""What made-up sheets are made of: years, amounts, calculations, lines, tables, funds and people that agree."""

from __future__ import annotations

from random import Random
from typing import Final

from msgspec.structs import replace

from model.request.request import Contact, CostGroup, Header, Line, Request, Section
from model.values.amount import Amount
from tests.samples import standard
from tests.seeded import calculations

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


def amount(random: Random) -> int:
    """An amount of two to six digits, 千円."""
    return random.choice(
        [random.randint(11, 99), random.randint(101, 9_999), random.randint(10_001, 999_999)]
    )


def fiscal_year(random: Random) -> tuple[str, int]:
    """A fiscal year as its sheet names it, and as a western one."""
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
    previous, asked = _two_years(random, is_new=is_new)
    if way < 0.55:
        basis = _calculation(random, year)
        worked_out = calculations.amount(basis)
        assert worked_out is not None
        previous = None if is_new else worked_out + random.randint(0, worked_out // 20)
        return Line(mark, name, previous, None, basis=basis, mark="new" if is_new else "")
    return Line(mark, name, previous, asked, mark="new" if is_new else "")


def _two_years(random: Random, *, is_new: bool) -> tuple[int | None, int]:
    asked = amount(random)
    return None if is_new else asked + random.randint(-asked // 20, asked // 20), asked


def groups(random: Random, year: int, *, has_previous: bool = True) -> tuple[CostGroup, ...]:
    """One to three cost tables."""
    tables = []
    for at in range(random.randint(1, 3)):
        lines = tuple(_line(random, f"line-{at}-{index}", year) for index in range(random.randint(1, 5)))
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
        tables.append(CostGroup(f"group-{at}", f"{at + 1}.{random.choice(_NAMES)}", lines=lines))
    return tuple(tables)


def shares(random: Random, whole: int) -> dict[str, Amount]:
    """Some sources that together stay below the whole."""
    rest, money = abs(whole), dict.fromkeys(_SOURCES, 0)
    for key in random.sample(_SOURCES, random.randint(1, 3)):
        part = random.randint(0, rest // 2)
        money[key], rest = (part if whole >= 0 else -part), rest - part
    return dict(money)


def people(random: Random, staff: list[str]) -> dict[str, str]:
    """人役: some 正職員, nobody else."""
    return {key: f"{random.randint(0, 59) / 10:.1f}" if key == "regular" else "0.0" for key in staff}


def headed(request: Request, **words: str) -> Request:
    """The request with a head; ``words`` are those of its header that are not an initial budget of the general account."""
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
