"""Batch 14: forty tables as the general affairs, welfare, agriculture and public works sections of a prefecture send."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from openpyxl.styles import Font
from openpyxl.workbook import Workbook

from tests.templates.readers.fresh.rows import delta, plus, take, truth
from tests.templates.readers.fresh.workbooks import then as _then
from tests.templates.readers.fresh_tables import FRESH, Fresh, Truth, excel, text

_ = None
_BEFORE: Final = len(FRESH)


def _stored(values: Mapping[str, int], tab: int = 1) -> None:
    """Puts in the values that Excel would have stored for the formulas of a tab."""
    last = FRESH.pop()

    def write(path: Path) -> None:
        last.write(path)
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        part = f"xl/worksheets/sheet{tab}.xml"
        sheet = parts[part].decode()
        for place, value in values.items():
            sheet, found = re.subn(
                rf'(<c r="{place}"[^>]*><f>[^<]*</f>)(<v\s*/>|<v></v>)', rf"\g<1><v>{value}</v>", sheet
            )
            assert found == 1, (last.name, place)
        parts[part] = sheet.encode()
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)

    FRESH.append(Fresh(last.name, last.ending, write, last.truth))


def _formatted(area: str, pattern: str) -> Callable[[Workbook], None]:
    """Sets a number format that has semicolons in it."""

    def change(book: Workbook) -> None:
        for row in book.worksheets[0][area]:
            for cell in row:
                cell.number_format = pattern

    return change


def _cell(value: object, commas: bool = True) -> str:
    if value is None:
        return ""
    return f"{value:,}" if commas and isinstance(value, int) else str(value)


def _lines(separator: str, rows: Sequence[Sequence[object]], commas: bool = True, end: str = "\n") -> str:
    """Rows as text."""
    return end.join(separator.join(_cell(value, commas) for value in row) for row in rows)


def _csv(rows: Sequence[Sequence[object]], commas: bool = True, width: int = 0, end: str = "\r\n") -> str:
    """Rows as a spreadsheet writes them: cells with a comma in quotes, each row as wide as the widest."""
    found = []
    for row in rows:
        cells = [_cell(value, commas) for value in row]
        cells += [""] * (width - len(cells))
        found.append(",".join(f'"{cell}"' if "," in cell or "\n" in cell else cell for cell in cells))
    return end.join(found) + end


# ---- 総務 ----------------------------------------------------------------------------------------------------

# 01 総務事務センター: 人数×単価×月・回, two heading rows, formulas with stored values, 円 ---------------------------
_staff = [
    ["１　報酬", "事務補助員", 12, 186000, 12, 25920000],
    [_, "データ入力員", 4, 178000, 12, 8352000],
    ["３　職員手当等", "期末手当", 16, 232000, 2, 7200000],
    [_, "勤勉手当", 16, 190000, 2, 5568000],
    ["４　共済費", "社会保険料", 16, 31500, 12, 5856000],
    ["８　旅費", "費用弁償（通勤）", 16, 8500, 12, 1536000],
]
_staff_amounts = [row[2] * row[3] * row[4] for row in _staff]  # type: ignore[operator]
excel(
    "b14_01_part_time_staff",
    [
        ["様式第３号"],
        ["令和９年度　会計年度任用職員人件費積算表"],
        ["事業名", "総務事務集中処理費", _, "所属", "総務事務センター"],
        [_, _, _, _, _, _, _, "（単位：円）"],
        ["節", "区分", "令和９年度要求", _, _, _, "令和８年度", "増減"],
        [_, _, "人数", "単価", "月・回", "金額", "当初予算額", _],
        *(
            [row[0], row[1], row[2], row[3], row[4], f"=C{n}*D{n}*E{n}", row[5], f"=F{n}-G{n}"]
            for n, row in enumerate(_staff, start=7)
        ),
        ["合　　計", _, _, _, _, "=SUM(F7:F12)", "=SUM(G7:G12)", "=F13-G13"],
        ["※期末・勤勉手当の単価は１回１人当たり。人事委員会勧告（R8.10）は未反映。"],
    ],
    truth(
        tuple(
            (str(row[1]), amount // 1000, int(row[5]) // 1000)  # type: ignore[call-overload]
            for row, amount in zip(_staff, _staff_amounts, strict=True)
        ),
        year=9, name="総務事務集中処理費",
    ),
    merges="A2:H2 B3:C3 E3:F3 A5:A6 B5:B6 C5:F5 H5:H6 A7:A8 A9:A10 A13:B13",
    formats="C7:H13=#,##0",
)  # fmt: skip
_stored(
    {f"F{n}": amount for n, amount in enumerate(_staff_amounts, start=7)}
    | {
        f"H{n}": amount - int(row[5])  # type: ignore[call-overload]
        for n, (row, amount) in enumerate(zip(_staff, _staff_amounts, strict=True), start=7)
    }
    | {
        "F13": sum(_staff_amounts),
        "G13": sum(int(row[5]) for row in _staff),  # type: ignore[call-overload]
        "H13": sum(_staff_amounts) - sum(int(row[5]) for row in _staff),  # type: ignore[call-overload]
    }
)

# 02 管財課: 款項目 in a line, unit only in the number format, subtotals of 節, last year first -----------------------
_power = [
    ["10 需用費", "電気料金", 48200, 51600, "R8実績見込 50,900千円、単価改定 +1.4%"],
    [_, "都市ガス料金", 9300, 9100, _],
    [_, "上下水道料金", 6100, 6150, _],
    [_, "修繕料", 7500, 8200, "空調ポンプ更新 2台"],
]
_phone = [["11 役務費", "電話料", 4320, 4280, "代表・直通 計 412回線"]]
_contracts = [
    ["12 委託料", "清掃業務", 36800, 38500, "債務負担 R8～R10"],
    [_, "警備業務", 29400, 29400, "債務負担 R7～R9"],
    [_, "設備保守点検業務", 21700, 22900, "労務単価上昇"],
]
_rent = [["13 使用料及び賃借料", "AED借上料", 260, 260, "5台"]]
_building: list[list[object]] = []
for _group in (_power, _phone, _contracts, _rent):
    _building += _group
    if len(_group) > 1:
        _building.append(plus("（小計）", _group, 2, 3, at=1, width=5))
_building.append(plus("合計", [*_power, *_phone, *_contracts, *_rent], 2, 3, width=5))
excel(
    "b14_02_main_building",
    [
        ["歳 出 予 算 要 求 見 積 書"],
        ["年度", "令和９年度", "会計", "一般会計", "所属", "管財課"],
        ["款", "総務費", "項", "総務管理費", "目", "財産管理費"],
        ["事業名", "本庁舎維持管理費"],
        [],
        ["節", "細節", "前年度予算額", "要求額", "増減", "積算内容・備考"],
        *delta(_building, 3, 2, 4),
    ],
    truth(
        take([*_power, *_phone, *_contracts, *_rent], 1, 3, 2), year=9, name="本庁舎維持管理費",
    ),
    merges="A1:F1 B4:F4 A7:A11 A13:A16",
)  # fmt: skip
_then(_formatted("C7:E18", '#,##0"千円";"△"#,##0"千円"'))

# 03 税務課: a cover with the sum, the detail on the second tab, an estimate memo on the third -----------------------
_tax = [
    ["委託料", "運用保守委託", "月2,050千円×12月", 24600, 24000],
    [_, "税制改正対応改修", "軽油引取税・自動車税", 9800, 3300],
    [_, "納税通知書作成委託", "印刷・封入封緘 31万通", 6820, 6540],
    ["役務費", "データ通信料", "LGWAN・eLTAX回線", 1440, 1440],
    ["負担金", "地方税共同機構負担金", "均等割・件数割", 5310, 5120],
]
excel(
    "b14_03_cover_and_detail",
    {
        "表紙": [
            [],
            [_, "令和９年度当初予算要求書"],
            [],
            [_, "事業名", "税務総合オンラインシステム運営費"],
            [_, "担当課・係", "税務課　電算係（内線2291）"],
            [_, "要求額", sum(int(row[3]) for row in _tax), "千円"],  # type: ignore[call-overload]
            [_, "前年度当初予算額", sum(int(row[4]) for row in _tax), "千円"],  # type: ignore[call-overload]
            [_, "事業の根拠", "地方税法、県税条例"],
            [_, "添付書類", "積算内訳、業者見積"],
        ],
        "積算内訳": [
            ["税務総合オンラインシステム運営費　積算内訳", _, _, _, _, "（千円）"],
            ["節", "内容", "積算", "R9要求額", "R8当初", "差引"],
            *delta(_tax, 3, 4, 5),
            *delta([plus("計", _tax, 3, 4)], 3, 4, 5),
        ],
        "業者見積メモ": [
            ["A社見積（R8.9.18受領）", _, "円・税込"],
            ["制度改正対応（軽油）", 5610000],
            ["制度改正対応（自動車税）", 4532000],
            ["端数値引", -342000],
            ["計", 9800000],
            ["※出精値引きは来年は期待できないとのこと"],
        ],
    },
    truth(take(_tax, 1, 3, 4), year=9, name="税務総合オンラインシステム運営費"),
    formats="C6:C7=#,##0",
)  # fmt: skip

# 04 統計課: 節 by survey, the sums in the row, R8 ------------------------------------------------------------------
_surveys = [
    ["報酬", 9820, 6240, 3960, 0, 19200],
    ["職員手当等", 0, 0, 410, 0, 380],
    ["旅費", 640, 385, 270, 95, 1410],
    ["需用費", 310, 180, 145, 60, 720],
    ["役務費", 425, 240, 190, 20, 830],
    ["交付金", 0, 0, 0, 1850, 0],
]
_surveys = [[*row[:5], sum(row[1:5]), row[5]] for row in _surveys]  # type: ignore[list-item]
excel(
    "b14_04_by_survey",
    [
        ["令和８年度　委託統計調査費（国10/10）要求内訳"],
        ["統計課　商工統計係・人口統計係", _, _, _, _, _, _, "単位：千円"],
        ["節", "調査別内訳", _, _, _, "計", "前年度", "比較"],
        [_, "労働力調査", "家計調査", "毎月勤労統計", "経済センサス", _, "当初", "増減"],
        *delta(_surveys, 5, 6, 7),
        *delta([plus("計", _surveys, 1, 2, 3, 4, 5, 6)], 5, 6, 7),
    ],
    truth(take(_surveys, 0, 5, 6), year=8, name="委託統計調査費"),
    merges="A3:A4 B3:E3 F3:F4",
    formats="B5:H11=#,##0",
)  # fmt: skip

# 05 選挙管理委員会: this year above, last year below in brackets ---------------------------------------------------
_vote = [
    ["市町村交付金", 486300, 92100, "投開票経費（執行経費基準法による）"],
    ["選挙公報印刷", 18650, 0, "46万部"],
    ["ポスター掲示場等周知費", 7240, 4180, "新聞広告2回、SNS広告"],
    ["候補者公営費", 61900, 0, "自動車、ビラ、ポスター"],
    ["事務局経費", 8930, 5360, "時間外、旅費、需用費"],
]
_vote_rows: list[list[object]] = []
for _row in [*_vote, plus("計", _vote, 1, 2, width=4)]:
    _vote_rows += [[_row[0], _row[1], _row[3]], [_, _row[2], _]]
excel(
    "b14_05_upper_lower",
    [
        ["県議会議員一般選挙執行費　要求内訳（令和９年４月執行）"],
        ["上段：令和９年度要求額　下段（　）：令和８年度当初予算額", _, "単位：千円"],
        ["経費区分", "金額", "摘要"],
        *_vote_rows,
    ],
    truth(take(_vote, 0, 1, 2), year=9, name="県議会議員一般選挙執行費"),
    merges="A1:C1 " + " ".join(f"A{n}:A{n + 1} C{n}:C{n + 1}" for n in range(4, 16, 2)),
    formats=";".join(f'B{n}:B{n}=#,##0;B{n + 1}:B{n + 1}=(#,##0)' for n in range(4, 16, 2)),
)  # fmt: skip

# ---- 福祉 ----------------------------------------------------------------------------------------------------

# 06 長寿社会課: うち rows, sources between this year's and last year's ----------------------------------------------
_care = [
    ["介護職員初任者研修", 8200, 0, 8200, 0, 7600, "継続"],
    ["介護ロボット導入補助", 24000, 16000, 8000, 0, 20000, "拡充"],
    ["潜在介護福祉士再就業支援", 3150, 0, 3150, 0, 3150, "継続"],
    ["介護の日イベント", 1280, 0, 0, 1280, 1350, "継続"],
]
excel(
    "b14_06_of_which",
    [
        ["令和９年度要求　介護人材確保対策事業", _, _, _, _, _, "（千円）"],
        ["事業内容", "要求額", "財源内訳", _, _, "R8当初", "区分"],
        [_, _, "国庫", "基金", "一財", _, _],
        _care[0],
        ["　うち外国人介護人材向け", 1500, 0, 1500, 0, 900, _],
        _care[1],
        ["　うち見守りセンサー", 9000, 6000, 3000, 0, 6500, _],
        ["　うち移乗支援機器", 7000, 4700, 2300, 0, 7000, _],
        _care[2],
        _care[3],
        plus("合計", _care, 1, 2, 3, 4, 5),
        [],
        ["基金：地域医療介護総合確保基金（介護分）"],
    ],
    truth(take(_care, 0, 1, 5), year=9, name="介護人材確保対策事業"),
    merges="A2:A3 B2:B3 C2:E2 F2:F3 G2:G3",
    formats="B4:F11=#,##0",
)  # fmt: skip

# 07 障がい福祉課: users × 円 × months, shares, only the prefecture's is asked for ------------------------------------
_services = [
    ["居宅介護", 400, 50000, 57500],
    ["生活介護", 900, 230000, 598000],
    ["就労継続支援Ｂ型", 1500, 140000, 601200],
    ["共同生活援助（グループホーム）", 600, 160000, 270000],
    ["施設入所支援", 520, 150000, 236400],
]
_services = [
    [
        name,
        users,
        cost,
        12,
        all_of := users * cost * 12 // 1000,
        all_of // 2,
        all_of // 4,
        all_of // 4,
        before,
    ]
    for name, users, cost, before in _services  # type: ignore[operator]
]
excel(
    "b14_07_county_share",
    [
        ["事業名", "障害福祉サービス等給付費県負担金"],
        ["令和９年度所要額見込（障害者総合支援法第94条）", _, _, _, _, _, _, _, "金額の単位：千円（月額は円）"],
        ["サービス種別", "月平均利用者数（人）", "１人当たり月額", "月数", "総費用額", "負担区分", _, _, "R8当初"],
        [_, _, _, _, _, "国 1/2", "県 1/4（要求額）", "市町村 1/4", "県負担額"],
        *_services,
        plus("計", _services, 4, 5, 6, 7, 8),
    ],
    truth(take(_services, 0, 6, 8), year=9, name="障害福祉サービス等給付費県負担金"),
    merges="A3:A4 B3:B4 C3:C4 D3:D4 E3:E4 F3:H3",
    formats="B5:I10=#,##0",
)  # fmt: skip

# 08 こども家庭課: months (folded away), formulas without stored values, years of the west ---------------------------
_homes: list[tuple[str, list[int], int]] = [
    ("乳児院", [4100, 4100, 4200, 4200, 4300, 4200, 4200, 4300, 4600, 4400, 4300, 4500], 49800),
    (
        "児童養護施設",
        [31200, 31200, 31500, 32800, 33900, 31500, 31500, 31500, 34600, 31800, 31800, 34200],
        374000,
    ),
    ("ファミリーホーム", [5600, 5600, 5600, 5800, 6100, 5600, 5600, 5600, 6000, 5700, 5700, 6100], 64500),
    ("里親委託", [7300, 7300, 7400, 7600, 7900, 7500, 7500, 7600, 8100, 7700, 7700, 8200], 83000),
    ("自立援助ホーム", [1800, 1800, 1800, 1800, 1900, 1800, 1800, 1800, 2000, 1800, 1800, 1900], 20900),
]
excel(
    "b14_08_months_formulas",
    [
        ["2027年度　児童入所施設措置費　要求額積算", *[_] * 14, "（千円）"],
        [],
        ["施設種別", *[f"{month}月" for month in (4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3)],
         "2027年度 要求額", "2026年度 当初", "増減"],
        *(
            [name, *months, f"=SUM(B{n}:M{n})", before, f"=N{n}-O{n}"]
            for n, (name, months, before) in enumerate(_homes, start=4)
        ),
        ["合計", *[f"=SUM({column}4:{column}8)" for column in "BCDEFGHIJKLMNO"], "=N9-O9"],
    ],
    truth(
        tuple((name, sum(months), before) for name, months, before in _homes), year=9, name="児童入所施設措置費",
    ),
    formats="B4:P9=#,##0",
    hidden="B C D E F G H I J K L M",
)  # fmt: skip

# 09 児童相談所: last year's request and a memo of numbers as further tabs --------------------------------------------
_shelter = [
    ["報酬", "夜間指導員", "6人", 14700, 14200],
    ["報償費", "医師・弁護士謝金", "月4回", 2640, 2400],
    ["需用費", "賄材料費", "1,050円×延9,200人", 9660, 8740],
    [_, "被服・日用品", _, 1120, 1050],
    ["役務費", "健康診断料", "320人", 1600, 1540],
    ["委託料", "寝具乾燥", "年6回", 396, 396],
]
_shelter_before = [
    ["報酬", "夜間指導員", "6人", 14200, 13900],
    ["報償費", "医師・弁護士謝金", "月4回", 2500, 2400],
    ["需用費", "賄材料費", "950円×延9,200人", 8740, 8510],
    [_, "被服・日用品", _, 1050, 1020],
    ["役務費", "健康診断料", "300人", 1540, 1500],
    ["委託料", "寝具乾燥", "年6回", 396, 380],
]
excel(
    "b14_09_tab_of_last_year",
    {
        "R9要求": [
            ["令和9年度 一時保護所運営費 要求額調べ", _, _, _, "単位:千円"],
            ["節", "内容", "積算", "R9要求", "R8当初"],
            *_shelter,
            plus("計", _shelter, 3, 4),
        ],
        "R8要求（提出済）": [
            ["令和8年度 一時保護所運営費 要求額調べ", _, _, _, "単位:千円"],
            ["節", "内容", "積算", "R8要求", "R7当初"],
            *_shelter_before,
            plus("計", _shelter_before, 3, 4),
        ],
        "入所人数": [
            ["一時保護 延人数", "中央", "西部", "計"],
            ["R6", 4820, 3910, 8730],
            ["R7", 4990, 4105, 9095],
            ["R8見込", 5040, 4160, 9200],
        ],
    },
    truth(take(_shelter, 1, 3, 4), year=9, name="一時保護所運営費"),
)  # fmt: skip

# 10 子育て支援課: five stages of years; one item waits for the state's unit price ------------------------------------
_nursery = [
    ["施設型給付費", 2874300, 2931500, 3012000, 3058000, 3104000],
    ["地域型保育給付費", 412800, 428700, 441000, 439500, 452000],
    ["延長保育", 38600, 39100, 40200, 39800, 40500],
    ["病児保育", 61400, 63900, 65000, 66100, 68400],
    ["こども誰でも通園制度", 0, 0, 24000, 18300, "国単価公表待ち"],
]
excel(
    "b14_10_waiting_for_price",
    [
        ["子どものための教育・保育給付費　要求調書（令和９年度当初）", _, _, _, _, _, "千円"],
        ["区分", "R6決算", "R7決算", "R8当初", "R8決算見込", "R9要求", "備考"],
        *(
            [*row, "年末の予算編成で単価確定後に追加要求" if isinstance(row[5], str) else _] for row in _nursery
        ),
        plus("計", _nursery, 1, 2, 3, 4, 5),
    ],
    Truth(
        tuple((str(row[0]), row[5] if isinstance(row[5], int) else None, row[3]) for row in _nursery),  # type: ignore[misc]
        sum(row[5] for row in _nursery if isinstance(row[5], int)),
        sum(row[3] for row in _nursery if isinstance(row[3], int)),
        9, "子どものための教育・保育給付費", "asked",
    ),
    formats="B3:F8=#,##0",
)  # fmt: skip

# 11 地域福祉課: 歳出, and the 財源 below in the same columns --------------------------------------------------------
_council = [
    ["人件費補助", "県社協 事務局 9人分", 54300, 53100, 1200],
    ["日常生活自立支援", "基幹的社協 8か所", 41760, 40900, 860],
    ["民生委員研修", "中堅研修、補充委員の研修", 2450, 3100, -650],
    ["生活困窮者自立支援人材養成", _, 1180, 1180, 0],
    ["災害ボランティアセンター設置訓練", "新規", 800, 0, 800],
]
_council_sources = [
    ["国庫支出金", "1/2、3/4", 29550, 29100, 450],
    ["繰入金", "地域福祉基金", 6000, 6000, 0],
]
_council_total = plus("計", _council, 2, 3, 4)
_council_sources.append(
    ["一般財源", _]
    + [
        int(_council_total[column]) - sum(int(row[column]) for row in _council_sources)  # type: ignore[call-overload]
        for column in (2, 3, 4)
    ]
)
excel(
    "b14_11_sources_below",
    [
        ["事業名：地域福祉推進費"],
        ["（県社会福祉協議会関係）"],
        ["１　歳出", _, _, _, "（単位：千円）"],
        ["内容", "説明", "令和９年度", "令和８年度", "増減"],
        *_council,
        _council_total,
        [],
        ["２　財源内訳", _, _, _, "（単位：千円）"],
        ["区分", "説明", "令和９年度", "令和８年度", "増減"],
        *_council_sources,
        plus("計", _council_sources, 2, 3, 4),
    ],
    truth(take(_council, 0, 2, 3), year=9, name="地域福祉推進費"),
    comments=(("C7", "一斉改選はR7.12。R8は新任研修が多かった"),),
)  # fmt: skip
_then(_formatted("C5:E16", '#,##0;"▲"#,##0'))

# ---- 農林水産 ------------------------------------------------------------------------------------------------

# 12 経営支援課: 事業費 and 補助率 before the request; stages of request beside --------------------------------------
_farmers = [
    ["就農準備資金", "県", 45000, "10/10", 45000, 42000, "150万円×30人"],
    ["経営開始資金", "市町村", 123000, "10/10", 123000, 117000, "150万円×82人"],
    ["経営発展支援（機械・施設）", "新規就農者", 60000, "3/4", 45000, 37500, "国1/2 県1/4"],
    ["里親農家研修", "ＪＡ等", 7200, "1/2", 3600, 3300, "24人"],
    ["就農相談会", "農業会議", 1900, "定額", 1900, 1900, "東京・大阪"],
]
excel(
    "b14_12_rate_of_aid",
    [
        ["R9当初要求", _, "新規就農者総合支援事業", _, _, _, "経営支援課"],
        [_, _, _, _, _, _, "千円"],
        ["メニュー", "実施主体", "事業費", "補助率", "R9要求額", "R8予算額", "積算"],
        *_farmers,
        plus("計", _farmers, 2, 4, 5),
    ],
    truth(take(_farmers, 0, 4, 5), year=9, name="新規就農者総合支援事業"),
    formats="C4:F9=#,##0",
)  # fmt: skip

# 13 農業改良普及: three steps of numbers in three columns, each step's sum in the same column -------------------------
excel(
    "b14_13_three_steps",
    [
        ["令和９年度　協同農業普及事業　要求内訳書"],
        ["", "", "項　　　目", "要求額", "前年度", "積　算　等"],
        ["", "", "", "千円", "千円", ""],
        ["１", "普及指導活動", _, 18940, 18470, _],
        [_, "(1)", "巡回指導", 11340, 11070, _],
        [_, _, "　ア　普通旅費", 3840, 3720, "普及指導員 48人×80千円"],
        [_, _, "　イ　公用車燃料・車検", 7500, 7350, "32台"],
        [_, "(2)", "実証ほ設置", 7600, 7400, _],
        [_, _, "　ア　肥料・農薬・資材", 5200, 5100, "26か所×200千円"],
        [_, _, "　イ　土壌分析委託", 2400, 2300, "120点×20千円"],
        ["２", "普及指導員研修", _, 2310, 2250, _],
        [_, "(1)", "国段階研修参加", 1650, 1600, "つくば 11人"],
        [_, "(2)", "県段階研修開催", 660, 650, "講師謝金、会場"],
        ["３", "情報機器整備", _, 3960, 1320, _],
        [_, "(1)", "タブレット端末借上", 3960, 1320, "60台×5.5千円×12月"],
        ["合計", _, _, 25210, 22040, _],
    ],
    truth(
        (
            ("普通旅費", 3840, 3720), ("公用車燃料・車検", 7500, 7350), ("肥料・農薬・資材", 5200, 5100),
            ("土壌分析委託", 2400, 2300), ("国段階研修参加", 1650, 1600), ("県段階研修開催", 660, 650),
            ("タブレット端末借上", 3960, 1320),
        ),
        year=9, name="協同農業普及事業",
    ),
    merges="A1:F1 B4:C4 B11:C11 B14:C14 A16:C16",
    formats="D4:E16=#,##0",
)  # fmt: skip

# 14 家畜保健衛生所: 単価(税抜)×数量, the tax as a row of its own, no last year ---------------------------------------
_vet = [
    ["１", "防護服", "着", 1400, 3000],
    ["２", "消石灰", "袋(20kg)", 800, 2500],
    ["３", "動力噴霧器", "台", 160000, 5],
    ["４", "簡易検査キット", "箱", 12000, 150],
    ["５", "殺鼠剤・捕獲資材", "式", 200000, 1],
]
_vet = [[*row, row[3] * row[4], _] for row in _vet]  # type: ignore[operator]
_vet_sum = sum(int(row[5]) for row in _vet)  # type: ignore[call-overload]
excel(
    "b14_14_tax_as_a_row",
    [
        ["令和９年度　家畜伝染病防疫資材備蓄　購入計画（予算要求用）"],
        ["事業名：家畜伝染病防疫対策費", _, "要求課：畜産課", _, _, "金額：円"],
        ["No", "品　名", "単位", "単価(税抜)", "数量", "金額", "備考"],
        *_vet,
        [_, "小計", _, _, _, _vet_sum, _],
        [_, "消費税（10％）", _, _, _, _vet_sum // 10, _],
        [_, "合計", _, _, _, _vet_sum + _vet_sum // 10, "全額県費（備蓄2か所分）"],
    ],
    truth(
        (*take(_vet, 1, 5, scale=1000), ("消費税", _vet_sum // 10000, None)), previous=False, year=9,
        name="家畜伝染病防疫対策費",
    ),
    formats="D4:F11=#,##0",
)  # fmt: skip

# 15 農地整備課: 地区別 over two printed pages, headings again, subtotals of kinds ------------------------------------
_fields = [
    ["東浦", "大川市", 1820000, 640000, 210000, 240000, 730000, _],
    ["上津原", "北郷町", 960000, 715000, 125000, 120000, 0, "R9完了"],
    ["野々瀬", "みなみ町", 1340000, 88000, 95000, 160000, 997000, _],
]
_ponds = [
    ["大池", "大川市", 320000, 140000, 60000, 70000, 50000, _],
    ["新池・中池", "西原市", 185000, 0, 15000, 45000, 125000, _],
]
_roads = [
    ["谷川", "北郷町", 610000, 402000, 58000, 66000, 84000, _],
    ["高原３期", "牧町", 440000, 0, 0, 22000, 418000, "新規"],
]
for _row in [*_fields, *_ponds, *_roads]:
    assert _row[2] == sum(_row[3:7]), _row  # type: ignore[arg-type]
_district_head = [
    ["事業・地区名", "関係市町村", "全体事業費", "事業費", _, _, _, "備考"],
    [_, _, _, "R7まで", "R8当初", "R9要求", "R10以降", _],
]
excel(
    "b14_15_two_printed_pages",
    [
        ["令和９年度　県営農業農村整備事業　地区別要求一覧表", _, _, _, _, _, _, "No.1"],
        [_, _, _, _, _, _, _, "（単位：千円）"],
        *_district_head,
        ["【経営体育成基盤整備】"],
        *_fields,
        plus("小　計", _fields, 2, 3, 4, 5, 6),
        ["令和９年度　県営農業農村整備事業　地区別要求一覧表", _, _, _, _, _, _, "No.2"],
        [_, _, _, _, _, _, _, "（単位：千円）"],
        *_district_head,
        ["【ため池整備】"],
        *_ponds,
        plus("小　計", _ponds, 2, 3, 4, 5, 6),
        ["【農道整備】"],
        *_roads,
        plus("小　計", _roads, 2, 3, 4, 5, 6),
        ["合　計（７地区）", *plus(_, [*_fields, *_ponds, *_roads], 2, 3, 4, 5, 6)[1:]],
    ],
    truth(take([*_fields, *_ponds, *_roads], 0, 5, 4), year=9, name="県営農業農村整備事業"),
    merges="A3:A4 B3:B4 C3:C4 D3:G3 H3:H4 A12:A13 B12:B13 C12:C13 D12:G12 H12:H13",
    formats="C6:G21=#,##0",
)  # fmt: skip

# 16 森林整備課: 再掲 below the sum, an empty row between the kinds, R8 with 元号 only in the headings ------------------
_planting = [
    ["人工造林", "120ha", 96000, 88000],
    ["下刈り", "850ha", 102000, 99500],
]
_thinning = [
    ["間伐", "1,400ha", 238000, 241000],
    ["森林作業道", "52km", 83200, 80000],
    ["獣害防止柵", "34km", 40800, 36000],
]
excel(
    "b14_16_again_below",
    [
        ["造林補助事業　予算要求資料", _, _, _, "森林整備課"],
        ["工　種", "事業量", "令和８年度要求（千円）", "令和７年度当初（千円）", "増減（千円）"],
        *delta(_planting, 2, 3, 4),
        [],
        *delta(_thinning, 2, 3, 4),
        [],
        *delta([plus("合　計", [*_planting, *_thinning], 2, 3)], 2, 3, 4),
        ["（再掲）花粉発生源対策", "180ha", 131000, 118000, 13000],
        ["（再掲）森林環境譲与税充当", _, 40800, 36000, 4800],
    ],
    truth(take([*_planting, *_thinning], 0, 2, 3), year=8, name="造林補助事業"),
    formats="C3:E12=#,##0",
)  # fmt: skip

# 17 水産試験場: quarters, rows of arithmetic folded away, unit at the foot ------------------------------------------
_ship = [
    ["需用費", "船用燃料（Ａ重油）", 6300, 7000, 7700, 4200, 23800],
    [_, "船体修繕・検査", 0, 0, 14500, 0, 9800],
    ["役務費", "船舶保険料", 1850, 0, 0, 0, 1790],
    ["旅費", "乗組員航海旅費", 540, 620, 580, 360, 2050],
    ["使用料", "衛星通信料", 165, 165, 165, 165, 660],
]
_ship = [[*row[:6], sum(row[2:6]), row[6]] for row in _ship]  # type: ignore[arg-type]
excel(
    "b14_17_folded_arithmetic",
    [
        ["漁業調査船運航費　令和９年度要求額（四半期別）"],
        ["節", "細目", "第１", "第２", "第３", "第４", "要求額計", "前年度当初"],
        _ship[0],
        [_, "（計算）延160日×1.575kL×100千円/kL", _, _, _, _, _, _],
        [_, "（計算）前年単価 95円/L → 100円/L", _, _, _, _, _, _],
        *_ship[1:],
        plus("計", _ship, 2, 3, 4, 5, 6, 7),
        [_, _, _, _, _, _, _, "単位：千円"],
    ],
    truth(take(_ship, 1, 6, 7), year=9, name="漁業調査船運航費"),
    formats="C3:H10=#,##0",
)  # fmt: skip


def _folded(book: Workbook) -> None:
    sheet = book.worksheets[0]
    for number in (4, 5):
        sheet.row_dimensions[number].hidden = True
        sheet.row_dimensions[number].outlineLevel = 1
    sheet["A1"].font = Font(bold=True, size=14)


_then(_folded)

# ---- 土木 ----------------------------------------------------------------------------------------------------

# 18 道路維持課: 円 of the settled years beside 千円 of the request ---------------------------------------------------
_snow = [
    ["除雪委託", 412385600, 536120450, 398751200, 450000, 430000],
    ["凍結防止剤", 61234800, 72110500, 58990300, 65000, 62000],
    ["除雪機械修繕", 48120000, 51877000, 50436500, 52000, 50000],
    ["消融雪施設電気料", 22871300, 25960700, 23140800, 26500, 24000],
    ["雪量計・路面カメラ保守", 5940000, 5940000, 6160000, 6160, 6160],
]
excel(
    "b14_18_settled_in_yen",
    [
        ["道路除雪費（単県）令和９年度当初要求の考え方"],
        ["費　目", "決算額（円）", _, _, "要求額（千円）", "当初予算額（千円）", "差（千円）"],
        [_, "R5", "R6", "R7", "R9", "R8", "R9－R8"],
        *delta(_snow, 4, 5, 6),
        *delta([plus("計", _snow, 1, 2, 3, 4, 5)], 4, 5, 6),
        ["※R6は大雪（指定観測点の累計降雪量 平年比142%）。R9は過去３か年平均をもとに労務費上昇分を見込む。"],
    ],
    truth(take(_snow, 0, 4, 5), year=9, name="道路除雪費"),
    merges="A1:G1 A2:A3 B2:D2",
    formats="B4:G9=#,##0",
)  # fmt: skip

# 19 河川課: 百万円 with a decimal, the supplementary budget brought forward beside ------------------------------------
_rivers = [
    ["千代田川", "下流工区", 150.0, 80.5, 95.5],
    ["袋川", "放水路", 320.5, 140.0, 210.0],
    ["私都川", "支川合流部", 64.0, 0.0, 70.5],
    ["勝田川", "河口部", 88.5, 45.0, 60.0],
]
excel(
    "b14_19_thirteen_months",
    [
        ["広域河川改修事業　要求箇所表", _, _, _, _, "[百万円]"],
        ["河川名", "箇所", "R8当初", "R8補正（前倒し）", "R9当初要求", "R8補正＋R9当初"],
        *([*row, row[3] + row[4]] for row in _rivers),  # type: ignore[operator]
        ["計", "４河川", *(sum(row[column] for row in _rivers) for column in (2, 3, 4)),  # type: ignore[misc]
         sum(row[3] + row[4] for row in _rivers)],  # type: ignore[operator]
        [_, _, _, "11月補正で別途要求済"],
    ],
    truth(
        tuple((str(row[0]), round(row[4] * 1000), round(row[2] * 1000)) for row in _rivers),  # type: ignore[operator]
        year=9, name="広域河川改修事業",
    ),
    formats="C3:F7=#,##0.0",
)  # fmt: skip

# 20 港湾課: a special account, 歳入 first and then 歳出, 款項目節 one under the other ----------------------------------
_port_income = [
    ["　　　　港湾施設使用料", 184200, 181500],
    ["　　　　土地貸付収入", 62300, 62300],
    ["　　　　一般会計繰入金", 95400, 90100],
    ["　　　　県債", 120000, 87000],
]
_port_running = [
    ["　　　　　需用費", 28700, 27600],
    ["　　　　　委託料", 41200, 40500],
    ["　　　　　工事請負費", 138000, 104000],
]
_port_debt = [
    ["　　　　　元金償還", 231000, 225800],
    ["　　　　　利子", 23000, 23000],
]
_port_all = [*_port_running, *_port_debt]
assert plus("", _port_income, 1, 2) == plus("", _port_all, 1, 2)
excel(
    "b14_20_special_account",
    [
        ["令和９年度　港湾整備事業特別会計　予算要求書"],
        ["（歳入）", _, _, _, "単位：千円"],
        ["科目", "本年度要求額", "前年度当初", "比較", "説明"],
        *delta(_port_income, 1, 2, 3),
        *delta([plus("歳入合計", _port_income, 1, 2)], 1, 2, 3),
        [],
        ["（歳出）", _, _, _, "単位：千円"],
        ["科目", "本年度要求額", "前年度当初", "比較", "説明"],
        *delta(
            [
                plus("１款　港湾整備費", _port_running, 1, 2),
                plus("　１項　港湾管理費", _port_running, 1, 2),
                plus("　　１目　施設管理費", _port_running, 1, 2),
                *_port_running,
                plus("２款　公債費", _port_debt, 1, 2),
                plus("　１項　公債費", _port_debt, 1, 2),
                *_port_debt,
                plus("歳出合計", _port_all, 1, 2),
            ],
            1, 2, 3,
        ),
    ],
    truth(take(_port_all, 0, 1, 2), year=9),
    formats="B4:D21=#,##0",
)  # fmt: skip

# 21 住宅政策課: made in Google Sheets, ¥ in the number format, checkboxes and a link beside ---------------------------
_flats = [
    ["北園団地", "屋上防水", 96, 28600000, 0, False, "A1～A4棟"],
    ["浜坂団地", "給水管更新", 60, 33000000, 24200000, True, _],
    ["湖山団地", "外壁補修", 48, 19800000, 17600000, True, "2期目/3期"],
    ["全団地", "退去修繕", 110, 33000000, 31500000, True, "110戸×30万円"],
    ["全団地", "緊急修繕", _, 18000000, 18000000, True, _],
]
excel(
    "b14_21_google_yen",
    {
        "R9要求": [
            ["県営住宅修繕費 R9当初要求", _, _, _, _, _, "更新: 2026/10/22"],
            ["団地", "内容", "戸数", "R9要求", "R8当初", "継続", "メモ"],
            *_flats,
            ["合計", _, _, "=SUM(D3:D7)", "=SUM(E3:E7)", _, "https://docs.example.jp/d/1xR9"],
        ],
        "選択肢": [["屋上防水"], ["外壁補修"], ["給水管更新"], ["退去修繕"], ["緊急修繕"]],
    },
    truth(take(_flats, 1, 3, 4, scale=1000), year=9, name="県営住宅修繕費"),
    formats='D3:E8="¥"#,##0',
)  # fmt: skip
_stored({
    "D8": sum(int(row[3]) for row in _flats),  # type: ignore[call-overload]
    "E8": sum(int(row[4]) for row in _flats),  # type: ignore[call-overload]
})  # fmt: skip

# 22 下水道課: the request, and below the limits of 債務負担行為 -------------------------------------------------------
_sewer = [
    ["汚泥処分委託", 186000, 178500, "7,440t×25千円"],
    ["処理場運転管理委託", 312000, 312000, "R8～R10 債務負担"],
    ["薬品費", 44800, 42600, "高分子凝集剤ほか"],
    ["電力費", 129500, 133700, _],
    ["ストックマネジメント計画改定", 22000, 0, "R9～R10 債務負担（新規）"],
]
excel(
    "b14_22_debt_burden_below",
    [
        ["流域下水道維持管理費", _, _, "下水道課"],
        ["令和９年度要求内訳", _, _, "（単位：千円）"],
        ["内容", "要求額", "前年度予算額", "備考"],
        *_sewer,
        plus("計", _sewer, 1, 2),
        [],
        ["債務負担行為", _, _, "（単位：千円）"],
        ["事項", "期間", "限度額", "備考"],
        ["処理場運転管理委託", "R9～R10", 624000, "R8設定済"],
        ["ストックマネジメント計画改定", "R10", 26000, "新規設定"],
    ],
    truth(take(_sewer, 0, 1, 2), year=9, name="流域下水道維持管理費"),
    merges="A1:C1",
    formats="B4:C9=#,##0;C13:C14=#,##0",
)  # fmt: skip

# 23 用地課: a small table for each 節, each with its own heading; all in 円 -----------------------------------------
_trips = [
    ["地方整備局協議", "広島", 24000, 2, 5, 240000, 216000],
    ["用地補償研修", "東京", 68000, 3, 1, 204000, 198000],
    ["管内用地交渉", "管内", 1500, 4, 60, 360000, 345000],
]
_goods = [
    ["コピー用紙", "A4・A3", 2500, 40, 1, 100000, 96000],
    ["用地図面印刷", "A1", 600, 400, 1, 240000, 250000],
    ["公用車ガソリン", "2台", 170, 100, 12, 204000, 192000],
]
_fees = [
    ["登記嘱託手数料", "司法書士", 22000, 15, 1, 330000, 308000],
    ["不動産鑑定料", "鑑定士", 275000, 6, 1, 1650000, 1620000],
]
for _row in [*_trips, *_goods, *_fees]:
    assert _row[5] == _row[2] * _row[3] * _row[4], _row  # type: ignore[operator]
excel(
    "b14_23_table_per_node",
    [
        ["令和９年度　用地事務費　積算資料", _, _, _, _, _, "単位：円"],
        [],
        ["８節　旅費"],
        ["用務", "行先", "単価", "人数", "回数", "要求額", "前年度"],
        *_trips,
        plus("旅費計", _trips, 5, 6),
        [],
        ["10節　需用費"],
        ["品名", "規格", "単価", "数量", "月数", "要求額", "前年度"],
        *_goods,
        plus("需用費計", _goods, 5, 6),
        [],
        ["11節　役務費"],
        ["区分", "相手方", "単価", "件数", "回数", "要求額", "前年度"],
        *_fees,
        plus("役務費計", _fees, 5, 6),
        [],
        plus("総　計", [*_trips, *_goods, *_fees], 5, 6),
    ],
    truth(take([*_trips, *_goods, *_fees], 0, 5, 6, scale=1000), year=9, name="用地事務費"),
    formats="C5:G22=#,##0",
)  # fmt: skip

# 24 危機管理課: a row put in below the range of the SUM -------------------------------------------------------------
_drill = [
    ["会場設営委託", 3850, 3600],
    ["資機材借上", 1240, 1180],
    ["バス借上", 720, 690],
    ["消耗品・食料費", 465, 440],
    ["ドローン操縦訓練", 980, 0],
]
excel(
    "b14_24_sum_misses_a_row",
    [
        ["令和９年度　総合防災訓練実施事業", _, "（千円）"],
        ["経費", "要求額", "前年度予算"],
        *_drill,
        ["計", "=SUM(B3:B6)", "=SUM(C3:C6)"],
    ],
    truth(take(_drill, 0, 1, 2), year=9, name="総合防災訓練実施事業", must="finding"),
    formats="B3:C8=#,##0",
)  # fmt: skip
_stored({
    "B8": sum(int(row[1]) for row in _drill[:4]),  # type: ignore[call-overload]
    "C8": sum(int(row[2]) for row in _drill[:4]),  # type: ignore[call-overload]
})  # fmt: skip

# ---- CSV and TSV ---------------------------------------------------------------------------------------------

# 25 the budget system's export: every cell in quotes, codes, no sum, cp932 ----------------------------------------
_export = [
    ["08", "旅費", "01", "普通旅費", 612, 640],
    ["10", "需用費", "01", "消耗品費", 1480, 1520],
    ["10", "需用費", "05", "印刷製本費", 935, 900],
    ["12", "委託料", "01", "障がい者週間ポスター展運営委託", 2200, 2310],
    ["13", "使用料及び賃借料", "01", "会場使用料", 386, 386],
    ["18", "負担金補助及び交付金", "03", "あいサポート運動推進補助", 4000, 4500],
]
text(
    "b14_25_system_export", ".csv",
    "\r\n".join(
        ",".join(f'"{cell}"' for cell in row)
        for row in (
            ["年度", "所属", "事業コード", "事業名", "節", "節名称", "細節", "細節名称",
             "前年度当初額(千円)", "当年度要求額(千円)", "査定額(千円)"],
            *(
                ["R09", "障がい福祉課", "0301020417", "障がい者理解促進事業", *row, ""] for row in _export
            ),
        )
    )
    + "\r\n",
    truth(take(_export, 3, 5, 4), year=9, name="障がい者理解促進事業"),
    "cp932",
)  # fmt: skip

# 26 copied out of Excel into a TSV: cells with line breaks in quotes, R8 -----------------------------------------
_rice = [
    ["報償費", '"現地検討会講師\n30千円×4回"', 120, 120],
    ["旅費", '"食味コンクール審査\n東京・新潟"', 264, 250],
    ["需用費", '"ＰＲ資材\nのぼり、米袋"', 1150, 980],
    ["委託料", '"首都圏米穀店フェア\n20店舗×150千円"', 3000, 2700],
    ["負担金", "協議会負担金", 500, 500],
]
text(
    "b14_26_pasted_breaks", ".tsv",
    "令和８年度　県産米ブランド化推進事業\t\t\t単位：千円\n"
     '節\t内容\t"令和８年度\n要求額"\t"令和７年度\n当初予算額"\n'
    + _lines("\t", [*_rice, plus("合計", _rice, 2, 3)]) + "\n",
    truth(take(_rice, 0, 2, 3), year=8, name="県産米ブランド化推進事業"),
)  # fmt: skip

# 27 Google's CSV: empty first column and rows, 小計, 円 -------------------------------------------------------------
_survey = [
    [_, "調査", "ため池劣化状況調査", "30箇所×264,000円", 7920000, 7656000],
    [_, "", "耐震性評価", "8箇所×1,650,000円", 13200000, 11550000],
]
_watch = [
    [_, "監視", "水位計・監視カメラ設置", "12箇所×880,000円", 10560000, 8800000],
    [_, "", "通信料", "40台×2,500円×12月", 1200000, 900000],
    [_, "", "サポートセンター委託", "技術員2名", 15400000, 14960000],
]
text(
    "b14_27_google_csv", ".csv",
    _csv(
        [
            [],
            [_, "ため池防災対策推進事業"],
            [_, "令和9年度当初予算要求 積算（円）"],
            [],
            [_, "区分", "内容", "積算", "R9要求額", "R8当初額"],
            *_survey,
            [_, "", "小計", "", *plus("", _survey, 4, 5)[4:]],
            *_watch,
            [_, "", "小計", "", *plus("", _watch, 4, 5)[4:]],
            [_, "計", "", "", *plus("", [*_survey, *_watch], 4, 5)[4:]],
            [],
        ],
        width=6, end="\n",
    ),
    truth(take([*_survey, *_watch], 2, 4, 5, scale=1000), year=9, name="ため池防災対策推進事業"),
)  # fmt: skip

# 28 one row for an item and a year ---------------------------------------------------------------------------------
_park = [
    ["芝生管理", 5640, 5480],
    ["遊具点検・修繕", 3900, 3200],
    ["樹木剪定", 4250, 4250],
    ["トイレ清掃", 2180, 2080],
    ["園内照明ＬＥＤ化", 6600, 0],
]
text(
    "b14_28_row_per_year", ".csv",
    "\ufeff"
    + _csv(
        [
            ["事業", "年度", "区分", "項目", "金額（千円）"],
            *(["都市公園管理費", "令和8年度", "当初予算", row[0], row[2]] for row in _park),
            *(["都市公園管理費", "令和9年度", "要求", row[0], row[1]] for row in _park),
        ],
        commas=False,
    ),
    truth(take(_park, 0, 1, 2), year=9, name="都市公園管理費"),
)  # fmt: skip

# 29 no unit anywhere, and numbers that could be 千円 or 百万円 ------------------------------------------------------
_dredge = [
    ["河道掘削", 850, 780],
    ["樹木伐採", 320, 300],
    ["護岸補修", 1200, 1150],
    ["測量設計", 140, 160],
]
text(
    "b14_29_unit_unknown", ".csv",
    _csv(
        [
            ["河川維持 R9要求（県土整備事務所分）", "", ""],
            ["工種", "R9", "R8"],
            *_dredge,
            plus("計", _dredge, 1, 2),
        ],
        commas=False,
    ),
    truth(take(_dredge, 0, 1, 2), year=9, must="asked"),
    "cp932",
)  # fmt: skip

# 30 typed by hand: the sum has two digits the wrong way round -------------------------------------------------------
_training = [
    ["新採用職員研修", 1860, 1920, "外部講師 2名増"],
    ["階層別研修", 3340, 3450, ""],
    ["自治大学校派遣", 2750, 2620, "5名→4名"],
    ["ｅラーニング利用料", 1980, 2450, "ライセンス 1,400人"],
    ["研修所清掃・警備", 2310, 2400, ""],
]
assert plus("", _training, 1, 2)[1:] == [12240, 12840]
text(
    "b14_30_digits_swapped", ".tsv",
    "令和9年度 職員研修費 要求内訳\t\t\t(千円)\n内訳\tR8当初\tR9要求\t摘要\n"
    + _lines("\t", [*_training, ["合計", "12,240", "12,480", ""]]) + "\n",
    truth(take(_training, 0, 2, 1), year=9, name="職員研修費", must="finding"),
)  # fmt: skip

# ---- pages ---------------------------------------------------------------------------------------------------

# 31 a mail: columns of wide spaces, the older talk quoted below ---------------------------------------------------
_audit = [
    ["普通旅費", 620, 600],
    ["消耗品費", 185, 185],
    ["通信運搬費", 96, 88],
    ["公認会計士謝金", 1200, 1080],
    ["会計専門研修負担金", 264, 210],
]


def _spaced(rows: Sequence[Sequence[object]], wide: int = 12) -> str:
    """Names filled up with wide spaces, numbers to the right."""
    return "\n".join(
        str(row[0]) + "　" * (wide - len(str(row[0]))) + "".join(f"{_cell(cell):>10}" for cell in row[1:])
        for row in rows
    )


text(
    "b14_31_mail_wide_spaces", ".txt",
    f"""差出人: 福祉監査指導課 庶務担当
