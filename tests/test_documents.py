"""What the house says of itself holds: every document, section, file and name that is cited is there."""

from __future__ import annotations

import ast
import builtins
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from templates.commands.command_line import command_parser

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
DOMAIN = DOCS / "domain"
ROOMS = ("model", "templates", "ui")

PROGRAM = [ROOT / "main.py", *sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))]
CODE = [*PROGRAM, ROOT / ".ci" / "start.py", *sorted((ROOT / "tests").rglob("*.py"))]
PAGES = [ROOT / "README.md", ROOT / "README.ja.md", *sorted(DOCS.rglob("*.md"))]
SETTINGS = [ROOT / "pyproject.toml", *sorted((ROOT / "templates").rglob("*.toml"))]
GRAMMARS = [*sorted((ROOT / "model").rglob("*.lark")), *sorted((ROOT / "templates").rglob("*.j2"))]
EVERY_FILE = [*CODE, *PAGES, *SETTINGS, *GRAMMARS]


def name_of(path: Path) -> str:
    """The path as the program names it."""
    return path.relative_to(ROOT).as_posix()


@cache
def sentences(path: Path) -> str:
    """The text of a file with its line breaks closed, so that a citation may go on in the next line."""
    return re.sub(r"\s*\n[ \t]*(?:# )?", " ", path.read_text(encoding="utf-8"))


