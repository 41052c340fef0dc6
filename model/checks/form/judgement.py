"""The questions that need a judgement (rules 57 to 71): asked in the 質問票, each only where it makes sense.

What is asked, when, and which words of the narrative answer it already, is the Standard's (``[[questions]]``); the
functions of ``when`` are in model/checks/form/occasions. A finance division's own question needs no code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from model.checks.case import Case
from model.checks.form.occasions import OCCASIONS
from model.checks.rule import Found, Rule, WholeCheck
from model.checks.sources import PROJECT_ENDS
from model.claims.texts.paragraphs import in_paragraphs
from model.figures.figures import GroupTotals, LineTotals
from model.incremental.results import Results
from model.request import place
from model.request.place import Place
from model.standard.questions import LinesAsked
from model.standard.standard import Standard
from model.standard.unit_price import unit_prices
from model.standard.wording import Wording, plain_form
from model.values.fiscal_year import parse, parse_period, years_named

_OWN: Final = "財政課の質問（様式の設定）"
_HEAD: Final[Place] = "header/name"
_POINTS: Final = "査定の観点（査定基準ベスト10）"
_GUIDE: Final = "平成27年度当初予算要求要領"
_RULES: Final = tuple(
    Rule(number, says, source, "question", "question", why)
    for number, says, source, why in (
        ("57", "新しい事業には、廃止・縮小する事業を挙げる。", "平成18年度当初予算要求要領",
         "代わりに何をやめるかは人が決めます。前年度の額がない当初要求で尋ねます。"),
        ("58", "事業に終期を定める。", PROJECT_ENDS,
         "終期は人が決めます。一般会計の当初要求で尋ね、答えの年度は検査します（58-long）。"),
        ("59", "根拠法令を書く。", _POINTS,
         "根拠があるかは人が確かめます。本文に根拠が書かれていなければ尋ねます。"),
        ("60", "効果と指標を書く（やったことの量は成果ではない）。", f"{_POINTS}、行政事業レビュー",
         "何を成果とするかは人が決めます。本文に指標がなければ尋ねます。"),
        ("60-survey", "アンケートや満足度を成果指標とするときは、理由を書く。", "行政事業レビュー",
         "ほかに測れるものがないかは人が判断します。指標とともにアンケートなどの言葉があるときに尋ねます。"),
        ("61", "ほかの事業で代えられないか確かめる。", f"{_POINTS}、行政事業レビュー",
         "代えられるかは人が判断します。前年度の額がない当初要求で尋ねます。"),
        ("62", "将来の経費を年度ごとに示す。", _POINTS,
         "将来の額は要求書の外にあります。新しい事業や行、年度ごとの額のない債務負担行為があるときに尋ねます。"),
        ("63", "国の動きを考え、補助率は国の通知に合わせる。", _POINTS,
         "国の通知は要求書の外にあります。国の金があるときに尋ねます。"),
        ("64", "監査・議会・棚卸しなどの指摘に答える。", f"{_POINTS}、予算要求の留意事項",
         "指摘は要求書の外にあります。続いている事業の当初要求で尋ねます。"),
        ("65", "年度内に終わるか確かめる。", "査定の観点（新しい行の必要性と実現性）",
         "工程は人が立てます。額の大きい工事・委託の行があるときに尋ねます。"),
        ("66", "年間の所要額を当初に要求し、補正は法令の改正などに限る。", _GUIDE,
         "当初に要求できなかったかは人が説明します。補正の要求で尋ねます。"),
        ("67", "決まっていない基準は、今年度の見込みをもとに見積もる。", _GUIDE,
         "何をもとにしたかは人が説明します。未定・未確定などの言葉があるときに尋ねます。"),
        ("68", "単価を似た事業と比べる（横の比較）。", "予算査定（横の比較）",
         "似た事業の単価は要求書の外にあります。積算に単価のある行で尋ねます。"),
        ("70", "事業主体・負担区分、地方財政措置、人件費・組織の欄を埋めるか「なし」と書く。", "予算見積調書",
         "この様式に欄がないので、補助金・負担金の行があるときに尋ねます。"),
        ("71", "部局の中の優先順位を示す。", "予算見積り要領（部局内の優先順位）",
         "順位は部局が決めます。当初要求で尋ねます。"),
    )
)  # fmt: skip
_BY_ID: Final[Mapping[str, Rule]] = {rule.id: rule for rule in _RULES}


@WholeCheck.of(*_RULES)
def questions_of_the_finance_division(case: Case) -> Iterator[Found]:
    """Rules 57 to 71 that need a judgement, and a finance division's own: asked as the Standard says, each once.

    Nobody is asked before there is money in the request, nor for a decrease; nor what the narrative already says. A
    question about a line or a section stands there, one about the whole at the name.
    """
    amount = case.totals.amount.value
    questions = case.standard.questions
    if amount is None or amount <= 0 or not questions:
        return
    answered, raised = _answered_by_text(case)
    occasions = {occasion for occasion, holds in OCCASIONS.items() if holds(case)}
    possible = [
        (index, question)
        for index, question in enumerate(questions)
        if index not in answered
        and amount >= question.at_least
        and (question.text is None or index in raised)
        and occasions.issuperset(question.when)
    ]
    lines: dict[int, Place] = {}
    if any(candidate.lines is not None for _, candidate in possible):
        lines = _first(
            [case.results.of(_raised_in, group, case.standard, case.results) for group in case.totals.groups]
        )
    asked: set[str] = set()
    for index, question in possible:
        if question.rule in asked or (question.lines is not None and index not in lines):
            continue
        asked.add(question.rule)
        where = lines.get(index) or raised.get(index) or _HEAD
        rule = _BY_ID.get(question.rule) or Rule(question.rule, question.ask, _OWN, "question", "question")
        yield Found(where, question.ask, rule=rule)


def _answered_by_text(case: Case) -> tuple[set[int], dict[int, Place]]:
    """The numbers of the questions that the narrative answers, and of those it raises with the place."""
    answered: set[int] = set()
    raised: dict[int, Place] = {}
    for section in case.request.sections:
        said = case.results.of(_said_below, section.heading, section.text, case.standard, case.results)
        answered |= said.answers
        for index in said.raises:
            raised.setdefault(index, place.section(section.id, "text"))
    for answer in case.request.answers:  # an answer may raise the next question: 満足度 for what is measured
        said = case.results.of(_said_below, answer.about, answer.text, case.standard, case.results)
        for index in said.raises:
            question = case.standard.questions[index]
            is_of_answers = question.text is not None and question.text.beside is not None
            if is_of_answers and question.rule != answer.rule:
                raised.setdefault(index, answer.place)
    return answered, raised


class _Said(NamedTuple):
    """What a text says to the questions, by their numbers in the list: which it answers, and which it raises."""

    answers: frozenset[int]
    raises: frozenset[int]


def _said_below(heading: str, text: str, standard: Standard, results: Results) -> _Said:
    """What a heading and the paragraphs of the text under it say to the questions."""
    paragraphs = dict.fromkeys((heading, *text.splitlines()))
    said = [results.of(_said, paragraph, heading, standard) for paragraph in paragraphs]
    return _Said(
        frozenset().union(*(one.answers for one in said)), frozenset().union(*(one.raises for one in said))
    )


def _said(paragraph: str, heading: str, standard: Standard) -> _Said:
    """What a paragraph under a heading says to the questions."""
    plain, questions = plain_form(paragraph), list(enumerate(standard.questions))
    return _Said(
        frozenset(index for index, each in questions if any(map(plain.__contains__, each.answered_by))),
        frozenset(
            index for index, each in questions if each.text and each.text.is_raised_by(paragraph, heading)
        ),
    )


def _raised_in(group: GroupTotals, standard: Standard, results: Results) -> dict[int, Place]:
    """For each question that lines of a table raise, by its number, the first line that does."""
    return _first([results.of(_raised_by, line, standard) for line in group.lines])


def _raised_by(line: LineTotals, standard: Standard) -> dict[int, Place]:
    """The questions that a line or its parts raise."""
    asked = [(index, question.lines) for index, question in enumerate(standard.questions) if question.lines]
    own = {index: place.line(line.line.id, "text") for index, lines in asked if _raises(line, lines)}
    return _first([own, *(_raised_by(part, standard) for part in line.parts)]) if line.parts else own


def _first(found: list[dict[int, Place]]) -> dict[int, Place]:
    return {index: where for raised in reversed(found) for index, where in raised.items()}


def _raises(line: LineTotals, asked: LinesAsked) -> bool:
    """Whether a line raises a question; its parts are not looked at."""
    own, amount = line.line, line.amount.value
    if amount is None or amount <= 0 or amount < asked.at_least:
        return False
    if asked.words:
        is_meant = asked.is_in(own.remark if asked.in_remark else own.text)
    else:
        is_meant = not asked.is_against(own.text)
    return (
        is_meant
        and (not asked.marks or own.mark in asked.marks)
        and (not asked.unit_price or bool(unit_prices(line.basis)))
    )


@WholeCheck.rule(
    "58-long",
    "終期は、要求する年度から5年以内に定める。",
    PROJECT_ENDS,
    "warning",
    "data",
    "質問票の答えか本文に終期が書かれているときに検査します。年数は様式の設定で決めます。",
)
def project_ends_within_some_years(case: Case) -> Iterator[Found]:
    """Rule 58: the 終期 that the writer answers, or that the narrative names as that of the 事業, is within five years.

    An answer that names no year (「なし」) is one, and is left to its reader. 「令和14年3月」 is in 令和13年度.
    """
    judgement = case.standard.judgement
    year = case.totals.year.year
    answers = (answer for answer in case.request.answers if answer.rule == judgement.end_rule)
    texts = [(answer.place, answer.text) for answer in answers]
    for section in case.request.sections:
        ends: Iterable[str] = section.text.splitlines()
        if not judgement.ends.is_in(f"{section.heading.strip()}:"):
            ends = in_paragraphs(case.results, _naming, section.text, judgement.ends)
        texts += [(place.section(section.id, "text"), paragraph) for paragraph in ends]
    for where, text in texts:
        last = _last_year(text, year)
        if last is not None and last > year + judgement.end_within:
            yield Found(
                where,
                f"終期「{text.strip().splitlines()[0]}」は、要求する年度から{judgement.end_within}年を超えます。"
                f"{judgement.end_within}年以内に終期を置き、その時に続けるかどうかを見直してください。",
            )
            return


def _naming(paragraph: str, words: Wording) -> tuple[str, ...]:
    """The paragraph where it has one of the words."""
    return (paragraph,) if words.is_in(paragraph) else ()


_DURATION: Final = re.compile(r"(?<![0-9０-９])([0-9０-９]{1,2})\s*[かヵカヶ]?年間")
_BEFORE_APRIL: Final = re.compile(r"年\s*[1-3１-３]月")


def _last_year(text: str, year: int) -> int | None:
    """The last fiscal year that a text about an end names: 「令和13年度末」, 「R9〜R13」, 「5年間」; None for none."""
    only = parse(text) or (period.last if (period := parse_period(text)) else None)
    if only is not None:
        return only.year
    years = [named.year for named in years_named(text)]
    if years:
        last = max(years)
        return last - 1 if _BEFORE_APRIL.search(text) and years[-1] == last else last
    lengths = [int(match[1]) for match in _DURATION.finditer(text)]
    return year + max(lengths) - 1 if lengths else None
