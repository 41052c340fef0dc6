"""Layouts of published pages, by kind: what CMSs, copies of PDF files and wikis make of one and the same table of costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tests.templates.readers.fresh.pages import FULL_WIDTH as _FULL
from tests.templates.readers.fresh.pages import Costs, spaced, table
from tests.templates.readers.fresh.rows import truth
from tests.templates.readers.fresh_tables import FRESH, Fresh

Lines = Sequence[tuple[str, int, int]]
_BEFORE: Final = len(FRESH)
_NAME: Final = "里山の暮らし体験事業"
_R: Final[Lines] = (
    ("体験プログラムの運営委託", 6820, 6600),
    ("案内人の養成講座", 1210, 1100),
    ("古民家の改修補助", 15400, 0),
    ("周遊マップの印刷", 638, 704),
)
_OF: Final = Costs(_NAME, 8, "観光交流課", _R, "合計")
_ALL: Final = _OF.every[-1]
_ASKED: Final = replace(_OF.truth, must="asked")
_HEAD: Final = _OF.head
_page, _text, _form = _OF.page, _OF.text, _OF.form
_MARKS: Final = dict(zip([row[0] for row in _R], "①②③④", strict=True))
_COSTS: Final = table([["内容", "要求額", "前年度予算額"], *_R, _ALL])
_UNIT: Final = "（単位：千円）"

# ---- A. each cell in a line of its own ------------------------------------------------------------------------------
_C3: Final = "内容\n要求額\n前年度予算額\n"
_text("l_a01_three", f"単位：千円\n{_C3}" + _form("{w}\n{a}\n{b}\n"))
_text(
    "l_a02_blank_lines_between", "単位：千円\n\n" + _C3.replace("\n", "\n\n") + _form("{w}\n\n{a}\n\n{b}\n\n")
)
_text(
    "l_a03_change",
    f"{_UNIT}\n事項\n令和８年度要求額\n令和７年度当初予算額\n増減\n" + _form("{w}\n{a}\n{b}\n{d}\n"),
)
_text("l_a04_full_width", f"{_UNIT}\n{_C3}" + _form("{w}\n{a}\n{b}\n", full=True))
_text("l_a05_unit_in_headings", "区分\n要求額（千円）\n前年度予算額（千円）\n" + _form("{w}\n{a}\n{b}\n"))
_text(
    "l_a06_unit_below_headings", "区分\n要求額\n（千円）\n前年度予算額\n（千円）\n" + _form("{w}\n{a}\n{b}\n")
)
_text("l_a07_previous_first", f"{_UNIT}\n経費\n令和７年度\n令和８年度\n" + _form("{w}\n{b}\n{a}\n"))
_text(
    "l_a08_remark_behind",
    f"{_UNIT}\n内容\n要求額\n前年度\n備考\n"
    + _form("{w}\n{a}\n{b}\n県内全域\n", _R)
    + _form("{w}\n{a}\n{b}\n", [_ALL])
    + "\n※詳しくはお問い合わせください。\n",
)
_text(
    "l_a09_basis_between_total_short",
    f"{_UNIT}\n事業内容\n積算\n要求額\n前年度予算額\n"
    + _form("{w}\n一式\n{a}\n{b}\n", _R)
    + _form("{w}\n{a}\n{b}\n", [_ALL])
    + "このページの先頭へ\n",
)
_text("l_a10_with_yen", "内容\n要求額\n前年度\n" + _form("{w}\n{a},000円\n{b},000円\n"))
_text(
    "l_a11_numbered",
    f"{_UNIT}\n番号\n内容\n要求額\n前年度予算額\n"
    + "".join(f"{n}\n{w}\n{a:,}\n{b:,}\n" for n, (w, a, b) in enumerate(_R, 1))
    + _form("{w}\n{a}\n{b}\n", [_ALL]),
)
_text(
    "l_a12_no_total_request_above",
    f"要求額　{_ALL[1]:,}千円（前年度　{_ALL[2]:,}千円）\n内訳（単位：千円）\n{_C3}"
    + _form("{w}\n{a}\n{b}\n", _R),
)
_text("l_a13_blank_cell_lost", f"{_UNIT}\n{_C3}" + _form("{w}\n{a}\n{b}\n").replace("\n0\n", "\n"))
_page(
    "l_a14_paragraphs",
    f"<p>{_UNIT}</p>" + "".join(f"<p>{w}</p>" for w in (_C3 + _form("{w}\n{a}\n{b}\n")).split()),
)
_page(
    "l_a15_one_figure",
    f"<p>{_UNIT}</p>"
    + "".join(f"<div>{w}</div>" for w in ("経費 令和８年度要求額 " + _form("{w} {a} ")).split()),
    wanted=truth(tuple((w, a, None) for w, a, _ in _R), year=8, name=_NAME, previous=False),
)
_text(
    "l_a16_two_columns_of_words_dash",
    f"{_UNIT}\n節\n内容\n要求額\n前年度\n"
    + _form("委託料\n{w}\n{a}\n{b}\n", _R)
    + _form("{w}\n－\n{a}\n{b}\n", [_ALL]),
)

# ---- B. a record for each cost: its name, and its labelled amounts --------------------------------------------------------
_page(
    "l_b01_dl_two_dd",
    "<dl>"
    + _form("<dt>{w}</dt><dd>要求額　{a}千円</dd><dd>前年度　{b}千円</dd>", _R)
    + f"</dl><p>合計　{_ALL[1]:,}千円（前年度 {_ALL[2]:,}千円）</p>",
)
_text("l_b02_colons", "\n" + _form("{w}\n　要求額：{a}千円\n　前年度：{b}千円\n") + "\n")
_text("l_b03_blank_lines", "\n" + _form("{w}\n　令和８年度：{a}千円\n　令和７年度：{b}千円\n\n"))
_page(
    "l_b04_headings_and_lists",
    _form(
        "<h3>{w}</h3><ul><li>要求額 {a}千円</li><li>前年度予算額 {b}千円</li><li>内容 県内全域で行います</li></ul>",
        _R,
    )
    + f"<p>要求額の合計は{_ALL[1]:,}千円（前年度{_ALL[2]:,}千円）です。</p>",
)
_text(
    "l_b05_named_by_label",
    "\n"
    + _form("経費：{w}\n要求額：{a}千円\n前年度：{b}千円\n\n", _R)
    + f"要求額合計：{_ALL[1]:,}千円\n前年度合計：{_ALL[2]:,}千円\n",
)
_page(
    "l_b06_small_tables",
    _form(
        "<h3>{w}</h3><table border=1><tr><th>要求額</th><td>{a}千円</td></tr><tr><th>前年度予算額</th><td>{b}千円</td></tr></table>",
        _R,
    )
    + f"<p>要求額合計　{_ALL[1]:,}千円（前年度　{_ALL[2]:,}千円）</p>",
)
_text("l_b07_in_one_line", "\n" + _form("・{w}：要求額 {a}千円、前年度 {b}千円\n"))
_text("l_b08_slash", "\n" + _form("{w}　要求額{a}千円／前年度{b}千円\n"))
_page(
    "l_b09_dl_brackets",
    "<p>金額の単位は千円、（ ）は前年度予算額です。</p><dl>"
    + _form("<dt>{w}</dt><dd>{a}（{b}）</dd>")
    + "</dl>",
)
_page(
    "l_b10_dl_bare",
    f"<p>{_UNIT}</p><dl><dt>内容</dt><dd>要求額</dd><dd>前年度予算額</dd>"
    + _form("<dt>{w}</dt><dd>{a}</dd><dd>{b}</dd>")
    + "</dl>",
)
_text(
    "l_b11_previous_first",
    "\n" + _form("○{w}\n　前年度予算額　{b}千円\n　要求額　{a}千円\n　増減　{d}千円\n"),
)
_text("l_b12_unit_in_note", f"{_UNIT}\n" + _form("{w}\n要求額：{a}\n前年度：{b}\n\n"))
_text("l_b13_no_total", "\n" + _form("{w}\n　要求額：{a}千円\n　前年度：{b}千円\n", _R) + "\n")
_page(
    "l_b14_cards",
    _form(
        "<div class='card'><div class='h'>{w}</div><div>要求額：{a}千円</div><div>前年度：{b}千円</div></div>"
    ),
)

# ---- C. headings with the amounts, words below each ---------------------------------------------------------------------
_SAY: Final = "<p>県内の三地区で行う。詳しくは別に定める。</p>"
_SUM: Final = f"<p>令和８年度要求額　{_ALL[1]:,}千円（前年度　{_ALL[2]:,}千円）</p>"
_page(
    "l_c01_numbers",
    _SUM
    + "".join(
        f"<h3>（{n}）{w}　{a:,}千円（前年度　{b:,}千円）</h3>{_SAY}" for n, (w, a, b) in enumerate(_R, 1)
    ),
)
_page("l_c02_no_mark", _SUM + _form("<h3>{w}　{a}千円（前年度　{b}千円）</h3>" + _SAY, _R))
_text(
    "l_c03_squares",
    f"要求額　{_ALL[1]:,}千円（前年度　{_ALL[2]:,}千円）\n\n"
    + _form("■{w}　{a}千円（前年度　{b}千円）\n\n　県内の三地区で行う。\n\n", _R),
)
_text(
    "l_c04_wiki",
    "\n== 要求額の内訳 ==\n"
    + _form("=== {w} {a}千円（前年度 {b}千円） ===\n県内の三地区で行う。\n\n", _R)
    + f"'''合計 {_ALL[1]:,}千円（前年度 {_ALL[2]:,}千円）'''\n",
)
_text(
    "l_c05_markdown",
    "\n## 要求額の内訳\n\n"
    + _form("### {w} {a}千円（前年度 {b}千円）\n\n県内の三地区で行う。\n\n", _R)
    + f"**合計 {_ALL[1]:,}千円（前年度 {_ALL[2]:,}千円）**\n",
)
_page(
    "l_c06_details",
    _SUM + _form("<details><summary>{w}　{a}千円（前年度　{b}千円）</summary>" + _SAY + "</details>", _R),
)
_page(
    "l_c07_sum_below",
    "".join(f"<h4>{_MARKS[w]} {w}　{a:,}千円（{b:,}千円）</h4>{_SAY}" for w, a, b in _R)
    + f"<p>合計　{_ALL[1]:,}千円（{_ALL[2]:,}千円）　※（ ）は前年度</p>",
)
_text(
    "l_c08_dates_between",
    f"要求額　{_ALL[1]:,}千円（前年度　{_ALL[2]:,}千円）\n\n"
    + "".join(
        f"{n}．{w}　{a:,}千円（前年度　{b:,}千円）\n\n　４月　募集\n　９月　実施\n\n"
        for n, (w, a, b) in enumerate(_R, 1)
    ),
)
_page(
    "l_c09_other_amounts_inside",
    _SUM
    + "".join(
        f"<h3>（{n}）{w}　{a:,}千円（前年度　{b:,}千円）</h3><p>令和６年度は延べ120人が参加し、費用は500千円であった。</p>"
        for n, (w, a, b) in enumerate(_R, 1)
    ),
)
_text(
    "l_c10_other_marked_sections",
    f"■要求額　{_ALL[1]:,}千円（前年度　{_ALL[2]:,}千円）\n\n■内訳\n"
    + _form("　・{w}　{a}千円（前年度　{b}千円）\n", _R)
    + "\n■目的\n　里山の暮らしを伝える。\n\n■変更点\n　改修補助を始める。\n",
)

# ---- D. several tables on a page ----------------------------------------------------------------------------------------
_OTHERS: Final = {
    "trend": table(
        [
            ["年度", "当初予算額", "決算額"],
            ["令和５年度", 7900, 7720],
            ["令和６年度", 8200, 8110],
            ["令和７年度", 8404, "－"],
        ]
    ),
    "trend_across": table(
        [
            ["区分", "令和５年度", "令和６年度", "令和７年度", "令和８年度"],
            ["予算額", 7900, 8200, 8404, _ALL[1]],
            ["決算額", 7720, 8110, "－", "－"],
        ]
    ),
    "targets": table(
        [
            ["指標", "令和６年度実績", "令和７年度見込", "令和８年度目標"],
            ["参加者数（人）", 1200, 1300, 1500],
            ["満足度（％）", 88, 90, 92],
        ]
    ),
    "results": table(
        [["年度", "実施回数（回）", "参加者数（人）"], ["令和５年度", 12, 860], ["令和６年度", 14, 1200]]
    ),
    "sources": table(
        [
            ["区分", "令和８年度", "令和７年度"],
            ["国庫支出金", 7700, 3000],
            ["一般財源", _ALL[1] - 7700, _ALL[2] - 3000],
            ["計", _ALL[1], _ALL[2]],
        ]
    ),
    "sources_across": table(
        [
            ["", "国庫支出金", "一般財源", "計"],
            ["令和８年度", 7700, _ALL[1] - 7700, _ALL[1]],
            ["令和７年度", 3000, _ALL[2] - 3000, _ALL[2]],
        ]
    ),
    "people": table(
        [
            ["職種", "令和８年度（人）", "令和７年度（人）"],
            ["職員", 3, 3],
            ["会計年度任用職員", 2, 1],
            ["計", 5, 4],
        ]
    ),
    "schedule": table([["時期", "内容"], ["４月", "募集"], ["７月", "講座"], ["10月", "体験会"]]),
    "whole": table([["", "要求額", "前年度予算額", "増減"], ["事業費", _ALL[1], _ALL[2], _ALL[1] - _ALL[2]]]),
    "debt": table([["事項", "期間", "限度額"], ["運営委託", "令和９年度～令和10年度", 13640]]),
    "plan": table([["年次", "令和８年度", "令和９年度", "令和10年度"], ["改修（棟）", 2, 2, 1]]),
    "other_towns": table(
        [["市町村", "補助率", "上限額（千円）"], ["東町", "1/2", 2000], ["西町", "1/3", 1500]]
    ),
    "done_last_year": table(
        [["令和７年度の主な取組", "事業費（千円）"], ["体験会の開催", 3300], ["講座の開催", 1100]]
    ),
}
for _word, _other in _OTHERS.items():
    _page(f"l_d_{_word}_above", f"<h2>１　参考</h2>{_other}<h2>２　要求額の内訳</h2><p>{_UNIT}</p>{_COSTS}")
    _page(f"l_d_{_word}_below", f"<h2>１　要求額の内訳</h2><p>{_UNIT}</p>{_COSTS}<h2>２　参考</h2>{_other}")

# ---- E. tables without a table --------------------------------------------------------------------------------------------
_H3: Final = (("内容", "要求額", "前年度予算額"),)


def _rows(row: str, cell: str, rows: Sequence[Sequence[object]] = (*_H3, *_R, _ALL)) -> str:
    """Rows with an element for each row and one for each cell: 「div.tr」, 「span」."""

    def of(name: str, inside: str) -> str:
        tag, _, kind = name.partition(".")
        return f"<{tag} class='{kind}'>{inside}</{tag}>"

    return "\n".join(
        of(row, "".join(of(cell, f"{v:,}" if isinstance(v, int) else str(v)) for v in values))
        for values in rows
    )


_page("l_e01_div", f"<p>{_UNIT}</p><div>" + _rows("div.tr", "div.td") + "</div>")
_page("l_e02_list_of_spans", f"<p>{_UNIT}</p><ul>" + _rows("li", "span") + "</ul>")
_page("l_e03_lists", f"<p>{_UNIT}</p>" + _rows("ul", "li"))
_page(
    "l_e04_flat_grid",
    f"<p>{_UNIT}</p><div class='grid'>"
    + _rows("x", "div.c").replace("<x class=''>", "").replace("</x>", "")
    + "</div>",
)
_page(
    "l_e05_blank_cell",
    f"<p>{_UNIT}</p><div>"
    + _rows(
        "div.r",
        "div.c",
        [
            ("内容", "要求額", "前年度予算額", "備考"),
            *[(*row, "新規" if not row[2] else "") for row in _R],
            (*_ALL, ""),
        ],
    )
    + "</div>",
)
_page(
    "l_e06_blank_amount",
    f"<p>{_UNIT}</p><div>"
    + _rows("div.r", "div.c", [*_H3, *[(w, a, b or "") for w, a, b in _R], _ALL])
    + "</div>",
)
_page("l_e07_paragraph_of_spans", f"<p>{_UNIT}</p>" + _rows("p.row", "span.cell"))
_page(
    "l_e08_nested",
    f"<p>{_UNIT}</p>"
    + _rows("div.row", "div.col")
    .replace("<div class='col'>", "<div class='col'><p>")
    .replace("</div><div", "</p></div><div")
    .replace("</div></div>", "</p></div></div>"),
)
_page(
    "l_e09_label_in_each_cell",
    f"<p>{_UNIT}</p>"
    + _form("<div class='row'><div>{w}</div><div><b>要求額</b>{a}</div><div><b>前年度</b>{b}</div></div>"),
)
_page(
    "l_e10_dl_each",
    f"<p>{_UNIT}</p>"
    + _form("<dl><dt>{w}</dt><dd>{a}</dd><dd>{b}</dd></dl>", (("内容", 0, 0), *_R, _ALL)).replace(
        "<dd>0</dd><dd>0</dd>", "<dd>要求額</dd><dd>前年度予算額</dd>", 1
    ),
)
_page(
    "l_e11_heads_apart",
    f"<p>{_UNIT}</p><div class='head'><span>内容</span><span>要求額</span><span>前年度予算額</span></div><div class='body'>"
    + _rows("div", "span", (*_R, _ALL))
    + "</div>",
)
_page(
    "l_e12_group_heads",
    f"<p>{_UNIT}</p><div>"
    + _rows("div.r", "div.c", [*_H3, *_R[:2]])
    + _rows("div.r", "div.c", [*_R[2:], _ALL])
    + "</div>",
)

# ---- F. columns of blanks, in a text and in pre ---------------------------------------------------------------------------
_HC: Final = ["内　　容", "本年度要求額", "前年度予算額", "比　較"]
_SP: Final = spaced([_HC, *[[w, a, b, a - b] for w, a, b in (*_R, _ALL)]], 30, 14, 14, 12)
_RULE: Final = "-" * 74 + "\n"
_page("l_f01_pre", f"<pre>{_UNIT}\n{_SP}</pre>")
_page(
    "l_f02_pre_ruled",
    f"<pre>{_UNIT}\n{_RULE}"
    + _SP.replace("\n", "\n" + _RULE, 1)
    + f"{_RULE}</pre><p>お問い合わせ　電話 0000-11-2222</p>",
)
_page(
    "l_f03_pre_strokes",
    "<pre>" + _UNIT + "\n" + "".join(f"│{w}│{a}│{b}│\n" for w, a, b in (*_H3, *_R, _ALL)) + "</pre>",
)
_page("l_f04_br_lines", f"<p>{_UNIT}<br>" + _SP.replace(" ", "&nbsp;").replace("\n", "<br>") + "</p>")
_text(
    "l_f05_spaced_headings",
    f"{_UNIT}\n　内　　　容　　　　　　　　　　要　求　額　　前　年　度　　　　増　減\n"
    + "".join(
        "　"
        + w.ljust(15, "　")
        + f"{a:,}".translate(_FULL).rjust(8, "　")
        + "　　"
        + f"{b:,}".translate(_FULL).rjust(8, "　")
        + "　　"
        + f"{a - b:,}".replace("-", "△").translate(_FULL).rjust(7, "　")
        + "\n"
        for w, a, b in (*_R, ("合　　計", *_ALL[1:]))
    ),
)
_text("l_f06_pdf", f"{_UNIT}\n内容 要求額 前年度予算額 比較\n" + _form("{w} {a} {b} {d}\n"))
_text(
    "l_f07_pdf_page_number",
    f"{_UNIT}\n内容 要求額 前年度予算額 比較 説明\n"
    + _form("{w} {a} {b} {d} 県内全域\n", _R)
    + _form("{w} {a} {b} {d}\n", [_ALL])
    + "- 12 -\n",
)
_text(
    "l_f08_pdf_page_of",
    f"{_UNIT}\n内容 要求額 前年度予算額 比較\n" + _form("{w} {a} {b} {d}\n") + "12 / 34 ページ\n",
)
_text(
    "l_f09_pdf_head_with_numbers",
    f"会計 一般会計 款 ７ 商工費 項 １ 商工費 目 ２ 観光費\n{_UNIT}\n内容 要求額 前年度予算額 比較\n"
    + _form("{w} {a} {b} {d}\n")
    + "－１２－\n",
)
_text(
    "l_f10_two_rows_of_headings",
    f"{_UNIT}\n"
    + spaced([["内容", "令和８年度", "令和７年度"], ["", "要求額", "当初予算額"], *_R, _ALL], 30, 14, 14),
)
_text(
    "l_f11_page_number_in_front",
    "12\n" + _HEAD + f"{_UNIT}\n内容 要求額 前年度予算額 比較\n" + _form("{w} {a} {b} {d}\n") + "P.12\n",
    head="",
)
_text(
    "l_f12_remark_of_words_with_blank",
    f"{_UNIT}\n内容 要求額 前年度予算額 説明\n"
    + _form("{w} {a} {b} 県内全域 三地区\n", _R)
    + _form("{w} {a} {b}\n", [_ALL]),
)

# ---- G. leaders -----------------------------------------------------------------------------------------------------------
for _number, (_dots, _full) in enumerate(
    (
        ("……………", True),
        ("……………", False),
        ("........", False),
        ("・・・・・・", False),
        ("─────", False),
        (" ‥‥‥ ", True),
    ),
    1,
):
    _text(
        f"l_g0{_number}_brackets",
        "\n内訳\n" + _form("　・{w}" + _dots + "{a}千円（前年度　{b}千円）\n", full=_full),
    )
    _text(
        f"l_g1{_number}_two",
        f"\n{_UNIT}\n"
        + _form("{w}" + _dots + "{a}" + _dots + "{b}\n", (*_R, _ALL), _full).replace("\n", "\n", 1),
        head=_HEAD.rstrip() + "\n\n左から要求額、前年度予算額\n",
    )
_text("l_g21_note_of_unit", f"\n{_UNIT}　※（　）は前年度予算額\n" + _form("　{w} …………… {a}（{b}）\n"))
_text(
    "l_g22_request_above",
    f"\n要求額　{_ALL[1]:,}千円（前年度　{_ALL[2]:,}千円）\n\n内訳\n"
    + _form("{w}…………{a}千円（前年度{b}千円）\n", _R),
)
_text(
    "l_g23_note_of_last_year_in_title",
    "\n"
    + "".join(f"　{_MARKS[w]} {w} ……… {a:,}千円（{b:,}千円）\n" for w, a, b in _R)
    + f"\n　　合計 ……… {_ALL[1]:,}千円（{_ALL[2]:,}千円）\n",
    head=f"{_NAME}\n\n観光交流課\n\n令和８年度予算要求の主な内容　　※（　）は令和７年度当初予算額\n",
)

# ---- H. where the year stands -----------------------------------------------------------------------------------------------
_BODY: Final = f"<h1>{_NAME}</h1><p>観光交流課</p><p>{_UNIT}</p>{_COSTS}"
_page("l_h01_title_alone", _BODY, f"令和８年度当初予算要求：{_NAME}｜里山市公式サイト", " ")
_page(
    "l_h02_breadcrumb",
    f"<div id='pan'><a>トップ</a> &gt; <a>財政</a> &gt; <a>令和８年度当初予算要求</a> &gt; {_NAME}</div>"
    + _BODY,
    _NAME,
    " ",
)
_page(
    "l_h03_breadcrumb_list",
    f"<nav><ol><li><a>トップ</a></li><li><a>予算</a></li><li><a>令和８年度当初予算要求</a></li><li>{_NAME}</li></ol></nav>"
    + _BODY,
    _NAME,
    " ",
)
_page(
    "l_h04_note_of_last_year",
    f"<h1>{_NAME}</h1><p>令和８年度予算要求の主な内容（単位：千円）　※（ ）は令和７年度当初予算額</p><ul>"
    + _form("<li>{w}　{a}（{b}）</li>")
    + "</ul>",
    _NAME,
    " ",
)
_page(
    "l_h05_caption",
    f"<h1>{_NAME}</h1><p>観光交流課</p>"
    + _COSTS.replace("<tr>", "<caption>令和８年度要求額（千円）</caption><tr>", 1),
    _NAME,
    " ",
)
_page("l_h06_western_title", _BODY, f"2026年度予算要求｜{_NAME}", " ")
_page(
    "l_h07_menu_above",
    "<header><a>里山市</a></header><nav><ul>"
    + "".join(
        f"<li><a href='/{n}'>{w}</a></li>"
        for n, w in enumerate(("くらし", "子育て・教育", "産業", "防災", "市政", "観光", "施設", "相談"))
    )
    + f"</ul></nav><h1>令和８年度予算要求（観光交流課）</h1><h2>{_NAME}</h2><p>{_UNIT}</p>{_COSTS}",
    "予算",
    " ",
)
_page(
    "l_h08_update_date",
    f"<p>更新日：2025年11月28日</p><h1>令和８年度予算要求　{_NAME}</h1><p>{_UNIT}</p>{_COSTS}",
    _NAME,
    " ",
)
_page(
    "l_h09_form_in_breadcrumb",
    f"<p>現在の位置：予算編成過程の公開 の 令和８年度予算</p><p>事業名：{_NAME}</p><p>観光部　観光交流課</p><h2>事業費</h2><p>要求額：{_ALL[1]:,}千円　（前年度予算額　{_ALL[2]:,}千円）</p><h2>事業内容</h2><p>{_UNIT}</p>{_COSTS}",
    _NAME,
    " ",
)
_page(
    "l_h10_form_in_title",
    f"<p>事業名：{_NAME}</p><p>観光部　観光交流課</p><h2>事業費</h2><p>要求額：{_ALL[1]:,}千円　（前年度予算額　{_ALL[2]:,}千円）</p><h2>事業内容</h2><p>{_UNIT}</p>{_COSTS}",
    f"令和８年度予算 の 観光交流課の{_NAME}",
    " ",
)
_page(
    "l_h11_address", "<p>https://www.city.example.jp/zaisei/r8yosan/0123.html</p>" + _BODY, _NAME, " ", _ASKED
)
_page(
    "l_h12_title_against_page",
    f"<h1>令和８年度予算要求　{_NAME}</h1><p>{_UNIT}</p>{_COSTS}",
    f"令和７年度予算要求　{_NAME}",
    " ",
)

# ---- I. what is no name -----------------------------------------------------------------------------------------------------
for _number, _words in enumerate(
    (
        "令和８年度に要求する取組ごとの事業費",
        "令和８年度の主な事業",
        "令和８年度に予定している事業費の内訳",
        "令和８年度に実施する事業",
        "令和８年度当初予算で要求する事業費",
        "令和８年度の経費の内訳は、次のとおりです。",
        "令和８年度に取り組む事業の経費",
        "令和８年度の要求額と事業費",
        "令和８年度に必要な事業費",
        "令和８年度予算要求における取組別の経費",
    ),
    1,
):
    _page(
        f"l_i{_number:02}_sentence",
        f"<h1>{_NAME}</h1><p>観光交流課</p><p>{_words}</p><p>{_UNIT}</p>{_COSTS}",
        _NAME,
        " ",
    )

# ---- J. sources beside the amounts --------------------------------------------------------------------------------------------
_S: Final = [(w, a, b, a // 2, 100, a - a // 2 - 100) for w, a, b in _R]
_SALL: Final = ["計", *[sum(int(row[at]) for row in _S) for at in range(1, 6)]]
for _number, _over in enumerate(
    ("財源内訳（要求額）", "要求額の財源内訳", "左の財源内訳", "財源内訳", "Ｒ８要求額の財源"), 1
):
    for _end, _order in (("", (0, 1, 2, 3, 4, 5)), ("_between", (0, 1, 3, 4, 5, 2))):
        _body = "".join(
            "<tr>"
            + "".join(f"<td>{row[at]:,}</td>" if at else f"<td>{row[0]}</td>" for at in _order)
            + "</tr>"
            for row in (*_S, _SALL)
        )
        _heads = [
            "<th rowspan=2>要求額</th>",
            "<th rowspan=2>前年度<br>予算額</th>",
            f"<th colspan=3>{_over}</th>",
        ]
        _heads = _heads if not _end else [_heads[0], _heads[2], _heads[1]]
        _page(
            f"l_j0{_number}_sources{_end}",
            f"<p>{_UNIT}</p><table border=1><tr><th rowspan=2>経費の内容</th>{''.join(_heads)}</tr><tr><th>国庫支出金</th><th>その他</th><th>一般財源</th></tr>{_body}</table>",
        )


# ---- K. several lines in a cell -------------------------------------------------------------------------------------------------
def _cells(*rows: Sequence[object]) -> str:
    return "".join(
        "<tr>" + "".join(f"<td>{str(v).replace(chr(10), '<br>')}</td>" for v in row) + "</tr>" for row in rows
    )


_HB: Final = ["節", "内訳", "要求額", "前年度予算額"]
_TWO: Final = [
    ["委託料", "体験プログラムの運営委託\n案内人の養成講座", "6,820\n1,210", "6,600\n1,100"],
    ["補助金", "古民家の改修補助", "15,400", "0"],
    ["需用費", "周遊マップの印刷", "638", "704"],
]
_END: Final = ["合計", "", f"{_ALL[1]:,}", f"{_ALL[2]:,}"]
_page("l_k01_br", f"<p>{_UNIT}</p><table border=1>{_cells(_HB, *_TWO, _END)}</table>")
_page(
    "l_k02_p_in_cells",
    f"<p>{_UNIT}</p><table border=1>{_cells(_HB, *_TWO, _END)}</table>".replace(
        "6,820<br>1,210", "<p>6,820</p><p>1,210</p>"
    ),
)
_page(
    "l_k03_all_in_one_row",
    f"<p>{_UNIT}</p><table border=1>"
    + _cells(
        ["内容", "要求額", "前年度予算額"],
        [
            "\n".join(w for w, *_ in _R),
            "\n".join(f"{a:,}" for _, a, _b in _R),
            "\n".join(f"{b:,}" for *_, b in _R),
        ],
        ["合計", f"{_ALL[1]:,}", f"{_ALL[2]:,}"],
    )
    + "</table>",
)
_page(
    "l_k04_with_basis",
    f"<p>{_UNIT}</p><table border=1>"
    + _cells(
        ["節", "内訳", "積算", "要求額", "前年度予算額"],
        *[[a, b, "一式\n２回" if "\n" in b else "一式", *c] for a, b, *c in _TWO],
        ["合計", "", "", *_END[2:]],
    )
    + "</table>",
)
_page(
    "l_k05_name_in_two_lines",
    f"<p>{_UNIT}</p><table border=1>"
    + _cells(
        ["内容", "要求額", "前年度予算額"],
        *[[f"{w}\n（継続）" if b else f"{w}\n（新規）", f"{a:,}", f"{b:,}"] for w, a, b in _R],
        ["合計", *_END[2:]],
    )
    + "</table>",
)
_page(
    "l_k06_node_with_br",
    f"<p>{_UNIT}</p><table border=1>{_cells(['区分', '要求額', '前年度予算額'], ['委託料' + chr(10) + '・体験プログラムの運営委託' + chr(10) + '・案内人の養成講座', '8,030' + chr(10) + '6,820' + chr(10) + '1,210', '7,700' + chr(10) + '6,600' + chr(10) + '1,100'], *[row[1:] for row in _TWO[1:]], ['合計', *_END[2:]])}</table>",
)
_page(
    "l_k07_sum_wrong_by_lines",
    f"<p>{_UNIT}</p><table border=1>{_cells(_HB, [_TWO[0][0], _TWO[0][1], '6,820' + chr(10) + '1,310', _TWO[0][3]], *_TWO[1:], _END)}</table>",
    wanted=truth(
        (*((w, a, b) for w, a, b in _R[:1]), (_R[1][0], 1310, 1100), *_R[2:]),
        year=8,
        name=_NAME,
        must="finding",
    ),
)
_page(
    "l_k08_units_in_cells",
    f"<table border=1>{_cells(_HB, [_TWO[0][0], _TWO[0][1], '6,820千円' + chr(10) + '1,210千円', '6,600千円' + chr(10) + '1,100千円'], *[[a, b, c + '千円', d + '千円'] for a, b, c, d in _TWO[1:]], [*_END[:2], _END[2] + '千円', _END[3] + '千円'])}</table>",
)

_page(
    "l_k09_two_years_in_a_cell",
    f"<p>{_UNIT}</p><table border=1>"
    + _cells(
        ["内容", "要求額\n前年度予算額"],
        *[[f"{word}\n（県内全域）", f"{this:,}\n{last:,}"] for word, this, last in _R],
        ["合計", f"{_ALL[1]:,}\n{_ALL[2]:,}"],
    )
    + "</table>",
)

# ---- L. where the unit stands -----------------------------------------------------------------------------------------------------
for _number, (_above, _below) in enumerate(
    (
        ("<p>金額の単位は千円です。</p>", ""),
        ("<p>表中の金額は千円単位で表示しています。</p>", ""),
        ("<h2>内訳（千円）</h2>", ""),
        ("", "<p>（単位：千円）</p>"),
        ("", "<p>※金額の単位は千円</p>"),
        ("<p>以下、単位は全て千円。</p>", ""),
        ("<p style='text-align:right'>千円</p>", ""),
        ("<p>［単位　千円］</p>", ""),
        ("<p>単位:千円（税込）</p>", ""),
        ("<p>（千円未満は四捨五入、単位：千円）</p>", ""),
    ),
    1,
):
    _page(f"l_l{_number:02}_unit", _above + _COSTS + _below)

BATCH: Final[list[Fresh]] = FRESH[_BEFORE:]
del FRESH[_BEFORE:]
