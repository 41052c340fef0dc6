"""Batch 17: forty ordinary tables as an average clerk sends them in October, written without sight of the reader."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from openpyxl import load_workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.templates.readers.fresh.rows import delta, plus, take, truth
from tests.templates.readers.fresh_tables import FRESH, Fresh, excel, text

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


def _value(sheet: Worksheet, place: str) -> int:
    """The value of a cell, formulas worked out (sums, products, sums and differences of cells)."""
    value = sheet[place].value
    if value is None:
        return 0
    if not (isinstance(value, str) and value.startswith("=")):
        assert isinstance(value, int), (place, value)
        return value

    def of_sum(found: re.Match[str]) -> str:
        total = 0
        for part in found[1].split(","):
            if ":" in part:
                total += sum(
                    _value(sheet, cell.coordinate)
                    for row in sheet[part]
                    for cell in row
                    if not isinstance(cell.value, str) or cell.value.startswith("=")
                )
            else:
                total += _value(sheet, part)
        return str(total)

    body = re.sub(r"SUM\(([^)]*)\)", of_sum, value[1:])
    body = re.sub(r"[A-Z]+[0-9]+", lambda found: f"({_value(sheet, found[0])})", body)
    assert re.fullmatch(r"[0-9+\-*() ]+", body), body
    return int(eval(body))  # noqa: S307


def _stored() -> None:
    """Puts in the values that Excel would have stored for the formulas of the first tab."""
    last = FRESH.pop()

    def write(path: Path) -> None:
        last.write(path)
        first = load_workbook(path).worksheets[0]
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        sheet = parts["xl/worksheets/sheet1.xml"].decode()
        for row in first.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    sheet, found = re.subn(
                        rf'(<c r="{cell.coordinate}"[^>]*><f>[^<]*</f>)(<v\s*/>|<v></v>)',
                        rf"\g<1><v>{_value(first, cell.coordinate)}</v>",
                        sheet,
                    )
                    assert found == 1, (last.name, cell.coordinate)
        parts["xl/worksheets/sheet1.xml"] = sheet.encode()
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)

    FRESH.append(Fresh(last.name, last.ending, write, last.truth))


def _ruled(first: int, last: int, columns: int) -> Callable[[Workbook], None]:
    """Thin lines about the table and a grey heading, as most sections draw them."""
    thin = Side(style="thin")

    def change(book: Workbook) -> None:
        sheet = book.worksheets[0]
        for row in sheet.iter_rows(min_row=first, max_row=last, max_col=columns):
            for cell in row:
                cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
                if cell.row == first:
                    cell.fill = PatternFill("solid", fgColor="D9D9D9")
                    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet["A1"].font = Font(bold=True, size=14)

    return change


def _lines(separator: str, rows: Sequence[Sequence[object]], commas: bool = True) -> str:
    """Rows as text."""

    def cell(value: object) -> str:
        if value is None:
            return ""
        return f"{value:,}" if commas and isinstance(value, int) else str(value)

    return "\n".join(separator.join(cell(value) for value in row) for row in rows) + "\n"


def _csv(rows: Sequence[Sequence[object]], commas: bool = True) -> str:
    """Rows as a CSV of Excel: quotes only where a comma or a line break is."""

    def cell(value: object) -> str:
        if value is None:
            return ""
        found = f"{value:,}" if commas and isinstance(value, int) else str(value)
        return f'"{found}"' if "," in found or "\n" in found else found

    return "\r\n".join(",".join(cell(value) for value in row) for row in rows) + "\r\n"


def _html(title: str, body: str, charset: str = "utf-8") -> str:
    """A small page."""
    return (
        f'<!DOCTYPE html>\n<html lang="ja">\n<head><meta charset="{charset}"><title>{title}</title></head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def _tr(row: Sequence[object], tag: str = "td") -> str:
    """A row of a table of HTML."""
    found = ""
    for value in row:
        number = isinstance(value, int)
        written = f"{value:,}" if number else ("" if value is None else str(value))
        found += f"<{tag}{' align=right' if number else ''}>{written}</{tag}>"
    return f"<tr>{found}</tr>\n"


# 01 福祉: the plainest table, 千円, 増減 with ▲ -----------------------------------------------------------------
_rows = delta(
    [
        ["民生委員活動費負担金", 48200, 47600, "1,205人"],
        ["研修委託料", 3150, 3150, "県社協へ委託"],
        ["一斉改選事務費", 0, 2480, "R7で終了"],
        ["推薦会委員報酬", 96, 144, _],
        ["普通旅費", 210, 205, _],
    ],
    1, 2, 3,
)  # fmt: skip


def _differences(book: Workbook) -> None:
    for cells in book.worksheets[0]["D4:D9"]:
        for cell in cells:
            cell.number_format = "#,##0;▲#,##0"


excel(
    "b17_01_welfare_plain",
    [
        ["令和８年度当初予算要求　民生児童委員関係経費"],
        ["福祉保健課", _, _, _, "（単位：千円）"],
        ["区分", "令和８年度要求額", "令和７年度当初", "増減", "備考"],
        *_rows,
        plus("合　　計", _rows, 1, 2, 3, width=5),
    ],
    truth(take(_rows, 0, 1, 2), year=8),
    merges="A1:E1",
    formats="B4:C9=#,##0",
)  # fmt: skip
_then(_differences)
_then(_ruled(3, 9, 5))

# 02 商工: 積算内訳 by 節, 円, formulas with stored values ---------------------------------------------------------
excel(
    "b17_02_shopping_street",
    [
        ["商店街にぎわい創出事業　積算内訳", _, _, _, _, "R8当初"],
        ["商工政策課　商業担当（内線7212）", _, _, _, _, "単位：円"],
        ["節", "内容", "単価", "数量", "要求額", "前年度予算額"],
        ["報償費", "アドバイザー謝金", 30000, 24, "=C4*D4", 660000],
        [_, "審査会委員謝金", 12000, 10, "=C5*D5", 120000],
        ["旅費", "委員費用弁償", 4500, 10, "=C6*D6", 45000],
        [_, "職員旅費", 2500, 30, "=C7*D7", 70000],
        ["需用費", "消耗品", _, _, 88000, 85000],
        ["役務費", "郵送料", 110, 800, "=C9*D9", 80000],
        ["負担金、補助及び交付金", "商店街補助金", 1500000, 6, "=C10*D10", 7500000],
        ["合　計", _, _, _, "=SUM(E4:E10)", "=SUM(F4:F10)"],
    ],
    truth(
        (
            ("アドバイザー謝金", 720, 660), ("審査会委員謝金", 120, 120), ("委員費用弁償", 45, 45),
            ("職員旅費", 75, 70), ("消耗品", 88, 85), ("郵送料", 88, 80), ("商店街補助金", 9000, 7500),
        ),
        year=8, name="商店街にぎわい創出事業",
    ),
    merges="A4:A5 A6:A7 A11:D11",
    formats="C4:F11=#,##0",
)  # fmt: skip
_stored()

# 03 環境: 細事業 with 財源内訳 beside under a two-row heading -----------------------------------------------------
_rows = [
    ["食品ロス削減推進", 4320, 3980, 2160, 0, 2160, "フードドライブほか"],
    ["プラごみゼロ運動", 6750, 7200, 3000, 500, 3250, "その他：環境保全基金"],
    ["海ごみ回収補助", 18400, 16900, 12800, 0, 5600, "国 7/10相当"],
    ["環境教育副読本", 2210, 2150, 0, 0, 2210, "小５全員"],
]
excel(
    "b17_03_environment_sources",
    [
        ["細事業別予算要求一覧"],
        ["令和８年度", _, _, _, "循環型社会推進課", _, "（単位：千円）"],
        ["細事業名", "要求額", "前年度\n予算額", "財源内訳", _, _, "摘要"],
        [_, _, _, "国庫支出金", "その他", "一般財源", _],
        *_rows,
        plus("計", _rows, 1, 2, 3, 4, 5, width=7),
    ],
    truth(take(_rows, 0, 1, 2), year=8),
    merges="A1:G1 A3:A4 B3:B4 C3:C4 D3:F3 G3:G4",
    formats="B5:F9=#,##0",
)  # fmt: skip
_then(_ruled(3, 9, 7))

# 04 土木: 項目 by rows, offices by columns, 計 --------------------------------------------------------------------
_rows = [
    ["舗装補修", 182000, 121000, 163000, 458000],
    ["除雪", 96000, 88000, 71000, 240000],
    ["道路清掃", 21000, 14500, 19800, 54900],
    ["街路樹管理", 33400, 17200, 28900, 78100],
    ["照明灯電気料", 41200, 26800, 37500, 109000],
]
_rows = [[*row[:4], int(row[1]) + int(row[2]) + int(row[3]), row[4]] for row in _rows]  # type: ignore[call-overload]
_rows = delta(_rows, 4, 5, 6)
excel(
    "b17_04_road_upkeep_offices",
    [
        ["R8　県管理道路維持修繕費　事務所別要求額"],
        ["道路企画課維持担当", _, _, _, _, _, "千円"],
        ["項　目", "Ｒ８要求額", _, _, _, "Ｒ７当初計", "差引"],
        [_, "東部", "中部", "西部", "計", _, _],
        *_rows,
        plus("合計", _rows, 1, 2, 3, 4, 5, 6),
    ],
    truth(take(_rows, 0, 4, 5), year=8),
    merges="A3:A4 B3:E3 F3:F4 G3:G4",
    formats="B5:G10=#,##0",
)  # fmt: skip

# 05 教育: schools, 円, formulas without stored values (LibreOffice → openpyxl export) -----------------------------
_schools = [
    ("東高等学校", 840, 785000), ("西高等学校", 720, 711000), ("工業高等学校", 560, 599000),
    ("商業高等学校", 480, 536000), ("養護学校", 130, 291000),
]  # fmt: skip
excel(
    "b17_05_school_library_books",
    [
        ["令和8年度　県立学校図書館図書購入費　学校別積算"],
        [_, _, _, _, _, "単位：円"],
        ["学校名", "生徒数(人)", "生徒割\n(@700円)", "学校割", "要求額", "前年度"],
        *(
            [name, pupils, f"=B{row}*700", 200000, f"=C{row}+D{row}", before]
            for row, (name, pupils, before) in enumerate(_schools, start=4)
        ),
        ["計", "=SUM(B4:B8)", "=SUM(C4:C8)", "=SUM(D4:D8)", "=SUM(E4:E8)", "=SUM(F4:F8)"],
    ],
    truth(
        tuple((name, (pupils * 700 + 200000) // 1000, before // 1000) for name, pupils, before in _schools),
        year=8,
    ),
    formats="B4:F9=#,##0",
)  # fmt: skip

# 06 福祉: 上段 this year, 下段（　） last year -------------------------------------------------------------------
_items = [
    ("工賃向上アドバイザー派遣", 2640, 2400, "22回×120千円"),
    ("農福連携推進員設置", 7860, 7620, "2名"),
    ("共同受注窓口運営費補助", 5400, 5400, "定額"),
    ("販売会開催", 980, 1050, "年3回"),
]
excel(
    "b17_06_two_storeys",
    [
        ["障がい者就労支援事業　要求内訳（令和８年度）"],
        ["※上段：令和８年度要求額　　下段（　）：令和７年度当初予算額", _, "（千円）"],
        ["内訳", "金額", "積算内容"],
        *(
            row
            for name, this, last, basis in _items
            for row in ([name, this, basis], [_, f"（{last:,}）", _])
        ),
        ["計", sum(item[1] for item in _items), _],
        [_, f"（{sum(item[2] for item in _items):,}）", _],
    ],
    truth(tuple(item[:3] for item in _items), year=8, name="障がい者就労支援事業"),
    merges="A4:A5 A6:A7 A8:A9 A10:A11 A12:A13 C4:C5 C6:C7 C8:C9 C10:C11 C12:C13 A2:B2",
    formats="B4:B13=#,##0",
)  # fmt: skip

# 07 商工: new 事業, 円, no last year ------------------------------------------------------------------------------
_rows = [
    ["見本市出展料", "1,200,000円×1小間", 1200000],
    ["装飾・輸送", "見積（別添）", 850000],
    ["渡航費補助", "150,000円×6社", 900000],
    ["通訳", "45,000円×4日×2人", 360000],
    ["事務費", "一式", 190000],
]
excel(
    "b17_07_new_project",
    [
        ["【新規】伝統工芸品海外販路開拓事業"],
        ["令和８年度要求　所要額積算"],
        ["項目", "積算", "金額（円）"],
        *_rows,
        plus("合計", _rows, 2),
    ],
    truth(take(_rows, 0, 2, scale=1000), previous=False, year=8, name="伝統工芸品海外販路開拓事業"),
    formats="C4:C9=#,##0",
)  # fmt: skip

# 08 環境: tabs 記入要領, R8要求, R7要求（参考）, メモ --------------------------------------------------------------
_rows = delta(
    [
        ["大気測定局保守", 14200, 13800, "6局"],
        ["測定機器更新", 8800, 9400, "NOx計2台"],
        ["水質分析委託", 11650, 11200, "42地点"],
        ["有害物質調査", 2300, 2300, _],
        ["分析用消耗品", 1480, 1420, _],
    ],
    1, 2, 3,
)  # fmt: skip
_old = delta(
    [
        ["大気測定局保守", 13800, 13500, "6局"],
        ["測定機器更新", 9400, 4700, _],
        ["水質分析委託", 11200, 11000, "42地点"],
        ["有害物質調査", 2300, 2200, _],
        ["分析用消耗品", 1420, 1400, _],
    ],
    1, 2, 3,
)  # fmt: skip
excel(
    "b17_08_tabs_guide_old_memo",
    {
        "記入要領": [
            ["記入要領"],
            ["１　「R8要求」シートに記入してください。"],
            ["２　単位は千円（千円未満切上げ）です。"],
            ["３　提出期限：10月17日（金）"],
        ],
        "R8要求": [
            ["令和8年度　環境監視事業　要求内訳", _, _, _, "千円"],
            ["内訳", "R8要求額", "R7当初", "増減", "備考"],
            *_rows,
            plus("計", _rows, 1, 2, 3),
        ],
        "R7要求（参考）": [
            ["令和7年度　環境監視事業　要求内訳", _, _, _, "千円"],
            ["内訳", "R7要求額", "R6当初", "増減", "備考"],
            *_old,
            plus("計", _old, 1, 2, 3),
        ],
        "メモ": [["9/29 財政課ヒア：機器更新は年2台まで"], ["分析委託の見積は10/8受領（11,650）"]],
    },
    truth(take(_rows, 0, 1, 2), year=8, name="環境監視事業"),
)  # fmt: skip

# 09 土木: 債務負担行為 below the table ----------------------------------------------------------------------------
_rows = [
    ["岸壁補修", 124000, 98000, "竹内地区"],
    ["航路浚渫", 86000, 90000, _],
    ["照明設備更新", 32500, 0, "新規"],
    ["測量設計", 14800, 21200, _],
]
excel(
    "b17_09_port_debt_burden",
    [
        ["令和８年度　港湾施設長寿命化事業"],
        ["１　事業費内訳", _, _, "（単位：千円）"],
        ["工種", "令和８年度要求額", "令和７年度当初", "備考"],
        *_rows,
        plus("計", _rows, 1, 2),
        [],
        ["２　債務負担行為", _, _, "（単位：千円）"],
        ["事項", "期間", "限度額", "うち令和９年度"],
        ["岸壁補修工事", "令和９年度～令和10年度", 210000, 120000],
    ],
    truth(take(_rows, 0, 1, 2), year=8, name="港湾施設長寿命化事業"),
    formats="B4:C8=#,##0;C12:D12=#,##0",
)  # fmt: skip

# 10 教育: 歳出予算要求明細書, 款項目, 節 numbers under a merged heading ----------------------------------------------
_rows = delta(
    [
        [1, "報酬", 28640, 27980, "会計年度任用職員 11人"],
        [3, "職員手当等", 6980, 6400, "期末・勤勉手当"],
        [4, "共済費", 5720, 5530, _],
        [8, "旅費", 1240, 1310, "費用弁償、普通旅費"],
        [10, "需用費", 41300, 39800, "図書消耗品、光熱水費"],
        [11, "役務費", 3860, 3790, "相互貸借郵送料ほか"],
        [12, "委託料", 52700, 48900, "清掃、警備、システム保守"],
        [13, "使用料及び賃借料", 9120, 9120, "データベース使用料"],
        [17, "備品購入費", 101000, 101000, "資料購入費"],
        [18, "負担金、補助及び交付金", 118, 118, "協会負担金"],
    ],
    2, 3, 4,
)  # fmt: skip
excel(
    "b17_10_library_nodes",
    [
        ["歳　出　予　算　要　求　明　細　書"],
        ["令和８年度当初", _, _, _, _, "単位：千円"],
        ["款", "10　教育費", "項", "06　社会教育費", "目", "03　図書館費"],
        ["事業名", "図書館運営費", _, _, "所属", "県立図書館"],
        ["節", _, "要求額", "前年度当初", "比較", "積　算　内　訳"],
        ["番号", "名　称", _, _, _, _],
        *_rows,
        plus("合　　　計", _rows, 2, 3, 4, width=6),
    ],
    truth(take(_rows, 1, 2, 3), year=8, name="図書館運営費"),
    merges="A1:F1 A5:B5 C5:C6 D5:D6 E5:E6 F5:F6 A17:B17",
    formats="C7:D17=#,##0;E7:E17=#,##0_ ",
)  # fmt: skip
_then(_ruled(5, 17, 6))

# 11 福祉: うち and 再掲 rows ---------------------------------------------------------------------------------------
_rows = [
    ["保育所等運営費負担金", 1284000, 1251000],
    ["病児保育事業補助", 38600, 36400],
    ["届出保育施設支援", 12800, 13200],
    ["保育士研修委託", 4250, 4100],
]
excel(
    "b17_11_nursery_of_which",
    [
        ["子育て支援課　R8当初要求（保育関係）", _, _, "千円"],
        ["項目", "R8要求", "R7当初", "備考"],
        [*_rows[0], "公定価格 2.6%増見込"],
        ["　うち処遇改善分", 96000, 91000],
        ["　うち障がい児保育加算", 24500, 22800],
        [*_rows[1], "補助率 1/3"],
        ["　（再掲）休日実施分", 1900, 1900],
        _rows[2],
        _rows[3],
        plus("合計", _rows, 1, 2),
    ],
    truth(take(_rows, 0, 1, 2), year=8),
    formats="B3:C10=#,##0",
)  # fmt: skip

# 12 商工: 預託金, 百万円 ------------------------------------------------------------------------------------------
_rows = delta(
    [
        ["経営安定資金", 12000, 4200, 4500],
        ["創業支援資金", 3000, 1050, 900],
        ["小規模事業者融資", 8000, 2800, 2800],
        ["省エネ設備資金", 1500, 520, 380],
    ],
    2, 3, 4,
)  # fmt: skip
excel(
    "b17_12_loans_millions",
    [
        ["制度融資預託金　令和８年度要求額"],
        ["企業支援課", _, _, _, "単位：百万円"],
        ["資金名", "新規融資枠", "要求額", "前年度", "増減"],
        *_rows,
        plus("計", _rows, 1, 2, 3, 4),
    ],
    truth(tuple((w, (a or 0) * 1000, (b or 0) * 1000) for w, a, b in take(_rows, 0, 2, 3)), year=8),
    formats="B4:E8=#,##0",
)  # fmt: skip

# 13 土木: a hidden row of 記入例, empty rows between groups --------------------------------------------------------
_rows = [
    ["砂防堰堤", "除石", "3箇所", 18600, 17400],
    [_, "管理用通路草刈", "24箇所", 4320, 4180],
    ["地すべり", "集水井点検", "12基", 3960, 3960],
    [_, "横ボーリング洗浄", "5箇所", 7250, 6100],
    ["急傾斜", "擁壁補修", "4箇所", 11400, 12800],
]
excel(
    "b17_13_hidden_example_row",
    [
        ["令和８年度当初予算　砂防施設維持管理費　積算書"],
        [_, _, _, _, "（単位：千円）"],
        ["種別", "内容", "数量", "R8要求額", "R7当初額"],
        ["（記入例）○○", "△△修繕", "2箇所", 500, 400],
        *_rows[:2],
        [],
        *_rows[2:4],
        [],
        *_rows[4:],
        [],
        plus("合計", _rows, 3, 4),
    ],
    truth(take(_rows, 1, 3, 4), year=8),
    merges="A5:A6 A8:A9",
    formats="D4:E13=#,##0",
)  # fmt: skip


def _hide_example(book: Workbook) -> None:
    book.worksheets[0].row_dimensions[4].hidden = True
    book.worksheets[0].print_area = "A1:E13"


_then(_hide_example)

# 14 教育: months of the year, 千円 ---------------------------------------------------------------------------------
_months = [
    ["ICT支援員派遣委託", *[1850] * 12, 21600],
    ["端末修理", 300, 300, 300, 350, 150, 350, 350, 350, 250, 350, 300, 250, 3900],
    ["フィルタリング利用料", 5280, *[0] * 11, 5280],
    ["研修会開催", 0, 0, 90, 0, 180, 0, 0, 90, 0, 0, 90, 0, 450],
]
_rows = [[*row[:13], sum(row[1:13]), row[13]] for row in _months]  # type: ignore[arg-type]
excel(
    "b17_14_months_ict",
    [
        ["令和8年度　学校ICT活用推進事業　月別所要額", *[_] * 12, "（千円）"],
        ["細目", *[f"{month}月" for month in (4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3)], "R8要求計", "R7当初"],
        *_rows,
        plus("計", _rows, *range(1, 15)),
    ],
    truth(take(_rows, 0, 13, 14), year=8, name="学校ICT活用推進事業"),
    formats="B3:O7=#,##0",
)  # fmt: skip

# 15 環境: the unit only in the number format ----------------------------------------------------------------------
_rows = [
    ["登山道補修", 9600, 8200, "大山夏山登山道ほか"],
    ["公園施設清掃", 5340, 5200, "委託"],
    ["案内標識更新", 2750, 3100, "11基"],
    ["自然観察会", 460, 460, "年8回"],
    ["巡視員報酬", 1920, 1880, "4人"],
]
excel(
    "b17_15_unit_in_format",
    [
        ["自然公園等管理費", _, "令和８年度当初予算要求"],
        ["区分", "R8要求", "R7予算", "内容"],
        *_rows,
        plus("計", _rows, 1, 2),
    ],
    truth(take(_rows, 0, 1, 2), year=8),
    formats='B3:C8=#,##0"千円"',
)  # fmt: skip

# 16 福祉: two printed pages, title and heading repeated ------------------------------------------------------------
_rows = [
    [1, "ひまわり荘", "屋根防水", 12400, 0],
    [2, "やまなみ園", "空調更新", 28600, 15000],
    [3, "しおさい寮", "スプリンクラー", 9800, 9800],
    [4, "みどりの家", "浴室改修", 6450, 0],
    [5, "あおぞら学園", "非常用発電機", 14300, 0],
    [6, "さくら苑", "外壁改修", 21700, 18900],
    [7, "ふたば園", "厨房機器", 3980, 4120],
    [8, "若竹寮", "給湯設備", 5260, 7700],
]
_head = ["No.", "施設名", "整備内容", "R8要求額", "R7当初額"]
excel(
    "b17_16_page_breaks",
    [
        ["令和８年度　社会福祉施設整備費補助　施設別一覧", _, _, _, "1/2"],
        [_, _, _, _, "（単位：千円）"],
        _head,
        *_rows[:5],
        ["（次ページへ続く）"],
        ["令和８年度　社会福祉施設整備費補助　施設別一覧", _, _, _, "2/2"],
        [_, _, _, _, "（単位：千円）"],
        _head,
        *_rows[5:],
        plus("合計", _rows, 3, 4),
    ],
    truth(take(_rows, 1, 3, 4), year=8),
    formats="D4:E8=#,##0;D13:E16=#,##0",
)  # fmt: skip

# 17 商工・観光: a free sheet with an empty first column and memos beside -----------------------------------------------
_rows = [
    [_, "会場設営", 4200, 3900, _, "資材高騰。見積は10/20に届く予定"],
    [_, "ステージ出演料", 2600, 2600],
    [_, "警備・交通誘導", 1350, 1180, _, "人件費単価改定"],
    [_, "広告宣伝", 1800, 2000],
    [_, "シャトルバス", 760, 740],
]
excel(
    "b17_17_festival_memo",
    [
        [_, _, _, _, _, "R7.10.14 観光戦略課　作成"],
        [_, "秋の味覚フェスタ開催事業（R8）"],
        [_, _, _, "(千円)"],
        [_, "費目", "R8要求", "R7当初", _, "メモ"],
        *_rows,
        plus("合計", _rows, 2, 3, at=1),
        [_, _, _, _, _, "昨年査定：広告宣伝△200"],
    ],
    truth(take(_rows, 1, 2, 3), year=8, name="秋の味覚フェスタ開催事業"),
    formats="C5:D10=#,##0",
    comments=(("C7", "最低賃金改定後の単価で計算済み"),),
)  # fmt: skip

# 18 土木: 積算額 in 円, 要求額 in 千円 rounded up beside ----------------------------------------------------------------
_mowing = [
    ("国道181号", 12450, 38, 2, 930), ("国道183号", 18220, 38, 2, 1372), ("(主)日野溝口線", 9640, 41, 1, 384),
    ("(一)上徳山俣野江府線", 6115, 41, 1, 240),
]  # fmt: skip
_rows = [
    [name, area, price, times, area * price * times, -(-area * price * times // 1000), before]
    for name, area, price, times, before in _mowing
]
excel(
    "b17_18_yen_then_thousand",
    [
        ["令和７年度　道路除草委託　要求額積算（日野事務所）"],
        ["路線名", "面積(㎡)", "単価(円)", "回数", "積算額(円)", "要求額(千円)", "前年度(千円)"],
        *_rows,
        plus("計", _rows, 1, 4, 5, 6),
        ["※路線ごとに千円未満切上げ"],
    ],
    truth(take(_rows, 0, 5, 6), year=7),
    formats="B3:G7=#,##0",
)  # fmt: skip

# 19 福祉: four years' columns, R7当初 and R7現計 --------------------------------------------------------------------
_rows = [
    ["がん検診受診勧奨", 3880, 4100, 4100, 4350],
    ["検診車更新補助", 0, 15000, 22000, 0],
    ["精度管理委員会", 412, 450, 450, 450],
    ["普及啓発イベント", 1930, 2000, 1800, 2200],
    ["登録事業委託", 9750, 9900, 9900, 10400],
]
excel(
    "b17_19_cancer_four_years",
    [
        ["がん対策推進事業"],
        ["健康政策課", _, _, _, "単位：千円", _],
        ["内容", "R6決算", "R7当初", "R7現計(9補後)", "R8要求", "備考"],
        *_rows,
        plus("計", _rows, 1, 2, 3, 4),
    ],
    truth(take(_rows, 0, 4, 2), year=8, name="がん対策推進事業"),
    formats="B4:E9=#,##0",
)  # fmt: skip

# 20 教育: a three-row heading ---------------------------------------------------------------------------------------
_rows = [
    ["部活動指導員配置", 31200, 10400, 0, 20800, 28500, 27900],
    ["地域クラブ移行支援", 14600, 7300, 2000, 5300, 9800, 9100],
    ["大会派遣費補助", 22400, 0, 0, 22400, 23100, 22650],
    ["指導者研修", 1150, 0, 0, 1150, 1080, 1010],
]
_rows = [[*row, int(row[1]) - int(row[5])] for row in _rows]  # type: ignore[call-overload]
excel(
    "b17_20_three_row_heading",
    [
        ["体育保健課　令和８年度当初予算要求総括表", _, _, _, _, _, _, "(単位:千円)"],
        ["事業名", "令和８年度", _, _, _, "令和７年度", _, "増減\n(A-B)"],
        [_, "要求額\n(A)", "財源内訳", _, _, "当初予算額\n(B)", "決算見込額", _],
        [_, _, "国庫", "その他特財", "一般財源", _, _, _],
        *_rows,
        plus("計", _rows, 1, 2, 3, 4, 5, 6, 7),
    ],
    truth(take(_rows, 0, 1, 5), year=8),
    merges="A2:A4 B2:E2 F2:G2 H2:H4 B3:B4 C3:E3 F3:F4 G3:G4",
    formats="B5:H9=#,##0",
)  # fmt: skip

# 21 環境: １ (1) numbering, parents hold subtotals -------------------------------------------------------------------
_first = [["　(1) 講演会", 640, 600, "2回"], ["　(2) ポスター・チラシ", 380, 410, _]]
_second = [
    ["　(1) 太陽光発電", 36000, 32000, "180件×200千円"],
    ["　(2) 蓄電池", 24000, 18000, "120件×200千円"],
    ["　(3) 薪ストーブ", 2000, 2500, "20件×100千円"],
]
_third = [["３　審査事務費", 1420, 1390, "会計年度任用職員ほか"]]
excel(
    "b17_21_numbered_levels",
    [
        ["再生可能エネルギー導入促進事業（令和８年度要求）"],
        [_, _, _, "単位：千円"],
        ["事業内容", "要求額", "前年度当初", "積算"],
        plus("１　普及啓発", _first, 1, 2),
        *_first,
        plus("２　導入補助", _second, 1, 2),
        *_second,
        *_third,
        plus("合計", [*_first, *_second, *_third], 1, 2),
    ],
    truth(
        (
            ("講演会", 640, 600), ("ポスター・チラシ", 380, 410), ("太陽光発電", 36000, 32000),
            ("蓄電池", 24000, 18000), ("薪ストーブ", 2000, 2500), ("審査事務費", 1420, 1390),
        ),
        year=8, name="再生可能エネルギー導入促進事業",
    ),
    formats="B4:C11=#,##0",
)  # fmt: skip

# 22 商工: 補助 by 事業主体, 総事業費 and 補助率 before the prefecture's amount -----------------------------------------------
_rows = [
    ["米子商工会議所", "経営発達支援", 24000, "1/2", 12000, 11500],
    ["県商工会連合会", "広域指導員設置", 61800, "定額", 58000, 56400],
    ["中小企業団体中央会", "組合指導", 37500, "定額", 35200, 35200],
    ["県信用保証協会", "保証料補填", 18600, "10/10", 18600, 21300],
]
excel(
    "b17_22_subsidies_bodies",
    [
        ["小規模事業者等経営支援事業　補助金内訳", _, _, _, _, _],
        ["事業主体", "事業内容", "補助対象\n事業費", "補助率", "令和８年度\n県補助額", "令和７年度\n県補助額"],
        [_, _, "千円", _, "千円", "千円"],
        *_rows,
        plus("計", _rows, 2, 4, 5),
    ],
    truth(take(_rows, 0, 4, 5), year=8, name="小規模事業者等経営支援事業"),
    merges="A1:F1 A2:A3 B2:B3 D2:D3",
    formats="C4:C8=#,##0;E4:F8=#,##0",
)  # fmt: skip

# 23 土木: the printed total leaves out the row added last --------------------------------------------------------------
_rows = [
    ["樋門点検", 8600, 8400, "86基"],
    ["河川除草", 32400, 31900, "堤防"],
    ["水位計保守", 11700, 11250, _],
    ["河道掘削", 45000, 40000, _],
    ["監視カメラ通信料", 1860, 1740, "追加"],
]
excel(
    "b17_23_river_total_short",
    [
        ["令和8年度要求　河川維持管理費"],
        [_, _, _, "（千円）"],
        ["内容", "要求額", "前年度当初", "備考"],
        *_rows,
        ["計", sum(int(row[1]) for row in _rows[:4]), sum(int(row[2]) for row in _rows), _],  # type: ignore[call-overload]
    ],
    truth(take(_rows, 0, 1, 2), year=8, must="finding"),
    formats="B4:C9=#,##0",
)  # fmt: skip

# 24 教育: two proposals, not yet decided ----------------------------------------------------------------------------------
_rows = [
    ["運営委託", 9800, 7600, 7400],
    ["講師謝金", 1440, 960, 960],
    ["教材費", 620, 410, 400],
    ["広報", 350, 350, 350],
]
excel(
    "b17_24_two_proposals",
    [
        ["令和８年度　不登校児童生徒学習支援事業　要求額（検討中）"],
        [_, _, _, _, "千円"],
        ["項目", "R8要求\n（Ａ案：3会場）", "R8要求\n（Ｂ案：2会場）", "R7当初", _],
        *_rows,
        plus("計", _rows, 1, 2, 3),
        ["※Ａ案・Ｂ案のどちらで要求するかは10/24の部内協議で決定"],
    ],
    truth(take(_rows, 0, 1, 3), year=8, name="不登校児童生徒学習支援事業", must="asked"),
)  # fmt: skip

# 25 環境: CSV saved from Excel, cp932, trailing commas ---------------------------------------------------------------------
_rows = [
    ["獣医師報酬", 5180, 5040, _, _],
    ["飼料・ワクチン", 2360, 2140, "物価高騰", _],
    ["不妊去勢手術補助", 4500, 4000, "300頭×15千円", _],
    ["譲渡会開催", 280, 280, _, _],
    ["施設修繕", 1900, 650, "犬舎床", _],
]
text(
    "b17_25_csv_animals", ".csv",
    _csv([
        ["令和８年度　動物愛護センター管理運営費", _, _, _, _],
        [_, _, _, "（単位：千円）", _],
        ["区分", "８年度要求", "７年度当初", "備考", _],
        *_rows,
        plus("計", _rows, 1, 2, width=5),
        [_, _, _, _, _],
        [_, _, _, _, _],
    ]),
    truth(take(_rows, 0, 1, 2), year=8),
    "cp932",
)  # fmt: skip

# 26 教育: a Google sheet with merged headings exported to CSV -----------------------------------------------------------------
_rows = [
    ["高等学校", "非常勤講師報酬", 86400, 83200, 3200],
    [_, "通勤費用弁償", 4960, 4710, 250],
    ["特別支援学校", "非常勤講師報酬", 41200, 39800, 1400],
    [_, "介助員報酬", 28700, 26900, 1800],
    ["共通", "採用事務費", 540, 560, -20],
]
text(
    "b17_26_csv_google_merged", ".csv",
    _csv([
        ["R8当初要求：県立学校非常勤職員費（単位：千円）", _, _, _, _],
        ["校種", "費目", "予算額", _, "増減"],
        [_, _, "令和8年度要求", "令和7年度当初", _],
        *_rows,
        plus("合計", _rows, 2, 3, 4),
    ]),
    truth(take(_rows, 1, 2, 3), year=8),
)  # fmt: skip

# 27 商工: cells pasted as TSV, 円, 節 only on its first row -----------------------------------------------------------------
_rows = [
    ["報償費", "専門家謝金", "25,000円×40回", 1000000, 900000],
    ["旅費", "専門家旅費", "3,200円×40回", 128000, 115000],
    [_, "職員旅費", "東京 48,000円×5回", 240000, 240000],
    ["需用費", "印刷製本費", "パンフ 90円×3,000部", 270000, 255000],
    ["使用料及び賃借料", "会場借上", "42,000円×4回", 168000, 160000],
    ["委託料", "セミナー運営", "見積", 1650000, 1540000],
]
text(
    "b17_27_tsv_succession", ".tsv",
    _lines("\t", [
        ["事業名", "事業承継支援事業", _, "令和8年度", "（円）"],
        ["節", "細節", "積算", "要求額", "前年度額"],
        *_rows,
        plus("計", _rows, 3, 4),
    ]),
    truth(take(_rows, 1, 3, 4, 1000), year=8, name="事業承継支援事業"),
)  # fmt: skip

# 28 土木: an export of the 予算編成システム, 円 in the column heads, no total ---------------------------------------------------
_rows = [
    ["08", "旅費", 320000, 310000], ["10", "需用費", 1450000, 1380000], ["11", "役務費", 260000, 255000],
    ["12", "委託料", 38500000, 36200000], ["14", "工事請負費", 120000000, 104000000],
]  # fmt: skip
text(
    "b17_28_csv_system_export", ".csv",
    _csv([
        ["予算年度", "所属名", "事業コード", "事業名", "節コード", "節名称", "要求額（円）", "前年度当初額（円）"],
        *(["令和08年度", "下水道課", "0031240", "流域下水道維持管理事業", *row] for row in _rows),
    ], commas=False),
    truth(take(_rows, 1, 2, 3, 1000), year=8, name="流域下水道維持管理事業"),
    "cp932",
)  # fmt: skip

# 29 福祉: CSV, 財源内訳 below the 歳出 --------------------------------------------------------------------------------------
_rows = [
    ["訪問支援員人件費", 16200, 15800], ["居場所運営補助", 9600, 8400], ["家族教室", 420, 420],
    ["相談システム利用料", 792, 792],
]  # fmt: skip
text(
    "b17_29_csv_sources_below", ".csv",
    "\ufeff" + _csv([
        ["ひきこもり支援推進事業", _, _],
        ["令和8年度当初予算要求", _, "単位：千円"],
        ["（歳出）", _, _],
        ["内容", "R8要求額", "R7当初額"],
        *_rows,
        plus("歳出計", _rows, 1, 2),
        [_, _, _],
        ["（財源）", _, _],
        ["区分", "R8", "R7"],
        ["国庫補助金", 13506, 12706],
        ["一般財源", 13506, 12706],
        ["財源計", 27012, 25412],
    ], commas=False),
    truth(take(_rows, 0, 1, 2), year=8, name="ひきこもり支援推進事業"),
)  # fmt: skip

# 30 教育: a small TSV without any unit -----------------------------------------------------------------------------------------
text(
    "b17_30_tsv_no_unit", ".tsv",
    "R8　親子ふれあい講座\n項目\t要求\t昨年\n講師\t36\t35\n会場\t12\t12\n保険\t8\t8\n計\t56\t55\n",
    truth((("講師", 36, 35), ("会場", 12, 12), ("保険", 8, 8)), year=8),  # the hand wants the unit asked; it is in the list
)  # fmt: skip

# 31 福祉: a mail with a table of spaces --------------------------------------------------------------------------------------
text(
    "b17_31_mail_spaces", ".txt",
    """差出人: 長寿社会課 介護人材担当
