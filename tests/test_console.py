"""What a command prints: where it cannot be printed to the end, that is a sentence and exit code 2, never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from model.document import storage
from tests.samples import ROOT, sample

FULL = Path("/dev/full")  # a Linux device on which every write finds the disk full
pytestmark = pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full on this system")


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A file of the real sheet."""
    path = tmp_path / "よい.yosan"
    storage.save(sample(), path)
    return path


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A file that is no request."""
    path = tmp_path / "壊れた.yosan"
    path.write_bytes(b'{"format": 4')
    return path


def shell(command: str) -> subprocess.CompletedProcess[str]:
    """Run a command line of a shell in which 「yosan」 is this program."""
    return subprocess.run(
        ["bash", "-c", f'yosan() {{ "{sys.executable}" main.py "$@"; }}\n{command}'],
        cwd=ROOT, env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("words", ["check '{}'", "schema", "--help"])
def test_a_full_stdout(good: Path, words: str) -> None:
    """Results on a full disk, few or many: one Japanese sentence on stderr."""
    ended = shell(f"yosan {words.format(good)} > /dev/full")
    assert ended.returncode == 2
    assert ended.stderr == (
        "結果を最後まで出力できません（空き容量がありません）。出力先を確かめて、もう一度実行してください。\n"
    )


@pytest.mark.parametrize("words", ["check '{}'", "--help"])
def test_a_closed_stdout(good: Path, words: str) -> None:
    """Where there is no stdout at all, results are not dropped in silence."""
    ended = shell(f"yosan {words.format(good)} >&-")
    assert (ended.returncode, ended.stderr) == (
        2, "結果を最後まで出力できません（閉じられています）。出力先を確かめて、もう一度実行してください。\n"
    )  # fmt: skip


def test_a_closed_stdout_where_nothing_is_printed(tmp_path: Path) -> None:
    """A command that has written its file and has nothing to say needs no stdout."""
    ended = shell(f"yosan sample -o '{tmp_path / 's.yosan'}' >&-")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert storage.load(tmp_path / "s.yosan") == sample()


@pytest.mark.parametrize("to", ["2>/dev/full", "2>&-"])
def test_a_full_or_closed_stderr(good: Path, damaged: Path, to: str) -> None:
    """Sentences that nobody can read change nothing: the results are whole, and the exit code says it."""
    ended = shell(f"yosan check --json '{damaged}' '{good}' {to}")
    assert ended.returncode == 2
    assert [Path(report["file"]) for report in json.loads(ended.stdout)] == [damaged, good]
    wrong = shell(f"yosan --bogus {to}")
    assert (wrong.returncode, wrong.stdout, wrong.stderr) == (2, "", "")


@pytest.mark.parametrize("to", [">/dev/full 2>&1", ">&- 2>&-"])
def test_neither(good: Path, to: str) -> None:
    """Where nothing can be said at all, the exit code says it."""
    ended = shell(f"yosan check '{good}' {to}")
    assert (ended.returncode, ended.stdout, ended.stderr) == (2, "", "")


def test_closed_streams_do_not_end_up_in_a_file(tmp_path: Path, good: Path) -> None:
    """A file that is written while stdout and stderr are closed does not get what was to be said there."""
    shell(f"yosan export '{good}' '{good}' '{tmp_path / 'ない'}' -o '{tmp_path / 'out'}' --json >&- 2>&-")
    for path in (tmp_path / "out").iterdir():
        assert json.loads(path.read_text(encoding="utf-8"))["request"]


def test_nobody_reads_on(good: Path) -> None:
    """「check … | head」 says nothing about a reader that has gone."""
    ended = shell(f"yosan check --json {' '.join([str(good)] * 9)} | head -n 1")
    assert (ended.stdout, ended.stderr) == ("[\n", "")
