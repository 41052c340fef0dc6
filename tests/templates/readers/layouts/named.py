"""The named layouts: each one way in which a section lays its request out, in one line of description."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from tests.templates.readers.layouts.layout import Layout
from tests.templates.readers.layouts.pages import page_layouts

_PLAIN: Final = Layout()
_NONE: Final[dict[str, Any]] = {"note": ""}
_YEN: Final[dict[str, Any]] = {"unit": "円"}
_TEXT = "text:内容"
_SUMS = "text:内容|previous:前年度予算額|amount:要求額|change:増減"


def _kind(kind: str, *layouts: tuple[str, str, dict[str, Any]]) -> Iterator[Layout]:
    for name, about, changes in layouts:
        yield replace(_PLAIN, name=f"{kind}-{name}", kind=kind, about=about, **changes)


def _columns(*columns: str) -> dict[str, Any]:
    return {"columns": "|".join(columns)}


def _heading_words() -> Iterator[Layout]:
    yield from _kind(
        "words",
        ("sheets", "the words of the published sheets", {}),
        ("jiko", "事項 and 本年度要求額", _columns("text:事項", "previous:前年度当初予算額", "amount:本年度要求額", "remark:説明")),
        ("keihi", "経費名, 予算要求額", _columns("text:経費名", "previous:前年度当初予算額", "amount:予算要求額", "remark:備考")),
        ("kubun", "区分 as the words of a line", _columns("text:区分", "previous:前年度予算", "amount:R{y}当初要求", "remark:備考")),
        ("koumoku", "項目 and R years", _columns("text:項目", "previous:R{p}当初", "amount:R{y}要求額", "remark:摘要")),
        ("letters", "(A), (B), (A-B) behind the words", _columns("text:内容", "amount:要求額(A)", "previous:前年度予算額(B)", "change:増減(A-B)")),
        ("letters_reversed", "the year before is (A)", _columns("text:内容", "previous:前年度(A)", "amount:要求額(B)", "change:差引(B-A)")),
        ("full_years", "令和 years in full", _columns("text:内容", "previous:令和{p}年度予算額", "amount:令和{y}年度要求額", "remark:備考")),
        ("both_calendars", "2026（令和8）年度", _columns("text:内容", "previous:{P}（令和{p}）年度予算額", "amount:{Y}（令和{y}）年度要求額")),
        ("both_calendars_era_first", "令和8（2026）年度", _columns("text:内容", "previous:令和{p}（{P}）年度当初予算額", "amount:令和{y}（{Y}）年度要求額")),
        ("spaced", "blanks between all signs", _columns("text:内　容", "previous:前 年 度 予 算 額", "amount:要 求 額", "remark:備　考")),
        ("spaced_years", "令 和 ８ 年度 in full width with blanks", _columns("text:内　容", "previous:令 和 {q} 年度 予算額", "amount:令 和 {z} 年度 要求額")),
        ("line_breaks", "headings broken in their cell", _columns("text:内容", "previous:令和{p}年度\n当初予算額", "amount:令和{y}年度\n要求額", "remark:備考")),
        ("estimate", "見積額", _columns("text:内訳", "previous:前年度予算額", "amount:見積額", "remark:備考")),
        ("this_year", "本年度 and 前年度 alone", _columns("text:内容", "previous:前年度", "amount:本年度", "change:比較増減")),
        ("western", "western years alone", _columns("text:内容", "previous:{P}年度予算額", "amount:{Y}年度要求額")),
        ("dot_years", "R8.当初 in half width", _columns("text:内容", "previous:R{p}.当初予算", "amount:R{y}.当初要求")),
        ("budget_and_request", "予算額 is last year's beside 要求額", _columns("text:内容", "previous:予算額", "amount:要求額", "change:増減")),
        ("request_first", "this year before the last", _columns("text:内容", "amount:令和{y}年度要求額", "previous:令和{p}年度予算額", "remark:備考")),
        ("remarks_first", "備考 left of the figures", _columns("text:内容", "remark:説明", "previous:前年度予算額", "amount:要求額")),
        ("no_previous", "a table without the year before", {"columns": "text:内容|amount:要求額|remark:備考"}),
        ("amount_only", "金額 is the only figure", {"columns": "text:件名|amount:金額|remark:備考"}),
        ("needed", "所要額", {"columns": "text:品名|amount:所要額|remark:備考"}),
        ("no_word_heading", "nothing over the column of words", _columns("text:", "previous:前年度予算額", "amount:要求額", "change:増減")),
        ("setsu", "節 and 説明: the 節 on each line", _columns("class:節", "text:説明", "previous:前年度予算額", "amount:要求額")),
        ("saisetsu", "細節 as the words of a line", _columns("text:細節", "previous:前年度当初予算額", "amount:本年度要求額", "remark:説明")),
        ("group_column", "区分 once over the lines of a 節", _columns("group:区分", "text:内容", "previous:前年度予算額", "amount:要求額")),
        ("initial", "令和8年度当初予算要求額", _columns("text:細事業", "previous:令和{p}年度当初予算額", "amount:令和{y}年度当初予算要求額")),
        ("marks", "① and ②", _columns("text:内容", "amount:要求額①", "previous:前年度当初②", "change:差引①－②", "rate:①／②")),
    )  # fmt: skip


def _extra_columns() -> Iterator[Layout]:
    yield from _kind(
        "columns",
        ("change_rate", "増減 and 増減率", {"columns": _SUMS + "|rate:増減率"}),
        ("ratio", "前年比 behind 比較増減", _columns("text:内容", "amount:要求額", "previous:前年度当初予算額", "change:比較増減", "rate:前年比")),
        ("standing", "現計予算額 left of 要求額", _columns("text:内容", "standing:現計予算額", "amount:要求額", "remark:備考") | {"no_previous": True}),
        ("previous_standing", "当初, 現計, 要求", _columns("text:内容", "previous:前年度当初予算額", "standing:前年度現計予算額", "amount:要求額")),
        ("settled", "決算見込額 between the years", _columns("text:内容", "previous:令和{p}年度当初予算額", "settled:令和{p}年度決算見込額", "amount:令和{y}年度要求額")),
        ("accounts", "the 決算額 of the year before last first", _columns("text:内容", "before:令和{pp}年度決算額", "previous:令和{p}年度予算額", "amount:令和{y}年度要求額", "change:増減")),
        ("accounts_short", "R6決算, R7当初, R7決見, R8要求", _columns("text:内容", "before:R{pp}決算", "previous:R{p}当初", "settled:R{p}決見", "amount:R{y}要求")),
        ("assessed", "査定額 right of 要求額", _columns("text:内容", "previous:前年度予算額", "amount:要求額", "assessed:査定額", "remark:備考")),
        ("assessed_first", "査定額 left of 要求額", _columns("text:内容", "previous:前年度予算額", "assessed:課長査定", "amount:要求額")),
        ("assessed_twice", "two stages of 査定", _columns("text:内容", "amount:要求額", "assessed:一次査定額", "assessed:部長査定額", "previous:前年度予算額")),
        ("price_count", "単価, 数量, 金額 with the 単価 in 円", _columns("text:品名", "price:単価(円)", "count:数量", "amount:金額(千円)") | _NONE),
        ("price_count_yen", "all in 円", _columns("text:品名", "price:単価", "count:数量", "amount:金額") | _YEN | {"note": "（単位：円）"}),
        ("price_unit_only", "only 単価 names its unit; 金額 is in 円 by arithmetic", _columns("text:品名", "price:単価(円)", "count:数量", "amount:金額") | _YEN | _NONE),
        ("price_measure", "単価, 数量, 単位, 要求額", _columns("text:品名", "price:単価(円)", "count:数量", "measure:単位", "amount:要求額(円)", "remark:備考") | _YEN | _NONE),
        ("times", "単価, 回数, 要求額", _columns("text:内容", "price:単価（円）", "count:回数", "amount:要求額（千円）", "previous:前年度（千円）") | _NONE),
        ("basis", "積算内訳 in words", _columns("text:内容", "basis:積算内訳", "previous:前年度予算額", "amount:要求額") | {"must": "either"}),
        ("numbers", "No. left of the words", _columns("number:No.", "text:内容", "previous:前年度予算額", "amount:要求額", "remark:備考")),
        ("numbers_unnamed", "numbers without a heading", _columns("number:", "text:内容", "previous:前年度予算額", "amount:要求額")),
        ("numbers_bango", "番号", _columns("number:番号", "text:事項", "amount:要求額", "previous:前年度予算額")),
        ("next_year", "翌年度見込 right of the request", _columns("text:内容", "previous:令和{p}年度予算額", "amount:令和{y}年度要求額", "next:翌年度以降見込額")),
        ("five", "six columns of figures", _columns("text:内容", "before:前々年度決算額", "previous:前年度当初予算額", "standing:前年度現計", "settled:前年度決算見込", "amount:要求額", "change:増減")),
        ("gap", "an empty column inside", _columns("text:内容", "blank:", "previous:前年度予算額", "amount:要求額")),
        ("left", "the table begins in column C", {"left": 2}),
        ("classes", "節 and 内容 and 備考", _columns("class:節区分", "text:内容", "amount:要求額", "previous:前年度予算額", "remark:備考")),
        ("change_wrong", "one 増減 typed over", {"columns": _SUMS, "wrong_change": 2, "must": "either"}),
        ("rival", "要求額 and 要求見込額 stand beside each other, and nothing else", _columns("text:内容", "amount:要求額", "rival:要求額") | {"must": "asked", "no_previous": True}),
        ("rival_amounts", "two columns 金額 that both add up", _columns("text:内容", "amount:金額", "rival:金額") | {"must": "asked", "no_previous": True}),
        ("rival_plans", "A案 and B案", _columns("text:内容", "amount:要求額（A案）", "rival:要求額（B案）") | {"must": "asked", "no_previous": True}),
    )  # fmt: skip


def _heading_rows() -> Iterator[Layout]:
    two = "text:内容|previous:令和{p}年度/当初予算額|settled:令和{p}年度/決算見込額|amount:令和{y}年度/要求額|assessed:令和{y}年度/査定額|remark:備考"
    yield from _kind(
        "headings",
        ("two_rows", "years over 当初, 決算見込, 要求, 査定", {"columns": two}),
        ("two_rows_request_first", "this year's pair first", _columns("text:内容", "amount:令和{y}年度/要求額", "assessed:令和{y}年度/査定額", "previous:令和{p}年度/予算額", "settled:令和{p}年度/決算見込額")),
        ("year_above", "only the year above, 予算額 and 要求額 below", _columns("text:経費名", "previous:R{p}/予算額", "amount:R{y}/要求額", "change:増減")),
        ("years_alone", "years above, 金額 below both", _columns("text:内容", "previous:令和{p}年度/金額", "amount:令和{y}年度/金額", "change:差引")),
        ("budget_over", "予算額 over both years", _columns("text:内容", "previous:予算額/令和{p}年度", "amount:予算額/令和{y}年度", "change:予算額/比較")),
        ("three_rows", "a frame over two rows of headings", _columns("text:内容", "previous:予算/令和{p}年度/当初", "settled:予算/令和{p}年度/見込", "amount:予算/令和{y}年度/要求", "remark:備考")),
        ("by_format", "the years are numbers, 令和8年度要求額 only their format", _columns("text:内容", "previous:#p予算額", "amount:#y要求額", "remark:備考")),
        ("one_cell", "this year over the year before in brackets, in one cell", _columns("text:内容", "both:要求額\n（前年度）", "remark:備考") | {"below": "※（ ）内は前年度当初予算額", "must": "either"}),
        ("price_over", "積算 over 単価 and 数量", _columns("text:内容", "price:積算/単価(円)", "count:積算/数量", "amount:要求額/（千円）", "previous:前年度/（千円）") | _NONE),
        ("unit_row", "千円 and ％ below the headings", {"columns": _SUMS + "|rate:増減率", "unit_row": True, "note": ""}),
        ("unit_row_yen", "円 below the headings", {"columns": _SUMS, "unit_row": True, "unit": "円", "note": ""}),
        ("unit_row_two", "円 below two rows of headings", {"columns": two, "unit_row": True, "unit": "円", "note": ""}),
        ("repeated", "the headings printed again on each page", {"page_of": 3}),
        ("repeated_two", "two rows of headings printed again", {"columns": two, "page_of": 4}),
        ("repeated_units", "with their units, printed again", {"page_of": 3, "unit_row": True, "note": "", "unit": "円"}),
    )  # fmt: skip


_NOTES: Final = (
    ("plain", "（単位：円）"), ("half", "(単位:円)"), ("tortoise", "〔単位：円〕"), ("angle", "＜単位：円＞"), ("guillemets", "〈単位：円〉"),
    ("square", "［単位：円］"), ("lenticular", "【単位：円】"), ("bare", "単位：円"), ("slash", "単位／円"), ("amounts", "（金額単位：円）"), ("star", "※単位は円"), ("star_colon", "※単位：円"),
    ("percent", "（単位：円・％）"), ("percent_comma", "（単位：円、％）"), ("yen_alone", "（円）"), ("tax", "単位：円（税抜）"),
    ("tax_in", "（単位：円、税込）"), ("spaces", "（ 単 位 ： 円 ）"), ("space_colon", "単位 円"), ("equals", "単位＝円"), ("sentence", "金額の単位は円です。"), ("people", "（単位：円、人）"),
)  # fmt: skip
_WHERE: Final = ("outside", "last", "apart", "first")
_NOTES_THOUSAND: Final = (
    ("angle", "＜単位：千円＞"), ("tortoise", "〔単位：千円〕"), ("slash", "単位／千円"), ("percent", "（単位：千円、％）"), ("spaces", "（単位　千円）"),
    ("alone", "（千円）"), ("amounts", "（金額：千円）"), ("sentence", "※金額は千円単位"),
)  # fmt: skip


def _units() -> Iterator[Layout]:
    for index, (name, note) in enumerate(_NOTES):
        where = _WHERE[index % len(_WHERE)]
        changes = {"unit": "円", "note": note, "note_at": where}
        yield from _kind("unit", (f"note_{name}", f"円 by the note {note} ({where})", changes))
    for name, note in _NOTES_THOUSAND:
        yield from _kind("unit", (f"thousand_{name}", f"千円 by the note {note}", {"note": note}))
    in_heading = "text:内容|previous:前年度予算額({0})|amount:要求額({0})|remark:備考"
    yield from _kind(
        "unit",
        ("million_note", "百万円 by a note", {"unit": "百万円", "note": "（単位：百万円）", "number_format": "#,##0.000"}),
        ("million_percent", "百万円 by a note with ％", {"unit": "百万円", "note": "（単位：百万円、％）", "columns": _SUMS + "|rate:増減率"}),
        ("heading_yen", "(円) in the headings", {"unit": "円", "note": "", "columns": in_heading.format("円")}),
        ("heading_thousand", "(千円) in the headings", {"note": "", "columns": in_heading.format("千円")}),
        ("heading_unit_word", "（単位：円） in the headings", {"unit": "円", "note": "", "columns": in_heading.format("単位：円")}),
        ("heading_break", "the unit below the words of a heading", {"unit": "円", "note": "", "columns": "text:内容|previous:前年度予算額\n（円）|amount:要求額\n（円）"}),
        ("heading_comma", "要求額、円", {"unit": "円", "note": "", "columns": "text:内容|previous:前年度［円］|amount:要求額［円］"}),
        ("text_yen", "every cell is a text with 円", {"unit": "円", "note": "", "amount_text": "{:,}円"}),
        ("text_thousand", "every cell is a text with 千円", {"note": "", "amount_text": "{:,}千円"}),
        ("text_sign", "every cell is a text with ￥", {"unit": "円", "note": "", "amount_text": "￥{:,}"}),
        ("text_numbers", "figures typed as text, 円 by the note", {"unit": "円", "note": "（単位：円）", "amount_text": "{:,}"}),
        ("format_yen", "円 in the number format", {"unit": "円", "note": "", "number_format": '#,##0"円"'}),
        ("format_sign", "¥ in the number format", {"unit": "円", "note": "", "number_format": '"¥"#,##0;[Red]"¥"-#,##0'}),
        ("format_thousand", "千円 in the number format", {"note": "", "number_format": '#,##0"千円"'}),
        ("format_scaled", "円 in the cell, 千円 shown by the format", {"note": "", "number_format": '#,##0,"千円"', "unit": "千円", "shown": "円"}),
        ("format_scaled_note", "円 in the cell, shown as 千円, and the note says 千円", {"note": "（単位：千円）", "number_format": "#,##0,", "unit": "千円", "shown": "円"}),
        ("title", "the unit only in the title", {"unit": "円", "note": "", "title": "令和{y}年度当初予算 予算要求書（単位：円）\n事業名|{n}"}),
        ("title_row", "the unit right in the title's row", {"unit": "円", "note": "", "title": "令和{y}年度 予算要求書||（単位：円）\n事業名|{n}"}),
        ("below", "the unit only below the table", {"unit": "円", "note": "", "below": "※単位：円"}),
        ("other_tab", "the unit only on the cover", {"unit": "円", "note": "", "tabs": "unit_note"}),
        ("other_tab_sentence", "the unit only in a sentence on another tab", {"unit": "円", "note": "", "tabs": "unit", "must": "either"}),
        ("none_thousand", "no unit; figures that can only be 千円", {"note": ""}),
        ("none_ambiguous", "no unit; figures that could be either", {"unit": "円", "note": "", "must": "asked"}),
        ("none_request_line", "no unit but in the line of the 要求額", {"unit": "円", "note": "", "request_line": "要求額|{A}千円|前年度予算額|{B}千円"}),
        ("one_column", "only one column of figures names its unit", {"unit": "円", "note": "", "columns": "text:内容|previous:前年度予算額|amount:要求額（円）", "must": "either"}),
        ("note_and_heading", "the note and the headings say the same", {"unit": "円", "note": "（単位：円）", "columns": in_heading.format("円")}),
    )  # fmt: skip


def _totals() -> Iterator[Layout]:
    words = (
        "計",
        "合　計",
        "歳出合計",
        "総計",
        "総合計",
        "要求額合計",
        "合計（A）",
        "事業費計",
        "歳出計",
        "ＴＯＴＡＬ",
        "差引合計",
    )
    for index, word in enumerate(words):
        yield from _kind("total", (f"word_{index}", f"the total is called {word}", {"total": word}))
    yield from _kind(
        "total",
        ("nameless", "the total has no name", {"total": ""}),
        ("none", "no total", {"total": None}),
        ("above", "the total stands above the lines", {"total_at": "above"}),
        ("above_nameless", "an unusual word above the lines", {"total_at": "above", "total": "事業費"}),
        ("subtotals", "小計 behind each 節", {"subtotal": "小計"}),
        ("subtotals_named", "「委託料 計」 behind each 節", {"subtotal": "{g} 計"}),
        ("subtotals_kei", "計 behind each 節, 総計 at the end", {"subtotal": "計", "total": "総計"}),
        ("subtotals_nameless", "a row without words behind each 節", {"subtotal": ""}),
        ("subtotals_no_total", "小計, and no total", {"subtotal": "小計", "total": None}),
        ("subtotals_headings", "the 節 above, 小計 below", {"subtotal": "小計", "group_heading": "【{g}】"}),
        ("subtotals_bracket", "〔小計〕", {"subtotal": "〔小 計〕"}),
        ("carried", "次頁へ and 前頁より", {"page_of": 3, "carried": ("次頁へ", "前頁より")}),
        ("carried_over", "次頁繰越 and 前頁繰越", {"page_of": 4, "carried": ("次頁繰越", "前頁繰越")}),
        ("carried_sum", "累計 at the end of a page", {"page_of": 4, "carried": ("次ページへ", "前ページから")}),
        ("wrong", "the total typed too high", {"total_off": 100, "must": "finding"}),
        ("wrong_yen", "the total typed too high, in 円", {"total_off": 100, "unit": "円", "note": "（単位：円）", "must": "finding"}),
        ("wrong_subtotals", "小計 right, the total wrong", {"subtotal": "小計", "total_off": 5, "must": "finding"}),
        ("wrong_unusual", "歳出合計 typed too high", {"total": "歳出合計", "total_off": 100, "must": "finding"}),
    )  # fmt: skip


def _rows() -> Iterator[Layout]:
    yield from _kind(
        "rows",
        ("headings", "the 節 in a row without figures", {"group_heading": "【{g}】"}),
        ("headings_numbered", "the 節 as 「○委託料」", {"group_heading": "○{g}"}),
        ("headings_sums", "the 節 with the sum of its lines", {"group_heading": "{g}", "group_sums": True}),
        ("headings_sums_total", "the 節 with its sum, and no total", {"group_heading": "■{g}", "group_sums": True, "total": None}),
        ("parts_space", "parts set in by a blank", {"parts": "space"}),
        ("parts_indent", "parts set in by the cell", {"parts": "indent"}),
        ("parts_plain", "parts that only their sum tells", {"parts": "plain", "marker": "・"}),
        ("parts_dash", "parts behind －", {"parts": "plain", "marker": "－"}),
        ("parts_yen", "parts set in, in 円", {"parts": "space", "unit": "円", "note": "（単位：円）"}),
        ("parts_sum_only", "parts that stand under their line, and nothing but their sum tells", {"parts": "plain"}),
        ("split", "a table with its own 計 for each 節, the total below all", {"split": True, "subtotal": "計"}),
        ("split_no_total", "a table with its own 合計 for each 節, and no total", {"split": True, "subtotal": "合計", "total": None}),
        ("split_grand", "a table with its own 小計 for each 節, 総合計 below all, in 円", {"split": True, "subtotal": "小計", "total": "総合計", "unit": "円", "note": "（単位：円）", "note_at": "first"}),
        ("uchi", "うち rows", {"parts": "uchi"}),
        ("uchi_bracket", "（うち …", {"parts": "uchi", "marker": "（うち）"}),
        ("blank_rows", "an empty row behind each 節", {"blank_rows": True}),
        ("blank_rows_headings", "headings and empty rows", {"blank_rows": True, "group_heading": "＜{g}＞"}),
        ("blank_rows_subtotals", "小計 and empty rows", {"blank_rows": True, "subtotal": "小計"}),
        ("hidden", "a row is hidden", {"hidden": 2}),
        ("notes", "※ below the table", {"below": "※前年度は当初予算額\n※端数処理のため一致しない場合がある"}),
        ("cut_minus", "a line that takes money away, with -", {"cut": "minus"}),
        ("cut_triangle", "△ as text", {"cut": "triangle"}),
        ("cut_format", "△ by the number format", {"cut": "format"}),
        ("cut_brackets", "brackets by the number format", {"cut": "brackets"}),
        ("funding_below", "the 財源内訳 below the table", {"below": "\n財源内訳（単位：千円）\n区分|国庫支出金|県債|一般財源\n要求額|0|0|{A}\n前年度|0|0|{B}"}),
        ("plan_below", "a plan by years below the table", {"below": "\n年次計画（単位：千円）\n年度|令和{p}年度|令和{y}年度|令和10年度\n事業費|{B}|{A}|5000"}),
        ("schedule_below", "a schedule below the table", {"below": "\nスケジュール\n時期|内容\n4月|公募\n6月|契約\n3月|実績報告"}),
        ("notes_number", "a note with a figure below the table", {"below": "（注）うち国庫 1,200千円を含む"}),
        ("dashes", "－ where the year before had nothing", {"blank_as": "－"}),
        ("zeros", "0 where the year before had nothing", {"blank_as": "0"}),
        ("new_word", "皆増 where the year before had nothing", {"blank_as": "皆増", "must": "either"}),
        ("one_group", "one 節", {"groups": 1}),
        ("many", "five 節 with 小計", {"groups": 5, "subtotal": "小計"}),
        ("headings_indent", "節 over lines over parts", {"group_heading": "{g}", "group_sums": True, "parts": "space", "marker": "　"} | {"must": "either"}),
        ("page_everything", "headings again, 小計, empty rows", {"page_of": 5, "subtotal": "小計", "blank_rows": True}),
    )  # fmt: skip


def _titles() -> Iterator[Layout]:
    name = "\n事業名|{n}"
    yield from _kind(
        "title",
        ("none", "no year in the title; the headings have it", {"title": "予算要求書\n事業名|{n}", "columns": "text:内容|previous:令和{p}年度予算額|amount:令和{y}年度要求額|remark:備考"}),
        ("period_above", "事業期間 above the title", {"title": "事業期間|令和{pp}年度～令和{y}年度\n令和{y}年度当初予算要求書" + name}),
        ("period_below", "事業期間 below the title", {"title": "令和{y}年度当初予算要求書\n事業期間|令和{p}年度から3か年" + name}),
        ("period_text", "（事業期間：R6～R10） in one cell above", {"title": "（事業期間：R{pp}～R10）\nR{y}年度当初予算要求書" + name}),
        ("result", "実績 of earlier years above", {"title": "令和{pp}年度実績に基づく積算\n令和{y}年度予算要求書" + name}),
        ("plan", "a plan with years above", {"title": "第3期計画（令和5年度～令和9年度）\n令和{y}年度　当初予算要求書" + name}),
        ("short", "R8 without 年度", {"title": "R{y}予算要求書" + name, "columns": "text:内容|previous:R{p}予算額|amount:R{y}要求額"}),
        ("short_initial", "R8当初", {"title": "R{y}当初　要求内訳" + name}),
        ("both", "令和8（2026）年度", {"title": "令和{z}（{Y}）年度　予算要求書" + name}),
        ("both_western_first", "2026（令和8）年度", {"title": "{Y}（令和{y}）年度当初予算要求書" + name}),
        ("spaced", "令 和 ８ 年 度", {"title": "令 和 {z} 年 度　当 初 予 算 要 求 書" + name}),
        ("full", "full-width years", {"title": "令和{z}年度当初予算要求書" + name}),
        ("western", "a western year alone", {"title": "{Y}年度当初予算要求書" + name}),
        ("label", "年度 as a label", {"title": "予算要求書\n年度|令和{y}年度" + name}),
        ("name_first", "the 事業名 above the title", {"title": "事業名：{n}\n令和{y}年度予算要求書"}),
        ("name_bracket", "【事業名】", {"title": "令和{y}年度予算要求書\n【事業名】|{n}"}),
        ("submitted", "the day of submission above", {"title": "||令和{p}年10月31日\n令和{y}年度当初予算要求書" + name}),
        ("last_year_note", "対前年度 in the title", {"title": "令和{y}年度予算要求書（令和{p}年度予算との比較）" + name}),
        ("one_line", "title and name in one cell", {"title": "令和{y}年度当初予算要求書　{n}"}),
        ("stamps", "boxes for stamps above", {"title": "||部長|課長|係長\n\n令和{y}年度当初予算要求書" + name}),
        ("contact", "a contact with numbers", {"title": "令和{y}年度当初予算要求書" + name + "\n担当|{s}|内線|2026\n作成日|R{p}.10.15"}),
        ("no_year", "no year at all", {"title": "予算要求書\n事業名|{n}", "must": "asked"}),
    )  # fmt: skip


def _request_lines() -> Iterator[Layout]:
    line = "要求額|{A}|前年度予算額|{B}"
    yield from _kind(
        "request_line",
        ("plain", "要求額 and 前年度予算額 above the table", {"request_line": line}),
        ("unit_text", "with 千円 in the cell", {"request_line": "要求額|{A}千円|前年度予算額|{B}千円"}),
        ("yen", "in 円, as the table", {"request_line": line, "request_unit": "円", "unit": "円", "note": "（単位：円）"}),
        ("yen_label", "要求額(円) over a table in 千円", {"request_line": "要求額(円)|{A}|前年度予算額(円)|{B}", "request_unit": "円"}),
        ("yen_text", "a text with 円 over a table in 千円", {"request_line": "要求額|{A:,}円|前年度予算額|{B:,}円", "request_unit": "円"}),
        ("thousand_over_yen", "in 千円 over a table in 円", {"request_line": "要求額（千円）|{A}|前年度予算額（千円）|{B}", "unit": "円", "note": "（単位：円）"}),
        ("rows", "in two rows", {"request_line": "要求額|{A}\n前年度予算額|{B}"}),
        ("unit_cell", "the unit in a cell of its own", {"request_line": "要求額|{A}|千円\n前年度予算額|{B}|千円"}),
        ("unit_cell_yen", "円 in a cell of its own", {"request_line": "要求額|{A}|円\n前年度予算額|{B}|円", "request_unit": "円"}),
        ("sentence", "in a sentence", {"request_line": "要求額：{A:,}千円（前年度予算額：{B:,}千円）", "must": "either"}),
        ("years", "named by the years", {"request_line": "令和{y}年度要求額|{A}|令和{p}年度予算額|{B}"}),
        ("no_note", "the table names no unit, the line does", {"request_line": "要求額|{A}千円|前年度予算額|{B}千円", "note": ""}),
    )  # fmt: skip


def _tabs() -> Iterator[Layout]:
    yield from _kind(
        "tabs",
        ("summary_first", "a summary, then its detail", {"tabs": "summary_first"}),
        ("summary_last", "the detail, then its summary", {"tabs": "summary_last"}),
        ("details", "a summary and a tab for each line", {"tabs": "details"}),
        ("detail_of_one", "a tab with the detail of one line", {"tabs": "detail_of_one"}),
        ("details_yen", "a summary and its details, in 円", {"tabs": "details", "unit": "円", "note": "（単位：円）"}),
        ("twice", "the same table on two tabs", {"tabs": "twice"}),
        ("last_year", "last year's tab behind", {"tabs": "last_year"}),
        ("two_projects", "a tab for each 事業", {"tabs": "two_projects", "must": "asked"}),
        ("two_projects_unnamed", "two 事業 on tabs 1 and 2", {"tabs": "two_projects_unnamed", "must": "asked"}),
        ("instructions", "instructions in front", {"tabs": "instructions"}),
        ("empty", "an empty tab behind", {"tabs": "empty"}),
        ("cover", "a cover in front; the table's tab has no title", {"tabs": "cover", "title": ""}),
        ("instructions_twice", "instructions, and the table twice", {"tabs": "instructions+twice"}),
    )  # fmt: skip


def _formulas() -> Iterator[Layout]:
    priced = "text:品名|price:単価(円)|count:数量|amount:要求額(千円)"
    yield from _kind(
        "formulas",
        ("stored", "formulas with their values", {"columns": priced, "note": "", "formulas": "stored"}),
        ("stored_totals", "増減 and totals as formulas with values", {"columns": _SUMS, "formulas": "stored"}),
        ("none", "formulas that were never computed", {"columns": priced, "note": "", "formulas": "none"}),
        ("zero", "formulas with 0 stored", {"columns": priced, "note": "", "formulas": "zero"}),
        ("none_totals", "only the totals were never computed", {"columns": _SUMS, "formulas": "none"}),
        ("zero_totals", "only the totals have 0 stored", {"columns": _SUMS, "formulas": "zero"}),
    )  # fmt: skip


def _files() -> Iterator[Layout]:
    yen = {"unit": "円", "note": "（単位：円）"}
    two = "text:内容|previous:令和{p}年度/予算額|amount:令和{y}年度/要求額|change:増減"
    yield from _kind(
        "file",
        ("csv", "CSV in UTF-8", {"ending": ".csv"}),
        ("csv_cp932", "CSV as a Japanese Excel saves it", {"ending": ".cp932.csv"}),
        ("csv_yen", "CSV in 円 with the unit in a note", {"ending": ".cp932.csv", **yen}),
        ("csv_subtotals", "CSV with 小計", {"ending": ".cp932.csv", "subtotal": "小計"}),
        ("csv_headings", "CSV with two rows of headings", {"ending": ".csv", "columns": two}),
        ("csv_bare", "CSV with nothing but the table", {"ending": ".csv", "title": "", "columns": "text:内容|previous:令和{p}年度予算額|amount:令和{y}年度要求額(千円)"} | _NONE),
        ("tsv", "the clipboard of Excel", {"ending": ".tsv"}),
        ("tsv_breaks", "the clipboard with headings broken in their cell", {"ending": ".tsv", "columns": "text:内容|previous:令和{p}年度\n当初予算額|amount:令和{y}年度\n要求額|remark:備考"}),
        ("tsv_text_yen", "the clipboard, 円 in each cell", {"ending": ".tsv", "unit": "円", "note": "", "number_format": '#,##0"円"'}),
        ("tsv_carried", "the clipboard with 次頁へ and 前頁より", {"ending": ".tsv", "page_of": 4, "carried": ("次頁へ", "前頁より")}),
        ("html", "a table in a page", {"ending": ".html"}),
        ("html_yen", "a table in a page, in 円", {"ending": ".html", **yen}),
        ("html_headings", "a table in a page with two rows of headings", {"ending": ".html", "columns": two}),
        ("html_change", "a table in a page with 増減 and 率", {"ending": ".html", "columns": _SUMS + "|rate:増減率"}),
        ("html_subtotals", "a table in a page with 小計 and 総計", {"ending": ".html", "subtotal": "小計", "total": "総計"}),
    )  # fmt: skip


def named() -> list[Layout]:
    """Every named layout."""
    return [
        *_heading_words(), *_extra_columns(), *_heading_rows(), *_units(), *_totals(), *_rows(), *_titles(),
        *_request_lines(), *_tabs(), *_formulas(), *_files(), *page_layouts(),
    ]  # fmt: skip