宛先: 福祉保健部 予算担当
日時: 2025年10月16日 17:42
件名: 【長寿社会課】R8当初要求額（介護人材確保対策事業）の送付

予算担当　様

お世話になっております。長寿社会課の山根です。
標記の件、下記のとおり要求しますのでよろしくお願いします。
昨年度ヒアリングで指摘のあった研修の受講料（1人5千円）は歳入に計上済みです。

事業名：介護人材確保対策事業
（単位：千円）

内容                  R8要求額    R7当初額    増減
----------------------------------------------------
介護職員初任者研修       6,300       5,900       400
外国人材受入支援         8,450       6,200     2,250
福祉の職場説明会         1,780       1,780         0
修学資金貸付原資        20,000      24,000    △4,000
----------------------------------------------------
計                      36,530      37,880    △1,350

※外国人材受入支援はR7の15法人から20法人に増やします。

--------------------------------------
福祉保健部 長寿社会課 介護人材担当
山根（内線 7178）
--------------------------------------
""",
    truth(
        (
            ("介護職員初任者研修", 6300, 5900), ("外国人材受入支援", 8450, 6200), ("福祉の職場説明会", 1780, 1780),
            ("修学資金貸付原資", 20000, 24000),
        ),
        year=8, name="介護人材確保対策事業",
    ),
)  # fmt: skip

# 32 教育: a Word table pasted with tabs, full-width digits -----------------------------------------------------------------------
text(
    "b17_32_word_paste_fullwidth", ".txt",
    """令和８年度当初予算要求調書

