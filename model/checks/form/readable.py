"""Checks that report typed text which is no amount; such text is kept and never counted as 0."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.case import Case, LineContext
from model.checks.declared import unreadable
from model.checks.finding import thousands
from model.checks.quoted import words_of
from model.checks.rule import Found, GroupCheck, LineCheck, WholeCheck
from model.checks.sources import INPUT as _SOURCE
from model.figures.figures import GroupTotals, LineTotals
from model.request import place
from model.request.place import YEARS
from model.values.amount import Amount


@LineCheck.rule("amount", "行の金額は、千円単位の整数。", _SOURCE, "error")
def line_amounts_are_readable(line: LineTotals) -> Iterator[Found]:
    """An amount of a line is whole 千円."""
    name = words_of(line.line.text)
    for year, typed in zip(YEARS, (line.line.previous, line.line.amount), strict=True):
        yield from unreadable(typed, place.line(line.line.id, year), f"「{name}」の金額")


@LineCheck.rule("unnamed-line", "金額のある行には、内容がある。", _SOURCE, "warning")
def amounts_have_a_name(line: LineTotals) -> Iterator[Found]:
    """A line with an amount has a text in 内容; without one the published page prints a figure alone."""
    if line.line.text.strip() or line.parts:
        return
    amount = line.previous.shown if line.amount.shown is None else line.amount.shown
    if amount is not None:
        yield Found(
            place.line(line.line.id, "text"),
            f"内容が空欄の行に金額 {thousands(amount)} があります。内容を入力するか、行を削除してください。",
        )


@GroupCheck.rule("amount", "表の合計は、千円単位の整数。", _SOURCE, "error")
def group_totals_are_readable(group: GroupTotals, _context: LineContext) -> Iterator[Found]:
    """A declared 合計 of a cost table is whole 千円."""
    name = group.group.title or "（題のない表）"
    for year, typed in zip(YEARS, (group.group.previous, group.group.amount), strict=True):
        yield from unreadable(typed, place.group(group.group.id, year), f"「{name}」の合計")


@WholeCheck.rule("amount", "合計・財源・査定の額は、千円単位の整数。", _SOURCE, "error")
def amounts_are_readable(case: Case) -> Iterator[Found]:
    """Declared figures, funding sources, 保留・復活・追加 and the amounts of the 査定 are whole 千円."""
    for where, typed in case.request.declared.items():
        yield from unreadable(typed, where, "入力された額")
    for row in case.totals.funding_rows:
        sources: dict[str, Amount] = getattr(case.request.funding, row)
        for source in case.standard.sources_of(case.totals.form):
            typed = sources.get(source.key)
            if isinstance(
                typed, str
            ):  # the name of a readable one is not looked up: there are fifty at a keystroke
                name = f"「{case.totals.form.funding_label(row)}」の{source.label}"
                yield from unreadable(typed, place.funding(row, source.key), name)
    for key, typed in case.request.components.items():
        yield from unreadable(typed, place.component(key), "要求額の内訳の額")
    assessment = case.request.assessment
    yield from unreadable(assessment.amount, place.ASSESSED_AMOUNT, "計上額")
    yield from unreadable(assessment.held, "assessment/held", "保留額")
    yield from unreadable(assessment.separate, "assessment/separate", "別途額")


@WholeCheck.rule("kept-text", "読み取れずに残した文は、公表の前に片付ける。", _SOURCE, "error")
def what_was_not_understood_is_not_published(case: Case) -> Iterator[Found]:
    """What a reader kept as text (notes beside a sheet, further sheets) is looked through before a page is published."""
    for section in case.request.sections:
        if section.heading == case.standard.words.kept and section.text.strip():
            yield Found(
                place.section(section.id, "text"),
                f"Excelから読み取れずに残した文が「{section.heading}」にあり、公表ページにも印字されます。"
                "要るものを移し、この項目を削除してください。",
            )
