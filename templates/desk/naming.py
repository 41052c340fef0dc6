"""How a request, its cost lines and its section are named in the tables and files of the desk."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final, NamedTuple

from sqlalchemy import Connection

from model.document.document import take_snapshot
from model.figures.figures import LineTotals, every_line
from model.files.file_names import fitting, safe_stem
from model.register.contents import request_of
from model.register.listing import RegisterRow
from model.request.place import GENERAL
from model.standard.standard import Standard
from model.values.grouped import grouped
from templates.desk.table_book import Column

NAME_COLUMNS: Final = (
    Column("部局"),
    Column("課", width=18),
    Column("事業名", width=36),
    Column("段階", width=14),
)
_ENDINGS: Final = (".xlsx", ".html")


class Section(NamedTuple):
    """A 課 with its 部局."""

    bureau: str
    name: str

    def file_stem(self, what: str) -> str:
        """The name, without its ending, of the file of a kind that goes to the section."""
        return fitting(safe_stem("_".join(filter(None, (self.bureau, self.name, what)))), _ENDINGS)


def by_section(rows: Iterable[RegisterRow]) -> dict[Section, list[RegisterRow]]:
    """The requests of each section, in the order in which the sections stand in the rows."""
    return grouped(rows, lambda row: Section(row.bureau, row.section))


def name_cells(row: RegisterRow) -> tuple[str, str, str, str]:
    """The cells of ``NAME_COLUMNS``."""
    return row.bureau, row.section, row.name, row.stage


def cost_lines(connection: Connection, version: str, standard: Standard) -> list[LineTotals]:
    """Every cost line of a version with its parts, in the order of the sheet."""
    totals = take_snapshot(request_of(connection, version), standard).totals
    return [line for group in totals.groups for line in every_line(group.lines)]


def grantable_lines(connection: Connection, version: str, standard: Standard) -> list[tuple[str, str, int]]:
    """The cost lines of a version for which a 計上額 can be filled in, those without parts: id, words, 千円."""
    return [
        (line.line.id, words_of(line), line.amount.value)
        for line in cost_lines(connection, version, standard)
        if not line.parts and line.amount.value is not None
    ]


def words_of(line: LineTotals) -> str:
    """The words of a cost line on one line."""
    return " ".join(line.line.text.split())


def line_names(connection: Connection, version: str, standard: Standard) -> dict[str, str]:
    """The words of the cost lines of a version by their ids."""
    return {line.line.id: words_of(line) for line in cost_lines(connection, version, standard)}


def source_labels(used: Collection[str], standard: Standard) -> dict[str, str]:
    """The labels of sources by their keys: in the order of the Standard, then those that it does not have, 一般財源 last."""
    order = [source.key for source in standard.funding_sources]
    specific = [*(key for key in order if key in used), *sorted(set(used) - {*order, GENERAL})]
    labels = {key: standard.source_label(key) for key in specific}
    return labels | ({GENERAL: general_label(standard)} if GENERAL in used else {})


def specific_labels(funds: Iterable[Mapping[str, int]], standard: Standard) -> dict[str, str]:
    """The labels of the specific funds by their keys: those of the Standard, and those that something is asked of."""
    used = {source for amounts in funds for source in amounts if source != GENERAL}
    used |= {source.key for source in standard.funding_sources}
    return source_labels(used, standard)


def general_label(standard: Standard) -> str:
    """What 一般財源 is called of the general account."""
    return standard.general_funds[-1].label
