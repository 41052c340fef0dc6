"""Where the parts of a page begin: its landmarks are words of the form that stand alone on a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from model.document.storage import FileError
from model.standard.standard import Standard
from model.values.fiscal_year import ERA_NAME, NUMBER
from templates.readers.labels import compact
from templates.readers.page.pieces import Grid, Line, Piece, lines_of

_YEAR_LINE: Final = re.compile(f"{ERA_NAME}{NUMBER}年度")
# no row of a table
_REQUEST: Final = re.compile(r"\S*要求額(?::|[△▲-]?\d[\d,]*千円(?![\d△▲-])|[△▲-]?[\d,]+$)")
_ASSESSED: Final = re.compile(r"\S*査定:")
_UNIT: Final = re.compile(r"(?:[(]単位[:;]\S*[)])?")
_ANGLES: Final = "<>〈〉《》≪≫:"


class NotAPage(FileError):  # noqa: N818  (the name states what the file is not)
    """The text is no page of a budget request; the message is a Japanese sentence with advice."""


class Parts(msgspec.Struct, frozen=True):
    """The pieces of a page by its parts, each with its title line where it has one.

    Attributes:
        titles: the title lines as they stand, by part.
    """

    titles: dict[str, Line]
    head: list[Piece] = []
    total_cost: list[Piece] = []
    request: list[Piece] = []
    content: list[Piece] = []
    results: list[Piece] = []
    comment: list[Piece] = []
    funding: list[Piece] = []
    finance: list[Piece] = []


def cut(pieces: Sequence[Piece], standard: Standard) -> Parts:
    """Cut a page at its landmarks.

    Raises:
        NotAPage: where neither the head of such a page nor a 要求額 line is found.
    """
    words = _words_of(standard)
    texts = [compact(piece.text) if isinstance(piece, Line) else "" for piece in pieces]
    start, has_title = _request_start(texts, words["request"])
    if start == len(pieces) or not _is_page(pieces, texts):
        raise NotAPage(
            "公表された予算要求書のページとして読めません（年度と事業名、要求額の行が見つかりません）。"
            "ページの全体を保存したファイルか確かめてください。"
        )
    marks: dict[str, int] = {}
    titles: dict[str, Line] = {}
    for index, piece in enumerate(pieces):
        part = _part_begun(piece, texts[index], words, is_above=index < start)
        if index == start:
            part = "request"
        if part == "comment" and part in marks and isinstance(piece, Line) and "単位" in piece.text:
            part = "finance"  # the sheet of 繰越明許費 has a text of that title, and below it a table
        if part and part not in marks:
            marks[part] = index
            if isinstance(piece, Line) and (part != "request" or has_title):
                titles[part] = piece
    if "content" not in marks:
        below = _below_request(pieces, texts, start)
        if below < min((index for index in marks.values() if index > start), default=len(pieces)):
            marks["content"] = below
    order = sorted(marks.items(), key=lambda mark: mark[1])
    ends = [*(start for _, start in order[1:]), len(pieces)]
    found: dict[str, list[Piece]] = {"head": list(pieces[: order[0][1]])}
    for (part, start), end in zip(order, ends, strict=True):
        skip = 1 if part in titles and part != "total_cost" else 0
        found[part] = list(pieces[start + skip : end])
    return Parts(titles, **found)


def _words_of(standard: Standard) -> dict[str, list[str]]:
    """The words that begin each part of a page, the oldest form's 要求内容 among them."""
    words, frames = standard.words, standard.printing.frames
    return {
        "total_cost": [words.expense_a],
        "request": [words.expense],
        "content": [frames["content"], *standard.page_reading.content_titles],
        "results": [frames["results"]],
        "comment": [words.comment],
        "funding": [words.funding],
        "finance": [words.finance],
    }


def _is_page(pieces: Sequence[Piece], texts: Sequence[str]) -> bool:
    of_grids = (compact(line.text) for line in lines_of((p for p in pieces if isinstance(p, Grid)), " "))
    lines = [*texts, *of_grids]
    has_year = any(_YEAR_LINE.match(line) or "予算編成過程の公開" in line for line in lines)
    has_name = any(line.startswith("事業名") for line in lines)
    return has_name and (has_year or any(_REQUEST.match(line) for line in lines))


def _request_start(texts: Sequence[str], words: list[str]) -> tuple[int, bool]:
    """Where the part of the 要求額 begins, and whether with its title 事業費."""
    for index, text in enumerate(texts):
        if text.strip(_ANGLES) in words:
            return index, True
    return next((index for index, text in enumerate(texts) if _REQUEST.match(text)), len(texts)), False


def _below_request(pieces: Sequence[Piece], texts: Sequence[str], start: int) -> int:
    """Where a page without the words 事業内容 begins its narrative: below the lines 要求額 and 査定, each a paragraph."""
    end = start
    for index in range(start, len(pieces)):
        text = texts[index]
        if isinstance(pieces[index], Grid):
            break
        is_one = index == start or _REQUEST.match(text) or _ASSESSED.match(text)
        if text and end < index and not is_one:  # a blank line stood between
            break
        if text or is_one:
            end = index + 1
    return end


def _part_begun(piece: Piece, text: str, words: dict[str, list[str]], *, is_above: bool) -> str:
    """The part that a piece begins; "" for none. ``is_above`` the request line stands only the total-cost table."""
    if isinstance(piece, Grid):
        head = compact("".join(cell for row in piece.rows[:2] for cell in row))
        return "total_cost" if is_above and words["total_cost"][0] in head else ""
    text = text.strip(_ANGLES)
    if is_above:
        return "total_cost" if text.startswith(words["total_cost"][0]) else ""
    for part in ("content", "results", "comment", "funding", "finance"):
        for word in words[part]:
            if text.startswith(word) and _UNIT.fullmatch(text[len(word) :].strip(_ANGLES)):
                return part
    return ""
