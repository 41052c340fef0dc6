"""How a rounded figure came about, in the few words of a tooltip or a cell comment: 「229.295 → 230（切上げ）」.

It words what the totals hold; it computes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from model.basis.results import Outcome
from model.figures.figures import Figure, LabourTerm, Totals
from model.incremental.results import Results
from model.request.request import AsPrinted, Request, SheetRow
from model.standard.form import GENERAL_LABEL, SheetForm
from model.standard.standard import Standard
from model.values import fiscal_year
from model.values.amount import ROUNDING_WORDS, format_amount, format_exact
from model.values.people import parse as parse_people

if TYPE_CHECKING:
    from model.totals.object_class import ObjectClassTotal


def of_figure(figure: Figure) -> str:
    """「229.295 → 230（切上げ）」 for a derived figure that was rounded; "" where nothing had to be.

    Where another figure was typed over it, it says that this is what the calculation gives.
    """
    said = _rounding(figure)
    return f"計算では {said}" if said and figure.value != figure.derived else said


def _rounding(figure: Figure) -> str:
    if figure.exact is None or figure.mode is None or figure.derived is None:
        return ""
    if figure.exact == figure.derived:
        return ""
    derived = format_amount(figure.derived)
    return f"{format_exact(figure.exact)} → {derived}（{ROUNDING_WORDS[figure.mode]}）"


def results(worked_out: Outcome) -> list[str]:
    """「229.295 → 230（切上げ）」 for each result that the writer wrote in an expression and that had to be rounded."""
    return [
        f"{format_exact(result.exact)} → {format_exact(result.printed)}（{ROUNDING_WORDS[rounding]}）"
        for result in worked_out.results
        if (rounding := result.rounding) is not None and rounding != "exact"
    ]


def outcome(worked_out: Outcome, figure: Figure, minus: str) -> str:
    """What an expression gives while it is typed, 千円, or why it gives nothing: 「＝ 230千円　229.295 → 230（切上げ）」."""
    if worked_out.trouble is not None:
        return worked_out.trouble.message
    if figure.derived is None:
        return " ".join(note.message for note in worked_out.notes)
    is_sum = worked_out.basis is not None and len(worked_out.basis.statements) > 1
    total = f"{'各行の計 ' if is_sum else ''}＝ {format_amount(figure.derived, minus)}千円"
    said = [total, _rounding(figure), *results(worked_out)]
    said += [f"計算では {format_exact(result.exact)}千円" for result in worked_out.results if result.is_wrong]
    if figure.differs:
        said.append(f"入力した額 {format_amount(figure.typed, minus)}千円")
    return "　".join(filter(None, said))


def labour(by_category: Mapping[str, LabourTerm], standard: Standard) -> list[str]:
    """「正職員 1.9人×7,938千円＝15,082.2 → 15,082（四捨五入）」, one for each category that has a price and people."""
    terms = ((category.label, by_category.get(category.key)) for category in standard.staff_categories)
    return [_product(label, term) for label, term in terms if term is not None and term.cost]


def _product(label: str, term: LabourTerm) -> str:
    words = f"{label} {term.people}人×{term.unit_cost:,}千円＝{format_exact(term.exact)}"
    return words if term.exact == term.cost else f"{words} → {term.cost:,}（{ROUNDING_WORDS[term.mode]}）"


def labour_notes(
    request: Request, totals: Totals, standard: Standard, results: Results | None = None
) -> list[str]:
    """For each row of the total-cost table how its 人件費(B) comes about, or that it has to be typed.

    Up to H20 there was no single price of a person (grade mixes, forms.md section 9), so (B) is typed there.
    """
    results = Results() if results is None else results
    return [
        note
        for row, figures in totals.cost_rows.items()
        for note in results.of(
            _labour_notes_of, row, figures.year, getattr(request.headcount, row), figures.labour_by_category,
            totals.form, standard,
        )
    ]  # fmt: skip


def _labour_notes_of(
    row: SheetRow,
    year: int,
    people_typed: dict[str, str],
    by_category: dict[str, LabourTerm],
    form: SheetForm,
    standard: Standard,
) -> list[str]:
    if not any(text.strip() for text in people_typed.values()):
        return []
    label = form.cost_label(row)
    missing = [
        category.label
        for category in standard.staff_of(form)
        if category.is_costed_in(year)
        and category.unit_cost(year) is None
        and _has_people(people_typed.get(category.key, ""))
    ]
    if not missing:
        return [f"{label}: {note}" for note in labour(by_category, standard)]
    named = f"{fiscal_year.official(year).label}の{'・'.join(missing)}"
    return [f"{label}: {named}には1人当たりの単価がないので、人件費(B)は手で入力します。"]


def _has_people(typed: str) -> bool:
    """Whether there are people to be paid: not for a blank nor for 「0.0」; what is no number may be some."""
    people = parse_people(typed)
    return bool(typed.strip()) if people is None else people != 0


def object_classes(subtotals: list[ObjectClassTotal], minus: str) -> str:
    """「節別の計（千円）　8 旅費 230（前年度 200）・12 委託料 7,040」; "" where no line has a 節."""
    said = []
    for subtotal in subtotals:
        previous = subtotal.previous
        before = "" if previous is None else f"（前年度 {format_amount(previous, minus)}）"
        said.append(f"{subtotal.label} {format_amount(subtotal.amount or 0, minus)}{before}")
    return f"節別の計（千円）　{'・'.join(said)}" if said else ""


def as_printed(printed: AsPrinted) -> str:
    """「読み込んだページの言葉のまま：行の名前 2・省いた表 1」; "" where the sheet prints what its form does."""
    rows = sum(where.startswith(("cost/", "funding/")) and where != GENERAL_LABEL for where in printed.words)
    left_out = [where for where in printed.without if "/" not in where]
    counts = {
        "行の名前": rows,
        "ほかの言葉": len(printed.words) - rows,
        "省いた表": len(left_out),
        "省いた行": len(printed.without) - len(left_out),
    }
    said = [f"{what} {count}" for what, count in counts.items() if count]
    return f"読み込んだページの言葉のまま：{'・'.join(said)}" if said else ""


def changed_totals(before: Totals, after: Totals) -> str:
    """Which 合計 of this year are not what they were: 「合計が変わりました: 「1.運営費」 200→100千円」; "" for none.

    Tables that came or went are left out.
    """
    old = {group.group.id: group.amount.value for group in before.groups}
    from model.language import listed, phrase  # no start of the window pays for it

    said = [
        phrase(
            "「{title}」 {before}→{after}千円",
            title=group.group.title.strip() or phrase("題のない表"),
            before=format_amount(old[group.group.id] or 0),
            after=format_amount(group.amount.value or 0),
        )
        for group in after.groups
        if group.group.id in old and old[group.group.id] != group.amount.value
    ]
    return phrase("合計が変わりました: {changes}。", changes=listed(said)) if said else ""
