"""Batch 23: forty ordinary tables of ordinary sections, written without sight of the reader."""

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


def _of(rows: _Rows, at: int) -> int:
    return sum(int(row[at]) for row in rows)


# 01 下水道課: code of the 細節, last year on the right ---------------------------------------------------------------------
_sewer: _Rows = [
    ["10-01", "消耗品費", "処理場事務用品", 480, 460],
    ["10-06", "修繕料", "汚泥かき寄せ機", 15400, 9900],
    ["12-03", "保守管理委託料", "中央監視装置", 8580, 8360],
    ["12-09", "その他委託料", "放流水質検査", 2145, 2090],
    ["26-01", "公課費", "重量税", 33, 41],
]
excel(
    "b23_01_codes_of_details",
    [
        ["令和９年度歳出要求明細", _, _, _, _, _],
        ["事業", "農業集落排水施設管理費", _, "所属", "下水道課", _],
        ["科目コード", "細節名称", "内容", "要求額（千円）", "前年度予算額（千円）", "比較（千円）"],
        *delta(_sewer, 3, 4, 5),
        *delta([plus("計", _sewer, 3, 4)], 3, 4, 5),
    ],
    truth(take(_sewer, 2, 3, 4), year=9, name="農業集落排水施設管理費"),
    merges="A9:C9",
    formats="D4:F9=#,##0",
)  # fmt: skip
_then(_framed("A3:F3", "A4:F9"))

# 02 高校教育課: yen and 千円 side by side ---------------------------------------------------------------------------------------
_ict: _Rows = [
    ["生徒用端末（補助分）", 45000, 320, 14400000, 14400, 13500],
    ["教員用端末更新", 132000, 85, 11220000, 11220, 10560],
    ["充電保管庫", 98000, 12, 1176000, 1176, 1960],
    ["授業支援ソフト", 1500, 4200, 6300000, 6300, 6000],
]
assert all(r[1] * r[2] == r[3] == r[4] * 1000 for r in _ict)
excel(
    "b23_02_yen_and_thousands",
    [
        ["ＩＣＴ活用教育推進事業　令和９年度当初要求"],
        ["内容", "単価（円）", "数量", "金額（円）", "要求額（千円）", "R8当初（千円）", "備考"],
        *[[*r, _] for r in _ict],
        plus("計", _ict, 3, 4, 5, width=7),
    ],
    truth(take(_ict, 0, 4, 5), year=9, name="ＩＣＴ活用教育推進事業"),
    formats="B3:F7=#,##0",
)  # fmt: skip

# 03 動物園: twelve months ----------------------------------------------------------------------------------------------------------
_zoo_months: dict[str, list[int]] = {
    "飼料費": [820, 810, 800, 790, 790, 800, 830, 850, 870, 880, 870, 850],
    "暖房用燃料": [120, 0, 0, 0, 0, 0, 60, 210, 340, 390, 370, 240],
    "動物診療費": [45, 45, 45, 60, 60, 45, 45, 45, 45, 45, 45, 45],
    "動物購入費": [0, 0, 2400, 0, 0, 0, 0, 0, 0, 0, 0, 0],
}
_zoo: _Rows = [
    [w, *m, sum(m), last] for (w, m), last in zip(_zoo_months.items(), [9600, 1650, 570, 0], strict=True)
]
excel(
    "b23_03_twelve_months",
    [
        ["動物飼育管理費　月別所要額（令和８年度当初予算要求）"],
        ["市立動物園", *[_] * 13, "千円"],
        ["区分", *[f"{m}月" for m in (4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3)], "要求額計", "前年度当初"],
        *_zoo,
        plus("計", _zoo, *range(1, 15)),
    ],
    truth(take(_zoo, 0, 13, 14), year=8, name="動物飼育管理費"),
    formats="B4:O8=#,##0",
)  # fmt: skip

# 04 議会事務局: indentation, sums above -----------------------------------------------------------------------------------------------
_tree: _Rows = [
    ["議員報酬", 348600, 348600],
    ["議員期末手当", 118500, 116200],
    ["政務活動費", 105000, 105000],
    ["議長交際費", 600, 600],
]
excel(
    "b23_04_indented_tree",
    [
        ["令和１０年度　議会費　当初予算要求", _, _],
        [_, _, "単位：千円"],
        ["項目", "令和10年度要求額", "令和9年度当初予算額"],
        ["議員人件費", _of(_tree[:2], 1), _of(_tree[:2], 2)],
        ["　　議員報酬", *_tree[0][1:]], ["　　議員期末手当", *_tree[1][1:]],
        ["議員活動費", _of(_tree[2:], 1), _of(_tree[2:], 2)],
        ["　　政務活動費", *_tree[2][1:]], ["　　議長交際費", *_tree[3][1:]],
        ["合計", _of(_tree, 1), _of(_tree, 2)],
    ],
    truth(take(_tree, 0, 1, 2), year=10, name="議会費"),
    formats="B4:C10=#,##0",
)  # fmt: skip

