"""The rulebook as a page for people (docs/rules.ja.md): printed from the checks themselves, so that it cannot drift.

Written by ``python3 main.py rules``; a finance division that edits its Standard prints its own.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping
from typing import Final

from model.checks import QUESTION_LABEL, SEVERITY_LABELS
from model.checks.rule import STATE_LABELS, Rule
from model.checks.rulebook import every_check
from model.standard.parts import AS_DECLARED, Severity
from model.standard.standard import Standard
from templates.commands.console import GOOD

_LABELS: Final[Mapping[Severity, str]] = {**SEVERITY_LABELS, "question": QUESTION_LABEL}
_HEAD: Final = """\
# 規則集

予算帖が要求書を検査する規則です。このページは `python3 main.py rules > docs/rules.ja.md` で、検査のコードと様式の設定から作ります（手で直しません）。

- 重さと、使うか使わないか（切）は、様式の設定の `[rules]` で決めます。財政課が毎年度変えられます。
- 指摘は、入力・保存・書き出しを止めません。「質問」は指摘の一覧には出さず、質問票に答えの欄とともに出します。
- 扱い: 「入力中に検査」は入力する間に（欄を離れるか手を止めたとき）、「値を入れたときに検査」は要る値が入力されているときに検査します。「質問票で尋ねる」は人の判断が要るものです。
"""


def rules(_options: Namespace, in_force: Standard) -> int:
    """Print the rulebook; the exit code."""
    print(rules_page(in_force), end="")
    return GOOD


def rules_page(standard: Standard) -> str:
    """The whole page as Markdown."""
    entries = [(rule, check.__name__) for check in every_check() for rule in check.rules]
    handbook = sorted(
        (entry for entry in entries if entry[0].number is not None),
        key=lambda entry: (entry[0].number or 0, entry[0].id),
    )
    own = sorted((entry for entry in entries if entry[0].number is None), key=lambda entry: entry[0].id)
    return "\n".join(
        (
            _HEAD,
            "## 番号のある規則（財政課の査定の視点、予算要求要領、公表された要求書から集めた77の点検項目）\n",
            *_table(handbook, standard),
            "\n## 予算帖の規則\n",
            *_table(own, standard),
            "",
        )
    )


def _table(entries: list[tuple[Rule, str]], standard: Standard) -> Iterator[str]:
    yield "| 規則 | 内容 | 扱い | 重さ | 出典 | 検査 |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for rule, check in entries:
        setting = standard.rules.get(rule.id, AS_DECLARED)
        state = STATE_LABELS[rule.state] + (f"（{rule.why}）" if rule.why else "")
        severity = _LABELS[setting.severity or rule.severity] + ("" if setting.on else "（切）")
        yield f"| {rule.id} | {rule.says} | {state} | {severity} | {standard.source_of(rule.source)} | `{check}` |"
