"""What is typed into an amount cell: a calculation, an amount, or words."""

from __future__ import annotations

import subprocess
import sys

import pytest

from model.basis.recognizing import looks_like_basis


@pytest.mark.parametrize(
    "text",
    ["=", "=5", "＝", "20,845円×11か月", "20,845円×11か月＝230千円", "46,296,354円", "1,461円", "0.5円", "20*3", "20千円x3",
     "1,805×142.53/1000", "100÷3", "5+3", "5-3", "5－3", "5千円+3千円", "5千円－3千円", "@8,000千円", "80%", "８０％", "2割",
     "3,442,422÷54≒63,748", "普通旅費×3回", "普通旅費×回数", "旅費+謝金", "C=21,000千円", "418,149(千円)×0.015", "(3+2)×5千円",
     "2,000(m3/日)×15(日)", "１２３×４", "¥500.5", "△46,296,354円",
     "100/3", "1,000×1/2", "1/2×100千円", "100-50-30", "30千円(税抜)", "30千円（税込）"],
)  # fmt: skip
def test_calculations(text: str) -> None:
    """An operator between operands, a rate, a price for each, an amount with odd yen, or 「=」."""
    assert looks_like_basis(text)


@pytest.mark.parametrize(
    "text",
    ["", "1,234", "△5", "-5", "−5", "+5", "(1,234)", "1,234千円", "1,234,000円", "１，２３４", "970.0百万円", "約3百", "未定",
     "普通旅費", "検討中", "3年", "R8〜R10", "①", "-", "…", "1 234", "5²", "国庫補助の割合",
     "2019/10/1", "2019-10-01", "10/1", "4/1～", "別途10/1協議", "0857-26-7051", "090-1234-5678", "680-8570", "24-0123", "1-2",
     "１－２", "3-5", "2-1-3", "1/2"],
)  # fmt: skip
def test_amounts_and_words(text: str) -> None:
    """Whole 千円 in any writing, days, telephone and item numbers, and words, are no calculation."""
    assert not looks_like_basis(text)


def test_the_parser_is_not_loaded_for_an_amount() -> None:
    """A window that opens and takes figures does not wait for the parser's library."""
    code = (
        "import sys; from model.basis.recognizing import looks_like_basis; from model.basis.evaluating import evaluate;"
        "from model.basis.printing import print_basis;"
        "looks_like_basis('20,845円×11か月'); looks_like_basis('1,234'); looks_like_basis('未定');"
        "sys.exit('lark' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_grammar_can_be_read_ahead() -> None:
    """After ``prepare`` the first calculation that is typed, right or wrong, is read without a pause."""
    code = (
        "from model.basis.reading import parse, prepare; prepare(); import time;"
        "begin = time.perf_counter(); parse('1,805千円×142.53/1000'); parse('5²'); first = time.perf_counter() - begin;"
        "begin = time.perf_counter(); [parse(f'{n}千円×3') for n in range(200)];"
        "raise SystemExit(first > time.perf_counter() - begin)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
