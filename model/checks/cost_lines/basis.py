"""Checks of calculations (積算): those that give no result, wrong printed results, amounts typed beside them.

Rules.md B5 rule 1 and forms.md section 5. It is the author's arithmetic: a result rounded either way is not wrong, and
an amount typed against its basis stands; both are said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final, NamedTuple

from model.basis.results import Outcome, Result
from model.basis.terms import Number, every_factor
from model.basis.typing_errors import coarse_step, difference_hint
from model.checks.case import Case
from model.checks.finding import Fix, return_to_derived, thousands
from model.checks.quoted import words_of
from model.checks.rule import Found, LineCheck, WholeCheck
from model.checks.sources import CALCULATIONS as _SOURCE
from model.checks.strokes import STROKES_FOR_DOTS, with_strokes
from model.figures.figures import Figure, LineTotals
from model.request import place
from model.request.place import Place
from model.values.amount import ROUNDING_WORDS, format_amount, format_exact, round_exact

_DIGITS: Final = "((?<![0-9０-９,，.．])[0-9０-９][0-9０-９,，.．]*+)[ \\u3000]*+"
_YEN_FIGURE: Final = re.compile(rf"[¥￥\\＼][ \u3000]*+{_DIGITS}円?|{_DIGITS}円")
_SMALL_YEN: Final = 100_000  # 円; a lone figure below it is more often 千円 with the 千 forgotten (page 006)


@LineCheck.rule("basis", "積算は計算でき、金額になる。", _SOURCE, "error")
def basis_gives_a_figure(line: LineTotals) -> Iterator[Found]:
    """A basis can be worked out: it is written in the language of 積算 and comes to an amount of money."""
    return _troubles(_of_line(line))


@LineCheck.rule("1-printed", "積算の「＝」の後の結果は、その前の式の値と合う。", _SOURCE, "error")
def printed_results_are_right(line: LineTotals) -> Iterator[Found]:
    """Rule 1: a result written after 「＝」 is what stands before it, cut off, rounded or raised at its last digit."""
    return _wrong_results(_of_line(line))


@LineCheck.rule("1-coarse", "積算の結果は、決まりなしに10千円や100千円の単位に丸めない。", _SOURCE, "warning")
def printed_results_are_not_coarse(line: LineTotals) -> Iterator[Found]:
    """A result that is right but for whole tens or hundreds of 千円 was rounded without a rule, or is an estimate (≒)."""
    return _coarse_results(_of_line(line))


@LineCheck.rule("1-rounding", "積算の結果の端数は、様式の決まりのとおりに処理する。", _SOURCE, "info")
def printed_results_follow_the_profile(line: LineTotals) -> Iterator[Found]:
    """A result in 千円 is rounded by the Standard's profile for lines; another rounding gets a 参考 only."""
    return _other_roundings(_of_line(line))


@LineCheck.rule(
    "1", "入力した額は、積算から出る額と同じ。違うときは両方を残して知らせる。", _SOURCE, "warning"
)
def typed_amount_is_what_the_basis_gives(line: LineTotals) -> Iterator[Found]:
    """Rule 1: an amount typed beside its basis stands; where they differ, the finding gives both figures."""
    return _basis_against_parts(line) if line.parts else _typed_against(_of_line(line))


@LineCheck.rule("per-unit", "「円/m3」のような単価には、その単位の数量を掛ける。", _SOURCE, "warning")
def units_of_a_basis_cancel(line: LineTotals) -> Iterator[Found]:
    """A price per something (円/m3) is multiplied by a quantity of that thing."""
    return _notes(_of_line(line))


@LineCheck.rule("yen-slip", "数千円だけの行は、千円の書き間違いでないか確かめる。", _SOURCE, "warning")
def a_few_yen_are_hardly_meant(line: LineTotals) -> Iterator[Found]:
    """A lone figure of some thousand 円 among 千円 is more often 千円 (page 006 printed 1,461円 for 1,461千円)."""
    if line.outcome is None or line.outcome.exact is None or line.basis is None:
        return
    if len(line.basis.statements) != 1:
        return
    (statement,) = line.basis.statements
    terms = statement.items[0].terms
    alone = len(statement.items) == 1 and len(terms) == 1 and len(terms[0].factors) == 1
    number = terms[0].factors[0].atom if alone else None
    if isinstance(number, Number) and number.unit == "円" and 0 < number.value < _SMALL_YEN:
        meant = format_exact(-number.value if terms[0].negative else number.value)
        yield Found(
            place.line(line.line.id, "amount"),
            f"{_name(line)}は {meant}円（{format_amount(line.amount.derived)}千円）です。"
            f"{meant}千円 の書き間違いではありませんか。",
            fix=Fix(f"{meant}千円にする", f"line/{line.line.id}/basis", _in_thousands(line.line.basis)),
        )


