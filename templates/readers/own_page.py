"""Reading back the published page that this program wrote: its request from the data in it, while they are true.

What a page shows is the truth. Its data stand for it where they show the same when they are written again, or where
the page shows to the character what it did when it was written. Any other page was changed by hand: it is read by what
it shows (templates/readers/page), with the list of what is different.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from model.differences.texts import differing_parts
from model.document import storage
from model.document.document import take_snapshot
from model.document.storage import FileError
from model.language import phrase
from model.standard.standard import Standard
from templates.page.html import clean, render_shown
from templates.page.page_data import ID, Block, PublishedPage
from templates.readers.page import read_html
from templates.readers.reading import HandChange, Reading, Unread, cut

_PAGE: Final = phrase("ページ")
_BLANK: Final = phrase("（空欄）")
_WHOLE: Final = phrase("全体")
_WORDS: Final = phrase("ページの文字")
_DAMAGED: Final = phrase(
    "ページに付いている要求書のデータが読めないため、ページに見えるとおりに読みました。金額と行を確かめてください。"
)
_CHANGED: Final = phrase(
    "書き出したあとに手で変えられたページなので、ページに見えるとおりに読みました（変わったところは「手で変えられた箇所」にあります）。金額と行を確かめてください。"
)
_BLANKS_CHANGED: Final = phrase(
    "空白か改行が書き出したときと違います。文字と数字は同じなので、書き出したときの空白と改行で読みました。"
)
_OUTSIDE: Final = phrase("要求書の外に書かれている文字なので、取り込みませんでした。")
_OTHERWISE: Final = phrase("いまの様式と計算では「{before}」になります。どちらが正しいか確かめてください。")


def carries_data(html: str) -> bool:
    """Whether the text may be a page with its request as data; words of its text alone do not make it one."""
    return ID in html and "<template" in html.lower()


def read_own_page(html: str, standard: Standard, folder: Path) -> Reading:
    """Read a page that carries its request as data; the folder of the Standard has the page's template.

    Returns:
        The request as it was published; where the page was changed by hand, the request that it shows, and the changes.

    Raises:
        FileError: when the page was changed and cannot be read by what it shows.
    """
    html = clean(html)
    page = PublishedPage(html)
    if page.data is None:
        return read_html(html, standard)
    try:
        request = storage.loads(page.data.encode(), _PAGE)
    except FileError:
        reading = read_html(html, standard)
        return replace(reading, unread=(Unread(_PAGE, _WHOLE, _DAMAGED), *reading.unread))
    meant = PublishedPage(render_shown(take_snapshot(request, standard), folder))
    differences = list(_differences(meant.blocks, page.blocks))
    missed = [Unread(phrase("要求書の外"), cut(block.words), _OUTSIDE) for block in page.outside]
    if page.digest == page.digest_with(page.data):
        missed += [
            Unread(difference.where, cut(difference.after), phrase(_OTHERWISE, before=difference.before))
            for difference in differences
        ]
    elif differences:
        reading = read_html(html, standard)
        return Reading(
            reading.request, (Unread(_PAGE, _WHOLE, _CHANGED), *reading.unread), tuple(differences)
        )
    elif page.blocks != meant.blocks:
        missed.append(Unread(_PAGE, _WHOLE, _BLANKS_CHANGED))
    return Reading(request, tuple(missed))


def _differences(meant: Sequence[Block], shown: Sequence[Block]) -> Iterator[HandChange]:
    """What a page shows otherwise than it was meant to, block by block; blanks do not count."""
    for before, after in _side_by_side(meant, shown):
        place = after or before
        if place and (before is None or after is None or before.seen != after.seen):
            texts = ((block.words or _BLANK) if block else "" for block in (before, after))
            was, now = differing_parts(*texts)
            yield HandChange(place.where, _WORDS, cut(was), cut(now))


def _side_by_side(
    meant: Sequence[Block], shown: Sequence[Block]
) -> Iterator[tuple[Block | None, Block | None]]:
    """The blocks of two pages, those together that stand for each other; None where one page has none."""
    if len(meant) == len(shown):
        yield from zip(meant, shown, strict=True)
        return
    matcher = SequenceMatcher(None, [block.seen for block in meant], [block.seen for block in shown])
    for _, old_start, old_end, start, end in matcher.get_opcodes():
        yield from zip_longest(meant[old_start:old_end], shown[start:end])
