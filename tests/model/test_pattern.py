"""A lazy pattern finds what a compiled one finds, and is compiled by the first search alone."""

from __future__ import annotations

import re

import pytest

from model.values.pattern import lazy_pattern


def test_it_is_compiled_by_the_first_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is compiled where the pattern is written down, and nothing twice."""
    compiled: list[str] = []
    compile_text = re.compile
    monkeypatch.setattr(
        re, "compile", lambda text, flags=0: compiled.append(text) or compile_text(text, flags)
    )
    digits = lazy_pattern(r"\d+円", re.IGNORECASE)
    assert (compiled, digits.pattern) == ([], r"\d+円")
    found = digits.search("計 120円"), digits.fullmatch("5円"), digits.sub("…", "3円と4円")
    assert [found[0] and found[0][0], found[1] and found[1][0], found[2]] == ["120円", "5円", "…と…"]
    assert [match[0] for match in digits.finditer("1円2円")] == ["1円", "2円"]
    assert compiled == [r"\d+円"]
