"""Back from the words of a published page to those of the form."""

from __future__ import annotations

from msgspec.structs import replace

from model.request.request import AsPrinted, Request


def use_form_words(request: Request) -> Request:
    """Print every word, row and table as the form has it, no longer as the page did that was read."""
    return request if request.printed == AsPrinted() else replace(request, printed=AsPrinted())
