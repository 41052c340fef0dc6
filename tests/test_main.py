"""The headless commands: what they write, what they say, and their exit codes; no screen and no Qt is needed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest
from msgspec.structs import replace

import main
from model.document import storage
from model.request.request import Request
from tests.samples import ROOT, sample
from ui.widgets import screen


def run(*words: object) -> int:
    """Run a command as the shell does; the exit code, also of a wrong command line."""
    try:
        return main.run([str(word) for word in words])
    except SystemExit as end:
        return int(end.code or 0)


def shell(*words: object, folder: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a process of its own, without a display."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, *map(str, words)],
        cwd=folder, env={**kept, "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A file of the real sheet, in which nothing is wrong."""
    return saved(sample(), tmp_path / "よい.yosan")


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A file whose 要求額 is typed and does not agree with its tables."""
    return saved(replace(sample(), declared={"request/amount": 5}), tmp_path / "誤り.yosan")


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """Half a file."""
    path = tmp_path / "半分.yosan"
    path.write_bytes(storage.dumps(sample())[:2_000])
    return path


def saved(request: Request, path: Path) -> Path:
    """The path, with the request in it."""
    storage.save(request, path)
    return path


def test_sample(tmp_path: Path) -> None:
    """``sample -o`` writes the real sheet as a file that opens."""
    assert run("sample", "-o", tmp_path / "s.yosan") == 0

    assert storage.load(tmp_path / "s.yosan") == sample()


def test_sample_where_nothing_can_be_written(
    tmp_path: Path, good: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A place that cannot be written to is a sentence and exit code 2."""
    assert run("sample", "-o", good / "s.yosan") == 2

    assert "保存できません" in capsys.readouterr().err


