"""Batch 28: forty tables of the welfare, police, fire and tax sections: twenty as pages, twenty as workbooks and exports."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

from tests.templates.readers.fresh.pages import FULL_WIDTH as _FULL
from tests.templates.readers.fresh.pages import page as _page
from tests.templates.readers.fresh.pages import signed as _signed
from tests.templates.readers.fresh.pages import table as _table
from tests.templates.readers.fresh.rows import delta, plus, take, truth
from tests.templates.readers.fresh.rows import number_of as _n
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


def _sum(rows: Sequence[Sequence[object]], at: int) -> int:
    """The sum of a column."""
    return sum(_n(row[at]) for row in rows)


def _full(value: object) -> str:
    """A number in full-width figures."""
    return f"{_n(value):,}".translate(_FULL)


def _broad(value: str) -> int:
    """The width of the words in half-width columns."""
    return sum(2 if unicodedata.east_asian_width(sign) in "FWA" else 1 for sign in value)


def _pad(value: object, width: int) -> str:
    """A value filled with spaces, a number to the right."""
    if isinstance(value, int):
        return f"{value:,}".rjust(width)
    word = "" if value is None else str(value)
    return word + " " * max(0, width - _broad(word))


# ===== Pages ==========================================================================================================

# 01 民生委員: a whole page of 予算編成過程の公開 with the total-cost table and 細事業名 -----------------------------------
_rows: list[list[object]] = [
    ["民生委員活動費", "活動費の交付（1,420人）", 85484, 84053, "改選による増員"],
    ["民生委員協議会補助金", "市町村協議会への補助", 12300, 12300, "－"],
    ["研修事業費", "新任・中堅研修の委託", 4180, 3960, "オンライン研修を追加"],
    ["一斉改選事務費", "委嘱状、徽章等", 0, 2140, "改選終了により皆減"],
    ["標準事務費", "旅費、需用費等", 612, 630, _],
]
text(
    "b28_01_html_whole_page", ".html",
    _page(
        "予算編成過程の公開",
        "<p>現在の位置： <a href='/'>予算編成過程の公開</a> の <a href='/r8'>令和8年度予算</a> の 福祉保健部の民生委員活動支援事業</p>"
        "<p>令和8年度<br>当初予算　一般事業（公共事業以外）　一般事業要求　　　支出科目　款：民生費　項：社会福祉費　目：社会福祉総務費</p>"
        "<p>事業名：</p><h2>民生委員活動支援事業</h2><p>福祉保健部　地域福祉課　地域支援担当<br>電話番号：0000-26-7142</p>"
        + _table(
            [
                ["", "事業費（A）", "人件費（B）", "トータルコスト（A+B）", "正職員", "会計年度任用職員", "特別職非常勤職員"],
                ["令和8年度当初予算要求額", f"{_sum(_rows, 2):,}千円", "7,890千円", f"{_sum(_rows, 2) + 7890:,}千円", "1.0人", "0.0人", "0.0人"],
                ["R7年度当初予算額", f"{_sum(_rows, 3):,}千円", "7,797千円", f"{_sum(_rows, 3) + 7797:,}千円", "1.0人", "0.0人", "0.0人"],
            ]
        )
        + f"<h3>事業費</h3><p>要求額：{_sum(_rows, 2):,}千円　　（前年度予算額　{_sum(_rows, 3):,}千円）　財源：国1/2、単県</p>"
        "<h3>事業内容</h3><p>１　事業の目的・概要</p><p>地域の身近な相談役である民生委員・児童委員の活動を支援する。</p>"
        "<p>２　主な事業内容</p><p>（単位：千円）</p>"
        + _table(
            [
                ["細事業名", "内容", "要求額", "前年度予算額", "前年度からの変更点"],
                *_rows,
                ["合計", "", _sum(_rows, 2), _sum(_rows, 3), ""],
            ]
        )
        + "<h3>これまでの取組と成果</h3><p>相談支援件数　24,318件（R6年度）</p>",
    ),
    truth(take(_rows, 0, 2, 3), year=8, name="民生委員活動支援事業"),
)  # fmt: skip

# 02 警察: page text, a numbered list with 今年千円（前年千円） -----------------------------------------------------------
_rows = [
    ["被害者支援センター委託費", 9620, 9240],
    ["公費負担制度（診断書料、カウンセリング料）", 3415, 3180],
    ["一時避難場所借上料", 540, 540],
    ["広報啓発費", 286, 315],
]
text(
    "b28_02_page_text_numbered", ".txt",
    "現在の位置：予算編成過程の公開 の 令和7年度予算 の 警察本部の犯罪被害者支援推進事業\n\n令和7年度\n"
    "当初予算 一般事業(公共事業以外)  一般事業要求      支出科目  款:警察費 項:警察活動費 目:刑事警察費\n事業名:\n\n"
    "犯罪被害者支援推進事業\n\nもどる  もどる\n\n警察本部 広報県民課 被害者支援係\n\n事業費\n\n"
    f"要求額:{_sum(_rows, 1):,}千円  (前年度予算額 {_sum(_rows, 2):,}千円)  財源:国1/2、単県\n\n事業内容\n\n1 目的\n\n"
    "     犯罪被害者等の精神的・経済的負担の軽減を図る。\n\n2 所要経費\n\n"
    + "".join(f"    ({at}){row[0]}  {row[1]:,}千円({row[2]:,}千円)\n" for at, row in enumerate(_rows, 1))
    + f"    合計  {_sum(_rows, 1):,}千円({_sum(_rows, 2):,}千円)\n    ※( )内は前年度当初予算額\n\n"
    "これまでの取組と成果\n\n     令和5年度の支援件数は187件であった。\n",
    truth(take(_rows, 0, 1, 2), year=7, name="犯罪被害者支援推進事業"),
)  # fmt: skip

# 03 消防学校: two rows of headings with colspan and rowspan, quantity and amount a year ----------------------------------
_courses = [
    ("教育訓練費", "初任教育", "42人", 8820, "40人", 8400),
    ("教育訓練費", "救急科", "30人", 5130, "30人", 5010),
    ("教育訓練費", "救助科", "24人", 3456, "20人", 2880),
    ("施設管理費", "訓練塔点検", "2回", 770, "2回", 748),
    ("施設管理費", "寮清掃委託", "12月", 1980, "12月", 1848),
]
text(
    "b28_03_html_fire_school", ".html",
    _html(
        "消防学校運営事業",
        "<h1>消防学校運営事業</h1>\n<p>防災局消防保安課　／　令和８年度当初予算要求</p>\n"
        '<table border="1">\n<caption>経費の内訳（単位：千円）</caption>\n<thead>\n'
        '<tr><th rowspan="2" colspan="2">区分</th><th colspan="2">令和８年度（要求）</th><th colspan="2">令和７年度（当初）</th></tr>\n'
        "<tr><th>数量</th><th>金額</th><th>数量</th><th>金額</th></tr>\n</thead>\n<tbody>\n"
        + "".join(
            "<tr>"
            + (f'<td rowspan="{3 if not at else 2}">{group}</td>' if at in (0, 3) else "")
            + f"<td>{what}</td><td>{new}</td><td>{this:,}</td><td>{old}</td><td>{last:,}</td></tr>\n"
            for at, (group, what, new, this, old, last) in enumerate(_courses)
        )
        + f'<tr><td colspan="2">計</td><td></td><td>{_sum(_courses, 3):,}</td><td></td><td>{_sum(_courses, 5):,}</td></tr>\n'
        "</tbody>\n</table>",
    ),
    truth(take([list(row) for row in _courses], 1, 3, 5), year=8, name="消防学校運営事業"),
)  # fmt: skip

# 04 税務: figures in sentences --------------------------------------------------------------------------------------------
_rows = [["申告書等の印刷", 3850, 3620], ["封入封緘業務の委託", 6160, 5940], ["郵送料", 9480, 9120]]
text(
    "b28_04_sentences_tax", ".txt",
    "個人事業税等賦課事業\n\n総務部税務課　課税担当\n\n１　概要\n　個人事業税、不動産取得税等の課税事務に要する経費です。\n\n２　要求の内容\n"
    f"　令和８年度は、申告書等の印刷に{_rows[0][1]:,}千円（前年度{_rows[0][2]:,}千円）、封入封緘業務の委託に{_rows[1][1]:,}千円"
    f"（前年度{_rows[1][2]:,}千円）、郵送料に{_rows[2][1]:,}千円（前年度{_rows[2][2]:,}千円）を要求します。\n"
    f"　要求額の合計は{_sum(_rows, 1):,}千円（前年度{_sum(_rows, 2):,}千円）で、全額一般財源です。\n",
    truth(take(_rows, 0, 1, 2), year=8, name="個人事業税等賦課事業"),
)  # fmt: skip

# 05 高齢福祉: a bulleted list of HTML ---------------------------------------------------------------------------------------
_rows = [
    ["認知症サポーター養成講座", 2240, 2100],
    ["認知症疾患医療センター運営委託", 31500, 31500],
    ["若年性認知症支援コーディネーター設置", 6870, 6540],
    ["普及啓発（世界アルツハイマー月間）", 450, 380],
]
text(
    "b28_05_html_bullets", ".html",
    _html(
        "認知症施策推進事業｜高齢者支援課",
        "<h2>認知症施策推進事業</h2>\n<h3>予算額</h3>\n"
        f"<p>令和８年度要求額　<strong>{_sum(_rows, 1):,}千円</strong>（令和７年度当初予算額　{_sum(_rows, 2):,}千円）</p>\n"
        "<h3>内訳</h3>\n<ul>\n"
        + "".join(f"<li>{row[0]}　{row[1]:,}千円（前年度　{row[2]:,}千円）</li>\n" for row in _rows)
        + "</ul>\n<h3>問い合わせ先</h3>\n<p>高齢者支援課　電話 0000-23-1180（平日8時30分から17時15分）</p>",
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="認知症施策推進事業"),
)  # fmt: skip

# 06 警察: dt and dd, shift_jis ----------------------------------------------------------------------------------------------
_rows = [
    ["高齢運転者教室", 1320, 1250],
    ["運転免許証自主返納支援", 2640, 2310],
    ["安全運転サポート車体験会", 880, 1100],
]
text(
    "b28_06_html_dl", ".html",
    _html(
        "高齢者交通安全対策事業",
        "<h1>高齢者交通安全対策事業（令和８年度当初予算要求）</h1>\n<p>交通企画課</p>\n<dl>\n"
        + "".join(
            f"<dt>{'①②③'[at]} {row[0]}</dt>\n<dd>要求額 {row[1]:,}千円（前年度予算額 {row[2]:,}千円）</dd>\n"
            for at, row in enumerate(_rows)
        )
        + f"<dt>合計</dt>\n<dd>要求額 {_sum(_rows, 1):,}千円（前年度予算額 {_sum(_rows, 2):,}千円）</dd>\n</dl>",
        "shift_jis",
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="高齢者交通安全対策事業"),
    "cp932",
)  # fmt: skip

# 07 税務: the year before in brackets above this year's figure in the same cell ----------------------------------------------
_rows = [
    ["自動車税種別割コールセンター運営", 14300, 13750],
    ["納税通知書作成・発送", 38940, 37620],
    ["ＯＳＳ負担金", 6215, 6080],
    ["車検用納税確認システム", 2112, 2112],
]
text(
    "b28_07_html_brackets_above", ".html",
    _page(
        "自動車税課税事業",
        "<p>令和8年度当初予算</p><h3>自動車税課税事業</h3><p>税務課　自動車税担当</p><p>2 所要経費</p>"
        + _table(
            [
                ["内容", "金額（千円）", "備考"],
                *([row[0], f"({row[2]:,})<br>{row[1]:,}", "長期継続" if not at else ""] for at, row in enumerate(_rows)),
                ["計", f"({_sum(_rows, 2):,})<br>{_sum(_rows, 1):,}", ""],
            ]
        )
        + "<p>※金額欄の上段（　）は前年度当初予算額</p>",
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="自動車税課税事業"),
)  # fmt: skip

# 08 消防: page with menu, a table of 財源 and the table of costs, a footer with dates and numbers ---------------------------------
_rows = [
    ["消防団員確保キャンペーン", 3300, 2750],
    ["消防団協力事業所表示", 165, 165],
    ["操法大会開催費負担金", 4200, 4000],
    ["女性団員研修", 1045, 990],
    ["機能別団員装備補助", 5000, 6000],
]
_state = 2500
text(
    "b28_08_html_menu_and_funds", ".html",
    _html(
        "消防団充実強化事業 - 県公式サイト",
        '<nav><ul><li><a href="/">ホーム</a></li><li><a href="/kurashi">くらし</a></li><li><a href="/yosan">予算・財政</a></li></ul></nav>\n'
        "<main>\n<p>更新日：2025年11月28日</p>\n<h1>消防団充実強化事業</h1>\n<h2>令和８年度当初予算要求の概要</h2>\n"
        "<h3>財源内訳（千円）</h3>\n<table>\n"
        + _tr(["区分", "事業費", "国庫支出金", "県債", "その他", "一般財源"], "th")
        + _tr(["要求額", _sum(_rows, 1), _state, 0, 0, _sum(_rows, 1) - _state])
        + _tr(["前年度", _sum(_rows, 2), 2000, 0, 0, _sum(_rows, 2) - 2000])
        + "</table>\n<h3>経費内訳（千円）</h3>\n<table>\n"
        + _tr(["取組", "R8要求額", "R7予算額", "増減"], "th")
        + "".join(_tr([row[0], row[1], row[2], _signed(_n(row[1]) - _n(row[2]))]) for row in _rows)
        + _tr(["計", _sum(_rows, 1), _sum(_rows, 2), _signed(_sum(_rows, 1) - _sum(_rows, 2))])
        + "</table>\n</main>\n<footer><p>消防保安室　〒000-8570　代表電話 0000-26-7111　ページ番号 1024587</p></footer>",
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="消防団充実強化事業"),
)  # fmt: skip

# 09 障害福祉: a page copied from the browser, the table with tabs ----------------------------------------------------------------
_rows = [
    ["手話通訳者派遣", "延べ620件", 5580, 5310],
    ["要約筆記者派遣", "延べ140件", 1890, 1890],
    ["盲ろう者通訳・介助員派遣", "延べ2,050時間", 4305, 3990],
    ["養成研修委託", "3コース", 3720, 3640],
    ["遠隔手話サービス機器", "タブレット12台", 792, 0],
]
text(
    "b28_09_page_copied_tabs", ".txt",
    "本文へスキップ\n意思疎通支援事業\n\n令和8年度当初予算　要求\n障がい福祉課　社会参加推進担当\n\n○事業の概要\n"
    "聴覚障がい者等の意思疎通を支援する者の派遣及び養成を行う。登録通訳者は現在86人。\n\n○経費（単位：千円）\n"
    + _lines("\t", [["区分", "内容", "要求額", "前年度予算額"], *_rows, ["計", _, _sum(_rows, 2), _sum(_rows, 3)]])
    + "\n○財源　国1/2、県1/2\nページの先頭へもどる\n",
    truth(take(_rows, 0, 2, 3), year=8, name="意思疎通支援事業"),
)  # fmt: skip

# 10 警察: 財源内訳 beside each line under a colspan ---------------------------------------------------------------------------------
_rows = [
    ["ヘリコプター耐空検査", 62700, 31350, 0, 31350, 48400],
    ["警備艇定期検査", 8910, 0, 0, 8910, 7150],
    ["警察車両更新（14台）", 49000, 0, 44100, 4900, 45500],
    ["車両用燃料", 71280, 35640, 0, 35640, 69120],
]
assert all(_n(row[1]) == sum(_n(value) for value in row[2:5]) for row in _rows), _rows
text(
    "b28_10_html_police_funds", ".html",
    _html(
        "警察装備整備事業",
        "<h2>警察装備整備事業　令和９年度当初予算要求額</h2>\n<p align=right>（単位：千円）</p>\n<table border=1>\n"
        "<tr><th rowspan=2>内容</th><th rowspan=2>令和９年度<br>要求額</th><th colspan=3>左の財源内訳</th><th rowspan=2>令和８年度<br>当初予算額</th></tr>\n"
        "<tr><th>国庫支出金</th><th>県債</th><th>一般財源</th></tr>\n"
        + "".join(_tr(row) for row in [*_rows, plus("合計", _rows, 1, 2, 3, 4, 5)])
        + "</table>",
    ),
    truth(take(_rows, 0, 1, 5), year=9, name="警察装備整備事業"),
)  # fmt: skip

# 11 税務: full-width figures in 円, last year first, 増減 last ------------------------------------------------------------------------
_rows = [
    ["公売インターネットシステム利用料", 396000, 396000],
    ["不動産鑑定手数料", 1650000, 1980000],
    ["差押自動車保管料", 264000, 330000],
    ["タイヤロック等購入", 88000, 121000],
    ["滞納整理機構負担金", 7200000, 7350000],
]
text(
    "b28_11_html_full_width_yen", ".html",
    _html(
        "滞納整理推進事業",
        "<p>滞納整理推進事業（収税課）</p>\n<table border=1>\n<caption>令和８年度予算要求書　　（単位：円）</caption>\n"
        + _tr(["項&nbsp;目", "令和７年度予算", "令和８年度要求", "増&nbsp;減"], "th")
        + "".join(
            _tr([
                row[0], _full(row[1]), _full(row[2]),
                _full(_n(row[2]) - _n(row[1])) if _n(row[2]) >= _n(row[1]) else "△" + _full(_n(row[1]) - _n(row[2])),
            ])
            for row in [*_rows, ["合&nbsp;&nbsp;計", _sum(_rows, 1), _sum(_rows, 2)]]
        )
        + "</table>",
    ),
    truth(take(_rows, 0, 2, 1, 1000), year=8, name="滞納整理推進事業"),
)  # fmt: skip

# 12 消防: bullets with full-width figures, 積算 on the line below ------------------------------------------------------------------------
_calls = [
    ("救急安心センター運営委託", 54000, 52800, "月額４，５００千円×１２月"),
    ("広報資材作成", 960, 900, "チラシ８円×１２０千枚"),
    ("ＡＥＤ設置助成", 3000, 2400, "１００千円×３０か所"),
    ("応急手当普及員講習", 720, 720, "９０千円×８回"),
]
assert 4500 * 12 == 54000
assert 8 * 120 == 960
assert 100 * 30 == 3000
assert 90 * 8 == 720
text(
    "b28_12_bullets_full_width", ".txt",
    "救急医療電話相談事業（消防保安課）\n\n【令和９年度当初予算要求】\n\n"
    + "".join(f"・{what}　{_full(this)}千円（前年度　{_full(last)}千円）\n　　　{how}\n" for what, this, last, how in _calls)
    + f"\n要求額計　{_full(_sum(_calls, 1))}千円（前年度　{_full(_sum(_calls, 2))}千円）\n\n【担当】救急係　電話００００－２６－７０６２\n",
    truth(take([list(row) for row in _calls], 0, 1, 2), year=9, name="救急医療電話相談事業"),
)  # fmt: skip

# 13 子ども家庭: a new project, nothing the year before -----------------------------------------------------------------------------------
_rows = [
    ["こども食堂開設支援", "上限300千円×20か所", 6000],
    ["フードパントリー運営委託", "県内3圏域", 7260],
    ["コーディネーター配置", "1名", 4180],
    ["研修会開催", "2回", 360],
]
text(
    "b28_13_html_new_project", ".html",
    _html(
        "新規事業",
        "<h2>【新規】こどもの居場所づくり応援事業</h2>\n<p>家庭支援課　令和８年度当初予算要求</p>\n"
        f"<p>要求額：{_sum(_rows, 2):,}千円（前年度予算額　0千円）　財源：国1/2</p>\n<table border=1>\n"
        + _tr(["内容", "積算", "要求額（千円）", "前年度予算額（千円）"], "th")
        + "".join(_tr([*row, "―"]) for row in _rows)
        + f"<tr><td colspan=2>計</td><td align=right>{_sum(_rows, 2):,}</td><td>―</td></tr>\n</table>",
    ),
    truth(tuple((str(row[0]), _n(row[2]), 0) for row in _rows), year=8, name="こどもの居場所づくり応援事業"),
)  # fmt: skip

# 14 地域福祉: 積算 written in the cell beside the amount, several lines a cell ---------------------------------------------------------------
_costs = [
    ("報酬", "相談支援員<br>205千円×4人×12月=9,840千円", 9840, 9600),
    ("共済費", "社会保険料<br>33千円×4人×12月=1,584千円", 1584, 1536),
    ("旅費", "費用弁償<br>1千円×4人×60回=240千円", 240, 240),
    ("委託料", "就労準備支援<br>780千円×12月=9,360千円", 9360, 9000),
    ("使用料及び賃借料", "公用車リース<br>25千円×2台×12月=600千円", 600, 576),
]
assert tuple(row[2] for row in _costs) == (205 * 4 * 12, 33 * 4 * 12, 60 * 4, 780 * 12, 25 * 2 * 12)
text(
    "b28_14_html_written_out", ".html",
    _html(
        "生活困窮者自立支援事業",
        "<h3>生活困窮者自立支援事業</h3>\n<p>2026年度当初予算要求　　地域福祉課　　　　　　　（単位：千円）</p>\n<table border=1 cellpadding=3>\n"
        + _tr(["節", "積算内訳", "2026年度", "2025年度"], "th")
        + "".join(_tr(row) for row in _costs)
        + _tr(["計", "", _sum(_costs, 2), _sum(_costs, 3)])
        + "</table>",
    ),
    truth(take([list(row) for row in _costs], 0, 2, 3), year=8, name="生活困窮者自立支援事業"),
)  # fmt: skip

# 15 警察: a table drawn with ruled lines -----------------------------------------------------------------------------------------------------
_rows = [
    ["防犯カメラ設置補助", 9000, 7500],
    ["防犯ボランティア活動資材", 1210, 1155],
    ["特殊詐欺撃退機貸与", 2640, 3300],
    ["テレビＣＭ等広報", 4950, 4400],
]
_box = [["内　　　容", "R8要求額", "R7当初額"], *_rows, plus("合　　　計", _rows, 1, 2)]
text(
    "b28_15_ruled_lines", ".txt",
    "令和８年度　安全・安心まちづくり推進事業　所要額調書\n　　　　　　　　　　　　　　　生活安全企画課　　（単位：千円）\n"
    "┌──────────────┬─────┬─────┐\n"
    + "├──────────────┼─────┼─────┤\n".join(
        "│" + "│".join(_pad(value, width) for value, width in zip(row, (28, 10, 10), strict=True)) + "│\n" for row in _box
    )
    + "└──────────────┴─────┴─────┘\n※補助は市町村の1/2以内を県が補助する。\n",
    truth(take(_rows, 0, 1, 2), year=8, name="安全・安心まちづくり推進事業"),
)  # fmt: skip

# 16 消防 危険物: 小計 of groups over colspan, sentences with other figures above ------------------------------------------------------------------
_first = [["製造所等立入検査旅費", 486, 452], ["危険物分析手数料", 330, 297]]
_second = [
    ["危険物取扱者保安講習委託", 5720, 5500],
    ["消防設備士講習委託", 3080, 2970],
    ["免状写真書換通知", 412, 400],
]
text(
    "b28_16_html_groups_and_sentences", ".html",
    _html(
        "保安行政事業",
        "<h2>危険物等保安行政事業</h2>\n<p>令和８年度　当初予算（要求段階）</p>\n"
        "<p>県内の危険物施設は3,215施設（令和６年度末）で、前年度から48施設減少した。講習の受講料4,700円は県手数料条例による。</p>\n"
        '<table border="1">\n<tr><th colspan="2">経費の名称</th><th>要求額<br>（千円）</th><th>前年度当初<br>（千円）</th></tr>\n'
        + "".join(
            "<tr>" + (f'<td rowspan="{len(group)}">{name}</td>' if not at else "")
            + f"<td>{row[0]}</td><td>{row[1]:,}</td><td>{row[2]:,}</td></tr>\n"
            + (f'<tr><td colspan="2">小計</td><td>{_sum(group, 1):,}</td><td>{_sum(group, 2):,}</td></tr>\n' if at == len(group) - 1 else "")
            for name, group in (("立入検査", _first), ("講習・免状", _second)) for at, row in enumerate(group)
        )
        + f'<tr><th colspan="2">総計</th><th>{_sum([*_first, *_second], 1):,}</th><th>{_sum([*_first, *_second], 2):,}</th></tr>\n</table>',
    ),
    truth(take([*_first, *_second], 0, 1, 2), year=8, name="危険物等保安行政事業"),
)  # fmt: skip

# 17 税務: 合計 of this year is not the sum of the lines ---------------------------------------------------------------------------------------------
_rows = [
    ["軽油分析機器保守", 1870, 1815],
    ["試薬・消耗品", 642, 618],
    ["路上抜取調査旅費", 315, 315],
    ["全国協議会負担金", 120, 120],
]
text(
    "b28_17_html_sum_wrong", ".html",
    _html(
        "軽油引取税調査",
        "<h3>軽油引取税調査事業（R8当初要求）</h3>\n<p>単位：千円</p>\n<table border=1>\n"
        + _tr(["内容", "要求額", "前年度予算額"], "th")
        + "".join(_tr(row) for row in _rows)
        + _tr(["合計", _sum(_rows, 1) + 270, _sum(_rows, 2)])
        + "</table>",
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="軽油引取税調査事業", must="finding"),
)  # fmt: skip

# 18 福祉: two plans side by side, not decided ----------------------------------------------------------------------------------------------------------
_rows = [
    ["送迎車両リース", 3960, 5280, 3600],
    ["運転業務委託", 8400, 11200, 8100],
    ["乗降介助員", 2760, 3680, 2640],
]
text(
    "b28_18_html_two_plans", ".html",
    _html(
        "検討資料",
        "<h2>障がい者送迎サービス事業　令和８年度要求の検討</h2>\n<p>Ａ案（3台）、Ｂ案（4台）のいずれで要求するかは未定です。</p>\n<table border=1>\n"
        "<tr><th rowspan=2>内容</th><th colspan=2>令和８年度要求額（千円）</th><th rowspan=2>令和７年度当初（千円）</th></tr>\n"
        "<tr><th>Ａ案</th><th>Ｂ案</th></tr>\n"
        + "".join(_tr(row) for row in [*_rows, plus("計", _rows, 1, 2, 3)])
        + "</table>",
    ),
    truth(take(_rows, 0, 1, 3), year=8, name="障がい者送迎サービス事業", must="asked"),
)  # fmt: skip

# 19 消防: amounts as ranges and still to be fixed ----------------------------------------------------------------------------------------------------------
text(
    "b28_19_ranges", ".txt",
    "防災航空隊活動事業（令和８年度要求）\n\n・航空隊員装備更新　2,000千円から3,500千円の間で精査中\n・機体整備委託　見積待ち（前年度 96,000千円）\n"
    "・活動用燃料　別途協議（前年度 14,300千円）\n\n合計額は後日お知らせします。　防災航空センター\n",
    truth(
        (("航空隊員装備更新", None, None), ("機体整備委託", None, 96000), ("活動用燃料", None, 14300)),
        previous=False, year=8, name="防災航空隊活動事業", must="asked",
    ),
)  # fmt: skip

# 20 警察: no unit, no sum ------------------------------------------------------------------------------------------------------------------------------------
_rows = [["剣道防具", 880, 660], ["柔道畳", 1250, 0], ["けん銃射撃用的紙", 96, 96], ["耳栓", 14, 12]]
text(
    "b28_20_html_no_unit", ".html",
    _html("術科用品", "<p>術科訓練用品　令和８年度</p>\n<table border=1>\n" + _tr(["品名", "８年度", "７年度"], "th") + "".join(_tr(row) for row in _rows) + "</table>"),
    truth(take(_rows, 0, 1, 2), year=8, must="asked"),
)  # fmt: skip

# ===== Workbooks and exports ===================================================================================================

# 21 警察: export of the accounting system with 款 項 目, 円 -----------------------------------------------------------------------
_rows = [
    ["01", "報酬", "02", "会計年度任用職員報酬", 8640000, 8352000],
    ["08", "旅費", "01", "普通旅費", 1275000, 1310000],
    ["10", "需用費", "01", "消耗品費", 3468000, 3402000],
    ["10", "需用費", "06", "修繕料", 1980000, 2200000],
    ["11", "役務費", "03", "手数料", 745000, 690000],
    ["17", "備品購入費", "01", "庁用器具費", 5280000, 4400000],
]
text(
    "b28_21_csv_police_export", ".csv",
    _csv([
        ["年度", "所属コード", "所属名", "款", "項", "目", "事業名", "節", "節名", "細節", "細節名", "要求額", "前年度当初予算額", "増減額"],
        *(
            ["2026", "910300", "鑑識課", "警察費", "警察活動費", "刑事警察費", "科学捜査推進事業", *row, _n(row[4]) - _n(row[5])]
            for row in _rows
        ),
        ["", "", "", "", "", "", "合計（円）", "", "", "", "", _sum(_rows, 4), _sum(_rows, 5), _sum(_rows, 4) - _sum(_rows, 5)],
    ], commas=False),
    truth(take(_rows, 3, 4, 5, 1000), year=8, name="科学捜査推進事業"),
    "cp932",
)  # fmt: skip

# 22 生活保護: number × price × months, a うち row under one line, values stored -------------------------------------------------------
excel(
    "b28_22_public_assistance",
    [
        ["生活保護扶助費　令和８年度当初要求　積算表"],
        ["福祉事務所", _, _, _, _, "（単位：千円）"],
        ["扶助の種類", "月平均人員（人）", "１人当たり月額（千円）", "月数", "８年度要求額", "７年度当初予算額"],
        ["生活扶助", 920, 53, 12, "=B4*C4*D4", 579600],
        ["住宅扶助", 810, 25, 12, "=B5*C5*D5", 240300],
        ["医療扶助", 870, 72, 12, "=B6*C6*D6", 748000],
        ["　うち入院", 64, 540, 12, "=B7*C7*D7", 408000],
        ["介護扶助", 230, 21, 12, "=B8*C8*D8", 56400],
        ["葬祭扶助", 2, 200, 12, "=B9*C9*D9", 4600],
        ["計", _, _, _, "=E4+E5+E6+E8+E9", "=F4+F5+F6+F8+F9"],
        [],
        ["※うち書きは計に含まない。"],
    ],
    truth(
        (
            ("生活扶助", 920 * 53 * 12, 579600), ("住宅扶助", 810 * 25 * 12, 240300), ("医療扶助", 870 * 72 * 12, 748000),
            ("介護扶助", 230 * 21 * 12, 56400), ("葬祭扶助", 2 * 200 * 12, 4600),
        ),
        year=8,
    ),
    formats="B4:F10=#,##0",
)  # fmt: skip
_stored()

# 23 警察 留置: 節 with its sum on the head line, 細節 below --------------------------------------------------------------------------------
_groups = [
    ("需用費", [["食糧費（留置人給食）", 31025, 29930], ["被服費", 480, 505], ["医薬材料費", 122, 118]]),
    ("役務費", [["診療手数料", 1860, 1740], ["寝具クリーニング", 935, 902]]),
    ("委託料", [["護送車両運行", 6600, 6600]]),
]
_leaves = [row for _name, group in _groups for row in group]
excel(
    "b28_23_police_nodes",
    [
        ["令和８年度当初予算見積書（留置管理費）"],
        ["所属：留置管理課", _, _, _, _, "千円"],
        ["節", "細節・内容", "要求額", "前年度", "増減", "備考"],
        *(
            row
            for name, group in _groups
            for row in (
                [name, _, _sum(group, 1), _sum(group, 2), _sum(group, 1) - _sum(group, 2), _],
                *([_, *leaf, _n(leaf[1]) - _n(leaf[2]), "単価改定" if _n(leaf[1]) - _n(leaf[2]) > 1000 else _] for leaf in group),
            )
        ),
        ["合計", _, _sum(_leaves, 1), _sum(_leaves, 2), _sum(_leaves, 1) - _sum(_leaves, 2), _],
    ],
    truth(take(_leaves, 0, 1, 2), year=8),
    merges="A1:F1",
    formats="C4:E13=#,##0",
)  # fmt: skip
_then(_ruled(3, 13, 6))

# 24 消防: vehicles, number × price, 財源内訳 to the right, 前年度 before it ----------------------------------------------------------------------
_cars = [
    ("水槽付ポンプ車", 1, 78000, 0, 70200),
    ("高規格救急車", 2, 42500, 41000, 76500),
    ("指揮車", 1, 9800, 0, 0),
    ("消防団小型動力ポンプ", 6, 2450, 14400, 11000),
]
_rows = [
    [what, count, price, count * price, last, debt, count * price - debt]
    for what, count, price, last, debt in _cars
]
excel(
    "b28_24_fire_vehicles",
    [
        ["消防車両等整備事業（令和８年度当初予算要求）"],
        ["消防局　装備課", _, _, _, _, _, "（単位：千円）"],
        ["車両区分", "台数", "単価", "要求額", "前年度予算額", "財源内訳", _],
        [_, _, _, _, _, "市債", "一般財源"],
        *_rows,
        plus("計", _rows, 1, 3, 4, 5, 6),
        ["注）単価は税・登録諸費用込み。"],
    ],
    truth(take(_rows, 0, 3, 4), year=8, name="消防車両等整備事業"),
    merges="A3:A4 B3:B4 C3:C4 D3:D4 E3:E4 F3:G3",
    formats="C5:G9=#,##0",
)  # fmt: skip

# 25 税務: headings of three rows, 円 ---------------------------------------------------------------------------------------------------------------
_prints = [
    ("需用費", "申告の手引き印刷", 110, 42000, 4410000),
    ("需用費", "窓あき封筒", 8, 260000, 1976000),
    ("役務費", "納税通知書郵送料", 85, 310000, 25420000),
    ("委託料", "データ入力", 30, 95000, 2755000),
]
_rows = [[node, what, price, count, price * count, last] for node, what, price, count, last in _prints]
excel(
    "b28_25_tax_three_heads",
    [
        ["賦課徴収費　積算内訳"],
        ["市民税課", _, _, _, "令和８年度", _],
        ["科目", _, "本年度要求", _, _, "前年度"],
        ["節", "内容", "単価", "数量", "金額", "当初予算額"],
        [_, _, "（円）", "（枚・件）", "（円）", "（円）"],
        *_rows,
        plus("合計", _rows, 4, 5, width=6),
    ],
    truth(take(_rows, 1, 4, 5, 1000), year=8),
    merges="A3:B3 C3:E3 A4:A5 B4:B5 A6:A7",
    formats="C6:F10=#,##0",
)  # fmt: skip

# 26 児童相談所: a monthly schedule with the year's sum ---------------------------------------------------------------------------------------------
_months = [
    ("一時保護所食材費", [610, 610, 620, 620, 700, 620, 610, 610, 640, 640, 610, 650], 7150),
    ("嘱託医報酬", [90] * 12, 1080),
    ("施設光熱費", [310, 290, 300, 380, 420, 370, 300, 310, 400, 440, 430, 370], 4180),
    ("夜間指導員委託", [480, 480, 480, 480, 480, 480, 480, 480, 480, 480, 480, 480], 5520),
]
_rows = [[what, *months, sum(months), last] for what, months, last in _months]
excel(
    "b28_26_monthly_schedule",
    [
        ["児童相談所一時保護事業　Ｒ８要求額　月別執行計画", *[_] * 13, "単位:千円"],
        ["内訳", *(f"{month}月" for month in (4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3)), "年間要求額", "Ｒ７当初"],
        *_rows,
        plus("計", _rows, *range(1, 15)),
    ],
    truth(take(_rows, 0, 13, 14), year=8, name="児童相談所一時保護事業"),
    formats="B3:O6=#,##0",
)  # fmt: skip

# 27 福祉: a list of staff by post --------------------------------------------------------------------------------------------------------------------
_staff = [
    ("母子・父子自立支援員", 3, 7380, 2214, 1476, 10650),
    ("女性相談支援員", 4, 10176, 3052, 2035, 14720),
    ("手話通訳員", 2, 5160, 1548, 1032, 7480),
    ("医療的ケア児支援員", 1, 2700, 810, 540, 0),
]
_rows = [
    [at, what, count, pay, bonus, cover, pay + bonus + cover, last]
    for at, (what, count, pay, bonus, cover, last) in enumerate(_staff, 1)
]
excel(
    "b28_27_staff_by_post",
    [
        ["会計年度任用職員　所要額調べ（令和８年度当初）"],
        ["子育て王国課", *[_] * 6, "（千円）"],
        ["No", "職名", "人数", "報酬", "期末勤勉手当", "共済費", "要求額計", "前年度当初計"],
        *_rows,
        plus("合計", _rows, 2, 3, 4, 5, 6, 7),
    ],
    truth(take(_rows, 1, 6, 7), year=8),
    merges="A8:B8",
    formats="D4:H8=#,##0",
)  # fmt: skip

# 28 警察: this year and last year on two tabs, the rows in another order ------------------------------------------------------------------------------------
_new = [
    ["交通指導員報償", 4320],
    ["横断旗・反射材", 1155],
    ["交通安全教育車運行", 2890],
    ["スケアード・ストレイト", 1980],
]
_old = [
    ["交通安全教育車運行", 2760],
    ["交通指導員報償", 4200],
    ["スケアード・ストレイト", 1650],
    ["横断旗・反射材", 1210],
]
_last = {str(row[0]): _n(row[1]) for row in _old}
excel(
    "b28_28_two_tabs_two_years",
    {
        "R8要求": [["交通安全教育推進事業　令和８年度要求"], [_, "（千円）"], ["内容", "金額"], *_new, plus("計", _new, 1)],
        "R7当初": [["交通安全教育推進事業　令和７年度当初予算"], [_, "（千円）"], ["内容", "金額"], *_old, plus("計", _old, 1)],
    },
    truth(tuple((str(row[0]), _n(row[1]), _last[str(row[0])]) for row in _new), year=8, name="交通安全教育推進事業"),
)  # fmt: skip

# 29 税務: contracts over years ------------------------------------------------------------------------------------------------------------------------------------
_rows = [
    ["税務総合システム運用保守", "R6.4～R11.3", 52800, 52800, 54120, 54120, 54120],
    ["端末賃貸借", "R7.10～R12.9", 0, 3300, 6600, 6600, 6600],
    ["帳票出力業務", "R5.4～R10.3", 11550, 11880, 11880, 12210, 0],
    ["地方税共同機構負担金", "―", 8430, 8610, 8790, 0, 0],
]
excel(
    "b28_29_tax_contracts",
    [
        ["税務電算費　年度別支出予定額"],
        ["※令和８年度分を当初予算で要求する", *[_] * 5, "千円"],
        ["契約名", "契約期間", "R6決算", "R7予算", "R8要求", "R9見込", "R10見込"],
        *_rows,
        plus("計", _rows, 2, 3, 4, 5, 6),
    ],
    truth(take(_rows, 0, 4, 3), year=8),
    formats="C4:G8=#,##0",
)  # fmt: skip

# 30 福祉: subsidy by town, the towns' cost beside the prefecture's half ------------------------------------------------------------------------------------------------
_towns = [
    ("東浜町", 8400, 3900),
    ("西山町", 5260, 2750),
    ("北郷市", 21800, 10400),
    ("南川村", 1940, 1020),
    ("中央市", 34600, 16850),
]
_rows = [[town, cost, "1/2", cost // 2, last, cost // 2 - last] for town, cost, last in _towns]
assert all(_n(row[1]) == 2 * _n(row[3]) for row in _rows), _rows
excel(
    "b28_30_subsidy_by_town",
    [
        ["重度障がい者医療費助成（事務費）　市町村別要望額"],
        ["障がい福祉課", _, _, "令和８年度当初", _, "単位：千円"],
        ["市町村名", "市町村事業費", "県補助率", "県補助金（要求額）", "前年度予算額", "差引"],
        *_rows,
        plus("合計", _rows, 1, 3, 4, 5, width=6),
    ],
    truth(take(_rows, 0, 3, 4), year=8),
    formats="B4:B9=#,##0;D4:F9=#,##0",
)  # fmt: skip

# 31 消防: TSV of the accounting system with sums of each 節 --------------------------------------------------------------------------------------------------------------
_groups = [
    ("10", "需用費", [["消耗品費", 2460, 2380], ["燃料費", 9840, 9420], ["被服費", 7350, 7140]]),
    ("12", "委託料", [["高機能消防指令センター保守", 38500, 37400], ["空気ボンベ検査", 1265, 1210]]),
    ("18", "負担金補助及び交付金", [["救急救命士養成", 6180, 4120]]),
]
_leaves = [row for _code, _name, group in _groups for row in group]
text(
    "b28_31_tsv_fire_nodes", ".tsv",
    _lines("\t", [
        ["令和８年度予算要求明細", "", "常備消防費", "", "単位：千円"],
        ["節", "節名称", "細節名称", "要求額", "前年度当初額"],
        *(
            row
            for code, name, group in _groups
            for row in (*([code, name, *leaf] for leaf in group), [code, f"{name}　計", "", _sum(group, 1), _sum(group, 2)])
        ),
        ["", "総計", "", _sum(_leaves, 1), _sum(_leaves, 2)],
    ]),
    truth(take(_leaves, 0, 1, 2), year=8),
    "cp932",
)  # fmt: skip

# 32 高齢福祉: two blocks side by side, the sum of both below --------------------------------------------------------------------------------------------------------------
_first = [["敬老祝金", 4800, 4650], ["老人クラブ補助", 9360, 9600], ["生きがい講座", 1240, 1240]]
_second = [["緊急通報装置", 5544, 5280], ["配食サービス", 12600, 11900], ["介護用品給付", 3780, 3600]]
excel(
    "b28_32_two_blocks",
    [
        ["在宅高齢者福祉事業　令和８年度当初要求", *[_] * 5, "千円"],
        ["項目", "８年度", "７年度", _, "項目", "８年度", "７年度"],
        *([*left, _, *right] for left, right in zip(_first, _second, strict=True)),
        [_, _, _, _, "合計", _sum([*_first, *_second], 1), _sum([*_first, *_second], 2)],
    ],
    truth(take([*_first, *_second], 0, 1, 2), year=8, name="在宅高齢者福祉事業"),
    formats="B3:C6=#,##0;F3:G6=#,##0",
)  # fmt: skip

# 33 消防: CSV of membership fees with 千円 in the cells --------------------------------------------------------------------------------------------------------------------------
_rows = [
    ["全国消防長会", "会費", 312, 305],
    ["日本消防協会", "会費", 184, 184],
    ["県消防協会", "補助金", 2600, 2500],
    ["航空消防防災協議会", "分担金", 1475, 1430],
    ["救急業務高度化推進協議会", "負担金", 950, 880],
]
text(
    "b28_33_csv_fees_worded", ".csv",
    _csv([
        ["負担金・補助金一覧（令和８年度当初予算要求）", "", "", ""],
        ["団体名", "種別", "令和８年度", "令和７年度"],
        *([row[0], row[1], f"{row[2]:,}千円", f"{row[3]:,}千円"] for row in _rows),
        ["計", "", f"{_sum(_rows, 2):,}千円", f"{_sum(_rows, 3):,}千円"],
    ]),
    truth(take(_rows, 0, 2, 3), year=8),
)  # fmt: skip

# 34 警察: works without tax, the tax as a line of its own -----------------------------------------------------------------------------------------------------------------------------
_rows = [
    ["外壁改修", 28400, 0],
    ["空調機更新", 16700, 12300],
    ["受変電設備点検", 1900, 1700],
    ["監理業務", 3000, 1000],
]
_tax = ["消費税及び地方消費税", _sum(_rows, 1) // 10, _sum(_rows, 2) // 10]
assert _sum(_rows, 1) % 10 == 0
assert _sum(_rows, 2) % 10 == 0
excel(
    "b28_34_station_works_tax",
    [
        ["警察署庁舎維持修繕事業"],
        ["Ｒ８当初予算要求（会計課）", _, _, "単位千円"],
        ["工事・業務名", "要求額", "前年度当初予算額", "備考"],
        *([*row, "東署" if not at else _] for at, row in enumerate(_rows)),
        [*_tax, "10%"],
        plus("合計", [*_rows, _tax], 1, 2),
    ],
    truth(take([*_rows, _tax], 0, 1, 2), year=8, name="警察署庁舎維持修繕事業"),
    formats="B4:C9=#,##0",
)  # fmt: skip
_then(_ruled(3, 9, 4))

# 35 税務: 増減 before the amounts, columns hidden, notes below -----------------------------------------------------------------------------------------------------------------------------
_rows = [
    ["固定資産評価替え鑑定", 8240, 16500, 8260, 15800, "R9評価替え"],
    ["航空写真撮影", 11000, 11000, 0, 10500, "２年に１度"],
    ["家屋評価システム", 132, 2904, 2772, 2640, _],
    ["地番図更新", -220, 3080, 3300, 3190, _],
]
assert all(_n(row[2]) - _n(row[3]) == row[1] for row in _rows), _rows
excel(
    "b28_35_tax_hidden_settled",
    [
        ["資産税課　固定資産評価事業　R8年度要求内訳"],
        [_, _, _, _, _, "金額単位：千円"],
        ["業務", "増減", "R8要求", "R7当初", "R6決算", "説明"],
        *_rows,
        [],
        plus("計", _rows, 1, 2, 3, 4),
        [],
        ["＊航空写真は近隣2市と共同発注予定（総額33,000千円のうち本市分）"],
    ],
    truth(take(_rows, 0, 2, 3), year=8, name="固定資産評価事業"),
    formats="B4:E9=#,##0",
    hidden="E",
)  # fmt: skip

# 36 福祉: a cover tab with the total, the tab of details in 円, a tab of past results ---------------------------------------------------------------------------------------------------------
_rows = [
    ["講師謝金", "18,000円×20回", 360000, 324000],
    ["会場借上料", "26,000円×10回", 260000, 260000],
    ["テキスト印刷", "640円×500冊", 320000, 305000],
    ["実施機関委託", "4,730,000円×1式", 4730000, 4620000],
]
assert (18000 * 20, 26000 * 10, 640 * 500) == (360000, 260000, 320000)
excel(
    "b28_36_cover_and_details",
    {
        "鑑": [
            ["令和８年度当初予算要求書"],
            ["事業名", "福祉人材確保対策事業"],
            ["所属", "長寿社会課"],
            ["要求額（円）", _sum(_rows, 2)],
            ["前年度当初（円）", _sum(_rows, 3)],
        ],
        "積算内訳": [
            ["積算内訳", _, _, "（単位：円）"],
            ["項目", "積算", "本年度要求額", "前年度当初予算額"],
            *_rows,
            plus("計", _rows, 2, 3, width=4),
        ],
        "参考（受講実績）": [["年度", "受講者数"], ["R4", 214], ["R5", 238], ["R6", 251]],
    },
    truth(take(_rows, 0, 2, 3, 1000), year=8, name="福祉人材確保対策事業"),
)  # fmt: skip

# 37 消防: the sum of last year is off ---------------------------------------------------------------------------------------------------------------------------------------------------------------
_rows = delta(
    [
        ["防火水槽設置", 13200, 12600],
        ["消火栓負担金", 8750, 8400],
        ["標識更新", 462, 440],
        ["水利調査委託", 1650, 1650],
    ],
    1,
    2,
    3,
)
excel(
    "b28_37_hydrants_sum_off",
    [
        ["消防水利整備事業　令和８年度要求調書"],
        [_, _, _, "単位：千円"],
        ["内容", "R8要求額", "R7当初額", "増減"],
        *_rows,
        ["合計", _sum(_rows, 1), _sum(_rows, 2) + 900, _sum(_rows, 1) - _sum(_rows, 2) - 900],
    ],
    truth(take(_rows, 0, 1, 2), year=8, name="消防水利整備事業", must="finding"),
    formats="B4:D8=#,##0",
)  # fmt: skip

# 38 警察: two columns of the request, the section's and the department's, not settled ------------------------------------------------------------------------------------------------------------------
_rows = [
    ["サイバー捜査用端末", 7700, 6600, 5500],
    ["解析ソフト利用料", 9240, 8580, 8250],
    ["研修派遣", 1320, 880, 990],
]
excel(
    "b28_38_two_requests",
    [
        ["サイバー犯罪対策事業　令和８年度当初"],
        [_, _, _, "千円"],
        ["内容", "要求額①", "要求額②", "R7当初"],
        *_rows,
        plus("計", _rows, 1, 2, 3),
        ["※①②のどちらで提出するか部内で調整中"],
    ],
    truth(take(_rows, 0, 1, 3), year=8, name="サイバー犯罪対策事業", must="asked"),
    formats="B4:D7=#,##0",
)  # fmt: skip

# 39 福祉: CSV without unit and sums -------------------------------------------------------------------------------------------------------------------------------------------------------------------------
_rows = [["おむつ", 4200, 3900], ["おやつ", 850, 800], ["絵本", 120, 150], ["玩具", 360, 300]]
text(
    "b28_39_csv_no_unit", ".csv",
    _csv([["乳児院　令和８年度分", "今回", "前回"], *_rows], commas=False),
    truth(take(_rows, 0, 1, 2), year=8, must="asked"),
    "cp932",
)  # fmt: skip

# 40 税務: 金額 twice, nothing says which year is which ---------------------------------------------------------------------------------------------------------------------------------------------------------------
_rows = [["固定資産税還付加算金", 1200, 1500], ["過誤納還付金", 42000, 38000], ["口座振替手数料", 2640, 2750]]
excel(
    "b28_40_amount_twice",
    [
        ["納税課　償還金等（令和８年度当初要求用・前年度比較）"],
        [_, _, "単位：千円"],
        ["内容", "金額", "金額"],
        *_rows,
        plus("計", _rows, 1, 2),
    ],
    truth(take(_rows, 0, 1, 2), year=8, must="asked"),
    formats="B4:C7=#,##0",
)  # fmt: skip

BATCH: Final[list[Fresh]] = FRESH[_BEFORE:]
del FRESH[_BEFORE:]
assert len(BATCH) == 40, len(BATCH)
