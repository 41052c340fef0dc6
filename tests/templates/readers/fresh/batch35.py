"""Batch 35: forty published budget request pages of prefectures, cities and towns, and texts copied from such, written without sight of the reader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from tests.templates.readers.fresh.pages import FULL_WIDTH as _FULL
from tests.templates.readers.fresh.pages import lines as _lines
from tests.templates.readers.fresh.pages import spaced as _spaced
from tests.templates.readers.fresh.pages import wide as _wide
from tests.templates.readers.fresh.rows import delta, plus, sum_of, take, truth, worked
from tests.templates.readers.fresh_tables import FRESH, Fresh, text

_: None = None
_Rows = list[list[Any]]
_BEFORE: Final = len(FRESH)


def _show(value: object) -> str:
    """A value as a page shows it; minus as △."""
    if value is None:
        return "&nbsp;"
    if isinstance(value, int):
        return f"△{-value:,}" if value < 0 else f"{value:,}"
    return str(value)


def _r(row: Sequence[object], tag: str = "td", first: str = "") -> str:
    """A row; cells that are written as tags stay as they are, the first cell may have a tag of its own."""
    found = ""
    for number, value in enumerate(row):
        if isinstance(value, str) and value.startswith(("<td", "<th", "<TD", "<TH")):
            found += value
            continue
        of = first if first and not number else tag
        closing = of.split(" ")[0]
        style = ' style="text-align:right"' if isinstance(value, int) and of == "td" else ""
        found += f"<{of}{style}>{_show(value)}</{closing}>"
    return f"<tr>{found}</tr>\n"


def _rs(rows: Sequence[Sequence[object]], tag: str = "td", first: str = "") -> str:
    """Rows."""
    return "".join(_r(row, tag, first) for row in rows)


def _cms(
    place: str, title: str, body: str, contact: str, date: str = "2025年11月28日", number: int = 12345
) -> str:
    """A page of a CMS of today: header, menu, bread crumbs, the article, contact and footer."""
    return (
        '<!DOCTYPE html>\n<html lang="ja">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}｜{place}公式ホームページ</title>\n"
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        '<link rel="stylesheet" href="/css/style.css">\n<script>var _gaq = [["_setAccount","UA-0000-1"]];</script>\n'
        "</head>\n<body>\n<noscript><p>JavaScriptを有効にしてください。</p></noscript>\n"
        f'<header><p class="logo"><a href="/">{place}</a></p><ul id="gnavi"><li><a href="/kurashi/">くらし</a></li>'
        '<li><a href="/kosodate/">子育て・教育</a></li><li><a href="/sangyo/">産業・しごと</a></li>'
        '<li><a href="/shisei/">行政情報</a></li></ul></header>\n'
        f'<div id="pankuzu">現在地：<a href="/">トップ</a> &gt; <a href="/shisei/zaisei/">財政</a> &gt; {title}</div>\n'
        f'<main>\n<article>\n<p class="update">更新日：{date}　ページ番号：{number}</p>\n{body}\n</article>\n'
        f'<aside class="contact"><h2>このページに関するお問い合わせ</h2><p>{contact}</p></aside>\n</main>\n'
        f"<footer><p>{place}{'庁' if place[-1] == '県' else '役所' if place[-1] == '市' else '役場'}　開庁時間：午前8時30分～午後5時15分</p><small>&copy; {place}</small></footer>\n"
        "</body>\n</html>\n"
    )


def _old(title: str, body: str, charset: str = "Shift_JIS") -> str:
    """A page of an older homepage: a layout of tables, the menu to the left."""
    return (
        '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">\n<HTML lang="ja">\n<HEAD>\n'
        f'<META http-equiv="Content-Type" content="text/html; charset={charset}">\n<TITLE>{title}</TITLE>\n</HEAD>\n'
        '<BODY bgcolor="#FFFFFF">\n<TABLE width="760" border="0" cellspacing="0" cellpadding="0">\n'
        '<TR><TD colspan="2"><IMG src="img/title.gif" alt="ホームページ" width="760" height="80"></TD></TR>\n'
        '<TR><TD width="150" valign="top" bgcolor="#E0F0E0">\n<TABLE border="0" width="100%">\n'
        '<TR><TD><A href="index.html">トップ</A></TD></TR>\n<TR><TD><A href="gyosei.html">行政</A></TD></TR>\n'
        '<TR><TD><A href="yosan.html">予算</A></TD></TR>\n</TABLE>\n</TD>\n<TD width="610" valign="top">\n'
        f"{body}\n</TD></TR>\n"
        '<TR><TD colspan="2" align="center"><FONT size="2">Copyright(C) All Rights Reserved.</FONT></TD></TR>\n'
        "</TABLE>\n</BODY>\n</HTML>\n"
    )


# 01 健康: an ordinary page, caption with the unit, th of rows, tfoot -------------------------------------------
_rows: _Rows = [
    ["健康ポイントアプリ運用保守", 14300, 13750],
    ["ポイント景品購入", 6200, 5800],
    ["協力店ステッカー作成", 380, 420],
    ["健康づくり推進会議開催", 265, 265],
    ["広報啓発", 1980, 1500],
]
text(
    "b35_01_health_points", ".html",
    _cms(
        "みはる県", "健康ポイント推進事業",
        "<h1>健康ポイント推進事業</h1>\n<h2>事業の概要</h2>\n<p>県民の健康づくりの取組にポイントを付与し、健康寿命の延伸を図る。</p>\n"
        "<h2>要求額の内訳</h2>\n<table>\n<caption>令和８年度当初予算要求額の内訳（単位：千円）</caption>\n<thead>\n"
        + _r(["内容", "令和８年度要求額", "令和７年度当初予算額", "増減"], 'th scope="col"')
        + "</thead>\n<tfoot>\n" + _rs(delta([plus("合計", _rows, 1, 2)], 1, 2, 3), first='th scope="row"')
        + "</tfoot>\n<tbody>\n" + _rs(delta(_rows, 1, 2, 3), first='th scope="row"') + "</tbody>\n</table>",
        "健康福祉部　健康長寿課　健康増進班　電話：023-000-2331",
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="健康ポイント推進事業"),
)  # fmt: skip

# 02 公園緑地課: 区分 with rowspan, subtotals, the unit in a paragraph to the right ----------------------------------
_a: _Rows = [
    ["都市公園清掃委託", 38400, 37200],
    ["遊具点検委託", 6600, 6600],
    ["樹木せん定委託", 21500, 19800],
]
_b: _Rows = [["中央公園トイレ改修工事", 27000, 0], ["遊具更新工事", 18200, 22400]]
text(
    "b35_02_city_parks", ".html",
    _cms(
        "青葉野市", "令和８年度当初予算要求の概要（公園緑地課）",
        "<h1>令和８年度当初予算要求の概要（公園緑地課）</h1>\n<p>各課から提出された予算要求の内容をお知らせします。</p>\n"
        '<p style="text-align: right;">（単位：千円）</p>\n<div class="scroll"><table border="1" cellpadding="3">\n<tbody>\n'
        + _r(["区分", "内容", "令和８年度<br>要求額", "令和７年度<br>当初予算額", "増減額"], "th")
        + _r(['<th rowspan="4">維持管理</th>', *delta(_a, 1, 2, 3)[0]])
        + _rs(delta(_a, 1, 2, 3)[1:])
        + _rs(delta([plus("小計", _a, 1, 2)], 1, 2, 3))
        + _r(['<th rowspan="3">整備</th>', *delta(_b, 1, 2, 3)[0]])
        + _rs(delta(_b, 1, 2, 3)[1:])
        + _rs(delta([plus("小計", _b, 1, 2)], 1, 2, 3))
        + _r(['<th colspan="2">合計</th>', *delta([plus("", [*_a, *_b], 1, 2)], 1, 2, 3)[0][1:]])
        + "</tbody>\n</table></div>\n<p>※査定後の予算額は２月中旬に公表します。</p>",
        "都市整備部　公園緑地課　電話：0266-00-4141（内線2531）", number=20418,
    ),
    truth(take([*_a, *_b], 0, 1, 2), year=8),
)  # fmt: skip

# 03 a town's older homepage: nested layout tables, capitals, 円, cp932 ----------------------------------------
_rows = [
    ["カーブミラー設置工事", "６基", 1320000, 880000],
    ["路面標示工事", "２，４００ｍ", 1980000, 1650000],
    ["防護柵設置工事", "１２０ｍ", 2640000, 3300000],
    ["通学路点検用品", "", 85000, 85000],
]
text(
    "b35_03_town_school_roads_cp932", ".html",
    _old(
        "通学路安全対策事業",
        '<FONT size="4" color="#006633"><B>令和８年度　予算要求内容</B></FONT><BR>\n<BR>\n'
        "事業名：通学路安全対策事業<BR>\n担当課：建設課　土木係<BR>\n<BR>\n"
        '<DIV align="right"><FONT size="2">（単位：円）</FONT></DIV>\n<TABLE border="1" cellspacing="0" width="590">\n'
        '<TR bgcolor="#FFFFCC"><TD align="center">内容</TD><TD align="center">数量</TD>'
        '<TD align="center">要求額</TD><TD align="center">前年度予算額</TD></TR>\n'
        + "".join(
            f'<TR><TD>{r[0]}</TD><TD align="center">{r[1] or "&nbsp;"}</TD>'
            f'<TD align="right">{r[2]:,}</TD><TD align="right">{r[3]:,}</TD></TR>\n'
            for r in [*_rows, ["　　合　　計", "", sum_of(_rows, 2), sum_of(_rows, 3)]]
        )
        + '</TABLE>\n<BR>\n<A href="yosan.html">一覧へ戻る</A>',
    ),
    truth(take(_rows, 0, 2, 3, scale=1000), year=8, name="通学路安全対策事業"),
    encoding="cp932",
)  # fmt: skip

# 04 水産: a form of the prefecture: labels, a table of sources, then the table of what is requested ------------
_rows = [
    ["漁業就業相談会開催", "東京、大阪での就業相談会出展", 2150, 2080],
    ["漁業研修支援", "研修生に対する給付金（月150千円）", 10800, 9000],
    ["漁船リース支援", "漁協が行う中古漁船取得への補助（1/2）", 24000, 24000],
    ["新規就業者定着指導", "指導漁業者への謝金", 1440, 1200],
]
_now, _then_ = sum_of(_rows, 2), sum_of(_rows, 3)
text(
    "b35_04_fishery_form", ".html",
    '<html><head><meta charset="utf-8"><title>当初予算　一般事業　要求</title></head><body>\n'
    '<div align="center"><b>令和８年度当初予算　一般事業（要求）</b></div>\n'
    '<table border="0" width="100%"><tr><td>支出科目</td><td>款：農林水産業費　項：水産業費　目：水産業振興費</td></tr>\n'
    "<tr><td>事業名</td><td><b>漁業担い手確保対策事業</b></td></tr>\n"
    "<tr><td>所管課</td><td>水産振興課　漁業振興担当（電話：0852-00-7310）</td></tr></table>\n<hr>\n"
    '<table border="1"><tr><th></th><th>事業費</th><th>国庫支出金</th><th>その他</th><th>一般財源</th></tr>\n'
    f"<tr><td>令和８年度要求額</td><td>{_now:,}千円</td><td>5,400千円</td><td>0千円</td><td>{_now - 5400:,}千円</td></tr>\n"
    f"<tr><td>令和７年度当初予算額</td><td>{_then_:,}千円</td><td>4,500千円</td><td>0千円</td><td>{_then_ - 4500:,}千円</td></tr></table>\n"
    "<p><b>１　事業の目的・概要</b><br>漁業就業者の減少と高齢化に対応するため、新規就業者の確保と定着を図る。</p>\n"
    '<p><b>２　主な事業内容</b></p>\n<p align="right">（単位：千円）</p>\n<table border="1" cellspacing="0">\n'
    + _r(["細事業名", "内容", "要求額", "前年度当初予算額"], "th")
    + _rs([*_rows, ['<td colspan="2" align="center">合計</td>', _now, _then_]])
    + "</table>\n<p><b>３　これまでの取組状況</b><br>令和６年度までに延べ47人が新たに就業した。</p>\n</body></html>\n",
    truth(take(_rows, 0, 2, 3), year=8, name="漁業担い手確保対策事業"),
)  # fmt: skip

# 05 a city's list of one section: request, then two columns of the assessment --------------------------------
_rows = [
    [1, "住宅用蓄電池設置補助", 20000, 30000, 24000, 25000, "200件"],
    [2, "公用車電動化", 8400, 12600, 8400, 8400, "軽EV３台"],
    [3, "環境基本計画改定", 0, 6380, 6380, 6380, "２か年の１年目"],
    [4, "環境学習講座", 720, 810, 720, 720, "年18回"],
    [5, "水質検査委託", 5170, 5390, 5390, 5390, "河川14地点"],
]
text(
    "b35_05_city_assessment_columns", ".html",
    _cms(
        "かすみ野市", "令和８年度予算編成過程の公表（環境政策課）",
        "<h1>令和８年度予算編成過程の公表（環境政策課）</h1>\n<p>各事業の要求額と査定結果は次のとおりです。</p>\n"
        "<table>\n<caption>環境政策課　事業一覧　※単位：千円</caption>\n"
        + _r(['<th rowspan="2">番号</th>', '<th rowspan="2">事業名</th>', '<th rowspan="2">令和７年度<br>当初予算額</th>',
              '<th colspan="3">令和８年度当初予算</th>', '<th rowspan="2">主な内容</th>'])
        + _r(["要求額", "財政部長査定", "市長査定"], "th")
        + _rs(_rows)
        + _r(['<td colspan="2">計</td>', *[sum_of(_rows, at) for at in (2, 3, 4, 5)], _])
        + "</table>",
        "市民環境部環境政策課　電話 0480-00-1118", date="2026年2月16日",
    ),
    truth(take(_rows, 1, 3, 2), year=8),
)  # fmt: skip

# 06 the text of a page copied from the browser, tabs ---------------------------------------------------------
_rows = [
    ["学習用端末更新", "小学校1,240台", 68200, 0],
    ["校内通信ネットワーク保守", "14校", 9240, 9240],
    ["ICT支援員配置委託", "４人", 17600, 13200],
    ["学習支援ソフト使用料", "3,900人分", 7020, 6840],
    ["教職員研修", "年６回", 360, 300],
]
text(
    "b35_06_text_copied_school_ict", ".txt",
    "本文へスキップします。\n\n文字サイズ　小　中　大\n\nトップページ > 市政情報 > 財政 > 予算編成 > 令和８年度予算要求\n\n"
    "学校ICT環境整備事業\n\n最終更新日：2025年12月5日\n\n担当：教育委員会事務局　学校教育課\n\n"
    "令和８年度当初予算の要求内容を公表します。\n\n（単位：千円）\n"
    + _lines("\t", [["項目", "規模", "令和８年度要求額", "令和７年度予算額"], *_rows, ["計", "", sum_of(_rows, 2), sum_of(_rows, 3)]])
    + "\n\nお問い合わせ\n学校教育課 情報教育係\n電話番号：0584-00-8047\n\nこの情報は役に立ちましたか？\n役に立った　普通　役に立たなかった\n",
    truth(take(_rows, 0, 2, 3), year=8, name="学校ICT環境整備事業"),
)  # fmt: skip

# 07 text copied from a PDF: one blank between the columns ----------------------------------------------------
_rows = [
    ["報償費", 180, 150, "審査委員謝礼"],
    ["旅費", 96, 96, "先進地視察"],
    ["需用費", 412, 380, "チラシ印刷ほか"],
    ["役務費", 135, 120, "郵送料"],
    ["委託料", 3300, 2860, "イベント運営委託"],
    ["負担金補助及び交付金", 15000, 12000, "空き店舗改修補助"],
]
text(
    "b35_07_pdf_text_shops", ".txt",
    "令和８年度 当初予算要求書\n事業名 商店街にぎわい創出事業\n所属 産業観光部 商工振興課\n"
    "会計 一般会計 款 ７ 商工費 項 １ 商工費 目 ２ 商工業振興費\n（単位：千円）\n節 本年度要求額 前年度予算額 比較 説明\n"
    + "".join(
        f"{r[0]} {r[1]:,} {r[2]:,} {r[1] - r[2]:,} {r[3]}\n" for r in _rows
    )
    + f"合計 {sum_of(_rows, 1):,} {sum_of(_rows, 2):,} {sum_of(_rows, 1) - sum_of(_rows, 2):,}\n- 12 -\n",
    truth(take(_rows, 0, 1, 2), year=8, name="商店街にぎわい創出事業"),
)  # fmt: skip

# 08 the unit in each cell, total in a paragraph --------------------------------------------------------------
_rows = [
    ["買物支援バスの運行", 9680, 9130],
    ["デマンドタクシー運行補助", 22400, 20100],
    ["バス停上屋の修繕", 1450, 600],
    ["時刻表の作成", 330, 310],
]
text(
    "b35_08_unit_in_cells", ".html",
    _cms(
        "宮里町", "地域の足確保対策事業",
        "<h1>地域の足確保対策事業</h1>\n<h2>令和８年度の要求</h2>\n"
        f"<p>要求額は<strong>{sum_of(_rows, 1):,}千円</strong>です（令和７年度当初予算額{sum_of(_rows, 2):,}千円）。内訳は次の表のとおりです。</p>\n<table>\n"
        + _r(["主な内容", "要求額", "前年度当初予算額"], "th")
        + "".join(f"<tr><td>{r[0]}</td><td>{r[1]:,}千円</td><td>{r[2]:,}千円</td></tr>\n" for r in _rows)
        + '</table>\n<h2>添付ファイル</h2>\n<ul><li><a href="youkyu.pdf">要求調書（PDF：218KB）</a></li></ul>',
        "企画政策課　電話：0138-00-2111",
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="地域の足確保対策事業"),
)  # fmt: skip

# 09 円: 節 with rowspan, 細節, written products ------------------------------------------------------------------
_rows = worked(
    [
        ["講師謝金", "15,000円×4人×6回", 360000, 300000],
        ["普通旅費", "3,500円×12回", 42000, 42000],
        ["消耗品費", "800円×250人", 200000, 184000],
        ["印刷製本費", "45円×6,000枚", 270000, 255000],
        ["会場使用料", "22,000円×6回", 132000, 110000],
    ],
    1, 2,
)  # fmt: skip
_d = delta(_rows, 2, 3, 4)
text(
    "b35_09_yen_nodes_rowspan", ".html",
    _cms(
        "青葉野市", "令和８年度当初予算要求　認知症予防教室事業",
        "<h1>認知症予防教室事業</h1>\n<p>令和８年度当初予算要求における積算は以下のとおりです。</p>\n<p>単位：円</p>\n"
        '<table class="table-bordered">\n'
        + _r(["節", "細節", "積算内訳", "令和８年度要求額", "令和７年度予算額", "増減"], "th")
        + _r(["報償費", *_d[0]]) + _r(["旅費", *_d[1]])
        + _r(['<td rowspan="2">需用費</td>', *_d[2]]) + _r(_d[3])
        + _r(["使用料及び賃借料", *_d[4]])
        + _r(['<td colspan="3">合計</td>', sum_of(_d, 2), sum_of(_d, 3), sum_of(_d, 4)])
        + "</table>",
        "福祉部　長寿支援課　電話：0266-00-4141（内線2114）", number=20977,
    ),
    truth(take(_rows, 0, 2, 3, scale=1000), year=8, name="認知症予防教室事業"),
)  # fmt: skip

# 10 節 with the estimate as a list within the cell ------------------------------------------------------------
_parts: list[tuple[str, int, list[tuple[str, int]]]] = [
    ("報酬", 4820, [("会計年度任用職員報酬　２人", 4820)]),
    ("需用費", 2140, [("消耗品費", 640), ("燃料費", 900), ("修繕料", 600)]),
    ("役務費", 316, [("通信運搬費", 196), ("自動車保険料", 120)]),
    ("委託料", 8800, [("捕獲業務委託", 7500), ("生息調査委託", 1300)]),
    ("備品購入費", 1260, [("箱わな　18基", 1260)]),
]
assert all(amount == sum(found for _name, found in parts) for _node, amount, parts in _parts)
_old_of = {"報酬": 4690, "需用費": 2010, "役務費": 316, "委託料": 7700, "備品購入費": 840}
text(
    "b35_10_estimate_list_in_cell", ".html",
    _cms(
        "奥川村", "有害鳥獣対策事業（令和８年度予算要求）",
        '<h1>令和８年度予算要求　事業別調書</h1>\n<table class="info">\n<tr><th>事業名</th><td>有害鳥獣対策事業</td></tr>\n'
        "<tr><th>担当課</th><td>農林課林務係</td></tr>\n<tr><th>事業期間</th><td>平成24年度～</td></tr>\n</table>\n"
        '<h2>要求の内訳</h2>\n<p class="tani">（単位：千円）</p>\n<table class="meisai">\n<thead>'
        + _r(["節", "要求額", "前年度予算額", "積算の説明"], "th")
        + "</thead>\n<tbody>\n"
        + "".join(
            _r([node, amount, _old_of[node], "<ul>" + "".join(f"<li>{n}　{found:,}</li>" for n, found in parts) + "</ul>"])
            for node, amount, parts in _parts
        )
        + _r(["計", sum(p[1] for p in _parts), sum(_old_of.values()), _])
        + "</tbody>\n</table>",
        "農林課　電話 0241-00-3355",
    ),
    truth(tuple((node, amount, _old_of[node]) for node, amount, _p in _parts), year=8, name="有害鳥獣対策事業"),
)  # fmt: skip

# 11 a list of definitions, last year in brackets -------------------------------------------------------------
_rows = [
    ["常設展示の更新", 31900, 4400],
    ["特別展の開催", 18700, 17600],
    ["収蔵資料のデジタル化", 5500, 5500],
    ["館内案内の多言語化", 1980, 0],
]
text(
    "b35_11_museum_dl", ".html",
    _cms(
        "みはる県", "県立歴史館魅力向上事業",
        "<h1>県立歴史館魅力向上事業</h1>\n<h2>令和９年度当初予算要求（見積り）の内容</h2>\n<p>金額の後の（　）は、令和８年度当初予算額です。</p>\n<dl>\n"
        + "".join(f"<dt>{r[0]}</dt><dd>{r[1]:,}千円（{r[2]:,}千円）</dd>\n" for r in _rows)
        + f"</dl>\n<p>要求額計　{sum_of(_rows, 1):,}千円（{sum_of(_rows, 2):,}千円）</p>",
        "教育委員会　文化財保護課　電話：023-000-2880", date="2026年11月30日",
    ),
    truth(take(_rows, 0, 1, 2), year=9, name="県立歴史館魅力向上事業"),
)  # fmt: skip

# 12 the lines across, the years down -------------------------------------------------------------------------
_rows = [
    ["講師謝金", 540, 480],
    ["会場使用料", 220, 220],
    ["教材費", 310, 295],
    ["保険料", 48, 45],
    ["広報費", 165, 130],
]
text(
    "b35_12_lines_across", ".html",
    _cms(
        "鶴見台市", "シニア大学開催事業",
        "<h1>シニア大学開催事業</h1>\n<p>予算要求額の内訳（単位：千円）</p>\n<table>\n"
        + _r(["年度", *[r[0] for r in _rows], "計"], "th")
        + _r(["令和８年度要求額", *[r[1] for r in _rows], sum_of(_rows, 1)], first="th")
        + _r(["令和７年度予算額", *[r[2] for r in _rows], sum_of(_rows, 2)], first="th")
        + _r(["増減", *[r[1] - r[2] for r in _rows], sum_of(_rows, 1) - sum_of(_rows, 2)], first="th")
        + "</table>",
        "生涯学習課　電話：0739-00-9020",
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="シニア大学開催事業"),
)  # fmt: skip

# 13 two rows of heading: both years with their sources -------------------------------------------------------
_rows = [
    ["乳幼児健康診査", 26400, 8800, 17600, 25850, 8600, 17250],
    ["産後ケア", 19800, 14800, 5000, 14300, 10700, 3600],
    ["妊婦健康診査助成", 61200, 0, 61200, 63500, 0, 63500],
    ["伴走型相談支援", 7700, 5700, 2000, 7400, 5500, 1900],
]
assert all(r[1] == r[2] + r[3] and r[4] == r[5] + r[6] for r in _rows)
text(
    "b35_13_two_row_heading", ".html",
    _cms(
        "かすみ野市", "母子保健推進事業",
        "<h1>母子保健推進事業</h1>\n<h2>経費の内訳</h2>\n<p>（単位：千円）</p>\n<table border='1'>\n<thead>\n"
        + _r(["<th rowspan='2'>区分</th>", "<th colspan='3'>令和８年度要求</th>", "<th colspan='3'>令和７年度当初予算</th>"])
        + _r(["事業費", "特定財源", "一般財源"] * 2, "th")
        + "</thead>\n<tbody>\n" + _rs([*_rows, plus("合計", _rows, 1, 2, 3, 4, 5, 6)]) + "</tbody>\n</table>",
        "こども家庭課母子保健係　電話 0480-00-1141",
    ),
    truth(take(_rows, 0, 1, 4), year=8, name="母子保健推進事業"),
)  # fmt: skip

# 14 a sheet that Excel saved as a page, cp932 ----------------------------------------------------------------
_rows = [
    ["浄水場運転管理委託", 88000, 85800],
    ["薬品費", 14600, 13200],
    ["動力費", 52300, 49800],
    ["水質検査手数料", 6820, 6820],
    ["漏水調査委託", 9900, 8800],
    ["修繕費", 18500, 21000],
]
text(
    "b35_14_excel_saved_as_page_cp932", ".html",
    '<html xmlns:o="urn:schemas-microsoft-com:office:office"\nxmlns:x="urn:schemas-microsoft-com:office:excel"\n'
    'xmlns="http://www.w3.org/TR/REC-html40">\n<head>\n<meta http-equiv=Content-Type content="text/html; charset=shift_jis">\n'
    "<meta name=ProgId content=Excel.Sheet>\n<meta name=Generator content=\"Microsoft Excel 15\">\n"
    "<style>\n<!--table\n\t{mso-displayed-decimal-separator:\"\\.\";\n\tmso-displayed-thousand-separator:\"\\,\";}\n"
    ".xl65\n\t{mso-style-parent:style0;\n\tmso-number-format:\"\\#\\,\\#\\#0\\;△\\#\\,\\#\\#0\";}\n-->\n</style>\n</head>\n"
    "<body link=blue vlink=purple>\n<table border=0 cellpadding=0 cellspacing=0 width=560 style='border-collapse:collapse;table-layout:fixed'>\n"
    "<col width=200 style='mso-width-source:userset'><col width=100 span=3>\n"
    "<tr height=25 style='height:18.75pt'><td colspan=4 height=25 class=xl70>令和８年度予算要求額内訳書</td></tr>\n"
    "<tr height=18><td height=18>事業名：浄水施設管理費</td><td></td><td></td><td></td></tr>\n"
    "<tr height=18><td height=18>上下水道局　浄水課</td><td></td><td></td><td class=xl68>単位：千円</td></tr>\n"
    "<tr height=18><td height=18 class=xl66>科目</td><td class=xl66>要求額</td><td class=xl66>前年度予算額</td><td class=xl66>増減</td></tr>\n"
    + "".join(
        f"<tr height=18 style='height:13.5pt'><td height=18 class=xl67>{r[0]}</td>"
        + "".join(f'<td class=xl65 align=right x:num="{n}">{_show(n)}</td>' for n in r[1:])
        + "</tr>\n"
        for r in delta([*_rows, plus("合計", _rows, 1, 2)], 1, 2, 3)
    )
    + "<tr height=0 style='display:none'><td width=200></td><td width=100></td><td width=100></td><td width=100></td></tr>\n"
    "</table>\n</body>\n</html>\n",
    truth(take(_rows, 0, 1, 2), year=8, name="浄水施設管理費"),
    encoding="cp932",
)  # fmt: skip

# 15 a page that Word saved: paragraphs in the cells, full-width figures --------------------------------------
_rows = [
    ["自主防災組織資機材補助", 4500, 4000],
    ["防災士養成講座", 1320, 1100],
    ["避難所備蓄品更新", 6870, 7250],
    ["総合防災訓練", 980, 980],
]


def _word(value: object) -> str:
    shown = _show(value).translate(_FULL)
    align = "right" if isinstance(value, int) else "center"
    return (
        "<td width=140 valign=top style='border:solid windowtext 1.0pt;padding:0mm 5.4pt 0mm 5.4pt'>\n"
        f"<p class=MsoNormal align={align}><span style='font-family:\"ＭＳ 明朝\"'>{shown}</span><span lang=EN-US><o:p></o:p></span></p>\n</td>\n"
    )


text(
    "b35_15_word_saved_as_page", ".html",
    "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\">\n<head><meta http-equiv=Content-Type content=\"text/html; charset=utf-8\">\n"
    "<meta name=Generator content=\"Microsoft Word 15\"><title>地域防災力強化事業</title></head>\n<body lang=JA>\n<div class=WordSection1>\n"
    "<p class=MsoNormal align=center><b><span>令和８年度　予算要求概要書</span></b></p>\n"
    "<p class=MsoNormal><span>１　事業名　　地域防災力強化事業</span></p>\n<p class=MsoNormal><span>２　担当課　　危機管理課</span></p>\n"
    "<p class=MsoNormal><span>３　要求額の内訳</span></p>\n<p class=MsoNormal align=right><span>（単位：千円）</span></p>\n"
    "<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0>\n"
    + "".join(
        "<tr>\n" + "".join(_word(value) for value in row) + "</tr>\n"
        for row in [["内　容", "要 求 額", "前年度当初"], *_rows, ["合　計", sum_of(_rows, 1), sum_of(_rows, 2)]]
    )
    + "</table>\n<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>\n</div>\n</body>\n</html>\n",
    truth(take(_rows, 0, 1, 2), year=8, name="地域防災力強化事業"),
)  # fmt: skip

# 16 years of the Western calendar, last year first -----------------------------------------------------------
_rows = [
    ["海外旅行博出展", 7200, 8100],
    ["現地旅行会社招請", 5400, 5400],
    ["多言語動画制作", 9900, 4950],
    ["観光案内所運営補助", 16000, 17500],
    ["免税店登録促進セミナー", 0, 420],
]
text(
    "b35_16_western_years", ".html",
    _cms(
        "しおさい市", "インバウンド誘客促進事業",
        '<h1>インバウンド誘客促進事業</h1>\n<h2>2026年度 予算要求額</h2>\n<table class="sp-table">\n<caption>経費内訳</caption>\n'
        + _r(["項目", "2025年度予算額 (A)<br>（千円）", "2026年度要求額 (B)<br>（千円）", "増減 (B)-(A)<br>（千円）"], "th")
        + "".join(
            f'<tr><th data-label="項目">{r[0]}</th><td data-label="2025年度予算額">{_show(r[1])}</td>'
            f'<td data-label="2026年度要求額">{_show(r[2])}</td><td data-label="増減">{_show(r[3])}</td></tr>\n'
            for r in delta([*_rows, plus("合計", _rows, 1, 2)], 2, 1, 3)
        )
        + "</table>",
        "観光交流局　観光課　Tel: 0463-00-1721　Fax: 0463-00-1722",
    ),
    truth(take(_rows, 0, 2, 1), year=8, name="インバウンド誘客促進事業"),
)  # fmt: skip

# 17 a city's general account by 款, 百万円, rates and shares -----------------------------------------------------
_rows = [
    ["議会費", 412, 405], ["総務費", 6820, 6415], ["民生費", 24360, 23110], ["衛生費", 5275, 5340], ["農林水産業費", 1108, 1090],
    ["商工費", 1960, 1875], ["土木費", 7240, 6980], ["消防費", 2115, 2060], ["教育費", 8930, 7655], ["災害復旧費", 20, 20],
    ["公債費", 5480, 5610], ["予備費", 50, 50],
]  # fmt: skip
_all = sum_of(_rows, 1)
text(
    "b35_17_city_by_kan_millions", ".html",
    _cms(
        "青葉野市", "令和８年度一般会計当初予算の要求状況",
        "<h1>令和８年度一般会計当初予算の要求状況</h1>\n<h2>歳出（款別）</h2>\n<p>単位：百万円、％</p>\n<table>\n"
        + _r(["款", "令和８年度要求額", "構成比", "令和７年度当初予算額", "増減額", "増減率"], "th")
        + "".join(
            _r([r[0], r[1], f"{100 * r[1] / _all:.1f}", r[2], r[1] - r[2], f"{100 * (r[1] - r[2]) / r[2]:.1f}".replace("-", "△")])
            for r in [*_rows, ["歳出合計", _all, sum_of(_rows, 2)]]
        )
        + "</table>\n<p>構成比は、端数処理のため合計と一致しない場合があります。</p>",
        "総務部　財政課　電話：0266-00-4141（内線2211）", number=20330,
    ),
    truth(tuple((r[0], r[1] * 1000, r[2] * 1000) for r in _rows), year=8),
)  # fmt: skip

# 18 the sources to the right ---------------------------------------------------------------------------------
_rows = [
    ["用地測量", 5500, 8800, 2750, 2400, 0, 350],
    ["用地補償", 42000, 31000, 21000, 18900, 0, 2100],
    ["道路改良工事", 96000, 88000, 48000, 43200, 0, 4800],
    ["埋設管移設補償", 7300, 0, 0, 0, 7300, 0],
]
assert all(r[1] == sum(r[3:]) for r in _rows)
text(
    "b35_18_road_sources", ".html",
    _cms(
        "宮里町", "令和８年度予算要求（建設課）",
        '<h1>令和８年度予算要求（建設課）</h1>\n<h2>町道本郷線改良事業</h2>\n<p class="right">（単位：千円）</p>\n<table>\n'
        + _r(['<th rowspan="2">経費の内容</th>', '<th rowspan="2">要求額</th>', '<th rowspan="2">前年度<br>予算額</th>', '<th colspan="4">財源内訳（要求額）</th>'])
        + _r(["国庫支出金", "町債", "その他", "一般財源"], "th")
        + _rs([*_rows, plus("計", _rows, 1, 2, 3, 4, 5, 6)])
        + "</table>",
        "建設課　電話：0138-00-2114",
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="町道本郷線改良事業"),
)  # fmt: skip

# 19 finding: the printed total has two figures the wrong way round -------------------------------------------
_rows = [
    ["図書購入費", 14500, 14000],
    ["雑誌・新聞購入費", 2860, 2940],
    ["図書館システム使用料", 5720, 5720],
    ["移動図書館車運行委託", 6050, 5830],
    ["おはなし会謝礼", 240, 216],
]
assert sum_of(_rows, 1) == 29370
text(
    "b35_19_library_wrong_total", ".html",
    _cms(
        "鶴見台市", "市立図書館運営事業",
        "<h1>市立図書館運営事業</h1>\n<p>令和８年度当初予算要求額（単位：千円）</p>\n<table>\n"
        + _r(["内容", "令和８年度要求額", "令和７年度予算額"], "th")
        + _rs([*_rows, ["合計", 29730, sum_of(_rows, 2)]])
        + "</table>",
        "図書館　電話：0739-00-9055",
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="市立図書館運営事業", must="finding"),
)  # fmt: skip

# 20 asked: the unit is nowhere -------------------------------------------------------------------------------
_rows = [
    ["集会所屋根修繕補助", 1800, 1500],
    ["放送設備更新補助", 960, 640],
    ["掲示板設置補助", 240, 300],
    ["防犯灯電気料補助", 2150, 2080],
]
text(
    "b35_20_no_unit_asked", ".html",
    _cms(
        "奥川村", "地区活動支援事業",
        "<h1>地区活動支援事業</h1>\n<p>令和８年度の予算要求は次のとおりです。</p>\n<table>\n"
        + _r(["補助の内容", "要求額", "前年度"], "th")
        + _rs([*_rows, plus("計", _rows, 1, 2)])
        + "</table>",
        "総務課　電話 0241-00-3311",
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="地区活動支援事業", must="asked"),
)  # fmt: skip

# 21 asked: two 事業, each with its own table -------------------------------------------------------------------
_a = [["研修会講師謝金", 320, 280], ["テキスト作成", 460, 400], ["会場借上", 150, 150]]
_b = [["相談窓口運営委託", 11000, 10450], ["弁護士相談", 1560, 1560], ["啓発カード", 220, 180]]
text(
    "b35_21_two_projects_asked", ".html",
    _cms(
        "みはる県", "令和８年度当初予算要求（男女共同参画課）",
        "<h1>令和８年度当初予算要求（男女共同参画課）</h1>\n<p>（単位：千円）</p>\n"
        + "".join(
            f"<h2>事業名：{name}</h2>\n<table>\n" + _r(["内容", "要求額", "前年度予算額"], "th") + _rs([*of, plus("計", of, 1, 2)]) + "</table>\n"
            for name, of in (("女性人材育成事業", _a), ("困難女性相談支援事業", _b))
        ),
        "県民生活部　男女共同参画課　電話：023-000-2668",
    ),
    truth(take([*_a, *_b], 0, 1, 2), year=8, must="asked"),
)  # fmt: skip

# 22 asked: two plans, either of which may be the request -----------------------------------------------------
_rows = [
    ["設計委託", 18700, 9900, 0],
    ["改修工事", 264000, 118000, 0],
    ["工事監理委託", 7700, 4400, 0],
    ["備品購入", 12000, 5200, 600],
]
text(
    "b35_22_two_plans_asked", ".html",
    _cms(
        "しおさい市", "文化会館改修事業",
        "<h1>文化会館改修事業</h1>\n<p>令和８年度当初予算要求（単位：千円）</p>\n<table>\n"
        + _r(["経費", "要求額（第１案：全面改修）", "要求額（第２案：部分改修）", "令和７年度予算額"], "th")
        + _rs([*_rows, plus("合計", _rows, 1, 2, 3)])
        + "</table>\n<p>どちらの案とするかは、今後、庁内で検討します。</p>",
        "文化振興課　Tel: 0463-00-1780",
    ),
    truth(take(_rows, 0, 1, 3), year=8, name="文化会館改修事業", must="asked"),
)  # fmt: skip

# 23 ordinary and policy requests and their sum ---------------------------------------------------------------
_rows = [
    ["ごみ収集運搬委託", 142000, 6000, 148000, 141500],
    ["焼却施設運転委託", 118800, 0, 118800, 115500],
    ["最終処分場管理", 23400, 4200, 27600, 23900],
    ["資源集団回収奨励金", 5600, 0, 5600, 6100],
    ["生ごみ処理機購入補助", 0, 1500, 1500, 900],
]
assert all(r[1] + r[2] == r[3] for r in _rows)
text(
    "b35_23_ordinary_and_policy", ".html",
    _cms(
        "かすみ野市", "令和８年度当初予算要求（廃棄物対策課）",
        "<h1>令和８年度当初予算要求（廃棄物対策課）</h1>\n<p>事業名：ごみ処理事業</p>\n<table summary='予算要求の内訳'>\n<caption>要求額の内訳（単位：千円）</caption>\n"
        + _r(['<th rowspan="2" scope="col">項目</th>', '<th colspan="3" scope="colgroup">令和８年度要求額</th>', '<th rowspan="2" scope="col">令和７年度当初予算額</th>'])
        + _r(["経常経費", "政策経費", "合計"], 'th scope="col"')
        + _rs([*_rows, plus("計", _rows, 1, 2, 3, 4)], first='th scope="row"')
        + "</table>",
        "市民環境部廃棄物対策課　電話 0480-00-1125",
    ),
    truth(take(_rows, 0, 3, 4), year=8, name="ごみ処理事業"),
)  # fmt: skip

# 24 three groups with headings of the whole width, subtotals, 再掲 below ---------------------------------------
_groups: list[tuple[str, _Rows]] = [
    ("産地づくり", [["高温対策資材導入補助", 18000, 12000], ["優良品種苗木供給", 4200, 4200]]),
    (
        "販路拡大",
        [["首都圏フェア開催", 7700, 7150], ["輸出商談会参加", 3300, 0], ["贈答用パッケージ作成", 1210, 1210]],
    ),
    ("人材育成", [["果樹トレーニングファーム運営", 9350, 9020], ["剪定技術講習会", 480, 440]]),
]
_rows = [row for _name, of in _groups for row in of]
text(
    "b35_24_groups_full_width", ".html",
    _cms(
        "みはる県", "果樹王国復活プロジェクト事業",
        "<h1>果樹王国復活プロジェクト事業</h1>\n<p>令和８年度当初予算要求　　単位：千円</p>\n<table>\n"
        + _r(["内容", "要求額", "前年度当初予算額", "増減"], "th")
        + "".join(
            f'<tr><th colspan="4" class="group">{name}</th></tr>\n' + _rs(delta([*of, plus("小計", of, 1, 2)], 1, 2, 3))
            for name, of in _groups
        )
        + _rs(delta([plus("合計", _rows, 1, 2)], 1, 2, 3))
        + _r(["うち新規分（再掲）", 3300, 0, 3300])
        + "</table>",
        "農林水産部　園芸振興課　電話：023-000-2461",
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="果樹王国復活プロジェクト事業"),
)  # fmt: skip

# 25 text copied from a PDF: a new 事業, this year only, columns of spaces --------------------------------------
_rows = worked(
    [
        ["避難所用簡易ベッド", "9,800円×300台", 2940],
        ["間仕切りテント", "14,500円×200張", 2900],
        ["携帯トイレ", "120円×10,000個", 1200],
        ["備蓄倉庫", "1,650,000円×2棟", 3300],
    ],
    1, 2, 1000,
)  # fmt: skip
text(
    "b35_25_text_new_project", ".txt",
    "令和８年度　新規事業調書\n\n事業名　　避難所環境改善事業\n担当　　　総務課　防災安全係\n事業費　　"
    f"{sum_of(_rows, 2):,}千円\n\n積算内訳　　　　　　　　　　　　　　（単位：千円）\n"
    + _spaced([["内容", "積算", "要求額"], *_rows, ["合計", "", sum_of(_rows, 2)]], 24, 24, 8, narrow=10)
    + "\n財源　　ふるさと応援基金繰入金　10/10\n",
    truth(take(_rows, 0, 2), previous=False, year=8, name="避難所環境改善事業"),
    encoding="cp932",
)  # fmt: skip

# 26 the table, then one of 債務負担行為 ----------------------------------------------------------------------------
_rows = [
    ["基幹系システム使用料", 118200, 116400],
    ["標準化移行作業委託", 84700, 132000],
    ["庁内LAN機器賃借", 26400, 26400],
    ["情報セキュリティ研修", 550, 550],
    ["RPA導入支援委託", 4950, 3300],
]
text(
    "b35_26_systems_and_obligations", ".html",
    _cms(
        "青葉野市", "情報システム管理事業",
        "<h1>情報システム管理事業</h1>\n<h2>１　令和８年度要求額</h2>\n<p>単位：千円</p>\n<table>\n"
        + _r(["内訳", "令和８年度要求額", "令和７年度当初予算額", "備考"], "th")
        + _rs([[*r, n] for r, n in zip(_rows, ["ガバメントクラウド利用料を含む", "国補助10/10", _, "全職員対象", "対象５業務"], strict=True)])
        + _r(["計", sum_of(_rows, 1), sum_of(_rows, 2), _])
        + "</table>\n<h2>２　債務負担行為</h2>\n<table>\n"
        + _r(["事項", "期間", "限度額"], "th")
        + _r(["庁内LAN機器賃借料", "令和９年度～令和13年度", "142,000千円"])
        + "</table>",
        "総務部　情報政策課　電話：0266-00-4141（内線2260）", number=21005,
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="情報システム管理事業"),
)  # fmt: skip

# 27 a table of indicators before, one of past settlements after ----------------------------------------------
_rows = [
    ["特定健診委託料<sup>※1</sup>", 64900, 63800],
    ["受診勧奨はがき作成・郵送", 3240, 2970],
    ["AI受診勧奨分析委託", 5500, 5500],
    ["保健指導利用券印刷", 215, 198],
]
_names = ["特定健診委託料", *[r[0] for r in _rows[1:]]]
text(
    "b35_27_indicators_and_history", ".html",
    _cms(
        "鶴見台市", "特定健診受診率向上事業",
        "<h1>特定健診受診率向上事業</h1>\n<h2>成果指標</h2>\n<table>\n"
        + _r(["指標", "令和５年度実績", "令和６年度実績", "令和８年度目標"], "th")
        + _rs([["特定健診受診率（％）", "38.2", "40.1", "45.0"], ["保健指導実施者数（人）", 412, 438, 500]])
        + "</table>\n<h2>令和８年度要求額</h2>\n<p>（単位：千円）</p>\n<table>\n"
        + _r(["経費内容", "要求額", "前年度予算額"], "th")
        + _rs([*_rows, plus("合計", _rows, 1, 2)])
        + "</table>\n<p><small>※1　個別健診（市内42医療機関）分を含む。</small></p>\n<h2>決算額の推移</h2>\n<table>\n"
        + _r(["令和４年度", "令和５年度", "令和６年度"], "th")
        + _r(["61,884千円", "66,107千円", "69,350千円"])
        + "</table>",
        "保険年金課　電話：0739-00-9031",
    ),
    truth(tuple((n, r[1], r[2]) for n, r in zip(_names, _rows, strict=True)), year=8, name="特定健診受診率向上事業"),
)  # fmt: skip

# 28 a list (ul), 円, last year after --------------------------------------------------------------------------
_rows = [
    ["スクールバス運行委託料", 31680000, 30360000],
    ["スクールバス燃料費", 3240000, 3060000],
    ["車両点検整備料", 1430000, 1375000],
    ["遠距離通学費補助金", 756000, 812000],
]
text(
    "b35_28_school_bus_ul", ".html",
    _cms(
        "宮里町", "スクールバス運行事業",
        "<h1>スクールバス運行事業</h1>\n<p>令和８年度予算要求額の内訳をお知らせします。</p>\n<ul>\n"
        + "".join(f"<li>{r[0]}　{r[1]:,}円（令和７年度　{r[2]:,}円）</li>\n" for r in _rows)
        + f"</ul>\n<p>合計　{sum_of(_rows, 1):,}円（令和７年度　{sum_of(_rows, 2):,}円）</p>",
        "教育委員会学校教育課　電話：0138-00-2160",
    ),
    truth(take(_rows, 0, 1, 2, scale=1000), year=8, name="スクールバス運行事業"),
)  # fmt: skip

# 29 a special account: revenue first, then expenditure -------------------------------------------------------
_in: _Rows = [
    ["保険料", 612000, 598000],
    ["国庫支出金", 742500, 721000],
    ["支払基金交付金", 861000, 846500],
    ["県支出金", 455000, 446000],
    ["繰入金", 489200, 478700],
]
_rows = [
    ["総務費", 62400, 60900],
    ["保険給付費", 2885000, 2824000],
    ["地域支援事業費", 206300, 199300],
    ["基金積立金", 3000, 3000],
    ["諸支出金", 3000, 3000],
]
assert sum_of(_in, 1) == sum_of(_rows, 1)
assert sum_of(_in, 2) == sum_of(_rows, 2)
text(
    "b35_29_care_insurance_account", ".html",
    _cms(
        "かすみ野市", "令和８年度介護保険特別会計の予算要求状況",
        "<h1>令和８年度介護保険特別会計の予算要求状況</h1>\n"
        + "".join(
            f"<h2>{side}</h2>\n<table>\n<caption>（単位：千円）</caption>\n" + _r(["款", "令和８年度要求額", "令和７年度当初予算額", "増減額"], "th")
            + _rs(delta([*of, plus(f"{side}合計", of, 1, 2)], 1, 2, 3)) + "</table>\n"
            for side, of in (("歳入", _in), ("歳出", _rows))
        ),
        "福祉部介護保険課　電話 0480-00-1133",
    ),
    truth(take(_rows, 0, 1, 2), year=8),
)  # fmt: skip

# 30 one table in two parts, the total under the second -------------------------------------------------------
_rows = [
    ["本庁舎清掃委託", 15840, 15400], ["本庁舎警備委託", 21120, 20460], ["エレベーター保守", 2970, 2970], ["空調設備保守", 4620, 4510], ["電気工作物保安管理", 1188, 1188],
    ["電気料金", 38500, 36200], ["ガス料金", 6900, 7150], ["上下水道料金", 4300, 4250], ["電話料", 5160, 5280], ["建物共済保険料", 2045, 1990],
]  # fmt: skip
_h = _r(["番号", "内容", "要求額", "前年度予算額"], "th")
_n = [[at, *r] for at, r in enumerate(_rows, start=1)]
text(
    "b35_30_in_two_parts", ".html",
    _cms(
        "しおさい市", "庁舎維持管理事業",
        "<h1>庁舎維持管理事業</h1>\n<p>令和８年度当初予算要求内訳（単位：千円）</p>\n<h3>要求内訳（１／２）</h3>\n<table>\n"
        + _h + _rs(_n[:5]) + "</table>\n<h3>要求内訳（２／２）</h3>\n<table>\n" + _h + _rs(_n[5:])
        + _r(['<td colspan="2">合計（１～10）</td>', sum_of(_rows, 1), sum_of(_rows, 2)]) + "</table>",
        "財産管理課　Tel: 0463-00-1730",
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="庁舎維持管理事業"),
)  # fmt: skip

# 31 text copied from a PDF that gives each cell a line -------------------------------------------------------
_rows = [
    ["消防団員報酬", 28600, 28950],
    ["出動費用弁償", 6400, 6100],
    ["活動服更新", 3520, 1760],
    ["小型動力ポンプ購入", 4180, 2090],
    ["消防団車両維持費", 2750, 2640],
]
text(
    "b35_31_text_cell_per_line", ".txt",
    "令和８年度当初予算要求\n消防団運営事業\n担当課：危機管理課\n単位：千円\n"
    + "".join(
        "".join(f"{_show(value)}\n" for value in row)
        for row in [["内容", "要求額", "前年度予算額"], *_rows, ["合計", sum_of(_rows, 1), sum_of(_rows, 2)]]
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="消防団運営事業"),
)  # fmt: skip

# 32 text with full-width figures and leaders -----------------------------------------------------------------
_rows = [
    ["街路灯LED化工事", 12100, 11000],
    ["街路灯修繕料", 2400, 3100],
    ["街路灯電気料", 8650, 9700],
    ["共架料", 310, 310],
]
text(
    "b35_32_text_leaders", ".txt",
    "　　　　令和８年度　予算要求の概要\n\n■事業名　街路灯管理事業\n■担当課　土木管理課\n\n■要求額　"
    + f"{sum_of(_rows, 1):,}千円（前年度　{sum_of(_rows, 2):,}千円）\n".translate(_FULL)
    + "\n■内　訳\n"
    + "".join(
        f"　・{r[0]}{'…' * (14 - len(r[0]))}" + f"{r[1]:,}千円（前年度　{r[2]:,}千円）\n".translate(_FULL) for r in _rows
    )
    + "\n■前年度からの主な変更点\n　LED化の進捗により、電気料及び修繕料が減少する見込み。\n",
    truth(take(_rows, 0, 1, 2), year=8, name="街路灯管理事業"),
)  # fmt: skip

# 33 a page as a text browser gives it, ruled lines -----------------------------------------------------------
_rows = [
    ["移住相談員設置", 4980, 4860],
    ["お試し住宅運営", 2310, 2200],
    ["移住支援金", 18000, 15000],
    ["移住フェア出展", 1240, 1180],
    ["移住情報サイト保守", 660, 660],
]


def _ruled(rows: _Rows, *widths: int) -> str:
    def rule(left: str, middle: str, right: str) -> str:
        return left + middle.join("─" * (width // 2) for width in widths) + right + "\n"

    found = rule("┌", "┬", "┐")
    for number, row in enumerate(rows):
        found += rule("├", "┼", "┤") if number else ""
        found += (
            "│"
            + "│".join(_wide(_show(v), w, isinstance(v, int)) for v, w in zip(row, widths, strict=True))
            + "│\n"
        )
    return found + rule("└", "┴", "┘")


text(
    "b35_33_text_browser_ruled", ".txt",
    "[ヘッダー画像]\n\nトップ > まちの財政 > 令和９年度予算要求\n\n移住定住促進事業\n\n令和９年度当初予算要求額（単位：千円）\n\n"
    + _ruled([["内容", "要求額", "令和８年度予算額"], *_rows, plus("合計", _rows, 1, 2)], 22, 12, 18)
    + "\n担当：まちづくり推進課 電話 0964-00-3110\n\n[ページの先頭へ]\n",
    truth(take(_rows, 0, 1, 2), year=9, name="移住定住促進事業"),
)  # fmt: skip

# 34 上段 the request, 下段 last year in brackets -----------------------------------------------------------------
_rows = [
    ["放課後児童クラブ運営委託", 156200, 149600],
    ["障害児受入加算", 12400, 10800],
    ["施設改修工事", 0, 23100],
    ["備品更新", 3850, 2200],
    ["利用料減免補填", 5640, 5640],
]
text(
    "b35_34_upper_and_lower", ".html",
    _cms(
        "青葉野市", "放課後児童健全育成事業",
        "<h1>放課後児童健全育成事業</h1>\n<p>令和８年度当初予算要求（単位：千円）<br>上段：令和８年度要求額　下段（　）：令和７年度当初予算額</p>\n<table>\n"
        + _r(["内容", "金額", "説明"], "th")
        + "".join(
            f'<tr><td rowspan="2">{r[0]}</td><td class="num">{r[1]:,}</td><td rowspan="2">{note}</td></tr>\n<tr><td class="num">（{r[2]:,}）</td></tr>\n'
            for r, note in zip([*_rows, ["合計", sum_of(_rows, 1), sum_of(_rows, 2)]], ["22クラブ", "対象児童の増", "令和７年度で終了", "老朽備品の更新", "前年度同額", "&nbsp;"], strict=True)
        )
        + "</table>",
        "こども部　子育て支援課　電話：0266-00-4141（内線2150）", number=21170,
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="放課後児童健全育成事業"),
)  # fmt: skip

# 35 three years, parts under two heads -----------------------------------------------------------------------
_a = [["管きょ更生工事", 152300, 165000, 187000], ["マンホール蓋更新", 24860, 26400, 28600]]
_b = [["ストックマネジメント計画策定", 0, 8800, 13200], ["管路点検調査", 17490, 18700, 19800]]
_c: _Rows = [["事務費", 2140, 2200, 2350]]
text(
    "b35_35_sewer_indented", ".html",
    _cms(
        "しおさい市", "下水道管路老朽化対策事業",
        "<h1>下水道管路老朽化対策事業</h1>\n<p>予算要求額内訳（単位：千円）</p>\n<table>\n"
        + _r(["項目", "令和６年度決算額", "令和７年度当初予算額", "令和８年度要求額"], "th")
        + _rs([plus("１　工事請負費", _a, 1, 2, 3), *[["　　" + str(r[0]), *r[1:]] for r in _a]])
        + _rs([plus("２　委託料", _b, 1, 2, 3), *[["　　" + str(r[0]), *r[1:]] for r in _b]])
        + _rs([["３　事務費", *_c[0][1:]]])
        + _rs([plus("合計", [*_a, *_b, *_c], 1, 2, 3)])
        + "</table>",
        "上下水道局　下水道施設課　Tel: 0463-00-1812",
    ),
    truth(take([*_a, *_b, *_c], 0, 3, 2), year=8, name="下水道管路老朽化対策事業"),
)  # fmt: skip

# 36 百万円 with decimals ----------------------------------------------------------------------------------------
_rows = [
    ["河川改修", 1845500, 1720000],
    ["堤防強化", 962300, 880500],
    ["排水機場更新", 430000, 512700],
    ["流域治水計画検討", 38500, 22000],
]
text(
    "b35_36_millions_decimals", ".html",
    _cms(
        "みはる県", "令和８年度当初予算要求　流域治水対策事業",
        "<h1>流域治水対策事業</h1>\n<h2>令和８年度当初予算要求の内訳</h2>\n<p>（単位：百万円）</p>\n<table>\n"
        + _r(["工種", "要求額", "前年度当初", "伸び率"], "th")
        + "".join(
            f"<tr><td>{r[0]}</td><td>{r[1] / 1000:,.1f}</td><td>{r[2] / 1000:,.1f}</td>"
            f"<td>{f'{100 * (r[1] - r[2]) / r[2]:.1f}'.replace('-', '▲')}%</td></tr>\n"
            for r in [*_rows, ["計", sum_of(_rows, 1), sum_of(_rows, 2)]]
        )
        + "</table>",
        "県土整備部　河川課　電話：023-000-2615",
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="流域治水対策事業"),
)  # fmt: skip
assert all(value % 100 == 0 for r in _rows for value in r[1:])

# 37 numbers, new or continued, the name broken by br ---------------------------------------------------------
_rows = [
    [1, "継続", "地域公共交通<br>活性化協議会負担金", 6800, 6500],
    [2, "拡充", "コミュニティバス運行補助金", 34200, 29700],
    [3, "新規", "AIオンデマンド交通<br>実証運行委託料", 15400, "―"],
    [4, "継続", "バスロケーションシステム使用料", 1980, 1980],
    [5, "終了", "運転士就職支援金", "―", 1200],
]
text(
    "b35_37_transport_br_dash", ".html",
    _cms(
        "鶴見台市", "令和８年度当初予算要求　公共交通対策事業",
        '<h1>公共交通対策事業</h1>\n<table>\n<tr><th colspan="5" style="text-align:left">令和８年度当初予算要求（単位：千円）</th></tr>\n'
        + _r(["No.", "区分", "内容", "R8要求額", "R7当初予算額"], "th")
        + _rs([*_rows, ['<td colspan="3">合　計</td>', 6800 + 34200 + 15400 + 1980, 6500 + 29700 + 1980 + 1200]])
        + "</table>",
        "都市計画課交通政策係　電話：0739-00-9046",
    ),
    truth(
        (("地域公共交通活性化協議会負担金", 6800, 6500), ("コミュニティバス運行補助金", 34200, 29700), ("AIオンデマンド交通実証運行委託料", 15400, 0),
         ("バスロケーションシステム使用料", 1980, 1980), ("運転士就職支援金", 0, 1200)),
        year=8, name="公共交通対策事業",
    ),
)  # fmt: skip

# 38 text of a page with a list of points ---------------------------------------------------------------------
_rows = [
    ["伝統工芸体験教室の開催", 1650, 1540],
    ["後継者育成奨励金", 4800, 3600],
    ["展示販売会への出展", 2970, 2970],
    ["販売サイトの改修", 1100, 0],
]
text(
    "b35_38_text_points", ".txt",
    "ホーム > 県政情報 > 予算 > 令和８年度当初予算要求 > 商工労働部\n\n伝統工芸産業振興事業\n\n【要求額】　"
     f"{sum_of(_rows, 1):,}千円（R7当初：{sum_of(_rows, 2):,}千円）\n\n【目的】\n県内の伝統的工芸品産業の担い手を確保し、販路の拡大を図る。\n\n【内容】\n"
    + "".join(f"○{r[0]}　{r[1]:,}千円（R7当初：{r[2]:,}千円）\n" for r in _rows)
    + "\n【担当】地域産業課　023-000-2390\n",
    truth(take(_rows, 0, 1, 2), year=8, name="伝統工芸産業振興事業"),
)  # fmt: skip

# 39 a town's page in cp932, tags that are not closed ----------------------------------------------
_rows = [
    ["農業用水路補修", 7700, 6600],
    ["ため池草刈委託", 1320, 1320],
    ["揚水ポンプ電気料", 2860, 2540],
    ["多面的機能支払交付金", 16400, 16850],
    ["土地改良区負担金", 5200, 5200],
]
text(
    "b35_39_town_open_tags_cp932", ".html",
    _old(
        "令和８年度予算要求　農業基盤整備事業",
        "<H3>農業基盤整備事業（産業課）</H3>\n<P>令和８年度の予算要求の内容です。\n<P align=right>単位：千円\n<TABLE border=1>\n"
        "<TR><TH>事項<TH>７年度予算額<TH>８年度要求額<TH>比較\n"
        + "".join(
            f"<TR><TD>{r[0]}<TD align=right>{_show(r[2])}<TD align=right>{_show(r[1])}<TD align=right>{_show(r[1] - r[2])}\n"
            for r in [*_rows, ["合計", sum_of(_rows, 1), sum_of(_rows, 2)]]
        )
        + "</TABLE>\n<P>お問合せ先：産業課農村整備係（0969-00-1184）",
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="農業基盤整備事業"),
    encoding="cp932",
)  # fmt: skip

# 40 a form whose cell holds the table of the estimate --------------------------------------------------------
_rows = [
    ["指定管理料", 48400, 47300],
    ["プールろ過装置修繕", 3960, 0],
    ["体育館照明LED化工事", 28600, 16500],
    ["AED更新", 616, 308],
]
text(
    "b35_40_nested_in_form", ".html",
    _cms(
        "奥川村", "予算要求調書（令和８年度）",
        '<h1>予算要求調書（令和８年度）</h1>\n<table class="form" border="1" width="100%">\n'
        '<tr><th width="20%">事業名</th><td>社会体育施設管理事業</td><th width="15%">担当課</th><td>教育委員会事務局</td></tr>\n'
        "<tr><th>事業の目的</th><td colspan='3'>村民がスポーツに親しむ場を安全に提供する。</td></tr>\n"
        f"<tr><th>要求額</th><td>{sum_of(_rows, 1):,}千円</td><th>前年度</th><td>{sum_of(_rows, 2):,}千円</td></tr>\n"
        "<tr><th>内訳</th><td colspan='3'>\n<p align='right'>（千円）</p>\n<table border='1'>\n"
        + _r(["内容", "要求額", "前年度予算額"], "th")
        + _rs([*_rows, plus("計", _rows, 1, 2)])
        + "</table>\n</td></tr>\n<tr><th>特記事項</th><td colspan='3'>照明LED化は２か年の２年目。</td></tr>\n</table>",
        "教育委員会事務局　電話 0241-00-3377",
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="社会体育施設管理事業"),
)  # fmt: skip

BATCH: Final[list[Fresh]] = FRESH[_BEFORE:]
del FRESH[_BEFORE:]