def test_check(good: Path, wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 0 without errors, 1 with; each finding is one line with its severity and place."""
    assert run("check", good) == 0
    assert "【誤り】" not in capsys.readouterr().out
    assert run("check", good, wrong) == 1

    lines = capsys.readouterr().out.splitlines()
    (error,) = [line for line in lines if "【誤り】" in line]
    assert "124,767千円" in error
    assert error.endswith("（事業費 ＞ 要求額）"), "the place in the words of the form"


def test_check_as_json(good: Path, wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``--json`` gives the findings of every file to other programs."""
    assert run("check", "--json", good, wrong) == 1

    reports = json.loads(capsys.readouterr().out)
    assert [report["file"] for report in reports] == [str(good), str(wrong)]
    assert any(
        each["place"] == "request/amount" and each["severity"] == "error" for each in reports[1]["findings"]
    )


def test_check_goes_on_past_a_bad_file(
    good: Path, wrong: Path, damaged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that cannot be read is named on stderr, the others are still checked, and the exit code is 2."""
    assert run("check", damaged, wrong, good.with_name("ない.yosan"), good) == 2

    said = capsys.readouterr()
    assert "「半分.yosan」は壊れている" in said.err
    assert "ない.yosan" in said.err
    assert "見つかりません" in said.err
    assert str(wrong) in said.out
    assert str(good) in said.out


def test_export(tmp_path: Path, good: Path, wrong: Path) -> None:
    """``export`` makes the folder and writes page and workbook of each file; what is wrong is exported all the same."""
    out = tmp_path / "新しい" / "出力"
    assert run("export", good, wrong, "-o", out) == 1

    assert sorted(path.name for path in out.iterdir()) == ["よい.html", "よい.xlsx", "誤り.html", "誤り.xlsx"]
    assert "総合行政・住基ネットワーク運営事業" in (out / "よい.html").read_text(encoding="utf-8")
    assert openpyxl.load_workbook(out / "よい.xlsx").sheetnames


@pytest.mark.parametrize(
    ("flags", "endings"),
    [
        (["--html"], [".html"]),
        (["--xlsx"], [".xlsx"]),
        (["--json"], [".json"]),
        (["--html", "--json"], [".html", ".json"]),
        (["--html", "--pdf"], [".html", ".pdf"]),
        (["--questions"], [".pdf"]),
    ],
)
def test_export_of_one_kind(tmp_path: Path, good: Path, flags: list[str], endings: list[str]) -> None:
    """Only the kinds that are named are written."""
    out = tmp_path / "out"
    assert run("export", good, "-o", out, *flags) == 0

    assert sorted(path.suffix for path in out.iterdir()) == endings


def test_export_as_json(tmp_path: Path, good: Path) -> None:
    """The JSON holds the request as its file does, the totals of the sheet, and the findings."""
    run("export", good, "-o", tmp_path, "--json")

    data = json.loads((tmp_path / "よい.json").read_text(encoding="utf-8"))
    assert data["request"] == {
        key: value for key, value in json.loads(good.read_bytes()).items() if key != "format"
    }
    assert data["totals"]["groups"][0]["amount"] == 48_889
    assert isinstance(data["findings"], list)


def test_export_into_what_is_no_folder(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that cannot be made is a sentence and exit code 2."""
    assert run("export", good, "-o", good) == 2

    assert "作れません" in capsys.readouterr().err


def test_export_goes_on_past_a_bad_file(tmp_path: Path, good: Path, damaged: Path) -> None:
    """A damaged file does not keep the others from being written; the exit code is 2."""
    assert run("export", damaged, good, "-o", tmp_path / "out", "--html") == 2

    assert [path.name for path in (tmp_path / "out").iterdir()] == ["よい.html"]


def test_schema(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``schema`` describes the file: every key of the real sheet is in it."""
    assert run("schema") == 0

    described = json.loads(capsys.readouterr().out)
    assert set(json.loads(good.read_bytes())) <= set(described["$defs"]["Request"]["properties"])


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["check", "--help"], ["export", "-h"]])
def test_help_is_japanese(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The help speaks Japanese, headings and all, and the exit code is 0."""
    assert run(*words) == 0

    said = capsys.readouterr().out
    assert said.startswith("使い方: python3 main.py")
    for word in ("usage", "options", "positional", "arguments", "show this"):
        assert word not in said


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["check"], "ファイル・フォルダー・パターン を指定してください。"),
        (["export", "a.yosan"], "-o/--output を指定してください。"),
        (["export", "a.yosan", "-o"], "-o/--output のあとに値を指定してください。"),
        (["check", "--jsno", "a.yosan"], "「--jsno」という指定はありません。"),
        (["schema", "x"], "「x」という指定はありません。"),
        (["check", "--json=1", "a"], "--json に '1' は使えません。"),
        (["--bogus"], "命令「--bogus」はありません。"),
        (["chekc", "a.yosan"], "命令「chekc」はありません。"),
    ],
)
def test_a_wrong_command_line(words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong with a command line is said in one Japanese sentence, with exit code 2."""
    assert run(*words) == 2

    said = capsys.readouterr().err
    assert said.splitlines()[0] == sentence
    assert "error" not in said
    assert "usage" not in said


@pytest.mark.parametrize("screen", [{}, {"DISPLAY": ":987"}, {"WAYLAND_DISPLAY": "wayland-987"}])
def test_without_a_display(tmp_path: Path, screen: dict[str, str]) -> None:
    """Where there is no screen, or none that answers, the real sheet is checked and exported, and this is said."""
    ended = shell(ROOT / "main.py", folder=tmp_path, **screen)

    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith("画面がないため、窓の代わりに")
    assert "指摘 2件" in ended.stdout
    assert "python3 .ci/start.py" in ended.stdout.splitlines()[-1]
    assert sorted(path.name for path in (tmp_path / "demo").iterdir()) == DEMO


DEMO = ["見本.html", "見本.json", "見本.pdf", "見本.xlsx", "見本.yosan"]


def test_demo_is_written_over_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``demo`` makes a folder of its own each time and says where it is; what stands there already is left alone."""
    (tmp_path / "ある").write_text("大事なもの", encoding="utf-8")
    for name in ("ある-2", "ある-3"):
        assert run("demo", "-o", tmp_path / "ある") == 0

        assert f"書き出し先: {tmp_path / name}" in capsys.readouterr().out
        assert sorted(path.name for path in (tmp_path / name).iterdir()) == DEMO
    assert (tmp_path / "ある").read_text(encoding="utf-8") == "大事なもの"
    assert storage.load(tmp_path / "ある-2" / "見本.yosan") == sample()


def test_demo_of_a_file(tmp_path: Path, wrong: Path, damaged: Path) -> None:
    """A file of one's own goes the same way; of one that cannot be read no empty folder is left."""
    assert run("demo", wrong, "-o", tmp_path / "out") == 1
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".html", ".json", ".pdf", ".xlsx"]

    assert run("demo", damaged, "-o", tmp_path / "none") == 2
    assert not (tmp_path / "none").exists()


