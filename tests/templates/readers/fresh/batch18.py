"""Batch 18: forty ordinary tables of forty sections, written by a clerk without sight of the reader."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook import Workbook

from tests.templates.readers.fresh.pages import FULL_WIDTH as _WIDE
from tests.templates.readers.fresh.rows import delta, plus, take, truth
from tests.templates.readers.fresh.workbooks import csv, html, stored, then
from tests.templates.readers.fresh.workbooks import lines as joined
from tests.templates.readers.fresh_tables import FRESH, Fresh, Item, excel, page, text

_ = None
_BEFORE: Final = len(FRESH)


def ruled(first: int, last: int, columns: int) -> Callable[[Workbook], None]:
    """Thin lines about the table and a coloured heading, as most sections draw them."""
    thin = Side(style="thin")

    def change(book: Workbook) -> None:
        sheet = book.worksheets[0]
        for row in sheet.iter_rows(min_row=first, max_row=last, max_col=columns):
            for cell in row:
                cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
                if cell.row == first:
                    cell.fill = PatternFill("solid", fgColor="DDEBF7")
                    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet["A1"].font = Font(bold=True, size=14)

    return change


def number(value: object) -> int:
    """A whole number of a cell, 0 where the cell is empty."""
    if value is None:
        return 0
    assert isinstance(value, int), value
    return value


def total(rows: Sequence[Sequence[object]], column: int) -> int:
    """The sum of a column."""
    return sum(number(row[column]) for row in rows)


def across(rows: Sequence[Sequence[object]], first: int, last: int) -> list[list[object]]:
    """The rows with the sum of the columns ``first`` to ``last`` put in behind ``last``."""
    return [
        [*row[: last + 1], sum(number(value) for value in row[first : last + 1]), *row[last + 1 :]]
        for row in rows
    ]


def tr(row: Sequence[object], tag: str = "td") -> str:
    """A row of a table of HTML."""
    found = ""
    for value in row:
        is_number = isinstance(value, int)
        written = f"{value:,}" if is_number else ("" if value is None else str(value))
        found += f"<{tag}{' align=right' if is_number else ''}>{written}</{tag}>"
    return f"<tr>{found}</tr>\n"


# 01 土木: snow, unit price × hours, 円, formulas with stored values ------------------------------------------
excel(
    "b18_01_snow_machines",
    [
        ["令和８年度当初予算　除雪機械運転費　積算調書"],
        ["所属：道路保全課", _, _, _, _, _, "（単位：円）"],
        ["機械区分", "稼働見込", _, "単価", "令和８年度\n所要額", "令和７年度\n当初予算額", "摘要"],
        [_, "台数", "時間/台", _, _, _, _],
        ["除雪ドーザ", 24, 150, 12500, "=B5*C5*D5", 43200000, "直営・借上"],
        ["除雪グレーダ", 11, 180, 14200, "=B6*C6*D6", 27500000, _],
        ["ロータリ除雪車", 8, 100, 21000, "=B7*C7*D7", 16800000, "山間部"],
        ["凍結防止剤散布車", 15, 120, 9800, "=B8*C8*D8", 16900000, _],
        ["小型除雪機", 40, 60, 2500, "=B9*C9*D9", 5640000, "歩道"],
        ["合計", "=SUM(B5:B9)", _, _, "=SUM(E5:E9)", "=SUM(F5:F9)", _],
    ],
    truth(
        (
            ("除雪ドーザ", 45000, 43200), ("除雪グレーダ", 28116, 27500), ("ロータリ除雪車", 16800, 16800),
            ("凍結防止剤散布車", 17640, 16900), ("小型除雪機", 6000, 5640),
        ),
        year=8,
    ),
    merges="A1:G1 A3:A4 B3:C3 D3:D4 E3:E4 F3:F4 G3:G4",
    formats="B5:F10=#,##0",
)  # fmt: skip
stored()

# 02 選挙: 前年度 before 本年度, most lines new --------------------------------------------------------------------
_rows = delta(
    [
        ["報酬", "投開票管理者・立会人", 0, 21480],
        ["職員手当等", "時間外勤務手当", 0, 34200],
        ["旅費", "巡回指導", 120, 860],
        ["需用費", "投票用紙・啓発物品", 240, 18900],
        ["役務費", "選挙公報配布", 0, 26750],
        ["委託料", "ポスター掲示場設置", 0, 41300],
        ["負担金、補助及び交付金", "選挙公営費", 0, 15600],
    ],
    3, 2, 4,
)  # fmt: skip
excel(
    "b18_02_governor_election",
    [
        ["知事選挙執行費　要求内訳", _, _, _, _],
        ["選挙管理委員会事務局", _, _, _, "単位：千円"],
        ["節", "説明", "令和７年度\n当初予算額", "令和８年度\n要求額", "比較増減"],
        *_rows,
        ["計", _, total(_rows, 2), total(_rows, 3), total(_rows, 4)],
        ["（注）任期満了：令和８年４月12日　　前回執行：令和４年度"],
    ],
    truth(take(_rows, 1, 3, 2), year=8),
    merges="A1:E1 A11:B11 A12:E12",
    formats="C4:D11=#,##0;E4:E11=#,##0_ ",
)  # fmt: skip
then(ruled(3, 11, 5))

# 03 警察: 数量・単価・金額 of both years side by side ---------------------------------------------------------------
_signals = [
    ("信号機新設", 6, 5200, 8, 5000), ("信号灯器LED化", 120, 380, 110, 370), ("制御機更新", 35, 1450, 30, 1400),
    ("道路標識更新", 260, 42, 300, 41), ("道路標示塗替え", 95, 210, 90, 205),
]  # fmt: skip
_rows = [[what, n, price, n * price, m, was, m * was] for what, n, price, m, was in _signals]
excel(
    "b18_03_traffic_signals",
    [
        ["交通安全施設整備費", _, _, _, _, _, "警察本部交通規制課"],
        [_, _, _, _, _, _, "（金額の単位：千円）"],
        ["整備内容", "令和8年度要求", _, _, "令和7年度予算", _, _],
        [_, "数量", "単価", "金額", "数量", "単価", "金額"],
        *_rows,
        ["計", _, _, total(_rows, 3), _, _, total(_rows, 6)],
    ],
    truth(take(_rows, 0, 3, 6), year=8),
    merges="A3:A4 B3:D3 E3:G3",
    formats="B5:G10=#,##0",
)  # fmt: skip

# 04 病院: 目 with subtotals, 節 below it ----------------------------------------------------------------------
_staff = [
    [_, "給料", 412000, 405500, "医師・看護師ほか"],
    [_, "手当", 268400, 259900, _],
    [_, "法定福利費", 131200, 128000, _],
]
_stuff = [
    [_, "薬品費", 356000, 341000, "抗がん剤の増"],
    [_, "診療材料費", 187500, 182300, _],
    [_, "給食材料費", 28600, 27100, _],
]
_costs = [
    [_, "光熱水費", 64200, 61800, _],
    [_, "賃借料", 22400, 22400, "MRIほか"],
    [_, "委託料", 118900, 114700, "清掃・医事・警備"],
]
_rows = [*_staff, *_stuff, *_costs]
excel(
    "b18_04_hospital_accounts",
    [
        ["令和８年度　病院事業会計　医業費用予定額要求書"],
        ["中央病院", _, _, _, "（税込・千円）"],
        ["目", "節", "８年度予定額", "７年度予定額", "説　　明"],
        ["給与費", _, total(_staff, 2), total(_staff, 3), _],
        *_staff,
        ["材料費", _, total(_stuff, 2), total(_stuff, 3), _],
        *_stuff,
        ["経費", _, total(_costs, 2), total(_costs, 3), _],
        *_costs,
        ["医業費用計", _, total(_rows, 2), total(_rows, 3), _],
    ],
    truth(take(_rows, 1, 2, 3), year=8),
    merges="A1:E1",
    formats="C4:D16=#,##0",
)  # fmt: skip

# 05 水道: 建設改良, うち消費税 in a column ---------------------------------------------------------------------------
_rows = [
    ["第３配水池耐震補強", "工事請負費", 165000, 15000, 88000],
    ["送水管更新（本町～港町）", "工事請負費", 99000, 9000, 121000],
    ["実施設計", "委託料", 13200, 1200, 11000],
    ["水質計器更新", "備品購入費", 5500, 500, 5500],
    ["量水器購入", "備品購入費", 7700, 700, 7150],
]
excel(
    "b18_05_water_construction",
    [
        ["水道局　令和８年度　建設改良費要求一覧"],
        [_, _, _, _, "単位：千円（税込）"],
        ["件名", "節", "要求額", _, "前年度予算額"],
        [_, _, _, "うち消費税", _],
        *_rows,
        plus("合計", _rows, 2, 3, 4),
    ],
    truth(take(_rows, 0, 2, 4), year=8),
    merges="A3:A4 B3:B4 E3:E4",
    formats="C5:E10=#,##0",
)  # fmt: skip

# 06 税務: taxes by rows, months of dispatch by columns ------------------------------------------------------
_rows = [
    ["自動車税種別割", 0, 9800, 0, 640, 0, 0, 10120],
    ["個人事業税", 0, 0, 0, 1730, 0, 310, 1990],
    ["不動産取得税", 410, 410, 410, 410, 410, 410, 2400],
    ["法人二税", 260, 260, 260, 260, 260, 260, 1560],
    ["滞納整理", 180, 180, 520, 180, 180, 520, 1700],
]
_rows = across(_rows, 1, 6)
excel(
    "b18_06_tax_notices",
    [
        ["R8 納税通知書等印刷・郵送費（税務課　管理担当）"],
        ["税目", "4-5月", "6-7月", "8-9月", "10-11月", "12-1月", "2-3月", "R8要求額", "R7予算額"],
        *_rows,
        plus("計", _rows, *range(1, 9)),
        ["単位は千円"],
    ],
    truth(take(_rows, 0, 7, 8), year=8),
    formats="B3:I8=#,##0;B3:G8=#,##0",
)  # fmt: skip

# 07 消防 of a city: ranks, 円, formulas without stored values ------------------------------------------------
_ranks = [
    ("団長", 1, 120000, 1, 120000), ("副団長", 3, 90000, 3, 90000), ("分団長", 14, 65000, 14, 65000),
    ("部長", 42, 50000, 42, 48000), ("班長", 98, 40000, 100, 38000), ("団員", 512, 37000, 520, 37000),
]  # fmt: skip
excel(
    "b18_07_fire_company",
    [
        ["令和８年度　消防団員報酬　積算内訳（消防本部総務課）"],
        [_, _, _, _, "（円）"],
        ["階級", "R8", _, _, "R7"],
        [_, "人数", "年額", "要求額", "予算額"],
        *([rank, n, pay, f"=B{row}*C{row}", m * was] for row, (rank, n, pay, m, was) in enumerate(_ranks, start=5)),
        ["合計", "=SUM(B5:B10)", _, "=SUM(D5:D10)", "=SUM(E5:E10)"],
    ],
    truth(tuple((rank, n * pay // 1000, m * was // 1000) for rank, n, pay, m, was in _ranks), year=8),
    merges="A3:A4 B3:D3",
    formats="B5:E11=#,##0",
)  # fmt: skip

# 08 図書館: a hidden code column and a hidden column of the year before last ---------------------------------
_rows = [
    ["一般図書", "4101", 22600, 23000, 23500, "約9,400冊"],
    ["児童図書", "4102", 7100, 7200, 7600, "約4,000冊"],
    ["雑誌・新聞", "4103", 5480, 5600, 5450, "312タイトル"],
    ["郷土資料", "4104", 1300, 1300, 1300, _],
    ["視聴覚資料", "4105", 890, 900, 600, "DVD120点"],
    ["電子書籍利用料", "4106", 3100, 3300, 3960, "同時アクセス拡充"],
]
excel(
    "b18_08_library_hidden",
    [
        ["市立図書館資料費　令和８年度予算要求"],
        [_, _, _, _, _, "単位：千円"],
        ["資料種別", "コード", "R6決算", "R7予算", "R8要求", "備考"],
        *_rows,
        plus("合計", _rows, 2, 3, 4, width=6),
    ],
    truth(take(_rows, 0, 4, 3), year=8),
    formats="C4:E10=#,##0",
    hidden="B C",
)  # fmt: skip

# 09 農林: 総事業費, 国費 and 県費, 予算計上額 the sum of both ------------------------------------------------------------
_rows = [
    ["東部集落協定ほか48", 64800, 32400, 16200, 16200, 48600, 47900],
    ["中部集落協定ほか35", 43600, 21800, 10900, 10900, 32700, 33100],
    ["西部集落協定ほか61", 88400, 44200, 22100, 22100, 66300, 64850],
    ["推進事務費", 1800, 900, 900, 0, 1800, 1760],
]
for _row in _rows:
    assert number(_row[1]) == sum(map(number, _row[2:5]))
    assert number(_row[5]) == sum(map(number, _row[2:4]))
excel(
    "b18_09_mountain_farming",
    [
        ["中山間地域等直接支払事業　所要額調べ"],
        ["農地・水保全課", _, _, _, _, "令和８年度", "単位千円"],
        ["交付先", "総事業費", "負担区分", _, _, "県予算\n要求額\n(国+県)", "前年度\n県予算額"],
        [_, _, "国", "県", "市町村", _, _],
        *_rows,
        plus("計", _rows, 1, 2, 3, 4, 5, 6),
    ],
    truth(take(_rows, 0, 5, 6), year=8, name="中山間地域等直接支払事業"),
    merges="A3:A4 B3:B4 C3:E3 F3:F4 G3:G4",
    formats="B5:G9=#,##0",
)  # fmt: skip

# 10 観光: a cover tab with the totals, the lines in the second tab ------------------------------------------
_rows = delta(
    [
        ["委託料", "デジタル広告配信", "6か月×1,200千円", 7200, 6000],
        ["委託料", "動画制作", "4本×850千円", 3400, 2550],
        ["委託料", "ファムトリップ", "2回", 2860, 2860],
        ["負担金、補助及び交付金", "広域観光連盟負担金", "定額", 4500, 4500],
        ["旅費", "商談会出席", "台湾・香港", 1140, 980],
        ["需用費", "多言語パンフレット", "6万部", 1980, 2310],
    ],
    3, 4, 5,
)  # fmt: skip
excel(
    "b18_10_tourism_cover",
    {
        "表紙": [
            ["令和８年度当初予算要求書"],
            ["事業名", "インバウンド誘客促進事業"],
            ["所属", "観光交流局　観光誘客課"],
            ["要求額", total(_rows, 3), "千円"],
            ["前年度当初", total(_rows, 4), "千円"],
            ["財源", "国庫", 6000, "一般財源", total(_rows, 3) - 6000],
        ],
        "内訳": [
            ["内訳（単位：千円）"],
            ["節", "内容", "積算", "要求額", "前年度", "増減"],
            *_rows,
            plus("計", _rows, 3, 4, 5),
        ],
    },
    truth(take(_rows, 1, 3, 4), year=8, name="インバウンド誘客促進事業"),
)  # fmt: skip

# 11 福祉: full-width figures typed as words, the reckoning written out --------------------------------------
_rows = [
    ["重度心身障がい者医療費", "４，１５０円×９，８００人×１２月", 488040, 471200],
    ["特別障害者手当", "２８，８４０円×６２５人×１２月", 216300, 209100],
    ["障害児福祉手当", "１５，６９０円×２００人×１２月", 37656, 38400],
    ["審査支払手数料", "５０円×１２０，０００件", 6000, 5850],
]
_worked = [4150 * 9800 * 12, 28840 * 625 * 12, 15690 * 200 * 12, 50 * 120000]
assert [number(row[2]) * 1000 for row in _rows] == _worked


def _wide(value: object) -> object:
    return f"{value:,}".translate(_WIDE) if isinstance(value, int) else value


excel(
    "b18_11_full_width_aid",
    [
        ["障がい福祉課　扶助費等要求内訳（令和８年度）"],
        [_, _, "（千円）", "（千円）"],
        ["区分", "積算基礎", "要求額", "前年度予算"],
        *([_wide(value) for value in row] for row in _rows),
        [_wide(value) for value in plus("合計", _rows, 2, 3)],
    ],
    truth(take(_rows, 0, 2, 3), year=8),
)  # fmt: skip

# 12 教育: 小計 by 節 below its lines, blank rows between -------------------------------------------------------
_first = [["報償費", "講師謝金", 1320, 1260], [_, "助言者謝金", 480, 480]]
_second = [["旅費", "費用弁償", 640, 610], [_, "普通旅費", 390, 420]]
_third = [["委託料", "研修動画作成", 2750, 0], [_, "会場設営", 880, 860], [_, "要約筆記", 264, 264]]
_rows = [*_first, *_second, *_third]
excel(
    "b18_12_teachers_subtotals",
    [
        ["令和８年度当初要求　教職員研修費"],
        ["教育センター", _, _, "(単位：千円)"],
        ["節", "細節・内容", "R8要求額", "R7当初額"],
        *_first, plus("小計", _first, 2, 3, at=1), [],
        *_second, plus("小計", _second, 2, 3, at=1), [],
        *_third, plus("小計", _third, 2, 3, at=1), [],
        plus("合計", _rows, 2, 3),
    ],
    truth(take(_rows, 1, 2, 3), year=8),
    formats="C4:D18=#,##0",
)  # fmt: skip

# 13 衛生: years in rows, kinds of examination in columns ----------------------------------------------------
_names = ["食中毒菌検査", "残留農薬検査", "放射能検査", "水道水検査"]
_this, _last = [4260, 8900, 1350, 2740], [4100, 8640, 1350, 2900]
excel(
    "b18_13_laboratory_years_down",
    [
        ["衛生環境研究所　検査経費（令和８年度当初要求）", _, _, _, _, "千円"],
        ["年度", *_names, "計"],
        ["令和８年度要求", *_this, sum(_this)],
        ["令和７年度当初", *_last, sum(_last)],
        ["増減", *(a - b for a, b in zip(_this, _last, strict=True)), sum(_this) - sum(_last)],
    ],
    truth(tuple(zip(_names, _this, _last, strict=True)), year=8),
    formats="B3:F5=#,##0",
)  # fmt: skip

# 14 総務: amounts typed with 円 ------------------------------------------------------------------------------
_rows = [
    ["郵便料", "後納郵便", 8640000, 8100000],
    ["複写機使用料", "単価契約　@3.2円", 5120000, 5280000],
    ["用紙購入", "A4 2,400箱", 4800000, 4320000],
    ["文書保存箱", "1,500個", 345000, 330000],
    ["廃棄文書溶解処理", "18t", 432000, 414000],
]
excel(
    "b18_14_documents_yen_words",
    [
        ["R8文書管理費 要求資料"],
        ["項目", "内容", "令和8年度要求額", "令和7年度当初予算額"],
        *([*row[:2], f"{row[2]:,}円", f"{row[3]:,}円"] for row in _rows),
        ["合計", _, f"{total(_rows, 2):,}円", f"{total(_rows, 3):,}円"],
    ],
    truth(take(_rows, 0, 2, 3, 1000), year=8),
)  # fmt: skip

# 15 危機管理: last year on the left, remarks with line breaks and figures, notes below ------------------------
_rows = [
    ["備蓄食料更新", 12400, 13650, "アルファ米24,000食×375円\n飲料水18,000本×150円ほか"],
    ["毛布・簡易ベッド", 3300, 6600, "簡易ベッド1,200台"],
    ["拠点倉庫借上", 2640, 2640, "月額220千円×12月"],
    ["総合防災訓練", 4180, 4350, "R7：西部、R8：東部"],
    ["衛星携帯電話", 1056, 1056, "20台"],
]
excel(
    "b18_15_stockpile_notes",
    [
        [_, "防災備蓄・訓練費"],
        [_, "危機対策課（内線2345）", _, _, _, "令和８年度要求"],
        [_, _, _, _, _, "千円"],
        [_, "事項", "前年度\n当初", "本年度\n要求", "差引", "積算等"],
        *([_, row[0], row[1], row[2], f"=D{at}-C{at}", row[3]] for at, row in enumerate(_rows, start=5)),
        [_, "計", "=SUM(C5:C9)", "=SUM(D5:D9)", "=D10-C10", _],
        [],
        [_, "※1　備蓄目標：発災3日分 75,000食（現在 61,200食）"],
        [_, "※2　簡易ベッドは国1/2（3,300千円）を見込む"],
    ],
    truth(take(_rows, 0, 2, 1), year=8),
    formats="C5:E10=#,##0",
)  # fmt: skip
stored()

# 16 デジタル: contracts over years, the amount of each year in a column ---------------------------------------
_rows = [
    ["グループウェア運用", "R5.10～R10.9", 19200, 38400, 38400, 38400, 38400],
    ["庁内ネットワーク機器リース", "R6.4～R11.3", 0, 52800, 52800, 52800, 52800],
    ["AI議事録サービス", "R8.4～R11.3", 0, 0, 0, 3960, 3960],
    ["電子申請システム", "R7.4～R10.3", 0, 0, 14520, 14520, 14520],
    ["仮想基盤保守", "R5.4～R9.3", 27500, 27500, 27500, 28050, 0],
]
excel(
    "b18_16_it_contracts",
    [
        ["情報システム長期契約一覧（令和８年度当初予算要求）", _, _, _, _, _, "単位：千円"],
        ["契約名", "契約期間", "R5\n支出額", "R6\n支出額", "R7\n予算額", "R8\n要求額", "R9\n予定額"],
        *_rows,
        plus("計", _rows, 2, 3, 4, 5, 6),
    ],
    truth(take(_rows, 0, 5, 4), year=8),
    merges="A1:F1",
    formats="C3:G8=#,##0",
)  # fmt: skip

# 17 人事: a list of posts, 報酬・手当・共済費 across, no last year, 円 ------------------------------------------------
_posts = [
    ["窓口補助員（本庁）", 3, 5940000, 2376000, 1314000],
    ["データ入力員", 2, 3888000, 1555000, 861000],
    ["手話通訳員", 1, 2784000, 1114000, 617000],
    ["消費生活相談員", 4, 11520000, 4608000, 2544000],
    ["運転手", 2, 4512000, 1805000, 999000],
]
_rows = across(_posts, 2, 4)
excel(
    "b18_17_staff_list",
    [
        ["令和８年度　会計年度任用職員　配置要求一覧"],
        ["人事課　給与担当", _, _, _, _, "単位：円"],
        ["職　名", "人数", "報酬", "期末・勤勉手当", "共済費", "合計"],
        *_rows,
        plus("計", _rows, 1, 2, 3, 4, 5),
    ],
    truth(take(_rows, 0, 5, scale=1000), previous=False, year=8),
    formats="B4:F9=#,##0",
)  # fmt: skip

# 18 議会: A4 across, 款項目 above, numbered 節 with 説明 in the same cell -----------------------------------------
_rows = delta(
    [
        ["１　報酬", 322560, 322560, "議員35人"],
        ["３　職員手当等", 118900, 116200, "期末手当"],
        ["４　共済費", 41700, 43500, _],
        ["８　旅費", 28400, 27100, "費用弁償、行政視察"],
        ["９　交際費", 600, 600, _],
        ["10　需用費", 9850, 9300, "会議録印刷ほか"],
        ["12　委託料", 17600, 15200, "議会中継、会議録調製"],
        ["18　負担金、補助及び交付金", 105000, 105000, "政務活動費ほか"],
    ],
    1, 2, 3,
)  # fmt: skip
excel(
    "b18_18_assembly",
    [
        ["予 算 見 積 書", _, _, "令和８年度", "議会事務局"],
        ["（款）１ 議会費　（項）１ 議会費　（目）１ 議会費", _, _, _, "（単位　千円）"],
        ["節", "本年度見積額", "前年度予算額", "比較", "説　明"],
        *_rows,
        plus("計", _rows, 1, 2, 3),
    ],
    truth(
        tuple(
            (word, this, last)
            for word, (_label, this, last) in zip(
                ("報酬", "職員手当等", "共済費", "旅費", "交際費", "需用費", "委託料", "負担金、補助及び交付金"),
                take(_rows, 0, 1, 2),
                strict=True,
            )
        ),
        year=8,
    ),
    merges="A2:D2",
    formats="B4:D12=#,##0",
)  # fmt: skip

# 19 河川: 財源内訳 with bonds, no unit but 千円 in the heading's brackets -----------------------------------------
_rows = [
    ["築堤護岸", 240000, 120000, 108000, 0, 12000, 210000],
    ["橋梁架替", 135000, 67500, 60700, 0, 6800, 180000],
    ["用地補償", 46000, 23000, 20700, 0, 2300, 22000],
    ["測量試験", 18000, 9000, 0, 0, 9000, 24000],
    ["附帯工事受託", 8200, 0, 0, 8200, 0, 6500],
]
for _row in _rows:
    assert number(_row[1]) == sum(map(number, _row[2:6]))
excel(
    "b18_19_river_bonds",
    [
        ["広域河川改修事業（令和８年度要求）"],
        ["河川課"],
        ["工種", "要求額（千円）", "左の財源内訳（千円）", _, _, _, "前年度当初（千円）"],
        [_, _, "国庫", "県債", "受託", "一般", _],
        *_rows,
        plus("計", _rows, 1, 2, 3, 4, 5, 6),
    ],
    truth(take(_rows, 0, 1, 6), year=8, name="広域河川改修事業"),
    merges="A3:A4 B3:B4 C3:F3 G3:G4",
    formats="B5:G10=#,##0",
)  # fmt: skip

# 20 病院: two quotations, none chosen -----------------------------------------------------------------------
_rows = [
    ["電子カルテ端末", 18700, 17900],
    ["サーバ一式", 24200, 25600],
    ["データ移行", 8800, 7150],
    ["操作研修", 1100, 1320],
]
excel(
    "b18_20_two_quotations",
    [
        ["令和８年度　電子カルテ更新　見積比較"],
        [_, _, "千円"],
        ["品目", "見積額（Ａ社）", "見積額（Ｂ社）"],
        *_rows,
        plus("計", _rows, 1, 2),
        ["どちらの額で要求するかは院内会議（11/5）で決める。"],
    ],
    truth(take(_rows, 0, 1), previous=False, year=8, must="asked"),
)  # fmt: skip

# 21 農林: no unit, no total, nothing that says 円 or 千円 ------------------------------------------------------
excel(
    "b18_21_no_unit_no_sum",
    [
        ["R8 要求（林道の刈払い）"],
        ["路線", "R8", "R7"],
        ["若杉線", 62000, 58000],
        ["氷ノ山線", 45000, 45000],
        ["三滝線", 18000, 27000],
    ],
    truth((("若杉線", 62000, 58000), ("氷ノ山線", 45000, 45000), ("三滝線", 18000, 27000)), year=8, must="asked"),
)  # fmt: skip

# 22 住宅: the section's draft and the department's draft, open ----------------------------------------------
_rows = [
    ["耐震診断補助", 6400, 4800, 5200],
    ["耐震改修補助", 45000, 36000, 32000],
    ["ブロック塀撤去補助", 5600, 4200, 5000],
    ["普及啓発", 480, 480, 480],
]
excel(
    "b18_22_two_drafts",
    [
        ["住宅耐震化促進事業　R8当初（調整中）"],
        [_, _, _, "単位：千円"],
        ["内容", "要求額\n（積上げ）", "要求額\n（部内枠に合わせた場合）", "R7当初"],
        *_rows,
        plus("計", _rows, 1, 2, 3),
    ],
    truth(take(_rows, 0, 1, 3), year=8, name="住宅耐震化促進事業", must="asked"),
)  # fmt: skip

# 23 文化: the printed total is of an older state of the table -----------------------------------------------
_rows = [
    ["展覧会開催", 38600, 34200, "企画展3本"],
    ["作品収集", 20000, 20000, "基金"],
    ["収蔵庫空調", 14300, 0, "更新"],
    ["教育普及", 2450, 2300, _],
    ["広報", 5200, 5600, _],
]
excel(
    "b18_23_museum_old_total",
    [
        ["県立美術館運営費　令和８年度要求"],
        [_, _, _, "単位：千円"],
        ["区分", "要求額", "前年度予算額", "備考"],
        *_rows,
        ["合計", total(_rows, 1) - 1800, total(_rows, 2), _],
    ],
    truth(take(_rows, 0, 1, 2), year=8, must="finding"),
    formats="B4:C9=#,##0",
)  # fmt: skip

# 24 労働: one tab for each year in the same form ------------------------------------------------------------
_now = [
    ["訓練委託", "12コース×3,150千円", 37800],
    ["託児サービス", "5コース", 1260],
    ["就職支援員", "2人", 6480],
    ["テキスト印刷", "240部", 312],
]
_was = [
    ["訓練委託", "11コース×3,100千円", 34100],
    ["託児サービス", "4コース", 1008],
    ["就職支援員", "2人", 6240],
    ["テキスト印刷", "220部", 286],
]
excel(
    "b18_24_tab_of_each_year",
    {
        "R8": [
            ["令和８年度　離職者職業訓練事業　積算"],
            [_, _, "千円"],
            ["項目", "積算", "金額"],
            *_now,
            plus("計", _now, 2),
        ],
        "R7": [
            ["令和７年度　離職者職業訓練事業　積算"],
            [_, _, "千円"],
            ["項目", "積算", "金額"],
            *_was,
            plus("計", _was, 2),
        ],
    },
    truth(
        tuple((str(a[0]), number(a[2]), number(b[2])) for a, b in zip(_now, _was, strict=True)),
        year=8, name="離職者職業訓練事業",
    ),
)  # fmt: skip

# 25 財務会計システム: an export, cp932, 円, zeros before codes, a total row ----------------------------------------
_rows = [
    ["01", "01", "報酬", 2640000, 2568000], ["08", "02", "普通旅費", 384000, 402000], ["10", "01", "消耗品費", 765000, 740000],
    ["10", "03", "燃料費", 1290000, 1180000], ["10", "05", "光熱水費", 8430000, 7960000], ["11", "01", "通信運搬費", 516000, 516000],
    ["12", "09", "施設管理委託料", 24750000, 23980000], ["13", "02", "機器借上料", 1848000, 1848000],
]  # fmt: skip
text(
    "b18_25_finance_export", ".csv",
    csv([
        ["予算要求明細（節細節別）", _, _, _, _, _, _, _],
        ["会計年度", "2026", "所属", "運転免許課", "事業", "免許センター運営費", "出力日", "2025/10/20"],
        ["節", "細節", "名称", "要求額", "前年当初", "増減額", _, _],
        *([*row, number(row[3]) - number(row[4]), _, _] for row in _rows),
        [_, _, "合計", total(_rows, 3), total(_rows, 4), total(_rows, 3) - total(_rows, 4), _, _],
        ["金額単位：円", _, _, _, _, _, _, _],
    ], commas=False),
    truth(take(_rows, 2, 3, 4, 1000), year=8, name="免許センター運営費"),
    "cp932",
)  # fmt: skip

# 26 下水道: a CSV with subtotals of the works ----------------------------------------------------------------
_first = [
    ["天神浄化センター", "汚泥処分", 96800, 93200],
    [_, "薬品", 31200, 29800],
    [_, "電力", 88400, 85600],
]
_second = [["ポンプ場", "点検委託", 12650, 12320], [_, "電力", 9700, 9350]]
text(
    "b18_26_sewage_csv", ".csv",
    "\ufeff" + csv([
        ["令和8年度要求　下水道維持管理費"],
        ["施設", "費目", "要求額（千円）", "前年度（千円）"],
        *_first, plus("小計", _first, 2, 3, at=1),
        *_second, plus("小計", _second, 2, 3, at=1),
        plus("総計", [*_first, *_second], 2, 3),
    ]),
    truth(take([*_first, *_second], 1, 2, 3), year=8),
)  # fmt: skip

# 27 青少年: cells pasted, 千円, last year left of this year ----------------------------------------------------
_rows = [
    ["有害図書立入調査", "24回", 288, 312], ["あいさつ運動のぼり", "300枚", 150, 0], ["非行防止教室", "60校", 1080, 1200],
    ["青少年育成県民会議補助", "定額", 7400, 7400], ["審議会", "2回", 236, 236],
]  # fmt: skip
text(
    "b18_27_youth_paste", ".tsv",
    joined("\t", [
        ["青少年健全育成費"],
        ["内容", "規模", "R7当初(千円)", "R8要求(千円)"],
        *_rows,
        plus("計", _rows, 2, 3),
    ]),
    truth(take(_rows, 0, 3, 2), year=8),
)  # fmt: skip

# 28 用地: a CSV without unit and total ----------------------------------------------------------------------
text(
    "b18_28_csv_no_unit", ".csv",
    csv([
        ["件名", "令和8年度", "令和7年度"], ["県有地測量", 84000, 79000], ["売却地鑑定", 36000, 36000], ["草刈り", 52000, 47000],
    ], commas=False),
    truth((("県有地測量", 84000, 79000), ("売却地鑑定", 36000, 36000), ("草刈り", 52000, 47000)), year=8, must="asked"),
)  # fmt: skip

# 29 市民協働: a mail with bullets -----------------------------------------------------------------------------
text(
    "b18_29_mail_bullets", ".txt",
    """From: 協働推進課 佐伯
