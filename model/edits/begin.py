"""Lines begun from the Standard's templates (内訳のひな形), such as the pay of 会計年度任用職員."""

from __future__ import annotations

from model.request.request import Line
from model.standard.parts import LineTemplate
from model.values.identity import new_id


def line_from(template: LineTemplate) -> Line:
    """A new line with the template's parts and their calculations; names in them wait for their prices."""
    parts = tuple(
        Line(new_id(), part.text, basis=part.basis, object_class=part.object_class) for part in template.parts
    )
    return Line(new_id(), template.text, parts=parts)
