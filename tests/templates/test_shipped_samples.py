"""The further samples that a Standard brings: one whole request of each kind a section writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from main import STANDARD_FOLDER, run
from model.document import storage
from model.empty.empty_fields import empty_fields
from model.standard_folder.files import samples_in
from tests.samples import findings, snapshot, standard

SAMPLES = samples_in(STANDARD_FOLDER, storage.SUFFIX)


def test_there_is_a_sample_of_each_kind() -> None:
    """A supplementary budget, a commitment, public works and a public enterprise have forms of their own."""
    forms = {standard().form_of(storage.load(path)).whole.label: name for name, path in SAMPLES.items()}
    assert len(forms) == len(SAMPLES) == 4


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_whole_and_sound(name: str) -> None:
    """Nothing that its form needs is empty, and no rule finds anything in it: a newcomer learns from it how a request looks."""
    request = storage.load(SAMPLES[name])
    assert not empty_fields(request, snapshot(request).totals, standard())
    assert not findings(request)


def test_a_sample_is_written_by_its_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``sample 補正予算`` writes that sample; a kind that is not there is refused with those that are."""
    assert run(["sample", "補正予算", "-o", str(tmp_path / "a.yosan")]) == 0
    assert storage.load(tmp_path / "a.yosan").header.budget == "9月補正予算"
    assert run(["sample", "暫定予算", "-o", str(tmp_path / "b.yosan")]) == 2
    assert "公共事業" in capsys.readouterr().err
    assert not (tmp_path / "b.yosan").exists()
