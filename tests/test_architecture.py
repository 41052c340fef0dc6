"""What holds for every file of the house; the contracts of imports stand in pyproject.toml."""

from __future__ import annotations

import ast
import datetime
import importlib
import re
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache, cached_property
from operator import attrgetter
from pathlib import Path
from types import BuiltinFunctionType, FunctionType, GenericAlias, MappingProxyType, ModuleType, UnionType
from typing import Annotated, Any, Final, ParamSpec, TypeVar

import msgspec
import pytest
from openpyxl.styles import Border, Side
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from sqlalchemy import Alias, Join, MetaData, Table, UnaryExpression

from main import STANDARD_FOLDER
from model.checks.rule import Check
from model.document.document import take_snapshot
from model.standard_folder.load import load
from model.values.pattern import lazy_pattern
from tests.samples import sample

ROOT = Path(__file__).parent.parent
LONGEST = 600  # ui/tables/sheet_table: one class, which nothing would gain from being cut in two

ROOMS = ("model", "templates", "ui")
PACKAGES = [path.parent for room in ROOMS for path in (ROOT / room).rglob("__init__.py")]


def modules(room: str) -> list[Path]:
    """The Python files of a room."""
    return sorted((ROOT / room).rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    """What a file says."""
    return ast.parse(path.read_text(encoding="utf-8"))


def test_the_rooms_have_files() -> None:
    """The rooms that the rules below hold for have files to hold them for."""
    assert [len(modules(room)) > 50 for room in ROOMS] == [True, True, True]


@pytest.mark.parametrize("room", ROOMS)
def test_no_import_hides_from_the_contracts(room: str) -> None:
    """No module is imported by its name in a string: the contracts of imports in pyproject.toml would not see it."""
    names = {
        node.attr if isinstance(node, ast.Attribute) else node.id
        for path in modules(room)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute | ast.Name)
    }
    assert not names & {"import_module", "__import__"}


def test_a_room_says_what_it_is_for() -> None:
    """Each room has a docstring: what it is for, what it may import, what to read first."""
    assert [room for room in PACKAGES if not ast.get_docstring(tree(room / "__init__.py"))] == []


@pytest.mark.parametrize("room", ROOMS)
def test_file_has_one_subject(room: str) -> None:
    """A file stays short enough to be read at a sitting, and its name says what it is about."""
    drawers = {"utils", "util", "misc", "common", "helpers", "helper"}
    assert [path for path in modules(room) if path.stem in drawers] == []
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules(room)}
    assert [path for path, length in lengths.items() if length > LONGEST] == []


def is_float(node: ast.AST) -> bool:
    """Whether a part of a program names or writes a float."""
    return (isinstance(node, ast.Name) and node.id == "float") or (
        isinstance(node, ast.Constant) and isinstance(node.value, float)
    )


def test_money_is_never_a_float() -> None:
    """No module of the model names or writes a float."""
    assert [path for path in modules("model") if any(map(is_float, ast.walk(tree(path))))] == []


_PREFECTURES = (
    "北海道 青森 岩手 宮城 秋田 山形 福島 茨城 栃木 群馬 埼玉 千葉 東京 神奈川 新潟 富山 石川 福井 山梨 長野 岐阜 静岡 愛知 三重 "
    "滋賀 京都 大阪 兵庫 奈良 和歌山 鳥取 島根 岡山 広島 山口 徳島 香川 愛媛 高知 福岡 佐賀 長崎 熊本 大分 宮崎 鹿児島 沖縄 Tottori"
)
_PREFECTURE = re.compile("|".join(f"{name}[都道府県]|{name}(?=$|[^一-龠])" for name in _PREFECTURES.split()))


@pytest.mark.parametrize("room", ROOMS)
def test_no_prefecture_is_named_in_a_program(room: str) -> None:
    """What is one government's stands in its Standard: no module names a prefecture, not even as a source."""
    paths = [*modules(room), ROOT / "main.py"]
    assert [path.name for path in paths if _PREFECTURE.search(path.read_text(encoding="utf-8"))] == []


_POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{[0-9]*,?[0-9]*\})\+")


@pytest.mark.parametrize("room", ROOMS)
def test_no_repeated_group_is_possessive(room: str) -> None:
    """Python before 3.11.5 (Debian 12 has 3.11.2) matches ``(…)*+`` wrongly; a single class as in ``[0-9]*+`` it does not."""
    assert [path.name for path in modules(room) if _POSSESSIVE_GROUP.search(path.read_text("utf-8"))] == []


