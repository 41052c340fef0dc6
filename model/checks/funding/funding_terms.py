"""The grounds of this year's revenues (財源の根拠): rules 26, 27, and what ties them to the funding table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from model.checks.case import Case
from model.checks.declared import unreadable
from model.checks.finding import Fix, thousands
from model.checks.quoted import words_of
from model.checks.rule import Found, WholeCheck
from model.checks.sources import INPUT as _INPUT
from model.checks.strokes import STROKES_FOR_DOTS, with_strokes
from model.figures.figures import FundingRowTotals
from model.request import place
from model.request.grounds import FundingTerm
from model.standard.standard import Standard
from model.totals import funding_rates
from model.totals.funding_terms import (
    TermFigures,
    figures,
    source_value,
    sums_by_source,
    whole_cost,
)
from model.values.amount import half_width, number_of, round_exact
from model.values.one_line import one_line

_ESTIMATE: Final = "歳出見積書付表の財源内訳（単価・補助率・件数を書く様式）"
_BONDS: Final = "地方債の充当率（地方財政法施行令・地方債同意等基準運用要綱）"
_ROUNDING: Final = "交付要綱の「千円未満切捨て」と公表された要求書の財源の端数"


@WholeCheck.rule("amount", "財源の根拠の額は、千円単位の整数。", _INPUT, "error")
def term_amounts_are_readable(case: Case) -> Iterator[Found]:
    """Amounts of a ground of revenue are whole 千円."""
    for term in case.request.funding_terms:
        yield from unreadable(term.eligible, place.term(term.id, "eligible"), "財源の根拠の対象経費")
        yield from unreadable(term.amount, place.term(term.id, "amount"), "財源の根拠の額")


@WholeCheck.rule("26-unread", "補助率・充当率は率として読める。", _INPUT, "info")
def rates_are_readable(case: Case) -> Iterator[Found]:
    """A rate that cannot be read is not wrong, but nothing can be checked by it."""
    for term in case.request.funding_terms:
        where, words = place.term(term.id, "rate"), case.standard.revenue
        if term.rate.strip() and not funding_rates.read(term.rate, words).is_stated:
            mended = with_strokes(term.rate)
            is_mended = funding_rates.read(mended, words).is_stated
            yield Found(
                where,
                f"率「{term.rate.strip()}」が読めないので、額の上限を調べていません。「1/2」「55%」「定額」のように入力してください。",
                fix=Fix(STROKES_FOR_DOTS, where, mended) if is_mended else None,
            )


@WholeCheck.rule(
    "26",
    "補助率のある財源の額は、対象経費（書かなければ事業費）に補助率を掛けた額以下。",
    _ESTIMATE,
    "error",
    state="data",
    why="補助率を財源の根拠に入れたときに調べます（補正と後の段階では、対象経費も入れたとき）。定額などは上限になりません。",
)
def subsidies_are_within_their_rate(case: Case) -> Iterator[Found]:
    """Rule 26: a subsidy is at most its eligible cost × 補助率; up to the next whole 千円 only the rounding differs.

    「1/2以内」 is a limit like 1/2; of several rates the highest is. 定額, 「1/2等」 and decreases give no limit.
    """
    for figure in _above(case, is_bond=False):
        if not _is_rounded_up(figure):
            said = f"が、{_limit(figure)} を超えています。額・率・対象経費のどれかを直してください。"
            yield _too_much(figure, said, case)


@WholeCheck.rule(
    "26-rounding",
    "補助率から出した額の端数は、様式の決まりのとおりに処理する。",
    _ROUNDING,
    "info",
    state="data",
    why="補助率を財源の根拠に入れたときに調べます。",
)
def subsidies_are_rounded_by_the_profile(case: Case) -> Iterator[Found]:
    """A subsidy is rounded down to 千円, the rest is 一般財源; one that is rounded up is a finding with a repair."""
    for figure in _above(case, is_bond=False):
        if _is_rounded_up(figure):
            said = f"は、{_limit(figure)} より端数の分だけ多くなっています。収入の端数は一般財源に残します。"
            yield _too_much(figure, said, case)


def _above(case: Case, *, is_bond: bool) -> Iterator[TermFigures]:
    """The grounds of revenue, bonds or the others, whose amount is above what their rate allows."""
    for figure in figures(case.request.funding_terms, case.totals, case.standard):
        allowed, amount = figure.allowed, figure.amount
        is_meant = is_bond == (figure.term.source == case.standard.revenue.bonds)
        if is_meant and allowed is not None and amount is not None and amount > allowed:
            yield figure


def _too_much(figure: TermFigures, said: str, case: Case) -> Found:
    """The finding for a ground of funding whose amount is above the allowed one; ``said`` ends its sentence."""
    return Found(
        place.term(figure.term.id, "amount"),
        f"{_name(figure, case.standard)}の額 {thousands(figure.amount)} {said}",
        fix=_lower(figure, case.request.funding_terms, case.totals.asked_funds),
    )


def _limit(figure: TermFigures) -> str:
    """「対象となる経費 1,000千円 × 率 1/2 ＝ 500千円」."""
    return f"対象となる経費 {thousands(figure.base)} × 率 {figure.term.rate.strip()} ＝ {thousands(figure.allowed)}"


@WholeCheck.rule(
    "26-words",
    "財源の言葉に国の率が一つだけあるとき、国庫支出金は事業費にその率を掛けた額以下のはず。",
    _ESTIMATE,
    "warning",
    why="財源の言葉は自由な文なので、ほかの金の言葉がないときだけ見て、注意にとどめます。",
)
def national_money_is_within_the_rate_of_the_words(case: Case) -> Iterator[Found]:
    """Rule 26 by the words 財源 alone: 「国1/2」 beside a 国庫支出金 above half of 事業費.

    Only where the words are one national rate and nothing else, no ground is entered, and the excess is more than
    every line's rounding together. A sheet that adds to what stood may bring money for that, and 国10/10 is rule 12.
    """
    row, key, cost = case.totals.asked_funds, case.standard.national_source, whole_cost(case.totals)
    if row is None or cost is None or cost <= 0:
        return
    if any(term.source == key for term in case.request.funding_terms):
        return
    said = funding_rates.of_words(case.request.funding_words, case.standard.revenue)
    rate, national = said.national.highest, source_value(row, key)
    if said.has_other or rate is None or rate == 1 or len(said.national.rates) != 1:
        return
    if national <= cost * rate + max(1, sum(len(group.lines) for group in case.totals.groups)):
        return
    yield Found(
        place.funding(row.plan.row, key),
        f"財源は「{case.request.funding_words}」ですが、国庫支出金 {thousands(national)} が、事業費 "
        f"{thousands(cost)} にその率を掛けた {thousands(int(cost * rate))} を超えています。率か額を確かめてください。",
    )


@WholeCheck.rule(
    "26-rate",
    "国庫支出金のあるときは、補助率と補助の単位を書く。",
    _ESTIMATE,
    "question",
    why="補助率は要求書の決まった欄にないので、財源の根拠にも財源の言葉にも率がないときに尋ねます。",
)
def national_money_has_a_rate(case: Case) -> Iterator[Found]:
    """Rule 26, its second half: 国庫支出金 above 0 with no rate in a ground of revenue nor in the words 財源."""
    key, words = case.standard.national_source, case.standard.revenue
    if (where := case.asked_of(key)) is None:
        return
    rates = [term.rate for term in case.request.funding_terms if term.source == key]
    if not any(funding_rates.read(rate, words).is_stated for rate in (case.request.funding_words, *rates)):
        yield Found(
            where,
            "国庫支出金の補助率と、補助の対象になる経費（単価・件数）は何ですか。",
        )


@WholeCheck.rule(
    "27",
    "起債は、事業費から国庫支出金などを除いた地方負担に、区分の充当率を掛けた額以下。",
    _BONDS,
    "error",
    state="data",
    why="起債の区分を財源の根拠に入れたときに調べます。率は年度ごとに様式の設定にあります。",
)
def bonds_are_within_their_rate(case: Case) -> Iterator[Found]:
    """Rule 27: 起債 ≤ (cost − 国庫 − 負担金) × 充当率 of its class and year (100 → 国庫 50 → 起債 ≤ 45 at 90%).

    What is taken off first is in the Standard: money from a fund (基金繰入金) may stand beside a bond. Of a part of the
    cost (対象経費, a line) only what is surely for that part is taken off.
    """
    for figure in _above(case, is_bond=True):
        if not _is_rounded_up(figure):
            said = (
                f"が、地方負担 {thousands(figure.base)} に充当率を掛けた {thousands(figure.allowed)} を超えています。"
                "額・区分・充当率のどれかを直してください。"
            )
            yield _too_much(figure, said, case)


@WholeCheck.rule(
    "27-class",
    "起債のあるときは、その区分（充当率）を決める。",
    _BONDS,
    "question",
    why="起債の区分は要求書の決まった欄にないので、財源の根拠にも本文にもないときに尋ねます。",
)
def bonds_have_a_class(case: Case) -> Iterator[Found]:
    """Rule 27, where nothing can be reckoned: 起債 above 0 with neither a class nor a rate in a ground of revenue.

    A narrative that names a class of the Standard (緊急防災・減災事業債) or a rate (「充当率100%」) has answered it.
    """
    key = case.standard.revenue.bonds
    if (where := case.asked_of(key)) is None:
        return
    terms = case.request.funding_terms
    if any(term.source == key and (term.bond_class or term.rate.strip()) for term in terms):
        return
    labels = tuple(bond_class.label for bond_class in case.standard.bond_classes_in(case.totals.year.year))
    if not any(
        _names_a_class(section.text, case.standard.revenue.bond_rate, labels)
        for section in case.request.sections
    ):
        yield Found(where, "起債の区分と充当率は何ですか。")


def _names_a_class(text: str, rate: str, labels: tuple[str, ...]) -> bool:
    """Whether a text names a class of bonds or the share that may be borrowed."""
    if "債" not in text:
        return False
    names_rate = bool(rate) and any(rest[:1].isdigit() for rest in half_width(text).split(rate)[1:])
    return names_rate or any(label in text for label in labels)


@WholeCheck.rule(
    "revenue-sum",
    "財源の根拠の額の和は、財源内訳のその財源の額と同じ。",
    _INPUT,
    "error",
    state="data",
    why="その財源の根拠のすべてに額を入れたときに調べます。",
)
def terms_add_up_to_their_source(case: Case) -> Iterator[Found]:
    """The amounts of the grounds of a source are together what stands in its column, once each has one."""
    row = case.totals.asked_funds
    if row is None or not case.request.funding_terms:
        return
    for source_sum in sums_by_source(case.request.funding_terms, row):
        if source_sum.sum is None or source_sum.sum == (source_sum.figure or 0):
            continue
        where = place.funding(row.plan.row, source_sum.source)
        fills = source_sum.figure is None and not row.plan.adds
        fix = Fix(f"財源内訳を {thousands(source_sum.sum)} にする", where, source_sum.sum) if fills else None
        label, added = case.standard.source_label(source_sum.source), thousands(source_sum.sum)
        gap = (
            f"財源内訳の{label}は空欄ですが、財源の根拠の額の和は {added} です。"
            if source_sum.figure is None
            else f"財源内訳の{label} {thousands(source_sum.figure)} は、財源の根拠の額の和 {added} と違います。"
        )
        yield Found(where, f"{gap}どちらかを直してください。", fix=fix)


@WholeCheck.rule(
    "eligible",
    "財源の根拠の対象経費は、事業費（充てる行を入れたときはその行の額）を超えない。",
    _ESTIMATE,
    "warning",
    state="data",
    why="対象経費を財源の根拠に入れたときに調べます。補正と後の段階では、前に決まった経費の分もあり得るので、充てる行があるときだけ調べます。",
)
def eligible_costs_are_part_of_the_cost(case: Case) -> Iterator[Found]:
    """対象経費 is at most the line that the revenue pays for, or the whole 事業費."""
    whole = whole_cost(case.totals)
    for figure in figures(case.request.funding_terms, case.totals, case.standard):
        eligible = number_of(figure.term.eligible)
        cost = figure.line.amount.value if figure.line is not None else whole
        if eligible is None or cost is None or cost < 0 or eligible <= cost:
            continue
        what = case.standard.words.expense
        if figure.line is not None:
            what = f"行「{words_of(figure.line.line.text)}」の額"
        yield Found(
            place.term(figure.term.id, "eligible"),
            f"{_name(figure, case.standard)}の対象経費 {thousands(eligible)} が、{what} {thousands(cost)} を超えています。"
            "対象経費か経費の額を直してください。",
        )


@WholeCheck.rule(
    "revenue-line",
    "財源の根拠の額は、充てる行の額を超えない。",
    _INPUT,
    "warning",
    state="data",
    why="充てる行を財源の根拠に入れたときに調べます。",
)
def revenues_fit_into_their_line(case: Case) -> Iterator[Found]:
    """What several revenues bring together for a line is not above its amount."""
    by_line: dict[str, list[TermFigures]] = {}
    for figure in figures(case.request.funding_terms, case.totals, case.standard):
        if figure.line is not None and figure.amount is not None:
            by_line.setdefault(figure.term.line, []).append(figure)
    for own in by_line.values():
        line = own[0].line
        cost = line.amount.value if line else None
        together = sum(figure.amount or 0 for figure in own)
        if line is not None and cost is not None and 0 <= cost < together:
            yield Found(
                place.term(own[0].term.id, "line"),
                f"行「{line.line.text}」の額 {thousands(cost)} に、財源の根拠の額が {thousands(together)} 充てられています。"
                "額か充てる行を確かめてください。",
            )


def _is_rounded_up(figure: TermFigures) -> bool:
    exact, amount = figure.exact, figure.amount
    return exact is not None and amount is not None and amount <= round_exact(exact, "up")


def _lower(figure: TermFigures, terms: tuple[FundingTerm, ...], row: FundingRowTotals | None) -> Fix | None:
    """The amount becomes what is allowed, in the ground and in the table where that has the same and is no sum."""
    term, allowed = figure.term, figure.allowed
    if row is None or term.source not in row.sources:
        return None
    column = place.funding(row.plan.row, term.source)
    label, is_typed = f"{thousands(allowed)} にする", not row.plan.adds
    if term.amount is None:
        return Fix(label, column, allowed) if is_typed else None
    is_only = sum(one.source == term.source for one in terms) == 1
    same = is_typed and is_only and row.sources[term.source].value == term.amount
    return Fix(label, place.term(term.id, "amount"), allowed, ((column, allowed),) if same else ())


def _name(figure: TermFigures, standard: Standard) -> str:
    name = one_line(figure.term.name)
    return f"{standard.source_label(figure.term.source)}{f'「{name}」' if name else ''}"
