"""How many characters a text of a request may have by its form, and how many it has."""

from __future__ import annotations

from model.request.place import Place
from model.request.request import Request
from model.standard.form import Form


def limit_at(request: Request, form: Form, where: Place) -> int | None:
    """The most characters of the text at a place: the least of the limits that hold for it; None for no limit."""
    kind, _, rest = where.partition("/")
    section_id, _, field = rest.rpartition("/")
    heading = ""
    if kind == "section" and field == "text":
        heading = next((section.heading for section in request.sections if section.id == section_id), "")
    of = "text" if kind == "section" and field == "text" else where
    return min(
        (limit.characters for limit in form.limits if limit.of == of and limit.heading in heading),
        default=None,
    )


def length_of(text: str) -> int:
    """How many characters a text has; breaks of lines count for nothing."""
    return len(text) - text.count("\n")
