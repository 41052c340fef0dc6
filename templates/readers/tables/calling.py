"""What the words of a row say of it: a total, a subtotal, a sum carried to another page, or perhaps a sum (…計)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from model.standard.standard import Standard
from templates.readers.labels import compact, request_labels
from templates.readers.tables.sums.figures import Calling

_LONGEST_CALLING: Final = 24
_LETTER_BEHIND: Final = re.compile(r"[A-Z]$")  # 「計A」
_COUNT: Final = re.compile(r"(?<=[計額]):?全?[0-9]+[^0-9.,%円]{1,3}\Z")  # 「計6件」
_BESIDE: Final = re.compile(r"[(\[][^()\[\]]{0,20}[)\]]|[①-⑳]|[※*].*")

_AROUND: Final = ":・()[]【】〔〕<>*"  # 「（小計）」, 「【計】」
_CLOSED: Final = re.escape(_AROUND)
_NUMBERED: Final = rf"[{_CLOSED}■□●○◆◇▼※]*+(?:[0-9]{{1,2}}|[一二三四五ⅠⅡⅢⅣIVア-エ])?[{_CLOSED}.、]*+"

_BEFORE: Final = "[^費経事と及並び・、]{0,6}?"  # in front of 「収入」 in a heading

_PARTS: Final = re.compile(r"[\s　]+")
_IN_BRACKETS: Final = r"[(\[【〔]{}[)\]】〕]"  # 「（案）」: a draft, and no choice
_OPENED: Final = re.compile(r"[(\[【〔]")
_NEAR: Final = 3  # signs that may stand before 「案」 in the name of a row: 「A案」, 「第1案」


def is_proposal(text: str, standard: Standard, *, is_row: bool = False) -> bool:
    """Whether the title of a table, or the name of a row, says that it is one of several choices: 「A案」."""
    words, plain = standard.workbook_reading, compact(text)
    if not any(word in plain for word in words.proposals):
        return False
    for other in words.no_proposals:
        plain = plain.replace(other, "")
    for word in words.proposals:
        plain = re.sub(_IN_BRACKETS.format(re.escape(word)), "", plain)
    for name in map(compact, _PARTS.split(text)):
        is_choice = any(0 <= name.find(word) <= _NEAR for word in words.proposals)
        if name.endswith(tuple(words.name_ends)) and not is_choice:
            plain = plain.replace(name, "")  # 「がんばる農家プラン支援事業」
    parts = _OPENED.split(plain) if is_row else [plain]  # 「教材費（A案：更新）」
    places = [place for part in parts for word in words.proposals if (place := part.find(word)) >= 0]
    return bool(places) and (not is_row or min(places) <= _NEAR)


def is_reference(title: str, standard: Standard) -> bool:
    """Whether the title of a table says that it stands beside that of the request: 「【参考】修繕実績」."""
    words, plain = standard.workbook_reading, compact(title)
    asked = [word for of in words.figures if of.kind in ("request", "budget") for word in of.words]
    return any(word in plain for word in words.reference_titles) and not any(word in plain for word in asked)


def is_of_income(text: str, standard: Standard, *, is_heading: bool = False) -> bool:
    """Whether a title, or the label of a total, says that a table is of income and nothing else: 「（歳入）」, 「２　財源内訳」, 「歳入合計」.

    A heading says so behind a few other words too: 「使用料等の収入」.
    """
    words, plain = standard.workbook_reading, compact(text)
    if any(word in plain for word in words.cost_titles):
        return False
    if not any(word in plain for word in words.source_titles):
        return _BESIDE.sub("", plain).endswith(tuple(words.income_ends))
    return _is_title_of(words.source_titles, plain, standard, _BEFORE if is_heading else "")


def is_of_costs(text: str, standard: Standard) -> bool:
    """Whether a heading says that a table is of costs and nothing else: 「歳出」, 「２　支出の部」, 「管理運営の経費」."""
    return _is_title_of(standard.workbook_reading.cost_titles, compact(text), standard, _BEFORE)


def _is_title_of(names: Sequence[str], plain: str, standard: Standard, before: str) -> bool:
    reading = standard.workbook_reading
    words = (*reading.documents, *reading.expected, *standard.word_tables.total_labels, "の部", "の", "み")
    name = f"{before}(?:{'|'.join(map(re.escape, names))})(?:{'|'.join(map(re.escape, words))})*"
    return re.fullmatch(rf"{_NUMBERED}{name}[{_CLOSED}]*", _BESIDE.sub("", plain) or plain) is not None


def asks(text: str, standard: Standard) -> bool:
    """Whether a text has a word of a request for a budget: 要求, 予算."""
    return any(word in text for word in standard.workbook_reading.requests)


def calling(text: str, standard: Standard) -> Calling:
    """What the words of a row say of it."""
    if not text or len(text) > _LONGEST_CALLING or standard.word_tables.signs_of_sums.isdisjoint(text):
        return ""
    plain = _COUNT.sub("", _BESIDE.sub("", compact(text)) or compact(text)).strip(_AROUND)
    words = standard.workbook_reading.rows
    if any(word in plain for word in (*words.carried_out, *words.carried_in)):
        return "carried"
    if plain.endswith(tuple(standard.word_tables.subtotal_labels)):
        return "subtotal"
    if (
        plain in standard.word_tables.total_labels
        or plain in words.totals
        or plain.endswith(tuple(words.total_ends))
    ):
        return "total"
    ending = _LETTER_BEHIND.sub("", plain)
    is_sum = ending.endswith(tuple(words.sums)) and not ending.endswith(tuple(words.no_sums))
    return "perhaps" if is_sum or plain in request_labels(standard) else ""
