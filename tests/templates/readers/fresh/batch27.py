"""Batch 27: forty ordinary tables, pastes and mails of education, culture, sports and general affairs, written without sight of the reader."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from openpyxl.workbook import Workbook

from tests.templates.readers.fresh.pages import hidden_rows as _hidden_rows
from tests.templates.readers.fresh.pages import spaced
from tests.templates.readers.fresh.rows import delta, plus, take, truth
from tests.templates.readers.fresh.rows import number_of as _n
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


def _basis(rows: Sequence[Sequence[object]], word: int, amount: int, unit: int = 1) -> list[list[object]]:
    """The rows, once each written product in 円 is found to give the amount."""
    _worked([row for row in rows if "×" in str(row[word])], word, amount, unit)
    return [list(row) for row in rows]


_spaced = partial(spaced, narrow=0)


def _minus(area: str, sign: str = "△") -> Callable[[Workbook], None]:
    """Shows what is below zero with a sign before it."""

    def change(book: Workbook) -> None:
        for cells in book.worksheets[0][area]:
            for cell in cells:
                cell.number_format = f'#,##0;"{sign}"#,##0;0'

    return change


# 01 学校給食課: 節 merged over its lines, 積算 in 円 as words, amounts in 千円 ----------------------------------------
_rows = delta(
    _basis(
        [
            ["需用費", "消耗品費", "洗剤・手袋ほか", 4860, 4620],
            [_, "燃料費", "Ａ重油 108円×62,000L", 6696, 6324],
            [_, "修繕料", "回転釜、コンテナ洗浄機", 3200, 2500],
            ["役務費", "検便手数料", "330円×2,400検体", 792, 792],
            ["委託料", "調理業務", "債務負担設定済（R7～R9）", 124300, 124300],
            [_, "配送業務", "3,150,000円×12月", 37800, 36600],
            ["備品購入費", "食缶更新", "14,500円×220個", 3190, 0],
        ],
        2, 3, 1000,
    ),
    3, 4, 5,
)  # fmt: skip
excel(
    "b27_01_lunch_centre",
    [
        ["学校給食センター運営費　令和８年度当初予算要求　節別明細"],
        ["教育委員会学校給食課", _, _, _, _, "単位：千円"],
        ["節", "細節", "積算", "８年度要求", "７年度当初", "増減"],
        *_rows,
        plus("合　計", _rows, 3, 4, 5),
        ["※賄材料費は学校給食費会計で計上"],
    ],
    truth(take(_rows, 1, 3, 4), year=8, name="学校給食センター運営費"),
    merges="A1:F1 A4:A6 A8:A9 A11:C11",
    formats="D4:F11=#,##0",
)  # fmt: skip
_then(_ruled(3, 11, 6))

# 02 文化財課: repairs by owner, the prefecture's part is asked for -----------------------------------------------
_houses = [
    ("小泉家住宅", "国重文", "茅葺屋根葺替", 18600, 9300, 4650, 1200, 3600),
    ("妙法寺三重塔", "国重文", "防災施設", 42000, 21000, 10500, 4200, 10500),
    ("旧田村郵便局舎", "県指定", "耐震補強設計", 3600, 0, 1800, 900, 0),
    ("岩屋堂磨崖仏", "県指定", "覆屋修理", 5400, 0, 2700, 1350, 1900),
]
_rows = [
    [number, name, rank, what, whole, state, pref, town, whole - state - pref - town, before]
    for number, (name, rank, what, whole, state, pref, town, before) in enumerate(_houses, start=1)
]
excel(
    "b27_02_heritage_repairs",
    [
        ["令和８年度　文化財保存修理費補助金　要求額調"],
        [*[_] * 9, "（千円）"],
        ["番号", "文化財名", "指定", "事業内容", "総事業費", "負担区分", _, _, _, "前年度\n県補助額"],
        [_, _, _, _, _, "国庫補助", "県補助\n（要求額）", "市町村", "所有者", _],
        *_rows,
        plus("計", _rows, 4, 5, 6, 7, 8, 9, at=1),
    ],
    truth(take(_rows, 1, 6, 9), year=8, name="文化財保存修理費補助金"),
    merges="A3:A4 B3:B4 C3:C4 D3:D4 E3:E4 F3:I3 J3:J4",
    formats="E5:J9=#,##0",
)  # fmt: skip

# 03 スポーツ振興課: events, last year on the left, kinds of cost between, 円 ---------------------------------------
_rows = [
    ["市民マラソン", 6800000, 1200000, 3150000, 1900000, 850000],
    ["ファミリー駅伝", 940000, 180000, 420000, 210000, 120000],
    ["ニュースポーツ体験会", 0, 150000, 230000, 0, 60000],
    ["市長杯ソフトボール", 310000, 60000, 145000, 25000, 80000],
    ["ジュニア水泳教室", 1120000, 720000, 110000, 40000, 250000],
]
_rows = [[*row, sum(_n(cell) for cell in row[2:])] for row in _rows]
excel(
    "b27_03_sports_events",
    [
        ["スポーツ行事開催費（R8）", _, _, _, _, _, "スポーツ振興課"],
        [*[_] * 6, "円"],
        ["行事", "R7予算", "R8要求の内訳", _, _, _, "R8要求合計"],
        [_, _, "報償費", "需用費", "役務費", "使用料", _],
        *_rows,
        plus("計", _rows, 1, 2, 3, 4, 5, 6),
    ],
    truth(take(_rows, 0, 6, 1, 1000), year=8),
    merges="A3:A4 B3:B4 C3:F3 G3:G4",
    formats="B5:G10=#,##0",
)  # fmt: skip

# 04 総務課: twelve months and the year, the year before at the end ------------------------------------------------
_months = [
    ("郵便料", [410, 380, 620, 350, 340, 360, 400, 380, 520, 430, 390, 720], 5150),
    ("電話料", [185] * 12, 2280),
    ("宅配料", [20, 15, 15, 20, 15, 15, 20, 15, 30, 15, 15, 45], 228),
    ("文書廃棄手数料", [0, 0, 160, 0, 0, 160, 0, 0, 160, 0, 0, 240], 700),
]
_rows = [[what, *each, sum(each), before] for what, each, before in _months]
excel(
    "b27_04_mail_by_month",
    [
        ["令和９年度　文書事務費　月別執行計画（予算要求資料）"],
        ["総務課文書係", *[_] * 13, "千円"],
        ["細節", *(f"{month}月" for month in (4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3)), "年額（要求額）", "R8当初"],
        *_rows,
        plus("計", _rows, *range(1, 15)),
    ],
    truth(take(_rows, 0, 13, 14), year=9, name="文書事務費"),
    formats="B4:O8=#,##0",
)  # fmt: skip

# 05 人事課: training, price × people × times as formulas with stored values, 円 -----------------------------------
excel(
    "b27_05_staff_training",
    [
        ["職員研修費　積算書"],
        ["人事課研修担当", _, _, _, _, "令和８年度当初", "単位　円"],
        ["研修名", "単価", "人数", "回数", "要求額", "前年度当初予算額", "差引"],
        ["新規採用職員研修（講師）", 60000, 2, 3, "=B4*C4*D4", 360000, "=E4-F4"],
        ["管理職マネジメント研修", 150000, 1, 2, "=B5*C5*D5", 150000, "=E5-F5"],
        ["自治大学校派遣", 285000, 4, 1, "=B6*C6*D6", 855000, "=E6-F6"],
        ["ｅラーニング受講", 3000, 420, 1, "=B7*C7*D7", 1320000, "=E7-F7"],
        ["メンタルヘルス研修", 80000, 1, 5, "=B8*C8*D8", 400000, "=E8-F8"],
        ["計", _, _, _, "=SUM(E4:E8)", "=SUM(F4:F8)", "=SUM(G4:G8)"],
    ],
    truth(
        (
            ("新規採用職員研修（講師）", 360, 360), ("管理職マネジメント研修", 300, 150), ("自治大学校派遣", 1140, 855),
            ("ｅラーニング受講", 1260, 1320), ("メンタルヘルス研修", 400, 400),
        ),
        year=8, name="職員研修費",
    ),
    formats="B4:B8=#,##0;E4:F9=#,##0",
)  # fmt: skip
_then(_minus("G4:G9"))
_stored()

# 06 秘書課: a mail with bullets, each with both years --------------------------------------------------------------
_rows = [
    ["栄典事務", 1860, 1740],
    ["市長会負担金", 2415, 2415],
    ["公用車運転業務委託", 9240, 8880],
    ["随行旅費", 1130, 1260],
]
_sum = plus("", _rows, 1, 2)
text(
    "b27_06_mail_bullets", ".txt",
    "件名：R8予算要求（秘書課）\n\n財政課　担当様\n\nお世話になっております。秘書課の要求額をお送りします（単位は千円です）。\n\n"
    "秘書事務費\n"
    + "".join(f"　・{what}　{this:,}（前年度 {last:,}）\n" for what, this, last in _rows)
    + f"　計　{_sum[1]:,}（前年度 {_sum[2]:,}）\n\n"
    "旅費は随行者の見直しによる減です。\nよろしくお願いいたします。\n秘書課　橋本\n",
    truth(take(_rows, 0, 1, 2), year=8, name="秘書事務費"),
)  # fmt: skip

# 07 広報課: a page, unit price × copies × times, 円 -----------------------------------------------------------------
_rows = _basis(
    [
        ["広報紙印刷", "24円×58,000部×12回", 16704000, 15312000],
        ["広報紙配布", "9円×58,000部×12回", 6264000, 6264000],
        ["点字・音声版作成", "85,000円×12回", 1020000, 960000],
        ["市民便利帳", "220円×30,000部", 6600000, 0],
        ["写真撮影委託", "35,000円×20回", 700000, 840000],
    ],
    1, 2,
)  # fmt: skip
text(
    "b27_07_page_bulletin", ".html",
    _html(
        "広報広聴課／R8要求",
        "<h2>広報発行事業</h2><p>令和８年度当初予算要求（単位：円）</p>\n<table>\n"
        + _tr(["内容", "積算", "R8要求額", "R7当初予算"], "th")
        + "".join(_tr(row) for row in _rows)
        + _tr(plus("合計", _rows, 2, 3))
        + "</table>\n<p>便利帳は３年に１度の発行。</p>",
    ),
    truth(take(_rows, 0, 2, 3, 1000), year=8, name="広報発行事業"),
)  # fmt: skip

# 08 図書館: items across, years down -----------------------------------------------------------------------------
_this, _last = [28600, 3240, 1180, 2050, 4400], [27500, 3360, 1180, 1900, 3300]
_kinds = ["図書", "雑誌", "新聞", "視聴覚", "電子書籍"]
excel(
    "b27_08_library_across",
    [
        ["図書館資料購入費　要求額"],
        ["中央図書館", *[_] * 5, "千円"],
        ["年度", *_kinds, "計"],
        ["令和８年度要求", *_this, sum(_this)],
        ["令和７年度当初", *_last, sum(_last)],
        ["増減", *(new - old for new, old in zip(_this, _last, strict=True)), sum(_this) - sum(_last)],
    ],
    truth(tuple(zip(_kinds, _this, _last, strict=True)), year=8, name="図書館資料購入費"),
    formats="B4:G6=#,##0",
)  # fmt: skip

# 09 博物館: exhibitions with where the money is from, last year, 備考 ------------------------------------------------
_shows = [
    ("春季特別展「城下町の絵図」", 14200, 3900, 2000, 12800, "4/18～6/7"),
    ("夏休み企画展「むかしの遊び」", 3650, 800, 0, 3500, "7/18～8/30"),
    ("秋季特別展「渡来の仏」", 26800, 7400, 8000, 19500, "10/3～11/29、国宝1点"),
    ("新収蔵品展", 980, 0, 0, 1040, "1月～"),
    ("常設展示替え", 2200, 0, 1100, 2200, _),
]
_rows = [
    [what, cost, fee, grant, cost - fee - grant, old, note] for what, cost, fee, grant, old, note in _shows
]
excel(
    "b27_09_museum_sources",
    [
        ["令和8年度　展覧会事業費要求内訳（歴史博物館）"],
        [*[_] * 6, "単位：千円"],
        ["展覧会名", "R8要求額", "左の財源", _, _, "R7当初", "備考"],
        [_, _, "観覧料", "助成金", "一般財源", _, _],
        *_rows,
        plus("計", _rows, 1, 2, 3, 4, 5, width=7),
    ],
    truth(take(_rows, 0, 1, 5), year=8, name="展覧会事業費"),
    merges="A3:A4 B3:B4 C3:E3 F3:F4 G3:G4",
    formats="B5:F10=#,##0",
)  # fmt: skip

# 10 公民館: repairs by house with an order of priority, this year only, 円 -----------------------------------------
_rows = [
    [1, "中央公民館", "高圧受電設備更新", "Ａ", 8250000],
    [2, "東公民館", "屋上防水", "Ａ", 6380000],
    [3, "大野公民館", "トイレ洋式化", "Ａ", 2970000],
    [4, "南部公民館", "空調機更新", "Ｂ", 4180000],
    [5, "河原公民館", "玄関スロープ", "Ｂ", 1320000],
    [6, "若葉公民館", "畳表替え", "Ｃ", 396000],
]
excel(
    "b27_10_hall_repairs",
    [
        ["公民館施設整備事業　R8修繕・工事要望箇所"],
        ["生涯学習課", _, _, _, "（単位：円・税込）"],
        ["順位", "館名", "内容", "緊急度", "要求額"],
        *_rows,
        plus("計　６件", _rows, 4),
        ["緊急度　Ａ：安全に関わるもの　Ｂ：利用に支障　Ｃ：その他"],
    ],
    truth(take(_rows, 1, 4, scale=1000), previous=False, year=8, name="公民館施設整備事業"),
    formats="E4:E10=#,##0",
    merges="A10:D10",
)  # fmt: skip

# 11 管財課: contracts over years, whole sum and a column a year, R8 is asked for -----------------------------------
_deals = [
    ("庁舎総合管理", "R6.4～R9.3", 55200, 55200, 55200, 0),
    ("昇降機保守", "R7.4～R12.3", 0, 3960, 3960, 11880),
    ("複合機賃貸借", "R8.4～R13.3", 0, 0, 7440, 29760),
    ("電話設備賃貸借", "R5.10～R10.9", 2640, 2640, 2640, 3960),
]
_rows = [[what, span, a + b + c + d, a, b, c, d] for what, span, a, b, c, d in _deals]
_rows[3][2] = _n(_rows[3][2]) + 1320
excel(
    "b27_11_long_contracts",
    [
        ["庁舎管理費のうち長期継続契約分（令和８年度要求用）"],
        ["管財課", *[_] * 5, "千円"],
        ["業務名", "契約期間", "契約総額", "R6", "R7予算", "R8要求", "R9以降"],
        *_rows,
        plus("合計", _rows, 2, 3, 4, 5, 6),
        ["注　電話設備の契約総額にはR5年度分1,320を含む。"],
    ],
    truth(take(_rows, 0, 5, 4), year=8),
    formats="C4:G8=#,##0",
)  # fmt: skip

# 12 教育情報室: monthly price in 円 × months, request in 千円 ------------------------------------------------------
_systems = [
    ("校務支援システム利用料", 1480000, 12, 17400),
    ("学習用端末保守", 620000, 12, 7440),
    ("フィルタリング", 245000, 12, 2880),
    ("学校間回線", 890000, 12, 10560),
    ("増設アクセスポイント借上", 130000, 7, 0),
]
_rows = [[what, price, months, price * months // 1000, before] for what, price, months, before in _systems]
_rows = delta(_rows, 3, 4, 5)
excel(
    "b27_12_school_network",
    [
        ["R8　教育ＩＣＴ環境整備事業", _, _, _, _, "学校教育課教育情報室"],
        ["項目", "月額（円）", "月数", "R8要求額（千円）", "R7予算額（千円）", "比較（千円）"],
        *_rows,
        plus("計", _rows, 3, 4, 5),
    ],
    truth(take(_rows, 0, 3, 4), year=8, name="教育ＩＣＴ環境整備事業"),
    formats="B3:F8=#,##0",
)  # fmt: skip

# 13 高校教育課: lines with うち rows below them --------------------------------------------------------------------
_clubs = [
    ["全国大会派遣費補助", 21400, 19800],
    ["県大会開催費補助", 8600, 8600],
    ["部活動指導員報酬", 33120, 27600],
    ["用具整備", 2500, 3000],
]
excel(
    "b27_13_clubs_of_which",
    [
        ["部活動振興事業費"],
        ["高校教育課", _, _, "（千円）"],
        ["区分", "令和８年度", "令和７年度", "摘要"],
        [*_clubs[0], _],
        ["　うち運動部", 16900, 15500, "高体連"],
        ["　うち文化部", 4500, 4300, "高文連"],
        [*_clubs[1], _],
        [*_clubs[2], "72人"],
        ["　うち会計年度任用職員分", 30360, 24840, "66人"],
        [*_clubs[3], _],
        plus("計", _clubs, 1, 2, width=4),
    ],
    truth(take(_clubs, 0, 1, 2), year=8, name="部活動振興事業費"),
    formats="B4:C11=#,##0",
)  # fmt: skip
assert _clubs[0][1] == 16900 + 4500
assert _clubs[0][2] == 15500 + 4300

# 14 特別支援教育課: bus routes, days × price per day in 円, sums in 千円, last year in front of this -------------------
_routes = [
    ("北コース", 1, 202, 45000, 8888),
    ("東コース", 2, 202, 45000, 17776),
    ("南コース", 1, 198, 52000, 9900),
    ("臨時便", 1, 20, 38000, 760),
]
_rows = [
    [route, cars, days, price, before, cars * days * price // 1000]
    for route, cars, days, price, before in _routes
]
_rows = [[*row, _n(row[5]) - _n(row[4])] for row in _rows]
excel(
    "b27_14_school_bus",
    [
        ["スクールバス運行委託料（県立あおば支援学校）"],
        [*[_] * 5, "令和８年度要求", _],
        ["コース", "台数", "日数", "日額（円）", "前年度（千円）", "要求額（千円）", "増減（千円）"],
        *_rows,
        plus("計", _rows, 1, 4, 5, 6),
    ],
    truth(take(_rows, 0, 5, 4), year=8),
    formats="D4:F8=#,##0",
)  # fmt: skip
assert all(_n(row[1]) * _n(row[2]) * _n(row[3]) % 1000 == 0 for row in _rows)
_then(_minus("G4:G8", "▲"))

# 15 学校施設課: three rows of headings, works with 国 and 債 --------------------------------------------------------
_works = [
    ("桜小", "校舎長寿命化（Ⅰ期）", 386000, 128600, 231600, 0, 0),
    ("緑中", "屋内運動場空調", 92000, 46000, 34500, 0, 0),
    ("西小", "給食室改修", 54000, 0, 40500, 121000, 90700),
    ("各校", "トイレ洋式化", 68000, 22600, 40800, 72000, 43200),
    ("各校", "実施設計", 15400, 0, 0, 18700, 0),
]
_rows = [
    [school, what, this, state, bond, this - state - bond, before, bond_before, before - bond_before]
    for school, what, this, state, bond, before, bond_before in _works
]
excel(
    "b27_15_school_buildings",
    [
        ["学校施設整備事業　令和８年度当初予算要求"],
        ["教育総務課施設係", *[_] * 7, "（単位：千円）"],
        ["学校", "工事等の内容", "令和８年度", _, _, _, "令和７年度", _, _],
        [_, _, "要求額", "財源内訳", _, _, "予算額", "財源内訳", _],
        [_, _, _, "国", "市債", "一財", _, "市債", "一財"],
        *_rows,
        plus("合計", _rows, 2, 3, 4, 5, 6, 7, 8),
    ],
    truth(take(_rows, 1, 2, 6), year=8, name="学校施設整備事業"),
    merges="A3:A5 B3:B5 C3:F3 G3:I3 C4:C5 D4:F4 G4:G5 H4:I4 A11:B11",
    formats="C6:I11=#,##0",
)  # fmt: skip
_then(_ruled(3, 11, 9))

# 16 スポーツ施設: 指定管理料 with two years of 決算 before the budget ------------------------------------------------
_rows = [
    ["総合体育館", 48150, 49320, 50600, 53900],
    ["市民プール", 31240, 33010, 33500, 35200],
    ["陸上競技場", 12600, 12600, 12900, 12900],
    ["弓道場", 1180, 1205, 1250, 1290],
    ["市民球場", 8420, 8760, 9000, 8800],
]
excel(
    "b27_16_sports_grounds",
    [
        ["スポーツ施設指定管理料の推移及び令和８年度要求", _, _, _, _],
        [_, _, _, _, "千円"],
        ["施設", "R5決算", "R6決算", "R7当初予算", "R8要求"],
        *_rows,
        plus("計", _rows, 1, 2, 3, 4),
        ["R8は人件費スライド条項（2.8％）を反映"],
    ],
    truth(take(_rows, 0, 4, 3), year=8),
    formats="B4:E9=#,##0",
)  # fmt: skip

# 17 競技スポーツ課: societies in two groups with 小計, 増減 as words with △ -------------------------------------------
_summer = [["陸上競技", 5400, 5100], ["水泳", 4650, 4800], ["ボート", 6200, 5600], ["柔道", 2300, 2300]]
_winter = [["スキー", 7800, 7800], ["スケート", 3150, 3400], ["アイスホッケー", 2900, 2100]]


def _words(rows: Sequence[Sequence[object]]) -> list[list[object]]:
    """The rows, the change as words."""
    return [
        [*row, (f"{change:,}" if change >= 0 else f"△{-change:,}")]
        for row in rows
        for change in (_n(row[1]) - _n(row[2]),)
    ]


excel(
    "b27_17_athletes_two_groups",
    [
        ["競技力向上対策事業（令和９年度要求）　競技団体別強化費"],
        ["単位：千円"],
        ["団体", "９年度", "８年度", "増減"],
        ["【夏季競技】"],
        *_words(_summer),
        *_words([plus("小計", _summer, 1, 2)]),
        ["【冬季競技】"],
        *_words(_winter),
        *_words([plus("小計", _winter, 1, 2)]),
        *_words([plus("合計", [*_summer, *_winter], 1, 2)]),
    ],
    truth(take([*_summer, *_winter], 0, 1, 2), year=9, name="競技力向上対策事業"),
    formats="B5:C14=#,##0",
)  # fmt: skip

# 18 財務会計: export of the 要求明細, cp932, codes, a row for every 細節 --------------------------------------------
_rows = [
    ["01", "報酬", "01", "委員報酬", 1152, 1152],
    ["07", "報償費", "01", "講師謝礼", 860, 780],
    ["08", "旅費", "02", "普通旅費", 245, 290],
    ["10", "需用費", "01", "消耗品費", 1320, 1290],
    ["10", "需用費", "04", "印刷製本費", 2480, 2210],
    ["11", "役務費", "01", "通信運搬費", 466, 430],
    ["13", "使用料及び賃借料", "01", "会場借上料", 590, 540],
    ["18", "負担金補助及び交付金", "02", "補助金", 4200, 4500],
]
text(
    "b27_18_csv_export_codes", ".csv",
    _csv([
        ["年度", "会計", "所属", "事業CD", "事業名", "節CD", "節", "細節CD", "細節", "要求額（千円）", "前年当初（千円）", "増減（千円）"],
        *(["R08", "一般", "青少年課", "100407", "青少年健全育成費", *row, _n(row[4]) - _n(row[5])] for row in _rows),
    ], commas=False),
    truth(take(_rows, 3, 4, 5), year=8, name="青少年健全育成費"),
    "cp932",
)  # fmt: skip

# 19 総務課: CSV in 円 with blank lines and a row of the sum, signatures below ---------------------------------------
_rows = [
    ["例規システム使用料", 2772000, 2640000, "12月分"],
    ["顧問弁護士報酬", 1320000, 1320000, "月110,000円"],
    ["行政不服審査会委員報酬", 186000, 186000, _],
    ["官報公告料", 94000, 110000, _],
    ["追録代", 1648000, 1732000, "電子化により減"],
]
text(
    "b27_19_csv_legal_affairs", ".csv",
    _csv([
        ["法制事務費", _, _, _],
        ["令和８年度当初予算見積", _, _, "（円）"],
        ["細目", "見積額", "前年度予算", "説明"],
        *_rows,
        [_, _, _, _],
        plus("合計", _rows, 1, 2, width=4),
        ["作成：総務課法制係", _, _, "10月24日"],
    ]),
    truth(take(_rows, 0, 1, 2, 1000), year=8, name="法制事務費"),
    "utf-8-sig",
)  # fmt: skip

# 20 文化振興課: two rows a line: this year above, last year in brackets below --------------------------------------
_rows = [
    ["市民音楽祭", 4200, 4000],
    ["演劇ワークショップ", 1350, 1500],
    ["美術展", 3860, 3620],
    ["文芸誌発行", 740, 740],
]
_sum = plus("計", _rows, 1, 2)
excel(
    "b27_20_two_rows_each",
    [
        ["芸術文化活動推進事業　令和８年度要求額"],
        ["（上段：８年度要求額、下段（　）：７年度当初予算額　単位：千円）"],
        ["項目", "金額", "備考"],
        *(
            line
            for what, this, last in [*_rows, _sum]
            for line in ([what, this, _], [_, f"（{last:,}）", _])
        ),
    ],
    truth(take(_rows, 0, 1, 2), year=8, name="芸術文化活動推進事業"),
    merges="A4:A5 A6:A7 A8:A9 A10:A11 A12:A13",
    formats="B4:B12=#,##0",
)  # fmt: skip

# 21 職員課: a mail with a table in spaces, the year before on the right ---------------------------------------------
_rows = [
    ["健康診断委託", 8745, 8520],
    ["ストレスチェック", 1276, 1276],
    ["産業医報酬", 1440, 1200],
    ["予防接種", 390, 450],
    ["安全衛生用品", 228, 215],
]
_rows = delta(_rows, 1, 2, 3)
text(
    "b27_21_mail_spaces", ".txt",
    "財政課　予算第二係　三浦様\n\n職員課厚生係の河合です。標記の件、下記のとおりです。\n\n"
    "■職員福利厚生費（R8当初）　単位：千円\n"
    + _spaced([["内訳", "R8要求額", "R7当初額", "増減"], *_rows, plus("合計", _rows, 1, 2, 3)], 20, 10, 10, 8)
    + "\n※産業医報酬は月額100,000円を120,000円に改定（12月分）\n\n>10/15に依頼のありました資料について\n>期限は10/31です。\n",
    truth(take(_rows, 0, 1, 2), year=8, name="職員福利厚生費"),
)  # fmt: skip

# 22 Word: a table pasted with tabs, 節 only where it begins, products in 円 ------------------------------------------
_rows = _basis(
    [
        ["報償費", "日本語指導協力者謝礼", "2,000円×1,850時間", 3700, 3200],
        ["", "通訳謝礼", "3,500円×240時間", 840, 700],
        ["需用費", "教材", "4,000円×65人", 260, 240],
        ["委託料", "初期指導教室運営", "780,000円×12月", 9360, 9120],
        ["使用料", "翻訳機借上", "2,500円×40台×12月", 1200, 900],
    ],
    2, 3, 1000,
)  # fmt: skip
text(
    "b27_22_word_tabs", ".txt",
    "様式第３号\n\n令和８年度予算要求書\n\n所属　教育委員会学校教育課\n事業名　外国人児童生徒支援事業\n\n１　経費の内訳　　　　　（単位：千円）\n"
    + _lines("\t", [["節", "内容", "積算根拠", "要求額", "前年度予算額"], *_rows, plus("計", _rows, 3, 4)])
    + "\n２　要求理由\n　日本語指導が必要な児童生徒が増加しているため。\n",
    truth(take(_rows, 1, 3, 4), year=8, name="外国人児童生徒支援事業"),
)  # fmt: skip

# 23 市史編さん室: a page with rowspan for the 節 -------------------------------------------------------------------
_rows = [
    ["報酬", "編さん委員報酬", 2016, 2016],
    ["報酬", "執筆者報酬", 3450, 1800],
    ["需用費", "印刷製本", 7920, 0],
    ["需用費", "消耗品", 185, 190],
    ["委託料", "古文書撮影", 1650, 1980],
]
text(
    "b27_23_page_rowspan", ".html",
    _html(
        "市史編さん事業",
        "<h3>市史編さん事業　R8当初要求</h3>\n<div>単位：千円</div>\n<table border='1'>\n"
        + _tr(["節", "細節", "要求額", "前年度"], "th")
        + "<tr><td rowspan='2'>報酬</td><td>編さん委員報酬</td><td>2,016</td><td>2,016</td></tr>\n"
        "<tr><td>執筆者報酬</td><td>3,450</td><td>1,800</td></tr>\n"
        "<tr><td rowspan='2'>需用費</td><td>印刷製本</td><td>7,920</td><td>0</td></tr>\n"
        "<tr><td>消耗品</td><td>185</td><td>190</td></tr>\n"
        "<tr><td>委託料</td><td>古文書撮影</td><td>1,650</td><td>1,980</td></tr>\n"
        f"<tr><th colspan='2'>合計</th><td>{sum(_n(row[2]) for row in _rows):,}</td><td>{sum(_n(row[3]) for row in _rows):,}</td></tr>\n"
        "</table>\n<p>資料編第４巻（600部）を刊行。</p>",
    ),
    truth(take(_rows, 1, 2, 3), year=8, name="市史編さん事業"),
)  # fmt: skip

# 24 国際交流: a page with two rows of headings (colspan), last year first, 円 -------------------------------------
_rows = [
    ["友好都市訪問団受入", 2460000, 0, "隔年"],
    ["国際交流員報酬", 4128000, 4020000, "1名"],
    ["中学生派遣補助", 3600000, 3300000, "300,000円×12人"],
    ["語学講座", 648000, 612000, _],
]
_rows = [
    [what, last, this, this - last, note]
    for what, this, last, note in ((r[0], _n(r[1]), _n(r[2]), r[3]) for r in _rows)
]
text(
    "b27_24_page_colspan", ".html",
    _html(
        "国際交流費",
        "<p>市民活動課　国際交流推進事業の要求額は次のとおりです。</p>\n<table>\n"
        "<tr><th rowspan=2>内容</th><th colspan=2>予算額（円）</th><th rowspan=2>差（円）</th><th rowspan=2>備考</th></tr>\n"
        "<tr><th>令和７年度</th><th>令和８年度（要求）</th></tr>\n"
        + "".join(_tr(row) for row in _rows)
        + _tr(plus("計", _rows, 1, 2, 3, width=5))
        + "</table>",
    ),
    truth(take(_rows, 0, 2, 1, 1000), year=8, name="国際交流推進事業"),
)  # fmt: skip

# 25 asked: two courses for the camp, nothing says which is asked for --------------------------------------------------
_rows = [
    ["宿泊費", 5400, 6750, 5200],
    ["バス借上", 3960, 2640, 3800],
    ["体験料", 900, 1350, 880],
    ["看護師派遣", 240, 360, 240],
]
excel(
    "b27_25_camp_two_courses",
    [
        ["自然教室事業　令和８年度要求（検討中）", _, _, _],
        [_, _, _, "単位：千円"],
        ["内訳", "海コース", "山コース", "R7当初"],
        *_rows,
        plus("計", _rows, 1, 2, 3),
    ],
    truth(take(_rows, 0, 1, 3), year=8, name="自然教室事業", must="asked"),
)  # fmt: skip

# 26 asked: no unit, no sums, small figures that may be 円 or 千円 ---------------------------------------------------
excel(
    "b27_26_kindergarten_no_unit",
    [
        ["令和８年度　幼稚園教材費"],
        ["品目", "R8", "R7"],
        ["積み木", 3600, 3400],
        ["絵の具", 1850, 1800],
        ["楽器", 2400, 2900],
        ["運動用マット", 1500, 0],
    ],
    truth((("積み木", 3600, 3400), ("絵の具", 1850, 1800), ("楽器", 2400, 2900), ("運動用マット", 1500, 0)), year=8, must="asked"),
)  # fmt: skip

# 27 asked: the same 事業 on two tabs with other figures -------------------------------------------------------------
_rows = delta([["警備委託", 6240, 6000], ["清掃委託", 8880, 8640], ["植栽管理", 1540, 1540]], 1, 2, 3)
_other = delta([["警備委託", 6600, 6000], ["清掃委託", 8880, 8640], ["植栽管理", 1320, 1540]], 1, 2, 3)
_head = [["文化会館管理費　令和８年度要求", _, _, "（千円）"], ["内訳", "要求額", "前年度", "増減"]]
excel(
    "b27_27_hall_two_tabs",
    {
        "提出用": [*_head, *_rows, plus("計", _rows, 1, 2, 3)],
        "提出用 (2)": [*_head, *_other, plus("計", _other, 1, 2, 3)],
    },
    truth(take(_rows, 0, 1, 2), year=8, name="文化会館管理費", must="asked"),
)  # fmt: skip

# 28 asked: two columns of figures with no heading, lines up and down -------------------------------------------------
_rows = [["投光器借上", 1260, 1310], ["審判謝礼", 2280, 2150], ["保険料", 475, 490], ["記念品", 610, 585]]
text(
    "b27_28_mail_no_headings", ".txt",
    "R8の少年スポーツ大会、取り急ぎです（千円）。\n\n"
    + "".join(f"{what}　{one:,}　{two:,}\n" for what, one, two in _rows)
    + f"計　{sum(_n(row[1]) for row in _rows):,}　{sum(_n(row[2]) for row in _rows):,}\n\n片方が今年度の予算です。スポーツ課 岸\n",
    truth(take(_rows, 0, 1, 2), year=8, must="asked"),
)  # fmt: skip

# 29 asked: the title says 千円, the headings say 円 ------------------------------------------------------------------
_rows = [["外壁補修", 86400, 71200], ["建具調整", 24600, 24600], ["照明交換", 152000, 98000]]
excel(
    "b27_29_two_units",
    [
        ["令和８年度　施設小修繕　要求内訳（単位：千円）"],
        ["内容", "R8要求（円）", "R7予算（円）"],
        *_rows,
        plus("計", _rows, 1, 2),
    ],
    truth(take(_rows, 0, 1, 2), year=8, must="asked"),
    formats="B3:C6=#,##0",
)  # fmt: skip

# 30 asked: two estimates in one mail, not said which the request follows --------------------------------------------
_a = [["機器賃借", 4320, 4200], ["設置作業", 770, 0], ["保守", 1056, 1020]]
_b = [["機器賃借", 4080, 4200], ["設置作業", 990, 0], ["保守", 1140, 1020]]
text(
    "b27_30_mail_two_estimates", ".txt",
    "図書館システム更新の件、２社から見積が出ました。R8要求の内訳です（千円）。\n\n【Ａ社】\n"
    + _lines("\t", [["項目", "R8", "R7"], *_a, plus("計", _a, 1, 2)])
    + "\n【Ｂ社】\n"
    + _lines("\t", [["項目", "R8", "R7"], *_b, plus("計", _b, 1, 2)])
    + "\nどちらにするかは館長と相談します。\n",
    truth(take(_a, 0, 1, 2), year=8, must="asked"),
)  # fmt: skip

# 31 finding: a line was put up after the sum was typed ---------------------------------------------------------------
_rows = [
    ["選手派遣旅費", 3480, 3300],
    ["監督・コーチ謝礼", 1920, 1920],
    ["合宿補助", 2650, 2400],
    ["ユニフォーム", 880, 0],
]
excel(
    "b27_31_stale_sum",
    [
        ["国民スポーツ大会選手派遣事業　Ｒ８要求"],
        [_, _, "千円"],
        ["経費", "Ｒ８要求額", "Ｒ７予算額"],
        *_rows,
        ["計", 8480, 7620],
    ],
    truth(take(_rows, 0, 1, 2), year=8, name="国民スポーツ大会選手派遣事業", must="finding"),
)  # fmt: skip
assert sum(_n(row[1]) for row in _rows) == 8930
assert sum(_n(row[2]) for row in _rows) == 7620

# 32 総務課: the sum above its parts, the year in the second tab's name, notes below -----------------------------------
_rows = [
    ["防災行政無線保守", 5940, 5830],
    ["備蓄食料更新", 4680, 3900],
    ["避難所用品", 2210, 1460],
    ["自主防災組織補助", 3000, 3000],
    ["防災訓練", 425, 410],
]
excel(
    "b27_32_sum_on_top",
    {
        "R8要求": [
            ["防災対策事業", _, _, _, "総務課危機管理係"],
            [_, _, _, _, "単位：千円"],
            ["内　訳", "R8要求", "R7当初", "増減", "増減理由"],
            plus("総　額", delta(_rows, 1, 2, 3), 1, 2, 3, width=5),
            *[[*row, _] for row in delta(_rows, 1, 2, 3)],
            [],
            ["・備蓄は５年計画の４年目"],
            ["・避難所用品は段ボールベッド60台"],
        ],
        "R7要求（参考）": [
            ["防災対策事業", _, "千円"],
            ["内　訳", "R7要求", "R6当初"],
            ["防災行政無線保守", 5830, 5720],
            ["備蓄食料更新", 3900, 3900],
            ["避難所用品", 1460, 1200],
            ["自主防災組織補助", 3000, 2800],
            ["防災訓練", 410, 395],
            ["計", 5830 + 3900 + 1460 + 3000 + 410, 5720 + 3900 + 1200 + 2800 + 395],
        ],
    },
    truth(take(_rows, 0, 1, 2), year=8, name="防災対策事業"),
    formats="B4:D9=#,##0",
)  # fmt: skip

# 33 美術館: a hidden column of the year before last, rows of ended lines hidden ---------------------------------------
_rows = [
    ["収蔵庫空調保守", 3300, 3300, 3520],
    ["燻蒸", 2860, 2750, 2970],
    ["作品修復", 4000, 4500, 6200],
    ["額装", 350, 0, 0],
    ["作品輸送", 1210, 1320, 1430],
]
excel(
    "b27_33_hidden_year",
    [
        ["美術品管理費　令和８年度予算要求内訳"],
        ["県立美術館", _, _, "単位：千円"],
        ["細事業", "R6当初", "R7当初", "R8要求"],
        *_rows,
        plus("計", _rows, 1, 2, 3),
    ],
    truth(take([row for row in _rows if row[3]], 0, 3, 2), year=8, name="美術品管理費"),
    formats="B4:D9=#,##0",
    hidden="B",
)  # fmt: skip
_then(_hidden_rows(7))

# 34 TSV out of Excel: a clerk's sheet of 学校保健, unit in the words of the heading ------------------------------------
_rows = [
    ["学校医報酬", "42人", "14,280", "14,280", "0"],
    ["学校歯科医報酬", "38人", "11,780", "11,780", "0"],
    ["児童生徒健診委託", "9,640人", "7,712", "7,480", "232"],
    ["ＡＥＤ借上", "31台", "1,860", "1,740", "120"],
    ["災害共済給付掛金", "9,640人", "9,013", "9,088", "▲75"],
]
_values = [[row[0], int(row[2].replace(",", "")), int(row[3].replace(",", ""))] for row in _rows]
_sum = plus("", _values, 1, 2)
assert [_n(_sum[1]), _n(_sum[2])] == [44645, 44368]
assert sum(int(row[4].replace("▲", "-")) for row in _rows) == 44645 - 44368
text(
    "b27_34_tsv_school_health", ".tsv",
    _lines("\t", [
        ["学校保健事業（学校教育課）", "", "", "", ""],
        ["項目", "対象", "令和８年度要求額（千円）", "令和７年度当初予算額（千円）", "増減額（千円）"],
        *_rows,
        ["合計", "", "44,645", "44,368", "277"],
    ]),
    truth(take(_values, 0, 1, 2), year=8, name="学校保健事業"),
)  # fmt: skip

# 35 人事課: 会計年度任用職員 by post, kinds of pay across, 小計 by school stage, no last year, 円 ------------------------
_posts = [
    ("小学校", "学習支援員", 18, 1392000, 348000, 271000),
    ("小学校", "図書館司書", 9, 1488000, 372000, 290000),
    ("中学校", "生徒指導補助員", 6, 1560000, 390000, 304000),
    ("中学校", "理科支援員", 4, 744000, 0, 5000),
]
_staff = [
    [stage, post, heads, heads * pay, heads * bonus, heads * insured, heads * (pay + bonus + insured)]
    for stage, post, heads, pay, bonus, insured in _posts
]
excel(
    "b27_35_posts_by_stage",
    [
        ["会計年度任用職員（学校配置）人件費　R8要求積算"],
        [*[_] * 6, "円"],
        ["校種", "職", "人数", "報酬", "期末勤勉手当", "共済費", "合計"],
        *_staff[:2],
        plus("小学校　計", _staff[:2], 2, 3, 4, 5, 6, at=1),
        *_staff[2:],
        plus("中学校　計", _staff[2:], 2, 3, 4, 5, 6, at=1),
        plus("総合計", _staff, 2, 3, 4, 5, 6),
    ],
    truth(take(_staff, 1, 6, scale=1000), previous=False, year=8),
    formats="D4:G9=#,##0",
)  # fmt: skip

# 36 選挙・統計: 前年度当初 and 前年度最終 side by side --------------------------------------------------------------
_rows = [
    ["調査員報酬", 12400, 3150, 3150, "経済センサス"],
    ["指導員報酬", 1860, 420, 420, _],
    ["事務用品", 540, 180, 165, _],
    ["電話・郵送料", 730, 260, 240, _],
    ["会場借上", 85, 0, 30, "説明会２回"],
]
excel(
    "b27_36_statistics_two_befores",
    [
        ["統計調査費　要求内訳（令和８年度）"],
        ["情報統計課", _, _, _, "千円"],
        ["区分", "要求額", "前年度当初", "前年度最終見込", "備考"],
        *_rows,
        plus("計", _rows, 1, 2, 3, width=5),
        ["財源：県委託金 10/10"],
    ],
    truth(take(_rows, 0, 1, 2), year=8, name="統計調査費"),
    formats="B4:D9=#,##0",
)  # fmt: skip

# 37 新規: fitting out of a new centre, 税抜 lines, 消費税, 合計, 円 ------------------------------------------------------
_fit = [
    ("書架", 145000, 24),
    ("閲覧机", 68000, 30),
    ("椅子", 21000, 120),
    ("貸出カウンター", 960000, 1),
    ("映像機器一式", 1000000, 1),
]
_rows = [[what, price, number, price * number] for what, price, number in _fit]
_net = sum(_n(row[3]) for row in _rows)
assert _net == 10_000_000, _net
excel(
    "b27_37_new_centre_with_tax",
    [
        ["（新規）学習交流センター開設準備事業　備品購入費"],
        ["令和８年度要求", _, _, "単位：円"],
        ["品名", "単価（税抜）", "数量", "金額"],
        *_rows,
        ["小計", _, _, _net],
        ["消費税（10％）", _, _, _net // 10],
        ["合計", _, _, _net + _net // 10],
    ],
    truth((*take(_rows, 0, 3, scale=1000), ("消費税", _net // 10000, None)), previous=False, year=8, name="学習交流センター開設準備事業"),
    formats="B4:B8=#,##0;D4:D11=#,##0",
)  # fmt: skip

# 38 mail: figures in lines of words, 万円 and 千円 are not mixed, the sum at the beginning -----------------------------
_rows = [
    ["ホームページ運用保守", 3960, 3630],
    ["ＳＮＳ広告配信", 1200, 600],
    ["定例記者会見手話通訳", 432, 408],
    ["市勢要覧増刷", 880, 0],
]
_sum = plus("", _rows, 1, 2)
text(
    "b27_38_mail_words", ".txt",
    f"広報戦略課です。シティプロモーション事業のR8要求額は総額{_sum[1]:,}千円（R7当初 {_sum[2]:,}千円）です。\n内訳は以下のとおりです。\n\n"
    + "".join(
        f"({number}) {what}：{this:,}千円（R7当初 {last:,}千円）\n"
        for number, (what, this, last) in enumerate(_rows, start=1)
    )
    + "\n(2)は配信期間を３か月から６か月に延長、(4)は隔年です。\n",
    truth(take(_rows, 0, 1, 2), year=8, name="シティプロモーション事業"),
)  # fmt: skip

# 39 CSV of a spreadsheet on the net: line breaks in the headings, years in the West's count, 円 ------------------------
_rows = [
    ["伝統芸能保存会補助", "12団体×150,000円", 1800000, 1650000],
    ["後継者育成講座", "20,000円×36回", 720000, 720000],
    ["用具修理", "獅子頭ほか", 1430000, 880000],
    ["映像記録作成", "1本", 2200000, 2200000],
]
_rows = _basis(_rows, 1, 2)
text(
    "b27_39_csv_line_breaks", ".csv",
    _csv([
        ["民俗文化財伝承事業", _, _, _],
        ["項目", "積算", "2026年度\n要求額（円）", "2025年度\n予算額（円）"],
        *_rows,
        plus("合計", _rows, 2, 3),
    ]),
    truth(take(_rows, 0, 2, 3, 1000), year=8, name="民俗文化財伝承事業"),
)  # fmt: skip

# 40 契約検査課: the frame (要求基準額) beside what is asked for --------------------------------------------------------
_rows = [
    ["電子入札システム負担金", 4730, 4850, 4850, 120],
    ["検査用車両リース", 432, 432, 432, 0],
    ["図書・追録", 168, 160, 155, -13],
    ["業者登録受付事務", 1240, 1240, 1610, 370],
]
assert all(_n(row[3]) - _n(row[1]) == row[4] for row in _rows)
excel(
    "b27_40_frame_and_request",
    [
        ["契約検査事務費"],
        ["令和８年度当初予算要求", _, _, _, _, "契約検査課"],
        [_, _, _, _, _, "単位：千円"],
        ["内容", "前年度予算額\nA", "要求基準額\nB", "要求額\nC", "C-A", "備考"],
        *[[*row, note] for row, note in zip(_rows, [_, _, _, "２年に１度の定期受付"], strict=True)],
        plus("計", _rows, 1, 2, 3, 4, width=6),
    ],
    truth(take(_rows, 0, 3, 1), year=8, name="契約検査事務費"),
    formats="B5:D9=#,##0",
)  # fmt: skip
_then(_minus("E5:E9"))

BATCH: Final[list[Fresh]] = FRESH[_BEFORE:]
del FRESH[_BEFORE:]
assert len(BATCH) == 40, len(BATCH)
