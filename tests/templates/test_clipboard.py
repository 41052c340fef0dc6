"""A page that was copied from a browser comes as text and as HTML: which of them is read."""

from __future__ import annotations

import pytest

from model.standard.standard import Standard
from templates.readers import clipboard
from templates.readers.reading import Reading, Unread
from tests.samples import sample, standard

TABLE = "<p>要求額</p><TABLE><tr><td>12</td></tr></TABLE>"


@pytest.mark.parametrize(
    ("text", "html", "read"),
    [
        ("要求額 12", TABLE, "html"),
        ("要求額 12", "<meta charset=utf-8><p>要求額 12</p>", "text"),
        ("要求額 12", "", "text"),
        ("", "<p>要求額 12</p>", "html"),
    ],
)
def test_cells_are_told_apart_where_they_can_be(
    monkeypatch: pytest.MonkeyPatch, text: str, html: str, read: str
) -> None:
    """HTML is read where it has a table; without one the text says as much, and only what is there can be read."""

    def reader(name: str) -> object:
        return lambda content, _standard: Reading(sample(), (Unread(name, content, ""),))

    monkeypatch.setattr(clipboard, "read_html", reader("html"))
    monkeypatch.setattr(clipboard, "read_text", reader("text"))
    in_force: Standard = standard()
    (found,) = clipboard.read_copied(text, html, in_force).unread

    assert (found.where, found.text) == (read, html if read == "html" else text)