def _in_thousands(basis: str) -> str:
    """A lone figure in 円 with 千円 in its place, all else as typed."""
    return _YEN_FIGURE.sub(lambda found: f"{found[1] or found[2]}千円", basis, count=1)


@LineCheck.rule("bare-price", "「@」の単価には円か千円の単位を書く。", _SOURCE, "warning")
def price_of_one_has_a_unit(line: LineTotals) -> Iterator[Found]:
    """「@8,000×4」 is 32,000千円, for a bare figure is in 千円; a price written with @ is more often meant in 円."""
    if "@" not in line.line.basis and "＠" not in line.line.basis:
        return
    outcome, terms = line.outcome, line.basis.terms if line.basis else ()
    atoms = (term.factors[position].atom for term, position in every_factor(terms))
    bare = (atom for atom in atoms if isinstance(atom, Number) and atom.each and not atom.unit)
    if outcome is not None and outcome.exact is not None and (number := next(bare, None)) is not None:
        price = format_exact(number.value)
        yield Found(
            place.line(line.line.id, "amount"),
            f"{_name(line)}の積算の「@{price}」には単位がないので、千円と読みました。「@{price}円」か「@{price}千円」と書いてください。",
        )


@WholeCheck.rule("basis", "財源の積算は計算できる。", _SOURCE, "error")
def basis_of_a_source_gives_a_figure(case: Case) -> Iterator[Found]:
    """The calculation of a funding source can be worked out."""
    return _troubles(_of_sources(case))


@WholeCheck.rule("1-printed", "財源の積算の結果は、式の値と合う。", _SOURCE, "error")
def printed_results_of_a_source_are_right(case: Case) -> Iterator[Found]:
    """Rule 1 for the calculation of a funding source: a result after 「＝」 is what stands before it."""
    return _wrong_results(_of_sources(case))


@WholeCheck.rule("1-coarse", "財源の積算の結果を、決まりなしに粗く丸めない。", _SOURCE, "warning")
def printed_results_of_a_source_are_not_coarse(case: Case) -> Iterator[Found]:
    """The same of results that are rounded to whole tens or hundreds of 千円."""
    return _coarse_results(_of_sources(case))


@WholeCheck.rule("1-rounding", "財源の積算の端数は、様式の決まりのとおりに処理する。", _SOURCE, "info")
def printed_results_of_a_source_follow_the_profile(case: Case) -> Iterator[Found]:
    """The same of the rounding of the Standard."""
    return _other_roundings(_of_sources(case))


@WholeCheck.rule("per-unit", "財源の積算の単価には、その単位の数量を掛ける。", _SOURCE, "warning")
def units_of_a_basis_of_a_source_cancel(case: Case) -> Iterator[Found]:
    """A price per something is multiplied by a quantity of that thing, in the calculation of a funding source too."""
    return _notes(_of_sources(case))


@WholeCheck.rule("1", "入力した財源の額は、積算から出る額と同じ。", _SOURCE, "warning")
def typed_source_is_what_its_basis_gives(case: Case) -> Iterator[Found]:
    """Rule 1: the amount of a funding source typed beside its calculation stands; where they differ, both are said."""
    return _typed_against(_of_sources(case))


class _Calculation(NamedTuple):
    """A figure that has a calculation, of a line or of a funding source: its place, what it is called, what it comes to."""

    where: Place
    name: str
    basis: str
    outcome: Outcome
    figure: Figure


def _of_line(line: LineTotals) -> Iterator[_Calculation]:
    if line.outcome is not None:
        where = place.line(line.line.id, "amount")
        yield _Calculation(where, _name(line), line.line.basis, line.outcome, line.amount)


def _of_sources(case: Case) -> Iterator[_Calculation]:
    for row, figures in case.totals.funding_rows.items():
        for key, outcome in figures.outcomes.items():
            where = place.funding(row, key)
            name = f"「{case.totals.form.funding_label(row)}」の{case.standard.source_label(key)}"
            yield _Calculation(where, name, case.request.bases[where], outcome, figures.sources[key])


def _troubles(calculations: Iterable[_Calculation]) -> Iterator[Found]:
    for each in calculations:
        trouble = each.outcome.trouble
        if trouble is not None:
            yield Found(
                each.where,
                f"{each.name}の積算が計算できず、合計に入っていません。{_position(each.basis, trouble.at)}: {trouble.message}",
                fix=_strokes_for_dots(each, trouble.at),
            )


