"""The cost tables of the draft: this year's amounts move to the previous year's column, lines that ended fall away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from model.checks.quoted import words_of
from model.figures.figures import Figure, LineTotals, Totals, every_line
from model.next_year.carried import YearChange
from model.next_year.commitments import DraftCommitments
from model.next_year.narrative import without_old_legend
from model.request import place
from model.request.carried import Carried
from model.request.lines import walk
from model.request.multi_year import Commitment
from model.request.request import CostGroup, Line, Request
from model.standard.parts import LineMark
from model.totals import object_class
from model.values.amount import Amount, format_amount


class _Way(NamedTuple):
    """How lines are carried."""

    year_change: YearChange
    draft_commitments: DraftCommitments
    remarks: dict[str, str]
    is_written: bool


def carry(
    year_change: YearChange, known: Request, draft_commitments: DraftCommitments
) -> tuple[CostGroup, ...]:
    """The cost tables of the draft.

    A line's amount becomes its previous figure and is left blank where it was typed: a blank has to be looked at, while
    last year's amount left standing would be asked again by whoever overlooks it. A calculation (積算) stays and gives
    this year's figure anew, and a commitment's annual amount is entered, for it binds.

    ``known`` is last year's request with the commitments of its remarks.
    """
    remarks = {line.id: line.remark for group in known.groups for line, _ in walk(group.lines)}
    is_written = any(group.amount.value is not None for group in year_change.figures.groups)
    way = _Way(year_change, draft_commitments, remarks, is_written)
    return tuple(
        replace(
            group.group,
            note=without_old_legend(group.group.note, year_change.this),
            previous=_own(group.amount) if year_change.has_money_of_its_year else None,
            amount=None,
            lines=_lines(group.lines, way),
        )
        for group in year_change.figures.groups
    )


def without_deleted_lines(
    commitments: tuple[Commitment, ...], groups: tuple[CostGroup, ...]
) -> tuple[Commitment, ...]:
    """The commitments, tied to no line where theirs fell away."""
    there = {line.id for group in groups for line, _ in walk(group.lines)}
    return tuple(
        commitment if commitment.line in there else replace(commitment, line="") for commitment in commitments
    )


def changes_of(
    year_change: YearChange, figures: Totals, draft_commitments: DraftCommitments
) -> list[Carried]:
    """What was changed in the cost tables, line by line in their order."""
    new = {line.line.id: line for group in figures.groups for line in every_line(group.lines)}
    changes: list[Carried] = []
    for before, after in zip(year_change.figures.groups, figures.groups, strict=False):
        for line in before.lines:
            changes += _line_changes(year_change, line, new, draft_commitments)
        note = before.group.note
        if note != after.group.note:
            changes.append(
                Carried(
                    f"「{before.group.title or '（題のない表）'}」の注",
                    note,
                    after.group.note,
                    "( )内の年度の注は、様式のものが今年度に合わせて印字されます。",
                    place.group(before.group.id, "note"),
                )
            )
    return changes


def _lines(lines: tuple[LineTotals, ...], way: _Way) -> tuple[Line, ...]:
    return tuple(_line(line, way) for line in lines if not _has_ended(line, way))


def _line(line: LineTotals, way: _Way) -> Line:
    parts = _lines(line.parts, way)
    previous: Amount = None
    if way.year_change.has_money_of_its_year:
        previous = _own(line.amount) if parts else _in_force(line.amount)
    text, mark = _marked(line.line, way.year_change)
    binds = not parts and not line.line.basis
    return replace(
        line.line,
        text=text,
        mark=mark,
        previous=previous,
        amount=way.draft_commitments.amounts.get(line.line.id) if binds else None,
        remark=way.remarks.get(line.line.id, line.line.remark),
        object_class=_object_class(line.line.object_class, way.year_change),
        parts=parts,
        previous_basis=line.line.basis,
    )


def _in_force(figure: Figure) -> Amount:
    """The value of a figure, 千円; where it has none, what was typed, so that text that is no amount is not lost."""
    return figure.typed if figure.value is None else figure.value


def _own(figure: Figure) -> Amount:
    """A figure above others as the previous year's: typed only where last year's sheet printed it otherwise than they sum."""
    return None if figure.value == figure.derived is not None else _in_force(figure)


def _has_ended(line: LineTotals, way: _Way) -> bool:
    """Whether a line had ended last year: it says so (終了), or asked nothing and stood there for the year before it.

    Not where a commitment binds the line, a calculation waits for something, or the request asks for nothing at all
    yet; and not on a sheet whose other column was not the year before.
    """
    below = list(every_line((line,)))
    if any(part.line.id in way.draft_commitments.bound or part.outcome is not None for part in below):
        return False
    if any(part.amount.value or isinstance(part.line.amount, str) for part in below):
        return False
    mark = _mark_of(line.line, way.year_change)[0]
    if mark is not None and mark.no_amount:
        return True
    return (
        way.is_written
        and way.year_change.has_bracketed_year
        and any(part.previous.value or isinstance(part.line.previous, str) for part in below)
    )


def _mark_of(line: Line, year_change: YearChange) -> tuple[LineMark | None, bool]:
    """A line's mark, and whether it stands in the text, as on sheets that were read from a page."""
    for mark in year_change.standard.line_marks:
        if line.mark == mark.key:
            return mark, False
    if not line.mark:
        for mark in year_change.standard.line_marks:
            if mark.label and line.text.startswith(mark.label):
                return mark, True
    return None, False


