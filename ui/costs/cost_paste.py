"""Pasting into the cost tables: which lines of which table take a block, the one edit that puts it there, or what is asked first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from model.checks.quoted import shortened
from model.document.document import Document
from model.edits.paste import (
    Clip,
    CopiedRow,
    PastedTable,
    paste_lines,
    paste_tables,
)
from model.edits.replaced import added_lines, replaced_lines, replaced_titles
from model.edits.structure import append_lines
from model.language import joined, spoken
from model.request.request import Line, Request
from templates.readers.pasted.calculated_columns import ScreenColumn
from templates.readers.pasted.copied_rows import own_tables
from ui.costs.cost_rows import Row, RowKind
from ui.language import translate
from ui.tables.pasted_edit import edit_pasted

if TYPE_CHECKING:  # the first paint does without the readers
    from templates.readers.books.cells import Sheet
    from templates.readers.pasted.pasted_table import Pasted
    from templates.readers.tables.decisions import Choices
    from templates.readers.tables.question import Question

_LONGEST: Final = 30  # characters of a title that is quoted
MOST_AT_ONCE: Final = 3_500  # rows that are read while the writer waits: less than half a second


class AskedBlock:
    """A block that is not put in before a person has decided what could not be proven of it.

    Attributes:
        pasted: how it was read: its questions, and the table as the engine understood it.
        shown: the same as it is shown to be decided: with the headings of the table above it where it has none.
        said: what is said of it now, in whole sentences.
        read: the block as it comes in by what a person decided so far; nothing is put in.
    """

    def __init__(
        self,
        pasted: Pasted,
        shown: Pasted,
        read: Callable[[Choices], Pasted],
        put: Callable[[PastedTable, Sequence[Question]], str],
    ) -> None:
        self.pasted, self.shown = pasted, shown
        self.read, self._put = read, put
        more = len(pasted.questions) - 1
        others = (
            translate("ui.costs", "ほかに{more}件、確かめることがあります。").format(more=more)
            if more
            else ""
        )
        not_pasted = translate("ui.costs", "表には何も貼り付けていません。")
        self.said = spoken(joined((pasted.questions[0].sentence, others, not_pasted)))

    @property
    def sheet(self) -> Sheet:
        """The block as the sheet to which what a person decides refers, by its rows and columns."""
        return self.shown.understood.grid.sheet

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is asked of it as it is shown, and what only the place where it is pasted asks."""
        shown = self.shown.questions
        subjects = {question.subject for question in shown}
        return (*(question for question in self.pasted.questions if question.subject not in subjects), *shown)

    def put(self, choices: Choices, open_questions: Sequence[Question] = ()) -> str:
        """Put the block in by what a person decided, as one step of undo.

        Args:
            choices: what was decided.
            open_questions: what is still asked: it stands in the request from then on, a finding until it is answered there.

        Returns:
            What was left out, added and replaced, in whole sentences.
        """
        decided = self.read(choices)
        replaced = self._put(decided.table, (*open_questions, *decided.doubts))
        self.said = spoken(joined((decided.said, decided.comes_to, replaced)))
        return self.said


PutBlock: TypeAlias = Callable[[], str | AskedBlock]
"""Puts in a block that was read; returns what was said of it, or what is asked, where it is not put in."""


class LongBlock(NamedTuple):
    """A block of so many rows that it is read beside the window.

    Attributes:
        read: reads it, and takes nothing of the window; what it returns puts in what was read, and returns what a paste does.
    """

    read: Callable[[], PutBlock]


