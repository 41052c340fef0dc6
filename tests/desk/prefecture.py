"""A made-up prefecture: 40 課 in eight 部局, and as many requests of all forms as are wanted, from a number.

Every figure follows from the number of the request, so that the tests can add them up by themselves. How its requests come to
the desk, in files and not all as they ought to be, stands in ``sent``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from msgspec.structs import replace

from model.document import storage
from model.document.document import take_snapshot
from model.request.multi_year import AnnualAmount, Commitment, CommitmentYear, ContinuingExpense
from model.request.place import REQUEST_AMOUNT
from model.request.request import Contact, CostGroup, Funding, Headcount, Header, Line, Request, Section
from model.standard.standard import Standard
from model.values.identity import Identity
from templates.workbook.excel import workbook_bytes

BUREAUS = ("総務部", "地域づくり部", "福祉部", "生活環境部", "商工部", "農林部", "県土整備部", "教育部")
WORDS = ("推進", "支援", "整備", "調査", "管理", "振興", "対策", "交流")
KAN = ("総務費", "民生費", "衛生費", "商工費", "農林水産業費", "土木費", "教育費", "警察費")
ITEMS = ("委託料", "旅費", "需用費", "報償費", "使用料", "負担金", "工事請負費", "備品購入費")
YEAR = 2027
INITIAL = "当初予算"
SUPPLEMENTARY = "2月補正予算"
FIRST_STAGE = "一般事業要求"
ORDINARY, PUBLIC_WORKS, ENTERPRISE = "一般事業(公共事業以外)", "公共事業", "企業会計"


class Office(NamedTuple):
    """A 課 with its 部局, and their codes."""

    bureau: str
    name: str
    bureau_code: str
    code: str


def offices() -> list[Office]:
    """The 40 課, five in each 部局."""
    return [
        Office(bureau, f"{bureau[:2]}{word}課", f"{at:02}", f"{at:02}0{place}10")
        for at, bureau in enumerate(BUREAUS, start=1)
        for place, word in enumerate(WORDS[:5], start=1)
    ]


def office_of(number: int) -> Office:
    """The 課 whose request has a number."""
    found = offices()
    return found[number % len(found)]


def write_standard(folder: Path) -> Path:
    """A Standard's folder that lays the list of the 40 課 over the one of Tottori."""
    folder.mkdir()
    (folder / "standard.toml").write_text('builds_on = "tottori"\nwithout = ["offices"]\n', encoding="utf-8")
    lines = []
    for office in offices():
        lines += ["[[offices]]", f'code = "{office.code}"', f'name = "{office.name}"']
        lines += [f'department = "{office.bureau}"', f'department_code = "{office.bureau_code}"']
    (folder / "offices.toml").write_text("\n".join(lines), encoding="utf-8")
    return folder


