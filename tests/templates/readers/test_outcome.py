"""The comparison behind the layouts: a perfect reading of any of them is right, and no slip in it passes."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.request.request import CostGroup, Header, Line, Request, Section
from templates.readers.reading import Reading
from tests import samples
from tests.examples import every_third
from tests.templates.readers.layouts.expected import Expected, Wanted
from tests.templates.readers.layouts.laying import lay
from tests.templates.readers.layouts.measure import seed_of
from tests.templates.readers.layouts.named import named
from tests.templates.readers.layouts.outcome import compared
from tests.templates.readers.layouts.random_layouts import random_layout

LAYOUTS = {layout.name: layout for layout in named()}


def perfect(expected: Expected) -> Request:
    """A request as it has to come in: the first of the readings, without what may be missing."""
    lines: list[Line] = []
    for number, meant in enumerate(expected.readings[0]):
        if meant.is_part and not meant.optional:
            whole = lines[-1]
            lines[-1] = replace(whole, amount=None, previous=None, parts=(*whole.parts, line(number, meant)))
        elif not meant.optional:
            lines.append(line(number, meant))
    printed = expected.printed // 1_000 if expected.printed != expected.amount else None
    return Request(
        header=Header(fiscal_year=f"令和{expected.year}年度", name=expected.name),
        sections=(Section("s", heading="所要経費", text="\n".join(expected.words), costs=True),),
        groups=(CostGroup("g", amount=printed, lines=tuple(lines)),),
    )


def line(number: int, meant: Wanted) -> Line:
    """A line as it has to come in, 千円."""
    amount, previous = (None if yen is None else yen // 1_000 for yen in (meant.amount, meant.previous))
    return Line(f"line-{number}", meant.texts[0], previous, amount)


def kind_of(request: Request, expected: Expected, must: str = "right") -> str:
    """What the comparison says of a reading."""
    return compared(Reading(request), expected, samples.standard(), must).kind


@pytest.mark.parametrize("name", every_third(LAYOUTS))
def test_a_perfect_reading_is_right(name: str) -> None:
    """What a layout demands can be met: the request that was laid out is found to be right."""
    layout = LAYOUTS[name]
    expected = lay(layout, seed_of(layout))[1]
    request = perfect(expected)
    if expected.previous is None and not expected.any_previous:
        (group,) = request.groups
        request = replace(
            request,
            groups=(replace(group, lines=tuple(replace(line, previous=None) for line in group.lines)),),
        )
    assert kind_of(request, expected, layout.must) == ("guessed" if layout.must == "asked" else "right")


@pytest.mark.parametrize("seed", range(40))
def test_a_perfect_reading_of_a_mixture_is_right(seed: int) -> None:
    """What the mixtures of choices demand can be met, too."""
    expected = lay(random_layout(seed), seed)[1]
    assert kind_of(perfect(expected), expected) == "right"


def slips(request: Request) -> dict[str, Request]:
    """The request with the slips that sources come in with."""
    (group,) = request.groups
    first, *rest = group.lines

    def of(*lines: Line) -> Request:
        return replace(request, groups=(replace(group, lines=lines),))

    total = sum(line.amount for line in group.lines if isinstance(line.amount, int))
    return {
        "a line is lost": of(*rest),
        "a line comes twice": of(first, first, *rest),
        "the total is a line": of(*group.lines, Line("t", "歳出合計", None, total)),
        "yen for thousands": of(*(replace(line, amount=(line.amount or 0) * 1_000) for line in group.lines)),
        "the years are swapped": of(
            *(replace(line, amount=line.previous, previous=line.amount) for line in group.lines)
        ),
        "the words are those of the next line": of(replace(first, text=rest[0].text), *rest),
        "the year before is lost": of(*(replace(line, previous=None) for line in group.lines)),
        "the fiscal year is last year's": replace(
            request, header=replace(request.header, fiscal_year="令和5年度")
        ),
        "a remark is lost": replace(request, sections=(replace(request.sections[0], text=""),)),
    }


@pytest.mark.parametrize("slip", slips(perfect(lay(LAYOUTS["rows-many"], 3)[1])))
def test_no_slip_passes(slip: str) -> None:
    """Each way in which sources came in wrong is found, where no question and no 誤り says so."""
    expected = lay(LAYOUTS["rows-many"], 3)[1]
    assert kind_of(slips(perfect(expected))[slip], expected) == "SILENT"


def test_a_doubled_total_behind_a_typed_one_is_told() -> None:
    """Lines that do not add up to the typed 合計 are no right reading; that 誤り is counted as told."""
    expected = lay(LAYOUTS["rows-many"], 3)[1]
    request = slips(perfect(expected))["a line comes twice"]
    (group,) = request.groups
    request = replace(request, groups=(replace(group, amount=expected.amount // 1_000),))
    assert kind_of(request, expected) == "told"
