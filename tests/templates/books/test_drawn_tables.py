"""Tables that are drawn in a text: which column a cell belongs to."""

from __future__ import annotations

import pytest

from model.files.files import FileError
from templates.readers.books.drawn_tables import without_gaps

ALIGNED = """内容        要求額    前年度
謝金        70        60
食材        30        30
旅費                  50
印刷費      20        10
"""


def test_a_blank_cell_keeps_its_column() -> None:
    """Where 要求額 is blank the figure below 前年度 stays that of the year before."""
    assert "旅費\t\t50" in without_gaps(ALIGNED, "表.txt").split("\n")


def test_a_row_without_its_remark_is_read() -> None:
    """A row that lacks only words at its end has its figures where the others have them, though nothing stands below each other."""
    text = "内容  要求額  前年度  備考\n謝金の人数  1,070  60  増\n食材  30  30\n旅費  50  60  減\n印刷費  7  8  減\n"
    assert "食材\t30\t30" in without_gaps(text, "表.txt").split("\n")


def test_a_figure_of_no_plain_column_is_said() -> None:
    """Where cells do not stand below each other nobody knows which figure a row lacks."""
    text = "内容  要求額  前年度\n謝金の人数  1,070  60\n食材  30  30\n旅費  50\n印刷費  7  8\n"
    with pytest.raises(FileError, match="の4行目"):
        without_gaps(text, "表.txt")
