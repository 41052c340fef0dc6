"""The requests of the register by the section that made them, and the name of the file that goes to a section."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from model.files.file_names import fitting, safe_stem
from model.register.listing import RegisterRow
from model.values.grouped import grouped

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
