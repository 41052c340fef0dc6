"""A comparison as lines for a terminal, and as plain data for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import indent
from typing import Final

from model.differences.differences import Difference
from model.language import phrase, spoken
from model.values.amount import format_change
from templates.comparison.comparison_table import COLUMNS, ComparisonTable, sides, way_label

_ON_ONE_LINE: Final = 40  # characters of a value; longer ones stand one below the other


def text_lines(table: ComparisonTable) -> Iterator[str]:
    """The table as lines of text: a heading for each section, a line for each difference, three and more of long values."""
    yield spoken(table.title)
    yield spoken(table.comparison.summary)
    for section in table.sections:
        yield f"■ {spoken(section.title)}"
        for difference in section.differences:
            was, now = sides(difference)
            by = (
                spoken(phrase("（{by}千円）", by=format_change(difference.by)))
                if difference.by is not None
                else ""
            )
            head = spoken(phrase("  【{way}】{what}", way=way_label(difference), what=difference.what))
            if "\n" not in was + now and max(len(was), len(now)) <= _ON_ONE_LINE:
                yield f"{head}: {was} → {now}{by}"
                continue
            yield f"{head}{by}"
            for side, words in zip(COLUMNS[2:4], (was, now), strict=True):
                yield from indent(f"{spoken(side)}: {words}", "    ").split("\n")


def as_data(table: ComparisonTable) -> dict[str, object]:
    """The table as plain data: ``by`` in 千円, null where it is no amount."""
    comparison = table.comparison
    return {
        "before": table.before,
        "after": table.after,
        "same": comparison.is_same,
        "summary": comparison.summary,
        "rows_matched_by_words": comparison.by_words,
        "figures": _rows(comparison.figures),
        "differences": _rows(comparison.differences),
    }


def _rows(differences: Sequence[Difference]) -> list[dict[str, object]]:
    return [
        {
            "section": difference.section,
            "what": difference.what,
            "way": difference.way,
            "was": difference.was,
            "is": difference.now,
            "by": difference.by,
            "place": difference.place,
        }
        for difference in differences
    ]
