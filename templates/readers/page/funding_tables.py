"""要求額の財源内訳 and 財政課使用欄: sources as typed figures, 事業費 and 一般財源 as declared ones."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Final, Literal

from model.language import phrase
from model.request import place
from model.request.place import EXPENSE, GENERAL, Place
from model.request.request import FundingRowKey
from model.standard.form import FINANCE_TITLE, GENERAL_LABEL, FundingRowPlan, SheetForm
from model.standard.standard import Standard
from model.values.amount import Amount, half_width, parse
from templates.readers.labels import compact, fund_labels
from templates.readers.page.cutting import Parts
from templates.readers.page.figure_tables import FixedTable, Plan, Table, read_table
from templates.readers.page.matching import match_rows
from templates.readers.page.pieces import Line, Piece, unread
from templates.readers.page.placement import Cells, is_sum_first, narrowed, placements
from templates.readers.tables.columns.units import is_unit_note

# of a table, also where every cell stands on its own: eleven rows of a dozen columns
_MOST_LINES: Final = 400
_UNIT: Final = re.compile(r"\(?単位[:;][^)]*\)?")
_OVER: Final = ("区分", "財源内訳", "未収入財源内訳", "未収入", "内訳")
_NO_ROW: Final = phrase("この行は様式の「{table}」の表にない行です。本文の終わりに残しました。")
_NO_COLUMN: Final = phrase(
    "「{table}」の表の列「{column}」は様式にない列で、額を取り込んでいません。本文の終わりに残しました。"
)
_SHORT: Final = phrase(
    "「{table}」の表のこの行は列の数と合わず、空欄の場所が分かりません。本文の終わりに残しました。"
)
_AFTER: Final = phrase("「{table}」の表の下のこの行は、本文の終わりに残しました。")


def read_funding_table(
    which: Literal["funding", "finance"], parts: Parts, form: SheetForm, standard: Standard
) -> FixedTable:
    """Read one of the two tables."""
    title, page = parts.titles.get(which), form.page
    if which == "funding":
        usual_title, plans, pieces = standard.words.funding, page.funding_rows, parts.funding
    else:
        usual_title, plans, pieces = standard.words.finance, page.finance_rows, parts.finance
    if title is None:  # the page has none of it
        return FixedTable(without=(which,) if plans else ())
    rows = _table(pieces, {compact(plan.label) for plan in plans}, standard)
    columns = _columns(rows, form, standard)
    keys = match_rows([row.label for row in rows.rows], [(plan.row, plan.label) for plan in plans])
    sources: dict[str, dict[str, Amount]] = {}
    declared: dict[Place, Amount] = {}
    words: dict[Place, str] = {}
    kept = list(rows.rest)
    missed = [unread(line, phrase(_AFTER, table=usual_title)) for line in rows.rest]
    labels = {plan.row: plan.label for plan in plans}
    read: set[FundingRowKey] = set()
    placed = _placed(rows, keys, len(columns), plans)
    for row, key in zip(rows.rows, keys, strict=True):
        line, cells = row.line, placed.get(key)
        if key is None or cells is None:
            why = _NO_ROW if key is None else _SHORT
            missed.append(unread(line, phrase(why, table=usual_title)))
            kept.append(line)
            continue
        read.add(key)
        for (column, _), cell in zip(columns, cells, strict=True):
            amount = None if cell in ("-", "−", "―") else parse(cell)
            if column in (EXPENSE, GENERAL) and amount is not None:
                declared[place.funding(key, column)] = amount
            elif column and amount is not None:
                sources.setdefault(key, {})[column] = amount
        if row.label and row.label != labels[key]:
            words[f"funding/{key}"] = row.label
        other = [label for (column, label), cell in zip(columns, cells, strict=True) if cell and not column]
        if other:
            missed.append(unread(line, phrase(_NO_COLUMN, table=usual_title, column="、".join(other))))
            kept.append(line)
    if read:
        general = next((label for key, label in columns if key == GENERAL), form.general_label)
        if general != form.general_label:
            words[GENERAL_LABEL] = general
    elif kept or not rows.columns:
        kept.insert(0, title)
    without = tuple(f"{which}/{plan.row}" for plan in plans if plan.row not in read) if read else (which,)
    return FixedTable(declared, words, without, tuple(kept), tuple(missed), sources=sources)


def _placed(
    table: Table, keys: Sequence[FundingRowKey | None], width: int, plans: Sequence[FundingRowPlan]
) -> dict[FundingRowKey | None, Cells]:
    """The cells of the rows whose figures have one place each."""
    ways: dict[FundingRowKey, list[Cells]] = {}
    for row, key in zip(table.rows, keys, strict=True):
        if key is not None and row.is_aligned:
            ways[key] = [row.cells[:width]] if len(row.cells) >= width and not any(row.cells[width:]) else []
        elif key is not None:
            every = placements(row.cells, width)
            ways[key] = every if len(every) == 1 else list(filter(is_sum_first, every))
    sums = {plan.row: plan.adds for plan in plans if plan.adds}
    ways = narrowed({key: found for key, found in ways.items() if found}, sums)
    return {key: found[0] for key, found in ways.items() if len(found) == 1}


def finance_title(title: Line, form: SheetForm, standard: Standard) -> dict[Place, str]:
    """The word above 財政課使用欄 where it is not the form's (財政課処理欄 on the sheet of 繰越明許費)."""
    printed = _UNIT.sub("", half_width(title.text.strip())).strip("〈〉<>:")
    usual = form.page.finance_title or standard.words.finance
    return {} if printed == usual else {FINANCE_TITLE: printed}


