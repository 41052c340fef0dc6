"""Batch 36: forty published pages of budget requests of prefectures, cities and towns, and texts copied from such pages, written without sight of the reader."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

from tests.templates.readers.fresh.pages import FULL_WIDTH as _FULL_WIDTH
from tests.templates.readers.fresh.pages import signed as _sign
from tests.templates.readers.fresh.pages import spaced as _spaced
from tests.templates.readers.fresh.rows import number_of as _n
from tests.templates.readers.fresh.rows import plus, sum_of, take, truth
from tests.templates.readers.fresh.rows import worked as _worked
from tests.templates.readers.fresh.workbooks import lines as _lines
from tests.templates.readers.fresh_tables import FRESH, Fresh, text

_ = None
_BEFORE: Final = len(FRESH)
_Rows = Sequence[Sequence[object]]


def _less(rows: _Rows, this: int, last: int) -> list[list[object]]:
    """The rows, each with the difference of two columns after it."""
    return [[*row, _sign(_n(row[this]) - _n(row[last]))] for row in rows]


def _c(value: object, blank: str = "") -> str:
    """A value as a cell shows it."""
    return blank if value is None else f"{value:,}" if isinstance(value, int) else str(value)


def _full(value: object) -> str:
    """Numbers in full-width figures."""
    return _c(value).translate(_FULL_WIDTH)


def _plain(head: Sequence[object], rows: _Rows, caption: str = "", attributes: str = ' border="1"') -> str:
    """A table as the simple editor of a CMS makes it."""
    return (
        f"<table{attributes}>\n"
        + (f"<caption>{caption}</caption>\n" if caption else "")
        + "<tbody>\n<tr>" + "".join(f"<th>{_c(v)}</th>" for v in head) + "</tr>\n"
        + "".join("<tr>" + "".join(f"<td>{_c(v)}</td>" for v in row) + "</tr>\n" for row in rows)
        + "</tbody>\n</table>\n"
    )  # fmt: skip


def _cms(head: Sequence[object], rows: _Rows, caption: str = "", foot: Sequence[object] = ()) -> str:
    """A table with scope, thead, tbody and tfoot."""

    def of(row: Sequence[object]) -> str:
        return (
            f'<tr>\n<th scope="row">{_c(row[0])}</th>\n'
            + "".join(
                f'<td class="right">{_c(v)}</td>\n' if isinstance(v, int) else f"<td>{_c(v)}</td>\n"
                for v in row[1:]
            )
            + "</tr>\n"
        )

    return (
        '<div class="scroll"><table class="datatable">\n'
        + (f"<caption>{caption}</caption>\n" if caption else "")
        + "<thead>\n<tr>\n" + "".join(f'<th scope="col">{_c(v)}</th>\n' for v in head) + "</tr>\n</thead>\n<tbody>\n"
        + "".join(of(row) for row in rows) + "</tbody>\n"
        + (f"<tfoot>\n{of(foot)}</tfoot>\n" if foot else "") + "</table></div>\n"
    )  # fmt: skip


def _word(rows: _Rows) -> str:
    """A table pasted from Word: a paragraph in each cell, the heading no th."""
    return '<table class="MsoTableGrid" style="border-collapse:collapse" cellspacing="0" cellpadding="0"><tbody>\n' + "".join(
        "<tr>" + "".join(
            f'<td style="border:solid 1px #000;width:{90 + 10 * at}px" valign="top"><p class="MsoNormal"'
            f'{" align=right" if isinstance(v, int) else ""}><span style="font-size:10.5pt">{_c(v, "&nbsp;")}</span></p></td>'
            for at, v in enumerate(row)
        ) + "</tr>\n" for row in rows
    ) + "</tbody></table>\n"  # fmt: skip


def _old(rows: _Rows) -> str:
    """A table of a page that was made with an editor of long ago."""
    return '<TABLE BORDER="1" CELLSPACING="0" CELLPADDING="3" WIDTH="620">\n' + "".join(
        "<TR>" + "".join(
            f'<TD NOWRAP{" ALIGN=RIGHT" if isinstance(v, int) else ""}><FONT SIZE="2">{_c(v, "<BR>")}</FONT></TD>' for v in row
        ) + "</TR>\n" for row in rows
    ) + "</TABLE>\n"  # fmt: skip


def _pref(title: str, body: str, site: str = "予算編成過程の公開") -> str:
    """A page of a prefecture."""
    return (
        f'<!DOCTYPE html>\n<html lang="ja">\n<head>\n<meta charset="utf-8">\n<title>{title} | {site}</title>\n'
        '<link rel="stylesheet" href="/css/style.css">\n<script src="/js/common.js"></script>\n</head>\n<body>\n'
        '<header><a href="/">県トップページ</a> <a href="#main">本文へ移動</a></header>\n'
        f'<nav id="topicpath"><a href="/">ホーム</a> &gt; <a href="/zaisei/">財政課</a> &gt; {site}</nav>\n'
        f'<main id="main">\n{body}\n</main>\n'
        '<footer><p>県庁　電話（代表）0800-00-1111</p><p>Copyright (C) All Rights Reserved.</p></footer>\n</body>\n</html>\n'
    )  # fmt: skip


def _city(title: str, city: str, section: str, body: str, updated: str = "2025年11月28日") -> str:
    """A page of a city or a town."""
    return (
        f'<!DOCTYPE html>\n<html lang="ja"><head><meta charset="utf-8"><title>{title}／{city}</title></head>\n<body>\n'
        f'<div id="header"><p>{city}公式ホームページ</p></div>\n<div id="contents">\n<h1>{title}</h1>\n'
        f'<p class="update">ページ番号1008421　更新日：{updated}</p>\n{body}\n'
        f'<div class="inquiry"><h2>このページに関するお問い合わせ</h2>\n<p>{section}<br>電話：0800-00-2345　ファクス：0800-00-2346</p></div>\n'
        '<p><a href="#header">このページの先頭へ戻る</a></p>\n</div></body></html>\n'
    )  # fmt: skip


# ======================================== pages: prefectures ================================================

# 01 鳥獣対策: an ordinary page, the unit in a paragraph before the table, differences and a note ------------------
_rows = [
    ["侵入防止柵設置補助", 84000, 78500, "市町村へ補助（1/2）"],
    ["捕獲奨励金", 36200, 38900, "イノシシ、シカ"],
    ["捕獲者育成研修", 1850, 1620, "年6回"],
    ["ジビエ利用促進", 4300, 0, "新規"],
]
text(
    "b36_01_wildlife", ".html",
    _pref("鳥獣被害総合対策事業", "<h1>鳥獣被害総合対策事業</h1>\n<p>農林水産部　農山村振興課</p>\n<h2>事業の目的</h2>\n"
          "<p>野生鳥獣による農作物被害を減らすため、侵入防止、捕獲及び利活用を一体的に進める。</p>\n<h2>令和8年度当初予算要求額</h2>\n"
          "<p style='text-align:right'>（単位：千円）</p>\n"
          + _plain(["区分", "令和8年度要求額", "令和7年度当初", "増減", "備考"],
                   [[*r[:3], _sign(_n(r[1]) - _n(r[2])), r[3]] for r in [*_rows, ["計", sum_of(_rows, 1), sum_of(_rows, 2), _]]])),
    truth(take(_rows, 0, 1, 2), year=8, name="鳥獣被害総合対策事業"),
)  # fmt: skip

# 02 県: a table of the totals and of the people above, the costs with 積算 below -----------------------------------
_rows = [
    ["専門家派遣", "@35,000円×120回", 4200, 3850],
    ["経営相談員配置", "300,000円×12月×2人", 7200, 7080],
    ["セミナー開催", "180,000円×5回", 900, 900],
    ["パンフレット作成", "120円×5,000部", 600, 540],
]
_worked(_rows, 1, 2, 1000)
_sum = plus("合計", _rows, 2, 3)
text(
    "b36_02_total_cost", ".html",
    _pref("事業承継サポート事業", "<p>令和7年度　予算要求資料（当初）　<a href='index.html'>一覧に戻る</a></p>\n<h2>事業名：事業承継サポート事業</h2>\n"
          "<p>商工労働部 中小企業振興課　経営支援担当　（内線 2637）</p>\n"
          + _plain(["", "事業費", "人件費", "トータルコスト", "従事する職員数"],
                   [["令和7年度要求", f"{sum_of(_rows, 2):,}千円", "7,900千円", f"{sum_of(_rows, 2) + 7900:,}千円", "1.0人"],
                    ["令和6年度当初", f"{sum_of(_rows, 3):,}千円", "7,880千円", f"{sum_of(_rows, 3) + 7880:,}千円", "1.0人"]])
          + "<h3>1　事業の目的・概要</h3>\n<p>後継者のいない小規模事業者の円滑な事業承継を支援する。</p>\n<h3>2　主な事業内容</h3>\n"
          + _plain(["細事業名", "積算", "要求額（千円）", "前年度予算額（千円）"], [*_rows, _sum])
          + "<h3>3　これまでの取組</h3>\n<p>令和5年度の相談件数は214件であった。</p>"),
    truth(take(_rows, 0, 2, 3), year=7, name="事業承継サポート事業"),
)  # fmt: skip

# 03 県: sources as columns beside the cost -----------------------------------------------------------------------
_rows = [
    ["河川監視カメラ増設", 32000, 28000, 16000, 14400, 1600],
    ["水位計更新", 18600, 18600, 9300, 8300, 1000],
    ["システム保守", 7480, 7150, 0, 0, 7480],
    ["通信料", 2640, 2520, 0, 0, 2640],
]
assert all(sum(_n(v) for v in r[3:]) == r[1] for r in _rows)
text(
    "b36_03_river_sources", ".html",
    _pref("河川情報システム整備費", "<h1>河川情報システム整備費</h1>\n<dl><dt>所属</dt><dd>県土整備部 河川課</dd><dt>区分</dt><dd>令和8年度当初予算（要求）</dd></dl>\n"
          "<p>出水時の避難判断に役立つ情報を住民に迅速に提供する。</p>\n"
          "<table border='1'><caption>経費の内訳と財源（単位：千円）</caption>\n"
          "<tr><th rowspan='2'>事項</th><th rowspan='2'>令和8年度<br>要求額</th><th rowspan='2'>令和7年度<br>予算額</th><th colspan='3'>令和8年度要求額の財源内訳</th></tr>\n"
          "<tr><th>国庫支出金</th><th>県債</th><th>一般財源</th></tr>\n"
          + "".join("<tr>" + "".join(f"<td>{_c(v)}</td>" for v in r) + "</tr>\n" for r in [*_rows, plus("合計", _rows, 1, 2, 3, 4, 5)])
          + "</table>"),
    truth(take(_rows, 0, 1, 2), year=8, name="河川情報システム整備費"),
)  # fmt: skip

# 04 県: 要求額 and 査定額, published after the assessment: the request is the 要求額 ------------------------------------
_rows = [
    ["県産品フェア出展", 12400, 10800, 11000],
    ["海外バイヤー招へい", 6800, 6000, 5200],
    ["販路開拓補助金", 20000, 20000, 20000],
    ["ECサイト運営", 4950, 4950, 4620],
]
text(
    "b36_04_assessed", ".html",
    _pref("県産品販路拡大事業", "<h1>県産品販路拡大事業</h1>\n<p>担当：商工観光部物産振興課</p>\n<p>令和7年度当初予算　要求と査定の状況</p>\n"
          "<p>首都圏及び海外において県産品の販路を広げる。</p>\n"
          + _cms(["内容", "要求額", "知事査定額", "前年度当初予算額"], _rows, "単位：千円", plus("計", _rows, 1, 2, 3))),
    truth(take(_rows, 0, 1, 3), year=7, name="県産品販路拡大事業"),
)  # fmt: skip

# 05 県: 節 and 細節 with rowspan, subtotals ------------------------------------------------------------------------
_a = [["講師謝金", 540, 480], ["調査員謝金", 1260, 1260]]
_b = [["消耗品費", 320, 300], ["印刷製本費", 880, 760], ["食糧費", 24, 24]]
_k = [["実態調査委託", 5500, 4400]]
_rows = [*_a, *_b, *_k]


def _group(title: str, rows: _Rows) -> str:
    found = ""
    for at, row in enumerate([*rows, plus("小計", rows, 1, 2)]):
        found += (
            "<tr>"
            + (f'<td rowspan="{len(rows) + 1}">{title}</td>' if not at else "")
            + "".join(f"<td>{_c(v)}</td>" for v in row)
            + "</tr>\n"
        )
    return found


text(
    "b36_05_nodes_rowspan", ".html",
    _pref("ひきこもり支援推進事業費", "<h1>ひきこもり支援推進事業費</h1>\n<p>健康福祉部障害福祉課</p>\n<h2>目的</h2><p>本人及び家族への相談支援体制を整える。</p>\n"
          "<h2>要求内訳（令和９年度当初）</h2>\n<table border=1><tr><th>節</th><th>細節</th><th>要求額（千円）</th><th>前年度予算額（千円）</th></tr>\n"
          + _group("報償費", _a) + _group("需用費", _b) + _group("委託料", _k)
          + f'<tr><td colspan="2">合計</td><td>{sum_of(_rows, 1):,}</td><td>{sum_of(_rows, 2):,}</td></tr></table>'),
    truth(take(_rows, 0, 1, 2), year=9, name="ひきこもり支援推進事業費"),
)  # fmt: skip

# 06 県: earlier years' results in a table of their own; the costs have no last year ----------------------------------
_rows = [["観測機器の点検", 2970], ["分析業務委託", 8250], ["試薬・消耗品", 1340], ["職員旅費", 186]]
text(
    "b36_06_results_table", ".html",
    _pref("地下水質監視事業", "<h1>地下水質監視事業</h1>\n<p>環境生活部　水環境課　水質担当</p>\n<p>水質汚濁防止法に基づき、県内の地下水の水質を常時監視する。</p>\n"
          "<h2>令和8年度要求額の内訳</h2>\n" + _plain(["経費", "金額（千円）"], [*_rows, plus("計", _rows, 1)])
          + "<h2>監視の実績</h2>\n" + _plain(["年度", "調査井戸数", "基準超過数"], [["令和4年度", 118, 6], ["令和5年度", 121, 5], ["令和6年度", 120, 7]])),
    truth(take(_rows, 0, 1), previous=False, year=8, name="地下水質監視事業"),
)  # fmt: skip

# 07 県: pasted from Word, 円 ---------------------------------------------------------------------------------------
_rows = [
    ["清掃業務委託", 5940000, 5720000],
    ["機械警備", 1056000, 1056000],
    ["エレベーター保守", 792000, 770000],
    ["自家用電気工作物保安", 330000, 330000],
    ["植栽管理", 1210000, 1155000],
]
text(
    "b36_07_word_yen", ".html",
    _pref("総合庁舎維持管理費", "<h2><span style='font-family:&quot;ＭＳ ゴシック&quot;'>総合庁舎維持管理費</span></h2>\n<p class=MsoNormal>総務部　管財課</p>\n"
          "<p class=MsoNormal>県内4か所の総合庁舎を適切に維持管理する。</p>\n<p class=MsoNormal>令和８年度要求内訳　<span>　　　</span>（単位：円）</p>\n"
          + _word([["業務", "８年度要求額", "７年度当初額", "増減額"], *_less([*_rows, plus("合計", _rows, 1, 2)], 1, 2)])),
    truth(take(_rows, 0, 1, 2, scale=1000), year=8, name="総合庁舎維持管理費"),
)  # fmt: skip

# 08 県: 百万円 -----------------------------------------------------------------------------------------------------
_rows = [
    ["国道バイパス整備", 2450, 2180],
    ["県道交差点改良", 860, 910],
    ["歩道整備", 415, 380],
    ["無電柱化", 630, 540],
]
text(
    "b36_08_million_roads", ".html",
    _pref("道路整備の予算要求", "<h1>令和8年度　道路整備の予算要求について</h1>\n<p>土木部道路建設課</p>\n<p>物流と観光を支える道路網の整備を計画的に進めます。</p>\n"
          + _cms(["事業区分", "令和8年度要求額", "令和7年度当初予算額", "前年度比"],
                 [[*r, f"{_n(r[1]) / _n(r[2]) * 100:.1f}%"] for r in [*_rows, plus("合計", _rows, 1, 2)]], "（単位：百万円）")),
    truth(tuple((str(r[0]), _n(r[1]) * 1000, _n(r[2]) * 1000) for r in _rows), year=8),
)  # fmt: skip

# 09 県: the heads of the table at the side (years down), costs across ------------------------------------------------
_rows = [["報酬", 2340, 2280], ["旅費", 410, 395], ["需用費", 285, 260], ["委託料", 6600, 6050]]
text(
    "b36_09_years_down", ".html",
    _pref("消費生活相談体制強化事業", "<h1>消費生活相談体制強化事業</h1>\n<p>県民生活部　くらし安全課</p>\n<p>消費生活相談員の資質を高め、相談体制を強化する。</p>\n"
          "<p>節別内訳（千円）</p>\n"
          + _plain(["年度", *[r[0] for r in _rows], "計"],
                   [["令和8年度要求", *[r[1] for r in _rows], sum_of(_rows, 1)], ["令和7年度当初", *[r[2] for r in _rows], sum_of(_rows, 2)]])),
    truth(take(_rows, 0, 1, 2), year=8, name="消費生活相談体制強化事業"),
)  # fmt: skip

# 10 県: debt over years beside; a table of basics above ---------------------------------------------------------------
_rows = [
    ["端末リース料", 41580, 39600],
    ["ネットワーク運用保守", 15840, 15840],
    ["ヘルプデスク委託", 9900, 9240],
    ["ソフトウェア使用料", 6270, 5610],
]
text(
    "b36_10_debt_table", ".html",
    _pref("庁内情報基盤運用費", "<h1>予算要求資料</h1>\n<table class='kihon'><tr><th>事業名</th><td>庁内情報基盤運用費</td></tr><tr><th>担当課</th><td>総務部　デジタル推進課</td></tr>"
          "<tr><th>会計</th><td>一般会計</td></tr><tr><th>要求年度</th><td>令和8年度（当初）</td></tr></table>\n<h2>目的</h2>\n<p>職員が使用する端末及びネットワークを安定して運用する。</p>\n"
          "<h2>経費内訳（単位：千円）</h2>\n" + _plain(["費目", "本年度要求額", "前年度予算額"], [*_rows, plus("合計", _rows, 1, 2)])
          + "<h2>債務負担行為</h2>\n" + _plain(["事項", "期間", "限度額（千円）"], [["端末賃貸借（更新分）", "令和9年度～令和12年度", 166320]])),
    truth(take(_rows, 0, 1, 2), year=8, name="庁内情報基盤運用費"),
)  # fmt: skip

# 11 県: a definition list, years in the dd -----------------------------------------------------------------------------
_rows = [
    ["ボランティア養成講座", 1240, 1180],
    ["多言語相談窓口運営", 9680, 9350],
    ["災害時通訳者登録", 430, 400],
    ["やさしい日本語研修", 350, 0],
]
text(
    "b36_11_dl_multicultural", ".html",
    _pref("多文化共生推進事業", "<h1>多文化共生推進事業</h1>\n<p>文化国際課</p>\n<p>令和8年度当初予算要求の内訳です。かっこ内は令和7年度当初予算額です。</p>\n<dl class='list'>\n"
          + "".join(f"<dt>{r[0]}</dt>\n<dd>{r[1]:,}千円（{r[2]:,}千円）</dd>\n" for r in _rows)
          + f"<dt>合計</dt>\n<dd>{sum_of(_rows, 1):,}千円（{sum_of(_rows, 2):,}千円）</dd>\n</dl>"),
    truth(take(_rows, 0, 1, 2), year=8, name="多文化共生推進事業"),
)  # fmt: skip

# 12 県: last year first, sources in a table beside within a layout table -------------------------------------------------
_rows = [
    ["種子生産委託", 3300, 3520],
    ["ほ場審査", 610, 640],
    ["原種保管", 275, 275],
    ["品種登録料", 120, 180],
]
_total = sum_of(_rows, 2)
text(
    "b36_12_layout_table", ".html",
    _pref("主要農作物種子確保事業", "<h1>主要農作物種子確保事業</h1>\n<p>農政部農産課　　令和8年度当初要求</p>\n<p>優良な種子を安定して生産し供給する。</p>\n"
          "<table class='layout'><tr><td valign='top'>\n" + _plain(["事業内容", "前年度（千円）", "要求額（千円）"], [*_rows, plus("計", _rows, 1, 2)])
          + "</td><td valign='top'>\n" + _plain(["財源", "金額（千円）"], [["諸収入", 1200], ["一般財源", _total - 1200], ["計", _total]]) + "</td></tr></table>"),
    truth(take(_rows, 0, 2, 1), year=8, name="主要農作物種子確保事業"),
)  # fmt: skip

# 13 県: full-width figures and blanks in words ------------------------------------------------------------------------
_rows = [["保健所検査費", 8420, 8150], ["食品衛生指導員活動費", 2600, 2600], ["食中毒予防啓発", 745, 690]]
text(
    "b36_13_fullwidth", ".html",
    _pref("食品衛生対策費", "<h2>食品衛生対策費</h2>\n<p>健康医療局　生活衛生課</p>\n<p>食中毒の発生を防ぎ、食の安全を守る。</p>\n<p>令和７年度当初予算　要求額　　単位：千円</p>\n"
          + _plain(["内　　訳", "要 求 額", "前年度額", "比　　較"], [[_full(v) for v in r] for r in _less([*_rows, plus("合　　計", _rows, 1, 2)], 1, 2)])),
    truth(take(_rows, 0, 1, 2), year=7, name="食品衛生対策費"),
)  # fmt: skip

# 14 県: old page in Shift_JIS -----------------------------------------------------------------------------------------
_rows = [
    ["企画展示", 14200, 12600],
    ["常設展示更新", 3100, 2850],
    ["資料収集", 5000, 5000],
    ["教育普及", 1480, 1390],
    ["施設管理", 38600, 37900],
]
text(
    "b36_14_old_museum", ".html",
    '<HTML>\n<HEAD>\n<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=Shift_JIS">\n<TITLE>令和８年度当初予算要求（県立博物館）</TITLE>\n</HEAD>\n'
    '<BODY BGCOLOR="#FFFFFF">\n<CENTER><FONT SIZE="5"><B>博物館運営費</B></FONT></CENTER>\n<P ALIGN="RIGHT">教育委員会事務局　文化財課</P>\n'
    "<P>県民の学習の場として県立博物館を運営する。</P>\n<P>令和８年度当初予算要求の内訳</P>\n<DIV ALIGN=\"RIGHT\">(単位:千円)</DIV>\n"
    + _old([["項　目", "要求額", "前年度", "備　考"], *[[*r, "特別展２回" if not at else _] for at, r in enumerate(_rows)], ["計", sum_of(_rows, 1), sum_of(_rows, 2), _]])
    + '<HR>\n<P><A HREF="../index.html">戻る</A></P>\n</BODY>\n</HTML>\n',
    truth(take(_rows, 0, 1, 2), year=8, name="博物館運営費"), "cp932",
)  # fmt: skip

# 15 県: every cell with its unit, ー where there was nothing --------------------------------------------------------------
_rows = [
    ["移住フェア出展", 3600, 3200],
    ["お試し住宅運営", 2150, 2150],
    ["移住支援金", 18000, 15000],
    ["テレワーク体験", 900, 0],
]
text(
    "b36_15_unit_in_cells", ".html",
    _pref("ふるさと移住促進事業", "<h1>ふるさと移住促進事業</h1>\n<p>地域振興部　移住交流課</p>\n<p>本県への移住を促進し、地域の担い手を確保する。</p>\n"
          + _cms(["取組", "令和8年度要求額", "令和7年度当初予算額"],
                 [[r[0], *[f"{v:,}千円" if v else "－" for v in map(_n, r[1:])]] for r in [*_rows, ["合計", sum_of(_rows, 1), sum_of(_rows, 2)]]])),
    truth(take(_rows, 0, 1, 2), year=8, name="ふるさと移住促進事業"),
)  # fmt: skip

# 16 県: three years: 決算, 当初, 要求 ---------------------------------------------------------------------------------------
_rows = [
    ["訓練指導員報酬", 5610, 5880, 6020],
    ["訓練用資材", 2934, 3100, 3250],
    ["広報", 418, 450, 450],
    ["委託訓練", 61200, 66000, 64800],
]
text(
    "b36_16_three_years", ".html",
    _pref("離職者等職業訓練事業", "<h1>離職者等職業訓練事業</h1>\n<p>産業労働部 雇用労働課</p>\n<p>離職者の早期再就職を図る。</p>\n<h2>事業費の推移</h2><p>千円</p>\n"
          + _plain(["経費区分", "令和6年度決算", "令和7年度当初", "令和8年度要求"], [*_rows, plus("合計", _rows, 1, 2, 3)])),
    truth(take(_rows, 0, 3, 2), year=8, name="離職者等職業訓練事業"),
)  # fmt: skip

# ======================================== pages: cities and towns ===========================================

# 17 市: school lunch; the people in a table after ---------------------------------------------------------------------------
_rows = [
    ["調理業務委託", 126500, 121000],
    ["給食用消耗品", 4860, 4620],
    ["厨房機器更新", 18700, 9350],
    ["配送車両リース", 5280, 5280],
    ["衛生検査手数料", 1034, 990],
]
text(
    "b36_17_city_lunch", ".html",
    _city("学校給食センター運営事業", "青葉野市", "教育部　学校給食課", "<h2>事業概要</h2><p>市内小中学校23校に安全でおいしい給食を提供する。</p>\n<h2>令和8年度予算要求額</h2>\n"
          + _cms(["経費", "令和8年度要求額", "令和7年度予算額"], _rows, "単位：千円", plus("合計", _rows, 1, 2))
          + "<h2>従事職員</h2>\n" + _plain(["区分", "令和7年度", "令和8年度"], [["正規職員", "4人", "4人"], ["会計年度任用職員", "7人", "8人"]])),
    truth(take(_rows, 0, 1, 2), year=8, name="学校給食センター運営事業"),
)  # fmt: skip

# 18 町: 円, unit price and number ---------------------------------------------------------------------------------------------
_rows = [
    ["備蓄食料", "480円×2,500食", 1200000, 960000],
    ["簡易トイレ", "6,600円×50個", 330000, 330000],
    ["毛布", "2,200円×200枚", 440000, 220000],
    ["発電機点検", "11,000円×12台", 132000, 121000],
]
_worked(_rows, 1, 2)
text(
    "b36_18_town_stock", ".html",
    _city("防災備蓄品整備事業", "川辺町", "総務課防災係", "<p>災害時に備え、避難所の備蓄品を計画的に更新します。</p>\n<p>令和8年度予算要求（単位：円）</p>\n"
          + _plain(["品目", "積算", "要求額", "前年度予算額"], [*_rows, plus("合計", _rows, 2, 3)])),
    truth(take(_rows, 0, 2, 3, scale=1000), year=8, name="防災備蓄品整備事業"),
)  # fmt: skip

# 19 市: a list of costs, last year in brackets ----------------------------------------------------------------------------------
_rows = [
    ["指定ごみ袋製造", 38500, 36300],
    ["収集運搬委託", 214000, 209000],
    ["分別アプリ利用料", 792, 792],
    ["集団回収奨励金", 6400, 6800],
]
text(
    "b36_19_city_list", ".html",
    _city("ごみ減量化推進事業", "港南市", "環境部ごみ対策課", "<p>ごみの排出抑制と資源化を進めます。</p>\n<h2>令和8年度要求の内訳</h2>\n<ul>\n"
          + "".join(f"<li>{r[0]}　{r[1]:,}千円（前年度 {r[2]:,}千円）</li>\n" for r in _rows)
          + f"</ul>\n<p>要求額合計　{sum_of(_rows, 1):,}千円（前年度 {sum_of(_rows, 2):,}千円）</p>"),
    truth(take(_rows, 0, 1, 2), year=8, name="ごみ減量化推進事業"),
)  # fmt: skip

# 20 市: 部局要求 with the head of two rows, colspan ---------------------------------------------------------------------------------
_rows = [
    ["遊具更新", 22000, 16500],
    ["樹木剪定", 31900, 30800],
    ["トイレ改修", 13200, 0],
    ["除草委託", 17600, 17050],
]
text(
    "b36_20_city_parks", ".html",
    _city("公園施設管理事業", "松原市", "都市整備部　公園緑地課", "<p>市民が安心して利用できるよう公園施設を管理します。</p>\n<p>（単位：千円）</p>\n<table border=\"1\">\n"
          "<tr><th rowspan=\"2\">主な経費</th><th colspan=\"2\">予算額</th><th rowspan=\"2\">増減</th></tr>\n<tr><th>R8要求</th><th>R7当初</th></tr>\n"
          + "".join("<tr>" + "".join(f"<td>{_c(v)}</td>" for v in r) + "</tr>\n" for r in _less([*_rows, plus("計", _rows, 1, 2)], 1, 2)) + "</table>"),
    truth(take(_rows, 0, 1, 2), year=8, name="公園施設管理事業"),
)  # fmt: skip

# 21 市: costs without a total -----------------------------------------------------------------------------------------------------
_rows = [
    ["出生祝い品", 3300, 3150],
    ["産後ケア委託", 8640, 6480],
    ["育児相談員報酬", 4120, 4020],
    ["子育てガイド印刷", 561, 550],
]
text(
    "b36_21_city_no_total", ".html",
    _city("すくすく子育て応援事業", "高瀬市", "こども未来課", "<p>妊娠期から子育て期まで切れ目なく支援します。</p>\n<p>令和9年度当初予算要求の主な内容は下表のとおりです。</p>\n"
          + _plain(["内容", "令和9年度（千円）", "令和8年度（千円）"], _rows), "2026年12月1日"),
    truth(take(_rows, 0, 1, 2), year=9, name="すくすく子育て応援事業"),
)  # fmt: skip

# 22 町: small, only this year, 千円, total first --------------------------------------------------------------------------------------
_rows = [["花火打上委託", 3000], ["会場設営", 1450], ["警備委託", 880], ["広告宣伝", 270]]
text(
    "b36_22_town_festival", ".html",
    _city("夏まつり開催事業", "湯ノ里町", "産業観光課", "<table border='1'><tr><th>担当</th><td>産業観光課</td></tr><tr><th>目的</th><td>町のにぎわいを創出する。</td></tr>"
          f"<tr><th>令和8年度要求額</th><td>{sum_of(_rows, 1):,}千円</td></tr></table>\n<h2>要求額の内訳</h2>\n"
          + _plain(["内訳", "要求額（千円）"], [["総額", sum_of(_rows, 1)], *_rows])),
    truth(take(_rows, 0, 1), previous=False, year=8, name="夏まつり開催事業"),
)  # fmt: skip

# 23 市: groups (区分 as heading rows over the whole width) --------------------------------------------------------------------------------
_a = [["除雪委託料", 96000, 92000], ["融雪剤", 7700, 7150]]
_b = [["除雪車修繕", 4400, 5060], ["除雪車燃料", 6050, 5720], ["車検手数料", 660, 640]]
_rows = [*_a, *_b]
text(
    "b36_23_city_snow_groups", ".html",
    _city("道路除雪事業", "北沢市", "建設部　維持課", "<p>冬期間の道路交通を確保する。</p>\n<table border='1'><caption>令和8年度予算要求内訳　（千円）</caption>\n<tr><th>項目</th><th>要求額</th><th>前年度</th></tr>\n"
           "<tr><td colspan='3'><strong>1　委託・資材</strong></td></tr>\n"
          + "".join("<tr>" + "".join(f"<td>{_c(v)}</td>" for v in r) + "</tr>\n" for r in [*_a, plus("小計", _a, 1, 2)])
          + "<tr><td colspan='3'><strong>2　車両</strong></td></tr>\n"
          + "".join("<tr>" + "".join(f"<td>{_c(v)}</td>" for v in r) + "</tr>\n" for r in [*_b, plus("小計", _b, 1, 2), plus("合計", _rows, 1, 2)]) + "</table>"),
    truth(take(_rows, 0, 1, 2), year=8, name="道路除雪事業"),
)  # fmt: skip

# 24 市: R-short years, the request in the middle, 対前年比 -----------------------------------------------------------------------------------
_rows = [
    ["図書購入", 21000, 20000],
    ["雑誌・新聞", 3850, 3900],
    ["図書館システム使用料", 11880, 11880],
    ["移動図書館運行", 7260, 6930],
]
text(
    "b36_24_city_library", ".html",
    _city("図書館サービス事業", "美里市", "生涯学習部 中央図書館", "<p>市民の読書活動と調べものを支援します。</p>\n"
          + _cms(["番号", "経費名", "R7当初", "R8要求", "対前年比"],
                 [[at, r[0], r[2], r[1], f"{_n(r[1]) / _n(r[2]):.1%}"] for at, r in enumerate(_rows, start=1)], "R8年度当初予算要求（単位：千円）",
                 ["", "合計", sum_of(_rows, 2), sum_of(_rows, 1), f"{sum_of(_rows, 1) / sum_of(_rows, 2):.1%}"])),
    truth(take(_rows, 0, 1, 2), year=8, name="図書館サービス事業"),
)  # fmt: skip

# 25 町: asked, since no unit stands anywhere ----------------------------------------------------------------------------------------------------
_rows = [["コミュニティバス運行", 18400, 17900], ["バス停修繕", 350, 420], ["時刻表印刷", 240, 230]]
text(
    "b36_25_town_no_unit", ".html",
    _city("地域公共交通確保事業", "大野原町", "企画政策課", "<p>町民の移動手段を確保します。</p>\n<h2>令和8年度予算要求</h2>\n"
          + _plain(["区分", "要求額", "前年度予算額"], [*_rows, plus("計", _rows, 1, 2)])),
    truth(take(_rows, 0, 1, 2), year=8, name="地域公共交通確保事業", must="asked"),
)  # fmt: skip

# 26 市: asked, two plans side by side -----------------------------------------------------------------------------------------------------------------
_rows = [
    ["空調設備工事", 88000, 52800, 0],
    ["設計業務委託", 6600, 4950, 3300],
    ["工事監理委託", 4400, 2970, 0],
]
text(
    "b36_26_city_two_plans", ".html",
    _city("体育館空調整備事業", "東浜市", "教育総務課", "<p>熱中症対策として小中学校体育館に空調を整備する。要求額は次の2案を提出しており、調整中です。</p>\n<p>単位：千円</p>\n"
          + _plain(["経費", "令和8年度要求額（A案：4校）", "令和8年度要求額（B案：2校）", "令和7年度予算額"], [*_rows, plus("合計", _rows, 1, 2, 3)])),
    truth(take(_rows, 0, 1, 3), year=8, name="体育館空調整備事業", must="asked"),
)  # fmt: skip

# 27 市: finding, the printed total is wrong ------------------------------------------------------------------------------------------------------------
_rows = [
    ["空き家実態調査", 4950, 0],
    ["除却費補助", 10000, 8000],
    ["空き家バンク運営", 1320, 1320],
    ["相談会開催", 210, 200],
]
assert sum_of(_rows, 1) == 16480
text(
    "b36_27_city_wrong_total", ".html",
    _city("空き家対策推進事業", "南風市", "都市計画課住宅係", "<p>管理不全な空き家を減らし、利活用を進めます。</p>\n"
          + _plain(["細事業", "令和8年度要求額", "令和7年度当初予算額"], [*_rows, ["合計", 16840, sum_of(_rows, 2)]], "（単位：千円）")),
    truth(take(_rows, 0, 1, 2), year=8, name="空き家対策推進事業", must="finding"),
)  # fmt: skip

# 28 市: three small tables by section of the form: cost, source, plan of years --------------------------------------------------------------------------------
_rows = [["工事請負費", 143000, 66000], ["委託料", 12100, 8800], ["事務費", 650, 480]]
_total = sum_of(_rows, 1)
text(
    "b36_28_city_three_tables", ".html",
    _city("橋りょう長寿命化事業", "清流市", "建設部　道路河川課", "<h2>1 目的</h2><p>市が管理する橋りょうを計画的に修繕し、安全を確保する。</p>\n<h2>2 事業費（千円）</h2>\n"
          + _plain(["節", "令和8年度要求額", "令和7年度当初予算額"], [*_rows, plus("計", _rows, 1, 2)])
          + "<h2>3 財源（千円）</h2>\n" + _plain(["国庫支出金", "市債", "一般財源", "計"], [[75000, 67000, _total - 142000, _total]])
          + "<h2>4 年次計画</h2>\n" + _plain(["年度", "修繕橋数", "概算事業費（千円）"], [["令和9年度", "5橋", 160000], ["令和10年度", "4橋", 130000]])),
    truth(take(_rows, 0, 1, 2), year=8, name="橋りょう長寿命化事業"),
)  # fmt: skip

# 29 市: an ordered list, in 万円 ------------------------------------------------------------------------------------------------------------------------------
_rows = [
    ["商店街イベント補助", 450, 400],
    ["空き店舗改修補助", 600, 600],
    ["キャッシュレス端末導入補助", 150, 250],
]
text(
    "b36_29_city_man_list", ".html",
    _city("商店街にぎわい創出事業", "桜台市", "商工振興課", "<p>商店街の活性化を図ります。令和8年度の要求額と（　）内に令和7年度予算額を示します。</p>\n<ol>\n"
          + "".join(f"<li>{r[0]}：{r[1]:,}万円（{r[2]:,}万円）</li>\n" for r in _rows)
          + f"</ol>\n<p><b>合計：{sum_of(_rows, 1):,}万円（{sum_of(_rows, 2):,}万円）</b></p>"),
    truth(tuple((str(r[0]), _n(r[1]) * 10, _n(r[2]) * 10) for r in _rows), year=8, name="商店街にぎわい創出事業"),
)  # fmt: skip

# 30 町: a table all of td, br in the cells of the head, ▲ -----------------------------------------------------------------------------------------------------------
_rows = [
    ["医師派遣負担金", 12000, 12000],
    ["医薬品費", 5300, 5850],
    ["医療機器保守", 1980, 1870],
    ["看護職員報酬", 9640, 9310],
]
text(
    "b36_30_town_clinic", ".html",
    _city("国保診療所運営費", "山之上町", "健康福祉課", "<p>町内唯一の医療機関として診療体制を維持します。</p>\n<table border=1>\n<tr><td>&nbsp;</td><td>令和8年度<br>要求額<br>（千円）</td><td>令和7年度<br>当初予算額<br>（千円）</td><td>差引<br>（千円）</td></tr>\n"
          + "".join(f"<tr><td>{r[0]}</td><td>{r[1]:,}</td><td>{r[2]:,}</td><td>{_sign(_n(r[1]) - _n(r[2])).replace('△', '▲')}</td></tr>\n" for r in [*_rows, ["計", sum_of(_rows, 1), sum_of(_rows, 2)]])
          + "</table>"),
    truth(take(_rows, 0, 1, 2), year=8, name="国保診療所運営費"),
)  # fmt: skip

# ======================================== copied texts ======================================================

# 31 県: copied with tabs, links of the page about it -----------------------------------------------------------------------------------------------------------------
_rows = [
    ["森林作業道開設", 45000, 42000],
    ["間伐材搬出支援", 28500, 30000],
    ["林業機械リース支援", 12600, 11400],
    ["安全装備品購入", 1980, 1760],
]
text(
    "b36_31_copied_tabs_forest", ".txt",
    "ホーム > 県政情報 > 財政 > 予算要求状況\n\n森林整備加速化事業\n農林部 森林整備課\n\n事業の目的\n間伐等の森林整備を進め、県産材の供給を増やす。\n\n令和8年度当初予算要求額（単位：千円）\n"
    + _lines("\t", [["事業内容", "令和8年度要求額", "令和7年度当初予算額"], *_rows, plus("合計", _rows, 1, 2)])
    + "\nお問い合わせ先\n農林部森林整備課　電話0800-00-3210\nページの先頭へ\n",
    truth(take(_rows, 0, 1, 2), year=8, name="森林整備加速化事業"),
)  # fmt: skip

# 32 市: copied with blanks -----------------------------------------------------------------------------------------------------------------------------------------
_rows = [["講師謝礼", 640, 600], ["会場使用料", 275, 260], ["託児委託", 198, 180], ["チラシ印刷", 132, 145]]
text(
    "b36_32_copied_blanks_course", ".txt",
    "男女共同参画推進事業（令和8年度予算要求）\n担当課：市民協働課\n\n男女共同参画に関する理解を深める講座を開催する。\n\n単位：千円\n"
    + _spaced([["経費", "要求額", "前年度"], *_rows, plus("計", _rows, 1, 2)], 20, 10, 10),
    truth(take(_rows, 0, 1, 2), year=8, name="男女共同参画推進事業"),
)  # fmt: skip

# 33 県: a cell a line ---------------------------------------------------------------------------------------------------------------------------------------------------
_rows = [
    ["ドクターヘリ運航委託", 268000, 261000],
    ["格納庫管理", 6930, 6710],
    ["搭乗医師等研修", 1100, 1050],
    ["運航調整委員会", 185, 185],
]
text(
    "b36_33_copied_cell_a_line", ".txt",
    "救急医療体制整備事業\n健康医療部　医療政策課\n\n重篤な救急患者の救命率の向上を図る。\n\n令和8年度要求額内訳（単位：千円）\n\n"
    + "\n".join(_c(v) for r in [["区分", "令和8年度要求額", "令和7年度予算額"], *_rows, plus("合計", _rows, 1, 2)] for v in r) + "\n",
    truth(take(_rows, 0, 1, 2), year=8, name="救急医療体制整備事業"),
)  # fmt: skip

# 34 記者: a memo with bullets ---------------------------------------------------------------------------------------------------------------------------------------------
_rows = [["プレミアム商品券発行", 150000, 120000], ["換金事務委託", 13200, 11000], ["広報", 1650, 1500]]
text(
    "b36_34_journalist_bullets", ".txt",
    "【メモ】白浜野市 令和8年度予算要求（市HP 11/25公開分より）\n事業名：地域消費喚起事業\n所管：商工観光課\n\n要求内訳\n"
    + "".join(f"・{r[0]}　{r[1]:,}千円（前年度{r[2]:,}千円）\n" for r in _rows)
    + f"合計　{sum_of(_rows, 1):,}千円（前年度{sum_of(_rows, 2):,}千円）\n",
    truth(take(_rows, 0, 1, 2), year=8, name="地域消費喚起事業"),
)  # fmt: skip

# 35 町: tabs, 円, 積算 ----------------------------------------------------------------------------------------------------------------------------------------------------------
_rows = [
    ["委員報酬", "5,500円×8人×6回", 264000, 220000],
    ["視察旅費", "24,000円×8人", 192000, 192000],
    ["会議録作成委託", "33,000円×6回", 198000, 165000],
]
_worked(_rows, 1, 2)
text(
    "b36_35_copied_tabs_yen", ".txt",
    "総合計画策定事業\n\n企画財政課\n\n次期総合計画の策定に向け審議会を開催する。\n\n令和8年度予算要求\t\t\t（単位：円）\n"
    + _lines("\t", [["費目", "積算内訳", "要求額", "前年度予算額"], *_rows, ["合計", "", sum_of(_rows, 2), sum_of(_rows, 3)]]) + "\n最終更新日：2025年12月3日\n",
    truth(take(_rows, 0, 2, 3, scale=1000), year=8, name="総合計画策定事業"),
)  # fmt: skip

# 36 県: tabs, the sources follow as a second table ------------------------------------------------------------------------------------------------------------------------------
_rows = [["スクールソーシャルワーカー報酬", 52800, 48400], ["費用弁償", 3960, 3630], ["連絡協議会", 240, 240]]
_total = sum_of(_rows, 1)
text(
    "b36_36_copied_two_tables", ".txt",
    "スクールソーシャルワーカー活用事業\n教育委員会　義務教育課\n\n1 事業目的\n児童生徒の環境に働きかけ、課題の解決を図る。\n\n2 令和7年度要求内容（千円）\n"
    + _lines("\t", [["内容", "要求額", "前年度当初"], *_rows, plus("計", _rows, 1, 2)])
    + "\n3 財源内訳（千円）\n" + _lines("\t", [["国庫支出金", "一般財源", "計"], [_total // 3, _total - _total // 3, _total]]),
    truth(take(_rows, 0, 1, 2), year=7, name="スクールソーシャルワーカー活用事業"),
)  # fmt: skip

# 37 市: full-width blanks between the columns ------------------------------------------------------------------------------------------------------------------------------------
_rows = [
    ["予防接種委託", 186000, 179500],
    ["予診票印刷", 1430, 1320],
    ["健康被害給付", 500, 500],
    ["システム改修", 3850, 0],
]


def _zen(value: object, width: int, right: bool = False) -> str:
    written = _c(value)
    used = sum(2 if unicodedata.east_asian_width(s) in "FWA" else 1 for s in written)
    fill = "　" * max(1, (width - used) // 2)
    return fill + written if right else written + fill


text(
    "b36_37_copied_wide_blanks", ".txt",
    "定期予防接種事業\n保健センター\n\n感染症の発生とまん延を予防する。\n\n令和8年度当初予算要求　　単位：千円\n"
    + "".join(_zen(r[0], 18) + "".join(_zen(v, 16, True) for v in r[1:]) + "\n" for r in [["区　分", "要求額", "前年度当初"], *_rows, plus("合計", _rows, 1, 2)]),
    truth(take(_rows, 0, 1, 2), year=8, name="定期予防接種事業"),
)  # fmt: skip

# 38 記者: tabs, cp932, CRLF, three columns of years --------------------------------------------------------------------------------------------------------------------------------------
_rows = [
    ["管路更新工事", 318000, 297000, 305000],
    ["漏水調査", 8800, 8800, 9350],
    ["設計委託", 22000, 18700, 20900],
]
text(
    "b36_38_copied_cp932", ".txt",
    ("水道管路耐震化事業\n上下水道局　工務課\n\n（千円）\n"
     + _lines("\t", [["項目", "令和6年度当初", "令和7年度当初", "令和8年度要求"], *[[r[0], r[2], r[3], r[1]] for r in _rows],
                     ["合計", sum_of(_rows, 2), sum_of(_rows, 3), sum_of(_rows, 1)]])).replace("\n", "\r\n"),
    truth(take(_rows, 0, 1, 3), year=8, name="水道管路耐震化事業"), "cp932",
)  # fmt: skip

# 39 県: a cell a line with 備考, － where there is none ----------------------------------------
_rows = [
    ["選手強化費", 86000, 82000, "44競技団体"],
    ["指導者養成", 5400, 5200, "研修4回"],
    ["スポーツ医科学支援", 7150, 6600, "委託"],
    ["用具整備", 9800, 12000, "5団体"],
]
text(
    "b36_39_copied_cells_notes", ".txt",
    "競技力向上対策事業\n\nスポーツ局　競技スポーツ課\n\n令和9年度予算要求\n国民スポーツ大会での上位入賞を目指す。\n（単位：千円）\n\n"
    + "\n".join(_c(v) for r in [["項目", "要求額", "前年度予算額", "備考"], *_rows, ["計", sum_of(_rows, 1), sum_of(_rows, 2), "－"]] for v in r) + "\n\n一覧へ戻る\n",
    truth(take(_rows, 0, 1, 2), year=9, name="競技力向上対策事業"),
)  # fmt: skip

# 40 市: tabs, R-years, groups in the first column left blank when the same -----------------------------------------------------------------------------------------------------------------
_rows = [
    ["人件費", "会計年度任用職員報酬", 11200, 10900],
    ["", "期末手当", 2480, 2310],
    ["運営費", "教材費", 1650, 1600],
    ["", "おやつ代", 3240, 3120],
    ["", "賠償責任保険料", 96, 96],
]
text(
    "b36_40_copied_groups", ".txt",
    "放課後児童クラブ運営事業\nこども家庭部　子育て支援課\n更新日：令和7年11月14日\n\n昼間保護者のいない児童の健全育成を図る。\n\nR8当初要求　内訳（千円）\n"
    + _lines("\t", [["区分", "内容", "R8要求", "R7当初", "増減"], *_less([*_rows, ["合計", "", sum_of(_rows, 2), sum_of(_rows, 3)]], 2, 3)]),
    truth(take(_rows, 1, 2, 3), year=8, name="放課後児童クラブ運営事業"),
)  # fmt: skip

BATCH: Final[list[Fresh]] = FRESH[_BEFORE:]
del FRESH[_BEFORE:]
