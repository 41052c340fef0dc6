"""How both readers (published pages, workbooks) compare the words of a source with those of the Standard.

Only what is the same for a page and a workbook stands here; what a word means in one of them is decided by its reader.
"""

from __future__ import annotations

import re
from typing import Final

from model.request.place import GENERAL, Place
from model.standard.standard import Standard
from model.values.amount import half_width

SUBJECT: Final[tuple[Place, ...]] = ("header/subject_kan", "header/subject_kou", "header/subject_moku")
_SUBJECT: Final = re.compile(r"\s*+款[:：]?([^項]*+)項[:：]?([^目]*+)目[:：]?(.*)", re.DOTALL)
_ACCOUNT: Final = re.compile(r"([^(（]*+)[(（](.*)[)）]", re.DOTALL)


def compact(text: str) -> str:
    """Text without its spaces and with its full-width signs in their plain form: 「合　計」 is 「合計」."""
    return "".join(half_width(text).split())


def subject_in(text: str) -> dict[Place, str] | None:
    """The names of 款, 項 and 目 in 「款：総務費 項：企画費 目：計画調査費」, by their places; None for another text."""
    found = _SUBJECT.fullmatch(text)
    return dict(zip(SUBJECT, map(str.strip, found.groups()), strict=True)) if found else None


def class_and_account(text: str, standard: Standard, *, has_account: bool = False) -> tuple[str, str]:
    """The class of a budget and the account in brackets behind it, 「特別会計（港湾整備）」; "" where its class has none.

    A request that ``has_account`` already may have a class of its own.
    """
    found = _ACCOUNT.fullmatch(text) if has_account or standard.account_of(text) else None
    return (found[1].rstrip(), found[2].strip()) if found else (text, "")


def fund_labels(standard: Standard) -> dict[str, str]:
    """The headings of the columns of sources and of the rest, without spaces, and the key of each."""
    labels = {compact(source.label): source.key for source in standard.funding_sources}
    return labels | {compact(fund.label): GENERAL for fund in standard.general_funds}


def source_labels(standard: Standard) -> set[str]:
    """What rows are called that say what the costs are paid from, without spaces: the form's own, and those of others."""
    own = fund_labels(standard).keys()
    return {*map(compact, standard.workbook_reading.source_rows)} | rest_labels(standard) | own


def rest_labels(standard: Standard) -> set[str]:
    """What the row is called that pays what the sources leave, without spaces: 一般財源."""
    return set(map(compact, standard.workbook_reading.rest_rows))


def request_labels(standard: Standard) -> set[str]:
    """What 要求額 is called, without spaces: the form's own word, and those of others."""
    return {compact(word) for word in (standard.words.request, *standard.workbook_reading.request)}


def split_mark(text: str, standard: Standard) -> tuple[str, str]:
    """The key of the mark that a text opens with (【新規】), and the text behind it."""
    for mark in standard.line_marks:
        if mark.label and text.startswith(mark.label):
            return mark.key, text[len(mark.label) :]
    return "", text
