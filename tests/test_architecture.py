"""The drawing of the house, held: model <- templates <- ui <- main."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LONGEST = 450

FORBIDDEN = {
    "model": {"PySide6", "openpyxl", "jinja2", "lxml", "templates", "ui", "main"},
    "templates": {"PySide6", "ui", "main"},
    "ui": {"main"},
}


def imported(source: str) -> Iterator[str]:
    """The top names of all modules that a source imports, at any depth of its code."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield (node.module or "").partition(".")[0]
        elif isinstance(node, ast.Attribute | ast.Name) and _name(node) in ("import_module", "__import__"):
            yield "a module by its name"


def _name(node: ast.Attribute | ast.Name) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id


def modules(room: str) -> list[Path]:
    """The Python files of a room."""
    return sorted((ROOT / room).rglob("*.py"))


@pytest.mark.parametrize("room", FORBIDDEN)
def test_imports_run_one_way(room: str) -> None:
    """A room imports none of the rooms that are built on it, and the model no toolkit of any face."""
    wrong = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in modules(room)
        for name in imported(path.read_text(encoding="utf-8"))
        if name in FORBIDDEN[room] or name == "a module by its name"
    }
    assert wrong == set()


def test_model_is_there() -> None:
    """The rooms that the rules above hold for have files to hold them for."""
    assert len(modules("model")) > 20
    assert len(modules("templates")) > 1


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("import PySide6.QtCore", ["PySide6"]),
        ("from ui.window import Window", ["ui"]),
        ("def late():\n    import openpyxl as o", ["openpyxl"]),
        ("import importlib\nimportlib.import_module('ui')", ["importlib", "a module by its name"]),
    ],
)
def test_no_import_hides(source: str, names: list[str]) -> None:
    """An import is seen wherever it stands in the code."""
    assert list(imported(source)) == names


@pytest.mark.parametrize(
    "path",
    [path for room in FORBIDDEN for path in modules(room)],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_file_has_one_subject(path: Path) -> None:
    """A file stays short enough to be read at a sitting, and its name says what it is about."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST
    assert path.stem not in {"utils", "util", "misc", "common", "helpers", "helper"}


@pytest.mark.parametrize("path", modules("model"), ids=lambda path: str(path.relative_to(ROOT)))
def test_money_is_never_a_float(path: Path) -> None:
    """No module of the model names or writes a float."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id == "float"]
    assert not [
        node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, float)
    ]


_POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{[0-9]*,?[0-9]*\})\+")


@pytest.mark.parametrize("room", FORBIDDEN)
def test_no_repeated_group_is_possessive(room: str) -> None:
    """Python before 3.11.5 (Debian 12 has 3.11.2) matches ``(…)*+`` wrongly; a single class as in ``[0-9]*+`` it does not."""
    assert [path.name for path in modules(room) if _POSSESSIVE_GROUP.search(path.read_text("utf-8"))] == []
