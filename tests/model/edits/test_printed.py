"""Back from the words of a published page to those of the form."""

from __future__ import annotations

from msgspec.structs import replace

from model.edits.form_fields import use_form_words
from model.names import explain
from model.request.request import AsPrinted
from tests.samples import sample


def test_the_form_says_its_own_words_again() -> None:
    """The words and omissions of the page that was read are gone; a request that has none is left as it is."""
    read = replace(sample(), printed=AsPrinted({"cost/request": "28年度要求額"}, ("finance",)))

    assert use_form_words(read) == sample()
    assert use_form_words(sample()) is sample()


def test_what_is_kept_of_a_page_is_counted() -> None:
    """Names of rows, other words, tables and rows that the page leaves out are told apart."""
    words = {"cost/request": "a", "funding/standing": "b", "funding/general": "c", "title/comment": "d"}
    printed = AsPrinted(words, ("comment", "funding/request", "finance/held"))

    assert explain.as_printed(printed) == (
        "読み込んだページの言葉のまま：行の名前 2・ほかの言葉 2・省いた表 1・省いた行 2"
    )
    assert explain.as_printed(AsPrinted()) == ""
