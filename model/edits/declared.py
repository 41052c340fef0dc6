"""Back to the derived figures where a total that was typed says the same: a page that was read in has every total typed.

Totals that differ from what is derived are never touched here: they are the writer's, and findings tell of them.
"""

from __future__ import annotations

from collections.abc import Collection

from model.edits.fields import is_total, set_value
from model.figures.figures import Totals
from model.request.place import Place
from model.request.request import Request
from model.standard.standard import Standard
from model.totals.totals import totals as totals_of


def release_agreeing(
    request: Request, totals: Totals, standard: Standard, among: Collection[Place] | None = None
) -> Request:
    """Drop every typed total that equals the derived one, so that it follows its parts from now on.

    Every figure stays what it was; a total from which another one follows is kept where both rest on it.

    Only totals ``among`` some places are looked at; None for all. The same request comes back where nothing agrees.
    """
    agreeing = {
        where: figure
        for where, figure in totals.by_place.items()
        if figure.is_declared and not figure.differs and (among is None or where in among)
        if is_total(request, where)
    }
    released = request
    for where in agreeing:
        released = set_value(released, where, None)
    if released is request:
        return request
    after = totals_of(released, standard).by_place
    for where, figure in agreeing.items():
        if where not in after or after[where].value != figure.value:
            released = set_value(released, where, figure.typed)
    return released
