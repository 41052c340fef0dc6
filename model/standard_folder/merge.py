"""Laying the files of a folder together, and the folder over the one that it builds on.

The files of one folder are one text in parts: a table may be spread over several files, every key in it is written once.

Over the folder that it builds on, a folder is laid by four rules:

- A table is laid key by key: what the folder writes holds, what it does not write stays.
- In a list whose entries are tables with an id (the first of ``IDS`` that they have), the entries of an id stand in the
  place of all entries of that id; ids that are new stand below, new forms above, for the first form that fits
  is taken. An entry is taken whole: it takes over nothing of the one it replaces (a form may, by ``like``).
- Any other list or value replaces the whole.
- What ``without`` names (``"forms"``, ``"ledger.columns"``) is not taken over at all.

``like`` in a form copies what it does not write itself from another form, one that is written above it or in the folder
below. It says nothing about which form a request has: that is the first one whose conditions hold, from the top.

Every table knows where each of its values is written, so that a fault is said with the right file and line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any, Final, NamedTuple

from model.standard_folder.fault import Fault, Path, unknown_words

IDS: Final = ("key", "rule", "name", "kind", "role", "label")
"""The keys by which an entry of a list is known."""
WITHOUT: Final = "without"
_FORMS: Final = "forms"
_LIKE: Final = "like"


class Written(NamedTuple):
    """Where a value is written: the file, and the path of the value in it."""

    file: FilePath
    path: Path


class Table(dict[str, Any]):
    """A table of a Standard, and where it and those of its values that are written elsewhere are written."""

    def __init__(self, values: Mapping[str, Any], written: Written) -> None:
        super().__init__(values)
        self.written = written
        self.elsewhere: dict[str, Written] = {}

    def origin(self, key: str) -> Written:
        """Where the value of a key is written, or would be."""
        file, path = self.written
        return self.elsewhere.get(key) or Written(file, (*path, key))


def written_at(table: Table, path: Path) -> Written:
    """Where the value at a path of a table is written; of one that is missing, where it would be."""
    value: Any = table
    where = table.written
    for key in path:
        if isinstance(value, Table):
            where = value.origin(str(key))
            value = value.get(str(key))
        else:
            where = Written(where.file, (*where.path, key))
            value = value[key] if isinstance(value, list) and isinstance(key, int) else None
        if isinstance(value, Table):
            where = value.written
    return where


def with_places(file: FilePath, data: Mapping[str, Any]) -> Table:
    """The values of a file as tables that know where they are written."""
    table: Table = _placed(data, Written(file, ()))
    return table


def _placed(value: Any, written: Written) -> Any:
    file, path = written
    if isinstance(value, dict):
        return Table(
            {key: _placed(inner, Written(file, (*path, key))) for key, inner in value.items()}, written
        )
    if isinstance(value, list) and value and isinstance(value[0], dict | list):
        return [_placed(inner, Written(file, (*path, number))) for number, inner in enumerate(value)]
    return value  # fmt: skip


def spread(table: Table, more: Table) -> Iterator[Fault]:
    """Add another file of the folder to a table; faults for what both write."""
    for key, value in more.items():
        mine = table.get(key)
        if key not in table:
            table[key] = value
            table.elsewhere[key] = more.origin(key)
        elif isinstance(mine, Table) and isinstance(value, Table):
            yield from spread(mine, value)
        else:
            file, path = more.origin(key)
            other = written_at(table, (key,)).file.name
            message = f"「{'.'.join(map(str, path))}」が {other} にもあります。どちらか一つに書いてください。"
            yield Fault(path, message, file=file)


def lay_over(base: Table | None, folder: Table) -> tuple[Table, list[Fault]]:
    """A folder laid over the one that it builds on, None where it builds on none; and what is wrong in laying it."""
    over = _without_keys(folder, (WITHOUT,))
    below = base if base is not None else Table({}, folder.written)
    faults: list[Fault] = []
    if WITHOUT in folder:
        below, faults = _left_out(below, folder)
    faults += _take_over(over, below)
    return (below if faults else _laid(below, over, is_top=True)), faults


def _without_keys(table: Table, keys: tuple[str, ...]) -> Table:
    rest = Table({key: value for key, value in table.items() if key not in keys}, table.written)
    rest.elsewhere = table.elsewhere
    return rest


def _left_out(base: Table, folder: Table) -> tuple[Table, list[Fault]]:
    """The base without what a folder does not take over."""
    file, path = folder.origin(WITHOUT)
    names = folder[WITHOUT]
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        message = "「without」には、土台から引き継がない項目の名前の並び（[ … ]）を書いてください。"
        return base, [Fault(path, message, file=file)]
    known = [
        name
        for key, value in base.items()
        for name in (key, *(f"{key}.{inner}" for inner in (value if isinstance(value, dict) else ())))
    ]
    faults = [
        Fault(fault.path, fault.message, fault.word, fault.known, file)
        for fault in unknown_words(path, names, known, "土台の項目")
    ]
    for name in names if not faults else ():
        key, _, inner = name.partition(".")
        if not inner:
            base = _without_keys(base, (key,))
        else:
            outer = _without_keys(base, ())
            outer[key] = _without_keys(base[key], (inner,))
            base = outer
    return base, faults


def _take_over(folder: Table, base: Table) -> list[Fault]:
    """Fill the forms of a folder with what they take over by ``like``; faults for those that cannot."""
    forms = folder.get(_FORMS)
    if not isinstance(forms, list):
        return []
    faults: list[Fault] = []
    known: dict[str, Table] = {form["key"]: form for form in base.get(_FORMS, ())}
    above: set[str] = set()
    for form in forms:
        if not isinstance(form, Table):
            continue
        file, path = form.written
        key, like = form.get("key"), form.pop(_LIKE, "")
        if not isinstance(key, str) or not key:
            message = "様式に key（名前）がありません。書き足してください。"
            faults.append(Fault((*path, "key"), message, file=file))
            continue
        if key in above:
            message = f"様式の key「{key}」が2回あります。別の名前にしてください。"
            faults.append(Fault((*path, "key"), message, file=file))
        if like != "":
            word = like if isinstance(like, str) else ""
            if word in known:
                for field, value in known[word].items():
                    if field not in form:
                        form[field] = value
                        form.elsewhere[field] = known[word].origin(field)
            else:
                message = f"like の「{word}」は、これより上か土台にある様式の key ではありません。"
                faults.append(Fault((*path, _LIKE), message, word, tuple(known), file))
        known[key] = form
        above.add(key)
    return faults


def _laid(base: Table, over: Table, *, is_top: bool = False) -> Table:
    """A table laid over another one."""
    laid = Table({**base, **over}, over.written)
    for key in laid:
        old, new = base.get(key), over.get(key)
        laid.elsewhere[key] = (over if key in over else base).origin(key)
        if key not in base or key not in over:
            continue
        if isinstance(old, Table) and isinstance(new, Table):
            laid[key] = _laid(old, new)
        elif isinstance(old, list) and isinstance(new, list) and (by := _id_of(old, new)):
            laid[key] = _by_id(old, new, by, new_above=is_top and key == _FORMS)
    return laid


def _id_of(old: list[Any], new: list[Any]) -> str | None:
    """The key by which the entries of two lists are known; None where they are no tables or none has one.

    An entry without it, whose key is misspelt, is kept: the key that it has instead is refused later.
    """
    entries = [*old, *new]
    if not all(isinstance(entry, Table) for entry in entries):
        return None
    return next((key for key in IDS if any(key in entry for entry in entries)), None)


def _by_id(old: list[Table], new: list[Table], by: str, *, new_above: bool) -> list[Table]:
    """The entries of both lists, those of an id in the place of the old ones of that id."""
    known = [entry[by] for entry in old if by in entry]
    entries: list[Table] = []
    placed: list[Any] = []
    for entry in old:
        name = entry.get(by)
        mine = [other for other in new if by in other and other[by] == name]
        if not mine:
            entries.append(entry)
        elif name not in placed:
            entries += mine
            placed.append(name)
    added = [entry for entry in new if by not in entry or entry[by] not in known]
    return [*added, *entries] if new_above else [*entries, *added]