class CostPaste:
    """A paste into the cost tables as they are shown."""

    def __init__(self, document: Document, rows: Sequence[Row], screen: Sequence[ScreenColumn]) -> None:
        self._document, self._rows, self._screen = document, list(rows), screen

    def put(self, row_index: int, column: int, clip: Clip) -> str | AskedBlock | LongBlock:
        """Put a block in from a cell on, as one step of undo; one that takes long to read is given back unread.

        Returns:
            What was left out, added and replaced, in whole sentences; or what is asked, where the block is not put in yet.
        """
        row = self._rows[row_index]
        filled = self._rows[row_index : row_index + len(clip.block)]
        if clip.fills and any(one.kind is RowKind.LINE for one in filled):
            return self._fill(filled, column, clip)
        is_offered = row.kind is RowKind.NEW
        lines = [
            below.line
            for below in self._rows[row_index:]
            if not is_offered and below.group_id == row.group_id and below.line
        ]
        # The legend and the 合計 take no lines: the block goes to the end of their table.
        screen = self._screen[0 if row.kind in (RowKind.TITLE, RowKind.NOTE, RowKind.NEW_GROUP) else column :]
        on_title = row.kind in (RowKind.TITLE, RowKind.NEW_GROUP)
        taking = [row.id] if is_offered else [line.line.id for line in lines]

        def put_in(tables: Sequence[PastedTable], questions: Sequence[Question] = ()) -> str:
            return self._put_in(row, taking, tables, questions)

        if clip.rows:
            tables, notes = own_tables(clip, screen, on_title=on_title)
            return spoken(joined((notes, put_in(tables))))
        from templates.readers.pasted.pasted_table import understand, with_headings
        from templates.readers.pasted.read_block import Target

        snapshot = self._document.snapshot
        is_line = row.kind not in (RowKind.TOTAL, RowKind.NOTE)
        target = Target(screen, lines, on_title, is_line)
        year = snapshot.totals.year

        def read() -> PutBlock:
            found = understand(clip.block, target, snapshot.standard, year)
            if not found.questions:
                return lambda: spoken(
                    joined((found.said, found.comes_to, put_in([found.table], found.doubts)))
                )
            block, asked = with_headings(clip.block, target, found)

            def read_again(choices: Choices | None = None) -> Pasted:
                return understand(block, asked, snapshot.standard, year, choices)

            shown = read_again() if asked.adds_headings else found
            return lambda: AskedBlock(
                found, shown, read_again, lambda table, questions: put_in([table], questions)
            )

        return LongBlock(read) if len(clip.block) > MOST_AT_ONCE else read()()

    def _put_in(
        self, row: Row, taking: Sequence[str], tables: Sequence[PastedTable], questions: Sequence[Question]
    ) -> str:
        """Put tables in from a row on, whose table has the lines that take the first rows, with what is asked of them.

        Returns:
            What was added and replaced, in a sentence.
        """
        request, standard = self._document.request, self._document.snapshot.standard
        if row.kind is RowKind.NEW and any(table.rows for table in tables):
            # The offered line takes the first row, so that the cursor stays on it.
            request = append_lines(request, row.group_id, Line(row.id))

        def line_ids(group_id: str) -> Sequence[str]:
            if group_id == row.group_id:
                return taking
            return [row.id for row in self._rows if row.group_id == group_id and row.line]

        request = paste_tables(request, row.group_id, tables, line_ids, standard)
        if questions:
            from templates.readers.tables.question import with_questions

            is_there = any(group.id == row.group_id for group in request.groups)
            where = f"group/{row.group_id}" if is_there else ""
            request = with_questions(request, [question._replace(place=where) for question in questions])
        return self._edit(request)

    def _edit(self, request: Request) -> str:
        """Take a request with what was pasted, as one step of undo; what was added and replaced, in a sentence, "" for nothing."""
        before = self._document.request
        titles, lines = replaced_titles(before, request), replaced_lines(before, request)
        parts = [
            translate("ui.costs", "表の題「{title}」").format(title=shortened(title, _LONGEST))
            for title in titles
        ]
        parts += [translate("ui.costs", "{lines:,}行").format(lines=lines)] if lines else []
        return edit_pasted(self._document, request, parts, added_lines(before, request))

    def _fill(self, rows: Sequence[Row], column: int, clip: Clip) -> str:
        """Fill the lines of the selection with a block that was repeated over it."""
        taking = [(row.id, cells) for row, cells in zip(rows, clip.block, strict=False) if row.line]
        block = [cells for _, cells in taking]
        (table, *_), notes = own_tables(Clip(block, (CopiedRow(),) * len(block)), self._screen[column:])
        ids = [row_id for row_id, _ in taking]
        request = paste_lines(self._document.request, "", ids, table.columns, table.rows)
        replaced = self._edit(request)
        others = len(clip.block) - len(taking)
        left = (
            translate("ui.costs", "経費の行ではない{others}行には貼り付けませんでした。").format(
                others=others
            )
            if others
            else ""
        )
        return notes + replaced + left
