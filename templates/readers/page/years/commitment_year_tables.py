"""債務負担行為要求書, 査定額 and the change of a contract (契約額, 変更後, 差引) as commitments."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from model.language import phrase
from model.request.multi_year import Commitment, CommitmentYear
from model.request.place import GENERAL
from model.request.request import Header
from model.standard.standard import Standard
from model.values import fiscal_year
from model.values.amount import Amount, half_width
from model.values.fiscal_year import ERA_YEAR, NUMBER, TO, FiscalYear
from model.values.identity import new_id
from templates.readers.labels import compact
from templates.readers.page.figure_tables import Plan, Row, Table
from templates.readers.page.pieces import unread
from templates.readers.page.years.year_figures import (
    column_words,
    total,
    without_rest,
    wrong_sum,
)
from templates.readers.reading import Unread

_LIMIT: Final = "limit"
_CHANGE: Final = ("contracted", "changed", "difference", "asked_now")
_YEAR: Final = rf"(?:(?:{ERA_YEAR}|{NUMBER})\s*+年?度?)"
_PERIOD: Final = re.compile(rf"{_YEAR}\s*+{TO}\s*+{_YEAR}\s*+(?:まで)?|{_YEAR}(?<=度)")
_NO_PLACE: Final = phrase("この表の「{word}」は要求の表と違い、様式に入れる場所がなく、取り込んでいません。")
_NO_COMMITMENTS: Final = phrase("要求する債務負担行為の表が見つからないので、この行は取り込んでいません。")


def commitment_plan(standard: Standard, sources: Mapping[str, str]) -> Plan:
    """The headings of 債務負担行為要求書 and of 査定額; ``sources`` are the words over columns of funds with their keys."""
    words = standard.commitments
    parts = [
        part
        for column in standard.commitment_columns
        for source in column.columns
        for part in source.label.split()
    ]
    return Plan(
        {compact(words.limit): _LIMIT, **sources},
        (words.item, words.period, words.row, words.note, standard.words.funding_sources, *parts),
        compact(words.item),
        (words.item, words.limit),
        whole=_LIMIT,
    )


def change_plan(standard: Standard) -> Plan:
    """The headings of the table of a changed contract."""
    words = standard.commitments
    labels = (words.contracted, words.changed, words.difference, words.asked_now)
    figures = dict(zip(map(compact, labels), _CHANGE, strict=True))
    wanted = (words.contracted, words.changed)
    return Plan(figures, (words.year,), compact(words.year), wanted, change=_CHANGE[:3])


def read_commitments(
    table: Table, header: Header, standard: Standard
) -> tuple[list[Commitment], list[Unread]]:
    """The commitments of a 債務負担行為要求書: one for each 要求総額, with a row for each fiscal year."""
    found: list[Commitment] = []
    sums: list[tuple[Row, dict[str, Amount]]] = []
    for row in table.rows:
        cells = dict(row.figures)
        if row.is_total or not found:
            name, period, contract = _item(row.before, header, standard)
            found.append(
                Commitment(
                    new_id(), period=period, name=name, contract_period=contract, note="\n".join(row.after)
                )
            )
            sums.append((row, cells if row.is_total else {}))
            if row.is_total:
                continue
        else:
            beside = [*row.before, *row.after]
            found[-1] = replace(found[-1], note="\n".join(filter(None, (found[-1].note, *beside))))
        amount = cells.pop(_LIMIT, None)
        owed = CommitmentYear(new_id(), row.label, amount, without_rest(cells, amount))
        found[-1] = replace(found[-1], years=(*found[-1].years, owed))
    missed: list[Unread] = []
    for index, (row, cells) in enumerate(sums):
        years = found[index].years
        limit = cells.pop(_LIMIT, None)
        if limit != total(year.amount for year in years):
            found[index] = replace(found[index], limit=limit)
        missed += _wrong_sums(row, cells, years, limit, standard)
    return found, missed


def with_granted(
    commitments: Sequence[Commitment], granted: Sequence[Commitment], row: Row
) -> tuple[list[Commitment], list[Unread]]:
    """The commitments with what the finance division granted: the table of 査定額 read as 債務負担行為要求書."""
    found = list(commitments)
    missed: list[Unread] = []
    for index, commitment in enumerate(granted):
        if index >= len(found):
            missed.append(unread(row.line, _NO_COMMITMENTS))
            continue
        asked = found[index]
        for word, one, other in (
            (commitment.name, commitment.name, asked.name),
            (commitment.period, commitment.period, asked.period),
            (commitment.note, commitment.note, ""),
            (f"{commitment.limit}千円", commitment.limit, None),
        ):
            if one and compact(str(one)) != compact(str(other or "")):
                missed.append(
                    unread(
                        replace(row, cells=(), before=(), after=(word,)).line, phrase(_NO_PLACE, word=word)
                    )
                )
        found[index] = replace(asked, granted=commitment.years)
    return found, missed


def with_change(
    commitments: Sequence[Commitment], table: Table, year: FiscalYear, standard: Standard
) -> tuple[list[Commitment], list[Unread]]:
    """The commitments, the last of them with 契約額 and 変更後 of each year; 今回要求額 is the amount of the year."""
    words = standard.commitments
    found = list(commitments) or [Commitment(new_id())]
    last = found[-1]
    years: list[CommitmentYear] = list(last.years)
    missed: list[Unread] = []
    for row in table.rows:
        values = row.figures
        if not row.is_whole and not {"contracted", "changed"} <= values.keys():
            continue
        before, after = values.get("contracted"), values.get("changed")
        apart = total([after]) - total([before])
        missed += wrong_sum(row, words.difference, values.get("difference"), apart)
        if row.is_total:
            for key, label in (("contracted", words.contracted), ("changed", words.changed)):
                missed += wrong_sum(row, label, values.get(key), total(getattr(year, key) for year in years))
            continue
        index = next((index for index, known in enumerate(years) if _same(known.year, row.label, year)), None)
        now = values.get("asked_now")
        now = now if isinstance(now, int) else None
        if index is None:
            index = len(years)
            years.append(CommitmentYear(new_id(), row.label, now))
        owed = years[index]
        missed += wrong_sum(row, words.asked_now, now, total([owed.amount]))
        amount = None if owed.amount == apart else owed.amount
        years[index] = replace(owed, contracted=before, changed=after, amount=amount)
    years.sort(key=lambda owed: _order(owed.year, year))
    found[-1] = replace(last, years=tuple(years))
    return found, missed


def _wrong_sums(
    row: Row, cells: dict[str, Amount], years: Sequence[CommitmentYear], limit: Amount, standard: Standard
) -> list[Unread]:
    """The sums of the funds that are not those of the years; there is no place for them."""
    labels = column_words(standard)
    missed: list[Unread] = []
    rest = 0 if years else total([limit])
    for year in years:
        funds = total(value for key, value in year.sources.items() if key != GENERAL)
        general = year.sources.get(GENERAL)
        rest += general if isinstance(general, int) else total([year.amount]) - funds
    for key, printed in cells.items():
        derived = rest if key == GENERAL else total(year.sources.get(key) for year in years)
        missed += wrong_sum(row, labels.get(key, key), printed, derived)
    return missed


def _item(before: Sequence[str], header: Header, standard: Standard) -> tuple[str, str, str]:
    """事項 without the 款・項・目 of the head, the period, and the period of the contract where it is given."""
    text = "\n".join(before)
    contract = re.compile(
        rf"[(（]\s*{standard.commitments.contract_period}\s*+(?P<period>[^)）]{0, 100})[)）]"
    )
    inside = contract.search(text)
    if inside:
        text = f"{text[: inside.start()]}\n{text[inside.end() :]}"
    periods = list(_PERIOD.finditer(text))
    period = ""
    if periods:
        period = " ".join(periods[-1].group().split())
        text = f"{text[: periods[-1].start()]}\n{text[periods[-1].end() :]}"
    for word in (header.subject_kan, header.subject_kou, header.subject_moku):
        opening = re.match(rf"\s*(?:[款項目]\s*[:：]\s*)?{re.escape(word)}(?=\s|$)", text) if word else None
        text = text[opening.end() :] if opening else text
    return (
        "\n".join(filter(None, (line.strip() for line in text.split("\n")))),
        period,
        (" ".join(inside["period"].split()) if inside else ""),
    )


def _same(one: str, other: str, base: FiscalYear) -> bool:
    first, second = fiscal_year.parse_period(one, base), fiscal_year.parse_period(other, base)
    return half_width(one).strip() == half_width(other).strip() or (first is not None and first == second)


def _order(label: str, base: FiscalYear) -> int:
    period = fiscal_year.parse_period(label, base)
    return period.first.year if period else 9999
