"""The figures of a request beside those that its workbook prints now: where its formulas give something else, it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from model.checks.finding import thousands
from model.document.document import take_snapshot
from model.figures.figures import Figure
from model.request.place import REQUEST_AMOUNT, REQUEST_PREVIOUS
from model.request.request import Request
from model.standard.standard import Standard
from templates.readers.books.calculation import Calculation
from templates.readers.workbook.page_now import PageNow
from templates.readers.workbook.report import Report
from templates.sheet.sheet import figures_of

_WHOLE: Final[Mapping[str, str]] = {"amount": REQUEST_AMOUNT, "previous": REQUEST_PREVIOUS}
_WHY: Final = "行や列を入れたり移したりしたため、式が合計するセルと取り込んだ行が違います。"


def ask_of_formulas(request: Request, standard: Standard, page: PageNow, report: Report) -> None:
    """Ask of each formula of the program that gives another figure than the request that was read.

    Of figures that rest on one another the first is asked, with what becomes of the whole.
    """
    figures = figures_of(take_snapshot(request, standard))
    formulas = page.formulas_now()
    cells = {place: index for place, index in page.figure_cells().items() if place in figures}
    # a formula that rests on a sum of what was blank is asked only for what it does wrong itself
    blank = {place: index for place, index in page.blank_cells().items() if place in figures}
    known = {index: _whole(figures[place]) for place, index in (cells | blank).items()}
    # what follows from a total that was typed over is said by the check of that total
    derived = {index: figures[place].derived for place, index in (cells | blank).items()}
    now, alone, untyped = (Calculation(page.sheet, formulas, values) for values in (None, known, derived))
    for place, index in cells.items():
        given = alone.formula(formulas.get(index, ""))
        taken = _whole(figures[place])
        if given is None or (taken or 0) in (given, untyped.formula(formulas[index])):
            continue
        whole = _WHOLE.get(place.rpartition("/")[2], REQUEST_AMOUNT)
        said = f"{report.names.name_of(place)}は、ブックの式では {thousands(int(given))}、取り込んだ内容では {thousands(taken)} です"
        if whole in cells and whole != place:
            printed = now.formula(formulas.get(cells[whole], ""))
            if printed is not None and printed != (_whole(figures[whole]) or 0):
                name = report.names.name_of(whole)
                said += f"（{name}は、ブックでは {thousands(int(printed))}、取り込むと {thousands(_whole(figures[whole]))}）"
        said += "。取り込んだ内容の方を取りました。"
        report.ask(*index, place, said, thousands(taken), thousands(int(given)), _WHY)


def _whole(figure: Figure) -> int | None:
    return figure.value if isinstance(figure.value, int) else None
