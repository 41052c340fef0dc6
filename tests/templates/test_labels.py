"""Words of a source compared with those of the Standard, the same for pages and workbooks."""

from __future__ import annotations

import pytest

from templates.readers.labels import compact, split_mark
from templates.readers.tables.calling import calling
from tests.samples import standard


def test_spaces_and_full_width_signs_are_no_difference() -> None:
    """「合　計（Ａ）」 of a printed table is 「合計(A)」."""
    assert compact(" 合　計\n（Ａ）") == "合計(A)"


@pytest.mark.parametrize("label", ["合計", "合　計", "総計", "計", "合計(A)", "要求額合計"])
def test_labels_of_the_total(label: str) -> None:
    """The 合計 of a cost table, however it is spaced, and with the letter that other rows refer to."""
    assert calling(label, standard()) == "total"


@pytest.mark.parametrize("label", ["小計", "合計所得", "計画策定", "", "(A)"])
def test_labels_that_only_look_like_it(label: str) -> None:
    """小計, a name that begins with 計 and a letter alone are no 合計."""
    assert calling(label, standard()) != "total"


def test_the_mark_before_a_text() -> None:
    """「【新規】報酬」 is the line 「報酬」 with the mark 新規; a mark inside a text belongs to it."""
    assert split_mark("【新規】報酬", standard()) == ("new", "報酬")
    assert split_mark("報酬【新規】", standard()) == ("", "報酬【新規】")
