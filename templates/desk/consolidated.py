"""What the tables of the consolidated workbook are made of."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection

from model.register.deciding import KeptDecision
from model.register.earlier import Earlier
from model.register.listing import RegisterRow, Selection
from model.standard.standard import Standard


class Desk(msgspec.Struct, frozen=True):
    """The requests of a selection, read once.

    Attributes:
        rows: their versions in force.
        asked: the 財源内訳 of each version by source.
        kept: the decisions at every stage.
        earlier: the same requests at the stages before, by version.
        sources: the sources that are used, with their labels; 一般財源 last.
    """

    connection: Connection
    chosen: Selection
    standard: Standard
    rows: list[RegisterRow]
    asked: dict[str, dict[str, int]]
    kept: dict[str, KeptDecision]
    earlier: dict[str, Earlier]
    sources: dict[str, str]

    @property
    def at(self) -> tuple[Connection, Selection]:
        """What the sums of the register are asked for (``model/register/sums``)."""
        return self.connection, self.chosen

    @property
    def by_version(self) -> dict[str, RegisterRow]:
        """The requests by their versions in force."""
        return {row.version: row for row in self.rows}
