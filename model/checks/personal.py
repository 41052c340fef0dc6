"""Personal data (個人情報) that has no place on a published page (rule 77)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from model import place
from model.amount import half_width
from model.character_words import PersonalWords
from model.checks.by_table import ByTable
from model.checks.finding import Finding
from model.checks.rule import Rule, checks
from model.checks.texts import by_piece, name_of, shortened, texts_beside_tables, texts_of_line
from model.figures import LineTotals, Totals
from model.place import Place
from model.request import Request
from model.standard import Standard

_SOURCE: Final = "要求書の公表（締切の数日後に全国へ公開）、個人情報の保護に関する法律（要配慮）"
_MAY_HAVE: Final = re.compile("[@＠]|[0０][7-9７-９]|[0-9０-９]{4}")


class _Personal(NamedTuple):
    """What was found in a text: what it is called, and as it stands there."""

    what: str
    text: str


class _Placed(NamedTuple):
    where: Place
    name: str
    found: _Personal


@lru_cache(4)
def _look(words: PersonalWords) -> Callable[[str], tuple[tuple[int, _Personal], ...]]:
    """The function that looks for personal data by the words of a Standard."""
    domains = "|".join(map(re.escape, words.private_mail)) or r"(?!)"
    mail = re.compile(
        rf"[\w.+-]{{1,64}}@(?:[\w-]{{1,63}}\.){{0,4}}(?:{domains})(?![\w.-]*\w)", re.ASCII | re.IGNORECASE
    )
    prefix = "|".join(words.mobile_prefixes) or r"(?!)"
    after = "|".join(map(re.escape, words.telephone)) or r"(?!)"
    mobile = re.compile(
        rf"(?<![0-9-])(?:{prefix})(?:[-‐－−ー–]\d{{4}}[-‐－−ー–]|\(\d{{4}}\))\d{{4}}(?![0-9-])"
        rf"|(?:{after})[^0-9\n]{{0,6}}(?:{prefix})\d{{8}}(?!\d)",
        re.ASCII,
    )
    number = re.compile(
        rf"(?:{'|'.join(map(re.escape, words.my_number)) or r'(?!)'})[^0-9\n]{{0,8}}"
        r"(?P<digits>\d{4}[- ]?\d{4}[- ]?\d{4})(?!\d)",
        re.ASCII,
    )

    def look(piece: str) -> tuple[_Personal, ...]:
        if not _MAY_HAVE.search(piece):
            return ()
        plain = half_width(piece)
        found = [_Personal("個人のメールアドレス", each.group()) for each in mail.finditer(plain)]
        found += [_Personal("携帯電話の番号", each.group()) for each in mobile.finditer(plain)]
        found += [
            _Personal("個人番号", "")
            for each in number.finditer(plain)
            if _is_my_number(re.sub(r"[- ]", "", each["digits"]))
        ]
        return tuple(found)

    return by_piece(look)


def _is_my_number(digits: str) -> bool:
    """Whether the check digit of a 個人番号 fits (番号法施行令 8条, 総務省令): else the twelve digits are something else."""
    weights = (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
    rest = sum(int(digit) * weight for digit, weight in zip(digits[:11], weights, strict=True)) % 11
    return int(digits[11]) == (0 if rest <= 1 else 11 - rest)


def _in_texts(texts: Iterable[tuple[Place, str]], standard: Standard) -> Iterator[tuple[Place, _Personal]]:
    look = _look(standard.personal)
    for where, text in texts:
        for _, found in look(text):
            yield where, found


def _of_line(line: LineTotals, standard: Standard) -> tuple[_Placed, ...]:
    own = line.line
    found = (
        _Placed(where, f"「{shortened(own.text)}」の行", each)
        for where, each in _in_texts(texts_of_line(own), standard)
    )
    return (*found, *(each for part in line.parts for each in _of_line(part, standard)))


_lines = ByTable(_of_line)


@checks(
    Rule("77", "個人のメールアドレス、携帯電話の番号、個人番号を公表する要求書に書かない。", _SOURCE),
    reads="header contact funding_words assessment sections commitments continuing groups",
)
def no_personal_data_is_published(request: Request, totals: Totals, standard: Standard) -> Iterator[Finding]:
    """Rule 77: pages go public days after the deadline, so no private mail, mobile number or 個人番号 stands on them.

    The office's telephone and mail are what the page is for. A mobile number is one with its hyphens or brackets, or
    right after a word for telephone; a 個人番号 is twelve digits after its name whose check digit fits. Names and addresses
    cannot be told from those of offices and companies, and are left to the eye. One finding for each text and kind.
    """
    placed = [
        _Placed(where, name_of(where, request), found)
        for where, found in _in_texts(texts_beside_tables(request), standard)
    ]
    for group in totals.groups:
        title, note = group.group.title, group.group.note
        if title or note:
            own = ((place.group(group.group.id, "title"), title), (place.group(group.group.id, "note"), note))
            about = f"「{shortened(title)}」の表"
            placed += [_Placed(where, about, found) for where, found in _in_texts(own, standard)]
        placed += [each for _, each in _lines.of(group, standard)]
    told: set[tuple[Place, str]] = set()
    for each in placed:
        if (each.where, each.found.what) not in told:
            told.add((each.where, each.found.what))
            shown = f"（{each.found.text}）" if each.found.text else ""
            yield Finding(
                "77",
                each.where,
                f"{each.name}に{each.found.what}{shown}らしいものがあります。"
                "要求書は公表されるので、個人のものであれば消してください。",
                _SOURCE,
            )
