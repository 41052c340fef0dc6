"""What holds for every file of the house; the contracts of imports stand in pyproject.toml."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

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
