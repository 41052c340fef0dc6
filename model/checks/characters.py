"""Characters: one mark for negative figures in the text (rule 75), none that the published page loses (rule 76)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from model import place
from model.characters import Kind, is_replaceable, odd_characters, replaced
from model.checks.by_table import ByTable
from model.checks.finding import Finding, Fix
from model.checks.rule import Rule, checks
from model.checks.texts import by_piece, name_of, shortened, texts_beside_tables, texts_of_line
from model.figures import LineTotals, Totals
from model.place import Place
from model.request import Request
from model.standard import Standard

_MARKS: Final = "公表された要求書の本文（△と▲の混在）、大阪府の要求書（▲にそろえる）"
_CODES: Final = (
    "総務省 機械判読可能なデータの表記方法（機種依存文字を使わない）、公表ページの文字化け（①②③が@AB）"
)
_NAMED: Final = 3
_LOST: Final[tuple[Kind, ...]] = ("private", "beyond")

_odd = by_piece(odd_characters)


class _Odd(NamedTuple):
    """A text with characters that the published page may lose: those lost for sure, and those that are not plain."""

    where: Place
    text: str
    line: int
    lost: tuple[str, ...]
    plain: tuple[str, ...]


def _odd_in(where: Place, text: str, standard: Standard) -> _Odd | None:
    if text.isascii() or not (seen := _odd(text)):
        return None
    words = standard.characters
    lost: dict[str, int] = {}
    plain: dict[str, int] = {}
    for line, (character, kind) in seen:
        if character not in words.ordinary:
            is_lost = kind in _LOST and character not in words.instead
            (lost if is_lost else plain).setdefault(character, line)
    if not lost and not plain:
        return None
    return _Odd(where, text, min((*lost.values(), *plain.values())), tuple(lost), tuple(plain))


def _odd_of_line(line: LineTotals, standard: Standard) -> tuple[_Odd, ...]:
    own = (_odd_in(where, text, standard) for where, text in texts_of_line(line.line))
    parts = (each for part in line.parts for each in _odd_of_line(part, standard))
    return (*(each for each in own if each is not None), *parts)


_odd_lines = ByTable(_odd_of_line)


@checks(
    Rule("76", "公表ページの文字コードにない文字（外字など）を使わない。", _CODES),
    Rule("76-plain", "機種依存文字と半角カナは、普通の文字で書く。", _CODES),
    reads="header contact funding_words assessment sections commitments continuing",
)
def text_has_no_characters_that_are_lost(
    request: Request, _totals: Totals, standard: Standard
) -> Iterator[Finding]:
    """Rule 76: 外字 and characters of no Japanese set are lost on the published page; one finding for each text.

    機種依存文字 (①㈱Ⅲ㍻㎡) and half-width kana are for the most part read everywhere today, so they are only told (76-plain),
    with the plain characters as the repair. The site really turned ①②③ into @AB. Plain JIS X 0208, the kanji and signs
    of JIS X 0213 and the doubles that Windows types (～－) are left alone.
    """
    for where, text in texts_beside_tables(request):
        odd = _odd_in(where, text, standard)
        if odd is not None:
            name = name_of(where, request)
            if odd.lost:
                yield _lost(odd, name)
            if odd.plain:
                yield _not_plain((odd,), name, standard)


@checks(
    Rule("76", "公表ページの文字コードにない文字（外字など）を使わない。", _CODES),
    Rule("76-plain", "機種依存文字と半角カナは、普通の文字で書く。", _CODES),
    reads="groups",
)
def tables_have_no_characters_that_are_lost(
    _request: Request, totals: Totals, standard: Standard
) -> Iterator[Finding]:
    """Rule 76 in the cost tables: what a table's lines have that is not plain is one finding, and one repair."""
    for group in totals.groups:
        title, note = group.group.title, group.group.note
        about = f"「{shortened(title)}」の表" if title else "所要経費の表"
        own = ((place.group(group.group.id, "title"), title), (place.group(group.group.id, "note"), note))
        found = [odd for where, text in own if (odd := _odd_in(where, text, standard)) is not None]
        found += [odd for _, odd in _odd_lines.of(group, standard)]
        for odd in found:
            if odd.lost:
                yield _lost(odd, f"{about}の「{shortened(odd.text)}」")
        plain = [odd for odd in found if odd.plain]
        if plain:
            yield _not_plain(plain, about, standard)


def _lost(odd: _Odd, name: str) -> Finding:
    return Finding(
        "76",
        odd.where,
        f"{name}{_line(odd)}の{_named(odd.lost)}は、外字か、日本語の文字コード（JIS X 0213）にない文字です。"
        "公表したページで読めなくなるので、別の文字に直してください。",
        _CODES,
    )


