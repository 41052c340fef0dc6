"""The stages of a request and its 査定 (rules 14, 18 to 23)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from model.checks.case import Case, LineContext
from model.checks.declared import mismatch
from model.checks.finding import Fix, return_to_derived, thousands
from model.checks.rule import Found, LineInYearCheck, Rule, WholeCheck
from model.checks.sources import PUBLISHED_SHEETS
from model.claims.quantities.amounts import stated_amounts
from model.figures.figures import LineTotals, Totals
from model.request import place
from model.request.request import Component, FundingRowKey
from model.values import people

_PUBLISHED: Final = "公表された要求書の段階"
_GLOSSARY: Final = "予算編成の用語（復活・追加・調整・保留・別途）"
_STOOD_AND_GRANTED: Final[tuple[FundingRowKey, ...]] = ("standing", "assessed")
_CUT_BEFORE: Final = "復活は、前の段階の要求額と計上額がそれぞれ何千円だったものですか。"
_HELD_BEFORE: Final = "前の段階で保留とされた額はありますか（あれば何千円ですか）。"
_NEW_PEOPLE: Final = Rule(
    "22",
    "職員の新規配置や増員があるときは、定数の要求と別途の扱いを確かめる。",
    _GLOSSARY,
    "question",
    state="question",
    why="人役は事業に分けた人数で、定数そのものではないので、1人以上の増や新規配置の行があるときに尋ねます。",
)


@WholeCheck.rule("18", "計上額・保留額・別途額は、査定の行と財政課使用欄で同じ。", PUBLISHED_SHEETS, "error")
def assessed_amount_is_the_same_everywhere(case: Case) -> Iterator[Found]:
    """Rule 18: 計上額 (and 保留額, 別途額) on the 査定 line stands as 事業費 in 財政課使用欄."""
    rows: tuple[FundingRowKey, ...] = ("assessed", "held", "separate")
    for row in rows:
        if row not in case.totals.funding_rows:
            continue
        label = case.totals.form.funding_label(row)
        yield from mismatch(
            case.totals.funding_rows[row].expense,
            place.funding(row, place.EXPENSE),
            f"財政課使用欄の「{label}」の事業費",
            f"査定の{label}",
        )


@WholeCheck.rule(
    "18-final",
    "トータルコストの当初予算額は、後の段階を経た最終の額で、計上額と違うことがある。",
    PUBLISHED_SHEETS,
    "info",
)
def final_budget_may_differ_from_assessed(case: Case) -> Iterator[Found]:
    """Rule 18, corrected by 12 of 49 published pages: the 当初予算額 row is the final amount, so a gap is only 参考."""
    row = case.totals.cost_rows.get("assessed")
    if row is not None and (expense := row.expense).differs:
        where = place.cost("assessed", "expense")
        label = case.totals.form.cost_label("assessed")
        yield Found(
            where,
            f"「{label}」の事業費 {thousands(expense.typed)} は、査定の計上額 {thousands(expense.derived)} と違います。"
            "後の段階で変わった最終の額であれば、このままで構いません。",
            fix=return_to_derived(where),
        )


@WholeCheck.rule(
    "19",
    "計上額・保留額・別途額の和は要求額以下で、減額した理由は財政課処理欄に書く。",
    PUBLISHED_SHEETS,
    "warning",
)
def assessed_parts_fit_in_the_request(case: Case) -> Iterator[Found]:
    """Rule 19: 計上 + 保留 + 別途 do not exceed 要求額, and what was cut is explained in 財政課処理欄.

    A published sheet that leaves the 処理欄 out has no place for the explanation.
    """
    if case.totals.cut is None:
        return
    if case.totals.cut < 0:
        yield Found(
            place.ASSESSED_AMOUNT,
            f"計上額・保留額・別途額の和が、要求額 {thousands(case.totals.amount.value)} を {thousands(-case.totals.cut)} 超えています。"
            "査定の額を確かめてください。",
        )
    elif (
        case.totals.cut > 0
        and not case.request.assessment.comment.strip()
        and not case.totals.form.leaves_out("comment")
    ):
        yield Found(
            "assessment/comment",
            f"要求額から {thousands(case.totals.cut)} 減額されていますが、財政課処理欄が空欄です。減額の理由を書いてください。",
        )


@WholeCheck.rule(
    "14",
    "後の段階の当初予算額（最終）は、既査定額に計上額を足した額。さらに後の段階で変わることがある。",
    _PUBLISHED,
    "info",
)
def final_budget_is_what_stood_and_what_was_granted(case: Case) -> Iterator[Found]:
    """Rule 14: 既査定額 + 計上額 = 当初予算額(最終) on an assessed sheet of a later stage (25,338 + 2,571 = 27,909).

    The row is the final amount after all stages, so a difference is no more than 参考; and where the sheet does not
    tell what stood before, nothing is said.
    """
    row, rows = case.totals.cost_rows.get("assessed"), case.totals.funding_rows
    if row is None or "standing" in case.totals.cost_rows or not case.totals.form.page.components:
        return
    final = row.expense.value
    stood, granted = (rows[key].expense.value if key in rows else None for key in _STOOD_AND_GRANTED)
    if final is None or stood is None or granted is None:
        return
    whole = stood + granted
    if final != whole:
        where = place.cost("assessed", "expense")
        yield Found(
            where,
            f"「{case.totals.form.cost_label('assessed')}」の事業費 {thousands(final)} は、既査定額 {thousands(stood)} と計上額 "
            f"{thousands(granted)} の和 {thousands(whole)} と違います。後の段階で変わった最終の額であれば、このままで構いません。",
            fix=Fix(f"{thousands(whole)} にする", where, whole),
        )


@WholeCheck.rule("20", "復活は、査定を受けた後の段階で要求する。", _GLOSSARY, "warning")
def revival_follows_an_assessment(case: Case) -> Iterator[Found]:
    """Rule 20: 復活 on a sheet of the first stage, which has had no 査定 yet, is not printed and cannot be meant."""
    if not case.totals.form.page.components and _amount(case.totals, "revived"):
        where = place.component("revived")
        yield Found(
            where,
            f"この段階の要求書は査定の前なので、{case.standard.words.revived}の額は要求額に入りません。段階を直すか、この額を消してください。",
            fix=Fix("空欄にする", where),
        )


@WholeCheck.rule(
    "20-asked",
    "復活には、前の段階の要求額と計上額がある。",
    _GLOSSARY,
    "question",
    why="前の段階の額は別のファイルにあるので尋ね、答えの二つの額で復活の額を調べます。",
)
def revival_states_what_was_cut(case: Case) -> Iterator[Found]:
    """Rule 20: what 復活 asks again was asked at the stage before and cut there; only the writer knows the figures."""
    if case.totals.form.page.components and _amount(case.totals, "revived") > 0:
        yield Found(place.component("revived"), _CUT_BEFORE)


@WholeCheck.rule(
    "20-limit",
    "復活の額は、前の段階の要求額から計上額を引いた額以下。",
    _GLOSSARY,
    "warning",
    state="data",
    why="質問票の答えに二つの額があるときに調べます。答えは文なので、注意にとどめます。",
)
def revival_is_within_what_was_cut(case: Case) -> Iterator[Found]:
    """Rule 20: 復活 ≤ earlier 要求額 − 計上額, as the writer's answer tells them; above it, the rest is 追加."""
    revived, where = _amount(case.totals, "revived"), place.component("revived")
    stated = stated_amounts(case.answer_to("20-asked", where, _CUT_BEFORE))
    if not case.totals.form.page.components or len(stated) != 2 or stated[0] < stated[1]:
        return
    cut = stated[0] - stated[1]
    if revived > cut:
        yield Found(
            where,
            f"復活 {thousands(revived)} が、前の段階の要求額 {thousands(stated[0])} から計上額 {thousands(stated[1])} を引いた "
            f"{thousands(cut)} を超えています。超える分は追加です。",
        )


