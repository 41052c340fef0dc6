"""Whatever call to the system fails, and why: files are old or new and whole, and what is wrong is a sentence.

``FAULTS=500 python3 -m pytest tests/test_faults.py -n 0`` tries five hundred faults of each command, the suite some.
"""

from __future__ import annotations

import errno
import os
from itertools import product
from pathlib import Path
from typing import Final

import pytest

import main
from model.document import storage
from tests.faults import failing
from tests.samples import one_line, sample, standard

FAULTS: Final = int(os.environ.get("FAULTS", "15"))
ALL: Final = FAULTS >= 500
ERRORS: Final = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EMFILE, errno.EROFS, errno.EDQUOT)
OLD: Final = b"what was there before"

Contents = dict[str, bytes]
Files = tuple[tuple[str, ...], ...]


def contents(folder: Path) -> Contents:
    """What the files of a folder hold, by name."""
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else {}


EXPORTS: Final[Files] = (("一.html", "一.xlsx", "一.json"), ("二.html", "二.xlsx", "二.json"))
COMMANDS: Final[dict[str, tuple[tuple[str, ...], Files]]] = {
    "export": (("export", "一.yosan", "二.yosan", "-o", "out", "--html", "--xlsx", "--json"), EXPORTS),
    "sample": (("sample", "-o", "out/s.yosan"), (("s.yosan",),)),
    "next-year": (("next-year", "一.yosan", "-o", "out/s.yosan"), (("s.yosan",),)),
    "import": (("import", "一.yosan", "二.yosan", "-o", "out"), (("一.yosan",), ("二.yosan",))),
    "compare": (("compare", "一.yosan", "二.yosan", "-o", "out/違い.xlsx"), (("違い.xlsx",),)),
    "compare as a page": (("compare", "一.yosan", "二.yosan", "-o", "out/違い.html"), (("違い.html",),)),
    "check": (("check", "一.yosan", "二.yosan"), ()),
}


@pytest.mark.parametrize(
    ("command", "replaces"),
    [
        *((command, False) for command in COMMANDS),
        *((command, True) for command in ("export", "sample", "next-year", "compare", "compare as a page")),
    ],
)
def test_no_fault_leaves_half_of_anything(
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    replaces: bool,
) -> None:
    """The files of a request are all as before or all new; exit code 2 and a sentence where one is not new; no leftovers."""
    words, files = COMMANDS[command]
    monkeypatch.chdir(tmp_path)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    storage.save(one_line(), tmp_path / "一.yosan")
    storage.save(sample() if ALL else one_line(7), tmp_path / "二.yosan")
    if not ALL:  # most calls read the Standard, which writes nothing
        monkeypatch.setattr("templates.commands.command_line.load", lambda _: standard())
    out = tmp_path / "out"
    before = {name: OLD for names in files for name in names} if replaces else {}

    def begin() -> None:
        for path in out.iterdir() if out.exists() else ():
            path.unlink()
        out.mkdir(exist_ok=True)
        for name, data in before.items():
            (out / name).write_bytes(data)

    def run(fails: int, error: int) -> tuple[int, int, list[str]]:
        begin()
        with failing(fails, error, looks=ALL) as faults:
            code = main.run([*words, *(["--replace"] if replaces else [])])
        return code, len(faults.calls), faults.calls[fails - 1 : fails]

    run(0, 0)  # what is imported and read once is there from now on
    good, calls, _ = run(0, 0)
    new = contents(out)
    assert good in (0, 1)
    assert set(new) == {name for names in files for name in names}
    capsys.readouterr()
    faults = list(product(range(1, calls + 1), ERRORS))
    step = max(1, len(faults) // FAULTS)
    tried = faults[:: step if step % len(ERRORS) else step + 1]
    for number, error in tried:
        code, _, call = run(number, error)
        found, said = contents(out), capsys.readouterr().err
        what = f"call {number} of {calls}, {call}, {errno.errorcode[error]}: {said}"
        for names in files:
            states = {found.get(name) == new[name] for name in names}
            assert len(states) == 1, what
            if states == {False}:
                assert code == 2, what
                assert all(found.get(name) == before.get(name) for name in names), what
        assert set(found) <= set(new), what
        assert contents(temporary) == {}, what
        assert code in (good, 2), what
        assert (code == 2) == bool(said), what
        assert "Traceback" not in said, what
        assert not said or not said.splitlines()[0].isascii(), what
