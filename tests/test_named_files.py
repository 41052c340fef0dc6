"""Folders and patterns where a command takes files: every file of its kinds, none lost in silence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import main
from model.document import storage
from templates.commands.named_files import REQUESTS, SOURCES, named_files
from tests.samples import sample

Output = pytest.CaptureFixture[str]
CSV = "令和8年度予算要求書,\n事業名,橋りょう補修事業\n内容,要求額(千円)\n委託料,1200\n合計,1200\n"


def run(*words: object) -> int:
    """Run a command as a shell that expands nothing does; the exit code."""
    return main.run([str(word) for word in words])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as a section has it: requests, tables, folders below, and what programs leave behind."""
    place = tmp_path / "課"
    (place / "部局").mkdir(parents=True)
    (place / ".git").mkdir()
    for name in ("乙.yosan", "部局/甲.YOSAN", ".git/丁.yosan"):
        storage.save(sample(), place / name)
    for name in ("表.csv", "部局/表.csv"):
        (place / name).write_text(CSV, encoding="utf-8")
    for name in ("~$表.xlsx", ".~lock.表.csv#", ".隠し.yosan", "資料.pdf", "資料2.PDF", "メモ"):
        (place / name).write_bytes(b"x")
    return place


def taken(place: Path, *names: str) -> list[str]:
    """The files of the folder that names stand for, relative to it."""
    return [
        given.path.relative_to(place).as_posix()
        for given in named_files([place / name for name in names], SOURCES)
    ]


def test_a_folder(folder: Path, capsys: Output) -> None:
    """A folder stands for the files of the kinds below it, sorted; hidden folders are not walked."""
    assert taken(folder, "") == ["乙.yosan", "表.csv", "部局/甲.YOSAN", "部局/表.csv"]
    said = capsys.readouterr().err.splitlines()
    assert (
        said[0]
        == "隠しファイルか、開いている間の控えなので飛ばしました: .~lock.表.csv#、.隠し.yosan、~$表.xlsx"
    )
    assert said[1].startswith("ほかの種類のファイルは読んでいません（.pdfが2個、終わりのない名前が1個）。")


@pytest.mark.parametrize(
    ("pattern", "files"),
    [
        ("*.csv", ["表.csv"]),
        ("*", ["乙.yosan", "表.csv", "部局/甲.YOSAN", "部局/表.csv"]),
        ("**/*.csv", ["表.csv", "部局/表.csv"]),
        ("部局/?.csv", ["部局/表.csv"]),
        ("[乙丙].yosan", ["乙.yosan"]),
    ],
)
def test_a_pattern(folder: Path, pattern: str, files: list[str]) -> None:
    """A pattern stands for the files of the kinds that fit it; a folder that fits, for those below it."""
    assert taken(folder, pattern) == files


def test_files_named_twice(folder: Path) -> None:
    """What several names stand for is taken once; a file named by itself is taken as it is, as often as it is named."""
    assert taken(folder, "表.csv", "", "*.csv") == ["表.csv", "乙.yosan", "部局/甲.YOSAN", "部局/表.csv"]
    assert taken(folder, "資料.pdf", "資料.pdf") == ["資料.pdf", "資料.pdf"]


def test_a_file_whose_name_is_a_pattern(tmp_path: Path) -> None:
    """A file called 「表[1].csv」, as a browser names a copy, is that file."""
    (tmp_path / "表[1].csv").write_text(CSV, encoding="utf-8")
    assert taken(tmp_path, "表[1].csv") == ["表[1].csv"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("*.xlsx", "「{}」に合う読み込めるファイル（"),
        ("部局/*.pdf", "「{}」に合う読み込めるファイル（"),
        ("空", "フォルダー「{}」に読み込めるファイル（"),
    ],
)
def test_a_name_without_a_file(folder: Path, name: str, sentence: str) -> None:
    """A folder or pattern without a file is one sentence, and not taken for one in which all is well."""
    (folder / "空").mkdir()
    (folder / "~$表.xlsx").unlink()
    (given,) = named_files([folder / name], SOURCES)
    assert given.error.startswith(sentence.format(folder / name))
    assert given.error.endswith("確かめてください。")


def test_import_of_a_folder(folder: Path, capsys: Output) -> None:
    """Every file below a folder becomes a request of its own; two of one name get 「-2」, and that is said."""
    out = folder / "結果"
    assert run("import", folder, "-o", out) in (0, 1)
    assert sorted(path.name for path in out.iterdir()) == ["乙.yosan", "甲.yosan", "表-2.yosan", "表.yosan"]
    assert "「表-2.yosan」にしました" in capsys.readouterr().out
    assert run("import", folder, "-o", out) in (0, 1)
    assert not (out / "乙-2.yosan").exists()
    assert "書き出し先にある要求書なので" in capsys.readouterr().err


def test_import_of_a_pattern_as_json(folder: Path, capsys: Output) -> None:
    """A pattern that fits nothing stands in the list with its sentence."""
    assert run("import", folder / "*.csv", folder / "*.ods", "-o", folder / "結果", "--json") == 2
    reports = json.loads(capsys.readouterr().out)
    assert [Path(report["source"]).name for report in reports] == ["表.csv", "*.ods"]
    assert "合う" in reports[1]["error"]


def test_export_of_a_folder(folder: Path) -> None:
    """Every request below a folder is exported, those of one name into files of their own."""
    storage.save(sample(), folder / "部局" / "乙.yosan")
    assert run("export", folder, "-o", folder / "結果", "--json") in (0, 1)
    assert sorted(path.name for path in (folder / "結果").iterdir()) == ["乙-2.json", "乙.json", "甲.json"]
    assert run("export", folder / "*.doc", "-o", folder / "結果") == 2


def test_check_of_a_pattern(folder: Path, capsys: Output) -> None:
    """Requests are checked by a pattern; other files of a folder are no matter of a check."""
    assert run("check", folder / "**" / "*.y*", "--json") in (0, 1)
    said = capsys.readouterr()
    assert [Path(report["file"]).name for report in json.loads(said.out)] == ["乙.yosan"]
    assert "ほかの種類" not in said.err
    assert [given.path.name for given in named_files([folder], REQUESTS)] == ["乙.yosan", "甲.YOSAN"]


def test_next_year_of_a_folder(folder: Path, capsys: Output) -> None:
    """The draft of the next year of every request below a folder goes into a folder, under its name."""
    out = folder / "来年度"
    assert run("next-year", folder, "-o", out) == 0
    assert sorted(path.name for path in out.iterdir()) == ["乙.yosan", "甲.yosan"]
    assert {storage.load(path).header.fiscal_year for path in out.iterdir()} == {"令和2年度"}
    assert capsys.readouterr().out.count(": 変更 ") == 2
    assert run("next-year", folder / "*.xlsx", "-o", out) == 2
    assert (
        run("next-year", folder / "乙.yosan", "-o", folder) == 2
    )  # never over the request that it is made from