To: 財政課 予算第二係
Subject: Re: Re: 来年度要求の内訳について
Date: Tue, 21 Oct 2025 09:12:44 +0900

財政課　予算第二係　御中

お疲れさまです。協働推進課の佐伯です。
お尋ねのあった「地域づくり交付金事業」の令和8年度の内訳をお送りします。

・地区交付金　　　　18,400千円（R7：18,000千円）　※23地区×800千円
・活動拠点修繕補助　 3,600千円（R7：2,400千円）
・リーダー研修　　　　 520千円（R7：520千円）
・情報紙発行　　　　 1,180千円（R7：1,230千円）
　合計　　　　　　　23,700千円（R7：22,150千円）

財源は、ふるさと基金 4,000千円、残りは一般財源です。
よろしくお願いいたします。

> 10/20 財政課 高木
> 内訳が21,000千円しか確認できません。再度お知らせください。
""",
    truth(
        (("地区交付金", 18400, 18000), ("活動拠点修繕補助", 3600, 2400), ("リーダー研修", 520, 520), ("情報紙発行", 1180, 1230)),
        year=8, name="地域づくり交付金事業",
    ),
)  # fmt: skip

# 30 保健所: a Word table pasted, line numbers and 円 ----------------------------------------------------------
text(
    "b18_30_word_health", ".txt",
    """様式第２号

