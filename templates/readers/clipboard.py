"""A page that was copied from a browser: the clipboard holds it as text and mostly as HTML too; one of them is read."""

from __future__ import annotations

import re
from typing import Final

from model.files.errors import FileError
from model.standard.standard import Standard
from templates.readers.page import NotAPage, read_html, read_text
from templates.readers.reading import Reading

_TABLE: Final = re.compile(r"<(?:table|tr|td)\b", re.IGNORECASE)


def read_copied(text: str, html: str, standard: Standard) -> Reading:
    """Read what was copied, as text and as HTML; "" where the clipboard has none of it.

    The HTML tells cells apart, so it is read where it has a table; without one (a text file shown in the browser, a
    mail) its markup says nothing that the text does not.

    Raises:
        FileError: with a Japanese sentence where it is no page of a budget request.
    """
    try:
        if _TABLE.search(html) or not text.strip():
            return read_html(html, standard)
        return read_text(text, standard)
    except NotAPage as error:
        raise FileError(
            "コピーした文は、公表された予算要求書のページとして読めません（年度と事業名、要求額の行が見つかりません）。"
            "ブラウザーでページの全体を選び（Ctrl+A）、コピーし直してください。"
        ) from error
