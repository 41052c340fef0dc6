"""The application in one folder (``python3 .ci/start.py build``): the same program without Python, source and network."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from main import run
from model.files.notice import notice_of, owner_of
from templates.commands import file_type
from tests.samples import ROOT

FOLDER = ROOT / "dist" / "yosancho"
PROGRAM = FOLDER / ("yosancho-console.exe" if sys.platform == "win32" else "yosancho")
LARGEST = 250_000_000  # bytes
needs_build = pytest.mark.skipif(
    not PROGRAM.exists(), reason="the application is not built: python3 .ci/start.py build"
)


def application(*words: object, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command of the built application, in a folder without the source and without Python on the PATH."""
    return subprocess.run(
        [PROGRAM, *map(str, words)],
        cwd=folder, env=environment(folder), capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip


def environment(folder: Path) -> dict[str, str]:
    """What a user's session has, with nothing of a Python."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "VIRTUAL_ENV", "QT_"))
        and name not in ("DISPLAY", "WAYLAND_DISPLAY")
    }
    return {**kept, "PATH": os.defpath, "HOME": str(folder), "XDG_STATE_HOME": str(folder / "state")}


@needs_build
def test_the_application_exports_what_the_source_exports(tmp_path: Path) -> None:
    """Page, workbook and data of the real sheet are the same bytes as those of the program in its source."""
    sample = tmp_path / "見本.yosan"
    made = application("sample", "-o", sample, folder=tmp_path)
    assert made.returncode == 0, made.stderr
    words = ("export", sample, "--html", "--xlsx", "--json", "-o")
    exported = application(*words, tmp_path / "built", folder=tmp_path)
    assert exported.returncode == 0, exported.stderr
    assert run([*map(str, words), str(tmp_path / "source")]) == 0
    built = {path.name: path.read_bytes() for path in (tmp_path / "built").iterdir()}
    source = {path.name: path.read_bytes() for path in (tmp_path / "source").iterdir()}
    assert {Path(name).suffix for name in source} >= {".html", ".xlsx", ".json"}
    assert built == source


@needs_build
def test_the_application_opens_its_window_with_a_request(tmp_path: Path) -> None:
    """The window that is started with a file opens it: its notice stands beside the file while it is open."""
    sample = tmp_path / "見本.yosan"
    assert application("sample", "-o", sample, folder=tmp_path).returncode == 0
    program = PROGRAM.with_name("yosancho.exe") if sys.platform == "win32" else PROGRAM
    with subprocess.Popen(
        [program, sample], cwd=tmp_path, env={**environment(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    ) as window:
        try:
            end = time.monotonic() + 60
            while owner_of(sample) is None and window.poll() is None and time.monotonic() < end:
                time.sleep(0.05)
            owner = owner_of(sample)
            assert window.poll() is None
            assert owner is not None
            assert owner.process == window.pid
            assert notice_of(sample).exists()
        finally:
            window.send_signal(signal.SIGTERM)


@needs_build
def test_the_application_is_small_enough_to_be_taken_along() -> None:
    """The folder has less than 250 MB, so that it can be put on a shared folder or a stick."""
    files = [path for path in FOLDER.rglob("*") if path.is_file() and not path.is_symlink()]
    assert sum(path.stat().st_size for path in files) < LARGEST


def test_a_request_file_is_opened_by_this_program_for_this_user_alone() -> None:
    """Windows looks up the suffix, its type, and the type's line to open a file, all below the user's own classes."""
    entries = dict(file_type.entries('"C:\\予算帖\\yosancho.exe" "%1"'))
    assert all(key.startswith("Software\\Classes\\") for key in entries)
    kind = entries["Software\\Classes\\.yosan"]
    assert entries[f"Software\\Classes\\{kind}\\shell\\open\\command"] == '"C:\\予算帖\\yosancho.exe" "%1"'
    assert entries[f"Software\\Classes\\{kind}"] == "予算要求書"


@pytest.mark.skipif(sys.platform == "win32", reason="there it changes the user's settings")
def test_elsewhere_than_on_windows_the_association_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """Where there is no registry, the command says so in a sentence."""
    assert run(["associate"]) == 2
    assert "Windows" in capsys.readouterr().err