令和８年度予算要求説明書

事業名：難病患者地域支援事業
所管：健康増進課

（単位：円）
番号\t経費\t算出根拠\t要求額\t前年度予算額
1\t訪問相談員謝金\t8,500円×160回\t1,360,000\t1,275,000
2\t相談員旅費\t1,200円×160回\t192,000\t180,000
3\t患者会支援補助金\t100,000円×7団体\t700,000\t600,000
4\t医療講演会\t講師2名、会場\t238,000\t231,000
5\t啓発リーフレット\t40円×5,000部\t200,000\t190,000
\t合計\t\t2,690,000\t2,476,000

以上
""",
    truth(
        (
            ("訪問相談員謝金", 1360, 1275), ("相談員旅費", 192, 180), ("患者会支援補助金", 700, 600), ("医療講演会", 238, 231),
            ("啓発リーフレット", 200, 190),
        ),
        year=8, name="難病患者地域支援事業",
    ),
)  # fmt: skip

# 31 交通: a published page with a table of spaces -----------------------------------------------------------
_rows = [
    ["路線維持補助", 214000, 208500], ["車両購入補助", 32000, 24000], ["共助交通立上げ", 6500, 5000], ["IC乗車券負担金", 3480, 3480],
]  # fmt: skip
text(
    "b18_31_page_buses", ".txt",
    page(8, "輝く鳥取創造本部", "生活交通確保対策事業", f"{total(_rows, 1):,}", f"{total(_rows, 2):,}",
        "下表のとおり市町村・事業者を支援する。　(単位：千円)\n\n区分　　R8要求額　　R7予算額\n"
        + "".join(f"{row[0]}　　{row[1]:,}　　{row[2]:,}\n" for row in _rows)
        + f"計　　{total(_rows, 1):,}　　{total(_rows, 2):,}"),
    truth(take(_rows, 0, 1, 2), year=8, name="生活交通確保対策事業"),
)  # fmt: skip

# 32 出納: a table of plus and minus signs from a text editor ------------------------------------------------
text(
    "b18_32_ascii_table", ".txt",
    """R8当初 会計管理費 内訳 （単位：千円）

