"""Batch 16: forty ordinary tables of ordinary sections, as they come in October, written without sight of the reader.

The hand named the lines of three of them by their 節 (b16_05, b16_17, b16_23); the form has 節 in a column of its own and names a line by
its 内容, so these truths were put right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook import Workbook

from tests.templates.readers.fresh.pages import cell as _cell
from tests.templates.readers.fresh.pages import even as _even
from tests.templates.readers.fresh.pages import stored as _stored
from tests.templates.readers.fresh.rows import delta, plus, take, truth
from tests.templates.readers.fresh.workbooks import then as _then
from tests.templates.readers.fresh_tables import FRESH, Fresh, Truth, excel, text

_ = None
_BEFORE: Final = len(FRESH)


def _framed(head: str, body: str, pattern: str = "#,##0;△#,##0") -> Callable[[Workbook], None]:
    """Borders, a grey heading and a number format, as a clerk dresses a sheet."""
    thin = Side(style="thin")

    def change(book: Workbook) -> None:
        sheet = book.worksheets[0]
        for area in (head, body):
            for cells in sheet[area]:
                for cell in cells:
                    cell.border = Border(top=thin, bottom=thin, left=thin, right=thin)
                    if area == head:
                        cell.fill = PatternFill("solid", fgColor="D9D9D9")
                        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
                    elif isinstance(cell.value, int):
                        cell.number_format = pattern
        sheet["A1"].font = Font(size=14, bold=True)

    return change


def _lines(separator: str, rows: Sequence[Sequence[object]], end: str = "\n") -> str:
    """Rows as text."""
    return end.join(separator.join(_cell(value) for value in row) for row in rows)


def _csv(rows: Sequence[Sequence[object]], end: str = "\r\n") -> str:
    """Rows as Excel writes a CSV: what holds a comma, a quote or a line break is quoted."""

    def of(value: object) -> str:
        found = _cell(value)
        return '"' + found.replace('"', '""') + '"' if re.search(r'[,"\n]', found) else found

    return "".join(",".join(of(value) for value in row) + end for row in rows)


# 01 税務課: 節 and 内容, merged 節, simple ------------------------------------------------------------------------
_tax = [
    ["旅費", "滞納処分旅費", 1280, 1310],
    [_, "研修旅費", 340, 340],
    ["需用費", "消耗品費", 2150, 2080],
    [_, "封筒・納税通知書印刷", 9460, 8900],
    ["役務費", "郵便料", 31200, 28400],
    [_, "口座振替手数料", 2670, 2600],
    ["使用料及び賃借料", "差押車両保管場所借上", 396, 396],
]
excel(
    "b16_01_tax_section",
    [
        ["令和９年度当初予算要求内訳"],
        ["総務部税務課　収税担当", _, _, _, "（単位：千円）"],
        ["節", "内容", "R9要求額", "R8当初予算額", "増減"],
        *delta(_tax, 2, 3, 4),
        *delta([plus("計", _tax, 2, 3)], 2, 3, 4),
    ],
    truth(take(_tax, 1, 2, 3), year=9),
    merges="A4:A5 A6:A7 A8:A9 A11:B11",
)  # fmt: skip
_then(_framed("A3:E3", "A4:E11"))

# 02 保健所: 会計年度任用職員, formulas with stored values, 円 -------------------------------------------------------
_staff = [
    ["事務補助員", 3, 172000, 12, 1290000, 1148000, 8402000],
    ["健康相談員", 2, 215000, 12, 1075000, 957000, 7010000],
    ["運転技術員", 1, 198000, 12, 495000, 440000, 3228000],
    ["歯科衛生士", 1, 224000, 10, 467000, 413000, 3045000],
]
_staff_sum = [row[1] * row[2] * row[3] + row[4] + row[5] for row in _staff]  # type: ignore[operator]
excel(
    "b16_02_appointed_staff",
    [
        ["令和9年度　会計年度任用職員　所要額調べ"],
        ["中部保健所", _, _, _, _, _, _, "単位：円"],
        ["職種", "人数", "報酬月額", "月数", "期末・勤勉手当", "共済費", "R9所要額", "R8予算額"],
        *[[*row[:6], f"=B{at}*C{at}*D{at}+E{at}+F{at}", row[6]] for at, row in enumerate(_staff, start=4)],
        ["合計", "=SUM(B4:B7)", _, _, "=SUM(E4:E7)", "=SUM(F4:F7)", "=SUM(G4:G7)", "=SUM(H4:H7)"],
        [_],
        ["※報酬月額は令和８年人事委員会勧告前の額による。"],
    ],
    truth(tuple((str(row[0]), amount // 1000, row[6] // 1000) for row, amount in zip(_staff, _staff_sum, strict=True)), year=9),
    formats="C4:C8=#,##0;E4:H8=#,##0",
)  # fmt: skip
_stored({
    **{f"G{at}": amount for at, amount in enumerate(_staff_sum, start=4)},
    "B8": 7, "E8": sum(row[4] for row in _staff), "F8": sum(row[5] for row in _staff), "G8": sum(_staff_sum),
    "H8": sum(row[6] for row in _staff),
})  # fmt: skip

# 03 図書館: 決算, 当初, 9月補正後, 要求 ----------------------------------------------------------------------------
_library = [
    ["図書館資料購入費", 48120, 46500, 47300, 47000, "電子書籍の追加"],
    ["資料整理委託", 6380, 6600, 6600, 6820, "最低賃金改定"],
    ["システム賃借料", 15840, 15840, 15840, 15840, "長期継続契約"],
    ["協力車運行費", 4010, 4150, 4390, 4400, "燃料費"],
    ["行事・講座開催費", 620, 700, 700, 650, _],
]
excel(
    "b16_03_library_stages",
    [
        ["県立図書館管理運営費", _, _, _, _, _, "（千円）"],
        ["区分", "R7決算額", "R8当初", "R8 9月補正後", "R9要求", "R9要求－R8当初", "要求理由"],
        *delta(_library, 4, 2, 5),
        *delta([plus("計", _library, 1, 2, 3, 4)], 4, 2, 5),
    ],
    truth(take(_library, 0, 4, 2), year=9, name="県立図書館管理運営費"),
    formats="B3:F8=#,##0",
)  # fmt: skip

# 04 動物愛護センター: last year's table below this year's, same headings, 円 -----------------------------------------
_fair = [
    ["報償費", "講師謝金", "30,000円×2人", 60000, "30,000円×2人", 60000],
    ["需用費", "啓発チラシ印刷", "11円×5,000枚", 55000, "10円×5,000枚", 50000],
    ["委託料", "会場設営業務", "一式（見積）", 638000, "一式", 594000],
    ["使用料及び賃借料", "会場使用料", "47,000円×1日", 47000, "47,000円×1日", 47000],
]
excel(
    "b16_04_last_year_below",
    [
        ["事業名：動物愛護フェスティバル開催事業"],
        [_],
        ["１　令和８年度要求額", _, _, "（単位：円）"],
        ["節", "内容", "積算", "金額"],
        *[row[:4] for row in _fair],
        plus("計", _fair, 3),
        [_],
        ["２　令和７年度当初予算額（参考）", _, _, "（単位：円）"],
        ["節", "内容", "積算", "金額"],
        *[[*row[:2], *row[4:]] for row in _fair],
        ["計", _, _, sum(row[5] for row in _fair)],  # type: ignore[misc]
    ],
    truth(take(_fair, 1, 3, 5, 1000), year=8, name="動物愛護フェスティバル開催事業"),
    formats="D5:D9=#,##0;D13:D17=#,##0",
)  # fmt: skip

# 05 監査委員事務局: 上段 this year, 下段 last year in brackets ---------------------------------------------------------
_audit = [
    ["報酬", "委員報酬（識見２、議選２）", 9120, 9120],
    ["旅費", "監査実施、全監連会議", 1460, 1390],
    ["需用費", "図書追録、消耗品", 410, 430],
    ["委託料", "工事技術調査", 880, 858],
    ["負担金", "全国都道府県監査委員協議会ほか", 315, 315],
]
excel(
    "b16_05_upper_lower",
    [
        ["令和９年度　監査委員費　要求明細"],
        ["上段：要求額　下段（　）：前年度当初予算額", _, "単位：千円"],
        ["節", "説明", "金額"],
        *[row for line in _audit for row in ([line[0], line[1], line[2]], [_, _, line[3]])],
        ["計", _, sum(line[2] for line in _audit)],  # type: ignore[misc]
        [_, _, sum(line[3] for line in _audit)],  # type: ignore[misc]
    ],
    truth(take(_audit, 1, 2, 3), year=9, name="監査委員費"),
    merges=" ".join(f"{column}{row}:{column}{row + 1}" for row in range(4, 16, 2) for column in "AB"),
    formats=";".join(f"C{row}:C{row}=#,##0;C{row + 1}:C{row + 1}=(#,##0)" for row in range(4, 16, 2)),
)  # fmt: skip

# 06 総合庁舎: months with the sums of halves, 円 --------------------------------------------------------------------
_power = {
    "電気料": ([610, 540, 620, 890, 930, 780], [580, 600, 790, 910, 880, 720], 8610),
    "ガス料": ([120, 90, 80, 210, 220, 150], [90, 160, 320, 380, 360, 240], 2380),
    "上水道料": ([0, 84, 0, 92, 0, 96], [0, 86, 0, 82, 0, 80], 510),
    "下水道料": ([0, 61, 0, 67, 0, 70], [0, 62, 0, 60, 0, 58], 372),
}
_power_rows = [
    [word, *[v * 1000 for v in first], sum(first) * 1000, *[v * 1000 for v in second], sum(second) * 1000,
     (sum(first) + sum(second)) * 1000, last * 1000]
    for word, (first, second, last) in _power.items()
]  # fmt: skip
excel(
    "b16_06_months_halves",
    [
        ["西部総合庁舎　光熱水費　令和９年度所要見込額（要求額）"],
        [*[_] * 15, "（円）"],
        ["区分", *[f"{m}月" for m in range(4, 10)], "上期計", "10月", "11月", "12月", "1月", "2月", "3月", "下期計", "年間計", "R8当初"],
        *_power_rows,
        plus("計", _power_rows, *range(1, 17)),
    ],
    truth(take(_power_rows, 0, 15, 16, 1000), year=9),
    formats="B4:Q8=#,##0",
)  # fmt: skip

# 07 子育て支援課: municipalities' places, 補助率, no previous -----------------------------------------------------------
_nursery = [
    ["倉井市", "つばき保育園", "大規模改修", 42000, 40000, "1/2", 20000],
    [_, "ひかりこども園", "空調更新", 9600, 9600, "1/2", 4800],
    ["三郷町", "三郷中央保育所", "園舎増築", 66400, 60000, "1/2", 30000],
    ["岩根村", "いわね保育所", "防犯対策", 1300, 1200, "2/3", 800],
]
excel(
    "b16_07_municipal_subsidy",
    [
        ["保育所等施設整備　令和８年度要望箇所一覧"],
        ["子育て支援課", _, _, _, _, _, _, "単位：千円"],
        ["市町村", "施設名", "整備内容", "総事業費", "補助対象経費", "補助率", "県補助金（要求額）", "備考"],
        *_nursery,
        plus("合計", _nursery, 3, 4, 6),
    ],
    truth(take(_nursery, 1, 6), previous=False, year=8),
    merges="A4:A5",
    formats="D4:E8=#,##0;G4:G8=#,##0",
)  # fmt: skip

# 08 産業技術センター: things to buy, number, price, sum by formula without stored values -------------------------------
_tools = [
    [1, "電子天秤", "0.1mg", 2, 286000, "更新（H24購入）"],
    [2, "乾燥機", "150L", 1, 473000, "更新（H20購入、故障）"],
    [3, "恒温水槽", "10L", 3, 121000, "新規"],
    [4, "デスクトップパソコン", "分析機器制御用", 2, 187000, "OSサポート終了"],
]
excel(
    "b16_08_equipment",
    [
        ["R9年度 備品購入要求一覧（産業技術センター）"],
        ["No", "品名", "規格", "数量", "単価（税込・円）", "金額（円）", "更新・新規の別"],
        *[[*row[:5], f"=D{at}*E{at}", row[5]] for at, row in enumerate(_tools, start=3)],
        [_, "合計", _, _, _, "=SUM(F3:F6)", _],
    ],
    truth(tuple((str(row[1]), row[3] * row[4] // 1000, None) for row in _tools), previous=False, year=9),  # type: ignore[operator]
    formats="E3:F7=#,##0",
)  # fmt: skip

# 09 健康対策課: 款項目, 節 with details below, tab of the year before, memo tab ------------------------------------------


def _cancer(year: int) -> list[list[object]]:
    now = year == 9
    detail = {
        "報償費": [("検討会委員謝金", 216, 216), ("講師謝金", 180, 150)],
        "旅費": [("委員費用弁償", 96, 90), ("職員旅費", 140, 140)],
        "需用費": [("啓発資材", 1320, 1100), ("会議用消耗品", 40, 40)],
        "委託料": [("受診勧奨通知委託", 5280, 4950), ("精度管理委託", 2200, 2200)],
    }
    rows: list[list[object]] = []
    for node, lines in detail.items():
        pairs = [(word, *((a, b) if now else (b, b - 10))) for word, a, b in lines]
        rows.append([node, _, sum(p[1] for p in pairs), sum(p[2] for p in pairs)])
        rows += [[_, p[0], p[1], p[2]] for p in pairs]
    leaves = [row for row in rows if row[1]]
    return [
        [f"令和{year}年度　予算要求書"],
        ["款", "衛生費", "項", "公衆衛生費"],
        ["目", "予防費", "担当課", "健康対策課"],
        ["事業名", "がん検診受診率向上事業", _, "（千円）"],
        ["節", "細節", "本年度要求額", "前年度当初額"],
        *rows,
        plus("合計", leaves, 2, 3),
    ]


_cancer_now = [row for row in _cancer(9)[5:-1] if row[1]]
excel(
    "b16_09_request_with_old_tab",
    {
        "R9要求書": _cancer(9),
        "R8要求書": _cancer(8),
        "メモ": [["ヒアリングメモ（10/8）"], ["・通知は市町村と役割分担を整理すること"], ["・啓発資材の単価根拠（見積）を添付"], ["・R8執行見込 9,400千円程度"]],
    },
    truth(take(_cancer_now, 1, 2, 3), year=9, name="がん検診受診率向上事業"),
    formats="C6:D18=#,##0",
)  # fmt: skip

# 10 道路保全課: offices in columns --------------------------------------------------------------------------------------
_keep = [
    ["除草", 42000, 28000, 39000, 109000, 104000],
    ["路面清掃", 11500, 7200, 10800, 29500, 29500],
    ["側溝清掃", 8000, 5500, 7000, 20500, 19800],
    ["照明電気料", 21000, 12600, 18400, 52000, 49700],
    ["小規模修繕", 36000, 24000, 33000, 93000, 90000],
]
excel(
    "b16_10_offices_in_columns",
    [
        ["令和８年度道路維持管理費　事務所別要求額", _, _, _, _, _, _, "単位：千円"],
        [_],
        ["内容", "令和８年度要求額", _, _, _, "令和７年度当初", "増減", "備考"],
        [_, "東部", "中部", "西部", "計", _, _, _],
        *delta(_keep, 4, 5, 6),
        [_],
        *delta([plus("合計", _keep, 1, 2, 3, 4, 5)], 4, 5, 6),
    ],
    truth(take(_keep, 0, 4, 5), year=8, name="道路維持管理費"),
    merges="A3:A4 B3:E3 F3:F4 G3:G4 H3:H4",
    formats="B5:G11=#,##0",
)  # fmt: skip

# 11 博物館: うち rows ----------------------------------------------------------------------------------------------------
excel(
    "b16_11_of_which",
    [
        ["県立博物館　維持管理に要する経費（令和９年度当初）", _, _, _, "（千円）"],
        ["項目", "R9要求額", "R8当初", "差引", "備考"],
        ["電気料", 18400, 17900, 500, _],
        ["　うち収蔵庫空調分", 6200, 6000, 200, "再掲"],
        ["上下水道料", 1150, 1150, 0, _],
        ["清掃委託", 7480, 7260, 220, "労務単価増"],
        ["　うちガラス清掃（年２回）", 660, 640, 20, "再掲"],
        ["警備委託", 12100, 11880, 220, "長期継続"],
        ["燻蒸委託", 1980, 0, 1980, "隔年"],
        ["合計", 41110, 38190, 2920, _],
        ["　うち委託料", 21560, 19140, 2420, _],
    ],
    truth(
        (("電気料", 18400, 17900), ("上下水道料", 1150, 1150), ("清掃委託", 7480, 7260), ("警備委託", 12100, 11880), ("燻蒸委託", 1980, 0)),
        year=9,
    ),
    formats="B3:D11=#,##0",
)  # fmt: skip

# 12 情報政策課: 債務負担 below ---------------------------------------------------------------------------------------------
_lease = [
    ["端末賃借料", "5,200円×850台×12月", 53040, 49800],
    ["ヘルプデスク委託料", "月額1,650千円×12月", 19800, 19140],
    ["ネットワーク回線使用料", "45拠点", 24300, 24300],
    ["ライセンス更新", "850本", 8925, 8415],
]
excel(
    "b16_12_commitments_below",
    [
        ["事業名", "庁内情報基盤運用事業"],
        ["所属", "情報政策課", _, "令和９年度当初", "（単位：千円）"],
        ["経費", "積算基礎", "要求額", "前年度当初", "増減"],
        *delta(_lease, 2, 3, 4),
        *delta([plus("計", _lease, 2, 3)], 2, 3, 4),
        [_],
        ["【債務負担行為】"],
        ["事項", "期間", "限度額", "備考"],
        ["庁内端末賃借（R9更新分）", "令和９年度～令和１４年度", 268000, "設定済みはR6～R11分"],
        ["ヘルプデスク業務委託", "令和９年度～令和１１年度", 39600, "新規設定"],
    ],
    truth(take(_lease, 0, 2, 3), year=9, name="庁内情報基盤運用事業"),
    formats="C4:E8=#,##0;C12:C13=#,##0",
)  # fmt: skip

# 13 環境課: three estimates and what is asked for ---------------------------------------------------------------------------
_quotes = [
    ["大気常時監視局保守点検", 7480000, 7920000, 8140000, 7480, 7260],
    ["水質分析（河川35地点）", 5610000, 5390000, 6050000, 5390, 5170],
    ["騒音調査", 1430000, "辞退", 1320000, 1320, 1320],
    ["ダイオキシン類調査", 3850000, 3960000, "―", 3850, 3740],
]
excel(
    "b16_13_three_estimates",
    [
        ["環境監視業務委託　見積比較・要求額一覧（R9当初）"],
        ["業務名", "参考見積額（円・税込）", _, _, "R9要求額\n（千円）", "R8予算額\n（千円）"],
        [_, "Ａ社", "Ｂ社", "Ｃ社", _, _],
        *_quotes,
        plus("計", _quotes, 4, 5),
        ["※最低価格を要求額とする。"],
    ],
    truth(take(_quotes, 0, 4, 5), year=9),
    merges="A2:A3 B2:D2 E2:E3 F2:F3",
    formats="B4:F8=#,##0",
)  # fmt: skip

# 14 観光課: a new project, no previous ------------------------------------------------------------------------------------------
_cruise = [
    ["岸壁での歓迎行事", "太鼓演奏等　150千円×6回", 900],
    ["臨時観光案内所", "通訳2人×20千円×6回、テント借上", 480],
    ["シャトルバス運行", "4台×88千円×6回", 2112],
    ["船社招へい", "3社", 750],
]
excel(
    "b16_14_new_project",
    [
        ["（新）クルーズ客船おもてなし事業　積算"],
        ["令和８年度当初要求　観光課", _, "（単位：千円）"],
        ["項目", "積算", "金額"],
        *_cruise,
        plus("合計", _cruise, 2),
    ],
    truth(take(_cruise, 0, 2), previous=False, year=8, name="クルーズ客船おもてなし事業"),
)  # fmt: skip

# 15 高校教育課: schools ----------------------------------------------------------------------------------------------------------
_schools = [
    [1, "東陵高等学校", 21, 1800, 3150, 4950, 5020],
    [2, "城山高等学校", 18, 1800, 2700, 4500, 4500],
    [3, "港南高等学校", 15, 1800, 2250, 4050, 4200],
    [4, "三谷農業高等学校", 12, 2600, 1800, 4400, 4400],
    [5, "中央工業高等学校", 18, 2600, 2700, 5300, 5150],
    [6, "倉井商業高等学校", 12, 1800, 1800, 3600, 3750],
    [7, "岩根分校", 3, 900, 450, 1350, 1350],
]
excel(
    "b16_15_schools",
    [
        ["令和９年度　高等学校運営費（需用費）学校別要求額"],
        [_, _, _, _, _, "単位", "千円"],
        ["番号", "学校名", "学級数", "均等割", "学級割\n(150千円)", "要求額計", "R8当初"],
        *_schools,
        plus("計", _schools, 2, 3, 4, 5, 6, at=1),
    ],
    truth(take(_schools, 1, 5, 6), year=9, name="高等学校運営費"),
    formats="D4:G11=#,##0",
)  # fmt: skip

# 16 農業振興課: heading again on each printed page -------------------------------------------------------------------------------
_farm = [
    ["スマート農業機械導入補助", "1/2以内", 24000, 20000],
    ["新規就農者研修支援", "12人", 10800, 10800],
    ["農業次世代人材投資", "国10/10", 45000, 48000],
    ["親元就農支援", "8人", 4800, 4200],
    ["農地中間管理機構支援", "定額", 15600, 15600],
    ["集落営農法人化支援", "5組織", 2000, 2400],
    ["特産品ＰＲ", "首都圏2回", 1900, 1700],
    ["有機農業推進", "講習会ほか", 860, 860],
    ["普及指導員活動費", "5事務所", 6240, 6100],
]
_farm_head = ["細事業", "備考", "令和９年度要求額", "令和８年度当初予算額"]
excel(
    "b16_16_page_breaks",
    [
        ["農業振興課　令和９年度当初予算要求一覧", _, _, "（千円）　P1"],
        _farm_head, *_farm[:4],
        [_],
        ["農業振興課　令和９年度当初予算要求一覧", _, _, "（千円）　P2"],
        _farm_head, *_farm[4:8],
        [_],
        ["農業振興課　令和９年度当初予算要求一覧", _, _, "（千円）　P3"],
        _farm_head, *_farm[8:], plus("合計", _farm, 2, 3),
    ],
    truth(take(_farm, 0, 2, 3), year=9),
    formats="C3:D18=#,##0",
)  # fmt: skip

# 17 消防学校: code and settled accounts in hidden columns -------------------------------------------------------------------------
_fire = [
    ["10-01", "消耗品費", "訓練用資機材", 3120, 3300, 3450],
    ["10-02", "燃料費", "訓練車両", 880, 900, 960],
    ["10-06", "修繕料", "はしご車点検", 2420, 1500, 2750],
    ["12-01", "委託料", "寮給食業務", 11200, 11550, 12100],
    ["13-01", "使用料", "寝具借上", 640, 660, 660],
]
excel(
    "b16_17_hidden_columns",
    [
        [_, "消防学校運営費　令和9年度要求", _, _, _, _, "単位:千円"],
        ["コード", "細節", "内容", "R7決算", "R8当初", "R9要求", "備考"],
        *_fire,
        plus("計", _fire, 3, 4, 5, at=1),
    ],
    truth(take(_fire, 2, 5, 4), year=9, name="消防学校運営費"),
    hidden="A D",
    formats="D3:F8=#,##0",
)  # fmt: skip

# 18 議会事務局: the unit only in the number format ----------------------------------------------------------------------------------
_assembly = [
    ["会議録作成委託", 4620, 4510],
    ["議会中継システム使用料", 3960, 3960],
    ["議会だより印刷・配布", 8250, 7900],
    ["行政視察旅費", 5400, 5400],
    ["議会図書室図書購入", 480, 500],
]
excel(
    "b16_18_unit_in_format",
    [
        ["議会事務局　Ｒ９要求額"],
        ["経費名", "Ｒ９要求", "Ｒ８当初"],
        *_assembly,
        plus("計", _assembly, 1, 2),
    ],
    truth(take(_assembly, 0, 1, 2), year=9),
    formats='B3:C8=#,##0"千円"',
)  # fmt: skip

# 19 障害福祉課: three rows of heading with sources ---------------------------------------------------------------------------------------
_care = [
    ["相談支援体制整備", 8400, 4200, 0, 4200, 8100, 4050],
    ["工賃向上支援", 5600, 2800, 0, 2800, 5200, 2600],
    ["手話通訳者養成", 3240, 1620, 120, 1500, 3240, 1620],
    ["障がい者スポーツ大会", 6900, 0, 900, 6000, 6500, 5600],
]
excel(
    "b16_19_three_row_heading",
    [
        ["令和９年度当初予算要求総括表（障害福祉課・自立支援担当）", _, _, _, _, _, "単位：千円"],
        ["事業内容", "令和９年度要求", _, _, _, "令和８年度当初", _],
        [_, "事業費", "財源内訳", _, _, "事業費", "うち一般財源"],
        [_, _, "国庫", "その他", "一般財源", _, _],
        *_care,
        plus("計", _care, 1, 2, 3, 4, 5, 6),
    ],
    truth(take(_care, 0, 1, 5), year=9),
    merges="A2:A4 B2:E2 F2:G2 B3:B4 C3:E3 F3:F4 G3:G4",
    formats="B5:G9=#,##0",
)  # fmt: skip
_then(_framed("A2:G4", "A5:G9"))

# 20 住宅政策課: last year first, reasons, the printed total transposed ----------------------------------------------------------------------
_house = [
    ["県営住宅修繕", 8200, 8800, "外壁補修の増"],
    ["家賃滞納整理", 1340, 1280, "訴訟件数の減"],
    ["指定管理者選定委員会", 0, 160, "更新年度"],
    ["住宅セーフティネット補助", 3000, 3500, "対象戸数の増"],
]
excel(
    "b16_20_total_transposed",
    [
        ["令和８年度　県営住宅管理費　要求額内訳", _, _, "千円"],
        ["項目", "前年度当初", "本年度要求", "増減理由"],
        *_house,
        ["計", 12540, 13470, _],
    ],
    truth(take(_house, 0, 2, 1), year=8, name="県営住宅管理費", must="finding"),
    comments=(("C5", "委員3人×2回。旅費込み"),),
)  # fmt: skip

# 21 総務課: 負担金 of bodies, 円 --------------------------------------------------------------------------------------------------------------
_dues = [
    ["全国知事会", 12450000, 12450000, "規約第15条"],
    ["地方自治情報センター", 3280000, 3150000, "人口割"],
    ["県国際交流協会", 15000000, 15000000, "定額"],
    ["日本赤十字社活動協力会", 120000, 120000, "定額"],
    ["安全運転管理者協議会", 48000, 45000, "1,500円×32台"],
]
excel(
    "b16_21_dues",
    [
        ["負担金・会費一覧（令和９年度要求）"],
        [_, _, _, "単位：円"],
        ["負担金の名称", "R9要求額", "R8予算額", "積算根拠"],
        *_dues,
        plus("合　計", _dues, 1, 2),
    ],
    truth(take(_dues, 0, 1, 2, 1000), year=9),
    formats="B4:C9=#,##0",
)  # fmt: skip

# 22 生涯学習課: the reckoning in cells of its own ---------------------------------------------------------------------------------------------
_reckoned = [
    ["講師謝金", 11500, "円", "×", 2, "人", "×", 6, "回", "＝", 138000, 138, 132],
    ["講師旅費", 4500, "円", "×", 2, "人", "×", 6, "回", "＝", 54000, 54, 54],
    ["テキスト印刷", 350, "円", "×", 120, "部", "×", 1, "回", "＝", 42000, 42, 40],
    ["会場使用料", 13000, "円", "×", 1, "室", "×", 6, "回", "＝", 78000, 78, 72],
    ["託児謝金", 5000, "円", "×", 3, "人", "×", 6, "回", "＝", 90000, 90, 90],
]
excel(
    "b16_22_reckoning_in_cells",
    [
        ["令和９年度　家庭教育支援講座　積算内訳"],
        ["費目", "積　　算", *[_] * 9, "要求額（千円）", "前年度（千円）"],
        *_reckoned,
        plus("計", _reckoned, 10, 11, 12),
    ],
    truth(take(_reckoned, 0, 11, 12), year=9, name="家庭教育支援講座"),
    merges="B2:K2",
    formats="B3:B7=#,##0;K3:K8=#,##0",
)  # fmt: skip

# 23 青少年の家: 歳出 above, 歳入 below ---------------------------------------------------------------------------------------------------------
_youth = [
    ["報酬", "指導補助員2人", 5240, 5080],
    ["需用費", "食材、光熱水費、消耗品", 14300, 13650],
    ["役務費", "電話、クリーニング", 910, 900],
    ["委託料", "浄化槽、エレベーター保守", 2640, 2585],
    ["原材料費", "野外炊飯用まき", 120, 110],
]
_income = [["使用料", "宿泊使用料", 3600, 3500], ["諸収入", "食事代実費", 8200, 7900]]
excel(
    "b16_23_out_and_in",
    [
        ["令和８年度予算要求書　　県立青少年の家", _, _, _, "（単位：千円）"],
        ["《歳　出》"],
        ["節", "内容", "R8要求", "R7当初", "増減"],
        *delta(_youth, 2, 3, 4),
        *delta([plus("歳出計", _youth, 2, 3)], 2, 3, 4),
        [_],
        ["《歳　入》"],
        ["科目", "内容", "R8要求", "R7当初", "増減"],
        *delta(_income, 2, 3, 4),
        *delta([plus("歳入計", _income, 2, 3)], 2, 3, 4),
        ["差引一般財源", _, 11410, 10925, 485],
    ],
    truth(take(_youth, 1, 2, 3), year=8),
    formats="C4:E15=#,##0",
)  # fmt: skip

# 24 交通政策課: two plans, none chosen --------------------------------------------------------------------------------------------------------------
_bus = [
    ["運行費補助", 38000, 45500, 36500],
    ["車両更新補助", 12000, 18000, 12000],
    ["乗り方教室", 300, 600, 300],
]
excel(
    "b16_24_two_plans",
    [
        ["令和９年度　地域公共交通維持事業　要求案（部長説明用）", _, _, "千円"],
        ["区分", "案１（現行水準）", "案２（拡充）", "R8当初"],
        *_bus,
        plus("計", _bus, 1, 2, 3),
        ["※どちらの案で要求するかは部長協議後に決定"],
    ],
    truth(take(_bus, 0, 1, 3), year=9, name="地域公共交通維持事業", must="asked"),
)  # fmt: skip

# ---- CSV and TSV -----------------------------------------------------------------------------------------------------------------------------------
# 25 統計課: Excel's CSV of a small table, cp932 ---------------------------------------------------------------------------------------------------
_census = [
    ["調査員報酬", 12600, 11900],
    ["指導員報酬", 1840, 1760],
    ["調査用品", 530, 520],
    ["通信運搬費", 760, 700],
    ["市町村交付金", 21400, 20300],
]
text(
    "b16_25_small_csv", ".csv",
    _csv(_even([
        ["令和９年度　経済センサス実施費　要求内訳"],
        ["統計課", _, "(単位：千円)"],
        ["項目", "要求額", "前年度当初"],
        *_census,
        plus("計", _census, 1, 2),
    ], 3)),
    truth(take(_census, 0, 1, 2), year=9, name="経済センサス実施費"),
    "cp932",
)  # fmt: skip

# 26 財務会計システム: rows with all codes, 西暦, unit in the headings --------------------------------------------------------------------------------
_export = [
    ("08", "旅費", "普通旅費", 186, 180),
    ("10", "需用費", "消耗品費", 412, 400),
    ("10", "需用費", "印刷製本費", 275, 290),
    ("11", "役務費", "通信運搬費", 94, 90),
    ("12", "委託料", "調査委託料", 6600, 6050),
    ("18", "負担金補助及び交付金", "協議会負担金", 50, 50),
]
text(
    "b16_26_system_export", ".csv",
    _csv([
        ["年度", "会計", "款", "項", "目", "事業コード", "事業名", "節", "節名称", "細節名称", "要求額（千円）", "前年度当初（千円）"],
        *[["2026", "01", "06", "03", "02", "0603021150", "漁場環境保全対策事業", *line[:3], str(line[3]), str(line[4])] for line in _export],
    ]),
    truth(tuple((line[2], line[3], line[4]) for line in _export), year=8, name="漁場環境保全対策事業"),
)  # fmt: skip

# 27 国際課: Google's CSV, empty columns, ¥ ------------------------------------------------------------------------------------------------------------
_abroad = [
    ["友好州省代表団受入", 1850000, 1700000],
    ["留学生交流会", 240000, 240000],
    ["多言語相談窓口", 5720000, 5500000],
    ["日本語教室補助", 900000, 750000],
]
text(
    "b16_27_google_csv", ".csv",
    _csv([
        ["", "R9予算要求（国際課）", "", "", "", ""],
        ["", "", "", "", "", ""],
        ["", "事業", "R9要求額", "R8当初額", "メモ", ""],
        *[["", word, f"¥{now:,}", f"¥{last:,}", "", ""] for word, now, last in _abroad],
        ["", "合計", f"¥{sum(r[1] for r in _abroad):,}", f"¥{sum(r[2] for r in _abroad):,}", "", ""],  # type: ignore[misc]
        ["", "", "", "", "", ""],
    ]),
    truth(take(_abroad, 0, 1, 2, 1000), year=9),
)  # fmt: skip

# 28 薬務課: TSV copied out of Excel, line breaks in quoted cells ----------------------------------------------------------------------------------------
_drug = [
    ["薬物乱用防止教室", '"講師謝金 10千円×40校\n教材 200千円"', 600, 580, _],
    ["献血推進", '"ポスター印刷\n功労者表彰"', 430, 430, _],
    ["薬局立入検査", "旅費 2千円×60件", 120, 124, "件数減"],
    ["毒物劇物取扱者試験", '"会場借上 180千円\n問題印刷 90千円"', 270, 250, _],
]
text(
    "b16_28_tsv_line_breaks", ".tsv",
    _lines("\t", _even([
        ["薬務費（令和8年度当初要求）", _, _, _, "単位：千円"],
        ["細目", "積算内訳", '"R8\n要求額"', '"R7\n当初"', "備考"],
        *_drug,
        plus("計", _drug, 2, 3),
    ], 5)) + "\n",
    truth(take(_drug, 0, 2, 3), year=8, name="薬務費"),
)  # fmt: skip

# 29 林業振興課: CSV, the total not mended after one line was raised ----------------------------------------------------------------------------------------
_wood = [
    ["間伐材搬出補助", 32000, 30000],
    ["林道補修", 8600, 8600],
    ["担い手研修", 1450, 1300],
    ["木材利用ＰＲ", 900, 900],
]
text(
    "b16_29_total_not_mended", ".csv",
    _csv(_even([
        ["令和9年度当初予算　要求内訳書", _, _, _],
        ["事業名", "県産材利用促進事業", _, "単位:千円"],
        ["内訳", "令和9年度要求", "令和8年度当初", "備考"],
        *_wood,
        ["合計", 42450, 40800, "10/20搬出補助を増額"],
    ], 4)),
    truth(take(_wood, 0, 1, 2), year=9, name="県産材利用促進事業", must="finding"),
    "cp932",
)  # fmt: skip

# 30 警察本部: Excel's ユニコードテキスト (UTF-16, tabs) ------------------------------------------------------------------------------------------------------
_police = [
    ["交通安全教育車維持", 1380, 1320],
    ["信号機保守委託", 96800, 94600],
    ["道路標識・標示補修", 145000, 140000],
    ["高齢者講習委託", 61200, 58900],
]
text(
    "b16_30_unicode_text", ".tsv",
    _lines("\t", [
        ["令和９年度要求　交通安全施設等維持費", "", ""],
        ["", "", "単位：千円"],
        ["区分", "要求額", "前年度"],
        *[[row[0], *[f'"{value:,}"' if value >= 1000 else str(value) for value in row[1:]]] for row in _police],  # type: ignore[operator]
        ["計", *[f'"{sum(row[at] for row in _police):,}"' for at in (1, 2)]],  # type: ignore[misc]
    ], "\r\n") + "\r\n",
    truth(take(_police, 0, 1, 2), year=9, name="交通安全施設等維持費"),
    "utf-16",
)  # fmt: skip

# ---- pages ------------------------------------------------------------------------------------------------------------------------------------------------------
# 31 mail with a table pasted into it ---------------------------------------------------------------------------------------------------------------------------------
_mail = [
    ["事務局運営費補助", 9800, 9600, "人件費増"],
    ["伝統芸能発表会", 2200, 2200, ""],
    ["アーティスト派遣", 3150, 2800, "学校数 18→21校"],
    ["文化年鑑作成", 660, 640, ""],
]
text(
    "b16_31_mail_table", ".txt",
    "財政課　ご担当者様\n\nいつもお世話になっております。文化振興課の山本です。\n"
    "10月14日に依頼のありました令和９年度当初予算の要求内訳について、下記のとおり提出します。\n"
    "なお、様式は後日あらためて送付いたします。\n\n"
    "事業名：芸術文化活動推進事業（単位：千円）\n\n"
    + _lines("\t", [["項目", "R9要求額", "R8当初予算額", "備考"], *_mail, plus("計", _mail, 1, 2, width=4)])
    + "\n\n御不明な点がありましたら、内線2871までお願いします。\n\n--\n文化振興課　企画担当　山本\nTEL 0857-26-7134　FAX 0857-26-8108\n",
    truth(take(_mail, 0, 1, 2), year=9, name="芸術文化活動推進事業"),
)  # fmt: skip

# 32 農業大学校: memo aligned by spaces ---------------------------------------------------------------------------------------------------------------------------------


def _pad(word: str, width: int) -> str:
    return word + "　" * (width - len(word))


_dorm = [
    ["給食材料費", 6480, 6200],
    ["寮監報酬", 3960, 3840],
    ["寝具借上料", 528, 528],
    ["浴室ボイラー修繕", 1100, 0],
    ["光熱水費", 4250, 4100],
]
text(
    "b16_32_space_memo", ".txt",
    "令和９年度　学生寮運営費　要求メモ\n　　　　　　　　　　　　　　　　農業大学校（単位：千円）\n"
    + "-" * 52 + "\n"
    + _pad("区　　分", 10) + "   要求額     前年度     増減\n" + "-" * 52 + "\n"
    + "".join(f"{_pad(str(w), 10)}{a:>9,}  {b:>9,}  {a - b:>7,}\n" for w, a, b in _dorm)  # type: ignore[operator]
    + "-" * 52 + "\n"
    + f"{_pad('合　　計', 10)}{sum(r[1] for r in _dorm):>9,}  {sum(r[2] for r in _dorm):>9,}  {sum(r[1] - r[2] for r in _dorm):>7,}\n"  # type: ignore[misc, operator]
    + "※前年度は当初予算額。ボイラーは昭和63年設置で老朽化。\n",
    truth(take(_dorm, 0, 1, 2), year=9, name="学生寮運営費"),
)  # fmt: skip

# 33 選挙管理委員会: 節 in a list, last year's in brackets ------------------------------------------------------------------------------------------------------------------
text(
    "b16_33_list_of_nodes", ".txt",
    "令和８年度当初予算要求について\n\n１　事業名　　明るい選挙推進事業\n２　所属　　　選挙管理委員会事務局\n"
    "３　要求額　　3,412千円（前年度当初　3,240千円）\n４　内訳\n"
    "　・報償費　　　360千円（前年度　340千円）\n　　　　　10,000円×6人×6回\n"
    "　・旅費　　　　182千円（前年度　180千円）\n　　　　　県内及び東京都\n"
    "　・需用費　　1,640千円（前年度1,560千円）\n　　　　　啓発ポスター、ティッシュほか\n"
    "　・役務費　　　130千円（前年度　130千円）\n"
    "　・委託料　　1,100千円（前年度1,030千円）\n　　　　　出前授業用動画の制作\n"
    "５　財源　　　　一般財源　3,412千円\n",
    truth((("報償費", 360, 340), ("旅費", 182, 180), ("需用費", 1640, 1560), ("役務費", 130, 130), ("委託料", 1100, 1030)), year=8, name="明るい選挙推進事業"),
)  # fmt: skip

# 34 a page of the prefecture's site: 予算要求の概要 -----------------------------------------------------------------------------------------------------------------------------
_port = [
    ["コンテナ航路助成", 48000, 45000, "28,000TEU"],
    ["荷主企業への補助", 22000, 20000, "上限1,000千円"],
    ["ポートセールス", 3600, 3600, "上海、釜山ほか"],
    ["利用促進協議会負担金", 1500, 1500, ""],
]
text(
    "b16_34_site_page", ".txt",
    "ホーム > 県政情報 > 財政 > 予算 > 令和9年度当初予算要求状況\n\n更新日：2026年11月20日\n\n港湾利用促進事業\n\n"
    "部局名：県土整備部　課名：港湾課　担当：振興担当（電話 0859-42-3705）\n\n"
    "要求額　75,100千円（令和8年度当初予算額　70,100千円）\n\n1 目的\n県内港の利用を促し、物流コストの低減と地域経済の振興を図る。\n\n2 事業内容\n\n"
    + _lines("\t", [["内容", "要求額（千円）", "前年度（千円）", "備考"], *_port, plus("合計", _port, 1, 2, width=4)])
    + "\n\n3 事業期間\n令和5年度から令和10年度まで\n\nこのページに関するお問い合わせ\n港湾課\n",
    truth(take(_port, 0, 1, 2), year=9, name="港湾利用促進事業"),
)  # fmt: skip

# 35 mail in which one amount is not yet fixed ------------------------------------------------------------------------------------------------------------------------------------
text(
    "b16_35_mail_not_fixed", ".txt",
    "予算担当様\n\nスポーツ課の西村です。R9要求の内訳を先にお送りします（単位：千円）。\n\n"
    "項目\tR9要求\tR8当初\n国民スポーツ大会派遣費\t62,000\t60,500\n競技力向上補助\t調整中\t85,000\nスポーツ表彰\t450\t450\n計\t\t145,950\n\n"
    "競技力向上補助は競技団体の要望を集計中のため、金額は来週お知らせします。\n",
    Truth((("国民スポーツ大会派遣費", 62000, 60500), ("競技力向上補助", None, 85000), ("スポーツ表彰", 450, 450)), 62450, 145950, year=9, must="asked"),
)  # fmt: skip

# ---- HTML ----------------------------------------------------------------------------------------------------------------------------------------------------------------------------
# 36 Excel's ウェブページ, Shift_JIS ---------------------------------------------------------------------------------------------------------------------------------------------------
_sewer = [
    ["管渠清掃", 6600, 6380, "L=4.2km"],
    ["ポンプ場保守点検", 13200, 12980, "8箇所"],
    ["処理場薬品", 21500, 19800, "単価上昇"],
    ["汚泥処分", 38400, 36900, "1,920t"],
    ["水質試験", 2750, 2750, _],
]


def _excel_row(cells: Sequence[object], span: int = 0) -> str:
    found = ""
    for number, value in enumerate(cells):
        width = f" colspan={span}" if span and not number else ""
        if isinstance(value, int):
            found += f'\n  <td class=xl67 align=right x:num="{value}">{value:,}</td>'
        else:
            found += f"\n  <td{width} class=xl65>{value if value else ''}</td>"
    return f"\n <tr height=25 style='height:18.75pt'>{found}\n </tr>"


text(
    "b16_36_excel_html", ".html",
    "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">\n<head>\n"
    "<meta http-equiv=Content-Type content=\"text/html; charset=shift_jis\">\n<meta name=Generator content=\"Microsoft Excel 15\">\n"
    "<title>R9要求</title>\n<style><!--\n.xl65 {mso-style-parent:style0; border:.5pt solid windowtext;}\n.xl67 {mso-number-format:\"\\#\\,\\#\\#0\";}\n--></style>\n</head>\n<body>\n"
    "<table border=0 cellpadding=0 cellspacing=0 width=480 style='border-collapse:collapse;table-layout:fixed'>\n <col width=180><col width=90 span=2><col width=120>"
    + _excel_row(["令和９年度　流域下水道維持管理費　要求内訳", "単位：千円"], 3)
    + _excel_row(["項目", "令和９年度<br>\n    要求額", "令和８年度<br>\n    当初", "摘要"])
    + "".join(_excel_row(row) for row in _sewer)
    + _excel_row(plus("合計", _sewer, 1, 2, width=4))
    + "\n <![if supportMisalignedColumns]>\n <tr height=0 style='display:none'>\n  <td width=180></td><td width=90></td><td width=90></td><td width=120></td>\n </tr>\n <![endif]>\n</table>\n</body>\n</html>\n",
    truth(take(_sewer, 0, 1, 2), year=9, name="流域下水道維持管理費"),
    "cp932",
)  # fmt: skip

# 37 Google's HTML: letters of columns and numbers of rows in the headings --------------------------------------------------------------------------------------------------------------
_work = [
    ["就職フェア開催", 4200, 4000],
    ["インターンシップ支援", 2650, 2400],
    ["企業見学バスツアー", 780, 780],
    ["求人サイト運営", 3300, 3300],
]


def _google(rows: Sequence[Sequence[object]]) -> str:
    width = max(len(row) for row in rows)
    head = "".join(
        f'<th id="0C{at}" style="width:120px;" class="column-headers-background">{chr(65 + at)}</th>'
        for at in range(width)
    )
    body = ""
    for number, row in enumerate(_even(rows, width)):
        cells = "".join(
            f'<td class="s{1 if isinstance(value, int) else 0}" dir="ltr">{_cell(value)}</td>'
            for value in row
        )
        body += (
            f'<tr style="height: 20px"><th id="0R{number}" style="height: 20px;" class="row-headers-background">'
            f'<div class="row-header-wrapper" style="line-height: 20px">{number + 1}</div></th>{cells}</tr>'
        )
    return (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>'
        '<div class="ritz grid-container" dir="ltr"><table class="waffle" cellspacing="0" cellpadding="0"><thead><tr>'
        f'<th class="row-header freezebar-origin-ltr"></th>{head}</tr></thead><tbody>{body}</tbody></table></div></body></html>'
    )


text(
    "b16_37_google_html", ".html",
    _google([
        ["事業名", "若者県内就職促進事業"],
        ["年度", "R9", _, "単位：千円"],
        [_],
        ["内容", "要求額", "前年度当初", "備考"],
        *_work,
        plus("計", _work, 1, 2),
    ]),
    truth(take(_work, 0, 1, 2), year=9, name="若者県内就職促進事業"),
)  # fmt: skip

# 38 a note on the 庁内掲示板 -------------------------------------------------------------------------------------------------------------------------------------------------------------
_civil = [
    ["自主防災組織補助", 7500, 7000, "150団体×50千円"],
    ["防災士養成研修", 2310, 2200, "110人×21千円"],
    ["防災マップ印刷", 1870, 1760, "1万7千部"],
    ["総合防災訓練", 3400, 3400, "10月実施"],
]
text(
    "b16_38_board_note", ".html",
    "<!DOCTYPE html><html lang='ja'><head><meta charset='utf-8'><title>庁内掲示板</title></head><body>"
    "<div class='title'>【消防防災課】R8当初要求（地域防災力強化事業）の内訳</div><div class='meta'>登録者：消防防災課　登録日時：2025/10/22 17:40</div>"
    "<div class='body'><p>部内取りまとめのため、当課分を掲載します。</p><p>単位：千円</p><table border='1'><tr><th>項目</th><th>R8要求額</th><th>R7当初</th><th>積算</th></tr>"
    + "".join("<tr>" + "".join(f"<td>{_cell(value)}</td>" for value in row) + "</tr>" for row in [*_civil, plus("計", _civil, 1, 2, width=4)])
    + "</table><p>※財源は一般財源（一部、国交付金を調整中）</p></div></body></html>",
    truth(take(_civil, 0, 1, 2), year=8, name="地域防災力強化事業"),
)  # fmt: skip

# 39 LibreOffice's HTML, 円, subtotals ---------------------------------------------------------------------------------------------------------------------------------------------------------
_vet_a = [["検査用試薬", 2860000, 2640000], ["採材用器具", 715000, 700000]]
_vet_b = [
    ["焼却炉保守", 1210000, 1188000],
    ["医療廃棄物処理", 462000, 440000],
    ["庁舎清掃", 1056000, 1034000],
]


def _libre(row: Sequence[object]) -> str:
    cells = "".join(
        f'<td align="right" sdval="{value}" sdnum="1041;0;#,##0"><font face="游ゴシック">{value:,}</font></td>'
        if isinstance(value, int)
        else f'<td align="left"><font face="游ゴシック">{value or "<br>"}</font></td>'
        for value in row
    )
    return f"<tr>{cells}</tr>\n"


text(
    "b16_39_libreoffice_html", ".html",
    '<!DOCTYPE html>\n<html>\n<head>\n<meta http-equiv="content-type" content="text/html; charset=utf-8"/>\n<title></title>\n'
    '<meta name="generator" content="LibreOffice 7.3.7.2 (Linux)"/>\n</head>\n<body>\n<table cellspacing="0" border="0">\n<colgroup span="3" width="140"></colgroup>\n'
    + "".join(_libre(row) for row in [
        ["家畜保健衛生所　令和９年度要求", _, "単位：円"],
        ["節・内容", "要求額", "前年度当初"],
        ["需用費", _, _], *_vet_a, plus("小計", _vet_a, 1, 2),
        ["委託料", _, _], *_vet_b, plus("小計", _vet_b, 1, 2),
        plus("合計", [*_vet_a, *_vet_b], 1, 2),
    ])
    + "</table>\n</body>\n</html>\n",
    truth(take([*_vet_a, *_vet_b], 0, 1, 2, 1000), year=9),
)  # fmt: skip

# 40 a page of the section's wiki: 積算, 財源, last year's settled accounts ------------------------------------------------------------------------------------------------------------------------
_river = [
    ["河川巡視", 5400, 5200],
    ["堤防除草", 88000, 85000],
    ["樋門操作委託", 13600, 13600],
    ["河床掘削", 120000, 100000],
]
_river_from = [["県債", 108000, 90000], ["一般財源", 119000, 113800]]


def _plain(rows: Sequence[Sequence[object]]) -> str:
    return "<table class='wikitable'>" + "".join(
        "<tr>" + "".join(f"<{tag}>{_cell(value)}</{tag}>" for value in row) + "</tr>"
        for number, row in enumerate(rows) for tag in (["th"] if not number else ["td"])
    ) + "</table>"  # fmt: skip


text(
    "b16_40_wiki_page", ".html",
    "<!DOCTYPE html><html><head><meta charset='utf-8'><title>河川課wiki - R9当初要求</title></head><body><h1>R9当初要求／河川維持修繕費</h1>"
    "<p>最終更新 2026-10-19　河川課維持担当　／　金額は全て千円</p><h2>積算</h2>"
    + _plain([["区分", "R9要求", "R8当初"], *_river, plus("計", _river, 1, 2)])
    + "<h2>財源内訳</h2>" + _plain([["財源", "R9要求", "R8当初"], *_river_from, plus("計", _river_from, 1, 2)])
    + "<h2>参考：R7決算</h2>" + _plain([["区分", "R7決算"], ["河川巡視", 5130], ["堤防除草", 84210], ["樋門操作委託", 13600], ["河床掘削", 97800]])
    + "<hr><p>関連：<a href='#'>R8当初要求</a>　<a href='#'>ヒアリング日程</a></p></body></html>",
    truth(take(_river, 0, 1, 2), year=9, name="河川維持修繕費"),
)  # fmt: skip

BATCH: Final[list[Fresh]] = FRESH[_BEFORE:]
del FRESH[_BEFORE:]
assert len(BATCH) == 40