def test_demo_where_no_folder_can_be_made(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A place where nothing can be made is a sentence that says how to choose another."""
    assert run("demo", "-o", good / "demo") == 2

    assert "「demo -o フォルダー」" in capsys.readouterr().err


def without_qt(folder: Path) -> str:
    """A folder whose PySide6 fails as the real one does on a machine without libEGL; for PYTHONPATH."""
    (folder / "PySide6").mkdir(parents=True)
    (folder / "PySide6" / "__init__.py").write_text(
        'raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")\n'
    )
    return os.pathsep.join([str(folder), str(ROOT)])


def test_without_a_library_of_qt(tmp_path: Path) -> None:
    """Where a system library of Qt is missing, the window says which and what to run, in one sentence."""
    ended = shell("main.py", PYTHONPATH=without_qt(tmp_path / "stub"), QT_QPA_PLATFORM="offscreen")

    assert (ended.returncode, ended.stdout) == (2, "")
    (sentence,) = ended.stderr.splitlines()
    assert "libEGL.so.1" in sentence
    assert "python3 .ci/start.py" in sentence


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Qt's X11 platform is Linux's")
def test_a_platform_that_cannot_be_loaded_is_known_before_qt_ends_the_process() -> None:
    """Qt aborts where its platform cannot be loaded, so that is looked at first."""
    pytest.importorskip("PySide6.QtCore", exc_type=ImportError)
    ended = shell(
        "-c",
        "from ui.widgets import screen; print(screen.missing_library())",
        QT_QPA_PLATFORM="nosuchplatform",
    )

    assert ended.stdout == "nosuchplatform\n"


EACH = """
import json, sys, main
for words in json.loads(sys.argv[1]):
    if code := main.run(words):
        sys.exit(f"{code}: {words}")
"""


def test_no_command_needs_qt(tmp_path: Path, good: Path) -> None:
    """``check``, ``export``, ``import``, ``next-year`` and ``demo`` run where Qt cannot be loaded at all."""
    stub = without_qt(tmp_path / "stub")
    out = tmp_path / "out"
    commands = [
        ("check", good),
        ("export", good, "-o", out),
        ("import", out / "よい.html", out / "よい.xlsx", "-o", tmp_path / "in"),
        ("next-year", good, "-o", tmp_path / "next.yosan"),
        ("sample", "-o", tmp_path / "sample.yosan"),
        ("demo", "-o", tmp_path / "demo"),
        ("rules",),
    ]
    ended = shell("-c", EACH, json.dumps(commands, default=str), PYTHONPATH=stub)

    assert (ended.returncode, ended.stderr) == (0, "")


def test_without_a_library_of_qt_the_other_tests_run(tmp_path: Path) -> None:
    """Where Qt cannot be loaded, the tests of the window are skipped with the sentence, and all others run."""
    ended = shell(
        "-m", "pytest", "-p", "no:cacheprovider", "-n", "0", "-q", "tests/model/test_amount.py", "tests/ui",
        PYTHONPATH=without_qt(tmp_path / "stub"),
    )  # fmt: skip

    assert ended.returncode == 0, ended.stdout
    assert " passed, " in ended.stdout
    (skips,) = [line for line in ended.stdout.splitlines() if line.startswith("SKIPPED")]
    assert "libEGL.so.1" in skips
    modules = len(list((ROOT / "tests" / "ui").rglob("test_*.py")))
    assert skips.startswith(f"SKIPPED [{modules}]")


def test_before_the_set_up() -> None:
    """Started with a bare Python, the program says in one sentence what is missing and what to run."""
    ended = shell("-S", "main.py")

    assert (ended.returncode, ended.stdout) == (2, "")
    (sentence,) = ended.stderr.splitlines()
    assert "msgspec" in sentence
    assert "python3 .ci/start.py" in sentence


def test_headless_commands_need_no_display(good: Path) -> None:
    """``check`` runs in a process without a screen, and prints UTF-8."""
    ended = shell("main.py", "check", good)

    assert ended.returncode == 0
    assert good.name in ended.stdout


def test_a_console_without_japanese_does_not_fail(wrong: Path) -> None:
    """On a console that cannot print Japanese the findings are escaped, not a traceback."""
    ended = shell("main.py", "check", wrong, PYTHONIOENCODING="ascii")

    assert ended.returncode == 1
    assert "\\u8aa4" in ended.stdout
    assert "Traceback" not in ended.stderr


def test_importing_main_reads_no_toolkit() -> None:
    """Headless work starts without Qt, openpyxl and jinja2; checking a file does not need them either."""
    ended = shell(
        "-c",
        "import sys, main; main.run(['schema']);"
        "print('READ', [name for name in ('PySide6', 'openpyxl', 'jinja2') if name in sys.modules])",
    )

    assert ended.stdout.splitlines()[-1] == "READ []"


def test_the_window_starts_without_readers_and_writers() -> None:
    """What opens the window reads no reader, no writer and no next year: they are read when they are asked for."""
    ended = shell(
        "-c",
        "import sys, main; from ui.window import app, main_window;"
        "late = ('lxml', 'openpyxl', 'jinja2', 'model.next_year', 'templates.readers.sources', 'templates.readers.own_page',"
        " 'templates.readers.page', 'templates.readers.workbook', 'templates.workbook', 'templates.page');"
        "print('READ', [name for name in late if name in sys.modules])",
        QT_QPA_PLATFORM="offscreen",
    )

    assert ended.stdout.splitlines()[-1] == "READ []"


def test_a_broken_standard_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A standard.toml with a slip in it is named in a sentence, exit code 2."""
    (tmp_path / "standard.toml").write_text("x = ", encoding="utf-8")

    assert run("rules", "--standard", tmp_path) == 2
    assert "standard.toml" in capsys.readouterr().err


def test_a_start_that_fails_is_told_where_nothing_printed_is_seen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The built application started by its icon has no terminal: why it does not open stands in a small window, too."""
    (tmp_path / "standard.toml").write_text("x = ", encoding="utf-8")
    told: list[str] = []
    monkeypatch.setitem(
        sys.modules, "ui.window.app", SimpleNamespace(tell_not_started=lambda sentence: told.append(sentence))
    )
    monkeypatch.setattr(screen, "has_display", lambda: True)
    monkeypatch.setattr(screen, "missing_library", lambda: "")
    assert run("--standard", tmp_path, tmp_path / "a.yosan") == 2
    assert told == [], "it is read in the terminal"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert run("--standard", tmp_path, tmp_path / "a.yosan") == 2
    (sentence,) = told
    assert "standard.toml" in sentence
    assert sentence in capsys.readouterr().err