def _marked(line: Line, year_change: YearChange) -> tuple[str, str]:
    """The text and the mark of a line a year later: what was 新規 goes on (the Standard's ``next_year``)."""
    mark, is_text = _mark_of(line, year_change)
    if mark is None or mark.next_year is None:
        return line.text, line.mark
    return line.text.removeprefix(mark.label).lstrip() if is_text else line.text, mark.next_year


def _object_class(text: str, year_change: YearChange) -> str:
    """The 節 in the numbers of the new year: 「13 委託料」 to 平成31年度 is 「12 委託料」 from 令和2年度.

    賃金, which is gone, becomes the 節 that took most of its costs over (rules.md B1). A text that is no 節 of the old
    year stays as it is.
    """
    old = object_class.of_line(text, year_change.last.year, year_change.standard) if text else None
    if old is None:
        return text
    of_year = year_change.standard.object_classes_in(year_change.this.year)
    sub = object_class.sub_object(text)
    for new in of_year:
        if new.name == old.name:
            is_renumbered = new.number != old.number and object_class.take_apart(text).number
            return object_class.label(new, sub) if is_renumbered else text
    return next((object_class.label(new, sub) for new in of_year if new.name in old.instead), text)


def _line_changes(
    year_change: YearChange, old: LineTotals, new: dict[str, LineTotals], draft_commitments: DraftCommitments
) -> Iterator[Carried]:
    line = old.line
    name = words_of(line.text)
    after = new.get(line.id)
    if after is None:
        yield Carried(f"「{name}」の行", _figures(old), "", _why_gone(year_change, old))
        return
    if _figures(old) != _figures(after) and not (old.is_printed_as_heading and line.parts):
        yield Carried(
            f"「{name}」の金額",
            _figures(old),
            _figures(after),
            _why_amount(year_change, after, draft_commitments),
            place.line(line.id, "previous"),
        )
    if line.object_class != after.line.object_class:
        yield Carried(
            f"「{name}」の節",
            line.object_class,
            after.line.object_class,
            _why_class(year_change, line.object_class),
            place.line(line.id, "object_class"),
        )
    yield from _mark_changes(year_change, line, after.line)
    for part in old.parts:
        yield from _line_changes(year_change, part, new, draft_commitments)


def _mark_changes(year_change: YearChange, old: Line, new: Line) -> Iterator[Carried]:
    mark = _mark_of(old, year_change)[0]
    if mark is None:
        return
    where = place.line(old.id, "mark")
    if (old.mark, old.text) != (new.mark, new.text):
        after = year_change.standard.mark_label(new.mark)
        yield Carried(f"「{words_of(new.text)}」の印", mark.label, after, "前年度に始まった行です。", where)
    elif mark.once:
        why = f"{year_change.last.label}かぎりの行かもしれません。要らなければ消してください。"
        yield Carried(f"「{words_of(new.text)}」の印", mark.label, mark.label, why, where)


def _why_gone(year_change: YearChange, old: LineTotals) -> str:
    mark = _mark_of(old.line, year_change)[0]
    if mark is not None and mark.no_amount:
        return f"{mark.label}の行なので、引き継ぎませんでした。"
    return f"{year_change.last.label}に額がなく、その前の年度で終わった行なので、引き継ぎませんでした。"


def _why_amount(year_change: YearChange, after: LineTotals, draft_commitments: DraftCommitments) -> str:
    moved = (
        f"{year_change.last.label}の要求額を前年度に移しました。"
        if year_change.has_money_of_its_year
        else f"{year_change.last.label}の用紙の額は歳出予算の額ではないので、前年度に入れていません。"
    )
    if after.parts:
        return f"{moved}今年度の額は内訳の和です。"
    if after.line.basis:
        return f"{moved}今年度の額は、残した積算から出ます。"
    if after.line.id in draft_commitments.amounts:
        return f"{moved}今年度の額は債務負担行為の年割額です。"
    return f"{moved}今年度の額は改めて入力してください。"


def _why_class(year_change: YearChange, text: str) -> str:
    old = object_class.of_line(text, year_change.last.year, year_change.standard)
    of_year = year_change.standard.object_classes_in(year_change.this.year)
    if old is not None and all(new.name != old.name for new in of_year):
        return f"{year_change.this.label}の節に{old.name}はないので、主な移り先を入れました。内容に合うか確かめてください。"
    return f"{year_change.this.label}の節の番号です。"


def _figures(line: LineTotals) -> str:
    """Both years of a line as the sheet prints them: 「(6,712) 6,468」."""
    previous, amount = line.previous.shown, line.amount.shown
    shown = "" if previous is None else f"({format_amount(previous)})"
    return " ".join(filter(None, (shown, format_amount(amount))))
