"""The columns of the cost tables (所要経費), declared once: screen, clipboard, page, workbook, flat sheets and readers follow."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

import msgspec

ColumnField: TypeAlias = Literal["text", "previous", "amount", "remark", "object_class"]
"""The fields of a line that have a column of their own."""
LineField: TypeAlias = Literal[ColumnField, "basis", "mark", "heading"]
"""The fields of a line that a person decides."""


class CostColumn(msgspec.Struct, frozen=True):
    """A column of the cost tables.

    Attributes:
        key: its name; of a column in which one types, the field of a line.
        label: what it is called in menus, lists of changes and flat sheets.
        fields: the fields of a line that stand in one cell of it and are copied together; none where it is calculated.
        holds: words (left, wrapped), or figures (right) in ``unit``.
        unit: 千円 or %; "" for words.
        heading: what stands over its figures where that is not its label; over words stand the words of the Standard.
        width: pixels on the screen; 0 where it shares what the others leave.
        is_printed: whether its words stand on the published page and the printed sheet of the workbook.
    """

    key: ColumnField | Literal["change", "percent"]
    label: str
    fields: tuple[LineField, ...] = ()
    holds: Literal["words", "figures"] = "words"
    unit: str = ""
    heading: str = ""
    width: int = 0
    is_printed: bool = True

    @property
    def full_heading(self) -> str:
        """Its own heading with the unit: 「要求額(千円)」."""
        return f"{self.heading or self.label}({self.unit})" if self.unit else self.label


COST_COLUMNS: Final = (
    CostColumn("text", "内容", ("text",)),
    CostColumn("previous", "前年度予算額", ("previous",), "figures", "千円", width=108),
    CostColumn("amount", "金額", ("amount", "basis"), "figures", "千円", heading="要求額", width=104),
    CostColumn("change", "増減", (), "figures", "千円", width=88),
    CostColumn("percent", "増減率", (), "figures", "%", width=64),
    CostColumn("remark", "備考", ("remark",)),
    CostColumn("object_class", "節", ("object_class",), width=124, is_printed=False),
)
"""From the left, as they stand on the screen."""

WORD_FIELDS: Final = tuple(column.fields[0] for column in COST_COLUMNS if column.holds == "words")
"""The fields of a line whose words have a column."""
PRINTED_WORDS: Final = tuple(
    column
    for column in COST_COLUMNS
    if column.holds == "words" and column.is_printed and column.key != "text"
)
"""The columns of words that the page and the printed sheet have behind the figures."""
OTHER_WORDS: Final = tuple(field for field in WORD_FIELDS if field not in ("text", "remark", "object_class"))
"""The fields of words of which nothing more is known than their column."""


def position_of(key: str) -> int:
    """The number of a column from the left, from 0; that of 内容 for a field that has no column of its own."""
    return next(
        (index for index, column in enumerate(COST_COLUMNS) if key in (column.key, *column.fields)), 0
    )


def column_of(key: str) -> CostColumn:
    """The column of a field or of a calculated figure."""
    return COST_COLUMNS[position_of(key)]
