"""``export``, ``sample`` and ``next-year``: every request in files of its own, nothing replaced unasked, on full disks too."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import openpyxl
import pytest
from msgspec.structs import replace

import main
from model.document import storage
from model.edits.commitments import spread_years
from model.request.request import Request
from templates.paper.press import Press
from templates.workbook import values
from tests.samples import ROOT, one_line, sample, snapshot

Output = pytest.CaptureFixture[str]


def run(*words: object) -> int:
    """Run a command as the shell does; the exit code."""
    return main.run([str(word) for word in words])


def saved(path: Path, request: Request) -> Path:
    """The path, with the request in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    storage.save(request, path)
    return path


def named(name: str, amount: int = 1) -> Request:
    """A small request of a 事業名."""
    request = one_line(amount)
    return replace(request, header=replace(request.header, name=name))


def contents(folder: Path) -> dict[str, bytes]:
    """What the files of a folder hold, by name."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def names(folder: Path) -> list[str]:
    """The files of a folder."""
    return sorted(path.name for path in folder.iterdir())


def with_years() -> Request:
    """The real sheet with a commitment that is published on a page of its own."""
    return spread_years(sample(), "commitment-1", snapshot(sample()).totals)


def test_two_requests_of_one_name(tmp_path: Path, capsys: Output) -> None:
    """The second request of a name gets 「-2」 behind all its files, and the program says so."""
    first = saved(tmp_path / "a" / "要求書.yosan", named("甲事業"))
    second = saved(tmp_path / "b" / "要求書.yosan", named("乙事業"))
    out = tmp_path / "out"
    for _ in range(2):  # the same again gives the same
        assert run("export", first, second, "-o", out, "--html", "--xlsx", "--json") == 0
        said = capsys.readouterr()
        assert said.out.startswith(f"{second} → {out / '要求書-2'}.*\n")
        assert "同じ名前" in said.out
        assert said.err == ""

    assert names(out) == sorted(
        f"{stem}.{kind}" for stem in ("要求書", "要求書-2") for kind in ("html", "json", "xlsx")
    )
    for stem, name in (("要求書", "甲事業"), ("要求書-2", "乙事業")):
        assert name in (out / f"{stem}.html").read_text(encoding="utf-8")
        assert json.loads((out / f"{stem}.json").read_bytes())["request"]["header"]["name"] == name
        assert openpyxl.load_workbook(out / f"{stem}.xlsx")


@pytest.mark.parametrize(
    ("first", "second"),
    [("Road", "ROAD"), ("がん対策", normalize("NFD", "がん対策"))],
    ids=["case", "composed"],
)
def test_names_that_another_system_takes_for_one(tmp_path: Path, first: str, second: str) -> None:
    """Files that are brought to Windows or macOS do not fall together there."""
    sources = [
        saved(tmp_path / folder / f"{name}.yosan", named(name))
        for folder, name in (("a", first), ("b", second))
    ]
    assert run("export", *sources, "-o", tmp_path / "out", "--html") == 0
    assert names(tmp_path / "out") == sorted([f"{first}.html", f"{second}-2.html"])
    assert run("import", *sources, "-o", tmp_path / "in") == 0
    assert names(tmp_path / "in") == sorted([f"{first}.yosan", f"{second}-2.yosan"])


@pytest.mark.parametrize("turned", [False, True])
def test_a_page_of_its_own_meets_a_request_of_that_name(
    tmp_path: Path, capsys: Output, *, turned: bool
) -> None:
    """「橋-債務負担行為1」 is the page of a commitment of 「橋」, and the name of another request: both are there."""
    sources = [
        saved(tmp_path / "橋.yosan", with_years()),
        saved(tmp_path / "橋-債務負担行為1.yosan", named("橋りょう点検")),
    ]
    assert run("export", *(sources[::-1] if turned else sources), "-o", tmp_path / "out", "--html") == 0

    pages = [path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir()]
    assert len(pages) == 3
    assert sum("橋りょう点検" in page for page in pages) == 1
    assert "名前にしました" in capsys.readouterr().out


def test_a_request_that_cannot_be_read_keeps_its_name(tmp_path: Path) -> None:
    """Where the first of two is damaged, the second does not come to stand under its name."""
    bad = tmp_path / "a" / "要求書.yosan"
    bad.parent.mkdir()
    bad.write_bytes(b"{")
    good = saved(tmp_path / "b" / "要求書.yosan", named("乙事業"))
    assert run("export", bad, good, "-o", tmp_path / "out", "--html") == 2
    assert names(tmp_path / "out") == ["要求書-2.html"]


def test_what_is_there_is_not_replaced_unasked(tmp_path: Path, capsys: Output) -> None:
    """A file of other content keeps all files of its request from being written, until --replace is said."""
    source = saved(tmp_path / "橋.yosan", with_years())
    out = tmp_path / "out"
    out.mkdir()
    theirs = out / "橋-債務負担行為1.html"
    theirs.write_bytes(b"theirs")
    assert run("export", source, "-o", out) == 2
    assert contents(out) == {theirs.name: b"theirs"}
    (sentence,) = capsys.readouterr().err.splitlines()
    assert f"「{theirs}」がすでにあり" in sentence
    assert "--replace" in sentence

    assert run("export", source, "-o", out, "--replace") == 0
    assert names(out) == ["橋-債務負担行為1.html", "橋.html", "橋.xlsx"]
    assert b"theirs" not in theirs.read_bytes()
    assert run("export", source, "-o", out) == 0


def test_a_pdf_is_written_with_the_others_or_not_at_all(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the PDF cannot be set, or one of other content is there, the page is not written either."""
    source = saved(tmp_path / "橋.yosan", with_years())
    out = tmp_path / "out"
    out.mkdir()
    theirs = out / "橋.pdf"
    theirs.write_bytes(b"theirs")
    assert run("export", source, "-o", out, "--html", "--pdf") == 2
    assert contents(out) == {theirs.name: b"theirs"}
    assert f"「{theirs}」がすでにあり" in capsys.readouterr().err

    assert run("export", source, "-o", out, "--html", "--pdf", "--questions", "--replace") == 0
    first = contents(out)
    assert sorted(first) == ["橋-債務負担行為1.html", "橋.html", "橋.pdf"]
    assert run("export", source, "-o", out, "--html", "--pdf", "--questions") == 0  # the same bytes
    assert contents(out) == first

    def refuse(*_: object) -> None:
        raise RuntimeError("error: out of paper")

    monkeypatch.setattr(Press, "_compiled", refuse)
    assert run("export", source, "-o", tmp_path / "none", "--html", "--pdf") == 2
    assert names(tmp_path / "none") == []
    assert "用紙に組めませんでした（error: out of paper）。" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["sample", "next-year"])
