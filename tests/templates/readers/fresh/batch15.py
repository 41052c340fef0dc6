"""Batch 15: forty tables of schools, police, hospitals, enterprises, tourism, IT and culture, written unseen."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from tests.templates.readers.fresh.pages import FULL_WIDTH as _FULL_WIDTH
from tests.templates.readers.fresh.rows import delta, plus, take, truth
from tests.templates.readers.fresh.workbooks import then as _then
from tests.templates.readers.fresh_tables import FRESH, Fresh, Row, Truth, excel, text

_ = None
_BEFORE: Final = len(FRESH)


class _F(NamedTuple):
    """A formula with the value that Excel had stored for it."""

    formula: str
    value: int | float


def _triangles(book: Workbook) -> None:
    """Differences as offices write them, △."""
    for row in book.worksheets[0]["C4:E16"]:
        for cell in row:
            cell.number_format = '#,##0;"△ "#,##0'


def _bare(rows: Sequence[Row]) -> list[list[object]]:
    """The rows with the text of their formulas."""
    return [[cell.formula if isinstance(cell, _F) else cell for cell in row] for row in rows]


def _valued(rows: Sequence[Row]) -> list[list[object]]:
    """The rows with the values of their formulas."""
    return [[cell.value if isinstance(cell, _F) else cell for cell in row] for row in rows]


def _stored(rows: Sequence[Row]) -> None:
    """Puts the values of formulas into the first tab of the last workbook."""
    last = FRESH.pop()
    values = {
        f"{get_column_letter(column)}{number}": cell.value
        for number, row in enumerate(rows, start=1)
        for column, cell in enumerate(row, start=1)
        if isinstance(cell, _F)
    }

    def write(path: Path) -> None:
        last.write(path)
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        sheet = parts["xl/worksheets/sheet1.xml"].decode()
        for place, value in values.items():
            sheet, found = re.subn(
                rf'(<c r="{place}"[^>]*><f>[^<]*</f>)(<v\s*/>|<v></v>)', rf"\g<1><v>{value}</v>", sheet
            )
            assert found == 1, (last.name, place)
        parts["xl/worksheets/sheet1.xml"] = sheet.encode()
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)

    FRESH.append(Fresh(last.name, last.ending, write, last.truth))


def _lines(separator: str, rows: Sequence[Row], end: str = "\n") -> str:
    """Rows as text, numbers with commas."""

    def cell(value: object) -> str:
        if value is None:
            return ""
        return f"{value:,}" if isinstance(value, int) else str(value)

    return "".join(separator.join(cell(value) for value in row) + end for row in rows)


def _csv(rows: Sequence[Row], *, commas: bool = False, quote_all: bool = False, end: str = "\r\n") -> str:
    """Rows as CSV."""

    def cell(value: object) -> str:
        plain = "" if value is None else str(value)
        found = f"{value:,}" if commas and isinstance(value, int) else plain
        if quote_all or any(sign in found for sign in ',"\n'):
            return '"' + found.replace('"', '""') + '"'
        return found

    return "".join(",".join(cell(value) for value in row) + end for row in rows)


# 01 教育: スクールバス, last year's book copied on, newest tab last ---------------------------------------------------
_bus = [
    ["東浜特別支援学校", "東浜コース", 1150, 11, 12650, 12100, "介助員1名"],
    [_, "岩本コース", 1090, 11, 11990, 11550, _],
    [_, "大谷コース", 980, 11, 10780, 10780, _],
    ["西川特別支援学校", "西川南コース", 1210, 11, 13310, 12650, "リフト付"],
    [_, "西川北コース", 1180, 11, 12980, 12430, "リフト付"],
    ["みどり分校", "分校コース", 640, 11, 7040, 0, "R8新設"],
]
_bus_7 = [[*row[:2], int(str(row[5])) // 11, 11, row[5], int(str(row[5])) - 330] for row in _bus[:5]]
_bus_6 = [[*row[:2], int(str(row[5])) // 11, 11, row[5], int(str(row[5])) - 110] for row in _bus_7]


def _bus_tab(year: str, this: str, last: str, rows: Sequence[Row]) -> list[Row]:
    return [
        [f"{year}　特別支援学校スクールバス運行委託　要求内訳"],
        [_, _, _, _, _, _, "（単位：千円）"],
        ["学校名", "コース", "月額", "月数", f"{this}要求額", f"{last}当初", "備考"],
        *rows,
        plus("計", rows, 4, 5),
    ]


excel(
    "b15_01_school_bus_tabs_of_years",
    {
        "R6": _bus_tab("令和６年度", "R6", "R5", _bus_6),
        "R7": _bus_tab("令和７年度", "R7", "R6", _bus_7),
        "R8": _bus_tab("令和８年度", "R8", "R7", _bus),
        "単価(運輸局)": [["車種", "時間単価", "キロ単価"], ["大型", 7210, 190], ["中型", 6080, 160], ["小型", 5240, 140]],
    },
    truth(take(_bus, 1, 4, 5), year=8),
)  # fmt: skip

# 02 警察: 署別 by 節, total and last year's total at the right -------------------------------------------------------
_stations = [
    ["中央警察署", 1840, 5210, 1320, 960, 9330, 9050],
    ["北警察署", 1260, 3480, 870, 640, 6250, 6180],
    ["南警察署", 1310, 3620, 910, 640, 6480, 6300],
    ["海東警察署", 980, 2150, 560, 320, 4010, 4120],
    ["山手警察署", 870, 1930, 510, 320, 3630, 3560],
    ["機動隊", 620, 1480, 140, 0, 2240, 2240],
]
excel(
    "b15_02_police_stations_by_node",
    [
        ["令和８年度当初予算　警察署等運営費　所属別要求額集計表"],
        ["警察本部会計課予算係", _, _, _, _, _, _, "単位：千円"],
        ["所属", "節別内訳", _, _, _, "要求額計", "前年度", "増減"],
        [_, "旅費", "需用費", "役務費", "使用料", _, "当初計", _],
        *delta(_stations, 5, 6, 7),
        [*plus("合計", _stations, 1, 2, 3, 4, 5, 6), sum(int(str(r[5])) - int(str(r[6])) for r in _stations)],
    ],
    truth(take(_stations, 0, 5, 6), year=8),
    merges="A3:A4 B3:E3 F3:F4 H3:H4",
    formats="B5:H11=#,##0",
)  # fmt: skip

# 03 警察: 交通安全施設, formulas only, nothing stored ----------------------------------------------------------------
_signals = [
    ("新設", "信号機新設（定周期）", 4200, 3, 2),
    (_, "押ボタン信号機", 3100, 4, 5),
    ("更新", "制御機更新", 1450, 38, 34),
    (_, "信号柱更新", 860, 25, 25),
    (_, "灯器ＬＥＤ化", 310, 120, 110),
    ("標示", "横断歩道塗替", 95, 640, 600),
    (_, "一時停止線塗替", 12, 900, 900),
]
excel(
    "b15_03_signals_formulas_bare",
    [
        ["交通安全施設整備費（県単）　R8要求積算", _, _, _, _, _, "千円"],
        ["区分", "工種", "単価", "R8要求", _, "R7当初", _],
        [_, _, _, "数量", "金額", "数量", "金額"],
        *(
            [kind, work, price, now, f"=C{row}*D{row}", then, f"=C{row}*F{row}"]
            for row, (kind, work, price, now, then) in enumerate(_signals, start=4)
        ),
        ["合計", _, _, _, "=SUM(E4:E10)", _, "=SUM(G4:G10)"],
        [],
        ["※単価はR7.8労務単価による。数量はR7.9現在の更新計画"],
    ],
    truth(tuple((work, price * now, price * then) for _kind, work, price, now, then in _signals), year=8),
    merges="A2:A3 B2:B3 C2:C3 D2:E2 F2:G2 A4:A5 A6:A8 A9:A10 A11:C11",
    formats="E4:E11=#,##0;G4:G11=#,##0",
)  # fmt: skip

# 04 病院事業会計: 資本的支出 with levels on top, 収入 as reference below ---------------------------------------------
_devices = [
    ["全身用Ｘ線ＣＴ装置", 198000, 0, "更新（H28購入）"],
    ["人工透析装置", 21600, 18000, "6台"],
    ["超音波診断装置", 14300, 15400, _],
    ["電動ベッド", 5200, 5200, "20台"],
]
_works = [["空調設備更新工事", 86000, 42000, "東棟"], ["病棟トイレ改修工事", 9400, 0, _]]
_redeem = [["元金償還金", 312500, 305800, _]]
_all_4 = [*_devices, *_works, *_redeem]
_built = [*_devices, *_works]
excel(
    "b15_04_hospital_capital",
    [
        ["令和８年度　病院事業会計予算要求明細（県立厚生病院）"],
        ["資本的収入及び支出"],
        ["【支出】", _, _, _, _, _, "（単位　千円・税込）"],
        ["款", "項", "目", "節・内容", "本年度予定額", "前年度予定額", "備考"],
        ["資本的支出", _, _, *plus(_, _all_4, 1, 2), _],
        [_, "建設改良費", _, *plus(_, _built, 1, 2), _],
        [_, _, "資産購入費", *plus(_, _devices, 1, 2), _],
        *([_, _, _, *row] for row in _devices),
        [_, _, "施設整備費", *plus(_, _works, 1, 2), _],
        *([_, _, _, *row] for row in _works),
        [_, "企業債償還金", _, *plus(_, _redeem, 1, 2), _],
        *([_, _, _, *row] for row in _redeem),
        [],
        ["（参考）収入"],
        ["款", "項", "目", _, "本年度予定額", "前年度予定額", "備考"],
        ["資本的収入", _, _, _, 490000, 235000, _],
        [_, "企業債", _, _, 330000, 80000, _],
        [_, "一般会計負担金", _, _, 160000, 155000, _],
        ["差引不足額は損益勘定留保資金で補塡"],
    ],
    truth(take(_all_4, 0, 1, 2), year=8),
    formats="E5:F20=#,##0",
)  # fmt: skip

# 05 企業局: 工業用水道 3条, 目 sums below, 千円 in the headings ----------------------------------------------------
_intake = [
    ["原水費", "動力費", 48200, 45600, "取水ポンプ電力"],
    [_, "薬品費", 6300, 5900, _],
    [_, "負担金", 12800, 12800, "ダム管理負担金"],
]
_supply = [
    ["配水費", "修繕費", 31500, 27000, "管路漏水修繕ほか"],
    [_, "委託料", 22400, 21700, "監視業務"],
    [_, "路面復旧費", 4100, 4100, _],
]
_office = [
    ["総係費", "給料", 38600, 38100, "9人"],
    [_, "手当", 21900, 21300, _],
    [_, "賃借料", 2700, 2950, _],
]
_all_5 = [*_intake, *_supply, *_office]


def _with_change(rows: Sequence[Row]) -> list[list[object]]:
    return delta(rows, 2, 3, 4)


excel(
    "b15_05_industrial_water_running",
    [
        ["企業局", "第２号様式"],
        ["令和8年度　工業用水道事業会計　営業費用　予算要求書"],
        ["目", "節", "R8予定額（千円）", "R7予定額（千円）", "増減（千円）", "積算・理由"],
        *_with_change(_intake),
        *_with_change([[_, "目計", *plus(_, _intake, 2, 3)[2:]]]),
        *_with_change(_supply),
        *_with_change([[_, "目計", *plus(_, _supply, 2, 3)[2:]]]),
        *_with_change(_office),
        *_with_change([[_, "目計", *plus(_, _office, 2, 3)[2:]]]),
        *_with_change([["営業費用　計", _, *plus(_, _all_5, 2, 3)[2:]]]),
    ],
    truth(take(_all_5, 1, 2, 3), year=8),
    merges="A4:A7 A8:A11 A12:A15 A16:B16",
)  # fmt: skip
_then(_triangles)

# 06 観光: seasons as columns ------------------------------------------------------------------------------------
_seasons = [
    ["駅・車内広告", 1800, 2400, 3200, 1600, 9000, 8400],
    ["ＷＥＢ広告", 900, 1200, 1500, 900, 4500, 3600],
    ["旅行会社タイアップ", 0, 3000, 4000, 2500, 9500, 9500],
    ["デジタルスタンプラリー", 650, 650, 650, 650, 2600, 0],
    ["ガイドブック増刷", 1100, 0, 1100, 0, 2200, 2050],
]
excel(
    "b15_06_tourism_seasons",
    [
        [_, "観光誘客キャンペーン推進事業（R8当初要求）"],
        [_, _, _, _, _, _, _, "（千円）"],
        [_, "取組", "R8要求額", _, _, _, _, "R7当初予算"],
        [_, _, "春(4-6月)", "夏(7-9月)", "秋(10-12月)", "冬(1-3月)", "計", _],
        *([_, *row] for row in _seasons),
        [_, *plus("計", _seasons, 1, 2, 3, 4, 5, 6)],
        [_, "※春は大型観光企画の反動減を見込む。デジタルスタンプラリーは新規。"],
    ],
    truth(take(_seasons, 0, 5, 6), year=8, name="観光誘客キャンペーン推進事業"),
    merges="B3:B4 C3:G3 H3:H4",
)  # fmt: skip

# 07 IT: three estimates beside, the request the lowest -------------------------------------------------------------
_quotes = [
    ["電子申請システム運用保守", 5940000, 6380000, "辞退", 5940000, 5808000, "B社は参考"],
    ["施設予約システム利用料", 3168000, 2772000, 3300000, 2772000, 2772000, _],
    ["ＡＩ議事録作成サービス", 1320000, 1584000, 1452000, 1320000, 990000, "利用者増"],
    ["ＲＰＡライセンス", 2640000, 2695000, "－", 2640000, 2640000, _],
    ["ヘルプデスク委託", 9900000, 11220000, 10560000, 9900000, 9460000, "人件費上昇"],
]
excel(
    "b15_07_it_three_estimates",
    [
        ["令和８年度 デジタル推進費　見積比較・要求額一覧", _, _, _, _, _, "税込・円"],
        ["業務", "参考見積", _, _, "R8要求額", "R7予算額", "備考"],
        [_, "A社", "B社", "C社", _, _, _],
        *_quotes,
        plus("計", _quotes, 4, 5),
    ],
    truth(take(_quotes, 0, 4, 5, 1000), year=8),
    merges="A2:A3 B2:D2 E2:E3 F2:F3 G2:G3",
    formats="B4:F9=#,##0",
    comments=(("E8", "値引き交渉中。9,500千円程度になる可能性あり（12月末）"),),
)  # fmt: skip

# 08 IT: 債務負担, years as columns ---------------------------------------------------------------------------------
_leases = [
    ["職員用パソコン賃借", "R5.10.1～R9.9.30", 2150, 103200, 25800, 25800, 12900, 0, 0, 0],
    ["仮想基盤サーバ賃借", "R7.4.1～R12.3.31", 1320, 79200, 15840, 15840, 15840, 15840, 15840, 0],
    ["庁内ネットワーク機器賃借", "R8.10.1～R13.9.30", 980, 58800, 0, 5880, 11760, 11760, 11760, 17640],
    ["総合行政ＬＡＮ回線", "R6.4.1～R11.3.31", 640, 38400, 7680, 7680, 7680, 7680, 0, 0],
]
excel(
    "b15_08_it_leases_debt",
    [
        ["情報システム課　債務負担行為に係る令和８年度要求額調べ", *[_] * 8, "単位：千円"],
        ["契約件名", "契約期間", "月額", "限度額", "R7当初", "R8要求", "R9", "R10", "R11", "R12以降"],
        *_leases,
        plus("計", _leases, 4, 5, 6, 7, 8, 9),
        ["※ネットワーク機器はR7年度12月補正で債務負担を設定予定（限度額58,800千円）"],
    ],
    truth(take(_leases, 0, 5, 4), year=8),
    formats="C3:J7=#,##0",
)  # fmt: skip

# 09 文化財: shares of costs, the prefecture's share asked for -------------------------------------------------------
_nation = [
    ["国指定", "清滝寺本堂", "屋根葺替", 42000, 21000, 4200, 4200, 12600, 3800],
    [_, "旧井上家住宅", "防災設備", 16000, 8000, 1600, 1600, 4800, 0],
]
_own = [
    ["県指定", "木造阿弥陀如来坐像", "保存修理", 3600, 0, 1800, 900, 900, 1500],
    [_, "若杉城跡", "石垣修復", 5200, 0, 2600, 1300, 1300, 2600],
    [_, "三朝神楽用具", "用具新調", 640, 0, 320, 160, 160, 250],
]
excel(
    "b15_09_heritage_shares",
    [
        ["令和８年度　文化財保存修理事業費補助金　要求箇所一覧"],
        ["（単位：千円）"],
        ["指定", "文化財", "内容", "総事業費", "負担区分", _, _, _, "R7県補助金"],
        [_, _, _, _, "国（直接補助）", "県補助金（要求額）", "市町村", "所有者", "（当初予算）"],
        *_nation,
        plus("国指定　小計", _nation, 3, 4, 5, 6, 7, 8),
        *_own,
        plus("県指定　小計", _own, 3, 4, 5, 6, 7, 8),
        plus("総計", [*_nation, *_own], 3, 4, 5, 6, 7, 8),
    ],
    truth(take([*_nation, *_own], 1, 5, 8), year=8),
    merges="A3:A4 B3:B4 C3:C4 D3:D4 E3:H3 A5:A6 A8:A10",
)  # fmt: skip

# 10 美術館: exhibitions as blocks, last year only as one number -----------------------------------------------------
_ink = [
    ["報償費", "監修謝金", 600, "200×3回"],
    ["役務費", "作品保険料", 3400, "評価額による"],
    ["委託料", "作品輸送・展示委託", 12800, "国内8館"],
    ["委託料", "図録制作", 3200, "2,000部"],
]
_glass = [
    ["旅費", "借用交渉旅費", 480, "東京、富山"],
    ["役務費", "作品保険料", 1100, _],
    ["委託料", "作品輸送・展示委託", 7600, _],
    ["使用料", "写真使用料", 220, _],
]
excel(
    "b15_10_museum_exhibitions",
    [
        ["県立美術館　企画展開催費（令和８年度要求）", _, _, _, _],
        [_, _, _, "千円", _],
        ["展覧会", "節", "内容", "要求額", "積算"],
        ["水墨の名品展（4～6月）", *_ink[0]],
        *([_, *row] for row in _ink[1:]),
        [_, _, *plus("小計", _ink, 2)[:1], *plus("小計", _ink, 2)[2:], _],
        ["現代ガラス展（9～11月）", *_glass[0]],
        *([_, *row] for row in _glass[1:]),
        [_, _, *plus("小計", _glass, 2)[:1], *plus("小計", _glass, 2)[2:], _],
        ["合計", _, _, *plus(_, [*_ink, *_glass], 2)[2:], _],
        [_, _, "前年度当初予算額", 31800, "R7は3展覧会"],
    ],
    Truth(
        take([*_ink, *_glass], 1, 2), sum(int(str(row[2])) for row in [*_ink, *_glass]), 31800, year=8,
    ),
    merges="A4:A8 A9:A13 A14:C14",
)  # fmt: skip

# 11 教育: schools in 円, heading again on the second page ------------------------------------------------------------
_pupils = [
    ("東高等学校", 720, 1248000), ("西高等学校", 714, 1251000), ("南高等学校", 596, 1080000),
    ("中央商業高等学校", 478, 921000), ("工業高等学校", 552, 1014000), ("城北高等学校", 320, 672000),
    ("湖陵高等学校", 236, 546000), ("岩井農業高等学校", 198, 480000), ("海洋高等学校", 144, 399000),
    ("境高等学校", 470, 891000), ("定時制緑風高等学校", 126, 372000),
]  # fmt: skip
_schools = [
    [number, name, 180000, count, 1500 * count, 180000 + 1500 * count, last]
    for number, (name, count, last) in enumerate(_pupils, start=1)
]
_school_heading: list[Row] = [
    ["番号", "学校名", "均等割", "生徒割", _, "令和７年度", "令和６年度"],
    [_, _, _, "生徒数(人)", "@1,500円", "要求額", "当初"],
]
excel(
    "b15_11_schools_two_pages",
    [
        ["令和７年度　県立高等学校　教材整備費　学校別内訳", _, _, _, _, _, "単位：円"],
        *_school_heading,
        *_schools[:6],
        [_, _, _, _, _, _, "1/2"],
        *_school_heading,
        *_schools[6:],
        plus("合計", _schools, 2, 3, 4, 5, 6, at=1),
        [_, _, _, _, _, _, "2/2"],
    ],
    truth(take(_schools, 1, 5, 6, 1000)),
    formats="C4:G9=#,##0;C13:G18=#,##0",
)  # fmt: skip

# 12 教育: 奨学金, 上段 this year and 下段 last year ------------------------------------------------------------------
_loans = [
    ("国公立・自宅", 18, 120, 126), ("国公立・自宅外", 23, 45, 48),
    ("私立・自宅", 30, 95, 90), ("私立・自宅外", 35, 20, 22),
]  # fmt: skip
_loan_rows: list[Row] = []
for _kind, _month, _now, _ago in _loans:
    _loan_rows.append([_kind, _month, f"{_now}人", _month * _now * 12, _])
    _loan_rows.append([_, f"({_month})", f"({_ago}人)", f"({_month * _ago * 12:,})", _])
_loan_truth = truth(
    tuple((kind, month * now * 12, month * ago * 12) for kind, month, now, ago in _loans),
    year=8,
    name="高校生奨学資金貸付事業",
)
excel(
    "b15_12_loans_upper_lower",
    [
        ["令和８年度　高校生奨学資金貸付事業　貸付金積算"],
        ["上段：令和８年度要求　下段（　）：令和７年度当初", _, _, _, "単位：千円"],
        ["区分", "貸与月額", "人員", "年額", "備考"],
        *_loan_rows,
        ["計", _, f"{sum(row[2] for row in _loans)}人", _loan_truth.total, _],
        [_, _, f"({sum(row[3] for row in _loans)}人)", f"({_loan_truth.previous:,})", _],
    ],
    _loan_truth,
    merges="A4:A5 A6:A7 A8:A9 A10:A11 A12:A13",
)  # fmt: skip

# 13 教育: 見積書 with 款項目, explanations in many lines, sources below ----------------------------------------------
_nodes = [
    [1, "報酬", 2544, 2448, "会計年度任用職員（研修指導補助）１名\n　212千円×12月"],
    [3, "職員手当等", 980, 850, "期末・勤勉手当"],
    [4, "共済費", 512, 486, "社会保険料"],
    [7, "報償費", 1260, 1260, "講師謝金\n　30千円×42回"],
    [8, "旅費", 735, 690, "普通旅費　 435\n費用弁償　 300"],
    [10, "需用費", 640, 700, "消耗品費　520\n印刷製本費 120"],
    [13, "使用料及び賃借料", 3960, 3300, "学習用端末賃借　110台"],
]
_nodes_all = plus(_, _nodes, 2, 3)
excel(
    "b15_13_estimate_form_sources_below",
    [
        ["様式第３号", _, _, _, _, "教育委員会事務局　教育センター"],
        ["令和７年度　歳出予算見積書"],
        ["款", "教育費", "項", "教育総務費", "目", "教育センター費"],
        ["事業名", "教職員ＩＣＴ活用研修事業", _, _, _, "（単位：千円）"],
        ["節", _, "本年度\n見積額", "前年度\n予算額", "比較", "説　　　明"],
        *delta(_nodes, 2, 3, 4),
        *delta([["計", _, *_nodes_all[2:], _]], 2, 3, 4),
        [],
        ["財源内訳"],
        ["区分", _, "本年度", "前年度", "比較", "内容"],
        ["国庫支出金", _, 1260, 1260, 0, "教員研修高度化補助"],
        ["諸収入", _, 18, 16, 2, "雇用保険料"],
        ["一般財源", _, int(str(_nodes_all[2])) - 1278, int(str(_nodes_all[3])) - 1276, _, _],
    ],
    truth(take(_nodes, 1, 2, 3), year=7, name="教職員ＩＣＴ活用研修事業"),
    merges="A2:F2 A5:B5 A13:B13",
)  # fmt: skip

# 14 警察: 被服, formulas with stored values, a column hidden ---------------------------------------------------------
_clothes = [
    ("夏制服", 9500, 1240, 25, 2660000), ("冬制服", 21000, 1240, 20, 4956000), ("活動服", 8500, 1240, 50, 4960000),
    ("雨衣", 12500, 1240, 10, 1550000), ("耐刃防護衣カバー", 6000, 900, 20, 900000),
]  # fmt: skip
_clothes_rows: list[list[object]] = [
    [
        name, price, staff, share / 100, _F(f"=ROUND(C{row}*D{row},0)", staff * share // 100),
        _F(f"=B{row}*E{row}", price * (staff * share // 100)), last,
        _F(f"=F{row}-G{row}", price * (staff * share // 100) - last),
    ]
    for row, (name, price, staff, share, last) in enumerate(_clothes, start=5)
]  # fmt: skip
_clothes_sums = plus("合　計", _valued(_clothes_rows), 5, 6, 7)
_clothes_all: list[Row] = [
    ["令和８年度　警察官被服費　積算内訳"],
    ["警務部　厚生装備課"],
    [_, _, _, _, _, _, _, "単位：円"],
    ["品名", "単価", "定数", "更新率", "数量", "R8要求額", "R7当初予算額", "差引"],
    *_clothes_rows,
    [
        "合　計", _, _, _, _,
        *(_F(f"=SUM({letter}5:{letter}9)", int(str(_clothes_sums[at]))) for letter, at in (("F", 5), ("G", 6), ("H", 7))),
    ],
]  # fmt: skip
excel(
    "b15_14_uniforms_stored_formulas",
    _bare(_clothes_all),
    truth(take(_valued(_clothes_rows), 0, 5, 6, 1000), year=8),
    formats="B5:C10=#,##0;D5:D9=0%;E5:H10=#,##0",
    hidden="D",
)
_stored(_clothes_all)

# 15 警察: vehicles, うち rows and 再掲 -------------------------------------------------------------------------------
_cars = [
    ["小型警ら車", 5, 12500, 4, 9800, _],
    ["捜査用車", 8, 19200, 7, 16450, _],
    ["白バイ", 3, 7800, 3, 7650, _],
    ["車検・法定点検", _, 14600, _, 14200, "210台"],
    ["車両修繕", _, 8900, _, 9300, _],
]
excel(
    "b15_15_vehicles_of_which",
    [
        ["警察車両整備費　要求明細（令和８年度）"],
        [_, _, _, _, _, "単位：台、千円"],
        ["区　分", "令和8年度要求", _, "令和7年度当初", _, "備考"],
        [_, "台数", "金額", "台数", "金額", _],
        _cars[0],
        ["　うち増強分", 1, 2500, 0, 0, "機動警ら隊"],
        _cars[1],
        ["　うち四輪駆動車", 2, 5200, 1, 2550, _],
        *_cars[2:],
        plus("計", _cars, 2, 4),
        ["（再掲）ふるさと基金充当", _, 2500, _, 0, _],
    ],
    truth(take(_cars, 0, 2, 4), year=8),
    merges="A3:A4 B3:C3 D3:E3 F3:F4",
)  # fmt: skip

# 16 図書館: months, the unit in the number format only ---------------------------------------------------------------
_books = [
    ["図書", [2400, 2400, 2400, 2600, 2600, 2600, 2400, 2400, 2400, 2200, 2200, 1400], 27500],
    ["雑誌", [310, 310, 310, 310, 310, 310, 310, 310, 310, 310, 310, 310], 3780],
    ["新聞", [95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95], 1128],
    ["電子書籍", [0, 900, 0, 0, 900, 0, 0, 900, 0, 0, 900, 0], 3000],
    ["視聴覚資料", [0, 0, 250, 0, 0, 250, 0, 0, 250, 0, 0, 250], 1000],
]
_book_rows: list[list[object]] = [[name, *months, sum(months), last] for name, months, last in _books]  # type: ignore[misc,call-overload]
excel(
    "b15_16_library_months_unit_in_format",
    [
        ["県立図書館　資料購入費　令和８年度要求（月別執行見込）"],
        ["資料区分", *(f"{month}月" for month in (4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3)), "年間要求額", "R7予算"],
        *_book_rows,
        plus("計", _book_rows, *range(1, 15)),
    ],
    truth(take(_book_rows, 0, 13, 14), year=8),
    formats='B3:O8=#,##0"千円"',
)  # fmt: skip

# 17 IT: Google's export, licences ----------------------------------------------------------------------------------
_seats = [
    ("グループウェア", 850, 4200, 4100), ("Web会議ライセンス", 1600, 150, 150), ("ウイルス対策", 250, 4500, 4500),
    ("生成AIサービス", 2400, 250, 100), ("電子契約サービス", 1250, 60, 0),
]  # fmt: skip
_seat_rows: list[list[object]] = [
    [
        name, price, now, 12, _F(f"=B{row}*C{row}*D{row}", price * now * 12), then,
        _F(f"=B{row}*F{row}*12", price * then * 12),
    ]
    for row, (name, price, now, then) in enumerate(_seats, start=4)
]  # fmt: skip
_seat_sums = plus(_, _valued(_seat_rows), 4, 6)
_seat_all: list[Row] = [
    ["R8当初要求_ライセンス（共同編集用）", _, _, _, _, _, _, _, "最終更新 2025/10/17 担当まで"],
    [],
    ["サービス", "月額単価(円)", "R8数量", "月数", "R8要求額(円)", "R7数量", "R7予算額(円)", _, "メモ"],
    *_seat_rows[:3],
    [*_seat_rows[3], _, "全所属に最低1。R7は試行"],
    *_seat_rows[4:],
    [],
    [
        "合計", _, _, _, _F("=SUM(E4:E9)", int(str(_seat_sums[4]))), _, _F("=SUM(G4:G9)", int(str(_seat_sums[6]))),
    ],
]  # fmt: skip
excel(
    "b15_17_google_licences",
    {"シート1": _bare(_seat_all), "シート2": [[]]},
    truth(take(_valued(_seat_rows), 0, 4, 6, 1000), year=8),
)
_stored(_seat_all)

# 18 病院: list of contracts with 決算, 予算, 契約額 --------------------------------------------------------------------
_contracts = [
    ["医事業務委託", "(株)メディ東", "R6～R8", 118800, 121000, 119900, 124300, "最低賃金改定"],
    ["患者給食業務委託", "(有)山陰フーズ", "R7～R9", 92400, 96800, 96250, 99000, "食材高騰"],
    ["清掃業務委託", "中央ビル管理(株)", "単年", 35200, 36300, 35750, 37400, _],
    ["滅菌業務委託", "同上", "単年", 15400, 15950, 15840, 15950, _],
    ["医療ガス設備保守", "未定（入札）", "単年", 4180, 4400, 4235, 4620, _],
    ["電子カルテ保守", "(株)ＭＤシステム", "R5～R9", 41800, 41800, 41800, 41800, "長期継続"],
]
excel(
    "b15_18_hospital_contracts",
    [
        ["委託料内訳書（県立中央病院）", _, _, _, _, _, "令和8年度当初予算要求"],
        [_, _, _, _, _, _, "（単位：千円、税込）"],
        ["No.", "委託業務", "相手方", "契約期間", "R6決算", "R7当初予算", "R7契約額", "R8要求", "要求理由"],
        *([number, *row] for number, row in enumerate(_contracts, start=1)),
        [_, *plus("計", _contracts, 3, 4, 5, 6)],
    ],
    truth(take(_contracts, 0, 6, 4), year=8),
    formats="E4:H10=#,##0",
)  # fmt: skip

# 19 教育: tabs of stages ------------------------------------------------------------------------------------------
_dx = [
    ["報償費", "アドバイザー謝金", 480, 360],
    ["旅費", "先進校視察", 310, 310],
    ["需用費", "消耗品", 1250, 900],
    ["委託料", "ネットワーク整備", 18700, 15400],
    ["備品購入費", "３Ｄプリンタ等", 6600, 8200],
]
_june = [
    ["委託料", "ネットワーク整備", 15400, 2200, 17600],
    ["備品購入費", "３Ｄプリンタ等", 8200, -600, 7600],
]
excel(
    "b15_19_tabs_of_stages",
    {
        "R8当初要求": [
            ["事業名", "高校ＤＸ加速化推進事業", _, _, "高等学校課"],
            ["令和８年度当初予算　要求内訳", _, _, "（千円）"],
            ["節", "内訳", "要求額", "前年度当初", "備考"],
            *_dx,
            plus("計", _dx, 2, 3),
            [],
            ["財源", "国庫（定額）", 20000, 20000],
            [_, "一般財源", 7340, 5170],
        ],
        "R7.6月補正": [
            ["事業名", "高校ＤＸ加速化推進事業"],
            ["令和７年度６月補正予算　要求内訳", _, _, _, "（千円）"],
            ["節", "内訳", "補正前", "補正額", "補正後"],
            *_june,
            plus("計", _june, 2, 3, 4),
        ],
        "R7.2月補正(見込)": [
            ["令和７年度２月補正（見込）", _, _, "（千円）"],
            ["節", "内訳", "減額", "理由"],
            ["備品購入費", "３Ｄプリンタ等", -420, "入札残"],
            ["計", _, -420, _],
        ],
        "作業メモ": [["10/20 財政課ヒアリング", "国庫の内示は1月"], ["視察先：岡山、広島"]],
    },
    truth(take(_dx, 1, 2, 3), year=8, name="高校ＤＸ加速化推進事業"),
)

# 20 観光: the sum misses the row put in last (finding) ---------------------------------------------------------------
_guide = [
    ["ガイド養成講座", "10回×2会場", 1400, 1400],
    ["案内所運営委託", "駅・空港", 16500, 15800],
    ["キャッシュレス導入補助", "20件×100", 2000, 3000],
    ["Wi-Fi保守", "34箇所", 2720, 2720],
    ["多言語音声ガイド", "（追加）5か国語", 3300, 0],
]
_guide_all: list[Row] = [
    ["インバウンド受入環境整備事業", _, _, "令和8年度当初要求"],
    [_, _, _, "単位：千円"],
    ["項目", "積算", "R8要求額", "R7当初額"],
    *_guide,
    [
        "合計", _, _F("=SUM(C4:C7)", sum(int(str(row[2])) for row in _guide[:4])),
        _F("=SUM(D4:D7)", sum(int(str(row[3])) for row in _guide[:4])),
    ],
]  # fmt: skip
excel(
    "b15_20_sum_misses_last_row",
    _bare(_guide_all),
    truth(take(_guide, 0, 2, 3), year=8, name="インバウンド受入環境整備事業", must="finding"),
)
_stored(_guide_all)

# 21 教育: two plans side by side as tabs, none chosen (asked) ---------------------------------------------------------
_plan_1 = [["遠隔授業配信機器", 14300, 6600], ["配信支援員", 5400, 4800], ["教材著作権料", 350, 300]]
_plan_2 = [["遠隔授業配信機器", 9900, 6600], ["配信支援員", 8100, 4800], ["教材著作権料", 350, 300]]


def _plan(title: str, rows: Sequence[Row]) -> list[Row]:
    return [
        [f"遠隔授業推進事業　令和８年度要求（{title}）", _, "千円"],
        ["経費", "R8要求", "R7当初"],
        *rows,
        plus("計", rows, 1, 2),
    ]


excel(
    "b15_21_two_plans",
    {"案１": _plan("案１", _plan_1), "案２": _plan("案２", _plan_2)},
    truth(take(_plan_1, 0, 1, 2), year=8, name="遠隔授業推進事業", must="asked"),
)

# 22 文化: rows hidden that ended, sources beside ---------------------------------------------------------------------
_fest = [
    ["オープニング公演", 6800, 6500],
    ["地域公演補助", 4500, 4500],
    ["記念誌作成", 0, 900],
    ["障がい者アート展", 1900, 1700],
    ["広報宣伝", 2100, 2300],
]
_fest_sums = plus("合計", _fest, 1, 2)
_fest_sources = [
    ["国庫（文化庁）", 5000, 5000],
    ["入場料収入", 1200, 1100],
    ["宝くじ助成", 2000, 2000],
    ["一般財源", 15300 - 8200, 15900 - 8100],
]
excel(
    "b15_22_hidden_row_sources_beside",
    [
        ["令和８年度　県民芸術祭開催費　要求調書", _, _, _, _, _, "文化振興課"],
        [_, _, "単位：千円", _, _, _, "単位：千円"],
        ["１　事業費", _, _, _, "２　財源"],
        ["内容", "R8要求", "R7当初", _, "区分", "R8", "R7"],
        *([*row, _, *source] for row, source in zip(_fest, [*_fest_sources, [_, _, _]], strict=True)),
        [*_fest_sums, _, *plus("合計", _fest_sources, 1, 2)],
    ],
    truth(take(_fest, 0, 1, 2), year=8),
)
_then(lambda book: setattr(book.worksheets[0].row_dimensions[7], "hidden", True))

# 23 警察: 交番建替, years as rows (継続費) ------------------------------------------------------------------------------
_box = [
    ["R6決算", 6200, 0, 0, 0, "基本・実施設計"],
    ["R7当初予算", 2100, 38500, 0, 0, "造成、解体"],
    ["R8要求", 4300, 86400, 7200, 1850, "本体工事"],
    ["R9見込", 0, 0, 5100, 0, "旧庁舎跡地整備"],
]


def _across(row: Sequence[object]) -> list[object]:
    return [*row[:5], sum(int(str(cell)) for cell in row[1:5]), *row[5:]]


excel(
    "b15_23_police_box_years_as_rows",
    [
        ["駅南交番建替事業　年度別事業費", _, _, _, _, _, "単位：千円"],
        ["年度", "設計監理委託", "建築工事", "外構工事", "初度備品", "計", "内容"],
        *(_across(row) for row in _box),
        plus("総事業費", [_across(row) for row in _box], 1, 2, 3, 4, 5),
    ],
    truth(
        tuple(
            (word, int(str(_box[2][at])), int(str(_box[1][at])))
            for at, word in enumerate(("設計監理委託", "建築工事", "外構工事", "初度備品"), start=1)
        ),
        year=8, name="駅南交番建替事業",
    ),
    formats="B3:F7=#,##0",
)  # fmt: skip

# 24 IT: the contractor's estimate copied under a heading ---------------------------------------------------------------
_offer = [
    ["1", "要件定義支援", 2, "人月", 1100000, 2200000],
    ["2", "データ移行作業", 1.5, "人月", 1000000, 1500000],
    ["3", "クラウド環境構築", 1, "式", 1850000, 1850000],
    ["4", "操作研修", 6, "回", 75000, 450000],
]
_offer_sum = sum(int(str(row[5])) for row in _offer)
excel(
    "b15_24_estimate_copied_with_tax",
    [
        ["R8当初要求（学務課）　就学支援金システム更改委託　←参考見積を貼付け"],
        [],
        [_, _, _, "御　見　積　書", _, _, "2025年9月26日"],
        ["鳥羽県教育委員会　御中", _, _, _, _, "株式会社サンライズ情報"],
        ["件名：就学支援金システム更改業務", _, _, _, _, "TEL 0857-00-1234"],
        ["有効期限：発行後6か月", _, _, "御見積金額（税込）", _, f"¥{_offer_sum * 11 // 10:,}-"],
        ["No", "品名", "数量", "単位", "単価（円）", "金額（円）", "備考"],
        *_offer,
        [_, "小計", _, _, _, _offer_sum],
        [_, "消費税（10%）", _, _, _, _offer_sum // 10],
        [_, "合計", _, _, _, _offer_sum * 11 // 10],
    ],
    truth(
        (*take(_offer, 1, 5, scale=1000), ("消費税", _offer_sum // 10000, None)), previous=False, year=8,
    ),
    formats="E8:F14=#,##0",
)  # fmt: skip

# 25 警察: system's CSV in cp932 ---------------------------------------------------------------------------------------
_cyber = [
    ["07 報償費", "01 講師謝金", 360, 400],
    ["08 旅費", "01 普通旅費", 1280, 1350],
    ["10 需用費", "01 消耗品費", 2100, 2350],
    ["11 役務費", "02 通信運搬費", 1764, 1764],
    ["13 使用料及び賃借料", "03 解析ソフト使用料", 8800, 9900],
    ["17 備品購入費", "01 解析用端末", 5400, 3960],
]
text(
    "b15_25_police_system_csv", ".csv",
    _csv([
        ["会計年度", "要求区分", "所属", "細事業コード", "細事業名", "節", "細節", "前年度当初（千円）", "要求額（千円）", "査定額（千円）", "備考"],
        *(
            ["2026", "当初", "0901生活安全部", "0090113", "サイバー犯罪対策推進事業", *row, 0, ""]
            for row in _cyber
        ),
    ]),
    truth(
        tuple((str(word).split(" ")[1], this, last) for word, this, last in take(_cyber, 1, 3, 2)),
        year=8, name="サイバー犯罪対策推進事業",
    ),
    "cp932",
)  # fmt: skip

# 26 教育: cells with line breaks, copied as TSV --------------------------------------------------------------------------
_care = [
    ["医療的ケア看護職員", "報酬\n 2,650千円×8人", 21200, 18550],
    ["巡回指導医", "報償費\n 25千円×24回", 600, 600],
    ["通学支援", "タクシー借上\n 6人×180日", 9720, 7560],
    ["研修会", "会場、資料", 240, 210],
]
text(
    "b15_26_care_tsv_breaks", ".tsv",
    "令和８年度\t当初要求額内訳\t\t\n事業名\t医療的ケア児支援事業\t\t単位：千円\n取組\t積算\tR8要求\tR7予算\n"
    + "".join(f'{name}\t"{basis}"\t"{now:,}"\t"{ago:,}"\n' for name, basis, now, ago in _care)
    + "計\t\t" + "\t".join(f'"{value:,}"' for value in plus(_, _care, 2, 3)[2:]) + "\n",
    truth(take(_care, 0, 2, 3), year=8, name="医療的ケア児支援事業"),
)  # fmt: skip

# 27 文化: long form, two rows for an item -------------------------------------------------------------------------------
_hall = [
    ["指定管理料", 148200, 144600],
    ["舞台機構修繕", 23100, 18700],
    ["ピアノオーバーホール", 4400, 0],
    ["友の会事務費", 380, 395],
]
text(
    "b15_27_hall_long_form", ".csv",
    "\ufeff" + _csv([
        ["事業名", "細目", "年度・区分", "金額（千円）"],
        *(
            ["県民文化会館管理運営費", name, label, value]
            for name, now, ago in _hall
            for label, value in (("令和7年度当初", ago), ("令和8年度要求", now))
        ),
        ["県民文化会館管理運営費", "合計", "令和7年度当初", plus(_, _hall, 1, 2)[2]],
        ["県民文化会館管理運営費", "合計", "令和8年度要求", plus(_, _hall, 1, 2)[1]],
    ]),
    truth(take(_hall, 0, 1, 2), year=8, name="県民文化会館管理運営費"),
)  # fmt: skip

# 28 IT: LibreOffice's CSV, all quoted, yen signs, total on top -----------------------------------------------------------
_cloud = [
    ["統合型ＧＩＳ利用料", 6600000, 6600000, "R5～R9"],
    ["オープンデータサイト", 1188000, 1056000, ""],
    ["テレワーク基盤", 13200000, 12540000, "同時接続800"],
    ["セキュリティクラウド負担金", 27500000, 26180000, "県・市町村共同"],
]
text(
    "b15_28_cloud_quoted_total_on_top", ".csv",
    _csv(
        [
            ["クラウドサービス利用料　令和８年度要求", "", "", "", ""],
            ["", "", "", "", ""],
            ["番号", "サービス", "R8年額", "R7年額", "契約"],
            ["", "合計", *(f"¥{value:,}" for value in plus(_, _cloud, 1, 2)[1:]), ""],
            *([n, r[0], f"¥{r[1]:,}", f"¥{r[2]:,}", r[3]] for n, r in enumerate(_cloud, start=1)),
        ],
        quote_all=True, end="\n",
    ),
    truth(take(_cloud, 0, 1, 2, 1000), year=8),
)  # fmt: skip

# 29 文化: a club's list without unit or year (asked) ----------------------------------------------------------------------
_club = [
    ["指揮者旅費", 8400, 7200],
    ["楽譜購入", 6600, 6600],
    ["練習会場", 12000, 12000],
    ["プログラム印刷", 9500, 8800],
]
text(
    "b15_29_club_without_unit", ".csv",
    _csv([["費目", "今回", "前回"], *_club, plus("計", _club, 1, 2)], commas=True),
    truth(take(_club, 0, 1, 2), must="asked", year=8),
    "cp932",
)  # fmt: skip

# 30 病院: TSV of levels by indents ------------------------------------------------------------------------------------------
_drugs = [["内服薬", 61200, 58400], ["注射薬", 214500, 201300]]
_cost = [["電気", 38400, 36900], ["ガス", 17200, 17900], ["上下水道", 12100, 12100]]
_left = [["過年度戻入", -1500, -1200]]


def _tri(value: object) -> str:
    return (
        f"△{-value:,}"
        if isinstance(value, int) and value < 0
        else f"{value:,}"
        if isinstance(value, int)
        else ""
    )


def _account(label: str, rows: Sequence[Row]) -> list[object]:
    return [label, *(_tri(value) for value in plus(_, rows, 1, 2)[1:])]


text(
    "b15_30_hospital_indents", ".tsv",
    _lines("\t", [
        ["令和８年度　病院事業費用（抜粋）　予算要求", "", "単位：千円"],
        ["科目", "令和８年度要求額", "令和７年度予算額"],
        _account("医業費用", [*_drugs, *_cost, *_left]),
        _account("　材料費（薬品費）", _drugs),
        *(_account(f"　　{row[0]}", [row]) for row in _drugs),
        _account("　経費（光熱水費）", _cost),
        *(_account(f"　　{row[0]}", [row]) for row in _cost),
        _account("　その他", _left),
        *(_account(f"　　{row[0]}", [row]) for row in _left),
    ], end="\r\n"),
    truth((*take(_drugs, 0, 1, 2), *take(_cost, 0, 1, 2), *take(_left, 0, 1, 2)), year=8),
    "cp932",
)  # fmt: skip

# 31 警察: a mail with a table of spaces -----------------------------------------------------------------------------------
_lab = [
    ["DNA型鑑定試薬", 18600, 17900, "単価改定"],
    ["指掌紋採取用品", 4250, 4250, ""],
    ["写真・映像機材消耗品", 1980, 2100, ""],
    ["鑑定機器保守", 9460, 9130, "6台"],
    ["学会・研修旅費", 540, 510, "東京3回"],
]


def _spaced(row: Sequence[object]) -> str:
    name = str(row[0])
    return (name + "　" * (12 - len(name)) + "".join(f"{value:>10,}" for value in row[1:3] if isinstance(value, int))
            + (f"　　{row[3]}" if len(row) > 3 and row[3] else ""))  # fmt: skip


text(
    "b15_31_forensics_mail", ".txt",
    "差出人: 鑑識課 庶務係\n宛先: 会計課 予算係\n日時: 2025/10/14 17:42\n件名: Re: 【依頼】令和８年度当初予算要求について（10/15〆）\n\n"
    "会計課予算係　御担当者様\n\n鑑識課の西田です。お世話になっております。\n標記の件、当課分（鑑識活動費）を下記のとおり提出します。\n\n"
    "　　　　　　　　　　　　　　　　　　　　　　　　　　（単位：千円）\n項目　　　　　　　　　　    R8要求    R7当初　　備考\n"
    + "\n".join(_spaced(row) for row in _lab) + "\n" + _spaced(plus("合計", _lab, 1, 2))
    + "\n\nなお、質量分析装置の更新（約24,000千円）は別途、備品要求で提出済みです。\n不明な点は内線4523までお願いします。\n\n"
    "--\n警察本部刑事部鑑識課　庶務係\n西田　TEL 0857-23-0110（内線4523）\n",
    truth(take(_lab, 0, 1, 2), year=8),
)  # fmt: skip

# 32 IT: the corrected table above, the old one quoted ---------------------------------------------------------------------
_fixed = [
    ["標準化対応改修", 22000, 12100],
    ["住基ネット機器保守", 3960, 3960],
    ["本人確認端末更新", 2750, 0],
    ["研修・会議旅費", 210, 240],
]
_first = [
    ["標準化対応改修", 19800, 12100],
    ["住基ネット機器保守", 3960, 3960],
    ["本人確認端末更新", 2570, 0],
    ["研修・会議旅費", 210, 240],
]


def _mail_table(rows: Sequence[Row]) -> str:
    return _lines("\t", [["区分", "R8要求額", "R7当初予算額"], *rows, plus("計", rows, 1, 2)])


text(
    "b15_32_mail_corrected", ".txt",
    "件名：RE: RE: R8当初　住民基本台帳ネットワーク運営費の要求額（差替）\n\n総務係　松本様\n\n昨日お送りした表に誤りがありましたので差し替えをお願いします。\n"
    "（改修費の追加見積、端末の転記誤り）\n\n【差替後】単位：千円\n" + _mail_table(_fixed)
    + "\n市町村課　岸田\n\n-----Original Message-----\nFrom: 岸田\nSent: Wednesday, October 15, 2025 3:20 PM\nTo: 松本\n"
    "Subject: RE: R8当初　住民基本台帳ネットワーク運営費の要求額\n\n"
    + "".join(f"> {line}\n" for line in ("松本様", "", "下記のとおりです。（単位：千円）", *_mail_table(_first).splitlines(), "", "岸田")),
    truth(take(_fixed, 0, 1, 2), year=8),
)  # fmt: skip

# 33 文化: one amount still waited for (asked) ----------------------------------------------------------------------------
_dig = [
    ["発掘作業員報酬", 7840, 7420],
    ["重機借上", 1650, 1500],
    ["出土品保存処理委託", _, 2200],
    ["報告書印刷", 980, 0],
]
text(
    "b15_33_dig_amount_awaited", ".txt",
    "埋蔵文化財センター　R8当初要求（県内遺跡発掘調査事業）\t\t\t単位：千円\n"
    + _lines("\t", [
        ["項目", "R8要求", "R7当初", "備考"],
        *([row[0], "見積待ち" if row[1] is None else row[1], row[2]] for row in _dig),
        ["合計", "", plus(_, _dig, 1, 2)[2]],
    ])
    + "※保存処理は業者から10月末に見積が届く予定。届き次第、合計と併せて連絡します。\n",
    Truth(
        tuple((str(row[0]), row[1], row[2]) for row in _dig),  # type: ignore[misc]
        sum(int(str(row[1] or 0)) for row in _dig), sum(int(str(row[2])) for row in _dig), year=8,
        name="県内遺跡発掘調査事業", must="asked",
    ),
)  # fmt: skip

# 34 教育: the published page, items in a list ------------------------------------------------------------------------------
_help = [
    ["学習支援員の配置", 15840, 14850],
    ["放課後学習教室", 6200, 5600],
    ["教員業務支援員の研修", 350, 350],
    ["学力調査の分析", 2860, 2750],
]
_help_truth = truth(take(_help, 0, 1, 2), year=8, name="学びの基盤づくり事業")
_help_notes = (
    "小中学校12校に1名ずつ(1,320千円×12名)",
    "市町村への補助(補助率1/2、上限500千円)",
    "年2回、東部・西部で開催",
    "大学への委託",
)
text(
    "b15_34_published_list", ".txt",
    "令和8年度\n当初予算  一般事業(公共事業以外)  一般事業要求      支出科目  款:教育費 項:教育総務費 目:教育指導費\n事業名:\n\n学びの基盤づくり事業\n\n"
    "教育委員会 小中学校課 学力向上担当 電話番号:0857-26-0000\n\n事業費(要求)\n\n"
    f"要求額:{_help_truth.total:,}千円 (前年度予算額 {_help_truth.previous:,}千円) 財源:国1/3、単県\n\n"
    "1 目的\n\n 児童生徒一人ひとりの学びを支える体制をつくる。\n\n2 主な事業内容  ※( )内は前年度当初予算額\n\n"
    + "\n".join(
        f"{sign} {name} {now:,}千円({ago:,}千円)\n  ・{note}" for sign, (name, now, ago), note in zip("アイウエ", _help, _help_notes, strict=True)
    )
    + "\n\n3 これまでの取組\n\n ・令和5年度 支援員6名配置(7,200千円) 令和6年度 9名配置(11,500千円)\n",
    _help_truth,
)  # fmt: skip

# 35 観光: ruled by characters ----------------------------------------------------------------------------------------------
_craft = [
    ["物産展開催委託", 8800, 8250],
    ["出展者旅費補助", 1500, 1500],
    ["商談会", 2420, 1980],
    ["カタログ改訂", 760, 0],
]


def _ruled(row: Sequence[object]) -> str:
    name = str(row[0])
    cells = [
        f"{value:,}".translate(_FULL_WIDTH) if isinstance(value, int) else str(value) for value in row[1:3]
    ]
    return (
        "│" + name + "　" * (9 - len(name)) + "│" + "│".join("　" * (7 - len(c)) + c for c in cells) + "│\n"
    )


_ruler = "─" * 9, "─" * 7, "─" * 7
text(
    "b15_35_ruled_page", ".txt",
    "　　　　令和８年度当初予算要求調書（観光物産課）\n\n１　事業名　　県産品首都圏販路開拓事業\n２　要求内訳　　　　　　　（単位：千円）\n"
    "┌" + "┬".join(_ruler) + "┐\n" + _ruled(["経費区分", "本年度要求", "前年度予算"])
    + "├" + "┼".join(_ruler) + "┤\n" + "".join(_ruled(row) for row in _craft)
    + "├" + "┼".join(_ruler) + "┤\n" + _ruled(plus("合　計", _craft, 1, 2)) + "└" + "┴".join(_ruler) + "┘\n"
    "３　財源　　一般財源　全額\n",
    truth(take(_craft, 0, 1, 2), year=8, name="県産品首都圏販路開拓事業"),
    "cp932",
)  # fmt: skip

# ---- HTML -----------------------------------------------------------------------------------------------------------------

# 36 企業局: Excel's own web page, cp932, a row for widths that is not shown ------------------------------------------------------
_power = [
    ["発電機分解点検", 41800000, 0],
    ["水車ランナ補修", 6600000, 5500000],
    ["送電線樹木伐採", 2310000, 2200000],
    ["ダム堆砂測量", 4950000, 4950000],
]
text(
    "b15_36_excel_web_page", ".html",
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel">\n<head>\n<meta http-equiv=Content-Type content="text/html; charset=Shift_JIS">\n'
    "<title>R9修繕費要求</title>\n<style>.xl65{mso-number-format:\"\\#\\,\\#\\#0\";}</style>\n</head>\n<body>\n"
    "<table border=0 cellpadding=0 cellspacing=0 width=520 style='border-collapse:collapse'>\n"
    "<tr height=18><td colspan=4 class=xl66>令和９年度　電気事業会計　修繕費要求内訳</td></tr>\n"
    "<tr height=18><td></td><td></td><td></td><td class=xl67>単位：円</td></tr>\n"
    "<tr><td class=xl68>工事名</td><td class=xl68>本年度</td><td class=xl68>前年度</td><td class=xl68>差引</td></tr>\n"
    + "".join(
        f"<tr height=18><td class=xl64>{name}</td>"
        + "".join(f'<td class=xl65 align=right x:num="{value}">{value:,}<span style="mso-spacerun:yes">&nbsp;</span></td>' for value in (now, ago, now - ago))
        + "</tr>\n"
        for name, now, ago in (*_power, tuple(plus("計", _power, 1, 2)))
    )
    + "<![if supportMisalignedColumns]>\n<tr height=0 style='display:none'><td width=220></td><td width=100></td><td width=100></td><td width=100></td></tr>\n"
    "<![endif]>\n</table>\n</body>\n</html>\n",
    truth(take(_power, 0, 1, 2, 1000), year=9),
    "cp932",
)  # fmt: skip

# 37 教育: groupware, tfoot before tbody, comments below -----------------------------------------------------------------------
_camp = [
    ["講師・引率旅費", 860, 820],
    ["施設使用料", 430, 430],
    ["バス借上", 1760, 1540],
    ["教材費", 290, 260],
]
_camp_sums = plus("合計", _camp, 1, 2)
text(
    "b15_37_groupware_tfoot_first", ".html",
    "<!DOCTYPE html><html lang='ja'><head><meta charset='utf-8'><title>掲示板 - 【社会教育課】R8要求</title></head><body>"
    "<div id='nav'><table><tr><td>ホーム</td><td>掲示板</td><td>施設予約</td></tr></table></div>"
    "<h1>【社会教育課】R8当初要求　青少年自然体験事業</h1><p>投稿者：小谷　2025/10/10(金) 09:12</p><p>最終版です。ご確認ください。（単位：千円）</p>"
    "<table class='tbl'><thead><tr><th>経費</th><th>R8要求</th><th>R7当初</th></tr></thead>"
    f"<tfoot><tr><th>合計</th><td>{_camp_sums[1]:,}</td><td>{_camp_sums[2]:,}</td></tr></tfoot><tbody>"
    + "".join(f"<tr><th scope='row'>{name}</th><td>{now:,}</td><td>{ago:,}</td></tr>" for name, now, ago in _camp)
    + "</tbody></table><div class='comments'><h3>コメント(2)</h3><ul><li>森田：バス借上は3台分ですか？ 2,000くらいになりませんか。</li>"
    "<li>小谷：3台です。公定幅運賃の見積で1,760です。</li></ul></div></body></html>",
    truth(take(_camp, 0, 1, 2), year=8, name="青少年自然体験事業"),
)  # fmt: skip

# 38 文化: Google's published sheet, row numbers and letters ------------------------------------------------------------------
_stay = [
    ["滞在制作委託", "6組×1,100", 6600, 5500], ["交流ワークショップ", "12回", 960, 960],
    ["制作拠点借上", "12月×85", 1020, 1020], ["成果展示", "", 1430, 1320],
]  # fmt: skip


def _waffle(rows: Sequence[Row]) -> str:
    found = "<table class='waffle' cellspacing='0'><thead><tr><th class='row-header'></th>"
    found += (
        "".join(f"<th class='column-headers-background'>{letter}</th>" for letter in "ABCD")
        + "</tr></thead><tbody>"
    )
    for number, row in enumerate(rows, start=1):
        found += f"<tr style='height:20px'><th class='row-headers-background'><div class='row-header-wrapper'>{number}</div></th>"
        for cell in [*row, *[""] * (4 - len(row))]:
            found += f"<td class='s1'>{f'{cell:,}' if isinstance(cell, int) else cell or ''}</td>"
        found += "</tr>"
    return found + "</tbody></table>"


text(
    "b15_38_google_published", ".html",
    "<html><head><meta charset='utf-8'><title>R8要求_アーティスト・イン・レジデンス - Google ドライブ</title></head><body><div id='sheets-viewport'>"
    + _waffle([
        ["アーティスト・イン・レジデンス推進事業"], ["令和８年度要求", "", "", "（千円）"], [],
        ["内容", "積算", "R8要求額", "R7当初額"], *_stay, plus("計", _stay, 2, 3), [],
    ])
    + "</div></body></html>",
    truth(take(_stay, 0, 2, 3), year=8, name="アーティスト・イン・レジデンス推進事業"),
)  # fmt: skip

# 39 病院: Outlook's mail with a table and a signature in a table ----------------------------------------------------------------
_nurse = [
    ["看護学生修学資金", 25920, 24480],
    ["認定看護師派遣研修", 4380, 3650],
    ["就職説明会出展", 990, 880],
    ["宿舎借上", 7560, 7560],
]


def _mso(*cells: object) -> str:
    return "<tr>" + "".join(
        f"<td width=120 valign=top style='border:solid windowtext 1.0pt'><p class=MsoNormal align=right><span lang=EN-US>"
        f"{f'{cell:,}' if isinstance(cell, int) else cell}<o:p></o:p></span></p></td>" for cell in cells
    ) + "</tr>"  # fmt: skip


text(
    "b15_39_outlook_mail", ".html",
    "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><meta charset='utf-8'></head><body lang=JA><div class=WordSection1>"
    "<p class=MsoNormal>病院局総務課　様</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>中央病院総務課です。令和８年度の看護師確保対策費の要求額を送ります。"
    "（8月の概算では総額37,500千円としていました。）</p><p class=MsoNormal>単位：千円</p><table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0>"
    + _mso("区分", "R8要求", "R7当初", "増減") + "".join(_mso(name, now, ago, now - ago) for name, now, ago in _nurse)
    + _mso("計", *plus(_, _nurse, 1, 2)[1:], sum(row[1] - row[2] for row in _nurse))  # type: ignore[operator,misc]
    + "</table><p class=MsoNormal><o:p>&nbsp;</o:p></p><table class=MsoNormalTable border=0><tr><td>県立中央病院　総務課</td></tr>"
    "<tr><td>電話 0857-26-2271</td></tr><tr><td>内線 2210</td></tr></table></div></body></html>",
    truth(take(_nurse, 0, 1, 2), year=8),
)  # fmt: skip

# 40 観光: 電子決裁, several tables, the printed total with digits turned (finding) --------------------------------------------------
_air = [
    ["国際定期便利用促進助成", 36000, 32000],
    ["空港アクセスバス運行支援", 12400, 12400],
    ["海外旅行博出展", 5300, 4900],
    ["現地ＰＲ委託", 7700, 7150],
]
text(
    "b15_40_decision_total_turned", ".html",
    "<!DOCTYPE html><html><head><meta charset='utf-8'><title>電子決裁</title></head><body><h2>起案内容</h2>"
    "<table border><tr><th>文書番号</th><td>第202500183456号</td></tr><tr><th>起案日</th><td>令和7年10月16日</td></tr>"
    "<tr><th>件名</th><td>令和８年度当初予算要求について（国際航空路線利用促進事業）</td></tr></table>"
    "<h3>１　要求内訳</h3><p>（単位：千円）</p><table border><tr><th>区分</th><th>令和８年度要求額</th><th>令和７年度当初予算額</th></tr>"
    + "".join(f"<tr><td>{name}</td><td>{now:,}</td><td>{ago:,}</td></tr>" for name, now, ago in _air)
    + f"<tr><td>計</td><td>64,100</td><td>{plus(_, _air, 1, 2)[2]:,}</td></tr></table>"
    "<h3>２　回議経路</h3><table border><tr><th>順</th><th>職</th><th>処理</th></tr><tr><td>1</td><td>係長</td><td>承認</td></tr>"
    "<tr><td>2</td><td>課長</td><td>未</td></tr></table></body></html>",
    truth(take(_air, 0, 1, 2), year=8, name="国際航空路線利用促進事業", must="finding"),
)  # fmt: skip

BATCH: Final[list[Fresh]] = FRESH[_BEFORE:]
del FRESH[_BEFORE:]