１　事業名　　埋蔵文化財調査費
２　担当課　　文化財課
３　要求額　　２３，４１０千円（前年度　２１，９２０千円）
４　内訳　　　　　　　　　　　　　　　（単位：千円）
区　分\t要求額\t前年度\t説　明
発掘作業員報酬\t１２，６００\t１１，８００\t延べ１，２００人
重機借上\t３，４５０\t３，３００\t
遺物保存処理委託\t５，２００\t４，７００\t木製品ほか
報告書印刷\t１，５４０\t１，５００\t３００部
現場消耗品\t６２０\t６２０\t
計\t２３，４１０\t２１，９２０\t

５　要求理由
　国道改良工事の計画に合わせ、発掘調査を実施する必要がある。
""",
    truth(
        (
            ("発掘作業員報酬", 12600, 11800), ("重機借上", 3450, 3300), ("遺物保存処理委託", 5200, 4700),
            ("報告書印刷", 1540, 1500), ("現場消耗品", 620, 620),
        ),
        year=8, name="埋蔵文化財調査費",
    ),
)  # fmt: skip

# 33 商工: numbered items with amounts in the sentence ------------------------------------------------------------------------------
text(
    "b17_33_numbered_items", ".txt",
    """令和8年度当初予算要求　若者県内就職促進事業
