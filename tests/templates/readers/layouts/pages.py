"""The text of a published page around a laid-out table, and the layouts of its tables."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any, Final

from tests.templates.readers.layouts.known import Known, total
from tests.templates.readers.layouts.layout import Layout

_HEAD: Final = """現在の位置: 予算編成過程の公開 の 令和{y}年度予算 の {d}の{n}
令和{y}年度
当初予算  一般事業(公共事業以外)  一般事業要求      支出科目  款:総務費 項:企画費 目:計画調査費
事業名:

{n}

もどる  もどる
(この事業に対するご質問・ご意見はこちらにお寄せください)

{d} {s} 企画担当

電話番号:0857-26-0000  E-mail:kikaku@example.lg.jp

  事業費(A) 人件費(B) トータルコスト
(A+B)
正職員 会計年度任用職員 特別職非常勤職員
R{y}年度当初予算要求額 {a}千円 0千円 {a}千円 0.0人 0.0人 0.0人
R{p}年度当初予算額 {b}千円 0千円 {b}千円 0.0人 0.0人 0.0人

事業費

要求額:{a}千円  (前年度予算額 {b}千円)  財源:単県

事業内容

1 事業の目的・概要
 地域の課題を解決するため、市町村や関係団体と連携して取り組む。

2 主な事業内容
"""
_FOOT: Final = """

3 背景
 これまでの取組を通じ、利用者から継続を望む声が寄せられている。

これまでの取組と成果
これまでの取組状況
 ・関係者による連絡会を開いた。
これまでの取組に対する評価
 連絡体制が整い、対応が早くなった。

財政課処理欄

要求額の財源内訳(単位:千円)

区分 事業費 財源内訳
国庫支出金 使用料・手数料 寄附金 分担金・負担金 起債 財産収入 その他 一般財源
前年度予算 {b} 0 0 0 0 0 0 0 {b}
要求額 {a} 0 0 0 0 0 0 0 {a}
"""


def page_text(request: Known, table: list[list[str]], form: str) -> str:
    """A page with a table in its text.

    Args:
        request: what the page is of.
        table: the rows of the table.
        form: ``rows`` (cells parted by tabs), ``cells`` (each cell on its own, an empty line between them), ``html``.
    """
    rows = [row for row in table if any(row)]
    if form == "rows":
        body = "\n".join("\t".join(row).rstrip("\t") for row in rows)
    elif form == "cells":
        width = max(max(index for index, cell in enumerate(row) if cell) for row in rows) + 1
        body = "\n\n".join(cell for row in rows for cell in (*row[:width], *[""] * (width - len(row))))
    else:
        cells = [[f"<td>{escape(cell) or '&nbsp;'}</td>" for cell in row] for row in rows]
        lines = "".join(f"<tr>{''.join(row)}</tr>" for row in cells)
        body = f"<table border=1>{lines}</table>"
    amounts = [f"{total(request.rows, field) // 1_000:,}" for field in ("amount", "previous")]
    words = {
        "{y}": str(request.year), "{p}": str(request.year - 1), "{n}": request.name, "{d}": request.department,
        "{s}": request.section, "{a}": amounts[0], "{b}": amounts[1],
    }  # fmt: skip
    head, foot = _HEAD, _FOOT
    for sign, word in words.items():
        head, foot = head.replace(sign, word), foot.replace(sign, word)
    if form != "html":
        return f"{head}{body}{foot}"
    text = [escape(part).replace("\n", "<br>\n") for part in (head, foot)]
    return f"<html><head><meta charset=utf-8></head><body>{text[0]}{body}{text[1]}</body></html>"


_TABLES: Final[tuple[tuple[str, str, dict[str, Any]], ...]] = (
    ("sheet", "the words of most sheets", {"columns": "text:内容|amount:要求額(千円)|previous:前年度予算額(千円)|remark:備考"}),
    ("previous_first", "the year before first", {"columns": "text:区分|previous:前年度(千円)|amount:金額(千円)|remark:積算等"}),
    ("years", "headings named by the years alone", {"columns": "text:区分|amount:{y}年度要求額|previous:{p}年度当初予算額|change:増減|remark:摘要"}),
    ("era_years", "R years", {"columns": "text:細事業名|previous:R{p}予算額|amount:R{y}要求額|remark:内容"}),
    ("change", "with 増減", {"columns": "text:事項|amount:本年度|previous:前年度|change:比較増減"}),
    ("rate", "with 増減 and a rate", {"columns": "text:項目|amount:要求額|previous:前年度|change:増減|rate:前年度比"}),
    ("no_total", "no total", {"columns": "text:内容|amount:要求額(千円)|previous:前年度予算額(千円)", "total": None}),
    ("subtotals", "小計 for each 節", {"columns": "text:内容|amount:要求額(千円)|previous:前年度予算額(千円)", "subtotal": "小計"}),
    ("headings", "the 節 in rows of their own", {"columns": "text:内容|amount:要求額(千円)|previous:前年度予算額(千円)", "group_heading": "【{g}】"}),
    ("saishutsu", "a total of an unusual name", {"columns": "text:経費|amount:要求額(千円)|previous:前年度予算額(千円)", "total": "歳出合計"}),
    ("yen", "a table in 円", {"columns": "text:内容|amount:要求額(円)|previous:前年度予算額(円)", "unit": "円"}),
    ("brackets", "the year before in brackets in the same cell", {"columns": "text:内容|both:要求額(千円)|remark:備考", "below": "※( )内は前年度当初予算額"}),
    ("accounts", "the 決算 of the year before last", {"columns": "text:内容|before:R{pp}決算額|previous:R{p}当初予算額|amount:R{y}要求額"}),
    ("one_wrong", "the total typed too high", {"columns": "text:内容|amount:要求額(千円)|previous:前年度予算額(千円)", "total_off": 10, "must": "finding"}),
)  # fmt: skip


def page_layouts() -> Iterator[Layout]:
    """Tables of pages in both layouts of text and in HTML."""
    for name, about, changes in _TABLES:
        for form in ("rows", "cells", "html"):
            if name == "brackets" and form == "rows":
                continue  # a line of text has no cell of two lines
            yield Layout(
                name=f"page-{name}_{form}", kind=f"page {form}", about=f"a page's table ({form}): {about}",
                ending=f".{form}.txt", title="", note="", number_format='#,##0;"△"#,##0', **changes,
            )  # fmt: skip