宛先: 福祉保健部 予算担当
日時: 2026年10月28日 16:42
件名: RE: 【11/2〆】令和９年度当初予算要求の積算について

予算担当 様

お世話になっております。福祉監査指導課です。
「社会福祉法人等指導監査費」の積算を送ります。昨日お電話した公認会計士謝金は
40千円×30法人に見直しました。

事業名：社会福祉法人等指導監査費
（単位：千円）
{_spaced([["区分", "R9要求", "R8当初"], *_audit, plus("合計", _audit, 1, 2)])}

財源は全額一般財源です。よろしくお願いします。

-----
福祉監査指導課　内線3120

> 福祉監査指導課 御中
> 先日いただいた案（公認会計士謝金 1,440千円、合計 2,605千円）では
> シーリングを超えますので、再度の積算をお願いします。締切 11月2日（月）17時
""",
    truth(take(_audit, 0, 1, 2), year=9, name="社会福祉法人等指導監査費"),
)  # fmt: skip

# 32 a page of the published requests, amounts with 千円 in the cells ------------------------------------------------
text(
    "b14_32_published_page", ".txt",
    """現在の位置： 予算編成過程の公開 の 令和９年度予算 の 農林水産部の水田畑作利活用促進事業
令和９年度
当初予算　一般事業（公共事業以外）　一般事業要求　　支出科目　款：農林水産業費　項：農業費　目：農作物対策費
事業名：