def _not_plain(found: Iterable[_Odd], name: str, standard: Standard) -> Finding:
    first, *others = found
    characters = tuple(dict.fromkeys(each for odd in (first, *others) for each in odd.plain))
    words = standard.characters
    repairs = [
        (odd.where, after) for odd in (first, *others) if (after := replaced(odd.text, words)) != odd.text
    ]
    example = next((each for each in characters if is_replaceable(each, words)), "")
    where = f"{name}の{len(others) + 1}か所" if others else f"{name}{_line(first)}"
    repair = f"「{example}」は「{replaced(example, words)}」のように、" if example else "使わずにすむなら"
    return Finding(
        "76-plain",
        first.where,
        f"{where}に機種依存文字か半角カナの{_named(characters)}があります。"
        f"公表したページで別の文字に化けることがあるので、{repair}普通の文字で書いてください。",
        _CODES,
        fix=Fix("普通の文字に直す", repairs[0][0], repairs[0][1], tuple(repairs[1:])) if repairs else None,
    )


def _line(odd: _Odd) -> str:
    return f"の{odd.line}行目" if "\n" in odd.text else ""


def _named(characters: tuple[str, ...]) -> str:
    """「①」「②」「③」ほか2字; one that has no shape everywhere by its number: 「U+E000」."""
    shown = "".join(
        f"「U+{ord(each):04X}」" if len(each) == 1 and "\ue000" <= each <= "\uf8ff" else f"「{each}」"
        for each in characters[:_NAMED]
    )
    more = len(characters) - _NAMED
    return f"{shown}ほか{more}字" if more > 0 else shown


class _Marked(NamedTuple):
    """A text with the marks of negative figures in it."""

    where: Place
    text: str
    marks: tuple[str, ...]


@lru_cache(4)
def _negatives(marks: str) -> re.Pattern[str]:
    """A mark of a negative figure stands right before its digits; elsewhere △ is a sign or a shape."""
    return re.compile(rf"[{re.escape(marks)}](?=\s?[¥￥]?\s?[0-9０-９])")


@lru_cache(4)
def _marks_by_piece(marks: str) -> Callable[[str], tuple[tuple[int, str], ...]]:
    pattern = _negatives(marks)
    return by_piece(lambda piece: tuple(pattern.findall(piece)))


def _marked_in(texts: Iterable[tuple[Place, str]], standard: Standard) -> Iterator[_Marked]:
    marks = standard.characters.negative_marks
    if len(marks) > 1:
        look = _marks_by_piece(marks)
        for where, text in texts:
            if any(mark in text for mark in marks) and (seen := look(text)):
                yield _Marked(where, text, tuple(mark for _, mark in seen))


def _marked_of_line(line: LineTotals, standard: Standard) -> tuple[_Marked, ...]:
    parts = (each for part in line.parts for each in _marked_of_line(part, standard))
    return (*_marked_in(texts_of_line(line.line), standard), *parts)


_marked_lines = ByTable(_marked_of_line)


@checks(
    Rule("75", "本文の負の数の印は、△か▲のどちらかにそろえる。", _MARKS),
    reads="header contact funding_words assessment sections commitments continuing groups",
)
def negative_marks_are_uniform(request: Request, totals: Totals, standard: Standard) -> Iterator[Finding]:
    """Rule 75: the text and the remarks write negative figures with △ or with ▲, not with both.

    Form lines and tables print the hyphen whatever the text has (094 and 166 have - and ▲, which is right). △ that
    stands before no figure (○△×, a bullet) is no such mark. The repair takes the mark that the sheet has more often.
    """
    marked = list(_marked_in(texts_beside_tables(request), standard))
    for group in totals.groups:
        own = (
            (place.group(group.group.id, "title"), group.group.title),
            (place.group(group.group.id, "note"), group.group.note),
        )
        marked += _marked_in(own, standard)
        marked += [each for _, each in _marked_lines.of(group, standard)]
    counts = Counter(mark for each in marked for mark in each.marks)
    if len(counts) < 2:
        return
    usual = standard.printing.minus_on_screen
    kept = max(counts, key=lambda mark: (counts[mark], mark == usual))
    others = "".join(mark for mark in counts if mark != kept)
    pattern = _negatives(others)
    repairs = [
        (each.where, pattern.sub(kept, each.text))
        for each in marked
        if any(mark in others for mark in each.marks)
    ]
    told = "と".join(f"{mark}（{count}か所）" for mark, count in counts.most_common())
    (first, text), *rest = repairs
    yield Finding(
        "75",
        first,
        f"負の数の印に{told}が混ざっています。{kept}にそろえてください。",
        _MARKS,
        fix=Fix(f"{kept}にそろえる", first, text, tuple(rest)),
    )