+----------------------+----------+----------+--------+
| 内容                 | R8要求   | R7当初   | 増減   |
+----------------------+----------+----------+--------+
| 口座振替手数料       |   15,840 |   15,200 |    640 |
| 収納データ作成委託   |    4,290 |    4,290 |      0 |
| 指定金融機関派出     |    2,750 |    2,200 |    550 |
| 財務会計システム改修 |    6,600 |    9,900 | -3,300 |
+----------------------+----------+----------+--------+
| 計                   |   29,480 |   31,590 | -2,110 |
+----------------------+----------+----------+--------+
""",
    truth(
        (
            ("口座振替手数料", 15840, 15200), ("収納データ作成委託", 4290, 4290), ("指定金融機関派出", 2750, 2200),
            ("財務会計システム改修", 6600, 9900),
        ),
        year=8,
    ),
)  # fmt: skip

# 33 公園: a mail with two plans, the choice left to the reader ----------------------------------------------
text(
    "b18_33_mail_two_plans", ".txt",
    """予算担当 様

都市公園管理費（R8当初）ですが、要求を次のどちらにするか、まだ決まっていません。（単位：千円）

＜案１＞
内容\tR8要求\tR7当初
指定管理料\t86,000\t82,000
遊具更新\t24,000\t12,000
樹木剪定\t9,500\t9,000
計\t119,500\t103,000

