"""How sheets with the same headings were read before: what a person decided about their columns and unit, kept in a file.

What is remembered answers what would be asked again. It is not used where a table no longer gives its own total by it, and
a unit only where the sheet itself says none: a sheet that says 円 is in 円, whatever the last one was in.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

from model.files.files import FileError, write_files
from model.files.regular_file import read_noted
from templates.readers.labels import compact
from templates.readers.review import Review, ties
from templates.readers.tables.columns.columns import Role
from templates.readers.tables.decisions import Choices, Spot
from templates.readers.tables.understood import Understood

_MOST: Final = 300  # headings, the latest kept
_LARGEST: Final = 2_000_000  # bytes


class Mapping(msgspec.Struct, frozen=True):
    """What was decided about a table.

    Attributes:
        roles: of columns, counted from the first one of the table.
        unit: of the amounts; "" where it was not decided.
    """

    roles: dict[int, Role] = {}
    unit: str = ""


class RememberedMappings:
    """The mappings of a file; one that cannot be read or written is no reason to stop anybody's work."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def all(self) -> dict[str, Mapping]:
        """Every mapping by the headings of its table, the latest last."""
        return read_noted(self._path, _LARGEST, dict[str, Mapping]) or {}

    def keep(self, review: Review) -> None:
        """Remember what was decided about the tables that come in; a table about which nothing is decided is forgotten."""
        before = self.all()
        after = dict(before)
        for table in review.found.tables:
            if review.is_taken(table.spot):
                after.pop(_key(table), None)
                if mapping := _mapping(table, review.choices(table.spot)):
                    after[_key(table)] = mapping
        if after != before:
            with suppress(FileError, OSError):
                self._path.parent.mkdir(parents=True, exist_ok=True)
                write_files(
                    {self._path: msgspec.json.format(msgspec.json.encode(dict([*after.items()][-_MOST:])))}
                )

    def used(self, review: Review) -> Review | None:
        """The review by what is remembered of its tables; None where nothing is, or nothing of it fits."""
        mappings = self.all()
        found: dict[Spot, Choices] = {}
        for table in review.found.tables:
            mapping = mappings.get(_key(table))
            if mapping is not None and (choices := _choices(table, mapping)) is not None:
                found[table.spot] = choices
        if not found:
            return None
        read = review.deciding(found)
        worse = [
            table.spot
            for table in review.found.tables
            if table.spot in found and ties(table) and not _ties(read, table.spot)
        ]
        found = {spot: choices for spot, choices in found.items() if spot not in worse}
        if not found:
            return None
        return review.deciding(found) if worse else read


def _ties(review: Review, spot: Spot) -> bool:
    table = review.table(spot)
    return table is not None and ties(table)


def _key(table: Understood) -> str:
    """The headings of a table as one line: the words of each column behind its number."""
    first, labels = table.headings.columns[0], table.headings.labels
    return "|".join(f"{column - first}:{compact(label.text)}" for column, label in sorted(labels.items()))


def _mapping(table: Understood, choices: Choices) -> Mapping | None:
    first = table.headings.columns[0]
    roles = {column - first: role for column, role in sorted(choices.roles.items())}
    return Mapping(roles, choices.unit) if roles or choices.unit else None


def _choices(table: Understood, mapping: Mapping) -> Choices | None:
    """What a mapping decides otherwise about a table; None where that is nothing."""
    first = table.headings.columns[0]
    roles = {first + offset: role for offset, role in mapping.roles.items()}
    asks_unit = any(question.subject == "unit" for question in table.questions)
    unit = mapping.unit if asks_unit else ""
    asks_column = any(question.subject == "column" for question in table.questions)
    is_other = any(table.roles.get(column) not in (role, None) for column, role in roles.items())
    return (
        Choices(roles=roles if is_other or asks_column else {}, unit=unit)
        if unit or is_other or asks_column
        else None
    )
