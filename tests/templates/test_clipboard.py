"""A page that was copied from a browser comes as text and as HTML: which of them is read."""

from __future__ import annotations

import pytest

from model.standard.standard import Standard
from templates.readers import clipboard
from templates.readers.reading import Reading, Unread
from tests.cases import foreign_html
from tests.samples import sample, standard
from tests.templates.page_reader.pages import page

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


def test_struck_words_of_a_copied_page_are_said() -> None:
    """What a copied page strikes out is not read, and stands among what was not read."""
    html = foreign_html(page("1 概要\n\nSTRUCK本文。")).replace("STRUCK", "<s>古い<del>文</del></s>") + TABLE
    reading = clipboard.read_copied("", html, standard())
    assert "古い" not in reading.request.sections[0].text
    assert [each.text for each in reading.unread if "消し線" in each.why] == ["古い文"]