def _strokes_for_dots(calculation: _Calculation, at: int) -> Fix | None:
    """The repair of 「1・2」 in a calculation."""
    basis = calculation.basis
    mended = with_strokes(basis)
    if basis[at : at + 1] == mended[at : at + 1]:
        return None
    kind, line_id, *_ = calculation.where.split("/")
    if kind == "line":
        return Fix(STROKES_FOR_DOTS, f"line/{line_id}/basis", mended)
    # What is put into the cell of a source takes the place of a figure typed beside the calculation.
    return (
        Fix(STROKES_FOR_DOTS, calculation.where, f"={mended}") if calculation.figure.typed is None else None
    )


def _position(basis: str, index: int) -> str:
    """Where in a calculation a character stands: 「9文字目」, 「2行目の5文字目」."""
    lines = basis[:index].split("\n")
    row = f"{len(lines)}行目の" if "\n" in basis else ""
    return f"{row}{len(lines[-1]) + 1}文字目"


def _unlike(calculations: Iterable[_Calculation]) -> Iterator[tuple[_Calculation, Result, int | None]]:
    """The printed results that no rounding of their last digit makes, with the step to which they are rounded coarsely."""
    for each in calculations:
        for result in each.outcome.results:
            if not result.approximate and result.rounding is None:
                yield each, result, coarse_step(result.exact, result.printed)


def _wrong_results(calculations: Iterable[_Calculation]) -> Iterator[Found]:
    for each, result, step in _unlike(calculations):
        if step is None:
            hint = difference_hint(result.exact, result.printed, result.text)
            yield Found(
                each.where,
                f"{each.name}の積算「{result.text}」は {format_exact(result.exact)}千円 ですが、"
                f"{format_exact(result.printed)}千円 と書かれています。{hint or '式か結果を直してください。'}",
            )


def _coarse_results(calculations: Iterable[_Calculation]) -> Iterator[Found]:
    for each, result, step in _unlike(calculations):
        if step is not None:
            yield Found(
                each.where,
                f"{each.name}の積算「{result.text}」は {format_exact(result.exact)}千円 で、{step}千円単位に丸めて "
                f"{format_exact(result.printed)}千円 と書かれています。丸める決まりがなければ直してください（概数なら「≒」と書きます）。",
            )


def _other_roundings(calculations: Iterable[_Calculation]) -> Iterator[Found]:
    for each in calculations:
        mode = each.figure.mode
        for result in each.outcome.results if mode else ():
            rounding = result.rounding
            if result.step != 1 or result.approximate or rounding is None or rounding == "exact":
                continue
            if mode and (wanted := round_exact(result.exact, mode)) != result.printed:
                yield Found(
                    each.where,
                    f"{each.name}の積算「{result.text}」は {format_exact(result.exact)}千円 で、"
                    f"{format_exact(result.printed)}千円（{ROUNDING_WORDS[rounding]}）と書かれています。"
                    f"様式の決まり（{ROUNDING_WORDS[mode]}）では {wanted:,}千円 です。",
                )


def _notes(calculations: Iterable[_Calculation]) -> Iterator[Found]:
    for each in calculations:
        for note in each.outcome.notes:
            if note.kind == "per-unit":
                yield Found(each.where, f"{each.name}の積算: {note.message}")


def _typed_against(calculations: Iterable[_Calculation]) -> Iterator[Found]:
    for each in calculations:
        figure = each.figure
        if not figure.differs or not isinstance(figure.typed, int) or figure.derived is None:
            continue
        gap, exact = abs(figure.typed - figure.derived), figure.exact
        from_what = f"（{format_exact(exact)}千円）" if exact is not None and exact != figure.derived else ""
        hint = difference_hint(Fraction(figure.derived), Fraction(figure.typed))
        yield Found(
            each.where,
            f"{each.name}は {thousands(figure.typed)} と入力されていますが、積算では {thousands(figure.derived)}{from_what} で、"
            f"{thousands(gap)}違います。{hint or '積算を直すか、計算値に戻してください。'}",
            fix=return_to_derived(each.where),
        )


def _basis_against_parts(line: LineTotals) -> Iterator[Found]:
    """A line that has both parts and a basis: the parts make its figure, the basis has to agree."""
    outcome, figure = line.outcome, line.amount
    if outcome is None or outcome.exact is None or figure.derived is None:
        return
    if any(round_exact(outcome.exact, mode) == figure.derived for mode in ROUNDING_WORDS):
        return
    yield Found(
        place.line(line.line.id, "amount"),
        f"{_name(line)}は内訳の和が {thousands(figure.derived)} ですが、積算では {format_exact(outcome.exact)}千円 です。"
        "積算か内訳を直してください。",
    )


def _name(line: LineTotals) -> str:
    return f"「{words_of(line.line.text)}」"
