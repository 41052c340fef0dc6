"""What the rules of lines by 節 share: of what kind of cost a line is, and whether anything explains it."""

from __future__ import annotations

from model.checks.case import LineContext
from model.figures.figures import LineTotals, every_line
from model.standard.line_words import CostKind
from model.standard.parts import ObjectClass
from model.totals import object_class


def object_class_of(line: LineTotals, context: LineContext) -> ObjectClass | None:
    """The 節 that holds for a line: its own, else that of the line above."""
    return object_class.in_force(context.lines(line), context.year, context.standard)


def is_of_kind(line: LineTotals, context: LineContext, kind: CostKind) -> bool:
    """Whether a line is of a kind of cost, by its 節 and words.

    A 節 that the kind does not have, or that nobody knows, speaks against it; a line without a 節 needs the word.
    """
    says = kind.is_in(line.line.text) or (
        bool(line.line.object_class) and kind.is_in(object_class.sub_object(line.line.object_class))
    )
    if not says and not (kind.by_class and any(own.object_class for own in context.lines(line))):
        return False
    of_line = object_class_of(line, context)
    if of_line is not None:
        return of_line.name in kind.object_classes
    return says and not any(own.object_class for own in context.lines(line))


def begins_kind(line: LineTotals, context: LineContext, kind: CostKind) -> bool:
    """Whether a line is of a kind of cost and asks for some money, and no line above it is: it speaks for its parts."""
    amount = line.amount.value
    if amount is None or amount < kind.at_least or not is_of_kind(line, context, kind):
        return False
    below = context
    for upper in reversed(context.above):
        below = LineContext(below.fiscal_year, below.standard, below.above[:-1])
        if is_of_kind(upper, below, kind):
            return False
    return True


def texts_of(line: LineTotals) -> str:
    """Everything that is written on a line and its parts, to be looked through for words."""
    texts = (
        text for part in every_line((line,)) for text in (part.line.text, part.line.remark, part.line.basis)
    )
    return "\n".join(filter(None, texts))


def is_explained(line: LineTotals, context: LineContext) -> bool:
    """Whether the line, a part of it or a line above has a remark, or one of the former a basis."""
    is_so = any(part.line.remark.strip() or part.line.basis.strip() for part in every_line((line,)))
    return is_so or any(upper.line.remark.strip() for upper in context.above)
