"""Blocks of many rows as a section copies them from Excel: headings, both years, 増減, 備考, 計."""

from __future__ import annotations


def pasted_rows(count: int, first: int = 0) -> str:
    """A block of so many lines, named by their numbers from the first on, below headings and above a 計 that is their sum."""
    rows = [(f"経費{at}", at * 7 % 9_001 + 1, at * 13 % 8_999 + 1) for at in range(first, first + count)]
    total = ("計", sum(row[1] for row in rows), sum(row[2] for row in rows))
    lines = [
        f"{text}\t{previous:,}\t{amount:,}\t{amount - previous}\t備考"
        for text, previous, amount in (*rows, total)
    ]
    return "\n".join(("内容\t前年度予算額\t要求額\t増減\t備考", *lines))
