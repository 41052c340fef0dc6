"""How both readers (published pages, workbooks) compare the words of a source with those of the Standard.

Only what is the same for a page and a workbook stands here; what a word means in one of them is decided by its reader.
"""

from __future__ import annotations

from model.request.place import GENERAL
from model.standard.standard import Standard
from model.values.amount import half_width


def compact(text: str) -> str:
    """Text without its spaces and with its full-width signs in their plain form: 「合　計」 is 「合計」."""
    return "".join(half_width(text).split())


def fund_labels(standard: Standard) -> dict[str, str]:
    """The headings of the columns of sources and of the rest, without spaces, and the key of each."""
    labels = {compact(source.label): source.key for source in standard.funding_sources}
    return labels | {compact(fund.label): GENERAL for fund in standard.general_funds}


def split_mark(text: str, standard: Standard) -> tuple[str, str]:
    """The key of the mark that a text opens with (【新規】), and the text behind it."""
    for mark in standard.line_marks:
        if mark.label and text.startswith(mark.label):
            return mark.key, text[len(mark.label) :]
    return "", text
