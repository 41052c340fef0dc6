"""More layouts of published pages, written after those of ``page_layouts`` were read and before any of these was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tests.templates.readers.fresh.pages import Costs, table
from tests.templates.readers.fresh.rows import take, truth
from tests.templates.readers.fresh_tables import FRESH, Fresh

Lines = Sequence[tuple[str, int, int]]
_BEFORE: Final = len(FRESH)
_NAME: Final = "放課後児童クラブ運営事業"
_ROWS: Final[Lines] = (
    ("支援員の報酬", 43210, 41880),
    ("クラブ室の賃借", 5400, 5400),
    ("運営委託", 18650, 12300),
    ("遊具・教材の購入", 1275, 1490),
)
_OF: Final = Costs(_NAME, 8, "子ども課", _ROWS, "計")
_ALL: Final = _OF.every[-1]
_HEAD: Final = _OF.head
_TOP: Final = _OF.top
_page, _text, _form = _OF.page, _OF.text, _OF.form
_UNIT: Final = "（単位：千円）"
_COSTS: Final = table([["費目", "令和８年度", "令和７年度"], *_ROWS, _ALL])

_text(
    "m01_groups_between_cells",
    f"{_UNIT}\n内容\n要求額\n前年度\n【人件費】\n"
    + _form("{w}\n{a}\n{b}\n", _ROWS[:1])
    + "【物件費】\n"
    + _form("{w}\n{a}\n{b}\n", _ROWS[1:])
    + _form("{w}\n{a}\n{b}\n", [_ALL]),
)
_page(
    "m02_table_each",
    _form(
        "<table border=1><tr><th>費目</th><td>{w}</td></tr><tr><th>要求額</th><td>{a}千円</td></tr><tr><th>前年度</th><td>{b}千円</td></tr></table>",
        _ROWS,
    ),
)
_page(
    "m03_unit_row",
    "<table><tr><th>費目</th><th>要求額</th><th>前年度</th></tr><tr><th></th><th>千円</th><th>千円</th></tr>"
    + _form("<tr><td>{w}</td><td>{a}</td><td>{b}</td></tr>")
    + "</table>",
)
_page(
    "m04_dl_brackets",
    "<dl>"
    + _form("<dt>{w}</dt><dd>{a}千円（前年度 {b}千円）</dd>", _ROWS)
    + f"</dl><p>合計 {_ALL[1]:,}千円（前年度 {_ALL[2]:,}千円）</p>",
)
_text("m05_blank_between_rows", f"{_UNIT}\n内容\n要求額\n前年度\n\n" + _form("{w}\n{a}\n{b}\n\n"))
_text(
    "m06_numbers_first",
    f"{_UNIT}\n番号 内容 要求額 前年度\n"
    + _form("{n} {w} {a} {b}\n", _ROWS)
    + _form("合計 {a} {b}\n", [_ALL]),
)
_text(
    "m07_markdown_table",
    f"{_UNIT}\n\n| 内容 | 要求額 | 前年度 |\n|---|---:|---:|\n" + _form("| {w} | {a} | {b} |\n"),
)
_text("m08_colon_brackets", "単位：千円、（　）は前年度当初予算額\n\n" + _form("・{w}：{a}（{b}）\n"))
_page(
    "m09_ol",
    "<ol>"
    + _form("<li>{w} … {a}千円（R7：{b}千円）</li>", _ROWS)
    + f"</ol><p>計 {_ALL[1]:,}千円（R7：{_ALL[2]:,}千円）</p>",
)
_page(
    "m10_div_foot",
    f"<p>{_UNIT}</p><div class=t><div class=h><div>内容</div><div>要求額</div><div>前年度</div></div><div class=b>"
    + _form("<div><div>{w}</div><div>{a}</div><div>{b}</div></div>", _ROWS)
    + "</div><div class=f>"
    + _form("<div>{w}</div><div>{a}</div><div>{b}</div>", [_ALL])
    + "</div></div>",
)
_page(
    "m11_two_parts",
    f"<p>要求額 {_ALL[1]:,}千円（前年度 {_ALL[2]:,}千円）</p><h2>人に係る経費{_UNIT}</h2>"
    + table([["内容", "要求額", "前年度"], *_ROWS[:1], ("小計", *_ROWS[0][1:])])
    + f"<h2>物に係る経費{_UNIT}</h2>"
    + table(
        [
            ["内容", "要求額", "前年度"],
            *_ROWS[1:],
            ("小計", sum(r[1] for r in _ROWS[1:]), sum(r[2] for r in _ROWS[1:])),
        ]
    ),
)
_page(
    "m12_brackets_below",
    f"<p>{_UNIT}　（　）は前年度当初予算額</p><table border=1><tr><th>内容</th><th>予算要求額</th></tr>"
    + _form("<tr><td>{w}</td><td>{a}<br>（{b}）</td></tr>")
    + "</table>",
)
_page(
    "m13_change_with_rate",
    f"<p>{_UNIT}</p><table border=1><tr><th>内容</th><th>要求額</th><th>前年度</th><th>増減</th><th>増減率</th></tr>"
    + "".join(
        f"<tr><td>{w}</td><td>{a:,}</td><td>{b:,}</td><td>{a - b:,}</td><td>{(a - b) / b * 100:.1f}%</td></tr>"
        for w, a, b in (*_ROWS, _ALL)
    )
    + "</table>",
)
_page(
    "m15_relative_only",
    f"<p>{_UNIT}</p>" + table([["内容", "本年度", "前年度"], *_ROWS, _ALL]),
    head=f"<div><a>ホーム</a> ＞ <a>令和８年度予算要求</a> ＞ {_NAME}</div><h1>{_NAME}</h1>",
)
_page(
    "m16_history_list",
    "<h2>予算額の推移</h2><ul><li>令和６年度 58,900千円</li><li>令和７年度 61,070千円</li><li>令和８年度 68,535千円（要求）</li></ul>"
    f"<h2>要求額の内訳{_UNIT}</h2>{_COSTS}",
)
_page(
    "m17_history_records",
    "<h3>当初予算額の推移</h3><ul><li>令和５年度 57,000千円</li><li>令和６年度 58,900千円</li></ul><h3>決算額の推移</h3><ul><li>令和５年度 56,120千円</li><li>令和６年度 58,030千円</li></ul>"
    f"<h2>要求額の内訳{_UNIT}</h2>{_COSTS}",
)
_page(
    "m19_source_records",
    "<h2>財源</h2><h3>国庫支出金</h3><ul><li>令和８年度 22,800千円</li><li>令和７年度 20,300千円</li></ul><h3>一般財源</h3><ul><li>令和８年度 45,735千円</li><li>令和７年度 40,770千円</li></ul>"
    f"<h2>要求額の内訳{_UNIT}</h2>{_COSTS}",
)
_page(
    "m20_source_records_below",
    f"<h2>要求額の内訳{_UNIT}</h2>{_COSTS}"
    "<h2>財源</h2><h3>国庫支出金</h3><ul><li>令和８年度 22,800千円</li><li>令和７年度 20,300千円</li></ul><h3>一般財源</h3><ul><li>令和８年度 45,735千円</li><li>令和７年度 40,770千円</li></ul>",
)
_text(
    "m21_wrapped_names",
    f"{_UNIT}\n内容 要求額 前年度 備考\n支援員の報酬 43,210 41,880 常勤及び\n非常勤\nクラブ室の賃借 5,400 5,400\n運営委託 18,650 12,300\n遊具・教材の購入 1,275 1,490\n計 68,535 61,070\n",
)
_text("m24_wiki_table", f"{_UNIT}\n\n|*内容|*要求額|*前年度|\n" + _form("|{w}|{a}|{b}|\n"))
_page(
    "m25_p_br",
    "<p>"
    + _form("・{w}　{a}千円（前年度{b}千円）<br>", _ROWS)
    + f"　合計　{_ALL[1]:,}千円（前年度{_ALL[2]:,}千円）</p>",
)
_page(
    "m26_list_in_cell",
    "<table border=1><tr><th>事業内容</th><td>学童の居場所をつくる。</td></tr><tr><th>経費の内訳</th><td>"
    + _form("・{w}　{a}千円（前年度{b}千円）<br>", _ROWS)
    + f"</td></tr><tr><th>要求額</th><td>{_ALL[1]:,}千円（前年度{_ALL[2]:,}千円）</td></tr></table>",
)
_page(
    "m27_man_yen",
    "<ul>"
    + "".join(f"<li>{w}　{a / 10:,.1f}万円（前年度 {b / 10:,.1f}万円）</li>" for w, a, b in _ROWS)
    + f"</ul><p>合計　{_ALL[1] / 10:,.1f}万円（前年度 {_ALL[2] / 10:,.1f}万円）</p>",
)
_page(
    "m30_letters",
    f"<p>{_UNIT}</p><table border=1><tr><th>内容</th><th>要求額<br>Ａ</th><th>前年度<br>Ｂ</th><th>差引<br>Ａ－Ｂ</th></tr>"
    + "".join(
        f"<tr><td>{w}</td><td>{a:,}</td><td>{b:,}</td><td>{a - b:,}</td></tr>" for w, a, b in (*_ROWS, _ALL)
    )
    + "</table>",
)
_page(
    "m31_div_yen",
    "<div>"
    + "".join(
        f"<div class=r><span>{w}</span><span>{a}</span><span>{b}</span></div>"
        for w, a, b in (
            ("費目", "要求額（円）", "前年度（円）"),
            *((w, f"{a * 1000:,}", f"{b * 1000:,}") for w, a, b in (*_ROWS, _ALL)),
        )
    )
    + "</div>",
)
_page(
    "m32_cards_extra",
    _form(
        "<section><h3>{w}</h3><p>要求額：{a}千円</p><p>前年度：{b}千円</p><p>内容：市内の全クラブで行う。</p></section>",
        _ROWS,
    )
    + f"<p>要求額合計：{_ALL[1]:,}千円</p><p>前年度合計：{_ALL[2]:,}千円</p>",
)
_page(
    "m33_two_projects_records",
    "<h2>事業名：児童クラブ事業</h2><p>要求額：3,000千円</p><p>前年度：2,800千円</p><h2>事業名：子ども食堂事業</h2><p>要求額：1,000千円</p><p>前年度：900千円</p>",
    wanted=truth((("児童クラブ事業", 3000, 2800), ("子ども食堂事業", 1000, 900)), year=8, must="asked"),
)
_text(
    "m34_two_projects_cells",
    f"{_UNIT}\n事業名：児童クラブ事業\n内容\n要求額\n前年度\n賃借\n300\n280\n委託\n500\n450\n計\n800\n730\n事業名：子ども食堂事業\n内容\n要求額\n前年度\n食材\n200\n150\n広報\n30\n20\n計\n230\n170\n",
    head="令和8年度当初予算要求\n",
    wanted=truth(
        (("賃借", 300, 280), ("委託", 500, 450), ("食材", 200, 150), ("広報", 30, 20)), year=8, must="asked"
    ),
)
_text(
    "m35_cells_unit_unknown",
    "内容\n要求額\n前年度\n" + _form("{w}\n{a}\n{b}\n"),
    wanted=truth(take(_ROWS, 0, 1, 2), year=8, name=_NAME, must="asked"),
)
_page(
    "m36_two_plans_div",
    f"<p>{_UNIT}</p><div>"
    + "".join(
        f"<div class=r><span>{w}</span><span>{a}</span><span>{c}</span><span>{b}</span></div>"
        for w, a, c, b in (
            ("費目", "要求額（Ａ案）", "要求額（Ｂ案）", "前年度"),
            *((w, f"{a:,}", f"{a - 100:,}", f"{b:,}") for w, a, b in _ROWS),
        )
    )
    + "</div>",
    wanted=truth(take(_ROWS, 0, 1, 2), year=8, name=_NAME, must="asked"),
)
_page(
    "m37_br_wrong_count",
    f"<p>{_UNIT}</p><table border=1><tr><th>内容</th><th>要求額</th><th>前年度</th></tr><tr><td>支援員の報酬<br>クラブ室の賃借</td><td>43,210<br>5,400</td><td>47,280</td></tr>"
    + _form("<tr><td>{w}</td><td>{a}</td><td>{b}</td></tr>", [*_ROWS[2:], _ALL])
    + "</table>",
    wanted=truth(take(_ROWS, 0, 1, 2), year=8, name=_NAME, must="asked"),
)
_text(
    "m38_wrong_total_cells",
    f"{_UNIT}\n内容\n要求額\n前年度\n" + _form("{w}\n{a}\n{b}\n", _ROWS) + "計\n68,000\n61,070\n",
    wanted=truth(take(_ROWS, 0, 1, 2), year=8, name=_NAME, must="finding"),
)
_text(
    "m39_wrong_total_pdf",
    f"{_UNIT}\n内容 要求額 前年度\n" + _form("{w} {a} {b}\n", _ROWS) + "計 68,000 61,070\n",
    wanted=truth(take(_ROWS, 0, 1, 2), year=8, name=_NAME, must="finding"),
)
_page(
    "m40_wrong_total_records",
    _form("<dl><dt>{w}</dt><dd>要求額 {a}千円</dd><dd>前年度 {b}千円</dd></dl>", _ROWS)
    + "<dl><dt>計</dt><dd>要求額 68,000千円</dd><dd>前年度 61,070千円</dd></dl>",
    wanted=truth(take(_ROWS, 0, 1, 2), year=8, name=_NAME, must="finding"),
)
_page(
    "m41_menu_of_projects",
    f"<h1>{_NAME}</h1><p>子ども課　令和8年度当初予算要求</p><p>{_UNIT}</p>{_COSTS}",
    head="<ul><li><a href=1>水道事業</a></li><li><a href=2>下水道事業</a></li><li><a href=3>病院事業</a></li></ul>",
)
_page(
    "m42_related_links",
    f"<p>{_UNIT}</p>{_COSTS}<h2>関連する事業</h2><ul><li><a>児童館運営事業</a></li><li><a>保育所運営事業</a></li></ul>",
)
_text(
    "m43_copied_with_buttons",
    f"文字サイズ\n小\n中\n大\n背景色\n{_NAME}\nシェアする\n令和8年度当初予算要求\n{_UNIT}\n区分\n要求額\n前年度\n"
    + _form("{w}\n{a}\n{b}\n")
    + "このページは役に立ちましたか\nはい\nいいえ\n",
    head="",
)
_page(
    "m44_table_of_contents",
    "<ul><li><a href='#a'>目的</a></li><li><a href='#b'>内訳</a></li></ul>"
    f"<h2 id=a>目的</h2><p>放課後の居場所。</p><h2 id=b>内訳</h2><p>{_UNIT}</p>{_COSTS}",
)
_page(
    "m45_h3_with_figures_in_p",
    _form("<h3>{w}</h3><p>要求額は{a}千円（前年度は{b}千円）です。</p>", _ROWS)
    + f"<p>要求額の合計は{_ALL[1]:,}千円（前年度は{_ALL[2]:,}千円）です。</p>",
)
_text("m46_equal_signs", "\n" + _form("{w} = {a}千円 (前年度 {b}千円)\n"))
_text(
    "m47_arrow_left",
    "\n" + _form("{w}　R7 {b}千円 → R8 {a}千円\n"),
    wanted=truth(take(_ROWS, 0, 1, 2), year=8, name=_NAME),
)
_text(
    "m48_yen_sign",
    "\n内容\t要求額\t前年度\n"
    + "".join(f"{w}\t¥{a * 1000:,}\t¥{b * 1000:,}\n" for w, a, b in (*_ROWS, _ALL)),
)

BATCH: Final[list[Fresh]] = FRESH[_BEFORE:]
del FRESH[_BEFORE:]
