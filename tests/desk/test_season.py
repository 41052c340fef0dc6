"""A small season, from files in folders to the site: every total is that of the test's own SQL, killed or not, on both databases."""

from __future__ import annotations

from pathlib import Path

import pytest

from templates.site import publishing
from tests.desk import prefecture
from tests.desk.season import Season, run


def test_a_season(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Collected with kills, decided by officers who are killed and in grids, closed, asked again, consolidated, published: nothing is lost and nothing doubled."""
    monkeypatch.setattr(publishing, "_add_full_text", lambda _: False)  # tried in test_publishing
    last_year = [prefecture.YEAR - 1]
    season = Season(tmp_path, address, 20, years=last_year, workbooks=0, measures=False)
    run(season, collections=1, officers=3, kills=2)