水田畑作利活用促進事業

農林水産部　生産振興課　水田担当
電話番号：0857-00-0000

トータルコスト
　　　　　　　　　　事業費（A）　　人件費（B）　トータルコスト（A＋B）　従事人役
令和９年度要求額　　33,640千円　　7,900千円　　41,540千円　　1.0人
令和８年度当初予算額　　29,900千円　　7,800千円　　37,700千円　　1.0人

事業費
要求額：33,640千円　　（前年度予算額　29,900千円）　財源：国1/2、単県

事業内容
１　事業の目的・概要
　水田における大豆・麦等の本作化を進め、農家所得の向上を図る。

２　主な事業内容
細事業名\t内容\t要求額\t前年度予算額
排水対策機械導入\t溝掘機、サブソイラ等（補助率1/2）\t18,000千円\t15,000千円
大豆多収技術実証\t実証ほ６か所\t2,640千円\t2,400千円
麦の新品種導入\t種子代補助\t4,500千円\t4,500千円
地域ビジョン作成支援\t再生協議会18か所\t8,500千円\t8,000千円
合計\t\t33,640千円\t29,900千円

これまでの取組状況、改善点
・令和５年度から実施し、大豆の作付面積は710haから765haに増加した（補助実績　13,820千円）。
""",
    truth(
        (
            ("排水対策機械導入", 18000, 15000), ("大豆多収技術実証", 2640, 2400),
            ("麦の新品種導入", 4500, 4500), ("地域ビジョン作成支援", 8500, 8000),
        ),
        year=9, name="水田畑作利活用促進事業",
    ),
)  # fmt: skip

# 33 ruled with characters, as out of an old word processor -----------------------------------------------------------
_school = [
    ["農場資材費", 14200, 13800],
    ["燃料光熱費", 9600, 9900],
    ["学生寮給食委託", 18750, 17900],
    ["農業機械更新", 7700, 5500],
    ["非常勤講師報酬", 3450, 3300],
]


def _ruled(rows: Sequence[Sequence[object]]) -> str:
    """A table ruled with characters; every name 11 wide letters, every number 10."""
    body = [
        "│"
        + str(row[0])
        + "　" * (11 - len(str(row[0])))
        + "│"
        + "│".join(_cell(cell) if isinstance(cell, str) else f"{_cell(cell):>10}" for cell in row[1:])
        + "│"
        for row in rows
    ]
    return "\n".join(
        [
            "┌" + "─" * 11 + "┬" + "─" * 5 + "┬" + "─" * 5 + "┬" + "─" * 5 + "┐",
            body[0],
            *(
                "├" + "─" * 11 + "┼" + "─" * 5 + "┼" + "─" * 5 + "┼" + "─" * 5 + "┤\n" + line
                for line in body[1:]
            ),
            "└" + "─" * 11 + "┴" + "─" * 5 + "┴" + "─" * 5 + "┴" + "─" * 5 + "┘",
        ]
    )


text(
    "b14_33_ruled_page", ".txt",
    f"""　　　　　　　　　　　　　　　　　　　　　　　　　　　　農業大学校