def test_one_message_box_stops_the_work() -> None:
    """Only what becomes of unsaved work is asked in a message box; whatever else happens is a line of the window."""
    text = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in modules("ui")}
    boxes = {
        name: len(re.findall(r"= QMessageBox\(", code))
        for name, code in text.items()
        if "QMessageBox" in code
    }
    assert boxes == {"ui/window/dialogs.py": 1}
    modal = sorted(name for name, code in text.items() if ".exec()" in code or "setModal" in code)
    assert modal == ["ui/desk/app.py", "ui/window/app.py", "ui/window/dialogs.py"], (
        "the loops of the two windows, and the box"
    )


_CACHES: Final = {
    "templates/page/html.py: _environment": "a compiled template takes longer than ten pages; jinja sees when its file changes",
}
"""What a process keeps beside what a document, a window or a run owns, and why."""
_MADE_WITH_FIRST_USE: Final = {
    "templates/paper/press: Press": "typst's compilers, which read fonts from a drive, in the thread that sets the first paper",
    "templates/readers/review: Review": "what is read of a large book takes seconds, while the page says that it waits; each decision gives another review",
    "ui/tables/sheet_table: SheetTable": "what goes through its cells by key",
    "ui/window/files/document_file: DocumentFile": "what is kept in the user's own folder",
    "ui/window/files/request_files: RequestFiles": "what saves, and who else has the file open",
    "ui/window/menus/menu_bar: Menus": "what its menus and the palette do",
    "ui/window/on_demand: OnDemand": "what the window's commands do",
    "ui/window/paper/papers: Papers": "the press",
    "ui/window/request_view: RequestView": "what links words to figures, and the bar that searches",
    "ui/window/request_window: RequestWindow": "the lines above its pages",
}
"""The classes with a ``cached_property``, and what it makes: all but the review's are parts that have a state of their own, are no
results, and whose modules no start of the window imports. What is computed of values is kept by ``Results`` or not at all."""
_STAYING: Final[dict[type, str]] = {
    type(
        lazy_pattern("")
    ): "an expression or a grammar of the program's own text, made when it is first used",
    MetaData: "the layout of the register, complete when its module is imported",
    Table: "a part of that layout",
    Join: "two of its tables",
    Alias: "one of them under another name",
    UnaryExpression: "a condition of its rows",
    Check: "a rule with its function, complete when it is declared",
    Side: "a line of a cell, which openpyxl copies",
    Border: "the lines of a cell, which openpyxl copies",
    QColor: "a colour; Qt has no other kind",
    QSize: "a size; Qt has no other kind",
    msgspec.json.Decoder: "a reader without state",
    msgspec.Meta: "what a type says of its values",
    attrgetter: "a function",
}
"""Kinds of objects that could be changed, stand in modules and are not, and why each is there."""
_VALUES: Final = (
    str, bytes, int, float, Fraction, Decimal, datetime.date, datetime.time, datetime.timedelta, Path, range, re.Pattern, Enum,
    type, type(None), ModuleType, FunctionType, BuiltinFunctionType, TypeVar, ParamSpec, UnionType, GenericAlias, MappingProxyType,
    type(Annotated[int, ""]), type(Final[int]), type(Any),
)  # fmt: skip
_CHANGES: Final = frozenset((
    "append", "add", "extend", "update", "setdefault", "pop", "clear", "insert", "remove", "discard", "popitem", "appendleft",
    "popleft", "sort", "reverse",
))  # fmt: skip
"""The methods that change a list, a set or a mapping."""


def place_of(path: Path) -> str:
    """Where a module stands: 「model/values/people」."""
    return path.relative_to(ROOT).with_suffix("").as_posix()


def imported(path: Path) -> ModuleType:
    """A module as it is when it has been imported."""
    return importlib.import_module(place_of(path).replace("/", ".").removesuffix(".__init__"))


def classes(path: Path) -> Iterator[type]:
    """The classes of a module."""
    for statement in tree(path).body:
        if isinstance(statement, ast.ClassDef):
            yield getattr(imported(path), statement.name)


def is_value(thing: object) -> bool:
    """Whether a thing is never another than it is; of a mapping its declared type says that nobody writes into it."""
    if isinstance(thing, tuple | frozenset):
        return all(map(is_value, thing))
    if isinstance(thing, dict):
        return all(map(is_value, thing.values()))
    if isinstance(thing, msgspec.Struct):
        return thing.__struct_config__.frozen
    return isinstance(thing, (*_VALUES, *_STAYING))


