"""What was cut, and by which sentence of 財政課処理欄 (rule 19): nothing of the cut stays without an explanation."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from model.checks.case import Case
from model.checks.declared import unreadable
from model.checks.finding import Fix, thousands
from model.checks.quoted import SENTENCE, shortened, words_of
from model.checks.rule import Found, WholeCheck
from model.checks.sources import INPUT
from model.claims.quantities.typing_errors import typing_error
from model.figures.cut_part import CutPart
from model.figures.figures import Totals
from model.request import place
from model.request.grounds import Cut
from model.request.ids import free_id
from model.request.lines import find
from model.request.request import Request
from model.totals.commitment_lines import amount_of_line

_SOURCE: Final = "公表された要求書の財政課処理欄（平成31年度 総合行政・住基ネットワーク運営事業など）"
_COMMENT: Final = "assessment/comment"


@WholeCheck.rule(
    "19-rest",
    "要求額と計上額・保留額・別途額の差（減額）は、財政課処理欄の文か減額の内訳で、経費ごとに説明される。",
    _SOURCE,
    "warning",
)
def whole_cut_is_explained(case: Case) -> Iterator[Found]:
    """Rule 19: the parts of the cut, typed or read from the sentences of 財政課処理欄, add up to it.

    The published sheet of 平成31年度 was cut by 479: a sentence puts off a line of 370 wholly, another names a line and
    no amount, and 109 stay open. A blank 処理欄 is found by rule 19 itself; a sheet whose costs are in prose has no
    lines that a sentence could name, and where there is one line, or nothing at all was granted, nothing is to be split.
    """
    cut = case.explained_cut
    rest, parts = cut.unexplained, cut.parts
    if not case.totals.cut or case.totals.cut < 0 or not rest:
        return
    if not case.request.assessment.comment.strip() and not case.request.cuts:
        return
    if case.totals.form.leaves_out("comment") or case.totals.cut == case.totals.amount.value:
        return
    known = [part for part in parts if part.amount]
    if sum(len(group.lines) for group in case.request.groups) < 2 and not case.request.cuts:
        only = (known[0].amount or 0) if len(known) == len(parts) == 1 else 0
        hint = typing_error(case.totals.cut, Fraction(only)) if only else ""
        if hint and _has_the_digits(case.totals.cut, only):
            yield Found(
                _COMMENT,
                f"減額は {thousands(case.totals.cut)} ですが、財政課処理欄の文「{shortened(known[0].sentence, SENTENCE)}」では "
                f"{thousands(only)} です。{hint.replace('表の額', '減額')}財政課処理欄の額か計上額を確かめてください。",
            )
        return
    explained = "、".join(f"{_of(case.request, part)} {thousands(part.amount)}" for part in known)
    if rest < 0:
        yield Found(
            _COMMENT,
            f"減額は {thousands(case.totals.cut)} ですが、説明の額の和は {thousands(cut.explained)} で、"
            f"{thousands(-rest)} 多くなっています（{explained}）。財政課処理欄の額か計上額を確かめてください。",
        )
        return
    open_parts = [part for part in parts if part.amount is None and part.line]
    whole = f"減額 {thousands(case.totals.cut)} "
    whole += f"のうち、{explained} は説明がありますが、{thousands(rest)} は" if known else "は"
    message = f"{whole}どの経費の減額か分かりません。"
    if open_parts:
        named = "、".join(_of(case.request, open_part) for open_part in open_parts)
        sentence = open_parts[0].sentence
        said = f"{named}の文「{shortened(sentence, SENTENCE)}」に額がないため、" if sentence else ""
        message = f"{whole}{said}説明がつきません。"
    yield Found(
        _COMMENT,
        f"{message}財政課処理欄に経費の名前と減額の額を書くか、減額の内訳に入れてください。",
        fix=_rest_is_of(case.request, case.totals, open_parts, known, rest),
    )


@WholeCheck.rule("amount", "減額の内訳の額は、千円単位の整数。", INPUT, "error")
def typed_parts_are_readable(case: Case) -> Iterator[Found]:
    """The amounts of 減額の内訳 are whole 千円."""
    for cut in case.request.cuts:
        yield from unreadable(cut.amount, place.cut(cut.id, "amount"), "減額の内訳の額")


@WholeCheck.rule(
    "19-parts",
    "減額の内訳の額は、その経費の要求額と減額の全体を超えない。",
    _SOURCE,
    "warning",
    "data",
    "減額の内訳に額を入れたときに調べます。",
)
def typed_parts_fit_into_the_cut(case: Case) -> Iterator[Found]:
    """Rule 19 for what was typed in 減額の内訳: no line is cut by more than it asked, and the parts by no more than the cut."""
    typed = 0
    for cut in case.request.cuts:
        if not isinstance(cut.amount, int):
            continue
        typed += cut.amount
        asked = amount_of_line(case.totals, cut.line)
        line = find(case.request, cut.line) if cut.line else None
        if line is not None and asked is not None and 0 <= asked < cut.amount:
            yield Found(
                place.cut(cut.id, "amount"),
                f"減額の内訳で「{words_of(line.text)}」は {thousands(cut.amount)} の減額ですが、"
                f"要求した額は {thousands(asked)} です。額か経費を確かめてください。",
            )
            return
    if case.request.cuts and case.totals.cut is not None and typed > max(case.totals.cut, 0):
        yield Found(
            place.cut(case.request.cuts[-1].id, "amount"),
            f"減額の内訳の和 {thousands(typed)} は、要求額と計上額・保留額・別途額の差 {thousands(case.totals.cut)} を "
            f"{thousands(typed - max(case.totals.cut, 0))} 超えています。内訳の額か計上額を確かめてください。",
        )


def _rest_is_of(
    request: Request, totals: Totals, open_parts: list[CutPart], known: list[CutPart], rest: int
) -> Fix | None:
    """Enter what was read as 減額の内訳, the rest as that of the one line that has a sentence and no amount."""
    lines = {open_part.line for open_part in open_parts}
    if len(open_parts) != 1 or open_parts[0].is_typed or len(lines) != 1:
        return None
    of, asked = open_parts[0], amount_of_line(totals, open_parts[0].line)
    if asked is None or asked < rest:
        return None
    taken = {cut.id for cut in request.cuts}
    read = [*((part, part.amount) for part in known if not part.is_typed), (of, rest)]
    new = tuple(Cut(free_id("cut", taken), part.line, amount, part.sentence) for part, amount in read)
    return Fix(
        f"残りの{thousands(rest)}を{_of(request, of)}の減額として内訳に入れる",
        place.cut(new[-1].id, "amount"),
        cuts=new,
    )


def _has_the_digits(one: int, other: int) -> bool:
    """Whether two amounts are written with the same digits but for their order or zeros at the end: no part of the other."""
    return sorted(str(one).rstrip("0")) == sorted(str(other).rstrip("0"))


def _of(request: Request, part: CutPart) -> str:
    line = find(request, part.line) if part.line else None
    if line is None:
        return f"「{shortened(part.sentence, SENTENCE)}」" if part.sentence else "経費を選んでいない分"
    return f"「{words_of(line.text)}」"