　　　　令和九年度　農業大学校運営費　予算要求額調

　　　　　　　　　　　　　　　　　　　　　　　　　（単位　千円）
{_ruled([["費　　　目", "本年度　　", "前年度　　", "増　減　　"], *delta(_school, 1, 2, 3), *delta([plus("合　　　計", _school, 1, 2)], 1, 2, 3)]).replace("-", "△")}
　（注）農業機械更新は、トラクター１台（35馬力）及び田植機１台。
""",
    truth(take(_school, 0, 1, 2), year=9, name="農業大学校運営費"),
    "cp932",
)  # fmt: skip

# 34 itemised in sentences, 万円 --------------------------------------------------------------------------------------
text(
    "b14_34_items_in_man", ".txt",
    """道路パトロール・維持修繕費（単県）　令和９年度要求メモ　　　県土整備部道路維持課

１　委託料　計 2億640万円（R8：1億9,680万円）
　(1) 道路巡回委託　3,240万円（R8：3,180万円）
　　　・平日１日１巡回、９路線区
　(2) 草刈・清掃委託　1億2,600万円（R8：1億2,000万円）
　　　・延長2,100km、年２回を基本
　(3) 街路樹管理委託　4,800万円（R8：4,500万円）
２　工事請負費　計 9,500万円（R8：9,000万円）
　(1) 舗装穴埋・区画線　7,000万円（R8：6,800万円）
　(2) 防護柵・標識修繕　2,500万円（R8：2,200万円）
３　需用費　計 860万円（R8：820万円）
　(1) 道路照明電気代　860万円（R8：820万円）

