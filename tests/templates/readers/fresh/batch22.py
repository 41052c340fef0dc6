"""Batch 22: forty ordinary tables of ordinary sections, written without sight of the reader."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook import Workbook

from tests.templates.readers.fresh.rows import delta, plus, take, truth
from tests.templates.readers.fresh_tables import FRESH, Fresh, Truth, excel, text

_: None = None
_Rows = list[list[Any]]
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


def _framed(head: str, body: str, pattern: str = "#,##0;△#,##0") -> Callable[[Workbook], None]:
    """Borders, a coloured heading and a number format, as a clerk dresses a sheet."""
    thin = Side(style="thin")

    def change(book: Workbook) -> None:
        sheet = book.worksheets[0]
        for area in (head, body):
            for cells in sheet[area]:
                for cell in cells:
                    cell.border = Border(top=thin, bottom=thin, left=thin, right=thin)
                    if area == head:
                        cell.fill = PatternFill("solid", fgColor="DDEBF7")
                        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
                    elif isinstance(cell.value, int):
                        cell.number_format = pattern
        sheet["A1"].font = Font(size=14, bold=True)

    return change


def _hidden_rows(*numbers: int) -> Callable[[Workbook], None]:
    """Hides rows of the first tab."""

    def change(book: Workbook) -> None:
        for number in numbers:
            book.worksheets[0].row_dimensions[number].hidden = True

    return change


def _cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, int) else str(value)


def _lines(separator: str, rows: Sequence[Sequence[object]], end: str = "\n") -> str:
    """Rows as text."""
    return end.join(separator.join(_cell(value) for value in row) for row in rows)


def _csv(rows: Sequence[Sequence[object]], end: str = "\r\n", comma: bool = True) -> str:
    """Rows as Excel writes a CSV: what holds a comma, a quote or a line break is quoted."""

    def of(value: object) -> str:
        found = _cell(value) if comma or not isinstance(value, int) else str(value)
        return '"' + found.replace('"', '""') + '"' if re.search(r'[,"\n]', found) else found

    return "".join(",".join(of(value) for value in row) + end for row in rows)


def _even(rows: Sequence[Sequence[object]], width: int) -> list[list[object]]:
    return [[*row, *[None] * (width - len(row))] for row in rows]


def _table(rows: Sequence[Sequence[object]], heads: int = 1, attributes: str = "border='1'") -> str:
    """Rows as a table of HTML."""
    return f"<table {attributes}>" + "".join(
        "<tr>" + "".join(f"<{tag}>{_cell(value)}</{tag}>" for value in row) + "</tr>"
        for number, row in enumerate(rows) for tag in (["th"] if number < heads else ["td"])
    ) + "</table>"  # fmt: skip


def _page(title: str, body: str, charset: str = "utf-8") -> str:
    return (
        f"<!DOCTYPE html>\n<html lang='ja'><head><meta charset='{charset}'><title>{title}</title></head>\n"
        f"<body>{body}</body></html>\n"
    )


# 01 港湾事務所: last year first, rate of growth -----------------------------------------------------------------------
_port: _Rows = [
    ["航路・泊地浚渫", 64000, 72000, "土砂堆積量の増"],
    ["臨港道路補修", 18500, 18000, _],
    ["港湾緑地除草・剪定", 7260, 7480, "労務単価"],
    ["上屋シャッター修繕", 2900, 4100, "３号上屋"],
    ["灯浮標点検", 1320, 1320, _],
]
excel(
    "b22_01_growth_rate",
    [
        ["令和９年度　港湾施設維持管理費　要求内訳書"],
        ["県土整備部　三崎港湾事務所", _, _, _, _, "単位：千円"],
        ["事項", "令和８年度\n当初予算額(A)", "令和９年度\n要求額(B)", "増減額\n(B)-(A)", "伸率\n(B)/(A)", "増減理由"],
        *[[row[0], row[1], row[2], row[2] - row[1], round(row[2] / row[1], 3), row[3]] for row in _port],
        ["合計", 93980, 102900, 8920, 1.095, _],
    ],
    truth(take(_port, 0, 2, 1), year=9, name="港湾施設維持管理費"),
    formats="B4:D9=#,##0;E4:E9=0.0%",
)  # fmt: skip
assert (sum(row[1] for row in _port), sum(row[2] for row in _port)) == (93980, 102900)
_then(_framed("A3:F3", "A4:D9"))

# 02 特別支援学校: buses, formulas Excel has not stored ------------------------------------------------------------------
_bus: _Rows = [
    ["１号車（東部方面）", 1, 196, 48000, 9212000],
    ["２号車（北部方面）", 1, 196, 52000, 9996000],
    ["３号車（山間部）", 1, 196, 61000, 11564000],
    ["介護タクシー（医療的ケア児）", 2, 180, 14000, 4800000],
]
excel(
    "b22_02_school_bus",
    [
        ["スクールバス運行委託料　積算（令和９年度要求）"],
        ["青葉特別支援学校", _, _, _, _, "（単位：円）"],
        ["路線", "台数", "運行日数", "日額（税込）", "要求額", "前年度予算額"],
        *[[*row[:4], f"=B{at}*C{at}*D{at}", row[4]] for at, row in enumerate(_bus, start=4)],
        ["計", "=SUM(B4:B7)", _, _, "=SUM(E4:E7)", "=SUM(F4:F7)"],
        ["※運行日数は年間授業日数196日。介護タクシーは登校見込み日数による。"],
    ],
    truth(tuple((str(r[0]), r[1] * r[2] * r[3] // 1000, r[4] // 1000) for r in _bus), year=9),
    formats="B4:F8=#,##0",
)  # fmt: skip

# 03 県立病院: machines in order of priority ------------------------------------------------------------------------------
_machines: _Rows = [
    [1, "放射線科", "Ｘ線透視撮影装置", "更新", 1, 68200],
    [2, "手術室", "麻酔器", "更新", 2, 17600],
    [3, "検査科", "自動血球計数装置", "更新", 1, 12650],
    [4, "３階病棟", "ベッドサイドモニタ", "増設", 4, 6160],
    [5, "リハビリ科", "歩行訓練装置", "新規", 1, 3850],
]
excel(
    "b22_03_hospital_machines",
    [
        ["県立中央病院　令和９年度　医療機器等整備要求一覧"],
        [_, _, _, _, _, _, "単位：千円（税込）"],
        ["優先順位", "部署", "機器名", "区分", "台数", "要求額", "現有機の購入年度等"],
        *[[*row, word] for row, word in zip(_machines, ["H22", "H24、部品供給終了", "H25", "―", "―"], strict=True)],
        ["合　計", _, _, _, 9, sum(row[5] for row in _machines), _],
    ],
    truth(take(_machines, 2, 5), previous=False, year=9),
    merges="A9:C9",
    formats="F4:F9=#,##0",
)  # fmt: skip

# 04 市税課: a cover and the detail in tabs of their own -----------------------------------------------------------------
_levy: _Rows = [
    ["報酬", "固定資産評価審査委員会委員", "7,000円×3人×4回", 84, 84],
    ["需用費", "課税用消耗品", "一式", 620, 600],
    ["", "納税通知書用紙", "9.5円×80,000枚", 760, 720],
    ["役務費", "通知書郵送料", "110円×62,000通", 6820, 5890],
    ["委託料", "標準宅地鑑定評価", "40,000円×210地点", 8400, 0],
    ["", "地番家屋図更新", "見積", 5940, 5720],
]
excel(
    "b22_04_cover_and_detail",
    {
        "表紙": [
            [_], [_, "令和８年度当初予算要求書"], [_], [_, "事業名", "固定資産税賦課事務費"], [_, "所属", "財務部市税課"],
            [_, "要求額", f"{sum(r[3] for r in _levy):,}千円"], [_, "前年度当初", f"{sum(r[4] for r in _levy):,}千円"], [_, "提出日", "令和7年10月24日"],
        ],
        "積算内訳": [
            ["固定資産税賦課事務費　積算内訳", _, _, _, "単位：千円"],
            ["節", "内容", "積算", "R8要求額", "R7当初額"],
            *[[row[0] or _, *row[1:]] for row in _levy],
            plus("計", _levy, 3, 4),
        ],
    },
    truth(take(_levy, 1, 3, 4), year=8, name="固定資産税賦課事務費"),
)  # fmt: skip

# 05 消防本部: 円, of which, comments ----------------------------------------------------------------------------------------
excel(
    "b22_05_ambulance_crew",
    [
        ["救急救命士養成・再教育事業　令和8年度要求"],
        ["消防本部　警防課", _, _, "円"],
        ["経費区分", "R8要求額", "R7予算額", "備考"],
        ["養成所入校負担金", 4480000, 4300000, "2,240千円×2人"],
        ["　うち前期入校分", 2240000, 2150000, "内数"],
        ["病院実習委託料", 1350000, 1350000, "9人"],
        ["研修旅費", 812000, 790000, "東京ほか"],
        ["訓練用資器材", 455000, 455000, _],
        ["合計", 7097000, 6895000, _],
    ],
    truth((("養成所入校負担金", 4480, 4300), ("病院実習委託料", 1350, 1350), ("研修旅費", 812, 790), ("訓練用資器材", 455, 455)), year=8, name="救急救命士養成・再教育事業"),
    formats="B4:C9=#,##0",
    comments=(("B4", "入校料改定の見込み。9月に養成所へ確認済"),),
)  # fmt: skip
assert (4480 + 1350 + 812 + 455, 4300 + 1350 + 790 + 455) == (7097, 6895)

# 06 選挙管理委員会: nothing last year, 皆増 -----------------------------------------------------------------------------------
_vote: _Rows = [
    ["報酬", "委員・立会人報酬", 1240],
    ["職員手当等", "時間外勤務手当", 5600],
    ["需用費", "選挙公報・投票用紙印刷", 38500],
    ["役務費", "候補者はがき郵送料", 9400],
    ["委託料", "開票速報システム", 4950],
    ["負担金補助及び交付金", "市町村交付金", 412000],
]
excel(
    "b22_06_governor_election",
    [
        ["事業名　知事選挙執行費", _, _, _, _, "（単位　千円）"],
        ["令和９年度　歳出予算見積書　　選挙管理委員会事務局"],
        ["節", "説明", "前年度予算額", "本年度見積額", "比較増減", "備考"],
        *[[row[0], row[1], "－", row[2], row[2], "皆増"] for row in _vote],
        ["計", _, "－", sum(r[2] for r in _vote), sum(r[2] for r in _vote), _],
    ],
    truth(tuple((str(r[1]), r[2], 0) for r in _vote), year=9, name="知事選挙執行費"),
    formats="D4:E10=#,##0",
)  # fmt: skip

# 07 図書館: both years with their sources, three rows of heading ------------------------------------------------------------------
_read: _Rows = [
    ["読書活動推進計画改定", 0, 0, 0, 1450, 700, 750],
    ["学校図書館支援", 2300, 0, 2300, 2380, 0, 2380],
    ["バリアフリー図書整備", 1800, 900, 900, 2000, 1000, 1000],
    ["ブックスタート補助", 3150, 1570, 1580, 2940, 1470, 1470],
]
assert all(row[1] == row[2] + row[3] and row[4] == row[5] + row[6] for row in _read)
excel(
    "b22_07_two_years_with_sources",
    [
        ["子ども読書活動推進事業", _, _, _, _, _, _, "千円"],
        ["細事業", "令和７年度当初予算", _, _, "令和８年度要求", _, _, "増減"],
        [_, "予算額", "財源内訳", _, "要求額", "財源内訳", _, _],
        [_, _, "国", "一財", _, "国", "一財", _],
        *delta(_read, 4, 1, 7),
        *delta([plus("計", _read, 1, 2, 3, 4, 5, 6)], 4, 1, 7),
    ],
    truth(take(_read, 0, 4, 1), year=8, name="子ども読書活動推進事業"),
    merges="A2:A4 B2:D2 E2:G2 H2:H4 B3:B4 C3:D3 E3:E4 F3:G3",
    formats="B5:H9=#,##0",
)  # fmt: skip

# 08 警察本部: leases over years, the year asked for is one of the columns -------------------------------------------------------------
_lease: _Rows = [
    ["交通管制端末", "R6.10～R11.9", 60000, 12000, 12000, 12000, 12000],
    ["鑑識画像システム", "R5.4～R10.3", 33000, 6600, 6600, 6600, 0],
    ["運転免許証作成機", "R7.1～R13.12", 92400, 13200, 13200, 13200, 13200],
    ["通訳用タブレット", "R8.4～R11.3", 2700, 0, 900, 900, 900],
]
excel(
    "b22_08_lease_years",
    [
        ["令和８年度当初予算要求　長期継続契約（賃借料）年割額調"],
        ["警察本部会計課", _, _, _, _, _, "単位：千円"],
        ["件名", "契約期間", "契約総額", "R7当初", "R8要求", "R9見込", "R10見込"],
        *_lease,
        plus("計", _lease, 2, 3, 4, 5, 6),
    ],
    truth(take(_lease, 0, 4, 3), year=8),
    formats="C4:G8=#,##0",
)  # fmt: skip

# 09 水道局: 款項目 with their sums above their 節 ------------------------------------------------------------------------------------------
_mains: _Rows = [["材料費", 3300, 3200], ["修繕費", 48200, 46000], ["委託料", 22000, 21450]]
_meters: _Rows = [
    ["印刷製本費", 1760, 1650],
    ["通信運搬費", 5830, 5280],
    ["手数料", 4100, 4000],
    ["検針業務負担金", 30800, 30250],
]


def _of(rows: _Rows, at: int) -> int:
    return sum(int(row[at]) for row in rows)


excel(
    "b22_09_water_accounts",
    [
        ["令和9年度 水道事業会計 収益的支出 要求明細", _, _, _, _, _, "千円"],
        ["款", "項", "目", "節", "本年度要求額", "前年度予算額", "増減"],
        ["水道事業費用", _, _, _, *(x := [_of(_mains, 1) + _of(_meters, 1), _of(_mains, 2) + _of(_meters, 2)]), x[0] - x[1]],
        [_, "営業費用", _, _, *x, x[0] - x[1]],
        [_, _, "配水及び給水費", _, _of(_mains, 1), _of(_mains, 2), _of(_mains, 1) - _of(_mains, 2)],
        *[[_, _, _, r[0], r[1], r[2], r[1] - r[2]] for r in _mains],
        [_, _, "業務費", _, _of(_meters, 1), _of(_meters, 2), _of(_meters, 1) - _of(_meters, 2)],
        *[[_, _, _, r[0], r[1], r[2], r[1] - r[2]] for r in _meters],
    ],
    truth(take([*_mains, *_meters], 0, 1, 2), year=9),
    formats="E3:G13=#,##0",
)  # fmt: skip

# 10 観光課: two tabs that are both the request ----------------------------------------------------------------------------------------------
_spa_a: _Rows = [
    ["温泉街ライトアップ", 5200, 4800],
    ["周遊バス", 8800, 8800],
    ["デジタルスタンプラリー", 2400, 0],
]
_spa_b: _Rows = [
    ["温泉街ライトアップ", 4800, 4800],
    ["周遊バス", 10400, 8800],
    ["デジタルスタンプラリー", 1900, 0],
]


def _spa(rows: _Rows) -> _Rows:
    return [
        ["温泉地誘客促進事業　令和９年度要求内訳", _, "千円"],
        ["内容", "要求額", "前年度当初"],
        *rows,
        plus("計", rows, 1, 2),
    ]


excel(
    "b22_10_two_tabs_no_choice",
    {"要求内訳（田中）": _spa(_spa_a), "要求内訳（佐藤）": _spa(_spa_b)},
    truth(take(_spa_a, 0, 1, 2), year=9, name="温泉地誘客促進事業", must="asked"),
)  # fmt: skip

# 11 農地整備課: whole cost, shares, what the prefecture budgets ---------------------------------------------------------------------------------
_field: _Rows = [
    ["西川地区", "用水路 L=820m", 60000, 33000, 15000, 12000, 48000, 40000],
    ["大野原地区", "区画整理 A=6.4ha", 90000, 49500, 24750, 15750, 74250, 66000],
    ["長池地区", "ため池改修 1式", 42000, 23100, 12180, 6720, 35280, 0],
    ["赤松地区", "農道舗装 L=1,150m", 25000, 12500, 7500, 5000, 20000, 22400],
]
assert all(r[2] == r[3] + r[4] + r[5] and r[6] == r[3] + r[4] for r in _field)
excel(
    "b22_11_field_works",
    [
        ["農業農村整備事業（県営）　令和８年度地区別要求", _, _, _, _, _, _, "（千円）"],
        ["地区名", "工種", "総事業費", "負担区分", _, _, "県予算要求額\n（国＋県）", "R7当初予算額"],
        [_, _, _, "国", "県", "地元", _, _],
        *_field,
        plus("計", _field, 2, 3, 4, 5, 6, 7),
    ],
    truth(take(_field, 0, 6, 7), year=8, name="農業農村整備事業（県営）"),
    merges="A2:A3 B2:B3 C2:C3 D2:F2 G2:G3 H2:H3",
    formats="C4:H8=#,##0",
)  # fmt: skip

# 12 児童相談所: staff, stored formulas, 千円 ------------------------------------------------------------------------------------------------------
_child: _Rows = [
    ["児童虐待対応協力員", 4, 236, 12, 3400, 2980, 16900],
    ["電話相談員", 3, 182, 12, 1960, 1720, 9850],
    ["一時保護所夜間指導員", 6, 168, 12, 3630, 3180, 18100],
    ["心理療法担当職員", 2, 268, 12, 1930, 1690, 9900],
]
_child_sum = [r[1] * r[2] * r[3] + r[4] + r[5] for r in _child]
excel(
    "b22_12_child_guidance_staff",
    [
        ["令和９年度会計年度任用職員に要する経費（要求）"],
        ["中央児童相談所", _, _, _, _, _, _, _, "単位:千円"],
        ["職名", "員数\n①", "月額\n②", "月数\n③", "手当\n④", "共済費\n⑤", "要求額\n①×②×③＋④＋⑤", "前年度予算", "増減"],
        *[[*r[:6], f"=B{at}*C{at}*D{at}+E{at}+F{at}", r[6], f"=G{at}-H{at}"] for at, r in enumerate(_child, start=4)],
        ["計", "=SUM(B4:B7)", _, _, "=SUM(E4:E7)", "=SUM(F4:F7)", "=SUM(G4:G7)", "=SUM(H4:H7)", "=G8-H8"],
    ],
    truth(tuple((str(r[0]), s, r[6]) for r, s in zip(_child, _child_sum, strict=True)), year=9),
    formats="C4:I8=#,##0",
)  # fmt: skip
_stored({
    **{f"G{at}": s for at, s in enumerate(_child_sum, start=4)},
    **{f"I{at}": s - r[6] for at, (r, s) in enumerate(zip(_child, _child_sum, strict=True), start=4)},
    "B8": _of(_child, 1), "E8": _of(_child, 4), "F8": _of(_child, 5), "G8": sum(_child_sum), "H8": _of(_child, 6),
    "I8": sum(_child_sum) - _of(_child, 6),
})  # fmt: skip

# 13 体育保健課: by quarters ---------------------------------------------------------------------------------------------------------------------------
_quarters: _Rows = [
    ["部活動指導員報酬", 9600, 9000, 9600, 6800, 35000, 31200],
    ["大会派遣補助", 1200, 8600, 2400, 900, 13100, 12800],
    ["学校医研修", 0, 310, 0, 150, 460, 460],
    ["体力調査集計委託", 0, 0, 1870, 0, 1870, 1760],
]
assert all(sum(r[1:5]) == r[5] for r in _quarters)
excel(
    "b22_13_quarters",
    [
        ["学校体育振興費　令和９年度要求額（四半期別執行計画）"],
        ["体育保健課", _, _, _, _, _, _, "単位 千円"],
        ["事項", "第１四半期", "第２四半期", "第３四半期", "第４四半期", "年間所要額", "前年度当初額", "摘要"],
        *[[*row, _] for row in _quarters],
        plus("計", _quarters, 1, 2, 3, 4, 5, 6, width=8),
    ],
    truth(take(_quarters, 0, 5, 6), year=9, name="学校体育振興費"),
)  # fmt: skip

# 14 衛生環境研究所: settled accounts of five years to the right ------------------------------------------------------------------------------------------
_lab: _Rows = [
    ["試薬・培地", 14200, 13600],
    ["ガス類", 2310, 2200],
    ["分析機器保守", 18700, 18150],
    ["廃液処理", 1450, 1380],
    ["検査精度管理負担金", 260, 260],
]
_lab_past: _Rows = [["R3", 33012], ["R4", 34270], ["R5", 34988], ["R6", 35104], ["R7", 35267]]
excel(
    "b22_14_accounts_beside",
    [
        ["試験検査費　R9要求内訳", _, "千円", _, "（参考）決算額の推移"],
        ["区分", "R9要求", "R8当初", _, "年度", "決算額"],
        *[[*a, _, *b] for a, b in zip(_lab, _lab_past, strict=True)],
        [*plus("計", _lab, 1, 2), _, _, _],
    ],
    truth(take(_lab, 0, 1, 2), year=9, name="試験検査費"),
    formats="B3:C8=#,##0;F3:F7=#,##0",
)  # fmt: skip

# 15 障がい福祉課: past and coming years round the one asked for ---------------------------------------------------------------------------------------------
_care: _Rows = [
    ["人件費相当分", 61200, 62400, 64100, 65000, 66000],
    ["光熱水費相当分", 14850, 15300, 15600, 15600, 15600],
    ["修繕費相当分", 3000, 3000, 3500, 3000, 3000],
    ["事務費相当分", 4410, 4400, 4400, 4400, 4400],
]
excel(
    "b22_15_designated_manager",
    [
        ["障がい者福祉センター指定管理料（令和８年度要求）"],
        [_, _, _, _, _, "【千円】"],
        ["内訳", "R6決算", "R7予算", "R8要求", "R9計画", "R10計画"],
        *_care,
        plus("合計", _care, 1, 2, 3, 4, 5),
        ["※協定期間：令和６年４月１日～令和１１年３月３１日"],
    ],
    truth(take(_care, 0, 3, 2), year=8),
    formats="B4:F8=#,##0",
)  # fmt: skip

# 16 森林管理署: roads, subtotals of districts ----------------------------------------------------------------------------------------------------------------
_road_e: _Rows = [["東部", "若桜線", 420, 21000, 18000], [_, "扇山線", 310, 15500, 16000]]
_road_w: _Rows = [
    ["西部", "三国線", 560, 30800, 27500],
    [_, "船上線", 240, 10800, 0],
    [_, "大滝線", 0, 0, 9200],
]
excel(
    "b22_16_forest_roads",
    [
        ["林道開設事業　路線別要求額", _, _, _, _, _],
        ["年度", "令和8年度", _, _, "単位", "千円"],
        ["管内", "路線名", "延長(m)", "要求額", "前年度", "備考"],
        *[[*r, _] for r in _road_e],
        [_, "小計", *[sum(r[c] for r in _road_e) for c in (2, 3, 4)], _],
        *[[*r, "完了" if not r[3] else _] for r in _road_w],
        [_, "小計", *[sum(r[c] for r in _road_w) for c in (2, 3, 4)], _],
        ["合計", _, *[sum(r[c] for r in [*_road_e, *_road_w]) for c in (2, 3, 4)], _],
    ],
    truth(take([*_road_e, *_road_w], 1, 3, 4), year=8, name="林道開設事業"),
    merges="A4:A6 A7:A10 A11:B11",
    formats="C4:E11=#,##0",
)  # fmt: skip

# 17 市場課: figures without headings, unit or sums ---------------------------------------------------------------------------------------------------------------
_market: _Rows = [["清掃", 640, 615], ["警備", 880, 905], ["冷蔵庫点検", 275, 260], ["せり機更新", 410, 430]]
excel(
    "b22_17_no_headings",
    [["卸売市場"], [_], *_market],
    truth(take(_market, 0, 1, 2), year=9, must="asked"),
)  # fmt: skip

# 18 博物館: boxes for seals, 節 as rows of brackets --------------------------------------------------------------------------------------------------------------
_show: dict[str, _Rows] = {
    "【報償費】": [["　開会式来賓謝礼", 60, 60], ["　講演会講師", 150, 120]],
    "【旅費】": [["　借用・返却随行", 940, 880]],
    "【需用費】": [["　図録印刷", 3300, 2970], ["　ポスター・チラシ", 1155, 1045]],
    "【役務費】": [["　美術品保険料", 2450, 1900]],
    "【委託料】": [["　展示品輸送", 12100, 10450], ["　会場造作", 7700, 7150]],
}
_show_leaf = [row for rows in _show.values() for row in rows]
excel(
    "b22_18_seals_and_brackets",
    [
        [_, _, _, "館長", "副館長", "課長"],
        [_] * 6,
        ["企画展「海の道」開催費　予算要求積算書"],
        ["令和９年度当初"],
        ["県立博物館　学芸課", _, _, _, _, "（単位：千円）"],
        ["費目・内容", "要求額", "前年度額", "差引", "説明", _],
        *[line for head, rows in _show.items() for line in ([head, _, _, _, _, _], *[[*r, r[1] - r[2], _, _] for r in rows])],
        ["総計", _of(_show_leaf, 1), _of(_show_leaf, 2), _of(_show_leaf, 1) - _of(_show_leaf, 2), _, _],
    ],
    truth(take(_show_leaf, 0, 1, 2), year=9, name="企画展「海の道」開催費"),
    merges="A3:F3",
    formats="B7:D20=#,##0",
)  # fmt: skip

# 19 広報課: an estimate with overheads and tax ------------------------------------------------------------------------------------------------------------------
_film: _Rows = [["企画構成費", 600000], ["撮影費", 1100000], ["編集費", 300000], ["諸経費（10％）", 200000]]
excel(
    "b22_19_overheads_and_tax",
    [
        ["県政広報動画制作業務　積算（令和８年度要求）"],
        ["項目", "金額（円）", "摘要"],
        *[[*r, w] for r, w in zip(_film, ["一式", "2日×2班", "3本", "直接経費×10％"], strict=True)],
        ["小計", 2200000, _],
        ["消費税及び地方消費税", 220000, "10％"],
        ["合計", 2420000, _],
    ],
    truth(take([*_film, ["消費税及び地方消費税", 220000]], 0, 1, None, 1000), previous=False, year=8),
    formats="B3:B9=#,##0",
)  # fmt: skip
assert _of(_film, 1) == 2200000

# 20 会計課: printed total one line short -----------------------------------------------------------------------------------------------------------------------
excel(
    "b22_20_total_leaves_out_a_line",
    [
        ["令和９年度　出納事務費　要求額調書"],
        ["会計課", _, _, "（単位：千円）"],
        ["区分", "要求額", "前年度当初", "備考"],
        ["財務会計システム運用", 26400, 26400, _],
        ["口座振込手数料", 8250, 7700, "1件77円"],
        ["帳票印刷", 1430, 1540, _],
        ["決算書印刷", 385, 385, _],
        ["キャッシュレス手数料", 1200, 0, "新規（10/30追加）"],
        ["計", 36465, 36025, _],
    ],
    truth((("財務会計システム運用", 26400, 26400), ("口座振込手数料", 8250, 7700), ("帳票印刷", 1430, 1540), ("決算書印刷", 385, 385), ("キャッシュレス手数料", 1200, 0)), year=9, name="出納事務費", must="finding"),
    formats="B4:C9=#,##0",
)  # fmt: skip
assert 26400 + 8250 + 1430 + 385 == 36465
assert 26400 + 7700 + 1540 + 385 == 36025

# 21 税務課: 節 numbers, month's cost, R7 as text --------------------------------------------------------------------------------------------------------------------
_tax: _Rows = [
    [11, "役務費", "コンビニ収納手数料", "57円×140,000件", 7980, 7695],
    [12, "委託料", "税務システム運用保守", "月額2,750千円×12月", 33000, 33000],
    [12, "委託料", "eLTAX接続支援", "一式", 1540, 1650],
    [13, "使用料及び賃借料", "サーバ賃借料", "月額460千円×12月", 5520, 5520],
    [18, "負担金、補助及び交付金", "地方税共同機構負担金", "通知額", 18260, 17400],
]
excel(
    "b22_21_node_numbers",
    [
        ["税務電算管理費"],
        ["要求年度：２０２７年度（令和９年度）", _, _, _, _, _, "単位：千円"],
        ["節番号", "節", "細説明", "算出基礎", "2027年度要求", "2026年度当初", "対前年"],
        *delta(_tax, 4, 5, 6),
        *delta([plus("計", _tax, 4, 5, at=1)], 4, 5, 6),
    ],
    truth(take(_tax, 2, 4, 5), year=9, name="税務電算管理費"),
    formats="E4:G9=#,##0",
)  # fmt: skip

# 22 都市公園課: quantity, price, amount for both years --------------------------------------------------------------------------------------------------------------
_park: _Rows = [
    ["芝刈り", "㎡", 120000, 35, 4200000, 120000, 33, 3960000],
    ["高木剪定", "本", 260, 18000, 4680000, 240, 17500, 4200000],
    ["遊具点検", "基", 85, 6000, 510000, 85, 6000, 510000],
    ["便所清掃", "回", 1460, 3500, 5110000, 1460, 3400, 4964000],
    ["花壇植替", "㎡", 400, 4200, 1680000, 400, 4000, 1600000],
]
assert all(r[2] * r[3] == r[4] and r[5] * r[6] == r[7] for r in _park)
excel(
    "b22_22_quantity_price_both_years",
    [
        ["県立中央公園管理委託　積算内訳書"],
        [_, _, _, _, _, _, _, "（円、税込）"],
        ["作業項目", "単位", "令和８年度要求", _, _, "令和７年度当初", _, _],
        [_, _, "数量", "単価", "金額", "数量", "単価", "金額"],
        *_park,
        plus("計", _park, 4, 7),
    ],
    truth(take(_park, 0, 4, 7, 1000), year=8),
    merges="A3:A4 B3:B4 C3:E3 F3:H3",
    formats="C5:H10=#,##0",
)  # fmt: skip

# 23 循環型社会推進課: codes hidden, wording 見積額 --------------------------------------------------------------------------------------------------------------------
_waste: _Rows = [
    ["A01", "不法投棄監視員", "報酬 8人", 15360, 15000],
    ["A02", "監視カメラ借上", "12台", 1584, 1584],
    ["B01", "海岸漂着物回収", "委託 3海岸", 24200, 22000],
    ["B02", "食品ロス削減啓発", "イベント2回", 1900, 2100],
    ["C01", "PCB処理助言", "専門家派遣", 330, 440],
]
excel(
    "b22_23_hidden_codes",
    [
        [_, "廃棄物適正処理推進事業　見積調書"],
        [_, "令和九年度", _, _, "千円単位"],
        ["KEY", "細々事業", "内訳", "見積額", "前年度"],
        *_waste,
        plus("計", _waste, 3, 4, at=1),
    ],
    truth(take(_waste, 1, 3, 4), year=9, name="廃棄物適正処理推進事業"),
    hidden="A",
    formats="D4:E9=#,##0",
)  # fmt: skip

# 24 男女共同参画センター: unsettled amounts ---------------------------------------------------------------------------------------------------------------------------
excel(
    "b22_24_amount_elsewhere",
    [
        ["男女共同参画推進費　令和９年度要求"],
        [_, _, _, "（千円）"],
        ["項目", "要求額", "前年度", "備考"],
        ["相談員報酬", 5800, 5650, _],
        ["講座開催", 920, 920, _],
        ["意識調査委託", "別途協議", 0, "5年に1度。金額は統計課と協議中"],
        ["情報誌発行", 640, 610, _],
        ["計", _, 7180, "調査確定後に記入"],
    ],
    Truth((("相談員報酬", 5800, 5650), ("講座開催", 920, 920), ("意識調査委託", None, 0), ("情報誌発行", 640, 610)), 7360, 7180, year=9, name="男女共同参画推進費", must="asked"),
)  # fmt: skip

# 25 畜産試験場: hidden rows of last year's finished items, half-width kana ----------------------------------------------------------------------------------------------
_cattle: _Rows = [
    ["ｼｲﾀｹ廃菌床利用試験", 0, 850, "R8終了"],
    ["種雄牛造成", 18600, 18200, _],
    ["飼料購入", 41250, 38900, "単価高騰"],
    ["ﾄﾗｸﾀｰ修繕", 1980, 1200, _],
    ["ふん尿処理", 2640, 2640, _],
]
excel(
    "b22_25_hidden_row",
    [
        ["畜産試験研究費（Ｒ９要求）", _, _, "単位：千円"],
        ["項目", "Ｒ９", "Ｒ８", "備考"],
        *_cattle,
        plus("計", _cattle, 1, 2, width=4),
    ],
    truth(take(_cattle, 0, 1, 2), year=9, name="畜産試験研究費"),
    formats="B3:C8=#,##0",
)  # fmt: skip
_then(_hidden_rows(3))

# 26 文化財課: 円, the totals above the table and no row of sums -------------------------------------------------------------------------------
_dig: _Rows = [
    ["発掘作業員賃金相当", 7200000, 6900000],
    ["重機借上", 1650000, 1540000],
    ["遺物整理", 2380000, 2380000],
    ["報告書印刷", 990000, 0],
]
excel(
    "b22_26_total_on_top",
    [
        ["埋蔵文化財発掘調査事業"],
        ["令和8年度予算要求額", 12220000, "円"],
        ["令和7年度予算額", 10820000, "円"],
        [_],
        ["内訳", "R8要求額（円）", "R7予算額（円）"],
        *_dig,
        [_],
        ["財源：国庫補助 6,110,000円、一般財源 6,110,000円"],
    ],
    truth(take(_dig, 0, 1, 2, 1000), year=8, name="埋蔵文化財発掘調査事業"),
    formats="B2:B3=#,##0;B6:C9=#,##0",
)  # fmt: skip
assert (_of(_dig, 1), _of(_dig, 2)) == (12220000, 10820000)

# ---- CSV and TSV ----------------------------------------------------------------------------------------------------------
# 27 人事課: export with all codes, 円 -----------------------------------------------------------------------------------------
_hr = [
    ("01", "報酬", "産業医報酬", 1440000, 1440000),
    ("10", "需用費", "健康診断用消耗品", 180000, 165000),
    ("12", "委託料", "定期健康診断委託", 23650000, 22900000),
    ("12", "委託料", "ストレスチェック委託", 2090000, 2145000),
    ("18", "負担金補助及び交付金", "互助会補助", 6400000, 6400000),
]
text(
    "b22_27_system_export_yen", ".csv",
    _csv([
        ["予算年度", "所属コード", "所属名", "事業コード", "事業名", "節コード", "節名", "説明", "要求額", "前年度当初予算額", "単位"],
        *[["令和9年度", "021300", "人事課", "0201020450", "職員健康管理費", *row, "円"] for row in _hr],
    ], comma=False),
    truth(tuple((r[2], r[3] // 1000, r[4] // 1000) for r in _hr), year=9, name="職員健康管理費"),
    "cp932",
)  # fmt: skip

# 28 空港課: Excel's CSV with title rows, triangles for minus ----------------------------------------------------------------------
_air: _Rows = [
    ["着陸料減免補填", 15400, 18200],
    ["空港ビル賃料", 6240, 6240],
    ["就航促進補助", 48000, 36000],
    ["騒音対策", 2200, 2750],
]


def _sign(value: int) -> str:
    return f"△{-value:,}" if value < 0 else f"{value:,}"


text(
    "b22_28_csv_triangles", ".csv",
    _csv(_even([
        ["令和９年度　空港利用促進事業費　要求内訳"],
        ["", "", "", "", "（単位：千円）"],
        ["項目", "R8当初", "R9要求", "増減", "備考"],
        *[[r[0], r[2], r[1], _sign(r[1] - r[2]), _] for r in _air],
        ["計", _of(_air, 2), _of(_air, 1), _sign(_of(_air, 1) - _of(_air, 2)), _],
    ], 5)),
    truth(take(_air, 0, 1, 2), year=9, name="空港利用促進事業費"),
    "utf-8-sig",
)  # fmt: skip

# 29 市民課: TSV pasted from the sheet, no title ---------------------------------------------------------------------------------------
_desk: _Rows = [
    ["窓口業務委託", "派遣5人", 21450, 20900],
    ["住民票用紙", "改ざん防止用紙", 660, 630],
    ["番号案内機保守", "年1式", 198, 198],
    ["コンビニ交付負担金", "J-LIS", 2860, 2700],
]
text(
    "b22_29_pasted_cells", ".tsv",
    _lines("\t", [["内容", "説明", "R9要求額(千円)", "R8予算額(千円)"], *_desk, plus("計", _desk, 2, 3)]) + "\n",
    truth(take(_desk, 0, 2, 3), year=9),
)  # fmt: skip

# 30 薬事衛生課: CSV with each 節 only once, 小計 ------------------------------------------------------------------------------
_food_a: _Rows = [["検査手数料", 1320, 1250], ["検体郵送料", 145, 130]]
_food_b: _Rows = [["収去検査委託", 4400, 4180], ["衛生講習会委託", 770, 770]]
text(
    "b22_30_csv_subtotals", ".csv",
    _csv(_even([
        ["食品衛生監視指導費", "", "令和8年度要求", "単位：千円"],
        ["節", "内容", "要求額", "前年度"],
        ["役務費", *_food_a[0]], ["", *_food_a[1]], ["", "小計", _of(_food_a, 1), _of(_food_a, 2)],
        ["委託料", *_food_b[0]], ["", *_food_b[1]], ["", "小計", _of(_food_b, 1), _of(_food_b, 2)],
        ["合計", "", _of([*_food_a, *_food_b], 1), _of([*_food_a, *_food_b], 2)],
    ], 4)),
    truth(take([*_food_a, *_food_b], 0, 1, 2), year=8, name="食品衛生監視指導費"),
    "cp932",
)  # fmt: skip

# 31 消防団: two columns of requests, no unit, no sums, no year -----------------------------------------------------------------------------------------------------
_brigade: _Rows = [
    ["団員報酬", 3650, 3650],
    ["出動手当", 820, 790],
    ["被服", 410, 380],
    ["ポンプ車点検", 265, 265],
]
text(
    "b22_31_csv_two_requests", ".csv",
    _csv([["項目", "要求1", "要求2"], *[[r[0], str(r[1]), str(r[2])] for r in _brigade]], comma=False),
    truth(take(_brigade, 0, 1), previous=False, year=9, must="asked"),
)  # fmt: skip

# ---- pages ----------------------------------------------------------------------------------------------------------------------
# 32 mail with bullets ---------------------------------------------------------------------------------------------------------------
text(
    "b22_32_mail_bullets", ".txt",
    "財政課　森様\n\nお世話になっております。長寿社会課の井上です。\n"
    "令和９年度当初要求の介護人材確保対策事業について、内訳は次のとおりです。\n\n"
    "要求額　31,850千円（Ｒ８当初　29,400千円）\n\n"
    "・介護福祉士修学資金貸付　18,000千円（Ｒ８　16,800千円）\n"
    "・外国人介護人材受入補助　　7,500千円（Ｒ８　6,000千円）\n"
    "・介護の魅力発信　　　　　　2,350千円（Ｒ８　2,600千円）\n"
    "・介護ロボット研修会　　　　4,000千円（Ｒ８　4,000千円）\n\n"
    "積算の詳細は後日送付します。よろしくお願いします。\n",
    truth((("介護福祉士修学資金貸付", 18000, 16800), ("外国人介護人材受入補助", 7500, 6000), ("介護の魅力発信", 2350, 2600), ("介護ロボット研修会", 4000, 4000)), year=9, name="介護人材確保対策事業"),
)  # fmt: skip
assert (18000 + 7500 + 2350 + 4000, 16800 + 6000 + 2600 + 4000) == (31850, 29400)

# 33 Word table pasted: tabs, reckoning in a column ----------------------------------------------------------------------------------------
_civic: _Rows = [
    ["報償費", "審査委員謝金", "10,000円×5人×4回", 200, 200],
    ["旅費", "審査委員旅費", "3,000円×5人×4回", 60, 60],
    ["委託料", "ＮＰＯ講座運営", "一式", 1650, 1500],
    ["負担金補助及び交付金", "協働提案補助金", "500千円×12団体", 6000, 5000],
]
text(
    "b22_33_word_table", ".txt",
    "県民協働推進事業（令和８年度当初要求）\n担当：県民協働課\n\n２　所要経費（単位：千円）\n"
    + _lines("\t", [["節", "内容", "積算根拠", "要求額", "前年度"], *_civic, ["合計", "", "", _of(_civic, 3), _of(_civic, 4)]])
    + "\n\n３　財源\n一般財源\n",
    truth(take(_civic, 1, 3, 4), year=8, name="県民協働推進事業"),
)  # fmt: skip

# 34 reckoning below each line, space-aligned ------------------------------------------------------------------------------------------------
text(
    "b22_34_reckoned_memo", ".txt",
    "【令和９年度要求】統計調査員確保対策事業　積算メモ（統計課）\n\n"
    "　　　　　　　　　　　　　　　　　　　　　　　　要求額　　　（前年度）\n"
    "１　調査員研修会\n　　　講師謝金　20,000円×3回＝60,000円　　　　　60千円　　（60千円）\n"
    "２　登録調査員募集\n　　　チラシ　12円×15,000枚＝180,000円　　　　180千円　（150千円）\n"
    "３　永年勤続表彰\n　　　記念品　3,500円×40人＝140,000円　　　　　140千円　（126千円）\n"
    "　　　　　　　　　　　　　　　　　　計　　　　380千円　（336千円）\n",
    truth((("調査員研修会", 60, 60), ("登録調査員募集", 180, 150), ("永年勤続表彰", 140, 126)), year=9, name="統計調査員確保対策事業"),
)  # fmt: skip

# 35 pipes of a note in Markdown -----------------------------------------------------------------------------------------------------------
_young: _Rows = [
    ["移住相談窓口", 8800, 8360],
    ["お試し住宅", 2640, 2640],
    ["移住フェア出展", 1870, 1650],
    ["支援金（市町村補助）", 30000, 27000],
]
text(
    "b22_35_pipes", ".txt",
    "# R9当初要求　移住定住促進事業（千円）\n\n| 細事業 | R9要求額 | R8当初 |\n|---|---:|---:|\n"
    + "".join(f"| {r[0]} | {r[1]:,} | {r[2]:,} |\n" for r in _young)
    + f"| 計 | {_of(_young, 1):,} | {_of(_young, 2):,} |\n\n※支援金は国1/2\n",
    truth(take(_young, 0, 1, 2), year=9, name="移住定住促進事業"),
)  # fmt: skip

# 36 mail: two proposals, none chosen ---------------------------------------------------------------------------------------------------------
text(
    "b22_36_mail_two_proposals", ".txt",
    "係長\n\nR9要求（離島航路補助）の積算、２とおり作りました（千円）。どちらで出すか決めてください。\n\n"
    "項目\t第１案\t第２案\t前年度\n運航欠損補助\t42,000\t46,500\t41,000\n船舶修繕補助\t8,000\t6,000\t7,500\n島民割引\t3,200\t3,900\t3,200\n計\t53,200\t56,400\t51,700\n",
    truth((("運航欠損補助", 42000, 41000), ("船舶修繕補助", 8000, 7500), ("島民割引", 3200, 3200)), year=9, must="asked"),
)  # fmt: skip
assert (42000 + 8000 + 3200, 46500 + 6000 + 3900, 41000 + 7500 + 3200) == (53200, 56400, 51700)

# ---- HTML ---------------------------------------------------------------------------------------------------------------------
# 37 notice board --------------------------------------------------------------------------------------------------------------------
_farm: _Rows = [
    ["スマート農機実証", 6600, 5500],
    ["有機ＪＡＳ認証補助", 1200, 900],
    ["農業用ドローン免許補助", 900, 900],
    ["産地交流会", 480, 450],
]
text(
    "b22_37_notice", ".html",
    _page("掲示板", "<h2>【生産振興課】令和９年度要求額の報告</h2><p>投稿：2026/10/15</p><p>事業名：次世代農業推進事業<br>単位：千円</p>"
          + _table([["内訳", "要求額", "前年度当初額", "増減"], *delta(_farm, 1, 2, 3), *delta([plus("計", _farm, 1, 2)], 1, 2, 3)]) + "<p>以上、よろしくお願いします。</p>"),
    truth(take(_farm, 0, 1, 2), year=9, name="次世代農業推進事業"),
)  # fmt: skip

# 38 rows spanned, 円 -----------------------------------------------------------------------------------------------------------------------
_jobs: _Rows = [
    ["訓練生テキスト", 1250000, 1200000],
    ["実習材料", 3860000, 3700000],
    ["外部講師", 5280000, 5280000],
    ["機械保守", 1694000, 1650000],
]
text(
    "b22_38_rowspans", ".html",
    _page("産業人材育成センター", "<h1>職業訓練費（令和8年度当初予算要求）</h1><p>（単位：円）</p><table border=1>"
          "<tr><th rowspan=2>節</th><th rowspan=2>内容</th><th colspan=2>予算額</th></tr><tr><th>令和8年度要求</th><th>令和7年度当初</th></tr>"
           f"<tr><td rowspan=2>需用費</td><td>{_jobs[0][0]}</td><td>{_jobs[0][1]:,}</td><td>{_jobs[0][2]:,}</td></tr><tr><td>{_jobs[1][0]}</td><td>{_jobs[1][1]:,}</td><td>{_jobs[1][2]:,}</td></tr>"
           f"<tr><td>報償費</td><td>{_jobs[2][0]}</td><td>{_jobs[2][1]:,}</td><td>{_jobs[2][2]:,}</td></tr><tr><td>委託料</td><td>{_jobs[3][0]}</td><td>{_jobs[3][1]:,}</td><td>{_jobs[3][2]:,}</td></tr>"
           f"<tr><td colspan=2>計</td><td>{_of(_jobs, 1):,}</td><td>{_of(_jobs, 2):,}</td></tr></table>"),
    truth(take(_jobs, 0, 1, 2, 1000), year=8, name="職業訓練費"),
)  # fmt: skip

# 39 Word's HTML, cp932, amounts in brackets below each other in one cell ---------------------------------------------------------------------------
_girl: _Rows = [["不妊治療費助成", 36000, 32000], ["産後ケア補助", 9600, 8400], ["妊婦健診啓発", 350, 350]]
text(
    "b22_39_word_html", ".html",
    "<html><head><meta http-equiv=Content-Type content='text/html; charset=shift_jis'><meta name=Generator content='Microsoft Word 15'></head><body lang=JA><div class=WordSection1>"
    "<p class=MsoNormal>令和９年度当初　母子保健推進事業　　　　（単位：千円）</p><table class=MsoTableGrid border=1>"
    "<tr><td><p class=MsoNormal>事業内容</p></td><td><p class=MsoNormal>要求額<br>（前年度当初）</p></td></tr>"
    + "".join(f"<tr><td><p class=MsoNormal>{r[0]}</p></td><td><p class=MsoNormal align=right>{r[1]:,}<br>（{r[2]:,}）</p></td></tr>" for r in [*_girl, plus("計", _girl, 1, 2)])
    + "</table></div></body></html>",
    truth(take(_girl, 0, 1, 2), year=9, name="母子保健推進事業"),
    "cp932",
)  # fmt: skip

# 40 two tables of two years' plan with no word of which is asked for --------------------------------------------------------------------------------
_steps_a: _Rows = [["ホームページ改修", 4400], ["パンフレット", 1100], ["展示会", 2300]]
_steps_b: _Rows = [["ホームページ改修", 3850], ["パンフレット", 1500], ["展示会", 2600]]
text(
    "b22_40_two_tables_tie", ".html",
    _page("ブランド推進", "<h2>県産品ブランド推進費　要求内訳</h2><p>単位：千円</p>" + _table([["内容", "要求額"], *_steps_a, plus("計", _steps_a, 1)])
          + "<hr><h2>県産品ブランド推進費　要求内訳</h2><p>単位：千円</p>" + _table([["内容", "要求額"], *_steps_b, plus("計", _steps_b, 1)])),
    truth(take(_steps_a, 0, 1), previous=False, year=9, name="県産品ブランド推進費", must="asked"),
)  # fmt: skip

BATCH: Final[list[Fresh]] = FRESH[_BEFORE:]
del FRESH[_BEFORE:]
assert len(BATCH) == 40