@WholeCheck.rule(
    "21", "復活と追加の額は、本文の見出し（復活理由・追加要求理由）と合う。", _GLOSSARY, "warning"
)
def headings_name_what_is_asked(case: Case) -> Iterator[Found]:
    """Rule 21: a heading names 復活 only while the whole amount is entered as 追加, or the reverse.

    追加 was not asked before; what was asked and cut is 復活. Headings that speak of 調整 or of both say nothing.
    """
    if not case.totals.form.page.components:
        return
    headings = [section.heading for section in case.request.sections]
    stages, labels = case.standard.stages, case.standard.words
    words: dict[Component, tuple[str, ...]] = {"revived": stages.revived, "added": stages.added}
    of_one = [heading for heading in headings if labels.revived not in heading or labels.added not in heading]
    spoken = [key for key in words if any(word in heading for heading in of_one for word in words[key])]
    entered = [key for key in words if _amount(case.totals, key)]
    if len(spoken) != 1 or len(entered) != 1 or spoken == entered:
        return
    (said,), (wrong,) = spoken, entered
    meant, where = getattr(labels, said), place.component(wrong)
    yield Found(
        where,
        f"見出しは{meant}のことを書いていますが、額は{getattr(labels, wrong)}に入っています。前の段階で要求したものは"
        f"{labels.revived}、していないものは{labels.added}です。",
        fix=Fix(f"{meant}に移す", where, also=((place.component(said), _amount(case.totals, wrong)),)),
    )