def is_table(pieces: Sequence[Piece], plans: Iterable[FundingRowPlan], standard: Standard) -> bool:
    """Whether some pieces begin with a table of such rows, and not with text."""
    labels = set(map(compact, {plan.label for plan in plans}))
    rows = _table(pieces, labels, standard)
    return bool(rows.columns) and any(compact(row.label) in labels for row in rows.rows)


def untitled_table(
    pieces: Sequence[Piece], plans: Sequence[FundingRowPlan], standard: Standard
) -> tuple[int, int] | None:
    """Where such a table stands among pieces without the form's title above it: its first piece and the one below it."""
    for index, piece in enumerate(pieces):
        if isinstance(piece, Line) and not compact(piece.text).startswith(_OVER[0]):
            continue
        end = index + 1
        most = min(len(pieces), index + _MOST_LINES if isinstance(piece, Line) else end)
        while end < most and isinstance(pieces[end], Line) and not pieces[end].is_blank:
            end += 1
        if is_table(pieces[index:end], plans, standard):
            return index, end
    return None


def _table(pieces: Sequence[Piece], rows: Collection[str], standard: Standard) -> Table:
    """The table; ``rows`` are the labels of its rows without spaces."""
    body = [piece for piece in pieces if not isinstance(piece, Line) or not is_unit_note(piece.text)]
    return read_table(body, Plan(_labels(standard), (*_OVER, standard.words.funding_sources)), rows)


def _labels(standard: Standard) -> dict[str, str]:
    """The headings of all columns of figures, and the key of each."""
    labels = {compact(standard.words.expense): EXPENSE, **fund_labels(standard)}
    return labels | {label.removesuffix("支出金"): key for label, key in labels.items()}


def _columns(table: Table, form: SheetForm, standard: Standard) -> list[tuple[str, str]]:
    """Key and label of each column in the order of the headings; a key "" where the form has no such column."""
    usual = [(source.key, source.label) for source in standard.sources_of(form)]
    allowed = {EXPENSE, GENERAL, *(key for key, _ in usual)}
    found = [(key if key in allowed else "", label) for key, label in table.columns]
    return found or [(EXPENSE, standard.words.expense), *usual, (GENERAL, form.general_label)]