雇用政策課

■要求額　18,270千円（前年度 16,650千円）

■内訳
(1) 相談窓口の運営委託　　9,800千円（前年度 9,500千円）
　　　キャリアコンサルタント2名
(2) 合同企業説明会　　3,600千円（前年度 3,200千円）
　　　大阪・岡山の2会場　1,800千円×2回
(3) インターンシップ交通費助成　　2,400千円（前年度 1,600千円）
　　　20千円×120人
(4) 就活情報サイト運用　　2,020千円（前年度 1,900千円）
(5) 事務費　　450千円（前年度 450千円）

■財源　国庫 9,135千円、一般財源 9,135千円
""",
    truth(
        (
            ("相談窓口の運営委託", 9800, 9500), ("合同企業説明会", 3600, 3200),
            ("インターンシップ交通費助成", 2400, 1600), ("就活情報サイト運用", 2020, 1900), ("事務費", 450, 450),
        ),
        year=8, name="若者県内就職促進事業",
    ),
)  # fmt: skip

# 34 土木: a table drawn with ruled lines ---------------------------------------------------------------------------------------------
text(
    "b17_34_ruled_lines", ".txt",
    """　　　　　　　令和８年度　県営住宅管理費　要求内訳
　　　　　　　　　　　　　　　　　　　　　　　（単位：千円）
┌──────────┬──────┬──────┬────────┐
│内　　容　　　　　　│令和８年度　│令和７年度　│備　　考　　　　│
├──────────┼──────┼──────┼────────┤
│計画修繕　　　　　　│　　84,000　│　　79,500　│外壁３棟　　　　│
├──────────┼──────┼──────┼────────┤
│空家修繕　　　　　　│　　46,200　│　　44,100　│１１０戸　　　　│
├──────────┼──────┼──────┼────────┤
│エレベーター保守　　│　　12,960　│　　12,480　│２４基　　　　　│
├──────────┼──────┼──────┼────────┤
│指定管理料　　　　　│　　98,700　│　　98,700　│　　　　　　　　│
├──────────┼──────┼──────┼────────┤
│計　　　　　　　　　│　 241,860　│　 234,780　│　　　　　　　　│
└──────────┴──────┴──────┴────────┘
""",
    truth(
        (
            ("計画修繕", 84000, 79500), ("空家修繕", 46200, 44100), ("エレベーター保守", 12960, 12480),
            ("指定管理料", 98700, 98700),
        ),
        year=8,
    ),
    "cp932",
)  # fmt: skip

# 35 環境: a list with dotted leaders, 円, R7 ------------------------------------------------------------------------------------------
text(
    "b17_35_dotted_leaders", ".txt",
    """令和７年度　温泉調査研究費　所要額（前年度と同額の項目は※印）

