"""Words of the Standard that tell a thing in a text."""

from __future__ import annotations

import pytest

from model.standard.wording import Wording

LEASE = Wording(words=("リース", "賃借料"), but_not=("リリース", "使用料及び賃借料"), unless=("補助",))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("機器リース料", True),
        ("機器ﾘｰｽ料", True),
        ("車両賃借料", True),
        ("ニュースリリース", False),
        ("プレスリリースと機器リース", True),
        ("使用料及び賃借料", False),
        ("使用料及び賃借料（うち賃借料 5千円）", True),
        ("リース導入補助金", False),
        ("", False),
        ("保守", False),
    ],
)
def test_words_and_what_is_read_over(text: str, told: bool) -> None:
    """A longer word that holds one means something else, and a word against it silences the whole text."""
    assert LEASE.is_in(text) is told


def test_no_words_tell_nothing() -> None:
    """A list that a finance division leaves empty tells nothing; signs of patterns are plain signs."""
    assert not Wording().is_in("リース")
    assert not Wording(but_not=("リース",)).is_in("リース")
    assert Wording(words=("(新)",)).is_in("（新）保守")
    assert not Wording(words=("a.c",)).is_in("abc")
