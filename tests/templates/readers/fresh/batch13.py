"""Batch 13: forty tables as the sections of a prefecture send them in autumn, written without sight of the reader."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from tests.templates.readers.fresh.rows import delta, plus, take, truth
from tests.templates.readers.fresh_tables import FRESH, Fresh, Truth, excel, text

_ = None
_BEFORE: Final = len(FRESH)


def _then(change: Callable[[Workbook], None]) -> None:
    """Changes the last workbook after it is written."""
    last = FRESH.pop()

    def write(path: Path) -> None:
        last.write(path)
        book = load_workbook(path)
        change(book)
        book.save(path)

    FRESH.append(Fresh(last.name, last.ending, write, last.truth))


def _triangles(book: Workbook) -> None:
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.number_format == "#,##0":
                    cell.number_format = "#,##0;△ #,##0"


def _stored(values: Mapping[str, int]) -> None:
    """Puts in the values that Excel would have stored for the formulas of the first tab."""
    last = FRESH.pop()

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


def _lines(separator: str, rows: Sequence[Sequence[object]], commas: bool = True) -> str:
    """Rows as text."""

    def cell(value: object) -> str:
        if value is None:
            return ""
        return f"{value:,}" if commas and isinstance(value, int) else str(value)

    return "\n".join(separator.join(cell(value) for value in row) for row in rows)


# 01 土木: 箇所表, 百万円, 補助 and 単独 subtotals, running years ---------------------------------------------------
_aided = [
    ["補助", "国道４８２号", "大滝工区", "バイパス", "L=1,240m", 3200, 1450, 420, 1330],
    [_, "(主)浜田港線", "港町工区", "電線共同溝", "L=380m", 760, 180, 145, 435],
    [_, "(一)三谷停車場線", "駅前工区", "歩道整備", "L=210m", 240, 60, 90, 90],
]
_alone = [
    ["単独", "(主)福原大山線", "小原地内", "線形改良", "L=160m", 150, 35, 65, 50],
    [_, "(一)上石見線", "神戸上地内", "待避所設置", "3箇所", 48, 0, 48, 0],
]
excel(
    "b13_01_road_places",
    [
        ["令和８年度　道路改良事業　箇所別要求調書", _, _, _, _, _, _, _, "（単位：百万円）"],
        [_, _, _, _, _, _, _, _, "県土整備部　道路建設課"],
        ["区分", "路線名", "箇所", "工種", "規模", "事業費", _, _, _],
        [_, _, _, _, _, "全体", "R7まで", "R8要求", "R9以降"],
        *_aided,
        plus("補助　計", _aided, 5, 6, 7, 8),
        *_alone,
        plus("単独　計", _alone, 5, 6, 7, 8),
        plus("合　　計", [*_aided, *_alone], 5, 6, 7, 8),
    ],
    truth(
        tuple((word, (amount or 0) * 1000, last) for word, amount, last in take([*_aided, *_alone], 2, 7)),
        previous=False, year=8,
    ),
    merges="A3:A4 B3:B4 C3:C4 D3:D4 E3:E4 F3:I3 A5:A7 A9:A10",
    formats="F5:I11=#,##0",
)  # fmt: skip

# 02 病院事業会計: 款・項・目・節, 予定額 on each level ---------------------------------------------------------------
_pay = [
    ["給料", 412600, 405300, "医師 22人ほか"],
    ["手当等", 268400, 262900, _],
    ["法定福利費", 131200, 128500, _],
]
_stuff = [["薬品費", 356000, 342000, _], ["診療材料費", 188500, 190200, _]]
_running = [
    ["光熱水費", 62400, 58800, "電気・ガス"],
    ["委託料", 144700, 139500, "清掃、給食ほか"],
    ["賃借料", 23900, 25300, _],
]
_interest = [["企業債利息", 18450, 20100, _]]


def _level(at: int, label: str, rows: Sequence[Sequence[object]]) -> list[object]:
    new, old = (sum(row[column] for row in rows if isinstance(row[column], int)) for column in (1, 2))  # type: ignore[misc]
    found: list[object] = [None] * 8
    found[at], found[4], found[5], found[6] = label, new, old, new - old
    return found


def _knots(rows: Sequence[Sequence[object]]) -> list[list[object]]:
    return [[_, _, _, row[0], row[1], row[2], int(row[1]) - int(row[2]), row[3]] for row in rows]  # type: ignore[call-overload]


_medical = [*_pay, *_stuff, *_running]
excel(
    "b13_02_hospital_account",
    [
        ["令和８年度　病院事業会計予算実施計画（収益的支出）　中央病院"],
        [_, _, _, _, _, _, _, "単位　千円"],
        ["款", "項", "目", "節", "本年度予定額", "前年度予定額", "比較増△減", "備　　考"],
        _level(0, "病院事業費用", [*_medical, *_interest]),
        _level(1, "医業費用", _medical),
        _level(2, "給与費", _pay),
        *_knots(_pay),
        _level(2, "材料費", _stuff),
        *_knots(_stuff),
        _level(2, "経費", _running),
        *_knots(_running),
        _level(1, "医業外費用", _interest),
        _level(2, "支払利息及び企業債取扱諸費", _interest),
        *_knots(_interest),
    ],
    truth(take([*_medical, *_interest], 0, 1, 2), year=8),
    formats="E4:G20=#,##0",
)  # fmt: skip
_then(_triangles)

# 03 学校別 -------------------------------------------------------------------------------------------------------
_schools = [
    ["東高等学校", 6820, 1140, 2310, 9940],
    ["西高等学校", 5960, 980, 1870, 8700],
    ["北農業高等学校", 7450, 2260, 3120, 12680],
    ["聾学校", 2180, 410, 690, 3150],
    ["白兎養護学校", 3890, 720, 1280, 5720],
]
_schools = [[row[0], row[1], row[2], row[3], row[1] + row[2] + row[3], row[4]] for row in _schools]  # type: ignore[operator]
excel(
    "b13_03_schools",
    [
        ["R8 県立学校管理運営費（光熱水費）学校別内訳"],
        ["教育環境課", _, _, _, "（単位：千円）"],
        ["学校名", "電気", "ガス", "上下水道", "R8要求額計", "R7当初予算", "増減"],
        *delta(_schools, 4, 5, 6),
        plus("５校計", delta(_schools, 4, 5, 6), 1, 2, 3, 4, 5, 6),
    ],
    truth(take(_schools, 0, 4, 5), year=8),
)  # fmt: skip

# 04 警察: 税抜, 税, 税込, 円 ------------------------------------------------------------------------------------------
_gear = [
    ["捜査用車両", "1500cc級", 2400000, 4],
    ["白バイ", "1300cc", 3200000, 2],
    ["無線機", "携帯型", 180000, 30],
    ["防刃衣", "夏用", 40000, 120],
]
_gear = [[*row, row[2] * row[3], row[2] * row[3] // 10, row[2] * row[3] * 11 // 10] for row in _gear]  # type: ignore[operator]
excel(
    "b13_04_police_gear",
    [
        ["（別紙２）", _, _, _, _, _, "警察本部会計課"],
        ["令和８年度 装備品整備費 積算内訳"],
        ["事業名：警察装備品整備費", _, _, _, _, _, "単位：円"],
        ["品名", "規格", "単価(税抜)", "数量", "小計(税抜)", "消費税(10%)", "税込額"],
        *_gear,
        plus("合計", _gear, 4, 5, 6),
    ],
    truth(take(_gear, 0, 6, None, 1000), previous=False, year=8, name="警察装備品整備費"),
    formats="C5:G9=#,##0",
)  # fmt: skip

# 05 農林: 市町村別の補助金 (CSV below in 33); here 森林環境 by 市町村, 県費 --------------------------------------------------
_towns = [
    ["鳥取市", "農事組合法人ほか 6", 42, 18600, 9300, 9300, 8700],
    ["倉吉市", "JA", 28, 12400, 6200, 6200, 6900],
    ["岩美町", "生産組合", 11, 4800, 2400, 2400, 2400],
    ["琴浦町", "認定農業者 3", 17, 7600, 3800, 3800, 2900],
    ["日南町", "農業公社", 9, 4000, 2000, 2000, 0],
]
excel(
    "b13_05_towns",
    [
        ["がんばる農家プラン支援事業　R8市町村別要望額一覧", _, _, _, _, _, "千円"],
        ["市町村", "実施主体", "面積(ha)", "総事業費", "県補助金", "市町村・自己負担", "(参考)R7県補助金"],
        *_towns,
        plus("計", _towns, 2, 3, 4, 5, 6),
        ["※県予算要求額は県補助金(補助率1/2)の計とする。R7欄は当初予算額。"],
    ],
    truth(take(_towns, 0, 4, 6), year=8),
)  # fmt: skip

# 06 扶助費: 人数 × 単価 × 月 --------------------------------------------------------------------------------------------
_aid = [
    ["障害児福祉手当", 320, 15000, 12],
    ["特別障害者手当", 410, 28000, 12],
    ["経過的福祉手当", 6, 15000, 12],
    ["医療費扶助(更生)", 55, 62000, 6],
]
_aid = [
    [*row, row[1] * row[2] * row[3], row[1] * row[2] * row[3] // 1000, last]
    for row, last in zip(_aid, (56700, 138000, 1260, 19900), strict=True)
]  # type: ignore[operator]
excel(
    "b13_06_allowances",
    [
        ["令和８年度当初予算要求　特別障害者手当等給付費"],
        ["区分", "対象人数(人)", "単価(円)", "月数", "所要額(円)", "R8要求額(千円)", "R7予算額(千円)"],
        *_aid,
        plus("合計", _aid, 4, 5, 6),
    ],
    truth(take(_aid, 0, 5, 6), year=8),
    formats="C3:G7=#,##0",
)  # fmt: skip

# 07 情報システム: 契約別, 月額×12, 税込 ------------------------------------------------------------------------------------
_deals = [
    ["財務会計システム運用保守", "A社", "R6.4～R11.3", 850000, 12, 11220000, 11220000],
    ["職員ポータル利用料", "B社", "単年度", 420000, 12, 5544000, 5280000],
    ["仮想基盤賃借", "Cリース", "R7.10～R12.9", 1300000, 12, 17160000, 8580000],
    ["回線増速", "D通信", "R8.10開始", 250000, 6, 1650000, 0],
]
excel(
    "b13_07_contracts",
    [
        ["情報システム課　R8契約別所要額一覧（税込・円）"],
        ["契約名", "相手方", "契約期間", "月額(税抜)", "月数", "R8所要額(税込)", "R7予算額(税込)"],
        *_deals,
        plus("合計", _deals, 5, 6),
    ],
    truth(take(_deals, 0, 5, 6, 1000), year=8),
    formats="D3:D7=#,##0;F3:G7=#,##0",
)  # fmt: skip

# 08 観光: イベント別 with 小計 -------------------------------------------------------------------------------------------
_spring = [["会場設営費", 1800, 1750], ["出演料", 950, 900], ["警備費", 430, 430]]
_autumn = [["会場設営費", 2200, 2200], ["シャトルバス運行費", 1360, 980]]
_winter = [["イルミネーション設置費", 3100, 2900], ["点灯式経費", 240, 260]]
excel(
    "b13_08_events",
    [
        ["令和８年度　四季の誘客イベント開催事業　イベント別内訳", _, _, "千円"],
        ["項目", "R8要求", "R7当初", "備考"],
        ["① 花回廊まつり（4月）"],
        *_spring,
        plus("小計", _spring, 1, 2),
        ["② 大山秋フェス（10月）"],
        *_autumn,
        plus("小計", _autumn, 1, 2),
        ["③ 砂丘冬あかり（12月）"],
        *_winter,
        plus("小計", _winter, 1, 2),
        plus("総計", [*_spring, *_autumn, *_winter], 1, 2),
    ],
    truth(take([*_spring, *_autumn, *_winter], 0, 1, 2), year=8),
)  # fmt: skip

# 09 指定管理: a mail with bars ------------------------------------------------------------------------------------------
_kept = [
    ["県民体育館", "R6～R10", 312500, 62500, 61800],
    ["武道館", "R6～R10", 141000, 28200, 28200],
    ["ライフル射撃場", "R8～R12", 46000, 9200, 8950],
]
text(
    "b13_09_keepers_mail", ".txt",
    "財政係　山本様\n\nスポーツ課の田村です。お世話になっております。\n令和8年度の指定管理料について、下表のとおり要求します（単位：千円）。\n\n"
    + _lines(" | ", [["施設名", "指定期間", "債務負担限度額", "R8要求額", "R7当初"], *_kept, plus("計", _kept, 2, 3, 4)])
    + "\n\nなお、限度額は5年間の総額です。\n--\nスポーツ課 田村（内線 7921）\n",
    truth(take(_kept, 0, 3, 4), year=8),
)  # fmt: skip

# 10 人件費 ---------------------------------------------------------------------------------------------------------
_staff = [
    ["事務補助員", 6, 12600, 2900, 2250, 360, 17450],
    ["学芸業務支援員", 2, 5280, 1210, 940, 120, 7310],
    ["保健師(産休代替)", 1, 3120, 720, 560, 96, 0],
    ["運転技士", 3, 7200, 1650, 1280, 0, 9980],
]
_staff = [[*row[:6], sum(row[2:6]), row[6]] for row in _staff]  # type: ignore[arg-type]
excel(
    "b13_10_staff",
    [
        ["会計年度任用職員人件費 所要額調（令和8年度）", _, _, _, _, _, _, "(単位 千円)"],
        ["職種", "人数", "報酬", "期末勤勉手当", "社会保険料", "費用弁償", "計", "前年度予算額"],
        *_staff,
        plus("合計", _staff, 1, 2, 3, 4, 5, 6, 7),
    ],
    truth(take(_staff, 0, 6, 7), year=8),
)  # fmt: skip

# 11 補正予算: 補正前・補正額・計 ---------------------------------------------------------------------------------------
_mended = [
    ["被災農業者支援補助金", 0, 48000],
    ["農地災害復旧調査委託", 6500, 12400],
    ["営農相談会開催費", 1200, -300],
    ["種苗購入支援補助金", 9800, 5600],
]
_mended = [[*row, row[1] + row[2]] for row in _mended]  # type: ignore[operator]
excel(
    "b13_11_supplement",
    [
        ["令和８年度９月補正予算要求　農業振興費", _, _, _, "単位：千円"],
        ["事　　項", "補正前の額", "補正額", "計", "補正理由"],
        *[[*row, why] for row, why in zip(_mended, ("7月豪雨", "7月豪雨", "執行残", "7月豪雨"), strict=True)],
        plus("計", _mended, 1, 2, 3),
    ],
    truth(take(_mended, 0, 2), previous=False, year=8),
    formats="B3:D7=#,##0",
)  # fmt: skip
_then(_triangles)

# 12 債務負担行為: 年割額 -------------------------------------------------------------------------------------------------
_owed = [
    ["庁舎清掃業務", "R8～R10", 75600, 25200, 25200, 25200],
    ["電話交換機賃借", "R8～R12", 30000, 3000, 6000, 21000],
    ["防災ヘリ点検整備", "R8～R9", 188000, 68000, 120000, 0],
]
excel(
    "b13_12_commitments",
    [
        ["長期継続・債務負担に係る令和８年度予算要求額（総務課）", _, _, _, _, _, "（千円）"],
        ["業務名", "契約期間", "契約総額", "年度別内訳", _, _, "摘要"],
        [_, _, _, "R8（要求額）", "R9", "R10以降", _],
        *_owed,
        plus("合計", _owed, 2, 3, 4, 5),
    ],
    truth(take(_owed, 0, 3), previous=False, year=8),
    merges="A2:A3 B2:B3 C2:C3 D2:F2 G2:G3",
)  # fmt: skip

# 13 this year on the left, last year on the right, and numbers in the remarks -------------------------------------------
_turned = [
    ["報償費", "外部委員謝金", 540, 480, 12],
    ["旅費", "費用弁償", 216, 192, 12],
    ["旅費", "普通旅費", 385, 410, 5],
    ["需用費", "消耗品費", 260, 260, _],
    ["役務費", "通信運搬費", 144, 132, 1200],
    ["委託料", "議事録作成委託", 396, 396, 6],
]
excel(
    "b13_13_turned",
    [
        ["総合教育会議運営費", _, _, _, _, "令和８年度"],
        [_, _, _, _, _, "（千円）"],
        ["節", "細節", "本年度（Ａ）", "前年度（Ｂ）", "Ａ－Ｂ", "備考"],
        *delta(_turned, 2, 3, 4),
        ["計", _, *plus("", _turned, 2, 3)[2:4], sum(row[2] - row[3] for row in _turned)],  # type: ignore[operator]
    ],
    truth(take(_turned, 1, 2, 3), year=8),
)  # fmt: skip

# 14 小計・中計・合計 ---------------------------------------------------------------------------------------------------
_coast = [["砂浜清掃", 820, 800], ["監視員配置", 1440, 1400]]
_port = [["浮桟橋補修", 3600, 2500], ["照明更新", 980, 0]]
_hill = [["登山道補修", 2750, 2600], ["案内標識更新", 640, 700]]
excel(
    "b13_14_three_levels",
    [
        ["令和8年度 自然公園等管理費", _, _, _, "(単位:千円)"],
        ["区域", "施設", "内容", "令和8年度要求", "令和7年度予算"],
        ["海岸部", "海水浴場", *_coast[0]], [_, _, *_coast[1]], [_, "小計", _, *plus("", _coast, 1, 2)[1:]],
        [_, "マリーナ", *_port[0]], [_, _, *_port[1]], [_, "小計", _, *plus("", _port, 1, 2)[1:]],
        ["中計", _, _, *plus("", [*_coast, *_port], 1, 2)[1:]],
        ["山岳部", "国立公園", *_hill[0]], [_, _, *_hill[1]], [_, "小計", _, *plus("", _hill, 1, 2)[1:]],
        ["中計", _, _, *plus("", _hill, 1, 2)[1:]],
        ["合計", _, _, *plus("", [*_coast, *_port, *_hill], 1, 2)[1:]],
    ],
    truth(take([*_coast, *_port, *_hill], 0, 1, 2), year=8),
)  # fmt: skip

# 15 two years' accounts, this year's budget and outlook -----------------------------------------------------------------
_past = [
    ["相談員設置費", 5810, 6100, 5990, 6240],
    ["夜間電話相談委託", 3300, 3300, 3300, 3630],
    ["啓発グッズ作成", 412, 500, 380, 450],
    ["研修会開催費", 298, 320, 310, 320],
]
excel(
    "b13_15_accounts",
    [
        ["自死対策推進事業　経費内訳", _, _, _, _, _, "千円"],
        ["区分", "令和６年度", "令和７年度", _, "令和８年度", "対前年度当初", _],
        [_, "決算額", "当初予算額", "決算見込額", "要求額", "増減額", "率"],
        *[[*row, row[4] - row[2], f"{(row[4] - row[2]) / row[2]:.1%}"] for row in _past],  # type: ignore[operator]
        ["計", *plus("", _past, 1, 2, 3, 4)[1:], sum(row[4] - row[2] for row in _past), "4.1%"],  # type: ignore[operator]
    ],
    truth(take(_past, 0, 4, 2), year=8, name="自死対策推進事業"),
    merges="A2:A3 C2:D2 F2:G2",
)  # fmt: skip

# 16 merged cells, empty rows --------------------------------------------------------------------------------------------
_lab = [["試薬", 2640, 2500], ["実験動物", 880, 920], ["ガラス器具", 310, 310]]
_field = [["採水船借上", 1260, 1200], ["採水容器", 150, 150]]
_tools = [["分光光度計", 4950, 0], ["ｐＨ計更新", 198, 220]]
excel(
    "b13_16_merged",
    [
        ["令　和　８　年　度　　予　算　要　求　内　訳"],
        [],
        ["所属", _, "衛生環境研究所", _, _, "（単位　千円）"],
        [],
        ["区分", "内容", _, "要求額", "前年度", "備考"],
        ["検査", _lab[0][0], _, *_lab[0][1:]], [_, _lab[1][0], _, *_lab[1][1:]], [_, _lab[2][0], _, *_lab[2][1:]],
        [],
        ["調査", _field[0][0], _, *_field[0][1:], "6回"], [_, _field[1][0], _, *_field[1][1:]],
        [],
        ["備品", _tools[0][0], _, *_tools[0][1:], "1台"], [_, _tools[1][0], _, *_tools[1][1:]],
        [],
        ["合　　　計", _, _, *plus("", [*_lab, *_field, *_tools], 1, 2)[1:]],
    ],
    truth(take([*_lab, *_field, *_tools], 0, 1, 2), year=8),
    merges="A1:F1 A3:B3 C3:E3 B5:C5 A6:A8 B6:C6 B7:C7 B8:C8 A10:A11 B10:C10 B11:C11 A13:A14 B13:C13 B14:C14 A16:C16",
)  # fmt: skip

# 17 a second page for printing ------------------------------------------------------------------------------------------
_first = [
    ["空調設備保守", 1980, 1920],
    ["昇降機保守", 1056, 1056],
    ["自動ドア保守", 264, 264],
    ["消防設備点検", 495, 473],
]
_second = [["受水槽清掃", 176, 176], ["植栽管理", 880, 825], ["機械警備", 1188, 1188]]
excel(
    "b13_17_second_page",
    [
        ["令和８年度 庁舎維持管理費 委託料内訳", _, _, "No.1"],
        ["委託業務", "要求額(千円)", "前年度(千円)", "備考"],
        *_first,
        plus("次頁へ繰越", _first, 1, 2),
        [],
        ["令和８年度 庁舎維持管理費 委託料内訳", _, _, "No.2"],
        ["委託業務", "要求額(千円)", "前年度(千円)", "備考"],
        plus("前頁より繰越", _first, 1, 2),
        *_second,
        plus("合計", [*_first, *_second], 1, 2),
    ],
    truth(take([*_first, *_second], 0, 1, 2), year=8),
)  # fmt: skip

# 18 集計タブ + 明細タブ -------------------------------------------------------------------------------------------------
_parts = [
    ["旅費", "先進地視察(2人×2回)", 264, 240],
    ["旅費", "国要望(3人)", 186, 180],
    ["需用費", "パネル作成", 330, 300],
    ["需用費", "図書・資料", 90, 90],
    ["委託料", "交通量推計", 7700, 6600],
    ["委託料", "ワークショップ運営", 1650, 1650],
]
_knot = [
    [node, sum(row[2] for row in _parts if row[0] == node), sum(row[3] for row in _parts if row[0] == node)]  # type: ignore[misc]
    for node in ("旅費", "需用費", "委託料")
]
excel(
    "b13_18_summary_and_detail",
    {
        "集計": [
            ["事業名", "地域公共交通計画策定事業", _, "単位:千円"],
            ["節", "R8要求額", "R7予算額", "差引"],
            *delta(_knot, 1, 2, 3),
            plus("計", delta(_knot, 1, 2, 3), 1, 2, 3),
        ],
        "明細": [
            ["節", "内容", "R8要求額", "R7予算額"],
            *_parts,
            plus("計", _parts, 2, 3),
        ],
    },
    truth(take(_parts, 1, 2, 3), year=8, name="地域公共交通計画策定事業"),
)  # fmt: skip

# 19 hidden columns ---------------------------------------------------------------------------------------------------
_veiled = [
    ["図書館システム賃借", 7100, 7260, 7260, 8000, 7920],
    ["雑誌購入", 2050, 2000, 1980, 2300, 2100],
    ["製本", 410, 400, 390, 400, 380],
    ["読書週間行事", 330, 350, 350, 500, 420],
]
excel(
    "b13_19_hidden",
    [
        ["令和８年度当初予算要求（県立図書館）", _, _, _, _, "単位：千円"],
        ["経費名", "R6決算", "R7当初", "R7現計", "R8係案", "R8要求", "備考"],
        *_veiled,
        plus("計", _veiled, 1, 2, 3, 4, 5),
    ],
    truth(take(_veiled, 0, 5, 2), year=8),
    hidden="B D E",
)  # fmt: skip

# 20 企業会計: 収益的支出 and 資本的支出 -----------------------------------------------------------------------------------
_income = [["原水及び浄水費", 128400, 124600], ["配水及び給水費", 67300, 65900], ["総係費", 41250, 40800]]
_capital = [["建設改良費", 380000, 295000], ["企業債償還金", 96700, 101300]]
excel(
    "b13_20_waterworks",
    [
        ["令和8年度　工業用水道事業会計　支出予定額調", _, _, _, "（千円・税込）"],
        ["１　収益的支出"],
        ["目", "本年度予定額", "前年度予定額", "増減"],
        *delta(_income, 1, 2, 3),
        plus("収益的支出計", delta(_income, 1, 2, 3), 1, 2, 3),
        [],
        ["２　資本的支出"],
        ["目", "本年度予定額", "前年度予定額", "増減"],
        *delta(_capital, 1, 2, 3),
        plus("資本的支出計", delta(_capital, 1, 2, 3), 1, 2, 3),
        [],
        plus("支出合計", delta([*_income, *_capital], 1, 2, 3), 1, 2, 3),
    ],
    truth(take([*_income, *_capital], 0, 1, 2), year=8),
)  # fmt: skip

# 21 a tab of each 出先 and one of all -----------------------------------------------------------------------------------
_offices = {
    "東部": [["巡回旅費", 320, 310], ["検査用品", 540, 500], ["公用車燃料", 280, 260]],
    "中部": [["巡回旅費", 210, 210], ["検査用品", 380, 400], ["公用車燃料", 190, 180]],
    "西部": [["巡回旅費", 350, 330], ["検査用品", 610, 580], ["公用車燃料", 300, 290]],
}
_all = [
    [name, *(rows[at][1] for rows in _offices.values()), sum(int(rows[at][1]) for rows in _offices.values()),  # type: ignore[call-overload]
     sum(int(rows[at][2]) for rows in _offices.values())]  # type: ignore[call-overload]
    for at, name in enumerate(("巡回旅費", "検査用品", "公用車燃料"))
]  # fmt: skip
excel(
    "b13_21_offices",
    {
        "３所計": [
            ["家畜保健衛生所運営費　令和８年度要求額（３所合計）", _, _, _, _, "千円"],
            ["費目", "東部", "中部", "西部", "R8計", "R7当初"],
            *_all,
            plus("計", _all, 1, 2, 3, 4, 5),
        ],
        **{
            office: [
                [f"家畜保健衛生所運営費（{office}）", _, "千円"],
                ["費目", "R8要求", "R7当初"],
                *rows,
                plus("計", rows, 1, 2),
            ]
            for office, rows in _offices.items()
        },
    },
    truth(take(_all, 0, 4, 5), year=8),
)  # fmt: skip

# 22 歳入 above, 歳出 below -----------------------------------------------------------------------------------------------
_out = [["キャンプ場運営委託", 8800, 8600], ["遊具点検", 330, 330], ["炊事棟改修工事", 5170, 0]]
excel(
    "b13_22_in_and_out",
    [
        ["令和８年度　森林公園管理費　歳入歳出予算要求書", _, _, "（単位：千円）"],
        ["【歳入】"],
        ["財源", "本年度", "前年度", "比較"],
        ["使用料", 2400, 2300, 100],
        ["県債", 3800, 0, 3800],
        ["一般財源", 8100, 6630, 1470],
        ["歳入計", 14300, 8930, 5370],
        [],
        ["【歳出】"],
        ["経費", "本年度", "前年度", "比較"],
        *delta(_out, 1, 2, 3),
        plus("歳出計", delta(_out, 1, 2, 3), 1, 2, 3),
    ],
    truth(take(_out, 0, 1, 2), year=8),
)  # fmt: skip

# 23 formulas, as Excel stores them ---------------------------------------------------------------------------------------
_sum = [["バス借上", 98000, 8], ["ガイド謝金", 12000, 16], ["保険料", 500, 320], ["しおり印刷", 250, 400]]
excel(
    "b13_23_formulas",
    [
        ["令和８年度　子どもふるさと体験事業"],
        ["", "経費", "単価（円）", "数量", "要求額（円）"],
        *[[at, *row, f"=C{at + 2}*D{at + 2}"] for at, row in enumerate(_sum, start=1)],
        [_, "合計", _, _, "=SUM(E3:E6)"],
    ],
    truth(
        tuple((str(row[0]), int(row[1]) * int(row[2]) // 1000, None) for row in _sum),  # type: ignore[call-overload]
        previous=False, year=8,
    ),
    formats="C3:E7=#,##0",
)  # fmt: skip
_stored(
    {f"E{at + 3}": int(row[1]) * int(row[2]) for at, row in enumerate(_sum)}  # type: ignore[call-overload]
    | {"E7": sum(int(row[1]) * int(row[2]) for row in _sum)}  # type: ignore[call-overload]
)

# 24 a hidden row that the total holds ------------------------------------------------------------------------------------
_folded = [
    ["青年団活動補助", 600, 600], ["指導者養成講座", 480, 450], ["青年大会派遣", 910, 870], ["機関誌発行", 220, 240], ["事務局経費", 150, 150],
]  # fmt: skip
excel(
    "b13_24_hidden_row",
    [
        ["令和8年度　青少年団体育成費", _, "千円"],
        ["項目", "要求額", "前年度額"],
        *_folded,
        plus("合計", _folded, 1, 2),
    ],
    truth(take(_folded, 0, 1, 2), year=8),
)


def _fold(book: Workbook) -> None:
    book.worksheets[0].row_dimensions[6].hidden = True


_then(_fold)

# 25 requested and granted, TSV -------------------------------------------------------------------------------------------
_granted = [
    ["耐震診断補助", 4500, 3000, 4200],
    ["耐震改修補助", 36000, 30000, 33000],
    ["ブロック塀撤去補助", 2400, 2400, 2700],
    ["出前講座", 180, 150, 150],
]
text(
    "b13_25_granted", ".tsv",
    _lines("\t", [["住宅・建築物耐震化総合支援事業（R8当初）", _, _, "単位:千円"], ["項目", "R8要求額", "R8内示額", "R7当初予算"], *_granted,
                  plus("計", _granted, 1, 2, 3)]) + "\n",
    truth(take(_granted, 0, 1, 3), year=8),
)  # fmt: skip

# 26 finding: the total is a row short ---------------------------------------------------------------------------------------
_short = [
    ["庁内LAN保守", 6600, 6600],
    ["複合機賃借", 3960, 4180],
    ["ライセンス更新", 8250, 7700],
    ["研修受講料", 440, 330],
]
excel(
    "b13_26_total_short",
    [
        ["令和８年度　デジタル推進費　要求額内訳", _, _, "単位：千円"],
        ["契約・経費", "R8要求額", "R7予算額", "備考"],
        *_short,
        ["合計", 18810, 18810],
    ],
    truth(take(_short, 0, 1, 2), year=8, must="finding"),
)  # fmt: skip

# 27 finding: a subtotal is wrong, the total is right ------------------------------------------------------------------------
_nurse = [["修学資金貸付", 21600, 20400], ["再就業支援研修", 1320, 1320]]
_doctor = [["臨床研修医確保", 3850, 3500], ["寄附講座", 30000, 30000]]
excel(
    "b13_27_subtotal_wrong",
    [
        ["医療人材確保対策 R8当初要求", _, _, "（千円）"],
        ["区分", "内容", "要求額", "前年度予算額"],
        ["看護職員", *_nurse[0]],
        [_, *_nurse[1]],
        ["看護職員　小計", _, 22290, 21720],
        ["医師", *_doctor[0]],
        [_, *_doctor[1]],
        ["医師　小計", _, 33850, 33500],
        ["合計", _, 56770, 55220],
    ],
    truth(take([*_nurse, *_doctor], 0, 1, 2), year=8, must="finding"),
)  # fmt: skip

# 28 finding: last year's total is wrong ------------------------------------------------------------------------------------
_sea = [["漁場調査", 2860, 2750], ["稚貝放流", 4400, 4100], ["密漁監視", 1530, 1490], ["食育教室", 260, 240]]
excel(
    "b13_28_previous_wrong",
    [
        ["令和８年度予算要求　栽培漁業推進事業費", _, _, "単位：千円"],
        ["内　容", "本年度要求額", "前年度予算額", "増減額"],
        *delta(_sea, 1, 2, 3),
        ["計", 9050, 8850, 470],
    ],
    truth(take(_sea, 0, 1, 2), year=8, must="finding"),
)  # fmt: skip

# 29 asked: two plans on two tabs ----------------------------------------------------------------------------------------------
_plan = [["展示改修工事", 24200, 0], ["音声ガイド導入", 5280, 0], ["特別展開催費", 9600, 9400]]
excel(
    "b13_29_two_plans",
    {
        "案１": [
            ["令和８年度　博物館展示更新　要求案", _, "千円"], ["経費", "要求額", "前年度"], *_plan, plus("計", _plan, 1, 2),
        ],
        "案２": [
            ["令和８年度　博物館展示更新　要求案", _, "千円"], ["経費", "要求額", "前年度"],
            ["展示改修工事", 16500, 0], ["音声ガイド導入", 3850, 0], ["特別展開催費", 9600, 9400], ["計", 29950, 9400],
        ],
    },
    truth(take(_plan, 0, 1, 2), year=8, must="asked"),
)  # fmt: skip

# 30 asked: neither unit, year nor total ---------------------------------------------------------------------------------------
_bare = [["講師", 250, 240], ["教材", 130, 130], ["会場", 85, 90]]
excel(
    "b13_30_bare",
    [["経費", "今回", "前回"], *_bare],
    truth(take(_bare, 0, 1, 2), year=8, must="asked"),
)

# 31 asked: two projects below each other --------------------------------------------------------------------------------------
_fire = [["消防学校教材", 1210, 1100], ["訓練用ポンプ", 3630, 0]]
_quake = [["備蓄食料更新", 6200, 5900], ["避難所運営訓練", 480, 450]]
excel(
    "b13_31_two_projects",
    [
        ["危機管理局　R8要求", _, "千円"],
        ["事業名：消防学校管理運営費"],
        ["内容", "R8", "R7"],
        *_fire,
        plus("計", _fire, 1, 2),
        [],
        ["事業名：災害備蓄推進事業"],
        ["内容", "R8", "R7"],
        *_quake,
        plus("計", _quake, 1, 2),
    ],
    truth(take([*_fire, *_quake], 0, 1, 2), year=8, must="asked"),
)

# 32 asked: two columns of the request ----------------------------------------------------------------------------------------
_either = [
    ["案内標識", 3300, 2200, 1980],
    ["サイン計画策定", 4400, 4400, 0],
    ["多言語サイト", 1870, 1540, 1650],
]
excel(
    "b13_32_plan_a_or_b",
    [
        ["令和８年度　観光案内機能強化　要求額検討表", _, _, "千円"],
        ["項目", "R8要求額（Ａ案）", "R8要求額（Ｂ案）", "R7当初"],
        *_either,
        plus("計", _either, 1, 2, 3),
        ["※Ａ案・Ｂ案のどちらで要求するかは局内協議中"],
    ],
    truth(take(_either, 0, 1, 3), year=8, must="asked"),
)  # fmt: skip

# 33 CSV: cp932, quoted ------------------------------------------------------------------------------------------------------
_care = [
    ["介護支援専門員研修委託", 5940, 5830], ["実務研修受講試験", 3120, 3050], ["指導監査旅費", 462, 440], ["審査会委員報酬", 1086, 1086],
]  # fmt: skip
text(
    "b13_33_care", ".csv",
    "令和８年度　介護保険指導費,,,（単位：千円）\r\n区分,令和８年度要求額,令和７年度当初予算額,比較\r\n"
    + "".join(f'{row[0]},"{row[1]:,}","{row[2]:,}","{(row[1] - row[2]):,}"\r\n' for row in [*_care, plus("計", _care, 1, 2)]),  # type: ignore[operator]
    truth(take(_care, 0, 1, 2), year=8),
    "cp932",
)  # fmt: skip

# 34 CSV: 2月補正, 補正後 before 補正額 ----------------------------------------------------------------------------------------
text(
    "b13_34_february", ".csv",
    "令和7年度2月補正予算要求書（減額補正）\n所属,障がい福祉課,単位,千円\n\n科目,現計予算額,補正後,補正要求額,理由\n"
    "施設整備費補助金,84000,61500,△22500,入札減\n更生医療費,132000,139800,7800,実績増\n意思疎通支援委託,9900,9450,△450,派遣件数減\n"
    "計,225900,210750,△15150,\n",
    Truth((("施設整備費補助金", -22500, None), ("更生医療費", 7800, None), ("意思疎通支援委託", -450, None)), -15150, None, year=7),
)  # fmt: skip

# 35 CSV, asked: 金額 twice ---------------------------------------------------------------------------------------------------
text(
    "b13_35_twice", ".csv",
    "研修事業費（千円）\n科目,金額,金額,備考\n報償費,640,600,\n旅費,315,330,\n使用料,128,120,\n計,1083,1050,\n",
    Truth((("報償費", 640, 600), ("旅費", 315, 330), ("使用料", 128, 120)), 1083, 1050, year=8, must="asked"),
)  # fmt: skip

# 36 TSV, copied from Excel: line breaks and quotes in cells -------------------------------------------------------------------
text(
    "b13_36_copied", ".tsv",
    "令和8年度　国際交流推進費\t\t\t(千円)\r\n内容\t積算\tR8要求\tR7当初\r\n"
    '"会場借上料\n（2日間）"\t"120千円×2日"\t240\t220\r\n'
    '"通訳謝金"\t"""英語・中国語""\n各2人"\t320\t320\r\n'
    '渡航費\t"150千円×6人\n(団長・随員)"\t900\t780\r\n'
    "記念品\t5千円×20個\t100\t80\r\n合計\t\t1,560\t1,400\r\n",
    Truth((("会場借上料", 240, 220), ("通訳謝金", 320, 320), ("渡航費", 900, 780), ("記念品", 100, 80)), 1560, 1400, year=8),
)  # fmt: skip

