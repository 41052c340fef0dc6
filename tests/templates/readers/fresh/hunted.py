"""Tables made to come in wrong without a word: what clerks do that a table's look does not show at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tests.templates.readers.fresh.pages import hidden_rows as _hidden_rows
from tests.templates.readers.fresh.rows import plus, take, truth
from tests.templates.readers.fresh.workbooks import csv as _csv
from tests.templates.readers.fresh.workbooks import lines as _lines
from tests.templates.readers.fresh.workbooks import then as _then
from tests.templates.readers.fresh_tables import FRESH, Fresh, Item, Truth, excel, text

_: None = None
_Rows = list[list[object]]
_BEFORE: Final = len(FRESH)


def _sum(rows: _Rows, at: int) -> int:
    return sum(value for row in rows if len(row) > at and isinstance(value := row[at], int))


# 01 last year stands first, headed by a year alone
_a: _Rows = [["巡回指導", 1200, 1350], ["研修会", 480, 460], ["相談窓口", 2600, 2750]]
excel("h01_last_year_first", [
    ["令和９年度　消費生活相談体制整備事業　積算", _, "単位：千円"],
    ["区分", "Ｒ８", "Ｒ９"], *_a, plus("計", _a, 1, 2)],
    truth(take(_a, 0, 2, 1), year=9, name="消費生活相談体制整備事業"))  # fmt: skip

# 02 cumulated quarters, of which the last is the year
_b: _Rows = [
    ["電気代", 300, 620, 900, 1250, 1190],
    ["水道代", 80, 170, 240, 320, 330],
    ["清掃委託", 500, 1000, 1500, 2000, 2000],
]
excel("h02_cumulated_quarters", [
    ["令和９年度　青少年の家管理運営費　所要見込", *[_] * 4, "（千円）"],
    ["費目", "６月まで", "９月まで", "12月まで", "３月まで（要求額）", "前年度予算"], *_b, plus("合計", _b, 1, 2, 3, 4, 5)],
    truth(take(_b, 0, 4, 5), year=9, name="青少年の家管理運営費"))  # fmt: skip

# 03 a hidden column with an older version, both headed 要求額
_c: _Rows = [
    ["看板更新", 900, 840, 700, _],
    ["案内アプリ", 2200, 1980, 0, "新規"],
    ["のぼり作成", 150, 150, 150, _],
]
excel("h03_hidden_older", [
    ["令和９年度　まちあるき観光推進事業", *[_] * 3, "千円"],
    ["内容", "要求額", "要求額", "前年度", "備考"], *_c, plus("計", _c, 1, 2, 3)],
    truth(take(_c, 0, 2, 3), year=9, name="まちあるき観光推進事業"), hidden="B")  # fmt: skip

# 04 each year in its own unit
_d: _Rows = [["機器賃借", 1320, 1254000], ["保守点検", 660, 660000], ["消耗部品", 145, 132000]]
excel("h04_year_units", [
    ["令和９年度　計量検査機器整備費"],
    ["経費", "令和９年度要求額（千円）", "令和８年度予算額（円）"], *_d, plus("計", _d, 1, 2)],
    Truth((("機器賃借", 1320, 1254), ("保守点検", 660, 660), ("消耗部品", 145, 132)), 2125, 2046, 9, "計量検査機器整備費"))  # fmt: skip

# 05 sums above their parts, told by marks alone
_e: _Rows = [
    ["○普及啓発", 1500, 1300],
    ["・講演会", 900, 800],
    ["・冊子", 600, 500],
    ["○人材育成", 2400, 2400],
    ["・研修委託", 1800, 1800],
    ["・派遣旅費", 600, 600],
]
excel("h05_sums_above", [
    ["令和９年度　男女共同参画推進事業（千円）"], ["事業内容", "要求額", "前年度"], *_e, ["計", 3900, 3700]],
    truth(take([_e[1], _e[2], _e[4], _e[5]], 0, 1, 2), year=9, name="男女共同参画推進事業"))  # fmt: skip

# 06 the years one below the other, three of them
_f = {"報償費": (310, 320, 300), "旅費": (150, 140, 160), "委託料": (5000, 5200, 4900)}
excel("h06_three_years_down", [
    ["森林環境学習事業　年度別", _, "単位：千円"], ["費目", "年度", "金額"],
    *[[name if not at else _, year, of[at]] for name, of in _f.items() for at, year in enumerate(("R7決算", "R8予算", "R9要求"))]],
    Truth(tuple((name, of[2], of[1]) for name, of in _f.items()), 5360, 5660, 9, "森林環境学習事業"))  # fmt: skip

# 07 the finance division's first assessment before the request
_g: _Rows = [
    ["橋梁点検", 38000, 42000, 36000],
    ["トンネル点検", 11000, 12500, 12000],
    ["標識点検", 2400, 2600, 2400],
]
excel("h07_assessed_first", [
    ["令和９年度　道路施設点検事業", *[_] * 3, "（単位：千円）"],
    ["工種", "一次査定", "要求", "前年度当初", "備考"], *_g, plus("計", _g, 1, 2, 3)],
    truth(take(_g, 0, 2, 3), year=9, name="道路施設点検事業"))  # fmt: skip

# 08 labels merged over lines that only their reckoning names
excel("h08_merged_labels", [
    ["令和９年度　伝統芸能大会開催費", _, _, "千円"], ["費目", "積算", "要求額", "前年度"],
    ["報償費", "審査員 20千円×6人", 120, 100], [_, "出演団体 50千円×12団体", 600, 550],
    ["役務費", "通信費", 80, 80], [_, "保険料", 45, 40], ["使用料", "会場 300千円×2日", 600, 580], ["計", _, 1445, 1350]],
    Truth((("審査員", 120, 100), ("出演団体", 600, 550), ("通信費", 80, 80), ("保険料", 45, 40), ("会場", 600, 580)), 1445, 1350, 9, "伝統芸能大会開催費"),
    merges="A3:A4 A5:A6")  # fmt: skip

# 09 one total for two tables
_h1: _Rows = [["庁内研修", 420, 400], ["外部派遣", 880, 900]]
_h2: _Rows = [["システム利用料", 1320, 1320], ["端末更新", 2500, 0]]
excel("h09_total_of_two", [
    ["令和９年度　職員研修費（単位：千円）"], ["１　研修"], ["項目", "要求額", "前年度"], *_h1, [],
    ["２　情報機器"], ["項目", "要求額", "前年度"], *_h2, [], plus("合計", [*_h1, *_h2], 1, 2)],
    truth(take([*_h1, *_h2], 0, 1, 2), year=9, name="職員研修費"))  # fmt: skip

# 10 the tax as a line, both years
_i: _Rows = [["設計", 3000, 0], ["監理", 1200, 0], ["改修工事", 22000, 8000]]
excel("h10_tax_line", [
    ["令和９年度　県民ホール改修事業", _, "単位：千円"], ["区分", "要求額", "前年度"], *_i,
    ["小計", 26200, 8000], ["消費税等", 2620, 800], ["計", 28820, 8800]],
    truth((*take(_i, 0, 1, 2), ("消費税等", 2620, 800)), year=9, name="県民ホール改修事業"))  # fmt: skip

# 11 百万円 with decimals
_j: _Rows = [["舗装修繕", 125.4, 118.0], ["側溝修繕", 32.65, 30.5], ["区画線", 8.2, 9.0]]
excel("h11_millions", [
    ["令和９年度　道路維持修繕費", _, "（百万円）"], ["種別", "要求額", "前年度"], *_j, ["計", 166.25, 157.5]],
    Truth((("舗装修繕", 125400, 118000), ("側溝修繕", 32650, 30500), ("区画線", 8200, 9000)), 166250, 157500, 9, "道路維持修繕費"))  # fmt: skip

# 12 negative lines: what is cut
_k: _Rows = [
    ["通常分", 18000, 17500],
    ["単価改定による増", 640, _],
    ["委託範囲の見直し", -1200, _],
    ["端数調整", -40, _],
]
excel("h12_negative_lines", [
    ["令和９年度　庁舎警備費", _, "千円"], ["内訳", "要求額", "前年度"], *_k, ["計", 17400, 17500]],
    truth(take(_k, 0, 1, 2), year=9, name="庁舎警備費"))  # fmt: skip

# 13 a line held in reserve
_l: _Rows = [["応急対策工事", 30000, 30000], ["調査費", 4000, 3500], ["予備費", 2000, 2000]]
text("h13_reserve", ".csv", _csv([["令和９年度　急傾斜地応急対策事業"], ["（千円）"], ["区分", "要求額", "前年度予算額"], *_l, plus("計", _l, 1, 2)]),
    truth(take(_l, 0, 1, 2), year=9, name="急傾斜地応急対策事業"))  # fmt: skip

# 14 a line that has the name of its group
_m: _Rows = [
    ["委託料", 5000, 4600],
    ["　委託料", 4200, 3900],
    ["　委託監理料", 800, 700],
    ["需用費", 300, 300],
    ["　需用費", 300, 300],
]
excel("h14_names_of_groups", [
    ["令和９年度　ダム堆砂対策事業", _, "単位：千円"], ["費目", "要求額", "前年度"], *_m, ["合計", 5300, 4900]],
    truth((("委託料", 4200, 3900), ("委託監理料", 800, 700), ("需用費", 300, 300)), year=9, name="ダム堆砂対策事業"))  # fmt: skip

# 15 income beside, with fewer rows
_n: _Rows = [["出演料", 2400, 2000], ["舞台費", 1800, 1700], ["宣伝費", 600, 650], ["会場費", 900, 900]]
_n2: _Rows = [["入場料", 1500, 1300], ["協賛金", 700, 700], ["一般財源", 3500, 3250]]
excel("h15_income_beside", [
    ["令和９年度　県民音楽祭開催事業", *[_] * 5, "千円"], ["支出", "R9", "R8", _, "収入", "R9", "R8"],
    *[[*_n[at], _, *(_n2[at] if at < 3 else [])] for at in range(4)], ["計", 5700, 5250, _, "計", 5700, 5250]],
    truth(take(_n, 0, 1, 2), year=9, name="県民音楽祭開催事業"))  # fmt: skip

# 16 what is new and what goes on, in columns
_o: _Rows = [["奨励金", 4000, 1000, 5000, 4200], ["研修", 600, 200, 800, 650], ["広報", 300, 0, 300, 300]]
excel("h16_new_and_old", [
    ["令和９年度　新規就業者確保事業", *[_] * 4, "千円"], ["項目", "継続分", "新規分", "要求額計", "前年度", "備考"], *_o, plus("計", _o, 1, 2, 3, 4)],
    truth(take(_o, 0, 3, 4), year=9, name="新規就業者確保事業"))  # fmt: skip

# 17 first asked for, asked for in addition
_p: _Rows = [["ワクチン購入", 8000, 1200, 9200, 8600], ["接種委託", 5000, 400, 5400, 5000]]
excel("h17_added_request", [
    ["令和９年度　予防接種対策事業", *[_] * 3, "千円"], ["内容", "当初要求", "追加要求", "要求額合計", "R8当初"], *_p, plus("計", _p, 1, 2, 3, 4)],
    truth(take(_p, 0, 3, 4), year=9, name="予防接種対策事業"))  # fmt: skip

# 18 last year's budget as it is now, and as it was at first
_q: _Rows = [["支援員報酬", 7300, 6900, 7500], ["教材", 420, 400, 430], ["保険", 60, 60, 60]]
excel("h18_current_and_initial", [
    ["令和９年度　放課後支援事業", *[_] * 3, "千円"], ["内容", "R8現計", "R8当初", "R9要求", "増減（対当初）"], *[[*r, r[3] - r[2]] for r in _q], [*plus("計", _q, 1, 2, 3), 630]],
    truth(take(_q, 0, 3, 2), year=9, name="放課後支援事業"))  # fmt: skip

# 19 the difference is of last year's last budget
_r: _Rows = [["補助金", 12000, -800], ["事務費", 300, 20]]
excel("h19_less_last_budget", [
    ["令和９年度　商店街支援事業", _, "千円"], ["区分", "要求額", "対前年度最終予算増減"], *_r, plus("計", _r, 1, 2)],
    Truth((("補助金", 12000, None), ("事務費", 300, None)), 12300, None, 9, "商店街支援事業"))  # fmt: skip

# 20 the difference the other way round, without last year's figures
excel("h20_difference_reversed", [
    ["令和９年度　港湾統計調査費", _, "千円"], ["区分", "R9要求", "差引（R8－R9）"], ["調査員", 3000, -200], ["集計", 900, 50], ["計", 3900, -150]],
    Truth((("調査員", 3000, 2800), ("集計", 900, 950)), 3900, 3750, 9, "港湾統計調査費"))  # fmt: skip

# 21 both years in one cell
_s: _Rows = [["巡視", "1,200（1,100）"], ["施設修繕", "3,400（3,000）"], ["計", "4,600（4,100）"]]
excel("h21_brackets_in_cell", [
    ["令和９年度　自然公園管理費", "単位：千円"], ["区分", "要求額（前年度）"], *_s],
    Truth((("巡視", 1200, 1100), ("施設修繕", 3400, 3000)), 4600, 4100, 9, "自然公園管理費"))  # fmt: skip

# 22 of which, in brackets, and no year
excel("h22_of_which_brackets", [
    ["令和９年度　情報システム最適化事業　（　）は内数で新規分", _, "千円"], ["区分", "要求額", "前年度"],
    ["保守", 8000, 7800], ["　うち新規", "(600)", _], ["改修", 5200, 1500], ["　うち新規", "(5,200)", _], ["計", 13200, 9300]],
    Truth((("保守", 8000, 7800), ("改修", 5200, 1500)), 13200, 9300, 9, "情報システム最適化事業"))  # fmt: skip

# 23 listed again below the total
_t: _Rows = [["普及員旅費", 1600, 1500], ["実証ほ設置", 2400, 2400], ["スマート機器借上", 1900, 900]]
excel("h23_listed_again", [
    ["令和９年度　普及指導活動費", _, "千円"], ["内容", "要求額", "前年度"], *_t, ["計", 5900, 4800], ["（再掲）デジタル関連", 1900, 900], ["（再掲）県単独分", 4000, 3900]],
    truth(take(_t, 0, 1, 2), year=9, name="普及指導活動費"))  # fmt: skip

# 24 listed again above the total
excel("h24_again_above_total", [
    ["令和９年度　農福連携推進事業", _, "千円"], ["内容", "要求額", "前年度"], ["コーディネーター", 4200, 4100], ["マルシェ開催", 900, 850], ["【再掲】うち国費対象", 2100, 2050], ["工賃向上研修", 350, 300], ["計", 5450, 5250]],
    Truth((("コーディネーター", 4200, 4100), ("マルシェ開催", 900, 850), ("工賃向上研修", 350, 300)), 5450, 5250, 9, "農福連携推進事業"))  # fmt: skip

# 25 what another section asks for
excel("h25_other_section", [
    ["令和９年度　防災訓練費　（危機管理課）", _, "千円"], ["内容", "要求額", "前年度"], ["訓練委託", 3300, 3000], ["資機材", 700, 650], ["計", 4000, 3650], ["（別途、消防課計上）", 1200, 1100]],
    Truth((("訓練委託", 3300, 3000), ("資機材", 700, 650)), 4000, 3650, 9, "防災訓練費"))  # fmt: skip

# 26 months without a column of their sum
_u: _Rows = [["パート賃金", *[90] * 6], ["通勤費", *[6] * 6]]
excel("h26_months_no_sum", [
    ["令和９年度　収穫調査補助員経費（４～９月）", *[_] * 5, "千円"], ["区分", "4月", "5月", "6月", "7月", "8月", "9月"], *_u, plus("計", _u, 1, 2, 3, 4, 5, 6)],
    Truth((("パート賃金", 540, None), ("通勤費", 36, None)), 576, None, 9, "収穫調査補助員経費"))  # fmt: skip

# 27 numbers of cases as large as amounts
_v: _Rows = [["健診", 12000, 4800, 4500], ["精密検査", 900, 1800, 1650], ["受診勧奨", 30000, 2100, 2100]]
excel("h27_cases", [
    ["令和９年度　がん検診推進事業", *[_] * 2, "金額：千円"], ["区分", "見込", "要求額", "前年度"], *_v, plus("計", _v, 1, 2, 3)],
    truth(take(_v, 0, 2, 3), year=9, name="がん検診推進事業"))  # fmt: skip

# 28 of it special sources, of it general
_w: _Rows = [["相談員", 5200, 2600, 2600, 5000], ["研修", 640, 300, 340, 600]]
excel("h28_sources_a_b", [
    ["令和９年度　ひとり親家庭支援事業", *[_] * 3, "千円"], ["区分", "要求額(A)", "特定財源(B)", "差引一般財源(A-B)", "前年度要求額(C)"], *_w, plus("計", _w, 1, 2, 3, 4)],
    Truth((("相談員", 5200, None), ("研修", 640, None)), 5840, None, 9, "ひとり親家庭支援事業", "asked"))  # fmt: skip

# 29 the title was left from last year
_x: _Rows = [["ポスター", 400, 380], ["テレビCM", 3300, 3300]]
excel("h29_title_left", [
    ["令和８年度　選挙啓発費　要求内訳", _, "千円"], ["内容", "令和９年度", "令和８年度"], *_x, plus("計", _x, 1, 2)],
    truth(take(_x, 0, 1, 2), year=9, name="選挙啓発費", must="asked"))  # fmt: skip

# 30 a tab for each year, named by the year alone
_y: _Rows = [["図書購入", 900, 880], ["データベース", 1500, 1440]]
excel("h30_year_tabs", {
    "R8": [["議会図書室運営費", "千円"], ["項目", "予算額"], *[[r[0], r[2]] for r in _y], ["計", 2320]],
    "R9": [["議会図書室運営費", "千円"], ["項目", "要求額"], *[[r[0], r[1]] for r in _y], ["計", 2400]]},
    truth(take(_y, 0, 1, 2), year=9, name="議会図書室運営費"))  # fmt: skip

# 31 income first, both with the same total
_z: _Rows = [["使用料", 3000, 2900], ["一般財源", 4200, 4100]]
_z2: _Rows = [["管理委託", 6000, 5900], ["修繕", 1200, 1100]]
excel("h31_income_first", [
    ["令和９年度　県営住宅集会所管理費", _, "千円"], ["（歳入）"], ["区分", "要求額", "前年度"], *_z, plus("計", _z, 1, 2), [], ["（歳出）"], ["区分", "要求額", "前年度"], *_z2, plus("計", _z2, 1, 2)],
    truth(take(_z2, 0, 1, 2), year=9, name="県営住宅集会所管理費"))  # fmt: skip

# 32 what recurs and what does not
_aa: _Rows = [["人件費", 6000, 0, 6000, 5800], ["備品", 200, 1500, 1700, 300], ["旅費", 340, 60, 400, 380]]
text("h32_recurring", ".tsv", _lines("\t", [["令和９年度　計量普及費", _, _, _, "単位：千円"], ["費目", "経常", "臨時", "計", "前年度"], *_aa, plus("合計", _aa, 1, 2, 3, 4)]),
    truth(take(_aa, 0, 3, 4), year=9, name="計量普及費"))  # fmt: skip

# 33 each office, both years
_bb: _Rows = [
    ["賃借料", 300, 200, 400, 900, 290, 190, 380, 860],
    ["燃料費", 110, 90, 150, 350, 100, 90, 140, 330],
    ["修繕費", 60, 40, 50, 150, 80, 40, 60, 180],
]
excel("h33_offices_two_years", [
    ["令和９年度　公用車管理費（単位：千円）"], ["区分", "令和９年度要求", _, _, _, "令和８年度予算", _, _, _], [_, "東部", "中部", "西部", "計", "東部", "中部", "西部", "計"], *_bb, plus("合計", _bb, 1, 2, 3, 4, 5, 6, 7, 8)],
    truth(take(_bb, 0, 4, 8), year=9, name="公用車管理費"), merges="A2:A3 B2:E2 F2:I2")  # fmt: skip

# 34 last year's amount for each group alone
excel("h34_previous_of_groups", [
    ["令和９年度　環境学習推進費", _, _, "千円"], ["区分", "内容", "要求額", "前年度"], ["講座", "講師", 300, _], [_, "会場", 120, _], ["小計", _, 420, 400], ["広報", "チラシ", 200, _], [_, "動画", 500, _], ["小計", _, 700, 250], ["合計", _, 1120, 650]],
    Truth((("講師", 300, None), ("会場", 120, None), ("チラシ", 200, None), ("動画", 500, None)), 1120, 650, 9, "環境学習推進費"))  # fmt: skip

# 35 the amount with a unit in some cells, without in others
excel("h35_some_with_units", [
    ["令和９年度　水防訓練費", _, "（千円）"], ["内容", "要求額", "前年度"], ["土のう", "240千円", 230], ["訓練委託", 1500, "1,450千円"], ["計", "1,740千円", "1,680千円"]],
    Truth((("土のう", 240, 230), ("訓練委託", 1500, 1450)), 1740, 1680, 9, "水防訓練費"))  # fmt: skip

# 36 what the municipalities bear is in the whole
_cc: _Rows = [["バス運行補助", 24000, 8000, 16000, 15000], ["デマンド交通", 6000, 3000, 3000, 2500]]
excel("h36_whole_and_share", [
    ["令和９年度　地域交通確保対策事業", *[_] * 3, "千円"], ["区分", "総事業費", "市町村負担", "県負担（要求額）", "前年度"], *_cc, plus("計", _cc, 1, 2, 3, 4)],
    truth(take(_cc, 0, 3, 4), year=9, name="地域交通確保対策事業"))  # fmt: skip

# 37 the years' plan in rows below the lines
_dd: _Rows = [["測量", 5000, 0], ["用地", 8000, 2000]]
excel("h37_plan_in_rows", [
    ["令和９年度　県道バイパス整備費", _, "千円"], ["内訳", "要求額", "前年度"], *_dd, plus("計", _dd, 1, 2), ["（参考）全体計画"], ["R10", 30000, _], ["R11", 45000, _]],
    truth(take(_dd, 0, 1, 2), year=9, name="県道バイパス整備費"))  # fmt: skip

# 38 an amount that stands in another line
excel("h38_in_another_line", [
    ["令和９年度　種子検査費", _, "千円", _], ["項目", "要求額", "前年度", "備考"], ["試薬", 500, 480, _], ["器具", "上に含む", 60, _], ["旅費", 120, 110, _], ["計", 620, 650, _]],
    Truth((("試薬", 500, 480), ("器具", None, 60), ("旅費", 120, 110)), 620, 650, 9, "種子検査費"))  # fmt: skip

# 39 three versions side by side, dated
_ee: _Rows = [["会場設営", 4000, 3800, 3600, 3500], ["運営", 2200, 2200, 2100, 2000]]
excel("h39_dated_versions", [
    ["令和９年度　産業フェア開催費", *[_] * 3, "千円"], ["内容", "9/20案", "10/5案", "10/15要求", "前年度"], *_ee, plus("計", _ee, 1, 2, 3, 4)],
    truth(take(_ee, 0, 3, 4), year=9, name="産業フェア開催費"))  # fmt: skip

# 40 a wrong difference in one row
excel("h40_wrong_difference", [
    ["令和９年度　動物愛護推進費", *[_] * 2, "千円"], ["内容", "要求額", "前年度", "増減"], ["譲渡会", 800, 700, 100], ["不妊手術助成", 3000, 2600, 300], ["計", 3800, 3300, 500]],
    Truth((("譲渡会", 800, 700), ("不妊手術助成", 3000, 2600)), 3800, 3300, 9, "動物愛護推進費"))  # fmt: skip

# 41 amounts of a longer contract, of which a year is asked for
_ff: _Rows = [["複合機", 60, 3000, 600, 600], ["サーバ", 48, 9600, 2400, 0]]
excel("h41_contract_term", [
    ["令和９年度　事務機器賃借料", *[_] * 3, "千円"], ["品名", "契約月数", "契約総額", "R9要求額", "R8予算額"], *_ff, ["計", _, 12600, 3000, 600]],
    truth(take(_ff, 0, 3, 4), year=9, name="事務機器賃借料"))  # fmt: skip

# 42 numbers before the names in their own column, as large as amounts, no total
_gg: _Rows = [[1001, "啓発資材", 150, 140], [1002, "街頭活動", 90, 90], [2001, "講習会", 320, 300]]
text("h42_codes", ".csv", _csv([["コード", "経費名", "令和9年度要求額（千円）", "令和8年度予算額（千円）"], *_gg]),
    truth(take(_gg, 1, 2, 3), year=9))  # fmt: skip

# 43 the previous column holds words
excel("h43_words_for_last_year", [
    ["令和９年度　夜間中学設置準備費", _, "千円"], ["内容", "要求額", "前年度"], ["備品", 2600, "皆増"], ["広報", 300, 300], ["視察", 150, "－"], ["計", 3050, 300]],
    Truth((("備品", 2600, None), ("広報", 300, 300), ("視察", 150, None)), 3050, 300, 9, "夜間中学設置準備費"))  # fmt: skip

# 44 half a year asked for, the rest later
_hh: _Rows = [["警備", 600, 600, 1200, 1150], ["清掃", 450, 450, 900, 880]]
excel("h44_halves_skeleton", [
    ["令和９年度　分庁舎管理費", *[_] * 3, "千円"], ["内容", "当初要求（4～9月）", "6月補正予定（10～3月）", "年間", "前年度"], *_hh, plus("計", _hh, 1, 2, 3, 4)],
    truth(((("警備"), 600, 1150), ("清掃", 450, 880)), year=9, name="分庁舎管理費"))  # fmt: skip

# 45 last year's request and last year's budget, then this year's
_ii: _Rows = [["助成", 5000, 4500, 4800], ["審査", 120, 110, 115]]
excel("h45_last_request", [
    ["令和９年度　芸術文化助成事業", *[_] * 3, "千円"], ["内容", "R8要求", "R8予算", "R9要求"], *_ii, plus("計", _ii, 1, 2, 3)],
    truth(take(_ii, 0, 3, 2), year=9, name="芸術文化助成事業"))  # fmt: skip

# 46 a discount and a rounding as lines
excel("h46_discount", [
    ["令和９年度　通信指令システム保守費", _, "円"], ["項目", "要求額", "前年度"], ["定期点検", 4500000, 4400000], ["オンコール", 1200000, 1200000], ["値引", -200000, -100000], ["計", 5500000, 5500000]],
    Truth((("定期点検", 4500, 4400), ("オンコール", 1200, 1200), ("値引", -200, -100)), 5500, 5500, 9, "通信指令システム保守費"))  # fmt: skip

# 47 a hidden row with an old line, not in the total
excel("h47_hidden_row", [
    ["令和９年度　移動図書館運行費", _, "千円"], ["内容", "要求額", "前年度"], ["運転委託", 4200, 4100], ["（旧）車両更新", 9000, 0], ["燃料", 380, 360], ["計", 4580, 4460]],
    Truth((("運転委託", 4200, 4100), ("燃料", 380, 360)), 4580, 4460, 9, "移動図書館運行費"))  # fmt: skip
_then(_hidden_rows(4))

# 48 two tables under one title: the state's and the prefecture's
_jj: _Rows = [["堤防補強", 40000, 38000], ["護岸", 12000, 10000]]
_jj2: _Rows = [["除草", 3000, 3000], ["浚渫", 6000, 5000]]
excel("h48_two_kinds", [
    ["令和９年度　河川改修事業", _, "千円"], ["（国庫補助）"], ["工種", "要求額", "前年度"], *_jj, plus("計", _jj, 1, 2), ["（県単独）"], ["工種", "要求額", "前年度"], *_jj2, plus("計", _jj2, 1, 2)],
    truth(take([*_jj, *_jj2], 0, 1, 2), year=9, name="河川改修事業"))  # fmt: skip

# 49 the year before last, last year, this year without words
_kk: _Rows = [["調査", 800, 900, 950], ["分析", 400, 380, 390]]
excel("h49_three_bare_years", [
    ["地下水調査費（令和９年度要求）", *[_] * 2, "千円"], ["区分", "７年度", "８年度", "９年度"], *_kk, plus("計", _kk, 1, 2, 3)],
    truth(take(_kk, 0, 3, 2), year=9, name="地下水調査費"))  # fmt: skip

# 50 the sum in the row of the group's name, parts behind it in another column
excel("h50_sum_left_parts_right", [
    ["令和９年度　高校魅力化推進費", *[_] * 3, "千円"], ["区分", "要求額", "内訳", "金額", "前年度"], ["探究", 900, "講師", 300, 280], [_, _, "教材", 600, 560], ["国際", 1500, "派遣", 1500, 1300], ["計", 2400, _, 2400, 2140]],
    Truth((("講師", 300, 280), ("教材", 600, 560), ("派遣", 1500, 1300)), 2400, 2140, 9, "高校魅力化推進費"), merges="A3:A4 B3:B4")  # fmt: skip

# 51 the difference is given as a mark and a number in words
excel("h51_marks", [
    ["令和９年度　里親支援費", *[_] * 2, "千円"], ["内容", "要求額", "比較", "前年度"], ["研修", 700, "＋50", 650], ["相談", 2400, "▲100", 2500], ["計", 3100, "▲50", 3150]],
    Truth((("研修", 700, 650), ("相談", 2400, 2500)), 3100, 3150, 9, "里親支援費"))  # fmt: skip

# 52 what was asked for by the section and by the bureau
_ll: _Rows = [["設備更新", 15000, 12000, 9000], ["点検", 2200, 2200, 2100]]
excel("h52_section_bureau", [
    ["令和９年度　浄水場維持費", *[_] * 3, "千円"], ["内容", "課要求", "部要求", "前年度", "備考"], *_ll, plus("計", _ll, 1, 2, 3)],
    truth(take(_ll, 0, 2, 3), year=9, name="浄水場維持費", must="asked"))  # fmt: skip

# 53 the total in 円, its lines in 千円
excel("h53_total_in_yen", [
    ["令和９年度　鳥インフルエンザ対策費", _, "単位：千円"], ["内容", "要求額", "前年度"], ["消毒薬", 1250, 1200], ["防護服", 860, 800], ["合計（円）", 2110000, 2000000]],
    Truth((("消毒薬", 1250, 1200), ("防護服", 860, 800)), 2110, 2000, 9, "鳥インフルエンザ対策費"))  # fmt: skip

# 54 a share of the price of one as a column between the years
_mm: _Rows = [["端末", 120, 55, 6600, 6050], ["充電庫", 4, 180, 720, 0]]
excel("h54_price_times", [
    ["令和９年度　学校ICT整備費", *[_] * 3, "千円"], ["品名", "数量", "単価", "金額", "前年度"], *_mm, ["計", 124, _, 7320, 6050]],
    truth(take(_mm, 0, 3, 4), year=9, name="学校ICT整備費"))  # fmt: skip

# 55 last year's actual is expected, and its budget
_nn: _Rows = [["除雪委託", 42000, 55000, 45000], ["融雪剤", 6000, 7200, 6500]]
excel("h55_expected_actual", [
    ["令和９年度　道路除雪費", *[_] * 2, "千円"], ["区分", "R8当初", "R8決算見込", "R9要求"], *_nn, plus("計", _nn, 1, 2, 3)],
    truth(take(_nn, 0, 3, 1), year=9, name="道路除雪費"))  # fmt: skip

# 56 the lines of last year that ended
excel("h56_ended", [
    ["令和９年度　結婚支援事業", _, "千円"], ["内容", "要求額", "前年度"], ["センター運営", 9800, 9500], ["イベント", _, 1200], ["アプリ開発", _, 3000], ["計", 9800, 13700]],
    Truth((("センター運営", 9800, 9500), ("イベント", None, 1200), ("アプリ開発", None, 3000)), 9800, 13700, 9, "結婚支援事業"))  # fmt: skip

# 57 a column of what was granted, between both years, unlabelled by year
_oo: _Rows = [["給付", 3000, 2700, 2800], ["郵送", 150, 150, 140]]
excel("h57_request_informed", [
    ["令和９年度　奨学給付金事務費", *[_] * 2, "千円"], ["内容", "要求額", "内示額", "前年度当初"], *_oo, plus("計", _oo, 1, 2, 3)],
    truth(take(_oo, 0, 1, 3), year=9, name="奨学給付金事務費"))  # fmt: skip

# 58 the unit stands over one column alone
_pp: _Rows = [["苗木", "2,000本", 500, 480], ["作業", "40人日", 800, 760]]
excel("h58_unit_over_one", [
    ["令和９年度　県民の森管理費"], ["内容", "数量", "要求額", "前年度"], [_, _, "千円", _], *_pp, plus("計", _pp, 2, 3)],
    truth(take(_pp, 0, 2, 3), year=9, name="県民の森管理費"))  # fmt: skip

# 59 the lines are numbered like money, and a blank row parts them from an extra
_qq: _Rows = [["巡回バス", 3600, 3500], ["乗車券", 400, 380]]
excel("h59_extra_after_blank", [
    ["令和９年度　高齢者外出支援事業", _, "千円"], ["内容", "要求額", "前年度"], *_qq, plus("計", _qq, 1, 2), [], ["※昨年度決算額", 3720, _], ["※上限額", 4500, _]],
    truth(take(_qq, 0, 1, 2), year=9, name="高齢者外出支援事業"))  # fmt: skip

# 60 sums of groups at the right, in a column of their own
excel("h60_sums_in_a_column", [
    ["令和９年度　統計調査費", *[_] * 3, "千円"], ["区分", "内容", "要求額", "小計", "前年度"], ["人件費", "調査員", 2000, _, 1900], [_, "指導員", 700, 2700, 680], ["物件費", "用紙", 150, _, 140], [_, "郵送", 90, 240, 90], ["計", _, 2940, 2940, 2810]],
    Truth((("調査員", 2000, 1900), ("指導員", 700, 680), ("用紙", 150, 140), ("郵送", 90, 90)), 2940, 2810, 9, "統計調査費"))  # fmt: skip

# 61 sources of two columns below a blank row, under other headings than the amounts
_rr: _Rows = [["図書購入", "12回", 370, 340, 333], ["製本", "一式", 4306, 4100, 4736]]
excel("h61_sources_under_others", [
    ["令和９年度　図書館活性化事業", *[_] * 3, "単位：千円"], ["項目", "積算", "令和７年度予算額", "要求", "令和８年度予算額"], *[[r[0], r[1], r[3], r[2], r[4]] for r in _rr], ["合計", _, 4440, 4676, 5069], [],
    ["【財源】"], ["国庫支出金", 2338, 2534], ["一般財源", 2338, 2535], ["計", 4676, 5069]],
    truth(take(_rr, 0, 2, 4), year=9, name="図書館活性化事業"))  # fmt: skip

# 62 a heading broken over lines where the copy lost its quotes, so that it stands over the numbers
text("h62_broken_heading", ".tsv",
    "令和９年度　消費者教育推進事業（単位：千円）\nNo.\t内容\t令和９年度\n要求額\t令和８年度\n予算額\t備考\n1\t講師謝金\t100\t110\n2\t会場借上\t670\t804\n3\t印刷\t2000\t1800\n",
    Truth((("講師謝金", 100, 110), ("会場借上", 670, 804), ("印刷", 2000, 1800)), 2770, 2714, 9, "消費者教育推進事業", "asked"))  # fmt: skip

# 63 how much there is of it beside what it is
_ss: _Rows = [
    [1, "農薬", "ほ場6ha", 342, 318],
    [2, "燃料", "軽油ほか", 215, 198],
    [3, "修繕", "12台", 160, 160],
    [4, "講習", "学生20人", 198, 158],
]
excel("h63_sizes_beside", [
    ["令和９年度　農業大学校運営費", *[_] * 3, "千円"], ["No.", "費目", "内容", "要求額", "前年度"], *_ss, plus("計", _ss, 3, 4, at=1)],
    truth(take(_ss, 1, 3, 4), year=9, name="農業大学校運営費"))  # fmt: skip

# 64 the section in brackets behind the name of the 事業
_tt: _Rows = [["調査", 780, 745], ["印刷", 93, 88]]
excel("h64_section_behind", [
    ["事業名", "農林業調査事業（農林水産部農政課）"], ["項目", "令和９年度要求額（千円）", "令和８年度予算額（千円）"], *_tt, plus("計", _tt, 1, 2)],
    truth(take(_tt, 0, 1, 2), year=9, name="農林業調査事業"))  # fmt: skip

# ---- the second hunt: one short table, each time with another thing that a clerk does ----
_NAME: Final = "環境教育推進事業"
_THREE: Final = (("教材", 500, 480), ("講師", 300, 320), ("会場", 150, 150))


def _said(lines: Sequence[Item] = _THREE, name: str = _NAME, must: str = "right") -> Truth:
    """The truth of these lines, 令和9年度."""
    return truth(tuple(lines), year=9, name=name, must=must)


_WRITTEN: Final = [list(line) for line in _THREE]
_TOP: Final[_Rows] = [[f"令和９年度　{_NAME}", _, "千円"], ["項目", "要求額", "前年度"]]
_WHOLE: Final[_Rows] = [*_TOP, *_WRITTEN, ["計", 950, 950]]
# last year's budget and settlement only, no request
excel(
    "k201_budget_and_settled",
    [
        [f"令和９年度　{_NAME}　要求資料"],
        ["（参考）前年度の状況", _, "千円"],
        ["項目", "予算額", "決算額"],
        ["教材", 480, 455],
        ["講師", 320, 300],
        ["計", 800, 755],
    ],
    _said(must="asked"),
)
# the year stands in the name of a line
excel(
    "k202_year_in_name",
    [
        *_TOP,
        ["R9統計調査", 500, 480],
        ["R8調査とりまとめ", 300, 320],
        ["計", 800, 800],
    ],
    _said((("R9統計調査", 500, 480), ("R8調査とりまとめ", 300, 320))),
)
# the whole in another unit than the request
excel(
    "k203_whole_in_millions",
    [
        [f"令和９年度　{_NAME}", _, "（千円）"],
        ["項目", "全体事業費（百万円）", "要求額", "前年度"],
        ["教材", 12, 500, 480],
        ["講師", 8, 300, 320],
        ["計", 20, 800, 800],
    ],
    _said(_THREE[:2]),
)
# extensions of telephones beside
excel(
    "k204_extensions",
    [
        [f"令和９年度　{_NAME}", _, _, "千円"],
        ["項目", "担当内線", "要求額", "前年度"],
        ["教材", 7211, 500, 480],
        ["講師", 7215, 300, 320],
        ["会場", 7390, 150, 150],
    ],
    _said(),
)
# the whole price without tax, sums with tax
excel(
    "k205_total_with_tax",
    [
        [f"令和９年度　{_NAME}", _, "千円"],
        ["項目", "要求額（税抜）", "前年度（税抜）"],
        *_WRITTEN,
        ["計（税込）", 1045, 1045],
    ],
    _said(must="finding"),
)
# month and year
excel(
    "k206_month_and_year",
    [
        [f"令和９年度　{_NAME}", _, "円"],
        ["項目", "月額", "年額", "前年度年額"],
        ["賃借", 50000, 600000, 580000],
        ["回線", 12000, 144000, 144000],
        ["計", 62000, 744000, 724000],
    ],
    _said((("賃借", 600, 580), ("回線", 144, 144))),
)
# about
excel(
    "k207_about",
    [
        *_TOP,
        ["教材", "約500", 480],
        ["講師", 300, 320],
        ["計", 800, 800],
    ],
    _said(_THREE[:2]),
)
# slash
excel(
    "k208_slash",
    [
        [f"令和９年度　{_NAME}", _, "千円"],
        ["項目", "R9/R8"],
        ["教材", "500/480"],
        ["講師", "300/320"],
        ["計", "800/800"],
    ],
    _said(_THREE[:2]),
)
# A or B in rows
excel(
    "k209_plans_in_rows",
    [
        *_TOP,
        ["教材（A案：更新）", 500, 480],
        ["教材（B案：修繕）", 200, 480],
        ["講師", 300, 320],
    ],
    _said(_THREE[:2], must="asked"),
)
# a column of 事業 filled once, two of them
excel(
    "k210_two_in_column",
    [
        ["令和９年度　要求一覧", _, _, "千円"],
        ["事業名", "項目", "要求額", "前年度"],
        ["環境教育推進事業", "教材", 500, 480],
        [_, "講師", 300, 320],
        ["森林教育推進事業", "会場", 150, 150],
        ["計", _, 950, 950],
    ],
    _said(must="asked", name=""),
)
# the request only as what was cut
excel(
    "k211_request_cut_result",
    [
        [f"令和９年度　{_NAME}", *[_] * 4, "千円"],
        ["項目", "前年度", "要求", "調整", "調整後", "備考"],
        ["教材", 480, 520, -20, 500, _],
        ["講師", 320, 310, -10, 300, _],
        ["計", 800, 830, -30, 800, _],
    ],
    _said(_THREE[:2], must="asked"),
)
# last year twice: initial and after the June supplement
excel(
    "k212_after_june",
    [
        [f"令和９年度　{_NAME}", *[_] * 3, "千円"],
        ["項目", "R8当初", "R8(6補後)", "R9要求", "備考"],
        ["教材", 480, 490, 500, _],
        ["講師", 320, 350, 300, _],
        ["計", 800, 840, 800, _],
    ],
    _said(_THREE[:2]),
)
# last year's amounts stand in the remarks, as 「R8:480」
excel(
    "k213_prev_in_note",
    [
        [f"令和９年度　{_NAME}", _, "千円"],
        ["項目", "要求額", "備考"],
        ["教材", 500, "R8:480"],
        ["講師", 300, "R8:320"],
        ["計", 800, "R8:800"],
    ],
    Truth((("教材", 500, None), ("講師", 300, None)), 800, None, 9, _NAME),
)
# last year's amount of the total alone
excel(
    "k214_only_total_prev",
    [
        *_TOP,
        ["教材", 500, _],
        ["講師", 300, _],
        ["計", 800, 780],
    ],
    Truth((("教材", 500, None), ("講師", 300, None)), 800, 780, 9, _NAME),
)
# amounts in 万円
excel(
    "k215_man",
    [
        [f"令和９年度　{_NAME}"],
        ["項目", "要求額", "前年度"],
        ["教材", "50万円", "48万円"],
        ["講師", "30万円", "32万円"],
        ["計", "80万円", "80万円"],
    ],
    _said(_THREE[:2]),
)
# unit stands only on the total
excel(
    "k216_unit_on_total",
    [
        [f"令和９年度　{_NAME}"],
        ["項目", "要求額", "前年度"],
        ["教材", 500, 480],
        ["講師", 300, 320],
        ["計", "800千円", "800千円"],
    ],
    _said(_THREE[:2]),
)
# double header: year over, 当初/補正 below
excel(
    "k217_year_over_two",
    [
        [f"令和９年度　{_NAME}", *[_] * 4, "千円"],
        ["項目", "令和８年度", _, "令和９年度", _, "備考"],
        [_, "当初", "最終", "要求", "うち新規", _],
        ["教材", 480, 470, 500, 100, _],
        ["講師", 320, 330, 300, 0, _],
        ["計", 800, 800, 800, 100, _],
    ],
    _said(_THREE[:2]),
    merges="A2:A3 B2:C2 D2:E2 F2:F3",
)
# a table of what is spent until now, monthly
excel(
    "k218_spent_till_now",
    [
        [f"令和９年度　{_NAME}", *[_] * 3, "千円"],
        ["項目", "R8予算", "R8執行(9月末)", "R9要求", "執行率"],
        ["教材", 480, 200, 500, "41.7%"],
        ["講師", 320, 310, 300, "96.9%"],
        ["計", 800, 510, 800, "63.8%"],
    ],
    _said(_THREE[:2]),
)
# the lines are called by numbers alone
excel(
    "k219_line_names_numbers",
    [
        *_TOP,
        ["1", "500", "480"],
        ["2", "300", "320"],
        ["計", 800, 800],
    ],
    _said((("1", 500, 480), ("2", 300, 320)), must="asked"),
)
# grand total repeated in a header cell
excel(
    "k220_total_in_head",
    [
        [f"令和９年度　{_NAME}"],
        ["要求額", "800千円", "前年度", "800千円"],
        ["項目", "金額（千円）", "前年度（千円）"],
        ["教材", 500, 480],
        ["講師", 300, 320],
    ],
    _said(_THREE[:2]),
)
# head total differs from the lines
excel(
    "k221_head_differs",
    [
        [f"令和９年度　{_NAME}"],
        ["要求額", "900千円"],
        ["項目", "金額（千円）", "前年度（千円）"],
        ["教材", 500, 480],
        ["講師", 300, 320],
        ["計", 800, 800],
    ],
    _said(_THREE[:2], must="asked"),
)
# lines below total as additional
excel(
    "k222_lines_after_total",
    [
        *_TOP,
        *_WRITTEN[:2],
        ["計", 800, 800],
        ["会場", 150, 150],
        ["再計", 950, 950],
    ],
    _said(),
)
# a separate prefectural share row
excel(
    "k223_of_which_prefecture",
    [
        [f"令和９年度　{_NAME}", _, "千円"],
        ["項目", "総額", "うち県要求額", "前年度県予算額"],
        ["教材", 1000, 500, 480],
        ["講師", 450, 300, 320],
        ["計", 1450, 800, 800],
    ],
    _said(_THREE[:2]),
)
# a mail that quotes what was sent before
text(
    "k224_mail_quoted",
    ".txt",
    f"> 前回送付分\n> 教材　450千円\n> 講師　290千円\n> 計　740千円\n\n差し替えます。{_NAME}　令和9年度要求\n・教材　500千円（前年480千円）\n・講師　300千円（前年320千円）\n計　800千円（前年800千円）\n",
    _said(_THREE[:2], must="asked"),
)
# a negative line
excel(
    "k225_negative_prev",
    [
        *_TOP,
        ["教材", 500, 480],
        ["返還金", -20, -30],
        ["計", 480, 450],
    ],
    _said((("教材", 500, 480), ("返還金", -20, -30))),
)
# a single line and its total
excel(
    "k226_single_line",
    [*_TOP, ["教材", 500, 480], ["計", 500, 480]],
    _said(_THREE[:1]),
)
# all lines equal
excel(
    "k227_equal_lines",
    [
        *_TOP,
        ["東部", 100, 100],
        ["中部", 100, 100],
        ["西部", 100, 100],
        ["県全体", 300, 300],
    ],
    _said((("東部", 100, 100), ("中部", 100, 100), ("西部", 100, 100)), must="asked"),
)
# first line equals sum of others by chance
excel(
    "k228_chance",
    [
        *_TOP,
        ["委託", 800, 800],
        ["教材", 500, 480],
        ["講師", 300, 320],
        ["計", 1600, 1600],
    ],
    _said((("委託", 800, 800), ("教材", 500, 480), ("講師", 300, 320))),
)
# last line equals sum above but is a line
excel(
    "k230_last_is_line",
    [
        *_TOP,
        ["教材", 500, 480],
        ["講師", 300, 320],
        ["委託", 800, 800],
        ["計", 1600, 1600],
    ],
    _said((("教材", 500, 480), ("講師", 300, 320), ("委託", 800, 800))),
)
# zero request lines with total
excel(
    "k231_zero_lines",
    [
        *_TOP,
        ["教材", 0, 480],
        ["講師", 0, 320],
        ["委託", 900, 0],
        ["計", 900, 800],
    ],
    _said((("教材", 0, 480), ("講師", 0, 320), ("委託", 900, 0))),
)
# headings of parts between the lines
excel(
    "k232_subtitle_between",
    [
        *_TOP,
        ["＜運営費＞"],
        ["教材", 500, 480],
        ["講師", 300, 320],
        ["＜施設費＞"],
        ["会場", 150, 150],
        ["計", 950, 950],
    ],
    _said(),
)
# the request twice, by account
excel(
    "k234_accounts",
    [
        [f"令和９年度　{_NAME}", *[_] * 3, "千円"],
        ["項目", "R9要求（一般会計）", "R9要求（特別会計）", "R8"],
        ["教材", 500, 50, 480],
        ["講師", 300, 30, 320],
        ["計", 800, 80, 800],
    ],
    _said(_THREE[:2], must="asked"),
)
# the tab and its copy
excel(
    "k235_copy_of_tab",
    {
        "要求": _WHOLE,
        "要求 (2)": _WHOLE,
    },
    _said(),
)
excel(
    "k236_copy_changed",
    {
        "要求": _WHOLE,
        "要求 (2)": [
            *_TOP,
            ["教材", 520, 480],
            *_WRITTEN[1:],
            ["計", 970, 950],
        ],
    },
    _said(must="asked"),
)
# tab of next year plan
excel(
    "k237_next_year_tab",
    {
        "R9": [
            [f"{_NAME}　令和９年度要求", _, "千円"],
            ["項目", "要求額", "前年度"],
            *_WRITTEN,
            ["計", 950, 950],
        ],
        "R10": [
            [f"{_NAME}　令和10年度見込", _, "千円"],
            ["項目", "見込額"],
            ["教材", 600],
            ["講師", 300],
            ["計", 900],
        ],
    },
    _said(),
)
# staff table beside costs with its own amounts
excel(
    "k238_staff_table",
    [
        *_WHOLE,
        [],
        ["（参考）人件費"],
        ["職", "人数", "金額"],
        ["主事", 0.5, 3800],
        ["主任", 0.2, 1700],
    ],
    _said(),
)
# commitments below
excel(
    "k239_commitment",
    [
        *_WHOLE,
        [],
        ["債務負担行為"],
        ["事項", "期間", "限度額"],
        ["システム賃借", "R10～R13", 4800],
    ],
    _said(),
)
# the change as a rate in a row below the total
text(
    "k240_csv_prev_word",
    ".csv",
    _csv(
        [
            [f"令和９年度　{_NAME}"],
            ["項目", "要求額（千円）", "前年度（千円）"],
            *_WRITTEN,
            ["計", 950, 950],
            ["前年度比", "100.0%", _],
        ]
    ),
    _said(),
)

# what is asked for is a rate of the whole, under a word that nobody knows
excel(
    "k241_share_under_another_word",
    [
        [f"{_NAME}（令和９年度要求）", *[_] * 3, "千円"],
        ["内容", "事業費", "補助率", "R9概算", "R8予算"],
        ["教材", 1000, "1/2", 500, 480],
        ["講師", 600, "1/2", 300, 320],
        ["計", 1600, _, 800, 800],
    ],
    _said(_THREE[:2], must="asked"),
)
BATCH: Final[list[Fresh]] = FRESH[_BEFORE:]
del FRESH[_BEFORE:]
