"""docs/rules.ja.md is what the checks and the Standard say."""

from __future__ import annotations

import re

import pytest

from model.checks.rulebook import every_check
from model.standard.parts import Rule as Setting
from templates.commands.rules_page import rules_page
from tests.samples import ROOT, standard, with_rule

PAGE = ROOT / "docs" / "rules.ja.md"


def test_page_is_as_the_rulebook_says() -> None:
    """The page was printed after the last change of a rule: python3 main.py rules > docs/rules.ja.md."""
    assert PAGE.read_text(encoding="utf-8") == rules_page(standard())


@pytest.mark.parametrize("check", every_check(), ids=lambda check: check.__name__)
def test_each_check_has_its_lines(check: object) -> None:
    """Every rule that a check speaks for has a line with its sentence and source."""
    page = rules_page(standard())
    for rule in check.rules:  # type: ignore[attr-defined]
        assert f"| {rule.id} | {rule.says} |" in page
        assert rule.says.endswith("。")
        assert rule.source


def test_page_names_no_file_that_a_reader_does_not_have() -> None:
    """The page names how it is printed, and no notes of those who made the program."""
    assert set(re.findall(r"[\w./]+\.(?:md|toml)", rules_page(standard()))) == {"docs/rules.ja.md"}


def test_all_rules_of_the_handbook_are_there() -> None:
    """Each of the 77 numbered rules is declared in one of three states."""
    numbers = {rule.number for check in every_check() for rule in check.rules}
    assert numbers - {None} == set(range(1, 78))


def test_what_is_not_simply_checked_says_why() -> None:
    """A rule that needs data, or is a question, says why beside its state."""
    rules = [rule for check in every_check() for rule in check.rules]
    assert [rule.id for rule in rules if rule.state != "live" and not rule.why] == []
    assert {rule.severity for rule in rules if rule.state == "question"} == {"question"}


def test_a_rule_that_is_off_says_so() -> None:
    """A finance division that turned a rule off sees it on its own page."""
    assert "| 誤り（切） |" in rules_page(with_rule("3", Setting(on=False)))
    assert "| 注意（切） |" in rules_page(with_rule("3", Setting("warning", on=False)))
