"""The check of what a reader assumed of a source: open until a person confirms it, types another value or acknowledges it."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.case import Case
from model.checks.finding import Fix
from model.checks.rule import Found, WholeCheck
from model.request.ids import field_of
from model.request.source_question import SourceQuestion


@WholeCheck.rule(
    "source-question",
    "取り込んだ資料から確かめられずに仮に読んだ所は、元の資料と見比べて確かめる。",
    "元の資料（表の計算・見出し・単位）",
    "error",
    "data",
    "取り込みで読み方を決めきれなかった所に出ます。値を入れ直すか、読み方を確かめると消えます。",
)
def assumptions_are_confirmed(case: Case) -> Iterator[Found]:
    """What a reader assumed of a source is confirmed, or typed otherwise; what has lost its place is asked at the name."""
    for asked in case.request.source_questions:
        yield Found(
            field_of(case.request, asked.place),
            _sentence(asked),
            fix=Fix("この読み方でよい", asked.place, confirms=asked.id),
        )


def _sentence(asked: SourceQuestion) -> str:
    others = "".join(f"「{other}」" for other in asked.alternatives)
    said = (
        f"取り込んだ{asked.where}: {asked.question}",
        f"読み方:「{asked.assumed}」。",
        f"ほかの読み方:{others}。" if others else "",
        f"根拠: {asked.evidence}" if asked.evidence else "",
    )
    sentences = "".join(f"{part.rstrip('。')}。" for part in said if part)
    return (
        f"{' '.join(sentences.split())}"
        "元の資料と見比べ、よければ「この読み方でよい」を選び、違えば値を直してください。"
    )
