"""The rulebook as a whole: its list, its switches, its order, and what it leaves alone."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from model.checks import SEVERITY_LABELS, run
from model.checks.case import Case
from model.checks.rule import Check
from model.checks.rulebook import RULES, WHOLE_CHECKS, every_check
from model.document.document import Document
from model.document.new_request import new_request
from model.edits.fields import set_value, value_at
from model.incremental.results import Results
from model.request.lines import walk
from model.request.multi_year import Commitment
from model.request.place import YEARS
from model.request.request import Request
from model.standard.parts import Rule
from model.totals.prices import NO_PRICES
from model.totals.totals import totals
from tests.model.checks.examples import BROKEN, BROKEN_ELSEWHERE, SOUND
from tests.samples import (
    ROOT,
    big,
    declared_sample,
    empty,
    findings,
    fixed,
    one_line,
    sample,
    set_values,
    snapshot,
    standard,
    with_rule,
)
from tests.sheet_rows import SHEET_ROWS

REPAIRED = (
    "1",
    "yen-slip",
    "heading-amount",
    "heading-sum",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "7-previous",
    "8",
    "8-copied",
    "8-stale",
    "sum-row",
    "9",
    "10",
    "11",
    "13-rows",
    "15",
    "18",
    "18-final",
    "14",
    "20",
    "21",
    "23-held",
    "26",
    "26-rounding",
    "27",
    "34",
    "36",
    "32-begun",
    "33",
    "33-change",
    "37",
    "40",
    "46",
    "47",
    "48",
    "73",
    "75",
    "76-plain",
    "unseen",
    "19-rest",
    "31",
    "text-amount",
    "text-total",
    "text-commitment",
    "text-commitment-told",
    "text-period",
    "text-people",
    "hidden-row",
    "source-question",
    "linked-figure",
    "unknown-field",
    "people-early",
    "table-total",
)
"""The rules whose finding has a repair."""


def test_every_rule_is_tried_here() -> None:
    """Each rule of the rulebook has a request that breaks it, and one that does not."""
    assert set(BROKEN) | BROKEN_ELSEWHERE == set(RULES)
    assert set(BROKEN) == set(SOUND)


@pytest.mark.parametrize("each", every_check(), ids=lambda each: each.__name__)
def test_a_check_has_one_rule(each: Check[...]) -> None:
    """A check is one rule; only the questions of the 質問票, which the Standard writes, are asked by one check."""
    assert len(each.rules) == 1 or each.__name__ == "questions_of_the_finance_division"


def test_rules_of_one_id_are_equally_severe() -> None:
    """A rule is as severe whichever check found it."""
    said = {(rule.id, rule.severity) for each in every_check() for rule in each.rules}
    assert len(said) == len({rule for rule, _ in said})


def test_sources_are_laws_forms_and_guides() -> None:
    """A source is one that a reader in a prefecture can look up, never a file of the program."""
    sources = {rule.source for each in every_check() for rule in each.rules}
    assert [source for source in sources if re.search(r"\.(?:md|toml|py)\b|[a-z]{4}", source)] == []


def test_a_source_is_written_once() -> None:
    """A law or a guide that several rules rest on is named in one place, so that it is corrected in one."""
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "model" / "checks").rglob("*.py"))
    sources = {rule.source for each in every_check() for rule in each.rules}
    assert [source for source in sources if code.count(f'"{source}"') > 1] == []


@pytest.mark.parametrize("rule", SOUND)
def test_sound_request_is_left_alone(rule: str) -> None:
    """What is right, and as near as may be to what is wrong, gives no finding of the rule."""
    found = snapshot(SOUND[rule]).findings
    assert not [finding for finding in (*found.all, *found.questions) if finding.rule == rule]


@pytest.mark.parametrize("rule", BROKEN)
def test_broken_rule_is_found_once(rule: str) -> None:
    """One slip against a rule is one finding, with the severity of its rule, a place and a source."""
    (found,) = findings(BROKEN[rule], rule)
    assert found.severity == RULES[rule].severity
    assert found.place.count("/") in (1, 2) or found.place == "funding_words"
    assert re.fullmatch(r"[^\n]+。", found.message)
    assert found.source


@pytest.mark.parametrize("rule", BROKEN)
def test_rule_that_is_off_is_silent(rule: str) -> None:
    """A finance division turns a rule off in the Standard, and the other findings stay as they are."""
    off = with_rule(rule, Rule("error", on=False))
    assert findings(BROKEN[rule], under=off) == [
        finding for finding in findings(BROKEN[rule]) if finding.rule != rule
    ]
    assert findings(BROKEN[rule], rule, off) == []


@pytest.mark.parametrize("rule", BROKEN)
def test_severity_is_the_standards(rule: str) -> None:
    """Whether a finding is 誤り, 注意 or 参考, or a question of the 質問票, is decided in the Standard alone."""
    for severity in SEVERITY_LABELS:
        taken = snapshot(BROKEN[rule], with_rule(rule, Rule(severity))).findings
        (found,) = [finding for finding in taken.all if finding.rule == rule]
        assert found.severity == severity
        assert (found in taken.errors) is (severity == "error")
    taken = snapshot(BROKEN[rule], with_rule(rule, Rule("question"))).findings
    assert [finding.severity for finding in taken.questions if finding.rule == rule] == ["question"]
    assert rule not in {finding.rule for finding in (*taken.all, *taken.acknowledged)}


@pytest.mark.parametrize("rule", REPAIRED)
def test_fix_removes_its_finding(rule: str) -> None:
    """A repair is one action after which its finding is gone (of several blank cells, one is filled at a time)."""
    (found,) = findings(BROKEN[rule], rule)
    assert found not in findings(fixed(BROKEN[rule], found))


def test_rules_with_a_repair() -> None:
    """Every declared figure returns to the derived one; blanks, legends and labour of nobody can be repaired too."""
    repaired = {rule for rule, request in BROKEN.items() if findings(request, rule)[0].fix}
    assert repaired == set(REPAIRED)


def test_findings_are_of_the_rules_that_their_check_declares() -> None:
    """A check speaks only for the rules it declares, with their sources, so that the printed rulebook is true."""
    for request in (*BROKEN.values(), sample(), declared_sample()):
        case = Case(request, totals(request, standard()), standard(), NO_PRICES, Results())
        for check in WHOLE_CHECKS:
            declared = {(rule.id, rule.source) for rule in check.rules}
            found = check(case)
            assert {(finding.rule, finding.source) for finding in found} <= declared


def test_every_check_is_in_the_list() -> None:
    """A check that is written in one of the rulebook's modules is also run, and its docstring is the rule."""
    listed = {each.__name__ for each in every_check()}
    written = set()
    for module in sorted((ROOT / "model" / "checks").rglob("*.py")):
        tree = ast.parse(module.read_text(encoding="utf-8"))
        written |= {
            each.name
            for each in tree.body
            if isinstance(each, ast.FunctionDef)
            and any("Check." in ast.unparse(mark) for mark in each.decorator_list)
        }
    assert listed == written
    assert all(each.__doc__ for each in every_check())


