"""Characters: one mark for negative figures in the text (rule 75), none that the published page loses (rule 76)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, TypeAlias

from model.checks.case import Case, LineContext
from model.checks.finding import Fix
from model.checks.quoted import shortened
from model.checks.rule import Found, GroupCheck, WholeCheck
from model.checks.texts import in_lines, name_of, texts_beside_tables, texts_in_table, words_in_table
from model.claims.texts.odd_characters import Kind, is_plain, odd_characters, replaced
from model.figures.figures import GroupTotals
from model.request.place import Place
from model.request.request import CostGroup
from model.standard.standard import Standard

_MARKS: Final = "公表された要求書の本文（△と▲の混在）、▲にそろえる要求書"
_CODES: Final = (
    "総務省 機械判読可能なデータの表記方法（機種依存文字を使わない）、公表ページの文字化け（①②③が@AB）"
)
_NAMED: Final = 3
_LOST: Final[tuple[Kind, ...]] = ("private", "beyond")


class _Odd(NamedTuple):
    """A text with characters that the published page may lose.

    Attributes:
        where: its place.
        text: as it is, and ``repaired`` with plain characters.
        line: the number of the first line that has one.
        lost: those that are lost for sure.
        plain: those that are not plain.
    """

    where: Place
    text: str
    repaired: str
    line: int
    lost: tuple[str, ...]
    plain: tuple[str, ...]


def _odd_beside_tables(case: Case) -> Iterator[_Odd]:
    texts = texts_beside_tables(case.request)
    return filter(None, (case.results.of(_odd, where, text, case.standard) for where, text in texts))


def _odd_in_table(group: CostGroup, standard: Standard) -> list[_Odd]:
    if is_plain(words_in_table(group)):  # nearly all are: no need to look at each line
        return []
    return [odd for where, text in texts_in_table(group) if (odd := _odd(where, text, standard))]


def _odd(where: Place, text: str, standard: Standard) -> _Odd | None:
    words = standard.characters
    if is_plain(text) or not (seen := tuple(in_lines(odd_characters, text))):
        return None
    lost: dict[str, int] = {}
    plain: dict[str, int] = {}
    for line, (character, kind) in seen:
        if character not in words.ordinary:
            is_lost = kind in _LOST and character not in words.instead
            (lost if is_lost else plain).setdefault(character, line)
    if not lost and not plain:
        return None
    first = min((*lost.values(), *plain.values()))
    return _Odd(where, text, replaced(text, words, plain), first, tuple(lost), tuple(plain))


@WholeCheck.rule("76", "公表ページの文字コードにない文字（外字など）を使わない。", _CODES, "warning")
def text_has_no_characters_that_are_lost(case: Case) -> Iterator[Found]:
    """Rule 76: 外字 and characters of no Japanese set are lost on the published page; one finding for each text.

    Plain JIS X 0208, the kanji and signs of JIS X 0213 and the doubles that Windows types (～－) are left alone.
    """
    for odd in _odd_beside_tables(case):
        if odd.lost:
            yield _lost(odd, name_of(odd.where, case.request))


@WholeCheck.rule("76-plain", "機種依存文字と半角カナは、普通の文字で書く。", _CODES, "info")
def text_has_plain_characters(case: Case) -> Iterator[Found]:
    """Texts beside the tables have no 機種依存文字 (①㈱Ⅲ㍻㎡) and no half-width kana; the repair writes plain characters.

    Most systems read them today, so the finding is 参考. The publication site has turned ①②③ into @AB.
    """
    for odd in _odd_beside_tables(case):
        if odd.plain:
            yield _not_plain([odd], name_of(odd.where, case.request), case.standard)


@GroupCheck.rule("76", "所要経費の表にも、外字などを使わない。", _CODES, "warning")
def tables_have_no_characters_that_are_lost(group: GroupTotals, context: LineContext) -> Iterator[Found]:
    """Rule 76 in the cost tables: one finding for each text."""
    for odd in _odd_in_table(group.group, context.standard):
        if odd.lost:
            yield _lost(odd, f"{_table(group)}の「{shortened(odd.text)}」")


@GroupCheck.rule("76-plain", "所要経費の表でも、機種依存文字と半角カナは普通の文字で書く。", _CODES, "info")
def tables_have_plain_characters(group: GroupTotals, context: LineContext) -> Iterator[Found]:
    """What a table's lines have that is not plain is one finding, and one repair."""
    plain = [odd for odd in _odd_in_table(group.group, context.standard) if odd.plain]
    if plain:
        yield _not_plain(plain, _table(group), context.standard)


def _table(group: GroupTotals) -> str:
    """What a cost table is called in a sentence."""
    title = shortened(group.group.title)
    return f"「{title}」の表" if title else "所要経費の表"


