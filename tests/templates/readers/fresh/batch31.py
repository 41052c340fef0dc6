"""Batch 31: forty tables of a prefecture's web editor: twenty published budget pages and twenty tables collected from sections, written without sight of the reader."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

from openpyxl.workbook import Workbook

from tests.templates.readers.fresh.pages import FULL_WIDTH as _FULL_WIDTH
from tests.templates.readers.fresh.pages import even as _even
from tests.templates.readers.fresh.pages import table as _table
from tests.templates.readers.fresh.rows import number_of as _n
from tests.templates.readers.fresh.rows import plus, take, truth
from tests.templates.readers.fresh.rows import worked as _worked
from tests.templates.readers.fresh.workbooks import csv as _csv
from tests.templates.readers.fresh.workbooks import html as _html
from tests.templates.readers.fresh.workbooks import lines as _lines
from tests.templates.readers.fresh.workbooks import ruled as _ruled
from tests.templates.readers.fresh.workbooks import stored as _stored
from tests.templates.readers.fresh.workbooks import then as _then
from tests.templates.readers.fresh.workbooks import tr as _tr
from tests.templates.readers.fresh_tables import FRESH, Fresh, excel, text

_ = None
_BEFORE: Final = len(FRESH)


def _all(rows: Sequence[Sequence[object]], at: int) -> int:
    """The sum of a column."""
    return sum(_n(row[at]) for row in rows)


def _less(rows: Sequence[Sequence[object]], this: int, last: int) -> list[list[object]]:
    """The rows, each with the difference of two columns after it."""
    return [[*row, _n(row[this]) - _n(row[last])] for row in rows]


def _wide(value: object, width: int, right: bool = False) -> str:
    """A value filled with blanks up to a width in half-width columns."""
    written = f"{value:,}" if isinstance(value, int) else str(value or "")
    fill = " " * max(
        0, width - sum(2 if unicodedata.east_asian_width(sign) in "FWA" else 1 for sign in written)
    )
    return fill + written if right else written + fill


# ======================================== published pages ==================================================

# 01 広報課: an ordinary page of the CMS, bread crumbs, a table with caption, a table of the sources below ----------
_rows = [
    ["広報紙「県政だより」発行", "年12回、23万部", 58320, 56160],
    ["テレビ広報番組制作", "週１回、15分", 36300, 36300],
    ["SNS広告配信", "動画４本", 5500, 3300],
    ["県政モニター謝礼", "200人", 600, 600],
]
_sum = plus("合計", _rows, 2, 3)
text(
    "b31_01_page_public_relations", ".html",
    _html(
        "県政広報推進事業 - 予算編成過程の公開",
        "<div id='pankuzu'><a href='/'>ホーム</a> &gt; <a href='/yosan/'>予算編成過程</a> &gt; 令和８年度当初</div>\n"
        "<h1>県政広報推進事業</h1>\n<p class='shozoku'>総務部　広報課（電話0857-00-7021）</p>\n"
        "<h2>１　要求内容</h2>\n<p>県の施策を県民に分かりやすく伝えるため、各種媒体による広報を行う。</p>\n"
        "<table summary='要求内容'><caption>要求額内訳（単位：千円）</caption>\n"
        + _tr(["事項", "内容", "令和８年度要求額", "令和７年度当初予算額"], "th")
        + "".join(_tr(row) for row in [*_rows, _sum])
        + "</table>\n<h2>２　財源</h2>\n<table>\n"
        + _tr(["国庫支出金", "その他", "一般財源", "計"], "th")
        + _tr([0, 1200, _n(_sum[2]) - 1200, _sum[2]])
        + "</table>\n<div id='footer'>〒680-0000　県庁　法人番号7000020310000</div>",
    ),
    truth(take(_rows, 0, 2, 3), year=8, name="県政広報推進事業"),
)  # fmt: skip

# 02 図書館: a definition list, both years in the dd -------------------------------------------------------------
_rows = [
    ["図書資料購入", 98000, 95000],
    ["電子書籍利用料", 7260, 6600],
    ["相互貸借配送", 4180, 3960],
    ["読書バリアフリー資料", 1500, 0],
]
text(
    "b31_02_page_library_dl", ".html",
    _html(
        "県立図書館 令和８年度予算要求の概要",
        "<h1>県立図書館資料整備事業</h1>\n<p>令和８年度に要求する主な内容は次のとおりです。（　）内は令和７年度当初予算額です。</p>\n<dl>\n"
        + "".join(
            f"<dt>{row[0]}</dt>\n<dd>{row[1]:,}千円（{row[2]:,}千円）</dd>\n" for row in _rows
        )
        + f"<dt>合計</dt>\n<dd>{_all(_rows, 1):,}千円（{_all(_rows, 2):,}千円）</dd>\n</dl>",
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="県立図書館資料整備事業"),
)  # fmt: skip

# 03 環境: a list (ul), 円, last year after a slash, the total in a paragraph -------------------------------------
_rows = [
    ["大気汚染常時監視測定局保守", 23650000, 22880000],
    ["PM2.5成分分析委託", 8910000, 8910000],
    ["測定機器更新（NOx計３台）", 9240000, 6160000],
    ["通信回線料", 1056000, 1020000],
]
text(
    "b31_03_page_air_list", ".html",
    _html(
        "大気環境監視事業",
        "<h2>大気環境監視事業（環境保全課）</h2>\n<h3>令和8年度要求額の内訳</h3>\n<ul>\n"
        + "".join(f"<li>{row[0]}：{row[1]:,}円（前年度当初 {row[2]:,}円）</li>\n" for row in _rows)
        + f"</ul>\n<p><strong>要求額合計：{_all(_rows, 1):,}円</strong>（前年度当初 {_all(_rows, 2):,}円）</p>",
    ),
    truth(
        tuple((str(row[0]), _n(row[1]) // 1000, _n(row[2]) // 1000) for row in _rows), year=8, name="大気環境監視事業"
    ),
)  # fmt: skip
assert all(_n(value) % 1000 == 0 for row in _rows for value in row[1:])

# 04 道路: the text of a page copied with tabs, links and footer with it ------------------------------------------
_rows = [
    ["除雪委託", "延長2,840km", 1260000, 1185000],
    ["除雪機械購入", "グレーダ２台、ドーザ１台", 132000, 88000],
    ["凍結防止剤", "塩化ナトリウム6,200t", 217000, 198400],
    ["消雪施設電気料", "312か所", 94800, 91500],
    ["雪道情報システム運用", _, 18700, 18700],
]
text(
    "b31_04_copied_tabs_snow", ".txt",
    "本文へ移動\n文字サイズ\t小\t中\t大\n現在の位置：ホーム > 県政情報 > 予算 > 令和８年度 > 県土整備部\n"
    "除雪対策事業\n更新日：2025年11月28日\n道路企画課　維持担当\n\n要求額の内訳\n（単位：千円）\n"
    + _lines("\t", _even([
        ["区分", "数量等", "R8要求額", "R7当初予算額", "増減"],
        *_less(_rows, 2, 3),
        plus("計", _less(_rows, 2, 3), 2, 3, 4),
    ], 5))
    + "\nこのページに関するお問い合わせ\n県土整備部 道路企画課\n電話番号：0857-00-7360\nページの先頭へ戻る\n",
    truth(take(_rows, 0, 2, 3), year=8, name="除雪対策事業"),
)  # fmt: skip

# 05 障がい福祉: the text of a page copied with blanks ------------------------------------------------------------
_rows = [
    ["手話通訳者派遣", 12480, 11960],
    ["要約筆記者養成", 2310, 2310],
    ["遠隔手話サービス", 4620, 3850],
    ["普及啓発イベント", 1280, 1500],
]
text(
    "b31_05_copied_blanks_sign_language", ".txt",
    "手話言語普及推進事業\n\n福祉保健部 障がい福祉課\n\n令和８年度当初予算要求\n\n"
    "事業内容             要求額(千円)   前年度(千円)   比較(千円)\n"
    + "".join(
        _wide(row[0], 22) + "".join(_wide(value, 13, True) for value in row[1:]) + "\n"
        for row in [*_less(_rows, 1, 2), plus("合計", _less(_rows, 1, 2), 1, 2, 3)]
    )
    + "\n※前年度は令和７年度当初予算額\n",
    truth(take(_rows, 0, 1, 2), year=8, name="手話言語普及推進事業"),
)  # fmt: skip

# 06 農林: rowspan for the 区分, colspan in the heading, 小計 within --------------------------------------------
_soft = [["就農相談会", 2640, 2400], ["就農研修資金", 54000, 49500]]
_hard = [["園芸ハウス整備", 82500, 76000], ["機械導入支援", 31200, 34000], ["空き施設改修", 6000, 0]]


def _spanned(word: str, rows: Sequence[Sequence[object]]) -> str:
    """A group of rows under one cell over all of them, its sum below."""
    found = [*rows, plus("小計", rows, 1, 2)]
    return "".join(
        "<tr>"
        + (f"<th rowspan='{len(found)}'>{word}</th>" if number == 0 else "")
        + f"<td>{row[0]}</td><td>{row[1]:,}</td><td>{row[2]:,}</td><td>{_n(row[1]) - _n(row[2]):,}</td></tr>\n"
        for number, row in enumerate(found)
    )


_rows = [*_soft, *_hard]
text(
    "b31_06_page_farm_rowspan", ".html",
    _html(
        "新規就農者総合支援事業",
        "<h1>新規就農者総合支援事業</h1><p>農林水産部 経営支援課</p>\n<table class='yosan'>\n"
        "<tr><th rowspan='2'>区分</th><th rowspan='2'>事業メニュー</th><th colspan='2'>予算額（千円）</th>"
        "<th rowspan='2'>増減</th></tr>\n<tr><th>令和８年度要求</th><th>令和７年度当初</th></tr>\n"
        + _spanned("ソフト", _soft)
        + _spanned("ハード", _hard)
        + f"<tr><th colspan='2'>合計</th><td>{_all(_rows, 1):,}</td><td>{_all(_rows, 2):,}</td>"
        f"<td>{_all(_rows, 1) - _all(_rows, 2):,}</td></tr>\n</table>",
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="新規就農者総合支援事業"),
)  # fmt: skip

# 07 警察: an old page laid out in tables (menu in a cell, the table within another), cp932 -------------------------
_rows = [
    ["信号機新設", "12基", 62400, 57200],
    ["信号灯器LED化", "480灯", 81600, 68000],
    ["道路標識更新", "1,150本", 40250, 40250],
    ["横断歩道塗替", "96km", 53760, 49920],
]
text(
    "b31_07_page_police_nested", ".html",
    _html(
        "交通安全施設整備費",
        "<table width='760'><tr><td width='140' valign='top' bgcolor='#ccffcc'><a href='index.htm'>もくじ</a><br>"
        "<a href='h7.htm'>昨年度</a><br><a href='toi.htm'>問合せ</a></td>\n<td valign='top'>"
        "<font size='5'>交通安全施設整備事業</font><br>警察本部交通規制課<br><br>\n"
        "<table border='1' cellpadding='3'>\n"
        + _tr(["内容", "数量", "R８要求額", "R７予算額"])
        + "".join(_tr(row) for row in [*_rows, plus("計", _rows, 2, 3)])
        + "</table>\n<div align='right'>（単位：千円）</div>\n</td></tr></table>",
        "Shift_JIS",
    ),
    truth(take(_rows, 0, 2, 3), year=8, name="交通安全施設整備事業"),
    "cp932",
)  # fmt: skip

# 08 教育: several items in a cell with <br>, the amounts beside them likewise ---------------------------------------
_cells = [
    ("報償費", [("外部コーチ謝金", 9600, 8800), ("研修会講師謝金", 320, 320)]),
    ("旅費", [("大会引率旅費", 7150, 6900)]),
    ("委託料", [("地域クラブ運営委託", 24200, 13200), ("効果検証調査委託", 2970, 2970)]),
]
_rows = [list(item) for _word, items in _cells for item in items]
text(
    "b31_08_page_clubs_br", ".html",
    _html(
        "部活動地域展開推進事業",
        "<h2>部活動地域展開推進事業</h2>\n<p>教育委員会事務局 体育保健課　令和８年度当初予算要求</p>\n<p>単位：千円</p>\n<table border='1'>\n"
        + _tr(["節", "内訳", "要求額", "前年度予算額"], "th")
        + "".join(
            f"<tr><td>{word}</td>"
             "<td>" + "<br>".join(item[0] for item in items) + "</td>"
            + "<td>" + "<br>".join(f"{item[1]:,}" for item in items) + "</td>"
            + "<td>" + "<br>".join(f"{item[2]:,}" for item in items) + "</td></tr>\n"
            for word, items in _cells
        )
        + f"<tr><td colspan='2'>計</td><td>{_all(_rows, 1):,}</td><td>{_all(_rows, 2):,}</td></tr>\n</table>",
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="部活動地域展開推進事業"),
)  # fmt: skip

# 09 観光: a heading for each item, a paragraph with both amounts below it -------------------------------------------
_rows = [
    ["国際定期便利用促進", "搭乗助成 3,000人分", 18000, 15000],
    ["海外旅行会社招へい", "台湾・韓国・香港", 6400, 6400],
    ["多言語コールセンター", "24時間 17言語", 3960, 3630],
]
text(
    "b31_09_page_tourism_headings", ".html",
    _html(
        "インバウンド誘客強化事業",
        "<main><h1>インバウンド誘客強化事業</h1>\n<p>令和８年度要求　観光交流局 国際観光誘客課</p>\n"
        + "".join(
            f"<section><h3>（{number}）{row[0]}</h3>\n<p>{row[1]}</p>\n"
            f"<p>要求額 {row[2]:,}千円　（前年度 {row[3]:,}千円）</p></section>\n"
            for number, row in enumerate(_rows, start=1)
        )
        + f"<p class='total'>要求額合計 {_all(_rows, 2):,}千円　（前年度 {_all(_rows, 3):,}千円）</p></main>",
    ),
    truth(take(_rows, 0, 2, 3), year=8, name="インバウンド誘客強化事業"),
)  # fmt: skip

# 10 病院局: two tables, one a year, the same items -------------------------------------------------------------------
_rows = [
    ["医師事務作業補助者派遣", 46200, 42900],
    ["院内保育所運営委託", 19800, 19250],
    ["医療情報システム保守", 71500, 69300],
    ["研修医募集経費", 1320, 1100],
]
text(
    "b31_10_page_hospital_two_tables", ".html",
    _html(
        "県立病院運営支援事業",
        "<h1>県立病院運営支援事業</h1>\n<h2>令和８年度要求（千円）</h2>\n"
        + _table([["内容", "要求額"], *(row[:2] for row in _rows), plus("計", [row[:2] for row in _rows], 1)])
        + "\n<h2>参考：令和７年度当初予算（千円）</h2>\n"
        + _table([["内容", "予算額"], *([row[0], row[2]] for row in _rows), ["計", _all(_rows, 2)]]),
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="県立病院運営支援事業"),
)  # fmt: skip

# 11 統計: the items across, the years down --------------------------------------------------------------------------
_rows = [
    ["調査員報酬", 21450, 4380],
    ["消耗品・印刷", 3260, 940],
    ["郵送料", 1870, 610],
    ["市町村交付金", 68400, 9200],
]
text(
    "b31_11_page_statistics_across", ".html",
    _html(
        "経済センサス実施事業",
        "<h1>経済センサス実施事業</h1>\n<p>統計課　単位：千円</p>\n"
        + _table([
            ["年度", *(row[0] for row in _rows), "合計"],
            ["令和８年度要求額", *(row[1] for row in _rows), _all(_rows, 1)],
            ["令和７年度予算額", *(row[2] for row in _rows), _all(_rows, 2)],
            ["差引", *(_n(row[1]) - _n(row[2]) for row in _rows), _all(_rows, 1) - _all(_rows, 2)],
        ])
        + "<p>国10/10（委託費）</p>",
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="経済センサス実施事業"),
)  # fmt: skip

# 12 住宅政策: 万円, whole-width figures in the page -------------------------------------------------------------------
_rows = [
    ["木造住宅耐震改修補助", 7800, 7200],
    ["耐震診断士派遣", 1430, 1430],
    ["ブロック塀撤去補助", 960, 1200],
    ["普及啓発", 85, 80],
]
text(
    "b31_12_page_housing_man_yen", ".html",
    _html(
        "住宅耐震化促進事業の予算要求",
        "<h1>住宅耐震化促進事業</h1>\n<p style='text-align:right'>（単位：万円）</p>\n<table border>\n"
        + _tr(["項目", "令和８年度（要求）", "令和７年度（当初）"], "th")
        + "".join(
            f"<tr><td>{row[0]}</td><td>{f'{row[1]:,}'.translate(_FULL_WIDTH)}</td><td>{f'{row[2]:,}'.translate(_FULL_WIDTH)}</td></tr>\n"
            for row in [*_rows, plus("計", _rows, 1, 2)]
        )
        + "</table>",
    ),
    truth(tuple((str(row[0]), _n(row[1]) * 10, _n(row[2]) * 10) for row in _rows), year=8, name="住宅耐震化促進事業"),
)  # fmt: skip

# 13 危機管理: the page copied from a published 予算要求 sheet: 要求額 in a sentence, the 所要経費 as a list ----------------
_rows = [
    ["備蓄食料更新", "アルファ化米 24,000食", 8640, 7920],
    ["簡易トイレ購入", "600基", 7260, 4840],
    ["物資輸送訓練委託", "１回", 1650, 1650],
    ["倉庫賃借料", "３か所×12月", 5400, 5400],
]
text(
    "b31_13_copied_stockpile_list", ".txt",
    "現在の位置: 予算編成過程の公開 の 令和８年度予算 の 危機管理局の災害備蓄強化事業\n令和８年度\n"
    "当初予算　一般事業（公共事業以外）　一般事業要求\n事業名:\n災害備蓄強化事業\n\n危機管理局　危機対策・情報課\n電話番号:0857-00-7584\n\n"
    f"事業費\n要求額:{_all(_rows, 2):,}千円　（前年度予算額 {_all(_rows, 3):,}千円）　財源:単県\n\n"
    "事業内容\n１　事業の目的\n　南海トラフ地震等に備え、市町村と連携して物資を備蓄する。\n\n２　所要経費\n"
    + "".join(
        f"　（{number}）{row[0]}（{row[1]}）　{row[2]:,}千円（前年度 {row[3]:,}千円）\n"
        for number, row in enumerate(_rows, start=1)
    )
    + "\n財政課処理欄\n\n",
    truth(take(_rows, 0, 2, 3), year=8, name="災害備蓄強化事業"),
)  # fmt: skip

# 14 税務: page with a correction: the old figure struck, the new after it ------------------------------------------------
_rows = [
    ["納税通知書印刷", 8250, 7920],
    ["コンビニ収納手数料", 13200, 12650],
    ["滞納整理システム改修", 4840, 0],
    ["徴収嘱託員報酬", 10800, 10800],
]
text(
    "b31_14_page_tax_corrected", ".html",
    _html(
        "県税徴収強化事業",
        "<h1>県税徴収強化事業（税務課）</h1>\n<p>※12月１日に一部を訂正しました。</p>\n"
        "<table><caption>令和８年度要求（千円）</caption>\n"
        + _tr(["経費", "令和８年度要求額", "令和７年度当初予算額"], "th")
        + "".join(_tr(row) for row in _rows[:2])
        + "<tr><td>滞納整理システム改修</td><td align=right><s>4,400</s> 4,840</td><td align=right>0</td></tr>\n"
        + _tr(_rows[3])
        + _tr(plus("合計", _rows, 1, 2))
        + "</table>",
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="県税徴収強化事業"),
)  # fmt: skip

# 15 水産: copied on a phone, every cell on a line of its own ------------------------------------------------------------
_rows = [
    ["種苗放流委託", 28600, 27500],
    ["藻場造成", 16500, 14300],
    ["漁場環境調査", 3740, 3740],
    ["漁協指導旅費", 418, 402],
]
text(
    "b31_15_copied_cell_a_line", ".txt",
    "栽培漁業推進事業\n水産課\n（単位：千円）\n\n区分\n令和８年度要求額\n令和７年度当初予算額\n"
    + "".join(f"{row[0]}\n{row[1]:,}\n{row[2]:,}\n" for row in [*_rows, plus("合計", _rows, 1, 2)]),
    truth(take(_rows, 0, 1, 2), year=8, name="栽培漁業推進事業"),
)  # fmt: skip

# 16 文化財: a page with 要求額 and 査定額 (not yet decided), 増減 with △, th scope ---------------------------------------
_rows = [
    ["史跡公有地化", 33000, 41800],
    ["発掘調査", 18150, 17600],
    ["出土品保存処理", 4950, 4950],
    ["報告書刊行", 2310, 1980],
    ["案内板更新", 880, 0],
]
text(
    "b31_16_page_heritage_not_assessed", ".html",
    _html(
        "史跡保存活用事業",
        "<h1>史跡保存活用事業</h1>\n<p>地域社会振興部 文化財課　／　単位：千円</p>\n<table>\n<thead>"
        + _tr(["細目", "前年度当初", "本年度要求", "増減", "査定"], "th")
        + "</thead><tbody>\n"
        + "".join(
            f"<tr><th scope='row'>{row[0]}</th><td>{row[2]:,}</td><td>{row[1]:,}</td>"
            f"<td>{f'{_n(row[1]) - _n(row[2]):,}'.replace('-', '△')}</td><td>（査定中）</td></tr>\n"
            for row in [*_rows, plus("合計", _rows, 1, 2)]
        )
        + "</tbody></table>\n<p>令和８年度当初予算要求（本年度＝令和８年度）</p>",
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="史跡保存活用事業"),
)  # fmt: skip

# 17 must ask: two tables with the same heading, other amounts, no word which is later -------------------------------------
_rows = [["会場設営", 5500, 4950], ["警備", 1980, 1980], ["広報", 1320, 1100]]
_other = [["会場設営", 6600, 4950], ["警備", 2310, 1980], ["広報", 880, 1100]]
_head = ["内容", "令和８年度要求額", "令和７年度予算額"]
text(
    "b31_17_page_festival_two_requests", ".html",
    _html(
        "県民スポーツフェスタ開催事業",
        "<h1>県民スポーツフェスタ開催事業</h1>\n<p>単位：千円</p>\n"
        + _table([_head, *_rows, plus("計", _rows, 1, 2)])
        + "\n<p>&nbsp;</p>\n"
        + _table([_head, *_other, plus("計", _other, 1, 2)]),
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="県民スポーツフェスタ開催事業", must="asked"),
)  # fmt: skip

# 18 must ask: a list without unit and without a sum -----------------------------------------------------------------------
_rows = [["ポスター", 380, 360], ["講演会", 1250, 1100], ["相談窓口", 4600, 4600]]
text(
    "b31_18_page_list_no_unit", ".html",
    _html(
        "人権啓発",
        "<h1>人権啓発の予算要求（令和８年度）</h1>\n<ul>\n"
        + "".join(f"<li>{row[0]}　{row[1]:,}（R7　{row[2]:,}）</li>\n" for row in _rows)
        + "</ul>",
    ),
    truth(take(_rows, 0, 1, 2), year=8, must="asked"),
)  # fmt: skip

# 19 must ask: copied text, two columns of figures without headings ---------------------------------------------------------
_rows = [
    ["林道開設", 66000, 71500],
    ["作業道補助", 28600, 24200],
    ["境界明確化", 9900, 9350],
    ["路網点検", 1650, 1980],
]
text(
    "b31_19_copied_no_headings", ".txt",
    "林業専用道整備事業　令和８年度（千円）\n森林づくり推進課\n\n" + _lines("\t", [*_rows, plus("計", _rows, 1, 2)]),
    truth(take(_rows, 0, 1, 2), year=8, name="林業専用道整備事業", must="asked"),
)  # fmt: skip

# 20 子育て: a dl about the project above, the table below in 円 with the basis ---------------------------------------------
_rows = _worked(
    [
        ["産後ケア施設利用助成", "5,000円×3,200回", 16000000, 12500000],
        ["助産師訪問委託", "8,000円×1,150件", 9200000, 9200000],
        ["利用券印刷", "40円×12,000枚", 480000, 460000],
        ["研修会開催", "150,000円×2回", 300000, 300000],
    ],
    1, 2,
)  # fmt: skip
text(
    "b31_20_page_aftercare_dl_and_table", ".html",
    _html(
        "産後ケア充実事業",
        "<h1>令和８年度当初予算要求</h1>\n<dl><dt>事業名</dt><dd>産後ケア充実事業</dd><dt>担当課</dt><dd>家庭支援課</dd>"
        f"<dt>要求額</dt><dd>{_all(_rows, 2):,}円</dd><dt>前年度当初予算額</dt><dd>{_all(_rows, 3):,}円</dd></dl>\n"
        "<h2>積算</h2>\n"
        + _table([["内容", "積算", "要求額（円）", "前年度（円）"], *_rows, plus("計", _rows, 2, 3)]),
    ),
    truth(take(_rows, 0, 2, 3, 1000), year=8, name="産後ケア充実事業"),
)  # fmt: skip

# ======================================== Excel and CSV of sections ========================================

# 21 消防学校: products as formulas, values stored, 円 ------------------------------------------------------------------------
excel(
    "b31_21_fire_academy_products",
    [
        ["消防学校教育訓練費　令和８年度要求積算"],
        ["消防防災課　消防学校", _, _, _, _, "（円）"],
        ["細節", "内容", "単価", "数量", "令和８年度要求額", "令和７年度当初予算額"],
        ["消耗品費", "訓練用発炎筒", 2500, 320, "=C4*D4", 750000],
        ["消耗品費", "教科書", 4800, 95, "=C5*D5", 432000],
        ["燃料費", "実火災訓練用プロパン", 9000, 48, "=C6*D6", 414000],
        ["修繕料", "放水訓練塔補修", 1870000, 1, "=C7*D7", 0],
        ["備品購入費", "救助用人形", 264000, 3, "=C8*D8", 528000],
        ["合計", _, _, _, "=SUM(E4:E8)", "=SUM(F4:F8)"],
    ],
    truth(
        (
            ("訓練用発炎筒", 800, 750), ("教科書", 456, 432), ("実火災訓練用プロパン", 432, 414),
            ("放水訓練塔補修", 1870, 0), ("救助用人形", 792, 528),
        ),
        year=8,
    ),
    merges="A9:D9",
    formats="C4:C8=#,##0;E4:F9=#,##0",
)  # fmt: skip
assert (2500 * 320, 4800 * 95, 9000 * 48, 264000 * 3) == (800000, 456000, 432000, 792000)
_stored()

# 22 財務会計システム: CSV, codes before, 円, no commas, 要求 after 前年, cp932 -----------------------------------------------------
_rows = [
    ["01", "報酬", "003", "審査会委員報酬", 1240000, 1240000],
    ["08", "旅費", "001", "普通旅費", 386000, 402000],
    ["10", "需用費", "001", "消耗品費", 915000, 870000],
    ["11", "役務費", "001", "通信運搬費", 2480000, 2150000],
    ["12", "委託料", "009", "データ入力委託料", 5940000, 5280000],
    ["18", "負担金補助及び交付金", "001", "協議会負担金", 150000, 150000],
]
text(
    "b31_22_csv_export_disability", ".csv",
    _csv([
        ["年度", "会計", "所属", "事業CD", "事業名", "節CD", "節名", "細節CD", "細節名", "前年度当初額", "当年度要求額", "増減額"],
        *(
            ["2026", "一般会計", "0412障がい福祉課", "003218", "障害者手帳交付事業", *row[:4], row[5], row[4], _n(row[4]) - _n(row[5])]
            for row in _rows
        ),
        [*[_] * 8, "合計（円）", _all(_rows, 5), _all(_rows, 4), _all(_rows, 4) - _all(_rows, 5)],
    ], commas=False),
    truth(take(_rows, 3, 4, 5, 1000), year=8, name="障害者手帳交付事業"),
    "cp932",
)  # fmt: skip

# 23 デジタル改革: rows of several sections of one project, 担当課 first ---------------------------------------------------------
_rows = [
    ["デジタル改革課", "電子申請システム利用料", 13200, 13200, _],
    ["デジタル改革課", "AI議事録ライセンス", 4752, 2376, "60→120アカウント"],
    ["人事企画課", "勤怠管理システム改修", 8800, 0, "新規"],
    ["会計指導課", "電子請求書導入", 6600, 5500, _],
    ["税務課", "窓口キャッシュレス端末", 1188, 1320, _],
]
excel(
    "b31_23_digital_by_section",
    [
        ["行政手続デジタル化推進事業　令和８年度当初要求（各課取りまとめ）"],
        [_, _, _, _, "単位：千円"],
        ["担当課", "内容", "R8要求", "R7当初", "備考"],
        *_rows,
        plus("計", _rows, 2, 3, width=5),
    ],
    truth(take(_rows, 1, 2, 3), year=8, name="行政手続デジタル化推進事業"),
    formats="C4:D9=#,##0",
)  # fmt: skip
_then(_ruled(3, 9, 5))

# 24 公園: a schedule by months, the year's sum, last year right ------------------------------------------------------------------
_rows = [
    ["芝生管理", 900, 900, 1800, 1800, 1800, 900, 900, 0, 0, 0, 0, 900],
    ["遊具点検", 0, 330, 0, 0, 330, 0, 0, 330, 0, 0, 330, 0],
    ["トイレ清掃", 210, 210, 210, 210, 210, 210, 210, 210, 210, 210, 210, 210],
    ["樹木剪定", 0, 0, 0, 0, 0, 0, 2640, 2640, 1320, 0, 0, 0],
]
_rows = [
    [*row, sum(_n(value) for value in row[1:]), last]
    for row, last in zip(_rows, (9540, 1320, 2400, 6930), strict=True)
]
excel(
    "b31_24_park_months",
    [
        ["布勢総合公園管理事業　令和８年度　月別所要額"],
        ["緑豊かな自然課", *[_] * 13, "千円"],
        ["業務", *(f"{month}月" for month in (4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3)), "年額（R8要求）", "R7当初"],
        *_rows,
        plus("計", _rows, *range(1, 15)),
    ],
    truth(take(_rows, 0, 13, 14), year=8, name="布勢総合公園管理事業"),
    formats="B4:O8=#,##0",
)  # fmt: skip

# 25 児童相談所: a list of personnel, pay, allowances and 共済費 in columns, both years' sums -------------------------------------------
_staff = [
    ("児童福祉司補助員", 4, 2688000, 672000, 480000, 14400000),
    ("心理判定員", 3, 2940000, 735000, 525000, 12300000),
    ("夜間電話相談員", 6, 1140000, 0, 30000, 7020000),
    ("一時保護所指導員", 5, 2520000, 630000, 450000, 16800000),
]
_rows = [
    [number, job, heads, heads * pay, heads * bonus, heads * fund, heads * (pay + bonus + fund), last]
    for number, (job, heads, pay, bonus, fund, last) in enumerate(_staff, start=1)
]
excel(
    "b31_25_child_centre_staff",
    [
        ["令和８年度　会計年度任用職員配置要求一覧"],
        ["中央児童相談所", *[_] * 6, "（単位：円）"],
        ["№", "職名", "人数", "令和８年度要求額", _, _, _, "令和７年度\n予算額"],
        [_, _, _, "報酬", "期末勤勉手当", "共済費", "計", _],
        *_rows,
        plus("合計", _rows, 2, 3, 4, 5, 6, 7),
    ],
    truth(take(_rows, 1, 6, 7, 1000), year=8),
    merges="A3:A4 B3:B4 C3:C4 D3:G3 H3:H4 A9:B9",
    formats="D5:H9=#,##0",
)  # fmt: skip

# 26 企業局: contracts over years with the 債務負担行為, a column a year --------------------------------------------------------------
_rows = [
    ["発電所遠隔監視保守", "R6～R10", 55000, 11000, 11000, 11000, 22000],
    ["取水設備点検委託", "R7～R9", 19800, 0, 6600, 6600, 6600],
    ["水車発電機分解点検", "R8～R9", 143000, 0, 0, 57200, 85800],
    ["ダム管理用車両リース", "R5～R9", 4740, 1896, 948, 948, 948],
]
for _row in _rows:
    assert sum(_n(value) for value in _row[3:]) == _n(_row[2]), _row
excel(
    "b31_26_power_contracts",
    [
        ["企業局工務課　複数年契約　年割額調べ（令和８年度当初予算）"],
        [_, _, _, _, _, _, "単位：千円"],
        ["件名", "期間", "契約額", "令和６年度まで", "令和７年度", "令和８年度", "令和９年度以降"],
        *_rows,
        plus("合計", _rows, 2, 3, 4, 5, 6),
    ],
    truth(take(_rows, 0, 5, 4), year=8),
    formats="C4:G8=#,##0",
)  # fmt: skip

# 27 河川: headings in three rows, 財源 under the request --------------------------------------------------------------------------------
_works = [
    ("千代川　河道掘削", "V=18,000m3", 126000, 63000, 56700, 110000),
    ("袋川　護岸補修", "L=160m", 48000, 0, 43200, 52000),
    ("由良川　樋門改修", "２基", 84000, 42000, 37800, 60000),
    ("日野川　堤防除草", "A=42ha", 12600, 0, 0, 12400),
]
_rows = [
    [river, what, last, this, state, bond, this - state - bond, this - last]
    for river, what, this, state, bond, last in _works
]
excel(
    "b31_27_river_three_headings",
    [
        ["河川改修事業　要求総括表", *[_] * 6, "単位：千円"],
        ["河川・工種", "数量", "令和７年度", "令和８年度", _, _, _, "増減額"],
        [_, _, "当初予算額", "要求額", "財源内訳", _, _, _],
        [_, _, _, _, "国庫支出金", "県債", "一般財源", _],
        *_rows,
        plus("合計", _rows, 2, 3, 4, 5, 6, 7),
    ],
    truth(take(_rows, 0, 3, 2), year=8, name="河川改修事業"),
    merges="A2:A4 B2:B4 C3:C4 D2:G2 D3:D4 E3:G3 H2:H4 A9:B9",
    formats="C5:H9=#,##0",
)  # fmt: skip

# 28 衛生環境研究所: the cover in the first tab, the lines in the second, last year's lines there too -----------------------------------------
_rows = _less(
    [
        ["試薬・検査キット", 14300, 13750],
        ["ガスクロマトグラフ賃借", 6336, 6336],
        ["廃液処理", 1210, 1155],
        ["検査機器保守点検", 8470, 7920],
        ["学会参加旅費", 264, 240],
    ],
    1, 2,
)  # fmt: skip
excel(
    "b31_28_laboratory_cover_and_detail",
    {
        "総括": [
            ["令和８年度当初予算要求　総括", _, _, _],
            ["衛生環境研究所", _, _, "千円"],
            ["事業名", "R8要求額", "R7当初予算額", "増減"],
            plus("試験検査機能強化事業", _rows, 1, 2, 3),
        ],
        "明細": [
            ["試験検査機能強化事業　明細", _, _, "千円"],
            ["内容", "R8要求額", "R7当初予算額", "増減"],
            *_rows,
            plus("計", _rows, 1, 2, 3),
        ],
    },
    truth(take(_rows, 0, 1, 2), year=8, name="試験検査機能強化事業"),
)  # fmt: skip

# 29 選挙管理委員会: CSV of Excel with a title and blank rows, the basis in words, 円 ------------------------------------------------------------
_rows = _worked(
    [
        ["投票所入場整理券", "12円×468,000枚", 5616000, 5520000],
        ["選挙公報配布委託", "26円×228,000部", 5928000, 5700000],
        ["投票済証印刷", "3円×150,000枚", 450000, 450000],
        ["啓発ラジオCM", "4,500円×60回", 270000, 270000],
        ["ポスター掲示場資材", "2,200円×310か所", 682000, 620000],
    ],
    1, 2,
)  # fmt: skip
text(
    "b31_29_csv_election", ".csv",
    _csv(_even([
        ["知事選挙費 令和８年度要求"],
        ["選挙管理委員会", _, _, "（単位：円）"],
        [],
        ["経費", "積算", "８年度要求額", "７年度予算額"],
        *_rows,
        [],
        plus("計", _rows, 2, 3),
    ], 4)),
    truth(take(_rows, 0, 2, 3, 1000), year=8),
    "cp932",
)  # fmt: skip

# 30 畜産: no column of last year, only the difference from it --------------------------------------------------------------------------------
_rows = [
    ["和牛改良委託", 18700, 17050],
    ["凍結精液保管", 2640, 2640],
    ["共進会出品補助", 3300, 4950],
    ["家畜衛生指導", 1155, 1100],
]
_shown = [[row[0], row[1], _n(row[1]) - _n(row[2])] for row in _rows]
excel(
    "b31_30_cattle_difference_only",
    [
        ["和牛振興事業（令和８年度当初要求）"],
        ["畜産振興課", _, "千円"],
        ["項目", "要求額", "対前年度当初増減"],
        *_shown,
        plus("計", _shown, 1, 2),
    ],
    truth(take(_rows, 0, 1, 2), year=8, name="和牛振興事業"),
    formats="B4:C8=#,##0",
)  # fmt: skip

# 31 空港: an old draft in a hidden column, the request beside it ---------------------------------------------------------------------------------
_rows = [
    ["滑走路灯火保守", 17600, 17050, 16500, _],
    ["消防車両更新", 0, 96800, 0, "10年経過"],
    ["保安検査補助", 24200, 24200, 23100, "１/２"],
    ["除雪委託", 13200, 12650, 12650, _],
]
excel(
    "b31_31_airport_hidden_draft",
    [
        ["鳥取空港管理運営事業"],
        ["空港港湾課", _, _, _, "単位：千円"],
        ["内訳", "R8要求（9月素案）", "R8要求", "R7当初", "備考"],
        *_rows,
        plus("合計", _rows, 1, 2, 3, width=5),
    ],
    truth(take(_rows, 0, 2, 3), year=8, name="鳥取空港管理運営事業"),
    formats="B4:D8=#,##0",
    hidden="B",
)  # fmt: skip

# 32 高校教育: うち rows below their items, indented, not in the sum -----------------------------------------------------------------------------------
_rows = [
    ["１人１台端末整備", 96800, 88000],
    ["通信回線使用料", 21120, 21120],
    ["ICT支援員配置", 33000, 26400],
    ["教員研修", 1430, 1650],
]
excel(
    "b31_32_school_ict_of_which",
    [
        ["高校ICT環境整備事業　令和8年度予算要求内訳", _, _, _],
        ["教育委員会　高等学校課", _, _, "（千円）"],
        ["区　分", "R8要求額", "R7当初額", "説　明"],
        [*_rows[0], "2,200台"],
        ["　　うち低所得世帯貸与分", 14520, 13200, _],
        [*_rows[1], _],
        [*_rows[2], "８人→10人"],
        ["　　うち特別支援学校分", 6600, 6600, _],
        [*_rows[3], _],
        [*plus("合　計", _rows, 1, 2), _],
        ["（注）うち書きは再掲"],
    ],
    truth(take(_rows, 0, 1, 2), year=8, name="高校ICT環境整備事業"),
    formats="B4:C10=#,##0",
)  # fmt: skip

# 33 産業: 節 in rows of their own with sums, details below, notes under the table --------------------------------------------------------------------------
_parts = {
    "報償費": [["審査委員謝金", 360, 360], ["専門家派遣謝金", 4800, 4200]],
    "委託料": [["相談窓口運営委託", 17600, 16500], ["動向調査委託", 2750, 0]],
    "負担金補助及び交付金": [["創業支援補助金", 45000, 40000], ["創業塾負担金", 900, 900]],
}
_rows = [row for rows in _parts.values() for row in rows]
excel(
    "b31_33_startup_sections",
    [
        ["創業支援強化事業　節別内訳"],
        ["商工労働部産業未来創造課", _, _, _, "単位：千円"],
        ["節", "内容", "本年度要求額\n（令和８年度）", "前年度予算額\n（令和７年度）", "比較増減"],
        *(
            line
            for word, rows in _parts.items()
            for line in (
                [word, _, _all(rows, 1), _all(rows, 2), _all(rows, 1) - _all(rows, 2)],
                *([_, *row, _n(row[1]) - _n(row[2])] for row in rows),
            )
        ),
        ["計", _, _all(_rows, 1), _all(_rows, 2), _all(_rows, 1) - _all(_rows, 2)],
        [],
        ["※創業支援補助金は上限3,000千円×15件"],
        ["※動向調査は令和８年度限り"],
    ],
    truth(take(_rows, 0, 1, 2), year=8, name="創業支援強化事業"),
    merges="A13:B13",
    formats="C4:E13=#,##0",
)  # fmt: skip
assert 3000 * 15 == 45000

# 34 地域交通: 当初 and 補正後 of last year both shown ----------------------------------------------------------------------------------------------------
_rows = [
    ["幹線バス補助", 148500, 143000, 151800],
    ["デマンド交通実証", 13200, 9900, 9900],
    ["運転士確保支援", 7700, 4400, 6600],
    ["時刻表データ整備", 1540, 1540, 1540],
]
excel(
    "b31_34_bus_supplemented",
    [
        ["地域交通確保対策事業", _, _, _],
        ["交通政策課", _, _, "単位：千円"],
        ["事項", "令和８年度\n当初要求額", "令和７年度\n当初予算額", "令和７年度\n11月補正後"],
        *_rows,
        plus("計", _rows, 1, 2, 3),
    ],
    truth(take(_rows, 0, 1, 2), year=8, name="地域交通確保対策事業"),
    formats="B4:D8=#,##0",
)  # fmt: skip

# 35 下水道: formulas over cells without stored values, 円, 前年 left -----------------------------------------------------------------------------------------
excel(
    "b31_35_sewer_formulas",
    [
        ["流域下水道維持管理費（R8当初）"],
        ["※金額は円", _, _, _],
        ["費目", "R7予算", "R8見積", "R8-R7"],
        ["電力料", 84700000, "=7425000*12", "=C4-B4"],
        ["汚泥処分委託", 61600000, "=16500*3800", "=C5-B5"],
        ["薬品", 15950000, "=1320000*12", "=C6-B6"],
        ["水質分析", 5280000, "=110000*48", "=C7-B7"],
        ["合計", "=SUM(B4:B7)", "=SUM(C4:C7)", "=SUM(D4:D7)"],
    ],
    truth(
        (("電力料", 89100, 84700), ("汚泥処分委託", 62700, 61600), ("薬品", 15840, 15950), ("水質分析", 5280, 5280)),
        year=8,
    ),
    formats="B4:D8=#,##0",
)  # fmt: skip
assert (7425 * 12, 16500 * 3800, 1320 * 12, 110 * 48) == (89100, 62700000, 15840, 5280)

# 36 国際交流: TSV pasted from Excel, the unit in the headings, years as 2026 and 2025 ----------------------------------------------------------------------------
_rows = [
    ["国際交流員報酬", 19800, 19200, "５人"],
    ["友好都市訪問旅費", 2860, 3520, "江原、吉林"],
    ["日本語教室委託", 4950, 4400, "９教室"],
    ["多文化共生サポーター", 1210, 1100, _],
]
text(
    "b31_36_tsv_exchange", ".tsv",
    _lines("\t", [
        ["項目", "2026年度要求(千円)", "2025年度当初(千円)", "備考"],
        *_rows,
        plus("合計", _rows, 1, 2, width=4),
    ]),
    truth(take(_rows, 0, 1, 2), year=8),
)  # fmt: skip


# 37 食肉衛生検査所: stamps above, a table that begins in column B, 財源 columns ------------------------------------------------------------------------------------
def _moved(book: Workbook) -> None:
    """Narrows the empty first column, as clerks do."""
    book.worksheets[0].column_dimensions["A"].width = 2


_test = [
    ("BSE検査キット", 2310, 2310, 2200),
    ("残留抗生物質検査", 1375, 0, 1375),
    ("検査員被服", 297, 0, 264),
    ("冷凍庫更新", 858, 0, 0),
    ("検体輸送", 528, 264, 506),
]
_rows = [[_, what, this, state, this - state, last] for what, this, state, last in _test]
excel(
    "b31_37_meat_inspection_from_b",
    [
        [_, _, _, "所長", "次長", "担当"],
        [],
        [_, "と畜検査費　令和八年度当初予算要求"],
        [_, _, _, _, _, "（千円）"],
        [_, "積算項目", "要求額", "うち国庫", "うち一財", "令和七年度予算額"],
        *_rows,
        plus("計", _rows, 2, 3, 4, 5, at=1),
    ],
    truth(take(_rows, 1, 2, 5), year=8),
    formats="C6:F11=#,##0",
)  # fmt: skip
_then(_moved)

# 38 must ask: two proposals, neither chosen ------------------------------------------------------------------------------------------------------------------------
_rows = [
    ["展示改修", 22000, 15400, 0],
    ["収蔵庫空調", 9900, 9900, 8800],
    ["企画展", 13200, 16500, 14300],
    ["友の会", 330, 330, 330],
]
excel(
    "b31_38_museum_two_plans",
    [
        ["県立博物館運営事業　令和８年度要求　第１案・第２案", _, _, _],
        [_, _, _, "千円"],
        ["区分", "第１案", "第２案", "前年度当初"],
        *_rows,
        plus("計", _rows, 1, 2, 3),
    ],
    truth(take(_rows, 0, 1, 3), year=8, name="県立博物館運営事業", must="asked"),
)  # fmt: skip

# 39 must ask: CSV without unit and sums --------------------------------------------------------------------------------------------------------------------------------
_rows = [["講師", 640, 600], ["会場", 280, 280], ["託児", 95, 90], ["チラシ", 150, 165]]
text(
    "b31_39_csv_no_unit", ".csv",
    _csv([["男女共同参画講座", "R8要求", "R7予算"], *_rows], commas=False),
    truth(take(_rows, 0, 1, 2), year=8, must="asked"),
)  # fmt: skip

# 40 must ask: two tabs with the same title and other amounts ---------------------------------------------------------------------------------------------------------------
_rows = [["病害虫発生予察", 3960, 3850], ["防除機器", 1540, 1210], ["現地指導", 682, 660]]
_other = [["病害虫発生予察", 4290, 3850], ["防除機器", 1100, 1210], ["現地指導", 715, 660]]
_head = [["植物防疫事業", _, "千円"], ["細目", "R8要求額", "R7当初額"]]
excel(
    "b31_40_plant_protection_two_tabs",
    {
        "Sheet1": [*_head, *_rows, plus("計", _rows, 1, 2)],
        "Sheet1 (2)": [*_head, *_other, plus("計", _other, 1, 2)],
    },
    truth(take(_rows, 0, 1, 2), year=8, name="植物防疫事業", must="asked"),
)  # fmt: skip

BATCH: Final[list[Fresh]] = FRESH[_BEFORE:]
del FRESH[_BEFORE:]
assert len(BATCH) == 40, len(BATCH)