@pytest.mark.parametrize("year", ["平成21年度", "平成31年度", "令和2年度", "令和9年度", "2027"])
def test_new_request_has_no_finding(year: str) -> None:
    """A blank sheet is not wrong, in whatever year."""
    assert findings(new_request(standard())) == []
    dated = set_value(empty(), "header/fiscal_year", year)
    assert findings(dated) == []
    assert snapshot(dated).findings.questions == ()  # and nobody who has typed nothing is asked anything


@pytest.mark.parametrize(
    "request_",
    [
        one_line(),
        one_line(None, None),
        one_line(0, 0),
        one_line(-500, 900),
        one_line(5, None),
        one_line(None, 5),
        big(50),
        Request(),
    ],
)
def test_sensible_requests_have_no_finding(request_: Request) -> None:
    """Increases, decreases, new and ended projects, blanks and zeros are all in order."""
    wanted = set_value(request_, "header/fiscal_year", "平成31年度")
    assert findings(wanted) == []


def test_no_error_on_the_way_to_a_right_sheet() -> None:
    """While the real sheet's figures are typed for the first time, top to bottom, nothing is called an error."""
    request = sample()
    typed = [
        f"headcount/{row}/{category.key}" for row in SHEET_ROWS for category in standard().staff_in(2019)
    ]
    typed += ["assessment/amount", "assessment/comment"]
    typed += [
        f"line/{line.id}/{year}"
        for group in request.groups
        for line, _ in walk(group.lines)
        for year in YEARS
    ]
    typed += [f"funding/{row}/other" for row in ("previous", "request", "assessed")]
    request = set_values(request, ((where, None) for where in typed))
    for where in typed:
        request = set_value(request, where, value_at(sample(), where))
        assert not snapshot(request).findings.errors
    assert request == sample()


def test_findings_are_in_the_order_of_the_sheet() -> None:
    """The list of findings runs as the eye runs over the page: head, people, costs, request line, tables, funding."""
    request = set_values(
        declared_sample(),
        [
            ("header/fiscal_year", "平成32年度"),
            ("funding/request/general", 1),
            ("line/line-1-1/amount", "約3百"),
            ("headcount/request/regular", "二人"),
            ("assessment/amount", 1),
            ("request/amount", 1),
            ("cost/request/total", 1),
        ],
    )
    request = replace(request, commitments=(Commitment("owed", "line-1-1", "5年間"),))
    order = list(dict.fromkeys(finding.place.partition("/")[0] for finding in findings(request)))
    assert order == ["header", "headcount", "cost", "request", "group", "line", "commitment", "funding"]


def test_edit_of_one_line_in_a_thousand_checks_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a sheet of 1,000 lines the typing of one amount checks that line anew, its table, and the whole."""
    checked: list[str] = []
    check_line = run._check_line
    monkeypatch.setattr(
        run,
        "_check_line",
        lambda line, context: checked.append(line.line.id) or check_line(line, context),
    )
    document = Document(big(1_000), standard())
    assert document.snapshot.findings.all == ()
    assert len(checked) == 1_000
    checked.clear()
    document.edit("入力", set_value(document.request, "line/line-500/amount", "約3百"))
    assert [finding.place for finding in document.snapshot.findings.all] == ["line/line-500/amount"]
    assert checked == ["line-500"]


def test_no_check_reads_a_clock_or_a_file() -> None:
    """Checks are pure: their modules import nothing but the model, the language and msgspec."""
    for module in sorted(Path(run.__file__).parent.rglob("*.py")):
        tree = ast.parse(module.read_text(encoding="utf-8"))
        names = {line.module for line in ast.walk(tree) if isinstance(line, ast.ImportFrom)}
        names |= {
            alias.name for line in ast.walk(tree) if isinstance(line, ast.Import) for alias in line.names
        }
        allowed = {
            "__future__",
            "collections",
            "collections.abc",
            "typing",
            "msgspec",
            "re",
            "functools",
            "itertools",
            "operator",
            "math",
            "fractions",
            "decimal",
        }
        assert not {name for name in names if name not in allowed and not str(name).startswith("model")}