# 05 道路建設課: places of works, up to now, this year, rest ---------------------------------------------------------------------------------
_works: _Rows = [
    [1, "国道３７３号", "智頭", 1840000, 920000, 240000, 180000],
    [2, "県道八東線", "安井", 460000, 60000, 120000, 40000],
    [3, "県道岸本江府線", "大坂", 780000, 610000, 90000, 110000],
    [4, "県道倉吉青谷線", "富海", 325000, 0, 25000, 0],
]
excel(
    "b23_05_places_of_works",
    [
        ["道路改良事業（社会資本整備総合交付金）", _, _, _, _, _, _, _],
        ["令和９年度当初予算　箇所別要求調書", _, _, _, _, _, _, "（単位：千円）"],
        ["番号", "路線名", "工区", "全体事業費", "R8まで", "R9要求額", "R10以降", "R8当初予算額"],
        *[[*r[:6], r[3] - r[4] - r[5], r[6]] for r in _works],
        ["計", _, _, _of(_works, 3), _of(_works, 4), _of(_works, 5), _of(_works, 3) - _of(_works, 4) - _of(_works, 5), _of(_works, 6)],
    ],
    truth(take(_works, 1, 5, 6), year=9, name="道路改良事業（社会資本整備総合交付金）"),
    merges="A8:C8",
    formats="D4:H8=#,##0",
)  # fmt: skip