def _lost(odd: _Odd, name: str) -> Found:
    return Found(
        odd.where,
        f"{name}{_line(odd)}の{_named(odd.lost)}は、外字か、日本語の文字コード（JIS X 0213）にない文字です。"
        "公表したページで読めなくなるので、別の文字に直してください。",
    )


def _not_plain(found: list[_Odd], name: str, standard: Standard) -> Found:
    first, words = found[0], standard.characters
    characters = tuple(dict.fromkeys(character for odd in found for character in odd.plain))
    repairs = [(odd.where, odd.repaired) for odd in found if odd.repaired != odd.text]
    example = next((character for character in characters if replaced(character, words) != character), "")
    where = f"{name}の{len(found)}か所" if len(found) > 1 else f"{name}{_line(first)}"
    repair = f"「{example}」は「{replaced(example, words)}」のように、" if example else "使わずにすむなら"
    return Found(
        first.where,
        f"{where}に機種依存文字か半角カナの{_named(characters)}があります。"
        f"公表したページで別の文字に化けることがあるので、{repair}普通の文字で書いてください。",
        fix=Fix("普通の文字に直す", repairs[0][0], repairs[0][1], tuple(repairs[1:])) if repairs else None,
    )


def _line(odd: _Odd) -> str:
    return f"の{odd.line}行目" if "\n" in odd.text else ""


def _named(characters: tuple[str, ...]) -> str:
    """「①」「②」「③」ほか2字; one that has no shape everywhere by its number: 「U+E000」."""
    shown = "".join(
        f"「U+{ord(character):04X}」"
        if len(character) == 1 and "\ue000" <= character <= "\uf8ff"
        else f"「{character}」"
        for character in characters[:_NAMED]
    )
    more = len(characters) - _NAMED
    return f"{shown}ほか{more}字" if more > 0 else shown


_Marked: TypeAlias = tuple[Place, str, tuple[str, ...]]
"""A text with the marks of negative figures in it."""


def _mark(marks: str) -> re.Pattern[str]:
    """A mark of a negative figure stands right before its digits; elsewhere △ is a sign or a shape."""
    return re.compile(rf"[{re.escape(marks)}](?=\s?[¥￥]?\s?[0-9０-９])")


def _marked_texts(texts: Iterable[tuple[Place, str]], standard: Standard) -> Iterator[_Marked]:
    marks = standard.characters.negative_marks
    for where, text in texts if len(marks) > 1 else ():
        if any(mark in text for mark in marks) and (
            seen := tuple(mark for _, mark in in_lines(_mark(marks).findall, text))
        ):
            yield where, text, seen


def _marked_in_table(group: CostGroup, standard: Standard) -> tuple[_Marked, ...]:
    words = words_in_table(group)
    is_marked = any(mark in words for mark in standard.characters.negative_marks)
    return tuple(_marked_texts(texts_in_table(group), standard)) if is_marked else ()


@WholeCheck.rule("75", "本文の負の数の印は、△か▲のどちらかにそろえる。", _MARKS, "info")
def negative_marks_are_uniform(case: Case) -> Iterator[Found]:
    """Rule 75: the text and the remarks write negative figures with △ or with ▲, not with both.

    Form lines and tables print the hyphen whatever the text has (094 and 166 have - and ▲, which is right). △ that
    stands before no figure (○△×, a bullet) is no such mark. The repair takes the mark that the sheet has more often.
    """
    in_tables = [
        marked
        for group in case.request.groups
        for marked in case.results.of(_marked_in_table, group, case.standard)
    ]
    texts = list(texts_beside_tables(case.request))
    marks = case.standard.characters.negative_marks
    there = {mark for _, _, seen in in_tables for mark in seen}
    there |= {mark for mark in marks if any(mark in text for _, text in texts)}
    if len(there) < 2:  # nearly always: no need to look at each of them
        return
    marked = [*_marked_texts(texts, case.standard), *in_tables]
    counts = Counter(mark for _, _, seen in marked for mark in seen)
    if len(counts) < 2:
        return
    usual = case.standard.printing.minus_on_screen
    kept = max(counts, key=lambda mark: (counts[mark], mark == usual))
    repairs = [(where, _mark(marks).sub(kept, text)) for where, text, seen in marked if {*seen} != {kept}]
    counted = "と".join(f"{mark}（{count}か所）" for mark, count in counts.most_common())
    (first, text), *rest = repairs
    yield Found(
        first,
        f"負の数の印に{counted}が混ざっています。{kept}にそろえてください。",
        fix=Fix(f"{kept}にそろえる", first, text, tuple(rest)),
    )
