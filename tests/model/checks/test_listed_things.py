"""Things that a sentence lists and counts."""

from __future__ import annotations

import pytest

from tests.model.checks.examples.texts import with_text
from tests.samples import findings, only, sample


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("「支援」は、資金の貸付け、フェアの開催、バンクの運営という四つの取組から成る。", 3),
        ("国道178号の岩美、県道河原線の河原、県道中山線の赤碕の2工区で進める。", 3),
        ("利用環境整備、電子契約、コンサルティング、RPA・OCR運用及び基盤構築の4事業で構成する。", 5),
        ("遠隔医療の導入は、機器の賃借と操作研修の3項目で構成する。", 2),
    ],
)
def test_number_that_is_not_that_of_the_things(text: str, listed: int) -> None:
    """Two things are counted where the sentence is about them and nothing else."""
    assert f"並べてあるのは{listed}です" in only(with_text(sample(), text), "text-listed").message


@pytest.mark.parametrize(
    "text",
    [
        "「支援」は、資金の貸付け、フェアの開催、バンクの運営という三つの取組から成る。",
        "利用環境整備、電子契約、RPA・OCR運用及び基盤構築の5事業で構成する。",  # the two with a dot are two
        "国、公社及び県・市の2団体が負担する。",
        "研修は県庁と市町村の3団体で行う。",
        "計画を策定し、道路、公園の3施設を整備する。",
    ],
)
def test_number_that_may_be_of_the_last_thing_alone(text: str) -> None:
    """Nothing is said of it."""
    assert findings(with_text(sample(), text), "text-listed") == []