# 06 健康増進課: municipalities by heads, 円 ----------------------------------------------------------------------------------------------------
_dental: _Rows = [
    ["若葉市", 1250, 2400, 3000000],
    ["南郷町", 310, 2400, 744000],
    ["川西町", 275, 2400, 660000],
    ["日野原村", 40, 2400, 96000],
]
assert all(r[1] * r[2] == r[3] for r in _dental)
excel(
    "b23_06_by_municipality",
    [
        ["フッ化物洗口推進補助金（令和８年度要求額）", _, _, _, _],
        ["市町村名", "対象児童数", "補助単価（円）", "R8要求額（円）", "R7予算額（円）"],
        *[[*r, last] for r, last in zip(_dental, [2880000, 720000, 672000, 96000], strict=True)],
        ["合計", _of(_dental, 1), _, _of(_dental, 3), 4368000],
    ],
    truth(tuple((str(r[0]), r[3] // 1000, last) for r, last in zip(_dental, [2880, 720, 672, 96], strict=True)), year=8),
    formats="B3:E7=#,##0",
)  # fmt: skip
assert 2880000 + 720000 + 672000 + 96000 == 4368000

# 07 観光戦略課: tabs of three years, the newest last ------------------------------------------------------------------------------------------------
_tour: dict[int, _Rows] = {
    7: [["ＳＮＳ広告", 3300, 3000], ["旅行会社招へい", 1500, 1400], ["観光アプリ保守", 1320, 1320]],
    8: [["ＳＮＳ広告", 3600, 3300], ["旅行会社招へい", 1500, 1500], ["観光アプリ保守", 1320, 1320]],
    9: [["ＳＮＳ広告", 4400, 3600], ["旅行会社招へい", 1800, 1500], ["観光アプリ保守", 1430, 1320]],
}
excel(
    "b23_07_three_year_tabs",
    {
        f"R{year}": [
            [f"令和{year}年度　観光情報発信事業　要求書", _, "（千円）"],
            ["内訳", "要求額", "前年度当初額"],
            *rows,
            plus("計", rows, 1, 2),
        ]
        for year, rows in _tour.items()
    },
    truth(take(_tour[9], 0, 1, 2), year=9, name="観光情報発信事業"),
    formats="B3:C6=#,##0",
)  # fmt: skip

# 08 税務課: expected accounts and 査定 not yet filled in --------------------------------------------------------------------------------------------
_refund: _Rows = [
    ["法人県税還付金", 210000, 310000, 230000],
    ["個人県民税徴収取扱費", 1245000, 1238000, 1260000],
    ["軽油引取税報奨金", 86500, 84900, 85000],
    ["還付加算金", 4000, 5200, 4000],
]
excel(
    "b23_08_assessed_column_empty",
    [
        ["令和９年度　県税還付金等　要求・査定表", _, _, _, _, "単位：千円"],
        ["区分", "R8当初", "R8決算見込", "R9要求", "R9査定", "備考"],
        *[[*r, _, _] for r in _refund],
        [*plus("計", _refund, 1, 2, 3), _, _],
    ],
    truth(take(_refund, 0, 3, 1), year=9, name="県税還付金等"),
    formats="B3:E7=#,##0",
)  # fmt: skip

# 09 住まいまちづくり課: items across, years down ------------------------------------------------------------------------------------------------------
_house: _Rows = [
    ["耐震診断補助", 9600, 9000],
    ["耐震改修補助", 42000, 36000],
    ["ブロック塀撤去補助", 6000, 7500],
    ["普及啓発", 700, 700],
]
excel(
    "b23_09_transposed",
    [
        ["住宅・建築物耐震化促進事業　令和９年度要求（千円）"],
        ["区分", *[r[0] for r in _house], "計"],
        ["R9要求額", *[r[1] for r in _house], _of(_house, 1)],
        ["R8当初額", *[r[2] for r in _house], _of(_house, 2)],
        ["増減", *[r[1] - r[2] for r in _house], _of(_house, 1) - _of(_house, 2)],
    ],
    truth(take(_house, 0, 1, 2), year=9, name="住宅・建築物耐震化促進事業"),
    formats="B3:F5=#,##0",
)  # fmt: skip

# 10 福祉事務所: 扶助費, number, unit cost, share of the state --------------------------------------------------------------------------------------------
_aid: _Rows = [
    ["生活扶助費", 4860, 46, 223560, 167670, 55890, 219880],
    ["住宅扶助費", 4320, 22, 95040, 71280, 23760, 92400],
    ["介護扶助費", 960, 18, 17280, 12960, 4320, 17280],
    ["医療扶助費", 5400, 52, 280800, 210600, 70200, 290160],
    ["葬祭扶助費", 12, 180, 2160, 1620, 540, 1980],
]
assert all(r[1] * r[2] == r[3] == r[4] + r[5] for r in _aid)
excel(
    "b23_10_welfare_benefits",
    [
        ["生活保護費　所要額算定表（令和８年度）", _, _, _, _, _, _, "単位：千円"],
        ["扶助種別", "延人員", "一人当単価", "要求額", _, _, "前年度予算額", "比較"],
        [_, _, _, "総額", "国庫3/4", "県1/4", _, _],
        *delta(_aid, 3, 6, 7),
        *delta([plus("計", _aid, 1, 3, 4, 5, 6)], 3, 6, 7),
    ],
    truth(take(_aid, 0, 3, 6), year=8, name="生活保護費"),
    merges="A2:A3 B2:B3 C2:C3 D2:F2 G2:G3 H2:H3",
    formats="B4:H9=#,##0",
)  # fmt: skip

# 11 防災航空センター: years of the west only ------------------------------------------------------------------------------------------------------------------
_heli: _Rows = [
    ["運航委託", 214500, 209000],
    ["航空燃料", 36800, 33200],
    ["機体点検（耐空検査）", 88000, 0],
    ["隊員訓練", 4150, 4300],
    ["格納庫維持", 2970, 2970],
]
excel(
    "b23_11_western_years",
    [
        ["防災ヘリコプター運航費"],
        ["2027年度予算要求", _, _, _, "千円"],
        ["経費", "2026年度予算", "2027年度要求", "差額", "理由"],
        *[[r[0], r[2], r[1], r[1] - r[2], "5年ごと" if not r[2] else _] for r in _heli],
        ["合計", _of(_heli, 2), _of(_heli, 1), _of(_heli, 1) - _of(_heli, 2), _],
    ],
    truth(take(_heli, 0, 1, 2), year=9, name="防災ヘリコプター運航費"),
    formats="B4:D9=#,##0",
)  # fmt: skip

# 12 女性相談支援センター: two units on one sheet that contradict each other ------------------------------------------------------------------------------------------
_refuge: _Rows = [["賄材料", 48000, 46000], ["同行支援", 36000, 35000], ["嘱託医", 72000, 72000]]
excel(
    "b23_12_units_contradict",
    [
        ["女性保護費　令和９年度要求", _, "（単位：千円）"],
        ["項目", "要求額（円）", "前年度（円）"],
        *_refuge,
        plus("計", _refuge, 1, 2),
    ],
    truth(take(_refuge, 0, 1, 2), year=9, name="女性保護費", must="asked"),
)  # fmt: skip

# 13 学校給食: formulas with stored values -----------------------------------------------------------------------------------------------------------------------------
_lunch: _Rows = [
    ["小学部", 300, 90, 190, 5000000],
    ["中学部", 350, 60, 190, 4200000],
    ["高等部", 350, 120, 180, 7500000],
    ["寄宿舎（夕食）", 500, 40, 170, 3360000],
]
_lunch_sum = [r[1] * r[2] * r[3] for r in _lunch]
excel(
    "b23_13_school_lunch",
    [
        ["特別支援学校給食費　要求積算"],
        ["令和8年度", _, _, _, _, "単位 円"],
        ["区分", "単価", "人数", "回数", "R8要求額", "R7当初額"],
        *[[*r[:4], f"=B{at}*C{at}*D{at}", r[4]] for at, r in enumerate(_lunch, start=4)],
        ["計", _, "=SUM(C4:C7)", _, "=SUM(E4:E7)", "=SUM(F4:F7)"],
    ],
    truth(tuple((str(r[0]), s // 1000, r[4] // 1000) for r, s in zip(_lunch, _lunch_sum, strict=True)), year=8, name="特別支援学校給食費"),
    formats="B4:F8=#,##0",
)  # fmt: skip
assert all(s % 1000 == 0 for s in _lunch_sum)
_stored(
    {
        **{f"E{at}": s for at, s in enumerate(_lunch_sum, start=4)},
        "C8": _of(_lunch, 2),
        "E8": sum(_lunch_sum),
        "F8": _of(_lunch, 4),
    }
)

# 14 消費生活センター: sources beside, 一般財源 last ------------------------------------------------------------------------------------------------------------------------------
_consumer: _Rows = [
    ["相談員設置", 22800, 11400, 0, 11400, 22100],
    ["弁護士相談", 1320, 660, 0, 660, 1320],
    ["消費者教育", 3600, 3600, 0, 0, 3400],
    ["計量検査", 1900, 0, 1450, 450, 1850],
]
assert all(r[1] == r[2] + r[3] + r[4] for r in _consumer)
excel(
    "b23_14_sources_beside",
    [
        ["（事業名）消費者行政推進事業費", _, _, _, _, _, _],
        ["消費生活センター", _, _, _, _, "単位", "千円"],
        ["内容", "本年度要求額", "左の財源内訳", _, _, "前年度予算額", "摘要"],
        [_, _, "国支出金", "手数料", "一般財源", _, _],
        *[[*r, _] for r in _consumer],
        [*plus("計", _consumer, 1, 2, 3, 4, 5), _],
        ["本年度：令和９年度　前年度：令和８年度当初"],
    ],
    truth(take(_consumer, 0, 1, 5), year=9, name="消費者行政推進事業費"),
    merges="A3:A4 B3:B4 C3:E3 F3:F4 G3:G4",
    formats="B5:F9=#,##0",
)  # fmt: skip

# 15 workbook of two 事業 -----------------------------------------------------------------------------------------------------------------------------------------------------------------
_deer: _Rows = [["捕獲奨励金", 36000, 34000], ["侵入防止柵", 21000, 25000], ["ジビエ処理", 1600, 1500]]
_crow: _Rows = [["捕獲わな", 2400, 2400], ["巡回員", 6800, 6500], ["研修会", 300, 300]]
excel(
    "b23_15_two_projects",
    {
        name: [[f"事業名：{name}"], ["令和９年度要求", _, "単位：千円"], ["項目", "要求額", "前年度"], *rows, plus("計", rows, 1, 2)]
        for name, rows in (("鳥獣被害防止対策事業", _deer), ("指定管理鳥獣捕獲事業", _crow))
    },
    truth(take(_deer, 0, 1, 2), year=9, name="鳥獣被害防止対策事業", must="asked"),
)  # fmt: skip

# 16 警察学校: 節 in the left margin merged, notes below ------------------------------------------------------------------------------------------------------------------------------------------
_cadet: _Rows = [
    ["報償費", "部外講師謝金", 480, 480],
    ["旅費", "実務研修旅費", 3650, 3400],
    ["需用費", "教材", 1280, 1190],
    [_, "射撃場標的", 610, 610],
    [_, "食堂燃料", 2240, 2050],
    ["備品購入費", "柔道畳", 1870, 0],
]
excel(
    "b23_16_notes_below",
    [
        ["Ｒ８　警察学校運営費", _, _, _],
        ["節", "細目", "Ｒ８要求額", "Ｒ７予算額"],
        *_cadet,
        plus("計", _cadet, 2, 3),
        [_],
        ["注１　単位は千円。"],
        ["注２　入校予定者　初任科８０人、初任補修科７５人。"],
        ["注３　柔道畳（８０枚）は平成１５年度に購入したもの。"],
    ],
    truth(take(_cadet, 1, 2, 3), year=8, name="警察学校運営費"),
    merges="A5:A7",
    formats="C3:D9=#,##0",
)  # fmt: skip

# 17 河川課: two digits of the printed total are transposed -----------------------------------------------------------------------------------------------------------------------------------------------------------------
excel(
    "b23_17_wrong_total",
    [
        ["令和９年度　ダム管理費　要求内訳", _, _, "単位：千円"],
        ["区分", "R9要求額", "R8当初額", "備考"],
        ["ダム管理設備点検", 28600, 27500, _],
        ["流木処理", 6500, 6000, _],
        ["通信回線", 2280, 2280, _],
        ["非常用発電機更新", 34100, 0, "R9のみ"],
        ["堆砂測量", 4950, 4840, _],
        ["計", 76340, 40620, _],
    ],
    truth((("ダム管理設備点検", 28600, 27500), ("流木処理", 6500, 6000), ("通信回線", 2280, 2280), ("非常用発電機更新", 34100, 0), ("堆砂測量", 4950, 4840)), year=9, name="ダム管理費", must="finding"),
    formats="B3:C8=#,##0",
)  # fmt: skip
assert 28600 + 6500 + 2280 + 34100 + 4950 == 76430
assert 27500 + 6000 + 2280 + 4840 == 40620

# 18 公文書館: blank rows between lines, the years without their era -----------------------------------------------------------------------------------------------------------------------------------
_archive: _Rows = [
    ["文書燻蒸委託", 880, 858],
    ["マイクロフィルム電子化", 3300, 3300],
    ["展示パネル", 220, 180],
    ["書庫空調保守", 594, 594],
]
excel(
    "b23_18_blank_rows",
    [
        ["公文書館運営費", _, _, _],
        ["８年度当初予算要求（単位千円）", _, _, _],
        [_],
        ["内　　訳", "８年度", "７年度", "差"],
        *[line for r in delta(_archive, 1, 2, 3) for line in (r, [_])],
        *delta([plus("合　　計", _archive, 1, 2)], 1, 2, 3),
    ],
    truth(take(_archive, 0, 1, 2), year=8, name="公文書館運営費"),
    formats="B5:D13=#,##0",
)  # fmt: skip

# 19 水産試験場: things to buy for a ship, formulas unsaved, 千円 ---------------------------------------------------------------------------------------------------------------------------------------
_ship: _Rows = [
    ["Ａ重油", "kL", 180, 110, 18700],
    ["潤滑油", "L", 2000, 1, 1900],
    ["ドック入渠", "回", 1, 23100, 21450],
    ["救命設備検査", "式", 1, 1650, 1650],
]
excel(
    "b23_19_ship",
    [
        ["漁業調査船運航費　令和９年度要求額積算", _, _, _, _, _],
        ["品目等", "単位", "数量", "単価（千円）", "要求額（千円）", "前年度当初（千円）"],
        *[[*r[:4], f"=C{at}*D{at}", r[4]] for at, r in enumerate(_ship, start=3)],
        ["計", _, _, _, "=SUM(E3:E6)", "=SUM(F3:F6)"],
    ],
    truth(tuple((str(r[0]), r[2] * r[3], r[4]) for r in _ship), year=9, name="漁業調査船運航費"),
    formats="C3:F7=#,##0",
)  # fmt: skip

# 20 こども家庭課: ranges instead of amounts --------------------------------------------------------------------------------------------------------------------------------------------------------------
excel(
    "b23_20_ranges",
    [
        ["ひとり親家庭等自立支援事業　令和９年度要求（単位：千円）"],
        ["項目", "要求額", "前年度"],
        ["就業支援講習", 2640, 2640],
        ["高等職業訓練給付金", "18,000～24,000", 19200],
        ["学習支援", 5500, 5200],
        ["計", _, 27040],
    ],
    Truth((("就業支援講習", 2640, 2640), ("高等職業訓練給付金", None, 19200), ("学習支援", 5500, 5200)), 8140, 27040, year=9, name="ひとり親家庭等自立支援事業", must="asked"),
)  # fmt: skip

# 21 職員課: 給与費 by sort ---------------------------------------------------------------------------------------------------------------------------------------------------------------------------------
_pay: _Rows = [
    ["給料", 42, 168500, 165200],
    ["地域手当", _, 5055, 4956],
    ["扶養手当", 18, 4860, 5100],
    ["通勤手当", 39, 3740, 3700],
    ["期末勤勉手当", 42, 68900, 66000],
    ["共済費", 42, 51200, 50300],
]
excel(
    "b23_21_pay",
    [
        ["農林総合事務所　職員給与費（令和９年度見込）", _, _, _, _],
        ["", "人数", "R9要求額", "R8当初額", "増減"],
        *delta(_pay, 2, 3, 4),
        *delta([plus("合計", _pay, 2, 3)], 2, 3, 4),
        ["（千円）"],
    ],
    truth(take(_pay, 0, 2, 3), year=9),
    formats="C3:E9=#,##0",
)  # fmt: skip

# 22 県立美術館: last year's budget after its supplements and its first budget ------------------------------------------------------------------------------------------------------------------------------
_art: _Rows = [
    ["作品収集", 30000, 30000, 30000],
    ["保存修復", 4400, 3850, 4950],
    ["教育普及", 2860, 2750, 2750],
    ["友の会支援", 300, 300, 300],
    ["警備・監視", 38500, 37400, 37950],
]
excel(
    "b23_22_first_and_present_budget",
    [
        ["美術館事業費（令和８年度要求）"],
        [_, _, _, _, _, "千円"],
        ["区分", "令和８年度", "令和７年度", _, "増減", _],
        [_, "要求額 a", "当初 b", "現計 c", "a-b", "a-c"],
        *[[*r, r[1] - r[2], r[1] - r[3]] for r in _art],
        [*plus("計", _art, 1, 2, 3), _of(_art, 1) - _of(_art, 2), _of(_art, 1) - _of(_art, 3)],
    ],
    truth(take(_art, 0, 1, 2), year=8, name="美術館事業費"),
    merges="A3:A4 C3:D3 E3:F3",
    formats="B5:F10=#,##0",
)  # fmt: skip

# 23 土木事務所: two lists side by side, one of them the telephone numbers ---------------------------------------------------------------------------------------------------------------------------------------
_snow: _Rows = [
    ["除雪業務委託", 186000, 180000],
    ["凍結防止剤", 24600, 23800],
    ["除雪機械修繕", 15400, 14900],
    ["消雪施設電気料", 8300, 8100],
]
_snow_offices: _Rows = [["東部", 4211], ["中部", 5320], ["西部", 6118], [_, _]]
excel(
    "b23_23_contacts_beside",
    [
        ["令和９年度　道路除雪費　要求額", _, _, "単位：千円", _, "担当連絡先", _],
        ["内容", "要求額", "前年度当初", "増減", _, "事務所", "内線"],
        *[[*r, _, *side] for r, side in zip(delta(_snow, 1, 2, 3), _snow_offices, strict=True)],
        [*delta([plus("計", _snow, 1, 2)], 1, 2, 3)[0], _, _, _],
    ],
    truth(take(_snow, 0, 1, 2), year=9, name="道路除雪費"),
    formats="B3:D7=#,##0",
)  # fmt: skip

# 24 商工政策課: of which rows under each line and a row of 一般財源 --------------------------------------------------------------------------------------------------------------------------------------------------
excel(
    "b23_24_general_funds_below",
    [
        ["中小企業経営革新支援費　令和８年度要求", _, _, "(千円)"],
        ["事業", "要求額", "前年度", "説明"],
        ["経営革新計画審査", 420, 420, "年6回"],
        ["専門家派遣", 9900, 9350, "180回"],
        ["（うち事業承継分）", 3300, 2750, "60回"],
        ["設備投資補助", 60000, 50000, "20社"],
        ["（うち継続分）", 15000, 20000, "5社"],
        ["合　計", 70320, 59770, _],
        ["国庫支出金", 30000, 25000, _],
        ["一般財源", 40320, 34770, _],
    ],
    truth((("経営革新計画審査", 420, 420), ("専門家派遣", 9900, 9350), ("設備投資補助", 60000, 50000)), year=8, name="中小企業経営革新支援費"),
    formats="B3:C10=#,##0",
)  # fmt: skip
assert (420 + 9900 + 60000, 420 + 9350 + 50000) == (70320, 59770)

# 25 環境立県推進課: solar panels, tabs of other figures behind the request -----------------------------------------------------------------------------------------------------------------------------------------
_sun: _Rows = [
    ["家庭用太陽光補助", 21000, 24000],
    ["蓄電池補助", 30000, 22500],
    ["省エネ診断", 1980, 1980],
    ["環境フォーラム", 1100, 900],
]
excel(
    "b23_25_detail_then_memo",
    {
        "内訳": [["脱炭素社会推進事業（R9当初要求）", _, "単位：千円"], ["区分", "R9要求額", "R8当初額"], *_sun, plus("計", _sun, 1, 2)],
        "件数推移": [["補助件数の推移", _, _], ["年度", "太陽光", "蓄電池"], ["R6", 240, 150], ["R7", 250, 190], ["R8見込", 235, 230]],
        "単価": [["補助単価（千円）"], ["太陽光", 100], ["蓄電池", 150]],
    },
    truth(take(_sun, 0, 1, 2), year=9, name="脱炭素社会推進事業"),
)  # fmt: skip

# ---- CSV and TSV -------------------------------------------------------------------------------------------------------------
# 26 財政システム: CSV with 要求額 and its 一般財源 ---------------------------------------------------------------------------------
_export = [
    ("報酬", "森林審議会委員", 110, 110, 105),
    ("旅費", "委員費用弁償", 48, 48, 45),
    ("委託料", "航空レーザ解析", 29700, 14850, 27500),
    ("委託料", "森林簿システム保守", 2640, 2640, 2640),
    ("負担金補助及び交付金", "森林計画協議会", 35, 35, 35),
]
text(
    "b23_26_export_general_funds", ".csv",
    _csv([
        ["年度", "所属", "事業名", "節", "内容", "要求額(千円)", "うち一般財源(千円)", "前年度当初予算額(千円)"],
        *[["R9", "森林づくり推進課", "地域森林計画費", *row] for row in _export],
    ], comma=False),
    truth(tuple((r[1], r[2], r[4]) for r in _export), year=9, name="地域森林計画費"),
    "cp932",
)  # fmt: skip

# 27 CSV with ▲ and amounts with 円 -----------------------------------------------------------------------------------------------------
_nurse: _Rows = [
    ["看護学生修学資金", 24000000, 26400000],
    ["再就業研修", 1760000, 1650000],
    ["ナースセンター運営", 18500000, 18200000],
]
text(
    "b23_27_csv_yen_words", ".csv",
    _csv(_even([
        ["医療政策課　看護職員確保対策事業　Ｒ８要求"],
        [],
        ["項目", "Ｒ８要求額", "Ｒ７当初額", "差"],
        *[[r[0], f"{r[1]:,}円", f"{r[2]:,}円", f"{r[1] - r[2]:,}円".replace("-", "▲")] for r in [*_nurse, plus("計", _nurse, 1, 2)]],
    ], 4)),
    truth(take(_nurse, 0, 1, 2, 1000), year=8, name="看護職員確保対策事業"),
)  # fmt: skip

# 28 TSV of a merged table: 節 only in the first row ----------------------------------------------------------------------------------------
_gym: _Rows = [
    ["需用費", "競技用具", 1450, 1400],
    ["", "トロフィー", 210, 200],
    ["役務費", "スポーツ保険", 330, 330],
    ["使用料及び賃借料", "体育館使用料", 960, 900],
    ["", "バス借上", 1540, 1430],
]
text(
    "b23_28_tsv_merged", ".tsv",
    _lines("\t", _even([
        ["県民スポーツ祭開催費"], ["令和９年度要求額", "", "", "（千円）"],
        ["節", "内容", "R9", "R8"], *_gym, ["計", "", _of(_gym, 2), _of(_gym, 3)],
    ], 4), "\r\n") + "\r\n",
    truth(take(_gym, 1, 2, 3), year=9, name="県民スポーツ祭開催費"),
)  # fmt: skip

# 29 semicolons ---------------------------------------------------------------------------------------------------------------------------------
_toll: _Rows = [["観測井点検", 715, 693], ["地盤沈下測量", 4180, 4180], ["地下水位解析", 990, 880]]
text(
    "b23_29_semicolons", ".csv",
    _lines(";", [["地下水保全対策費 令和8年度要求 (千円)", "", ""], ["内容", "要求額", "前年度"], *[[r[0], str(r[1]), str(r[2])] for r in _toll], ["計", str(_of(_toll, 1)), str(_of(_toll, 2))]]) + "\n",
    truth(take(_toll, 0, 1, 2), year=8, name="地下水保全対策費"),
)  # fmt: skip

# 30 which column is this year's? two unnamed columns without sums ----------------------------------------------------------------------------------
text(
    "b23_30_tsv_unnamed_columns", ".tsv",
    "項目\t金額\t金額\n草刈\t310\t295\n薬剤散布\t120\t140\n看板設置\t85\t90\n",
    truth((("草刈", 310, 295), ("薬剤散布", 120, 140), ("看板設置", 85, 90)), year=9, must="asked"),
)  # fmt: skip

# ---- pages -------------------------------------------------------------------------------------------------------------------------------------------
# 31 mail, table of tabs, thread quoted below ------------------------------------------------------------------------------------------------------------
_hall: _Rows = [
    ["舞台設備保守", 9350, 9130],
    ["ピアノ調律", 528, 495],
    ["自主事業", 14000, 13500],
    ["駐車場整理", 1210, 1210],
]
text(
    "b23_31_mail_with_quote", ".txt",
    "件名: Re: 【照会】令和９年度当初予算要求について\n\n財政課　岡田様\n\n県民文化会館の所要額を回答します（単位：千円）。\n\n"
    + _lines("\t", [["内訳", "令和９年度要求", "令和８年度当初"], *_hall, plus("計", _hall, 1, 2)])
    + "\n\n文化政策課　谷口（内線 7125）\n\n> 各課予算担当者様\n> 令和９年度当初予算の要求見込額を10月9日（金）17時までに回答願います。\n> なお、令和８年度当初予算額を併記してください。\n",
    truth(take(_hall, 0, 1, 2), year=9),
)  # fmt: skip

# 32 (1), (2) headed lines with the amounts after them ---------------------------------------------------------------------------------------------------------
text(
    "b23_32_numbered_lines", ".txt",
    "令和８年度当初予算要求　犯罪被害者等支援事業\n（くらしの安心推進課）\n\n１　要求額　6,930千円（前年度予算額　6,415千円）\n\n２　事業内容及び所要経費\n"
    "（１）被害者支援センター補助　4,200千円（前年度　4,000千円）\n　　　相談員２名分の人件費等を補助する。\n"
    "（２）見舞金給付　1,500千円（前年度　1,200千円）\n　　　遺族300千円×3件、重傷病100千円×6件\n"
    "（３）性暴力被害者支援　980千円（前年度　980千円）\n"
    "（４）県民講演会　250千円（前年度　235千円）\n　　　講師謝金100千円、会場使用料90千円、チラシ60千円\n",
    truth((("被害者支援センター補助", 4200, 4000), ("見舞金給付", 1500, 1200), ("性暴力被害者支援", 980, 980), ("県民講演会", 250, 235)), year=8, name="犯罪被害者等支援事業"),
)  # fmt: skip
assert (4200 + 1500 + 980 + 250, 4000 + 1200 + 980 + 235) == (6930, 6415)

# 33 printed report of fixed width ---------------------------------------------------------------------------------------------------------------------------------


def _wide(word: str, width: int) -> str:
    return word + "　" * (width - len(word))


_print: _Rows = [
    ["消耗品費", 642, 610],
    ["燃料費", 1180, 1090],
    ["光熱水費", 9870, 9400],
    ["通信運搬費", 365, 365],
    ["清掃委託料", 3960, 3850],
    ["機械警備委託料", 462, 462],
]
text(
    "b23_33_printed_report", ".txt",
    "予算要求額一覧表　　　　　　　　　　　　　　　　　　　　令和９年１０月２０日　　頁　1\n"
    "令和１０年度　当初　　所属：産業技術研究所　　事業：研究所管理運営費　　　（単位：千円）\n"
    + "=" * 64 + "\n" + _wide("細節", 12) + "    要求額    前年度      増減\n" + "-" * 64 + "\n"
    + "".join(f"{_wide(str(r[0]), 12)}{r[1]:>10,}{r[2]:>10,}{r[1] - r[2]:>10,}\n" for r in _print)
    + "-" * 64 + "\n" + f"{_wide('＊＊　合計　＊＊', 12)}{_of(_print, 1):>10,}{_of(_print, 2):>10,}{_of(_print, 1) - _of(_print, 2):>10,}\n",
    truth(take(_print, 0, 1, 2), year=10, name="研究所管理運営費"),
    "cp932",
)  # fmt: skip

# 34 an arrow from last year's to this year's amount ----------------------------------------------------------------------------------------------------------------
text(
    "b23_34_arrows", ".txt",
    "R9当初要求　農福連携推進事業（R8当初→R9要求、単位：千円）\n"
    "・コーディネーター設置　5,200→5,400\n・農家と事業所のマッチング会　360→480\n・施設整備補助　8,000→6,000\n・マルシェ開催　1,150→1,300\n・計　14,710→13,180\n",
    truth((("コーディネーター設置", 5400, 5200), ("農家と事業所のマッチング会", 480, 360), ("施設整備補助", 6000, 8000), ("マルシェ開催", 1300, 1150)), year=9, name="農福連携推進事業"),
)  # fmt: skip
assert (5200 + 360 + 8000 + 1150, 5400 + 480 + 6000 + 1300) == (14710, 13180)

# 35 chat: no unit, two figures for each -------------------------------------------------------------------------------------------------------------------------------
text(
    "b23_35_chat_figures", ".txt",
    "来年のやつ、とりあえずこんな感じです\n\n電話\t24\t25\nコピー\t61\t58\n車\t33\t36\n\nあとで直します。\n",
    truth((("電話", 24, 25), ("コピー", 61, 58), ("車", 33, 36)), year=9, must="asked"),
)  # fmt: skip

# ---- HTML ---------------------------------------------------------------------------------------------------------------------------------------------------------------
# 36 three tables, one of them the request ------------------------------------------------------------------------------------------------------------------------------
_wolf: _Rows = [
    ["希少種調査", 3850, 3520],
    ["外来種防除", 2420, 2750],
    ["自然保護監視員", 4320, 4320],
    ["自然公園案内板", 1650, 0],
]
text(
    "b23_36_page_of_tables", ".html",
    _page("自然共生課", "<h1>生物多様性保全事業</h1>" + _table([["項目", "内容"], ["年度", "令和９年度当初"], ["担当", "自然共生課　保護担当"], ["期間", "R7～R11"]], 1)
          + "<h3>所要経費（千円）</h3>" + _table([["経費", "要求額", "前年度当初", "備考"], *[[*r, _] for r in _wolf], plus("合計", _wolf, 1, 2, width=4)])
          + "<h3>成果指標</h3>" + _table([["指標", "R7実績", "R8見込", "R9目標"], ["外来種捕獲数（頭）", 412, 430, 450], ["調査地点数", 18, 18, 20]])),
    truth(take(_wolf, 0, 1, 2), year=9, name="生物多様性保全事業"),
)  # fmt: skip

# 37 Excel's HTML in Shift_JIS -----------------------------------------------------------------------------------------------------------------------
_clerk: _Rows = [
    ["戸籍システム負担金", 5060, 4950],
    ["旅券窓口委託", 17600, 16940],
    ["収入証紙売りさばき手数料", 780, 910],
]
text(
    "b23_37_excel_html", ".html",
    "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta http-equiv=Content-Type content=\"text/html; charset=shift_jis\"></head><body>"
    "<table border=0 cellpadding=0 cellspacing=0 style='border-collapse:collapse'>"
    "<tr><td colspan=3 class=xl70>令和８年度　総務費（県民窓口費）要求内訳　　単位：千円</td></tr>"
    "<tr><td class=xl71>区　分</td><td class=xl71>令和８年度<br>要求額</td><td class=xl71>令和７年度<br>当初予算額</td></tr>"
    + "".join(f"<tr><td class=xl72>{r[0]}</td><td class=xl73 align=right>{r[1]:,}</td><td class=xl73 align=right>{r[2]:,}</td></tr>" for r in [*_clerk, plus("計", _clerk, 1, 2)])
    + "</table></body></html>",
    truth(take(_clerk, 0, 1, 2), year=8),
    "cp932",
)  # fmt: skip

# 38 thead, tbody, tfoot and &nbsp; ------------------------------------------------------------------------------------------------------------------------------------------
_match: _Rows = [
    ["結婚支援センター運営", 21450, 20900],
    ["出会いイベント補助", 3000, 3600],
    ["若者ライフデザイン講座", 880, 660],
]
text(
    "b23_38_table_foot", ".html",
    _page("要求内訳", "<table><caption>結婚応援事業　令和９年度要求（単位：千円）</caption><thead><tr><th>事業内容</th><th>前年度当初</th><th>要求額</th><th>増減</th></tr></thead><tfoot>"
           f"<tr><td>合計</td><td>{_of(_match, 2):,}</td><td>{_of(_match, 1):,}</td><td>{_of(_match, 1) - _of(_match, 2):,}</td></tr></tfoot><tbody>"
          + "".join(f"<tr><td>{r[0]}&nbsp;</td><td>{r[2]:,}</td><td>{r[1]:,}</td><td>{r[1] - r[2]:,}</td></tr>" for r in _match).replace(">-", ">▲") + "</tbody></table>"),
    truth(take(_match, 0, 1, 2), year=9, name="結婚応援事業"),
)  # fmt: skip

# 39 mail as HTML from Outlook, 円 ---------------------------------------------------------------------------------------------------------------------------------------------
_labor: _Rows = [
    ["委員報酬", 8640000, 8640000],
    ["調停旅費", 520000, 560000],
    ["判例集追録", 198000, 187000],
    ["速記委託", 330000, 330000],
]
text(
    "b23_39_outlook_mail", ".html",
    "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"></head><body><p>財政課御中</p><p>労働委員会事務局です。R9要求額の内訳をお送りします。</p><p>労働委員会費（金額は円）</p>"
    + _table([["節・内容", "R9要求", "R8当初"], *_labor, plus("計", _labor, 1, 2)], attributes="border=1 class=MsoNormalTable")
    + "<p>--<br>労働委員会事務局　総務担当</p></body></html>",
    truth(take(_labor, 0, 1, 2, 1000), year=9, name="労働委員会費"),
)  # fmt: skip

# 40 page: plans 松 and 竹 -----------------------------------------------------------------------------------------------------------------------------------------------------------------
_plans: _Rows = [["ブース装飾", 3300, 2200, 2750], ["試食提供", 900, 600, 800], ["出展料", 1650, 1650, 1600]]
text(
    "b23_40_plans", ".html",
    _page("販路拡大", "<h2>首都圏食の商談会出展事業　令和９年度要求</h2><p>単位：千円　※松・竹のいずれとするかは課内で検討中</p>"
          + _table([["内容", "松", "竹", "R8当初"], *_plans, plus("計", _plans, 1, 2, 3)])),
    truth(take(_plans, 0, 1, 3), year=9, name="首都圏食の商談会出展事業", must="asked"),
)  # fmt: skip

BATCH: Final[list[Fresh]] = FRESH[_BEFORE:]
del FRESH[_BEFORE:]
assert len(BATCH) == 40