報償費（委員謝金）‥‥‥‥‥‥‥‥‥　　 64,000円（前年度　 64,000円）※
旅費（現地調査）‥‥‥‥‥‥‥‥‥‥　　158,000円（前年度　142,000円）
需用費（採水容器ほか）‥‥‥‥‥‥‥　　 93,000円（前年度　 90,000円）
役務費（検体輸送）‥‥‥‥‥‥‥‥‥　　 45,000円（前年度　 45,000円）※
委託料（成分分析）‥‥‥‥‥‥‥‥‥　1,320,000円（前年度1,210,000円）
　　　合計　‥‥‥‥‥‥‥‥‥‥‥‥　1,680,000円（前年度1,551,000円）
""",
    truth(
        (("報償費", 64, 64), ("旅費", 158, 142), ("需用費", 93, 90), ("役務費", 45, 45), ("委託料", 1320, 1210)),
        year=7,
    ),
)  # fmt: skip

# 36 環境: a page of the groupware, the printed total wrong --------------------------------------------------------------------------
_rows = [
    ["不法投棄監視員", 7680, 7440, "8人"],
    ["監視カメラ借上", 1260, 1260, "15台"],
    ["撤去委託", 3500, 3000, _],
    ["啓発看板", 240, 300, "20枚"],
]
text(
    "b17_36_html_groupware_wrong", ".html",
    _html("掲示板 - R8要求", "<h3>R8当初予算要求（廃棄物対策課）</h3>\n<p>不法投棄対策事業の内訳です。単位は千円。</p>\n"
        '<table border="1" cellspacing="0">\n' + _tr(["内訳", "R8要求", "R7当初", "備考"], "th")
        + "".join(_tr(row) for row in _rows) + _tr(["計", 12860, 12000, _]) + "</table>\n<p>登録者：廃棄物対策課 2025/10/15</p>"),
    truth(take(_rows, 0, 1, 2), year=8, name="不法投棄対策事業", must="finding"),
)  # fmt: skip

# 37 教育: 'Web ページとして保存' of Excel, Shift_JIS, rowspans, nbsp ------------------------------------------------------------------
_rows = [
    ["本庁舎", "清掃委託", 6820, 6600], [_, "設備保守", 4150, 4020], ["体育館", "床改修", 9900, 0], [_, "清掃委託", 1740, 1680],
    ["宿泊棟", "寝具借上", 2310, 2250],
]  # fmt: skip


def _saved(rows: Sequence[Sequence[object]]) -> str:
    spans = {"本庁舎": 2, "体育館": 2}
    found = ""
    for place, what, this, last in rows:
        head = ""
        if place is not None:
            span = spans.get(str(place), 1)
            head = f"  <td{f' rowspan={span}' if span > 1 else ''} class=xl66 style='border-top:none'>{place}</td>\n"
        found += (
            f" <tr height=25 style='height:18.75pt'>\n{head}  <td class=xl67>{what}</td>\n"
            f'  <td class=xl68 align=right x:num="{this}">{this:,}&nbsp;</td>\n'
            f'  <td class=xl68 align=right x:num="{last}">{last:,}&nbsp;</td>\n </tr>\n'
        )
    return found


text(
    "b17_37_html_excel_saved", ".html",
    '<html xmlns:o="urn:schemas-microsoft-com:office:office"\nxmlns:x="urn:schemas-microsoft-com:office:excel">\n<head>\n'
    '<meta http-equiv=Content-Type content="text/html; charset=shift_jis">\n<meta name=Generator content="Microsoft Excel 15">\n'
    "<style>\n.xl66{border:.5pt solid windowtext;}\n.xl68{mso-number-format:\"\\#\\,\\#\\#0_ \";}\n</style>\n</head>\n<body link=blue vlink=purple>\n"
    "<table border=0 cellpadding=0 cellspacing=0 width=520 style='border-collapse:collapse;table-layout:fixed'>\n"
    " <col width=120><col width=160><col width=120><col width=120>\n"
    " <tr height=25>\n  <td colspan=4 class=xl65>令和８年度　少年自然の家管理費　要求内訳</td>\n </tr>\n"
    " <tr height=25>\n  <td></td>\n  <td></td>\n  <td></td>\n  <td align=right>単位：千円</td>\n </tr>\n"
    " <tr height=25>\n  <td class=xl66>区分</td>\n  <td class=xl66>内容</td>\n  <td class=xl66>要求額</td>\n  <td class=xl66>前年度当初</td>\n </tr>\n"
    + _saved(_rows)
    + " <tr height=25>\n  <td colspan=2 class=xl66>合計</td>\n"
    + "".join(
        f'  <td class=xl68 align=right x:num="{amount}">{amount:,}&nbsp;</td>\n'
        for amount in (sum(int(row[2]) for row in _rows), sum(int(row[3]) for row in _rows))  # type: ignore[call-overload]
    )
    + " </tr>\n</table>\n</body>\n</html>\n",
    truth(take(_rows, 1, 2, 3), year=8),
    "cp932",
)  # fmt: skip

# 38 福祉: 歳入 first, then 歳出 -----------------------------------------------------------------------------------------------------
_rows = [
    ["扶助費", "生活保護費", 512000, 498000],
    ["委託料", "就労支援員配置", 8640, 8400],
    ["役務費", "レセプト審査手数料", 2870, 2760],
    ["需用費", "事務用品", 410, 410],
]
text(
    "b17_38_html_revenue_first", ".html",
    _html("令和8年度予算要求", "<h2>令和８年度当初予算要求　生活保護扶助費</h2>\n<h4>【歳入】（千円）</h4>\n<table border>\n"
        + _tr(["科目", "本年度", "前年度"], "th") + _tr(["国庫負担金", 384000, 373500]) + _tr(["返還金", 3600, 3600])
        + _tr(["歳入計", 387600, 377100]) + "</table>\n<h4>【歳出】（千円）</h4>\n<table border>\n"
        + _tr(["節", "内容", "本年度", "前年度"], "th") + "".join(_tr(row) for row in _rows)
        + _tr(["歳出計", "", sum(int(row[2]) for row in _rows), sum(int(row[3]) for row in _rows)]) + "</table>"),  # type: ignore[call-overload]
    truth(take(_rows, 1, 2, 3), year=8),
)  # fmt: skip

# 39 商工: a Google document downloaded as HTML: p and span in each cell ---------------------------------------------------------------
_rows = [
    ["航空会社への運航支援", 46000, 42000, "週3往復"],
    ["利用促進キャンペーン", 7200, 8000, _],
    ["空港アクセスバス", 5860, 5640, "1日4便"],
    ["モニターツアー", 1500, 0, "新規"],
]


def _google(row: Sequence[object], bold: bool = False) -> str:
    found = ""
    for value in row:
        written = f"{value:,}" if isinstance(value, int) else ("" if value is None else str(value))
        found += f'<td class="c{5 if bold else 2}" colspan="1" rowspan="1"><p class="c3"><span class="c1">{written}</span></p></td>'
    return f'<tr class="c4">{found}</tr>'


text(
    "b17_39_html_google_doc", ".html",
    '<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style type="text/css">'
    ".c1{font-size:11pt}.c2{border:1pt solid #000}</style></head><body class=\"c8 doc-content\">"
    '<p class="c3"><span class="c7">R8当初要求メモ（交通政策課）</span></p>'
    '<p class="c3"><span class="c1">事業名：国際航空便就航促進事業</span></p><p class="c3 c6"><span class="c1"></span></p>'
    '<table class="c9">'
    + _google(["内容", "R8要求（千円）", "R7当初（千円）", "備考"], True)
    + "".join(_google(row) for row in _rows)
    + _google(plus("計", _rows, 1, 2, width=4))
    + '</table><p class="c3"><span class="c1">※モニターツアーは2月補正の前倒しも検討</span></p></body></html>',
    truth(take(_rows, 0, 1, 2), year=8, name="国際航空便就航促進事業"),
)  # fmt: skip

# 40 土木: this year's table, last year's table below -----------------------------------------------------------------------------------
_now = [
    ["ハザードマップ更新", "2市町", 5600], ["土砂災害警戒情報システム保守", "一式", 9240], ["防災学習会", "10回×32千円", 320],
    ["基礎調査", "85箇所", 34000],
]  # fmt: skip
_then_was = [
    ["ハザードマップ更新", "3市町", 8100], ["土砂災害警戒情報システム保守", "一式", 9020], ["防災学習会", "10回×30千円", 300],
    ["基礎調査", "90箇所", 36000],
]  # fmt: skip
text(
    "b17_40_html_year_below_year", ".html",
    _html("治山砂防課", "<h2>土砂災害ソフト対策事業</h2>\n<h3>令和８年度要求（単位：千円）</h3>\n<table border=1>\n"
        + _tr(["項目", "積算", "金額"], "th") + "".join(_tr(row) for row in _now) + _tr(plus("計", _now, 2))
        + "</table>\n<h3>（参考）令和７年度当初（単位：千円）</h3>\n<table border=1>\n"
        + _tr(["項目", "積算", "金額"], "th") + "".join(_tr(row) for row in _then_was) + _tr(plus("計", _then_was, 2)) + "</table>"),
    truth(
        tuple((str(now[0]), int(now[2]), int(was[2])) for now, was in zip(_now, _then_was, strict=True)),  # type: ignore[call-overload]
        year=8, name="土砂災害ソフト対策事業",
    ),
)  # fmt: skip

BATCH: Final[list[Fresh]] = FRESH[_BEFORE:]
del FRESH[_BEFORE:]
assert len(BATCH) == 40, len(BATCH)
