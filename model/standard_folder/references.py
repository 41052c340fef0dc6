"""What is wrong in a Standard whose keys and types are right: words that name nothing, keys that stand twice.

Each function looks at one part of the file. All of them are run at every start and take a millisecond together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from string import Formatter
from typing import Final, get_args

from model.checks.rule import Rule
from model.names.fields import CONTACT_FIELDS, HEADER_FIELDS
from model.request.columns import WORD_FIELDS
from model.request.place import GENERAL
from model.request.request import Frame
from model.standard.form import Form
from model.standard.standard import Standard
from model.standard_folder import columns
from model.standard_folder.fault import (
    Fault,
    Path,
    is_digits,
    keys_of,
    overlap,
    unknown_fault,
    unknown_word,
    unknown_words,
    written_twice,
)
from model.values.fiscal_year import parse

YEAR_FIELDS: Final = frozenset(
    ("year", "number", "letter", "official", "previous", "previous_number", "previous_letter")
)
"""The places of a label that ``fill_year`` fills."""
_HEADINGS: Final = (*WORD_FIELDS, "amount")
"""Over the figures of the page; other figures have headings of their own."""
_READ_LABELS: Final = ("funding_words", *(field.place for field in (*HEADER_FIELDS, *CONTACT_FIELDS)))
_OWN_QUESTION: Final = "own-"


def reference_faults(standard: Standard, rules: Mapping[str, Rule]) -> Iterator[Fault]:
    """Everything that is wrong; ``rules`` are those that the rulebook declares, by id."""
    for examine in _EXAMINATIONS:
        yield from examine(standard)
    yield from _rules(standard, rules)
    sources = {rule.source for rule in rules.values()}
    for source in standard.sources:
        yield from unknown_word(("sources", source), source, sources, "規則の出典")


def _head(standard: Standard, field: str) -> list[str]:
    return list(dict.fromkeys(chain.from_iterable(getattr(words, field) for words in standard.header_words)))


def _years(standard: Standard) -> Iterator[Fault]:
    """A new request has a year that can be read."""
    if parse(standard.new_request.fiscal_year) is None:
        yield Fault(
            ("new_request", "fiscal_year"),
            f"「{standard.new_request.fiscal_year}」は年度として読めません。「令和9年度」のように書いてください。",
        )


def is_month(text: str) -> bool:
    """Whether a text is a month as the file writes it: 「2019-10」."""
    year, stroke, month = text.partition("-")
    return bool(stroke) and is_digits(year, 4) and is_digits(month, 2) and 1 <= int(month) <= 12


def _offices(standard: Standard) -> Iterator[Fault]:
    """A code of the budget system is that of one office."""
    yield from written_twice(("offices",), standard.offices, "code")


def _sums(standard: Standard) -> Iterator[Fault]:
    """The rounding profile exists, once a year; months of tax rates rise."""
    names = [rounding.name for rounding in standard.roundings]
    yield from unknown_word(("rounding",), standard.rounding, names, " roundings ")
    yield from written_twice(("roundings",), standard.roundings, "name")
    for number, rate in enumerate(standard.tax_rates):
        for field, month in (("since", rate.since), ("kept_for", rate.kept_for or rate.since)):
            if not is_month(month):
                yield Fault(
                    ("tax_rates", number, field),
                    f"「{month}」は月ではありません。「2019-10」のように書いてください。",
                )
    months = [tax_rate.since for tax_rate in standard.tax_rates]
    for number in range(1, len(months)):
        if months[number] <= months[number - 1]:
            yield Fault(
                ("tax_rates", number, "since"),
                f"「{months[number]}」が上の「{months[number - 1]}」より後ではありません。古い順に並べてください。",
            )
    yield from unknown_words(("nothing_granted",), standard.nothing_granted, standard.results, " results ")


def _head_words(standard: Standard) -> Iterator[Fault]:
    """What is matched with the budget, class and stage of the head occurs in one of its words."""
    budgets, classes, stages = (_head(standard, field) for field in ("budgets", "business_classes", "stages"))
    of_budgets, of_stages = " header_words の budgets ", " header_words の stages "
    yield from _within(
        ("commitments", "initial_budget"), standard.commitments.initial_budget, budgets, of_budgets
    )
    for number, ceiling in enumerate(standard.ceilings):
        yield from _within(("ceilings", number, "budget"), ceiling.budget, budgets, of_budgets)
    for number, actor in enumerate(standard.assessment_actors):
        yield from _within(("assessment_actors", number, "stage"), actor.stage, stages, of_stages)
    for number, account in enumerate(standard.accounts):
        yield from _opening(("accounts", number, "business_class"), [account.business_class], classes)
    for number, funds in enumerate(standard.general_funds):
        yield from _opening(("general_funds", number, "classes"), funds.classes, classes)
    for number, words in enumerate(standard.header_words):
        renamed = ("header_words", number, "renamed_classes")
        for old, new in words.renamed_classes.items():
            yield from unknown_word((*renamed, old), old, classes, " header_words の business_classes ")
            yield from unknown_word(
                (*renamed, old), new, words.business_classes, "この年度の business_classes "
            )
    for number, form in enumerate(standard.forms):
        form_path = ("forms", number)
        for index, budget in enumerate(form.budgets):
            yield from _within((*form_path, "budgets", index), budget, budgets, of_budgets)
        for index, stage in enumerate(form.stages):
            yield from _within((*form_path, "stages", index), stage, stages, of_stages)
        yield from _opening((*form_path, "classes"), form.classes, classes)


def _within(path: Path, word: str, names: Collection[str], what: str) -> Iterator[Fault]:
    if not any(word in name for name in names):
        yield unknown_fault(path, word, names, what)


def _opening(path: Path, words: Iterable[str], classes: Collection[str]) -> Iterator[Fault]:
    for number, word in enumerate(words):
        if not any(object_class.startswith(word) for object_class in classes):
            yield unknown_fault((*path, number), word, classes, " header_words の business_classes の始まり")


def _forms(standard: Standard) -> Iterator[Fault]:
    """Forms name sources, staff and rows that exist."""
    sources, staff = keys_of(standard.funding_sources), keys_of(standard.staff_categories)
    for number, form in enumerate(standard.forms):
        path = ("forms", number)
        yield from unknown_words(
            (*path, "funding_columns"), form.funding_columns, sources, " funding_sources "
        )
        yield from unknown_words((*path, "staff"), form.staff, staff, " staff_categories ")
        columns = (*(form.funding_columns or sources), GENERAL)
        for index, group in enumerate(form.funding_groups):
            inside = (*path, "funding_groups", index, "columns")
            yield from unknown_words(inside, group.columns, columns, "この様式の財源の列")
        for field in ("funding_columns", "staff", "components"):
            yield from _repeated((*path, field), getattr(form, field))
        yield from _form_rows(path, form)
    sheets = [form.sheet for form in standard.forms]
    sheet = standard.stages.carry_over_sheet
    yield from unknown_word(("stages", "carry_over_sheet"), sheet, sheets, " forms の sheet ")


def _repeated(path: Path, words: Sequence[str]) -> Iterator[Fault]:
    for number, word in enumerate(words):
        if word in words[:number]:
            yield Fault((*path, number), f"「{word}」が2回あります。どちらかを消してください。")


def _form_rows(path: Path, form: Form) -> Iterator[Fault]:
    yield from written_twice((*path, "cost_rows"), form.cost_rows, "row")
    above: list[str] = []
    for field in ("funding_rows", "finance_rows"):
        for number, plan in enumerate(getattr(form, field)):
            index = (*path, field, number)
            if plan.row in above:
                yield Fault(
                    (*index, "row"), f"「{plan.row}」の行が2回あります。どちらかを消すか、直してください。"
                )
            yield from unknown_words((*index, "adds"), plan.adds, above, "この様式の上の行")
            above.append(plan.row)


def _narrative(standard: Standard) -> Iterator[Fault]:
    """A new request of any year has one section with the costs; frames and columns have their words."""
    for number, section in enumerate(standard.sections):
        years = (
            earlier for earlier in standard.sections[:number] if earlier.costs and overlap(earlier, section)
        )
        if section.costs and any(years):
            yield Fault(
                ("sections", number, "costs"),
                "所要経費の表が入る項目（costs = true）が、同じ年度に二つあります。",
            )
    year = standard.default_year.year
    if not any(section.costs for section in standard.sections_in(year)):
        yield Fault(("sections",), f"{year}年度に、所要経費の表が入る項目（costs = true）がありません。")
    printing = standard.printing
    tables: list[tuple[str, dict[str, str], Sequence[str]]] = [
        ("frames", printing.frames, get_args(Frame)),
        ("cost_columns", printing.cost_columns, _HEADINGS),
    ]
    for field, words, known in tables:
        for key in words:
            yield from unknown_word(("printing", field, key), key, known, f" {field} の項目")
        for key in known:
            if key not in words:
                yield Fault(("printing", field), f"「{field}」に「{key}」がありません。書き足してください。")
    for place in standard.workbook_reading.labels:
        yield from unknown_word(("workbook_reading", "labels", place), place, _READ_LABELS, "頭の欄")
    for key in standard.characters.instead:
        if len(key) != 1:
            yield Fault(("characters", "instead", key), f"「{key}」は1文字ではありません。")


def _templates(standard: Standard) -> Iterator[Fault]:
    """The places in { } of a label are those that are filled."""
    printing, commitments = standard.printing, standard.commitments
    filled: list[tuple[Path, str, Collection[str]]] = [
        (("printing", "cost_note"), printing.cost_note, YEAR_FIELDS),
        (("printing", "breadcrumb"), printing.breadcrumb, YEAR_FIELDS),
        (("printing", "rounding_note"), printing.rounding_note, ("rounding",)),
        (("commitments", "requested"), commitments.requested, ("period",)),
        (("commitments", "set"), commitments.set, ("period",)),
        (("commitments", "set_in"), commitments.set_in, ("period", "contract", "set_in")),
        (("characters", "circled"), standard.characters.circled, ("",)),
    ]
    for number, words in enumerate(standard.header_words):
        filled.append((("header_words", number, "year_line"), words.year_line, YEAR_FIELDS))
    for number, form in enumerate(standard.forms):
        for row, plan in enumerate(form.cost_rows):
            filled.append((("forms", number, "cost_rows", row, "label"), plan.label, YEAR_FIELDS))
    for path, template, fields in filled:
        if "{" in template or "}" in template:
            yield from _template(path, template, fields)


def _template(path: Path, template: str, fields: Collection[str]) -> Iterator[Fault]:
    try:
        parts = list(Formatter().parse(template))
    except ValueError:
        yield Fault(path, f"「{template}」の {{ }} の書き方に誤りがあります。{{ と }} をそろえてください。")
        return
    for _, field, spec, conversion in parts:
        if field is None:
            continue
        if field not in fields or spec or conversion:
            listed = "、".join(f"{{{place}}}" for place in sorted(fields))
            yield Fault(
                path,
                f"「{template}」の {{{field}}} は書けません。書けるのは {listed} です。",
                field,
                tuple(fields),
            )


def _rules(standard: Standard, rule_ids: Collection[str]) -> Iterator[Fault]:
    """Rules and questions are those of the rulebook; a finance division's own questions begin with 「own-」."""
    own = [question.rule for question in standard.questions if question.rule.startswith(_OWN_QUESTION)]
    known = (*rule_ids, *own)
    for rule in standard.rules:
        yield from unknown_word(("rules", rule), rule, known, "規則")
    for number, question in enumerate(standard.questions):
        if question.rule not in known:
            yield unknown_fault(
                ("questions", number, "rule"), question.rule, known,
                f"規則（自分の質問の番号は「{_OWN_QUESTION}1」のように書きます）",
            )  # fmt: skip
    asked = [question.rule for question in standard.questions]
    if standard.judgement.end_rule and asked:
        yield from unknown_word(
            ("judgement", "end_rule"), standard.judgement.end_rule, asked, " questions の rule "
        )


_EXAMINATIONS: Final = (
    _years,
    _sums,
    _offices,
    columns.object_classes,
    columns.marks,
    columns.sources,
    columns.people,
    _head_words,
    _forms,
    _narrative,
    _templates,
)
