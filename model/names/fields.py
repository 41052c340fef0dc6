"""The catalogue of fields: each place's Japanese label and help sentence, once, for form, findings and undo menu."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from model.request.columns import COST_COLUMNS
from model.request.place import Place
from model.standard.parts import Words


class Field(NamedTuple):
    """A field of the form: where its value stands, what it is called, and one sentence of help."""

    place: Place
    label: str
    help: str = ""


HEADER_FIELDS: Final = (
    Field("header/name", "事業名"),
    Field("header/subtitle", "事業名の2行目", "関連する計画の名前など。なければ空欄にします。"),
    Field("header/fiscal_year", "年度", "「令和9年度」「R9」「2027」のどの書き方でも入力できます。"),
    Field("header/budget", "予算"),
    Field("header/stage", "段階"),
    Field("header/business_class", "区分"),
    Field("header/account", "会計", "特別会計・企業会計のときに、会計の名前を入れます。"),
    Field("header/sheet", "用紙", "債務負担行為・継続費・繰越明許費は、別の用紙で要求します。"),
    Field("header/subject_kan", "款"),
    Field("header/subject_kou", "項"),
    Field("header/subject_moku", "目"),
)
CONTACT_FIELDS: Final = (
    Field("contact/department", "部局"),
    Field("contact/section", "課"),
    Field("contact/team", "担当"),
    Field("contact/phone", "電話番号"),
    Field("contact/email", "E-mail"),
)
REQUEST_FIELDS: Final = (
    Field("request/amount", "要求額", "所要経費の合計の和が入ります。"),
    Field("request/previous", "前年度予算額", "所要経費の前年度の合計の和が入ります。"),
    Field("funding_words", "財源", "「単県」「国1/2」など。"),
)
COMPONENT_FIELDS: Final = (
    Field("component/deferred", "保留", "要求額のうち、前の段階で保留になった分です。"),
    Field("component/revived", "復活", "要求額のうち、前の段階で減額された分をもう一度要求するものです。"),
    Field("component/added", "追加", "要求額のうち、この段階で新しく要求するものです。"),
)
ASSESSMENT_FIELDS: Final = (
    Field("assessment/result", "査定の結果", "財政課が選びます。計上でも要求より少ないことがあります。"),
    Field("assessment/amount", "計上額"),
    Field("assessment/held", "保留額"),
    Field("assessment/separate", "別途額"),
)
ROWS: Final[Mapping[str, str]] = {
    "previous": "前年度",
    "standing": "既査定",
    "request": "要求",
    "total": "計",
    "assessed": "査定（計上）",
    "held": "査定（保留）",
    "separate": "査定（別途）",
}
"""The rows of the tables of figures, for a form or a Standard that has no words for one of them."""
COMMENT_FIELD: Final = Field("assessment/comment", "財政課処理欄", "減額の理由などを財政課が書きます。")

_PRINTED: Final[Mapping[Place, str]] = {
    "request/previous": "previous",
    "component/deferred": "deferred",
    "component/revived": "revived",
    "component/added": "added",
    "assessment/amount": "assessed",
    "assessment/held": "held",
    "assessment/separate": "separate",
    "assessment/comment": "comment",
}
"""The fields that a government's sheet prints in its own words, by the key of the word."""


def in_words(field: Field, words: Words) -> Field:
    """A field under the label that a government's sheet prints; one that no sheet prints as it is."""
    key = _PRINTED.get(field.place)
    return field._replace(label=getattr(words, key)) if key else field


_BY_PLACE: Final[Mapping[str, str]] = {
    field.place: field.label
    for field in (
        *HEADER_FIELDS,
        *CONTACT_FIELDS,
        *REQUEST_FIELDS,
        *COMPONENT_FIELDS,
        *ASSESSMENT_FIELDS,
        COMMENT_FIELD,
    )
}
_BY_KIND: Final[Mapping[tuple[str, str], str]] = {
    **{("line", column.key): column.label for column in COST_COLUMNS},
    ("line", "basis"): "積算",
    ("line", "previous_basis"): "前年度の積算",
    ("line", "mark"): "行の印",
    ("line", "heading"): "見出しの行",
    ("group", "title"): "表の題",
    ("group", "section"): "表を置く項目",
    ("group", "note"): "表の注",
    ("group", "previous"): "合計（前年度）",
    ("group", "amount"): "合計",
    ("section", "heading"): "見出し",
    ("section", "text"): "本文",
    ("section", "frame"): "項目を置く枠",
    ("section", "unnumbered"): "番号のない見出し",
    ("section", "carried"): "前年度のままの本文",
    ("commitment", "line"): "債務負担行為の経費",
    ("commitment", "period"): "債務負担行為の期間",
    ("commitment", "status"): "債務負担行為の区分",
    ("commitment", "name"): "債務負担行為の事項",
    ("commitment", "contract_period"): "契約期間",
    ("commitment", "set_in"): "債務負担行為を設定した予算",
    ("commitment", "limit"): "限度額",
    ("commitment", "note"): "債務負担行為の説明",
    ("commitment", "paid_period"): "支出済みの期間",
    ("commitment", "paid"): "前年度末までの支出見込額",
    ("owed", "year"): "債務負担行為の年度",
    ("owed", "amount"): "債務負担行為の年度の額",
    ("owed", "contracted"): "契約額",
    ("owed", "changed"): "変更後の額",
    ("continuing", "name"): "継続費の事業名",
    ("continuing", "total"): "継続費の総額",
    ("continuing", "total_before"): "継続費の変更前の総額",
    ("continuing", "note"): "継続費の説明",
    ("annual", "year"): "年割額の年度",
    ("term", "source"): "財源",
    ("term", "name"): "収入の名前",
    ("term", "rate"): "補助率・充当率",
    ("term", "eligible"): "対象経費",
    ("term", "amount"): "収入の額",
    ("term", "bond_class"): "起債の区分",
    ("term", "line"): "充てる経費",
    ("cut", "line"): "減額した経費",
    ("cut", "amount"): "減額",
    ("cut", "reason"): "減額の理由",
    ("table", "title"): "本文の表の題",
    ("table", "note"): "本文の表の注",
    ("table", "section"): "本文の表を置く項目",
    ("column", "heading"): "見出し",
    ("column", "unit"): "単位",
    ("column", "summed"): "計を出す列",
    ("column", "total"): "計",
    ("request", "change"): "増減額",
    ("request", "percent"): "増減率",
    ("group", "change"): "合計の増減",
    ("group", "percent"): "合計の増減率",
    ("cost", "expense"): "事業費(A)",
    ("cost", "labour"): "人件費(B)",
    ("cost", "total"): "トータルコスト",
}


def label_of(place: Place) -> str:
    """The words for a place in menus: 「元に戻す: 金額の入力」."""
    kind, _, rest = place.partition("/")
    if place in _BY_PLACE:
        return _BY_PLACE[place]
    return _BY_KIND.get(
        (kind, rest.rpartition("/")[2]),
        {
            "headcount": "人役",
            "funding": "財源",
            "component": "要求額の内訳",
            "owed": "債務負担行為の財源",
            "annual": "年割額",
            "cell": "本文の表のセル",
        }.get(kind, "値"),
    )
