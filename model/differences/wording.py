"""The rows and values of one of two requests that are compared, in the words of the sheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, cast

from msgspec import UNSET

from model.differences.outline import (
    COSTS,
    REFERENCES,
    ROOT,
    UNKNOWN,
    Field,
    Outline,
    Slot,
    Value,
)
from model.differences.texts import differing_parts
from model.edits.form_fields import sheets_of
from model.names.place_names import SECTIONS, PlaceNames, short
from model.request.carried import Carried
from model.request.grounds import Answer, Cut, FundingTerm
from model.request.multi_year import AnnualAmount, Commitment, CommitmentYear, ContinuingExpense
from model.request.place import Place
from model.request.request import CostGroup, Frame, Line, Request, Section
from model.request.section_table import SectionTable, TableColumn, TableRow
from model.request.source_question import SourceQuestion
from model.request.sticky_note import StickyNote
from model.standard.standard import Standard
from model.values.amount import format_amount
from model.values.unseen_characters import code_of, one_visible_line, unseen_characters

BLANK: Final = "（空欄）"
_KINDS: Final[Mapping[type, tuple[str, str]]] = {
    Section: ("section", "項目"),
    CostGroup: ("group", "表"),
    Line: ("line", "行"),
    Commitment: ("commitment", "債務負担行為"),
    CommitmentYear: ("owed", "債務負担行為の年度"),
    ContinuingExpense: ("continuing", "継続費"),
    AnnualAmount: ("annual", "年割額の年度"),
    FundingTerm: ("term", "財源の根拠"),
    Cut: ("cut", "減額の内訳"),
    Answer: ("answer", "了解・答え"),
    SourceQuestion: ("source_question", "取り込みの確認"),
    Carried: ("carried", "引継ぎ"),
    StickyNote: ("sticky_note", "付せん"),
    SectionTable: ("table", "表"),
    TableColumn: ("column", "列"),
    TableRow: ("cell", "行"),
    str: ("words", "省いた表と行"),
}
"""The first word of the places of a kind of row, and what one of them is called."""
_NAMED_BY: Final = ("text", "title", "heading", "name", "year", "reason", "about", "question", "what")
"""The fields by whose words a row is known, whichever of them it has."""
_ROOT_LABELS: Final[Mapping[Field, str]] = {
    ("carried_previous",): "引き継いだ前年度の額の計",
    ("standard",): "様式の設定",
    COSTS: "所要経費の表を置く項目",
}
_STATUS: Final[Mapping[str, str]] = {"requested": "要求", "set": "設定済"}
_SECTION_OF: Final[Mapping[str, str]] = {
    "answer": "指摘と質問",
    "source_question": "指摘と質問",
    "carried": "引継ぎ",
    "sticky_note": "付せん",
    "words": "様式の言葉",
    "": "基本情報",
}
OTHER_SECTIONS: Final = ("指摘と質問", "引継ぎ", "付せん", "様式の言葉")
_KIND_OF: Final[Mapping[str, str]] = {"printed": "words", "carried_previous": "request", "costs": "group"}
"""The parts of the sheet of what the request itself holds and that has no place."""
_PLACES: Final = ("header", "contact", "assessment", "headcount", "funding", "funding_words")


class Wording:
    """Names rows and values of a request."""

    def __init__(self, request: Request, outline: Outline, standard: Standard) -> None:
        self.outline = outline
        self._standard = standard
        self._names = PlaceNames(request, standard)
        self._sheets = dict(sheets_of(request, standard))
        self._bonds = {bond.key: bond.label for bond in standard.bond_classes}

    def place(self, row_id: str, field: Field = ()) -> Place:
        """Where a value of a row stands on the form; of a row, its first field. "" for nowhere."""
        row = self.outline.rows[row_id]
        if field[:1] == UNKNOWN:
            return self.place(row_id) if row_id != ROOT else ""
        if row_id == ROOT:
            if field[0] in _PLACES:
                return "/".join(field)
            if field[0] in ("declared", "bases"):
                return field[1]
            return {"prices": "price/", "components": "component/"}.get(field[0], "") + "/".join(
                field[1:] if field[0] in ("prices", "components") else ()
            )
        if row.kind in (Answer, SourceQuestion, Carried, StickyNote):
            return str(row.values[("place",)])
        if row.kind is str:
            return ""
        kind, _ = _KINDS[row.kind]
        if row.kind is TableRow:
            return f"cell/{row_id}/{field[1] if field else next(iter(self._columns_beside(row_id)), '')}"
        if row.kind is CommitmentYear and field[:1] == ("sources",):
            field = ("source", *field[1:])
        first = next(name for name in _NAMED_BY if (name,) in row.values)
        return f"{kind}/{row_id}/{'/'.join(field) or first}"

    def section(self, row_id: str, field: Field = ()) -> str:
        """The part of the sheet in which a row or value stands: 「所要経費 ＞ 1.運営費」."""
        row = self.outline.rows[row_id]
        if row_id == ROOT:
            kind = _KIND_OF.get(field[0]) or self.place(row_id, field).partition("/")[0]
        else:
            kind, _ = _KINDS[row.kind]
        section = _SECTION_OF.get(kind) or SECTIONS.get(kind, "基本情報")
        table = self._table_of(row_id)
        return f"{section} ＞ {table}" if table else section

    def what(self, row_id: str, field: Field = ()) -> str:
        """The name of a value of a row; of a row, what it is: 「「通信運搬費」の金額」, 「「通信運搬費」の行」."""
        row = self.outline.rows[row_id]
        if field[:1] == UNKNOWN:
            name = f"知らない項目「{short(one_visible_line('.'.join(filter(None, field[1:3]))))}」"
            return f"{self.what(row_id)}の{name}" if row_id != ROOT else name
        if row_id == ROOT:
            return self._what_of_request(field)
        if row.kind is Answer:
            return f"{self._names.name_of(str(row.values[('place',)]))}への{_KINDS[Answer][1]}"
        if row.kind in (SourceQuestion, Carried, StickyNote):
            return f"{_KINDS[row.kind][1]}「{self.name(row_id)}」"
        if not field:
            name = self.name(row_id)
            return f"「{name}」の{_KINDS[row.kind][1]}" if name else _KINDS[row.kind][1]
        return self._names.name_of(self.place(row_id, field))

    def name(self, row_id: str) -> str:
        """The words by which a row is known, short."""
        values = self.outline.rows[row_id].values
        if self.outline.rows[row_id].kind is TableRow:
            cells = (str(values.get(("cells", column)) or "") for column in self._columns_beside(row_id))
            return short(next(filter(None, cells), ""))
        key = next((name for name in _NAMED_BY if (name,) in values), "")
        own = str(values.get((key,)) or "")
        return short(own) or self._names.line_name(str(values.get(("line",), "")))

    def position(self, row_id: str) -> str:
        """Where a row stands: 「表「1.運営費」の3番目」."""
        slot = self.outline.rows[row_id].slot
        number = self.outline.lists[slot].index(row_id) + 1
        return f"{self.list_name(slot)}の{number}番目" if slot.parent else f"{number}番目"

    def list_name(self, slot: Slot) -> str:
        """The list of rows that a row has: 「表「1.運営費」」, 「「旅費」の内訳」."""
        if slot.parent == ROOT:
            kinds = {"sections": "本文の項目", "groups": "所要経費の表", "commitments": "債務負担行為"}
            kinds |= {"tables": "本文の表"}
            kinds |= {"continuing": "継続費", "funding_terms": "財源の根拠", "cuts": "減額の内訳"}
            return kinds.get(slot.field[0], "")
        name = self.name(slot.parent) or "名前のない行"
        if slot.field in (("lines",), ("columns",), ("rows",)):
            return f"表「{name}」"
        return f"「{name}」の{ {'parts': '内訳', 'granted': '査定額'}.get(slot.field[0], '年度') }"

    def content(self, row_id: str, indent: str = "") -> str:
        """All that stands in a row, and below it the rows that are part of it."""
        row = self.outline.rows[row_id]
        label = self.name(row_id)
        if row.kind is Carried:
            return f"{indent}{label}"
        said = [
            f"{self._label(row_id, field)} {self.value(field, value)}"
            for field, value in row.values.items()
            if value not in (None, "", False, UNSET)
            and short(str(value)) != label
            and not self._is_told(field)
        ]
        head = "　".join([label or "（名前なし）", "、".join(said)]).strip("　")
        return "\n".join(
            [indent + head, *(self.content(inner, f"{indent}　") for inner in self.outline.below(row_id))]
        )

    def whole(self, row_id: str) -> str:
        """All that goes with a row that is deleted; with a column of a section's table go its cells."""
        row = self.outline.rows[row_id]
        said = [self.content(row_id)]
        if row.kind is TableColumn:
            for beside in self.outline.lists.get(Slot(row.slot.parent, ("rows",)), ()):
                cell = self.outline.rows[beside].values.get(("cells", row_id), "")
                said += [f"　{self.name(beside)} {cell}"] if cell else []
        return "\n".join(said)

    def value(self, field: Field, value: Value) -> str:
        """A value as it is read: 「5,049千円」, the name of a line; 「（空欄）」 for none."""
        if value is UNSET or value is None or value == "":
            return BLANK
        if field == ("carried",):
            return "前年度のまま" if value else "手を入れた"
        if isinstance(value, bool):
            return "はい" if value else "いいえ"
        if isinstance(value, int):
            return f"{format_amount(value)}千円"
        return _visible(self._word(field, str(value)))

    def _word(self, field: Field, value: str) -> str:
        if field in REFERENCES:
            return self.name(value) or BLANK if value in self.outline.rows else f"（ない行 {value}）"
        match field:
            case ("mark",):
                return self._standard.mark_label(value)
            case ("status",):
                return _STATUS.get(value, value)
            case ("source",):
                return self._standard.source_label(value)
            case ("bond_class",):
                return self._bonds.get(value, value)
            case ("frame",):
                return self._standard.printing.frames.get(cast(Frame, value), value)
            case ("header", "sheet"):
                return self._sheets.get(value, value)
        return value

    def _label(self, row_id: str, field: Field) -> str:
        what = self.what(row_id, field)
        return what.rpartition("」の")[2]

    def _is_told(self, field: Field) -> bool:
        """Whether the name or the place of a row shows a field already, so that it is not listed again."""
        return field in (("rule",), ("place",))

    def _what_of_request(self, field: Field) -> str:
        where = self.place(ROOT, field)
        match field[0]:
            case "declared":
                return f"{self._names.name_of(where)}（入力した額）"
            case "bases":
                return f"{self._names.name_of(where)}の積算"
            case "printed":
                return f"様式の言葉（{field[-1]}）"
        return _ROOT_LABELS.get(field) or self._names.name_of(where)

    def _table_of(self, row_id: str) -> str:
        """The table of a line, short; "" for others."""
        row = self.outline.rows[row_id]
        while row.kind is Line:
            row_id = row.slot.parent
            row = self.outline.rows[row_id]
        return self.name(row_id) if row.kind is CostGroup else ""

    def _columns_beside(self, row_id: str) -> list[str]:
        """The ids of the columns of the table in which a row of a section's table stands."""
        return self.outline.lists.get(Slot(self.outline.rows[row_id].slot.parent, ("columns",)), [])


def _visible(text: str) -> str:
    """A text with the numbers of the characters that nobody sees in their place: it may differ in one of them alone."""
    for character in unseen_characters(text):
        text = text.replace(character, f"[{code_of(character)}]")
    return text


def turned(was: str, now: str, before: Value, after: Value) -> tuple[str, str]:
    """Two values in words, cut to where they differ; where the words are the same, with what is not."""
    if was == now:
        return f"{was}〔{_raw(before)}〕", f"{now}〔{_raw(after)}〕"
    return differing_parts(was, now)


def _raw(value: Value) -> str:
    return "欄なし" if value is UNSET else "値なし" if value is None else f"「{value}」"