def stated(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    """The names to which a module or a class gives values, each with its declared type; ``__all__`` is Python's own."""
    for statement in body:
        if isinstance(statement, ast.If | ast.Try):
            yield from stated([*statement.body, *statement.orelse])
        elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
            yield ast.unparse(statement.target), ast.unparse(statement.annotation)
        elif isinstance(statement, ast.Assign):
            yield from (
                (ast.unparse(target), "") for target in statement.targets if ast.unparse(target) != "__all__"
            )


@pytest.mark.parametrize("room", ROOMS)
def test_modules_hold_values(room: str) -> None:
    """What a module or a class holds is the same in every document and at every time; a mapping is declared as one that is read."""
    changeable: list[str] = []
    for path in modules(room):
        module = imported(path)
        for name, declared in stated(tree(path).body):
            thing = getattr(module, name, None)  # what stands under TYPE_CHECKING is none
            if not is_value(thing) or (isinstance(thing, dict) and "Mapping[" not in declared):
                changeable.append(f"{place_of(path)}: {name}")
        for statement in tree(path).body:
            if not isinstance(statement, ast.ClassDef):
                continue
            owner = getattr(module, statement.name)
            if issubclass(owner, msgspec.Struct):  # copies what is empty for each of its values
                continue
            held = {name: getattr(owner, name, None) for name, _ in stated(statement.body)}
            held |= getattr(owner, "_field_defaults", {})
            changeable += [
                f"{place_of(path)}: {owner.__name__}.{name}"
                for name, thing in held.items()
                if isinstance(thing, list | dict | set)
            ]
    assert changeable == []


def test_nothing_keeps_what_it_computed() -> None:
    """No request, Snapshot, Standard or rule keeps a result: only the named classes make something with its first use, none in the model."""
    keeping = {
        f"{place_of(path)}: {owner.__name__}"
        for room in ROOMS
        for path in modules(room)
        for owner in classes(path)
        if any(isinstance(held, cached_property) for held in vars(owner).values())
    }
    assert keeping == set(_MADE_WITH_FIRST_USE)
    assert not any(name.startswith("model/") for name in keeping)


def test_frozen_values_are_given_nothing_later() -> None:
    """A frozen value has fields alone; a Standard and its words are given their tables and patterns when they are made, once."""
    open_values = {
        f"{place_of(path)}: {owner.__name__}"
        for room in ROOMS
        for path in modules(room)
        for owner in classes(path)
        if issubclass(owner, msgspec.Struct) and owner.__struct_config__.frozen and owner.__dictoffset__
    }
    assert open_values == {"model/standard/standard: Standard", "model/standard/text_words: TextWords"}
    standard = load(STANDARD_FOLDER)
    made = [dict(vars(value)) for value in (standard, standard.text_words)]
    assert [list(held) for held in made] == [["word_tables"], ["patterns"]]
    taken = take_snapshot(sample(), standard)
    assert taken.findings is taken.findings, "the results of its run have them"
    assert [dict(vars(value)) for value in (standard, standard.text_words)] == made


@pytest.mark.parametrize("room", ROOMS)
def test_nothing_is_kept_in_a_module(room: str) -> None:
    """No result outlives what it is of: there is no ``global``, no cache of a function but the named ones, no write to a constant."""
    caches: set[str] = set()
    written: list[str] = []
    for path in modules(room):
        where = path.relative_to(ROOT).as_posix()
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef):
                words = " ".join(map(ast.unparse, node.decorator_list))
                if re.search(r"\b(?:lru_)?cache\b", words):
                    caches.add(f"{where}: {node.name}")
            if isinstance(node, ast.Global) or is_write(node):
                written.append(f"{where}: {ast.unparse(node)}")
    assert caches == {name for name in _CACHES if name.startswith(f"{room}/")}
    assert written == []


def is_write(node: ast.AST) -> bool:
    """Whether a part of a program changes what a constant, a class or a module holds, wherever that was declared."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _CHANGES:
        return is_constant(node.func.value)
    targets: list[ast.expr] = []
    if isinstance(node, ast.Assign | ast.Delete):
        targets = node.targets
    elif isinstance(node, ast.AugAssign | ast.AnnAssign):
        targets = [node.target]
    return any(
        isinstance(target, ast.Subscript | ast.Attribute) and is_constant(target.value) for target in targets
    )


def is_constant(node: ast.expr) -> bool:
    """Whether an expression names a constant or a class: ``_WORDS``, ``finding.LABELS``, ``Standard``, ``cls``."""
    name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
    return name == "cls" or name.lstrip("_")[:1].isupper()