@cache
def tree_of(path: Path) -> ast.Module:
    """The syntax of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def house() -> frozenset[str]:
    """Every file and folder of the house, whole and from inside each folder, with its ending and without."""
    tops = [ROOT / name for name in (*ROOMS, "tests", "docs", ".ci")]
    inside = [path for top in tops for path in (top, *top.rglob("*")) if path.suffix != ".pyc"]
    names: set[str] = set()
    for path in (*inside, *ROOT.glob("*.*")):
        parts = path.relative_to(ROOT).parts
        whole = ["/".join(parts[first:]) for first in range(len(parts))]
        names.update(whole, (name.removesuffix(".py") for name in whole))
    return frozenset(names)


# --- documents and their sections ---

# 「rules.md B2」, 「forms.md section 4」, 「forms.md sections 2 and 9」, 「rules.md rule 36」, 「forms.md 092, 113」
_CITATION = re.compile(
    r"\b(rules|forms)\.md"
    r"(?: (?:sections? (?P<sections>\w+(?:(?:,| and|, and) \w+)*)|(?P<chapter>[A-D]\d?)\b(?: rule (?P<inner>\d+))?"
    r"|rule (?P<rule>\d+)|(?P<sheets>\d{3}(?:, \d{3})*)))?",
    re.IGNORECASE,
)
_SECTION = re.compile(r"[A-D]?\d+|[A-D]")


@cache
def headings(document: str) -> frozenset[str]:
    """The numbers of the headings of a document of the domain: 「2」, 「B3」."""
    text = (DOMAIN / f"{document}.md").read_text(encoding="utf-8")
    return frozenset(re.findall(r"^#+ ([A-D]?\d+|[A-D])\. ", text, re.MULTILINE))


@cache
def rules_of_the_handbook() -> frozenset[str]:
    """The numbers of the rules in the table of rules.md B5."""
    text = (DOMAIN / "rules.md").read_text(encoding="utf-8")
    return frozenset(re.findall(r"^\| (\d+) \|", text, re.MULTILINE))


@cache
def sheets_described() -> frozenset[str]:
    """The numbers of the published sheets that forms.md speaks of."""
    return frozenset(re.findall(r"\b\d{3}\b", (DOMAIN / "forms.md").read_text(encoding="utf-8")))


def is_cited_rightly(citation: re.Match[str]) -> bool:
    """Whether the document has the sections, rules and sheets that a citation names."""
    sections = _SECTION.findall(f"{citation['sections'] or ''} {citation['chapter'] or ''}")
    rules = [number for number in (citation["inner"], citation["rule"]) if number]
    return (
        headings(citation[1].lower()).issuperset(sections)
        and rules_of_the_handbook().issuperset(rules)
        and sheets_described().issuperset(re.findall(r"\d{3}", citation["sheets"] or ""))
    )


def test_a_cited_section_is_in_the_document() -> None:
    """Each 「rules.md B2」 and 「forms.md section 4」 is a heading of docs/domain; its rules and sheets are described."""
    citations = [
        (name_of(path), found) for path in EVERY_FILE for found in _CITATION.finditer(sentences(path))
    ]
    assert len(citations) > 20
    assert [(file, found[0]) for file, found in citations if not is_cited_rightly(found)] == []


def test_the_handbook_has_the_rules_that_the_rulebook_speaks_of() -> None:
    """The 77 numbered rules of rules.md B5 stand there in their order, each once."""
    text = (DOMAIN / "rules.md").read_text(encoding="utf-8")
    assert [int(number) for number in re.findall(r"^\| (\d+) \|", text, re.MULTILINE)] == list(range(1, 78))


# --- files ---

_PATH = re.compile(r"(?<![\w./-])(?:model|templates|ui|tests|docs|\.ci)/[\w./*{},-]*[\w*}]")
_FILE = re.compile(r"`{1,2}([\w./*-]+\.(?:py|md|toml|j2|lark|css))`{1,2}")
_IMPORT = re.compile(r"\bfrom ((?:model|templates|ui)[\w.]*) import (\w+)")
_DOTTED = re.compile(r"(?<![\w./])(?:model|templates|ui)(?:\.\w+)+")


def is_there(cited: str) -> bool:
    """Whether a path is a file or folder of the house: whole, without its ending, as a pattern, or from inside a room."""
    alternatives = re.search(r"\{([^}]*)\}", cited)
    if alternatives:
        return all(is_there(cited.replace(alternatives[0], word)) for word in alternatives[1].split(","))
    return bool(list(ROOT.glob(cited))) if "*" in cited else cited.rstrip("/") in house()


def test_a_cited_file_is_in_the_house() -> None:
    """Each path in a docstring, a comment or a page (model/totals/totals.py, ``model/names/fields``) is a file or folder."""
    cited = [
        (name_of(path), name)
        for path in EVERY_FILE
        for name in sorted({*_PATH.findall(sentences(path)), *_FILE.findall(sentences(path))})
    ]
    assert [(file, name) for file, name in cited if not is_there(name)] == []


def has_name(module: str, name: str) -> bool:
    """Whether a module or room has a name, or a module of that name in it."""
    base = ROOT.joinpath(*module.split("."))
    if base.is_dir():
        if is_module(base / name):
            return True
        base = base / "__init__"
    return base.with_suffix(".py").is_file() and name in names_in(base.with_suffix(".py"))


def is_module(path: Path) -> bool:
    """Whether a path without an ending is a module or a room."""
    return path.with_suffix(".py").is_file() or path.is_dir()


@cache
def names_in(path: Path) -> frozenset[str]:
    """The names that stand at the top of a module."""
    names: set[str] = set()
    for node in tree_of(path).body:
        match node:
            case ast.FunctionDef() | ast.ClassDef():
                names.add(node.name)
            case ast.Assign():
                inner = (name for target in node.targets for name in ast.walk(target))
                names |= {name.id for name in inner if isinstance(name, ast.Name)}
            case ast.AnnAssign(target=ast.Name(id=name)):
                names.add(name)
            case ast.Import() | ast.ImportFrom():
                names |= {alias.asname or alias.name for alias in node.names}
            case _:
                pass
    return frozenset(names)


def test_a_cited_module_has_the_name() -> None:
    """Where a text says ``from ui.widgets import screen``, as a command of the set-up does, that module is there."""
    imports = [(name_of(path), found) for path in EVERY_FILE for found in _IMPORT.finditer(sentences(path))]
    assert [(file, found[0]) for file, found in imports if not has_name(found[1], found[2])] == []


def docstrings(path: Path) -> str:
    """Every docstring of a module."""
    kinds = ast.Module | ast.ClassDef | ast.FunctionDef
    nodes = [node for node in ast.walk(tree_of(path)) if isinstance(node, kinds)]
    return "\n".join(ast.get_docstring(node) or "" for node in nodes)


def test_a_docstring_names_modules_that_are_there() -> None:
    """Each dotted name of a docstring (model.request.lines) is a module of the house, or a name in one."""
    cited = [(name_of(path), dotted) for path in PROGRAM for dotted in _DOTTED.findall(docstrings(path))]
    assert [(file, dotted) for file, dotted in cited if not has_name(*dotted.rsplit(".", 1))] == []


def is_in_reach(cited: str, room: Path) -> bool:
    """Whether a name in a room's docstring is a file, a room or a name in it, a room above it, or a class's field."""
    *module, name = re.split(r"[./]", cited.removesuffix(".py"))
    inside = room.joinpath(*module)
    above = [folder for folder in (room, *room.parents) if folder.is_relative_to(ROOT)]
    return (
        any(is_module(folder.joinpath(*module, name)) for folder in above)
        or (is_module(inside) and has_name(".".join(inside.relative_to(ROOT).parts), name))
        or (cited[0].isupper() and identifiers().issuperset(cited.split(".")))
        or hasattr(builtins, cited)
    )


def test_a_room_names_what_it_holds() -> None:
    """Each ``name`` in the docstring of a room, as in 「Read ``totals.totals`` first」, is one that is there."""
    cited = [
        (path, name)
        for path in PROGRAM
        if path.name == "__init__.py"
        for name in re.findall(r"``([\w./]+)``", ast.get_docstring(tree_of(path)) or "")
    ]
    assert [(name_of(path), name) for path, name in cited if not is_in_reach(name, path.parent)] == []


# --- links, commands and names of pages ---

_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def anchors(path: Path) -> set[str]:
    """The anchors that a page's headings make."""
    titles = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def leads_somewhere(link: str, page: Path) -> bool:
    """Whether a link of a page leads to a file of the house, and to a heading where it names one."""
    file, _, anchor = link.partition("#")
    target = (page.parent / file).resolve() if file else page
    return target.exists() and (not anchor or anchor in anchors(target))


