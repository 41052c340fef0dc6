"""Choosing a Standard: by the name of a shipped folder or by a path, for every command; without a choice it is 鳥取県's."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

import main
from model.document import storage
from model.standard_folder.files import SHIPPED
from model.values.identity import Identity
from tests.samples import sample

EXAMPLE = SHIPPED / "example"


def run(*words: object) -> int:
    """Run a command as the shell does; the exit code, also of a wrong command line."""
    try:
        return main.run([str(word) for word in words])
    except SystemExit as end:
        return int(end.code or 0)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A request of 架空県."""
    path = tmp_path / "要望.yosan"
    path.write_bytes((EXAMPLE / "sample.yosan").read_bytes())
    return path


@pytest.mark.parametrize("chosen", ["example", EXAMPLE], ids=["by name", "by path"])
@pytest.mark.parametrize("is_before", [True, False])
def test_check(file: Path, chosen: object, is_before: bool, capsys: pytest.CaptureFixture[str]) -> None:
    """Before or behind the command, by name or by path: the request is checked under the Standard that is named."""
    words = ("--standard", chosen, "check", "--json", file)
    assert run(*(words if is_before else (*words[2:], *words[:2]))) == 0
    (report,) = json.loads(capsys.readouterr().out)
    assert [finding["rule"] for finding in report["findings"]] == []
    assert "59" in {question["rule"] for question in report["questions"]}


def test_without_a_choice(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A request of another Standard is checked under 鳥取県's, and the report says so; its file is not touched."""
    before = file.read_bytes()
    run("check", file)
    assert "「架空県」の様式の設定で書かれ、いまは「鳥取県」" in capsys.readouterr().out
    run("export", file, "-o", tmp_path / "out", "--html")
    assert "要望.yosan: この要求書は「架空県」の様式の設定で書かれ" in capsys.readouterr().err
    assert file.read_bytes() == before
    assert "「架空県」" not in (tmp_path / "out" / "要望.html").read_text(encoding="utf-8")


def test_page_and_workbook_come_back(file: Path, tmp_path: Path) -> None:
    """Exported and taken in again under its Standard, the workbook is the same request, but for the lasting ids it was given."""
    out, back = tmp_path / "out", tmp_path / "back"
    assert run("export", file, "-o", out, "--standard", "example") == 0
    assert run("import", out / "要望.xlsx", "-o", back, "--standard", "example") == 0
    came = storage.load(back / "要望.yosan")
    assert replace(came, identity=Identity()) == storage.load(file)
    assert run("import", out / "要望.html", "-o", back, "--standard", "example") == 0
    assert storage.load(back / "要望-2.yosan").standard == "架空県"


def test_every_command_takes_it(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """sample, demo, next-year, rules and schema are those of the Standard that is named."""
    assert run("sample", "-o", tmp_path / "s.yosan", "--standard", "example") == 0
    assert storage.load(tmp_path / "s.yosan") == storage.load(file)
    assert run("demo", "-o", tmp_path / "demo", "--standard", "example") == 0
    assert "事業のコスト" in (tmp_path / "demo" / "見本.html").read_text(encoding="utf-8")
    assert run("next-year", file, "-o", tmp_path / "n.yosan", "--standard", "example") == 0
    carried = storage.load(tmp_path / "n.yosan")
    assert (carried.standard, carried.header.fiscal_year) == ("架空県", "令和10年度")
    capsys.readouterr()
    assert run("rules", "--standard", "example") == 0
    said = capsys.readouterr().out
    assert "質問（切）" in said
    assert "鳥取県" not in said
    assert run("schema", "--standard", "example") == 0


def test_default_is_tottori(tmp_path: Path) -> None:
    """Without a choice, and by its name, the Standard is 鳥取県's."""
    assert main.STANDARD_FOLDER == SHIPPED / "tottori"
    for words in ((), ("--standard", "tottori")):
        assert run("sample", "-o", tmp_path / "s.yosan", *words) == 0
        assert storage.load(tmp_path / "s.yosan") == sample()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["check", "--standard", "totori", "x.yosan"], "様式の設定「totori」がありません。"),
        (["check", "x.yosan", "--standard"], "--standard のあとに値を指定してください。"),
        (["--standard", "japan", "rules"], "様式の設定「japan」がありません。"),
        (["--standard", str(SHIPPED / "japan"), "rules"], "がありません。書き足してください。"),
    ],
)
def test_what_is_no_standard(words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that is none is said, with those that there are; so is what all governments share, which is no Standard."""
    assert run(*words) == 2
    said = capsys.readouterr().err
    assert sentence in said
    assert ("「example」、「tottori」" in said) == ("様式の設定「" in sentence)


def test_copy_of_the_example(tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A copy of the example, anywhere, with a word changed is a Standard; without a sample that is said."""
    mine = tmp_path / "わたしの県"
    shutil.copytree(EXAMPLE, mine, ignore=shutil.ignore_patterns("*.yosan"))
    labels = mine / "labels.toml"
    labels.write_text(labels.read_text(encoding="utf-8").replace("職員費", "ひとの費用"), encoding="utf-8")
    assert run("export", file, "-o", tmp_path / "out", "--html", "--standard", mine) == 0
    assert "ひとの費用" in (tmp_path / "out" / "要望.html").read_text(encoding="utf-8")
    capsys.readouterr()
    assert run("sample", "-o", tmp_path / "s.yosan", "--standard", mine) == 2
    assert "見本（sample.yosan）が置かれていない" in capsys.readouterr().err


def test_folder_brings_its_own_page(tmp_path: Path, file: Path) -> None:
    """A page's template or style that stands in the folder is used; what does not is that of the folder it builds on."""
    mine = tmp_path / "mine"
    shutil.copytree(EXAMPLE, mine)
    (mine / "sheet.css").write_text("/* 自分の見た目 */", encoding="utf-8")
    assert run("export", file, "-o", tmp_path / "out", "--html", "--standard", mine) == 0
    page = (tmp_path / "out" / "要望.html").read_text(encoding="utf-8")
    assert "/* 自分の見た目 */" in page
    assert "公表ページの見た目" not in page
    assert "事業のコスト" in page


def test_folder_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """「.」 is the folder where one stands; the one that it builds on may lie beside it."""
    shutil.copytree(EXAMPLE, tmp_path / "base")
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "standard.toml").write_text('builds_on = "base"\ngovernment = "新県"\n', encoding="utf-8")
    monkeypatch.chdir(mine)
    assert run("sample", "-o", tmp_path / "s.yosan", "--standard", ".") == 0
    run("check", tmp_path / "s.yosan", "--standard", ".")
    assert "「架空県」の様式の設定で書かれ、いまは「新県」" in capsys.readouterr().out
