"""Amounts of a text in the wrong unit."""

from __future__ import annotations

import pytest

from tests.loose_sentences import Sentence


@pytest.mark.parametrize(
    ("request_name", "text", "right"),
    [
        ("shops", "審査事務費には、現地調査に要する旅費、消耗品費等として200万円を計上する。", "200千円"),
        (
            "26_kenritsu_byoin_seisou",
            "2号機のエレベーターは部品の供給が終了し、更新に2億4,000万円を要する。",
            "24,000千円",
        ),
    ],
)
def test_digits_of_the_line_in_another_size(request_name: str, text: str, right: str) -> None:
    """The words of the line and its digits say which figure is meant."""
    (found,) = Sentence(request_name, "unit", right, text).findings
    assert right in found.message
    assert found.fix is not None


@pytest.mark.parametrize(
    "text",
    [
        "審査事務費には、現地調査に要する旅費、消耗品費等として20万円を計上する。",
        "審査事務費に係る過去の実績は200万円である。",
        "審査事務費のほか、印刷に300万円を要する。",
    ],
)
def test_amounts_of_something_else_are_left_alone(text: str) -> None:
    """The right size, another year's amount and other digits are in order."""
    assert Sentence("shops", "unit", "", text).findings == ()