def test_a_request_file_is_not_replaced_unasked(command: str, tmp_path: Path, capsys: Output) -> None:
    """``sample -o`` and ``next-year -o`` leave another file alone until --replace is said; the same bytes are good."""
    source = saved(tmp_path / "要求書.yosan", sample())
    words = [command, *([source] if command == "next-year" else []), "-o"]
    assert run(*words, tmp_path / "new.yosan") == run(*words, tmp_path / "new.yosan") == 0
    before = saved(tmp_path / "work.yosan", named("一年の仕事")).read_bytes()
    assert run(*words, tmp_path / "work.yosan") == 2
    assert "work.yosan」がすでにあり" in capsys.readouterr().err
    assert (tmp_path / "work.yosan").read_bytes() == before
    assert run(*words, tmp_path / "work.yosan", "--replace") == 0
    assert (tmp_path / "work.yosan").read_bytes() == (tmp_path / "new.yosan").read_bytes()


def test_what_is_exported_is_never_replaced(tmp_path: Path, capsys: Output) -> None:
    """A request in a file called .json is not replaced by its own export, also not with --replace."""
    source = saved(tmp_path / "要求書.json", named("事業"))
    before = source.read_bytes()
    assert run("export", source, "-o", tmp_path, "--json", "--replace") == 2
    assert source.read_bytes() == before
    assert "書き出すもとのファイル" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["業" * 83, "x" * 249])
def test_the_longest_names(tmp_path: Path, name: str, capsys: Output) -> None:
    """A request whose file's name is as long as one can be is exported, and taken in, under the name cut a little."""
    source = saved(tmp_path / f"{name}.yosan", with_years())
    assert run("export", source, "-o", tmp_path / "out") == 0
    assert len(names(tmp_path / "out")) == 3
    assert "名前が長いため" in capsys.readouterr().out
    assert run("import", source, source, "-o", tmp_path / "in") == 0
    assert len(names(tmp_path / "in")) == 2


def test_a_workbook_that_is_not_whole_is_not_written(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was made is read back before it goes anywhere: a sheet that ends in its middle is a sentence."""
    source = saved(tmp_path / "要求書.yosan", named("事業"))
    old = tmp_path / "out" / "要求書.xlsx"
    old.parent.mkdir()
    old.write_bytes(b"the good one of last time")
    monkeypatch.setattr(values, "_filled", lambda xml, _: xml[: len(xml) // 2])
    assert run("export", source, "-o", old.parent, "--replace") == 2
    assert contents(old.parent) == {"要求書.xlsx": b"the good one of last time"}
    assert "Excelのブックが正しく作れませんでした（xl/worksheets/sheet1.xml" in capsys.readouterr().err


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 200 kilobytes, which holds an export of the real sheet but not two."""
    place = tmp_path / "disk"
    place.mkdir()
    try:
        made = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=200k", "none", place], capture_output=True, check=False
        ).returncode
    except OSError:
        made = 1
    if made:
        pytest.skip("only root can mount a file system, and only on Linux")
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)


