"""What is wrong with the columns, categories, marks and 節 of a Standard, and with what names them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from model.request.place import EXPENSE, GENERAL
from model.request.request import COMPONENTS
from model.standard.line_words import CostKind
from model.standard.multi_year_words import SourceColumn
from model.standard.standard import Standard
from model.standard.text_words import FIGURES_OF_SHEET
from model.standard_folder.fault import (
    Fault,
    Path,
    is_digits,
    key_faults,
    keys_of,
    overlap,
    unknown_fault,
    unknown_word,
    unknown_words,
    written_twice,
)
from model.values.people import parse as count_of


def object_classes(standard: Standard) -> Iterator[Fault]:
    """節 have one number and one name in a year; others name them by a name that exists."""
    classes, path = standard.object_classes, ("object_classes",)
    names = {object_class.name for object_class in classes}
    yield from written_twice(path, classes, "number")
    yield from written_twice(path, classes, "name")
    for number, object_class in enumerate(classes):
        yield from unknown_words(
            (*path, number, "instead"), object_class.instead, names, " object_classes の名前"
        )
    yield from unknown_words(
        ("revenue", "investments"), standard.revenue.investments, names, " object_classes の名前"
    )
    labels = standard.word_tables.object_classes
    for number, template in enumerate(standard.line_templates):
        for part_number, part in enumerate(template.parts):
            label = part.object_class.partition("/")[0]
            index = ("line_templates", number, "parts", part_number, "object_class")
            if label and not any(overlap(object_class, template) for object_class in labels.get(label, ())):
                yield unknown_fault(
                    index,
                    label,
                    [object_class.label for object_class in classes],
                    "その年度の object_classes ",
                )
    yield from _line_words(standard, names)


def _line_words(standard: Standard, names: Collection[str]) -> Iterator[Fault]:
    """The 節 and marks that the rules of lines name."""
    words, path = standard.line_words, ("line_words",)
    what = " object_classes の名前"
    yield from unknown_word(
        (*path, "frame", "mark"), words.frame.mark, keys_of(standard.line_marks), " line_marks "
    )
    kinds: list[tuple[Path, CostKind]] = [
        ((*path, "frame", "kinds", number), kind) for number, kind in enumerate(words.frame.kinds)
    ]
    for field in words.__struct_fields__:
        if isinstance(kind := getattr(words, field), CostKind):
            kinds.append(((*path, field), kind))
    for index, kind in kinds:
        yield from unknown_words((*index, "object_classes"), kind.object_classes, names, what)
    for field in ("with_class", "without_class"):
        yield from unknown_word((*path, "repair", field, 0), getattr(words.repair, field)[0], names, what)
    for number, goods in enumerate(words.goods):
        yield from unknown_word((*path, "goods", number, "asset"), goods.asset, names, what)
        yield from unknown_word((*path, "goods", number, "consumable", 0), goods.consumable[0], names, what)
    for number, misplaced in enumerate(words.misplaced):
        yield from unknown_words((*path, "misplaced", number, "wrong"), misplaced.wrong, names, what)
        yield from unknown_word((*path, "misplaced", number, "right", 0), misplaced.right[0], names, what)
    for number, rate in enumerate(words.pay.rates):
        whole, _, decimals = rate.per_mille.partition(".")
        if not is_digits(whole) or (decimals and not is_digits(decimals)):
            yield Fault(
                (*path, "pay", "rates", number, "per_mille"),
                f"「{rate.per_mille}」は率ではありません。「142.53」のように書いてください。",
            )
    for field in ("pay_class", "insurance_class"):
        yield from unknown_word((*path, "pay", field), getattr(words.pay, field), names, what)


def marks(standard: Standard) -> Iterator[Fault]:
    """Marks of cost lines have keys and labels of their own, and those that are named exist."""
    known = keys_of(standard.line_marks)
    yield from key_faults(("line_marks",), standard.line_marks)
    for number, mark in enumerate(standard.line_marks):
        yield from unknown_word(
            ("line_marks", number, "next_year"), mark.next_year or "", known, " line_marks "
        )
    for number, question in enumerate(standard.questions):
        if question.lines is not None:
            index = ("questions", number, "lines", "marks")
            yield from unknown_words(index, question.lines.marks, known, " line_marks ")


def sources(standard: Standard) -> Iterator[Fault]:
    """Funding sources have keys of their own, and every table and rule that names one names one that exists."""
    what, known = " funding_sources ", keys_of(standard.funding_sources)
    yield from key_faults(("funding_sources",), standard.funding_sources, (EXPENSE, GENERAL))
    tables: list[tuple[Path, list[SourceColumn]]] = [
        (("commitment_columns", index, "columns"), commitment_column.columns)
        for index, commitment_column in enumerate(standard.commitment_columns)
    ]
    for path, columns in (*tables, (("continuing", "columns"), standard.continuing.columns)):
        yield from key_faults(path, columns)
        for number, column in enumerate(columns):
            yield from unknown_word((*path, number, "key"), column.key, known, what)
    yield from _ledger(standard, known)
    revenue = standard.revenue
    yield from unknown_word(("national_source",), standard.national_source, known, what)
    for field in ("bonds", "fees", "other"):
        yield from unknown_word(("revenue", field), getattr(revenue, field), known, what)
    yield from unknown_words(("revenue", "before_bonds"), revenue.before_bonds, known, what)
    labels = [general_fund.label for general_fund in standard.general_funds]
    yield from unknown_word(
        ("revenue", "transfer_funds"), revenue.transfer_funds, labels, " general_funds の label "
    )
    figures = (*FIGURES_OF_SHEET, GENERAL, *COMPONENTS, *known)
    for number, total in enumerate(standard.text_words.totals):
        index = ("text_words", "totals", number, "figure")
        yield from unknown_word(index, total.figure, figures, "金額の種類（amount、財源の key など）")
    yield from written_twice(("bond_classes",), standard.bond_classes, "key")


def _ledger(standard: Standard, known: Collection[str]) -> Iterator[Fault]:
    """Every source goes into one column of the 調書, so that no fund is left out and none is counted twice."""
    path: Path = ("ledger", "columns")
    columns = standard.ledger.columns
    yield from key_faults(path, columns)
    counted: set[str] = set()
    for number, column in enumerate(columns):
        yield from unknown_words((*path, number, "sources"), column.sources, known, " funding_sources ")
        for key in column.sources:
            if key in counted:
                yield Fault(
                    (*path, number, "sources"), f"「{key}」がほかの列にもあります。一つの列に書いてください。"
                )
            counted.add(key)
    rest = sum(not column.sources for column in columns)
    if rest != 1:
        yield Fault(path, f"sources を書かない列（ほかの財源の和）は一つだけ要ります（いまは{rest}つ）。")


def people(standard: Standard) -> Iterator[Fault]:
    """Staff categories, the years of their prices, and what names them."""
    path: Path = ("staff_categories",)
    categories, known = standard.staff_categories, keys_of(standard.staff_categories)
    yield from key_faults(path, categories)
    first, last = standard.first_year - 1, standard.default_year.year + 1
    for number, category in enumerate(categories):
        yield from unknown_word((*path, number, "becomes"), category.becomes, known, " staff_categories ")
        for year in category.unit_costs:
            if not is_digits(year, 4):
                yield Fault(
                    (*path, number, "unit_costs", year), f"「{year}」は4桁の西暦の年度ではありません。"
                )
            elif not (max(first, category.first) <= int(year) <= min(last, category.last)):
                yield Fault(
                    (*path, number, "unit_costs", year),
                    f"{year}年度は、この職員区分の年度（{max(first, category.first)}から{min(last, category.last)}まで）にありません。",
                )
    if (rise := count_of(standard.stages.people_rise)) is None or rise <= 0:
        yield Fault(
            ("stages", "people_rise"),
            f"「{standard.stages.people_rise}」は人数ではありません。「1.0」のように書いてください。",
        )
    yield from unknown_word(("stages", "regular"), standard.stages.regular, known, " staff_categories ")
