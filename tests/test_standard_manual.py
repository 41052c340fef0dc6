"""docs/standard.ja.md: who follows it has a Standard that opens, checks and prints."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from main import run
from tests.samples import ROOT

MANUAL = ROOT / "docs" / "standard.ja.md"
_FILE = re.compile(r"^`(\w+\.toml)`\n\n```toml\n(.*?)^```", re.MULTILINE | re.DOTALL)
EXAMPLE = ROOT / "templates" / "standards" / "example"


def test_the_standard_of_the_manual_prints_the_sample(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The example's folder, with each file that the manual shows, is a whole Standard: the sample is checked and exported in its words."""
    folder = tmp_path / "minato"
    shutil.copytree(EXAMPLE, folder)
    files = _FILE.findall(MANUAL.read_text(encoding="utf-8"))
    assert len(files) == 4
    for name, text in files:
        (folder / name).write_text(text, encoding="utf-8")
    sample = folder / "sample.yosan"
    sample.write_text(sample.read_text(encoding="utf-8").replace("架空県", "みなと県"), encoding="utf-8")
    assert run(["--standard", str(folder), "check", str(sample)]) == 0
    assert run(["--standard", str(folder), "export", str(sample), "-o", str(tmp_path / "out"), "--html"]) == 0
    page = (tmp_path / "out" / "sample.html").read_text(encoding="utf-8")
    assert "正職員" in page
    assert "成果と課題" in page
    assert capsys.readouterr().err == ""