＜案２＞
内容\tR8要求\tR7当初
指定管理料\t84,000\t82,000
遊具更新\t16,000\t12,000
樹木剪定\t9,500\t9,000
計\t109,500\t103,000

部長レクのあとで連絡します。
""",
    truth(
        (("指定管理料", 86000, 82000), ("遊具更新", 24000, 12000), ("樹木剪定", 9500, 9000)),
        year=8, must="asked",
    ),
)  # fmt: skip

# 34 スポーツ: a page of the intranet with rowspans ------------------------------------------------------------
text(
    "b18_34_html_rowspans", ".html",
    html(
        "R8要求",
        "<h2>令和８年度当初予算要求：競技力向上対策事業</h2>\n<p align=right>単位：千円</p>\n<table border=1>\n"
        "<tr><th rowspan=2>区分</th><th rowspan=2>内容</th><th colspan=2>予算額</th><th rowspan=2>説明</th></tr>\n"
        "<tr><th>Ｒ８要求</th><th>Ｒ７当初</th></tr>\n"
        "<tr><td rowspan=2>強化費</td><td>競技団体強化</td><td>68,000</td><td>65,000</td><td>41団体</td></tr>\n"
        "<tr><td>ジュニア育成</td><td>18,500</td><td>17,200</td><td></td></tr>\n"
        "<tr><td rowspan=2>環境整備</td><td>競技用具</td><td>9,400</td><td>12,600</td><td>漕艇ほか</td></tr>\n"
        "<tr><td>スポーツ医科学</td><td>5,100</td><td>4,800</td><td>委託</td></tr>\n"
        "<tr><td colspan=2>合計</td><td>101,000</td><td>99,600</td><td></td></tr>\n</table>",
    ),
    truth(
        (("競技団体強化", 68000, 65000), ("ジュニア育成", 18500, 17200), ("競技用具", 9400, 12600), ("スポーツ医科学", 5100, 4800)),
        year=8, name="競技力向上対策事業",
    ),
)  # fmt: skip

# 35 水産: thead, tbody, tfoot; funds in a second table ------------------------------------------------------
_rows = [
    ["種苗放流", "キジハタ5万尾ほか", 13200, 12800], ["藻場造成", "4地区", 22000, 26000], ["磯焼け対策研修", _, 430, 400],
    ["漁場調査", "委託", 6270, 5940],
]  # fmt: skip
text(
    "b18_35_html_fishery", ".html",
    html("豊かな海づくり", "<h1>豊かな海づくり推進事業</h1><p>水産振興課 / 令和8年度当初要求 / 金額は千円</p><h2>内訳</h2><table class='t'><thead>"
        + tr(["取組", "規模", "要求額", "前年度当初"], "th") + "</thead><tbody>" + "".join(tr(row) for row in _rows)
        + "</tbody><tfoot>" + tr(["計", "", total(_rows, 2), total(_rows, 3)]) + "</tfoot></table><h2>財源</h2><table class='t'>"
        + tr(["国庫支出金", "繰入金", "一般財源", "計"], "th") + tr([11000, 10000, total(_rows, 2) - 21000, total(_rows, 2)]) + "</table>"),
    truth(take(_rows, 0, 2, 3), year=8, name="豊かな海づくり推進事業"),
)  # fmt: skip

# 36 観光: a pipe table of a chat tool -----------------------------------------------------------------------
text(
    "b18_36_pipe_table", ".txt",
    """#観光案内所運営　R8要求

