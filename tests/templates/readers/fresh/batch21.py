"""Batch 21: forty ordinary tables of a city's sections, its accounting system and its bureaus, written without sight of the reader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tests.templates.readers.fresh.pages import spaced as _spaced
from tests.templates.readers.fresh.rows import delta, plus, take, truth
from tests.templates.readers.fresh.rows import number_of as _n
from tests.templates.readers.fresh.workbooks import csv as _csv
from tests.templates.readers.fresh.workbooks import html as _html
from tests.templates.readers.fresh.workbooks import ruled as _ruled
from tests.templates.readers.fresh.workbooks import stored as _stored
from tests.templates.readers.fresh.workbooks import then as _then
from tests.templates.readers.fresh.workbooks import tr as _tr
from tests.templates.readers.fresh_tables import FRESH, Fresh, excel, text

_ = None
_BEFORE: Final = len(FRESH)


# 01 財務会計システム: 当初要求 list in 円, last year first, 査定 columns still empty ----------------------------------
_rows: list[list[object]] = [
    ["07", "報償費", "0701", "講師等謝金", 1152000, 1296000],
    ["08", "旅費", "0802", "普通旅費", 214000, 198000],
    ["10", "需用費", "1001", "消耗品費", 640000, 655000],
    ["10", "需用費", "1003", "食糧費", 24000, 24000],
    ["11", "役務費", "1101", "通信運搬費", 378000, 402000],
    ["18", "負担金、補助及び交付金", "1803", "補助金", 5000000, 6000000],
]
text(
    "b21_01_csv_assessment_empty", ".csv",
    _csv([
        ["所属", "事業名", "節", "節名", "細節", "細節名", "前年度当初額(円)", "当年度要求額(円)", "財政課査定額(円)",
         "市長査定額(円)", "年度"],
        *(["地域振興課", "移住定住促進事業", *row, _, _, "令和8年度"] for row in _rows),
        ["地域振興課", "移住定住促進事業 計", _, _, _, _, sum(_n(row[4]) for row in _rows), sum(_n(row[5]) for row in _rows),
         _, _, _],
    ], commas=False),
    truth(take(_rows, 3, 5, 4, 1000), year=8, name="移住定住促進事業"),
    "cp932",
)  # fmt: skip

# 02 福祉: items across, years down ------------------------------------------------------------------------------------
_across = [
    ("報酬", 7440, 7200),
    ("共済費", 1180, 1120),
    ("旅費", 264, 264),
    ("需用費", 830, 910),
    ("委託料", 15600, 14850),
]
excel(
    "b21_02_years_down",
    [
        ["成年後見センター運営事業"],
        ["高齢福祉課", _, _, _, _, _, "単位：千円"],
        ["区分", *[name for name, _this, _last in _across], "計"],
        ["令和８年度要求", *[this for _name, this, _last in _across], sum(this for _name, this, _last in _across)],
        ["令和７年度当初", *[last for _name, _this, last in _across], sum(last for _name, _this, last in _across)],
        ["増減", *[this - last for _name, this, last in _across], sum(this - last for _name, this, last in _across)],
    ],
    truth(tuple(_across), year=8, name="成年後見センター運営事業"),
    formats="B4:G6=#,##0",
)  # fmt: skip
_then(_ruled(3, 6, 7))

# 03 警察: price, ×, number, ×, months, ＝ each in a cell of its own, 円 ----------------------------------------------
_posts = [
    ("交番相談員報酬", 178000, 24, "人", 12, 51264000),
    ("少年補導員活動費", 4000, 85, "人", 4, 1360000),
    ("通訳謝金", 6500, 40, "件", 1, 260000),
    ("留置人食糧費", 1500, 30, "人", 12, 504000),
]
_rows = [
    [
        what,
        price,
        "円",
        "×",
        number,
        count,
        "×",
        months,
        "月" if months == 12 else "回",
        "＝",
        price * number * months,
        last,
    ]
    for what, price, number, count, months, last in _posts
]
excel(
    "b21_03_police_signs_in_cells",
    [
        ["令和９年度当初予算　積算内訳　地域警察活動費"],
        [*[_] * 11, "（円）"],
        ["科目", "積　算", *[_] * 8, "要求額", "８年度当初"],
        *_rows,
        plus("計", _rows, 10, 11),
    ],
    truth(take(_rows, 0, 10, 11, 1000), year=9),
    merges="A1:L1 B3:J3 B8:J8",
    formats="B4:B7=#,##0;K4:L8=#,##0",
)  # fmt: skip

# 04 病院局: 収益的収入 and 支出, one below the other -----------------------------------------------------------------
_income = [["入院収益", 4820000, 4710000], ["外来収益", 1980000, 1925000], ["一般会計負担金", 650000, 640000]]
_rows = [
    ["給与費", 4150000, 4020000, "医師12名増"],
    ["材料費", 1760000, 1690000, "薬品、診療材料"],
    ["経費", 1120000, 1085000, "委託料、光熱水費"],
    ["減価償却費", 390000, 402000, _],
    ["研究研修費", 18500, 17900, _],
]
excel(
    "b21_04_hospital_income_expense",
    [
        ["県立中央病院　令和８年度予算要求（収益的収支）", _, _, "単位：千円"],
        ["１　収益的収入"],
        ["項目", "R8要求", "R7当初", "備考"],
        *_income,
        plus("収入計", _income, 1, 2),
        [],
        ["２　収益的支出"],
        ["項目", "R8要求", "R7当初", "備考"],
        *_rows,
        plus("支出計", _rows, 1, 2),
    ],
    truth(take(_rows, 0, 1, 2), year=8),
    formats="B4:C15=#,##0",
)  # fmt: skip

# 05 河川課: a column of the year, two rows an item ----------------------------------------------------------------------
_items = [
    ("堤防除草", 45200, 43800, "延べ210ha"),
    ("水門操作委託", 12480, 12480, "52門"),
    ("護岸補修", 68000, 61500, "14か所"),
    ("流木処理", 5600, 7100, _),
]
excel(
    "b21_05_year_in_a_column",
    [
        ["河川管理費　要求内訳"],
        [_, _, "（千円）"],
        ["項目", "年度", "金額", "内容"],
        *(
            row
            for what, this, last, why in _items
            for row in ([what, "R8要求", this, why], [_, "R7当初", last, _])
        ),
        ["合計", "R8要求", sum(item[1] for item in _items), _],
        [_, "R7当初", sum(item[2] for item in _items), _],
    ],
    truth(tuple(item[:3] for item in _items), year=8),
    merges="A4:A5 A6:A7 A8:A9 A10:A11 A12:A13",
    formats="C4:C13=#,##0",
)  # fmt: skip

# 06 学校: three years' 決算 before, 円 ------------------------------------------------------------------------------------
_rows = [
    ["教材備品", 3120000, 3480000, 3500000, 4200000],
    ["理科消耗品", 890000, 902000, 950000, 980000],
    ["楽器修理", 415000, 388000, 400000, 450000],
    ["図書", 2210000, 2190000, 2200000, 2200000],
]
excel(
    "b21_06_school_settled_years",
    [
        ["教材整備費の推移と要求（中学校費）"],
        ["区分", "５年度決算", "６年度決算", "７年度予算", "８年度要求"],
        [_, "円", "円", "円", "円"],
        *_rows,
        plus("計", _rows, 1, 2, 3, 4),
    ],
    truth(take(_rows, 0, 4, 3, 1000), year=8),
    merges="A2:A3",
    formats="B4:E8=#,##0",
)  # fmt: skip

# 07 水道局: 税抜, 消費税, 税込, the sum in the first row -----------------------------------------------------------------
_works = [
    ("膜ろ過装置更新", 84000, 0),
    ("取水ポンプ修繕", 12600, 11000),
    ("汚泥処分委託", 9500, 9900),
    ("計装設備点検", 23800, 24200),
]
_rows = [[what, net, net // 10, net + net // 10, last] for what, net, last in _works]
excel(
    "b21_07_water_sum_on_top",
    [
        ["上水道施設管理　R8予算要求"],
        ["浄水課", _, _, _, "単位：千円"],
        ["件名", "税抜額", "消費税", "R8要求額（税込）", "R7当初（税込）"],
        plus("総計", _rows, 1, 2, 3, 4),
        *_rows,
    ],
    truth(take(_rows, 0, 3, 4), year=8),
    formats="B4:E8=#,##0",
)  # fmt: skip

# 08 福祉: 扶助費, cases a month × unit × 12, formulas with stored values --------------------------------------------------
excel(
    "b21_08_allowances",
    [
        ["令和８年度　障害福祉サービス給付費　積算"],
        ["障がい福祉課", _, _, _, _, "単位：千円"],
        ["サービス種別", "月平均\n利用者数", "１人当たり\n月額（千円）", "月数", "R8要求額", "R7当初額"],
        ["居宅介護", 310, 62, 12, "=B4*C4*D4", 221000],
        ["生活介護", 265, 241, 12, "=B5*C5*D5", 748000],
        ["就労継続支援Ｂ型", 540, 142, 12, "=B6*C6*D6", 889000],
        ["共同生活援助", 228, 176, 12, "=B7*C7*D7", 463000],
        ["計", "=SUM(B4:B7)", _, _, "=SUM(E4:E7)", "=SUM(F4:F7)"],
    ],
    truth(
        (
            ("居宅介護", 310 * 62 * 12, 221000), ("生活介護", 265 * 241 * 12, 748000),
            ("就労継続支援Ｂ型", 540 * 142 * 12, 889000), ("共同生活援助", 228 * 176 * 12, 463000),
        ),
        year=8,
    ),
    formats="B4:F8=#,##0",
)  # fmt: skip
_stored()

# 09 体育課: 指定管理料 over five years, the old term's yearly sum beside -------------------------------------------------
_rows = [
    ["総合体育館", 68400, 71200, 71200, 71900, 72600, 73300],
    ["武道館", 21300, 22100, 22100, 22300, 22500, 22700],
    ["屋内プール", 94000, 102500, 102500, 103500, 104500, 105500],
    ["弓道場", 1860, 1920, 1920, 1940, 1960, 1980],
]
excel(
    "b21_09_managed_halls",
    [
        ["指定管理料　次期指定期間（R8～R12）", *[_] * 5, "千円"],
        ["施設", "現行(R7)", "次期", _, _, _, _],
        [_, _, "R8", "R9", "R10", "R11", "R12"],
        *_rows,
        plus("計", _rows, 1, 2, 3, 4, 5, 6),
        ["※令和８年度当初予算で要求。R9以降は債務負担行為"],
    ],
    truth(take(_rows, 0, 2, 1), year=8),
    merges="A2:A3 B2:B3 C2:G2",
    formats="B4:G8=#,##0",
)  # fmt: skip

# 10 選挙・統計: figures as words with commas, 増減 with ▲ as words ---------------------------------------------------------
_counts = delta(
    [["調査員報酬", 18420, 2160], ["指導員報酬", 3150, 480], ["消耗品", 640, 150], ["郵送料", 410, 95], ["会場使用料", 88, 120]],
    1, 2, 3,
)  # fmt: skip


def _worded(row: Sequence[object]) -> list[object]:
    """The row with its numbers as words."""
    return [
        (f"{value:,}" if value >= 0 else f"▲{-value:,}") if isinstance(value, int) else value for value in row
    ]


excel(
    "b21_10_census_figures_as_words",
    [
        ["統計調査費（令和７年度当初予算要求）"],
        ["総務課統計係", _, _, "単位・千円"],
        ["細節", "７年度", "６年度", "増▲減"],
        *(_worded(row) for row in _counts),
        _worded(plus("合　計", _counts, 1, 2, 3)),
    ],
    truth(take(_counts, 0, 1, 2), year=7),
)  # fmt: skip

# 11 農林: two small tables with 小計, the sum of both below -----------------------------------------------------------------
_first = [["現地検討会", 480, 450], ["栽培暦印刷", 320, 300], ["展示ほ設置", 900, 1200]]
_second = [["販促資材", 1400, 1100], ["量販店フェア", 3600, 3600], ["バイヤー招へい", 760, 540]]
excel(
    "b21_11_two_tables_one_sum",
    [
        ["特産果樹ブランド化推進事業　令和８年度要求額内訳（単位：千円）"],
        [],
        ["１　生産対策"],
        ["内容", "要求額", "前年度"],
        *_first,
        plus("小計", _first, 1, 2),
        [],
        ["２　販売対策"],
        ["内容", "要求額", "前年度"],
        *_second,
        plus("小計", _second, 1, 2),
        [],
        plus("１＋２　合計", [*_first, *_second], 1, 2),
    ],
    truth(take([*_first, *_second], 0, 1, 2), year=8, name="特産果樹ブランド化推進事業"),
    formats="B5:C16=#,##0",
)  # fmt: skip

# 12 土木: 百万円 with one decimal ------------------------------------------------------------------------------------------
_million = [
    ("流域治水対策", 312.5, 280.0),
    ("ダム管理設備更新", 148.2, 96.4),
    ("砂防えん堤改築", 86.0, 91.5),
    ("調査設計", 24.8, 30.1),
]
excel(
    "b21_12_millions_with_decimals",
    [
        ["河川・砂防　令和８年度主要要求事項"],
        [_, _, _, "（単位：百万円）"],
        ["項目", "R8要求", "R7当初", "備考"],
        *([what, this, last, _] for what, this, last in _million),
        ["計", round(sum(row[1] for row in _million), 1), round(sum(row[2] for row in _million), 1), _],
    ],
    truth(tuple((what, round(this * 1000), round(last * 1000)) for what, this, last in _million), year=8),
    formats="B4:C8=#,##0.0",
)  # fmt: skip

# 13 消防: 契約額 of last year beside its budget --------------------------------------------------------------------------------
_rows = [
    ["指令システム保守", "Ａ社", 27500, 28600, 29700, "単価改定"],
    ["デジタル無線保守", "Ｂ社", 11000, 11550, 11550, _],
    ["救急資器材滅菌", "Ｃ社", 1320, 1400, 1480, _],
    ["はしご車分解整備", "―", 0, 0, 38500, "７年目"],
]
excel(
    "b21_13_fire_contracted",
    [
        ["警防救急課　委託料・修繕料一覧（Ｒ８当初要求）", _, _, _, _, "(千円)"],
        ["件名", "契約先", "R7契約額", "R7予算額", "R8要求額", "増減理由"],
        *_rows,
        plus("計", _rows, 2, 3, 4, width=6),
    ],
    truth(take(_rows, 0, 4, 3), year=8),
    formats="C3:E7=#,##0",
)  # fmt: skip

# 14 観光: amounts before and after the meeting, a note says which holds ----------------------------------------------------
_rows = [
    ["花火大会負担金", 12000, 10000, 9000],
    ["臨時駐車場", 3400, 2900, 2800],
    ["清掃", 880, 880, 850],
    ["救護所", 260, 260, 260],
]
excel(
    "b21_14_changed_after_meeting",
    [
        ["夏まつり開催支援事業　R8"],
        ["※部長協議（10/22）後の額で要求する", _, _, "千円"],
        ["項目", "協議前", "協議後（要求額）", "R7当初"],
        *_rows,
        plus("計", _rows, 1, 2, 3),
    ],
    truth(take(_rows, 0, 2, 3), year=8, name="夏まつり開催支援事業"),
    formats="B4:D8=#,##0",
)  # fmt: skip

# 15 学校給食: 小計 of one group is wrong ---------------------------------------------------------------------------------------
_kitchen = [["調理委託", 64200, 61800], ["厨房機器修繕", 3600, 3200], ["食器更新", 2800, 1500]]
_truck = [["配送委託", 18700, 18100], ["車両燃料", 1240, 1310]]
excel(
    "b21_15_lunch_subtotal_wrong",
    [
        ["給食センター管理運営事業　令和８年度要求"],
        ["区分", "内容", "要求額(千円)", "前年度(千円)"],
        ["調理", *_kitchen[0]],
        [_, *_kitchen[1]],
        [_, *_kitchen[2]],
        ["小計", _, 67800, 66500],
        ["配送", *_truck[0]],
        [_, *_truck[1]],
        plus("小計", [["", *row] for row in _truck], 2, 3),
        ["合計", _, 67800 + 19940, 66500 + 19410],
    ],
    truth(take([*_kitchen, *_truck], 0, 1, 2), year=8, name="給食センター管理運営事業", must="finding"),
    formats="C3:D10=#,##0",
)  # fmt: skip

# 16 人事課: list of posts with 給料, 手当, 共済 and the year before ------------------------------------------------------------
_rows = [
    ["行政職", 42, 168000, 96600, 54200, 309000],
    ["技術職", 18, 73800, 41400, 23900, 141500],
    ["保健師", 7, 26600, 14700, 8600, 47100],
    ["技能労務職", 4, 15200, 7900, 4800, 29300],
]
_rows = [[*row[:5], sum(_n(value) for value in row[2:5]), row[5]] for row in _rows]
excel(
    "b21_16_staff_by_kind",
    [
        ["令和８年度当初　職員人件費見積（一般管理費）"],
        ["人事課", _, _, _, _, _, "千円"],
        ["職種", "職員数", "給料", "職員手当等", "共済費", "計", "前年度計"],
        *_rows,
        plus("合計", _rows, 1, 2, 3, 4, 5, 6),
    ],
    truth(take(_rows, 0, 5, 6), year=8),
    formats="C4:G8=#,##0",
)  # fmt: skip

# 17 図書館: tab of the year before lies first, this year's second, same form ------------------------------------------------
_old = [
    ["雑誌購入", 2640, 2600],
    ["ＤＢ利用料", 1980, 1980],
    ["装備委託", 3150, 3020],
    ["移動図書館車検", 410, 260],
]
_rows = [
    ["雑誌購入", 2700, 2640],
    ["ＤＢ利用料", 2310, 1980],
    ["装備委託", 3300, 3150],
    ["移動図書館車検", 270, 410],
]
excel(
    "b21_17_library_old_tab_first",
    {
        "R7": [
            ["令和７年度　図書館資料整備事業　要求書", _, "千円"],
            ["内訳", "本年度", "前年度"],
            *_old,
            plus("計", _old, 1, 2),
        ],
        "R8": [
            ["令和８年度　図書館資料整備事業　要求書", _, "千円"],
            ["内訳", "本年度", "前年度"],
            *_rows,
            plus("計", _rows, 1, 2),
        ],
    },
    truth(take(_rows, 0, 1, 2), year=8, name="図書館資料整備事業"),
)  # fmt: skip

# 18 税務: the unit contradicts itself -------------------------------------------------------------------------------------------
_rows = [["納税通知書作成", 8400, 8150], ["口座振替勧奨", 960, 960], ["コールセンター", 6600, 6240]]
excel(
    "b21_18_tax_two_units",
    [
        ["収納対策費　令和８年度要求", _, "単位：円"],
        ["内容", "要求額（千円）", "前年度（円）"],
        *_rows,
        plus("計", _rows, 1, 2),
    ],
    truth(take(_rows, 0, 1, 2), year=8, must="asked"),
)  # fmt: skip

# 19 環境: three sizes of the same project ------------------------------------------------------------------------------------------
_rows = [
    ["充電設備設置", 18000, 12000, 6000, 5000],
    ["普及イベント", 1200, 800, 400, 600],
    ["広報", 500, 300, 300, 300],
]
excel(
    "b21_19_three_sizes",
    [
        ["ゼロカーボン推進事業（令和８年度・規模別試算）", _, _, _, "千円"],
        ["内容", "松", "竹", "梅", "R7当初"],
        *_rows,
        plus("計", _rows, 1, 2, 3, 4),
    ],
    truth(take(_rows, 0, 2, 4), year=8, name="ゼロカーボン推進事業", must="asked"),
)  # fmt: skip

# 20 都市計画: lines still open, no sum -----------------------------------------------------------------------------------------------
excel(
    "b21_20_still_open",
    [
        ["都市計画基礎調査　R8要求"],
        [_, _, "単位：千円"],
        ["項目", "R8要求", "R7当初"],
        ["土地利用現況調査", "見積依頼中", 0],
        ["交通量調査", "調整中", 4400],
        ["図面印刷", 330, 330],
    ],
    truth((("土地利用現況調査", None, 0), ("交通量調査", None, 4400), ("図面印刷", 330, 330)), year=8, must="asked"),
)  # fmt: skip

# 21 下水道: R7 at the left by its quantity, the words in the middle --------------------------------------------------------
_rows = [
    [14800, "管路清掃", "12.4km", 15600, 800], [38500, "処理場運転管理", "通年", 39600, 1100],
    [6200, "汚泥運搬", "2,100t", 6050, -150], [2750, "水質検査", "月2回", 2750, 0],
]  # fmt: skip
assert all(_n(row[3]) - _n(row[0]) == row[4] for row in _rows), _rows
excel(
    "b21_21_old_year_left_of_words",
    [
        ["下水道課　公共下水道維持管理費", _, _, _, "令和８年度当初要求"],
        ["R7当初額(千円)", "業務名", "数量", "R8要求額(千円)", "差(千円)"],
        *_rows,
        [sum(_n(row[0]) for row in _rows), "計", _, sum(_n(row[3]) for row in _rows), sum(_n(row[4]) for row in _rows)],
    ],
    truth(take(_rows, 1, 3, 0), year=8),
    formats="A3:A7=#,##0;D3:E7=#,##0",
)  # fmt: skip

# 22 商工: 補助 with a maximum and a number, hidden helper columns, notes below ---------------------------------------------
_rows = [
    ["創業支援補助", 500, 24, 12000, 10000, 0.5], ["家賃補助", 240, 15, 3600, 2880, 0.5], ["ＩＴ導入補助", 300, 20, 6000, 7500, 0.67],
    ["専門家派遣", 35, 60, 2100, 2100, 1],
]  # fmt: skip
assert all(_n(row[1]) * _n(row[2]) == row[3] for row in _rows), _rows
excel(
    "b21_22_start_up_hidden",
    [
        ["創業チャレンジ応援事業　令和８年度所要額"],
        [_, _, _, "単位：千円"],
        ["補助メニュー", "上限額", "件数", "所要額", "前年度予算額", "補助率"],
        *_rows,
        plus("合計", _rows, 2, 3, 4),
        ["（注１）上限額は１件当たり"],
        ["（注２）前年度予算額は６月補正後（当初は骨格予算）"],
    ],
    truth(take(_rows, 0, 3, 4), year=8, name="創業チャレンジ応援事業"),
    formats="B4:B7=#,##0;D4:E8=#,##0",
    hidden="B F",
)  # fmt: skip

# 23 防災: 節 with 細節 on the same row, 計 of each 節 at the right -------------------------------------------------------------
_rows = [
    ["10 需用費", "備蓄食料", 8640, 12140, 11300], [_, "毛布・簡易ベッド", 2900, _, _], [_, "発電機燃料", 600, _, _],
    ["11 役務費", "衛星電話通信料", 1056, 1296, 1296], [_, "無線局申請手数料", 240, _, _],
    ["12 委託料", "総合防災訓練会場設営", 3300, 3300, 3000],
]  # fmt: skip
assert sum(_n(row[2]) for row in _rows) == 12140 + 1296 + 3300
excel(
    "b21_23_disaster_sums_right",
    [
        ["危機管理課　防災対策費　R8当初", _, _, _, "千円"],
        ["節", "内容", "内訳額", "要求額", "前年度当初"],
        *_rows,
        ["合計", _, sum(_n(row[2]) for row in _rows), 12140 + 1296 + 3300, 11300 + 1296 + 3000],
    ],
    truth((("需用費", 12140, 11300), ("役務費", 1296, 1296), ("委託料", 3300, 3000)), year=8),
    merges="A3:A5 D3:D5 E3:E5 A6:A7 D6:D7 E6:E7",
    formats="C3:E9=#,##0",
)  # fmt: skip

# 24 警察 交通: page text with numbered parts and a small table of spaces -------------------------------------------------------
_rows = [
    ["信号機新設", 57000, 52000],
    ["信号灯器LED化", 126000, 118000],
    ["道路標識更新", 43500, 45200],
    ["道路標示塗替え", 88000, 84000],
]
text(
    "b21_24_page_text_signals", ".txt",
    "令和8年度\n当初予算　一般事業\n事業名：交通安全施設整備事業\n警察本部　交通規制課\n\n"
    "１　事業の目的\n　交通事故の防止と円滑な交通の確保を図る。県内の事故は年間612件（R6）。\n\n"
    "２　所要経費\n　　　　　　　　　　　　　　　　　　（単位：千円）\n"
    + _spaced([["　内容", "要求額", "前年度予算額"], *([f"　{row[0]}", *row[1:]] for row in _rows), plus("　合計", _rows, 1, 2)], 22, 10, 13)
    + "\n３　財源　国1/2（信号機新設の一部）、県債\n",
    truth(take(_rows, 0, 1, 2), year=8, name="交通安全施設整備事業"),
)  # fmt: skip

# 25 福祉: mail forwarded with > before each line ---------------------------------------------------------------------------
_rows = [
    ["里親支援センター委託", 14300, 13750],
    ["里親手当", 27360, 25920],
    ["普及イベント", 900, 900],
    ["研修旅費", 140, 155],
]
text(
    "b21_25_mail_forwarded", ".txt",
    "財政担当 谷口様\n\n下記、家庭支援課から届きましたので転送します。\n\n"
    + "".join(
        f"> {line}\n".replace("> \n", ">\n")
        for line in (
            "令和８年度の里親養育支援事業の要求内訳です（千円）。\n\n"
            + _spaced([["項目", "R8", "R7"], *_rows, plus("計", _rows, 1, 2)], 24, 10, 10)
            + "\n里親手当は1名増で計算しています。"
        ).split("\n")
    )
    + "\n総務係　足立\n",
    truth(take(_rows, 0, 1, 2), year=8, name="里親養育支援事業"),
)  # fmt: skip

# 26 税務: TSV with ￥ before the figures ---------------------------------------------------------------------------------------
_rows = [
    ["納付書印刷", 2860000, 2750000],
    ["電子納付手数料", 1914000, 1650000],
    ["差押物件鑑定", 330000, 330000],
    ["研修負担金", 66000, 60000],
]
text(
    "b21_26_tsv_yen_signs", ".tsv",
    "\n".join(
        "\t".join(f"￥{value:,}" if isinstance(value, int) else str(value) for value in row)
        for row in [["徴収対策費", "令和8年度要求", "令和7年度予算"], *_rows, plus("合計", _rows, 1, 2)]
    )
    + "\n",
    truth(take(_rows, 0, 1, 2, 1000), year=8),
)  # fmt: skip

# 27 河川: CSV with － for nothing and △ before what is less, 千円 ------------------------------------------------------------
_rows = [
    ["樹木伐採", 21600, 18900],
    ["堆積土砂撤去", 54000, 60000],
    ["ドローン点検", 3850, 0],
    ["河川台帳電子化", 0, 7700],
]


def _dashed(row: Sequence[object]) -> list[object]:
    """The row with － for 0 and △ before what is below it."""
    return [
        value
        if not isinstance(value, int)
        else "－"
        if not value
        else f"{value:,}"
        if value > 0
        else f"△{-value:,}"
        for value in row
    ]


text(
    "b21_27_csv_dashes", ".csv",
    _csv([
        ["河川環境整備事業", _, "令和８年度当初", "（千円）"],
        ["内容", "本年度要求", "前年度当初", "差引"],
        *(_dashed(row) for row in delta(_rows, 1, 2, 3)),
        _dashed(plus("計", delta(_rows, 1, 2, 3), 1, 2, 3)),
    ]),
    truth(take(_rows, 0, 1, 2), year=8, name="河川環境整備事業"),
    "cp932",
)  # fmt: skip

# 28 水道局: export by 勘定科目 with codes joined to the names, 税込 予定額 in 円, UTF-8 with mark -------------------------------
_rows = [
    ["51101", "原水費：動力費", 92400000, 88000000],
    ["51102", "原水費：修繕費", 15400000, 13200000],
    ["51201", "浄水費：薬品費", 28600000, 26400000],
    ["51203", "浄水費：委託料", 61600000, 60500000],
    ["51305", "配水費：賃借料", 1980000, 1980000],
]
text(
    "b21_28_csv_water_accounts", ".csv",
    "\ufeff" + _csv([
        ["公営企業会計システム", "予算要求一覧表", _, _, _],
        ["令和８年度", "水道事業会計", "収益的支出", _, "単位：円"],
        ["科目コード", "科目名", "当年度予定額", "前年度予定額", "増減"],
        *([*row, _n(row[2]) - _n(row[3])] for row in _rows),
        ["", "合計", *(sum(_n(row[at]) for row in _rows) for at in (2, 3)), sum(_n(row[2]) - _n(row[3]) for row in _rows)],
    ], commas=False),
    truth(tuple((what.split("：")[1], this, last) for what, this, last in take(_rows, 1, 2, 3, 1000)), year=8),
)  # fmt: skip

# 29 学校: TSV, no unit and no sum ------------------------------------------------------------------------------------------------
text(
    "b21_29_tsv_no_unit", ".tsv",
    "令和８年度　部活動用具\n品名\t今年\t昨年\nボール\t96\t88\nネット\t45\t45\nユニフォーム\t210\t180\n",
    truth((("ボール", 96, 88), ("ネット", 45, 45), ("ユニフォーム", 210, 180)), year=8, must="asked"),
)  # fmt: skip

# 30 土木: a mail with two variants, not decided ------------------------------------------------------------------------------------
_rows = [["用地測量", 4400, 4400, 2200], ["物件調査", 3300, 6600, 1100], ["用地買収", 28000, 41000, 15000]]
text(
    "b21_30_mail_two_variants", ".txt",
    "用地課の上田です。\n令和８年度の市道南線改良事業は次の２案で課内調整中です（単位：千円）。どちらにするかは来週決めます。\n\n"
    + _spaced([["項目", "北ルート", "南ルート", "R7当初"], *_rows, plus("計", _rows, 1, 2, 3)], 16, 10, 10, 10),
    truth(take(_rows, 0, 1, 3), year=8, name="市道南線改良事業", must="asked"),
)  # fmt: skip

# 31 病院局: columns named Ａ and Ｂ and nothing that says what they are ----------------------------------------------------------------
_rows = [["非常勤医師報償", 36400, 38200], ["当直医派遣", 21000, 19800], ["産業医", 1320, 1320]]
excel(
    "b21_31_a_and_b",
    [
        ["医師確保経費（令和８年度要求関係）"],
        ["区分", "Ａ", "Ｂ"],
        ["（千円）"],
        *_rows,
        plus("計", _rows, 1, 2),
    ],
    truth(take(_rows, 0, 1, 2), year=8, must="asked"),
)  # fmt: skip

# 32 国際課: page of the groupware with rowspans, the group's sum in the last column ---------------------------------------------------
_rows = [
    ["交流", "訪問団受入", 1850, 1600],
    ["交流", "青少年派遣", 3200, 3000],
    ["多文化", "日本語教室", 2460, 2460],
    ["多文化", "相談窓口通訳", 4380, 4140],
    ["多文化", "生活ガイド改訂", 770, 0],
]
text(
    "b21_32_html_groups", ".html",
    _html(
        "国際交流課",
        "<h2>国際交流・多文化共生推進事業（R8当初要求）</h2>\n<p align=right>単位：千円</p>\n<table border=1>\n"
        + _tr(["区分", "内容", "R8要求", "R7当初"], "th")
        + "".join(
            _tr(row).replace("<td>交流</td>", "<td rowspan=2>交流</td>" if not at else "", 1)
            .replace("<td>多文化</td>", "<td rowspan=3>多文化</td>" if at == 2 else "", 1)
            for at, row in enumerate(_rows)
        )
        + f"<tr><td colspan=2>合計</td><td align=right>{sum(_n(row[2]) for row in _rows):,}</td>"
        f"<td align=right>{sum(_n(row[3]) for row in _rows):,}</td></tr>\n</table>",
    ),
    truth(take(_rows, 1, 2, 3), year=8, name="国際交流・多文化共生推進事業"),
)  # fmt: skip

# 33 秘書広報: Word saved as a page, cells with p and br, 千円 behind each figure ---------------------------------------------------------
_rows = [
    ["広報紙印刷", 23760, 22440],
    ["テレビ番組制作", 9900, 9900],
    ["ＳＮＳ運用支援", 2640, 1980],
    ["点字・声の広報", 1180, 1160],
]
text(
    "b21_33_html_word_cells", ".html",
    _html(
        "様式第２号",
        "<p class=MsoNormal>様式第２号</p>\n<p class=MsoNormal align=center>令和８年度　予算要求説明書</p>\n"
        "<p class=MsoNormal>事業名：広報広聴事業　　　　担当課：秘書広報課</p>\n<table class=MsoTableGrid border=1>\n"
         "<tr><td><p>経費</p></td><td><p>令和８年度<br>要求額</p></td><td><p>令和７年度<br>予算額</p></td></tr>\n"
        + "".join(
            f"<tr><td><p class=MsoNormal>{row[0]}</p></td>"
            + "".join(f"<td><p class=MsoNormal align=right>{_n(value):,}千円</p></td>" for value in row[1:])
            + "</tr>\n"
            for row in [*_rows, plus("合計", _rows, 1, 2)]
        )
        + "</table>",
        "shift_jis",
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="広報広聴事業"),
    "cp932",
)  # fmt: skip

# 34 住宅: numbered lines with dotted leaders, sums on the head lines -------------------------------------------------------------------
text(
    "b21_34_numbered_with_parts", ".txt",
    "令和８年度　空き家対策推進事業　要求額　16,490千円（R7当初 14,260千円）\n\n"
    "１　空き家実態調査 ……… 4,950千円（R7　2,200千円）\n"
    "２　除却補助 …………… 7,500千円（R7　8,000千円）\n"
    "　　　500千円×15件\n"
    "３　活用改修補助 ……… 3,600千円（R7　3,600千円）\n"
    "　　　1,200千円×3件\n"
    "４　協議会運営 ………… 440千円（R7　460千円）\n",
    truth(
        (("空き家実態調査", 4950, 2200), ("除却補助", 7500, 8000), ("活用改修補助", 3600, 3600), ("協議会運営", 440, 460)),
        year=8, name="空き家対策推進事業",
    ),
)  # fmt: skip
assert 4950 + 7500 + 3600 + 440 == 16490
assert 2200 + 8000 + 3600 + 460 == 14260

# 35 農業土木: the sum's figures turned about ---------------------------------------------------------------------------------------------
_rows = [
    ["ため池点検", 8800, 8200],
    ["頭首工補修", 26500, 21000],
    ["農道舗装", 17400, 18600],
    ["多面的機能交付金", 93200, 92700],
]
excel(
    "b21_35_reservoirs_sum_turned",
    [
        ["農業農村整備　R8当初予算要求額調べ"],
        ["農地整備課", _, _, "（単位：千円）"],
        ["事業箇所等", "Ｒ８要求額", "Ｒ７予算額", "備考"],
        *_rows,
        ["合計", 149500, sum(_n(row[2]) for row in _rows), _],
    ],
    truth(take(_rows, 0, 1, 2), year=8, must="finding"),
    formats="B4:C8=#,##0",
)  # fmt: skip
assert sum(_n(row[1]) for row in _rows) == 145900

# 36 学事: the same heading 金額 twice below the years --------------------------------------------------------------------------------------
_private = [
    ("経常費補助", 12, 318000, 12, 311500),
    ("授業料減免", 640, 76800, 655, 78600),
    ("耐震化補助", 1, 24000, 2, 41000),
]
_rows = [[what, new, this, old, last, this - last] for what, new, this, old, last in _private]
excel(
    "b21_36_private_schools",
    [
        ["私立学校振興費　予算要求（財務会計システム入力用）"],
        [_, _, _, _, _, "千円"],
        ["内容", "令和８年度", _, "令和７年度", _, "増減"],
        [_, "件数", "金額", "件数", "金額", _],
        *_rows,
        plus("計", _rows, 2, 4, 5),
    ],
    truth(take(_rows, 0, 2, 4), year=8),
    merges="A3:A4 B3:C3 D3:E3 F3:F4",
    formats="C5:C8=#,##0;E5:F8=#,##0",
)  # fmt: skip
_then(_ruled(3, 8, 6))

# 37 動物園・公園: empty columns between, the table not at the left edge ------------------------------------------------------------------------
_rows = [
    [_, _, "飼料購入", _, 13200, _, 12100, _, "乾草の値上がり"],
    [_, _, "獣舎修繕", _, 6400, _, 9800],
    [_, _, "動物購入", _, 2500, _, 0, _, "ペンギン２羽"],
    [_, _, "入園券印刷", _, 310, _, 310],
]
excel(
    "b21_37_empty_columns",
    [
        [],
        [_, "動物園管理運営費　令和８年度要求"],
        [],
        [*[_] * 8, "金額は千円"],
        [_, _, "費目", _, "８年度", _, "７年度", _, "理由"],
        *_rows,
        [],
        plus("計", _rows, 4, 6, at=2),
    ],
    truth(take(_rows, 2, 4, 6), year=8),
    formats="E6:G11=#,##0",
)  # fmt: skip

# 38 男女共同参画: formulas not worked out, 要求額 as price × number in 円, sums by 節 ------------------------------------------------------------
excel(
    "b21_38_formulas_and_node_sums",
    [
        ["女性活躍推進事業　積算（Ｒ８当初）", _, _, _, _, "円"],
        ["節・内容", "単価", "数量", "回数", "要求額", "前年度"],
        ["報償費", _, _, _, "=SUM(E4:E5)", "=SUM(F4:F5)"],
        ["　講演会講師", 150000, 1, 2, "=B4*C4*D4", 300000],
        ["　相談員謝金", 9000, 2, 48, "=B5*C5*D5", 810000],
        ["需用費", _, _, _, "=E7", "=F7"],
        ["　啓発冊子", 220, 3000, 1, "=B7*C7*D7", 630000],
        ["使用料及び賃借料", _, _, _, "=E9", "=F9"],
        ["　会場", 64000, 1, 2, "=B9*C9*D9", 120000],
        ["合計", _, _, _, "=E3+E6+E8", "=F3+F6+F8"],
    ],
    truth(
        (("講演会講師", 300, 300), ("相談員謝金", 864, 810), ("啓発冊子", 660, 630), ("会場", 128, 120)),
        year=8, name="女性活躍推進事業",
    ),
    formats="B3:F10=#,##0",
)  # fmt: skip

# 39 監査: 当初 and 補正 of this year, and the next year's request ------------------------------------------------------------------------------
_rows = [
    ["外部監査委託", 12400, 0, 12400, 12900], ["監査委員報酬", 4680, 0, 4680, 4680], ["旅費", 520, -160, 360, 500],
    ["図書追録", 210, 0, 210, 190],
]  # fmt: skip
assert all(_n(row[1]) + _n(row[2]) == row[3] for row in _rows), _rows
excel(
    "b21_39_audit_amended",
    [
        ["監査委員費", _, _, _, "（単位：千円）"],
        ["内容", "令和７年度", _, _, "令和８年度"],
        [_, "当初", "９月補正", "現計", "当初要求"],
        *_rows,
        plus("計", _rows, 1, 2, 3, 4),
    ],
    truth(take(_rows, 0, 4, 1), year=8),
    merges="A2:A3 B2:D2",
    formats="B4:E8=#,##0",
)  # fmt: skip

# 40 農業試験場: a plain table with the year before in brackets in the same cell ------------------------------------------------------------------
_tests = [
    ("試験ほ場管理", 9450, 9200),
    ("分析試薬", 3860, 3640),
    ("機器保守", 5500, 5500),
    ("臨時作業員報酬", 7920, 7560),
]
excel(
    "b21_40_last_year_in_brackets",
    [
        ["試験研究費　令和８年度要求　（　）は令和７年度当初", _, "単位：千円"],
        ["内容", "金額", "摘要"],
        *([what, f"{this:,}（{last:,}）", _] for what, this, last in _tests),
        ["合計", f"{sum(row[1] for row in _tests):,}（{sum(row[2] for row in _tests):,}）", _],
    ],
    truth(tuple(_tests), year=8),
)  # fmt: skip

BATCH: Final[list[Fresh]] = FRESH[_BEFORE:]
del FRESH[_BEFORE:]
assert len(BATCH) == 40, len(BATCH)
