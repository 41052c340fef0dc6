"""The rulebook as a whole: its list, its switches, its order, and what it leaves alone."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from model import checks as rulebook
from model.checks import (
    CHECKS,
    GROUP_CHECKS,
    LINE_CHECKS,
    LINE_IN_YEAR_CHECKS,
    PRICE_CHECKS,
    SEVERITY_LABELS,
    check,
)
from model.edits.fields import set_value, value_at
from model.edits.lines import walk
from model.multi_year import Commitment
from model.new_request import new_request
from model.place import YEARS
from model.request import AsPrinted, Line, Request, Section
from model.standard_parts import Rule
from model.totals import totals
from tests.owed_requests import dam, facilities
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
    with_lines,
    with_rule,
)
from tests.sheet_rows import SHEET_ROWS


def worked_out(basis: str, amount: int | None = None) -> Request:
    """A request of one line with a basis, and an amount typed beside it."""
    return with_lines(Line("only", "委託料", None, amount, basis=basis))


# Rules that look at more than the request: tests/model/test_prices.py breaks them.
BROKEN_ELSEWHERE = {"price"}

# For each rule of the Standard a request that breaks it.
BROKEN: dict[str, Request] = {
    "1": worked_out("5千円×3", 16),
    "1-printed": worked_out("20千円×100施設＝20,000千円"),
    "1-coarse": worked_out("77,314千円×80%＝61,850千円"),
    "1-rounding": worked_out("2,063千円×0.25＝515千円"),
    "basis": worked_out("5千円×"),
    "bare-price": worked_out("@8,000×4箇所"),
    "per-unit": worked_out("20(円/m3)×15,000人"),
    "yen-slip": worked_out("1,461円"),
    "3": set_value(one_line(), "group/table/amount", 1),
    "4": set_value(one_line(), "request/amount", 1),
    "5": set_value(one_line(), "request/previous", 1),
    "5-granted": replace(set_value(one_line(), "request/previous", 800), carried_previous=900),
    "6": set_value(one_line(), "cost/request/expense", 1),
    "13": set_value(one_line(), "component/added", 1),
    "kept-text": replace(
        one_line(),
        sections=(*one_line().sections, Section("kept", heading="読み取れなかった表", text="メモ")),
    ),
    "7": set_value(one_line(), "cost/request/total", 1),
    "8": set_values(one_line(), [("headcount/request/regular", "1.0"), ("cost/request/labour", 1)]),
    "7-previous": set_value(one_line(), "cost/previous/total", 1),
    "8-copied": set_values(one_line(), [("headcount/previous/regular", "1.0"), ("cost/previous/labour", 1)]),
    "8-stale": set_values(one_line(), [("headcount/request/regular", "1.0"), ("cost/request/labour", 7_945)]),
    "sum-row": set_values(one_line(), [("header/budget", "6月補正予算"), ("cost/total/expense", 1)]),
    "people-not-added": set_values(
        one_line(),
        [
            ("header/stage", "一般事業調整"),
            ("cost/standing/expense", 0),
            *((f"headcount/{row}/regular", "1.0") for row in ("standing", "request", "total")),
        ],
    ),
    "row-year": replace(one_line(), printed=AsPrinted({"cost/previous": "31年度当初予算額"})),
    "9": set_values(one_line(), [("headcount/request/regular", "0.0"), ("cost/request/labour", 1)]),
    "10": set_value(one_line(), "headcount/request/regular", "0.0"),
    "11": set_value(one_line(), "funding/request/general", 1),
    "12": set_value(one_line(), "funding/request/other", 1_001),
    "15": set_value(sample(), "line/line-4-1/amount", 1),
    "18": set_values(one_line(), [("assessment/amount", 1_000), ("funding/assessed/expense", 1)]),
    "18-final": set_values(one_line(), [("assessment/amount", 1_000), ("cost/assessed/expense", 1)]),
    "19": set_value(one_line(), "assessment/amount", 1_001),
    "25": set_values(one_line(), [("funding_words", "単県"), ("funding/request/national", 1)]),
    "32": set_value(facilities(), "commitment/owed/period", "4年度から10年度まで"),
    "32-contract": set_value(facilities(), "commitment/owed/contract_period", "R5.4〜R12.3"),
    "33": set_value(facilities(), "commitment/owed/limit", 77_900),
    "33-years": set_value(facilities(), "owed/owed-10/year", "11年度"),
    "33-funds": set_value(facilities(), "owed/owed-5/source/national", 16_585),
    "owed-line": replace(one_line(), commitments=(Commitment("owed", "", "H32〜H35"),)),
    "owed-paid": set_values(facilities(), [("commitment/owed/paid", 1)]),
    "37": set_value(dam(), "continuing/dam/total", 800_001),
    "37-change": set_values(
        dam(),
        [
            ("continuing/dam/total", 800_000),
            ("continuing/dam/total_before", 800_000),
            ("annual/annual-28/after/expense", 320_001),
        ],
    ),
    "40": set_value(one_line(), "line/only/object_class", "12 委託料"),
    "40-unknown": set_value(one_line(), "line/only/object_class", "雑費"),
    "51": set_value(one_line(), "line/only/basis", "500千円×2×1.05"),
    "52": set_value(one_line(), "line/only/remark", "消費増税分含む"),
    "tax-label": set_value(one_line(), "line/only/basis", "委託料(税抜)：50千円×20回"),
    "tax-split": set_value(one_line(), "line/only/basis", "50千円(税抜)×20回"),
    "72": set_value(one_line(), "header/fiscal_year", "平成32年度"),
    "73": set_value(one_line(), "group/table/note", "※( )内の数字は平成29年度予算額"),
    "amount": one_line("約3百"),
    "unnamed-line": set_value(one_line(), "line/only/text", ""),
    "mark": set_value(one_line(), "line/only/mark", "ended"),
    "people": set_value(one_line(), "headcount/request/regular", "二人"),
    "year": set_value(one_line(), "header/fiscal_year", "来年"),
    "no-unit-cost": set_values(
        one_line(), [("header/fiscal_year", "H20"), ("headcount/request/regular", "1.0")]
    ),
    "uncosted-staff": set_value(one_line(), "headcount/request/part_time", "1.0"),
}


def test_every_rule_of_the_standard_is_tried_here() -> None:
    """The Standard lists the rules, and no rule speaks that it does not list."""
    assert set(BROKEN) | BROKEN_ELSEWHERE == set(standard().rules)


@pytest.mark.parametrize("rule", BROKEN)
def test_broken_rule_is_found_once(rule: str) -> None:
    """One slip against a rule is one finding, with the severity that the Standard gives, a place and a source."""
    (found,) = findings(BROKEN[rule], rule)
    assert found.severity == standard().rules[rule].severity
    assert found.place.count("/") in (1, 2) or found.place == "funding_words"
    assert re.fullmatch(r"[^\n]+。", found.message)
    assert found.source


@pytest.mark.parametrize("rule", BROKEN)
def test_rule_that_is_off_is_silent(rule: str) -> None:
    """A finance division turns a rule off in the Standard, and the other findings stay as they are."""
    off = with_rule(rule, Rule("error", on=False))
    assert findings(BROKEN[rule], under=off) == [each for each in findings(BROKEN[rule]) if each.rule != rule]


@pytest.mark.parametrize("rule", BROKEN)
def test_severity_is_the_standards(rule: str) -> None:
    """Whether a finding is 誤り, 注意 or 参考 is decided in the Standard alone."""
    for severity in SEVERITY_LABELS:
        taken = snapshot(BROKEN[rule], with_rule(rule, Rule(severity))).findings
        (found,) = [finding for finding in taken.all if finding.rule == rule]
        assert found.severity == severity
        assert (found in taken.errors) is (severity == "error")


@pytest.mark.parametrize("rule", [rule for rule, request in BROKEN.items() if findings(request, rule)[0].fix])
def test_fix_removes_its_finding(rule: str) -> None:
    """A repair is one action after which its finding is gone (of several blank cells, one is filled at a time)."""
    (found,) = findings(BROKEN[rule], rule)
    assert found not in findings(fixed(BROKEN[rule], found))


def test_rules_with_a_repair() -> None:
    """Every declared figure returns to the derived one; blanks, legends and labour of nobody can be repaired too."""
    repaired = {rule for rule, request in BROKEN.items() if findings(request, rule)[0].fix}
    assert repaired == {
        "1",
        "yen-slip",
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
        "15",
        "18",
        "18-final",
        "33",
        "37",
        "40",
        "73",
    }


def test_every_check_is_in_the_list() -> None:
    """A check that is written in one of the rulebook's modules is also run."""
    every = (*CHECKS, *GROUP_CHECKS, *LINE_CHECKS, *LINE_IN_YEAR_CHECKS, *PRICE_CHECKS)
    listed = {each.__name__ for each in every}
    written = set()
    for module in sorted((ROOT / "model" / "checks").glob("*.py")):
        if module.stem not in ("__init__", "declared", "finding", "context"):
            tree = ast.parse(module.read_text(encoding="utf-8"))
            written |= {
                each.name
                for each in tree.body
                if isinstance(each, ast.FunctionDef) and not each.name.startswith("_")
            }
    assert listed == written
    assert all(each.__doc__ for each in every)


