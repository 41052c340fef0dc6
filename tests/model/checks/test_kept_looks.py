"""What checks keep between two passes never changes what they find: looks at lines of a table, at pieces of a text."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.checks.by_table import ByTable
from model.checks.texts import by_piece
from model.edits.fields import set_value
from model.figures.figures import LineTotals
from model.request.request import CostGroup
from model.standard.standard import Standard
from model.totals.totals import totals
from tests.requests import edited, requests
from tests.samples import big, standard


def _of_line(line: LineTotals, _standard: Standard) -> tuple[str, ...]:
    parts = tuple(each for part in line.parts for each in _of_line(part, _standard))
    return (line.line.text + line.line.remark, *parts) if line.amount.value else parts


def _of_group(group: CostGroup, _standard: Standard) -> tuple[str, ...]:
    return (group.title,)


@given(st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_table_that_was_looked_at_before(data: st.DataObject) -> None:
    """After any edit a table gives what a first look at it gives, in its order."""
    request = data.draw(requests())
    kept = ByTable(_of_line, _of_group)
    figures = None
    for _ in range(3):
        figures = totals(request, standard(), figures)
        for group in figures.groups:
            assert kept.of(group, standard()) == ByTable(_of_line, _of_group).of(group, standard())
            assert kept.of(group, standard()) is kept.of(group, standard())
        request = data.draw(edited(request))


def test_only_the_line_typed_is_looked_at() -> None:
    """In a table of a hundred lines an edit costs one look."""
    looked: list[str] = []

    def look(line: LineTotals, _standard: Standard) -> tuple[str, ...]:
        looked.append(line.line.id)
        return ()

    kept = ByTable(look)
    request = big(100)
    figures = totals(request, standard())
    kept.of(figures.groups[0], standard())
    assert len(looked) == 100
    looked.clear()
    edited_ = set_value(request, "line/line-42/amount", 7)
    kept.of(totals(edited_, standard(), figures).groups[0], standard())
    assert looked == ["line-42"]


@given(st.lists(st.text("あ、。1△", max_size=200), max_size=6))
def test_pieces_of_a_text(lines: list[str]) -> None:
    """What is seen in a text is seen in its lines, with their numbers, however long they are."""
    pattern = re.compile("△1")
    look = by_piece(lambda piece: tuple(pattern.findall(piece)))
    text = "\n".join(line * 3 for line in lines)
    expected = [
        (number, found) for number, line in enumerate(text.split("\n"), 1) for found in pattern.findall(line)
    ]
    assert list(look(text)) == expected
