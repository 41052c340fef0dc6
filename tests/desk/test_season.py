"""A small season, from files in folders to the site: every total is that of the test's own SQL, killed or not, on both databases."""

from __future__ import annotations

from pathlib import Path

from tests.desk import prefecture
from tests.desk.season import Season, run


def test_a_season(address: str, tmp_path: Path) -> None:
    """Collected with kills, decided by officers who are killed and in grids, closed, asked again, consolidated, published: nothing is lost and nothing doubled."""
    last_year = [prefecture.YEAR - 1]
    season = Season(tmp_path, address, 48, years=last_year, workbooks=0, measures=False)
    run(season, collections=1, officers=3, kills=2)
