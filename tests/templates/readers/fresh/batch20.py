"""Batch 20: forty ordinary tables of a city, a hospital bureau, schools and a police headquarters, written without sight of the reader."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from openpyxl.workbook import Workbook

from tests.templates.readers.fresh.pages import FULL_WIDTH as _FULL_WIDTH
from tests.templates.readers.fresh.pages import spaced as _spaced
from tests.templates.readers.fresh.rows import delta, plus, take, truth
from tests.templates.readers.fresh.rows import number_of as _n
from tests.templates.readers.fresh.rows import worked as _basis
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


def _signed(area: str, sign: str = "△") -> Callable[[Workbook], None]:
    """Shows what is below zero with a sign before it, as the format of the cells of the first tab."""

    def change(book: Workbook) -> None:
        for cells in book.worksheets[0][area]:
            for cell in cells:
                cell.number_format = f'#,##0;"{sign}"#,##0'

    return change


# 01 警察本部 装備課: unit price × number, last year before this year, 円, formulas with stored values ---------------
excel(
    "b20_01_police_equipment",
    [
        ["警察装備品整備費　積算書（令和８年度当初）"],
        ["警務部装備課", _, _, _, _, _, _, "単位：円"],
        ["No.", "品目", "規格", "R7当初", "単価", "数量", "R8要求額", "差引"],
        [1, "防刃手袋", "革製", 1320000, 8800, 200, "=E4*F4", "=G4-D4"],
        [2, "耐刃防護衣", "内着型", 9450000, 45000, 180, "=E5*F5", "=G5-D5"],
        [3, "投光器", "LED充電式", 0, 64000, 12, "=E6*F6", "=G6-D6"],
        [4, "交通検問用具", "停止旗ほか", 980000, 35000, 28, "=E7*F7", "=G7-D7"],
        [5, "雨衣", "上下", 2600000, 13000, 150, "=E8*F8", "=G8-D8"],
        ["合計", _, _, "=SUM(D4:D8)", _, _, "=SUM(G4:G8)", "=SUM(H4:H8)"],
    ],
    truth(
        (
            ("防刃手袋", 1760, 1320), ("耐刃防護衣", 8100, 9450), ("投光器", 768, 0),
            ("交通検問用具", 980, 980), ("雨衣", 1950, 2600),
        ),
        year=8,
    ),
    merges="A9:C9",
    formats="D4:E9=#,##0;G4:G9=#,##0",
)  # fmt: skip
_then(_signed("H4:H9"))
_stored()

# 02 水道局: 収益的支出, 款 項 目 節 each in its own column, sums on every level -----------------------------------
_water = [
    [_, _, _, "動力費", 186000, 179500, "電力料金単価の上昇"],
    [_, _, _, "薬品費", 42300, 39800, "次亜塩素酸ナトリウムほか"],
    [_, _, _, "委託料", 98400, 95100, "運転管理"],
]
_pipes = [
    [_, _, _, "修繕費", 74000, 71000, "漏水修理 370件"],
    [_, _, _, "路面復旧費", 28500, 29000, _],
    [_, _, _, "材料費", 6120, 5980, _],
]
excel(
    "b20_02_waterworks_levels",
    [
        ["令和８年度　水道事業会計予算見積書（収益的支出）"],
        ["水道局浄水課・配水課", _, _, _, _, "（単位：千円、税込）"],
        ["款", "項", "目", "節", "令和８年度\n予定額", "令和７年度\n当初予定額", "説明"],
        plus("水道事業費用", [*_water, *_pipes], 4, 5),
        plus("営業費用", [*_water, *_pipes], 4, 5, at=1),
        plus("原水及び浄水費", _water, 4, 5, at=2),
        *_water,
        plus("配水及び給水費", _pipes, 4, 5, at=2),
        *_pipes,
    ],
    truth(take([*_water, *_pipes], 3, 4, 5), year=8),
    formats="E4:F13=#,##0",
)  # fmt: skip
_then(_ruled(3, 13, 7))

# 03 病院局: medical devices, 税抜 unit price and 税込 amount, no last year -------------------------------------------
_devices = [
    ("手術部", "電気メス", 2500000, 2, "更新"),
    ("放射線科", "超音波診断装置", 12000000, 1, "更新"),
    ("救急センター", "人工呼吸器", 4200000, 3, "増設"),
    ("検査部", "生物顕微鏡", 680000, 1, "更新"),
]
_rows = [
    [place, what, price, number, price * number, price * number * 11 // 10, why]
    for place, what, price, number, why in _devices
]
excel(
    "b20_03_hospital_devices",
    [
        ["令和８年度　医療機器整備要望一覧（県立中央病院）"],
        [_, _, _, _, _, _, "（円）"],
        ["部門", "機器名", "税抜単価", "台数", "税抜金額", "要求額（税込）", "区分"],
        *_rows,
        plus("合計", _rows, 3, 4, 5, width=7),
    ],
    truth(take(_rows, 1, 5, scale=1000), previous=False, year=8),
    formats="C4:C8=#,##0;E4:F8=#,##0",
)  # fmt: skip

# 04 財務会計システム: all columns of the export quoted, 千円 in the headings, a row of the total ------------------
_rows = [
    ["01", "報酬", "02", "会計年度任用職員報酬", 18240, 17760],
    ["08", "旅費", "01", "費用弁償", 864, 864],
    ["10", "需用費", "01", "消耗品費", 2150, 2080],
    ["10", "需用費", "06", "修繕料", 1400, 2600],
    ["12", "委託料", "01", "委託料", 33600, 31950],
    ["13", "使用料及び賃借料", "02", "賃借料", 5280, 5280],
]
_code = ["2026", "130200", "市民課", "02", "03", "01", "00510", "戸籍住民基本台帳事務事業"]
text(
    "b20_04_csv_export_quoted", ".csv",
    "".join(
        ",".join(f'"{"" if value is None else value}"' for value in row) + "\r\n"
        for row in [
            ["会計年度", "所属コード", "所属名称", "款", "項", "目", "事業コード", "事業名称", "節", "節名称", "細節",
             "細節名称", "見積額(千円)", "前年度当初(千円)", "比較(千円)"],
            *([*_code, *row, _n(row[4]) - _n(row[5])] for row in _rows),
            [*[""] * 11, "合計", sum(_n(row[4]) for row in _rows), sum(_n(row[5]) for row in _rows),
             sum(_n(row[4]) - _n(row[5]) for row in _rows)],
        ]
    ),
    truth(take(_rows, 3, 4, 5), year=8, name="戸籍住民基本台帳事務事業"),
    "cp932",
)  # fmt: skip

# 05 学校: by school and kind of cost, sums of both years at the right ------------------------------------------------
_rows = [
    ["第一中学校", 4200, 860, 1450, 5980],
    ["第二中学校", 3800, 790, 1100, 5720],
    ["緑ヶ丘中学校", 5100, 940, 1800, 7600],
    ["南小学校", 2900, 610, 700, 4150],
    ["北小学校", 2650, 580, 650, 4020],
]
_rows = [[*row[:4], sum(_n(value) for value in row[1:4]), row[4]] for row in _rows]
_rows = delta(_rows, 4, 5, 6)
excel(
    "b20_05_schools_by_kind",
    [
        ["学校配当予算　要求額調べ", _, _, _, _, _, "教育総務課"],
        ["令和９年度", _, _, _, _, _, "（千円）"],
        ["学校名", "需用費", "役務費", "備品購入費", "９年度要求計", "８年度配当額", "増減"],
        *_rows,
        plus("計", _rows, 1, 2, 3, 4, 5, 6),
    ],
    truth(take(_rows, 0, 4, 5), year=9),
    formats="B4:G9=#,##0",
)  # fmt: skip

# 06 土木事務所: 箇所表 with the whole cost, spent until, this year, from next year --------------------------------
_places = [
    ("国道４３１号", "米子市大崎", "歩道整備 L=420m", 380000, 120000, 64000, 82000),
    ("(主)倉吉江北線", "北栄町江北", "現道拡幅 L=600m", 520000, 90000, 70000, 58000),
    ("(一)羽合東伯線", "湯梨浜町長瀬", "橋梁補修 1橋", 96000, 10000, 41000, 45000),
    ("(主)鳥取鹿野倉吉線", "三朝町若宮", "防雪柵 L=180m", 72000, 0, 0, 18000),
]
_rows = [
    [number, route, place, what, whole, spent, last, this, whole - spent - last - this]
    for number, (route, place, what, whole, spent, last, this) in enumerate(_places, start=1)
]
excel(
    "b20_06_road_places",
    [
        ["令和８年度　県単独道路改良事業　箇所別要求調書"],
        ["中部総合事務所県土整備局", _, _, _, _, _, _, _, "単位：千円"],
        ["番号", "路線名", "箇所名", "事業内容", "全体事業費", "事業費", _, _, _],
        [_, _, _, _, _, "R6まで", "R7当初", "R8要求", "R9以降"],
        *_rows,
        plus("合計", _rows, 4, 5, 6, 7, 8),
    ],
    truth(take(_rows, 1, 7, 6), year=8, name="県単独道路改良事業"),
    merges="A3:A4 B3:B4 C3:C4 D3:D4 E3:E4 F3:I3 A9:D9",
    formats="E5:I9=#,##0",
)  # fmt: skip
_then(_ruled(3, 9, 9))

# 07 人事: 会計年度任用職員 of a school office, pay by kind, no last year ------------------------------------------
_staff = [
    ("学校事務補助員", 6, 162000, 180000),
    ("特別支援教育支援員", 14, 171000, 195000),
    ("学校司書", 4, 178000, 205000),
    ("給食配膳員", 9, 96000, 0),
]
_rows = [
    [job, heads, pay, heads * pay * 12, heads * bonus * 2, heads * (pay * 12 + bonus * 2)]
    for job, heads, pay, bonus in _staff
]
excel(
    "b20_07_school_staff_pay",
    [
        ["令和８年度　会計年度任用職員人件費　要求積算"],
        ["学校教育課", _, _, _, _, "単位：円"],
        ["職種", "人数", "月額", "報酬（年額）", "期末・勤勉手当", "要求額計"],
        *_rows,
        plus("合計", _rows, 1, 3, 4, 5),
        ["※社会保険料は共済費で一括要求"],
    ],
    truth(take(_rows, 0, 5, scale=1000), previous=False, year=8),
    formats="C4:F8=#,##0",
)  # fmt: skip

# 08 選挙管理委員会: a new election, 国10/10, other tab with the last one ----------------------------------------------
_rows = [
    ["投票管理者・立会人報酬", 9840, "投票所96か所"],
    ["職員時間外手当", 38700, "投開票従事"],
    ["入場券印刷・郵送", 14260, "約17万通"],
    ["ポスター掲示場設置", 11900, "412か所"],
    ["開票所設営委託", 2350, _],
    ["投票用紙計数機更新", 3080, "4台"],
]
_last = [
    ["投票管理者・立会人報酬", 9650],
    ["職員時間外手当", 36900],
    ["入場券印刷・郵送", 12700],
    ["ポスター掲示場設置", 10800],
]
excel(
    "b20_08_election_new",
    {
        "R10要求": [
            ["令和10年度　参議院議員通常選挙費　要求内訳"],
            ["選挙管理委員会事務局", _, "千円"],
            ["経費区分", "要求額", "説明"],
            *_rows,
            plus("計", _rows, 1, width=3),
            ["財源：県委託金10/10"],
        ],
        "R7実績": [["令和７年度　参議院選挙　決算額", "千円"], ["経費区分", "決算額"], *_last, plus("計", _last, 1)],
    },
    truth(take(_rows, 0, 1), previous=False, year=10),
)  # fmt: skip

# 09 消防本部: R7 and R8 each with number, price, amount --------------------------------------------------------------
_items = [
    ("消防用ホース", 40, 38000, 46, 38500),
    ("空気呼吸器ボンベ", 20, 92000, 25, 94000),
    ("防火衣", 30, 185000, 32, 190000),
    ("訓練用人形", 0, 0, 2, 240000),
]
_rows = [
    [what, old, price_old, old * price_old, new, price_new, new * price_new]
    for what, old, price_old, new, price_new in _items
]
excel(
    "b20_09_fire_two_years_priced",
    [
        ["消防装備費　見積比較表", _, _, _, _, _, "消防局警防課"],
        ["品名", "令和７年度予算", _, _, "令和８年度要求", _, _],
        [_, "数量", "単価(円)", "金額(円)", "数量", "単価(円)", "金額(円)"],
        *_rows,
        plus("合　計", _rows, 3, 6),
    ],
    truth(take(_rows, 0, 6, 3, 1000), year=8),
    merges="A2:A3 B2:D2 E2:G2",
    formats="B4:G8=#,##0",
)  # fmt: skip

# 10 税務課: 前年度, 本年度, no years but in the title; 細節 under 節 with sums -------------------------------------
_office = [["　　消耗品費", 1180, 1240], ["　　印刷製本費", 6450, 6900]]
_post = [["　　通信運搬費", 21300, 23800], ["　　手数料", 8700, 9150]]
_hire = [["　　課税システム改修", 4400, 11000], ["　　封入封緘業務", 5200, 5350]]
excel(
    "b20_10_tax_subtotals",
    [
        ["令和８年度当初予算要求書　賦課徴収費"],
        ["税務課", _, _, _, "(単位:千円)"],
        ["科目", "前年度", "本年度", "比較", "備考"],
        plus("需用費", delta(_office, 2, 1, 3), 1, 2, 3),
        *delta(_office, 2, 1, 3),
        plus("役務費", delta(_post, 2, 1, 3), 1, 2, 3),
        *delta(_post, 2, 1, 3),
        plus("委託料", delta(_hire, 2, 1, 3), 1, 2, 3),
        *delta(_hire, 2, 1, 3),
        plus("合計", delta([*_office, *_post, *_hire], 2, 1, 3), 1, 2, 3),
    ],
    truth(take([*_office, *_post, *_hire], 0, 2, 1), year=8),
    formats="B4:C13=#,##0;D4:D13=#,##0_ ",
)  # fmt: skip

# 11 観光課: ruled by hand, columns hidden, 執行見込 beside the budget -----------------------------------------------
_rows = [
    ["観光案内所運営", 14800, 14650, 15200, "指定管理"],
    ["パンフレット増刷", 2700, 2690, 2400, "4か国語"],
    ["ＷＥＢ広告", 3000, 2980, 4500, "台湾・香港向け"],
    ["旅行商談会出展", 1850, 1320, 1850, _],
]
excel(
    "b20_11_tourism_hidden_columns",
    [
        ["観光振興課　令和８年度要求　誘客促進事業"],
        [_, _, _, _, "単位：千円"],
        ["内容", "R7当初", "R7執行見込", "R8要求", "摘要"],
        *_rows,
        plus("計", _rows, 1, 2, 3),
    ],
    truth(take(_rows, 0, 3, 1), year=8, name="誘客促進事業"),
    formats="B4:D8=#,##0",
    hidden="C",
)  # fmt: skip

# 12 農林: 負担区分 by payer, the city's share is the request ------------------------------------------------------------
_share = [
    ("機械利用組合整備", 48000, 16000, 8000, 22600),
    ("鳥獣防護柵", 21000, 11000, 2000, 13400),
    ("担い手育成研修", 1200, 0, 600, 600),
    ("集荷施設改修", 36000, 12000, 6000, 0),
]
_rows = [
    [what, whole, state, own, whole - state - own, state + own, last, "○" if last else "新規"]
    for what, whole, state, own, last in _share
]
excel(
    "b20_12_farm_shares",
    [
        ["令和８年度　農業経営基盤強化事業　負担区分表"],
        ["農政課", _, _, _, _, _, _, "千円"],
        ["事業内容", "総事業費", "負担区分", _, _, "市予算要求額\n(県＋市)", "前年度予算額", "継続"],
        [_, _, "県", "市", "事業主体", _, _, _],
        *_rows,
        plus("計", _rows, 1, 2, 3, 4, 5, 6),
    ],
    truth(take(_rows, 0, 5, 6), year=8, name="農業経営基盤強化事業"),
    merges="A3:A4 B3:B4 C3:E3 F3:F4 G3:G4 H3:H4",
    formats="B5:G9=#,##0",
)  # fmt: skip

# 13 病院局: contracts over years, 契約総額 and a column a year -------------------------------------------------------
_rows = [
    ["医事業務委託", "R6.4～R9.3", 187200, 62400, 62400, 62400, 0],
    ["院内清掃", "R7.4～R10.3", 93600, 0, 31200, 31200, 31200],
    ["電子カルテ保守", "R5.10～R10.9", 165000, 33000, 33000, 33000, 33000],
    ["寝具賃貸借", "R8.4～R11.3", 28800, 0, 0, 9600, 9600],
]
excel(
    "b20_13_hospital_contracts",
    [
        ["複数年契約一覧（県立厚生病院）", _, _, _, _, _, "R8当初予算要求資料"],
        [_, _, _, _, _, _, "（千円）"],
        ["契約名", "契約期間", "契約総額", "R6年度", "R7年度", "R8年度", "R9年度"],
        *_rows,
        plus("合計", _rows, 2, 3, 4, 5, 6),
    ],
    truth(take(_rows, 0, 5, 4), year=8),
    formats="C4:G8=#,##0",
)  # fmt: skip

# 14 警察 会計課: two blocks beside each other, 歳出 and 財源 ---------------------------------------------------------
_rows = [
    ["庁舎清掃委託", 11200, 10900, _, "一般財源", 33580, 33140],
    ["昇降機保守", 3480, 3480, _, "使用料（自販機）", 620, 610],
    ["光熱水費", 17900, 17650, _, "雑入", 80, 80],
    ["警備機械借上", 1700, 1800],
]
_spent, _money = plus("歳出計", _rows, 1, 2), plus("財源計", [row[4:] for row in _rows[:3]], 1, 2)
assert _spent[1:] == _money[1:], (_spent, _money)
excel(
    "b20_14_police_blocks_beside",
    [
        ["運転免許センター維持管理費（令和８年度当初）"],
        [_, _, _, _, _, _, "単位：千円"],
        ["【歳出】", _, _, _, "【財源】"],
        ["内容", "R8要求", "R7当初", _, "区分", "R8", "R7"],
        *_rows,
        [*_spent, _, *_money],
    ],
    truth(take(_rows, 0, 1, 2), year=8),
    formats="B5:C9=#,##0;F5:G9=#,##0",
)  # fmt: skip

# 15 土木: 補助 and 単独 with 小計 and 合計, blank rows between --------------------------------------------------------
_joint = [
    ["補助", "橋梁長寿命化", 210000, 198000],
    [_, "トンネル点検", 36500, 41000],
    [_, "道路ストック点検", 12000, 12000],
]
_own = [
    ["単独", "舗装修繕", 145000, 138000],
    [_, "側溝整備", 52800, 49600],
    [_, "交通安全施設", 27400, 27400],
]
excel(
    "b20_15_joint_and_own",
    [
        ["道路課　令和８年度　道路橋りょう維持費　要求額"],
        [_, _, _, "単位 千円"],
        ["区分", "工種", "要求額(R8)", "当初予算額(R7)"],
        *_joint,
        plus("補助　小計", _joint, 2, 3, at=1),
        [],
        *_own,
        plus("単独　小計", _own, 2, 3, at=1),
        [],
        plus("合　計", [*_joint, *_own], 2, 3),
    ],
    truth(take([*_joint, *_own], 1, 2, 3), year=8),
    merges="A4:A6 A9:A11 A14:B14",
    formats="C4:D14=#,##0",
)  # fmt: skip

# 16 学校: 光熱水費 with use × price, not to the 千円 in each line; 円 ------------------------------------------------
_use = [
    ("電気（本校舎）", 182458, 26, 4512000),
    ("ガス（給食室）", 9865, 141, 1356000),
    ("水道・下水道", 6152, 460, 2790000),
]
_rows = [[what, used, price, used * price, before] for what, used, price, before in _use]
excel(
    "b20_16_school_energy",
    [
        ["令和８年度　光熱水費要求　積算　（市立第三中学校）"],
        ["区分", "年間使用量", "平均単価（円）", "要求額（円）", "前年度当初（円）"],
        *_rows,
        plus("計", _rows, 3, 4),
    ],
    truth(tuple((str(row[0]), -(-_n(row[3]) // 1000), _n(row[4]) // 1000) for row in _rows), year=8),
    formats="B3:E6=#,##0",
)  # fmt: skip
assert all(_n(row[3]) % 1000 == 0 or _n(row[3]) % 1000 > 900 for row in _rows), _rows

# 17 水道局: 資本的支出, works with the office's number, 円, formulas without stored values ---------------------------
excel(
    "b20_17_waterworks_works",
    [
        ["Ｒ８　配水管整備事業　工事一覧", _, _, _, "円（税込）"],
        ["工事名", "口径・延長", "R8要求", "R7予算", "増減"],
        ["上町配水管布設替", "φ150 L=320m", 28600000, 0, "=C3-D3"],
        ["湯山送水管更新", "φ300 L=210m", 46200000, 39600000, "=C4-D4"],
        ["第２配水池耐震補強", "RC 2,000m3", 71500000, 22000000, "=C5-D5"],
        ["量水器取替", "3,200個", 19800000, 19250000, "=C6-D6"],
        ["実施設計委託", "3件", 13200000, 14300000, "=C7-D7"],
        ["計", _, "=SUM(C3:C7)", "=SUM(D3:D7)", "=SUM(E3:E7)"],
    ],
    truth(
        (
            ("上町配水管布設替", 28600, 0), ("湯山送水管更新", 46200, 39600), ("第２配水池耐震補強", 71500, 22000),
            ("量水器取替", 19800, 19250), ("実施設計委託", 13200, 14300),
        ),
        year=8, name="配水管整備事業",
    ),
    formats="C3:E8=#,##0",
)  # fmt: skip

# 18 福祉: うち rows in a column of their own, in brackets ----------------------------------------------------------
excel(
    "b20_18_elderly_of_which_column",
    [
        ["介護予防・生活支援事業　令和８年度所要額", _, _, _, "（単位：千円）"],
        ["区分", "R8要求額", "うち委託料", "R7当初額", "備考"],
        ["通いの場づくり", 8600, 6200, 8100, "42か所"],
        ["配食サービス", 15400, 15400, 14700, "延べ3.1万食"],
        ["緊急通報装置", 7260, 6800, 7600, "310台"],
        ["認知症カフェ", 1150, 0, 1000, _],
        ["合計", 32410, 28400, 31400, _],
    ],
    truth(
        (("通いの場づくり", 8600, 8100), ("配食サービス", 15400, 14700), ("緊急通報装置", 7260, 7600), ("認知症カフェ", 1150, 1000)),
        year=8, name="介護予防・生活支援事業",
    ),
    formats="B3:D7=#,##0",
)  # fmt: skip
assert 8600 + 15400 + 7260 + 1150 == 32410
assert 8100 + 14700 + 7600 + 1000 == 31400

# 19 情報政策課: a sheet with the section's stamp boxes above and 月額×12 ------------------------------------------------
_rows = _basis(
    [
        ["住民情報系クラウド利用料", "1,850,000円×12月", 22200, 21600],
        ["端末リース", "2,400円×640台×12月", 18432, 18432],
        ["ネットワーク回線", "365,000円×12月", 4380, 4200],
        ["ウイルス対策ライセンス", "3,500円×640台", 2240, 2080],
        ["標準化移行支援", "9,600,000円×1式", 9600, 24000],
    ],
    1, 2, 1000,
)  # fmt: skip
excel(
    "b20_19_it_stamp_boxes",
    [
        [_, _, _, "部長", "課長", "係長", "担当"],
        [],
        [],
        ["情報システム管理運営費"],
        ["令和８年度当初予算要求明細", _, _, "（千円）"],
        ["項目", "積算基礎", "要求額", "前年度予算額"],
        *_rows,
        plus("合計", _rows, 2, 3),
    ],
    truth(take(_rows, 0, 2, 3), year=8),
    merges="D2:D3 E2:E3 F2:F3 G2:G3",
    formats="C7:D12=#,##0",
)  # fmt: skip

# 20 文化課: two proposals tie, nothing says which --------------------------------------------------------------------
_rows = [
    ["会場借上", 3200, 1900, 2100],
    ["出演団体謝礼", 1800, 1800, 1500],
    ["印刷", 420, 300, 320],
    ["保険", 60, 60, 55],
]
excel(
    "b20_20_culture_two_halls",
    [
        ["市民文化祭開催事業　令和８年度要求（案）", _, _, _],
        ["（千円）", "大ホール案", "小ホール案", "R7当初"],
        *_rows,
        plus("計", _rows, 1, 2, 3),
    ],
    truth(take(_rows, 0, 1, 3), year=8, name="市民文化祭開催事業", must="asked"),
)  # fmt: skip

# 21 図書館: a small table without unit and without sums ---------------------------------------------------------------
excel(
    "b20_21_library_no_unit",
    [
        ["令和８年度　ブックスタート"],
        ["項目", "R8", "R7"],
        ["絵本", 1250, 1180],
        ["バッグ", 420, 400],
        ["消耗品", 60, 60],
    ],
    truth((("絵本", 1250, 1180), ("バッグ", 420, 400), ("消耗品", 60, 60)), year=8, must="asked"),
)  # fmt: skip

# 22 福祉: two tabs of the same name with other amounts, nothing says which is meant -------------------------------------
_rows = delta([["相談員配置", 9240, 8880], ["同行支援", 1560, 1500], ["一時生活支援", 3400, 2900]], 1, 2, 3)
_other = delta([["相談員配置", 13860, 8880], ["同行支援", 1560, 1500], ["一時生活支援", 3100, 2900]], 1, 2, 3)
_head = [["生活困窮者自立支援事業", _, _, "千円"], ["項目", "令和８年度要求", "令和７年度当初", "増減"]]
excel(
    "b20_22_welfare_two_tabs",
    {
        "要求(1)": [*_head, *_rows, plus("計", _rows, 1, 2, 3)],
        "要求(2)": [*_head, *_other, plus("計", _other, 1, 2, 3)],
    },
    truth(take(_rows, 0, 1, 2), year=8, name="生活困窮者自立支援事業", must="asked"),
)  # fmt: skip

# 23 農林: the printed sum is that of the year before, copied ------------------------------------------------------------
_rows = [
    ["種苗費補助", 5400, 5100],
    ["土壌診断", 880, 860],
    ["産地見学会", 340, 340],
    ["検査機器借上", 1290, 1290],
]
excel(
    "b20_23_farm_total_copied",
    [
        ["園芸産地育成事業　R8要求内訳"],
        [_, _, "千円"],
        ["内訳", "R8要求", "R7当初"],
        *_rows,
        ["計", 7590, 7590],
    ],
    truth(take(_rows, 0, 1, 2), year=8, name="園芸産地育成事業", must="finding"),
)  # fmt: skip

# 24 港湾: three rows of headings, 要求 divided by source, 前年度 likewise ---------------------------------------------------
_port = [
    ("防波堤補修", 88000, 44000, 39000, 76000, 38000, 34000),
    ("臨港道路改良", 42000, 21000, 18900, 46000, 23000, 20700),
    ("緑地管理", 9800, 0, 0, 9500, 0, 0),
]
_rows = [
    [what, this, state, bond, this - state - bond, last, was, old, last - was - old, this - last]
    for what, this, state, bond, last, was, old in _port
]
excel(
    "b20_24_port_three_headings",
    [
        ["港湾管理事業　令和８年度当初予算要求　財源内訳", *[_] * 8, "単位：千円"],
        ["事業内容", "令和８年度要求", _, _, _, "令和７年度当初", _, _, _, "増減"],
        [_, "事業費", "左の財源内訳", _, _, "事業費", "左の財源内訳", _, _, _],
        [_, _, "国庫", "起債", "一般", _, "国庫", "起債", "一般", _],
        *_rows,
        plus("合計", _rows, *range(1, 10)),
    ],
    truth(take(_rows, 0, 1, 5), year=8, name="港湾管理事業"),
    merges="A2:A4 B2:E2 F2:I2 J2:J4 B3:B4 C3:E3 F3:F4 G3:I3",
    formats="B5:I8=#,##0",
)  # fmt: skip
_then(_signed("J5:J8"))

# 25 生涯学習課: 財務会計 export with lines of its print above the headings, 増減率, ** about the sum ------------------------------------
_rows = [
    ["報償費", "講師謝礼", 420000, 400000],
    ["需用費", "消耗品費", 186000, 180000],
    ["需用費", "印刷製本費", 528000, 495000],
    ["委託料", "講座企画運営委託", 3960000, 3740000],
    ["使用料及び賃借料", "会場使用料", 145000, 145000],
]
text(
    "b20_25_csv_export_header_lines", ".csv",
    _csv([
        ["予算要求明細一覧", _, _, _, _, "出力日時：2025/10/20 14:03:22"],
        ["年度：令和 8年度", "区分：当初", "所属：0352 生涯学習課", _, _, "頁：1"],
        ["事業：10-05-02-0114 公民館講座事業", _, _, _, _, "単位：円"],
        ["節", "細節", "要求額", "前年度予算額", "増減額", "増減率(%)"],
        *(
            [*row, _n(row[2]) - _n(row[3]), f"{(_n(row[2]) - _n(row[3])) * 100 / _n(row[3]):.1f}"]
            for row in _rows
        ),
        ["**事業計**", _, sum(_n(row[2]) for row in _rows), sum(_n(row[3]) for row in _rows),
         sum(_n(row[2]) - _n(row[3]) for row in _rows), "5.6"],
    ]),
    truth(take(_rows, 1, 2, 3, 1000), year=8, name="公民館講座事業"),
    "cp932",
)  # fmt: skip

# 26 水道局: a list without unit and sums, nothing to hold the figures against -------------------------
text(
    "b20_26_csv_no_unit", ".csv",
    _csv([
        ["年度", "所属", "科目", "要求", "前年"],
        *(["R8", "営業課", *row] for row in [["検針委託", 4800, 4650], ["郵便", 930, 900], ["用紙", 75, 70]]),
    ], commas=False),
    truth((("検針委託", 4800, 4650), ("郵便", 930, 900), ("用紙", 75, 70)), year=8, must="asked"),
)  # fmt: skip

# 27 教育: CSV from Google with full-width digits of the school and blank rows, 円 -----------------------------------------
_rows = [
    ["修学旅行引率旅費", 1240000, 1185000, "中３ 18人"],
    ["校外学習バス借上", 2860000, 2640000, "26台"],
    ["宿泊体験活動", 980000, 980000, "小５"],
    ["音楽会輸送", 330000, 352000, _],
]
text(
    "b20_27_csv_school_trips", ".csv",
    _csv([
        ["Ｒ８ 学校行事関係経費（学校教育課）", _, _, _, _],
        ["※単位は円", _, _, _, _],
        [_, _, _, _, _],
        ["内容", "R8見積額", "R7予算額", "備考", _],
        *_rows[:2],
        [_, _, _, _, _],
        *_rows[2:],
        [_, _, _, _, _],
        plus("合計", _rows, 1, 2, width=5),
    ]),
    truth(take(_rows, 0, 1, 2, 1000), year=8),
)  # fmt: skip

# 28 土木: TSV pasted out of Excel with the heading in two rows, amounts with 千円 in the cell --------------------------------
text(
    "b20_28_tsv_unit_in_cells", ".tsv",
    _lines("\t", [
        ["公園緑地課　R8当初　都市公園管理事業", _, _],
        ["項目", "令和8年度", "令和7年度"],
        [_, "要求額", "当初予算額"],
        ["樹木管理", "23,400千円", "22,100千円"],
        ["遊具点検・修繕", "8,750千円", "6,900千円"],
        ["トイレ清掃", "5,280千円", "5,280千円"],
        ["噴水設備保守", "1,960千円", "1,900千円"],
        ["合計", f"{23400 + 8750 + 5280 + 1960:,}千円", f"{22100 + 6900 + 5280 + 1900:,}千円"],
    ]),
    truth(
        (("樹木管理", 23400, 22100), ("遊具点検・修繕", 8750, 6900), ("トイレ清掃", 5280, 5280), ("噴水設備保守", 1960, 1900)),
        year=8, name="都市公園管理事業",
    ),
)  # fmt: skip

# 29 警察 生活安全: a mail with a table of spaces, last year in the first column of figures -------------------------------
_rows = delta(
    [
        ["防犯カメラ補助", 3000, 4500],
        ["広報啓発委託", 1650, 1650],
        ["青パト燃料", 480, 520],
        ["会議費", 45, 38],
    ],
    2,
    1,
    3,
)
text(
    "b20_29_mail_old_first", ".txt",
    "予算担当者様\n\n生活安全企画課の松岡です。\n来年度（R8）の要求は以下のとおりです。ご確認ください。\n\n"
    "【地域安全活動推進事業】　※金額は千円\n\n"
    + _spaced([["項目", "R7当初", "R8要求", "増減"], *_rows, plus("合計", _rows, 1, 2, 3)], 22, 10, 10, 10)
    + "\n防犯カメラは15団体（@300千円）を見込んでいます。\n以上、よろしくお願いします。\n\n----\n松岡（内2731）\n",
    truth(take(_rows, 0, 2, 1), year=8, name="地域安全活動推進事業"),
)  # fmt: skip

# 30 病院局: a Word table pasted with tabs, figures with 円 below each other in the sentence ------------------------------
_rows = [
    ["看護師寮借上", "48,000円×22戸×12月", 12672, 11520],
    ["院内保育委託", "1,450,000円×12月", 17400, 16800],
    ["認定看護師研修", "850,000円×4人", 3400, 2550],
    ["就職説明会", "180,000円×3回", 540, 540],
]
text(
    "b20_30_word_tabs_nurses", ".txt",
    "別紙２\n令和８年度　看護職員確保対策事業　積算内訳（病院局総務課）\n\n（単位：千円）\n"
    + _lines("\t", [["事項", "積算", "要求額", "前年度"], *_basis(_rows, 1, 2, 1000), plus("合計", _rows, 2, 3)])
    + "\n（注）前年度は当初予算額。\n",
    truth(take(_rows, 0, 2, 3), year=8, name="看護職員確保対策事業"),
)  # fmt: skip

# 31 税務課: sentences with both years in 円, each on a line of its own --------------------------------------------------
text(
    "b20_31_bullet_sentences", ".txt",
    "令和８年度当初予算要求　地籍図管理事業（資産税課）\n\n"
    "・航空写真撮影委託　8,800,000円（R7：0円）【新規】\n"
    "・地番図異動修正委託　3,740,000円（R7：3,630,000円）\n"
    "・土地評価システム保守　1,320,000円（R7：1,320,000円）\n"
    "・図面複写用紙等　96,000円（R7：90,000円）\n"
    f"計　{8800 + 3740 + 1320 + 96:,},000円（R7：{3630 + 1320 + 90:,},000円）\n",
    truth(
        (
            ("航空写真撮影委託", 8800, 0), ("地番図異動修正委託", 3740, 3630), ("土地評価システム保守", 1320, 1320),
            ("図面複写用紙等", 96, 90),
        ),
        year=8, name="地籍図管理事業",
    ),
)  # fmt: skip

# 32 環境: a table of a mail with | between, markdown as the chat gives it ----------------------------------------------
_rows = [
    ["ごみ収集委託", 214000, 208500, "8コース"],
    ["指定袋製造", 38600, 34900, "原料高"],
    ["集積所補助", 2400, 2400, "60基"],
    ["収集カレンダー", 1870, 1790, _],
]
text(
    "b20_32_chat_bars", ".txt",
    "R8要求のまとめです（環境事業課・ごみ収集事業、千円）\n\n"
    + "".join(
        "| " + " | ".join(f"{value:,}" if isinstance(value, int) else str(value or "") for value in row) + " |\n"
        for row in [
            ["項目", "R8要求額", "R7予算額", "メモ"], ["---", "---:", "---:", "---"], *_rows,
            plus("計", _rows, 1, 2, width=4),
        ]
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="ごみ収集事業"),
)  # fmt: skip

# 33 消防: ruled lines, R7 right of R8, whole-width figures --------------------------------------------------------------
_rows = [
    ["出動手当", 24600, 23900],
    ["退職報償金", 18200, 15400],
    ["被服費", 6350, 6350],
    ["訓練大会", 1480, 1520],
]
_bar = "＋－－－－－－－－＋－－－－－－－－＋－－－－－－－－＋\n"
text(
    "b20_33_ruled_fullwidth", ".txt",
    "令和８年度　消防団運営費（要求）　　　単位：千円\n"
    + _bar
    + "".join(
        f"｜{row[0]!s:　<8}｜"
        + "｜".join((f"{cell:,}" if isinstance(cell, int) else str(cell)).translate(_FULL_WIDTH).rjust(8, "　") for cell in row[1:])
        + "｜\n"
        + _bar
        for row in [["区分", "８年度要求", "７年度当初"], *_rows, plus("計", _rows, 1, 2)]
    ),
    truth(take(_rows, 0, 1, 2), year=8),
    "cp932",
)  # fmt: skip

# 34 観光: page of the groupware, th in the first column, caption holds the unit -------------------------------------------
_rows = [
    ["サイクルルート整備", 7400, 5200, "案内標示 74か所"],
    ["レンタサイクル補助", 3000, 3000, "定額"],
    ["大会負担金", 4500, 4500, _],
    ["動画制作", 1980, 2200, _],
]
text(
    "b20_34_html_caption_unit", ".html",
    _html(
        "観光課 要求資料",
        "<h1>サイクルツーリズム推進事業</h1>\n<table border=1>\n<caption>令和８年度要求額（千円）</caption>\n<thead>"
        + _tr(["細事業", "令和8年度", "令和7年度", "説明"], "th")
        + "</thead>\n<tbody>\n"
        + "".join(_tr(row).replace("<td>", "<th scope=row>", 1).replace("</td>", "</th>", 1) for row in _rows)
        + "</tbody>\n<tfoot>"
        + _tr(plus("計", _rows, 1, 2, width=4))
        + "</tfoot></table>",
    ),
    truth(take(_rows, 0, 1, 2), year=8, name="サイクルツーリズム推進事業"),
)  # fmt: skip

# 35 福祉: page with the text of the request and below it the table, 円 -----------------------------------------------------
_rows = [
    ["委託料", "学習支援教室運営", "3教室×2,200,000円", 6600000, 4400000],
    ["報償費", "学習ボランティア謝礼", "1,500円×640回", 960000, 720000],
    ["需用費", "教材", "3,000円×90人", 270000, 240000],
    ["役務費", "ボランティア保険", "500円×40人", 20000, 18000],
]
text(
    "b20_35_html_study_help", ".html",
    _html(
        "子どもの学習支援",
        "<h2>子どもの学習・生活支援事業</h2>\n<p>生活困窮世帯の中学生90人を対象に、市内３か所（R7は２か所）で週２回教室を開く。</p>\n"
        "<p>令和８年度要求額：7,850,000円　／　令和７年度当初：5,378,000円</p>\n<table>\n"
        + _tr(["節", "内容", "積算", "要求額（円）", "前年度（円）"], "th")
        + "".join(_tr([*row[:2], str(row[2]), *row[3:]]) for row in _rows)
        + _tr(plus("合計", _rows, 3, 4))
        + "</table>",
    ),
    truth(take(_rows, 1, 3, 4, 1000), year=8, name="子どもの学習・生活支援事業"),
)  # fmt: skip
assert plus("", _rows, 3, 4)[3:] == [7850000, 5378000]

# 36 総務: the years as bare numbers 2026 and 2025, 年度 by the format ---------------------------------------
_rows = [
    ["庁舎警備", 15840, 15360],
    ["空調設備改修", 33000, 0],
    ["電話交換機借上", 4320, 4320],
    ["郵便料", 12600, 11900],
    ["公用車燃料", 3150, 3400],
]
excel(
    "b20_36_years_as_numbers",
    [
        ["庁舎管理費　当初予算要求", _, _, "千円"],
        ["費目", 2026, 2025, "増減"],
        *delta(_rows, 1, 2, 3),
        plus("計", delta(_rows, 1, 2, 3), 1, 2, 3),
    ],
    truth(take(_rows, 0, 1, 2), year=8),
    formats='B2:C2=0"年度";B3:D8=#,##0',
)  # fmt: skip

# 37 建築住宅: plan by quarters, R7 at the end ------------------------------------
_rows = [
    ["浴室改修", 0, 8400, 8400, 0, 14000],
    ["空き家修繕", 6000, 6000, 6000, 6000, 22500],
    ["給水ポンプ更新", 0, 0, 5200, 0, 0],
    ["消防設備点検", 0, 900, 0, 900, 1780],
]
_rows = [[*row[:5], sum(_n(value) for value in row[1:5]), row[5]] for row in _rows]
excel(
    "b20_37_quarters",
    [
        ["市営住宅維持管理事業　四半期別執行計画（令和８年度要求ベース）"],
        ["建築住宅課", _, _, _, _, _, "千円"],
        ["細目", "第１四半期", "第２四半期", "第３四半期", "第４四半期", "年間要求額", "前年度当初"],
        *_rows,
        plus("計", _rows, 1, 2, 3, 4, 5, 6),
    ],
    truth(take(_rows, 0, 5, 6), year=8, name="市営住宅維持管理事業"),
    formats="B4:G8=#,##0",
)  # fmt: skip

# 38 会計課: the details in the first tab, the cover with their sum in the second -------------------
_rows = [
    ["ハードウェア借上", 9600, 9600],
    ["ソフトウェア保守", 5720, 5500],
    ["帳票印刷", 1430, 1380],
    ["口座振替手数料", 3850, 3700],
]
_whole = plus("財務会計システム運用事業", _rows, 1, 2)
excel(
    "b20_38_one_project_two_tabs",
    {
        "内訳": [
            ["財務会計システム運用事業　内訳", _, "千円"],
            ["項目", "令和８年度要求額", "令和７年度予算額"],
            *_rows,
            plus("合計", _rows, 1, 2),
        ],
        "鑑": [
            ["令和８年度当初予算要求書", _, _],
            ["会計課", _, "千円"],
            ["事業名", "要求額", "前年度"],
            _whole,
        ],
    },
    truth(take(_rows, 0, 1, 2), year=8, name="財務会計システム運用事業"),
)  # fmt: skip

# 39 市民課: two columns without a heading, either may be this year's -------------------------------------------------------
_rows = [
    ["窓口委託", 28400, 27900],
    ["カード交付端末", 1750, 1980],
    ["証明書用紙", 620, 600],
    ["コンビニ交付負担金", 3300, 3590],
]
excel(
    "b20_39_no_headings",
    [
        ["令和８年度　マイナンバーカード交付　（千円）"],
        [],
        *_rows,
        plus("計", _rows, 1, 2),
    ],
    truth(take(_rows, 0, 1, 2), year=8, must="asked"),
)  # fmt: skip

# 40 議会: R8要求 twice, with nothing to say which holds ---------------------------------------------------------------
_rows = [
    ["政務活動費", 34560, 34560, 34560],
    ["会議録作成", 4180, 4620, 4070],
    ["議会だより", 6720, 7100, 6650],
    ["中継配信", 2310, 2310, 2310],
]
excel(
    "b20_40_assembly_requested_twice",
    [
        ["議会事務局　議会運営費", _, _, "（千円）"],
        ["費目", "R8要求額", "R8要求額", "R7当初"],
        *_rows,
        plus("合計", _rows, 1, 2, 3),
    ],
    truth(take(_rows, 0, 1, 3), year=8, must="asked"),
)  # fmt: skip

BATCH: Final[list[Fresh]] = FRESH[_BEFORE:]
del FRESH[_BEFORE:]
assert len(BATCH) == 40, len(BATCH)