def request(
    number: int, *, year: int = YEAR, budget: str = INITIAL, stage: str = FIRST_STAGE, version: int = 1
) -> Request:
    """The request of a number: its form, amounts and funds follow from it; another version asks for another amount.

    Of 当初予算 those are requests for 歳出, some of 公共事業 and 企業会計, and some on sheets of their own for 債務負担行為 and
    継続費; of 補正予算 every fourth is one for 繰越明許費. A 事業 has the same 事業ID in all years, budgets and stages.
    """
    random = Random(f"{number} {year}" if budget == INITIAL else f"{number} {year} {budget}")  # noqa: S311 - made up, not secret
    bureau, section, *_ = office_of(number)
    kan = KAN[BUREAUS.index(bureau)]
    is_enterprise = budget == INITIAL and number % 16 == 14
    header = Header(
        f"令和{year - 2018}年度",
        budget,
        ENTERPRISE if is_enterprise else PUBLIC_WORKS if number % 7 == 4 else ORDINARY,
        stage,
        kan,
        f"{kan[:2]}管理費",
        f"{kan[:2]}総務費",
        f"{bureau[:2]}{WORDS[number % 8]}事業{number:05}",
        account="病院事業" if is_enterprise else "",
        sheet="carry_over" if budget != INITIAL and number % 4 == 2 else "",
    )
    contact = Contact(bureau, section, "企画担当", "0857-26-7000", "kikaku@pref.example.jp")
    text = Section("text", "content", "事業概要", f"{section}が行う{ITEMS[number % 8]}の事業です。")
    costs = Section("costs", "content", "所要経費", costs=True)
    lines = tuple(
        Line(
            f"line-{index}",
            f"{ITEMS[(number + index) % 8]}{index}",
            random.randrange(10, 9_000) if budget == INITIAL else None,
            random.randrange(10, 9_000) + (version - 1) * 7,
            object_class="",
        )
        for index in range(1, 3 + number % 7)
    )
    asked = sum(line.amount for line in lines if isinstance(line.amount, int))
    before = sum(line.previous for line in lines if isinstance(line.previous, int))
    made = Request(
        header=header,
        contact=contact,
        headcount=Headcount(request={"regular": f"{number % 30 / 10}"}, previous={"regular": "0.5"}),
        funding_words="国1/2" if number % 3 == 0 else "単県",
        sections=(text, costs),
        groups=(CostGroup("table", "1.運営費", lines=lines),),
        funding=Funding(
            previous={"national": before // 3 if number % 3 == 0 else 0},
            request={
                "national": asked // 2 if number % 3 == 0 else 0,
                "fees": asked // 10 if number % 5 == 0 else None,
                "other": 11 if number % 4 == 0 else 0,
            },
        ),
        standard="鳥取県",
        identity=_identity(number, f"{year}" if budget == INITIAL else f"{year}-supplementary"),
    )
    if budget != INITIAL:
        return made
    if number % 11 == 3:
        return _commitment(made, number)
    if number % 11 == 7:
        return _continuing(made, number)
    if number % 10 == 1:
        owed = _owed(number, year)
        return replace(made, commitments=(replace(owed, line="line-1"),))
    return made


def _identity(number: int, document: str) -> Identity:
    return Identity(f"project{number}", f"document{number}-{document}") if number % 2 else Identity()


def amount_of(made: Request) -> int:
    """What a request asks for, added up from what stands in it by this file alone; a total that was typed counts."""
    if isinstance(typed := made.declared.get(REQUEST_AMOUNT), int):
        return typed
    if made.header.sheet == "commitment":
        return sum(
            row.amount for owed in made.commitments for row in owed.years if isinstance(row.amount, int)
        )
    if made.header.sheet == "continuing":
        amounts = [row.after["expense"] for work in made.continuing for row in work.years]
        return sum(amount for amount in amounts if isinstance(amount, int))
    return sum(line.amount for group in made.groups for line in group.lines if isinstance(line.amount, int))


def write(folder: Path, made: Request, standard: Standard, *, suffix: str = ".xlsx", copy: str = "") -> Path:
    """Write a request where its section keeps it, as a workbook or as a request file."""
    path = folder / made.contact.department / made.contact.section / f"{made.header.name}{copy}{suffix}"
    path.parent.mkdir(parents=True, exist_ok=True)
    if suffix == storage.SUFFIX:
        path.write_bytes(storage.dumps(made))
    else:
        path.write_bytes(workbook_bytes(take_snapshot(made, standard)))
    return path


def requests(count: int, *, year: int = YEAR, budget: str = INITIAL) -> Iterator[Request]:
    """The first requests of a budget."""
    return (request(number, year=year, budget=budget) for number in range(count))


def _owed(number: int, year: int) -> Commitment:
    first = year - 2018 + 1
    rows = tuple(
        CommitmentYear(
            f"owed-{at}", f"令和{first + at}年度", 100 + number % 50 + at, {"national": 10 * (number % 2)}
        )
        for at in range(3)
    )
    return Commitment("owed", period=f"令和{first}年度〜令和{first + 2}年度", name="機器の借上げ", years=rows)


def _commitment(made: Request, number: int) -> Request:
    year = 2018 + int(made.header.fiscal_year.removeprefix("令和").removesuffix("年度"))
    return replace(
        made,
        header=replace(made.header, sheet="commitment"),
        groups=(CostGroup("table"),),
        funding=Funding(),
        headcount=Headcount(),
        commitments=(_owed(number, year),),
    )


def _continuing(made: Request, number: int) -> Request:
    first = int(made.header.fiscal_year.removeprefix("令和").removesuffix("年度"))
    years = tuple(
        AnnualAmount(
            f"annual-{at}", f"令和{first + at}年度", {}, {"expense": 500 + number % 90, "bonds": 200}
        )
        for at in range(3)
    )
    return replace(
        made,
        header=replace(made.header, sheet="continuing"),
        groups=(CostGroup("table"),),
        funding=Funding(),
        headcount=Headcount(),
        continuing=(ContinuingExpense("work", "庁舎の建替え", years=years),),
    )
