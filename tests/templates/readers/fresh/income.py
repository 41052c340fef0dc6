"""Tables of income beside those of costs: below headings, notes and sentences of pages, texts and workbooks, and on tabs named so."""

from __future__ import annotations

from typing import Final

from tests.templates.readers.fresh.pages import Costs, lines, spaced, table
from tests.templates.readers.fresh_tables import FRESH, Fresh, excel

_BEFORE: Final = len(FRESH)
_HEAD: Final[list[object]] = ["区分", "要求額", "前年度"]
_COSTS: Final = Costs(
    "市民プール管理運営費", 8, "スポーツ振興課",
    [("施設管理委託料", 14300, 13900), ("光熱水費", 9860, 10240), ("備品購入費", 1200, 600), ("修繕料", 2500, 2500)], "計",
)  # fmt: skip
_INCOME: Final = Costs("", 8, "", [("プール使用料", 8200, 7900), ("自動販売機設置料", 460, 440)], "計")
_IN: Final[list[list[object]]] = [_HEAD, *map(list, _INCOME.every)]
_OUT: Final[list[list[object]]] = [_HEAD, *map(list, _COSTS.every)]
_REST: Final = "差引一般財源　19,200千円"
_UNIT: Final = "（単位：千円）"
_TOP: Final[list[list[object]]] = [["令和８年度当初予算要求"], ["事業名", _COSTS.name], []]


def _page(name: str, *above: tuple[str, list[list[object]]], rest: str = "") -> None:
    _COSTS.page(name, "".join(words + table(rows) for words, rows in above) + rest)


_page(
    "i01_headings",
    ("<h2>歳入</h2><p>（千円）</p>", _IN),
    ("<h2>歳出</h2><p>（千円）</p>", _OUT),
    rest=f"<p>{_REST}</p>",
)
_page(
    "i02_sentences",
    (f"<h2>１　収入</h2><p>使用料は条例による。</p><p>{_UNIT}</p>", _IN),
    (f"<h2>２　支出</h2><p>直営とする。</p><p>{_UNIT}</p>", _OUT),
)
_page("i03_costs_first", ("<h2>歳出</h2><p>（千円）</p>", _OUT), ("<h2>歳入</h2><p>（千円）</p>", _IN))
_page("i04_other_words", (f"<h2>財源</h2><p>{_UNIT}</p>", _IN), (f"<h2>経費</h2><p>{_UNIT}</p>", _OUT))
_page(
    "i05_two_of_income",
    ("<h2>歳入</h2><h3>使用料</h3><p>（千円）</p>", _IN[:2]),
    ("<h3>雑入</h3><p>（千円）</p>", [_HEAD, _IN[2]]),
    ("<h2>歳出</h2><p>（千円）</p>", _OUT),
)
_page(
    "i06_parts",
    ("<h3>【歳入の部】</h3><p>金額の単位は千円です。</p><p>使用料は据え置きます。</p>", _IN),
    ("<h3>【歳出の部】</h3><p>金額の単位は千円です。</p>", _OUT),
)
_page(
    "i07_no_word_of_costs", ("<h2>歳入</h2><p>（千円）</p>", _IN), ("<h2>主な事業</h2><p>（千円）</p>", _OUT)
)
_page("i08_estimates", ("<h3>歳入の見積り（千円）</h3>", _IN), ("<h3>歳出の見積り（千円）</h3>", _OUT))
_page(
    "i09_brackets",
    ("<h2>歳入予算（利用者から）</h2><p>（千円）</p>", _IN),
    ("<h2>歳出予算（施設）</h2><p>（千円）</p>", _OUT),
)
_page(
    "i10_rest_alone", ("<h2>内訳</h2><p>（千円）</p>", _IN), ("<p>（千円）</p>", _OUT), rest=f"<p>{_REST}</p>"
)
_COSTS.text(
    "i11_tabs", f"歳入\n\n{_UNIT}\n\n" + lines("\t", _IN) + f"\n\n歳出\n\n{_UNIT}\n\n" + lines("\t", _OUT)
)
_COSTS.text(
    "i12_blanks",
    f"○歳入\n使用料は条例による。\n{_UNIT}\n"
    + spaced(_IN, 24, 10, 10)
    + f"\n○歳出\n直営とする。\n{_UNIT}\n"
    + spaced(_OUT, 24, 10, 10),
)
excel(
    "i13_book",
    [
        *_TOP,
        ["歳入"],
        [],
        [_UNIT],
        [],
        *_IN,
        [],
        ["歳出"],
        [],
        [_UNIT],
        [],
        *_OUT,
        [],
        ["差引一般財源", 19200],
    ],
    _COSTS.truth,
)
excel("i14_tabs", {"収入内訳": [*_TOP, [_UNIT], *_IN], "支出内訳": [*_TOP, [_UNIT], *_OUT]}, _COSTS.truth)

_page(
    "i15_expenses",
    ("<h3>（１）収入（千円）</h3><p>内訳は次のとおり</p>", _IN),
    ("<h3>（２）経費（千円）</h3>", _OUT),
)
_page(
    "i16_sources",
    (f"<h3>特定財源（千円）</h3><p>{_UNIT}</p>", _IN),
    (f"<h3>事業費（千円）</h3><p>{_UNIT}</p>", _OUT),
)
_page(
    "i17_expected_below",
    (f"<h3>事業費</h3><p>{_UNIT}</p>", _OUT),
    (f"<h3>収入見込額</h3><p>{_UNIT}</p>", _IN),
)
_page(
    "i18_income_of",
    (f"<h3>使用料等の収入</h3><p>{_UNIT}</p>", _IN),
    (f"<h3>管理運営の経費</h3><p>{_UNIT}</p>", _OUT),
)
_page("i19_rows", (f"<p>{_UNIT}</p>", [_HEAD, ["歳入", "", ""], *_IN[1:], ["歳出", "", ""], *_OUT[1:]]))
_page(
    "i20_rows_below",
    (f"<p>{_UNIT}</p>", [_HEAD, ["【歳出】", "", ""], *_OUT[1:], ["【歳入】", "", ""], *_IN[1:]]),
)
excel("i21_book_rows", [*_TOP, [_UNIT], _HEAD, ["１　収入"], *_IN[1:], ["２　支出"], *_OUT[1:]], _COSTS.truth)
_page("i22_source_alone", (f"<p>財源</p><p>{_UNIT}</p>", _OUT))

BATCH: Final[list[Fresh]] = FRESH[_BEFORE:]
del FRESH[_BEFORE:]
