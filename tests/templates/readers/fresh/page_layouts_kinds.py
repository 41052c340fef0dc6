"""Layouts of published pages of the kinds that two batches of strangers had asked for needlessly: lists in words, costs across, later years below."""

from __future__ import annotations

from typing import Final

from tests.templates.readers.fresh.pages import Costs, page, table
from tests.templates.readers.fresh_tables import FRESH, Fresh, text

_BEFORE: Final = len(FRESH)
_OF: Final = Costs(
    "小規模事業者事業承継支援事業", 8, "商工労働部　企業支援課",
    [("専門家派遣", 7200, 6900), ("事業承継診断", 3480, 3120), ("承継後の設備投資補助", 15000, 12000)], "合計",
)  # fmt: skip
_CLASSES: Final = Costs(
    "文化財調査事業",
    8,
    "生涯学習課",
    [("報酬", 2880, 2760), ("使用料", 410, 390), ("委託料", 6600, 7150), ("負担金", 150, 150)],
    "計",
)
_UNIT: Final = "（単位：千円）"
_page, _text, _form = _OF.page, _OF.text, _OF.form
_TABLE: Final = table([["内容", "要求額", "前年度"], *_OF.every])

_text("ly01_colon", f"\n{_UNIT}\n\n" + _form("（{n}）{w}：要求額 {a}　前年度 {b}\n"))
_text("ly02_comma", "\n" + _form("・{w}　要求額：{a}千円、前年度：{b}千円\n"))
_text("ly03_last_year_first", "\n" + _form("・{w}　前年度 {b}千円　要求額 {a}千円\n"))
_text("ly04_years", f"\n{_UNIT}\n" + _form("{n}　{w}　令和８年度要求額 {a}　令和７年度当初予算額 {b}\n"))
_page("ly05_list", f"<p>{_UNIT}</p><ul>" + _form("<li>{w}：要求額 {a}　前年度 {b}</li>") + "</ul>")
_page("ly06_slash", "<p>" + _form("○{w}　要求額 {a}千円／前年度 {b}千円<br>") + "</p>")
_text("ly07_difference_too", f"\n{_UNIT}\n" + _form("（{n}）{w}：要求額 {a}　前年度 {b}　増減 {d}\n"))
_text("ly08_marked_title", "\n○要求額の内訳（かっこ書きは前年度）\n" + _form("○{w}　{a}千円（{b}千円）\n"))
_page(
    "ly09_title_in_list",
    "<ul><li>要求額の内訳（かっこ書きは前年度）</li>" + _form("<li>{w}　{a}千円（{b}千円）</li>") + "</ul>",
)
_text(
    "ly10_two_titles",
    "\n・目的　承継を支える\n・要求額の内訳（かっこ書きは前年度）\n" + _form("・{w}　{a}千円（{b}千円）\n"),
)

_ACROSS: Final = [
    ["年度", *(word for word, *_ in _CLASSES.every)],
    ["令和８年度要求額", *(this for _, this, _ in _CLASSES.every)],
    ["令和７年度当初予算額", *(last for *_, last in _CLASSES.every)],
]
_CLASSES.page("ly11_costs_across", f"<p>{_UNIT}</p>" + table(_ACROSS))
_CLASSES.text(
    "ly12_costs_across_tabs", f"\n{_UNIT}\n" + "\n".join("\t".join(map(str, row)) for row in _ACROSS)
)

_page(
    "ly13_later_years",
    f"<p>{_UNIT}</p>{_TABLE}<h2>年次計画</h2>"
    + table(
        [["年度", "件数", "概算事業費（千円）"], ["令和９年度", "5件", 9000], ["令和10年度", "4件", 8000]]
    ),
)
_page(
    "ly14_years_before",
    f"<p>{_UNIT}</p>{_TABLE}<h2>実施状況</h2>"
    + table([["年度", "件数", "事業費（千円）"], ["令和４年度", "5件", 9000], ["令和５年度", "4件", 8000]]),
)
for _name, _sentence in (
    ("ly15_sentence_of_both", "令和８年度の要求額と（　）内に令和７年度予算額を示します。"),
    ("ly16_sentence_beside", "令和８年度当初の要求額を、令和７年度予算額を（　）に並べて示します。"),
):
    text(
        _name, ".html",
        page(_OF.name, f"<h1>{_OF.name}</h1><p>企業支援課</p><p>{_sentence}</p><ul>" + _form("<li>{w}：{a}千円（{b}千円）</li>") + "</ul>"),
        _OF.truth,
    )  # fmt: skip

BATCH: Final[list[Fresh]] = FRESH[_BEFORE:]
del FRESH[_BEFORE:]
