"""What the commands print of a file: nothing in it is obeyed by a terminal, and nothing pretends to be another line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from main import run
from model.document import storage
from model.edits.fields import set_value
from model.request.request import Line, Request
from templates.commands.console import as_json
from tests.samples import one_line, with_lines

EVIL = "委託\x1b[2J\x07\r\x9b31m料\u202e\u2066\ufeff\n  【誤り】偽の指摘"
SEEN = "委託[U+001B][2J[U+0007] [U+009B]31m料[U+202E][U+2066][U+FEFF]   【誤り】偽の指摘"


def evil() -> Request:
    """A request whose texts try to rewrite a terminal."""
    request = with_lines(Line("a", EVIL, EVIL, EVIL, EVIL), Line("b", EVIL, 5, 6, EVIL, basis="5円×3"))
    request = set_value(request, "header/fiscal_year", "平成31年度")
    return replace(request, header=replace(request.header, name=EVIL), funding_words=EVIL)


@pytest.mark.parametrize(
    "command", ["check", "check --json", "next-year", "export --html --json", "import --json"]
)
def test_no_control_character_of_a_file_is_printed(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Escape sequences, bells, marks of direction and line breaks of a file are told by their number."""
    (tmp_path / "x.yosan").write_bytes(storage.dumps(evil()))
    name, *flags = command.split()
    output = (
        [] if name == "check" else ["-o", str(tmp_path / ("out.yosan" if name == "next-year" else "out"))]
    )
    run([name, str(tmp_path / "x.yosan"), *flags, *output])
    printed = "".join(capsys.readouterr())
    assert not set(printed) & set("\x1b\x07\r\x9b\u202e\u2066\ufeff")
    assert not any(line.startswith("  【誤り】偽") for line in printed.splitlines())
    if "--json" in flags and name != "export":
        assert json.loads(printed)
    elif name == "check":
        assert SEEN[:12] in printed


def test_json_keeps_the_text() -> None:
    """The JSON says the text as it is in the file, with escapes for what a terminal would obey."""
    written = as_json({EVIL: [EVIL]})
    assert json.loads(written) == {EVIL: [EVIL]}
    assert "\x1b" not in written
    assert "\u202e" not in written
    assert "委託" in written


def test_exact_figures_are_in_the_json(tmp_path: Path) -> None:
    """A request with a calculation that comes to no whole 千円 is written as JSON, its exact figures as fractions."""
    request = set_value(one_line(), "line/only/amount", None)
    request = set_value(request, "line/only/basis", "1円×7")
    request = replace(request, bases={"funding/request/national": "20,845円×11÷3"})
    (tmp_path / "x.yosan").write_bytes(storage.dumps(request))
    run(["export", str(tmp_path / "x.yosan"), "--json", "-o", str(tmp_path)])
    rows = json.loads((tmp_path / "x.json").read_bytes())["totals"]["funding_rows"]
    assert rows["request"]["sources"]["national"]["exact"] == "45859/600"
