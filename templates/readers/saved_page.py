"""A page that a browser saved as one file (.mhtml, .mht): the HTML in it."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.errors import MessageError
from typing import Final

from model.document.storage import FileError
from model.language import phrase
from templates.readers.encodings import decode

_HEAD: Final = re.compile(
    rb"\A\s*(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){1,60}?mime-version:", re.IGNORECASE
)
_SHOWN: Final = ("text/html", "application/xhtml+xml")


def is_saved_page(head: bytes) -> bool:
    """Whether a file that begins so is a page in the form of a mail."""
    return _HEAD.match(head) is not None or head.lstrip()[:13].lower() == b"mime-version:"


def html_of(data: bytes, name: str) -> str:
    """The HTML of a saved page; where it has several documents, the first.

    Raises:
        FileError: when there is none, or its encoding is not read.
    """
    try:
        for part in message_from_bytes(data).walk():
            if part.get_content_type() in _SHOWN and isinstance(page := part.get_payload(decode=True), bytes):
                return decode(page, name, part.get_content_charset() or "")
    except (MessageError, LookupError, ValueError, RecursionError) as error:
        raise FileError(_none(name)) from error
    raise FileError(_none(name))


def _none(name: str) -> str:
    return phrase(
        "「{name}」の中にページ（HTML）が見つかりません。ブラウザーで開き、［名前を付けて保存］で「ウェブページ、HTMLのみ」を選んで保存したものを選んでください。",
        name=name,
    )
