"""A cost request that is known: made up from a seed, before any layout. All figures are 円."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

_PROJECTS: Final = (
    "里山の道しるべ整備事業", "高校生みらい体験事業", "湖水の水質見守り事業", "介護の職場応援事業",
    "観光案内所の多言語化事業", "果樹産地の若返り事業", "図書館の夜間開館事業", "防災備蓄の更新事業",
)  # fmt: skip
_OFFICES: Final = (
    ("生活環境部", "自然共生課"), ("教育委員会", "高等学校課"), ("福祉保健部", "長寿社会課"),
    ("商工労働部", "観光戦略課"), ("農林水産部", "生産振興課"), ("危機管理局", "危機管理政策課"),
)  # fmt: skip
CLASSES: Final = {
    "7 報償費": ("講師謝金", "審査員への謝金", "相談員の謝金", "記念品代"),
    "8 旅費": ("普通旅費（県外出張）", "講師の費用弁償", "委員会の開催旅費", "現地調査の旅費"),
    "10 需用費": ("事務用消耗品", "案内冊子の印刷", "公用車の燃料", "計測機器の修繕", "資材の購入"),
    "11 役務費": ("資料の郵送", "通信回線の使用", "検査の手数料", "施設の保険"),
    "12 委託料": ("設計業務の委託", "集計システムの保守", "広報業務の委託", "警備業務の委託", "研修会の運営委託"),
    "13 使用料及び賃借料": ("会場の借上げ", "複写機の賃借", "駐車場の使用", "バスの借上げ"),
    "18 負担金、補助及び交付金": ("市町村への補助", "協議会の負担金", "団体への交付金", "大会参加の負担金"),
}  # fmt: skip
_REMARKS: Final = (
    "",
    "",
    "5市町で実施",
    "国1/2",
    "3か年の2年目",
    "単価の改定による増",
    "入札の見込み",
    "台数を見直し",
)
_PARTS: Final = ("県内分", "県外分", "本庁分", "地方機関分", "前期分", "後期分")


@dataclass(frozen=True)
class Row:
    """A line of a request: 内容, the figures of both years in 円 (None: blank), and what explains it."""

    text: str
    amount: int | None
    previous: int | None
    price: int = 0
    count: int = 0
    remark: str = ""
    parts: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Group:
    """The lines of one 節."""

    object_class: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Known:
    """A request as it is meant.

    Attributes:
        year: the fiscal year in 令和.
        groups: its lines by 節.
    """

    year: int
    name: str
    department: str
    section: str
    groups: tuple[Group, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The lines of all 節."""
        return tuple(row for group in self.groups for row in group.rows)


def total(rows: Iterable[Row], field: str = "amount") -> int:
    """The sum of lines, 円."""
    return sum(getattr(row, field) or 0 for row in rows)


def known(seed: int, groups: int = 3) -> Known:
    """A request made up from a seed, in which no line is by chance the sum of lines above it."""
    rng = random.Random(seed)  # noqa: S311
    department, section = rng.choice(_OFFICES)
    while True:
        classes = sorted(rng.sample(list(CLASSES), groups), key=list(CLASSES).index)
        found = Known(
            rng.randint(6, 9), rng.choice(_PROJECTS), department, section,
            tuple(Group(name, tuple(_rows(rng, name))) for name in classes),
        )  # fmt: skip
        if not _has_chance_sums(found) and total(found.rows) != total(found.rows, "previous"):
            return found


def _rows(rng: random.Random, object_class: str) -> Iterator[Row]:
    for text in rng.sample(CLASSES[object_class], rng.randint(2, 3)):
        price, count = rng.randint(8, 900) * 100, rng.randint(1, 12) * 10
        amount = price * count
        previous = rng.choice((None, amount, *(rng.randint(20, 9_000) * 1_000 for _ in range(5))))
        parts: tuple[Row, ...] = ()
        if rng.random() < 0.5 and amount > 20_000:
            first = rng.randint(amount // 5_000, amount * 4 // 5_000) * 1_000
            before = None if previous is None else previous // 3_000 * 1_000
            names = rng.sample(_PARTS, 2)
            rest = None if previous is None or before is None else previous - before
            parts = (Row(names[0], first, before), Row(names[1], amount - first, rest))
        yield Row(text, amount, previous, price, count, rng.choice(_REMARKS), parts)


def _has_chance_sums(found: Known) -> bool:
    """Whether a line equals, in either year, a sum of lines straight above it: it could be taken for their total."""
    for field in ("amount", "previous"):
        figures = [getattr(row, field) or 0 for row in found.rows]
        for end, figure in enumerate(figures):
            if figure and any(sum(figures[start:end]) == figure for start in range(end)):
                return True
    return False
