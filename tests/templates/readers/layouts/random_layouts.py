"""Layouts made up from a seed: choices that the named ones make alone, made together."""

from __future__ import annotations

import random
from typing import Any, Final

from tests.templates.readers.layouts.layout import Layout

_TEXTS: Final = ("内容", "事項", "経費名", "項目", "内　訳", "細目", "区分", "経費の内容")
_REQUESTS: Final = (
    "要求額", "本年度要求額", "予算要求額", "令和{y}年度要求額", "R{y}要求額", "R{y}当初要求", "要求額(A)", "{Y}（令和{y}）年度要求額",
    "令 和 {z} 年度 要求額", "令和{y}年度\n当初要求額",
)  # fmt: skip
_PREVIOUS: Final = (
    "前年度予算額", "前年度当初予算額", "令和{p}年度予算額", "R{p}当初", "R{p}当初予算額", "前年度予算額(B)", "{P}（令和{p}）年度予算額",
    "令和{p}年度\n当初予算額",
)  # fmt: skip
_LAST_YEARS: Final = ("令和{p}年度/当初予算額", "R{p}/予算額", "前年度/当初")
_THIS_YEARS: Final = ("令和{y}年度/要求額", "R{y}/要求額", "本年度/要求")
_EXTRA: Final = (
    "change:増減", "change:比較増減", "rate:増減率", "rate:前年比", "standing:現計予算額", "settled:決算見込額", "assessed:査定額",
    "remark:備考", "remark:説明", "before:令和{pp}年度決算額",
)  # fmt: skip
_TITLES: Final = (
    "令和{y}年度当初予算 予算要求書\n事業名|{n}", "事業期間|令和{pp}年度～令和{y}年度\n令和{y}年度予算要求書\n事業名|{n}", "R{y}予算要求書\n事業名|{n}",
    "令和{z}（{Y}）年度　予算要求書\n事業名|{n}", "令 和 {z} 年 度 予算要求書\n事業名|{n}\n部局名|{d}|課名|{s}",
    "令和{pp}年度実績に基づく\n令和{y}年度予算要求書\n事業名|{n}",
)  # fmt: skip
_NOTES: Final = (
    "（単位：{0}）", "〔単位：{0}〕", "＜単位:{0}＞", "（金額単位：{0}）", "※単位は{0}", "単位／{0}", "（単位：{0}・％）", "（{0}）", "単位：{0}（税込）",
)  # fmt: skip
_TOTALS: Final = ("合計", "計", "合　計", "歳出合計", "総計", "要求額計", "", None)
_PARTS: Final = ("space", "indent", "uchi")
_BOOKS: Final = ("summary_first", "summary_last", "details", "twice", "last_year", "instructions", "empty")


def random_layout(seed: int) -> Layout:
    """A layout made up from a seed: unambiguous, for it names its unit and its columns or ties by arithmetic."""
    rng = random.Random(seed)  # noqa: S311
    unit = rng.choice(("千円", "千円", "円"))
    changes: dict[str, Any] = {"title": rng.choice(_TITLES), "unit": unit, "total": rng.choice(_TOTALS)}
    changes["note"] = rng.choice(_NOTES).format(unit)
    where = rng.random()
    if where < 0.15:
        changes |= {"note": "", "unit_row": True}
    elif where < 0.3:
        changes |= {"note": "", "number_format": f'#,##0"{unit}"'}
    elif where < 0.4:
        changes |= {"note": "", "amount_text": f"{{:,}}{unit}"}
    changes["note_at"] = rng.choice(("last", "first", "outside", "apart"))
    years = [f"previous:{rng.choice(_PREVIOUS)}", f"amount:{rng.choice(_REQUESTS)}"]
    if rng.random() < 0.2:
        years = [f"previous:{rng.choice(_LAST_YEARS)}", f"amount:{rng.choice(_THIS_YEARS)}"]
    rng.shuffle(years)
    columns = [f"text:{rng.choice(_TEXTS)}", *years]
    for extra in rng.sample(_EXTRA, rng.randint(0, 3)):
        if extra.split(":")[0] not in [column.split(":")[0] for column in columns]:
            columns.insert(rng.randint(1, len(columns)), extra)
    if rng.random() < 0.2:
        columns.insert(0, f"number:{rng.choice(('No.', '番号', ''))}")
    changes["columns"] = "|".join(columns)
    if rng.random() < 0.3 and changes["total"] is not None:
        changes["subtotal"] = rng.choice(("小計", "{g}計", "", "計"))
    if rng.random() < 0.2:
        changes["group_heading"] = rng.choice(("【{g}】", "○{g}", "{g}"))
    elif rng.random() < 0.3:
        changes["parts"] = rng.choice(_PARTS)
    changes["blank_rows"] = rng.random() < 0.15
    changes["left"] = rng.choice((0, 0, 1, 2))
    if rng.random() < 0.15:
        changes["page_of"] = rng.randint(3, 5)
        changes["carried"] = rng.choice((None, ("次頁へ", "前頁より"), ("次頁繰越", "前頁繰越")))
    if rng.random() < 0.2:
        changes["request_line"] = "要求額|{A}千円|前年度予算額|{B}千円"
    plain = not changes.get("parts") and "group_heading" not in changes and not changes.get("page_of")
    if plain and rng.random() < 0.25:
        changes["tabs"] = rng.choice(_BOOKS)
    changes["cut"] = rng.choice(("", "", "", "minus", "triangle", "format"))
    if not changes.get("tabs") and not changes.get("request_line") and rng.random() < 0.2:
        changes["ending"] = rng.choice((".csv", ".cp932.csv", ".tsv", ".html"))
        changes["parts"] = changes.get("parts", "").replace("indent", "space")
    changes["blank_as"] = rng.choice(("", "", "－", "0"))
    return Layout(
        name=f"random-{seed}",
        kind="random",
        about=" ".join(map(str, changes.values())).replace("\n", "⏎"),
        **changes,
    )
