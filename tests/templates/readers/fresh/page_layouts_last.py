"""Layouts of published pages that were written after those of ``page_layouts_more`` were read and before any of these was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tests.templates.readers.fresh.pages import Costs, table
from tests.templates.readers.fresh.rows import truth
from tests.templates.readers.fresh_tables import FRESH, Fresh

_BEFORE: Final = len(FRESH)
_NAME: Final = "犯罪被害者支援事業"
_ROWS: Final[Sequence[tuple[str, int, int]]] = (
    ("相談員の設置", 7480, 7260),
    ("見舞金の支給", 3300, 2700),
    ("啓発講演会の開催", 462, 440),
)
_OF: Final = Costs(_NAME, 9, "くらし安全推進課", _ROWS, "合計")
_ALL: Final = _OF.every[-1]
_page, _text, _form = _OF.page, _OF.text, _OF.form
_UNIT: Final = "（単位：千円）"

_page(
    "lx01_unit_spans",
    "<table><tr><th>内容</th><th>要求額</th><th>前年度</th></tr>"
    + _form("<tr><th>{w}</th><td><b>{a}</b><span class=u>千円</span></td><td>{b}<span>千円</span></td></tr>")
    + "</table>",
)
_page(
    "lx02_two_tables_continued",
    f"<p>{_UNIT}</p>"
    + table([["内容", "要求額", "前年度"], *_ROWS[:2]])
    + "<p>（続き）</p>"
    + table([["内容", "要求額", "前年度"], *_ROWS[2:], _ALL]),
)
_page(
    "lx03_categories_tables",
    f"<p>{_UNIT}</p><h3>１ 相談</h3>"
    + table([["内容", "要求額", "前年度"], _ROWS[0]])
    + "<h3>２ 支給</h3>"
    + table([["内容", "要求額", "前年度"], _ROWS[1]])
    + "<h3>３ 啓発</h3>"
    + table([["内容", "要求額", "前年度"], _ROWS[2]])
    + "<h3>合計</h3>"
    + table([["", "要求額", "前年度"], _ALL]),
)
_text("lx04_brackets_both_years", "\n" + _form("・{w}（R9：{a}千円、R8：{b}千円）\n"))
_text("lx05_colon_arrow", f"\n{_UNIT}\n" + _form("{w}：R8 {b} → R9 {a}\n"))
_text(
    "lx06_numbered_blocks",
    "\n"
    + _form("{n}　{w}\n　　要求額　{a}千円（前年度{b}千円）\n　　（内容）市町村と連携して行う\n", _ROWS)
    + _form("合計　{a}千円（前年度{b}千円）\n", [_ALL]),
)
_page(
    "lx07_two_rows_each",
    f"<p>{_UNIT}</p><table border=1>"
    + _form("<tr><td rowspan=2>{w}</td><td>要求額</td><td>{a}</td></tr><tr><td>前年度</td><td>{b}</td></tr>")
    + "</table>",
)
_page("lx08_total_on_top", f"<p>{_UNIT}</p>" + table([["内容", "令和９年度", "令和８年度"], _ALL, *_ROWS]))
_page(
    "lx09_no_previous",
    "<ul>" + _form("<li>{w}　{a}千円</li>", _ROWS) + f"</ul><p>要求額　{_ALL[1]:,}千円</p>",
    wanted=truth(tuple((w, a, None) for w, a, _ in _ROWS), year=9, name=_NAME, previous=False),
)
_text("lx10_wide_pipes", f"{_UNIT}\n内容｜要求額｜前年度\n" + _form("{w}｜{a}｜{b}\n"))
_page(
    "lx11_caption_name",
    f"<table border=1><caption>{_NAME}　令和９年度要求額（千円）</caption><tr><th>内容</th><th>要求額</th><th>前年度</th></tr>"
    + _form("<tr><td>{w}</td><td>{a}</td><td>{b}</td></tr>")
    + "</table>",
    head="<p>くらし安全推進課</p>",
)
_page(
    "lx12_kaizou",
    f"<p>{_UNIT}</p>"
    + table(
        [
            ["内容", "要求額", "前年度", "増減"],
            ("相談員の設置", 7480, 7260, 220),
            ("見舞金の支給", 3300, "－", "皆増"),
            ("合計", 10780, 7260, 3520),
        ]
    ),
    wanted=truth((("相談員の設置", 7480, 7260), ("見舞金の支給", 3300, 0)), year=9, name=_NAME),
)
_page(
    "lx13_man",
    "<p>（単位：万円）</p>"
    "<table border=1><tr><th>内容</th><th>要求額</th><th>前年度</th></tr>"
    + "".join(
        f"<tr><td>{w}</td><td>{a / 10:,.1f}</td><td>{b / 10:,.1f}</td></tr>" for w, a, b in (*_ROWS, _ALL)
    )
    + "</table>",
)
_page(
    "lx14_attributes_table",
    f"<table border=1><tr><th>事業名</th><td>{_NAME}</td></tr><tr><th>年度</th><td>令和９年度</td></tr><tr><th>要求額</th><td>{_ALL[1]:,}千円</td></tr><tr><th>前年度予算額</th><td>{_ALL[2]:,}千円</td></tr><tr><th>内訳</th><td>"
    + _form("{w} {a}千円（{b}千円）<br>", _ROWS)
    + "※（　）は前年度</td></tr></table>",
    head="<h1>予算要求</h1>",
)
_text(
    "lx15_pdf_two_line_names",
    f"{_UNIT}\n内容 要求額 前年度 増減\n相談員の\n設置 7,480 7,260 220\n見舞金の支給 3,300 2,700 600\n啓発講演会の開催 462 440 22\n合計 11,242 10,400 842\n",
)
_text(
    "lx16_cells_with_change_percent",
    f"{_UNIT}\n内容\n要求額\n前年度\n増減\n増減率\n"
    + "".join(f"{w}\n{a:,}\n{b:,}\n{a - b:,}\n{(a - b) / b * 100:.1f}%\n" for w, a, b in (*_ROWS, _ALL)),
)
_text(
    "lx17_cells_total_first",
    f"{_UNIT}\n内容\n要求額\n前年度\n" + _form("{w}\n{a}\n{b}\n", [_ALL]) + _form("{w}\n{a}\n{b}\n", _ROWS),
)
_page(
    "lx18_bullets_nested",
    "<ul><li>相談体制　10,780千円（前年度 9,960千円）<ul>"
    + _form("<li>{w}　{a}千円（前年度 {b}千円）</li>", _ROWS[:2])
    + "</ul></li>"
    + _form("<li>{w}　{a}千円（前年度 {b}千円）</li>", _ROWS[2:])
    + f"</ul><p>合計　{_ALL[1]:,}千円（前年度 {_ALL[2]:,}千円）</p>",
)
_page(
    "lx19_select_and_script",
    f"<form><select><option>1,000</option></select></form><script>var a=1000;</script><p>{_UNIT}</p>"
    + table([["内容", "要求額", "前年度"], *_ROWS, _ALL]),
)
_page(
    "lx20_div_numbers_in_links",
    f"<p>{_UNIT}</p>"
    + "".join(
        f"<div class=row><div><a href=x>{w}</a></div><div>{a}</div><div>{b}</div></div>"
        for w, a, b in (
            ("内容", "要求額", "前年度"),
            *((w, f"{a:,}", f"{b:,}") for w, a, b in (*_ROWS, _ALL)),
        )
    ),
)
_page(
    "lx21_results_records",
    f"<p>{_UNIT}</p>{table([['内容', '要求額', '前年度'], *_ROWS, _ALL])}<h2>実績</h2><h3>相談件数</h3><p>令和７年度：320</p><p>令和６年度：298</p><h3>講演会参加者</h3><p>令和７年度：180</p><p>令和６年度：150</p>",
)
_page(
    "lx22_results_records_above",
    f"<h2>実績</h2><h3>相談件数</h3><p>令和７年度：320</p><p>令和６年度：298</p><h3>講演会参加者</h3><p>令和７年度：180</p><p>令和６年度：150</p><p>{_UNIT}</p>{table([['内容', '要求額', '前年度'], *_ROWS, _ALL])}",
)
_page(
    "lx23_other_project_costs",
    f"<p>{_UNIT}</p>{table([['内容', '要求額', '前年度'], *_ROWS, _ALL])}<h2>（参考）関連事業</h2>"
    + table(
        [["事業名", "要求額", "前年度"], ["再犯防止推進事業", 1200, 1100], ["防犯カメラ設置事業", 5000, 4800]]
    ),
)
_page(
    "lx24_prev_year_lines_other",
    "<h2>令和８年度の内訳（千円）</h2>"
    + table([["内容", "予算額"], *[(w, b) for w, _, b in _ROWS], ("合計", _ALL[2])])
    + "<h2>令和９年度要求の内訳（千円）</h2>"
    + table([["内容", "要求額"], *[(w, a) for w, a, _ in _ROWS], ("合計", _ALL[1])]),
)

BATCH: Final[list[Fresh]] = FRESH[_BEFORE:]
del FRESH[_BEFORE:]
