"""財源内訳 of the draft: the sources of what was granted as the previous row; this year's row starts blank."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from model.figures.figures import FundingRowTotals, Totals
from model.next_year.carried import YearChange
from model.next_year.granted import Granted
from model.request import place
from model.request.carried import Carried
from model.request.request import Funding, FundingRowKey, Request
from model.values.amount import Amount, format_amount

_ROWS: Final[Mapping[str, tuple[FundingRowKey, ...]]] = {
    "assessed": ("assessed", "request", "asked"),
    "whole": ("assessed", "total", "asked", "request"),
    "asked": ("request", "asked"),
}
"""Which rows tell the sources of what was granted, the surest first; an empty row tells nothing."""


def carry(year_change: YearChange, draft: Request, granted: Granted) -> Request:
    """The draft with the sources of the previous row. 財源 in words and the calculations (積算) of sources stay.

    What stood before a supplementary or later request is added, where the table has it.
    """
    rows = year_change.figures.funding_rows
    parts = [rows[row] for row in _source_rows(year_change, granted)]
    if not parts:
        return draft
    keys = [source.key for source in year_change.standard.sources_of(year_change.standard.form_of(draft))]
    keys = list(dict.fromkeys((*keys, *(key for part in parts for key in part.sources))))  # none is lost
    previous: dict[str, Amount] = {
        key: amount for key in keys if (amount := _added([_shown(part, key) for part in parts])) is not None
    }
    return replace(draft, funding=Funding(previous=previous))


def changes_of(year_change: YearChange, draft: Request, figures: Totals, granted: Granted) -> list[Carried]:
    """The two rows of the funding table."""
    changes: list[Carried] = []
    form = figures.form
    of_last = year_change.figures.form
    labels = [f"「{of_last.funding_label(row)}」" for row in _source_rows(year_change, granted)]
    source = (
        f"{year_change.last.label}の{'と'.join(labels)}の財源{'を足した額' if len(labels) > 1 else ''}です。"
        if labels
        else f"{year_change.last.label}の財源の内訳がないので、特定財源があれば入力してください。"
    )
    reasons: dict[FundingRowKey, str] = {
        "previous": source,
        "request": "今年度の財源は改めて入力してください（積算のある財源は、その積算から出ます）。",
    }
    for key, why in reasons.items():
        before = _print(year_change, year_change.figures, key)
        after = _print(year_change, figures, key)
        if before != after and key in figures.funding_rows:
            where = place.funding(key, place.EXPENSE)
            changes.append(Carried(f"財源内訳の「{form.funding_label(key)}」", before, after, why, where))
    gone = [where for where in year_change.request.bases if where not in draft.bases]
    if gone:
        texts = "、".join(year_change.request.bases[where] for where in gone)
        changes.append(
            Carried("財源の積算", texts, "", "前年度の査定などの行の積算なので、引き継ぎませんでした。")
        )
    return changes


def _source_rows(year_change: YearChange, granted: Granted) -> tuple[FundingRowKey, ...]:
    """The surest row that tells sources, and before it what stood already where that is only what was asked or granted on top."""
    rows = year_change.figures.funding_rows
    for row in _ROWS[granted.by] if granted.amount is not None else ():
        if row in rows and any(_shown(rows[row], key) is not None for key in rows[row].sources):
            return ("standing", row) if row != "total" and "standing" in rows else (row,)
    return ()


def _shown(row: FundingRowTotals, key: str) -> Amount:
    return row.sources[key].shown if key in row.sources else None


def _added(amounts: list[Amount]) -> Amount:
    """The sum of the readable amounts, or the first unreadable text, which is never counted as 0."""
    unreadable = next((amount for amount in amounts if isinstance(amount, str)), None)
    known = [amount for amount in amounts if isinstance(amount, int)]
    return unreadable if unreadable is not None else sum(known) if known else None


def _print(year_change: YearChange, figures: Totals, key: FundingRowKey) -> str:
    """「その他 2,159、一般財源 122,129」; sources of 0 are left out."""
    row = figures.funding_rows.get(key)
    if row is None:
        return ""
    known = [(year_change.standard.source_label(source), row.sources[source].shown) for source in row.sources]
    named = [*known, (figures.form.general, row.general.shown)]
    return "、".join(f"{label} {format_amount(amount)}" for label, amount in named if amount)