合計　3億1,000万円（R8：2億9,500万円）
""",
    truth(
        (
            ("道路巡回委託", 32400, 31800), ("草刈・清掃委託", 126000, 120000), ("街路樹管理委託", 48000, 45000),
            ("舗装穴埋・区画線", 70000, 68000), ("防護柵・標識修繕", 25000, 22000), ("道路照明電気代", 8600, 8200),
        ),
        year=9, name="道路パトロール・維持修繕費",
    ),
)  # fmt: skip

# 35 a table of bars out of a chat, with greetings ---------------------------------------------------------------------
_cloud = [
    ["ガバメントクラウド利用料", 38400, 31200, "為替影響あり"],
    ["テレワーク基盤保守", 12100, 12100, ""],
    ["生成ＡＩ利用ライセンス", 9240, 3850, "300→700ID"],
    ["庁内ＬＡＮ機器賃借", 46500, 46500, "長期継続契約"],
    ["職員向け研修", 1100, 880, ""],
]
text(
    "b14_35_chat_bars", ".txt",
    f"""[10:14] 情報政策課 田中
お疲れさまです。R9の庁内情報基盤運営費、要求はこちらで確定しました（千円です）。

| 項目 | R9要求 | R8当初 | メモ |
|:--|--:|--:|:--|
{_lines(chr(10), [[f"| {row[0]} | {_cell(row[1])} | {_cell(row[2])} | {_cell(row[3])} |"] for row in _cloud])}
{f"| **計** | **{sum(int(row[1]) for row in _cloud):,}** | **{sum(int(row[2]) for row in _cloud):,}** | |"}