@pytest.mark.parametrize("year", ["平成21年度", "平成31年度", "令和2年度", "令和9年度", "2027"])
def test_new_request_has_no_finding(year: str) -> None:
    """A blank sheet is not wrong, in whatever year."""
    assert findings(new_request(standard())) == []
    assert findings(set_value(empty(), "header/fiscal_year", year)) == []


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
    order = list(dict.fromkeys(each.place.partition("/")[0] for each in findings(request)))
    assert order == ["header", "headcount", "cost", "request", "group", "line", "commitment", "funding"]


def test_edit_of_one_line_in_ten_thousand_checks_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a sheet of 10,000 lines the typing of one amount checks that line anew, its table, and the whole."""
    request = big(10_000)
    figures = totals(request, standard())
    before = check(request, figures, standard())
    edited = set_value(request, "line/line-5000/amount", "約3百")
    checked: list[str] = []
    check_line = rulebook._check_line
    monkeypatch.setattr(
        rulebook,
        "_check_line",
        lambda line, context: checked.append(line.line.id) or check_line(line, context),
    )
    after = check(edited, totals(edited, standard(), figures), standard(), before)
    assert checked == ["line-5000"]
    assert [finding.place for finding in after.all] == ["line/line-5000/amount"]
    assert [new is old for new, old in zip(after.groups, before.groups, strict=True)].count(False) == 1


def test_no_check_reads_a_clock_or_a_file() -> None:
    """Checks are pure: their modules import nothing but the model, the language and msgspec."""
    for module in sorted(Path(rulebook.__file__).parent.glob("*.py")):
        tree = ast.parse(module.read_text(encoding="utf-8"))
        names = {each.module for each in ast.walk(tree) if isinstance(each, ast.ImportFrom)}
        names |= {
            alias.name for each in ast.walk(tree) if isinstance(each, ast.Import) for alias in each.names
        }
        allowed = {
            "__future__",
            "collections.abc",
            "typing",
            "msgspec",
            "re",
            "functools",
            "operator",
            "fractions",
        }
        assert not {name for name in names if name not in allowed and not str(name).startswith("model")}
