"""Why a table is read as it is: each decision of the engine in a sentence, with its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from model.language import phrase
from model.request.columns import COST_COLUMNS, OTHER_WORDS
from templates.readers.reading import cut
from templates.readers.tables.cell_amount import plain
from templates.readers.tables.columns.columns import Role
from templates.readers.tables.decisions import Choices
from templates.readers.tables.question import Subject
from templates.readers.tables.sums.figures import Figures, RowKind
from templates.readers.tables.understood import FoundRow, Understood

ROLE_WORDS: Final[Mapping[Role, str]] = {
    "text": phrase("内容"),
    "previous": phrase("前年度"),
    "amount": phrase("要求額"),
    "change": phrase("増減"),
    "remark": phrase("備考"),
    **{
        column.key: column.label
        for column in COST_COLUMNS
        if column.key != "percent" and column.key in OTHER_WORDS
    },
    "object_class": phrase("節"),
    "basis": phrase("積算"),
    "unit_price": phrase("単価"),
    "quantity": phrase("数量"),
    "other": phrase("備考へ"),
    "number": phrase("除く"),
}
"""What a column is called; words and figures without a field of their own go to 備考 with their heading."""
KIND_WORDS: Final[Mapping[RowKind, str]] = {
    "line": phrase("経費"),
    "heading": phrase("見出し"),
    "of_which": phrase("うち"),
    "total": phrase("計"),
    "subtotal": phrase("小計"),
    "carried": phrase("繰越"),
    "left_out": phrase("除く"),
}
PART: Final = phrase("内訳")
_LONGEST: Final = 20  # characters of the label of a row
_BESIDE: Final[Mapping[Role, str]] = {"other": phrase("備考へ入れる列"), "number": phrase("除く列")}
_CHOSEN: Final = phrase("この画面で選ばれました。")


class Reason(NamedTuple):
    """What a decision is about, where that stands in the source (「内訳!C4」), what was decided, and why, in a sentence."""

    subject: Subject
    where: str
    what: str
    evidence: str


def row_word(row: FoundRow) -> str:
    """What a row is called: 「経費」, 「内訳」, 「計」."""
    return PART if row.summed.kind == "line" and row.summed.depth else KIND_WORDS[row.summed.kind]


def reasons(table: Understood, choices: Choices) -> tuple[Reason, ...]:
    """Why a table is read as it is: its columns, its unit, the rows that are no plain lines."""
    return (*_columns(table, choices), _unit(table, choices), *_rows(table, choices))


def _columns(table: Understood, choices: Choices) -> Iterator[Reason]:
    grid = table.grid
    about = [question for question in table.questions if question.subject == "column"]
    asked = {question.column for question in about}
    others = {column for question in about for column in question.answers}
    for column in table.headings.columns:
        role = table.roles.get(column, "other")
        heading = table.raw.heading_text(column)
        said = (
            phrase("見出し「{heading}」", heading=cut(heading, _LONGEST))
            if heading
            else phrase("見出しのない列")
        )
        if column in choices.roles:
            evidence = _CHOSEN
        elif column in asked:
            evidence = phrase("決められないため、仮に読みました。")
        elif column in others:
            evidence = phrase(
                "{said}は候補のひとつです。決まるまで、見出しを付けて備考に入れます。", said=said
            )
        elif column in table.account:
            evidence = phrase("{said}。{proof}", said=said, proof=table.account[column])
        elif not heading:
            evidence = (
                phrase("見出しがなく、言葉の列です。") if role == "text" else phrase("見出しがありません。")
            )
        elif role == "other":
            evidence = phrase("{said}にあたる欄がないため、見出しを付けて備考に入れます。", said=said)
        else:
            evidence = phrase("{said}の言葉。", said=said)
        what = _BESIDE.get(role) or phrase("{role_words}の列", role_words=ROLE_WORDS[role])
        yield Reason("column", grid.where(table.headings.rows[-1], column), what, evidence)


def _unit(table: Understood, choices: Choices) -> Reason:
    if choices.unit:
        evidence = _CHOSEN
    elif table.unit_evidence:
        evidence = phrase("{unit_evidence}から。", unit_evidence=table.unit_evidence)
    elif any(question.subject == "unit" for question in table.questions):
        evidence = phrase("決められないため、仮に読みました。")
    else:
        evidence = phrase("書かれていません。")
    where = table.grid.where(table.headings.rows[0])
    return Reason("unit", where, phrase("単位は{unit}", unit=table.unit), evidence)


def _rows(table: Understood, choices: Choices) -> Iterator[Reason]:
    for row in table.rows:
        summed = row.summed
        if row.row in choices.kinds:
            evidence = _CHOSEN
        elif summed.kind in ("total", "subtotal", "carried"):
            if not summed.is_proven:
                evidence = phrase("行の名前。上の行の和（{sums}）とは合いません。", sums=_said(summed.sums))
            elif not summed.is_certain:
                evidence = phrase("上の行の和と同じ額です（名前は計ではありません）。")
            else:
                evidence = phrase("上の行の和と一致します。")
        elif summed.kind == "left_out":
            evidence = (
                phrase("上の表も合わせた計です。") if summed.sums else phrase("計に入っていない行です。")
            )
        elif summed.kind == "line" and summed.depth:
            evidence = phrase("字下げか額から、上の行の内訳です。")
        else:
            continue
        word, label = row_word(row), cut(row.label, _LONGEST)
        what = (
            phrase("「{label}」は{word}の行", label=label, word=word)
            if label
            else phrase("{word}の行", word=word)
        )
        yield Reason("row", table.grid.where(row.row), what, evidence)


def _said(figures: Figures) -> str:
    return "・".join(f"{plain(figure)}千円" for figure in figures if figure is not None)