[10:20] 総務部 佐藤
ありがとうございます！ 取り込みます 👍
""",
    truth(take(_cloud, 0, 1, 2), year=9, name="庁内情報基盤運営費"),
)  # fmt: skip

# ---- HTML ----------------------------------------------------------------------------------------------------


def _html(title: str, body: str, head: str = "") -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="ja"><head><meta charset="utf-8"><title>{title}</title>{head}</head>\n'
        f"<body>\n{body}\n</body></html>\n"
    )


# 36 Excel's "save as a web page": classes, &nbsp;, spans, empty cells to the right ---------------------------------------
_hospital = [
    ["医師確保", "修学資金貸付金", 86400, 84000],
    [_, "自治医科大学負担金", 129800, 129800],
    [_, "寄附講座", 30000, 30000],
    ["看護師確保", "看護職員修学資金", 42300, 43200],
    [_, "ナースセンター委託", 17650, 16900],
    [_, "院内保育補助", 28800, 27600],
]


def _excel_html(rows: Sequence[Sequence[object]]) -> str:
    found = []
    for number, row in enumerate(rows):
        cells = []
        for place, value in enumerate(row):
            if place == 0 and value is None:
                continue
            span = " rowspan=3" if place == 0 and number in (0, 3) and len(rows) == 6 else ""
            shown = "&nbsp;" if value is None else _cell(value).replace("-", "△&nbsp;")
            kind = "xl68" if isinstance(value, int) else "xl65"
            cells.append(f"  <td class={kind}{span}>{shown}</td>")
        found.append(" <tr height=24 style='height:18.0pt'>\n" + "\n".join(cells) + "\n  <td></td>\n </tr>")
    return "\n".join(found)


text(
    "b14_36_excel_web_page", ".html",
    '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"'
    ' xmlns="http://www.w3.org/TR/REC-html40">\n<head>\n<meta http-equiv=Content-Type content="text/html; charset=utf-8">\n'
    "<meta name=ProgId content=Excel.Sheet>\n<style><!--.xl65{mso-number-format:General;}\n"
    '.xl68{mso-number-format:"\\#\\,\\#\\#0";text-align:right;}--></style>\n</head>\n<body link=blue vlink=purple>\n'
    "<table border=0 cellpadding=0 cellspacing=0 width=640 style='border-collapse:collapse'>\n"
    " <col width=90><col width=180><col width=110 span=3><col width=72>\n"
    " <tr height=24><td colspan=5 class=xl65>令和９年度　医療人材確保対策費　要求内訳</td><td></td></tr>\n"
    " <tr height=24><td class=xl65>&nbsp;</td><td></td><td></td><td></td><td class=xl65>（千円）</td><td></td></tr>\n"
    " <tr height=24><td class=xl65>区分</td><td class=xl65>内容</td><td class=xl65>Ｒ９要求額</td>"
    "<td class=xl65>Ｒ８当初額</td><td class=xl65>増減</td><td></td></tr>\n"
    + _excel_html(delta(_hospital, 2, 3, 4))
    + "\n <tr height=24><td colspan=2 class=xl65>合　計</td>"
    + "".join(
        f"<td class=xl68>{value:,}</td>"
        for value in (
            sum(int(row[2]) for row in _hospital),  # type: ignore[call-overload]
            sum(int(row[3]) for row in _hospital),  # type: ignore[call-overload]
            sum(int(row[2]) - int(row[3]) for row in _hospital),  # type: ignore[call-overload]
        )
    )
    + "<td></td></tr>\n</table>\n</body>\n</html>\n",
    truth(take(_hospital, 1, 2, 3), year=9, name="医療人材確保対策費"),
)  # fmt: skip

# 37 a groupware notice: particulars in a table of th, then the amounts in 円 ------------------------------------------
_border = [
    ["現地調査測量委託", "3地区×2,860,000円", 8580000, 7700000],
    ["登記申請手数料", "140筆×11,000円", 1540000, 1430000],
    ["市町村補助金", "県補助率3/4", 96000000, 91500000],
    ["認証事務費", "旅費・消耗品", 680000, 670000],
]
text(
    "b14_37_groupware_notice", ".html",
    _html(
        "【回答】R9当初要求_地籍調査費",
        "<div class='header'>掲示板 &gt; 部内照会 &gt; 回答一覧</div>\n"
        "<table class='info'><tr><th>件名</th><td>令和９年度当初予算要求額の回答</td></tr>"
        "<tr><th>回答所属</th><td>農地・水保全課</td></tr><tr><th>回答日時</th><td>2026/10/30 11:05</td></tr>"
        "<tr><th>事業名</th><td>地籍調査費</td></tr><tr><th>添付</th><td>見積書.pdf (312KB)</td></tr></table>\n"
        "<table class='answer'><thead><tr><th>経費</th><th>積算根拠</th><th>R9要求額</th><th>R8当初予算額</th></tr></thead>\n<tbody>"
        + "\n".join(
            f"<tr><td>{row[0]}</td><td>{row[1]}</td><td>{row[2]:,}円</td><td>{row[3]:,}円</td></tr>" for row in _border
        )
        + "</tbody>\n<tfoot><tr><td>合計</td><td></td>"
        + "".join(f"<td>{value:,}円</td>" for value in plus("", _border, 2, 3)[2:])
        + "</tr></tfoot></table>\n<p><button>閉じる</button></p>",
    ),
    truth(take(_border, 0, 2, 3, scale=1000), year=9, name="地籍調査費"),
)  # fmt: skip

# 38 LibreOffice: sdval beside what is shown, the sources as a second table ------------------------------------------------
_clinic = [
    ["検診車運行", 6300, 6150],
    ["乳がん・子宮頸がん検診普及", 1950, 1400],
    ["がん登録委託", 11200, 10850],
    ["がん相談支援センター補助", 14000, 14000],
]
_clinic_all = [int(value) for value in plus("", _clinic, 1, 2)[1:]]  # type: ignore[call-overload]
_clinic_sources = [
    ["国庫補助金", 12600, 12300],
    ["一般財源", _clinic_all[0] - 12600, _clinic_all[1] - 12300],
]


def _office(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    def cell(value: object) -> str:
        if isinstance(value, int):
            return f'<td align="right" sdval="{value}" sdnum="1041;0;#,##0"><font face="ＭＳ Ｐゴシック">{value:,}</font></td>'
        return f'<td align="left"><font face="ＭＳ Ｐゴシック">{value or "<br>"}</font></td>'

    return (
        '<table cellspacing="0" border="0"><colgroup width="210"></colgroup><colgroup span="2" width="96"></colgroup>\n'
        + "\n".join("<tr>" + "".join(cell(value) for value in row) + "</tr>" for row in [head, *rows])
        + "\n</table>"
    )


text(
    "b14_38_libreoffice", ".html",
    _html(
        "",
        '<p><b>概要: </b></p><a name="table0"><h1>シート 1: <em>歳出</em></h1></a>\n'
        "<p>がん対策推進事業（令和９年度当初予算要求）　単位：千円</p>\n"
        + _office(["事業内容", "令和９年度", "令和８年度"], [*_clinic, plus("計", _clinic, 1, 2)])
        + '\n<hr>\n<a name="table1"><h1>シート 2: <em>財源</em></h1></a>\n'
        + _office(["財源", "令和９年度", "令和８年度"], [*_clinic_sources, plus("計", _clinic_sources, 1, 2)]),
        '<meta name="generator" content="LibreOffice 24.2.5.2 (Windows)">',
    ),
    truth(take(_clinic, 0, 1, 2), year=9, name="がん対策推進事業"),
)  # fmt: skip

# 39 an Outlook mail: the answer's table, the question below with last year's example -------------------------------------
_slope = [
    ["急傾斜地点検", 5280, 4950],
    ["砂防堰堤除石", 42000, 38000],
    ["土砂災害警戒情報システム保守", 13750, 13750],
    ["避難訓練支援", 960, 900],
]
_slope_before = [["急傾斜地点検", 5000, 4800], ["砂防堰堤除石", 40000, 36000], ["計", 45000, 40800]]


def _mail_table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    return (
        "<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0>"
        + "".join(
            "<tr>"
            + "".join(
                f"<td><p class=MsoNormal><span lang=EN-US>{_cell(value)}<o:p></o:p></span></p></td>"
                for value in row
            )
            + "</tr>"
            for row in [head, *rows]
        )
        + "</table>"
    )


text(
    "b14_39_outlook_reply", ".html",
    _html(
        "RE: 砂防維持管理費の要求額について",
        "<div class=WordSection1><p class=MsoNormal>治山砂防課の前田です。令和９年度の砂防維持管理費を下記のとおり要求します（単位：千円）。</p>"
        + _mail_table(["内容", "Ｒ９要求", "Ｒ８当初"], [*_slope, plus("計", _slope, 1, 2)])
        + "<p class=MsoNormal>除石は緊急浚渫推進事業債の終了に注意が必要です。</p>"
        "<div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>From:</b> 県土整備部 予算係<br>"
        "<b>Sent:</b> Monday, October 19, 2026 9:02 AM<br><b>Subject:</b> 砂防維持管理費の要求額について</p></div>"
        "<p class=MsoNormal>昨年（令和８年度要求時）は次の形で回答いただきました。同じ形でお願いします。</p>"
        + _mail_table(["内容", "Ｒ８要求", "Ｒ７当初"], _slope_before)
        + "</div>",
        '<style>p.MsoNormal{margin:0mm;font-family:"游ゴシック"}</style>',
    ),
    truth(take(_slope, 0, 1, 2), year=9, name="砂防維持管理費"),
)  # fmt: skip

# 40 two proposals, and nobody says which is asked for ------------------------------------------------------------------
_bus = [
    ["運行費補助", 48000, 42000, 40500],
    ["車両購入補助", 18000, 9000, 9000],
    ["デマンド交通実証", 6500, 4000, 0],
    ["利用促進広報", 900, 900, 850],
]
text(
    "b14_40_two_proposals", ".html",
    _html(
        "R9地域交通確保事業",
        "<h2>令和９年度　地域交通確保維持事業</h2><p>部長協議用（10/26）　単位：千円</p>\n<table border='1'>\n"
        "<tr><th rowspan='2'>区分</th><th colspan='2'>令和９年度</th><th rowspan='2'>令和８年度当初</th></tr>\n"
        "<tr><th>Ａ案</th><th>Ｂ案</th></tr>\n"
        + "\n".join(
            "<tr>" + "".join(f"<td>{_cell(value)}</td>" for value in row) + "</tr>"
            for row in [*_bus, plus("計", _bus, 1, 2, 3)]
        )
        + "\n</table>\n<p>Ａ案：県単独の上乗せを含む　Ｂ案：国庫補助の範囲内</p>",
    ),
    truth(take(_bus, 0, 1, 3), year=9, name="地域交通確保維持事業", must="asked"),
)  # fmt: skip

BATCH: Final[list[Fresh]] = FRESH[_BEFORE:]
del FRESH[_BEFORE:]
assert len(BATCH) == 40, len(BATCH)