# 37 TSV: 円, last year's actuals beside its budget ---------------------------------------------------------------------------
_yen = [
    ["狂犬病予防啓発", 286000, 300000, 271500], ["収容犬猫飼養", 1940000, 1850000, 1902300], ["譲渡会開催", 420000, 380000, 395000],
    ["不妊去勢助成", 3500000, 3000000, 2995000],
]  # fmt: skip
text(
    "b13_37_yen", ".tsv",
    _lines("\t", [["動物愛護管理費　予算要求資料", _, _, "（円）"], ["事業内容", "令和８年度要求額", "令和７年度予算額", "令和７年度執行見込額"],
                  *_yen, plus("合計", _yen, 1, 2, 3)]) + "\n",
    truth(take(_yen, 0, 1, 2, 1000), year=8),
)  # fmt: skip

# 38 mail with tabs ----------------------------------------------------------------------------------------------------------
_club = [
    ["部活動指導員報酬", "国1/3", 14400, 12960], ["地域クラブ補助", "単県", 5000, 3500], ["検討会開催費", "単県", 216, 240],
    ["大会引率旅費", "単県", 1350, 1350],
]  # fmt: skip
text(
    "b13_38_club_mail", ".txt",
    "件名：【回答】R8当初要求額の照会について\n\n財務係 各位\n\n体育保健課 小林です。\n照会のありました令和8年度要求額は次のとおりです。\n（単位：千円）\n\n"
    + _lines("\t", [["事業内容", "財源", "R8要求額", "R7予算額", "増減"], *delta(_club, 2, 3, 4),
                    ["合計", _, *plus("", _club, 2, 3)[2:], sum(row[2] - row[3] for row in _club)]])  # type: ignore[operator]
    + "\n\n不明な点は 0857-00-7526 までお願いします。\n期限：10月24日(金)17時\n",
    truth(take(_club, 0, 2, 3), year=8),
)  # fmt: skip

