"""Pages with cost tables of words, columns and figures by chance, in the ways that sections print them."""

from __future__ import annotations

import random
from typing import Final

from tests.templates.page_reader.printed_tables import Sheet, Table

_NAMES: Final = (
    "講座の開催", "委託料", "標準事務費", "旅費", "相談員の配置", "システム改修", "印刷製本費", "会場借上料", "(1)巡回指導",
    "②資機材の整備", "補助金", "サイト運営費", "謝金", "負担金", "通信運搬費", "広報", "備品購入", "測量", "工事請負費", "県単独事業",
    "国補助事業", "3か年計画策定", "研修(初任者)",
)  # fmt: skip
_REMARKS: Final = (
    "", "", "新規", "3会場", "45千円×40回", "県1/2", "上限300千円", "委託", "会計年度任用職員2名", "1,300円/m×2,800m", "国10/10",
)  # fmt: skip
_FIRST: Final = ("内容", "区分", "項目", "細事業名", "経費区分", "事項", "節")
_AMOUNTS: Final = (
    "要求額",
    "金額",
    "本年度要求額",
    "令和5年度要求額",
    "R5要求額",
    "5年度当初予算要求額",
    "所要額",
)
_BEFORE: Final = ("前年度", "前年度予算額", "令和4年度当初予算額", "R4予算額", "前年度当初予算額")
_REMARK: Final = ("", "備考", "摘要", "積算等", "説明", "積算内訳")
_LARGEST: Final = 60_000


def made_sheet(seed: int) -> Sheet:
    """A page with one table or two; the same seed gives the same page."""
    chance = random.Random(seed)  # noqa: S311  (no secret)
    return Sheet(tuple(_Maker(chance).table() for _ in range(chance.choice([1, 1, 1, 2]))))


class _Maker:
    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._years = chance.choice(["a", "ap", "ap", "pa"])
        self._has_change = len(self._years) > 1 and chance.random() < 0.4
        self._first = chance.choice(_FIRST)
        self._second = (
            "" if self._first in ("内容", "節") else chance.choice(["", "", "", "内容", "実施主体"])
        )
        self._remark = chance.choice(_REMARK)

    def table(self) -> Table:
        """A table with its headings, rows and, mostly, a total."""
        chance = self._chance
        figures = [0, *(chance.randint(1, _LARGEST) for _ in range(6))]
        rows = [
            (name, chance.choice([None, *figures]), chance.choice(figures))
            for name in chance.sample(_NAMES, chance.randint(1, 6))
        ]
        printed = [
            self._row(
                name, previous, amount, chance.choice(["市町村", "委託", "年3回"]), chance.choice(_REMARKS)
            )
            for name, previous, amount in rows
        ]
        if chance.random() < 0.85:
            sums = sum(previous or 0 for _, previous, _ in rows), sum(amount for *_, amount in rows)
            printed.append(self._row(chance.choice(["計", "合計", "合　計"]), *sums, "", ""))
        has_previous = "p" in self._years
        return Table(
            "\n".join([self._headings(), *printed]),
            tuple((name, previous if has_previous else None, amount) for name, previous, amount in rows),
            chance.choice(["", "", "【内訳】", "(単位:千円)"]),
            chance.choice(["", "", "※端数処理による。"]),
        )

    def _headings(self) -> str:
        unit = self._chance.choice(["(千円)", "(単位:千円)", ""])
        years = {"a": self._chance.choice(_AMOUNTS) + unit, "p": self._chance.choice(_BEFORE) + unit}
        words = [self._first, self._second, *(years[year] for year in self._years)]
        return "|".join(filter(None, [*words, "増減" if self._has_change else "", self._remark]))

    def _row(self, name: str, previous: int | None, amount: int, second: str, remark: str) -> str:
        years = {"a": _printed(amount), "p": _printed(previous)}
        cells = [name, *([second] if self._second else []), *(years[year] for year in self._years)]
        cells += [_printed(amount - (previous or 0))] if self._has_change else []
        return "|".join([*cells, *([remark] if self._remark else [])])


def _printed(figure: int | None) -> str:
    if figure is None:
        return ""
    return f"{figure:,}" if figure >= 0 else f"△{-figure:,}"
