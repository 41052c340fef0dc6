"""The narrative of the draft: the texts stay and are marked as last year's; headings follow the form."""

from __future__ import annotations

import re
from typing import Final

from msgspec.structs import replace

from model.next_year.carried import YearChange
from model.request import place
from model.request.carried import Carried
from model.request.request import Section
from model.values import fiscal_year
from model.values.fiscal_year import FiscalYear

_PIECES: Final = re.compile(r"(?=※)|(?<=。)|(?<=\n)")
_LEGEND: Final = re.compile(r"[(（]\s*[)）]|括弧|かっこ|カッコ")


def carry(year_change: YearChange) -> tuple[tuple[Section, ...], list[Carried]]:
    """The sections; one with a text is marked as carried until the writer edits it.

    Years in texts are not touched: what a text says of them was true of last year, and only the section knows what is now.
    """
    headings = _renamed(year_change)
    sections: list[Section] = []
    changes: list[Carried] = []
    for section in year_change.request.sections:
        heading = headings.get((section.stands_in, section.heading.strip()), section.heading)
        sections.append(replace(section, heading=heading, carried=bool(section.text.strip())))
        if heading != section.heading:
            changes.append(
                Carried(
                    "見出し",
                    section.heading,
                    heading,
                    f"{year_change.this.label}の様式の見出しです。",
                    place.section(section.id, "heading"),
                )
            )
    kept = [section for section in sections if section.carried]
    if kept:
        names = "、".join(f"「{section.heading.strip() or '見出しのない項目'}」" for section in kept)
        changes.append(
            Carried(
                f"{names}の本文",
                f"{year_change.last.label}の文",
                "同じ文",
                f"{year_change.last.label}の文をそのまま引き継ぎました。文の中の年度や数字は変えていないので、{year_change.this.label}のものに直してください。",
                place.section(kept[0].id, "text"),
            )
        )
    return tuple(sections), [*changes, *_tables(year_change)]


def _tables(year_change: YearChange) -> list[Carried]:
    """The entries of the list about the tables of the sections: they stay as they are, years and numbers too."""
    tables = year_change.request.tables
    if not tables:
        return []
    names = "、".join(f"「{table.title.strip() or '題のない表'}」" for table in tables)
    return [
        Carried(
            f"本文の表{names}",
            f"{year_change.last.label}の表",
            "同じ表",
            f"{year_change.last.label}の本文の表をそのまま引き継ぎました。行と数字を{year_change.this.label}のものに直してください。",
            place.table(tables[0].id, "title"),
        )
    ]


def without_old_legend(note: str, this: FiscalYear) -> str:
    """A note below a cost table without the sentence that names the bracketed year of last year's sheet.

    「※金額の( )内の数字は平成30年度予算額」 falls away, for the Standard prints the new year's; other sentences stay.
    """
    kept = [
        piece
        for piece in _PIECES.split(note)
        if not (
            _LEGEND.search(piece)
            and any(year.year != this.previous.year for year in fiscal_year.years_named(piece))
        )
    ]
    return note if "".join(kept) == note else "".join(kept).strip()


def _renamed(year_change: YearChange) -> dict[tuple[str, str], str]:
    """Headings of the old year's form by those that the new year's form has in the same place of the frame.

    Source: the published sheets call 事業概要 and 所要経費 from 令和2年度 事業の目的・概要 and 主な事業内容 (forms.md section 4).
    """
    renamed: dict[tuple[str, str], str] = {}
    old_plans, new_plans = (
        year_change.standard.sections_in(year_change.last.year),
        year_change.standard.sections_in(year_change.this.year),
    )
    for frame in dict.fromkeys(plan.frame for plan in old_plans):
        old = [plan.heading for plan in old_plans if plan.frame == frame]
        new = [plan.heading for plan in new_plans if plan.frame == frame]
        pairs = zip(old, new, strict=False)  # where the new form has fewer, the rest keep their headings
        renamed |= {(frame, was): now for was, now in pairs if was not in new}
    return renamed