| 項目 | R8要求額（円） | R7予算額（円） | メモ |
|:--|--:|--:|:--|
| 案内所運営委託 | 14,520,000 | 14,080,000 | 3人体制 |
| Wi-Fi通信料 | 396,000 | 396,000 | |
| 案内板修繕 | 880,000 | 550,000 | 駅前 |
| 多言語翻訳機 | 165,000 | 0 | 5台 |
| 計 | 15,961,000 | 15,026,000 | |
""",
    truth(
        (("案内所運営委託", 14520, 14080), ("Wi-Fi通信料", 396, 396), ("案内板修繕", 880, 550), ("多言語翻訳機", 165, 0)),
        year=8,
    ),
)  # fmt: skip

# 37 施設: two estimates, nothing says which is asked for ----------------------------------------------------
_rows = [
    ["外壁改修", 42000, 45900],
    ["受変電設備", 31000, 33800],
    ["自動ドア", 2500, 2450],
    ["設計監理", 4800, 4980],
]
text(
    "b18_37_html_two_columns", ".html",
    html("庁舎改修", "<h3>令和8年度　総合庁舎改修</h3><p>（千円）</p><table border=1>" + tr(["工事", "概算①", "概算②"], "th")
        + "".join(tr(row) for row in _rows) + tr(plus("計", _rows, 1, 2)) + "</table><p>①は営繕課、②は設計事務所による。</p>"),
    truth(take(_rows, 0, 1), previous=False, year=8, must="asked"),
)  # fmt: skip

# 38 こども: two tables below each other, 経常 and 臨時, one grand total ------------------------------------------
_first = [
    ["里親手当", 64800, 61200, "月90千円×60人"],
    ["里親研修", 1430, 1380, "年6回"],
    ["賠償責任保険", 216, 216, _],
]
_second = [["一時保護所改修", 18700, 0, "居室個室化"], ["公用車更新", 2480, 2310, "1台"]]
excel(
    "b18_38_ordinary_and_single",
    [
        ["令和８年度　児童養護費要求内訳", _, _, "家庭支援課"],
        [_, _, _, "千円"],
        ["Ⅰ　経常的経費"],
        ["内容", "要求額", "前年度", "積算"],
        *_first,
        plus("小計", _first, 1, 2, width=4),
        [],
        ["Ⅱ　臨時的経費"],
        ["内容", "要求額", "前年度", "積算"],
        *_second,
        plus("小計", _second, 1, 2, width=4),
        [],
        plus("合計（Ⅰ＋Ⅱ）", [*_first, *_second], 1, 2, width=4),
    ],
    truth(take([*_first, *_second], 0, 1, 2), year=8),
    formats="B5:C16=#,##0",
)  # fmt: skip

# 39 畜産: costs on the left, funds on the right of the same rows --------------------------------------------
_rows = [
    ["家畜伝染病検査", 9640, 9310, _, "国庫負担金", 8200],
    ["予防注射", 3120, 3250, _, "手数料", 1900],
    ["防疫資材備蓄", 4480, 2900, _, "一般財源", 9340],
    ["死亡牛検査", 2200, 2200],
]
assert total(_rows, 1) == 8200 + 1900 + 9340
excel(
    "b18_39_costs_and_funds",
    [
        ["家畜保健衛生所費　令和８年度当初予算要求（千円）"],
        ["歳出", _, _, _, "財源", _],
        ["内容", "R8要求", "R7当初", _, "区分", "R8"],
        *_rows,
        ["計", total(_rows, 1), total(_rows, 2), _, "計", 19440],
    ],
    truth(take(_rows, 0, 1, 2), year=8),
    merges="A2:C2 E2:F2",
    formats="B4:C8=#,##0;F4:F8=#,##0",
)  # fmt: skip

# 40 統計: the change between the two years, in a table that is mostly words ---------------------------------
_survey: tuple[Item, ...] = (
    ("経済センサス調査員報酬", 28600, 0), ("指導員報酬", 3900, 640), ("市町村交付金", 41500, 9800), ("調査票保管・輸送", 870, 410),
    ("説明会", 360, 120),
)  # fmt: skip
excel(
    "b18_40_statistics_survey",
    [
        ["令和８年度　統計調査費　要求説明資料"],
        ["統計課", _, _, _, _, "（単位：千円）"],
        ["No", "経費名", "要求理由・内容", "要求額", "昨年度予算", "増▲減"],
        *(
            [at, word, f"{word}に要する経費", this, last, f"=D{at + 3}-E{at + 3}"]
            for at, (word, this, last) in enumerate(_survey, start=1)
        ),
        [_, "合計", _, "=SUM(D4:D8)", "=SUM(E4:E8)", "=D9-E9"],
        ["※令和８年経済センサス-活動調査（基準日：令和８年６月１日）のため大幅増"],
    ],
    truth(_survey, year=8),
    formats="D4:F9=#,##0",
)  # fmt: skip
stored()

BATCH: Final[list[Fresh]] = FRESH[_BEFORE:]
del FRESH[_BEFORE:]
assert len(BATCH) == 40, len(BATCH)
