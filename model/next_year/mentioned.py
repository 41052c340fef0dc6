"""Further entries of the list of changes: parts that are not carried, and lines to review."""

from __future__ import annotations

from typing import Final

from model.checks.finding import Finding
from model.checks.run import check
from model.edits.fields import value_at
from model.figures.figures import Totals
from model.next_year.carried import YearChange, in_thousands
from model.request.carried import Carried
from model.request.request import Assessment, Request

_TAX_RULES: Final = frozenset({"51", "52", "tax-split"})


def dropped(year_change: YearChange) -> list[Carried]:
    """The finance division's part, 保留・復活・追加, typed totals and words of another form: none of them is the new year's."""
    request, words = year_change.request, year_change.standard.words
    changes: list[Carried] = []
    assessment = request.assessment
    if assessment != Assessment():
        amounts = (
            (words.assessed, assessment.amount),
            (words.held, assessment.held),
            (words.separate, assessment.separate),
        )
        parts = [f"{label} {in_thousands(amount)}" for label, amount in amounts if amount is not None]
        before = " ".join(filter(None, (assessment.result, *parts)))
        why = f"{year_change.this.label}の査定はこれからです。"
        if before:
            changes.append(Carried(year_change.figures.form.actor, before, "", why))
        if assessment.comment.strip():
            changes.append(Carried(words.comment, assessment.comment.strip(), "", why))
    if request.components:
        parts = [f"{getattr(words, key)} {in_thousands(part)}" for key, part in request.components.items()]
        before = "、".join(parts)
        changes.append(Carried("要求額の内訳", before, "", "当初予算の最初の要求にはありません。"))
    if request.declared:
        count = f"{len(request.declared)}か所"
        changes.append(Carried("手で入力した合計", count, "", "計算した額に戻しました。"))
    if request.printed.words or request.printed.without:
        why = f"{year_change.this.label}の様式どおりに印字します。"
        changes.append(Carried("前年度のページだけの言葉と行", "", "", why))
    return changes


def lines_to_review(year_change: YearChange, draft: Request, figures: Totals) -> list[Carried]:
    """Calculations and remarks that speak of a rate of the consumption tax which is not the new year's (rules 51, 52)."""
    before = check(year_change.request, year_change.figures, year_change.standard).all
    known = {(finding.rule, finding.place) for finding in before}
    found = check(draft, figures, year_change.standard).all
    return [
        _review_note(finding, draft)
        for finding in found
        if finding.rule in _TAX_RULES and (finding.rule, finding.place) not in known
    ]


def _review_note(finding: Finding, draft: Request) -> Carried:
    line = finding.place.partition("/")[2].rpartition("/")[0]
    text = value_at(draft, f"line/{line}/basis") or value_at(draft, finding.place) or ""
    return Carried("消費税", str(text), str(text), finding.message, finding.place)
