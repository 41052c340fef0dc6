"""Numbers that a sentence says of a line beside its amount, against the line's remark: of how many it is, its 補助率."""

from __future__ import annotations

import pytest

from tests.loose_sentences import Sentence


@pytest.mark.parametrize(
    ("request_name", "text", "right"),
    [
        ("nursery", "修学資金貸付金は、在学生55人への貸付けに要する経費として60,000千円を計上した。", "50人"),
        ("nursery", "修学資金貸付金は60人分の60,000千円である。", "50人"),
        ("forest", "間伐委託料64,800千円は、160haの搬出間伐を委託するものである。", "180ha"),
        ("library", "図書資料購入費として、図書10,000冊の購入に要する26,400千円を計上する。", "12,000冊"),
        ("shops", "店舗復旧補助金（補助率2/3）は、修繕に要する経費を助成するものである。", "1/2"),
        ("shops", "店舗復旧補助金の補助率は3分の2である。", "1/2"),
        ("forest", "間伐委託料は、面積を200haから170haに縮小し、64,800千円とする。", "180ha"),
    ],
)
def test_number_beside_an_amount_is_that_of_the_line(request_name: str, text: str, right: str) -> None:
    """The remarks are 50人, 180ha, 12,000冊 and 補助率1/2."""
    (found,) = Sentence(request_name, "product", right, text).findings
    assert (found.rule, right in found.message) == ("text-count", True)


@pytest.mark.parametrize(
    ("request_name", "text"),
    [
        ("nursery", "修学資金貸付金は、在学生50人への貸付けに要する経費として60,000千円を計上した。"),
        ("nursery", "修学資金貸付金は、新規20人、継続30人への貸付けに要する60,000千円である。"),
        ("nursery", "修学資金貸付金は、貸付けを受けた者のうち45人が就職したことから、60,000千円を計上した。"),
        ("nursery", "相談が110人に増えたことを踏まえ、修学資金貸付金60,000千円を計上した。"),
        ("forest", "間伐委託料64,800千円により、県営林2,400haの手入れを進める。"),
        ("library", "蔵書240,000冊を抱える中、図書資料購入費26,400千円で更新を進める。"),
        ("shops", "店舗復旧補助金の補助率は2分の1だが、他県では2/3の例もある。"),
    ],
)
def test_number_of_something_else_is_left_alone(request_name: str, text: str) -> None:
    """A part, a reason and what another thing counts are no number of the line."""
    assert Sentence(request_name, "product", "", text).findings == ()
