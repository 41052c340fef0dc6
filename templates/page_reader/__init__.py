"""Reading published pages that other programs wrote, as HTML or as text."""

from __future__ import annotations

from model.standard import Standard
from model.storage import FileError
from templates.reading import Reading

_NOT_YET = "この公表ページはまだ読めません。予算帖が書き出したページを選んでください。"


def read_text(text: str, standard: Standard) -> Reading:  # noqa: ARG001
    """Read a published page from its text; raises FileError."""
    raise FileError(_NOT_YET)


def read_html(html: str, standard: Standard) -> Reading:  # noqa: ARG001
    """Read a published page from its HTML; raises FileError."""
    raise FileError(_NOT_YET)