@WholeCheck.rule(
    "21-asked",
    "追加は、前の段階で要求していないもの。していたものは調整か復活。",
    _GLOSSARY,
    "question",
    why="前の段階の要求は別のファイルにあるので尋ねます。",
)
def addition_was_not_asked_before(case: Case) -> Iterator[Found]:
    """Rule 21: whether it was asked before only the writer knows."""
    if case.totals.form.page.components and _amount(case.totals, "added") > 0:
        yield Found(place.component("added"), "追加の額は、前の段階では要求していなかったものですか。")


@WholeCheck.of(_NEW_PEOPLE)
def more_people_are_a_matter_of_posts(case: Case) -> Iterator[Found]:
    """Rule 22: the regular staff rises by a whole post or more over last year's row; less is a shift of work."""
    words = case.standard.stages
    rise = people.parse(words.people_rise)
    if not words.regular or rise is None or not {"request", "previous"} <= case.totals.cost_rows.keys():
        return
    now = people.parse(case.request.headcount.request.get(words.regular, ""))
    before = people.parse(case.request.headcount.previous.get(words.regular, ""))
    if now is not None and before is not None and now - before >= rise:
        yield Found(
            place.headcount("request", words.regular),
            "正職員の人役が前年度より大きく増えていますが、定数の要求（別途）はしていますか。",
        )


@LineInYearCheck.of(_NEW_PEOPLE)
def new_people_of_a_line_are_a_matter_of_posts(line: LineTotals, context: LineContext) -> Iterator[Found]:
    """Rule 22: a line with an amount speaks of new posts (職員の新規配置, 職員の増員)."""
    if not line.amount.value or line.parts:
        return
    said = f"{line.line.text}\n{line.line.remark}"
    if any(word in said for word in context.standard.stages.new_people):
        yield Found(
            place.line(line.line.id, "amount"),
            "新規配置・増員の経費ですが、定数の要求（別途）はしていますか。",
        )


@WholeCheck.rule(
    "23",
    "保留とされた額は、次の段階で取り上げる。",
    _GLOSSARY,
    "question",
    why="前の段階の査定は別のファイルにあるので、保留の欄が空欄のときに尋ねます。",
)
def held_amount_is_taken_up(case: Case) -> Iterator[Found]:
    """Rule 23: at a later stage where something is asked but nothing as 保留."""
    is_asked = any(component.value for component in case.totals.components.values())
    if case.totals.form.page.components and is_asked and not _amount(case.totals, "deferred"):
        yield Found(place.component("deferred"), _HELD_BEFORE)


@WholeCheck.rule(
    "23-held",
    "保留の欄の額は、前の段階で保留とされた額と同じ。",
    _GLOSSARY,
    "warning",
    state="data",
    why="質問票の答えに額が一つあるときに調べます。",
)
def held_amount_is_that_of_the_answer(case: Case) -> Iterator[Found]:
    """Rule 23: the writer's answer names an amount that was held, and 保留 is still blank."""
    where = place.component("deferred")
    stated = stated_amounts(case.answer_to("23", where, _HELD_BEFORE))
    if (
        case.totals.form.page.components
        and len(stated) == 1
        and stated[0] > 0
        and not _amount(case.totals, "deferred")
    ):
        yield Found(
            where,
            f"前の段階で保留とされた {thousands(stated[0])} が、保留の欄に入っていません。要求するなら入れ、しないならその理由を書いてください。",
            fix=Fix(f"保留を {thousands(stated[0])} にする", where, stated[0]),
        )


def _amount(totals: Totals, key: Component) -> int:
    figure = totals.components.get(key)
    return (figure.value or 0) if figure else 0