def fill(place: Path, free: int) -> None:
    """Fill a file system but for some kilobytes."""
    state = os.statvfs(place)
    (place / "full").write_bytes(b"x" * (state.f_bavail * state.f_frsize - free * 1024))


@pytest.mark.parametrize("free", [0, 8, 40, 64, 100])
def test_a_full_disk(disk: Path, tmp_path: Path, free: int, capsys: Output) -> None:
    """On a full disk all files of a request stay as they were, and the sentence says why."""
    source = saved(tmp_path / "要求書.yosan", sample())
    fill(disk, free)
    before = contents(disk)
    assert run("export", source, "-o", disk, "--html", "--xlsx", "--json") == 2
    assert contents(disk) == before
    assert "空き容量がありません" in capsys.readouterr().err


def test_a_disk_that_fills_up_keeps_the_old_files(disk: Path, tmp_path: Path, capsys: Output) -> None:
    """Old files are replaced all or none, where the new ones have no room beside them."""
    old = saved(tmp_path / "old" / "要求書.yosan", named("前の事業"))
    source = saved(tmp_path / "要求書.yosan", sample())
    assert run("export", old, "-o", disk) == 0
    fill(disk, 100)
    before = contents(disk)
    assert run("export", source, "-o", disk, "--replace", "--html", "--xlsx", "--json") == 2
    assert contents(disk) == before
    assert "ほかのファイルも書いていません" in capsys.readouterr().err


def test_a_full_temporary_folder(disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workbook needs no room in the folder for temporary files: it comes out whole, and nothing is left there."""
    source = saved(tmp_path / "要求書.yosan", sample())
    assert run("export", source, "-o", tmp_path / "good") == 0
    monkeypatch.setattr("tempfile.tempdir", str(disk))
    fill(disk, 0)
    assert run("export", source, "-o", tmp_path / "out") == 0
    assert contents(tmp_path / "out") == contents(tmp_path / "good")
    assert names(disk) == ["full"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_names_that_came_from_another_system(tmp_path: Path) -> None:
    """What is made of files with names that Windows refuses, or that a terminal would obey, has a name that every system takes."""
    for name in ("a:b", "CON", "橋\x1b[31m", "\u202e路"):
        saved(tmp_path / "in" / f"{name}.yosan", named("道路"))
    safe = {"a b", "CON_", "橋 [31m", "路"}
    assert run("export", tmp_path / "in", "-o", tmp_path / "out", "--html") in (0, 1)
    assert {path.stem for path in (tmp_path / "out").iterdir()} == safe
    assert run("import", tmp_path / "in", "-o", tmp_path / "back") in (0, 1)
    assert {path.stem for path in (tmp_path / "back").iterdir()} == safe
    assert run("next-year", tmp_path / "in", "-o", tmp_path / "next") in (0, 1)
    assert {path.stem for path in (tmp_path / "next").iterdir()} == safe


_KILLED = """
import os, signal, sys
from pathlib import Path
import main
real, seen = Path.replace, []
def replace(path, target):
    if seen:
        os.kill(os.getpid(), signal.SIGKILL)
    seen.append(target)
    return real(path, target)
Path.replace = replace
main.run(sys.argv[1:])
"""
"""A command that is killed when one file is new and the next one is not."""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no SIGKILL")
@pytest.mark.parametrize("follows", ["export", "sample"])
def test_an_export_that_was_killed_in_its_middle(tmp_path: Path, follows: str) -> None:
    """The next command that writes there puts back what the files held, and leaves nothing beside them."""
    request = saved(tmp_path / "a.yosan", named("道路"))
    out = tmp_path / "out"
    assert run("export", request, "-o", out) in (0, 1)
    before = contents(out)
    storage.save(named("橋", 2), request)
    words = ["export", request, "-o", out, "--replace"]
    ended = subprocess.run([sys.executable, "-c", _KILLED, *map(str, words)], cwd=ROOT)
    assert ended.returncode == -signal.SIGKILL
    assert contents(out) != before
    if follows == "export":
        assert run("export", saved(tmp_path / "b.yosan", named("河川")), "-o", out) in (0, 1)
    else:
        assert run("sample", "-o", out / "s.yosan") == 0
    new = {"export": {"b.html", "b.xlsx"}, "sample": {"s.yosan"}}[follows]
    after = contents(out)
    assert {name: after[name] for name in before} == before
    assert set(after) == set(before) | new