# 39 mail, finding: the total is wrong -------------------------------------------------------------------------------------------
_art = [
    ["作品借用", 2640, 2500],
    ["輸送・展示委託", 7480, 7150],
    ["図録印刷", 1210, 1320],
    ["広報", 950, 950],
]
text(
    "b13_39_art_mail",
    ".txt",
    "山田主事\n\n美術館の佐々木です。企画展の令和8年度要求額（千円）を送ります。\n\n"
    "経費            R8要求額   R7当初\n"
    + "".join(f"{row[0]:　<8}  {row[1]:>8,}  {row[2]:>8,}\n" for row in _art)
    + "計　　　　　　　    12,820    11,920\n\nよろしくお願いします。\n",
    truth(take(_art, 0, 1, 2), year=8, must="finding"),
)

# 40 mail, asked: no unit anywhere, and no total ---------------------------------------------------------------------------------
text(
    "b13_40_unknown_mail", ".txt",
    "係長\n\n出先から届いた表をそのまま転送します。単位が書かれておらず、先方に確認中です。\n\n"
    "費目\tR8\tR7\n燃料\t1,850\t1,790\n修繕\t2,400\t1,600\n検査\t360\t360\n\n以上\n",
    Truth((("燃料", 1850, 1790), ("修繕", 2400, 1600), ("検査", 360, 360)), 4610, 3750, year=8, must="asked"),
)  # fmt: skip

BATCH: Final[list[Fresh]] = FRESH[_BEFORE:]
del FRESH[_BEFORE:]

assert len(BATCH) == 40
assert len({fresh.name for fresh in BATCH}) == 40
assert [fresh.name[4:6] for fresh in sorted(BATCH, key=lambda fresh: fresh.name)] == [
    f"{at:02}" for at in range(1, 41)
]
for _fresh in BATCH:
    _found = _fresh.truth
    assert _found.must in ("right", "asked", "finding"), _fresh.name
    if _found.must != "finding":
        assert sum(line[1] or 0 for line in _found.lines) == _found.total, _fresh.name
        if _found.previous is None:
            assert all(line[2] is None for line in _found.lines), _fresh.name
        else:
            assert sum(line[2] or 0 for line in _found.lines) == _found.previous, _fresh.name
