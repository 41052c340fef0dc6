"""A small season, from files in folders to the second stage: every total is the test's own, killed or not, on both databases."""

from __future__ import annotations

from pathlib import Path

from model.standard.standard import Standard
from tests.desk.season import Season, run


def test_a_season(address: str, tmp_path: Path, in_force: Standard) -> None:
    """Collected with kills, decided by officers who are killed, closed, consolidated: nothing is lost and nothing doubled."""
    season = Season(tmp_path, address, 60, in_force, suffix=".yosan")
    run(season, collections=1, officers=3, kills=2, say=False)
