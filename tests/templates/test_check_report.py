"""The contract of ``check --json``: the keys that other programs read, held by a file."""

from __future__ import annotations

import json
import os
from pathlib import Path

import msgspec

from model.checks import Finding, Findings, Fix
from model.request.grounds import Cut
from model.request.multi_year import Commitment
from templates.commands.check_report import (
    AskedReport,
    Checked,
    EmptyReport,
    FileReport,
    FindingReport,
    FixReport,
    file_report,
)
from tests.samples import ROOT, sample, snapshot_with

GOLDEN = Path(__file__).parent.parent / "data" / "check_report.json"
DESCRIBED = ROOT / "docs" / "check-json.ja.md"

_FINDINGS = Findings(
    (
        Finding(
            *(
                "8",
                "line/line-4-1/amount",
                "システム保守運用経費の要求額が内訳の和と違います。",
                "予算要求書の記入要領",
            ),
            fix=Fix("計算値に戻す", "line/line-4-1/amount"),
        ),
        Finding(
            *(
                "31",
                "funding/request/national",
                "国庫支出金の額が補助率と合いません。",
                "補助金交付要綱",
                "warning",
            ),
            fix=Fix(
                "国庫支出金を5千円にする", "funding/request/national", 5, (("funding/request/other", "△3"),)
            ),
        ),
        Finding(
            *("37", "line/line-4-1/remark", "債務負担行為の要求がありません。", "地方自治法第214条", "info"),
            fix=Fix("債務負担行為を加える", "commitment/n", adds=(Commitment("n", "line-4-1", "R2〜R5"),)),
        ),
        Finding(
            *(
                "19-rest",
                "assessment/comment",
                "減額のうち 109千円 の説明がありません。",
                "公表された要求書の財政課処理欄",
                "warning",
            ),
            fix=Fix(
                "109千円を「使用料」の減額にする",
                "cut/k/amount",
                cuts=(Cut("k", "line-4-1", 109, "実績により減額しました。"), Cut("k2", "", "約5")),
            ),
        ),
    ),
    (
        Finding(
            *("12", "request/amount", "要求額が所要経費の合計と違います。", "予算要求書の記入要領"),
            acknowledged="端数を調整しました。",
        ),
    ),
    (
        Finding(
            *("60", "header/name", "この事業はいつまで続けますか。", "予算編成要領", "question"),
            acknowledged="令和5年度までです。",
        ),
    ),
)


def test_the_report_is_the_golden_one() -> None:
    """Whatever the structs of the code become, other programs read these keys with these words."""
    snapshot = snapshot_with(sample(), _FINDINGS)
    said = (
        json.dumps(msgspec.to_builtins(file_report("甲.yosan", snapshot)), ensure_ascii=False, indent=2)
        + "\n"
    )
    if os.environ.get("UPDATE_GOLDENS"):
        GOLDEN.write_text(said, encoding="utf-8")
    assert said == GOLDEN.read_text(encoding="utf-8")


def test_every_key_is_described() -> None:
    """docs/check-json.ja.md names every key, and the example in it is the golden report."""
    described = DESCRIBED.read_text(encoding="utf-8")
    for struct in (FileReport, EmptyReport, Checked, FindingReport, FixReport, AskedReport):
        for field in msgspec.structs.fields(struct):
            assert f"| `{field.name}` |" in described
    assert GOLDEN.read_text(encoding="utf-8") in described