def test_a_link_leads_somewhere() -> None:
    """Each link of a page leads to a file of the house, and to a heading where it names one."""
    links = [(page, link) for page in PAGES for link in _LINK.findall(page.read_text(encoding="utf-8"))]
    inner = [(page, link) for page, link in links if not re.match(r"https?://", link)]
    assert [(name_of(page), link) for page, link in inner if not leads_somewhere(link, page)] == []


def test_a_command_of_a_page_is_one() -> None:
    """Each ``python3 main.py WORD`` of a page is a command that main.py has."""
    _, commands = command_parser()
    command = re.compile(r"python3 main\.py ([a-z][\w-]*)(?![\w.])")
    cited = [(name_of(page), word) for page in PAGES for word in command.findall(page.read_text("utf-8"))]
    assert [(file, word) for file, word in cited if word not in commands] == []


@cache
def identifiers() -> frozenset[str]:
    """Every name that the code or a Standard defines: modules, classes, functions, fields, constants, keys."""
    names: set[str] = set()
    for path in PROGRAM:
        names |= {path.stem, path.parent.name}
        for node in ast.walk(tree_of(path)):
            match node:
                case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.arg(arg=name):
                    names.add(name)
                case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                    names.add(name)
                case _:
                    pass
    for path in SETTINGS:
        names |= set(re.findall(r"^\[*([\w.]+)(?: = |\])", path.read_text(encoding="utf-8"), re.MULTILINE))
    return frozenset(names)


def test_the_tour_of_the_code_names_what_is_there() -> None:
    """Each `name()`, `Class` and `Class.name` of docs/developing.md is defined in the code."""
    text = re.sub(r"^```.*?^```", "", (DOCS / "developing.md").read_text("utf-8"), flags=re.S | re.M)
    cited = re.findall(r"`([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)(?:\([^`]*\))?`", text)
    endings = ("py", "md", "toml", "lark", "j2", "css")
    names = {name for name in cited if name.rpartition(".")[2] not in endings}
    assert sorted(name for name in names if not identifiers().issuperset(name.split("."))) == []


# --- the glossary ---


def rows_of(text: str) -> list[list[str]]:
    """The cells of each row of a page's tables, but for their heads."""
    rows = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in row] for row in rows]
    return [row for row in cells if row[0] not in ("English", "---")]


def terms(column: int) -> list[str]:
    """The terms in a column of the glossary (0 English, 1 Japanese), those of a cell one by one."""
    cells = [row[column] for row in rows_of((DOCS / "glossary.md").read_text(encoding="utf-8"))]
    return [term for cell in cells for term in re.split(r"[、,] ?", cell) if term]


@pytest.mark.parametrize("column", [0, 1], ids=["English", "Japanese"])
def test_the_glossary_has_no_doublet(column: int) -> None:
    """No English term stands for two Japanese ones, and no Japanese one has two English words."""
    found = terms(column)
    assert len(found) > 60
    assert [term for term, count in Counter(found).items() if count > 1] == []


def test_the_glossary_stands_in_order() -> None:
    """Under each subject the English words stand in the order of the alphabet."""
    text = (DOCS / "glossary.md").read_text(encoding="utf-8")
    for subject in text.split("\n## ")[1:]:
        words = [row[0].lower() for row in rows_of(subject)]
        assert words == sorted(words)


def test_the_manual_shows_each_picture_that_is_made_for_it() -> None:
    """A picture of the manual is there, and one that is made stands in the manual."""
    manuals = "".join((DOCS / name).read_text(encoding="utf-8") for name in ("manual.ja.md", "desk.ja.md"))
    shown = set(re.findall(r"\]\(pictures/(\w+\.png)\)", manuals))
    assert shown == {path.name for path in (DOCS / "pictures").iterdir()}
