"""The words of a Standard as they are looked up: tables that the words alone decide, made once with the Standard."""

from __future__ import annotations

from collections.abc import Sequence

from model.standard.character_words import PersonalWords
from model.standard.parts import ObjectClass, PageReading
from model.standard.wording import sound_form
from model.standard.workbook_words import WorkbookReading
from model.values.amount import half_width


class WordTables:
    """What readers know headings and labels by, the 節 by how they are written and how they sound, what finds personal data.

    All words but those of ``object_classes`` and ``sounds`` are in half-width letters and without spaces.

    Attributes:
        heading_roles: what a heading of a cost table says of its column; other remarks of pages are none.
        head_labels: the place of each word of the head by its labels in other people's workbooks.
        remark_headings: the headings below which published pages explain a row.
        table_headings: the headings of every column that is known by its whole words.
        total_labels: the labels of the 合計 of a cost table.
        subtotal_labels: the labels of rows that only add up rows above them.
        signs_of_sums: the signs of which one stands in the label of each row that adds up others: 「計」, 「額」, 「頁」.
        object_class_names: the names of all 節 without their numbers and commas: 「負担金補助及び交付金」.
        object_classes: the 節 of any year by how they are written on a line: 「12 委託料」.
        sounds: the names and readings of all 節 as typed names are compared with them.
        personal: what finds personal data; each line of a request is looked through.
    """

    def __init__(
        self,
        page: PageReading,
        workbook: WorkbookReading,
        classes: Sequence[ObjectClass],
        personal: PersonalWords,
    ) -> None:
        """Make the tables of the words of pages, of workbooks and of the 節 of all years."""
        self.heading_roles: dict[str, str] = {}
        remarks: list[str] = []
        for heading in page.cost_table_headings:
            words = map(_bare, heading.words)
            if heading.kind == "remark":
                remarks += words
            else:
                self.heading_roles.update((word.lower(), heading.kind) for word in words)
        for column in workbook.columns:
            self.heading_roles.update((_bare(word).lower(), column.role) for word in column.words)
        self.head_labels = {_bare(word): place for place, words in workbook.labels.items() for word in words}
        self.remark_headings = frozenset(remarks)
        self.table_headings = frozenset(
            {*self.heading_roles, *remarks, *(_bare(word) for word in page.other_headings)}
        )
        self.total_labels = frozenset(_bare(word) for word in page.totals)
        self.subtotal_labels = frozenset(_bare(word) for word in workbook.subtotals)
        rows = workbook.rows
        sums = (
            *self.total_labels, *self.subtotal_labels, *rows.totals, *rows.total_ends, *rows.sums, *rows.carried_out,
            *rows.carried_in,
        )  # fmt: skip
        self.signs_of_sums = frozenset(word[-1] for word in sums if word)
        self.object_class_names = frozenset(
            _bare(found.label).lstrip("0123456789").replace("、", "") for found in classes
        )
        self.object_classes: dict[str, list[ObjectClass]] = {}
        for object_class in classes:
            self.object_classes.setdefault(object_class.label, []).append(object_class)
        self.sounds = {word: sound_form(word) for found in classes for word in (found.name, found.reading)}
        self.personal = personal.patterns


def _bare(words: str) -> str:
    """Words in half-width letters without spaces."""
    return "".join(half_width(words).split())
