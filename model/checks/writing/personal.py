"""Personal data (個人情報) that has no place on a published page (rule 77)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeAlias

from model.checks.case import Case, LineContext
from model.checks.quoted import shortened
from model.checks.rule import Found, GroupCheck, LineInYearCheck, WholeCheck
from model.checks.texts import name_of, texts_beside_tables, texts_of_line, texts_of_table
from model.claims.texts.paragraphs import in_paragraphs
from model.figures.figures import GroupTotals, LineTotals
from model.names.fields import label_of
from model.request.place import Place
from model.standard.character_words import PersonalPatterns
from model.values.amount import half_width

_SOURCE: Final = "要求書の公表の日程（締切の数日後に公表される）から定めた規則"
_MAY_HAVE: Final = re.compile("[@＠]|[0０][7-9７-９]|[0-9０-９]{4}")


_Personal: TypeAlias = tuple[str, str]
"""Personal data found in a text: its kind, and how it is shown."""


def _finder(patterns: PersonalPatterns) -> Callable[[str], tuple[_Personal, ...]]:
    """The function that looks for personal data by the patterns of a Standard."""

    def look(piece: str) -> tuple[_Personal, ...]:
        if not _MAY_HAVE.search(piece):
            return ()
        plain = half_width(piece)
        found = [("個人のメールアドレス", f"（{match.group()}）") for match in patterns.mail.finditer(plain)]
        found += [("携帯電話の番号", f"（{match.group()}）") for match in patterns.mobile.finditer(plain)]
        digits = (re.sub(r"[- ]", "", match["digits"]) for match in patterns.number.finditer(plain))
        return (*found, *(("個人番号", "") for each in digits if _is_my_number(each)))

    return look


def _is_my_number(digits: str) -> bool:
    """Whether the check digit of a 個人番号 fits (the formula of the ministerial ordinance): else the twelve digits are something else."""
    weights = (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
    rest = sum(int(digit) * weight for digit, weight in zip(digits[:11], weights, strict=True)) % 11
    return int(digits[11]) == (0 if rest <= 1 else 11 - rest)


def _findings(where: Place, name: str, seen: Sequence[_Personal]) -> Iterator[Found]:
    """One finding for each kind of data in a text."""
    first = dict(reversed(list(seen)))
    for what in dict.fromkeys(what for what, _ in seen):
        yield Found(
            where,
            f"{name}に{what}{first[what]}らしいものがあります。"
            "要求書は公表されるので、個人のものであれば消してください。",
        )


def _findings_of(where: Place, text: str, name: str, patterns: PersonalPatterns) -> Iterator[Found]:
    if _MAY_HAVE.search(text):
        look = _finder(patterns)
        yield from _findings(where, name, [found for line in text.split("\n") for found in look(line)])


@WholeCheck.rule(
    "77", "個人のメールアドレス、携帯電話の番号、個人番号を公表する要求書に書かない。", _SOURCE, "warning"
)
def no_personal_data_is_published(case: Case) -> Iterator[Found]:
    """Rule 77: pages go public days after the deadline, so no private mail, mobile number or 個人番号 stands on them.

    The office's telephone and mail are what the page is for. A mobile number is one with its hyphens or brackets, or
    right after a word for telephone; a 個人番号 is twelve digits after its name whose check digit fits. Names and addresses
    cannot be distinguished from those of offices and companies, and are left to the eye. One finding for each text and kind.
    """
    look = case.results.of(_finder, case.standard.word_tables.personal)
    for where, text in texts_beside_tables(case.request):
        if seen := in_paragraphs(case.results, look, text):
            yield from _findings(where, name_of(where, case.request), seen)


@GroupCheck.rule(
    "77",
    "所要経費の表の題と注にも、個人のメールアドレス、携帯電話の番号、個人番号を書かない。",
    _SOURCE,
    "warning",
)
def no_personal_data_stands_at_a_table(group: GroupTotals, context: LineContext) -> Iterator[Found]:
    """Rule 77 for the title and the note of a cost table."""
    for where, text in texts_of_table(group.group):
        yield from _findings_of(where, text, f"「{label_of(where)}」", context.standard.word_tables.personal)


@LineInYearCheck.rule(
    "77", "経費の行に個人のメールアドレス、携帯電話の番号、個人番号を書かない。", _SOURCE, "warning"
)
def no_personal_data_stands_on_a_line(line: LineTotals, context: LineContext) -> Iterator[Found]:
    """Rule 77 for the text and the remark of a cost line."""
    name = f"「{shortened(line.line.text)}」の行"
    for where, text in texts_of_line(line.line):
        yield from _findings_of(where, text, name, context.standard.word_tables.personal)
